/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_SEEK_H
#define GISA_TEXT_SEEK_H

/* Places in ordered layers, and the words of two spans. */
#include <stdbool.h>
#include <stddef.h>

#include "gisa/document.h"
#include "gisa/span.h"

/* Of items [low, high), `size` bytes apart, ordered and beginning with their gisa_span: the first that begins at or behind
 * pos; high when none does. O(log n). */
uint32_t gisa_seek_begin(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos);
/* The first that ends at or behind pos. */
uint32_t gisa_seek_end(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos);
/* The last that begins at or before pos; low when none does. */
uint32_t gisa_seek_holding(const void *items, size_t size, uint32_t low, uint32_t high, uint32_t pos);

/* The same words by their folded characters. */
bool gisa_same_text(const struct gisa_document *d, struct gisa_span a, struct gisa_span b);

#endif
