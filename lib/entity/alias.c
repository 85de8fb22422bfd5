/* SPDX-License-Identifier: Apache-2.0 */
/* Later mentions of a person: surname + title, a part of a foreign name, the whole name again. */
#include "base/array.h"
#include "entity/entity.h"
#include "title_kin_lex.h"
#include "title_lex.h"
#include "title_status_lex.h"
#include "token/token.h"

enum { YOU = 0xC528 /* 씨 */, NIM = 0xB2D8 /* 님 */, JOSA_MOST = 4, NEAR = 300 /* code points: about a paragraph */,
       CHAIN = 64 /* persons looked at for one part: the latest */ };

/* Persons by a part of their name: hash chains over the first syllable of every part, in document order. */
struct part {
    struct gisa_span span; /* the part: surname of a Korean name, first or last word of a foreign one, or the whole */
    uint32_t name;
    uint32_t next; /* part + 1 */
    uint8_t kind;  /* PART_* */
};
enum { PART_SURNAME, PART_WORD, PART_WHOLE };

struct finder {
    struct gisa_run *run;
    const struct gisa_analysis *a;
    const struct gisa_document *d;
    struct gisa_names *names;
    struct part *parts;
    uint32_t part_count, part_cap;
    uint32_t *head; /* [mask + 1] part + 1 */
    uint32_t mask;
    struct gisa_names extra;
};

static uint32_t hash_of(const struct gisa_document *d, struct gisa_span s) {
    uint32_t h = 2166136261u;
    for (uint32_t i = s.begin; i < s.end; i++) {
        h = d->cls[i] == GISA_CHAR_BLANK ? h : (h ^ d->key[i]) * 16777619u;
    }
    return h ^ h >> 15;
}

static bool same_text(const struct gisa_document *d, struct gisa_span a, struct gisa_span b) {
    uint32_t i = a.begin;
    uint32_t k = b.begin;
    while (i < a.end || k < b.end) {
        if (i < a.end && d->cls[i] == GISA_CHAR_BLANK) {
            i++;
        } else if (k < b.end && d->cls[k] == GISA_CHAR_BLANK) {
            k++;
        } else if (i == a.end || k == b.end || d->key[i++] != d->key[k++]) {
            return false;
        }
    }
    return true;
}

/* The person's first mention stands for all: it gets the titles of the later ones. */
static void gather_titles(struct finder *f, uint32_t to, uint32_t from) {
    struct gisa_name *a = &f->names->at[to];
    const struct gisa_name *b = &f->names->at[from];
    for (uint32_t i = 0; i < b->title_count && a->title_count < GISA_MAX_TITLES; i++) {
        bool old = false;
        for (uint32_t k = 0; k < a->title_count; k++) {
            old = old || same_text(f->d, a->titles[k].span, b->titles[i].span);
        }
        if (!old) {
            a->titles[a->title_count++] = b->titles[i];
        }
    }
}

static bool add_part(struct finder *f, struct gisa_span span, uint32_t name, uint8_t kind) {
    uint32_t slot = hash_of(f->d, span) & f->mask;
    uint32_t steps = 0;
    for (uint32_t p = f->head[slot]; p && steps++ < CHAIN; p = f->parts[p - 1].next) { /* one entry a person and part */
        const struct part *old = &f->parts[p - 1];
        if (old->kind == kind && same_text(f->d, old->span, span) &&
            same_text(f->d, f->names->at[old->name].span, f->names->at[name].span)) {
            if (kind == PART_WHOLE) {
                gather_titles(f, old->name, name);
            }
            return true;
        }
    }
    if (f->part_count == f->part_cap) {
        f->parts = gisa_array_grow(f->run->scratch, f->parts, &f->part_cap, f->part_count + 1, sizeof *f->parts);
        if (!f->parts) {
            return false;
        }
    }
    f->parts[f->part_count] = (struct part){span, name, f->head[slot], kind};
    f->head[slot] = ++f->part_count;
    return true;
}

static uint32_t last_word(const struct gisa_document *d, struct gisa_span s) {
    uint32_t i = s.end;
    while (i > s.begin && d->cls[i - 1] != GISA_CHAR_BLANK) {
        i--;
    }
    return i;
}

static bool index_person(struct finder *f, uint32_t i) {
    struct gisa_span s = f->names->at[i].span;
    bool fine = add_part(f, s, i, PART_WHOLE);
    uint32_t last = last_word(f->d, s);
    if (last > s.begin) { /* a foreign name of several words: 알 만수리 and 만수리 of 칼리드 알 만수리 */
        uint32_t first_end = s.begin;
        while (f->d->cls[first_end] != GISA_CHAR_BLANK) {
            first_end++;
        }
        for (uint32_t word = last, steps = 0; fine && word > s.begin && steps < 3; steps++) {
            struct gisa_span part = {word, s.end};
            fine = add_part(f, part, i, gisa_span_length(part) < 2 ? PART_SURNAME : PART_WORD);
            word = last_word(f->d, (struct gisa_span){s.begin, word - 1});
        }
        fine = fine && (first_end - s.begin < 2 || add_part(f, (struct gisa_span){s.begin, first_end}, i, PART_WORD));
    } else if (gisa_looks_korean(f->d, s)) {
        bool compound = gisa_span_length(s) >= 3 && gisa_is_surname(f->d, s.begin, s.begin + 2);
        fine = fine && add_part(f, (struct gisa_span){s.begin, s.begin + (compound ? 2 : 1)}, i, PART_SURNAME);
    } else if (gisa_span_length(s) <= 5 && gisa_span_length(s) >= 2 && f->names->at[i].title_count &&
               f->d->cls[s.begin] == GISA_CHAR_HANGUL) { /* 시진핑 … 시 주석: a Chinese or Vietnamese name begins with the family's */
        fine = fine && add_part(f, (struct gisa_span){s.begin, s.begin + 1}, i, PART_SURNAME);
    }
    return fine;
}

/* The office that a shortened title names (title_kin.tsv), 0 if none. */
static int32_t kin_of(const struct gisa_document *d, struct gisa_span title) {
    uint32_t row = 0;
    uint32_t length = gisa_span_length(title);
    bool whole = length && gisa_trie_longest(&gisa_title_kin_trie, d->key + title.begin, length, &row) == length;
    return whole ? gisa_title_kin_rows[row].kin : 0;
}

/* 국회의장 and 의장 are one, 부회장 and 회장 are not: what one has more than the other is a word of its own. */
static bool is_same_title(const struct gisa_document *d, struct gisa_span a, struct gisa_span b) {
    int32_t kin = kin_of(d, a);
    if (kin && kin == kin_of(d, b)) {
        return true;
    }
    uint32_t n = gisa_span_length(a) < gisa_span_length(b) ? gisa_span_length(a) : gisa_span_length(b);
    uint32_t more = gisa_span_length(a) + gisa_span_length(b) - 2 * n;
    return n > 0 && more != 1 && same_text(d, (struct gisa_span){a.end - n, a.end}, (struct gisa_span){b.end - n, b.end});
}

/* Has the person borne a title with this core (회장 is not 부회장; 장관 and 전 장관 are one)? */
static bool bears(const struct finder *f, const struct gisa_name *n, struct gisa_span title) {
    uint32_t core = gisa_title_at_end(f->d, title.begin, title.end);
    struct gisa_span want = {title.end - core, title.end};
    for (uint32_t i = 0; i < n->title_count; i++) {
        uint32_t length = gisa_title_at_end(f->d, n->titles[i].span.begin, n->titles[i].span.end);
        struct gisa_span has = {n->titles[i].span.end - length, n->titles[i].span.end};
        if (is_same_title(f->d, want, has)) {
            return true;
        }
    }
    return false;
}

struct choice {
    uint32_t best;    /* name, or GISA_NONE */
    uint32_t rivals;  /* different persons that fit */
};

/* Persons with this part: the latest before pos wins. Who is first told of later is no rival of who was told of before. */
static struct choice choose(const struct finder *f, struct gisa_span part, uint8_t kind, struct gisa_span title, uint32_t pos) {
    struct choice c = {GISA_NONE, 0};
    bool best_before = false;
    uint32_t before_count = 0;
    bool by_title = !gisa_span_is_empty(title);
    uint32_t steps = 0;
    for (uint32_t p = f->head[hash_of(f->d, part) & f->mask]; p && steps++ < CHAIN; p = f->parts[p - 1].next) {
        const struct part *q = &f->parts[p - 1];
        if (q->kind != kind || !same_text(f->d, q->span, part) || (by_title && !bears(f, &f->names->at[q->name], title))) {
            continue;
        }
        const struct gisa_name *n = &f->names->at[q->name];
        bool before = n->span.begin < pos;
        c.rivals++;
        before_count += before;
        if (c.best == GISA_NONE || (before && (!best_before || n->span.begin > f->names->at[c.best].span.begin))) {
            c.best = q->name;
            best_before = before;
        }
    }
    c.rivals = before_count ? before_count : c.rivals;
    return c;
}

static bool add_mention(struct finder *f, struct gisa_span span, uint32_t token, uint32_t of, uint8_t form, const char *rule) {
    if (f->extra.count == f->extra.cap &&
        !(f->extra.at = gisa_array_grow(f->run->scratch, f->extra.at, &f->extra.cap, f->extra.count + 1, sizeof *f->extra.at))) {
        return false;
    }
    struct gisa_name n = {.span = span, .sentence = f->a->tokens[token].sentence, .token = token, .type = GISA_ENTITY_PERSON,
                          .form = form, .row = of, .country = "", .zone = "", .entity = GISA_NONE, .rule = rule};
    n.margin = 1000;
    f->extra.at[f->extra.count++] = n;
    return true;
}

static const uint8_t many_titled[] = {GISA_TITLE_CLASS_POLITICS, GISA_TITLE_CLASS_ARTS};
static const uint8_t never_plain[] = {GISA_TITLE_CLASS_POLITICS, GISA_TITLE_CLASS_GOVERNMENT, GISA_TITLE_CLASS_LAW,
                                      GISA_TITLE_CLASS_POLICE,   GISA_TITLE_CLASS_MILITARY,   GISA_TITLE_CLASS_ACADEMIA};

/* A prosecutor or a minister in office is not called 씨: that is somebody else of the name. */
static bool is_called_plain(const struct finder *f, const struct gisa_name *n) {
    for (uint32_t i = 0; i < n->title_count; i++) {
        uint8_t class = gisa_title_class(f->d, n->titles[i].span.begin, n->titles[i].span.end);
        for (uint32_t k = 0; k < sizeof never_plain / sizeof never_plain[0]; k++) {
            if (class == never_plain[k] && n->titles[i].status == GISA_TITLE_CURRENT) {
                return false;
            }
        }
    }
    return true;
}

static uint32_t person_title_only(const struct finder *f, struct gisa_span surname, struct gisa_span title, uint32_t pos) {
    struct choice c = choose(f, surname, PART_SURNAME, title, pos);
    if (c.best != GISA_NONE && c.rivals == 1) {
        return c.best;
    }
    if (c.rivals > 1) { /* two of one surname and title: the one told of in the same paragraph */
        const struct gisa_name *n = &f->names->at[c.best];
        uint32_t here = f->a->document.count > pos ? pos : 0;
        return n->span.begin < here && here - n->span.begin < NEAR ? c.best : GISA_NONE;
    }
    c = choose(f, surname, PART_SURNAME, (struct gisa_span){0, 0}, pos);
    if (c.best == GISA_NONE || c.rivals != 1) {
        return GISA_NONE;
    }
    const struct gisa_name *only = &f->names->at[c.best];
    if (f->d->key[title.begin] == YOU) { /* 김씨: the only Kim told of before */
        return only->span.begin < pos && is_called_plain(f, only) ? c.best : GISA_NONE;
    }
    if (only->title_count == 0) {
        return c.best;
    }
    uint8_t class = gisa_title_class(f->d, title.begin, title.end);
    bool kin = false; /* in politics and on stage one person bears many titles: 의원, 원내대표; 조각가, 작가 */
    for (uint32_t i = 0; i < sizeof many_titled / sizeof many_titled[0]; i++) {
        kin = kin || (class == many_titled[i] &&
                      gisa_title_class(f->d, only->titles[0].span.begin, only->titles[0].span.end) == many_titled[i]);
    }
    return kin || class == GISA_TITLE_CLASS_COMING ? c.best : GISA_NONE; /* 내정자: whatever one was before */
}

/* 김 회장, 김 전 대표, 김대표, 김씨 */
static bool try_surname(struct finder *f, uint32_t t, uint32_t end) {
    const struct gisa_token *w = &f->a->tokens[t];
    for (uint32_t n = 1; n <= 2 && w->span.begin + n <= w->span.end; n++) {
        struct gisa_span surname = {w->span.begin, w->span.begin + n};
        if (!gisa_is_surname(f->d, surname.begin, surname.end) &&
            (n > 1 || choose(f, surname, PART_SURNAME, (struct gisa_span){0, 0}, w->span.begin).best == GISA_NONE)) {
            continue;
        }
        struct gisa_span title = {0, 0};
        if (surname.end == w->span.end) {
            uint32_t k = t + 1;
            uint32_t row = 0; /* 김 전 대표, 김 신임 대표 */
            uint32_t status = k < end ? gisa_span_length(f->a->tokens[k].span) : 0;
            k += status && gisa_trie_longest(&gisa_title_status_trie, f->d->key + f->a->tokens[k].span.begin, status, &row) == status;
            if (k < end && f->a->tokens[k].kind == GISA_TOKEN_WORD && f->a->tokens[k].space_before) {
                const struct gisa_token *next = &f->a->tokens[k];
                uint32_t whole = gisa_title_at_end(f->d, next->span.begin, next->span.end);
                uint32_t stem = gisa_title_at_end(f->d, next->span.begin, next->stem_end);
                bool late = k > t + 1; /* 김 전 수석부지부장: what stands behind 전 is a title */
                uint32_t honour = next->stem_end - 1; /* 코치님의 */
                bool honoured = f->d->key[honour] == NIM && honour > next->span.begin;
                if (honoured && gisa_title_at_end(f->d, next->span.begin, honour) == honour - next->span.begin) {
                    title = (struct gisa_span){next->span.begin, honour};
                } else if (whole && (late || whole == gisa_span_length(next->span))) {
                    title = next->span;
                } else if (stem && (late || stem == next->stem_end - next->span.begin)) {
                    title = (struct gisa_span){next->span.begin, next->stem_end};
                }
            }
        } else if (surname.end < w->stem_end &&
                   gisa_title_at_end(f->d, surname.end, w->stem_end) == w->stem_end - surname.end) {
            title = (struct gisa_span){surname.end, w->stem_end};
        } else if (w->josa && f->d->key[surname.end] == YOU && surname.end == w->stem_end) {
            title = (struct gisa_span){surname.end, surname.end + 1}; /* 김씨는: 씨는 is one particle of the table */
        }
        if (gisa_span_is_empty(title)) {
            continue;
        }
        uint32_t who = person_title_only(f, surname, title, w->span.begin);
        if (who != GISA_NONE) {
            return add_mention(f, (struct gisa_span){surname.begin, title.end}, t, who, GISA_MENTION_TITLE, "ko.alias.title");
        }
    }
    return true;
}

/* 요한손 CEO: the title that the person bears stands right behind the part of the name. Where the mention ends. */
static uint32_t titled_end(const struct finder *f, uint32_t t, struct gisa_span part, uint32_t who) {
    const struct gisa_token *w = &f->a->tokens[t];
    const struct gisa_token *next = t + 1 < f->a->token_count ? w + 1 : NULL;
    if (w->span.end != part.end || !next || next->sentence != w->sentence || next->kind != GISA_TOKEN_WORD || !next->space_before) {
        return part.end;
    }
    uint32_t whole = gisa_title_at_end(f->d, next->span.begin, next->span.end);
    uint32_t end = whole == gisa_span_length(next->span) ? next->span.end : next->stem_end;
    bool title = gisa_title_at_end(f->d, next->span.begin, end) == end - next->span.begin;
    return title && bears(f, &f->names->at[who], (struct gisa_span){next->span.begin, end}) ? end : part.end;
}

/* The whole name again, or a part of a foreign one, at the begin of a word. */
static bool try_name(struct finder *f, uint32_t t) {
    const struct gisa_token *w = &f->a->tokens[t];
    for (uint32_t tail = 0; tail <= JOSA_MOST && w->span.begin + 2 + tail <= w->span.end; tail++) { /* 나카무라|는, not 나카무|라는 */
        struct gisa_span stem = {w->span.begin, w->span.end - tail};
        uint32_t josa = 0;
        if (tail && stem.end != w->stem_end && !gisa_josa_tail(f->d, stem.end, w->span.end, &josa)) {
            continue;
        }
        for (uint8_t kind = PART_WHOLE; kind >= PART_WORD; kind--) {
            struct choice c = choose(f, stem, kind, (struct gisa_span){0, 0}, w->span.begin);
            if (c.best != GISA_NONE && c.rivals == 1 && f->names->at[c.best].span.begin != w->span.begin) {
                if (kind == PART_WHOLE) {
                    return add_mention(f, stem, t, c.best, GISA_MENTION_NAME, "ko.alias.repeat");
                }
                uint32_t end = titled_end(f, t, stem, c.best);
                bool titled = end > stem.end;
                return add_mention(f, (struct gisa_span){stem.begin, end}, t, c.best, titled ? GISA_MENTION_TITLE : GISA_MENTION_PARTIAL,
                                   titled ? "ko.alias.title" : "ko.alias.part");
            }
        }
    }
    return true;
}

/* 황보 of 황보 위원장: the family's name alone is nobody yet. */
static bool is_bare_surname(const struct gisa_document *d, const struct gisa_name *n) {
    return !n->own.in && gisa_is_surname(d, n->span.begin, n->span.end);
}

static bool covers(const struct gisa_document *d, const struct gisa_names *names, uint32_t *at, struct gisa_span s) {
    while (*at < names->count && names->at[*at].span.end <= s.begin) {
        ++*at;
    }
    return *at < names->count && names->at[*at].span.begin <= s.begin &&
           (names->at[*at].type == GISA_ENTITY_PERSON || names->at[*at].own.in) &&
           !is_bare_surname(d, &names->at[*at]);
}

static bool scan(struct finder *f) {
    uint32_t at = 0;
    for (uint32_t s = 0; s < f->a->sentence_count; s++) {
        uint32_t end = f->a->sentences[s].first_token + f->a->sentences[s].token_count;
        for (uint32_t t = f->a->sentences[s].first_token; t < end; t++) {
            const struct gisa_token *w = &f->a->tokens[t];
            if (w->kind != GISA_TOKEN_WORD || covers(f->d, f->names, &at, w->span)) {
                continue;
            }
            uint32_t before = f->extra.count;
            if (!try_name(f, t) || (f->extra.count == before && !try_surname(f, t, end))) {
                return false;
            }
        }
    }
    return true;
}

/* The word right behind a name where it is a title; empty if it is none. */
static struct gisa_span title_behind(const struct finder *f, const struct gisa_name *n) {
    uint32_t t = gisa_token_holding(f->a, n->sentence, n->span.end - 1) + 1;
    const struct gisa_token *w = t < f->a->token_count && f->a->tokens[t].sentence == n->sentence ? &f->a->tokens[t] : NULL;
    bool title = w && w->kind == GISA_TOKEN_WORD && w->span.begin == n->span.end + 1 && gisa_is_titled(f->a, w);
    return title ? (struct gisa_span){w->span.begin, w->stem_end} : (struct gisa_span){0, 0};
}

/* A person the model found who is a part of another's name is that other: 저커버그 of 마크 저커버그. */
static void join_parts(struct finder *f) {
    for (uint32_t i = 0; i < f->names->count; i++) {
        struct gisa_name *n = &f->names->at[i];
        if (n->type != GISA_ENTITY_PERSON || n->own.in || n->form != GISA_MENTION_NAME) {
            continue;
        }
        struct choice c = choose(f, n->span, PART_WORD, (struct gisa_span){0, 0}, n->span.begin);
        if (c.rivals > 1) { /* two of one family: the one with the title; nobody where none is told */
            bool whole = choose(f, n->span, PART_WHOLE, (struct gisa_span){0, 0}, n->span.begin).rivals > 1;
            struct gisa_span title = n->title_count ? n->titles[n->title_count - 1].span : title_behind(f, n);
            c = gisa_span_is_empty(title) ? c : choose(f, n->span, PART_WORD, title, n->span.begin);
            n->type = c.rivals == 1 || whole ? n->type : GISA_ENTITY_OTHER;
        }
        if (c.best != GISA_NONE && c.rivals == 1 && c.best != i) {
            uint32_t end = titled_end(f, gisa_token_holding(f->a, n->sentence, n->span.end - 1), n->span, c.best);
            bool titled = end > n->span.end;
            n->span.end = end;
            n->form = titled ? GISA_MENTION_TITLE : GISA_MENTION_PARTIAL;
            n->row = c.best;
            n->rule = titled ? "ko.alias.title" : "ko.alias.part";
        }
    }
}

enum gisa_status gisa_names_insert(struct gisa_run *run, struct gisa_names *names, const struct gisa_names *extra) {
    struct gisa_name *out = gisa_arena_alloc(run->scratch, names->count + extra->count, sizeof *out);
    uint32_t *moved = gisa_arena_alloc(run->scratch, names->count, sizeof *moved);
    if (!out || !moved) {
        return GISA_NO_MEMORY;
    }
    uint32_t n = 0;
    for (uint32_t i = 0, k = 0; i < names->count || k < extra->count;) {
        bool alias = i == names->count || (k < extra->count && extra->at[k].span.begin <= names->at[i].span.begin);
        struct gisa_name next = alias ? extra->at[k] : names->at[i];
        bool free_place = n == 0 || out[n - 1].span.end <= next.span.begin;
        if (!alias) {
            moved[i] = free_place ? n : GISA_NONE;
        }
        i += !alias;
        k += alias;
        if (free_place) {
            out[n++] = next;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (out[i].type == GISA_ENTITY_PERSON && out[i].row != GISA_NONE) {
            out[i].row = moved[out[i].row];
        }
        for (uint32_t k = 0; k < out[i].title_count; k++) {
            uint32_t e = out[i].titles[k].employer;
            out[i].titles[k].employer = e == GISA_NONE ? GISA_NONE : moved[e];
        }
    }
    names->at = out;
    names->count = n;
    return GISA_OK;
}

/* 남궁 of 남궁 회장, where 남궁현 is told of: the family's name, whatever the model says. */
static void drop_families(const struct gisa_document *d, struct gisa_names *names) {
    enum { MOST = 16 };
    struct gisa_span families[MOST];
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count && count < MOST; i++) {
        struct gisa_span s = names->at[i].span;
        families[count] = (struct gisa_span){s.begin, s.begin + 2};
        count += names->at[i].type == GISA_ENTITY_PERSON && gisa_span_length(s) >= 3 && gisa_is_surname(d, s.begin, s.begin + 2);
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        for (uint32_t k = 0; k < count && n->type == GISA_ENTITY_PERSON && !n->own.in; k++) {
            n->type = same_text(d, n->span, families[k]) ? GISA_ENTITY_OTHER : n->type;
        }
    }
}

enum gisa_status gisa_aliases_find(struct gisa_run *run, struct gisa_names *names) {
    struct finder f = {.run = run, .a = run->out, .d = &run->out->document, .names = names};
    uint32_t size = 64;
    while (size < names->count * 4 && size < (1u << 24)) {
        size *= 2;
    }
    f.mask = size - 1;
    f.head = gisa_arena_zeroed(run->scratch, size, sizeof *f.head);
    if (!f.head) {
        return GISA_NO_MEMORY;
    }
    drop_families(f.d, names);
    for (uint32_t i = 0; i < names->count; i++) {
        if (names->at[i].type == GISA_ENTITY_PERSON && !index_person(&f, i)) {
            return GISA_NO_MEMORY;
        }
    }
    join_parts(&f);
    if (!scan(&f)) {
        return GISA_NO_MEMORY;
    }
    enum gisa_status status = gisa_names_insert(run, names, &f.extra);
    struct gisa_names anaphors = {0};
    if (status != GISA_OK || !gisa_anaphors_find(run, names, &anaphors)) {
        return GISA_NO_MEMORY;
    }
    return gisa_names_insert(run, names, &anaphors);
}
