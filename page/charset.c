/* SPDX-License-Identifier: Apache-2.0 */
/* What the bytes of a page are: a byte order mark, the header, the page's own meta, each held against the bytes; then
 * ICU's detector. A wrong label never loses the page: what cannot be decoded becomes U+FFFD. */
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include "inside.h"
#include "text/utf8.h"

enum { META_WITHIN = 8192, NAME_MOST = 40, DETECT_WITHIN = 65536 };

static const struct { const char *label; const char *name; } labels[] = { /* as pages spell them -> ICU's name */
    {"utf-8", "UTF-8"}, {"utf8", "UTF-8"}, {"euc-kr", "windows-949"}, {"euckr", "windows-949"}, {"cp949", "windows-949"},
    {"ms949", "windows-949"}, {"uhc", "windows-949"}, {"windows-949", "windows-949"}, {"x-windows-949", "windows-949"},
    {"ks_c_5601-1987", "windows-949"}, {"ks_c_5601", "windows-949"}, {"ksc5601", "windows-949"},
    {"korean", "windows-949"}, {"iso-2022-kr", "ISO-2022-KR"}, {"johab", "windows-1361"}, {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"}, {"utf-16", "UTF-16LE"},
};

static const char *name_of(const char *label, size_t n) {
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (strlen(labels[i].label) == n && strncasecmp(labels[i].label, label, n) == 0) {
            return labels[i].name;
        }
    }
    return NULL;
}

/* <meta charset="euc-kr">, <meta http-equiv=… content="text/html; charset=euc-kr">, <?xml encoding="…"?> */
static const char *meta_charset(const char *bytes, size_t size) {
    size_t end = size < META_WITHIN ? size : META_WITHIN;
    for (size_t i = 0; i + 10 < end; i++) {
        size_t skip = strncasecmp(bytes + i, "charset", 7) == 0 ? 7 : strncasecmp(bytes + i, "encoding", 8) == 0 ? 8 : 0;
        if (!skip) {
            continue;
        }
        i += skip;
        while (i < end && (bytes[i] == '=' || bytes[i] == '"' || bytes[i] == '\'' || bytes[i] == ' ')) {
            i++;
        }
        size_t n = 0;
        while (i + n < end && n < NAME_MOST && (unsigned char)bytes[i + n] > ' ' && !strchr("\"'>;/", bytes[i + n])) {
            n++;
        }
        const char *name = name_of(bytes + i, n);
        if (name && strncmp(name, "UTF-16", 6) != 0) { /* the meta could be read as bytes */
            return name;
        }
    }
    return NULL;
}

static bool is_utf8(const char *bytes, size_t size, bool *has_high) {
    uint32_t ch;
    *has_high = false;
    for (size_t i = 0; i < size;) {
        uint32_t n = gisa_utf8_decode(bytes + i, size - i, &ch);
        if (!n && size - i < 4 && i > 0) {
            return true; /* cut inside its last character */
        }
        if (!n) {
            return false;
        }
        *has_high = *has_high || n > 1;
        i += n;
    }
    return true;
}

static const char *detect(const char *bytes, size_t size) {
    UErrorCode error = U_ZERO_ERROR;
    const char *name = NULL;
    UCharsetDetector *detector = ucsdet_open(&error);
    if (U_SUCCESS(error)) {
        ucsdet_setText(detector, bytes, (int32_t)(size < DETECT_WITHIN ? size : DETECT_WITHIN), &error);
        ucsdet_enableInputFilter(detector, true); /* without the tags */
        const UCharsetMatch *match = ucsdet_detect(detector, &error);
        const char *found = match && U_SUCCESS(error) ? ucsdet_getName(match, &error) : NULL;
        name = found && U_SUCCESS(error) ? name_of(found, strlen(found)) : NULL;
    }
    ucsdet_close(detector);
    return name ? name : "windows-949"; /* a Korean page that is not UTF-8 */
}

static const char *choose(const char *bytes, size_t size, const char *told) {
    bool has_high;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        return "UTF-8";
    }
    if (size >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        return (unsigned char)bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE";
    }
    const char *header = told && *told ? name_of(told, strlen(told)) : NULL;
    const char *meta = meta_charset(bytes, size);
    if (is_utf8(bytes, size, &has_high) && (has_high || !header || header[0] == 'U')) {
        bool escapes = !has_high && ((header && !strcmp(header, "ISO-2022-KR")) || (meta && !strcmp(meta, "ISO-2022-KR")));
        return escapes ? "ISO-2022-KR" : "UTF-8"; /* no CP949 text of some length is UTF-8 by chance */
    }
    if (header && strcmp(header, "UTF-8") != 0) {
        return header;
    }
    if (meta && strcmp(meta, "UTF-8") != 0) {
        return meta;
    }
    const char *found = detect(bytes, size);
    bool says_utf8 = header || meta;
    if (says_utf8) { /* a few bad bytes in UTF-8, or another charset under a wrong label? */
        size_t good = 0, bad = 0;
        uint32_t ch;
        for (size_t i = 0; i < size;) {
            uint32_t n = gisa_utf8_decode(bytes + i, size - i, &ch);
            good += n > 1;
            bad += !n;
            i += n ? n : 1;
        }
        found = good > 4 * bad ? "UTF-8" : found;
    }
    return found;
}

struct page_text page_decode(struct gisa_arena *arena, const char *bytes, size_t size, const char *told,
                             const char **charset) {
    struct page_text out = {"", 0};
    *charset = choose(bytes, size, told);
    size_t cap = 3 * size + 8; /* a byte becomes at most three: U+FFFD, or a CP949 pair's three */
    char *text = gisa_arena_alloc(arena, cap, 1);
    UErrorCode error = U_ZERO_ERROR;
    if (!text) {
        return (struct page_text){NULL, 0};
    }
    UConverter *from = ucnv_open(*charset, &error);
    UConverter *to = ucnv_open("UTF-8", &error);
    if (U_SUCCESS(error)) {
        UChar pivot[1024];
        UChar *pivot_from = pivot, *pivot_to = pivot;
        const char *in = bytes;
        char *at = text;
        ucnv_convertEx(to, from, &at, text + cap, &in, bytes + size, pivot, &pivot_from, &pivot_to, pivot + 1024, true,
                       true, &error);
        out = (struct page_text){text, (uint32_t)(at - text)};
    }
    ucnv_close(from);
    ucnv_close(to);
    for (uint32_t i = 0; i < out.size; i++) {
        text[i] = text[i] ? text[i] : ' ';
    }
    if (out.size >= 3 && memcmp(out.bytes, "\xEF\xBB\xBF", 3) == 0) {
        out.bytes += 3;
        out.size -= 3;
    }
    return out;
}
