/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_INHERIT_H
#define GISA_EVENT_EVENT_INHERIT_H

/* The time that a clause without one takes from what was told before (events.md, section 3): an index of times, GISA_NONE where it takes none.
 * Each looks a bounded way back. */
#include "event/event_predicate.h"

/* 오늘 압수수색했다고 밝혔다: what is told to have happened on the article's day was told on it; its time, or GISA_NONE. */
uint32_t gisa_event_told_today(const struct gisa_event_reader *r, const struct gisa_sentence_state *z);

/* 지난 21일 새벽 한 주차장입니다. 이 불로 19명이 다쳤다: the day of a sentence before, which tells no happening; GISA_NONE if there is
 * none. */
uint32_t gisa_event_time_of_picture(const struct gisa_event_reader *r, const struct gisa_sentence_state *z);

/* 5일 징역 7년을 선고했다. 탄에게는 벌금이 각각 선고됐다: the next sentence of the paragraph tells more of the same kind, without a time of
 * its own. */
uint32_t gisa_event_time_of_kind(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x);

/* 10일 현충원을 참배했다. 이어 사무총장을 임명했다: the day of what the sentence before told last; GISA_NONE else. */
uint32_t gisa_event_time_of_sequence(const struct gisa_event_reader *r, const struct gisa_sentence_state *z);

#endif
