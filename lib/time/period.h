/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_PERIOD_H
#define GISA_TIME_PERIOD_H

/* What the words behind a time say of it (data/ko/period.tsv). */
#include "gisa/document.h"
#include "period_lex.h"

/* The row that stands at `at` of a sentence that ends at `end`, one blank before it left out; NULL if none. */
const struct gisa_period_row *gisa_period_behind(const struct gisa_document *d, uint32_t at, uint32_t end);

/* Behind the bracket that opens at `at` and closes within 40 code points; `at` itself when none does. */
uint32_t gisa_period_skip_bracket(const struct gisa_document *d, uint32_t at, uint32_t end);

#endif
