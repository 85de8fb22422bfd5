/* SPDX-License-Identifier: Apache-2.0 */
/* The library asks malloc for nothing once it is warm, and answers every refused allocation with GISA_NO_MEMORY. */
#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "gisa/gisa.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *p, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);

static long calls;
static long fail_at = -1; /* the call that is refused; -1 = none */

static int refused(void) { return calls++ == fail_at; }

void *__wrap_malloc(size_t size) { return refused() ? NULL : __real_malloc(size); }
void *__wrap_calloc(size_t count, size_t size) { return refused() ? NULL : __real_calloc(count, size); }
void *__wrap_realloc(void *p, size_t size) { return refused() ? NULL : __real_realloc(p, size); }

int main(int argc, char **argv) {
    if (argc < 2) {
        return 64;
    }
    size_t size = 0;
    char *text = file_read(argv[1], &size);
    struct gisa_options options = {0};
    struct gisa_error error = {0};
    const struct gisa_analysis *a = NULL;
    struct gisa_resources *resources = NULL;
    if (gisa_resources_open(&resources, &error) != GISA_OK) {
        fprintf(stderr, "%s\n", error.detail);
        return 1;
    }
    static const char rows[] = "org:1\torganization\t한빛전자\t한빛\nper:1\tperson\t김서준\nper:2\tperson\t김서준\n";
    static struct gisa_gazetteer_errors errors;
    struct gisa_gazetteer *own = NULL;
    long names = 0;
    for (fail_at = 0;; fail_at++) {
        calls = 0;
        enum gisa_status status = gisa_gazetteer_read(rows, sizeof rows - 1, &own, &errors);
        if (status != GISA_NO_MEMORY) {
            break;
        }
        names++;
    }
    fail_at = -1;
    int failed = own == NULL;
    printf("%ld allocations of a gazetteer refused in turn\n", names);
    options.gazetteers[GISA_GAZETTEER_LOCAL] = own;
    struct gisa_workspace *w = gisa_workspace_new(0);
    gisa_analyze(resources, w, text, size, &options, &a, &error);
    calls = 0;
    gisa_analyze(resources, w, text, size, &options, &a, &error);
    printf("second analysis: %ld calls of malloc\n", calls);
    failed += calls != 0;
    gisa_workspace_free(w);

    long refusals = 0;
    for (fail_at = 0;; fail_at++) {
        calls = 0;
        w = gisa_workspace_new(0);
        enum gisa_status status = w ? gisa_analyze(resources, w, text, size, &options, &a, &error) : GISA_NO_MEMORY;
        gisa_workspace_free(w);
        if (status == GISA_OK) {
            break;
        }
        failed += status != GISA_NO_MEMORY;
        refusals++;
    }
    fail_at = -1;
    printf("%ld allocations refused in turn, each answered\n", refusals);
    for (size_t cap = 1 << 16; cap < (size_t)1 << 26; cap += cap / 4) { /* any cap: an answer or GISA_NO_MEMORY */
        w = gisa_workspace_new(cap);
        enum gisa_status status = gisa_analyze(resources, w, text, size, &options, &a, &error);
        failed += status != GISA_OK && status != GISA_NO_MEMORY;
        gisa_workspace_free(w);
    }
    gisa_gazetteer_free(own);
    gisa_resources_close(resources);
    free(text);
    return failed != 0;
}
