/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_SPAN_H
#define GISA_SPAN_H

/* A stretch of the document's text.
 *
 * Unit: code points of gisa_document.ch (the NFC text), half open. The text is capped far below 2^31, so 32 bits
 * hold every offset. The wire's units (code points of the source, UTF-16, UTF-8) are made once, in render.
 */
#include <stdbool.h>
#include <stdint.h>

/* "No index": links between layers are indexes, never pointers. */
#define GISA_NONE UINT32_MAX

struct gisa_span {
    uint32_t begin;
    uint32_t end; /* exclusive */
};

static inline uint32_t gisa_span_length(struct gisa_span s) { return s.end - s.begin; }
static inline bool gisa_span_is_empty(struct gisa_span s) { return s.begin == s.end; }
static inline bool gisa_span_contains(struct gisa_span a, struct gisa_span b) {
    return a.begin <= b.begin && b.end <= a.end;
}
static inline bool gisa_span_overlaps(struct gisa_span a, struct gisa_span b) {
    return a.begin < b.end && b.begin < a.end;
}

#endif
