/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_ROW_H
#define GISA_MODEL_ROW_H

/* A row of weights, one for each label, in ten bytes: 19 numbers of four bits, label k in byte k / 2 (even ones in its low
 * half), then the row's index into gisa_row_step. A number n stands for the weight (n - GISA_ROW_ZERO) * step. */
#include <stdint.h>

enum {
    GISA_ROW_BYTES = 10,
    GISA_ROW_ZERO = 8,  /* the half byte of the weight 0 */
    GISA_ROW_MOST = 7,  /* the largest weight in steps */
    GISA_ROW_STEPS = 16,
    GISA_ROW_UNIT = 93  /* weights are multiples of 1/93 */
};

/* 96 rows of at most 7 * 40 stay below 2^15. */
static const uint16_t gisa_row_step[GISA_ROW_STEPS] = {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 17, 21, 26, 32, 40};

#endif
