/* SPDX-License-Identifier: Apache-2.0 */
/* One answer where the model's and the gazetteer's spans overlap; what of them may stand. */
#include "entity/entity.h"

#include <string.h>

#include "country_lex.h"
#include "entity/gazetteer.h"
#include "name_particle_lex.h"
#include "not_body_lex.h"
#include "not_place_lex.h"
#include "title_lex.h"
#include "unit_lex.h"
#include "unit_tail_lex.h"
#include "token/token.h"

enum { ENVOY = 0xC8FC /* 주 of 주호주 대사 */, JEON = 0xC804 /* 전 of 인천전 */ };

/* Margins (thousandths) from which a name that only the model saw is believed. */
enum { SURE = 1500, SURE_BODY = GISA_SURE_BODY, SURE_PERSON = 900 };

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

/* 150㎜ is no product. */
static bool has_letter(const struct gisa_document *d, struct gisa_span s) {
    uint32_t i = s.begin;
    while (i < s.end && d->cls[i] != GISA_CHAR_HANGUL && d->cls[i] != GISA_CHAR_LATIN) {
        i++;
    }
    return i < s.end;
}

/* 인천전: a match against a place's club is no place. */
static bool is_match(const struct gisa_document *d, struct gisa_span s) {
    struct gisa_known known;
    struct gisa_span place = {s.begin, s.end - 1};
    return gisa_span_length(s) >= 3 && d->key[s.end - 1] == JEON && gisa_gazetteer_as(d, place, GISA_ENTITY_PLACE, &known);
}

/* A country by ICU's names: it acts as a place does. */
static bool is_country(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_country_trie, d->key + s.begin, gisa_span_length(s), &row) == gisa_span_length(s);
}

/* May a span the model alone saw stand? */
static bool is_believable(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t length = gisa_span_length(n->span);
    if (length < 2) {
        return n->type == GISA_ENTITY_PERSON && n->canonical; /* A(43)씨 */
    }
    uint32_t row = 0;
    bool per_unit = d->key[n->span.end - 1] == 0xB2F9 /* 온스|당 3100달러 */ && gisa_trie_longest(&gisa_unit_trie, d->key + n->span.begin, length - 1, &row) == length - 1;
    bool common = per_unit || gisa_trie_longest(&gisa_not_body_trie, d->key + n->span.begin, length, &row) == length;
    switch (n->type) {
    case GISA_ENTITY_PERSON:
        return !gisa_is_not_name(d, n->span) && (n->canonical || n->margin >= SURE_PERSON || gisa_looks_korean(d, n->span));
    case GISA_ENTITY_ORGANIZATION: /* 해군참모총장 is an office */
        return !common && !(gisa_title_at_end(d, n->span.begin, n->span.end) >= 3 && !gisa_has_org_suffix(d, n->span)) && (n->margin >= SURE_BODY || (n->margin >= SURE / 2 && (gisa_has_org_suffix(d, n->span) || is_titled(a, n))));
    case GISA_ENTITY_PRODUCT: /* 스프링클러, 전기차: a product has a name of its own, in marks or with Latin or figures */
        return n->margin >= 2 * SURE && length >= 2 && is_marked(d, n->span) && has_letter(d, n->span);
    case GISA_ENTITY_EVENT:
        return !common && n->margin >= 2 * SURE && length >= 3 && !(length <= 4 && d->cls[n->span.begin] == GISA_CHAR_DIGIT); /* 9회초 */
    case GISA_ENTITY_PLACE:
        return n->margin >= SURE && !is_match(d, n->span) &&
               gisa_trie_longest(&gisa_not_place_trie, d->key + n->span.begin, length, &row) != length;
    default:
        return n->margin >= SURE;
    }
}

/* A form that only the gazetteer knows: long enough, or shown by a particle or a title behind it. */
bool gisa_name_is_supported(const struct gisa_analysis *a, const struct gisa_name *n) {
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

/* 코펜하겐 of "코펜하겐 노르하븐", which as a whole is not believed. */
static bool push_inside(struct gisa_run *run, const struct gisa_names *known, uint32_t from, uint32_t to, struct gisa_span whole,
                        struct gisa_names *out) {
    const struct gisa_document *d = &run->out->document;
    bool fine = true; /* whole words only */
    for (uint32_t i = from; fine && i < to; i++) {
        struct gisa_span s = known->at[i].span;
        bool part = gisa_span_contains(whole, s) && gisa_span_length(s) >= 3 && gisa_span_length(s) < gisa_span_length(whole) &&
                    (s.begin == whole.begin || d->cls[s.begin - 1] == GISA_CHAR_BLANK) &&
                    (s.end == whole.end || d->cls[s.end] == GISA_CHAR_BLANK);
        fine = !part || !gisa_name_is_supported(run->out, &known->at[i]) || gisa_names_push(run, out, known->at[i]);
    }
    return fine;
}

/* Two foreign words that a particle ends: no body stands between the name and its case. */
static bool bears_case(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_token *t = &a->tokens[gisa_token_holding(a, n->sentence, n->span.end - 1)];
    uint32_t blanks = 0;
    uint32_t first = n->span.end;
    for (uint32_t i = n->span.begin; i < n->span.end; i++) {
        bool blank = a->document.cls[i] == GISA_CHAR_BLANK;
        first = blank && !blanks ? i : first;
        blanks += blank;
    }
    return blanks == 1 && t->stem_end == n->span.end && t->stem_end < t->span.end &&
           t->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_OBJECT | GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE | GISA_JOSA_GENITIVE) &&
           !gisa_looks_korean(&a->document, (struct gisa_span){n->span.begin, first});
}

/* 한결증권 오민주 | 연구원: a Korean name that the model takes for the head of an institute, behind a word of its own and before a title. */
static bool is_worker(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    const struct gisa_token *t = &a->tokens[n->token];
    struct gisa_known known;
    bool name = n->type == GISA_ENTITY_ORGANIZATION && gisa_span_length(n->span) == 3 && gisa_looks_korean(d, n->span) && !gisa_is_not_name(d, n->span) &&
                !gisa_has_org_suffix(d, n->span) && !gisa_gazetteer_find(d, n->span.begin, n->span.end, &known);
    uint32_t unit = 0; /* 누리증권 조사부 부장 */
    name = name && !gisa_trie_longest_back(&gisa_unit_tail_trie, d->key + n->span.end, 1, &unit);
    bool between = name && n->token > s->first_token && n->token + 1 < s->first_token + s->token_count && t->span.end == n->span.end && t->space_before &&
                   t[1].space_before && t[-1].kind == GISA_TOKEN_WORD && t[-1].stem_end == t[-1].span.end;
    return between && gisa_is_titled(a, &t[1]) && gisa_title_class(d, t[1].span.begin, t[1].stem_end) != GISA_TITLE_CLASS_GOVERNMENT; /* 경제부 장관 */
}

/* 삼성화재|전에서: a match against a known club or firm names that, and no place of its own. */
static void cut_match(const struct gisa_document *d, struct gisa_name *n) {
    struct gisa_known known;
    struct gisa_span head = {n->span.end, n->span.end - 1};
    while (head.begin > n->span.begin && d->cls[head.begin - 1] != GISA_CHAR_BLANK) {
        head.begin--; /* 대구 | 삼성전 */
    }
    bool match = head.end > head.begin + 1 && n->type != GISA_ENTITY_PERSON && d->key[head.end] == JEON && !gisa_is_common_word(d, (struct gisa_span){head.begin, n->span.end});
    if (match && gisa_gazetteer_as(d, head, GISA_ENTITY_ORGANIZATION, &known)) {
        n->span = head;
        n->type = GISA_ENTITY_ORGANIZATION;
        n->canonical = known.name;
        n->row = known.row;
    }
}

/* Merges one sentence's two lists, both in order. The gazetteer cuts a model span it ends or begins: "마크 저커버그 메타". */
bool gisa_names_merge(struct gisa_run *run, const struct gisa_names *known, const struct gisa_names *modelled,
                  struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    uint32_t k = 0;
    uint32_t first = out->count;
    for (uint32_t m = 0; m < modelled->count; m++) {
        struct gisa_name name = modelled->at[m];
        if (name.type == GISA_ENTITY_ORGANIZATION && is_country(&a->document, name.span)) {
            name.type = GISA_ENTITY_PLACE; /* 한국은 이란을 눌렀다 */
        }
        cut_match(&a->document, &name);
        name.type = is_worker(a, &name) ? (uint8_t)GISA_ENTITY_PERSON : name.type;
        bool swallowed = false;
        while (k < known->count && known->at[k].span.end <= name.span.begin) {
            if (gisa_name_is_supported(a, &known->at[k]) && !gisa_names_push(run, out, known->at[k])) {
                return false;
            }
            k++;
        }
        uint32_t inside = k;
        while (k < known->count && known->at[k].span.begin < name.span.end) {
            struct gisa_name g = known->at[k];
            bool same = g.span.begin == name.span.begin && g.span.end == name.span.end;
            bool cuts = name.type == GISA_ENTITY_PERSON && g.type != GISA_ENTITY_PERSON;
            bool abroad = g.type == GISA_ENTITY_PLACE && gisa_span_length(g.span) == 2 && g.country && *g.country && strcmp(g.country, "KR") != 0; /* 오만 감독 */
            if (same && (name.type != GISA_ENTITY_PERSON || abroad)) {
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
            } else if (cuts && g.span.end == name.span.end && bears_case(a, &name)) {
                swallowed = false; /* 브랜던 오티스와 계약했다: the particle is the person's */
            } else if (cuts && g.span.end >= name.span.end && g.span.begin > name.span.begin + 1) {
                name.span = gisa_name_tidy(&a->document, (struct gisa_span){name.span.begin, g.span.begin});
                if (!gisa_names_push(run, out, name) || !gisa_names_push(run, out, g)) {
                    return false;
                }
                swallowed = true;
            } else if (cuts && g.span.begin == name.span.begin && g.span.end < name.span.end) {
                struct gisa_span rest = gisa_name_tidy(&a->document, (struct gisa_span){g.span.end, name.span.end});
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
            if (!gisa_names_push(run, out, name) || (gisa_span_length(body.span) > 1 && !gisa_names_push(run, out, body))) { /* 현 */
                return false;
            }
        } else if (!swallowed && is_believable(a, &name)) {
            if (!gisa_names_push(run, out, name)) {
                return false;
            }
        } else if (!swallowed && !push_inside(run, known, inside, k, name.span, out)) {
            return false;
        }
    }
    for (; k < known->count; k++) {
        if (gisa_name_is_supported(a, &known->at[k]) && !gisa_names_push(run, out, known->at[k])) {
            return false;
        }
    }
    join_foreign(a, out, first);
    uint32_t kept = first; /* in order, without overlaps: the earlier one stays */
    for (uint32_t i = first; i < out->count; i++) {
        if ((kept == first || out->at[i].span.begin >= out->at[kept - 1].span.end) && !gisa_is_homograph(a, &out->at[i])) {
            out->at[kept++] = out->at[i];
        }
    }
    out->count = kept;
    return true;
}

/* base, without what overlaps a name of `strong`; both in order. */
void gisa_names_give_way(struct gisa_names *base, const struct gisa_names *strong) {
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

/* base, without what overlaps a name of `strong` that is as long or longer; both in order. */
void gisa_names_give_way_to_longer(struct gisa_names *base, const struct gisa_names *strong) {
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
