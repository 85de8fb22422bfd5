/* SPDX-License-Identifier: Apache-2.0 */
/* Tellings of one happening become one draft: same type, a common time, participants that fit (events.md, section 4).
 * Drafts are sorted by type and day and compared within a window, so that the work is n log n. */
#include "event/event_noun.h"
#include "event/event_sort.h"
#include "text/seek.h"
#include "time/calendar.h"

enum { WINDOW = 16, KEPT = 48, VAGUE = 180 /* days: longer times hold many happenings */ };

static int32_t first_day(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    return gisa_days_from_date(gisa_time_first_day(&r->a->times[x->time]));
}

static int32_t last_day(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    const struct gisa_time *t = &r->a->times[x->time]; /* what only begins is told by its first day */
    return gisa_days_from_date(x->is_first ? gisa_unit_end(t->from, t->precision) : t->to.year ? t->to : t->from);
}

bool gisa_draft_is_dated(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    return x->time != GISA_NONE && gisa_time_first_day(&r->a->times[x->time]).year &&
           r->a->times[x->time].type != GISA_TIME_SET;
}

static bool is_principal(uint8_t role) { return role != GISA_ROLE_ATTENDEE && role != GISA_ROLE_ADDRESSEE; }

static bool holds(const struct gisa_draft *x, uint32_t entity) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].entity == entity) {
            return true;
        }
    }
    return false;
}

static void count_common(const struct gisa_draft *x, const struct gisa_draft *y, uint32_t *common, uint32_t *own) {
    *common = *own = 0;
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (is_principal(x->parts[i].role)) {
            (*own)++;
            *common += holds(y, x->parts[i].entity);
        }
    }
}

/* One of the two holds the other: 2월 and 2월 13일, but not 12일 and 13일. */
static bool is_same_time(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_draft *y) {
    int32_t a = first_day(r, x), b = last_day(r, x), c = first_day(r, y), d = last_day(r, y);
    uint32_t common, own, own2;
    count_common(y, x, &common, &own2);
    count_common(x, y, &common, &own);
    if (own == 0 || own2 == 0) {
        bool within = (a <= c && d <= b) || (c <= a && b <= d);
        bool same_word = (x->is_heading && gisa_event_is_held(r, y, x->trigger)) || (y->is_heading && gisa_event_is_held(r, x, y->trigger));
        return (a == c && b == d) || (within && same_word); /* nobody to know it by; 다음 달 준공식 참석 in a heading */
    }
    bool years = r->a->times[x->time].precision == GISA_PRECISION_YEAR || r->a->times[y->time].precision == GISA_PRECISION_YEAR;
    bool vague = (a != c || b != d) && (years || b - a > VAGUE || d - c > VAGUE); /* 올해 31억달러를 수주했다 is not January's contract */
    return ((a <= c && d <= b) || (c <= a && b <= d)) && (!vague || common >= 2);
}

static bool is_amount_shared(const struct gisa_draft *x, const struct gisa_draft *y) {
    if (!x->amount_count || !y->amount_count || x->sentence != y->sentence ||
        (x->type != GISA_EVENT_INVESTMENT && x->type != GISA_EVENT_AGREEMENT)) {
        return true;
    }
    for (uint32_t i = 0; i < x->amount_count; i++) {
        for (uint32_t k = 0; k < y->amount_count; k++) {
            if (x->amounts[i] == y->amounts[k]) {
                return true;
            }
        }
    }
    return false;
}

bool gisa_draft_fits(const struct gisa_draft *x, const struct gisa_draft *y) {
    uint32_t common, own, common2, own2;
    count_common(x, y, &common, &own);
    count_common(y, x, &common2, &own2);
    bool apart = x->sentence == y->sentence &&
                 (x->type == GISA_EVENT_INVESTMENT || x->type == GISA_EVENT_AGREEMENT) && (common != own || common2 != own2);
    bool people = own == 0 || own2 == 0 || common == own || common2 == own2 || common >= 2;
    return people && !apart && is_amount_shared(x, y);
}

/* A board here and a talk there of one day: occasions told in two paragraphs, one without guests, are one only at one place. */
static bool is_elsewhere(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_draft *y) {
    bool told = !x->is_heading && !y->is_heading && (!x->part_count || !y->part_count);
    bool here = x->place != GISA_NONE && x->place == y->place;
    bool there = x->type == GISA_EVENT_INCIDENT && x->place != GISA_NONE && y->place != GISA_NONE && x->sentence != y->sentence;
    return told && !here && there ? true : told && !here && (x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_MEETING) &&
           r->a->sentences[x->sentence].segment != r->a->sentences[y->sentence].segment;
}

/* Do two words of x's clause, no times, stand in y's: 플랫폼법 제정안이 통과했다, 국회는 플랫폼법 제정안을 통과시켰다? Looks at the last WORDS words and
 * LONG code points, so that a comparison is bounded. */
static bool tells_alike(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_draft *y) {
    enum { WORDS = 12, LONG = 160, ALIKE = 3 /* the trigger is one */ };
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    struct gisa_draft near = *y;
    near.clause.begin = near.clause.end > LONG && near.clause.begin + LONG < near.clause.end ? near.clause.end - LONG : near.clause.begin;
    uint32_t t = gisa_seek_begin(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, x->clause.end);
    uint32_t alike = 0;
    for (uint32_t n = 0; t-- > s->first_token && n < WORDS && r->a->tokens[t].span.begin >= x->clause.begin; n++) {
        const struct gisa_token *w = &r->a->tokens[t];
        bool word = w->kind == GISA_TOKEN_WORD && w->stem_end >= w->span.begin + 2 && r->d->cls[w->span.begin] != GISA_CHAR_DIGIT;
        alike += word && gisa_event_is_held(r, &near, (struct gisa_span){w->span.begin, w->stem_end});
    }
    return alike >= ALIKE;
}

static bool acts(const struct gisa_draft *x) {
    uint32_t i = 0;
    while (i < x->part_count && x->parts[i].role != GISA_ROLE_AGENT) {
        i++;
    }
    return i < x->part_count;
}

/* Do both tell who did it, and nobody of the one did the other? */
static bool act_apart(const struct gisa_draft *x, const struct gisa_draft *y) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        for (uint32_t k = 0; k < y->part_count; k++) {
            if (x->parts[i].role == GISA_ROLE_AGENT && y->parts[k].role == GISA_ROLE_AGENT && x->parts[i].entity == y->parts[k].entity) {
                return false;
            }
        }
    }
    return acts(x) && acts(y);
}

/* Any two things of a day may lack participants: without a word of their own for what happens they are not one. */
static bool is_apart(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_draft *y) {
    if (x->sentence == y->sentence && (x->is_aside || y->is_aside)) {
        return true; /* 주주 측이 항소하자 법원은 변론을 열었다 */
    }
    bool told = !x->is_heading && !y->is_heading && x->sentence != y->sentence;
    if (told && x->type != GISA_EVENT_INCIDENT && (!x->part_count || !y->part_count) && r->a->sentences[x->sentence].segment != r->a->sentences[y->sentence].segment &&
        !tells_alike(r, x, y)) {
        return true; /* a club presents its coach, elsewhere a federation its squad: nobody says that they are one */
    }
    if (told && x->type == GISA_EVENT_INCIDENT && !tells_alike(r, x, y)) { /* 오전 4시 구조했다, 오전 5시 휩쓸렸다 */
        enum { HOUR = 60 };
        uint32_t a = r->a->times[x->time].minute_of_day, b = r->a->times[y->time].minute_of_day;
        bool hours = a != GISA_NONE && b != GISA_NONE && (a > b ? a - b : b - a) >= HOUR;
        bool people = (x->part_count || y->part_count) && !gisa_same_text(r->d, x->trigger, y->trigger) && (x->place == GISA_NONE || x->place != y->place);
        if (hours || people) {
            return true;
        }
    }
    if (told && x->type == GISA_EVENT_LEGAL && !gisa_same_text(r->d, x->trigger, y->trigger) && acts(x) != acts(y) && x->part_count && y->part_count) {
        return true; /* 구속됐다. 은행은 그를 고소했다 */
    }
    const struct gisa_draft *later = x->sentence < y->sentence ? y : x;
    later = x->sentence == y->sentence && x->trigger.begin > y->trigger.begin ? x : later;
    bool body = !x->is_heading && !y->is_heading;
    struct gisa_span time = body && later->time != GISA_NONE ? r->a->times[later->time].span : (struct gisa_span){0, 0};
    if (gisa_span_length(time) > 3 && r->d->key[time.begin] == 0xAC19 && r->d->key[time.begin + 1] == 0xC740 && !gisa_same_text(r->d, x->trigger, y->trigger)) {
        return true; /* 같은 날 저녁에는 만찬을 함께했다: something else of the day */
    }
    bool joint = x->type == GISA_EVENT_MEETING || x->type == GISA_EVENT_GATHERING || x->type == GISA_EVENT_AGREEMENT;
    if (!joint && told && act_apart(x, y)) {
        return true; /* 후보는 대표에게 "…"고 했다. 대표는 "…"고 적었다 */
    }
    if (x->type == GISA_EVENT_MARKET && told && !gisa_same_text(r->d, x->trigger, y->trigger)) {
        return true; /* 목표주가를 올렸다 and 주가는 거래를 마쳤다 */
    }
    return (x->type == GISA_EVENT_OTHER || x->type == GISA_EVENT_MARKET) && (!x->part_count || !y->part_count) && !gisa_same_text(r->d, x->trigger, y->trigger);
}

static bool is_same_status(uint8_t a, uint8_t b) {
    bool p = a == GISA_STATUS_PLANNED, q = b == GISA_STATUS_PLANNED;
    bool n = a >= GISA_STATUS_RECURRING, m = b >= GISA_STATUS_RECURRING;
    return p == q && n == m && (!n || a == b);
}

void gisa_draft_join(struct gisa_event_reader *r, uint32_t to, uint32_t from) {
    struct gisa_draft *x = &r->drafts[to];
    struct gisa_draft *y = &r->drafts[from];
    for (uint32_t i = 0; i < y->part_count && !y->is_heading; i++) {
        gisa_draft_add(x, y->parts[i].entity, y->parts[i].role);
    }
    for (uint32_t i = 0; i < y->amount_count && x->amount_count < GISA_DRAFT_AMOUNTS; i++) {
        x->amounts[x->amount_count++] = y->amounts[i];
    }
    if (y->time != GISA_NONE && last_day(r, y) - first_day(r, y) < last_day(r, x) - first_day(r, x)) {
        x->time = y->time;
        x->basis = y->basis;
    }
    bool closer = x->place != GISA_NONE && y->place != GISA_NONE && r->a->entities[y->place].type == GISA_ENTITY_FACILITY &&
                  r->a->entities[x->place].type == GISA_ENTITY_PLACE; /* 서울에서 만났다. … 신라호텔에서 회담했다 */
    x->place = x->place == GISA_NONE || closer ? y->place : x->place;
    x->quote = x->quote == GISA_NONE ? y->quote : x->quote;
    x->duration = x->duration == GISA_NONE ? y->duration : x->duration;
    x->reported_by = x->reported_by == GISA_NONE ? y->reported_by : x->reported_by;
    x->merged += y->merged;
    x->confidence = x->confidence > y->confidence ? x->confidence : y->confidence;
    y->into = to;
    y->is_dropped = true;
}

static void merge_dated(struct gisa_event_reader *r, const uint64_t *order, uint32_t n) {
    for (uint32_t i = 1; i < n; i++) {
        uint32_t at = (uint32_t)order[i];
        for (uint32_t k = i; k-- > 0 && i - k <= WINDOW;) {
            uint32_t other = (uint32_t)order[k];
            struct gisa_draft *x = &r->drafts[other];
            struct gisa_draft *y = &r->drafts[at];
            if (x->type != y->type) {
                break;
            }
            if (x->is_dropped || !is_same_status(x->status, y->status) || !is_same_time(r, x, y) ||
                !gisa_draft_fits(x, y) || is_apart(r, x, y) || is_elsewhere(r, x, y)) {
                continue;
            }
            bool back = (x->is_heading && !y->is_heading) || (x->is_heading == y->is_heading && at < other);
            gisa_draft_join(r, back ? at : other, back ? other : at);
            if (!back) {
                break;
            }
        }
    }
}

/* Undated headlines and second tellings go to the first dated draft of their type and people. */
static void merge_undated(struct gisa_event_reader *r, uint32_t kept[GISA_EVENT_TYPE_COUNT][KEPT],
                          const uint32_t *kept_count) {
    for (uint32_t i = 0; i < r->count; i++) {
        struct gisa_draft *y = &r->drafts[i];
        if (y->is_dropped || y->time != GISA_NONE) {
            continue;
        }
        for (uint32_t k = 0; k < kept_count[y->type]; k++) {
            uint32_t to = kept[y->type][k];
            struct gisa_draft *x = &r->drafts[to];
            uint32_t common, own;
            count_common(y, x, &common, &own);
            if (x->is_dropped || !is_same_status(x->status, y->status) || common == 0 ||
                !(y->is_heading || (common == own && common >= 2))) {
                continue;
            }
            gisa_draft_join(r, to, i);
            break;
        }
        if (!y->is_dropped && y->is_heading &&
            r->a->segments[r->a->sentences[y->sentence].segment].kind != GISA_SEGMENT_HEADLINE) {
            y->is_dropped = true;
        }
    }
}

enum gisa_status gisa_event_merge(struct gisa_event_reader *r) {
    uint64_t *order = gisa_arena_alloc(r->run->scratch, (size_t)r->count + 1, sizeof *order);
    uint64_t *spare = gisa_arena_alloc(r->run->scratch, (size_t)r->count + 1, sizeof *spare);
    uint32_t (*kept)[KEPT] = gisa_arena_alloc(r->run->scratch, GISA_EVENT_TYPE_COUNT, sizeof *kept);
    uint32_t kept_count[GISA_EVENT_TYPE_COUNT] = {0};
    if (!order || !spare || !kept) {
        return GISA_NO_MEMORY;
    }
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->count; i++) {
        const struct gisa_draft *x = &r->drafts[i];
        if (!x->is_dropped && gisa_draft_is_dated(r, x)) {
            uint64_t day = (uint64_t)((int64_t)first_day(r, x) + (INT64_C(1) << 25));
            order[n++] = (uint64_t)x->type << 59 | day << 32 | i;
        }
    }
    gisa_sort_keys(order, spare, n);
    merge_dated(r, order, n);
    for (uint32_t i = 0; i < r->count; i++) {
        const struct gisa_draft *x = &r->drafts[i];
        if (!x->is_dropped && gisa_draft_is_dated(r, x) && kept_count[x->type] < KEPT) {
            kept[x->type][kept_count[x->type]++] = i;
        }
    }
    merge_undated(r, kept, kept_count);
    bool told = false;
    for (uint32_t i = 0; i < r->count; i++) {
        told = told || (!r->drafts[i].is_heading && !r->drafts[i].is_dropped);
    }
    for (uint32_t i = 0; i < r->count && told; i++) { /* …노조는 내일 파업: what only a heading tells, of nobody, the body does not bear out */
        struct gisa_draft *x = &r->drafts[i];
        x->is_dropped = x->is_dropped || (x->is_heading && !x->part_count && x->merged == 1);
    }
    return GISA_OK;
}
