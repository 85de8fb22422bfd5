/* SPDX-License-Identifier: Apache-2.0 */
/* Feasts and trading days. The table of feasts is data/ko/holiday.tsv. */
#include "time/resolve.h"

#include <stdlib.h>

#include "holiday_lex.h"

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { FAR = 1 << 20, NEAR = 10 /* days: so near, a feast is the one that everybody talks of, whatever the tense */ };

static bool feast_day(const struct gisa_calendar *c, bool lunar, int year, int month, int day, int32_t *out) {
    if (lunar) {
        return gisa_lunar_day(c, year, month, day, out);
    }
    *out = gisa_days_from_date((struct gisa_date){(int16_t)year, (uint8_t)month, (uint8_t)day});
    return true;
}

/* Days on which nobody trades: weekends and the public feasts. */
static bool is_off(const struct gisa_calendar *c, int32_t days) {
    if (gisa_weekday(days) > 5) {
        return true;
    }
    int year = gisa_date_from_days(days).year;
    for (uint32_t i = 0; i < gisa_holiday_count; i++) {
        const struct gisa_holiday_row *h = &gisa_holiday_rows[i];
        int32_t at = 0;
        if (h->off && feast_day(c, h->kind == GISA_HOLIDAY_KIND_LUNAR, year, h->month, h->day, &at) &&
            abs(at - days) <= h->spread) {
            return true;
        }
    }
    return false;
}

int32_t gisa_trading_day_before(const struct gisa_calendar *c, int32_t days) {
    int32_t at = days - 1;
    for (int step = 0; step < 14 && is_off(c, at); step++) {
        at--;
    }
    return at;
}

bool gisa_resolve_feast(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *a,
                        struct gisa_point *b) {
    const struct gisa_atom *feast = SLOT(f, HOLIDAY);
    const struct gisa_atom *dir = SLOT(f, DIR);
    const struct gisa_atom *abs_year = SLOT(f, YEAR);
    const struct gisa_atom *rel = SLOT(f, YREL);
    if (!gisa_has_published(x) && !abs_year) {
        return false;
    }
    if (feast->n == 0 && f->count == 1) { /* a word that is a feast only in company (설) */
        return false;
    }
    int base = x->published.day.year;
    int low = abs_year ? abs_year->n + (abs_year->short_year ? 2000 : 0) : rel ? base + rel->n : base - 1;
    int high = abs_year || rel ? low : base + 1;
    int32_t now = gisa_has_published(x) ? gisa_published_days(x) : 0;
    int32_t best = FAR;
    int32_t day = 0;
    for (int y = low; y <= high; y++) {
        int32_t at = 0;
        if (!feast_day(x->calendar, feast->is_lunar, y, feast->m, feast->k, &at)) {
            continue;
        }
        int32_t d = at - now;
        bool bad = low != high && (dir ? (dir->n < 0 ? d >= 0 : d < 0)
                                       : abs(d) > NEAR && ((x->tense == GISA_TENSE_PAST && d > 0) || (x->tense == GISA_TENSE_FUTURE && d < 0)));
        int32_t c = low == high ? 0 : abs(d) * 2 + (d > 0);
        if (!bad && c < best) {
            best = c;
            day = at;
        }
    }
    if (best == FAR) {
        return false;
    }
    if (SLOT(f, DREL)) {
        day += SLOT(f, DREL)->n;
    } else if (SLOT(f, DD)) {
        day -= SLOT(f, DD)->n;
    } else if (SLOT(f, DW)) {
        day -= SLOT(f, DW)->n * 7;
    }
    bool is_long = SLOT(f, HPLUS) && feast->spread && !SLOT(f, DREL) && !SLOT(f, DD) && !SLOT(f, DW);
    *a = gisa_point_day(day - (is_long ? feast->spread : 0));
    *b = is_long ? gisa_point_day(day + feast->spread) : gisa_point_none();
    a->anchor = b->anchor = GISA_ANCHOR_PUBLISHED;
    a->reason = "the feast by the calendar of its year";
    return true;
}
