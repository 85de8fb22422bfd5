/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_BASE_TRIE_H
#define GISA_BASE_TRIE_H

/* A trie over code points whose edges lie in one open-addressing table: one probe or two for a step, constant
 * tables, no pointers, so that it serves compiled lexicons (tools/lexc) and mapped gazetteers (tools/gazc) alike. */
#include <stdint.h>

struct gisa_trie_edge {
    uint32_t node; /* from */
    uint32_t ch;   /* code point; 0 = empty slot */
    uint32_t next; /* to; never 0 */
};

struct gisa_trie {
    const struct gisa_trie_edge *edges; /* [mask + 1], at least one slot empty */
    uint32_t mask;                      /* power of two minus one */
    const uint32_t *value;              /* [nodes] row + 1, 0 = no form ends here */
    uint32_t nodes;
};

static inline uint32_t gisa_trie_hash(uint32_t node, uint32_t ch) {
    uint32_t h = node * UINT32_C(0x9E3779B1) + ch * UINT32_C(0x85EBCA6B);
    h ^= h >> 15;
    h *= UINT32_C(0x2C1B3C6D);
    return h ^ (h >> 13);
}

struct gisa_lexicon_entry { /* of a lexicon in which a form may stand in several rows (tools/lexc, "multi") */
    uint32_t row;
    uint32_t next; /* entry + 1, 0 = end */
};

/* The node reached from `node` (0 = root) by ch, or 0. */
static inline uint32_t gisa_trie_step(const struct gisa_trie *t, uint32_t node, uint32_t ch) {
    for (uint32_t i = gisa_trie_hash(node, ch) & t->mask; t->edges[i].ch; i = (i + 1) & t->mask) {
        if (t->edges[i].ch == ch && t->edges[i].node == node) {
            return t->edges[i].next;
        }
    }
    return 0;
}

/* Longest form that begins at key[0] within n code points: its length, 0 if none; *row is its row. */
uint32_t gisa_trie_longest(const struct gisa_trie *trie, const uint32_t *key, uint32_t n, uint32_t *row);

/* The same for a trie of reversed forms: the longest form that ends right before key_end, at most n long. */
uint32_t gisa_trie_longest_back(const struct gisa_trie *trie, const uint32_t *key_end, uint32_t n, uint32_t *row);

#endif
