/* SPDX-License-Identifier: Apache-2.0 */
#include "desk/desk.h"
#include "wording_lex.h"

enum { GROUPS = 64 };

/* Two members of a group of wordings in the article's own words. */
static void check_wording(struct gisa_desk *k) {
    struct gisa_span first[GROUPS] = {{0, 0}};
    int member[GROUPS] = {0};
    bool told[GROUPS] = {false};
    for (uint32_t i = 0; i < k->a->token_count && !k->failed; i++) {
        const struct gisa_token *t = &k->a->tokens[i];
        uint32_t row = 0;
        uint32_t left = k->a->sentences[t->sentence].span.end - t->span.begin;
        uint32_t n = t->kind == GISA_TOKEN_WORD
                         ? gisa_trie_longest(&gisa_wording_trie, k->d->key + t->span.begin, left < 16 ? left : 16, &row) : 0;
        if (!n) {
            continue;
        }
        const struct gisa_wording_row *w = &gisa_wording_rows[row];
        struct gisa_span here = {t->span.begin, t->span.begin + n};
        uint32_t g = (uint32_t)w->group % GROUPS;
        if (!member[g]) {
            member[g] = (int)w->member;
            first[g] = here;
        } else if (member[g] != (int)w->member && !told[g]) {
            told[g] = true;
            gisa_desk_add(k, "mixed-wording", here, first[g]);
        }
    }
}

/* A paragraph whose double marks do not pair, unless the next goes on quoting. */
static void check_quotes(struct gisa_desk *k) {
    for (uint32_t i = 0; i < k->a->segment_count && !k->failed; i++) {
        const struct gisa_segment *s = &k->a->segments[i];
        uint32_t straight = 0, opened = 0, closed = 0, last = s->span.begin;
        if (s->kind != GISA_SEGMENT_PARAGRAPH) {
            continue;
        }
        for (uint32_t c = s->span.begin; c < s->span.end; c++) {
            uint32_t ch = k->d->ch[c];
            bool inch = ch == '"' && c > s->span.begin && k->d->cls[c - 1] == GISA_CHAR_DIGIT && c + 1 < s->span.end &&
                        k->d->cls[c + 1] == GISA_CHAR_HANGUL; /* 55"TV */
            straight += ch == '"' && !inch;
            opened += ch == 0x201C;
            closed += ch == 0x201D;
            last = (ch == '"' && !inch) || ch == 0x201C || ch == 0x201D ? c : last;
        }
        bool goes_on = i + 1 < k->a->segment_count && (k->d->key[k->a->segments[i + 1].span.begin] == '"');
        bool mixed = opened + closed + straight == 2 * ((opened + closed + straight) / 2); /* “…" counts as a pair */
        if (!mixed && !goes_on) {
            gisa_desk_add(k, "unbalanced-quote", (struct gisa_span){last, last + 1}, (struct gisa_span){0, 0});
        }
    }
}

void gisa_desk_wording(struct gisa_desk *k) {
    check_wording(k);
    check_quotes(k);
}
