/* SPDX-License-Identifier: Apache-2.0 */
#include "desk/desk.h"

#include <string.h>

#include "desk_lex.h"
#include "gisa/rule.h"

void gisa_desk_add(struct gisa_desk *k, const char *code, struct gisa_span span, struct gisa_span other) {
    if (k->count == k->cap && !(k->at = gisa_array_grow(k->run->arena, k->at, &k->cap, k->count + 1, sizeof *k->at))) {
        k->failed = true;
        k->count = k->cap = 0;
        return;
    }
    struct gisa_check_text text;
    uint8_t severity = gisa_check_text(code, &text) ? text.severity : (uint8_t)GISA_CHECK_WARNING;
    k->at[k->count++] = (struct gisa_check){code, span, other, severity};
}

bool gisa_check_text(const char *code, struct gisa_check_text *out) {
    for (uint32_t i = 0; i < gisa_desk_count; i++) {
        const struct gisa_desk_row *row = &gisa_desk_rows[i];
        if (strcmp(row->example, code) == 0) {
            *out = (struct gisa_check_text){row->en, row->ko,
                row->severity == GISA_DESK_SEVERITY_INFO ? GISA_CHECK_INFO : GISA_CHECK_WARNING};
            return true;
        }
    }
    return false;
}

/* In the order of the text; of one place as they were found. */
static void sort_checks(struct gisa_check *at, uint32_t n) {
    for (uint32_t gap = n / 2; gap > 0; gap /= 2) { /* Shell sort: few findings, no recursion */
        for (uint32_t i = gap; i < n; i++) {
            struct gisa_check x = at[i];
            uint32_t j = i;
            for (; j >= gap && (at[j - gap].span.begin > x.span.begin ||
                                (at[j - gap].span.begin == x.span.begin && strcmp(at[j - gap].code, x.code) > 0)); j -= gap) {
                at[j] = at[j - gap];
            }
            at[j] = x;
        }
    }
}

enum gisa_status gisa_desk_run(struct gisa_run *run) {
    struct gisa_desk k = {.run = run, .a = run->out, .d = gisa_run_document(run)};
    for (uint32_t i = 0; i < run->out->check_count && !k.failed; i++) { /* those of the segment pass */
        gisa_desk_add(&k, run->out->checks[i].code, run->out->checks[i].span, run->out->checks[i].other);
    }
    gisa_desk_dates(&k);
    gisa_desk_names(&k);
    gisa_desk_amounts(&k);
    gisa_desk_wording(&k);
    if (k.failed) {
        return GISA_NO_MEMORY;
    }
    sort_checks(k.at, k.count);
    run->out->checks = k.at;
    run->out->check_count = k.count;
    return GISA_OK;
}
