/* SPDX-License-Identifier: Apache-2.0 */
/* GET /livez, /healthz: the loop runs. GET /readyz: 503 while draining. */
#include "endpoints.h"
#include "service.h"

void gisa_live_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                   const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)service, (void)workspace, (void)route, (void)request;
    reply->content_type = "text/plain; charset=utf-8";
    gisa_buffer_text(&reply->body, "ok\n");
}

void gisa_ready_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                    const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)workspace, (void)route, (void)request;
    bool is_draining = atomic_load(&service->is_draining);
    reply->content_type = "text/plain; charset=utf-8";
    reply->status = is_draining ? 503 : 200;
    gisa_buffer_text(&reply->body, is_draining ? "draining\n" : "ok\n");
}
