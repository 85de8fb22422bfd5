/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "desk/desk.h"
#include "text/hangul.h"
#include "title_pair_lex.h"

enum { WINDOW = 32 /* persons before that a name is held against */ };

static struct gisa_span first_mention(const struct gisa_desk *k, const struct gisa_entity *e) {
    return k->a->mentions[e->first_mention].span;
}

/* Vowels that sound alike, and what a slip of the finger makes of a syllable: one jamo differs. */
static bool is_alike(uint32_t a, uint32_t b) {
    if (!gisa_is_hangul(a) || !gisa_is_hangul(b)) {
        return false;
    }
    int differ = (gisa_hangul_cho(a) != gisa_hangul_cho(b)) + (gisa_hangul_jung(a) != gisa_hangul_jung(b)) +
                 (gisa_hangul_jong(a) != gisa_hangul_jong(b));
    uint32_t x = gisa_hangul_jung(a) < gisa_hangul_jung(b) ? gisa_hangul_jung(a) : gisa_hangul_jung(b);
    uint32_t y = gisa_hangul_jung(a) < gisa_hangul_jung(b) ? gisa_hangul_jung(b) : gisa_hangul_jung(a);
    bool vowels = (x == 1 && y == 5) || (x == 1 && y == 7) || (x == 3 && y == 7) || (x == 5 && y == 7) || (x == 10 && y == 11) ||
                  (x == 10 && y == 15) || (x == 11 && y == 15); /* ㅐㅔ ㅐㅖ ㅒㅖ ㅔㅖ ㅙㅚ ㅙㅞ ㅚㅞ */
    return differ == 1 && (vowels || gisa_hangul_jung(a) == gisa_hangul_jung(b));
}

/* Same length, and but for one syllable the same, which sounds alike. */
static bool is_near(const struct gisa_document *d, struct gisa_span a, struct gisa_span b, bool *sounds) {
    uint32_t n = gisa_span_length(a);
    uint32_t differ = 0, where = 0;
    if (n != gisa_span_length(b) || n < 3 || n > 12) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (d->key[a.begin + i] != d->key[b.begin + i]) {
            differ++;
            where = i;
        }
    }
    *sounds = differ == 1 && is_alike(d->key[a.begin + where], d->key[b.begin + where]);
    return differ == 1 && (where > 0 || n > 4);
}

static bool shares_title(const struct gisa_desk *k, const struct gisa_entity *x, const struct gisa_entity *y) {
    for (uint32_t i = 0; i < x->title_count; i++) {
        const struct gisa_title *a = &k->a->titles[x->first_title + i];
        for (uint32_t j = 0; j < y->title_count; j++) {
            const struct gisa_title *b = &k->a->titles[y->first_title + j];
            bool same = a->form.size == b->form.size && memcmp(a->form.bytes, b->form.bytes, a->form.size) == 0;
            if (same && (a->organization == b->organization || a->organization == GISA_NONE || b->organization == GISA_NONE)) {
                return true;
            }
        }
    }
    return false;
}

static void check_spelling(struct gisa_desk *k, uint32_t index) {
    const struct gisa_entity *e = &k->a->entities[index];
    uint32_t seen = 0;
    for (uint32_t i = index; i-- > 0 && seen < WINDOW;) {
        const struct gisa_entity *o = &k->a->entities[i];
        bool sounds = false;
        if (o->type != GISA_ENTITY_PERSON) {
            continue;
        }
        seen++;
        /* two people of one title are common; two of one title whose names sound alike are one */
        if (is_near(k->d, first_mention(k, o), first_mention(k, e), &sounds) && sounds && shares_title(k, o, e)) {
            gisa_desk_add(k, "name-spelling", first_mention(k, e), first_mention(k, o));
            return;
        }
    }
}

/* The pair of a title's last word: 회장 and 부회장. */
static const struct gisa_title_pair_row *pair_of(struct gisa_bytes_view form) {
    uint32_t key[16];
    uint32_t n = 0, row = 0;
    for (uint32_t i = 0; i + 2 < form.size && n < 16; i += 3) { /* Hangul only: three bytes each */
        unsigned char a = (unsigned char)form.bytes[i];
        if (a < 0xEA || a > 0xED) {
            return NULL;
        }
        key[n++] = (uint32_t)(a & 15) << 12 | (uint32_t)((unsigned char)form.bytes[i + 1] & 63) << 6 | ((unsigned char)form.bytes[i + 2] & 63);
    }
    return n * 3 == form.size && gisa_trie_longest(&gisa_title_pair_trie, key, n, &row) == n ? &gisa_title_pair_rows[row] : NULL;
}

static void check_titles(struct gisa_desk *k, const struct gisa_entity *e) {
    for (uint32_t i = 0; i < e->title_count && i < WINDOW; i++) {
        const struct gisa_title *a = &k->a->titles[e->first_title + i];
        const struct gisa_title_pair_row *x = pair_of(a->form);
        for (uint32_t j = 0; x && j < i; j++) {
            const struct gisa_title *b = &k->a->titles[e->first_title + j];
            const struct gisa_title_pair_row *y = pair_of(b->form);
            bool body = a->organization == b->organization || a->organization == GISA_NONE || b->organization == GISA_NONE;
            bool now = a->status == GISA_TITLE_CURRENT && b->status == GISA_TITLE_CURRENT;
            if (y && x->pair == y->pair && x->side != y->side && body && now) {
                gisa_desk_add(k, "title-conflict", a->span, b->span);
                return;
            }
        }
    }
}

/* 하준경(84) … 향년 86세: the age in brackets behind a name, twice. */
static void check_ages(struct gisa_desk *k, uint32_t index) {
    struct gisa_span first = {0, 0};
    uint32_t told = 0, seen = 0;
    for (uint32_t m = k->a->entities[index].first_mention; m < k->a->mention_count && seen < k->a->entities[index].mention_count; m++) {
        if (k->a->mentions[m].entity != index) {
            continue;
        }
        seen++;
        uint32_t i = k->a->mentions[m].span.end;
        uint32_t age = 0, n = 0;
        if (i >= k->d->count || k->d->key[i] != '(') {
            continue;
        }
        while (i + 1 + n < k->d->count && k->d->cls[i + 1 + n] == GISA_CHAR_DIGIT && n < 3) {
            age = age * 10 + (k->d->key[i + 1 + n++] - '0');
        }
        if (n < 1 || n > 2 || i + 1 + n >= k->d->count || k->d->key[i + 1 + n] != ')') {
            continue;
        }
        struct gisa_span here = {i + 1, i + 1 + n};
        if (told && told != age) {
            gisa_desk_add(k, "age-conflict", here, first);
            return;
        }
        told = told ? told : age;
        first = gisa_span_is_empty(first) ? here : first;
    }
}

void gisa_desk_names(struct gisa_desk *k) {
    uint32_t looked = 0; /* mentions walked for ages: entities are walked until this is used up */
    for (uint32_t i = 0; i < k->a->entity_count && !k->failed; i++) {
        const struct gisa_entity *e = &k->a->entities[i];
        if (e->type != GISA_ENTITY_PERSON || !e->mention_count) {
            continue;
        }
        check_spelling(k, i);
        check_titles(k, e);
        if (looked < 4 * k->a->mention_count + 4096) {
            looked += k->a->mention_count - e->first_mention;
            check_ages(k, i);
        }
    }
}
