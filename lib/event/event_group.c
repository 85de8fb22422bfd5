/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_group.h"

#include <string.h>

#include "event/event_days.h"
#include "leader_lex.h"
#include "org_suffix_lex.h"
#include "text/seek.h"
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

/* 한국 and the one other state that the article speaks of most, at least twice as often as of any third. */
static void find_states(struct gisa_event_reader *r) {
    static const char home[] = "한국";
    uint32_t korea = GISA_NONE;
    uint32_t other = GISA_NONE;
    uint32_t third = 0; /* mentions */
    for (uint32_t i = 0; i < r->a->entity_count; i++) {
        const struct gisa_entity *e = &r->a->entities[i];
        if (!gisa_event_is_state(e)) {
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
    uint32_t workers = r->workers = find_union(r);
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
    r->is_of_states = false;
    if (is_leader(r, a) && is_leader(r, b)) {
        r->group[GISA_GROUP_LEADERS][0] = a;
        r->group[GISA_GROUP_LEADERS][1] = b;
    }
}

/* 두 은행: does the body's name hold the word? Any body does for 회사 and other words that no name ends with. */
static bool is_of_kind(const struct gisa_event_reader *r, const struct gisa_phrase *p, uint32_t body) {
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    const struct gisa_span s = r->a->mentions[r->a->entities[body].first_mention].span;
    uint32_t row = 0;
    uint32_t n = t->stem_end - t->span.begin;
    bool any = gisa_trie_longest_back(&gisa_org_suffix_trie, r->d->key + t->stem_end, n, &row) != n;
    for (uint32_t k = s.begin; !any && k + n <= s.end; k++) {
        any = !memcmp(r->d->key + k, r->d->key + t->span.begin, n * sizeof *r->d->key);
    }
    return any;
}

/* 양사는 where no two firms were told to act: the only two that the paragraph has named before, or the paragraph above. */
static void find_firms(struct gisa_event_reader *r, const struct gisa_phrase *p) {
    enum { LOOK = 32, ABOVE = 1 /* paragraphs */ };
    uint32_t *two = r->group[GISA_GROUP_FIRMS];
    uint32_t low = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, r->a->tokens[p->first].span.begin);
    uint32_t segment = GISA_NONE;
    uint32_t found[2] = {GISA_NONE, GISA_NONE};
    for (uint32_t i = low; i-- > 0 && low - i <= LOOK;) {
        const struct gisa_mention *m = &r->a->mentions[i];
        uint32_t here = r->a->sentences[m->sentence].segment;
        if (here + ABOVE < r->segment || (segment != GISA_NONE && here != segment && found[1] != GISA_NONE)) {
            break;
        }
        if (!gisa_event_is_firm(r, &r->a->entities[m->entity]) || !is_of_kind(r, p, m->entity) || m->entity == found[0] || m->entity == found[1]) {
            continue;
        }
        if (found[1] != GISA_NONE) {
            return; /* a third */
        }
        segment = here;
        found[found[0] != GISA_NONE] = m->entity;
    }
    if (found[1] != GISA_NONE) {
        two[0] = found[1]; /* in the order of the text */
        two[1] = found[0];
    }
}

bool gisa_event_is_sides(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    enum { YANG = 0xC591, CHEUK = 0xCE21 /* 양측 */ };
    const struct gisa_token *t = &r->a->tokens[p->end - 1];
    return gisa_span_length(t->span) >= 2 && r->d->key[t->span.begin] == YANG && r->d->key[t->span.begin + 1] == CHEUK;
}

void gisa_event_forget_sides(const struct gisa_event_reader *r, struct gisa_draft *x) {
    enum { YEAR = 366 /* days */ };
    if (!x->is_sides || x->time == GISA_NONE || gisa_event_age(r, x->time) <= YEAR) {
        return;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (r->a->entities[x->parts[i].entity].type != GISA_ENTITY_PERSON || x->parts[i].role != GISA_ROLE_AGENT) {
            x->parts[kept++] = x->parts[i];
        }
    }
    x->part_count = kept;
}

/* Are the two told of last what the phrase calls them? */
static bool are_of_kind(const struct gisa_event_reader *r, const struct gisa_phrase *p) {
    const uint32_t *two = r->group[GISA_GROUP_FIRMS];
    return two[0] != GISA_NONE && two[1] != GISA_NONE && is_of_kind(r, p, two[0]) && is_of_kind(r, p, two[1]);
}

const uint32_t *gisa_event_group(struct gisa_event_reader *r, const struct gisa_phrase *p) {
    uint8_t group = p->group;
    bool sides = gisa_event_is_sides(r, p);
    if (group == GISA_GROUP_LEADERS && r->group[group][0] == GISA_NONE) {
        group = GISA_GROUP_PAIR;
    } else if (group == GISA_GROUP_PAIR && sides && r->is_of_states) {
        group = GISA_GROUP_STATES; /* 러시아와 우크라이나는 회담했다. 양측은 */
    } else if (group == GISA_GROUP_PAIR && r->group[group][0] == GISA_NONE && sides) {
        group = GISA_GROUP_SIDES; /* 양측은 11차례 교섭했다 */
    } else if (group == GISA_GROUP_FIRMS && !are_of_kind(r, p)) {
        r->group[group][0] = r->group[group][1] = GISA_NONE;
        find_firms(r, p);
    }
    return r->group[group];
}
