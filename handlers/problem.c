/* SPDX-License-Identifier: Apache-2.0 */
#include "problem.h"

#include <stdio.h>
#include <string.h>

#include "endpoints.h"
#include "json_writer.h"

static const struct {
    const char *slug;
    int status;
    const char *title, *korean;
} problems[] = {
    {"bad-request", 400, "Bad request", "잘못된 요청"},
    {"invalid-utf8", 400, "The text is not valid UTF-8", "UTF-8이 아닌 글자가 있음"},
    {"unknown-parameter", 400, "Unknown parameter or member", "알 수 없는 매개변수"},
    {"invalid-parameter", 400, "Invalid parameter or member", "잘못된 매개변수 값"},
    {"not-found", 404, "Not found", "없는 주소"},
    {"method-not-allowed", 405, "Method not allowed", "허용되지 않은 메서드"},
    {"not-acceptable", 406, "Not acceptable", "요청한 형식을 만들 수 없음"},
    {"body-too-large", 413, "Body too large", "본문이 너무 큼"},
    {"unsupported-media-type", 415, "Unsupported media type", "받을 수 없는 본문 형식"},
    {"unsupported-language", 422, "The text is not Korean", "한국어 글이 아님"},
    {"overloaded", 503, "Overloaded", "처리량 초과"},
    {"internal", 500, "Internal error", "내부 오류"},
};
_Static_assert(sizeof problems / sizeof problems[0] == GISA_PROBLEM_COUNT, "a row for every problem");

const char *gisa_problem_slug(enum gisa_problem_kind kind) { return problems[kind].slug; }

static bool prefers_korean(const struct gisa_request *r) {
    return r->accept_language && strncmp(r->accept_language, "ko", 2) == 0;
}

static void put_error(struct gisa_json *j, const char *detail, const struct gisa_problem_more *more) {
    gisa_json_key(j, "errors");
    gisa_json_array(j);
    gisa_json_object(j);
    gisa_json_put_text(j, "detail", detail);
    if (more->parameter) {
        gisa_json_put_text(j, "parameter", more->parameter);
    }
    if (more->pointer) {
        char pointer[64] = "#/";
        size_t n = strlen(more->pointer) < 60 ? strlen(more->pointer) : 60;
        memcpy(pointer + 2, more->pointer, n);
        pointer[2 + n] = '\0';
        gisa_json_put_text(j, "pointer", pointer);
    }
    gisa_json_object_end(j);
    gisa_json_array_end(j);
}

void gisa_problem(const struct gisa_request *request, struct gisa_reply *reply, enum gisa_problem_kind kind,
                  const char *detail, const struct gisa_problem_more *more) {
    struct gisa_json j;
    char type[64];
    snprintf(type, sizeof type, "/problems/%s", problems[kind].slug);
    gisa_buffer_free(&reply->body);
    reply->status = problems[kind].status;
    reply->content_type = "application/problem+json";
    reply->cache = NULL;
    reply->tells_accept = kind == GISA_PROBLEM_UNSUPPORTED_MEDIA_TYPE;
    gisa_json_begin(&j, &reply->body, false);
    gisa_json_object(&j);
    gisa_json_put_text(&j, "type", type);
    gisa_json_put_text(&j, "title", prefers_korean(request) ? problems[kind].korean : problems[kind].title);
    gisa_json_put_uint(&j, "status", (uint64_t)problems[kind].status);
    gisa_json_put_text(&j, "detail", detail);
    gisa_json_put_text(&j, "instance", request->request_id);
    if (more && more->has_offset) {
        gisa_json_put_uint(&j, "byte_offset", more->byte_offset);
    }
    if (more && more->has_limit) {
        gisa_json_put_uint(&j, "limit_bytes", more->limit_bytes);
    }
    if (more && (more->parameter || more->pointer)) {
        put_error(&j, detail, more);
    }
    gisa_json_object_end(&j);
    gisa_buffer_append(&reply->body, "\n", 1);
}

void gisa_problem_get(const struct gisa_service *service, struct gisa_workspace *workspace,
                      const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    (void)service, (void)workspace, (void)route;
    const char *slug = request->path + strlen("/problems/");
    for (size_t i = 0; i < GISA_PROBLEM_COUNT; i++) {
        if (strcmp(problems[i].slug, slug) == 0) {
            struct gisa_json j;
            gisa_json_begin(&j, &reply->body, false);
            gisa_json_object(&j);
            gisa_json_put_text(&j, "slug", slug);
            gisa_json_put_uint(&j, "status", (uint64_t)problems[i].status);
            gisa_json_put_text(&j, "title", problems[i].title);
            gisa_json_put_text(&j, "title_ko", problems[i].korean);
            gisa_json_object_end(&j);
            reply->content_type = "application/json";
            return;
        }
    }
    gisa_problem(request, reply, GISA_PROBLEM_NOT_FOUND, "No such problem.", NULL);
}
