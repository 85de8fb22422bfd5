/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_DATED_H
#define GISA_EVENT_EVENT_DATED_H

/* Sentences that only say when: 상장 예정일은 다음 달 5일이다, 2034년 개통이 목표다. */
#include "event/event_predicate.h"

/* While a time waits: the topic that the word at `token` dates, as a trigger of its kind, when it is a noun that can be dated so
 * (data/ko/dated_noun.tsv); its token is GISA_NONE else. */
struct gisa_trigger gisa_event_dated_topic(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

#endif
