/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: years, months, days, weeks, quarters. The order of the rules is that of docs/rules.md, "which side". */
#include "time/resolve.h"

#include <stdlib.h>

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { FAR = 1 << 20 };

struct gisa_point gisa_point_none(void) {
    return (struct gisa_point){.hour = -1, .minute = -1, .second = -1, .dpart = -1};
}

struct gisa_point gisa_point_day(int32_t days) {
    struct gisa_date d = gisa_date_from_days(days);
    struct gisa_point p = gisa_point_none();
    p.precision = GISA_PRECISION_DAY;
    p.has_year = true;
    p.year = d.year;
    p.month = d.month;
    p.day = d.day;
    return p;
}

static int32_t days_of(int year, int month, int day) {
    return gisa_days_from_date((struct gisa_date){(int16_t)year, (uint8_t)month, (uint8_t)day});
}

int32_t gisa_point_days(const struct gisa_point *p) { return days_of(p->year, p->month, p->day); }
bool gisa_has_published(const struct gisa_time_context *x) { return x->published.day.year != 0; }
int32_t gisa_published_days(const struct gisa_time_context *x) { return gisa_days_from_date(x->published.day); }

void gisa_add_months(int *year, int *month, int add) {
    int total = *year * 12 + *month - 1 + add;
    *year = total >= 0 ? total / 12 : -((11 - total) / 12);
    *month = total - *year * 12 + 1;
}

static void set_month(struct gisa_point *p, int year, int month) {
    p->precision = GISA_PRECISION_MONTH;
    p->has_year = true;
    p->year = year;
    p->month = month;
}

static int full_year(const struct gisa_atom *a) {
    return a->short_year ? (a->n <= 69 ? 2000 + a->n : 1900 + a->n) : a->n;
}

/* Year told by the words: 1 told, 0 none, -1 told but cannot be known. */
static int told_year(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *abs = SLOT(f, YEAR);
    const struct gisa_atom *rel = SLOT(f, YREL);
    if (abs) {
        p->year = full_year(abs);
        if (x->is_range_end && abs->short_year && x->inherit.has_year) { /* 2019~23 */
            p->year = x->inherit.year / 100 * 100 + abs->n;
        }
        p->has_year = true;
        p->reason = "the year is written";
        return p->year >= 1 && p->year <= 9999 ? 1 : -1;
    }
    if (!rel) {
        return 0;
    }
    int base = x->published.day.year;
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = "counted from the year of publication";
    if (rel->m == 1 && x->is_range_end && x->inherit.has_year) { /* 2022년 6월부터 이듬해 9월까지 */
        base = x->inherit.year;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "counted from the year the range begins in";
    } else if (rel->m == 1 && x->story.year) {
        base = x->story.year;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "counted from the year told before";
    } else if (rel->m == 3 && x->story.period.has_year) {
        base = x->story.period.year;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "counted from the period told before";
    } else if (rel->m == 1) {
        return -1;
    }
    p->has_year = base != 0;
    p->year = base + rel->n;
    return 1;
}

/* Which of two sides: the distance of a candidate from the publication; FAR when the tense or the direction forbids
 * it. strict = 지난 and 오는 exclude the running unit. */
static int32_t cost(const struct gisa_time_context *x, const struct gisa_frame *f, int32_t distance, bool strict_next) {
    const struct gisa_atom *dir = SLOT(f, DIR);
    if (dir) {
        bool ok = dir->n < 0 ? distance < 0 : (strict_next ? distance > 0 : distance >= 0);
        return ok ? abs(distance) * 2 : FAR;
    }
    if ((x->tense == GISA_TENSE_PAST && distance > 0) || (x->tense == GISA_TENSE_FUTURE && distance < 0)) {
        return FAR;
    }
    return abs(distance) * 2 + (distance > 0); /* equally far: the past */
}

static const char *side_reason(const struct gisa_time_context *x, const struct gisa_frame *f) {
    const struct gisa_atom *dir = SLOT(f, DIR);
    if (dir) {
        return dir->n < 0 ? "the latest before the publication" : "the earliest after the publication";
    }
    switch (x->tense) {
    case GISA_TENSE_PAST:
        return "the latest up to the publication, for the clause tells the past";
    case GISA_TENSE_FUTURE:
        return "the earliest from the publication on, for the clause tells a plan";
    default:
        return "the nearest to the publication";
    }
}

/* The two best of the candidates: costs, and where the second stands. */
struct contest {
    int32_t best, second;
    int year, month; /* of the second */
};

/* True when the candidate is the best so far; the one before it becomes the second. */
static bool enter(struct contest *c, int32_t cost, int year, int month, const struct gisa_point *best_so_far) {
    if (cost < c->best) {
        c->second = c->best;
        c->year = best_so_far->year;
        c->month = best_so_far->month;
        c->best = cost;
        return true;
    }
    if (cost < c->second) {
        c->second = cost;
        c->year = year;
        c->month = month;
    }
    return false;
}

static void tell_second(const struct contest *c, struct gisa_point *p) {
    if (c->second < FAR / 2 && c->year) {
        p->other_year = c->year;
        p->other_month = c->month;
        p->other_score = (float)(c->best + 2) / (float)(c->best + c->second + 4);
    }
}

/* A month without a year. */
static bool choose_month(const struct gisa_time_context *x, const struct gisa_frame *f, int month, struct gisa_point *p) {
    set_month(p, 0, month);
    if (x->inherit.precision && x->inherit.has_year) {
        p->year = x->inherit.year;
        if (x->is_range_end && x->inherit.month > month) {
            p->year++;
        }
        p->anchor = x->inherit.anchor;
        p->reason = "the year stands at the expression before";
        return true;
    }
    if (!gisa_has_published(x)) {
        p->has_year = false;
        return true;
    }
    int now = x->published.day.year * 12 + x->published.day.month;
    struct contest contest = {FAR, FAR, 0, 0};
    for (int y = x->published.day.year - 1; y <= x->published.day.year + 1; y++) {
        int32_t distance = y * 12 + month - now;
        int32_t c = cost(x, f, distance, false);
        if (x->tense == GISA_TENSE_PRESENT && y != x->published.day.year && !SLOT(f, DIR)) {
            c += x->is_start && distance > 0 ? 0 : 24; /* house style: the year of publication */
        }
        if (x->tense == GISA_TENSE_PRESENT && x->is_start && distance < 0 && !SLOT(f, DIR)) {
            c += 48; /* 5월부터 시작한다 */
        }
        struct gisa_point before = *p;
        if (enter(&contest, c, y, month, &before)) {
            p->year = y;
        }
    }
    tell_second(&contest, p);
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = side_reason(x, f);
    return contest.best < FAR;
}

/* A month and day without a year; or, with weekday, the year in which both agree. */
static bool choose_month_day(const struct gisa_time_context *x, const struct gisa_frame *f, int month, int day,
                             struct gisa_point *p) {
    const struct gisa_atom *wparen = SLOT(f, WPAREN);
    if (x->inherit.precision && x->inherit.has_year) {
        int year = x->inherit.year;
        year += x->is_range_end && (x->inherit.month > month || (x->inherit.month == month && x->inherit.day > day));
        if (day <= gisa_days_in_month(year, month)) {
            *p = gisa_point_day(days_of(year, month, day));
            p->anchor = x->inherit.anchor;
            p->reason = "the year stands at the expression before";
            return true;
        }
        return false;
    }
    if (!gisa_has_published(x)) {
        set_month(p, 0, month);
        p->has_year = false;
        p->precision = GISA_PRECISION_DAY;
        p->day = day;
        return day <= gisa_days_in_month(2000, month);
    }
    int32_t now = gisa_published_days(x);
    struct contest contest = {FAR, FAR, 0, 0};
    for (int y = x->published.day.year - 4; y <= x->published.day.year + 4; y++) {
        if (day > gisa_days_in_month(y, month) || (abs(y - x->published.day.year) > 1 && day != 29)) {
            continue;
        }
        int32_t at = days_of(y, month, day);
        int32_t c = cost(x, f, at - now, true);
        if (c < FAR && x->tense == GISA_TENSE_PRESENT && !SLOT(f, DIR) && at < now) {
            c += 2 * 366; /* 10월 2일 연다: what is past is told in the past */
        }
        if (x->is_reported && x->tense == GISA_TENSE_FUTURE && !SLOT(f, DIR)) {
            c = at <= now ? (now - at) * 3 : at - now; /* 9월 12일 끝내겠다고 통지했다, in October: said then; in March: to end then */
        }
        c += wparen && gisa_weekday(at) != wparen->n && c < FAR ? FAR / 2 : 0;
        struct gisa_point before = *p;
        if (enter(&contest, c, y, month, &before)) {
            *p = gisa_point_day(at);
        }
    }
    tell_second(&contest, p);
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = side_reason(x, f);
    return contest.best < FAR;
}

/* Is the day this weekday in the month of publication or one of the two around it on each side? */
static bool weekday_fits(const struct gisa_time_context *x, int day, int weekday) {
    for (int k = -2; k <= 2; k++) {
        int year = x->published.day.year;
        int month = x->published.day.month;
        gisa_add_months(&year, &month, k);
        if (day <= gisa_days_in_month(year, month) && gisa_weekday(days_of(year, month, day)) == weekday) {
            return true;
        }
    }
    return false;
}

/* A bare day: the month of publication unless the tense, the direction or the weekday in brackets say otherwise. */
enum { PLAN_DAYS = 10 }; /* a bare day so near behind a plan is of its month */

static bool choose_day(const struct gisa_time_context *x, const struct gisa_frame *f, int day, struct gisa_point *p) {
    const struct gisa_atom *wparen = SLOT(f, WPAREN);
    const struct gisa_atom *dir = SLOT(f, DIR);
    if (x->inherit.precision && x->inherit.month && !wparen && !dir) {
        int year = x->inherit.year;
        int month = x->inherit.month;
        if (x->is_range_end && x->inherit.day > day) {
            gisa_add_months(&year, &month, 1);
        }
        p->precision = GISA_PRECISION_DAY;
        p->has_year = x->inherit.has_year;
        p->year = year;
        p->month = month;
        p->day = day;
        p->anchor = x->inherit.anchor;
        p->reason = "the month stands at the expression before";
        return day <= gisa_days_in_month(p->has_year ? year : 2000, month);
    }
    p->precision = GISA_PRECISION_DAY;
    p->day = day;
    if (!gisa_has_published(x)) {
        return true;
    }
    if (x->decided.year && !dir && !wparen) {
        p->year = x->decided.year;
        p->month = x->decided.month;
        p->has_year = true;
        gisa_add_months(&p->year, &p->month, day < x->decided.day);
        p->anchor = GISA_ANCHOR_PUBLISHED; /* a date of its own, as any bare day */
        p->reason = "the next such day from the day told before";
        return day <= gisa_days_in_month(p->year, p->month);
    }
    int32_t now = gisa_published_days(x);
    struct contest contest = {FAR, FAR, 0, 0};
    const int plan_months = (x->story.plan.year - x->published.day.year) * 12 + x->story.plan.month - x->published.day.month;
    const int last = x->is_plan_near && plan_months > 2 && plan_months < 12 ? plan_months : 2;
    bool by_weekday = wparen && !dir && weekday_fits(x, day, wparen->n);
    wparen = by_weekday ? wparen : NULL; /* a weekday that no near month agrees with, or 지난 forbids, is a slip */
    for (int k = -2; k <= last; k++) {
        int year = x->published.day.year;
        int month = x->published.day.month;
        gisa_add_months(&year, &month, k);
        if (day > gisa_days_in_month(year, month)) {
            continue;
        }
        int32_t at = days_of(year, month, day);
        int32_t c = wparen && gisa_weekday(at) != wparen->n ? FAR : wparen ? abs(at - now) * 2 + (at > now) : cost(x, f, at - now, true);
        if (x->is_reported && !dir && !wparen) { /* 13일 출시한다고 밝혔다: house style, the month of publication */
            c = abs(at - now) * 2 + (at > now) + (k ? 120 : 0);
        }
        if (x->is_agreed && !dir && !wparen) {
            c = abs(at - now) * 2 + (at > now);
        }
        bool told = !dir && !wparen && c < FAR;
        const struct gisa_date plan = x->story.plan;
        bool far = plan_months > 1 && day > x->published.day.day; /* 7월 4일 재개된다. 13일 14라운드를 치른다, in May: this month's */
        if (told && x->is_plan_near && !far && x->tense != GISA_TENSE_PAST && year == plan.year && month == plan.month && day >= plan.day &&
            day - plan.day <= PLAN_DAYS) {
            c = 0; /* 10월 27일부터 29일까지 방문한다. 28일에는 */
        }
        if (told && x->is_stated && k) {
            c += 120; /* 마감은 23일이다: house style, the month of publication */
        } else if (told && x->tense == GISA_TENSE_PRESENT && at < now && !x->is_reported) {
            c += 120; /* 3일 연다: what is past is told in the past */
        }
        if (told && x->before.year && x->tense != GISA_TENSE_FUTURE && at >= gisa_days_from_date(x->before)) {
            c += 120; /* 지난달 19일 선포했다. 앞서 16일에는 찾았다 */
        }
        struct gisa_point before = *p;
        if (enter(&contest, c, year, month, &before)) {
            *p = gisa_point_day(at);
        }
    }
    tell_second(&contest, p);
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = wparen ? "the nearest day that is this weekday" : side_reason(x, f);
    return contest.best < FAR;
}

static bool relative_month(const struct gisa_time_context *x, const struct gisa_atom *rel, struct gisa_point *p) {
    int year = x->published.day.year;
    int month = x->published.day.month;
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = "counted from the month of publication";
    if (rel->m == 1) {
        if (!x->story.month) {
            return false;
        }
        year = x->story.year;
        month = x->story.month;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "the month told before";
    } else if (rel->m == 3 && x->story.period.precision == GISA_PRECISION_MONTH && x->story.period.has_year) {
        year = x->story.period.year;
        month = x->story.period.month;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "counted from the month told before";
    }
    set_month(p, year, month ? month : 1);
    p->has_year = year != 0;
    gisa_add_months(&p->year, &p->month, rel->n);
    if (!p->has_year) {
        p->month = 0;
    }
    return true;
}

static bool resolve_month_day(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *mon = SLOT(f, MON);
    const struct gisa_atom *mrel = SLOT(f, MREL);
    const struct gisa_atom *day = SLOT(f, DAY);
    int told = told_year(x, f, p);
    if (told < 0) {
        return false;
    }
    if (mrel) {
        int year = p->year; /* 지난해 같은 달 */
        bool known = p->has_year;
        if (!relative_month(x, mrel, p)) {
            return false;
        }
        if (told) {
            p->year = year;
            p->has_year = known;
        }
    }
    if (mon && told) {
        bool known = p->has_year;
        set_month(p, p->year, mon->n);
        p->has_year = known;
    } else if (mon) {
        return day ? choose_month_day(x, f, mon->n, day->n, p) : choose_month(x, f, mon->n, p);
    } else if (!mrel && day) {
        return told ? false : choose_day(x, f, day->n, p);
    }
    if (day) {
        p->precision = GISA_PRECISION_DAY;
        p->day = day->n;
        return !p->month || day->n <= gisa_days_in_month(p->has_year ? p->year : 2000, p->month);
    }
    if (!mon && !mrel) {
        p->precision = GISA_PRECISION_YEAR;
    }
    return true;
}

static bool resolve_deictic_day(const struct gisa_time_context *x, const struct gisa_atom *rel, struct gisa_point *p) {
    bool told = rel->m == 5 || (rel->m == 1 && rel->n > 0); /* 같은 날, 이튿날: of the day told last; 이날, 전날: of the story's */
    bool planned = told && rel->m == 1 && x->is_plan_near && x->story.plan.year; /* 18일 이동해 이튿날 만난다 */
    const struct gisa_date day = planned ? x->story.plan : told && x->story.told.year ? x->story.told : x->story.day;
    bool story = (told || rel->m == 1) && day.year != 0;
    if (told && x->is_told_vague) { /* 지난 4월 찾아 관전했고, 다음 날 만났다: some day of that month */
        *p = x->story.last;
        p->anchor = GISA_ANCHOR_NARRATIVE;
        p->reason = "a day of the time told before, which names none";
        return true;
    }
    if (!story && !gisa_has_published(x)) {
        p->precision = GISA_PRECISION_DAY;
        return true;
    }
    int32_t base = story ? gisa_days_from_date(day) : gisa_published_days(x);
    if (rel->m == 1 && rel->n > 0 && x->tense == GISA_TENSE_PAST && gisa_has_published(x) && base + rel->n > gisa_published_days(x)) {
        p->precision = GISA_PRECISION_DAY; /* 개막 이튿날 폭발했다: a day behind one that nobody has told */
        return true;
    }
    *p = gisa_point_day(rel->m == 4 ? gisa_trading_day_before(x->calendar, base) : base + rel->n);
    p->anchor = story ? GISA_ANCHOR_NARRATIVE : GISA_ANCHOR_PUBLISHED;
    p->reason = story ? "counted from the day told before" : "counted from the day of publication";
    return true;
}

static void set_week(struct gisa_point *p, int32_t day, uint8_t precision) {
    p->precision = precision;
    p->has_year = true;
    gisa_iso_week(day, &p->year, &p->sub);
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = "counted from the week of publication";
}

static bool resolve_week(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *wrel = SLOT(f, WREL);
    const struct gisa_atom *wday = SLOT(f, WDAY);
    const struct gisa_atom *dir = SLOT(f, DIR);
    if (!gisa_has_published(x)) {
        return false;
    }
    int32_t now = gisa_published_days(x);
    int today = gisa_weekday(now);
    int32_t monday = now - today + 1 + (wrel ? wrel->n * 7 : 0);
    if (wday && wrel) {
        *p = gisa_point_day(monday + wday->n - 1);
    } else if (wday) {
        int32_t best = FAR;
        for (int k = -1; k <= 1; k++) {
            int32_t at = monday + wday->n - 1 + k * 7;
            int32_t c = cost(x, f, at - now, true);
            if (c < best) {
                best = c;
                *p = gisa_point_day(at);
            }
        }
    } else if (SLOT(f, WEND)) {
        int shift = SLOT(f, WEND)->m ? SLOT(f, WEND)->n : wrel ? 0
                    : dir  ? (dir->n < 0 ? -1 : today > 5)
                           : -(x->tense == GISA_TENSE_PAST && today <= 5);
        set_week(p, monday + shift * 7, GISA_PRECISION_WEEKEND);
        return true;
    } else {
        set_week(p, monday, GISA_PRECISION_WEEK);
        return !SLOT(f, WDAYS);
    }
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->reason = wrel ? "counted from the week of publication" : side_reason(x, f);
    return true;
}

/* N-th or last weekday of a month; N-th week of a month: the week belongs to the month of its Thursday. */
static bool resolve_ordinal(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *wday = SLOT(f, WDAY);
    int nth = SLOT(f, ORD)->n;
    if (!resolve_month_day(x, f, p) || !p->has_year || !p->month) {
        return false;
    }
    int want = wday ? wday->n : 4;
    int32_t first = days_of(p->year, p->month, 1);
    int32_t at = first + (want - gisa_weekday(first) + 7) % 7;
    int32_t last = first + gisa_days_in_month(p->year, p->month) - 1;
    at = nth < 0 ? at + (last - at) / 7 * 7 : at + (nth - 1) * 7;
    if (at > last || nth == 0) {
        return false;
    }
    uint8_t anchor = p->anchor;
    if (wday) {
        *p = gisa_point_day(at);
    } else {
        set_week(p, at, GISA_PRECISION_WEEK);
    }
    p->anchor = anchor;
    p->reason = "counted within the month";
    return true;
}

/* Quarter, half, season: their first month, for the comparison with the publication. */
static bool resolve_part_of_year(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *dir = SLOT(f, DIR);
    int length = SLOT(f, HALF) ? 6 : 3;
    int sub = SLOT(f, QTR) ? 32 + SLOT(f, QTR)->n : SLOT(f, HALF) ? SLOT(f, HALF)->n : SLOT(f, SEASON)->n;
    if (sub < 21) {
        return false;
    }
    int first = sub >= 40 ? (sub - 40) * 6 + 1 : sub >= 33 ? (sub - 33) * 3 + 1 : (sub - 20) * 3;
    int told = told_year(x, f, p);
    p->sub = sub;
    p->precision = sub >= 40 ? GISA_PRECISION_HALF : sub >= 33 ? GISA_PRECISION_QUARTER : GISA_PRECISION_SEASON;
    if (told) {
        return told > 0;
    }
    if (x->inherit.precision && x->inherit.has_year) {
        p->year = x->inherit.year + (x->is_range_end && x->inherit.sub > sub);
        p->has_year = true;
        p->anchor = x->inherit.anchor;
        return true;
    }
    if (!gisa_has_published(x)) {
        return true;
    }
    p->has_year = true;
    p->anchor = GISA_ANCHOR_PUBLISHED;
    p->year = x->published.day.year;
    p->reason = dir ? side_reason(x, f) : "the year of publication, as far as the tense allows";
    int ahead = first - x->published.day.month; /* months until it begins */
    if (dir) {
        p->year += dir->n < 0 ? (ahead + length - 1 >= 0 ? -1 : 0) : (ahead + length - 1 < 0 ? 1 : 0);
    } else if (ahead > 0 && (x->tense == GISA_TENSE_PAST || (x->tense == GISA_TENSE_NONE && ahead > 6))) {
        p->year--;
    } else if (ahead + length - 1 < 0 && x->tense == GISA_TENSE_FUTURE) {
        p->year++;
    }
    return true;
}

static bool resolve_long(const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *decade = SLOT(f, DECADE);
    p->has_year = true;
    if (decade) {
        int year = decade->short_year ? (decade->n >= 30 ? 1900 + decade->n : 2000 + decade->n) : decade->n;
        p->precision = GISA_PRECISION_DECADE;
        p->sub = year / 10;
        p->year = p->sub * 10;
        return year >= 1000 && year <= 2990;
    }
    p->precision = GISA_PRECISION_CENTURY;
    p->sub = SLOT(f, CENTURY)->n - 1;
    p->year = p->sub * 100;
    return true;
}

/* 전년 동기, 전 분기: from the period told last. */
static bool resolve_period(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    int kind = SLOT(f, PREVQ)->n;
    if (kind >= 2) { /* 이번 분기, 다음 분기, 지난 분기 */
        static const int steps[] = {0, 3, -3};
        int year = x->published.day.year;
        int month = x->published.day.month;
        if (!gisa_has_published(x) || kind > 4) {
            return false;
        }
        gisa_add_months(&year, &month, steps[kind - 2]);
        p->precision = GISA_PRECISION_QUARTER;
        p->has_year = true;
        p->year = year;
        p->sub = 33 + (month - 1) / 3;
        p->anchor = GISA_ANCHOR_PUBLISHED;
        p->reason = "counted from the quarter of publication";
        return true;
    }
    const struct gisa_point *period = &x->story.period;
    if (!period->precision || !period->has_year) {
        return false;
    }
    bool back = SLOT(f, PREVQ)->n == 1;
    *p = *period;
    p->anchor = GISA_ANCHOR_NARRATIVE;
    p->reason = "counted from the period told before";
    p->mod = 0;
    p->approx = false;
    if (!back) {
        p->year--;
        return SLOT(f, YREL) && SLOT(f, YREL)->n == -1;
    }
    if (period->precision != GISA_PRECISION_QUARTER) {
        return false;
    }
    p->sub--;
    if (p->sub < 33) {
        p->sub = 36;
        p->year--;
    }
    return true;
}

static bool resolve_turn(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *turn = SLOT(f, YUSE);
    int told = told_year(x, f, p);
    if (told < 0 || (turn->m && told)) {
        return false;
    }
    if (!told) {
        p->year = x->published.day.year;
        p->has_year = gisa_has_published(x);
        p->anchor = GISA_ANCHOR_PUBLISHED;
        p->reason = "the unit of the publication";
    }
    p->precision = GISA_PRECISION_YEAR;
    if (turn->m == 1) {
        set_month(p, p->year, x->published.day.month);
        p->has_year = gisa_has_published(x);
    } else if (turn->m == 2) {
        if (!gisa_has_published(x)) {
            return false;
        }
        set_week(p, gisa_published_days(x), GISA_PRECISION_WEEK);
    }
    p->mod = (uint8_t)turn->n;
    return true;
}

static bool resolve_date3(const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *a = SLOT(f, DATE3);
    int year = full_year(a);
    if (year < 1 || a->k > gisa_days_in_month(year, a->m)) {
        return false;
    }
    *p = gisa_point_day(days_of(year, a->m, a->k));
    p->reason = "the date is written";
    return true;
}

static bool resolve_date(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    if (SLOT(f, DATE3)) {
        return resolve_date3(f, p);
    }
    if (SLOT(f, DREL)) {
        return resolve_deictic_day(x, SLOT(f, DREL), p);
    }
    if (SLOT(f, ORD)) {
        return resolve_ordinal(x, f, p);
    }
    if (SLOT(f, WREL) || SLOT(f, WDAY) || SLOT(f, WEND) || SLOT(f, WDAYS)) {
        return resolve_week(x, f, p);
    }
    if (SLOT(f, PREVQ)) {
        return resolve_period(x, f, p);
    }
    if (SLOT(f, QTR) || SLOT(f, HALF) || SLOT(f, SEASON)) {
        return resolve_part_of_year(x, f, p);
    }
    if (SLOT(f, DECADE) || SLOT(f, CENTURY)) {
        return resolve_long(f, p);
    }
    if (SLOT(f, YUSE)) {
        return resolve_turn(x, f, p);
    }
    if (SLOT(f, FISCAL)) {
        p->year = SLOT(f, FISCAL)->n;
        p->has_year = true;
        p->fiscal = true;
        p->precision = GISA_PRECISION_YEAR;
        return p->year > 0;
    }
    if (SLOT(f, YEAR) || SLOT(f, YREL) || SLOT(f, MON) || SLOT(f, MREL) || SLOT(f, DAY)) {
        const struct gisa_atom *rel = SLOT(f, YREL);
        if (rel && rel->m == 2 && f->count == 1) {
            return false;
        }
        return resolve_month_day(x, f, p);
    }
    /* a clock time alone: the day told before, else the publication */
    if (x->inherit.precision && x->inherit.day && x->inherit.has_year) {
        *p = gisa_point_day(gisa_point_days(&x->inherit));
        p->anchor = x->inherit.anchor;
    } else if (x->story.day.year) {
        *p = gisa_point_day(gisa_days_from_date(x->story.day));
        p->anchor = GISA_ANCHOR_NARRATIVE;
    } else if (gisa_has_published(x)) {
        *p = gisa_point_day(gisa_published_days(x));
        p->anchor = GISA_ANCHOR_PUBLISHED;
    } else {
        p->precision = GISA_PRECISION_DAY;
    }
    p->reason = "a time of the day that is told";
    return true;
}

bool gisa_resolve_point(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *out) {
    struct gisa_point p = gisa_point_none();
    if (!resolve_date(x, f, &p)) {
        return false;
    }
    if (p.has_year && (p.year < -9999 || p.year > 9999)) {
        return false;
    }
    if (SLOT(f, PART)) {
        p.mod = (uint8_t)SLOT(f, PART)->n;
    }
    const struct gisa_atom *hedge = SLOT(f, HEDGE) ? SLOT(f, HEDGE) : SLOT(f, APX);
    if (hedge && hedge->m == 2 && SLOT(f, DAY) && f->count == 2) { /* 3일 안에, 5일가량: an amount */
        return false;
    }
    if (hedge && hedge->n == GISA_MOD_APPROX) {
        p.approx = true;
    } else if (hedge) {
        p.mod = (uint8_t)hedge->n;
    }
    bool ok = gisa_resolve_clock(x, f, &p);
    *out = p;
    return ok;
}
