/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_site.h"

#include "here_lex.h"
#include "site_lex.h"
#include "text/seek.h"
#include "token/token.h"

enum { AGENTIVE = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE };

/* 합작|공장을: the noun that says what it is; empty if it is no such thing. */
static struct gisa_span site_noun(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = t->kind == GISA_TOKEN_WORD ? gisa_trie_longest_back(&gisa_site_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) : 0;
    return (struct gisa_span){t->stem_end - n, t->stem_end};
}

/* A body of the phrase that the noun ends: 누리대병원에서. */
static uint32_t house_of(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, r->a->tokens[p->end - 1].stem_end);
    const struct gisa_mention *last = m ? &r->a->mentions[m - 1] : NULL;
    return last && last->span.end == r->a->tokens[p->end - 1].stem_end && r->a->entities[last->entity].type == GISA_ENTITY_ORGANIZATION ? last->entity : GISA_NONE;
}

/* 이 공장, 해당 공장; 다른 공장 and 2공장 may be another. */
static bool is_known(const struct gisa_event_reader *r, const struct gisa_token *t, struct gisa_span noun, bool *shown) {
    enum { I = 0xC774, GEU = 0xADF8 /* 이 그 */, HAE = 0xD574, DANG = 0xB2F9 /* 해당 */, GAT = 0xAC19, EUN = 0xC740 /* 같은 */ };
    const struct gisa_token *before = t > r->a->tokens && t[-1].sentence == t->sentence ? t - 1 : NULL;
    uint32_t k = before ? r->d->key[before->span.begin] : 0;
    uint32_t n = before ? gisa_span_length(before->span) : 0;
    uint32_t second = n == 2 ? r->d->key[before->span.begin + 1] : 0;
    *shown = (n == 1 && (k == I || k == GEU)) || (n == 2 && ((k == HAE && second == DANG) || (k == GAT && second == EUN)));
    bool bare = !before || before->kind != GISA_TOKEN_WORD || (before->josa && !(before->josa & GISA_JOSA_GENITIVE)) || before->ending == GISA_ENDING_CONNECTIVE;
    bool figure = noun.begin > t->span.begin && r->d->cls[t->span.begin] == GISA_CHAR_DIGIT;
    return *shown || (bare && !figure);
}

void gisa_event_remember_sites(struct gisa_event_reader *r) {
    uint32_t at = GISA_NONE; /* 화성에 | 공장을 */
    for (uint32_t i = 0; i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool here = p->place != GISA_NONE && !gisa_event_is_state(&r->a->entities[p->place]);
        for (uint32_t t = p->first; t < p->end; t++) {
            const struct gisa_span noun = site_noun(r, &r->a->tokens[t]);
            bool shown = false;
            uint32_t place = here ? p->place : t + 1 == p->end ? house_of(r, p) : GISA_NONE;
            place = place != GISA_NONE ? place : at;
            if (!gisa_span_is_empty(noun) && (place != GISA_NONE || !is_known(r, &r->a->tokens[t], noun, &shown))) {
                r->sites[r->site_count++ % GISA_SITES] = (struct gisa_site){noun, r->a->tokens[t].span.begin, place, r->segment};
            }
        }
        at = here && p->josa & (GISA_JOSA_DATIVE | GISA_JOSA_GENITIVE) ? p->place : p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_DIRECTION | GISA_JOSA_LOCATIVE) ? GISA_NONE : at;
    }
}

/* 24일 같은 곳에서: where the last of what was told a sentence or two before took place. */
static uint32_t place_meant(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_phrase *p) {
    enum { DRAFTS = 4, SENTENCES = 2 };
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    bool meant = false;
    for (uint32_t k = 0; k < 2 && p->josa & GISA_JOSA_LOCATIVE && p->end >= k + 1; k++) {
        uint32_t row = 0;
        uint32_t begin = r->a->tokens[p->end - 1 - k].span.begin;
        meant = meant || (begin < t->stem_end && gisa_trie_longest(&gisa_here_trie, r->d->key + begin, t->stem_end - begin, &row) == t->stem_end - begin);
    }
    for (uint32_t i = r->count; meant && i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence + SENTENCES >= x->sentence;) {
        if (r->drafts[i].place != GISA_NONE && !r->drafts[i].is_dropped) {
            return r->drafts[i].place;
        }
    }
    return GISA_NONE;
}

/* 공장은 9월 착공해 | 2028년 가동에 들어간다: of the same thing as the clause before. */
static uint32_t goes_on_there(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to) {
    const struct gisa_draft *y = r->count && x->type == GISA_EVENT_LAUNCH ? &r->drafts[r->count - 1] : NULL;
    bool own = false;
    for (uint32_t i = from; i < to; i++) {
        own = own || r->phrases[i].josa & (AGENTIVE | GISA_JOSA_OBJECT) || r->phrases[i].place != GISA_NONE;
    }
    return y && !own && !y->is_inner && y->sentence == x->sentence && y->type == GISA_EVENT_LAUNCH ? y->place : GISA_NONE;
}

uint32_t gisa_event_site(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        const struct gisa_token *t = &r->a->tokens[p->end - 1];
        const struct gisa_span noun = site_noun(r, t);
        bool meant = p->josa & GISA_JOSA_LOCATIVE || (x->type == GISA_EVENT_LAUNCH && p->josa & (AGENTIVE | GISA_JOSA_OBJECT));
        bool shown = false;
        uint32_t here = p->place == GISA_NONE ? place_meant(r, x, p) : GISA_NONE;
        if (here != GISA_NONE) {
            return here;
        }
        if (gisa_span_is_empty(noun) || !meant || p->place != GISA_NONE || p->part_count || !is_known(r, t, noun, &shown)) {
            continue;
        }
        uint32_t found = GISA_NONE;
        uint32_t known = r->site_count < GISA_SITES ? r->site_count : GISA_SITES;
        for (uint32_t k = 1; k <= known; k++) {
            const struct gisa_site *s = &r->sites[(r->site_count - k) % GISA_SITES];
            bool compound = noun.begin > t->span.begin; /* 합작공장 is no other factory's */
            if (!gisa_same_text(r->d, s->noun, noun) || s->noun.begin >= noun.begin ||
                (compound && !gisa_same_text(r->d, (struct gisa_span){s->word, s->noun.end}, (struct gisa_span){t->span.begin, noun.end}))) {
                continue;
            }
            if (found != GISA_NONE && found != s->place) {
                return GISA_NONE; /* two factories: which? */
            }
            found = s->place;
            if (shown || s->segment == r->segment) {
                break;
            }
        }
        if (found != GISA_NONE) {
            return found;
        }
    }
    return goes_on_there(r, x, from, to);
}
