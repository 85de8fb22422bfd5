/* SPDX-License-Identifier: Apache-2.0 */
/* Short names of bodies and places: 한국디지털산업진흥회(이하 디산회), 아랍에미리트(UAE), 미르 of 미르 유나이티드, 가은 of 가람은행. */
#include <string.h>

#include "affiliate_lex.h"
#include "entity/entity.h"
#include "entity/tail.h"
#include "gloss_cue_lex.h"
#include "body_prefix_lex.h"
#include "body_short_lex.h"
#include "org_suffix_lex.h"
#include "text/charclass.h"
#include "text/seek.h"
#include "text/utf8.h"

enum { MOST = 64 /* short names of an article */, LONGEST = 12 /* code points of one */, LATIN = 40 /* of a name in Latin letters */ };

static const char economy[] = "OGG_ECONOMY"; /* label of companies in org_suffix.tsv */

struct short_name {
    struct gisa_span form;
    uint32_t whole; /* name */
    bool is_defined; /* by a bracket behind the name */
};

struct shorts {
    const struct gisa_analysis *a;
    const struct gisa_document *d;
    struct gisa_names *names;
    struct short_name at[MOST];
    uint32_t count;
};

static bool is_thing(const struct gisa_name *n) {
    return n->type == GISA_ENTITY_ORGANIZATION || n->type == GISA_ENTITY_PLACE || n->type == GISA_ENTITY_FACILITY ||
           n->type == GISA_ENTITY_EVENT || n->type == GISA_ENTITY_PRODUCT;
}

static bool is_prefix(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    return gisa_span_length(whole) > gisa_span_length(form) &&
           gisa_same_text(d, form, (struct gisa_span){whole.begin, whole.begin + gisa_span_length(form)});
}

/* Do the letters of `s` stand in `whole` in this order, the first at the first? 한은 in 한국은행, not 한국 in 한국은행; nor
 * 과학기술부 in 과학기술정보통신부: more than two letters of one head are a name of their own. */
static bool abbreviates(const struct gisa_document *d, struct gisa_span s, struct gisa_span whole) {
    uint32_t k = s.begin;
    uint32_t shared = 0;
    while (shared < gisa_span_length(s) && shared < gisa_span_length(whole) && d->key[s.begin + shared] == d->key[whole.begin + shared]) {
        shared++;
    }
    if (shared > 2 || gisa_span_length(s) > 4) {
        return false;
    }
    for (uint32_t i = whole.begin; i < whole.end && k < s.end; i++) {
        k += d->key[i] == d->key[k];
        if (i == whole.begin && k == s.begin) {
            return false;
        }
    }
    return k == s.end && shared < gisa_span_length(s) && gisa_span_length(s) < gisa_span_length(whole);
}

/* Do the letters of `s` stand in `whole` in this order? 법안소위 in 법안심사소위원회. */
static bool is_drawn_from(const struct gisa_document *d, struct gisa_span s, struct gisa_span whole) {
    uint32_t k = s.begin;
    for (uint32_t i = whole.begin; i < whole.end && k < s.end; i++) {
        k += d->key[i] == d->key[k];
    }
    return k == s.end && gisa_span_length(s) < gisa_span_length(whole);
}

/* 식연 of 한국식품연구원: what stands before the name of many bodies is left out of the short one. */
static bool abbreviates_tail(const struct gisa_document *d, struct gisa_span s, struct gisa_span whole) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_body_prefix_trie, d->key + whole.begin, gisa_span_length(whole), &row);
    n += n && d->cls[whole.begin + n] == GISA_CHAR_BLANK;
    return n && n + 2 < gisa_span_length(whole) && abbreviates(d, s, (struct gisa_span){whole.begin + n, whole.end});
}

static bool is_all(const struct gisa_document *d, struct gisa_span s, uint8_t cls) {
    uint32_t i = s.begin;
    while (i < s.end && d->cls[i] == cls) {
        i++;
    }
    return i == s.end && s.end > s.begin;
}

uint32_t gisa_gloss_cue(const struct gisa_document *d, uint32_t pos, uint32_t end, uint8_t kind) {
    uint32_t row = 0;
    uint32_t n = pos < end ? gisa_trie_longest(&gisa_gloss_cue_trie, d->key + pos, end - pos, &row) : 0;
    return n && gisa_gloss_cue_rows[row].kind == kind ? n : 0;
}

/* 헬리오스 마리타임(Helios Maritime): a name in Latin letters, of words that begin with a capital, some joined. */
static struct gisa_span read_latin(const struct gisa_document *d, struct gisa_span name, uint32_t limit) {
    struct gisa_span s = {name.end + 1, name.end + 1};
    bool open = name.end < limit && d->key[name.end] == '(';
    bool fine = open && s.begin < limit && d->cls[s.begin] == GISA_CHAR_LATIN && d->ch[s.begin] != d->key[s.begin];
    while (fine && s.end < limit && d->key[s.end] != ')' && gisa_span_length(s) <= LATIN) {
        uint32_t k = d->key[s.end];
        fine = d->cls[s.end] == GISA_CHAR_LATIN || d->cls[s.end] == GISA_CHAR_DIGIT || d->cls[s.end] == GISA_CHAR_BLANK || k == '&' ||
               k == '.' || k == '-' || k == '\'';
        s.end++;
    }
    fine = fine && s.end < limit && d->key[s.end] == ')' && gisa_span_length(s) >= 3 && gisa_span_length(s) <= LATIN;
    return fine ? s : (struct gisa_span){0, 0};
}

/* What a bracket right behind a name calls it, empty if it tells something else: (이하 디산회), (이하 '가온연대'), (KDIA). */
static struct gisa_span read_gloss(const struct gisa_document *d, struct gisa_span name, uint32_t limit) {
    struct gisa_span none = {0, 0};
    uint32_t i = name.end;
    if (i >= limit || d->key[i] != '(') {
        return none;
    }
    i++;
    uint32_t defined = gisa_gloss_cue(d, i, limit, GISA_GLOSS_CUE_KIND_SHORT);
    i += defined;
    while (i < limit && (d->cls[i] == GISA_CHAR_BLANK || gisa_is_quote_key(d->key[i]))) {
        i++;
    }
    struct gisa_span s = {i, i};
    while (s.end < limit && d->cls[s.end] != GISA_CHAR_CLOSE && d->cls[s.end] != GISA_CHAR_QUOTE && gisa_span_length(s) <= LONGEST) {
        s.end++;
    }
    if (s.end == limit || gisa_span_length(s) < 2 || gisa_span_length(s) > LONGEST) {
        return none;
    }
    bool latin = is_all(d, s, GISA_CHAR_LATIN) && gisa_span_length(s) <= 8 && d->ch[s.begin] != d->key[s.begin];
    bool hangul = is_all(d, s, GISA_CHAR_HANGUL) && is_drawn_from(d, s, name);
    return defined || latin || hangul ? s : none;
}

static void add(struct shorts *s, struct gisa_span form, uint32_t whole, bool is_defined) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (gisa_same_text(s->d, s->at[i].form, form)) {
            return; /* the first telling counts */
        }
    }
    if (s->count < MOST) {
        s->at[s->count++] = (struct short_name){form, whole, is_defined};
    }
}

void gisa_name_stand_for(struct gisa_name *n, const struct gisa_name *whole, const char *rule) {
    n->type = whole->type;
    n->same_as = whole->span.begin + 1;
    n->form = GISA_MENTION_ALIAS;
    n->rule = rule;
}

/* Names that brackets give, as new names where nothing was found in the bracket. */
static bool read_glosses(struct gisa_run *run, struct shorts *s, struct gisa_names *found) {
    const struct gisa_analysis *a = run->out;
    for (uint32_t i = 0; i < s->names->count; i++) {
        struct gisa_name *n = &s->names->at[i];
        if (!is_thing(n) || n->own.in) {
            continue;
        }
        uint32_t limit = a->sentences[n->sentence].span.end;
        struct gisa_span gloss = read_gloss(s->d, n->span, limit);
        bool latin = gisa_span_is_empty(gloss) && !n->is_known && n->type != GISA_ENTITY_PLACE;
        gloss = latin ? read_latin(s->d, n->span, limit) : gloss;
        if (gisa_span_is_empty(gloss)) {
            continue;
        }
        struct gisa_name *next = i + 1 < s->names->count && s->names->at[i + 1].span.begin < gloss.end ? &s->names->at[i + 1] : NULL;
        if (next && (next->own.in || (next->is_known && n->is_known && next->row != n->row && next->canonical != n->canonical))) {
            continue; /* both are known, as two things */
        }
        add(s, gloss, i, true);
        if (next) {
            next->span = gloss;
            continue; /* its turn comes with the other mentions of the form */
        }
        struct gisa_name name = gisa_blank_name(gloss, n->sentence, gisa_token_holding(a, n->sentence, gloss.begin), n->type);
        name.is_modelled = true;
        name.margin = GISA_SURE_BODY;
        gisa_name_stand_for(&name, n, latin ? "ko.alias.gloss" : "ko.alias.definition");
        name.form = latin ? GISA_MENTION_LATIN : GISA_MENTION_ALIAS;
        if (!gisa_names_push(run, found, name)) {
            return false;
        }
    }
    return true;
}

/* 도담대 of 도담대학교: the same head, and how such bodies are cut short. */
static bool is_cut_short(const struct gisa_document *d, struct gisa_span s, struct gisa_span whole) {
    for (uint32_t most = gisa_span_length(s) - 1; most;) {
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest_back(&gisa_body_short_trie, d->key + s.end, most, &row);
        uint32_t head = gisa_span_length(s) - n;
        bool same = n && gisa_span_length(whole) > gisa_span_length(s) &&
                    gisa_same_text(d, (struct gisa_span){s.begin, s.begin + head}, (struct gisa_span){whole.begin, whole.begin + head});
        for (const char *tail = same ? gisa_body_short_rows[row].whole : ""; *tail;) { /* 금융지주|금융그룹 */
            uint32_t size = (uint32_t)strcspn(tail, "|");
            uint32_t i = whole.begin + head;
            uint32_t ch = 0;
            bool fits = true;
            for (uint32_t k = 0; fits && k < size; i++) {
                k += gisa_utf8_decode(tail + k, size - k, &ch);
                fits = i < whole.end && d->key[i] == ch;
            }
            if (fits && i == whole.end) {
                return true;
            }
            tail += size + (tail[size] == '|');
        }
        most = n ? n - 1 : 0;
    }
    return false;
}

/* What the whole has more than the form: GISA_AFFILIATE_KIND_*, -1 when it is no such word. */
static int rest_kind(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    uint32_t row = 0;
    uint32_t rest = gisa_span_length(whole) - gisa_span_length(form);
    uint32_t n = gisa_trie_longest_back(&gisa_affiliate_trie, d->key + whole.end, rest, &row);
    bool unit = n && gisa_affiliate_rows[row].kind == GISA_AFFILIATE_KIND_UNIT;
    return n && (unit || n == rest) ? (int)gisa_affiliate_rows[row].kind : -1;
}

/* 세온머티리얼즈지회 is a part of 세온, whatever 세온 is short for. */
static bool is_unit_of(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    return rest_kind(d, form, whole) == GISA_AFFILIATE_KIND_UNIT;
}

/* 세온 of 세온머티리얼즈, 가온조선 of 가온조선해양: the head of the name, without what tells a company from others of its house. */
static bool is_head(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    uint32_t rest = gisa_span_length(whole) - gisa_span_length(form);
    uint32_t row = 0;
    uint32_t kind = gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + whole.end, rest, &row);
    bool firm = !kind || strcmp(gisa_org_suffix_rows[row].label, economy) == 0;
    bool two = kind >= 3 && kind + 1 == rest && d->cls[whole.begin + gisa_span_length(form)] == GISA_CHAR_BLANK; /* 알데라 of 알데라 테라퓨틱스 */
    if (two && firm) {
        return true;
    }
    return firm && rest >= 2 && is_all(d, whole, GISA_CHAR_HANGUL) && rest_kind(d, form, whole) < 0;
}

/* 대책위 of 봉양소각장반대대책위원회: the whole ends as the form does, cut short as such bodies are. */
static bool is_tail_cut_short(const struct gisa_document *d, struct gisa_span s, struct gisa_span whole) {
    for (uint32_t i = whole.begin + 1; i + gisa_span_length(s) < whole.end; i++) {
        if (d->key[i] == d->key[s.begin] && is_cut_short(d, s, (struct gisa_span){i, whole.end})) {
            return true;
        }
    }
    return false;
}

static bool is_group_of(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    enum { GEU = 0xADF8, RUP = 0xB8F9 /* 그룹 */ };
    return gisa_span_length(whole) == gisa_span_length(form) + 2 && d->key[whole.end - 2] == GEU && d->key[whole.end - 1] == RUP &&
           gisa_same_text(d, form, (struct gisa_span){whole.begin, whole.end - 2});
}

/* 한도차협력사협의회 for 한도차: a body around the firm, no firm itself. */
static bool is_around(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    uint32_t row = 0;
    uint32_t rest = gisa_span_length(whole) - gisa_span_length(form);
    return gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + whole.end, rest, &row) > 0 && strcmp(gisa_org_suffix_rows[row].label, economy) != 0;
}

/* 한도자동차지부 beside 한도자동차: a unit of another body of the article. */
static bool is_unit_of_other(const struct shorts *s, const uint32_t *bodies, uint32_t count, struct gisa_span whole) {
    for (uint32_t i = 0; i < count; i++) {
        struct gisa_span other = s->names->at[bodies[i]].span;
        if (is_prefix(s->d, other, whole) && is_unit_of(s->d, other, whole)) {
            return true;
        }
    }
    return false;
}

/* 법원, 은행: no more than what kind of body it is. */
static bool is_kind(const struct gisa_document *d, struct gisa_span form) {
    uint32_t row = 0;
    return gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + form.end, gisa_span_length(form), &row) == gisa_span_length(form);
}

/* The only body of the article that the short form fits, or GISA_NONE. */
static uint32_t only_body(const struct shorts *s, const uint32_t *bodies, uint32_t count, struct gisa_span form) {
    uint32_t best = GISA_NONE;
    for (uint32_t i = 0; i < count; i++) {
        if (is_cut_short(s->d, form, s->names->at[bodies[i]].span) || is_group_of(s->d, form, s->names->at[bodies[i]].span)) {
            return bodies[i]; /* 누리대 of 누리대학교, though 누리대 연구센터 stands beside it */
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct gisa_name *whole = &s->names->at[bodies[i]];
        uint32_t club = gisa_club_begin(s->d, whole->span);
        bool other = club <= whole->span.begin + 1 && gisa_span_length(whole->span) > gisa_span_length(form) &&
                     gisa_same_text(s->d, form, (struct gisa_span){whole->span.begin, whole->span.begin + gisa_span_length(form)});
        bool tail = gisa_is_body_tail(s->d, form, whole->span) || is_tail_cut_short(s->d, form, whole->span);
        if (tail && best != GISA_NONE) {
            return GISA_NONE;
        }
        if (tail) { /* 주주연대 of 누리온테크소액주주연대 */
            best = bodies[i];
            continue;
        }
        if ((other && (is_unit_of(s->d, form, whole->span) || is_around(s->d, form, whole->span))) || is_unit_of_other(s, bodies, count, whole->span)) {
            continue; /* 세온지회 and 세온머티리얼즈지회 beside 세온머티리얼즈, 한도차협력사협의회 beside 한도차 */
        }
        bool head = other && is_head(s->d, form, whole->span);
        if (other && !head) {
            return GISA_NONE; /* 한빛그룹 or 한빛전자 beside 한빛 베어스 */
        }
        bool fits = head || (club > whole->span.begin + 1 ? gisa_same_text(s->d, form, (struct gisa_span){whole->span.begin, club - 1})
                                                 : !is_kind(s->d, form) && (abbreviates(s->d, form, whole->span) || abbreviates_tail(s->d, form, whole->span)));
        if (fits && best != GISA_NONE) {
            return GISA_NONE;
        }
        best = fits ? bodies[i] : best;
    }
    return best;
}

/* A person of whom nothing but the word is told. */
static bool is_bare_person(const struct shorts *s, const struct gisa_name *n) {
    const struct gisa_token *next = &s->a->tokens[n->token + 1];
    return n->type == GISA_ENTITY_PERSON && n->form == GISA_MENTION_NAME && !n->canonical && gisa_span_is_empty(n->latin) &&
           (n->token + 1 == s->a->token_count || next->sentence != n->sentence || !gisa_is_titled(s->a, next));
}

/* Bodies of the article, each form once. */
static uint32_t gather_bodies(const struct shorts *s, uint32_t bodies[MOST]) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->names->count && count < MOST; i++) {
        const struct gisa_name *n = &s->names->at[i];
        bool fresh = n->type == GISA_ENTITY_ORGANIZATION && gisa_span_length(n->span) >= 4;
        for (uint32_t k = 0; k < count && fresh; k++) {
            fresh = !gisa_same_text(s->d, s->names->at[bodies[k]].span, n->span);
        }
        bodies[count] = i;
        count += fresh;
    }
    return count;
}

/* 노바크래프트는 현지법인 노바크래프트아메리카를 …: a sentence that names both tells of two. */
static bool stand_together(const struct shorts *s, struct gisa_span form, struct gisa_span whole) {
    uint32_t seen = GISA_NONE;
    for (uint32_t i = 0; i < s->names->count; i++) {
        const struct gisa_name *n = &s->names->at[i];
        bool a = gisa_same_text(s->d, n->span, form);
        bool b = !a && gisa_same_text(s->d, n->span, whole);
        if (!a && !b) {
            continue;
        }
        uint32_t mark = n->sentence * 2 + b;
        if (seen != GISA_NONE && seen != mark && seen / 2 == n->sentence) {
            return true;
        }
        seen = mark;
    }
    return false;
}

static void find_abbreviations(struct shorts *s) {
    uint32_t bodies[MOST];
    uint32_t count = gather_bodies(s, bodies);
    for (uint32_t i = 0; count && i < s->names->count; i++) {
        const struct gisa_name *n = &s->names->at[i];
        bool person = is_bare_person(s, n);
        bool candidate = (n->type == GISA_ENTITY_ORGANIZATION || person) && !n->own.in && gisa_span_length(n->span) <= 8 &&
                         gisa_span_length(n->span) >= 2;
        bool hangul = candidate && is_all(s->d, n->span, GISA_CHAR_HANGUL);
        candidate = hangul || (candidate && is_all(s->d, n->span, GISA_CHAR_LATIN)); /* LG of LG 트윈스 */
        uint32_t whole = candidate ? only_body(s, bodies, count, n->span) : GISA_NONE;
        bool club = whole != GISA_NONE && gisa_club_begin(s->d, s->names->at[whole].span) > s->names->at[whole].span.begin;
        bool head = whole != GISA_NONE && !club && is_head(s->d, n->span, s->names->at[whole].span) &&
                    gisa_same_text(s->d, n->span, (struct gisa_span){s->names->at[whole].span.begin, s->names->at[whole].span.begin + gisa_span_length(n->span)});
        head = head && !stand_together(s, n->span, s->names->at[whole].span);
        if (whole != GISA_NONE && !club && !head && is_prefix(s->d, n->span, s->names->at[whole].span) &&
            !is_cut_short(s->d, n->span, s->names->at[whole].span) && !is_group_of(s->d, n->span, s->names->at[whole].span)) {
            continue;
        }
        if (whole != GISA_NONE && (!person || head) && (club || (hangul && !n->is_known))) { /* a known short form is known for what it is */
            add(s, n->span, whole, false);
        }
    }
}

/* 온율 beside 법무법인 온율: the body without what kind of body it is, whatever the model takes it for. */
static void find_cores(struct shorts *s) {
    for (uint32_t i = 0; i < s->names->count; i++) {
        if (s->names->at[i].type == GISA_ENTITY_ORGANIZATION) {
            struct gisa_span core = gisa_body_core(s->d, s->names->at[i].span);
            if (!gisa_span_is_empty(core)) {
                add(s, core, i, false);
            }
        }
    }
}

/* 청주 beside 청주시: the town without what it is; of 광주시 and 광주군 neither. */
static void find_towns(struct shorts *s) {
    uint32_t towns[MOST];
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->names->count && count < MOST; i++) {
        const struct gisa_name *n = &s->names->at[i];
        uint32_t last = gisa_span_length(n->span) >= 3 ? s->d->key[n->span.end - 1] : 0;
        bool fresh = n->type == GISA_ENTITY_PLACE && (last == 0xC2DC /* 시 */ || last == 0xAD70 /* 군 */ || last == 0xB3C4 /* 도 */);
        for (uint32_t k = 0; k < count && fresh; k++) {
            fresh = !gisa_same_text(s->d, s->names->at[towns[k]].span, n->span);
        }
        towns[count] = i;
        count += fresh;
    }
    for (uint32_t i = 0; count && i < s->names->count; i++) {
        const struct gisa_name *n = &s->names->at[i];
        uint32_t whole = GISA_NONE;
        uint32_t fits = 0;
        for (uint32_t k = 0; k < count && n->type == GISA_ENTITY_PLACE && !n->is_known && !n->own.in; k++) {
            struct gisa_span town = s->names->at[towns[k]].span;
            bool same = gisa_same_text(s->d, n->span, (struct gisa_span){town.begin, town.end - 1});
            whole = same ? towns[k] : whole;
            fits += same;
        }
        if (fits == 1) {
            add(s, n->span, whole, false);
        }
    }
}

/* Is the whole the form and how companies end: 한빛 | 전자? */
static bool is_company_of(const struct gisa_document *d, struct gisa_span form, struct gisa_span whole) {
    uint32_t row = 0;
    uint32_t rest = gisa_span_length(whole) - gisa_span_length(form);
    return gisa_span_length(whole) > gisa_span_length(form) &&
           gisa_same_text(d, form, (struct gisa_span){whole.begin, whole.end - rest}) &&
           gisa_trie_longest_back(&gisa_org_suffix_trie, d->key + whole.end, rest, &row) == rest &&
           strcmp(gisa_org_suffix_rows[row].label, economy) == 0;
}

/* An unknown "place" or a bare "person" whose name a company of the article bears is the house: 한빛 beside 한빛전자. */
static void see_houses(const struct shorts *s) {
    uint32_t bodies[MOST];
    uint32_t count = gather_bodies(s, bodies);
    for (uint32_t i = 0; count && i < s->names->count; i++) {
        struct gisa_name *n = &s->names->at[i];
        bool open = (n->type == GISA_ENTITY_PLACE && !n->is_known) || is_bare_person(s, n);
        for (uint32_t k = 0; k < count && open && !n->own.in; k++) {
            if (is_company_of(s->d, n->span, s->names->at[bodies[k]].span)) {
                n->type = GISA_ENTITY_ORGANIZATION;
            }
        }
    }
}

bool gisa_shorts_find(struct gisa_run *run, struct gisa_names *names) {
    struct shorts s = {.a = run->out, .d = &run->out->document, .names = names};
    struct gisa_names found = {0};
    struct gisa_names all = {0};
    struct gisa_names glosses = {0}, tails = {0};
    if (!read_glosses(run, &s, &glosses) || !gisa_tails_find(run, names, &tails) || !gisa_names_zip(run, &glosses, &tails, &found)) {
        return false;
    }
    gisa_clubs_see(run->out, names);
    see_houses(&s);
    find_abbreviations(&s);
    find_towns(&s);
    find_cores(&s);
    for (uint32_t i = 0; s.count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        for (uint32_t k = 0; k < s.count && !n->own.in; k++) {
            const struct gisa_name *whole = &names->at[s.at[k].whole];
            bool open = is_thing(n) || (n->type == GISA_ENTITY_PERSON && (s.at[k].is_defined || !gisa_looks_korean(s.d, n->span) || is_bare_person(&s, n)));
            if (open && s.at[k].whole != i && gisa_same_text(s.d, n->span, s.at[k].form) && !gisa_same_text(s.d, n->span, whole->span)) {
                gisa_name_stand_for(n, whole, "ko.alias.short");
            }
        }
    }
    if (found.count && !gisa_names_zip(run, names, &found, &all)) {
        return false;
    }
    *names = found.count ? all : *names;
    return true;
}
