/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_TENSE_H
#define GISA_TIME_TENSE_H

#include <stdint.h>

#include "gisa/analysis.h"

/* Tense of the clause a time expression that ends at `at` belongs to: the first inflected word or cue
 * (data/ko/time_cue.tsv) behind it, quotations and brackets left out, within TENSE_REACH code points. */
uint8_t gisa_time_tense(const struct gisa_document *doc, uint32_t at, uint32_t limit);

#endif
