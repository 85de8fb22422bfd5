/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_clause.h"

#include "event/event_days.h"
#include "event/event_time.h"
#include "happen_lex.h"
#include "stative_lex.h"
#include "text/hangul.h"
#include "text/seek.h"
#include "time/calendar.h"
#include "token/token.h"

bool gisa_event_is_intended(const struct gisa_event_reader *r, const struct gisa_token *t) {
    return gisa_span_length(t->span) >= 3 && r->d->key[t->span.end - 1] == 0xB358 /* 던 */ && r->d->key[t->span.end - 2] == 0xB824; /* 려 */
}

bool gisa_event_is_told_ahead(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b, uint8_t status) {
    const struct gisa_token *t = &r->a->tokens[token];
    if (b == GISA_BOUNDARY_QUOTATIVE) {
        return status == GISA_STATUS_PLANNED || status == GISA_STATUS_ONGOING || t->tense == GISA_TENSE_PRESENT || gisa_event_is_plain_present(r, t);
    }
    return b == GISA_BOUNDARY_FINAL && status == GISA_STATUS_PLANNED && token + 1 < z->end && gisa_event_is_plan(r, token + 1) && t[1].ending == GISA_ENDING_QUOTATIVE;
}

bool gisa_event_is_named_head(const struct gisa_event_reader *r, uint32_t token, uint32_t head_end) {
    uint32_t begin = r->a->tokens[token].span.end;
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, begin);
    return m < r->a->mention_count && r->a->mentions[m].span.begin < head_end;
}

/* 2011년 데뷔한 | 그는 */
static bool is_he(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { GEU = 0xADF8 /* 그 */, I = 0xC774 /* 이 */, SUBJECT = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT };
    const struct gisa_token *t = &r->a->tokens[token + 1];
    if (token + 1 >= z->end || t->stem_end != t->span.begin + 1) {
        return false;
    }
    bool he = r->d->key[t->span.begin] == GEU && t->josa & SUBJECT;
    bool this = r->d->key[t->span.begin] == I && !t->josa && token + 2 < z->end && t[1].josa & SUBJECT; /* 2014년 설립된 | 이 회사는 */
    return he || this;
}

bool gisa_event_is_accusation(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { HYEOM = 0xD610, UI = 0xC758 /* 혐의 */, BAT = 0xBC1B /* 받 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    bool accused = token + 2 < z->end && gisa_span_length(t[1].span) == 3 && r->d->key[t[1].span.begin] == HYEOM && r->d->key[t[1].span.begin + 1] == UI && r->d->key[t[2].span.begin] == BAT;
    for (uint32_t i = 0; accused && i < r->phrase_count && r->phrases[i].end <= token; i++) {
        if (r->phrases[i].josa & GISA_JOSA_TOPIC && r->phrases[i].part_count) {
            return true;
        }
    }
    return false;
}

bool gisa_event_is_past_of_head(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t head_end,
                            const struct gisa_trigger *g) {
    uint32_t time = z->wait[z->wait_count - 1];
    if (gisa_event_is_accusation(r, z, token) && gisa_event_is_over(r, time) && gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PAST) {
        return true;
    }
    if ((gisa_event_is_news(r, time) && !(gisa_event_time_follows(r, z, token) && gisa_event_is_named_head(r, token, head_end))) || !gisa_event_is_over(r, time) || gisa_event_tense(r, &r->a->tokens[token]) != GISA_TENSE_PAST ||
        !gisa_event_inner_owns(r, z, token)) {
        return false;
    }
    bool known = g->token != GISA_NONE && !g->is_weak && (gisa_event_is_before(r, z, token, GISA_JOSA_TOPIC) || gisa_event_describes(r, z, token)); /* 2023년 4월 첫 삽을 뜬 2공장은 */
    if (known || gisa_event_is_named_head(r, token, head_end) || is_he(r, z, token)) {
        return true;
    }
    for (uint32_t i = 0; i < r->phrase_count && r->phrases[i].end <= token; i++) { /* 허 대표가 1999년 세운 회사다; 김 사장은 2021년 합류한 인물이다 */
        const struct gisa_phrase *p = &r->phrases[i];
        bool topic = p->josa & GISA_JOSA_TOPIC;
        bool verb = gisa_trigger_at(r, token).token != GISA_NONE || r->d->key[r->a->tokens[token].span.end - 1] != 0xD55C /* 한 */; /* 유력한 원인으로 is no deed */
        if ((p->first >= z->clause_first || p->josa & GISA_JOSA_TOPIC) && p->part_count && p->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC) && (!topic || (verb && gisa_event_describes(r, z, token)))) {
            return true;
        }
    }
    return false;
}

bool gisa_event_is_at_rest(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    uint32_t last = z->end;
    while (last > token + 1 && r->a->tokens[last - 1].kind != GISA_TOKEN_WORD) {
        last--;
    }
    if (last <= token + 1) {
        return false;
    }
    for (uint32_t i = token + 1; i + 1 < last; i++) {
        uint8_t ending = r->a->tokens[i].ending;
        if (!r->is_quoted[i] && (ending == GISA_ENDING_CONNECTIVE || ending == GISA_ENDING_FINAL || ending == GISA_ENDING_QUOTATIVE || ending == GISA_ENDING_CONDITIONAL) && !gisa_event_is_noun(r, &r->a->tokens[i])) {
            return false;
        }
    }
    const struct gisa_token *t = &r->a->tokens[last - 1];
    uint32_t row = 0;
    return gisa_event_is_copula(r, t) || gisa_trie_longest(&gisa_stative_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
}

bool gisa_event_was_planned(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 16, I = 0xC774, EOT = 0xC5C8 /* 이었 */, DANG = 0xB2F9, AE = 0xC560, CHO = 0xCD08 /* 당초 애초 */ };
    bool once = false;
    for (uint32_t i = z->first; i <= token && !once; i++) {
        uint32_t key = r->d->key[r->a->tokens[i].span.begin];
        once = (key == DANG || key == AE) && gisa_span_length(r->a->tokens[i].span) <= 3 && r->d->key[r->a->tokens[i].span.begin + 1] == CHO;
    }
    for (uint32_t i = token; once && i < z->end && i <= token + REACH && !r->is_quoted[i]; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (gisa_event_tense(r, t) != GISA_TENSE_PAST || t->kind != GISA_TOKEN_WORD) {
            continue;
        }
        bool was = false;
        for (uint32_t k = t->span.begin + 1; k + 1 < t->span.end && !was; k++) {
            was = r->d->key[k] == I && r->d->key[k + 1] == EOT;
        }
        return was && gisa_event_is_plan(r, i);
    }
    return false;
}

bool gisa_event_leads_to_plan(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t last = r->d->key[t->span.end - 1];
    bool bare = gisa_event_tense(r, t) != GISA_TENSE_PAST && (last == 0xACE0 /* 고 */ || (t->ending == GISA_ENDING_CONNECTIVE && gisa_is_hangul(last) && !gisa_hangul_jong(last)));
    if (!bare || token + 1 >= z->end || gisa_event_is_over(r, z->wait[z->wait_count - 1])) {
        return false;
    }
    struct gisa_clause main;
    gisa_clause_read(r->a, token + 1, &main);
    while (main.ending == GISA_ENDING_CONNECTIVE && main.tense != GISA_TENSE_PAST && main.end < z->end) {
        uint32_t next = main.end;
        gisa_clause_read(r->a, next, &main);
        if (main.end <= next) {
            return false;
        }
    }
    if (main.modality & GISA_MODALITY_PROGRESSIVE || (main.end > z->first && r->d->key[r->a->tokens[main.end - 1].span.begin] == 0xC788 /* 명령을 내리고 조사하고 있다 */)) {
        return false;
    }
    for (uint32_t i = token; i < z->end; i++) {
        if (r->is_quoted[i] || (r->a->tokens[i].ending == GISA_ENDING_NOMINAL && r->d->key[r->a->tokens[i].span.end - 1] == 0xB85C /* 통화하고 넓히기로 했다 */) || (i > main.end && r->a->tokens[i].kind == GISA_TOKEN_WORD)) {
            return false; /* 현장을 찾아 "…하겠다"고 말했다 */
        }
    }
    const struct gisa_token *verb = &r->a->tokens[main.end - 1];
    if (main.end > token + 2 && verb->tense == GISA_TENSE_PAST && verb[-1].josa & GISA_JOSA_OBJECT) {
        return false; /* 회견을 열고 파업 계획을 | 밝혔다: the plan is told */
    }
    return main.ending == GISA_ENDING_FINAL && (main.tense == GISA_TENSE_FUTURE || main.tense == GISA_TENSE_PRESENT || main.modality & GISA_MODALITY_PLANNED);
}

bool gisa_event_is_toward(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 4 };
    uint32_t i = gisa_seek_begin(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[token].span.end);
    const struct gisa_time *next = i < r->a->time_count && r->a->times[i].sentence == z->sentence ? &r->a->times[i] : NULL;
    for (uint32_t k = token + 1; next && k < z->end && k <= token + REACH; k++) {
        if (r->a->tokens[k].span.end > next->span.begin) {
            bool back = z->current != GISA_NONE && gisa_days_from_date(gisa_time_first_day(next)) < gisa_days_from_date(gisa_time_first_day(&r->a->times[z->current]));
            return next->is_resolved && next->type <= GISA_TIME_TIME && next->in_quote == r->is_in_speech && !back; /* 장관을 만나 | 지난해 따낸 계약을 논의한다 */
        }
        if (r->a->tokens[k].kind != GISA_TOKEN_WORD || r->a->tokens[k].ending != GISA_ENDING_NONE) {
            return false;
        }
    }
    return false;
}

bool gisa_event_only_happens(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 4 /* tokens of the noun */ };
    uint32_t row = 0;
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t length = gisa_span_length(t->span);
    if (gisa_trie_longest(&gisa_happen_trie, r->d->key + t->span.begin, length, &row) != length) {
        return false;
    }
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        const struct gisa_token *w = &r->a->tokens[i];
        if (w->kind != GISA_TOKEN_WORD || w->josa || (w->ending != GISA_ENDING_NONE && !gisa_event_is_determiner(r, w))) {
            return w->josa & GISA_JOSA_DIRECTION;
        }
    }
    return false;
}
