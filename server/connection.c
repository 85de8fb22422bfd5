/* SPDX-License-Identifier: Apache-2.0 */
#include "connection.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "daemon.h"
#include "problem.h"
#include "routes.h"

enum { MAX_ID = 64, SURPLUS = 4 << 20 }; /* bytes of a too large body that are read before the line is cut */

struct exchange { /* one request, from its headers to the end of its reply */
    struct gisa_request request;
    struct gisa_buffer body;
    char id[MAX_ID + 1];
    char trace[33];
    char path[129], method[17];
    uint64_t start;
    size_t received; /* bytes of the body, kept or not */
    uint32_t route;
    int status;      /* 0 until replied */
    size_t reply_bytes;
    uint32_t codepoints;
    bool is_too_large;
    bool wants_close;
};

struct headers { /* what the guard counts */
    unsigned lengths, encodings, hosts;
    bool is_bad;
    bool is_chunked;
    uint64_t length;
};

static bool is_token(const char *text, size_t size) {
    static const char others[] = "!#$%&'*+-.^_`|~";
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        bool is_alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_alnum && (!c || !strchr(others, c))) {
            return false;
        }
    }
    return size > 0;
}

static bool is_clean(const char *text, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (((unsigned char)text[i] < 0x20 && text[i] != '\t') || text[i] == 0x7F) {
            return false;
        }
    }
    return true;
}

static bool read_length(const char *value, size_t size, uint64_t *out) {
    *out = 0;
    for (size_t i = 0; i < size; i++) {
        if (value[i] < '0' || value[i] > '9' || size > 18) {
            return false;
        }
        *out = *out * 10 + (uint64_t)(value[i] - '0');
    }
    return size > 0;
}

static enum MHD_Result see_header(void *cls, enum MHD_ValueKind kind, const char *key, size_t key_size,
                                  const char *value, size_t value_size) {
    (void)kind;
    struct headers *h = cls;
    value = value ? value : "";
    h->is_bad = h->is_bad || !is_token(key, key_size) || !is_clean(value, value_size);
    if (strcasecmp(key, "Content-Length") == 0) {
        h->lengths++;
        h->is_bad = h->is_bad || !read_length(value, value_size, &h->length);
    } else if (strcasecmp(key, "Transfer-Encoding") == 0) {
        h->encodings++;
        h->is_chunked = strcasecmp(value, "chunked") == 0;
        h->is_bad = h->is_bad || !h->is_chunked;
    } else if (strcasecmp(key, "Host") == 0) {
        h->hosts++;
    }
    return MHD_YES;
}

static enum MHD_Result see_param(void *cls, enum MHD_ValueKind kind, const char *key, size_t key_size,
                                 const char *value, size_t value_size) {
    (void)kind;
    struct gisa_request *r = cls;
    value = value ? value : "";
    bool has_nul = strlen(key) != key_size || (value_size && strlen(value) != value_size);
    if (r->param_count == GISA_MAX_PARAMS) {
        r->has_more_params = true;
        return MHD_NO;
    }
    r->params[r->param_count++] = (struct gisa_param){has_nul ? "?" : key, value};
    return MHD_YES;
}

static uint64_t mix(uint64_t x) { /* splitmix64 */
    x += UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

static void take_id(struct gisa_daemon *d, struct exchange *x, const char *given) {
    size_t n = given ? strlen(given) : 0;
    if (n && n <= MAX_ID && strspn(given, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == n) {
        memcpy(x->id, given, n + 1);
        return;
    }
    uint64_t count = atomic_fetch_add(&d->id_count, 1);
    uint64_t a = mix(d->id_seed ^ count), b = mix(a + count);
    snprintf(x->id, sizeof x->id, "%08" PRIx64 "-%04" PRIx64 "-4%03" PRIx64 "-%04" PRIx64 "-%012" PRIx64, a >> 32,
             a >> 16 & 0xFFFF, a & 0xFFF, (b >> 48 & 0x3FFF) | 0x8000, b & UINT64_C(0xFFFFFFFFFFFF));
}

/* traceparent: "00-<32 hex>-<16 hex>-<2 hex>" */
static void take_trace(struct exchange *x, const char *parent) {
    if (parent && strlen(parent) >= 55 && memcmp(parent, "00-", 3) == 0 &&
        strspn(parent + 3, "0123456789abcdef") == 32 && parent[35] == '-') {
        memcpy(x->trace, parent + 3, 32);
    }
}

static void copy_cut(char *out, size_t size, const char *text) {
    size_t n = strlen(text) < size ? strlen(text) : size - 1;
    memcpy(out, text, n);
    out[n] = '\0';
}

static void free_body(void *bytes) { free(bytes); }

static void add(struct MHD_Response *response, const char *name, const char *value) {
    if (value && value[0]) {
        MHD_add_response_header(response, name, value);
    }
}

static void add_headers(struct gisa_daemon *d, struct exchange *x, const struct gisa_reply *reply,
                        struct MHD_Response *r) {
    add(r, "Content-Type", reply->status == 204 ? NULL : reply->content_type);
    add(r, "Cache-Control", reply->cache ? reply->cache : "no-store");
    add(r, "Allow", reply->allow);
    add(r, "Server-Timing", reply->timing);
    add(r, "X-Request-Id", x->id);
    add(r, "X-Content-Type-Options", "nosniff");
    add(r, "Referrer-Policy", "no-referrer");
    bool is_view = reply->timing[0] && strncmp(reply->content_type, "text/html", 9) == 0; /* format=html carries its style */
    add(r, "Content-Security-Policy",
        is_view ? "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
                : "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    if (reply->timing[0]) {
        add(r, "Vary", "Accept");
        add(r, "Link", "</openapi.json>; rel=\"service-desc\"");
    }
    if (reply->tells_accept) {
        add(r, "Accept-Post", "text/plain, text/html, application/json");
        add(r, "Accept-Query", "\"text/plain\", \"text/html\", \"application/json\"");
    }
    if (reply->status == 503) {
        add(r, "Retry-After", "1");
    }
    if (x->wants_close || atomic_load(&d->service->is_draining)) {
        add(r, "Connection", "close");
    }
}

/* Gives the reply's body away. */
static enum MHD_Result send_reply(struct gisa_daemon *d, struct MHD_Connection *connection, struct exchange *x,
                                  struct gisa_reply *reply) {
    size_t size = reply->body.size;
    struct MHD_Response *response =
        size ? MHD_create_response_from_buffer_with_free_callback_cls(size, reply->body.bytes, free_body,
                                                                      reply->body.bytes)
             : MHD_create_response_from_buffer(0, (void *)"", MHD_RESPMEM_PERSISTENT);
    if (!response) {
        gisa_buffer_free(&reply->body);
        return MHD_NO;
    }
    if (!size) {
        gisa_buffer_free(&reply->body);
    }
    x->status = reply->status;
    x->reply_bytes = size;
    x->codepoints = reply->codepoints;
    add_headers(d, x, reply, response);
    enum MHD_Result result = MHD_queue_response(connection, (unsigned)reply->status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result refuse(struct gisa_daemon *d, struct MHD_Connection *connection, struct exchange *x,
                              enum gisa_problem_kind kind, const char *detail) {
    struct gisa_reply reply = {0};
    struct gisa_problem_more more = {.has_limit = kind == GISA_PROBLEM_BODY_TOO_LARGE,
        .limit_bytes = d->service->max_body};
    gisa_problem(&x->request, &reply, kind, detail, &more);
    x->wants_close = true;
    return send_reply(d, connection, x, &reply);
}

/* The first call of a request: headers are here, the body is not. Replying now refuses the body. */
static enum MHD_Result begin(struct gisa_daemon *d, struct MHD_Connection *connection, const char *url,
                             const char *method, const char *version, void **state) {
    struct exchange *x = calloc(1, sizeof *x);
    if (!x) {
        return MHD_NO;
    }
    *state = x;
    x->start = d->service->clock();
    x->route = gisa_route_count;
    atomic_fetch_add(&d->service->metrics->in_flight, 1);
    copy_cut(x->path, sizeof x->path, url);
    copy_cut(x->method, sizeof x->method, method);
    take_id(d, x, MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "X-Request-Id"));
    take_trace(x, MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "traceparent"));
    x->request.request_id = x->id;
    x->request.accept_language = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Accept-Language");
    struct headers h = {0};
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, see_header, &h);
    bool lacks_host = !h.hosts && strcmp(version, "HTTP/1.0") != 0;
    if (h.is_bad || lacks_host || h.lengths > 1 || h.encodings > 1 || h.hosts > 1 || (h.lengths && h.encodings)) {
        atomic_fetch_add(&d->service->metrics->rejected, 1);
        return refuse(d, connection, x, GISA_PROBLEM_BAD_REQUEST, "The headers of the request are not well formed.");
    }
    /* A client that waits for 100 Continue hears 413 at once, and so does one with far too much. One that writes a little too
     * much without asking would be reset over its own bytes before it reads the answer: those are read and dropped first. */
    x->is_too_large = h.lengths && h.length > d->service->max_body;
    bool waits = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Expect") != NULL;
    if (x->is_too_large && (waits || h.length > d->service->max_body + SURPLUS)) {
        return refuse(d, connection, x, GISA_PROBLEM_BODY_TOO_LARGE, "The body is larger than this server takes.");
    }
    return MHD_YES;
}

static enum MHD_Result gather(struct gisa_daemon *d, struct exchange *x, const char *upload, size_t *upload_size) {
    size_t n = *upload_size;
    *upload_size = 0;
    x->received += n;
    if (d->service->clock() - x->start > (uint64_t)d->config->body_timeout * 1000000000U) {
        return MHD_NO;
    }
    if (x->is_too_large || x->received > d->service->max_body) {
        x->is_too_large = true;
        gisa_buffer_free(&x->body);
        return x->received > d->service->max_body + SURPLUS ? MHD_NO : MHD_YES;
    }
    gisa_buffer_append(&x->body, upload, n);
    return MHD_YES;
}

static enum MHD_Result finish(struct gisa_daemon *d, struct MHD_Connection *connection, struct exchange *x,
                              const char *url, const char *method) {
    struct gisa_reply reply = {0};
    struct gisa_request *r = &x->request;
    if (x->is_too_large) {
        return refuse(d, connection, x, GISA_PROBLEM_BODY_TOO_LARGE, "The body is larger than this server takes.");
    }
    r->method = method;
    r->path = url;
    MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, see_param, r);
    r->content_type = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Type");
    r->content_encoding = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Encoding");
    r->accept = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Accept");
    r->body = x->body.bytes ? x->body.bytes : "";
    r->body_size = x->body.size;
    const struct gisa_route *route = gisa_route_find(method, url);
    struct gisa_workspace *workspace = NULL;
    if (x->body.failed || (route && route->wants_workspace && !(workspace = gisa_workspaces_take(d->workspaces)))) {
        gisa_problem(r, &reply, GISA_PROBLEM_OVERLOADED, "No memory for this request now.", NULL);
    } else {
        gisa_dispatch(d->service, workspace, r, &reply, &x->route);
    }
    if (workspace) {
        gisa_workspace_reset(workspace);
        gisa_workspaces_give(d->workspaces, workspace);
    }
    gisa_buffer_free(&x->body);
    return send_reply(d, connection, x, &reply);
}

enum MHD_Result gisa_connection_handle(void *cls, struct MHD_Connection *connection, const char *url,
                                       const char *method, const char *version, const char *upload,
                                       size_t *upload_size, void **state) {
    struct gisa_daemon *d = cls;
    if (!*state) {
        return begin(d, connection, url, method, version, state);
    }
    struct exchange *x = *state;
    if (*upload_size) {
        return gather(d, x, upload, upload_size);
    }
    return x->status ? MHD_YES : finish(d, connection, x, url, method);
}

void gisa_connection_done(void *cls, struct MHD_Connection *connection, void **state,
                          enum MHD_RequestTerminationCode how) {
    (void)connection, (void)how;
    struct gisa_daemon *d = cls;
    struct exchange *x = *state;
    if (!x) {
        return;
    }
    uint64_t ns = d->service->clock() - x->start;
    bool is_probe = x->route < gisa_route_count && gisa_routes[x->route].is_probe;
    if (!(is_probe && x->status < 400)) {
        struct gisa_log_request line = {x->id, x->method, x->path, x->trace[0] ? x->trace : NULL, x->status, ns,
            x->received, x->reply_bytes, x->codepoints};
        gisa_log_request(d->log, &line);
    }
    if (!is_probe) {
        gisa_metrics_request(d->service->metrics, x->route, x->status, ns, x->received);
    }
    atomic_store(&d->last_request, d->service->clock());
    atomic_fetch_sub(&d->service->metrics->in_flight, 1);
    gisa_buffer_free(&x->body);
    free(x);
    *state = NULL;
}
