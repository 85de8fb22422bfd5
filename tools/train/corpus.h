/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOOLS_CORPUS_H
#define GISA_TOOLS_CORPUS_H

/* Training sentences in memory: text with one NEWS-9 label a character. Two formats, told apart by the file's ending:
 * .tsv  CHAR<TAB>KLUE6<TAB>NIKL150, a blank line between sentences (labels mapped by ner_tagset.tsv)
 * .txt  a sentence a line, entities inline as ⟦form|TYPE⟧, CV = CP */
#include <stddef.h>
#include <stdint.h>

struct sentence {
    char *text;      /* UTF-8, NFC */
    size_t size;
    uint8_t *label;  /* [code points] 0 = O, 1 + 2 * type = B, 2 + 2 * type = I */
    uint32_t count;  /* code points */
    uint8_t source;  /* index of the file */
    uint8_t is_held; /* in the validation part */
    uint8_t is_copy; /* made by replace.h */
    uint8_t fold;    /* 0..4 by hash of the text */
};

struct corpus {
    struct sentence *at;
    size_t count;
    size_t cap;
    unsigned hold, holds; /* the part hold of holds is kept for validation; set before reading */
};

/* Reads a file behind what the corpus holds; with may_hold set, a part of it by hash of the text is marked
 * is_held. Ends the
 * program with file:line on a bad one. */
void corpus_read(struct corpus *corpus, const char *path, const char *tagset, uint8_t source, int may_hold);
void corpus_free(struct corpus *corpus);

#endif
