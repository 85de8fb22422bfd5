/* SPDX-License-Identifier: Apache-2.0 */
/* A newsroom's own names: the file, its replacement by SIGHUP under load, the member gazetteer. */
#include <jansson.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "peer.h"

static const char path[] = "own-names-test.tsv";
static const char text[] = "누리솔빛데이터가 12일 새 기기를 내놓았다. 바다누리해운은 부산에 배를 들였다.";

static void write_names(const char *rows) {
    FILE *out = fopen(path, "wb");
    expect(out && fputs(rows, out) >= 0 && fclose(out) == 0, "the file of names is written");
}

/* Reads the log until it holds the words, and `before` before them unless it is NULL; false after five seconds. */
static bool log_tells(const struct server *s, const char *before, const char *words) {
    static char log[1 << 18];
    size_t used = 0;
    struct pollfd wait = {s->errors, POLLIN, 0};
    while (used + 1 < sizeof log && poll(&wait, 1, 5000) > 0) {
        ssize_t n = read(s->errors, log + used, sizeof log - 1 - used);
        if (n <= 0) {
            break;
        }
        used += (size_t)n;
        log[used] = '\0';
        if (strstr(log, words)) {
            return !before || (strstr(log, before) && strstr(log, before) < strstr(log, words));
        }
    }
    fprintf(stderr, "the log lacks: %s\n", words);
    return false;
}

static bool has(const struct server *s, const char *words) {
    struct answer a = post(s, "/v1/entities", text);
    bool is_there = a.status == 200 && strstr(a.body, words);
    forget(&a);
    return is_there;
}

static long entries(const struct server *s) {
    struct answer a = ask(s, "GET", "/metrics", NULL, NULL, 0);
    const char *at = strstr(a.body, "\ngisa_gazetteer_entries ");
    long n = -1;
    if (at) {
        sscanf(at, "\ngisa_gazetteer_entries %ld", &n);
    }
    forget(&a);
    return n;
}

static void a_hang_up_reads_the_file_again(const struct server *s) {
    static const char one[] = "\"link\":{\"gazetteer\":\"local\",\"id\":\"org:1\"}";
    static const char two[] = "\"link\":{\"gazetteer\":\"local\",\"id\":\"org:2\"}";
    long before = entries(s);
    expect(has(s, one) && !has(s, two), "a name of the file is linked");
    write_names("org:1\torganization\t누리솔빛데이터\norg:2\torganization\t바다누리해운\n");
    kill(s->pid, SIGHUP);
    expect(log_tells(s, NULL, "2 own names read from"), "the log tells of the new names");
    expect(has(s, one) && has(s, two), "the new name is known");
    expect(entries(s) == before + 1, "the metric counts built-in and own names");
    write_names("org:1\torganization\t누리솔빛데이터\n# comment\norg:3\tcompany\t누리솔빛데이터\n");
    kill(s->pid, SIGHUP);
    expect(log_tells(s, "own-names-test.tsv:3: type is none of", "the own names stay as they were"),
           "the log tells file and line, and that the old names stay");
    expect(has(s, one) && has(s, two), "the old names stay");
    remove(path);
    kill(s->pid, SIGHUP);
    expect(log_tells(s, "own-names-test.tsv: ", "the own names stay as they were"), "a file that is gone changes nothing");
    expect(has(s, two), "the old names stay");
}

struct client {
    const struct server *server;
    atomic_bool *is_over; /* all lists were swapped */
    atomic_int of_a, of_b, bad;
};

static void *ask_often(void *cls) {
    struct client *c = cls;
    for (int i = 0; i < 40 || !atomic_load(c->is_over); i++) {
        struct answer a = post(c->server, "/v1/entities", text);
        bool is_a = strstr(a.body, "\"id\":\"a:1\"") && strstr(a.body, "\"id\":\"a:2\"") && !strstr(a.body, "\"id\":\"b:");
        bool is_b = strstr(a.body, "\"id\":\"b:1\"") && strstr(a.body, "\"id\":\"b:2\"") && !strstr(a.body, "\"id\":\"a:");
        c->bad += a.status != 200 || is_a == is_b;
        c->of_a += is_a;
        c->of_b += is_b;
        forget(&a);
    }
    return NULL;
}

static bool have_seen_both(struct client *clients, int count) {
    int seen = 0;
    for (int i = 0; i < count; i++) {
        seen += clients[i].of_a > 0 && clients[i].of_b > 0;
    }
    return seen == count;
}

/* Each answer is wholly of one list or of the other. */
static void lists_are_swapped_whole(const struct server *s) {
    enum { CLIENTS = 3, SWAPS = 20, MOST = 5000 /* so that a slow machine sees both, too */ };
    pthread_t threads[CLIENTS];
    struct client clients[CLIENTS];
    atomic_bool is_over = false;
    write_names("a:1\torganization\t누리솔빛데이터\na:2\torganization\t바다누리해운\n");
    kill(s->pid, SIGHUP);
    expect(log_tells(s, NULL, "2 own names read"), "the first list");
    for (int i = 0; i < CLIENTS; i++) {
        clients[i] = (struct client){.server = s, .is_over = &is_over};
        pthread_create(&threads[i], NULL, ask_often, &clients[i]);
    }
    for (int i = 0; i < SWAPS || (i < MOST && !have_seen_both(clients, CLIENTS)); i++) {
        char rows[256];
        int of = i % 2 ? 'a' : 'b';
        snprintf(rows, sizeof rows, "%c:1\torganization\t누리솔빛데이터\n%c:2\torganization\t바다누리해운\n", of, of);
        write_names(rows);
        kill(s->pid, SIGHUP);
        expect(log_tells(s, NULL, "2 own names read"), "a swap under load");
    }
    atomic_store(&is_over, true);
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(threads[i], NULL);
        expect(clients[i].bad == 0, "every answer is of one list");
        expect(clients[i].of_a && clients[i].of_b, "and both lists were in use");
    }
}

static void a_request_brings_names(const struct server *s) {
    static const char *const json[] = {"Content-Type: application/json", NULL};
    static const char body[] = "{\"text\":\"누솔이 12일 새 기기를 내놓았다고 누리솔빛데이터가 밝혔다. 바다누리해운도 그렇다.\",\"gazetteer\":["
                               "{\"name\":\"누리솔빛데이터\",\"aliases\":[\"누솔\"],\"type\":\"organization\",\"id\":\"r-1\"},"
                               "{\"name\":\"바다누리해운\",\"type\":\"organization\"}]}";
    struct answer a = ask(s, "POST", "/v1/entities", json, body, sizeof body - 1);
    expect(a.status == 200 && strstr(a.body, "\"link\":{\"gazetteer\":\"request\",\"id\":\"r-1\"}"), "the request's name is linked");
    expect(strstr(a.body, "\"aliases\":[\"누솔\"]") != NULL, "its alias is the same entity");
    expect(strstr(a.body, "\"name\":\"바다누리해운\"") != NULL, "a name without an id is found");
    forget(&a);
    expect(!has(s, "\"gazetteer\":\"request\""), "the next request knows nothing of it");
}

static void wrong_shapes_are_told(const struct server *s) {
    static const char *const json[] = {"Content-Type: application/json", NULL};
    static const struct { const char *member, *pointer, *slug; } shapes[] = {
        {"{}", "#/gazetteer", "invalid-parameter"},
        {"\"누솔\"", "#/gazetteer", "invalid-parameter"},
        {"[1]", "#/gazetteer/0", "invalid-parameter"},
        {"[{\"type\":\"person\"}]", "#/gazetteer/0/name", "invalid-parameter"},
        {"[{\"name\":\"누솔\"}]", "#/gazetteer/0/type", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"company\"}]", "#/gazetteer/0/type", "invalid-parameter"},
        {"[{\"name\":1,\"type\":\"person\"}]", "#/gazetteer/0/name", "invalid-parameter"},
        {"[{\"name\":\"누\",\"type\":\"person\"}]", "#/gazetteer/0/name", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"person\",\"aliases\":\"솔\"}]", "#/gazetteer/0/aliases", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"person\",\"aliases\":[\"누누\",2]}]", "#/gazetteer/0/aliases/1", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"person\",\"aliases\":[\"누누\",\"솔\"]}]", "#/gazetteer/0/aliases/1", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"person\",\"id\":\"a\"},{\"name\":\"솔누\",\"type\":\"person\",\"id\":\"a\"}]",
         "#/gazetteer/1/id", "invalid-parameter"},
        {"[{\"name\":\"누솔\",\"type\":\"person\",\"colour\":\"b\"}]", "#/gazetteer/0/colour", "unknown-parameter"}};
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        char body[512], pointer[96], slug[64];
        int n = snprintf(body, sizeof body, "{\"text\":\"누솔은 12일 말했다.\",\"gazetteer\":%s}", shapes[i].member);
        snprintf(pointer, sizeof pointer, "\"pointer\":\"%s\"", shapes[i].pointer);
        snprintf(slug, sizeof slug, "/problems/%s\"", shapes[i].slug);
        struct answer a = ask(s, "POST", "/v1/analyze", json, body, (size_t)n);
        expect(a.status == 400 && strstr(a.body, pointer) && strstr(a.body, slug), a.body);
        forget(&a);
    }
}

static void a_thousand_names_and_no_more(const struct server *s) {
    static const char *const json[] = {"Content-Type: application/json", NULL};
    static char body[1 << 17];
    for (int count = 1000; count <= 1001; count++) {
        size_t used = (size_t)sprintf(body, "{\"text\":\"가람솔500사는 12일 말했다.\",\"gazetteer\":[");
        for (int i = 0; i < count; i++) {
            used += (size_t)sprintf(body + used, "%s{\"name\":\"가람솔%d사\",\"type\":\"organization\",\"id\":\"n%d\"}",
                                    i ? "," : "", i, i);
        }
        used += (size_t)sprintf(body + used, "]}");
        struct answer a = ask(s, "POST", "/v1/entities", json, body, used);
        bool is_good = count == 1000 ? a.status == 200 && strstr(a.body, "\"id\":\"n500\"") != NULL
                                     : a.status == 400 && strstr(a.body, "\"pointer\":\"#/gazetteer\"") != NULL;
        expect(is_good, count == 1000 ? "a thousand names are taken" : "one more is refused");
        forget(&a);
    }
}

int test_own_names(const char *program) {
    static const char *const more[] = {"--gazetteer", path, "--threads", "2", NULL};
    write_names("org:1\torganization\t누리솔빛데이터\n");
    struct server s = server_start(program, more);
    a_hang_up_reads_the_file_again(&s);
    a_request_brings_names(&s);
    wrong_shapes_are_told(&s);
    a_thousand_names_and_no_more(&s);
    lists_are_swapped_whole(&s);
    expect(server_stop(&s) == 0, "the server ends well");
    remove(path);
    return 0;
}
