/* SPDX-License-Identifier: Apache-2.0 */
/* gisa-train: the CRF of lib/model from labelled sentences.
 *
 *     gisa-train [--all] TAGSET.tsv OUT.gisam FILE[*WEIGHT] ...      FILE: .tsv (columns) or .txt (inline labels)
 *
 * Maximises sum of log p(y|x) by stochastic gradient ascent with AdaGrad steps (Duchi et al. 2011), forward-backward in
 * double precision, averages the weights of the last half (Polyak), and rounds to 8 bits. One thread, fixed seed, fixed
 * order: the same files give the same bytes. A tenth of the first file, by hash, is held out for gisa-eval, unless --all
 * is given: then the model that ships learns from it too. */
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/model.h"
#include "text/document.h"

enum { EPOCHS = 6, L = GISA_MODEL_LABELS, ROW = GISA_MODEL_ROW, ROWS = 1 << GISA_MODEL_ROW_BITS };
static const double learning_rate = 0.06;
static const double dropout = 0.15;
static const double forbidden = -1e6;
static const float o_bias = 0.9f; /* recall for precision: subtracted from O when the model is written */

struct example {
    uint32_t *rows; /* [count][features] */
    uint8_t *space;
    uint8_t *label;
    uint32_t count;
    float weight;
};

struct trainer {
    struct example *at;
    size_t count;
    uint32_t features;
    float (*w)[ROW];
    float (*g)[ROW];    /* AdaGrad sums */
    float (*sum)[ROW];  /* for the average */
    double t[2][L][L], tg[2][L][L], tsum[2][L][L];
    uint32_t averaged;
    struct gisa_arena arena, scratch;
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
        !gisa_feature_extract(&d, (struct gisa_span){0, d.count}, &tr->scratch, &p)) {
        *e = (struct example){0};
        return;
    }
    tr->features = p.features;
    *e = (struct example){.count = p.count, .weight = weight};
    e->rows = must(gisa_arena_alloc(&tr->arena, (size_t)p.count * p.features, sizeof *e->rows));
    e->space = must(gisa_arena_alloc(&tr->arena, p.count, 1));
    e->label = must(gisa_arena_alloc(&tr->arena, p.count, 1));
    for (uint32_t i = 0; i < p.count; i++) {
        memcpy(e->rows + (size_t)i * p.features, p.rows + (size_t)i * GISA_MODEL_FEATURES, p.features * sizeof *p.rows);
        e->space[i] = p.space[i];
        uint8_t y = s->label[p.at[i]];
        bool follows = i && e->label[i - 1] && (e->label[i - 1] - 1) / 2 == (y - 1) / 2;
        e->label[i] = y && y % 2 == 0 && !follows ? (uint8_t)(y - 1) : y;
    }
}

static void emissions(const struct trainer *tr, const struct example *e, uint64_t kept, double (*emit)[L]) {
    for (uint32_t i = 0; i < e->count; i++) {
        float s[ROW] = {0};
        for (uint32_t f = 0; f < tr->features; f++) {
            if (!(kept >> f & 1)) {
                continue;
            }
            const float *w = tr->w[e->rows[(size_t)i * tr->features + f]];
            for (int k = 0; k < ROW; k++) {
                s[k] += w[k];
            }
        }
        for (int k = 0; k < L; k++) {
            emit[i][k] = s[k];
        }
    }
}

/* Scaled forward-backward on exp scores; alpha, beta [T][L] end as marginals in gamma. */
struct lattice {
    double emit[GISA_MODEL_MAX_SENTENCE][L];
    double alpha[GISA_MODEL_MAX_SENTENCE][L];
    double beta[GISA_MODEL_MAX_SENTENCE][L];
    double scale[GISA_MODEL_MAX_SENTENCE];
    double e[2][L][L]; /* exp of transitions */
};

static void forward_backward(const struct trainer *tr, const struct example *x, struct lattice *z) {
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                z->e[s][a][b] = exp(tr->t[s][a][b]);
            }
        }
    }
    for (uint32_t i = 0; i < x->count; i++) {
        double most = z->emit[i][0];
        for (int k = 1; k < L; k++) {
            most = z->emit[i][k] > most ? z->emit[i][k] : most;
        }
        double total = 0;
        for (int b = 0; b < L; b++) {
            double in = 0;
            if (i) {
                for (int a = 0; a < L; a++) {
                    in += z->alpha[i - 1][a] * z->e[x->space[i]][a][b];
                }
            } else {
                in = z->e[1][0][b];
            }
            z->emit[i][b] = exp(z->emit[i][b] - most);
            z->alpha[i][b] = in * z->emit[i][b];
            total += z->alpha[i][b];
        }
        z->scale[i] = 1 / total;
        for (int b = 0; b < L; b++) {
            z->alpha[i][b] *= z->scale[i];
        }
    }
    for (int k = 0; k < L; k++) {
        z->beta[x->count - 1][k] = 1;
    }
    for (uint32_t i = x->count - 1; i-- > 0;) {
        double in[L];
        for (int b = 0; b < L; b++) {
            in[b] = z->beta[i + 1][b] * z->emit[i + 1][b] * z->scale[i + 1];
        }
        for (int a = 0; a < L; a++) {
            double s = 0;
            for (int b = 0; b < L; b++) {
                s += z->e[x->space[i + 1]][a][b] * in[b];
            }
            z->beta[i][a] = s;
        }
    }
}

static void step(double *w, double *g, double gradient) {
    *g += gradient * gradient;
    *w += learning_rate * gradient / sqrt(*g + 1e-8);
}

static void update(struct trainer *tr, const struct example *x, uint64_t kept, struct lattice *z) {
    static double dt[2][L][L];
    memset(dt, 0, sizeof dt);
    for (uint32_t i = 0; i < x->count; i++) {
        float d[ROW] = {0};
        for (int k = 0; k < L; k++) {
            d[k] = (float)(-z->alpha[i][k] * z->beta[i][k]) * x->weight;
        }
        d[x->label[i]] += x->weight;
        if (i) {
            for (int a = 0; a < L; a++) {
                for (int b = 0; b < L; b++) {
                    dt[x->space[i]][a][b] -= z->alpha[i - 1][a] * z->e[x->space[i]][a][b] * z->emit[i][b] *
                                             z->scale[i] * z->beta[i][b] * (double)x->weight;
                }
            }
            dt[x->space[i]][x->label[i - 1]][x->label[i]] += (double)x->weight;
        }
        bool flat = true;
        for (int k = 0; k < L; k++) {
            flat = flat && fabsf(d[k]) < 1e-3f;
        }
        for (uint32_t f = 0; !flat && f < tr->features; f++) {
            if (!(kept >> f & 1)) {
                continue;
            }
            uint32_t row = x->rows[(size_t)i * tr->features + f];
            for (int k = 0; k < ROW; k++) {
                tr->g[row][k] += d[k] * d[k];
                tr->w[row][k] += (float)learning_rate * d[k] / sqrtf(tr->g[row][k] + 1e-8f);
            }
        }
    }
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                if (gisa_model_allows((uint32_t)a, (uint32_t)b) && dt[s][a][b] != 0) {
                    step(&tr->t[s][a][b], &tr->tg[s][a][b], dt[s][a][b]);
                }
            }
        }
    }
}

static void average(struct trainer *tr) {
    for (int r = 0; r < ROWS; r++) {
        for (int k = 0; k < ROW; k++) {
            tr->sum[r][k] += tr->w[r][k];
        }
    }
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                tr->tsum[s][a][b] += tr->t[s][a][b];
            }
        }
    }
    tr->averaged++;
}

static uint64_t next_random(uint64_t *state) { /* splitmix64 */
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Dropout of whole templates for one sentence (Hinton et al. 2012): words seen in training are not trusted alone. */
static uint64_t keep_templates(uint64_t *seed) {
    uint64_t kept = 0;
    uint64_t r = 0;
    for (int f = 0; f < GISA_MODEL_FEATURES; f++) {
        r = f % 8 ? r >> 8 : next_random(seed);
        kept |= (uint64_t)((double)(r & 255) >= 256 * dropout) << f;
    }
    return kept;
}

static void train(struct trainer *tr) {
    static struct lattice z;
    size_t *order = must(malloc(tr->count * sizeof *order));
    uint64_t seed = 20261124;
    for (size_t i = 0; i < tr->count; i++) {
        order[i] = i;
    }
    for (int s = 0; s < 2; s++) {
        for (uint32_t a = 0; a < L; a++) {
            for (uint32_t b = 0; b < L; b++) {
                tr->t[s][a][b] = gisa_model_allows(a, b) ? 0 : forbidden;
            }
        }
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        double likelihood = 0;
        for (size_t i = tr->count; i-- > 1;) {
            size_t k = next_random(&seed) % (i + 1);
            size_t o = order[i];
            order[i] = order[k];
            order[k] = o;
        }
        for (size_t i = 0; i < tr->count; i++) {
            const struct example *x = &tr->at[order[i]];
            if (x->count < 1) {
                continue;
            }
            uint64_t kept = keep_templates(&seed);
            emissions(tr, x, kept, z.emit);
            forward_backward(tr, x, &z);
            update(tr, x, kept, &z);
            for (uint32_t k = 0; k < x->count; k++) {
                double p = z.alpha[k][x->label[k]] * z.beta[k][x->label[k]];
                likelihood += log(p > 1e-12 ? p : 1e-12);
            }
            if (epoch >= EPOCHS / 2 && i % (tr->count / 4 + 1) == 0) {
                average(tr);
            }
        }
        fprintf(stderr, "epoch %d: sum of log marginals %.0f\n", epoch + 1, likelihood);
    }
    average(tr);
    free(order);
}

static void write_model(const struct trainer *tr, const char *path) {
    /* one scale for rows and transitions: the 8 bits cover all but the rarest weights, which are clipped */
    size_t bins[4096] = {0};
    for (int r = 0; r < ROWS; r++) {
        for (int k = 0; k < L; k++) {
            int bin = (int)(fabsf(tr->sum[r][k] / (float)tr->averaged) * 256);
            bins[bin > 4095 ? 4095 : bin]++;
        }
    }
    size_t above = 0;
    int bin = 4095;
    while (bin > 64 && (above += bins[bin]) < (size_t)ROWS * L / 20000) {
        bin--;
    }
    int32_t unit = (int32_t)(127 * 256 / bin);
    struct gisa_model_header h = {.version = GISA_MODEL_VERSION, .row_bits = GISA_MODEL_ROW_BITS, .labels = L, .row = ROW,
                                  .unit = unit, .features = tr->features};
    memcpy(h.magic, GISA_MODEL_MAGIC, sizeof h.magic);
    size_t transitions = sizeof(int32_t) * 2 * L * L;
    size_t size = transitions + (size_t)ROWS * ROW;
    unsigned char *bytes = must(calloc(size, 1));
    int32_t t[2][L][L];
    for (int s = 0; s < 2; s++) {
        for (uint32_t a = 0; a < L; a++) {
            for (uint32_t b = 0; b < L; b++) {
                double w = tr->tsum[s][a][b] / tr->averaged - (b == 0 ? (double)o_bias : 0);
                t[s][a][b] = gisa_model_allows(a, b) ? (int32_t)lround(w * unit) : -(1 << 20);
            }
        }
    }
    memcpy(bytes, t, transitions);
    for (int r = 0; r < ROWS; r++) {
        for (int k = 0; k < L; k++) {
            long w = lroundf(tr->sum[r][k] / (float)tr->averaged * (float)unit);
            int8_t q = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
            memcpy(bytes + transitions + (size_t)r * ROW + (size_t)k, &q, 1);
        }
    }
    h.checksum = gisa_model_checksum(bytes, size);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(&h, sizeof h, 1, f) != 1 || fwrite(bytes, size, 1, f) != 1 || fclose(f)) {
        perror(path);
        exit(1);
    }
    free(bytes);
}

int main(int argc, char **argv) {
    bool all = argc > 1 && !strcmp(argv[1], "--all");
    argc -= all;
    argv += all;
    if (argc < 4) {
        fputs("usage: gisa-train [--all] TAGSET.tsv OUT.gisam FILE[*WEIGHT] ...\n", stderr);
        return 64;
    }
    static struct trainer tr;
    struct corpus corpus = {0};
    float weight[64] = {0};
    gisa_arena_init(&tr.arena, (size_t)16 << 30);
    gisa_arena_init(&tr.scratch, (size_t)1 << 30);
    for (int i = 3; i < argc && i < 64; i++) {
        char *star = strchr(argv[i], '*');
        weight[i - 3] = star ? strtof(star + 1, NULL) : 1;
        if (star) {
            *star = 0;
        }
        corpus_read(&corpus, argv[i], argv[1], (uint8_t)(i - 3), i == 3 && !all);
    }
    tr.at = must(calloc(corpus.count, sizeof *tr.at));
    for (size_t i = 0; i < corpus.count; i++) {
        if (!corpus.at[i].is_held) {
            prepare(&tr, &corpus.at[i], weight[corpus.at[i].source], &tr.at[tr.count++]);
        }
    }
    fprintf(stderr, "%zu sentences, %u features a position\n", tr.count, tr.features);
    tr.w = must(calloc(ROWS, sizeof *tr.w));
    tr.g = must(calloc(ROWS, sizeof *tr.g));
    tr.sum = must(calloc(ROWS, sizeof *tr.sum));
    train(&tr);
    write_model(&tr, argv[2]);
    corpus_free(&corpus);
    gisa_arena_free(&tr.arena);
    gisa_arena_free(&tr.scratch);
    free(tr.at);
    free(tr.w);
    free(tr.g);
    free(tr.sum);
    return 0;
}
