/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_NUMBER_H
#define GISA_TEXT_NUMBER_H

/* Korean numbers: 12, 1,500, 3.5, 3만2천, 1천500억, 십이, 이천이십사, 수십, 30여, 몇, native 한 두 세 ... 열두 스물. */
#include <stdbool.h>
#include <stdint.h>

enum gisa_number_hedge {
    GISA_NUMBER_EXACT,
    GISA_NUMBER_MORE,  /* 30여 */
    GISA_NUMBER_VAGUE  /* 몇, 수십, 수천: mantissa unknown */
};

struct gisa_number {
    int64_t value;    /* times 10^-scale; saturates never: too long a number is no match */
    uint8_t scale;    /* decimal places: 3.5 -> value 35, scale 1 */
    uint8_t hedge;    /* enum gisa_number_hedge */
    bool is_native;   /* 한, 두, 열두 */
    bool is_sino;     /* 십이: spelled out in Sino-Korean syllables only */
    bool has_digit;   /* at least one figure */
    uint32_t length;  /* code points read */
};

/* Reads the longest number that begins at key[0] within n code points; false if none. Blanks between a figure and a
 * multiplier (3조 2천억, 2억 5,000만) are read over. A native number only where it can stand before a counter; the caller
 * looks at what follows. key = gisa_document.key. */
bool gisa_number_read(const uint32_t *key, uint32_t n, struct gisa_number *out);

/* The exact decimal digits of value * 10^-scale, NUL ended, at most 32 bytes: "12.5". Returns the length. */
uint32_t gisa_number_format(int64_t value, uint8_t scale, char out[32]);

#endif
