/* SPDX-License-Identifier: Apache-2.0 */
#include "time/fiscal.h"

#include <string.h>

#include "fiscal_lex.h"
#include "text/seek.h"

enum { REACH = 20 };

static const struct gisa_fiscal_row *row_of(const char country[3]) {
    uint32_t key[2] = {(uint32_t)(unsigned char)country[0] | 0x20, (uint32_t)(unsigned char)country[1] | 0x20};
    uint32_t row = 0;
    return country[0] && gisa_trie_longest(&gisa_fiscal_trie, key, 2, &row) == 2 ? &gisa_fiscal_rows[row] : NULL;
}

bool gisa_fiscal_months(const struct gisa_analysis *of, struct gisa_span sentence, uint32_t at, struct gisa_point *a,
                        struct gisa_point *b) {
    const struct gisa_fiscal_row *row = NULL;
    bool is_firm = false;
    uint32_t i = gisa_seek_begin(of->mentions, sizeof *of->mentions, 0, of->mention_count, at);
    for (; i > 0 && of->mentions[i - 1].span.begin >= sentence.begin && of->mentions[i - 1].span.end + REACH >= at; i--) {
        const struct gisa_entity *e = &of->entities[of->mentions[i - 1].entity];
        if (e->country[0]) { /* (미국) 정부 has none of its own */
            row = row_of(e->country);
            is_firm = e->type != GISA_ENTITY_PLACE;
            break;
        }
    }
    if (!row || (is_firm && !row->firms)) {
        return false;
    }
    a->precision = GISA_PRECISION_MONTH;
    a->year += row->year;
    a->month = row->month;
    *b = *a;
    b->year += 1;
    b->month = row->month - 1;
    return true;
}
