/* SPDX-License-Identifier: Apache-2.0 */
#include "segment/moment.h"

struct cursor {
    const uint32_t *key;
    uint32_t at;
    uint32_t end;
};

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static void skip_blanks(struct cursor *c) {
    while (c->at < c->end && c->key[c->at] == ' ') {
        c->at++;
    }
}

static bool take(struct cursor *c, uint32_t ch) {
    if (c->at < c->end && c->key[c->at] == ch) {
        c->at++;
        return true;
    }
    return false;
}

/* Up to `most` figures; -1 when none or more than that stand there. */
static int read_int(struct cursor *c, uint32_t most, uint32_t *digits) {
    int v = 0;
    *digits = 0;
    while (c->at < c->end && is_digit(c->key[c->at])) {
        if (++*digits > most) {
            return -1;
        }
        v = v * 10 + (int)(c->key[c->at++] - '0');
    }
    return *digits ? v : -1;
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool set_day(struct gisa_moment *m, int y, int month, int d, uint32_t year_digits) {
    if (year_digits == 2) {
        y += 2000;
    }
    if (y < 1900 || y > 2100 || month < 1 || month > 12 || d < 1 || d > days_in(y, month)) {
        return false;
    }
    m->day = (struct gisa_date){(int16_t)y, (uint8_t)month, (uint8_t)d};
    return true;
}

enum { YEAR = 0xB144, MONTH = 0xC6D4, DAY = 0xC77C, HOUR = 0xC2DC, MINUTE = 0xBD84, SECOND = 0xCD08 };

static bool read_day(struct cursor *c, struct gisa_moment *m) {
    uint32_t n = 0;
    uint32_t k = 0;
    uint32_t start = c->at;
    int y = read_int(c, 8, &n);
    if (n == 8) {
        return set_day(m, y / 10000, y / 100 % 100, y % 100, 4);
    }
    if (y < 0 || (n != 4 && n != 2)) {
        return false;
    }
    skip_blanks(c);
    bool words = take(c, YEAR);
    uint32_t mark = c->at < c->end ? c->key[c->at] : 0;
    if (!words && mark != '.' && mark != '-' && mark != '/') {
        return false;
    }
    c->at += !words;
    skip_blanks(c);
    int month = read_int(c, 2, &k);
    skip_blanks(c);
    if (month < 0 || !take(c, words ? MONTH : mark)) {
        return false;
    }
    skip_blanks(c);
    int d = read_int(c, 2, &k);
    if (d < 0 || !set_day(m, y, month, d, n)) {
        c->at = start;
        return false;
    }
    uint32_t back = c->at;
    skip_blanks(c);
    if (!(words ? take(c, DAY) : take(c, '.'))) {
        c->at = back;
    }
    return true;
}

/* "(화)" */
static void skip_weekday(struct cursor *c) {
    struct cursor back = *c;
    skip_blanks(c);
    if (!(take(c, '(') && c->at < c->end && ++c->at < c->end && (take(c, ')') || (c->key[c->at] == MONTH)))) {
        *c = back;
    }
}

static bool read_plain_clock(struct cursor *c, struct gisa_moment *m) {
    static const uint32_t am[] = {0xC624, 0xC804}; /* 오전 */
    static const uint32_t pm[] = {0xC624, 0xD6C4}; /* 오후 */
    uint32_t n = 0;
    int shift = -1;
    skip_blanks(c);
    take(c, 't');
    if (c->at + 1 < c->end && c->key[c->at] == am[0]) {
        shift = c->key[c->at + 1] == am[1] ? 0 : c->key[c->at + 1] == pm[1] ? 12 : -1;
        c->at += shift >= 0 ? 2 : 0;
        skip_blanks(c);
    } else if (c->at + 1 < c->end && (c->key[c->at] == 'a' || c->key[c->at] == 'p') && c->key[c->at + 1] == 'm') {
        shift = c->key[c->at] == 'p' ? 12 : 0;
        c->at += 2;
        skip_blanks(c);
    }
    int h = read_int(c, 2, &n);
    bool words = h >= 0 && take(c, HOUR);
    if (h < 0 || h > 24 || !(words || take(c, ':'))) {
        return false;
    }
    skip_blanks(c);
    int min = read_int(c, 2, &n);
    if (min > 59 || (min < 0 && !words)) {
        return false;
    }
    if (words && min >= 0 && !take(c, MINUTE)) {
        return false;
    }
    int s = -1;
    if (!words && take(c, ':')) {
        s = read_int(c, 2, &n);
    }
    if (shift == 12 && h < 12) {
        h += 12;
    } else if (shift == 0 && h == 12) {
        h = 0;
    }
    m->hour = (int8_t)h;
    m->minute = (int8_t)(min < 0 ? 0 : min);
    m->second = (int8_t)(s > 59 ? -1 : s);
    return true;
}

/* A clock time, also in brackets: "(21:03)". */
static bool read_clock(struct cursor *c, struct gisa_moment *m) {
    skip_blanks(c);
    bool bracket = take(c, '(');
    bool fine = read_plain_clock(c, m);
    if (fine && bracket) {
        skip_blanks(c);
        take(c, ')');
    }
    return fine;
}

static void read_zone(struct cursor *c, struct gisa_moment *m) {
    struct cursor back = *c;
    uint32_t n = 0;
    m->has_offset = true;
    if (take(c, 'z')) {
        m->utc_offset = 0;
        return;
    }
    int sign = take(c, '+') ? 1 : take(c, '-') ? -1 : 0;
    int h = sign ? read_int(c, 4, &n) : -1;
    if (h >= 0 && n == 4) {
        m->utc_offset = (int16_t)(sign * (h / 100 * 60 + h % 100));
    } else if (h >= 0 && n == 2 && take(c, ':')) {
        int min = read_int(c, 2, &n);
        m->utc_offset = (int16_t)(sign * (h * 60 + (min < 0 ? 0 : min)));
    } else {
        m->has_offset = false;
        *c = back;
    }
}

uint32_t gisa_moment_read(const struct gisa_document *d, uint32_t begin, uint32_t end, struct gisa_moment *out) {
    struct cursor c = {d->key, begin, end};
    *out = (struct gisa_moment){.hour = -1, .minute = -1, .second = -1, .utc_offset = 540};
    if (!read_day(&c, out)) {
        return 0;
    }
    skip_weekday(&c);
    struct cursor back = c;
    if (read_clock(&c, out)) {
        read_zone(&c, out);
    } else {
        c = back;
    }
    return c.at - begin;
}
