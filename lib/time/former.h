/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_FORMER_H
#define GISA_TIME_FORMER_H

#include "gisa/analysis.h"

/* 17일 | 전 노선의, 12일 | 전 대표 박서준을: is the word 전 at code point `pos`, in the sentence of tokens [first, end), "all" or "former" of
 * the noun behind it, and not "ago" or "before"? Nouns: data/ko/all_noun.tsv; words that end in a title and take no josa: data/ko/title.tsv. */
bool gisa_time_is_former(const struct gisa_analysis *a, uint32_t first, uint32_t end, uint32_t pos);

#endif
