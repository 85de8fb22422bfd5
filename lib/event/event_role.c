/* SPDX-License-Identifier: Apache-2.0 */
/* Who takes part: what the particle of a noun phrase means for each type of event. */
#include "asked_lex.h"
#include "collective_lex.h"
#include "entity/entity.h"
#include "event/event.h"
#include "event/event_group.h"
#include "event/event_law.h"
#include "event/event_place.h"
#include "event/event_predicate.h"
#include "eventrole_lex.h"
#include "give_lex.h"
#include "league_lex.h"
#include "opponent_lex.h"
#include "own_figure_lex.h"
#include "sold_lex.h"
#include "passive_lex.h"
#include "sanction_lex.h"
#include "suffer_lex.h"
#include "text/seek.h"
#include "token/token.h"

#include <string.h>

enum {
    AGENTIVE = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE,
    TEO = 0xD130 /* 터 of 으로부터 */, NEUN = 0xB294 /* 는 of 에서는 */, SEON = 0xC120 /* 선 of 에선 */, SEO = 0xC11C /* 서 of 에게서 */,
    GA = 0xAC00, UN = 0xC6B4, DE = 0xB370 /* 가운데 */
};

void gisa_draft_add(struct gisa_draft *x, uint32_t entity, uint8_t role) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].entity == entity) {
            return;
        }
    }
    if (x->part_count < GISA_DRAFT_PARTS) {
        x->parts[x->part_count++] = (struct gisa_participant){entity, role};
    }
}

/* What a particle makes of its phrase; GISA_ROLE_COUNT = nothing. */
static uint8_t role_of(uint8_t type, uint16_t josa, bool person, bool organisation) {
    if (josa & AGENTIVE) {
        return type == GISA_EVENT_GATHERING && organisation ? GISA_ROLE_HOST : GISA_ROLE_AGENT;
    }
    if (josa & GISA_JOSA_OBJECT) {
        if (type == GISA_EVENT_MEETING) {
            return GISA_ROLE_PARTNER;
        }
        if (person) {
            return type == GISA_EVENT_VISIT ? GISA_ROLE_COUNT : GISA_ROLE_PATIENT;
        }
        return type == GISA_EVENT_LEGAL && organisation ? GISA_ROLE_PATIENT : GISA_ROLE_OBJECT;
    }
    if (josa & GISA_JOSA_COMITATIVE) {
        return GISA_ROLE_PARTNER;
    }
    if (josa & GISA_JOSA_DATIVE) {
        if (type == GISA_EVENT_INVESTMENT) {
            return GISA_ROLE_BENEFICIARY;
        }
        if (type == GISA_EVENT_LEGAL) { /* 씨에게 징역 5년을 선고했다; 경찰에 고발했다 */
            return person ? GISA_ROLE_PATIENT : organisation ? GISA_ROLE_ADDRESSEE : GISA_ROLE_COUNT;
        }
        return person ? GISA_ROLE_ADDRESSEE : type == GISA_EVENT_VISIT ? GISA_ROLE_OBJECT : GISA_ROLE_COUNT;
    }
    return GISA_ROLE_COUNT;
}

static void take_agent(struct gisa_event_reader *r, struct gisa_draft *x, const uint32_t entity[2]) {
    for (int k = 0; k < 2; k++) {
        if (entity[k] != GISA_NONE) {
            uint8_t type = r->a->entities[entity[k]].type;
            gisa_draft_add(x, entity[k], x->type == GISA_EVENT_GATHERING && gisa_event_is_body(type)
                                             ? GISA_ROLE_HOST : GISA_ROLE_AGENT);
        }
    }
}

/* 양사는, 노사는: an employer acts with its union as the other side. */
static void take_group(struct gisa_event_reader *r, struct gisa_draft *x, const struct gisa_phrase *p) {
    const uint32_t *two = gisa_event_group(r, p);
    if (two == r->group[GISA_GROUP_SIDES] && two[0] != GISA_NONE) {
        gisa_draft_add(x, two[0], GISA_ROLE_AGENT);
        gisa_draft_add(x, two[1], GISA_ROLE_PARTNER);
    } else {
        take_agent(r, x, two);
        x->is_sides = p->group == GISA_GROUP_PAIR && two[0] != GISA_NONE && r->a->entities[two[0]].type == GISA_ENTITY_PERSON && gisa_event_is_sides(r, p);
    }
}

struct clause { /* what the words of the clause say of the roles in it */
    bool has_sanction; /* 과태료, 처분 */
    bool is_match;     /* may be one */
    bool has_opponent; /* 꺾었다, 졌다 */
    bool suffers;      /* 다쳤다: its subject is whom it befalls */
    bool attends;      /* 참석했다 */
    bool gives;        /* 신고했다: who stands with 에 is told or given something */
    uint32_t end;      /* token behind the predicate */
};

static bool begins(const struct gisa_event_reader *r, const struct gisa_trie *trie, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t limit = r->a->sentences[t->sentence].span.end - t->span.begin;
    return gisa_trie_longest(trie, r->d->key + t->span.begin, limit < 24 ? limit : 24, &row) > 0;
}

static bool begins_at(const struct gisa_event_reader *r, const struct gisa_trie *trie, struct gisa_span s) {
    uint32_t row = 0;
    return gisa_trie_longest(trie, r->d->key + s.begin, gisa_span_length(s), &row) > 0;
}

static struct clause read_clause(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t first, uint32_t end) {
    struct clause c = {.end = end};
    for (uint32_t i = first; i < end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        c.has_sanction = c.has_sanction || ((x->type == GISA_EVENT_LEGAL || x->type == GISA_EVENT_OTHER) && t->kind == GISA_TOKEN_WORD &&
                                            gisa_trie_longest_back(&gisa_sanction_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) > 0);
    }
    const struct gisa_token *last = end > first ? &r->a->tokens[end - 1] : NULL;
    c.is_match = x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_OTHER || x->type == GISA_EVENT_MEETING;
    c.has_opponent = last && c.is_match && begins(r, &gisa_opponent_trie, last);
    for (uint32_t at = x->trigger.begin; x->type == GISA_EVENT_INCIDENT && at < x->trigger.end && !c.suffers; at++) {
        uint32_t row = 0;
        c.suffers = gisa_trie_longest(&gisa_suffer_trie, r->d->key + at, x->trigger.end - at + 2, &row) > 0;
    }
    c.gives = last && (begins(r, &gisa_give_trie, last) || (x->trigger.end <= last->span.end && begins_at(r, &gisa_give_trie, x->trigger)));
    bool meal = x->type == GISA_EVENT_MEETING && last && x->trigger.end > last->span.begin; /* 오찬을 함께했다: they met */
    c.attends = last && !meal && gisa_event_word_kind(r, end - 1) == GISA_EVENTROLE_KIND_ATTEND;
    return c;
}

/* 공정위에 신고하고 | 나루전자와 계약했다: does another clause end in between? */
static bool is_joined(const struct gisa_event_reader *r, uint32_t from, uint32_t end) {
    while (from + 1 < end && r->a->tokens[from].ending != GISA_ENDING_CONNECTIVE) {
        from++;
    }
    return from + 1 < end;
}

/* 누리FC를 | 2-1로 꺾고 연패에서 벗어났다: a word of a match soon behind the phrase. */
static bool beats(const struct gisa_event_reader *r, const struct gisa_phrase *p, uint32_t end) {
    enum { REACH = 8 };
    for (uint32_t i = p->end; i < end && i < p->end + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->josa & (AGENTIVE | GISA_JOSA_OBJECT)) {
            return false;
        }
        if (t->kind == GISA_TOKEN_WORD && begins(r, &gisa_opponent_trie, t)) {
            return true;
        }
    }
    return false;
}

static bool is_body(const struct gisa_event_reader *r, uint32_t entity) { return r->a->entities[entity].type == GISA_ENTITY_ORGANIZATION; }

/* 정읍시에 | 제출했다: the town by its whole name, which is that of its house. */
static bool is_town_house(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    enum { SI = 0xC2DC, GUN = 0xAD70, GU = 0xAD6C, DO = 0xB3C4 };
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    uint32_t last = t->stem_end > t->span.begin + 2 ? r->d->key[t->stem_end - 1] : 0;
    return r->a->entities[p->place].type == GISA_ENTITY_PLACE && (last == SI || last == GUN || last == GU || last == DO);
}

/* K리그2, V리그: what bodies play in. */
static bool is_league(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_span s = r->a->mentions[r->a->entities[entity].first_mention].span;
    uint32_t row = 0;
    return gisa_trie_longest_back(&gisa_league_trie, r->d->key + s.end, gisa_span_length(s), &row) > 0;
}

static void take_phrase(struct gisa_event_reader *r, struct gisa_draft *x, const struct gisa_phrase *p, const struct clause *c) {
    for (uint32_t k = 0; k < p->part_count; k++) {
        uint8_t type = r->a->entities[p->part[k]].type;
        bool person = type == GISA_ENTITY_PERSON;
        bool body = person || gisa_event_is_body(type);
        uint8_t role = role_of(x->type, p->josa, person, gisa_event_is_body(type));
        bool thing = type == GISA_ENTITY_FACILITY || type == GISA_ENTITY_PRODUCT || type == GISA_ENTITY_EVENT || type == GISA_ENTITY_WORK ||
                     type == GISA_ENTITY_LAW;
        if (thing && p->josa & AGENTIVE) {
            role = GISA_ROLE_OBJECT; /* 다리가 개통했다, 축제가 열린다: what it happens to */
        }
        uint32_t last = r->d->key[r->a->tokens[p->end - 1].span.end - 1];
        bool source = p->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_FROM) || (p->josa & GISA_JOSA_DIRECTION && last == TEO);
        if (type == GISA_ENTITY_ORGANIZATION && x->type == GISA_EVENT_AGREEMENT && (source || (p->josa & GISA_JOSA_DATIVE && !(p->josa & GISA_JOSA_TOPIC) && !is_joined(r, p->end, c->end)))) {
            role = GISA_ROLE_PARTNER; /* 노르스텔에서 수주했다, 한빛으로부터 사들였다, 한빛에 넘기는 계약을 맺었다 */
        }
        if (body && x->type == GISA_EVENT_INVESTMENT && source) {
            role = GISA_ROLE_ADDRESSEE; /* who gives where the money is taken: turn_passive() */
        }
        bool match = p->is_match && type == GISA_ENTITY_ORGANIZATION; /* 삼성화재전에서 이겼다 */
        role = match ? (uint8_t)GISA_ROLE_PARTNER : role;
        x->is_match = x->is_match || match;
        role = gisa_event_role_in_law(r, x, (uint32_t)(p - r->phrases), k, role);
        if ((role == GISA_ROLE_ADDRESSEE || (role == GISA_ROLE_COUNT && p->josa & GISA_JOSA_DATIVE && !(p->josa & GISA_JOSA_TOPIC))) && type == GISA_ENTITY_ORGANIZATION && c->has_sanction && !gisa_event_is_court(r, p->part[k])) {
            role = GISA_ROLE_PATIENT; /* 은행에 과태료를 부과했다 */
        }
        bool goal = role == GISA_ROLE_COUNT && c->gives && p->josa & GISA_JOSA_DATIVE && !(p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_LOCATIVE | GISA_JOSA_FROM));
        if (goal && (type == GISA_ENTITY_ORGANIZATION || gisa_event_is_state(&r->a->entities[p->part[k]])) && !is_joined(r, p->end, c->end)) {
            role = GISA_ROLE_ADDRESSEE; /* 거래소에 신고했다, 인도네시아에 통보했다 */
        }
        bool giver = person && ((p->josa & GISA_JOSA_DATIVE && last == SEO) || (p->josa & GISA_JOSA_DIRECTION && last == TEO)) && (x->type == GISA_EVENT_OTHER || x->type == GISA_EVENT_LEGAL || x->type == GISA_EVENT_INCIDENT);
        if (giver || (role == GISA_ROLE_PATIENT && p->josa & GISA_JOSA_DATIVE && last == SEO)) {
            role = GISA_ROLE_PARTNER; /* 남 대표에게서 현금을 받았다, 곽 대표로부터 */
        }
        if ((c->has_opponent || (c->is_match && beats(r, p, c->end))) && (type == GISA_ENTITY_ORGANIZATION || type == GISA_ENTITY_PLACE) && p->josa & (GISA_JOSA_OBJECT | GISA_JOSA_DATIVE) && !(p->josa & GISA_JOSA_TOPIC)) {
            role = GISA_ROLE_PARTNER; /* 누리FC를 꺾었다, 누리FC에 졌다 */
        }
        bool inner = p->end + 1 < c->end && gisa_event_is_adnominal(r, &r->a->tokens[p->end]); /* 한빛에 합류한 탁 내정자가 취임한다 */
        if (x->type == GISA_EVENT_APPOINTMENT && type == GISA_ENTITY_ORGANIZATION && !inner && p->josa & (GISA_JOSA_DATIVE | GISA_JOSA_DIRECTION) &&
            !(p->josa & GISA_JOSA_FROM)) {
            role = GISA_ROLE_PARTNER; /* 누리당에 입당했다, 가람전자로 옮겼다 */
        }
        if (person && gisa_event_word_kind(r, p->end - 1) == GISA_EVENTROLE_KIND_CHAIR) {
            role = x->type == GISA_EVENT_GATHERING ? GISA_ROLE_HOST : GISA_ROLE_AGENT; /* 장관 주재로 회의를 열었다 */
        }
        if (role == GISA_ROLE_AGENT && person && c->suffers) {
            role = GISA_ROLE_PATIENT; /* 한지섭이 무릎을 다쳤다 */
            x->is_passive = true;
        }
        if (role == GISA_ROLE_AGENT && person && c->attends) {
            role = GISA_ROLE_ATTENDEE; /* 서도현 회장은 개막식에 참석했다 */
        }
        if ((!body && role != GISA_ROLE_OBJECT) || (role == GISA_ROLE_PATIENT && !person && gisa_event_passes_body(r, x))) {
            role = GISA_ROLE_COUNT;
        }
        if (role != GISA_ROLE_COUNT && !(role == GISA_ROLE_PARTNER && is_league(r, p->part[k]))) {
            gisa_draft_add(x, p->part[k], role);
        }
    }
    if (!p->part_count && p->is_place_head && p->josa & AGENTIVE) {
        const struct gisa_entity *e = &r->a->entities[p->place];
        bool part = !gisa_event_is_polity(e) && (e->container != GISA_NONE || e->country[0]); /* 하남 교산은, 여의도는: known, and no town */
        if (x->type == GISA_EVENT_LAUNCH && !gisa_event_is_polity(e)) {
            gisa_draft_add(x, p->place, GISA_ROLE_OBJECT); /* 목포보성선이 개통했다 */
        } else if (!part) {
            gisa_draft_add(x, p->place, GISA_ROLE_AGENT); /* 러시아·우크라이나가, 북미가 */
        }
    }
    if (!p->part_count && p->is_place_head && p->josa == GISA_JOSA_OBJECT && x->type == GISA_EVENT_INCIDENT && gisa_event_is_polity(&r->a->entities[p->place])) {
        gisa_draft_add(x, p->place, GISA_ROLE_PATIENT); /* 우크라이나를 공습했다 */
    }
    bool told = c->gives && !p->part_count && p->is_place_head && p->josa & GISA_JOSA_DATIVE && !(p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_LOCATIVE));
    if (told && (gisa_event_is_state(&r->a->entities[p->place]) || is_town_house(r, p)) && x->type != GISA_EVENT_VISIT && x->type != GISA_EVENT_LAUNCH && !is_joined(r, p->end, c->end)) {
        gisa_draft_add(x, p->place, GISA_ROLE_ADDRESSEE); /* 미국은 인도네시아에 관세를 통보했다 */
    }
}

static bool is_invitation(const struct gisa_event_reader *r, uint32_t token) {
    uint32_t length = 0;
    uint32_t row = gisa_eventrole_at(r, token, &length);
    return row != GISA_NONE && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_INVITE;
}

static bool has_invitation(const struct gisa_event_reader *r, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        if (is_invitation(r, i)) {
            return true;
        }
    }
    return false;
}

/* Meetings by invitation: "저커버그 방한 때 이 회장의 초대로" has the host and his guest, "그의 집으로 초청받아" the host.
 * True when it named the agent. */
static bool take_guest(struct gisa_event_reader *r, struct gisa_draft *x, const struct gisa_phrase *p, bool invited,
                       uint32_t end) {
    if (x->type != GISA_EVENT_MEETING || !invited || !p->has_person) {
        return false;
    }
    if (p->is_frame) {
        gisa_draft_add(x, p->part[p->part_count - 1], GISA_ROLE_PARTNER);
    } else if (p->josa & GISA_JOSA_GENITIVE && p->end < end && is_invitation(r, p->end)) {
        gisa_draft_add(x, p->part[p->part_count - 1], GISA_ROLE_AGENT);
        return true;
    } else if (p->josa & GISA_JOSA_GENITIVE) {
        gisa_draft_add(x, p->part[p->part_count - 1], GISA_ROLE_PARTNER);
    }
    return false;
}

bool gisa_event_is_passive(const struct gisa_event_reader *r, uint32_t token) {
    struct gisa_span s = r->a->tokens[token].span;
    uint32_t row = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        if (gisa_trie_longest(&gisa_passive_trie, r->d->key + i, s.end - i, &row)) {
            return gisa_passive_rows[row].kind == GISA_PASSIVE_KIND_PASSIVE;
        }
    }
    return false;
}

void gisa_event_turn_passive(const struct gisa_analysis *a, struct gisa_draft *x) {
    static const uint8_t turned[GISA_EVENT_TYPE_COUNT] = {
        [GISA_EVENT_LEGAL] = GISA_ROLE_PATIENT, [GISA_EVENT_INCIDENT] = GISA_ROLE_PATIENT, [GISA_EVENT_LAUNCH] = GISA_ROLE_OBJECT,
        [GISA_EVENT_INVESTMENT] = GISA_ROLE_BENEFICIARY, [GISA_EVENT_APPOINTMENT] = GISA_ROLE_PATIENT};
    enum { DANG = 0xB2F9, ELECT = 0xC120 /* 당선 */ };
    uint32_t row = 0;
    bool sold = x->type == GISA_EVENT_AGREEMENT && gisa_trie_longest(&gisa_sold_trie, a->document.key + x->trigger.begin, gisa_span_length(x->trigger), &row);
    bool buyer = false;
    for (uint32_t i = 0; sold && i < x->part_count; i++) {
        buyer = buyer || (x->parts[i].role == GISA_ROLE_PARTNER && a->entities[x->parts[i].entity].type == GISA_ENTITY_ORGANIZATION);
    }
    for (uint32_t i = 0; buyer && i < x->part_count; i++) { /* 누리전자는 한빛전자에 인수됐다 */
        uint8_t role = x->parts[i].role;
        x->parts[i].role = role == GISA_ROLE_AGENT ? GISA_ROLE_OBJECT : role == GISA_ROLE_PARTNER ? GISA_ROLE_AGENT : role;
        x->is_passive = true;
    }
    bool won = a->document.key[x->trigger.begin] == DANG && a->document.key[x->trigger.begin + 1] == ELECT; /* 당선됐다: who is elected acts */
    for (uint32_t i = 0; i < x->part_count && turned[x->type]; i++) {
        bool person = a->entities[x->parts[i].entity].type == GISA_ENTITY_PERSON;
        bool turns = x->parts[i].role == GISA_ROLE_AGENT && (x->type != GISA_EVENT_LAUNCH || !person) && (x->type != GISA_EVENT_APPOINTMENT || (person && !won));
        if (x->parts[i].role == GISA_ROLE_ADDRESSEE && (x->type == GISA_EVENT_INVESTMENT || (x->type == GISA_EVENT_LEGAL && !person))) {
            x->parts[i].role = GISA_ROLE_AGENT; /* 경찰에 붙잡혔다, 가온은행에서 투자받았다 */
            continue;
        }
        x->is_passive = x->is_passive || turns;
        x->parts[i].role = turns ? turned[x->type] : x->parts[i].role;
    }
}

/* 대구FC가 감독을 선임했다고 27일 발표했다: the one phrase before that is a subject, if it names somebody; GISA_NONE else. */
static uint32_t only_subject(const struct gisa_event_reader *r, uint32_t before) {
    uint32_t found = GISA_NONE;
    for (uint32_t i = 0; i < before; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->josa & GISA_JOSA_SUBJECT && !(p->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE))) {
            if (found != GISA_NONE || !p->part_count) {
                return GISA_NONE;
            }
            found = i;
        }
    }
    return found;
}

/* 지난해에는 베커 회장이 삼척을 찾아 | 부지를 답사했다: whose clause leads right to this one, by 아 or 어, goes on; the draft told last, or NULL. */
static const struct gisa_draft *leads_here(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_phrase *p) {
    enum { GO = 0xACE0, MYEO = 0xBA70, MAN = 0xB9CC, NA = 0xB098, JA = 0xC790 /* 고 며 만 나 자 */ };
    const struct gisa_draft *y = r->count ? &r->drafts[r->count - 1] : NULL;
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, x->clause.begin);
    if (!y || y->sentence != x->sentence || y->is_inner || y->is_dropped || t == s->first_token || r->a->tokens[t - 1].ending != GISA_ENDING_CONNECTIVE || y->clause.begin > r->a->tokens[p->first].span.begin) {
        return NULL;
    }
    uint32_t last = r->d->key[r->a->tokens[t - 1].span.end - 1];
    bool apart = last == GO || last == MYEO || last == MAN || last == NA || last == JA || last == SEO;
    bool his = y->part_count && y->parts[0].entity == p->part[0] && (y->parts[0].role == GISA_ROLE_AGENT || y->parts[0].role == GISA_ROLE_HOST);
    return !apart && his ? y : NULL;
}

/* 공정위는 회의를 열어 | 한라항공이 주식을 취득하는 결합을 승인했다: does an earlier clause of the sentence name its topic? */
static bool has_topic_before(const struct gisa_event_reader *r, uint32_t before) {
    for (uint32_t i = 0; i < before; i++) {
        if (r->phrases[i].josa == GISA_JOSA_TOPIC && r->phrases[i].part_count) {
            return true;
        }
    }
    return false;
}

/* 신 교수는 이의를 제기했으나 | 위원회는: does a clause end in between? */
static bool has_joint(const struct gisa_event_reader *r, uint32_t from, uint32_t to) {
    while (from < to && !(r->a->tokens[from].ending == GISA_ENDING_CONNECTIVE && gisa_event_tense(r, &r->a->tokens[from]) == GISA_TENSE_PAST)) {
        from++;
    }
    return from < to;
}

/* 검찰은 형이 가볍다며 26일 항소했다, 이 법은 의원이 발의한 뒤 12일 통과했다: who or what the sentence is about goes on in its
 * later clauses. False when no topic stands before. */
static bool take_sentence_topic(struct gisa_event_reader *r, struct gisa_draft *x, uint32_t before) {
    const bool told = x->is_reported; /* 재판부는 남 전 사장이 …, 받았다고 판단했다: he received it */
    for (uint32_t i = before; i-- > 0;) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (told && p->josa == GISA_JOSA_SUBJECT && p->part_count) {
            uint32_t doer[2] = {p->part[0], p->part_count > 1 ? p->part[1] : GISA_NONE};
            take_agent(r, x, doer);
            return true;
        }
        if (p->josa == GISA_JOSA_SUBJECT && p->part_count && leads_here(r, x, p)) {
            uint32_t doer[2] = {p->part[0], p->part_count > 1 ? p->part[1] : GISA_NONE};
            take_agent(r, x, doer);
            return true;
        }
        bool verb = !p->part_count && p->end > 1 && (gisa_trigger_at(r, p->end - 1).is_inflected || r->a->tokens[p->end - 2].josa == GISA_JOSA_OBJECT); /* 사들이는, 공장을 넘기는 */
        if (!(p->josa & GISA_JOSA_TOPIC) || p->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE) || (p->place != GISA_NONE && !p->part_count) || verb) {
            continue;
        }
        bool speech = x->type == GISA_EVENT_STATEMENT || x->type == GISA_EVENT_ANNOUNCEMENT;
        if (speech && !p->part_count && p->group == GISA_GROUP_NONE && has_topic_before(r, i) && !has_joint(r, r->phrases[0].first, p->first)) {
            continue; /* 한빛은 | 매각설은 사실이 아니라고 밝혔다 */
        }
        uint32_t who[2] = {p->part_count ? p->part[0] : GISA_NONE, p->part_count > 1 ? p->part[1] : GISA_NONE};
        if (p->group != GISA_GROUP_NONE) {
            take_group(r, x, p);
        } else {
            take_agent(r, x, who);
        }
        return true;
    }
    uint32_t only = x->type == GISA_EVENT_STATEMENT || x->type == GISA_EVENT_ANNOUNCEMENT ? only_subject(r, before) : GISA_NONE;
    if (only != GISA_NONE) {
        uint32_t who[2] = {r->phrases[only].part[0], r->phrases[only].part_count > 1 ? r->phrases[only].part[1] : GISA_NONE};
        take_agent(r, x, who);
    }
    return only != GISA_NONE;
}

static void drop_role(struct gisa_draft *x, uint8_t role) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role != role) {
            x->parts[kept++] = x->parts[i];
        }
    }
    x->part_count = kept;
}

/* 대전에서는 …, 이 병원에서는 …: what happens there is not done by who was talked of before. */
static bool sets_scene(const struct gisa_event_reader *r, uint32_t to) {
    const struct gisa_phrase *p = to ? &r->phrases[0] : NULL;
    uint32_t last = p && p->end ? r->d->key[r->a->tokens[p->end - 1].span.end - 1] : 0;
    return p && p->josa & GISA_JOSA_LOCATIVE && (last == NEUN || last == SEON);
}

/* Who goes on acting when no subject is told. What firms do is not done by the person who spoke last (윤 대표는 … 코스닥에 상장했고)
 * where the article is about a firm. */
static void take_carried(struct gisa_event_reader *r, struct gisa_draft *x) {
    bool of_firms = x->type == GISA_EVENT_MARKET || x->type == GISA_EVENT_INVESTMENT || x->type == GISA_EVENT_AGREEMENT ||
                    x->type == GISA_EVENT_LAUNCH;
    for (uint32_t i = 0; i < x->part_count && x->type == GISA_EVENT_APPOINTMENT; i++) {
        of_firms = of_firms || x->parts[i].role == GISA_ROLE_PATIENT; /* 이사를 대표로 선임했다 */
    }
    bool person = r->topic[0] != GISA_NONE && r->a->entities[r->topic[0]].type == GISA_ENTITY_PERSON;
    bool firm = r->hero != GISA_NONE && r->a->entities[r->hero].type == GISA_ENTITY_ORGANIZATION;
    bool traveller = x->type == GISA_EVENT_VISIT && r->topic[0] != GISA_NONE && !person && r->hero != GISA_NONE && !firm; /* persons travel */
    if (r->is_in_speech) { /* a spokesman tells what his body will do, and where he goes himself */
        of_firms = of_firms || x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_ANNOUNCEMENT || x->type == GISA_EVENT_POLITICS ||
                   (x->type == GISA_EVENT_OTHER && x->status == GISA_STATUS_PLANNED);
    }
    uint32_t row = 0;
    if (x->type == GISA_EVENT_POLITICS && person && gisa_trie_longest(&gisa_collective_trie, r->d->key + x->trigger.begin, gisa_span_length(x->trigger), &row)) {
        return; /* 사흘간 이어진 파업: not the mayor's */
    }
    uint32_t hero[2] = {r->hero, GISA_NONE};
    bool leads = (of_firms && person && firm) || traveller;
    if (x->type == GISA_EVENT_MARKET && person && !leads) {
        return; /* 18.6달러로 마감했다: nobody's price */
    }
    take_agent(r, x, leads ? hero : r->topic);
}

/* The body in the genitive before a figure, or GISA_NONE. */
static uint32_t owner_of(const struct gisa_event_reader *r, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->josa & GISA_JOSA_GENITIVE && p->part_count && !p->has_person) {
            return p->part[p->part_count - 1];
        }
    }
    return GISA_NONE;
}

/* 매출은, 영업이익이: does the phrase tell a figure of a firm? 연구 결과는: or, of the other kind, what somebody found? */
static bool is_own(const struct gisa_event_reader *r, const struct gisa_phrase *p, uint8_t kind) {
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_own_figure_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row);
    return n && p->end > p->first && t->span.begin + n + 1 >= t->stem_end && gisa_own_figure_rows[row].kind == kind;
}

static bool is_own_figure(const struct gisa_event_reader *r, const struct gisa_phrase *p) { return is_own(r, p, GISA_OWN_FIGURE_KIND_FIGURE); }

/* Is a figure of a firm the subject? */
static bool has_own_figure(const struct gisa_event_reader *r, uint32_t from, uint32_t to) {
    while (from < to && !(r->phrases[from].josa & AGENTIVE && is_own_figure(r, &r->phrases[from]))) {
        from++;
    }
    return from < to;
}

/* 표모 씨에게 징역 7년이 선고됐다: it is told already to whom it was done. */
static bool has_patient(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t end) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role == GISA_ROLE_PATIENT && x->type == GISA_EVENT_LEGAL) {
            return gisa_event_is_passive(r, end - 1);
        }
    }
    return false;
}

/* 회사가 수정안을 내놓지 | 않으면, 식약처가 | 승인하자: does a clause that ends so, with a subject of its own, stand before the predicate? */
static bool is_of_other_clause(const struct gisa_event_reader *r, uint32_t from, uint32_t end) {
    for (uint32_t i = from; i + 1 < end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool then = (t->ending == GISA_ENDING_CONNECTIVE || t->ending == GISA_ENDING_FINAL) && gisa_span_length(t->span) >= 2 && r->d->key[t->span.end - 1] == 0xC790 /* 자 */;
        if (t->ending == GISA_ENDING_CONDITIONAL || then) {
            return true;
        }
    }
    return false;
}

/* 라온이 모닥의 지분을 | 취득하는 | 결합을: the verb before a noun that the phrase which ends at `from` belongs to; GISA_NONE when another verb or
 * the predicate comes first. */
static uint32_t inner_verb(const struct gisa_event_reader *r, uint32_t from, uint32_t end) {
    enum { REACH = 16 };
    uint8_t after = UINT8_MAX;
    for (uint32_t i = from; i + 1 < end && i < from + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool one = gisa_span_length(t->span) == 1 && r->d->key[t->span.begin] == 0xD55C; /* 한 일식당에서 */
        if (!one && gisa_event_is_adnominal(r, t) && !gisa_event_is_in_time(r, t)) {
            return gisa_event_is_before_after(r, i, end, &after) || after == GISA_EVENTROLE_KIND_FRAME || gisa_event_is_plan(r, i + 1) ? GISA_NONE : i;
        }
        if (!one && t->ending != GISA_ENDING_NONE && t->ending != GISA_ENDING_NOMINAL && !gisa_event_is_noun(r, t) && !gisa_event_is_determiner(r, t)) {
            return GISA_NONE;
        }
    }
    return GISA_NONE;
}

/* 주식을, 63.9%|를 */
static bool is_object(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { EUL = 0xC744, REUL = 0xB97C };
    uint32_t key = r->d->key[t->span.begin];
    return t->josa & GISA_JOSA_OBJECT || (!t->space_before && gisa_span_length(t->span) == 1 && (key == EUL || key == REUL));
}

/* 한라항공이 주식을 | 취득하는 | 결합을: does the subject that ends at `from` do what the verb before a noun tells, with an object of its own? */
static bool is_of_inner_verb(const struct gisa_event_reader *r, uint32_t from, uint32_t end) {
    uint32_t verb = inner_verb(r, from, end);
    while (verb != GISA_NONE && from < verb && !is_object(r, &r->a->tokens[from])) {
        from++;
    }
    return verb != GISA_NONE && from < verb;
}

/* 10만명이: persons, named by no more than how many they are. */
static bool counts_people(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    static const char counter[] = "명";
    const struct gisa_token *last = &r->a->tokens[p->end - 1];
    uint32_t i = gisa_seek_begin(r->a->amounts, sizeof *r->a->amounts, 0, r->a->amount_count, r->a->tokens[p->first].span.begin);
    for (; i < r->a->amount_count && r->a->amounts[i].span.begin < last->span.end; i++) {
        const struct gisa_bytes_view *unit = &r->a->amounts[i].unit;
        if (r->a->amounts[i].span.end >= last->stem_end && unit->size == sizeof counter - 1 && memcmp(unit->bytes, counter, sizeof counter - 1) == 0) {
            return true;
        }
    }
    return false;
}

/* 한빛전자가; 백 의원이, of whom the article tells no more */
static bool names_somebody(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    const struct gisa_token *last = &r->a->tokens[p->end - 1];
    return p->part_count || (p->end == p->first + 2 && gisa_span_length(r->a->tokens[p->first].span) == 1 && gisa_title_at_end(r->d, last->span.begin, last->stem_end) > 0);
}

/* 소속사는 그룹이 | 공연한다고 밝혔다. What an office decides it decides itself: 공정위는 [한라항공이 주식을 취득하는] 결합을 승인했다고 밝혔다. */
static bool has_inner_subject(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to, uint32_t midst, uint32_t end) {
    for (uint32_t i = from; i < to; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool price = x->type == GISA_EVENT_MARKET && !is_own_figure(r, p); /* 농식품부는 사과 가격이 올랐다고 밝혔다 */
        bool acts = p->end > midst && p->josa & GISA_JOSA_SUBJECT && (names_somebody(r, p) || price || counts_people(r, p));
        if (acts && !(x->type == GISA_EVENT_LEGAL && is_of_inner_verb(r, p->end, end))) {
            return true;
        }
    }
    return false;
}

/* 300여 명이 참석한 | 가운데 착공식을 열었다: the token that closes who was there; 0 when there is none. */
static uint32_t midst_of(const struct gisa_event_reader *r, uint32_t first, uint32_t end) {
    for (uint32_t t = first + 1; t < end; t++) {
        const struct gisa_token *w = &r->a->tokens[t];
        bool midst = gisa_span_length(w->span) == 3 && r->d->key[w->span.begin] == GA && r->d->key[w->span.begin + 1] == UN &&
                     r->d->key[w->span.begin + 2] == DE;
        if (midst && gisa_event_word_kind(r, t - 1) == GISA_EVENTROLE_KIND_ATTEND) {
            return t;
        }
    }
    return 0;
}

/* Does reported speech end behind the clause: 만나 건넸고, … 받았다고 | 판단했다? */
static bool is_under_report(const struct gisa_event_reader *r, uint32_t from, uint32_t sentence) {
    enum { REACH = 40 };
    const struct gisa_sentence *s = &r->a->sentences[sentence];
    uint32_t end = s->first_token + s->token_count;
    for (uint32_t i = from; i < end && i < from + REACH && !r->is_quoted[i]; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->ending == GISA_ENDING_QUOTATIVE && t->space_before && !gisa_event_is_noun(r, t)) {
            return true;
        }
    }
    return false;
}

static bool has_comma(const struct gisa_event_reader *r, uint32_t from, uint32_t to) {
    while (from < to && r->d->key[r->a->tokens[from].span.begin] != ',') {
        from++;
    }
    return from < to;
}

uint32_t gisa_event_head_ahead(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t end) {
    enum { REACH = 10 /* tokens */ };
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    uint32_t last = s->first_token + s->token_count;
    if (end <= s->first_token || r->a->tokens[end - 1].ending != GISA_ENDING_CONNECTIVE || gisa_event_tense(r, &r->a->tokens[end - 1]) == GISA_TENSE_PAST) {
        return GISA_NONE;
    }
    uint32_t verb = end;
    while (verb < last && verb < end + REACH && !r->is_quoted[verb] && !(r->a->tokens[verb].josa & AGENTIVE && r->a->tokens[verb].ending == GISA_ENDING_NONE) && r->a->tokens[verb].kind == GISA_TOKEN_WORD &&
           !(r->a->tokens[verb].ending == GISA_ENDING_ADNOMINAL && r->a->tokens[verb].tense == GISA_TENSE_PAST)) {
        verb++;
    }
    bool describes = verb < last && verb < end + REACH && r->a->tokens[verb].ending == GISA_ENDING_ADNOMINAL && r->a->tokens[verb].tense == GISA_TENSE_PAST;
    for (uint32_t i = 0; describes && i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->end > verb + 1) {
            return p->has_person && p->part_count && p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) && p->first <= verb + 1 ? p->part[0] : GISA_NONE;
        }
    }
    return GISA_NONE;
}

/* 한빛이 낸 소송에서 | 법원은: does a later phrase of the clause name its topic? */
static bool has_topic_in(const struct gisa_event_reader *r, uint32_t from, uint32_t to) {
    while (from < to && !(r->phrases[from].josa == GISA_JOSA_TOPIC && r->phrases[from].part_count)) {
        from++;
    }
    return from < to;
}

/* 온누리저널은 …: does any word before the phrase bear the topic, named or not? */
static bool has_any_topic(const struct gisa_event_reader *r, uint32_t before) {
    for (uint32_t i = 0; i < before; i++) {
        if (r->phrases[i].josa == GISA_JOSA_TOPIC) {
            return true;
        }
    }
    return false;
}

/* 한빛이 인수를 | 타진했다고 | 보도했다: does the clause of the word at `from` end as what is told? */
static bool is_quoted_clause(const struct gisa_event_reader *r, uint32_t from, uint32_t end) {
    while (from < end && r->a->tokens[from].ending != GISA_ENDING_QUOTATIVE) {
        from++;
    }
    return from < end;
}

/* 법원에 | 낸 가처분이 기각됐다, 한려중공업을 | 제치고 선정됐다: does the phrase stand with the verb at `v`, and not with what is told? */
static bool belongs_to_verb(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_phrase *p, uint32_t v, uint32_t end) {
    enum { HAN = 0xD55C /* 대|한, 관|한 */, GO = 0xACE0 /* 고 */ };
    const struct gisa_token *verb = &r->a->tokens[v];
    const uint32_t last = r->d->key[verb->span.end - 1];
    if (gisa_trigger_at(r, v).token != GISA_NONE || p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_LOCATIVE)) {
        return false;
    }
    const bool postposition = gisa_span_length(verb->span) == 2 && last == HAN;
    const bool filed = x->type == GISA_EVENT_LEGAL && p->josa & GISA_JOSA_DATIVE && gisa_event_is_adnominal(r, verb) && !postposition;
    const bool through = p->josa == GISA_JOSA_OBJECT && gisa_event_word_kind(r, v) == GISA_EVENTROLE_KIND_THROUGH; /* 넷플릭스를 | 통해 공개된다 */
    return filed || through || (p->josa == GISA_JOSA_OBJECT && last == GO && !verb->josa && gisa_event_is_passive(r, end - 1));
}

void gisa_event_roles(struct gisa_event_reader *r, struct gisa_draft *x, uint32_t first, uint32_t end,
                      bool is_adnominal) {
    uint32_t from = 0;
    while (from < r->phrase_count && r->phrases[from].end <= first) {
        from++;
    }
    uint32_t to = from;
    while (to < r->phrase_count && r->phrases[to].end <= end) {
        to++;
    }
    bool has_subject = false;
    uint32_t topic_end = 0; /* token behind the last topic */
    const struct clause c = read_clause(r, x, first, end);
    uint32_t midst = midst_of(r, first, end);
    uint8_t after = UINT8_MAX;
    bool invited = has_invitation(r, from < r->phrase_count ? r->phrases[from].first : end, end);
    for (uint32_t i = from; i < to; i++) {
        const bool also = has_subject && i + 1 == to && x->type == GISA_EVENT_VISIT && r->phrases[i].josa == GISA_JOSA_ADDITIVE && !r->phrases[i].has_person;
        r->phrases[i].josa = also ? (uint32_t)GISA_JOSA_OBJECT : r->phrases[i].josa; /* 박 장관은 9일 공장도 | 둘러본다 */
        const struct gisa_phrase *p = &r->phrases[i];
        bool agentive = p->josa & AGENTIVE;
        if (is_adnominal && (p->josa & GISA_JOSA_TOPIC)) {
            continue;
        }
        bool told = x->is_reported || (!is_adnominal && is_under_report(r, end, x->sentence)); /* 재판부는 남 전 사장이 회장을 만나 돈을 받았다고 판단했다 */
        bool foretold = !is_adnominal && end > first && r->a->tokens[end - 1].ending == GISA_ENDING_ADNOMINAL;
        for (uint32_t k = i + 1; foretold && !told && k < to; k++) {
            const struct gisa_phrase *q = &r->phrases[k];
            told = q->josa & GISA_JOSA_SUBJECT && ((names_somebody(r, q) && inner_verb(r, q->end, end) == GISA_NONE) || counts_people(r, q)); /* 10만명이 찾을 것으로 기대한다, 백 의원이 건네받은 것으로 의심한다 */
        }
        if (told && (p->josa & GISA_JOSA_TOPIC) && p->part_count && has_inner_subject(r, x, i + 1, to, midst, end)) {
            x->reported_by = p->part[0]; /* 소속사는 그룹이 공연한다고 밝혔다 */
            continue;
        }
        if (p->end <= midst && !(p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_LOCATIVE | GISA_JOSA_GENITIVE))) {
            for (uint32_t k = 0; k < p->part_count; k++) {
                gisa_draft_add(x, p->part[k], GISA_ROLE_ATTENDEE);
            }
            continue;
        }
        if (x->type == GISA_EVENT_APPOINTMENT && !is_adnominal && !(p->josa & AGENTIVE) && end > first && has_joint(r, p->end, end - 1)) {
            continue; /* 유럽연합 대사를 지냈고 | 장관에 취임했다: of the clause before */
        }
        uint32_t v = p->end;
        while (v < end && gisa_event_is_in_time(r, &r->a->tokens[v])) {
            v++; /* 회사가 | 지난해 6월 2일 | 낸 가처분을 */
        }
        uint32_t named = v < end ? gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, r->a->tokens[v].span.begin) : r->a->mention_count;
        bool name = named < r->a->mention_count && r->a->mentions[named].span.begin == r->a->tokens[v].span.begin; /* 한 | 대통령을 */
        const struct gisa_token *verb = v < end && !name ? &r->a->tokens[v] : NULL;
        bool of_inner = !is_adnominal && p->josa & GISA_JOSA_SUBJECT && !(p->josa & GISA_JOSA_TOPIC) && verb && v + 1 < end &&
                        gisa_event_is_adnominal(r, verb) && gisa_trigger_at(r, v).token == GISA_NONE &&
                        !gisa_event_is_before_after(r, v, end, &after);
        bool topic = has_subject && !is_adnominal && p->josa == GISA_JOSA_SUBJECT && i > from; /* 공정위는 라온이 지분을 취득하는 결합을 승인했다 */
        of_inner = of_inner || (topic && inner_verb(r, p->end, end) != GISA_NONE);
        of_inner = of_inner || (x->type == GISA_EVENT_LEGAL && !is_adnominal && p->josa == GISA_JOSA_SUBJECT && (has_topic_before(r, from) || has_topic_in(r, i + 1, to)) && is_of_inner_verb(r, p->end, end));
        of_inner = of_inner || (p->josa == GISA_JOSA_OBJECT && !is_adnominal && x->type != GISA_EVENT_AGREEMENT && x->type != GISA_EVENT_LEGAL && x->type != GISA_EVENT_APPOINTMENT &&
                                !gisa_event_is_against(r, p->end) && inner_verb(r, p->end, end) != GISA_NONE); /* 메달을 딴 선수를 불렀다 */
        of_inner = of_inner || (verb && v + 1 < end && x->trigger.begin >= verb->span.end && belongs_to_verb(r, x, p, v, end));
        of_inner = of_inner || (x->type == GISA_EVENT_STATEMENT && !x->is_reported && p->josa == GISA_JOSA_SUBJECT && has_any_topic(r, i) && is_quoted_clause(r, p->end, end));
        if (of_inner || (p->josa & GISA_JOSA_SUBJECT && !(p->josa & GISA_JOSA_TOPIC) && is_of_other_clause(r, p->end, end))) {
            continue; /* 브릿지원이 보유한 지분을 사들이기로 했다; 회사가 내놓지 않으면, 식약처가 승인하자 */
        }
        const struct gisa_token *post = p->josa == GISA_JOSA_SUBJECT && !p->part_count && p->end + 1 == end ? &r->a->tokens[p->end - 1] : NULL;
        if (post && gisa_event_is_become(r, post + 1) && gisa_title_at_end(r->d, post->span.begin, post->stem_end)) {
            continue; /* 사장이 됐다: what somebody became */
        }
        bool dated = x->is_when && p->end > 0 && r->a->tokens[p->end - 1].span.end > x->trigger.begin; /* 상장 예정일은: not who */
        bool result = x->type == GISA_EVENT_ANNOUNCEMENT && !p->part_count && is_own(r, p, GISA_OWN_FIGURE_KIND_RESULT);
        has_subject = has_subject || (agentive && !dated && !result && (!(p->josa & GISA_JOSA_ADDITIVE) || p->part_count)); /* 우리은행도, not 대책도 */
        if (!is_adnominal && p->josa & GISA_JOSA_TOPIC && p->part_count && topic_end && (has_comma(r, topic_end, p->end) || has_joint(r, topic_end, p->first))) {
            drop_role(x, GISA_ROLE_AGENT); /* 차 대표는 내일 익산을, 박 대표는 모레 서천을 방문한다 */
        }
        topic_end = p->josa & GISA_JOSA_TOPIC && p->part_count ? p->end : topic_end;
        const struct gisa_phrase *owner = x->type == GISA_EVENT_LAUNCH && p->josa & AGENTIVE && !p->part_count && i > from && (p - 1)->end == p->first && (p - 1)->josa == GISA_JOSA_GENITIVE ? p - 1 : NULL;
        if (owner && owner->part_count && is_body(r, owner->part[0]) && gisa_event_is_plant(r, &r->a->tokens[p->end - 1])) {
            gisa_draft_add(x, owner->part[0], GISA_ROLE_AGENT); /* 한빛전자의 랜싱 공장은 가동에 들어갔다 */
        }
        bool own = p->group == GISA_GROUP_SIDES && p->part_count && p->part[0] != gisa_event_group(r, p)[0]; /* 가람전자 노사는 */
        if (agentive && p->group != GISA_GROUP_NONE && !own) {
            take_group(r, x, p);
        }
        gisa_event_take_accused(r, x, i);
        take_phrase(r, x, p, &c);
        has_subject = take_guest(r, x, p, invited, end) || has_subject;
    }
    bool aside = end > first && r->d->key[r->a->tokens[end - 1].span.end - 1] == 0xC790; /* 주주 측이 항소하|자 법원은 */
    if (is_adnominal && aside) {
        /* another's deed */
    } else if (is_adnominal && !has_subject && to < r->phrase_count && (r->phrases[to].first == end || (r->phrases[to].first + 1 == end && r->phrases[to].end > end)) /* (문을 연) 한빛은 */) {
        struct gisa_phrase head = r->phrases[to]; /* the noun it tells of: 방한한 모로 회장은 */
        bool object = false; /* 표결에 부친 의회는, 2016년 설립된 회사는; 지난해 인수한 회사는 is whom somebody bought */
        for (uint32_t i = from; i < to; i++) {
            bool idiom = (x->type == GISA_EVENT_LAUNCH || x->type == GISA_EVENT_GATHERING) && r->a->tokens[r->phrases[i].end - 1].span.begin >= x->trigger.begin; /* 문을 연 */
            object = object || (r->phrases[i].josa & GISA_JOSA_OBJECT && !idiom);
        }
        if (head.has_person || (head.part_count && head.josa & AGENTIVE && (object || gisa_event_is_passive(r, end - 1)))) {
            gisa_draft_add(x, head.part[0], GISA_ROLE_AGENT);
        } else if (head.part_count && !object) { /* 신설한 연구소, 열린 '메모리 테크 서울 2023'에서 */
            uint8_t kind = r->a->entities[head.part[0]].type;
            bool thing = kind == GISA_ENTITY_EVENT || kind == GISA_ENTITY_WORK;
            bool made = x->type == GISA_EVENT_LAUNCH && (thing || kind == GISA_ENTITY_ORGANIZATION || kind == GISA_ENTITY_FACILITY || kind == GISA_ENTITY_PRODUCT);
            if (made || (x->type == GISA_EVENT_GATHERING && thing)) {
                gisa_draft_add(x, head.part[0], GISA_ROLE_OBJECT);
            }
        }
    } else if (!is_adnominal && !has_subject && !has_patient(r, x, end) && !(x->is_when && x->type == GISA_EVENT_OTHER) && !take_sentence_topic(r, x, from) && !sets_scene(r, to)) {
        uint32_t head = gisa_event_head_ahead(r, x, end);
        if (head != GISA_NONE) {
            gisa_draft_add(x, head, GISA_ROLE_AGENT);
        } else {
            take_carried(r, x);
        }
    } else if (!is_adnominal && x->type == GISA_EVENT_MARKET && !x->part_count && has_own_figure(r, from, to)) {
        uint32_t owner[2] = {owner_of(r, from, to), GISA_NONE};
        if (owner[0] == GISA_NONE && r->spoken_of != GISA_NONE && r->spoken_in + 1 == x->sentence) {
            owner[0] = r->spoken_of; /* 한국평가는 이 회사의 등급을 낮췄다. 주가는 내렸다 */
        }
        if (owner[0] != GISA_NONE) {
            take_agent(r, x, owner); /* 대강디펜스의 3분기 매출은 */
        } else {
            take_carried(r, x);
        }
    }
    if (end > first && gisa_event_is_passive(r, end - 1)) {
        gisa_event_turn_passive(r->a, x);
    } else if (x->type == GISA_EVENT_INVESTMENT) {
        drop_role(x, GISA_ROLE_ADDRESSEE);
    }
    if (gisa_event_passes_body(r, x)) {
        gisa_event_find_house(r, x, from, to);
    }
    x->place = gisa_event_place(r, x, from, to, is_adnominal);
    for (uint32_t i = 0; i < x->part_count && x->place != GISA_NONE; i++) {
        if (x->parts[i].entity == x->place && x->parts[i].role == GISA_ROLE_ADDRESSEE) {
            x->place = GISA_NONE; /* who was told is not where */
        }
    }
}

/* Whom the speaker of the sentence turned to: 이 회장에게, 한국거래소의 요구에. */
void gisa_event_addressees(const struct gisa_event_reader *r, struct gisa_draft *x) {
    uint32_t row = 0;
    for (uint32_t i = 0; i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool to = p->has_person && p->josa & GISA_JOSA_DATIVE && !(p->josa & (GISA_JOSA_TOPIC | GISA_JOSA_LOCATIVE | GISA_JOSA_FROM));
        const struct gisa_phrase *next = p->part_count && p->josa & GISA_JOSA_GENITIVE && i + 1 < r->phrase_count ? p + 1 : NULL;
        const struct gisa_token *asked = next && next->first == p->end && next->josa & GISA_JOSA_DATIVE && !next->part_count ? &r->a->tokens[next->end - 1] : NULL;
        bool asks = asked && asked->josa & GISA_JOSA_DATIVE && gisa_trie_longest_back(&gisa_asked_trie, r->d->key + asked->stem_end, asked->stem_end - asked->span.begin, &row);
        for (uint32_t k = 0; k < p->part_count && (to || asks); k++) {
            gisa_draft_add(x, p->part[k], GISA_ROLE_ADDRESSEE);
        }
    }
}
