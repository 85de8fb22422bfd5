/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_BASE_ARENA_H
#define GISA_BASE_ARENA_H

/* Bump memory: allocation is an addition, freeing is a rewind. Blocks are kept for the next round up to what the
 * last rounds needed, so that a workspace stops calling malloc once it is warm. Not thread safe. */
#include <stddef.h>
#include <stdint.h>

struct gisa_arena_block;
struct gisa_arena {
    struct gisa_arena_block *first;
    struct gisa_arena_block *current;
    size_t used;  /* bytes used in current */
    size_t held;  /* bytes of all blocks */
    size_t cap;   /* the most it may hold */
};
struct gisa_arena_mark {
    struct gisa_arena_block *block;
    size_t used;
};

void gisa_arena_init(struct gisa_arena *arena, size_t cap);
void gisa_arena_free(struct gisa_arena *arena);
/* O(1): everything allocated is gone, the blocks stay. */
void gisa_arena_reset(struct gisa_arena *arena);
struct gisa_arena_mark gisa_arena_mark(const struct gisa_arena *arena);
void gisa_arena_rewind(struct gisa_arena *arena, struct gisa_arena_mark mark);

/* count * size bytes, aligned to 16, not cleared; NULL at the cap, when malloc fails or when the product overflows.
 * count 0 gives a valid pointer. */
void *gisa_arena_alloc(struct gisa_arena *arena, size_t count, size_t size);
void *gisa_arena_zeroed(struct gisa_arena *arena, size_t count, size_t size);

#endif
