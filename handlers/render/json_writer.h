/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_JSON_WRITER_H
#define GISA_RENDER_JSON_WRITER_H

/* Streams JSON into a buffer: commas, indentation and escapes are its work, order and names the caller's.
 *
 * The nesting is asserted. Strings are UTF-8; a byte that is not becomes U+FFFD, so that the output is always JSON.
 * The writer owns nothing; a failure is buffer->failed.
 */
#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "gisa/analysis.h"

enum { GISA_JSON_DEPTH = 16 };

struct gisa_json {
    struct gisa_buffer *out;
    bool pretty; /* two spaces a level, else no white space at all */
    uint8_t depth;
    bool has_items[GISA_JSON_DEPTH]; /* [depth] something was written at this level */
    bool after_key;
};

void gisa_json_begin(struct gisa_json *json, struct gisa_buffer *out, bool pretty);

void gisa_json_object(struct gisa_json *json);     /* { */
void gisa_json_object_end(struct gisa_json *json); /* } */
void gisa_json_array(struct gisa_json *json);      /* [ */
void gisa_json_array_end(struct gisa_json *json);  /* ] */
void gisa_json_key(struct gisa_json *json, const char *key); /* plain ASCII, written as it is */

void gisa_json_string(struct gisa_json *json, const char *bytes, size_t size);
void gisa_json_text(struct gisa_json *json, const char *text); /* NULL writes null */
void gisa_json_uint(struct gisa_json *json, uint64_t value);
void gisa_json_hundredths(struct gisa_json *json, double value); /* 0.97: two decimals at most, no exponent */
void gisa_json_bool(struct gisa_json *json, bool value);
void gisa_json_null(struct gisa_json *json);

/* Key and value in one. */
void gisa_json_put_text(struct gisa_json *json, const char *key, const char *text);
void gisa_json_put_view(struct gisa_json *json, const char *key, struct gisa_bytes_view view); /* empty: null */
void gisa_json_put_uint(struct gisa_json *json, const char *key, uint64_t value);
void gisa_json_put_hundredths(struct gisa_json *json, const char *key, double value);
void gisa_json_put_bool(struct gisa_json *json, const char *key, bool value);
void gisa_json_put_null(struct gisa_json *json, const char *key);
/* "e7": prefix and index + 1. GISA_NONE writes null. */
void gisa_json_id(struct gisa_json *json, char prefix, uint32_t index);
void gisa_json_put_id(struct gisa_json *json, const char *key, char prefix, uint32_t index);

#endif
