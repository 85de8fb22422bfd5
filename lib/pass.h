/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_PASS_H
#define GISA_PASS_H

/* What a pass is given. It reads the layers before it in run->out and sets its own arrays there, allocated in
 * run->arena; temporary memory comes from run->scratch, which is rewound after each pass. A pass allocates nowhere
 * else, keeps no state, and never touches a finished layer. Text of any kind is no error: only GISA_NO_MEMORY (or
 * GISA_INTERNAL) is returned. Work must be linear in the text. */
#include "base/arena.h"
#include "gisa/analyzer.h"
#include "model/model.h"

struct gisa_resources {
    struct gisa_model model;          /* model/model.h: the name tagger */
    struct gisa_calendar *calendar;   /* time/calendar.h: feasts of the years, made at open */
};

struct gisa_run {
    const struct gisa_resources *resources;
    const struct gisa_options *options;
    struct gisa_arena *arena;   /* the result's memory */
    struct gisa_arena *scratch; /* rewound after the pass */
    struct gisa_analysis *out;
};

/* Short hands for passes. */
static inline const struct gisa_document *gisa_run_document(const struct gisa_run *run) { return &run->out->document; }

/* UTF-8 of doc.ch[span] in the result's memory; bytes == NULL when memory ends. */
struct gisa_bytes_view gisa_run_text(struct gisa_run *run, struct gisa_span span);

enum gisa_status gisa_segment_run(struct gisa_run *run);  /* segment/segment.c: segments, sentences, article, checks */
enum gisa_status gisa_token_run(struct gisa_run *run);    /* token/token.c */
enum gisa_status gisa_amount_run(struct gisa_run *run);   /* entity/amount.c */
enum gisa_status gisa_entity_run(struct gisa_run *run);   /* entity/entity.c: entities, mentions, titles */
enum gisa_status gisa_time_run(struct gisa_run *run);     /* time/time.c */
enum gisa_status gisa_quote_run(struct gisa_run *run);    /* event/quote.c */
enum gisa_status gisa_event_run(struct gisa_run *run);    /* event/event.c: events, timeline, relations */
enum gisa_status gisa_desk_run(struct gisa_run *run);     /* desk/desk.c: checks */

#endif
