/* SPDX-License-Identifier: Apache-2.0 */
#include "time/value.h"

#include <stdio.h>
#include <string.h>

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { MAX_STEPS = 36500 };

struct gisa_bytes_view gisa_value_copy(struct gisa_arena *arena, const char *s) {
    size_t n = strlen(s);
    char *copy = gisa_arena_alloc(arena, n + 1, 1);
    if (!copy) {
        return (struct gisa_bytes_view){NULL, 0};
    }
    memcpy(copy, s, n + 1);
    return (struct gisa_bytes_view){copy, (uint32_t)n};
}

static void add(char *out, size_t size, int n, char unit) {
    size_t used = strlen(out);
    if (n < 0) {
        snprintf(out + used, size - used, "X%c", unit);
    } else {
        snprintf(out + used, size - used, "%d%c", n, unit);
    }
}

static bool spell(const struct gisa_frame *f, char *out, size_t size) {
    const struct gisa_atom *dy = SLOT(f, DY), *dm = SLOT(f, DM), *dw = SLOT(f, DW), *dd = SLOT(f, DD);
    const struct gisa_atom *dh = SLOT(f, DH), *dmin = SLOT(f, DMIN), *ds = SLOT(f, DS);
    snprintf(out, size, "P");
    if (dy && SLOT(f, HALFH) && dy->n >= 0) {
        add(out, size, dy->n * 12 + 6, 'M');
    } else if (dy) {
        add(out, size, dy->n, 'Y');
    }
    if (!dm && dy) { /* 징역 1년 6월 */
        dm = SLOT(f, MON);
    }
    if (dm) {
        add(out, size, dm->n, 'M');
    }
    if (dw) {
        add(out, size, dw->n, 'W');
    }
    if (dd) {
        add(out, size, dd->n, 'D');
    }
    if (dh || dmin || ds) {
        strcat(out, "T");
        if (dh) {
            add(out, size, dh->n, 'H');
        }
        if (dmin || (dh && SLOT(f, HALFH))) {
            add(out, size, dmin ? dmin->n : 30, 'M');
        }
        if (ds) {
            add(out, size, ds->n, 'S');
        }
    }
    return strlen(out) > 1;
}

/* The other end of a duration of whole units that begins (sign 1) or ends (sign -1) at the publication. */
static bool far_end(const struct gisa_time_context *x, const struct gisa_frame *f, int sign, struct gisa_point *p) {
    bool coarse = x->stand.precision && x->stand.precision != GISA_PRECISION_DAY;
    if (coarse && (SLOT(f, DW) || SLOT(f, DD))) {
        return false;
    }
    const struct gisa_atom *dy = SLOT(f, DY), *dm = SLOT(f, DM), *dw = SLOT(f, DW), *dd = SLOT(f, DD);
    int32_t now = x->stand.precision == GISA_PRECISION_DAY ? gisa_point_days(&x->stand) : gisa_published_days(x);
    int months = (dy ? dy->n * 12 : 0) + (dm ? dm->n : 0);
    if (SLOT(f, DH) || SLOT(f, DMIN) || SLOT(f, DS) || months > MAX_STEPS || (dd && dd->n > MAX_STEPS) ||
        (dw && dw->n > MAX_STEPS / 7)) {
        return false;
    }
    struct gisa_date d = gisa_date_from_days(now);
    int year = coarse ? x->stand.year : d.year;
    int month = coarse && x->stand.month ? x->stand.month : d.month;
    gisa_add_months(&year, &month, sign * months);
    if (year < 1 || year > 9999) {
        return false;
    }
    if (coarse) { /* 2024-03 + 15 years = 2039-03 */
        *p = x->stand;
        p->year = year;
        p->month = x->stand.month ? month : 0;
        return true;
    }
    int last = gisa_days_in_month(year, month);
    struct gisa_date at = {(int16_t)year, (uint8_t)month, (uint8_t)(d.day > last ? last : d.day)};
    int days = (dw ? dw->n * 7 : 0) + (dd ? dd->n : 0);
    *p = gisa_point_day(gisa_days_from_date(at) + sign * days);
    return true;
}

static bool is_exact(const struct gisa_frame *f) {
    static const int units[] = {GISA_TIME_WORD_CLASS_DY, GISA_TIME_WORD_CLASS_DM, GISA_TIME_WORD_CLASS_DW,
                                GISA_TIME_WORD_CLASS_DD};
    for (int i = 0; i < 4; i++) {
        if (f->slot[units[i]] && (f->slot[units[i]]->n < 0 || f->slot[units[i]]->more)) {
            return false;
        }
    }
    return true;
}

static void set_ends(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_arena *arena,
                     struct gisa_time *t) {
    const struct gisa_atom *lead = SLOT(f, LEAD) ? SLOT(f, LEAD) : SLOT(f, DIR);
    const struct gisa_atom *nth = SLOT(f, NTH);
    bool stands = x->stand.precision && ((lead && lead->n > 0) || x->runs_from_stand);
    if (!stands && (!gisa_has_published(x) || !(lead || nth || SLOT(f, SINCE)))) {
        return;
    }
    bool ahead = (lead && lead->n > 0) || (stands && x->runs_from_stand);
    struct gisa_point now = stands ? x->stand : gisa_point_day(gisa_published_days(x));
    struct gisa_point other = gisa_point_none();
    bool has_other = is_exact(f) && far_end(x, f, ahead ? 1 : -1, &other);
    if (has_other && nth && SLOT(f, DD)) { /* 닷새째: the first day counts */
        other = gisa_point_day(gisa_point_days(&other) + 1);
    }
    if (has_other && x->runs_from_stand && stands && other.precision == GISA_PRECISION_DAY) { /* 5일부터 사흘간: to the 7th */
        other = gisa_point_day(gisa_point_days(&other) - 1);
    }
    char text[64];
    t->anchor = stands ? GISA_ANCHOR_NARRATIVE : GISA_ANCHOR_PUBLISHED;
    gisa_point_format(&now, text, sizeof text);
    struct gisa_bytes_view here = gisa_value_copy(arena, text);
    struct gisa_bytes_view there = {NULL, 0};
    if (has_other) {
        gisa_point_format(&other, text, sizeof text);
        there = gisa_value_copy(arena, text);
        struct gisa_point *from = ahead ? &now : &other;
        struct gisa_point *to = ahead ? &other : &now;
        struct gisa_date unused;
        t->is_resolved = gisa_point_bounds(from, &t->from, &unused) && gisa_point_bounds(to, &unused, &t->to);
    }
    t->begin = ahead ? here : there;
    t->end = ahead ? there : here;
    t->reason = stands ? "begins at the date its clause tells" : ahead ? "begins at the publication" : "ends at the publication";
}

bool gisa_value_duration(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_arena *arena,
                         struct gisa_time *t) {
    char text[160] = "";
    const struct gisa_atom *countdown = SLOT(f, DMINUS);
    t->type = GISA_TIME_DURATION;
    if (countdown) {
        snprintf(text, sizeof text, "P%dD", countdown->n);
    } else if (!spell(f, text, sizeof text)) {
        return false;
    }
    for (int i = 0; i < 64; i++) {
        if (f->slot[i] && f->slot[i]->more) {
            t->mod = GISA_MOD_MORE_THAN;
        }
    }
    if (SLOT(f, HEDGE)) {
        t->mod = (uint8_t)SLOT(f, HEDGE)->n;
    } else if (SLOT(f, SPAN) && SLOT(f, SPAN)->n) {
        t->mod = (uint8_t)SLOT(f, SPAN)->n;
    } else if (SLOT(f, APX)) {
        t->mod = (uint8_t)SLOT(f, APX)->n;
    }
    t->value = gisa_value_copy(arena, text);
    if (!countdown) {
        set_ends(x, f, arena, t);
    }
    return t->value.bytes != NULL;
}

uint32_t gisa_value_member(const struct gisa_atom *a, char *out, uint32_t size) {
    int n = 0;
    if (a->classes & GISA_TIME_CLASS(MON)) {
        n = snprintf(out, size, "R/XXXX-%02d", a->n);
    } else if (a->classes & GISA_TIME_CLASS(DAY)) {
        n = snprintf(out, size, "R/XXXX-XX-%02d", a->n);
    } else if (a->classes & GISA_TIME_CLASS(WDAY)) {
        n = snprintf(out, size, "R/XXXX-WXX-%d", a->n);
    }
    return n > 0 ? (uint32_t)n : 0;
}

static void period(int n, int unit, char *out, size_t size) {
    static const char *const units[] = {"", "D", "W", "M", "Y"};
    if (unit == 5) {
        snprintf(out, size, "R/PT%dH", n);
    } else {
        snprintf(out, size, "R/P%d%s", n, units[unit < 0 || unit > 4 ? 0 : unit]);
    }
}

bool gisa_value_set(const struct gisa_frame *f, struct gisa_arena *arena, struct gisa_time *t) {
    const struct gisa_atom *setu = SLOT(f, SETU) ? SLOT(f, SETU) : SLOT(f, BASE);
    const struct gisa_atom *mon = SLOT(f, MON), *day = SLOT(f, DAY), *wday = SLOT(f, WDAY);
    const struct gisa_atom *times = SLOT(f, TIMES);
    char text[96] = "";
    char freq[112] = "";
    t->type = GISA_TIME_SET;
    if (SLOT(f, EVERY) || SLOT(f, SETU)) {
        t->quant = gisa_value_copy(arena, "EVERY");
    }
    if (mon && day) {
        if (day->n > gisa_days_in_month(2000, mon->n)) {
            return false;
        }
        snprintf(text, sizeof text, "R/XXXX-%02d-%02d", mon->n, day->n);
    } else if (mon || day || wday) {
        gisa_value_member(mon ? mon : day ? day : wday, text, sizeof text);
    } else if (SLOT(f, WEND)) {
        snprintf(text, sizeof text, "R/XXXX-WXX-WE");
    } else if (SLOT(f, HALF) && SLOT(f, HALF)->n == 0) { /* both halves */
        snprintf(text, sizeof text, "R/P6M");
        snprintf(freq, sizeof freq, "2/P1Y");
    } else if (setu) {
        period(setu->n, setu->m, text, sizeof text);
    } else {
        char amount[160];
        if (!spell(f, amount, sizeof amount) || strlen(amount) > 40) {
            return false;
        }
        snprintf(text, sizeof text, "R/%.40s", amount);
    }
    if (times && times->n > 0) {
        snprintf(freq, sizeof freq, "%d/%.30s", times->n, text + 2);
    }
    if (freq[0]) {
        t->freq = gisa_value_copy(arena, freq);
    }
    t->value = gisa_value_copy(arena, text);
    return t->value.bytes != NULL;
}
