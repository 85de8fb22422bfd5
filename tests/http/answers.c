/* SPDX-License-Identifier: Apache-2.0 */
/* Happy paths, every problem, HEAD, OPTIONS, Allow. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "peer.h"

static json_t *read_json(const struct answer *a) {
    json_error_t error;
    json_t *root = json_loadb(a->body, a->size, JSON_REJECT_DUPLICATES, &error);
    expect(root != NULL, "the body is JSON without duplicate members");
    return root;
}

static void problem(const struct server *s, const char *method, const char *path, const char *const *headers,
                    const char *body, size_t size, long status, const char *slug) {
    char what[256], type[64];
    struct answer a = ask(s, method, path, headers, body, size);
    snprintf(what, sizeof what, "%s %s answers %ld %s, not %ld", method, path, status, slug, a.status);
    expect(a.status == status, what);
    expect(strstr(a.headers, "application/problem+json") != NULL, "a problem has its media type");
    json_t *root = read_json(&a);
    snprintf(type, sizeof type, "/problems/%s", slug);
    const char *told = json_string_value(json_object_get(root, "type"));
    expect(told && strcmp(told, type) == 0, what);
    json_decref(root);
    forget(&a);
}

static void problem_text(const struct server *s, const char *path, const char *text, long status, const char *slug) {
    problem(s, "POST", path, NULL, text, strlen(text), status, slug);
}

static void the_article_is_analysed(const struct server *s) {
    static const char *const members[] = {"version", "offset_unit", "length", "language", "article", "segments",
        "sentences", "times", "entities", "amounts", "quotes", "events", "timeline", "recurring", "undated",
        "relations", "five_w", "summary", "checks"};
    struct answer a = post(s, "/v1/analyze", article);
    expect(a.status == 200, "the article is analysed");
    expect(strstr(a.headers, "Server-Timing: decode;dur=") != NULL, "times go to Server-Timing");
    expect(strstr(a.headers, "nosniff") && strstr(a.headers, "frame-ancestors 'none'"), "security headers");
    json_t *root = read_json(&a);
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        expect(json_object_get(root, members[i]) != NULL, members[i]);
    }
    expect(json_object_get(root, "text") == NULL, "the text is not sent back unasked");
    expect(json_array_size(json_object_get(root, "segments")) > 2, "there are segments");
    json_decref(root);
    forget(&a);
}

static void offsets_have_units(const struct server *s) {
    static const char text[] = "😀 김서준 한빛전자 회장은 12일 서울에서 잉그리드 요한손 CEO와 만났다고 말했다.";
    static const struct { const char *path; int length; } units[] = {{"/v1/analyze", 47}, {"/v1/analyze?offsets=utf16", 48},
        {"/v1/analyze?offsets=utf8", (int)sizeof text - 1}};
    for (size_t i = 0; i < 3; i++) {
        struct answer a = post(s, units[i].path, text);
        json_t *root = read_json(&a);
        json_int_t length = json_integer_value(json_object_get(root, "length"));
        json_t *first = json_array_get(json_object_get(root, "sentences"), 0);
        char what[96];
        snprintf(what, sizeof what, "%s: length %d, not %d", units[i].path, units[i].length, (int)length);
        expect(length == units[i].length, what);
        expect(json_integer_value(json_object_get(first, "end")) <= length, "an offset lies in the text");
        json_decref(root);
        forget(&a);
    }
}

static void bodies_have_types(const struct server *s) {
    static const char euc[] = "\xB1\xE8\xBC\xAD\xC1\xD8\xC0\xBA \xB8\xBB\xC7\xDF\xB4\xD9."; /* 김서준은 말했다. */
    static const char *const euc_type[] = {"Content-Type: text/plain; charset=euc-kr", NULL};
    static const char *const json_type[] = {"Content-Type: application/json", NULL};
    static const char *const no_type[] = {"Content-Type:", NULL};
    static const char json[] = "{\"text\":\"김서준은 12일 말했다.\",\"title\":\"제목\",\"published\":\"2031-03-14\",\"id\":\"n1\"}";
    struct answer a = ask(s, "POST", "/v1/analyze?include=text", euc_type, euc, sizeof euc - 1);
    expect(a.status == 200 && strstr(a.body, "\"text\":\"김서준은 말했다.\""), "EUC-KR is decoded");
    forget(&a);
    a = ask(s, "POST", "/v1/analyze", json_type, json, sizeof json - 1);
    expect(strstr(a.body, "\"headline\":{\"text\":\"제목\",\"source\":\"request\"}") != NULL, "a title is told back");
    expect(a.status == 200 && strstr(a.body, "\"id\":\"n1\"") && strstr(a.body, "\"value\":\"2031-03-14\""),
           "a JSON body is read");
    forget(&a);
    a = ask(s, "POST", "/v1/analyze", no_type, article, strlen(article));
    expect(a.status == 200, "a body without a type is text");
    forget(&a);
    a = post(s, "/v1/analyze?include=text", "100% 오른 값+세금이라고 말했다.");
    expect(a.status == 200 && strstr(a.body, "100% 오른 값+세금"), "what curl sends by itself is not decoded");
    forget(&a);
    a = post(s, "/v1/analyze?include=text", "text=%EA%B9%80+%EC%84%9C%EC%A4%80");
    expect(a.status == 200 && strstr(a.body, "\"text\":\"김 서준\""), "a form is decoded");
    forget(&a);
    a = ask(s, "QUERY", "/v1/analyze", no_type, article, strlen(article));
    expect(a.status == 200, "QUERY is served");
    forget(&a);
}

static void amounts_point_at_their_period(const struct server *s) {
    struct answer a = post(s, "/v1/analyze?include=amounts,times&published=2024-06-13",
                           "한빛전자의 올해 1분기 매출은 3조원이다. 미 동부시간 12일 오후 2시에 발표했다.");
    json_t *root = read_json(&a);
    const char *period = json_string_value(json_object_get(json_array_get(json_object_get(root, "amounts"), 0), "period"));
    const json_t *times = json_object_get(root, "times");
    expect(period && strcmp(period, json_string_value(json_object_get(json_array_get(times, 0), "id"))) == 0, "amount.period is a time's id");
    const char *instant = json_string_value(json_object_get(json_array_get(times, 1), "instant"));
    expect(instant && strcmp(instant, "2024-06-12T18:00Z") == 0, "a clock time with a zone has an instant");
    json_decref(root);
    forget(&a);
}

static void narrower_paths_preset_include(const struct server *s) {
    static const struct { const char *path, *has, *lacks; } paths[] = {{"/v1/segments", "segments", "entities"},
        {"/v1/entities", "entities", "segments"}, {"/v1/timeline", "timeline", "quotes"}, {"/v1/quotes", "quotes", "events"}};
    for (size_t i = 0; i < 4; i++) {
        struct answer a = post(s, paths[i].path, article);
        json_t *root = read_json(&a);
        expect(json_object_get(root, paths[i].has) && !json_object_get(root, paths[i].lacks), paths[i].path);
        json_decref(root);
        forget(&a);
    }
    problem_text(s, "/v1/quotes?include=times", article, 400, "unknown-parameter");
}

static void problems_are_told(const struct server *s) {
    static const char *const xml[] = {"Content-Type: application/xml", NULL};
    static const char *const latin[] = {"Content-Type: text/plain; charset=latin1", NULL};
    static const char *const json[] = {"Content-Type: application/json", NULL};
    static const char *const gzip[] = {"Content-Encoding: gzip", NULL};
    static const char *const image[] = {"Accept: image/png", NULL};
    problem_text(s, "/v1/analyze", "", 400, "bad-request");
    problem_text(s, "/v1/analyze", " \n\t ", 400, "bad-request");
    problem_text(s, "/v1/analyze", "가나\xFF다", 400, "invalid-utf8");
    problem_text(s, "/v1/analyze", "This is an English text.", 422, "unsupported-language");
    problem_text(s, "/v1/analyze?colour=blue", article, 400, "unknown-parameter");
    problem_text(s, "/v1/analyze?pretty=yes", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze?pretty=1&pretty=1", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze?published=2031-02-30", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze?tz=Moon/Base", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze?format=xml", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze?include=", article, 400, "invalid-parameter");
    problem_text(s, "/v1/analyze/", article, 404, "not-found");
    problem_text(s, "/v2", article, 404, "not-found");
    problem_text(s, "/livez", article, 405, "method-not-allowed");
    problem(s, "GET", "/v1/analyze", NULL, NULL, 0, 405, "method-not-allowed");
    problem(s, "PUT", "/v1/analyze", NULL, article, strlen(article), 405, "method-not-allowed");
    problem(s, "POST", "/v1/analyze", xml, article, strlen(article), 415, "unsupported-media-type");
    problem(s, "POST", "/v1/analyze", latin, article, strlen(article), 415, "unsupported-media-type");
    problem(s, "POST", "/v1/analyze", gzip, article, strlen(article), 415, "unsupported-media-type");
    problem(s, "POST", "/v1/analyze", image, article, strlen(article), 406, "not-acceptable");
    static const struct { const char *body, *slug; } bodies[] = {{"{", "bad-request"}, {"[]", "bad-request"},
        {"{\"title\":\"가\"}", "invalid-parameter"}, {"{\"text\":1}", "invalid-parameter"},
        {"{\"text\":\"가\",\"colour\":\"b\"}", "unknown-parameter"}, {"{\"text\":\"가\",\"text\":\"나\"}", "bad-request"},
        {"[[[[[[[[[[[[", "bad-request"}, {"{\"text\":\"가\",\"published\":\"soon\"}", "invalid-parameter"},
        {"{\"text\":\"\xFF\"}", "invalid-utf8"}};
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        problem(s, "POST", "/v1/analyze", json, bodies[i].body, strlen(bodies[i].body), 400, bodies[i].slug);
    }
}

static void too_large_is_413(const struct server *s) {
    size_t size = (1 << 20) + 1;
    char *body = malloc(size);
    if (body) {
        memset(body, 'a', size);
        problem(s, "POST", "/v1/analyze", NULL, body, size, 413, "body-too-large");
    }
    free(body);
}

static void pages_are_read(const struct server *s) {
    static const char *const type[] = {"Content-Type: text/html", NULL};
    static const char *const korean[] = {"Content-Type: text/html; charset=euc-kr", NULL};
    static const char *const json[] = {"Content-Type: application/json", NULL};
    static const char page[] = "<html><head><title>한빛전자 조기 양산 - 가온일보</title></head><body><div id=gnb><a href=/>정치</a></div>"
        "<h1>한빛전자 조기 양산</h1><div class=article-body><p>한빛전자가 5일 서울에서 공장을 열었다고 밝혔다.</p></div></body></html>";
    static const char cp949[] = "<p>\xC7\xD1\xBA\xFB\xC0\xFC\xC0\xDA\xB4\xC2 5\xC0\xCF \xB9\xE0\xC7\xFB\xB4\xD9.</p>"; /* 한빛전자는 5일 밝혔다. */
    static const char member[] = "{\"html\":\"<p>한빛전자는 5일 밝혔다.</p>\"}";
    const struct { const char *const *headers; const char *body, *has; } cases[] = {
        {type, page, "한빛전자가 5일 서울에서"}, {korean, cp949, "한빛전자는 5일 밝혔다."}, {type, cp949, "한빛전자는 5일 밝혔다."},
        {json, member, "한빛전자는 5일 밝혔다."}, {NULL, page, "한빛전자가 5일 서울에서"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct answer a = ask(s, "POST", "/v1/analyze", cases[i].headers, cases[i].body, strlen(cases[i].body));
        json_t *root = read_json(&a);
        const char *text = json_string_value(json_object_get(root, "text"));
        expect(a.status == 200 && text && strstr(text, cases[i].has), "the text of a page comes back");
        expect(!text || (!strstr(text, "정치") && !strstr(text, "- 가온일보")), "without its menu and the site's tail");
        json_decref(root);
        forget(&a);
    }
    problem(s, "POST", "/v1/analyze", type, "<html></html>", 13, 400, "bad-request");
    problem(s, "POST", "/v1/analyze", json, "{\"html\":\"a\",\"text\":\"b\"}", 23, 400, "invalid-parameter");
    struct answer view = ask(s, "POST", "/v1/analyze?format=html", type, page, strlen(page));
    expect(view.status == 200 && strstr(view.headers, "text/html") && strstr(view.body, "<section class=\"headline\""),
           "format=html marks the segments");
    forget(&view);
}

static void other_resources_answer(const struct server *s) {
    static const char *const paths[] = {"/", "/assets/app.js", "/assets/style.css", "/livez", "/readyz", "/healthz",
        "/metrics", "/version", "/openapi.json", "/v1/labels", "/v1/rules", "/problems/not-found"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct answer got = ask(s, "GET", paths[i], NULL, NULL, 0), head = ask(s, "HEAD", paths[i], NULL, NULL, 0);
        struct answer options = ask(s, "OPTIONS", paths[i], NULL, NULL, 0);
        expect(got.status == 200 && got.size > 0, paths[i]);
        expect(head.status == 200 && head.size == 0 && strstr(head.headers, "Content-Length: "), "HEAD has no body");
        expect(options.status == 204 && strstr(options.headers, "Allow: GET, HEAD, OPTIONS"), "OPTIONS tells Allow");
        forget(&got);
        forget(&head);
        forget(&options);
    }
    struct answer a = ask(s, "GET", "/v1/analyze", NULL, NULL, 0);
    expect(strstr(a.headers, "Allow: POST, QUERY, OPTIONS") != NULL, "405 carries Allow");
    forget(&a);
    static const char *const id[] = {"X-Request-Id: abc.1", "Accept-Language: ko", NULL};
    a = ask(s, "GET", "/nothing", id, NULL, 0);
    expect(strstr(a.headers, "X-Request-Id: abc.1") && strstr(a.body, "\"instance\":\"abc.1\""), "the id is echoed");
    expect(strstr(a.body, "없는 주소") != NULL, "a problem is told in Korean when asked");
    forget(&a);
    static const char *const plain[] = {"Accept: text/plain", NULL};
    a = ask(s, "POST", "/v1/analyze", plain, article, strlen(article));
    expect(a.status == 200 && strstr(a.headers, "text/plain; charset=utf-8"), "Accept chooses the format");
    forget(&a);
}

static void the_dashboard_can_be_left_out(const char *program) {
    static const char *const more[] = {"--no-dashboard", "--log-format", "text", NULL};
    struct server s = server_start(program, more);
    problem(&s, "GET", "/", NULL, NULL, 0, 404, "not-found");
    expect(server_stop(&s) == 0, "the server without a page stops");
}

int test_answers(const char *program) {
    struct server s = server_start(program, NULL);
    the_article_is_analysed(&s);
    the_document_tells_the_answer(&s);
    offsets_have_units(&s);
    bodies_have_types(&s);
    amounts_point_at_their_period(&s);
    narrower_paths_preset_include(&s);
    problems_are_told(&s);
    too_large_is_413(&s);
    pages_are_read(&s);
    other_resources_answer(&s);
    expect(server_stop(&s) == 0, "the server stops with 0");
    the_dashboard_can_be_left_out(program);
    return 0;
}
