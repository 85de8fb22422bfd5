/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that the words before them call so: 영화사 달무리는, 시민단체인 해원시민연대는, 배터리 업체 아리셀에서. */
#include "body_kind_lex.h"
#include "common_word_lex.h"
#include "entity/entity.h"
#include "noun_end_lex.h"
#include "sure_end_lex.h"
#include "token/token.h"
#include "union_lex.h"

enum { IN = 0xC778 /* 인 */, SHORTEST = 2, LONGEST = 8, CASES = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT | GISA_JOSA_GENITIVE | GISA_JOSA_LOCATIVE |
       GISA_JOSA_DATIVE | GISA_JOSA_COMITATIVE | GISA_JOSA_ADDITIVE };

bool gisa_is_common_word(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(s);
    return n && gisa_trie_longest(&gisa_common_word_trie, d->key + s.begin, n, &row) == n;
}

bool gisa_is_common_verb(const struct gisa_document *d, struct gisa_span s) {
    enum { HAE = 0xD574 /* 해 */ };
    return gisa_span_length(s) >= 3 && d->key[s.end - 1] == HAE && gisa_is_common_word(d, (struct gisa_span){s.begin, s.end - 1});
}

bool gisa_is_made_of_common_words(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    bool closed = gisa_trie_longest_back(&gisa_noun_end_trie, d->key + s.end, 1, &row) == 1;
    for (uint32_t end = s.end; end + closed >= s.end && end > s.begin + 1; end--) {
        for (uint32_t cut = s.begin + SHORTEST; cut <= end; cut++) {
            struct gisa_span head = {s.begin, cut};
            struct gisa_span tail = {cut, end};
            if (gisa_is_common_word(d, head) && (cut == end || gisa_is_common_word(d, tail))) {
                return true;
            }
        }
    }
    return false;
}

/* 영화사, 시민단체|인: does the word say what kind of body the next one is? */
static bool is_kind(const struct gisa_document *d, const struct gisa_token *w) {
    uint32_t row = 0;
    uint32_t end = d->key[w->span.end - 1] == IN ? w->span.end - 1 : w->span.end;
    return w->kind == GISA_TOKEN_WORD && end > w->span.begin && gisa_trie_longest_back(&gisa_body_kind_trie, d->key + end, end - w->span.begin, &row) > 0;
}

uint32_t gisa_sure_body_end(const struct gisa_analysis *a, uint32_t t) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *w = &a->tokens[t];
    const struct gisa_token *next = t + 1 < a->token_count && w->stem_end == w->span.end ? w + 1 : NULL;
    uint32_t row = 0;
    if (next && gisa_trie_longest_back(&gisa_union_trie, d->key + next->stem_end, next->stem_end - next->span.begin, &row)) {
        return 0; /* 가람머티리얼즈 | 노동조합: one name */
    }
    uint32_t n = w->kind == GISA_TOKEN_WORD ? gisa_trie_longest_back(&gisa_sure_end_trie, d->key + w->stem_end, w->stem_end - w->span.begin, &row) : 0;
    struct gisa_span head = {w->span.begin, w->stem_end - n};
    bool long_enough = n && gisa_span_length(head) >= SHORTEST && gisa_span_length(head) <= LONGEST;
    for (uint32_t i = head.begin; long_enough && i < head.end; i++) {
        long_enough = d->cls[i] == GISA_CHAR_HANGUL;
    }
    const bool own = long_enough && (gisa_sure_end_rows[row].head == GISA_SURE_END_HEAD_ANY || !gisa_is_made_of_common_words(d, head));
    return own && !gisa_is_not_name(d, head) ? w->stem_end : 0;
}

uint32_t gisa_kind_end(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    const struct gisa_document *d = &a->document;
    const struct gisa_token *n = t + 1 < end ? &a->tokens[t + 1] : NULL;
    if (!n || !n->space_before || n->kind != GISA_TOKEN_WORD || !is_kind(d, &a->tokens[t])) {
        return 0;
    }
    struct gisa_span s = {n->span.begin, n->stem_end};
    uint32_t length = gisa_span_length(s);
    for (uint32_t i = n->span.begin; i < n->span.end; i++) {
        if (d->cls[i] != GISA_CHAR_HANGUL) {
            return 0;
        }
    }
    bool cased = n->josa & CASES && n->stem_end < n->span.end && n->ending == GISA_ENDING_NONE;
    uint32_t row = 0;
    const bool sure = gisa_trie_longest_back(&gisa_body_kind_trie, d->key + n[-1].span.end, gisa_span_length(n[-1].span), &row) && gisa_body_kind_rows[row].korean == GISA_BODY_KIND_KOREAN_YES; /* 태양광 업체 | 솔라온과 */
    bool named = cased && length >= SHORTEST && length <= LONGEST && !gisa_is_common_word(d, n->span) && !gisa_is_made_of_common_words(d, s) && (sure || !gisa_looks_korean(d, s)) &&
                 !gisa_title_at_end(d, s.begin, s.end) && !gisa_is_not_name(d, s) && ((sure && n->josa == GISA_JOSA_COMITATIVE) || !gisa_is_unit_word(a, n)) &&
                 !gisa_trie_longest_back(&gisa_body_kind_trie, d->key + s.end, length, &row);
    return named ? s.end + gisa_is_firm_in_ssi(d, s) : 0;
}
