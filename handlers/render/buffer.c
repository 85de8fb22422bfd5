/* SPDX-License-Identifier: Apache-2.0 */
#include "buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 4096, PIECE = 501 };

static bool reserve(struct gisa_buffer *b, size_t more) {
    if (b->failed || more > SIZE_MAX / 4 - b->size) {
        b->failed = true;
        return false;
    }
    if (b->size + more <= b->capacity) {
        return true;
    }
    size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
    while (capacity < b->size + more) {
        capacity *= 2;
    }
    char *bytes = realloc(b->bytes, capacity);
    if (!bytes) {
        b->failed = true;
        return false;
    }
    b->bytes = bytes;
    b->capacity = capacity;
    return true;
}

void gisa_buffer_append(struct gisa_buffer *b, const char *bytes, size_t size) {
    if (size && reserve(b, size)) {
        memcpy(b->bytes + b->size, bytes, size);
        b->size += size;
    }
}

void gisa_buffer_text(struct gisa_buffer *b, const char *text) {
    gisa_buffer_append(b, text, strlen(text));
}

void gisa_buffer_print(struct gisa_buffer *b, const char *format, ...) {
    char piece[PIECE];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(piece, sizeof piece, format, list);
    va_end(list);
    if (n > 0) {
        gisa_buffer_append(b, piece, (size_t)n < sizeof piece ? (size_t)n : sizeof piece - 1);
    }
}

void gisa_buffer_free(struct gisa_buffer *b) {
    free(b->bytes);
    *b = (struct gisa_buffer){0};
}
