/* SPDX-License-Identifier: Apache-2.0 */
#include "time/tense.h"

#include "foresee_lex.h"
#include "text/hangul.h"
#include "time_cue_lex.h"

enum { TENSE_REACH = 200, GEOT = 0xAC83 /* 것 */, DOEN = 0xB41C /* 된 */, ISSEO = 0xC788 /* 있 */, GESS = 0xACA0 /* 겠 */, GO = 0xACE0 /* 고 */, MYEO = 0xBA70 /* 며 */, DA = 0xB2E4, SEUP = 0xC2B5, NI = 0xB2C8, NEUN = 0xB294 /* 는 */, EU = 0xC73C /* 으 */, EUL = 0xC744, REUL = 0xB97C /* 을 를 */, KKA = 0xAE4C /* 까지 */ };

/* What may follow a past stem: 다 습 고 으 지 는 던 네 어 을 기 음 더 나 냐 죠. */
static bool follows_past(uint32_t ch) {
    static const uint32_t next[] = {0xB2E4, 0xC2B5, 0xACE0, 0xC73C, 0xC9C0, 0xB294, 0xB358, 0xB124,
                                    0xC5B4, 0xC744, 0xAE30, 0xC74C, 0xB354, 0xB098, 0xB0D0, 0xC8E0};
    for (unsigned i = 0; i < sizeof next / sizeof next[0]; i++) {
        if (ch == next[i]) {
            return true;
        }
    }
    return false;
}

/* What may follow -ㄴ다: the end of the word, or a quotative or connective ending: 연다고, 연다며. What 연다는 tells of is told by the
 * words behind it (판다는 글이 올라왔다, 연다는 계획이다). */
static bool follows_present(uint32_t ch) {
    static const uint32_t next[] = {0xACE0, 0xBA70, 0xBA74, 0xC9C0, 0xB4E0}; /* 고 며 면 지 든 */
    for (unsigned i = 0; i < sizeof next / sizeof next[0]; i++) {
        if (ch == next[i]) {
            return true;
        }
    }
    return false;
}

static uint8_t ending_at(const struct gisa_document *doc, uint32_t i, uint32_t limit) {
    uint32_t ch = doc->ch[i];
    uint32_t next = i + 1 < limit ? doc->ch[i + 1] : 0;
    if (!gisa_is_hangul(ch)) {
        return GISA_TENSE_NONE;
    }
    if (ch == GESS && (next == DA || next == SEUP)) {
        return GISA_TENSE_FUTURE;
    }
    if (gisa_hangul_jong(ch) == GISA_JONG_SS && ch != ISSEO && ch != GESS && follows_past(next)) {
        return GISA_TENSE_PAST;
    }
    bool noun = i + 3 < limit && doc->cls[i + 2] == GISA_CHAR_BLANK && doc->cls[i + 3] == GISA_CHAR_HANGUL; /* 판다 루이바오 */
    bool ends = i + 2 >= limit || (doc->cls[i + 2] != GISA_CHAR_HANGUL && !noun) || follows_present(doc->ch[i + 2]);
    bool closes = i + 1 >= limit || doc->cls[i + 1] != GISA_CHAR_HANGUL;
    if (gisa_hangul_jong(ch) == GISA_JONG_L && i + 2 < limit && doc->key[i + 1] == ' ' && doc->ch[i + 2] == GEOT) {
        return GISA_TENSE_FUTURE; /* 나올 것으로 전해졌다 */
    }
    if (gisa_hangul_jong(ch) == GISA_JONG_N && ch != NEUN && i + 3 < limit && doc->key[i + 1] == ' ' && doc->ch[i + 2] == GEOT && doc->ch[i + 3] == EU) {
        return GISA_TENSE_PAST; /* 만난 것으로 보인다 */
    }
    if (ch == DOEN && closes && i && doc->cls[i - 1] == GISA_CHAR_HANGUL) {
        return GISA_TENSE_PAST; /* 접수된 작품 */
    }
    if (gisa_hangul_jong(ch) == GISA_JONG_N && next == DA && ends) {
        return GISA_TENSE_PRESENT;
    }
    if (gisa_hangul_jong(ch) == GISA_JONG_B && next == NI && ch != SEUP && i + 2 < limit && doc->ch[i + 2] == DA) {
        return GISA_TENSE_PRESENT;
    }
    return GISA_TENSE_NONE;
}

/* 치른 | 뒤, 접수된 | 후: what is told first; when, the main clause says. */
static bool is_before_after(const struct gisa_document *doc, uint32_t end, uint32_t limit) {
    enum { DWI = 0xB4A4, HU = 0xD6C4, E = 0xC5D0 /* 에 */ };
    if (end + 1 >= limit || doc->key[end] != ' ' || (doc->ch[end + 1] != DWI && doc->ch[end + 1] != HU)) {
        return false;
    }
    return end + 2 >= limit || doc->cls[end + 2] != GISA_CHAR_HANGUL || doc->ch[end + 2] == E;
}

/* A cue that ends at `end` stands where its row wants it. */
static bool cue_stands(const struct gisa_document *doc, uint32_t end, uint32_t limit, bool begins, uint8_t place) {
    if (place == GISA_TIME_CUE_PLACE_INSIDE) {
        return true;
    }
    bool ends = end >= limit || doc->cls[end] != GISA_CHAR_HANGUL;
    return begins && (place == GISA_TIME_CUE_PLACE_BEGIN || ends);
}

/* 가능성 */
static bool is_possible(const struct gisa_document *doc, uint32_t at, uint32_t length) {
    enum { GA = 0xAC00, NEUNG = 0xB2A5, SEONG = 0xC131 };
    return length == 3 && doc->ch[at] == GA && doc->ch[at + 1] == NEUNG && doc->ch[at + 2] == SEONG;
}

/* The tense, and at which code point it shows. Words before a noun that stand behind `inner` are of the time told there. */
static uint8_t find_tense(const struct gisa_document *doc, uint32_t at, uint32_t limit, uint32_t inner, uint32_t *where) {
    uint32_t end = limit - at > TENSE_REACH ? at + TENSE_REACH : limit;
    uint32_t depth = 0;
    bool quoted = false;
    bool closed = false; /* a clause of its own stands between */
    bool press = false;  /* what is said follows: 회견을 열어 */
    bool joined = false; /* and another one behind it: 회견을 열어 사과하고, */
    bool apart = false;  /* behind 고, or 며, : what is described there is of another clause */
    for (uint32_t i = at; i < end; i++) {
        uint32_t key = doc->key[i];
        uint32_t ch = doc->ch[i];
        if (key == '(' || key == '[') {
            depth++;
        } else if (key == ')' || key == ']') {
            depth -= depth > 0;
        } else if (ch == 0x201C || ch == 0x201D || key == '"') {
            quoted = ch == 0x201C ? true : ch == 0x201D ? false : !quoted;
        }
        *where = i;
        joined = joined || ((closed || press) && !depth && !quoted && key == ',' && i > at && (doc->ch[i - 1] == GO || doc->ch[i - 1] == MYEO));
        apart = apart || (!depth && !quoted && key == ',' && i > at && (doc->ch[i - 1] == GO || doc->ch[i - 1] == MYEO));
        if (depth || quoted || doc->cls[i] != GISA_CHAR_HANGUL) {
            continue;
        }
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_time_cue_trie, doc->key + i, limit - i, &row);
        bool begins = i == at || doc->cls[i - 1] != GISA_CHAR_HANGUL;
        if (n && i + n < limit && doc->key[i + n] == '\'') {
            i += n - 1; /* '급식실 3개년 계획'을 발표했다: its name */
            continue;
        }
        if (n && cue_stands(doc, i + n, limit, begins, gisa_time_cue_rows[row].place)) {
            bool of_other = i > inner && gisa_time_cue_rows[row].place == GISA_TIME_CUE_PLACE_WHOLE; /* 13일 만나 | 지난해 체결한 계약을 논의할 예정이다 */
            if (gisa_time_cue_rows[row].tense == GISA_TIME_CUE_TENSE_PAST && (of_other || is_before_after(doc, i + n, limit))) {
                i += n - 1;
                continue;
            }
            if (gisa_time_cue_rows[row].tense >= GISA_TIME_CUE_TENSE_CLOSED) {
                press = press || gisa_time_cue_rows[row].tense == GISA_TIME_CUE_TENSE_PRESS;
                closed = closed || gisa_time_cue_rows[row].tense == GISA_TIME_CUE_TENSE_CLOSED;
                i += n - 1;
                continue;
            }
            bool object = i + n < limit && (doc->ch[i + n] == EUL || doc->ch[i + n] == REUL);
            bool spoken_of = gisa_time_cue_rows[row].tense == GISA_TENSE_FUTURE && is_possible(doc, i, n) && (object || (i + n + 1 < limit && doc->ch[i + n] == KKA));
            if (spoken_of) {
                i += n - 1; /* 14일 회견을 열어 파업 가능성까지 거론했다 */
                continue;
            }
            if (closed && gisa_time_cue_rows[row].tense == GISA_TENSE_FUTURE && object) {
                i += n - 1; /* 29일 만나 올리겠다는 방침을 밝혔다 */
                continue;
            }
            bool later = closed && gisa_time_cue_rows[row].tense == GISA_TENSE_FUTURE && gisa_time_cue_rows[row].place != GISA_TIME_CUE_PLACE_BEGIN;
            if (!later) {
                return gisa_time_cue_rows[row].tense;
            }
            i += n - 1; /* 만나 넓히기로 했다, 만나 나설 경우: agreed then */
            continue;
        }
        uint8_t tense = ending_at(doc, i, limit);
        if (joined && ch == GESS && tense == GISA_TENSE_FUTURE && i + 2 < limit && doc->ch[i + 1] == DA && doc->ch[i + 2] == GO) {
            continue; /* 26일 회견을 열어 사과하고, 쿠폰을 주겠다고 약속했다 */
        }
        if (press && ch == GESS && tense == GISA_TENSE_FUTURE && i + 2 < limit && doc->ch[i + 1] == DA && doc->ch[i + 2] == GO) {
            return GISA_TENSE_NONE; /* 26일 회견을 열고 물러나겠다고 밝혔다: of either side */
        }
        if (closed && ch == GESS && tense == GISA_TENSE_FUTURE && i + 2 < limit && doc->ch[i + 1] == DA && doc->ch[i + 2] == NEUN) {
            continue; /* 29일 만나 되돌리겠다는 방침을 철회하라고 요청했다 */
        }
        if (tense && !(ch == DOEN && tense == GISA_TENSE_PAST && (apart || i > inner || is_before_after(doc, i + 1, limit)))) { /* 15일 부분파업을 벌이고, 진전된 안이 없으면 나서겠다 */
            return tense;
        }
    }
    return GISA_TENSE_NONE;
}

uint8_t gisa_time_tense(const struct gisa_document *doc, uint32_t at, uint32_t limit, uint32_t inner) {
    uint32_t where = at;
    return find_tense(doc, at, limit, inner, &where);
}

/* 출시한다고, 세울 계획이라고, 열기로 했다며: where the word that reports ends; 0 when none does, at the tense or one word behind it. */
static uint32_t report_end(const struct gisa_document *doc, uint32_t at, uint32_t limit) {
    static const uint32_t said[] = {0xB2E4, 0xB77C, 0xC790, 0xB0D0}; /* 다 라 자 냐 */
    static const uint32_t ends[] = {0xACE0, 0xBA70, 0xBA74, NEUN}; /* 고 며 면 of 면서; 올리겠다는 방침을 */
    enum { WORDS = 2 };
    for (uint32_t word = 0; word < WORDS && at < limit; word++) {
        bool plan = word == 0 && at > 0 && doc->cls[at - 1] == GISA_CHAR_BLANK; /* 열 계획을 밝혔다 */
        for (; at < limit && doc->cls[at] == GISA_CHAR_HANGUL; at++) {
            for (uint32_t i = 0; i < sizeof said / sizeof said[0] && at + 1 < limit; i++) {
                for (uint32_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
                    if (doc->ch[at] == said[i] && doc->ch[at + 1] == ends[k]) {
                        return at + 2;
                    }
                }
            }
        }
        if (plan && at < limit && (doc->ch[at - 1] == EUL || doc->ch[at - 1] == REUL)) {
            return at;
        }
        at += at < limit && doc->cls[at] == GISA_CHAR_BLANK;
    }
    return 0;
}

/* 낮추기로 | 합의했다, 투자하기로 | 의결했다: the word that decides in the past ends there; 0 else. 하기로 했다 tells when it will be. */
static uint32_t decision_end(const struct gisa_document *doc, uint32_t at, uint32_t limit) {
    enum { GI = 0xAE30, RO = 0xB85C, HAET = 0xD588 /* 했 */ };
    bool decides = at + 3 < limit && doc->ch[at] == GI && doc->ch[at + 1] == RO && doc->cls[at + 2] == GISA_CHAR_BLANK && doc->ch[at + 3] != HAET;
    uint32_t end = at + 3;
    bool past = false;
    while (decides && end < limit && doc->cls[end] == GISA_CHAR_HANGUL) {
        past = past || ending_at(doc, end, limit) == GISA_TENSE_PAST;
        end++;
    }
    return past ? end : 0;
}

/* 오를 | 것으로 내다봤다: does who foresaw it say so? */
static bool is_foreseen(const struct gisa_document *doc, uint32_t at, uint32_t limit) {
    enum { NEAR = 4, RO = 0xB85C /* 로 */ };
    for (uint32_t i = at; i < at + NEAR && i + 5 < limit; i++) {
        uint32_t row = 0;
        if (doc->ch[i] == GEOT && doc->ch[i + 1] == EU && doc->ch[i + 2] == RO && doc->cls[i + 3] == GISA_CHAR_BLANK) {
            return gisa_trie_longest(&gisa_foresee_trie, doc->key + i + 4, limit - i - 4, &row) > 0;
        }
    }
    return false;
}

bool gisa_time_is_told(const struct gisa_document *doc, uint32_t at, uint32_t limit) {
    uint32_t where = at;
    uint8_t tense = find_tense(doc, at, limit, limit, &where);
    if (tense == GISA_TENSE_FUTURE && is_foreseen(doc, where, limit)) {
        return true;
    }
    if (tense == GISA_TENSE_FUTURE && decision_end(doc, where, limit)) {
        for (uint32_t i = at; i < where; i++) {
            if (doc->cls[i] == GISA_CHAR_DIGIT && i + 1 < where && doc->ch[i + 1] == 0xC77C /* 일 */) {
                return false; /* 25일 만나 30일 열기로 합의했다 */
            }
        }
        return true;
    }
    uint32_t end = tense == GISA_TENSE_FUTURE || tense == GISA_TENSE_PRESENT ? report_end(doc, where, limit) : 0;
    tense = end ? find_tense(doc, end, limit, limit, &where) : (uint8_t)GISA_TENSE_NONE;
    uint32_t plan = tense == GISA_TENSE_FUTURE ? report_end(doc, where, limit) : 0; /* 올리겠다는 | 방침을 | 밝혔다 */
    bool told = tense == GISA_TENSE_PAST || (plan && find_tense(doc, plan, limit, limit, &where) == GISA_TENSE_PAST);
    for (uint32_t i = end; told && i < where; i++) {
        told = doc->cls[i] != GISA_CHAR_DIGIT; /* 1일 개최한다고 28일 밝혔다: the telling has a day of its own */
    }
    return told;
}
