/* SPDX-License-Identifier: Apache-2.0 */
/* gisa-dump FILE|- [PUBLISHED]: the analysis of one article as lines, for reading and for writing cases. */
#include <stdio.h>
#include <stdlib.h>

#include "dump.h"
#include "file.h"

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: gisa-dump FILE|- [PUBLISHED]\n", stderr);
        return 64;
    }
    size_t size = 0;
    char *text = file_read(argv[1], &size);
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    const struct gisa_analysis *a = NULL;
    struct gisa_options options = {0};
    if (argc > 2) {
        options.published = dump_parse_moment(argv[2]);
    }
    struct gisa_workspace *w = gisa_workspace_new(0);
    if (!w || gisa_resources_open(&resources, &error) != GISA_OK ||
        gisa_analyze(resources, w, text, size, &options, &a, &error) != GISA_OK) {
        fprintf(stderr, "error: %s\n", error.detail);
        return 1;
    }
    const char *broken = gisa_analysis_check(a);
    dump_analysis(stdout, a);
    if (broken) {
        fprintf(stderr, "invariant broken: %s\n", broken);
    }
    gisa_workspace_free(w);
    gisa_resources_close(resources);
    free(text);
    return broken ? 1 : 0;
}
