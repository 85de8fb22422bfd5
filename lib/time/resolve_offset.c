/* SPDX-License-Identifier: Apache-2.0 */
/* Offsets: 사흘 전, 3년 뒤. */
#include "time/resolve.h"

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { MAX_STEPS = 5000 };

static bool hours_away(const struct gisa_time_context *x, int minutes, bool exact, struct gisa_point *p) {
    if (x->published.hour < 0) {
        return false;
    }
    int at = x->published.hour * 60 + (x->published.minute > 0 ? x->published.minute : 0) + minutes;
    int day = at >= 0 ? at / 1440 : -((1439 - at) / 1440);
    *p = gisa_point_day(gisa_published_days(x) + day);
    p->hour = (at - day * 1440) / 60;
    p->minute = exact ? (at - day * 1440) % 60 : -1;
    p->precision = exact ? GISA_PRECISION_MINUTE : GISA_PRECISION_HOUR;
    return true;
}

bool gisa_resolve_offset(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *out) {
    const struct gisa_atom *dy = SLOT(f, DY), *dm = SLOT(f, DM), *dw = SLOT(f, DW), *dd = SLOT(f, DD);
    const struct gisa_atom *dh = SLOT(f, DH), *dmin = SLOT(f, DMIN);
    const struct gisa_atom *any[] = {dy, dm, dw, dd, dh, dmin};
    struct gisa_point p = gisa_point_none();
    bool more = false;
    for (int i = 0; i < 6; i++) {
        if (any[i] && (any[i]->n < 0 || any[i]->n > MAX_STEPS)) {
            return false;
        }
        more = more || (any[i] && any[i]->more);
    }
    int sign = SLOT(f, LATER) ? 1 : -1;
    const struct gisa_date told = x->story.told.year ? x->story.told : x->story.day;
    bool story = sign > 0 && x->tense == GISA_TENSE_PAST && told.year != 0;
    const struct gisa_point *last = &x->story.last;
    bool month = sign > 0 && x->tense == GISA_TENSE_PAST && (dm || dy) && !dd && !dw && !dh && !dmin && last->precision == GISA_PRECISION_MONTH && last->has_year;
    bool year = sign > 0 && x->tense == GISA_TENSE_PAST && dy && !dm && !dd && !dw && !dh && !dmin && last->precision == GISA_PRECISION_YEAR && last->has_year;
    if (!story && !month && !year && !gisa_has_published(x)) {
        return false;
    }
    int32_t base = story ? gisa_days_from_date(told) : gisa_published_days(x);
    struct gisa_date b = gisa_date_from_days(base);
    if (dh || dmin) {
        if (story || !hours_away(x, sign * ((dh ? dh->n * 60 : 0) + (dmin ? dmin->n : 0)), dmin != NULL, &p)) {
            return false;
        }
    } else if (dd) {
        p = gisa_point_day(base + sign * dd->n);
    } else if (dw) {
        p.precision = GISA_PRECISION_WEEK;
        p.has_year = true;
        gisa_iso_week(base + sign * dw->n * 7, &p.year, &p.sub);
    } else {
        p.year = month || year ? last->year : b.year; /* 2018년 3월 냈다. 석 달 뒤 세웠다; 1965년 졸업하고 3년 뒤 떠났다 */
        p.month = month ? last->month : b.month;
        p.has_year = true;
        gisa_add_months(&p.year, &p.month, sign * ((dy ? dy->n * 12 : 0) + (dm ? dm->n : 0)));
        p.precision = dm ? GISA_PRECISION_MONTH : GISA_PRECISION_YEAR;
    }
    const struct gisa_atom *hedge = SLOT(f, HEDGE) ? SLOT(f, HEDGE) : SLOT(f, APX);
    p.approx = more || hedge != NULL;
    p.anchor = story || month || year ? GISA_ANCHOR_NARRATIVE : GISA_ANCHOR_PUBLISHED;
    p.reason = month ? "counted from the month told before" : year ? "counted from the year told before" : story ? "counted from the day told before" : "counted from the publication";
    *out = p;
    return p.year >= 1 && p.year <= 9999;
}
