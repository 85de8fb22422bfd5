/* SPDX-License-Identifier: Apache-2.0 */
#include "segment/segment.h"

#include "base/array.h"
#include "page_section_lex.h"
#include "segment_cue_lex.h"
#include "segment_outlet_lex.h"
#include "surname_lex.h"
#include "text/seek.h"
#include "token/token.h"

/* A line is of a kind when its words weigh DECIDED; shorter than SHORT is a heading's length; longer than LONG is prose. */
enum { DECIDED = 10, SHORT = 45, LONG = 40, WRAP = 90, NEAR_CHROME = 3, HEAD_LINES = 40, AGENCY_MOST = 14, SOURCE_MOST = 18, DATED_MOST = 60 };

static const uint8_t by_words[] = {GISA_SEGMENT_COPYRIGHT, GISA_SEGMENT_CHROME, GISA_SEGMENT_RELATED, GISA_SEGMENT_NOTICE,
                                   GISA_SEGMENT_AD};

static uint32_t length_of(const struct gisa_line *l) { return gisa_span_length(l->span); }

/* A statement with a final ending, long enough, or with a subject: no headline looks so. */
static bool is_strong(const struct gisa_line *l) {
    return l->ends_stop && (l->ends_final || length_of(l) >= LONG || (l->has_subject && length_of(l) >= 10));
}

static bool is_prose(const struct gisa_line *l) {
    return is_strong(l) || (l->ends_closed && (length_of(l) >= LONG || l->has_subject)) || length_of(l) >= 2 * LONG;
}

static bool is_triangle(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t k = d->key[l->span.begin];
    return k == 0x25B2 || k == 0x25B3; /* ▲ △ */
}

static bool is_bracketed(const struct gisa_document *d, const struct gisa_line *l) {
    uint8_t first = d->cls[l->span.begin];
    uint32_t k = d->key[l->span.begin];
    bool opens = first == GISA_CHAR_OPEN || k == '<' || k == 0x25B2 || k == 0x25B3 || first == GISA_CHAR_JAMO;
    bool closes = d->cls[l->span.end - 1] == GISA_CHAR_CLOSE || d->key[l->span.end - 1] == '>';
    return opens || closes;
}

/* "... /가온통신": an agency behind a slash at the end. */
static bool ends_with_agency(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t row = 0;
    uint32_t end = d->cls[l->span.end - 1] == GISA_CHAR_CLOSE ? l->span.end - 1 : l->span.end;
    for (uint32_t i = end; i > l->span.begin && end - i < AGENCY_MOST; i--) {
        if (d->key[i - 1] == '/') {
            return end > i && gisa_trie_longest_back(&gisa_segment_outlet_trie, d->key + end, end - i, &row) > 0;
        }
    }
    return false;
}

/* "... 저울. 국가기술표준원 제공", "... 인사하고 있다. /오시내 캠프": a source alone behind the sentence. */
static bool ends_with_source(const struct gisa_document *d, const struct gisa_line *l) {
    if (length_of(l) < SOURCE_MOST) {
        return false;
    }
    uint32_t stop = l->span.end - 1;
    while (stop > l->span.begin && l->span.end - stop < SOURCE_MOST && d->cls[stop] != GISA_CHAR_STOP) {
        stop--;
    }
    uint32_t begin = stop + 1;
    while (begin < l->span.end && d->key[begin] == ' ') {
        begin++;
    }
    bool given = d->key[l->span.end - 2] == 0xC81C && d->key[l->span.end - 1] == 0xACF5; /* 제공 */
    bool source = begin + 2 < l->span.end && (d->key[begin] == '/' || (given && l->span.end - begin <= SOURCE_MOST));
    return d->cls[stop] == GISA_CHAR_STOP && d->key[stop] == '.' && stop > l->span.begin + 8 && source;
}

/* "… 들어서고 있다. 2025.6.18": the day a picture was taken, behind a full stop. */
static bool ends_with_day(const struct gisa_document *d, const struct gisa_line *l) {
    enum { DIGITS = 6 /* 2025618 at least */ };
    uint32_t i = l->span.end;
    uint32_t digits = 0, points = 0;
    while (i > l->span.begin && (d->cls[i - 1] == GISA_CHAR_DIGIT || d->key[i - 1] == '.' || d->key[i - 1] == ' ')) {
        i--;
        digits += d->cls[i] == GISA_CHAR_DIGIT;
        points += d->key[i] == '.';
    }
    return digits >= DIGITS && digits <= 8 && points >= 3 && points <= 4 && i > l->span.begin + 2 * DIGITS;
}

/* (영종도=한빛통신) 박가온 기자 = …. 2025.6.18: a wire service's picture. */
static bool is_wire_picture(const struct gisa_document *d, const struct gisa_line *l) {
    struct gisa_byline byline;
    struct gisa_span outlet;
    return d->key[l->span.begin] == '(' && ends_with_day(d, l) && gisa_agency_head(d, l->span, &byline, &outlet) > 0;
}

/* A picture's text: its words say so, and it is bracketed, has no full stop, or is short and names its source. */
static bool is_caption(const struct gisa_document *d, const struct gisa_lines *lines, uint32_t i) {
    const struct gisa_line *l = &lines->at[i];
    if (!gisa_span_is_empty(l->label)) {
        return false;
    }
    if (is_wire_picture(d, l)) {
        return true;
    }
    bool triangle = is_triangle(d, l) && !(i && is_triangle(d, l - 1)) && !(i + 1 < lines->count && is_triangle(d, l + 1));
    bool bracketed = is_bracketed(d, l) && (!is_triangle(d, l) || triangle);
    bool enclosed = d->cls[l->span.begin] == GISA_CHAR_OPEN && d->cls[l->span.end - 1] == GISA_CHAR_CLOSE;
    int score = l->score[GISA_SEGMENT_CAPTION] + (triangle ? 5 : enclosed ? 4 : 0) + (ends_with_agency(d, l) ? 4 : 0) +
                (ends_with_source(d, l) ? 8 : 0) + (triangle && l->score[GISA_SEGMENT_COPYRIGHT] ? 4 : 0);
    return score >= 8 && length_of(l) < 4 * LONG &&
           (bracketed || !l->ends_closed || (l->has_credit && length_of(l) < 2 * LONG));
}

static bool is_contact(const struct gisa_document *d, const struct gisa_line *l) {
    bool hash = d->key[l->span.begin] == '#';
    bool address = true;
    for (uint32_t i = l->span.begin; i < l->span.end; i++) {
        address = address && d->cls[i] != GISA_CHAR_HANGUL && d->cls[i] != GISA_CHAR_BLANK;
    }
    bool url = false;
    for (uint32_t i = l->span.begin; address && i + 1 < l->span.end; i++) {
        url = url || d->key[i] == '@' || (d->key[i] == ':' && d->key[i + 1] == '/') || d->key[i] == '.';
    }
    return (hash && length_of(l) < 2 * LONG) || (address && url && length_of(l) > 5);
}

/* "온누리저널 > 사람 > 인터뷰" */
static bool is_breadcrumb(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t steps = 0;
    for (uint32_t i = l->span.begin + 1; i + 1 < l->span.end; i++) {
        bool arrow = d->key[i] == '>' || d->key[i] == 0x203A || d->key[i] == 0xBB; /* › » */
        steps += arrow && d->key[i - 1] == ' ' && d->key[i + 1] == ' ';
    }
    return !l->ends_closed && ((steps >= 2 && length_of(l) < 2 * SHORT) || (steps == 1 && length_of(l) < 16));
}

/* Nothing but the words of buttons and counters: "좋아요 12 댓글 3". */
static bool is_buttons(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t letters = 0;
    for (uint32_t i = l->span.begin; i < l->span.end; i++) {
        letters += d->cls[i] == GISA_CHAR_HANGUL || d->cls[i] == GISA_CHAR_LATIN;
    }
    return !l->ends_closed && !l->has_subject && length_of(l) < SHORT && l->page_words && l->page_words * 3 >= letters * 2;
}

/* The kind that the line's words weigh most for, PARAGRAPH if none does enough. A story may speak of 댓글 or 구독: the
 * more a line looks like prose, the more it takes. */
static uint8_t kind_by_words(const struct gisa_line *l) {
    int least = l->is_inner ? 2 * DECIDED : DECIDED;
    if (is_strong(l)) {
        least = l->ends_plain || length_of(l) > 3 * LONG ? 2 * DECIDED : least;
    }
    if (length_of(l) > GISA_LONG_LINE) {
        return GISA_SEGMENT_PARAGRAPH;
    }
    uint8_t best = GISA_SEGMENT_PARAGRAPH;
    int score = least - 1;
    for (uint32_t k = 0; k < sizeof by_words; k++) {
        if (l->score[by_words[k]] > score && (!is_strong(l) || l->top >= DECIDED)) {
            score = l->score[by_words[k]];
            best = by_words[k];
        }
    }
    return best;
}

/* What one line says by itself. */
static void decide_alone(const struct gisa_document *d, const struct gisa_lines *lines, uint32_t i) {
    struct gisa_line *l = &lines->at[i];
    uint8_t best = kind_by_words(l);
    l->kind = GISA_SEGMENT_PARAGRAPH;
    l->is_fixed = true;
    if (best == GISA_SEGMENT_COPYRIGHT) {
        l->kind = best;
        return;
    }
    bool address = d->key[l->span.begin] != '#' && is_contact(d, l);
    struct gisa_byline b;
    gisa_byline_read(d, l->span, &b);
    bool timed = b.published.day.year || b.modified.day.year;
    bool whole = b.explained + 8 >= b.letters && b.explained * 2 >= b.letters && length_of(l) < 120;
    bool dated = timed && b.is_cued && length_of(l) < DATED_MOST && !l->ends_stop; /* 도담신보 | 입력 2024-09-27 14:22 | 지면 1면 */
    if (best == GISA_SEGMENT_PARAGRAPH && is_caption(d, lines, i)) {
        l->kind = GISA_SEGMENT_CAPTION;
    } else if ((whole && b.reporter_count && !l->score[GISA_SEGMENT_NOTICE]) ||
               !gisa_span_is_empty(gisa_sign_off(d, l->span))) {
        l->kind = GISA_SEGMENT_BYLINE;
    } else if (dated || (timed && whole && !l->ends_closed)) {
        l->kind = GISA_SEGMENT_PUBLISHED;
    } else if (best != GISA_SEGMENT_PARAGRAPH) {
        l->kind = best;
    } else if (address || is_contact(d, l) || (whole && !gisa_span_is_empty(b.email))) {
        l->kind = GISA_SEGMENT_NOTICE;
    } else if (is_breadcrumb(d, l) || is_buttons(d, l)) {
        l->kind = GISA_SEGMENT_CHROME;
    } else {
        l->is_fixed = false;
    }
}

/* A statement claimed by its words though the story goes on around it is read again with more doubt. */
static void doubt_inner(const struct gisa_document *d, const struct gisa_lines *lines) {
    uint32_t first = GISA_NONE;
    uint32_t last = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        if (!lines->at[i].is_fixed && is_strong(&lines->at[i])) {
            first = first == GISA_NONE ? i : first;
            last = i;
        }
    }
    for (uint32_t i = first; first != GISA_NONE && i < last; i++) {
        struct gisa_line *l = &lines->at[i];
        if (l->is_fixed && !l->is_told && is_strong(l) && l->kind != GISA_SEGMENT_CAPTION && l->kind != GISA_SEGMENT_BYLINE) {
            l->is_inner = true;
            decide_alone(d, lines, i);
        }
    }
}

/* A line that only names the picture's source, "ⓒ도담시", and the text of a wire service's picture make a caption of the line right above. */
static void join_credits(const struct gisa_document *d, struct gisa_lines *lines) {
    for (uint32_t i = 1; i < lines->count; i++) {
        struct gisa_line *l = &lines->at[i];
        struct gisa_line *above = l - 1;
        bool heads = l->kind == GISA_SEGMENT_CAPTION && !l->blank_before && !above->is_fixed && !above->ends_closed && length_of(above) < SHORT;
        if (heads && is_wire_picture(d, l)) {
            above->kind = GISA_SEGMENT_CAPTION;
            above->is_fixed = true;
        }
        bool sign = d->ch[l->span.begin] == 0x24D2 || d->ch[l->span.begin] == 0xA9; /* ⓒ © */
        bool credit = !l->is_fixed && !l->blank_before && length_of(l) < SOURCE_MOST && !l->ends_closed && (sign || l->has_credit);
        if (credit && !above->is_fixed && length_of(above) < 3 * LONG) {
            above->kind = l->kind = GISA_SEGMENT_CAPTION;
            above->is_fixed = l->is_fixed = true;
        }
    }
}

/* The page's own widget speaks in whole sentences: a line about the service beside chrome is chrome. */
static void spread_chrome(struct gisa_lines *lines) {
    for (uint32_t i = 0; i < lines->count; i++) {
        struct gisa_line *l = &lines->at[i];
        bool near = false;
        for (uint32_t k = 1; k <= NEAR_CHROME; k++) {
            near = near || (i >= k && lines->at[i - k].kind == GISA_SEGMENT_CHROME);
        }
        if (!l->is_fixed && length_of(l) <= GISA_LONG_LINE && l->service >= 5 && (near || l->service >= 2 * DECIDED)) {
            l->kind = GISA_SEGMENT_CHROME;
            l->is_fixed = true;
        }
    }
}

static bool is_turn(const struct gisa_line *l) { return !gisa_span_is_empty(l->label) && l->label.end == l->span.end; }

/* Where the page's widgets stand between the head and the body, prose as short as theirs is theirs. */
static uint32_t behind_widgets(struct gisa_lines *lines, uint32_t from) {
    enum { LOOK = 12, PROSE = 3 };
    uint32_t chrome = GISA_NONE;
    uint32_t prose = 0;
    for (uint32_t i = from; i < lines->count && i < from + LOOK; i++) {
        const struct gisa_line *l = &lines->at[i];
        if (l->is_fixed && l->kind == GISA_SEGMENT_CHROME && (chrome != GISA_NONE || prose == 0 || i > from)) {
            chrome = i;
        } else if (!l->is_fixed && (length_of(l) >= SHORT || is_turn(l) || ++prose > PROSE)) {
            break;
        }
    }
    for (uint32_t i = from; chrome != GISA_NONE && i < chrome; i++) {
        struct gisa_line *l = &lines->at[i];
        if (!l->is_fixed && is_prose(l)) {
            l->kind = GISA_SEGMENT_CHROME;
            l->is_fixed = true;
        }
    }
    return chrome == GISA_NONE ? from : chrome + 1;
}

/* First and last line of the body: the first and last prose that nothing else claims, behind the anchor. It begins with a
 * statement or a broadcast turn; where there is none, with whatever reads like prose. A little prose behind the rights
 * line is the page's. */
static bool find_body(struct gisa_lines *lines, uint32_t anchor, uint32_t *first, uint32_t *last) {
    uint32_t strong = GISA_NONE;
    uint32_t any = GISA_NONE;
    uint32_t end = GISA_NONE;
    uint32_t before_rights = GISA_NONE; /* last prose before the first rights line */
    uint32_t before = 0, behind = 0;
    bool rights = false;
    for (uint32_t i = anchor == GISA_NONE ? 0 : behind_widgets(lines, anchor + 1); i < lines->count; i++) {
        const struct gisa_line *l = &lines->at[i];
        bool turn = is_turn(l);
        if (l->is_fixed && l->kind == GISA_SEGMENT_COPYRIGHT && !rights) {
            rights = true;
            before_rights = end;
        }
        if (l->is_fixed || !(is_prose(l) || turn)) {
            continue;
        }
        any = any == GISA_NONE ? i : any;
        strong = strong == GISA_NONE && (turn || is_strong(l) || length_of(l) >= 3 * LONG) ? i : strong;
        end = i;
        before += !rights;
        behind += rights;
    }
    *first = strong != GISA_NONE ? strong : any;
    *last = before_rights != GISA_NONE && behind <= 3 && before >= 2 * behind ? before_rights : end;
    return any != GISA_NONE;
}

static bool is_word_char(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT || cls == GISA_CHAR_HANJA;
}

/* A word that pages say of themselves: 메뉴, 구독, 검색. */
static bool is_page_word(const struct gisa_document *d, struct gisa_span word) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + word.begin, gisa_span_length(word), &row);
    uint8_t kind = gisa_segment_cue_rows[row].kind;
    return n == gisa_span_length(word) && (kind == GISA_SEGMENT_CUE_KIND_CHROME || kind == GISA_SEGMENT_CUE_KIND_CHROME_WORD);
}

static bool is_outlet(const struct gisa_document *d, const struct gisa_line *l);

/* Letters of the line, and how many of its words are those of menus. */
struct words {
    uint32_t letters, count, menu;
    bool has_mark; /* … " ' , ? · between words: what headlines have */
};

static struct words read_words(const struct gisa_document *d, const struct gisa_line *l) {
    struct words w = {0};
    for (uint32_t i = l->span.begin; i < l->span.end;) {
        uint32_t end = i;
        while (end < l->span.end && is_word_char(d->cls[end])) {
            end++;
        }
        uint32_t row = 0;
        if (end > i && d->cls[i] == GISA_CHAR_DIGIT) {
            w.letters += end - i; /* a counter or a clock is no word */
        } else if (end > i) {
            w.count++;
            w.letters += end - i;
            w.menu += gisa_trie_longest(&gisa_page_section_trie, d->key + i, end - i, &row) == end - i ||
                      is_page_word(d, (struct gisa_span){i, end});
        } else {
            uint32_t k = d->key[i];
            w.has_mark = w.has_mark || k == 0x2026 || k == '"' || k == '\'' || k == ',' || k == '?' || k == '!' || k == 0xB7;
        }
        i = end > i ? end : i + 1;
    }
    return w;
}

static bool is_menu(struct words w) { return w.menu * 2 > w.count || (w.count > 2 && w.menu * 2 == w.count); }

/* How much a line above the body looks like the headline; below 0 it is none. */
static int headline_score(const struct gisa_document *d, const struct gisa_lines *lines, uint32_t i, uint32_t anchor) {
    enum { SHORT_WORDS = 4 };
    const struct gisa_line *l = &lines->at[i];
    struct words w = read_words(d, l);
    bool menu = is_menu(w) || (w.count >= SHORT_WORDS && w.letters <= 3 * w.count && !w.has_mark && !l->has_subject);
    if (w.letters < 4 || menu || is_outlet(d, l)) {
        return -1;
    }
    int score = (w.letters >= 10 ? 4 : w.letters >= 7 ? 2 : 0) + (w.has_mark ? 2 : 0) - (l->is_list ? 4 : 0) - (l->ends_stop ? 4 : 0);
    for (uint32_t k = i + 1; k < lines->count; k++) { /* pages repeat it */
        if (gisa_same_text(d, l->span, lines->at[k].span)) {
            score += 4;
            break;
        }
    }
    if (anchor != GISA_NONE && i < anchor && anchor - i <= 3) {
        score += 2;
    }
    return score < 0 ? 0 : score;
}

/* The first line that only names the reporter or the time, among the first lines and above all but a little prose. */
static uint32_t find_anchor(const struct gisa_lines *lines) {
    enum { WITHIN = 24, PROSE = 1 };
    uint32_t prose = 0;
    for (uint32_t i = 0; i < lines->count && i < WITHIN && prose <= PROSE; i++) {
        const struct gisa_line *l = &lines->at[i];
        if (l->is_fixed && (l->kind == GISA_SEGMENT_PUBLISHED || l->kind == GISA_SEGMENT_BYLINE)) {
            return i;
        }
        prose += !l->is_fixed && is_strong(l);
    }
    return GISA_NONE;
}

/* A name alone beside the time: "강나은". */
static bool is_lone_name(const struct gisa_document *d, const struct gisa_lines *lines, uint32_t i) {
    uint32_t row = 0;
    const struct gisa_line *l = &lines->at[i];
    bool beside = (i && lines->at[i - 1].kind == GISA_SEGMENT_PUBLISHED) ||
                  (i + 1 < lines->count && lines->at[i + 1].kind == GISA_SEGMENT_PUBLISHED);
    bool hangul = beside && length_of(l) == 3;
    for (uint32_t k = l->span.begin; hangul && k < l->span.end; k++) {
        hangul = d->cls[k] == GISA_CHAR_HANGUL;
    }
    return hangul && gisa_trie_longest(&gisa_surname_trie, d->key + l->span.begin, length_of(l), &row) > 0;
}

/* Lines above the body: the headline, its deck, the medium's name; what stands above the headline is the page's. */
static void decide_head(const struct gisa_document *d, struct gisa_lines *lines, uint32_t body, uint32_t anchor) {
    uint32_t headline = GISA_NONE;
    int best = -1;
    uint32_t first = GISA_NONE;
    for (uint32_t i = 0; i < body && i < HEAD_LINES; i++) {
        const struct gisa_line *l = &lines->at[i];
        if (l->is_told && l->kind == GISA_SEGMENT_HEADLINE) {
            headline = i;
            break;
        }
        int score = l->is_fixed ? -1 : headline_score(d, lines, i, anchor);
        first = first == GISA_NONE && !l->is_fixed && !is_outlet(d, l) ? i : first;
        if (score > best) {
            best = score;
            headline = i;
        }
    }
    headline = headline == GISA_NONE ? first : headline;
    for (uint32_t i = 0; i < body && i < HEAD_LINES; i++) {
        struct gisa_line *l = &lines->at[i];
        if (l->is_fixed) {
            continue;
        }
        l->is_fixed = true;
        struct words w = read_words(d, l);
        bool menu = is_menu(w);
        if (i == headline) {
            l->kind = GISA_SEGMENT_HEADLINE;
        } else if (is_outlet(d, l)) {
            l->kind = GISA_SEGMENT_OUTLET;
        } else if (headline != GISA_NONE && (i < headline || gisa_same_text(d, l->span, lines->at[headline].span))) {
            l->kind = GISA_SEGMENT_CHROME;
        } else if (is_lone_name(d, lines, i)) {
            l->kind = GISA_SEGMENT_BYLINE;
        } else if (i > 0 && lines->at[i - 1].kind == GISA_SEGMENT_CAPTION && !l->blank_before) {
            l->kind = GISA_SEGMENT_CAPTION;
        } else {
            bool small = w.letters < 7 && !l->is_list && !w.has_mark;
            l->kind = small || menu ? GISA_SEGMENT_CHROME : GISA_SEGMENT_SUBHEADLINE;
        }
    }
}

static bool is_heading(const struct gisa_line *l) {
    bool quoted = l->ends_closed && !l->ends_stop && !l->has_subject && length_of(l) < SHORT * 2 / 3; /* 시민단체 "정책부터" */
    return length_of(l) < SHORT && (!l->ends_closed || quoted) && (!l->is_list || l->is_marked) && gisa_span_is_empty(l->label);
}

static void decide_body(struct gisa_lines *lines, uint32_t first, uint32_t last) {
    for (uint32_t i = first; i <= last; i++) {
        struct gisa_line *l = &lines->at[i];
        if (l->is_fixed || !is_heading(l) || l->joins_next || (i && lines->at[i - 1].joins_next)) {
            continue;
        }
        bool prose_behind = false; /* a heading stands over prose; a run of short lines is a list */
        for (uint32_t k = i + 1; k <= last && k <= i + 2; k++) {
            prose_behind = prose_behind || (!lines->at[k].is_fixed && is_prose(&lines->at[k]));
        }
        bool run = i > first && i < last && !lines->at[i - 1].is_fixed && is_heading(&lines->at[i - 1]) &&
                   is_heading(&lines->at[i + 1]);
        if (prose_behind && !run) {
            l->kind = GISA_SEGMENT_SUBHEADING;
        }
    }
}

/* Figures in groups: 02-000-4242. */
static bool has_phone(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t groups = 0;
    for (uint32_t i = l->span.begin + 1; i + 1 < l->span.end; i++) {
        groups += d->key[i] == '-' && d->cls[i - 1] == GISA_CHAR_DIGIT && d->cls[i + 1] == GISA_CHAR_DIGIT;
    }
    return groups >= 1;
}

/* Below the body: titles of other articles under a head that says so or behind the rights line; else doubt resolves to
 * paragraph. */
static void decide_tail(const struct gisa_document *d, struct gisa_lines *lines, uint32_t last, const struct gisa_line *headline) {
    bool related = false, page = false;
    for (uint32_t i = last + 1; i < lines->count; i++) {
        struct gisa_line *l = &lines->at[i];
        bool heads = l->score[GISA_SEGMENT_RELATED] > 0;
        related = related || l->kind == GISA_SEGMENT_RELATED || heads;
        page = page || l->kind == GISA_SEGMENT_COPYRIGHT || l->kind == GISA_SEGMENT_CHROME;
        if (l->is_fixed) {
            continue;
        }
        struct words w = read_words(d, l);
        uint32_t k = d->key[l->span.begin];
        bool open = !l->ends_closed || w.has_mark;
        if (k == 0x25B6 || k == 0x261E || k == 0x25B7) { /* ▶ ☞ ▷ */
            l->kind = related ? GISA_SEGMENT_RELATED : GISA_SEGMENT_NOTICE;
        } else if (headline && gisa_same_text(d, l->span, headline->span)) {
            l->kind = GISA_SEGMENT_CHROME;
        } else if (is_outlet(d, l)) {
            l->kind = GISA_SEGMENT_OUTLET;
        } else if (has_phone(d, l) && i && lines->at[i - 1].kind == GISA_SEGMENT_NOTICE) {
            l->kind = GISA_SEGMENT_NOTICE;
        } else if (is_menu(w) && open && length_of(l) < SHORT) {
            l->kind = GISA_SEGMENT_CHROME;
        } else if ((related || page) && open && length_of(l) < 2 * SHORT) {
            l->kind = w.letters >= 6 ? GISA_SEGMENT_RELATED : GISA_SEGMENT_CHROME;
        } else if (page && length_of(l) < 2 * SHORT) {
            l->kind = GISA_SEGMENT_CHROME;
        }
    }
}

static bool is_outlet(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t row = 0;
    uint32_t n = length_of(l);
    uint32_t ending = gisa_trie_longest_back(&gisa_segment_outlet_trie, d->key + l->span.end, n, &row);
    uint32_t blanks = 0;
    for (uint32_t i = l->span.begin; i < l->span.end; i++) {
        blanks += d->cls[i] == GISA_CHAR_BLANK;
    }
    return ending > 0 && ending < n && n <= 12 && blanks <= 1 && !l->has_subject;
}

/* Columns of a line as a terminal shows it: Hangul and hanja take two. */
static uint32_t width_of(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t width = 0;
    for (uint32_t i = l->span.begin; i < l->span.end; i++) {
        width += d->ch[i] >= 0x1100 && d->ch[i] != 0x2026 ? 2u : 1u;
    }
    return width;
}

/* Ends in a particle of case or a connective ending: no heading does. */
static bool is_unfinished(const struct gisa_document *d, const struct gisa_line *l) {
    uint32_t begin = l->span.end;
    uint32_t josa = 0;
    while (begin > l->span.begin && d->cls[begin - 1] == GISA_CHAR_HANGUL) {
        begin--;
    }
    uint32_t last = d->key[l->span.end - 1];
    bool connects = last == 0xACE0 || last == 0xBA70 || last == 0xC9C0 || last == 0xC790 || last == 0xD574 || last == ','; /* 고 며 지 자 해 */
    for (uint32_t n = 3; n > 0 && !connects; n--) {
        if (begin + n < l->span.end && gisa_josa_tail(d, l->span.end - n, l->span.end, &josa)) {
            return (josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT | GISA_JOSA_OBJECT | GISA_JOSA_GENITIVE | GISA_JOSA_LOCATIVE |
                            GISA_JOSA_DATIVE | GISA_JOSA_COMITATIVE)) != 0;
        }
    }
    return connects;
}

static bool may_join(const struct gisa_document *d, const struct gisa_line *l, const struct gisa_line *next) {
    return !next->blank_before && !l->is_fixed && !next->is_fixed && !next->is_list && !l->is_list &&
           gisa_span_is_empty(next->label) && next->span.begin > l->span.end && !l->is_marked &&
           (d->cls[next->span.begin] != GISA_CHAR_OPEN || d->key[next->span.begin] != '[');
}

/* Could the first word of the next line not have stood on this one? So a line breaks that is filled to `limit` columns.
 * Programs count wide marks differently: a little slack. */
static bool is_filled(const struct gisa_document *d, const struct gisa_line *l, const struct gisa_line *next, uint32_t limit) {
    enum { SLACK = 4, FULL = 70 /* percent */ };
    struct gisa_line word = *next;
    uint32_t width = width_of(d, l);
    word.span.end = word.span.begin;
    while (word.span.end < next->span.end && d->key[word.span.end] != ' ') {
        word.span.end++;
    }
    while (word.span.end < next->span.end && d->ch[word.span.end] == 0xA0) { /* no line breaks at a no-break space */
        do {
            word.span.end++;
        } while (word.span.end < next->span.end && d->key[word.span.end] != ' ');
    }
    return width + 1 + width_of(d, &word) + SLACK > limit || width * 100 >= limit * FULL;
}

/* A sentence ends inside the line. */
static bool holds_stop(const struct gisa_document *d, const struct gisa_line *l) {
    for (uint32_t i = l->span.begin + 1; i + 1 < l->span.end; i++) {
        if (d->cls[i] == GISA_CHAR_STOP && d->key[i + 1] == ' ' && d->cls[i - 1] == GISA_CHAR_HANGUL) {
            return true;
        }
    }
    return false;
}

/* A block of lines [first, end) without blank ones between: wrapped when its lines are filled to one width, one of them
 * holds a statement and one ends where no heading does. A first line that is not filled may be a heading. */
static void join_block(const struct gisa_document *d, struct gisa_lines *lines, uint32_t first, uint32_t end) {
    enum { LEAST_WIDTH = 20, MANY = 4, MOST_SHORT = 5 /* one in five may be shorter */ };
    uint32_t widest = 0, open = 0, unfinished = 0, shorter = 0;
    bool stops = false;
    for (uint32_t i = first; i < end; i++) {
        uint32_t width = width_of(d, &lines->at[i]);
        widest = width > widest ? width : widest;
        stops = stops || lines->at[i].ends_closed || holds_stop(d, &lines->at[i]);
    }
    if (end - first < 2 || widest < LEAST_WIDTH || widest > 2 * WRAP) {
        return;
    }
    if (!is_filled(d, &lines->at[first], &lines->at[first + 1], widest) && !lines->at[first].ends_closed &&
        !is_unfinished(d, &lines->at[first])) {
        first++;
    }
    for (uint32_t i = first; i + 1 < end; i++) {
        const struct gisa_line *l = &lines->at[i];
        shorter += !l->ends_closed && !is_filled(d, l, l + 1, widest);
        open += !l->ends_closed;
        unfinished += !l->ends_closed && (is_unfinished(d, l) || holds_stop(d, l));
    }
    bool wrapped = stops && open && (unfinished || open >= MANY) && shorter * MOST_SHORT <= open;
    for (uint32_t i = first; wrapped && i + 1 < end; i++) {
        const struct gisa_line *l = &lines->at[i];
        lines->at[i].joins_next = may_join(d, l, l + 1) && (!l->ends_closed || is_filled(d, l, l + 1, widest));
    }
}

/* Hard-wrapped text breaks its lines at one width: then a line without a stop goes on below. */
static void find_wraps(const struct gisa_document *d, struct gisa_lines *lines) {
    for (uint32_t i = 0; i < lines->count;) {
        uint32_t end = i + 1;
        while (end < lines->count && !lines->at[end].blank_before && !lines->at[end].is_fixed && !lines->at[i].is_fixed) {
            end++;
        }
        join_block(d, lines, i, end);
        i = end;
    }
    for (uint32_t i = 0; i + 1 < lines->count; i++) {
        struct gisa_line *l = &lines->at[i];
        struct gisa_line *next = &lines->at[i + 1];
        bool unfinished = l->has_subject && !l->ends_closed && length_of(l) < SHORT && length_of(next) < SHORT &&
                          d->cls[l->span.end - 1] == GISA_CHAR_HANGUL && (next->ends_stop || next->joins_next);
        l->joins_next = l->joins_next || (unfinished && may_join(d, l, next));
    }
}

static enum gisa_status make_segments(struct gisa_run *run, const struct gisa_lines *lines, struct gisa_segment **out) {
    const struct gisa_document *d = gisa_run_document(run);
    struct gisa_segment *s = gisa_arena_alloc(run->arena, lines->count, sizeof *s);
    uint32_t n = 0;
    if (!s) {
        return GISA_NO_MEMORY;
    }
    bool lead = false;
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct gisa_line *l = &lines->at[i];
        if (i && l[-1].joins_next && n && s[n - 1].kind == l->kind) {
            s[n - 1].span.end = l->span.end;
            continue;
        }
        struct gisa_span none = {l->span.begin, l->span.begin};
        struct gisa_span credit = l->kind == GISA_SEGMENT_CAPTION ? gisa_caption_credit(d, l->span) : none;
        struct gisa_span label = l->kind == GISA_SEGMENT_PARAGRAPH ? l->label : none;
        s[n++] = (struct gisa_segment){.span = l->span, .kind = l->kind, .label = label, .credit = credit,
                                       .is_lead = !lead && l->kind == GISA_SEGMENT_PARAGRAPH &&
                                                  (gisa_span_is_empty(label) || label.end < l->span.end)};
        lead = lead || s[n - 1].is_lead;
    }
    run->out->segments = s;
    run->out->segment_count = n;
    *out = s;
    return GISA_OK;
}

/* A line whose kind came with the text is of that kind, but for rights lines and headings that are none. */
static void take_told(const struct gisa_options *options, struct gisa_line *l) {
    uint8_t told = l->number < options->line_count ? options->line_kinds[l->number] : GISA_SEGMENT_KIND_COUNT;
    bool keeps = l->is_fixed && (l->kind == GISA_SEGMENT_COPYRIGHT || told == GISA_SEGMENT_SUBHEADING);
    if (told < GISA_SEGMENT_KIND_COUNT && !keeps) {
        l->kind = told;
        l->is_fixed = true;
        l->is_told = true;
    }
}

enum gisa_status gisa_segment_run(struct gisa_run *run) {
    const struct gisa_document *d = gisa_run_document(run);
    struct gisa_lines lines;
    struct gisa_segment *segments = NULL;
    enum gisa_status status = gisa_lines_read(run, &lines);
    if (status != GISA_OK) {
        return status;
    }
    for (uint32_t i = 0; i < lines.count; i++) {
        decide_alone(d, &lines, i);
        take_told(run->options, &lines.at[i]);
    }
    if (lines.count == 1 && lines.at[0].kind == GISA_SEGMENT_PUBLISHED) {
        lines.at[0].kind = GISA_SEGMENT_PARAGRAPH; /* a date alone is no article's line */
    }
    doubt_inner(d, &lines);
    spread_chrome(&lines);
    join_credits(d, &lines);
    find_wraps(d, &lines);
    uint32_t first = 0;
    uint32_t last = 0;
    uint32_t anchor = find_anchor(&lines);
    if (find_body(&lines, anchor, &first, &last)) {
        while (first && lines.at[first - 1].joins_next) { /* the body's first line may begin above its stop */
            first--;
        }
        decide_head(d, &lines, first, anchor);
        decide_body(&lines, first, last);
        const struct gisa_line *headline = NULL;
        for (uint32_t i = 0; i < first && !headline; i++) {
            headline = lines.at[i].kind == GISA_SEGMENT_HEADLINE ? &lines.at[i] : NULL;
        }
        decide_tail(d, &lines, last, headline);
    } else if (lines.count) {
        decide_head(d, &lines, lines.count > 1 ? 1 : 0, GISA_NONE);
    }
    status = make_segments(run, &lines, &segments);
    if (status == GISA_OK) {
        status = gisa_sentences_read(run, segments);
    }
    if (status == GISA_OK) {
        gisa_article_read(run);
        status = gisa_text_checks(run);
    }
    return status;
}
