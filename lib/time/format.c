/* SPDX-License-Identifier: Apache-2.0 */
/* Points to EDTF, and to the days they hold. */
#include <stdio.h>

#include "time/resolve.h"

static const char *const parts[] = {"TAM", "TAF", "TDAWN", "TMO", "TMI", "TEV", "TNI"};

static void put_year(const struct gisa_point *p, char out[12]) {
    if (p->has_year) {
        snprintf(out, 12, "%04d", p->year);
    } else {
        snprintf(out, 12, "XXXX");
    }
}

static void put_two(int n, char out[12]) {
    if (n > 0) {
        snprintf(out, 12, "%02d", n);
    } else {
        snprintf(out, 12, "XX");
    }
}

uint32_t gisa_point_format(const struct gisa_point *p, char *out, uint32_t size) {
    char y[12], m[12], d[12], clock[24] = "";
    put_year(p, y);
    put_two(p->month, m);
    put_two(p->day, d);
    const char *approx = p->approx ? "~" : "";
    int n = 0;
    switch (p->precision) {
    case GISA_PRECISION_NONE:
        n = snprintf(out, size, "..");
        break;
    case GISA_PRECISION_DAYPART:
        snprintf(clock, sizeof clock, "%s", parts[p->dpart < 0 || p->dpart > 6 ? 0 : p->dpart]);
        break;
    case GISA_PRECISION_HOUR:
        snprintf(clock, sizeof clock, "T%02d", p->hour);
        break;
    case GISA_PRECISION_MINUTE:
        snprintf(clock, sizeof clock, "T%02d:%02d", p->hour, p->minute);
        break;
    case GISA_PRECISION_SECOND:
        snprintf(clock, sizeof clock, "T%02d:%02d:%02d", p->hour, p->minute, p->second);
        break;
    case GISA_PRECISION_DAY:
        break;
    case GISA_PRECISION_WEEKEND:
        n = snprintf(out, size, "%s-W%02d-WE%s", y, p->sub, approx);
        break;
    case GISA_PRECISION_WEEK:
        n = snprintf(out, size, "%s-W%02d%s", y, p->sub, approx);
        break;
    case GISA_PRECISION_MONTH:
        n = snprintf(out, size, "%s-%s%s", y, m, approx);
        break;
    case GISA_PRECISION_QUARTER:
    case GISA_PRECISION_SEASON:
    case GISA_PRECISION_HALF:
        n = snprintf(out, size, "%s-%02d%s", y, p->sub, approx);
        break;
    case GISA_PRECISION_DECADE:
        n = snprintf(out, size, "%03dX%s", p->sub, approx);
        break;
    case GISA_PRECISION_CENTURY:
        n = snprintf(out, size, "%02dXX%s", p->sub, approx);
        break;
    default:
        n = snprintf(out, size, "%s%s", y, approx);
        break;
    }
    if (!n) {
        n = snprintf(out, size, "%s-%s-%s%s%s", y, m, d, clock, approx);
    }
    return n < 0 ? 0 : (uint32_t)n < size ? (uint32_t)n : size - 1;
}

static void set(struct gisa_date *from, struct gisa_date *to, int32_t a, int32_t b) {
    *from = gisa_date_from_days(a);
    *to = gisa_date_from_days(b);
}

static int32_t day(int y, int m, int d) {
    return gisa_days_from_date((struct gisa_date){(int16_t)y, (uint8_t)m, (uint8_t)d});
}

/* Months [first, first + n) of the year, the last of which may lie in the next year. */
static void months(struct gisa_date *from, struct gisa_date *to, int y, int first, int n) {
    int ly = y, lm = first;
    gisa_add_months(&ly, &lm, n - 1);
    set(from, to, day(y, first, 1), day(ly, lm, gisa_days_in_month(ly, lm)));
}

static void narrow_years(struct gisa_date *from, struct gisa_date *to, int y, int n, uint8_t mod) {
    int a = y, b = y + n - 1;
    if (n == 10 && mod) {
        a = y + (mod == GISA_MOD_START ? 0 : mod == GISA_MOD_MID ? 4 : 7);
        b = y + (mod == GISA_MOD_START ? 3 : mod == GISA_MOD_MID ? 6 : 9);
    } else if (n == 100 && mod) {
        a = y + (mod == GISA_MOD_START ? 0 : mod == GISA_MOD_MID ? 34 : 67);
        b = y + (mod == GISA_MOD_START ? 33 : mod == GISA_MOD_MID ? 66 : 99);
    }
    set(from, to, day(a < 1 ? 1 : a, 1, 1), day(b < 1 ? 1 : b, 12, 31));
}

bool gisa_point_bounds(const struct gisa_point *p, struct gisa_date *from, struct gisa_date *to) {
    *from = *to = (struct gisa_date){0};
    uint8_t mod = p->mod <= GISA_MOD_END ? p->mod : GISA_MOD_NONE;
    if (!p->has_year || p->year > 9999 || p->year < 0) {
        return false;
    }
    switch (p->precision) {
    case GISA_PRECISION_NONE:
        return false;
    case GISA_PRECISION_YEAR:
        if (mod) {
            months(from, to, p->year, (mod - 1) * 4 + 1, 4);
        } else {
            months(from, to, p->year, 1, 12);
        }
        return true;
    case GISA_PRECISION_HALF:
        months(from, to, p->year, (p->sub - 40) * 6 + 1, 6);
        return true;
    case GISA_PRECISION_QUARTER:
        months(from, to, p->year, (p->sub - 33) * 3 + 1, 3);
        return true;
    case GISA_PRECISION_SEASON:
        months(from, to, p->year, (p->sub - 20) * 3, 3);
        return true;
    case GISA_PRECISION_MONTH:
        months(from, to, p->year, p->month, 1);
        if (mod) {
            from->day = (uint8_t)((mod - 1) * 10 + 1);
            to->day = mod == GISA_MOD_END ? to->day : (uint8_t)(mod * 10);
        }
        return true;
    case GISA_PRECISION_WEEK: {
        static const int first[] = {0, 0, 2, 4}, last[] = {6, 1, 3, 6};
        int32_t monday = gisa_iso_monday(p->year, p->sub);
        set(from, to, monday + first[mod], monday + last[mod]);
        return true;
    }
    case GISA_PRECISION_WEEKEND:
        set(from, to, gisa_iso_monday(p->year, p->sub) + 5, gisa_iso_monday(p->year, p->sub) + 6);
        return true;
    case GISA_PRECISION_DECADE:
        narrow_years(from, to, p->year, 10, mod);
        return true;
    case GISA_PRECISION_CENTURY:
        narrow_years(from, to, p->year, 100, mod);
        return true;
    default:
        if (!p->month || !p->day) {
            return false;
        }
        set(from, to, gisa_point_days(p), gisa_point_days(p));
        return true;
    }
}
