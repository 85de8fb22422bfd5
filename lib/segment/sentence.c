/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences end: a stop with its context, in one pass over each segment. */
#include "base/array.h"
#include "quote_final_lex.h"
#include "quote_tail_lex.h"
#include "quote_verb_lex.h"
#include "segment/marks.h"
#include "segment/segment.h"
#include "segment_abbrev_lex.h"
#include "segment_opener_lex.h"
#include "segment_outlet_lex.h"
#include "text/hangul.h"

enum { LONGEST_BRACKET = 400, DEPTH = 16, LONGEST_ABBREVIATION = 24 };

struct splitter {
    struct gisa_run *run;
    const struct gisa_document *d;
    const struct gisa_mark_pair *pairs;
    uint32_t pair_count;
    uint32_t pair;         /* first pair that does not end before the place looked at */
    uint32_t *close_of;    /* [d->count] for an opening bracket: index of its closing one, or 0 */
    struct gisa_sentence *at;
    uint32_t count;
    uint32_t cap;
    struct gisa_span segment;
    uint32_t segment_index;
    uint32_t start;        /* of the sentence being read */
};

static bool is_white(uint8_t cls) { return cls == GISA_CHAR_BLANK || cls == GISA_CHAR_NEWLINE; }

static bool is_bracket(uint32_t k) {
    return k == '(' || k == '[' || k == '{' || k == 0x3008 || k == 0x300A || k == 0x3010 || k == 0x3014;
}

/* Matches the brackets of a segment; those that never close, or close too far off, count as text. */
static void match_brackets(struct splitter *s) {
    uint32_t stack[DEPTH];
    uint32_t depth = 0;
    for (uint32_t i = s->segment.begin; i < s->segment.end; i++) {
        s->close_of[i] = 0;
        if (s->d->cls[i] == GISA_CHAR_OPEN && is_bracket(s->d->key[i])) {
            if (depth == DEPTH) {
                depth = 0;
            }
            stack[depth++] = i;
        } else if (s->d->cls[i] == GISA_CHAR_CLOSE && s->d->key[i] != '"' && s->d->key[i] != '\'' && depth) {
            uint32_t open = stack[--depth];
            s->close_of[open] = i - open < LONGEST_BRACKET ? i : 0;
        }
    }
}

static bool push(struct splitter *s, uint32_t end) {
    uint32_t begin = s->start;
    while (begin < end && is_white(s->d->cls[begin])) {
        begin++;
    }
    uint32_t last = end;
    while (last > begin && is_white(s->d->cls[last - 1])) {
        last--;
    }
    s->start = end;
    while (s->start < s->segment.end && is_white(s->d->cls[s->start])) {
        s->start++;
    }
    if (begin == last) {
        return true;
    }
    if (s->count == s->cap && !(s->at = gisa_array_grow(s->run->arena, s->at, &s->cap, s->count + 1, sizeof *s->at))) {
        return false;
    }
    s->at[s->count++] = (struct gisa_sentence){.span = {begin, last}, .segment = s->segment_index};
    return true;
}

/* 다 요 죠 까 ... right before i: the syllable may end a clause. */
static bool is_final_before(const struct splitter *s, uint32_t i) {
    uint32_t row = 0;
    return i > s->start + 1 && s->d->cls[i - 2] == GISA_CHAR_HANGUL &&
           gisa_trie_longest_back(&gisa_quote_final_trie, s->d->key + i, i - s->start, &row) > 0;
}

/* A particle or ending that fills the whole run of Hangul at i: "라고", "고", but not "고래". */
static bool is_tail_at(const struct splitter *s, uint32_t i) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_quote_tail_trie, s->d->key + i, s->segment.end - i, &row);
    if (!n) {
        return false;
    }
    uint8_t kind = gisa_quote_tail_rows[row].kind;
    bool whole = i + n >= s->segment.end || s->d->cls[i + n] != GISA_CHAR_HANGUL;
    return whole || (kind == GISA_QUOTE_TAIL_KIND_QUOTATIVE && n >= 2);
}

/* Words that report what stands before them without marks: "간다.라고 했다", "간다.고 말했다"; "고 대리는" is none. */
static bool is_quotative_at(const struct splitter *s, uint32_t i) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_quote_tail_trie, s->d->key + i, s->segment.end - i, &row);
    if (!n || gisa_quote_tail_rows[row].kind != GISA_QUOTE_TAIL_KIND_QUOTATIVE) {
        return false;
    }
    uint32_t next = i + n;
    while (next < s->segment.end && is_white(s->d->cls[next])) {
        next++;
    }
    return n >= 2 || (next > i + n && gisa_trie_longest(&gisa_quote_verb_trie, s->d->key + next, s->segment.end - next, &row) > 0);
}

static bool is_digit_at(const struct splitter *s, uint32_t i) {
    return i >= s->segment.begin && i < s->segment.end && s->d->cls[i] == GISA_CHAR_DIGIT;
}

static uint32_t skip_white(const struct splitter *s, uint32_t i) {
    while (i < s->segment.end && is_white(s->d->cls[i])) {
        i++;
    }
    return i;
}

/* "2024. 3. 5." : is the figure before the stop at i the day of a date, or a part with more figures to come? */
static bool is_date_part(const struct splitter *s, uint32_t i) {
    uint32_t k = i;
    uint32_t parts = 0;
    while (parts < 3 && k > s->start && is_digit_at(s, k - 1)) {
        while (k > s->start && is_digit_at(s, k - 1)) {
            k--;
        }
        parts++;
        uint32_t p = k;
        while (p > s->start && s->d->cls[p - 1] == GISA_CHAR_BLANK) {
            p--;
        }
        if (p == s->start || s->d->key[p - 1] != '.') {
            break;
        }
        k = p - 1;
    }
    return parts >= 2;
}

/* The stop at i follows a figure. */
static bool ends_after_digit(const struct splitter *s, uint32_t i) {
    uint32_t next = skip_white(s, i + 1);
    if (next == s->segment.end) {
        return true;
    }
    if (next == i + 1) {
        return false; /* 3.5, 2.다 */
    }
    if (is_digit_at(s, next)) {
        return false; /* 2024. 3. */
    }
    if (is_date_part(s, i) || is_tail_at(s, next)) {
        return false;
    }
    uint32_t k = i;
    while (k > s->start && is_digit_at(s, k - 1)) {
        k--;
    }
    return k != s->start; /* a list number at the sentence's begin */
}

static bool ends_after_latin(const struct splitter *s, uint32_t i) {
    uint32_t row = 0;
    uint32_t begin = i;
    while (begin > s->start && i - begin < LONGEST_ABBREVIATION &&
           (s->d->cls[begin - 1] == GISA_CHAR_LATIN || s->d->key[begin - 1] == '.')) {
        begin--;
    }
    uint32_t length = i - begin;
    bool initial = length == 1 || (length >= 3 && s->d->key[i - 2] == '.');
    uint32_t n = gisa_trie_longest_back(&gisa_segment_abbrev_trie, s->d->key + i, length, &row);
    if (initial || (n && n == length)) {
        return false;
    }
    return i + 1 >= s->segment.end || is_white(s->d->cls[i + 1]) || s->d->cls[i + 1] == GISA_CHAR_QUOTE ||
           s->d->cls[i + 1] == GISA_CHAR_CLOSE;
}

/* "가. 목적은": a list head of one syllable. */
static bool is_list_head(const struct splitter *s, uint32_t i) {
    static const uint32_t heads[] = {0xAC00, 0xB098, 0xB2E4, 0xB77C, 0xB9C8, 0xBC14, 0xC0AC,
                                     0xC544, 0xC790, 0xCC28, 0xCE74, 0xD0C0, 0xD30C, 0xD558};
    bool known = false;
    for (uint32_t k = 0; k < sizeof heads / sizeof heads[0]; k++) {
        known = known || s->d->key[i - 1] == heads[k];
    }
    return known && skip_white(s, s->start) == i - 1;
}

/* "그는.. 떠났다": a word before dots whose sentence goes on, for it ends in a particle of case or is one syllable. */
static bool is_open_word(const struct splitter *s, uint32_t i) {
    static const uint32_t particles[] = {0xC740, 0xB294, 0xC774, 0xAC00, 0xC744, 0xB97C, 0xC758, 0xC5D0, 0xC640, 0xACFC, 0xB3C4}; /* 은는이가을를의에와과도 */
    bool alone = i < s->start + 2 || s->d->cls[i - 2] != GISA_CHAR_HANGUL;
    bool open = alone || s->d->cls[i - 1] != GISA_CHAR_HANGUL;
    for (uint32_t k = 0; k < sizeof particles / sizeof particles[0]; k++) {
        open = open || s->d->key[i - 1] == particles[k];
    }
    return open;
}

/* Do stops [i, end) end a sentence, outside quotations and brackets? */
static bool ends_sentence(const struct splitter *s, uint32_t i, uint32_t end) {
    if (i == s->start) {
        return end == s->segment.end;
    }
    uint8_t before = s->d->cls[i - 1];
    uint32_t k = s->d->key[i];
    bool single = end == i + 1;
    if (single && k == '.' && before == GISA_CHAR_DIGIT) {
        return ends_after_digit(s, i);
    }
    if (single && k == '.' && before == GISA_CHAR_LATIN) {
        return ends_after_latin(s, i);
    }
    if (single && k == '.' && before == GISA_CHAR_HANGUL && is_list_head(s, i)) {
        return false;
    }
    bool ellipsis = k == 0x2026 || (k == '.' && end - i >= 2);
    if (ellipsis && k == '.' && end < s->segment.end && is_white(s->d->cls[end])) {
        return !is_open_word(s, i);
    }
    if (ellipsis && end < s->segment.end && !is_final_before(s, i) && s->d->key[end - 1] != '?' && s->d->key[end - 1] != '!') {
        return false;
    }
    if (end == s->segment.end || is_white(s->d->cls[end])) {
        uint32_t next = skip_white(s, end);
        bool comma = next < s->segment.end && s->d->key[next] == ',';
        return !comma;
    }
    uint8_t behind = s->d->cls[end];
    bool opens = behind == GISA_CHAR_OPEN || behind == GISA_CHAR_QUOTE;
    if (behind == GISA_CHAR_HANGUL || behind == GISA_CHAR_HANJA || opens || behind == GISA_CHAR_LATIN ||
        behind == GISA_CHAR_DIGIT) {
        return before == GISA_CHAR_HANGUL && is_final_before(s, i) && !(behind == GISA_CHAR_HANGUL && is_quotative_at(s, end)) &&
               !(behind == GISA_CHAR_DIGIT && k == '.' && !is_final_before(s, i));
    }
    return behind == GISA_CHAR_SYMBOL && is_final_before(s, i);
}

/* A word that governs the quotation before it though a blank stands between: "…" 라고, "…" 묻자. */
static bool is_carrier_word(const struct splitter *s, uint32_t i) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_quote_verb_trie, s->d->key + i, s->segment.end - i, &row);
    if (n && gisa_quote_verb_rows[row].kind == GISA_QUOTE_VERB_KIND_STEM) {
        return true;
    }
    n = gisa_trie_longest(&gisa_quote_tail_trie, s->d->key + i, s->segment.end - i, &row);
    return n && gisa_quote_tail_rows[row].kind == GISA_QUOTE_TAIL_KIND_QUOTATIVE && is_tail_at(s, i);
}

/* Does the quotation [begin, end) close its sentence: a stop before its mark, no particle behind? Else it is carried. */
static bool is_free_standing(const struct splitter *s, const struct gisa_mark_pair *p) {
    uint32_t last = p->runs_on ? p->end : p->end - 1;
    while (last > p->begin + 1 && (is_white(s->d->cls[last - 1]) || s->d->cls[last - 1] == GISA_CHAR_CLOSE)) {
        last--;
    }
    if (s->d->cls[last - 1] != GISA_CHAR_STOP) {
        return false;
    }
    if (p->end >= s->segment.end) {
        return true;
    }
    uint32_t next = skip_white(s, p->end);
    uint32_t row = 0;
    bool glued = next == p->end && s->d->cls[next] == GISA_CHAR_HANGUL && next + 1 < s->segment.end &&
                 s->d->cls[next + 1] == GISA_CHAR_HANGUL &&
                 !gisa_trie_longest(&gisa_quote_tail_trie, s->d->key + next, s->segment.end - next, &row);
    return (next > p->end || glued) && s->d->key[next] != ',' && !is_carrier_word(s, next);
}

/* A word ends at i without a stop: 열립니다 | 장소는; 늘었다 | 하지만. */
static bool ends_without_stop(const struct splitter *s, uint32_t i, uint8_t kind) {
    if (kind != GISA_SEGMENT_PARAGRAPH || i < s->start + 3 || s->d->cls[i - 1] != GISA_CHAR_HANGUL) {
        return false;
    }
    uint32_t a = s->d->key[i - 1];
    uint32_t b = s->d->key[i - 2];
    bool polite = a == 0xB2E4 && b == 0xB2C8; /* 니다 */
    bool plain = a == 0xB2E4 && gisa_is_hangul(b) && gisa_hangul_jong(b) == GISA_JONG_SS;
    if (!polite && !plain) {
        return false;
    }
    uint32_t next = skip_white(s, i);
    uint32_t end = next;
    while (end < s->segment.end && s->d->cls[end] == GISA_CHAR_HANGUL) {
        end++;
    }
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_segment_opener_trie, s->d->key + next, end - next, &row);
    if (n && n == end - next) {
        return true;
    }
    uint32_t last = end > next + 1 ? s->d->key[end - 1] : 0;
    bool subject = last == 0xC740 || last == 0xB294 || last == 0xAC00 || last == 0xC774; /* 은 는 가 이 */
    bool verb = end > next + 1 && (s->d->key[end - 2] == 0xD558 || s->d->key[end - 2] == 0xC788); /* 하는 있는 */
    return polite && subject && !verb && end - next >= 2;
}

/* Steps over a bracket or quotation that begins at i; i itself when none does. *ends: a sentence ends behind it. */
static uint32_t step_over(struct splitter *s, uint32_t i, bool *ends) {
    *ends = false;
    if (s->close_of[i]) {
        return s->close_of[i] + 1;
    }
    while (s->pair < s->pair_count && s->pairs[s->pair].begin < i) {
        s->pair++;
    }
    if (s->pair < s->pair_count && s->pairs[s->pair].begin == i) {
        const struct gisa_mark_pair *p = &s->pairs[s->pair];
        *ends = is_free_standing(s, p) && skip_white(s, s->start) == i;
        return p->end;
    }
    return i;
}

/* "(서울=한빛경제)": a place and a medium. */
static bool is_dateline(const struct splitter *s, uint32_t open) {
    uint32_t close = s->close_of[open];
    uint32_t row = 0;
    for (uint32_t i = open + 2; i + 1 < close && close - open < 30; i++) {
        if (s->d->key[i] == '=') {
            return gisa_trie_longest_back(&gisa_segment_outlet_trie, s->d->key + close, close - i - 1, &row) > 0;
        }
    }
    return false;
}

/* "[앵커] 밤사이", "(도담=가온통신) 윤하늘 기자 =", "(왼쪽부터) 김도윤": a bracket that belongs to what follows. */
static bool heads_sentence(const struct splitter *s, uint32_t open) {
    struct gisa_byline byline;
    struct gisa_span outlet;
    uint32_t side = s->d->key[open + 1];
    bool places = side == 0xC67C || (side == 0xC624 && s->d->key[open + 2] == 0xB978); /* 왼쪽 오른쪽 */
    return s->d->key[open] == '[' || places ||
           gisa_agency_head(s->d, (struct gisa_span){open, s->segment.end}, &byline, &outlet) > 0 ||
           is_dateline(s, open);
}

static bool split_segment(struct splitter *s, uint8_t kind) {
    bool heading = kind == GISA_SEGMENT_HEADLINE || kind == GISA_SEGMENT_SUBHEADLINE || kind == GISA_SEGMENT_SUBHEADING;
    s->start = s->segment.begin;
    match_brackets(s);
    for (uint32_t i = s->segment.begin; i < s->segment.end;) {
        bool ends = false;
        uint32_t over = step_over(s, i, &ends);
        if (over > i) {
            i = over;
            if (ends && !push(s, i)) {
                return false;
            }
            continue;
        }
        if (s->d->cls[i] == GISA_CHAR_BLANK && !heading && ends_without_stop(s, i, kind) && !push(s, i)) {
            return false;
        }
        if (s->d->cls[i] != GISA_CHAR_STOP || heading) {
            i++;
            continue;
        }
        uint32_t end = i + 1;
        while (end < s->segment.end && s->d->cls[end] == GISA_CHAR_STOP) {
            end++;
        }
        uint32_t behind = end;
        while (behind < s->segment.end && (s->d->cls[behind] == GISA_CHAR_CLOSE)) {
            behind++;
        }
        bool boundary = ends_sentence(s, i, end);
        i = behind;
        if (boundary) { /* a bracket alone behind the stop belongs to the sentence in front */
            uint32_t next = skip_white(s, i);
            if (next < s->segment.end && s->close_of[next]) {
                uint32_t after = s->close_of[next] + 1;
                bool alone = after == s->segment.end || is_white(s->d->cls[after]);
                if (alone && (after == s->segment.end || !heads_sentence(s, next))) {
                    i = after;
                }
            }
            if (!push(s, i)) {
                return false;
            }
        }
    }
    return push(s, s->segment.end);
}

enum gisa_status gisa_sentences_read(struct gisa_run *run, struct gisa_segment *segments) {
    struct splitter s = {.run = run, .d = gisa_run_document(run)};
    enum gisa_status status = gisa_quote_marks(run, &s.pairs, &s.pair_count);
    if (status != GISA_OK) {
        return status;
    }
    s.close_of = gisa_arena_alloc(run->scratch, (size_t)s.d->count + 1, sizeof *s.close_of);
    if (!s.close_of) {
        return GISA_NO_MEMORY;
    }
    for (uint32_t i = 0; i < run->out->segment_count; i++) {
        segments[i].first_sentence = s.count;
        segments[i].sentence_count = 0;
        if (!gisa_segment_tells(segments[i].kind)) {
            continue;
        }
        s.segment = segments[i].span;
        s.segment_index = i;
        struct gisa_byline byline;
        struct gisa_span outlet;
        bool told = segments[i].kind != GISA_SEGMENT_HEADLINE; /* (영종도=한빛통신) 박가온 기자 = stands above pictures too */
        uint32_t head = told ? gisa_agency_head(s.d, s.segment, &byline, &outlet) : 0;
        head = head ? head : gisa_span_length(segments[i].label);
        if (head < gisa_span_length(s.segment)) {
            s.segment.begin += head;
        }
        if (!split_segment(&s, segments[i].kind)) {
            return GISA_NO_MEMORY;
        }
        segments[i].sentence_count = s.count - segments[i].first_sentence;
    }
    run->out->sentences = s.at;
    run->out->sentence_count = s.count;
    return GISA_OK;
}
