/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_RESOLVE_H
#define GISA_TIME_RESOLVE_H

/* From atoms to calendar: what a matched row of atoms means, given the publication day, what the story told before
 * and the tense of the clause. A point is one calendar value; a range is two of them. */
#include "gisa/analysis.h"
#include "time/calendar.h"
#include "time/lex.h"

struct gisa_point {
    uint8_t precision; /* enum gisa_precision; NONE = unset (open end of a range) */
    bool has_year;     /* else written XXXX */
    int year;
    int month;         /* 0 = unknown: XX */
    int day;           /* 0 = unknown: XX */
    int sub;           /* 21..24, 33..36, 40, 41; ISO week; decade (199) or century (19) */
    int hour;          /* -1 = none */
    int minute;        /* -1 = none */
    int second;        /* -1 = none */
    int dpart;         /* -1 = none */
    uint8_t mod;       /* enum gisa_mod */
    uint8_t anchor;    /* enum gisa_anchor */
    bool approx;
    bool ambiguous;
    bool fiscal;
    const char *reason; /* static */
    int other_year, other_month; /* the second best reading of a day or month, same day; year 0 = none */
    float other_score;           /* its share of the weight, 0..0.5 */
};

struct gisa_story { /* the state of reading */
    struct gisa_date day;     /* the last day the narrator stood on; year 0 = none */
    struct gisa_date told;    /* the last day told, background as well: 이튿날, 같은 날 are counted from it */
    struct gisa_date plan;    /* a day to come told behind it; year 0 = none */
    struct gisa_point period_end; /* of a range of months told as the period; precision NONE = none */
    int year, month;          /* 0 = none */
    struct gisa_point last;   /* the last DATE of any precision */
    struct gisa_point period; /* the last quarter, half or month */
};

struct gisa_time_context {
    struct gisa_date before; /* the day told last, where 앞서 says that this one lies before it; year 0 = none */
    bool is_start;      /* 부터 follows: what is told in the present has not begun yet */
    bool is_plan_near;  /* story.plan was told in this sentence or the one before */
    struct gisa_date decided; /* the day on which the sentence says that it was decided: 11일 총회를 열어 12일 상정하기로 했다; year 0 = none */
    bool is_told_vague; /* the last time of this sentence is a month or longer: no day stands behind 다음 날 */
    const struct gisa_calendar *calendar;
    struct gisa_moment published; /* year 0 = unknown */
    struct gisa_story story;
    struct gisa_point inherit; /* what the member before gives to a list or range; precision NONE = nothing */
    bool is_range_end;
    uint8_t tense; /* enum gisa_tense */
    struct gisa_point stand; /* where a duration begins when its clause tells it (3월 … 향후 15년간, 5일부터 사흘간) */
    bool runs_from_stand;    /* ... though no 향후 says so */
    bool is_agreed;   /* 10일 인수하기로 했다: the day of the decision or of what was decided, the nearer one */
    bool is_reported; /* a plan or a present told in the past: 13일 출시한다고 밝혔다 */
    bool is_stated; /* the expression itself is the predicate: 23일이다 */
};

struct gisa_frame { /* the atom of each class (GISA_TIME_WORD_CLASS_...), or NULL */
    const struct gisa_atom *slot[64];
    uint32_t count;
};

/* resolve.c: dates. All return false when the words make no date (31 June) or none can be told. */
bool gisa_resolve_point(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *out);
/* resolve_feast.c */
bool gisa_resolve_feast(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *a,
                        struct gisa_point *b);
int32_t gisa_trading_day_before(const struct gisa_calendar *c, int32_t days);
/* resolve_clock.c: the clock time onto a day that is resolved. */
bool gisa_resolve_clock(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *p);
/* resolve_offset.c */
bool gisa_resolve_offset(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_point *out);

/* Helpers shared by them. */
struct gisa_point gisa_point_none(void);
struct gisa_point gisa_point_day(int32_t days);
int32_t gisa_point_days(const struct gisa_point *p); /* of a day with year */
bool gisa_has_published(const struct gisa_time_context *x);
int32_t gisa_published_days(const struct gisa_time_context *x);
void gisa_add_months(int *year, int *month, int add);

/* format.c: EDTF into out (at least 48 bytes), NUL ended; days of a point, false when it has no year. */
uint32_t gisa_point_format(const struct gisa_point *p, char *out, uint32_t size);
bool gisa_point_bounds(const struct gisa_point *p, struct gisa_date *from, struct gisa_date *to);

#endif
