/* SPDX-License-Identifier: Apache-2.0 */
/* The answer as a whole, and the members about what happened: events, timeline, recurring, undated. */
#include <stdio.h>

#include "names.h"
#include "view.h"

static void put_day(struct gisa_json *j, const char *key, struct gisa_date d) {
    char text[16];
    snprintf(text, sizeof text, "%04u-%02u-%02u", (unsigned)d.year, (unsigned)d.month, (unsigned)d.day);
    gisa_json_put_text(j, key, d.year > 0 ? text : NULL);
}

static void put_event_time(struct gisa_view *v, const struct gisa_event *e) {
    struct gisa_json *j = &v->json;
    uint32_t index = gisa_view_time(v, e->time);
    if (index == GISA_NONE) {
        gisa_json_put_null(j, "time");
        return;
    }
    const struct gisa_time *t = &v->a->times[index];
    gisa_json_key(j, "time");
    gisa_json_object(j);
    gisa_json_put_id(j, "ref", 't', index);
    put_day(j, "from", e->from);
    put_day(j, "to", e->to);
    gisa_json_put_text(j, "precision", gisa_name_of(GISA_NAMES_PRECISION, t->precision));
    if (t->zone.size) {
        gisa_json_put_view(j, "zone", t->zone);
    }
    gisa_json_put_text(j, "basis", gisa_name_of(GISA_NAMES_BASIS, e->basis));
    gisa_json_object_end(j);
}

static void put_participants(struct gisa_view *v, const struct gisa_event *e) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "participants");
    gisa_json_array(j);
    for (uint32_t i = 0; i < e->participant_count && e->first_participant + i < v->a->participant_count; i++) {
        const struct gisa_participant *p = &v->a->participants[e->first_participant + i];
        if (gisa_view_entity(v, p->entity) != GISA_NONE) {
            gisa_json_object(j);
            gisa_json_put_id(j, "entity", 'e', p->entity);
            gisa_json_put_text(j, "role", gisa_name_of(GISA_NAMES_ROLE, p->role));
            gisa_json_object_end(j);
        }
    }
    gisa_json_array_end(j);
}

static void put_place(struct gisa_view *v, const struct gisa_event *e) {
    struct gisa_json *j = &v->json;
    uint32_t place = gisa_view_entity(v, e->place);
    gisa_json_key(j, "place");
    if (place == GISA_NONE) {
        gisa_json_null(j);
        return;
    }
    gisa_json_object(j);
    gisa_json_put_id(j, "entity", 'e', place);
    gisa_json_object_end(j);
}

static void put_ids(struct gisa_json *j, const char *key, char prefix, const uint32_t *ids, uint32_t first,
                    uint32_t count, uint32_t limit) {
    gisa_json_key(j, key);
    gisa_json_array(j);
    for (uint32_t i = first; i < limit && i - first < count; i++) {
        gisa_json_id(j, prefix, ids[i]);
    }
    gisa_json_array_end(j);
}

static void put_event(struct gisa_view *v, uint32_t index) {
    struct gisa_json *j = &v->json;
    const struct gisa_event *e = &v->a->events[index];
    gisa_json_object(j);
    gisa_json_put_id(j, "id", 'v', index);
    gisa_json_put_text(j, "type", gisa_name_of(GISA_NAMES_EVENT, e->type));
    gisa_json_put_view(j, "title", e->title);
    gisa_view_put_span(v, "trigger", e->trigger);
    gisa_json_put_text(j, "status", gisa_name_of(GISA_NAMES_STATUS, e->status));
    put_event_time(v, e);
    put_place(v, e);
    put_participants(v, e);
    put_ids(j, "amounts", 'a', v->a->event_amounts, e->first_amount, e->amount_count, v->a->event_amount_count);
    uint32_t span = gisa_view_time(v, e->duration);
    if (span != GISA_NONE) {
        gisa_json_put_id(j, "span", 't', span);
    }
    uint32_t quote = gisa_view_quote(v, e->quote);
    if (quote != GISA_NONE) {
        gisa_json_put_id(j, "quote", 'q', quote);
    }
    uint32_t reporter = gisa_view_entity(v, e->reported_by);
    if (reporter != GISA_NONE) {
        gisa_json_put_id(j, "reported_by", 'e', reporter);
    }
    if (!gisa_span_is_empty(e->cause)) {
        gisa_view_put_span(v, "cause", e->cause);
    }
    if (!gisa_span_is_empty(e->means)) {
        gisa_view_put_span(v, "means", e->means);
    }
    if (e->conflict != GISA_NONE) {
        gisa_json_put_id(j, "conflict", 'v', e->conflict);
    }
    if (e->merged > 1) {
        gisa_json_put_uint(j, "merged", e->merged);
    }
    gisa_json_put_hundredths(j, "confidence", (double)e->confidence);
    put_ids(j, "evidence", 's', v->a->event_evidence, e->first_evidence, e->evidence_count,
            v->a->event_evidence_count);
    gisa_view_put_why(v, e->rule, e->clause, NULL, (struct gisa_bytes_view){NULL, 0}, 0);
    gisa_json_object_end(j);
}

static void put_event_list(struct gisa_view *v, const char *key, const uint32_t *events, uint32_t count) {
    gisa_json_key(&v->json, key);
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < count; i++) {
        if (gisa_view_event(v, events[i]) != GISA_NONE) {
            gisa_json_id(&v->json, 'v', events[i]);
        }
    }
    gisa_json_array_end(&v->json);
}

void gisa_view_put_events(struct gisa_view *v) {
    gisa_json_key(&v->json, "events");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < v->a->event_count; i++) {
        if (gisa_view_event(v, i) != GISA_NONE) {
            put_event(v, i);
        }
    }
    gisa_json_array_end(&v->json);
    put_event_list(v, "timeline", v->a->timeline, v->a->timeline_count);
    put_event_list(v, "recurring", v->a->recurring, v->a->recurring_count);
    put_event_list(v, "undated", v->a->undated, v->a->undated_count);
}

double gisa_korean_share(const struct gisa_document *d, bool *is_blank) {
    uint32_t korean = 0, letters = 0;
    *is_blank = true;
    for (uint32_t i = 0; i < d->count; i++) {
        uint8_t c = d->cls[i];
        bool is_korean = c == GISA_CHAR_HANGUL || c == GISA_CHAR_JAMO || c == GISA_CHAR_HANJA;
        korean += is_korean;
        letters += is_korean || c == GISA_CHAR_LATIN;
        *is_blank = *is_blank && (c == GISA_CHAR_BLANK || c == GISA_CHAR_NEWLINE);
    }
    return letters ? (double)korean / (double)letters : 0;
}

static void put_head(struct gisa_view *v) {
    static const char *const units[] = {"codepoint", "utf16", "utf8"};
    struct gisa_json *j = &v->json;
    bool is_blank;
    gisa_json_put_text(j, "version", "1");
    if (v->origin && v->origin->id) {
        gisa_json_put_text(j, "id", v->origin->id);
    }
    gisa_json_put_text(j, "offset_unit", units[v->wishes->unit]);
    gisa_json_put_uint(j, "length", gisa_view_offset(v, v->a->document.count));
    gisa_json_key(j, "language");
    gisa_json_object(j);
    gisa_json_put_text(j, "code", "ko");
    gisa_json_put_hundredths(j, "confidence", gisa_korean_share(&v->a->document, &is_blank));
    gisa_json_object_end(j);
}

static const struct {
    uint32_t include; /* bit of enum gisa_include */
    void (*put)(struct gisa_view *view);
} members[] = {
    {GISA_INCLUDE_SEGMENTS, gisa_view_put_segments}, {GISA_INCLUDE_SENTENCES, gisa_view_put_sentences},
    {GISA_INCLUDE_TIMES, gisa_view_put_times},       {GISA_INCLUDE_ENTITIES, gisa_view_put_entities},
    {GISA_INCLUDE_AMOUNTS, gisa_view_put_amounts},   {GISA_INCLUDE_QUOTES, gisa_view_put_quotes},
    {GISA_INCLUDE_EVENTS, gisa_view_put_events},     {GISA_INCLUDE_RELATIONS, gisa_view_put_relations},
    {GISA_INCLUDE_FIVE_W, gisa_view_put_five_w},     {GISA_INCLUDE_SUMMARY, gisa_view_put_summary},
    {GISA_INCLUDE_CHECKS, gisa_view_put_checks},
};

void gisa_answer_json(const struct gisa_analysis *a, const struct gisa_wishes *wishes, const struct gisa_origin *origin,
                      struct gisa_buffer *out) {
    struct gisa_view v;
    if (!gisa_view_open(&v, a, wishes)) {
        out->failed = true;
        return;
    }
    v.origin = origin;
    gisa_json_begin(&v.json, out, wishes->pretty);
    gisa_json_object(&v.json);
    put_head(&v);
    gisa_view_put_article(&v);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        if (wishes->include & members[i].include) {
            members[i].put(&v);
        }
    }
    if (wishes->include & GISA_INCLUDE_TEXT) {
        gisa_json_key(&v.json, "text");
        gisa_json_string(&v.json, a->document.source, a->document.source_size);
    }
    gisa_json_object_end(&v.json);
    gisa_buffer_append(out, "\n", 1);
    gisa_view_close(&v);
}
