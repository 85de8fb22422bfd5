/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_CONFIG_H
#define GISA_CONFIG_H

/* The options of `gisa serve`: one table drives flags, environment and --help. flag > environment > default. */
#include <stdbool.h>
#include <stdio.h>

enum gisa_log_format { GISA_LOG_JSON, GISA_LOG_LOGFMT, GISA_LOG_TEXT };

struct gisa_config {
    char gazetteer[1024]; /* path of a newsroom's own names, or "" */
    char listen[128];     /* "host:port", "[::1]:port", "unix:/path" */
    unsigned max_body;    /* bytes */
    unsigned threads;     /* 0 = the CPUs this process may use */
    unsigned connections;
    unsigned per_ip;      /* 0 = no limit */
    unsigned timeout;     /* seconds without a byte */
    unsigned body_timeout; /* seconds from the headers to the end of the body */
    unsigned drain;       /* seconds */
    unsigned log_format;  /* enum gisa_log_format */
    unsigned no_dashboard; /* 0 or 1 */
};

/* Reads defaults, the environment, then argv[0 .. argc). A bad value is told on `errors` in one line; false then. */
bool gisa_config_read(struct gisa_config *config, int argc, char **argv, FILE *errors);
void gisa_config_help(FILE *out);

#endif
