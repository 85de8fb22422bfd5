/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_PERSON_JUDGE_H
#define GISA_ENTITY_PERSON_JUDGE_H

/* Which names that the model or a title took for persons are none. Margins are the tagger's. */
#include "entity/entity.h"

/* 장관은, 신설하는: a title with its particle, or what a verb leaves before its ending. */
bool gisa_is_inflected_word(const struct gisa_analysis *a, const struct gisa_name *n);
/* 치료제 '네로바': a foreign name alone in single marks and without a title is a work or product. */
bool gisa_is_marked(const struct gisa_document *d, const struct gisa_name *n);
/* Drops untitled foreign persons that end as one of the `count` marked spans does. */
void gisa_marked_drop(const struct gisa_document *d, struct gisa_names *names, const struct gisa_span *marked, uint32_t count);
/* Makes places of foreign words without a title that the words around them show as such: 팔루 북쪽, 인도네시아 팔루의. */
void gisa_places_see(const struct gisa_analysis *a, struct gisa_names *names);
/* 루트앤컴퍼니: no Korean name, without a title, that ends as firms do (org_suffix.tsv), whatever the model says. */
bool gisa_is_body_name(const struct gisa_document *d, const struct gisa_name *n);
/* Is the name a person's, by its form, titles and margin? */
bool gisa_stands(const struct gisa_document *d, const struct gisa_name *n);
/* Makes a body of the name behind person i that stands before a title: 함윤식 | 가람조경 | 명예회장. */
void gisa_body_mend(const struct gisa_analysis *a, struct gisa_names *names, uint32_t i);
/* Makes a body of a person whose name is the first word of somebody's title, and the title's employer of it. */
void gisa_units_seat(const struct gisa_document *d, struct gisa_names *names);

#endif
