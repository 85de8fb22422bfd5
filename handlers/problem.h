/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_PROBLEM_H
#define GISA_PROBLEM_H

/* Every error leaves as application/problem+json (RFC 9457), from one table of slug, status and title. */
#include "exchange.h"

enum gisa_problem_kind {
    GISA_PROBLEM_BAD_REQUEST,
    GISA_PROBLEM_INVALID_UTF8,
    GISA_PROBLEM_UNKNOWN_PARAMETER,
    GISA_PROBLEM_INVALID_PARAMETER,
    GISA_PROBLEM_NOT_FOUND,
    GISA_PROBLEM_METHOD_NOT_ALLOWED,
    GISA_PROBLEM_NOT_ACCEPTABLE,
    GISA_PROBLEM_BODY_TOO_LARGE,
    GISA_PROBLEM_UNSUPPORTED_MEDIA_TYPE,
    GISA_PROBLEM_UNSUPPORTED_LANGUAGE,
    GISA_PROBLEM_OVERLOADED,
    GISA_PROBLEM_INTERNAL,
    GISA_PROBLEM_COUNT
};

struct gisa_problem_more { /* NULL / false = absent */
    const char *parameter; /* errors:[{detail, parameter}] */
    const char *pointer;   /* errors:[{detail, pointer}]: a JSON pointer's last name */
    bool has_offset;
    size_t byte_offset;
    bool has_limit;
    size_t limit_bytes;
};

/* detail is UTF-8 and never holds words of an article. Replaces whatever body the reply had. */
void gisa_problem(const struct gisa_request *request, struct gisa_reply *reply, enum gisa_problem_kind kind,
                  const char *detail, const struct gisa_problem_more *more);
const char *gisa_problem_slug(enum gisa_problem_kind kind);

#endif
