/* SPDX-License-Identifier: Apache-2.0 */
/* Where it happened: what the particle of a place means for each type of event. */
#include "event/event_place.h"

#include "event/event_law.h"
#include "event/event_predicate.h"
#include "event/event_site.h"
#include "eventrole_lex.h"
#include "facility_kind_lex.h"
#include "goes_lex.h"
#include "seat_suffix_lex.h"
#include "text/seek.h"
#include "token/token.h"

enum { AGENTIVE = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE };

bool gisa_event_is_plant(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    return gisa_trie_longest_back(&gisa_facility_kind_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) > 0;
}

/* A body of the phrase that is a house too: 국회에서, 도담병원에서. */
static uint32_t seat_of(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    for (uint32_t k = p->part_count; k-- > 0;) {
        const struct gisa_entity *e = &r->a->entities[p->part[k]];
        uint32_t row = 0;
        const struct gisa_mention *m = &r->a->mentions[e->first_mention];
        uint32_t length = gisa_span_length(m->span);
        if (e->type == GISA_ENTITY_ORGANIZATION &&
            gisa_trie_longest_back(&gisa_seat_suffix_trie, r->d->key + m->span.end, length, &row)) {
            return p->part[k];
        }
    }
    return GISA_NONE;
}

/* 찾아 | 만났다, 옮겨 | 치른다: does the clause behind a goal tell no more than that one goes there, and goes on? */
static bool goes_there(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token < r->a->token_count ? token : 0];
    uint32_t row = 0;
    return token < r->a->token_count && gisa_trie_longest(&gisa_goes_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
}

/* 한빛연구원에서, 한빛연구원(HRI)에서: does the name itself bear the particle, and no 본사, 청사 behind it? */
static bool bears_particle(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    const struct gisa_token *last = &r->a->tokens[p->end - 1];
    if (!last->space_before && p->end > p->first + 1) {
        return true;
    }
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, last->stem_end);
    return m > 0 && r->a->mentions[m - 1].span.end == last->stem_end;
}

/* 오사카에, 경기 화성시 공장에; 우크라이나 재건에 관한 | 양해각서에 is of something else: does the phrase's place stand with its head? */
static bool is_with_head(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    uint32_t end = r->a->tokens[p->end - 1].span.end;
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, end);
    while (m > 0 && r->a->mentions[m - 1].entity != p->place && r->a->mentions[m - 1].span.begin >= r->a->tokens[p->first].span.begin) {
        m--;
    }
    for (uint32_t t = p->end - 1; m > 0 && t > p->first && r->a->tokens[t].span.begin >= r->a->mentions[m - 1].span.end; t--) {
        const struct gisa_token *w = &r->a->tokens[t - 1];
        uint32_t own = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, w->span.begin);
        bool name = own < r->a->mention_count && r->a->mentions[own].span.begin == w->span.begin; /* 논산 ends like a verb */
        if (!name && w->span.begin >= r->a->mentions[m - 1].span.end && w->ending == GISA_ENDING_ADNOMINAL && gisa_event_word_kind(r, t - 1) != GISA_EVENTROLE_KIND_LOCUS) {
            return false;
        }
    }
    return true;
}

static uint32_t place_of(const struct gisa_event_reader *r, uint8_t type, uint32_t from, uint32_t to) {
    uint32_t place = GISA_NONE;
    uint32_t wider = GISA_NONE;
    uint16_t wanted = GISA_JOSA_LOCATIVE;
    if (type == GISA_EVENT_VISIT) {
        wanted |= GISA_JOSA_OBJECT | GISA_JOSA_DIRECTION | GISA_JOSA_DATIVE;
    } else if (type == GISA_EVENT_MEETING) {
        wanted |= GISA_JOSA_DIRECTION;
    }
    uint32_t seat = GISA_NONE;
    uint32_t goal = GISA_NONE; /* 본사를 찾아 ... 만났다 */
    for (uint32_t i = from; i < to; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool of_noun = p->josa & GISA_JOSA_LOCATIVE && r->d->key[r->a->tokens[p->end - 1].span.end - 1] == 0xC758; /* 흑해에서|의 휴전 */
        if (of_noun || (p->end < r->a->token_count && gisa_event_word_kind(r, p->end) == GISA_EVENTROLE_KIND_GENERIC)) {
            continue; /* 순천에서 태어난 고인은 서울대를 졸업했다 */
        }
        if (p->josa & wanted) {
            place = p->place != GISA_NONE ? p->place : (p->josa & GISA_JOSA_LOCATIVE) && wider != GISA_NONE ? wider : place;
        }
        bool of_town = p->place != GISA_NONE && !p->is_place_head && p->part_count && !p->has_person && !gisa_event_is_state(&r->a->entities[p->place]) && bears_particle(r, p); /* 서울 중구 대한상공회의소에서 */
        bool there = p->josa & GISA_JOSA_LOCATIVE || (type == GISA_EVENT_VISIT && p->josa & (GISA_JOSA_OBJECT | GISA_JOSA_DATIVE)); /* 국회를 찾아 */
        if (there && p->part_count && type != GISA_EVENT_AGREEMENT && (p->place == GISA_NONE || of_town)) {
            uint32_t house = seat_of(r, p);
            seat = house != GISA_NONE ? house : of_town && r->a->entities[p->part[p->part_count - 1]].type == GISA_ENTITY_ORGANIZATION ? p->part[p->part_count - 1] : seat;
        }
        if (type == GISA_EVENT_VISIT && p->josa & GISA_JOSA_OBJECT && p->place == GISA_NONE && wider != GISA_NONE && i > from && (p - 1)->end == p->first && (p - 1)->josa & GISA_JOSA_GENITIVE) {
            place = wider; /* 창원의 현대로템 공장을 둘러봤다 */
        }
        bool hit = type == GISA_EVENT_INCIDENT && p->josa == GISA_JOSA_OBJECT && p->place == GISA_NONE && i > from && (p - 1)->end == p->first && (p - 1)->josa == GISA_JOSA_GENITIVE &&
                   (p - 1)->place != GISA_NONE && !gisa_event_is_state(&r->a->entities[(p - 1)->place]); /* 오데사의 아파트를 폭격했다 */
        bool plant = type == GISA_EVENT_LAUNCH && (p->josa == GISA_JOSA_OBJECT || p->josa & AGENTIVE) && p->place != GISA_NONE && !p->is_place_head && !p->part_count && gisa_event_is_plant(r, &r->a->tokens[p->end - 1]); /* 랜싱 공장을 가동했다 */
        bool built = p->part_count == 1 && r->a->entities[p->part[0]].type == GISA_ENTITY_FACILITY; /* 광명시 신안산선 공사장이 */
        bool of_thing = (type == GISA_EVENT_MARKET || type == GISA_EVENT_INCIDENT) && p->josa & AGENTIVE && p->place != GISA_NONE && !p->is_place_head && (!p->part_count || built); /* 서울 아파트값은, 청림천 제방이 */
        if (of_thing && goal == GISA_NONE) {
            goal = p->place;
        }
        const struct gisa_phrase *whose = i > from && (p - 1)->end == p->first && (p - 1)->josa == GISA_JOSA_GENITIVE && (p - 1)->is_place_head ? p - 1 : NULL;
        bool struck = type == GISA_EVENT_INCIDENT && whose && p->place == GISA_NONE && !p->part_count && p->josa & (AGENTIVE | GISA_JOSA_DATIVE | GISA_JOSA_DIRECTION) && !(p->josa & GISA_JOSA_LOCATIVE);
        if (struck && place == GISA_NONE && !gisa_event_is_state(&r->a->entities[whose->place])) {
            goal = whose->place; /* 팔달구의 | 한 아파트에 불이 났다, 도로가 내려앉았다 */
        }
        if (hit || plant) {
            goal = hit ? (p - 1)->place : p->place;
        }
        if ((p->josa & (GISA_JOSA_GENITIVE | GISA_JOSA_DATIVE)) && p->place != GISA_NONE) {
            wider = p->place;
        }
        bool goes = p->place != GISA_NONE && p->josa & (GISA_JOSA_OBJECT | GISA_JOSA_DIRECTION | GISA_JOSA_DATIVE) && (type == GISA_EVENT_AGREEMENT || type == GISA_EVENT_GATHERING || type == GISA_EVENT_MEETING || type == GISA_EVENT_OTHER) &&
                    goes_there(r, p->end);
        if (goes || ((p->josa & GISA_JOSA_OBJECT) && p->place != GISA_NONE && !p->has_person && type == GISA_EVENT_MEETING)) {
            goal = p->place; /* 본사를 찾아 계약을 맺었다, 광주로 옮겨 2연전을 치른다 */
        }
        const bool port = p->josa == GISA_JOSA_OBJECT && p->place != GISA_NONE && r->a->entities[p->place].type == GISA_ENTITY_FACILITY && p->end < r->a->token_count &&
                          gisa_event_word_kind(r, p->end) == GISA_EVENTROLE_KIND_THROUGH;
        if (port && (type == GISA_EVENT_LEGAL || type == GISA_EVENT_VISIT || type == GISA_EVENT_OTHER)) {
            goal = p->place; /* 인천국제공항을 통해 송환됐다 */
        }
        if ((p->josa & GISA_JOSA_DATIVE) && p->place != GISA_NONE && is_with_head(r, p) && (type == GISA_EVENT_INCIDENT || type == GISA_EVENT_OTHER ||
            type == GISA_EVENT_ANNOUNCEMENT || type == GISA_EVENT_INVESTMENT || type == GISA_EVENT_LAUNCH || type == GISA_EVENT_GATHERING /* 오사카에 센터를 열었다 */) && place == GISA_NONE) {
            goal = p->place;
        }
    }
    place = seat != GISA_NONE ? seat : place;
    return place != GISA_NONE ? place : goal;
}

uint32_t gisa_event_place_before(const struct gisa_event_reader *r, uint32_t end) {
    uint32_t to = 0;
    while (to < r->phrase_count && r->phrases[to].end <= end) {
        to++;
    }
    return place_of(r, GISA_EVENT_STATEMENT, 0, to);
}

/* 인도 | 방문: the place named right before the noun; GISA_NONE if there is none. */
static uint32_t goal_before(const struct gisa_event_reader *r, const struct gisa_draft *x, bool held) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, x->trigger.begin);
    const struct gisa_mention *last = m ? &r->a->mentions[m - 1] : NULL;
    bool near = last && last->span.end + 1 == x->trigger.begin && r->d->cls[last->span.end] == GISA_CHAR_BLANK;
    uint8_t type = near ? r->a->entities[last->entity].type : GISA_ENTITY_OTHER;
    bool place = near && (type == GISA_ENTITY_PLACE || type == GISA_ENTITY_FACILITY);
    return place && !(held && gisa_event_is_state(&r->a->entities[last->entity])) ? last->entity : GISA_NONE;
}

uint32_t gisa_event_place(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to, bool is_adnominal) {
    uint32_t place = place_of(r, x->type, from, to);
    place = place == GISA_NONE ? gisa_event_place_searched(r, x, from, to) : place;
    place = place == GISA_NONE ? gisa_event_site(r, x, from, to) : place;
    bool held = x->type == GISA_EVENT_MEETING || x->type == GISA_EVENT_GATHERING; /* 부산 회의 */
    for (uint32_t i = from; i-- > 0 && place == GISA_NONE && !is_adnominal && (held || x->type == GISA_EVENT_AGREEMENT);) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->place != GISA_NONE && p->josa & (GISA_JOSA_OBJECT | GISA_JOSA_DIRECTION | GISA_JOSA_DATIVE | GISA_JOSA_LOCATIVE)) {
            place = !(p->josa & GISA_JOSA_LOCATIVE) && goes_there(r, p->end) ? p->place : GISA_NONE; /* 프라하로 이동해 | 24일 총리와 회담한다 */
            break;
        }
    }
    const struct gisa_phrase *head = is_adnominal && x->type == GISA_EVENT_LAUNCH && to < r->phrase_count ? &r->phrases[to] : NULL;
    if (place == GISA_NONE && head && head->place != GISA_NONE && !head->is_place_head && !head->part_count && gisa_event_is_plant(r, &r->a->tokens[head->end - 1])) {
        place = head->place; /* 지난해 준공한 | 청주 신공장에도 */
    }
    bool first = !r->count || r->drafts[r->count - 1].sentence != x->sentence;
    if (place == GISA_NONE && x->type == GISA_EVENT_INCIDENT && !is_adnominal && first && from) {
        place = place_of(r, x->type, 0, to); /* 팔달구의 한 도로가 내려앉아 | 2명이 다쳤다 */
    }
    place = place == GISA_NONE && (x->type == GISA_EVENT_VISIT || held) && x->is_nominal ? goal_before(r, x, held) : place;
    return place;
}
