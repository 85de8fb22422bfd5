/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_DOCUMENT_H
#define GISA_DOCUMENT_H

/* The text, once as received and once as analysed.
 *
 * The analysed text is NFC, one uint32_t a code point, so that every layer indexes characters in O(1). Beside it
 * lies a key for matching (widths folded, Latin lower case, every blank a space) and a class. All arrays have
 * `count` entries plus one terminating zero, and live as long as the analysis.
 */
#include <stdbool.h>
#include <stdint.h>

enum gisa_char_class {
    GISA_CHAR_OTHER,
    GISA_CHAR_NEWLINE, /* LF, CR, U+2028, U+2029, U+0085, VT, FF */
    GISA_CHAR_BLANK,   /* space, tab, U+00A0, U+3000, U+200B, U+FEFF ... */
    GISA_CHAR_HANGUL,  /* precomposed syllables U+AC00..U+D7A3 */
    GISA_CHAR_JAMO,    /* single jamo, compatibility or conjoining */
    GISA_CHAR_HANJA,   /* CJK ideographs */
    GISA_CHAR_LATIN,   /* letters of any other alphabet too: Latin, Greek, Cyrillic, kana */
    GISA_CHAR_DIGIT,   /* decimal digits, full width too; key is '0'..'9' */
    GISA_CHAR_STOP,    /* . ! ? ... and their full-width forms */
    GISA_CHAR_OPEN,    /* opening bracket or directed opening quotation mark */
    GISA_CHAR_CLOSE,   /* closing bracket or directed closing quotation mark */
    GISA_CHAR_QUOTE,   /* straight " and ' (and U+FF02, U+FF07) */
    GISA_CHAR_PUNCT,   /* any other punctuation: , · - ~ : ; / */
    GISA_CHAR_SYMBOL   /* % $ ⓒ ▲ → emoji ... */
};

struct gisa_document {
    const char *source;   /* UTF-8 as received; borrowed from the caller of gisa_analyze() */
    uint32_t source_size; /* bytes */
    uint32_t source_count; /* code points of the source: offsets on the wire count these */

    const uint32_t *ch;  /* [count + 1] code points, NFC */
    const uint32_t *key; /* [count + 1] folded for matching: ASCII for full width, lower case, ' ' for a blank,
                            '\n' for a newline, '"' and '\'' keep their kind only in ch */
    const uint8_t *cls;  /* [count + 1] enum gisa_char_class */
    uint32_t count;      /* code points of the analysed text */

    /* NULL when the source was NFC already (nearly always): then indexes are the same. Else [count + 1]:
     * code point index in the source at which analysed code point i begins. */
    const uint32_t *to_source;
};

/* Code point offset in the source for offset i (0..count) of the analysed text. */
static inline uint32_t gisa_document_source_offset(const struct gisa_document *d, uint32_t i) {
    return d->to_source ? d->to_source[i] : i;
}

#endif
