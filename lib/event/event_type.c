/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_type.h"

#include <string.h>

#include "act_lex.h"
#include "appear_lex.h"
#include "appoint_lex.h"
#include "boardroom_lex.h"
#include "clause_cue_lex.h"
#include "court_lex.h"
#include "enter_lex.h"
#include "entity/entity.h"
#include "eventrole_lex.h"
#include "found_lex.h"
#include "held_lex.h"
#include "law_verb_lex.h"
#include "no_law_lex.h"
#include "object_type_lex.h"
#include "object_verb_lex.h"
#include "opened_lex.h"
#include "opponent_lex.h"
#include "rise_lex.h"
#include "setting_lex.h"
#include "spend_lex.h"
#include "stop_verb_lex.h"
#include "text/seek.h"
#include "title_lex.h"
#include "token/token.h"
#include "visited_lex.h"
#include "vote_lex.h"
#include "vote_noun_lex.h"

enum { WORD = 24 };

/* Does the name of a body hold the place? */
static bool is_in_body(const struct gisa_event_reader *r, uint32_t pos) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, pos + 1);
    return m > 0 && r->a->mentions[m - 1].span.end > pos && r->a->entities[r->a->mentions[m - 1].entity].type == GISA_ENTITY_ORGANIZATION;
}

/* 올랐다, 늘었다, 기록했다 are of markets where the clause names what is traded or counted, or a share. */
static bool is_market(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    for (uint32_t i = 0; i < x->amount_count; i++) {
        uint8_t kind = r->a->amounts[x->amounts[i]].type;
        if (kind == GISA_AMOUNT_PERCENT || kind == GISA_AMOUNT_POINT) {
            return true; /* 화재는 3천12건으로 4.5% 늘었다 */
        }
    }
    for (uint32_t i = z->clause_first; i <= token && i < z->end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        uint32_t n = t->stem_end - t->span.begin;
        for (uint32_t k = 0; k < n && k < WORD; k++) { /* anywhere in the word: 전기차판매량 */
            uint32_t length = gisa_trie_longest(&gisa_eventrole_trie, r->d->key + t->span.begin + k, n - k, &row);
            length = length && is_in_body(r, t->span.begin + k) ? 0 : length; /* 고용노동부, 한국거래소 */
            if (length && gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_MARKET) {
                return true;
            }
        }
    }
    return false;
}

/* 회장에 | 오른, 고문을 | 맡는다: a title with the particle that lets the word give it. */
static bool gives_post(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 10 };
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    if (token == z->first || !gisa_trie_longest(&gisa_appoint_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row)) {
        return false;
    }
    const struct gisa_token *post = t - 1;
    bool seat = token > z->first + 1 && r->d->key[post->span.begin] == 0xC790 && r->d->key[post->span.begin + 1] == 0xB9AC && post->josa & GISA_JOSA_OBJECT;
    post -= seat; /* 고문으로 자리를 옮겼다 */
    uint32_t by = post->josa & GISA_JOSA_DIRECTION ? GISA_APPOINT_BY_AS : post->josa & GISA_JOSA_DATIVE ? GISA_APPOINT_BY_AT
                  : post->josa & GISA_JOSA_OBJECT  ? GISA_APPOINT_BY_OBJECT : post->josa & GISA_JOSA_SUBJECT ? GISA_APPOINT_BY_SUBJECT : 0;
    uint32_t title = 0;
    const bool whom = post->josa == GISA_JOSA_OBJECT && gisa_appoint_rows[row].active;
    for (uint32_t i = 0; i < REACH && whom && post > r->a->tokens + z->clause_first; i++) {
        post--; /* 도지사 후보로 | 3선을 지낸 한태섭 전 의원을 확정했다 */
        bool as = post->josa == GISA_JOSA_DIRECTION && post->ending == GISA_ENDING_NONE && gisa_title_at_end(r->d, post->span.begin, post->stem_end);
        if (as) {
            return true;
        }
    }
    post = t - 1 - seat;
    uint32_t stem = post->stem_end - post->span.begin;
    return by & gisa_appoint_rows[row].by && gisa_trie_longest_back(&gisa_title_trie, r->d->key + post->stem_end, stem, &title) > 0;
}

/* Is money the object of a word of spending? */
static bool spends(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    bool found = gisa_trie_longest(&gisa_spend_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
    for (uint32_t i = 0; found && i < x->amount_count; i++) {
        if (r->a->amounts[x->amounts[i]].type == GISA_AMOUNT_MONEY) {
            return true;
        }
    }
    return false;
}

/* 찬반투표를 벌여 가결했다: what a vote of members decides is politics, not law. */
static bool is_vote(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    uint32_t row = 0;
    bool decides = gisa_trie_longest(&gisa_vote_trie, r->d->key + x->trigger.begin, gisa_span_length(x->trigger), &row);
    for (uint32_t i = z->first; decides && i < token; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t n = t->stem_end - t->span.begin;
        uint32_t length = gisa_trie_longest_back(&gisa_vote_noun_trie, r->d->key + t->stem_end, n, &row);
        if (!r->is_quoted[i] && length) {
            return true;
        }
    }
    return false;
}

/* Does the word begin a name? */
static bool is_named(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, t->span.begin);
    return m < r->a->mention_count && r->a->mentions[m].span.begin == t->span.begin;
}

/* 이를 법원에 | 청구했다: something is handed to a court. */
static bool goes_to_court(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 4 };
    uint32_t row = 0;
    const struct gisa_token *verb = &r->a->tokens[token];
    bool hands = gisa_trie_longest(&gisa_object_verb_trie, r->d->key + verb->span.begin, gisa_span_length(verb->span), &row) > 0;
    for (uint32_t i = token; hands && i-- > z->clause_first && token - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (!r->is_quoted[i] && t->josa & GISA_JOSA_DATIVE && gisa_trie_longest_back(&gisa_court_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row)) {
            return true;
        }
    }
    return false;
}

/* The word that bears a case at token i: itself, or the one before the bracket that a particle stands behind: 태스크포스(TF)|를. Sets
 * *josa. */
static const struct gisa_token *word_of_case(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t i, uint32_t *josa) {
    enum { GLOSS = 6 /* tokens of a bracket */ };
    const struct gisa_token *t = &r->a->tokens[i];
    uint32_t alone = 0;
    *josa = t->josa;
    if (i <= z->clause_first + 2 || t->space_before || r->d->key[t[-1].span.begin] != ')' || !gisa_josa_tail(r->d, t->span.begin, t->span.end, &alone)) {
        return t;
    }
    for (uint32_t k = i - 1; k-- > z->clause_first && i - k <= GLOSS;) {
        if (r->d->key[r->a->tokens[k].span.begin] == '(' && k > z->clause_first) {
            *josa = alone;
            return &r->a->tokens[k - 1];
        }
    }
    return t;
}

bool gisa_event_is_before_source(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    return (token + 2 < z->end && gisa_event_word_kind(r, token + 2) == GISA_EVENTROLE_KIND_ACCORDING) ||
           (token + 1 < z->end && gisa_event_word_kind(r, token + 1) == GISA_EVENTROLE_KIND_SHOWS);
}

uint8_t gisa_event_type_of_object(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 8, FAR = 20 /* of a subject, where no object stands between */ };
    const struct gisa_token *verb = &r->a->tokens[token];
    uint32_t row = 0;
    if (!gisa_trie_longest(&gisa_object_verb_trie, r->d->key + verb->span.begin, gisa_span_length(verb->span) + 1, &row) || gives_post(r, z, token)) {
        return GISA_EVENT_OTHER; /* 소장을 거쳐: the head, not the complaint */
    }
    bool founds = gisa_object_verb_rows[row].founds == GISA_OBJECT_VERB_FOUNDS_YES;
    const bool issues = gisa_object_verb_rows[row].founds == GISA_OBJECT_VERB_FOUNDS_ISSUES;
    if (verb->ending == GISA_ENDING_ADNOMINAL && token + 1 < z->end) { /* 1999년 세운 | 회사 */
        const struct gisa_token *head = verb + 1;
        uint32_t n = head->stem_end - head->span.begin;
        if (gisa_trie_longest_back(&gisa_object_type_trie, r->d->key + head->stem_end, n, &row) >= 2 && gisa_object_type_rows[row].type == GISA_EVENT_LAUNCH) {
            return founds ? GISA_EVENT_LAUNCH : GISA_EVENT_OTHER;
        }
        if (issues && gisa_event_is_before_source(r, z, token)) {
            return GISA_EVENT_ANNOUNCEMENT;
        }
    }
    bool held = false; /* an object stands between: 과태료 | 2억 원을 */
    uint32_t depth = 0; /* of brackets */
    for (uint32_t i = token; i-- > z->clause_first && token - i <= (held ? REACH : FAR);) {
        const struct gisa_token *t = &r->a->tokens[i];
        depth += r->d->key[t->span.begin] == ')';
        depth -= depth > 0 && r->d->key[t->span.begin] == '(';
        if (t->kind != GISA_TOKEN_WORD || r->is_quoted[i] || depth || gisa_event_is_in_time(r, t)) {
            continue; /* 양해각서를 지난해 5월 한빛반도체와 교환했다 */
        }
        uint32_t josa = 0;
        const struct gisa_token *own = t;
        t = word_of_case(r, z, i, &josa);
        if (t != own && !(josa & (GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE))) {
            continue; /* 9시 14분(현지시간)께 */
        }
        uint32_t cases = token - i <= REACH ? GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE : GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC;
        bool object = josa & cases && !(token - i > REACH && josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)) && t->ending == GISA_ENDING_NONE;
        bool counted = held && !t->josa && t->ending == GISA_ENDING_NONE && r->d->cls[t[1].span.begin] == GISA_CHAR_DIGIT;
        uint32_t n = t->stem_end - t->span.begin;
        uint32_t length = object || counted ? gisa_trie_longest_back(&gisa_object_type_trie, r->d->key + t->stem_end, n, &row) : 0;
        if (length >= 2 || (length == 1 && n == 1)) { /* 불은 공장에서 났다 */
            uint8_t type = gisa_object_type_rows[row].type; /* 대책본부를 2단계로 올렸다 founds nothing */
            return type != GISA_EVENT_LAUNCH || founds ? type : GISA_EVENT_OTHER;
        }
        bool one = gisa_span_length(t->span) == 1 && r->d->key[t->span.begin] == 0xD55C; /* 한 공장에서 */
        if ((t->ending != GISA_ENDING_NONE && !is_named(r, t) && !one) || (object && held)) { /* 팔탄면 is no condition */
            break;
        }
        held = held || object;
    }
    return GISA_EVENT_OTHER;
}

/* 에이블노트를 | 세웠다: a body is what was founded. */
static bool founds_body(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    bool founds = gisa_trie_longest(&gisa_object_verb_trie, r->d->key + t->span.begin, gisa_span_length(t->span) + 1, &row) > 0 &&
                  gisa_object_verb_rows[row].founds == GISA_OBJECT_VERB_FOUNDS_YES;
    const uint32_t behind = t->span.end + 1;
    uint32_t m = founds && x->is_inner ? gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, behind) : r->a->mention_count;
    if (m < r->a->mention_count && r->a->mentions[m].span.begin == behind && r->a->entities[r->a->mentions[m].entity].type == GISA_ENTITY_ORGANIZATION) {
        return true; /* 1966년 부산에 세운 | 한서직물 */
    }
    for (uint32_t i = 0; founds && i < x->part_count; i++) {
        if (x->parts[i].role == GISA_ROLE_OBJECT && r->a->entities[x->parts[i].entity].type == GISA_ENTITY_ORGANIZATION) {
            return true;
        }
    }
    return false;
}

/* 행정명령에 | 서명했다: what is signed is an act, no agreement; the kind of the act. */
static uint8_t type_of_signed(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token > z->first ? token - 1 : token];
    uint32_t row = 0;
    uint32_t n = t->stem_end - t->span.begin;
    bool act = t->josa & (GISA_JOSA_DATIVE | GISA_JOSA_OBJECT) && gisa_trie_longest_back(&gisa_object_type_trie, r->d->key + t->stem_end, n, &row) >= 2;
    uint8_t type = act ? gisa_object_type_rows[row].type : (uint8_t)GISA_EVENT_AGREEMENT;
    return type == GISA_EVENT_LEGAL || type == GISA_EVENT_POLITICS ? GISA_EVENT_LEGAL : GISA_EVENT_AGREEMENT;
}

/* 회생법원은 … 개시를 결정했다: what a court decides is law. */
static bool is_of_court(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    static const char court[] = "법원", constitutional[] = "헌법재판소";
    uint32_t last = x->trigger.end;
    bool decides = last >= 2 && r->d->key[last - 2] == 0xACB0 && r->d->key[last - 1] == 0xC815; /* 결정 */
    for (uint32_t i = 0; decides && i < x->part_count; i++) {
        struct gisa_bytes_view name = r->a->entities[x->parts[i].entity].name;
        bool ends = name.size >= sizeof court - 1 && !memcmp(name.bytes + name.size - (sizeof court - 1), court, sizeof court - 1);
        if (x->parts[i].role == GISA_ROLE_AGENT && (ends || (name.size == sizeof constitutional - 1 && !memcmp(name.bytes, constitutional, name.size)))) {
            return true;
        }
    }
    return false;
}

/* The nearest object before the predicate, or what the predicate is about; GISA_NONE if there is none near. */
static uint32_t object_before(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 6, FAR = 20 /* of a subject */, CASES = GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE };
    for (uint32_t i = token; i-- > z->clause_first && token - i <= FAR;) {
        uint32_t josa = 0;
        const struct gisa_token *t = word_of_case(r, z, i, &josa); /* 심문(영장실질심사)|은 */
        uint32_t cases = token - i <= REACH ? (uint32_t)CASES : (uint32_t)(GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC);
        if (t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && josa & cases && !(josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)) && t->ending == GISA_ENDING_NONE) {
            return (uint32_t)(t - r->a->tokens);
        }
    }
    return GISA_NONE;
}

/* The row of the lexicon that the object ends with, or GISA_NONE: 데이터센터를 | 열었다, 흔적을 | 찾았다. */
static uint32_t object_row(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, const struct gisa_trie *trie) {
    uint32_t i = object_before(r, z, token);
    const struct gisa_token *t = &r->a->tokens[i != GISA_NONE ? i : token];
    uint32_t row = 0;
    return i != GISA_NONE && gisa_trie_longest_back(trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) ? row : GISA_NONE;
}

static bool has_object(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, const struct gisa_trie *trie) {
    return object_row(r, z, token, trie) != GISA_NONE;
}

/* 7곳에서 균열을 | 찾았다: one finds a thing at a place, and visits the place itself. */
static bool is_found(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    enum { REACH = 3, CHAJ = 0xCC3E /* 찾 */ };
    uint32_t object = r->d->key[x->trigger.begin] == CHAJ ? object_before(r, z, token) : GISA_NONE;
    for (uint32_t i = object; object != GISA_NONE && i-- > z->clause_first && object - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->ending != GISA_ENDING_NONE || t->kind != GISA_TOKEN_WORD) {
            return false;
        }
        if (t->josa == GISA_JOSA_LOCATIVE) {
            const struct gisa_token *thing = &r->a->tokens[object];
            uint32_t row = 0;
            bool place = gisa_trie_longest_back(&gisa_visited_trie, r->d->key + thing->stem_end, thing->stem_end - thing->span.begin, &row) || is_named(r, thing);
            return thing->josa & GISA_JOSA_OBJECT && !place; /* 부산에서 조선소를 찾았다 */
        }
    }
    return false;
}

/* 시험을 통과했다, 성인 1002명을 조사했다, 소식통을 인용했다: a verb of law that says something else of its object. */
static bool is_no_law(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    uint32_t object = object_row(r, z, token, &gisa_no_law_trie);
    uint32_t verb = 0;
    if (object == GISA_NONE) {
        return false;
    }
    bool own = gisa_trie_longest(&gisa_law_verb_trie, r->d->key + x->trigger.begin, gisa_span_length(x->trigger), &verb) > 0;
    return gisa_no_law_rows[object].verb == GISA_NO_LAW_VERB_ANY ||
           (own && (unsigned)gisa_law_verb_rows[verb].kind == (unsigned)gisa_no_law_rows[object].verb);
}

/* The row of the lexicon that the noun behind an inner clause ends with, or GISA_NONE: 열린 | 첫 심문에서, 시행된 | AI기본법. */
static uint32_t head_row(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, const struct gisa_trie *trie) {
    enum { REACH = 4 };
    for (uint32_t i = token + 1; i < z->end && i <= token + REACH; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        if (t->kind == GISA_TOKEN_WORD && gisa_trie_longest_back(trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row)) {
            return row; /* 치러지는 | 지방선거 출마 의사를 */
        }
        if (t->kind != GISA_TOKEN_WORD || t->josa) {
            return GISA_NONE;
        }
    }
    return GISA_NONE;
}

/* 첫 공판이 열린다, 지난 8일 열린 | 첫 심문에서: the type of what is held. */
static uint8_t type_of_held(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    uint32_t row = x->is_inner ? head_row(r, z, token, &gisa_held_trie) : object_row(r, z, token, &gisa_held_trie);
    return row == GISA_NONE ? x->type : gisa_held_rows[row].type == GISA_HELD_TYPE_LEGAL ? (uint8_t)GISA_EVENT_LEGAL : (uint8_t)GISA_EVENT_POLITICS;
}

/* Does a word of the sentence up to the predicate end so: 이사회에서, 소방시설법은? */
static bool has_word(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token, const struct gisa_trie *trie) {
    for (uint32_t i = z->first; i < token; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        if (t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && gisa_trie_longest_back(trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row)) {
            return true;
        }
    }
    return false;
}

/* 가동을 | 멈추고: the verb tells an end. The trigger may be the noun itself, told of by a verb further on (쉬게 했다). */
static bool is_stopped(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    uint32_t verb = token;
    while (verb > z->clause_first && r->a->tokens[verb - 1].span.begin >= x->trigger.end) {
        verb--;
    }
    const struct gisa_token *t = &r->a->tokens[verb];
    uint32_t row = 0;
    bool noun = verb > z->clause_first && (t[-1].josa & (GISA_JOSA_OBJECT | GISA_JOSA_SUBJECT) || !t[-1].josa);
    return noun && gisa_trie_longest(&gisa_stop_verb_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
}

/* 감사에 | 착수했다: what was begun is what happens. */
static uint8_t type_of_begun(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    enum { CHAK = 0xCC29, SU = 0xC218 /* 착수 */ };
    bool begins = r->d->key[x->trigger.begin] == CHAK && r->d->key[x->trigger.begin + 1] == SU && token > z->first;
    struct gisa_trigger g = begins && r->a->tokens[token - 1].josa & GISA_JOSA_DATIVE ? gisa_trigger_at(r, token - 1) : gisa_no_trigger;
    return g.token != GISA_NONE ? g.type : x->type;
}

/* 미사일은 350㎞를 | 날아가: so far flies what is shot. */
static bool is_shot(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    enum { NAL = 0xB0A0 /* 날 of 날아가 */ };
    for (uint32_t i = 0; r->d->key[x->trigger.begin] == NAL && i < x->amount_count; i++) {
        if (r->a->amounts[x->amounts[i]].type == GISA_AMOUNT_MEASURE) {
            return true;
        }
    }
    return false;
}

/* 코스피는 0.62% | 내린 뒤: a share goes up or down right here. */
static bool moves(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    bool rises = gisa_trie_longest(&gisa_rise_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
    for (uint32_t i = 0; rises && i < x->amount_count; i++) {
        const struct gisa_amount *a = &r->a->amounts[x->amounts[i]];
        if ((a->type == GISA_AMOUNT_PERCENT || a->type == GISA_AMOUNT_POINT) && a->span.end <= t->span.begin && t->span.begin - a->span.end <= 1) {
            return true;
        }
    }
    return false;
}

/* 전면파업에 | 들어간다, 경기에 | 나섰다: what somebody goes into is what happens; OTHER when the verb or the noun is none such. */
static uint8_t type_of_entered(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    const struct gisa_token *t = &r->a->tokens[token];
    uint32_t row = 0;
    const struct gisa_token *in = token > z->clause_first ? t - 1 : NULL;
    in = in && in > r->a->tokens + z->clause_first && in->kind == GISA_TOKEN_WORD && !in->josa && in->ending == GISA_ENDING_NONE ? in - 1 : in; /* 경찰에 자진 출석했다 */
    bool enters = in && in->josa & GISA_JOSA_DATIVE && !r->is_quoted[in - r->a->tokens] && gisa_trie_longest(&gisa_enter_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row) > 0;
    if (enters && gisa_enter_rows[row].kind == GISA_ENTER_KIND_APPEAR) {
        bool before = gisa_trie_longest_back(&gisa_appear_trie, r->d->key + in->stem_end, in->stem_end - in->span.begin, &row) > 0;
        return !before ? (uint8_t)GISA_EVENT_OTHER : gisa_appear_rows[row].type == GISA_APPEAR_TYPE_LEGAL ? (uint8_t)GISA_EVENT_LEGAL : (uint8_t)GISA_EVENT_GATHERING;
    }
    bool known = enters && gisa_trie_longest_back(&gisa_object_type_trie, r->d->key + in->stem_end, in->stem_end - in->span.begin, &row) >= 2;
    uint8_t type = known ? gisa_object_type_rows[row].type : (uint8_t)GISA_EVENT_OTHER;
    return type == GISA_EVENT_ANNOUNCEMENT || type == GISA_EVENT_MARKET ? (uint8_t)GISA_EVENT_OTHER : type; /* 비상수송대책에 들어갔다 */
}

/* 준공식에 참석해 | 직원을 격려했다: what somebody went to, before a verb that says little by itself. */
static uint8_t type_of_attended(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 12 };
    uint8_t type = GISA_EVENT_OTHER;
    for (uint32_t i = token; type == GISA_EVENT_OTHER && i > z->clause_first && token - i <= REACH; i--) {
        bool on = i == token || r->a->tokens[i].ending == GISA_ENDING_CONNECTIVE;
        type = on && !r->is_quoted[i] ? type_of_entered(r, z, i) : type;
        type = on && i < token && !r->is_quoted[i] && gives_post(r, z, i) ? (uint8_t)GISA_EVENT_APPOINTMENT : type; /* 사업부장에 올라 | 전환을 이끌었다 */
    }
    return type;
}

/* 이사회에서 | 발행을 결의했다, 국민투표에서 | 도입을 확정했다: where it happened is an occasion, a vote or a trial, and the verb says little. */
static uint8_t type_of_setting(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    static const uint8_t types[] = {[GISA_SETTING_TYPE_MEETING] = GISA_EVENT_MEETING, [GISA_SETTING_TYPE_GATHERING] = GISA_EVENT_GATHERING,
                                    [GISA_SETTING_TYPE_POLITICS] = GISA_EVENT_POLITICS, [GISA_SETTING_TYPE_LEGAL] = GISA_EVENT_LEGAL};
    enum { REACH = 16 };
    for (uint32_t i = token; i-- > z->clause_first && token - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        bool setting = !r->is_quoted[i] && t->kind == GISA_TOKEN_WORD && t->josa & GISA_JOSA_LOCATIVE && !is_named(r, t) &&
                       gisa_trie_longest_back(&gisa_setting_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) >= 2;
        if (setting) {
            return types[gisa_setting_rows[row].type];
        }
        if (t->ending == GISA_ENDING_CONNECTIVE || t->ending == GISA_ENDING_QUOTATIVE) {
            break;
        }
    }
    return GISA_EVENT_OTHER;
}

/* 지방선거에서 8곳을 얻었다: the one kind of which the nouns of the clause are; OTHER when there is none, or two. */
static uint8_t type_of_nouns(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x) {
    static const uint8_t types[] = {[GISA_CLAUSE_CUE_TYPE_MEETING] = GISA_EVENT_MEETING, [GISA_CLAUSE_CUE_TYPE_GATHERING] = GISA_EVENT_GATHERING,
                                    [GISA_CLAUSE_CUE_TYPE_POLITICS] = GISA_EVENT_POLITICS, [GISA_CLAUSE_CUE_TYPE_LEGAL] = GISA_EVENT_LEGAL,
                                    [GISA_CLAUSE_CUE_TYPE_AGREEMENT] = GISA_EVENT_AGREEMENT, [GISA_CLAUSE_CUE_TYPE_MARKET] = GISA_EVENT_MARKET,
                                    [GISA_CLAUSE_CUE_TYPE_INCIDENT] = GISA_EVENT_INCIDENT, [GISA_CLAUSE_CUE_TYPE_INVESTMENT] = GISA_EVENT_INVESTMENT,
                                    [GISA_CLAUSE_CUE_TYPE_LAUNCH] = GISA_EVENT_LAUNCH};
    uint8_t found = GISA_EVENT_OTHER;
    uint32_t i = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, z->first, z->end, x->clause.begin);
    for (; i < z->end && r->a->tokens[i].span.begin < x->clause.end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        bool whole = t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && gisa_trie_longest_back(&gisa_clause_cue_trie, r->d->key + t->span.end, gisa_span_length(t->span), &row) >= 2; /* 불은 */
        bool noun = whole || (t->kind == GISA_TOKEN_WORD && !r->is_quoted[i] && gisa_trie_longest_back(&gisa_clause_cue_trie, r->d->key + t->stem_end, t->stem_end - t->span.begin, &row) >= 2);
        uint8_t type = noun ? types[gisa_clause_cue_rows[row].type] : (uint8_t)GISA_EVENT_OTHER;
        if (noun && found != GISA_EVENT_OTHER && found != type) {
            return GISA_EVENT_OTHER;
        }
        found = noun ? type : found;
    }
    return found;
}

/* 의결, 승인, 가결, 통과: what is voted on. */
static bool decides(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_vote_trie, r->d->key + x->trigger.begin, gisa_span_length(x->trigger), &row) > 0;
}

/* 1-3으로, 2승1패로 */
static bool has_score(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    for (uint32_t i = x->clause.begin; i + 1 < x->clause.end; i++) {
        if (r->d->cls[i] == GISA_CHAR_DIGIT && ((r->d->key[i + 1] == '-' && r->d->cls[i + 2] == GISA_CHAR_DIGIT) || r->d->key[i + 1] == 0xC2B9 /* 승 */)) {
            return true;
        }
    }
    return false;
}

/* 가람FC는 누리FC를 꺾었다: two bodies, one of them beaten, have played. */
static bool is_played(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x, uint32_t token) {
    bool sides[2] = {false, false};
    for (uint32_t i = 0; i < x->part_count; i++) {
        bool body = gisa_event_is_body(r->a->entities[x->parts[i].entity].type);
        bool person = r->a->entities[x->parts[i].entity].type == GISA_ENTITY_PERSON; /* 정하림은 2-0으로 이겼다 */
        sides[0] = sides[0] || ((body || (person && has_score(r, x))) && x->parts[i].role == GISA_ROLE_AGENT);
        sides[1] = sides[1] || (body && x->parts[i].role == GISA_ROLE_PARTNER);
    }
    bool played = sides[0] && (sides[1] || has_score(r, x)); /* 1차전을 3-0으로 잡았다 */
    for (uint32_t i = z->clause_first; played && i <= token; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t row = 0;
        if ((!t->josa || t->ending != GISA_ENDING_NONE) && gisa_trie_longest(&gisa_opponent_trie, r->d->key + t->span.begin, gisa_span_length(t->span), &row)) {
            return true;
        }
    }
    return false;
}

/* 현대건설은 정관장에 1승3패로 무너졌다: a body falls before another. */
static bool loses(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    bool one = false;
    bool alone = false;
    bool other = false;
    for (uint32_t i = 0; i < x->part_count; i++) {
        bool body = r->a->entities[x->parts[i].entity].type == GISA_ENTITY_ORGANIZATION;
        bool person = r->a->entities[x->parts[i].entity].type == GISA_ENTITY_PERSON; /* a coach and his club */
        one = one || ((body || person) && x->parts[i].role == GISA_ROLE_AGENT);
        alone = alone || (person && (x->parts[i].role == GISA_ROLE_AGENT || x->parts[i].role == GISA_ROLE_PATIENT)); /* 선발 이도혁이 무너지면서 */
        other = other || (body && x->parts[i].role == GISA_ROLE_PARTNER);
    }
    return alone || (one && (other || has_score(r, x)));
}

void gisa_event_settle_market(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token) {
    enum { SANG = 0xC0C1, JANG = 0xC7A5 /* 상장 */ };
    bool lists = r->d->key[x->trigger.begin] == SANG && r->d->key[x->trigger.begin + 1] == JANG; /* of a market by itself */
    if (x->type == GISA_EVENT_MARKET && !x->is_when && !lists && !is_market(r, z, x, token)) {
        x->type = gives_post(r, z, token) ? GISA_EVENT_APPOINTMENT : GISA_EVENT_OTHER;
    }
}

void gisa_event_settle_type(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token) {
    gisa_event_settle_market(r, z, x, token);
    if (x->type == GISA_EVENT_INCIDENT && r->d->key[x->trigger.begin] == 0xBB34 && r->d->key[x->trigger.begin + 1] == 0xB108 /* 무너 */ && loses(r, x)) {
        x->type = GISA_EVENT_OTHER; /* 현대건설은 정관장에 1승3패로 무너졌다: who has a name loses */
    }
    if (x->type == GISA_EVENT_STATEMENT && r->d->key[x->trigger.end] == 0xBC1B /* 지적|받았다: nobody speaks */) {
        x->type = GISA_EVENT_OTHER;
    }
    if (x->type == GISA_EVENT_VISIT && ((!x->part_count && x->place == GISA_NONE && !x->is_nominal /* 귀국했다 */) || is_shot(r, x))) {
        x->type = GISA_EVENT_OTHER; /* 만기가 돌아온다, 미사일은 350㎞를 날아가: nobody goes anywhere */
    }
    if (x->type == GISA_EVENT_ANNOUNCEMENT && is_of_court(r, x)) {
        x->type = GISA_EVENT_LEGAL;
    }
    if (x->type == GISA_EVENT_GATHERING && !x->is_nominal && has_object(r, z, token, &gisa_opened_trie)) {
        x->type = GISA_EVENT_LAUNCH;
    }
    if (x->type == GISA_EVENT_GATHERING && !x->is_nominal) {
        x->type = type_of_held(r, z, x, token);
        x->is_sitting = x->type != GISA_EVENT_GATHERING;
    }
    if (x->type == GISA_EVENT_VISIT && (has_object(r, z, token, &gisa_found_trie) || is_found(r, z, x, token))) {
        x->type = GISA_EVENT_OTHER;
    }
    if (x->type == GISA_EVENT_LAUNCH && is_stopped(r, z, x, token)) {
        x->type = GISA_EVENT_OTHER;
    }
    if (x->type == GISA_EVENT_LAUNCH) {
        bool act = has_object(r, z, token, &gisa_act_trie) || (x->is_inner && head_row(r, z, token, &gisa_act_trie) != GISA_NONE);
        x->type = act ? (uint8_t)GISA_EVENT_LEGAL : type_of_begun(r, z, x, token);
    }
    if (x->type == GISA_EVENT_LEGAL && is_no_law(r, z, x, token)) {
        x->type = GISA_EVENT_OTHER;
    }
    if (x->type == GISA_EVENT_LEGAL && is_vote(r, z, x, token)) {
        x->type = GISA_EVENT_POLITICS;
    }
    x->is_match = x->type == GISA_EVENT_OTHER && (x->is_match || is_played(r, z, x, token));
    if ((x->type == GISA_EVENT_OTHER || x->type == GISA_EVENT_VISIT) && gives_post(r, z, token)) {
        x->type = GISA_EVENT_APPOINTMENT;
    } else if (x->type == GISA_EVENT_OTHER && spends(r, x, token)) {
        x->type = GISA_EVENT_INVESTMENT;
    } else if (x->type == GISA_EVENT_OTHER) {
        x->type = moves(r, x, token) ? (uint8_t)GISA_EVENT_MARKET : type_of_attended(r, z, token);
    } else if (x->type == GISA_EVENT_AGREEMENT) {
        x->type = type_of_signed(r, z, token);
    }
    if (x->type == GISA_EVENT_OTHER) {
        x->type = founds_body(r, x, token) ? (uint8_t)GISA_EVENT_LAUNCH : goes_to_court(r, z, token) ? (uint8_t)GISA_EVENT_LEGAL : gisa_event_type_of_object(r, z, token);
    }
    uint8_t setting = x->type == GISA_EVENT_OTHER && !x->is_inner ? type_of_setting(r, z, token) : (uint8_t)GISA_EVENT_OTHER;
    setting = x->type == GISA_EVENT_OTHER && setting == GISA_EVENT_OTHER ? type_of_nouns(r, z, x) : setting;
    x->setting = setting != GISA_EVENT_OTHER ? setting + 1 : 0;
}

void gisa_event_settle_board(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, struct gisa_draft *x, uint32_t token) {
    if (x->type == GISA_EVENT_LEGAL && decides(r, x) && has_word(r, z, token, &gisa_boardroom_trie)) {
        x->type = GISA_EVENT_GATHERING;
    }
}
