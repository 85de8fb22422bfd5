/* SPDX-License-Identifier: Apache-2.0 */
/* gisa-train: the CRF of lib/model from labelled sentences.
 *
 *     gisa-train [--all] [--hold K/N] TEMPLATES.pat TAGSET.tsv GAZETTEER.tsv OUT.gisam FILE[*WEIGHT[*COPIES]] ...
 *
 * FILE: .tsv (columns) or .txt (inline labels), a weight for its sentences (1), and one for copies of them with other names
 * (none). Weights are learned by crf.h, rounded to row.h's form. The same files give the same bytes. The part K of N by
 * hash of the sentences that weigh at least 1 (labels of people) is held out for gisa-eval (0/10), unless --all is given:
 * then the model that ships learns from it too. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "crf.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/model.h"
#include "model/row.h"
#include "model/rowindex.h"
#include "names.h"
#include "replace.h"
#include "text/document.h"

enum { L = CRF_LABELS, ROWS = 1 << GISA_MODEL_ROW_BITS, MAX_FILES = 60, SELECT_EPOCHS = 3, KEPT = 1 << 19 };

static const struct crf_settings settings = {.epochs = 10, .runs = 4, .learning_rate = 0.06, .dropout = 0.25,
                                             .known_dropout = 0.1, .seen_dropout = 0.1, .seed = 20261124};
static const float o_bias = 0.75f; /* recall for precision: subtracted from O when the model is written */

struct trainer {
    struct example *at;
    size_t count;
    struct crf crf;
    struct gisa_rowindex_word *index; /* [ROWS / 64] */
    uint32_t kept;
    struct name_blob known, seen[NAMES_FOLDS + 1];
    struct gisa_name_sets sets[NAMES_FOLDS];
    struct gisa_arena arena, scratch;
    struct gisa_templates templates;
    char *template_text; /* made a multiple of 8 long by spaces */
    size_t template_size;
};

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

static void prepare(struct trainer *tr, const struct sentence *s, float weight, struct example *e) {
    struct gisa_document d;
    struct gisa_error error;
    struct gisa_positions p;
    gisa_arena_reset(&tr->scratch);
    if (gisa_document_read(&d, s->text, s->size, &tr->scratch, &tr->scratch, &error) != GISA_OK || d.to_source ||
        !gisa_feature_extract(&d, (struct gisa_span){0, d.count}, &tr->templates, &tr->sets[s->fold], &tr->scratch, &p)) {
        *e = (struct example){0};
        return;
    }
    *e = (struct example){.count = p.count, .weight = weight};
    e->begin = must(gisa_arena_alloc(&tr->arena, (size_t)p.count + 1, sizeof *e->begin));
    e->begin[0] = 0;
    for (uint32_t i = 0; i < p.count; i++) {
        e->begin[i + 1] = e->begin[i] + p.used[i];
    }
    e->rows = must(gisa_arena_alloc(&tr->arena, e->begin[p.count], sizeof *e->rows));
    e->template = must(gisa_arena_alloc(&tr->arena, e->begin[p.count], 1));
    e->space = must(gisa_arena_alloc(&tr->arena, p.count, 1));
    e->label = must(gisa_arena_alloc(&tr->arena, p.count, 1));
    for (uint32_t i = 0; i < p.count; i++) {
        memcpy(e->rows + e->begin[i], p.rows + (size_t)i * GISA_MODEL_FEATURES, p.used[i] * sizeof *p.rows);
        memcpy(e->template + e->begin[i], p.template + (size_t)i * GISA_MODEL_FEATURES, p.used[i]);
        e->space[i] = p.space[i];
        uint8_t y = s->label[p.at[i]];
        bool follows = i && e->label[i - 1] && (e->label[i - 1] - 1) / 2 == (y - 1) / 2;
        e->label[i] = y && y % 2 == 0 && !follows ? (uint8_t)(y - 1) : y;
    }
}

static long steps_of(float w, uint32_t s) {
    long q = s ? lroundf(w * GISA_ROW_UNIT / gisa_row_step[s]) : 0;
    return q > GISA_ROW_MOST ? GISA_ROW_MOST : q < -GISA_ROW_MOST ? -GISA_ROW_MOST : q;
}

/* Rounds a row to row.h's form, with the step that loses least. */
static void pack(const float *w, uint8_t *b) {
    uint32_t best = 0;
    double least = INFINITY;
    for (uint32_t s = 0; s < GISA_ROW_STEPS; s++) {
        double lost = 0;
        for (int k = 0; k < L; k++) {
            double e = (double)w[k] * GISA_ROW_UNIT - (double)steps_of(w[k], s) * gisa_row_step[s];
            lost += e * e;
        }
        best = lost < least ? s : best;
        least = lost < least ? lost : least;
    }
    uint32_t n[L + 1];
    for (int k = 0; k < L; k++) {
        n[k] = (uint32_t)(steps_of(w[k], best) + GISA_ROW_ZERO);
    }
    n[L] = best;
    for (int j = 0; j < GISA_ROW_BYTES; j++) {
        b[j] = (uint8_t)(n[2 * j] | n[2 * j + 1] << 4);
    }
}

static void write_model(const struct trainer *tr, const char *path) {
    struct gisa_model_header h = {.version = GISA_MODEL_VERSION, .row_bits = GISA_MODEL_ROW_BITS, .labels = L,
                                  .row = GISA_ROW_BYTES, .unit = GISA_ROW_UNIT, .templates = (uint32_t)tr->template_size,
                                  .kept = tr->kept};
    memcpy(h.magic, GISA_MODEL_MAGIC, sizeof h.magic);
    const struct name_blob *seen = &tr->seen[NAMES_FOLDS];
    const size_t transitions = sizeof(int32_t) * 2 * L * L;
    const size_t index = ROWS / 64 * sizeof *tr->index;
    const size_t rows = (size_t)tr->kept * GISA_ROW_BYTES;
    const size_t size = transitions + index + rows + tr->template_size + tr->known.size + seen->size;
    unsigned char *bytes = must(calloc(size, 1));
    int32_t t[2][L][L];
    for (int s = 0; s < 2; s++) {
        for (uint32_t a = 0; a < L; a++) {
            for (uint32_t b = 0; b < L; b++) {
                double w = tr->crf.t[s][a][b] - (b == 0 ? (double)o_bias : 0);
                t[s][a][b] = gisa_model_allows(a, b) ? (int32_t)lround(w * GISA_ROW_UNIT) : -(1 << 20);
            }
        }
    }
    memcpy(bytes, t, transitions);
    memcpy(bytes + transitions, tr->index, index);
    unsigned char *at = bytes + transitions + index;
    for (size_t r = 0; r < tr->kept; r++) {
        pack(tr->crf.w[r], at + r * GISA_ROW_BYTES);
    }
    at += rows;
    memcpy(at, tr->template_text, tr->template_size);
    memcpy(at + tr->template_size, tr->known.bytes, tr->known.size);
    memcpy(at + tr->template_size + tr->known.size, seen->bytes, seen->size);
    h.checksum = gisa_model_checksum(bytes, size);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(&h, sizeof h, 1, f) != 1 || fwrite(bytes, size, 1, f) != 1 || fclose(f)) {
        perror(path);
        exit(1);
    }
    free(bytes);
}

struct worth {
    float worth;
    uint32_t row;
};

static int by_worth(const void *a, const void *b) {
    const struct worth *x = a;
    const struct worth *y = b;
    return x->worth != y->worth ? (x->worth > y->worth ? -1 : 1) : (x->row > y->row) - (x->row < y->row);
}

/* Keeps the rows that decide most, as a short training tells (range of the weights x root of the occurrences), and
 * numbers them anew. */
static void select_rows(struct trainer *tr, uint32_t most) {
    struct crf_settings brief = settings;
    brief.epochs = SELECT_EPOCHS;
    brief.runs = 1;
    crf_init(&tr->crf, ROWS);
    crf_train(&tr->crf, &brief, tr->templates.source, tr->at, tr->count);
    struct worth *worth = must(calloc(ROWS, sizeof *worth));
    for (size_t i = 0; i < tr->count; i++) {
        for (uint32_t f = 0; tr->at[i].count && f < tr->at[i].begin[tr->at[i].count]; f++) {
            worth[tr->at[i].rows[f]].worth += 1;
        }
    }
    size_t used = 0;
    for (uint32_t r = 0; r < ROWS; r++) {
        float low = 0;
        float high = 0;
        for (int k = 0; k < L; k++) {
            low = tr->crf.w[r][k] < low ? tr->crf.w[r][k] : low;
            high = tr->crf.w[r][k] > high ? tr->crf.w[r][k] : high;
        }
        used += worth[r].worth > 0;
        worth[r] = (struct worth){(high - low) * sqrtf(worth[r].worth), r};
    }
    qsort(worth, ROWS, sizeof *worth, by_worth);
    for (uint32_t i = 0; i < most && i < ROWS; i++) {
        tr->index[worth[i].row >> 6].bits[worth[i].row >> 5 & 1] |= 1u << (worth[i].row & 31);
        tr->kept++;
    }
    for (uint32_t i = 1; i < ROWS / 64; i++) {
        tr->index[i].before = tr->index[i - 1].before + gisa_bits_set(gisa_rowindex_bits(&tr->index[i - 1]));
    }
    for (size_t i = 0; i < tr->count; i++) {
        struct example *x = &tr->at[i];
        uint32_t to = 0;
        uint32_t f = 0;
        for (uint32_t k = 0; k < x->count; k++) {
            for (; f < x->begin[k + 1]; f++) {
                uint32_t place = 0;
                if (gisa_rowindex_find(tr->index, x->rows[f], &place)) {
                    x->template[to] = x->template[f];
                    x->rows[to++] = place;
                }
            }
            x->begin[k + 1] = to;
        }
    }
    fprintf(stderr, "%zu of %d rows used, %u kept\n", used, ROWS, tr->kept);
    free(worth);
    crf_free(&tr->crf);
}

static void read_names(struct trainer *tr, const struct corpus *corpus, const char *gazetteer) {
    tr->known = names_known(gazetteer);
    names_seen(corpus, tr->seen);
    for (int k = 0; k < NAMES_FOLDS; k++) {
        if (!gisa_nameset_open(&tr->sets[k].known, tr->known.bytes, tr->known.size) ||
            !gisa_nameset_open(&tr->sets[k].seen, tr->seen[k].bytes, tr->seen[k].size)) {
            fputs("bad name set\n", stderr);
            exit(1);
        }
    }
    fprintf(stderr, "name sets: %zu and %zu bytes\n", tr->known.size, tr->seen[NAMES_FOLDS].size);
}

static void read_templates(struct trainer *tr, const char *path) {
    enum { MOST = 1 << 16 };
    char why[80] = "cannot be read, or is too long";
    FILE *f = fopen(path, "rb");
    tr->template_text = must(malloc(MOST));
    size_t size = f ? fread(tr->template_text, 1, MOST, f) : MOST;
    if (f) {
        fclose(f);
    }
    tr->template_size = (size + 7) / 8 * 8;
    if (tr->template_size >= MOST || !gisa_templates_read(&tr->templates, tr->template_text, size, why)) {
        fprintf(stderr, "%s: %s\n", path, why);
        exit(1);
    }
    memset(tr->template_text + size, ' ', tr->template_size - size);
}

int main(int argc, char **argv) {
    bool all = argc > 1 && !strcmp(argv[1], "--all");
    static struct trainer tr;
    struct corpus corpus = {.hold = 0, .holds = 10};
    float weight[MAX_FILES] = {0};
    float copies[MAX_FILES] = {0};
    argc -= all;
    argv += all;
    if (argc > 3 && !strcmp(argv[1], "--hold") && sscanf(argv[2], "%u/%u", &corpus.hold, &corpus.holds) == 2) {
        argc -= 2;
        argv += 2;
    }
    if (argc < 6) {
        fputs("usage: gisa-train [--all] [--hold K/N] TEMPLATES.pat TAGSET.tsv GAZETTEER.tsv OUT.gisam FILE[*WEIGHT[*COPIES]] ...\n",
              stderr);
        return 64;
    }
    read_templates(&tr, argv[1]);
    argc--;
    argv++;
    gisa_arena_init(&tr.arena, (size_t)16 << 30);
    gisa_arena_init(&tr.scratch, (size_t)1 << 30);
    for (int i = 4; i < argc && i < 4 + MAX_FILES; i++) {
        char *star = strchr(argv[i], '*');
        char *second = star ? strchr(star + 1, '*') : NULL;
        weight[i - 4] = star ? strtof(star + 1, NULL) : 1;
        copies[i - 4] = second ? strtof(second + 1, NULL) : 0;
        if (star) {
            *star = 0;
        }
        corpus_read(&corpus, argv[i], argv[1], (uint8_t)(i - 4), !all && weight[i - 4] >= 1);
    }
    read_names(&tr, &corpus, argv[2]);
    replace_names(&corpus, copies);
    tr.at = must(calloc(corpus.count, sizeof *tr.at));
    for (size_t i = 0; i < corpus.count; i++) {
        if (!corpus.at[i].is_held) {
            const struct sentence *s = &corpus.at[i];
            prepare(&tr, s, s->is_copy ? copies[s->source] : weight[s->source], &tr.at[tr.count++]);
        }
    }
    fprintf(stderr, "%zu sentences\n", tr.count);
    tr.index = must(calloc(ROWS / 64, sizeof *tr.index));
    select_rows(&tr, KEPT);
    crf_init(&tr.crf, tr.kept);
    crf_train(&tr.crf, &settings, tr.templates.source, tr.at, tr.count);
    write_model(&tr, argv[3]);
    corpus_free(&corpus);
    gisa_arena_free(&tr.arena);
    gisa_arena_free(&tr.scratch);
    for (int k = 0; k <= NAMES_FOLDS; k++) {
        free(tr.seen[k].bytes);
    }
    free(tr.known.bytes);
    free(tr.template_text);
    free(tr.index);
    free(tr.at);
    crf_free(&tr.crf);
    return 0;
}
