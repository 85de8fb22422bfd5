/* SPDX-License-Identifier: Apache-2.0 */
/* One walk over the tokens of each sentence, with the time that an amount met next would be told of. */
#include "entity/amount_period.h"

#include <string.h>

#include "time/period.h"

struct walk {
    const struct gisa_analysis *a;
    uint32_t time;     /* the next time of the article not yet reached */
    uint32_t period;   /* what an amount here is told of, or GISA_NONE */
    uint32_t outer;    /* the same outside the brackets; is_outer: it holds */
    uint32_t start;    /* the same before the time of "지난해 1조원에서 올해 2조원으로" */
    bool is_outer;
    bool is_used;      /* an amount was told of it */
    bool is_adnominal; /* a clause that modifies a noun stands behind the time: it may own it */
};

/* "15년간", "3년 동안": the words lie in the span or behind it. */
static bool runs(const struct gisa_document *d, const struct gisa_time *t, uint32_t end) {
    for (uint32_t i = t->span.begin + 1; i <= t->span.end; i++) {
        const struct gisa_period_row *row = gisa_period_behind(d, i, end);
        if (row && row->class == GISA_PERIOD_CLASS_RUNS) {
            return true;
        }
    }
    return false;
}

static bool is_period(const struct gisa_document *d, const struct gisa_time *t, uint32_t end) {
    switch (t->type) {
    case GISA_TIME_DATE:
        return !t->is_name && (t->precision > GISA_PRECISION_DAY || memchr(t->value.bytes, '/', t->value.size));
    case GISA_TIME_DURATION:
        return runs(d, t, end);
    default:
        return t->type == GISA_TIME_SET;
    }
}

static void take_time(struct walk *w, const struct gisa_time *t, uint32_t end) {
    const struct gisa_document *d = &w->a->document;
    bool bracket = gisa_period_skip_bracket(d, t->span.end, end) > t->span.end;
    if (t->type == GISA_TIME_REF || (t->is_compared && !bracket)) {
        return;
    }
    w->start = w->period;
    w->period = is_period(d, t, end) ? w->time : GISA_NONE;
    if (t->is_compared) { /* what stands in the bracket is of that time, what follows is not */
        w->outer = w->start;
        w->is_outer = true;
    }
    w->is_used = w->is_adnominal = false;
}

static void forget(struct walk *w) {
    w->period = GISA_NONE;
    w->is_adnominal = w->is_used = false;
}

static void take_mark(struct walk *w, uint32_t token) {
    uint32_t at = w->a->tokens[token].span.begin;
    uint32_t key = w->a->document.key[at], ch = w->a->document.ch[at];
    if (key == '"' || key == '\'' || ch == 0x2018 || ch == 0x2019 || ch == 0x201C || ch == 0x201D) {
        forget(w);
    } else if (key == '(') {
        w->outer = w->is_outer ? w->outer : w->period;
        w->is_outer = true;
    } else if (key == ')' && w->is_outer) {
        w->period = w->outer;
        w->is_outer = false;
    }
}

static void take_word(struct walk *w, const struct gisa_token *t) {
    if (w->is_adnominal && t->josa) { /* 2022년 설립된 회사는 */
        forget(w);
    }
    if (t->ending == GISA_ENDING_ADNOMINAL) {
        w->is_adnominal = true;
    } else if (t->ending != GISA_ENDING_NONE && !w->is_used) { /* the clause that ends here owns it */
        forget(w);
    }
}

/* "3조원(지난해)", "3조원(2023년 기준)": the time that opens a bracket right behind the amount. */
static uint32_t period_in_bracket(const struct walk *w, const struct gisa_amount *m, uint32_t end) {
    const struct gisa_document *d = &w->a->document;
    for (uint32_t i = w->time; i < w->a->time_count && w->a->times[i].span.begin == m->span.end + 1; i++) {
        if (m->span.end < end && d->key[m->span.end] == '(' && is_period(d, &w->a->times[i], end)) {
            return i;
        }
    }
    return GISA_NONE;
}

static bool is_of_period(const struct gisa_amount *m) {
    return m->type != GISA_AMOUNT_AGE && m->type != GISA_AMOUNT_ORDINAL && m->type != GISA_AMOUNT_NUMBER;
}

static void give(struct walk *w, struct gisa_amount *m, uint32_t end) {
    const struct gisa_document *d = &w->a->document;
    uint32_t inside = period_in_bracket(w, m, end);
    m->period = !is_of_period(m) ? GISA_NONE : inside != GISA_NONE ? inside : w->period;
    w->is_used = w->is_used || m->period != GISA_NONE;
    const struct gisa_period_row *row = gisa_period_behind(d, m->span.end, end);
    if (row && row->class == GISA_PERIOD_CLASS_FROM) {
        w->period = w->start;
    }
}

void gisa_amount_periods(const struct gisa_analysis *a, struct gisa_amount *amounts, uint32_t count) {
    struct walk w = {.a = a};
    uint32_t next = 0;
    for (uint32_t i = 0; i < a->sentence_count; i++) {
        const struct gisa_sentence *s = &a->sentences[i];
        w.period = w.outer = w.start = GISA_NONE;
        w.is_used = w.is_adnominal = w.is_outer = false;
        uint32_t covered = s->span.begin; /* by times and amounts */
        for (uint32_t j = s->first_token; j < s->first_token + s->token_count; j++) {
            const struct gisa_token *t = &a->tokens[j];
            for (; w.time < a->time_count && a->times[w.time].span.begin < t->span.end; w.time++) {
                take_time(&w, &a->times[w.time], s->span.end);
                covered = a->times[w.time].span.end;
            }
            for (; next < count && amounts[next].span.begin < t->span.end; next++) {
                give(&w, &amounts[next], s->span.end);
                covered = amounts[next].span.end;
            }
            if (t->kind == GISA_TOKEN_PUNCT) {
                take_mark(&w, j);
            } else if (covered <= t->span.begin || covered < t->stem_end) {
                take_word(&w, t);
            }
        }
    }
}
