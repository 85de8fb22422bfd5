/* SPDX-License-Identifier: Apache-2.0 */
/* The same bytes give the same analysis on every thread: 1 thread and 8 threads over all files, many times. */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "file.h"

enum { THREADS = 8, ROUNDS = 6, MAX_FILES = 64 };

struct job {
    const struct gisa_resources *resources;
    char **text;
    size_t *size;
    char **want; /* dump of each file */
    int files;
    int offset;
    int wrong;
};

static char *dump_of(const struct gisa_resources *r, struct gisa_workspace *w, const char *text, size_t size) {
    const struct gisa_analysis *a = NULL;
    struct gisa_options options = {0};
    struct gisa_error error;
    char *out = NULL;
    size_t n = 0;
    if (gisa_analyze(r, w, text, size, &options, &a, &error) != GISA_OK) {
        return NULL;
    }
    FILE *f = open_memstream(&out, &n);
    dump_analysis(f, a);
    fclose(f);
    return out;
}

static void *work(void *arg) {
    struct job *j = arg;
    struct gisa_workspace *w = gisa_workspace_new(0);
    for (int round = 0; round < ROUNDS; round++) {
        for (int k = 0; k < j->files; k++) {
            int i = (k + j->offset) % j->files;
            char *got = dump_of(j->resources, w, j->text[i], j->size[i]);
            j->wrong += !got || strcmp(got, j->want[i]) != 0;
            free(got);
        }
    }
    gisa_workspace_free(w);
    return NULL;
}

int main(int argc, char **argv) {
    static char *text[MAX_FILES];
    static char *want[MAX_FILES];
    static size_t size[MAX_FILES];
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    int files = argc - 1 < MAX_FILES ? argc - 1 : MAX_FILES;
    if (!files || gisa_resources_open(&resources, &error) != GISA_OK) {
        fprintf(stderr, "%s\n", error.detail);
        return 1;
    }
    struct gisa_workspace *w = gisa_workspace_new(0);
    for (int i = 0; i < files; i++) {
        text[i] = file_read(argv[i + 1], &size[i]);
        want[i] = dump_of(resources, w, text[i], size[i]);
    }
    gisa_workspace_free(w);
    pthread_t thread[THREADS];
    struct job job[THREADS];
    int wrong = 0;
    for (int i = 0; i < THREADS; i++) {
        job[i] = (struct job){resources, text, size, want, files, i, 0};
        pthread_create(&thread[i], NULL, work, &job[i]);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(thread[i], NULL);
        wrong += job[i].wrong;
    }
    for (int i = 0; i < files; i++) {
        free(text[i]);
        free(want[i]);
    }
    gisa_resources_close(resources);
    printf("%d files on %d threads, %d rounds: %d answers differ\n", files, THREADS, ROUNDS, wrong);
    return wrong != 0;
}
