/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_ATTEND_H
#define GISA_EVENT_ATTEND_H

/* 이날 체결식에는 회장이 참석했다. */
#include "event/event_predicate.h"

/* Who was there: those whom the clause that ends with `token` tells become guests of the occasion told last, on `day` (a time, or GISA_NONE); who only
 * holds what they came to (상공회의소가 여는 포럼에) is none. */
void gisa_event_attend(struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t day);

#endif
