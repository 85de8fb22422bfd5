/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_LOG_H
#define GISA_LOG_H

/* One line an event on stderr, written at once, so that threads do not mix. Never a word of an article. */
#include <stddef.h>
#include <stdint.h>

#include "config.h"

struct gisa_log {
    enum gisa_log_format format;
    const char *version;
};

struct gisa_log_request {
    const char *id, *method, *path, *trace; /* trace: 32 hex digits, or NULL */
    int status;
    uint64_t ns;
    size_t body_bytes, reply_bytes;
    uint32_t codepoints;
};

void gisa_log_request(const struct gisa_log *log, const struct gisa_log_request *request);
/* level: "info", "warn", "error". */
void gisa_log_message(const struct gisa_log *log, const char *level, const char *message);

#endif
