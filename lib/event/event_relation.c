/* SPDX-License-Identifier: Apache-2.0 */
/* Relations: offices from the titles, places in places, and what certain roles of an event say of two entities. */
#include <string.h>

#include "base/array.h"
#include "event/event.h"

enum { WINDOW = 48 };

struct relation_list {
    struct gisa_event_reader *r;
    struct gisa_relation *at;
    uint32_t count, cap;
    bool failed;
};

static void push(struct relation_list *l, struct gisa_relation x) {
    bool both_ways = x.type == GISA_RELATION_MET || x.type == GISA_RELATION_AGREED_WITH;
    if (x.source == x.target) {
        return;
    }
    for (uint32_t i = l->count; i-- > 0 && l->count - i <= WINDOW;) {
        const struct gisa_relation *y = &l->at[i];
        bool same = (y->source == x.source && y->target == x.target) || (both_ways && y->source == x.target && y->target == x.source);
        if (y->type == x.type && same && y->label.size == x.label.size &&
            (!x.label.size || memcmp(y->label.bytes, x.label.bytes, x.label.size) == 0)) {
            return;
        }
    }
    if (l->count == l->cap && !(l->at = gisa_array_grow(l->r->run->arena, l->at, &l->cap, l->count + 1, sizeof x))) {
        l->failed = true;
        l->count = l->cap = 0;
        return;
    }
    l->at[l->count++] = x;
}

static uint8_t type_of(const struct relation_list *l, uint32_t entity) { return l->r->a->entities[entity].type; }

static bool is_type(const struct relation_list *l, uint32_t entity, uint32_t types) {
    return types >> type_of(l, entity) & 1;
}

/* Every `source` role x `target` role pair of the wanted kinds of entity. */
static void pair_up(struct relation_list *l, uint32_t event, uint8_t type, uint8_t from, uint32_t from_types, uint8_t to,
                    uint32_t to_types) {
    const struct gisa_event *e = &l->r->a->events[event];
    const struct gisa_participant *p = l->r->a->participants + e->first_participant;
    for (uint32_t i = 0; i < e->participant_count; i++) {
        for (uint32_t k = from == to ? i + 1 : 0; p[i].role == from && k < e->participant_count; k++) {
            if (p[k].role == to && is_type(l, p[i].entity, from_types) && is_type(l, p[k].entity, to_types)) {
                push(l, (struct gisa_relation){.type = type, .source = p[i].entity, .target = p[k].entity,
                                               .event = event, .sentence = e->sentence});
            }
        }
    }
}

static uint32_t count_role(const struct relation_list *l, const struct gisa_event *e, uint8_t role) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->participant_count; i++) {
        n += l->r->a->participants[e->first_participant + i].role == role;
    }
    return n;
}

static bool is_word(const struct relation_list *l, struct gisa_span s, uint32_t a, uint32_t b) {
    return gisa_span_length(s) >= 2 && l->r->d->key[s.end - 2] == a && l->r->d->key[s.end - 1] == b;
}

static const uint32_t sue[] = {0xC18C, 0xC1A1}, acquire[] = {0xC778, 0xC218}, visit[] = {0xBC29, 0xBB38}, seek[] = {0xCC3E, 0xC544}, /* 소송 인수 방문 찾아 */
                      build[] = {0xAC74, 0xC870}, deliver[] = {0xB0A9, 0xD488}; /* 건조 납품 */

static bool holds_word(const struct relation_list *l, struct gisa_span s, const uint32_t *word, uint32_t n) {
    for (uint32_t i = s.begin; i + n <= s.end; i++) {
        if (memcmp(l->r->d->key + i, word, n * sizeof *word) == 0) {
            return true;
        }
    }
    return false;
}

static void relate_place(struct relation_list *l, uint32_t event, uint32_t bodies) {
    const struct gisa_event *e = &l->r->a->events[event];
    for (uint32_t i = 0; i < e->participant_count && e->place != GISA_NONE; i++) {
        const struct gisa_participant *p = &l->r->a->participants[e->first_participant + i];
        if (p->role == GISA_ROLE_AGENT && is_type(l, p->entity, bodies)) {
            push(l, (struct gisa_relation){.type = GISA_RELATION_VISITED, .source = p->entity, .target = e->place,
                                           .event = event, .sentence = e->sentence});
        }
    }
}

static void relate_visit(struct relation_list *l, uint32_t event, uint32_t bodies) {
    relate_place(l, event, bodies);
    pair_up(l, event, GISA_RELATION_VISITED, GISA_ROLE_AGENT, bodies, GISA_ROLE_OBJECT,
            1U << GISA_ENTITY_ORGANIZATION);
}

static void relate(struct relation_list *l, uint32_t event) {
    const struct gisa_event *e = &l->r->a->events[event];
    const uint32_t person = 1U << GISA_ENTITY_PERSON;
    const uint32_t body = 1U << GISA_ENTITY_ORGANIZATION;
    if (e->status != GISA_STATUS_OCCURRED) {
        return;
    }
    switch ((enum gisa_event_type)e->type) {
    case GISA_EVENT_MEETING:
        pair_up(l, event, GISA_RELATION_MET, GISA_ROLE_AGENT, person, GISA_ROLE_PARTNER, person);
        if (count_role(l, e, GISA_ROLE_PARTNER) == 0 && count_role(l, e, GISA_ROLE_AGENT) == 2) {
            pair_up(l, event, GISA_RELATION_MET, GISA_ROLE_AGENT, person, GISA_ROLE_AGENT, person);
        }
        if (holds_word(l, e->clause, visit, 2) || holds_word(l, e->clause, seek, 2)) { /* 공장을 방문해 사장을 만났다 */
            relate_place(l, event, person);
        }
        break;
    case GISA_EVENT_GATHERING:
        if (holds_word(l, e->clause, seek, 2)) { /* 시장을 찾아 간담회를 했다 */
            relate_place(l, event, person);
        }
        break;
    case GISA_EVENT_VISIT:
        relate_visit(l, event, person | body);
        break;
    case GISA_EVENT_INVESTMENT:
        pair_up(l, event, GISA_RELATION_INVESTED_IN, GISA_ROLE_AGENT, person | body, GISA_ROLE_BENEFICIARY, body);
        break;
    case GISA_EVENT_AGREEMENT:
        if (is_word(l, e->trigger, 0xC218, 0xC8FC) || is_word(l, e->trigger, 0xACF5, 0xAE09) || /* 수주, 공급 */
            holds_word(l, e->clause, build, 2) || holds_word(l, e->clause, deliver, 2)) {
            pair_up(l, event, GISA_RELATION_SUPPLIES, GISA_ROLE_AGENT, body, GISA_ROLE_PARTNER, body);
            pair_up(l, event, GISA_RELATION_AGREED_WITH, GISA_ROLE_AGENT, body, GISA_ROLE_PARTNER, body);
        } else if (is_word(l, e->trigger, 0xC778, 0xC218) || holds_word(l, e->clause, acquire, 2)) { /* 인수 */
            pair_up(l, event, GISA_RELATION_ACQUIRED, GISA_ROLE_AGENT, body, GISA_ROLE_OBJECT, body);
        } else {
            pair_up(l, event, GISA_RELATION_AGREED_WITH, GISA_ROLE_AGENT, body, GISA_ROLE_PARTNER, body);
            if (count_role(l, e, GISA_ROLE_PARTNER) == 0 && count_role(l, e, GISA_ROLE_AGENT) == 2) {
                pair_up(l, event, GISA_RELATION_AGREED_WITH, GISA_ROLE_AGENT, body, GISA_ROLE_AGENT, body);
            }
        }
        break;
    case GISA_EVENT_APPOINTMENT:
        pair_up(l, event, GISA_RELATION_APPOINTED, GISA_ROLE_AGENT, body, GISA_ROLE_PATIENT, person);
        break;
    case GISA_EVENT_LEGAL:
        if (holds_word(l, e->clause, sue, 2)) {
            pair_up(l, event, GISA_RELATION_SUED, GISA_ROLE_AGENT, person | body, GISA_ROLE_PATIENT, person | body);
        }
        break;
    case GISA_EVENT_STATEMENT: case GISA_EVENT_ANNOUNCEMENT: case GISA_EVENT_LAUNCH:
    case GISA_EVENT_INCIDENT: case GISA_EVENT_MARKET: case GISA_EVENT_POLITICS:
    case GISA_EVENT_OTHER: case GISA_EVENT_TYPE_COUNT:
        break;
    }
}

/* "미국 서부 팔로 알토": a place lies in the one its words stand behind; the sentence is the first in which they do. */
static void relate_containers(struct relation_list *l) {
    const struct gisa_analysis *a = l->r->a;
    for (uint32_t i = 1; i < a->mention_count; i++) {
        const struct gisa_mention *in = &a->mentions[i - 1], *m = &a->mentions[i];
        const struct gisa_entity *e = &a->entities[m->entity];
        bool body = e->type == GISA_ENTITY_ORGANIZATION;
        bool alike = body == (a->entities[in->entity].type == GISA_ENTITY_ORGANIZATION);
        if (alike && e->container == in->entity && in->sentence == m->sentence && m->entity != in->entity) {
            uint8_t type = body ? GISA_RELATION_PART_OF : GISA_RELATION_LOCATED_IN;
            push(l, (struct gisa_relation){.type = type, .source = m->entity, .target = in->entity, .event = GISA_NONE,
                                           .sentence = m->sentence});
        }
    }
}

enum gisa_status gisa_event_relations(struct gisa_event_reader *r) {
    struct relation_list l = {.r = r};
    for (uint32_t i = 0; i < r->a->title_count; i++) {
        const struct gisa_title *t = &r->a->titles[i];
        if (t->organization != GISA_NONE) {
            push(&l, (struct gisa_relation){.type = GISA_RELATION_POSITION, .source = t->entity,
                                            .target = t->organization, .label = t->form, .event = GISA_NONE,
                                            .sentence = t->sentence});
        }
    }
    relate_containers(&l);
    for (uint32_t i = 0; i < r->a->event_count; i++) {
        relate(&l, i);
    }
    if (l.failed) {
        return GISA_NO_MEMORY;
    }
    r->a->relations = l.at;
    r->a->relation_count = l.count;
    return GISA_OK;
}
