/* SPDX-License-Identifier: Apache-2.0 */
/* The same article many times over many connections; a drain in the middle of a load. */
#include <curl/curl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "peer.h"

enum { CLIENTS = 8, REQUESTS = 125 };

struct client {
    const struct server *server;
    const struct answer *first; /* every reply must be these bytes */
    int good, other, lost;      /* same bytes, other bytes or status, no reply after the request was sent */
    bool until_refused;         /* goes on until the server takes no connection */
};

struct reply {
    size_t size;
    size_t capacity;
    char bytes[1 << 16];
};

static size_t keep(char *bytes, size_t one, size_t n, void *cls) {
    struct reply *r = cls;
    if (r->size + one * n <= sizeof r->bytes) {
        memcpy(r->bytes + r->size, bytes, one * n);
    }
    r->size += one * n;
    return one * n;
}

static void *run(void *cls) {
    struct client *c = cls;
    struct reply *reply = calloc(1, sizeof *reply);
    CURL *curl = curl_easy_init();
    char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/v1/analyze", c->server->port);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, article);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, reply);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    for (int i = 0; reply && (c->until_refused || i < REQUESTS); i++) {
        long status = 0;
        reply->size = 0;
        CURLcode code = curl_easy_perform(curl);
        curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
        if (code == CURLE_COULDNT_CONNECT) {
            break;
        }
        if (code != CURLE_OK) {
            c->lost++;
            fprintf(stderr, "lost: %s\n", curl_easy_strerror(code));
            break;
        }
        bool is_same = status == 200 && reply->size == c->first->size && reply->size <= sizeof reply->bytes &&
                       memcmp(reply->bytes, c->first->body, reply->size) == 0;
        c->good += is_same;
        c->other += !is_same;
    }
    curl_easy_cleanup(curl);
    free(reply);
    return NULL;
}

static void *empty_pipe(void *cls) { /* the server's log must not block it */
    char block[65536];
    const struct server *s = cls;
    while (read(s->errors, block, sizeof block) > 0) {
    }
    return NULL;
}

static void start(struct client *clients, pthread_t *threads, const struct server *s, const struct answer *first,
                  bool until_refused) {
    for (int i = 0; i < CLIENTS; i++) {
        clients[i] = (struct client){.server = s, .first = first, .until_refused = until_refused};
        pthread_create(&threads[i], NULL, run, &clients[i]);
    }
}

static struct client join(struct client *clients, pthread_t *threads) {
    struct client sum = {0};
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(threads[i], NULL);
        sum.good += clients[i].good;
        sum.other += clients[i].other;
        sum.lost += clients[i].lost;
    }
    return sum;
}

int test_load(const char *program) {
    static const char *const more[] = {"--threads", "4", NULL};
    static const struct timespec half = {0, 500000000};
    struct server s = server_start(program, more);
    struct client clients[CLIENTS];
    pthread_t threads[CLIENTS], reader;
    pthread_create(&reader, NULL, empty_pipe, &s);
    struct answer first = post(&s, "/v1/analyze", article);
    expect(first.status == 200, "the article is analysed");
    start(clients, threads, &s, &first, false);
    struct client sum = join(clients, threads);
    printf("%d replies, %d other, %d lost\n", sum.good, sum.other, sum.lost);
    expect(sum.good == CLIENTS * REQUESTS && !sum.other && !sum.lost, "the same bytes a thousand times");

    start(clients, threads, &s, &first, true);
    nanosleep(&half, NULL);
    kill(s.pid, SIGTERM);
    sum = join(clients, threads);
    printf("drain: %d replies, %d other, %d lost\n", sum.good, sum.other, sum.lost);
    expect(sum.good > 0 && !sum.other && !sum.lost, "no accepted request is lost when the server stops under load");
    int status = 0;
    expect(waitpid(s.pid, &status, 0) == s.pid && WIFEXITED(status) && WEXITSTATUS(status) == 0, "it stops with 0");
    pthread_join(reader, NULL);
    close(s.errors);
    forget(&first);
    return 0;
}
