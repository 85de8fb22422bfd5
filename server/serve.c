/* SPDX-License-Identifier: Apache-2.0 */
/* gisa serve: config, open, start, wait, drain, close. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "commands.h"
#include "cpus.h"
#include "daemon.h"
#include "gazetteer_file.h"
#include "json_in.h"
#include "listener.h"

static uint64_t random_seed(void) {
    uint64_t seed = gisa_clock_now();
    FILE *in = fopen("/dev/urandom", "rb");
    if (in) {
        if (fread(&seed, sizeof seed, 1, in) != 1) {
            seed ^= (uint64_t)getpid() << 32;
        }
        fclose(in);
    }
    return seed;
}

/* Without a file to read again SIGHUP keeps its usual end of the program. */
static void block_signals(sigset_t *set, bool has_gazetteer) {
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    if (has_gazetteer) {
        sigaddset(set, SIGHUP);
    }
    pthread_sigmask(SIG_BLOCK, set, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* Waits for the requests in flight; a second signal ends the program at once. */
static void drain(struct gisa_daemon *d, const sigset_t *signals) {
    static const struct timespec tick = {0, 20000000};
    uint64_t begin = gisa_clock_now(), limit = (uint64_t)d->config->drain * 1000000000U;
    gisa_log_message(d->log, "info", "draining");
    atomic_store(&d->service->is_draining, true);
    atomic_store(&d->last_request, begin);
    gisa_daemon_quiesce(d);
    while (gisa_clock_now() - begin < limit && !gisa_daemon_is_idle(d)) {
        int received = sigtimedwait(signals, NULL, &tick);
        if (received > 0 && received != SIGHUP) {
            _exit(GISA_EXIT_FAILED);
        }
    }
}

static void tell_error(void *cls, const char *message) { gisa_log_message(cls, "error", message); }

/* Reads the own names and puts them in the place of the old ones, which stay when anything is wrong. */
static bool read_names(const struct gisa_config *config, const struct gisa_log *log, struct gisa_own_names *names) {
    struct gisa_gazetteer *gazetteer = NULL;
    char message[1280];
    if (gisa_gazetteer_file_read(config->gazetteer, &gazetteer, tell_error, (void *)log) != GISA_FILE_OK) {
        return false;
    }
    uint32_t count = gisa_gazetteer_size(gazetteer);
    if (!gisa_own_names_replace(names, gazetteer)) {
        gisa_gazetteer_free(gazetteer);
        return false;
    }
    snprintf(message, sizeof message, "%u own names read from %s", count, config->gazetteer);
    gisa_log_message(log, "info", message);
    return true;
}

static int run(struct gisa_daemon *d, const sigset_t *signals, unsigned threads) {
    const char *why = "";
    char where[160], message[240];
    int received, socket = gisa_listener_open(d->config->listen, &why);
    if (socket < 0) {
        snprintf(message, sizeof message, "cannot listen on %s: %s", d->config->listen, why);
        gisa_log_message(d->log, "error", message);
        return GISA_EXIT_FAILED;
    }
    gisa_listener_name(socket, d->config->listen, where, sizeof where);
    if (!gisa_daemon_start(d, socket, threads)) {
        gisa_log_message(d->log, "error", "the server cannot start");
        return GISA_EXIT_FAILED;
    }
    snprintf(message, sizeof message, "listening on %s with %u threads", where, threads);
    gisa_log_message(d->log, "info", message);
    while (sigwait(signals, &received) == 0 && received == SIGHUP) {
        if (!read_names(d->config, d->log, d->service->own_names)) {
            gisa_log_message(d->log, "error", "the own names stay as they were");
        }
    }
    drain(d, signals);
    gisa_daemon_stop(d);
    if (strncmp(d->config->listen, "unix:", 5) == 0) {
        unlink(d->config->listen + 5);
    }
    gisa_log_message(d->log, "info", "stopped");
    return 0;
}

static int serve(const struct gisa_config *config, struct gisa_log *log, struct gisa_own_names *own_names,
                 const sigset_t *signals) {
    struct gisa_workspaces workspaces;
    struct gisa_resources *resources = NULL;
    struct gisa_error error;
    struct gisa_metrics *metrics = calloc(1, sizeof *metrics);
    unsigned threads = config->threads ? config->threads : gisa_cpus_usable();
    threads = threads < GISA_MAX_THREADS ? threads : GISA_MAX_THREADS;
    int status = GISA_EXIT_FAILED;
    if (metrics && gisa_resources_open(&resources, &error) == GISA_OK) {
        if (gisa_workspaces_open(&workspaces, threads)) {
            struct gisa_service service = {.resources = resources, .metrics = metrics, .own_names = own_names,
                .clock = gisa_clock_now, .max_body = config->max_body, .version = GISA_VERSION,
                .revision = GISA_REVISION, .has_dashboard = !config->no_dashboard};
            struct gisa_daemon daemon = {.config = config, .service = &service, .workspaces = &workspaces,
                .log = log, .id_seed = random_seed()};
            status = run(&daemon, signals, threads);
            gisa_workspaces_close(&workspaces);
        }
        gisa_resources_close(resources);
    } else {
        gisa_log_message(log, "error", "the resources cannot be opened");
    }
    free(metrics);
    return status;
}

int gisa_command_serve(int argc, char **argv) {
    struct gisa_config config;
    struct gisa_own_names own_names;
    sigset_t signals;
    if (!gisa_config_read(&config, argc, argv, stderr)) {
        return GISA_EXIT_USAGE;
    }
    struct gisa_log log = {(enum gisa_log_format)config.log_format, GISA_VERSION};
    block_signals(&signals, config.gazetteer[0] != '\0');
    gisa_body_setup();
    int status = GISA_EXIT_FAILED;
    if (gisa_own_names_open(&own_names)) {
        if (!config.gazetteer[0] || read_names(&config, &log, &own_names)) {
            status = serve(&config, &log, &own_names, &signals);
        }
        gisa_own_names_close(&own_names);
    }
    return status;
}
