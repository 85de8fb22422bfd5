/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOOLS_CRF_H
#define GISA_TOOLS_CRF_H

/* Learns a linear-chain CRF: maximises sum of weight * log p(y|x) by stochastic gradient ascent with AdaGrad steps (Duchi
 * et al. 2011), forward-backward in double precision, and averages the weights of the second half (Polyak). One thread,
 * fixed seed, fixed order: the same examples give the same weights. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/feature.h"
#include "model/model.h"

enum { CRF_LABELS = GISA_MODEL_LABELS, CRF_ROW = GISA_MODEL_ROW };

struct example {
    uint32_t *rows;    /* those of all positions */
    uint8_t *template; /* of each row */
    uint32_t *begin;   /* [count + 1] where a position's rows begin */
    uint8_t *space;
    uint8_t *label;
    uint32_t count;
    float weight;
};

struct crf_settings {
    int epochs;
    int runs;             /* models of different order and dropout, averaged to one: a mean of linear models is one */
    double learning_rate;
    double dropout;       /* of every template, for one sentence */
    double known_dropout; /* of all templates of the public gazetteers together */
    double seen_dropout;  /* of those of the training forms */
    uint64_t seed;
};

struct crf {
    uint32_t rows;
    float (*w)[CRF_ROW]; /* [rows] what was learned, when crf_train is through */
    float (*g)[CRF_ROW]; /* AdaGrad sums */
    float (*sum)[CRF_ROW];
    double t[2][CRF_LABELS][CRF_LABELS], tg[2][CRF_LABELS][CRF_LABELS], tsum[2][CRF_LABELS][CRF_LABELS];
    uint32_t averaged;
};

void crf_init(struct crf *crf, uint32_t rows);
void crf_free(struct crf *crf);

/* source: by template number, enum gisa_template_source. */
void crf_train(struct crf *crf, const struct crf_settings *settings, const uint8_t source[GISA_TEMPLATE_NUMBERS],
               const struct example *at, size_t count);

#endif
