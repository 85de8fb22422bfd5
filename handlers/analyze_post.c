/* SPDX-License-Identifier: Apache-2.0 */
/* POST /v1/analyze and its narrower sisters: decode, analyse, render, reply. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "accept.h"
#include "answer.h"
#include "endpoints.h"
#include "json_in.h"
#include "params.h"
#include "problem.h"
#include "routes.h"
#include "service.h"

#define LEAST_KOREAN 0.3 /* share of the letters below which a text is not taken for Korean */

static const char *const types[] = {"application/json", "text/plain", "text/html"}; /* by enum gisa_format */

static bool bad_param(const struct gisa_request *request, struct gisa_reply *reply, enum gisa_param_answer answer,
                      const char *name, const char *hint, bool is_member) {
    char detail[256];
    if (answer == GISA_PARAM_UNKNOWN) {
        snprintf(detail, sizeof detail, "There is no such parameter here; %s.", hint);
    } else {
        snprintf(detail, sizeof detail, "Expected %s.", hint);
    }
    struct gisa_problem_more more = {.parameter = is_member ? NULL : name, .pointer = is_member ? name : NULL};
    gisa_problem(request, reply,
                 answer == GISA_PARAM_UNKNOWN ? GISA_PROBLEM_UNKNOWN_PARAMETER : GISA_PROBLEM_INVALID_PARAMETER,
                 detail, &more);
    return false;
}

static bool read_params(const struct gisa_route *route, const struct gisa_request *request, struct gisa_wishes *wishes,
                        struct gisa_reply *reply) {
    gisa_wishes_init(wishes);
    if (request->has_more_params) {
        gisa_problem(request, reply, GISA_PROBLEM_BAD_REQUEST, "Too many parameters.", NULL);
        return false;
    }
    for (uint32_t i = 0; i < request->param_count; i++) {
        const struct gisa_param *p = &request->params[i];
        const char *hint = "see /openapi.json";
        enum gisa_param_answer answer = route->include && strcmp(p->name, "include") == 0
                                            ? GISA_PARAM_UNKNOWN
                                            : gisa_wishes_set(wishes, p->name, p->value, &hint);
        if (answer != GISA_PARAM_OK) {
            return bad_param(request, reply, answer, p->name, hint, false);
        }
        for (uint32_t k = 0; k < i; k++) {
            if (strcmp(request->params[k].name, p->name) == 0) {
                return bad_param(request, reply, GISA_PARAM_INVALID, p->name, "the parameter once", false);
            }
        }
    }
    if (route->include) {
        wishes->include = route->include;
    }
    if (!wishes->has_format) {
        int format = gisa_accept_choose(request->accept, types, sizeof types / sizeof types[0]);
        if (format < 0) {
            gisa_problem(request, reply, GISA_PROBLEM_NOT_ACCEPTABLE, "Available: application/json, text/plain, text/html.",
                         NULL);
            return false;
        }
        wishes->format = (enum gisa_format)format;
    }
    return true;
}

static bool bad_body(const struct gisa_request *request, const struct gisa_body *body, enum gisa_body_status status,
                     struct gisa_reply *reply) {
    struct gisa_problem_more more = {.pointer = body->member[0] ? body->member : NULL};
    switch (status) {
    case GISA_BODY_OK:
        return true;
    case GISA_BODY_BAD_JSON:
        more = (struct gisa_problem_more){.has_offset = true, .byte_offset = body->byte_offset};
        gisa_problem(request, reply, GISA_PROBLEM_BAD_REQUEST, body->hint, &more);
        break;
    case GISA_BODY_BAD_MEMBER:
        gisa_problem(request, reply,
                     strncmp(body->hint, "unknown", 7) == 0 ? GISA_PROBLEM_UNKNOWN_PARAMETER
                                                            : GISA_PROBLEM_INVALID_PARAMETER,
                     body->hint, &more);
        break;
    case GISA_BODY_BAD_UTF8:
        more = (struct gisa_problem_more){.has_offset = true, .byte_offset = body->byte_offset};
        gisa_problem(request, reply, GISA_PROBLEM_INVALID_UTF8, "The body must be UTF-8.", &more);
        break;
    case GISA_BODY_BAD_CHARSET:
        gisa_problem(request, reply, GISA_PROBLEM_BAD_REQUEST, "The body is not valid in its charset.", NULL);
        break;
    case GISA_BODY_UNKNOWN_CHARSET:
        gisa_problem(request, reply, GISA_PROBLEM_UNSUPPORTED_MEDIA_TYPE, "Known charsets: utf-8, euc-kr, cp949.",
                     NULL);
        break;
    case GISA_BODY_UNKNOWN_TYPE:
        gisa_problem(request, reply, GISA_PROBLEM_UNSUPPORTED_MEDIA_TYPE,
                     "Send text/plain, text/html or application/json.", NULL);
        break;
    case GISA_BODY_NO_MEMORY:
        gisa_problem(request, reply, GISA_PROBLEM_INTERNAL, "Out of memory.", NULL);
        break;
    }
    return false;
}

static bool bad_analysis(const struct gisa_request *request, enum gisa_status status, const struct gisa_error *error,
                         struct gisa_reply *reply) {
    struct gisa_problem_more more = {.has_offset = true, .byte_offset = error->offset};
    if (status == GISA_OK) {
        return true;
    }
    if (status == GISA_INVALID_UTF8) {
        gisa_problem(request, reply, GISA_PROBLEM_INVALID_UTF8, "The text must be UTF-8.", &more);
    } else if (status == GISA_TOO_LARGE) {
        gisa_problem(request, reply, GISA_PROBLEM_BODY_TOO_LARGE, "The text is too long.", NULL);
    } else {
        gisa_problem(request, reply, GISA_PROBLEM_INTERNAL, "The analysis failed.", NULL);
    }
    return false;
}

static bool is_korean(const struct gisa_request *request, const struct gisa_analysis *analysis, bool is_page,
                      const struct gisa_wishes *wishes, struct gisa_reply *reply) {
    bool is_blank;
    double share = gisa_korean_share(&analysis->document, &is_blank);
    if (is_blank) {
        gisa_problem(request, reply, GISA_PROBLEM_BAD_REQUEST, is_page ? "No text was found in the HTML." : "The text is empty or blank.",
                     NULL);
        return false;
    }
    if (share < LEAST_KOREAN && !wishes->force_korean) {
        gisa_problem(request, reply, GISA_PROBLEM_UNSUPPORTED_LANGUAGE,
                     "Too few of the letters are Korean; lang=ko forces the analysis.", NULL);
        return false;
    }
    return true;
}

static void tell_timing(const struct gisa_analysis *a, uint64_t decode_ns, uint64_t render_ns, struct gisa_reply *r) {
    size_t used = (size_t)snprintf(r->timing, sizeof r->timing, "decode;dur=%.3f", (double)decode_ns / 1e6);
    for (int i = 0; i < GISA_LAYER_COUNT && used < sizeof r->timing; i++) {
        used += (size_t)snprintf(r->timing + used, sizeof r->timing - used, ", %s;dur=%.3f",
                                 gisa_layer_name((enum gisa_layer)i), (double)a->pass_ns[i] / 1e6);
    }
    if (used < sizeof r->timing) {
        snprintf(r->timing + used, sizeof r->timing - used, ", render;dur=%.3f", (double)render_ns / 1e6);
    }
}

static void analyze_body(const struct gisa_service *service, struct gisa_workspace *workspace,
                         const struct gisa_request *request, struct gisa_wishes *wishes, const struct gisa_body *body,
                         uint64_t decode_ns, struct gisa_reply *reply) {
    const char *hint;
    if (body->published && !wishes->published.day.year &&
        gisa_wishes_set(wishes, "published", body->published, &hint) != GISA_PARAM_OK) {
        bad_param(request, reply, GISA_PARAM_INVALID, "published", hint, true);
        return;
    }
    gisa_wishes_finish(wishes);
    wishes->include |= body->is_page ? GISA_INCLUDE_TEXT : 0; /* what the offsets count in */
    struct gisa_options options = {.layers = gisa_wishes_layers(wishes), .published = wishes->published,
        .line_kinds = body->page.kinds, .line_count = body->page.lines, .clock = service->clock};
    struct gisa_own_names_copy *own = gisa_own_names_take(service->own_names);
    options.gazetteers[GISA_GAZETTEER_LOCAL] = gisa_own_names_of(own);
    options.gazetteers[GISA_GAZETTEER_REQUEST] = body->gazetteer;
    const struct gisa_analysis *analysis = NULL;
    struct gisa_error error;
    enum gisa_status status =
        gisa_analyze(service->resources, workspace, body->text, body->size, &options, &analysis, &error);
    gisa_own_names_give(service->own_names, own); /* the analysis keeps nothing of it */
    if (!bad_analysis(request, status, &error, reply) || !is_korean(request, analysis, body->is_page, wishes, reply)) {
        return;
    }
    uint64_t start = service->clock ? service->clock() : 0;
    struct gisa_origin origin = {body->id, body->title, body->source, body->url};
    if (wishes->format == GISA_FORMAT_TEXT) {
        gisa_answer_text(analysis, wishes, &reply->body);
    } else if (wishes->format == GISA_FORMAT_HTML) {
        gisa_answer_html(analysis, wishes, &reply->body);
    } else {
        gisa_answer_json(analysis, wishes, &origin, &reply->body);
    }
    static const char *const media[] = {"application/json", "text/plain; charset=utf-8", "text/html; charset=utf-8"};
    reply->content_type = media[wishes->format];
    reply->codepoints = analysis->document.source_count;
    tell_timing(analysis, decode_ns, service->clock ? service->clock() - start : 0, reply);
    gisa_metrics_analysis(service->metrics, analysis);
}

void gisa_analyze_post(const struct gisa_service *service, struct gisa_workspace *workspace,
                       const struct gisa_route *route, const struct gisa_request *request, struct gisa_reply *reply) {
    struct gisa_wishes wishes;
    struct gisa_body body;
    if (!read_params(route, request, &wishes, reply)) {
        return;
    }
    if (request->content_encoding && strcasecmp(request->content_encoding, "identity") != 0) {
        gisa_problem(request, reply, GISA_PROBLEM_UNSUPPORTED_MEDIA_TYPE, "Content-Encoding is not supported.", NULL);
        return;
    }
    uint64_t start = service->clock ? service->clock() : 0;
    enum gisa_body_status status = gisa_body_read(&body, request->content_type, request->body, request->body_size);
    uint64_t decode_ns = service->clock ? service->clock() - start : 0;
    if (bad_body(request, &body, status, reply)) {
        analyze_body(service, workspace, request, &wishes, &body, decode_ns, reply);
    }
    gisa_body_close(&body);
}
