/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_CAUSE_H
#define GISA_EVENT_CAUSE_H

/* Why and how something happened, and what two tellings of it do not agree on. All in the events that are written. */
#include "gisa/analysis.h"

/* Sets cause and means: the words of the event's clause that end with one of data/ko/cause.tsv, empty where there are none.
 * Reads at most 64 tokens of the clause. */
void gisa_event_causes(const struct gisa_analysis *a, struct gisa_event *event);

/* Sets conflict of both where a heading or caption tells on another day what one paragraph tells of the same type and the
 * same participants; GISA_NONE elsewhere. Linear: at most 16 headings are compared. */
void gisa_event_conflicts(const struct gisa_analysis *a, struct gisa_event *events, uint32_t count,
                          const struct gisa_participant *participants);

#endif
