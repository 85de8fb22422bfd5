/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_inherit.h"

#include "eventrole_lex.h"
#include "sequence_lex.h"
#include "event/event_days.h"
#include "text/seek.h"

uint32_t gisa_event_told_today(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    const struct gisa_draft *told = r->count > z->first_draft ? &r->drafts[r->count - 1] : NULL;
    bool today = told && told->is_reported && told->status == GISA_STATUS_OCCURRED && told->time != GISA_NONE && gisa_event_age(r, told->time) == 0;
    return today ? told->time : GISA_NONE;
}

uint32_t gisa_event_time_of_picture(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    enum { SENTENCES = 4 };
    uint32_t told = r->count ? r->drafts[r->count - 1].sentence + 1 : 0;
    uint32_t first = z->sentence > SENTENCES ? z->sentence - SENTENCES : 0;
    first = first > told ? first : told;
    while (first < z->sentence && r->a->sentences[first].segment + 1 < r->segment) {
        first++; /* of this paragraph or the one above */
    }
    uint32_t found = GISA_NONE;
    uint32_t t = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->sentences[first].span.begin);
    for (; t < r->a->time_count && r->a->times[t].sentence < z->sentence; t++) {
        const struct gisa_time *w = &r->a->times[t];
        found = w->is_resolved && w->from.year && w->to.year && w->precision <= GISA_PRECISION_DAY && !w->in_quote ? t : found;
    }
    return found != GISA_NONE && gisa_event_is_over(r, found) ? found : GISA_NONE;
}

uint32_t gisa_event_time_of_kind(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x) {
    const struct gisa_draft *y = r->last != GISA_NONE ? &r->drafts[r->last] : NULL;
    const bool market = x->type == GISA_EVENT_MARKET; /* 코스피는 거래를 마쳤다. 외국인은 순매도했다. 코스닥도 … 마감했다 */
    bool kind = market || x->type == GISA_EVENT_LEGAL || x->type == GISA_EVENT_AGREEMENT || x->type == GISA_EVENT_APPOINTMENT || x->type == GISA_EVENT_POLITICS;
    bool next = y && y->type == x->type && y->sentence + 1 + market >= z->sentence && y->time != GISA_NONE && y->status == GISA_STATUS_OCCURRED;
    return kind && next && !z->is_heading && r->a->times[y->time].precision <= GISA_PRECISION_DAY && gisa_event_is_news(r, y->time) &&
           gisa_event_word_kind(r, z->first) != GISA_EVENTROLE_KIND_EARLIER && z->set == GISA_NONE ? y->time : GISA_NONE;
}

uint32_t gisa_event_time_of_sequence(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    const struct gisa_token *t = &r->a->tokens[z->first];
    const struct gisa_draft *y = z->first_draft ? &r->drafts[z->first_draft - 1] : NULL;
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    bool goes_on = y && !z->is_heading && z->set == GISA_NONE && !r->is_in_speech && gisa_trie_longest(&gisa_sequence_trie, r->d->key + t->span.begin, n, &row) == n;
    return goes_on && y->sentence + 1 == z->sentence && !y->is_heading && y->time != GISA_NONE && y->status == GISA_STATUS_OCCURRED &&
                   r->a->sentences[y->sentence].segment == r->a->sentences[z->sentence].segment &&
                   r->a->times[y->time].precision <= GISA_PRECISION_DAY && gisa_event_is_news(r, y->time)
               ? y->time : GISA_NONE;
}
