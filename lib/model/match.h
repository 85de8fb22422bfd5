/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_MATCH_H
#define GISA_MODEL_MATCH_H

/* Where forms of the two name sets stand in a sentence: the longest of every class, from the left; a match begins at an
 * eojeol's first letter or behind another match, runs over blanks and is at most GISA_NAMESET_MAX_LENGTH long, so the
 * work is linear. */
#include "base/arena.h"
#include "model/nameset.h"

enum {
    GISA_MATCH_KNOWN = 8, /* classes of the public gazetteers, their codes: tools/train/names.c */
    GISA_MATCH_SEEN = 9,  /* types of the training forms; code = type * GISA_SEEN_GRADES + grade */
    GISA_SEEN_GRADES = 7,
    GISA_MATCH_CLASSES = GISA_MATCH_KNOWN + GISA_MATCH_SEEN,
    /* a state is 0 (nothing) or 1 + place (B I E S) + 4 * clean + 8 * detail (length or grade) */
    GISA_MATCH_B = 0,
    GISA_MATCH_I = 1,
    GISA_MATCH_E = 2,
    GISA_MATCH_S = 3,
    GISA_MATCH_CLEAN = 4,
    /* edges, bits */
    GISA_EDGE_BEGIN = 1, /* an eojeol begins before this position */
    GISA_EDGE_END = 2    /* an eojeol or its stem ends before this position */
};

struct gisa_name_sets {
    struct gisa_nameset known; /* public gazetteers */
    struct gisa_nameset seen;  /* forms of the training sentences */
};

struct gisa_match_text {
    const uint32_t *ch;  /* [count] */
    const uint8_t *edge; /* [count + 1] */
    uint32_t count;
};

struct gisa_matches { /* all zero before */
    uint8_t *state;   /* [count][GISA_MATCH_CLASSES] */
    uint32_t *ends;   /* [count] bit c: a form of class c ends with this character */
    uint32_t *begins; /* [count] bit c: one begins here */
};

/* Fills `out`; false when memory ends. */
bool gisa_match_names(const struct gisa_name_sets *sets, const struct gisa_match_text *text, struct gisa_arena *arena,
                      const struct gisa_matches *out);

#endif
