/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "desk/desk.h"
#include "desk_total_lex.h"
#include "text/seek.h"

enum { REACH = 2 /* tokens before an amount that may name it */, PARTS = 8, COMPARED = 256 };

static double value_of(struct gisa_bytes_view v) {
    char text[40];
    uint32_t n = v.size < sizeof text - 1 ? v.size : (uint32_t)sizeof text - 1;
    memcpy(text, v.bytes, n);
    text[n] = 0;
    char *end;
    double sum = 0, place = 0; /* digits by hand: strtod would ask the locale */
    bool minus = text[0] == '-';
    for (end = text + minus; *end; end++) {
        if (*end == '.') {
            place = 1;
        } else if (*end >= '0' && *end <= '9') {
            sum = sum * 10 + (*end - '0');
            place *= 10;
        }
    }
    sum = place > 1 ? sum / place : sum;
    return minus ? -sum : sum;
}

static bool same_unit(const struct gisa_amount *a, const struct gisa_amount *b) {
    return a->type == b->type && a->unit.size == b->unit.size && (!a->unit.size || memcmp(a->unit.bytes, b->unit.bytes, a->unit.size) == 0);
}

/* The token that begins at or behind pos, in its sentence. */
static uint32_t token_at(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos) {
    uint32_t first = a->sentences[sentence].first_token;
    return gisa_seek_begin(a->tokens, sizeof *a->tokens, first, first + a->sentences[sentence].token_count, pos);
}

/* What the amount is of: the nearest noun before it, without its particle. */
static struct gisa_span noun_before(const struct gisa_desk *k, const struct gisa_amount *m) {
    uint32_t first = k->a->sentences[m->sentence].first_token;
    uint32_t t = token_at(k->a, m->sentence, m->span.begin);
    for (uint32_t i = 1; i <= REACH && t >= first + i; i++) {
        const struct gisa_token *u = &k->a->tokens[t - i];
        if (u->kind == GISA_TOKEN_WORD && u->ending == GISA_ENDING_NONE && u->stem_end - u->span.begin >= 2 &&
            k->d->cls[u->span.begin] == GISA_CHAR_HANGUL) {
            return (struct gisa_span){u->span.begin, u->stem_end};
        }
        if (u->kind != GISA_TOKEN_WORD && k->d->key[u->span.begin] != ',') {
            break;
        }
    }
    return (struct gisa_span){0, 0};
}

static bool same_words(const struct gisa_document *d, struct gisa_span a, struct gisa_span b) {
    return gisa_span_length(a) == gisa_span_length(b) && !gisa_span_is_empty(a) &&
           memcmp(d->key + a.begin, d->key + b.begin, gisa_span_length(a) * sizeof *d->key) == 0;
}

/* A headline's amount of something that the body tells only with other, near figures. */
static void check_headline(struct gisa_desk *k, uint32_t index, uint32_t body) {
    const struct gisa_amount *h = &k->a->amounts[index];
    struct gisa_span noun = noun_before(k, h);
    double told = value_of(h->value);
    if (gisa_span_is_empty(noun) || (h->type != GISA_AMOUNT_MONEY && h->type != GISA_AMOUNT_PERCENT && h->type != GISA_AMOUNT_COUNT) ||
        h->value_to.size || told <= 0) {
        return;
    }
    const struct gisa_amount *other = NULL;
    for (uint32_t i = body; i < k->a->amount_count && i < body + COMPARED; i++) {
        const struct gisa_amount *m = &k->a->amounts[i];
        if (!same_unit(h, m)) {
            continue;
        }
        double value = value_of(m->value);
        double apart = value > told ? value / told : told / (value > 0 ? value : 1e-9);
        if (apart < 1.05 || (m->value_to.size && value <= told && told <= value_of(m->value_to))) {
            return; /* the body tells it too, rounded perhaps */
        }
        if (!other && same_words(k->d, noun, noun_before(k, m)) && apart < 1.5) {
            other = m;
        }
    }
    if (other) {
        gisa_desk_add(k, "amount-conflict", h->span, other->span);
    }
}

/* Does a word of the table (모두, 총, 합계, 더하면 ...) stand right before? */
static bool is_total(const struct gisa_desk *k, const struct gisa_amount *m, bool *open) {
    uint32_t first = k->a->sentences[m->sentence].first_token;
    uint32_t t = token_at(k->a, m->sentence, m->span.begin);
    bool total = false;
    *open = false;
    for (uint32_t i = 1; i <= 2 && t >= first + i; i++) {
        const struct gisa_token *u = &k->a->tokens[t - i];
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_desk_total_trie, k->d->key + u->span.begin, gisa_span_length(u->span), &row);
        total = total || (n && gisa_desk_total_rows[row].kind == GISA_DESK_TOTAL_KIND_TOTAL);
        *open = *open || (n && gisa_desk_total_rows[row].kind == GISA_DESK_TOTAL_KIND_OPEN);
    }
    return total;
}

/* 3명, 5명으로 모두 9명: all exact, of one unit, in one sentence, and the list is not left open by 등. */
static void check_sum(struct gisa_desk *k, uint32_t index) {
    const struct gisa_amount *m = &k->a->amounts[index];
    bool open = false;
    if (!is_total(k, m, &open) || open || m->mod || m->value_to.size || m->type == GISA_AMOUNT_PERCENT) {
        return;
    }
    double sum = 0, most = 0;
    uint32_t parts = 0;
    struct gisa_span first = {0, 0};
    for (uint32_t i = index; i-- > 0 && k->a->amounts[i].sentence == m->sentence && parts <= PARTS;) {
        const struct gisa_amount *p = &k->a->amounts[i];
        if (!same_unit(p, m)) {
            continue;
        }
        if (p->mod || p->value_to.size) {
            return;
        }
        double value = value_of(p->value);
        sum += value;
        most = value > most ? value : most;
        parts++;
        first = p->span;
    }
    double total = value_of(m->value);
    double apart = sum > total ? sum - total : total - sum;
    if (parts >= 2 && parts <= PARTS && total > most && apart > 0.005 * total && apart < 0.5 * total) {
        gisa_desk_add(k, "sum-mismatch", m->span, first);
    }
}

void gisa_desk_amounts(struct gisa_desk *k) {
    enum { HEADLINES = 8 };
    uint32_t body = 0;
    while (body < k->a->amount_count &&
           k->a->segments[k->a->sentences[k->a->amounts[body].sentence].segment].kind != GISA_SEGMENT_PARAGRAPH) {
        body++;
    }
    for (uint32_t i = 0; i < body && i < HEADLINES && !k->failed; i++) {
        uint8_t kind = k->a->segments[k->a->sentences[k->a->amounts[i].sentence].segment].kind;
        if (kind == GISA_SEGMENT_HEADLINE || kind == GISA_SEGMENT_SUBHEADLINE) {
            check_headline(k, i, body);
        }
    }
    for (uint32_t i = 0; i < k->a->amount_count && !k->failed; i++) {
        check_sum(k, i);
    }
}
