/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_STORY_H
#define GISA_TIME_STORY_H

/* Inside the time pass: its state, and the part of it that is the story (time.md, section 3): the day the narrator stands on,
 * background that ends with its paragraph, days of plans and days of the telling. */
#include "pass.h"
#include "time/match.h"
#include "time/resolve.h"

struct gisa_time_pass {
    struct gisa_date news_day; /* the day the story stands on: the last told without 지난, or the first; year 0 = none */
    uint32_t news_segment;     /* where the paragraph begins that told the first */
    uint32_t told_sentence;    /* in which the last day was told */
    uint32_t told_end;         /* where its words end */
    uint32_t noun_josa;        /* of the noun that the clause of the last told day stands before: 1월 22일 세운 신고가를; 0 = none */
    struct gisa_date day_before; /* the story's before that day was told; year 0 = none */
    uint32_t noun_sentence;    /* the last one that told a day only of somebody it names, and goes on now: 7월 9일 임명된 위원장이 맡고 있다 */
    bool is_earlier;           /* the last day told lies before the story's: 이날 of an occasion may be it */
    uint32_t plan_sentence;    /* in which the day to come was told */
    uint32_t eve_told;         /* the sentence that told the eve of the day of its telling */
    struct gisa_date tell_day; /* that day: 22일 본부에 따르면 전날 불이 나 이날 꺼졌다 */
    uint32_t eve_sentence;     /* that told 전날, from which 이날 goes on */
    uint32_t same_as;          /* code point where the month or day stands that 두 달 뒤인, 닷새 뒤인 tells too; 0: none */
    struct gisa_date same_day; /* that day; year 0: a month */
    bool is_told_aside;        /* the last day of the paragraph before was background */
    bool is_heading;           /* a headline or caption: its days do not move the story */
    struct gisa_date report_day, held_day; /* …했다고 19일 밝혔다: the day of the telling, and that of what was told; year 0 = none */
    bool is_aside;             /* the sentence opens with 앞서, 한편 */
    bool is_report;            /* the last day told is that of the telling: …했다고 19일 밝혔다 */
    bool is_background;        /* the last day told is another: 지난 12일 */
    uint32_t near_noun, near_sentence; /* row of the last one told of, background too, and the sentence that told it; GISA_NONE = none */
    struct gisa_date near_day;
    struct gisa_date *noun_day; /* [row of offset_noun.tsv] the day such a happening was told of; year 0 = none */
    struct gisa_run *run;
    const struct gisa_document *doc;
    struct gisa_atoms atoms;
    struct gisa_time_context x;
    struct gisa_story story;      /* of the paragraphs */
    struct gisa_point list;       /* the point before in the sentence, for lists */
    uint32_t list_end;            /* where it ends */
    struct gisa_point chain;      /* the last day of the sentence whose month was told: 지난달 5일 …, 11일; no precision = none */
    uint32_t chain_sentence;      /* in which it was */
    struct gisa_span sentence;
    uint32_t sentence_index;
    uint32_t last_sentence;       /* in which story.last was told */
    uint32_t first_sentence;      /* of the paragraph */
    uint32_t last_segment;        /* where its paragraph begins */
    struct gisa_span segment;
    struct gisa_bytes_view zone;  /* of the paragraph */
    uint32_t zone_entity;
    uint32_t scanned;             /* quotes and brackets are counted up to here */
    uint32_t depth;
    bool quoted;
    bool is_day_first;            /* the words behind a figure do not belong to it: 13일 세 차례 */
    uint32_t day_atoms;           /* how many atoms the figure is, where is_day_first */
    struct gisa_time *times;
    uint32_t count, cap;
    bool no_memory;
};

/* A time was told: moves the day, month, year and period that later words are counted from; a to b when is_range. */
void gisa_story_tell(struct gisa_time_pass *p, const struct gisa_frame *f, const struct gisa_time *t,
                     const struct gisa_point *a, const struct gisa_point *b, bool is_range);
/* The happening (row of offset_noun.tsv) that stands right before pos: 사고 | 이튿날; GISA_NONE if none does. */
uint32_t gisa_story_noun_before(const struct gisa_time_pass *p, uint32_t pos);
/* The day such a happening was told of: of the sentence before, else of the news; year 0 = none. */
struct gisa_date gisa_story_noun_day(const struct gisa_time_pass *p, uint32_t noun);
/* 이날: the day the story stands on. */
bool gisa_story_is_this_day(const struct gisa_frame *f);
/* Does what was held that day stand right behind: (이날) 면담에는, 행사에서? */
bool gisa_story_is_occasion(const struct gisa_time_pass *p, uint32_t at);
/* Do words to the press follow the expression that ends at `at` (통화에서, 기자와)? */
bool gisa_story_is_press(const struct gisa_time_pass *p, uint32_t at);
/* 소식이 전해진 | 이날: do the words before pos say which day it is? */
bool gisa_story_is_told_which(const struct gisa_time_pass *p, uint32_t pos);
/* Does the text at `at` change the scene: 한편, 앞서? */
bool gisa_story_changes_scene(const struct gisa_time_pass *p, uint32_t at, uint32_t end);
/* A heading or caption has its own copy of the state; a paragraph goes on where the last one stopped, and keeps only
 * the year when it opens with a word that changes the scene (한편, 앞서). */
void gisa_story_open(struct gisa_time_pass *p, const struct gisa_segment *s);

#endif
