/* SPDX-License-Identifier: Apache-2.0 */
/* 전 that is not "ago". */
#include "time/former.h"

#include "all_noun_lex.h"
#include "text/seek.h"
#include "title_lex.h"

bool gisa_time_is_former(const struct gisa_analysis *a, uint32_t first, uint32_t end, uint32_t pos) {
    enum { JEON = 0xC804 /* 전 */, DEUL = 0xB4E4 /* 직원|들 */ };
    const struct gisa_document *d = &a->document;
    const uint32_t i = gisa_seek_begin(a->tokens, sizeof *a->tokens, first, end, pos);
    if (i + 1 >= end || a->tokens[i].span.begin != pos || gisa_span_length(a->tokens[i].span) != 1 || d->key[pos] != JEON) {
        return false;
    }
    const struct gisa_token *w = &a->tokens[i + 1];
    const uint32_t *key = d->key + w->span.begin;
    const uint32_t stem = w->stem_end - w->span.begin;
    const uint32_t many = stem > 1 && key[stem - 1] == DEUL;
    uint32_t row = 0;
    return stem && (gisa_trie_longest(&gisa_all_noun_trie, key, stem, &row) == stem - many || (!w->josa && gisa_trie_longest_back(&gisa_title_trie, key + stem, stem, &row)));
}
