/* SPDX-License-Identifier: Apache-2.0 */
#include "peer.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int failures;

void expect(bool holds, const char *what) {
    if (!holds) {
        fprintf(stderr, "FAILED: %s\n", what);
        failures++;
    }
}

const char *const article =
    "한빛전자 김서준, 노르스텔과 손잡아\n\n박하늘 기자 2031. 3. 14. 17:00\n\n"
                       "김서준 한빛전자 회장은 12일(현지시간) 스웨덴 예테보리에서 잉그리드 요한손 노르스텔 CEO와 만났다. "
                       "김 회장은 \"오래 준비한 만남\"이라고 말했다.\n\n"
                       "한빛전자는 다음 달 말 서울에서 '한빛 파트너 데이'를 열 예정이다.\n";

struct server server_start(const char *program, const char *const *more) {
    struct server s = {0};
    int ends[2];
    const char *argv[12] = {program, "serve", "--listen", "127.0.0.1:0"};
    for (int i = 0; more && more[i] && i < 6; i++) {
        argv[4 + i] = more[i];
    }
    if (pipe(ends) != 0 || (s.pid = fork()) < 0) {
        perror("server");
        exit(1);
    }
    if (s.pid == 0) {
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(program, (char *const *)argv);
        _exit(127);
    }
    close(ends[1]);
    s.errors = ends[0];
    char line[4096];
    size_t used = 0;
    const char *found = NULL;
    while (!found && used + 1 < sizeof line) {
        ssize_t n = read(s.errors, line + used, sizeof line - 1 - used);
        if (n <= 0) {
            fprintf(stderr, "the server did not start\n");
            exit(1);
        }
        used += (size_t)n;
        line[used] = '\0';
        found = strstr(line, "http://127.0.0.1:");
    }
    s.port = found ? atoi(found + strlen("http://127.0.0.1:")) : 0;
    return s;
}

/* The pipe is emptied while waiting, so that the log cannot block the server; it must hold no word of an article. */
int server_stop(struct server *s) {
    char line[65536];
    int status = 0;
    kill(s->pid, SIGTERM);
    for (ssize_t n = read(s->errors, line, sizeof line - 1); n > 0; n = read(s->errors, line, sizeof line - 1)) {
        line[n] = '\0';
        expect(!strstr(line, "김서준") && !strstr(line, "한빛전자"), "the log holds no word of an article");
    }
    close(s->errors);
    return waitpid(s->pid, &status, 0) == s->pid && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static size_t keep_body(char *bytes, size_t one, size_t n, void *cls) {
    struct answer *a = cls;
    char *body = realloc(a->body, a->size + one * n + 1);
    if (!body) {
        return 0;
    }
    memcpy(body + a->size, bytes, one * n);
    a->body = body;
    a->size += one * n;
    body[a->size] = '\0';
    return one * n;
}

static size_t keep_header(char *bytes, size_t one, size_t n, void *cls) {
    struct answer *a = cls;
    size_t used = strlen(a->headers);
    if (used + one * n < sizeof a->headers) {
        memcpy(a->headers + used, bytes, one * n);
        a->headers[used + one * n] = '\0';
    }
    return one * n;
}

struct answer ask(const struct server *s, const char *method, const char *path, const char *const *headers,
                  const char *body, size_t size) {
    struct answer a = {0};
    char url[1024];
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    CURL *curl = curl_easy_init();
    for (int i = 0; headers && headers[i]; i++) {
        list = curl_slist_append(list, headers[i]);
    }
    snprintf(url, sizeof url, "http://127.0.0.1:%d%s", s->port, path);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, method);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &a);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, keep_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &a);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    if (body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)size);
    }
    if (strcmp(method, "HEAD") == 0) {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    }
    curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &a.status);
    curl_easy_cleanup(curl);
    curl_slist_free_all(list);
    if (!a.body) {
        a.body = calloc(1, 1);
    }
    return a;
}

struct answer post(const struct server *s, const char *path, const char *text) {
    return ask(s, "POST", path, NULL, text, strlen(text));
}

void forget(struct answer *a) {
    free(a->body);
    *a = (struct answer){0};
}

int raw_open(const struct server *s) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)s->port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd >= 0 && connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

int raw(const struct server *s, const char *bytes, size_t size, int limit, int *first_status, bool *closed) {
    static char text[1 << 20];
    size_t used = 0;
    int fd = raw_open(s), count = 0;
    *first_status = 0;
    *closed = false;
    if (fd < 0 || send(fd, bytes, size, MSG_NOSIGNAL) < 0) {
        close(fd);
        return 0;
    }
    struct pollfd wait = {fd, POLLIN, 0};
    while (used + 1 < sizeof text && !*closed && poll(&wait, 1, count >= limit ? 200 : 1000) > 0) {
        ssize_t n = recv(fd, text + used, sizeof text - 1 - used, 0);
        *closed = n <= 0;
        used += n > 0 ? (size_t)n : 0;
        text[used] = '\0';
        count = 0;
        for (const char *p = strstr(text, "HTTP/1.1 "); p; p = strstr(p + 1, "HTTP/1.1 ")) {
            count++;
        }
    }
    text[used] = '\0';
    if (used > 12 && strncmp(text, "HTTP/1.1 ", 9) == 0) {
        *first_status = atoi(text + 9);
    }
    close(fd);
    return count;
}
