/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEST_PEER_H
#define GISA_TEST_PEER_H

/* A server under test and the two ways to talk to it. */
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct server {
    pid_t pid;
    int port;
    int errors; /* read end of its stderr */
};

struct answer {
    long status;
    char *body; /* malloc'd, NUL ended */
    size_t size;
    char headers[4096];
};

/* Starts PROGRAM serve --listen 127.0.0.1:0 with up to six more arguments (NULL ended list). Exits on failure. */
struct server server_start(const char *program, const char *const *more);
/* SIGTERM, then waits: the exit status, or -1. */
int server_stop(struct server *server);

/* headers: "Name: value" lines, NULL ended, or NULL. body NULL = none. Status 0: no reply. */
struct answer ask(const struct server *server, const char *method, const char *path, const char *const *headers,
                  const char *body, size_t size);
struct answer post(const struct server *server, const char *path, const char *text);
void forget(struct answer *answer);

/* Sends bytes as they are and reads until the peer closes, `limit` replies came or a second passed. The number of
 * "HTTP/1.1 " status lines seen; *first_status = of the first, 0 if none; *closed = the peer closed. */
int raw(const struct server *server, const char *bytes, size_t size, int limit, int *first_status, bool *closed);
int raw_open(const struct server *server);

extern int failures;
void expect(bool holds, const char *what);

void the_document_tells_the_answer(const struct server *server); /* schema.c */

int test_answers(const char *program);
int test_framing(const char *program);
int test_load(const char *program);
int test_own_names(const char *program);

extern const char *const article;

#endif
