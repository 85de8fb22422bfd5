/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that bear the name before them: 체코 산업통상부 is not the ministry of that name here, 금속노조 경남지부 is one body. */
#include <string.h>

#include "branch_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "entity/label.h"
#include "organ_lex.h"
#include "token/token.h"

/* Is the name a country's, by the gazetteer or its own words? */
static bool is_country(const struct gisa_name *n) {
    struct gisa_bytes_view name = {n->canonical, n->canonical ? (uint32_t)strlen(n->canonical) : 0};
    return n->type == GISA_ENTITY_PLACE && n->canonical && gisa_country_of(name) != NULL;
}

/* 미국 상원, 경남도의회: a house of lawgivers, by its last two syllables. */
static bool is_house(const struct gisa_document *d, const struct gisa_name *n) {
    enum { WON = 0xC6D0 /* 원 */, SANG = 0xC0C1 /* 상 */, HA = 0xD558 /* 하 */, HOE = 0xD68C /* 회 */, UI = 0xC758 /* 의 */ };
    uint32_t last = d->key[n->span.end - 1];
    uint32_t before = gisa_span_length(n->span) >= 2 ? d->key[n->span.end - 2] : 0;
    return n->type == GISA_ENTITY_ORGANIZATION && ((last == WON && (before == SANG || before == HA)) || (last == HOE && before == UI));
}

/* May b bear the name of a, which stands right before it? */
static bool is_branch(const struct gisa_document *d, const struct gisa_name *a, const struct gisa_name *b) {
    uint32_t row = 0;
    uint32_t length = gisa_span_length(b->span);
    uint32_t n = b->type == GISA_ENTITY_ORGANIZATION && !a->own.in && !b->own.in
                     ? gisa_trie_longest_back(&gisa_branch_trie, d->key + b->span.end, length, &row) : 0;
    if (!n || b->span.begin != a->span.end + 1 || d->cls[a->span.end] != GISA_CHAR_BLANK || a->sentence != b->sentence) {
        return false;
    }
    if (gisa_branch_rows[row].of == GISA_BRANCH_OF_STATE && is_house(d, a)) {
        return length > n; /* 미국 상원 | 외교위원회 */
    }
    if (gisa_branch_rows[row].of == GISA_BRANCH_OF_STATE) {
        return length >= (length == n ? 2 : 3) && a->form != GISA_MENTION_ALIAS && is_country(a) && strcmp(a->country, "KR") != 0;
    }
    return length > n && !b->is_known && a->type == GISA_ENTITY_ORGANIZATION && !gisa_has_blank(d, a->span);
}

/* 경북대 | 총학생회는: where the organ ends that is one body with the name before it, 0 if none stands there. */
static uint32_t organ_end(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    bool body = n->type == GISA_ENTITY_ORGANIZATION;
    bool town = n->type == GISA_ENTITY_PLACE && !is_country(n);
    uint32_t begin = n->span.end + 1;
    if (n->own.in || !(body || town) || begin >= a->sentences[n->sentence].span.end || d->cls[n->span.end] != GISA_CHAR_BLANK) {
        return 0;
    }
    const struct gisa_token *w = &a->tokens[gisa_token_holding(a, n->sentence, begin)];
    uint32_t row = 0;
    uint32_t length = w->span.begin == begin ? w->stem_end - begin : 0;
    bool organ = length && gisa_trie_longest(&gisa_organ_trie, d->key + begin, length, &row) == length;
    return organ && (body || gisa_organ_rows[row].of == GISA_ORGAN_OF_ANY) ? w->stem_end : 0;
}

static void make_one(struct gisa_name *n, const char *rule) {
    n->canonical = NULL;
    n->is_known = false;
    n->type = GISA_ENTITY_ORGANIZATION;
    n->row = GISA_NONE;
    n->zone = "";
    n->same_as = 0;
    n->form = GISA_MENTION_NAME;
    n->margin = GISA_SURE_BODY;
    n->rule = rule;
}

static void join_organs(const struct gisa_analysis *a, struct gisa_names *names, uint32_t first) {
    uint32_t kept = first;
    for (uint32_t i = first; i < names->count; i++) {
        struct gisa_name n = names->at[i];
        if (kept > first && names->at[kept - 1].span.end > n.span.begin) {
            continue; /* the organ itself, told already */
        }
        uint32_t end = organ_end(a, &n);
        if (end) {
            make_one(&n, "ko.entity.branch");
            n.span.end = end;
        }
        names->at[kept++] = n;
    }
    names->count = kept;
}

void gisa_branches_join(const struct gisa_analysis *a, struct gisa_names *names, uint32_t first) {
    const struct gisa_document *d = &a->document;
    uint32_t kept = first;
    for (uint32_t i = first; i < names->count; i++) {
        struct gisa_name n = names->at[i];
        struct gisa_name *last = kept > first ? &names->at[kept - 1] : NULL;
        if (last && is_branch(d, last, &n)) {
            n.span.begin = last->span.begin;
            n.token = last->token;
            n.country = last->country;
            make_one(&n, "ko.entity.branch");
            *last = n;
            continue;
        }
        names->at[kept++] = n;
    }
    names->count = kept;
    join_organs(a, names, first);
}
