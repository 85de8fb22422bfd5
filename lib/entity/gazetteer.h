/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_GAZETTEER_H
#define GISA_ENTITY_GAZETTEER_H

/* Known names of data/ko/gazetteer.tsv, compiled into the program by tools/lexc. */
#include "base/trie.h"
#include "gisa/analysis.h"

struct gisa_known { /* static strings */
    uint8_t type; /* enum gisa_entity_type */
    const char *name;
    const char *country;
    const char *zone;
    uint32_t row; /* identity: equal for all forms of one name */
};

/* The longest known form that begins at key[pos] and ends at a word edge or before a particle,
 * within limit; its length, 0 if none. */
uint32_t gisa_gazetteer_find(const struct gisa_document *d, uint32_t pos, uint32_t limit, struct gisa_known *out);

/* Of any trie of forms: the longest that begins at key[pos], ends at a word edge or before a particle and lies within limit; its
 * length, 0 if none; *value is the trie's. */
uint32_t gisa_gazetteer_longest(const struct gisa_trie *trie, const struct gisa_document *d, uint32_t pos, uint32_t limit,
                                uint32_t *value);

/* The entry of exactly this form that is of this type (enum gisa_entity_type). */
bool gisa_gazetteer_as(const struct gisa_document *d, struct gisa_span form, uint8_t type, struct gisa_known *out);

#endif
