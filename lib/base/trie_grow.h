/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_BASE_TRIE_GROW_H
#define GISA_BASE_TRIE_GROW_H

/* Makes a trie of base/trie.h at run time. Forms may come from a stranger who chose them to collide: the table grows until
 * no run of taken slots is longer than MAX_RUN, and gives up when it has grown far beyond what its edges need, so that adding
 * and stepping stay a bounded number of probes. */
#include "base/arena.h"
#include "base/trie.h"
#include "gisa/status.h"

struct gisa_trie_grow {
    struct gisa_arena table; /* each growth moves to a new arena: the old one is freed at once */
    struct gisa_arena values;
    struct gisa_trie_edge *edges;
    uint32_t *value;
    uint32_t mask, used, nodes, value_cap;
    size_t cap; /* bytes of each arena */
};

enum gisa_status gisa_trie_grow_init(struct gisa_trie_grow *grow, size_t cap);
void gisa_trie_grow_free(struct gisa_trie_grow *grow);
/* The value of key[0..n), n > 0, made 0 when it is new; valid until the next call. GISA_NO_MEMORY, GISA_LIMIT. */
enum gisa_status gisa_trie_grow_add(struct gisa_trie_grow *grow, const uint32_t *key, uint32_t n, uint32_t **value);
/* To be called once all forms are in. */
enum gisa_status gisa_trie_grow_finish(struct gisa_trie_grow *grow, struct gisa_trie *out);

#endif
