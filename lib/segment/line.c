/* SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"
#include "segment/segment.h"
#include "segment_cue_lex.h"
#include "segment_label_lex.h"

enum { LONGEST_CUE = 24, DECIDED = 10, SHORT = 45, LABEL = 12, NOTICEABLE = 5 };

static bool is_white(uint8_t cls) { return cls == GISA_CHAR_BLANK || cls == GISA_CHAR_NEWLINE; }

static struct gisa_span trim(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    while (begin < end && is_white(d->cls[begin])) {
        begin++;
    }
    while (begin < end && is_white(d->cls[end - 1])) {
        end--;
    }
    return (struct gisa_span){begin, end};
}

static bool is_closed(const struct gisa_document *d, struct gisa_span s) {
    uint32_t end = s.end;
    while (end > s.begin && (d->cls[end - 1] == GISA_CHAR_CLOSE || d->cls[end - 1] == GISA_CHAR_QUOTE)) {
        end--;
    }
    uint32_t k = end > s.begin ? d->key[end - 1] : 0;
    if (d->cls[s.end - 1] == GISA_CHAR_QUOTE || (d->cls[s.end - 1] == GISA_CHAR_CLOSE && d->key[s.end - 1] == '"')) {
        return true;
    }
    return end > s.begin && d->cls[end - 1] == GISA_CHAR_STOP && k != 0x2026;
}

/* "…다." "…입니다.”": a full stop, once, perhaps behind closing marks. Sets the line's ends_final and ends_plain. */
static bool is_statement(const struct gisa_document *d, struct gisa_span s, struct gisa_line *l) {
    uint32_t end = s.end;
    while (end > s.begin && (d->cls[end - 1] == GISA_CHAR_CLOSE || d->cls[end - 1] == GISA_CHAR_QUOTE)) {
        end--;
    }
    bool stop = end > s.begin + 1 && (d->key[end - 1] == '.' || d->key[end - 1] == 0x3002) && d->key[end - 2] != '.';
    uint32_t last = stop && end > s.begin + 3 ? d->key[end - 2] : 0;
    l->ends_final = last == 0xB2E4 || last == 0xC694 || last == 0xC8E0; /* 다 요 죠 */
    l->ends_plain = last == 0xB2E4 && d->key[end - 3] != 0xB2C8;        /* 니다 */
    return stop;
}

/* A word followed by 은 는 이 가 을 를 and a blank: running prose rather than a heading. */
static bool has_subject(const struct gisa_document *d, struct gisa_span s) {
    for (uint32_t i = s.begin + 2; i + 1 < s.end; i++) {
        uint32_t k = d->key[i];
        bool particle = k == 0xC740 || k == 0xB294 || k == 0xC774 || k == 0xAC00 || k == 0xC744 || k == 0xB97C;
        if (particle && is_white(d->cls[i + 1]) && d->cls[i - 1] == GISA_CHAR_HANGUL) {
            return true;
        }
    }
    return false;
}

static bool is_list_item(const struct gisa_document *d, struct gisa_span s) {
    uint32_t k = d->key[s.begin];
    uint32_t n = d->key[s.begin + 1];
    bool bullet = k == 0xB7 || k == 0x25B2 || k == 0x25B3 || k == 0x25CB || k == 0x25CF || k == 0x25A0 || k == 0x25A1 ||
                  k == 0x2022 || (k >= 0x2460 && k <= 0x2473) || (k == '-' && is_white(d->cls[s.begin + 1]));
    bool numbered = d->cls[s.begin] == GISA_CHAR_DIGIT && n == '.' && is_white(d->cls[s.begin + 2]);
    return bullet || numbered;
}

static void score_words(const struct gisa_document *d, struct gisa_line *l) {
    static const uint8_t kinds[] = {
        [GISA_SEGMENT_CUE_KIND_COPYRIGHT] = GISA_SEGMENT_COPYRIGHT, [GISA_SEGMENT_CUE_KIND_NOTICE] = GISA_SEGMENT_NOTICE,
        [GISA_SEGMENT_CUE_KIND_RELATED] = GISA_SEGMENT_RELATED,     [GISA_SEGMENT_CUE_KIND_CHROME] = GISA_SEGMENT_CHROME,
        [GISA_SEGMENT_CUE_KIND_AD] = GISA_SEGMENT_AD,               [GISA_SEGMENT_CUE_KIND_CAPTION] = GISA_SEGMENT_CAPTION,
        [GISA_SEGMENT_CUE_KIND_TIME_IN] = GISA_SEGMENT_PUBLISHED,   [GISA_SEGMENT_CUE_KIND_TIME_UP] = GISA_SEGMENT_PUBLISHED,
    };
    for (uint32_t i = l->span.begin; i < l->span.end;) {
        uint32_t row = 0;
        uint32_t left = l->span.end - i;
        uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + i, left < LONGEST_CUE ? left : LONGEST_CUE, &row);
        if (!n) {
            i++;
            continue;
        }
        const struct gisa_segment_cue_row *cue = &gisa_segment_cue_rows[row];
        uint32_t lead = i - l->span.begin;
        bool start = lead == 0 || (lead <= 2 && d->cls[l->span.begin] != GISA_CHAR_HANGUL);
        bool whole = start && left - n <= 1;
        bool ends = left - n <= 1 || (left - n <= 3 && d->cls[l->span.end - 1] != GISA_CHAR_HANGUL);
        bool there = cue->at == GISA_SEGMENT_CUE_AT_ANY || (cue->at == GISA_SEGMENT_CUE_AT_END && ends) || (cue->at == GISA_SEGMENT_CUE_AT_START && start) ||
                     (cue->at == GISA_SEGMENT_CUE_AT_WHOLE && whole);
        if (cue->kind == GISA_SEGMENT_CUE_KIND_CHROME_WORD) {
            l->page_words += n;
        } else if (there && cue->kind == GISA_SEGMENT_CUE_KIND_SERVICE) {
            l->service = (int16_t)(l->service + cue->weight);
        } else if (there) {
            int16_t *score = &l->score[kinds[cue->kind]];
            *score = (int16_t)(*score < 1000 ? *score + cue->weight : *score);
            bool tail = cue->kind <= GISA_SEGMENT_CUE_KIND_AD;
            l->top = tail && cue->weight > l->top ? (int16_t)cue->weight : l->top;
            l->page_words += cue->kind == GISA_SEGMENT_CUE_KIND_CHROME ? n : 0;
            l->has_credit = l->has_credit || (cue->kind == GISA_SEGMENT_CUE_KIND_CAPTION &&
                                              (d->key[i + n - 1] == '=' || d->key[i + n - 1] == ':'));
            l->has_time_word = l->has_time_word || cue->kind == GISA_SEGMENT_CUE_KIND_TIME_IN ||
                               cue->kind == GISA_SEGMENT_CUE_KIND_TIME_UP;
        }
        i += n;
    }
}

/* "[앵커]", "<기자>", "(리포트)" at the begin. */
static struct gisa_span read_label(const struct gisa_document *d, struct gisa_span s, uint8_t *kind) {
    uint32_t open = d->key[s.begin];
    if (open != '[' && open != '<' && open != '(' && open != 0x3010 && open != 0x25C7) {
        return (struct gisa_span){s.begin, s.begin};
    }
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_segment_label_trie, d->key + s.begin + 1, s.end - s.begin - 1, &row);
    for (uint32_t i = s.begin + 1 + n; n && i < s.end && i < s.begin + 1 + n + LABEL; i++) {
        if (d->key[i] == ']' || d->key[i] == '>' || d->key[i] == ')' || d->key[i] == 0x3011) {
            *kind = gisa_segment_label_rows[row].kind;
            return (struct gisa_span){s.begin, i + 1};
        }
        if (d->cls[i] == GISA_CHAR_HANGUL && *kind != GISA_SEGMENT_LABEL_KIND_TURN && i == s.begin + 1 + n) {
            break; /* a longer word than the label */
        }
    }
    return (struct gisa_span){s.begin, s.begin};
}

struct cutter {
    struct gisa_run *run;
    const struct gisa_document *d;
    struct gisa_lines *out;
    uint32_t cap;
    uint32_t number;
};

static bool push(struct cutter *c, struct gisa_span span, bool blank_before) {
    if (gisa_span_is_empty(span)) {
        return true;
    }
    if (c->out->count == c->cap &&
        !(c->out->at = gisa_array_grow(c->run->scratch, c->out->at, &c->cap, c->out->count + 1, sizeof *c->out->at))) {
        return false;
    }
    struct gisa_line *l = &c->out->at[c->out->count++];
    *l = (struct gisa_line){.span = span, .number = c->number, .kind = GISA_SEGMENT_PARAGRAPH, .blank_before = blank_before,
                            .ends_closed = is_closed(c->d, span), .has_subject = has_subject(c->d, span),
                            .is_list = is_list_item(c->d, span)};
    uint32_t mark = c->d->key[span.begin];
    l->is_marked = mark == 0x25C7 || mark == 0x25C6 || mark == 0x25A0; /* ◇ ◆ ■ */
    l->ends_stop = is_statement(c->d, span, l);
    uint8_t kind = GISA_SEGMENT_LABEL_KIND_TURN;
    l->label = read_label(c->d, span, &kind);
    if (kind != GISA_SEGMENT_LABEL_KIND_TURN) {
        l->label.end = l->label.begin;
    }
    score_words(c->d, l);
    return true;
}

/* Does the medium speak to the reader already before the cut? */
static bool is_notice_before(const struct gisa_document *d, struct gisa_span s, uint32_t cut) {
    for (uint32_t i = s.begin; i < cut;) {
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + i, cut - i, &row);
        const struct gisa_segment_cue_row *cue = &gisa_segment_cue_rows[row];
        if (n && cue->kind == GISA_SEGMENT_CUE_KIND_NOTICE && cue->weight >= NOTICEABLE &&
            (cue->at == GISA_SEGMENT_CUE_AT_ANY || (cue->at == GISA_SEGMENT_CUE_AT_START && i == s.begin))) {
            return true;
        }
        i += n ? n : 1;
    }
    return false;
}

/* Where rights, tip-off or service lines are glued to the end of a sentence: the first such cue of a decided kind that
 * stands right behind a stop. Lines that are such a kind from their begin are not cut. */
static uint32_t glued_tail(const struct gisa_document *d, struct gisa_span s) {
    bool stopped = false;
    bool in_notice = false;
    uint32_t first = 0;
    uint32_t skip = d->cls[s.begin] != GISA_CHAR_HANGUL && d->cls[s.begin] != GISA_CHAR_LATIN && d->key[s.begin] != 0x24D2;
    if (gisa_span_length(s) <= GISA_LONG_LINE &&
        gisa_trie_longest(&gisa_segment_cue_trie, d->key + s.begin + skip, s.end - s.begin - skip, &first) &&
        gisa_segment_cue_rows[first].kind == GISA_SEGMENT_CUE_KIND_COPYRIGHT) {
        return s.end;
    }
    for (uint32_t i = s.begin; i < s.end; i++) {
        if (stopped && !is_white(d->cls[i]) && d->cls[i] != GISA_CHAR_STOP) {
            uint32_t at = i;
            uint32_t k = d->key[i];
            while (at < s.end && (k == '<' || k == '[' || k == '(' || k == 0x25B6 || k == 0x261E || k == ' ')) {
                k = d->key[++at];
            }
            uint32_t row = 0;
            uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + at, s.end - at, &row);
            const struct gisa_segment_cue_row *cue = &gisa_segment_cue_rows[row];
            if (n && (cue->kind == GISA_SEGMENT_CUE_KIND_COPYRIGHT ||
                      (cue->weight >= DECIDED && cue->kind <= GISA_SEGMENT_CUE_KIND_CHROME))) {
                in_notice = in_notice || (cue->kind == GISA_SEGMENT_CUE_KIND_NOTICE && is_notice_before(d, s, i));
                if (!in_notice || cue->kind != GISA_SEGMENT_CUE_KIND_NOTICE) {
                    return i;
                }
            }
        }
        stopped = d->cls[i] == GISA_CHAR_STOP ||
                  (stopped && (is_white(d->cls[i]) || d->cls[i] == GISA_CHAR_CLOSE || d->cls[i] == GISA_CHAR_QUOTE));
    }
    return s.end;
}

/* Pushes a line in as many pieces as are glued in it: a whole article may come on one. */
static bool push_line(struct cutter *c, struct gisa_span span, bool blank_before) {
    while (gisa_span_length(span) > SHORT) {
        uint32_t cut = glued_tail(c->d, span);
        if (cut == span.end) {
            break;
        }
        if (!push(c, trim(c->d, span.begin, cut), blank_before)) {
            return false;
        }
        span = trim(c->d, cut, span.end);
        blank_before = false;
        if (gisa_span_length(span) <= GISA_LONG_LINE) {
            break;
        }
    }
    return push(c, span, blank_before);
}

enum gisa_status gisa_lines_read(struct gisa_run *run, struct gisa_lines *lines) {
    struct cutter c = {.run = run, .d = gisa_run_document(run), .out = lines};
    *lines = (struct gisa_lines){NULL, 0};
    bool blank = true;
    for (uint32_t i = 0; i <= c.d->count;) {
        uint32_t end = i;
        while (end < c.d->count && c.d->cls[end] != GISA_CHAR_NEWLINE) {
            end++;
        }
        struct gisa_span span = trim(c.d, i, end);
        if (!push_line(&c, span, blank)) {
            return GISA_NO_MEMORY;
        }
        blank = gisa_span_is_empty(span);
        c.number += end < c.d->count && c.d->ch[end] == '\n';
        if (end + 1 < c.d->count && c.d->ch[end] == '\r' && c.d->ch[end + 1] == '\n') {
            end++;
        }
        i = end + 1;
    }
    return GISA_OK;
}
