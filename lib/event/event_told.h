/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_TOLD_H
#define GISA_EVENT_EVENT_TOLD_H

/* What of a sentence is worth telling, and whether it has happened by the article's day. */
#include "event/event.h"
#include "event/event_predicate.h"

/* A plain word in the present with a later date is a plan; a plan whose day is over is no fact. */
void gisa_event_settle_status(const struct gisa_event_reader *r, struct gisa_draft *x, uint8_t tense, bool is_final, bool is_decided);
/* Is the draft worth telling? Undated ones only as the main clause of narration or a heading, and with somebody. */
bool gisa_event_is_told(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                    const struct gisa_trigger *g, enum gisa_boundary b, uint8_t tense);
/* What happened cannot lie after the day it was published on: 내년도 예산안을 처리하지 못했다 is not told of next year. */
void gisa_event_drop_contradiction(const struct gisa_event_reader *r, struct gisa_draft *x);

#endif
