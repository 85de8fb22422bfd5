/* SPDX-License-Identifier: Apache-2.0 */
/* A title: who, then the words of the clause up to the trigger, without times, asides and opening adverbs. */
#include "event/event_predicate.h"
#include "event/event_sort.h"
#include "eventrole_lex.h"
#include "modality_lex.h"
#include "offset_noun_lex.h"
#include "text/seek.h"
#include "text/utf8.h"
#include "title_cut_lex.h"
#include "token/token.h"

enum { TITLE_WORDS = 24, TITLE_LENGTH = 48, LEEWAY = 14, CUT = 24, LOOK = 600, NAME = 120 /* bytes */, JA = 0xC790 /* 자 of 길어지자 */ };

struct title {
    const struct gisa_event_reader *r;
    char *bytes;
    uint32_t size;
};

static void put_span(struct title *t, struct gisa_span s) {
    for (uint32_t i = s.begin; i < s.end; i++) {
        uint32_t c = t->r->d->ch[i];
        t->size += gisa_utf8_encode(t->r->d->cls[i] == GISA_CHAR_BLANK || t->r->d->cls[i] == GISA_CHAR_NEWLINE ? ' ' : c,
                                    t->bytes + t->size);
    }
}

static bool is_subject(const struct gisa_draft *x, uint8_t role) {
    return x->is_passive ? role == GISA_ROLE_PATIENT || role == GISA_ROLE_OBJECT : role == GISA_ROLE_AGENT || role == GISA_ROLE_HOST;
}

static uint32_t names(struct title *t, const struct gisa_draft *x) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->part_count && n < 2; i++) {
        if (!is_subject(x, x->parts[i].role)) {
            continue;
        }
        struct gisa_bytes_view name = t->r->a->entities[x->parts[i].entity].name;
        if (n++) {
            t->bytes[t->size++] = (char)0xC2; /* middle dot */
            t->bytes[t->size++] = (char)0xB7;
        }
        uint32_t size = name.size < NAME ? name.size : NAME;
        while (size < name.size && size > 0 && ((unsigned char)name.bytes[size] & 0xC0) == 0x80) {
            size--; /* no half character */
        }
        for (uint32_t k = 0; k < size; k++) {
            t->bytes[t->size++] = name.bytes[k];
        }
    }
    return n;
}

/* What was said, up to a word's end within the line. */
static void put_quote(struct title *t, struct gisa_span s) {
    uint32_t end = s.end;
    if (gisa_span_length(s) > TITLE_LENGTH) {
        end = s.begin + TITLE_LENGTH;
        while (end > s.begin + TITLE_LENGTH / 2 && t->r->d->cls[end] != GISA_CHAR_BLANK) {
            end--;
        }
    }
    t->bytes[t->size++] = ',';
    t->bytes[t->size++] = ' ';
    t->bytes[t->size++] = '"';
    put_span(t, (struct gisa_span){s.begin, end});
    t->bytes[t->size++] = '"';
}

static uint32_t cut_end(const struct gisa_event_reader *r, const struct gisa_token *t) {
    uint32_t row = 0;
    uint32_t left = r->a->sentences[t->sentence].span.end - t->span.begin;
    uint32_t n = gisa_trie_longest(&gisa_title_cut_trie, r->d->key + t->span.begin, left < CUT ? left : CUT, &row);
    return n && t->span.begin + n >= t->span.end ? t->span.begin + n : 0;
}

/* Closes who it is about: 회장은, or 은 behind a bracket. */
static bool ends_subject(const struct gisa_event_reader *r, const struct gisa_token *t, bool has_before) {
    uint32_t josa = t->ending == GISA_ENDING_NONE || gisa_event_is_noun(r, t) ? t->josa : 0;
    uint32_t alone = 0;
    if (has_before && !t->space_before && t->kind == GISA_TOKEN_WORD && t[-1].kind == GISA_TOKEN_PUNCT &&
        gisa_josa_tail(r->d, t->span.begin, t->span.end, &alone)) {
        josa = alone;
    }
    return josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT);
}

/* 벌일 | 예정이다: the title of a plan says so. Where it ends. */
static uint32_t plan_end(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t stop) {
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    uint32_t at = stop;
    while (at < s->span.end && r->d->cls[at] == GISA_CHAR_BLANK) {
        at++;
    }
    if (r->d->key[at] == 0xC801 /* 적 */ && at + 5 <= s->span.end) { /* 불이 난 | 적이 있다 */
        for (uint32_t i = at; i < at + 5; i++) {
            if (r->d->key[i] == 0xC788 /* 있 */) {
                while (i < s->span.end && r->d->cls[i] == GISA_CHAR_HANGUL) {
                    i++;
                }
                return i;
            }
        }
    }
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_modality_trie, r->d->key + at, s->span.end - at, &row);
    bool plan = n && x->status == GISA_STATUS_PLANNED && (gisa_modality_rows[row].modality & GISA_MODALITY_PLANNED);
    return plan ? at + n : stop;
}

/* 취임한 | 심상우 대표: whom the inner clause tells of stands behind it, and is named already. */
static bool is_of_head(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    enum { REACH = 24 };
    const struct gisa_analysis *a = r->a;
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, x->trigger.end);
    for (; x->is_inner && m < a->mention_count && a->mentions[m].span.begin < x->trigger.end + REACH; m++) {
        for (uint32_t i = 0; i < x->part_count; i++) {
            if (x->parts[i].entity == a->mentions[m].entity && is_subject(x, x->parts[i].role)) {
                return true;
            }
        }
    }
    return false;
}

/* 참여연대도: is who stands there named in front of the title? */
static bool is_named_at(const struct gisa_event_reader *r, const struct gisa_draft *x, struct gisa_span s) {
    const struct gisa_analysis *a = r->a;
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, s.begin);
    for (uint32_t i = 0; m < a->mention_count && a->mentions[m].span.begin == s.begin && a->mentions[m].span.end == s.end && i < x->part_count; i++) {
        if (x->parts[i].entity == a->mentions[m].entity && is_subject(x, x->parts[i].role)) {
            return true;
        }
    }
    return false;
}

/* (11월) | 중, (올해) | 안에: belongs to the time. */
static bool is_within(const struct gisa_event_reader *r, const struct gisa_token *t) {
    enum { JUNG = 0xC911, NAE = 0xB0B4, AN = 0xC548, DEUL = 0xB4E4, EO = 0xC5B4 /* 중 내 안 들어 */ };
    uint32_t c = r->d->key[t->span.begin];
    if (c == DEUL && gisa_span_length(t->span) == 2 && r->d->key[t->span.begin + 1] == EO) {
        return true; /* (올해) | 들어 */
    }
    return (c == JUNG || c == NAE || c == AN) && (gisa_span_length(t->span) == 1 || t->stem_end == t->span.begin + 1);
}

/* 사고 | 이튿날: does the noun only say from what the time counts? */
static bool is_of_time(const struct gisa_event_reader *r, const struct gisa_token *t, uint32_t time) {
    uint32_t row = 0;
    uint32_t n = gisa_span_length(t->span);
    return t->span.end + 1 == time && t->stem_end == t->span.end && gisa_trie_longest(&gisa_offset_noun_trie, r->d->key + t->span.begin, n, &row) == n;
}

/* Where the last comma of the words kept ends, or GISA_NONE. */
static uint32_t comma_in(const struct gisa_event_reader *r, const struct gisa_token *kept, uint32_t n) {
    while (n > 0 && r->d->key[kept[n - 1].span.begin] != ',') {
        n--;
    }
    return n ? kept[n - 1].span.end : GISA_NONE;
}

/* Does somebody named in front of the title stand there? */
static bool names_subject(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t begin, uint32_t end) {
    const struct gisa_analysis *a = r->a;
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, begin);
    for (; m < a->mention_count && a->mentions[m].span.begin < end; m++) {
        for (uint32_t i = 0; i < x->part_count; i++) {
            if (x->parts[i].entity == a->mentions[m].entity && is_subject(x, x->parts[i].role)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_midst(const struct gisa_event_reader *r, const struct gisa_token *t) { /* 가운데 */
    return gisa_span_length(t->span) == 3 && r->d->key[t->span.begin] == 0xAC00 && r->d->key[t->span.begin + 1] == 0xC6B4 &&
           r->d->key[t->span.begin + 2] == 0xB370;
}

static bool is_trigger(const struct gisa_draft *x, const struct gisa_token *t) {
    return t->span.begin < x->trigger.end && x->trigger.begin < t->span.end;
}

/* Where the word that holds the trigger ends: 설립|된. */
static uint32_t word_end(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    return r->a->tokens[gisa_seek_holding(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, x->trigger.end - 1)].span.end;
}

/* How many words stand up to the participant in the genitive whose thing it is; all of them if there is none. */
static uint32_t behind_owner(const struct gisa_event_reader *r, const struct gisa_draft *x, const struct gisa_token *out, uint32_t n) {
    for (uint32_t k = n; k-- > 0;) {
        if (out[k].josa & GISA_JOSA_GENITIVE && is_named_at(r, x, (struct gisa_span){out[k].span.begin, out[k].stem_end})) {
            return k + 1;
        }
    }
    return n;
}

/* Does a participant's own subject follow, before the trigger? */
static bool has_subject_behind(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t token) {
    const struct gisa_analysis *a = r->a;
    for (uint32_t i = token; i < a->token_count && a->tokens[i].span.begin < x->trigger.begin; i++) {
        if (a->tokens[i].ending == GISA_ENDING_CONNECTIVE || a->tokens[i].kind == GISA_TOKEN_PUNCT) {
            return false; /* a clause of its own */
        }
        if (a->tokens[i].josa == GISA_JOSA_SUBJECT && is_named_at(r, x, (struct gisa_span){a->tokens[i].span.begin, a->tokens[i].stem_end})) {
            return true;
        }
    }
    return false;
}

/* How many words stand before the name that ends at pos. */
static uint32_t before_name(const struct gisa_event_reader *r, const struct gisa_token *out, uint32_t n, uint32_t pos) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, pos);
    while (n > 0 && m > 0 && out[n - 1].span.begin >= r->a->mentions[m - 1].span.begin) {
        n--;
    }
    return n;
}

/* The clause's words worth keeping, the last TITLE_WORDS of them. */
static uint32_t words(const struct gisa_event_reader *r, const struct gisa_draft *x, bool named,
                      struct gisa_token out[TITLE_WORDS]) {
    const struct gisa_analysis *a = r->a;
    const struct gisa_sentence *s = &a->sentences[x->sentence];
    uint32_t time = gisa_seek_end(a->times, sizeof *a->times, 0, a->time_count, x->clause.begin + 1);
    uint32_t depth = 0;
    uint32_t n = 0;
    bool inner = x->is_inner && x->clause.end > x->trigger.end;
    bool of_head = inner && named && is_of_head(r, x);
    uint32_t stop = of_head ? word_end(r, x) : inner ? x->clause.end : plan_end(r, x, x->trigger.end);
    bool foreign = false; /* somebody else's subject is kept */
    bool apart = !x->is_nominal && !x->is_inner && x->quote == GISA_NONE && stop < x->clause.end; /* 서명은 … 이뤄졌다 */
    stop = apart ? x->clause.end : stop;
    bool seen = !named;
    bool in_time = false;
    bool gap = false;
    uint32_t cut = 0;
    for (uint32_t i = s->first_token; i < s->first_token + s->token_count && i < s->first_token + LOOK; i++) {
        struct gisa_token t = a->tokens[i];
        bool skipped = t.span.begin >= x->skip.begin && t.span.begin < x->skip.end;
        if (t.span.begin < x->clause.begin || skipped) {
            continue;
        }
        if (t.span.begin >= stop) {
            break;
        }
        while (time < a->time_count && a->times[time].span.end <= t.span.begin) {
            time++;
        }
        bool was_time = in_time;
        in_time = time < a->time_count && a->times[time].span.begin < t.span.end && !a->times[time].is_compared &&
                  a->times[time].type != GISA_TIME_DURATION; /* 징역 7년을 선고 */
        uint8_t cls = r->d->cls[t.span.begin];
        if (in_time && !was_time && n && is_of_time(r, &out[n - 1], t.span.begin)) {
            n--; /* (사고 이튿날) 대책본부를 꾸렸다 */
        }
        in_time = in_time || (was_time && (!t.space_before || is_within(r, &t))); /* the particle behind a bracket: (6월, 12월)에 */
        bool aside = depth > 0 || r->d->key[t.span.begin] == '(';
        depth += r->d->key[t.span.begin] == '(';
        depth -= depth > 0 && r->d->key[t.span.begin] == ')';
        cut = t.span.begin < cut ? cut : cut_end(r, &t); /* 이 자리에서 */
        if (aside || in_time || cut || (cls == GISA_CHAR_PUNCT && n == 0) || cls == GISA_CHAR_STOP) {
            gap = gap || cls == GISA_CHAR_STOP;
            continue;
        }
        t.space_before = t.space_before || gap; /* 통화…안네르센 */
        gap = false;
        if (x->is_inner && t.span.begin < x->trigger.begin && a->tokens[i].josa & GISA_JOSA_TOPIC && ends_subject(r, &a->tokens[i], i > s->first_token)) {
            n = 0; /* the topic of the whole sentence is not of the inner clause */
            continue;
        }
        if (n == 0 && t.ending == GISA_ENDING_CONNECTIVE && gisa_event_word_kind(r, i) == GISA_EVENTROLE_KIND_LIGHT && t.span.end <= x->trigger.begin) {
            continue; /* (짓기로) 하고 설계 공모를 마쳤다 */
        }
        if (n == 0 && gisa_event_word_kind(r, i) == GISA_EVENTROLE_KIND_AFTER) {
            continue; /* (면담한) 뒤 귀국 */
        }
        if (!x->is_inner && named && t.ending == GISA_ENDING_CONNECTIVE && r->d->key[t.span.end - 1] == JA && t.span.end <= x->trigger.begin) {
            n = 0; /* 협상이 길어지자 | (회사는) 계획을 접었다 */
            seen = false;
            continue;
        }
        if (!x->is_inner && n && is_midst(r, &t)) {
            n = 0; /* 300여 명이 참석한 가운데 | 착공식을 열었다 */
            continue;
        }
        bool subject = ends_subject(r, &a->tokens[i], i > s->first_token) || (a->tokens[i].josa & GISA_JOSA_ADDITIVE && is_named_at(r, x, (struct gisa_span){t.span.begin, a->tokens[i].stem_end}));
        subject = subject && !(a->tokens[i].josa & GISA_JOSA_SUBJECT && i + 1 < s->first_token + s->token_count && gisa_event_is_become(r, &a->tokens[i + 1])); /* 사장이 됐다 */
        bool own = subject && is_named_at(r, x, (struct gisa_span){t.span.begin, a->tokens[i].stem_end});
        if (!seen && subject && !own && named && a->tokens[i].josa == GISA_JOSA_SUBJECT && has_subject_behind(r, x, i + 1)) {
            foreign = true; /* 한빛이 | 낸 신청을 서울중앙지법이 기각했다 */
            subject = false;
        }
        if (!seen && own && foreign && n && a->tokens[i].josa == GISA_JOSA_SUBJECT) {
            seen = true;
            n = before_name(r, out, n, a->tokens[i].stem_end);
            continue;
        }
        if (!seen && subject && !(x->is_nominal && is_trigger(x, &t))) {
            seen = true;
            uint32_t kept = named && x->type == GISA_EVENT_LAUNCH && !is_named_at(r, x, (struct gisa_span){t.span.begin, a->tokens[i].stem_end}) ? behind_owner(r, x, out, n) : n;
            for (uint32_t k = kept; k < n; k++) {
                out[k - kept] = out[k]; /* (한빛전자의) 천안 | 공장은 가동에 들어갔다 */
            }
            n -= kept;
            if (!n) {
                continue;
            }
        }
        bool again = seen && named && n && a->tokens[i].josa & GISA_JOSA_TOPIC && subject && t.span.end <= x->trigger.begin;
        uint32_t comma = again ? comma_in(r, out, n) : GISA_NONE;
        bool right = again && is_named_at(r, x, (struct gisa_span){t.span.begin, a->tokens[i].stem_end}); /* (보고서를 보내자) 라온은 */
        if (right || (comma != GISA_NONE && names_subject(r, x, comma, t.span.end))) {
            n = 0; /* (차 대표는 내일 익산을,) 박 대표는 모레 | 서천을 방문한다 */
            continue;
        }
        if (n == TITLE_WORDS) {
            for (uint32_t k = 1; k < n; k++) {
                out[k - 1] = out[k];
            }
            n--;
        }
        if ((x->is_nominal || x->is_inner || stop > x->trigger.end) && t.span.end > stop) {
            t.span.end = stop;
        }
        out[n++] = t;
    }
    return n;
}

/* 늘었다고 밝혔다: what was told is 늘었다. */
static void cut_report(const struct gisa_document *d, struct gisa_span *last) {
    uint32_t end = last->end;
    bool report = end - last->begin > 2 && d->key[end - 2] == 0xB2E4 /* 다 */ &&
                  (d->key[end - 1] == 0xACE0 /* 고 */ || d->key[end - 1] == 0xBA70 /* 며 */ || d->key[end - 1] == 0xB294 /* 는 */);
    last->end -= report;
}

static bool is_topic(const struct gisa_token *t) { return t->ending == GISA_ENDING_NONE && t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)); }

/* (다우지수는 0.6% 오른) 4만6210, | 나스닥지수는 1.5% 뛴 2만3945에 마감했다: a cut title begins with the last item that has a subject of its own. */
static uint32_t behind_list(const struct gisa_event_reader *r, const struct gisa_token *kept, uint32_t from, uint32_t n) {
    for (uint32_t i = from; i + 1 < n; i++) {
        if (r->d->key[kept[i].span.begin] == ',' && is_topic(&kept[i + 1])) {
            return i + 1;
        }
    }
    return from;
}

/* 코스피는 … 2천610에 거래를 마쳤다: what a cut title tells of, where the words left do not. */
static void put_topic(struct title *t, const struct gisa_token *kept, uint32_t from, uint32_t n) {
    static const char gap[] = " \xE2\x80\xA6";
    uint32_t topic = GISA_NONE;
    for (uint32_t i = from; i < n; i++) {
        if (is_topic(&kept[i])) {
            return;
        }
    }
    for (uint32_t i = 0; i < from; i++) {
        topic = kept[i].josa & GISA_JOSA_TOPIC && is_topic(&kept[i]) ? i : topic;
    }
    uint32_t first = topic;
    while (topic != GISA_NONE && first > 0 && !kept[first].space_before) {
        first--;
    }
    for (uint32_t i = first; topic != GISA_NONE && i <= topic; i++) {
        put_span(t, kept[i].span);
    }
    for (uint32_t i = 0; topic != GISA_NONE && gap[i]; i++) {
        t->bytes[t->size++] = gap[i];
    }
}

struct gisa_bytes_view gisa_event_title(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    struct title t = {r, gisa_arena_alloc(r->run->arena, 512, 1), 0};
    struct gisa_token kept[TITLE_WORDS];
    if (!t.bytes) {
        return (struct gisa_bytes_view){NULL, 0};
    }
    uint32_t named = names(&t, x);
    bool marked = x->quote != GISA_NONE && r->a->quotes[x->quote].kind != GISA_QUOTE_INDIRECT;
    if (marked && named) {
        put_quote(&t, r->a->quotes[x->quote].content);
        return (struct gisa_bytes_view){t.bytes, t.size};
    }
    uint32_t n = words(r, x, named > 0, kept);
    if (n) {
        cut_report(r->d, &kept[n - 1].span);
    }
    uint32_t from = n;
    uint32_t length = 0;
    while (from > 0 && length + gisa_span_length(kept[from - 1].span) + 1 <= TITLE_LENGTH) {
        length += gisa_span_length(kept[--from].span) + 1;
    }
    while (from > 0 && from < n && length + gisa_span_length(kept[from - 1].span) + 1 <= TITLE_LENGTH + LEEWAY && kept[from - 1].kind == GISA_TOKEN_WORD && !kept[from - 1].josa &&
           kept[from - 1].ending == GISA_ENDING_NONE && kept[from].space_before) {
        length += gisa_span_length(kept[--from].span) + 1; /* 런던 | 선물거래소에서: the whole name */
    }
    bool is_cut = from > 0; /* then it may begin inside a phrase: (돈을) 준 혐의를 받는, (헬리오스)과 */
    while (from + 1 < n && (r->d->cls[kept[from].span.begin] == GISA_CHAR_PUNCT || !kept[from].space_before ||
                            (is_cut && kept[from].ending == GISA_ENDING_ADNOMINAL && !is_trigger(x, &kept[from])))) {
        from++;
    }
    if (named && from < n) {
        t.bytes[t.size++] = ',';
    } else if (is_cut && from < n) {
        from = behind_list(r, kept, from, n);
        put_topic(&t, kept, from, n);
    }
    for (uint32_t i = from; i < n; i++) {
        if (t.size && (kept[i].space_before || i == from)) {
            t.bytes[t.size++] = ' ';
        }
        put_span(&t, kept[i].span);
    }
    if (!t.size) {
        struct gisa_span s = x->trigger;
        s.end = gisa_span_length(s) > TITLE_LENGTH ? s.begin + TITLE_LENGTH : s.end;
        put_span(&t, s);
    }
    return (struct gisa_bytes_view){t.bytes, t.size};
}
