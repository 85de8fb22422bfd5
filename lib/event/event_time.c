/* SPDX-License-Identifier: Apache-2.0 */
/* Which time a predicate takes: times wait until a predicate does, inner clauses take theirs first. */
#include "event/event_time.h"

#include <string.h>

#include "entity/entity.h"
#include "event/event_days.h"
#include "eventrole_lex.h"
#include "limited_lex.h"
#include "moved_lex.h"
#include "rise_lex.h"
#include "set_day_lex.h"
#include "text/seek.h"
#include "time/calendar.h"
#include "time/former.h"
#include "time/since.h"
#include "token/token.h"

enum { WORD = 24, DEON = 0xB358 /* 던 */ };

/* "2024년 이후": not before it, and nobody knows when. 후보를 is no such word. */
static bool is_after(const struct gisa_event_reader *r, const struct gisa_sentence *s, uint32_t pos) {
    while (pos < s->span.end && r->d->cls[pos] == GISA_CHAR_BLANK) {
        pos++;
    }
    uint32_t row = 0;
    uint32_t left = s->span.end - pos < WORD ? s->span.end - pos : WORD;
    uint32_t n = pos < s->span.end ? gisa_trie_longest(&gisa_eventrole_trie, r->d->key + pos, left, &row) : 0;
    uint32_t end = pos + n;
    uint32_t josa = 0;
    while (end < s->span.end && r->d->cls[end] == GISA_CHAR_HANGUL) {
        end++;
    }
    bool next = n == 2 && r->d->key[pos] == 0xB2E4 && r->d->key[pos + 1] == 0xC74C; /* 13일 다음 인하 시점을: the next one */
    return n && !next && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_AFTER && gisa_josa_tail(r->d, pos + n, end, &josa);
}

/* "1998년 창사 이래": since a noun that is no happening of the article. 6월 12일 회의 이후 tells of the 회의. */
static bool is_since(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t pos) {
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, pos);
    uint8_t kind = UINT8_MAX;
    for (uint32_t i = t; i + 1 < z->end && i < t + 3 && r->a->tokens[i].kind == GISA_TOKEN_WORD && r->a->tokens[i].stem_end == r->a->tokens[i].span.end; i++) {
        const struct gisa_span next = r->a->tokens[i + 1].span; /* 1968년 이 지역 관측 이래 */
        if (gisa_span_length(next) == 2 && r->d->key[next.begin] == 0xC774 && r->d->key[next.begin + 1] == 0xB798) {
            return true;
        }
    }
    const struct gisa_token *w = t + 1 < z->end ? &r->a->tokens[t] : NULL;
    return w && w->span.begin == pos + 1 && w->kind == GISA_TOKEN_WORD && w->stem_end == w->span.end && w->ending == GISA_ENDING_NONE &&
           gisa_event_is_before_after(r, t, z->end, &kind) && r->d->key[w[1].span.begin] == 0xC774 /* 이 of 이래, 이후 */ &&
           (gisa_trigger_at(r, t).token == GISA_NONE || r->d->key[w[1].span.begin + 1] == 0xB798 /* 1992년 수교 이래 */);
}

/* "5일부터": it begins then, and what is planned 2028년부터. 이후 and 이래 only tell that it was not before. */
static bool is_begin(const struct gisa_event_reader *r, const struct gisa_time *t) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    bool ahead = t->precision <= GISA_PRECISION_YEAR && now.year && t->from.year && gisa_days_from_date(t->from) > gisa_days_from_date(now);
    return !t->to.year && (t->precision <= GISA_PRECISION_MONTH || ahead) && t->value.size > 3 &&
           memcmp(t->value.bytes + t->value.size - 3, "/..", 3) == 0;
}

/* "28일까지": plans have one, and what went on until a day. */
static bool is_deadline(const struct gisa_event_reader *r, const struct gisa_time *t) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    return t->type <= GISA_TIME_TIME && t->is_resolved && !t->from.year && t->to.year && t->precision <= GISA_PRECISION_YEAR && now.year &&
           r->d->key[t->span.end] == 0xAE4C /* 까지 */;
}

/* 인하 시점을 7월에서 8월로 늦췄다, 눈은 하반기로 쏠린다: what something is moved to. 다음 달로 예정된, 14일로 잡힌 dates it. */
static bool sets_term(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_time *t) {
    enum { RO = 0xB85C /* 로 */, BU = 0xBD80 /* 로부터 */, EU = 0xC73C /* 으 */ };
    const struct gisa_time *to = t + 1 < r->a->times + r->a->time_count ? t + 1 : NULL;
    bool from = r->d->key[t->span.end] == 0xC5D0 /* 에 */ && r->d->key[t->span.end + 1] == 0xC11C /* 서 */ && to && to->span.begin == t->span.end + 3;
    if (from && (r->d->key[to->span.end] == RO || r->d->key[to->span.end] == EU)) {
        return true;
    }
    uint32_t at = t->span.end + (r->d->key[t->span.end] == EU);
    if (r->d->key[at] != RO || r->d->key[at + 1] == BU) {
        return false;
    }
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, at + 1);
    uint32_t row = 0;
    return !(i < z->end && gisa_trie_longest(&gisa_set_day_trie, r->d->key + r->a->tokens[i].span.begin, gisa_span_length(r->a->tokens[i].span), &row));
}

/* 다음 달 4일로 | 미뤘다: does the word behind the time put a plan there? */
static bool is_moved_to(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_time *t) {
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, t->span.end + 1);
    uint32_t row = 0;
    return i < z->end && r->d->key[r->a->tokens[i].span.end - 1] != DEON /* 19일로 잡혔던 발사 */ &&
           gisa_trie_longest(&gisa_moved_trie, r->d->key + r->a->tokens[i].span.begin, gisa_span_length(r->a->tokens[i].span), &row) > 0;
}

/* 두 배, 절반, 1.5배 at pos or behind a blank: of what something is so many times. */
static bool is_multiple(const struct gisa_event_reader *r, uint32_t pos) {
    enum { NEAR = 8, BAE = 0xBC30 /* 배 */, JEOL = 0xC808, BAN = 0xBC18 /* 절반 */ };
    for (uint32_t i = pos; i < pos + NEAR && i + 1 < r->d->count; i++) {
        if (r->d->key[i] == BAE || (r->d->key[i] == JEOL && r->d->key[i + 1] == BAN)) {
            return true;
        }
    }
    return false;
}

/* 지난해 연결 매출의 | 18.3%에 해당하는: does a figure tell what part it is of something of that year or quarter? */
static bool is_share_of(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_time *t) {
    enum { REACH = 4 /* words */, FIGURE = 8 };
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, t->span.end);
    for (uint32_t k = i; t->precision >= GISA_PRECISION_QUARTER && k + 1 < z->end && k < i + REACH && r->a->tokens[k].kind == GISA_TOKEN_WORD; k++) {
        const struct gisa_token *w = &r->a->tokens[k];
        if (w->josa & GISA_JOSA_GENITIVE) {
            uint32_t at = w[1].span.begin;
            while (at < w[1].span.begin + FIGURE && (r->d->cls[at] == GISA_CHAR_DIGIT || r->d->key[at] == '.' || r->d->key[at] == ',')) {
                at++;
            }
            return r->d->key[at] == '%' || is_multiple(r, w->span.end + 1);
        }
        if (w->josa || w->ending != GISA_ENDING_NONE) {
            return false;
        }
    }
    return false;
}

/* 지지율은 지난달 | 41%에서 35%로 떨어졌다: what it had been then, before it moved. 지난달 금리를 3.5%에서 3.25%로 내렸다 was done then. */
static bool is_base(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_time *t) {
    enum { REACH = 9 };
    uint32_t a = gisa_seek_begin(r->a->amounts, sizeof *r->a->amounts, 0, r->a->amount_count, t->span.end);
    const struct gisa_amount *from = a < r->a->amount_count ? &r->a->amounts[a] : NULL;
    if (!from || from->span.begin > t->span.end + 1 || r->d->key[from->span.end] != 0xC5D0 /* 에 */ || r->d->key[from->span.end + 1] != 0xC11C /* 서 */) {
        return false;
    }
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, from->span.end);
    for (uint32_t k = i; k < z->end && k < i + REACH; k++) {
        const struct gisa_token *w = &r->a->tokens[k];
        uint32_t row = 0;
        bool day = t->precision <= GISA_PRECISION_DAY && r->d->cls[w->span.begin] == GISA_CHAR_DIGIT; /* 요금은 6일 1300원에서 1450원으로 올랐다: then */
        if (day || w->josa & GISA_JOSA_OBJECT) {
            return false;
        }
        if (w->kind == GISA_TOKEN_WORD && w->space_before && gisa_trie_longest(&gisa_rise_trie, r->d->key + w->span.begin, gisa_span_length(w->span), &row)) {
            return true;
        }
    }
    return false;
}

/* 24일이 지났지만: how many, not which. */
static bool is_elapsed(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_time *t) {
    enum { I = 0xC774 /* 이 */, JI = 0xC9C0, NA = 0xB098, NAT = 0xB0AC /* 지나 지났 */ };
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, t->span.end + 1);
    const struct gisa_token *w = &r->a->tokens[i < z->end ? i : z->first];
    uint32_t second = gisa_span_length(w->span) > 1 ? r->d->key[w->span.begin + 1] : 0;
    return r->d->key[t->span.end] == I && i < z->end && r->d->key[w->span.begin] == JI && (second == NA || second == NAT);
}

/* 올해 최고치를 기록했다, 올해 대회에는: a year or a part of it that says which, not when. */
static bool limits_noun(const struct gisa_event_reader *r, const struct gisa_time *t) {
    uint32_t row = 0;
    uint32_t at = t->span.end + 1;
    return t->precision >= GISA_PRECISION_QUARTER && r->d->cls[t->span.end] == GISA_CHAR_BLANK && at < r->d->count &&
           gisa_trie_longest(&gisa_limited_trie, r->d->key + at, r->d->count - at < WORD ? r->d->count - at : WORD, &row) > 0;
}

void gisa_event_take_time(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t index) {
    const struct gisa_time *t = &r->a->times[index];
    if (t->type == GISA_TIME_SET) {
        z->set = index;
        return;
    }
    if (t->type == GISA_TIME_DURATION) {
        z->duration = index;
        return;
    }
    bool deadline = is_deadline(r, t);
    if (t->type == GISA_TIME_REF || !t->is_resolved || !(t->from.year || deadline) || !(t->to.year || is_begin(r, t)) || t->in_quote != r->is_in_speech || t->is_name ||
        t->is_compared || t->mod == GISA_MOD_BEFORE || t->mod == GISA_MOD_AFTER || is_after(r, &r->a->sentences[z->sentence], t->span.end)) {
        return;
    }
    if (r->is_in_speech && t->anchor == GISA_ANCHOR_NARRATIVE) {
        return; /* "당시 방문했다": a day he thinks of, not the story's */
    }
    if (r->is_in_speech && t->precision == GISA_PRECISION_WEEKEND && gisa_span_length(t->span) == 2) {
        return; /* "주말 장사는 끝났다": any weekend */
    }
    if (t->precision > GISA_PRECISION_YEAR) {
        return; /* 1980년대: the time of a tale, not of a happening */
    }
    if (is_since(r, z, t->span.end) || gisa_time_opens(r->a, z->first, z->end, t->span.end)) {
        return; /* 1998년 창사 이래 */
    }
    uint32_t behind = r->d->key[t->span.end];
    if ((behind == 0xC758 /* 의 */ || behind == 0xB3C4 /* 도 */) && t->precision >= GISA_PRECISION_YEAR) {
        return; /* 2024년의 기록, 내년도 예산: whose, not when */
    }
    if (behind == 0xC758 && t->precision >= GISA_PRECISION_MONTH && is_multiple(r, t->span.end + 1)) {
        return; /* 3월의 두 배에 육박했다 */
    }
    if (r->d->key[t->span.end] == 0xC774 && r->d->key[t->span.end + 1] == 0xB77C && r->d->key[t->span.end + 2] == 0xB3C4 /* 내일이라도 서명하겠다 */) {
        return;
    }
    uint32_t next = t->span.end + (r->d->cls[t->span.end] == GISA_CHAR_BLANK);
    if (next > t->span.end && r->d->key[next] == 0xC804 /* 전 */ && !gisa_time_is_former(r->a, z->first, z->end, next) && (r->d->cls[next + 1] != GISA_CHAR_HANGUL || r->d->key[next + 1] == 0xC5D0 /* 에 */)) {
        return; /* 추석 전 타결을 위해 */
    }
    bool term = sets_term(r, z, t);
    enum { RO = 0xB85C, EU = 0xC73C /* 로, 으로 */ };
    bool set = r->d->key[t->span.end + (r->d->key[t->span.end] == EU)] == RO && gisa_event_is_ahead(r, index) && is_moved_to(r, z, t); /* 변론기일은 16일로 잡혔다 */
    z->moved = (term && gisa_event_is_ahead(r, index) && is_moved_to(r, z, t)) || set ? index : z->moved;
    if (limits_noun(r, t)) {
        z->current = GISA_NONE; /* 10월 첫 서밋을 열었고, 작년 행사에는 500명이 찾았다 */
        return;
    }
    if (term || set || is_elapsed(r, z, t) || is_share_of(r, z, t) || is_base(r, z, t)) {
        return;
    }
    bool since = !t->to.year && r->d->key[t->span.end] != 0xBD80; /* 부터 */
    if (since) {
        return;
    }
    if (z->wait_count == GISA_WAITING) {
        for (uint32_t i = 1; i < GISA_WAITING; i++) {
            z->wait[i - 1] = z->wait[i];
        }
        z->wait_count--;
    }
    z->wait[z->wait_count++] = index;
    z->is_stale = z->is_owned = false;
}

/* The last that waits; but a quarter or a year behind a day says whose figures, not when: 다음 달 21일 3분기 실적을. */
static uint32_t best_waiting(const struct gisa_analysis *a, const struct gisa_sentence_state *z) {
    uint32_t last = z->wait[z->wait_count - 1];
    if (z->wait_count > 1 && a->times[last].precision >= GISA_PRECISION_QUARTER) {
        uint32_t before = z->wait[z->wait_count - 2];
        return a->times[before].precision <= GISA_PRECISION_DAY ? before : last;
    }
    if (z->wait_count > 1 && a->times[last].precision == GISA_PRECISION_MONTH) { /* 18일 9월 명단을 발표한다 */
        uint32_t before = z->wait[z->wait_count - 2];
        bool adjacent = a->times[last].span.begin - a->times[before].span.end <= 2;
        return adjacent && a->times[before].precision <= GISA_PRECISION_DAY ? before : last;
    }
    return last;
}

static bool is_over(const struct gisa_analysis *a, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&a->article)->day, to = a->times[time].to;
    return now.year && to.year && gisa_days_from_date(to) <= gisa_days_from_date(now);
}

/* 지난달 보고서에서 올해 시장이 커질 것으로 내다봤다: what was said is past, so a period that is not over is that of what was said. The last
 * waiting time that is over, or `time` if there is none. */
static uint32_t time_of_saying(const struct gisa_analysis *a, const struct gisa_sentence_state *z, uint32_t time) {
    for (uint32_t i = z->wait_count; i-- > 0;) {
        if (is_over(a, z->wait[i])) {
            return z->wait[i];
        }
    }
    return time;
}

uint32_t gisa_event_claim_time(const struct gisa_analysis *a, struct gisa_sentence_state *z, enum gisa_boundary b, uint8_t type, uint8_t *basis) {
    *basis = GISA_BASIS_EXPLICIT;
    if (z->wait_count) {
        uint32_t t = best_waiting(a, z);
        if (b == GISA_BOUNDARY_ADNOMINAL) {
            t = z->wait[z->wait_count - 1]; /* 이날 2023년 수주한 계약을: not today */
            if (z->wait_count > 1 || !gisa_event_is_venue(type)) {
                z->wait_count--;
            }
            return t;
        }
        bool figure = type == GISA_EVENT_MARKET || (type == GISA_EVENT_OTHER && is_over(a, z->wait[z->wait_count - 1])); /* 4일 8월 고용이 늘었다고 발표했다 */
        if (b == GISA_BOUNDARY_QUOTATIVE && figure) {
            t = z->wait[z->wait_count - 1]; /* 13일 지난해 매출이 줄었다고 밝혔다 */
        }
        t = b == GISA_BOUNDARY_FINAL && type == GISA_EVENT_STATEMENT ? time_of_saying(a, z, t) : t;
        uint32_t first = z->wait[0];
        bool by_day = a->times[first].precision <= GISA_PRECISION_DAY &&
                      (a->times[t].precision > GISA_PRECISION_DAY || /* 14일 3분기 이익이 늘었다고 공시했다 */
                       gisa_event_is_later(&a->times[first], &a->times[t])); /* 6일 17일부터 휴진에 들어간다고 선언했다 */
        bool by_month = a->times[first].precision == GISA_PRECISION_MONTH && is_over(a, first) && !is_over(a, t); /* 지난 5월 올해 안에 짓겠다고 말했다 */
        bool told_later = b == GISA_BOUNDARY_QUOTATIVE && z->wait_count > 1 && t != first && (by_day || by_month);
        z->wait_count = told_later ? 1 : 0;
        z->is_stale = false;
        z->current = told_later ? GISA_NONE : t;
        if (b == GISA_BOUNDARY_FINAL && type == GISA_EVENT_STATEMENT && a->times[t].precision >= GISA_PRECISION_QUARTER && !is_over(a, t)) {
            z->current = GISA_NONE;
            *basis = GISA_BASIS_NONE;
            return GISA_NONE; /* 올해 시장이 커질 것으로 내다봤다 */
        }
        return t;
    }
    if (b != GISA_BOUNDARY_ADNOMINAL && z->current != GISA_NONE) {
        return z->current;
    }
    *basis = GISA_BASIS_NONE;
    return GISA_NONE;
}

bool gisa_event_is_behind_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    return token > z->first &&
           r->a->times[z->wait[z->wait_count - 1]].span.end > r->a->tokens[token - 1].span.begin;
}

/* Does it stand at most two words before? */
static bool is_near_time(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { NEAR = 3, NEAR_PAST = 6 /* a time that is none of the news: 지난해 9월 드래프트에서 전체 5순위로 지명된 */ };
    uint32_t time = z->wait[z->wait_count - 1];
    uint32_t near = gisa_event_is_over(r, time) && !gisa_event_is_news(r, time) ? NEAR_PAST : NEAR;
    uint32_t from = token > z->first + near ? token - near : z->first;
    return r->a->times[time].span.end > r->a->tokens[from].span.begin;
}

/* 법원은 | 16일: does whom the sentence is about stand right before the time? */
static bool follows_topic(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t time) {
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, r->a->times[time].span.begin);
    const struct gisa_token *before = t > z->first ? &r->a->tokens[t - 1] : NULL;
    uint32_t alone = 0;
    return before && (before->josa & (GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE) || (!before->space_before && gisa_josa_tail(r->d, before->span.begin, before->span.end, &alone) && alone & (GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE)));
}

/* 누리당이 | 9일, with no topic before: 검찰은 국장이 그해 7월 회원권을 받은 정황을 포착했다 */
static bool follows_subject(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t time) {
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, r->a->times[time].span.begin);
    for (uint32_t i = z->first; i < t; i++) {
        if (r->a->tokens[i].josa & GISA_JOSA_TOPIC) {
            return false;
        }
    }
    return t > z->first && r->a->tokens[t - 1].josa == GISA_JOSA_SUBJECT && r->a->tokens[t - 1].ending == GISA_ENDING_NONE;
}

/* 합의했고, | 11월 14일: does the time stand right behind a clause that is over? */
static bool opens_a_clause(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t time) {
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, r->a->times[time].span.begin);
    bool comma = t > z->first + 1 && r->d->key[r->a->tokens[t - 1].span.begin] == ',';
    const struct gisa_token *before = t > z->first + comma ? &r->a->tokens[t - 1 - comma] : NULL;
    return before && before->ending == GISA_ENDING_CONNECTIVE && gisa_event_tense(r, before) == GISA_TENSE_PAST;
}

/* Does a joining verb stand between the last time that waits and the word? */
static bool is_joined_since(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    uint32_t from = r->a->times[z->wait[z->wait_count - 1]].span.end;
    for (uint32_t i = token; i-- > z->first && r->a->tokens[i].span.begin >= from;) {
        if (r->a->tokens[i].ending == GISA_ENDING_CONNECTIVE) {
            return true;
        }
    }
    return false;
}

void gisa_event_pass_inner(const struct gisa_event_reader *r, struct gisa_sentence_state *z, uint32_t token) {
    if (!z->wait_count || token == z->first) {
        return;
    }
    bool now = gisa_event_tense(r, &r->a->tokens[token]) == GISA_TENSE_PRESENT && gisa_event_is_over(r, z->wait[z->wait_count - 1]); /* 이튿날 환원하는 명령에 서명했다 */
    if (z->wait_count > 1 && !now && is_near_time(r, z, token)) { /* 28일 11월 경기에 나설 명단을 발표한다 */
        z->wait_count--;
        return;
    }
    z->is_stale = z->is_stale || gisa_event_is_behind_time(r, z, token);
    z->is_owned = z->is_owned || (is_near_time(r, z, token) && !is_joined_since(r, z, token) && !follows_topic(r, z, z->wait[z->wait_count - 1])); /* 오늘 논평을 내고 | 과정에 관여한 */
}

bool gisa_event_was_so(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { YEOT = 0xC600 /* 였 */, I = 0xC774, EOT = 0xC5C8 /* 이었 */, REACH = 6 };
    const struct gisa_span s = r->a->tokens[token].span;
    bool was = gisa_span_length(s) >= 3 && r->d->key[s.end - 1] == DEON && (r->d->key[s.end - 2] == YEOT || (r->d->key[s.end - 2] == EOT && r->d->key[s.end - 3] == I));
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    if (!was || !z->wait_count || !now.year || gisa_days_from_date(gisa_time_first_day(&r->a->times[z->wait[z->wait_count - 1]])) >= gisa_days_from_date(now)) {
        return false;
    }
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->josa || t->ending != GISA_ENDING_NONE) {
            return t->josa & GISA_JOSA_TOPIC && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE));
        }
    }
    return false;
}

bool gisa_event_describes(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 4 };
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        bool comma = i + 1 < z->end && r->d->key[t[1].span.begin] == ',';
        if (t->josa & GISA_JOSA_COPULA && (t->ending != GISA_ENDING_NONE || comma || gisa_event_is_last(r, z, i))) {
            return true;
        }
        if (t->josa & ~(uint32_t)GISA_JOSA_COPULA || t->kind != GISA_TOKEN_WORD) {
            return t->josa == GISA_JOSA_DIRECTION; /* 1968년 설립된 제약사로 */
        }
    }
    return false;
}

/* What the inner clause stands before is whom or what the sentence is about, no place and no way. */
static bool is_before_theme(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 6 };
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->josa & ~(uint32_t)GISA_JOSA_COPULA) { /* 선우다인 작가는 */
            bool about = t->josa & GISA_JOSA_COMITATIVE && i + 1 < z->end && r->d->key[t[1].span.begin] == 0xAD00 && r->d->key[t[1].span.begin + 1] == 0xB828; /* 지난해 2명이 숨진 사고와 | 관련해 */
            return about || (z->current != GISA_NONE && t->josa & GISA_JOSA_DATIVE) || /* 16일 위원회를 열어, 12일 심판을 밀친 코치에게 */
                   (t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT | GISA_JOSA_GENITIVE) &&
                    !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)));
        }
    }
    return false;
}

/* 야간, 부산 end as 돌아간 and 만들어 산 do, but are nouns: such a short stem is a verb only behind another. */
static bool is_noun_like(const struct gisa_event_reader *r, const struct gisa_token *t) {
    static const uint32_t stems[] = {0xAC04, 0xC0B0, 0xC628, 0xC900, 0xBCF8, 0xC4F4}; /* 간산온준본쓴 */
    static const uint32_t links[] = {0xC544, 0xC5B4, 0xC5EC, 0xC640, 0xB824, 0xB7EC, 0xB0B4, 0xACA8, 0xB098, 0xD574, 0xC838, 0xB77C}; /* 아어여와려러내겨나해져라 */
    bool stem = false;
    bool link = false;
    uint32_t before = t->span.end >= t->span.begin + 2 ? r->d->key[t->span.end - 2] : 0;
    for (size_t i = 0; i < sizeof stems / sizeof stems[0]; i++) {
        stem = stem || r->d->key[t->span.end - 1] == stems[i];
    }
    for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
        link = link || before == links[i];
    }
    return stem && !link && before;
}

/* 뽑고, 열고: a word in 고 or 며 before a comma. */
static bool ends_clause(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t last = r->d->key[t->span.end - 1];
    return t->kind == GISA_TOKEN_WORD && gisa_span_length(t->span) >= 2 && (last == 0xACE0 || last == 0xBA70) && token + 1 < r->a->token_count && r->d->key[t[1].span.begin] == ',';
}

bool gisa_event_is_before(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, uint32_t josa) {
    enum { REACH = 6 };
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        if (r->a->tokens[i].josa & ~(uint32_t)GISA_JOSA_COPULA) {
            return r->a->tokens[i].josa & josa;
        }
    }
    return false;
}

/* 올해 1월에는: the frame of the whole sentence. */
static bool is_frame(const struct gisa_event_reader *r, uint32_t time) {
    enum { E = 0xC5D0 /* 에 */, NEUN = 0xB294 /* 는 */, EN = 0xC5D4 /* 엔 */ };
    uint32_t at = r->a->times[time].span.end;
    return r->d->key[at] == EN || (r->d->key[at] == E && r->d->key[at + 1] == NEUN);
}

bool gisa_event_inner_owns(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    if (z->wait_count && is_frame(r, z->wait[z->wait_count - 1])) {
        return false;
    }
    bool past = gisa_event_tense(r, t) == GISA_TENSE_PAST || r->d->key[t->span.end - 1] == DEON;
    if (!past || is_noun_like(r, t) || !z->wait_count || 
        !(is_before_theme(r, z, token) || (!gisa_event_is_news(r, z->wait[z->wait_count - 1]) && gisa_event_describes(r, z, token)))) {
        return false;
    }
    struct gisa_trigger own = gisa_trigger_at(r, token);
    bool measures = own.token == GISA_NONE || own.type == GISA_EVENT_MARKET;
    if (measures && token + 1 < z->end && r->d->cls[t[1].span.begin] == GISA_CHAR_DIGIT) {
        return false; /* 늘어난 72억 달러를 기록했다: a figure has no past */
    }
    bool object = false;
    bool subject = false;
    uint32_t time = z->wait[z->wait_count - 1];
    uint32_t from = r->a->times[time].span.end;
    for (uint32_t i = token; i-- > z->first && r->a->tokens[i].span.begin >= from;) {
        if (ends_clause(r, i) || r->a->tokens[i].ending == GISA_ENDING_CONNECTIVE) {
            return false; /* 30일 이사로 뽑고, 총괄을 지낸 오코너를 영입했다 */
        }
        object = object || r->a->tokens[i].josa & GISA_JOSA_OBJECT;
        subject = subject || (!r->is_quoted[i] && r->a->tokens[i].josa & GISA_JOSA_SUBJECT && r->a->tokens[i].ending == GISA_ENDING_NONE);
    }
    uint32_t heads = GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT | (gisa_event_is_news(r, time) ? GISA_JOSA_TOPIC : 0u); /* 대표는 11일 제기된 의혹은 거짓이라고 말했다 */
    if (z->wait_count == 1 && follows_topic(r, z, time) && gisa_event_is_before(r, z, token, heads) && !gisa_event_time_follows(r, z, token)) {
        return false; /* 경찰은 2024년 6월 과외를 한 교수들을 송치했다 */
    }
    if (z->wait_count == 1 && object && follows_subject(r, z, time) && gisa_event_is_before(r, z, token, GISA_JOSA_OBJECT) && !gisa_event_time_follows(r, z, token)) {
        return false; /* 누리당이 9일 3선을 지낸 의원을 확정했다: 3선을 is whose head did it, so the subject is not his */
    }
    if (z->wait_count == 1 && opens_a_clause(r, z, time) && gisa_event_is_before(r, z, token, GISA_JOSA_OBJECT) && !gisa_event_time_follows(r, z, token)) {
        return false; /* …에 합의했고, 11월 14일 내용을 정리한 자료를 발표했다 */
    }
    if (subject && (follows_topic(r, z, time) || follows_subject(r, z, time)) && !gisa_event_describes(r, z, token)) {
        return false; /* 법원은, 법원이 16일 교수들이 낸 신청을 기각했다 */
    }
    bool opens = r->a->times[time].span.begin <= r->a->tokens[z->first].span.begin && gisa_event_is_news(r, time) && own.token == GISA_NONE && !subject;
    if (z->wait_count == 1 && opens && !gisa_event_time_follows(r, z, token)) {
        return false; /* 11일 급식을 먹은 학생들이 복통을 호소했다: the day of the whole */
    }
    bool tale = gisa_event_is_before(r, z, token, GISA_JOSA_TOPIC) && !gisa_event_is_news(r, time) && gisa_event_time_follows(r, z, token); /* 2011년 드라마 '끝'으로 데뷔한 그는 2021년 … */
    return object || tale || is_near_time(r, z, token);
}

bool gisa_event_time_follows(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    for (uint32_t i = z->wait[z->wait_count - 1] + 1; i < r->a->time_count && r->a->times[i].sentence == z->sentence; i++) {
        const struct gisa_time *t = &r->a->times[i];
        if (t->span.begin > r->a->tokens[token].span.begin && t->is_resolved && t->type == GISA_TIME_DATE && (t->to.year || is_begin(r, t)) && t->in_quote == r->is_in_speech) {
            return true;
        }
    }
    return false;
}

bool gisa_event_is_past(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    const struct gisa_time *t = &r->a->times[time];
    return now.year && t->from.year && t->to.year && t->precision <= GISA_PRECISION_DAY &&
           gisa_days_from_date(t->to) <= gisa_days_from_date(now);
}

bool gisa_event_is_ahead(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    const struct gisa_date day = gisa_time_first_day(&r->a->times[time]);
    return now.year && day.year && gisa_days_from_date(day) > gisa_days_from_date(now);
}

/* Does a clause with a topic of its own begin behind the word, before the next time? */
static bool opens_clause(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    uint32_t next = z->wait[z->wait_count - 1] + 1;
    while (next < r->a->time_count && r->a->times[next].span.begin < r->a->tokens[token].span.end) {
        next++;
    }
    uint32_t end = next < r->a->time_count ? r->a->times[next].span.begin : 0;
    for (uint32_t i = token + 1; i < z->end && r->a->tokens[i].span.begin < end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)) && t->ending == GISA_ENDING_NONE) {
            return true;
        }
    }
    return false;
}

/* -고, -며, -지만, -으나, -는데, -면서: a clause of its own ends; 방해 혐의로 only looks like one. */
static bool is_joint(const struct gisa_event_reader *r, const struct gisa_token *t) {
    static const uint32_t ends[] = {0xACE0, 0xBA70, 0xB9CC, 0xB098, 0xB370, 0xC11C}; /* 고 며 만 나 데 서 */
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (r->d->key[t->span.end - 1] == ends[i]) {
            return true;
        }
    }
    return false;
}

bool gisa_event_is_joined_clause(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, enum gisa_boundary b) {
    const struct gisa_token *t = &r->a->tokens[token];
    if ((b != GISA_BOUNDARY_CONNECTIVE && b != GISA_BOUNDARY_AFTER) || !z->wait_count) {
        return false;
    }
    uint32_t last = z->wait[z->wait_count - 1];
    uint8_t tense = gisa_event_tense(r, t);
    bool plain = tense == GISA_TENSE_NONE || b == GISA_BOUNDARY_AFTER; /* 맞붙고, 마친 뒤 */
    bool over = tense == GISA_TENSE_PAST || (plain && (gisa_event_is_over(r, last) || gisa_event_is_ahead(r, last))); /* 내년 4월 촬영에 들어가 2027년 공개된다 */
    uint32_t next = last + 1;
    if (is_joint(r, t) && gisa_event_time_follows(r, z, token) && opens_clause(r, z, token)) {
        return true; /* KB은행은 15일부터 줄이고, 신한은행은 내달 1일 시행한다 */
    }
    if (tense == GISA_TENSE_PAST && gisa_event_is_over(r, last) && token + 1 < z->end) { /* 지난달 말 소각을 마무리했으며 환원책도 내놓을 예정이다 */
        struct gisa_clause main;
        gisa_clause_read(r->a, token + 1, &main);
        if (main.tense == GISA_TENSE_FUTURE || main.modality & GISA_MODALITY_PLANNED) {
            return true;
        }
    }
    return over && next < r->a->time_count && r->a->times[next].sentence == z->sentence && r->a->times[next].is_resolved &&
           r->a->times[next].span.begin > t->span.begin && r->a->times[next].in_quote == r->is_in_speech &&
           (tense == GISA_TENSE_PAST || gisa_event_is_later(&r->a->times[last], &r->a->times[next]));
}
