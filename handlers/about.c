/* SPDX-License-Identifier: Apache-2.0 */
/* GET /version: which build this is. GET /v1/labels: the words an analysis may use. GET /v1/rules: its rule ids. */
#include "endpoints.h"
#include "gisa/rule.h"
#include "json_writer.h"
#include "names.h"
#include "problem.h"
#include "service.h"

void gisa_version_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                      const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)workspace, (void)route, (void)request;
    struct gisa_json j;
    gisa_json_begin(&j, &reply->body, false);
    gisa_json_object(&j);
    gisa_json_put_text(&j, "name", "gisa");
    gisa_json_put_text(&j, "version", service->version);
    gisa_json_put_text(&j, "revision", service->revision);
    gisa_json_put_uint(&j, "gazetteer_entries", (uint64_t)gisa_resources_gazetteer_entries(service->resources) +
                                                    gisa_own_names_count(service->own_names));
    gisa_json_object_end(&j);
    gisa_buffer_append(&reply->body, "\n", 1);
    reply->content_type = "application/json";
}

void gisa_rules_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                    const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)service, (void)workspace, (void)route, (void)request;
    struct gisa_json j;
    struct gisa_rule rule;
    gisa_json_begin(&j, &reply->body, false);
    gisa_json_object(&j);
    gisa_json_key(&j, "rules");
    gisa_json_array(&j);
    for (uint32_t i = 0; gisa_rule_at(i, &rule); i++) {
        gisa_json_object(&j);
        gisa_json_put_text(&j, "id", rule.id);
        gisa_json_put_text(&j, "en", rule.en);
        gisa_json_put_text(&j, "ko", rule.ko);
        gisa_json_object_end(&j);
    }
    gisa_json_array_end(&j);
    gisa_json_object_end(&j);
    gisa_buffer_append(&reply->body, "\n", 1);
    reply->content_type = "application/json";
}

void gisa_labels_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                     const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)service, (void)workspace, (void)route, (void)request;
    struct gisa_json j;
    gisa_json_begin(&j, &reply->body, false);
    gisa_json_object(&j);
    for (int v = 0; v < GISA_NAMES_COUNT; v++) {
        size_t count;
        const struct gisa_name *rows = gisa_vocabulary_rows((enum gisa_vocabulary)v, &count);
        gisa_json_key(&j, gisa_vocabulary_title((enum gisa_vocabulary)v));
        gisa_json_array(&j);
        for (size_t i = 0; i < count; i++) {
            if (rows[i].name) {
                gisa_json_object(&j);
                gisa_json_put_text(&j, "name", rows[i].name);
                gisa_json_put_text(&j, "ko", rows[i].korean);
                gisa_json_object_end(&j);
            }
        }
        gisa_json_array_end(&j);
    }
    gisa_json_object_end(&j);
    gisa_buffer_append(&reply->body, "\n", 1);
    reply->content_type = "application/json";
}
