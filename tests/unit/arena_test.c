/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"
#include "base/array.h"
#include "expect.h"

int test_arena_test(void);

static int memory_is_aligned_and_kept(void) {
    struct gisa_arena a;
    gisa_arena_init(&a, 1 << 22);
    int bad = 0;
    for (size_t n = 0; n < 200; n++) {
        unsigned char *p = gisa_arena_alloc(&a, n, 3);
        bad += EXPECT(p && (uintptr_t)p % 16 == 0);
        for (size_t i = 0; i < n * 3; i++) {
            p[i] = (unsigned char)n;
        }
    }
    size_t held = a.held;
    gisa_arena_reset(&a);
    bad += EXPECT(gisa_arena_alloc(&a, 1000, 100) != NULL && a.held == held);
    gisa_arena_free(&a);
    return bad;
}

static int the_cap_holds(void) {
    struct gisa_arena a;
    gisa_arena_init(&a, 1 << 20);
    int bad = EXPECT(gisa_arena_alloc(&a, 1, (1 << 20) + 1) == NULL);
    bad += EXPECT(gisa_arena_alloc(&a, SIZE_MAX / 2, 16) == NULL);
    bad += EXPECT(gisa_arena_alloc(&a, 1, 1 << 19) != NULL);
    gisa_arena_free(&a);
    return bad;
}

static int a_mark_gives_back_what_came_after_it(void) {
    struct gisa_arena a;
    gisa_arena_init(&a, 1 << 22);
    int *kept = gisa_arena_alloc(&a, 1, sizeof *kept);
    *kept = 7;
    struct gisa_arena_mark mark = gisa_arena_mark(&a);
    void *first = gisa_arena_alloc(&a, 64, 1);
    gisa_arena_rewind(&a, mark);
    int bad = EXPECT(gisa_arena_alloc(&a, 64, 1) == first) + EXPECT(*kept == 7);
    gisa_arena_free(&a);
    return bad;
}

static int an_array_keeps_its_items(void) {
    struct gisa_arena a;
    gisa_arena_init(&a, 1 << 24);
    uint32_t *at = NULL;
    uint32_t cap = 0;
    int bad = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        if (i == cap) {
            at = gisa_array_grow(&a, at, &cap, i + 1, sizeof *at);
        }
        at[i] = i;
    }
    for (uint32_t i = 0; i < 10000; i++) {
        bad += at[i] != i;
    }
    gisa_arena_free(&a);
    return EXPECT(bad == 0);
}

int test_arena_test(void) {
    return memory_is_aligned_and_kept() + the_cap_holds() + a_mark_gives_back_what_came_after_it() +
           an_array_keeps_its_items();
}
