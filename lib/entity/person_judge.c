/* SPDX-License-Identifier: Apache-2.0 */
/* Which words that look like persons are none: what is held, what stands in marks, inflected words, bodies beside a name. */
#include "entity/person_judge.h"

#include <string.h>

#include "area_word_lex.h"
#include "org_suffix_lex.h"
#include "text/seek.h"
#include "token/token.h"
#include "trigger_lex.h"

enum { SURE_FOREIGN = 2500, SURE_SHORT = 2500, SURE_KOREAN = 2000, SIK = 0xC2DD /* 식 */, AN = 0xC548 /* 안 */, HA = 0xD558 /* 하 */, DOE = 0xB418 /* 되 */ };

/* 장관은, 신설하는: a title with its particle, or what a verb leaves before its ending, looks like a name. */
bool gisa_is_inflected_word(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *t = &a->tokens[n->token];
    uint32_t last = d->key[n->span.end - 1];
    bool word = n->span.begin == t->span.begin && n->span.end <= t->span.end && !n->title_count;
    uint32_t stem = t->stem_end - t->span.begin;
    bool title = n->span.end == t->span.end && stem < gisa_span_length(t->span) && gisa_title_at_end(d, t->span.begin, t->stem_end) == stem;
    bool verb = (last == HA || last == DOE) && t->span.end == n->span.end + 1 && (t->ending == GISA_ENDING_ADNOMINAL || t->ending == GISA_ENDING_CONNECTIVE);
    return word && (title || verb);
}

/* 치료제 '네로바', '토레스 맥스': a work or product, whatever the model says. */
bool gisa_is_marked(const struct gisa_document *d, const struct gisa_name *n) {
    uint32_t open = n->span.begin ? d->key[n->span.begin - 1] : 0;
    uint32_t behind = d->key[n->span.end];
    bool single = (open == '\'' || open == 0x2018) && (behind == '\'' || behind == 0x2019 || behind == '(');
    return single && !n->title_count && !gisa_looks_korean(d, n->span);
}

/* 조인식, 취임식, 선임안: what is held or voted on, unless somebody of that name has a title. */
static bool is_ceremony(const struct gisa_document *d, const struct gisa_name *n) {
    uint32_t row = 0;
    uint32_t stem = gisa_span_length(n->span) - 1;
    return stem >= 2 && (d->key[n->span.end - 1] == SIK || d->key[n->span.end - 1] == AN) && !n->title_count &&
           gisa_trie_longest(&gisa_trigger_trie, d->key + n->span.begin, stem, &row) == stem;
}

static bool ends_with(const struct gisa_document *d, struct gisa_span s, struct gisa_span tail) {
    uint32_t n = gisa_span_length(tail);
    return gisa_span_length(s) >= n && gisa_same_text(d, (struct gisa_span){s.end - n, s.end}, tail);
}

/* What stands in marks once, 새 차 '토레스 맥스', is no person where it stands without. */
void gisa_marked_drop(const struct gisa_document *d, struct gisa_names *names, const struct gisa_span *marked, uint32_t count) {
    for (uint32_t i = 0; count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        bool open = n->type == GISA_ENTITY_PERSON && !n->title_count && !n->own.in && !gisa_looks_korean(d, n->span);
        for (uint32_t k = 0; open && k < count; k++) {
            n->type = ends_with(d, n->span, marked[k]) ? GISA_ENTITY_OTHER : n->type;
        }
    }
}

/* May the name be no person's: one foreign word without a title or gloss? */
static bool is_open(const struct gisa_document *d, const struct gisa_name *n) {
    return n->type == GISA_ENTITY_PERSON && !n->title_count && !n->own.in && !n->canonical && gisa_span_is_empty(n->latin) &&
           !gisa_has_blank(d, n->span) && !gisa_looks_korean(d, n->span);
}

enum placed { NOT_PLACED, MAYBE_PLACED /* 인도네시아 팔루의, 아르헨티나 메시의 */, PLACED };

/* 팔루 | 북쪽, 인도네시아 | 팔루에서: do the words around show a place? */
static enum placed place_shown(const struct gisa_analysis *a, const struct gisa_names *names, uint32_t i) {
    const struct gisa_document *d = &a->document;
    const struct gisa_name *n = &names->at[i];
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t row = 0;
    bool area = d->cls[n->span.end] == GISA_CHAR_BLANK && n->span.end + 1 < s->span.end &&
                gisa_trie_longest(&gisa_area_word_trie, d->key + n->span.end + 1, s->span.end - n->span.end - 1, &row) > 0;
    const struct gisa_name *before = i ? n - 1 : NULL;
    const struct gisa_token *t = &a->tokens[n->token];
    bool to_person = t->josa & GISA_JOSA_DATIVE && t->span.end >= t->stem_end + 2 && d->key[t->stem_end + 1] == 0xAC8C /* 다카이치에|게 */;
    bool within = !to_person && before && before->type == GISA_ENTITY_PLACE && before->span.end + 1 == n->span.begin && d->cls[before->span.end] == GISA_CHAR_BLANK &&
                  t->stem_end == n->span.end && t->josa & (GISA_JOSA_GENITIVE | GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE);
    return area || (within && !(t->josa & GISA_JOSA_GENITIVE)) ? PLACED : within ? MAYBE_PLACED : NOT_PLACED;
}

void gisa_places_see(const struct gisa_analysis *a, struct gisa_names *names) {
    enum { FORMS = 16 };
    const struct gisa_document *d = &a->document;
    struct gisa_span forms[FORMS];
    bool maybe[FORMS] = {false};
    uint32_t count = 0;
    struct gisa_span open[FORMS];
    uint32_t open_count = 0;
    for (uint32_t i = 0; i < names->count && count < FORMS; i++) {
        bool free = is_open(d, &names->at[i]);
        bool known = false;
        for (uint32_t k = 0; k < count && free; k++) {
            known = known || gisa_same_text(d, names->at[i].span, forms[k]);
        }
        enum placed shown = free && !known ? place_shown(a, names, i) : NOT_PLACED;
        if (shown != NOT_PLACED) {
            maybe[count] = shown == MAYBE_PLACED;
            forms[count++] = names->at[i].span;
        }
        for (uint32_t k = 0; k < open_count && free; k++) {
            free = !gisa_same_text(d, names->at[i].span, open[k]);
        }
        if (free && open_count < FORMS) {
            open[open_count++] = names->at[i].span;
        }
    }
    for (uint32_t k = 0; k < open_count && count < FORMS; k++) { /* a place more often than a person */
        uint32_t places = 0;
        uint32_t persons = 0;
        for (uint32_t i = 0; i < names->count; i++) {
            bool same = gisa_same_text(d, names->at[i].span, open[k]);
            places += same && names->at[i].type == GISA_ENTITY_PLACE;
            persons += same && names->at[i].type == GISA_ENTITY_PERSON;
        }
        if (places > persons) {
            maybe[count] = false;
            forms[count++] = open[k];
        }
    }
    for (uint32_t i = 0; count && i < names->count; i++) { /* somebody of that name has a title or acts */
        for (uint32_t k = 0; k < count; k++) {
            const struct gisa_token *t = &a->tokens[names->at[i].token];
            bool acts = names->at[i].type == GISA_ENTITY_PERSON && t->stem_end == names->at[i].span.end && t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) &&
                        !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)); /* 아르헨티나 메시의 골이 터졌다. 메시는 은퇴한다 */
            if ((names->at[i].title_count || (acts && maybe[k])) && gisa_same_text(d, names->at[i].span, forms[k])) {
                maybe[k] = maybe[count - 1];
                forms[k--] = forms[--count];
            }
        }
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        for (uint32_t k = 0; k < count && is_open(d, &names->at[i]); k++) {
            names->at[i].type = gisa_same_text(d, names->at[i].span, forms[k]) ? (uint8_t)GISA_ENTITY_PLACE : names->at[i].type;
        }
    }
}

bool gisa_is_body_name(const struct gisa_document *d, const struct gisa_name *n) {
    enum { SHORT = 4 };
    uint32_t row = 0;
    bool body = !n->canonical && gisa_span_length(n->span) >= SHORT && !gisa_has_blank(d, n->span) && !gisa_looks_korean(d, n->span) && gisa_has_org_suffix(d, n->span);
    return body && (!n->title_count || (gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + n->span.end, gisa_span_length(n->span), &row) >= 2 &&
                                        !strcmp(gisa_org_suffix_rows[row].label, "OGG_ECONOMY"))); /* 다온소재 대표 */
}

/* 마무리 투수 | 조윤식: does a Korean name stand right behind the title, whose it is? */
static bool titles_another(const struct gisa_document *d, const struct gisa_name *n) {
    enum { NAME = 3 };
    uint32_t at = n->titles[0].span.end;
    bool behind = n->titles[0].span.begin >= n->span.end && d->cls[at] == GISA_CHAR_BLANK && at + 1 + NAME < d->count;
    struct gisa_span name = {at + 1, at + 1 + NAME};
    for (uint32_t i = name.begin; behind && i < name.end; i++) {
        behind = d->cls[i] == GISA_CHAR_HANGUL;
    }
    return behind && gisa_looks_korean(d, name) && !gisa_is_common_word(d, name);
}

/* 과정을 | 조사해 | 담당 공무원의: what was done, and no name before a title. */
static bool is_done(const struct gisa_document *d, const struct gisa_name *n) {
    const uint32_t begin = n->span.begin;
    uint32_t josa = 0;
    const bool close = n->title_count && n->titles[0].span.begin == n->span.end + 1;
    const bool governs = begin > 2 && d->key[begin - 1] == ' ' && gisa_josa_tail(d, begin - 2, begin - 1, &josa) && josa & (GISA_JOSA_OBJECT | GISA_JOSA_LOCATIVE | GISA_JOSA_DIRECTION);
    return n->title_count && d->cls[n->span.end] == GISA_CHAR_BLANK && gisa_is_common_verb(d, n->span) && (governs || !close);
}

bool gisa_stands(const struct gisa_document *d, const struct gisa_name *n) {
    uint32_t length = gisa_span_length(n->span);
    if (n->canonical) {
        return true; /* A(43)씨 */
    }
    struct gisa_span first = {n->span.begin, n->span.begin}; /* 신차 | 토레스 */
    while (first.end < n->span.end && d->cls[first.end] != GISA_CHAR_BLANK) {
        first.end++;
    }
    uint32_t josa = 0; /* 사건|은 */
    bool word = length > 2 && gisa_is_not_name(d, (struct gisa_span){n->span.begin, n->span.end - 1}) && gisa_josa_tail(d, n->span.end - 1, n->span.end, &josa) &&
                josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT); /* 이미|란 is a person */
    if (word || gisa_is_not_name(d, n->span) || gisa_is_not_name(d, first) || length < 2) {
        return false;
    }
    if (is_done(d, n)) {
        return false;
    }
    bool korean = gisa_looks_korean(d, n->span);
    uint32_t behind = d->key[n->span.end];
    uint32_t open = n->span.begin ? d->key[n->span.begin - 1] : 0;
    bool marked = gisa_is_marked(d, n);
    bool glossed = behind == ')' && open == ' ' && !korean && !gisa_has_blank(d, n->span) && !n->title_count; /* (성분명 네로세틴) */
    bool latin = behind == ')' && open == '(' && d->cls[n->span.begin] == GISA_CHAR_LATIN && !gisa_has_blank(d, n->span) && !n->title_count; /* 추론(inference) */
    if (marked || glossed || latin || is_ceremony(d, n)) {
        return false;
    }
    if (gisa_title_at_end(d, n->span.begin, n->span.end) == length && !(korean && n->title_count)) {
        return false;
    }
    if (n->title_count && gisa_span_is_empty(n->latin) && gisa_is_common_word(d, n->span) && (!korean || titles_another(d, n))) {
        return false; /* 투수 리드가, 마무리 | 투수 조윤식의 */
    }
    if (n->title_count || (!gisa_span_is_empty(n->latin) && (korean || gisa_has_blank(d, n->span)))) {
        return korean || length >= 3 || n->margin >= GISA_SURE_BODY;
    }
    if (korean) {
        return !gisa_is_common_word(d, n->span) && n->margin >= (length >= 3 ? SURE_KOREAN : SURE_SHORT);
    }
    return n->margin >= SURE_FOREIGN || (gisa_has_blank(d, n->span) && n->margin >= SURE_FOREIGN / 2);
}

/* 한율 of 한율그룹, 한율에너지: does a body of the article begin so? */
static bool begins_body(const struct gisa_document *d, const struct gisa_names *names, struct gisa_span s) {
    enum { LOOK = 400 };
    for (uint32_t i = 0; i < names->count && i < LOOK; i++) {
        const struct gisa_name *n = &names->at[i];
        struct gisa_span head = {n->span.begin, n->span.begin + gisa_span_length(s)};
        if (n->type == GISA_ENTITY_ORGANIZATION && head.end < n->span.end && d->cls[head.end] == GISA_CHAR_HANGUL && gisa_same_text(d, head, s)) {
            return true;
        }
    }
    return false;
}

/* 함윤식 | 가람조경 | 명예회장, 함태민(가람조경 대표): what stands between a Korean name and a title, and is no Korean name, is a body. */
void gisa_body_mend(const struct gisa_analysis *a, struct gisa_names *names, uint32_t i) {
    const struct gisa_document *d = &a->document;
    struct gisa_name *n = &names->at[i];
    struct gisa_name *next = i + 1 < names->count ? n + 1 : NULL;
    uint32_t gap = d->key[n->span.end];
    if (!next || next->type != GISA_ENTITY_PERSON || next->sentence != n->sentence || next->span.begin != n->span.end + 1 || (gap != ' ' && gap != '(') ||
        !gisa_looks_korean(d, n->span) || gisa_has_blank(d, next->span) || next->own.in || next->title_count ||
        (gisa_looks_korean(d, next->span) && !begins_body(d, names, next->span))) {
        return;
    }
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_token_from(a, n->token, end, next->span.end);
    bool titled = t < end && a->tokens[t].space_before && gisa_is_titled(a, &a->tokens[t]);
    if (titled && (gisa_span_length(next->span) >= 3 || gisa_looks_korean(d, next->span))) {
        next->type = GISA_ENTITY_ORGANIZATION;
        next->margin = GISA_SURE_BODY;
    }
}

/* 함윤식 가람조경 명예회장 … 가람조경은: the first word of a title that stands alone elsewhere, and is no Korean name, is a body. */
void gisa_units_seat(const struct gisa_document *d, struct gisa_names *names) {
    enum { UNITS = 16 };
    struct gisa_name_title *titles[UNITS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        for (uint32_t k = 0; k < names->at[i].title_count && count < UNITS; k++) {
            struct gisa_name_title *t = &names->at[i].titles[k];
            if (t->employer == GISA_NONE && gisa_has_blank(d, t->span)) {
                titles[count++] = t;
            }
        }
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        bool open = n->type == GISA_ENTITY_PERSON && !n->title_count && !n->own.in && gisa_span_length(n->span) >= 3 && !gisa_looks_korean(d, n->span);
        for (uint32_t k = 0; open && k < count; k++) {
            uint32_t end = titles[k]->span.begin + gisa_span_length(n->span);
            bool same = end < titles[k]->span.end && d->cls[end] == GISA_CHAR_BLANK && gisa_same_text(d, (struct gisa_span){titles[k]->span.begin, end}, n->span);
            if (same) {
                n->type = GISA_ENTITY_ORGANIZATION;
                n->margin = GISA_SURE_BODY;
                titles[k]->employer = i;
                titles[k]->span.begin = end + 1;
            }
        }
    }
}
