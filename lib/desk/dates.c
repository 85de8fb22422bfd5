/* SPDX-License-Identifier: Apache-2.0 */
#include "desk/desk.h"
#include "text/number.h"
#include "time/calendar.h"
#include "time/tense.h"

enum { MONTH = 0xC6D4, DAY = 0xC77C, YEAR = 0xB144 };

static const struct gisa_span nowhere = {0, 0};

/* The weekday in brackets at or right behind the expression: 1 Monday ... 7 Sunday, 0 if none. */
static int told_weekday(const struct gisa_document *d, struct gisa_span s) {
    static const uint32_t days[7] = {0xC6D4, 0xD654, 0xC218, 0xBAA9, 0xAE08, 0xD1A0, 0xC77C};
    for (uint32_t i = s.begin; i + 2 < d->count && i <= s.end; i++) {
        if (d->key[i] != '(') {
            continue;
        }
        for (int k = 0; k < 7; k++) {
            bool whole = d->key[i + 1] == days[k] && (d->key[i + 2] == ')' || (d->key[i + 2] == 0xC694 && i + 4 < d->count && d->key[i + 4] == ')'));
            if (whole) {
                return k + 1;
            }
        }
    }
    return 0;
}

static void check_time(struct gisa_desk *k, const struct gisa_time *t) {
    const struct gisa_date now = gisa_article_moment(&k->a->article)->day;
    if (!t->is_resolved || !t->from.year || t->precision > GISA_PRECISION_DAY || t->precision == GISA_PRECISION_NONE) {
        return;
    }
    int32_t day = gisa_days_from_date(t->from);
    int weekday = t->to.year && gisa_days_from_date(t->to) == day ? told_weekday(k->d, t->span) : 0;
    if (weekday && gisa_weekday(day) != weekday) {
        gisa_desk_add(k, "weekday-mismatch", t->span, nowhere);
    }
    bool written = t->anchor == GISA_ANCHOR_NONE; /* year and month stand there */
    uint32_t end = k->a->sentences[t->sentence].span.end;
    uint8_t kind = k->a->segments[k->a->sentences[t->sentence].segment].kind;
    if (written && now.year && day > gisa_days_from_date(now) && !t->in_quote && kind == GISA_SEGMENT_PARAGRAPH && t->to.year &&
        gisa_days_from_date(t->to) == day && gisa_time_tense(k->d, t->span.end, end, end) == GISA_TENSE_PAST) {
        gisa_desk_add(k, "tense-date-conflict", t->span, nowhere);
    }
}

static uint32_t read_figures(const struct gisa_document *d, uint32_t i, uint32_t *value) {
    uint32_t n = 0;
    *value = 0;
    while (i + n < d->count && d->cls[i + n] == GISA_CHAR_DIGIT && n < 5) {
        *value = *value * 10 + (d->key[i + n] - '0');
        n++;
    }
    return n;
}

/* 2월 30일, 6월 31일: the time engine finds no date there, so the text is read. */
static void check_days(struct gisa_desk *k, struct gisa_span s) {
    static const uint32_t most[12] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (uint32_t i = s.begin; i + 3 < s.end;) {
        uint32_t month, day;
        uint32_t n = read_figures(k->d, i, &month);
        if (!n) {
            i++;
            continue;
        }
        uint32_t at = i + n;
        bool begins = i == s.begin || (k->d->cls[i - 1] != GISA_CHAR_DIGIT && k->d->key[i - 1] != '.');
        if (begins && n <= 2 && month >= 1 && month <= 12 && at < s.end && k->d->key[at] == MONTH) {
            at++;
            at += at < s.end && k->d->key[at] == ' ';
            uint32_t m = read_figures(k->d, at, &day);
            bool date = m && m <= 2 && at + m < s.end && k->d->key[at + m] == DAY &&
                        (at + m + 1 >= s.end || (k->d->key[at + m + 1] != 0xAC04 /* 간 */ && k->d->key[at + m + 1] != 0xC120 /* 선 */));
            if (date && (day > most[month - 1] || day == 0)) {
                gisa_desk_add(k, "impossible-date", (struct gisa_span){i, at + m + 1}, nowhere);
            }
            at += m;
        }
        i = at > i ? at : i + 1;
    }
}

/* A heading and a paragraph tell one thing of two days. */
static void check_conflicts(struct gisa_desk *k) {
    for (uint32_t i = 0; i < k->a->event_count; i++) {
        const struct gisa_event *e = &k->a->events[i];
        if (e->conflict != GISA_NONE && i < e->conflict) {
            gisa_desk_add(k, "date-conflict", k->a->times[e->time].span, k->a->times[k->a->events[e->conflict].time].span);
        }
    }
}

void gisa_desk_dates(struct gisa_desk *k) {
    for (uint32_t i = 0; i < k->a->time_count && !k->failed; i++) {
        check_time(k, &k->a->times[i]);
    }
    for (uint32_t i = 0; i < k->a->segment_count && !k->failed; i++) {
        if (gisa_segment_tells(k->a->segments[i].kind)) {
            check_days(k, k->a->segments[i].span);
        }
    }
    check_conflicts(k);
}
