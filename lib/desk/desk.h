/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_DESK_DESK_H
#define GISA_DESK_DESK_H

/* What a copy desk would look at twice. Each file reads the layers before it and adds findings; a finding is a doubt with
 * two places, never a correction. Precision first: what may be right is not told. All work is linear in the text, pairs
 * are compared within windows. */
#include "base/array.h"
#include "pass.h"

struct gisa_desk {
    struct gisa_run *run;
    const struct gisa_analysis *a;
    const struct gisa_document *d;
    struct gisa_check *at;
    uint32_t count, cap;
    bool failed; /* memory ended */
};

/* other may be empty. */
void gisa_desk_add(struct gisa_desk *k, const char *code, struct gisa_span span, struct gisa_span other);

void gisa_desk_dates(struct gisa_desk *k);   /* weekday-mismatch, tense-date-conflict, impossible-date, date-conflict */
void gisa_desk_names(struct gisa_desk *k);   /* name-spelling, title-conflict, age-conflict */
void gisa_desk_amounts(struct gisa_desk *k); /* amount-conflict, sum-mismatch */
void gisa_desk_wording(struct gisa_desk *k); /* mixed-wording, unbalanced-quote */

#endif
