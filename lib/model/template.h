/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_TEMPLATE_H
#define GISA_MODEL_TEMPLATE_H

/* Feature templates: which atoms of a position are looked at together. They are text, models/ko-ner.pat, which the trainer
 * reads and stores in the model, so that trainer and tagger never differ.
 *
 *     # a comment
 *     NUMBER ATOM [ATOM [ATOM]]
 *
 * NUMBER: 1..GISA_TEMPLATE_NUMBERS - 1, used once; it is hashed into the feature. An atom is a value of the position (its
 * character, its eojeol's josa ...); the names are those of gisa_atom_name(). Some atoms a position may lack (outside of
 * quotations, where no known name is): a template with one of these makes no feature there, and such templates stand
 * last. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/match.h"

enum gisa_feature_atom {
    GISA_ATOM_C,                                /* c-3 .. c+3: characters, lower case, digits as 0 */
    GISA_ATOM_RAW = GISA_ATOM_C + 7,            /* the character as it stands */
    GISA_ATOM_K_NEAR,                           /* k-2..2: classes of five characters */
    GISA_ATOM_K_NEXT,                           /* k-1..1 */
    GISA_ATOM_K_BACK,                           /* k-3..0 */
    GISA_ATOM_K_AHEAD,                          /* k0..3 */
    GISA_ATOM_K4,                               /* k+4 */
    GISA_ATOM_AT,                               /* at: place in the eojeol, at most 7 */
    GISA_ATOM_AT3,                              /* at3: at most 3 */
    GISA_ATOM_LEFT,                             /* left: characters behind it in the eojeol, at most 7 */
    GISA_ATOM_AT_LENGTH,                        /* at+length */
    GISA_ATOM_PREFIX,                           /* prefix: the eojeol up to here */
    GISA_ATOM_SUFFIX,                           /* suffix: from here on */
    GISA_ATOM_REST,                             /* rest: from here to its josa */
    GISA_ATOM_IN_JOSA,                          /* in-josa */
    GISA_ATOM_SPACE,                            /* space: before, behind, first of the sentence */
    GISA_ATOM_FROM,                             /* from2 .. from4: the substring that begins here */
    GISA_ATOM_TO = GISA_ATOM_FROM + 3,          /* to2 .. to4: that ends here */
    GISA_ATOM_WORD = GISA_ATOM_TO + 3,          /* word, stem, josa, last1, last2, last3 of the eojeol */
    GISA_ATOM_BEFORE = GISA_ATOM_WORD + 6,      /* -word, -stem, -josa, -last1, -last2: of the one before */
    GISA_ATOM_BEHIND = GISA_ATOM_BEFORE + 5,    /* +word, +stem, +first1, +first2, +last2 */
    GISA_ATOM_BEFORE2 = GISA_ATOM_BEHIND + 5,   /* --stem */
    GISA_ATOM_BEHIND2,                          /* ++stem */
    GISA_ATOM_END,                              /* end: the last two letters of the sentence */
    GISA_ATOM_OPTIONAL,                         /* from here on a position may lack them */
    GISA_ATOM_QUOTE = GISA_ATOM_OPTIONAL,       /* quote: the mark that opens and the places in it */
    GISA_ATOM_QUOTE_LENGTH,                     /* quote-length */
    GISA_ATOM_QUOTE_AT,                         /* quote-at: the places alone */
    GISA_ATOM_QUOTE_BEFORE,                     /* quote-stem, quote-last1: of the eojeol before the mark */
    GISA_ATOM_QUOTE_BEHIND = GISA_ATOM_QUOTE_BEFORE + 2, /* quote+word, quote+first1: behind */
    GISA_ATOM_NAME = GISA_ATOM_QUOTE_BEHIND + 2, /* known0 .. known7, seen0 .. seen8: a known form of the class */
    GISA_ATOM_KNOWN = GISA_ATOM_NAME + GISA_MATCH_CLASSES, /* known: all classes of the public gazetteers */
    GISA_ATOM_SEEN,                             /* seen: all of the training forms */
    GISA_ATOM_NAMES,                            /* names: both */
    GISA_ATOM_KNOWN_EDGE,                       /* known-end, seen-end, known-begin, seen-begin: before and behind it */
    GISA_ATOM_COUNT = GISA_ATOM_KNOWN_EDGE + 4
};

enum {
    GISA_TEMPLATE_MOST = 96,     /* templates */
    GISA_TEMPLATE_NUMBERS = 104, /* numbers are below */
    GISA_TEMPLATE_ATOMS = 3
};

_Static_assert(GISA_ATOM_COUNT - GISA_ATOM_OPTIONAL <= 32, "optional atoms are bits of a word");

enum gisa_template_source { GISA_TEMPLATE_TEXT, GISA_TEMPLATE_KNOWN, GISA_TEMPLATE_SEEN };

struct gisa_templates {
    uint32_t count;
    uint32_t steady;                     /* the first ones, which every position has */
    uint8_t number[GISA_TEMPLATE_MOST];
    uint8_t arity[GISA_TEMPLATE_MOST];
    uint8_t atom[GISA_TEMPLATE_MOST][GISA_TEMPLATE_ATOMS];
    uint32_t needs[GISA_TEMPLATE_MOST];  /* bit i: the optional atom GISA_ATOM_OPTIONAL + i */
    uint8_t order[GISA_TEMPLATE_MOST];   /* the steady ones by their arity, so that each loop is straight */
    uint8_t up_to[GISA_TEMPLATE_ATOMS];  /* [n]: those of at most n + 1 atoms end there */
    uint8_t source[GISA_TEMPLATE_NUMBERS]; /* by number: enum gisa_template_source, of its first atom */
};

/* Reads text (UTF-8, not NUL ended); nothing is kept of it. False, and `why` (at least 80 bytes) says what is wrong in
 * which line. */
bool gisa_templates_read(struct gisa_templates *templates, const char *text, size_t size, char why[80]);

/* "c-3", "josa" ...; static. */
const char *gisa_atom_name(enum gisa_feature_atom atom);

#endif
