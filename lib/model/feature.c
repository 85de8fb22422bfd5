/* SPDX-License-Identifier: Apache-2.0 */
#include "model/feature.h"

#include "model_josa_lex.h"
#include "text/hangul.h"

enum { WINDOW = 3, PAD = 4, MAX_JOSA = 5, MAX_AFFIX = 24 /* code points: longer ones are cut, so that work is linear */ };

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
    uint32_t *out;     /* rows of the position being written */
    uint32_t used;
};

static uint32_t mix(uint32_t h, uint32_t v) {
    h ^= v + UINT32_C(0x9E3779B9) + (h << 6) + (h >> 2);
    h *= UINT32_C(0x85EBCA6B);
    return h ^ (h >> 13);
}

static void put(struct extractor *x, uint32_t template, uint32_t value) {
    uint32_t h = mix(mix(template * UINT32_C(0xC2B2AE35) + 17, value), template);
    h *= UINT32_C(0x2C1B3C6D);
    x->out[x->used++] = (h ^ (h >> 15)) >> (32 - GISA_MODEL_ROW_BITS);
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
        x->word_count++;
    }
}

static void put_window(struct extractor *x, uint32_t i) {
    const uint32_t *c = x->ch + PAD + i;
    const uint32_t *k = x->cls + PAD + i;
    for (int o = -WINDOW; o <= WINDOW; o++) {
        put(x, 1 + (uint32_t)(o + WINDOW), c[o]);
    }
    put(x, 8, x->d->ch[x->at[i]]);
    for (int o = -WINDOW; o < WINDOW; o++) {
        put(x, 9 + (uint32_t)(o + WINDOW), mix(c[o], c[o + 1]));
    }
    put(x, 15, mix(mix(c[-1], c[0]), c[1]));
    put(x, 16, mix(mix(c[-2], c[-1]), c[0]));
    put(x, 17, mix(mix(c[0], c[1]), c[2]));
    put(x, 18, k[-2] | k[-1] << 6 | k[0] << 12 | k[1] << 18 | k[2] << 24);
    put(x, 19, k[-1] | k[0] << 6 | k[1] << 12);
    put(x, 20, k[-3] | k[-2] << 6 | k[-1] << 12 | k[0] << 18);
    put(x, 21, mix(k[0] | k[1] << 6 | k[2] << 12 | k[3] << 18, k[4]));
}

static void put_word(struct extractor *x, uint32_t i, const struct word *w) {
    uint32_t p = i - w->begin;
    uint32_t rest = w->end - 1 - i;
    uint32_t position = least(p, 7);
    bool in_josa = i >= w->stem_end;
    put(x, 22, position);
    put(x, 23, least(rest, 7));
    put(x, 24, position << 8 | least(w->end - w->begin, 12));
    put(x, 25, hash_range(x, p > MAX_AFFIX ? i - MAX_AFFIX : w->begin, i + 1));
    put(x, 26, hash_range(x, i, least(w->end, i + MAX_AFFIX)));
    put(x, 27, mix(w->hash, position));
    put(x, 28, mix(w->stem_hash, position));
    put(x, 29, mix(w->josa_hash, in_josa));
    put(x, 30, in_josa ? 1 : mix(hash_range(x, i, least(w->stem_end, i + MAX_AFFIX)), 7));
    put(x, 31, mix(w->last1, position));
    put(x, 32, mix(w->last2, position));
    put(x, 33, mix(w->last3, position));
}

static const struct word edge;

static void put_neighbours(struct extractor *x, uint32_t i, uint32_t word) {
    const struct word *w = &x->words[word];
    const struct word *a = word ? w - 1 : &edge;
    const struct word *b = word + 1 < x->word_count ? w + 1 : &edge;
    const struct word *aa = word > 1 ? w - 2 : &edge;
    const struct word *bb = word + 2 < x->word_count ? w + 2 : &edge;
    uint32_t p = least(i - w->begin, 3);
    put(x, 34, mix(a->hash, p));
    put(x, 35, mix(a->stem_hash, p));
    put(x, 36, mix(a->josa_hash, p));
    put(x, 37, mix(a->last1, p));
    put(x, 38, mix(a->last2, p));
    put(x, 39, mix(b->hash, p));
    put(x, 40, mix(b->stem_hash, p));
    put(x, 41, mix(b->first1, p));
    put(x, 42, mix(b->first2, p));
    put(x, 43, mix(b->last2, p));
    put(x, 44, mix(aa->stem_hash, p));
    put(x, 45, mix(bb->stem_hash, p));
    put(x, 46, mix(mix(a->stem_hash, b->stem_hash), p));
}

/* Substrings of 2..4 that begin or end here, with what stands at their outer edge. */
static void put_substrings(struct extractor *x, uint32_t i, const struct word *w) {
    for (uint32_t n = 2; n <= 4; n++) {
        bool ahead = i + n <= w->end;
        bool back = i + 1 >= w->begin + n;
        put(x, 47 + n, ahead ? mix(hash_range(x, i, i + n), 3 + (uint32_t)(i == w->begin) + 2 * (uint32_t)(i + n == w->end)) : 1);
        put(x, 51 + n, back ? mix(hash_range(x, i + 1 - n, i + 1), 3 + (uint32_t)(i + 1 - n == w->begin) + 2 * (uint32_t)(i + 1 == w->end)) : 1);
    }
    put(x, 56, (uint32_t)x->space[i] | (i + 1 < x->count ? (uint32_t)x->space[i + 1] << 1 : 2u) | (uint32_t)(i == 0) << 2);
}

static bool allocate(struct extractor *x, struct gisa_span sentence, struct gisa_arena *arena, uint32_t **rows) {
    uint32_t n = gisa_span_length(sentence);
    n = n < GISA_MODEL_MAX_SENTENCE ? n : GISA_MODEL_MAX_SENTENCE;
    x->at = gisa_arena_alloc(arena, n, sizeof *x->at);
    x->space = gisa_arena_alloc(arena, n, 1);
    x->ch = gisa_arena_zeroed(arena, (size_t)n + 2 * PAD, sizeof *x->ch);
    x->cls = gisa_arena_zeroed(arena, (size_t)n + 2 * PAD, sizeof *x->cls);
    x->words = gisa_arena_alloc(arena, n, sizeof *x->words);
    x->word_of = gisa_arena_alloc(arena, n, sizeof *x->word_of);
    *rows = gisa_arena_alloc(arena, (size_t)n * GISA_MODEL_FEATURES, sizeof **rows);
    return x->at && x->space && x->ch && x->cls && x->words && x->word_of && *rows;
}

bool gisa_feature_extract(const struct gisa_document *d, struct gisa_span sentence, struct gisa_arena *arena,
                          struct gisa_positions *out) {
    struct extractor x = {.d = d};
    uint32_t *rows = NULL;
    if (!allocate(&x, sentence, arena, &rows)) {
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
    for (uint32_t i = 0; i < x.count; i++) {
        x.out = rows + (size_t)i * GISA_MODEL_FEATURES;
        x.used = 0;
        put_window(&x, i);
        put_word(&x, i, &x.words[x.word_of[i]]);
        put_neighbours(&x, i, x.word_of[i]);
        put_substrings(&x, i, &x.words[x.word_of[i]]);
    }
    *out = (struct gisa_positions){x.at, x.space, rows, x.used, x.count};
    return true;
}
