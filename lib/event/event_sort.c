/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_sort.h"

#include <string.h>

static void merge_runs(const uint64_t *from, uint64_t *to, uint32_t a, uint32_t mid, uint32_t end) {
    uint32_t b = mid;
    for (uint32_t k = a, i = a; k < end; k++) {
        to[k] = i < mid && (b >= end || from[i] <= from[b]) ? from[i++] : from[b++];
    }
}

void gisa_sort_keys(uint64_t *key, uint64_t *spare, uint32_t n) {
    uint64_t *from = key;
    uint64_t *to = spare;
    for (uint32_t width = 1; width < n; width *= 2) {
        for (uint32_t a = 0; a < n; a += 2 * width) {
            uint32_t mid = n - a < width ? n : a + width;
            uint32_t end = n - a < 2 * width ? n : a + 2 * width;
            merge_runs(from, to, a, mid, end);
        }
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != key && n) {
        memcpy(key, from, n * sizeof *key);
    }
}
