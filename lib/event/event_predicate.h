/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_PREDICATE_H
#define GISA_EVENT_PREDICATE_H

/* Words that say something happens, and what they do to their clause: triggers, boundaries, status, tense. */
#include "event/event.h"

enum { GISA_WAITING = 16 };

struct gisa_trigger {
    uint32_t token; /* GISA_NONE = none */
    uint32_t row;
    struct gisa_span span;
    bool is_noun;
    bool is_inflected; /* 방문했다; a bare noun has a particle or nothing behind it */
    uint8_t type;
    bool is_weak;
};

enum gisa_boundary {
    GISA_BOUNDARY_NONE,
    GISA_BOUNDARY_ADNOMINAL,  /* stands in front of a noun: 인수한 회사 */
    GISA_BOUNDARY_CONNECTIVE, /* 만나고, 만나 */
    GISA_BOUNDARY_AFTER,      /* 만난 뒤 */
    GISA_BOUNDARY_FRAME,      /* 방한할 때: dates, but tells nothing */
    GISA_BOUNDARY_QUOTATIVE,  /* 인수했다고 */
    GISA_BOUNDARY_UNREAL,     /* a purpose, a condition */
    GISA_BOUNDARY_FINAL
};

struct gisa_sentence_state { /* what the reading of one sentence carries from word to word */
    uint32_t sentence, first, end;
    uint32_t clause_first;
    uint32_t wait[GISA_WAITING]; /* times not yet taken */
    uint32_t wait_count;
    uint32_t current;    /* time of the clause before, or GISA_NONE */
    uint32_t set;        /* a SET of the sentence, or GISA_NONE */
    uint32_t duration;
    uint32_t reporter;   /* 경찰에 따르면 */
    struct gisa_trigger noun; /* last bare noun trigger of the clause */
    struct gisa_trigger phrase; /* a verb of several words, 문을 열었다, until its last word is read */
    uint32_t first_draft;
    uint32_t held;       /* a joined predicate without a trigger, told if no later one takes its time; GISA_NONE */
    uint32_t held_first; /* first token of its clause */
    uint32_t held_time;
    uint32_t moved;      /* the time a plan is put on (다음 달 4일로 | 미뤘다), or GISA_NONE */
    uint32_t harmed;     /* time of the incident that 이 사고로 points at, or GISA_NONE */
    uint32_t harm;       /* its draft, or GISA_NONE */
    uint32_t denied;     /* last token of what the sentence denies, or GISA_NONE: gisa_event_denied() */
    bool is_anaphoric;   /* 이 자리에는 */
    bool is_heading;
    bool is_pressed;     /* 기자와, 취재진을: who is met only asks */
    bool is_stale;       /* the waiting time stands at an inner clause: good for a known trigger only */
    bool is_owned;       /* an inner clause near it may own it: nobody spoke then */
    bool has_report;     /* a -다고 clause stands before: what the next verb of telling tells */
    bool has_condition;  /* 답이 없으면: what follows hangs on it */
    bool is_spoken;      /* a quotation of the sentence has its date */
};

static const struct gisa_trigger gisa_no_trigger = {.token = GISA_NONE};

static inline bool gisa_event_is_venue(uint8_t type) {
    return type == GISA_EVENT_GATHERING || type == GISA_EVENT_MEETING;
}

/* Is the draft of something that people come to? */
static inline bool gisa_draft_is_occasion(const struct gisa_draft *x) {
    return gisa_event_is_venue(x->type) || x->is_sitting;
}

/* Does 하다, 되다, 받다 ... begin so behind a noun? */
bool gisa_event_inflects(uint32_t ch);
/* The trigger in a word, or one whose token is GISA_NONE. */
struct gisa_trigger gisa_trigger_at(const struct gisa_event_reader *r, uint32_t token);
/* 출시한|다고, 받는|다고: reported speech of what is now or to come. */
bool gisa_event_is_plain_present(const struct gisa_event_reader *r, const struct gisa_token *t);
/* Does a word of plans begin at the token: 예정, 목표다? */
bool gisa_event_is_plan(const struct gisa_event_reader *r, uint32_t token);
/* Kind of the eventrole.tsv word that begins at the token; UINT8_MAX = none. */
uint8_t gisa_event_word_kind(const struct gisa_event_reader *r, uint32_t token);
/* Does 후, 뒤 ... follow the token? *kind = kind of the word behind it. */
bool gisa_event_is_before_after(const struct gisa_event_reader *r, uint32_t token, uint32_t end, uint8_t *kind);
/* What a word does to its clause. */
enum gisa_boundary gisa_event_boundary(const struct gisa_event_reader *r, const struct gisa_sentence_state *z,
                                       uint32_t token, const struct gisa_trigger *g);
/* enum gisa_event_status of what the predicate tells; *unreal is set for what may never be. */
uint8_t gisa_event_status(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token,
                          enum gisa_boundary b, bool *unreal);
/* enum gisa_tense, of reported speech too. */
uint8_t gisa_event_tense(const struct gisa_event_reader *r, const struct gisa_token *t);
/* Does the sentence end with the word, by 다 of 이다 or without a verb: 6시다, 목표다; 오전 8시. */
bool gisa_event_is_last(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* 점검하고 | 있다고, 있는: does it go on? */
bool gisa_event_is_going_on(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* 점검하고 | 있다: does the sentence end with what goes on? */
bool gisa_event_is_progressive(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, uint32_t token);
/* 됐다, 된다, 된: what stands before it with 이 is what somebody became, not who. */
bool gisa_event_is_become(const struct gisa_event_reader *r, const struct gisa_token *t);
/* 공사를 | 상대로 … 물어내라는 소송을 냈다: against whom the whole is done. */
bool gisa_event_is_against(const struct gisa_event_reader *r, uint32_t token);
/* Is the word a noun with 이다? */
bool gisa_event_is_copula(const struct gisa_event_reader *r, const struct gisa_token *t);

/* 예산 | 심의, 같은 | 장소: does the word end like a verb before a noun, and is none (determiner.tsv)? */
bool gisa_event_is_determiner(const struct gisa_event_reader *r, const struct gisa_token *t);

/* 매각하는 | 계약, not 중간 | 결과: does a verb that tells of the noun behind it end here? */
bool gisa_event_is_adnominal(const struct gisa_event_reader *r, const struct gisa_token *t);

/* 올 3월, 지난해: does the word stand in a time expression, so that it is no verb? */
bool gisa_event_is_in_time(const struct gisa_event_reader *r, const struct gisa_token *t);

#endif
