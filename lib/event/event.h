/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_EVENT_H
#define GISA_EVENT_EVENT_H

/* Inside the event pass. event_find.c reads each sentence clause by clause into drafts; event_role.c says who takes
 * part; event_merge.c joins tellings of one happening; event_write.c lays the result's arrays, titles and relations.
 * All of it lives in run->scratch until event_write.c copies what stays. Bounds per sentence are constants, so that
 * work is linear in the text. */
#include "pass.h"

enum {
    GISA_DRAFT_PARTS = 24,     /* participants of one event; more are left out */
    GISA_DRAFT_AMOUNTS = 8,
    GISA_SENTENCE_PHRASES = 96, /* noun phrases looked at in one sentence */
    GISA_PHRASE_PARTS = 12
};

struct gisa_draft { /* an event while it is being put together */
    struct gisa_span trigger;
    struct gisa_span clause;
    uint32_t sentence;
    uint8_t type, status, basis;
    bool is_reported; /* ends with -다고: the topic of its clause may be who reports it */
    bool is_inner;    /* the clause stands in front of a noun: 12일 열린 회의 */
    struct gisa_span skip; /* words of another happening inside the clause, not of this one's title; empty: none */
    bool is_aside;    /* another's deed before that of the sentence: 주주 측이 항소하자 법원은 */
    bool is_heading;  /* told by a headline, subheading or caption */
    bool is_nominal;  /* the trigger is a noun, the title ends with it */
    bool is_weak;     /* the trigger says little: 이동해, 건너가 */
    bool is_sitting;  /* of a court or a vote, told by a word of gatherings: 열린 첫 공판 */
    bool is_first;    /* happened in the first unit of an open time: 2023년 7월 이후 처음이다 */
    bool is_match;    /* an outcome that tells of a match: 누리FC를 꺾었다; written as a gathering, read as what came of one */
    uint8_t setting;  /* 1 + enum gisa_event_type of where it happened, for one of type OTHER (이사회에서 결의했다): written so, read as OTHER; 0 = none */
    bool is_when;     /* the sentence only says when: 상장 예정일은 5일이다 */
    uint32_t time, duration, place, quote, reported_by; /* GISA_NONE = none */
    struct gisa_participant parts[GISA_DRAFT_PARTS];
    uint32_t part_count;
    uint32_t amounts[GISA_DRAFT_AMOUNTS];
    uint32_t amount_count;
    uint32_t into;    /* draft it was merged into; itself while it stands */
    uint32_t merged;
    bool is_sides;   /* its agents are persons whom 양측 stands for */
    bool is_passive;   /* its subject is who it is done to */
    bool is_dropped;
    float confidence;
    const char *rule;
};

enum gisa_group { /* which two a word stands for */
    GISA_GROUP_NONE,
    GISA_GROUP_PAIR,   /* 두 사람, 양측: of the last meeting */
    GISA_GROUP_LEADERS, /* 두 정상: the heads of state of it */
    GISA_GROUP_FIRMS,  /* 양사, 두 회사: bodies last told of together */
    GISA_GROUP_SIDES,  /* 노사: employer and union */
    GISA_GROUP_STATES, /* 양국 */
    GISA_GROUP_COUNT
};

struct gisa_phrase { /* a noun phrase up to its particle: tokens [first, end) */
    uint32_t first, end;
    uint16_t josa;
    uint32_t part[GISA_PHRASE_PARTS]; /* entities that are its heads */
    uint32_t part_count;
    uint32_t place;     /* place or facility at its head, or GISA_NONE */
    uint8_t group;      /* enum gisa_group: two that a word stands for */
    bool is_coordinated; /* A와 in front of B는: shares the particle of the next phrase */
    bool has_person;
    bool is_place_head; /* the place itself bears the particle: 북한이 */
    bool is_match;      /* 삼성화재전에서: a match against the body */
    bool is_frame;      /* ends with 때, 당시: part_count may hold who came */
    uint32_t listed[GISA_PHRASE_PARTS]; /* places of a list before the last: 단양군·영월군과 */
    uint32_t listed_count;
};

struct gisa_proof { /* a sentence tells of a draft */
    uint32_t draft, sentence;
};

struct gisa_accused { /* whom law events are done to */
    uint32_t entity; /* the last; GISA_NONE = nobody yet */
    uint32_t other;  /* who was told of before; GISA_NONE = nobody */
    bool is_many;    /* two at least */
    bool is_more;    /* three at least */
};

enum { GISA_SITES = 16 };

struct gisa_site { /* something built or lying somewhere: 화성에 공장을 짓는다 */
    struct gisa_span noun; /* 공장 */
    uint32_t word;         /* where its word begins: 합작공장 */
    uint32_t place, segment;
};

struct gisa_event_reader {
    struct gisa_run *run;
    struct gisa_analysis *a;
    const struct gisa_document *d;
    uint8_t *is_quoted; /* [token_count] between the marks of speech */
    struct gisa_draft *drafts;
    uint32_t count, cap;
    struct gisa_proof *proofs;
    uint32_t proof_count, proof_cap;
    struct gisa_phrase *phrases; /* [GISA_SENTENCE_PHRASES] of the sentence being read */
    uint32_t phrase_count;
    uint32_t mention, time, amount, quote; /* cursors: first of each layer at or behind the sentence's begin */
    uint32_t segment;               /* segment of the sentence being read */
    uint32_t last;                  /* draft the paragraph tells of now, or GISA_NONE */
    uint32_t occasion;              /* last meeting, gathering or visit of the paragraph, or GISA_NONE */
    uint32_t scene;                 /* last occasion of the article's month, in whatever paragraph, or GISA_NONE */
    uint32_t debate;                /* time of the sitting the article reports, or GISA_NONE */
    uint32_t debated;               /* drafts already looked at for it */
    bool is_fresh;                  /* the occasion was told in this paragraph */
    uint32_t topic[2];              /* who the sentence before spoke of; GISA_NONE */
    bool is_of_states;              /* the two told of last are states */
    uint32_t workers;               /* the one union of the article, or its one branch; GISA_NONE if it is not sure */
    uint32_t hero;                  /* the person the article is about: of the headline, else its first agent */
    uint32_t firm;       /* the last body that did something, or GISA_NONE */
    uint32_t spoken_of, spoken_in;  /* the firm that 이 회사의 meant last, or GISA_NONE, and the sentence that said so */
    struct gisa_accused accused, accused_here; /* of the article; of the paragraph */
    uint32_t group[GISA_GROUP_COUNT][2]; /* the two of each; GISA_NONE where nobody is known */
    struct gisa_site sites[GISA_SITES]; /* the last told of, in a ring */
    uint32_t site_count;            /* told of so far */
    bool is_at_venue;               /* the sentence says 회의에서 ... */
    struct gisa_span venue; /* the noun that says so, 총회에서; empty: 이 자리에서 */
    bool has_topic;      /* the sentence has said whom it is about */
    bool is_in_speech;   /* the words read stand between the marks of speech */
    bool failed;                    /* memory ended */
};

/* Fills r->phrases for tokens [first, end) of the sentence; r->mention and r->time stand at or before the first of them. */
void gisa_event_phrases(struct gisa_event_reader *r, uint32_t sentence, uint32_t first, uint32_t end);
/* May the entity be a company: none whose name ends as offices, schools and councils do? */
bool gisa_event_is_firm(const struct gisa_event_reader *r, const struct gisa_entity *e);
/* Participants and place of a draft from the phrases within tokens [first, end). is_adnominal: the clause stands
 * inside another one, whose topic is not its agent. */
void gisa_event_roles(struct gisa_event_reader *r, struct gisa_draft *x, uint32_t first, uint32_t end,
                      bool is_adnominal);

/* NC와 계약하고 | 한국 땅을 밟은 우드는: the person whom a clause that joins on at token `end` describes, where nobody else is told of up to him;
 * GISA_NONE else. */
uint32_t gisa_event_head_ahead(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t end);

/* Adds whom the speaker of the sentence at hand turned to, by its phrases: 이 회장에게, 한국거래소의 요구에. */
void gisa_event_addressees(const struct gisa_event_reader *r, struct gisa_draft *x);
/* 선임됐다, 선고받았다: does the predicate's word have a passive behind its noun? */
bool gisa_event_is_passive(const struct gisa_event_reader *r, uint32_t token);
/* Who is arrested or hit is no agent; a body that is founded is the object. Who is elected (당선됐다) acts. */
void gisa_event_turn_passive(const struct gisa_analysis *a, struct gisa_draft *x);
void gisa_draft_add(struct gisa_draft *x, uint32_t entity, uint8_t role);

void gisa_event_sentence(struct gisa_event_reader *r, uint32_t sentence);
void gisa_event_speech(struct gisa_event_reader *r, uint32_t first_quote, uint32_t end_quote);
/* What the speaker tells between the marks, as far as he dates it: "22일 항소장을 내겠다"고 말했다. */
void gisa_event_spoken(struct gisa_event_reader *r, uint32_t quote);
uint32_t gisa_event_push(struct gisa_event_reader *r, const struct gisa_draft *x);
void gisa_event_prove(struct gisa_event_reader *r, uint32_t draft, uint32_t sentence);

enum gisa_status gisa_event_merge(struct gisa_event_reader *r);
enum gisa_status gisa_event_write(struct gisa_event_reader *r);
enum gisa_status gisa_event_relations(struct gisa_event_reader *r);

/* 적자는, 나라는: a noun with its particle that looks like reported speech; 밝혔다는 is one. */
bool gisa_event_is_noun(const struct gisa_event_reader *r, const struct gisa_token *t);

/* May an entity of this type act as a body? */
bool gisa_event_is_body(uint8_t type);
/* A country? */
bool gisa_event_is_state(const struct gisa_entity *e);
/* A country, province, town or ward, which acts as well as lies somewhere; a quarter or a bay only lies there. */
bool gisa_event_is_polity(const struct gisa_entity *e);
/* The row of eventrole.tsv that begins at the token, or GISA_NONE; *length its code points. */
uint32_t gisa_eventrole_at(const struct gisa_event_reader *r, uint32_t token, uint32_t *length);

#endif
