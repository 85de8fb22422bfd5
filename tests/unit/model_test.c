/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "expect.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/model.h"

int test_model_test(void);

static int damaged_models_are_refused(void) {
    size_t size = sizeof(struct gisa_model_header) + sizeof(int32_t) * 2 * GISA_MODEL_LABELS * GISA_MODEL_LABELS +
                  ((size_t)1 << GISA_MODEL_ROW_BITS) * GISA_MODEL_ROW;
    unsigned char *bytes = calloc(size, 1);
    struct gisa_model_header h = {.version = GISA_MODEL_VERSION, .row_bits = GISA_MODEL_ROW_BITS,
                                  .labels = GISA_MODEL_LABELS, .row = GISA_MODEL_ROW, .unit = 30};
    memcpy(h.magic, GISA_MODEL_MAGIC, sizeof h.magic);
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
    free(bytes);
    return bad;
}

static int an_inside_label_follows_its_own_begin(void) {
    return EXPECT(gisa_model_allows(0, 1)) + EXPECT(!gisa_model_allows(0, 2)) + EXPECT(gisa_model_allows(1, 2)) +
           EXPECT(gisa_model_allows(2, 2)) + EXPECT(!gisa_model_allows(3, 2)) + EXPECT(gisa_model_allows(2, 3));
}

int test_model_test(void) { return damaged_models_are_refused() + an_inside_label_follows_its_own_begin(); }
