/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_UTF8_H
#define GISA_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one code point at s[0..n), n > 0; its size in bytes 1..4, or 0 when the bytes are not UTF-8 (RFC 3629: no
 * surrogates, no overlong forms, nothing past U+10FFFF). */
uint32_t gisa_utf8_decode(const char *s, size_t n, uint32_t *ch);

/* Writes ch (a scalar value) to out[0..4); bytes written. */
uint32_t gisa_utf8_encode(uint32_t ch, char *out);

#endif
