/* SPDX-License-Identifier: Apache-2.0 */
/* gisa analyze [FILE|-]: the request that the server would get, made of a file and flags; the same bytes come out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "gazetteer_file.h"
#include "json_in.h"
#include "params.h"
#include "routes.h"
#include "service.h"

static bool read_all(const char *name, struct gisa_buffer *out) {
    char block[65536];
    bool is_stdin = strcmp(name, "-") == 0;
    FILE *in = is_stdin ? stdin : fopen(name, "rb");
    if (!in) {
        perror(name);
        return false;
    }
    for (size_t n = fread(block, 1, sizeof block, in); n; n = fread(block, 1, sizeof block, in)) {
        gisa_buffer_append(out, block, n);
    }
    bool is_good = !ferror(in) && !out->failed;
    if (!is_stdin) {
        fclose(in);
    }
    if (!is_good) {
        fprintf(stderr, "gisa: cannot read %s\n", name);
    }
    return is_good;
}

struct wanted { /* what the flags told beside the request */
    struct gisa_request request;
    const char *gazetteer; /* path, or NULL */
};

/* "--published=X", "--published X", "--pretty" -> a parameter. Dashes of a name stand for underscores. */
static bool take_flag(char **argv, int argc, int *i, struct wanted *wanted) {
    struct gisa_request *request = &wanted->request;
    char *name = argv[*i] + 2;
    char *equals = strchr(name, '=');
    const char *value;
    if (equals) {
        *equals = '\0';
        value = equals + 1;
    } else if (strcmp(name, "pretty") == 0 || strcmp(name, "explain") == 0) {
        value = "1";
    } else if (*i + 1 < argc) {
        value = argv[++*i];
    } else {
        fprintf(stderr, "gisa: --%s needs a value\n", name);
        return false;
    }
    for (char *p = name; *p; p++) {
        *p = *p == '-' ? '_' : *p;
    }
    if (strcmp(name, "type") == 0) {
        request->content_type = value;
        return true;
    }
    if (strcmp(name, "gazetteer") == 0) {
        wanted->gazetteer = value;
        return true;
    }
    struct gisa_wishes ignored;
    const char *hint;
    gisa_wishes_init(&ignored);
    enum gisa_param_answer answer = gisa_wishes_set(&ignored, name, value, &hint);
    if (answer != GISA_PARAM_OK || request->param_count == GISA_MAX_PARAMS) {
        fprintf(stderr, "gisa: %s --%.40s: %s\n", answer == GISA_PARAM_INVALID ? "bad value for" : "unknown option", name,
                answer == GISA_PARAM_INVALID ? hint : "see gisa --help");
        return false;
    }
    request->params[request->param_count++] = (struct gisa_param){name, value};
    return true;
}

static int analyze(const struct gisa_request *request, struct gisa_own_names *own_names) {
    struct gisa_metrics *metrics = calloc(1, sizeof *metrics);
    struct gisa_resources *resources = NULL;
    struct gisa_error error;
    int status = GISA_EXIT_FAILED;
    if (metrics && gisa_resources_open(&resources, &error) == GISA_OK) {
        struct gisa_service service = {.resources = resources, .metrics = metrics, .own_names = own_names, .version = GISA_VERSION,
            .revision = GISA_REVISION};
        struct gisa_workspace *workspace = gisa_workspace_new(0);
        struct gisa_reply reply = {0};
        uint32_t route;
        if (workspace) {
            gisa_dispatch(&service, workspace, request, &reply, &route);
            FILE *out = reply.status == 200 ? stdout : stderr;
            fwrite(reply.body.bytes, 1, reply.body.size, out);
            status = reply.status == 200 ? 0 : reply.status < 500 ? GISA_EXIT_DATA : GISA_EXIT_FAILED;
            status = fflush(out) == 0 ? status : GISA_EXIT_FAILED;
        }
        gisa_buffer_free(&reply.body);
        gisa_workspace_free(workspace);
        gisa_resources_close(resources);
    }
    free(metrics);
    return status;
}

/* 0, or the exit status; without a path there are no names. */
static int read_names(const char *path, struct gisa_own_names *names) {
    struct gisa_gazetteer *gazetteer = NULL;
    enum gisa_file_status status = path ? gisa_gazetteer_file_read(path, &gazetteer, gisa_tell_stderr, NULL) : GISA_FILE_OK;
    if (status == GISA_FILE_OK && gazetteer && !gisa_own_names_replace(names, gazetteer)) {
        gisa_gazetteer_free(gazetteer);
        status = GISA_FILE_UNREADABLE;
    }
    return status == GISA_FILE_OK ? 0 : status == GISA_FILE_BAD_ROWS ? GISA_EXIT_DATA : GISA_EXIT_FAILED;
}

int gisa_command_analyze(int argc, char **argv) {
    struct wanted wanted = {.request = {.method = "POST", .path = "/v1/analyze", .request_id = "-"}};
    struct gisa_own_names own_names;
    const char *file = NULL;
    for (int i = 0; i < argc; i++) {
        if (strncmp(argv[i], "--", 2) == 0 && argv[i][2]) {
            if (!take_flag(argv, argc, &i, &wanted)) {
                return GISA_EXIT_USAGE;
            }
        } else if (file) {
            fputs("gisa: one file at a time\n", stderr);
            return GISA_EXIT_USAGE;
        } else {
            file = argv[i];
        }
    }
    struct gisa_buffer text = {0};
    gisa_body_setup();
    if (!gisa_own_names_open(&own_names)) {
        return GISA_EXIT_FAILED;
    }
    int status = read_names(wanted.gazetteer, &own_names);
    if (!status) {
        status = GISA_EXIT_FAILED;
        if (read_all(file ? file : "-", &text)) {
            wanted.request.body = text.bytes ? text.bytes : "";
            wanted.request.body_size = text.size;
            status = analyze(&wanted.request, &own_names);
        }
    }
    gisa_own_names_close(&own_names);
    gisa_buffer_free(&text);
    return status;
}
