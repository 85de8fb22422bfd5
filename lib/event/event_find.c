/* SPDX-License-Identifier: Apache-2.0 */
/* A sentence read from left to right: time expressions wait until a predicate takes them, predicates close clauses, and
 * those that say something happens become drafts (events.md, sections 2 and 3). */
#include <string.h>

#include "base/array.h"
#include "event/event_days.h"
#include "event/event_predicate.h"
#include "event/event_sort.h"
#include "text/seek.h"
#include "eventrole_lex.h"
#include "time/calendar.h"
#include "token/token.h"

enum { NOUN_REACH = 6, HEAD_REACH = 6, WORD = 24, SENTENCE_TOKENS = 600 };

/* ---- times ------------------------------------------------------------------------------------------------------ */

/* "2024년 이후": not before it, and nobody knows when. 후보를 is no such word. */
static bool is_after(const struct gisa_event_reader *r, const struct gisa_sentence *s, uint32_t pos) {
    while (pos < s->span.end && r->d->cls[pos] == GISA_CHAR_BLANK) {
        pos++;
    }
    uint32_t row = 0;
    uint32_t left = s->span.end - pos < WORD ? s->span.end - pos : WORD;
    uint32_t n = pos < s->span.end ? gisa_trie_longest(&gisa_eventrole_trie, r->d->key + pos, left, &row) : 0;
    uint32_t end = pos + n;
    uint32_t josa = 0;
    while (end < s->span.end && r->d->cls[end] == GISA_CHAR_HANGUL) {
        end++;
    }
    return n && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_AFTER && gisa_josa_tail(r->d, pos + n, end, &josa);
}

/* "5일부터": it begins then. 이후 and 이래 only tell that it was not before. */
static bool is_begin(const struct gisa_time *t) {
    return !t->to.year && t->precision <= GISA_PRECISION_DAY && t->value.size > 3 &&
           memcmp(t->value.bytes + t->value.size - 3, "/..", 3) == 0;
}

static void take_time(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t index) {
    const struct gisa_time *t = &r->a->times[index];
    if (t->type == GISA_TIME_SET) {
        z->set = index;
        return;
    }
    if (t->type == GISA_TIME_DURATION) {
        z->duration = index;
        return;
    }
    if (t->type == GISA_TIME_REF || !t->is_resolved || !t->from.year || !(t->to.year || is_begin(t)) || t->in_quote || t->is_name ||
        t->is_compared || is_after(r, &r->a->sentences[z->sentence], t->span.end)) {
        return;
    }
    uint32_t behind = r->d->key[t->span.end];
    if ((behind == 0xC758 /* 의 */ || behind == 0xB3C4 /* 도 */) && t->precision >= GISA_PRECISION_YEAR) {
        return; /* 2024년의 기록, 내년도 예산: whose, not when */
    }
    bool since = !t->to.year && r->d->key[t->span.end] != 0xBD80; /* 부터 */
    if (since) {
        return;
    }
    if (z->wait_count == GISA_WAITING) {
        for (uint32_t i = 1; i < GISA_WAITING; i++) {
            z->wait[i - 1] = z->wait[i];
        }
        z->wait_count--;
    }
    z->wait[z->wait_count++] = index;
    z->is_stale = z->is_owned = false;
}

/* ---- drafts ----------------------------------------------------------------------------------------------------- */

uint32_t gisa_event_push(struct gisa_event_reader *r, const struct gisa_draft *x) {
    if (r->count == r->cap &&
        !(r->drafts = gisa_array_grow(r->run->scratch, r->drafts, &r->cap, r->count + 1, sizeof *r->drafts))) {
        r->failed = true;
        r->count = r->cap = 0;
        return GISA_NONE;
    }
    r->drafts[r->count] = *x;
    r->drafts[r->count].into = r->count;
    gisa_event_prove(r, r->count, x->sentence);
    return r->count++;
}

void gisa_event_prove(struct gisa_event_reader *r, uint32_t draft, uint32_t sentence) {
    if (r->proof_count == r->proof_cap && !(r->proofs = gisa_array_grow(r->run->scratch, r->proofs, &r->proof_cap,
                                                                        r->proof_count + 1, sizeof *r->proofs))) {
        r->failed = true;
        r->proof_count = r->proof_cap = 0;
        return;
    }
    r->proofs[r->proof_count++] = (struct gisa_proof){draft, sentence};
}

/* A plain word in the present with a later date is a plan; a plan whose day is over is no fact. */
static void settle_status(const struct gisa_event_reader *r, struct gisa_draft *x, uint8_t tense) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    if (!gisa_draft_is_dated(r, x) || !now.year) {
        return;
    }
    int32_t today = gisa_days_from_date(now);
    if (x->status == GISA_STATUS_PLANNED && r->a->times[x->time].to.year &&
        gisa_days_from_date(r->a->times[x->time].to) < today) {
        x->status = GISA_STATUS_HYPOTHETICAL;
    } else if (x->status == GISA_STATUS_OCCURRED && tense != GISA_TENSE_PAST &&
               gisa_days_from_date(r->a->times[x->time].from) > today) {
        x->status = GISA_STATUS_PLANNED;
    }
}

static void take_amounts(struct gisa_event_reader *r, struct gisa_draft *x) {
    for (uint32_t i = r->amount; i < r->a->amount_count && r->a->amounts[i].span.begin < x->clause.end; i++) {
        if (r->a->amounts[i].span.begin >= x->clause.begin && x->amount_count < GISA_DRAFT_AMOUNTS) {
            x->amounts[x->amount_count++] = i;
        }
    }
}

/* The last that waits; but a quarter or a year behind a day says whose figures, not when: 다음 달 21일 3분기 실적을. */
static uint32_t best_waiting(const struct gisa_analysis *a, const struct gisa_sentence_state *z) {
    uint32_t last = z->wait[z->wait_count - 1];
    if (z->wait_count > 1 && a->times[last].precision >= GISA_PRECISION_QUARTER) {
        uint32_t before = z->wait[z->wait_count - 2];
        return a->times[before].precision <= GISA_PRECISION_DAY ? before : last;
    }
    if (z->wait_count > 1 && a->times[last].precision == GISA_PRECISION_MONTH) { /* 18일 9월 명단을 발표한다 */
        uint32_t before = z->wait[z->wait_count - 2];
        bool adjacent = a->times[last].span.begin - a->times[before].span.end <= 2;
        return adjacent && a->times[before].precision <= GISA_PRECISION_DAY ? before : last;
    }
    return last;
}

/* 사들이는 계약을 체결했다: an inner clause that is not over tells what the happening behind it is about. */
static bool tells_content(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
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

/* "불이 난 것은 5일 밤이다", "문을 닫은 건 2019년입니다": the time behind 것은 that the sentence ends with; GISA_NONE if none. */
static uint32_t cleft_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
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
    bool ends = found != GISA_NONE && r->a->times[found].span.begin >= r->a->tokens[token + 2].span.begin &&
                r->a->times[found].span.end > last->span.begin && r->a->times[found].span.end < last->span.end;
    return ends ? found : GISA_NONE;
}

/* 26일 실시한 찬반투표에서: what a light verb before a noun did, the noun that says what happened. */
static struct gisa_trigger noun_ahead(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
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

/* Takes the time a predicate governs: the nearest that waits; a clause joined by -고 goes on at the time before it. */
static uint32_t claim_time(const struct gisa_analysis *a, struct gisa_sentence_state *z, enum gisa_boundary b, uint8_t type, uint8_t *basis) {
    *basis = GISA_BASIS_EXPLICIT;
    if (z->wait_count) {
        uint32_t t = best_waiting(a, z);
        if (b == GISA_BOUNDARY_ADNOMINAL) {
            if (z->wait_count > 1 || !gisa_event_is_venue(type)) {
                z->wait_count--;
            }
            return t;
        }
        uint32_t first = z->wait[0];
        bool told_later = b == GISA_BOUNDARY_QUOTATIVE && z->wait_count > 1 && t != first && a->times[t].precision > GISA_PRECISION_DAY &&
                          a->times[first].precision <= GISA_PRECISION_DAY; /* 14일 3분기 이익이 늘었다고 공시했다 */
        z->wait_count = told_later ? 1 : 0;
        z->is_stale = false;
        z->current = told_later ? GISA_NONE : t;
        return t;
    }
    if (b != GISA_BOUNDARY_ADNOMINAL && z->current != GISA_NONE) {
        return z->current;
    }
    *basis = GISA_BASIS_NONE;
    return GISA_NONE;
}

/* A person, or a body the article keeps speaking of. */
static bool is_hero(const struct gisa_event_reader *r, uint32_t entity) {
    enum { OFTEN = 3 };
    const struct gisa_entity *e = &r->a->entities[entity];
    return e->type == GISA_ENTITY_PERSON || (e->type == GISA_ENTITY_ORGANIZATION && e->mention_count >= OFTEN);
}

static void remember_agents(struct gisa_event_reader *r, const struct gisa_draft *x) {
    uint32_t n = 0;
    uint32_t found[2] = {GISA_NONE, GISA_NONE};
    for (uint32_t i = 0; i < x->part_count && n < 2; i++) {
        uint8_t role = x->parts[i].role;
        if (x->is_passive ? role == GISA_ROLE_PATIENT || role == GISA_ROLE_OBJECT : role == GISA_ROLE_AGENT || role == GISA_ROLE_HOST) {
            found[n++] = x->parts[i].entity;
        }
    }
    if (n && r->a->entities[found[0]].type == GISA_ENTITY_ORGANIZATION) {
        r->firm = found[0];
    }
    r->topic[0] = x->is_reported && x->reported_by != GISA_NONE ? x->reported_by : found[0];
    r->topic[1] = x->is_reported && x->reported_by != GISA_NONE ? GISA_NONE : found[1];
    r->has_topic = true;
    bool caption = r->a->segments[r->segment].kind == GISA_SEGMENT_CAPTION; /* who is seen on a picture need not be who it is about */
    if (r->hero == GISA_NONE && !caption && found[0] != GISA_NONE && is_hero(r, found[0])) {
        r->hero = found[0];
    }
    if (found[0] != GISA_NONE && found[1] != GISA_NONE &&
        r->a->entities[found[0]].type == r->a->entities[found[1]].type) { /* 한빛과 노을이 합작사를 세운다. 양사는 … */
        bool bodies = r->a->entities[found[0]].type == GISA_ENTITY_ORGANIZATION;
        uint32_t *pair = bodies ? r->firms : r->pair;
        pair[0] = found[0];
        pair[1] = found[1];
    }
    if (x->type == GISA_EVENT_MEETING || x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_AGREEMENT) {
        uint32_t pair[2] = {GISA_NONE, GISA_NONE};
        n = 0;
        for (uint32_t i = 0; i < x->part_count && n < 2; i++) {
            bool firm = x->parts[i].role == GISA_ROLE_OBJECT && x->type == GISA_EVENT_AGREEMENT &&
                        r->a->entities[x->parts[i].entity].type == GISA_ENTITY_ORGANIZATION; /* 벡스터를 인수했다 … 두 회사는 */
            if (x->parts[i].role == GISA_ROLE_AGENT || x->parts[i].role == GISA_ROLE_PARTNER ||
                x->parts[i].role == GISA_ROLE_HOST || firm) {
                pair[n++] = x->parts[i].entity;
            }
        }
        if (n == 2) {
            r->pair[0] = pair[0];
            r->pair[1] = pair[1];
            bool bodies = r->a->entities[pair[0]].type == GISA_ENTITY_ORGANIZATION && r->a->entities[pair[1]].type == GISA_ENTITY_ORGANIZATION;
            r->firms[0] = bodies ? pair[0] : r->firms[0];
            r->firms[1] = bodies ? pair[1] : r->firms[1];
        }
    }
}

/* A sentence that tells no event still says who is talked of: 그린루프는 기술을 갖고 있다. 지난달 20일에는 계약을 체결했다. */
static void remember_topic(struct gisa_event_reader *r) {
    for (uint32_t i = 0; i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->josa == GISA_JOSA_TOPIC && p->part_count && !p->is_pair && !p->is_firms && p->place == GISA_NONE) {
            r->topic[0] = p->part[0];
            r->topic[1] = p->part_count > 1 ? p->part[1] : GISA_NONE;
            return;
        }
    }
}

static bool has_role(const struct gisa_draft *x, uint8_t role) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role == role) {
            return true;
        }
    }
    return false;
}

/* 12일 열린 결승에서 북일고를 꺾었다: the occasion, told with what came of it. */
static void tell_outcome(struct gisa_draft *occasion, const struct gisa_draft *x) {
    for (uint32_t k = 0; k < x->part_count; k++) {
        gisa_draft_add(occasion, x->parts[k].entity, x->parts[k].role);
    }
    occasion->clause = (struct gisa_span){x->clause.begin < occasion->clause.begin ? x->clause.begin : occasion->clause.begin, x->clause.end};
    occasion->trigger = x->trigger;
    occasion->is_inner = false;
    occasion->is_nominal = false;
    occasion->status = x->status;
}

/* Has the sentence told it? A weak word, or one without a trigger, goes with any event of the same time; an inner clause
 * that only tells the occasion (12일 열린 회의에서 발표했다) gives way to what happened there. */
static bool is_same_telling(struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                            bool weak) {
    for (uint32_t i = z->first_draft; i < r->count; i++) {
        struct gisa_draft *y = &r->drafts[i];
        if (y->time != x->time || y->is_dropped) {
            continue;
        }
        if (weak) {
            if (y->is_inner && gisa_event_is_venue(y->type) && x->type == GISA_EVENT_OTHER) {
                tell_outcome(y, x);
            }
            return true;
        }
        if (y->is_inner && gisa_event_is_venue(y->type) && x->type != y->type) {
            y->is_dropped = true;
        } else if (y->type == x->type && gisa_draft_fits(x, y)) {
            for (uint32_t k = 0; k < x->part_count; k++) {
                gisa_draft_add(y, x->parts[k].entity, x->parts[k].role);
            }
            return true;
        }
    }
    return false;
}

/* A visit on the way to a meeting of the same time is that meeting's place. */
static void absorb_visit(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x) {
    if (x->type != GISA_EVENT_MEETING || r->count == z->first_draft) {
        return;
    }
    struct gisa_draft *y = &r->drafts[r->count - 1];
    if (y->type != GISA_EVENT_VISIT || y->time != x->time || y->is_dropped) {
        return;
    }
    for (uint32_t k = 0; k < y->part_count; k++) {
        if (y->parts[k].role == GISA_ROLE_AGENT) {
            gisa_draft_add(x, y->parts[k].entity, GISA_ROLE_AGENT);
        }
    }
    x->place = x->place == GISA_NONE ? y->place : x->place;
    y->is_dropped = true;
}

/* 운행을 재개했다: a light verb with a noun of its own is told with it; 회동을 가졌다 is a 회동. */
static struct gisa_trigger with_light(const struct gisa_event_reader *r, struct gisa_trigger noun, uint32_t token) {
    uint32_t length = 0;
    gisa_eventrole_at(r, token, &length);
    const struct gisa_span s = r->a->tokens[token].span;
    if (length > 1 && s.begin + length < s.end && gisa_event_inflects(r->d->key[s.begin + length])) {
        noun.span.end = s.begin + length;
        noun.is_noun = false;
    }
    return noun;
}

/* The word that says what happens at a predicate: its own, or the noun that is object of a light verb. */
static struct gisa_trigger head_of(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token,
                              struct gisa_trigger own) {
    const struct gisa_trigger *noun = &z->noun;
    bool near = noun->token != GISA_NONE && noun->token + NOUN_REACH >= token && noun->token < token &&
                !(r->a->tokens[noun->token].josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_GENITIVE));
    bool light = near && gisa_event_word_kind(r, token) == GISA_EVENTROLE_KIND_LIGHT;
    bool moves = own.token != GISA_NONE && own.type == GISA_EVENT_MARKET && !own.is_noun && noun->type != GISA_EVENT_MARKET;
    if (light && (own.token == GISA_NONE || moves)) { /* 시정명령을 내렸다 is no fall */
        return with_light(r, *noun, token);
    }
    if (own.token == GISA_NONE) {
        return own;
    }
    bool tells = own.type == GISA_EVENT_ANNOUNCEMENT &&
                 (noun->type == GISA_EVENT_INVESTMENT || noun->type == GISA_EVENT_LAUNCH);
    bool holds = own.type == GISA_EVENT_GATHERING && !own.is_noun &&
                 (noun->type == GISA_EVENT_MEETING || noun->type == GISA_EVENT_POLITICS || noun->type == GISA_EVENT_LEGAL);
    bool agrees = own.type == GISA_EVENT_AGREEMENT && noun->type == GISA_EVENT_AGREEMENT;
    if (near && (holds || (noun->token + 3 >= token && (tells || agrees)))) {
        own.type = noun->type;
        own.span.begin = noun->span.begin;
    }
    return own;
}

static void close_clause(struct gisa_sentence_state *z, uint32_t token) {
    z->clause_first = token + 1;
    z->noun = gisa_no_trigger;
    z->duration = GISA_NONE;
}

static void attend(struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    struct gisa_draft guest = {.type = GISA_EVENT_OTHER, .place = GISA_NONE};
    gisa_event_roles(r, &guest, z->clause_first, token + 1, true);
    uint32_t at = r->occasion != GISA_NONE ? r->occasion : r->last;
    struct gisa_draft *x = at != GISA_NONE ? &r->drafts[at] : NULL;
    if (!x) {
        return;
    }
    for (uint32_t i = 0; i < guest.part_count; i++) {
        if (guest.parts[i].role == GISA_ROLE_AGENT || guest.parts[i].role == GISA_ROLE_PARTNER) {
            gisa_draft_add(x, guest.parts[i].entity, GISA_ROLE_ATTENDEE);
        }
    }
    gisa_event_prove(r, at, z->sentence);
}

static bool is_frame_word(const struct gisa_event_reader *r, uint32_t time) {
    struct gisa_span s = r->a->times[time].span;
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_eventrole_trie, r->d->key + s.begin, gisa_span_length(s), &row) &&
           gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_FRAME;
}

/* Is the draft worth telling? Undated ones only as the main clause of narration or a heading, and with somebody. */
static bool is_told(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                    const struct gisa_trigger *g, enum gisa_boundary b, uint8_t tense) {
    if (x->type == GISA_EVENT_STATEMENT && (x->basis == GISA_BASIS_NONE || !has_role(x, GISA_ROLE_AGENT))) {
        return false;
    }
    if (x->status == GISA_STATUS_RECURRING && z->set != GISA_NONE) {
        return true;
    }
    if (x->time == GISA_NONE) {
        return !g->is_weak && g->token != GISA_NONE && b == GISA_BOUNDARY_FINAL && x->part_count > 0 &&
               x->type != GISA_EVENT_MARKET && x->type != GISA_EVENT_STATEMENT;
    }
    if (x->is_nominal && !x->part_count && x->place == GISA_NONE && x->clause.begin == x->trigger.begin) {
        return false; /* a bare noun tells nothing alone: 협상 */
    }
    if (x->type == GISA_EVENT_OTHER) {
        return x->status == GISA_STATUS_PLANNED ||
               (x->status == GISA_STATUS_OCCURRED && tense == GISA_TENSE_PAST && !is_frame_word(r, x->time));
    }
    return true;
}

/* Does the last waiting time stand right before the word? */
static bool is_behind_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    return token > z->first &&
           r->a->times[z->wait[z->wait_count - 1]].span.end > r->a->tokens[token - 1].span.begin;
}

/* Does it stand at most two words before? */
static bool is_near_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { NEAR = 3 };
    uint32_t from = token > z->first + NEAR ? token - NEAR : z->first;
    return r->a->times[z->wait[z->wait_count - 1]].span.end > r->a->tokens[from].span.begin;
}

/* An inner clause that is no event takes the time before it: 2016년 설립된. */
static void pass_inner(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token) {
    if (!z->wait_count || token == z->first) {
        return;
    }
    if (z->wait_count > 1 && is_near_time(r, z, token)) { /* 28일 11월 경기에 나설 명단을 발표한다 */
        z->wait_count--;
        return;
    }
    z->is_stale = z->is_stale || is_behind_time(r, z, token);
    z->is_owned = z->is_owned || is_near_time(r, z, token);
}

/* What happened cannot lie after the day it was published on: 내년도 예산안을 처리하지 못했다 is not told of next year. */
static void drop_contradiction(const struct gisa_event_reader *r, struct gisa_draft *x) {
    struct gisa_date day = gisa_article_moment(&r->a->article)->day;
    if (x->time != GISA_NONE && x->status == GISA_STATUS_OCCURRED && day.year &&
        gisa_days_from_date(r->a->times[x->time].from) > gisa_days_from_date(day)) {
        x->time = GISA_NONE;
        x->basis = GISA_BASIS_NONE;
    }
}

/* 파리에서 열린 제12회 세계드라마영화제에서: an inner clause is told with the noun it stands before. */
static uint32_t head_end(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    uint32_t last = r->a->tokens[token].span.end;
    for (uint32_t i = token + 1; i < end && i <= token + HEAD_REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool mark = t->kind == GISA_TOKEN_PUNCT;
        if (t->ending != GISA_ENDING_NONE || (mark && r->d->cls[t->span.begin] != GISA_CHAR_QUOTE &&
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

/* "… 계약을 체결했다고 20일 밝혔다": the contract is the event, who told of it only reports it. */
static bool reports_before(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x) {
    struct gisa_draft *told = r->count ? &r->drafts[r->count - 1] : NULL;
    if (!told || told->sentence != z->sentence || !told->is_reported || told->time == GISA_NONE) {
        return false;
    }
    for (uint32_t i = 0; i < x->part_count && told->reported_by == GISA_NONE; i++) {
        told->reported_by = x->parts[i].role == GISA_ROLE_AGENT ? x->parts[i].entity : GISA_NONE;
    }
    x->clause.begin = told->clause.begin; /* its title tells what was announced */
    return true;
}

/* 올랐다, 늘었다, 기록했다 are of markets where the clause names what is traded or counted. */
static bool is_market(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    for (uint32_t i = z->clause_first; i <= token && i < z->end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        uint32_t n = t->stem_end - t->span.begin;
        for (uint32_t k = 0; k < n && k < WORD; k++) { /* anywhere in the word: 전기차판매량 */
            uint32_t length = gisa_trie_longest(&gisa_eventrole_trie, r->d->key + t->span.begin + k, n - k, &row);
            if (length && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_MARKET) {
                return true;
            }
        }
    }
    return false;
}

static bool is_past(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    const struct gisa_time *t = &r->a->times[time];
    return now.year && t->from.year && t->to.year && t->precision <= GISA_PRECISION_DAY &&
           gisa_days_from_date(t->to) <= gisa_days_from_date(now);
}

/* Does the time lie behind the article's day? */
static bool is_ahead(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    return now.year && r->a->times[time].from.year &&
           gisa_days_from_date(r->a->times[time].from) > gisa_days_from_date(now);
}

/* 졸업하고 1966년 …, 신고했고, 위원회는 6일 …: a clause of the past that another with a later time of its own follows. */
static bool is_joined_clause(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b) {
    const struct gisa_token *t = &r->a->tokens[token];
    if (b != GISA_BOUNDARY_CONNECTIVE || !z->wait_count) {
        return false;
    }
    uint32_t last = z->wait[z->wait_count - 1];
    uint8_t tense = gisa_event_tense(r, t);
    bool plain = tense == GISA_TENSE_NONE && t->ending == GISA_ENDING_CONNECTIVE;
    bool over = tense == GISA_TENSE_PAST || (plain && (gisa_event_is_over(r, last) || is_ahead(r, last))); /* 내년 4월 촬영에 들어가 2027년 공개된다 */
    uint32_t next = last + 1;
    return over && next < r->a->time_count && r->a->times[next].sentence == z->sentence && r->a->times[next].is_resolved &&
           r->a->times[next].span.begin > t->span.begin && !r->a->times[next].in_quote &&
           (tense == GISA_TENSE_PAST || gisa_event_is_later(&r->a->times[last], &r->a->times[next]));
}

/* 열려던 축제를: what was meant to be. */
static bool is_intended(const struct gisa_event_reader *r, const struct gisa_token *t) {
    return gisa_span_length(t->span) >= 3 && r->d->key[t->span.end - 1] == 0xB358 /* 던 */ && r->d->key[t->span.end - 2] == 0xB824; /* 려 */
}

static void tell(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, struct gisa_trigger g,
                 enum gisa_boundary b) {
    const struct gisa_token *t = &r->a->tokens[token];
    bool waits = z->wait_count > 0;
    bool unreal = false;
    uint8_t status = gisa_event_status(r, z, token, b, &unreal);
    struct gisa_draft x = {.trigger = g.token != GISA_NONE ? g.span : t->span, .sentence = z->sentence,
                           .type = g.token != GISA_NONE ? g.type : (uint8_t)GISA_EVENT_OTHER, .status = status,
                           .is_heading = z->is_heading, .is_inner = b == GISA_BOUNDARY_ADNOMINAL,
                           .is_reported = b == GISA_BOUNDARY_QUOTATIVE, .is_nominal = g.token != GISA_NONE && g.is_noun,
                           .time = GISA_NONE, .duration = z->duration, .place = GISA_NONE, .quote = GISA_NONE,
                           .reported_by = z->reporter, .merged = 1,
                           .confidence = g.token == GISA_NONE ? 0.6f : 0.8f, .rule = "ko.event.predicate"};
    bool inner = b == GISA_BOUNDARY_ADNOMINAL;
    if (g.token == GISA_NONE && b == GISA_BOUNDARY_FINAL && z->noun.token != GISA_NONE && waits && gisa_event_is_copula(r, t) &&
        r->a->tokens[z->noun.token].josa & GISA_JOSA_TOPIC) { /* 개막식은 5일이다 */
        g = z->noun;
        x.trigger = g.span;
        x.type = g.type;
        x.is_nominal = true;
        x.confidence = 0.7f;
    }
    x.clause = (struct gisa_span){r->a->tokens[z->clause_first].span.begin, inner ? head_end(r, token, z->end) : t->span.end};
    if (inner && (g.token == GISA_NONE || is_intended(r, t))) {
        pass_inner(r, z, token);
        return;
    }
    if (inner && (!waits || g.is_weak || x.type == GISA_EVENT_STATEMENT || x.type == GISA_EVENT_INCIDENT ||
                  x.type == GISA_EVENT_MARKET)) {
        return;
    }
    if (inner && z->wait_count == 1 && !gisa_event_is_venue(x.type) &&
        (!is_behind_time(r, z, g.token < token ? g.token : token) || (g.token <= token && tells_content(r, z, token)))) {
        return; /* the main clause needs it more */
    }
    if (b == GISA_BOUNDARY_AFTER && g.token == GISA_NONE) {
        z->is_stale = true;
        r->is_at_venue = r->is_at_venue || z->noun.token != GISA_NONE; /* 표결이 끝난 뒤 */
    }
    bool joined = is_joined_clause(r, z, token, b);
    if (g.token == GISA_NONE && (!waits || unreal || z->is_stale || z->is_spoken || !(b == GISA_BOUNDARY_FINAL || b == GISA_BOUNDARY_QUOTATIVE || joined) ||
                                 gisa_event_is_copula(r, t) || gisa_event_word_kind(r, token) == GISA_EVENTROLE_KIND_GENERIC)) {
        return;
    }
    if (g.is_weak && !waits) {
        return;
    }
    if (b == GISA_BOUNDARY_QUOTATIVE && status == GISA_STATUS_PLANNED && waits && is_past(r, z->wait[z->wait_count - 1])) {
        return; /* 10일 관세를 매기겠다고 발표했다 */
    }
    if (x.type == GISA_EVENT_STATEMENT && status == GISA_STATUS_PLANNED && b == GISA_BOUNDARY_FINAL && waits) {
        x.type = GISA_EVENT_OTHER; /* 15일 감식을 벌여 원인을 밝힐 계획이다 */
    }
    gisa_event_roles(r, &x, z->clause_first, token + 1, inner);
    if (x.type == GISA_EVENT_STATEMENT && (!waits || z->is_stale || z->is_owned)) { /* 19일 기항한 배를 언급하며 */
        remember_agents(r, &x);
        return;
    }
    bool reports = x.type == GISA_EVENT_STATEMENT && reports_before(r, z, &x);
    bool tells = x.type == GISA_EVENT_STATEMENT || (x.type == GISA_EVENT_ANNOUNCEMENT && z->has_report);
    if (tells && !reports) { /* what was said stands before 밝혔다; 수주했다고 18일 공시했다 */
        x.clause.begin = r->a->tokens[z->first].span.begin;
    }
    if (x.type == GISA_EVENT_MEETING && z->is_pressed) {
        return; /* 기자와 만나 말했다: no meeting */
    }
    const struct gisa_sentence_state before = *z;
    x.time = claim_time(r->a, z, b, x.type, &x.basis);
    uint32_t held = r->occasion != GISA_NONE ? r->occasion : r->last; /* 이 자리에서: not what this sentence told itself */
    if (x.time == GISA_NONE && z->is_anaphoric && held != GISA_NONE && held < z->first_draft && r->drafts[held].time != GISA_NONE) {
        x.time = r->drafts[held].time;
        x.basis = GISA_BASIS_INHERITED;
    }
    if (x.time != GISA_NONE && r->a->times[x.time].anchor == GISA_ANCHOR_NARRATIVE) {
        x.basis = GISA_BASIS_INHERITED;
    }
    if (x.type == GISA_EVENT_MARKET && !is_market(r, z, token)) {
        x.type = GISA_EVENT_OTHER;
    }
    settle_status(r, &x, gisa_event_tense(r, t));
    drop_contradiction(r, &x);
    take_amounts(r, &x);
    if (!inner) {
        remember_agents(r, &x);
    }
    absorb_visit(r, z, &x);
    uint8_t tense = joined && !(x.time != GISA_NONE && is_ahead(r, x.time)) ? GISA_TENSE_PAST : gisa_event_tense(r, t);
    gisa_event_cut_title(r, &x);
    if (g.token == GISA_NONE && b == GISA_BOUNDARY_QUOTATIVE && !is_told(r, z, &x, &g, b, tense)) {
        *z = before; /* 17일 우려가 있다며 발부했다: the day is that of what follows */
        return;
    }
    if (!is_told(r, z, &x, &g, b, tense) || is_same_telling(r, z, &x, g.is_weak || g.token == GISA_NONE)) {
        return;
    }
    uint32_t at = gisa_event_push(r, &x);
    gisa_event_tell_days(r, &x);
    gisa_event_tell_gapped(r, &x);
    if (!inner && !z->is_heading && !reports) { /* guests join what happened, not its announcement */
        r->last = at;
        bool occasion = gisa_event_is_venue(x.type) || x.type == GISA_EVENT_VISIT;
        r->occasion = occasion ? at : r->occasion;
        r->is_fresh = r->is_fresh || occasion;
    }
}

/* A bare noun: 회동 당시 only dates, 회동 뒤 is an event of its own, any other may be the object of what follows. */
static void read_noun(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, struct gisa_trigger g) {
    uint8_t kind = UINT8_MAX;
    if (gisa_event_is_before_after(r, token, z->end, &kind) && z->wait_count && !g.is_weak) {
        tell(r, z, token, g, GISA_BOUNDARY_AFTER);
        close_clause(z, token);
    } else if (kind != GISA_EVENTROLE_KIND_FRAME) {
        z->noun = g;
        if (gisa_event_is_venue(g.type) && r->a->tokens[token].josa & GISA_JOSA_LOCATIVE) {
            r->is_at_venue = true;
            r->venue = g.span;
        }
    }
}

static void read_word(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, bool is_name) {
    uint8_t kind = gisa_event_word_kind(r, token);
    if (kind == GISA_EVENTROLE_KIND_ANAPHOR) {
        z->is_anaphoric = true;
        const struct gisa_token *next = &r->a->tokens[token + 1 < z->end ? token + 1 : token];
        r->is_at_venue = r->is_at_venue || (r->a->tokens[token].josa | next->josa) & GISA_JOSA_LOCATIVE; /* 이 자리에서 */
    }
    if (kind == GISA_EVENTROLE_KIND_ACCORDING) {
        uint32_t last = r->phrase_count;
        for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token; i++) {
            last = i;
        }
        if (last < r->phrase_count && r->phrases[last].end == token && r->phrases[last].part_count) {
            z->reporter = r->phrases[last].part[0];
        }
        z->wait_count = 0;
        close_clause(z, token);
        return;
    }
    if (kind == GISA_EVENTROLE_KIND_ADVERB || kind == GISA_EVENTROLE_KIND_EARLIER || kind == GISA_EVENTROLE_KIND_PRESS || is_name) {
        z->is_pressed = z->is_pressed || kind == GISA_EVENTROLE_KIND_PRESS;
        return;
    }
    if (kind == GISA_EVENTROLE_KIND_ATTEND && (!z->wait_count || (z->is_anaphoric && r->occasion != GISA_NONE))) {
        z->wait_count = 0; /* 이날 체결식에는 회장이 참석했다 */
        attend(r, z, token);
        close_clause(z, token);
        return;
    }
    struct gisa_trigger own = z->phrase.token != GISA_NONE ? z->phrase : gisa_trigger_at(r, token);
    if (own.is_inflected && own.span.end > r->a->tokens[token].span.end) {
        z->phrase = own;
        return;
    }
    z->phrase = gisa_no_trigger;
    if (own.token != GISA_NONE && !own.is_inflected) {
        read_noun(r, z, token, own);
        return;
    }
    enum gisa_boundary b = gisa_event_boundary(r, z, token, &own);
    if (b == GISA_BOUNDARY_QUOTATIVE && own.token == GISA_NONE && !r->a->tokens[token].space_before) {
        return; /* "..."라고 */
    }
    if (b == GISA_BOUNDARY_NONE || b == GISA_BOUNDARY_FRAME) {
        return;
    }
    if (b == GISA_BOUNDARY_UNREAL) {
        z->noun = gisa_no_trigger;
        return;
    }
    struct gisa_trigger g = b == GISA_BOUNDARY_ADNOMINAL && own.token == GISA_NONE ? noun_ahead(r, z, token) : gisa_no_trigger;
    g = g.token != GISA_NONE ? g : head_of(r, z, token, own);
    uint32_t before = r->count;
    uint32_t cleft = cleft_time(r, z, token);
    if (cleft != GISA_NONE) {
        z->wait_count = 0;
        take_time(r, z, cleft);
        b = GISA_BOUNDARY_FINAL;
    }
    tell(r, z, token, g, b);
    bool told = r->count > before;
    if (told && r->a->tokens[token].ending == GISA_ENDING_NOMINAL) {
        z->current = GISA_NONE; /* 상반기에 가동하기로 합의했다: agreed at another time */
    }
    if (b != GISA_BOUNDARY_ADNOMINAL && (told || g.token != GISA_NONE || b == GISA_BOUNDARY_QUOTATIVE || b == GISA_BOUNDARY_AFTER)) {
        close_clause(z, token);
        if (b == GISA_BOUNDARY_QUOTATIVE) {
            z->has_report = true;
            z->current = GISA_NONE;
        }
    }
}

/* A heading ends with its event: "한빛전자 김서준, 노르스텔 CEO와 회동". */
static void read_heading_end(struct gisa_event_reader *r, struct gisa_sentence_state *z) {
    if (z->is_heading && z->noun.token != GISA_NONE && !z->noun.is_weak && z->noun.token + 2 >= z->end) {
        tell(r, z, z->noun.token, z->noun, GISA_BOUNDARY_FINAL);
    }
}

void gisa_event_sentence(struct gisa_event_reader *r, uint32_t sentence) {
    const struct gisa_sentence *s = &r->a->sentences[sentence];
    uint8_t kind = r->a->segments[s->segment].kind;
    struct gisa_sentence_state z = {.sentence = sentence, .first = s->first_token, .end = s->first_token + s->token_count,
                               .clause_first = s->first_token, .current = GISA_NONE, .set = GISA_NONE,
                               .duration = GISA_NONE, .reporter = GISA_NONE, .noun = gisa_no_trigger, .phrase = gisa_no_trigger,
                               .first_draft = r->count, .is_heading = kind != GISA_SEGMENT_PARAGRAPH};
    uint32_t time = r->time;
    uint32_t mention = r->mention;
    r->is_at_venue = r->has_topic = false;
    r->venue = (struct gisa_span){0, 0};
    uint32_t topic[2] = {r->topic[0], r->topic[1]};
    bool is_background = z.first < z.end && gisa_event_word_kind(r, z.first) == GISA_EVENTROLE_KIND_EARLIER;
    for (uint32_t q = r->quote; q < r->a->quote_count && r->a->quotes[q].sentence == sentence; q++) {
        z.is_spoken = z.is_spoken || (r->a->quotes[q].said != GISA_NONE && r->a->quotes[q].kind != GISA_QUOTE_INDIRECT);
    }
    gisa_event_phrases(r, sentence);
    for (uint32_t i = z.first; i < z.end && i < z.first + SENTENCE_TOKENS && !r->failed; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool is_time = time > 0 && r->a->times[time - 1].span.end > t->span.begin;
        for (; time < r->a->time_count && r->a->times[time].span.begin < t->span.end; time++) {
            is_time = true;
            if (r->a->times[time].span.begin >= s->span.begin) {
                take_time(r, &z, time);
            }
        }
        bool is_name = mention > 0 && r->a->mentions[mention - 1].span.end > t->span.begin;
        for (; mention < r->a->mention_count && r->a->mentions[mention].span.begin < t->span.end; mention++) {
            uint8_t type = r->a->entities[r->a->mentions[mention].entity].type;
            is_name = type != GISA_ENTITY_EVENT && type != GISA_ENTITY_OTHER;
        }
        if (t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && !(is_time && t->ending != GISA_ENDING_FINAL)) {
            read_word(r, &z, i, is_name);
        }
    }
    read_heading_end(r, &z);
    if (!r->has_topic && !z.is_heading) {
        remember_topic(r);
    }
    if (is_background && r->topic[0] == GISA_NONE) { /* background that names nobody leaves the subject as it was */
        r->topic[0] = topic[0];
        r->topic[1] = topic[1];
    }
}
