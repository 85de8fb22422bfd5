/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOKEN_TOKEN_H
#define GISA_TOKEN_TOKEN_H

/* Words, their particles and endings, and the clause that governs a word. */
#include "gisa/analysis.h"

/* True when [pos, end) is empty or one known particle (josa.tsv) that may follow the character at pos - 1; *josa gets its
 * bits. For right edges of names and times. */
bool gisa_josa_tail(const struct gisa_document *d, uint32_t pos, uint32_t end, uint32_t *josa);

struct gisa_clause {
    uint32_t first, end; /* tokens: from the asked one to behind the word that closes its clause */
    uint8_t tense;       /* enum gisa_tense; FUTURE for plans */
    uint8_t ending;      /* enum gisa_ending of the closing word */
    uint8_t modality;    /* bits of enum gisa_modality */
};

/* The clause that governs token, read forward to its finite or connective predicate (at most 64 tokens). */
void gisa_clause_read(const struct gisa_analysis *a, uint32_t token, struct gisa_clause *out);

/* Fills josa, stem_end, tense, ending and modality of a word whose span is set. */
void gisa_particle_read(const struct gisa_document *d, struct gisa_token *token);
void gisa_ending_read(const struct gisa_document *d, struct gisa_token *token);

#endif
