/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_MODEL_H
#define GISA_MODEL_MODEL_H

/* A linear-chain CRF over syllables (Lafferty et al. 2001), NEWS-9 labels in BIO, decoded with integer scores so that
 * every compiler gives the same answer. On disk: format.h. */
#include "base/arena.h"
#include "gisa/document.h"
#include "gisa/span.h"
#include "gisa/status.h"
#include "model/match.h"
#include "model/rowindex.h"
#include "model/template.h"

enum gisa_tag_type { /* NEWS-9, in the order of the labels: O, B-PS, I-PS, B-OG ... */
    GISA_TAG_PS, /* person */
    GISA_TAG_OG, /* organisation */
    GISA_TAG_LC, /* place, building, road */
    GISA_TAG_DT, /* date */
    GISA_TAG_TI, /* time */
    GISA_TAG_QT, /* quantity */
    GISA_TAG_CP, /* position, occupation */
    GISA_TAG_AF, /* artefact */
    GISA_TAG_EV, /* event */
    GISA_TAG_TYPE_COUNT
};
enum { GISA_MODEL_LABELS = 2 * GISA_TAG_TYPE_COUNT + 1, GISA_MODEL_ROW = 20 /* labels, and one to fill the vectors */ };

struct gisa_model {
    const struct gisa_rowindex_word *index; /* [2^GISA_MODEL_ROW_BITS / 64] */
    const uint8_t *rows;                    /* [kept][GISA_ROW_BYTES], row.h */
    int32_t into[2][GISA_MODEL_LABELS][GISA_MODEL_ROW];   /* transitions: [space before][from][to] */
    int32_t out_of[2][GISA_MODEL_LABELS][GISA_MODEL_ROW]; /* [space before][to][from] */
    struct gisa_templates templates;
    struct gisa_name_sets names;
    int32_t unit; /* score that counts as 1.0 */
};

struct gisa_tag {
    struct gisa_span span; /* code points of the document */
    uint8_t type;          /* enum gisa_tag_type */
    int32_t margin; /* thousandths: how far the best path leads the best one that breaks the span; low = unsure */
};

/* Checks magic, version, sizes and checksum; the bytes are borrowed and must be 8-byte aligned. GISA_BAD_MODEL. */
enum gisa_status gisa_model_open(struct gisa_model *model, const void *bytes, size_t size, struct gisa_error *error);

/* Entities of one sentence, in order, in `arena`; NULL when memory ends, *count is set. Longer sentences than
 * GISA_MODEL_MAX_SENTENCE are read piece by piece. `work` is another arena; it is left as it was. */
const struct gisa_tag *gisa_model_tag(const struct gisa_model *model, const struct gisa_document *d,
                                      struct gisa_span sentence, struct gisa_arena *arena, struct gisa_arena *work,
                                      uint32_t *count);

/* Is label `to` allowed behind `from` (I-X only behind B-X or I-X)? */
bool gisa_model_allows(uint32_t from, uint32_t to);

/* "PS", "OG" ...; static. */
const char *gisa_tag_name(enum gisa_tag_type type);

#endif
