/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_predicate.h"

#include "decide_lex.h"
#include "determiner_lex.h"
#include "entity/entity.h"
#include "eventrole_lex.h"
#include "experience_lex.h"
#include "foretell_lex.h"
#include "no_trigger_lex.h"
#include "status_lex.h"
#include "text/charclass.h"
#include "text/hangul.h"
#include "text/seek.h"
#include "trigger_lex.h"

enum { WORD = 24, ANH = 0xC54A /* 않 */, MOT = 0xBABB /* 못 */, AN = 0xC548 /* 안 */, BAK = 0xBC15 /* 박 */, JI = 0xC9C0 /* 지 */, JA = 0xC790 /* 자 */, DO_ALSO = 0xB3C4, EO = 0xC5B4 /* (었)어도 */ };

_Static_assert((int)GISA_TRIGGER_TYPE_POLITICS == (int)GISA_EVENT_POLITICS, "trigger.tsv names the types in order");

/* 하다, 되다, 받다 ... behind a noun. */
bool gisa_event_inflects(uint32_t ch) {
    static const uint32_t heads[] = {0xD558, 0xD588, 0xD55C, 0xD560, 0xD569, 0xD574, 0xB418, 0xB410, 0xB41C, 0xB420,
                                     0xB429, 0xB3FC, 0xBC1B, 0xC2DC, 0xB2F9}; /* 하했한할합해되됐된될됩돼받시당 */
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        if (heads[i] == ch) {
            return true;
        }
    }
    return false;
}

/* The trigger in a word: a verb at its head, or a noun whose rest is a particle or an inflection of 하다. */
struct gisa_trigger gisa_trigger_at(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t end = t->span.end;
    uint32_t limit = r->a->sentences[t->sentence].span.end;
    struct gisa_trigger found = gisa_no_trigger;
    uint32_t other = 0;
    if (gisa_trie_longest(&gisa_no_trigger_trie, r->d->key + t->span.begin, limit - t->span.begin < WORD ? limit - t->span.begin : WORD, &other)) {
        return found; /* 행정고시 */
    }
    for (uint32_t at = t->span.begin; at < end && at < t->span.begin + WORD; at++) {
        uint32_t row = 0;
        uint32_t left = limit - at < WORD ? limit - at : WORD;
        uint32_t n = gisa_trie_longest(&gisa_trigger_trie, r->d->key + at, left, &row);
        if (!n) {
            continue;
        }
        const struct gisa_trigger_row *g = &gisa_trigger_rows[row];
        bool noun = g->kind == GISA_TRIGGER_KIND_NOUN;
        uint32_t next = at + n;
        bool inflected = noun && next < end && gisa_event_inflects(r->d->key[next]);
        if (noun ? (next < end && next != t->stem_end && !inflected) || (next == end && n == 1)
                 : at != t->span.begin) {
            continue;
        }
        found = (struct gisa_trigger){token, row, {at, next}, noun, inflected || !noun, g->type,
                                 g->grade == GISA_TRIGGER_GRADE_WEAK};
        break;
    }
    return found;
}

static uint32_t status_at(const struct gisa_event_reader *r, uint32_t pos, uint32_t end) {
    uint32_t row = 0;
    uint32_t left = end - pos < WORD ? end - pos : WORD;
    return gisa_trie_longest(&gisa_status_trie, r->d->key + pos, left, &row) ? row : GISA_NONE;
}

bool gisa_event_is_plain_present(const struct gisa_event_reader *r, const struct gisa_token *t) {
    for (uint32_t i = t->span.begin; i + 1 < t->span.end; i++) { /* -ㄴ다고, -는다고 */
        uint32_t c = r->d->key[i];
        if (r->d->key[i + 1] == 0xB2E4 /* 다 */ && gisa_is_hangul(c) && gisa_hangul_jong(c) == GISA_JONG_N) {
            return t->ending == GISA_ENDING_QUOTATIVE;
        }
    }
    return false;
}

bool gisa_event_is_plan(const struct gisa_event_reader *r, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = status_at(r, t->span.begin, r->a->sentences[t->sentence].span.end);
    return row != GISA_NONE && gisa_status_rows[row].status == GISA_STATUS_STATUS_PLANNED;
}

uint8_t gisa_event_word_kind(const struct gisa_event_reader *r, uint32_t token) {
    uint32_t length = 0;
    uint32_t row = gisa_eventrole_at(r, token, &length);
    const struct gisa_token *t = &r->a->tokens[token];
    bool verb = row != GISA_NONE && (gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_ADVERB || gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_THROUGH) &&
                t->ending == GISA_ENDING_FINAL && length < gisa_span_length(t->span); /* 이어졌다 is no 이어 */
    return row == GISA_NONE || verb ? UINT8_MAX : gisa_eventrole_rows[row].kind;
}

/* 기업이다, 것이었다; 닫았습니다, 시작됩니다 only look like it. */
bool gisa_event_is_become(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { DOEN = 0xB41C, DWAET = 0xB410, DOE = 0xB418, DOEP = 0xB429 };
    uint32_t key = r->d->key[t->span.begin];
    return key == DOEN || key == DWAET || key == DOE || key == DOEP;
}

bool gisa_event_is_against(const struct gisa_event_reader *r, uint32_t token) {
    enum { SANG = 0xC0C1, DAE = 0xB300 /* 상대 */ };
    const struct gisa_token *t = &r->a->tokens[token < r->a->token_count ? token : r->a->token_count - 1];
    return gisa_span_length(t->span) >= 2 && r->d->key[t->span.begin] == SANG && r->d->key[t->span.begin + 1] == DAE;
}

bool gisa_event_is_copula(const struct gisa_event_reader *r, const struct gisa_token *t) {
    if (gisa_event_word_kind(r, (uint32_t)(t - r->a->tokens)) == GISA_EVENTROLE_KIND_LIGHT) {
        return false; /* 감사를 벌입니다 */
    }
    for (uint32_t i = t->span.begin; i < t->span.end; i++) {
        uint32_t c = r->d->key[i];
        if (gisa_is_hangul(c) && gisa_hangul_jong(c) == GISA_JONG_SS && c != 0xC600 /* 였 */ &&
            (i == t->span.begin || r->d->key[i - 1] != 0xC774 /* 이 */)) {
            return false;
        }
        bool polite = gisa_is_hangul(c) && gisa_hangul_jong(c) == GISA_JONG_B && i + 2 < t->span.end && r->d->key[i + 1] == 0xB2C8 && r->d->key[i + 2] == 0xB2E4; /* 니다 */
        if (polite && c != 0xC785 /* 입 */) {
            return false;
        }
    }
    return t->josa & GISA_JOSA_COPULA;
}

bool gisa_event_is_last(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    bool ends = token + 1 >= z->end || r->d->cls[t[1].span.begin] == GISA_CHAR_STOP;
    return ends && t->ending == GISA_ENDING_NONE && (!t->josa || (t->josa & GISA_JOSA_COPULA && r->d->key[t->span.end - 1] == 0xB2E4 /* 다 */));
}

/* Is the whole word a form of a light verb: 벌인, 가진? */
static bool is_light_form(const struct gisa_event_reader *r, uint32_t token) {
    uint32_t length = 0;
    uint32_t row = gisa_eventrole_at(r, token, &length);
    return row != GISA_NONE && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_LIGHT && length >= 2 && length == gisa_span_length(r->a->tokens[token].span);
}

/* The token's tense; reported speech hides it in front of its ending: 밝혔|다고. */
uint8_t gisa_event_tense(const struct gisa_event_reader *r, const struct gisa_token *t) {
    if (gisa_event_is_noun(r, t)) {
        return GISA_TENSE_NONE; /* 양산 */
    }
    for (uint32_t i = t->span.begin; t->ending != GISA_ENDING_ADNOMINAL && i + 1 < t->span.end; i++) {
        uint32_t c = r->d->key[i];
        if (gisa_is_hangul(c) && gisa_hangul_jong(c) == GISA_JONG_SS && c != 0xC788 && c != 0xACA0) { /* 있, 겠 */
            return GISA_TENSE_PAST;
        }
    }
    uint32_t last = r->d->key[t->span.end - 1];
    if (t->ending == GISA_ENDING_NONE && gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_N && is_light_form(r, (uint32_t)(t - r->a->tokens))) {
        return GISA_TENSE_PAST; /* 벌인 */
    }
    bool short_form = t->ending == GISA_ENDING_NONE && gisa_span_length(t->span) == 1 && gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_N;
    if (short_form && t > r->a->tokens && t[-1].sentence == t->sentence && t[-1].josa & GISA_JOSA_OBJECT) {
        return GISA_TENSE_PAST; /* 문을 | 연 */
    }
    return t->tense;
}

bool gisa_event_is_before_after(const struct gisa_event_reader *r, uint32_t token, uint32_t end, uint8_t *kind) {
    *kind = token + 1 < end ? gisa_event_word_kind(r, token + 1) : UINT8_MAX;
    return *kind == GISA_EVENTROLE_KIND_AFTER;
}

/* Any word closed by ㄹ before 예정, 계획 ... is a verb, known or not: 치를 예정이다. */
static bool is_before_plan(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    uint32_t last = r->d->key[r->a->tokens[token].span.end - 1];
    if (token + 1 >= z->end || !gisa_is_hangul(last) || gisa_hangul_jong(last) != GISA_JONG_L) {
        return false;
    }
    const struct gisa_token *next = &r->a->tokens[token + 1];
    uint32_t row = status_at(r, next->span.begin, r->a->sentences[z->sentence].span.end);
    return row != GISA_NONE && gisa_status_rows[row].status == GISA_STATUS_STATUS_PLANNED &&
           !(next->josa & GISA_JOSA_OBJECT);
}

/* 불이 난 적이 있다, 뒤집은 바 있다; 제출한 지 47일 만이다 */
static bool is_experience(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    enum { JEOK = 0xC801 /* 적 */, BA = 0xBC14 /* 바 */, IL = 0xC77C /* 일 */, IT = 0xC788 /* 있 */, MAN = 0xB9CC /* 만 */, NEAR = 4 };
    const struct gisa_token *next = &r->a->tokens[token + 1];
    if (token + 2 >= end) {
        return false;
    }
    const uint32_t stem = next->stem_end - next->span.begin;
    uint32_t row = 0;
    const bool known = next->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE) && gisa_trie_longest(&gisa_experience_trie, r->d->key + next->span.begin, stem, &row) == stem;
    if (known || gisa_span_length(next->span) > 2) {
        return known && r->d->key[next[1].span.begin] == IT; /* 부과받은 전력이 | 있다 */
    }
    uint32_t head = r->d->key[next->span.begin];
    for (uint32_t i = token + 2; head == JI && i < end && i < token + 2 + NEAR; i++) {
        if (r->d->key[r->a->tokens[i].span.begin] == MAN) {
            return gisa_span_length(next->span) == 1;
        }
    }
    bool thing = head == IL && next->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE); /* 숨지는 일도 있었다 */
    return (head == JEOK || head == BA || thing) && r->d->key[next[1].span.begin] == IT;
}

/* 더 있는지 밝히라고 | 촉구했다: what somebody is told to do has not happened. 없다고, 사실무근이라고, 아니라고 say what is. */
static bool is_command(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { RA = 0xB77C, GO = 0xACE0 /* 라고 */, I = 0xC774, NI = 0xB2C8, DEO = 0xB354 /* 더라고 */ };
    uint32_t n = gisa_span_length(t->span);
    uint32_t before = n >= 3 ? r->d->key[t->span.end - 3] : I;
    if (n >= 3 && r->d->key[t->span.end - 1] == GO && r->d->key[t->span.end - 2] == JA) {
        return true;
    }
    return n >= 4 && r->d->key[t->span.end - 1] == GO && r->d->key[t->span.end - 2] == RA && before != I && before != NI && before != DEO;
}

/* 허가를 신청한 | 상태다: it has been done. */
static bool is_state(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    enum { SANG = 0xC0C1, TAE = 0xD0DC /* 상태 */, DA = 0xB2E4 /* 다 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    const struct gisa_token *state = t + 1;
    bool word = token + 1 < end && gisa_span_length(state->span) >= 3 && r->d->key[state->span.begin] == SANG && r->d->key[state->span.begin + 1] == TAE;
    return word && gisa_event_tense(r, t) == GISA_TENSE_PAST && r->d->key[state->span.end - 1] == DA;
}

/* 10일 지지를 선언한 | 것이 판세를 갈랐다: what is taken up as a fact has happened. Not: 만난 것이 아니다. */
static bool is_fact(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    enum { GEOT = 0xAC83 /* 것 */, A = 0xC544, NI = 0xB2C8 /* 아니 */, EOP = 0xC5C6 /* 없 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    const struct gisa_token *fact = t + 1;
    bool taken = token + 2 < end && r->d->key[fact->span.begin] == GEOT && fact->stem_end == fact->span.begin + 1 && fact->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT);
    uint32_t next = taken ? r->d->key[fact[1].span.begin] : 0;
    bool denied = next == EOP || (next == A && r->d->key[fact[1].span.begin + 1] == NI);
    return taken && !denied && gisa_event_tense(r, t) == GISA_TENSE_PAST;
}

/* "내년에 공장을 지을 | 것"이라고, "… 확보할 | 것이며": what a speaker tells of what is to come. */
static bool is_foretold(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    enum { GEOT = 0xAC83 /* 것 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t last = r->d->key[t->span.end - 1];
    const struct gisa_token *thing = t + 1;
    uint32_t row = 0;
    if (gisa_trie_longest_back(&gisa_foretell_trie, r->d->key + t->span.end, gisa_span_length(t->span), &row)) {
        return false;
    }
    bool to_come = r->is_in_speech && token + 1 < end && gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_L && r->d->key[thing->span.begin] == GEOT;
    return to_come && (gisa_span_length(thing->span) == 1 || thing->josa & GISA_JOSA_COPULA) && (token + 2 >= end || thing->ending != GISA_ENDING_NONE || thing[1].kind == GISA_TOKEN_PUNCT);
}

/* 항고|할지를 정하겠다: what may or may not be done. */
static bool is_whether(const struct gisa_event_reader *r, const struct gisa_token *t, uint32_t pos) {
    enum { HAL = 0xD560, DOEL = 0xB420 /* 할 될 */, NEUN = 0xB294 /* 하는지 */ };
    uint32_t before = pos + 1 < t->span.end ? r->d->key[pos + (r->d->key[pos + 1] == NEUN)] : 0;
    uint32_t at = pos + 1 + (pos + 1 < t->span.end && r->d->key[pos + 1] == NEUN);
    return (before == HAL || before == DOEL || before == NEUN) && at < t->span.end && r->d->key[at] == JI;
}

/* 파면할 | 수 있도록: what is made possible has not happened. */
static bool is_enabled(const struct gisa_event_reader *r, uint32_t token, uint32_t end) {
    enum { SU = 0xC218 /* 수 */, IT = 0xC788 /* 있 */, DO = 0xB3C4 /* 도 */, GE = 0xAC8C /* 게 */ };
    const struct gisa_token *su = &r->a->tokens[token + 1];
    bool can = token + 2 < end && gisa_span_length(su->span) == 1 && r->d->key[su->span.begin] == SU && r->d->key[su[1].span.begin] == IT;
    uint32_t next = can ? r->d->key[su[1].span.begin + 1] : 0;
    return next == DO || next == GE;
}

bool gisa_event_is_determiner(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    return gisa_trie_longest(&gisa_determiner_trie, r->d->key + t->span.begin, n, &row) == n;
}

bool gisa_event_is_adnominal(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    bool word = gisa_trie_longest(&gisa_determiner_trie, r->d->key + t->span.begin, n, &row) == n && gisa_determiner_rows[row].kind == GISA_DETERMINER_KIND_WORD;
    return t->ending == GISA_ENDING_ADNOMINAL && !gisa_event_is_noun(r, t) && !word;
}

/* 한 차례, 한 병원: a numeral; 간담회를 한 뒤 is none. */
static bool is_one(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    return gisa_span_length(t->span) == 1 && r->d->key[t->span.begin] == 0xD55C /* 한 */ && t->space_before &&
           !(token > z->first && t[-1].josa & (GISA_JOSA_OBJECT | GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE | GISA_JOSA_DIRECTION));
}

/* Does the word end as verbs do before a noun: 는, ㄴ, ㄹ? */
static bool is_before_noun(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t last = r->d->key[t->span.end - 1];
    return last == 0xB294 /* 는 */ || (gisa_is_hangul(last) && (gisa_hangul_jong(last) == GISA_JONG_N || gisa_hangul_jong(last) == GISA_JONG_L));
}

/* 합의하지 | 못하면 */
static bool is_conditional(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { MYEON = 0xBA74 /* 면 */ };
    return token + 1 < z->end && r->d->key[r->a->tokens[token].span.end - 1] == JI &&
           r->d->key[r->a->tokens[token + 1].span.end - 1] == MYEON;
}

bool gisa_event_is_going_on(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *next = &r->a->tokens[token + 1];
    return token + 1 < z->end && r->d->key[r->a->tokens[token].span.end - 1] == 0xACE0 /* 고 */ && next->space_before &&
           r->d->key[next->span.begin] == 0xC788 /* 있 */;
}

bool gisa_event_is_progressive(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    return gisa_event_is_going_on(r, z, token) && r->a->tokens[token + 1].ending == GISA_ENDING_FINAL;
}

/* 항의하다 | 심판을 밀친: the plain form inside a sentence is short for -다가. */
static bool is_broken_off(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t before = gisa_span_length(t->span) >= 3 ? r->d->key[t->span.end - 2] : 0;
    return r->d->key[t->span.end - 1] == 0xB2E4 /* 다 */ && (before == 0xD558 || before == 0xB418 /* 하 되 */) && token + 1 < z->end &&
           t[1].kind == GISA_TOKEN_WORD && t[1].space_before;
}

/* 개정해야 | 한다고, 올려야 | 합니다: what should be done. */
static bool is_ought(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { YA = 0xC57C /* 야 */ };
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t next = token + 1 < z->end && t[1].space_before ? r->d->key[t[1].span.begin] : 0;
    return gisa_span_length(t->span) >= 3 && r->d->key[t->span.end - 1] == YA && gisa_event_inflects(next);
}

/* 무더기로 끊겼다, 이를 계기로: a common noun in 기, and no 팔기로 했다. */
static bool is_gi_noun(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { RO = 0xB85C };
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    bool decides = token + 1 < z->end && gisa_trie_longest(&gisa_decide_trie, r->d->key + t[1].span.begin, gisa_span_length(t[1].span), &row) > 0;
    return r->d->key[t->span.end - 1] == RO && !decides && gisa_is_common_word(r->d, (struct gisa_span){t->span.begin, t->span.end - 1});
}

/* 장갑차 ‘범해’ 246대: a name of one word in quotation marks. */
static bool is_named(const struct gisa_event_reader *r, const struct gisa_token *t) {
    return t->span.begin > 0 && t->span.end < r->d->count && gisa_is_quote_key(r->d->key[t->span.begin - 1]) && gisa_is_quote_key(r->d->key[t->span.end]);
}

enum gisa_boundary gisa_event_boundary(const struct gisa_event_reader *r, const struct gisa_sentence_state *z,
                                       uint32_t token, const struct gisa_trigger *g) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint8_t kind = UINT8_MAX;
    if (gisa_event_is_noun(r, t) || gisa_event_is_determiner(r, t) || is_one(r, z, token) || is_broken_off(r, z, token) || is_named(r, t) || is_ought(r, z, token)) {
        return GISA_BOUNDARY_NONE;
    }
    uint8_t ending = t->ending;
    if (ending == GISA_ENDING_NONE && g->token != GISA_NONE && !g->is_noun && token + 1 < z->end && is_before_noun(r, t)) {
        ending = GISA_ENDING_ADNOMINAL; /* a known verb: 사들이는, 연, 만날 */
    }
    if (ending == GISA_ENDING_NONE && is_light_form(r, token) && token + 1 < z->end && t[1].kind == GISA_TOKEN_WORD && is_before_noun(r, t)) {
        ending = GISA_ENDING_ADNOMINAL; /* 벌인 | 종합감사 */
    }
    switch ((enum gisa_ending)ending) {
    case GISA_ENDING_FINAL:
        if (token > z->first && is_ought(r, z, token - 1) && gisa_event_tense(r, t) != GISA_TENSE_PAST && z->wait_count && r->a->times[z->wait[z->wait_count - 1]].from.year) {
            return GISA_BOUNDARY_UNREAL; /* 이달 처리해야 한다: somebody's view; 7월 10일까지 내야 한다 is a term */
        }
        /* 심사보고서를 발송하자 | 라온은 */
        return r->d->key[t->span.end - 1] == 0xC790 /* 자 */ && token + 1 < z->end && t[1].kind == GISA_TOKEN_WORD ? GISA_BOUNDARY_CONNECTIVE
                                                                                                                  : GISA_BOUNDARY_FINAL;
    case GISA_ENDING_QUOTATIVE:
        return is_command(r, t) ? GISA_BOUNDARY_UNREAL : GISA_BOUNDARY_QUOTATIVE;
    case GISA_ENDING_CONDITIONAL:
        return GISA_BOUNDARY_UNREAL;
    case GISA_ENDING_CONNECTIVE:
        if (r->is_in_speech && gisa_event_tense(r, t) == GISA_TENSE_PAST && gisa_span_length(t->span) >= 3 && r->d->key[t->span.end - 1] == DO_ALSO && r->d->key[t->span.end - 2] == EO) {
            return GISA_BOUNDARY_UNREAL; /* "닷새 전에만 멈췄어도 돌아갔을 것" */
        }
        if (token + 1 < z->end && gisa_event_is_going_on(r, z, token) && t[1].ending == GISA_ENDING_QUOTATIVE) {
            return GISA_BOUNDARY_QUOTATIVE; /* 논의하고 있다고 보도했다 */
        }
        return is_conditional(r, z, token) ? GISA_BOUNDARY_UNREAL : gisa_event_is_progressive(r, z, token) ? GISA_BOUNDARY_FINAL : GISA_BOUNDARY_CONNECTIVE;
    case GISA_ENDING_ADNOMINAL:
        if (gisa_event_is_before_after(r, token, z->end, &kind)) {
            return GISA_BOUNDARY_AFTER;
        }
        if (kind == GISA_EVENTROLE_KIND_FRAME) {
            return GISA_BOUNDARY_FRAME;
        }
        if (is_experience(r, token, z->end)) {
            return GISA_BOUNDARY_FINAL;
        }
        if (is_state(r, token, z->end)) {
            return GISA_BOUNDARY_FINAL;
        }
        if (z->wait_count && g->token != GISA_NONE && is_fact(r, token, z->end)) {
            return GISA_BOUNDARY_FINAL;
        }
        if (is_enabled(r, token, z->end)) {
            return GISA_BOUNDARY_UNREAL;
        }
        if (is_foretold(r, token, z->end)) {
            return GISA_BOUNDARY_FINAL;
        }
        if (token + 1 < z->end) {
            uint32_t row = status_at(r, r->a->tokens[token + 1].span.begin, r->a->sentences[z->sentence].span.end);
            if (row != GISA_NONE && r->a->tokens[token + 1].josa & GISA_JOSA_OBJECT) {
                return GISA_BOUNDARY_UNREAL; /* 열 계획을 밝혔다: what was told is the plan */
            }
            if (row != GISA_NONE) {
                return r->d->key[r->a->tokens[token + 1].span.begin] == 0xB4F1 /* 등 */ ? GISA_BOUNDARY_CONNECTIVE
                                                                                       : GISA_BOUNDARY_FINAL;
            }
        }
        return GISA_BOUNDARY_ADNOMINAL;
    case GISA_ENDING_NOMINAL:
        if (is_gi_noun(r, z, token)) {
            return GISA_BOUNDARY_NONE;
        }
        return t->modality & GISA_MODALITY_PLANNED || r->d->key[t->span.end - 1] == 0xB85C /* 로 */ ? GISA_BOUNDARY_FINAL
                                                                                                 : GISA_BOUNDARY_UNREAL;
    case GISA_ENDING_NONE:
        break;
    }
    if (is_before_plan(r, z, token) || (t->josa & GISA_JOSA_COPULA && gisa_event_is_last(r, z, token))) {
        return GISA_BOUNDARY_FINAL;
    }
    uint32_t last = r->d->key[t->span.end - 1];
    if (gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_N && is_experience(r, token, z->end)) {
        return GISA_BOUNDARY_FINAL;
    }
    if (gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_N && !t->josa && t->space_before && gisa_event_is_before_after(r, token, z->end, &kind)) {
        return GISA_BOUNDARY_AFTER;
    }
    if (gisa_is_hangul(last) && gisa_hangul_jong(last) == GISA_JONG_N && !t->josa && token + 1 < z->end && gisa_event_word_kind(r, token + 1) == GISA_EVENTROLE_KIND_CLEFT) {
        return GISA_BOUNDARY_ADNOMINAL; /* 뛰어든 것은 10월이다 */
    }
    if (g->token != GISA_NONE && g->is_noun && g->is_inflected && is_whether(r, t, g->span.end)) {
        return GISA_BOUNDARY_UNREAL;
    }
    if (g->token != GISA_NONE && g->is_inflected) {
        return is_conditional(r, z, token) ? GISA_BOUNDARY_UNREAL : GISA_BOUNDARY_CONNECTIVE;
    }
    return GISA_BOUNDARY_NONE;
}

/* What the words from the predicate to the end of its complex say of the event. */
uint8_t gisa_event_status(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token,
                          enum gisa_boundary b, bool *unreal) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t bits = t->modality;
    uint8_t tense = t->tense;
    bool seen[GISA_STATUS_STATUS_PART + 1] = {false};
    uint32_t stop = token + (b == GISA_BOUNDARY_FINAL || b == GISA_BOUNDARY_QUOTATIVE ? 4 : b == GISA_BOUNDARY_CONNECTIVE ? 1 : 0);
    bool leans = r->is_in_speech && token > z->first && r->d->key[t->span.begin] == 0xC788 /* 있 */; /* 흔들릴 수 | 있다: a guess, where the narrator tells what may be done from then on */
    for (uint32_t i = token - leans; i < z->end && i <= stop; i++) {
        const struct gisa_token *u = &r->a->tokens[i];
        if (i > token && (r->is_quoted[i] || u->kind != GISA_TOKEN_WORD)) {
            break;
        }
        bits |= u->modality;
        for (uint32_t at = u->span.begin; at < u->span.end && at < u->span.begin + WORD; at++) {
            uint32_t row = status_at(r, at, r->a->sentences[z->sentence].span.end);
            if (row != GISA_NONE && (at == u->span.begin || i == token || r->d->key[at] != 0xB4F1)) {
                seen[gisa_status_rows[row].status] = true;
            }
        }
        if (r->is_in_speech && u->span.end < r->d->count && r->d->key[u->span.end - 1] == JA && gisa_is_quote_key(r->d->key[u->span.end])) {
            seen[GISA_STATUS_STATUS_HYPOTHETICAL] = true; /* "올해 안에 가동하자": proposed, not done */
        }
        if (u->ending == GISA_ENDING_FINAL) {
            tense = u->tense != GISA_TENSE_NONE ? u->tense : tense;
            break;
        }
    }
    *unreal = false;
    uint32_t head = r->d->key[t->span.begin];
    bool negated = (head == ANH || head == MOT) && token > z->first && r->d->key[t[-1].span.end - 1] == JI; /* 나서지 않겠다 */
    uint32_t before = token > z->first && gisa_span_length(t[-1].span) == 1 && t->space_before ? r->d->key[t[-1].span.begin] : 0;
    negated = negated || (before == MOT && head != BAK) || before == AN; /* 월급을 못 받았다; 못 박았다 is to insist */
    if (negated || seen[GISA_STATUS_STATUS_DENIED] || bits & GISA_MODALITY_NEGATED) {
        return GISA_STATUS_DENIED;
    }
    bool may = seen[GISA_STATUS_STATUS_HYPOTHETICAL] && !(bits & GISA_MODALITY_PLANNED); /* 빚어질 수 있다 */
    if (seen[GISA_STATUS_STATUS_PLANNED] || bits & GISA_MODALITY_PLANNED || (tense == GISA_TENSE_FUTURE && !may)) {
        return GISA_STATUS_PLANNED;
    }
    if (seen[GISA_STATUS_STATUS_HYPOTHETICAL] || bits & GISA_MODALITY_HYPOTHETICAL) {
        *unreal = true;
        return GISA_STATUS_HYPOTHETICAL;
    }
    if (z->set != GISA_NONE || seen[GISA_STATUS_STATUS_RECURRING]) {
        return GISA_STATUS_RECURRING;
    }
    return seen[GISA_STATUS_STATUS_ONGOING] || bits & GISA_MODALITY_PROGRESSIVE ? GISA_STATUS_ONGOING
                                                                                : GISA_STATUS_OCCURRED;
}

bool gisa_event_is_in_time(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t i = gisa_seek_end(r->a->times, sizeof *r->a->times, 0, r->a->time_count, t->span.begin + 1);
    return i < r->a->time_count && r->a->times[i].span.begin < t->span.end;
}
