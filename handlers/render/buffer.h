/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_BUFFER_H
#define GISA_RENDER_BUFFER_H

/* A growing run of bytes on the heap: the body of an answer, the one memory that outlives its handler.
 *
 * A failed growth sets `failed` and every later append does nothing, so that writers check once, at the end.
 */
#include <stdbool.h>
#include <stddef.h>

struct gisa_buffer {
    char *bytes; /* malloc'd, or NULL; freed by gisa_buffer_free() or given away with it */
    size_t size, capacity;
    bool failed;
};

void gisa_buffer_append(struct gisa_buffer *buffer, const char *bytes, size_t size);
void gisa_buffer_text(struct gisa_buffer *buffer, const char *text);
/* printf for short pieces: what would be longer than 500 bytes is cut. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void gisa_buffer_print(struct gisa_buffer *buffer, const char *format, ...);
void gisa_buffer_free(struct gisa_buffer *buffer);

#endif
