/* SPDX-License-Identifier: Apache-2.0 */
/* Any rows of own names and any text, apart by a NUL: errors with lines, or a gazetteer with which every invariant holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "gisa/gisa.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct gisa_resources *resources;
    static struct gisa_workspace *workspace;
    static struct gisa_gazetteer_errors errors;
    struct gisa_error error = {0};
    if (!resources) {
        if (gisa_resources_open(&resources, &error) != GISA_OK) {
            abort();
        }
        workspace = gisa_workspace_new(0);
    }
    const uint8_t *nul = size ? memchr(data, 0, size) : NULL;
    size_t rows = nul ? (size_t)(nul - data) : size;
    struct gisa_gazetteer *g = NULL;
    enum gisa_status status = gisa_gazetteer_read((const char *)data, rows, &g, &errors);
    bool is_told = status == GISA_OK ? g && !errors.total : !g && errors.count && errors.at[0].detail[0];
    if (!is_told) {
        fprintf(stderr, "status %d, %u errors\n", status, errors.total);
        abort();
    }
    if (g && nul) {
        struct gisa_options options = {.gazetteers = {g, NULL}};
        const struct gisa_analysis *a = NULL;
        enum gisa_status done =
            gisa_analyze(resources, workspace, (const char *)nul + 1, size - rows - 1, &options, &a, &error);
        gisa_gazetteer_free(g); /* the analysis keeps nothing of it */
        g = NULL;
        const char *broken = done == GISA_OK ? gisa_analysis_check(a) : NULL;
        volatile char sum = 0;
        for (uint32_t i = 0; done == GISA_OK && i < a->entity_count; i++) {
            for (uint32_t k = 0; k < a->entities[i].name.size; k++) {
                sum = (char)(sum + a->entities[i].name.bytes[k]);
            }
            for (uint32_t k = 0; k < a->entities[i].link.size; k++) {
                sum = (char)(sum + a->entities[i].link.bytes[k]);
            }
        }
        if (broken || (done != GISA_OK && done != GISA_INVALID_UTF8)) {
            fprintf(stderr, "%s\n", broken ? broken : error.detail);
            abort();
        }
    }
    gisa_gazetteer_free(g);
    return 0;
}
