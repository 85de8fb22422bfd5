/* SPDX-License-Identifier: Apache-2.0 */
/* Persons, bodies with a gloss and buildings with their kind, that the words around them show, whatever the model says: hidden names, strangers and Latin names with body and title. */
#include <string.h>

#include "body_head_lex.h"
#include "body_kind_lex.h"
#include "country_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "facility_kind_lex.h"
#include "firm_head_lex.h"
#include "firm_word_lex.h"
#include "foreign_surname_lex.h"
#include "gloss_cue_lex.h"
#include "hanja_surname_lex.h"
#include "no_part_lex.h"
#include "org_suffix_lex.h"
#include "organ_end_lex.h"
#include "text/utf8.h"
#include "title_lex.h"
#include "title_status_lex.h"
#include "token/token.h"

enum { MO = 0xBAA8 /* 모 */, YOU = 0xC528 /* 씨 */, IN = 0xC778 /* 인 */ };

static bool push_name(struct gisa_run *run, uint8_t type, struct gisa_span span, uint32_t sentence, uint32_t token,
                      const char *rule, struct gisa_names *out) {
    struct gisa_name name = gisa_blank_name(span, sentence, token, type);
    name.rule = rule;
    name.is_modelled = true;
    name.margin = GISA_SURE_BODY;
    return gisa_names_push(run, out, name);
}

/* Are tokens t and t + 1 a body and a title? */
static bool is_body_and_title(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    if (t + 1 >= end) {
        return false;
    }
    const struct gisa_token *body = &a->tokens[t];
    const struct gisa_token *title = body + 1;
    struct gisa_known known;
    return body->kind == GISA_TOKEN_WORD && title->kind == GISA_TOKEN_WORD && body->space_before && title->space_before &&
           gisa_title_at_end(&a->document, title->span.begin, title->stem_end) > 0 &&
           (gisa_has_org_suffix(&a->document, body->span) ||
            gisa_gazetteer_find(&a->document, body->span.begin, body->span.end, &known) == gisa_span_length(body->span));
}

/* 서광대 | 전자공학과 | 교수는: a university cut short, up to two of its units, a title of its teachers. */
static bool is_school_and_title(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    enum { UNITS = 2, DAE = 0xB300 /* 대 */ };
    const struct gisa_token *school = &a->tokens[t < end ? t : t - 1];
    bool dae = t < end && school->kind == GISA_TOKEN_WORD && school->space_before && gisa_span_length(school->span) >= 3 && a->document.key[school->span.end - 1] == DAE;
    for (uint32_t i = t + 1; dae && i < end && i <= t + 1 + UNITS; i++) {
        const struct gisa_token *w = &a->tokens[i];
        if (w->kind != GISA_TOKEN_WORD || !w->space_before) {
            return false;
        }
        if (gisa_title_at_end(&a->document, w->span.begin, w->stem_end) == w->stem_end - w->span.begin &&
            gisa_title_class(&a->document, w->span.begin, w->stem_end) == GISA_TITLE_CLASS_ACADEMIA) {
            return true;
        }
        if (!gisa_is_unit_word(a, w) && (w->stem_end < w->span.end || w->ending != GISA_ENDING_NONE)) {
            return false; /* 전자공학과 is no 전자공학 + 과 */
        }
    }
    return false;
}

/* Is token t a title that begins with a body or place we know: 서산시장? */
static bool is_office(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = t < end ? &a->tokens[t] : NULL;
    return w && w->kind == GISA_TOKEN_WORD && w->space_before &&
           (gisa_is_known_office(&a->document, w->span) || gisa_is_known_office(&a->document, (struct gisa_span){w->span.begin, w->stem_end}));
}

/* 국토교통부 | 배성한 | 모빌리티자동차국장: a body right before the word, a word that is or ends with a title right behind. */
static bool is_within_body(const struct gisa_analysis *a, uint32_t t, uint32_t first, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    const struct gisa_token *body = t > first ? w - 1 : NULL;
    const struct gisa_token *title = t + 1 < end ? w + 1 : NULL;
    struct gisa_known known;
    uint32_t row = 0;
    return body && title && gisa_span_length(w->span) == 3 && w->space_before && !gisa_is_unit_word(a, w) &&
           !gisa_trie_longest_back(&gisa_organ_end_trie, d->key + w->span.end, 3, &row) && title->kind == GISA_TOKEN_WORD && title->space_before &&
           gisa_title_at_end(d, title->span.begin, title->stem_end) && body->kind == GISA_TOKEN_WORD && body->span.end + 1 == w->span.begin &&
           (gisa_gazetteer_as(d, body->span, GISA_ENTITY_ORGANIZATION, &known) || (gisa_span_length(body->span) >= 4 && gisa_has_org_suffix(d, body->span)));
}

/* 계수안 한마음당 대변인: a family name and a given one, a body, a title. */
static bool is_titled_stranger(const struct gisa_analysis *a, uint32_t t, uint32_t first, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    struct gisa_known known;
    return w->kind == GISA_TOKEN_WORD && gisa_span_length(w->span) >= 3 && gisa_looks_korean(&a->document, w->span) &&
           !gisa_is_not_name(&a->document, w->span) && !gisa_is_titled(a, w) &&
           !gisa_has_org_suffix(&a->document, w->span) &&
           !gisa_gazetteer_find(&a->document, w->span.begin, w->span.end, &known) &&
           (is_within_body(a, t, first, end) || is_body_and_title(a, t + 1, end) || is_school_and_title(a, t + 1, end) || is_office(a, t + 1, end));
}

static bool is_hangul(const struct gisa_analysis *a, const struct gisa_token *w) {
    uint32_t i = w->span.begin;
    while (i < w->span.end && a->document.cls[i] == GISA_CHAR_HANGUL) {
        i++;
    }
    return i == w->span.end && w->kind == GISA_TOKEN_WORD;
}

/* 백승우 | 명진개발 | 회장, 오태양 | 메디엔그램 | 대표: is the word between a name and the title of one who runs a firm nothing else that we know? */
static bool is_unknown_firm(const struct gisa_analysis *a, const struct gisa_token *w) {
    const struct gisa_document *d = &a->document;
    uint32_t row = 0;
    uint32_t n = gisa_span_length(w->span);
    uint32_t title = w[1].stem_end - w[1].span.begin;
    bool head = gisa_trie_longest(&gisa_firm_head_trie, d->key + w[1].span.begin, title, &row) == title;
    bool suffix = gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + w->span.end, n, &row) == n; /* 모빌리티 | 상무: a line of goods */
    return head && !suffix && n <= 8 && is_hangul(a, w) && w->ending == GISA_ENDING_NONE && !gisa_is_unit_word(a, w) && !gisa_title_at_end(d, w->span.begin, w->span.end) &&
           !gisa_is_not_name(d, w->span) && !gisa_looks_korean(d, w->span) && !gisa_is_made_of_common_words(d, w->span) &&
           !gisa_trie_longest_back(&gisa_body_kind_trie, d->key + w->span.end, n, &row);
}

/* 오태성 | 대양물류 | 회장: the Korean name before a word that ends as firms do, or is nothing known, and the title of who runs one; NULL else. */
static const struct gisa_token *boss_of_firm(const struct gisa_analysis *a, uint32_t t, uint32_t first, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    const struct gisa_token *title = w + 1;
    struct gisa_known known;
    bool firm = t > first && t + 1 < end && w->kind == GISA_TOKEN_WORD && w->space_before && title->kind == GISA_TOKEN_WORD && title->space_before &&
                w->stem_end == w->span.end && gisa_span_length(w->span) >= 4 && (gisa_has_org_suffix(&a->document, w->span) || is_unknown_firm(a, w));
    bool office = firm && gisa_title_at_end(&a->document, title->span.begin, title->stem_end) == title->stem_end - title->span.begin;
    uint32_t row = 0;
    bool body = office && gisa_trie_longest_back(&gisa_org_suffix_trie, a->document.key + w->span.end, gisa_span_length(w->span), &row) &&
                strcmp(gisa_org_suffix_rows[row].label, "OGG_ECONOMY") != 0; /* 대책위원회 위원장 */
    bool boss = office && (body || gisa_title_class(&a->document, title->span.begin, title->stem_end) == GISA_TITLE_CLASS_EXECUTIVE);
    const struct gisa_token *who = boss && gisa_span_length(w[-1].span) == 1 && t > first + 1 && gisa_trie_longest(&gisa_title_status_trie, a->document.key + w[-1].span.begin, 1, &row) ? w - 2 : w - 1; /* 노영식 전 서광물류 대표 */
    bool named = boss && gisa_span_length(who->span) == 3 && gisa_looks_korean(&a->document, who->span) && !gisa_is_not_name(&a->document, who->span) &&
                 !gisa_gazetteer_find(&a->document, w->span.begin, w->span.end, &known);
    return named ? who : NULL;
}

/* 청풍환경 | 대표 | 어동휘(54)씨: is the word before the title of one who runs a firm and a Korean name nothing else that we know? */
static bool is_firm_before_boss(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    const struct gisa_token *who = t + 2 < end ? w + 2 : NULL;
    struct gisa_known known;
    bool shape = who && w->kind == GISA_TOKEN_WORD && w->space_before && gisa_span_length(w->span) >= 4 && w[1].kind == GISA_TOKEN_WORD && w[1].space_before &&
                 w[1].stem_end == w[1].span.end && who->kind == GISA_TOKEN_WORD && who->space_before;
    uint32_t name = shape && who->stem_end - who->span.begin == 4 ? who->stem_end - 1 : shape ? who->stem_end : 0; /* 어동휘씨 */
    struct gisa_span s = {shape ? who->span.begin : 0, name};
    uint32_t row = 0;
    bool firm = shape && gisa_has_org_suffix(&a->document, w->span) && gisa_trie_longest_back(&gisa_org_suffix_trie, a->document.key + w->span.end, gisa_span_length(w->span), &row) &&
                !strcmp(gisa_org_suffix_rows[row].label, "OGG_ECONOMY");
    return shape && gisa_span_length(s) == 3 && gisa_looks_korean(&a->document, s) && !gisa_is_common_word(&a->document, s) && !gisa_is_not_name(&a->document, s) &&
           (is_unknown_firm(a, w) || (firm && gisa_title_class(&a->document, w[1].span.begin, w[1].stem_end) == GISA_TITLE_CLASS_EXECUTIVE)) &&
           !gisa_gazetteer_find(&a->document, w->span.begin, w->span.end, &known);
}

/* Is token t a country abroad? */
static bool is_country_abroad(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = t < end ? &a->tokens[t] : NULL;
    struct gisa_known known;
    uint32_t row = 0;
    bool country = w && w->kind == GISA_TOKEN_WORD && w->space_before &&
                   gisa_trie_longest(&gisa_country_trie, a->document.key + w->span.begin, gisa_span_length(w->span), &row) == gisa_span_length(w->span);
    return country && !(gisa_gazetteer_as(&a->document, w->span, GISA_ENTITY_PLACE, &known) && known.country && strcmp(known.country, "KR") == 0);
}

/* 인도네시아 | 대통령, 중국 | 외교부 | 대변인: a country abroad, one of its bodies or none, an office of state. */
static bool is_state_and_office(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    if (!is_country_abroad(a, t, end)) {
        return false;
    }
    for (uint32_t i = t + 1; i < end && i <= t + 2; i++) {
        const struct gisa_token *w = &a->tokens[i];
        if (w->kind != GISA_TOKEN_WORD || !w->space_before) {
            return false;
        }
        if (gisa_title_at_end(&a->document, w->span.begin, w->stem_end) == w->stem_end - w->span.begin) {
            uint8_t kind = gisa_title_class(&a->document, w->span.begin, w->stem_end);
            return kind == GISA_TITLE_CLASS_GOVERNMENT || kind == GISA_TITLE_CLASS_POLITICS;
        }
        struct gisa_known known;
        bool body = gisa_has_org_suffix(&a->document, w->span) || gisa_gazetteer_as(&a->document, w->span, GISA_ENTITY_ORGANIZATION, &known);
        if (w->stem_end < w->span.end || !body) {
            return false;
        }
    }
    return false;
}

/* May the word be a part of a foreign name: Hangul without a particle, nothing known? */
static bool is_foreign_part(const struct gisa_analysis *a, const struct gisa_token *w, uint32_t least) {
    struct gisa_known known;
    uint32_t n = gisa_span_length(w->span);
    uint32_t row = 0;
    if ((w->josa && w->span.end - w->stem_end >= 2) || w->ending == GISA_ENDING_ADNOMINAL || w->josa & (GISA_JOSA_DATIVE | GISA_JOSA_COMITATIVE) ||
        gisa_trie_longest_back(&gisa_no_part_trie, a->document.key + w->span.end, n, &row)) {
        return false; /* 노동계 반발에도 | 프랑스 대통령은 */
    }
    return is_hangul(a, w) && n >= least && n <= 6 && (w->ending == GISA_ENDING_NONE || n >= 3) && !gisa_is_not_name(&a->document, w->span) &&
           !gisa_title_at_end(&a->document, w->span.begin, w->span.end) && !gisa_has_org_suffix(&a->document, w->span) &&
           gisa_gazetteer_find(&a->document, w->span.begin, w->span.end, &known) != n && !(w->josa & GISA_JOSA_OBJECT);
}

/* Does nothing that could belong to the name stand before token t: the sentence begins, or a particle, an ending or a mark is there? */
static bool opens(const struct gisa_analysis *a, uint32_t t, uint32_t first) {
    const struct gisa_token *before = t > first ? &a->tokens[t - 1] : NULL;
    return !before || before->kind == GISA_TOKEN_PUNCT || before->stem_end < before->span.end || before->ending != GISA_ENDING_NONE ||
           a->document.cls[before->span.begin] == GISA_CHAR_DIGIT;
}

/* 위라 수다르모 | 인도네시아 대통령, 루원징 | 중국 외교부 대변인: words of a stranger's name before a country and an office; 0 if there are none. */
static uint32_t statesman_words(const struct gisa_analysis *a, uint32_t t, uint32_t first, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    if (!opens(a, t, first) || !is_foreign_part(a, w, 2) || gisa_is_common_verb(d, w->span)) {
        return 0;
    }
    struct gisa_known known;
    bool town = t + 1 < end && is_hangul(a, w + 1) && gisa_gazetteer_as(d, w[1].span, GISA_ENTITY_PLACE, &known) && !is_country_abroad(a, t + 1, end) &&
                strcmp(known.country, "KR") != 0; /* 카를로스 메디나 | 페루 대통령 */
    if (t + 1 < end && w[1].space_before && (town || is_foreign_part(a, w + 1, 2)) && is_state_and_office(a, t + 2, end)) {
        return 2;
    }
    uint32_t row = 0;
    uint32_t n = gisa_span_length(w->span);
    uint32_t family = n <= 4 ? gisa_trie_longest(&gisa_foreign_surname_trie, d->key + w->span.begin, n - 1, &row) : 0;
    return family && n >= 3 && is_state_and_office(a, t + 1, end) ? 1 : 0;
}

/* A word of a Latin name: a great letter, small ones. */
static bool is_latin_name(const struct gisa_document *d, const struct gisa_token *w) {
    uint32_t upper = d->ch[w->span.begin];
    bool small = false;
    for (uint32_t i = w->span.begin; i < w->span.end; i++) {
        small = small || (d->ch[i] >= 'a' && d->ch[i] <= 'z');
        if (d->cls[i] != GISA_CHAR_LATIN) {
            return false;
        }
    }
    return small && upper != d->key[w->span.begin] && gisa_span_length(w->span) >= 2;
}

/* Sofia Lindqvist 카롤린스카연구소 연구원 */
static bool is_latin_stranger(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    return t + 3 < end && w->kind == GISA_TOKEN_WORD && w[1].kind == GISA_TOKEN_WORD && w[1].space_before &&
           is_latin_name(&a->document, w) && is_latin_name(&a->document, w + 1) && is_body_and_title(a, t + 2, end);
}

/* Hanja in a bracket right behind token t and nothing else in it: how many; 0 if there are none. */
static uint32_t hanja_behind(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    if (t + 1 >= end || d->key[a->tokens[t + 1].span.begin] != '(' || a->tokens[t + 1].space_before) {
        return 0;
    }
    uint32_t first = a->tokens[t + 1].span.begin + 1;
    uint32_t i = first;
    while (d->cls[i] == GISA_CHAR_HANJA) {
        i++;
    }
    return d->cls[i] == GISA_CHAR_CLOSE ? i - first : 0;
}

/* 루안(본명 김하늘): a name of the stage. */
static bool is_stage_name(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    return t + 2 < end && w->kind == GISA_TOKEN_WORD && a->document.key[w[1].span.begin] == '(' && !w[1].space_before &&
           gisa_gloss_cue(&a->document, w[2].span.begin, w[2].span.end, GISA_GLOSS_CUE_KIND_REAL) == gisa_span_length(w[2].span) &&
           gisa_span_length(w->span) >= 2;
}

/* 나카무라 하루카(中村遥): two words longer than the hanja behind them are no reading of these, so a Japanese name. */
static bool is_japanese(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    if (t + 2 >= end || !is_hangul(a, w) || !is_hangul(a, w + 1) || !w[1].space_before ||
        (w->josa & (GISA_JOSA_GENITIVE | GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT)) ||
        gisa_span_length(w->span) < 2 || gisa_title_at_end(&a->document, w->span.begin, w->span.end)) {
        return false;
    }
    uint32_t hanja = hanja_behind(a, t + 1, end);
    uint32_t letters = w[1].span.end - w->span.begin - 1;
    struct gisa_known known;
    return hanja >= 3 && hanja <= 5 && letters > hanja + 1 && letters <= 10 &&
           !gisa_gazetteer_find(&a->document, w->span.begin, w->span.end, &known);
}

/* 쉬톈유(徐天佑): a Chinese name as it sounds there; in Korean 徐 is read 서. */
static bool is_chinese(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    uint32_t hanja = is_hangul(a, w) ? hanja_behind(a, t, end) : 0;
    uint32_t row = 0;
    if (hanja < 2 || hanja > 4 || gisa_span_length(w->span) > 6 || gisa_span_length(w->span) < 2 ||
        !gisa_trie_longest(&gisa_hanja_surname_trie, d->key + w[1].span.begin + 1, 1, &row)) {
        return false;
    }
    char first[5] = {0};
    gisa_utf8_encode(d->ch[w->span.begin], first);
    return strcmp(first, gisa_hanja_surname_rows[row].reading) != 0;
}

/* 김모(52)씨, 김모 씨: how newsrooms hide a name. */
static bool is_hidden(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    struct gisa_span whole = a->tokens[t].span;
    uint32_t cut = whole.begin + 2;
    if (gisa_span_length(whole) < 2 || d->key[whole.begin + 1] != MO || !gisa_is_surname(d, whole.begin, whole.begin + 1)) {
        return false;
    }
    uint32_t next = t + 1 < end ? d->key[a->tokens[t + 1].span.begin] : 0;
    return cut == whole.end ? next == '(' || next == YOU : d->key[cut] == YOU;
}

/* A(43)씨, B씨: the letter that stands for a name. Where the letter's mention ends, or 0. */
static uint32_t letter_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    struct gisa_span s = a->tokens[t].span;
    if (d->ch[s.begin] < 'A' || d->ch[s.begin] > 'Z' || (s.begin > 0 && d->cls[s.begin - 1] == GISA_CHAR_LATIN)) {
        return 0;
    }
    if (s.begin + 1 < s.end && d->key[s.begin + 1] == YOU) {
        return s.begin + 2;
    }
    uint32_t i = t + 1;
    if (gisa_span_length(s) > 1 || i + 2 >= end || d->key[a->tokens[i].span.begin] != '(') {
        return 0;
    }
    while (i < end && i < t + 6 && d->key[a->tokens[i].span.begin] != ')') {
        i++;
    }
    return i + 1 < end && d->key[a->tokens[i].span.begin] == ')' && d->key[a->tokens[i + 1].span.begin] == YOU &&
           d->cls[a->tokens[t + 2].span.begin] == GISA_CHAR_DIGIT ? s.end : 0;
}

static bool push_letter(struct gisa_run *run, struct gisa_span span, uint32_t sentence, uint32_t token, struct gisa_names *out) {
    char *name = gisa_arena_alloc(run->arena, 5, 1); /* A씨, whatever stands between */
    if (!name || !push_name(run, GISA_ENTITY_PERSON, span, sentence, token, "ko.entity.hidden-name", out)) {
        return false;
    }
    name[0] = (char)run->out->document.ch[span.begin];
    name[1 + gisa_utf8_encode(YOU, name + 1)] = 0;
    out->at[out->count - 1].canonical = name;
    return true;
}

/* "… 선사 헬리오스 마리타임(Helios Maritime)": what kind of body it is, up to three words, its name in Latin letters. Where
 * the name ends, or 0. */
static uint32_t glossed_body_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    enum { WORDS = 3 };
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    uint32_t row = 0;
    if (w->kind != GISA_TOKEN_WORD ||
        !gisa_trie_longest_back(&gisa_body_kind_trie, d->key + w->span.end, gisa_span_length(w->span), &row)) {
        return 0;
    }
    uint32_t i = t + 1;
    while (i < end && i <= t + WORDS && a->tokens[i].kind == GISA_TOKEN_WORD && a->tokens[i].space_before &&
           d->cls[a->tokens[i].span.begin] == GISA_CHAR_HANGUL && a->tokens[i].stem_end == a->tokens[i].span.end &&
           !gisa_title_at_end(d, a->tokens[i].span.begin, a->tokens[i].span.end)) { /* 회사 대표 존 밀러(John Miller) */
        i++;
    }
    bool bracket = i > t + 1 && i + 1 < end && d->key[a->tokens[i].span.begin] == '(' && !a->tokens[i].space_before;
    return bracket && is_latin_name(d, &a->tokens[i + 1]) ? a->tokens[i - 1].span.end : 0;
}

/* "영빈관인 승지원에서": what kind of building it is, and the word it happens at. Where the name ends, or 0. */
static uint32_t told_building_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    uint32_t row = 0;
    if (w->kind != GISA_TOKEN_WORD || t + 1 >= end || gisa_span_length(w->span) < 3 || d->key[w->span.end - 1] != IN ||
        !gisa_trie_longest_back(&gisa_facility_kind_trie, d->key + w->span.end - 1, gisa_span_length(w->span) - 1, &row)) {
        return 0;
    }
    const struct gisa_token *n = w + 1;
    bool place = n->kind == GISA_TOKEN_WORD && n->space_before && n->josa & GISA_JOSA_LOCATIVE && n->stem_end >= n->span.begin + 2 &&
                 d->cls[n->span.begin] == GISA_CHAR_HANGUL && n->stem_end < n->span.end;
    uint32_t kind = gisa_trie_longest_back(&gisa_facility_kind_trie, d->key + n->stem_end, n->stem_end - n->span.begin, &row);
    return place && kind != n->stem_end - n->span.begin ? n->stem_end : 0; /* 자택인 아파트에서 names none */
}

/* 칼데라 테라퓨틱스: a word that is nothing known and the second word of a firm. Where the name ends, or 0. */
static uint32_t firm_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    uint32_t row = 0;
    struct gisa_known known;
    if (t + 1 >= end || !is_hangul(a, w) || gisa_span_length(w->span) < 2 || !w[1].space_before || w[1].kind != GISA_TOKEN_WORD) {
        return 0;
    }
    uint32_t length = w[1].stem_end - w[1].span.begin;
    bool firm = gisa_trie_longest(&gisa_firm_word_trie, d->key + w[1].span.begin, length, &row) == length;
    return firm && !gisa_is_not_name(d, w->span) && !gisa_title_at_end(d, w->span.begin, w->span.end) && !gisa_gazetteer_find(d, w->span.begin, w->span.end, &known) &&
           !gisa_trie_longest_back(&gisa_body_kind_trie, d->key + w->span.end, gisa_span_length(w->span), &row) ? w[1].stem_end : 0;
}

/* 주페루 한국대사관: where a mission abroad ends that opens with 주 and a country, or 0. */
static uint32_t mission_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    enum { JU = 0xC8FC /* 주 */, GWAN = 0xAD00 /* 관 */, SA = 0xC0AC /* 사 */, WORDS = 2 };
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    uint32_t row = 0;
    uint32_t n = gisa_span_length(w->span);
    if (w->kind != GISA_TOKEN_WORD || n < 3 || d->key[w->span.begin] != JU || gisa_trie_longest(&gisa_country_trie, d->key + w->span.begin + 1, n - 1, &row) != n - 1) {
        return 0;
    }
    for (uint32_t i = t + 1; i < end && i <= t + WORDS && a->tokens[i].kind == GISA_TOKEN_WORD && a->tokens[i].space_before; i++) {
        uint32_t last = a->tokens[i].stem_end;
        if (last - a->tokens[i].span.begin >= 3 && d->key[last - 1] == GWAN && d->key[last - 2] == SA) {
            return last; /* 대사관, 총영사관 is 영사관 */
        }
    }
    return 0;
}

/* 법무법인 온율: the head of a body's name and one word. Where the name ends, or 0. */
static uint32_t headed_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &a->tokens[t];
    uint32_t row = 0;
    uint32_t length = gisa_span_length(w->span);
    bool head = w->kind == GISA_TOKEN_WORD && gisa_trie_longest(&gisa_body_head_trie, a->document.key + w->span.begin, length, &row) == length;
    bool word = head && t + 1 < end && w[1].kind == GISA_TOKEN_WORD && w[1].space_before && a->document.cls[w[1].span.begin] == GISA_CHAR_HANGUL &&
                w[1].stem_end >= w[1].span.begin + 2 && !gisa_is_titled(a, w + 1);
    return word ? w[1].stem_end : 0;
}

bool gisa_names_by_pattern(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    const struct gisa_sentence *s = &a->sentences[sentence];
    uint32_t end = s->first_token + s->token_count;
    bool fine = true;
    for (uint32_t t = s->first_token; fine && t < end; t++) {
        struct gisa_span span = a->tokens[t].span;
        uint32_t letter = letter_end(a, t, end);
        uint32_t body = glossed_body_end(a, t, end);
        uint32_t building = told_building_end(a, t, end);
        uint32_t firm = firm_end(a, t, end);
        struct gisa_known known;
        uint32_t kind = body ? 0 : gisa_kind_end(a, t, end);
        uint32_t sure = body || kind ? 0 : gisa_sure_body_end(a, t);
        sure = sure && !gisa_gazetteer_find(&a->document, span.begin, sure, &known) ? sure : 0;
        kind = kind && !gisa_gazetteer_find(&a->document, a->tokens[t + 1].span.begin, kind, &known) ? kind : 0;
        firm = firm ? firm : headed_end(a, t, end);
        firm = firm ? firm : mission_end(a, t, end);
        if (firm) {
            fine = push_name(run, GISA_ENTITY_ORGANIZATION, (struct gisa_span){span.begin, firm}, sentence, t, "ko.entity.gloss", out);
            t++;
        } else if (building) {
            struct gisa_span form = {a->tokens[t + 1].span.begin, building};
            fine = push_name(run, GISA_ENTITY_FACILITY, form, sentence, t + 1, "ko.entity.gloss", out);
        } else if (body) {
            struct gisa_span form = {a->tokens[t + 1].span.begin, body};
            fine = push_name(run, GISA_ENTITY_ORGANIZATION, form, sentence, t + 1, "ko.entity.gloss", out);
        } else if (kind) {
            fine = push_name(run, GISA_ENTITY_ORGANIZATION, (struct gisa_span){a->tokens[t + 1].span.begin, kind}, sentence, t + 1, "ko.entity.kind", out);
            t++;
        } else if (sure) {
            fine = push_name(run, GISA_ENTITY_ORGANIZATION, (struct gisa_span){span.begin, sure}, sentence, t, "ko.entity.ending", out);
        } else if (letter) {
            fine = push_letter(run, (struct gisa_span){span.begin, letter}, sentence, t, out);
        } else if (is_chinese(a, t, end) || is_stage_name(a, t, end)) {
            fine = push_name(run, GISA_ENTITY_PERSON, span, sentence, t, "ko.entity.gloss", out);
        } else if (is_japanese(a, t, end)) {
            fine = push_name(run, GISA_ENTITY_PERSON, (struct gisa_span){span.begin, a->tokens[t + 1].span.end}, sentence, t, "ko.entity.gloss", out);
            t++;
        } else if (statesman_words(a, t, s->first_token, end)) {
            uint32_t words = statesman_words(a, t, s->first_token, end);
            fine = push_name(run, GISA_ENTITY_PERSON, (struct gisa_span){span.begin, a->tokens[t + words - 1].span.end}, sentence, t, "ko.entity.title-phrase", out);
            t += words - 1;
        } else if (is_titled_stranger(a, t, s->first_token, end)) {
            struct gisa_span house = is_within_body(a, t, s->first_token, end) ? a->tokens[t - 1].span : (struct gisa_span){0, 0};
            bool open = !gisa_span_is_empty(house) && (!out->count || out->at[out->count - 1].span.end <= house.begin) &&
                        !gisa_gazetteer_find(&a->document, house.begin, house.end, &known);
            fine = !open || push_name(run, GISA_ENTITY_ORGANIZATION, house, sentence, t - 1, "ko.entity.title-phrase", out); /* 한마음당 | 국선아 의원 */
            fine = fine && push_name(run, GISA_ENTITY_PERSON, span, sentence, t, "ko.entity.title-phrase", out);
            const struct gisa_token *school = fine && is_school_and_title(a, t + 1, end) ? &a->tokens[t + 1] : NULL;
            if (school && !gisa_gazetteer_find(&a->document, school->span.begin, school->span.end, &known)) {
                fine = push_name(run, GISA_ENTITY_ORGANIZATION, school->span, sentence, t + 1, "ko.entity.title-phrase", out);
                t++;
            }
        } else if (boss_of_firm(a, t, s->first_token, end)) {
            const struct gisa_token *who = boss_of_firm(a, t, s->first_token, end);
            bool free = !out->count || out->at[out->count - 1].span.end <= who->span.begin; /* the model may take name and firm for one */
            fine = !free || push_name(run, GISA_ENTITY_PERSON, who->span, sentence, (uint32_t)(who - a->tokens), "ko.entity.title-phrase", out);
            fine = fine && push_name(run, GISA_ENTITY_ORGANIZATION, span, sentence, t, "ko.entity.title-phrase", out);
        } else if (is_firm_before_boss(a, t, end)) {
            fine = push_name(run, GISA_ENTITY_ORGANIZATION, span, sentence, t, "ko.entity.title-phrase", out);
        } else if (is_latin_stranger(a, t, end)) {
            fine = push_name(run, GISA_ENTITY_PERSON, (struct gisa_span){span.begin, a->tokens[t + 1].span.end}, sentence, t, "ko.entity.title-phrase", out);
            t++;
        } else if (is_hidden(a, t, end)) {
            fine = push_name(run, GISA_ENTITY_PERSON, (struct gisa_span){span.begin, span.begin + 2}, sentence, t, "ko.entity.hidden-name", out);
        }
    }
    return fine;
}
