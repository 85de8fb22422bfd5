/* SPDX-License-Identifier: Apache-2.0 */
/* JSON inside scripts: JSON-LD tells fields; where the page is drawn by scripts, inline JSON holds the article itself. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "inside.h"

enum { WALK_DEPTH = 64, INLINE_MOST = 64 /* scripts looked at */, MARKUP_STRINGS = 2000 };

static struct page_text text_of(json_t *v) {
    return (struct page_text){json_string_value(v), (uint32_t)json_string_length(v)};
}

/* jansson, and again with what pages get wrong mended: newlines and tabs inside strings, commas before a bracket. */
static json_t *load(struct page_builder *b, struct page_text t) {
    while (t.size && t.bytes[0] != '{' && t.bytes[0] != '[') { /* <![CDATA[, comments */
        t.bytes++;
        t.size--;
    }
    enum { FLAGS = JSON_DISABLE_EOF_CHECK };
    json_t *root = t.size ? json_loadb(t.bytes, t.size, FLAGS, NULL) : NULL;
    if (root || !t.size) {
        return root;
    }
    char *copy = gisa_arena_alloc(b->arena, t.size, 1);
    if (!copy) {
        b->failed = true;
        return NULL;
    }
    bool in_string = false;
    uint32_t n = 0, comma = UINT32_MAX;
    for (uint32_t i = 0; i < t.size; i++) {
        char c = t.bytes[i];
        if (in_string && c == '\\' && i + 1 < t.size) {
            copy[n++] = c;
            copy[n++] = t.bytes[++i];
            continue;
        }
        in_string = c == '"' ? !in_string : in_string;
        if ((unsigned char)c < ' ') {
            c = ' ';
        }
        if (!in_string && (c == '}' || c == ']') && comma != UINT32_MAX) {
            copy[comma] = ' ';
        }
        if (!in_string && c != ' ') {
            comma = c == ',' ? n : UINT32_MAX;
        } else if (in_string) {
            comma = UINT32_MAX;
        }
        copy[n++] = c;
    }
    return json_loadb(copy, n, FLAGS, NULL);
}

static bool is_article_type(json_t *type) {
    const char *name = json_string_value(type);
    if (json_is_array(type)) {
        for (size_t i = 0; i < json_array_size(type) && i < 8; i++) {
            if (is_article_type(json_array_get(type, i))) {
                return true;
            }
        }
    }
    return name && (strstr(name, "Article") || strstr(name, "Posting") || strcmp(name, "Report") == 0);
}

static void add_ld(struct page_builder *b, uint8_t what, json_t *v) {
    if (json_is_string(v)) {
        struct page_text t = text_of(v);
        page_add_field(b, GISA_NONE, what, PAGE_TRUST_JSONLD, page_copy(b, t.bytes, t.size));
    } else if (json_is_object(v)) {
        add_ld(b, what, json_object_get(v, "name"));
    } else if (json_is_array(v)) {
        for (size_t i = 0; i < json_array_size(v) && i < GISA_MAX_REPORTERS; i++) {
            json_t *item = json_array_get(v, i);
            add_ld(b, what, json_is_array(item) ? NULL : item);
        }
    }
}

/* The first object that is an article, or has a headline and a date. */
static json_t *find_article(json_t *v, int depth) {
    json_t *found = NULL;
    const char *key;
    json_t *item;
    size_t i;
    if (depth > 8) {
        return NULL;
    }
    if (json_is_array(v)) {
        json_array_foreach(v, i, item) {
            if ((found = find_article(item, depth + 1))) {
                return found;
            }
        }
    } else if (json_is_object(v)) {
        if (is_article_type(json_object_get(v, "@type")) ||
            (json_object_get(v, "headline") && json_object_get(v, "datePublished"))) {
            return v;
        }
        json_object_foreach(v, key, item) {
            if ((strcmp(key, "@graph") == 0 || strcmp(key, "mainEntity") == 0) && (found = find_article(item, depth + 1))) {
                return found;
            }
        }
    }
    return NULL;
}

void page_read_ld(struct page_builder *b) {
    static const struct { const char *key; uint8_t what; } fields[] = {
        {"headline", GISA_PAGE_META_FIELD_HEADLINE}, {"name", GISA_PAGE_META_FIELD_HEADLINE},
        {"datePublished", GISA_PAGE_META_FIELD_PUBLISHED}, {"dateCreated", GISA_PAGE_META_FIELD_PUBLISHED},
        {"dateModified", GISA_PAGE_META_FIELD_MODIFIED}, {"author", GISA_PAGE_META_FIELD_AUTHOR},
        {"creator", GISA_PAGE_META_FIELD_AUTHOR}, {"publisher", GISA_PAGE_META_FIELD_PUBLISHER},
        {"provider", GISA_PAGE_META_FIELD_PUBLISHER}, {"alternativeHeadline", GISA_PAGE_META_FIELD_DECK}};
    for (uint32_t i = 0; i < b->script_count && i < INLINE_MOST && !b->failed; i++) {
        json_t *root = b->scripts[i].is_ld ? load(b, b->scripts[i].text) : NULL;
        json_t *article = root ? find_article(root, 0) : NULL;
        for (size_t k = 0; article && k < sizeof fields / sizeof fields[0]; k++) {
            add_ld(b, fields[k].what, json_object_get(article, fields[k].key));
        }
        json_t *body = article ? json_object_get(article, "articleBody") : NULL;
        if (json_is_string(body) && json_string_length(body) > b->article_body.size) {
            struct page_text t = text_of(body);
            b->article_body = page_copy(b, t.bytes, t.size);
        }
        json_decref(root);
    }
}

static bool is_markup(struct page_text t) {
    for (uint32_t i = 0; i + 2 < t.size; i++) {
        if (t.bytes[i] == '<' && (strchr("pPbBdDsSiIaAhHuU/", t.bytes[i + 1]) || t.bytes[i + 1] == '!')) {
            return true;
        }
    }
    return false;
}

static void add_lines(struct page_builder *b, struct page_text t, uint32_t node) {
    for (uint32_t begin = 0; begin < t.size && !b->failed;) {
        const char *newline = memchr(t.bytes + begin, '\n', t.size - begin);
        uint32_t end = newline ? (uint32_t)(newline - t.bytes) : t.size;
        struct page_text line = page_trim((struct page_text){t.bytes + begin, end - begin});
        if (line.size) {
            page_add_block(b, (struct page_block){.text = line, .node = node, .letters = page_letters(line),
                .is_statement = page_ends_statement(line), .match = -1});
        }
        begin = end + 1;
    }
}

static void walk(struct page_builder *b, json_t *v, const char *key, uint32_t parent, int depth);

static void walk_string(struct page_builder *b, struct page_text t, const char *key, uint32_t parent) {
    int what = key ? page_meta_of(key, strlen(key)) : -1;
    if (what >= 0 && what != GISA_PAGE_META_FIELD_BODY && t.size < 1000) {
        page_add_field(b, parent, (uint8_t)what, PAGE_TRUST_SCRIPT, page_copy(b, t.bytes, t.size));
        return;
    }
    if (page_letters(t) < 2) {
        return;
    }
    uint32_t node = page_open_node(b, parent, key ? page_hints_of(key, strlen(key)) : 0);
    struct page_text copy = page_copy(b, t.bytes, t.size);
    bool plain = !memchr(copy.bytes, '<', copy.size) && !memchr(copy.bytes, '&', copy.size);
    if (!plain && b->markup_strings++ < MARKUP_STRINGS) {
        uint32_t scripts = b->script_count;
        page_read_markup(b, page_guard(b, copy), node, !is_markup(copy));
        b->script_count = scripts; /* no scripts of scripts */
    } else {
        add_lines(b, copy, node);
    }
    b->nodes[node].end_block = b->block_count;
}

static void walk(struct page_builder *b, json_t *v, const char *key, uint32_t parent, int depth) {
    const char *name;
    json_t *item;
    size_t i;
    if (depth > WALK_DEPTH || b->failed) {
        return;
    }
    if (json_is_string(v)) {
        walk_string(b, text_of(v), key, parent);
        return;
    }
    if (json_is_integer(v) && key && page_meta_of(key, strlen(key)) == GISA_PAGE_META_FIELD_PUBLISHED) {
        char digits[24];
        int n = snprintf(digits, sizeof digits, "%lld", (long long)json_integer_value(v));
        page_add_field(b, parent, GISA_PAGE_META_FIELD_PUBLISHED, PAGE_TRUST_SCRIPT, page_copy(b, digits, (size_t)n));
        return;
    }
    if (!json_is_array(v) && !json_is_object(v)) {
        return;
    }
    uint32_t node = page_open_node(b, parent, key ? page_hints_of(key, strlen(key)) : 0);
    if (json_is_array(v)) {
        int what = key ? page_meta_of(key, strlen(key)) : -1;
        json_array_foreach(v, i, item) { /* "reporters": ["윤하늘"] */
            walk(b, item, what == GISA_PAGE_META_FIELD_AUTHOR ? key : NULL, node, depth + 1);
        }
    } else {
        int what = key ? page_meta_of(key, strlen(key)) : -1;
        json_object_foreach(v, name, item) { /* "author": {"name": …} */
            bool is_name = what >= 0 && json_is_string(item) && strcmp(name, "name") == 0;
            walk(b, item, is_name ? key : name, node, depth + 1);
        }
    }
    b->nodes[node].end_block = b->block_count;
}

/* self.__next_f.push([1,"…"]): the strings of all pushes are one stream of lines "id:JSON". */
static bool add_push(struct page_builder *b, struct page_text script, char *stream, size_t cap, size_t *used) {
    static const char call[] = "__next_f.push(";
    bool any = false;
    for (uint32_t i = 0; i + sizeof call < script.size; i++) {
        const char *at = memchr(script.bytes + i, '_', script.size - i);
        i = at ? (uint32_t)(at - script.bytes) : script.size;
        if (!at || script.size - i < sizeof call || memcmp(at, call, sizeof call - 1) != 0) {
            continue;
        }
        i += (uint32_t)sizeof call - 1;
        json_error_t where;
        json_t *push = json_loadb(script.bytes + i, script.size - i, JSON_DISABLE_EOF_CHECK, &where);
        json_t *text = push ? json_array_get(push, 1) : NULL;
        if (json_is_string(text) && *used + json_string_length(text) <= cap) {
            memcpy(stream + *used, json_string_value(text), json_string_length(text));
            *used += json_string_length(text);
        }
        any = true;
        i += push && where.position > 0 ? (uint32_t)where.position - 1 : 0;
        json_decref(push);
        if (!push) {
            break; /* a broken call: what follows would be read again and again */
        }
    }
    (void)b;
    return any;
}

static void read_stream(struct page_builder *b, struct page_text stream, uint32_t parent) {
    for (uint32_t i = 0; i < stream.size && !b->failed;) {
        const char *newline = memchr(stream.bytes + i, '\n', stream.size - i);
        uint32_t end = newline ? (uint32_t)(newline - stream.bytes) : stream.size;
        const char *colon = memchr(stream.bytes + i, ':', end - i);
        if (!colon) {
            i = end + 1;
            continue;
        }
        uint32_t at = (uint32_t)(colon - stream.bytes) + 1;
        if (at < end && stream.bytes[at] == 'T') { /* "a:T4d2,text of 0x4d2 bytes" */
            uint32_t size = 0;
            for (at++; at < end && stream.bytes[at] != ','; at++) {
                char c = stream.bytes[at];
                size = size * 16 + (uint32_t)(c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= '0' && c <= '9' ? c - '0' : 0);
                size = size > stream.size ? stream.size : size;
            }
            at = at < end ? at + 1 : end;
            size = size < stream.size - at ? size : stream.size - at;
            walk_string(b, (struct page_text){stream.bytes + at, size}, NULL, parent);
            i = at + size;
            continue;
        }
        json_t *v = json_loadb(stream.bytes + at, end - at, JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY, NULL);
        walk(b, v, NULL, parent, 0);
        json_decref(v);
        i = end + 1;
    }
}

/* One JSON value at the begin of t; how many bytes it took, 0 when there is none. */
static uint32_t read_value(struct page_builder *b, struct page_text t, uint32_t parent) {
    static const char parse[] = "JSON.parse(";
    json_error_t where = {.position = 0};
    bool quoted = t.size > sizeof parse && memcmp(t.bytes, parse, sizeof parse - 1) == 0;
    uint32_t skip = quoted ? (uint32_t)sizeof parse - 1 : 0;
    json_t *v = json_loadb(t.bytes + skip, t.size - skip, JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY, &where);
    if (quoted && json_is_string(v)) {
        struct page_text inner = page_copy(b, json_string_value(v), json_string_length(v));
        json_t *text = load(b, inner);
        walk(b, text, NULL, parent, 0);
        json_decref(text);
    } else {
        walk(b, v, NULL, parent, 0);
    }
    uint32_t used = v && where.position > 0 ? skip + (uint32_t)where.position : 0;
    json_decref(v);
    return used;
}

/* Scripts of type application/json, and those that set names to JSON: "window.__STATE__ = {…}; x.y=[…]". */
static void read_state(struct page_builder *b, struct page_text script, uint32_t parent) {
    enum { ATTEMPTS = 32 };
    uint32_t failed = 0;
    script = page_trim(script);
    if (script.size && (script.bytes[0] == '{' || script.bytes[0] == '[')) {
        json_t *v = load(b, script);
        walk(b, v, NULL, parent, 0);
        json_decref(v);
        return;
    }
    for (uint32_t at = 0; at < script.size && failed < ATTEMPTS && !b->failed; at++) {
        const char *equals = memchr(script.bytes + at, '=', script.size - at);
        if (!equals) {
            return;
        }
        at = (uint32_t)(equals - script.bytes) + 1;
        while (at < script.size && page_is_blank(script.bytes[at])) {
            at++;
        }
        bool opens = at < script.size && (script.bytes[at] == '{' || script.bytes[at] == '[' || script.bytes[at] == 'J');
        uint32_t used = opens ? read_value(b, (struct page_text){script.bytes + at, script.size - at}, parent) : 0;
        failed += opens && !used;
        at = used ? at + used - 1 : at - 1;
    }
}

void page_read_inline(struct page_builder *b) {
    size_t cap = 0, used = 0;
    for (uint32_t i = 0; i < b->script_count; i++) {
        cap += b->scripts[i].text.size;
    }
    char *stream = gisa_arena_alloc(b->arena, cap + 1, 1);
    uint32_t root = page_open_node(b, 0, 0);
    b->failed = b->failed || !stream;
    for (uint32_t i = 0; i < b->script_count && !b->failed; i++) {
        const struct page_script *s = &b->scripts[i];
        if (!s->is_ld && !add_push(b, s->text, stream, cap, &used) && s->text.size > 200) {
            read_state(b, s->text, root);
        }
    }
    if (!b->failed) {
        read_stream(b, (struct page_text){stream, (uint32_t)used}, root);
        b->nodes[root].end_block = b->block_count;
        b->nodes[0].end_block = b->block_count;
    }
}
