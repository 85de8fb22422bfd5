/* SPDX-License-Identifier: Apache-2.0 */
/* gisa healthcheck [URL]: 0 when the server answers 200, for containers that have no curl. */
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "commands.h"
#include "config.h"
#include "listener.h"

static int connect_to(const char *host, const char *port) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    struct timeval limit = {3, 0};
    int fd = -1;
    if (getaddrinfo(host, port, &hints, &found) != 0) {
        return -1;
    }
    for (const struct addrinfo *a = found; a && fd < 0; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd >= 0) {
            setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
            setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
            if (connect(fd, a->ai_addr, a->ai_addrlen) != 0) {
                close(fd);
                fd = -1;
            }
        }
    }
    freeaddrinfo(found);
    return fd;
}

static int ask(int fd, const char *host, const char *path) {
    char text[512];
    size_t used = 0;
    int n = snprintf(text, sizeof text, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", path, host);
    if (n < 0 || (size_t)n >= sizeof text || send(fd, text, (size_t)n, MSG_NOSIGNAL) != n) {
        return 0;
    }
    while (used < 12) {
        ssize_t got = recv(fd, text + used, sizeof text - used, 0);
        if (got <= 0) {
            return 0;
        }
        used += (size_t)got;
    }
    return memcmp(text, "HTTP/1.1 200", 12) == 0;
}

int gisa_command_healthcheck(int argc, char **argv) {
    struct gisa_config config;
    char address[256];
    char *host, *port;
    const char *path = "/livez";
    if (argc > 1 || !gisa_config_read(&config, 0, NULL, stderr)) {
        return GISA_EXIT_USAGE;
    }
    if (argc == 1) {
        if (strncmp(argv[0], "http://", 7) != 0) {
            fputs("gisa: expected http://host:port/path\n", stderr);
            return GISA_EXIT_USAGE;
        }
        size_t n = strcspn(argv[0] + 7, "/");
        path = argv[0][7 + n] ? argv[0] + 7 + n : path;
        snprintf(address, sizeof address, "%.*s%s", (int)(n < 200 ? n : 200), argv[0] + 7,
                 memchr(argv[0] + 7, ':', n) ? "" : ":80");
    } else {
        snprintf(address, sizeof address, "%s", config.listen);
    }
    if (!gisa_listener_split(address, &host, &port)) {
        fputs("gisa: no host and port to ask\n", stderr);
        return GISA_EXIT_USAGE;
    }
    bool is_any = !host[0] || strcmp(host, "0.0.0.0") == 0 || strcmp(host, "::") == 0;
    int fd = connect_to(is_any ? "127.0.0.1" : host, port);
    int is_good = fd >= 0 && ask(fd, is_any ? "localhost" : host, path);
    if (fd >= 0) {
        close(fd);
    }
    if (!is_good) {
        fputs("gisa: not healthy\n", stderr);
    }
    return is_good ? 0 : GISA_EXIT_FAILED;
}
