/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_ROWINDEX_H
#define GISA_MODEL_ROWINDEX_H

/* Which of the 2^GISA_MODEL_ROW_BITS hashed rows the model kept, and where each stands: 64 bits and how many are set
 * before them, so that a row's place is found by counting bits (rank, Jacobson 1989). */
#include <stdbool.h>
#include <stdint.h>

struct gisa_rowindex_word {
    uint32_t before;
    uint32_t bits[2];
};

static inline uint32_t gisa_bits_set(uint64_t v) {
    v -= v >> 1 & UINT64_C(0x5555555555555555);
    v = (v & UINT64_C(0x3333333333333333)) + (v >> 2 & UINT64_C(0x3333333333333333));
    v = (v + (v >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
    return (uint32_t)(v * UINT64_C(0x0101010101010101) >> 56);
}

static inline uint64_t gisa_rowindex_bits(const struct gisa_rowindex_word *w) {
    return (uint64_t)w->bits[1] << 32 | w->bits[0];
}

/* Is the row kept? *place is set if so. */
static inline bool gisa_rowindex_find(const struct gisa_rowindex_word *words, uint32_t row, uint32_t *place) {
    const struct gisa_rowindex_word *w = &words[row >> 6];
    const uint64_t bits = gisa_rowindex_bits(w);
    *place = w->before + gisa_bits_set(bits & ((UINT64_C(1) << (row & 63)) - 1));
    return bits >> (row & 63) & 1;
}

#endif
