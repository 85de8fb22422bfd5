/* SPDX-License-Identifier: Apache-2.0 */
#include "segment/marks.h"

#include "base/array.h"
#include "quote_tail_lex.h"

enum { LONGEST_SINGLE = 300 }; /* code points: a longer pair of single marks is two apostrophes */

struct marks {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_mark_pair *pair;
    uint32_t count;
    uint32_t cap;
    struct gisa_span segment;
    uint32_t segment_index;
    uint32_t open_double; /* pair, or GISA_NONE */
    uint32_t open_single;
};

static bool is_blank_at(const struct marks *m, uint32_t i) {
    return i < m->segment.begin || i >= m->segment.end || m->d->cls[i] == GISA_CHAR_BLANK ||
           m->d->cls[i] == GISA_CHAR_NEWLINE;
}

static bool has_tail(const struct marks *m, uint32_t i) {
    uint32_t row = 0;
    return i < m->segment.end && gisa_trie_longest(&gisa_quote_tail_trie, m->d->key + i, m->segment.end - i, &row) > 0;
}

/* A mark with a blank or bracket before it and a word behind it can only open, unless a particle follows. */
static bool can_only_open(const struct marks *m, uint32_t i) {
    bool before = i == m->segment.begin || is_blank_at(m, i - 1) || m->d->cls[i - 1] == GISA_CHAR_OPEN;
    return before && !is_blank_at(m, i + 1) && !has_tail(m, i + 1);
}

static bool can_only_close(const struct marks *m, uint32_t i) {
    bool before = i > m->segment.begin && !is_blank_at(m, i - 1) && m->d->cls[i - 1] != GISA_CHAR_OPEN;
    bool behind = is_blank_at(m, i + 1) || m->d->cls[i + 1] == GISA_CHAR_STOP || m->d->cls[i + 1] == GISA_CHAR_CLOSE ||
                  m->d->cls[i + 1] == GISA_CHAR_PUNCT;
    return before && behind;
}

/* 'O'Neil', '24년, 5' */
static bool is_apostrophe(const struct marks *m, uint32_t i) {
    const uint8_t *cls = m->d->cls;
    bool inside = i > m->segment.begin && i + 1 < m->segment.end;
    if (inside && (cls[i - 1] == GISA_CHAR_LATIN || cls[i - 1] == GISA_CHAR_DIGIT) && cls[i + 1] == GISA_CHAR_LATIN) {
        return true;
    }
    return i + 3 < m->segment.end && cls[i + 1] == GISA_CHAR_DIGIT && cls[i + 2] == GISA_CHAR_DIGIT &&
           m->d->key[i + 3] == 0xB144 /* 년 */;
}

static bool push(struct marks *m, uint32_t at, bool is_single, uint32_t *open) {
    if (m->count == m->cap) {
        m->pair = gisa_array_grow(m->run->scratch, m->pair, &m->cap, m->count + 1, sizeof *m->pair);
        if (!m->pair) {
            return false;
        }
    }
    *open = m->count;
    m->pair[m->count++] = (struct gisa_mark_pair){
        .begin = at, .segment = m->segment_index, .parent = is_single ? m->open_double : GISA_NONE, .is_single = is_single};
    return true;
}

/* One mark at i; open = the state of its kind. False when memory ends. */
static bool take_mark(struct marks *m, uint32_t i, bool is_single, uint32_t *open) {
    uint8_t cls = m->d->cls[i];
    bool opens = cls == GISA_CHAR_OPEN || (cls == GISA_CHAR_QUOTE && can_only_open(m, i));
    if (*open == GISA_NONE) {
        bool closes = cls == GISA_CHAR_CLOSE ? !can_only_open(m, i) : cls == GISA_CHAR_QUOTE && can_only_close(m, i);
        return closes || push(m, i, is_single, open);
    }
    if (opens) { /* the one before was never closed */
        return push(m, i, is_single, open);
    }
    if (!is_single || i - m->pair[*open].begin <= LONGEST_SINGLE) {
        m->pair[*open].end = i + 1;
    }
    *open = GISA_NONE;
    return true;
}

static bool scan_segment(struct marks *m) {
    m->open_double = GISA_NONE;
    m->open_single = GISA_NONE;
    for (uint32_t i = m->segment.begin; i < m->segment.end; i++) {
        uint32_t k = m->d->key[i];
        bool is_double = k == '"' || k == 0x300C || k == 0x300D || k == 0x300E || k == 0x300F; /* 「 」 『 』 */
        if (is_double) {
            m->open_single = GISA_NONE;
            if (!take_mark(m, i, false, &m->open_double)) {
                return false;
            }
        } else if (k == '\'' && !is_apostrophe(m, i) && !take_mark(m, i, true, &m->open_single)) {
            return false;
        }
    }
    return true;
}

/* An opening mark left open at a paragraph's end runs on when the next paragraph opens again. */
static void run_on(struct marks *m, uint32_t next) {
    const struct gisa_analysis *a = m->run->out;
    if (m->open_double == GISA_NONE || next >= a->segment_count || a->segments[next].kind != GISA_SEGMENT_PARAGRAPH) {
        return;
    }
    uint32_t first = a->segments[next].span.begin;
    if (m->d->key[first] == '"' && m->d->cls[first] != GISA_CHAR_CLOSE) {
        m->pair[m->open_double].end = m->segment.end;
        m->pair[m->open_double].runs_on = true;
    }
}

enum gisa_status gisa_quote_marks(struct gisa_run *run, const struct gisa_mark_pair **pairs, uint32_t *count) {
    const struct gisa_analysis *a = run->out;
    struct marks m = {.run = run, .d = &a->document};
    for (uint32_t i = 0; i < a->segment_count; i++) {
        if (!gisa_segment_tells(a->segments[i].kind)) {
            continue;
        }
        m.segment = a->segments[i].span;
        m.segment_index = i;
        if (!scan_segment(&m)) {
            return GISA_NO_MEMORY;
        }
        run_on(&m, i + 1);
    }
    uint32_t *moved = gisa_arena_alloc(run->scratch, m.count, sizeof *moved);
    if (!moved) {
        return GISA_NO_MEMORY;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < m.count; i++) {
        moved[i] = GISA_NONE;
        if (m.pair[i].end > m.pair[i].begin + 1 + !m.pair[i].runs_on) { /* closed, and not empty */
            moved[i] = kept;
            m.pair[kept] = m.pair[i];
            m.pair[kept].parent = m.pair[i].parent == GISA_NONE ? GISA_NONE : moved[m.pair[i].parent];
            kept++;
        }
    }
    *pairs = m.pair;
    *count = kept;
    return GISA_OK;
}
