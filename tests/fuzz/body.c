/* SPDX-License-Identifier: Apache-2.0 */
/* Any request body under any type and charset: a text and its segments, or a clear status. The first byte picks the type. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "gisa/gisa.h"
#include "json_in.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const types[] = {"text/html", "text/html; charset=euc-kr", "text/html; charset=utf-8",
        "text/html; charset=nonsense", "text/html; charset=utf-16", "application/json", "text/plain; charset=cp949",
        "application/x-www-form-urlencoded"};
    static struct gisa_resources *resources;
    static struct gisa_workspace *workspace;
    struct gisa_error error = {0};
    if (!resources) {
        gisa_body_setup();
        if (gisa_resources_open(&resources, &error) != GISA_OK) {
            abort();
        }
        workspace = gisa_workspace_new(0);
    }
    if (!size) {
        return 0;
    }
    struct gisa_body body;
    enum gisa_body_status status = gisa_body_read(&body, types[data[0] & 7], (const char *)data + 1, size - 1);
    if (status == GISA_BODY_OK) {
        struct gisa_options options = {.layers = GISA_LAYER_BIT(GISA_LAYER_SEGMENT), .line_kinds = body.page.kinds,
            .line_count = body.page.lines};
        const struct gisa_analysis *a = NULL;
        enum gisa_status done = gisa_analyze(resources, workspace, body.text, body.size, &options, &a, &error);
        const char *broken = done == GISA_OK ? gisa_analysis_check(a) : NULL;
        bool is_sound = body.is_page ? done == GISA_OK : done == GISA_OK || done == GISA_INVALID_UTF8;
        if (broken || !is_sound) {
            fprintf(stderr, "%s\n", broken ? broken : error.detail);
            abort();
        }
    }
    gisa_body_close(&body);
    return 0;
}
