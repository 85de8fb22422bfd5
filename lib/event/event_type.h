/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_TYPE_H
#define GISA_EVENT_EVENT_TYPE_H

/* Types that the words around a predicate decide. */
#include "event/event_predicate.h"

/* 올랐다, 기록했다 of a draft whose predicate is `token` and whose amounts are read: no market's where nothing is traded or counted.
 * Before who takes part is read: 사장에 올랐다 has an agent, a price has none. */
void gisa_event_settle_market(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token);

/* Sets x->type of a draft whose predicate is `token` and whose amounts are read: 회장에 오른 is an appointment, 8억유로를 투입한다 an
 * investment, 올랐다 a market's only where something is traded or counted. */
void gisa_event_settle_type(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token);

/* 15일 낸 | 통계에 따르면, 15일 내놓은 | 통계를 보면: does the adnominal verb at `token` stand before what its clause is told from? */
bool gisa_event_is_before_source(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 과태료 2억 원을 | 부과했다, 합작법인을 | 세웠다: the kind that the object gives to a verb that says little; GISA_EVENT_OTHER when it
 * gives none. */
uint8_t gisa_event_type_of_object(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* What the board of a firm decides is no law, but its sitting: called when the sitting told before has been taken into x. */
void gisa_event_settle_board(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token);

#endif
