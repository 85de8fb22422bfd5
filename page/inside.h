/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_PAGE_INSIDE_H
#define GISA_PAGE_INSIDE_H

/* Inside page/: charset.c decodes, guard.c makes the markup safe for libxml2 and takes the scripts out, markup.c and
 * script.c turn both into nodes, blocks and fields, select.c finds the node that holds the article, field.c decides the
 * article's fields, page.c writes the text. Everything lies in one arena. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "gisa/analysis.h"
#include "page_hint_lex.h"
#include "page_meta_lex.h"

struct page_text { /* bytes in the arena, not NUL ended */
    const char *bytes;
    uint32_t size;
};

struct page_node { /* an element, or an object or array of inline JSON; in document order */
    uint32_t parent;
    uint32_t first_block, end_block; /* of the whole subtree */
    uint16_t hints;                  /* bits of enum gisa_page_hint_kind: its own and its ancestors' */
    uint16_t own;                    /* its own */
    float weight;                    /* prose in the subtree */
    uint32_t best;                   /* heaviest child; GISA_NONE if none */
};

struct page_block { /* text between two block boundaries, blanks collapsed */
    struct page_text text;
    uint32_t node;
    uint32_t link;   /* bytes of it inside links */
    uint32_t strong; /* bytes of it in b, strong or a heading */
    uint32_t letters; /* Hangul syllables */
    uint8_t heading; /* 1..6, or 0 */
    bool is_statement; /* ends like a sentence */
    float weight;
    float match;     /* share found in the JSON-LD's articleBody; -1 when there is none */
};

struct page_field {
    uint32_t node; /* of inline JSON or microdata; GISA_NONE for meta and JSON-LD */
    uint8_t what;  /* enum gisa_page_meta_field */
    uint8_t trust; /* less is better */
    bool is_far;   /* of inline JSON: speaks of another article */
    struct page_text value;
};
enum { PAGE_TRUST_JSONLD, PAGE_TRUST_META, PAGE_TRUST_MARKUP, PAGE_TRUST_SCRIPT };

struct page_script {
    struct page_text text;
    bool is_ld;
};

struct page_builder {
    struct gisa_arena *arena;
    bool failed; /* memory ended */
    struct page_node *nodes;
    uint32_t node_count, node_cap;
    struct page_block *blocks;
    uint32_t block_count, block_cap;
    struct page_field *fields;
    uint32_t field_count, field_cap;
    struct page_script *scripts;
    uint32_t script_count, script_cap;
    struct page_text article_body; /* JSON-LD's */
    uint32_t markup_strings; /* of inline JSON that were parsed as markup */
};

struct page_head { /* the article's fields, decided */
    struct page_text headline;
    struct page_text reporters[GISA_MAX_REPORTERS];
    uint32_t reporter_count;
    struct page_text publisher;
    struct gisa_moment published, modified; /* year 0 = unknown */
};

struct page_span {
    uint32_t begin, end; /* blocks */
};

/* charset.c: bytes of any charset -> UTF-8 without NUL. */
struct page_text page_decode(struct gisa_arena *arena, const char *bytes, size_t size, const char *told,
                             const char **charset);

/* guard.c: the markup without scripts, styles and comments, nested at most PAGE_DEPTH deep, at most PAGE_ATTRIBUTES
 * attributes a tag; every end tag closes something. Scripts are added to b. */
enum { PAGE_DEPTH = 200, PAGE_ATTRIBUTES = 48 };
struct page_text page_guard(struct page_builder *b, struct page_text html);

/* markup.c */
void page_read_markup(struct page_builder *b, struct page_text html, uint32_t parent, bool keeps_newlines);
struct page_text page_plain(struct page_builder *b, struct page_text html); /* its text alone, entities decoded twice */
uint32_t page_open_node(struct page_builder *b, uint32_t parent, uint16_t own);
void page_add_block(struct page_builder *b, struct page_block block);
void page_add_field(struct page_builder *b, uint32_t node, uint8_t what, uint8_t trust, struct page_text value);
uint16_t page_hints_of(const char *words, size_t size); /* class, id, itemprop, a JSON key */
int page_meta_of(const char *name, size_t size); /* enum gisa_page_meta_field, or -1 */
struct page_text page_copy(struct page_builder *b, const char *bytes, size_t size);

/* script.c */
void page_read_ld(struct page_builder *b);
void page_read_inline(struct page_builder *b);

/* select.c: the article's node; 0 when nothing weighs. Sets weights. */
uint32_t page_select(struct page_builder *b);
bool page_same_letters(struct page_text a, struct page_text b);

/* field.c */
void page_decide_head(struct page_builder *b, uint32_t root, struct page_head *head);

/* line.c: what lib/segment reads in a line of UTF-8. */
struct page_byline {
    struct page_text names[GISA_MAX_REPORTERS];
    uint32_t name_count;
    bool has_role;  /* 기자 ... stands in it */
    bool is_whole;  /* the line says nothing else */
    bool has_cue;   /* 입력, 수정 ... */
    struct gisa_moment published, modified;
};
void page_line_read(struct page_text line, struct page_byline *out);
bool page_is_outlet(struct page_text name);
bool page_is_portal(struct page_text name);
/* 2 to 4 syllables, the first a family name; where the page tells that it is an author, any three. */
bool page_is_person(struct page_text name, bool told);
uint32_t page_letters(struct page_text text); /* Hangul syllables */

static inline bool page_is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
struct page_text page_trim(struct page_text t); /* blanks and U+00A0 */
bool page_ends_statement(struct page_text t);

#endif
