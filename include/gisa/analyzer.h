/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ANALYZER_H
#define GISA_ANALYZER_H

/* Three lives, one call (the scheme of MeCab's Model, Tagger and Lattice).
 *
 *   struct gisa_resources   rules, gazetteers, model: opened once, immutable, shared by all threads
 *   struct gisa_workspace   memory of one thread at a time
 *   struct gisa_analysis    the answer, borrowed from the workspace until its next analysis or reset
 *
 * The library reads no clock, no locale, no environment and prints nothing: the same bytes and options give the
 * same answer on every thread and on every run.
 */
#include <stddef.h>
#include <stdint.h>

#include "gisa/analysis.h"
#include "gisa/gazetteer.h"
#include "gisa/status.h"

struct gisa_resources;
struct gisa_workspace;

enum gisa_layer { /* in pass order; a layer's needs are closed over by gisa_analyze() */
    GISA_LAYER_DOCUMENT,
    GISA_LAYER_SEGMENT, /* segments, sentences, article fields */
    GISA_LAYER_TOKEN,
    GISA_LAYER_ENTITY,
    GISA_LAYER_TIME,
    GISA_LAYER_AMOUNT,
    GISA_LAYER_QUOTE,
    GISA_LAYER_EVENT, /* events, timeline, relations */
    GISA_LAYER_DESK,  /* checks beyond those of the segment layer */
    GISA_LAYER_COUNT
};
#define GISA_LAYER_BIT(layer) (UINT32_C(1) << (layer))
#define GISA_LAYERS_ALL (GISA_LAYER_BIT(GISA_LAYER_COUNT) - 1)

struct gisa_options {
    uint32_t layers;                 /* bits of enum gisa_layer; 0 = all */
    struct gisa_moment published;    /* day.year == 0: take it from the article, or none */
    /* Kinds of the text's lines (split at '\n') where whoever made the text knows them: enum gisa_segment_kind, or
     * GISA_SEGMENT_KIND_COUNT = not told. NULL: none. Borrowed for the call. */
    const uint8_t *line_kinds;
    uint32_t line_count;
    /* A newsroom's own names (gisa/gazetteer.h), by enum gisa_gazetteer_slot; NULL: none. Borrowed for the call. */
    const struct gisa_gazetteer *gazetteers[GISA_GAZETTEER_SLOTS];
    /* Nanoseconds of a monotonic clock, or NULL: the caller's clock times the passes, the answer never depends on it. */
    uint64_t (*clock)(void);
};

/* Opens what the program carries in itself. On success *out is freed by gisa_resources_close().
 * GISA_BAD_MODEL, GISA_NO_MEMORY. */
enum gisa_status gisa_resources_open(struct gisa_resources **out, struct gisa_error *error);
void gisa_resources_close(struct gisa_resources *resources);
uint32_t gisa_resources_gazetteer_entries(const struct gisa_resources *resources);

/* cap = the most bytes the workspace may ever hold (0 = 512 MiB). NULL when malloc fails. */
struct gisa_workspace *gisa_workspace_new(size_t cap);
void gisa_workspace_free(struct gisa_workspace *workspace);
void gisa_workspace_reset(struct gisa_workspace *workspace);

/* Analyses `size` bytes of UTF-8. The bytes must outlive the analysis. Any text gives some analysis; only invalid
 * UTF-8, size and memory are errors. *out stays valid until the workspace is used or reset again. */
enum gisa_status gisa_analyze(const struct gisa_resources *resources, struct gisa_workspace *workspace,
                              const char *bytes, size_t size, const struct gisa_options *options,
                              const struct gisa_analysis **out, struct gisa_error *error);

/* Verifies every invariant of every layer (spans ordered and inside, links in range). NULL when all hold, else a
 * static sentence. Called after each analysis in debug builds, tests and fuzzers. */
const char *gisa_analysis_check(const struct gisa_analysis *analysis);

/* "segment", "token" ... for metrics and Server-Timing; static. */
const char *gisa_layer_name(enum gisa_layer layer);

#endif
