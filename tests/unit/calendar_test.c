/* SPDX-License-Identifier: Apache-2.0 */
/* Calendar arithmetic against days that are known. */
#include <stdio.h>

#include "time/calendar.h"

static int failures;

static void same(const char *what, int32_t got, int32_t want) {
    if (got != want) {
        fprintf(stderr, "%s: got %d, want %d\n", what, got, want);
        failures++;
    }
}

static int32_t day(int year, int month, int d) {
    return gisa_days_from_date((struct gisa_date){(int16_t)year, (uint8_t)month, (uint8_t)d});
}

static void test_days(void) {
    same("1970-01-01", day(1970, 1, 1), 0);
    same("2000-03-01", day(2000, 3, 1), 11017);
    for (int32_t d = -800000; d < 800000; d += 97) {
        same("there and back", gisa_days_from_date(gisa_date_from_days(d)), d);
    }
    same("February 2024", gisa_days_in_month(2024, 2), 29);
    same("February 1900", gisa_days_in_month(1900, 2), 28);
    same("month 13", gisa_days_in_month(2024, 13), 0);
}

static void test_weeks(void) {
    static const struct { int y, m, d, year, week, weekday; } known[] = {
        {2024, 12, 30, 2025, 1, 1}, {2021, 1, 3, 2020, 53, 7}, {2024, 6, 13, 2024, 24, 4}, {2026, 12, 31, 2026, 53, 4}};
    for (unsigned i = 0; i < sizeof known / sizeof known[0]; i++) {
        int year = 0;
        int week = 0;
        int32_t d = day(known[i].y, known[i].m, known[i].d);
        gisa_iso_week(d, &year, &week);
        same("ISO year", year, known[i].year);
        same("ISO week", week, known[i].week);
        same("weekday", gisa_weekday(d), known[i].weekday);
        same("Monday", gisa_iso_monday(year, week), d - known[i].weekday + 1);
    }
}

static void test_feasts(void) {
    static const struct { int year, month, lunar_day, m, d; } known[] = {
        {2020, 8, 15, 10, 1}, {2023, 1, 1, 1, 22},  {2023, 8, 15, 9, 29}, {2024, 1, 1, 2, 10},
        {2024, 4, 8, 5, 15},  {2024, 8, 15, 9, 17}, {2025, 1, 1, 1, 29},  {2025, 8, 15, 10, 6},
        {2026, 1, 1, 2, 17},  {2026, 8, 15, 9, 25}};
    struct gisa_calendar *c = NULL;
    struct gisa_error error;
    int32_t got = 0;
    if (gisa_calendar_open(&c, &error) != GISA_OK) {
        failures++;
        return;
    }
    for (unsigned i = 0; i < sizeof known / sizeof known[0]; i++) {
        got = 0;
        gisa_lunar_day(c, known[i].year, known[i].month, known[i].lunar_day, &got);
        same("feast", got, day(known[i].year, known[i].m, known[i].d));
    }
    same("outside", gisa_lunar_day(c, 2101, 1, 1, &got), 0);
    for (int y = 1900; y <= 2100; y++) {
        same("a first month", gisa_lunar_day(c, y, 1, 1, &got), 1);
        same("an eighth month", gisa_lunar_day(c, y, 8, 15, &got), 1);
    }
    gisa_calendar_close(c);
}

int test_calendar_test(void);

int test_calendar_test(void) {
    test_days();
    test_weeks();
    test_feasts();
    return failures;
}
