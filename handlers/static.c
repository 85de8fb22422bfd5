/* SPDX-License-Identifier: Apache-2.0 */
/* GET of the embedded files: the dashboard and the OpenAPI document. */
#include <string.h>

#include "asset.h"
#include "endpoints.h"
#include "problem.h"

void gisa_static_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                     const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)service, (void)workspace, (void)route;
    for (size_t i = 0; i < gisa_asset_count; i++) {
        if (strcmp(gisa_assets[i].path, request->path) == 0) {
            gisa_buffer_append(&reply->body, (const char *)gisa_assets[i].bytes, gisa_assets[i].size);
            reply->content_type = gisa_assets[i].type;
            reply->cache = "no-cache";
            return;
        }
    }
    gisa_problem(request, reply, GISA_PROBLEM_NOT_FOUND, "No such file.", NULL);
}
