/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOOLS_TRIE_BUILD_H
#define GISA_TOOLS_TRIE_BUILD_H

/* Builds the table of base/trie.h from forms. Build-time only; memory ends the program with a message. */
#include <stdbool.h>
#include <stdint.h>

#include "base/trie.h"

struct trie_builder {
    struct gisa_trie_edge *edges;
    uint32_t mask;
    uint32_t used;
    uint32_t *value;
    uint32_t nodes;
    uint32_t value_cap;
};

void trie_builder_init(struct trie_builder *b);
/* Adds form (n code points) -> row; when the form stands already, nothing changes and its row + 1 is returned, else 0. */
uint32_t trie_builder_add(struct trie_builder *b, const uint32_t *form, uint32_t n, uint32_t row);
void trie_builder_free(struct trie_builder *b);

#endif
