/* SPDX-License-Identifier: Apache-2.0 */
#include "trie_build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

void trie_builder_init(struct trie_builder *b) {
    *b = (struct trie_builder){.mask = 63, .nodes = 1, .value_cap = 64};
    b->edges = must(calloc(b->mask + 1, sizeof *b->edges));
    b->value = must(calloc(b->value_cap, sizeof *b->value));
}

void trie_builder_free(struct trie_builder *b) {
    free(b->edges);
    free(b->value);
}

static void insert(struct gisa_trie_edge *edges, uint32_t mask, struct gisa_trie_edge e) {
    uint32_t i = gisa_trie_hash(e.node, e.ch) & mask;
    while (edges[i].ch) {
        i = (i + 1) & mask;
    }
    edges[i] = e;
}

static void grow(struct trie_builder *b) {
    uint32_t mask = b->mask * 2 + 1;
    struct gisa_trie_edge *edges = must(calloc((size_t)mask + 1, sizeof *edges));
    for (uint32_t i = 0; i <= b->mask; i++) {
        if (b->edges[i].ch) {
            insert(edges, mask, b->edges[i]);
        }
    }
    free(b->edges);
    b->edges = edges;
    b->mask = mask;
}

uint32_t trie_builder_add(struct trie_builder *b, const uint32_t *form, uint32_t n, uint32_t row) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct gisa_trie t = {b->edges, b->mask, b->value, b->nodes};
        uint32_t next = gisa_trie_step(&t, node, form[i]);
        if (!next) {
            if (b->used * 2 > b->mask) {
                grow(b);
            }
            if (b->nodes == b->value_cap) {
                b->value = must(realloc(b->value, (size_t)b->value_cap * 2 * sizeof *b->value));
                memset(b->value + b->value_cap, 0, (size_t)b->value_cap * sizeof *b->value);
                b->value_cap *= 2;
            }
            next = b->nodes++;
            insert(b->edges, b->mask, (struct gisa_trie_edge){node, form[i], next});
            b->used++;
        }
        node = next;
    }
    if (b->value[node]) {
        return b->value[node];
    }
    b->value[node] = row + 1;
    return 0;
}
