/* SPDX-License-Identifier: Apache-2.0 */
/* The title grammar around a person: PERSON ORG TITLE, ORG PERSON TITLE, ORG TITLE PERSON, PERSON (gloss) TITLE 겸 TITLE. */
#include "belonging_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "entity/person_judge.h"
#include "gloss_cue_lex.h"
#include "leads_lex.h"
#include "text/seek.h"
#include "title_lex.h"
#include "title_status_lex.h"
#include "title_thing_lex.h"
#include "token/token.h"
#include "unit_suffix_lex.h"

enum { PHRASE = 12, GLOSS = 40, SURE_FOREIGN = 2500 };
enum { GYEOM = 0xACB8 /* 겸 */, IN = 0xC778 /* 인 */, SI = 0xC2DC /* 시 */, GUN = 0xAD70 /* 군 */, GU = 0xAD6C /* 구 */, DO = 0xB3C4 /* 도 */, OF = 0xC758 /* 의 */ };

struct phrase {
    const struct gisa_analysis *a;
    struct gisa_names *names;
    uint32_t index;    /* of the person */
    uint32_t end;      /* tokens of the sentence */
    uint32_t phrase_end; /* code point behind the whole phrase */
    uint32_t employer;
    uint32_t house;    /* of the bracket behind the name, or GISA_NONE */
    uint8_t status;
    bool closed;       /* a particle ended the phrase */
    bool is_heading;
};

static struct gisa_name *person(struct phrase *p) { return &p->names->at[p->index]; }

uint32_t gisa_token_from(const struct gisa_analysis *a, uint32_t from, uint32_t end, uint32_t pos) {
    while (from < end && a->tokens[from].span.begin < pos) {
        from++;
    }
    return from;
}

static bool is_state_title(const struct gisa_analysis *a, struct gisa_span s) {
    uint8_t class = gisa_title_class(&a->document, s.begin, s.end);
    return class == GISA_TITLE_CLASS_GOVERNMENT || class == GISA_TITLE_CLASS_POLITICS;
}

static void add_title(struct phrase *p, struct gisa_span span) {
    struct gisa_name *n = person(p);
    const struct gisa_document *d = &p->a->document;
    uint32_t age = span.begin;
    while (age < span.end && d->cls[age] == GISA_CHAR_DIGIT) {
        age++;
    }
    span.begin = age > span.begin && age < span.end && d->key[age] == 0xB7 /* · */ ? age + 1 : span.begin; /* 29·회사원 */
    if (n->title_count < GISA_MAX_TITLES && !gisa_span_is_empty(span)) {
        bool shares = true; /* 강원FC 구단주 겸 도지사: an office of the state is not the club's */
        if (n->title_count && p->employer != GISA_NONE && n->titles[n->title_count - 1].employer == p->employer) {
            shares = is_state_title(p->a, span) == is_state_title(p->a, n->titles[n->title_count - 1].span);
        }
        n->titles[n->title_count++] = (struct gisa_name_title){span, shares ? p->employer : GISA_NONE, p->status};
    }
    p->phrase_end = span.end;
    p->status = GISA_TITLE_CURRENT;
}

static uint32_t name_at(const struct phrase *p, uint32_t pos) {
    for (uint32_t i = p->index + 1; i < p->names->count && p->names->at[i].span.begin <= pos; i++) {
        if (p->names->at[i].span.begin == pos) {
            return i;
        }
    }
    return GISA_NONE;
}

/* "CFO·전무": each of its parts that is a title; the whole where one part is none. */
static void add_titles(struct phrase *p, struct gisa_span s) {
    const struct gisa_document *d = &p->a->document;
    bool all = true;
    for (int pass = 0; pass < 2; pass++) {
        uint32_t begin = s.begin;
        for (uint32_t i = s.begin; i <= s.end; i++) {
            if (i < s.end && d->key[i] != 0xB7 && d->key[i] != ',') {
                continue;
            }
            begin += begin < i && d->cls[begin] == GISA_CHAR_BLANK;
            struct gisa_span part = {begin, i};
            if (pass == 0) {
                all = all && part.begin < part.end && gisa_title_at_end(d, part.begin, part.end);
            } else {
                add_title(p, part);
            }
            begin = i + 1;
        }
        if (!all) {
            add_title(p, s);
            return;
        }
    }
}

/* The house of the bracket behind the name employs where no other body does: 국승아 변호사(법무법인 해온), 수비수 백승리(가람FC). */
static void take_house(struct phrase *p) {
    for (uint32_t i = 0; p->house != GISA_NONE && i < person(p)->title_count; i++) {
        struct gisa_name_title *title = &person(p)->titles[i];
        title->employer = title->employer == GISA_NONE ? p->house : title->employer;
    }
}

/* "(Ingrid Johansson)", "(52)", "(부회장)": an alias, an age, a rank. Returns the token behind it. */
static uint32_t read_gloss(struct phrase *p, uint32_t t) {
    const struct gisa_document *d = &p->a->document;
    uint32_t open = p->a->tokens[t].span.begin;
    uint32_t close = open + 1;
    uint32_t limit = p->a->tokens[p->end - 1].span.end;
    bool latin = false; /* or hanja: 나카무라 하루카(中村遥) */
    bool hangul = false;
    while (close < limit && close - open < GLOSS && d->cls[close] != GISA_CHAR_CLOSE) {
        latin = latin || d->cls[close] == GISA_CHAR_LATIN || d->cls[close] == GISA_CHAR_HANJA;
        hangul = hangul || d->cls[close] == GISA_CHAR_HANGUL;
        close++;
    }
    if (close == limit || d->cls[close] != GISA_CHAR_CLOSE) {
        return p->end;
    }
    struct gisa_span inner = {open + 1, close};
    uint32_t cue = gisa_gloss_cue(d, inner.begin, close, GISA_GLOSS_CUE_KIND_REAL);
    if (cue && d->cls[inner.begin + cue] == GISA_CHAR_BLANK) {
        struct gisa_span real = {inner.begin + cue + 1, inner.begin + cue + 1}; /* 루안(본명 김하늘·28) */
        while (real.end < close && (d->cls[real.end] == GISA_CHAR_HANGUL || d->cls[real.end] == GISA_CHAR_LATIN)) {
            real.end++;
        }
        person(p)->latin = gisa_span_length(real) >= 2 ? real : person(p)->latin;
        p->phrase_end = close + 1;
        return gisa_token_from(p->a, t, p->end, close + 1);
    }
    uint32_t after_age = inner.begin; /* 배민석 선수(19·가람시청) */
    while (after_age + 1 < inner.end && d->cls[after_age] == GISA_CHAR_DIGIT) {
        after_age++;
    }
    after_age = after_age > inner.begin && d->key[after_age] == 0xB7 /* · */ ? after_age + 1 : inner.begin;
    uint32_t house = name_at(p, after_age);
    if (house != GISA_NONE && p->names->at[house].type == GISA_ENTITY_ORGANIZATION && p->names->at[house].span.end == inner.end &&
        d->cls[close - 1] != GISA_CHAR_DIGIT) { /* an electoral district: 탁재욱 의원(유성2) */
        p->house = house;
        take_house(p); /* 국승아 변호사(법무법인 해온) */
    } else if (latin && !hangul && gisa_span_is_empty(person(p)->latin) && person(p)->title_count == 0) {
        person(p)->latin = inner;
    } else if (gisa_title_at_end(d, inner.begin, inner.end) && (hangul || person(p)->title_count)) {
        uint32_t body = name_at(p, inner.begin); /* 독고민(한빛전자 상무) */
        if (body != GISA_NONE && p->names->at[body].type == GISA_ENTITY_ORGANIZATION && p->names->at[body].span.end < inner.end) {
            uint32_t before = p->employer;
            p->employer = body;
            inner.begin = p->names->at[body].span.end;
            inner.begin += d->cls[inner.begin] == GISA_CHAR_BLANK;
            add_title(p, inner);
            p->employer = before;
        } else {
            add_titles(p, inner);
        }
    }
    p->phrase_end = close + 1;
    return gisa_token_from(p->a, t, p->end, close + 1);
}

static bool read_status(struct phrase *p, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    if (gisa_trie_longest(&gisa_title_status_trie, p->a->document.key + t->span.begin, n, &row) != n) {
        return false;
    }
    p->status = gisa_title_status_rows[row].status;
    return true;
}

/* 석사 | 학위를: the word behind makes a thing of the title. */
static bool makes_thing(const struct gisa_analysis *a, const struct gisa_token *t) {
    uint32_t row = 0;
    const struct gisa_token *next = t + 1 < a->tokens + a->token_count && t[1].sentence == t->sentence ? t + 1 : NULL;
    return next && next->space_before && t->stem_end == t->span.end &&
           gisa_trie_longest(&gisa_title_thing_trie, a->document.key + next->span.begin, gisa_span_length(next->span), &row) > 0;
}

bool gisa_is_titled(const struct gisa_analysis *a, const struct gisa_token *t) {
    if (t->kind != GISA_TOKEN_WORD || makes_thing(a, t)) {
        return false;
    }
    uint32_t whole = gisa_title_at_end(&a->document, t->span.begin, t->span.end);
    return whole || gisa_title_at_end(&a->document, t->span.begin, t->stem_end);
}

static struct gisa_span title_span(const struct gisa_analysis *a, const struct gisa_token *t) {
    bool whole = gisa_title_at_end(&a->document, t->span.begin, t->span.end) > 0;
    return (struct gisa_span){t->span.begin, whole ? t->span.end : t->stem_end};
}

/* A body that only the model saw and that ends like a unit: 북미총괄. */
static bool is_unit(const struct phrase *p, uint32_t name) {
    const struct gisa_name *n = &p->names->at[name];
    uint32_t row = 0;
    return !n->is_known && gisa_trie_longest_back(&gisa_unit_suffix_trie, p->a->document.key + n->span.end,
                                                  gisa_span_length(n->span), &row) > 0;
}

bool gisa_is_unit_word(const struct gisa_analysis *a, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t length = gisa_span_length(t->span);
    uint32_t n = t->kind == GISA_TOKEN_WORD ? gisa_trie_longest_back(&gisa_unit_suffix_trie, a->document.key + t->span.end, length, &row) : 0;
    return n && n < length;
}

/* 경남도, 남해군: a place that employs; by its last syllable. */
static bool is_municipality(const struct gisa_document *d, struct gisa_span s) {
    uint32_t last = d->key[s.end - 1];
    return gisa_span_length(s) >= 3 && (last == SI || last == GUN || last == GU || last == DO);
}

static bool is_in_charge(const struct gisa_analysis *a, const struct gisa_token *t) { /* 담당 이코노미스트 */
    return gisa_span_length(t->span) == 2 && a->document.key[t->span.begin] == 0xB2F4 && a->document.key[t->span.begin + 1] == 0xB2F9;
}

/* A title of the state, which a country or a province gives: 대통령, 지사. */
static bool is_public_office(const struct gisa_analysis *a, const struct gisa_token *t) {
    struct gisa_span s = title_span(a, t);
    return gisa_is_titled(a, t) && is_state_title(a, s);
}

/* Titles to the right of the name, with the body they are held at. */
static void read_right(struct phrase *p, uint32_t t) {
    const struct gisa_token *tokens = p->a->tokens;
    uint32_t unit = GISA_NONE; /* a word without particle that may belong to the title: 북미총괄 사장 */
    bool joined = false;       /* 겸 stands before */
    for (uint32_t steps = 0; t < p->end && steps < PHRASE; steps++) {
        const struct gisa_token *w = &tokens[t];
        if (w->kind == GISA_TOKEN_PUNCT) {
            if (p->a->document.key[w->span.begin] == '/' && w->span.begin <= person(p)->span.end + 1) {
                t++; /* [정세황/한국은행 총재 : …, [정세황 / 한국은행 총재 : … */
                continue;
            }
            if (p->a->document.key[w->span.begin] != '(') {
                return;
            }
            t = read_gloss(p, t);
            continue;
        }
        struct gisa_name *n = person(p);
        if (!p->closed && n->title_count && n->titles[n->title_count - 1].span.end == tokens[t - 1].span.end && gisa_is_titled(p->a, w)) {
            n->titles[n->title_count - 1].span.end = title_span(p->a, w).end; /* 북미총괄 사장 is one title */
            p->phrase_end = n->titles[n->title_count - 1].span.end;
            p->closed = p->phrase_end < w->span.end;
            t++;
            continue;
        }
        if (p->closed || (n->title_count && p->a->document.key[w->span.begin] != GYEOM && unit == GISA_NONE && !joined)) {
            return; /* a title was read and 겸 does not join another */
        }
        if (gisa_span_length(w->span) == 1 && p->a->document.key[w->span.begin] == GYEOM) {
            joined = true; /* 부총리 겸 교육부 장관 */
            t++;
            continue;
        }
        uint32_t other = name_at(p, w->span.begin);
        if (other != GISA_NONE && p->names->at[other].type == GISA_ENTITY_ORGANIZATION &&
            p->employer == GISA_NONE && !is_unit(p, other)) {
            uint32_t after = gisa_token_from(p->a, t, p->end, p->names->at[other].span.end);
            const struct gisa_token *last = &tokens[after - 1];
            if (last->span.end > p->names->at[other].span.end && !gisa_is_titled(p->a, last)) {
                return; /* the body carries a particle: it is not this person's */
            }
            p->employer = other;
            t = after;
            if (last->span.end > p->names->at[other].span.end) { /* 한빛전자대표 in one word */
                add_title(p, (struct gisa_span){p->names->at[other].span.end, title_span(p->a, last).end});
                p->closed = last->josa != 0;
            }
            continue;
        }
        uint32_t behind = other != GISA_NONE && p->employer != GISA_NONE && p->names->at[other].type == GISA_ENTITY_ORGANIZATION && !n->title_count
                              ? gisa_token_from(p->a, t, p->end, p->names->at[other].span.end) : p->end;
        if (behind < p->end && tokens[behind - 1].span.end == p->names->at[other].span.end && gisa_is_titled(p->a, &tokens[behind])) {
            t = behind; /* 고려대 | 정보보호대학원 | 교수: a part of the house */
            continue;
        }
        if (other != GISA_NONE && p->names->at[other].type == GISA_ENTITY_PLACE && p->names->at[other].span.end == w->span.end) {
            bool office = t + 1 < p->end && (is_public_office(p->a, &tokens[t + 1]) || (is_municipality(&p->a->document, p->names->at[other].span) &&
                                                                                       gisa_is_titled(p->a, &tokens[t + 1])));
            if (p->employer == GISA_NONE && office) {
                p->employer = other; /* 제임스 워커 호주 국방장관, 박재영 경남도 관광개발국장 */
            }
            t++;
            continue;
        }
        if (read_status(p, w)) {
            t++;
            continue;
        }
        if (gisa_is_titled(p->a, w)) {
            struct gisa_span span = title_span(p->a, w);
            p->closed = span.end < w->span.end;
            bool chair = gisa_title_class(&p->a->document, span.begin, span.end) == GISA_TITLE_CLASS_ACADEMIA; /* 정치학과 교수 is 교수 */
            if (unit != GISA_NONE && !chair && !is_in_charge(p->a, &tokens[unit])) {
                span.begin = tokens[unit].span.begin;
            }
            add_title(p, span);
            joined = false;
            unit = GISA_NONE;
            t++;
            continue;
        }
        bool whole = t + 1 < p->end && gisa_is_unit_word(p->a, w) && gisa_is_titled(p->a, &tokens[t + 1]); /* 컴퓨터공학과 교수: no 과 */
        bool single = gisa_span_length(w->span) == 1; /* 뒤, 전, 측 */
        if (single || unit != GISA_NONE || (w->josa && !whole) || w->ending || (other != GISA_NONE && !is_unit(p, other))) {
            return;
        }
        if (p->is_heading && !gisa_is_unit_word(p->a, w)) {
            return; /* 김시온 | 내주고 | 포수: headings drop particles and endings */
        }
        unit = t++;
    }
}

/* 고(故) before a name says that the person is dead. Returns the token before which the phrase goes on. */
static uint32_t skip_late(const struct gisa_analysis *a, uint32_t first, uint32_t t) {
    const struct gisa_document *d = &a->document;
    bool late = t >= first + 4 && d->key[a->tokens[t - 1].span.begin] == ')' && d->key[a->tokens[t - 2].span.begin] == 0x6545 /* 故 */ &&
                d->key[a->tokens[t - 4].span.begin] == 0xACE0 /* 고 */;
    return late ? t - 4 : t;
}

/* Does a body's name end at pos, before the person? */
static bool is_body_end(const struct phrase *p, uint32_t pos) {
    for (uint32_t i = p->index; i-- > 0 && i + 4 > p->index;) {
        if (p->names->at[i].span.end == pos && p->names->at[i].type == GISA_ENTITY_ORGANIZATION) {
            return true;
        }
    }
    return false;
}

/* The title that token t is, whole or as 간사인 before a name; empty if it is none. */
static struct gisa_span left_title(const struct phrase *p, uint32_t t) {
    const struct gisa_analysis *a = p->a;
    const struct gisa_token *w = &a->tokens[t];
    if (w->kind != GISA_TOKEN_WORD || is_body_end(p, w->span.end)) {
        return (struct gisa_span){0, 0}; /* 한국화학연구원 독고정민 책임연구원 */
    }
    uint32_t whole = gisa_title_at_end(&a->document, w->span.begin, w->span.end);
    uint32_t copula = a->document.key[w->span.end - 1] == IN ? gisa_title_at_end(&a->document, w->span.begin, w->span.end - 1) : 0;
    copula = copula && (!whole || whole < gisa_span_length(w->span)) ? 1 : 0; /* 위원장인 is 위원장, no 장인 */
    struct gisa_span title = {w->span.begin, w->span.end - copula};
    bool kin = gisa_title_class(&a->document, title.begin, title.end) == GISA_TITLE_CLASS_KIN; /* 아들 김도윤씨 */
    return (whole || copula) && !kin ? title : (struct gisa_span){0, 0};
}

/* 한국과학기술원(카이스트·KAIST) 구름빛 교수: the token before which a bracket behind the body opens; t when there is none. */
static uint32_t skip_bracket(const struct phrase *p, uint32_t first, uint32_t t) {
    const struct gisa_token *tokens = p->a->tokens;
    const struct gisa_document *d = &p->a->document;
    if (t <= first + 2 || d->key[tokens[t - 1].span.begin] != ')') {
        return t;
    }
    for (uint32_t i = t - 1; i-- > first && t - i <= PHRASE;) {
        if (d->key[tokens[i].span.begin] == '(') {
            return i > first && !tokens[i].space_before ? i : t;
        }
    }
    return t;
}

static bool is_belonging(const struct gisa_document *d, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    return gisa_trie_longest(&gisa_belonging_trie, d->key + t->span.begin, n, &row) == n;
}

/* The body whose name ends at pos: 한빛전자 | 대표. Also over one unit: 도담병원 순환기내과 | 김도윤 교수. */
static uint32_t body_before(const struct phrase *p, uint32_t first, uint32_t t) {
    const struct gisa_token *tokens = p->a->tokens;
    const struct gisa_document *d = &p->a->document;
    bool lone = t > first + 1 && gisa_span_length(tokens[t - 1].span) == 1 && d->key[tokens[t - 1].span.begin] == OF && !tokens[t - 1].space_before &&
                d->key[tokens[t - 2].span.begin] == ')';
    t = skip_bracket(p, first, t - lone); /* 국가재난방지청(BNPB)의 아구스 위라완 청장 */
    if (t > first && is_belonging(d, &tokens[t - 1])) {
        t--; /* 진보당 소속 빈유빈 의원 */
    }
    for (uint32_t steps = 0; steps < 2 && t > first; steps++, t--) {
        const struct gisa_token *w = &tokens[t - 1];
        uint32_t edge = w->josa & GISA_JOSA_GENITIVE ? w->span.end - 1 : w->span.end; /* 노을로보틱스의 차서윤 대표, 태산디앤씨|의 */
        for (uint32_t i = p->index; i-- > 0 && i + 4 > p->index;) {
            const struct gisa_name *n = &p->names->at[i];
            bool body = n->type == GISA_ENTITY_ORGANIZATION || (n->type == GISA_ENTITY_PLACE && is_municipality(d, n->span));
            if (n->sentence == p->names->at[p->index].sentence && n->span.end == edge && body) {
                return i;
            }
        }
        uint32_t row = 0;
        uint32_t length = gisa_span_length(w->span);
        uint32_t unit = w->kind == GISA_TOKEN_WORD && !w->josa ? gisa_trie_longest_back(&gisa_unit_suffix_trie, d->key + w->span.end, length, &row) : 0;
        if (!unit || unit == length || !tokens[t - 1].space_before) {
            break;
        }
    }
    return GISA_NONE;
}

/* 세온을 세운 | 노재민 대표: the body that the person leads, by what stands before the phrase. */
static uint32_t body_led(const struct phrase *p, uint32_t first, uint32_t t) {
    const struct gisa_token *tokens = p->a->tokens;
    for (uint32_t words = 1; words <= 2 && t >= first + words + 1; words++) {
        const struct gisa_token *verb = &tokens[t - words];
        const struct gisa_token *w = verb - 1;
        uint32_t row = 0;
        uint32_t length = tokens[t - 1].span.end - verb->span.begin;
        bool leads = gisa_trie_longest(&gisa_leads_trie, p->a->document.key + verb->span.begin, length, &row) == length;
        for (uint32_t i = p->index; leads && w->josa & GISA_JOSA_OBJECT && i-- > 0 && i + 4 > p->index;) {
            if (p->names->at[i].type == GISA_ENTITY_ORGANIZATION && p->names->at[i].span.end == w->stem_end) {
                return i;
            }
        }
    }
    return GISA_NONE;
}

/* 후보자, 내정자, 후보: of the title before it. */
static bool is_coming(const struct gisa_document *d, struct gisa_span title) {
    enum { HU = 0xD6C4, BO = 0xBCF4 /* 후보 */ };
    bool runs = gisa_span_length(title) == 2 && d->key[title.begin] == HU && d->key[title.begin + 1] == BO;
    return runs || gisa_title_class(d, title.begin, title.end) == GISA_TITLE_CLASS_COMING;
}

/* ORG PERSON, ORG TITLE PERSON, TITLE PERSON, TITLE 겸 TITLE PERSON, UNIT(TITLE PERSON), TITLE인 PERSON. */
static void read_left(struct phrase *p, uint32_t first, uint32_t t) {
    const struct gisa_analysis *a = p->a;
    struct gisa_name *n = person(p);
    struct gisa_span titles[2];
    uint32_t count = 0;
    bool runs = false; /* for an office */
    bool apart = t < p->end && !a->tokens[t].space_before && t > first && a->document.cls[a->tokens[t - 1].span.begin] != GISA_CHAR_OPEN &&
                 a->document.cls[a->tokens[t - 1].span.begin] != GISA_CHAR_CLOSE;
    t = skip_late(a, first, t);
    struct gisa_span title = t > first && a->tokens[t - 1].span.end < n->span.begin ? left_title(p, t - 1) : (struct gisa_span){0, 0};
    while (!gisa_span_is_empty(title) && count < 2) {
        struct gisa_span post = t >= first + 2 && a->tokens[t - 1].space_before && is_coming(&a->document, title) ? left_title(p, t - 2) : (struct gisa_span){0, 0};
        if (!gisa_span_is_empty(post) && post.end == a->tokens[t - 2].span.end) { /* 도시공사 | 사장 후보자 서민재 */
            title.begin = post.begin;
            runs = true;
            t--;
        }
        titles[count++] = title;
        t--;
        bool joined = t >= first + 2 && gisa_span_length(a->tokens[t - 1].span) == 1 && a->document.key[a->tokens[t - 1].span.begin] == GYEOM;
        title = joined ? left_title(p, t - 2) : (struct gisa_span){0, 0};
        t -= !gisa_span_is_empty(title);
    }
    uint8_t status = GISA_TITLE_CURRENT; /* 한빛전자 전 | 대표 김도윤씨 */
    if (count && t > first && a->tokens[t - 1].space_before && read_status(p, &a->tokens[t - 1])) {
        status = p->status;
        p->status = GISA_TITLE_CURRENT;
        t--;
    }
    if ((count || n->title_count) && t > first && a->document.key[a->tokens[t - 1].span.begin] == '(' && !a->tokens[t - 1].space_before) {
        t--; /* 서울중앙지검 반부패수사2부(부장검사 김도윤), 민사20부(석정훈 부장판사) */
    }
    uint32_t before = body_before(p, first, t);
    before = before == GISA_NONE ? body_led(p, first, t) : before;
    uint32_t outer = p->employer;
    if (before != GISA_NONE && !apart && p->employer == GISA_NONE) {
        p->employer = before;
        for (uint32_t i = 0; i < n->title_count && !runs; i++) { /* 도로공사 사장 후보자인 서민재 전 의원: no 의원 of it */
            n->titles[i].employer = n->titles[i].employer == GISA_NONE ? before : n->titles[i].employer;
        }
    }
    bool sure = gisa_looks_korean(&a->document, n->span) || n->margin >= SURE_FOREIGN || !gisa_span_is_empty(n->latin) ||
                (gisa_has_blank(&a->document, n->span) && n->margin >= SURE_FOREIGN / 2);
    if (count && (before != GISA_NONE || sure)) {
        uint32_t end = p->phrase_end;
        p->employer = before != GISA_NONE ? before : outer;
        uint32_t body = before != GISA_NONE ? p->names->at[before].token : first;
        if (status == GISA_TITLE_CURRENT && body > first && a->tokens[body].space_before && read_status(p, &a->tokens[body - 1])) {
            status = p->status; /* 전 국방부 장관 김도윤씨 */
        }
        p->status = status;
        while (count > 0) {
            add_title(p, titles[--count]);
        }
        p->phrase_end = end;
    }
}

/* The model may take the title into the name: "저커버그 CEO" -> "저커버그". */
static void cut_title(const struct gisa_analysis *a, struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t first = n->span.begin;
    while (first < n->span.end && d->cls[first] != GISA_CHAR_BLANK) {
        first++;
    }
    struct gisa_span rest = {first + 1, n->span.end}; /* 리베로 | 한보람 */
    if (first + 1 < n->span.end && gisa_span_length(rest) == 3 && gisa_looks_korean(d, rest) && gisa_title_at_end(d, n->span.begin, first) == first - n->span.begin) {
        n->span = rest;
        n->token = gisa_token_holding(a, n->sentence, rest.begin);
    }
    uint32_t title = gisa_title_at_end(d, n->span.begin, n->span.end);
    if (title && title < gisa_span_length(n->span) && gisa_has_blank(d, n->span)) {
        uint32_t end = n->span.end - title;
        while (end > n->span.begin && d->cls[end - 1] == GISA_CHAR_BLANK) {
            end--;
        }
        if (end > n->span.begin + 1) {
            n->span.end = end;
        }
    }
}

/* "A DS부문장(부회장), B 사업부장, C 사장": who follows in a list works where the one before does. */

/* 금융감독원장, 기상청장: a title that is a body and 장. */
static bool names_body(const struct gisa_document *d, struct gisa_span title) {
    enum { JANG = 0xC7A5 };
    struct gisa_known known;
    struct gisa_span body = {title.begin, title.end - 1};
    return gisa_span_length(title) >= 3 && d->key[title.end - 1] == JANG &&
           (gisa_has_org_suffix(d, body) || gisa_gazetteer_as(d, body, GISA_ENTITY_ORGANIZATION, &known));
}

static void carry_employer(struct phrase *p, uint32_t before, uint32_t before_end, uint32_t *head) {
    struct gisa_name *n = person(p);
    const struct gisa_name *m = &p->names->at[before];
    const struct gisa_document *d = &p->a->document;
    if (m->sentence != n->sentence || !m->title_count || before_end > n->span.begin || n->span.begin - before_end > 3) {
        *head = GISA_NONE;
        return;
    }
    *head = *head == GISA_NONE ? m->titles[0].employer : *head;
    for (uint32_t i = before_end; i < n->span.begin; i++) {
        if (d->cls[i] != GISA_CHAR_BLANK && d->key[i] != ',' && d->key[i] != 0xB7) {
            *head = GISA_NONE;
            return;
        }
    }
    if (m->titles[0].employer == GISA_NONE) {
        *head = GISA_NONE; /* a member of another house ends the list: 대표, 방위사업청장, 대사 */
    }
    for (uint32_t i = 0; i < n->title_count; i++) {
        bool kin = gisa_title_class(d, n->titles[i].span.begin, n->titles[i].span.end) ==
                   gisa_title_class(d, m->titles[0].span.begin, m->titles[0].span.end); /* 사장, 울산시장: two bodies */
        struct gisa_span s = n->titles[i].span;
        bool own = names_body(d, s);
        if (n->titles[i].employer == GISA_NONE && kin && !own) { /* 금융감독원장 has his own house */
            n->titles[i].employer = *head; /* the list's first body */
        }
    }
}

/* 북미총괄 of 북미총괄 사장 is part of the title, no body. */
static void drop_units(struct gisa_names *names, uint32_t person_index) {
    const struct gisa_name *n = &names->at[person_index];
    for (uint32_t i = person_index + 1; i < names->count && i <= person_index + PHRASE; i++) {
        for (uint32_t k = 0; k < n->title_count; k++) {
            bool inside = gisa_span_contains(n->titles[k].span, names->at[i].span);
            if (inside && !names->at[i].is_known && names->at[i].type == GISA_ENTITY_ORGANIZATION) {
                names->at[i].type = GISA_ENTITY_OTHER;
            }
        }
    }
}

void gisa_persons_read(struct gisa_run *run, struct gisa_names *names) {
    const struct gisa_analysis *a = run->out;
    gisa_ships_see(a, names);
    gisa_bodies_find(a, names);
    uint32_t before = GISA_NONE;
    uint32_t before_end = 0;
    uint32_t head = GISA_NONE; /* employer of the list the persons stand in */
    enum { MARKED = 16 };
    struct gisa_span marked[MARKED];
    uint32_t marked_count = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        if (n->type != GISA_ENTITY_PERSON) {
            continue;
        }
        if (before != GISA_NONE && gisa_span_overlaps(names->at[before].latin, n->span)) {
            n->type = GISA_ENTITY_OTHER; /* the gloss of the person before */
            continue;
        }
        if (!n->own.in) {
            cut_title(a, n);
        }
        gisa_body_mend(a, names, i);
        const struct gisa_sentence *s = &a->sentences[n->sentence];
        struct phrase p = {.a = a, .names = names, .index = i, .end = s->first_token + s->token_count,
                           .phrase_end = n->span.end, .employer = GISA_NONE, .house = GISA_NONE, .status = GISA_TITLE_CURRENT,
                           .is_heading = a->segments[s->segment].kind != GISA_SEGMENT_PARAGRAPH && a->segments[s->segment].kind != GISA_SEGMENT_CAPTION};
        uint32_t next = gisa_token_from(a, n->token, p.end, n->span.end);
        const struct gisa_token *last = &a->tokens[next - 1];
        bool goes_on = false;
        if (last->span.end == n->span.end) {
            read_right(&p, next);
        } else {
            struct gisa_span rest = {n->span.end, last->span.end};
            uint32_t josa = 0;
            uint32_t title = gisa_title_at_end(&a->document, rest.begin, last->stem_end);
            if (title && title == last->stem_end - rest.begin) { /* 김도윤대표는 */
                add_title(&p, (struct gisa_span){rest.begin, last->stem_end});
            } else if (!gisa_josa_tail(&a->document, rest.begin, rest.end, &josa) && last->stem_end != n->span.end) {
                n->margin = 0; /* the word goes on: hardly a name, whatever stands before: 소부장 강소기업 */
                goes_on = true;
            }
        }
        if (!goes_on) {
            read_left(&p, s->first_token, n->token);
        }
        take_house(&p);
        if (before != GISA_NONE) {
            carry_employer(&p, before, before_end, &head);
        }
        if (!n->own.in && marked_count < MARKED && gisa_is_marked(&a->document, n)) {
            marked[marked_count++] = n->span;
        }
        bool field = next < p.end && !n->title_count && makes_thing(a, &a->tokens[next]) && /* 조경학 석사 학위 */
                     gisa_title_at_end(&a->document, a->tokens[next].span.begin, a->tokens[next].span.end);
        if (!n->own.in && gisa_is_body_name(&a->document, n)) {
            n->type = GISA_ENTITY_ORGANIZATION;
            continue;
        }
        if (!n->own.in && (field || gisa_is_inflected_word(a, n) || !gisa_stands(&a->document, n))) {
            n->type = GISA_ENTITY_OTHER;
            continue;
        }
        drop_units(names, i);
        n->phrase_end = p.phrase_end;
        before = i;
        before_end = p.phrase_end;
    }
    gisa_marked_drop(&a->document, names, marked, marked_count);
    gisa_places_see(a, names);
    gisa_units_seat(&a->document, names);
    gisa_reporters_drop(a, names);
}
