/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_dated.h"

#include "dated_noun_lex.h"
#include "event/event_days.h"
#include "eventrole_lex.h"
#include "text/seek.h"

struct gisa_trigger gisa_event_dated_topic(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 12 };
    uint32_t said = gisa_seek_end(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[token].span.begin + 1);
    if (said == r->a->time_count || r->a->times[said].span.begin >= r->a->tokens[token].span.end) {
        return gisa_no_trigger; /* 15일 상장한 회사가 밑돈 상황이다: dates nothing */
    }
    uint32_t begin = r->a->times[z->wait[z->wait_count - 1]].span.begin;
    for (uint32_t i = token; i-- > z->clause_first && token - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->span.begin >= begin) {
            continue; /* 오는 27일 오후 6시 */
        }
        bool topic = t->kind == GISA_TOKEN_WORD && t->josa & GISA_JOSA_TOPIC && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE));
        if (!topic) {
            if (t->ending != GISA_ENDING_NONE) {
                break; /* a predicate of its own stands between */
            }
            continue;
        }
        uint32_t row = 0;
        uint32_t left = t->stem_end - r->a->tokens[z->clause_first].span.begin;
        uint32_t n = gisa_trie_longest_back(&gisa_dated_noun_trie, r->d->key + t->stem_end, left, &row);
        struct gisa_trigger own = gisa_trigger_at(r, i);
        bool noun = own.token != GISA_NONE && own.is_noun && !own.is_inflected && !own.is_weak && own.span.end == t->stem_end;
        if (n >= t->stem_end - t->span.begin) { /* whole words only */
            return (struct gisa_trigger){i, 0, {t->stem_end - n, t->stem_end}, true, false, gisa_dated_noun_rows[row].type, false};
        }
        return noun ? own : gisa_no_trigger;
    }
    return gisa_no_trigger;
}

/* 2023년 7월 | 이후: the last resolved time of the sentence before token with 이후 or 이래 right behind; GISA_NONE if there is none. */
static uint32_t time_since(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { I = 0xC774, HU = 0xD6C4, RAE = 0xB798 /* 이후 이래 */ };
    uint32_t found = GISA_NONE;
    uint32_t i = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[z->clause_first].span.begin);
    for (; i < r->a->time_count && r->a->times[i].span.end < r->a->tokens[token].span.begin; i++) {
        const struct gisa_time *t = &r->a->times[i];
        uint32_t at = t->span.end;
        enum { NEAR = 12 }; /* 지난달 7일 | FC서울전 | 이후 */
        for (uint32_t k = at; k < at + NEAR && k + 2 < r->d->count; k++) {
            if (r->d->cls[k] == GISA_CHAR_BLANK && r->d->key[k + 1] == I && (r->d->key[k + 2] == HU || r->d->key[k + 2] == RAE)) {
                at = k;
                break;
            }
        }
        at += r->d->cls[at] == GISA_CHAR_BLANK;
        bool since = r->d->key[at] == I && (r->d->key[at + 1] == HU || r->d->key[at + 1] == RAE);
        since = since || (r->d->key[t->span.end - 1] == HU && r->d->key[t->span.end - 2] == I);
        found = since && t->is_resolved && t->from.year && !t->in_quote && t->type <= GISA_TIME_TIME && t->precision <= GISA_PRECISION_YEAR ? i : found;
    }
    return found;
}

/* 지난달 14일|에 이어: the last resolved time of the sentence before token that something follows; GISA_NONE if there is none. */
static uint32_t time_followed(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { E = 0xC5D0 /* 에 */, I = 0xC774, EO = 0xC5B4 /* 이어 */ };
    uint32_t found = GISA_NONE;
    uint32_t i = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[z->first].span.begin);
    for (; i < r->a->time_count && r->a->times[i].span.end < r->a->tokens[token].span.begin; i++) {
        const struct gisa_time *t = &r->a->times[i];
        const uint32_t *k = r->d->key + t->span.end;
        bool follows = t->span.end + 3 < r->d->count && k[0] == E && k[1] == ' ' && k[2] == I && k[3] == EO;
        found = follows && t->is_resolved && t->from.year && t->to.year && !t->in_quote && t->type <= GISA_TIME_TIME && t->precision <= GISA_PRECISION_YEAR ? i : found;
    }
    return found;
}

uint32_t gisa_event_time_joined(const struct gisa_event_reader *r, uint32_t time) {
    enum { GWA = 0xACFC /* 과 */, WA = 0xC640 /* 와 */ };
    const struct gisa_time *t = time ? &r->a->times[time - 1] : NULL;
    bool joined = t && t->sentence == r->a->times[time].sentence && t->span.end + 2 == r->a->times[time].span.begin &&
                  (r->d->key[t->span.end] == GWA || r->d->key[t->span.end] == WA);
    return joined && t->is_resolved && t->from.year && t->to.year && !t->in_quote && t->type <= GISA_TIME_TIME ? time - 1 : GISA_NONE;
}

static bool is_name_end(const struct gisa_event_reader *r, uint32_t pos) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, pos);
    return m > 0 && r->a->mentions[m - 1].span.end == pos;
}

struct gisa_trigger gisa_event_last_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t *time) {
    enum { REACH = 12, CHEO = 0xCC98, EUM = 0xC74C /* 처음 */, MAN = 0xB9CC /* 만 */, UI = 0xC758 /* 만의 */ };
    const struct gisa_token *last = &r->a->tokens[token];
    uint32_t key = r->d->key[last->span.begin];
    bool first = key == CHEO && r->d->key[last->span.begin + 1] == EUM;
    bool after = key == MAN && last->josa & GISA_JOSA_COPULA;
    const struct gisa_token *before = token > z->clause_first ? last - 1 : NULL;
    bool own = before && r->d->key[before->span.begin] == MAN && r->d->key[before->span.end - 1] == UI && last->josa & GISA_JOSA_COPULA; /* 1년 만의 | 인하다 */
    enum { BEON = 0xBC88, JJAE = 0xC9F8 /* 번째 */ };
    bool nth = key == BEON && r->d->key[last->span.begin + 1] == JJAE && last->josa & GISA_JOSA_COPULA; /* 8월 12일에 이어 두 번째다 */
    *time = first || after || own ? time_since(r, z, token) : nth ? time_followed(r, z, token) : GISA_NONE;
    if (*time == GISA_NONE) {
        return gisa_no_trigger;
    }
    if (own) {
        struct gisa_trigger g = gisa_trigger_at(r, token);
        return g.token != GISA_NONE && g.is_noun && !g.is_weak ? g : gisa_no_trigger;
    }
    const uint32_t from = nth ? z->first : z->clause_first; /* 이어 ends a clause */
    for (uint32_t i = token; i-- > from && token - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (i > from && t->span.end <= r->a->times[*time].span.begin && gisa_event_word_kind(r, i) == GISA_EVENTROLE_KIND_CLEFT && t->josa & GISA_JOSA_TOPIC) {
            struct gisa_trigger verb = gisa_trigger_at(r, i - 1); /* 한국을 찾은 | 것은 */
            struct gisa_trigger noun = verb.token == GISA_NONE && i > from + 1 && r->a->tokens[i - 2].josa & (GISA_JOSA_OBJECT | GISA_JOSA_DATIVE | GISA_JOSA_SUBJECT) ? gisa_trigger_at(r, i - 2) : gisa_no_trigger;
            if (noun.token != GISA_NONE && noun.is_noun && !noun.is_weak) {
                return noun; /* 강제수사를 받은, 파업에 나선 | 것은 */
            }
            bool deed = verb.token == GISA_NONE && i > from && r->a->tokens[i - 1].ending == GISA_ENDING_ADNOMINAL && gisa_event_tense(r, &r->a->tokens[i - 1]) == GISA_TENSE_PAST;
            if (deed) { /* 4,100선을 내준 | 것은: whatever it is, it happened then */
                return (struct gisa_trigger){.token = i - 1, .span = r->a->tokens[i - 1].span, .is_inflected = true, .type = GISA_EVENT_OTHER};
            }
            return verb.token != GISA_NONE && verb.is_inflected && !verb.is_weak ? verb : gisa_no_trigger;
        }
        if (t->span.end > r->a->times[*time].span.begin || !(t->josa & GISA_JOSA_TOPIC) || t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)) {
            continue;
        }
        struct gisa_trigger g = gisa_trigger_at(r, i);
        bool noun = g.token == GISA_NONE && i > from && r->a->tokens[i - 1].josa == GISA_JOSA_GENITIVE && !is_name_end(r, t->stem_end); /* 감독의 | 퇴장은 */
        if (noun) {
            return (struct gisa_trigger){.token = i, .span = {t->span.begin, t->stem_end}, .is_noun = true, .type = GISA_EVENT_OTHER};
        }
        return g.token != GISA_NONE && g.is_noun && !g.is_inflected && !g.is_weak && g.span.end == t->stem_end ? g : gisa_no_trigger;
    }
    return gisa_no_trigger;
}

bool gisa_event_is_figure(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 12 };
    const struct gisa_token *t = &r->a->tokens[token];
    bool apart = token > z->clause_first && !t->space_before && t[-1].kind == GISA_TOKEN_PUNCT; /* 23%|였다 */
    uint32_t at = t->span.begin - apart;
    uint32_t m = gisa_seek_end(r->a->amounts, sizeof *r->a->amounts, 0, r->a->amount_count, at + 1);
    bool amount = m < r->a->amount_count && r->a->amounts[m].span.begin < at + 1 && r->a->amounts[m].span.end > at;
    if (!amount || !(apart || t->josa & GISA_JOSA_COPULA) || gisa_event_tense(r, t) != GISA_TENSE_PAST) {
        return false;
    }
    for (uint32_t i = token; i-- > z->clause_first && token - i <= REACH;) {
        const struct gisa_token *w = &r->a->tokens[i];
        uint32_t row = 0;
        for (at = w->span.begin; w->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) && at < w->stem_end; at++) {
            if (gisa_trie_longest(&gisa_eventrole_trie, r->d->key + at, w->stem_end - at, &row) && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_MARKET) {
                return true;
            }
        }
    }
    return false;
}
