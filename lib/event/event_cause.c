/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_cause.h"

#include "cause_lex.h"
#include "text/seek.h"

enum { LOOK = 64, PHRASE = 10, HEADINGS = 16, GI = 0xAE30 /* 기 */, I = 0xC774 /* 이 */, GEU = 0xADF8 /* 그 */ };

/* Does the phrase that ends with token `marker` begin behind `token`? An object belongs to it only before its own verb:
 * 공급망을 넓히기 위해, 투자를 통해; not 김 회장을 횡령 혐의로. */
static bool ends_phrase(const struct gisa_analysis *a, uint32_t token, uint32_t marker) {
    const uint16_t others = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_LOCATIVE | GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE |
                            GISA_JOSA_ADDITIVE;
    const struct gisa_token *t = &a->tokens[token];
    uint8_t cls = a->document.cls[t->span.begin];
    bool verb = t[1].ending == GISA_ENDING_NOMINAL || t[1].ending == GISA_ENDING_ADNOMINAL || a->document.key[t[1].span.end - 1] == GI;
    bool own = token + 1 == marker || verb;
    return (t->kind == GISA_TOKEN_PUNCT && cls != GISA_CHAR_QUOTE && cls != GISA_CHAR_OPEN && cls != GISA_CHAR_CLOSE) ||
           t->josa & others || (t->josa & GISA_JOSA_OBJECT && !own) || t->ending == GISA_ENDING_CONNECTIVE ||
           t->ending == GISA_ENDING_FINAL;
}

/* Does a time expression stand in the token? */
static bool is_time(const struct gisa_analysis *a, uint32_t token) {
    const struct gisa_span s = a->tokens[token].span;
    uint32_t i = gisa_seek_end(a->times, sizeof *a->times, 0, a->time_count, s.begin + 1);
    return i < a->time_count && a->times[i].span.begin < s.end;
}

void gisa_event_causes(const struct gisa_analysis *a, struct gisa_event *e) {
    const struct gisa_sentence *s = &a->sentences[e->sentence];
    e->cause = e->means = (struct gisa_span){0, 0};
    uint32_t first = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, e->clause.begin);
    uint32_t end = s->first_token + s->token_count;
    for (uint32_t i = first; i < end && i < first + LOOK && a->tokens[i].span.end <= e->trigger.begin; i++) {
        const struct gisa_span w = a->tokens[i].span;
        uint32_t row = 0;
        if (a->tokens[i].kind != GISA_TOKEN_WORD ||
            !gisa_trie_longest_back(&gisa_cause_trie, a->document.key + w.end, gisa_span_length(w), &row)) {
            continue;
        }
        uint32_t begin = i;
        while (begin > first && i - begin < PHRASE && !ends_phrase(a, begin - 1, i) && !is_time(a, begin - 1)) {
            begin--;
        }
        const struct gisa_span word = a->tokens[begin].span;
        bool points = gisa_span_length(word) == 2 && (a->document.key[word.begin] == I || a->document.key[word.begin] == GEU);
        if (begin + 1 < i || (begin < i && !points)) { /* 이를 위해 says nothing */
            struct gisa_span *to = gisa_cause_rows[row].kind == GISA_CAUSE_KIND_CAUSE ? &e->cause : &e->means;
            *to = (struct gisa_span){a->tokens[begin].span.begin, w.end};
        }
    }
}

static bool is_heading(const struct gisa_analysis *a, const struct gisa_event *e) {
    return a->segments[a->sentences[e->sentence].segment].kind != GISA_SEGMENT_PARAGRAPH;
}

/* Told of one day, as happened or planned. */
static bool is_of_day(const struct gisa_analysis *a, const struct gisa_event *e) {
    if (e->time == GISA_NONE || e->status > GISA_STATUS_PLANNED || e->basis == GISA_BASIS_NONE) {
        return false;
    }
    const struct gisa_time *t = &a->times[e->time];
    return t->is_resolved && t->from.year && t->precision != GISA_PRECISION_NONE && t->precision <= GISA_PRECISION_DAY;
}

static bool same_day(const struct gisa_analysis *a, const struct gisa_event *x, const struct gisa_event *y) {
    const struct gisa_date p = a->times[x->time].from, q = a->times[y->time].from;
    return p.year == q.year && p.month == q.month && p.day == q.day;
}

/* The same kind of thing with the same two or more participants. */
static bool is_one_thing(const struct gisa_event *x, const struct gisa_event *y, const struct gisa_participant *parts) {
    uint32_t shared = 0;
    for (uint32_t i = 0; i < x->participant_count; i++) {
        for (uint32_t k = 0; k < y->participant_count; k++) {
            shared += parts[x->first_participant + i].entity == parts[y->first_participant + k].entity;
        }
    }
    return x->type == y->type && shared >= 2;
}

void gisa_event_conflicts(const struct gisa_analysis *a, struct gisa_event *events, uint32_t count,
                          const struct gisa_participant *parts) {
    uint32_t headings = 0;
    for (uint32_t i = 0; i < count; i++) {
        events[i].conflict = GISA_NONE;
    }
    for (uint32_t i = 0; i < count && headings < HEADINGS; i++) {
        if (!is_heading(a, &events[i]) || !is_of_day(a, &events[i])) {
            continue;
        }
        headings++;
        uint32_t found = GISA_NONE;
        bool agrees = false;
        uint32_t several = 0;
        for (uint32_t k = 0; k < count; k++) {
            if (k != i && !is_heading(a, &events[k]) && is_of_day(a, &events[k]) && is_one_thing(&events[i], &events[k], parts)) {
                agrees = agrees || same_day(a, &events[i], &events[k]);
                found = k;
                several++;
            }
        }
        if (found != GISA_NONE && !agrees && several == 1) {
            events[i].conflict = found;
            events[found].conflict = i;
        }
    }
}
