/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_SORT_H
#define GISA_EVENT_SORT_H

/* Order and agreement of drafts. */
#include "event/event.h"

/* Ascending; spare holds n keys too. Stable, n log n, no recursion. */
void gisa_sort_keys(uint64_t *key, uint64_t *spare, uint32_t n);

/* Has a day or an interval of days: a set has none. */
bool gisa_draft_is_dated(const struct gisa_event_reader *r, const struct gisa_draft *x);
/* Could the two be one happening by their people and amounts? */
bool gisa_draft_fits(const struct gisa_draft *x, const struct gisa_draft *y);
/* Moves what `from` tells into `to`. */
void gisa_draft_join(struct gisa_event_reader *r, uint32_t to, uint32_t from);

/* A short line made of words of the article, in the result's memory; bytes NULL when memory ends. */
struct gisa_bytes_view gisa_event_title(const struct gisa_event_reader *r, const struct gisa_draft *x);

#endif
