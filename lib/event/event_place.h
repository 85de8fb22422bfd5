/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_PLACE_H
#define GISA_EVENT_EVENT_PLACE_H

/* Where an event took place. Work is bounded by the phrases of the sentence. */
#include "event/event.h"

/* The place of the draft by phrases [from, to) of its clause; GISA_NONE if they tell none. */
uint32_t gisa_event_place(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to, bool is_adnominal);

/* Where the phrases of the sentence that end by token `end` say that something was said; GISA_NONE if nowhere. */
uint32_t gisa_event_place_before(const struct gisa_event_reader *r, uint32_t end);

/* 공장을, 2공장을: is the noun something built that stands somewhere? */
bool gisa_event_is_plant(const struct gisa_event_reader *r, const struct gisa_token *t);

#endif
