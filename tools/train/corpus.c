/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "text/utf8.h"

enum { MAX_LINE = 1 << 16, MAX_SENTENCE = 8192, MAX_CLASSES = 256 };

struct tagset {
    char name[MAX_CLASSES][40];
    int type[MAX_CLASSES]; /* enum gisa_tag_type or -1 */
    int count;
};

struct builder {
    char text[MAX_SENTENCE * 4];
    size_t size;
    uint8_t label[MAX_SENTENCE];
    uint32_t count;
};

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

static FILE *must_open(const char *path) {
    FILE *f = fopen(path, "r");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static int type_of(const char *name) {
    if (!strcmp(name, "CV")) {
        return GISA_TAG_CP;
    }
    for (int i = 0; i < GISA_TAG_TYPE_COUNT; i++) {
        if (!strcmp(name, gisa_tag_name((enum gisa_tag_type)i))) {
            return i;
        }
    }
    return -1;
}

static void read_tagset(struct tagset *t, const char *path) {
    FILE *f = must_open(path);
    char line[512];
    while (fgets(line, sizeof line, f) && t->count < MAX_CLASSES) {
        char fine[40];
        char coarse[40];
        char news[40];
        if (line[0] != '#' && sscanf(line, "%39s %39s %39s", fine, coarse, news) == 3) {
            snprintf(t->name[t->count], sizeof t->name[0], "%s", fine);
            t->type[t->count++] = type_of(news);
        }
    }
    fclose(f);
}

static int class_type(const struct tagset *t, const char *fine) {
    for (int i = 0; i < t->count; i++) {
        if (!strcmp(t->name[i], fine)) {
            return t->type[i];
        }
    }
    return -1;
}

static uint32_t hash(const char *s, size_t n) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    }
    return h ^ h >> 15;
}

static void keep(struct corpus *c, struct builder *b, uint8_t source, int hold) {
    if (!b->count) {
        return;
    }
    if (c->count == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 4096;
        c->at = must(realloc(c->at, c->cap * sizeof *c->at));
    }
    struct sentence *s = &c->at[c->count++];
    *s = (struct sentence){must(malloc(b->size + 1)), b->size, must(malloc(b->count)), b->count, source, 0, 0, 0};
    memcpy(s->text, b->text, b->size);
    s->text[b->size] = 0;
    memcpy(s->label, b->label, b->count);
    uint32_t h = hash(b->text, b->size);
    s->is_held = hold && h % c->holds == c->hold;
    s->fold = (uint8_t)((h >> 8) % 5);
    b->size = b->count = 0;
}

static void add_char(struct builder *b, const char *s, uint32_t n, uint8_t label) {
    if (b->count < MAX_SENTENCE) {
        memcpy(b->text + b->size, s, n);
        b->size += n;
        b->label[b->count++] = label;
    }
}

static void read_columns(struct corpus *c, const char *path, const struct tagset *t, uint8_t source, int hold) {
    FILE *f = must_open(path);
    static char line[MAX_LINE];
    static struct builder b;
    int number = 0;
    while (fgets(line, sizeof line, f)) {
        number++;
        line[strcspn(line, "\r\n")] = 0;
        if (!line[0]) {
            keep(c, &b, source, hold);
        } else if (strncmp(line, "##", 2) != 0) {
            char *first = strchr(line + 1, '\t');
            char *second = first ? strchr(first + 1, '\t') : NULL;
            uint32_t ch = 0;
            if (!second || !gisa_utf8_decode(line, strlen(line), &ch)) {
                fprintf(stderr, "%s:%d: not CHAR, KLUE6, NIKL150\n", path, number);
                exit(1);
            }
            int type = second[1] == 'O' ? -1 : class_type(t, second + 3);
            uint8_t label = type < 0 ? 0 : (uint8_t)(1 + 2 * type + (second[1] == 'I'));
            add_char(&b, line, (uint32_t)(first - line), label);
        }
    }
    keep(c, &b, source, hold);
    fclose(f);
}

static void read_inline(struct corpus *c, const char *path, uint8_t source, int hold) {
    FILE *f = must_open(path);
    static char line[MAX_LINE];
    static struct builder b;
    int number = 0;
    while (fgets(line, sizeof line, f)) {
        number++;
        line[strcspn(line, "\r\n")] = 0;
        if (!line[0] || line[0] == '#') {
            continue;
        }
        int type = -1;
        bool begins = false;
        for (char *p = line; *p;) {
            uint32_t ch = 0;
            uint32_t n = gisa_utf8_decode(p, strlen(p), &ch);
            char *bar;
            if (!n) {
                fprintf(stderr, "%s:%d: not UTF-8\n", path, number);
                exit(1);
            }
            if (ch == 0x27E6 && (bar = strchr(p, '|'))) { /* ⟦ */
                char name[8] = {0};
                strncpy(name, bar + 1, 2);
                type = type_of(name);
                begins = true;
            } else if (ch == '|' && (type >= 0 || begins)) {
                p = strstr(p, "\xE2\x9F\xA7"); /* ⟧ */
                if (!p) {
                    fprintf(stderr, "%s:%d: no closing bracket\n", path, number);
                    exit(1);
                }
                type = -1;
                begins = false;
                n = 3;
            } else {
                add_char(&b, p, n, type < 0 ? 0 : (uint8_t)(1 + 2 * type + !begins));
                begins = begins && type < 0;
            }
            p += n;
        }
        keep(c, &b, source, hold);
    }
    fclose(f);
}

void corpus_read(struct corpus *c, const char *path, const char *tagset, uint8_t source, int hold) {
    const char *ending = strrchr(path, '.');
    if (ending && !strcmp(ending, ".tsv")) {
        static struct tagset t;
        if (!t.count) {
            read_tagset(&t, tagset);
        }
        read_columns(c, path, &t, source, hold);
    } else {
        read_inline(c, path, source, hold);
    }
}

void corpus_free(struct corpus *c) {
    for (size_t i = 0; i < c->count; i++) {
        free(c->at[i].text);
        free(c->at[i].label);
    }
    free(c->at);
}
