/* SPDX-License-Identifier: Apache-2.0 */
#include "listener.h"

#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 4096 };

int gisa_listener_split(char *address, char **host, char **port) {
    char *colon = strrchr(address, ':');
    if (!colon || !colon[1] || strspn(colon + 1, "0123456789") != strlen(colon + 1)) {
        return 0;
    }
    *colon = '\0';
    *port = colon + 1;
    *host = address;
    size_t n = strlen(address);
    if (n > 2 && address[0] == '[' && address[n - 1] == ']') {
        address[n - 1] = '\0';
        *host = address + 1;
    } else if (strchr(address, ':')) {
        return 0;
    }
    return 1;
}

static int ready(int fd) {
    int flags = fcntl(fd, F_GETFL);
    return listen(fd, BACKLOG) == 0 && flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
           fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static int open_unix(const char *path, const char **why) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    *why = "the path is too long";
    if (strlen(path) >= sizeof address.sun_path) {
        return -1;
    }
    memcpy(address.sun_path, path, strlen(path) + 1);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    *why = "the socket cannot be bound";
    if (fd >= 0 && (bind(fd, (const struct sockaddr *)&address, sizeof address) != 0 || !ready(fd))) {
        close(fd);
        fd = -1;
    }
    return fd;
}

static int open_inet(const char *address, const char **why) {
    char copy[128];
    char *host, *port;
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICSERV}, *found = NULL;
    snprintf(copy, sizeof copy, "%s", address);
    *why = "expected host:port, [ipv6]:port or unix:path";
    if (!gisa_listener_split(copy, &host, &port)) {
        return -1;
    }
    *why = "the host is not known";
    if (getaddrinfo(host[0] ? host : NULL, port, &hints, &found) != 0) {
        return -1;
    }
    *why = "the address cannot be bound";
    int fd = -1;
    for (const struct addrinfo *a = found; a && fd < 0; a = a->ai_next) {
        int yes = 1;
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd >= 0) {
            setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            if (bind(fd, a->ai_addr, a->ai_addrlen) != 0 || !ready(fd)) {
                close(fd);
                fd = -1;
            }
        }
    }
    freeaddrinfo(found);
    return fd;
}

int gisa_listener_open(const char *address, const char **why) {
    return strncmp(address, "unix:", 5) == 0 ? open_unix(address + 5, why) : open_inet(address, why);
}

void gisa_listener_name(int fd, const char *address, char *out, size_t size) {
    struct sockaddr_storage bound;
    socklen_t length = sizeof bound;
    char host[64], port[16];
    if (strncmp(address, "unix:", 5) == 0 || getsockname(fd, (struct sockaddr *)&bound, &length) != 0 ||
        getnameinfo((const struct sockaddr *)&bound, length, host, sizeof host, port, sizeof port,
                    NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
        snprintf(out, size, "%s", address);
    } else {
        snprintf(out, size, strchr(host, ':') ? "http://[%s]:%s" : "http://%s:%s", host, port);
    }
}
