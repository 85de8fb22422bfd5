/* SPDX-License-Identifier: Apache-2.0 */
/* Whom the story goes on about. */
#include "event/event_topic.h"

#include "event/event_group.h"

/* A person, or a body the article keeps speaking of. */
static bool is_hero(const struct gisa_event_reader *r, uint32_t entity) {
    enum { OFTEN = 3 };
    const struct gisa_entity *e = &r->a->entities[entity];
    return e->type == GISA_ENTITY_PERSON || (gisa_event_is_body(e->type) && e->mention_count >= OFTEN);
}

uint32_t gisa_event_body_of(const struct gisa_event_reader *r, uint32_t entity) {
    const struct gisa_entity *e = &r->a->entities[entity];
    if (e->type == GISA_ENTITY_ORGANIZATION) {
        return entity;
    }
    for (uint32_t i = e->first_title; e->type == GISA_ENTITY_PERSON && i < e->first_title + e->title_count; i++) {
        uint32_t body = r->a->titles[i].organization;
        if (body != GISA_NONE && r->a->titles[i].status == GISA_TITLE_CURRENT && r->a->entities[body].type == GISA_ENTITY_ORGANIZATION) {
            return body;
        }
    }
    return GISA_NONE;
}

/* 문 회장은 하르트만 CEO와 만났고, 양사는 …: two bodies, by themselves or by who stands for them. */
static void remember_firms(struct gisa_event_reader *r, uint32_t a, uint32_t b) {
    uint32_t one = gisa_event_body_of(r, a);
    uint32_t other = gisa_event_body_of(r, b);
    bool sides = one == r->group[GISA_GROUP_SIDES][0] && other == r->group[GISA_GROUP_SIDES][1]; /* 노사: no two firms */
    if (one != GISA_NONE && other != GISA_NONE && one != other && !sides) {
        r->group[GISA_GROUP_FIRMS][0] = one;
        r->group[GISA_GROUP_FIRMS][1] = other;
    }
}

/* The one who came, where nobody else is told of; GISA_NONE if there are more or none. */
static uint32_t only_guest(const struct gisa_draft *x) {
    return x->part_count == 1 && x->parts[0].role == GISA_ROLE_ATTENDEE ? x->parts[0].entity : GISA_NONE;
}

void gisa_event_remember_agents(struct gisa_event_reader *r, const struct gisa_draft *x) {
    uint32_t n = 0;
    uint32_t found[2] = {GISA_NONE, GISA_NONE};
    for (uint32_t i = 0; i < x->part_count && n < 2; i++) {
        uint8_t role = x->parts[i].role;
        if (x->is_passive ? role == GISA_ROLE_PATIENT || role == GISA_ROLE_OBJECT : role == GISA_ROLE_AGENT || role == GISA_ROLE_HOST) {
            found[n++] = x->parts[i].entity;
        }
    }
    if (!n) {
        found[0] = only_guest(x); /* 13일 강 대통령은 만찬에 참석했다. 14일에는 … */
        n = found[0] != GISA_NONE;
    }
    if (n && r->a->entities[found[0]].type == GISA_ENTITY_ORGANIZATION) {
        r->firm = found[0];
    }
    if (x->is_passive && !n) {
        return; /* 국토부로부터 과징금을 부과받았다: the story goes on about whom it befell */
    }
    r->topic[0] = x->is_reported && x->reported_by != GISA_NONE ? x->reported_by : found[0];
    r->topic[1] = x->is_reported && x->reported_by != GISA_NONE ? GISA_NONE : found[1];
    r->has_topic = true;
    bool caption = r->a->segments[r->segment].kind == GISA_SEGMENT_CAPTION; /* who is seen on a picture need not be who it is about */
    if (r->hero == GISA_NONE && !caption && found[0] != GISA_NONE && is_hero(r, found[0])) {
        r->hero = found[0];
    }
    if (found[0] != GISA_NONE && found[1] != GISA_NONE &&
        r->a->entities[found[0]].type == r->a->entities[found[1]].type) { /* 한빛과 노을이 합작사를 세운다. 양사는 … */
        bool bodies = r->a->entities[found[0]].type != GISA_ENTITY_PERSON; /* 양국은 합의했다. 두 정상은 … */
        if (!bodies) {
            gisa_event_remember_pair(r, found[0], found[1]);
        } else if (r->a->entities[found[0]].type == GISA_ENTITY_PLACE) { /* 이란과 미국은 만났다. 양국은 … */
            r->group[GISA_GROUP_STATES][0] = found[0];
            r->group[GISA_GROUP_STATES][1] = found[1];
            r->is_of_states = true;
        }
        remember_firms(r, found[0], found[1]);
    }
    if (x->type == GISA_EVENT_MEETING || x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_AGREEMENT) {
        uint32_t pair[2] = {GISA_NONE, GISA_NONE};
        n = 0;
        for (uint32_t i = 0; i < x->part_count && n < 2; i++) {
            bool firm = x->parts[i].role == GISA_ROLE_OBJECT && x->type == GISA_EVENT_AGREEMENT &&
                        r->a->entities[x->parts[i].entity].type == GISA_ENTITY_ORGANIZATION; /* 벡스터를 인수했다 … 두 회사는 */
            if (x->parts[i].role == GISA_ROLE_AGENT || x->parts[i].role == GISA_ROLE_PARTNER ||
                x->parts[i].role == GISA_ROLE_HOST || firm) {
                pair[n++] = x->parts[i].entity;
            }
        }
        if (n == 2 && r->a->entities[pair[0]].type != GISA_ENTITY_PLACE) {
            gisa_event_remember_pair(r, pair[0], pair[1]);
            remember_firms(r, pair[0], pair[1]);
        }
    }
}

void gisa_event_remember_topic(struct gisa_event_reader *r) {
    for (uint32_t i = 0; i < r->phrase_count; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->josa == GISA_JOSA_TOPIC && p->part_count && p->group == GISA_GROUP_NONE && (p->place == GISA_NONE || p->part[0] == p->place)) {
            r->topic[0] = p->part[0];
            r->topic[1] = p->part_count > 1 ? p->part[1] : GISA_NONE;
            return;
        }
    }
}
