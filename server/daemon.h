/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_DAEMON_H
#define GISA_DAEMON_H

/* The HTTP server: threads of libmicrohttpd over one listening socket. */
#include <stdbool.h>

#include "config.h"
#include "log.h"
#include "service.h"
#include "workspaces.h"

struct MHD_Daemon;

struct gisa_daemon {
    const struct gisa_config *config;
    struct gisa_service *service;
    struct gisa_workspaces *workspaces;
    const struct gisa_log *log;
    uint64_t id_seed;                 /* of minted request ids */
    atomic_uint_fast64_t id_count;
    atomic_uint_fast64_t last_request; /* service->clock() when the last request was done */
    struct MHD_Daemon *mhd;
};

/* Takes the socket over. threads: at least 1. */
bool gisa_daemon_start(struct gisa_daemon *daemon, int socket, unsigned threads);
/* No new connections from now on: the listening socket is closed at once. */
void gisa_daemon_quiesce(struct gisa_daemon *daemon);
/* True when nothing is in flight and no client has sent anything for a moment, or none is connected. */
bool gisa_daemon_is_idle(struct gisa_daemon *daemon);
void gisa_daemon_stop(struct gisa_daemon *daemon);
const char *gisa_daemon_library(void); /* version, static */

#endif
