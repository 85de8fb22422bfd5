/* SPDX-License-Identifier: Apache-2.0 */
#include "own_names.h"

#include <stdlib.h>

struct gisa_own_names_copy {
    struct gisa_gazetteer *gazetteer;
    unsigned long holders; /* requests, and one for being the present list; under the lock */
};

static void free_copy(struct gisa_own_names_copy *copy) {
    if (copy) {
        gisa_gazetteer_free(copy->gazetteer);
        free(copy);
    }
}

bool gisa_own_names_open(struct gisa_own_names *names) {
    names->now = NULL;
    return pthread_mutex_init(&names->lock, NULL) == 0;
}

void gisa_own_names_close(struct gisa_own_names *names) {
    free_copy(names->now);
    names->now = NULL;
    pthread_mutex_destroy(&names->lock);
}

struct gisa_own_names_copy *gisa_own_names_take(struct gisa_own_names *names) {
    if (!names) {
        return NULL;
    }
    pthread_mutex_lock(&names->lock);
    struct gisa_own_names_copy *copy = names->now;
    if (copy) {
        copy->holders++;
    }
    pthread_mutex_unlock(&names->lock);
    return copy;
}

void gisa_own_names_give(struct gisa_own_names *names, struct gisa_own_names_copy *copy) {
    if (!names || !copy) {
        return;
    }
    pthread_mutex_lock(&names->lock);
    bool is_last = --copy->holders == 0;
    pthread_mutex_unlock(&names->lock);
    if (is_last) {
        free_copy(copy);
    }
}

bool gisa_own_names_replace(struct gisa_own_names *names, struct gisa_gazetteer *gazetteer) {
    struct gisa_own_names_copy *copy = calloc(1, sizeof *copy);
    if (!copy) {
        return false;
    }
    *copy = (struct gisa_own_names_copy){gazetteer, 1};
    pthread_mutex_lock(&names->lock);
    struct gisa_own_names_copy *old = names->now;
    names->now = copy;
    pthread_mutex_unlock(&names->lock);
    gisa_own_names_give(names, old);
    return true;
}

const struct gisa_gazetteer *gisa_own_names_of(const struct gisa_own_names_copy *copy) {
    return copy ? copy->gazetteer : NULL;
}

uint32_t gisa_own_names_count(struct gisa_own_names *names) {
    struct gisa_own_names_copy *copy = gisa_own_names_take(names);
    uint32_t count = gisa_gazetteer_size(gisa_own_names_of(copy));
    gisa_own_names_give(names, copy);
    return count;
}
