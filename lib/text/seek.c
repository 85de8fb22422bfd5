/* SPDX-License-Identifier: Apache-2.0 */
#include "text/seek.h"

static const struct gisa_span *span_of(const void *items, size_t size, uint32_t i) {
    return (const struct gisa_span *)(const void *)((const char *)items + size * i);
}

uint32_t gisa_seek_begin(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos) {
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (span_of(items, size, mid)->begin < pos) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

uint32_t gisa_seek_end(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos) {
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (span_of(items, size, mid)->end < pos) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

uint32_t gisa_seek_holding(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos) {
    uint32_t next = gisa_seek_begin(items, size, low, high, pos + 1);
    return next > low ? next - 1 : low;
}

bool gisa_same_text(const struct gisa_document *d, struct gisa_span a, struct gisa_span b) {
    uint32_t n = gisa_span_length(a);
    uint32_t k = 0;
    while (k < n && n == gisa_span_length(b) && d->key[a.begin + k] == d->key[b.begin + k]) {
        k++;
    }
    return k == n && n == gisa_span_length(b);
}
