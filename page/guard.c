/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "inside.h"

struct guard {
    struct page_builder *b;
    const char *in;
    size_t size, at;
    char *out;
    size_t used;
    uint32_t stack[PAGE_DEPTH]; /* hashes of the names left open */
    uint32_t depth;
    bool is_plain;     /* a quotation mark was never closed: tags end at the next '>' */
    bool has_no_close; /* no '>' stands behind here */
    uint8_t no_raw_end; /* bits: no such end tag stands behind here */
};

static bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static uint32_t hash_name(const char *s, size_t n) {
    uint32_t h = UINT32_C(0x811C9DC5);
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (uint32_t)((unsigned char)s[i] | 0x20)) * UINT32_C(0x01000193);
    }
    return h;
}

static bool is_one_of(const char *name, size_t n, const char *const *list) {
    for (; *list; list++) {
        if (strlen(*list) == n && strncasecmp(name, *list, n) == 0) {
            return true;
        }
    }
    return false;
}

/* Elements that a sister of the same name closes. */
static const char *const self_closing[] = {"p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", NULL};
static const char *const voids[] = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", NULL};
static const char *const raws[] = {"script", "style", "textarea", "xmp", "iframe", "noframes", "noembed", NULL};

static void emit(struct guard *g, const char *bytes, size_t n) {
    memcpy(g->out + g->used, bytes, n);
    g->used += n;
}

/* End of the tag that begins at `at`: behind its '>', or 0. A '>' inside a quoted value does not end it. */
static size_t tag_end(struct guard *g, size_t at) {
    for (size_t i = at; !g->is_plain && i < g->size; i++) {
        char c = g->in[i];
        if (c == '>') {
            return i + 1;
        }
        if ((c == '"' || c == '\'') && i > at && g->in[i - 1] == '=') {
            const char *close = memchr(g->in + i + 1, c, g->size - i - 1);
            if (!close) {
                break;
            }
            i = (size_t)(close - g->in);
        }
    }
    g->is_plain = true; /* read on with less care: otherwise each further tag would be sought to the end */
    const char *close = memchr(g->in + at, '>', g->size - at);
    g->has_no_close = !close;
    return close ? (size_t)(close - g->in) + 1 : 0;
}

/* Copies a start tag with its first attributes. */
static void emit_tag(struct guard *g, size_t begin, size_t end) {
    uint32_t attributes = 0;
    size_t i = begin;
    for (; i + 1 < end; i++) {
        char c = g->in[i];
        if (page_is_blank(c) || (i > begin && (g->in[i - 1] == '"' || g->in[i - 1] == '\''))) {
            attributes++;
        }
        if (attributes > PAGE_ATTRIBUTES) {
            break;
        }
        if ((c == '"' || c == '\'') && g->in[i - 1] == '=') {
            const char *close = memchr(g->in + i + 1, c, end - i - 1);
            if (close) {
                i = (size_t)(close - g->in);
            }
        }
    }
    emit(g, g->in + begin, i - begin);
    emit(g, ">", 1);
}

/* Takes a script, style ... whole; `end` is behind its start tag. Returns where to go on. */
static size_t take_raw(struct guard *g, size_t begin, size_t end, size_t name_size, uint8_t bit) {
    const char *name = g->in + begin + 1;
    size_t close = g->size;
    for (size_t i = end; !(g->no_raw_end & bit) && i + 2 + name_size <= g->size; i++) {
        const char *next = memchr(g->in + i, '<', g->size - i);
        i = next ? (size_t)(next - g->in) : g->size;
        if (next && i + 2 + name_size <= g->size && next[1] == '/' && strncasecmp(next + 2, name, name_size) == 0) {
            close = i;
            break;
        }
    }
    if (close == g->size) { /* never closed: only the tag goes, no paragraph is lost to it */
        g->no_raw_end |= bit;
        return end;
    }
    if (name_size == 6 && strncasecmp(name, "script", 6) == 0) {
        struct page_builder *b = g->b;
        bool is_ld = false;
        for (size_t i = begin; i + 7 <= end && !is_ld; i++) {
            is_ld = strncasecmp(g->in + i, "ld+json", 7) == 0;
        }
        struct page_script *s = b->scripts;
        if (b->script_count == b->script_cap) {
            s = gisa_array_grow(b->arena, s, &b->script_cap, b->script_count + 1, sizeof *s);
        }
        b->failed = b->failed || !s;
        if (s) {
            b->scripts = s;
            s[b->script_count++] = (struct page_script){{g->in + end, (uint32_t)(close - end)}, is_ld};
        }
    }
    const char *last = memchr(g->in + close, '>', g->size - close);
    return last ? (size_t)(last - g->in) + 1 : g->size;
}

static bool open_name(struct guard *g, const char *name, size_t n) {
    uint32_t hash = hash_name(name, n);
    if (is_one_of(name, n, self_closing)) {
        for (uint32_t k = g->depth; k > 0 && k + 6 > g->depth; k--) {
            if (g->stack[k - 1] == hash) {
                g->depth = k - 1;
                break;
            }
        }
    }
    if (g->depth == PAGE_DEPTH) {
        return false;
    }
    g->stack[g->depth++] = hash;
    return true;
}

static bool close_name(struct guard *g, const char *name, size_t n) {
    uint32_t hash = hash_name(name, n);
    for (uint32_t k = g->depth; k > 0; k--) {
        if (g->stack[k - 1] == hash) {
            g->depth = k - 1;
            return true;
        }
    }
    return false;
}

static void read_tag(struct guard *g) {
    size_t begin = g->at;
    bool closes = g->in[begin + 1] == '/';
    size_t name = begin + 1 + closes;
    size_t n = 0;
    while (name + n < g->size && n < 64 && (is_name_start(g->in[name + n]) || (n && ((g->in[name + n] >= '0' &&
           g->in[name + n] <= '9') || g->in[name + n] == '-' || g->in[name + n] == ':')))) {
        n++;
    }
    size_t end = n && !g->has_no_close ? tag_end(g, begin) : 0;
    if (!end) { /* no tag: a sign of the text */
        emit(g, "< ", 2);
        g->at = begin + 1;
        return;
    }
    g->at = end;
    if (closes) {
        if (close_name(g, g->in + name, n)) {
            emit(g, g->in + begin, n + 2);
            emit(g, ">", 1);
        } else if (n == 1 && (g->in[name] | 0x20) == 'p') {
            emit(g, "<p>", 3); /* as HTML says: a lone </p> is an empty paragraph */
        }
        return;
    }
    for (uint8_t k = 0; raws[k]; k++) {
        if (strlen(raws[k]) == n && strncasecmp(g->in + name, raws[k], n) == 0) {
            g->at = take_raw(g, begin, end, n, (uint8_t)(1u << k));
            return;
        }
    }
    if (is_one_of(g->in + name, n, voids) || g->in[end - 2] == '/' || open_name(g, g->in + name, n)) {
        emit_tag(g, begin, end);
    }
}

struct page_text page_guard(struct page_builder *b, struct page_text html) {
    struct guard g = {.b = b, .in = html.bytes, .size = html.size};
    g.out = gisa_arena_alloc(b->arena, 2 * (size_t)html.size + 16, 1);
    if (!g.out) {
        b->failed = true;
        return (struct page_text){"", 0};
    }
    bool no_comment_end = false;
    while (g.at < g.size) {
        const char *tag = memchr(g.in + g.at, '<', g.size - g.at);
        size_t next = tag ? (size_t)(tag - g.in) : g.size;
        emit(&g, g.in + g.at, next - g.at);
        g.at = next;
        if (!tag) {
            break;
        }
        if (g.size - next >= 4 && memcmp(tag, "<!--", 4) == 0) {
            size_t end = no_comment_end ? g.size : next + 4;
            while (end + 3 <= g.size && memcmp(g.in + end, "-->", 3) != 0) {
                end++;
            }
            no_comment_end = end + 3 > g.size;
            g.at = no_comment_end ? next + 4 : end + 3;
        } else if (g.size - next >= 2 && (tag[1] == '!' || tag[1] == '?')) {
            const char *close = g.has_no_close ? NULL : memchr(tag, '>', g.size - next);
            g.has_no_close = !close;
            g.at = close ? (size_t)(close - g.in) + 1 : next + 2;
        } else if (g.size - next >= 2 && (is_name_start(tag[1]) || tag[1] == '/')) {
            read_tag(&g);
        } else {
            emit(&g, "< ", 2);
            g.at = next + 1;
        }
    }
    return (struct page_text){g.out, (uint32_t)g.used};
}
