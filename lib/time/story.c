/* SPDX-License-Identifier: Apache-2.0 */
#include "time/story.h"

#include "aftermath_lex.h"
#include "eventrole_lex.h"
#include "occasion_lex.h"
#include "offset_noun_lex.h"
#include "press_word_lex.h"
#include "quote_verb_lex.h"
#include "text/charclass.h"
#include "text/seek.h"
#include "time/since.h"

#include <string.h>

#define SLOT(f, name) ((f)->slot[GISA_TIME_WORD_CLASS_##name])

enum { NEWS_DAYS = 31 }; /* a day further back than that before the publication is background */

/* 29일 소방본부에 따르면 | 전날 오후 2시께 (불이 났다): behind the day of the telling, the eve's clock begins the story. */
static bool is_eve_told(const struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_time *t, const struct gisa_point *a) {
    enum { REACH = 64 };
    const struct gisa_atom *drel = SLOT(f, DREL);
    bool eve = drel && drel->m == 1 && drel->n == -1 && a->precision <= GISA_PRECISION_DAYPART;
    if (!eve || !p->told_end || p->told_sentence != p->sentence_index || t->span.begin > p->told_end + REACH) {
        return false;
    }
    for (uint32_t at = p->told_end; at < t->span.begin; at++) {
        uint32_t row = 0;
        if (p->doc->cls[at - 1] == GISA_CHAR_BLANK &&
            gisa_trie_longest(&gisa_eventrole_trie, p->doc->key + at, t->span.begin - at, &row) > 0 &&
            gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_ACCORDING) {
            return true;
        }
    }
    return false;
}

static bool moves_story(const struct gisa_frame *f) {
    const struct gisa_atom *drel = SLOT(f, DREL), *yrel = SLOT(f, YREL), *mrel = SLOT(f, MREL);
    return !(drel && (drel->m == 4 || (drel->m == 1 && drel->n < 0))) && !(yrel && yrel->m == 3) &&
           !(mrel && mrel->m == 3) && !SLOT(f, PREVQ);
}

/* Does a verb of telling stand right behind: (했다고) 19일 밝혔다? */
static bool is_report(const struct gisa_time_pass *p, uint32_t at) {
    while (at < p->sentence.end && p->doc->cls[at] != GISA_CHAR_BLANK) {
        at++;
    }
    at++;
    uint32_t row = 0;
    return at < p->sentence.end && gisa_trie_longest(&gisa_quote_verb_trie, p->doc->key + at, p->sentence.end - at, &row) > 0 &&
           gisa_quote_verb_rows[row].kind <= GISA_QUOTE_VERB_KIND_STEM;
}

/* The happening that a token tells, as a noun or, where verbs count, with 하다 or 되다 (공시했다); GISA_NONE if it tells none. */
static uint32_t happening(const struct gisa_time_pass *p, const struct gisa_token *w, bool verbs) {
    static const uint32_t light[] = {0xD588, 0xD558, 0xD55C, 0xD574, 0xD560, 0xB410, 0xB418, 0xB41C, 0xB3FC}; /* 했하한해할됐되된돼 */
    uint32_t row = 0;
    uint32_t whole = gisa_span_length(w->span);
    uint32_t n = w->kind == GISA_TOKEN_WORD ? gisa_trie_longest(&gisa_offset_noun_trie, p->doc->key + w->span.begin, whole, &row) : 0;
    bool told = n && n == w->stem_end - w->span.begin;
    for (uint32_t i = 0; verbs && n && n < whole && i < sizeof light / sizeof light[0]; i++) {
        told = told || p->doc->key[w->span.begin + n] == light[i];
    }
    return told ? row : GISA_NONE;
}

uint32_t gisa_story_noun_before(const struct gisa_time_pass *p, uint32_t pos) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, pos);
    const struct gisa_token *w = t > s->first_token ? &a->tokens[t - 1] : NULL;
    bool right = w && w->span.end + 1 == pos && w->stem_end == w->span.end; /* 출산 ends like a verb */
    return right ? happening(p, w, false) : GISA_NONE;
}

/* 17일 화재 | 현장에서, 화재를 | 수사 중인: the day is of what came after the incident. */
static bool is_aftermath(const struct gisa_time_pass *p, const struct gisa_token *w) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_token *next = w + 1 < a->tokens + a->token_count && w[1].sentence == w->sentence ? w + 1 : NULL;
    uint32_t row = 0;
    return next && (!w->josa || w->josa & (GISA_JOSA_OBJECT | GISA_JOSA_GENITIVE)) && w->ending == GISA_ENDING_NONE &&
           gisa_trie_longest(&gisa_aftermath_trie, p->doc->key + next->span.begin, gisa_span_length(next->span), &row) > 0;
}

/* 18일 새벽 아파트에서 난 불로, 사고는 18일 일어났다: what was told of the day, in the words around it up to a comma. */
static void tell_nouns(struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_time *t, struct gisa_date day) {
    enum { REACH = 16 /* tokens on each side */ };
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t end = s->first_token + s->token_count;
    uint32_t at = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, end, t->span.end);
    const bool counted = SLOT(f, DREL) || SLOT(f, AGO) || SLOT(f, LATER); /* 계약 이틀 뒤: the noun before is of another day */
    const int sides = counted || p->told_sentence == p->sentence_index ? 1 : 2; /* what stands before a second day is of the first */
    for (int side = 0; side < sides; side++) {
        for (uint32_t i = 0; i < REACH; i++) {
            if (side ? at < s->first_token + i + 1 : at + i >= end) {
                break;
            }
            const struct gisa_token *w = &a->tokens[side ? at - i - 1 : at + i];
            if (w->kind == GISA_TOKEN_PUNCT && p->doc->key[w->span.begin] == ',') {
                break;
            }
            uint32_t row = happening(p, w, true);
            bool first = row != GISA_NONE && gisa_offset_noun_rows[row].incident == GISA_OFFSET_NOUN_INCIDENT_YES;
            if (row != GISA_NONE && !first) { /* an accident of the article is its news */
                p->near_noun = row;
                p->near_day = day;
                p->near_sentence = p->sentence_index;
            }
            bool known = row != GISA_NONE && p->noun_day[row].year;
            bool older = known && gisa_has_published(&p->x) && gisa_published_days(&p->x) - gisa_days_from_date(day) > NEWS_DAYS &&
                         gisa_days_from_date(p->noun_day[row]) > gisa_days_from_date(day); /* background leaves what is news */
            if (row != GISA_NONE && !(known && (first || older)) && !(first && is_aftermath(p, w))) {
                p->noun_day[row] = day;
            }
        }
    }
}

/* 7월 9일 임명된 | 위원장이 맡고 있다: is the day behind which the text goes on at pos only that of a clause before a noun, in a sentence of now? */
static bool is_of_noun(const struct gisa_time_pass *p, uint32_t pos) {
    enum { REACH = 4 /* tokens */, GO = 0xACE0 /* 고 */, IT = 0xC788 /* 있 */ };
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, end, pos);
    uint32_t stop = t + REACH;
    while (t < end && t < stop && a->tokens[t].ending == GISA_ENDING_NONE) {
        t++;
    }
    uint32_t last = end;
    while (last > s->first_token && a->tokens[last - 1].kind != GISA_TOKEN_WORD) {
        last--;
    }
    const struct gisa_token *w = last > s->first_token ? &a->tokens[last - 1] : NULL;
    bool now = w && w->ending == GISA_ENDING_FINAL && w->tense == GISA_TENSE_PRESENT;
    now = now && (p->doc->key[w->span.begin] != IT || (last > s->first_token + 1 && p->doc->key[w[-1].span.end - 1] == GO)); /* 맡고 있다; 설명한 바 있다 is past */
    return now && t < end && t < stop && a->tokens[t].ending == GISA_ENDING_ADNOMINAL && a->tokens[t].tense == GISA_TENSE_PAST;
}

/* The particle of the noun that a clause of the day at pos stands before, in the past: 1월 22일 세운 신고가를, 15일 내준 LG는; 0 if there is none. */
static uint32_t josa_of_noun(const struct gisa_time_pass *p, uint32_t pos) {
    enum { REACH = 6 /* tokens */ };
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t end = s->first_token + s->token_count;
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, end, pos);
    uint32_t stop = t + REACH < end ? t + REACH : end;
    while (t < stop && a->tokens[t].ending == GISA_ENDING_NONE) {
        t++;
    }
    bool before = t < stop && a->tokens[t].ending == GISA_ENDING_ADNOMINAL && a->tokens[t].tense == GISA_TENSE_PAST;
    for (uint32_t i = t + 1; before && i < end && i <= t + REACH && a->tokens[i].ending == GISA_ENDING_NONE; i++) {
        if (a->tokens[i].josa & ~(uint32_t)GISA_JOSA_GENITIVE) {
            return a->tokens[i].josa;
        }
    }
    return 0;
}

bool gisa_story_is_told_which(const struct gisa_time_pass *p, uint32_t pos) {
    const struct gisa_analysis *a = p->run->out;
    const struct gisa_sentence *s = &a->sentences[p->sentence_index];
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, pos);
    return t > s->first_token && a->tokens[t - 1].span.end + 1 == pos && a->tokens[t - 1].ending == GISA_ENDING_ADNOMINAL;
}

void gisa_story_tell(struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_time *t, const struct gisa_point *a,
                       const struct gisa_point *b, bool is_range) {
    struct gisa_story *s = &p->x.story;
    bool eve = is_eve_told(p, f, t, a);
    if (eve) {
        p->eve_told = p->sentence_index;
        p->tell_day = s->day;
    }
    const struct gisa_atom *drel = SLOT(f, DREL);
    bool last_eve = drel && drel->m == 1 && drel->n == -1 && !eve && a->has_year && a->day && !t->in_quote && !p->depth && !p->is_heading;
    if (last_eve) { /* 전날 체포됐다. 같은 날 압수수색했다 */
        s->told = (struct gisa_date){(int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day};
    }
    if (t->in_quote || p->depth || !(moves_story(f) || eve) || !a->has_year || !a->precision) {
        return;
    }
    s->last = *a;
    p->last_sentence = p->sentence_index;
    p->last_segment = p->segment.begin;
    bool is_sub = a->precision == GISA_PRECISION_QUARTER || a->precision == GISA_PRECISION_HALF;
    if (is_sub || a->precision == GISA_PRECISION_MONTH) {
        s->period = *a;
        s->period_end = is_range && b->precision == GISA_PRECISION_MONTH && b->has_year ? *b : gisa_point_none();
    }
    if (a->precision <= GISA_PRECISION_YEAR && a->precision != GISA_PRECISION_WEEK) {
        s->year = is_range && b->has_year && b->year > a->year ? b->year : a->year; /* 2020년 4월부터 2021년 8월까지 … 같은 해 */
    }
    if (a->month) {
        s->month = a->month;
    }
    if (a->day && is_range && gisa_has_published(&p->x) &&
        gisa_days_from_date((struct gisa_date){(int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day}) > gisa_published_days(&p->x)) {
        s->plan = (struct gisa_date){(int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day};
        p->plan_sentence = p->sentence_index;
    }
    bool hour = is_range && !b->precision && a->precision <= GISA_PRECISION_DAYPART; /* 21일 오전 9시쯤부터 */
    const struct gisa_sentence *sentence = &p->run->out->sentences[p->sentence_index];
    bool since = gisa_time_opens(p->run->out, sentence->first_token, sentence->first_token + sentence->token_count, t->span.end);
    struct gisa_date day = {(int16_t)a->year, (uint8_t)a->month, (uint8_t)a->day};
    if (a->day && is_range && !t->from.year && !p->is_heading && gisa_has_published(&p->x) && gisa_published_days(&p->x) > gisa_days_from_date(day)) {
        s->told = day; /* 28일까지 교섭했다. 이튿날 결렬을 선언했다 */
        p->told_sentence = p->sentence_index;
    }
    if (!a->day || (is_range && !hour) || since) {
        return;
    }
    int32_t age = gisa_has_published(&p->x) ? gisa_published_days(&p->x) - gisa_days_from_date(day) : 0;
    if (age < 0) {
        p->plan_sentence = p->sentence_index;
        s->plan = day; /* no day the narrator stands on, but 이날 of a plan may mean it */
        return;
    }
    if (!p->is_heading) {
        tell_nouns(p, f, t, day);
    }
    p->day_before = s->day;
    s->day = day;
    s->plan = (struct gisa_date){0};
    const struct gisa_atom *dir = SLOT(f, DIR), *mrel = SLOT(f, MREL);
    bool is_first = !p->news_day.year || p->segment.begin == p->news_segment; /* the paragraph that opens the story */
    bool is_other = (dir && dir->n < 0) || (mrel && mrel->n < 0); /* 지난 2일, behind 11일 in one paragraph too */
    bool is_past = age > NEWS_DAYS || (p->news_day.year && is_other) || (!is_first && p->is_aside);
    p->is_report = p->told_sentence == p->sentence_index && s->told.year && is_report(p, t->span.end);
    if (p->is_report) {
        p->report_day = day;
        p->held_day = s->told;
    }
    s->told = p->is_report ? s->told : day; /* the day of the telling is none of what is told */
    bool is_own = !eve && p->news_day.year && gisa_has_published(&p->x) && gisa_published_days(&p->x) - gisa_days_from_date(p->news_day) <= 1; /* 19일 공시했다. 계약은 18일 체결됐다 */
    for (uint32_t i = 0; is_own && i < gisa_offset_noun_count; i++) { /* 사고는 18일 났다: the day of an accident stays the story's */
        is_own = gisa_offset_noun_rows[i].incident != GISA_OFFSET_NOUN_INCIDENT_YES || memcmp(&p->noun_day[i], &day, sizeof day) != 0;
    }
    bool is_earlier = (!is_first || is_own) && !is_past && gisa_days_from_date(day) < gisa_days_from_date(p->news_day);
    p->told_sentence = p->sentence_index;
    p->told_end = t->span.end;
    p->noun_sentence = !p->is_heading && is_of_noun(p, t->span.end) ? p->sentence_index : p->noun_sentence;
    if (p->is_heading) {
        return;
    }
    p->noun_josa = josa_of_noun(p, t->span.end);
    p->is_background = is_past;
    p->is_earlier = is_earlier;
    if (!is_past && !is_earlier) {
        p->news_segment = p->news_day.year ? p->news_segment : p->segment.begin;
        p->news_day = day;
    }
}

struct gisa_date gisa_story_noun_day(const struct gisa_time_pass *p, uint32_t noun) {
    bool near = p->near_noun == noun && p->near_sentence >= p->first_sentence && p->sentence_index - p->near_sentence == 1; /* 7월 7일 기소했다. 당은 기소 당일 제명했다 */
    return near ? p->near_day : p->noun_day[noun];
}

bool gisa_story_is_this_day(const struct gisa_frame *f) {
    const struct gisa_atom *drel = SLOT(f, DREL);
    return drel && drel->m == 1 && drel->n == 0;
}

bool gisa_story_is_occasion(const struct gisa_time_pass *p, uint32_t at) {
    uint32_t row = 0;
    at += at < p->sentence.end && p->doc->cls[at] == GISA_CHAR_BLANK;
    return at < p->sentence.end && gisa_trie_longest(&gisa_occasion_trie, p->doc->key + at, p->sentence.end - at, &row) > 0;
}

/* 이날 기자와의 통화에서, 이날 낸 보고서에서: words given to the press are of the day of the telling. */
bool gisa_story_is_press(const struct gisa_time_pass *p, uint32_t at) {
    enum { REACH = 24 };
    bool quoted = false;
    for (uint32_t end = at + REACH < p->sentence.end ? at + REACH : p->sentence.end; at < end && !quoted; at++) {
        uint32_t row = 0;
        bool begins = p->doc->cls[at - 1] == GISA_CHAR_BLANK;
        if (begins && gisa_trie_longest(&gisa_press_word_trie, p->doc->key + at, p->sentence.end - at, &row)) {
            return true;
        }
        quoted = gisa_is_quote_key(p->doc->key[at]) || p->doc->key[at] == ',';
    }
    return false;
}

bool gisa_story_changes_scene(const struct gisa_time_pass *p, uint32_t at, uint32_t end) {
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_time_word_trie, p->doc->key + at, end - at, &row) &&
           gisa_time_word_rows[row].class == GISA_TIME_WORD_CLASS_SCENE && gisa_time_word_rows[row].m == 0;
}

void gisa_story_open(struct gisa_time_pass *p, const struct gisa_segment *s) {
    p->segment = s->span;
    p->is_heading = s->kind != GISA_SEGMENT_PARAGRAPH;
    if ((p->is_background || p->is_earlier) && p->story.day.year && p->news_day.year) { /* background told in a paragraph ends with it */
        p->story.day = p->news_day;
    }
    p->is_told_aside = p->is_background;
    p->is_background = false;
    p->x.story = p->story;
    p->zone = (struct gisa_bytes_view){NULL, 0};
    p->zone_entity = GISA_NONE;
    p->quoted = false;
    p->depth = 0;
    p->scanned = s->span.begin;
    if (gisa_story_changes_scene(p, s->span.begin, s->span.end)) {
        p->x.story.day = p->x.story.told = (struct gisa_date){0};
        p->x.story.month = 0;
    }
}
