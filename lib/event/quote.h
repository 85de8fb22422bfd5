/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_QUOTE_H
#define GISA_EVENT_QUOTE_H

/* Inside the quotation pass: quote_marks.c pairs the marks, quote.c says which pairs are speech, quote_speaker.c whose. */
#include "pass.h"

struct gisa_mark_pair { /* ordered by begin; a single-marked pair may lie inside a double one */
    uint32_t begin; /* the opening mark */
    uint32_t end;   /* behind the closing mark; behind the paragraph's last character when it goes on in the next one */
    uint32_t segment;
    uint32_t parent; /* pair it lies in, or GISA_NONE */
    bool is_single;  /* ' ' rather than " " */
    bool runs_on;    /* no closing mark: the next paragraph opens again */
};

/* All pairs of quotation marks of the telling segments, in run->scratch; *count 0 and NULL are a valid answer.
 * Straight marks toggle, but a mark that can only open (or close) corrects a lost one; state ends with its segment. */
enum gisa_status gisa_quote_marks(struct gisa_run *run, const struct gisa_mark_pair **pairs, uint32_t *count);

struct gisa_speech { /* what the speaker rules are told of one quotation */
    uint32_t open_token;   /* first token at or behind the opening mark */
    uint32_t close_token;  /* first token behind the closing mark, in tail_sentence's range or its end */
    uint32_t sentence;     /* in which it opens */
    uint32_t tail_sentence; /* in which it closes */
    uint32_t cue_first, cue_end; /* tokens of the reporting words, cue_first == cue_end when none */
    bool is_free;          /* stands alone: no particle behind the mark */
    bool is_headline;
};

struct gisa_narration { /* who spoke and who was talked about, carried from sentence to sentence */
    uint32_t last_speaker;  /* entity of the last quotation, or GISA_NONE */
    uint32_t last_topic;    /* entity that was the subject last, or GISA_NONE */
    uint32_t sentence;      /* where last_speaker was set */
    uint32_t topic_sentence; /* where last_topic was set */
};

struct gisa_speaker {
    uint32_t entity;
    uint32_t second;
    struct gisa_span source;
    const char *rule; /* NULL = nobody found */
    float confidence;
    bool is_carried;
};

/* is_quoted[token] != 0 for tokens between quotation marks. */
struct gisa_speaker gisa_quote_speaker(const struct gisa_analysis *a, const struct gisa_speech *speech,
                                       const uint8_t *is_quoted, const struct gisa_narration *told);
/* The person or organisation that is topic or subject of the sentence outside quotation marks, or GISA_NONE. */
uint32_t gisa_quote_topic(const struct gisa_analysis *a, uint32_t sentence, const uint8_t *is_quoted);

/* First token of the sentence that begins at or behind pos; its range's end when none. */
uint32_t gisa_quote_token_at(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos);

#endif
