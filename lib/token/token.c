/* SPDX-License-Identifier: Apache-2.0 */
#include "token/token.h"

#include "base/array.h"
#include "pass.h"

struct tokenizer {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_token *at;
    uint32_t count;
    uint32_t cap;
};

static bool is_letter(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_HANJA || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT ||
           cls == GISA_CHAR_JAMO;
}

static bool is_blank(uint8_t cls) { return cls == GISA_CHAR_BLANK || cls == GISA_CHAR_NEWLINE; }

/* 3.5 and 1,500; R&D, S/W, e-mail, F-16, O'Neil */
static bool joins(const struct gisa_document *d, uint32_t i) {
    uint8_t a = d->cls[i - 1];
    uint8_t b = d->cls[i + 1];
    switch (d->key[i]) {
    case '.': case ',':
        return a == GISA_CHAR_DIGIT && b == GISA_CHAR_DIGIT;
    case '&': case '/': case '\'': case '+':
        return a == GISA_CHAR_LATIN && b == GISA_CHAR_LATIN;
    case '-':
        return a == GISA_CHAR_LATIN && (b == GISA_CHAR_LATIN || b == GISA_CHAR_DIGIT);
    default:
        return false;
    }
}

static uint32_t word_end(const struct gisa_document *d, uint32_t i, uint32_t end) {
    while (i < end && (is_letter(d->cls[i]) || (i + 1 < end && joins(d, i)))) {
        i++;
    }
    return i;
}

static bool read_sentence(struct tokenizer *z, uint32_t index, struct gisa_sentence *s) {
    bool space = true;
    s->first_token = z->count;
    for (uint32_t i = s->span.begin; i < s->span.end;) {
        if (is_blank(z->d->cls[i])) {
            space = true;
            i++;
            continue;
        }
        bool word = is_letter(z->d->cls[i]);
        uint32_t end = word ? word_end(z->d, i + 1, s->span.end) : i + 1;
        if (z->count == z->cap &&
            !(z->at = gisa_array_grow(z->run->arena, z->at, &z->cap, z->count + 1, sizeof *z->at))) {
            return false;
        }
        struct gisa_token *t = &z->at[z->count++];
        *t = (struct gisa_token){.span = {i, end}, .stem_end = end, .sentence = index, .space_before = space,
                                 .kind = word ? GISA_TOKEN_WORD : GISA_TOKEN_PUNCT};
        if (word) {
            gisa_particle_read(z->d, t);
            gisa_ending_read(z->d, t);
        }
        space = false;
        i = end;
    }
    s->token_count = z->count - s->first_token;
    return true;
}

enum gisa_status gisa_token_run(struct gisa_run *run) {
    struct tokenizer z = {.run = run, .d = gisa_run_document(run)};
    struct gisa_sentence *sentences = (struct gisa_sentence *)run->out->sentences; /* made for this pass to fill */
    for (uint32_t i = 0; i < run->out->sentence_count; i++) {
        if (!read_sentence(&z, i, &sentences[i])) {
            return GISA_NO_MEMORY;
        }
    }
    run->out->tokens = z.at;
    run->out->token_count = z.count;
    return GISA_OK;
}
