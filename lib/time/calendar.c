/* SPDX-License-Identifier: Apache-2.0 */
#include "time/calendar.h"

#include <stddef.h>

enum gisa_status gisa_calendar_open(struct gisa_calendar **out, struct gisa_error *error) {
    (void)error;
    *out = NULL;
    return GISA_OK;
}
void gisa_calendar_close(struct gisa_calendar *calendar) { (void)calendar; }

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
