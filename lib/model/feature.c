/* SPDX-License-Identifier: Apache-2.0 */
#include "model/feature.h"

#include <string.h>

#include "model_josa_lex.h"
#include "text/hangul.h"

enum {
    WINDOW = 3,
    PAD = 4,
    MAX_JOSA = 5,
    MAX_AFFIX = 24, /* code points: longer ones are cut, so that work is linear */
    MAX_QUOTE = 40
};

struct word { /* an eojeol's letters; all offsets are positions */
    uint32_t begin, end, stem_end;
    uint32_t hash, stem_hash, josa_hash;
    uint32_t last1, last2, last3; /* syllables at the stem's end */
    uint32_t first1, first2;
};

struct extractor {
    const struct gisa_document *d;
    uint32_t *at;
    uint8_t *space;
    uint32_t *ch;   /* [PAD + count + PAD] digit-normalised keys */
    uint32_t *cls;  /* [PAD + count + PAD] */
    uint32_t count;
    struct word *words;
    uint32_t word_count;
    uint32_t *word_of; /* [count] index into words */
    uint32_t *quote;   /* [count] 1 + position of the mark that opens the quotation around it, 0 = none */
    uint32_t *close;   /* [count] position of the mark that closes it */
    uint32_t end_hash; /* of the sentence's last two letters */
    uint8_t *edge;     /* [count + 1] GISA_EDGE_... */
    uint8_t *state;    /* [count][GISA_MATCH_CLASSES] */
    uint32_t *ends, *begins; /* [count] bits of classes */
    const struct gisa_templates *templates;
    uint32_t atom[GISA_ATOM_COUNT]; /* of the position being read */
    uint32_t has;                   /* bits of its optional atoms */
    uint32_t *rows;
    uint8_t *used_of, *numbers;
};

static uint32_t mix(uint32_t h, uint32_t v) {
    h ^= v + UINT32_C(0x9E3779B9) + (h << 6) + (h >> 2);
    h *= UINT32_C(0x85EBCA6B);
    return h ^ (h >> 13);
}

static uint32_t row_of(uint32_t template, uint32_t value) {
    uint32_t h = mix(mix(template * UINT32_C(0xC2B2AE35) + 17, value), template) * UINT32_C(0x2C1B3C6D);
    return (h ^ (h >> 15)) >> (32 - GISA_MODEL_ROW_BITS);
}

static bool is_letter(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_HANJA || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT ||
           cls == GISA_CHAR_JAMO;
}

static uint32_t class_of(const struct gisa_document *d, uint32_t i) {
    if (d->cls[i] == GISA_CHAR_LATIN && d->ch[i] != d->key[i]) {
        return 15; /* a capital */
    }
    if (d->cls[i] == GISA_CHAR_PUNCT || d->cls[i] == GISA_CHAR_STOP || d->cls[i] == GISA_CHAR_SYMBOL) {
        return 16 + (d->key[i] & 15);
    }
    return d->cls[i];
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

static uint32_t hash_range(const struct extractor *x, uint32_t begin, uint32_t end) {
    uint32_t h = end - begin;
    for (uint32_t i = begin; i < end; i++) {
        h = mix(h, x->ch[PAD + i]);
    }
    return h;
}

static void read_word(struct extractor *x, struct word *w) {
    uint32_t row = 0;
    uint32_t length = w->end - w->begin;
    uint32_t josa = 0;
    if (length > 1 && x->cls[PAD + w->end - 1] == GISA_CHAR_HANGUL) {
        uint32_t most = length - 1 < MAX_JOSA ? length - 1 : MAX_JOSA;
        josa = gisa_trie_longest_back(&gisa_model_josa_trie, x->ch + PAD + w->end, most, &row);
    }
    w->stem_end = w->end - josa;
    w->hash = hash_range(x, w->begin, w->end);
    w->stem_hash = hash_range(x, w->begin, w->stem_end);
    w->josa_hash = hash_range(x, w->stem_end, w->end);
    uint32_t stem = w->stem_end - w->begin;
    w->last1 = hash_range(x, w->stem_end - 1, w->stem_end);
    w->last2 = hash_range(x, w->stem_end - (stem < 2 ? stem : 2), w->stem_end);
    w->last3 = hash_range(x, w->stem_end - (stem < 3 ? stem : 3), w->stem_end);
    w->first1 = hash_range(x, w->begin, w->begin + 1);
    w->first2 = hash_range(x, w->begin, w->begin + (length < 2 ? length : 2));
}

static void read_words(struct extractor *x) {
    for (uint32_t i = 0; i < x->count;) {
        struct word *w = &x->words[x->word_count];
        w->begin = i;
        bool letter = is_letter(x->d->cls[x->at[i]]);
        do {
            x->word_of[i++] = x->word_count;
        } while (letter && i < x->count && !x->space[i] && is_letter(x->d->cls[x->at[i]]));
        w->end = i;
        read_word(x, w);
        x->edge[w->begin] |= GISA_EDGE_BEGIN;
        x->edge[w->stem_end] |= GISA_EDGE_END;
        x->edge[w->end] |= GISA_EDGE_END;
        x->word_count++;
    }
}

static const struct word edge;

/* The atoms that an eojeol's characters share. */
static void fill_word(struct extractor *x, uint32_t word) {
    const struct word *w = &x->words[word];
    const struct word *a = word ? w - 1 : &edge;
    const struct word *b = word + 1 < x->word_count ? w + 1 : &edge;
    const uint32_t values[] = {w->hash, w->stem_hash, w->josa_hash, w->last1, w->last2, w->last3,
                               a->hash, a->stem_hash, a->josa_hash, a->last1, a->last2,
                               b->hash, b->stem_hash, b->first1, b->first2, b->last2,
                               word > 1 ? (w - 2)->stem_hash : 0, word + 2 < x->word_count ? (w + 2)->stem_hash : 0};
    _Static_assert(sizeof values / sizeof values[0] == GISA_ATOM_END - GISA_ATOM_WORD, "one value an atom");
    memcpy(x->atom + GISA_ATOM_WORD, values, sizeof values);
}

static void fill_window(struct extractor *x, uint32_t i) {
    const uint32_t *k = x->cls + PAD + i;
    uint32_t *v = x->atom;
    memcpy(v + GISA_ATOM_C, x->ch + PAD + i - WINDOW, (2 * WINDOW + 1) * sizeof *v);
    v[GISA_ATOM_RAW] = x->d->ch[x->at[i]];
    v[GISA_ATOM_K_NEAR] = k[-2] | k[-1] << 6 | k[0] << 12 | k[1] << 18 | k[2] << 24;
    v[GISA_ATOM_K_NEXT] = k[-1] | k[0] << 6 | k[1] << 12;
    v[GISA_ATOM_K_BACK] = k[-3] | k[-2] << 6 | k[-1] << 12 | k[0] << 18;
    v[GISA_ATOM_K_AHEAD] = k[0] | k[1] << 6 | k[2] << 12 | k[3] << 18;
    v[GISA_ATOM_K4] = k[4];
    v[GISA_ATOM_SPACE] = (uint32_t)x->space[i] | (i + 1 < x->count ? (uint32_t)x->space[i + 1] << 1 : 2u) | (uint32_t)(i == 0) << 2;
}

static void fill_place(struct extractor *x, uint32_t i, const struct word *w) {
    uint32_t p = i - w->begin;
    bool in_josa = i >= w->stem_end;
    uint32_t *v = x->atom;
    v[GISA_ATOM_AT] = least(p, 7);
    v[GISA_ATOM_AT3] = least(p, 3);
    v[GISA_ATOM_LEFT] = least(w->end - 1 - i, 7);
    v[GISA_ATOM_AT_LENGTH] = least(p, 7) << 8 | least(w->end - w->begin, 12);
    v[GISA_ATOM_PREFIX] = hash_range(x, p > MAX_AFFIX ? i - MAX_AFFIX : w->begin, i + 1);
    v[GISA_ATOM_SUFFIX] = hash_range(x, i, least(w->end, i + MAX_AFFIX));
    v[GISA_ATOM_REST] = in_josa ? 1 : mix(hash_range(x, i, least(w->stem_end, i + MAX_AFFIX)), 7);
    v[GISA_ATOM_IN_JOSA] = in_josa;
    for (uint32_t n = 2; n <= 4; n++) { /* with what stands at their outer edge */
        bool ahead = i + n <= w->end;
        bool back = i + 1 >= w->begin + n;
        v[GISA_ATOM_FROM + n - 2] = ahead ? mix(hash_range(x, i, i + n), 3 + (uint32_t)(i == w->begin) + 2 * (uint32_t)(i + n == w->end)) : 1;
        v[GISA_ATOM_TO + n - 2] = back ? mix(hash_range(x, i + 1 - n, i + 1), 3 + (uint32_t)(i + 1 - n == w->begin) + 2 * (uint32_t)(i + 1 == w->end)) : 1;
    }
}

/* The mark that closes what `ch` opens; 0 = it opens nothing. */
static uint32_t closing(uint32_t ch) {
    static const uint32_t pairs[][2] = {{'\'', '\''}, {'"', '"'},     {'<', '>'},       {'[', ']'},       {'(', ')'},
                                        {0x2018, 0x2019}, {0x201C, 0x201D}, {0x300A, 0x300B}, {0x3008, 0x3009},
                                        {0x300C, 0x300D}, {0x300E, 0x300F}, {0x3010, 0x3011}};
    for (uint32_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (pairs[i][0] == ch) {
            return pairs[i][1];
        }
    }
    return 0;
}

/* Short quotations and brackets, not nested: titles of works and names of events stand in them. */
static void read_quotes(struct extractor *x) {
    for (uint32_t i = 0; i < x->count; i++) {
        uint32_t mark = is_letter(x->d->cls[x->at[i]]) ? 0 : closing(x->ch[PAD + i]);
        uint32_t end = i + 1;
        while (mark && end < x->count && end - i <= MAX_QUOTE && x->ch[PAD + end] != mark) {
            end++;
        }
        if (mark && end < x->count && x->ch[PAD + end] == mark && end > i + 1) {
            for (uint32_t k = i + 1; k < end; k++) {
                x->quote[k] = 1 + i;
                x->close[k] = end;
            }
            i = end;
        }
    }
    uint32_t last = x->count;
    while (last && !is_letter(x->d->cls[x->at[last - 1]])) {
        last--;
    }
    x->end_hash = hash_range(x, last < 2 ? 0 : last - 2, last);
}

static void fill_quote(struct extractor *x, uint32_t i) {
    const bool is_quoted = x->quote[i] != 0;
    x->has = is_quoted ? (UINT32_C(1) << (GISA_ATOM_NAME - GISA_ATOM_OPTIONAL)) - 1 : 0;
    if (!is_quoted) {
        return;
    }
    uint32_t open = x->quote[i] - 1;
    uint32_t close = x->close[i];
    uint32_t place = least(i - open, 3) << 2 | least(close - i, 3);
    const struct word *before = open ? &x->words[x->word_of[open - 1]] : &edge;
    const struct word *after = close + 1 < x->count ? &x->words[x->word_of[close + 1]] : &edge;
    const uint32_t values[] = {mix(x->ch[PAD + open], place), least(close - open, 15), place,
                               before->stem_hash, before->last1, after->hash, after->first1};
    _Static_assert(sizeof values / sizeof values[0] == GISA_ATOM_NAME - GISA_ATOM_QUOTE, "one value an atom");
    memcpy(x->atom + GISA_ATOM_QUOTE, values, sizeof values);
}

/* Known names over this position, the classes that end before it and that begin behind it; most have none. */
static void fill_names(struct extractor *x, uint32_t i) {
    const uint8_t *s = x->state + (size_t)i * GISA_MATCH_CLASSES;
    const uint32_t split = (1u << GISA_MATCH_KNOWN) - 1;
    const uint32_t before = i ? x->ends[i - 1] : 0;
    const uint32_t after = i + 1 < x->count ? x->begins[i + 1] : 0;
    uint32_t all[2] = {0, 0};
    uint32_t *v = x->atom;
    for (uint32_t c = 0; c < GISA_MATCH_CLASSES; c++) {
        v[GISA_ATOM_NAME + c] = s[c];
        uint32_t *of = &all[c >= GISA_MATCH_KNOWN];
        *of = s[c] ? mix(*of, c << 8 | s[c]) : *of;
    }
    const uint32_t values[] = {all[0], all[1], all[0] | all[1] ? mix(all[0], all[1]) : 0,
                               before & split, before & ~split, after & split, after & ~split};
    _Static_assert(sizeof values / sizeof values[0] == GISA_ATOM_COUNT - GISA_ATOM_KNOWN, "one value an atom");
    memcpy(v + GISA_ATOM_KNOWN, values, sizeof values);
    for (uint32_t c = GISA_ATOM_NAME; c < GISA_ATOM_COUNT; c++) {
        x->has |= (uint32_t)(v[c] != 0) << (c - GISA_ATOM_OPTIONAL); /* a zero says nothing */
    }
}

/* The rows of a position from its atoms; how many. */
static uint32_t put_templates(const struct extractor *x, uint32_t *rows, uint8_t *numbers) {
    const struct gisa_templates *t = x->templates;
    const uint32_t *atom = x->atom;
    uint32_t value[GISA_TEMPLATE_MOST + 1];
    uint32_t used = t->steady;
    uint32_t i = 0;
    for (; i < t->up_to[0]; i++) {
        value[t->order[i]] = atom[t->atom[t->order[i]][0]];
    }
    for (; i < t->up_to[1]; i++) {
        const uint8_t *a = t->atom[t->order[i]];
        value[t->order[i]] = mix(atom[a[0]], atom[a[1]]);
    }
    for (; i < t->up_to[2]; i++) {
        const uint8_t *a = t->atom[t->order[i]];
        value[t->order[i]] = mix(mix(atom[a[0]], atom[a[1]]), atom[a[2]]);
    }
    memcpy(numbers, t->number, t->steady);
    for (i = t->steady; x->has && i < t->count; i++) { /* without a branch that depends on the text */
        const uint8_t *a = t->atom[i];
        uint32_t one = atom[a[0]];
        uint32_t two = mix(one, atom[a[1]]);
        uint32_t three = mix(two, atom[a[2]]);
        value[used] = t->arity[i] == 1 ? one : t->arity[i] == 2 ? two : three;
        numbers[used] = t->number[i];
        used += (t->needs[i] & ~x->has) == 0;
    }
    for (i = 0; i < used; i++) {
        rows[i] = row_of(numbers[i], value[i]);
    }
    return used;
}

static bool allocate(struct extractor *x, struct gisa_span sentence, struct gisa_arena *arena) {
    uint32_t n = gisa_span_length(sentence);
    n = n < GISA_MODEL_MAX_SENTENCE ? n : GISA_MODEL_MAX_SENTENCE;
    x->at = gisa_arena_alloc(arena, n, sizeof *x->at);
    x->space = gisa_arena_alloc(arena, n, 1);
    x->ch = gisa_arena_zeroed(arena, (size_t)n + 2 * PAD, sizeof *x->ch);
    x->cls = gisa_arena_zeroed(arena, (size_t)n + 2 * PAD, sizeof *x->cls);
    x->words = gisa_arena_alloc(arena, n, sizeof *x->words);
    x->word_of = gisa_arena_alloc(arena, n, sizeof *x->word_of);
    x->quote = gisa_arena_zeroed(arena, n, sizeof *x->quote);
    x->close = gisa_arena_zeroed(arena, n, sizeof *x->close);
    x->edge = gisa_arena_zeroed(arena, (size_t)n + 1, 1);
    x->state = gisa_arena_zeroed(arena, (size_t)n * GISA_MATCH_CLASSES, 1);
    x->ends = gisa_arena_zeroed(arena, n, sizeof *x->ends);
    x->begins = gisa_arena_zeroed(arena, n, sizeof *x->begins);
    x->used_of = gisa_arena_alloc(arena, n, 1);
    x->numbers = gisa_arena_alloc(arena, (size_t)n * GISA_MODEL_FEATURES, 1);
    x->rows = gisa_arena_alloc(arena, (size_t)n * GISA_MODEL_FEATURES, sizeof *x->rows);
    return x->at && x->space && x->ch && x->cls && x->words && x->word_of && x->quote && x->close && x->edge &&
           x->state && x->ends && x->begins && x->used_of && x->numbers && x->rows;
}

bool gisa_feature_extract(const struct gisa_document *d, struct gisa_span sentence, const struct gisa_templates *templates,
                          const struct gisa_name_sets *names, struct gisa_arena *arena, struct gisa_positions *out) {
    struct extractor x = {.d = d, .templates = templates};
    if (!allocate(&x, sentence, arena)) {
        return false;
    }
    bool space = true;
    for (uint32_t i = sentence.begin; i < sentence.end && x.count < GISA_MODEL_MAX_SENTENCE; i++) {
        if (d->cls[i] == GISA_CHAR_BLANK || d->cls[i] == GISA_CHAR_NEWLINE) {
            space = true;
            continue;
        }
        x.at[x.count] = i;
        x.space[x.count] = space;
        x.ch[PAD + x.count] = d->cls[i] == GISA_CHAR_DIGIT ? '0' : d->key[i];
        x.cls[PAD + x.count] = class_of(d, i);
        x.count++;
        space = false;
    }
    read_words(&x);
    read_quotes(&x);
    struct gisa_match_text text = {x.ch + PAD, x.edge, x.count};
    if (!gisa_match_names(names, &text, arena, &(struct gisa_matches){x.state, x.ends, x.begins})) {
        return false;
    }
    x.atom[GISA_ATOM_END] = x.end_hash;
    for (uint32_t i = 0; i < x.count; i++) {
        const uint32_t word = x.word_of[i];
        if (i == x.words[word].begin) {
            fill_word(&x, word);
        }
        fill_window(&x, i);
        fill_place(&x, i, &x.words[word]);
        fill_quote(&x, i);
        fill_names(&x, i);
        size_t first = (size_t)i * GISA_MODEL_FEATURES;
        x.used_of[i] = (uint8_t)put_templates(&x, x.rows + first, x.numbers + first);
    }
    *out = (struct gisa_positions){x.at, x.space, x.rows, x.used_of, x.numbers, x.count};
    return true;
}
