/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_SERVICE_H
#define GISA_SERVICE_H

/* What a handler is lent. Owned by the program, the same for all threads; only the atomics and the own names change. */
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gisa/analyzer.h"
#include "metrics.h"
#include "own_names.h"

struct gisa_service {
    const struct gisa_resources *resources;
    struct gisa_metrics *metrics;
    struct gisa_own_names *own_names; /* NULL: none */
    uint64_t (*clock)(void); /* nanoseconds, monotonic */
    size_t max_body;         /* bytes */
    const char *version, *revision;
    bool has_dashboard;
    atomic_bool is_draining;
};

#endif
