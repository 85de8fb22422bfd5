/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_LEX_H
#define GISA_TIME_LEX_H

/* Atoms: the words and figures a time expression is made of. One left-to-right scan of a sentence; an atom begins
 * only where a word begins or where the atom before it ends, and may belong to several classes (5일: a day, five
 * days). */
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "gisa/analysis.h"
#include "gisa/span.h"
#include "time_word_lex.h"

#define GISA_TIME_CLASS(name) (UINT64_C(1) << GISA_TIME_WORD_CLASS_##name)

struct gisa_atom {
    struct gisa_span span;
    uint64_t classes;
    int32_t n;       /* the number or the word's n; -1 = unknown number (몇) */
    int32_t m;       /* the word's m; month of a date3; minute of a clock; month of a holiday */
    int32_t k;       /* day of a date3; second of a clock or -1; day of a holiday */
    uint8_t spread;  /* holiday: days of its 연휴 on either side */
    bool is_lunar;   /* holiday */
    bool more;       /* 10여 */
    bool at_word;    /* stands at the begin of a word */
    bool joined;     /* begins where the atom before ends, or one blank behind it */
    bool bare;       /* the unit stands only behind a later figure: 3~5일 */
    bool short_year; /* two figures */
    const char *zone; /* of a zone word; static */
};

struct gisa_atoms {
    const struct gisa_atom *at;
    uint32_t count;
};

/* Atoms of [span): the array lies in the arena. today: the day of publication, year 0 = unknown; a bracket that says again
 * which day a word means, 모레(17일), is part of the word. False when memory ends. */
bool gisa_time_lex(const struct gisa_document *doc, struct gisa_span span, struct gisa_date today, struct gisa_arena *arena,
                   struct gisa_atoms *out);

/* True when a time expression may end at `end`: no word character follows, or only particles. */
bool gisa_time_may_end(const struct gisa_document *doc, uint32_t end, uint32_t limit);

#endif
