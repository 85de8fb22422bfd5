/* SPDX-License-Identifier: Apache-2.0 */
/* Which node holds the article: prose weighs, links and the page's own words take weight away, and the article is where
 * the weight stays together. Where JSON-LD told the article's text, what is found in it weighs more. */
#include <string.h>

#include "inside.h"
#include "text/utf8.h"

enum { GRAM = 8, SET_BITS = 16, STATEMENT = 15 /* letters */, LONG = 60 };

/* Calls for every window of GRAM Hangul syllables with its hash. */
struct grams {
    uint32_t window[GRAM];
    uint32_t count;
};

static bool next_gram(struct grams *g, uint32_t ch, uint32_t *hash) {
    if (ch < 0xAC00 || ch > 0xD7A3) {
        return false;
    }
    g->window[g->count++ % GRAM] = ch;
    if (g->count < GRAM) {
        return false;
    }
    uint32_t h = UINT32_C(0x811C9DC5);
    for (uint32_t i = 0; i < GRAM; i++) {
        h = (h ^ g->window[(g->count + i) % GRAM]) * UINT32_C(0x01000193);
        h ^= h >> 15;
    }
    *hash = h;
    return true;
}

static uint32_t step(struct page_text t, uint32_t at, uint32_t *ch) {
    uint32_t n = gisa_utf8_decode(t.bytes + at, t.size - at, ch);
    *ch = n ? *ch : 0;
    return n ? n : 1;
}

static void match_body(struct page_builder *b) {
    uint8_t *set = gisa_arena_zeroed(b->arena, (size_t)1 << SET_BITS, 1);
    uint32_t ch, hash;
    if (!set) {
        b->failed = true;
        return;
    }
    struct grams g = {.count = 0};
    for (uint32_t i = 0; i < b->article_body.size;) {
        i += step(b->article_body, i, &ch);
        if (next_gram(&g, ch, &hash)) {
            set[hash >> (32 - SET_BITS)] |= (uint8_t)(1u << (hash & 7));
        }
    }
    for (uint32_t k = 0; k < b->block_count; k++) {
        struct page_block *block = &b->blocks[k];
        uint32_t all = 0, found = 0;
        g.count = 0;
        for (uint32_t i = 0; i < block->text.size;) {
            i += step(block->text, i, &ch);
            if (next_gram(&g, ch, &hash)) {
                all++;
                found += set[hash >> (32 - SET_BITS)] >> (hash & 7) & 1;
            }
        }
        block->match = all ? (float)found / (float)all : 0.5f;
    }
}

static float weigh(const struct page_builder *b, const struct page_block *k) {
    uint16_t hints = b->nodes[k->node].hints;
    float links = k->text.size ? (float)k->link / (float)k->text.size : 1;
    float w = (float)k->letters;
    w *= k->is_statement && k->letters >= STATEMENT ? 1.0f : k->letters >= LONG ? 0.5f : 0.05f;
    w *= links > 0.5f ? 0.02f : 1.0f - links;
    w *= hints & GISA_PAGE_HINT_KIND_CHROME ? 0.15f : 1.0f;
    w *= hints & GISA_PAGE_HINT_KIND_HIDDEN ? 0.1f : 1.0f;
    w *= hints & GISA_PAGE_HINT_KIND_CAPTION ? 0.1f : 1.0f;
    w *= hints & GISA_PAGE_HINT_KIND_BODY ? 1.5f : hints & GISA_PAGE_HINT_KIND_ARTICLE ? 1.2f : 1.0f;
    w *= k->match > 0.7f ? 2.0f : k->match >= 0 && k->match < 0.2f ? 0.2f : 1.0f;
    return w;
}

static void add_weights(struct page_builder *b) {
    for (uint32_t i = 0; i < b->block_count; i++) {
        b->blocks[i].weight = weigh(b, &b->blocks[i]);
        b->nodes[b->blocks[i].node].weight += b->blocks[i].weight;
    }
    for (uint32_t i = b->node_count; i-- > 1;) {
        struct page_node *n = &b->nodes[i];
        struct page_node *parent = &b->nodes[n->parent];
        parent->weight += n->weight;
        if (n->weight > 0 && (parent->best == GISA_NONE || n->weight >= b->nodes[parent->best].weight)) {
            parent->best = i;
        }
    }
}

/* What holds the article is not the page's chrome, whatever it is called or whoever forgot to close it. */
static void clear_ancestors(struct page_builder *b, uint32_t root) {
    for (uint32_t at = root; at; at = b->nodes[at].parent) {
        b->nodes[at].own &= (uint16_t)~(GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_HIDDEN);
    }
    for (uint32_t i = 1; i < b->node_count; i++) {
        b->nodes[i].hints = (uint16_t)(b->nodes[i].own | b->nodes[b->nodes[i].parent].hints);
    }
}

uint32_t page_select(struct page_builder *b) {
    for (uint32_t i = 0; i < b->node_count; i++) {
        b->nodes[i].weight = 0;
        b->nodes[i].best = GISA_NONE;
    }
    if (b->article_body.size) {
        match_body(b);
    }
    add_weights(b);
    uint32_t root = 0;
    for (uint32_t i = 1; i < b->node_count; i++) { /* the heaviest node that calls itself the body, if it holds enough */
        const struct page_node *n = &b->nodes[i];
        bool better = root ? n->weight > b->nodes[root].weight : n->weight > 0.4f * b->nodes[0].weight;
        if (n->own & GISA_PAGE_HINT_KIND_BODY && better) {
            root = i;
        }
    }
    for (uint32_t i = root + 1; root && i < b->node_count; i++) { /* wrappers call themselves so too: the inner one */
        const struct page_node *n = &b->nodes[i];
        if (n->first_block >= b->nodes[root].end_block) {
            break;
        }
        if (n->own & GISA_PAGE_HINT_KIND_BODY && n->weight >= 0.6f * b->nodes[root].weight) {
            root = i;
        }
    }
    float share = root ? 0.85f : 0.7f;
    while (b->nodes[root].best != GISA_NONE && b->nodes[b->nodes[root].best].weight >= share * b->nodes[root].weight) {
        uint32_t best = b->nodes[root].best;
        if (b->nodes[best].end_block - b->nodes[best].first_block < 2 &&
            b->nodes[root].end_block - b->nodes[root].first_block >= 2) {
            break; /* a single paragraph is not the article while others stand beside it */
        }
        root = best;
    }
    clear_ancestors(b, root);
    return root;
}

bool page_same_letters(struct page_text a, struct page_text b) {
    uint32_t i = 0, k = 0, x = 0, y = 0;
    for (;;) {
        do { /* the next letter or figure of each; punctuation and blanks differ between copies */
            x = 0;
            i += i < a.size ? step(a, i, &x) : 0;
        } while (i < a.size && !(x >= 0xAC00 && x <= 0xD7A3) && !(x >= '0' && x <= '9') && !(x >= 'A' && x <= 'z'));
        do {
            y = 0;
            k += k < b.size ? step(b, k, &y) : 0;
        } while (k < b.size && !(y >= 0xAC00 && y <= 0xD7A3) && !(y >= '0' && y <= '9') && !(y >= 'A' && y <= 'z'));
        bool is_x = (x >= 0xAC00 && x <= 0xD7A3) || (x >= '0' && x <= '9') || (x >= 'A' && x <= 'z');
        bool is_y = (y >= 0xAC00 && y <= 0xD7A3) || (y >= '0' && y <= '9') || (y >= 'A' && y <= 'z');
        if (!is_x || !is_y) {
            return !is_x && !is_y;
        }
        if (x != y) {
            return false;
        }
    }
}
