/* SPDX-License-Identifier: Apache-2.0 */
/* Spans that may be names: the model's and the gazetteer's, one answer for overlaps. */

#include "base/array.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "club_word_lex.h"
#include "given_syllable_lex.h"
#include "hanja_lex.h"
#include "not_body_lex.h"
#include "not_name_lex.h"
#include "name_particle_lex.h"
#include "org_suffix_lex.h"
#include "province_lex.h"
#include "surname_lex.h"
#include "title_lex.h"
#include "text/seek.h"
#include "token/token.h"

enum { ENVOY = 0xC8FC /* 주 of 주호주 대사 */ };

/* Margins (thousandths) from which a name that only the model saw is believed. */
enum { SURE = 1500, SURE_BODY = GISA_SURE_BODY, SURE_PERSON = 900, LONGEST_NAME = 40 };

uint32_t gisa_title_at_end(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t row = 0;
    return end > begin ? gisa_trie_longest_back(&gisa_title_trie, d->key + end, end - begin, &row) : 0;
}

uint8_t gisa_title_class(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t row = 0;
    bool found = end > begin && gisa_trie_longest_back(&gisa_title_trie, d->key + end, end - begin, &row) > 0;
    return found ? gisa_title_rows[row].class : GISA_TITLE_CLASS_OTHER;
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
static struct gisa_span tidy(const struct gisa_document *d, struct gisa_span s) {
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

/* 봉준서 미르 | 유나이티드: the last word before the second word of a club belongs to the club. */
static void join_clubs(const struct gisa_document *d, struct gisa_names *names) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names->count; i++) {
        struct gisa_name n = names->at[i];
        struct gisa_name *last = kept ? &names->at[kept - 1] : NULL;

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

/* The model's spans of a sentence. */
static bool find_modelled(struct gisa_run *run, uint32_t sentence, struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    uint32_t count = 0;
    const struct gisa_tag *tags = gisa_model_tag(&run->resources->model, &a->document, a->sentences[sentence].span,
                                                 run->scratch, run->arena, &count);
    bool fine = tags != NULL;
    for (uint32_t i = 0; fine && i < count; i++) {
        uint8_t type = type_of_tag[tags[i].type];
        struct gisa_span span = tidy(&a->document, tags[i].span);
        if (type == GISA_ENTITY_PERSON) {
            span = tidy(&a->document, whole_person(&a->document, span, a->sentences[sentence].span));
        }
        if (type == GISA_ENTITY_TYPE_COUNT || gisa_span_is_empty(span) || gisa_span_length(span) > LONGEST_NAME) {
            continue;
        }
        if (type == GISA_ENTITY_PLACE && is_two_places(&a->document, span)) {
            continue; /* the gazetteer tells both */
        }
        struct gisa_name name = gisa_blank_name(span, sentence, gisa_token_holding(a, sentence, span.begin), type);
        name.is_modelled = true;
        name.margin = tags[i].margin;
        fine = gisa_names_push(run, out, name);
    }
    join_clubs(&a->document, out);
    return fine;
}

static bool is_titled(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t t = gisa_token_holding(a, n->sentence, n->span.end - 1);
    return a->tokens[t].span.end == n->span.end && t + 1 < s->first_token + s->token_count &&
           a->tokens[t + 1].kind == GISA_TOKEN_WORD &&
           gisa_title_at_end(&a->document, a->tokens[t + 1].span.begin, a->tokens[t + 1].stem_end) > 0;
}

static bool is_marked(const struct gisa_document *d, struct gisa_span s) {
    bool marked = s.begin > 0 && (d->cls[s.begin - 1] == GISA_CHAR_QUOTE || d->cls[s.begin - 1] == GISA_CHAR_OPEN) &&
                  (d->cls[s.end] == GISA_CHAR_QUOTE || d->cls[s.end] == GISA_CHAR_CLOSE);
    for (uint32_t i = s.begin; i < s.end; i++) {
        marked = marked || d->cls[i] == GISA_CHAR_LATIN || d->cls[i] == GISA_CHAR_DIGIT;
    }
    return marked;
}

/* May a span the model alone saw stand? */
static bool is_believable(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t length = gisa_span_length(n->span);
    if (length < 2) {
        return n->type == GISA_ENTITY_PERSON && n->canonical; /* A(43)씨 */
    }
    uint32_t row = 0;
    bool common = gisa_trie_longest(&gisa_not_body_trie, d->key + n->span.begin, length, &row) == length;
    switch (n->type) {
    case GISA_ENTITY_PERSON:
        return !gisa_is_not_name(d, n->span) && (n->canonical || n->margin >= SURE_PERSON || gisa_looks_korean(d, n->span));
    case GISA_ENTITY_ORGANIZATION:
        return !common && (n->margin >= SURE_BODY || (n->margin >= SURE / 2 && (gisa_has_org_suffix(d, n->span) || is_titled(a, n))));
    case GISA_ENTITY_PRODUCT: /* 스프링클러, 전기차: a product has a name of its own, in marks or with Latin or figures */
        return n->margin >= 2 * SURE && length >= 2 && is_marked(d, n->span);
    case GISA_ENTITY_EVENT:
        return !common && n->margin >= 2 * SURE && length >= 3;
    default:
        return n->margin >= SURE;
    }
}

/* A form that only the gazetteer knows: long enough, or shown by a particle or a title behind it. */
static bool is_supported(const struct gisa_analysis *a, const struct gisa_name *n) {
    uint32_t length = gisa_span_length(n->span);
    bool is_word = n->own.in && gisa_is_not_name(&a->document, n->span); /* the newsroom's 최대한 is an adverb elsewhere */
    if (n->form == GISA_MENTION_ALIAS || (length >= 3 && !is_word) || (n->own.in && n->is_modelled)) {
        return true;
    }
    const struct gisa_token *t = &a->tokens[n->token];
    if (t->josa && t->stem_end == n->span.end && !(t->josa & GISA_JOSA_COPULA)) {
        return true;
    }
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    const struct gisa_token *next = n->token + 1 < s->first_token + s->token_count ? t + 1 : NULL;
    return n->type == GISA_ENTITY_PLACE || a->document.cls[n->span.begin] == GISA_CHAR_LATIN ||
           (next && next->kind == GISA_TOKEN_WORD && gisa_title_at_end(&a->document, next->span.begin, next->stem_end));
}

/* "설우진 FC가람", "사라 밀러 찰스강병원", "올리버 그랜트 시그널코어" + title: the model took the employer into the name.
 * Where the name must end, or span.end when it may stand. */
static uint32_t name_end(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t blanks = 0;
    uint32_t first = n->span.end;
    uint32_t last = n->span.end;
    for (uint32_t i = n->span.begin; i < n->span.end; i++) {
        if (d->cls[i] == GISA_CHAR_BLANK) {
            first = blanks++ ? first : i;
            last = i;
        }
    }
    if (!blanks) {
        return n->span.end;
    }
    struct gisa_span tail = {last + 1, n->span.end};
    struct gisa_span head = {n->span.begin, first};
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    uint32_t t = gisa_token_holding(a, n->sentence, n->span.end - 1) + 1;
    bool titled = t < s->first_token + s->token_count && a->tokens[t].kind == GISA_TOKEN_WORD &&
                  gisa_title_at_end(d, a->tokens[t].span.begin, a->tokens[t].stem_end) > 0;
    bool latin = false;
    for (uint32_t i = tail.begin; i < tail.end; i++) {
        latin = latin || d->cls[i] == GISA_CHAR_LATIN;
    }
    struct gisa_known known;
    bool envoy = d->key[tail.begin] == ENVOY && tail.end > tail.begin + 2 &&
                 gisa_gazetteer_find(d, tail.begin + 1, tail.end, &known) == gisa_span_length(tail) - 1;
    if (gisa_looks_korean(d, head) && gisa_span_length(head) == 3 && (titled || latin || envoy || gisa_has_org_suffix(d, tail))) {
        return first; /* a Korean name has no blank inside */
    }
    uint32_t middle = last;
    while (middle > n->span.begin && d->cls[middle - 1] != GISA_CHAR_BLANK) {
        middle--;
    }
    uint32_t row = 0; /* 칼리드 알 만수리 장관: the last word is the person's */
    bool goes_on = gisa_trie_longest(&gisa_name_particle_trie, d->key + middle, last - middle, &row) == last - middle;
    return gisa_has_org_suffix(d, tail) || (titled && blanks >= 2 && !goes_on) ? last : n->span.end;
}

bool gisa_has_blank(const struct gisa_document *d, struct gisa_span s) {
    for (uint32_t i = s.begin; i < s.end; i++) {
        if (d->cls[i] == GISA_CHAR_BLANK) {
            return true;
        }
    }
    return false;
}

/* 제임스 | 워커: two persons with one blank between, neither a Korean name, are one foreign name. */
static void join_foreign(const struct gisa_analysis *a, struct gisa_names *names, uint32_t first) {
    const struct gisa_document *d = &a->document;
    uint32_t kept = first;
    for (uint32_t i = first; i < names->count; i++) {
        struct gisa_name *last = kept > first ? &names->at[kept - 1] : NULL;
        const struct gisa_name *n = &names->at[i];
        bool joins = last && !last->own.in && !n->own.in && last->type == GISA_ENTITY_PERSON && n->type == GISA_ENTITY_PERSON &&
                     n->span.begin == last->span.end + 1 && d->cls[last->span.end] == GISA_CHAR_BLANK &&
                     !gisa_looks_korean(d, n->span) && d->cls[n->span.begin] == GISA_CHAR_HANGUL &&
                     !(gisa_looks_korean(d, last->span) && gisa_span_length(last->span) == 3) && !gisa_has_blank(d, last->span);
        if (joins) {
            last->span.end = n->span.end;
        } else {
            names->at[kept++] = *n;
        }
    }
    names->count = kept;
}

/* 에코드라이브 이태림 부사장: one foreign word before a Korean name and a title is the body. Where it ends, or span.begin. */
static uint32_t body_end(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t blank = n->span.begin;
    while (blank < n->span.end && d->cls[blank] != GISA_CHAR_BLANK) {
        blank++;
    }
    struct gisa_span rest = {blank + 1, n->span.end};
    bool fits = blank < n->span.end && blank - n->span.begin >= 3 && gisa_span_length(rest) == 3 && gisa_looks_korean(d, rest) &&
                !gisa_looks_korean(d, (struct gisa_span){n->span.begin, blank});
    return fits && is_titled(a, n) ? blank : n->span.begin;
}

/* Merges one sentence's two lists, both in order. The gazetteer cuts a model span it ends or begins: "마크 저커버그 메타". */
static bool merge(struct gisa_run *run, const struct gisa_names *known, const struct gisa_names *modelled,
                  struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    uint32_t k = 0;
    uint32_t first = out->count;
    for (uint32_t m = 0; m < modelled->count; m++) {
        struct gisa_name name = modelled->at[m];
        bool swallowed = false;
        while (k < known->count && known->at[k].span.end <= name.span.begin) {
            if (is_supported(a, &known->at[k]) && !gisa_names_push(run, out, known->at[k])) {
                return false;
            }
            k++;
        }
        while (k < known->count && known->at[k].span.begin < name.span.end) {
            struct gisa_name g = known->at[k];
            bool same = g.span.begin == name.span.begin && g.span.end == name.span.end;
            bool cuts = name.type == GISA_ENTITY_PERSON && g.type != GISA_ENTITY_PERSON;
            if (same && name.type != GISA_ENTITY_PERSON) {
                struct gisa_known other; /* the model saw the context: 도담시는 the body or the place */
                if (g.type != name.type && gisa_gazetteer_as(&a->document, g.span, name.type, &other)) {
                    g.type = other.type;
                    g.canonical = other.name;
                    g.row = other.row;
                }
                g.is_modelled = true;
                g.margin = name.margin;
                bool kin = g.type != GISA_ENTITY_PRODUCT || name.type == GISA_ENTITY_PRODUCT;
                g.type = kin ? g.type : name.type;
                swallowed = true;
                if (!gisa_names_push(run, out, g)) {
                    return false;
                }
            } else if (same) {
                /* a person's name that is also a place's or firm's: the model saw the context */
            } else if (cuts && g.span.end >= name.span.end && g.span.begin > name.span.begin + 1) {
                name.span = tidy(&a->document, (struct gisa_span){name.span.begin, g.span.begin});
                if (!gisa_names_push(run, out, name) || !gisa_names_push(run, out, g)) {
                    return false;
                }
                swallowed = true;
            } else if (cuts && g.span.begin == name.span.begin && g.span.end < name.span.end) {
                struct gisa_span rest = tidy(&a->document, (struct gisa_span){g.span.end, name.span.end});
                bool blank = a->document.cls[g.span.end] == GISA_CHAR_BLANK;
                if (blank && gisa_looks_korean(&a->document, rest)) { /* 한빛전자 김도윤 */
                    if (!gisa_names_push(run, out, g)) {
                        return false;
                    }
                    name.span = rest;
                    name.token = gisa_token_holding(a, name.sentence, rest.begin);
                }
            } else if ((gisa_span_contains(g.span, name.span) && !same) || (g.own.in && !is_believable(a, &name))) {
                swallowed = true;
                if (!gisa_names_push(run, out, g)) {
                    return false;
                }
            }
            k++;
        }
        uint32_t lead = name.type == GISA_ENTITY_PERSON && !swallowed ? body_end(a, &name) : name.span.begin;
        if (lead > name.span.begin) {
            struct gisa_name body = gisa_blank_name((struct gisa_span){name.span.begin, lead}, name.sentence, name.token, GISA_ENTITY_ORGANIZATION);
            body.is_modelled = true;
            body.margin = SURE_BODY;
            name.span.begin = lead + 1;
            name.token = gisa_token_holding(a, name.sentence, name.span.begin);
            if (!gisa_names_push(run, out, body)) {
                return false;
            }
        }
        uint32_t end = name.type == GISA_ENTITY_PERSON && !swallowed ? name_end(a, &name) : name.span.end;
        if (end < name.span.end) {
            struct gisa_name body = gisa_blank_name((struct gisa_span){end + 1, name.span.end}, name.sentence,
                                               gisa_token_holding(a, name.sentence, end + 1), GISA_ENTITY_ORGANIZATION);
            body.is_modelled = true;
            body.margin = SURE_BODY;
            name.span.end = end;
            if (!gisa_names_push(run, out, name) || !gisa_names_push(run, out, body)) {
                return false;
            }
        } else if (!swallowed && is_believable(a, &name) && !gisa_names_push(run, out, name)) {
            return false;
        }
    }
    for (; k < known->count; k++) {
        if (is_supported(a, &known->at[k]) && !gisa_names_push(run, out, known->at[k])) {
            return false;
        }
    }
    join_foreign(a, out, first);
    uint32_t kept = first; /* in order, without overlaps: the earlier one stays */
    for (uint32_t i = first; i < out->count; i++) {
        if (kept == first || out->at[i].span.begin >= out->at[kept - 1].span.end) {
            out->at[kept++] = out->at[i];
        }
    }
    out->count = kept;
    return true;
}

/* base, without what overlaps a name of `strong`; both in order. */
static void give_way(struct gisa_names *base, const struct gisa_names *strong) {
    uint32_t kept = 0;
    uint32_t k = 0;
    for (uint32_t i = 0; i < base->count; i++) {
        while (k < strong->count && strong->at[k].span.end <= base->at[i].span.begin) {
            k++;
        }
        if (k == strong->count || strong->at[k].span.begin >= base->at[i].span.end) {
            base->at[kept++] = base->at[i];
        }
    }
    base->count = kept;
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

/* base, without what overlaps a name of `strong` that is as long or longer; both in order. */
static void give_way_to_longer(struct gisa_names *base, const struct gisa_names *strong) {
    uint32_t kept = 0;
    uint32_t k = 0;
    for (uint32_t i = 0; i < base->count; i++) {
        struct gisa_span s = base->at[i].span;
        bool loses = false;
        while (k < strong->count && strong->at[k].span.end <= s.begin) {
            k++;
        }
        for (uint32_t j = k; j < strong->count && strong->at[j].span.begin < s.end; j++) {
            loses = loses || gisa_span_length(strong->at[j].span) >= gisa_span_length(s);
        }
        if (!loses) {
            base->at[kept++] = base->at[i];
        }
    }
    base->count = kept;
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
        if (l->own.at[i].is_modelled || is_supported(a, &l->own.at[i])) {
            l->own.at[kept++] = l->own.at[i];
        }
    }
    l->own.count = kept;
    give_way_to_longer(&l->known, &l->own);
    give_way(&l->own, &l->known);
    give_way(&l->hanja, &l->own);
    give_way(&l->hidden, &l->own);
    give_way_to_longer(&l->modelled, &l->own);
    cut_at_own(&a->document, &l->modelled, &l->own);
    return true;
}

static bool find_in_sentence(struct gisa_run *run, uint32_t s, struct lists *l, struct gisa_names *out) {
    l->known.count = l->hanja.count = l->hidden.count = l->modelled.count = 0;
    if (!find_known(run, s, &l->known) || !find_hanja(run, s, &l->hanja) || !gisa_names_by_pattern(run, s, &l->hidden) ||
        !find_modelled(run, s, &l->modelled)) {
        return false;
    }
    if (gisa_own_has_any(run->options) && !prefer_own(run, s, l)) {
        return false;
    }
    give_way(&l->known, &l->hanja); /* shorthand and hidden names win over what the model made of them */
    give_way(&l->known, &l->hidden);
    give_way(&l->modelled, &l->hanja);
    give_way(&l->modelled, &l->hidden);
    if (!gisa_names_zip(run, &l->known, &l->hanja, &l->strong) || !gisa_names_zip(run, &l->modelled, &l->hidden, &l->all) ||
        !gisa_names_zip(run, &l->strong, &l->own, &l->strongest)) {
        return false;
    }
    return merge(run, &l->strongest, &l->all, out);
}

enum gisa_status gisa_names_find(struct gisa_run *run, struct gisa_names *names) {
    struct lists lists = {0};
    for (uint32_t s = 0; s < run->out->sentence_count; s++) {
        if (!find_in_sentence(run, s, &lists, names)) {
            return GISA_NO_MEMORY;
        }
    }
    return gisa_shorts_find(run, names) && gisa_repeats_find(run, names) ? GISA_OK : GISA_NO_MEMORY;
}
