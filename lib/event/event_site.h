/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_SITE_H
#define GISA_EVENT_EVENT_SITE_H

/* Where a thing lies that the article tells of again without a name: 화성에 공장을 짓는다. … 공장은 9월 착공한다. */
#include "event/event.h"

/* Remembers what of the phrases of the sentence at hand lies where. Only the last GISA_SITES are known. */
void gisa_event_remember_sites(struct gisa_event_reader *r);

/* Where the thing lies of which phrases [from, to) of the draft's clause tell; GISA_NONE if they tell of none, or it may be another. */
uint32_t gisa_event_site(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint32_t to);

#endif
