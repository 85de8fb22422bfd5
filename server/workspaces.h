/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_WORKSPACES_H
#define GISA_WORKSPACES_H

/* A fixed stack of workspaces, as many as threads, so that taking one cannot fail. Any thread may take and give. */
#include <pthread.h>
#include <stdbool.h>

#include "gisa/analyzer.h"

enum { GISA_MAX_THREADS = 64 };

struct gisa_workspaces {
    pthread_mutex_t lock;
    struct gisa_workspace *free[GISA_MAX_THREADS]; /* [count] */
    unsigned count;
};

bool gisa_workspaces_open(struct gisa_workspaces *stack, unsigned count);
void gisa_workspaces_close(struct gisa_workspaces *stack); /* all must have been given back */
struct gisa_workspace *gisa_workspaces_take(struct gisa_workspaces *stack); /* NULL: more takers than threads */
void gisa_workspaces_give(struct gisa_workspaces *stack, struct gisa_workspace *workspace);

#endif
