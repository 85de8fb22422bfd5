/* SPDX-License-Identifier: Apache-2.0 */
/* Figures and words to atoms. All words are data: time_word, time_unit, time_tail, holiday, zone (data/ko). */
#include "time/lex.h"

#include "entity/entity.h"
#include "base/array.h"
#include "day_count_lex.h"
#include "holiday_lex.h"
#include "text/number.h"
#include "time/calendar.h"
#include "token/token.h"
#include "time_tail_lex.h"
#include "time_unit_lex.h"
#include "zone_lex.h"

#define BIT(name) GISA_TIME_CLASS(name)

struct lexer {
    const struct gisa_document *doc;
    const uint32_t *key;
    uint32_t end;
};

enum { MAX_FIGURES = 9, MIDDLE_DOT = 0xB7 };

static bool is_digit(uint32_t k) { return k >= '0' && k <= '9'; }

static bool is_word_char(const struct gisa_document *doc, uint32_t i) {
    uint8_t c = doc->cls[i];
    return c == GISA_CHAR_HANGUL || c == GISA_CHAR_LATIN || c == GISA_CHAR_DIGIT;
}

/* A place where a number or word may begin: no letter or figure before it, nor a figure and its point. */
static bool begins_word(const struct gisa_document *doc, uint32_t i) {
    if (i == 0) {
        return true;
    }
    uint32_t before = doc->key[i - 1];
    if (is_word_char(doc, i - 1) || before == '/' || before == '@' || before == '_' || before == '#') {
        return false;
    }
    if ((before == '.' || before == ',' || before == '-' || before == ':') && is_digit(doc->key[i]) && i >= 2) {
        return !is_word_char(doc, i - 2);
    }
    return true;
}

/* A number in figures, with thousands commas: code points read, 0 if none or too long. */
static uint32_t read_figures(const struct lexer *x, uint32_t i, int32_t *value, uint32_t *figures) {
    uint32_t at = i;
    int64_t v = 0;
    uint32_t n = 0;
    while (at < x->end) {
        if (is_digit(x->key[at])) {
            v = n < MAX_FIGURES ? v * 10 + (int32_t)(x->key[at] - '0') : v;
            n++;
            at++;
        } else if (x->key[at] == ',' && n && n <= 3 && at + 3 < x->end && is_digit(x->key[at + 1]) &&
                   is_digit(x->key[at + 2]) && is_digit(x->key[at + 3])) {
            at++;
        } else {
            break;
        }
    }
    *value = (int32_t)v;
    *figures = n;
    return at - i;
}

static uint32_t skip_blank(const struct lexer *x, uint32_t i) { return i < x->end && x->key[i] == ' ' ? i + 1 : i; }

static uint64_t classes_of_unit(uint8_t unit, int32_t n, uint32_t figures, bool marked) {
    switch (unit) {
    case GISA_TIME_UNIT_UNIT_YEAR:
        if (figures == 4 && n >= 1) {
            return BIT(YEAR);
        }
        if (figures == 2 && marked) {
            return BIT(YEAR);
        }
        return figures == 2 && n >= 50 ? BIT(YEAR) | BIT(DY) : figures == 3 || figures > 4 ? BIT(DY) : BIT(DY);
    case GISA_TIME_UNIT_UNIT_MONTH:
        return n >= 1 && n <= 12 && figures ? BIT(MON) : 0;
    case GISA_TIME_UNIT_UNIT_MONTHS:
        return BIT(DM);
    case GISA_TIME_UNIT_UNIT_DAY:
        return figures ? (n >= 1 && n <= 31 && figures <= 2 ? BIT(DAY) | BIT(DD) : n >= 1 ? BIT(DD) : 0) : 0;
    case GISA_TIME_UNIT_UNIT_HOUR:
        return n >= 0 && n <= 24 && figures <= 2 ? BIT(HOUR) : 0;
    case GISA_TIME_UNIT_UNIT_HOURS:
        return BIT(DH);
    case GISA_TIME_UNIT_UNIT_MINUTE:
        return n >= 0 && n < 60 && figures ? BIT(MIN) | BIT(DMIN) : BIT(DMIN);
    case GISA_TIME_UNIT_UNIT_SECOND:
        return n >= 0 && n < 60 && figures ? BIT(SEC) | BIT(DS) : BIT(DS);
    case GISA_TIME_UNIT_UNIT_WEEK:
        return BIT(DW);
    case GISA_TIME_UNIT_UNIT_QUARTER:
        return n >= 1 && n <= 4 ? BIT(QTR) : 0;
    case GISA_TIME_UNIT_UNIT_DECADE:
        return figures >= 2 && figures <= 4 && n % 10 == 0 ? BIT(DECADE) : 0;
    case GISA_TIME_UNIT_UNIT_CENTURY:
        return figures && n >= 1 && n <= 30 ? BIT(CENTURY) : 0;
    case GISA_TIME_UNIT_UNIT_FISCAL:
        return figures == 4 ? BIT(FISCAL) : 0;
    case GISA_TIME_UNIT_UNIT_TIMES:
        return n >= 1 ? BIT(TIMES) : 0;
    case GISA_TIME_UNIT_UNIT_NTH:
        return BIT(ORD);
    case GISA_TIME_UNIT_UNIT_NIGHT:
        return BIT(NIGHT);
    default:
        return 0;
    }
}

/* (28일 차) | 전 의원의, 대표는: what stands before is a family name. */
static bool is_titled_name(const struct lexer *x, uint32_t at) {
    enum { JEON = 0xC804 /* 전 */, LONG = 12 };
    if (at + 1 >= x->end || x->key[at] != ' ') {
        return false;
    }
    uint32_t begin = at + 1;
    begin += begin + 1 < x->end && x->key[begin] == JEON && x->key[begin + 1] == ' ' ? 2 : 0;
    uint32_t end = begin;
    bool titled = false;
    while (end < x->end && end < begin + LONG && x->doc->cls[end] == GISA_CHAR_HANGUL && !titled) {
        end++;
        titled = end > begin + 1 && gisa_title_at_end(x->doc, begin, end) == end - begin;
    }
    return titled;
}

/* The unit behind a number that ends at i (and 여): its end, 0 if none. */
static uint32_t read_unit(const struct lexer *x, uint32_t i, uint8_t *unit, bool *more) {
    *more = i < x->end && x->key[i] == 0xC5EC; /* 여 */
    i = skip_blank(x, i + *more);
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_time_unit_trie, x->key + i, x->end - i, &row);
    const bool name = is_titled_name(x, i + n);
    uint32_t word = i + n;
    while (word < x->end && x->doc->cls[word] == GISA_CHAR_HANGUL) {
        word++;
    }
    uint32_t josa = 0;
    if (n > 1 && word > i + n && x->key[i + n] != 0xC528 /* 11일 차씨와 */ && gisa_josa_tail(x->doc, i + n, word, &josa)) {
        *unit = gisa_time_unit_rows[row].unit; /* 파업 3일 차|를 */
        return *unit != GISA_TIME_UNIT_UNIT_REJECT ? i + n : 0;
    }
    for (uint32_t k = 1; k < n && i + n < x->end && (x->doc->cls[i + n] == GISA_CHAR_HANGUL || name); k++) {
        if (x->key[i + k] == ' ') { /* 12일 차세대, 28일 차 의원 is no 12일 차 */
            n = gisa_trie_longest(&gisa_time_unit_trie, x->key + i, k, &row);
        }
    }
    *unit = n ? gisa_time_unit_rows[row].unit : GISA_TIME_UNIT_UNIT_REJECT;
    return n && *unit != GISA_TIME_UNIT_UNIT_REJECT ? i + n : 0;
}

static bool is_range_mark(uint32_t k) { return k == '~' || k == '-' || k == MIDDLE_DOT; }

/* 오는 6, 7일, 6월 3, 4일, 당은 6, 7일: a figure behind a bare noun (찬성 5, 12일 통과했다) is no day. */
static bool may_begin_list(const struct lexer *x, uint32_t i) {
    static const uint32_t ends[] = {0xC6D4, 0xB2EC, 0xD574, 0xB144, 0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, 0xB97C, 0xC5D0, 0xC11C,
                                    0xB3C4, 0xC758, 0xB85C, 0xC640, 0xACFC, 0xACE0, 0xBA70, 0xC624, 0xB09C, 0xBC88}; /* 월 달 해 년 은 는 이 가 을 를 에 서 도 의 로 와 과 고 며 오(는) 난 번 */
    while (i > 0 && is_digit(x->key[i - 1])) {
        i--;
    }
    while (i > 0 && x->key[i - 1] == ' ') {
        i--;
    }
    bool free = i == 0 || x->doc->cls[i - 1] != GISA_CHAR_HANGUL;
    for (uint32_t k = 0; k < sizeof ends / sizeof ends[0] && !free; k++) {
        free = x->doc->ch[i - 1] == ends[k];
    }
    return free;
}

/* 2, 3일 안에, 5, 12일까지: how long, no list of days. */
static bool is_stretch(const struct lexer *x, uint32_t at) {
    static const uint32_t words[] = {0xC548, 0xB9CC, 0xAC04, 0xB3D9, 0xAE4C}; /* 안 만 간 동 까 */
    at = skip_blank(x, at);
    bool is = false;
    for (uint32_t k = 0; k < sizeof words / sizeof words[0] && at < x->end; k++) {
        is = is || x->doc->ch[at] == words[k];
    }
    return is;
}

/* 3 in "3~5일", 6 in "6, 7일": a figure whose unit stands behind the next figures, at most four of them. Behind commas it is one of days or
 * months. */
static uint32_t read_shared_unit(const struct lexer *x, uint32_t i, int32_t last, uint8_t *unit) {
    const bool begins = may_begin_list(x, i);
    bool commas = false;
    bool rises = true;
    for (int step = 0; step < 4; step++) {
        i = skip_blank(x, i);
        bool comma = i < x->end && x->key[i] == ',';
        commas = commas || comma;
        if (i >= x->end || !(comma || is_range_mark(x->key[i]))) {
            return 0;
        }
        i = skip_blank(x, i + 1);
        int32_t value = 0;
        uint32_t figures = 0;
        uint32_t n = read_figures(x, i, &value, &figures);
        bool more = false;
        if (!n || figures > 4) {
            return 0;
        }
        i += n;
        rises = rises && value > last;
        last = value;
        uint32_t behind = read_unit(x, i, unit, &more);
        if (behind) {
            bool day = *unit == GISA_TIME_UNIT_UNIT_DAY && value <= 31;
            bool month = *unit == GISA_TIME_UNIT_UNIT_MONTH && value <= 12 && !is_digit(x->key[skip_blank(x, behind)]); /* 10, 7월 5일 */
            return !commas || (begins && rises && (day || month) && !is_stretch(x, behind)) ? i : 0;
        }
    }
    return 0;
}

static uint32_t read_date3(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    int32_t part[3] = {0, 0, 0};
    uint32_t figures[3];
    uint32_t at = i;
    uint32_t mark = 0;
    for (int p = 0; p < 3; p++) {
        uint32_t n = 0;
        figures[p] = 0;
        while (at + n < x->end && is_digit(x->key[at + n]) && n < 5) {
            part[p] = part[p] * 10 + (int32_t)(x->key[at + n] - '0');
            n++;
        }
        figures[p] = n;
        at += n;
        if (!n || p == 2) {
            break;
        }
        uint32_t sep = at < x->end ? x->key[at] : 0;
        if ((sep != '.' && sep != '-' && sep != '/') || (mark && sep != mark)) {
            return 0;
        }
        mark = sep;
        at++;
        at = mark == '.' ? skip_blank(x, at) : at;
    }
    bool is_year = figures[0] == 4 || (figures[0] == 2 && mark == '.' && figures[2] <= 2 && part[0] >= 1);
    if (!is_year || !figures[2] || figures[1] > 2 || figures[2] > 2 || part[1] < 1 || part[1] > 12 || part[2] < 1 ||
        part[2] > 31 || (at < x->end && (x->doc->cls[at] == GISA_CHAR_HANGUL || is_digit(x->key[at])))) {
        return 0;
    }
    if (mark == '.' && at < x->end && x->key[at] == '.') {
        at++;
    }
    if (at < x->end && x->key[at] == '.' && at + 1 < x->end && is_digit(x->key[at + 1])) {
        return 0;
    }
    a->classes = BIT(DATE3);
    a->n = part[0];
    a->m = part[1];
    a->k = part[2];
    a->short_year = figures[0] == 2;
    return at;
}

/* 18:05, 18:05:30 */
static uint32_t read_clock(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    uint32_t at = i;
    int32_t part[3] = {0, 0, -1};
    for (int p = 0; p < 3; p++) {
        uint32_t n = 0;
        int32_t v = 0;
        while (at + n < x->end && is_digit(x->key[at + n]) && n < 3) {
            v = v * 10 + (int32_t)(x->key[at + n] - '0');
            n++;
        }
        if (n != 2 && !(p == 0 && n == 1)) {
            return 0;
        }
        part[p] = v;
        at += n;
        if (at >= x->end || x->key[at] != ':') {
            if (p == 0) {
                return 0;
            }
            break;
        }
        if (p == 2) {
            return 0;
        }
        at++;
    }
    if (part[0] > 24 || part[1] > 59 || part[2] > 59 || x->doc->cls[at] == GISA_CHAR_LATIN) {
        return 0;
    }
    a->classes = BIT(CLOCK);
    a->n = part[0];
    a->m = part[1];
    a->k = part[2];
    return at;
}

static uint32_t read_number(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    bool marked = x->key[i] == '\'' || x->doc->ch[i] == 0x2019 || x->doc->ch[i] == 0x2018;
    uint32_t at = i + marked;
    uint32_t end = marked ? 0 : read_date3(x, at, a);
    if (!end && !marked) {
        end = read_clock(x, at, a);
    }
    if (end) {
        return end;
    }
    int32_t value = 0;
    uint32_t figures = 0;
    uint32_t n = read_figures(x, at, &value, &figures);
    uint8_t unit = 0;
    if (figures > MAX_FIGURES || !n) {
        return 0;
    }
    at += n;
    end = read_unit(x, at, &unit, &a->more);
    a->bare = !end && !a->more && read_shared_unit(x, at, value, &unit) != 0;
    if (!end && !a->bare) {
        return 0;
    }
    a->n = value;
    a->short_year = figures == 2;
    a->classes = classes_of_unit(unit, value, figures, marked || x->key[i - (i > 0)] == '~');
    if (a->more) {
        a->classes &= ~(BIT(DAY) | BIT(MON) | BIT(YEAR) | BIT(HOUR) | BIT(MIN) | BIT(SEC));
    }
    return a->classes ? (a->bare ? at : end) : 0;
}

/* (목) or (목요일) */
static uint32_t read_bracket(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    static const uint32_t day[7] = {0xC6D4, 0xD654, 0xC218, 0xBAA9, 0xAE08, 0xD1A0, 0xC77C};
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_zone_trie, x->key + i + 1, x->end - i - 1, &row);
    if (n && i + 1 + n < x->end && x->key[i + 1 + n] == ')') {
        a->classes = BIT(ZONE);
        a->zone = gisa_zone_rows[row].name;
        return i + n + 2;
    }
    for (int d = 0; d < 7 && i + 1 < x->end; d++) {
        if (x->key[i + 1] == day[d]) {
            uint32_t close = i + 2 + (i + 3 < x->end && x->key[i + 2] == 0xC694 && x->key[i + 3] == day[6] ? 2u : 0u);
            if (close < x->end && x->key[close] == ')') {
                a->classes = BIT(WPAREN);
                a->n = d + 1;
                return close + 1;
            }
        }
    }
    return 0;
}

static uint32_t read_dminus(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    uint32_t figures = 0;
    if (x->key[i] != 'd' || i + 2 >= x->end || (x->key[i + 1] != '-' && x->key[i + 1] != '+')) {
        return 0;
    }
    uint32_t n = read_figures(x, i + 2, &a->n, &figures);
    if (!n || figures > 4 || is_word_char(x->doc, i + 2 + n)) {
        return 0;
    }
    a->classes = BIT(DMINUS);
    a->m = x->key[i + 1] == '+' ? 1 : -1;
    return i + 2 + n;
}

/* 월~금요일: 월 takes the 요일 of the end. */
static uint32_t read_weekday_range(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    static const uint32_t day[7] = {0xC6D4, 0xD654, 0xC218, 0xBAA9, 0xAE08, 0xD1A0, 0xC77C};
    if (i + 4 < x->end && x->key[i + 1] == '~' && x->key[i + 3] == 0xC694 && x->key[i + 4] == day[6]) {
        for (int d = 0; d < 7; d++) {
            if (x->key[i] == day[d]) {
                a->classes = BIT(WDAY);
                a->n = d + 1;
                a->bare = true;
                return i + 1;
            }
        }
    }
    return 0;
}

static uint32_t read_feast(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_holiday_trie, x->key + i, x->end - i, &row);
    if (n) {
        const struct gisa_holiday_row *h = &gisa_holiday_rows[row];
        a->classes = BIT(HOLIDAY);
        a->n = h->alone;
        a->m = h->month;
        a->k = h->day;
        a->spread = (uint8_t)h->spread;
        a->is_lunar = h->kind == GISA_HOLIDAY_KIND_LUNAR;
    }
    return n ? i + n : 0;
}

/* 이천이십사년, 십오일, 삼십 년: figures spelled out, of two syllables or more before a calendar unit. */
static uint32_t read_spelled(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    struct gisa_number number;
    uint8_t unit = 0;
    if (!gisa_number_read(x->key + i, x->end - i, &number) || !number.is_sino || number.hedge || number.scale || number.length < 2 ||
        number.value > 9999) {
        return 0;
    }
    uint32_t end = read_unit(x, i + number.length, &unit, &a->more);
    bool takes = unit == GISA_TIME_UNIT_UNIT_YEAR || unit == GISA_TIME_UNIT_UNIT_MONTH || unit == GISA_TIME_UNIT_UNIT_DAY ||
                 unit == GISA_TIME_UNIT_UNIT_MONTHS || unit == GISA_TIME_UNIT_UNIT_MINUTE || unit == GISA_TIME_UNIT_UNIT_WEEK;
    if (!end || !takes) {
        return 0;
    }
    a->n = (int32_t)number.value;
    a->classes = classes_of_unit(unit, a->n, number.value >= 1000 ? 4 : number.value >= 100 ? 3 : number.value >= 10 ? 2 : 1, false);
    if (unit == GISA_TIME_UNIT_UNIT_YEAR && number.value < 1000) {
        a->classes = BIT(DY); /* 팔십오년 is a span */
    }
    return a->classes ? end : 0;
}

static uint32_t read_word(const struct lexer *x, uint32_t i, struct gisa_atom *a) {
    uint32_t row = 0;
    uint32_t zone = 0;
    uint32_t feast = 0;
    uint32_t weekday = read_weekday_range(x, i, a);
    if (weekday) {
        return weekday;
    }
    uint32_t n = gisa_trie_longest(&gisa_time_word_trie, x->key + i, x->end - i, &row);
    uint32_t nz = gisa_trie_longest(&gisa_zone_trie, x->key + i, x->end - i, &zone);
    uint32_t nh = gisa_trie_longest(&gisa_holiday_trie, x->key + i, x->end - i, &feast);
    if (nz > n && nz >= nh) {
        a->classes = BIT(ZONE);
        a->zone = gisa_zone_rows[zone].name;
        return i + nz;
    }
    if (nh > n) {
        return read_feast(x, i, a);
    }
    if (!n || gisa_time_word_rows[row].class == GISA_TIME_WORD_CLASS_NUM) {
        uint32_t spelled = read_spelled(x, i, a);
        if (spelled) {
            return spelled;
        }
    }
    if (!n) {
        return 0;
    }
    const struct gisa_time_word_row *w = &gisa_time_word_rows[row];
    a->n = w->n;
    a->m = w->m;
    a->classes = UINT64_C(1) << w->class;
    if (w->class == GISA_TIME_WORD_CLASS_NUM) {
        uint8_t unit = 0;
        uint32_t end = read_unit(x, i + n, &unit, &a->more);
        bool takes = unit == GISA_TIME_UNIT_UNIT_MONTHS || unit == GISA_TIME_UNIT_UNIT_YEAR || unit == GISA_TIME_UNIT_UNIT_HOURS ||
                     unit == GISA_TIME_UNIT_UNIT_HOUR || unit == GISA_TIME_UNIT_UNIT_WEEK || unit == GISA_TIME_UNIT_UNIT_TIMES ||
                     (w->n < 0 && unit == GISA_TIME_UNIT_UNIT_DAY) || unit == GISA_TIME_UNIT_UNIT_NTH;
        if (!end || !takes) {
            return 0;
        }
        a->classes = w->n < 0 && unit == GISA_TIME_UNIT_UNIT_DAY ? BIT(DD) : classes_of_unit(unit, w->n, 0, false);
        return a->classes ? end : 0;
    }
    return i + n;
}

/* 모레(17일), 어제(14일): where the bracket that the word opens ends, when it says again which day is meant; 0 else. */
static uint32_t fold_gloss(const struct gisa_document *doc, struct gisa_span span, struct gisa_date today, const struct gisa_atom *word,
                           const struct gisa_atom *day) {
    bool deictic = word->classes & BIT(DREL) && word->m == 0 && today.year; /* 전날 counts from the story's day */
    bool inside = day->classes & BIT(DAY) && day->span.begin == word->span.end + 1 && doc->key[word->span.end] == '(' &&
                  day->span.end < span.end && doc->key[day->span.end] == ')';
    bool same = deictic && inside && gisa_date_from_days(gisa_days_from_date(today) + word->n).day == day->n;
    return same ? day->span.end + 1 : 0;
}

/* 시한을 | 19일 넘겨, 예정보다 | 3일 일찍: does the figure at `at` stand behind what its count asks for? */
static bool stands_behind(const struct gisa_document *doc, uint32_t begin, uint32_t at, uint8_t asked) {
    enum { EUL = 0xC744, REUL = 0xB97C /* 을 를 */, BO = 0xBCF4, DA = 0xB2E4 /* 보다 */ };
    if (asked == GISA_DAY_COUNT_BEHIND_ANY) {
        return true;
    }
    if (at < begin + 3 || doc->key[at - 1] != ' ') {
        return false;
    }
    const uint32_t last = doc->key[at - 2];
    return asked == GISA_DAY_COUNT_BEHIND_OBJECT ? last == EUL || last == REUL : last == DA && doc->key[at - 3] == BO;
}

bool gisa_time_lex(const struct gisa_document *doc, struct gisa_span span, struct gisa_date today, struct gisa_arena *arena,
                   struct gisa_atoms *out) {
    struct lexer x = {doc, doc->key, span.end};
    struct gisa_atom *at = NULL;
    uint32_t cap = 0;
    uint32_t count = 0;
    uint32_t last = UINT32_MAX;
    for (uint32_t i = span.begin; i < span.end;) {
        bool at_word = begins_word(doc, i);
        bool can = at_word || i == last;
        struct gisa_atom a = {.k = -1, .at_word = at_word};
        uint32_t end = 0;
        uint32_t k = doc->key[i];
        bool quote = k == '\'' || doc->ch[i] == 0x2019 || doc->ch[i] == 0x2018;
        if (can && (is_digit(k) || (quote && i + 1 < span.end && is_digit(doc->key[i + 1])))) {
            end = read_number(&x, i, &a);
            end = end ? end : read_feast(&x, i, &a); /* 3·1절 */
        } else if (can && k == '(' && last == i) {
            end = read_bracket(&x, i, &a);
        } else if (k == ',' && i == last && count && at[count - 1].bare) { /* 6, 7일 */
            end = i + 1;
            a.classes = BIT(RANGE);
            a.m = 1;
        } else if (can && (doc->cls[i] == GISA_CHAR_HANGUL || k == '~' || k == '-' || k == MIDDLE_DOT || k == 'k' || k == 'g' ||
                           k == 'u')) {
            end = k == MIDDLE_DOT ? (i == last ? i + 1 : 0) : read_word(&x, i, &a);
            a.classes = k == MIDDLE_DOT ? BIT(RANGE) : a.classes;
            a.m = k == MIDDLE_DOT ? 1 : a.m;
        } else if (at_word && k == 'd') {
            end = read_dminus(&x, i, &a);
        }
        bool long_thing = end && end + 1 < span.end && doc->key[end] == 0xC9DC && doc->key[end + 1] == 0xB9AC; /* 15일|짜리 is no date */
        a.classes &= ~(long_thing ? BIT(DAY) | BIT(MON) | BIT(YEAR) | BIT(HOUR) : 0);
        if (end) {
            a.span = (struct gisa_span){i, end};
            uint32_t close = count ? fold_gloss(doc, span, today, &at[count - 1], &a) : 0;
            if (close) {
                at[count - 1].span.end = last = i = close;
                continue;
            }
            if (count && at[count - 1].classes == BIT(SCENE) && at[count - 1].m == 1 && at[count - 1].span.end + 1 >= i) {
                a.classes &= ~(a.classes & BIT(DD) ? BIT(DAY) : 0); /* 감치 20일: no date */
            }
            uint32_t row = 0;
            uint32_t behind = end + (end < span.end && doc->cls[end] == GISA_CHAR_BLANK);
            bool of_month = count && at[count - 1].classes & BIT(MON) && at[count - 1].span.end + 1 >= i;
            if (a.classes & BIT(DD) && a.classes & BIT(DAY) && !of_month && gisa_trie_longest(&gisa_day_count_trie, doc->key + behind, span.end - behind, &row) &&
                stands_behind(doc, span.begin, i, gisa_day_count_rows[row].behind)) {
                a.classes &= ~BIT(DAY); /* 30일 연장했다 */
            }
            a.joined = last == i || (last != UINT32_MAX && last + 1 == i && doc->key[last] == ' ');
            if (count == cap && !(at = gisa_array_grow(arena, at, &cap, count + 1, sizeof *at))) {
                return false;
            }
            at[count++] = a;
            last = end;
            i = end;
        } else if (is_digit(k)) { /* a figure that is no time is read over whole */
            while (i < span.end && is_digit(doc->key[i])) {
                i++;
            }
        } else {
            i++;
        }
    }
    *out = (struct gisa_atoms){at, count};
    return true;
}

bool gisa_time_may_end(const struct gisa_document *doc, uint32_t end, uint32_t limit) {
    for (int step = 0; step < 4; step++) {
        if (end >= limit || (doc->cls[end] != GISA_CHAR_HANGUL && doc->cls[end] != GISA_CHAR_LATIN &&
                             doc->cls[end] != GISA_CHAR_DIGIT && doc->key[end] != '%')) {
            return true;
        }
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_time_tail_trie, doc->key + end, limit - end, &row);
        if (!n) {
            return false;
        }
        if (gisa_time_tail_rows[row].open) {
            return true;
        }
        end += n;
    }
    return false;
}
