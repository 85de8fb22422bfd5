/* SPDX-License-Identifier: Apache-2.0 */
#include "time/calendar.h"

#include <stdlib.h>
#include <unicode/ucal.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEARS = LAST_YEAR - FIRST_YEAR + 1, MONTHS = 12 };

/* month[y][m] = the first day of lunar month m + 1 of the year, INT32_MIN if unknown. */
struct gisa_calendar {
    int32_t month[YEARS][MONTHS];
};

static bool read_lunar(UCalendar *cal, int32_t days, int32_t *month, int32_t *day, int32_t *leap) {
    UErrorCode status = U_ZERO_ERROR;
    ucal_setMillis(cal, (days + 0.5) * 86400000.0, &status);
    *month = ucal_get(cal, UCAL_MONTH, &status) + 1;
    *day = ucal_get(cal, UCAL_DATE, &status);
    *leap = ucal_get(cal, UCAL_IS_LEAP_MONTH, &status);
    return U_SUCCESS(status);
}

/* Walks from new moon to new moon, beginning at the feast of 설 between 20 January and 22 February. */
static void read_year(UCalendar *cal, int year, int32_t *out) {
    int32_t at = gisa_days_from_date((struct gisa_date){(int16_t)year, 2, 5});
    int32_t month = 0, day = 0, leap = 0;
    if (!read_lunar(cal, at, &month, &day, &leap)) {
        return;
    }
    at -= day - 1;
    if (month != 1) { /* still the twelfth month: the next new moon */
        at += 32;
        if (!read_lunar(cal, at, &month, &day, &leap)) {
            return;
        }
        at -= day - 1;
    }
    for (int step = 0; step < 13; step++) {
        if (!read_lunar(cal, at, &month, &day, &leap) || month < 1 || month > MONTHS || (step && month == 1)) {
            return;
        }
        at -= day - 1;
        if (!leap) {
            out[month - 1] = at;
        }
        at += 32; /* some day of the next month, for no month is longer than 30 days */
    }
}

enum gisa_status gisa_calendar_open(struct gisa_calendar **out, struct gisa_error *error) {
    (void)error;
    struct gisa_calendar *c = malloc(sizeof *c);
    *out = c;
    if (!c) {
        return GISA_NO_MEMORY;
    }
    for (int y = 0; y < YEARS; y++) {
        for (int m = 0; m < MONTHS; m++) {
            c->month[y][m] = INT32_MIN;
        }
    }
    static const UChar seoul[] = {'A', 's', 'i', 'a', '/', 'S', 'e', 'o', 'u', 'l', 0};
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *cal = ucal_open(seoul, -1, "ko_KR@calendar=dangi", UCAL_DEFAULT, &status);
    for (int y = 0; U_SUCCESS(status) && y < YEARS; y++) {
        read_year(cal, FIRST_YEAR + y, c->month[y]);
    }
    if (U_SUCCESS(status)) {
        ucal_close(cal);
    }
    return GISA_OK;
}

void gisa_calendar_close(struct gisa_calendar *calendar) { free(calendar); }

bool gisa_lunar_day(const struct gisa_calendar *c, int year, int month, int day, int32_t *days) {
    if (!c || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS ||
        c->month[year - FIRST_YEAR][month - 1] == INT32_MIN) {
        return false;
    }
    *days = c->month[year - FIRST_YEAR][month - 1] + day - 1;
    return true;
}

struct gisa_date gisa_unit_end(struct gisa_date from, uint8_t precision) {
    int months = precision == GISA_PRECISION_MONTH ? 1 : precision == GISA_PRECISION_QUARTER ? 3 : precision == GISA_PRECISION_HALF ? 6
                 : precision == GISA_PRECISION_YEAR ? 12 : 0;
    if (precision <= GISA_PRECISION_DAY || !from.year) {
        return from;
    }
    int last = from.month + months - 1;
    struct gisa_date end = {0, 0, 0};
    if (months && last <= 12) {
        end = from;
        end.month = (uint8_t)last;
        end.day = (uint8_t)gisa_days_in_month(from.year, last);
    }
    return end;
}

int gisa_days_in_month(int year, int month) {
    static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) {
        return 0;
    }
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month] + (month == 2 && leap);
}

int gisa_weekday(int32_t days) {
    int32_t w = (days + 3) % 7; /* 1970-01-01 was a Thursday */
    return (w < 0 ? w + 7 : w) + 1;
}

void gisa_iso_week(int32_t days, int *year, int *week) {
    int32_t thursday = days - gisa_weekday(days) + 4;
    *year = gisa_date_from_days(thursday).year;
    *week = (thursday - gisa_days_from_date((struct gisa_date){(int16_t)*year, 1, 1})) / 7 + 1;
}

int32_t gisa_iso_monday(int year, int week) {
    int32_t fourth = gisa_days_from_date((struct gisa_date){(int16_t)year, 1, 4});
    return fourth - gisa_weekday(fourth) + 1 + (week - 1) * 7;
}

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
int32_t gisa_days_from_date(struct gisa_date date) {
    int32_t y = date.year - (date.month <= 2);
    int32_t era = (y >= 0 ? y : y - 399) / 400;
    int32_t yoe = y - era * 400;
    int32_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

struct gisa_date gisa_date_from_days(int32_t days) {
    days += 719468;
    int32_t era = (days >= 0 ? days : days - 146096) / 146097;
    int32_t doe = days - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153;
    int32_t month = mp < 10 ? mp + 3 : mp - 9;
    return (struct gisa_date){(int16_t)(yoe + era * 400 + (month <= 2)), (uint8_t)month,
                              (uint8_t)(doy - (153 * mp + 2) / 5 + 1)};
}
