/* SPDX-License-Identifier: Apache-2.0 */
/* Ships: a name in 호 that stands once behind its kind is a thing wherever the article tells it, and nobody. */
#include "entity/entity.h"

#include "ship_lex.h"
#include "text/charclass.h"
#include "text/seek.h"
#include "token/token.h"

enum { MOST = 8 /* ships of an article */, SHORTEST = 2 /* code points */, HO = 0xD638 /* 호 */ };

static bool is_kind(const struct gisa_document *d, const struct gisa_token *t) {
    uint32_t row = 0;
    return t->kind == GISA_TOKEN_WORD && gisa_trie_longest_back(&gisa_ship_trie, d->key + t->stem_end, t->stem_end - t->span.begin, &row) > 0;
}

/* 여객선 '해누리3호', 화물선 오리엔탈 호프호: the word in 호 at most two words behind the kind. */
static const struct gisa_token *ship_behind(const struct gisa_analysis *a, uint32_t t) {
    enum { REACH = 3 /* a mark, a word, the name */ };
    for (uint32_t i = t + 1; i < a->token_count && i <= t + REACH && a->tokens[i].sentence == a->tokens[t].sentence; i++) {
        const struct gisa_token *w = &a->tokens[i];
        if (w->kind == GISA_TOKEN_WORD && w->stem_end >= w->span.begin + SHORTEST && a->document.key[w->stem_end - 1] == HO) {
            return w;
        }
        if (w->kind == GISA_TOKEN_WORD && (w->josa || w->ending != GISA_ENDING_NONE)) {
            break;
        }
    }
    return NULL;
}

void gisa_ships_see(const struct gisa_analysis *a, struct gisa_names *names) {
    const struct gisa_token *ships[MOST];
    uint32_t count = 0;
    for (uint32_t t = 0; t < a->token_count && count < MOST; t++) {
        const struct gisa_token *w = is_kind(&a->document, &a->tokens[t]) ? ship_behind(a, t) : NULL;
        if (w) {
            ships[count++] = w;
        }
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        bool open = n->type == GISA_ENTITY_PERSON && !n->own.in && a->document.key[n->span.end - 1] == HO;
        for (uint32_t k = 0; k < count && open; k++) {
            uint32_t length = gisa_span_length(n->span);
            uint32_t whole = ships[k]->stem_end - ships[k]->span.begin;
            uint32_t common = length < whole ? length : whole; /* 제27금양호, 금양호 */
            if (gisa_same_text(&a->document, (struct gisa_span){n->span.end - common, n->span.end}, (struct gisa_span){ships[k]->stem_end - common, ships[k]->stem_end})) {
                n->type = GISA_ENTITY_PRODUCT;
                open = false;
            }
        }
    }
}
