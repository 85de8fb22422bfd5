/* SPDX-License-Identifier: Apache-2.0 */
/* routes-test OPENAPI: every row of the route table is in the document, every operation of it is a row. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "routes.h"

/* "/problems/{slug}" -> "/problems/x": a path that a client could ask for. */
static void fill_in(const char *template, char *out, size_t size) {
    size_t n = strcspn(template, "{");
    snprintf(out, size, "%.*s%s", (int)n, template, template[n] ? "x" : "");
}

static int is_told(json_t *paths, const struct gisa_route *route) {
    const char *path;
    json_t *item;
    json_object_foreach(paths, path, item) {
        char asked[128], method[16] = "";
        fill_in(path, asked, sizeof asked);
        for (size_t i = 0; route->method[i] && i + 1 < sizeof method; i++) {
            method[i] = (char)(route->method[i] | 0x20);
        }
        const struct gisa_route *found = gisa_route_find(route->method, asked);
        /* QUERY has no word in OpenAPI 3.1; it must stand beside a POST */
        if (found == route && json_object_get(item, strcmp(method, "query") == 0 ? "post" : method)) {
            return 1;
        }
    }
    return 0;
}

int main(int argc, char **argv) {
    json_error_t error;
    json_t *document = argc == 2 ? json_load_file(argv[1], JSON_REJECT_DUPLICATES, &error) : NULL;
    json_t *paths = json_object_get(document, "paths");
    int bad = 0, operations = 0;
    if (!paths) {
        fprintf(stderr, "no paths in the document: %s\n", argc == 2 ? error.text : "usage: routes-test OPENAPI");
        return 1;
    }
    for (uint32_t i = 0; i < gisa_route_count; i++) {
        if (!is_told(paths, &gisa_routes[i])) {
            fprintf(stderr, "not in the document: %s %s\n", gisa_routes[i].method, gisa_routes[i].path);
            bad++;
        }
    }
    const char *path, *method;
    json_t *item, *operation;
    json_object_foreach(paths, path, item) {
        json_object_foreach(item, method, operation) {
            char asked[128], upper[16] = "";
            fill_in(path, asked, sizeof asked);
            for (size_t i = 0; method[i] && i + 1 < sizeof upper; i++) {
                upper[i] = (char)(method[i] & ~0x20);
            }
            operations++;
            if (!gisa_route_find(upper, asked)) {
                fprintf(stderr, "no route for %s %s\n", upper, path);
                bad++;
            }
        }
    }
    printf("%u routes, %d operations, %d differences\n", gisa_route_count, operations, bad);
    json_decref(document);
    return bad || !operations;
}
