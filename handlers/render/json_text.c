/* SPDX-License-Identifier: Apache-2.0 */
/* The members that lie on the text itself: article, segments, sentences, times, amounts, checks. */
#include <stdio.h>
#include <string.h>

#include "gisa/rule.h"
#include "names.h"
#include "view.h"
#include "zone.h"

static void put_moment(struct gisa_view *v, const char *key, const struct gisa_moment *m, struct gisa_span span) {
    struct gisa_json *j = &v->json;
    if (!m->day.year) {
        gisa_json_put_null(j, key);
        return;
    }
    char value[40];
    struct gisa_moment told = gisa_wishes_moment(v->wishes, *m);
    gisa_wire_moment_write(&told, value);
    gisa_json_key(j, key);
    gisa_json_object(j);
    if (!gisa_span_is_empty(span)) {
        gisa_view_put_words(v, span);
    }
    gisa_json_put_text(j, "value", value);
    gisa_json_put_text(j, "source", gisa_span_is_empty(span) ? "request" : "text");
    gisa_json_object_end(j);
}

static void put_byline(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    const struct gisa_article *t = &v->a->article;
    gisa_json_key(j, "byline");
    gisa_json_array(j);
    for (uint32_t i = 0; i < t->reporter_count; i++) {
        gisa_json_object(j);
        gisa_json_put_view(j, "name", gisa_view_source(v, t->reporters[i].name));
        gisa_json_put_view(j, "role", gisa_view_source(v, t->reporters[i].role));
        gisa_view_put_words(v, t->reporters[i].span);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

/* The text's own headline, else the title that came beside the text, which has no offsets. */
static void put_headline(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    if (!gisa_span_is_empty(v->a->article.headline) || !v->origin || !v->origin->title || !v->origin->title[0]) {
        gisa_view_put_span(v, "headline", v->a->article.headline);
        return;
    }
    gisa_json_key(j, "headline");
    gisa_json_object(j);
    gisa_json_put_text(j, "text", v->origin->title);
    gisa_json_put_text(j, "source", "request");
    gisa_json_object_end(j);
}

void gisa_view_put_article(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    const struct gisa_article *t = &v->a->article;
    gisa_json_key(j, "article");
    gisa_json_object(j);
    put_headline(v);
    gisa_json_key(j, "tags");
    gisa_json_array(j);
    for (uint32_t i = 0; i < t->tag_count; i++) {
        gisa_json_object(j);
        gisa_view_put_words(v, t->tags[i]);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
    put_byline(v);
    gisa_view_put_span(v, "email", t->email);
    put_moment(v, "published", &t->published, t->published_span);
    put_moment(v, "modified", &t->modified, t->modified_span);
    gisa_json_key(j, "publisher");
    if (gisa_span_is_empty(t->publisher)) {
        gisa_json_null(j);
    } else {
        gisa_json_object(j);
        gisa_json_put_view(j, "name", gisa_view_source(v, t->publisher));
        gisa_view_put_words(v, t->publisher);
        gisa_json_object_end(j);
    }
    gisa_json_put_text(j, "portal", t->portal);
    if (v->origin && v->origin->source) {
        gisa_json_put_text(j, "source", v->origin->source);
    }
    if (v->origin && v->origin->url) {
        gisa_json_put_text(j, "url", v->origin->url);
    }
    gisa_json_object_end(j);
}

void gisa_view_put_segments(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "segments");
    gisa_json_array(j);
    for (uint32_t i = 0; i < v->a->segment_count; i++) {
        const struct gisa_segment *s = &v->a->segments[i];
        gisa_json_object(j);
        gisa_json_put_id(j, "id", 'b', i);
        gisa_json_put_text(j, "kind", gisa_name_of(GISA_NAMES_SEGMENT, s->kind));
        if (s->is_lead) {
            gisa_json_put_bool(j, "lead", true);
        }
        gisa_view_put_offsets(v, s->span);
        if (!gisa_span_is_empty(s->label)) {
            gisa_view_put_span(v, "label", s->label);
        }
        if (!gisa_span_is_empty(s->credit)) {
            gisa_view_put_span(v, "credit", s->credit);
        }
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

void gisa_view_put_sentences(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "sentences");
    gisa_json_array(j);
    for (uint32_t i = 0; i < v->a->sentence_count; i++) {
        gisa_json_object(j);
        gisa_json_put_id(j, "id", 's', i);
        gisa_json_put_id(j, "segment", 'b', v->a->sentences[i].segment);
        gisa_view_put_offsets(v, v->a->sentences[i].span);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

static void put_date(struct gisa_json *j, const char *key, struct gisa_date d) {
    char text[16];
    if (d.year <= 0) {
        gisa_json_put_null(j, key);
        return;
    }
    snprintf(text, sizeof text, "%04u-%02u-%02u", (unsigned)d.year, (unsigned)d.month, (unsigned)d.day);
    gisa_json_put_text(j, key, text);
}

static void put_view_if(struct gisa_json *j, const char *key, struct gisa_bytes_view view) {
    if (view.size) {
        gisa_json_put_view(j, key, view);
    }
}

/* "R/XXXX-06 R/XXXX-12" -> ["R/XXXX-06","R/XXXX-12"] */
static void put_members(struct gisa_json *j, struct gisa_bytes_view members) {
    if (!members.size) {
        return;
    }
    gisa_json_key(j, "members");
    gisa_json_array(j);
    for (uint32_t i = 0; i < members.size;) {
        const char *space = memchr(members.bytes + i, ' ', members.size - i);
        uint32_t n = space ? (uint32_t)(space - members.bytes) - i : members.size - i;
        if (n) {
            gisa_json_string(j, members.bytes + i, n);
        }
        i += n + 1;
    }
    gisa_json_array_end(j);
}

/* The RRULE (RFC 5545) of a set of months or of a plain period; nothing when it is not so simple. */
static void put_rrule(struct gisa_json *j, const struct gisa_time *t) {
    char rule[64] = "FREQ=YEARLY;BYMONTH=";
    size_t used = strlen(rule);
    enum { MEMBER = 9, MOST = 12 }; /* "R/XXXX-06" */
    if (t->members.size) {
        uint32_t count = (t->members.size + 1) / (MEMBER + 1);
        if ((t->members.size + 1) % (MEMBER + 1) || count > MOST) {
            return;
        }
        for (uint32_t i = 0; i < count; i++) {
            const char *m = t->members.bytes + (size_t)i * (MEMBER + 1);
            int month = (m[7] - '0') * 10 + (m[8] - '0');
            if (memcmp(m, "R/XXXX-", 7) != 0 || month < 1 || month > 12) {
                return;
            }
            used += (size_t)snprintf(rule + used, sizeof rule - used, "%s%d", i ? "," : "", month);
        }
        gisa_json_put_text(j, "rrule", rule);
        return;
    }
    static const struct { const char *value, *rule; } plain[] = {{"R/P1D", "FREQ=DAILY"}, {"R/P1W", "FREQ=WEEKLY"},
        {"R/P1M", "FREQ=MONTHLY"}, {"R/P1Y", "FREQ=YEARLY"}};
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        if (t->value.size == strlen(plain[i].value) && memcmp(t->value.bytes, plain[i].value, t->value.size) == 0) {
            gisa_json_put_text(j, "rrule", plain[i].rule);
        }
    }
}

static void put_zone(struct gisa_view *v, const struct gisa_time *t) {
    struct gisa_json *j = &v->json;
    if (!t->zone.size) {
        return;
    }
    gisa_json_put_view(j, "zone", t->zone);
    uint32_t entity = gisa_view_entity(v, t->zone_entity);
    if (entity != GISA_NONE) {
        char source[24];
        snprintf(source, sizeof source, "place:e%lu", (unsigned long)entity + 1);
        gisa_json_put_text(j, "zone_source", source);
    }
    char zone[GISA_INSTANT], instant[GISA_INSTANT];
    bool is_clock = t->minute_of_day != GISA_NONE && t->from.year && t->zone.size < sizeof zone;
    if (is_clock) {
        memcpy(zone, t->zone.bytes, t->zone.size);
        zone[t->zone.size] = 0;
        if (gisa_zone_instant(zone, t->from, t->minute_of_day, instant)) {
            gisa_json_put_text(j, "instant", instant);
        }
    }
}

static void put_time(struct gisa_view *v, uint32_t index) {
    struct gisa_json *j = &v->json;
    const struct gisa_time *t = &v->a->times[index];
    bool is_calendar = t->type == GISA_TIME_DATE || t->type == GISA_TIME_TIME;
    gisa_json_object(j);
    gisa_json_put_id(j, "id", 't', index);
    gisa_view_put_words(v, t->span);
    gisa_json_put_id(j, "sentence", 's', t->sentence);
    gisa_json_put_text(j, "type", gisa_name_of(GISA_NAMES_TIME, t->type));
    gisa_json_put_view(j, "value", t->value);
    if (t->mod) {
        gisa_json_put_text(j, "mod", gisa_name_of(GISA_NAMES_MOD, t->mod));
    }
    if (t->precision) {
        gisa_json_put_text(j, "precision", gisa_name_of(GISA_NAMES_PRECISION, t->precision));
    }
    if (is_calendar || t->is_resolved) {
        put_date(j, "from", t->from);
        put_date(j, "to", t->to);
    }
    put_view_if(j, "begin", t->begin);
    put_view_if(j, "end_", t->end);
    put_members(j, t->members);
    put_view_if(j, "quant", t->quant);
    put_view_if(j, "freq", t->freq);
    if (t->type == GISA_TIME_SET) {
        put_rrule(j, t);
    }
    if (t->anchor) {
        gisa_json_put_text(j, "anchor", gisa_name_of(GISA_NAMES_ANCHOR, t->anchor));
    }
    put_zone(v, t);
    if (t->in_quote) {
        gisa_json_put_bool(j, "in_quote", true);
    }
    if (t->is_name) {
        gisa_json_put_bool(j, "in_name", true);
    }
    if (t->is_fiscal) {
        gisa_json_put_bool(j, "fiscal", true);
    }
    if (t->is_ambiguous) {
        gisa_json_put_bool(j, "ambiguous", true);
    }
    if (t->rule) {
        gisa_json_put_text(j, "rule", t->rule);
    }
    gisa_json_put_hundredths(j, "confidence", (double)t->confidence);
    gisa_view_put_why(v, t->rule, t->span, t->reason, t->alternative, t->alternative_score);
    gisa_json_object_end(j);
}

void gisa_view_put_times(struct gisa_view *v) {
    gisa_json_key(&v->json, "times");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < v->a->time_count; i++) {
        if (gisa_view_time(v, i) != GISA_NONE) {
            put_time(v, i);
        }
    }
    gisa_json_array_end(&v->json);
}

void gisa_view_put_amounts(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "amounts");
    gisa_json_array(j);
    for (uint32_t i = 0; i < v->a->amount_count; i++) {
        const struct gisa_amount *m = &v->a->amounts[i];
        gisa_json_object(j);
        gisa_json_put_id(j, "id", 'a', i);
        gisa_view_put_words(v, m->span);
        gisa_json_put_id(j, "sentence", 's', m->sentence);
        gisa_json_put_text(j, "type", gisa_name_of(GISA_NAMES_AMOUNT, m->type));
        gisa_json_put_view(j, "value", m->value);
        put_view_if(j, "value_to", m->value_to);
        gisa_json_put_view(j, "unit", m->unit);
        gisa_json_put_bool(j, "approximate", m->mod == GISA_MOD_APPROX);
        if (m->mod) {
            gisa_json_put_text(j, "mod", gisa_name_of(GISA_NAMES_MOD, m->mod));
        }
        if (m->period != GISA_NONE) {
            gisa_json_put_id(j, "period", 't', gisa_view_time(v, m->period));
        }
        gisa_view_put_why(v, m->rule, m->span, NULL, (struct gisa_bytes_view){NULL, 0}, 0);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

/* curl -d strips newlines: a long text without one is worth a word to who sent it. */
static bool lacks_newlines(const struct gisa_document *d) {
    enum { LONG = 400 };
    for (uint32_t i = 0; i < d->count; i++) {
        if (d->cls[i] == GISA_CHAR_NEWLINE) {
            return false;
        }
    }
    return d->count > LONG;
}

static void put_pair(struct gisa_view *v, struct gisa_span span) {
    gisa_json_array(&v->json);
    gisa_json_uint(&v->json, gisa_view_offset(v, span.begin));
    gisa_json_uint(&v->json, gisa_view_offset(v, span.end));
    gisa_json_array_end(&v->json);
}

static void put_check(struct gisa_view *v, const struct gisa_check *c) {
    struct gisa_check_text text = {NULL, NULL, 0};
    gisa_check_text(c->code, &text);
    gisa_json_object(&v->json);
    gisa_json_put_text(&v->json, "code", c->code);
    gisa_json_put_text(&v->json, "severity", gisa_name_of(GISA_NAMES_SEVERITY, c->severity));
    gisa_view_put_offsets(v, c->span);
    if (!gisa_span_is_empty(c->other)) {
        gisa_json_key(&v->json, "spans");
        gisa_json_array(&v->json);
        put_pair(v, c->span);
        put_pair(v, c->other);
        gisa_json_array_end(&v->json);
    }
    gisa_json_put_text(&v->json, "en", text.en);
    gisa_json_put_text(&v->json, "ko", text.ko);
    gisa_json_object_end(&v->json);
}

void gisa_view_put_checks(struct gisa_view *v) {
    gisa_json_key(&v->json, "checks");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < v->a->check_count; i++) {
        put_check(v, &v->a->checks[i]);
    }
    if (lacks_newlines(&v->a->document)) {
        const struct gisa_check check = {"no-newlines", {0, v->a->document.count}, {0, 0}, GISA_CHECK_INFO};
        put_check(v, &check);
    }
    gisa_json_array_end(&v->json);
}
