/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_CHARCLASS_H
#define GISA_TEXT_CHARCLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "gisa/document.h"

/* Class of a code point, and its key for matching: full width to ASCII, Latin lower case, blanks to ' ', newlines to
 * '\n', quotation marks to '"' or '\'', dashes and range tildes to '~' when they are typographic (∼ ～ 〜 – —),
 * middle dots (ㆍ ・ ∙ ‧) to U+00B7. '-' and '~' stay themselves. Thread safe, constant. */
enum gisa_char_class gisa_charclass(uint32_t ch, uint32_t *key);

/* Is the key that of a quotation mark, whatever its shape: ' " ‘ ’ “ ”? Their class may be OPEN or CLOSE. */
static inline bool gisa_is_quote_key(uint32_t key) { return key == '"' || key == '\''; }

#endif
