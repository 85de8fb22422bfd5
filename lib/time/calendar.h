/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_CALENDAR_H
#define GISA_TIME_CALENDAR_H

/* Proleptic Gregorian arithmetic, ISO weeks, and the lunar feasts by ICU's dangi calendar (made once at open). */
#include <stdbool.h>

#include "gisa/analysis.h"
#include "gisa/status.h"

struct gisa_calendar;

/* Reads the lunar years 1900..2100 once. GISA_NO_MEMORY; without ICU's calendar data the feasts are unknown. */
enum gisa_status gisa_calendar_open(struct gisa_calendar **out, struct gisa_error *error);
void gisa_calendar_close(struct gisa_calendar *calendar);

/* Days since 1970-01-01 of a date, and back. Any year of int16_t. */
int32_t gisa_days_from_date(struct gisa_date date);
struct gisa_date gisa_date_from_days(int32_t days);

/* Days of a month; 0 for a month that is none. */
int gisa_days_in_month(int year, int month);
/* The last day of the month, quarter, half or year (by enum gisa_precision) that begins on `from`; `from` for what is no longer than a
 * day. Year 0 for other precisions. */
struct gisa_date gisa_unit_end(struct gisa_date from, uint8_t precision);
/* 1 Monday .. 7 Sunday. */
int gisa_weekday(int32_t days);
/* ISO 8601 week of a day: its year and number 1..53; and the Monday of a week. */
void gisa_iso_week(int32_t days, int *year, int *week);
int32_t gisa_iso_monday(int year, int week);

/* The day of the lunar month and day (never a leap month) of the lunar year that begins in `year`; false when
 * unknown: outside 1900..2100 or no calendar data. calendar may be NULL. */
bool gisa_lunar_day(const struct gisa_calendar *calendar, int year, int month, int day, int32_t *days);

#endif
