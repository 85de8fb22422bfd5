/* SPDX-License-Identifier: Apache-2.0 */
#include "json_writer.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

void gisa_json_begin(struct gisa_json *j, struct gisa_buffer *out, bool pretty) {
    *j = (struct gisa_json){.out = out, .pretty = pretty};
}

static void new_line(struct gisa_json *j) {
    static const char spaces[] = "                                "; /* 2 * GISA_JSON_DEPTH */
    gisa_buffer_append(j->out, "\n", 1);
    gisa_buffer_append(j->out, spaces, 2 * (size_t)j->depth);
}

/* What stands before a value or a key: nothing after a key, else a comma and, if pretty, a line. */
static void before(struct gisa_json *j) {
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (j->has_items[j->depth]) {
        gisa_buffer_append(j->out, ",", 1);
    }
    j->has_items[j->depth] = true;
    if (j->pretty && j->depth) {
        new_line(j);
    }
}

static void open(struct gisa_json *j, const char *bracket) {
    before(j);
    gisa_buffer_append(j->out, bracket, 1);
    assert(j->depth + 1 < GISA_JSON_DEPTH);
    j->has_items[++j->depth] = false;
}

static void close(struct gisa_json *j, const char *bracket) {
    assert(j->depth && !j->after_key);
    bool had_items = j->has_items[j->depth--];
    if (j->pretty && had_items) {
        new_line(j);
    }
    gisa_buffer_append(j->out, bracket, 1);
}

void gisa_json_object(struct gisa_json *j) { open(j, "{"); }
void gisa_json_object_end(struct gisa_json *j) { close(j, "}"); }
void gisa_json_array(struct gisa_json *j) { open(j, "["); }
void gisa_json_array_end(struct gisa_json *j) { close(j, "]"); }

void gisa_json_key(struct gisa_json *j, const char *key) {
    assert(!j->after_key);
    before(j);
    gisa_buffer_append(j->out, "\"", 1);
    gisa_buffer_text(j->out, key);
    gisa_buffer_append(j->out, "\": ", j->pretty ? 3 : 2);
    j->after_key = true;
}

/* Bytes of the UTF-8 character at p, 0 if it is none (RFC 3629, no surrogates, no overlong forms). */
static size_t utf8_length(const unsigned char *p, size_t left) {
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : p[0] < 0xF5 ? 4 : 0;
    if (!n || n > left) {
        return 0;
    }
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    bool bad = (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) || (p[0] == 0xF0 && p[1] < 0x90) ||
               (p[0] == 0xF4 && p[1] > 0x8F);
    return bad ? 0 : n;
}

static void escape(struct gisa_json *j, unsigned char c) {
    static const char letters[] = "btnvfr"; /* 8..13; \v has no short form in JSON */
    if (c == '"' || c == '\\') {
        gisa_buffer_print(j->out, "\\%c", c);
    } else if (c >= 8 && c <= 13 && c != 11) {
        gisa_buffer_print(j->out, "\\%c", letters[c - 8]);
    } else {
        gisa_buffer_print(j->out, "\\u%04x", (unsigned)c);
    }
}

void gisa_json_string(struct gisa_json *j, const char *bytes, size_t size) {
    before(j);
    gisa_buffer_append(j->out, "\"", 1);
    const unsigned char *p = (const unsigned char *)bytes;
    size_t plain = 0; /* bytes[plain, i) go out as they are */
    for (size_t i = 0; i < size;) {
        size_t n = utf8_length(p + i, size - i);
        if (n && p[i] >= 0x20 && p[i] != '"' && p[i] != '\\' && p[i] != 0x7F) {
            i += n;
            continue;
        }
        gisa_buffer_append(j->out, bytes + plain, i - plain);
        if (n) {
            escape(j, p[i]);
        } else {
            gisa_buffer_text(j->out, "\xEF\xBF\xBD");
        }
        plain = ++i;
    }
    if (size > plain) {
        gisa_buffer_append(j->out, bytes + plain, size - plain);
    }
    gisa_buffer_append(j->out, "\"", 1);
}

void gisa_json_text(struct gisa_json *j, const char *text) {
    if (text) {
        gisa_json_string(j, text, strlen(text));
    } else {
        gisa_json_null(j);
    }
}

void gisa_json_uint(struct gisa_json *j, uint64_t value) {
    before(j);
    gisa_buffer_print(j->out, "%" PRIu64, value);
}

void gisa_json_hundredths(struct gisa_json *j, double value) {
    before(j);
    double bounded = value > 0 ? (value < 1e6 ? value : 1e6) : 0; /* a NaN is 0 */
    unsigned n = (unsigned)(bounded * 100 + 0.5);
    if (n % 100 == 0) {
        gisa_buffer_print(j->out, "%u", n / 100);
    } else if (n % 10 == 0) {
        gisa_buffer_print(j->out, "%u.%u", n / 100, n % 100 / 10);
    } else {
        gisa_buffer_print(j->out, "%u.%02u", n / 100, n % 100);
    }
}

void gisa_json_bool(struct gisa_json *j, bool value) {
    before(j);
    gisa_buffer_text(j->out, value ? "true" : "false");
}

void gisa_json_null(struct gisa_json *j) {
    before(j);
    gisa_buffer_text(j->out, "null");
}

void gisa_json_put_text(struct gisa_json *j, const char *key, const char *text) {
    gisa_json_key(j, key);
    gisa_json_text(j, text);
}

void gisa_json_put_view(struct gisa_json *j, const char *key, struct gisa_bytes_view view) {
    gisa_json_key(j, key);
    if (view.size) {
        gisa_json_string(j, view.bytes, view.size);
    } else {
        gisa_json_null(j);
    }
}

void gisa_json_put_uint(struct gisa_json *j, const char *key, uint64_t value) {
    gisa_json_key(j, key);
    gisa_json_uint(j, value);
}

void gisa_json_put_hundredths(struct gisa_json *j, const char *key, double value) {
    gisa_json_key(j, key);
    gisa_json_hundredths(j, value);
}

void gisa_json_put_bool(struct gisa_json *j, const char *key, bool value) {
    gisa_json_key(j, key);
    gisa_json_bool(j, value);
}

void gisa_json_put_null(struct gisa_json *j, const char *key) {
    gisa_json_key(j, key);
    gisa_json_null(j);
}

void gisa_json_id(struct gisa_json *j, char prefix, uint32_t index) {
    if (index == GISA_NONE) {
        gisa_json_null(j);
    } else {
        before(j);
        gisa_buffer_print(j->out, "\"%c%" PRIu32 "\"", prefix, index + 1);
    }
}

void gisa_json_put_id(struct gisa_json *j, const char *key, char prefix, uint32_t index) {
    gisa_json_key(j, key);
    gisa_json_id(j, prefix, index);
}
