/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_SEGMENT_MARKS_H
#define GISA_SEGMENT_MARKS_H

/* Pairs of quotation marks, for sentences and for quotations. */
#include "pass.h"

struct gisa_mark_pair { /* ordered by begin; a single-marked pair may lie inside a double one */
    uint32_t begin; /* the opening mark */
    uint32_t end;   /* behind the closing mark; behind the paragraph's last character when it goes on in the next one */
    uint32_t segment;
    uint32_t parent; /* pair it lies in, or GISA_NONE */
    bool is_single;  /* ' ' rather than " " */
    bool runs_on;    /* no closing mark: the next paragraph opens again */
};

/* All pairs of quotation marks of the telling segments, in run->scratch; *count 0 and NULL are a valid answer.
 * Straight marks toggle, but a mark that can only open (or close) corrects a lost one; state ends with its segment. */
enum gisa_status gisa_quote_marks(struct gisa_run *run, const struct gisa_mark_pair **pairs, uint32_t *count);

#endif
