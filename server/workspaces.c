/* SPDX-License-Identifier: Apache-2.0 */
#include "workspaces.h"

bool gisa_workspaces_open(struct gisa_workspaces *s, unsigned count) {
    *s = (struct gisa_workspaces){.count = 0};
    if (pthread_mutex_init(&s->lock, NULL) != 0) {
        return false;
    }
    while (s->count < count && s->count < GISA_MAX_THREADS) {
        struct gisa_workspace *w = gisa_workspace_new(0);
        if (!w) {
            gisa_workspaces_close(s);
            return false;
        }
        s->free[s->count++] = w;
    }
    return true;
}

void gisa_workspaces_close(struct gisa_workspaces *s) {
    while (s->count) {
        gisa_workspace_free(s->free[--s->count]);
    }
    pthread_mutex_destroy(&s->lock);
}

struct gisa_workspace *gisa_workspaces_take(struct gisa_workspaces *s) {
    pthread_mutex_lock(&s->lock);
    struct gisa_workspace *w = s->count ? s->free[--s->count] : NULL;
    pthread_mutex_unlock(&s->lock);
    return w;
}

void gisa_workspaces_give(struct gisa_workspaces *s, struct gisa_workspace *w) {
    pthread_mutex_lock(&s->lock);
    s->free[s->count++] = w;
    pthread_mutex_unlock(&s->lock);
}
