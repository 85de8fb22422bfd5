/* SPDX-License-Identifier: Apache-2.0 */
/* The noun phrases of a sentence by their particles: whom each names, which common nouns stand for somebody told before. */
#include <string.h>

#include "acting_for_lex.h"
#include "event/event.h"
#include "event/event_predicate.h"
#include "event/event_topic.h"
#include "eventbody_lex.h"
#include "eventrole_lex.h"
#include "org_suffix_lex.h"
#include "text/hangul.h"
#include "text/seek.h"
#include "token/token.h"
#include "trigger_lex.h"
#include "under_lex.h"
#include "people_lex.h"
#include "union_lex.h"
#include "whole_noun_lex.h"

enum {
    CASE = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT | GISA_JOSA_GENITIVE | GISA_JOSA_LOCATIVE |
           GISA_JOSA_DATIVE | GISA_JOSA_COMITATIVE | GISA_JOSA_DIRECTION | GISA_JOSA_ADDITIVE | GISA_JOSA_FROM,
    AGENTIVE = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE,
    HAN = 0xD55C /* 한 */, JEON = 0xC804 /* 전 of 삼성화재전 */
};

uint32_t gisa_eventrole_at(const struct gisa_event_reader *r, uint32_t token, uint32_t *length) {
    uint32_t row = GISA_NONE;
    uint32_t begin = r->a->tokens[token].span.begin;
    uint32_t left = r->a->sentences[r->a->tokens[token].sentence].span.end - begin;
    *length = gisa_trie_longest(&gisa_eventrole_trie, r->d->key + begin, left < 24 ? left : 24, &row);
    uint8_t kind = *length ? gisa_eventrole_rows[row].kind : UINT8_MAX;
    bool whole = kind != GISA_EVENTROLE_KIND_AFTER && kind != GISA_EVENTROLE_KIND_FRAME; /* 후 and 때 are words, 후보 and 때문 others */
    uint32_t josa = 0;
    whole = whole || begin + *length >= r->a->tokens[token].span.end ||
            gisa_josa_tail(r->d, begin + *length, r->a->tokens[token].span.end, &josa);
    return *length && whole ? row : GISA_NONE;
}

bool gisa_event_is_noun(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t length = gisa_span_length(t->span);
    if (length < 12 && gisa_trie_longest(&gisa_trigger_trie, r->d->key + t->span.begin, length, &row) == length &&
        gisa_trigger_rows[row].kind == GISA_TRIGGER_KIND_NOUN) {
        return true; /* 방한, which looks like 하다 before a noun */
    }
    uint32_t before = length >= 2 ? r->d->key[t->span.end - 2] : 0;
    if (t->ending == GISA_ENDING_QUOTATIVE && r->d->key[t->span.end - 1] == 0xB2E8 /* 단 */ && gisa_is_hangul(before) &&
        gisa_hangul_jong(before) != GISA_JONG_N && gisa_hangul_jong(before) != GISA_JONG_SS) {
        return true; /* 사장단; 한단, 했단 are verbs */
    }
    return t->ending == GISA_ENDING_QUOTATIVE && t->josa & GISA_JOSA_TOPIC && gisa_span_length(t->span) >= 2 &&
           r->d->key[t->span.end - 2] != 0xB2E4; /* 다 */
}

/* 사회학과, 합의: the last syllable of what ends at `end` is no particle. */
static bool is_whole_noun(const struct gisa_event_reader *r, const struct gisa_token *t, uint32_t end) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_whole_noun_trie, r->d->key + end, end - t->span.begin, &row);
    return n && (gisa_whole_noun_rows[row].kind == GISA_WHOLE_NOUN_KIND_END || n == end - t->span.begin);
}

/* The particles that tell the case of a word: 는 of 최종 결과는, none of 합의. */
static uint16_t case_of(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t tail = 0;
    uint32_t end = t->stem_end + 1;
    if (is_whole_noun(r, t, t->span.end)) {
        return 0;
    }
    bool longer = end < t->span.end && is_whole_noun(r, t, end) && gisa_josa_tail(r->d, end, t->span.end, &tail);
    return (uint16_t)((longer ? tail : t->josa) & CASE);
}

/* enum gisa_group of a kind of eventrole.tsv. */
static uint8_t group_of(uint8_t kind) {
    return kind == GISA_EVENTROLE_KIND_PAIR    ? GISA_GROUP_PAIR
           : kind == GISA_EVENTROLE_KIND_LEADERS ? GISA_GROUP_LEADERS
           : kind == GISA_EVENTROLE_KIND_FIRMS ? GISA_GROUP_FIRMS
           : kind == GISA_EVENTROLE_KIND_SIDES ? GISA_GROUP_SIDES
           : kind == GISA_EVENTROLE_KIND_STATES ? GISA_GROUP_STATES
                                               : GISA_GROUP_NONE;
}

static bool is_separator(const struct gisa_event_reader *r, uint32_t pos) {
    uint32_t c = r->d->key[pos];
    return c == ',' || c == 0xB7 || c == '/' || c == '(';
}

/* A town or a state acts as its house does: a place becomes a part of a phrase only where it acts. */
bool gisa_event_is_state(const struct gisa_entity *e) {
    static const char state[] = "LCP_COUNTRY";
    return e->type == GISA_ENTITY_PLACE && e->label.size == sizeof state - 1 && !memcmp(e->label.bytes, state, sizeof state - 1);
}

bool gisa_event_is_polity(const struct gisa_entity *e) {
    static const char polity[] = "LCP_";
    return e->type == GISA_ENTITY_PLACE && e->label.size >= sizeof polity - 1 && !memcmp(e->label.bytes, polity, sizeof polity - 1);
}

bool gisa_event_is_body(uint8_t type) { return type == GISA_ENTITY_ORGANIZATION || type == GISA_ENTITY_PLACE; }

static bool is_place(uint8_t type) { return type == GISA_ENTITY_PLACE || type == GISA_ENTITY_FACILITY; }

static bool is_organization(const struct gisa_event_reader *r, const struct gisa_mention *m) {
    return r->a->entities[m->entity].type == GISA_ENTITY_ORGANIZATION;
}

/* 미국 | 정부: does the mention only say that the place right before it governs? */
static bool is_government_of(const struct gisa_event_reader *r, uint32_t place, const struct gisa_mention *m) {
    enum { JEONG = 0xC815, BU = 0xBD80 };
    bool word = gisa_span_length(m->span) == 2 && r->d->key[m->span.begin] == JEONG && r->d->key[m->span.begin + 1] == BU;
    return word && m > r->a->mentions && m[-1].entity == place && m[-1].span.end + 1 == m->span.begin;
}

/* 우크라이나 | 대표단은: does the word right behind the state act for it? */
static bool acts_for(const struct gisa_event_reader *r, const struct gisa_phrase *p, const struct gisa_token *t, uint32_t inside) {
    uint32_t row = 0;
    if (p->place == GISA_NONE || !gisa_event_is_state(&r->a->entities[p->place]) || inside >= t->span.begin || r->d->cls[inside] != GISA_CHAR_BLANK) {
        return false;
    }
    return gisa_trie_longest(&gisa_acting_for_trie, r->d->key + inside + 1, t->stem_end - inside - 1, &row) == t->stem_end - inside - 1;
}

/* Takes one mention into the phrase. An organisation counts only where it is the head: right before the particle or in
 * a list; elsewhere it says whose. */
static void take_mention(const struct gisa_event_reader *r, struct gisa_phrase *p, const struct gisa_mention *m,
                         bool is_head) {
    uint8_t type = r->a->entities[m->entity].type;
    bool person = type == GISA_ENTITY_PERSON;
    if (is_place(type)) {
        bool follows = p->is_place_head && p->place != m->entity && m->span.begin > 0 && r->d->key[m->span.begin - 1] == 0xB7 /* · */;
        if (follows && p->listed_count < GISA_PHRASE_PARTS) {
            p->listed[p->listed_count++] = p->place;
        }
        p->place = m->entity;
        p->is_place_head = is_head;
        if (!is_head || type == GISA_ENTITY_PLACE) {
            return;
        }
    }
    if (!person && (!is_head || p->has_person)) {
        return;
    }
    if (p->place != GISA_NONE && is_government_of(r, p->place, m)) {
        p->is_place_head = true; /* 미국 정부는: the state acts */
        return;
    }
    p->is_place_head = p->is_place_head && is_place(type); /* 서울 중구 대한상공회의소에서 */
    if (person && !p->has_person) {
        p->has_person = true;
        p->part_count = 0;
    }
    for (uint32_t i = 0; i < p->part_count; i++) {
        if (p->part[i] == m->entity) {
            return;
        }
    }
    if (p->part_count < GISA_PHRASE_PARTS) {
        p->part[p->part_count++] = m->entity;
    }
}

/* 분데스리가 | SC프라이부르크는, 금속노조(금노) 산하 | 한빛지회는: does the body only say whose the next one is? */
static bool is_of_next(const struct gisa_event_reader *r, uint32_t m, uint32_t end) {
    enum { BRACKET = 32 /* code points */ };
    const struct gisa_mention *x = &r->a->mentions[m];
    uint32_t at = x->span.end;
    if (!is_organization(r, x) || at >= end) {
        return false;
    }
    if (r->d->key[at] == '(') {
        while (at < end && at < x->span.end + BRACKET && r->d->key[at] != ')') {
            at++;
        }
        at += at < end;
    }
    uint32_t blank = at;
    while (at < end && r->d->cls[at] == GISA_CHAR_BLANK) {
        at++;
    }
    uint32_t row = 0;
    uint32_t n = at > blank ? gisa_trie_longest(&gisa_under_trie, r->d->key + at, end - at, &row) : 0;
    if (n && at + n < end && r->d->cls[at + n] == GISA_CHAR_BLANK) {
        at += n + 1;
    } else if (blank != x->span.end || at == blank) {
        return false;
    }
    uint32_t next = m + 1;
    while (next < r->a->mention_count && r->a->mentions[next].span.begin < at) {
        next++; /* in the bracket */
    }
    return next < r->a->mention_count && r->a->mentions[next].span.begin == at && is_organization(r, &r->a->mentions[next]);
}

static struct gisa_phrase fresh(uint32_t first) {
    return (struct gisa_phrase){.first = first, .end = first, .place = GISA_NONE};
}

static bool ends_with(struct gisa_bytes_view name, const char *ends) {
    for (const char *p = ends; *p;) {
        uint32_t n = (uint32_t)strcspn(p, "|");
        if (name.size > n && memcmp(name.bytes + name.size - n, p, n) == 0) {
            return true;
        }
        p += n + (p[n] == '|');
    }
    return false;
}

static bool is_this(const struct gisa_event_reader *r, const struct gisa_token *t) { /* 이, 그 */
    uint32_t k = r->d->key[t->span.begin];
    return gisa_span_length(t->span) == 1 && (k == 0xC774 || k == 0xADF8);
}

/* The token that holds the mention's end. */
static uint32_t token_of(const struct gisa_event_reader *r, const struct gisa_mention *m) {
    const struct gisa_sentence *s = &r->a->sentences[m->sentence];
    return gisa_seek_holding(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, m->span.end - 1);
}

/* A body that may be a company: none whose name ends as offices, schools and councils do. */
bool gisa_event_is_firm(const struct gisa_event_reader *r, const struct gisa_entity *e) {
    static const char economy[] = "OGG_ECONOMY";
    bool label = !e->label.size || (e->label.size == sizeof economy - 1 && !memcmp(e->label.bytes, economy, sizeof economy - 1));
    struct gisa_span s = r->a->mentions[e->first_mention].span;
    uint32_t row = 0;
    bool suffix = e->mention_count && gisa_trie_longest_back(&gisa_org_suffix_trie, r->d->key + s.end, gisa_span_length(s), &row) > 0;
    bool corporation = gisa_span_length(s) > 2 && r->d->key[s.end - 2] == 0xACF5 && r->d->key[s.end - 1] == 0xC0AC; /* 철도공사 */
    return e->type == GISA_ENTITY_ORGANIZATION && label && !(suffix && !corporation && strcmp(gisa_org_suffix_rows[row].label, economy) != 0);
}

/* 이 | 회사는: the firm that the words or the sentences before, in the paragraph, told of as who acts, else the last one; GISA_NONE if none. */
static uint32_t firm_before(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { LOOK = 16 };
    uint32_t low = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, t->span.begin);
    uint32_t last = GISA_NONE;
    uint32_t near = GISA_NONE; /* sentence */
    for (uint32_t i = low; i-- > 0 && low - i <= LOOK;) {
        const struct gisa_mention *m = &r->a->mentions[i];
        const struct gisa_entity *e = &r->a->entities[m->entity];
        if (r->a->sentences[m->sentence].segment != r->segment || (last != GISA_NONE && m->sentence + 1 < t->sentence && m->sentence != near)) {
            break; /* the nearest sentence of the paragraph that tells of a firm */
        }
        bool firm = gisa_event_is_firm(r, e);
        const struct gisa_token *w = &r->a->tokens[token_of(r, m)];
        bool acts = w->stem_end == m->span.end && w->josa & AGENTIVE && !(w->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE));
        if (acts && m->sentence == t->sentence) {
            continue; /* 가온벤처스는 이 회사에 투자했다 */
        }
        if (firm && acts) {
            return m->entity;
        }
        near = firm && last == GISA_NONE ? m->sentence : near;
        last = firm && last == GISA_NONE ? m->entity : last;
    }
    return last;
}

/* Whom a common noun stands for: 회사는, 노조는, 고인은; GISA_NONE when nobody fits. */
static uint32_t stands_for(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { LOOK = 96 };
    uint32_t row = 0;
    uint32_t n = t->stem_end - t->span.begin;
    if (gisa_trie_longest(&gisa_eventbody_trie, r->d->key + t->span.begin, n, &row) != n) {
        return GISA_NONE;
    }
    const struct gisa_eventbody_row *b = &gisa_eventbody_rows[row];
    if (b->kind == GISA_EVENTBODY_KIND_PERSON) {
        uint32_t last = r->topic[0] != GISA_NONE && r->a->entities[r->topic[0]].type == GISA_ENTITY_PERSON ? r->topic[0] : r->hero;
        return last != GISA_NONE && r->a->entities[last].type == GISA_ENTITY_PERSON ? last : GISA_NONE;
    }
    if (b->kind == GISA_EVENTBODY_KIND_COMPANY) { /* the firm the article is about, else the last that did something */
        uint32_t before = t > r->a->tokens && is_this(r, t - 1) ? firm_before(r, t) : GISA_NONE;
        if (before != GISA_NONE) {
            return before;
        }
        bool hero = r->hero != GISA_NONE && gisa_event_is_firm(r, &r->a->entities[r->hero]);
        bool firm = r->firm != GISA_NONE && gisa_event_is_firm(r, &r->a->entities[r->firm]);
        if (hero || firm) {
            return hero ? r->hero : r->firm;
        }
        uint32_t who = r->topic[0] != GISA_NONE ? r->topic[0] : r->hero; /* 누리전자 김가람 대표는 만났다. 회사는 착공한다 */
        uint32_t his = who != GISA_NONE && r->a->entities[who].type == GISA_ENTITY_PERSON ? gisa_event_body_of(r, who) : GISA_NONE;
        return his != GISA_NONE && gisa_event_is_firm(r, &r->a->entities[his]) ? his : GISA_NONE;
    }
    bool of_union = r->workers != GISA_NONE && gisa_trie_longest_back(&gisa_union_trie, r->d->key + t->stem_end, n, &row) == n;
    if (of_union && gisa_union_rows[row].kind == GISA_UNION_KIND_WHOLE) {
        return r->workers; /* the branch, not the union that it is of */
    }
    uint32_t low = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, t->span.begin);
    for (uint32_t i = low; i-- > 0 && low - i <= LOOK;) {
        const struct gisa_entity *e = &r->a->entities[r->a->mentions[i].entity];
        bool body = e->type == GISA_ENTITY_ORGANIZATION || e->type == GISA_ENTITY_PLACE;
        if (body && ends_with(e->name, b->ends)) {
            return r->a->mentions[i].entity;
        }
    }
    return GISA_NONE;
}

/* 가온모터스 | 노동자들이: does the phrase end with people who are not the body it names? */
static bool of_people(const struct gisa_event_reader *r, const struct gisa_phrase *p, uint32_t end) {
    const struct gisa_token *last = &r->a->tokens[end - 1];
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, last->stem_end);
    bool named = m > 0 && r->a->mentions[m - 1].span.end > last->span.begin;
    uint32_t row = 0;
    return p->part_count && !p->has_person && p->josa & AGENTIVE && !named && end > p->first + 1 &&
           gisa_trie_longest_back(&gisa_people_trie, r->d->key + last->stem_end, last->stem_end - last->span.begin, &row) > 0;
}

static void close_phrase(struct gisa_event_reader *r, struct gisa_phrase *p, uint32_t end, uint16_t josa) {
    p->end = end;
    p->josa = josa;
    bool other = p->has_person && end - p->first > 2 && gisa_span_length(r->a->tokens[end - 2].span) == 1 && r->d->key[r->a->tokens[end - 2].span.begin] == 0xCE21;
    p->part_count = other || of_people(r, p, end) ? 0 : p->part_count; /* 오 전 구청장 | 측 변호인은: not he */
    bool alone = p->group == GISA_GROUP_NONE && (end - p->first == 1 || is_this(r, &r->a->tokens[end - 2])); /* 이 회사, not 세 회사 */
    bool board = end - p->first == 3 && is_this(r, &r->a->tokens[p->first]) && stands_for(r, &r->a->tokens[end - 2]) != GISA_NONE; /* 이 회사 이사회는 */
    alone = alone || board;
    bool side = end - p->first == 2 && r->d->key[r->a->tokens[end - 1].span.begin] == 0xCE21 /* 측 */ && r->a->tokens[end - 2].stem_end == r->a->tokens[end - 2].span.end;
    if (!p->part_count && josa & (AGENTIVE | GISA_JOSA_OBJECT | GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE) && end > p->first && (alone || side)) {
        uint32_t body = stands_for(r, &r->a->tokens[end - 1 - side]); /* 회사 측은 */
        if (body != GISA_NONE) {
            p->part[p->part_count++] = body;
            p->has_person = r->a->entities[body].type == GISA_ENTITY_PERSON;
        }
    }
    if (end > p->first + 1 && josa & GISA_JOSA_GENITIVE && is_this(r, &r->a->tokens[end - 2])) { /* 이 회사의 등급을 낮췄다. 주가는 … */
        uint32_t firm = stands_for(r, &r->a->tokens[end - 1]);
        r->spoken_in = firm != GISA_NONE ? r->a->tokens[end - 1].sentence : r->spoken_in;
        r->spoken_of = firm != GISA_NONE ? firm : r->spoken_of;
    }
    const struct gisa_entity *place = p->is_place_head ? &r->a->entities[p->place] : NULL;
    if (!p->part_count && place && gisa_event_is_polity(place) && josa & (AGENTIVE | GISA_JOSA_COMITATIVE)) {
        for (uint32_t i = 0; i < p->listed_count && p->part_count + 1 < GISA_PHRASE_PARTS; i++) {
            p->part[p->part_count++] = p->listed[i]; /* 단양군·영월군과 */
        }
        p->part[p->part_count++] = p->place; /* 누리군은, 미국과 */
    }
    if (r->phrase_count < GISA_SENTENCE_PHRASES) {
        r->phrases[r->phrase_count++] = *p;
    }
    *p = fresh(end);
}

/* A와 B는: A takes the particle of B when B follows at once. */
static void coordinate(struct gisa_event_reader *r) {
    for (uint32_t i = r->phrase_count; i-- > 1;) {
        struct gisa_phrase *a = &r->phrases[i - 1];
        const struct gisa_phrase *b = &r->phrases[i];
        bool list = a->josa & GISA_JOSA_COMITATIVE && a->is_place_head && a->part_count == 1 && a->part[0] == a->place &&
                    a->end == b->first && (b->is_place_head || (b->place != GISA_NONE && b->josa & GISA_JOSA_LOCATIVE)); /* 권선구와 | 화성시 일대에서 */
        if (list) {
            a->part_count = 0; /* 서울과 부산에서 */
            a->josa = b->josa;
        }
        const bool apart = b->josa & GISA_JOSA_OBJECT && a->part_count && b->part_count && gisa_event_is_body(r->a->entities[a->part[0]].type) &&
                           r->a->entities[b->part[0]].type == GISA_ENTITY_PRODUCT; /* 군비청과 | K2 전차를 공급하는 계약을 맺었다 */
        if ((a->josa & GISA_JOSA_COMITATIVE) && a->end == b->first && a->part_count && b->part_count && !apart &&
            (a->has_person == b->has_person || gisa_event_is_against(r, b->end)) && (b->josa & (AGENTIVE | GISA_JOSA_OBJECT | GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE))) {
            a->is_coordinated = true;
            a->josa = b->josa;
        }
    }
}

void gisa_event_phrases(struct gisa_event_reader *r, uint32_t sentence, uint32_t first, uint32_t end) {
    const struct gisa_sentence *s = &r->a->sentences[sentence];
    uint32_t begin = first < end ? r->a->tokens[first].span.begin : s->span.end;
    uint32_t m = r->mention;
    uint32_t time = r->time;
    uint32_t inside = 0; /* end of the last mention */
    uint32_t depth = 0;  /* of round brackets */
    struct gisa_phrase p = fresh(first);
    r->phrase_count = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct gisa_token *t = &r->a->tokens[i];
        uint32_t key = r->d->key[t->span.begin];
        depth = key == '(' ? depth + 1 : key == ')' && depth ? depth - 1 : depth;
        for (; m < r->a->mention_count && r->a->mentions[m].span.begin < t->span.end; m++) {
            const struct gisa_mention *x = &r->a->mentions[m];
            inside = x->span.end;
            if (r->is_quoted[i] || x->span.begin < begin || depth) {
                continue; /* 새움바이오(대표 고은별·주이찬)는: the bracket only tells more of it */
            }
            uint32_t tail = x->span.end;
            while (tail < s->span.end && r->d->cls[tail] == GISA_CHAR_BLANK) {
                tail++;
            }
            bool ends = tail >= s->span.end || is_separator(r, tail) || r->d->key[tail] == 0xB4F1 /* 등 */ ||
                        r->d->key[tail] == 0xCE21 /* 측 */;
            bool match = x->span.end + 1 == t->stem_end && r->d->key[x->span.end] == JEON && is_organization(r, x); /* 삼성화재|전에서 */
            p.is_match = p.is_match || match;
            take_mention(r, &p, x, !is_of_next(r, m, s->span.end) && (x->span.end >= t->stem_end || ends || match || x->span.end > t->span.end));
        }
        if (r->is_quoted[i] || inside > t->span.end) {
            continue;
        }
        while (time < r->a->time_count && r->a->times[time].span.end <= t->span.begin) {
            time++;
        }
        if (time < r->a->time_count && r->a->times[time].span.begin < t->span.end && inside <= t->span.begin) {
            p = p.part_count ? p : fresh(i + 1); /* 오는 3월 20일에는: its 는 marks no topic */
            continue;
        }
        uint32_t length = 0;
        uint32_t role = gisa_eventrole_at(r, i, &length);
        uint8_t group = role != GISA_NONE ? group_of(gisa_eventrole_rows[role].kind) : (uint8_t)GISA_GROUP_NONE;
        bool bare = group >= GISA_GROUP_SIDES && length <= gisa_span_length(t->span) && t->stem_end == t->span.end; /* 양국 | 교역액은 */
        p.group = group && !bare ? group : p.group;
        uint16_t josa = inside == t->span.end ? 0 : case_of(r, t); /* the 도 of 경기도 is no particle */
        uint32_t alone = 0;
        if (inside > t->span.begin && inside < t->span.end && inside != t->stem_end && gisa_josa_tail(r->d, inside, t->span.end, &alone)) {
            josa = (uint16_t)(alone & CASE); /* 알데라|는 is no -라는 */
        }
        if (!t->space_before && i > first && r->a->tokens[i - 1].kind == GISA_TOKEN_PUNCT &&
            gisa_josa_tail(r->d, t->span.begin, t->span.end, &alone) && (alone & CASE)) {
            p.is_place_head = false;
            close_phrase(r, &p, i + 1, (uint16_t)(alone & CASE)); /* 식품의약국(FDA)은 */
            continue;
        }
        bool noun = inside > t->span.begin || t->ending == GISA_ENDING_NONE || gisa_event_is_noun(r, t);
        if (role != GISA_NONE && gisa_eventrole_rows[role].kind == GISA_EVENTROLE_KIND_FRAME) {
            p.is_frame = true;
            close_phrase(r, &p, i + 1, 0);
        } else if (noun && t->kind == GISA_TOKEN_WORD && josa && !(t->josa & GISA_JOSA_COPULA)) {
            p.is_place_head = p.is_place_head && (inside > t->span.begin || acts_for(r, &p, t, inside)); /* 영국 경쟁시장청은 is not 영국은 */
            close_phrase(r, &p, i + 1, josa);
        } else if (!noun && !(gisa_span_length(t->span) == 1 && key == HAN)) {
            p = fresh(i + 1); /* but 상남동 한 정류장에서는 */
        }
    }
    coordinate(r);
}
