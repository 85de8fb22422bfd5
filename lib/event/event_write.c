/* SPDX-License-Identifier: Apache-2.0 */
/* The result's arrays: events by their trigger, the three lists, and the proofs of each event. */
#include "event/event_cause.h"
#include "event/event_sort.h"
#include "text/charclass.h"
#include "time/calendar.h"

struct writer {
    struct gisa_event_reader *r;
    struct gisa_event *events;
    uint32_t *place_of; /* [drafts] index of the event, or GISA_NONE */
    struct gisa_participant *parts;
    uint32_t *amounts;
    uint32_t *proofs;
    uint64_t *order, *spare;
    uint32_t count, part_count, amount_count, proof_count;
};

static bool allocate(struct writer *w) {
    struct gisa_event_reader *r = w->r;
    uint32_t parts = 0;
    uint32_t amounts = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        if (!r->drafts[i].is_dropped) {
            w->count++;
            parts += r->drafts[i].part_count;
            amounts += r->drafts[i].amount_count;
        }
    }
    struct gisa_arena *arena = r->run->arena;
    w->events = gisa_arena_alloc(arena, w->count, sizeof *w->events);
    w->parts = gisa_arena_alloc(arena, parts, sizeof *w->parts);
    w->amounts = gisa_arena_alloc(arena, amounts, sizeof *w->amounts);
    w->proofs = gisa_arena_alloc(arena, r->proof_count, sizeof *w->proofs);
    w->place_of = gisa_arena_alloc(r->run->scratch, r->count, sizeof *w->place_of);
    w->order = gisa_arena_alloc(r->run->scratch, w->count, sizeof *w->order);
    w->spare = gisa_arena_alloc(r->run->scratch, w->count, sizeof *w->spare);
    return w->events && w->parts && w->amounts && w->proofs && w->place_of && w->order && w->spare;
}

/* 올해 | 들어, 이달 들어, 올 들어: the time holds the publication, and runs up to it. */
static bool is_so_far(const struct gisa_event_reader *r, const struct gisa_time *t) {
    enum { DEUL = 0xB4E4, EO = 0xC5B4, SEO = 0xC11C /* 들어서 */ };
    const uint32_t *k = r->d->key;
    uint32_t begin = t->span.end - t->span.begin >= 2 && k[t->span.end - 2] == DEUL ? t->span.end - 2 : t->span.end + 1;
    bool behind = begin + 1 < r->a->sentences[t->sentence].span.end && k[begin] == DEUL && k[begin + 1] == EO &&
                  (r->d->cls[begin + 2] != GISA_CHAR_HANGUL || k[begin + 2] == SEO);
    const struct gisa_date day = gisa_article_moment(&r->a->article)->day;
    return behind && day.year && t->to.year && gisa_days_from_date(t->from) <= gisa_days_from_date(day) && gisa_days_from_date(day) <= gisa_days_from_date(t->to);
}

/* 두 사람은 만났다, 한은과 공단은 합의했다: of two alike who act on each other the second is the partner of the first. */
static void face(const struct gisa_analysis *a, uint8_t type, struct gisa_participant *parts, uint32_t count) {
    struct gisa_participant *agent[2] = {NULL, NULL};
    uint32_t agents = 0;
    bool faced = type != GISA_EVENT_MEETING && type != GISA_EVENT_AGREEMENT;
    for (uint32_t i = 0; i < count; i++) {
        faced = faced || parts[i].role == GISA_ROLE_PARTNER;
        if (parts[i].role == GISA_ROLE_AGENT) {
            agent[agents++ > 0] = &parts[i];
        }
    }
    if (!faced && agents == 2 && a->entities[agent[0]->entity].type == a->entities[agent[1]->entity].type) {
        agent[1]->role = GISA_ROLE_PARTNER;
    }
}

static struct gisa_event event_of(struct writer *w, const struct gisa_draft *x) {
    const bool other = x->type == GISA_EVENT_OTHER;
    struct gisa_event e = {.type = other && x->is_match ? (uint8_t)GISA_EVENT_GATHERING : other && x->setting ? (uint8_t)(x->setting - 1) : x->type, .status = x->status, .basis = x->basis, .trigger = x->trigger,
                           .clause = x->clause, .sentence = x->sentence, .time = x->time, .duration = x->duration,
                           .place = x->place, .quote = x->quote, .reported_by = x->reported_by, .merged = x->merged,
                           .rule = x->rule, .confidence = x->confidence};
    e.title = gisa_event_title(w->r, x);
    if (x->time != GISA_NONE) {
        const struct gisa_time *t = &w->r->a->times[x->time];
        e.from = gisa_time_first_day(t);
        e.to = x->is_first ? gisa_unit_end(e.from, t->precision) : is_so_far(w->r, t) ? gisa_article_moment(&w->r->a->article)->day : t->to;
    }
    e.first_participant = w->part_count;
    e.participant_count = x->part_count;
    for (uint32_t i = 0; i < x->part_count; i++) {
        w->parts[w->part_count++] = x->parts[i];
    }
    face(w->r->a, e.type, w->parts + e.first_participant, e.participant_count);
    e.first_amount = w->amount_count;
    e.amount_count = x->amount_count;
    for (uint32_t i = 0; i < x->amount_count; i++) {
        w->amounts[w->amount_count++] = x->amounts[i];
    }
    return e;
}

static bool write_events(struct writer *w) {
    struct gisa_event_reader *r = w->r;
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        w->place_of[i] = GISA_NONE;
        if (!r->drafts[i].is_dropped) {
            w->order[n++] = (uint64_t)r->drafts[i].trigger.begin << 32 | i;
        }
    }
    gisa_sort_keys(w->order, w->spare, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t draft = (uint32_t)w->order[i];
        w->place_of[draft] = i;
        w->events[i] = event_of(w, &r->drafts[draft]);
        gisa_event_causes(r->a, &w->events[i]);
        if (!w->events[i].title.bytes) {
            return false;
        }
    }
    return true;
}

/* The event a draft ended in: merges form chains that only lead to earlier or standing drafts. */
static uint32_t root_of(struct gisa_event_reader *r, uint32_t draft) {
    uint32_t root = draft;
    while (r->drafts[root].into != root) {
        root = r->drafts[root].into;
    }
    while (r->drafts[draft].into != root) { /* shorten the way for the next one */
        uint32_t next = r->drafts[draft].into;
        r->drafts[draft].into = root;
        draft = next;
    }
    return root;
}

static void write_proofs(struct writer *w) {
    struct gisa_event_reader *r = w->r;
    for (uint32_t i = 0; i < r->proof_count; i++) {
        uint32_t e = w->place_of[root_of(r, r->proofs[i].draft)];
        if (e != GISA_NONE) {
            w->events[e].evidence_count++;
        }
    }
    uint32_t first = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        w->events[i].first_evidence = first;
        first += w->events[i].evidence_count;
        w->events[i].evidence_count = 0;
    }
    for (uint32_t i = 0; i < r->proof_count; i++) { /* proofs are in the order of their sentences */
        uint32_t at = w->place_of[root_of(r, r->proofs[i].draft)];
        if (at == GISA_NONE) {
            continue;
        }
        struct gisa_event *e = &w->events[at];
        uint32_t *list = w->proofs + e->first_evidence;
        if (!e->evidence_count || list[e->evidence_count - 1] != r->proofs[i].sentence) {
            list[e->evidence_count++] = r->proofs[i].sentence;
        }
    }
    w->proof_count = first;
    for (uint32_t i = 0; i < w->count; i++) { /* the gaps left by doubles hold no index of a sentence */
        uint32_t end = i + 1 < w->count ? w->events[i + 1].first_evidence : first;
        for (uint32_t k = w->events[i].first_evidence + w->events[i].evidence_count; k < end; k++) {
            w->proofs[k] = w->events[i].sentence;
        }
    }
}

static uint64_t instant(const struct gisa_analysis *a, const struct gisa_event *e, uint32_t index) {
    const struct gisa_time *t = &a->times[e->time];
    uint64_t day = (uint64_t)((int64_t)gisa_days_from_date(e->from) + (INT64_C(1) << 25));
    uint64_t minute = t->minute_of_day == GISA_NONE ? 0 : t->minute_of_day < 1440 ? t->minute_of_day + 1 : 1440;
    return day << 37 | minute << 26 | (index & 0x3FFFFFF);
}

static bool write_lists(struct writer *w) {
    struct gisa_event_reader *r = w->r;
    uint32_t *lists = gisa_arena_alloc(r->run->arena, w->count, sizeof *lists);
    if (!lists) {
        return false;
    }
    uint32_t dated = 0;
    for (uint32_t i = 0; i < w->count; i++) {
        const struct gisa_event *e = &w->events[i];
        struct gisa_draft x = {.time = e->time};
        if (gisa_draft_is_dated(r, &x) && e->status < GISA_STATUS_RECURRING) {
            w->order[dated++] = instant(r->a, e, i);
        }
    }
    gisa_sort_keys(w->order, w->spare, dated);
    for (uint32_t i = 0; i < dated; i++) {
        lists[i] = (uint32_t)(w->order[i] & 0x3FFFFFF);
    }
    uint32_t recurring = dated;
    for (uint32_t i = 0; i < w->count; i++) {
        if (w->events[i].status == GISA_STATUS_RECURRING) {
            lists[recurring++] = i;
        }
    }
    uint32_t undated = recurring;
    for (uint32_t i = 0; i < w->count; i++) {
        if (w->events[i].time == GISA_NONE && w->events[i].status < GISA_STATUS_RECURRING) {
            lists[undated++] = i;
        }
    }
    r->a->timeline = lists;
    r->a->timeline_count = dated;
    r->a->recurring = lists + dated;
    r->a->recurring_count = recurring - dated;
    r->a->undated = lists + recurring;
    r->a->undated_count = undated - recurring;
    return true;
}

enum gisa_status gisa_event_write(struct gisa_event_reader *r) {
    struct writer w = {.r = r};
    if (!allocate(&w) || !write_events(&w)) {
        return GISA_NO_MEMORY;
    }
    write_proofs(&w);
    gisa_event_conflicts(r->a, w.events, w.count, w.parts);
    r->a->events = w.events;
    r->a->event_count = w.count;
    r->a->participants = w.parts;
    r->a->participant_count = w.part_count;
    r->a->event_amounts = w.amounts;
    r->a->event_amount_count = w.amount_count;
    r->a->event_evidence = w.proofs;
    r->a->event_evidence_count = w.proof_count;
    return write_lists(&w) ? GISA_OK : GISA_NO_MEMORY;
}
