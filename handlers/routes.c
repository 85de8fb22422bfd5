/* SPDX-License-Identifier: Apache-2.0 */
#include "routes.h"

#include <stdio.h>
#include <string.h>

#include "endpoints.h"
#include "params.h"
#include "problem.h"
#include "service.h"

enum {
    SEGMENTS = GISA_INCLUDE_SEGMENTS | GISA_INCLUDE_SENTENCES,
    ENTITIES = GISA_INCLUDE_ENTITIES | GISA_INCLUDE_RELATIONS,
    TIMELINE = GISA_INCLUDE_EVENTS | GISA_INCLUDE_TIMES | GISA_INCLUDE_ENTITIES,
    QUOTES = GISA_INCLUDE_QUOTES | GISA_INCLUDE_ENTITIES
};

const struct gisa_route gisa_routes[] = {
    {"POST", "/v1/analyze", .run = gisa_analyze_post, .wants_workspace = true},
    {"QUERY", "/v1/analyze", .run = gisa_analyze_post, .wants_workspace = true},
    {"POST", "/v1/segments", .run = gisa_analyze_post, .wants_workspace = true, .include = SEGMENTS},
    {"POST", "/v1/entities", .run = gisa_analyze_post, .wants_workspace = true, .include = ENTITIES},
    {"POST", "/v1/timeline", .run = gisa_analyze_post, .wants_workspace = true, .include = TIMELINE},
    {"POST", "/v1/quotes", .run = gisa_analyze_post, .wants_workspace = true, .include = QUOTES},
    {"GET", "/v1/labels", .run = gisa_labels_get},
    {"GET", "/v1/rules", .run = gisa_rules_get},
    {"GET", "/livez", .run = gisa_live_get, .is_probe = true},
    {"GET", "/healthz", .run = gisa_live_get, .is_probe = true},
    {"GET", "/readyz", .run = gisa_ready_get, .is_probe = true},
    {"GET", "/metrics", .run = gisa_metrics_get, .is_probe = true},
    {"GET", "/version", .run = gisa_version_get},
    {"GET", "/openapi.json", .run = gisa_static_get},
    {"GET", "/problems/*", .run = gisa_problem_get},
    {"GET", "/", .run = gisa_static_get, .is_dashboard = true},
    {"GET", "/assets/*", .run = gisa_static_get, .is_dashboard = true},
};
const uint32_t gisa_route_count = sizeof gisa_routes / sizeof gisa_routes[0];
_Static_assert(sizeof gisa_routes / sizeof gisa_routes[0] < GISA_METRIC_ROUTES, "a counter for every route");

static bool is_path(const struct gisa_route *route, const char *path) {
    size_t n = strlen(route->path);
    return route->path[n - 1] == '*' ? strncmp(route->path, path, n - 1) == 0 && path[n - 1]
                                     : strcmp(route->path, path) == 0;
}

static bool is_method(const struct gisa_route *route, const char *method) {
    return strcmp(route->method, method) == 0 || (strcmp(method, "HEAD") == 0 && strcmp(route->method, "GET") == 0);
}

const struct gisa_route *gisa_route_find(const char *method, const char *path) {
    for (uint32_t i = 0; i < gisa_route_count; i++) {
        if (is_path(&gisa_routes[i], path) && is_method(&gisa_routes[i], method)) {
            return &gisa_routes[i];
        }
    }
    return NULL;
}

void gisa_route_allow(const char *path, char *out, size_t size) {
    size_t used = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < gisa_route_count; i++) {
        if (is_path(&gisa_routes[i], path) && used < size) {
            bool is_get = strcmp(gisa_routes[i].method, "GET") == 0;
            int n = snprintf(out + used, size - used, "%s%s, ", gisa_routes[i].method, is_get ? ", HEAD" : "");
            used += n > 0 ? (size_t)n : 0;
        }
    }
    if (used && used < size) {
        snprintf(out + used, size - used, "OPTIONS");
    }
}

void gisa_dispatch(const struct gisa_service *service, struct gisa_workspace *workspace,
                   const struct gisa_request *request, struct gisa_reply *reply, uint32_t *index) {
    const struct gisa_route *route = gisa_route_find(request->method, request->path);
    *index = route ? (uint32_t)(route - gisa_routes) : gisa_route_count;
    reply->status = 200;
    if (route && !(route->is_dashboard && !service->has_dashboard)) {
        route->run(service, workspace, route, request, reply);
    } else {
        char allow[sizeof reply->allow];
        gisa_route_allow(request->path, allow, sizeof allow);
        if (route || !allow[0]) {
            gisa_problem(request, reply, GISA_PROBLEM_NOT_FOUND, "No such resource.", NULL);
        } else if (strcmp(request->method, "OPTIONS") == 0) {
            reply->status = 204;
        } else {
            bool is_put = strcmp(request->method, "PUT") == 0;
            gisa_problem(request, reply, GISA_PROBLEM_METHOD_NOT_ALLOWED,
                         is_put ? "curl -T sends PUT; use curl --data-binary @FILE." : "See Allow.", NULL);
        }
        if (!route) {
            memcpy(reply->allow, allow, sizeof allow);
        }
    }
    if (reply->body.failed) {
        gisa_buffer_free(&reply->body);
        gisa_problem(request, reply, GISA_PROBLEM_INTERNAL, "Out of memory.", NULL);
    }
}
