/* SPDX-License-Identifier: Apache-2.0 */
#include "params.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gisa/analyzer.h"
#include "zone.h"

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static const char *const include_names[] = {"segments", "sentences", "times", "entities", "amounts", "quotes",
    "events", "relations", "five_w", "summary", "checks", "text"};

void gisa_wishes_init(struct gisa_wishes *w) {
    *w = (struct gisa_wishes){.include = GISA_INCLUDE_DEFAULT, .summary = 3, .zone = "Asia/Seoul"};
}

static bool read_include(struct gisa_wishes *w, const char *value) {
    uint32_t include = 0;
    for (const char *p = value;; p++) {
        size_t n = strcspn(p, ",");
        size_t i = 0;
        while (i < LENGTH(include_names) && !(strlen(include_names[i]) == n && memcmp(include_names[i], p, n) == 0)) {
            i++;
        }
        if (i == LENGTH(include_names)) {
            return false;
        }
        include |= UINT32_C(1) << i;
        p += n;
        if (!*p) {
            w->include = include;
            return true;
        }
    }
}

static bool read_digits(const char **p, int count, int *out) {
    int n = 0;
    for (int i = 0; i < count; i++, (*p)++) {
        if (**p < '0' || **p > '9') {
            return false;
        }
        n = n * 10 + (**p - '0');
    }
    *out = n;
    return true;
}

static bool skip(const char **p, const char *any) {
    if (**p && strchr(any, **p)) {
        (*p)++;
        return true;
    }
    return false;
}

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* "T17:00[:00[.123]]" behind the day. */
static bool read_clock(const char **p, struct gisa_moment *m) {
    int hour, minute, second = 0;
    if (!skip(p, "Tt ") || !read_digits(p, 2, &hour) || !skip(p, ":") || !read_digits(p, 2, &minute)) {
        return false;
    }
    if (skip(p, ":")) {
        if (!read_digits(p, 2, &second)) {
            return false;
        }
        if (skip(p, ".")) {
            int digit;
            if (!read_digits(p, 1, &digit)) {
                return false;
            }
            *p += strspn(*p, "0123456789");
        }
    }
    m->hour = (int8_t)hour;
    m->minute = (int8_t)minute;
    m->second = (int8_t)second;
    return hour < 24 && minute < 60 && second < 61;
}

static bool read_offset(const char **p, struct gisa_moment *m, bool *has_offset) {
    if (!**p) {
        return true;
    }
    *has_offset = true;
    m->utc_offset = 0;
    if (skip(p, "Zz")) {
        return true;
    }
    bool is_west = **p == '-';
    int hours, minutes;
    if (!skip(p, "+- ") || !read_digits(p, 2, &hours) || !skip(p, ":") || !read_digits(p, 2, &minutes)) {
        return false;
    }
    m->utc_offset = (int16_t)((hours * 60 + minutes) * (is_west ? -1 : 1));
    return hours <= 18 && minutes < 60;
}

bool gisa_wire_moment_read(const char *text, struct gisa_moment *out, bool *has_offset) {
    const char *p = text;
    int year, month, day;
    *has_offset = false;
    if (!read_digits(&p, 4, &year) || !skip(&p, "-") || !read_digits(&p, 2, &month) || !skip(&p, "-") ||
        !read_digits(&p, 2, &day) || year < 1 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return false;
    }
    struct gisa_moment m = {.day = {(int16_t)year, (uint8_t)month, (uint8_t)day}, .hour = -1, .minute = -1,
        .second = -1, .utc_offset = 540};
    if (*p && (!read_clock(&p, &m) || !read_offset(&p, &m, has_offset) || *p)) {
        return false;
    }
    *out = m;
    return true;
}

void gisa_wire_moment_write(const struct gisa_moment *m, char *out) {
    unsigned year = (unsigned)(m->day.year > 0 ? m->day.year : 0) % 10000U;
    int n = snprintf(out, 40, "%04u-%02u-%02u", year, m->day.month % 100U, m->day.day % 100U);
    if (m->hour >= 0 && n > 0) {
        unsigned offset = (unsigned)abs(m->utc_offset) % 6000U;
        snprintf(out + n, 40 - (size_t)n, "T%02u:%02u:%02u%c%02u:%02u", (unsigned)m->hour % 100U,
                 m->minute < 0 ? 0U : (unsigned)m->minute, m->second < 0 ? 0U : (unsigned)m->second,
                 m->utc_offset < 0 ? '-' : '+', offset / 60, offset % 60);
    }
}

static bool read_published(struct gisa_wishes *w, const char *value) {
    return gisa_wire_moment_read(value, &w->published, &w->has_utc_offset);
}

static bool read_zone(struct gisa_wishes *w, const char *value) {
    if (strlen(value) >= sizeof w->zone || !gisa_zone_is_known(value)) {
        return false;
    }
    memcpy(w->zone, value, strlen(value) + 1);
    return true;
}

static bool read_choice(const char *value, const char *const *names, size_t count, unsigned *out) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], value) == 0) {
            *out = (unsigned)i;
            return true;
        }
    }
    return false;
}

static bool read_unit(struct gisa_wishes *w, const char *value) {
    static const char *const names[] = {"codepoint", "utf16", "utf8"};
    unsigned n;
    bool ok = read_choice(value, names, LENGTH(names), &n);
    if (ok) {
        w->unit = (enum gisa_offset_unit)n;
    }
    return ok;
}

static bool read_format(struct gisa_wishes *w, const char *value) {
    static const char *const names[] = {"json", "text", "html"};
    unsigned n;
    bool ok = read_choice(value, names, LENGTH(names), &n);
    if (ok) {
        w->format = (enum gisa_format)n;
        w->has_format = true;
    }
    return ok;
}

static bool read_switch(const char *value, bool *out) {
    bool ok = (value[0] == '0' || value[0] == '1') && !value[1];
    if (ok) {
        *out = value[0] == '1';
    }
    return ok;
}

static bool read_pretty(struct gisa_wishes *w, const char *value) { return read_switch(value, &w->pretty); }
static bool read_explain(struct gisa_wishes *w, const char *value) { return read_switch(value, &w->explain); }

static bool read_language(struct gisa_wishes *w, const char *value) {
    return w->force_korean = strcmp(value, "ko") == 0;
}

/* "0", "1", "0.85": up to six decimals, no exponent, no sign. */
static bool read_confidence(struct gisa_wishes *w, const char *value) {
    size_t whole = strspn(value, "0123456789");
    size_t decimals = value[whole] == '.' ? strspn(value + whole + 1, "0123456789") : 0;
    bool has_point = value[whole] == '.';
    if (whole != 1 || value[whole + has_point + decimals] || decimals > 6 || (has_point && !decimals)) {
        return false;
    }
    double n = strtod(value, NULL);
    if (n > 1) {
        return false;
    }
    w->min_confidence = n;
    return true;
}

static bool read_summary(struct gisa_wishes *w, const char *value) {
    size_t n = strspn(value, "0123456789");
    if (n < 1 || n > 2 || value[n] || strtoul(value, NULL, 10) > 10) {
        return false;
    }
    w->summary = (uint32_t)strtoul(value, NULL, 10);
    return true;
}

static const struct {
    const char *name;
    bool (*read)(struct gisa_wishes *, const char *);
    const char *hint;
} params[] = {
    {"include", read_include, "a comma separated list of segments, sentences, times, entities, amounts, quotes, "
                              "events, relations, five_w, summary, checks, text"},
    {"published", read_published, "an RFC 3339 date-time or a date such as 2024-06-13"},
    {"tz", read_zone, "an IANA time zone such as Asia/Seoul"},
    {"offsets", read_unit, "codepoint, utf16 or utf8"},
    {"format", read_format, "json, text or html"},
    {"explain", read_explain, "0 or 1"},
    {"pretty", read_pretty, "0 or 1"},
    {"min_confidence", read_confidence, "a number from 0 to 1"},
    {"summary", read_summary, "a number of sentences from 0 to 10"},
    {"lang", read_language, "ko"},
};

enum gisa_param_answer gisa_wishes_set(struct gisa_wishes *w, const char *name, const char *value, const char **hint) {
    for (size_t i = 0; i < LENGTH(params); i++) {
        if (strcmp(params[i].name, name) == 0) {
            *hint = params[i].hint;
            return params[i].read(w, value) ? GISA_PARAM_OK : GISA_PARAM_INVALID;
        }
    }
    *hint = "see /openapi.json";
    return GISA_PARAM_UNKNOWN;
}

void gisa_wishes_finish(struct gisa_wishes *w) {
    if (w->published.day.year) {
        w->published.has_offset = w->has_utc_offset;
        w->published = gisa_wishes_moment(w, w->published);
    }
}

struct gisa_moment gisa_wishes_moment(const struct gisa_wishes *w, struct gisa_moment m) {
    if (m.day.year && !m.has_offset) {
        m.utc_offset = gisa_zone_offset(w->zone, &m);
        m.has_offset = true;
    }
    return m;
}

uint32_t gisa_wishes_layers(const struct gisa_wishes *w) {
    static const uint32_t makes[LENGTH(include_names)] = {
        GISA_LAYER_BIT(GISA_LAYER_SEGMENT), GISA_LAYER_BIT(GISA_LAYER_SEGMENT), GISA_LAYER_BIT(GISA_LAYER_TIME),
        GISA_LAYER_BIT(GISA_LAYER_ENTITY), GISA_LAYER_BIT(GISA_LAYER_AMOUNT), GISA_LAYER_BIT(GISA_LAYER_QUOTE),
        GISA_LAYER_BIT(GISA_LAYER_EVENT), GISA_LAYER_BIT(GISA_LAYER_EVENT), GISA_LAYER_BIT(GISA_LAYER_EVENT),
        GISA_LAYER_BIT(GISA_LAYER_EVENT), GISA_LAYERS_ALL, GISA_LAYER_BIT(GISA_LAYER_DOCUMENT)};
    if (w->format != GISA_FORMAT_JSON) {
        return GISA_LAYERS_ALL;
    }
    uint32_t layers = GISA_LAYER_BIT(GISA_LAYER_SEGMENT); /* the article's fields are always told */
    for (size_t i = 0; i < LENGTH(include_names); i++) {
        layers |= (w->include >> i & 1) ? makes[i] : 0;
    }
    return layers;
}
