/* SPDX-License-Identifier: Apache-2.0 */
#include "entity/amount_unit.h"

#include <string.h>

#include "counter_lex.h"
#include "currency_lex.h"
#include "currency_sign_lex.h"
#include "hedge_after_lex.h"
#include "hedge_before_lex.h"
#include "hedge_person_lex.h"
#include "text/hangul.h"
#include "token/token.h"
#include "unit_lex.h"

_Static_assert((int)GISA_HEDGE_BEFORE_MOD_EQUAL_OR_LESS == (int)GISA_MOD_EQUAL_OR_LESS &&
                   (int)GISA_HEDGE_AFTER_MOD_EQUAL_OR_LESS == (int)GISA_MOD_EQUAL_OR_LESS,
               "the tables name mods in the order of enum gisa_mod");

enum { FORM = 16, NTH = 0xC81C /* 제 */, RANGE_OF = 0xB300 /* 대 */ };

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

bool gisa_amount_is_letter(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_HANJA || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT ||
           cls == GISA_CHAR_JAMO;
}

uint32_t gisa_amount_word_end(const struct gisa_document *d, uint32_t pos, uint32_t end) {
    uint32_t most = end - pos < FORM ? end : pos + FORM;
    while (pos < most && gisa_amount_is_letter(d->cls[pos])) {
        pos++;
    }
    return pos;
}

static struct gisa_bytes_view view_of(const char *s) { return (struct gisa_bytes_view){s, (uint32_t)strlen(s)}; }

static uint32_t left_of(uint32_t pos, uint32_t end) { return end - pos < FORM ? end - pos : FORM; }

/* A hedge or sign word that ends at `end`, a word by itself or glued to the figures. Returns its begin. */
static uint32_t hedge_before(const struct gisa_document *d, struct gisa_amount_reading *r, uint32_t end) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_hedge_before_trie, d->key + end, left_of(r->bounds.begin, end), &row);
    if (!n || (end - n > r->bounds.begin && gisa_amount_is_letter(d->cls[end - n - 1]))) {
        return end;
    }
    const struct gisa_hedge_before_row *h = &gisa_hedge_before_rows[row];
    r->is_hedged = true;
    if (h->mod) {
        r->mod = (uint8_t)h->mod;
    }
    if (h->sign) {
        r->is_signed = true;
        r->negative = h->sign == GISA_HEDGE_BEFORE_SIGN_MINUS;
        r->span.begin = end - n;
    }
    return end - n;
}

static uint32_t sign_before(const struct gisa_document *d, struct gisa_amount_reading *r, uint32_t at) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_currency_sign_trie, d->key + at, left_of(r->bounds.begin, at), &row);
    if (n && (at - n == r->bounds.begin || !gisa_amount_is_letter(d->cls[at - n - 1]))) {
        r->unit = view_of(gisa_currency_sign_rows[row].code);
        r->is_signed_money = true;
        at -= n;
    }
    if (at > r->bounds.begin && (d->key[at - 1] == '-' || d->key[at - 1] == '+')) {
        bool open = at - 1 == r->bounds.begin || d->key[at - 2] == ' ' || d->key[at - 2] == '(';
        if (!open) {
            return GISA_NONE;
        }
        r->negative = d->key[at - 1] == '-';
        r->is_signed = true;
        at--;
    }
    return at;
}

bool gisa_amount_before(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n) {
    uint32_t at = r->number.begin;
    r->span = r->number;
    if (at == r->bounds.begin) {
        return true;
    }
    if (!n->has_digit) { /* spelled out: at a word's begin only; the caller has seen to it */
        at -= d->key[at - 1] == ' ';
        hedge_before(d, r, at);
        return true;
    }
    at = sign_before(d, r, at);
    if (at == GISA_NONE) {
        return false;
    }
    r->span.begin = at;
    if (at == r->bounds.begin) {
        return true;
    }
    uint8_t cls = d->cls[at - 1];
    uint32_t key = d->key[at - 1];
    if (key == NTH && (at - 1 == r->bounds.begin || !gisa_amount_is_letter(d->cls[at - 2]))) {
        r->is_nth = true;
        r->span.begin = at - 1;
        return true;
    }
    if (key == ' ' || cls == GISA_CHAR_HANGUL) {
        uint32_t word = at - (key == ' ');
        r->is_glued = hedge_before(d, r, word) == word && cls == GISA_CHAR_HANGUL;
        return true;
    }
    bool joins = key == '.' || key == ',' || key == '~' || key == ':' || key == '/';
    if (joins && at - 1 > r->bounds.begin && is_digit(d->key[at - 2])) {
        return false;
    }
    return key != '_' && key != '#' && key != '@' && !gisa_amount_is_letter(cls);
}

static bool is_written(const struct gisa_document *d, uint32_t pos, const char *as) {
    if (as[0] == '-' || as[0] == 0) {
        return true;
    }
    for (uint32_t i = 0; as[i]; i++) {
        if (d->ch[pos + i] != (uint32_t)(unsigned char)as[i]) {
            return false;
        }
    }
    return true;
}

/* Hedges and particles behind the unit, to the word's end; a mod in the next word counts too. */
static bool edge(const struct gisa_document *d, struct gisa_amount_reading *r, uint32_t at) {
    uint32_t josa = 0;
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t skip = at < r->bounds.end && d->key[at] == ' ';
        uint32_t row = 0;
        uint32_t left = r->bounds.end - at - skip;
        uint32_t n = left ? gisa_trie_longest(&gisa_hedge_after_trie, d->key + at + skip, left < FORM ? left : FORM, &row)
                          : 0;
        uint32_t word = gisa_amount_word_end(d, at, r->bounds.end);
        if (n && gisa_hedge_after_rows[row].mod && (!r->mod || r->mod == GISA_MOD_APPROX)) {
            r->mod = (uint8_t)gisa_hedge_after_rows[row].mod;
        }
        if (skip || word == at || gisa_josa_tail(d, at, word, &josa)) {
            return true;
        }
        if (!n) {
            bool money = r->type == GISA_AMOUNT_MONEY || r->type == GISA_AMOUNT_PERCENT || r->type == GISA_AMOUNT_COUNT;
            if (d->key[at] == RANGE_OF && money && i == 0) { /* 100억원대 */
                r->mod = r->mod ? r->mod : GISA_MOD_APPROX;
                at++;
                continue;
            }
            return r->type == GISA_AMOUNT_PERCENT && d->cls[at] == GISA_CHAR_HANGUL && !gisa_is_hangul(d->key[at - 1]);
        }
        at += n;
    }
    return true;
}

static bool is_person_next(const struct gisa_document *d, uint32_t at, uint32_t end) {
    uint32_t row = 0;
    at += at < end && d->key[at] == ' ';
    return at < end && gisa_trie_longest(&gisa_hedge_person_trie, d->key + at, left_of(at, end), &row) > 0;
}

/* 30대 남성, 트럭 30대가, 5대 은행 */
static bool decade(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n,
                   uint32_t at) {
    bool tens = n->has_digit && !n->scale && n->value >= 10 && n->value <= 90 && n->value % 10 == 0;
    if (tens && is_person_next(d, at, r->bounds.end)) {
        r->type = GISA_AMOUNT_AGE;
        r->unit = view_of("대");
        r->rule = "ko.amount.age-decade";
        return true;
    }
    if (r->is_nth) {
        return edge(d, r, at);
    }
    uint32_t josa = 0;
    uint32_t word = gisa_amount_word_end(d, at, r->bounds.end);
    bool sure = (word > at && gisa_josa_tail(d, at, word, &josa)) || n->hedge || r->is_hedged || n->value >= 100;
    return sure && !(tens && !n->hedge && !r->is_hedged) && edge(d, r, at);
}

static bool counted(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n,
                    const struct gisa_counter_row *c, struct gisa_span form) {
    static const uint8_t types[] = {GISA_AMOUNT_COUNT, GISA_AMOUNT_PERCENT, GISA_AMOUNT_POINT,   GISA_AMOUNT_RATIO,
                                    GISA_AMOUNT_AGE,   GISA_AMOUNT_ORDINAL, GISA_AMOUNT_ORDINAL, GISA_AMOUNT_COUNT};
    r->rule = "ko.amount.counter";
    r->type = types[c->kind];
    if (c->kind == GISA_COUNTER_KIND_EITHER && !r->is_nth) {
        r->type = GISA_AMOUNT_COUNT;
    }
    if (r->is_nth) {
        r->type = GISA_AMOUNT_ORDINAL;
    }
    bool ratio = c->kind == GISA_COUNTER_KIND_PERCENT || c->kind == GISA_COUNTER_KIND_POINT;
    r->unit = ratio ? view_of("%") : (struct gisa_bytes_view){NULL, 0};
    r->counter = ratio ? (struct gisa_span){0, 0} : form;
    if (n->value < c->least && !(c->kind == GISA_COUNTER_KIND_RATIO && n->scale)) {
        return false;
    }
    if (n->is_native && !c->tight && form.begin == r->number.end && r->number.end - r->number.begin < 2) {
        return false;
    }
    return c->kind == GISA_COUNTER_KIND_DECADE ? decade(d, r, n, form.end) : edge(d, r, form.end);
}

/* A long number needs no unit to be told: 3만2천, 2,735.12 */
static bool bare(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n) {
    bool telling = n->has_digit && (n->scale || n->value >= 10000 || n->length > 4) && !r->is_nth && !r->is_glued;
    for (uint32_t i = r->number.begin; telling && n->value < 10000 && !n->scale && i < r->number.end; i++) {
        telling = !is_digit(d->key[i]) || n->length > 4;
    }
    uint32_t at = r->number.end;
    if (at + 1 < r->bounds.end && d->key[at] != ' ' && !gisa_amount_is_letter(d->cls[at]) && is_digit(d->key[at + 1])) {
        return false;
    }
    uint32_t josa = 0;
    uint32_t word = gisa_amount_word_end(d, at, r->bounds.end);
    r->type = GISA_AMOUNT_NUMBER;
    r->rule = "ko.amount.number";
    return telling && gisa_josa_tail(d, at, word, &josa);
}

bool gisa_amount_behind(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n) {
    uint32_t at = r->number.end;
    uint32_t end = r->bounds.end;
    r->span.end = at;
    r->counter = (struct gisa_span){0, 0};
    if (n->hedge == GISA_NUMBER_MORE) {
        r->mod = GISA_MOD_MORE_THAN;
    }
    if (r->is_signed_money) {
        r->type = GISA_AMOUNT_MONEY;
        r->rule = "ko.amount.money-sign";
        return at == end || d->cls[at] != GISA_CHAR_LATIN;
    }
    at += at < end && d->key[at] == ' ';
    uint32_t left = left_of(at, end);
    uint32_t row[3] = {0, 0, 0};
    uint32_t money = left ? gisa_trie_longest(&gisa_currency_trie, d->key + at, left, &row[0]) : 0;
    uint32_t unit = left ? gisa_trie_longest(&gisa_unit_trie, d->key + at, left, &row[1]) : 0;
    uint32_t counter = left ? gisa_trie_longest(&gisa_counter_trie, d->key + at, left, &row[2]) : 0;
    const struct gisa_unit_row *u = &gisa_unit_rows[row[1]];
    if (unit && (!is_written(d, at, u->written) || (u->context == GISA_UNIT_CONTEXT_SIGNED && !r->is_signed))) {
        unit = 0;
    }
    if (r->is_glued && at != r->number.end) {
        return false; /* 코로나19 환자 */
    }
    if (counter && counter >= money && counter >= unit) {
        const struct gisa_counter_row *c = &gisa_counter_rows[row[2]];
        r->span.end = at + counter;
        if (c->kind == GISA_COUNTER_KIND_TIME) {
            return false;
        }
        return counted(d, r, n, c, (struct gisa_span){at, at + counter});
    }
    bool small = n->is_native && n->value < 10 && n->length < 2 && at == r->number.end;
    if ((money || unit) && !r->is_nth && !small) {
        uint32_t size = money >= unit ? money : unit;
        r->span.end = at + size;
        r->type = money >= unit ? GISA_AMOUNT_MONEY : GISA_AMOUNT_MEASURE;
        r->unit = view_of(money >= unit ? gisa_currency_rows[row[0]].code : u->id);
        r->places = money >= unit ? (uint8_t)gisa_currency_rows[row[0]].places : 0;
        r->rule = money >= unit ? "ko.amount.money" : "ko.amount.measure";
        return edge(d, r, at + size);
    }
    return bare(d, r, n);
}
