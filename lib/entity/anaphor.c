/* SPDX-License-Identifier: Apache-2.0 */
/* 그는, 고인은: words that mean the person named last, told only where nobody else can be meant. */
#include "anaphor_lex.h"
#include "death_lex.h"
#include "entity/entity.h"
#include "text/seek.h"

struct finder {
    struct gisa_run *run;
    const struct gisa_analysis *a;
    const struct gisa_names *names;
    struct gisa_names *out;
    uint32_t next; /* the first name not yet passed */
    uint32_t dead; /* who is 고인; GISA_NONE if nobody is told dead */
};

/* The name that a later one of the same person points at. */
static uint32_t whole_of(const struct gisa_names *names, uint32_t i) {
    for (uint32_t steps = 0; steps < 4 && names->at[i].row != GISA_NONE; steps++) {
        i = names->at[i].row;
    }
    return i;
}

/* The one person that a word of this sentence can mean, or GISA_NONE. */
static uint32_t person_before(const struct finder *f, uint32_t sentence) {
    uint32_t segment = f->a->sentences[sentence].segment;
    const struct gisa_name *last = f->out->count ? &f->out->at[f->out->count - 1] : NULL;
    bool goes_on = last && last->sentence + 1 >= sentence && f->a->sentences[last->sentence].segment == segment;
    uint32_t one = goes_on ? whole_of(f->names, last->row) : GISA_NONE; /* 그는 … 그의 */
    for (uint32_t i = f->next; i-- > 0;) {
        const struct gisa_name *n = &f->names->at[i];
        if (n->sentence + 1 < sentence || f->a->sentences[n->sentence].segment != segment) {
            break;
        }
        if (n->type != GISA_ENTITY_PERSON) {
            continue;
        }
        uint32_t whole = whole_of(f->names, i);
        if (one != GISA_NONE && whole != one && !gisa_same_text(&f->a->document, f->names->at[whole].span, f->names->at[one].span)) {
            return GISA_NONE;
        }
        one = whole;
    }
    return one;
}

/* The first person of the first sentence that tells of a death. */
static uint32_t dead_of(const struct gisa_analysis *a, const struct gisa_names *names) {
    uint32_t told = GISA_NONE; /* the sentence last looked at */
    for (uint32_t i = 0; i < names->count; i++) {
        const struct gisa_name *n = &names->at[i];
        if (n->type != GISA_ENTITY_PERSON || n->sentence == told) {
            continue;
        }
        told = n->sentence;
        const struct gisa_sentence *s = &a->sentences[told];
        for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
            uint32_t row = 0;
            uint32_t at = a->tokens[t].span.begin;
            if (gisa_trie_longest(&gisa_death_trie, a->document.key + at, s->span.end - at, &row)) {
                return whole_of(names, i);
            }
        }
    }
    return GISA_NONE;
}

/* What a token that means somebody means; NULL if it means nobody. */
static const struct gisa_anaphor_row *anaphor_at(const struct gisa_document *d, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t n = t->stem_end - t->span.begin;
    bool whole = t->josa && t->span.end > t->stem_end && gisa_trie_longest(&gisa_anaphor_trie, d->key + t->span.begin, n, &row) == n;
    return whole ? &gisa_anaphor_rows[row] : NULL;
}

static bool is_mark(uint32_t ch) { return ch == '"' || ch == 0x201C || ch == 0x201D; }

static bool read_sentence(struct finder *f, uint32_t sentence) {
    const struct gisa_analysis *a = f->a;
    const struct gisa_sentence *s = &a->sentences[sentence];
    bool quoted = false;
    for (uint32_t i = s->first_token; i < s->first_token + s->token_count; i++) {
        const struct gisa_token *t = &a->tokens[i];
        while (f->next < f->names->count && f->names->at[f->next].span.begin < t->span.begin) {
            f->next++;
        }
        quoted = is_mark(a->document.ch[t->span.begin]) ? !quoted : quoted;
        bool is_named = (f->next < f->names->count && f->names->at[f->next].span.begin < t->span.end) ||
                        (f->next && f->names->at[f->next - 1].span.end > t->span.begin);
        const struct gisa_anaphor_row *word = quoted || is_named ? NULL : anaphor_at(&a->document, t);
        uint32_t person = !word ? GISA_NONE : word->of == GISA_ANAPHOR_OF_DEAD ? f->dead : person_before(f, sentence);
        if (person == GISA_NONE) {
            continue;
        }
        struct gisa_name n = gisa_blank_name((struct gisa_span){t->span.begin, t->stem_end}, sentence, i, GISA_ENTITY_PERSON);
        n.form = GISA_MENTION_PRONOUN;
        n.rule = "ko.entity.anaphor";
        n.row = person;
        if (!gisa_names_push(f->run, f->out, n)) {
            return false;
        }
    }
    return true;
}

bool gisa_anaphors_find(struct gisa_run *run, const struct gisa_names *names, struct gisa_names *out) {
    struct finder f = {.run = run, .a = run->out, .names = names, .out = out, .dead = dead_of(run->out, names)};
    for (uint32_t i = 0; i < run->out->sentence_count; i++) {
        if (!read_sentence(&f, i)) {
            return false;
        }
    }
    return true;
}
