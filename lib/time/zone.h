/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_ZONE_H
#define GISA_TIME_ZONE_H

#include "pass.h"

/* The zone of the place told nearest to `at` in the sentence, else the last one before it in the segment; entities
 * first, then data/ko/zone_place.tsv. Empty if no place is told. *entity = the place or GISA_NONE. */
struct gisa_bytes_view gisa_time_local_zone(const struct gisa_analysis *a, struct gisa_span sentence,
                                            struct gisa_span segment, uint32_t at, uint32_t *entity);

#endif
