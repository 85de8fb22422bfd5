/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_TIME_H
#define GISA_EVENT_EVENT_TIME_H

/* Times of a sentence and the predicates that take them. */
#include "event/event.h"
#include "event/event_predicate.h"

void gisa_event_take_time(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t index);
/* Takes the time a predicate governs: the nearest that waits; a clause joined by -고 goes on at the time before it. */
uint32_t gisa_event_claim_time(const struct gisa_analysis *a, struct gisa_sentence_state *z, enum gisa_boundary b, uint8_t type, uint8_t *basis);
/* Does the last waiting time stand right before the word? */
bool gisa_event_is_behind_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* 전날까지 4위|였던 김도윤은 우승했다: the time before tells what somebody was before the news, and not what he did. */
bool gisa_event_was_so(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* An inner clause that is no event takes the time before it: 2016년 설립된. */
void gisa_event_pass_inner(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token);
/* Is the waiting time that of the inner clause, not of the main one: 2023년 비엔날레에 참여했던 작가는, 17일 완봉승을 따낸 황보율을? */
bool gisa_event_inner_owns(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* Is the noun that the inner clause stands before said of the topic: 김 사장은 2021년 합류한 인물이다, 1968년 설립된 제약사로? */
bool gisa_event_describes(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* Does another date follow in the sentence, outside of speech: 2018년 입단한 고태양은 2022년 …? */
bool gisa_event_time_follows(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
bool gisa_event_is_past(const struct gisa_event_reader *r, uint32_t time);
/* Does the time lie behind the article's day? */
bool gisa_event_is_ahead(const struct gisa_event_reader *r, uint32_t time);
/* 졸업하고 1966년 …, 신고했고, 위원회는 6일 …, 대화를 마친 뒤 10일 …: a clause of the past that another with a later time of its own follows. */
bool gisa_event_is_joined_clause(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b);

/* Has the noun that the inner clause of `token` stands before one of these particles (gisa_josa bits): 과외를 한 | 교수 17명을? */
bool gisa_event_is_before(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t josa);

#endif
