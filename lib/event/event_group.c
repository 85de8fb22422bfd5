/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_group.h"

#include <string.h>

#include "leader_lex.h"
#include "union_lex.h"

static struct gisa_span first_words(const struct gisa_event_reader *r, uint32_t entity) {
    return r->a->mentions[r->a->entities[entity].first_mention].span;
}

/* The row of union.tsv that the entity's name ends with, or GISA_NONE. */
static uint32_t union_row(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_entity *e = &r->a->entities[entity];
    struct gisa_span s = e->mention_count ? first_words(r, entity) : (struct gisa_span){0, 0};
    uint32_t row = 0;
    bool is = e->type == GISA_ENTITY_ORGANIZATION && gisa_trie_longest_back(&gisa_union_trie, r->d->key + s.end, gisa_span_length(s), &row) > 0;
    return is ? row : GISA_NONE;
}

/* The one union of the article, or its one branch where it names more; GISA_NONE if it is not sure. */
static uint32_t find_union(const struct gisa_event_reader *r) {
    uint32_t only[2] = {GISA_NONE, GISA_NONE}; /* of unions, of branches */
    uint32_t count[2] = {0, 0};
    for (uint32_t i = 0; i < r->a->entity_count; i++) {
        uint32_t row = union_row(r, i);
        if (row == GISA_NONE) {
            continue;
        }
        int branch = gisa_union_rows[row].kind == GISA_UNION_KIND_BRANCH;
        count[branch]++;
        only[branch] = i;
    }
    return count[1] == 1 ? only[1] : count[1] == 0 && count[0] == 1 ? only[0] : GISA_NONE;
}

static bool holds(struct gisa_bytes_view long_name, struct gisa_bytes_view name) {
    for (uint32_t i = 0; i + name.size <= long_name.size; i++) {
        if (memcmp(long_name.bytes + i, name.bytes, name.size) == 0) {
            return true;
        }
    }
    return false;
}

/* 한도자동차 of 한도자동차지부: the body whose name the union's holds; GISA_NONE if there is none. */
static uint32_t find_employer(const struct gisa_event_reader *r, uint32_t of) {
    struct gisa_bytes_view name = r->a->entities[of].name;
    uint32_t found = GISA_NONE;
    for (uint32_t i = 0; i < r->a->entity_count; i++) {
        const struct gisa_entity *e = &r->a->entities[i];
        bool inside = i != of && e->type == GISA_ENTITY_ORGANIZATION && e->name.size && e->name.size < name.size && union_row(r, i) == GISA_NONE &&
                      holds(name, e->name);
        if (inside && (found == GISA_NONE || e->name.size > r->a->entities[found].name.size)) {
            found = i;
        }
    }
    return found;
}

static bool is_state(const struct gisa_entity *e) {
    static const char state[] = "LCP_COUNTRY";
    return e->type == GISA_ENTITY_PLACE && e->label.size == sizeof state - 1 && !memcmp(e->label.bytes, state, sizeof state - 1);
}

/* 한국 and the one other state that the article speaks of most, at least twice as often as of any third. */
static void find_states(struct gisa_event_reader *r) {
    static const char home[] = "한국";
    uint32_t korea = GISA_NONE;
    uint32_t other = GISA_NONE;
    uint32_t third = 0; /* mentions */
    for (uint32_t i = 0; i < r->a->entity_count; i++) {
        const struct gisa_entity *e = &r->a->entities[i];
        if (!is_state(e)) {
            continue;
        }
        if (e->name.size == sizeof home - 1 && !memcmp(e->name.bytes, home, sizeof home - 1)) {
            korea = i;
            continue;
        }
        uint32_t before = other != GISA_NONE ? r->a->entities[other].mention_count : 0;
        if (e->mention_count > before) {
            third = before;
            other = i;
        } else if (e->mention_count > third) {
            third = e->mention_count;
        }
    }
    if (korea != GISA_NONE && r->a->entities[korea].mention_count >= 2 && other != GISA_NONE && r->a->entities[other].mention_count >= 2 && r->a->entities[other].mention_count >= 2 * third) {
        r->group[GISA_GROUP_STATES][0] = korea;
        r->group[GISA_GROUP_STATES][1] = other;
    }
}

void gisa_event_find_groups(struct gisa_event_reader *r) {
    for (uint32_t g = 0; g < GISA_GROUP_COUNT; g++) {
        r->group[g][0] = r->group[g][1] = GISA_NONE;
    }
    uint32_t workers = find_union(r);
    uint32_t employer = workers != GISA_NONE ? find_employer(r, workers) : GISA_NONE;
    if (employer != GISA_NONE) {
        r->group[GISA_GROUP_SIDES][0] = employer;
        r->group[GISA_GROUP_SIDES][1] = workers;
    }
    find_states(r);
}

static bool is_leader(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_entity *e = &r->a->entities[entity];
    bool leads = false;
    for (uint32_t i = e->first_title; e->type == GISA_ENTITY_PERSON && i < e->first_title + e->title_count; i++) {
        const struct gisa_title *t = &r->a->titles[i];
        uint32_t row = 0;
        leads = leads || gisa_trie_longest_back(&gisa_leader_trie, r->d->key + t->span.end, gisa_span_length(t->span), &row) > 0;
    }
    return leads;
}

void gisa_event_remember_pair(struct gisa_event_reader *r, uint32_t a, uint32_t b) {
    r->group[GISA_GROUP_PAIR][0] = a;
    r->group[GISA_GROUP_PAIR][1] = b;
    if (is_leader(r, a) && is_leader(r, b)) {
        r->group[GISA_GROUP_LEADERS][0] = a;
        r->group[GISA_GROUP_LEADERS][1] = b;
    }
}

const uint32_t *gisa_event_group(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    bool pair = p->group == GISA_GROUP_LEADERS && r->group[p->group][0] == GISA_NONE;
    return r->group[pair ? GISA_GROUP_PAIR : p->group];
}
