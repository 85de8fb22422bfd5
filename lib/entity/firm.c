/* SPDX-License-Identifier: Apache-2.0 */
/* Companies the model does not know: a word that ends as theirs do, where the body of a person's title stands. */
#include "entity/entity.h"

#include "firm_head_lex.h"
#include "org_suffix_lex.h"
#include "text/charclass.h"
#include "text/seek.h"
#include "token/token.h"

#include <string.h>

enum {
    MOST = 32,   /* forms looked at */
    SHORTEST = 4 /* code points: 가람전기 */
};

/* 가람|전기: a word whose stem ends as companies do. */
static bool ends_as_firm(const struct gisa_document *d, struct gisa_span word) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(word) >= SHORTEST ? gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + word.end, gisa_span_length(word), &row) : 0;
    bool ends = n >= 2 && n + 2 <= gisa_span_length(word) && strcmp(gisa_org_suffix_rows[row].label, "OGG_ECONOMY") == 0;
    for (uint32_t i = word.begin; ends && i < word.end; i++) {
        ends = d->cls[i] == GISA_CHAR_HANGUL;
    }
    return ends;
}

static bool is_person(const struct gisa_names *names, uint32_t at) {
    return at < names->count && names->at[at].type == GISA_ENTITY_PERSON;
}

/* 대표, 최고재무책임자(CFO)는: of a whole firm, where 재생에너지 | 본부장 is of a field. */
static bool is_head(const struct gisa_analysis *a, const struct gisa_token *t) {
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_firm_head_trie, a->document.key + t->span.begin, gisa_span_length(t->span), &row) > 0;
}

/* 정해웅 | 가람전기 | 대표, 가람전기 | 정해웅 | 대표: does the bare word stand where the body of a person's title does? `at`: the first name behind it. */
static bool employs(const struct gisa_analysis *a, const struct gisa_names *names, uint32_t t, uint32_t at) {
    const struct gisa_token *w = &a->tokens[t];
    const struct gisa_token *next = t + 1 < a->token_count && w[1].sentence == w->sentence ? w + 1 : NULL;
    bool behind = next && at > 0 && is_person(names, at - 1) && names->at[at - 1].span.end + 1 == w->span.begin && gisa_is_titled(a, next);
    bool before = next && is_person(names, at) && names->at[at].span.begin == next->span.begin && next->span.end == names->at[at].span.end &&
                  t + 2 < a->token_count && w[2].sentence == w->sentence && gisa_is_titled(a, w + 2);
    const struct gisa_token *title = behind ? next : before ? w + 2 : NULL;
    return title && w->span.end == w->stem_end && (!gisa_is_made_of_common_words(&a->document, w->span) || is_head(a, title));
}

bool gisa_firms_find(struct gisa_run *run, struct gisa_names *names) {
    const struct gisa_analysis *a = run->out;
    uint32_t found_at[MOST];
    uint32_t count = 0;
    uint32_t at = 0;
    for (uint32_t t = 0; t < a->token_count && count < MOST; t++) {
        const struct gisa_token *w = &a->tokens[t];
        while (at < names->count && names->at[at].span.end <= w->span.begin) {
            at++;
        }
        bool free = w->kind == GISA_TOKEN_WORD && !(at < names->count && names->at[at].span.begin < w->span.end);
        if (free && ends_as_firm(&a->document, w->span) && employs(a, names, t, at)) {
            found_at[count++] = t;
        }
    }
    struct gisa_names found = {0};
    struct gisa_names all = {0};
    for (uint32_t k = 0; k < count; k++) {
        const struct gisa_token *w = &a->tokens[found_at[k]];
        struct gisa_name name = gisa_blank_name(w->span, w->sentence, found_at[k], GISA_ENTITY_ORGANIZATION);
        name.rule = "ko.entity.firm";
        if (!gisa_names_push(run, &found, name)) {
            return false;
        }
    }
    if (found.count && !gisa_names_zip(run, names, &found, &all)) {
        return false;
    }
    *names = found.count ? all : *names;
    return true;
}
