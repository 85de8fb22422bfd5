/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_ZONE_H
#define GISA_RENDER_ZONE_H

/* Time zones by IANA name, from ICU's data. Thread safe. */
#include <stdbool.h>
#include <stdint.h>

#include "gisa/analysis.h"

bool gisa_zone_is_known(const char *name);
/* Minutes east of UTC on that local day and clock; +540 when the zone is not known. */
int16_t gisa_zone_offset(const char *name, const struct gisa_moment *local);

enum { GISA_INSTANT = 64 };
/* "2024-06-12T18:00Z": the UTC of that local day and minute (0..1440) in the zone; false when the zone is not known. */
bool gisa_zone_instant(const char *name, struct gisa_date day, uint32_t minute, char out[GISA_INSTANT]);

#endif
