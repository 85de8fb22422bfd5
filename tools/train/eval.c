/* SPDX-License-Identifier: Apache-2.0 */
/* gisa-eval FILE: scores the model in the program on a labelled file, with the ner_tagset.tsv beside it.
 * gisa-eval MODEL TAGSET.tsv FILE [held [K/N]]: precision, recall and F1 by type of a model on a labelled file; "held"
 * scores only the part that gisa-train holds out (0/10). Closes with a line "overall P R F1" in percent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "model/model.h"
#include "text/document.h"

struct score {
    unsigned found, shown, expected;
};

static void *read_all(const char *path, size_t *size) {
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END)) {
        perror(path);
        exit(1);
    }
    long n = ftell(f);
    rewind(f);
    void *bytes = malloc((size_t)n);
    if (!bytes || fread(bytes, 1, (size_t)n, f) != (size_t)n) {
        perror(path);
        exit(1);
    }
    fclose(f);
    *size = (size_t)n;
    return bytes;
}

static void score_sentence(const struct gisa_model *m, const struct sentence *s, struct gisa_arena *arena, struct gisa_arena *work,
                           struct score by[GISA_TAG_TYPE_COUNT]) {
    struct gisa_document d;
    struct gisa_error error;
    uint32_t count = 0;
    gisa_arena_reset(arena);
    if (gisa_document_read(&d, s->text, s->size, arena, arena, &error) != GISA_OK || d.count != s->count) {
        return;
    }
    const struct gisa_tag *tags = gisa_model_tag(m, &d, (struct gisa_span){0, d.count}, arena, work, &count);
    for (uint32_t i = 0; tags && i < count; i++) {
        by[tags[i].type].shown++;
    }
    for (uint32_t i = 0; i < s->count;) {
        uint8_t y = s->label[i];
        if (!y) {
            i++;
            continue;
        }
        uint32_t end = i + 1;
        while (end < s->count && s->label[end] && s->label[end] % 2 == 0) {
            end++;
        }
        unsigned type = (y - 1u) / 2;
        by[type].expected++;
        for (uint32_t k = 0; tags && k < count; k++) {
            by[type].found += tags[k].type == type && tags[k].span.begin == i && tags[k].span.end == end;
        }
        i = end;
    }
}

static void print_score(const char *name, struct score s) {
    double p = s.shown ? 100.0 * s.found / s.shown : 0;
    double r = s.expected ? 100.0 * s.found / s.expected : 0;
    printf("%-8s %6.2f %6.2f %6.2f   %u found, %u shown, %u expected\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
           s.found, s.shown, s.expected);
}

/* models/ko-ner.gisam, by model/embedded.S */
extern const unsigned char gisa_model_bytes[];
extern const unsigned char gisa_model_bytes_end[];

int main(int argc, char **argv) {
    struct gisa_model model;
    struct gisa_error error = {0};
    enum gisa_status status;
    void *bytes = NULL;
    char beside[1024];
    const char *file = argc > 1 ? argv[1] : NULL;
    const char *tagset = beside;
    if (argc == 2) {
        const char *slash = strrchr(file, '/');
        snprintf(beside, sizeof beside, "%.*sner_tagset.tsv", slash ? (int)(slash - file + 1) : 0, file);
        status = gisa_model_open(&model, gisa_model_bytes, (size_t)(gisa_model_bytes_end - gisa_model_bytes), &error);
    } else if (argc >= 4) {
        size_t size = 0;
        bytes = read_all(argv[1], &size);
        tagset = argv[2];
        file = argv[3];
        status = gisa_model_open(&model, bytes, size, &error);
    } else {
        fputs("usage: gisa-eval FILE\n       gisa-eval MODEL TAGSET.tsv FILE [held [K/N]]\n", stderr);
        return 64;
    }
    if (status != GISA_OK) {
        fprintf(stderr, "%s\n", error.detail);
        return 1;
    }
    struct corpus corpus = {.hold = 0, .holds = 10};
    if (argc > 5) {
        sscanf(argv[5], "%u/%u", &corpus.hold, &corpus.holds);
    }
    corpus_read(&corpus, file, tagset, 0, 1);
    struct gisa_arena arena;
    struct gisa_arena work;
    gisa_arena_init(&arena, (size_t)1 << 30);
    gisa_arena_init(&work, (size_t)1 << 30);
    struct score by[GISA_TAG_TYPE_COUNT] = {0};
    struct score all = {0};
    for (size_t i = 0; i < corpus.count; i++) {
        if (argc < 5 || corpus.at[i].is_held) {
            score_sentence(&model, &corpus.at[i], &arena, &work, by);
        }
    }
    for (int i = 0; i < GISA_TAG_TYPE_COUNT; i++) {
        print_score(gisa_tag_name((enum gisa_tag_type)i), by[i]);
        all.found += by[i].found;
        all.shown += by[i].shown;
        all.expected += by[i].expected;
    }
    print_score("overall", all);
    gisa_arena_free(&arena);
    gisa_arena_free(&work);
    corpus_free(&corpus);
    free(bytes);
    return 0;
}
