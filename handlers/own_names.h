/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_OWN_NAMES_H
#define GISA_OWN_NAMES_H

/* The newsroom's own names that are in use. They may be replaced while requests run: each request takes the present list, keeps
 * it until it is done, and the last one to give a replaced list back frees it. Any thread may call. */
#include <pthread.h>
#include <stdint.h>

#include "gisa/gazetteer.h"

struct gisa_own_names_copy; /* one list and how many hold it */

struct gisa_own_names {
    pthread_mutex_t lock;
    struct gisa_own_names_copy *now; /* NULL: none */
};

bool gisa_own_names_open(struct gisa_own_names *names);
void gisa_own_names_close(struct gisa_own_names *names); /* all must have been given back */
/* Takes the gazetteer over; false, and it stays the caller's, when memory ends. */
bool gisa_own_names_replace(struct gisa_own_names *names, struct gisa_gazetteer *gazetteer);

/* NULL: none, or names is NULL. What was taken goes to gisa_own_names_give(). */
struct gisa_own_names_copy *gisa_own_names_take(struct gisa_own_names *names);
void gisa_own_names_give(struct gisa_own_names *names, struct gisa_own_names_copy *copy);
const struct gisa_gazetteer *gisa_own_names_of(const struct gisa_own_names_copy *copy); /* NULL of NULL */
uint32_t gisa_own_names_count(struct gisa_own_names *names); /* rows of the present list */

#endif
