/* SPDX-License-Identifier: Apache-2.0 */
/* Amounts: a number, what stands around it (amount_unit.c) and the range it opens. Numbers that belong to dates,
 * clock times, durations, phone numbers and versions are passed over: the time engine reads them. */
#include <string.h>

#include "base/array.h"
#include "entity/amount_period.h"
#include "entity/amount_unit.h"
#include "multiplier_lex.h"
#include "pass.h"
#include "text/hangul.h"
#include "text/number.h"
#include "token/token.h"

enum { WINDOW = 64 };

struct amounts {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_amount *at;
    uint32_t count;
    uint32_t cap;
};

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* The number at pos, within the sentence; vague ones (수십) have no value to tell. */
static bool number_at(const struct gisa_document *d, uint32_t pos, uint32_t end, struct gisa_number *n) {
    uint32_t left = end - pos < WINDOW ? end - pos : WINDOW;
    if (!left || !gisa_number_read(d->key + pos, left, n) || !n->length || n->hedge == GISA_NUMBER_VAGUE) {
        return false;
    }
    /* spelled out, one syllable is a syllable (오전, 사장), and so is a digit with 조 (구조대) */
    return !n->is_sino || (n->length >= 2 && !(n->length == 2 && n->value >= INT64_C(1000000000000)));
}

/* 07 and 007 are codes, 0.7 and 0 are numbers. */
static bool is_code(const struct gisa_document *d, uint32_t pos, uint32_t end) {
    return d->key[pos] == '0' && pos + 1 < end && is_digit(d->key[pos + 1]);
}

static bool is_word(const struct gisa_number *n) {
    return n->is_sino && (n->value < 10 || (n->length <= 2 && (n->value >= 10000 || n->scale)));
}

static struct gisa_bytes_view keep_number(struct amounts *z, int64_t value, uint8_t scale) {
    char text[32];
    uint32_t n = gisa_number_format(value, scale, text);
    char *at = gisa_arena_alloc(z->run->arena, n, 1);
    if (at) {
        memcpy(at, text, n);
    }
    return (struct gisa_bytes_view){at, n};
}

/* 3~5조: the lower end shares 조 when it stands without one and is the smaller figure. */
static void share_multiplier(const struct gisa_document *d, uint32_t low_begin, struct gisa_number *low,
                             uint32_t high_begin, const struct gisa_number *high) {
    struct gisa_number figure;
    uint32_t n = 0;
    while (n < high->length && (is_digit(d->key[high_begin + n]) || d->key[high_begin + n] == '.')) {
        n++;
    }
    bool bare = true;
    for (uint32_t i = 0; i < low->length; i++) {
        bare = bare && (is_digit(d->key[low_begin + i]) || d->key[low_begin + i] == '.');
    }
    if (!bare || !n || n == high->length || !gisa_number_read(d->key + high_begin, n, &figure) || !figure.value ||
        high->scale) {
        return;
    }
    int64_t factor = 1;
    int64_t value = figure.value;
    while (factor < INT64_C(10000000000000000) && value <= INT64_MAX / 10 && value < high->value) {
        value *= 10;
        factor *= 10;
    }
    if (value != high->value || factor < 10 || low->value > INT64_MAX / factor) {
        return;
    }
    for (uint32_t i = 0; i < figure.scale && factor <= INT64_MAX / 10; i++) {
        factor *= 10; /* value was counted from figure * 10^scale */
    }
    if (low->value <= INT64_MAX / factor) {
        low->value *= factor;
    }
}

static bool push(struct amounts *z, uint32_t sentence, const struct gisa_amount_reading *r,
                 const struct gisa_number *low, const struct gisa_number *high) {
    if (z->count == z->cap && !(z->at = gisa_array_grow(z->run->arena, z->at, &z->cap, z->count + 1, sizeof *z->at))) {
        return false;
    }
    struct gisa_amount *m = &z->at[z->count];
    *m = (struct gisa_amount){.span = r->span, .sentence = sentence, .type = r->type, .mod = r->mod, .unit = r->unit,
                              .period = GISA_NONE, .rule = r->rule};
    if (!gisa_span_is_empty(r->counter)) {
        m->unit = gisa_run_text(z->run, r->counter);
        if (!m->unit.bytes) {
            return false;
        }
    }
    uint8_t places = (uint8_t)(low->scale + r->places);
    m->value = keep_number(z, r->negative ? -low->value : low->value, places);
    if (!m->value.bytes) {
        return false;
    }
    if (high) {
        m->value_to = keep_number(z, r->negative ? -high->value : high->value, (uint8_t)(high->scale + r->places));
        if (!m->value_to.bytes) {
            return false;
        }
    }
    z->count++;
    return true;
}

/* 3-1, 2대1, 5.3대 1: two figures and nothing else. Returns the end, or 0. */
static uint32_t score_at(const struct gisa_document *d, uint32_t pos, uint32_t end, const struct gisa_number *low,
                         struct gisa_number *high) {
    uint32_t at = pos + low->length;
    if (at + 1 >= end || !low->has_digit || low->value > 99999 || low->hedge) {
        return 0;
    }
    bool hyphen = d->key[at] == '-';
    if (!hyphen && d->key[at] != 0xB300 /* 대 */) {
        return 0;
    }
    at++;
    if (!hyphen && at < end && d->key[at] == ' ') {
        at++;
    }
    if (at >= end || !is_digit(d->key[at]) || is_code(d, at, end) || !number_at(d, at, end, high) || high->hedge ||
        (hyphen && (low->scale || high->scale || low->value > 99 || high->value > 99))) {
        return 0;
    }
    at += high->length;
    uint32_t josa = 0;
    uint32_t word = gisa_amount_word_end(d, at, end);
    bool goes_on = at + 1 < end && (d->key[at] == '-' || d->key[at] == '.' || d->key[at] == '/' || d->key[at] == '~') &&
                   is_digit(d->key[at + 1]);
    return !goes_on && d->key[at < end ? at : pos] != '%' && gisa_josa_tail(d, at, word, &josa) ? at : 0;
}

static bool same_unit(const struct gisa_document *d, const struct gisa_amount_reading *x,
                      const struct gisa_amount_reading *y) {
    uint32_t n = gisa_span_length(x->counter);
    return x->unit.size == y->unit.size && n == gisa_span_length(y->counter) &&
           (!n || !memcmp(d->key + x->counter.begin, d->key + y->counter.begin, n * sizeof *d->key)) &&
           (!x->unit.size || !memcmp(x->unit.bytes, y->unit.bytes, x->unit.size));
}

/* The upper end of a range behind `at`: its begin, or 0. */
static uint32_t range_at(const struct gisa_document *d, uint32_t at, uint32_t end, struct gisa_number *high) {
    if (at < end && d->key[at] == ' ' && at + 1 < end && d->key[at + 1] == '~') {
        at++;
    }
    if (at >= end || (d->key[at] != '~' && d->key[at] != '-')) {
        return 0;
    }
    at++;
    if (at < end && d->key[at] == ' ') {
        at++;
    }
    if (at >= end || !is_digit(d->key[at]) || is_code(d, at, end) || !number_at(d, at, end, high)) {
        return 0;
    }
    return at;
}

static uint32_t skip_figures(const struct gisa_document *d, uint32_t pos, uint32_t end) {
    while (pos < end && (is_digit(d->key[pos]) || ((d->key[pos] == '.' || d->key[pos] == ',' || d->key[pos] == '-' ||
                                                    d->key[pos] == '/' || d->key[pos] == ':') &&
                                                   pos + 1 < end && is_digit(d->key[pos + 1])))) {
        pos++;
    }
    return pos;
}

/* $1.2 billion: an English word that multiplies the figures before it. */
static void take_multiplier(const struct gisa_document *d, uint32_t pos, uint32_t end, struct gisa_number *n) {
    uint32_t at = pos + n->length;
    uint32_t row = 0;
    at += at < end && d->key[at] == ' ';
    uint32_t length = at < end && n->has_digit ? gisa_trie_longest(&gisa_multiplier_trie, d->key + at, end - at, &row) : 0;
    if (!length || (at + length < end && d->cls[at + length] == GISA_CHAR_LATIN)) {
        return;
    }
    int64_t value = n->value;
    int power = (int)gisa_multiplier_rows[row].power;
    while (power > 0 && n->scale) {
        n->scale--;
        power--;
    }
    for (; power > 0; power--) {
        if (value > INT64_MAX / 10) {
            return;
        }
        value *= 10;
    }
    n->value = value;
    n->length = at + length - pos;
}

/* 도담로 12-3: figures behind a road's name are an address. */
static bool is_address(const struct gisa_document *d, uint32_t begin, uint32_t pos) {
    if (pos < begin + 3 || d->key[pos - 1] != ' ') {
        return false;
    }
    uint32_t last = d->key[pos - 2];
    return last == 0xAE38 /* 길 */ || (last == 0xB85C /* 로 */ && d->key[pos - 3] != 0xC73C /* 으 */ && d->cls[pos - 3] == GISA_CHAR_HANGUL);
}

/* Reads what begins at pos; *next = where to go on. */
static bool read_at(struct amounts *z, uint32_t sentence, uint32_t pos, struct gisa_span s, uint32_t *next) {
    const struct gisa_document *d = z->d;
    struct gisa_number low;
    struct gisa_number high;
    bool figure = is_digit(d->key[pos]);
    *next = figure ? skip_figures(d, pos, s.end) : pos + 1;
    struct gisa_amount_reading r = {.number = {pos, pos}, .bounds = s};
    /* 오전, 이 회사, 구조대: one spelled digit, or one before 조, is a word's beginning rather than a number. */
    if ((figure && is_code(d, pos, s.end)) || !number_at(d, pos, s.end, &low) || is_word(&low) || !gisa_amount_before(d, &r, &low)) {
        return true;
    }
    take_multiplier(d, pos, s.end, &low);
    r.number.end = pos + low.length;
    uint32_t floor = z->count ? z->at[z->count - 1].span.end : s.begin;
    uint32_t end = figure ? score_at(d, pos, s.end, &low, &high) : 0;
    if (end && d->key[pos + low.length] == '-' && is_address(d, s.begin, pos)) {
        *next = end;
        return true;
    }
    if (end && !r.is_nth && !r.unit.size) {
        r.span = (struct gisa_span){pos, end};
        r.type = GISA_AMOUNT_SCORE;
        r.rule = "ko.amount.score";
        r.negative = false;
        *next = end;
        return push(z, sentence, &r, &low, &high);
    }
    uint32_t upper = figure ? range_at(d, r.number.end, s.end, &high) : 0;
    bool ranged = false;
    if (upper) {
        struct gisa_amount_reading both = r;
        both.number.end = upper + high.length;
        bool known = gisa_amount_behind(d, &both, &high);
        *next = both.span.end > *next ? both.span.end : *next;
        if (!known || both.type == GISA_AMOUNT_NUMBER || both.type == GISA_AMOUNT_ORDINAL) {
            return true; /* 3~4개월, 12-3: no amount */
        }
        share_multiplier(d, pos, &low, upper, &high);
        r = both;
        ranged = true;
    } else if (!gisa_amount_behind(d, &r, &low)) {
        *next = r.span.end > *next ? r.span.end : *next;
        return true;
    } else if ((upper = range_at(d, r.span.end, s.end, &high))) { /* 3%~5% */
        struct gisa_amount_reading both = r;
        both.number.end = upper + high.length;
        both.unit = (struct gisa_bytes_view){NULL, 0};
        both.is_signed_money = false;
        if (gisa_amount_behind(d, &both, &high) && both.type == r.type && same_unit(d, &both, &r)) {
            r = both;
            ranged = true;
        }
    }
    *next = r.span.end > pos ? r.span.end : pos + 1;
    if (r.span.begin < floor) {
        r.span.begin = pos;
    }
    return push(z, sentence, &r, &low, ranged ? &high : NULL);
}

static bool read_sentence(struct amounts *z, uint32_t index, struct gisa_span s) {
    const struct gisa_document *d = z->d;
    for (uint32_t i = s.begin; i < s.end;) {
        uint32_t next = i + 1;
        uint8_t cls = d->cls[i];
        bool begins = is_digit(d->key[i]) ||
                      (cls == GISA_CHAR_HANGUL && (i == s.begin || !gisa_amount_is_letter(d->cls[i - 1])));
        if (begins && !read_at(z, index, i, s, &next)) {
            return false;
        }
        i = next;
    }
    return true;
}

enum gisa_status gisa_amount_run(struct gisa_run *run) {
    struct amounts z = {.run = run, .d = gisa_run_document(run)};
    for (uint32_t i = 0; i < run->out->sentence_count; i++) {
        if (!read_sentence(&z, i, run->out->sentences[i].span)) {
            return GISA_NO_MEMORY;
        }
    }
    gisa_amount_periods(run->out, z.at, z.count);
    run->out->amounts = z.at;
    run->out->amount_count = z.count;
    return GISA_OK;
}
