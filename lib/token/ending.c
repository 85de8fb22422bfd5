/* SPDX-License-Identifier: Apache-2.0 */
#include "ending_lex.h"
#include "modality_lex.h"
#include "text/hangul.h"
#include "token/token.h"

_Static_assert((int)GISA_ENDING_ENDING_NOMINAL == (int)GISA_ENDING_NOMINAL &&
                   (int)GISA_ENDING_TENSE_FUTURE == (int)GISA_TENSE_FUTURE &&
                   (int)GISA_ENDING_MODALITY_REPORTED == (int)GISA_MODALITY_REPORTED &&
                   (int)GISA_MODALITY_MODALITY_REPORTED == (int)GISA_MODALITY_REPORTED,
               "the tables name their values in the order of analysis.h");

enum { LONGEST = 8, CLAUSE = 64, IT = 0xC788 /* 있 */, GET = 0xACA0 /* 겠 */ };

static bool agrees(uint8_t before, uint32_t ch) {
    if (before == GISA_ENDING_BEFORE_ANY) {
        return true;
    }
    if (before == GISA_ENDING_BEFORE_BEGIN || !gisa_is_hangul(ch)) {
        return before == GISA_ENDING_BEFORE_BEGIN && !ch;
    }
    uint32_t jong = gisa_hangul_jong(ch);
    switch (before) {
    case GISA_ENDING_BEFORE_PAST:
        return jong == GISA_JONG_SS;
    case GISA_ENDING_BEFORE_BIEUP:
        return jong == GISA_JONG_B;
    case GISA_ENDING_BEFORE_NIEUN:
        return jong == GISA_JONG_N;
    case GISA_ENDING_BEFORE_RIEUL:
        return jong == GISA_JONG_L;
    case GISA_ENDING_BEFORE_CONSONANT:
        return jong != GISA_JONG_NONE;
    default:
        return jong == GISA_JONG_NONE;
    }
}

static void take(struct gisa_token *t, const struct gisa_ending_row *row, uint32_t before) {
    t->ending = row->ending;
    t->tense = row->tense;
    t->modality = (uint8_t)row->modality;
    if (row->before == GISA_ENDING_BEFORE_PAST) { /* 있다 is now, 하겠다 is to come */
        t->tense = before == IT ? GISA_TENSE_PRESENT : before == GET ? GISA_TENSE_FUTURE : row->tense;
    }
}

void gisa_ending_read(const struct gisa_document *d, struct gisa_token *t) {
    uint32_t node = 0;
    uint32_t length = gisa_span_length(t->span);
    t->tense = GISA_TENSE_NONE;
    t->ending = GISA_ENDING_NONE;
    for (uint32_t n = 1; n <= LONGEST && n <= length; n++) {
        node = gisa_trie_step(&gisa_ending_trie, node, d->key[t->span.end - n]);
        if (!node) {
            break;
        }
        uint32_t before = n < length ? d->key[t->span.end - n - 1] : 0;
        for (uint32_t e = gisa_ending_trie.value[node]; e; e = gisa_ending_entries[e - 1].next) {
            const struct gisa_ending_row *row = &gisa_ending_rows[gisa_ending_entries[e - 1].row];
            if (agrees(row->before, before)) {
                take(t, row, before);
                break;
            }
        }
    }
}

/* Modality words that begin at key[pos] or, for forms with their verb's ending (고 있), at the end of the word before. */
static uint32_t modality_at(const struct gisa_analysis *a, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t left = a->document.count - t->span.begin;
    uint32_t n = gisa_trie_longest(&gisa_modality_trie, a->document.key + t->span.begin, left < 16 ? left : 16, &row);
    bool named = t->span.end < a->document.count && a->document.key[t->span.end] == '\''; /* '급식실 3개년 계획'을 발표했다 */
    uint32_t bits = n && !named ? gisa_modality_rows[row].modality : 0;
    for (uint32_t k = 1; k <= 2 && k < gisa_span_length(t->span); k++) { /* -기로 했다, -고 있다, -지 않았다 */
        uint32_t at = t->span.end - k;
        left = a->document.count - at;
        n = gisa_trie_longest(&gisa_modality_trie, a->document.key + at, left < 16 ? left : 16, &row);
        if (n > k + 1) {
            bits |= gisa_modality_rows[row].modality;
        }
    }
    return bits;
}

void gisa_clause_read(const struct gisa_analysis *a, uint32_t token, struct gisa_clause *out) {
    const struct gisa_sentence *s = &a->sentences[a->tokens[token].sentence];
    uint32_t end = s->first_token + s->token_count;
    *out = (struct gisa_clause){token, end, GISA_TENSE_NONE, GISA_ENDING_NONE, 0};
    for (uint32_t i = token; i < end && i < token + CLAUSE; i++) {
        const struct gisa_token *t = &a->tokens[i];
        if (t->kind != GISA_TOKEN_WORD) {
            continue;
        }
        uint32_t modality = modality_at(a, t);
        out->modality |= (uint8_t)modality;
        if (t->tense != GISA_TENSE_NONE && out->tense == GISA_TENSE_NONE && t->ending != GISA_ENDING_ADNOMINAL) {
            out->tense = t->tense;
        }
        bool auxiliary = modality & (GISA_MODALITY_PROGRESSIVE | GISA_MODALITY_NEGATED | GISA_MODALITY_PLANNED);
        bool closes = t->ending == GISA_ENDING_FINAL ||
                      (t->ending == GISA_ENDING_CONNECTIVE && !auxiliary && (i > token || t->tense));
        if (closes && !(auxiliary && t->ending == GISA_ENDING_CONNECTIVE)) {
            out->ending = t->ending;
            out->end = i + 1;
            break;
        }
    }
    if (out->modality & GISA_MODALITY_PLANNED) {
        out->tense = GISA_TENSE_FUTURE;
    }
}
