/* SPDX-License-Identifier: Apache-2.0 */
/* 할버그 노바다인 CEO, … 마커스 할버그 노바다인 최고경영자: a family name and a body that the model took for one foreign name. */
#include "entity/entity.h"
#include "text/seek.h"

enum { MOST = 8 /* such names of an article */ };

/* Where the name's last part begins; its begin when it has one part only. */
static uint32_t last_part(const struct gisa_document *d, struct gisa_span s) {
    uint32_t i = s.end;
    while (i > s.begin && d->cls[i - 1] != GISA_CHAR_BLANK) {
        i--;
    }
    return i;
}

/* Two foreign parts right before a title. */
static bool may_hold_body(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t second = last_part(d, n->span);
    if (n->type != GISA_ENTITY_PERSON || n->own.in || second == n->span.begin || gisa_has_blank(d, (struct gisa_span){n->span.begin, second - 1}) ||
        gisa_looks_korean(d, (struct gisa_span){second, n->span.end})) {
        return false;
    }
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t next = gisa_token_from(a, n->token, s->first_token + s->token_count, n->span.end);
    return next < s->first_token + s->token_count && a->tokens[next].span.begin == n->span.end + 1 && gisa_is_titled(a, &a->tokens[next]);
}

static bool stands_behind(const struct gisa_document *d, uint32_t end, struct gisa_span body) {
    struct gisa_span next = {end + 1, end + 1 + gisa_span_length(body)};
    return next.end <= d->count && d->cls[end] == GISA_CHAR_BLANK && gisa_same_text(d, next, body);
}

/* Is a person of the article called by it last, with the body right behind: 마커스 | 할버그 노바다인? */
static bool is_family_name(const struct gisa_document *d, const struct gisa_names *names, struct gisa_span s, struct gisa_span body) {
    for (uint32_t i = 0; i < names->count; i++) {
        const struct gisa_name *n = &names->at[i];
        uint32_t last = n->type == GISA_ENTITY_PERSON ? last_part(d, n->span) : n->span.begin;
        if (last > n->span.begin && n->span.begin != s.begin && gisa_same_text(d, (struct gisa_span){last, n->span.end}, s) && stands_behind(d, n->span.end, body)) {
            return true;
        }
    }
    return false;
}

/* What the model made elsewhere of the two words that now are known. */
static void see_elsewhere(const struct gisa_document *d, struct gisa_names *names, struct gisa_span family, struct gisa_span body) {
    for (uint32_t i = 0; i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        bool open = !n->own.in && !n->is_known;
        if (open && n->type == GISA_ENTITY_PERSON && gisa_same_text(d, n->span, body)) {
            n->type = GISA_ENTITY_ORGANIZATION;
        } else if (open && n->type == GISA_ENTITY_ORGANIZATION && gisa_same_text(d, n->span, family)) {
            n->type = GISA_ENTITY_PERSON;
        }
    }
}

bool gisa_surnames_split(struct gisa_run *run, struct gisa_names *names) {
    const struct gisa_document *d = &run->out->document;
    struct gisa_names bodies = {0}, all = {0};
    for (uint32_t i = 0; i < names->count && bodies.count < MOST; i++) {
        struct gisa_name *n = &names->at[i];
        uint32_t second = may_hold_body(run->out, n) ? last_part(d, n->span) : n->span.begin;
        struct gisa_span family = {n->span.begin, second > n->span.begin ? second - 1 : second};
        if (gisa_span_is_empty(family) || !is_family_name(d, names, family, (struct gisa_span){second, n->span.end})) {
            continue;
        }
        struct gisa_name body = gisa_blank_name((struct gisa_span){second, n->span.end}, n->sentence, gisa_token_holding(run->out, n->sentence, second), GISA_ENTITY_ORGANIZATION);
        body.is_modelled = true;
        body.margin = GISA_SURE_BODY;
        n->span = family;
        see_elsewhere(d, names, family, body.span);
        if (!gisa_names_push(run, &bodies, body)) {
            return false;
        }
    }
    if (bodies.count && !gisa_names_zip(run, names, &bodies, &all)) {
        return false;
    }
    *names = bodies.count ? all : *names;
    return true;
}
