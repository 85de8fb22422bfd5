/* SPDX-License-Identifier: Apache-2.0 */
#include "model/template.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    "c-3", "c-2", "c-1", "c0", "c+1", "c+2", "c+3", "raw", "k-2..2", "k-1..1", "k-3..0", "k0..3", "k+4",
    "at", "at3", "left", "at+length", "prefix", "suffix", "rest", "in-josa", "space",
    "from2", "from3", "from4", "to2", "to3", "to4",
    "word", "stem", "josa", "last1", "last2", "last3",
    "-word", "-stem", "-josa", "-last1", "-last2", "+word", "+stem", "+first1", "+first2", "+last2", "--stem", "++stem",
    "end", "quote", "quote-length", "quote-at", "quote-stem", "quote-last1", "quote+word", "quote+first1",
    "known0", "known1", "known2", "known3", "known4", "known5", "known6", "known7",
    "seen0", "seen1", "seen2", "seen3", "seen4", "seen5", "seen6", "seen7", "seen8",
    "known", "seen", "names", "known-end", "seen-end", "known-begin", "seen-begin"};
_Static_assert(sizeof names / sizeof names[0] == GISA_ATOM_COUNT, "a name for every atom");

const char *gisa_atom_name(enum gisa_feature_atom atom) { return names[atom]; }

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

struct word {
    const char *at;
    size_t size;
};

/* The next word of the line; size 0 at its end. */
static struct word next_word(const char **at, const char *end) {
    while (*at < end && is_blank(**at)) {
        (*at)++;
    }
    struct word w = {*at, 0};
    while (*at < end && !is_blank(**at)) {
        (*at)++;
        w.size++;
    }
    return w;
}

static uint32_t read_number(struct word w) {
    uint32_t n = 0;
    for (size_t i = 0; i < w.size; i++) {
        if (w.at[i] < '0' || w.at[i] > '9' || n > GISA_TEMPLATE_NUMBERS) {
            return 0;
        }
        n = n * 10 + (uint32_t)(w.at[i] - '0');
    }
    return n < GISA_TEMPLATE_NUMBERS ? n : 0;
}

static uint32_t read_atom(struct word w) {
    uint32_t atom = 0;
    while (atom < GISA_ATOM_COUNT && (strlen(names[atom]) != w.size || memcmp(names[atom], w.at, w.size) != 0)) {
        atom++;
    }
    return atom;
}

static uint8_t source_of(uint32_t atom) {
    bool is_known = (atom >= GISA_ATOM_NAME && atom < GISA_ATOM_NAME + GISA_MATCH_KNOWN) || atom == GISA_ATOM_KNOWN ||
                    atom == GISA_ATOM_NAMES || atom == GISA_ATOM_KNOWN_EDGE || atom == GISA_ATOM_KNOWN_EDGE + 2;
    return atom < GISA_ATOM_NAME ? GISA_TEMPLATE_TEXT : is_known ? GISA_TEMPLATE_KNOWN : GISA_TEMPLATE_SEEN;
}

/* One line; a sentence of what is wrong, or NULL. */
static const char *read_line(struct gisa_templates *t, const char *at, const char *end, bool seen[GISA_TEMPLATE_NUMBERS]) {
    struct word w = next_word(&at, end);
    if (!w.size || w.at[0] == '#') {
        return NULL;
    }
    if (t->count == GISA_TEMPLATE_MOST) {
        return "too many templates";
    }
    uint32_t number = read_number(w);
    if (!number || seen[number]) {
        return number ? "a number used twice" : "no number from 1 to 103";
    }
    uint32_t n = 0;
    bool is_optional = false;
    for (w = next_word(&at, end); w.size; w = next_word(&at, end)) {
        uint32_t atom = read_atom(w);
        if (atom == GISA_ATOM_COUNT || n == GISA_TEMPLATE_ATOMS) {
            return n == GISA_TEMPLATE_ATOMS ? "more than three atoms" : "an unknown atom";
        }
        if (atom >= GISA_ATOM_OPTIONAL) {
            is_optional = true;
            t->needs[t->count] |= UINT32_C(1) << (atom - GISA_ATOM_OPTIONAL);
        }
        t->atom[t->count][n++] = (uint8_t)atom;
    }
    if (!n) {
        return "no atom";
    }
    if (!is_optional && t->steady < t->count) {
        return "templates that a position may lack stand last";
    }
    seen[number] = true;
    t->number[t->count] = (uint8_t)number;
    t->arity[t->count] = (uint8_t)n;
    t->source[number] = source_of(t->atom[t->count][0]);
    t->count++;
    t->steady += !is_optional;
    return NULL;
}

bool gisa_templates_read(struct gisa_templates *t, const char *text, size_t size, char why[80]) {
    bool seen[GISA_TEMPLATE_NUMBERS] = {false};
    const char *end = text + size;
    *t = (struct gisa_templates){0};
    for (uint32_t line = 1; text < end; line++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop : end;
        const char *wrong = read_line(t, text, stop, seen);
        if (wrong) {
            snprintf(why, 80, "templates, line %lu: %s", (unsigned long)line, wrong);
            return false;
        }
        text = stop + (stop < end);
    }
    if (!t->count) {
        snprintf(why, 80, "templates: there are none");
    }
    uint32_t n = 0;
    for (uint32_t arity = 1; arity <= GISA_TEMPLATE_ATOMS; arity++) {
        for (uint32_t i = 0; i < t->steady; i++) {
            t->order[n] = (uint8_t)i;
            n += t->arity[i] == arity;
        }
        t->up_to[arity - 1] = (uint8_t)n;
    }
    return t->count > 0;
}
