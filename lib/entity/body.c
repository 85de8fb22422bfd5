/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that the model took for persons. */
#include "body_kind_lex.h"
#include "body_noun_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "entity/person_judge.h"
#include "look_alike_lex.h"
#include "text/seek.h"

enum { GLOSS = 40, OF = 0xC758 /* 의 */ };

/* 도로시 주가는: what only bodies have stands right behind. */
static bool has_body_noun(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t next = gisa_token_from(a, n->token, s->first_token + s->token_count, n->span.end);
    if (next >= s->first_token + s->token_count || a->tokens[next].span.begin != n->span.end + 1) {
        return false;
    }
    const struct gisa_token *w = &a->tokens[next];
    const struct gisa_token *rank = next + 1 < s->first_token + s->token_count && w->stem_end == w->span.end ? w + 1 : w;
    uint32_t row = 0;
    uint32_t length = w->stem_end - w->span.begin;
    if (rank != w && gisa_title_at_end(&a->document, w->span.begin, rank->stem_end) == rank->stem_end - w->span.begin) {
        return false; /* 서동욱 | 이사회 의장: his title */
    }
    return gisa_trie_longest(&gisa_body_noun_trie, a->document.key + w->span.begin, length, &row) == length;
}

/* 걸그룹 | 베리타: what kind of body it is stands right before a foreign word. */
static bool is_behind_kind(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_token *w = n->token > a->sentences[n->sentence].first_token ? &a->tokens[n->token - 1] : NULL;
    uint32_t row = 0;
    return w && w->kind == GISA_TOKEN_WORD && w->span.end + 1 == n->span.begin && !gisa_looks_korean(&a->document, n->span) &&
           gisa_trie_longest_back(&gisa_body_kind_trie, a->document.key + w->span.end, gisa_span_length(w->span), &row) > 0;
}

/* Is a form that the model took for a person here mostly a body in this article? */
static bool is_mostly_body(const struct gisa_document *d, const struct gisa_names *names, struct gisa_span form) {
    uint32_t bodies = 0;
    uint32_t persons = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        const struct gisa_name *n = &names->at[i];
        if ((n->type == GISA_ENTITY_ORGANIZATION || n->type == GISA_ENTITY_PERSON) && gisa_same_text(d, n->span, form)) {
            bodies += n->type == GISA_ENTITY_ORGANIZATION;
            persons += n->type == GISA_ENTITY_PERSON;
        }
    }
    return bodies > persons;
}

static bool is_among(const struct gisa_document *d, const struct gisa_span *forms, uint32_t count, struct gisa_span s) {
    uint32_t i = 0;
    while (i < count && !gisa_same_text(d, forms[i], s)) {
        i++;
    }
    return i < count;
}

/* Is the surname followed by the same title somewhere: 국 위원장? */
static bool is_called_by_surname(const struct gisa_analysis *a, struct gisa_span surname, struct gisa_span title) {
    for (uint32_t t = 0; t + 1 < a->token_count; t++) {
        const struct gisa_token *w = &a->tokens[t];
        struct gisa_span behind = {w[1].span.begin, w[1].span.begin + gisa_span_length(title)};
        if (gisa_span_length(w->span) == 1 && w[1].space_before && w[1].sentence == w->sentence && behind.end <= w[1].span.end &&
            gisa_same_text(&a->document, w->span, surname) && gisa_same_text(&a->document, behind, title)) {
            return true;
        }
    }
    return false;
}

/* 국영미 위원장 … 국 위원장: a "body" of three syllables before a title, who is called by the surname later, is a person. */
static void find_strangers(const struct gisa_analysis *a, struct gisa_names *names) {
    enum { MOST = 16 };
    for (uint32_t i = 0, looked = 0; i < names->count && looked < MOST; i++) {
        struct gisa_name *n = &names->at[i];
        uint32_t end = a->sentences[n->sentence].first_token + a->sentences[n->sentence].token_count;
        if (n->type != GISA_ENTITY_ORGANIZATION || n->is_known || n->own.in || gisa_span_length(n->span) != 3 ||
            !gisa_looks_korean(&a->document, n->span) || n->token + 1 >= end || !a->tokens[n->token + 1].space_before) {
            continue;
        }
        const struct gisa_token *w = &a->tokens[n->token + 1];
        uint32_t length = gisa_title_at_end(&a->document, w->span.begin, w->stem_end);
        struct gisa_span surname = {n->span.begin, n->span.begin + 1};
        bool titled = w->kind == GISA_TOKEN_WORD && length && length == w->stem_end - w->span.begin;
        looked += titled;
        if (titled && is_called_by_surname(a, surname, (struct gisa_span){w->span.begin, w->stem_end})) {
            n->type = GISA_ENTITY_PERSON;
            n->margin = GISA_SURE_BODY;
        }
    }
}

/* 호세 | 팔로미노 항공사고조사위원회 | 위원장: the first word of the "body" that nothing is known of belongs to the foreign name before it. */
static void give_family_names(const struct gisa_analysis *a, struct gisa_names *names) {
    const struct gisa_document *d = &a->document;
    for (uint32_t i = 0; i + 1 < names->count; i++) {
        struct gisa_name *p = &names->at[i];
        struct gisa_name *n = p + 1;
        bool pair = p->type == GISA_ENTITY_PERSON && n->type == GISA_ENTITY_ORGANIZATION && !p->own.in && !n->own.in && !n->is_known && n->sentence == p->sentence &&
                    n->span.begin == p->span.end + 1 && d->cls[p->span.end] == GISA_CHAR_BLANK && !gisa_has_blank(d, p->span) && !(gisa_looks_korean(d, p->span) && gisa_span_length(p->span) >= 3);
        uint32_t blank = n->span.begin;
        while (pair && blank < n->span.end && d->cls[blank] == GISA_CHAR_HANGUL) {
            blank++;
        }
        if (!pair || blank + 2 >= n->span.end || d->cls[blank] != GISA_CHAR_BLANK || blank < n->span.begin + 2) {
            continue;
        }
        struct gisa_span word = {n->span.begin, blank};
        struct gisa_span body = {blank + 1, n->span.end};
        uint32_t end = a->sentences[n->sentence].first_token + a->sentences[n->sentence].token_count;
        uint32_t next = gisa_token_from(a, n->token, end, n->span.end);
        struct gisa_known known;
        bool name = !gisa_is_made_of_common_words(d, word) && !gisa_has_org_suffix(d, word) && !gisa_gazetteer_find(d, word.begin, word.end, &known);
        if (name && gisa_has_org_suffix(d, body) && next < end && gisa_is_titled(a, &a->tokens[next])) {
            p->span.end = word.end;
            n->span.begin = body.begin;
            n->token = gisa_token_holding(a, n->sentence, body.begin);
        }
    }
}

/* 에이미 첸(Amy Chen) 님버스랩스 공동창업자: what the model took for a second person is the body, here and elsewhere. */
void gisa_bodies_find(const struct gisa_analysis *a, struct gisa_names *names) {
    const struct gisa_document *d = &a->document;
    struct gisa_span body[2 * GISA_MAX_REPORTERS];
    uint32_t count = 0;
    struct gisa_span seen[GISA_MAX_REPORTERS]; /* strangers whose mentions were counted */
    uint32_t seen_count = 0;
    find_strangers(a, names);
    give_family_names(a, names);
    for (uint32_t i = 0; i < names->count && count < GISA_MAX_REPORTERS; i++) {
        const struct gisa_name *n = &names->at[i];
        if (n->type != GISA_ENTITY_PERSON || gisa_has_blank(d, n->span) || is_among(d, body, count, n->span)) {
            continue;
        }
        bool counted = gisa_looks_korean(d, n->span) || seen_count == GISA_MAX_REPORTERS || is_among(d, seen, seen_count, n->span);
        bool mostly = !counted && is_mostly_body(d, names, n->span);
        if (!counted) {
            seen[seen_count++] = n->span;
        }
        if (mostly || has_body_noun(a, n) || is_behind_kind(a, n) || gisa_is_body_name(d, n)) {
            body[count++] = n->span;
        }
    }
    for (uint32_t i = 1; i < names->count && count < 2 * GISA_MAX_REPORTERS; i++) {
        struct gisa_name *n = &names->at[i];
        uint32_t k = i; /* the person before, over the gloss that the model may have seen as a name too */
        while (k > 0 && i - k < 2 && names->at[k - 1].sentence == n->sentence && d->cls[names->at[k - 1].span.begin] == GISA_CHAR_LATIN) {
            k--;
        }
        const struct gisa_name *p = k > 0 ? &names->at[k - 1] : n;
        uint32_t gap = n->span.begin - p->span.end;
        bool behind = p != n && p->sentence == n->sentence && p->type == GISA_ENTITY_PERSON && n->type == GISA_ENTITY_PERSON &&
                      (gap == 1 || (gap < GLOSS && d->key[n->span.begin - 2] == ')')) &&
                      d->cls[n->span.begin - 1] == GISA_CHAR_BLANK;
        uint32_t end = a->sentences[n->sentence].first_token + a->sentences[n->sentence].token_count;
        uint32_t next = gisa_token_from(a, n->token, end, n->span.end);
        bool titled = next < end && gisa_is_titled(a, &a->tokens[next]);
        uint32_t row = 0; /* 배성근 가람고 감독 */
        bool school = gisa_trie_longest_back(&gisa_look_alike_trie, d->key + n->span.end, gisa_span_length(n->span), &row) > 0 &&
                      gisa_looks_korean(d, p->span) && gisa_span_length(p->span) == 3;
        if (behind && titled && (school || !gisa_looks_korean(d, n->span)) && !gisa_has_blank(d, n->span)) {
            body[count++] = n->span;
        }
        bool owns = p != n && p->type == GISA_ENTITY_PERSON && n->type == GISA_ENTITY_PERSON && gap == 2 &&
                    d->key[p->span.end] == OF && d->cls[p->span.end + 1] == GISA_CHAR_BLANK;
        if (owns && titled && !gisa_looks_korean(d, p->span) && !gisa_has_blank(d, p->span) &&
            count < 2 * GISA_MAX_REPORTERS) {
            body[count++] = p->span; /* 글렌모어의 사라 킴 최고경영자 */
        }
    }
    for (uint32_t i = 0; i < names->count; i++) {
        for (uint32_t k = 0; k < count && names->at[i].type == GISA_ENTITY_PERSON; k++) {
            if (!names->at[i].own.in && gisa_same_text(d, names->at[i].span, body[k])) {
                names->at[i].type = GISA_ENTITY_ORGANIZATION;
            }
        }
    }
}
