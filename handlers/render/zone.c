/* SPDX-License-Identifier: Apache-2.0 */
#include "zone.h"

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

int16_t gisa_zone_offset(const char *name, const struct gisa_moment *m) {
    UChar id[NAME_MAX_UNITS];
    UErrorCode error = U_ZERO_ERROR;
    if (strcmp(name, "Asia/Seoul") == 0 || !to_units(name, id)) {
        return KOREA;
    }
    UCalendar *calendar = ucal_open(id, -1, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error)) {
        return KOREA;
    }
    ucal_clear(calendar);
    ucal_setDateTime(calendar, m->day.year, m->day.month - 1, m->day.day, m->hour < 0 ? 12 : m->hour,
                     m->minute < 0 ? 0 : m->minute, 0, &error);
    int32_t ms = ucal_get(calendar, UCAL_ZONE_OFFSET, &error) + ucal_get(calendar, UCAL_DST_OFFSET, &error);
    ucal_close(calendar);
    return U_SUCCESS(error) ? (int16_t)(ms / 60000) : KOREA;
}
