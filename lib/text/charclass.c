/* SPDX-License-Identifier: Apache-2.0 */
#include "text/charclass.h"

#include <unicode/uchar.h>

#include "text/hangul.h"

static enum gisa_char_class of_ascii(uint32_t ch, uint32_t *key) {
    *key = ch;
    if (ch >= '0' && ch <= '9') {
        return GISA_CHAR_DIGIT;
    }
    if (ch >= 'a' && ch <= 'z') {
        return GISA_CHAR_LATIN;
    }
    if (ch >= 'A' && ch <= 'Z') {
        *key = ch + 32;
        return GISA_CHAR_LATIN;
    }
    switch (ch) {
    case '\n': case '\r': case '\v': case '\f':
        *key = '\n';
        return GISA_CHAR_NEWLINE;
    case ' ': case '\t':
        *key = ' ';
        return GISA_CHAR_BLANK;
    case '.': case '!': case '?':
        return GISA_CHAR_STOP;
    case '(': case '[': case '{':
        return GISA_CHAR_OPEN;
    case ')': case ']': case '}':
        return GISA_CHAR_CLOSE;
    case '"': case '\'':
        return GISA_CHAR_QUOTE;
    case '#': case '$': case '%': case '&': case '*': case '+': case '<': case '=': case '>': case '@': case '\\':
    case '^': case '`': case '|':
        return GISA_CHAR_SYMBOL;
    default:
        return ch < 32 || ch == 127 ? GISA_CHAR_OTHER : GISA_CHAR_PUNCT;
    }
}

static enum gisa_char_class of_special(uint32_t ch, uint32_t *key) {
    switch (ch) {
    case 0x85: case 0x2028: case 0x2029:
        *key = '\n';
        return GISA_CHAR_NEWLINE;
    case 0x200B: case 0xFEFF: case 0xAD: case 0x200C: case 0x200D: case 0x2060:
        *key = ' ';
        return GISA_CHAR_BLANK;
    case 0x201C: case 0x201E: case 0x201F: /* “ */
        *key = '"';
        return GISA_CHAR_OPEN;
    case 0x201D: /* ” */
        *key = '"';
        return GISA_CHAR_CLOSE;
    case 0x2018: case 0x201A: case 0x201B: /* ‘ */
        *key = '\'';
        return GISA_CHAR_OPEN;
    case 0x2019: /* ’ */
        *key = '\'';
        return GISA_CHAR_CLOSE;
    case 0x2026: case 0x22EF: case 0x3002: case 0xFF61: /* … 。 */
        return GISA_CHAR_STOP;
    case 0x2013: case 0x2014: case 0x2015: case 0x223C: case 0x301C: case 0xFF5E: case 0x2012: /* – — ∼ 〜 ～ */
        *key = '~';
        return GISA_CHAR_PUNCT;
    case 0xB7: case 0x318D: case 0x30FB: case 0x2219: case 0x2027: case 0x22C5: case 0xFF65: /* middle dots */
        *key = 0xB7;
        return GISA_CHAR_PUNCT;
    default:
        return GISA_CHAR_OTHER;
    }
}

static enum gisa_char_class of_category(uint32_t ch) {
    switch (u_charType((UChar32)ch)) {
    case U_SPACE_SEPARATOR:
        return GISA_CHAR_BLANK;
    case U_LINE_SEPARATOR: case U_PARAGRAPH_SEPARATOR:
        return GISA_CHAR_NEWLINE;
    case U_DECIMAL_DIGIT_NUMBER:
        return GISA_CHAR_DIGIT;
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: case U_NON_SPACING_MARK: case U_COMBINING_SPACING_MARK: case U_ENCLOSING_MARK:
        return u_hasBinaryProperty((UChar32)ch, UCHAR_IDEOGRAPHIC) ? GISA_CHAR_HANJA : GISA_CHAR_LATIN;
    case U_START_PUNCTUATION: case U_INITIAL_PUNCTUATION:
        return GISA_CHAR_OPEN;
    case U_END_PUNCTUATION: case U_FINAL_PUNCTUATION:
        return GISA_CHAR_CLOSE;
    case U_DASH_PUNCTUATION: case U_CONNECTOR_PUNCTUATION: case U_OTHER_PUNCTUATION:
        return GISA_CHAR_PUNCT;
    case U_MATH_SYMBOL: case U_CURRENCY_SYMBOL: case U_MODIFIER_SYMBOL: case U_OTHER_SYMBOL:
    case U_OTHER_NUMBER: case U_LETTER_NUMBER:
        return GISA_CHAR_SYMBOL;
    default:
        return GISA_CHAR_OTHER;
    }
}

enum gisa_char_class gisa_charclass(uint32_t ch, uint32_t *key) {
    if (ch < 128) {
        return of_ascii(ch, key);
    }
    *key = ch;
    if (gisa_is_hangul(ch)) {
        return GISA_CHAR_HANGUL;
    }
    if ((ch >= 0x1100 && ch < 0x1200) || (ch >= 0x3131 && ch < 0x318D) || (ch > 0x318D && ch < 0x3190) ||
        (ch >= 0xA960 && ch < 0xA980) || (ch >= 0xD7B0 && ch < 0xD800)) {
        return GISA_CHAR_JAMO;
    }
    if (ch >= 0xFF01 && ch <= 0xFF5D) {
        return of_ascii(ch - 0xFEE0, key);
    }
    if (ch >= 0x4E00 && ch <= 0x9FFF) {
        return GISA_CHAR_HANJA;
    }
    enum gisa_char_class special = of_special(ch, key);
    if (special != GISA_CHAR_OTHER) {
        return special;
    }
    enum gisa_char_class cls = of_category(ch);
    if (cls == GISA_CHAR_BLANK) {
        *key = ' ';
    } else if (cls == GISA_CHAR_DIGIT) {
        *key = '0' + (uint32_t)u_charDigitValue((UChar32)ch);
    } else if (cls == GISA_CHAR_LATIN) {
        *key = (uint32_t)u_tolower((UChar32)ch);
    }
    return cls;
}
