/* SPDX-License-Identifier: Apache-2.0 */
/* The pass table: the only file that knows the order of the layers. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer_lex.h"
#include "pass.h"
#include "text/document.h"
#include "text/utf8.h"
#include "time/calendar.h"

enum { DEFAULT_CAP_MIB = 512 };

/* models/ko-ner.gisam, by model/embedded.S */
extern const unsigned char gisa_model_bytes[];
extern const unsigned char gisa_model_bytes_end[];

struct gisa_workspace {
    struct gisa_arena arena;
    struct gisa_arena scratch;
    struct gisa_analysis analysis;
};

struct gisa_pass {
    const char *name;
    enum gisa_layer makes;
    uint32_t needs; /* bits, closed over by the loop: the table is in order */
    enum gisa_status (*run)(struct gisa_run *run);
};

#define BIT GISA_LAYER_BIT
static const struct gisa_pass passes[] = {
    {"document", GISA_LAYER_DOCUMENT, 0, NULL},
    {"segment", GISA_LAYER_SEGMENT, BIT(GISA_LAYER_DOCUMENT), gisa_segment_run},
    {"token", GISA_LAYER_TOKEN, BIT(GISA_LAYER_SEGMENT), gisa_token_run},
    {"entity", GISA_LAYER_ENTITY, BIT(GISA_LAYER_TOKEN), gisa_entity_run},
    {"time", GISA_LAYER_TIME, BIT(GISA_LAYER_TOKEN) | BIT(GISA_LAYER_ENTITY), gisa_time_run},
    {"amount", GISA_LAYER_AMOUNT, BIT(GISA_LAYER_TIME), gisa_amount_run},
    {"quote", GISA_LAYER_QUOTE, BIT(GISA_LAYER_ENTITY) | BIT(GISA_LAYER_TIME), gisa_quote_run},
    {"event", GISA_LAYER_EVENT, BIT(GISA_LAYER_AMOUNT) | BIT(GISA_LAYER_QUOTE), gisa_event_run},
    {"desk", GISA_LAYER_DESK, BIT(GISA_LAYER_EVENT), gisa_desk_run},
};
_Static_assert(sizeof passes / sizeof passes[0] == GISA_LAYER_COUNT, "one pass a layer");

const char *gisa_layer_name(enum gisa_layer layer) {
    return (unsigned)layer < GISA_LAYER_COUNT ? passes[layer].name : "";
}

enum gisa_status gisa_resources_open(struct gisa_resources **out, struct gisa_error *error) {
    struct gisa_resources *r = calloc(1, sizeof *r);
    if (!r) {
        return GISA_NO_MEMORY;
    }
    enum gisa_status status =
        gisa_model_open(&r->model, gisa_model_bytes, (size_t)(gisa_model_bytes_end - gisa_model_bytes), error);
    if (status == GISA_OK) {
        status = gisa_calendar_open(&r->calendar, error);
    }
    if (status != GISA_OK) {
        gisa_resources_close(r);
        return status;
    }
    *out = r;
    return GISA_OK;
}

void gisa_resources_close(struct gisa_resources *r) {
    if (r) {
        gisa_calendar_close(r->calendar);
        free(r);
    }
}

uint32_t gisa_resources_gazetteer_entries(const struct gisa_resources *r) {
    (void)r;
    return gisa_gazetteer_count;
}

struct gisa_workspace *gisa_workspace_new(size_t cap) {
    struct gisa_workspace *w = calloc(1, sizeof *w);
    if (w) {
        size_t each = (cap ? cap : (size_t)DEFAULT_CAP_MIB << 20) / 2;
        gisa_arena_init(&w->arena, each);
        gisa_arena_init(&w->scratch, each);
    }
    return w;
}

void gisa_workspace_free(struct gisa_workspace *w) {
    if (w) {
        gisa_arena_free(&w->arena);
        gisa_arena_free(&w->scratch);
        free(w);
    }
}

void gisa_workspace_reset(struct gisa_workspace *w) {
    gisa_arena_reset(&w->arena);
    gisa_arena_reset(&w->scratch);
    w->analysis = (struct gisa_analysis){0};
}

struct gisa_bytes_view gisa_run_text(struct gisa_run *run, struct gisa_span span) {
    char *bytes = gisa_arena_alloc(run->arena, (size_t)gisa_span_length(span) * 4, 1);
    uint32_t size = 0;
    for (uint32_t i = span.begin; bytes && i < span.end; i++) {
        size += gisa_utf8_encode(run->out->document.ch[i], bytes + size);
    }
    return (struct gisa_bytes_view){bytes, size};
}

static uint32_t close_over_needs(uint32_t layers) {
    for (int i = GISA_LAYER_COUNT - 1; i >= 0; i--) {
        if (layers & BIT(i)) {
            layers |= passes[i].needs;
        }
    }
    return layers;
}

enum gisa_status gisa_analyze(const struct gisa_resources *resources, struct gisa_workspace *w, const char *bytes,
                              size_t size, const struct gisa_options *options, const struct gisa_analysis **out,
                              struct gisa_error *error) {
    struct gisa_error ignored;
    error = error ? error : &ignored;
    *error = (struct gisa_error){GISA_OK, 0, ""};
    gisa_workspace_reset(w);
    struct gisa_run run = {resources, options, &w->arena, &w->scratch, &w->analysis};
    uint32_t layers = close_over_needs(options->layers ? options->layers : GISA_LAYERS_ALL);
    w->analysis.layers = layers;
    for (int i = 0; i < GISA_LAYER_COUNT; i++) {
        if (!(layers & BIT(i))) {
            continue;
        }
        uint64_t start = options->clock ? options->clock() : 0;
        enum gisa_status status =
            i == GISA_LAYER_DOCUMENT
                ? gisa_document_read(&w->analysis.document, bytes, size, &w->arena, &w->scratch, error)
                : passes[i].run(&run);
        gisa_arena_reset(&w->scratch);
        w->analysis.pass_ns[i] = options->clock ? options->clock() - start : 0;
        if (status != GISA_OK) {
            error->status = status;
            if (!error->detail[0]) {
                snprintf(error->detail, sizeof error->detail, "pass %s failed", passes[i].name);
            }
            return status;
        }
    }
    assert(gisa_analysis_check(&w->analysis) == NULL);
    *out = &w->analysis;
    return GISA_OK;
}
