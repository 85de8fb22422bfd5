/* SPDX-License-Identifier: Apache-2.0 */
#include "names.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/match.h"
#include "model/model.h"
#include "text/document.h"

enum { KNOWN_BUCKETS = 17, KNOWN_BITS = 3, SEEN_BUCKETS = 15, SEEN_BITS = 6, TABLE = 1 << 18 };

struct entry {
    uint32_t hash;
    uint32_t code;
};

struct entries {
    struct entry *at;
    size_t count;
    size_t cap;
};

struct form {
    uint32_t hash; /* 0 = free */
    uint32_t as[NAMES_FOLDS + 1][GISA_TAG_TYPE_COUNT];
    uint32_t raw[NAMES_FOLDS + 1]; /* how often it stands anywhere at the begin of an eojeol */
};

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

static void add(struct entries *e, uint32_t hash, uint32_t code) {
    if (e->count == e->cap) {
        e->cap = e->cap ? e->cap * 2 : 1024;
        e->at = must(realloc(e->at, e->cap * sizeof *e->at));
    }
    e->at[e->count++] = (struct entry){hash, code};
}

static int compare(const void *a, const void *b) {
    const struct entry *x = a;
    const struct entry *y = b;
    return x->hash != y->hash ? (x->hash < y->hash ? -1 : 1) : (x->code > y->code) - (x->code < y->code);
}

static struct name_blob build(struct entries *e, uint32_t bucket_bits, uint32_t code_bits) {
    const size_t buckets = (size_t)1 << bucket_bits;
    qsort(e->at, e->count, sizeof *e->at, compare);
    size_t kept = 0;
    for (size_t i = 0; i < e->count; i++) {
        if (!kept || compare(&e->at[kept - 1], &e->at[i]) != 0) {
            e->at[kept++] = e->at[i];
        }
    }
    struct gisa_nameset_header h = {bucket_bits, code_bits, (uint32_t)kept};
    struct name_blob blob = {.size = sizeof h + (buckets + 1) * sizeof(uint32_t) + (kept + 1) / 2 * 2 * sizeof(uint16_t)};
    blob.bytes = must(calloc(blob.size, 1));
    memcpy(blob.bytes, &h, sizeof h);
    uint32_t *start = (uint32_t *)((unsigned char *)blob.bytes + sizeof h);
    uint16_t *entries = (uint16_t *)(start + buckets + 1);
    for (size_t i = 0; i < kept; i++) {
        uint32_t print = e->at[i].hash & ((1u << (16 - code_bits)) - 1);
        start[(e->at[i].hash >> (32 - bucket_bits)) + 1]++;
        entries[i] = (uint16_t)(print << code_bits | e->at[i].code);
    }
    for (size_t i = 0; i < buckets; i++) {
        start[i + 1] += start[i];
    }
    free(e->at);
    *e = (struct entries){0};
    return blob;
}

static bool is_blank(const struct gisa_document *d, uint32_t i) {
    return d->cls[i] == GISA_CHAR_BLANK || d->cls[i] == GISA_CHAR_NEWLINE;
}

static uint32_t key(const struct gisa_document *d, uint32_t i) { return d->cls[i] == GISA_CHAR_DIGIT ? '0' : d->key[i]; }

static int known_class(const char *source) {
    static const char *const sources[] = {"person_mecab", "person_wikidata", "person_token_wikidata", "nnp_kiwi",
                                          "place_mecab",  "org_wikidata",    "work_wikidata",         "other_mecab"};
    for (int i = 0; i < GISA_MATCH_KNOWN; i++) {
        if (!strcmp(source, sources[i])) {
            return i;
        }
    }
    return strcmp(source, "place_wikidata") ? -1 : 4;
}

struct name_blob names_known(const char *path) {
    FILE *f = fopen(path, "r");
    char line[4096];
    struct entries e = {0};
    struct gisa_arena arena;
    if (!f) {
        perror(path);
        exit(1);
    }
    gisa_arena_init(&arena, (size_t)1 << 24);
    while (fgets(line, sizeof line, f)) {
        line[strcspn(line, "\r\n")] = 0;
        char *tab = strchr(line, '\t');
        struct gisa_document d;
        struct gisa_error error;
        gisa_arena_reset(&arena);
        int class = tab ? known_class(tab + 1) : -1;
        if (class < 0 || !strncmp(line, "##", 2) ||
            gisa_document_read(&d, line, (size_t)(tab - line), &arena, &arena, &error) != GISA_OK ||
            d.count < 2 || d.count > GISA_NAMESET_MAX_LENGTH) {
            continue;
        }
        uint32_t h = 0;
        for (uint32_t i = 0; i < d.count; i++) {
            h = gisa_nameset_step(h, key(&d, i));
        }
        add(&e, gisa_nameset_hash(h), (uint32_t)class);
    }
    fclose(f);
    gisa_arena_free(&arena);
    return build(&e, KNOWN_BUCKETS, KNOWN_BITS);
}

static struct form *find(struct form *table, uint32_t hash, bool make) {
    uint32_t i = hash & (TABLE - 1);
    while (table[i].hash && table[i].hash != hash) {
        i = (i + 1) & (TABLE - 1);
    }
    if (!table[i].hash && !make) {
        return NULL;
    }
    table[i].hash = hash;
    return &table[i];
}

/* Hash of [begin, end) without blanks; *length is set. */
static uint32_t hash_of(const struct gisa_document *d, uint32_t begin, uint32_t end, uint32_t *length) {
    uint32_t h = 0;
    *length = 0;
    for (uint32_t i = begin; i < end; i++) {
        if (!is_blank(d, i)) {
            h = gisa_nameset_step(h, key(d, i));
            ++*length;
        }
    }
    return gisa_nameset_hash(h);
}

static void count_names(struct form *table, const struct gisa_document *d, const struct sentence *s) {
    for (uint32_t i = 0; i < s->count;) {
        uint32_t end = i + 1;
        uint32_t length = 0;
        while (s->label[i] && end < s->count && s->label[end] && s->label[end] % 2 == 0) {
            end++;
        }
        if (s->label[i]) {
            uint32_t hash = hash_of(d, i, end, &length);
            if (hash && length <= GISA_NAMESET_MAX_LENGTH) {
                find(table, hash, true)->as[s->fold][(s->label[i] - 1) / 2]++;
            }
        }
        i = end;
    }
}

static void count_raw(struct form *table, const struct gisa_document *d, const struct sentence *s) {
    for (uint32_t i = 0; i < d->count; i++) {
        bool starts = !is_blank(d, i) && (i == 0 || is_blank(d, i - 1) || d->cls[i - 1] == GISA_CHAR_PUNCT ||
                                          d->cls[i - 1] == GISA_CHAR_SYMBOL || d->cls[i - 1] == GISA_CHAR_STOP);
        uint32_t h = 0;
        uint32_t n = 0;
        for (uint32_t k = i; starts && k < d->count && n < GISA_NAMESET_MAX_LENGTH; k++) {
            if (!is_blank(d, k)) {
                h = gisa_nameset_step(h, key(d, k));
                n++;
                struct form *f = find(table, gisa_nameset_hash(h), false);
                if (f) {
                    f->raw[s->fold]++;
                }
            }
        }
    }
}

/* How sure a type is for a form: one sight apart, then by the share of its occurrences. */
static uint32_t grade(uint32_t as, uint32_t raw) {
    double share = (double)as / raw;
    if (as == 1) {
        return share >= .5;
    }
    return share < .1 ? 2 : share < .4 ? 3 : share < .7 ? 4 : share < .95 ? 5 : 6;
}

static struct name_blob without(const struct form *table, int fold) {
    struct entries e = {0};
    for (size_t i = 0; i < TABLE; i++) {
        const struct form *f = &table[i];
        uint32_t as[GISA_TAG_TYPE_COUNT] = {0};
        uint32_t raw = 0;
        uint32_t all = 0;
        for (int k = 0; k <= NAMES_FOLDS; k++) {
            raw += k == fold ? 0 : f->raw[k];
            for (int t = 0; t < GISA_TAG_TYPE_COUNT; t++) {
                as[t] += k == fold ? 0 : f->as[k][t];
                all += k == fold ? 0 : f->as[k][t];
            }
        }
        for (uint32_t t = 0; t < GISA_TAG_TYPE_COUNT; t++) {
            if (as[t]) {
                add(&e, f->hash, t * GISA_SEEN_GRADES + grade(as[t], raw > all ? raw : all));
            }
        }
    }
    return build(&e, SEEN_BUCKETS, SEEN_BITS);
}

void names_seen(const struct corpus *corpus, struct name_blob out[NAMES_FOLDS + 1]) {
    struct form *table = must(calloc(TABLE, sizeof *table));
    struct gisa_arena arena;
    gisa_arena_init(&arena, (size_t)1 << 24);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < corpus->count; i++) {
            const struct sentence *s = &corpus->at[i];
            struct gisa_document d;
            struct gisa_error error;
            gisa_arena_reset(&arena);
            if (!s->is_held && gisa_document_read(&d, s->text, s->size, &arena, &arena, &error) == GISA_OK &&
                d.count == s->count) {
                (pass ? count_raw : count_names)(table, &d, s);
            }
        }
    }
    for (int k = 0; k <= NAMES_FOLDS; k++) {
        out[k] = without(table, k);
    }
    gisa_arena_free(&arena);
    free(table);
}
