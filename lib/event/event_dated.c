/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_dated.h"

#include "dated_noun_lex.h"
#include "text/seek.h"

struct gisa_trigger gisa_event_dated_topic(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token) {
    enum { REACH = 12 };
    uint32_t said = gisa_seek_end(r->a->times, sizeof *r->a->times, 0, r->a->time_count, r->a->tokens[token].span.begin + 1);
    if (said == r->a->time_count || r->a->times[said].span.begin >= r->a->tokens[token].span.end) {
        return gisa_no_trigger; /* 15일 상장한 회사가 밑돈 상황이다: dates nothing */
    }
    uint32_t begin = r->a->times[z->wait[z->wait_count - 1]].span.begin;
    for (uint32_t i = token; i-- > z->clause_first && token - i <= REACH;) {
        const struct gisa_token *t = &r->a->tokens[i];
        if (t->span.begin >= begin) {
            continue; /* 오는 27일 오후 6시 */
        }
        bool topic = t->kind == GISA_TOKEN_WORD && t->josa & GISA_JOSA_TOPIC && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE));
        if (!topic) {
            if (t->ending != GISA_ENDING_NONE) {
                break; /* a predicate of its own stands between */
            }
            continue;
        }
        uint32_t row = 0;
        uint32_t left = t->stem_end - r->a->tokens[z->clause_first].span.begin;
        uint32_t n = gisa_trie_longest_back(&gisa_dated_noun_trie, r->d->key + t->stem_end, left, &row);
        struct gisa_trigger own = gisa_trigger_at(r, i);
        bool noun = own.token != GISA_NONE && own.is_noun && !own.is_inflected && !own.is_weak && own.span.end == t->stem_end;
        if (n >= t->stem_end - t->span.begin) { /* whole words only */
            return (struct gisa_trigger){i, 0, {t->stem_end - n, t->stem_end}, true, false, gisa_dated_noun_rows[row].type, false};
        }
        return noun ? own : gisa_no_trigger;
    }
    return gisa_no_trigger;
}
