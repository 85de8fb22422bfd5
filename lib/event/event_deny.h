/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_DENY_H
#define GISA_EVENT_EVENT_DENY_H

/* What is only said to have happened, and denied in the same sentence; what was planned, and called off. */
#include "event/event_predicate.h"

/* 지난 21일 장관과 만나 조율했다는 | 일부 보도를 부인했다: the last token of reported speech that the sentence denies; GISA_NONE if it denies none.
 * Work is linear in the sentence. */
uint32_t gisa_event_denied(const struct gisa_event_reader *r, const struct gisa_sentence_state *z);

/* Is what the predicate at the token tells part of what is denied: 만나 조율했다는? 회견을 열어 … 했다는 보도를 부인했다: the occasion of the denial is not. */
bool gisa_event_is_denied(const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b, uint8_t type);

/* 4일 열릴 | 축제가 취소됐다, 4일 열 | 예정이던 축제를 연기했다: is what the plan at the token tells of called off by the next verb (data/ko/call_off.tsv)? */
bool gisa_event_is_called_off(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

#endif
