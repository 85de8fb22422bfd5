/* SPDX-License-Identifier: Apache-2.0 */
#include "base/trie.h"

uint32_t gisa_trie_longest(const struct gisa_trie *trie, const uint32_t *key, uint32_t n, uint32_t *row) {
    uint32_t node = 0;
    uint32_t best = 0;
    for (uint32_t i = 0; i < n; i++) {
        node = gisa_trie_step(trie, node, key[i]);
        if (!node) {
            break;
        }
        if (trie->value[node]) {
            best = i + 1;
            *row = trie->value[node] - 1;
        }
    }
    return best;
}

uint32_t gisa_trie_longest_back(const struct gisa_trie *trie, const uint32_t *key_end, uint32_t n, uint32_t *row) {
    uint32_t node = 0;
    uint32_t best = 0;
    for (uint32_t i = 0; i < n; i++) {
        node = gisa_trie_step(trie, node, *(key_end - 1 - i));
        if (!node) {
            break;
        }
        if (trie->value[node]) {
            best = i + 1;
            *row = trie->value[node] - 1;
        }
    }
    return best;
}
