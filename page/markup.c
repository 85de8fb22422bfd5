/* SPDX-License-Identifier: Apache-2.0 */
/* libxml2's SAX events -> nodes, blocks and fields. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <strings.h>

#include "base/array.h"
#include "inside.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { WORDS_MOST = 160, FIELDS_MOST = 2000, MARKUP_DEPTH = 2 * PAGE_DEPTH };

static const char *const inlines[] = {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del",
    "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rb", "rt", "rp", "img", "picture", "source", "br", NULL};
static const char *const skipped[] = {"button", "select", "svg", "object", "audio", "video", "nav", "noscript", "canvas",
    "map", "template", "datalist", "meter", "progress", "dialog", NULL};
static const char *const bolds[] = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", NULL};

static const struct { const char *tag; uint16_t hints; } tag_hints[] = {
    {"figcaption", GISA_PAGE_HINT_KIND_CAPTION}, {"caption", GISA_PAGE_HINT_KIND_CAPTION},
    {"footer", GISA_PAGE_HINT_KIND_CHROME}, {"aside", GISA_PAGE_HINT_KIND_CHROME}, {"address", GISA_PAGE_HINT_KIND_CHROME},
    {"article", GISA_PAGE_HINT_KIND_ARTICLE}, {"main", GISA_PAGE_HINT_KIND_ARTICLE}, {"h1", GISA_PAGE_HINT_KIND_HEADLINE},
};

struct open_element {
    uint32_t node;
    bool is_block, is_link, is_bold;
};

struct reader {
    struct page_builder *b;
    struct open_element stack[MARKUP_DEPTH];
    uint32_t depth;
    uint32_t too_deep; /* elements open beyond the stack */
    uint32_t skipping; /* depth at which a skipped element began + 1; 0 = none */
    uint32_t links, bolds;
    uint8_t heading;
    bool keeps_newlines;
    char *text; /* of all blocks, one after the other */
    size_t used, cap;
    size_t block; /* where the open block begins */
    uint32_t block_link, block_strong;
    uint32_t breaks; /* br since the last letter */
    bool blank;      /* a blank is due */
};

static bool is_in(const char *name, const char *const *list) {
    for (; *list; list++) {
        if (strcmp(name, *list) == 0) {
            return true;
        }
    }
    return false;
}

uint32_t page_open_node(struct page_builder *b, uint32_t parent, uint16_t own) {
    if (b->node_count == b->node_cap) {
        struct page_node *at = gisa_array_grow(b->arena, b->nodes, &b->node_cap, b->node_count + 1, sizeof *at);
        if (!at) {
            b->failed = true;
            return parent;
        }
        b->nodes = at;
    }
    uint16_t inherited = b->node_count ? b->nodes[parent].hints : 0;
    /* what an ancestor says of the whole page's plan stays; what names one line does not */
    b->nodes[b->node_count] = (struct page_node){.parent = parent, .first_block = b->block_count, .end_block = b->block_count,
        .own = own, .hints = (uint16_t)(own | inherited), .best = GISA_NONE};
    return b->node_count++;
}

void page_add_block(struct page_builder *b, struct page_block block) {
    if (b->block_count == b->block_cap) {
        struct page_block *at = gisa_array_grow(b->arena, b->blocks, &b->block_cap, b->block_count + 1, sizeof *at);
        if (!at) {
            b->failed = true;
            return;
        }
        b->blocks = at;
    }
    b->blocks[b->block_count++] = block;
}

void page_add_field(struct page_builder *b, uint32_t node, uint8_t what, uint8_t trust, struct page_text value) {
    value = page_trim(value);
    if (!value.size || b->field_count == FIELDS_MOST) {
        return;
    }
    if (b->field_count == b->field_cap) {
        struct page_field *at = gisa_array_grow(b->arena, b->fields, &b->field_cap, b->field_count + 1, sizeof *at);
        if (!at) {
            b->failed = true;
            return;
        }
        b->fields = at;
    }
    b->fields[b->field_count++] = (struct page_field){node, what, trust, false, value};
}

struct page_text page_copy(struct page_builder *b, const char *bytes, size_t size) {
    char *copy = gisa_arena_alloc(b->arena, size + 1, 1);
    if (!copy) {
        b->failed = true;
        return (struct page_text){"", 0};
    }
    memcpy(copy, bytes, size);
    copy[size] = '\0';
    return (struct page_text){copy, (uint32_t)size};
}

/* "newsArticle_body" -> "-news-article-body-": words apart by one dash, so that the table can name whole words. */
static uint32_t dashed(const char *words, size_t size, uint32_t *key) {
    uint32_t n = 0;
    bool was_lower = false;
    key[n++] = '-';
    for (size_t i = 0; i < size && n + 3 < WORDS_MOST; i++) {
        unsigned char c = (unsigned char)words[i];
        bool upper = c >= 'A' && c <= 'Z';
        bool lower = c >= 'a' && c <= 'z';
        bool digit = c >= '0' && c <= '9';
        if (!upper && !lower && !digit) {
            was_lower = false;
            if (key[n - 1] != '-') {
                key[n++] = '-';
            }
            continue;
        }
        if (upper && was_lower && key[n - 1] != '-') {
            key[n++] = '-';
        }
        key[n++] = upper ? c + 32u : c;
        was_lower = lower || digit;
    }
    if (key[n - 1] != '-') {
        key[n++] = '-';
    }
    return n;
}

uint16_t page_hints_of(const char *words, size_t size) {
    uint32_t key[WORDS_MOST];
    uint32_t n = dashed(words, size, key);
    uint16_t hints = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row = 0;
        if (gisa_trie_longest(&gisa_page_hint_trie, key + i, n - i, &row)) {
            hints = (uint16_t)(hints | gisa_page_hint_rows[row].kind);
        }
    }
    return hints;
}

int page_meta_of(const char *name, size_t size) {
    uint32_t key[64];
    uint32_t row = 0;
    if (size >= 64) {
        return -1;
    }
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)name[i];
        key[i] = c >= 'A' && c <= 'Z' ? c + 32u : c;
    }
    return gisa_trie_longest(&gisa_page_meta_trie, key, (uint32_t)size, &row) == size ? (int)gisa_page_meta_rows[row].field : -1;
}

bool page_ends_statement(struct page_text t) {
    const char *end = t.bytes + t.size;
    return t.size && (strchr(".!?)\"'", end[-1]) || (t.size >= 3 && (!memcmp(end - 3, "\xE2\x80\x9D", 3) ||
                      !memcmp(end - 3, "\xE2\x80\x99", 3) || !memcmp(end - 3, "\xE2\x80\xA6", 3))));
}

static bool ends_statement(const struct reader *r) {
    return page_ends_statement((struct page_text){r->text + r->block, (uint32_t)(r->used - r->block)});
}

static void flush(struct reader *r) {
    struct page_text t = page_trim((struct page_text){r->text + r->block, (uint32_t)(r->used - r->block)});
    if (t.size) {
        bool statement = ends_statement(r);
        page_add_block(r->b, (struct page_block){.text = t, .node = r->stack[r->depth ? r->depth - 1 : 0].node,
            .link = r->block_link, .strong = r->block_strong, .letters = page_letters(t), .heading = r->heading,
            .is_statement = statement, .match = -1});
    }
    r->block = r->used;
    r->block_link = r->block_strong = 0;
    r->breaks = 0;
    r->blank = false;
}

static void put_bytes(struct reader *r, const char *bytes, size_t n) {
    if (r->used + n + 1 >= r->cap) {
        r->b->failed = true;
        return;
    }
    if (r->breaks) { /* two breaks end a block; one does when what stood before it had ended, or was a bold line alone */
        bool bold_line = r->block_strong && r->block_strong + 2 >= r->used - r->block;
        if (r->breaks > 1 || ends_statement(r) || bold_line) {
            flush(r);
        } else {
            r->blank = true;
        }
        r->breaks = 0;
    }
    if (r->blank && r->used > r->block) {
        r->text[r->used++] = ' ';
    }
    r->blank = false;
    memcpy(r->text + r->used, bytes, n);
    r->used += n;
    r->block_link += r->links ? (uint32_t)n : 0;
    r->block_strong += r->bolds ? (uint32_t)n : 0;
}

static void on_text(void *context, const xmlChar *text, int size) {
    struct reader *r = context;
    if (r->skipping || r->b->failed) {
        return;
    }
    const char *s = (const char *)text;
    for (int i = 0; i < size;) {
        if (r->keeps_newlines && s[i] == '\n') {
            flush(r);
        }
        if (page_is_blank(s[i])) {
            r->blank = true;
            i++;
            continue;
        }
        int n = 1;
        while (i + n < size && !page_is_blank(s[i + n])) {
            n++;
        }
        put_bytes(r, s + i, (size_t)n);
        i += n;
    }
}

static const char *attribute(const xmlChar **a, const char *name) {
    for (; a && a[0]; a += 2) {
        if (strcmp((const char *)a[0], name) == 0) {
            return a[1] ? (const char *)a[1] : "";
        }
    }
    return NULL;
}

static void read_meta(struct reader *r, const xmlChar **a) {
    static const char *const names[] = {"property", "name", "itemprop"};
    const char *content = attribute(a, "content");
    for (size_t i = 0; content && i < 3; i++) {
        const char *name = attribute(a, names[i]);
        int what = name ? page_meta_of(name, strlen(name)) : -1;
        if (what >= 0) {
            page_add_field(r->b, GISA_NONE, (uint8_t)what, PAGE_TRUST_META, page_copy(r->b, content, strlen(content)));
            return;
        }
    }
}

/* datetime="…", content="…" of an itemprop, data-date-time="…": the value a machine should read. */
static void read_machine_value(struct reader *r, uint32_t node, const char *tag, const xmlChar **a, uint16_t own) {
    const char *itemprop = attribute(a, "itemprop");
    int what = itemprop ? page_meta_of(itemprop, strlen(itemprop)) : -1;
    const char *value = attribute(a, "content");
    if (!value && strcmp(tag, "time") == 0) {
        value = attribute(a, "datetime");
        what = what < 0 && (own & GISA_PAGE_HINT_KIND_DATE || attribute(a, "pubdate")) ? GISA_PAGE_META_FIELD_PUBLISHED : what;
    }
    if (!value && (own & GISA_PAGE_HINT_KIND_DATE)) {
        static const char *const data[] = {"data-date-time", "data-modify-date-time", "data-datetime"};
        for (size_t i = 0; i < 3 && !value; i++) {
            value = attribute(a, data[i]);
            what = value ? i == 1 ? GISA_PAGE_META_FIELD_MODIFIED : GISA_PAGE_META_FIELD_PUBLISHED : what;
        }
    }
    if (what >= 0 && value) {
        page_add_field(r->b, node, (uint8_t)what, PAGE_TRUST_MARKUP, page_copy(r->b, value, strlen(value)));
    }
}

static bool is_hidden(const xmlChar **a) {
    const char *style = attribute(a, "style");
    if (attribute(a, "hidden")) {
        return true;
    }
    for (; style && *style; style++) {
        if (strncasecmp(style, "display", 7) == 0) {
            style += 7;
            style += strspn(style, " :");
            if (strncasecmp(style, "none", 4) == 0) {
                return true;
            }
            style--;
        }
    }
    return false;
}

static uint16_t own_hints(const char *tag, const xmlChar **a) {
    static const char *const named[] = {"class", "id", "itemprop", "role", "property"};
    uint16_t own = is_hidden(a) ? GISA_PAGE_HINT_KIND_HIDDEN : 0;
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        const char *words = attribute(a, named[i]);
        own |= words ? page_hints_of(words, strlen(words)) : 0;
    }
    for (size_t i = 0; i < sizeof tag_hints / sizeof tag_hints[0]; i++) {
        own |= strcmp(tag, tag_hints[i].tag) == 0 ? tag_hints[i].hints : 0;
    }
    if (strcmp(tag, "body") == 0 || strcmp(tag, "html") == 0) { /* they name the page's kind, not a place in it */
        own = 0;
    }
    return own;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **a) {
    struct reader *r = context;
    const char *tag = (const char *)name;
    if (r->depth == MARKUP_DEPTH) {
        r->too_deep++;
        return;
    }
    uint32_t parent = r->stack[r->depth - 1].node;
    struct open_element e = {.node = parent};
    if (r->skipping) {
        r->stack[r->depth++] = e;
        return;
    }
    if (strcmp(tag, "meta") == 0) {
        read_meta(r, a);
    } else if (strcmp(tag, "br") == 0) {
        r->breaks++;
    } else if (is_in(tag, skipped)) {
        flush(r);
        r->skipping = r->depth + 1;
    } else {
        uint16_t own = own_hints(tag, a);
        e.is_block = !is_in(tag, inlines) || (own & (GISA_PAGE_HINT_KIND_CAPTION | GISA_PAGE_HINT_KIND_BYLINE | GISA_PAGE_HINT_KIND_DATE |
                                                     GISA_PAGE_HINT_KIND_DECK | GISA_PAGE_HINT_KIND_HEADLINE | GISA_PAGE_HINT_KIND_HIDDEN));
        e.is_link = strcmp(tag, "a") == 0;
        e.is_bold = is_in(tag, bolds);
        if (e.is_block) {
            flush(r);
            if (tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
                r->heading = (uint8_t)(tag[1] - '0');
            }
        }
        if (e.is_block || own) {
            e.node = page_open_node(r->b, parent, own);
        }
        read_machine_value(r, e.node, tag, a, own);
    }
    r->links += e.is_link;
    r->bolds += e.is_bold;
    r->stack[r->depth++] = e;
}

static void on_end(void *context, const xmlChar *name) {
    struct reader *r = context;
    const char *tag = (const char *)name;
    if (r->too_deep) {
        r->too_deep--;
        return;
    }
    if (r->depth <= 1) {
        return;
    }
    struct open_element e = r->stack[r->depth - 1];
    if (e.is_block && !r->skipping) {
        flush(r);
    }
    r->depth--;
    if (r->skipping == r->depth + 1) {
        r->skipping = 0;
    }
    if (e.node != r->stack[r->depth - 1].node) {
        r->b->nodes[e.node].end_block = r->b->block_count;
    }
    if (e.is_block && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
        r->heading = 0;
    }
    if (strcmp(tag, "title") == 0) { /* read as text by now */
        struct page_builder *b = r->b;
        for (uint32_t i = b->nodes[e.node].first_block; i < b->block_count; i++) {
            page_add_field(b, GISA_NONE, GISA_PAGE_META_FIELD_PAGE_TITLE, PAGE_TRUST_MARKUP, b->blocks[i].text);
            b->blocks[i].text.size = b->blocks[i].letters = 0;
        }
    }
    if (strcmp(tag, "span") == 0 || strcmp(tag, "em") == 0) {
        r->blank = r->blank || e.node != r->stack[r->depth - 1].node; /* named spans stand side by side without a blank */
    }
    r->links -= e.is_link;
    r->bolds -= e.is_bold;
}

void page_read_markup(struct page_builder *b, struct page_text html, uint32_t parent, bool keeps_newlines) {
    struct reader r = {.b = b, .keeps_newlines = keeps_newlines, .depth = 1};
    r.stack[0].node = parent;
    r.cap = (size_t)html.size + 64;
    r.text = gisa_arena_alloc(b->arena, r.cap, 1);
    if (!r.text || b->failed) {
        b->failed = true;
        return;
    }
    htmlParserCtxtPtr parser = html.size ? htmlCreateMemoryParserCtxt(html.bytes, (int)html.size) : NULL;
    if (!parser) {
        b->failed = b->failed || html.size != 0;
        return;
    }
    htmlSAXHandler sax = {.startElement = on_start, .endElement = on_end, .characters = on_text, .cdataBlock = on_text,
        .ignorableWhitespace = on_text};
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    *parser->sax = sax;
    parser->userData = &r;
    htmlParseDocument(parser);
    flush(&r);
    b->failed = b->failed || parser->errNo == XML_ERR_NO_MEMORY;
    htmlFreeParserCtxt(parser);
    while (r.depth > 1) { /* what a cut document left open */
        uint32_t node = r.stack[--r.depth].node;
        b->nodes[node].end_block = b->block_count;
    }
    b->nodes[parent].end_block = b->block_count;
}

struct page_text page_plain(struct page_builder *b, struct page_text html) {
    for (int round = 0; round < 2 && html.size && !b->failed; round++) { /* titles come with entities of entities */
        if (!memchr(html.bytes, '&', html.size) && !memchr(html.bytes, '<', html.size)) {
            break;
        }
        struct page_builder inner = {.arena = b->arena};
        page_open_node(&inner, 0, 0);
        page_read_markup(&inner, page_guard(&inner, html), 0, false);
        b->failed = b->failed || inner.failed;
        size_t size = 0;
        for (uint32_t i = 0; i < inner.block_count; i++) {
            size += inner.blocks[i].text.size + 1;
        }
        char *text = gisa_arena_alloc(b->arena, size + 1, 1);
        if (!text) {
            b->failed = true;
            break;
        }
        size = 0;
        for (uint32_t i = 0; i < inner.block_count; i++) {
            memcpy(text + size, inner.blocks[i].text.bytes, inner.blocks[i].text.size);
            size += inner.blocks[i].text.size;
            text[size++] = ' ';
        }
        html = page_trim((struct page_text){text, (uint32_t)size});
    }
    return page_trim(html);
}
