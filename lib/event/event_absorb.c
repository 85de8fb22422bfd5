/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_absorb.h"

#include "event/event_sort.h"
#include "text/charclass.h"
#include "text/seek.h"

/* 12일 열린 결승에서 북일고를 꺾었다: the occasion, told with what came of it. */
static void tell_outcome(struct gisa_draft *occasion, const struct gisa_draft *x) {
    for (uint32_t k = 0; k < x->part_count; k++) {
        gisa_draft_add(occasion, x->parts[k].entity, x->parts[k].role);
    }
    occasion->clause = (struct gisa_span){x->clause.begin < occasion->clause.begin ? x->clause.begin : occasion->clause.begin, x->clause.end};
    occasion->trigger = x->trigger;
    occasion->is_inner = false;
    occasion->is_nominal = false;
    occasion->status = x->status;
}

bool gisa_event_is_same_telling(struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                            bool weak) {
    for (uint32_t i = z->first_draft; i < r->count; i++) {
        struct gisa_draft *y = &r->drafts[i];
        if (y->time != x->time || y->is_dropped) {
            continue;
        }
        if (weak) {
            if (y->is_inner && gisa_draft_is_occasion(y) && x->type == GISA_EVENT_OTHER) {
                tell_outcome(y, x);
            }
            return true;
        }
        if (y->is_inner && gisa_draft_is_occasion(y) && x->type != y->type) {
            y->is_dropped = true;
        } else if (y->type == x->type && gisa_draft_fits(x, y) && !y->is_aside) {
            for (uint32_t k = 0; k < x->part_count; k++) {
                gisa_draft_add(y, x->parts[k].entity, x->parts[k].role);
            }
            return true;
        }
    }
    return false;
}

bool gisa_event_joins_harm(struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x) {
    if (z->harm == GISA_NONE || x->type != GISA_EVENT_INCIDENT || x->time != z->harmed || r->drafts[z->harm].is_dropped) {
        return false;
    }
    struct gisa_draft *y = &r->drafts[z->harm];
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role == GISA_ROLE_PATIENT) { /* who tells of it did not do it */
            gisa_draft_add(y, x->parts[i].entity, x->parts[i].role);
        }
    }
    for (uint32_t i = 0; i < x->amount_count && y->amount_count < GISA_DRAFT_AMOUNTS; i++) {
        y->amounts[y->amount_count++] = x->amounts[i];
    }
    gisa_event_prove(r, z->harm, z->sentence);
    return true;
}

void gisa_event_absorb_visit(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x) {
    enum { CHAJ = 0xCC3E /* 찾아: 시장을 찾아 간담회를 했다; who arrives somewhere and holds one is told of both */ };
    const bool held = x->type == GISA_EVENT_GATHERING && !x->is_inner;
    if ((x->type != GISA_EVENT_MEETING && !held) || x->status == GISA_STATUS_DENIED || r->count == z->first_draft) {
        return;
    }
    struct gisa_draft *y = &r->drafts[r->count - 1];
    const struct gisa_sentence *s = &r->a->sentences[z->sentence];
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, y->trigger.end);
    for (; y->type == GISA_EVENT_VISIT && t < z->end && r->a->tokens[t].span.end <= x->trigger.begin; t++) {
        if (r->a->tokens[t].ending == GISA_ENDING_CONNECTIVE && r->d->key[r->a->tokens[t].span.end - 1] != 0xD574 /* 위해, 통해 */) {
            return; /* 현장을 찾아 공정률을 점검하고 주지사와 오찬을 했다: a visit, and then a meeting */
        }
    }
    if (y->type != GISA_EVENT_VISIT || y->time != x->time || y->is_dropped || (held && !y->is_weak && r->d->key[y->trigger.begin] != CHAJ)) {
        return;
    }
    for (uint32_t k = 0; k < y->part_count; k++) {
        if (y->parts[k].role == GISA_ROLE_AGENT) {
            gisa_draft_add(x, y->parts[k].entity, GISA_ROLE_AGENT);
        }
    }
    x->place = x->place == GISA_NONE ? y->place : x->place;
    y->is_dropped = true;
}

static bool is_done_by(const struct gisa_draft *x, uint32_t entity) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].entity == entity) {
            return x->parts[i].role == GISA_ROLE_AGENT || x->parts[i].role == GISA_ROLE_HOST;
        }
    }
    return false;
}

void gisa_event_absorb_sitting(struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x) {
    static const uint8_t done[GISA_EVENT_TYPE_COUNT] = {[GISA_EVENT_LEGAL] = 1, [GISA_EVENT_POLITICS] = 1, [GISA_EVENT_INVESTMENT] = 1,
                                                       [GISA_EVENT_APPOINTMENT] = 1, [GISA_EVENT_ANNOUNCEMENT] = 1, [GISA_EVENT_AGREEMENT] = 1};
    struct gisa_draft *y = r->count > z->first_draft ? &r->drafts[r->count - 1] : NULL;
    if (!y || y->type != GISA_EVENT_GATHERING || y->is_dropped || y->is_inner || y->time != x->time || y->time == GISA_NONE || !done[x->type] ||
        y->status != x->status) {
        return;
    }
    for (uint32_t i = y->clause.begin; i < y->trigger.begin; i++) {
        if (gisa_is_quote_key(r->d->key[i])) {
            return; /* '리브라 데이 2026'을 열고 */
        }
    }
    for (uint32_t i = 0; i < y->part_count; i++) {
        if (y->parts[i].role == GISA_ROLE_OBJECT && x->type == GISA_EVENT_LEGAL) {
            continue; /* 국무회의를 열어 의결했다; an assembly at which somebody is elected is told too */
        }
        if (y->parts[i].role != GISA_ROLE_HOST && y->parts[i].role != GISA_ROLE_AGENT) {
            return;
        }
        if (x->part_count && !is_done_by(x, y->parts[i].entity)) {
            return;
        }
    }
    for (uint32_t i = 0; i < y->part_count; i++) {
        if (y->parts[i].role != GISA_ROLE_OBJECT) {
            gisa_draft_add(x, y->parts[i].entity, GISA_ROLE_AGENT);
        }
    }
    x->place = x->place == GISA_NONE ? y->place : x->place;
    y->is_dropped = true;
}
