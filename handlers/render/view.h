/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_VIEW_H
#define GISA_RENDER_VIEW_H

/* One analysis being told: the analysis, what the reader wishes, and maps made once in linear time.
 *
 * Offsets go out in the unit of wishes->unit, counted in the text as received. Maps are malloc'd, freed by
 * gisa_view_close(). Links to records below min_confidence read as GISA_NONE.
 */
#include <stdbool.h>
#include <stdint.h>

#include "answer.h"
#include "json_writer.h"

struct gisa_view {
    const struct gisa_analysis *a;
    const struct gisa_wishes *wishes;
    const struct gisa_origin *origin;
    struct gisa_json json;
    uint32_t *byte_at;      /* [source_count + 1] byte offset of each code point of the source */
    uint32_t *utf16_at;     /* [source_count + 1], or NULL */
    uint32_t *next_mention; /* [mention_count] next mention of the same entity, or GISA_NONE */
    uint32_t *first_mention; /* [entity_count] */
};

bool gisa_view_open(struct gisa_view *view, const struct gisa_analysis *analysis, const struct gisa_wishes *wishes);
void gisa_view_close(struct gisa_view *view);

uint32_t gisa_view_offset(const struct gisa_view *view, uint32_t offset); /* document offset -> wire */
struct gisa_bytes_view gisa_view_source(const struct gisa_view *view, struct gisa_span span); /* bytes as received */

/* The index itself, or GISA_NONE when it is not to be told. */
uint32_t gisa_view_entity(const struct gisa_view *view, uint32_t entity);
uint32_t gisa_view_time(const struct gisa_view *view, uint32_t time);
uint32_t gisa_view_quote(const struct gisa_view *view, uint32_t quote);
uint32_t gisa_view_event(const struct gisa_view *view, uint32_t event);

/* "start": 5, "end": 8 */
void gisa_view_put_offsets(struct gisa_view *view, struct gisa_span span);
/* "text": "…", "start": 5, "end": 8 */
void gisa_view_put_words(struct gisa_view *view, struct gisa_span span);
/* key: {"text", "start", "end"}, or null for an empty span */
void gisa_view_put_span(struct gisa_view *view, const char *key, struct gisa_span span);
/* explain=1: "why": {"rule", "words", "reason", "alternatives"} */
void gisa_view_put_why(struct gisa_view *view, const char *rule, struct gisa_span words, const char *reason,
                       struct gisa_bytes_view alternative, float score);

/* The members of the answer, by file: json_text.c, json_names.c, json_story.c, digest.c. */
void gisa_view_put_article(struct gisa_view *view);
void gisa_view_put_segments(struct gisa_view *view);
void gisa_view_put_sentences(struct gisa_view *view);
void gisa_view_put_times(struct gisa_view *view);
void gisa_view_put_amounts(struct gisa_view *view);
void gisa_view_put_checks(struct gisa_view *view);
void gisa_view_put_entities(struct gisa_view *view);
void gisa_view_put_quotes(struct gisa_view *view);
void gisa_view_put_relations(struct gisa_view *view);
void gisa_view_put_events(struct gisa_view *view); /* events, timeline, recurring, undated */

/* digest.c: the event the article is about, or GISA_NONE; at most `most` sentences that tell it, ascending. */
uint32_t gisa_view_main_event(const struct gisa_view *view);
uint32_t gisa_view_summary(const struct gisa_view *view, uint32_t most, uint32_t *sentences);
void gisa_view_put_five_w(struct gisa_view *view);
void gisa_view_put_summary(struct gisa_view *view);

#endif
