/* SPDX-License-Identifier: Apache-2.0 */
/* Requests no good client sends: smuggling, odd headers, chunks over the cap, bodies in drops. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "peer.h"

#define POST "POST /v1/analyze HTTP/1.1\r\nHost: a\r\n"

/* Two status lines and a close are one refusal: libmicrohttpd 0.9.75 writes the head of its own page twice. */
static void refused(const struct server *s, const char *what, const char *bytes, size_t size) {
    int status;
    bool closed;
    int count = raw(s, bytes, size, 1, &status, &closed);
    char text[160];
    snprintf(text, sizeof text, "%s: %d replies, first %d, %s", what, count, status, closed ? "closed" : "open");
    expect(count <= 2 && (status == 400 || (status == 0 && count == 0)) && closed, text);
}

#define REFUSED(server, what, bytes) refused(server, what, bytes, sizeof(bytes) - 1)

static void smuggling_is_refused(const struct server *s) {
    REFUSED(s, "Content-Length and Transfer-Encoding",
            POST "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: a\r\n\r\n");
    REFUSED(s, "two Content-Lengths", POST "Content-Length: 3\r\nContent-Length: 30\r\n\r\nabc");
    REFUSED(s, "two equal Content-Lengths", POST "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc");
    REFUSED(s, "Content-Length with a sign", POST "Content-Length: +3\r\n\r\nabc");
    REFUSED(s, "Content-Length as a list", POST "Content-Length: 3, 3\r\n\r\nabc");
    REFUSED(s, "an unknown Transfer-Encoding", POST "Transfer-Encoding: gzip\r\n\r\nabc");
    REFUSED(s, "two Transfer-Encodings", POST "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
    REFUSED(s, "a blank before the colon", POST "Content-Length : 3\r\n\r\nabc");
    REFUSED(s, "a control character in a header", POST "X-A: b\001c\r\nContent-Length: 3\r\n\r\nabc");
    REFUSED(s, "two Hosts", POST "Host: b\r\nContent-Length: 3\r\n\r\nabc");
    REFUSED(s, "no Host", "GET /livez HTTP/1.1\r\n\r\n");
}

static void pipelined_requests_are_answered(const struct server *s) {
    static const char three[] = "GET /livez HTTP/1.1\r\nHost: a\r\n\r\nGET /version HTTP/1.1\r\nHost: a\r\n\r\n"
                                "GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n";
    int status;
    bool closed;
    expect(raw(s, three, sizeof three - 1, 3, &status, &closed) == 3 && status == 200, "three requests, three replies");
}

static void chunks_are_joined(const struct server *s) {
    static const char text[] = POST "Transfer-Encoding: chunked\r\n\r\n"
                                    "4\r\n\xEA\xB0\x80\xEB\r\n5\r\n\x82\x98\xEB\x8B\xA4\r\n0\r\n\r\n";
    int status;
    bool closed;
    expect(raw(s, text, sizeof text - 1, 1, &status, &closed) == 1 && status == 200, "a character split over chunks");
}

static void chunks_over_the_cap_are_413(const struct server *s) {
    enum { CHUNK = 65536, COUNT = 20 };
    static char bytes[CHUNK * (COUNT + 1)];
    size_t used = (size_t)snprintf(bytes, sizeof bytes, POST "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < COUNT; i++) {
        used += (size_t)snprintf(bytes + used, sizeof bytes - used, "%x\r\n", (unsigned)CHUNK);
        memset(bytes + used, 'a', CHUNK);
        used += CHUNK;
        memcpy(bytes + used, "\r\n", 2);
        used += 2;
    }
    memcpy(bytes + used, "0\r\n\r\n", 5);
    int status;
    bool closed;
    raw(s, bytes, used + 5, 1, &status, &closed);
    expect(status == 413 && closed, "a chunked body over the cap");
}

static void expect_is_refused_early(const struct server *s) {
    static const char text[] = POST "Content-Length: 99999999\r\nExpect: 100-continue\r\n\r\n";
    int status;
    bool closed;
    raw(s, text, sizeof text - 1, 1, &status, &closed);
    expect(status == 413, "Expect: 100-continue over the cap is answered before the body");
}

static void a_body_in_drops_is_read(const struct server *s) {
    static const char body[] = "김서준은 말했다.";
    static const struct timespec tick = {0, 5000000};
    char head[128], reply[64] = "";
    int fd = raw_open(s);
    int n = snprintf(head, sizeof head, POST "Content-Length: %zu\r\n\r\n", sizeof body - 1);
    send(fd, head, (size_t)n, MSG_NOSIGNAL);
    for (size_t i = 0; i < sizeof body - 1; i++) {
        send(fd, body + i, 1, MSG_NOSIGNAL);
        nanosleep(&tick, NULL);
    }
    expect(recv(fd, reply, 12, MSG_WAITALL) == 12 && memcmp(reply, "HTTP/1.1 200", 12) == 0, "a body byte by byte");
    close(fd);
}

static void a_dripping_client_is_closed(const char *program) {
    static const char *const more[] = {"--timeout", "5s", "--body-timeout", "1s", NULL};
    static const struct timespec tick = {0, 100000000};
    struct server s = server_start(program, more);
    int fd = raw_open(&s), sent = 0;
    send(fd, POST "Content-Length: 100\r\n\r\n", strlen(POST) + 23, MSG_NOSIGNAL);
    while (sent < 50 && send(fd, "a", 1, MSG_NOSIGNAL) == 1) {
        nanosleep(&tick, NULL);
        sent++;
    }
    expect(sent < 50, "a body that drips is cut off");
    close(fd);
    expect(server_stop(&s) == 0, "the server stops with 0");
}

static void a_silent_client_is_closed(const char *program) {
    static const char *const more[] = {"--timeout", "1s", NULL};
    struct server s = server_start(program, more);
    char byte;
    int fd = raw_open(&s);
    send(fd, POST "Content-Length: 10\r\n\r\nab", strlen(POST) + 24, MSG_NOSIGNAL);
    struct timespec begin, end;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    ssize_t n = recv(fd, &byte, 1, 0);
    clock_gettime(CLOCK_MONOTONIC, &end);
    expect(n <= 0 && end.tv_sec - begin.tv_sec <= 4, "a slow body is cut off");
    close(fd);
    struct answer a = post(&s, "/v1/analyze", article);
    expect(a.status == 200, "the next client is served");
    forget(&a);
    expect(server_stop(&s) == 0, "the server stops with 0");
}

int test_framing(const char *program) {
    struct server s = server_start(program, NULL);
    smuggling_is_refused(&s);
    pipelined_requests_are_answered(&s);
    chunks_are_joined(&s);
    chunks_over_the_cap_are_413(&s);
    expect_is_refused_early(&s);
    a_body_in_drops_is_read(&s);
    struct answer a = post(&s, "/v1/analyze", article);
    expect(a.status == 200, "the server lives");
    forget(&a);
    expect(server_stop(&s) == 0, "the server stops with 0");
    a_silent_client_is_closed(program);
    a_dripping_client_is_closed(program);
    return 0;
}
