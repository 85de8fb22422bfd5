/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes: an answer or a clear error, and every invariant holds. The first byte picks the options. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "gisa/gisa.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct gisa_resources *resources; /* one thread; kept for the life of the fuzzer */
    static struct gisa_workspace *workspace;
    struct gisa_error error = {0};
    if (!resources) {
        if (gisa_resources_open(&resources, &error) != GISA_OK) {
            abort();
        }
        workspace = gisa_workspace_new(0);
    }
    if (!size) {
        return 0;
    }
    struct gisa_options options = {0};
    if (data[0] & 1) {
        options.published = (struct gisa_moment){.day = {2024, 2, 29}, .hour = 9, .minute = 30, .second = -1, .utc_offset = 540};
    }
    options.layers = data[0] & 2 ? GISA_LAYER_BIT(GISA_LAYER_SEGMENT) : 0;
    const struct gisa_analysis *a = NULL;
    enum gisa_status status = gisa_analyze(resources, workspace, (const char *)data + 1, size - 1, &options, &a, &error);
    if (status == GISA_OK) {
        const char *broken = gisa_analysis_check(a);
        if (broken) {
            fprintf(stderr, "invariant broken: %s\n", broken);
            abort();
        }
    } else if (status != GISA_INVALID_UTF8) {
        fprintf(stderr, "status %d: %s\n", status, error.detail);
        abort();
    }
    return 0;
}
