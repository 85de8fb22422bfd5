/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_AMOUNT_PERIOD_H
#define GISA_ENTITY_AMOUNT_PERIOD_H

/* Joins amounts to the time they are told of: "올해 1분기 매출 3조원", "15년간 3조원", "2조원(지난해 기준)". Sets
 * amount.period for every amount of the array, which is ordered by span; reads sentences, tokens and times of a. The
 * period lies in the amount's own clause and is longer than a day; where a word between them may own the time, or the
 * time is only compared with (전년보다), it stays GISA_NONE. Linear. */
#include "gisa/analysis.h"

void gisa_amount_periods(const struct gisa_analysis *a, struct gisa_amount *amounts, uint32_t count);

#endif
