/* SPDX-License-Identifier: Apache-2.0 */
/* Checks of the text itself, and the credit of captions. */
#include "base/array.h"
#include "segment/segment.h"
#include "segment_cue_lex.h"

enum { DEPTH = 16, CREDIT_MOST = 30, MOST_CHECKS = 64 };

struct checker {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_check *at;
    uint32_t count;
    uint32_t cap;
};

static bool push(struct checker *c, const char *code, uint32_t at) {
    if (c->count == MOST_CHECKS) {
        return true;
    }
    if (c->count == c->cap && !(c->at = gisa_array_grow(c->run->arena, c->at, &c->cap, c->count + 1, sizeof *c->at))) {
        return false;
    }
    c->at[c->count++] = (struct gisa_check){code, {at, at + 1}, {0, 0}, GISA_CHECK_WARNING};
    return true;
}

/* The closing bracket of an opening one; 0 for anything else. Marks of quotation are no brackets. */
static uint32_t partner(uint32_t k) {
    return k == '(' ? ')' : k == '[' ? ']' : k == '{' ? '}' : 0;
}

static bool check_brackets(struct checker *c, struct gisa_span s) {
    uint32_t stack[DEPTH];
    uint32_t depth = 0;
    for (uint32_t i = s.begin; i < s.end; i++) {
        uint32_t k = c->d->key[i];
        if (partner(k)) {
            if (depth == DEPTH) { /* no prose nests so deep */
                return true;
            }
            stack[depth++] = i;
        } else if (k == ')' || k == ']' || k == '}') {
            bool enumerates = k == ')' && i > s.begin && depth == 0 &&
                              (i < s.begin + 3 || c->d->key[i - 2] == ' '); /* "1) ", " 가) " */
            if (depth && partner(c->d->key[stack[depth - 1]]) == k) {
                depth--;
            } else if (!enumerates && !push(c, "unbalanced-bracket", i)) {
                return false;
            }
        }
    }
    for (uint32_t i = 0; i < depth; i++) {
        if (!push(c, "unbalanced-bracket", stack[i])) {
            return false;
        }
    }
    return true;
}

/* A single vowel, or a consonant inside a word, is a slip of the keys. ㄱ씨, ㅋㅋ and lists of jamo are meant. */
static bool check_jamo(struct checker *c, struct gisa_span s) {
    const uint8_t *cls = c->d->cls;
    for (uint32_t i = s.begin; i < s.end; i++) {
        if (cls[i] != GISA_CHAR_JAMO) {
            continue;
        }
        uint32_t k = c->d->key[i];
        bool vowel = k >= 0x314F && k <= 0x3163;
        bool before = i > s.begin && cls[i - 1] == GISA_CHAR_HANGUL;
        bool behind = i + 1 < s.end && cls[i + 1] == GISA_CHAR_HANGUL;
        bool alone = !(i > s.begin && cls[i - 1] == GISA_CHAR_JAMO) && !(i + 1 < s.end && cls[i + 1] == GISA_CHAR_JAMO);
        bool slip = alone && ((vowel && (before || behind)) || (!vowel && before && behind));
        if (slip && !push(c, "stray-jamo", i)) {
            return false;
        }
    }
    return true;
}

enum gisa_status gisa_text_checks(struct gisa_run *run) {
    struct checker c = {.run = run, .d = gisa_run_document(run)};
    for (uint32_t i = 0; i < run->out->segment_count; i++) {
        const struct gisa_segment *s = &run->out->segments[i];
        if (gisa_segment_tells(s->kind) && (!check_brackets(&c, s->span) || !check_jamo(&c, s->span))) {
            return GISA_NO_MEMORY;
        }
    }
    run->out->checks = c.at;
    run->out->check_count = c.count;
    return GISA_OK;
}

struct gisa_span gisa_caption_credit(const struct gisa_document *d, struct gisa_span caption) {
    struct gisa_span credit = {caption.begin, caption.begin};
    for (uint32_t i = caption.begin; i < caption.end;) {
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + i, caption.end - i, &row);
        uint32_t sign = n ? d->key[i + n - 1] : 0;
        bool source = n && gisa_segment_cue_rows[row].kind == GISA_SEGMENT_CUE_KIND_CAPTION && (sign == '=' || sign == ':');
        bool rights = d->key[i] == 0x24D2 || d->key[i] == 0xA9; /* ⓒ © */
        if (source || rights) {
            uint32_t begin = i + (source ? n : 1);
            while (begin < caption.end && d->cls[begin] == GISA_CHAR_BLANK) {
                begin++;
            }
            uint32_t end = begin;
            while (end < caption.end && end - begin < CREDIT_MOST && d->cls[end] != GISA_CHAR_CLOSE && d->key[end] != '>' &&
                   d->key[end] != '/' && d->key[end] != ',' && d->cls[end] != GISA_CHAR_STOP) {
                end++;
            }
            while (end > begin && d->cls[end - 1] == GISA_CHAR_BLANK) {
                end--;
            }
            if (end > begin) {
                return (struct gisa_span){begin, end};
            }
        }
        i += n ? n : 1;
    }
    return credit;
}
