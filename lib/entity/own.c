/* SPDX-License-Identifier: Apache-2.0 */
/* A newsroom's own names in an article: where they stand, and which row is meant where several share a form. */
#include "entity/own.h"

#include <string.h>

#include "entity/entity.h"
#include "entity/gazetteer.h"
#include "text/charclass.h"
#include "text/utf8.h"

bool gisa_own_has_any(const struct gisa_options *o) {
    for (int i = 0; i < GISA_GAZETTEER_SLOTS; i++) {
        if (gisa_gazetteer_size(o->gazetteers[i])) {
            return true;
        }
    }
    return false;
}

/* The row whose name the form is, when it is just one row's; else unsure. */
static void choose_name(struct gisa_own *own) {
    const struct gisa_own_entry *entries = own->in->entries;
    uint32_t names = 0;
    own->row = entries[own->entry].row;
    own->is_alias = !entries[own->entry].is_name;
    own->is_unsure = entries[own->entry].next != 0;
    for (uint32_t e = own->entry + 1; e && own->is_unsure; e = entries[e - 1].next) {
        if (entries[e - 1].is_name && !names++) {
            own->row = entries[e - 1].row;
            own->is_alias = false;
        }
    }
    own->is_unsure = own->is_unsure && names != 1;
}

uint32_t gisa_own_find(const struct gisa_options *o, const struct gisa_document *d, uint32_t pos, uint32_t limit,
                       struct gisa_own *out) {
    uint32_t best = 0;
    for (int i = GISA_GAZETTEER_SLOTS - 1; i >= 0; i--) {
        uint32_t value = 0;
        uint32_t n = gisa_gazetteer_size(o->gazetteers[i])
                         ? gisa_gazetteer_longest(&o->gazetteers[i]->trie, d, pos, limit, &value) : 0;
        if (n > best) {
            best = n;
            *out = (struct gisa_own){.in = o->gazetteers[i], .entry = value - 1, .slot = (uint8_t)i};
        }
    }
    if (best) {
        choose_name(out);
    }
    return best;
}

static void decide(struct gisa_own *own, uint32_t entry) {
    own->row = own->in->entries[entry].row;
    own->is_alias = !own->in->entries[entry].is_name;
    own->is_unsure = false;
}

bool gisa_own_choose_type(struct gisa_own *own, uint8_t type) {
    uint32_t fits = 0;
    uint32_t last = 0;
    for (uint32_t e = own->entry + 1; e && own->is_unsure; e = own->in->entries[e - 1].next) {
        if (own->in->rows[own->in->entries[e - 1].row].type == type) {
            fits++;
            last = e - 1;
        }
    }
    if (fits == 1) {
        decide(own, last);
    }
    return fits == 1;
}

/* Does the span read so? Widths and case apart, blanks as they are. */
static bool reads(const struct gisa_document *d, struct gisa_span s, const char *text, uint32_t size) {
    uint32_t pos = s.begin;
    for (uint32_t i = 0; i < size; pos++) {
        uint32_t ch = 0;
        uint32_t key = 0;
        uint32_t step = gisa_utf8_decode(text + i, size - i, &ch);
        gisa_charclass(ch, &key);
        if (!step || pos == s.end || d->key[pos] != key) {
            return false;
        }
        i += step;
    }
    return size > 0 && pos == s.end;
}

/* Is the span one of "부회장|대표이사"? */
static bool reads_one(const struct gisa_document *d, struct gisa_span s, struct gisa_bytes_view list) {
    for (uint32_t at = 0; at <= list.size && list.size;) {
        const char *bar = memchr(list.bytes + at, '|', list.size - at);
        uint32_t end = bar ? (uint32_t)(bar - list.bytes) : list.size;
        if (reads(d, s, list.bytes + at, end - at)) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/* org may be a name or the id of another row. */
static bool is_employer(const struct gisa_document *d, const struct gisa_name *n, struct gisa_bytes_view org) {
    const struct gisa_own_row *row = gisa_own_row(&n->own);
    bool is_row = row && org.size && ((row->id.size == org.size && !memcmp(row->id.bytes, org.bytes, org.size)) ||
                                      (row->name.size == org.size && !memcmp(row->name.bytes, org.bytes, org.size)));
    bool is_canonical = n->canonical && strlen(n->canonical) == org.size && !memcmp(n->canonical, org.bytes, org.size);
    return is_row || is_canonical || reads(d, n->span, org.bytes, org.size);
}

static uint32_t score(const struct gisa_document *d, const struct gisa_names *names, const struct gisa_name *n,
                      const struct gisa_own_row *row) {
    uint32_t points = 0;
    for (uint32_t k = 0; k < n->title_count; k++) {
        uint32_t employer = n->titles[k].employer;
        points += employer != GISA_NONE && is_employer(d, &names->at[employer], row->org) ? 2 : 0;
        points += reads_one(d, n->titles[k].span, row->titles) ? 1 : 0;
    }
    return points;
}

/* Of several rows of one form: the one whose org and titles the article tells, when one fits best. */
static void choose_titled(const struct gisa_document *d, const struct gisa_names *names, struct gisa_name *n) {
    uint32_t best = 0;
    uint32_t entry = 0;
    bool is_tie = true;
    for (uint32_t e = n->own.entry + 1; e; e = n->own.in->entries[e - 1].next) {
        const struct gisa_own_row *row = &n->own.in->rows[n->own.in->entries[e - 1].row];
        uint32_t points = row->type == GISA_ENTITY_PERSON ? score(d, names, n, row) : 0;
        if (points >= best && points) {
            is_tie = points == best;
            entry = points > best ? e - 1 : entry;
            best = points;
        }
    }
    if (!is_tie) {
        decide(&n->own, entry);
    }
}

/* Slot of a form (gazetteer and entry) in an open table that is at most half full. */
static uint32_t slot_of(const struct gisa_name **table, uint32_t mask, const struct gisa_own *own) {
    uint32_t i = (own->entry * 2 + own->slot) * UINT32_C(0x9E3779B1) & mask;
    while (table[i] && (table[i]->own.in != own->in || table[i]->own.entry != own->entry)) {
        i = (i + 1) & mask;
    }
    return i;
}

bool gisa_own_settle(struct gisa_run *run, struct gisa_names *names) {
    const struct gisa_document *d = gisa_run_document(run);
    if (!gisa_own_has_any(run->options)) {
        return true;
    }
    uint32_t mask = 63;
    while (mask < names->count * 2) {
        mask = mask * 2 + 1;
    }
    const struct gisa_name **decided = gisa_arena_zeroed(run->scratch, (size_t)mask + 1, sizeof *decided);
    for (uint32_t i = 0; decided && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        if (n->own.in && n->own.is_unsure && n->type == GISA_ENTITY_PERSON) {
            choose_titled(d, names, n);
            uint32_t slot = slot_of(decided, mask, &n->own);
            if (!n->own.is_unsure && !decided[slot]) {
                decided[slot] = n;
            }
        }
    }
    for (uint32_t i = 0; decided && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        if (n->own.in && n->own.is_unsure) { /* the form again, without a title: the one told of before */
            const struct gisa_name *same = decided[slot_of(decided, mask, &n->own)];
            n->own = same ? same->own : n->own;
        }
        if (gisa_own_row(&n->own) && n->own.is_alias && n->form == GISA_MENTION_NAME) {
            n->form = GISA_MENTION_ALIAS;
        }
    }
    return decided != NULL;
}
