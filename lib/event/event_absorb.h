/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_ABSORB_H
#define GISA_EVENT_EVENT_ABSORB_H

/* Tellings of one sentence that are one: an occasion and what came of it, a visit and the meeting, a sitting and what it decided. */
#include "event/event.h"
#include "event/event_predicate.h"

/* Has the sentence told it? A weak word, or one without a trigger, goes with any event of the same time; an inner clause
 * that only tells the occasion (12일 열린 회의에서 발표했다) gives way to what happened there. */
bool gisa_event_is_same_telling(struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                            bool weak);
/* 이 사고로 19명이 다쳤다: what the incident told last brought about is told with it, people and amounts too. */
bool gisa_event_joins_harm(struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x);
/* A visit on the way to a meeting of the same time is that meeting's place. */
void gisa_event_absorb_visit(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x);
/* 이사회를 열어 증자를 의결했다: a sitting held to do something is told with what was done, unless it has a name or guests of its own. */
void gisa_event_absorb_sitting(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x);

#endif
