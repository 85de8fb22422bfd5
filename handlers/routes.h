/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ROUTES_H
#define GISA_ROUTES_H

/* The one table of endpoints; openapi.yaml is held against it by a test. */
#include "exchange.h"

struct gisa_route {
    const char *method;
    const char *path; /* a path that ends in '*' stands for every path that begins so */
    gisa_handler *run;
    bool wants_workspace;
    bool is_dashboard;  /* left out by --no-dashboard */
    bool is_probe;      /* not logged unless it fails */
    uint32_t include;   /* preset of include=, 0 = the caller may say */
};

extern const struct gisa_route gisa_routes[];
extern const uint32_t gisa_route_count;

/* Answers any request: finds the route or tells 404, 405 with Allow, 204 for OPTIONS. HEAD is served as GET.
 * *route = its index, or gisa_route_count. */
void gisa_dispatch(const struct gisa_service *service, struct gisa_workspace *workspace,
                   const struct gisa_request *request, struct gisa_reply *reply, uint32_t *route);
/* The row that would answer, or NULL. */
const struct gisa_route *gisa_route_find(const char *method, const char *path);
/* "GET, HEAD, OPTIONS" of a path; "" when the path is none. */
void gisa_route_allow(const char *path, char *out, size_t size);

#endif
