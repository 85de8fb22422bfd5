/* SPDX-License-Identifier: Apache-2.0 */
#include "text/document.h"

#include <stdio.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "limits.h"
#include "text/charclass.h"
#include "text/utf8.h"

/* Decodes into ch[]; the code points, or UINT32_MAX with *bad set. */
static uint32_t decode(const char *bytes, size_t size, uint32_t *ch, uint32_t *bad) {
    uint32_t n = 0;
    for (size_t i = 0; i < size;) {
        uint32_t step = gisa_utf8_decode(bytes + i, size - i, &ch[n]);
        if (!step) {
            *bad = (uint32_t)i;
            return UINT32_MAX;
        }
        i += step;
        n++;
    }
    return n;
}

/* True when no code point can change or join under NFC: cheap test on ranges before ICU is asked. */
static bool is_surely_nfc(const uint32_t *ch, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t c = ch[i];
        bool safe = c < 0x300 || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF) ||
                    (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c < 0x3040) || (c >= 0x3130 && c < 0x3190) ||
                    (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2460 && c < 0x2ADC);
        if (!safe) {
            return false;
        }
    }
    return true;
}

/* Composes run by run: a run goes from one NFC boundary to the next, so that the map stays exact. */
static enum gisa_status compose(struct gisa_document *d, const uint32_t *ch, uint32_t n, struct gisa_arena *arena,
                                struct gisa_arena *scratch) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) {
        return GISA_INTERNAL;
    }
    enum { RUN = 64, GROWTH = 3 };
    uint32_t *out = gisa_arena_alloc(arena, (size_t)n * GROWTH + 1, sizeof *out);
    uint32_t *map = gisa_arena_alloc(arena, (size_t)n * GROWTH + 1, sizeof *map);
    UChar *from = gisa_arena_alloc(scratch, 2 * RUN, sizeof *from);
    UChar *to = gisa_arena_alloc(scratch, 2 * RUN * GROWTH, sizeof *to);
    if (!out || !map || !from || !to) {
        return GISA_NO_MEMORY;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < n;) {
        uint32_t end = i + 1;
        while (end < n && end - i < RUN && !unorm2_hasBoundaryBefore(nfc, (UChar32)ch[end])) {
            end++;
        }
        if (end == i + 1 && unorm2_isInert(nfc, (UChar32)ch[i])) {
            out[count] = ch[i];
            map[count++] = i++;
            continue;
        }
        int32_t units = 0;
        for (uint32_t k = i; k < end; k++) {
            if (ch[k] > 0xFFFF) {
                from[units++] = (UChar)U16_LEAD(ch[k]);
                from[units++] = (UChar)U16_TRAIL(ch[k]);
            } else {
                from[units++] = (UChar)ch[k];
            }
        }
        int32_t made = unorm2_normalize(nfc, from, units, to, 2 * RUN * GROWTH, &status);
        if (U_FAILURE(status)) {
            return GISA_INTERNAL;
        }
        for (int32_t k = 0; k < made;) {
            uint32_t c = to[k++];
            if (U16_IS_LEAD(c) && k < made) {
                c = 0x10000 + ((c - 0xD800) << 10) + (to[k++] - 0xDC00u);
            }
            out[count] = c;
            map[count++] = i;
        }
        i = end;
    }
    map[count] = n;
    if (count == n && !memcmp(out, ch, (size_t)n * sizeof *ch)) {
        return GISA_OK; /* it was NFC all the same */
    }
    d->ch = out;
    d->to_source = map;
    d->count = count;
    return GISA_OK;
}

enum gisa_status gisa_document_read(struct gisa_document *d, const char *bytes, size_t size,
                                    struct gisa_arena *arena, struct gisa_arena *scratch, struct gisa_error *error) {
    if (size > GISA_MAX_SOURCE) {
        snprintf(error->detail, sizeof error->detail, "text of %zu bytes, at most %d are analysed", size,
                 GISA_MAX_SOURCE);
        return GISA_TOO_LARGE;
    }
    uint32_t *ch = gisa_arena_alloc(arena, size + 1, sizeof *ch);
    if (!ch) {
        return GISA_NO_MEMORY;
    }
    uint32_t bad = 0;
    uint32_t n = decode(bytes, size, ch, &bad);
    if (n == UINT32_MAX) {
        error->offset = bad;
        snprintf(error->detail, sizeof error->detail, "byte %u is not valid UTF-8", bad);
        return GISA_INVALID_UTF8;
    }
    *d = (struct gisa_document){.source = bytes, .source_size = (uint32_t)size, .source_count = n, .ch = ch, .count = n};
    if (!is_surely_nfc(ch, n)) {
        enum gisa_status status = compose(d, ch, n, arena, scratch);
        if (status != GISA_OK) {
            return status;
        }
    }
    uint32_t *key = gisa_arena_alloc(arena, (size_t)d->count + 1, sizeof *key);
    uint8_t *cls = gisa_arena_alloc(arena, (size_t)d->count + 1, sizeof *cls);
    if (!key || !cls) {
        return GISA_NO_MEMORY;
    }
    for (uint32_t i = 0; i < d->count; i++) {
        cls[i] = (uint8_t)gisa_charclass(d->ch[i], &key[i]);
    }
    ((uint32_t *)d->ch)[d->count] = 0;
    key[d->count] = 0;
    cls[d->count] = GISA_CHAR_OTHER;
    d->key = key;
    d->cls = cls;
    return GISA_OK;
}
