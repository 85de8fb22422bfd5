/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "expect.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/model.h"
#include "model/row.h"

int test_model_test(void);

static const char one_template[8] = "4 c0    ";

static int templates_are_read_by_line(void) {
    static const struct { const char *text, *why; } cases[] = {{"# none\n\n4 c0\n 5 c+1 josa\tat \r\n70 known0", NULL},
        {"", "none"}, {"# only\n", "none"}, {"4 c0\n4 c+1", "line 2: a number used twice"}, {"0 c0", "line 1: no number"},
        {"104 c0", "no number"}, {"99999999999999999999 c0", "no number"}, {"x c0", "no number"}, {"\n4", "line 2: no atom"},
        {"4 c9", "unknown atom"}, {"4 c0 c0 c0 c0", "more than three"}, {"70 known0\n4 c0", "line 2: templates that a position may lack"}};
    int bad = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct gisa_templates t;
        char why[80] = "";
        bool fine = gisa_templates_read(&t, cases[i].text, strlen(cases[i].text), why);
        bad += EXPECT(fine == !cases[i].why && (fine || strstr(why, cases[i].why)));
        bad += EXPECT(!fine || (t.count == 3 && t.steady == 2 && t.source[70] == GISA_TEMPLATE_KNOWN));
    }
    char many[2048] = "";
    for (int i = 1; i <= GISA_TEMPLATE_MOST + 1; i++) {
        sprintf(many + strlen(many), "%d c0\n", i);
    }
    struct gisa_templates t;
    char why[80];
    return bad + EXPECT(!gisa_templates_read(&t, many, strlen(many), why) && strstr(why, "line 97: too many"));
}

static int damaged_models_are_refused(void) {
    static const struct {
        struct gisa_nameset_header header;
        uint32_t start[3];
    } sets[] = {{{1, 3, 0}, {0, 0, 0}}, {{1, 6, 0}, {0, 0, 0}}};
    size_t size = sizeof(struct gisa_model_header) + sizeof(int32_t) * 2 * GISA_MODEL_LABELS * GISA_MODEL_LABELS +
                  ((size_t)1 << GISA_MODEL_ROW_BITS) / 64 * sizeof(struct gisa_rowindex_word) + sizeof one_template + sizeof sets;
    unsigned char *bytes = calloc(size, 1);
    struct gisa_model_header h = {.version = GISA_MODEL_VERSION, .row_bits = GISA_MODEL_ROW_BITS,
                                  .labels = GISA_MODEL_LABELS, .row = GISA_ROW_BYTES, .unit = 30,
                                  .templates = sizeof one_template};
    memcpy(h.magic, GISA_MODEL_MAGIC, sizeof h.magic);
    memcpy(bytes + size - sizeof sets, sets, sizeof sets);
    unsigned char *templates = bytes + size - sizeof sets - sizeof one_template;
    memcpy(templates, one_template, sizeof one_template);
    h.checksum = gisa_model_checksum(bytes + sizeof h, size - sizeof h);
    memcpy(bytes, &h, sizeof h);
    struct gisa_model model;
    struct gisa_error error;
    int bad = EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_OK);
    bad += EXPECT(gisa_model_open(&model, bytes, size - 1, &error) == GISA_BAD_MODEL);
    bad += EXPECT(gisa_model_open(&model, bytes, 12, &error) == GISA_BAD_MODEL);
    bytes[size - 1] ^= 1;
    bad += EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_BAD_MODEL && strstr(error.detail, "checksum"));
    bytes[size - 1] ^= 1;
    bytes[0] ^= 1;
    bad += EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_BAD_MODEL);
    bytes[0] ^= 1;
    bytes[size - sizeof sets[0]] = 30; /* buckets of the second set */
    h.checksum = gisa_model_checksum(bytes + sizeof h, size - sizeof h);
    memcpy(bytes, &h, sizeof h);
    bad += EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_BAD_MODEL && strstr(error.detail, "name sets"));
    bytes[size - sizeof sets[0]] = 1;
    templates[2] = 'z';
    h.checksum = gisa_model_checksum(bytes + sizeof h, size - sizeof h);
    memcpy(bytes, &h, sizeof h);
    bad += EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_BAD_MODEL && strstr(error.detail, "line 1: an unknown atom"));
    templates[2] = 'c';
    bytes[sizeof h + sizeof(int32_t) * 2 * GISA_MODEL_LABELS * GISA_MODEL_LABELS + 4] = 1; /* a bit of the row index */
    h.checksum = gisa_model_checksum(bytes + sizeof h, size - sizeof h);
    memcpy(bytes, &h, sizeof h);
    bad += EXPECT(gisa_model_open(&model, bytes, size, &error) == GISA_BAD_MODEL && strstr(error.detail, "index"));
    free(bytes);
    return bad;
}

static int kept_rows_are_found_by_counting(void) {
    static const struct gisa_rowindex_word words[] = {{0, {1u << 3 | 1u << 31, 1u << 1}}, {3, {0, 1u << 31}}};
    uint32_t place = 0;
    int bad = EXPECT(!gisa_rowindex_find(words, 0, &place)) + EXPECT(!gisa_rowindex_find(words, 64, &place));
    bad += EXPECT(gisa_rowindex_find(words, 3, &place) && place == 0);
    bad += EXPECT(gisa_rowindex_find(words, 31, &place) && place == 1);
    bad += EXPECT(gisa_rowindex_find(words, 33, &place) && place == 2);
    return bad + EXPECT(gisa_rowindex_find(words, 127, &place) && place == 3);
}

static int an_inside_label_follows_its_own_begin(void) {
    return EXPECT(gisa_model_allows(0, 1)) + EXPECT(!gisa_model_allows(0, 2)) + EXPECT(gisa_model_allows(1, 2)) +
           EXPECT(gisa_model_allows(2, 2)) + EXPECT(!gisa_model_allows(3, 2)) + EXPECT(gisa_model_allows(2, 3));
}

int test_model_test(void) {
    return damaged_models_are_refused() + templates_are_read_by_line() + kept_rows_are_found_by_counting() + an_inside_label_follows_its_own_begin();
}
