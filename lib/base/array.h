/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_BASE_ARRAY_H
#define GISA_BASE_ARRAY_H

/* Growth of a flat array in an arena: the push is written where it is used.
 *
 *     if (n == cap && !(at = gisa_array_grow(arena, at, &cap, n + 1, sizeof *at))) return GISA_NO_MEMORY;
 *     at[n++] = item;
 */
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A copy of at[0..*cap) with room for at least `need` items, doubling; NULL when memory ends. *cap is updated. */
void *gisa_array_grow(struct gisa_arena *arena, const void *at, uint32_t *cap, uint32_t need, size_t size);

#endif
