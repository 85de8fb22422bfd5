/* SPDX-License-Identifier: Apache-2.0 */
#include "text/number.h"

#include <stddef.h>

#include "number_lex.h"

enum { MAX_DIGITS = 18 };

struct figure {
    int64_t value;
    uint8_t scale;
    uint32_t length;
};

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool multiply(int64_t *value, int64_t by) {
    if (by && *value > INT64_MAX / by) {
        return false;
    }
    *value *= by;
    return true;
}

static bool add(int64_t *value, int64_t by) {
    if (*value > INT64_MAX - by) {
        return false;
    }
    *value += by;
    return true;
}

static int64_t power_of_ten(int32_t n) {
    int64_t p = 1;
    while (n-- > 0) {
        p *= 10;
    }
    return p;
}

/* 12  1,500  3.5: false when there is none or it has too many digits. */
static bool read_figure(const uint32_t *key, uint32_t n, struct figure *f) {
    uint32_t i = 0;
    uint32_t digits = 0;
    bool grouped = false;
    *f = (struct figure){0, 0, 0};
    while (i < n) {
        bool comma = key[i] == ',' && digits && i + 3 < n + 0 && is_digit(key[i + 1]) && is_digit(key[i + 2]) &&
                     is_digit(key[i + 3]) && !(i + 4 < n && is_digit(key[i + 4])) && (grouped || digits <= 3);
        if (comma) {
            grouped = true;
            i++;
        } else if (!is_digit(key[i])) {
            break;
        } else {
            if (digits++ == MAX_DIGITS) {
                return false;
            }
            f->value = f->value * 10 + (int64_t)(key[i++] - '0');
        }
    }
    if (!digits) {
        return false;
    }
    if (i + 1 < n && key[i] == '.' && is_digit(key[i + 1])) {
        uint32_t k = i + 1;
        while (k < n && is_digit(key[k]) && digits < MAX_DIGITS && f->scale < 9) {
            f->value = f->value * 10 + (int64_t)(key[k++] - '0');
            f->scale++;
            digits++;
        }
        if (k < n && is_digit(key[k])) {
            return false;
        }
        i = k;
    }
    f->length = i;
    return true;
}

static uint32_t word_at(const uint32_t *key, uint32_t n, const struct gisa_number_row **row) {
    uint32_t r = 0;
    uint32_t length = n ? gisa_trie_longest(&gisa_number_trie, key, n, &r) : 0;
    *row = length ? &gisa_number_rows[r] : NULL;
    return length;
}

static bool is_multiplier(const struct gisa_number_row *row) {
    return row && (row->kind == GISA_NUMBER_KIND_SMALL || row->kind == GISA_NUMBER_KIND_LARGE);
}

/* 열두, 스물, 한: ten, unit, or both. */
static bool read_native(const uint32_t *key, uint32_t n, struct gisa_number *out) {
    const struct gisa_number_row *row = NULL;
    uint32_t i = word_at(key, n, &row);
    if (!row || (row->kind != GISA_NUMBER_KIND_TEN && row->kind != GISA_NUMBER_KIND_UNIT)) {
        return false;
    }
    out->value = row->value;
    if (row->kind == GISA_NUMBER_KIND_TEN) {
        const struct gisa_number_row *unit = NULL;
        uint32_t more = word_at(key + i, n - i, &unit);
        if (unit && unit->kind == GISA_NUMBER_KIND_UNIT) {
            out->value += unit->value;
            i += more;
        }
    }
    out->is_native = true;
    out->length = i;
    return true;
}

struct reading {
    int64_t total;   /* closed by 만, 억, 조 */
    int64_t section; /* closed by 십, 백, 천 */
    int64_t current; /* -1 = none */
    int32_t last_power; /* of the last large multiplier: they must fall */
    int32_t last_small; /* of the last small one in the section */
    uint8_t scale;   /* of current */
};

/* Applies a multiplier; false when the number would not be one. */
static bool apply(struct reading *r, const struct gisa_number_row *row) {
    int64_t m = power_of_ten(row->value);
    if (row->kind == GISA_NUMBER_KIND_SMALL) {
        if (row->value >= r->last_small || r->scale) {
            return false;
        }
        int64_t v = r->current < 0 ? 1 : r->current;
        r->last_small = row->value;
        r->current = -1;
        return multiply(&v, m) && add(&r->section, v);
    }
    if (row->value >= r->last_power || (r->section == 0 && r->current < 0)) {
        return false;
    }
    int64_t v = r->section;
    if (r->current >= 0 && !add(&v, r->current)) {
        return false;
    }
    if (r->scale > row->value) {
        return false;
    }
    m = power_of_ten(row->value - r->scale);
    r->section = 0;
    r->current = -1;
    r->scale = 0;
    r->last_power = row->value;
    r->last_small = INT32_MAX;
    return multiply(&v, m) && add(&r->total, v);
}

bool gisa_number_read(const uint32_t *key, uint32_t n, struct gisa_number *out) {
    struct reading r = {0, 0, -1, INT32_MAX, INT32_MAX, 0};
    *out = (struct gisa_number){0};
    if (read_native(key, n, out)) {
        return true;
    }
    uint32_t i = 0;
    bool multiplied = false;
    out->is_sino = true;
    while (i < n) {
        struct figure f;
        const struct gisa_number_row *row = NULL;
        uint32_t blank = multiplied && key[i] == ' ' && i + 1 < n && is_digit(key[i + 1]);
        if (is_digit(key[i + blank])) {
            if (r.current >= 0 || !read_figure(key + i + blank, n - i - blank, &f)) {
                if (i == 0) {
                    return false;
                }
                break;
            }
            if (f.scale && (r.total || r.section)) {
                break;
            }
            r.current = f.value;
            r.scale = f.scale;
            i += blank + f.length;
            out->has_digit = true;
            out->is_sino = false;
            multiplied = false;
            continue;
        }
        uint32_t length = word_at(key + i, n - i, &row);
        if (!row) {
            break;
        }
        const struct gisa_number_row *next = NULL;
        word_at(key + i + length, n - i - length, &next);
        if (row->kind == GISA_NUMBER_KIND_DIGIT) {
            bool goes_on = is_multiplier(next);
            if (r.current >= 0 || (!goes_on && out->has_digit)) {
                break;
            }
            r.current = row->value;
        } else if (row->kind == GISA_NUMBER_KIND_VAGUE && i == 0) {
            out->hedge = GISA_NUMBER_VAGUE;
            if (!is_multiplier(next) && key[0] == 0xC218 /* 수 alone is a word */) {
                return false;
            }
            r.current = is_multiplier(next) ? 1 : -1;
        } else if (!is_multiplier(row) || !apply(&r, row)) {
            break;
        }
        multiplied = is_multiplier(row);
        i += length;
    }
    if (i == 0) {
        return false;
    }
    out->value = r.total;
    if (r.scale && (r.total || r.section)) {
        return false;
    }
    if (!add(&out->value, r.section) || (r.current > 0 && !add(&out->value, r.current))) {
        return false;
    }
    out->scale = r.scale;
    if (i < n && key[i] == 0xC5EC /* 여 */ && out->hedge == GISA_NUMBER_EXACT) {
        out->hedge = GISA_NUMBER_MORE;
        i++;
    }
    out->length = i;
    return true;
}

uint32_t gisa_number_format(int64_t value, uint8_t scale, char out[32]) {
    char digits[32];
    uint32_t n = 0;
    bool negative = value < 0;
    uint64_t v = negative ? (uint64_t)-(value + 1) + 1 : (uint64_t)value;
    while (scale && v % 10 == 0) {
        v /= 10;
        scale--;
    }
    do {
        digits[n++] = (char)('0' + v % 10);
        v /= 10;
    } while (v || n <= scale);
    uint32_t size = 0;
    if (negative) {
        out[size++] = '-';
    }
    while (n) {
        if (n == scale) {
            out[size++] = '.';
        }
        out[size++] = digits[--n];
    }
    out[size] = 0;
    return size;
}
