/* SPDX-License-Identifier: Apache-2.0 */
/* The members about names: entities with their mentions and titles, quotations, relations. */
#include <string.h>

#include "gisa/gazetteer.h"
#include "names.h"
#include "view.h"

enum { MAX_ALIASES = 16 }; /* distinct forms told of one entity: keeps the search for a form bounded */

static bool is_same(struct gisa_bytes_view a, struct gisa_bytes_view b) {
    return a.size == b.size && memcmp(a.bytes, b.bytes, a.size) == 0;
}

static void put_aliases(struct gisa_view *v, uint32_t entity) {
    struct gisa_json *j = &v->json;
    struct gisa_bytes_view told[MAX_ALIASES];
    uint32_t count = 0;
    gisa_json_key(j, "aliases");
    gisa_json_array(j);
    for (uint32_t m = v->first_mention[entity]; m != GISA_NONE && count < MAX_ALIASES; m = v->next_mention[m]) {
        struct gisa_bytes_view text = gisa_view_source(v, v->a->mentions[m].span);
        bool is_known = v->a->mentions[m].form == GISA_MENTION_PRONOUN || is_same(text, v->a->entities[entity].name);
        for (uint32_t i = 0; i < count && !is_known; i++) {
            is_known = is_same(text, told[i]);
        }
        if (!is_known) {
            told[count++] = text;
            gisa_json_string(j, text.bytes, text.size);
        }
    }
    gisa_json_array_end(j);
}

static void put_titles(struct gisa_view *v, const struct gisa_entity *e) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "titles");
    gisa_json_array(j);
    for (uint32_t i = 0; i < e->title_count && e->first_title + i < v->a->title_count; i++) {
        const struct gisa_title *t = &v->a->titles[e->first_title + i];
        gisa_json_object(j);
        gisa_json_put_view(j, "title", t->form);
        gisa_json_put_id(j, "org", 'e', gisa_view_entity(v, t->organization));
        gisa_json_put_text(j, "status", gisa_name_of(GISA_NAMES_TITLE_STATUS, t->status));
        gisa_json_put_id(j, "sentence", 's', t->sentence);
        gisa_json_put_hundredths(j, "confidence", (double)t->confidence);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

static void put_mentions(struct gisa_view *v, uint32_t entity) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "mentions");
    gisa_json_array(j);
    for (uint32_t i = v->first_mention[entity]; i != GISA_NONE; i = v->next_mention[i]) {
        const struct gisa_mention *m = &v->a->mentions[i];
        gisa_json_object(j);
        gisa_view_put_words(v, m->span);
        gisa_json_put_text(j, "form", gisa_name_of(GISA_NAMES_MENTION, m->form));
        bool has_sentence = m->sentence < v->a->sentence_count;
        gisa_json_put_id(j, "segment", 'b', has_sentence ? v->a->sentences[m->sentence].segment : GISA_NONE);
        gisa_view_put_why(v, m->rule, m->span, NULL, (struct gisa_bytes_view){NULL, 0}, 0);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}

static void put_link(struct gisa_json *j, const struct gisa_entity *e) {
    if (e->link.size) {
        gisa_json_key(j, "link");
        gisa_json_object(j);
        gisa_json_put_text(j, "gazetteer", e->link_slot == GISA_GAZETTEER_REQUEST ? "request" : "local");
        gisa_json_put_view(j, "id", e->link);
        gisa_json_object_end(j);
    }
}

static void put_entity(struct gisa_view *v, uint32_t index) {
    struct gisa_json *j = &v->json;
    const struct gisa_entity *e = &v->a->entities[index];
    gisa_json_object(j);
    gisa_json_put_id(j, "id", 'e', index);
    gisa_json_put_text(j, "type", gisa_name_of(GISA_NAMES_ENTITY, e->type));
    gisa_json_put_view(j, "label", e->label);
    gisa_json_put_view(j, "name", e->name);
    put_aliases(v, index);
    gisa_json_put_hundredths(j, "salience", (double)e->salience);
    if (e->type == GISA_ENTITY_PERSON) {
        put_titles(v, e);
    }
    uint32_t container = gisa_view_entity(v, e->container);
    if (container != GISA_NONE) {
        gisa_json_put_id(j, "part_of", 'e', container);
    }
    if (e->country[0]) {
        gisa_json_put_text(j, "country", e->country);
    }
    if (e->zone.size) {
        gisa_json_put_view(j, "zone", e->zone);
    }
    put_link(j, e);
    put_mentions(v, index);
    gisa_json_put_hundredths(j, "confidence", (double)e->confidence);
    gisa_json_object_end(j);
}

void gisa_view_put_entities(struct gisa_view *v) {
    gisa_json_key(&v->json, "entities");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < v->a->entity_count; i++) {
        if (gisa_view_entity(v, i) != GISA_NONE) {
            put_entity(v, i);
        }
    }
    gisa_json_array_end(&v->json);
}

static void put_quote(struct gisa_view *v, uint32_t index) {
    struct gisa_json *j = &v->json;
    const struct gisa_quote *q = &v->a->quotes[index];
    gisa_json_object(j);
    gisa_json_put_id(j, "id", 'q', index);
    gisa_json_put_text(j, "kind", gisa_name_of(GISA_NAMES_QUOTE, q->kind));
    gisa_view_put_offsets(v, q->span);
    gisa_json_key(j, "content");
    gisa_json_object(j);
    gisa_view_put_words(v, q->content);
    gisa_json_object_end(j);
    gisa_json_put_id(j, "speaker", 'e', gisa_view_entity(v, q->speaker));
    uint32_t second = gisa_view_entity(v, q->speaker2);
    if (second != GISA_NONE) {
        gisa_json_put_id(j, "speaker2", 'e', second);
    }
    gisa_view_put_span(v, "source", q->source);
    gisa_view_put_span(v, "cue", q->cue);
    gisa_json_put_id(j, "said", 't', gisa_view_time(v, q->said));
    gisa_json_put_id(j, "sentence", 's', q->sentence);
    uint32_t parent = gisa_view_quote(v, q->parent);
    if (parent != GISA_NONE) {
        gisa_json_put_id(j, "parent", 'q', parent);
    }
    gisa_json_put_uint(j, "utterance", q->utterance);
    if (q->is_headline) {
        gisa_json_put_bool(j, "headline", true);
    }
    if (q->is_carried) {
        gisa_json_put_bool(j, "carried", true);
    }
    gisa_json_put_hundredths(j, "confidence", (double)q->confidence);
    gisa_view_put_why(v, q->rule, q->span, NULL, (struct gisa_bytes_view){NULL, 0}, 0);
    gisa_json_object_end(j);
}

void gisa_view_put_quotes(struct gisa_view *v) {
    gisa_json_key(&v->json, "quotes");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < v->a->quote_count; i++) {
        if (gisa_view_quote(v, i) != GISA_NONE) {
            put_quote(v, i);
        }
    }
    gisa_json_array_end(&v->json);
}

void gisa_view_put_relations(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    gisa_json_key(j, "relations");
    gisa_json_array(j);
    for (uint32_t i = 0; i < v->a->relation_count; i++) {
        const struct gisa_relation *r = &v->a->relations[i];
        uint32_t source = gisa_view_entity(v, r->source), target = gisa_view_entity(v, r->target);
        if (source == GISA_NONE || target == GISA_NONE) {
            continue;
        }
        gisa_json_object(j);
        gisa_json_put_id(j, "id", 'r', i);
        gisa_json_put_text(j, "type", gisa_name_of(GISA_NAMES_RELATION, r->type));
        gisa_json_put_id(j, "source", 'e', source);
        gisa_json_put_id(j, "target", 'e', target);
        if (r->label.size) {
            gisa_json_put_view(j, "label", r->label);
        }
        uint32_t event = gisa_view_event(v, r->event);
        if (event != GISA_NONE) {
            gisa_json_put_id(j, "event", 'v', event);
        }
        gisa_json_key(j, "evidence");
        gisa_json_array(j);
        if (r->sentence != GISA_NONE) {
            gisa_json_id(j, 's', r->sentence);
        }
        gisa_json_array_end(j);
        gisa_json_object_end(j);
    }
    gisa_json_array_end(j);
}
