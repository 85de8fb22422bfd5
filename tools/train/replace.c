/* SPDX-License-Identifier: Apache-2.0 */
#include "replace.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "text/hangul.h"
#include "text/utf8.h"

enum { MAX_FORM = 24, MIN_POOL = 6 };

struct form {
    uint32_t ch[MAX_FORM];
    uint32_t length;
    uint32_t key; /* type, kind of final, last syllable */
};

struct pool {
    struct form *at;
    size_t count;
    size_t cap;
    uint64_t seed;
};

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

static uint32_t next(struct pool *p) { /* splitmix64 */
    uint64_t z = (p->seed += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

static bool is_replaced(uint32_t type) {
    return type == GISA_TAG_PS || type == GISA_TAG_OG || type == GISA_TAG_LC || type == GISA_TAG_AF || type == GISA_TAG_EV;
}

/* 0 = no final, 1 = ㄹ, 2 = another: what 은/는, 이/가, 으로/로 ask for. */
static uint32_t final_of(uint32_t ch) {
    uint32_t jong = gisa_hangul_jong(ch);
    return jong == GISA_JONG_NONE ? 0 : jong == GISA_JONG_L ? 1 : 2;
}

static uint32_t key_of(uint32_t type, uint32_t last) { return type << 24 | final_of(last) << 20 | (last - 0xAC00); }

static uint32_t entity_end(const struct sentence *s, uint32_t i) {
    uint32_t end = i + 1;
    while (end < s->count && s->label[end] && s->label[end] % 2 == 0) {
        end++;
    }
    return end;
}

static void decode(const struct sentence *s, uint32_t *ch) {
    size_t at = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        at += gisa_utf8_decode(s->text + at, s->size - at, &ch[i]);
    }
}

static void collect(struct pool *p, const struct sentence *s) {
    uint32_t *ch = must(malloc(s->count * sizeof *ch));
    decode(s, ch);
    for (uint32_t i = 0; i < s->count;) {
        uint32_t end = s->label[i] ? entity_end(s, i) : i + 1;
        uint32_t type = (s->label[i] - 1u) / 2;
        if (s->label[i] && is_replaced(type) && end - i >= 2 && end - i <= MAX_FORM && gisa_is_hangul(ch[end - 1])) {
            if (p->count == p->cap) {
                p->cap = p->cap ? p->cap * 2 : 4096;
                p->at = must(realloc(p->at, p->cap * sizeof *p->at));
            }
            struct form *f = &p->at[p->count++];
            *f = (struct form){.length = end - i, .key = key_of(type, ch[end - 1])};
            memcpy(f->ch, ch + i, (end - i) * sizeof *ch);
        }
        i = end;
    }
    free(ch);
}

static int compare(const void *a, const void *b) {
    const struct form *x = a;
    const struct form *y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    if (x->length != y->length) {
        return x->length < y->length ? -1 : 1;
    }
    return memcmp(x->ch, y->ch, sizeof x->ch);
}

static void sort_unique(struct pool *p) {
    qsort(p->at, p->count, sizeof *p->at, compare);
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (!kept || compare(&p->at[kept - 1], &p->at[i]) != 0) {
            p->at[kept++] = p->at[i];
        }
    }
    p->count = kept;
}

static size_t lower(const struct pool *p, uint32_t key) {
    size_t low = 0;
    size_t high = p->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->at[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static const struct form *draw(struct pool *p, uint32_t key) {
    size_t begin = lower(p, key);
    size_t end = lower(p, key + 1);
    if (end - begin < MIN_POOL || key >> 24 == GISA_TAG_PS) {
        begin = lower(p, key & ~0xFFFFFu);
        end = lower(p, (key & ~0xFFFFFu) + 0x100000u);
    }
    return begin < end ? &p->at[begin + next(p) % (end - begin)] : NULL;
}

/* Another form for one of this key; its first syllables are those of other forms when it is invented. */
static bool choose(struct pool *p, uint32_t key, struct form *out) {
    const struct form *f = draw(p, key);
    if (!f) {
        return false;
    }
    *out = *f;
    if (next(p) % 2) {
        uint32_t from = key >> 24 == GISA_TAG_PS && f->length == 3; /* the family name stays */
        for (uint32_t k = from; k + 1 < f->length && k < from + 2; k++) {
            const struct form *other = draw(p, key);
            uint32_t ch = other->ch[other->length > k + 1 ? k : 0];
            if (gisa_is_hangul(out->ch[k]) && gisa_is_hangul(ch)) {
                out->ch[k] = ch;
            }
        }
    }
    return true;
}

static struct sentence rewrite(struct pool *p, const struct sentence *s) {
    uint32_t *ch = must(malloc(s->count * sizeof *ch));
    decode(s, ch);
    size_t cap = (size_t)s->count * (MAX_FORM + 1);
    struct sentence out = {.text = must(malloc(cap * 4)), .label = must(malloc(cap)), .source = s->source, .fold = s->fold,
                           .is_copy = 1};
    for (uint32_t i = 0; i < s->count;) {
        uint32_t end = s->label[i] ? entity_end(s, i) : i + 1;
        uint32_t type = (s->label[i] - 1u) / 2;
        struct form f;
        bool other = s->label[i] && is_replaced(type) && end - i >= 2 && gisa_is_hangul(ch[end - 1]) &&
                     choose(p, key_of(type, ch[end - 1]), &f);
        const uint32_t *from = other ? f.ch : ch + i;
        uint32_t length = other ? f.length : end - i;
        for (uint32_t k = 0; k < length; k++) {
            out.size += gisa_utf8_encode(from[k], out.text + out.size);
            out.label[out.count++] = k && s->label[i] ? (uint8_t)(s->label[i] + s->label[i] % 2) : s->label[i];
        }
        i = end;
    }
    free(ch);
    return out;
}

void replace_names(struct corpus *c, const float *weight_of_copies) {
    struct pool p = {.seed = 20261125};
    size_t count = c->count;
    for (size_t i = 0; i < count; i++) {
        if (!c->at[i].is_held) {
            collect(&p, &c->at[i]);
        }
    }
    sort_unique(&p);
    c->cap = count * 2;
    c->at = must(realloc(c->at, c->cap * sizeof *c->at));
    for (size_t i = 0; i < count; i++) {
        if (!c->at[i].is_held && weight_of_copies[c->at[i].source] > 0) {
            c->at[c->count++] = rewrite(&p, &c->at[i]);
        }
    }
    free(p.at);
}
