/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ANALYSIS_H
#define GISA_ANALYSIS_H

/* The records of every layer: stand-off annotations over one document.
 *
 * A layer is one flat array, ordered by the begin of its spans; links are indexes into other layers (GISA_NONE =
 * none). Everything is borrowed from the workspace. A gisa_bytes_view is UTF-8, not NUL ended, and points into the
 * analysis' own memory or into constant tables. `rule` strings are static ids such as "ko.time.day-only".
 */
#include <stdbool.h>
#include <stdint.h>

#include "gisa/document.h"
#include "gisa/span.h"

struct gisa_bytes_view {
    const char *bytes;
    uint32_t size;
};

/* A calendar point, proleptic Gregorian, as precise as it says. year 0 = unset. Fields left of `precision` hold. */
enum gisa_precision {
    GISA_PRECISION_NONE,
    GISA_PRECISION_SECOND,
    GISA_PRECISION_MINUTE,
    GISA_PRECISION_HOUR,
    GISA_PRECISION_DAYPART,
    GISA_PRECISION_DAY,
    GISA_PRECISION_WEEKEND,
    GISA_PRECISION_WEEK,
    GISA_PRECISION_THIRD, /* a third of a month, a year ... (초, 중순, 말) */
    GISA_PRECISION_MONTH,
    GISA_PRECISION_QUARTER,
    GISA_PRECISION_SEASON,
    GISA_PRECISION_HALF,
    GISA_PRECISION_YEAR,
    GISA_PRECISION_DECADE,
    GISA_PRECISION_CENTURY,
    GISA_PRECISION_COUNT
};

struct gisa_date { /* a day; year 0 = unset (astronomical numbering is used only inside value strings) */
    int16_t year;
    uint8_t month; /* 1..12 */
    uint8_t day;   /* 1..31 */
};

struct gisa_moment { /* a publication time */
    struct gisa_date day;
    int8_t hour;   /* -1 = unknown */
    int8_t minute; /* -1 = unknown */
    int8_t second; /* -1 = unknown */
    int16_t utc_offset; /* minutes east of UTC; +540 unless has_offset */
    bool has_offset;    /* the text, or whoever gave the moment, told the offset */
};

/* ---- segments, sentences, article fields -------------------------------------------------------------------- */

enum gisa_segment_kind {
    GISA_SEGMENT_HEADLINE,
    GISA_SEGMENT_SUBHEADLINE,
    GISA_SEGMENT_BYLINE,
    GISA_SEGMENT_OUTLET,
    GISA_SEGMENT_PUBLISHED,
    GISA_SEGMENT_CAPTION,
    GISA_SEGMENT_SUBHEADING,
    GISA_SEGMENT_PARAGRAPH,
    GISA_SEGMENT_NOTICE,
    GISA_SEGMENT_COPYRIGHT,
    GISA_SEGMENT_RELATED,
    GISA_SEGMENT_CHROME,
    GISA_SEGMENT_AD,
    GISA_SEGMENT_KIND_COUNT
};

struct gisa_segment {
    struct gisa_span span; /* trimmed of white space; every non-blank character lies in exactly one segment */
    uint8_t kind;          /* enum gisa_segment_kind */
    bool is_lead;          /* the first paragraph */
    struct gisa_span label; /* "[앵커]", "Q." at the head of the segment; empty if none */
    struct gisa_span credit; /* caption: who made the picture (사진=○○); empty if none */
    uint32_t first_sentence; /* sentences [first_sentence, first_sentence + sentence_count) */
    uint32_t sentence_count; /* 0 for kinds that hold no sentences of the story (byline, chrome ...) */
};

struct gisa_sentence {
    struct gisa_span span; /* trimmed */
    uint32_t segment;
    uint32_t first_token; /* tokens [first_token, first_token + token_count) */
    uint32_t token_count;
};

struct gisa_reporter {
    struct gisa_span name;
    struct gisa_span role; /* 기자, 특파원 ...; empty if none */
    struct gisa_span span; /* both */
};

/* True for the kinds that tell the story: headline, subheadline, caption, subheading, paragraph. Only these carry
 * sentences, tokens, entities, times, quotations and events. */
static inline bool gisa_segment_tells(uint8_t kind) {
    return kind == GISA_SEGMENT_HEADLINE || kind == GISA_SEGMENT_SUBHEADLINE || kind == GISA_SEGMENT_CAPTION ||
           kind == GISA_SEGMENT_SUBHEADING || kind == GISA_SEGMENT_PARAGRAPH;
}

#define GISA_MAX_REPORTERS 8
#define GISA_MAX_TAGS 4

struct gisa_article {
    struct gisa_span headline; /* empty if none */
    struct gisa_span tags[GISA_MAX_TAGS]; /* [단독], [속보], (종합2보) in the headline */
    uint32_t tag_count;
    struct gisa_reporter reporters[GISA_MAX_REPORTERS];
    uint32_t reporter_count;
    struct gisa_span email;          /* empty if none */
    struct gisa_moment published;    /* year 0 = unknown */
    struct gisa_span published_span; /* empty when it came from the options or is unknown */
    struct gisa_moment modified;
    struct gisa_span modified_span;
    struct gisa_span publisher;      /* the outlet's name as it stands (copyright line, byline ...); empty if none */
    const char *portal;              /* "daum", "naver" or NULL; static */
};

/* The moment relative times are told from: publication, else the last update where the page tells no other. */
static inline const struct gisa_moment *gisa_article_moment(const struct gisa_article *article) {
    return article->published.day.year ? &article->published : &article->modified;
}


/* ---- tokens --------------------------------------------------------------------------------------------------- */

enum gisa_token_kind {
    GISA_TOKEN_WORD,  /* Hangul, hanja, Latin, digits in one piece: "삼성전자는", "12일", "DS부문장" */
    GISA_TOKEN_PUNCT  /* one punctuation character or symbol */
};

enum gisa_josa { /* bits: what the particle at the end of a word says of its role (data/ko/josa.tsv) */
    GISA_JOSA_TOPIC = 1 << 0,      /* 은 는 */
    GISA_JOSA_SUBJECT = 1 << 1,    /* 이 가 께서 */
    GISA_JOSA_OBJECT = 1 << 2,     /* 을 를 */
    GISA_JOSA_GENITIVE = 1 << 3,   /* 의 */
    GISA_JOSA_LOCATIVE = 1 << 4,   /* 에서 */
    GISA_JOSA_DATIVE = 1 << 5,     /* 에 에게 께 한테 */
    GISA_JOSA_COMITATIVE = 1 << 6, /* 와 과 하고 이랑 */
    GISA_JOSA_DIRECTION = 1 << 7,  /* 으로 로 */
    GISA_JOSA_ADDITIVE = 1 << 8,   /* 도 */
    GISA_JOSA_FROM = 1 << 9,       /* 부터 */
    GISA_JOSA_UNTIL = 1 << 10,     /* 까지 */
    GISA_JOSA_COPULA = 1 << 11,    /* 이다 이라고 인 였다 ... */
    GISA_JOSA_QUOTATIVE = 1 << 12, /* 고 라고 이라며 면서 */
    GISA_JOSA_OTHER = 1 << 13      /* 만 마저 밖에 보다 처럼 ... */
};

enum gisa_tense { GISA_TENSE_NONE, GISA_TENSE_PAST, GISA_TENSE_PRESENT, GISA_TENSE_FUTURE };

enum gisa_ending { /* what an inflected word does to its clause (data/ko/ending.tsv) */
    GISA_ENDING_NONE,       /* not inflected, or unknown */
    GISA_ENDING_FINAL,      /* 했다 합니다 할까 */
    GISA_ENDING_CONNECTIVE, /* -고 -며 -지만 -는데 -면서 */
    GISA_ENDING_ADNOMINAL,  /* -(으)ㄴ -는 -ㄹ -던 before a noun */
    GISA_ENDING_QUOTATIVE,  /* -다고 -라고 -자고 -냐고 */
    GISA_ENDING_CONDITIONAL,/* -면 -거든 */
    GISA_ENDING_NOMINAL     /* -기 -(으)ㅁ */
};

enum gisa_modality { /* bits */
    GISA_MODALITY_PLANNED = 1 << 0,      /* 예정 계획 방침 -기로 -ㄹ 것 앞두고 */
    GISA_MODALITY_PROGRESSIVE = 1 << 1,  /* -고 있다, 중이다 */
    GISA_MODALITY_NEGATED = 1 << 2,      /* -지 않다, 못하다, 아니다, 부인 */
    GISA_MODALITY_HYPOTHETICAL = 1 << 3, /* -면, 가능성, 전망, -ㄹ 수 있다 */
    GISA_MODALITY_REPORTED = 1 << 4      /* -다고 했다, 것으로 전해졌다 */
};

struct gisa_token {
    struct gisa_span span;
    uint32_t stem_end;   /* span.begin < stem_end <= span.end; the josa, if any, is [stem_end, span.end) */
    uint32_t sentence;
    uint16_t josa;       /* bits of enum gisa_josa; 0 = none seen */
    uint8_t kind;        /* enum gisa_token_kind */
    uint8_t tense;       /* enum gisa_tense, of an inflected word */
    uint8_t ending;      /* enum gisa_ending */
    uint8_t modality;    /* bits of enum gisa_modality carried by this word alone */
    bool space_before;   /* white space or the sentence's begin stands before it */
};

/* ---- amounts -------------------------------------------------------------------------------------------------- */

enum gisa_amount_type {
    GISA_AMOUNT_MONEY,
    GISA_AMOUNT_PERCENT,
    GISA_AMOUNT_POINT,    /* percentage points */
    GISA_AMOUNT_COUNT,    /* a number with a counter: 명, 개, 대, 건 ... */
    GISA_AMOUNT_MEASURE,  /* a number with a unit of measure */
    GISA_AMOUNT_RATIO,    /* 3배, 절반 */
    GISA_AMOUNT_AGE,
    GISA_AMOUNT_SCORE,
    GISA_AMOUNT_ORDINAL,  /* 1위, 제3차 */
    GISA_AMOUNT_NUMBER    /* nothing behind it */
};

enum gisa_mod { /* TIMEX3 mod, shared by times and amounts */
    GISA_MOD_NONE,
    GISA_MOD_START,
    GISA_MOD_MID,
    GISA_MOD_END,
    GISA_MOD_APPROX,
    GISA_MOD_MORE_THAN,
    GISA_MOD_LESS_THAN,
    GISA_MOD_EQUAL_OR_MORE,
    GISA_MOD_EQUAL_OR_LESS,
    GISA_MOD_BEFORE,
    GISA_MOD_AFTER,
    GISA_MOD_COUNT
};

struct gisa_amount {
    struct gisa_span span;
    uint32_t sentence;
    uint8_t type;  /* enum gisa_amount_type */
    uint8_t mod;   /* enum gisa_mod */
    struct gisa_bytes_view value;    /* exact decimal string: "150000000000", "12.5", "-3" */
    struct gisa_bytes_view value_to; /* upper end of a range, else empty */
    struct gisa_bytes_view unit;     /* ISO 4217 for money, UCUM or CLDR id for measures, the counter as written, "" */
    uint32_t period;  /* time of its clause that it is told of (지난해 매출 3조원), or GISA_NONE */
    const char *rule;
};

/* ---- entities --------------------------------------------------------------------------------------------------- */

enum gisa_entity_type {
    GISA_ENTITY_PERSON,
    GISA_ENTITY_ORGANIZATION,
    GISA_ENTITY_PLACE,
    GISA_ENTITY_FACILITY,
    GISA_ENTITY_PRODUCT,
    GISA_ENTITY_EVENT,
    GISA_ENTITY_WORK,
    GISA_ENTITY_LAW,
    GISA_ENTITY_OTHER,
    GISA_ENTITY_TYPE_COUNT
};

enum gisa_mention_form {
    GISA_MENTION_NAME,    /* 이재용 */
    GISA_MENTION_ALIAS,   /* 한은 for 한국은행, 美 for 미국 */
    GISA_MENTION_PARTIAL, /* 저커버그 */
    GISA_MENTION_TITLE,   /* 이 회장: surname + title, the span holds both */
    GISA_MENTION_LATIN,   /* Cristiano Amon in a gloss */
    GISA_MENTION_PRONOUN  /* 그, 양사 */
};

struct gisa_mention { /* ordered by span.begin; mentions never overlap */
    struct gisa_span span; /* without josa and, for persons by name, without the title */
    uint32_t entity;
    uint32_t sentence;
    uint8_t form; /* enum gisa_mention_form */
    const char *rule;
    float confidence;
};

enum gisa_title_status { GISA_TITLE_CURRENT, GISA_TITLE_FORMER, GISA_TITLE_NEW, GISA_TITLE_NEXT };

struct gisa_title { /* titles of one entity are contiguous: [entity.first_title, + title_count) */
    uint32_t entity;          /* the person */
    struct gisa_span span;    /* where it stands first: "회장" */
    struct gisa_bytes_view form; /* its text */
    uint32_t organization;    /* entity, or GISA_NONE */
    uint8_t status;           /* enum gisa_title_status */
    uint32_t sentence;        /* evidence */
    float confidence;
};

struct gisa_entity { /* ordered by the begin of its first mention */
    uint8_t type; /* enum gisa_entity_type */
    struct gisa_bytes_view name;  /* canonical: the fullest form in the article, or the gazetteer's */
    struct gisa_bytes_view label; /* NIKL class such as PS_NAME, OGG_ECONOMY; empty if unknown */
    uint32_t first_mention;       /* index of its first mention */
    uint32_t mention_count;
    uint32_t first_title;
    uint32_t title_count;
    uint32_t container;   /* place: the place it lies in; organisation: the body it belongs to; or GISA_NONE */
    char country[3];      /* ISO 3166-1 alpha-2, or "" */
    struct gisa_bytes_view zone; /* IANA time zone, or empty */
    struct gisa_bytes_view link; /* id of a newsroom gazetteer entry, or empty */
    uint8_t link_slot;    /* enum gisa_gazetteer_slot: whose id it is */
    float salience;       /* 0..1 */
    float confidence;     /* 0..1 */
};

/* ---- times -------------------------------------------------------------------------------------------------- */

enum gisa_time_type { GISA_TIME_DATE, GISA_TIME_TIME, GISA_TIME_DURATION, GISA_TIME_SET, GISA_TIME_REF };

enum gisa_anchor { /* what the value was counted from */
    GISA_ANCHOR_NONE,      /* absolute, or unresolved */
    GISA_ANCHOR_PUBLISHED, /* the publication date */
    GISA_ANCHOR_NARRATIVE  /* a date told before in the article */
};

struct gisa_time {
    struct gisa_span span;
    uint32_t sentence;
    uint8_t type;      /* enum gisa_time_type */
    uint8_t mod;       /* enum gisa_mod */
    uint8_t precision; /* enum gisa_precision; of DATE and TIME */
    uint8_t anchor;    /* enum gisa_anchor */
    bool in_quote;     /* stands inside quotation marks */
    bool is_resolved;  /* from/to hold */
    bool is_ambiguous;
    bool is_name;      /* part of a name (2024 파리올림픽, 추석 메시지): tells no day */
    bool is_fiscal;
    bool is_compared;  /* only what something is compared with: 지난해보다, 전년 대비 */
    struct gisa_bytes_view value; /* EDTF / ISO 8601-2 as time.md says: "2024-06-11", "P15Y", "R/P1W", "PAST_REF" */
    struct gisa_date from; /* inclusive; year 0 = unset or open */
    struct gisa_date to;   /* inclusive; year 0 = unset or open */
    uint32_t minute_of_day; /* of the value's start, for ordering; GISA_NONE if no clock time */
    struct gisa_bytes_view freq;    /* "2/P1Y" or empty */
    struct gisa_bytes_view quant;   /* "EVERY" or empty */
    struct gisa_bytes_view members; /* "R/XXXX-06 R/XXXX-12" or empty: separated by one space */
    struct gisa_bytes_view begin;   /* DURATION: EDTF where it begins, or empty */
    struct gisa_bytes_view end;     /* DURATION: EDTF where it ends, or empty */
    struct gisa_bytes_view zone;    /* IANA name, "local" (현지시간, place unknown), or empty */
    uint32_t zone_entity;           /* the place that gave the zone, or GISA_NONE */
    struct gisa_bytes_view alternative; /* second best value, or empty */
    float alternative_score;            /* its share of the weight, 0..0.5 */
    const char *rule;
    const char *reason; /* static sentence for explain=1, or NULL */
    float confidence;
};

/* The first day of the value; of one open to the left (28일까지, 2030년까지) that of its last unit, which is where a timeline puts a
 * plan with a deadline. Year 0 if neither end is known. */
static inline struct gisa_date gisa_time_first_day(const struct gisa_time *t) {
    struct gisa_date day = t->from.year ? t->from : t->to;
    if (!t->from.year && t->precision >= GISA_PRECISION_MONTH) {
        unsigned months = t->precision == GISA_PRECISION_YEAR ? 12 : t->precision == GISA_PRECISION_HALF ? 6 : t->precision == GISA_PRECISION_MONTH ? 1 : 3;
        day.month = (uint8_t)(day.month >= months ? day.month - months + 1 : 1);
        day.day = 1;
    }
    return day;
}

/* ---- quotations ------------------------------------------------------------------------------------------------- */

enum gisa_quote_kind { GISA_QUOTE_DIRECT, GISA_QUOTE_PARTIAL, GISA_QUOTE_INDIRECT };

struct gisa_quote {
    struct gisa_span span;    /* with its marks */
    struct gisa_span content; /* without */
    uint8_t kind;             /* enum gisa_quote_kind */
    bool is_headline;
    bool is_carried;          /* speaker by carry-over */
    uint32_t sentence;        /* in which it begins */
    uint32_t speaker;         /* entity, or GISA_NONE */
    uint32_t speaker2;        /* second of a group, or GISA_NONE */
    struct gisa_span source;  /* the words that name the speaker; empty if none. May stand without an entity */
    struct gisa_span cue;     /* the reporting words; empty if none */
    uint32_t said;            /* time, or GISA_NONE */
    uint32_t parent;          /* the quote it is nested in, or GISA_NONE */
    uint32_t utterance;       /* number shared by the pieces of one utterance */
    const char *rule;
    float confidence;
};

/* ---- events, timeline, relations -------------------------------------------------------------------------- */

enum gisa_event_type {
    GISA_EVENT_MEETING,
    GISA_EVENT_VISIT,
    GISA_EVENT_STATEMENT,
    GISA_EVENT_ANNOUNCEMENT,
    GISA_EVENT_INVESTMENT,
    GISA_EVENT_AGREEMENT,
    GISA_EVENT_LAUNCH,
    GISA_EVENT_GATHERING,
    GISA_EVENT_APPOINTMENT,
    GISA_EVENT_LEGAL,
    GISA_EVENT_INCIDENT,
    GISA_EVENT_MARKET,
    GISA_EVENT_POLITICS,
    GISA_EVENT_OTHER,
    GISA_EVENT_TYPE_COUNT
};

enum gisa_event_status {
    GISA_STATUS_OCCURRED,
    GISA_STATUS_ONGOING,
    GISA_STATUS_PLANNED,
    GISA_STATUS_RECURRING,
    GISA_STATUS_HYPOTHETICAL,
    GISA_STATUS_DENIED,
    GISA_EVENT_STATUS_COUNT
};

enum gisa_role {
    GISA_ROLE_AGENT,
    GISA_ROLE_PARTNER,
    GISA_ROLE_OBJECT,
    GISA_ROLE_PATIENT,
    GISA_ROLE_ATTENDEE,
    GISA_ROLE_HOST,
    GISA_ROLE_ADDRESSEE,
    GISA_ROLE_BENEFICIARY,
    GISA_ROLE_COUNT
};

enum gisa_time_basis { GISA_BASIS_NONE, GISA_BASIS_EXPLICIT, GISA_BASIS_INHERITED, GISA_BASIS_PUBLICATION };

struct gisa_participant { /* of one event: contiguous */
    uint32_t entity;
    uint8_t role; /* enum gisa_role */
};

struct gisa_event { /* ordered by trigger.begin */
    uint8_t type;   /* enum gisa_event_type */
    uint8_t status; /* enum gisa_event_status */
    uint8_t basis;  /* enum gisa_time_basis */
    struct gisa_span trigger;
    struct gisa_span clause;     /* the words it was read from */
    uint32_t sentence;
    struct gisa_bytes_view title; /* words of the article, reads alone */
    uint32_t time;                /* index in times, or GISA_NONE */
    struct gisa_date from, to;    /* its days, inclusive; those of the time, but the first unit of an open one where it happened then
                                     (2023년 7월 이후 처음), the deadline of a plan (28일까지); year 0 = unset or open */
    uint32_t duration;            /* a DURATION that belongs to it (향후 15년간), or GISA_NONE */
    uint32_t place;               /* entity, or GISA_NONE */
    uint32_t quote;               /* quote, or GISA_NONE */
    uint32_t reported_by;         /* entity, or GISA_NONE */
    uint32_t first_participant, participant_count;
    uint32_t first_amount, amount_count;     /* in event_amounts[] */
    uint32_t first_evidence, evidence_count; /* in event_evidence[]: sentences, ascending */
    struct gisa_span cause;       /* words that tell why; empty if none */
    struct gisa_span means;       /* words that tell how; empty if none */
    uint32_t conflict;            /* event that tells the same of another day, or GISA_NONE */
    uint32_t merged;              /* how many tellings were joined, >= 1 */
    const char *rule;
    float confidence;
};

enum gisa_relation_type { GISA_RELATION_POSITION, GISA_RELATION_MET, GISA_RELATION_PART_OF, GISA_RELATION_LOCATED_IN,
    GISA_RELATION_VISITED, GISA_RELATION_INVESTED_IN, GISA_RELATION_ACQUIRED, GISA_RELATION_AGREED_WITH,
    GISA_RELATION_SUPPLIES, GISA_RELATION_SUED, GISA_RELATION_APPOINTED, GISA_RELATION_TYPE_COUNT };

struct gisa_relation {
    uint8_t type; /* enum gisa_relation_type */
    uint32_t source, target; /* entities */
    struct gisa_bytes_view label; /* position: the title */
    uint32_t event;    /* or GISA_NONE */
    uint32_t sentence; /* evidence */
};

enum gisa_check_severity { GISA_CHECK_INFO, GISA_CHECK_WARNING };
struct gisa_check { /* what an editor should look at */
    const char *code;   /* "unbalanced-bracket", "weekday-mismatch" ... static */
    struct gisa_span span;
    struct gisa_span other; /* the place it does not agree with; empty if none */
    uint8_t severity;
};

struct gisa_analysis {
    struct gisa_document document;
    struct gisa_article article;
    uint32_t layers; /* GISA_LAYER_BIT of those that were run */

    const struct gisa_segment *segments;      uint32_t segment_count;
    const struct gisa_sentence *sentences;    uint32_t sentence_count;
    const struct gisa_token *tokens;          uint32_t token_count;
    const struct gisa_amount *amounts;        uint32_t amount_count;
    const struct gisa_mention *mentions;      uint32_t mention_count;
    const struct gisa_title *titles;          uint32_t title_count;
    const struct gisa_entity *entities;       uint32_t entity_count;
    const struct gisa_time *times;            uint32_t time_count;
    const struct gisa_quote *quotes;          uint32_t quote_count;
    const struct gisa_event *events;          uint32_t event_count;
    const struct gisa_participant *participants; uint32_t participant_count;
    const uint32_t *event_amounts;            uint32_t event_amount_count;
    const uint32_t *event_evidence;           uint32_t event_evidence_count;
    const uint32_t *timeline;                 uint32_t timeline_count; /* dated events in time order */
    const uint32_t *recurring;                uint32_t recurring_count;
    const uint32_t *undated;                  uint32_t undated_count;
    const struct gisa_relation *relations;    uint32_t relation_count;
    const struct gisa_check *checks;          uint32_t check_count;

    uint64_t pass_ns[16]; /* by enum gisa_layer, from options.clock; all 0 without one. Not part of the answer */
};

#endif
