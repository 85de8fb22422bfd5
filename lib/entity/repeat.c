/* SPDX-License-Identifier: Apache-2.0 */
#include "entity/entity.h"
#include "token/token.h"
#include "text/seek.h"

/* Document consistency: bodies, places and products seen once are seen wherever their form fills a word. */
enum { MAX_CLUBS = 16 };

struct repeats {
    uint32_t *head; /* [mask + 1] name + 1, by hash of the form */
    uint32_t *next; /* [names] */
    uint32_t mask;
};

static uint32_t hash_of(const struct gisa_document *d, struct gisa_span s) {
    uint32_t h = 2166136261u;
    for (uint32_t i = s.begin; i < s.end; i++) {
        h = (h ^ d->key[i]) * 16777619u;
    }
    return h ^ h >> 15;
}

static uint32_t find_repeat(const struct repeats *r, const struct gisa_document *d, const struct gisa_names *names,
                            struct gisa_span s) {
    uint32_t steps = 0;
    for (uint32_t i = r->head[hash_of(d, s) & r->mask]; i && steps++ < 16; i = r->next[i - 1]) {
        if (gisa_same_text(d, s, names->at[i - 1].span)) {
            return i - 1;
        }
    }
    return GISA_NONE;
}

static bool find_repeats(struct gisa_run *run, const struct repeats *r, const struct gisa_names *names,
                         struct gisa_names *out) {
    const struct gisa_analysis *a = run->out;
    uint32_t at = 0;
    for (uint32_t t = 0; t < a->token_count; t++) {
        const struct gisa_token *w = &a->tokens[t];
        while (at < names->count && names->at[at].span.end <= w->span.begin) {
            at++;
        }
        if (w->kind != GISA_TOKEN_WORD || (at < names->count && names->at[at].span.begin < w->span.end)) {
            continue;
        }
        uint32_t of = find_repeat(r, &a->document, names, w->span);
        struct gisa_span stem = {w->span.begin, w->span.end - 1};
        uint32_t josa = 0;
        for (; of == GISA_NONE && stem.end > w->stem_end; stem.end--) { /* 한빛도로|는, not 한빛도|로는 */
            of = gisa_josa_tail(&a->document, stem.end, w->span.end, &josa) ? find_repeat(r, &a->document, names, stem) : of;
        }
        of = of == GISA_NONE ? find_repeat(r, &a->document, names, (struct gisa_span){w->span.begin, w->stem_end}) : of;
        if (of != GISA_NONE) {
            struct gisa_name name = names->at[of];
            name.span = (struct gisa_span){stem.begin, stem.begin + gisa_span_length(name.span)};
            name.sentence = w->sentence;
            name.token = t;
            name.rule = "ko.entity.repeat";
            if (!gisa_names_push(run, out, name)) {
                return false;
            }
        }
    }
    return true;
}

/* What a club is called for short: 미르 of 미르 유나이티드, 가람 of FC가람; empty when it is no club. */
static struct gisa_span short_club(const struct gisa_document *d, struct gisa_span s) {
    uint32_t second = gisa_club_begin(d, s);
    if (second > s.begin) {
        return (struct gisa_span){s.begin, second - 1};
    }
    bool fc = gisa_span_length(s) >= 4 && d->key[s.begin] == 'f' && d->key[s.begin + 1] == 'c' &&
              d->cls[s.begin + 2] == GISA_CHAR_HANGUL;
    return (struct gisa_span){fc ? s.begin + 2 : s.end, s.end};
}

/* A club's short name taken for a person elsewhere is the club. */
static void turn_clubs(const struct gisa_document *d, struct gisa_names *names) {
    struct gisa_span clubs[MAX_CLUBS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count && count < MAX_CLUBS; i++) {
        clubs[count] = short_club(d, names->at[i].span);
        count += names->at[i].type == GISA_ENTITY_ORGANIZATION && !gisa_span_is_empty(clubs[count]);
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        for (uint32_t c = 0; c < count && names->at[i].type == GISA_ENTITY_PERSON; c++) {
            if (!names->at[i].own.in && gisa_same_text(d, names->at[i].span, clubs[c])) {
                names->at[i].type = GISA_ENTITY_ORGANIZATION;
            }
        }
    }
}

/* A foreign person of one word. */
static bool is_one_word(const struct gisa_document *d, const struct gisa_name *n) {
    return n->type == GISA_ENTITY_PERSON && !n->own.in && !n->canonical && !gisa_has_blank(d, n->span) && !gisa_looks_korean(d, n->span) &&
           gisa_span_length(n->span) >= 2 && d->cls[n->span.begin] == GISA_CHAR_HANGUL;
}

/* 다미르 | 주파니치, where 주파니치 is a person elsewhere: both words are one name here. */
static void join_families(const struct gisa_analysis *a, struct gisa_names *names) {
    enum { MOST = 32 };
    const struct gisa_document *d = &a->document;
    struct gisa_span families[MOST];
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count && count < MOST; i++) {
        bool fresh = is_one_word(d, &names->at[i]);
        for (uint32_t k = 0; k < count && fresh; k++) {
            fresh = !gisa_same_text(d, families[k], names->at[i].span);
        }
        families[count] = names->at[i].span;
        count += fresh;
    }
    for (uint32_t i = 0; count > 1 && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        const struct gisa_token *w = n->token + 1 < a->token_count ? &a->tokens[n->token + 1] : NULL;
        bool open = is_one_word(d, n) && w && w->sentence == n->sentence && w->kind == GISA_TOKEN_WORD && w->span.begin == n->span.end + 1 &&
                    (i + 1 == names->count || names->at[i + 1].span.begin >= w->span.end);
        for (uint32_t k = 0; k < count && open; k++) {
            struct gisa_span word = {w->span.begin, w->span.begin + gisa_span_length(families[k])};
            bool fits = word.end == w->span.end || word.end == w->stem_end;
            if (fits && gisa_same_text(d, word, families[k]) && !gisa_same_text(d, n->span, families[k])) {
                n->span.end = word.end;
                break;
            }
        }
    }
}

bool gisa_repeats_find(struct gisa_run *run, struct gisa_names *names) {
    turn_clubs(&run->out->document, names);
    struct repeats r = {.mask = 63};
    while (r.mask < names->count * 2) {
        r.mask = r.mask * 2 + 1;
    }
    r.head = gisa_arena_zeroed(run->scratch, (size_t)r.mask + 1, sizeof *r.head);
    r.next = gisa_arena_zeroed(run->scratch, names->count, sizeof *r.next);
    if (!r.head || !r.next) {
        return false;
    }
    for (uint32_t i = 0; i < names->count; i++) {
        const struct gisa_name *n = &names->at[i];
        bool thing = n->type != GISA_ENTITY_PERSON && (n->form == GISA_MENTION_NAME || n->same_as) && gisa_span_length(n->span) >= 2;
        if (thing && find_repeat(&r, &run->out->document, names, n->span) == GISA_NONE) {
            uint32_t slot = hash_of(&run->out->document, n->span) & r.mask;
            r.next[i] = r.head[slot];
            r.head[slot] = i + 1;
        }
    }
    for (uint32_t i = 0; i < names->count; i++) { /* a body that the model took for a person elsewhere */
        struct gisa_name *n = &names->at[i];
        if (n->type == GISA_ENTITY_PERSON && !n->own.in && !gisa_looks_korean(&run->out->document, n->span) &&
            !gisa_has_blank(&run->out->document, n->span)) {
            uint32_t thing = find_repeat(&r, &run->out->document, names, n->span);
            n->type = thing != GISA_NONE && names->at[thing].type == GISA_ENTITY_ORGANIZATION ? GISA_ENTITY_ORGANIZATION : n->type;
        }
    }
    join_families(run->out, names);
    struct gisa_names again = {0};
    struct gisa_names all = {0};
    if (!find_repeats(run, &r, names, &again) || !gisa_names_zip(run, names, &again, &all)) {
        return false;
    }
    *names = all;
    return true;
}
