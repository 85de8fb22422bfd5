/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_DAYS_H
#define GISA_EVENT_DAYS_H

/* Several times in one clause. */
#include "event/event.h"

/* Is the whole time over on the article's day? */
bool gisa_event_is_over(const struct gisa_event_reader *r, uint32_t time);
/* Do the times begin on one day? */
bool gisa_event_is_same_day(const struct gisa_event_reader *r, uint32_t a, uint32_t b);
/* How many days the time lies before the article's day; GISA_NONE when it is no day, or one to come. */
uint32_t gisa_event_age(const struct gisa_event_reader *r, uint32_t time);
/* Is the time a day of the month before the article's day, or that day? */
bool gisa_event_is_news(const struct gisa_event_reader *r, uint32_t time);
/* Does b begin behind a's end? */
bool gisa_event_is_later(const struct gisa_time *a, const struct gisa_time *b);
/* 13일과 14일 공연한다: pushes the same for each further day of the list x's time stands in. */
void gisa_event_tell_days(struct gisa_event_reader *r, const struct gisa_draft *x);
/* 2019년 설립된 회사로, 지난해 매출을 올렸다: leaves out of x's title what belongs to the time before. */
void gisa_event_cut_title(const struct gisa_event_reader *r, struct gisa_draft *x);
/* 1990년 훈장을, 2006년 상을 받았다: pushes what the verb of x tells of the time before. */
void gisa_event_tell_gapped(struct gisa_event_reader *r, const struct gisa_draft *x);

#endif
