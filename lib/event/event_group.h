/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_GROUP_H
#define GISA_EVENT_EVENT_GROUP_H

/* The two that a word of the article stands for: 노사는, 양국은. */
#include "event/event.h"

/* Finds employer and union, and the two states the article is about; each stays GISA_NONE where it is not sure. Linear in the entities. */
void gisa_event_find_groups(struct gisa_event_reader *r);

/* The two of the last meeting. */
void gisa_event_remember_pair(struct gisa_event_reader *r, uint32_t a, uint32_t b);

/* The two of the phrase's group; GISA_NONE where nobody is known. Borrowed from r. */
const uint32_t *gisa_event_group(struct gisa_event_reader *r, const struct gisa_phrase *p);

/* Does 양측 bear the particle of the phrase? */
bool gisa_event_is_sides(const struct gisa_event_reader *r, const struct gisa_phrase *p);

/* 2022년 7월 양측은 협정을 맺었다: the sides of what lies more than a year back are no persons who met of late; they leave the draft. */
void gisa_event_forget_sides(const struct gisa_event_reader *r, struct gisa_draft *x);

#endif
