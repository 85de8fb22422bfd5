/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_HANGUL_H
#define GISA_TEXT_HANGUL_H

/* Arithmetic on precomposed Hangul syllables (The Unicode Standard, section 3.12). */
#include <stdbool.h>
#include <stdint.h>

enum {
    GISA_JONG_NONE = 0,
    GISA_JONG_N = 4,  /* ㄴ */
    GISA_JONG_L = 8,  /* ㄹ */
    GISA_JONG_M = 16, /* ㅁ */
    GISA_JONG_B = 17, /* ㅂ */
    GISA_JONG_SS = 20 /* ㅆ */
};

static inline bool gisa_is_hangul(uint32_t ch) { return ch >= 0xAC00 && ch <= 0xD7A3; }
/* Initial 0..18, vowel 0..20, final 0..27 (0 = none) of a syllable. */
static inline uint32_t gisa_hangul_cho(uint32_t ch) { return (ch - 0xAC00) / 588; }
static inline uint32_t gisa_hangul_jung(uint32_t ch) { return (ch - 0xAC00) % 588 / 28; }
static inline uint32_t gisa_hangul_jong(uint32_t ch) { return (ch - 0xAC00) % 28; }
static inline uint32_t gisa_hangul_without_jong(uint32_t ch) { return ch - gisa_hangul_jong(ch); }

#endif
