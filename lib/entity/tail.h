/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_TAIL_H
#define GISA_ENTITY_TAIL_H

/* Bodies called by the end of their name: 시의회 of 제천시의회, 대책위 of 봉양소각장반대대책위원회. */
#include "entity/entity.h"

/* Is the form the end of the whole name, and a body by itself: 시의회 of 제천시의회, 주주연대 of 누리온테크소액주주연대, 한도자동차지부 of
 * 전국금속노동조합 한도자동차지부? */
bool gisa_is_body_tail(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole);

/* The word that names a body behind the head it opens with, and stands for it: 온율 of 법무법인 온율 (body_head.tsv). Empty where there is none, or where
 * it is a word of the language or a name of another: 광장, 태평양. */
struct gisa_span gisa_body_core(const struct gisa_document *d, struct gisa_span whole);

/* Words of the article that call its only body of a kind (data/ko/tail_body.tsv), where no name stands, added to `found` as names that
 * stand for it. False when memory ends. */
bool gisa_tails_find(struct gisa_run *run, const struct gisa_names *names, struct gisa_names *found);

#endif
