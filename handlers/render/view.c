/* SPDX-License-Identifier: Apache-2.0 */
#include "view.h"

#include <stdlib.h>

static bool map_source(struct gisa_view *v) {
    const struct gisa_document *d = &v->a->document;
    size_t n = (size_t)d->source_count + 1;
    v->byte_at = malloc(n * sizeof *v->byte_at);
    v->utf16_at = v->wishes->unit == GISA_UNIT_UTF16 ? malloc(n * sizeof *v->utf16_at) : NULL;
    if (!v->byte_at || (v->wishes->unit == GISA_UNIT_UTF16 && !v->utf16_at)) {
        return false;
    }
    uint32_t at = 0, units = 0;
    for (uint32_t i = 0; i < d->source_size; i++) {
        unsigned char c = (unsigned char)d->source[i];
        if ((c & 0xC0) == 0x80 || at >= d->source_count) {
            continue;
        }
        v->byte_at[at] = i;
        if (v->utf16_at) {
            v->utf16_at[at] = units;
            units += c >= 0xF0 ? 2 : 1;
        }
        at++;
    }
    for (; at <= d->source_count; at++) {
        v->byte_at[at] = d->source_size;
        if (v->utf16_at) {
            v->utf16_at[at] = units;
        }
    }
    return true;
}

static bool chain_mentions(struct gisa_view *v) {
    v->next_mention = malloc(((size_t)v->a->mention_count + 1) * sizeof *v->next_mention);
    v->first_mention = malloc(((size_t)v->a->entity_count + 1) * sizeof *v->first_mention);
    if (!v->next_mention || !v->first_mention) {
        return false;
    }
    for (uint32_t i = 0; i < v->a->entity_count; i++) {
        v->first_mention[i] = GISA_NONE;
    }
    for (uint32_t i = v->a->mention_count; i-- > 0;) {
        uint32_t entity = v->a->mentions[i].entity;
        v->next_mention[i] = GISA_NONE;
        if (entity < v->a->entity_count) {
            v->next_mention[i] = v->first_mention[entity];
            v->first_mention[entity] = i;
        }
    }
    return true;
}

bool gisa_view_open(struct gisa_view *v, const struct gisa_analysis *a, const struct gisa_wishes *wishes) {
    *v = (struct gisa_view){.a = a, .wishes = wishes};
    if (map_source(v) && chain_mentions(v)) {
        return true;
    }
    gisa_view_close(v);
    return false;
}

void gisa_view_close(struct gisa_view *v) {
    free(v->byte_at);
    free(v->utf16_at);
    free(v->next_mention);
    free(v->first_mention);
    v->byte_at = v->utf16_at = v->next_mention = v->first_mention = NULL;
}

static uint32_t source_offset(const struct gisa_view *v, uint32_t offset) {
    const struct gisa_document *d = &v->a->document;
    uint32_t at = gisa_document_source_offset(d, offset < d->count ? offset : d->count);
    return at < d->source_count ? at : d->source_count;
}

uint32_t gisa_view_offset(const struct gisa_view *v, uint32_t offset) {
    uint32_t at = source_offset(v, offset);
    switch (v->wishes->unit) {
    case GISA_UNIT_CODEPOINT:
        break;
    case GISA_UNIT_UTF16:
        return v->utf16_at[at];
    case GISA_UNIT_UTF8:
        return v->byte_at[at];
    }
    return at;
}

struct gisa_bytes_view gisa_view_source(const struct gisa_view *v, struct gisa_span span) {
    uint32_t begin = v->byte_at[source_offset(v, span.begin)];
    uint32_t end = v->byte_at[source_offset(v, span.end)];
    return (struct gisa_bytes_view){v->a->document.source + begin, end > begin ? end - begin : 0};
}

static bool is_sure(const struct gisa_view *v, float confidence) {
    return (double)confidence >= v->wishes->min_confidence;
}

uint32_t gisa_view_entity(const struct gisa_view *v, uint32_t i) {
    return i < v->a->entity_count && is_sure(v, v->a->entities[i].confidence) ? i : GISA_NONE;
}

uint32_t gisa_view_time(const struct gisa_view *v, uint32_t i) {
    return i < v->a->time_count && is_sure(v, v->a->times[i].confidence) ? i : GISA_NONE;
}

uint32_t gisa_view_quote(const struct gisa_view *v, uint32_t i) {
    return i < v->a->quote_count && is_sure(v, v->a->quotes[i].confidence) ? i : GISA_NONE;
}

uint32_t gisa_view_event(const struct gisa_view *v, uint32_t i) {
    return i < v->a->event_count && is_sure(v, v->a->events[i].confidence) ? i : GISA_NONE;
}

void gisa_view_put_offsets(struct gisa_view *v, struct gisa_span span) {
    gisa_json_put_uint(&v->json, "start", gisa_view_offset(v, span.begin));
    gisa_json_put_uint(&v->json, "end", gisa_view_offset(v, span.end));
}

void gisa_view_put_words(struct gisa_view *v, struct gisa_span span) {
    struct gisa_bytes_view text = gisa_view_source(v, span);
    gisa_json_key(&v->json, "text");
    gisa_json_string(&v->json, text.bytes, text.size);
    gisa_view_put_offsets(v, span);
}

void gisa_view_put_span(struct gisa_view *v, const char *key, struct gisa_span span) {
    if (gisa_span_is_empty(span)) {
        gisa_json_put_null(&v->json, key);
        return;
    }
    gisa_json_key(&v->json, key);
    gisa_json_object(&v->json);
    gisa_view_put_words(v, span);
    gisa_json_object_end(&v->json);
}

void gisa_view_put_why(struct gisa_view *v, const char *rule, struct gisa_span words, const char *reason,
                       struct gisa_bytes_view alternative, float score) {
    if (!v->wishes->explain) {
        return;
    }
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "why");
    gisa_json_object(j);
    gisa_json_put_text(j, "rule", rule);
    gisa_json_key(j, "words");
    gisa_json_array(j);
    gisa_json_array(j);
    gisa_json_uint(j, gisa_view_offset(v, words.begin));
    gisa_json_uint(j, gisa_view_offset(v, words.end));
    gisa_json_array_end(j);
    gisa_json_array_end(j);
    if (reason) {
        gisa_json_put_text(j, "reason", reason);
    }
    if (alternative.size) {
        gisa_json_key(j, "alternatives");
        gisa_json_array(j);
        gisa_json_object(j);
        gisa_json_put_view(j, "value", alternative);
        gisa_json_put_hundredths(j, "score", (double)score);
        gisa_json_object_end(j);
        gisa_json_array_end(j);
    }
    gisa_json_object_end(j);
}
