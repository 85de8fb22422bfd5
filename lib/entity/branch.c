/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that bear the name before them: 체코 산업통상부 is not the ministry of that name here, 금속노조 경남지부 is one body. */
#include "branch_lex.h"
#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "entity/label.h"

#include <string.h>

/* Is the name a country's, by the gazetteer or its own words? */
static bool is_country(const struct gisa_name *n) {
    struct gisa_bytes_view name = {n->canonical, n->canonical ? (uint32_t)strlen(n->canonical) : 0};
    return n->type == GISA_ENTITY_PLACE && n->canonical && gisa_country_of(name) != NULL;
}

/* May b bear the name of a, which stands right before it? */
static bool is_branch(const struct gisa_document *d, const struct gisa_name *a, const struct gisa_name *b) {
    uint32_t row = 0;
    uint32_t length = gisa_span_length(b->span);
    uint32_t n = b->type == GISA_ENTITY_ORGANIZATION && !a->own.in && !b->own.in
                     ? gisa_trie_longest_back(&gisa_branch_trie, d->key + b->span.end, length, &row) : 0;
    if (!n || b->span.begin != a->span.end + 1 || d->cls[a->span.end] != GISA_CHAR_BLANK || a->sentence != b->sentence) {
        return false;
    }
    if (gisa_branch_rows[row].of == GISA_BRANCH_OF_STATE) {
        return length >= (length == n ? 2 : 3) && a->form != GISA_MENTION_ALIAS && is_country(a) && strcmp(a->country, "KR") != 0;
    }
    return length > n && !b->is_known && a->type == GISA_ENTITY_ORGANIZATION && !gisa_has_blank(d, a->span);
}

void gisa_branches_join(const struct gisa_document *d, struct gisa_names *names, uint32_t first) {
    uint32_t kept = first;
    for (uint32_t i = first; i < names->count; i++) {
        struct gisa_name n = names->at[i];
        struct gisa_name *last = kept > first ? &names->at[kept - 1] : NULL;
        if (last && is_branch(d, last, &n)) {
            n.span.begin = last->span.begin;
            n.token = last->token;
            n.country = last->country;
            n.canonical = NULL;
            n.is_known = false;
            n.row = GISA_NONE;
            n.zone = "";
            n.margin = GISA_SURE_BODY;
            n.rule = "ko.entity.branch";
            *last = n;
            continue;
        }
        names->at[kept++] = n;
    }
    names->count = kept;
}
