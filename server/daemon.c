/* SPDX-License-Identifier: Apache-2.0 */
#include "daemon.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <microhttpd.h>
#include <stdarg.h>
#include <sys/socket.h>

#include <asm/socket.h> /* SO_ATTACH_FILTER, which POSIX does not name */

#include <unistd.h>

#include "connection.h"

enum {
    CONNECTION_MEMORY = 16384,      /* headers of a request and its reply */
    QUIET_NS = 300000000,           /* a drained server waits so long for a last request on a kept connection */
};

static void no_log(void *cls, const char *format, va_list list) { (void)cls, (void)format, (void)list; }

bool gisa_daemon_start(struct gisa_daemon *d, int socket, unsigned threads) {
    struct MHD_OptionItem pool[] = {{MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)threads, NULL},
        {MHD_OPTION_END, 0, NULL}};
    struct MHD_OptionItem none[] = {{MHD_OPTION_END, 0, NULL}};
    /* poll, not epoll: with many kept connections the latter waits a whole timeout before it serves any */
    d->mhd = MHD_start_daemon(
        MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_ITC, 0, NULL, NULL, gisa_connection_handle, d,
        MHD_OPTION_EXTERNAL_LOGGER, no_log, NULL, MHD_OPTION_LISTEN_SOCKET, socket,
        MHD_OPTION_NOTIFY_COMPLETED, gisa_connection_done, d,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
        MHD_OPTION_CONNECTION_LIMIT, d->config->connections < threads ? threads : d->config->connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, d->config->per_ip,
        MHD_OPTION_CONNECTION_TIMEOUT, d->config->timeout,
        MHD_OPTION_ARRAY, threads > 1 ? pool : none, MHD_OPTION_END);
    if (!d->mhd) {
        close(socket);
    }
    return d->mhd != NULL;
}

/* Lets no more handshake complete: new clients are refused once the socket is closed, and come back elsewhere. */
static void refuse_handshakes(int listener) {
    struct sock_filter drop_all = BPF_STMT(BPF_RET | BPF_K, 0);
    struct sock_fprog program = {1, &drop_all};
    setsockopt(listener, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

/* What the kernel has accepted already is served: closing the socket would reset it. */
static void take_pending(struct gisa_daemon *d, int listener) {
    fcntl(listener, F_SETFL, O_NONBLOCK);
    for (;;) {
        struct sockaddr_storage address;
        socklen_t size = sizeof address;
        int client = accept(listener, (struct sockaddr *)&address, &size);
        if (client < 0 && errno != EINTR) {
            return;
        }
        if (client >= 0) {
            MHD_add_connection(d->mhd, client, (struct sockaddr *)&address, size);
        }
    }
}

void gisa_daemon_quiesce(struct gisa_daemon *d) {
    MHD_socket listener = MHD_quiesce_daemon(d->mhd);
    if (listener != MHD_INVALID_SOCKET) {
        refuse_handshakes(listener);
        take_pending(d, listener);
        close(listener);
    }
}

bool gisa_daemon_is_idle(struct gisa_daemon *d) {
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(d->mhd, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
    if (info && info->num_connections == 0) {
        return true;
    }
    return atomic_load(&d->service->metrics->in_flight) == 0 &&
           d->service->clock() - atomic_load(&d->last_request) > QUIET_NS;
}

void gisa_daemon_stop(struct gisa_daemon *d) {
    MHD_stop_daemon(d->mhd);
    d->mhd = NULL;
}

const char *gisa_daemon_library(void) { return MHD_get_version(); }
