/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_deny.h"

#include "call_off_lex.h"
#include "rumour_lex.h"

/* The kind of the word that begins at the token, or UINT8_MAX. */
static uint8_t kind_at(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_sentence *s = &r->a->sentences[z->sentence];
    uint32_t begin = r->a->tokens[token].span.begin;
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_rumour_trie, r->d->key + begin, s->span.end - begin, &row) ? gisa_rumour_rows[row].kind : UINT8_MAX;
}

uint32_t gisa_event_denied(const struct gisa_event_reader *r, const struct gisa_sentence_state *z) {
    enum { NEUN = 0xB294 /* 는 of 다는 */, REACH = 3 };
    uint32_t denied = GISA_NONE;
    uint32_t reported = GISA_NONE;
    for (uint32_t i = z->first; i < z->end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool quoted = r->is_quoted[i];
        uint8_t kind = kind_at(r, z, i);
        for (uint32_t k = 1; kind == GISA_RUMOUR_KIND_NOUN && !quoted && k <= REACH && i >= z->first + k; k++) {
            const struct gisa_token *u = &r->a->tokens[i - k];
            bool reports = u->kind == GISA_TOKEN_WORD && !r->is_quoted[i - k] && u->ending == GISA_ENDING_QUOTATIVE && r->d->key[u->span.end - 1] == NEUN;
            reported = reports ? i - k : reported;
        }
        bool denies = (kind == GISA_RUMOUR_KIND_DENIAL && !quoted) || kind == GISA_RUMOUR_KIND_TRUTH;
        denied = denies && reported != GISA_NONE ? reported : denied;
        bool over = t->kind == GISA_TOKEN_WORD && !quoted && t->ending == GISA_ENDING_FINAL;
        reported = over ? GISA_NONE : reported;
    }
    return denied;
}

bool gisa_event_is_denied(const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b, uint8_t type) {
    bool setting = type == GISA_EVENT_GATHERING || type == GISA_EVENT_VISIT || type == GISA_EVENT_STATEMENT || type == GISA_EVENT_ANNOUNCEMENT;
    return z->denied != GISA_NONE && token <= z->denied && b != GISA_BOUNDARY_ADNOMINAL && (token == z->denied || !setting);
}

bool gisa_event_is_called_off(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { HEAD = 6, VERB = 4 /* tokens up to the noun the plan stands before, and from there to the verb */, CASES = GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_OBJECT };
    uint32_t head = token + 1;
    while (head < z->end && head <= token + HEAD && !(r->a->tokens[head].josa & CASES)) {
        head++;
    }
    for (uint32_t i = head + 1; head <= token + HEAD && i < z->end && i <= head + VERB; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        if (gisa_trie_longest(&gisa_call_off_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row)) {
            return gisa_event_tense(r, t) == GISA_TENSE_PAST;
        }
        if (t->kind != GISA_TOKEN_WORD || t->ending != GISA_ENDING_NONE) {
            return false;
        }
    }
    return false;
}
