/* SPDX-License-Identifier: Apache-2.0 */
#include "metrics.h"

#include <inttypes.h>

#include "names.h"
#include "routes.h"
#include "service.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const int codes[] = {200, 204, 400, 404, 405, 406, 413, 415, 422, 500, 503, 0};
static const double bounds[] = {.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5};
_Static_assert(LENGTH(codes) <= GISA_METRIC_CODES, "a counter for every code");
_Static_assert(LENGTH(bounds) + 1 == GISA_METRIC_BUCKETS, "a bucket for every bound and one above");

static void add(atomic_uint_fast64_t *counter, uint64_t n) {
    atomic_fetch_add_explicit(counter, n, memory_order_relaxed);
}

static uint64_t get(const atomic_uint_fast64_t *counter) {
    return atomic_load_explicit(counter, memory_order_relaxed);
}

void gisa_metrics_request(struct gisa_metrics *m, uint32_t route, int code, uint64_t ns, uint64_t body_bytes) {
    size_t c = 0, b = 0;
    while (codes[c] && codes[c] != code) {
        c++;
    }
    while (b < LENGTH(bounds) && (double)ns / 1e9 > bounds[b]) {
        b++;
    }
    add(&m->requests[route < gisa_route_count ? route : GISA_METRIC_ROUTES - 1][c], 1);
    add(&m->buckets[b], 1);
    add(&m->duration_ns, ns);
    add(&m->body_bytes, body_bytes);
}

void gisa_metrics_analysis(struct gisa_metrics *m, const struct gisa_analysis *a) {
    add(&m->analyses, 1);
    add(&m->codepoints, a->document.source_count);
    for (int i = 0; i < GISA_LAYER_COUNT; i++) {
        add(&m->stage_ns[i], a->pass_ns[i]);
    }
    for (uint32_t i = 0; i < a->entity_count; i++) {
        add(&m->entities[a->entities[i].type % GISA_ENTITY_TYPE_COUNT], 1);
    }
    for (uint32_t i = 0; i < a->event_count; i++) {
        add(&m->events[a->events[i].status % GISA_EVENT_STATUS_COUNT], 1);
    }
}

static void head(struct gisa_buffer *out, const char *name, const char *type, const char *help) {
    gisa_buffer_print(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void tell_requests(const struct gisa_metrics *m, struct gisa_buffer *out) {
    head(out, "gisa_http_requests_total", "counter", "Requests answered.");
    for (uint32_t r = 0; r < GISA_METRIC_ROUTES; r++) {
        for (size_t c = 0; c < LENGTH(codes); c++) {
            uint64_t n = get(&m->requests[r][c]);
            if (n) {
                bool is_route = r < gisa_route_count;
                gisa_buffer_print(out, "gisa_http_requests_total{method=\"%s\",route=\"%s\",code=\"%d\"} %" PRIu64 "\n",
                                  is_route ? gisa_routes[r].method : "other",
                                  is_route ? gisa_routes[r].path : "other", codes[c], n);
            }
        }
    }
    head(out, "gisa_http_request_duration_seconds", "histogram", "From the whole request to its reply.");
    uint64_t sum = 0;
    for (size_t b = 0; b < LENGTH(bounds); b++) {
        sum += get(&m->buckets[b]);
        gisa_buffer_print(out, "gisa_http_request_duration_seconds_bucket{le=\"%g\"} %" PRIu64 "\n", bounds[b], sum);
    }
    sum += get(&m->buckets[LENGTH(bounds)]);
    gisa_buffer_print(out, "gisa_http_request_duration_seconds_bucket{le=\"+Inf\"} %" PRIu64 "\n", sum);
    gisa_buffer_print(out, "gisa_http_request_duration_seconds_sum %.9f\n", (double)get(&m->duration_ns) / 1e9);
    gisa_buffer_print(out, "gisa_http_request_duration_seconds_count %" PRIu64 "\n", sum);
}

static void tell_analyses(const struct gisa_metrics *m, struct gisa_buffer *out) {
    head(out, "gisa_stage_duration_seconds_total", "counter", "Time spent by stage of the analysis.");
    for (int i = 0; i < GISA_LAYER_COUNT; i++) {
        gisa_buffer_print(out, "gisa_stage_duration_seconds_total{stage=\"%s\"} %.9f\n",
                          gisa_layer_name((enum gisa_layer)i), (double)get(&m->stage_ns[i]) / 1e9);
    }
    head(out, "gisa_entities_total", "counter", "Entities found.");
    for (uint32_t i = 0; i < GISA_ENTITY_TYPE_COUNT; i++) {
        gisa_buffer_print(out, "gisa_entities_total{type=\"%s\"} %" PRIu64 "\n", gisa_name_of(GISA_NAMES_ENTITY, i),
                          get(&m->entities[i]));
    }
    head(out, "gisa_events_total", "counter", "Events found.");
    for (uint32_t i = 0; i < GISA_EVENT_STATUS_COUNT; i++) {
        gisa_buffer_print(out, "gisa_events_total{status=\"%s\"} %" PRIu64 "\n", gisa_name_of(GISA_NAMES_STATUS, i),
                          get(&m->events[i]));
    }
}

static void tell_one(struct gisa_buffer *out, const char *name, const char *type, const char *help, uint64_t n) {
    head(out, name, type, help);
    gisa_buffer_print(out, "%s %" PRIu64 "\n", name, n);
}

void gisa_metrics_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                      const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)workspace, (void)route, (void)request;
    const struct gisa_metrics *m = service->metrics;
    struct gisa_buffer *out = &reply->body;
    head(out, "gisa_build_info", "gauge", "Which build this is.");
    gisa_buffer_print(out, "gisa_build_info{version=\"%s\",revision=\"%s\"} 1\n", service->version, service->revision);
    tell_requests(m, out);
    tell_one(out, "gisa_http_request_size_bytes_total", "counter", "Bytes of bodies received.", get(&m->body_bytes));
    tell_one(out, "gisa_http_requests_in_flight", "gauge", "Requests begun and not yet done.", get(&m->in_flight));
    tell_one(out, "gisa_rejected_total", "counter", "Requests refused for their framing.", get(&m->rejected));
    tell_one(out, "gisa_analyses_total", "counter", "Articles analysed.", get(&m->analyses));
    tell_one(out, "gisa_input_codepoints_total", "counter", "Code points analysed.", get(&m->codepoints));
    tell_analyses(m, out);
    tell_one(out, "gisa_gazetteer_entries", "gauge", "Entries of the gazetteer, built in and own.",
             (uint64_t)gisa_resources_gazetteer_entries(service->resources) + gisa_own_names_count(service->own_names));
    reply->content_type = "text/plain; version=0.0.4; charset=utf-8";
}
