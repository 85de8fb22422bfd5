/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_CLAUSE_H
#define GISA_EVENT_EVENT_CLAUSE_H

/* How a clause stands to the others of its sentence: what it leads to, whose past it tells, what only is reported. */
#include "event/event_predicate.h"

/* 열려던 축제를: what was meant to be. */
bool gisa_event_is_intended(const struct gisa_event_reader *r, const struct gisa_token *t);

/* 매기겠다고, 출시한다고, 세울 | 계획이라고: is what is to come, or is now, only reported here? */
bool gisa_event_is_told_ahead(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b, uint8_t status);

/* 합류한 | 탁 내정자는: does a name stand in the words the inner clause stands before? */
bool gisa_event_is_named_head(const struct gisa_event_reader *r, uint32_t token, uint32_t head_end);

/* 당초 내년 4월 | 착공해 2028년 문을 열 계획이었다: what was planned once and may be no more. */
bool gisa_event_was_planned(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 하 의원은 2022년 4월 5000만원을 받은 | 혐의를 받는다: is somebody named accused of it, as the title says? */
bool gisa_event_is_accusation(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 2011년 한빛에 합류한 | 탁 내정자는, 지난해 9월 지명된 길서준은: what is told of or by somebody named, of a time that is
 * none of the news. */
bool gisa_event_is_past_of_head(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t head_end, const struct gisa_trigger *g);

/* 23일 프라하로 이동해 24일 회담한다, 올해 6조원을 투입해 장비를 들인다, 28일까지 위원회를 꾸리고 살피겠다: a clause without a tense of its
 * own is told as the main one is, where its time is not over. */
bool gisa_event_leads_to_plan(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* Does a clause without a time or tense of its own lead, with no comma, to one with a time: 공청회를 거쳐 | 내년 3월 확정한다? */
bool gisa_event_is_toward(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 사의를 표명한 | 데 따른 것이다, 구형한 | 징역 10년보다 낮다: does nothing happen in the sentence behind the word before a noun? */
bool gisa_event_is_at_rest(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 일어난 | 누출로, 벌어진 | 사고로: does the word only say that the noun behind, by which something came about, happened? */
bool gisa_event_only_happens(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

#endif
