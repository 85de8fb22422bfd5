/* SPDX-License-Identifier: Apache-2.0 */
/* Which word says what happens: a verb's own, its noun, the noun before or behind a light verb; what stands behind it. */
#include "event/event_head.h"

#include <string.h>

#include "eventrole_lex.h"
#include "text/seek.h"

enum { NOUN_REACH = 6, HEAD_REACH = 6 };

bool gisa_event_tells_content(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { NEAR = 2 };
    if (gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PAST) {
        return false;
    }
    for (uint32_t i = token + 1; i < z->end && i <= token + NEAR; i++) {
        struct gisa_trigger g = gisa_trigger_at(r, i);
        if (g.token != GISA_NONE && g.is_noun && !gisa_event_is_venue(g.type)) {
            return true;
        }
    }
    return false;
}

uint32_t gisa_event_cleft_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    if (token + 2 >= z->end || gisa_event_word_kind(r, token + 1) != GISA_EVENTROLE_KIND_CLEFT) {
        return GISA_NONE;
    }
    const struct gisa_token *last = &r->a->tokens[z->end - 1];
    while (last > &r->a->tokens[token + 1] && last->kind == GISA_TOKEN_PUNCT) {
        last--;
    }
    uint32_t i = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[token + 1].span.end);
    uint32_t found = GISA_NONE;
    for (; i < r->a->time_count && r->a->times[i].span.begin < last->span.end; i++) {
        found = i;
    }
    bool ends = found != GISA_NONE && r->a->times[found].type <= GISA_TIME_TIME && r->a->times[found].span.begin >= r->a->tokens[token + 2].span.begin &&
                r->a->times[found].span.end > last->span.begin && r->a->times[found].span.end < last->span.end;
    return ends ? found : GISA_NONE;
}

struct gisa_trigger gisa_event_noun_ahead(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { NEAR = 3 };
    if (gisa_event_word_kind(r, token) != GISA_EVENTROLE_KIND_LIGHT) {
        return gisa_no_trigger;
    }
    for (uint32_t i = token + 1; i < z->end && i <= token + NEAR; i++) {
        struct gisa_trigger g = gisa_trigger_at(r, i);
        bool happening = g.type == GISA_EVENT_POLITICS || g.type == GISA_EVENT_MEETING || g.type == GISA_EVENT_GATHERING;
        if (g.token != GISA_NONE && g.is_noun && !g.is_inflected && r->a->tokens[i].josa) {
            return happening ? g : gisa_no_trigger;
        }
        if (r->a->tokens[i].josa || r->a->tokens[i].kind != GISA_TOKEN_WORD) {
            break;
        }
    }
    return gisa_no_trigger;
}

/* 운행을 재개했다: a light verb with a noun of its own is told with it; 회동을 가졌다 is a 회동. */
static struct gisa_trigger with_light(const struct gisa_event_reader *r, struct gisa_trigger noun, uint32_t token) {
    uint32_t length = 0;
    gisa_eventrole_at(r, token, &length);
    const struct gisa_span s = r->a->tokens[token].span;
    const uint32_t first = r->d->key[s.begin];
    bool asks = length > 2 && (first == 0xC2E0 || first == 0xCCAD); /* 허가를 신청한, 심판을 청구한: no 허가 */
    if (asks || (length > 1 && s.begin + length < s.end && gisa_event_inflects(r->d->key[s.begin + length]))) {
        noun.span.end = s.begin + length;
        noun.is_noun = false;
    }
    noun.is_noun = noun.is_noun && token == noun.token + 1; /* 서명은 소피아에서 이뤄졌다: what stands between is told too */
    return noun;
}

struct gisa_trigger gisa_event_head_of(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token,
                              struct gisa_trigger own) {
    const struct gisa_trigger *noun = &z->noun;
    bool near = noun->token != GISA_NONE && noun->token + NOUN_REACH >= token && noun->token < token &&
                !(r->a->tokens[noun->token].josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_GENITIVE));
    bool other = near && r->a->tokens[token - 1].span.begin >= noun->span.end && r->a->tokens[token - 1].josa & GISA_JOSA_OBJECT &&
                 !(r->a->tokens[noun->token].josa & GISA_JOSA_OBJECT); /* 계약 서명식에서 기념촬영을 하고 */
    bool light = near && !other && gisa_event_word_kind(r, token) == GISA_EVENTROLE_KIND_LIGHT;
    bool moves = own.token != GISA_NONE && own.type == GISA_EVENT_MARKET && !own.is_noun && noun->type != GISA_EVENT_MARKET;
    if (light && (own.token == GISA_NONE || moves)) { /* 시정명령을 내렸다 is no fall */
        return with_light(r, *noun, token);
    }
    const struct gisa_token *t = &r->a->tokens[token];
    bool amid = noun->token != GISA_NONE && noun->token + 1 == token && t->josa & GISA_JOSA_COPULA && r->d->key[t->span.begin] == 0xC911 /* 중 */ && !r->a->tokens[noun->token].josa;
    if (own.token == GISA_NONE && amid) {
        struct gisa_trigger g = *noun; /* 8일부터 파업 | 중이다 */
        g.span.end = t->span.end;
        g.is_noun = false;
        return g;
    }
    if (own.token == GISA_NONE) {
        return own;
    }
    bool tells = own.type == GISA_EVENT_ANNOUNCEMENT &&
                 (noun->type == GISA_EVENT_INVESTMENT || noun->type == GISA_EVENT_LAUNCH);
    bool holds = own.type == GISA_EVENT_GATHERING && !own.is_noun &&
                 (noun->type == GISA_EVENT_MEETING || noun->type == GISA_EVENT_POLITICS || noun->type == GISA_EVENT_LEGAL);
    for (uint32_t i = noun->token + 1; near && holds && i < token; i++) {
        holds = r->a->tokens[i].ending != GISA_ENDING_ADNOMINAL || gisa_event_is_noun(r, &r->a->tokens[i]); /* 감사 결과가 나오는 | 10월 말 위원회를 열어 */
    }
    bool agrees = own.type == GISA_EVENT_AGREEMENT && noun->type == GISA_EVENT_AGREEMENT;
    if (near && (holds || (noun->token + 3 >= token && (tells || agrees)))) {
        own.type = noun->type;
        own.span.begin = noun->span.begin;
    }
    return own;
}

uint32_t gisa_event_head_end(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    uint32_t last = r->a->tokens[token].span.end;
    for (uint32_t i = token + 1; i < end && i <= token + HEAD_REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool mark = t->kind == GISA_TOKEN_PUNCT;
        if ((t->ending != GISA_ENDING_NONE && !gisa_event_is_noun(r, t)) || (mark && r->d->cls[t->span.begin] != GISA_CHAR_QUOTE &&
                                              r->d->cls[t->span.begin] != GISA_CHAR_OPEN && r->d->cls[t->span.begin] != GISA_CHAR_CLOSE)) {
            break;
        }
        if (!mark && t->josa && !(t->josa & GISA_JOSA_COPULA)) { /* the 인 of 신인 드래프트 is no particle */
            return t->stem_end;
        }
        last = mark ? last : t->span.end;
    }
    return last;
}
