/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_LAW_H
#define GISA_EVENT_EVENT_LAW_H

/* Who is tried, searched and fined, and by whom: the roles of legal events. Work is bounded by the phrases of the sentence. */
#include "event/event.h"

/* The role of entity `k` of the phrase in a clause of law; `role` where law says nothing of it. */
uint8_t gisa_event_role_in_law(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t phrase, uint32_t k, uint8_t role);

/* 두 사람의 구속영장을, 이들을 기소했다: the two whom the article has told of as accused, where it has told of no third. */
void gisa_event_take_accused(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t phrase);

/* Is its object the body that a bill passes: 국회를 통과했다? */
bool gisa_event_passes_body(const struct gisa_event_reader *r, const struct gisa_draft *x);

/* The body that a bill passed, among phrases [from, to), as who did it: 국회 본회의를 통과했다. */
void gisa_event_find_house(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t from, uint32_t to);

/* Once its type is known: whom a passive clause from token `first` to its predicate `token` befalls, and the body that did it: 국토부로부터 과징금을
 * 부과받았다, 대법원에서 무죄가 확정됐다. */
void gisa_event_settle_law(const struct gisa_event_reader *r, struct gisa_draft *x, uint32_t first, uint32_t token);

/* A court, by its name? */
bool gisa_event_is_court(const struct gisa_event_reader *r, uint32_t entity);

/* Where what is searched stands, by phrases [from, to): 서울 서초동 한빛 본사를 압수수색했다; GISA_NONE if nowhere. */
uint32_t gisa_event_place_searched(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to);

/* Whom the paragraph, else the article, has told of as the one accused stays so where nobody is named: 1심은 징역 3년을 선고했다. 2심은 무죄로 뒤집었다.
 * Remembers whom this one accuses. Nobody is given where two have been told of, or where a person acts. */
void gisa_event_give_accused(struct gisa_event_reader *r, struct gisa_draft *x);

#endif
