/* SPDX-License-Identifier: Apache-2.0 */
/* A sentence read from left to right: time expressions wait until a predicate takes them, predicates close clauses, and
 * those that say something happens become drafts (events.md, sections 2 and 3). */
#include <string.h>

#include "base/array.h"
#include "dated_noun_lex.h"
#include "event/event_absorb.h"
#include "event/event_attend.h"
#include "event/event_clause.h"
#include "event/event_dated.h"
#include "event/event_days.h"
#include "event/event_deny.h"
#include "event/event_group.h"
#include "event/event_head.h"
#include "event/event_inherit.h"
#include "event/event_law.h"
#include "event/event_noun.h"
#include "event/event_predicate.h"
#include "event/event_site.h"
#include "event/event_time.h"
#include "event/event_told.h"
#include "event/event_topic.h"
#include "event/event_type.h"
#include "eventrole_lex.h"
#include "moved_lex.h"
#include "receive_lex.h"
#include "text/hangul.h"
#include "text/seek.h"
#include "token/token.h"

enum { JI = 0xC9C0 /* 지 */, SENTENCE_TOKENS = 600 };

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

/* 투자하기로 | 결의했다: what a past verb behind -기로 tells was decided then. */
static bool is_decision(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { RO = 0xB85C /* 짓기로 */, HA = 0xD558, GO = 0xACE0 /* 하고 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    if (t->ending != GISA_ENDING_NOMINAL || r->d->key[t->span.end - 1] != RO || token + 1 >= z->end) {
        return false;
    }
    uint32_t last = z->end - 1; /* 짓기로 하고 공모를 마쳤다: as the whole sentence is told */
    while (last > token && r->a->tokens[last].kind != GISA_TOKEN_WORD) {
        last--;
    }
    bool joined = gisa_span_length(t[1].span) == 2 && r->d->key[t[1].span.begin] == HA && r->d->key[t[1].span.begin + 1] == GO;
    return gisa_event_tense(r, t + 1) == GISA_TENSE_PAST || (joined && gisa_event_tense(r, &r->a->tokens[last]) == GISA_TENSE_PAST);
}

/* 위원회를 | 열어 찬성하기로 결정했다: what was decided in the past was decided there. */
static bool leads_to_decision(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 16 };
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH && !r->is_quoted[i] && r->a->tokens[i].ending != GISA_ENDING_FINAL; i++) {
        if (is_decision(r, z, i)) {
            return true;
        }
    }
    return false;
}

static void take_amounts(struct gisa_event_reader *r, struct gisa_draft *x) {
    x->amount_count = 0;
    for (uint32_t i = r->amount; i < r->a->amount_count && r->a->amounts[i].span.begin < x->clause.end; i++) {
        if (r->a->amounts[i].span.begin >= x->clause.begin && x->amount_count < GISA_DRAFT_AMOUNTS) {
            x->amounts[x->amount_count++] = i;
        }
    }
}

static void close_clause(struct gisa_sentence_state *z, uint32_t token) {
    z->clause_first = token + 1;
    z->noun = gisa_no_trigger;
    z->duration = GISA_NONE;
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

/* 통신은 10일 | 외무상이 강조했다고: does the time stand between who reports and whom he reports of? */
static bool is_of_reporter(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    const struct gisa_span time = r->a->times[x->time].span;
    bool topic = false;
    for (uint32_t i = 0; i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        const struct gisa_span s = {r->a->tokens[p->first].span.begin, r->a->tokens[p->end - 1].span.end};
        if (s.begin >= time.end && p->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC)) {
            return topic && p->josa == GISA_JOSA_SUBJECT && p->part_count && p->part[0] != x->reported_by;
        }
        topic = p->josa & GISA_JOSA_TOPIC && p->part_count ? p->part[0] == x->reported_by && s.end <= time.begin : topic;
    }
    return false;
}

/* Is the word what introduces a quotation that has a speaker and a date of its own? */
static bool is_cue_of_dated(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_span trigger) {
    for (uint32_t q = r->quote; z->is_spoken && q < r->a->quote_count && r->a->quotes[q].sentence == z->sentence; q++) {
        const struct gisa_quote *x = &r->a->quotes[q];
        if (x->said != GISA_NONE && x->speaker != GISA_NONE && x->kind != GISA_QUOTE_INDIRECT && gisa_span_overlaps(x->cue, trigger)) {
            return true;
        }
    }
    return false;
}

/* 10일 "…"고 했고, 17일 탄원서를 냈다: does the time stand before the last report of the sentence, so that it may be that of the speech? */
static bool is_of_speech(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    uint32_t end = 0;
    for (uint32_t q = r->quote; q < r->a->quote_count && r->a->quotes[q].sentence == z->sentence; q++) {
        const struct gisa_quote *x = &r->a->quotes[q];
        bool told = x->said != GISA_NONE && x->kind != GISA_QUOTE_INDIRECT && !gisa_span_is_empty(x->cue);
        end = told && x->cue.end > end ? x->cue.end : end;
    }
    uint32_t last = z->wait_count ? z->wait[z->wait_count - 1] : GISA_NONE; /* "…"며 다음 달 13일 등록하겠다고 했다: what is to come was not said then */
    return last == GISA_NONE || !end || (r->a->times[last].span.begin < end && !gisa_event_is_ahead(r, last));
}

/* 지난 1월 다보스에서 만난 데 이어 두 번째다: what lies long before, told on the way to something else, is not where the story stands. */
static bool is_background(const struct gisa_event_reader *r, const struct gisa_draft *x, enum gisa_boundary b) {
    return b != GISA_BOUNDARY_FINAL && x->time != GISA_NONE && r->scene != GISA_NONE && !gisa_event_is_news(r, x->time) && gisa_event_is_over(r, x->time);
}

/* What a sentence that ends in 이다 dates: its topic, or the aim of 개통이 목표다. */
static struct gisa_trigger dated_noun(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    if (!gisa_event_is_copula(r, &r->a->tokens[token]) && !gisa_event_is_last(r, z, token)) {
        return gisa_no_trigger;
    }
    const struct gisa_token *noun = &r->a->tokens[z->noun.token != GISA_NONE ? z->noun.token : token];
    bool bare = !noun->josa && noun->stem_end == noun->span.end; /* 내년 6월 준공 | 예정이다 */
    bool aim = z->noun.token != GISA_NONE && z->noun.token + 1 == token && (noun->josa & GISA_JOSA_SUBJECT || bare) && gisa_event_is_plan(r, token);
    return aim ? z->noun : gisa_event_dated_topic(r, z, token);
}

/* 22일 총파업을 | 예고했다: the day to come is that of what is announced. */
static bool is_foretold(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_trigger *g) {
    enum { YE = 0xC608, GO = 0xACE0 /* 예고 */ };
    bool foretells = g->token != GISA_NONE && r->d->key[g->span.begin] == YE && r->d->key[g->span.begin + 1] == GO;
    return foretells && z->wait_count && z->noun.token != GISA_NONE && !z->noun.is_weak && z->noun.token + 1 == g->token &&
           r->a->tokens[z->noun.token].josa & GISA_JOSA_OBJECT && gisa_event_is_ahead(r, z->wait[z->wait_count - 1]);
}

/* 선거 | 뒤 올릴 것이라고 보도했다, with the subject of the clause behind the time: is what the noun stands before only told as to come? */
static bool is_of_plan_told(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const uint32_t time = r->a->times[z->wait[z->wait_count - 1]].span.end;
    bool subject = false;
    for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        subject = subject || (p->josa & GISA_JOSA_SUBJECT && !(p->josa & GISA_JOSA_TOPIC) && r->a->tokens[p->end - 1].span.begin >= time);
    }
    for (uint32_t i = token + 2; subject && i < z->end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->kind == GISA_TOKEN_WORD && t->ending == GISA_ENDING_QUOTATIVE) {
            uint32_t last = r->d->key[t[-1].span.end - 1]; /* 내놓을 | 것이라고 */
            return t->tense == GISA_TENSE_FUTURE || (gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_L);
        }
    }
    return false;
}

/* 임기가 끝나|면서 폐기됐다: what went on beside it */
static bool is_beside(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { MYEON = 0xBA74, SEO = 0xC11C /* 면서 */ };
    return gisa_span_length(t->span) >= 3 && r->d->key[t->span.end - 1] == SEO && r->d->key[t->span.end - 2] == MYEON;
}

/* 선거는 대표가 지난달 25일 물러나면서 | 치러졌다: does the time of the draft told last stand behind the subject of its own clause, and that
 * behind the sentence's topic? Then it dates that clause alone. */
static bool is_time_of_subject(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_draft *x = &r->drafts[r->count - 1];
    bool topic = false;
    for (uint32_t i = 0; x->time != GISA_NONE && i < r->phrase_count && r->phrases[i].end <= token; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        bool before = r->a->tokens[p->end - 1].span.end <= r->a->times[x->time].span.begin;
        if (topic && before && p->josa & GISA_JOSA_SUBJECT && !(p->josa & GISA_JOSA_TOPIC)) {
            return true;
        }
        topic = topic || p->josa & GISA_JOSA_TOPIC;
    }
    return false;
}

/* 11일 | 회사가 약속을 어겼다고: does another subject stand behind the time? */
static bool has_subject_behind(const struct gisa_event_reader *r, const struct gisa_time *time, uint32_t token) {
    for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->josa == GISA_JOSA_SUBJECT && r->a->tokens[p->first].span.begin >= time->span.end) {
            return true;
        }
    }
    return false;
}

/* 워싱턴으로 날아가, not 지붕이 날아가: does the clause tell where to? */
static bool has_goal(const struct gisa_event_reader *r, uint32_t first, uint32_t token) {
    for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token; i++) {
        if (r->phrases[i].first >= first && r->phrases[i].josa & (GISA_JOSA_DIRECTION | GISA_JOSA_DATIVE | GISA_JOSA_OBJECT)) {
            return true;
        }
    }
    return false;
}

/* What follows from what was done in a place, where it was done: 국회에서 회의를 주재한 뒤 임명했다. */
static bool goes_on_there(uint8_t type) {
    return type == GISA_EVENT_AGREEMENT || type == GISA_EVENT_ANNOUNCEMENT || type == GISA_EVENT_STATEMENT || type == GISA_EVENT_MEETING || type == GISA_EVENT_APPOINTMENT ||
           type == GISA_EVENT_GATHERING || type == GISA_EVENT_INCIDENT;
}

static bool is_by_same(const struct gisa_draft *a, const struct gisa_draft *b) {
    return a->part_count && b->part_count && a->parts[0].entity == b->parts[0].entity;
}

static void tell(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, struct gisa_trigger g,
                 enum gisa_boundary b) {
    const struct gisa_token *t = &r->a->tokens[token];
    bool waits = z->wait_count > 0;
    bool unreal = false;
    uint8_t status = gisa_event_status(r, z, token, b, &unreal);
    bool denied = gisa_event_is_denied(z, token, b, g.token != GISA_NONE ? g.type : (uint8_t)GISA_EVENT_OTHER);
    status = denied ? (uint8_t)GISA_STATUS_DENIED : status;
    if (is_foretold(r, z, &g)) {
        g = z->noun;
        status = GISA_STATUS_PLANNED;
    }
    struct gisa_draft x = {.trigger = g.token != GISA_NONE ? g.span : t->span, .sentence = z->sentence,
                           .type = g.token != GISA_NONE ? g.type : (uint8_t)GISA_EVENT_OTHER, .status = status,
                           .is_heading = z->is_heading, .is_inner = b == GISA_BOUNDARY_ADNOMINAL,
                           .is_reported = b == GISA_BOUNDARY_QUOTATIVE, .is_nominal = g.token != GISA_NONE && g.is_noun, .is_weak = g.is_weak,
                           .time = GISA_NONE, .duration = z->duration, .place = GISA_NONE, .quote = GISA_NONE,
                           .reported_by = z->reporter, .merged = 1,
                           .confidence = g.token == GISA_NONE ? 0.6f : 0.8f, .rule = "ko.event.predicate"};
    bool inner = b == GISA_BOUNDARY_ADNOMINAL;
    if (b == GISA_BOUNDARY_CONNECTIVE && waits && status == GISA_STATUS_OCCURRED && gisa_event_leads_to_plan(r, z, token)) {
        x.status = status = GISA_STATUS_PLANNED;
    }
    const struct gisa_token *aux = token + 1 < z->end && r->d->key[t->span.end - 1] == 0xC9C0 /* 하지 | 못했고 */ ? t + 1 : t;
    bool declines = aux > t && aux->ending == GISA_ENDING_NOMINAL && is_decision(r, z, token + 1); /* 매각하지 | 않기로 했다 */
    if (b == GISA_BOUNDARY_CONNECTIVE && status == GISA_STATUS_DENIED && !denied && !declines && gisa_event_tense(r, aux) != GISA_TENSE_PAST && !(waits && gisa_event_time_follows(r, z, token))) {
        return; /* 증거능력을 인정하지 않고 무죄로 뒤집었다: how it was done */
    }
    if (g.token == GISA_NONE && b == GISA_BOUNDARY_FINAL && waits && gisa_event_is_figure(r, z, token)) {
        g = (struct gisa_trigger){.token = token, .span = t->span, .is_inflected = true, .type = GISA_EVENT_MARKET};
        x.type = GISA_EVENT_MARKET;
        x.trigger = t->span;
    }
    bool aims = b == GISA_BOUNDARY_CONNECTIVE && gisa_event_is_plan(r, token) && t->josa & GISA_JOSA_COPULA; /* 3월 개통 예정이며 */
    struct gisa_trigger dated = g.token == GISA_NONE && (b == GISA_BOUNDARY_FINAL || aims) && waits ? dated_noun(r, z, token) : gisa_no_trigger;
    if (dated.token != GISA_NONE) { /* 개막식은 5일이다 */
        g = dated;
        x.trigger = g.span;
        x.type = g.type;
        x.is_nominal = x.is_when = true;
        x.confidence = 0.7f;
    }
    x.clause = (struct gisa_span){r->a->tokens[z->clause_first].span.begin, inner ? gisa_event_head_end(r, token, z->end) : t[gisa_event_is_progressive(r, z, token)].span.end};
    if (declines) {
        x.clause.end = r->a->tokens[token + 2].span.end;
        x.is_nominal = false;
    }
    bool past = inner && waits && !gisa_event_is_intended(r, t) && gisa_event_is_past_of_head(r, z, token, x.clause.end, &g);
    past = past || (inner && waits && !gisa_event_is_intended(r, t) && g.token != GISA_NONE && !g.is_weak && g.token <= token && gisa_event_tense(r, t) == GISA_TENSE_PAST && gisa_event_is_over(r, z->wait[z->wait_count - 1]) &&
                    gisa_event_is_at_rest(r, z, token));
    if (b == GISA_BOUNDARY_FINAL && !t->josa && token + 1 < z->end && r->d->key[t[1].span.end - 1] == 0xB358 /* 던: 21일 개막할 | 예정이던 축제 */ && gisa_event_is_plan(r, token + 1)) {
        if (!gisa_event_is_called_off(r, z, token + 1)) {
            z->wait_count -= waits;
            return; /* what was planned once */
        }
        x.status = status = GISA_STATUS_DENIED;
        x.clause.end = gisa_event_head_end(r, token + 1, z->end);
    }
    if (inner && waits && gisa_event_tense(r, t) != GISA_TENSE_PAST && gisa_event_is_called_off(r, z, token)) {
        x.status = status = GISA_STATUS_DENIED;
    }
    if (status == GISA_STATUS_PLANNED && waits && !inner && gisa_event_was_planned(r, z, token)) {
        z->wait_count--;
        return;
    }
    if (b == GISA_BOUNDARY_AFTER && x.is_nominal && waits && is_of_plan_told(r, z, token)) {
        return; /* 방송은 지난 20일 정부가 선거 | 뒤 올릴 것이라고 보도했다: of the report */
    }
    const struct gisa_time *begin = waits ? &r->a->times[z->wait[z->wait_count - 1]] : NULL;
    if (begin && begin->from.year && !begin->to.year && begin->precision > GISA_PRECISION_MONTH && status != GISA_STATUS_PLANNED) {
        z->wait_count--; /* 2027년부터 공급하는 협약을 맺었다: only plans begin in a year to come */
        waits = z->wait_count > 0;
    }
    if (waits && !r->a->times[z->wait[z->wait_count - 1]].from.year && status != GISA_STATUS_PLANNED) {
        bool now = b == GISA_BOUNDARY_FINAL && t->ending == GISA_ENDING_FINAL && gisa_event_tense(r, t) == GISA_TENSE_PRESENT; /* 26일까지 제출한다 */
        now = now || ((b == GISA_BOUNDARY_FINAL || b == GISA_BOUNDARY_CONNECTIVE) && gisa_event_tense(r, t) == GISA_TENSE_PAST && gisa_event_is_over(r, z->wait[z->wait_count - 1])); /* 13일까지 2천건이 접수됐으며 */
        if (!now || status != GISA_STATUS_OCCURRED || r->is_in_speech) { /* 28일까지 열리는 전시, 28일까지 받고 있다: only plans have a deadline */
            z->wait_count--;
            waits = z->wait_count > 0;
        }
    }
    if (inner && g.token == GISA_NONE && !past && gisa_event_only_happens(r, z, token)) {
        return; /* 3일 일어난 | 누출로 5명이 숨졌다: the day of what came of it */
    }
    if (inner && (g.token == GISA_NONE || gisa_event_is_intended(r, t)) && !past) {
        if (gisa_event_inner_owns(r, z, token)) {
            z->wait_count--;
        } else {
            gisa_event_pass_inner(r, z, token);
        }
        return;
    }
    if (inner && !past && waits && !gisa_event_is_venue(x.type) && r->d->key[t->span.end - 1] == 0xB358 /* 던: 거푸집을 설치하던 노동자 */) {
        gisa_event_pass_inner(r, z, token);
        return;
    }
    if (inner && !past && (!waits || g.is_weak || x.type == GISA_EVENT_STATEMENT || x.type == GISA_EVENT_INCIDENT ||
                           x.type == GISA_EVENT_MARKET)) {
        return;
    }
    if (inner && !past && z->wait_count == 1 && !gisa_event_is_venue(x.type) &&
        (!gisa_event_is_behind_time(r, z, g.token < token ? g.token : token) || (g.token <= token && gisa_event_tells_content(r, z, token)))) {
        bool owns = gisa_event_inner_owns(r, z, token);
        bool named = owns && gisa_event_is_named_head(r, token, x.clause.end);
        if (!owns || !(named || gisa_event_time_follows(r, z, token))) {
            z->wait_count -= owns;
            return; /* the main clause needs it more */
        }
    }
    bool joined = token == z->held || gisa_event_is_joined_clause(r, z, token, b);
    if (b == GISA_BOUNDARY_AFTER && g.token == GISA_NONE && !joined) {
        z->is_stale = true;
        if (z->noun.token != GISA_NONE && !r->is_at_venue) { /* 표결이 끝난 뒤; 비공개로 전환된 뒤 is none of the occasion */
            bool happens = gisa_event_is_venue(z->noun.type) || z->noun.type == GISA_EVENT_POLITICS || z->noun.type == GISA_EVENT_LEGAL;
            r->is_at_venue = true;
            r->venue = happens ? r->venue : z->noun.span;
        }
    }
    if (b == GISA_BOUNDARY_CONNECTIVE && g.token == GISA_NONE && waits && !joined && z->held == GISA_NONE && !unreal && !z->is_stale && !z->is_heading &&
        !(token > z->first && t[-1].ending == GISA_ENDING_QUOTATIVE)) {
        z->held = token; /* 지난달 24일 발행을 결의했으며, 대출을 협의 중이다 */
        z->held_first = z->clause_first;
        z->held_time = z->wait[z->wait_count - 1];
    }
    if (g.token == GISA_NONE && (!waits || unreal || z->is_stale || (z->is_spoken && is_of_speech(r, z) && (!joined || token == z->held) && !past) || !(b == GISA_BOUNDARY_FINAL || b == GISA_BOUNDARY_QUOTATIVE || joined || past) ||
                                 gisa_event_is_copula(r, t) || gisa_event_word_kind(r, token) == GISA_EVENTROLE_KIND_GENERIC)) {
        return;
    }
    if (g.token == GISA_NONE && b == GISA_BOUNDARY_CONNECTIVE && !r->a->times[z->wait[z->wait_count - 1]].from.year) {
        return; /* 계약이 내년까지 남아 있어: no deadline */
    }
    if (g.token == GISA_NONE && z->is_heading && gisa_event_is_progressive(r, z, token)) {
        return; /* 계약서를 교환하고 있다: what a picture shows */
    }
    if ((g.is_weak && !waits) || (b == GISA_BOUNDARY_CONNECTIVE && gisa_event_is_intended(r, t))) {
        return; /* 경찰은 출국하려던 일당을 붙잡았다: what did not happen, and not the police's */
    }
    if (waits && gisa_event_is_told_ahead(r, z, token, b, status) && gisa_event_is_past(r, z->wait[z->wait_count - 1])) {
        return; /* 10일 관세를 매기겠다고 발표했다, 13일 출시한다고 밝혔다: the day is that of the telling */
    }
    if (x.type == GISA_EVENT_STATEMENT && status == GISA_STATUS_HYPOTHETICAL && gisa_event_tense(r, t) == GISA_TENSE_PAST &&
        r->d->key[t->span.end - 1] != 0xB294 /* 는: 지시했다는 혐의 */) {
        x.status = GISA_STATUS_OCCURRED; /* 커질 것으로 전망했다: he said so */
    }
    if (x.type == GISA_EVENT_STATEMENT && status == GISA_STATUS_PLANNED && b == GISA_BOUNDARY_FINAL && waits && r->d->key[x.trigger.begin] == 0xBC1D /* 밝 */) {
        x.type = GISA_EVENT_OTHER; /* 15일 감식을 벌여 원인을 밝힐 계획이다 */
    }
    const bool accused = past && gisa_event_is_accusation(r, z, token);
    x.type = accused ? (uint8_t)GISA_EVENT_OTHER : x.type;
    bool aside = b == GISA_BOUNDARY_CONNECTIVE && gisa_span_length(t->span) >= 2 && r->d->key[t->span.end - 1] == 0xC790 /* 자: 식약처가 승인하자 */;
    x.is_aside = aside;
    take_amounts(r, &x);
    gisa_event_settle_market(r, z, &x, token);
    gisa_event_roles(r, &x, z->clause_first, token + 1, aside || (inner && !accused && !(past && gisa_event_describes(r, z, token))));
    uint32_t today = x.type == GISA_EVENT_STATEMENT && !waits && b == GISA_BOUNDARY_FINAL ? gisa_event_told_today(r, z) : GISA_NONE;
    if (today != GISA_NONE) {
        z->wait[0] = today;
        z->wait_count = 1;
    } else if (x.type == GISA_EVENT_STATEMENT && (!waits || z->is_stale || z->is_owned)) { /* 19일 기항한 배를 언급하며 */
        gisa_event_remember_agents(r, &x);
        return;
    }
    if ((x.type == GISA_EVENT_STATEMENT || g.token == GISA_NONE) && is_cue_of_dated(r, z, x.trigger)) { /* gisa_event_speech() tells it */
        gisa_event_remember_agents(r, &x);
        return;
    }
    bool reports = x.type == GISA_EVENT_STATEMENT && reports_before(r, z, &x);
    bool tells = x.type == GISA_EVENT_STATEMENT || (x.type == GISA_EVENT_ANNOUNCEMENT && z->has_report);
    if (tells && !reports) { /* what was said stands before 밝혔다; 수주했다고 18일 공시했다 */
        x.clause.begin = r->a->tokens[z->first].span.begin;
    }
    if (r->is_in_speech && x.type == GISA_EVENT_STATEMENT) {
        return; /* who tells what another said */
    }
    if (x.type == GISA_EVENT_MEETING && z->is_pressed) {
        return; /* 기자와 만나 말했다: no meeting */
    }
    bool beside = is_beside(r, t);
    if (!waits && b == GISA_BOUNDARY_CONNECTIVE && z->current != GISA_NONE && gisa_event_tense(r, t) != GISA_TENSE_PAST && (beside || gisa_event_is_toward(r, z, token))) {
        return; /* 12일 의결했으며, 공청회를 거쳐 내년 3월 확정한다 */
    }
    struct gisa_draft *last = r->count > z->first_draft ? &r->drafts[r->count - 1] : NULL;
    const bool resolved = token > z->first && t[-1].ending == GISA_ENDING_NOMINAL && r->d->key[t[-1].span.end - 1] == 0xB85C /* 로: 출자하기로 | 의결했으며 */;
    if (!waits && last && (last->type == x.type || resolved) && !last->is_dropped && last->clause.end == x.trigger.end + (t->span.end - x.trigger.end) &&
        last->trigger.begin < x.trigger.begin && x.trigger.begin >= last->clause.begin) {
        last->type = x.type == GISA_EVENT_AGREEMENT ? x.type : last->type;
        return; /* 사들이기로 | 계약했다: told with what was decided */
    }
    const struct gisa_sentence_state before = *z;
    bool keeps = inner && gisa_event_is_venue(x.type) && z->wait_count == 1 && gisa_event_inner_owns(r, z, token); /* 2023년 비엔날레에 참여했던 작가는 */
    x.time = gisa_event_claim_time(r->a, z, b, x.type, &x.basis);
    z->wait_count -= keeps && z->wait_count;
    if (b == GISA_BOUNDARY_QUOTATIVE && x.reported_by != GISA_NONE && x.time != GISA_NONE && waits && is_of_reporter(r, &x)) {
        *z = before;
        return; /* 통신은 10일 외무상이 연대를 강조했다고 보도했다: the day of the report */
    }
    uint32_t held = r->occasion != GISA_NONE ? r->occasion : r->last; /* 이 자리에서: not what this sentence told itself */
    const struct gisa_draft *before_it = z->first_draft ? &r->drafts[z->first_draft - 1] : NULL;
    if (before_it && gisa_draft_is_occasion(before_it) && before_it->sentence + 1 == z->sentence && !before_it->is_heading) {
        held = z->first_draft - 1; /* 내일 총회가 열린다. 이 자리에서 선임한다 */
    }
    if (x.time == GISA_NONE && z->is_anaphoric && held != GISA_NONE && held < z->first_draft && r->drafts[held].time != GISA_NONE) {
        x.time = r->drafts[held].time;
        x.place = x.place == GISA_NONE && r->is_at_venue ? r->drafts[held].place : x.place; /* 이 자리에서 합의했다 */
        x.basis = GISA_BASIS_INHERITED;
    }
    if (x.time != GISA_NONE && x.time == z->harmed) {
        x.type = x.type == GISA_EVENT_OTHER ? (uint8_t)GISA_EVENT_INCIDENT : x.type;
        x.basis = GISA_BASIS_INHERITED;
    }
    if (x.time == GISA_NONE && b == GISA_BOUNDARY_FINAL && gisa_event_tense(r, t) == GISA_TENSE_PAST && !g.is_weak) {
        x.time = gisa_event_time_of_kind(r, z, &x);
        x.time = x.time == GISA_NONE ? gisa_event_time_of_sequence(r, z) : x.time;
        x.time = x.time == GISA_NONE && g.token != GISA_NONE && !z->is_heading ? gisa_event_time_of_noun(r, z->sentence, g.span.begin) : x.time;
        x.basis = x.time != GISA_NONE ? GISA_BASIS_INHERITED : x.basis;
    }
    if (x.time != GISA_NONE && r->a->times[x.time].anchor == GISA_ANCHOR_NARRATIVE) {
        x.basis = GISA_BASIS_INHERITED;
    }
    gisa_event_settle_status(r, &x, b == GISA_BOUNDARY_AFTER ? (uint8_t)GISA_TENSE_NONE : gisa_event_tense(r, t), /* 19일 면담한 뒤 귀국한다 */
                  b == GISA_BOUNDARY_FINAL && t->ending == GISA_ENDING_FINAL && !z->is_heading && r->d->key[t->span.begin] != 0xC788 /* 있다 */,
                  is_decision(r, z, token) || (b == GISA_BOUNDARY_CONNECTIVE && leads_to_decision(r, z, token)));
    if (x.status == GISA_STATUS_OCCURRED && is_decision(r, z, token)) { /* its title says that it was decided */
        x.clause.end = r->a->tokens[token + 1].span.end;
        x.is_nominal = false;
    }
    if (r->is_in_speech && z->has_condition && x.status == GISA_STATUS_PLANNED) {
        x.status = GISA_STATUS_HYPOTHETICAL; /* "답이 없으면 9일 파업에 들어가겠다" */
    }
    gisa_event_drop_contradiction(r, &x);
    gisa_event_forget_sides(r, &x);
    take_amounts(r, &x);
    gisa_event_settle_type(r, z, &x, token);
    x.type = x.type == GISA_EVENT_VISIT && g.is_weak && !has_goal(r, z->clause_first, token) ? (uint8_t)GISA_EVENT_OTHER : x.type;
    x.type = accused ? (uint8_t)GISA_EVENT_OTHER : x.type;
    gisa_event_settle_law(r, &x, z->clause_first, token);
    gisa_event_give_accused(r, &x);
    if (!inner && !aside) { /* 당이 그를 제명하자 물러났다: not the party */
        gisa_event_remember_agents(r, &x);
    }
    gisa_event_absorb_visit(r, z, &x);
    gisa_event_absorb_sitting(r, z, &x);
    gisa_event_settle_board(r, z, &x, token);
    const struct gisa_draft *same = r->count > z->first_draft ? &r->drafts[r->count - 1] : NULL; /* 춘천에서 회견을 열고 발표했다 */
    if (x.place == GISA_NONE && same && same->time == x.time && x.time != GISA_NONE && !inner && (gisa_draft_is_occasion(same) || (goes_on_there(x.type) && same->type != GISA_EVENT_VISIT && !same->is_inner && is_by_same(same, &x)))) {
        x.place = same->place; /* 이스탄불에서 협상을 열고 합의했다 */
    }
    bool decided = x.status == GISA_STATUS_OCCURRED && is_decision(r, z, token) && gisa_trigger_at(r, token + 1).token == GISA_NONE; /* 5일 기부하기로 약정했다 */
    uint8_t tense = decided ? GISA_TENSE_PAST : joined && !(x.time != GISA_NONE && gisa_event_is_ahead(r, x.time)) ? GISA_TENSE_PAST : gisa_event_tense(r, t);
    gisa_event_cut_title(r, &x);
    bool open = (g.token == GISA_NONE && b == GISA_BOUNDARY_QUOTATIVE) || (b == GISA_BOUNDARY_CONNECTIVE && (x.type == GISA_EVENT_OTHER || x.type == GISA_EVENT_STATEMENT));
    bool said = b == GISA_BOUNDARY_QUOTATIVE && g.token == GISA_NONE && x.type == GISA_EVENT_OTHER && x.status == GISA_STATUS_OCCURRED && waits && x.time != GISA_NONE &&
                gisa_event_is_news(r, x.time) && r->a->times[x.time].precision <= GISA_PRECISION_DAY && has_subject_behind(r, &r->a->times[x.time], token); /* 노조는 11일 회사가 약속을 어겼다고 주장했다 */
    enum { GEOT = 0xAC83 /* 것 */ };
    bool foreseen = b == GISA_BOUNDARY_FINAL && t->ending == GISA_ENDING_ADNOMINAL && token + 2 < z->end && r->d->key[t[1].span.begin] == GEOT && t[1].josa & GISA_JOSA_DIRECTION &&
                    x.status != GISA_STATUS_OCCURRED && x.time != GISA_NONE && r->a->times[x.time].precision <= GISA_PRECISION_DAY && !gisa_event_is_ahead(r, x.time); /* 11일 오를 것으로 내다봤다: the day of the telling */
    if (said || foreseen || (open && !gisa_event_is_told(r, z, &x, &g, b, tense))) {
        *z = before; /* 17일 우려가 있다며 발부했다, 22일 치솟으며 신고가를 갈아치웠다: the day is that of what follows */
        return;
    }
    if (!gisa_event_is_told(r, z, &x, &g, b, tense) || gisa_event_joins_harm(r, z, &x) || gisa_event_is_same_telling(r, z, &x, g.is_weak || g.token == GISA_NONE)) {
        return;
    }
    x.status = accused ? (uint8_t)GISA_STATUS_HYPOTHETICAL : x.status; /* nobody has found that he did */
    uint32_t at = gisa_event_push(r, &x);
    gisa_event_tell_days(r, &x);
    gisa_event_tell_gapped(r, &x);
    bool setting = inner && gisa_draft_is_occasion(&x) && x.time != GISA_NONE && gisa_event_is_news(r, x.time); /* 6일 열린 간담회에서 말했다 */
    if ((!inner || setting) && !z->is_heading && !reports) { /* guests join what happened, not its announcement */
        r->last = inner || is_background(r, &x, b) ? r->last : at;
        bool occasion = (gisa_draft_is_occasion(&x) || x.type == GISA_EVENT_VISIT) && !is_background(r, &x, b);
        r->occasion = occasion ? at : r->occasion;
        r->scene = occasion && x.time != GISA_NONE && gisa_event_is_news(r, x.time) ? at : r->scene;
        r->is_fresh = r->is_fresh || occasion;
    }
}

/* 한국 정상의 폴란드 방문은 2023년 7월 이후 처음이다: the visit of July 2023. */
static bool tell_last_time(struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    uint32_t time = GISA_NONE;
    struct gisa_trigger g = r->a->tokens[token].josa & GISA_JOSA_COPULA && !z->is_heading ? gisa_event_last_time(r, z, token, &time) : gisa_no_trigger;
    if (g.token == GISA_NONE) {
        return false;
    }
    struct gisa_draft x = {.trigger = g.span, .clause = {r->a->tokens[z->clause_first].span.begin, g.span.end}, .sentence = z->sentence, .type = g.type,
                           .status = GISA_STATUS_OCCURRED, .basis = GISA_BASIS_EXPLICIT, .is_nominal = g.is_noun, .is_first = !r->a->times[time].to.year,
                           .time = time, .duration = GISA_NONE, .place = GISA_NONE, .quote = GISA_NONE, .reported_by = z->reporter, .merged = 1,
                           .confidence = 0.7f, .rule = "ko.event.last-time"};
    take_amounts(r, &x);
    if (!g.is_noun) {
        gisa_event_settle_market(r, z, &x, g.token); /* 정상에 오른 것은 */
    }
    gisa_event_roles(r, &x, z->clause_first, g.token + 1, true);
    if (g.is_noun && g.token + 1 < z->end && gisa_event_is_passive(r, g.token + 1)) {
        gisa_event_turn_passive(r->a, &x); /* 강제수사를 받은 것은 */
    }
    if (gisa_event_is_over(r, time) || x.is_first) {
        gisa_event_push(r, &x);
    }
    uint32_t other = gisa_event_time_joined(r, time);
    if (other != GISA_NONE && gisa_event_is_over(r, other)) { /* 7월 6일과 지난달 14일에 이어 세 번째다 */
        x.time = other;
        gisa_event_push(r, &x);
    }
    return true;
}

/* 축제를 다음 달 4일로 미뤘다: what was moved is planned for that day. */
static bool tell_moved(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b) {
    enum { REACH = 6 };
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    if (z->moved == GISA_NONE || b == GISA_BOUNDARY_ADNOMINAL || r->a->times[z->moved].span.end > t->span.begin || z->is_heading ||
        !gisa_trie_longest(&gisa_moved_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) || gisa_event_tense(r, t) != GISA_TENSE_PAST) {
        return false;
    }
    struct gisa_trigger what = gisa_no_trigger;
    for (uint32_t i = token; i-- > z->clause_first && token - i <= REACH && what.token == GISA_NONE;) {
        if (r->a->tokens[i].josa & (GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC) && r->a->tokens[i].ending == GISA_ENDING_NONE) {
            const struct gisa_token *w = &r->a->tokens[i];
            uint32_t dated = 0;
            uint32_t n = gisa_trie_longest_back(&gisa_dated_noun_trie, r->d->key + w->stem_end, w->stem_end - r->a->tokens[z->clause_first].span.begin, &dated);
            what = gisa_trigger_at(r, i);
            if (n >= w->stem_end - w->span.begin) { /* 선고일을 */
                what = (struct gisa_trigger){i, 0, {w->stem_end - n, w->stem_end}, true, false, gisa_dated_noun_rows[dated].type, false};
            }
            break;
        }
    }
    if (what.token != GISA_NONE && what.type == GISA_EVENT_OTHER) {
        return false; /* 인하 시점을 8월로 늦췄다: nobody says what will be that day */
    }
    struct gisa_draft x = {.trigger = t->span, .clause = {r->a->tokens[z->clause_first].span.begin, t->span.end}, .sentence = z->sentence,
                           .type = what.token != GISA_NONE && what.is_noun ? what.type : (uint8_t)GISA_EVENT_OTHER, .status = GISA_STATUS_PLANNED,
                           .basis = GISA_BASIS_EXPLICIT, .time = z->moved, .duration = GISA_NONE, .place = GISA_NONE, .quote = GISA_NONE,
                           .reported_by = z->reporter, .merged = 1, .confidence = 0.7f, .rule = "ko.event.predicate"};
    gisa_event_roles(r, &x, z->clause_first, token + 1, false);
    bool of_thing = what.token != GISA_NONE && r->a->tokens[what.token].josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC);
    x.part_count = of_thing ? 0 : x.part_count; /* 윤 후보자 청문회는 7일로 잡혔다: nobody acts */
    if (what.token != GISA_NONE || x.part_count) { /* 내년 3월로 미뤄졌다: nobody says what */
        gisa_event_push(r, &x);
    }
    z->moved = GISA_NONE;
    close_clause(z, token);
    return true;
}

/* 22일 부분파업과 26일 순환파업에 | 이은 세 번째 파업: what came before, told by nouns alone. */
static bool is_followed_up(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 8, I = 0xC774, EUN = 0xC740, EO = 0xC5B4 /* 이은 이어 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    if (!(t->josa & (GISA_JOSA_DATIVE | GISA_JOSA_COMITATIVE)) || t->josa & GISA_JOSA_LOCATIVE) {
        return false;
    }
    for (uint32_t i = token; i + 1 < z->end && i < token + REACH; i++) {
        const struct gisa_token *w = &r->a->tokens[i];
        uint32_t n = gisa_span_length(w[1].span);
        if (w->josa & GISA_JOSA_DATIVE && n == 2 && r->d->key[w[1].span.begin] == I && (r->d->key[w[1].span.begin + 1] == EUN || r->d->key[w[1].span.begin + 1] == EO)) {
            return gisa_trigger_at(r, i).token != GISA_NONE;
        }
        if (w->ending != GISA_ENDING_NONE || w->kind != GISA_TOKEN_WORD) {
            return false;
        }
    }
    return false;
}

/* 6월 18일 상견례를 | 시작으로: the noun tells what happened then. */
static bool opens_series(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { SI = 0xC2DC, JAK = 0xC791, EU = 0xC73C /* 시작으 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    const struct gisa_token *next = t->josa & GISA_JOSA_OBJECT && token + 1 < z->end ? t + 1 : NULL;
    return next && gisa_span_length(next->span) >= 4 && r->d->key[next->span.begin] == SI && r->d->key[next->span.begin + 1] == JAK && r->d->key[next->span.begin + 2] == EU;
}

/* A bare noun: 회동 당시 only dates, 회동 뒤 is an event of its own, any other may be the object of what follows. */
static void read_noun(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, struct gisa_trigger g) {
    uint8_t kind = UINT8_MAX;
    if ((gisa_event_is_before_after(r, token, z->end, &kind) || is_followed_up(r, z, token) || opens_series(r, z, token)) && z->wait_count && !g.is_weak) {
        tell(r, z, token, g, GISA_BOUNDARY_AFTER);
        close_clause(z, token);
        if (opens_series(r, z, token)) {
            z->current = z->set = GISA_NONE; /* 상견례를 시작으로 | 열두 차례 교섭했다: on days of their own */
            z->is_stale = true;
        }
    } else if (kind != GISA_EVENTROLE_KIND_FRAME) {
        z->noun = g;
        if (gisa_event_is_venue(g.type) && r->a->tokens[token].josa & GISA_JOSA_LOCATIVE) {
            r->is_at_venue = true;
            r->venue = (struct gisa_span){r->a->tokens[token].span.begin, g.span.end}; /* 확대간부회의 is no 본회의 */
        }
    }
}

/* A word in 고 or 며. */
static bool ends_and(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t last = r->d->key[t->span.end - 1];
    return gisa_span_length(t->span) >= 3 && (last == 0xACE0 || last == 0xBA70);
}

/* 내고 */
static bool hands_in(const struct gisa_event_reader *r, const struct gisa_token *t) {
    return gisa_span_length(t->span) == 2 && r->d->key[t->span.begin] == 0xB0B4 && r->d->key[t->span.begin + 1] == 0xACE0;
}

/* An unknown word that ends so before a comma. */
static bool is_and(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    return ends_and(r, &r->a->tokens[token]) && token + 1 < z->end && r->d->key[r->a->tokens[token + 1].span.begin] == ',';
}

/* 앞당기겠다고 | 했고: 하다 behind reported speech is to say. */
static bool is_said(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    return token > z->first && r->d->key[t->span.begin] == 0xD588 /* 했 */ && t[-1].ending == GISA_ENDING_QUOTATIVE && t->space_before;
}

/* CEO를 | 맞았다: a person is the object of a verb of receiving. */
static bool receives(const struct gisa_event_reader *r, uint32_t token) {
    uint32_t row = 0;
    const struct gisa_token *t = &r->a->tokens[token];
    if (!gisa_trie_longest(&gisa_receive_trie, r->d->key + t->span.begin, gisa_span_length(t->span) + 2, &row)) {
        return false;
    }
    for (uint32_t i = r->phrase_count; i-- > 0 && r->phrases[i].end <= token;) {
        if (r->phrases[i].end == token) {
            return r->phrases[i].has_person && r->phrases[i].josa & GISA_JOSA_OBJECT;
        }
    }
    return false;
}

/* 소방당국은 14일 이 화재로 …: does the sentence tell a day, outside what is quoted? */
static bool has_own_day(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    uint32_t i = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->sentences[z->sentence].span.begin);
    for (; i < r->a->time_count && r->a->times[i].sentence == z->sentence; i++) {
        const struct gisa_time *t = &r->a->times[i];
        if (t->is_resolved && t->type <= GISA_TIME_TIME && t->from.year && !t->in_quote && !t->is_name) {
            return true;
        }
    }
    return false;
}

/* 지난달 전자가 제안했|다는 보도와 관련해: does the waiting time, no day, stand with the subject of what was only told? */
static bool is_rumoured(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_time *t = z->wait_count ? &r->a->times[z->wait[z->wait_count - 1]] : NULL;
    bool rumour = t && t->precision > GISA_PRECISION_DAY && r->d->key[r->a->tokens[token].span.end - 1] == 0xB294 /* 는 */;
    for (uint32_t i = token; rumour && i-- > z->first && r->a->tokens[i].span.begin >= t->span.end;) {
        if (r->a->tokens[i].josa & GISA_JOSA_SUBJECT) {
            return true;
        }
    }
    return false;
}

/* 지난 7월 이적해 | 온 김도현은 득점 2위에 올랐다: does a clause before whom the sentence is about end with the verb behind the draft told last,
 * whose time is not of the news? */
static bool is_of_described(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_draft *x = &r->drafts[r->count - 1];
    const uint32_t head = x->time != GISA_NONE && !gisa_event_is_past(r, x->time) ? gisa_event_head_ahead(r, x, token + 1) : GISA_NONE;
    return head != GISA_NONE;
}

static void read_word(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token, bool is_name) {
    uint8_t kind = gisa_event_word_kind(r, token);
    if (kind == GISA_EVENTROLE_KIND_ANAPHOR) {
        z->is_anaphoric = true;
        const struct gisa_token *next = &r->a->tokens[token + 1 < z->end ? token + 1 : token];
        r->is_at_venue = r->is_at_venue || (r->a->tokens[token].josa | next->josa) & GISA_JOSA_LOCATIVE; /* 이 자리에서 */
        if (next->josa & GISA_JOSA_DIRECTION && !has_own_day(r, z)) { /* 이 불로 19명이 다쳤다 */
            z->harm = r->last != GISA_NONE && r->drafts[r->last].type == GISA_EVENT_INCIDENT ? r->last : GISA_NONE;
            z->harmed = z->harm != GISA_NONE ? r->drafts[z->harm].time : gisa_event_time_of_picture(r, z);
            z->wait[0] = z->harmed;
            z->wait_count = z->harmed != GISA_NONE;
        }
    }
    const bool shows = token > z->first && gisa_event_word_kind(r, token - 1) == GISA_EVENTROLE_KIND_SHOWS; /* 받은 자료를 | 보면 */
    if (kind == GISA_EVENTROLE_KIND_ACCORDING || shows) {
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
    if (kind == GISA_EVENTROLE_KIND_ADVERB || kind == GISA_EVENTROLE_KIND_THROUGH || kind == GISA_EVENTROLE_KIND_EARLIER || kind == GISA_EVENTROLE_KIND_PRESS || is_name) {
        z->is_pressed = z->is_pressed || kind == GISA_EVENTROLE_KIND_PRESS;
        struct gisa_trigger phrase = is_name ? gisa_trigger_at(r, token) : gisa_no_trigger;
        if (phrase.is_inflected && phrase.span.end > r->a->tokens[token].span.end) {
            z->phrase = phrase; /* 검찰에 넘겼다 begins with a name */
        }
        return;
    }
    if (kind == GISA_EVENTROLE_KIND_ATTEND && z->phrase.token == GISA_NONE && (!z->wait_count || (z->is_anaphoric && r->occasion != GISA_NONE))) {
        uint32_t day = z->wait_count ? z->wait[z->wait_count - 1] : GISA_NONE;
        z->wait_count = 0; /* 이날 체결식에는 회장이 참석했다 */
        gisa_event_attend(r, z, token, day);
        close_clause(z, token);
        return;
    }
    struct gisa_trigger own = z->phrase.token != GISA_NONE ? z->phrase : gisa_trigger_at(r, token);
    if (own.is_inflected && own.span.end > r->a->tokens[token].span.end) {
        z->phrase = own;
        return;
    }
    z->phrase = gisa_no_trigger;
    if (tell_last_time(r, z, token)) {
        return;
    }
    if (own.token != GISA_NONE && !own.is_inflected) {
        if (z->noun.token == GISA_NONE || own.span.begin >= z->noun.span.end) { /* 질의 of 현안 질의 */
            read_noun(r, z, token, own);
        }
        return;
    }
    if (gisa_event_was_so(r, z, token)) {
        z->wait_count = 0;
        return;
    }
    enum gisa_boundary b = gisa_event_boundary(r, z, token, &own);
    if (b == GISA_BOUNDARY_QUOTATIVE && own.token == GISA_NONE && !r->a->tokens[token].space_before) {
        return; /* "..."라고 */
    }
    if (b == GISA_BOUNDARY_NONE && z->wait_count && ends_and(r, &r->a->tokens[token]) && gisa_event_type_of_object(r, z, token) != GISA_EVENT_OTHER) {
        b = GISA_BOUNDARY_CONNECTIVE; /* 전담팀을 꾸리고 */
    }
    if (b == GISA_BOUNDARY_NONE && z->wait_count && hands_in(r, &r->a->tokens[token])) {
        uint8_t type = gisa_event_type_of_object(r, z, token); /* 이의신청서를 내고, not 성명을 내고 */
        b = type == GISA_EVENT_OTHER || type == GISA_EVENT_STATEMENT || type == GISA_EVENT_ANNOUNCEMENT ? b : GISA_BOUNDARY_CONNECTIVE;
    }
    if (b == GISA_BOUNDARY_NONE && z->wait_count && is_and(r, z, token) && gisa_event_time_follows(r, z, token)) {
        b = GISA_BOUNDARY_CONNECTIVE; /* 기간을 줄이고, */
    }
    if (b == GISA_BOUNDARY_NONE || b == GISA_BOUNDARY_FRAME) {
        return;
    }
    if (tell_moved(r, z, token, b)) {
        return;
    }
    if (b == GISA_BOUNDARY_UNREAL) {
        z->noun = gisa_no_trigger;
        z->has_condition = z->has_condition || (r->a->tokens[token].ending == GISA_ENDING_CONDITIONAL && !z->wait_count);
        return;
    }
    struct gisa_trigger g = b == GISA_BOUNDARY_ADNOMINAL && own.token == GISA_NONE ? gisa_event_noun_ahead(r, z, token) : gisa_no_trigger;
    g = g.token != GISA_NONE ? g : gisa_event_head_of(r, z, token, own);
    g.is_weak = g.is_weak && !(b == GISA_BOUNDARY_ADNOMINAL && g.type == GISA_EVENT_ANNOUNCEMENT && gisa_event_is_before_source(r, z, token));
    if (g.token == GISA_NONE && receives(r, token)) {
        g = (struct gisa_trigger){.token = token, .span = r->a->tokens[token].span, .is_inflected = true, .type = GISA_EVENT_MEETING};
    }
    if (g.token == GISA_NONE && is_said(r, z, token)) {
        g = (struct gisa_trigger){.token = token, .span = r->a->tokens[token].span, .is_inflected = true, .type = GISA_EVENT_STATEMENT};
    }
    if (g.token == GISA_NONE && z->wait_count && (b == GISA_BOUNDARY_AFTER || b == GISA_BOUNDARY_CONNECTIVE || (b == GISA_BOUNDARY_ADNOMINAL && gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PAST) || (b == GISA_BOUNDARY_FINAL && z->is_spoken))) {
        uint8_t type = gisa_event_type_of_object(r, z, token); /* 인수 의향서를 보낸 뒤, 전담팀을 꾸리고 */
        if (type != GISA_EVENT_OTHER) {
            g = (struct gisa_trigger){.token = token, .span = r->a->tokens[token].span, .is_inflected = true, .type = type};
        }
    }
    uint32_t before = r->count;
    uint32_t current = z->current;
    uint32_t cleft = gisa_event_cleft_time(r, z, token);
    if (cleft != GISA_NONE) {
        z->wait_count = 0;
        gisa_event_take_time(r, z, cleft);
        b = GISA_BOUNDARY_FINAL;
    }
    tell(r, z, token, g, b);
    bool told = r->count > before;
    if (b == GISA_BOUNDARY_QUOTATIVE && !told && is_rumoured(r, z, token)) {
        z->is_owned = true;
    }
    bool cue = b == GISA_BOUNDARY_CONNECTIVE && is_cue_of_dated(r, z, r->a->tokens[token].span); /* "…"고 했고, 멤버들은 */
    if (told && r->a->tokens[token].ending == GISA_ENDING_NOMINAL && r->drafts[r->count - 1].status != GISA_STATUS_OCCURRED) {
        z->current = current; /* 12일 회담하고 상반기에 가동하기로 합의했다: agreed at the time before */
    }
    if (told && b == GISA_BOUNDARY_CONNECTIVE && is_of_described(r, token)) {
        z->current = GISA_NONE;
    }
    if (told && b == GISA_BOUNDARY_CONNECTIVE && is_beside(r, &r->a->tokens[token]) && is_time_of_subject(r, token)) {
        z->current = GISA_NONE;
    }
    if (told && token + 1 < z->end && r->d->key[r->a->tokens[token + 1].span.begin] == JI && gisa_span_length(r->a->tokens[token + 1].span) == 1) {
        z->current = GISA_NONE; /* 3일 내린 | 지 하루 만에 반등했다: a day later */
    }
    bool ends = b == GISA_BOUNDARY_CONNECTIVE && !z->wait_count && gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PAST && token + 1 < z->end &&
                r->d->key[r->a->tokens[token + 1].span.begin] == ','; /* 사건은 재판부에 배당됐으며, 기일은 26일 열린다 */
    if (b != GISA_BOUNDARY_ADNOMINAL && (told || cue || ends || g.token != GISA_NONE || b == GISA_BOUNDARY_QUOTATIVE || b == GISA_BOUNDARY_AFTER)) {
        close_clause(z, token);
        if (b == GISA_BOUNDARY_QUOTATIVE) {
            z->has_report = true;
            z->current = GISA_NONE;
        }
    }
}

/* A heading, or a part of one before …, ends with its event: "한빛전자 김서준, 노르스텔 CEO와 회동". */
static void read_heading_end(struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t end) {
    if (z->is_heading && z->noun.token != GISA_NONE && !z->noun.is_weak && z->noun.token + 2 >= end) {
        tell(r, z, z->noun.token, z->noun, GISA_BOUNDARY_FINAL);
    }
}

/* Tells the joined predicate whose time nobody took: what is over, or ends its clause in the past. */
static void tell_held(struct gisa_event_reader *r, struct gisa_sentence_state *z) {
    bool waits = z->held != GISA_NONE;
    for (uint32_t i = z->first_draft; waits && i < r->count; i++) {
        waits = r->drafts[i].time != z->held_time;
    }
    if (waits && gisa_event_is_over(r, z->held_time)) {
        z->clause_first = z->held_first;
        z->is_stale = false;
        z->wait[0] = z->held_time;
        z->wait_count = 1;
        tell(r, z, z->held, gisa_no_trigger, GISA_BOUNDARY_CONNECTIVE);
    }
}

/* Reads the state's tokens; r->time and r->mention stand at or before the first of them. */
static void read_words(struct gisa_event_reader *r, struct gisa_sentence_state *z) {
    uint32_t time = r->time;
    uint32_t mention = r->mention;
    uint32_t begin = z->first < z->end ? r->a->tokens[z->first].span.begin : 0;
    for (uint32_t i = z->first; i < z->end && i < z->first + SENTENCE_TOKENS && !r->failed; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool is_time = time > 0 && r->a->times[time - 1].span.end > t->span.begin;
        for (; time < r->a->time_count && r->a->times[time].span.begin < t->span.end; time++) {
            is_time = true;
            if (r->a->times[time].span.begin >= begin) {
                gisa_event_take_time(r, z, time);
            }
        }
        if (is_time && tell_last_time(r, z, i)) {
            continue;
        }
        bool last = is_time && gisa_event_is_last(r, z, i);
        if (last || (is_time && t->josa & GISA_JOSA_COPULA && t->ending == GISA_ENDING_CONNECTIVE)) { /* 시한은 2일이지만: said of the subject, and over */
            tell(r, z, i, gisa_no_trigger, GISA_BOUNDARY_FINAL);
            z->wait_count = 0;
            close_clause(z, i);
        }
        bool is_name = mention > 0 && r->a->mentions[mention - 1].span.end > t->span.begin;
        for (; mention < r->a->mention_count && r->a->mentions[mention].span.begin < t->span.end; mention++) {
            uint8_t type = r->a->entities[r->a->mentions[mention].entity].type;
            is_name = type != GISA_ENTITY_EVENT && type != GISA_ENTITY_OTHER;
        }
        if (r->is_in_speech && r->d->cls[t->span.begin] == GISA_CHAR_STOP && t->kind == GISA_TOKEN_PUNCT) { /* the next sentence of what is said */
            z->current = z->set = GISA_NONE;
            z->wait_count = 0;
            r->topic[0] = z->reporter; /* whose words they are acts where nobody else is named: … 등급을 내렸다. 부채를 줄이겠다 */
            r->topic[1] = GISA_NONE;
            close_clause(z, i);
        }
        if (z->is_heading && r->d->key[t->span.begin] == 0x2026 /* … */) {
            read_heading_end(r, z, i);
            z->current = z->set = GISA_NONE;
            z->wait_count = 0;
            close_clause(z, i);
        }
        if (t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && !(is_time && t->ending != GISA_ENDING_FINAL)) {
            read_word(r, z, i, is_name);
        }
    }
    tell_held(r, z);
}

static struct gisa_sentence_state state_of(const struct gisa_event_reader *r, uint32_t sentence, uint32_t first, uint32_t end) {
    uint8_t kind = r->a->segments[r->a->sentences[sentence].segment].kind;
    return (struct gisa_sentence_state){.sentence = sentence, .first = first, .end = end, .clause_first = first, .current = GISA_NONE,
                                        .set = GISA_NONE, .duration = GISA_NONE, .reporter = GISA_NONE, .held = GISA_NONE, .moved = GISA_NONE, .harmed = GISA_NONE, .harm = GISA_NONE, .denied = GISA_NONE, .noun = gisa_no_trigger,
                                        .phrase = gisa_no_trigger, .first_draft = r->count, .is_heading = kind != GISA_SEGMENT_PARAGRAPH};
}

void gisa_event_sentence(struct gisa_event_reader *r, uint32_t sentence) {
    const struct gisa_sentence *s = &r->a->sentences[sentence];
    struct gisa_sentence_state z = state_of(r, sentence, s->first_token, s->first_token + s->token_count);
    z.denied = gisa_event_denied(r, &z);
    r->is_at_venue = r->has_topic = false;
    r->venue = (struct gisa_span){0, 0};
    uint32_t topic[2] = {r->topic[0], r->topic[1]};
    bool is_background = z.first < z.end && gisa_event_word_kind(r, z.first) == GISA_EVENTROLE_KIND_EARLIER;
    for (uint32_t q = r->quote; q < r->a->quote_count && r->a->quotes[q].sentence == sentence; q++) {
        z.is_spoken = z.is_spoken || (r->a->quotes[q].said != GISA_NONE && r->a->quotes[q].kind != GISA_QUOTE_INDIRECT);
    }
    gisa_event_phrases(r, sentence, z.first, z.end);
    read_words(r, &z);
    read_heading_end(r, &z, z.end);
    if (!r->has_topic && !z.is_heading) {
        gisa_event_remember_topic(r);
    }
    if (!z.is_heading) {
        gisa_event_remember_sites(r);
    }
    if (is_background && r->topic[0] == GISA_NONE) { /* background that names nobody leaves the subject as it was */
        r->topic[0] = topic[0];
        r->topic[1] = topic[1];
    }
}

void gisa_event_spoken(struct gisa_event_reader *r, uint32_t quote) {
    const struct gisa_quote *q = &r->a->quotes[quote];
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t last = s->first_token + s->token_count;
    uint32_t first = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, last, q->content.begin);
    uint32_t end = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, first, last, q->content.end);
    struct gisa_event_reader outside = *r;
    memset(r->is_quoted + first, 0, end - first);
    r->is_in_speech = true;
    r->occasion = r->last = GISA_NONE;
    r->is_at_venue = r->has_topic = false;
    r->topic[0] = q->speaker;
    r->topic[1] = q->speaker2;
    r->hero = q->speaker != GISA_NONE ? gisa_event_body_of(r, q->speaker) : GISA_NONE; /* what firms do, his does */
    r->firm = r->hero;
    r->time = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, q->content.begin);
    r->mention = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, q->content.begin);
    struct gisa_sentence_state z = state_of(r, q->sentence, first, end);
    z.reporter = q->speaker;
    gisa_event_phrases(r, q->sentence, first, end);
    read_words(r, &z);
    memset(r->is_quoted + first, 1, end - first);
    outside.drafts = r->drafts; /* the story outside goes on where it stood */
    outside.count = r->count;
    outside.cap = r->cap;
    outside.proofs = r->proofs;
    outside.proof_count = r->proof_count;
    outside.proof_cap = r->proof_cap;
    outside.failed = r->failed;
    *r = outside;
}
