/* SPDX-License-Identifier: Apache-2.0 */
#include "model/match.h"

struct found { /* the best form of a class that begins here */
    uint8_t length;
    uint8_t clean; /* ends where an eojeol or its stem ends */
    uint8_t detail;
};

struct matcher {
    const struct gisa_name_sets *sets;
    const struct gisa_match_text *text;
    const struct gisa_matches *out;
    uint32_t until[GISA_MATCH_CLASSES]; /* this class is written up to here */
};

static void offer(struct found *best, uint32_t length, bool clean, uint32_t detail) {
    if (clean >= best->clean) { /* a later one is longer */
        *best = (struct found){(uint8_t)length, clean, (uint8_t)detail};
    }
}

static uint32_t lowest(uint64_t bits) {
    uint32_t n = 0;
    while (!(bits & 1)) {
        bits >>= 1;
        n++;
    }
    return n;
}

static void note(struct found best[GISA_MATCH_CLASSES], uint32_t length, bool clean, uint64_t known, uint64_t seen) {
    for (; known; known &= known - 1) {
        uint32_t c = lowest(known);
        if (c < GISA_MATCH_KNOWN) {
            offer(&best[c], length, clean, length < 5 ? length - 1 : length < 7 ? 4 : 5);
        }
    }
    for (; seen; seen &= seen - 1) {
        uint32_t code = lowest(seen);
        if (code < GISA_MATCH_SEEN * GISA_SEEN_GRADES) {
            offer(&best[GISA_MATCH_KNOWN + code / GISA_SEEN_GRADES], length, clean, code % GISA_SEEN_GRADES);
        }
    }
}

static void write(struct matcher *m, uint32_t c, uint32_t begin, struct found f) {
    uint8_t *s = m->out->state + (size_t)begin * GISA_MATCH_CLASSES + c;
    for (uint32_t k = 0; k < f.length; k++) {
        uint32_t place = k + 1u == f.length ? GISA_MATCH_E : k ? GISA_MATCH_I : GISA_MATCH_B;
        place = f.length == 1 ? GISA_MATCH_S : place;
        s[k * GISA_MATCH_CLASSES] = (uint8_t)(1 + place + GISA_MATCH_CLEAN * f.clean + 8 * f.detail);
    }
    m->out->begins[begin] |= 1u << c;
    m->out->ends[begin + f.length - 1] |= 1u << c;
    m->until[c] = begin + f.length;
}

static void match_from(struct matcher *m, uint32_t i, uint8_t *open) {
    const struct gisa_match_text *t = m->text;
    struct found best[GISA_MATCH_CLASSES] = {{0, 0, 0}};
    bool any = false;
    uint32_t h = 0;
    uint32_t most = t->count - i < GISA_NAMESET_MAX_LENGTH ? t->count - i : GISA_NAMESET_MAX_LENGTH;
    for (uint32_t n = 1; n <= most; n++) {
        h = gisa_nameset_step(h, t->ch[i + n - 1]);
        uint32_t hash = gisa_nameset_hash(h);
        uint64_t known = n > 1 ? gisa_nameset_find(&m->sets->known, hash) : 0;
        uint64_t seen = gisa_nameset_find(&m->sets->seen, hash);
        if (known | seen) {
            any = true;
            note(best, n, (t->edge[i + n] & GISA_EDGE_END) != 0, known, seen);
        }
    }
    for (uint32_t c = 0; any && c < GISA_MATCH_CLASSES; c++) {
        if (best[c].length) {
            open[i + best[c].length] = 1;
            if (i >= m->until[c]) {
                write(m, c, i, best[c]);
            }
        }
    }
}

bool gisa_match_names(const struct gisa_name_sets *sets, const struct gisa_match_text *text, struct gisa_arena *arena,
                      const struct gisa_matches *out) {
    struct matcher m = {.sets = sets, .text = text, .out = out};
    uint8_t *open = gisa_arena_zeroed(arena, (size_t)text->count + 1, 1); /* a match ended before this position */
    if (!open) {
        return false;
    }
    for (uint32_t i = 0; i < text->count; i++) {
        if (text->edge[i] & GISA_EDGE_BEGIN || open[i]) {
            match_from(&m, i, open);
        }
    }
    return true;
}
