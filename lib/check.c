/* SPDX-License-Identifier: Apache-2.0 */
/* gisa_analysis_check(): every invariant of every layer, so that tests and fuzzers see a broken one at once. */
#include <stddef.h>

#include "gisa/analyzer.h"

static bool is_inside(struct gisa_span s, uint32_t count) { return s.begin <= s.end && s.end <= count; }
static bool is_index(uint32_t i, uint32_t count) { return i == GISA_NONE || i < count; }
static bool is_slice(uint32_t first, uint32_t n, uint32_t count) { return first <= count && n <= count - first; }

static const char *check_segments(const struct gisa_analysis *a) {
    const struct gisa_document *d = &a->document;
    uint32_t end = 0;
    uint32_t sentence = 0;
    for (uint32_t i = 0; i < a->segment_count; i++) {
        const struct gisa_segment *s = &a->segments[i];
        if (!is_inside(s->span, d->count) || gisa_span_is_empty(s->span) || s->span.begin < end) {
            return "segments are ordered, not empty and do not overlap";
        }
        for (uint32_t k = end; k < s->span.begin; k++) {
            if (d->cls[k] != GISA_CHAR_BLANK && d->cls[k] != GISA_CHAR_NEWLINE) {
                return "every character that is not white space lies in a segment";
            }
        }
        end = s->span.end;
        if (s->kind >= GISA_SEGMENT_KIND_COUNT) {
            return "a segment has a known kind";
        }
        if (s->sentence_count &&
            (s->first_sentence != sentence || !is_slice(s->first_sentence, s->sentence_count, a->sentence_count))) {
            return "sentences follow their segments";
        }
        sentence += s->sentence_count;
        for (uint32_t k = 0; k < s->sentence_count; k++) {
            const struct gisa_sentence *t = &a->sentences[s->first_sentence + k];
            if (t->segment != i || !gisa_span_contains(s->span, t->span) || gisa_span_is_empty(t->span) ||
                (k && t->span.begin < a->sentences[s->first_sentence + k - 1].span.end)) {
                return "sentences lie in their segment, in order";
            }
        }
    }
    for (uint32_t k = end; k < d->count; k++) {
        if (d->cls[k] != GISA_CHAR_BLANK && d->cls[k] != GISA_CHAR_NEWLINE) {
            return "the last character that is not white space lies in a segment";
        }
    }
    return sentence == a->sentence_count ? NULL : "every sentence belongs to a segment";
}

static const char *check_tokens(const struct gisa_analysis *a) {
    uint32_t token = 0;
    for (uint32_t i = 0; i < a->sentence_count && (a->layers & GISA_LAYER_BIT(GISA_LAYER_TOKEN)); i++) {
        const struct gisa_sentence *s = &a->sentences[i];
        if (s->first_token != token || !is_slice(s->first_token, s->token_count, a->token_count)) {
            return "tokens follow their sentences";
        }
        token += s->token_count;
        uint32_t end = s->span.begin;
        for (uint32_t k = 0; k < s->token_count; k++) {
            const struct gisa_token *t = &a->tokens[s->first_token + k];
            if (t->sentence != i || t->span.begin < end || t->span.end > s->span.end || gisa_span_is_empty(t->span)) {
                return "tokens lie in their sentence, in order";
            }
            if (t->stem_end <= t->span.begin || t->stem_end > t->span.end) {
                return "a token's stem is not empty and inside it";
            }
            end = t->span.end;
        }
    }
    return token == a->token_count ? NULL : "every token belongs to a sentence";
}

static const char *check_entities(const struct gisa_analysis *a) {
    for (uint32_t i = 0; i < a->mention_count; i++) {
        const struct gisa_mention *m = &a->mentions[i];
        if (!is_inside(m->span, a->document.count) || gisa_span_is_empty(m->span) ||
            (i && m->span.begin < a->mentions[i - 1].span.end)) {
            return "mentions are ordered and do not overlap";
        }
        if (m->entity >= a->entity_count || m->sentence >= a->sentence_count ||
            !gisa_span_contains(a->sentences[m->sentence].span, m->span)) {
            return "a mention has an entity and lies in its sentence";
        }
    }
    uint32_t title = 0;
    for (uint32_t i = 0; i < a->entity_count; i++) {
        const struct gisa_entity *e = &a->entities[i];
        if (e->type >= GISA_ENTITY_TYPE_COUNT || e->name.size == 0 || e->mention_count == 0 ||
            e->first_mention >= a->mention_count || a->mentions[e->first_mention].entity != i) {
            return "an entity has a type, a name and a first mention";
        }
        if (e->title_count && (e->first_title != title || !is_slice(e->first_title, e->title_count, a->title_count))) {
            return "titles follow their entities";
        }
        title += e->title_count;
        if (!is_index(e->container, a->entity_count) || e->container == i) {
            return "a container is another entity";
        }
        if (i && a->mentions[e->first_mention].span.begin < a->mentions[a->entities[i - 1].first_mention].span.begin) {
            return "entities are ordered by their first mention";
        }
    }
    for (uint32_t i = 0; i < a->title_count; i++) {
        const struct gisa_title *t = &a->titles[i];
        if (t->entity >= a->entity_count || !is_index(t->organization, a->entity_count) ||
            !is_inside(t->span, a->document.count) || t->sentence >= a->sentence_count) {
            return "a title has a person, and its links are in range";
        }
    }
    return title == a->title_count ? NULL : "every title belongs to an entity";
}

static const char *check_times(const struct gisa_analysis *a) {
    for (uint32_t i = 0; i < a->time_count; i++) {
        const struct gisa_time *t = &a->times[i];
        if (!is_inside(t->span, a->document.count) || gisa_span_is_empty(t->span) ||
            (i && t->span.begin < a->times[i - 1].span.end)) {
            return "times are ordered and do not overlap";
        }
        if (t->sentence >= a->sentence_count || !is_index(t->zone_entity, a->entity_count) || t->value.size == 0 ||
            t->precision >= GISA_PRECISION_COUNT || t->mod >= GISA_MOD_COUNT) {
            return "a time has a value and its links are in range";
        }
    }
    for (uint32_t i = 0; i < a->amount_count; i++) {
        const struct gisa_amount *m = &a->amounts[i];
        if (!is_inside(m->span, a->document.count) || gisa_span_is_empty(m->span) ||
            (i && m->span.begin < a->amounts[i - 1].span.end) || m->sentence >= a->sentence_count ||
            m->value.size == 0 || !is_index(m->period, a->time_count)) {
            return "amounts are ordered, do not overlap and have a value";
        }
    }
    return NULL;
}

static const char *check_quotes(const struct gisa_analysis *a) {
    for (uint32_t i = 0; i < a->quote_count; i++) {
        const struct gisa_quote *q = &a->quotes[i];
        if (!is_inside(q->span, a->document.count) || gisa_span_is_empty(q->span) ||
            !gisa_span_contains(q->span, q->content) || (i && q->span.begin < a->quotes[i - 1].span.begin)) {
            return "quotations are ordered and hold their content";
        }
        if (q->sentence >= a->sentence_count || !is_index(q->speaker, a->entity_count) ||
            !is_index(q->speaker2, a->entity_count) || !is_index(q->said, a->time_count) ||
            !is_index(q->parent, i) || !is_inside(q->source, a->document.count) ||
            !is_inside(q->cue, a->document.count)) {
            return "a quotation's links are in range";
        }
    }
    return NULL;
}

static const char *check_events(const struct gisa_analysis *a) {
    for (uint32_t i = 0; i < a->event_count; i++) {
        const struct gisa_event *e = &a->events[i];
        if (!is_inside(e->trigger, a->document.count) || gisa_span_is_empty(e->trigger) ||
            (i && e->trigger.begin < a->events[i - 1].trigger.begin)) {
            return "events are ordered by their trigger";
        }
        if (e->type >= GISA_EVENT_TYPE_COUNT || e->status >= GISA_EVENT_STATUS_COUNT ||
            e->sentence >= a->sentence_count || !is_index(e->time, a->time_count) ||
            !is_index(e->duration, a->time_count) || !is_index(e->place, a->entity_count) ||
            !is_index(e->quote, a->quote_count) || !is_index(e->reported_by, a->entity_count) ||
            !is_slice(e->first_participant, e->participant_count, a->participant_count) ||
            !is_slice(e->first_amount, e->amount_count, a->event_amount_count) ||
            !is_slice(e->first_evidence, e->evidence_count, a->event_evidence_count) || e->merged == 0 ||
            e->evidence_count == 0 || !is_inside(e->cause, a->document.count) || !is_inside(e->means, a->document.count) ||
            !is_index(e->conflict, a->event_count)) {
            return "an event's links are in range and it has evidence";
        }
    }
    for (uint32_t i = 0; i < a->participant_count; i++) {
        if (a->participants[i].entity >= a->entity_count || a->participants[i].role >= GISA_ROLE_COUNT) {
            return "participants are entities";
        }
    }
    for (uint32_t i = 0; i < a->event_amount_count; i++) {
        if (a->event_amounts[i] >= a->amount_count) {
            return "amounts of events are amounts";
        }
    }
    for (uint32_t i = 0; i < a->event_evidence_count; i++) {
        if (a->event_evidence[i] >= a->sentence_count) {
            return "evidence is sentences";
        }
    }
    for (uint32_t i = 0; i < a->timeline_count; i++) {
        if (a->timeline[i] >= a->event_count || a->events[a->timeline[i]].time == GISA_NONE) {
            return "the timeline holds dated events";
        }
    }
    for (uint32_t i = 0; i < a->relation_count; i++) {
        const struct gisa_relation *r = &a->relations[i];
        if (r->type >= GISA_RELATION_TYPE_COUNT || r->source >= a->entity_count || r->target >= a->entity_count ||
            !is_index(r->event, a->event_count) || r->sentence >= a->sentence_count) {
            return "a relation joins two entities";
        }
    }
    return NULL;
}

const char *gisa_analysis_check(const struct gisa_analysis *a) {
    static const struct {
        enum gisa_layer layer;
        const char *(*check)(const struct gisa_analysis *a);
    } checks[] = {
        {GISA_LAYER_SEGMENT, check_segments}, {GISA_LAYER_TOKEN, check_tokens}, {GISA_LAYER_ENTITY, check_entities},
        {GISA_LAYER_TIME, check_times},       {GISA_LAYER_QUOTE, check_quotes}, {GISA_LAYER_EVENT, check_events},
    };
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        const char *broken = a->layers & GISA_LAYER_BIT(checks[i].layer) ? checks[i].check(a) : NULL;
        if (broken) {
            return broken;
        }
    }
    return NULL;
}
