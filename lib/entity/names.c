/* SPDX-License-Identifier: Apache-2.0 */
/* Spans that may be names: the model's, the gazetteer's, the newsroom's. */

#include <string.h>

#include "base/array.h"
#include "body_kind_lex.h"
#include "club_word_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "facility_kind_lex.h"
#include "given_syllable_lex.h"
#include "hanja_lex.h"
#include "not_name_lex.h"
#include "org_suffix_lex.h"
#include "place_end_lex.h"
#include "province_lex.h"
#include "surname_lex.h"
#include "text/seek.h"
#include "title_lex.h"
#include "token/token.h"

enum { LONGEST_NAME = 40, OF = 0xC758 /* 의 */, SSI = 0xC528 /* 씨 */ };

uint32_t gisa_title_at_end(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t row = 0;
    return end > begin ? gisa_trie_longest_back(&gisa_title_trie, d->key + end, end - begin, &row) : 0;
}

uint8_t gisa_title_class(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t row = 0;
    bool found = end > begin && gisa_trie_longest_back(&gisa_title_trie, d->key + end, end - begin, &row) > 0;
    return found ? gisa_title_rows[row].class : GISA_TITLE_CLASS_OTHER;
}

bool gisa_title_is_plain(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(s) ? gisa_trie_longest_back(&gisa_title_trie, d->key + s.end, gisa_span_length(s), &row) : 0;
    return n == gisa_span_length(s) && n && gisa_title_rows[row].flags & GISA_TITLE_FLAGS_PLAIN;
}

bool gisa_is_surname(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t row = 0;
    uint32_t n = end - begin;
    return n >= 1 && n <= 2 && gisa_trie_longest(&gisa_surname_trie, d->key + begin, n, &row) == n;
}

bool gisa_looks_korean(const struct gisa_document *d, struct gisa_span s) {
    uint32_t n = gisa_span_length(s);
    uint32_t row = 0;
    uint32_t surname = n ? gisa_trie_longest(&gisa_surname_trie, d->key + s.begin, n, &row) : 0;
    bool two = surname == 2 && n >= 3; /* a compound family name leaves at least one syllable */
    uint32_t given = s.begin + (two ? 2 : 1);
    if (n < 2 || n > 4 || !surname || (n == 4 && !two) || s.end - given > 2) {
        return false;
    }
    for (uint32_t i = given; i < s.end; i++) {
        if (!gisa_trie_longest(&gisa_given_syllable_trie, d->key + i, 1, &row)) {
            return false;
        }
    }
    return true;
}

bool gisa_is_not_name(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(s);
    return gisa_trie_longest(&gisa_not_name_trie, d->key + s.begin, n, &row) == n;
}

bool gisa_names_push(struct gisa_run *run, struct gisa_names *names, struct gisa_name name) {
    if (names->count == names->cap &&
        !(names->at = gisa_array_grow(run->scratch, names->at, &names->cap, names->count + 1, sizeof name))) {
        return false;
    }
    names->at[names->count++] = name;
    return true;
}

static const uint8_t type_of_tag[] = {
    [GISA_TAG_PS] = GISA_ENTITY_PERSON, [GISA_TAG_OG] = GISA_ENTITY_ORGANIZATION, [GISA_TAG_LC] = GISA_ENTITY_PLACE,
    [GISA_TAG_DT] = GISA_ENTITY_TYPE_COUNT, [GISA_TAG_TI] = GISA_ENTITY_TYPE_COUNT, [GISA_TAG_QT] = GISA_ENTITY_TYPE_COUNT,
    [GISA_TAG_CP] = GISA_ENTITY_TYPE_COUNT, [GISA_TAG_AF] = GISA_ENTITY_PRODUCT, [GISA_TAG_EV] = GISA_ENTITY_EVENT,
};

/* The model's span without blanks, marks and particles at its edges. */
struct gisa_span gisa_name_tidy(const struct gisa_document *d, struct gisa_span s) {
    while (s.begin < s.end && d->cls[s.begin] != GISA_CHAR_HANGUL && d->cls[s.begin] != GISA_CHAR_LATIN &&
           d->cls[s.begin] != GISA_CHAR_HANJA && d->cls[s.begin] != GISA_CHAR_DIGIT) {
        s.begin++;
    }
    while (s.end > s.begin && (d->cls[s.end - 1] == GISA_CHAR_BLANK || d->cls[s.end - 1] == GISA_CHAR_QUOTE ||
                               d->cls[s.end - 1] == GISA_CHAR_STOP || d->cls[s.end - 1] == GISA_CHAR_CLOSE ||
                               d->cls[s.end - 1] == GISA_CHAR_OPEN || d->cls[s.end - 1] == GISA_CHAR_PUNCT)) {
        s.end--;
    }
    return s;
}

uint32_t gisa_token_holding(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos) {
    uint32_t first = a->sentences[sentence].first_token;
    return gisa_seek_holding(a->tokens, sizeof *a->tokens, first, first + a->sentences[sentence].token_count, pos);
}

struct gisa_name gisa_blank_name(struct gisa_span span, uint32_t sentence, uint32_t token, uint8_t type) {
    return (struct gisa_name){.span = span, .sentence = sentence, .token = token, .type = type, .row = GISA_NONE,
                              .country = "", .zone = "", .entity = GISA_NONE, .form = GISA_MENTION_NAME, .rule = "ko.entity.model"};
}

bool gisa_has_org_suffix(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(s);
    uint32_t ending = gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + s.end, n, &row);
    return ending && ending < n;
}

static struct gisa_name known_name(struct gisa_span span, uint32_t sentence, uint32_t token, const struct gisa_known *known) {
    struct gisa_name name = gisa_blank_name(span, sentence, token, known->type);
    name.is_known = true;
    name.row = known->row;
    name.canonical = known->name;
    name.country = known->country;
    name.zone = known->zone;
    name.rule = "ko.entity.gazetteer";
    return name;
}

/* 경남 | 남해군: a form whose first word is a place of its own tells two places. */
static bool push_place(struct gisa_run *run, struct gisa_names *out, struct gisa_name name, uint32_t limit) {
    const struct gisa_analysis *a = run->out;
    uint32_t blank = name.span.begin;
    while (blank < name.span.end && a->document.cls[blank] != GISA_CHAR_BLANK) {
        blank++;
    }
    struct gisa_known whole = {.type = GISA_ENTITY_PLACE, .country = "KR", .zone = "", .row = GISA_NONE};
    uint32_t row = 0;
    bool province = blank < name.span.end && gisa_trie_longest(&gisa_province_trie, a->document.key + name.span.begin,
                                                               blank - name.span.begin, &row) == blank - name.span.begin;
    whole.name = province ? gisa_province_rows[row].name : NULL;
    bool known = !province && gisa_gazetteer_find(&a->document, name.span.begin, blank, &whole) == blank - name.span.begin;
    if (name.type == GISA_ENTITY_PLACE && blank < name.span.end && (province || known) && whole.type == GISA_ENTITY_PLACE &&
        name.span.end <= limit) {
        if (!gisa_names_push(run, out, known_name((struct gisa_span){name.span.begin, blank}, name.sentence, name.token, &whole))) {
            return false;
        }
        name.span.begin = blank + 1;
        name.token = gisa_token_holding(a, name.sentence, name.span.begin);
    }
    return gisa_names_push(run, out, name);
}

/* 우리카드|전에서: a match against a body that the gazetteer knows; the length of its form, 0 if the word is none. */
static uint32_t opponent_in(const struct gisa_document *d, const struct gisa_token *t, struct gisa_known *known) {
    enum { SHORTEST = 3, JEON = 0xC804 /* 전 */ };
    struct gisa_span word = {t->span.begin, t->stem_end};
    struct gisa_span body = {word.begin, word.end - 1};
    bool match = gisa_span_length(word) > SHORTEST && d->key[body.end] == JEON && !gisa_is_common_word(d, word);
    return match && gisa_gazetteer_as(d, body, GISA_ENTITY_ORGANIZATION, known) ? gisa_span_length(body) : 0;
}

/* Gazetteer forms of a sentence: at each word's begin, the longest. */
static bool find_known(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    const struct gisa_sentence *s = &a->sentences[sentence];
    uint32_t past = s->span.begin;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct gisa_token *token = &a->tokens[t];
        struct gisa_known known;
        if (token->kind != GISA_TOKEN_WORD || token->span.begin < past) {
            continue;
        }
        uint32_t n = gisa_gazetteer_find(&a->document, token->span.begin, s->span.end, &known);
        n = n ? n : opponent_in(&a->document, token, &known);
        if (!n) {
            continue;
        }
        past = token->span.begin + n;
        if (!push_place(run, out, known_name((struct gisa_span){token->span.begin, past}, sentence, t, &known), s->span.end)) {
            return false;
        }
    }
    return true;
}

/* The newsroom's own names of a sentence: at each word's begin, the longest. */
static bool find_own(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    const struct gisa_sentence *s = &a->sentences[sentence];
    uint32_t past = s->span.begin;
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        const struct gisa_token *token = &a->tokens[t];
        struct gisa_own own;
        if (token->kind != GISA_TOKEN_WORD || token->span.begin < past) {
            continue;
        }
        uint32_t n = gisa_own_find(run->options, &a->document, token->span.begin, s->span.end, &own);
        if (!n) {
            continue;
        }
        struct gisa_name name = gisa_blank_name((struct gisa_span){token->span.begin, token->span.begin + n}, sentence, t,
                                           own.in->rows[own.row].type);
        name.is_known = true;
        name.own = own;
        name.rule = "ko.entity.own";
        past = name.span.end;
        if (!gisa_names_push(run, out, name)) {
            return false;
        }
    }
    return true;
}

/* 美, 中: one hanja before a blank, a middle dot, a noun or a comma stands for a country or body. */
static bool find_hanja(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    const struct gisa_document *d = &a->document;
    const struct gisa_sentence *s = &a->sentences[sentence];
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        struct gisa_span span = {a->tokens[t].span.begin, a->tokens[t].span.begin + 1};
        uint32_t row = 0;
        uint32_t josa = 0;
        if (d->cls[span.begin] != GISA_CHAR_HANJA || !gisa_trie_longest(&gisa_hanja_trie, d->key + span.begin, 1, &row) ||
            !gisa_josa_tail(d, span.end, a->tokens[t].span.end, &josa)) {
            continue;
        }
        const struct gisa_hanja_row *h = &gisa_hanja_rows[row];
        struct gisa_name name =
            gisa_blank_name(span, sentence, t, *h->country ? GISA_ENTITY_PLACE : GISA_ENTITY_ORGANIZATION);
        name.is_known = true;
        name.canonical = h->name;
        name.country = h->country;
        name.form = GISA_MENTION_ALIAS;
        name.rule = "ko.entity.hanja";
        if (!gisa_names_push(run, out, name)) {
            return false;
        }
    }
    return true;
}

uint32_t gisa_club_begin(const struct gisa_document *d, struct gisa_span s) {
    uint32_t word = s.end;
    while (word > s.begin && d->cls[word - 1] != GISA_CHAR_BLANK) {
        word--;
    }
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_club_word_trie, d->key + word, s.end - word, &row) == s.end - word ? word : s.begin;
}

/* 37라운드 가온 | 유나이티드, where the model sees the second word alone: does a free word stand before it that may be a name, and no verb (열렸고 팔콘스)? */
static bool has_club_head(const struct gisa_analysis *a, uint32_t free, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = n->token ? &a->tokens[n->token - 1] : NULL;
    uint32_t row = 0;
    return (n->type == GISA_ENTITY_ORGANIZATION || n->type == GISA_ENTITY_PERSON /* 누리 | 게이밍이 */) && w && w->sentence == n->sentence && w->kind == GISA_TOKEN_WORD && w->span.begin >= free &&
           w->span.end + 1 == n->span.begin && !w->josa && (w->ending == GISA_ENDING_NONE || w->ending == GISA_ENDING_ADNOMINAL /* 가온 ends like a verb */) && gisa_span_length(w->span) >= 2 && d->cls[w->span.begin] == GISA_CHAR_HANGUL &&
           gisa_trie_longest(&gisa_club_word_trie, d->key + n->span.begin, gisa_span_length(n->span), &row) == gisa_span_length(n->span) &&
           !gisa_is_common_word(d, w->span);
}

/* 봉준서 미르 | 유나이티드: the last word before the second word of a club belongs to the club. */
static void join_clubs(const struct gisa_analysis *a, struct gisa_names *names) {
    const struct gisa_document *d = &a->document;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        struct gisa_name n = names->at[i];
        struct gisa_name *last = kept ? &names->at[kept - 1] : NULL;
        if (has_club_head(a, last ? last->span.end : 0, &n)) {
            n.span.begin = a->tokens[--n.token].span.begin;
            n.type = GISA_ENTITY_ORGANIZATION;
        }
        if (last && n.type == GISA_ENTITY_ORGANIZATION && n.span.begin == last->span.end + 1 &&
            d->cls[last->span.end] == GISA_CHAR_BLANK && gisa_club_begin(d, (struct gisa_span){last->span.begin, n.span.end}) == n.span.begin) {
            uint32_t word = last->span.end;
            while (word > last->span.begin && d->cls[word - 1] != GISA_CHAR_BLANK) {
                word--;
            }
            n.span.begin = word;
            n.token = word > last->span.begin ? n.token - 1 : last->token;
            last->span.end = word - (word > last->span.begin);
            kept -= gisa_span_is_empty(last->span);
        }
        names->at[kept++] = n;
    }
    names->count = kept;
}

static bool is_inside_latin(const struct gisa_document *d, uint32_t pos) { /* a letter or the mark of O'Neil */
    bool mark = pos > 0 && (d->key[pos] == '\'' || d->key[pos] == 0x2019 || d->key[pos] == '-') &&
                d->cls[pos - 1] == GISA_CHAR_LATIN && d->cls[pos + 1] == GISA_CHAR_LATIN;
    return d->cls[pos] == GISA_CHAR_LATIN || mark;
}

/* What the model saw of "Liam O'Neil" grown to both words; of "나카무라 하루카(中村遥" the name before the bracket. */
static struct gisa_span whole_person(const struct gisa_document *d, struct gisa_span s, struct gisa_span within) {
    for (uint32_t i = s.begin + 1; i < s.end; i++) {
        if (d->key[i] == '(' || d->key[i] == '[') {
            return (struct gisa_span){s.begin, i};
        }
    }
    if (gisa_span_is_empty(s) || d->cls[s.begin] != GISA_CHAR_LATIN) {
        return s;
    }
    uint32_t limit = s.begin > within.begin + LONGEST_NAME ? s.begin - LONGEST_NAME : within.begin;
    while (s.begin > limit) {
        bool word = d->cls[s.begin - 1] == GISA_CHAR_BLANK && s.begin >= limit + 3 && d->cls[s.begin - 2] == GISA_CHAR_LATIN;
        if (!is_inside_latin(d, s.begin - 1) && !word) {
            break;
        }
        s.begin--;
    }
    return s;
}

/* 글렌모어의 | 클라우스 베르너: who owns the person is not of the name. */
static struct gisa_span behind_owner(const struct gisa_document *d, struct gisa_span s) {
    uint32_t blank = s.begin;
    while (blank < s.end && d->cls[blank] != GISA_CHAR_BLANK) {
        blank++;
    }
    bool owner = blank + 2 < s.end && blank >= s.begin + 3 && d->key[blank - 1] == OF;
    return owner ? (struct gisa_span){blank + 1, s.end} : s;
}

/* 태산디앤|씨: what reads as an honorific is how the firm ends. */
bool gisa_is_firm_in_ssi(const struct gisa_document *d, struct gisa_span s) {
    return s.end < d->count && d->key[s.end] == SSI && !gisa_looks_korean(d, s) && gisa_has_org_suffix(d, (struct gisa_span){s.begin, s.end + 1});
}

/* A title stands right behind. */
static bool is_before_title(const struct gisa_analysis *a, uint32_t sentence, struct gisa_span s) {
    const struct gisa_sentence *in = &a->sentences[sentence];
    const struct gisa_token *next = s.end + 1 < in->span.end ? &a->tokens[gisa_token_holding(a, sentence, s.end + 1)] : NULL;
    return next && next->span.begin == s.end + 1 && gisa_is_titled(a, next);
}

static bool is_two_places(const struct gisa_document *d, struct gisa_span s) { /* 경기 용인시 */
    uint32_t blank = s.begin;
    while (blank < s.end && d->cls[blank] != GISA_CHAR_BLANK) {
        blank++;
    }
    struct gisa_known first;
    struct gisa_known second;
    return blank < s.end && gisa_gazetteer_find(d, s.begin, blank, &first) == blank - s.begin && first.type == GISA_ENTITY_PLACE &&
           gisa_gazetteer_find(d, blank + 1, s.end, &second) == s.end - blank - 1 && second.type == GISA_ENTITY_PLACE;
}

/* 양재 | 엘타워: where a house's own name begins behind the town that it stands in; the begin of the span for 용인 공장. */
static uint32_t behind_town(const struct gisa_document *d, struct gisa_span s) {
    uint32_t blank = s.begin;
    while (blank < s.end && d->cls[blank] != GISA_CHAR_BLANK) {
        blank++;
    }
    struct gisa_known town;
    struct gisa_span house = {blank + 1, s.end};
    uint32_t row = 0;
    bool two = blank < s.end && gisa_span_length(house) >= 3 && !gisa_has_blank(d, house) && gisa_gazetteer_as(d, (struct gisa_span){s.begin, blank}, GISA_ENTITY_PLACE, &town);
    bool common = two && gisa_span_length(house) <= gisa_trie_longest_back(&gisa_facility_kind_trie, d->key + s.end, gisa_span_length(house), &row) + 1; /* 2공장 */
    return two && !common && gisa_trie_longest_back(&gisa_place_end_trie, d->key + s.end, gisa_span_length(house) - 1, &row) ? house.begin : s.begin;
}

/* 가람대학교: a school is a body, wherever it stands. */
static bool is_school(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + s.end, gisa_span_length(s), &row);
    return n >= 3 && n < gisa_span_length(s) && strcmp(gisa_org_suffix_rows[row].label, "OGG_EDUCATION") == 0;
}

static bool may_be_body(uint8_t type) {
    return type == GISA_ENTITY_ORGANIZATION || type == GISA_ENTITY_PLACE || type == GISA_ENTITY_PERSON;
}

/* Where the body's own name begins behind a noun of its kind: 해운사 | 노르하븐; the end of the span for 선사 alone. */
static uint32_t behind_kind(const struct gisa_document *d, struct gisa_span s) {
    uint32_t word = s.begin;
    while (word < s.end && d->cls[word] != GISA_CHAR_BLANK) {
        word++;
    }
    uint32_t row = 0;
    uint32_t length = word - s.begin;
    uint32_t n = length ? gisa_trie_longest_back(&gisa_body_kind_trie, d->key + word, length, &row) : 0;
    bool kind = n && (n == length || (word < s.end && gisa_is_made_of_common_words(d, (struct gisa_span){s.begin, word}))); /* 자산운용사 | 라온파트너스 */
    return !kind ? s.begin : word < s.end ? word + 1 : word;
}

/* 칼데라 | 테라퓨틱스: the last of two words is how firms end, and long enough to be nothing else. */
static bool ends_as_firm(const struct gisa_document *d, struct gisa_span s) {
    uint32_t word = s.end;
    while (word > s.begin && d->cls[word - 1] != GISA_CHAR_BLANK) {
        word--;
    }
    uint32_t row = 0;
    uint32_t n = s.end - word;
    return word > s.begin + 2 && n >= 3 && gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + s.end, n, &row) == n;
}

/* Where a body's name ends before an office the model took into it: 경남도 | 관광개발국장. */
static uint32_t before_title(const struct gisa_document *d, struct gisa_span s) {
    uint32_t word = s.end;
    while (word > s.begin && d->cls[word - 1] != GISA_CHAR_BLANK) {
        word--;
    }
    uint8_t class = gisa_title_class(d, word, s.end);
    bool office = class == GISA_TITLE_CLASS_EXECUTIVE || class == GISA_TITLE_CLASS_GOVERNMENT || class == GISA_TITLE_CLASS_POLITICS ||
                  class == GISA_TITLE_CLASS_LAW || class == GISA_TITLE_CLASS_POLICE;
    bool one = word > s.begin + 2 && !gisa_has_blank(d, (struct gisa_span){s.begin, word - 1});
    return one && gisa_title_at_end(d, word, s.end) && office ? word - 1 : s.end;
}

/* 전국외식업주연대 빈나래 | 사무총장: the model may take a name that a title follows into the body; the name, empty if there is none. */
static struct gisa_span person_at_end(const struct gisa_analysis *a, uint32_t sentence, struct gisa_span s) {
    const struct gisa_document *d = &a->document;
    struct gisa_span last = {s.end, s.end};
    while (last.begin > s.begin && d->cls[last.begin - 1] != GISA_CHAR_BLANK) {
        last.begin--;
    }
    bool name = last.begin > s.begin && gisa_span_length(last) >= 3 && gisa_looks_korean(d, last) && !gisa_has_org_suffix(d, last) &&
                !gisa_is_not_name(d, last) && !gisa_title_at_end(d, last.begin, last.end);
    return name && is_before_title(a, sentence, s) ? last : (struct gisa_span){0, 0};
}

/* (방문해) | 리경철 */
static struct gisa_span behind_verb(const struct gisa_document *d, struct gisa_span s) {
    uint32_t word = s.begin;
    while (word < s.end && d->cls[word] != GISA_CHAR_BLANK) {
        word++;
    }
    return word < s.end && gisa_is_common_verb(d, (struct gisa_span){s.begin, word}) ? (struct gisa_span){word + 1, s.end} : s;
}

/* The model's spans of a sentence. */
static bool find_modelled(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    uint32_t count = 0;
    const struct gisa_tag *tags = gisa_model_tag(&run->resources->model, &a->document, a->sentences[sentence].span,
                                                 run->scratch, run->arena, &count);
    bool fine = tags != NULL;
    for (uint32_t i = 0; fine && i < count; i++) {
        uint8_t type = type_of_tag[tags[i].type];
        struct gisa_span span = gisa_name_tidy(&a->document, tags[i].span);
        if (type == GISA_ENTITY_PERSON) {
            span = gisa_name_tidy(&a->document, whole_person(&a->document, span, a->sentences[sentence].span));
        }
        span = type == GISA_ENTITY_PERSON ? behind_verb(&a->document, span) : span;
        struct gisa_span owner = span;
        span = type == GISA_ENTITY_PERSON ? behind_owner(&a->document, span) : span;
        bool shown = owner.begin < span.begin && is_before_title(a, sentence, span);
        owner.end = shown ? span.begin - 2 : owner.begin;
        struct gisa_known place;
        if (gisa_span_length(owner) > 3 && !gisa_has_blank(&a->document, owner) && !gisa_gazetteer_find(&a->document, owner.begin, owner.end, &place)) {
            struct gisa_name body = gisa_blank_name(owner, sentence, gisa_token_holding(a, sentence, owner.begin), GISA_ENTITY_ORGANIZATION);
            body.is_modelled = true;
            body.margin = GISA_SURE_BODY;
            fine = gisa_names_push(run, out, body);
        }
        if (type == GISA_ENTITY_PERSON && gisa_is_firm_in_ssi(&a->document, span)) {
            type = GISA_ENTITY_ORGANIZATION;
            span.end++;
        }
        uint32_t own = may_be_body(type) ? behind_kind(&a->document, span) : span.begin;
        type = own > span.begin ? GISA_ENTITY_ORGANIZATION : type;
        span.begin = own;
        type = (type == GISA_ENTITY_PERSON || type == GISA_ENTITY_PLACE) && ends_as_firm(&a->document, span) ? GISA_ENTITY_ORGANIZATION : type;
        span.end = type == GISA_ENTITY_ORGANIZATION ? before_title(&a->document, span) : span.end;
        if (type == GISA_ENTITY_TYPE_COUNT || gisa_span_is_empty(span) || gisa_span_length(span) > LONGEST_NAME) {
            continue;
        }
        if (type == GISA_ENTITY_PLACE && is_two_places(&a->document, span)) {
            continue; /* the gazetteer tells both */
        }
        span.begin = type == GISA_ENTITY_PLACE ? behind_town(&a->document, span) : span.begin; /* the gazetteer tells the town */
        type = type == GISA_ENTITY_PLACE && is_school(&a->document, span) ? (uint8_t)GISA_ENTITY_ORGANIZATION : type;
        struct gisa_span person = type == GISA_ENTITY_ORGANIZATION ? person_at_end(a, sentence, span) : (struct gisa_span){0, 0};
        span.end = gisa_span_is_empty(person) ? span.end : person.begin - 1;
        struct gisa_name name = gisa_blank_name(span, sentence, gisa_token_holding(a, sentence, span.begin), type);
        name.is_modelled = true;
        name.margin = shown && tags[i].margin < GISA_SURE_BODY ? GISA_SURE_BODY : tags[i].margin;
        fine = fine && gisa_names_push(run, out, name);
        if (fine && !gisa_span_is_empty(person)) {
            struct gisa_name who = gisa_blank_name(person, sentence, gisa_token_holding(a, sentence, person.begin), GISA_ENTITY_PERSON);
            who.is_modelled = true;
            who.margin = tags[i].margin;
            fine = gisa_names_push(run, out, who);
        }
    }
    join_clubs(a, out);
    return fine;
}

bool gisa_names_zip(struct gisa_run *run, const struct gisa_names *a, const struct gisa_names *b, struct gisa_names *out) {
    out->count = 0;
    for (uint32_t i = 0, k = 0; i < a->count || k < b->count;) {
        bool first = k == b->count || (i < a->count && a->at[i].span.begin <= b->at[k].span.begin);
        if (!gisa_names_push(run, out, first ? a->at[i] : b->at[k])) {
            return false;
        }
        i += first;
        k += !first;
    }
    return true;
}

/* What the model saw where the newsroom's names stand supports them, and tells rows of one form apart. */
static void see_own(const struct gisa_names *modelled, struct gisa_names *own) {
    uint32_t m = 0;
    for (uint32_t i = 0; i < own->count; i++) {
        struct gisa_name *n = &own->at[i];
        while (m < modelled->count && modelled->at[m].span.end <= n->span.begin) {
            m++;
        }
        if (m < modelled->count && gisa_span_contains(n->span, modelled->at[m].span)) {
            n->is_modelled = true;
            n->margin = modelled->at[m].margin;
            n->type = gisa_own_choose_type(&n->own, modelled->at[m].type) ? modelled->at[m].type : n->type;
        }
    }
}

/* Three syllables and more of a Korean name have no blank inside: what the model took into the name is not of it. */
static void cut_at_own(const struct gisa_document *d, struct gisa_names *modelled, const struct gisa_names *own) {
    uint32_t kept = 0;
    uint32_t k = 0;
    for (uint32_t i = 0; i < modelled->count; i++) {
        bool loses = false;
        while (k < own->count && own->at[k].span.end <= modelled->at[i].span.begin) {
            k++;
        }
        for (uint32_t j = k; j < own->count && own->at[j].span.begin < modelled->at[i].span.end; j++) {
            const struct gisa_name *n = &own->at[j];
            loses = loses || (n->type == GISA_ENTITY_PERSON && modelled->at[i].type == GISA_ENTITY_PERSON &&
                              gisa_span_length(n->span) >= 3 && gisa_looks_korean(d, n->span));
        }
        if (!loses) {
            modelled->at[kept++] = modelled->at[i];
        }
    }
    modelled->count = kept;
}

/* The lists of one sentence at a time, kept for their room. */
struct lists {
    struct gisa_names own, known, hanja, hidden, modelled, strong, strongest, all;
};

/* The newsroom's names win over all that is not longer. */
static bool prefer_own(struct gisa_run *run, uint32_t sentence, struct lists *l) {
    const struct gisa_analysis *a = run->out;
    l->own.count = 0;
    if (!find_own(run, sentence, &l->own)) {
        return false;
    }
    see_own(&l->modelled, &l->own);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->own.count; i++) {
        if (l->own.at[i].is_modelled || gisa_name_is_supported(a, &l->own.at[i])) {
            l->own.at[kept++] = l->own.at[i];
        }
    }
    l->own.count = kept;
    gisa_names_give_way_to_longer(&l->known, &l->own);
    gisa_names_give_way(&l->own, &l->known);
    gisa_names_give_way(&l->hanja, &l->own);
    gisa_names_give_way(&l->hidden, &l->own);
    gisa_names_give_way_to_longer(&l->modelled, &l->own);
    cut_at_own(&a->document, &l->modelled, &l->own);
    return true;
}

/* 주식매매계약(SPA): letters in a bracket behind what is no name are short for that, whatever body bears them elsewhere. */
static void drop_glosses(const struct gisa_document *d, struct lists *l) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->known.count; i++) {
        const struct gisa_span s = l->known.at[i].span;
        uint32_t open = s.begin - (s.begin > 0);
        bool gloss = open > 0 && d->key[open] == '(' && d->key[s.end] == ')' && d->cls[s.begin] == GISA_CHAR_LATIN &&
                     d->cls[open - 1] == GISA_CHAR_HANGUL;
        const struct gisa_names *lists[] = {&l->known, &l->modelled};
        for (uint32_t k = 0; k < 2 && gloss; k++) {
            uint32_t at = gisa_seek_end(lists[k]->at, sizeof *lists[k]->at, 0, k ? l->modelled.count : kept, open);
            gloss = at == (k ? l->modelled.count : kept) || lists[k]->at[at].span.end != open;
        }
        if (!gloss) {
            l->known.at[kept++] = l->known.at[i];
        }
    }
    l->known.count = kept;
}

static bool find_in_sentence(struct gisa_run *run, uint32_t s, struct lists *l, struct gisa_names *out) {
    l->known.count = l->hanja.count = l->hidden.count = l->modelled.count = 0;
    if (!find_known(run, s, &l->known) || !find_hanja(run, s, &l->hanja) || !gisa_names_by_pattern(run, s, &l->hidden) ||
        !find_modelled(run, s, &l->modelled)) {
        return false;
    }
    drop_glosses(&run->out->document, l);
    if (gisa_own_has_any(run->options) && !prefer_own(run, s, l)) {
        return false;
    }
    gisa_names_give_way(&l->known, &l->hanja); /* shorthand and hidden names win over what the model made of them */
    gisa_names_give_way(&l->known, &l->hidden);
    gisa_names_give_way(&l->modelled, &l->hanja);
    gisa_names_give_way(&l->modelled, &l->hidden);
    if (!gisa_names_zip(run, &l->known, &l->hanja, &l->strong) || !gisa_names_zip(run, &l->modelled, &l->hidden, &l->all) ||
        !gisa_names_zip(run, &l->strong, &l->own, &l->strongest)) {
        return false;
    }
    uint32_t first = out->count;
    bool fine = gisa_names_merge(run, &l->strongest, &l->all, out);
    gisa_branches_join(run->out, out, first);
    return fine;
}

enum gisa_status gisa_names_find(struct gisa_run *run, struct gisa_names *names) {
    struct lists lists = {0};
    for (uint32_t s = 0; s < run->out->sentence_count; s++) {
        if (!find_in_sentence(run, s, &lists, names)) {
            return GISA_NO_MEMORY;
        }
    }
    if (!gisa_surnames_split(run, names) || !gisa_firms_find(run, names) || !gisa_shorts_find(run, names) || !gisa_repeats_find(run, names)) {
        return GISA_NO_MEMORY;
    }
    gisa_branches_join(run->out, names, 0); /* 누리대 | 교수회, where only another sentence showed that 누리대 is a body */
    return GISA_OK;
}
