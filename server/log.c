/* SPDX-License-Identifier: Apache-2.0 */
#include "log.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "json_writer.h"

enum { MAX_PATH = 128 };

static void now(char *out, size_t size) {
    struct timespec t;
    struct tm parts;
    char day[32];
    clock_gettime(CLOCK_REALTIME, &t);
    gmtime_r(&t.tv_sec, &parts);
    strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(out, size, "%s.%03uZ", day, (unsigned)(t.tv_nsec / 1000000) % 1000U);
}

static void flush(struct gisa_buffer *line) {
    gisa_buffer_append(line, "\n", 1);
    for (size_t done = 0; !line->failed && done < line->size;) {
        ssize_t n = write(STDERR_FILENO, line->bytes + done, line->size - done);
        if (n <= 0) {
            break;
        }
        done += (size_t)n;
    }
    gisa_buffer_free(line);
}

static void begin(const struct gisa_log *log, struct gisa_json *j, const char *level, const char *message) {
    char when[64];
    now(when, sizeof when);
    gisa_json_object(j);
    gisa_json_put_text(j, "@timestamp", when);
    gisa_json_put_text(j, "log.level", level);
    gisa_json_put_text(j, "message", message);
    gisa_json_put_text(j, "service.name", "gisa");
    gisa_json_put_text(j, "service.version", log->version);
}

/* The path as far as it is printable ASCII without quotes, for the plain formats. */
static void plain_path(const char *path, char *out) {
    size_t n = 0;
    for (; path[n] && n < MAX_PATH; n++) {
        char c = path[n];
        out[n] = c > ' ' && c < 0x7F && c != '"' && c != '=' && c != '\\' ? c : '?';
    }
    out[n] = '\0';
}

void gisa_log_request(const struct gisa_log *log, const struct gisa_log_request *r) {
    struct gisa_buffer line = {0};
    struct gisa_json j;
    char when[64], path[MAX_PATH + 1];
    const char *level = r->status >= 500 ? "error" : "info";
    plain_path(r->path, path);
    switch (log->format) {
    case GISA_LOG_JSON:
        gisa_json_begin(&j, &line, false);
        begin(log, &j, level, "request");
        gisa_json_put_text(&j, "event.action", "http-request");
        gisa_json_put_uint(&j, "event.duration", r->ns);
        gisa_json_put_text(&j, "http.request.method", r->method);
        gisa_json_key(&j, "url.path");
        gisa_json_string(&j, r->path, strlen(r->path) < MAX_PATH ? strlen(r->path) : MAX_PATH);
        gisa_json_put_uint(&j, "http.response.status_code", (uint64_t)r->status);
        gisa_json_put_uint(&j, "http.request.body.bytes", r->body_bytes);
        gisa_json_put_uint(&j, "http.response.body.bytes", r->reply_bytes);
        gisa_json_put_uint(&j, "gisa.codepoints", r->codepoints);
        if (r->trace) {
            gisa_json_put_text(&j, "trace.id", r->trace);
        }
        gisa_json_put_text(&j, "http.request.id", r->id);
        gisa_json_object_end(&j);
        break;
    case GISA_LOG_LOGFMT:
        now(when, sizeof when);
        gisa_buffer_print(&line, "ts=%s level=%s method=%s path=%s status=%d ms=%.3f in=%zu out=%zu id=%s", when, level,
                          r->method, path, r->status, (double)r->ns / 1e6, r->body_bytes, r->reply_bytes, r->id);
        break;
    case GISA_LOG_TEXT:
        now(when, sizeof when);
        gisa_buffer_print(&line, "%s %-5s %d %s %s %.3f ms", when, level, r->status, r->method, path,
                          (double)r->ns / 1e6);
        break;
    }
    flush(&line);
}

void gisa_log_message(const struct gisa_log *log, const char *level, const char *message) {
    struct gisa_buffer line = {0};
    struct gisa_json j;
    char when[64];
    now(when, sizeof when);
    switch (log->format) {
    case GISA_LOG_JSON:
        gisa_json_begin(&j, &line, false);
        begin(log, &j, level, message);
        gisa_json_object_end(&j);
        break;
    case GISA_LOG_LOGFMT:
        gisa_buffer_print(&line, "ts=%s level=%s msg=\"%s\"", when, level, message);
        break;
    case GISA_LOG_TEXT:
        gisa_buffer_print(&line, "%s %-5s %s", when, level, message);
        break;
    }
    flush(&line);
}
