/* SPDX-License-Identifier: Apache-2.0 */
#include "base/trie_grow.h"

#include <stdbool.h>
#include <string.h>

enum { FIRST_SLOTS = 1024, MAX_RUN = 1024, MAX_THIN = 64 /* slots an edge */ };

static bool new_table(struct gisa_trie_grow *g, uint32_t slots) {
    gisa_arena_init(&g->table, g->cap);
    g->edges = gisa_arena_zeroed(&g->table, slots, sizeof *g->edges);
    g->mask = slots - 1;
    return g->edges != NULL;
}

enum gisa_status gisa_trie_grow_init(struct gisa_trie_grow *g, size_t cap) {
    *g = (struct gisa_trie_grow){.nodes = 1, .cap = cap, .value_cap = FIRST_SLOTS};
    gisa_arena_init(&g->values, cap);
    g->value = gisa_arena_zeroed(&g->values, FIRST_SLOTS, sizeof *g->value);
    return new_table(g, FIRST_SLOTS) && g->value ? GISA_OK : GISA_NO_MEMORY;
}

void gisa_trie_grow_free(struct gisa_trie_grow *g) {
    gisa_arena_free(&g->table);
    gisa_arena_free(&g->values);
}

/* False when the slot is too far from where it belongs. */
static bool insert(struct gisa_trie_grow *g, struct gisa_trie_edge e) {
    uint32_t i = gisa_trie_hash(e.node, e.ch) & g->mask;
    uint32_t probes = 0;
    while (g->edges[i].ch && probes++ < MAX_RUN) {
        i = (i + 1) & g->mask;
    }
    if (g->edges[i].ch) {
        return false;
    }
    g->edges[i] = e;
    return true;
}

/* Twice as wide. GISA_LIMIT: the edges stand in each other's way even so. */
static enum gisa_status grow_table(struct gisa_trie_grow *g) {
    struct gisa_arena old_table = g->table;
    const struct gisa_trie_edge *old = g->edges;
    uint32_t old_slots = g->mask + 1;
    if (old_slots / MAX_THIN > g->used + FIRST_SLOTS) {
        return GISA_LIMIT;
    }
    bool fits = old_slots <= UINT32_MAX / 4 && new_table(g, old_slots * 2);
    enum gisa_status status = fits ? GISA_OK : GISA_NO_MEMORY;
    for (uint32_t i = 0; i < old_slots && fits; i++) {
        fits = !old[i].ch || insert(g, old[i]);
    }
    gisa_arena_free(&old_table);
    return fits ? GISA_OK : status == GISA_OK ? GISA_LIMIT : status;
}

static bool grow_values(struct gisa_trie_grow *g) {
    struct gisa_arena old = g->values;
    gisa_arena_init(&g->values, g->cap);
    uint32_t *value = gisa_arena_zeroed(&g->values, (size_t)g->value_cap * 2, sizeof *value);
    if (value) {
        memcpy(value, g->value, (size_t)g->value_cap * sizeof *value);
        g->value_cap *= 2;
    }
    g->value = value;
    gisa_arena_free(&old);
    return value != NULL;
}

enum gisa_status gisa_trie_grow_add(struct gisa_trie_grow *g, const uint32_t *key, uint32_t n, uint32_t **value) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct gisa_trie t = {g->edges, g->mask, g->value, g->nodes};
        uint32_t next = gisa_trie_step(&t, node, key[i]);
        if (!next) {
            enum gisa_status status = g->used >= g->mask / 2 ? grow_table(g) : GISA_OK;
            while (status == GISA_OK && !insert(g, (struct gisa_trie_edge){node, key[i], g->nodes})) {
                status = grow_table(g);
            }
            if (status != GISA_OK) {
                return status;
            }
            g->used++;
            if (g->nodes == g->value_cap && !grow_values(g)) {
                return GISA_NO_MEMORY;
            }
            next = g->nodes++;
        }
        node = next;
    }
    *value = &g->value[node];
    return GISA_OK;
}

static bool has_long_run(const struct gisa_trie_grow *g) {
    uint32_t run = 0;
    for (uint32_t i = 0; i <= g->mask; i++) {
        run = g->edges[i].ch ? run + 1 : 0;
        if (run > MAX_RUN) {
            return true;
        }
    }
    return false;
}

enum gisa_status gisa_trie_grow_finish(struct gisa_trie_grow *g, struct gisa_trie *out) {
    while (has_long_run(g)) {
        enum gisa_status status = grow_table(g);
        if (status != GISA_OK) {
            return status;
        }
    }
    *out = (struct gisa_trie){g->edges, g->mask, g->value, g->nodes};
    return GISA_OK;
}
