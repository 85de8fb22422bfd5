/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_METRICS_H
#define GISA_METRICS_H

/* Counters of the service, told as Prometheus text. Any thread may add; zero is a valid start. */
#include <stdatomic.h>
#include <stdint.h>

#include "exchange.h"
#include "gisa/analyzer.h"

enum { GISA_METRIC_ROUTES = 32, GISA_METRIC_CODES = 16, GISA_METRIC_BUCKETS = 12 };

struct gisa_metrics {
    atomic_uint_fast64_t requests[GISA_METRIC_ROUTES][GISA_METRIC_CODES]; /* by row of the route table and by code */
    atomic_uint_fast64_t buckets[GISA_METRIC_BUCKETS]; /* request durations, not cumulative */
    atomic_uint_fast64_t duration_ns;
    atomic_uint_fast64_t body_bytes;
    atomic_uint_fast64_t codepoints;
    atomic_uint_fast64_t rejected;    /* requests refused before a handler: bad framing */
    atomic_uint_fast64_t stage_ns[GISA_LAYER_COUNT];
    atomic_uint_fast64_t analyses;
    atomic_uint_fast64_t entities[GISA_ENTITY_TYPE_COUNT];
    atomic_uint_fast64_t events[GISA_EVENT_STATUS_COUNT];
    atomic_uint_fast64_t in_flight;
};

/* route: index in the route table, or GISA_METRIC_ROUTES - 1 for a path that is none. */
void gisa_metrics_request(struct gisa_metrics *metrics, uint32_t route, int code, uint64_t ns, uint64_t body_bytes);
void gisa_metrics_analysis(struct gisa_metrics *metrics, const struct gisa_analysis *analysis);

gisa_handler gisa_metrics_get;

#endif
