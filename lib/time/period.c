/* SPDX-License-Identifier: Apache-2.0 */
#include "time/period.h"

#include <stddef.h>

enum { BRACKET_REACH = 40 };

const struct gisa_period_row *gisa_period_behind(const struct gisa_document *d, uint32_t at, uint32_t end) {
    uint32_t row = 0;
    at += at < end && d->cls[at] == GISA_CHAR_BLANK;
    return gisa_trie_longest(&gisa_period_trie, d->key + at, end - at, &row) ? &gisa_period_rows[row] : NULL;
}

uint32_t gisa_period_skip_bracket(const struct gisa_document *d, uint32_t at, uint32_t end) {
    if (at >= end || d->key[at] != '(') {
        return at;
    }
    for (uint32_t i = at; i < end && i < at + BRACKET_REACH; i++) {
        if (d->key[i] == ')') {
            return i + 1;
        }
    }
    return at;
}
