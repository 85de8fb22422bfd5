/* SPDX-License-Identifier: Apache-2.0 */
#include "model/model.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "model/feature.h"
#include "model/format.h"
#include "model/row.h"

_Static_assert(sizeof(struct gisa_model_header) == 48, "the header is packed by its order");

static const char *const names[] = {"PS", "OG", "LC", "DT", "TI", "QT", "CP", "AF", "EV"};

const char *gisa_tag_name(enum gisa_tag_type type) { return names[type]; }

bool gisa_model_allows(uint32_t from, uint32_t to) {
    bool inside = to && to % 2 == 0; /* labels: 0 = O, odd = B, even = I */
    return !inside || from == to || from == to - 1;
}

static enum gisa_status refuse(struct gisa_error *error, const char *why) {
    snprintf(error->detail, sizeof error->detail, "name model: %s", why);
    return GISA_BAD_MODEL;
}

static bool is_index(const struct gisa_rowindex_word *words, size_t count, uint32_t kept) {
    uint32_t before = 0;
    for (size_t i = 0; i < count; i++) {
        if (words[i].before != before) {
            return false;
        }
        before += gisa_bits_set(gisa_rowindex_bits(&words[i]));
    }
    return before == kept;
}

enum gisa_status gisa_model_open(struct gisa_model *model, const void *bytes, size_t size, struct gisa_error *error) {
    struct gisa_model_header h;
    int32_t transition[2][GISA_MODEL_LABELS][GISA_MODEL_LABELS];
    const size_t transitions = sizeof transition;
    const size_t words = ((size_t)1 << GISA_MODEL_ROW_BITS) / 64;
    const size_t index = words * sizeof(struct gisa_rowindex_word);
    if (size < sizeof h) {
        return refuse(error, "the file is too short");
    }
    memcpy(&h, bytes, sizeof h);
    if (memcmp(h.magic, GISA_MODEL_MAGIC, sizeof h.magic) != 0 || h.version != GISA_MODEL_VERSION) {
        return refuse(error, "not a model of this version");
    }
    if (h.row_bits != GISA_MODEL_ROW_BITS || h.labels != GISA_MODEL_LABELS || h.row != GISA_ROW_BYTES || h.unit <= 0 ||
        h.templates % 8 || h.kept % 2 ||
        size < sizeof h + transitions + index + (size_t)h.kept * GISA_ROW_BYTES + h.templates) {
        return refuse(error, "the sizes do not fit");
    }
    const unsigned char *rest = (const unsigned char *)bytes + sizeof h;
    if (gisa_model_checksum(rest, size - sizeof h) != h.checksum) {
        return refuse(error, "the checksum does not fit: the file is damaged");
    }
    memcpy(transition, rest, transitions);
    memset(model->into, 0, sizeof model->into);
    memset(model->out_of, 0, sizeof model->out_of);
    model->index = (const struct gisa_rowindex_word *)(rest + transitions);
    model->rows = rest + transitions + index;
    model->unit = h.unit;
    if (!is_index(model->index, words, h.kept)) {
        return refuse(error, "the index of rows does not fit");
    }
    const size_t rows = (size_t)h.kept * GISA_ROW_BYTES;
    char why[80];
    if (!gisa_templates_read(&model->templates, (const char *)model->rows + rows, h.templates, why)) {
        return refuse(error, why);
    }
    const unsigned char *sets = model->rows + rows + h.templates;
    const size_t left = size - sizeof h - transitions - index - rows - h.templates;
    size_t known = gisa_nameset_open(&model->names.known, sets, left);
    size_t seen = known ? gisa_nameset_open(&model->names.seen, sets + known, left - known) : 0;
    if (!seen || known + seen != left) {
        return refuse(error, "the name sets do not fit");
    }
    for (uint32_t s = 0; s < 2; s++) {
        for (uint32_t a = 0; a < GISA_MODEL_LABELS; a++) {
            for (uint32_t b = 0; b < GISA_MODEL_LABELS; b++) {
                int32_t w = transition[s][a][b];
                model->into[s][a][b] = model->out_of[s][b][a] = w;
                if (w > (1 << 16) || w < -(1 << 24)) {
                    return refuse(error, "a transition is out of range");
                }
            }
        }
    }
    return GISA_OK;
}

/* Places of the kept ones of a position's rows; how many. No branch depends on the row, and each is fetched ahead, so that
 * the loads overlap: a row is hardly ever in the cache. */
static uint32_t find_rows(const struct gisa_model *m, const uint32_t *rows, uint32_t n, uint32_t *places) {
    uint32_t kept = 0;
    for (uint32_t f = 0; f < n; f++) {
        bool is_kept = gisa_rowindex_find(m->index, rows[f], &places[kept]);
        __builtin_prefetch(m->rows + (size_t)places[kept] * GISA_ROW_BYTES);
        kept += is_kept;
    }
    return kept;
}

/* Adds rows: four labels at once, each in 16 bits of a word, since 96 * 15 * 40 < 2^16. What the numbers' zero adds is
 * taken off in the end. */
static void add_rows(const struct gisa_model *m, const uint32_t *places, uint32_t n, int32_t score[GISA_MODEL_ROW]) {
    const uint64_t every_fourth = UINT64_C(0x000F000F000F000F);
    uint64_t sum[5] = {0}; /* sum[q]: labels q, q + 4, q + 8, q + 12; sum[4]: 16, 17, 18 */
    uint32_t steps = 0;
    for (uint32_t f = 0; f < n; f++) {
        const uint8_t *b = m->rows + (size_t)places[f] * GISA_ROW_BYTES;
        uint64_t v;
        memcpy(&v, b, sizeof v);
        const uint64_t tail = (uint64_t)b[8] | (uint64_t)b[9] << 8;
        const uint64_t step = gisa_row_step[tail >> 12];
        sum[0] += (v & every_fourth) * step;
        sum[1] += (v >> 4 & every_fourth) * step;
        sum[2] += (v >> 8 & every_fourth) * step;
        sum[3] += (v >> 12 & every_fourth) * step;
        sum[4] += ((tail & 15) | (tail & 0xF0) << 12 | (tail & 0xF00) << 24) * step;
        steps += (uint32_t)step;
    }
    const int32_t zero = (int32_t)steps * GISA_ROW_ZERO;
    for (uint32_t k = 0; k < 16; k++) {
        score[k] = (int32_t)(sum[k % 4] >> (k / 4 * 16) & 0xFFFF) - zero;
    }
    for (uint32_t k = 16; k < GISA_MODEL_LABELS; k++) {
        score[k] = (int32_t)(sum[4] >> ((k - 16) * 16) & 0xFFFF) - zero;
    }
    score[GISA_MODEL_LABELS] = 0;
}

/* Viterbi (1967), forward and backward:
 *     ahead[t][y] = emit[t][y] + max over x of ahead[t-1][x] + transition[space][x][y]
 *     back[t][x]  = max over y of transition[space][x][y] + emit[t+1][y] + back[t+1][y]
 * so that ahead + back at (t, O) is the best path that leaves t outside every entity. lead[t] = best path - that one. */
static void decode(const struct gisa_model *m, const struct gisa_positions *p, int32_t (*emit)[GISA_MODEL_ROW],
                   int32_t (*ahead)[GISA_MODEL_ROW], uint8_t (*from)[GISA_MODEL_ROW], uint8_t *label, int32_t *lead) {
    for (uint32_t y = 0; y < GISA_MODEL_ROW; y++) {
        ahead[0][y] = emit[0][y] + m->into[1][0][y];
    }
    for (uint32_t t = 1; t < p->count; t++) {
        const int32_t *best = ahead[t - 1];
        const int32_t (*w)[GISA_MODEL_ROW] = m->into[p->space[t]];
        int32_t next[GISA_MODEL_ROW];
        int32_t arg[GISA_MODEL_ROW] = {0};
        for (uint32_t y = 0; y < GISA_MODEL_ROW; y++) {
            next[y] = best[0] + w[0][y];
        }
        for (int32_t x = 1; x < GISA_MODEL_LABELS; x++) {
            for (uint32_t y = 0; y < GISA_MODEL_ROW; y++) {
                int32_t s = best[x] + w[x][y];
                arg[y] = s > next[y] ? x : arg[y];
                next[y] = s > next[y] ? s : next[y];
            }
        }
        for (uint32_t y = 0; y < GISA_MODEL_ROW; y++) {
            ahead[t][y] = next[y] + emit[t][y];
            from[t][y] = (uint8_t)arg[y];
        }
    }
    uint32_t last = p->count - 1;
    uint8_t y = 0;
    for (uint8_t k = 1; k < GISA_MODEL_LABELS; k++) {
        y = ahead[last][k] > ahead[last][y] ? k : y;
    }
    int32_t total = ahead[last][y];
    int32_t back[GISA_MODEL_ROW] = {0};
    for (uint32_t t = last + 1; t-- > 0;) {
        label[t] = y;
        y = from[t][y];
        if (t < last) {
            const int32_t (*w)[GISA_MODEL_ROW] = m->out_of[p->space[t + 1]];
            int32_t here[GISA_MODEL_ROW];
            for (uint32_t x = 0; x < GISA_MODEL_ROW; x++) {
                back[x] += emit[t + 1][x];
            }
            for (uint32_t x = 0; x < GISA_MODEL_ROW; x++) {
                here[x] = w[0][x] + back[0];
            }
            for (uint32_t k = 1; k < GISA_MODEL_LABELS; k++) {
                for (uint32_t x = 0; x < GISA_MODEL_ROW; x++) {
                    int32_t s = w[k][x] + back[k];
                    here[x] = s > here[x] ? s : here[x];
                }
            }
            memcpy(back, here, sizeof back);
        }
        lead[t] = total - ahead[t][0] - back[0];
    }
}

struct tags {
    struct gisa_tag *at;
    uint32_t count;
    uint32_t cap;
};

static bool collect(const struct gisa_model *m, const struct gisa_positions *p, const int32_t *lead, const uint8_t *label,
                    struct gisa_arena *arena, struct tags *out) {
    for (uint32_t t = 0; t < p->count;) {
        uint8_t y = label[t];
        if (!y) {
            t++;
            continue;
        }
        struct gisa_tag tag = {{p->at[t], p->at[t] + 1}, (uint8_t)((y - 1) / 2), INT32_MAX};
        do {
            int32_t l = (int32_t)((int64_t)lead[t] * 1000 / m->unit);
            tag.margin = l < tag.margin ? l : tag.margin;
            tag.span.end = p->at[t] + 1;
            t++;
        } while (t < p->count && label[t] && label[t] % 2 == 0);
        if (out->count == out->cap && !(out->at = gisa_array_grow(arena, out->at, &out->cap, out->count + 1, sizeof tag))) {
            return false;
        }
        out->at[out->count++] = tag;
    }
    return true;
}

static bool tag_piece(const struct gisa_model *m, const struct gisa_document *d, struct gisa_span piece,
                      struct gisa_arena *arena, struct gisa_arena *work, struct tags *out) {
    struct gisa_positions p;
    if (!gisa_feature_extract(d, piece, &m->templates, &m->names, work, &p)) {
        return false;
    }
    int32_t (*emit)[GISA_MODEL_ROW] = gisa_arena_alloc(work, p.count, sizeof *emit);
    uint8_t (*from)[GISA_MODEL_ROW] = gisa_arena_zeroed(work, p.count, sizeof *from);
    int32_t (*ahead)[GISA_MODEL_ROW] = gisa_arena_alloc(work, p.count, sizeof *ahead);
    int32_t *lead = gisa_arena_alloc(work, p.count, sizeof *lead);
    uint8_t *label = gisa_arena_alloc(work, p.count, 1);
    if (!emit || !from || !ahead || !lead || !label) {
        return false;
    }
    for (uint32_t t = 0; t < p.count; t++) {
        uint32_t places[GISA_MODEL_FEATURES + 1];
        uint32_t kept = find_rows(m, p.rows + (size_t)t * GISA_MODEL_FEATURES, p.used[t], places);
        add_rows(m, places, kept, emit[t]);
    }
    if (p.count) {
        decode(m, &p, emit, ahead, from, label, lead);
    }
    return collect(m, &p, lead, label, arena, out);
}

const struct gisa_tag *gisa_model_tag(const struct gisa_model *m, const struct gisa_document *d,
                                      struct gisa_span sentence, struct gisa_arena *arena, struct gisa_arena *work,
                                      uint32_t *count) {
    struct tags out = {.cap = 0};
    out.at = gisa_array_grow(arena, NULL, &out.cap, 16, sizeof *out.at);
    if (!out.at) {
        return NULL;
    }
    for (uint32_t i = sentence.begin; i < sentence.end; i += GISA_MODEL_MAX_SENTENCE) {
        uint32_t end = sentence.end - i > GISA_MODEL_MAX_SENTENCE ? i + GISA_MODEL_MAX_SENTENCE : sentence.end;
        struct gisa_arena_mark mark = gisa_arena_mark(work);
        bool fine = tag_piece(m, d, (struct gisa_span){i, end}, arena, work, &out);
        gisa_arena_rewind(work, mark);
        if (!fine) {
            return NULL;
        }
    }
    *count = out.count;
    return out.at;
}
