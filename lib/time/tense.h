/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_TENSE_H
#define GISA_TIME_TENSE_H

#include <stdbool.h>
#include <stdint.h>

#include "gisa/analysis.h"

/* Tense of the clause a time expression that ends at `at` belongs to: the first inflected word or cue
 * (data/ko/time_cue.tsv) behind it, quotations and brackets left out, within TENSE_REACH code points. Past verbs before a noun behind `inner`, where another
 * time is told (limit: none), are of that time: 13일 만나 | 지난해 체결한 계약을 논의할 예정이다. */
uint8_t gisa_time_tense(const struct gisa_document *doc, uint32_t at, uint32_t limit, uint32_t inner);
/* Is what the clause tells reported in the past: 13일 출시한다고 밝혔다, 3일 세울 계획이라고 발표했다? Then the day may be that of the
 * telling. */
bool gisa_time_is_told(const struct gisa_document *doc, uint32_t at, uint32_t limit);

#endif
