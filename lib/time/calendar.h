/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_CALENDAR_H
#define GISA_TIME_CALENDAR_H

/* Proleptic Gregorian arithmetic, ISO weeks, and the lunar feasts by ICU's dangi calendar (made once at open). */
#include "gisa/analysis.h"
#include "gisa/status.h"

struct gisa_calendar;

enum gisa_status gisa_calendar_open(struct gisa_calendar **out, struct gisa_error *error);
void gisa_calendar_close(struct gisa_calendar *calendar);

/* Days since 1970-01-01 of a date, and back. Any year of int16_t. */
int32_t gisa_days_from_date(struct gisa_date date);
struct gisa_date gisa_date_from_days(int32_t days);

#endif
