/* SPDX-License-Identifier: Apache-2.0 */
/* Bylines, agency heads and the article's fields. */
#include "segment/moment.h"
#include "segment/segment.h"
#include "segment_cue_lex.h"
#include "segment_label_lex.h"
#include "segment_outlet_lex.h"
#include "segment_portal_lex.h"
#include "segment_role_lex.h"

enum { NAME_LEAST = 2, NAME_MOST = 4, HEAD_MOST = 60, OUTLET_MOST = 16, SIGN_OFF_MOST = 40, CUE_GAP = 2 };

static bool is_letter(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT || cls == GISA_CHAR_HANJA;
}

static bool is_blank(const struct gisa_document *d, uint32_t i) { return d->key[i] == ' '; }

static void add_reporter(struct gisa_byline *b, struct gisa_span name, struct gisa_span role) {
    if (b->reporter_count < GISA_MAX_REPORTERS) {
        struct gisa_span span = {name.begin, gisa_span_is_empty(role) ? name.end : role.end};
        b->reporters[b->reporter_count++] = (struct gisa_reporter){name, role, span};
        b->explained += gisa_span_length(name) + gisa_span_length(role);
    }
}

/* The run of 2 to 4 syllables that ends at `end`; empty when it is no name. */
static struct gisa_span name_before(const struct gisa_document *d, uint32_t begin, uint32_t end) {
    uint32_t at = end;
    while (at > begin && d->cls[at - 1] == GISA_CHAR_HANGUL) {
        at--;
    }
    bool fits = end - at >= NAME_LEAST && end - at <= NAME_MOST;
    return fits ? (struct gisa_span){at, end} : (struct gisa_span){end, end};
}

static bool is_outlet_name(const struct gisa_document *d, struct gisa_span s) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(s);
    uint32_t ending = n <= OUTLET_MOST ? gisa_trie_longest_back(&gisa_segment_outlet_trie, d->key + s.end, n, &row) : 0;
    return ending > 0 && ending <= n;
}

/* A role word at i: the names before it, joined by · , / & or a blank, are reporters. */
static uint32_t read_role(const struct gisa_document *d, struct gisa_span line, uint32_t i, struct gisa_byline *b) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_segment_role_trie, d->key + i, line.end - i, &row);
    if (!n || (i + n < line.end && (d->cls[i + n] == GISA_CHAR_HANGUL || d->cls[i + n] == GISA_CHAR_LATIN)) ||
        (i > line.begin && d->cls[i - 1] == GISA_CHAR_LATIN)) {
        return 0;
    }
    uint32_t end = i;
    while (end > line.begin && is_blank(d, end - 1)) {
        end--;
    }
    struct gisa_span name = name_before(d, line.begin, end);
    if (gisa_span_is_empty(name) || end - name.begin > NAME_MOST) {
        return 0;
    }
    if (is_outlet_name(d, name)) { /* 윤하늘 가온일보 기자; a medium alone is nobody */
        uint32_t before = name.begin;
        while (before > line.begin && is_blank(d, before - 1)) {
            before--;
        }
        name = name_before(d, line.begin, before);
        if (gisa_span_is_empty(name)) {
            return 0;
        }
    }
    struct gisa_span names[GISA_MAX_REPORTERS] = {name};
    uint32_t count = 1;
    while (count < GISA_MAX_REPORTERS && names[count - 1].begin > line.begin) { /* 윤하늘·서도윤 기자 */
        uint32_t k = names[count - 1].begin;
        uint32_t joint = k;
        while (joint > line.begin && is_blank(d, joint - 1)) {
            joint--;
        }
        uint32_t mark = joint > line.begin ? d->key[joint - 1] : 0;
        if (mark != 0xB7 && mark != ',' && mark != '/' && mark != '&') {
            break;
        }
        joint--;
        while (joint > line.begin && is_blank(d, joint - 1)) {
            joint--;
        }
        struct gisa_span before = name_before(d, line.begin, joint);
        if (gisa_span_is_empty(before)) {
            break;
        }
        names[count++] = before;
    }
    while (count > 1) {
        count--;
        add_reporter(b, names[count], (struct gisa_span){names[count].end, names[count].end});
    }
    add_reporter(b, name, (struct gisa_span){i, i + n});
    return n;
}

static uint32_t read_email(const struct gisa_document *d, struct gisa_span line, uint32_t at, struct gisa_byline *b) {
    uint32_t begin = at;
    uint32_t end = at + 1;
    while (begin > line.begin && (is_letter(d->cls[begin - 1]) || d->key[begin - 1] == '.' || d->key[begin - 1] == '_' ||
                                  d->key[begin - 1] == '-') && d->cls[begin - 1] != GISA_CHAR_HANGUL) {
        begin--;
    }
    while (end < line.end && (is_letter(d->cls[end]) || d->key[end] == '.' || d->key[end] == '-') &&
           d->cls[end] != GISA_CHAR_HANGUL) {
        end++;
    }
    while (end > at && d->key[end - 1] == '.') {
        end--;
    }
    if (begin < at && end > at + 3) {
        b->email = (struct gisa_span){begin, end};
        for (uint32_t i = begin; i < end; i++) {
            b->explained += is_letter(d->cls[i]);
        }
    }
    return end - at;
}

/* The medium beside the name, and the place of (도담=가온통신). */
static uint32_t read_sender(const struct gisa_document *d, struct gisa_span line, uint32_t i) {
    uint32_t end = i;
    while (end < line.end && is_letter(d->cls[end])) {
        end++;
    }
    bool place = end < line.end && d->key[end] == '=' && end - i <= OUTLET_MOST;
    return end > i && (place || is_outlet_name(d, (struct gisa_span){i, end})) ? end - i : 0;
}

static uint32_t read_cue(const struct gisa_document *d, struct gisa_span line, uint32_t i, bool *updated) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_segment_cue_trie, d->key + i, line.end - i, &row);
    uint8_t kind = n ? gisa_segment_cue_rows[row].kind : 0;
    if (!n || (kind != GISA_SEGMENT_CUE_KIND_TIME_IN && kind != GISA_SEGMENT_CUE_KIND_TIME_UP)) {
        return 0;
    }
    *updated = kind == GISA_SEGMENT_CUE_KIND_TIME_UP;
    return n;
}

void gisa_byline_read(const struct gisa_document *d, struct gisa_span line, struct gisa_byline *b) {
    *b = (struct gisa_byline){0};
    bool updated = false;
    uint32_t end = line.end - line.begin > 400 ? line.begin + 400 : line.end; /* a byline is short */
    line.end = end;
    for (uint32_t i = line.begin; i < end; i++) {
        b->letters += is_letter(d->cls[i]);
    }
    uint32_t behind_cue = line.begin; /* "입력2024.01.30" */
    for (uint32_t i = line.begin; i < end;) {
        struct gisa_moment m;
        bool edge = i == line.begin || i == behind_cue || !is_letter(d->cls[i - 1]);
        uint32_t n = edge && d->cls[i] == GISA_CHAR_DIGIT ? gisa_moment_read(d, i, end, &m) : 0;
        if (n) {
            struct gisa_span span = {i, i + n};
            b->is_cued = b->is_cued || (behind_cue > line.begin && i - behind_cue <= CUE_GAP);
            bool first = !b->published.day.year;
            if (updated || !first) {
                b->modified = m;
                b->modified_span = span;
            } else {
                b->published = m;
                b->published_span = span;
            }
            for (uint32_t k = i; k < i + n; k++) {
                b->explained += is_letter(d->cls[k]);
            }
        } else if (edge && (n = read_cue(d, line, i, &updated)) > 0) {
            b->explained += n;
            behind_cue = i + n;
        } else if ((n = read_role(d, line, i, b)) > 0) {
            ;
        } else if (d->key[i] == '@') {
            n = read_email(d, line, i, b);
        } else if (edge && (n = read_sender(d, line, i)) > 0) {
            b->explained += n;
        }
        i += n ? n : 1;
    }
}

struct gisa_span gisa_sign_off(const struct gisa_document *d, struct gisa_span line) {
    static const uint32_t copula[] = {0xC785, 0xB2C8, 0xB2E4}; /* 입니다 */
    struct gisa_span none = {line.begin, line.begin};
    uint32_t end = line.end;
    while (end > line.begin && d->cls[end - 1] == GISA_CHAR_STOP) {
        end--;
    }
    if (gisa_span_length(line) > SIGN_OFF_MOST || end < line.begin + 8 || d->key[end - 3] != copula[0] ||
        d->key[end - 2] != copula[1] || d->key[end - 1] != copula[2]) {
        return none;
    }
    struct gisa_span name = name_before(d, line.begin, end - 3);
    uint32_t before = name.begin;
    while (before > line.begin && is_blank(d, before - 1)) {
        before--;
    }
    uint32_t begin = before;
    while (begin > line.begin && !is_blank(d, begin - 1)) {
        begin--;
    }
    bool letters = before - begin >= 3 && before - begin <= 5; /* SBN */
    for (uint32_t i = begin; i < before; i++) {
        letters = letters && d->ch[i] >= 'A' && d->ch[i] <= 'Z';
    }
    bool outlet = begin < before && (letters || is_outlet_name(d, (struct gisa_span){begin, before}));
    return !gisa_span_is_empty(name) && before < name.begin && outlet ? name : none;
}

uint32_t gisa_agency_head(const struct gisa_document *d, struct gisa_span line, struct gisa_byline *b,
                          struct gisa_span *outlet) {
    uint32_t open = d->key[line.begin];
    *outlet = (struct gisa_span){line.begin, line.begin};
    *b = (struct gisa_byline){0};
    const uint32_t closing = open == '(' ? ')' : open == '[' ? ']' : 0x3011; /* 】 */
    if (open != '(' && open != '[' && open != 0x3010 /* 【 */) {
        return 0;
    }
    open = open == 0x3010 ? '[' : open;
    uint32_t most = gisa_span_length(line) < HEAD_MOST ? line.end : line.begin + HEAD_MOST;
    uint32_t close = line.begin + 1;
    while (close < most && d->key[close] != closing) {
        close++;
    }
    if (close == most) {
        return 0;
    }
    uint32_t head = close + 1;
    uint32_t equals = line.begin;
    for (uint32_t i = line.begin + 1; i < close; i++) {
        equals = d->key[i] == '=' ? i : equals;
    }
    uint32_t second = close;
    while (second < most && d->key[second] != '=') {
        second++;
    }
    if (open == '[' && equals > line.begin && second < most) { /* [도담=가온통신] 윤하늘 기자 = */
        open = '(';
    }
    if (open == '(') { /* (도담=가온통신) 윤하늘 기자 = */
        while (head < most && d->key[head] != '=') {
            head++;
        }
        if (equals == line.begin || head == most) {
            return 0;
        }
        *outlet = (struct gisa_span){equals + 1, close};
        head++;
    }
    gisa_byline_read(d, (struct gisa_span){line.begin, head}, b);
    if (open == '[' && (!b->reporter_count || b->letters > b->explained + OUTLET_MOST)) {
        return 0;
    }
    if (open == '[') {
        uint32_t i = line.begin + 1;
        while (i < close && !is_blank(d, i) && d->key[i] != '=') {
            i++;
        }
        struct gisa_span first = {line.begin + 1, i};
        if (i < close && first.begin != b->reporters[0].name.begin) {
            *outlet = first;
        }
        if (head < most && d->key[head] == ' ' && head + 1 < most && d->key[head + 1] == '=') {
            head += 2;
        }
    }
    while (head < line.end && is_blank(d, head)) {
        head++;
    }
    return head - line.begin;
}

/* "저작권자 ⓒ 가온일보 무단전재": the name behind the sign, up to the next rights word or punctuation. */
static struct gisa_span rights_holder(const struct gisa_document *d, struct gisa_span line) {
    bool armed = false;
    uint32_t begin = 0;
    for (uint32_t i = line.begin; i <= line.end;) {
        uint32_t row = 0;
        uint32_t n = i < line.end ? gisa_trie_longest(&gisa_segment_cue_trie, d->key + i, line.end - i, &row) : 0;
        bool rights = n && gisa_segment_cue_rows[row].kind == GISA_SEGMENT_CUE_KIND_COPYRIGHT;
        bool sign = i + 2 < line.end && d->key[i] == '(' && d->key[i + 1] == 'c' && d->key[i + 2] == ')';
        bool ends = i == line.end || rights || sign || d->key[i] == ',' || d->key[i] == '&' || d->key[i] == '|' ||
                    d->key[i] == '>' || d->key[i] == '(' || (d->key[i] == '.' && (i + 1 == line.end || is_blank(d, i + 1)));
        if (ends) {
            struct gisa_span s = {begin, i};
            while (armed && s.begin < s.end && (is_blank(d, s.begin) || !is_letter(d->cls[s.begin]))) {
                s.begin++;
            }
            while (armed && s.end > s.begin && (is_blank(d, s.end - 1) || d->cls[s.end - 1] == GISA_CHAR_SYMBOL)) {
                s.end--;
            }
            uint32_t letters = 0;
            for (uint32_t k = s.begin; armed && k < s.end; k++) {
                letters += d->cls[k] == GISA_CHAR_HANGUL || d->cls[k] == GISA_CHAR_LATIN;
            }
            uint32_t blanks = 0;
            for (uint32_t k = s.begin; armed && k < s.end && k < s.begin + 2 * OUTLET_MOST; k++) {
                blanks += is_blank(d, k);
                letters = d->cls[k] == GISA_CHAR_STOP && d->key[k] != '.' ? 0 : letters; /* a question is no name */
            }
            if (armed && letters >= 2 && blanks <= 2 && gisa_span_length(s) <= 2 * OUTLET_MOST) {
                return s;
            }
            armed = armed && (d->key[i] != ',');
        }
        if (i == line.end) {
            break;
        }
        if (rights || sign) {
            armed = true;
            begin = i + (rights ? n : 3);
        }
        i += rights ? n : sign ? 3 : 1;
    }
    return (struct gisa_span){0, 0};
}

/* How often the words stand in the text: the medium names itself in notices too. */
static uint32_t count_of(const struct gisa_document *d, struct gisa_span words) {
    uint32_t n = gisa_span_length(words);
    uint32_t count = 0;
    for (uint32_t i = 0; i + n <= d->count && count < 8; i++) {
        uint32_t k = 0;
        while (k < n && d->key[i + k] == d->key[words.begin + k]) {
            k++;
        }
        count += k == n;
    }
    return count;
}

static void take_byline(struct gisa_article *t, const struct gisa_byline *b) {
    for (uint32_t i = 0; i < b->reporter_count && t->reporter_count < GISA_MAX_REPORTERS; i++) {
        t->reporters[t->reporter_count++] = b->reporters[i];
    }
    if (gisa_span_is_empty(t->email)) {
        t->email = b->email;
    }
    if (!t->published.day.year && b->published.day.year) {
        t->published = b->published;
        t->published_span = b->published_span;
    }
    if (!t->modified.day.year && b->modified.day.year) {
        t->modified = b->modified;
        t->modified_span = b->modified_span;
    }
}

static bool same_name(const struct gisa_document *d, struct gisa_span a, struct gisa_span b) {
    bool same = gisa_span_length(a) == gisa_span_length(b);
    for (uint32_t i = 0; same && i < gisa_span_length(a); i++) {
        same = d->key[a.begin + i] == d->key[b.begin + i];
    }
    return same;
}

static void drop_doubles(const struct gisa_document *d, struct gisa_article *t) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->reporter_count; i++) {
        bool seen = false;
        for (uint32_t k = 0; k < kept; k++) {
            seen = seen || same_name(d, t->reporters[i].name, t->reporters[k].name);
        }
        if (!seen) {
            t->reporters[kept++] = t->reporters[i];
        }
    }
    t->reporter_count = kept;
}

/* [단독], (종합2보) at the begin or end of the headline. */
static void read_tags(const struct gisa_document *d, struct gisa_article *t) {
    for (uint32_t i = t->headline.begin; i < t->headline.end && t->tag_count < GISA_MAX_TAGS; i++) {
        uint32_t k = d->key[i];
        if (k != '[' && k != '(' && k != '<') {
            continue;
        }
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest(&gisa_segment_label_trie, d->key + i + 1, t->headline.end - i - 1, &row);
        uint32_t close = i + 1 + n;
        if (n && gisa_segment_label_rows[row].kind != GISA_SEGMENT_LABEL_KIND_NOTE && close < t->headline.end &&
            (d->key[close] == ']' || d->key[close] == ')' || d->key[close] == '>')) {
            t->tags[t->tag_count++] = (struct gisa_span){i, close + 1};
        }
    }
}

/* The first name of an outlet in a byline: "가온일보 윤하늘 기자". */
static struct gisa_span outlet_in(const struct gisa_document *d, struct gisa_span line) {
    for (uint32_t i = line.begin; i < line.end;) {
        uint32_t end = i;
        while (end < line.end && is_letter(d->cls[end])) {
            end++;
        }
        if (end > i + 2 && is_outlet_name(d, (struct gisa_span){i, end})) {
            return (struct gisa_span){i, end};
        }
        i = end > i ? end : i + 1;
    }
    return (struct gisa_span){0, 0};
}

static void offer_publisher(const struct gisa_document *d, struct gisa_span s, uint32_t weight, uint32_t *best,
                            struct gisa_span *publisher) {
    if (gisa_span_is_empty(s)) {
        return;
    }
    uint32_t score = weight + 2 * count_of(d, s);
    if (score >= *best) {
        *best = score;
        *publisher = s;
    }
}

void gisa_article_read(struct gisa_run *run) {
    const struct gisa_document *d = gisa_run_document(run);
    struct gisa_article *t = &run->out->article;
    uint32_t best = 1;
    uint32_t looked = 0;
    for (uint32_t i = 0; i < run->out->segment_count; i++) {
        const struct gisa_segment *s = &run->out->segments[i];
        struct gisa_byline b;
        struct gisa_span outlet = {0, 0};
        if (s->kind == GISA_SEGMENT_HEADLINE && gisa_span_is_empty(t->headline)) {
            t->headline = s->span;
            read_tags(d, t);
        } else if (s->kind == GISA_SEGMENT_BYLINE || s->kind == GISA_SEGMENT_PUBLISHED) {
            struct gisa_span name = gisa_sign_off(d, s->span);
            gisa_byline_read(d, s->span, &b);
            if (!gisa_span_is_empty(name)) {
                add_reporter(&b, name, (struct gisa_span){name.end, name.end});
            }
            take_byline(t, &b);
            if (looked++ < 8) {
                offer_publisher(d, outlet_in(d, s->span), 2, &best, &t->publisher);
            }
        } else if (s->kind == GISA_SEGMENT_OUTLET && looked++ < 8) {
            offer_publisher(d, s->span, 4, &best, &t->publisher);
        } else if (s->kind == GISA_SEGMENT_COPYRIGHT && looked++ < 8) {
            offer_publisher(d, rights_holder(d, s->span), 3, &best, &t->publisher);
            gisa_byline_read(d, s->span, &b); /* an agency puts its sending time there: … 금지> 2026/08/03 10:12 송고 */
            if (!t->published.day.year && b.published.day.year && b.published.hour >= 0) {
                t->published = b.published;
                t->published_span = b.published_span;
            }
        } else if (s->kind == GISA_SEGMENT_PARAGRAPH && gisa_agency_head(d, s->span, &b, &outlet)) {
            take_byline(t, &b);
            if (looked++ < 8) {
                offer_publisher(d, outlet, 4, &best, &t->publisher);
            }
        } else if (s->kind == GISA_SEGMENT_CHROME && !t->portal) {
            for (uint32_t k = s->span.begin; k < s->span.end && !t->portal; k++) {
                uint32_t row = 0;
                if (gisa_trie_longest(&gisa_segment_portal_trie, d->key + k, s->span.end - k, &row)) {
                    t->portal = gisa_segment_portal_rows[row].portal;
                }
            }
        }
    }
    drop_doubles(d, t);
    if (run->options->published.day.year) {
        t->published = run->options->published;
        t->published_span = (struct gisa_span){0, 0};
    }
}
