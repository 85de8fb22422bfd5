/* SPDX-License-Identifier: Apache-2.0 */
/* The article's fields, from everything the page says of itself. */
#include <stdio.h>
#include <string.h>

#include "inside.h"
#include "page_section_lex.h"
#include "text/charclass.h"
#include "text/utf8.h"

enum { HEAD_NEAR = 20, HEAD_BLOCKS = 60 /* looked at before the body */, TAIL_BLOCKS = 8, TITLE_MOST = 400 };

/* Steps from the article's node up to one that holds the field at most DEEP levels below it; UINT32_MAX when none does. */
static uint32_t distance(const struct page_builder *b, const struct page_field *f, uint32_t root) {
    enum { DEEP = 3, CLIMB = 6 };
    for (uint32_t at = root, up = 0; up < CLIMB && at; up++, at = b->nodes[at].parent) {
        for (uint32_t node = f->node, k = 0; k <= DEEP && node; k++, node = b->nodes[node].parent) {
            if (node == at) {
                return up * (DEEP + 1) + k;
            }
        }
    }
    return UINT32_MAX;
}

/* Inline JSON tells of many articles: of each field the values nearest to the article's text are its. */
static void keep_nearest(struct page_builder *b, uint32_t root) {
    uint32_t least[16];
    for (uint32_t k = 0; k < 16; k++) {
        least[k] = UINT32_MAX;
    }
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < b->field_count; i++) {
            struct page_field *f = &b->fields[i];
            uint32_t d = f->trust == PAGE_TRUST_SCRIPT ? distance(b, f, root) : 0;
            uint32_t *l = &least[f->what & 15];
            if (pass == 0 && f->trust == PAGE_TRUST_SCRIPT) {
                *l = d < *l ? d : *l;
            } else if (pass == 1) {
                f->is_far = f->trust == PAGE_TRUST_SCRIPT && (d == UINT32_MAX || d > *l);
            }
        }
    }
}

static const char *rest_of(struct page_text t, uint32_t at) { return t.bytes + at; }

static bool starts(struct page_text t, uint32_t at, const char *mark) {
    return t.size - at >= strlen(mark) && memcmp(rest_of(t, at), mark, strlen(mark)) == 0;
}

static bool is_section(struct page_text t) {
    uint32_t key[24];
    uint32_t n = 0, row = 0, ch;
    for (uint32_t i = 0; i < t.size && n < 24; n++) {
        uint32_t size = gisa_utf8_decode(t.bytes + i, t.size - i, &ch);
        gisa_charclass(size ? ch : 0, &key[n]);
        i += size ? size : 1;
    }
    return n && n < 24 && gisa_trie_longest(&gisa_page_section_trie, key, n, &row) == n;
}

struct names { /* what the site is called */
    struct page_text at[8];
    uint32_t count;
};

static bool is_site_word(const struct names *sites, struct page_text tail) {
    tail = page_trim(tail);
    for (uint32_t i = 0; i < sites->count; i++) {
        if (page_same_letters(sites->at[i], tail)) {
            return true;
        }
    }
    if (page_is_outlet(tail) || page_is_portal(tail) || is_section(tail)) {
        return true;
    }
    for (uint32_t i = 0; i < tail.size && tail.size < 60; i++) { /* "정치ㅣ가온일보", "오피니언 - 칼럼" */
        uint32_t n = starts(tail, i, "ㅣ") ? 3 : tail.bytes[i] == '|' || tail.bytes[i] == '-' || tail.bytes[i] == '>' ? 1 : 0;
        if (n && i && i + n < tail.size) {
            return is_site_word(sites, (struct page_text){tail.bytes, i}) &&
                   is_site_word(sites, (struct page_text){tail.bytes + i + n, tail.size - i - n});
        }
    }
    return false;
}

/* The site's or a medium's name and nothing else. */
static bool is_name(const struct names *sites, struct page_text t) {
    for (uint32_t i = 0; i < sites->count; i++) {
        if (page_same_letters(sites->at[i], t)) {
            return true;
        }
    }
    return page_is_outlet(t) || page_is_portal(t);
}

/* Cuts the site's tail off a title until nothing falls. known: other copies of the title, without a tail perhaps. */
static struct page_text cut_tail(const struct names *sites, const struct page_text *known, uint32_t known_count,
                                 struct page_text title) {
    static const char *const marks[] = {" - ", " | ", "ㅣ", " : ", " :: ", " < ", " > ", " – ", " — ", "|", "::", "<", " / ",
        " » ", " ≪ ", "-", " · "};
    for (bool again = true; again;) {
        again = false;
        for (uint32_t at = title.size; at-- > 1 && !again;) {
            for (size_t m = 0; m < sizeof marks / sizeof marks[0] && !again; m++) {
                if (!starts(title, at, marks[m])) {
                    continue;
                }
                struct page_text head = page_trim((struct page_text){title.bytes, at});
                uint32_t from = at + (uint32_t)strlen(marks[m]);
                struct page_text tail = page_trim((struct page_text){title.bytes + from, title.size - from});
                bool twin = false;
                for (uint32_t i = 0; i < known_count; i++) {
                    twin = twin || (known[i].size < title.size && page_letters(head) >= 4 && page_same_letters(known[i], head));
                }
                if (page_letters(tail) >= 4 && page_letters(head) < page_letters(tail) && is_name(sites, head)) {
                    title = tail; /* "가온일보 :: 제목" */
                    again = true;
                } else if (page_letters(head) >= 4 && (twin || is_site_word(sites, tail)) && tail.size < 100) {
                    title = head;
                    again = true;
                }
            }
        }
    }
    return title;
}

static void name_sites(struct page_builder *b, struct names *sites) {
    for (uint32_t i = 0; i < b->field_count && sites->count < 8; i++) {
        const struct page_field *f = &b->fields[i];
        if ((f->what == GISA_PAGE_META_FIELD_SITE || f->what == GISA_PAGE_META_FIELD_PUBLISHER) && !f->is_far) {
            sites->at[sites->count++] = page_plain(b, f->value);
        }
    }
}

/* No name anywhere says which line is the headline: the one above the body that is set like one. */
static void guess_headline(struct page_builder *b, uint32_t root, struct page_head *head) {
    uint32_t first = b->nodes[root].first_block;
    int best = 1;
    for (uint32_t i = first > HEAD_NEAR ? first - HEAD_NEAR : 0; i < b->block_count && i < first + 4; i++) {
        const struct page_block *k = &b->blocks[i];
        uint16_t hints = b->nodes[k->node].hints;
        struct page_byline line;
        page_line_read(k->text, &line);
        bool other = hints & (GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_CAPTION | GISA_PAGE_HINT_KIND_DECK | GISA_PAGE_HINT_KIND_HIDDEN);
        if (other || k->letters < 8 || k->text.size > TITLE_MOST || k->link || line.published.day.year || line.name_count ||
            (k->is_statement && k->letters >= 30)) {
            continue;
        }
        int score = 1 + 3 * (k->heading > 0) + 2 * (k->strong * 2 > k->text.size) + 2 * ((hints & GISA_PAGE_HINT_KIND_TITLE) != 0) +
                    (k->text.size > 0 && (memchr(k->text.bytes, '"', k->text.size) || memchr(k->text.bytes, '\'', k->text.size)));
        if (score > best) {
            best = score;
            head->headline = k->text;
        }
    }
}

static void decide_headline(struct page_builder *b, uint32_t root, const struct names *sites, struct page_head *head) {
    struct page_text all[24];
    uint8_t trust[24];
    uint32_t count = 0;
    for (uint32_t i = 0; i < b->field_count && count < 16; i++) {
        const struct page_field *f = &b->fields[i];
        bool title = f->what == GISA_PAGE_META_FIELD_HEADLINE || f->what == GISA_PAGE_META_FIELD_PAGE_TITLE;
        if (title && !f->is_far && f->value.size < TITLE_MOST * 3) {
            all[count] = page_plain(b, f->value);
            trust[count] = f->what == GISA_PAGE_META_FIELD_PAGE_TITLE ? 9 : f->trust;
            count += page_letters(all[count]) >= 2;
        }
    }
    uint32_t last = b->nodes[root].first_block;
    for (uint32_t i = 0; i < b->block_count && i < last + 8 && count < 24; i++) {
        const struct page_block *k = &b->blocks[i];
        uint16_t hints = b->nodes[k->node].hints;
        bool is_head = k->heading == 1 || (hints & GISA_PAGE_HINT_KIND_HEADLINE && (i >= last || last - i < 40));
        bool other = hints & (GISA_PAGE_HINT_KIND_CHROME | GISA_PAGE_HINT_KIND_DECK | GISA_PAGE_HINT_KIND_HIDDEN);
        if (is_head && !other && k->letters >= 4 && k->text.size < TITLE_MOST) {
            all[count] = page_plain(b, k->text);
            trust[count++] = 5;
        }
    }
    uint32_t best = GISA_NONE;
    for (uint32_t i = 0; i < count; i++) {
        all[i] = cut_tail(sites, all, count, all[i]);
        bool site = is_site_word(sites, all[i]);
        uint32_t rank = trust[i] * 4u; /* of two that agree in trust the one that more copies confirm */
        for (uint32_t k = 0; k < i; k++) {
            rank -= rank && page_same_letters(all[k], all[i]);
        }
        bool cut = all[i].size > 3 && (!memcmp(all[i].bytes + all[i].size - 3, "...", 3) ||
                                       !memcmp(all[i].bytes + all[i].size - 3, "…", 3));
        for (uint32_t k = 0; cut && k < count; k++) { /* a title that a longer one goes on from was cut short */
            uint32_t n = all[i].size - 3;
            if (k != i && all[k].size > all[i].size && memcmp(all[k].bytes, all[i].bytes, n) == 0) {
                rank += 100;
            }
        }
        trust[i] = (uint8_t)(site ? 255 : rank > 250 ? 250 : rank);
        if (best == GISA_NONE || trust[i] < trust[best]) {
            best = i;
        }
    }
    if (best != GISA_NONE && trust[best] < 255) {
        head->headline = all[best];
    } else {
        guess_headline(b, root, head);
    }
}

static bool has_name(const struct page_head *head, struct page_text name) {
    for (uint32_t i = 0; i < head->reporter_count; i++) {
        if (page_same_letters(head->reporters[i], name)) {
            return true;
        }
    }
    return false;
}

static void add_name(struct page_head *head, struct page_text name) {
    if (head->reporter_count < GISA_MAX_REPORTERS && !has_name(head, name)) {
        head->reporters[head->reporter_count++] = page_trim(name);
    }
}

/* "윤하늘 기자", "윤하늘, 서도윤", "윤하늘(hn@…)" -> names; a medium or a desk gives none. */
static void add_authors(struct page_head *head, struct page_text value) {
    struct page_byline line;
    page_line_read(value, &line);
    for (uint32_t i = 0; i < line.name_count; i++) {
        add_name(head, line.names[i]);
    }
    if (line.name_count || value.size > 120) {
        return;
    }
    for (uint32_t i = 0, begin = 0; i <= value.size; i++) {
        bool mark = i == value.size || strchr(",/&|;()<[ \n", value.bytes[i]) || starts(value, i, "·");
        if (mark) {
            struct page_text part = {value.bytes + begin, i - begin};
            if (page_is_person(part, true)) {
                add_name(head, part);
            }
            begin = i + (i < value.size && starts(value, i, "·") ? 2 : 1);
        }
    }
}

/* Lines around the body: each names its reporters and times. */
static bool is_margin(const struct page_builder *b, uint32_t root, uint32_t i) {
    uint32_t first = b->nodes[root].first_block, end = b->nodes[root].end_block;
    return (i < first && i + HEAD_BLOCKS >= first) || (i >= end && i < end + TAIL_BLOCKS) || (i >= first && i < first + 6) ||
           (i < end && i + 4 >= end);
}

static void decide_reporters(struct page_builder *b, uint32_t root, struct page_head *head) {
    for (uint8_t trust = 0; trust <= PAGE_TRUST_SCRIPT && !head->reporter_count; trust++) {
        for (uint32_t i = 0; i < b->field_count; i++) {
            const struct page_field *f = &b->fields[i];
            if (f->what == GISA_PAGE_META_FIELD_AUTHOR && f->trust == trust && !f->is_far) {
                add_authors(head, page_plain(b, f->value));
            }
        }
    }
    for (int named = 1; named >= 0 && !head->reporter_count; named--) { /* first where the page says: byline */
        for (uint32_t i = 0; i < b->block_count; i++) {
            const struct page_block *k = &b->blocks[i];
            uint16_t hints = b->nodes[k->node].hints;
            bool fits = is_margin(b, root, i) && !(hints & GISA_PAGE_HINT_KIND_CAPTION) &&
                        (!named || hints & GISA_PAGE_HINT_KIND_BYLINE) && k->text.size < 160;
            if (!fits || (!named && hints & GISA_PAGE_HINT_KIND_CHROME)) {
                continue;
            }
            struct page_byline line;
            page_line_read(k->text, &line);
            if (line.name_count && (line.is_whole || named)) {
                for (uint32_t n = 0; n < line.name_count; n++) {
                    add_name(head, line.names[n]);
                }
            } else if (named && page_is_person(k->text, false)) {
                add_name(head, k->text);
            }
            if (head->reporter_count && i >= b->nodes[root].end_block) {
                break;
            }
        }
    }
}

/* ISO 8601, "20240613170000", epoch seconds or milliseconds; to Korean time where an offset is told. */
static bool read_moment(struct page_text value, struct gisa_moment *m) {
    struct page_byline line;
    char spaced[32];
    uint32_t digits = 0;
    value = page_trim(value);
    while (digits < value.size && value.bytes[digits] >= '0' && value.bytes[digits] <= '9') {
        digits++;
    }
    bool compact = (digits == 14 || digits == 12) && digits == value.size;
    bool compact_t = digits == 8 && value.size >= 13 && (value.bytes[8] == 'T' || value.bytes[8] == ' ') && value.bytes[11] != ':' &&
                     value.bytes[10] != ':';
    if (compact || compact_t) {
        const char *v = value.bytes;
        const char *t = v + (compact_t ? 9 : 8);
        snprintf(spaced, sizeof spaced, "%.4s-%.2s-%.2s %.2s:%.2s", v, v + 4, v + 6, t, t + 2);
        value = (struct page_text){spaced, (uint32_t)strlen(spaced)};
    } else if ((digits == 10 || digits == 13) && digits == value.size) {
        int64_t s = 0;
        for (uint32_t i = 0; i < 10; i++) {
            s = s * 10 + (value.bytes[i] - '0');
        }
        s += 9 * 3600;
        int64_t day = s / 86400, era, doe, yoe, doy, mp; /* civil from days (Hinnant) */
        day += 719468;
        era = day / 146097;
        doe = day - era * 146097;
        yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
        doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        mp = (5 * doy + 2) / 153;
        int64_t month = mp < 10 ? mp + 3 : mp - 9;
        *m = (struct gisa_moment){.day = {(int16_t)(yoe + era * 400 + (month <= 2)), (uint8_t)month, (uint8_t)(doy - (153 * mp + 2) / 5 + 1)},
            .hour = (int8_t)(s % 86400 / 3600), .minute = (int8_t)(s % 3600 / 60), .second = (int8_t)(s % 60), .utc_offset = 540,
            .has_offset = true};
        return m->day.year >= 1990 && m->day.year <= 2100;
    }
    char clean[64]; /* fractions of a second hide the offset */
    uint32_t n = 0;
    for (uint32_t i = 0; i < value.size && n + 1 < sizeof clean; i++) {
        bool fraction = value.bytes[i] == '.' && n > 3 && clean[n - 3] == ':' && value.size > i + 1 && value.bytes[i + 1] >= '0' &&
                        value.bytes[i + 1] <= '9';
        if (fraction) {
            for (i++; i < value.size && value.bytes[i] >= '0' && value.bytes[i] <= '9'; i++) {
            }
            i--;
            continue;
        }
        clean[n++] = value.bytes[i];
    }
    page_line_read((struct page_text){clean, n}, &line);
    *m = line.published.day.year ? line.published : line.modified;
    return m->day.year != 0;
}

static int64_t minutes_of(const struct gisa_moment *m) {
    int64_t y = m->day.year - (m->day.month <= 2), era = y / 400, yoe = y - era * 400;
    int64_t doy = (153 * (m->day.month + (m->day.month > 2 ? -3 : 9)) + 2) / 5 + m->day.day - 1;
    int64_t day = era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return day * 1440 + (m->hour > 0 ? m->hour : 0) * 60 + (m->minute > 0 ? m->minute : 0);
}

/* An offset that is told becomes Korean time: the newsroom's day. */
static struct gisa_moment to_korean(struct gisa_moment m) {
    if (m.has_offset && m.utc_offset != 540 && m.hour >= 0) {
        int64_t t = minutes_of(&m) - m.utc_offset + 540 - 719468 * (int64_t)1440;
        char digits[24];
        int n = snprintf(digits, sizeof digits, "%010lld", (long long)((t - 540) * 60));
        int8_t second = m.second;
        struct gisa_moment out;
        if (n == 10 && read_moment((struct page_text){digits, 10}, &out)) {
            out.second = second;
            return out;
        }
    }
    m.utc_offset = 540;
    return m;
}

/* The line of a block; where its label stands in a block of its own (입력, 수정), with that before it. */
static void read_shown(const struct page_builder *b, uint32_t i, struct page_byline *line) {
    char joined[128];
    const struct page_text t = b->blocks[i].text;
    page_line_read(t, line);
    if (i && line->is_whole && !line->has_cue && t.size < 64 && b->blocks[i - 1].text.size < 32) {
        struct page_text label = b->blocks[i - 1].text;
        int n = snprintf(joined, sizeof joined, "%.*s %.*s", (int)label.size, label.bytes, (int)t.size, t.bytes);
        struct page_byline both;
        page_line_read((struct page_text){joined, (uint32_t)n}, &both);
        if (both.is_whole && (both.modified.day.year || both.has_cue)) {
            *line = both;
            line->name_count = 0; /* they point into the copy */
        }
    }
}

/* Times that the page shows around the body; one under 입력, 등록 ... before another. */
static void visible_moments(struct page_builder *b, uint32_t root, struct gisa_moment *published, bool *has_cue,
                            struct gisa_moment *modified) {
    int best = 0;
    for (uint32_t i = 0; i < b->block_count; i++) {
        const struct page_block *k = &b->blocks[i];
        uint16_t hints = b->nodes[k->node].hints;
        if (!is_margin(b, root, i) || k->text.size > 240) {
            continue;
        }
        struct page_byline line;
        read_shown(b, i, &line);
        int score = !line.published.day.year ? 0 : 1 + 4 * line.has_cue + 2 * line.is_whole + 2 * ((hints & GISA_PAGE_HINT_KIND_DATE) != 0) +
                    (line.published.hour >= 0) - 3 * ((hints & GISA_PAGE_HINT_KIND_CHROME) != 0);
        if (score > best && (line.is_whole || line.has_cue || hints & GISA_PAGE_HINT_KIND_DATE)) {
            best = score;
            *published = line.published;
            *has_cue = line.has_cue;
        }
        if (!modified->day.year && line.modified.day.year && (line.is_whole || line.has_cue)) {
            *modified = line.modified;
        }
    }
}

static struct gisa_moment told_moment(struct page_builder *b, uint8_t what) {
    struct gisa_moment best = {.hour = -1};
    for (uint8_t trust = 0; trust <= PAGE_TRUST_SCRIPT; trust++) {
        for (uint32_t i = 0; i < b->field_count; i++) {
            const struct page_field *f = &b->fields[i];
            struct gisa_moment m;
            if (f->what != what || f->trust != trust || !!f->is_far || !read_moment(f->value, &m)) {
                continue;
            }
            bool finer = best.hour < 0 && m.hour >= 0 && m.day.year == best.day.year && m.day.month == best.day.month &&
                         m.day.day == best.day.day;
            if (!best.day.year || finer) {
                best = m;
            }
        }
    }
    return best;
}

/* Where what machines read and what people read differ, a labelled time with a clock wins: CMSes write local time with a
 * Z, or midnight. */
static struct gisa_moment reconcile(struct gisa_moment told, struct gisa_moment shown, bool has_cue) {
    if (!told.day.year) {
        return shown.day.year ? to_korean(shown) : shown;
    }
    struct gisa_moment korean = to_korean(told);
    if (!shown.day.year || shown.hour < 0) {
        return korean;
    }
    int64_t apart = minutes_of(&korean) - minutes_of(&shown);
    bool midnight = told.hour <= 0 && told.minute <= 0;
    bool zone_lie = apart == 540 || apart == -540;
    bool near = apart > -2880 && apart < 2880;
    return near && (midnight || zone_lie || has_cue) && apart ? to_korean(shown) : korean;
}

static void decide_moments(struct page_builder *b, uint32_t root, struct page_head *head) {
    struct gisa_moment shown = {.hour = -1}, changed = {.hour = -1};
    bool has_cue = false;
    visible_moments(b, root, &shown, &has_cue, &changed);
    head->published = reconcile(told_moment(b, GISA_PAGE_META_FIELD_PUBLISHED), shown, has_cue);
    head->modified = reconcile(told_moment(b, GISA_PAGE_META_FIELD_MODIFIED), changed, true);
}

static void decide_publisher(struct page_builder *b, const struct names *sites, struct page_head *head) {
    struct page_text portal = {"", 0};
    struct page_text site[8];
    for (uint32_t i = 0; i < sites->count; i++) { /* "미르TV | 다온" */
        const char *bar = memchr(sites->at[i].bytes, '|', sites->at[i].size);
        site[i] = page_trim((struct page_text){sites->at[i].bytes, bar ? (uint32_t)(bar - sites->at[i].bytes) : sites->at[i].size});
    }
    for (uint32_t i = 0; i < sites->count; i++) {
        if (site[i].size && !page_is_portal(site[i]) && site[i].size < 60 && site[i].bytes[0] != '@') {
            head->publisher = site[i];
            break;
        }
        portal = site[i];
    }
    for (uint32_t i = 0; i < b->field_count && (portal.size || !head->publisher.size); i++) { /* a portal names the medium as author */
        const struct page_field *f = &b->fields[i];
        if (f->what == GISA_PAGE_META_FIELD_AUTHOR && !f->is_far) {
            struct page_text name = f->value;
            for (uint32_t k = 0; k < name.size; k++) {
                if (name.bytes[k] == '|') {
                    name.size = k;
                }
            }
            name = page_trim(name);
            if (page_is_outlet(name) && !page_is_portal(name)) {
                head->publisher = name;
                return;
            }
        }
    }
}

void page_decide_head(struct page_builder *b, uint32_t root, struct page_head *head) {
    struct names sites = {.count = 0};
    *head = (struct page_head){0};
    keep_nearest(b, root);
    name_sites(b, &sites);
    decide_headline(b, root, &sites, head);
    decide_reporters(b, root, head);
    decide_moments(b, root, head);
    decide_publisher(b, &sites, head);
}
