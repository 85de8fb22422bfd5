/* SPDX-License-Identifier: Apache-2.0 */
#include "crf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { L = CRF_LABELS, ROW = CRF_ROW };
static const double forbidden = -1e6;

/* Scaled forward-backward on exp scores; alpha * beta are the marginals. */
struct lattice {
    double emit[GISA_MODEL_MAX_SENTENCE][L];
    double alpha[GISA_MODEL_MAX_SENTENCE][L];
    double beta[GISA_MODEL_MAX_SENTENCE][L];
    double scale[GISA_MODEL_MAX_SENTENCE];
    double e[2][L][L]; /* exp of transitions */
};

static void *must(void *p) {
    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

void crf_init(struct crf *m, uint32_t rows) {
    *m = (struct crf){.rows = rows};
    m->w = must(calloc(m->rows, sizeof *m->w));
    m->g = must(calloc(m->rows, sizeof *m->g));
    m->sum = must(calloc(m->rows, sizeof *m->sum));
}

void crf_free(struct crf *m) {
    free(m->w);
    free(m->g);
    free(m->sum);
}

static void emissions(const struct crf *m, const struct example *e, const bool *kept, double (*emit)[L]) {
    for (uint32_t i = 0; i < e->count; i++) {
        float s[ROW] = {0};
        for (uint32_t f = e->begin[i]; f < e->begin[i + 1]; f++) {
            if (!kept[e->template[f]]) {
                continue;
            }
            const float *w = m->w[e->rows[f]];
            for (int k = 0; k < ROW; k++) {
                s[k] += w[k];
            }
        }
        for (int k = 0; k < L; k++) {
            emit[i][k] = s[k];
        }
    }
}

static void forward_backward(const struct crf *m, const struct example *x, struct lattice *z) {
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                z->e[s][a][b] = exp(m->t[s][a][b]);
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

static void update(struct crf *m, const struct example *x, const bool *kept, double rate, const struct lattice *z) {
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
        for (uint32_t f = x->begin[i]; !flat && f < x->begin[i + 1]; f++) {
            if (!kept[x->template[f]]) {
                continue;
            }
            uint32_t row = x->rows[f];
            for (int k = 0; k < ROW; k++) {
                m->g[row][k] += d[k] * d[k];
                m->w[row][k] += (float)rate * d[k] / sqrtf(m->g[row][k] + 1e-8f);
            }
        }
    }
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                if (gisa_model_allows((uint32_t)a, (uint32_t)b) && dt[s][a][b] != 0) {
                    m->tg[s][a][b] += dt[s][a][b] * dt[s][a][b];
                    m->t[s][a][b] += rate * dt[s][a][b] / sqrt(m->tg[s][a][b] + 1e-8);
                }
            }
        }
    }
}

static void average(struct crf *m) {
    for (uint32_t r = 0; r < m->rows; r++) {
        for (int k = 0; k < ROW; k++) {
            m->sum[r][k] += m->w[r][k];
        }
    }
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                m->tsum[s][a][b] += m->t[s][a][b];
            }
        }
    }
    m->averaged++;
}

static uint64_t next_random(uint64_t *state) { /* splitmix64 */
    uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Dropout for one sentence (Hinton et al. 2012): words and names seen in training are not trusted alone. */
static void keep_templates(const struct crf_settings *o, const uint8_t *source, uint64_t *seed,
                           bool kept[GISA_TEMPLATE_NUMBERS]) {
    uint64_t r = 0;
    for (int f = 0; f < GISA_TEMPLATE_NUMBERS; f++) {
        r = f % 8 ? r >> 8 : next_random(seed);
        kept[f] = (double)(r & 255) >= 256 * o->dropout;
    }
    r = next_random(seed);
    bool known = (double)(r & 255) >= 256 * o->known_dropout;
    bool seen = (double)(r >> 8 & 255) >= 256 * o->seen_dropout;
    for (int f = 0; f < GISA_TEMPLATE_NUMBERS; f++) {
        kept[f] = kept[f] && (source[f] == GISA_TEMPLATE_KNOWN ? known : source[f] == GISA_TEMPLATE_SEEN ? seen : true);
    }
}

static void start(struct crf *m) {
    memset(m->w, 0, m->rows * sizeof *m->w);
    memset(m->g, 0, m->rows * sizeof *m->g);
    memset(m->tg, 0, sizeof m->tg);
    for (int s = 0; s < 2; s++) {
        for (uint32_t a = 0; a < L; a++) {
            for (uint32_t b = 0; b < L; b++) {
                m->t[s][a][b] = gisa_model_allows(a, b) ? 0 : forbidden;
            }
        }
    }
}

static void shuffle(size_t *order, size_t count, uint64_t *seed) {
    for (size_t i = count; i-- > 1;) {
        size_t k = next_random(seed) % (i + 1);
        size_t o = order[i];
        order[i] = order[k];
        order[k] = o;
    }
}

/* One run: epochs over the examples in `order`. */
static void run(struct crf *m, const struct crf_settings *o, const uint8_t *source, const struct example *at, size_t *order,
                size_t count, uint64_t *seed) {
    static struct lattice z;
    start(m);
    for (int epoch = 0; epoch < o->epochs; epoch++) {
        double likelihood = 0;
        shuffle(order, count, seed);
        for (size_t i = 0; i < count; i++) {
            const struct example *x = &at[order[i]];
            bool kept[GISA_TEMPLATE_NUMBERS];
            keep_templates(o, source, seed, kept);
            emissions(m, x, kept, z.emit);
            forward_backward(m, x, &z);
            update(m, x, kept, o->learning_rate, &z);
            for (uint32_t k = 0; k < x->count; k++) {
                double p = z.alpha[k][x->label[k]] * z.beta[k][x->label[k]];
                likelihood += log(p > 1e-12 ? p : 1e-12);
            }
            if (epoch >= o->epochs / 2 && i % (count / 4 + 1) == 0) {
                average(m);
            }
        }
        fprintf(stderr, "epoch %d: sum of log marginals %.0f\n", epoch + 1, likelihood);
    }
    average(m);
}

void crf_train(struct crf *m, const struct crf_settings *o, const uint8_t source[GISA_TEMPLATE_NUMBERS],
               const struct example *at, size_t count) {
    size_t *order = must(malloc(count * sizeof *order));
    uint64_t seed = o->seed;
    memset(m->sum, 0, m->rows * sizeof *m->sum);
    memset(m->tsum, 0, sizeof m->tsum);
    m->averaged = 0;
    for (int k = 0; k < o->runs; k++) {
        size_t used = 0;
        for (size_t i = 0; i < count; i++) {
            if (at[i].count) {
                order[used++] = i;
            }
        }
        run(m, o, source, at, order, used, &seed);
    }
    for (uint32_t r = 0; r < m->rows; r++) {
        for (int k = 0; k < ROW; k++) {
            m->w[r][k] = m->sum[r][k] / (float)m->averaged;
        }
    }
    for (int s = 0; s < 2; s++) {
        for (int a = 0; a < L; a++) {
            for (int b = 0; b < L; b++) {
                m->t[s][a][b] = m->tsum[s][a][b] / m->averaged;
            }
        }
    }
    free(order);
}
