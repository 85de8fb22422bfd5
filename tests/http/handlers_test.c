/* SPDX-License-Identifier: Apache-2.0 */
/* Handlers and render without a socket. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accept.h"
#include "json_in.h"
#include "json_writer.h"
#include "params.h"
#include "problem.h"
#include "routes.h"
#include "service.h"
#include "zone.h"

static int failures;

static void expect(bool holds, const char *what) {
    if (!holds) {
        fprintf(stderr, "FAILED: %s\n", what);
        failures++;
    }
}

static void accept_chooses_by_quality(void) {
    static const char *const types[] = {"application/json", "text/plain"};
    static const struct { const char *accept; int best; } cases[] = {{NULL, 0}, {"", 0}, {"*/*", 0}, {"text/*", 1},
        {"text/plain", 1}, {"text/plain;q=0.5, application/json", 0}, {"text/plain, application/json;q=0.9", 1},
        {"application/json;q=0, text/plain;q=0.001", 1}, {"image/png", -1}, {"*/*;q=0", -1}, {",,;,", -1},
        {"text/html, */*;q=0.1", 0}, {"APPLICATION/JSON", 0}, {"text/plain;q=1.5", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        expect(gisa_accept_choose(cases[i].accept, types, 2) == cases[i].best, cases[i].accept ? cases[i].accept : "none");
    }
}

static void moments_are_read(void) {
    static const struct { const char *text, *out; } cases[] = {{"2031-03-14", "2031-03-14"},
        {"2031-03-14T17:00:00+09:00", "2031-03-14T17:00:00+09:00"}, {"2031-03-14T17:00Z", "2031-03-14T17:00:00+00:00"},
        {"2031-03-14 17:00:05.25-05:30", "2031-03-14T17:00:05-05:30"}, {"2032-02-29", "2032-02-29"},
        {"2031-02-29", NULL}, {"2031-13-01", NULL}, {"2031-3-14", NULL}, {"2031-03-14T25:00", NULL}, {"", NULL},
        {"2031-03-14x", NULL}, {"2031-03-14T17:00:00+9", NULL}, {"0000-01-01", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct gisa_moment m;
        bool has_offset;
        char out[40] = "";
        bool is_good = gisa_wire_moment_read(cases[i].text, &m, &has_offset);
        if (is_good) {
            gisa_wire_moment_write(&m, out);
        }
        expect(is_good == (cases[i].out != NULL) && (!is_good || strcmp(out, cases[i].out) == 0), cases[i].text);
    }
}

static void a_zone_gives_the_offset(void) {
    struct gisa_wishes w;
    const char *hint;
    gisa_wishes_init(&w);
    gisa_wishes_set(&w, "published", "2031-07-01T12:00", &hint);
    gisa_wishes_set(&w, "tz", "America/New_York", &hint);
    gisa_wishes_finish(&w);
    expect(w.published.utc_offset == -240, "New York in July is UTC-4");
    struct gisa_moment line = {.day = {2031, 1, 5}, .hour = 9, .minute = 0, .second = -1, .utc_offset = 540};
    expect(gisa_wishes_moment(&w, line).utc_offset == -300, "the article's own line takes the wished zone");
    line.has_offset = true;
    expect(gisa_wishes_moment(&w, line).utc_offset == 540, "but not when it told its offset");
    expect(gisa_wishes_set(&w, "tz", "Mars/Base", &hint) == GISA_PARAM_INVALID, "a zone that is none");
    expect(gisa_wishes_set(&w, "min_confidence", "1e3", &hint) == GISA_PARAM_INVALID, "no exponent");
    expect(gisa_wishes_set(&w, "min_confidence", "0.85", &hint) == GISA_PARAM_OK, "two decimals");
    expect(gisa_wishes_set(&w, "summary", "11", &hint) == GISA_PARAM_INVALID, "ten sentences at most");
}

static void a_zone_gives_the_instant(void) {
    static const struct { const char *zone; struct gisa_date day; uint32_t minute; const char *out; } cases[] = {
        {"America/New_York", {2024, 6, 12}, 14 * 60, "2024-06-12T18:00Z"},
        {"America/New_York", {2024, 12, 31}, 20 * 60 + 5, "2025-01-01T01:05Z"},
        {"Asia/Seoul", {2024, 6, 13}, 8 * 60, "2024-06-12T23:00Z"}, {"Asia/Seoul", {2024, 6, 13}, 24 * 60, "2024-06-13T15:00Z"},
        {"local", {2024, 6, 13}, 0, NULL}, {"Mars/Base", {2024, 6, 13}, 0, NULL}, {"", {2024, 6, 13}, 0, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char out[GISA_INSTANT] = "";
        bool is_known = gisa_zone_instant(cases[i].zone, cases[i].day, cases[i].minute, out);
        expect(is_known == (cases[i].out != NULL) && (!is_known || strcmp(out, cases[i].out) == 0), cases[i].zone);
    }
}

static void strings_are_escaped(void) {
    static const char odd[] = "\"\\\n\x01\x7F\xFF가\xED\xA0\x80";
    struct gisa_buffer out = {0};
    struct gisa_json j;
    gisa_json_begin(&j, &out, false);
    gisa_json_array(&j);
    gisa_json_string(&j, odd, sizeof odd - 1);
    gisa_json_hundredths(&j, 0.97);
    gisa_json_hundredths(&j, 1);
    gisa_json_hundredths(&j, 0.5);
    gisa_json_hundredths(&j, -1);
    gisa_json_id(&j, 'e', 6);
    gisa_json_id(&j, 'e', GISA_NONE);
    gisa_json_array_end(&j);
    gisa_buffer_append(&out, "", 1);
    static const char want[] = "[\"\\\"\\\\\\n\\u0001\\u007f\xEF\xBF\xBD가\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\","
                               "0.97,1,0.5,0,\"e7\",null]";
    expect(out.bytes && strcmp(out.bytes, want) == 0, out.bytes ? out.bytes : "no memory");
    gisa_buffer_free(&out);
}

static void dispatch_needs_no_socket(void) {
    struct gisa_metrics *metrics = calloc(1, sizeof *metrics);
    struct gisa_service service = {.metrics = metrics, .version = "1", .revision = "r", .has_dashboard = true};
    static const struct { const char *method, *path; int status; } cases[] = {{"GET", "/livez", 200},
        {"HEAD", "/livez", 200}, {"GET", "/livez/", 404}, {"GET", "", 404}, {"DELETE", "/livez", 405},
        {"OPTIONS", "/v1/analyze", 204}, {"GET", "/assets/", 404}, {"GET", "/assets/../x", 404}, {"GET", "/", 200},
        {"GET", "/v1/labels", 200}, {"GET", "/problems/x", 404}, {"get", "/livez", 405}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct gisa_request request = {.method = cases[i].method, .path = cases[i].path, .request_id = "x", .body = ""};
        struct gisa_reply reply = {0};
        uint32_t route;
        gisa_dispatch(&service, NULL, &request, &reply, &route);
        expect(reply.status == cases[i].status, cases[i].path);
        gisa_buffer_free(&reply.body);
    }
    free(metrics);
}

int main(void) {
    gisa_body_setup();
    accept_chooses_by_quality();
    moments_are_read();
    a_zone_gives_the_offset();
    a_zone_gives_the_instant();
    strings_are_escaped();
    dispatch_needs_no_socket();
    printf("%d failures\n", failures);
    return failures != 0;
}
