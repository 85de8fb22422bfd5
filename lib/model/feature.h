/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_FEATURE_H
#define GISA_MODEL_FEATURE_H

/* Features of the syllable tagger: the same file serves tools/train and the tagger.
 *
 * A position is a character of a sentence that is not blank. Around it stand: a window of characters, classes and
 * n-grams; its eojeol (run of letters and digits) with prefix, suffix and josa; the eojeols before and behind. Each
 * feature is a hash of (template, values), the row of a weight table of 2^GISA_MODEL_ROW_BITS rows ("hashing trick",
 * Weinberger et al. 2009). What depends on the eojeol alone is computed once an eojeol. */
#include "base/arena.h"
#include "gisa/document.h"
#include "gisa/span.h"

enum { GISA_MODEL_ROW_BITS = 18, GISA_MODEL_FEATURES = 64, GISA_MODEL_MAX_SENTENCE = 1024 };

struct gisa_positions {
    const uint32_t *at;   /* [count] index into document arrays */
    const uint8_t *space; /* [count] 1 = white space or the sentence's begin stands before it */
    const uint32_t *rows; /* [count][GISA_MODEL_FEATURES] */
    uint32_t features;    /* used of GISA_MODEL_FEATURES, the same for every position */
    uint32_t count;
};

/* Positions and rows of a sentence in `arena` (at most GISA_MODEL_MAX_SENTENCE positions; the caller cuts longer ones).
 * False when memory ends. */
bool gisa_feature_extract(const struct gisa_document *d, struct gisa_span sentence, struct gisa_arena *arena,
                          struct gisa_positions *out);

#endif
