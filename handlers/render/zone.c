/* SPDX-License-Identifier: Apache-2.0 */
#include "zone.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

enum { NAME_MAX_UNITS = 64, KOREA = 540 };

static bool to_units(const char *name, UChar *out) {
    if (!*name || strlen(name) >= NAME_MAX_UNITS) {
        return false;
    }
    for (const char *p = name; *p; p++) {
        if ((unsigned char)*p >= 0x80) {
            return false;
        }
    }
    u_uastrncpy(out, name, NAME_MAX_UNITS);
    return true;
}

bool gisa_zone_is_known(const char *name) {
    UChar id[NAME_MAX_UNITS], canonical[NAME_MAX_UNITS];
    UBool is_system = 0;
    UErrorCode error = U_ZERO_ERROR;
    if (!to_units(name, id)) {
        return false;
    }
    ucal_getCanonicalTimeZoneID(id, -1, canonical, NAME_MAX_UNITS, &is_system, &error);
    return U_SUCCESS(error) && is_system;
}

/* A calendar set to that local clock, or NULL when the zone is not known. Close it. */
static UCalendar *open_at(const char *name, struct gisa_date day, int hour, int minute) {
    UChar id[NAME_MAX_UNITS];
    UErrorCode error = U_ZERO_ERROR;
    if (!to_units(name, id)) {
        return NULL;
    }
    UCalendar *calendar = ucal_open(id, -1, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error)) {
        return NULL;
    }
    ucal_clear(calendar);
    ucal_setDateTime(calendar, day.year, day.month - 1, day.day, hour, minute, 0, &error);
    return calendar;
}

int16_t gisa_zone_offset(const char *name, const struct gisa_moment *m) {
    UErrorCode error = U_ZERO_ERROR;
    if (strcmp(name, "Asia/Seoul") == 0) {
        return KOREA;
    }
    UCalendar *calendar = open_at(name, m->day, m->hour < 0 ? 12 : m->hour, m->minute < 0 ? 0 : m->minute);
    if (!calendar) {
        return KOREA;
    }
    int32_t ms = ucal_get(calendar, UCAL_ZONE_OFFSET, &error) + ucal_get(calendar, UCAL_DST_OFFSET, &error);
    ucal_close(calendar);
    return U_SUCCESS(error) ? (int16_t)(ms / 60000) : KOREA;
}

bool gisa_zone_instant(const char *name, struct gisa_date day, uint32_t minute, char out[GISA_INSTANT]) {
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *calendar = gisa_zone_is_known(name) ? open_at(name, day, (int)(minute / 60), (int)(minute % 60)) : NULL;
    if (!calendar) {
        return false;
    }
    UDate millis = ucal_getMillis(calendar, &error);
    ucal_close(calendar);
    calendar = U_SUCCESS(error) ? open_at("UTC", day, 0, 0) : NULL;
    if (!calendar) {
        return false;
    }
    ucal_setMillis(calendar, millis, &error);
    int year = ucal_get(calendar, UCAL_YEAR, &error), month = ucal_get(calendar, UCAL_MONTH, &error) + 1;
    int date = ucal_get(calendar, UCAL_DATE, &error), hour = ucal_get(calendar, UCAL_HOUR_OF_DAY, &error);
    int minutes = ucal_get(calendar, UCAL_MINUTE, &error);
    ucal_close(calendar);
    snprintf(out, GISA_INSTANT, "%04d-%02d-%02dT%02d:%02dZ", year, month, date, hour, minutes);
    return U_SUCCESS(error);
}
