/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_noun.h"

#include "elsewhere_lex.h"
#include "event/event_days.h"
#include "event/event_predicate.h"
#include "rite_lex.h"
#include "text/seek.h"
#include "trigger_lex.h"

enum { DRAFTS = 48, TOKENS = 24, NOUNS = 3, AP = 0xC55E /* 앞 of 앞서 */, E = 0xC5D0 /* 에 */, SIK = 0xC2DD /* 식 */ };

bool gisa_event_is_held(const struct gisa_event_reader *r, const struct gisa_draft *x, struct gisa_span noun) {
    const uint32_t length = gisa_span_length(noun);
    for (uint32_t i = x->clause.begin; i + length <= x->clause.end; i++) {
        bool counted = i > 0 && r->d->cls[i - 1] == GISA_CHAR_DIGIT; /* 31경기에서 */
        uint32_t particle = i + length + (i + length < x->clause.end && r->d->key[i + length] == SIK);
        bool ahead = particle + 2 < x->clause.end && r->d->key[particle] == E && r->d->key[particle + 2] == AP; /* 기공식에 앞서 포럼이 열렸다: that is the forum */
        if (!counted && !ahead && gisa_same_text(r->d, noun, (struct gisa_span){i, i + length})) {
            return true;
        }
    }
    return false;
}

/* 총회에서, 경기 | 뒤, 착공식에 | 앞서: the noun of token t; empty when it is none. */
static struct gisa_span framing_noun(const struct gisa_event_reader *r, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &r->a->tokens[t];
    uint8_t kind = UINT8_MAX;
    bool noun = !r->is_quoted[t] && w->kind == GISA_TOKEN_WORD && w->stem_end >= w->span.begin + 2;
    struct gisa_trigger g = w->josa == GISA_JOSA_LOCATIVE ? gisa_trigger_at(r, t) : gisa_no_trigger;
    uint32_t row = 0;
    bool place = (g.token != GISA_NONE && g.is_noun) || /* 총회에서; 전국에서 is no happening */
                 (w->josa == GISA_JOSA_LOCATIVE && gisa_trie_longest_back(&gisa_rite_trie, r->d->key + w->stem_end, w->stem_end - w->span.begin, &row));
    bool after = w->stem_end == w->span.end && w->ending == GISA_ENDING_NONE && gisa_event_is_before_after(r, t, end, &kind);
    bool over = w->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT) && t + 2 < end && (w[1].ending == GISA_ENDING_ADNOMINAL || (w[1].ending == GISA_ENDING_NONE && !w[1].josa)) &&
                gisa_event_is_before_after(r, t + 1, end, &kind); /* 선고가 끝난 뒤 */
    bool before = w->josa & GISA_JOSA_DATIVE && t + 1 < end && r->d->key[w[1].span.begin] == AP;
    return noun && (place || after || before || over) ? (struct gisa_span){w->span.begin, w->stem_end} : (struct gisa_span){0, 0};
}

/* 면담 뒤 behind 장관을 만났다, 서명식에서 behind 계약을 맺었다: does the noun say what kind of happening it was? */
static bool is_kind(const struct gisa_event_reader *r, const struct gisa_draft *x, struct gisa_span noun) {
    uint32_t row = 0;
    if (x->type == GISA_EVENT_AGREEMENT) {
        return gisa_trie_longest_back(&gisa_rite_trie, r->d->key + noun.end, gisa_span_length(noun), &row) > 0;
    }
    uint32_t other = 0; /* 통화에서: with the reporter, as like as not */
    bool elsewhere = gisa_trie_longest(&gisa_elsewhere_trie, r->d->key + noun.begin, gisa_span_length(noun), &other) > 0;
    return x->type == GISA_EVENT_MEETING && !elsewhere && gisa_trie_longest(&gisa_trigger_trie, r->d->key + noun.begin, gisa_span_length(noun), &row) == gisa_span_length(noun) &&
           gisa_trigger_rows[row].type == GISA_TRIGGER_TYPE_MEETING && gisa_trigger_rows[row].grade == GISA_TRIGGER_GRADE_STRONG;
}

uint32_t gisa_event_told_with(const struct gisa_event_reader *r, struct gisa_span noun, uint32_t sentence) {
    const struct gisa_analysis *a = r->a;
    uint32_t m = gisa_seek_end(a->mentions, sizeof *a->mentions, 0, a->mention_count, noun.begin + 1);
    bool named = m < a->mention_count && a->mentions[m].span.begin < noun.end;
    uint32_t last = GISA_NONE;
    uint32_t news = GISA_NONE;
    bool is_open = true;
    for (uint32_t i = r->count; !named && i-- > 0 && r->count - i <= DRAFTS;) {
        const struct gisa_draft *x = &r->drafts[i];
        bool over = x->time != GISA_NONE && x->status <= GISA_STATUS_ONGOING && !x->is_heading;
        bool rite = gisa_span_length(noun) >= 3 && r->d->key[noun.end - 1] == SIK; /* 25일 입당했다 … 입당식에서 */
        bool held = gisa_event_is_held(r, x, noun) || is_kind(r, x, noun) || (rite && gisa_event_is_held(r, x, (struct gisa_span){noun.begin, noun.end - 1}));
        if (x->sentence >= sentence || !held) {
            continue;
        }
        bool report = x->type == GISA_EVENT_STATEMENT || x->type == GISA_EVENT_ANNOUNCEMENT; /* 7일 착공식을 열었다고 8일 밝혔다 */
        if (over && !report && gisa_event_is_news(r, x->time) && (news == GISA_NONE || gisa_event_is_later(&r->a->times[r->drafts[news].time], &r->a->times[x->time]))) {
            news = i; /* 선고 직후: behind today's verdict and the first one */
        }
        last = over && is_open ? i : last;
        is_open = false;
    }
    return news != GISA_NONE ? news : last;
}

bool gisa_event_is_with_others(const struct gisa_event_reader *r, uint32_t t, const struct gisa_draft *x) {
    enum { WA = 0xC640, GWA = 0xACFC, UI = 0xC758 /* 와의 과의 */ };
    const struct gisa_token *w = t ? &r->a->tokens[t - 1] : NULL;
    uint32_t n = w ? gisa_span_length(w->span) : 0;
    if (n < 3 || r->d->key[w->span.end - 1] != UI || (r->d->key[w->span.end - 2] != WA && r->d->key[w->span.end - 2] != GWA)) {
        return false;
    }
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, w->span.end);
    const struct gisa_mention *who = m && r->a->mentions[m - 1].span.end + 2 == w->span.end ? &r->a->mentions[m - 1] : NULL;
    for (uint32_t i = 0; who && i < x->part_count; i++) {
        if (x->parts[i].entity == who->entity) {
            return false;
        }
    }
    return true;
}

uint32_t gisa_event_of_noun(const struct gisa_event_reader *r, uint32_t sentence, uint32_t pos) {
    const struct gisa_sentence *s = &r->a->sentences[sentence];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, end, pos);
    uint32_t nouns = 0;
    for (uint32_t n = 0; t-- > s->first_token && n < TOKENS && nouns < NOUNS; n++) {
        struct gisa_span noun = framing_noun(r, t, end);
        uint32_t draft = gisa_span_is_empty(noun) ? GISA_NONE : gisa_event_told_with(r, noun, sentence);
        if (draft != GISA_NONE) {
            return gisa_event_is_with_others(r, t, &r->drafts[draft]) ? GISA_NONE : draft;
        }
        nouns += !gisa_span_is_empty(noun);
    }
    return GISA_NONE;
}

uint32_t gisa_event_time_of_noun(const struct gisa_event_reader *r, uint32_t sentence, uint32_t pos) {
    uint32_t draft = gisa_event_of_noun(r, sentence, pos);
    return draft != GISA_NONE ? r->drafts[draft].time : GISA_NONE;
}
