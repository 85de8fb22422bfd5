/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_DATED_H
#define GISA_EVENT_EVENT_DATED_H

/* Sentences that only say when: 상장 예정일은 다음 달 5일이다, 2034년 개통이 목표다. */
#include "event/event_predicate.h"

/* While a time waits: the topic that the word at `token` dates, as a trigger of its kind, when it is a noun that can be dated so
 * (data/ko/dated_noun.tsv); its token is GISA_NONE else. */
struct gisa_trigger gisa_event_dated_topic(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 폴란드 방문은 2023년 7월 이후 | 처음이다, 지난해 5월 이후 1년 만의 | 인하다: what happened last at the time (an index, set) that 이후 stands behind,
 * as a trigger; its token is GISA_NONE when the word at `token` closes no such sentence. */
struct gisa_trigger gisa_event_last_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t *time);

/* 지난해 매출은 212억원, 영업손실은 134억원|이었다: is the word at `token` a figure with 이다 in the past, said of what markets and accounts count? */
bool gisa_event_is_figure(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);

/* 7월 6일과 | 지난달 14일: the time of a day or longer that stands right before `time` and is joined to it by 과 or 와; GISA_NONE if none. */
uint32_t gisa_event_time_joined(const struct gisa_event_reader *r, uint32_t time);

#endif
