/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_FEATURE_H
#define GISA_MODEL_FEATURE_H

/* Features of the syllable tagger: the same file serves tools/train and the tagger.
 *
 * A position is a character of a sentence that is not blank. Its atoms (template.h) tell of the characters around it, its
 * eojeol (run of letters and digits) with prefix, suffix and josa, the eojeols before and behind, the quotation it stands in
 * and known names. Each template's atoms are hashed to one of 2^GISA_MODEL_ROW_BITS rows of weights, of which a model keeps
 * those that decide most ("hashing trick", Weinberger et al. 2009). What depends on the eojeol alone is computed once an
 * eojeol. */
#include "base/arena.h"
#include "gisa/document.h"
#include "gisa/span.h"
#include "model/match.h"
#include "model/template.h"

enum {
    GISA_MODEL_ROW_BITS = 21,
    GISA_MODEL_FEATURES = GISA_TEMPLATE_MOST, /* the most a position has */
    GISA_MODEL_MAX_SENTENCE = 1024
};

struct gisa_positions {
    const uint32_t *at;   /* [count] index into document arrays */
    const uint8_t *space; /* [count] 1 = white space or the sentence's begin stands before it */
    const uint32_t *rows; /* [count][GISA_MODEL_FEATURES] */
    const uint8_t *used;  /* [count] how many of the rows a position has */
    const uint8_t *template; /* [count][GISA_MODEL_FEATURES] the number of each row's template */
    uint32_t count;
};

/* Positions and rows of a sentence in `arena` (at most GISA_MODEL_MAX_SENTENCE positions; the caller cuts longer ones).
 * False when memory ends. */
bool gisa_feature_extract(const struct gisa_document *d, struct gisa_span sentence, const struct gisa_templates *templates,
                          const struct gisa_name_sets *names, struct gisa_arena *arena, struct gisa_positions *out);

#endif
