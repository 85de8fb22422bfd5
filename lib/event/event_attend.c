/* SPDX-License-Identifier: Apache-2.0 */
/* Who was there: guests, told behind the occasion they came to. */
#include "event/event_attend.h"

#include "event/event_days.h"
#include "event/event_noun.h"
#include "host_verb_lex.h"

/* The last occasion of this paragraph or the one above before draft `at` that has taken place; GISA_NONE if there is none. */
static uint32_t occasion_before(const struct gisa_event_reader *r, uint32_t at) {
    enum { DRAFTS = 4 };
    for (uint32_t i = at; i-- > 0 && at - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        if (r->a->sentences[x->sentence].segment + 1 < r->segment) {
            break;
        }
        if (gisa_draft_is_occasion(x) && x->status == GISA_STATUS_OCCURRED && !x->is_dropped) {
            return i;
        }
    }
    return GISA_NONE;
}

/* 상공회의소가 | 여는 포럼에 참석했다: does somebody hold what the guests come to, and come not himself? */
static bool is_holder(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t entity, uint32_t token) {
    uint32_t verb = token;
    for (uint32_t i = z->clause_first; i < token; i++) {
        uint32_t row = 0;
        uint32_t n = gisa_span_length(r->a->tokens[i].span);
        verb = gisa_trie_longest(&gisa_host_verb_trie, r->d->key + r->a->tokens[i].span.begin, n, &row) == n ? i : verb;
    }
    for (uint32_t i = 0; verb < token && i < r->phrase_count && r->phrases[i].end <= verb; i++) {
        const struct gisa_phrase *p = &r->phrases[i];
        if (p->first >= z->clause_first && p->josa == GISA_JOSA_SUBJECT && p->part_count && p->part[0] == entity) {
            return true;
        }
    }
    return false;
}

void gisa_event_attend(struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t day) {
    struct gisa_draft guest = {.type = GISA_EVENT_OTHER, .place = GISA_NONE};
    gisa_event_roles(r, &guest, z->clause_first, token + 1, true);
    uint32_t at = r->occasion != GISA_NONE ? r->occasion : r->last;
    bool went = at != GISA_NONE && r->last != GISA_NONE && at < r->last && r->drafts[at].type == GISA_EVENT_VISIT &&
                r->drafts[at].sentence == r->drafts[r->last].sentence && r->drafts[at].time == r->drafts[r->last].time;
    at = went ? r->last : at; /* 도청을 찾아 협약을 맺었다: the guests are of what was done there */
    if (at != GISA_NONE && r->drafts[at].status == GISA_STATUS_PLANNED && gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PAST) {
        at = occasion_before(r, at); /* nobody has come to what is only planned */
    }
    if (at == GISA_NONE) { /* 본계약에 서명했다. … 서명식에는 사장이 참석했다 */
        const struct gisa_token *first = &r->a->tokens[z->first];
        at = gisa_event_told_with(r, (struct gisa_span){first->span.begin, first->stem_end}, z->sentence);
        r->occasion = at;
        r->is_fresh = true;
    }
    struct gisa_draft *x = at != GISA_NONE ? &r->drafts[at] : NULL;
    if (!x || (day != GISA_NONE && x->time != GISA_NONE && !gisa_event_is_same_day(r, day, x->time))) {
        return;
    }
    for (uint32_t i = 0; i < guest.part_count; i++) {
        bool person = r->a->entities[guest.parts[i].entity].type == GISA_ENTITY_PERSON; /* who is listed before the subject came too */
        if ((guest.parts[i].role == GISA_ROLE_AGENT || guest.parts[i].role == GISA_ROLE_PARTNER || person) && !is_holder(r, z, guest.parts[i].entity, token)) {
            gisa_draft_add(x, guest.parts[i].entity, GISA_ROLE_ATTENDEE);
        }
    }
    gisa_event_prove(r, at, z->sentence);
}
