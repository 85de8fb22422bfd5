/* SPDX-License-Identifier: Apache-2.0 */
/* Places whose name is a common word as well: 양산 수율, 고성이 오갔다, 함정을 인도한다. */
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "place_behind_lex.h"
#include "place_homograph_lex.h"

enum {
    PLACE = GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE | GISA_JOSA_DIRECTION | GISA_JOSA_FROM | GISA_JOSA_UNTIL,
    DOT = 0xB7
};

static bool is_behind_word(const struct gisa_document *d, uint32_t pos, uint32_t end) {
    uint32_t row = 0;
    return pos < end && gisa_trie_longest(&gisa_place_behind_trie, d->key + pos, end - pos, &row) > 0;
}

bool gisa_is_homograph(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t row = 0;
    uint32_t length = gisa_span_length(n->span);
    if (n->type != GISA_ENTITY_PLACE || n->own.in || gisa_trie_longest(&gisa_place_homograph_trie, d->key + n->span.begin, length, &row) != length) {
        return false;
    }
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    const struct gisa_token *t = &a->tokens[n->token];
    bool whole = t->span.begin == n->span.begin;
    if (gisa_place_homograph_rows[row].needs == GISA_PLACE_HOMOGRAPH_NEEDS_NOUN) {
        return whole && t->span.end > n->span.end && !t->josa && t->ending != GISA_ENDING_NONE;
    }
    bool cased = whole && t->stem_end == n->span.end && t->josa & PLACE;
    bool listed = d->key[n->span.end] == DOT || (n->span.begin && d->key[n->span.begin - 1] == DOT);
    const struct gisa_token *next = n->token + 1 < s->first_token + s->token_count && t->span.end == n->span.end ? t + 1 : NULL;
    bool shown = is_behind_word(d, n->span.end, t->span.end) || (next && is_behind_word(d, next->span.begin, next->span.end));
    struct gisa_known known;
    enum { BANG = 0xBC29, MUN = 0xBB38, CHAJ = 0xCC3E /* 방문 찾 */ };
    if (whole && t->stem_end == n->span.end && next == NULL && t->josa && n->token + 1 < s->first_token + s->token_count) {
        const uint32_t *verb = d->key + t[1].span.begin;
        shown = shown || (t->josa & GISA_JOSA_OBJECT && ((verb[0] == BANG && verb[1] == MUN) || verb[0] == CHAJ)); /* 사천을 방문했다 */
        shown = shown || (t->josa & GISA_JOSA_COMITATIVE && gisa_gazetteer_as(d, (struct gisa_span){t[1].span.begin, t[1].stem_end}, GISA_ENTITY_PLACE, &known)); /* 무안과 목포에 */
    }
    const struct gisa_token *before = n->token > s->first_token ? t - 1 : NULL;
    bool contained = before && before->span.end + 1 == n->span.begin &&
                     (gisa_gazetteer_as(d, before->span, GISA_ENTITY_PLACE, &known) ||
                      (before->josa & GISA_JOSA_COMITATIVE && gisa_gazetteer_as(d, (struct gisa_span){before->span.begin, before->stem_end}, GISA_ENTITY_PLACE, &known)));
    return !(cased || listed || shown || contained);
}
