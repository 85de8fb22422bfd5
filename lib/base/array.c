/* SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"

#include <string.h>

void *gisa_array_grow(struct gisa_arena *arena, const void *at, uint32_t *cap, uint32_t need, size_t size) {
    uint32_t grown = *cap < 16 ? 16 : *cap;
    while (grown < need || grown == *cap) {
        if (grown > UINT32_MAX / 2) {
            return NULL;
        }
        grown *= 2;
    }
    void *copy = gisa_arena_alloc(arena, grown, size);
    if (!copy) {
        return NULL;
    }
    if (*cap) {
        memcpy(copy, at, (size_t)*cap * size);
    }
    *cap = grown;
    return copy;
}
