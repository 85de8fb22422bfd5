/* SPDX-License-Identifier: Apache-2.0 */
#include "config.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

enum kind { TEXT, PATH, NUMBER, SECONDS, SWITCH, LOG_FORMAT };

static const char *const log_formats[] = {"json", "logfmt", "text"};

static const struct option {
    const char *flag, *env;
    enum kind kind;
    const char *fallback;
    unsigned min, max;
    size_t at; /* of the member in struct gisa_config */
    const char *help;
} options[] = {
    {"--listen", "GISA_LISTEN", TEXT, "127.0.0.1:8080", 0, 0, offsetof(struct gisa_config, listen),
     "host:port, [ipv6]:port or unix:path; port 0 takes a free one"},
    {"--max-body", "GISA_MAX_BODY", NUMBER, "1048576", 1024, 16777216, offsetof(struct gisa_config, max_body),
     "bytes of one request body"},
    {"--gazetteer", "GISA_GAZETTEER", PATH, "", 0, 0, offsetof(struct gisa_config, gazetteer),
     "a file of own names, read again on SIGHUP; empty = none"},
    {"--threads", "GISA_THREADS", NUMBER, "0", 0, 64, offsetof(struct gisa_config, threads),
     "threads; 0 = the CPUs that may be used"},
    {"--connections", "GISA_CONNECTIONS", NUMBER, "256", 1, 65536, offsetof(struct gisa_config, connections),
     "connections at once"},
    {"--per-ip", "GISA_PER_IP", NUMBER, "0", 0, 65536, offsetof(struct gisa_config, per_ip),
     "connections at once from one address; 0 = no limit"},
    {"--timeout", "GISA_TIMEOUT", SECONDS, "10s", 1, 3600, offsetof(struct gisa_config, timeout),
     "a connection that is silent so long is closed"},
    {"--body-timeout", "GISA_BODY_TIMEOUT", SECONDS, "30s", 1, 3600, offsetof(struct gisa_config, body_timeout),
     "a body that takes longer is cut off, however steadily it drips"},
    {"--drain", "GISA_DRAIN", SECONDS, "10s", 0, 600, offsetof(struct gisa_config, drain),
     "time for the requests in flight after SIGTERM"},
    {"--log-format", "GISA_LOG_FORMAT", LOG_FORMAT, "json", 0, 0, offsetof(struct gisa_config, log_format),
     "json, logfmt or text"},
    {"--no-dashboard", "GISA_NO_DASHBOARD", SWITCH, "0", 0, 1, offsetof(struct gisa_config, no_dashboard),
     "leave out the page at /"},
};

static bool read_number(const char *value, bool has_unit, const struct option *o, unsigned *out) {
    size_t n = strspn(value, "0123456789");
    if (n < 1 || n > 9 || (value[n] && !(has_unit && strcmp(value + n, "s") == 0))) {
        return false;
    }
    unsigned long number = strtoul(value, NULL, 10);
    *out = (unsigned)number;
    return number >= o->min && number <= o->max;
}

static bool set(struct gisa_config *config, const struct option *o, const char *value) {
    char *member = (char *)config + o->at;
    unsigned number = 0;
    bool is_good = false;
    switch (o->kind) {
    case TEXT:
        if (!value[0] || strlen(value) >= sizeof config->listen) {
            return false;
        }
        memcpy(member, value, strlen(value) + 1);
        return true;
    case PATH:
        if (strlen(value) >= sizeof config->gazetteer) {
            return false;
        }
        memcpy(member, value, strlen(value) + 1);
        return true;
    case NUMBER:
    case SECONDS:
    case SWITCH:
        is_good = read_number(value, o->kind == SECONDS, o, &number);
        break;
    case LOG_FORMAT:
        for (unsigned i = 0; i < LENGTH(log_formats); i++) {
            if (strcmp(log_formats[i], value) == 0) {
                number = i;
                is_good = true;
            }
        }
        break;
    }
    if (is_good) {
        memcpy(member, &number, sizeof number);
    }
    return is_good;
}

static bool refuse(FILE *errors, const char *name, const char *value, const struct option *o) {
    fprintf(errors, "gisa: bad value \"%.80s\" for %s: %s", value, name, o->help);
    if (o->max) {
        fprintf(errors, " (%u to %u)", o->min, o->max);
    }
    fputc('\n', errors);
    return false;
}

/* "--flag=value" or "--flag" "value"; a switch stands alone. *used = arguments taken. */
static const struct option *find(int argc, char **argv, const char **value, int *used) {
    for (size_t i = 0; i < LENGTH(options); i++) {
        size_t n = strlen(options[i].flag);
        if (strncmp(argv[0], options[i].flag, n) != 0 || (argv[0][n] && argv[0][n] != '=')) {
            continue;
        }
        *used = 1;
        if (argv[0][n] == '=') {
            *value = argv[0] + n + 1;
        } else if (options[i].kind == SWITCH) {
            *value = "1";
        } else if (argc > 1) {
            *value = argv[1];
            *used = 2;
        } else {
            *value = "";
        }
        return &options[i];
    }
    return NULL;
}

bool gisa_config_read(struct gisa_config *config, int argc, char **argv, FILE *errors) {
    *config = (struct gisa_config){0};
    for (size_t i = 0; i < LENGTH(options); i++) {
        const char *value = getenv(options[i].env);
        if (!set(config, &options[i], value ? value : options[i].fallback)) {
            return refuse(errors, options[i].env, value ? value : "", &options[i]);
        }
    }
    for (int i = 0; i < argc;) {
        const char *value;
        int used;
        const struct option *o = find(argc - i, argv + i, &value, &used);
        if (!o) {
            fprintf(errors, "gisa: unknown option \"%.80s\"; see gisa --help\n", argv[i]);
            return false;
        }
        if (!set(config, o, value)) {
            return refuse(errors, o->flag, value, o);
        }
        i += used;
    }
    return true;
}

void gisa_config_help(FILE *out) {
    for (size_t i = 0; i < LENGTH(options); i++) {
        fprintf(out, "  %-15s %-19s %s", options[i].flag, options[i].env, options[i].help);
        fprintf(out, options[i].fallback[0] ? " (default %s)\n" : "%s\n", options[i].fallback);
    }
}
