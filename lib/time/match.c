/* SPDX-License-Identifier: Apache-2.0 */
#include "time/match.h"

enum { MAX_CANDIDATES = 64 };

/* Absent items are stepped over. */
static uint32_t close(const struct gisa_time_rule *r, uint32_t state) {
    for (uint32_t i = 0; i < r->items; i++) {
        state |= (state & r->optional & UINT32_C(1) << i) << 1;
    }
    return state;
}

static uint32_t step(const struct gisa_time_rule *r, uint32_t state, uint64_t classes) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < r->items; i++) {
        if (state >> i & 1 && r->item[i] & classes) {
            next |= UINT32_C(1) << (i + 1);
        }
    }
    return next;
}

static bool may_stop(const struct gisa_document *doc, const struct gisa_atoms *atoms, uint32_t last, uint32_t limit) {
    const struct gisa_atom *a = &atoms->at[last];
    if (a->bare) {
        return true;
    }
    if (last + 1 < atoms->count && atoms->at[last + 1].span.begin == a->span.end) {
        const uint64_t after = GISA_TIME_CLASS(FROM) | GISA_TIME_CLASS(UNTIL) | GISA_TIME_CLASS(OPENR) |
                               GISA_TIME_CLASS(OPENL) | GISA_TIME_CLASS(RANGE);
        if (atoms->at[last + 1].classes & after) {
            return true;
        }
    }
    return gisa_time_may_end(doc, a->span.end, limit);
}

bool gisa_time_match(const struct gisa_document *doc, const struct gisa_atoms *atoms, uint32_t first, uint32_t limit,
                     uint32_t skip, struct gisa_time_match *out) {
    struct gisa_time_match found[MAX_CANDIDATES];
    uint32_t n = 0;
    uint32_t longest = 0;
    for (uint32_t k = 0; k < gisa_time_rule_count; k++) {
        const struct gisa_time_rule *r = &gisa_time_rules[k];
        uint32_t state = close(r, 1);
        for (uint32_t at = first; at < atoms->count; at++) {
            if (at > first && !atoms->at[at].joined) {
                break;
            }
            state = close(r, step(r, state, atoms->at[at].classes));
            if (!state) {
                break;
            }
            uint32_t count = at - first + 1;
            if (state >> r->items & 1 && n < MAX_CANDIDATES && may_stop(doc, atoms, at, limit)) {
                found[n++] = (struct gisa_time_match){r, first, count};
                longest = count > longest ? count : longest;
            }
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (found[i].count == longest && skip-- == 0) {
            *out = found[i];
            return true;
        }
    }
    return false;
}
