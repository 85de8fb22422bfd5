/* SPDX-License-Identifier: Apache-2.0 */
/* bytes -> UTF-8 -> guarded markup -> nodes, blocks, fields -> the article's node -> text. */
#include "page.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inside.h"

enum { LEAST_BODY = 80 /* Hangul syllables: with less the page is thought to be drawn by scripts */ };
#define ARENA_CAP ((size_t)1 << 30)

struct writer {
    struct gisa_page *page;
    size_t cap;
    uint32_t kinds_cap;
    bool failed;
};

static void put(struct writer *w, const char *bytes, size_t n) {
    struct gisa_page *p = w->page;
    if (p->size + n > w->cap && !w->failed) {
        size_t cap = 2 * (p->size + n) + 256;
        char *grown = realloc(p->text, cap);
        w->failed = !grown;
        p->text = grown ? grown : p->text;
        w->cap = grown ? cap : w->cap;
    }
    if (n && !w->failed) {
        memcpy(p->text + p->size, bytes, n);
        p->size += n;
    }
}

/* Ends the line that was put, of this kind. */
static void end_line(struct writer *w, uint8_t kind) {
    struct gisa_page *p = w->page;
    if (p->lines == w->kinds_cap && !w->failed) {
        uint32_t cap = 2 * p->lines + 64;
        uint8_t *grown = realloc(p->kinds, cap);
        w->failed = !grown;
        p->kinds = grown ? grown : p->kinds;
        w->kinds_cap = grown ? cap : w->kinds_cap;
    }
    put(w, "\n", 1);
    if (!w->failed) {
        p->kinds[p->lines++] = kind;
    }
}

static void put_line(struct writer *w, struct page_text text, uint8_t kind) {
    for (uint32_t i = 0; i < text.size;) { /* words with one blank between them */
        uint32_t end = i;
        while (end < text.size && !page_is_blank(text.bytes[end])) {
            end++;
        }
        put(w, text.bytes + i, end - i);
        while (end < text.size && page_is_blank(text.bytes[end])) {
            end++;
        }
        put(w, " ", end < text.size && end > i);
        i = end;
    }
    end_line(w, kind);
}

static void put_gap(struct writer *w) { end_line(w, GISA_SEGMENT_KIND_COUNT); }

static void put_moment(struct writer *w, const char *label, const struct gisa_moment *m) {
    char text[64];
    int n = snprintf(text, sizeof text, "%s %04d-%02d-%02d", label, m->day.year, m->day.month, m->day.day);
    if (m->hour >= 0) {
        n += snprintf(text + n, sizeof text - (size_t)n, " %02d:%02d", m->hour, m->minute > 0 ? m->minute : 0);
    }
    if (m->hour >= 0 && m->second > 0) {
        n += snprintf(text + n, sizeof text - (size_t)n, ":%02d", m->second);
    }
    put(w, text, (size_t)n);
}

static void put_head(struct writer *w, const struct page_head *head) {
    if (head->headline.size) {
        put_line(w, head->headline, GISA_SEGMENT_HEADLINE);
        put_gap(w);
    }
    for (uint32_t i = 0; i < head->reporter_count; i++) {
        put(w, i ? ", " : "", i ? 2 : 0);
        put(w, head->reporters[i].bytes, head->reporters[i].size);
    }
    if (head->reporter_count) {
        put(w, " 기자", strlen(" 기자"));
        end_line(w, GISA_SEGMENT_BYLINE);
    }
    if (head->published.day.year) {
        put_moment(w, "입력", &head->published);
    }
    if (head->modified.day.year) {
        put_moment(w, head->published.day.year ? " 수정" : "수정", &head->modified);
    }
    if (head->published.day.year || head->modified.day.year) {
        end_line(w, GISA_SEGMENT_PUBLISHED);
    }
    if (head->publisher.size) {
        put_line(w, head->publisher, GISA_SEGMENT_OUTLET);
    }
    put_gap(w);
}

static uint16_t hints_below(const struct page_builder *b, uint32_t node, uint32_t root) {
    uint16_t hints = 0;
    for (uint32_t i = 0; node != root && node && i < PAGE_DEPTH; i++, node = b->nodes[node].parent) {
        hints |= b->nodes[node].own;
    }
    return hints;
}

/* Where the body begins inside its node: behind the last copy of the headline in its first half. */
static uint32_t body_begin(const struct page_builder *b, uint32_t root, const struct page_head *head) {
    uint32_t first = b->nodes[root].first_block, end = b->nodes[root].end_block;
    uint32_t begin = first;
    float before = 0;
    for (uint32_t i = first; i < end && before < 0.3f * b->nodes[root].weight; i++) {
        before += b->blocks[i].weight;
        if (b->blocks[i].text.size < 600 && head->headline.size && page_same_letters(b->blocks[i].text, head->headline)) {
            begin = i + 1;
        }
    }
    return begin;
}

static uint8_t kind_of(const struct page_block *k, uint16_t hints, bool before_prose) {
    if (hints & GISA_PAGE_HINT_KIND_CAPTION) {
        return GISA_SEGMENT_CAPTION;
    }
    if (before_prose && hints & GISA_PAGE_HINT_KIND_DECK && k->text.size < 600) {
        return GISA_SEGMENT_SUBHEADLINE;
    }
    return k->heading >= 2 && !before_prose && k->text.size < 200 ? GISA_SEGMENT_SUBHEADING : GISA_SEGMENT_KIND_COUNT;
}

/* Is the block the page's and not the article's? */
static bool is_foreign(const struct page_builder *b, uint32_t root, const struct page_block *k, uint16_t hints,
                       bool before_prose) {
    float share = b->nodes[root].weight > 0 ? k->weight / b->nodes[root].weight : 1;
    bool links = k->link * 2 > k->text.size;
    struct page_byline line;
    if (before_prose && k->text.size < 160 && (hints & GISA_PAGE_HINT_KIND_DATE || k->text.size < 24)) { /* it is in the head by now */
        page_line_read(k->text, &line);
        if (hints & GISA_PAGE_HINT_KIND_DATE || (line.is_whole && line.published.day.year)) {
            return true;
        }
    }
    bool chrome = hints & (GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_HIDDEN);
    if (k->match > 0.7f) {
        return false;
    }
    return (links && k->text.size < 400) || (chrome && share < 0.3f);
}

static bool holds(struct page_text t, const char *word) {
    size_t n = strlen(word);
    for (uint32_t i = 0; i + n <= t.size; i++) {
        if (memcmp(t.bytes + i, word, n) == 0) {
            return true;
        }
    }
    return false;
}

/* "저작권자 © 가온일보 무단전재 및 재배포 금지" */
static bool is_rights(const struct page_block *k) {
    return k->text.size < 400 && (holds(k->text, "저작권자") || holds(k->text, "무단전재") || holds(k->text, "무단 전재") ||
                                  holds(k->text, "All rights reserved") || holds(k->text, "All Rights Reserved"));
}

static bool is_prose(const struct page_block *k) { return k->is_statement && k->letters >= 15; }

/* Prose that stands right behind the body's node, beside it: a stray end tag closed the node too early. */
static uint32_t body_end(const struct page_builder *b, uint32_t root) {
    uint32_t end = b->nodes[root].end_block, beside = b->nodes[root].parent;
    while (root && end < b->block_count) {
        const struct page_block *k = &b->blocks[end];
        bool near = k->node == beside || b->nodes[k->node].parent == beside;
        if (!near || !is_prose(k) || k->link || k->heading ||
            b->nodes[k->node].hints & (GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_CAPTION | GISA_PAGE_HINT_KIND_HIDDEN) || is_rights(k)) {
            break;
        }
        end++;
    }
    return end;
}

static void put_body(struct writer *w, const struct page_builder *b, uint32_t root, const struct page_head *head) {
    uint32_t end = body_end(b, root), last = body_begin(b, root, head);
    bool before_prose = true, is_over = false;
    for (uint32_t i = last; i < end; i++) {
        uint16_t hints = hints_below(b, b->blocks[i].node, root);
        last = is_prose(&b->blocks[i]) && !(hints & GISA_PAGE_HINT_KIND_CAPTION) && !is_foreign(b, root, &b->blocks[i], hints, false) ? i : last;
    }
    for (uint32_t i = body_begin(b, root, head); i < end; i++) {
        const struct page_block *k = &b->blocks[i];
        uint16_t hints = hints_below(b, k->node, root);
        if (!k->text.size || is_foreign(b, root, k, hints, before_prose)) {
            continue;
        }
        is_over = is_over || (i > last && k->heading >= 2); /* a heading with no prose under it: the page goes on with others */
        struct page_byline line;
        if (is_over) {
            page_line_read(k->text, &line);
            if (!line.name_count && !memchr(k->text.bytes, '@', k->text.size)) {
                continue;
            }
        }
        uint8_t kind = kind_of(k, hints, before_prose);
        before_prose = before_prose && !(is_prose(k) && kind == GISA_SEGMENT_KIND_COUNT);
        is_over = is_over || (!before_prose && i + 1 < end && is_rights(k)); /* nothing of the article stands behind its rights */
        put_line(w, k->text, kind);
        put_gap(w);
    }
}

/* The page's rights line when it stands behind the body's node: it names the medium. */
static void put_rights(struct writer *w, const struct page_builder *b, uint32_t root) {
    enum { BEHIND = 400 };
    for (uint32_t i = b->nodes[root].end_block, n = 0; i < b->block_count && n < BEHIND; i++, n++) {
        const struct page_block *k = &b->blocks[i];
        if (is_rights(k) || (k->text.size < 200 && (holds(k->text, "©") || holds(k->text, "ⓒ") || holds(k->text, "Copyright")))) {
            put_line(w, k->text, GISA_SEGMENT_COPYRIGHT);
            return;
        }
    }
}

/* Deck lines between headline and body that the page names so. */
static void put_deck(struct writer *w, const struct page_builder *b, uint32_t root) {
    enum { BEFORE = 40, MOST = 4 };
    uint32_t first = b->nodes[root].first_block;
    uint32_t count = 0;
    for (uint32_t i = first > BEFORE ? first - BEFORE : 0; i < first && count < MOST; i++) {
        const struct page_block *k = &b->blocks[i];
        uint16_t hints = b->nodes[k->node].hints;
        if (hints & GISA_PAGE_HINT_KIND_DECK && !(hints & (GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_HIDDEN)) && k->letters >= 4 &&
            k->text.size < 400 && k->link == 0) {
            put_line(w, k->text, GISA_SEGMENT_SUBHEADLINE);
            count++;
        }
    }
    if (count) {
        put_gap(w);
    }
}

static uint32_t letters_in(const struct page_builder *b, uint32_t root) {
    uint32_t n = 0;
    for (uint32_t i = b->nodes[root].first_block; i < b->nodes[root].end_block; i++) {
        n += b->blocks[i].weight > 0.3f * (float)b->blocks[i].letters ? b->blocks[i].letters : 0;
    }
    return n;
}

/* JSON-LD's text as blocks of its own, for a page whose markup does not hold it. */
static uint32_t add_article_body(struct page_builder *b) {
    uint32_t node = page_open_node(b, 0, GISA_PAGE_HINT_KIND_BODY);
    page_read_markup(b, page_guard(b, b->article_body), node, true);
    b->nodes[0].end_block = b->block_count;
    return node;
}

static enum gisa_page_status read_page(struct gisa_page *page, struct gisa_arena *arena, struct page_text html) {
    struct page_builder b = {.arena = arena};
    struct page_head head;
    page_open_node(&b, 0, 0);
    page_read_markup(&b, page_guard(&b, html), 0, false);
    page_read_ld(&b);
    if (b.failed) {
        return GISA_PAGE_NO_MEMORY;
    }
    uint32_t told = page_letters(b.article_body);
    uint32_t root = page_select(&b);
    uint32_t letters = letters_in(&b, root);
    if (told >= LEAST_BODY && letters * 2 < told) {
        add_article_body(&b);
        root = page_select(&b);
    } else if (letters < LEAST_BODY) {
        page_read_inline(&b);
        root = b.failed ? 0 : page_select(&b);
    }
    if (b.failed) {
        return GISA_PAGE_NO_MEMORY;
    }
    page_decide_head(&b, root, &head);
    struct writer w = {.page = page};
    put_head(&w, &head);
    put_deck(&w, &b, root);
    put_body(&w, &b, root, &head);
    put_rights(&w, &b, root);
    return w.failed || b.failed ? GISA_PAGE_NO_MEMORY : GISA_PAGE_OK;
}

void gisa_page_setup(void) { xmlInitParser(); }

enum gisa_page_status gisa_page_read(struct gisa_page *page, const char *bytes, size_t size, const char *charset) {
    struct gisa_arena arena;
    *page = (struct gisa_page){0};
    gisa_arena_init(&arena, ARENA_CAP);
    struct page_text html = page_decode(&arena, bytes, size, charset, &page->charset);
    enum gisa_page_status status = html.bytes ? read_page(page, &arena, html) : GISA_PAGE_NO_MEMORY;
    gisa_arena_free(&arena);
    return status;
}

void gisa_page_close(struct gisa_page *page) {
    free(page->text);
    free(page->kinds);
    *page = (struct gisa_page){0};
}
