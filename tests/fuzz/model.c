/* SPDX-License-Identifier: Apache-2.0 */
/* Any damage to the small parts of a model (header, transitions, templates, name sets), its checksum mended: refused with a
 * sentence, or a tagger whose spans lie in the text. The rows stay out: they are 2^21 bits of index and say nothing.
 *
 * Input: the header's five numbers behind the version, then the templates' text up to a NUL, then name sets. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/model.h"
#include "model/row.h"
#include "text/document.h"

enum { HEAD = 24, MOST = 1 << 14, KEPT = 2 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char text[] = "김서준 한빛전자 회장은 13일 서울에서 '한빛 데이'를 열었다.";
    static unsigned char *bytes;
    const size_t transitions = sizeof(int32_t) * 2 * GISA_MODEL_LABELS * GISA_MODEL_LABELS;
    const size_t index = ((size_t)1 << GISA_MODEL_ROW_BITS) / 64 * sizeof(struct gisa_rowindex_word);
    const size_t fixed = sizeof(struct gisa_model_header) + transitions + index + (size_t)KEPT * GISA_ROW_BYTES;
    if (!bytes && !(bytes = calloc(fixed + MOST, 1))) {
        abort();
    }
    if (size < HEAD || size > MOST) {
        return 0;
    }
    const uint8_t *body = data + HEAD;
    size_t left = size - HEAD;
    const uint8_t *nul = left ? memchr(body, 0, left) : NULL;
    size_t templates = nul ? (size_t)(nul - body) / 8 * 8 : left / 8 * 8;
    struct gisa_model_header h = {.version = GISA_MODEL_VERSION, .row_bits = GISA_MODEL_ROW_BITS, .labels = GISA_MODEL_LABELS,
                                  .row = GISA_ROW_BYTES, .unit = 30, .templates = (uint32_t)templates, .kept = KEPT};
    memcpy(h.magic, GISA_MODEL_MAGIC, sizeof h.magic);
    if (data[0]) { /* else the header is left as it should be */
        memcpy(&h.row_bits, data, HEAD);
    }
    unsigned char *at = bytes + fixed - (size_t)KEPT * GISA_ROW_BYTES - index;
    memset(at, 0, sizeof(struct gisa_rowindex_word) * 2);
    struct gisa_rowindex_word *words = (struct gisa_rowindex_word *)at;
    words[0].bits[0] = 3;
    for (size_t i = 1; i < index / sizeof *words; i++) {
        words[i].before = KEPT;
    }
    memcpy(bytes + fixed, body, left);
    h.checksum = gisa_model_checksum(bytes + sizeof h, fixed + left - sizeof h);
    memcpy(bytes, &h, sizeof h);
    struct gisa_model model;
    struct gisa_error error = {0};
    enum gisa_status status = gisa_model_open(&model, bytes, fixed + left, &error);
    if (status != GISA_OK) {
        if (!error.detail[0]) {
            abort();
        }
        return 0;
    }
    struct gisa_arena arena, work;
    struct gisa_document d;
    uint32_t count = 0;
    gisa_arena_init(&arena, (size_t)1 << 22);
    gisa_arena_init(&work, (size_t)1 << 22);
    if (gisa_document_read(&d, text, sizeof text - 1, &arena, &work, &error) != GISA_OK) {
        abort();
    }
    const struct gisa_tag *tags = gisa_model_tag(&model, &d, (struct gisa_span){0, d.count}, &arena, &work, &count);
    for (uint32_t i = 0; tags && i < count; i++) {
        if (tags[i].span.begin >= tags[i].span.end || tags[i].span.end > d.count) {
            abort();
        }
    }
    gisa_arena_free(&arena);
    gisa_arena_free(&work);
    return 0;
}
