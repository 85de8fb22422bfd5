/* SPDX-License-Identifier: Apache-2.0 */
/* Clock times: 오후 3시 반, 18:05, 정오, 자정, and the parts of a day. */
#include "time/resolve.h"

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { AM, PM, DAWN, MORNING, NOON, EVENING, NIGHT };

/* The hour on the 24-hour clock; *next when it lies in the night after the day named. */
static int hour_of(int h, int part, bool *next, bool *ambiguous) {
    *next = false;
    *ambiguous = false;
    switch (part) {
    case AM:
    case DAWN:
    case MORNING:
        return h == 12 && part != MORNING ? 0 : h;
    case PM:
    case EVENING:
        return h < 12 ? h + 12 : h;
    case NOON:
        return h < 6 ? h + 12 : h;
    case NIGHT:
        *next = h >= 1 && h < 6;
        return h == 12 ? 24 : h >= 6 && h < 12 ? h + 12 : h;
    default:
        *ambiguous = h >= 1 && h <= 12;
        return h >= 1 && h <= 6 ? h + 12 : h;
    }
}

static void move_day(struct gisa_point *p, int by) {
    if (p->has_year && p->day) {
        struct gisa_point q = gisa_point_day(gisa_point_days(p) + by);
        p->year = q.year;
        p->month = q.month;
        p->day = q.day;
    }
}

bool gisa_resolve_clock(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p) {
    const struct gisa_atom *hour = SLOT(f, HOUR);
    const struct gisa_atom *part = SLOT(f, DPART);
    const struct gisa_atom *clock = SLOT(f, CLOCK);
    const struct gisa_atom *noon = SLOT(f, NOON);
    if (!hour && !part && !clock && !noon) {
        return true;
    }
    if (p->precision != GISA_PRECISION_DAY) {
        return false;
    }
    p->dpart = part ? part->n : -1;
    if (clock) {
        p->hour = clock->n;
        p->minute = clock->m;
        p->second = clock->k;
    } else if (noon) {
        p->hour = noon->n;
        p->minute = 0;
    } else if (hour) {
        bool next = false;
        int use = part ? part->n : x->inherit.hour >= 0 ? x->inherit.dpart : -1;
        p->dpart = use;
        p->hour = hour_of(hour->n, use, &next, &p->ambiguous);
        p->minute = SLOT(f, MIN) ? SLOT(f, MIN)->n : SLOT(f, HALFH) ? 30 : -1;
        p->second = SLOT(f, SEC) ? SLOT(f, SEC)->n : -1;
        if (p->second >= 0 && p->minute < 0) {
            return false;
        }
        if (next) {
            move_day(p, 1);
        }
    } else {
        p->precision = GISA_PRECISION_DAYPART;
        return true;
    }
    if (p->hour > 24 || (p->hour == 24 && p->minute > 0)) {
        return false;
    }
    p->precision = p->second >= 0 ? GISA_PRECISION_SECOND : p->minute >= 0 ? GISA_PRECISION_MINUTE : GISA_PRECISION_HOUR;
    return true;
}
