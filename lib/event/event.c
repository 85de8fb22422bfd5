/* SPDX-License-Identifier: Apache-2.0 */
/* The event pass: sentences to drafts, drafts to events, timeline and relations. */
#include "event/event.h"

#include "clash_lex.h"
#include "debate_lex.h"
#include "elsewhere_lex.h"
#include "entity/entity.h"
#include "event/event_days.h"
#include "event/event_group.h"
#include "event/event_noun.h"
#include "event/event_place.h"
#include "event/event_predicate.h"
#include "event/event_time.h"
#include "event/event_topic.h"
#include "eventrole_lex.h"
#include "press_meeting_lex.h"
#include "reply_lex.h"
#include "sitter_lex.h"
#include "speech_part_lex.h"
#include "text/seek.h"

/* Tokens between the marks of speech take no part: what is said there is somebody's words. */
static bool mark_quoted(struct gisa_event_reader *r) {
    const struct gisa_analysis *a = r->a;
    r->is_quoted = gisa_arena_zeroed(r->run->scratch, (size_t)a->token_count + 1, 1);
    if (!r->is_quoted) {
        return false;
    }
    uint32_t token = 0;
    for (uint32_t i = 0; i < a->quote_count; i++) {
        const struct gisa_quote *q = &a->quotes[i];
        if (q->kind == GISA_QUOTE_INDIRECT || q->parent != GISA_NONE) {
            continue;
        }
        while (token < a->token_count && a->tokens[token].span.begin < q->content.begin) {
            token++;
        }
        for (; token < a->token_count && a->tokens[token].span.begin < q->content.end; token++) {
            r->is_quoted[token] = 1;
        }
    }
    return true;
}

static void move_cursors(struct gisa_event_reader *r, uint32_t begin) {
    const struct gisa_analysis *a = r->a;
    while (r->mention < a->mention_count && a->mentions[r->mention].span.begin < begin) {
        r->mention++;
    }
    while (r->time < a->time_count && a->times[r->time].span.begin < begin) {
        r->time++;
    }
    while (r->amount < a->amount_count && a->amounts[r->amount].span.begin < begin) {
        r->amount++;
    }
}

static void enter_segment(struct gisa_event_reader *r, uint32_t segment) {
    bool heading = r->a->segments[segment].kind != GISA_SEGMENT_PARAGRAPH;
    bool follows = !heading && r->segment != GISA_NONE && r->segment + 1 == segment &&
                   r->a->segments[r->segment].kind == GISA_SEGMENT_PARAGRAPH;
    r->occasion = follows && r->is_fresh ? r->occasion : GISA_NONE; /* 이날 면담에는 may open the next paragraph */
    r->is_fresh = false;
    r->last = GISA_NONE;
    r->topic[0] = heading ? GISA_NONE : r->hero; /* a new paragraph without a subject goes on about its hero */
    r->topic[1] = GISA_NONE;
    r->accused_here = (struct gisa_accused){.entity = GISA_NONE, .other = GISA_NONE};
    r->segment = segment;
}

static bool takes_part(const struct gisa_draft *x, uint32_t entity) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].entity == entity) {
            return true;
        }
    }
    return false;
}

/* 윤 회장은 이튿날 연구소를 찾았다: is it somewhere that the speaker came to? 귀국했다 names no such place. */
static bool is_call_at(const struct gisa_draft *x, uint32_t speaker) {
    bool somewhere = x->place != GISA_NONE;
    for (uint32_t i = 0; i < x->part_count; i++) {
        somewhere = somewhere || x->parts[i].role == GISA_ROLE_OBJECT;
    }
    return somewhere && takes_part(x, speaker);
}

/* 회장은 CEO를 만났다. CEO는 전날 도착했다. 회장은 이 자리에서: of a journey that the speaker did not make, the occasion before it where he was;
 * else `at`. */
static uint32_t occasion_of(const struct gisa_event_reader *r, uint32_t at, uint32_t speaker) {
    enum { DRAFTS = 8, SEGMENTS = 2 };
    bool journey = at != GISA_NONE && speaker != GISA_NONE && r->drafts[at].type == GISA_EVENT_VISIT && !is_call_at(&r->drafts[at], speaker);
    bool met = false;
    for (uint32_t i = at; journey && i-- > 0 && at - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        if (r->a->sentences[x->sentence].segment + SEGMENTS < r->segment || x->is_heading) {
            break;
        }
        met = x->status == GISA_STATUS_OCCURRED && gisa_draft_is_occasion(x) && !x->is_dropped && takes_part(x, speaker) && x->time != GISA_NONE && gisa_event_is_news(r, x->time);
        if (met && !gisa_event_is_same_day(r, x->time, r->drafts[at].time)) {
            return i;
        }
    }
    return at;
}

/* "…"고 해명해 | 왔다: said again and again, on no one day. */
static bool goes_on_saying(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { WAT = 0xC654 /* 왔다 */ };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, end, q->cue.end);
    return !gisa_span_is_empty(q->cue) && ((t < end && r->d->key[r->a->tokens[t].span.begin] == WAT) ||
                                          (t > s->first_token && r->d->key[r->a->tokens[t - 1].span.begin] == WAT));
}

/* The time of speech at an occasion told before, when that is over and the one meant; else GISA_NONE. */
static uint32_t time_at_venue(const struct gisa_event_reader *r, uint32_t speaker, uint32_t sentence) {
    const struct gisa_draft *said = r->count ? &r->drafts[r->count - 1] : NULL; /* 13일 서명식에서 말했다. 하르토노 회장은 같은 자리에서 */
    if (r->is_at_venue && gisa_span_is_empty(r->venue) && said && said->quote != GISA_NONE && said->sentence + 1 == sentence && said->time != GISA_NONE) {
        return said->time;
    }
    bool was_there = r->scene != GISA_NONE && speaker != GISA_NONE && takes_part(&r->drafts[r->scene], speaker);
    uint32_t at = r->occasion != GISA_NONE ? r->occasion : r->last != GISA_NONE ? r->last : was_there ? r->scene : GISA_NONE;
    at = occasion_of(r, at, speaker);
    if (!r->is_at_venue || at == GISA_NONE || r->drafts[at].time == GISA_NONE || r->drafts[at].status == GISA_STATUS_PLANNED) {
        return GISA_NONE;
    }
    const struct gisa_draft *x = &r->drafts[at];
    if (gisa_span_is_empty(r->venue) || gisa_event_is_held(r, x, r->venue)) {
        const struct gisa_sentence *s = &r->a->sentences[sentence];
        uint32_t noun = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, r->venue.begin);
        return !gisa_span_is_empty(r->venue) && gisa_event_is_with_others(r, noun, x) ? GISA_NONE : x->time;
    }
    uint32_t row = 0;
    bool press = false; /* 이날 명단을 발표했다. 감독은 회견에서 */
    for (uint32_t i = r->venue.begin; i < r->venue.end && !press; i++) {
        press = gisa_trie_longest(&gisa_press_meeting_trie, r->d->key + i, r->venue.end - i, &row) > 0;
    }
    return press && x->sentence + 1 == sentence && x->status == GISA_STATUS_OCCURRED && gisa_event_age(r, x->time) <= 1 ? x->time : GISA_NONE;
}

/* Does the sentence say that it was said elsewhere: 통화에서, 페이스북에? Only outside the marks of speech. */
static bool is_elsewhere(const struct gisa_event_reader *r, const struct gisa_sentence *s) {
    enum { TOKENS = 64 };
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count && t < s->first_token + TOKENS; t++) {
        uint32_t row = 0;
        const struct gisa_token *w = &r->a->tokens[t];
        if (!r->is_quoted[t] && gisa_trie_longest(&gisa_elsewhere_trie, r->d->key + w->span.begin, s->span.end - w->span.begin, &row)) {
            return true;
        }
    }
    return false;
}

/* 이에 대해 …: an answer that may have come later. */
static bool is_answer_from_afar(const struct gisa_event_reader *r, const struct gisa_sentence *s) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_reply_trie, r->d->key + s->span.begin, gisa_span_length(s->span), &row);
    return n && gisa_reply_rows[row].kind == GISA_REPLY_KIND_ANYWHERE;
}

/* The body the speaker stands for did it today or yesterday: "…"고 설명했다 of its head is said of the news, on its day. */
static bool speaks_for_agent(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t speaker) {
    uint32_t body = gisa_event_body_of(r, speaker);
    for (uint32_t i = 0; body != GISA_NONE && i < x->part_count; i++) {
        if (x->parts[i].entity == body) {
            return (x->parts[i].role == GISA_ROLE_AGENT || x->parts[i].role == GISA_ROLE_HOST) && x->time != GISA_NONE &&
                   gisa_event_age(r, x->time) <= 1;
        }
    }
    return false;
}

/* Did the speaker, or the body he stands for, do something on the article's day? */
static bool acts_today(const struct gisa_event_reader *r, uint32_t speaker) {
    enum { DRAFTS = 8 };
    for (uint32_t i = 0; i < r->count && i < DRAFTS; i++) {
        const struct gisa_draft *x = &r->drafts[i];
        if (!x->is_dropped && x->time != GISA_NONE && gisa_event_age(r, x->time) == 0 && x->status == GISA_STATUS_OCCURRED &&
            (takes_part(x, speaker) || speaks_for_agent(r, x, speaker))) {
            return true;
        }
    }
    return false;
}

/* Who takes part in what was told last of a day speaks there, while the story stays: 하르트만 CEO는 "…"고 밝혔다, behind 4일 만났다. */
static uint32_t time_of_scene(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { DRAFTS = 8, TODAY = 1 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t time = GISA_NONE;
    const struct gisa_token *cue = gisa_span_is_empty(q->cue) ? NULL : &r->a->tokens[gisa_seek_holding(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, q->cue.end - 1)];
    bool past = cue && cue->tense != GISA_TENSE_PRESENT && cue->tense != GISA_TENSE_FUTURE;
    for (uint32_t i = r->count; past && q->speaker != GISA_NONE && i-- > 0 && r->count - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        bool before = gisa_event_word_kind(r, r->a->sentences[x->sentence].first_token) == GISA_EVENTROLE_KIND_EARLIER; /* 앞서 23일 만났다 */
        if (x->is_dropped || x->time == GISA_NONE || x->sentence == q->sentence || before) {
            continue;
        }
        const struct gisa_time *t = &r->a->times[x->time];
        bool day = t->precision <= GISA_PRECISION_DAY && x->status == GISA_STATUS_OCCURRED && !x->is_heading;
        bool aside = x->status != GISA_STATUS_OCCURRED || !gisa_event_is_news(r, x->time);
        bool answers = x->sentence + 1 == q->sentence && r->a->sentences[x->sentence].segment == s->segment && !is_answer_from_afar(r, s);
        bool others = x->type == GISA_EVENT_STATEMENT && !answers && !takes_part(x, q->speaker); /* who reports it, who comments */
        if ((aside && !x->is_heading) || others) {
            continue; /* plans and background move no scene */
        }
        if (!day || (time != GISA_NONE && !gisa_event_is_same_day(r, x->time, time))) {
            break; /* the story has moved on */
        }
        time = x->time;
        bool spoke = answers && x->type == GISA_EVENT_STATEMENT && gisa_event_age(r, x->time) <= TODAY;
        if (spoke || (!x->is_heading && speaks_for_agent(r, x, q->speaker))) {
            return is_elsewhere(r, s) ? GISA_NONE : time;
        }
        if (takes_part(x, q->speaker) && gisa_event_age(r, x->time) > TODAY && x->sentence + 1 < q->sentence && acts_today(r, q->speaker)) {
            return GISA_NONE; /* said then, or of today's news */
        }
        if (takes_part(x, q->speaker) && (gisa_draft_is_occasion(x) || x->type == GISA_EVENT_VISIT || x->type == GISA_EVENT_AGREEMENT ||
                                          x->type == GISA_EVENT_STATEMENT || x->type == GISA_EVENT_ANNOUNCEMENT)) {
            return is_elsewhere(r, s) ? GISA_NONE : time;
        }
    }
    return GISA_NONE;
}

/* 이에 배서윤 의원은 "…"고 맞받았다: an answer on the spot is of the time of the speech right before; GISA_NONE if it is none. */
static uint32_t time_of_reply(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_reply_trie, r->d->key + s->span.begin, gisa_span_length(s->span), &row);
    bool whole = n && r->d->cls[s->span.begin + n] == GISA_CHAR_BLANK && gisa_reply_rows[row].kind == GISA_REPLY_KIND_HERE;
    const struct gisa_draft *x = whole && r->count ? &r->drafts[r->count - 1] : NULL;
    bool speech = x && x->type == GISA_EVENT_STATEMENT && x->quote != GISA_NONE && x->sentence + 2 >= q->sentence && x->sentence < q->sentence;
    return speech && x->time != GISA_NONE && gisa_event_is_news(r, x->time) && !is_elsewhere(r, s) ? x->time : GISA_NONE;
}

/* Is the speaker a member or a minister, by a title? */
static bool sits(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_entity *e = &r->a->entities[entity];
    for (uint32_t i = e->first_title; e->type == GISA_ENTITY_PERSON && i < e->first_title + e->title_count; i++) {
        struct gisa_span title = r->a->titles[i].span;
        uint32_t row = 0;
        if (gisa_trie_longest_back(&gisa_sitter_trie, r->d->key + title.end, gisa_span_length(title), &row)) {
            return true;
        }
    }
    return false;
}

/* Does the sentence tell a day outside the marks of speech? */
static bool has_day(const struct gisa_event_reader *r, const struct gisa_sentence *s) {
    uint32_t t = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, s->span.begin);
    for (; t < r->a->time_count && r->a->times[t].span.begin < s->span.end; t++) {
        if (!r->a->times[t].in_quote && r->a->times[t].is_resolved && r->a->times[t].precision <= GISA_PRECISION_DAY) {
            return true;
        }
    }
    return false;
}

/* 11일 열린 인사청문회에서는 … 신 의원은 "…"라고 맞섰다: who may sit there speaks at the sitting of today or yesterday that the report
 * tells, unless the sentence has another place or day. */
static uint32_t time_of_debate(struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { TODAY = 1 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    for (; r->debated < r->count; r->debated++) {
        const struct gisa_draft *x = &r->drafts[r->debated];
        bool sits = x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_LEGAL || x->type == GISA_EVENT_POLITICS; /* 본회의를 통과했다 */
        bool held = sits && x->time != GISA_NONE && !x->is_heading && x->status == GISA_STATUS_OCCURRED && gisa_event_age(r, x->time) <= TODAY;
        for (uint32_t i = x->clause.begin; held && i < x->clause.end && r->debate == GISA_NONE; i++) {
            uint32_t row = 0;
            r->debate = gisa_trie_longest(&gisa_debate_trie, r->d->key + i, x->clause.end - i, &row) ? x->time : GISA_NONE;
        }
    }
    if (r->debate == GISA_NONE || q->speaker == GISA_NONE || !sits(r, q->speaker) || is_elsewhere(r, s)) {
        return GISA_NONE;
    }
    return has_day(r, s) ? GISA_NONE : r->debate;
}

/* 기념사에서, 수상 소감에서: does the sentence name, outside the marks of speech, a part of an occasion at which somebody speaks? */
static bool tells_part(const struct gisa_event_reader *r, const struct gisa_sentence *s) {
    enum { TOKENS = 64 };
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count && t < s->first_token + TOKENS; t++) {
        uint32_t row = 0;
        if (!r->is_quoted[t] && gisa_trie_longest(&gisa_speech_part_trie, r->d->key + r->a->tokens[t].span.begin, s->span.end - r->a->tokens[t].span.begin, &row)) {
            return true;
        }
    }
    return false;
}

/* 위원장은 개막 선언에서 "…"고 말했다: what is said at a part of an occasion is of the occasion told last, where the sentence tells no other day. */
static uint32_t time_of_part(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    const struct gisa_draft *x = r->scene != GISA_NONE ? &r->drafts[r->scene] : NULL;
    bool held = x && !x->is_dropped && x->time != GISA_NONE && x->status == GISA_STATUS_OCCURRED && gisa_event_is_news(r, x->time);
    return held && tells_part(r, s) && !has_day(r, s) && !is_elsewhere(r, s) ? x->time : GISA_NONE;
}

/* 8일 열린 심문에서 양측은 맞섰다. 변호사는 "…"고 주장했다: who speaks behind an argument of the paragraph speaks at it. */
static uint32_t time_of_clash(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { SENTENCES = 4 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    const struct gisa_draft *x = r->occasion != GISA_NONE ? &r->drafts[r->occasion] : NULL;
    if (!x || x->time == GISA_NONE || x->status != GISA_STATUS_OCCURRED || x->sentence >= q->sentence || x->sentence + SENTENCES < q->sentence ||
        r->a->sentences[x->sentence].segment != s->segment || has_day(r, s) || is_elsewhere(r, s)) {
        return GISA_NONE;
    }
    const struct gisa_sentence *told = &r->a->sentences[x->sentence];
    for (uint32_t t = told->first_token; t < told->first_token + told->token_count; t++) {
        uint32_t row = 0;
        const struct gisa_span w = r->a->tokens[t].span;
        if (!r->is_quoted[t] && gisa_trie_longest(&gisa_clash_trie, r->d->key + w.begin, gisa_span_length(w), &row)) {
            return x->time;
        }
    }
    return GISA_NONE;
}

/* Did the speaker take part in something of the news on another day, where he may have said it? */
static bool was_out(const struct gisa_event_reader *r, uint32_t speaker, uint32_t today) {
    enum { DRAFTS = 48 };
    for (uint32_t i = r->count; i-- > 0 && r->count - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        if (!x->is_dropped && x->time != GISA_NONE && x->status == GISA_STATUS_OCCURRED && takes_part(x, speaker) &&
            gisa_event_is_news(r, x->time) && !gisa_event_is_same_day(r, x->time, today)) {
            return true;
        }
    }
    return false;
}

/* Who did what the article reports of its own day speaks on it, where nothing says otherwise: 감독은 "…"라고 칭찬했다, far below 이날 이겼다. */
static uint32_t time_of_lead(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { LEAD = 4 /* drafts looked at */ };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t seen = 0;
    for (uint32_t i = 0; i < r->count && seen < LEAD && q->speaker != GISA_NONE; i++) {
        const struct gisa_draft *x = &r->drafts[i];
        bool told = !x->is_dropped && !x->is_heading && !x->is_inner && x->status == GISA_STATUS_OCCURRED && x->time != GISA_NONE;
        seen += told;
        bool body = told && speaks_for_agent(r, x, q->speaker);
        if (told && x->sentence < q->sentence && gisa_event_age(r, x->time) == 0 && (body || takes_part(x, q->speaker))) {
            bool moved = r->last != GISA_NONE && r->drafts[r->last].time != GISA_NONE && !gisa_event_is_same_day(r, r->drafts[r->last].time, x->time);
            return moved || has_day(r, s) || is_elsewhere(r, s) || was_out(r, q->speaker, x->time) ? GISA_NONE : x->time;
        }
    }
    return GISA_NONE;
}

/* 여의도에서 기념식을 열었다. 대표는 기념사에서, 청사에서 브리핑을 열었다. 과장은 브리핑에서: where the occasion of that day took place which the
 * sentence speaks of; GISA_NONE if it speaks of none, or of another. */
static uint32_t place_of_occasion(const struct gisa_event_reader *r, const struct gisa_quote *q, uint32_t said) {
    enum { DRAFTS = 12 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t noun = gisa_event_of_noun(r, q->sentence, q->span.begin);
    if (noun != GISA_NONE) {
        return gisa_event_is_same_day(r, r->drafts[noun].time, said) ? r->drafts[noun].place : GISA_NONE;
    }
    bool part = tells_part(r, s);
    bool meant = (r->is_at_venue || part) && !is_elsewhere(r, s);
    for (uint32_t i = r->count; meant && i-- > 0 && r->count - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        if (x->is_dropped || x->is_heading || x->quote != GISA_NONE || !gisa_draft_is_occasion(x) || x->status != GISA_STATUS_OCCURRED || x->time == GISA_NONE) {
            continue;
        }
        bool his = takes_part(x, q->speaker) || speaks_for_agent(r, x, q->speaker) || gisa_span_is_empty(r->venue); /* 이 자리에서 */
        return (part || his) && gisa_event_is_same_day(r, x->time, said) ? x->place : GISA_NONE;
    }
    return GISA_NONE;
}

/* Where the sentence says it was said, else where what was told of that day took place, if the speaker was there. */
static uint32_t place_of_speech(const struct gisa_event_reader *r, const struct gisa_quote *q, uint32_t first, uint32_t said) {
    enum { DRAFTS = 8 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    uint32_t token = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, q->span.begin);
    uint32_t place = q->sentence == r->a->quotes[first].sentence ? gisa_event_place_before(r, token) : GISA_NONE;
    uint32_t at = r->occasion != GISA_NONE ? r->occasion : r->last;
    if (place == GISA_NONE && q->said == GISA_NONE && r->is_at_venue && at != GISA_NONE && r->drafts[at].time == said) {
        place = r->drafts[at].place; /* 이 자리에서 */
    }
    place = place == GISA_NONE ? place_of_occasion(r, q, said) : place;
    for (uint32_t i = r->count; place == GISA_NONE && i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence == q->sentence;) {
        const struct gisa_draft *x = &r->drafts[i];
        bool went = (x->type == GISA_EVENT_VISIT || gisa_draft_is_occasion(x)) && x->status == GISA_STATUS_OCCURRED && x->trigger.end <= q->span.begin;
        place = went && !x->is_dropped && x->time == said && takes_part(x, q->speaker) ? x->place : place; /* 18일 시장을 찾아 "…"고 말했다 */
    }
    for (uint32_t i = r->count; place == GISA_NONE && q->said == GISA_NONE && i-- > 0 && r->count - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        bool his = !x->is_dropped && takes_part(x, q->speaker);
        if (his && x->time != GISA_NONE && gisa_event_is_same_day(r, x->time, said)) {
            place = x->place;
        } else if (!his && !x->is_dropped && speaks_for_agent(r, x, q->speaker)) {
            bool there = gisa_draft_is_occasion(x) && x->sentence + 1 == q->sentence && gisa_event_is_same_day(r, x->time, said);
            place = there ? x->place : GISA_NONE; /* 연맹은 청사 앞에서 회견을 열었다. 처장은 "…"고 했다 */
            break; /* what his body did since may have been done elsewhere */
        }
    }
    return place;
}

/* 기자회견을 열고 "…"라고 말했다: a meeting with the press is told with what was said there. */
static void absorb_press(struct gisa_event_reader *r, struct gisa_draft *x) {
    enum { DRAFTS = 3 };
    for (uint32_t i = r->count; i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence == x->sentence;) {
        struct gisa_draft *y = &r->drafts[i];
        uint32_t row = 0;
        bool press = false;
        for (uint32_t at = y->clause.begin; at < y->trigger.end && !press; at++) {
            press = gisa_trie_longest(&gisa_press_meeting_trie, r->d->key + at, y->trigger.end - at, &row) > 0;
        }
        uint32_t body = gisa_event_body_of(r, x->parts[0].entity);
        bool his = !y->part_count || takes_part(y, x->parts[0].entity) || (body != GISA_NONE && takes_part(y, body));
        if (y->type == GISA_EVENT_GATHERING && !y->is_dropped && y->status == GISA_STATUS_OCCURRED && press && his && y->time != GISA_NONE &&
            gisa_event_is_same_day(r, y->time, x->time)) {
            x->place = x->place == GISA_NONE ? y->place : x->place;
            x->clause.begin = y->clause.begin;
            y->is_dropped = true;
        }
    }
}

/* 법원은 25일 "도주 우려가 없다"며 영장을 | 기각했다: words that only give the reason of an act of law told with them, or are that act. */
static bool is_reason(const struct gisa_event_reader *r, const struct gisa_quote *q, const struct gisa_draft *x) {
    enum { DRAFTS = 6, MYEO = 0xBA70 /* 며 */, CLOSE = 4 /* code points from the words to the cue's end */ };
    uint32_t end = q->span.end;
    bool joined = false;
    for (uint32_t i = end; i < end + CLOSE && i < r->a->sentences[q->sentence].span.end && !joined; i++) {
        joined = r->d->key[i] == MYEO;
    }
    for (uint32_t i = r->count; i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence == q->sentence;) {
        const struct gisa_draft *y = &r->drafts[i];
        bool act = y->type == GISA_EVENT_LEGAL && !y->is_dropped && !y->is_inner && y->time != GISA_NONE && gisa_event_is_same_day(r, y->time, x->time) && y->trigger.begin >= end;
        bool told = joined || (gisa_span_is_empty(q->cue) && y->trigger.begin <= end + CLOSE); /* "배상하라"고 판결했다 */
        for (uint32_t k = 0; act && told && k < y->part_count; k++) {
            if (y->parts[k].role == GISA_ROLE_AGENT && y->parts[k].entity == x->parts[0].entity) {
                return true;
            }
        }
    }
    return false;
}

/* 지난달 27일 은퇴를 선언한 | 박재현은 "…"고 말했다: does the day tell what the speaker did before, and not when he spoke? Whom somebody met,
 * or where he came, he spoke to and there. */
static bool is_of_speaker(const struct gisa_event_reader *r, uint32_t said, uint32_t begin) {
    enum { REACH = 24, AGE = 2 /* days; what is newer may be the day of the speech */ };
    const struct gisa_time *t = &r->a->times[said];
    uint32_t end = r->a->sentences[t->sentence].first_token + r->a->sentences[t->sentence].token_count;
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, r->a->sentences[t->sentence].first_token, end, t->span.end);
    uint32_t verb = GISA_NONE;
    if (gisa_event_age(r, said) < AGE || t->anchor == GISA_ANCHOR_NARRATIVE) {
        return false;
    }
    for (uint32_t n = 0; i < end && n < REACH && r->a->tokens[i].span.begin < begin; i++, n++) {
        const struct gisa_token *w = &r->a->tokens[i];
        if (verb != GISA_NONE && w->josa & ~(uint32_t)GISA_JOSA_COPULA) {
            return w->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT);
        }
        uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, w->span.begin);
        if (!w->josa && m < r->a->mention_count && r->a->mentions[m].span.begin == w->span.begin) {
            continue; /* 울산 ends like a verb */
        }
        if (w->ending == GISA_ENDING_ADNOMINAL && verb == GISA_NONE) {
            struct gisa_trigger g = gisa_trigger_at(r, i);
            bool there = gisa_event_word_kind(r, i) == GISA_EVENTROLE_KIND_ATTEND ||
                         (g.token != GISA_NONE && (gisa_event_is_venue(g.type) || g.type == GISA_EVENT_VISIT || g.type == GISA_EVENT_STATEMENT));
            if (there || gisa_event_tense(r, w) != GISA_TENSE_PAST) {
                return false;
            }
            verb = i;
        } else if ((w->ending != GISA_ENDING_NONE && !(gisa_span_length(w->span) == 2 && r->d->key[w->span.end - 1] == 0xD574 /* 통해, 위해 */)) || (verb == GISA_NONE && w->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT))) {
            return false;
        }
    }
    return false;
}

/* 기자회견을 열고 공장을 짓겠다고 | 밝혔다: speech without marks that the sentence has not told yet. What was said to have happened then
 * (12일 준공했다고 밝혔다) is told itself. */
static bool is_untold(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { DRAFTS = 8 };
    const struct gisa_sentence *s = &r->a->sentences[q->sentence];
    if (gisa_span_is_empty(q->cue) || q->speaker == GISA_NONE || r->a->segments[s->segment].kind != GISA_SEGMENT_PARAGRAPH) {
        return false;
    }
    uint32_t cue = gisa_seek_holding(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, q->cue.end - 1);
    for (uint32_t i = r->count; i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence == q->sentence;) {
        const struct gisa_draft *x = &r->drafts[i];
        bool says = x->type == GISA_EVENT_STATEMENT || x->type == GISA_EVENT_ANNOUNCEMENT || gisa_span_overlaps(x->trigger, q->cue);
        if (says || (x->is_reported && x->status == GISA_STATUS_OCCURRED)) {
            return false;
        }
    }
    return gisa_event_tense(r, &r->a->tokens[cue]) == GISA_TENSE_PAST;
}

/* What the speaker did in the sentence before he said it, of a day: 12일 공장을 찾아 … 짓겠다고 밝혔다; GISA_NONE if it tells nothing of him. */
static uint32_t deed_before(const struct gisa_event_reader *r, const struct gisa_quote *q) {
    enum { DRAFTS = 8 };
    for (uint32_t i = r->count; i-- > 0 && r->count - i <= DRAFTS && r->drafts[i].sentence == q->sentence;) {
        const struct gisa_draft *x = &r->drafts[i];
        if (!x->is_inner && x->time != GISA_NONE && x->status == GISA_STATUS_OCCURRED && takes_part(x, q->speaker)) {
            return r->a->times[x->time].precision <= GISA_PRECISION_DAY ? i : GISA_NONE;
        }
    }
    return GISA_NONE;
}

/* Speech whose date is told is an event of its own; pieces of one utterance are one. */
void gisa_event_speech(struct gisa_event_reader *r, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const struct gisa_quote *q = &r->a->quotes[i];
        const struct gisa_quote *before = i > first ? q - 1 : NULL;
        if (before && before->sentence == q->sentence && before->speaker == q->speaker && q->speaker != GISA_NONE && q->said == GISA_NONE && before->kind != GISA_QUOTE_INDIRECT) {
            continue; /* "필수"라며 "90%를 넘었다"고 했다: said with the words before */
        }
        bool plain = q->kind == GISA_QUOTE_INDIRECT;
        if (plain && !is_untold(r, q)) {
            continue;
        }
        if (q->said == GISA_NONE && goes_on_saying(r, q)) {
            continue;
        }
        uint32_t inherited = time_at_venue(r, q->speaker, q->sentence);
        uint32_t deed = plain ? deed_before(r, q) : GISA_NONE;
        uint32_t said = deed != GISA_NONE ? r->drafts[deed].time : plain ? GISA_NONE : q->said;
        uint32_t came = !plain && said == GISA_NONE && inherited == GISA_NONE ? deed_before(r, q) : GISA_NONE; /* 이날 도착한 뒤 취재진과 만나 "…" */
        bool there = came != GISA_NONE && (gisa_draft_is_occasion(&r->drafts[came]) || r->drafts[came].type == GISA_EVENT_VISIT);
        said = there ? r->drafts[came].time : said;
        said = said != GISA_NONE ? said : inherited != GISA_NONE ? inherited : gisa_event_time_of_noun(r, q->sentence, q->span.begin);
        if (!plain && q->said != GISA_NONE && is_of_speaker(r, q->said, q->span.begin)) {
            continue;
        }
        said = said != GISA_NONE ? said : time_of_scene(r, q);
        said = said != GISA_NONE ? said : time_of_reply(r, q);
        said = said != GISA_NONE ? said : time_of_debate(r, q);
        said = said != GISA_NONE ? said : time_of_part(r, q);
        said = said != GISA_NONE ? said : time_of_clash(r, q);
        said = said != GISA_NONE || plain ? said : time_of_lead(r, q);
        said = said != GISA_NONE && gisa_event_is_ahead(r, said) ? GISA_NONE : said; /* what is to come was not said then */
        if (said == GISA_NONE || r->a->times[said].precision == GISA_PRECISION_QUARTER || r->a->times[said].is_fiscal || q->speaker == GISA_NONE || q->is_headline || q->parent != GISA_NONE ||
            (i > first && r->a->quotes[i - 1].utterance == q->utterance)) {
            continue;
        }
        struct gisa_span trigger = gisa_span_is_empty(q->cue) ? q->span : q->cue;
        uint32_t begin = deed != GISA_NONE ? r->drafts[deed].clause.end : q->content.begin;
        struct gisa_span clause = plain ? (struct gisa_span){begin, q->cue.end} : r->a->sentences[q->sentence].span;
        struct gisa_draft x = {.trigger = trigger, .clause = clause,
                               .sentence = q->sentence, .type = GISA_EVENT_STATEMENT, .status = GISA_STATUS_OCCURRED,
                               .basis = q->said != GISA_NONE ? GISA_BASIS_EXPLICIT : GISA_BASIS_INHERITED,
                               .time = said, .duration = GISA_NONE,
                               .place = place_of_speech(r, q, first, said), .quote = i, .reported_by = GISA_NONE, .merged = 1,
                               .confidence = q->confidence, .rule = "ko.event.speech"};
        gisa_draft_add(&x, q->speaker, GISA_ROLE_AGENT);
        if (q->speaker2 != GISA_NONE) {
            gisa_draft_add(&x, q->speaker2, GISA_ROLE_AGENT);
        }
        if (q->sentence == r->a->quotes[first].sentence && i == first) {
            gisa_event_addressees(r, &x);
        }
        if (is_reason(r, q, &x)) {
            continue;
        }
        absorb_press(r, &x);
        gisa_event_push(r, &x);
    }
}

enum gisa_status gisa_event_run(struct gisa_run *run) {
    struct gisa_event_reader r = {.run = run, .a = run->out, .d = gisa_run_document(run), .segment = GISA_NONE, .hero = GISA_NONE, .accused = {.entity = GISA_NONE, .other = GISA_NONE}, .firm = GISA_NONE, .spoken_of = GISA_NONE,
                                  .last = GISA_NONE, .occasion = GISA_NONE, .scene = GISA_NONE, .debate = GISA_NONE, .topic = {GISA_NONE, GISA_NONE}};
    r.phrases = gisa_arena_alloc(run->scratch, GISA_SENTENCE_PHRASES, sizeof *r.phrases);
    if (!r.phrases || !mark_quoted(&r)) {
        return GISA_NO_MEMORY;
    }
    gisa_event_find_groups(&r);
    for (uint32_t i = 0; i < r.a->sentence_count && !r.failed; i++) {
        const struct gisa_sentence *s = &r.a->sentences[i];
        if (s->segment != r.segment) {
            enter_segment(&r, s->segment);
        }
        move_cursors(&r, s->span.begin);
        gisa_event_sentence(&r, i);
        uint32_t first = r.quote;
        while (r.quote < r.a->quote_count && r.a->quotes[r.quote].sentence <= i) {
            r.quote++;
        }
        gisa_event_speech(&r, first, r.quote);
        for (uint32_t q = first; q < r.quote; q++) {
            const struct gisa_quote *x = &r.a->quotes[q];
            if (x->kind != GISA_QUOTE_INDIRECT && x->parent == GISA_NONE && !x->is_headline && (x->speaker != GISA_NONE || !gisa_span_is_empty(x->cue))) {
                gisa_event_spoken(&r, q);
            }
        }
    }
    if (r.failed) {
        return GISA_NO_MEMORY;
    }
    enum gisa_status status = gisa_event_merge(&r);
    status = status == GISA_OK ? gisa_event_write(&r) : status;
    return status == GISA_OK ? gisa_event_relations(&r) : status;
}
