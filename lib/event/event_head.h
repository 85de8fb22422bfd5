/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_HEAD_H
#define GISA_EVENT_EVENT_HEAD_H

/* What a predicate tells, and what of it stands around. */
#include "event/event.h"
#include "event/event_predicate.h"

/* 사들이는 계약을 체결했다: an inner clause that is not over tells what the happening behind it is about. */
bool gisa_event_tells_content(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* "불이 난 것은 5일 밤이다", "문을 닫은 건 2019년입니다": the time behind 것은 that the sentence ends with; GISA_NONE if none. */
uint32_t gisa_event_cleft_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* 26일 실시한 찬반투표에서: what a light verb before a noun did, the noun that says what happened. */
struct gisa_trigger gisa_event_noun_ahead(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* The word that says what happens at a predicate: its own, or the noun that is object of a light verb. */
struct gisa_trigger gisa_event_head_of(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token,
                              struct gisa_trigger own);
/* 파리에서 열린 제12회 세계드라마영화제에서: an inner clause is told with the noun it stands before. */
uint32_t gisa_event_head_end(const struct gisa_event_reader *r, uint32_t token, uint32_t end);

#endif
