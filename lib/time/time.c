/* SPDX-License-Identifier: Apache-2.0 */
/* The time pass: sentences to atoms, atoms to matches (data/ko/time.rules), matches to values, and the state of the
 * story that later words (이날, 이듬해, 당시) are counted from. */
#include <string.h>

#include "base/array.h"
#include "contract_month_lex.h"
#include "holiday_lex.h"
#include "holiday_noun_lex.h"
#include "moved_lex.h"
#include "not_going_on_lex.h"
#include "offset_noun_lex.h"
#include "pass.h"
#include "text/hangul.h"
#include "text/seek.h"
#include "time/fiscal.h"
#include "time/former.h"
#include "time/match.h"
#include "time/period.h"
#include "time/story.h"
#include "time/tense.h"
#include "time/value.h"
#include "time/zone.h"

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])
#define HAS(atom, name) (((atom)->classes & GISA_TIME_CLASS(name)) != 0)

enum { MAX_VALUE = 160, MAX_GAP = 4, MAX_MEMBERS = 12, MAX_TRIES = 4, MAX_STORY_SENTENCES = 3 };


/* ---- quotation marks and brackets ---------------------------------------------------------------------------- */

static void scan_to(struct gisa_time_pass *p, uint32_t to) {
    for (; p->scanned < to; p->scanned++) {
        uint32_t ch = p->doc->ch[p->scanned];
        uint32_t key = p->doc->key[p->scanned];
        if (ch == 0x201C || ch == 0x201D) {
            p->quoted = ch == 0x201C;
        } else if (key == '"') {
            p->quoted = !p->quoted;
        } else if (key == '(' || key == '[') {
            p->depth++;
        } else if (key == ')' || key == ']') {
            p->depth -= p->depth > 0;
        }
    }
}

/* ---- frames --------------------------------------------------------------------------------------------------- */

static void fill_frame(const struct gisa_time_pass *p, const struct gisa_time_match *m, struct gisa_frame *f) {
    const uint64_t amounts = GISA_TIME_CLASS(DY) | GISA_TIME_CLASS(DM) | GISA_TIME_CLASS(DW) | GISA_TIME_CLASS(DD) |
                             GISA_TIME_CLASS(DH) | GISA_TIME_CLASS(DMIN) | GISA_TIME_CLASS(DS);
    const uint64_t points = GISA_TIME_CLASS(YEAR) | GISA_TIME_CLASS(DAY) | GISA_TIME_CLASS(MIN) | GISA_TIME_CLASS(SEC);
    bool is_amount = m->rule->action == GISA_ACTION_OFFSET || m->rule->action == GISA_ACTION_DURATION ||
                     m->rule->action == GISA_ACTION_HOLIDAY;
    memset(f, 0, sizeof *f);
    f->count = m->count;
    uint64_t wanted = 0;
    for (uint32_t i = 0; i < m->rule->items; i++) {
        wanted |= m->rule->item[i];
    }
    for (uint32_t i = 0; i < m->count; i++) {
        const struct gisa_atom *a = &p->atoms.at[m->first + i];
        uint64_t classes = a->classes & wanted;
        if (classes & amounts && classes & points) {
            classes &= is_amount ? amounts : points;
        }
        for (uint32_t c = 0; c < 64; c++) {
            if (classes >> c & 1 && (!f->slot[c] || c != GISA_TIME_WORD_CLASS_HEDGE)) {
                f->slot[c] = a;
            }
        }
    }
}

static struct gisa_span match_span(const struct gisa_time_pass *p, const struct gisa_time_match *m) {
    return (struct gisa_span){p->atoms.at[m->first].span.begin, p->atoms.at[m->first + m->count - 1].span.end};
}

static const struct gisa_atom *atom_at(const struct gisa_time_pass *p, uint32_t i) {
    return i < p->atoms.count && p->atoms.at[i].joined ? &p->atoms.at[i] : NULL;
}

/* 다음 달 16일 전|까지, 4월 10일 전|에: the atom at i says that all is before the date. */
static bool is_before(const struct gisa_time_pass *p, uint32_t i) {
    enum { E = 0xC5D0 /* 에 */ };
    const struct gisa_atom *until = atom_at(p, i + 1);
    uint32_t end = p->atoms.at[i].span.end;
    bool close = until && until->span.begin == end;
    return (close && HAS(until, UNTIL)) || (end < p->sentence.end && p->doc->key[end] == E);
}

/* ---- records -------------------------------------------------------------------------------------------------- */

/* ‘사월의 등대’, '한빛 데이 2024': part of what single quotation marks name, and no more than that. */
static bool is_in_title(const struct gisa_time_pass *p, struct gisa_span s) {
    enum { LONGEST = 15 };
    uint32_t open = s.begin;
    uint32_t close = s.end;
    while (open > p->sentence.begin && s.begin - open < LONGEST && p->doc->key[open - 1] != '\'') {
        open--;
    }
    while (close < p->sentence.end && close - s.end < LONGEST && p->doc->key[close] != '\'') {
        close++;
    }
    bool marks = open > p->sentence.begin && close < p->sentence.end && p->doc->key[open - 1] == '\'' && p->doc->key[close] == '\'';
    bool opens = marks && (open < 2 || p->doc->cls[open - 2] != GISA_CHAR_HANGUL) && /* not between two quotations */
                 p->doc->ch[open - 1] != 0x2019;
    return opens && close - open <= LONGEST && close - open > gisa_span_length(s);
}

/* 추석 메시지: the holiday names its noun, it tells no day. */
static bool names_noun(const struct gisa_time_pass *p, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t at = s.end + 1;
    bool holiday = at < p->sentence.end && p->doc->cls[s.end] == GISA_CHAR_BLANK &&
                   gisa_trie_longest(&gisa_holiday_trie, p->doc->key + s.begin, gisa_span_length(s), &row) == gisa_span_length(s);
    bool month = at < p->sentence.end && p->doc->cls[s.end] == GISA_CHAR_BLANK && p->doc->key[s.end - 1] == 0xC6D4 /* 월 */;
    if (month && gisa_trie_longest(&gisa_contract_month_trie, p->doc->key + at, p->sentence.end - at, &row)) {
        return true; /* 7월 인도분 원유 */
    }
    return holiday && gisa_trie_longest(&gisa_holiday_noun_trie, p->doc->key + at, p->sentence.end - at, &row) > 0;
}

static void push(struct gisa_time_pass *p, const struct gisa_time *t) {
    if (!t->value.bytes) {
        p->no_memory = true;
        return;
    }
    if (p->count == p->cap) {
        p->times = gisa_array_grow(p->run->arena, p->times, &p->cap, p->count + 1, sizeof *p->times);
        if (!p->times) {
            p->no_memory = true;
            return;
        }
    }
    const struct gisa_period_row *row =
        gisa_period_behind(p->doc, gisa_period_skip_bracket(p->doc, t->span.end, p->sentence.end), p->sentence.end);
    p->times[p->count] = *t;
    p->times[p->count].is_compared = row && row->class == GISA_PERIOD_CLASS_BASE;
    p->times[p->count++].is_name = t->is_name || is_in_title(p, t->span) || names_noun(p, t->span);
}

static struct gisa_time new_time(struct gisa_time_pass *p, struct gisa_span span, const char *rule) {
    scan_to(p, span.begin);
    struct gisa_time t = {.span = span, .sentence = p->sentence_index, .rule = rule};
    t.in_quote = p->quoted;
    t.minute_of_day = GISA_NONE;
    t.zone_entity = GISA_NONE;
    t.confidence = 0.9f;
    return t;
}

static bool is_clock(const struct gisa_point *a) {
    return a->precision != GISA_PRECISION_NONE && a->precision <= GISA_PRECISION_DAYPART;
}

static void set_zone(struct gisa_time_pass *p, const struct gisa_frame *f, struct gisa_time *t) {
    const struct gisa_atom *zone = SLOT(f, ZONE);
    if (!zone) {
        if (t->type == GISA_TIME_TIME && p->zone.size) {
            t->zone = p->zone;
            t->zone_entity = p->zone_entity;
        }
        return;
    }
    static const char local[] = "local";
    t->zone = (struct gisa_bytes_view){zone->zone, (uint32_t)strlen(zone->zone)};
    if (strcmp(zone->zone, local) == 0) {
        struct gisa_bytes_view found =
            gisa_time_local_zone(p->run->out, p->sentence, p->segment, t->span.begin, &t->zone_entity);
        t->zone = found.size ? found : t->zone;
    }
    p->zone = t->zone;
    p->zone_entity = t->zone_entity;
}

static void set_points(struct gisa_time_pass *p, struct gisa_time *t, const struct gisa_point *a, const struct gisa_point *b,
                       bool is_range) {
    char text[MAX_VALUE];
    uint32_t n = gisa_point_format(a, text, 64);
    if (is_range) {
        text[n++] = '/';
        gisa_point_format(b, text + n, 64);
    }
    const struct gisa_point *main = a->precision ? a : b;
    struct gisa_date from = {0}, to = {0}, unused;
    bool ok = true;
    if (a->precision) {
        ok = gisa_point_bounds(a, &from, is_range ? &unused : &to);
    }
    if (is_range && b->precision) {
        ok = gisa_point_bounds(b, &unused, &to) && ok;
    }
    t->type = is_clock(main) ? GISA_TIME_TIME : GISA_TIME_DATE;
    t->value = gisa_value_copy(p->run->arena, text);
    t->is_resolved = ok;
    t->from = ok ? from : (struct gisa_date){0};
    t->to = ok ? to : (struct gisa_date){0};
    t->precision = main->precision;
    if (main->mod && main->mod <= GISA_MOD_END && main->precision >= GISA_PRECISION_MONTH) {
        t->precision = GISA_PRECISION_THIRD;
    }
    t->anchor = main->anchor;
    t->mod = is_range && a->precision && b->precision ? GISA_MOD_NONE : main->mod;
    if (!t->mod && (main->approx || (is_range && b->approx))) {
        t->mod = GISA_MOD_APPROX;
    }
    t->is_ambiguous = main->ambiguous;
    t->is_fiscal = main->fiscal;
    t->reason = main->reason;
    if (main->other_year && !is_range && main->precision && (main->precision == GISA_PRECISION_DAY || main->precision == GISA_PRECISION_MONTH || is_clock(main))) {
        struct gisa_point other = *main;
        other.year = main->other_year;
        other.month = main->other_month;
        gisa_point_format(&other, text, 64);
        t->alternative = gisa_value_copy(p->run->arena, text);
        t->alternative_score = main->other_score;
    }
    t->confidence = main->ambiguous ? 0.6f : main->anchor == GISA_ANCHOR_NONE ? 0.98f : 0.9f;
    if (is_clock(main) && main->hour >= 0) {
        t->minute_of_day = (uint32_t)(main->hour * 60 + (main->minute > 0 ? main->minute : 0));
    }
}

/* Does a figure with 월 stand right before: a month that is none? */
static bool is_behind_month(const struct gisa_time_pass *p, uint32_t at) {
    while (at > p->sentence.begin && p->doc->cls[at - 1] == GISA_CHAR_BLANK) {
        at--;
    }
    return at > p->sentence.begin + 1 && p->doc->key[at - 1] == 0xC6D4 && p->doc->cls[at - 2] == GISA_CHAR_DIGIT;
}

/* ---- points and ranges ------------------------------------------------------------------------------------------ */

static bool is_list_gap(const struct gisa_time_pass *p, uint32_t from, uint32_t to) {
    if (to < from || to - from > MAX_GAP) {
        return false;
    }
    if (to == from + 2 && p->doc->key[from] == 0xC778 && p->doc->key[from + 1] == ' ') {
        return true; /* 어린이날인 5일 */
    }
    bool joins = false;
    for (uint32_t i = from; i < to; i++) {
        uint32_t k = p->doc->key[i];
        if (k != ' ' && k != ',' && k != 0xB7 && k != 0xC640 && k != 0xACFC && k != 0xBC0F && k != '/') { /* 와 과 및 */
            return false;
        }
        joins = joins || k != ' ';
    }
    return joins;
}

static bool earlier(const struct gisa_point *a, const struct gisa_point *b) {
    struct gisa_date af, at, bf, bt;
    if (!gisa_point_bounds(a, &af, &at) || !gisa_point_bounds(b, &bf, &bt)) {
        return true; /* unknown: as written */
    }
    int32_t x = gisa_days_from_date(af);
    int32_t y = gisa_days_from_date(bt);
    if (x == y && a->hour >= 0 && b->hour >= 0) {
        return a->hour * 60 + (a->minute > 0 ? a->minute : 0) < b->hour * 60 + (b->minute > 0 ? b->minute : 0);
    }
    return x <= y && gisa_days_from_date(at) <= y;
}

static bool same_kind(const struct gisa_point *a, const struct gisa_point *b) { return is_clock(a) == is_clock(b); }

static bool key_is(const struct gisa_time_pass *p, uint32_t at, uint32_t a, uint32_t b) {
    return at < p->sentence.end && p->doc->key[at] == a && (!b || (at + 1 < p->sentence.end && p->doc->key[at + 1] == b));
}

/* Do 에서, 와 or 과 and a blank lie between atom at - 1 and atom `at`? */
static bool is_between_gap(const struct gisa_time_pass *p, uint32_t at) {
    if (at == 0 || at >= p->atoms.count) {
        return false;
    }
    uint32_t i = p->atoms.at[at - 1].span.end;
    uint32_t n = key_is(p, i, 0xC5D0, 0xC11C) ? 2 : key_is(p, i, 0xC640, 0) || key_is(p, i, 0xACFC, 0) ? 1 : 0; /* 에서 와 과 */
    return n && p->doc->key[i + n] == ' ' && p->atoms.at[at].span.begin == i + n + 1;
}

/* ... 까지, ... 사이 */
static bool closes_between(const struct gisa_time_pass *p, uint32_t at) {
    uint32_t i = p->atoms.at[at - 1].span.end;
    return key_is(p, i, 0xAE4C, 0xC9C0) || (key_is(p, i, ' ', 0) && key_is(p, i + 1, 0xC0AC, 0xC774)) || key_is(p, i, 0xC0AC, 0xC774);
}

/* The second half of a range behind atom `at` (~ or 부터). *used = atoms read, mark included; 0 if there is none. */
static uint32_t read_range_end(struct gisa_time_pass *p, const struct gisa_point *a, uint32_t at, struct gisa_point *b,
                               struct gisa_frame *fb) {
    static const struct gisa_atom between = {0};
    const struct gisa_atom *mark = atom_at(p, at);
    bool is_between = is_between_gap(p, at); /* 3월에서 5월까지, 3월과 5월 사이: the mark is no atom */
    if (is_between) {
        mark = &between;
        at--;
    } else if (!mark || !(HAS(mark, RANGE) || HAS(mark, FROM)) || !atom_at(p, at + 1)) {
        return 0;
    }
    struct gisa_time_match m;
    if (!gisa_time_match(p->doc, &p->atoms, at + 1, p->sentence.end, 0, &m) || m.rule->action != GISA_ACTION_POINT ||
        (is_between && !closes_between(p, at + 1 + m.count))) {
        return 0;
    }
    fill_frame(p, &m, fb);
    struct gisa_time_context x = p->x;
    x.inherit = *a;
    x.is_range_end = true;
    if (a->day && a->has_year) {
        x.story.day = (struct gisa_date){(int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day};
    }
    if (!gisa_resolve_point(&x, fb, b) || !same_kind(a, b) || !earlier(a, b)) {
        *b = gisa_point_none();
        return 0;
    }
    const struct gisa_atom *close = atom_at(p, at + 1 + m.count);
    if (HAS(mark, FROM) && a->precision != b->precision && !(close && HAS(close, UNTIL))) {
        *b = gisa_point_none();
        return 0; /* 12일부터 내년 4월 총선 등록: two times */
    }
    if (HAS(mark, RANGE) && mark->m == 1) { /* 1·2월: neighbours are a range, others a list */
        int step = a->precision == GISA_PRECISION_MONTH ? b->month - a->month
                   : a->precision == GISA_PRECISION_DAY ? b->day - a->day : b->sub - a->sub;
        if (a->precision != b->precision || step != 1) {
            return 0;
        }
    }
    return (is_between ? 0 : 1) + m.count;
}

/* 3, 4, 5일: the days and months that follow on a range of neighbours. Returns atoms read. */
static uint32_t read_neighbours(const struct gisa_time_pass *p, uint32_t at, struct gisa_point *b) {
    uint32_t used = 0;
    for (;; used += 2) {
        const struct gisa_atom *mark = atom_at(p, at + used);
        const struct gisa_atom *more = mark ? atom_at(p, at + used + 1) : NULL;
        bool list = more && HAS(mark, RANGE) && mark->m == 1 && p->atoms.at[at + used - 1].bare;
        bool day = list && HAS(more, DAY) && b->precision == GISA_PRECISION_DAY && more->n == b->day + 1 && more->n <= gisa_days_in_month(b->year, b->month);
        bool month = list && HAS(more, MON) && b->precision == GISA_PRECISION_MONTH && more->n == b->month + 1 && more->n <= 12;
        if (!day && !month) {
            return used;
        }
        b->day += day;
        b->month += month;
    }
}

/* "19∼20일" told on the 20th: bare days whose month the tense chose take that of the publication where they hold it. */
static void hold_publication(const struct gisa_time_pass *p, const struct gisa_frame *f, struct gisa_point *a, struct gisa_point *b) {
    bool is_bare = SLOT(f, DAY) && !SLOT(f, MON) && !SLOT(f, MREL) && !SLOT(f, YEAR) && !SLOT(f, YREL) && !SLOT(f, DIR) &&
                   !SLOT(f, WPAREN) && a->anchor == GISA_ANCHOR_PUBLISHED && gisa_has_published(&p->x);
    const struct gisa_date today = p->x.published.day;
    if (is_bare && a->month == b->month && a->day <= b->day && a->day <= today.day && today.day <= b->day) {
        a->year = b->year = today.year;
        a->month = b->month = today.month;
    }
    int months = (b->year - today.year) * 12 + b->month - today.month;
    if (is_bare && b->has_year && b->month && months > 0 && a->day > today.day) { /* told on the 13th: 14일부터 내년 1월 말까지 */
        a->year = today.year;
        a->month = today.month;
    }
}

static uint32_t weekday_range(struct gisa_time_pass *p, const struct gisa_time_match *m, const struct gisa_frame *f) {
    const struct gisa_atom *mark = atom_at(p, m->first + m->count);
    const struct gisa_atom *end = mark ? atom_at(p, m->first + m->count + 1) : NULL;
    if (!SLOT(f, WDAY) || m->count != 1 || !mark || !HAS(mark, RANGE) || !end || !HAS(end, WDAY)) {
        return 0;
    }
    char text[48] = "R/XXXX-WXX-1/XXXX-WXX-1";
    text[11] = (char)('0' + SLOT(f, WDAY)->n);
    text[22] = (char)('0' + end->n);
    struct gisa_time t = new_time(p, (struct gisa_span){SLOT(f, WDAY)->span.begin, end->span.end}, m->rule->id);
    t.type = GISA_TIME_SET;
    t.value = gisa_value_copy(p->run->arena, text);
    push(p, &t);
    return 3;
}

/* 2월부터 … 논의하고 있다: what has begun and lasts, told up to the end of the sentence, outside quotation marks. */
static bool is_going_on(const struct gisa_time_pass *p, uint32_t at) {
    enum { REACH = 80, GO = 0xACE0, IT = 0xC788 /* 고 있 */ };
    uint32_t end = p->sentence.end - at > REACH ? at + REACH : p->sentence.end;
    for (uint32_t i = at; i + 2 < end && p->doc->key[i] != '"'; i++) {
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_not_going_on_trie, p->doc->key + i, end - i, &row);
        if (n && i + n < end && p->doc->key[i + n] == ' ') {
            return false; /* 9월부터 시행되는 제도를 알리고 있다 */
        }
        if (p->doc->key[i] == GO && p->doc->key[i + 1] == ' ' && p->doc->key[i + 2] == IT && (i + 3 >= end || p->doc->key[i + 3] != 0xB294 /* 늘리고 있는 지자체를 */)) {
            return true;
        }
    }
    return false;
}

/* 선고일을 12월 19일|로 잡았다, 4일로 미뤘다: a day that something is put on lies ahead. */
static bool is_set_to(const struct gisa_time_pass *p, uint32_t at) {
    enum { RO = 0xB85C, EU = 0xC73C /* 으로 */ };
    const uint32_t *k = p->doc->key;
    uint32_t row = 0;
    at += at < p->sentence.end && k[at] == EU;
    return at + 2 < p->sentence.end && k[at] == RO && k[at + 1] == ' ' && gisa_trie_longest(&gisa_moved_trie, k + at + 2, p->sentence.end - at - 2, &row) > 0;
}

/* 11일 체코와, | 13일 브라질과 맞붙는다; 2일 서울에서, | 9일 부산에서 연다: the item that ends there waits for the verb of the last. */
static bool is_item_end(const struct gisa_time_pass *p, uint32_t pos) {
    enum { WA = 0xC640, GWA = 0xACFC, GYEOL = 0xACB0 /* 결과 */, E = 0xC5D0, SEO = 0xC11C };
    const uint32_t *k = p->doc->key;
    if (pos < 4 || k[pos - 1] != ' ' || k[pos - 2] != ',') {
        return false;
    }
    return k[pos - 3] == WA || (k[pos - 3] == GWA && k[pos - 4] != GYEOL) || (k[pos - 3] == SEO && k[pos - 4] == E);
}

/* Where the next day, month or year of the sentence begins; its end if there is none. */
static uint32_t next_time(const struct gisa_time_pass *p, uint32_t at, uint32_t from) {
    const uint64_t times = GISA_TIME_CLASS(DAY) | GISA_TIME_CLASS(MON) | GISA_TIME_CLASS(MREL) | GISA_TIME_CLASS(DIR) | GISA_TIME_CLASS(YEAR) | GISA_TIME_CLASS(YREL);
    enum { REACH = 200 /* code points, as the tense is looked for */ };
    while (at < p->atoms.count && p->atoms.at[at].span.begin < from + REACH && !(p->atoms.at[at].at_word && p->atoms.at[at].classes & times && p->atoms.at[at].span.begin >= from + 4)) {
        at++;
    }
    return at < p->atoms.count ? p->atoms.at[at].span.begin : p->sentence.end;
}

/* The tense of the clause that `from` stands in. Where another day stands before the predicate that tells it, a plan told
 * there is the other day's; the past is both days'. */
static uint8_t tense_behind(const struct gisa_time_pass *p, uint32_t at, uint32_t from) {
    const uint64_t days = GISA_TIME_CLASS(DAY) | GISA_TIME_CLASS(MON) | GISA_TIME_CLASS(MREL) | GISA_TIME_CLASS(DIR);
    uint8_t tense = gisa_time_tense(p->doc, from, p->sentence.end, next_time(p, at, from));
    if (is_set_to(p, from)) {
        return GISA_TENSE_FUTURE;
    }
    if (tense == GISA_TENSE_PAST || tense == GISA_TENSE_NONE) {
        return tense;
    }
    for (uint32_t i = at; i < p->atoms.count; i++) {
        const struct gisa_atom *next = &p->atoms.at[i];
        if (!next->at_word || !(next->classes & days) || next->span.begin < from + 4) {
            continue;
        }
        uint32_t words = 0; /* a list (11일, 12일) shares its predicate */
        for (uint32_t k = from; k + 1 < next->span.begin; k++) {
            words += p->doc->cls[k] == GISA_CHAR_HANGUL && p->doc->cls[k + 1] == GISA_CHAR_HANGUL;
        }
        return words < 2 || is_item_end(p, next->span.begin) || gisa_time_tense(p->doc, from, next->span.begin, next->span.begin) == tense ? tense : GISA_TENSE_NONE;
    }
    return tense;
}

/* (2015년) 세온을 세운 노재민 대표는 (6월 말): a word before a noun, as verbs end there, and then the topic. */
static bool describes_topic(const struct gisa_document *d, uint32_t from, uint32_t to) {
    bool verb = false;
    for (uint32_t i = from + 1; i + 1 < to; i++) {
        bool last = d->cls[i + 1] == GISA_CHAR_BLANK && d->cls[i] == GISA_CHAR_HANGUL && d->cls[i - 1] == GISA_CHAR_HANGUL;
        bool topic = last && (d->key[i] == 0xC740 /* 은 */ || d->key[i] == 0xB294 /* 는 */);
        if (topic && verb) {
            return true;
        }
        verb = verb || (last && !topic && gisa_hangul_jong(d->key[i]) == GISA_JONG_N);
    }
    return false;
}

/* Does another clause begin between the two places: a comma, or a word that ends in 고 며 서 뒤 후 만? */
static bool goes_on(const struct gisa_time_pass *p, uint32_t from, uint32_t to) {
    static const uint32_t ends[] = {0xACE0, 0xBA70, 0xC11C, 0xB4A4, 0xD6C4, 0xB9CC};
    enum { CLAUSE = 30 };
    for (uint32_t i = from; i < to; i++) {
        bool joins = p->doc->key[i] == ',';
        for (uint32_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
            joins = joins || (p->doc->key[i] == ends[k] && i + 1 < to && p->doc->key[i + 1] == ' ');
        }
        if (joins) {
            return true;
        }
    }
    return to - from > CLAUSE || describes_topic(p->doc, from, to);
}

/* 지난해 2월 시작됐다. 그달 18일 착수했고 3월 4일 해임했다: a later month of a paragraph whose last time lies in the year before. */
static bool is_month_of_last_year(const struct gisa_time_pass *p, const struct gisa_frame *f) {
    const struct gisa_point *last = &p->x.story.last;
    const int before = gisa_has_published(&p->x) && last->has_year ? p->x.published.day.year - last->year : 0;
    bool since = before > 1 && last->day && SLOT(f, DAY); /* 같은 해 9월 3일 의뢰했다. 10월 22일 압수수색했다 */
    return last->precision && last->month && (before == 1 || since) && (p->last_segment == p->segment.begin || (since && p->sentence_index - p->last_sentence <= 1)) && p->sentence_index - p->last_sentence <= 2 && SLOT(f, MON) && !SLOT(f, DIR) &&
           !SLOT(f, YEAR) && !SLOT(f, YREL) && !SLOT(f, MREL) && SLOT(f, MON)->n > last->month && (since || SLOT(f, MON)->n <= p->x.published.day.month) &&
           (p->x.tense == GISA_TENSE_PAST || p->x.tense == GISA_TENSE_NONE) && !p->quoted;
}

/* 작년 1월 중순 시작해 3월 말 끝난: a later month behind one whose year the words tell, both of a year that is over. */
static bool is_month_of_told_year(const struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_time *t) {
    if (!t || t->sentence != p->sentence_index || t->type != GISA_TIME_DATE || !t->from.year || t->from.year != t->to.year || t->in_quote ||
        (t->precision != GISA_PRECISION_MONTH && t->precision != GISA_PRECISION_THIRD && t->precision != GISA_PRECISION_DAY) ||
        !SLOT(f, MON) || SLOT(f, DIR) || SLOT(f, YEAR) || SLOT(f, YREL) || SLOT(f, MREL) || !gisa_has_published(&p->x)) {
        return false;
    }
    bool told = false;
    for (uint32_t i = t->span.begin; i < t->span.end; i++) {
        told = told || p->doc->key[i] == 0xB144 /* 년 */ || p->doc->key[i] == 0xD574 /* 해 */;
    }
    return told && t->from.year < p->x.published.day.year && SLOT(f, MON)->n >= t->from.month && p->x.tense != GISA_TENSE_FUTURE &&
           p->x.tense != GISA_TENSE_PRESENT;
}

/* 지난해 훈련은 8월 19일 열렸다: a month without a year lies in the year its clause told right before. */
static void inherit_year(struct gisa_time_pass *p, const struct gisa_frame *f, struct gisa_span span) {
    const struct gisa_time *t = p->count ? &p->times[p->count - 1] : NULL;
    if (is_month_of_last_year(p, f)) {
        p->x.inherit.precision = GISA_PRECISION_YEAR;
        p->x.inherit.has_year = true;
        p->x.inherit.year = p->x.story.last.year;
        p->x.inherit.anchor = GISA_ANCHOR_NARRATIVE;
        return;
    }
    if (is_month_of_told_year(p, f, t)) {
        p->x.inherit.precision = GISA_PRECISION_YEAR;
        p->x.inherit.has_year = true;
        p->x.inherit.year = t->from.year;
        p->x.inherit.anchor = t->anchor;
        return;
    }
    if (!t || t->sentence != p->sentence_index || t->type != GISA_TIME_DATE || t->precision != GISA_PRECISION_YEAR || !t->from.year ||
        !t->to.year || t->from.year != t->to.year || !SLOT(f, MON) || SLOT(f, DIR) || SLOT(f, YEAR) || SLOT(f, YREL) ||
        span.begin < t->span.end || goes_on(p, t->span.end, span.begin)) {
        return;
    }
    p->x.inherit.precision = GISA_PRECISION_YEAR;
    p->x.inherit.has_year = true;
    p->x.inherit.year = t->from.year;
    p->x.inherit.anchor = t->anchor;
}

/* Does the sentence end in the past: 발표했다? */
static bool ends_in_past(const struct gisa_time_pass *p) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t last = s->first_token + s->token_count;
    while (last > s->first_token + 1 && a->tokens[last - 1].kind != GISA_TOKEN_WORD) {
        last--;
    }
    return last > s->first_token && a->tokens[last - 1].tense == GISA_TENSE_PAST;
}

/* 10일 인수하|기로 했다: was it decided to do what stands behind pos? */
static bool is_agreed(const struct gisa_time_pass *p, uint32_t pos) {
    enum { GI = 0xAE30, RO = 0xB85C /* 기로 */, REACH = 80 /* code points */ };
    const uint32_t *k = p->doc->key;
    const uint32_t end = pos + REACH < p->sentence.end ? pos + REACH : p->sentence.end;
    while (pos + 2 < end && !(k[pos] == GI && k[pos + 1] == RO && k[pos + 2] == ' ')) {
        pos++;
    }
    return pos + 2 < end;
}

/* 지난달 5일 압수수색한 데 이어 | 11일 구속했다: a bare day behind one of a month before this one that the sentence told, and later in the month, is of
 * that month, where it is not told as to come. */
static bool goes_on_in_month(const struct gisa_time_pass *p, const struct gisa_frame *f) {
    const struct gisa_atom *day = SLOT(f, DAY);
    bool bare = day && !SLOT(f, MON) && !SLOT(f, MREL) && !SLOT(f, DIR) && !SLOT(f, YEAR) && !SLOT(f, YREL) && !SLOT(f, WREL) && !SLOT(f, DREL) && !SLOT(f, WPAREN);
    bool chain = bare && p->chain.day && p->chain_sentence == p->sentence_index && p->chain.has_year && !p->quoted && p->x.tense != GISA_TENSE_FUTURE;
    chain = chain && (p->x.tense != GISA_TENSE_PRESENT || ends_in_past(p)); /* 20일 결과를 낸다 */
    bool before = chain && gisa_has_published(&p->x) && (p->chain.year * 12 + p->chain.month < p->x.published.day.year * 12 + p->x.published.day.month);
    return before && day->n > p->chain.day;
}

/* 23일이다, 23일이며, 23일입니다 */
static bool is_predicate(const struct gisa_document *d, uint32_t at, uint32_t limit) {
    bool copula = at + 1 < limit && (d->ch[at] == 0xC774 /* 이 */ && (d->ch[at + 1] == 0xB2E4 || d->ch[at + 1] == 0xBA70 || d->ch[at + 1] == 0xACE0)); /* 다 며 고 */
    return copula || (at + 1 < limit && d->ch[at] == 0xC785 && d->ch[at + 1] == 0xB2C8); /* 입니 */
}

/* 9일 집회에서 "오늘 우리는": who speaks counts from the day the sentence tells before the quotation. */
static void stand_in_quote(struct gisa_time_pass *p, const struct gisa_frame *f, struct gisa_span span) {
    const struct gisa_atom *drel = SLOT(f, DREL);
    if (!drel || drel->m == 1 || drel->m == 5) {
        return;
    }
    scan_to(p, span.begin);
    if (!p->quoted || !p->count) {
        return;
    }
    for (uint32_t i = p->count; i-- > 0 && p->times[i].sentence == p->sentence_index;) {
        const struct gisa_time *t = &p->times[i];
        if (!t->in_quote && t->is_resolved && t->precision <= GISA_PRECISION_DAY && t->precision && t->from.year && t->to.year) {
            p->x.published.day = t->from;
            return;
        }
    }
}

/* A distance that names no date. Returns the atoms read. */
static uint32_t emit_vague(struct gisa_time_pass *p, const struct gisa_time_match *m, const struct gisa_frame *f, struct gisa_span span) {
    struct gisa_time t = new_time(p, span, m->rule->id);
    t.type = GISA_TIME_REF;
    t.value = gisa_value_copy(p->run->arena, SLOT(f, LATER) ? "FUTURE_REF" : "PAST_REF");
    t.reason = "a vague distance: it names no date";
    push(p, &t);
    return m->count;
}

/* 고발 사흘 전 counts from the day of that, not from the publication. False when no day was told. */
static bool stand_at_noun(struct gisa_time_pass *p, struct gisa_span span) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, span.begin);
    const struct gisa_token *w = t > s->first_token ? &a->tokens[t - 1] : NULL;
    uint32_t noun = gisa_story_noun_before(p, span.begin);
    bool word = w && w->kind == GISA_TOKEN_WORD && noun == GISA_NONE;
    bool deed = word && w->span.end + 1 == span.begin && p->doc->key[w->span.end - 1] == 0xAE30 /* 기 */ && gisa_span_length(w->span) >= 3; /* 정산을 멈추기 나흘 전 */
    bool when = word && gisa_span_length(w->span) == 1 && p->doc->key[w->span.begin] == 0xB54C /* 때 */; /* 변수를 바꿀 때 30일 전에 */
    if (deed || when) {
        return false;
    }
    if (noun == GISA_NONE) { /* 28일로 잡혔으나 하루 전 미뤄졌다 */
        bool same = p->told_sentence == p->sentence_index && p->told_end < span.begin && p->x.story.told.year && !p->quoted;
        bool ahead = !same && p->plan_sentence == p->sentence_index && p->x.story.plan.year && !p->quoted && p->x.tense != GISA_TENSE_PAST; /* 6월 5일 치르고, 닷새 뒤 최종전을 벌인다 */
        p->x.published.day = same ? p->x.story.told : ahead ? p->x.story.plan : p->x.published.day;
        return true;
    }
    bool told = p->x.story.told.year && p->sentence_index - p->told_sentence <= 1;
    const struct gisa_date day = gisa_story_noun_day(p, noun);
    p->x.published.day = day.year ? day : told ? p->x.story.told : p->x.published.day;
    p->x.story.day = p->x.story.told = day.year ? day : p->x.story.told;
    return day.year || told;
}

/* 사고 이튿날, 계약 당일: counted from the day of that. False when it is not known, and another may have been told since. */
static bool stand_day_at_noun(struct gisa_time_pass *p, const struct gisa_atom *drel, struct gisa_span span) {
    uint32_t noun = drel && ((drel->m == 1 && drel->n) || drel->m == 5) ? gisa_story_noun_before(p, span.begin) : GISA_NONE;
    if (noun == GISA_NONE) {
        return true;
    }
    const struct gisa_date day = gisa_story_noun_day(p, noun);
    if (!day.year) {
        return p->told_sentence >= p->first_sentence;
    }
    p->x.story.day = p->x.story.told = day;
    p->x.is_plan_near = p->x.is_told_vague = false;
    return true;
}

/* 두 달 뒤|인 12월: is the month behind the one that lies so long after the month told last? */
static bool is_same_month(const struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_atom *next, uint32_t end) {
    enum { IN = 0xC778 /* 인 */ };
    const struct gisa_point *last = &p->x.story.last;
    const struct gisa_atom *months = SLOT(f, DM);
    if (!next || !HAS(next, MON) || !months || !SLOT(f, LATER) || SLOT(f, DY) || months->n < 1 || p->doc->key[end] != IN || last->precision > GISA_PRECISION_MONTH || !last->month || !last->has_year) {
        return false;
    }
    int year = last->year;
    int month = last->month;
    gisa_add_months(&year, &month, months->n);
    return month == next->n && gisa_has_published(&p->x) && (year < p->x.published.day.year || (year == p->x.published.day.year && month <= p->x.published.day.month));
}

/* 다음 달 2일 연다. 닷새 뒤|인 7일: the day that lies so long after a day told before and is the day of the month behind; year 0 if none is. */
static struct gisa_date same_day(const struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_atom *next, uint32_t end) {
    enum { IN = 0xC778 /* 인 */ };
    const struct gisa_date told[] = {p->x.story.plan, p->x.story.told, p->x.story.day};
    const struct gisa_atom *days = SLOT(f, DD) ? SLOT(f, DD) : SLOT(f, DW);
    if (!next || !HAS(next, DAY) || !days || !SLOT(f, LATER) || SLOT(f, DM) || SLOT(f, DY) || days->n < 1 || days->n > 366 || p->doc->key[end] != IN) {
        return (struct gisa_date){0};
    }
    for (int i = 0; i < 3; i++) {
        struct gisa_date d = told[i].year ? gisa_date_from_days(gisa_days_from_date(told[i]) + days->n * (SLOT(f, DD) ? 1 : 7)) : told[i];
        if (d.year && d.day == next->n) {
            return d;
        }
    }
    return (struct gisa_date){0};
}

/* 시민연대는 지난 26일 집회를 열었다. 권태순 시민연대 대표는 | 이날: does the sentence name, before pos, what the other sentence, that told the day, names? */
static bool is_of_same(const struct gisa_time_pass *p, uint32_t pos, uint32_t sentence) {
    enum { NAME = 3 /* syllables at least */, WORDS = 8, LOOK = 64, GEU = 0xADF8 /* 그는 */ };
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *here = &a->sentences[p->sentence_index], *there = &a->sentences[sentence];
    const struct gisa_token *first = &a->tokens[here->first_token];
    bool same = first->span.begin >= pos || p->doc->key[first->span.begin] == GEU; /* 이날 at the head goes on with what was told */
    for (uint32_t t = here->first_token; !same && t < here->first_token + here->token_count && t < here->first_token + WORDS && a->tokens[t].span.begin < pos; t++) {
        struct gisa_span word = {a->tokens[t].span.begin, a->tokens[t].stem_end};
        bool family = gisa_span_length(word) == 1 && a->tokens[t].kind == GISA_TOKEN_WORD; /* 민 | 대표는 of 민경호 */
        for (uint32_t k = there->first_token; (family || gisa_span_length(word) >= NAME) && k < there->first_token + there->token_count && k < there->first_token + LOOK; k++) {
            same = same || (family ? p->doc->key[a->tokens[k].span.begin] == p->doc->key[word.begin]
                                   : gisa_same_text(p->doc, word, (struct gisa_span){a->tokens[k].span.begin, a->tokens[k].stem_end}));
        }
    }
    return same;
}

/* (지난 10일 그가) 전날 | 참석했다고 전했다: does the clause end as what is told? */
static bool is_inside_report(const struct gisa_time_pass *p, uint32_t pos) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, end, pos);
    while (t < end && a->tokens[t].ending != GISA_ENDING_QUOTATIVE) {
        t++;
    }
    return t < end;
}

/* Does the sentence say something in marks behind pos? */
static bool has_speech(const struct gisa_time_pass *p, uint32_t pos) {
    while (pos < p->sentence.end && p->doc->key[pos] != '"' && p->doc->ch[pos] != 0x201C) {
        pos++;
    }
    return pos < p->sentence.end;
}

/* 부회장은 | 전날: does the topic of the sentence stand right before pos? */
static bool is_behind_topic(const struct gisa_time_pass *p, uint32_t pos) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, pos);
    return t > s->first_token && a->tokens[t - 1].josa & GISA_JOSA_TOPIC;
}

/* 12일 오전 회담했다. | 오후에는 만났다: does a part of the day, set against another, go on with a day told just before? */
static bool is_later_part(const struct gisa_time_pass *p, struct gisa_span span) {
    enum { NEAR = 3 /* sentences */, E = 0xC5D0, NEUN = 0xB294, EN = 0xC5D4 /* 에는 엔 */ };
    const uint32_t *k = p->doc->key + span.end;
    bool apart = span.end < p->sentence.end && (k[0] == EN || (k[0] == E && span.end + 1 < p->sentence.end && k[1] == NEUN));
    bool told = p->x.story.day.year && p->told_sentence < p->sentence_index && p->sentence_index - p->told_sentence <= NEAR;
    return apart && told && !p->quoted && !p->is_heading && !p->is_background;
}

/* Points of a match, and what follows it (~ 부터 까지 이후). Returns atoms read, 0 if the words make no time. */
/* 16일 위원회를 열어 12일 | 항의하다 퇴장당한 감독을: does what stands behind the place tell of a noun what has been? */
static bool is_over_of_noun(const struct gisa_time_pass *p, uint32_t pos) {
    enum { NEAR = 6 /* tokens */ };
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    const uint32_t end = s->first_token + s->token_count;
    const uint32_t first = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, end, pos);
    for (uint32_t t = first; t < end && t < first + NEAR; t++) {
        if (a->tokens[t].ending == GISA_ENDING_ADNOMINAL) {
            return a->tokens[t].tense == GISA_TENSE_PAST;
        }
        if (a->tokens[t].kind != GISA_TOKEN_WORD || a->tokens[t].josa & GISA_JOSA_TOPIC) {
            return false;
        }
    }
    return false;
}

static uint32_t emit_point(struct gisa_time_pass *p, const struct gisa_time_match *m) {
    struct gisa_frame f, fb;
    struct gisa_point a = gisa_point_none(), b = gisa_point_none();
    struct gisa_span span = match_span(p, m);
    fill_frame(p, m, &f);
    uint32_t used = weekday_range(p, m, &f);
    if (used) {
        return used;
    }
    const struct gisa_atom *dd = SLOT(&f, DD), *ago = SLOT(&f, AGO);
    const struct gisa_sentence *s = &p->run->out->sentences[p->sentence_index];
    scan_to(p, span.begin);
    if (dd && ago && !p->quoted && p->doc->cls[dd->span.begin] == GISA_CHAR_DIGIT &&
        gisa_time_is_former(p->run->out, s->first_token, s->first_token + s->token_count, ago->span.begin)) {
        p->is_day_first = true; /* 17일 | 전 노선의 운항을 멈췄다 */
        p->day_atoms = (uint32_t)(dd - p->atoms.at) + 1 - m->first;
        return 0;
    }
    uint32_t at = m->first + m->count;
    const struct gisa_atom *next = atom_at(p, at);
    if (m->count == 1 && SLOT(&f, DPART) && !is_later_part(p, span)) {
        return m->count; /* 밤에는 기온이 떨어진다 */
    }
    if (SLOT(&f, DAY) && !SLOT(&f, MON) && !SLOT(&f, MREL) && is_behind_month(p, span.begin)) {
        return m->count; /* 31월 3일: no date, and nothing else either */
    }
    if (span.begin >= 2 && p->doc->key[span.begin - 1] == ' ' && p->doc->key[span.begin - 2] == 0xC778 /* 회담 하루 전인 | 13일: anchored by what stands before */) {
        p->x.before = (struct gisa_date){0};
    }
    bool feast = m->rule->action == GISA_ACTION_HOLIDAY;
    const struct gisa_atom *drel = SLOT(&f, DREL);
    if (drel && drel->m == 5 && p->is_told_aside && p->news_day.year && p->told_sentence < p->first_sentence) {
        p->x.story.told = p->news_day; /* 같은 날 of a new paragraph is not that of the background */
    }
    bool eve = drel && drel->m == 1 && drel->n == -1; /* 지난 1일 기소했다. 변호사는 전날 입장문을 냈다 */
    enum { OLD = 60, NEWS = 31 /* days */ };
    const bool tale = eve && p->x.story.told.year && p->told_sentence + 1 == p->sentence_index && p->told_sentence >= p->first_sentence && gisa_has_published(&p->x) &&
                      gisa_published_days(&p->x) - gisa_days_from_date(p->x.story.told) > OLD && !has_speech(p, span.end) && !(p->noun_josa & GISA_JOSA_OBJECT); /* 지난 3월 4일 신고했다. 그는 전날 현금을 찾아 건넸다 */
    const bool inside = eve && p->told_sentence == p->sentence_index && is_inside_report(p, span.end); /* 통신은 지난 10일 그가 전날 참석했다고 전했다 */
    const bool recent = p->x.story.day.year && gisa_has_published(&p->x) && (gisa_published_days(&p->x) - gisa_days_from_date(p->x.story.day) <= NEWS || has_speech(p, span.end)); /* 지난 19일 지명했다. 청와대는 이날 제출했다 */
    if (p->is_background && p->news_day.year && ((gisa_story_is_this_day(&f) && (p->told_sentence == p->sentence_index || (recent && !gisa_story_is_occasion(p, span.end) && !is_of_same(p, span.begin, p->told_sentence)))) || (eve && !tale && !inside))) {
        p->x.story.day = p->news_day; /* 지난달 28일 퇴장당해 이날 관중석에서 봤다 */
    }
    if (gisa_story_is_this_day(&f) && p->news_day.year && ((p->noun_sentence + 1 == p->sentence_index && p->told_sentence + 1 == p->sentence_index) || (p->is_background && gisa_story_is_told_which(p, span.begin)))) {
        p->x.story.day = p->news_day; /* 7월 9일 임명된 위원장이 맡고 있다. 위원장은 이날; 지난 3월 공시했다. 소식이 전해진 이날 */
    }
    if (eve && p->told_sentence == p->sentence_index && p->noun_josa & GISA_JOSA_TOPIC && !inside && p->day_before.year && gisa_days_from_date(p->day_before) > gisa_days_from_date(p->x.story.day)) {
        p->x.story.day = p->day_before; /* 17일 이겼다. 15일 첫 경기를 내준 LG는 전날 이겼다 */
    }
    const int32_t old = gisa_has_published(&p->x) && p->x.story.day.year ? gisa_published_days(&p->x) - gisa_days_from_date(p->x.story.day) : 0;
    if (eve && old > 1 && p->told_sentence < p->sentence_index && span.begin > p->sentence.begin && has_speech(p, span.end) && is_behind_topic(p, span.begin)) {
        p->x.story.day = gisa_date_from_days(gisa_published_days(&p->x)); /* BBC는 21일 보도했다. 부회장은 전날 기자들과 만나 "…" */
    }
    if (gisa_story_is_this_day(&f) && p->eve_told == p->sentence_index) {
        p->x.story.day = p->tell_day; /* 22일 본부에 따르면 전날 불이 나 이날 오후 꺼졌다 */
    }
    if (gisa_story_is_this_day(&f) && gisa_story_is_occasion(p, span.end)) { /* 18일 만나 논의했다고 19일 밝혔다. 이날 면담에는 */
        bool report = p->held_day.year && memcmp(&p->report_day, &p->x.story.day, sizeof p->report_day) == 0;
        bool here = p->told_sentence >= p->first_sentence; /* what was earlier ends with its paragraph */
        p->x.story.day = p->is_report || (p->is_earlier && here) ? p->x.story.told : report ? p->held_day : p->x.story.day;
    }
    if (gisa_story_is_this_day(&f) && p->news_day.year && span.end < p->sentence.end && p->doc->key[span.end] == 0xB3C4 /* 11일 물러섰다. 사장은 이날|도 */) {
        p->x.story.day = p->news_day;
    }
    if (gisa_story_is_this_day(&f) && p->news_day.year && p->is_background && gisa_story_is_press(p, span.end)) {
        p->x.story.day = p->news_day; /* 지난달 20일 선임했다. 대표는 이날 기자와의 통화에서 */
    }
    enum { FAR_BACK = 31 /* days before the publication */, APART = 2 /* sentences */ };
    const bool far = p->x.story.told.year && gisa_has_published(&p->x) && gisa_published_days(&p->x) - gisa_days_from_date(p->x.story.told) > FAR_BACK &&
                     p->sentence_index >= p->told_sentence + APART;
    if (far && p->news_day.year && gisa_story_is_this_day(&f) && memcmp(&p->x.story.day, &p->x.story.told, sizeof p->news_day) == 0) {
        p->x.story.day = p->news_day; /* 올해 1월 16일 계약했다. 발이 빠르다. 한국은 이날 5개를 찼다: the day of the news */
    }
    if (far && drel && drel->m == 1 && drel->n > 0 && p->first_sentence > p->told_sentence) {
        p->x.story.told = p->x.story.day = (struct gisa_date){0}; /* 작년 12월 31일 마감했다. … 인터뷰 이튿날: of a day nobody told here */
    }
    p->x.is_plan_near = p->x.story.plan.year && p->sentence_index - p->plan_sentence <= 1 && p->plan_sentence >= p->first_sentence;
    p->x.is_told_vague = p->x.story.last.precision >= GISA_PRECISION_WEEK && p->last_sentence == p->sentence_index;
    p->x.tense = tense_behind(p, at, span.end);
    const struct gisa_time *before = p->count ? &p->times[p->count - 1] : NULL; /* 24일 위원회를 열어 2일 돌입하기로 결정했다: the plan's */
    bool second = before && before->sentence == p->sentence_index && !before->in_quote && before->is_resolved && before->precision <= GISA_PRECISION_DAY;
    const struct gisa_atom *num = SLOT(&f, DAY);
    if (second && num && m->count == 1 && before->type == GISA_TIME_DATE && before->from.day > num->n && p->x.tense != GISA_TENSE_PAST && is_over_of_noun(p, span.end)) {
        p->x.tense = GISA_TENSE_PAST; /* 16일 위원회를 열어 12일 퇴장당한 감독의 징계를 논의한다 */
    }
    p->x.is_reported = !second && gisa_time_is_told(p->doc, span.end, p->sentence.end);
    p->x.is_stated = is_predicate(p->doc, span.end, p->sentence.end);
    p->x.is_start = next && HAS(next, FROM);
    if (p->x.is_start && (p->x.tense == GISA_TENSE_PRESENT || p->x.tense == GISA_TENSE_NONE) && is_going_on(p, span.end)) {
        p->x.tense = GISA_TENSE_PAST; /* 2월부터 논의하고 있다 */
    }
    if (next && HAS(next, UNTIL)) { /* a term that is told in the past may still run */
        p->x.tense = p->x.tense == GISA_TENSE_PAST ? GISA_TENSE_NONE : GISA_TENSE_FUTURE;
    }
    const struct gisa_atom *behind = at < p->atoms.count && p->atoms.at[at].span.begin == span.end + 2 ? &p->atoms.at[at] : NULL;
    if (m->rule->action == GISA_ACTION_OFFSET && is_same_month(p, &f, behind, span.end)) {
        p->same_as = behind->span.begin; /* 지난해 10월 다쳤다. 두 달 뒤인 | 12월 의무화하겠다고 발표했다 */
        p->x.tense = GISA_TENSE_PAST;
    } else if (p->same_as == span.begin && p->same_as && !p->same_day.year) {
        p->x.tense = GISA_TENSE_PAST;
    }
    const struct gisa_date day = m->rule->action == GISA_ACTION_OFFSET ? same_day(p, &f, behind, span.end) : (struct gisa_date){0};
    if (m->rule->action == GISA_ACTION_OFFSET && !day.year && SLOT(&f, DD) && behind && HAS(behind, DAY) && p->doc->key[span.end] == 0xC778 /* 인 */ && !(p->same_as == behind->span.begin)) {
        return emit_vague(p, m, &f, span); /* 결정 이틀 뒤|인 11일, where no day told lies two before it */
    }
    if (day.year) {
        p->same_as = behind->span.begin; /* 닷새 뒤인 | 7일 */
        p->same_day = day;
    }
    const bool is_same_day = p->same_as == span.begin && p->same_as && p->same_day.year && SLOT(&f, DAY) && !SLOT(&f, MON);
    const struct gisa_story kept = p->x.story;
    const struct gisa_moment published = p->x.published;
    p->eve_sentence = eve && p->plan_sentence != p->sentence_index ? p->sentence_index : p->eve_sentence; /* 다음 달 12일 개봉하며 하루 전 */
    bool plans = p->eve_sentence != p->sentence_index && (p->x.is_plan_near || p->plan_sentence >= p->first_sentence);
    plans = plans && !(gisa_story_is_this_day(&f) && p->plan_sentence < p->sentence_index && !is_of_same(p, span.begin, p->plan_sentence) && !gisa_story_is_occasion(p, span.end)); /* 회장은 18일 연설한다. CEO는 이날 밤 떠난다 */
    if (plans && p->x.story.plan.year && p->x.tense != GISA_TENSE_PAST && (p->x.tense != GISA_TENSE_NONE || (drel && drel->m == 5))) { /* 7일 만난다. 같은 날 출국해 8일 돌아온다 */
        p->x.story.day = p->x.story.told = p->x.story.plan; /* 이날 행사에는 … 출연할 예정이다 */
    }
    if (!stand_day_at_noun(p, drel, span)) {
        p->x.story = kept;
        return emit_vague(p, m, &f, span); /* 사고 이튿날 of an accident nobody dated */
    }
    const struct gisa_atom *yrel = SLOT(&f, YREL);
    const uint32_t of = yrel && yrel->m == 1 && yrel->n == 1 ? gisa_story_noun_before(p, span.begin) : GISA_NONE;
    const struct gisa_date then = of != GISA_NONE ? gisa_story_noun_day(p, of) : (struct gisa_date){0};
    if (of != GISA_NONE && !then.year) {
        return emit_vague(p, m, &f, span); /* 광복 이듬해: of a year nobody told */
    }
    p->x.story.year = then.year ? then.year : p->x.story.year;
    if (m->rule->action == GISA_ACTION_OFFSET && !stand_at_noun(p, span)) {
        return emit_vague(p, m, &f, span); /* 고발 사흘 전: of a day nobody told */
    }
    const bool told_any = p->x.story.told.year || p->x.story.day.year || p->x.story.last.precision == GISA_PRECISION_MONTH || p->x.story.last.precision == GISA_PRECISION_YEAR;
    if (m->rule->action == GISA_ACTION_OFFSET && SLOT(&f, LATER) && p->x.tense == GISA_TENSE_PAST && !told_any && !day.year && !(behind && p->same_as == behind->span.begin)) {
        return emit_vague(p, m, &f, span); /* 3년 뒤 떠났다: not three years from now */
    }
    stand_in_quote(p, &f, span);
    p->x.decided = (struct gisa_date){0};
    if (p->x.tense == GISA_TENSE_FUTURE && p->told_sentence == p->sentence_index && p->told_end < span.begin && !p->quoted && ends_in_past(p)) {
        p->x.decided = p->x.story.told;
    }
    p->x.is_agreed = p->x.tense == GISA_TENSE_FUTURE && !p->quoted && ends_in_past(p) && is_agreed(p, span.end);
    p->x.inherit = gisa_point_none();
    if (p->list.precision && is_list_gap(p, p->list_end, span.begin)) {
        p->x.inherit = p->list;
    } else if (goes_on_in_month(p, &f)) {
        p->x.inherit = p->chain;
    } else {
        inherit_year(p, &f, span);
    }
    const bool chained = SLOT(&f, DAY) && (SLOT(&f, MREL) || SLOT(&f, MON) || goes_on_in_month(p, &f)) && !p->quoted;
    bool ok = m->rule->action == GISA_ACTION_OFFSET ? gisa_resolve_offset(&p->x, &f, &a)
              : feast                               ? gisa_resolve_feast(&p->x, &f, &a, &b)
                                                    : gisa_resolve_point(&p->x, &f, &a);
    if (ok && (is_same_day || day.year)) {
        const struct gisa_point own = gisa_point_day(gisa_days_from_date(p->same_day));
        a.year = own.year;
        a.month = own.month;
        a.day = own.day;
        a.has_year = true;
        a.anchor = GISA_ANCHOR_NARRATIVE;
        a.reason = "counted from the day told before";
    }
    if (!day.year && p->same_as <= span.begin) {
        p->same_day = (struct gisa_date){0};
    }
    bool same_period = ok && !feast && SLOT(&f, YREL) && SLOT(&f, PREVQ) && kept.period_end.precision &&
                       a.precision == GISA_PRECISION_MONTH;
    if (same_period) { /* 1∼6월 … 지난해 같은 기간 */
        b = kept.period_end;
        b.year += a.year - kept.period.year;
        b.anchor = a.anchor;
        b.reason = a.reason;
    }
    if (ok && a.fiscal) {
        gisa_fiscal_months(p->run->out, p->sentence, span.begin, &a, &b);
    }
    p->x.story = kept;
    p->x.published = published;
    const struct gisa_atom *vague[] = {SLOT(&f, DY), SLOT(&f, DM), SLOT(&f, DD), SLOT(&f, DW)};
    for (uint32_t i = 0; !ok && m->rule->action == GISA_ACTION_OFFSET && i < 4; i++) {
        if (vague[i] && vague[i]->n < 0) { /* 며칠 전, 몇 년 뒤 */
            return emit_vague(p, m, &f, span);
        }
    }
    if (!ok) {
        return 0;
    }
    bool is_range = b.precision != GISA_PRECISION_NONE;
    used = is_range ? 0 : read_range_end(p, &a, at, &b, &fb);
    if (used) {
        is_range = true;
        hold_publication(p, &f, &a, &b);
        at += used;
        at += read_neighbours(p, at, &b);
        span.end = p->atoms.at[at - 1].span.end;
        next = atom_at(p, at);
        if (next && HAS(next, UNTIL) && next->span.begin == span.end) {
            span.end = next->span.end;
            at++;
        }
    } else if (p->atoms.at[m->first].bare && !(next && HAS(next, RANGE) && next->m == 1)) {
        return 0; /* the unit belongs to something else */
    }
    bool is_closed = is_range;
    struct gisa_point told = a;
    if (!is_range && next && m->rule->action != GISA_ACTION_OFFSET) {
        bool close = next->span.begin == span.end;
        bool up_to = HAS(next, OPENL) || (HAS(next, AGO) && is_before(p, at));
        is_range = (close && (HAS(next, FROM) || HAS(next, UNTIL))) || HAS(next, OPENR) || up_to;
        if (is_range && (HAS(next, UNTIL) || up_to)) {
            b = a;
            a = gisa_point_none();
        }
        if (is_range) {
            at++;
            span.end = HAS(next, OPENR) || up_to ? next->span.end : span.end;
        }
    }
    struct gisa_time t = new_time(p, span, m->rule->id);
    set_points(p, &t, &a, &b, is_range);
    set_zone(p, &f, &t);
    push(p, &t);
    gisa_story_tell(p, &f, &t, &told, &b, is_range); /* 30일부터 is no day the story stands on */
    p->list = is_closed ? b : told;
    p->chain = chained && !is_closed ? told : gisa_point_none();
    p->chain_sentence = p->sentence_index;
    p->list_end = span.end;
    return at - m->first;
}

/* ---- the other kinds --------------------------------------------------------------------------------------------- */

/* "(6월, 12월)" behind a SET. Returns atoms read. */
static uint32_t read_members(struct gisa_time_pass *p, uint32_t at, struct gisa_time *t) {
    uint32_t open = t->span.end;
    if (open >= p->sentence.end || p->doc->key[open] != '(') {
        return 0;
    }
    char text[MAX_VALUE * 2] = "";
    size_t size = 0;
    uint32_t n = 0;
    uint32_t end = open + 1;
    uint32_t members = 0;
    while (at + n < p->atoms.count && members < MAX_MEMBERS && p->atoms.at[at + n].span.begin <= end + 3) {
        const struct gisa_atom *a = &p->atoms.at[at + n];
        char one[32];
        uint32_t length = gisa_value_member(a, one, sizeof one);
        if (length && size + length + 2 < sizeof text) {
            size += members ? 1 : 0;
            if (members) {
                text[size - 1] = ' ';
            }
            memcpy(text + size, one, length + 1);
            size += length;
            members++;
        } else if (!HAS(a, RANGE) || a->m != 1) {
            break;
        }
        end = a->span.end;
        n++;
    }
    if (!members || end >= p->sentence.end || p->doc->key[end] != ')') {
        return 0;
    }
    t->members = gisa_value_copy(p->run->arena, text);
    t->span.end = end + 1;
    return n;
}

/* 당시 means the time told in the last sentences, when that is not to come. */
static bool can_mean(const struct gisa_time_pass *p) {
    const struct gisa_story *s = &p->x.story;
    struct gisa_date from, to;
    return s->last.precision && p->sentence_index - p->last_sentence <= MAX_STORY_SENTENCES &&
           !(gisa_has_published(&p->x) && gisa_point_bounds(&s->last, &from, &to) &&
             gisa_days_from_date(from) > gisa_published_days(&p->x));
}

static uint32_t emit_ref(struct gisa_time_pass *p, const struct gisa_time_match *m) {
    static const char *const names[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    struct gisa_frame f;
    fill_frame(p, m, &f);
    const struct gisa_atom *ref = SLOT(&f, REF);
    int kind = ref ? ref->n : SLOT(&f, LEAD)->n < 0 ? 0 : 2;
    struct gisa_time t = new_time(p, match_span(p, m), m->rule->id);
    if (kind == 3 && can_mean(p)) { /* 당시: what was told last */
        bool budget = p->x.story.last.precision >= GISA_PRECISION_YEAR && p->x.story.told.year && p->told_sentence + 1 >= p->sentence_index;
        struct gisa_point a = budget ? gisa_point_day(gisa_days_from_date(p->x.story.told)) : p->x.story.last; /* 24일 올해 예산안을 의결했다. 당시 … */
        struct gisa_point none = gisa_point_none();
        a.anchor = GISA_ANCHOR_NARRATIVE;
        a.reason = "the time told before";
        set_points(p, &t, &a, &none, false);
    } else {
        t.type = GISA_TIME_REF;
        t.value = gisa_value_copy(p->run->arena, names[kind > 2 ? 0 : kind]);
        t.reason = "a vague word: it names no date";
    }
    push(p, &t);
    return m->count;
}

/* 2~3년, 1∼2시간: P2Y/P3Y. Returns atoms read, mark included. */
static uint32_t read_amount_range(struct gisa_time_pass *p, const struct gisa_time_match *m, struct gisa_time *t) {
    const struct gisa_atom *mark = atom_at(p, m->first + m->count);
    struct gisa_time_match end;
    struct gisa_frame f;
    struct gisa_time other = {0};
    if (!mark || !HAS(mark, RANGE) || !atom_at(p, m->first + m->count + 1) ||
        !gisa_time_match(p->doc, &p->atoms, m->first + m->count + 1, p->sentence.end, 0, &end)) {
        return 0;
    }
    fill_frame(p, &end, &f);
    if ((end.rule->action != GISA_ACTION_DURATION && end.rule->action != GISA_ACTION_OFFSET) ||
        !gisa_value_duration(&p->x, &f, p->run->arena, &other) || t->value.size + other.value.size + 2 > MAX_VALUE) {
        return 0;
    }
    char text[MAX_VALUE];
    memcpy(text, t->value.bytes, t->value.size);
    text[t->value.size] = '/';
    memcpy(text + t->value.size + 1, other.value.bytes, other.value.size);
    text[t->value.size + 1 + other.value.size] = 0;
    t->value = gisa_value_copy(p->run->arena, text);
    t->mod = other.mod ? other.mod : t->mod;
    t->begin = t->end = (struct gisa_bytes_view){NULL, 0};
    t->is_resolved = false;
    t->from = t->to = (struct gisa_date){0};
    t->span.end = p->atoms.at[end.first + end.count - 1].span.end;
    return 1 + end.count;
}

/* 8일 사흘 | 일정으로: does the stretch that ends at `at` say how long what begins on the day before it lasts? */
static bool is_term(const struct gisa_time_pass *p, uint32_t at) {
    enum { IL = 0xC77C, JEONG = 0xC815 /* 일정 */ };
    return at + 2 < p->sentence.end && p->doc->cls[at] == GISA_CHAR_BLANK && p->doc->key[at + 1] == IL && p->doc->key[at + 2] == JEONG;
}

/* The date before a duration in its sentence where it can begin: told as past before 향후, or right before as 부터 or of a term (is_term). */
static void stand_on_clause(struct gisa_time_pass *p, struct gisa_span span, bool is_term) {
    p->x.stand = gisa_point_none();
    p->x.runs_from_stand = false;
    const struct gisa_time *t = p->count ? &p->times[p->count - 1] : NULL;
    if (!t || t->sentence != p->sentence_index || !t->is_resolved || t->type != GISA_TIME_DATE || !t->from.year ||
        (t->precision != GISA_PRECISION_DAY && t->precision != GISA_PRECISION_MONTH && t->precision != GISA_PRECISION_YEAR)) {
        return;
    }
    bool right = is_term && span.begin == t->span.end + 1 && t->precision == GISA_PRECISION_DAY && t->to.year && gisa_days_from_date(t->from) == gisa_days_from_date(t->to);
    bool open = right || (t->value.size > 3 && memcmp(t->value.bytes + t->value.size - 3, "/..", 3) == 0);
    bool near = span.begin >= t->span.end && span.begin - t->span.end <= 3;
    int32_t age = gisa_has_published(&p->x) ? gisa_published_days(&p->x) - gisa_days_from_date(t->from) : 0;
    scan_to(p, span.begin);
    bool year = t->precision == GISA_PRECISION_YEAR;
    if (t->in_quote != p->quoted || (open && !near) || (!open && (!t->to.year || age <= 0 || year || goes_on(p, t->span.end, span.begin)))) {
        return;
    }
    p->x.stand = gisa_point_day(gisa_days_from_date(t->from));
    if (t->precision != GISA_PRECISION_DAY) {
        p->x.stand.precision = t->precision;
        p->x.stand.day = 0;
        p->x.stand.month = t->precision == GISA_PRECISION_MONTH ? t->from.month : 0;
    }
    p->x.runs_from_stand = open && near;
}

/* 2월 5일 출시됐다. … 출시 나흘째|인 8일: the day behind is so far from what the noun tells, or from the day told last. */
static void stand_on_nth(struct gisa_time_pass *p, const struct gisa_frame *f, struct gisa_span span, const struct gisa_atom *next) {
    enum { IN = 0xC778 /* 인 */ };
    const struct gisa_atom *days = SLOT(f, DD);
    if (!SLOT(f, NTH) || !days || days->n < 1 || days->n > 366 || !next || !HAS(next, DAY) || next->span.begin != span.end + 2 || p->doc->key[span.end] != IN) {
        return;
    }
    uint32_t noun = gisa_story_noun_before(p, span.begin);
    const struct gisa_date told[] = {noun != GISA_NONE ? gisa_story_noun_day(p, noun) : (struct gisa_date){0}, p->x.story.told, p->x.story.day};
    for (int i = 0; i < 3; i++) {
        struct gisa_date d = told[i].year ? gisa_date_from_days(gisa_days_from_date(told[i]) + days->n - 1) : told[i];
        if (d.year && d.day == next->n) {
            p->same_as = next->span.begin;
            p->same_day = d;
            return;
        }
    }
}

static uint32_t emit_value(struct gisa_time_pass *p, const struct gisa_time_match *m) {
    struct gisa_frame f;
    fill_frame(p, m, &f);
    const bool term = is_term(p, match_span(p, m).end);
    stand_on_clause(p, match_span(p, m), term);
    struct gisa_time t = new_time(p, match_span(p, m), m->rule->id);
    bool is_set = m->rule->action == GISA_ACTION_SET;
    const struct gisa_atom *dd = SLOT(&f, DD);
    bool figure = dd && p->doc->cls[dd->span.begin] == GISA_CHAR_DIGIT; /* 13일 is a day first: 13일 세 차례, 20일 새 공장 */
    uint32_t behind = t.span.end + 1;
    bool noun = SLOT(&f, SINCE) && behind < p->sentence.end && (p->doc->cls[behind] == GISA_CHAR_HANGUL || p->doc->cls[t.span.end] == GISA_CHAR_HANGUL /* 20일 새로 지은 */);
    const struct gisa_atom *months = SLOT(&f, DM), *minutes = SLOT(&f, DMIN); /* 12일 | 5개월 만에, 12일 | 40분간 */
    bool apart = figure && ((months && months->span.begin > dd->span.begin) || (minutes && minutes->span.begin > dd->span.begin));
    if (figure && ((is_set && SLOT(&f, TIMES)) || noun || apart)) {
        p->is_day_first = true;
        p->day_atoms = apart ? (uint32_t)(dd - p->atoms.at) + 1 - m->first : m->count - 1;
        return 0;
    }
    bool ok = is_set ? gisa_value_set(&f, p->run->arena, &t) : gisa_value_duration(&p->x, &f, p->run->arena, &t);
    if (!ok) {
        return 0;
    }
    uint32_t range = is_set ? 0 : read_amount_range(p, m, &t);
    if (p->atoms.at[m->first + m->count - 1].bare && !range) {
        return 0; /* the unit belongs to something else */
    }
    const struct gisa_atom *last = SLOT(&f, SPAN);
    if (last && last->m == 1 && !range && last->span.end == t.span.end && m->count > 1) { /* 12일 연속 */
        t.span.end = p->atoms.at[m->first + m->count - 2].span.end;
    }
    if ((SLOT(&f, SPAN) || term) && !range && p->x.runs_from_stand && p->x.stand.precision == GISA_PRECISION_DAY && t.to.year && p->count) {
        p->times[p->count - 1].to = t.to; /* 5일부터 사흘간: the day it begins on has an end */
    }
    uint32_t used = m->count + range + (is_set ? read_members(p, m->first + m->count, &t) : 0);
    stand_on_nth(p, &f, t.span, m->first + used < p->atoms.count ? &p->atoms.at[m->first + used] : NULL);
    push(p, &t);
    return used;
}

static uint32_t emit(struct gisa_time_pass *p, const struct gisa_time_match *m) {
    switch (m->rule->action) {
    case GISA_ACTION_POINT:
    case GISA_ACTION_OFFSET:
    case GISA_ACTION_HOLIDAY:
        return emit_point(p, m);
    case GISA_ACTION_REF:
        return emit_ref(p, m);
    default:
        return emit_value(p, m);
    }
}

/* ---- sentences ---------------------------------------------------------------------------------------------------- */

static void read_sentence(struct gisa_time_pass *p) {
    struct gisa_arena_mark mark = gisa_arena_mark(p->run->scratch);
    p->is_aside = gisa_story_changes_scene(p, p->sentence.begin, p->sentence.end);
    const bool earlier_told = p->is_aside && p->doc->key[p->sentence.begin] != 0xD55C /* 한편 */ && p->told_sentence + 1 == p->sentence_index && p->told_sentence >= p->first_sentence;
    p->x.before = earlier_told ? p->x.story.told : (struct gisa_date){0};
    p->list = gisa_point_none();
    if (!gisa_time_lex(p->doc, p->sentence, p->x.published.day, p->run->scratch, &p->atoms)) {
        p->no_memory = true;
        return;
    }
    for (uint32_t i = 0; i < p->atoms.count && !p->no_memory;) {
        uint32_t used = 0;
        uint32_t failed = 0;
        bool begins = p->atoms.at[i].at_word;
        for (uint32_t skip = 0; begins && !used && skip < MAX_TRIES; skip++) {
            struct gisa_time_match m;
            if (!gisa_time_match(p->doc, &p->atoms, i, p->sentence.end, skip, &m)) {
                break;
            }
            p->is_day_first = false;
            used = emit(p, &m);
            failed = m.count;
            if (!used && p->is_day_first) { /* the figure alone */
                const uint32_t count = p->atoms.count;
                p->atoms.count = i + p->day_atoms;
                used = gisa_time_match(p->doc, &p->atoms, i, p->sentence.end, 0, &m) ? emit(p, &m) : 0;
                p->atoms.count = count;
                break;
            }
        }
        i += used ? used : failed ? failed : 1;
    }
    gisa_arena_rewind(p->run->scratch, mark);
}

enum gisa_status gisa_time_run(struct gisa_run *run) {
    struct gisa_analysis *out = run->out;
    struct gisa_time_pass p = {.run = run, .doc = &out->document, .eve_sentence = GISA_NONE, .eve_told = GISA_NONE, .noun_sentence = GISA_NONE, .near_noun = GISA_NONE};
    p.noun_day = gisa_arena_zeroed(run->scratch, gisa_offset_noun_count, sizeof *p.noun_day);
    if (!p.noun_day) {
        return GISA_NO_MEMORY;
    }
    p.x.calendar = run->resources->calendar;
    p.x.published = run->options->published.day.year ? run->options->published : *gisa_article_moment(&out->article);
    p.x.inherit = p.list = gisa_point_none();
    uint32_t segment = GISA_NONE;
    for (uint32_t i = 0; i < out->sentence_count && !p.no_memory; i++) {
        const struct gisa_sentence *s = &out->sentences[i];
        if (s->segment != segment) {
            if (segment != GISA_NONE && out->segments[segment].kind == GISA_SEGMENT_PARAGRAPH) {
                p.story = p.x.story;
            }
            segment = s->segment;
            gisa_story_open(&p, &out->segments[segment]);
            p.first_sentence = i;
        }
        p.sentence = s->span;
        p.sentence_index = i;
        read_sentence(&p);
    }
    if (p.no_memory) {
        return GISA_NO_MEMORY;
    }
    out->times = p.times;
    out->time_count = p.count;
    return GISA_OK;
}
