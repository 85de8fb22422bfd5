/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_ASAN 1
#endif
#endif
#ifdef HAS_ASAN
#include <sanitizer/asan_interface.h>
enum { RED_ZONE = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum { RED_ZONE = 0 };
#endif

enum { ALIGNMENT = 16, FIRST_BLOCK = 1 << 18 };

struct gisa_arena_block {
    struct gisa_arena_block *next;
    size_t size; /* of data */
    _Alignas(ALIGNMENT) unsigned char data[];
};

void gisa_arena_init(struct gisa_arena *arena, size_t cap) {
    *arena = (struct gisa_arena){.cap = cap};
}

void gisa_arena_free(struct gisa_arena *arena) {
    struct gisa_arena_block *b = arena->first;
    while (b) {
        struct gisa_arena_block *next = b->next;
        ASAN_UNPOISON_MEMORY_REGION(b->data, b->size);
        free(b);
        b = next;
    }
    *arena = (struct gisa_arena){.cap = arena->cap};
}

void gisa_arena_rewind(struct gisa_arena *arena, struct gisa_arena_mark mark) {
    arena->current = mark.block ? mark.block : arena->first;
    arena->used = mark.used;
    if (arena->current) {
        ASAN_POISON_MEMORY_REGION(arena->current->data + arena->used, arena->current->size - arena->used);
    }
}

struct gisa_arena_mark gisa_arena_mark(const struct gisa_arena *arena) {
    return (struct gisa_arena_mark){arena->current, arena->used};
}

void gisa_arena_reset(struct gisa_arena *arena) {
    gisa_arena_rewind(arena, (struct gisa_arena_mark){NULL, 0});
}

/* Makes a block that fits `bytes` current: the next one kept, or a new one behind it. */
static int next_block(struct gisa_arena *arena, size_t bytes) {
    struct gisa_arena_block *kept = arena->current ? arena->current->next : NULL;
    if (kept && kept->size >= bytes) {
        arena->current = kept;
        arena->used = 0;
        ASAN_POISON_MEMORY_REGION(kept->data, kept->size);
        return 1;
    }
    size_t size = FIRST_BLOCK;
    while (size < arena->held || size < bytes) {
        if (size > SIZE_MAX / 2) {
            return 0;
        }
        size *= 2;
    }
    if (arena->held >= arena->cap || size > arena->cap - arena->held) {
        size = bytes; /* near the cap: just what is needed */
        if (arena->held >= arena->cap || size > arena->cap - arena->held) {
            return 0;
        }
    }
    struct gisa_arena_block *b = malloc(sizeof *b + size);
    if (!b) {
        return 0;
    }
    b->size = size;
    b->next = kept;
    if (arena->current) {
        arena->current->next = b;
    } else {
        arena->first = b;
    }
    arena->current = b;
    arena->used = 0;
    arena->held += size;
    ASAN_POISON_MEMORY_REGION(b->data, b->size);
    return 1;
}

void *gisa_arena_alloc(struct gisa_arena *arena, size_t count, size_t size) {
    if (size && count > (SIZE_MAX / 4) / size) {
        return NULL;
    }
    size_t want = count * size;
    size_t bytes = (want + RED_ZONE + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (!arena->current || arena->current->size - arena->used < bytes) {
        if (!next_block(arena, bytes)) {
            return NULL;
        }
    }
    unsigned char *p = arena->current->data + arena->used;
    arena->used += bytes;
    ASAN_UNPOISON_MEMORY_REGION(p, want);
    return p;
}

void *gisa_arena_zeroed(struct gisa_arena *arena, size_t count, size_t size) {
    void *p = gisa_arena_alloc(arena, count, size);
    if (p) {
        memset(p, 0, count * size);
    }
    return p;
}
