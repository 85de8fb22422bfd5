/* SPDX-License-Identifier: Apache-2.0 */
/* gisa-bench FILE [ROUNDS]: CPU of one analysis, the least of many, by pass. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "file.h"
#include "gisa/gisa.h"

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: gisa-bench FILE [ROUNDS]\n", stderr);
        return 64;
    }
    size_t size = 0;
    char *text = file_read(argv[1], &size);
    long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : 300;
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    struct gisa_options options = {.clock = now};
    const struct gisa_analysis *a = NULL;
    struct gisa_workspace *w = gisa_workspace_new(0);
    uint64_t best[GISA_LAYER_COUNT];
    uint64_t least = UINT64_MAX;
    if (!w || gisa_resources_open(&resources, &error) != GISA_OK) {
        fprintf(stderr, "%s\n", error.detail);
        return 1;
    }
    for (int k = 0; k < GISA_LAYER_COUNT; k++) {
        best[k] = UINT64_MAX;
    }
    uint32_t characters = 0;
    for (long i = 0; i < rounds; i++) {
        uint64_t start = now();
        if (gisa_analyze(resources, w, text, size, &options, &a, &error) != GISA_OK) {
            fprintf(stderr, "%s\n", error.detail);
            return 1;
        }
        uint64_t took = now() - start;
        least = took < least ? took : least;
        characters = a->document.count;
        for (int k = 0; k < GISA_LAYER_COUNT; k++) {
            best[k] = a->pass_ns[k] < best[k] ? a->pass_ns[k] : best[k];
        }
    }
    printf("%u characters, least of %ld: %.1f us, %.3f us a character\n", characters, rounds, (double)least / 1e3,
           (double)least / 1e3 / (characters ? characters : 1));
    for (int k = 0; k < GISA_LAYER_COUNT; k++) {
        printf("  %-9s %8.1f us\n", gisa_layer_name((enum gisa_layer)k), (double)best[k] / 1e3);
    }
    gisa_workspace_free(w);
    gisa_resources_close(resources);
    free(text);
    return 0;
}
