/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_FISCAL_H
#define GISA_TIME_FISCAL_H

/* Fiscal years by country (data/ko/fiscal.tsv). */
#include "gisa/analysis.h"
#include "time/resolve.h"

/* *a is a fiscal year told at `at` of the sentence. Where the nearest name before it (within 20 code points) has a country
 * whose year is known and is not the calendar year, *a and *b become its first and last month and true is returned;
 * else both stay. Reads a's mentions and entities. */
bool gisa_fiscal_months(const struct gisa_analysis *of, struct gisa_span sentence, uint32_t at, struct gisa_point *a,
                        struct gisa_point *b);

#endif
