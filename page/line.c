/* SPDX-License-Identifier: Apache-2.0 */
/* Asks lib/segment what stands in one line: names, times, media. */
#include <string.h>

#include "inside.h"
#include "segment/moment.h"
#include "segment/segment.h"
#include "segment_outlet_lex.h"
#include "segment_portal_lex.h"
#include "surname_lex.h"
#include "text/charclass.h"
#include "text/hangul.h"
#include "text/utf8.h"

enum { LINE_MOST = 200 }; /* code points read of a line */

struct line {
    uint32_t ch[LINE_MOST + 1];
    uint32_t key[LINE_MOST + 1];
    uint8_t cls[LINE_MOST + 1];
    uint32_t byte[LINE_MOST + 1]; /* where each begins */
    uint32_t count;
    bool is_cut;
};

static void read_line(struct line *l, struct page_text text) {
    uint32_t at = 0;
    l->count = 0;
    while (at < text.size && l->count < LINE_MOST) {
        uint32_t step = gisa_utf8_decode(text.bytes + at, text.size - at, &l->ch[l->count]);
        l->byte[l->count] = at;
        l->cls[l->count] = (uint8_t)gisa_charclass(l->ch[l->count], &l->key[l->count]);
        l->count++;
        at += step ? step : 1;
    }
    l->is_cut = at < text.size;
    l->byte[l->count] = at;
    l->ch[l->count] = l->key[l->count] = 0;
    l->cls[l->count] = GISA_CHAR_OTHER;
}

void page_line_read(struct page_text text, struct page_byline *out) {
    struct line l;
    struct gisa_byline b;
    *out = (struct page_byline){0};
    read_line(&l, page_trim(text));
    struct gisa_document d = {.ch = l.ch, .key = l.key, .cls = l.cls, .count = l.count};
    gisa_byline_read(&d, (struct gisa_span){0, l.count}, &b);
    text = page_trim(text);
    for (uint32_t i = 0; i < b.reporter_count; i++) {
        struct gisa_span s = b.reporters[i].name;
        out->names[out->name_count++] = (struct page_text){text.bytes + l.byte[s.begin], l.byte[s.end] - l.byte[s.begin]};
    }
    out->has_role = b.reporter_count > 0;
    out->published = b.published;
    out->modified = b.modified;
    out->has_cue = (b.published.day.year || b.modified.day.year) && b.explained > 0 &&
                   !gisa_span_is_empty(b.published_span) && b.published_span.begin > 0;
    out->is_whole = !l.is_cut && b.letters && b.explained + 8 >= b.letters && b.explained * 2 >= b.letters;
}

bool page_is_outlet(struct page_text name) {
    struct line l;
    uint32_t row = 0;
    name = page_trim(name);
    read_line(&l, name);
    return l.count >= 2 && l.count <= 16 && gisa_trie_longest_back(&gisa_segment_outlet_trie, l.key + l.count, l.count, &row);
}

bool page_is_portal(struct page_text name) {
    struct line l;
    uint32_t row = 0;
    name = page_trim(name);
    read_line(&l, name);
    return l.count && l.count <= 12 && gisa_trie_longest(&gisa_segment_portal_trie, l.key, l.count, &row) == l.count;
}

bool page_is_person(struct page_text name, bool told) {
    struct line l;
    uint32_t row = 0;
    name = page_trim(name);
    read_line(&l, name);
    bool hangul = l.count >= 2 && l.count <= 4;
    for (uint32_t i = 0; hangul && i < l.count; i++) {
        hangul = l.cls[i] == GISA_CHAR_HANGUL;
    }
    static const uint32_t desks[] = {0xBD80, 0xD300, 0xAD6D, 0xC2E4}; /* 부 팀 국 실 */
    for (uint32_t i = 0; hangul && i < 4; i++) {
        hangul = l.key[l.count - 1] != desks[i];
    }
    bool named = (told && l.count == 3) || gisa_trie_longest(&gisa_surname_trie, l.key, l.count, &row);
    return hangul && named && !page_is_outlet(name);
}

uint32_t page_letters(struct page_text text) {
    uint32_t n = 0;
    for (uint32_t i = 0; i + 2 < text.size; i++) { /* U+AC00..U+D7A3: EA B0 80 .. ED 9E A3 */
        unsigned char c = (unsigned char)text.bytes[i];
        n += (c > 0xEA && c < 0xED) || (c == 0xEA && (unsigned char)text.bytes[i + 1] >= 0xB0) ||
             (c == 0xED && (unsigned char)text.bytes[i + 1] < 0x9F);
    }
    return n;
}

struct page_text page_trim(struct page_text t) {
    for (bool more = true; more && t.size;) {
        more = false;
        if (page_is_blank(t.bytes[0])) {
            t.bytes++, t.size--;
            more = true;
        } else if (t.size >= 2 && !memcmp(t.bytes, "\xC2\xA0", 2)) {
            t.bytes += 2, t.size -= 2;
            more = true;
        } else if (t.size >= 3 && (!memcmp(t.bytes, "\xE2\x80\x8B", 3) || !memcmp(t.bytes, "\xEF\xBB\xBF", 3) ||
                                   !memcmp(t.bytes, "\xE3\x80\x80", 3))) {
            t.bytes += 3, t.size -= 3;
            more = true;
        }
    }
    for (bool more = true; more && t.size;) {
        more = false;
        if (page_is_blank(t.bytes[t.size - 1])) {
            t.size--;
            more = true;
        } else if (t.size >= 2 && !memcmp(t.bytes + t.size - 2, "\xC2\xA0", 2)) {
            t.size -= 2;
            more = true;
        } else if (t.size >= 3 && (!memcmp(t.bytes + t.size - 3, "\xE2\x80\x8B", 3) ||
                                   !memcmp(t.bytes + t.size - 3, "\xE3\x80\x80", 3))) {
            t.size -= 3;
            more = true;
        }
    }
    return t;
}
