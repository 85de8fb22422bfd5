/* SPDX-License-Identifier: Apache-2.0 */
/* Titles that name their body: 산림청장 음재혁 is 청장 of 산림청, 외교장관 of the 외교부 that the article names. */
#include <stdlib.h>
#include <string.h>

#include "body_prefix_lex.h"
#include "country_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "office_lex.h"
#include "seat_title_lex.h"
#include "text/seek.h"
#include "text/utf8.h"
#include "title_status_lex.h"

enum { MOST = 64 /* bodies and places of an article that are looked at */ };

struct offices {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_names *names;
    uint32_t things[MOST]; /* names, each form once */
    uint32_t thing_count;
    struct gisa_names found; /* bodies inside titles */
};

/* 전남도 may be the place or the province's house. */
static bool is_of(const struct gisa_office_row *office, uint8_t type) {
    return type == GISA_ENTITY_ORGANIZATION || (office->of == GISA_OFFICE_OF_PLACE && type == GISA_ENTITY_PLACE);
}

static uint8_t first_type(const struct gisa_office_row *office) {
    return office->of == GISA_OFFICE_OF_PLACE ? GISA_ENTITY_PLACE : GISA_ENTITY_ORGANIZATION;
}

static bool is_known_as(const struct gisa_document *d, struct gisa_span s, const struct gisa_office_row *office, struct gisa_known *known) {
    return gisa_gazetteer_as(d, s, first_type(office), known) || gisa_gazetteer_as(d, s, GISA_ENTITY_ORGANIZATION, known);
}

static void gather_things(struct offices *o) {
    for (uint32_t i = 0; i < o->names->count && o->thing_count < MOST; i++) {
        const struct gisa_name *n = &o->names->at[i];
        bool fresh = n->type == GISA_ENTITY_ORGANIZATION || n->type == GISA_ENTITY_PLACE;
        for (uint32_t k = 0; k < o->thing_count && fresh; k++) {
            fresh = !gisa_same_text(o->d, o->names->at[o->things[k]].span, n->span);
        }
        o->things[o->thing_count] = i;
        o->thing_count += fresh;
    }
}

/* Does the name read head and then tail? */
static bool reads(const struct gisa_document *d, struct gisa_span name, struct gisa_span head, const char *tail) {
    uint32_t i = name.begin + gisa_span_length(head);
    bool same = gisa_span_length(name) > gisa_span_length(head) &&
                gisa_same_text(d, head, (struct gisa_span){name.begin, i});
    for (uint32_t k = 0, size = (uint32_t)strlen(tail), ch = 0; same && k < size; i++) {
        k += gisa_utf8_decode(tail + k, size - k, &ch);
        same = i < name.end && d->key[i] == ch;
    }
    return same && i == name.end;
}

bool gisa_is_of_state(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_country_trie, d->key + s.begin, gisa_span_length(s), &row);
    return n && n < gisa_span_length(s) && d->cls[s.begin + n] == GISA_CHAR_BLANK;
}

/* The article's body of that name, GISA_NONE if it names none. */
static uint32_t body_named(const struct offices *o, const struct gisa_office_row *office, struct gisa_span head, bool with_tail) {
    uint32_t best = GISA_NONE;
    for (uint32_t i = 0; i < o->thing_count; i++) {
        const struct gisa_name *n = &o->names->at[o->things[i]];
        struct gisa_span last = {n->span.end, n->span.end}; /* 경북대 | 총장임용추천위원회 */
        while (last.begin > n->span.begin && o->d->cls[last.begin - 1] != GISA_CHAR_BLANK) {
            last.begin--;
        }
        bool same = with_tail ? reads(o->d, n->span, head, office->tail) || (!gisa_is_of_state(o->d, n->span) && reads(o->d, last, head, office->tail)) : gisa_same_text(o->d, n->span, head);
        if (same && n->type == first_type(office)) {
            return o->things[i];
        }
        best = same && is_of(office, n->type) ? o->things[i] : best;
    }
    return best;
}

/* 신임시장; 전남어민회장 and 전국교사노조위원장 are of no former body */
static bool opens_with_status(const struct gisa_document *d, struct gisa_span s) {
    enum { GUK = 0xAD6D /* 전국 */, PLACE = 2 /* code points: 전남 */ };
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_title_status_trie, d->key + s.begin, gisa_span_length(s), &row);
    struct gisa_known known = {0};
    bool whole = n == 1 && gisa_span_length(s) > PLACE &&
                 (d->key[s.begin + 1] == GUK || gisa_gazetteer_as(d, (struct gisa_span){s.begin, s.begin + PLACE}, GISA_ENTITY_PLACE, &known));
    return n > 0 && !whole;
}

static bool shows_place(const struct gisa_document *d, struct gisa_span s, const struct gisa_office_row *office) {
    enum { GU = 0xAD6C /* 도담구|청장 */ };
    bool whole = office->own == 1 || (office->own == 2 && d->key[s.end - 1] == GU);
    return first_type(office) == GISA_ENTITY_PLACE && whole && gisa_span_length(s) >= 3 && !opens_with_status(d, s);
}

/* 여수소방서, 한국재정정책학회 in the titles of their heads. */
static bool shows_body(const struct gisa_document *d, struct gisa_span s, const struct gisa_office_row *office) {
    enum { SHORT = 4, LONG = 7 /* 중앙연구소 is a part of a firm */ };
    uint32_t row = 0;
    bool nation = office->of == GISA_OFFICE_OF_UNIT && gisa_span_length(s) >= LONG && gisa_trie_longest(&gisa_body_prefix_trie, d->key + s.begin, gisa_span_length(s), &row); /* 한국노동안전연구소|장 */
    bool ends = nation || office->of == GISA_OFFICE_OF_SHOWN || (office->of == GISA_OFFICE_OF_BODY && gisa_has_org_suffix(d, s));
    return ends && gisa_span_length(s) >= SHORT && !opens_with_status(d, s);
}

/* Names the body that stands inside a title. False when memory ends. */
static bool push_body(struct offices *o, const struct gisa_name *person, struct gisa_span s, const struct gisa_office_row *office) {
    uint32_t of = body_named(o, office, s, false);
    uint8_t type = first_type(office);
    struct gisa_known known = {0};
    bool place = type == GISA_ENTITY_PLACE && of != GISA_NONE && o->names->at[of].type != type && gisa_gazetteer_as(o->d, s, type, &known);
    of = place ? GISA_NONE : of; /* 제천시장 is of the city, whose hall the article names too */
    struct gisa_name name = gisa_blank_name(s, person->sentence, gisa_token_holding(o->run->out, person->sentence, s.begin), type);
    if (of != GISA_NONE) {
        const struct gisa_name *n = &o->names->at[of];
        name.is_known = n->is_known;
        name.type = n->type;
        name.margin = n->margin;
        name.row = n->row;
        name.own = n->own;
        name.canonical = n->canonical;
        name.country = n->country;
        name.zone = n->zone;
        name.same_as = n->same_as;
    } else if (is_known_as(o->d, s, office, &known)) {
        name.is_known = true;
        name.type = known.type;
        name.row = known.row;
        name.canonical = known.name;
        name.country = known.country;
        name.zone = known.zone;
    } else if (shows_place(o->d, s, office) || shows_body(o->d, s, office)) {
        name.margin = GISA_SURE_BODY; /* a mayor's city, a county's head: the office says what it is */
    } else {
        return true;
    }
    name.rule = "ko.entity.office";
    return gisa_names_push(o->run, &o->found, name);
}

/* The office that ends the title, and the body's name in it; empty when the title is the office alone or of several words. */
static struct gisa_span split(const struct gisa_document *d, struct gisa_span title, const struct gisa_office_row **office) {
    uint32_t word = title.end;
    while (word > title.begin && d->cls[word - 1] == GISA_CHAR_HANGUL) {
        word--;
    }
    uint32_t row = 0;
    uint32_t n = word < title.end ? gisa_trie_longest_back(&gisa_office_trie, d->key + title.end, title.end - word, &row) : 0;
    *office = n ? &gisa_office_rows[row] : NULL;
    uint32_t own = n ? (uint32_t)(*office)->own : 0;
    bool whole = !n || word > title.begin || title.end - word < own + 2;
    return whole ? (struct gisa_span){title.begin, title.begin} : (struct gisa_span){word, title.end - own};
}

bool gisa_is_known_office(const struct gisa_document *d, struct gisa_span word) {
    const struct gisa_office_row *office = NULL;
    struct gisa_span body = split(d, word, &office);
    struct gisa_known known;
    return !gisa_span_is_empty(body) && (is_known_as(d, body, office, &known) || shows_body(d, body, office));
}

static uint32_t office_length(const struct offices *o, struct gisa_span title) {
    uint32_t row = 0;
    return gisa_trie_longest_back(&gisa_office_trie, o->d->key + title.end, gisa_span_length(title), &row);
}

static bool find_bodies(struct offices *o) {
    for (uint32_t i = 0; i < o->names->count; i++) {
        const struct gisa_name *n = &o->names->at[i];
        for (uint32_t k = 0; k < n->title_count; k++) {
            const struct gisa_office_row *office = NULL;
            struct gisa_span body = split(o->d, n->titles[k].span, &office);
            bool open = n->type == GISA_ENTITY_PERSON && n->titles[k].employer == GISA_NONE && !gisa_span_is_empty(body);
            if (open && !push_body(o, n, body, office)) {
                return false;
            }
        }
    }
    return true;
}

static int by_begin(const void *a, const void *b) {
    uint32_t x = ((const struct gisa_name *)a)->span.begin;
    uint32_t y = ((const struct gisa_name *)b)->span.begin;
    return (x > y) - (x < y);
}

static void link_titles(struct offices *o) {
    o->thing_count = 0;
    gather_things(o);
    for (uint32_t i = 0; i < o->names->count; i++) {
        struct gisa_name *n = &o->names->at[i];
        for (uint32_t k = 0; k < n->title_count; k++) {
            struct gisa_name_title *t = &n->titles[k];
            const struct gisa_office_row *office = NULL;
            struct gisa_span body = split(o->d, t->span, &office);
            if (n->type != GISA_ENTITY_PERSON || t->employer != GISA_NONE || gisa_span_is_empty(body)) {
                continue;
            }
            uint32_t at = gisa_seek_begin(o->names->at, sizeof *o->names->at, 0, o->names->count, body.begin);
            bool inside = at < o->names->count && o->names->at[at].span.begin == body.begin && o->names->at[at].span.end == body.end &&
                          is_of(office, o->names->at[at].type);
            t->employer = inside ? at : *office->tail ? body_named(o, office, body, true) : GISA_NONE;
            if (t->employer != GISA_NONE) {
                uint32_t own = (uint32_t)office->own > 1 ? (uint32_t)office->own : 2; /* 위원장 of 택배노조, 회장 of 상인회 */
                t->span.begin = t->span.end - (office->of == GISA_OFFICE_OF_SHOWN ? own : office_length(o, t->span));
            }
        }
    }
}

/* Is the name's text, or the gazetteer's name of it, the `size` bytes at `word`? */
static bool is_called(const struct gisa_document *d, const struct gisa_name *n, const char *word, size_t size) {
    if (n->canonical && strlen(n->canonical) == size && memcmp(n->canonical, word, size) == 0) {
        return true;
    }
    uint32_t i = n->span.begin;
    size_t k = 0;
    for (uint32_t ch = 0; i < n->span.end && k < size && (k += gisa_utf8_decode(word + k, size - k, &ch)) && d->key[i] == ch; i++) {
    }
    return i == n->span.end && k == size;
}

/* The first of the bodies "청와대|대통령실" that the article names; GISA_NONE if it names none. */
static uint32_t seat_of(const struct offices *o, const char *bodies) {
    for (const char *p = bodies; *p;) {
        size_t size = strcspn(p, "|");
        for (uint32_t i = 0; i < o->thing_count; i++) {
            if (o->names->at[o->things[i]].type == GISA_ENTITY_ORGANIZATION && is_called(o->d, &o->names->at[o->things[i]], p, size)) {
                return o->things[i];
            }
        }
        p += size + (p[size] == '|');
    }
    return GISA_NONE;
}

/* 민정수석에 남궁혁: an office of one body alone. */
static void link_seats(struct offices *o) {
    for (uint32_t i = 0; i < o->names->count; i++) {
        struct gisa_name *n = &o->names->at[i];
        for (uint32_t k = 0; k < n->title_count && n->type == GISA_ENTITY_PERSON; k++) {
            struct gisa_name_title *t = &n->titles[k];
            uint32_t row = 0;
            uint32_t length = gisa_span_length(t->span);
            if (t->employer == GISA_NONE && gisa_trie_longest(&gisa_seat_title_trie, o->d->key + t->span.begin, length, &row) == length) {
                t->employer = seat_of(o, gisa_seat_title_rows[row].bodies);
            }
        }
    }
}

bool gisa_offices_read(struct gisa_run *run, struct gisa_names *names) {
    struct offices o = {.run = run, .d = &run->out->document, .names = names};
    gather_things(&o);
    if (!find_bodies(&o)) {
        return false;
    }
    if (o.found.count) {
        qsort(o.found.at, o.found.count, sizeof *o.found.at, by_begin);
    }
    if (gisa_names_insert(run, names, &o.found) != GISA_OK) {
        return false;
    }
    link_titles(&o);
    link_seats(&o);
    return true;
}
