/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EXCHANGE_H
#define GISA_EXCHANGE_H

/* HTTP without a socket: a request as a struct in, a reply as a struct out.
 *
 * A request is borrowed for the call. A reply's body is the caller's to free or to give away; all its other strings
 * are static or lie in the reply itself.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

struct gisa_param {
    const char *name, *value; /* percent-decoded, NUL ended; value "" when there was none */
};

enum { GISA_MAX_PARAMS = 16 };

struct gisa_request {
    const char *method, *path; /* the path without the query, as received */
    struct gisa_param params[GISA_MAX_PARAMS];
    uint32_t param_count;
    bool has_more_params;      /* there were more than fit */
    const char *content_type;  /* these four: NULL = header absent */
    const char *content_encoding;
    const char *accept;
    const char *accept_language;
    const char *request_id;    /* never NULL: safe characters only */
    const char *body;
    size_t body_size;
};

struct gisa_reply {
    int status;
    const char *content_type;
    const char *cache; /* Cache-Control; NULL = no-store */
    struct gisa_buffer body;
    char allow[64];     /* Allow, or "" */
    char timing[320];   /* Server-Timing, or "" */
    bool tells_accept;  /* 415: Accept-Post */
    uint32_t codepoints; /* of an analysed text: for the log and the metrics */
};

struct gisa_service;
struct gisa_workspace;
struct gisa_route;

/* workspace is NULL for routes that do not want one. */
typedef void gisa_handler(const struct gisa_service *service, struct gisa_workspace *workspace,
                          const struct gisa_route *route, const struct gisa_request *request,
                          struct gisa_reply *reply);

#endif
