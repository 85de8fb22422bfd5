/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_OWN_H
#define GISA_ENTITY_OWN_H

/* A newsroom's own names (gisa/gazetteer.h): own_read.c makes them, own.c finds them in an article. */
#include "base/trie_grow.h"
#include "gisa/analyzer.h"

struct gisa_own_row { /* strings lie in the gazetteer */
    struct gisa_bytes_view id, name, titles, org, zone;
    uint32_t line; /* in the file: told when another row has its id */
    uint8_t type;  /* enum gisa_entity_type */
};

struct gisa_own_entry { /* a form of a row; the entries of one form are chained, at most GISA_GAZETTEER_MAX_SHARED */
    uint32_t row;
    uint32_t next; /* entry + 1, 0 = end */
    bool is_name;  /* the row's name, no alias */
};

struct gisa_gazetteer {
    struct gisa_arena arena;
    struct gisa_trie_grow grow; /* holds the trie's memory */
    struct gisa_trie trie;      /* form -> its first entry */
    struct gisa_own_row *rows;  /* [row_count] */
    struct gisa_own_entry *entries;
    uint32_t row_count, entry_count;
};

struct gisa_own { /* what a span matched; in == NULL: nothing. Valid for the call of gisa_analyze() */
    const struct gisa_gazetteer *in;
    uint32_t entry; /* the first one of the form */
    uint32_t row;
    uint8_t slot;    /* enum gisa_gazetteer_slot */
    bool is_alias;
    bool is_unsure; /* several rows fit: row is only the first of them */
};

static inline const struct gisa_own_row *gisa_own_row(const struct gisa_own *own) {
    return own->in && !own->is_unsure ? &own->in->rows[own->row] : NULL;
}

bool gisa_own_has_any(const struct gisa_options *options);
/* As gisa_gazetteer_find(): the longest form, the request's before the local one when both are equally long. */
uint32_t gisa_own_find(const struct gisa_options *options, const struct gisa_document *d, uint32_t pos, uint32_t limit,
                       struct gisa_own *out);
/* Several rows share the form: the one of this type, when there is just one. True when it is decided now. */
bool gisa_own_choose_type(struct gisa_own *own, uint8_t type);

#endif
