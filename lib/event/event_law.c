/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_law.h"

#include "accuse_lex.h"
#include "charge_lex.h"
#include "court_lex.h"
#include "event/event_predicate.h"
#include "investigator_lex.h"
#include "object_type_lex.h"
#include "passes_lex.h"
#include "search_lex.h"
#include "text/seek.h"

/* 구속영장을, 첫 공판은, 재판은 */
static bool is_of_law(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    uint32_t row = 0;
    struct gisa_trigger g = gisa_trigger_at(r, p->end - 1);
    bool object = gisa_trie_longest_back(&gisa_object_type_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) >= 2 &&
                  gisa_object_type_rows[row].type == GISA_OBJECT_TYPE_TYPE_LEGAL;
    return object || (g.token != GISA_NONE && g.type == GISA_EVENT_LEGAL);
}

static bool is_trigger_of(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_trie *trie) {
    uint32_t row = 0;
    return gisa_trie_longest(trie, r->d->key + x->trigger.begin, gisa_span_length(x->trigger), &row) > 0;
}

bool gisa_event_passes_body(const struct gisa_event_reader *r, const struct gisa_draft *x) { return is_trigger_of(r, x, &gisa_passes_trie); }

/* (바로커머스에) | 대해, 대한 */
static bool is_about(const struct gisa_event_reader *r, uint32_t token) {
    enum { DAE = 0xB300 /* 대 */, HAE = 0xD574, HAN = 0xD55C, HA = 0xD558 /* 해 한 하 */ };
    const struct gisa_token *t = &r->a->tokens[token < r->a->token_count ? token : r->a->token_count - 1];
    uint32_t second = gisa_span_length(t->span) >= 2 ? r->d->key[t->span.begin + 1] : 0;
    return r->d->key[t->span.begin] == DAE && (second == HAE || second == HAN || second == HA);
}

static const struct gisa_phrase *follower(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    return p && p + 1 < r->phrases + r->phrase_count && p[1].first == p->end ? p + 1 : NULL;
}

uint8_t gisa_event_role_in_law(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t phrase, uint32_t k, uint8_t role) {
    const struct gisa_phrase *p = &r->phrases[phrase];
    const struct gisa_phrase *next = follower(r, p);
    uint8_t type = r->a->entities[p->part[k]].type;
    bool person = type == GISA_ENTITY_PERSON;
    if (x->type != GISA_EVENT_LEGAL || !(person || gisa_event_is_body(type))) {
        return role;
    }
    bool searched = is_trigger_of(r, x, &gisa_search_trie);
    bool both = next && p->josa & GISA_JOSA_COMITATIVE && next->josa & GISA_JOSA_GENITIVE; /* 차씨와 오씨의 구속영장을 */
    const struct gisa_phrase *matter = both ? follower(r, next) : next;
    bool whose = both || p->josa & GISA_JOSA_GENITIVE;
    const struct gisa_mention *m = &r->a->mentions[r->a->entities[p->part[k]].first_mention];
    uint32_t row = 0;
    if (p->josa & GISA_JOSA_COMITATIVE && gisa_trie_longest_back(&gisa_investigator_trie, r->d->key + m->span.end, gisa_span_length(m->span), &row)) {
        return GISA_ROLE_PARTNER; /* 경찰은 노동청과 압수수색했다 */
    }
    bool deed = next && x->trigger.begin >= r->a->tokens[next->first].span.begin && x->trigger.begin < r->a->tokens[next->end - 1].span.end; /* 공사와 | 합동 감식을: with it, not to it */
    bool too = next && next->josa & (GISA_JOSA_OBJECT | GISA_JOSA_DATIVE) && !deed;
    if (p->josa & GISA_JOSA_COMITATIVE && too) {
        return GISA_ROLE_PATIENT; /* 본사와 대표 자택을 압수수색했다, 노 회장과 법인을 상대로 */
    }
    if (whose && matter && ((person && is_of_law(r, matter)) || (searched && matter->josa & (GISA_JOSA_OBJECT | GISA_JOSA_COMITATIVE)))) {
        return GISA_ROLE_PATIENT; /* 마 회장의 | 구속영장을, 마 회장의 첫 공판은, 마 회장의 자택과 사무실을 압수수색했다 */
    }
    if (p->josa & GISA_JOSA_DATIVE && (is_about(r, p->end) || searched)) {
        return GISA_ROLE_PATIENT; /* 바로커머스에 대해 회생을 결정했다, 한빛 본사에 수사관을 보내 압수수색했다 */
    }
    return role;
}

/* The last body the phrase names: 국회 | 본회의를; GISA_NONE if it names none. */
static uint32_t body_in(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    struct gisa_span s = {r->a->tokens[p->first].span.begin, r->a->tokens[p->end - 1].span.end};
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, s.begin);
    uint32_t body = GISA_NONE;
    for (; m < r->a->mention_count && r->a->mentions[m].span.begin < s.end; m++) {
        uint8_t type = r->a->entities[r->a->mentions[m].entity].type;
        bool house = type == GISA_ENTITY_FACILITY && m > 0 && r->a->mentions[m - 1].span.end + 1 == r->a->mentions[m].span.begin; /* 국회 의원회관 사무실을: a building of it */
        body = type == GISA_ENTITY_ORGANIZATION ? r->a->mentions[m].entity : house ? GISA_NONE : body;
    }
    return body;
}

static bool has_role(const struct gisa_draft *x, uint8_t role) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role == role) {
            return true;
        }
    }
    return false;
}

/* 정례회의에서, 본회의를: a sitting of the body named before it. */
static bool is_sitting(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    enum { HOE = 0xD68C, UI = 0xC758 };
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    return p->end - p->first >= 2 && t->stem_end - t->span.begin >= 2 && r->d->key[t->stem_end - 2] == HOE && r->d->key[t->stem_end - 1] == UI;
}

bool gisa_event_is_court(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_mention *m = &r->a->mentions[r->a->entities[entity].first_mention];
    uint32_t row = 0;
    return gisa_trie_longest_back(&gisa_court_trie, r->d->key + m->span.end, gisa_span_length(m->span), &row) > 0;
}

/* 부과|받았다: 받 somewhere in the words of the predicate. */
static bool receives(const struct gisa_event_reader *r, uint32_t token) {
    enum { BAT = 0xBC1B };
    const struct gisa_token *t = &r->a->tokens[token];
    for (uint32_t i = t->span.begin; i < t->span.end; i++) {
        if (r->d->key[i] == BAT) {
            return true;
        }
    }
    return false;
}

/* The body that did it, in a passive clause. */
static void find_court(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t first, uint32_t token) {
    enum { TEO = 0xD130 /* 터 of 으로부터 */ };
    for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token && !has_role(x, GISA_ROLE_AGENT); i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->first < first) {
            continue;
        }
        uint32_t last = r->d->key[r->a->tokens[p->end - 1].span.end - 1];
        bool source = p->josa & GISA_JOSA_FROM || (p->josa & GISA_JOSA_DIRECTION && last == TEO);
        bool sits = p->josa & GISA_JOSA_LOCATIVE && is_sitting(r, p);
        uint32_t body = sits ? body_in(r, p) : p->part_count && !p->has_person ? p->part[p->part_count - 1] : GISA_NONE;
        if (body == GISA_NONE || r->a->entities[body].type != GISA_ENTITY_ORGANIZATION) {
            continue;
        }
        if (sits || source || (p->josa & GISA_JOSA_LOCATIVE && (gisa_event_is_court(r, body) || receives(r, token)))) {
            gisa_draft_add(x, body, GISA_ROLE_AGENT);
            x->is_passive = true;
        }
    }
}

/* 돈을 건넨 곽 대표는 증재 혐의로 불구속기소했다: whom the prosecution of the sentence before did it to. */
static void turn_charged(const struct gisa_event_reader *r, struct gisa_draft *x) {
    enum { HYEOM = 0xD610, UI = 0xC758 /* 혐의 */ };
    uint32_t agent = GISA_NONE, agents = 0;
    for (uint32_t i = 0; i < x->part_count; i++) {
        agent = x->parts[i].role == GISA_ROLE_AGENT ? i : agent;
        agents += x->parts[i].role == GISA_ROLE_AGENT;
    }
    bool charged = false;
    for (uint32_t i = x->clause.begin; i + 1 < x->trigger.begin; i++) {
        charged = charged || (r->d->key[i] == HYEOM && r->d->key[i + 1] == UI);
    }
    bool person = agents == 1 && r->a->entities[x->parts[agent].entity].type == GISA_ENTITY_PERSON;
    if (!charged || !person || has_role(x, GISA_ROLE_PATIENT) || !is_trigger_of(r, x, &gisa_charge_trie)) {
        return;
    }
    x->parts[agent].role = GISA_ROLE_PATIENT;
    if (r->topic[0] != GISA_NONE && r->topic[0] != x->parts[agent].entity && r->a->entities[r->topic[0]].type == GISA_ENTITY_ORGANIZATION) {
        gisa_draft_add(x, r->topic[0], GISA_ROLE_AGENT);
    }
}

/* 법원은 기각했다. 결국 19일 두 사람을 기소했다: no court that only goes on from before charges anybody. */
static void drop_court(const struct gisa_event_reader *r, struct gisa_draft *x) {
    enum { MENTIONS = 32 /* looked at, from the verb back */ };
    uint32_t kept = 0;
    for (uint32_t i = 0; i < x->part_count; i++) {
        const struct gisa_participant *p = &x->parts[i];
        uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, x->trigger.begin);
        bool named = false;
        for (uint32_t n = 0; n < MENTIONS && m-- > 0 && r->a->mentions[m].sentence == x->sentence; n++) {
            named = named || r->a->mentions[m].entity == p->entity;
        }
        bool court = p->role == GISA_ROLE_AGENT && !named && gisa_event_is_court(r, p->entity) && is_trigger_of(r, x, &gisa_charge_trie);
        if (!court) {
            x->parts[kept++] = x->parts[i];
        }
    }
    x->part_count = kept;
}

void gisa_event_settle_law(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t first, uint32_t token) {
    if (x->type == GISA_EVENT_LEGAL && !gisa_event_is_passive(r, token)) {
        turn_charged(r, x);
        drop_court(r, x);
    }
    if (x->type != GISA_EVENT_LEGAL || !gisa_event_is_passive(r, token)) {
        return;
    }
    if (!has_role(x, GISA_ROLE_PATIENT)) {
        gisa_event_turn_passive(r->a, x); /* 과징금을 부과받았다: the object made it an event of law */
    }
    find_court(r, x, first, token);
}

void gisa_event_find_house(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to && (x->type == GISA_EVENT_LEGAL || x->type == GISA_EVENT_POLITICS); i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        uint32_t body = p->josa & GISA_JOSA_OBJECT ? body_in(r, p) : GISA_NONE;
        if (body != GISA_NONE && !has_role(x, GISA_ROLE_AGENT)) {
            gisa_draft_add(x, body, GISA_ROLE_AGENT);
        }
    }
}

uint32_t gisa_event_place_searched(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to && x->type == GISA_EVENT_LEGAL && is_trigger_of(r, x, &gisa_search_trie); i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool searched = p->josa & (GISA_JOSA_OBJECT | GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE);
        bool whose = searched && i > from && (p - 1)->end == p->first && (p - 1)->josa == GISA_JOSA_GENITIVE && (p - 1)->is_place_head;
        if (searched && (p->place != GISA_NONE || whose)) {
            return p->place != GISA_NONE ? p->place : (p - 1)->place; /* 성남의 | 한빛전자 사무실을 */
        }
    }
    return GISA_NONE;
}

/* 한편, 앞서: the sentence turns to something else. */
static bool turns_away(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    enum { HAN = 0xD55C, PYEON = 0xD3B8, AP = 0xC55E, SEO = 0xC11C /* 한편 앞서 */ };
    const uint32_t *k = r->d->key + r->a->sentences[x->sentence].span.begin;
    return gisa_span_length(r->a->sentences[x->sentence].span) > 2 && ((k[0] == HAN && k[1] == PYEON) || (k[0] == AP && k[1] == SEO));
}

/* Does the clause tell of crime and punishment, and of no other matter or person? */
static bool accuses(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    bool crime = false;
    for (uint32_t i = x->clause.begin; i < x->clause.end; i++) {
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_accuse_trie, r->d->key + i, x->clause.end - i, &row);
        if (n && gisa_accuse_rows[row].kind != GISA_ACCUSE_KIND_CRIME) {
            return false;
        }
        crime = crime || n;
    }
    return crime;
}

static void remember(struct gisa_accused *a, uint32_t entity) {
    bool fresh = a->entity != entity;
    a->is_more = a->is_more || (fresh && a->is_many && a->other != entity);
    a->is_many = a->is_many || (fresh && a->entity != GISA_NONE);
    a->other = fresh ? a->entity : a->other;
    a->entity = entity;
}

void gisa_event_take_accused(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t phrase) {
    const struct gisa_phrase *p = &r->phrases[phrase];
    const struct gisa_phrase *next = follower(r, p);
    bool whose = p->josa & GISA_JOSA_GENITIVE && next && is_of_law(r, next); /* 두 사람의 | 구속영장을 */
    bool two = r->accused.is_many && !r->accused.is_more && x->type == GISA_EVENT_LEGAL && p->group == GISA_GROUP_PAIR;
    if (two && (whose || p->josa & GISA_JOSA_OBJECT)) {
        gisa_draft_add(x, r->accused.other, GISA_ROLE_PATIENT);
        gisa_draft_add(x, r->accused.entity, GISA_ROLE_PATIENT);
    }
}

void gisa_event_give_accused(struct gisa_event_reader *r, struct gisa_draft *x) {
    if (x->type != GISA_EVENT_LEGAL) {
        return;
    }
    bool told = false;
    bool by_person = false;
    for (uint32_t i = 0; i < x->part_count; i++) {
        const struct gisa_participant *p = &x->parts[i];
        bool person = r->a->entities[p->entity].type == GISA_ENTITY_PERSON;
        by_person = by_person || (person && p->role == GISA_ROLE_AGENT);
        told = told || p->role == GISA_ROLE_PATIENT;
        if (person && p->role == GISA_ROLE_PATIENT) {
            remember(&r->accused, p->entity);
            remember(&r->accused_here, p->entity);
        }
    }
    const struct gisa_accused *who = r->accused_here.entity != GISA_NONE ? &r->accused_here : &r->accused;
    bool here = who == &r->accused_here;
    uint32_t meant = here ? (who->is_many ? GISA_NONE : who->entity) : who->entity == r->hero || who->other == r->hero ? r->hero : GISA_NONE; /* in another paragraph only whom the article is about */
    if (!told && !by_person && x->part_count && meant != GISA_NONE && accuses(r, x) && !turns_away(r, x)) {
        gisa_draft_add(x, meant, GISA_ROLE_PATIENT);
    }
}
