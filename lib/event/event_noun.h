/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_NOUN_H
#define GISA_EVENT_EVENT_NOUN_H

/* What a noun tells again: 총회에서 "…"고 말했다 behind 12일 총회를 열었다. */
#include "event/event.h"

/* Does the noun stand in what the draft was read from? */
bool gisa_event_is_held(const struct gisa_event_reader *r, const struct gisa_draft *x, struct gisa_span noun);

/* 두 장관은 3일 통화했다. 연구원은 한성뉴스와의 | 통화에서: with somebody who was not there, so it is another? `t`: the token of the noun. */
bool gisa_event_is_with_others(const struct gisa_event_reader *r, uint32_t t, const struct gisa_draft *x);

/* 대통령은 통화에서, 감독은 경기 뒤, 군은 착공식에 앞서: the last happening told (a draft), in a sentence before, with the noun that
 * says where, after or before what this one is told, of the words of the sentence before pos; GISA_NONE when the noun is a
 * name, or nothing was told of it. What is news goes before background. */
uint32_t gisa_event_of_noun(const struct gisa_event_reader *r, uint32_t sentence, uint32_t pos);

/* Its time; GISA_NONE likewise. */
uint32_t gisa_event_time_of_noun(const struct gisa_event_reader *r, uint32_t sentence, uint32_t pos);

/* The draft of the latest happening of the news that was told with the noun before the sentence, else the last one; GISA_NONE
 * if none was. */
uint32_t gisa_event_told_with(const struct gisa_event_reader *r, struct gisa_span noun, uint32_t sentence);

#endif
