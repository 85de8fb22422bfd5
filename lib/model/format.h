/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_FORMAT_H
#define GISA_MODEL_FORMAT_H

/* The model file: this header, transitions, the index of rows, rows, templates, two name sets. Little-endian, fixed width;
 * docs/model-format.md. */
#include <stdint.h>

#define GISA_MODEL_MAGIC "GISAMODL"
enum { GISA_MODEL_VERSION = 3 };

struct gisa_model_header {
    char magic[8];
    uint32_t version;
    uint32_t row_bits;
    uint32_t labels;
    uint32_t row;      /* bytes a row */
    int32_t unit;      /* score that counts as 1.0 */
    uint32_t templates; /* bytes of their text, spaces behind it included; a multiple of 8 */
    uint32_t kept;     /* rows in the file; even */
    uint32_t unused;   /* 0 */
    uint64_t checksum; /* FNV-1a 64 of everything behind the header */
};
/* then int32_t transition[2][labels][labels], struct gisa_rowindex_word index[(1 << row_bits) / 64], uint8_t rows[kept][row]
 * (row.h), char templates[templates] (template.h), then the sets of nameset.h: known, seen */

static inline uint64_t gisa_model_checksum(const unsigned char *bytes, uint64_t size) {
    uint64_t h = UINT64_C(0xCBF29CE484222325);
    for (uint64_t i = 0; i < size; i++) {
        h = (h ^ bytes[i]) * UINT64_C(0x100000001B3);
    }
    return h;
}

#endif
