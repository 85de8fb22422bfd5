/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_TOPIC_H
#define GISA_EVENT_EVENT_TOPIC_H

/* Who acts where no subject is told. */
#include "event/event.h"
#include "event/event_predicate.h"

void gisa_event_remember_agents(struct gisa_event_reader *r, const struct gisa_draft *x);
/* A sentence that tells no event still says who is talked of: 그린루프는 기술을 갖고 있다. 지난달 20일에는 계약을 체결했다. */
void gisa_event_remember_topic(struct gisa_event_reader *r);
/* The body that an entity is, or works for now; GISA_NONE if none is told. */
uint32_t gisa_event_body_of(const struct gisa_event_reader *r, uint32_t entity);

#endif
