/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_EVENT_QUOTE_H
#define GISA_EVENT_QUOTE_H

/* Inside the quotation pass: segment/marks.c pairs the marks, quote.c says which pairs are speech, quote_speaker.c whose. */
#include "pass.h"
#include "segment/marks.h"

struct gisa_speech { /* what the speaker rules are told of one quotation */
    uint32_t open_token;   /* first token at or behind the opening mark */
    uint32_t close_token;  /* first token behind the closing mark, in tail_sentence's range or its end */
    uint32_t sentence;     /* in which it opens */
    uint32_t tail_sentence; /* in which it closes */
    uint32_t cue_first, cue_end; /* tokens of the reporting words, cue_first == cue_end when none */
    bool is_free;          /* stands alone: no particle behind the mark */
    bool is_headline;
    bool is_clause;        /* the words end like a clause: 끌었다, not 편지 */
};

struct gisa_narration { /* who spoke and who was talked about, carried from sentence to sentence */
    uint32_t last_speaker;  /* entity of the last quotation, or GISA_NONE */
    struct gisa_span last_source; /* the words that named the last speaker; empty when none did */
    uint32_t last_topic;    /* entity that was the subject last, or GISA_NONE */
    uint32_t sentence;      /* where last_speaker was set */
    uint32_t topic_sentence; /* where last_topic was set */
    uint32_t headline_speaker; /* person whom the headline quotes, or GISA_NONE */
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
/* "늦었다"는 이 의원의 지적에: were the words put to whom the sentence goes on about? Then `by` says by whom, with no rule where nobody is told. */
bool gisa_quote_is_put(const struct gisa_analysis *a, const struct gisa_speech *s, struct gisa_speaker *by);
/* Who speaks as the topic at token t; rule NULL when that is nobody who can. */
struct gisa_speaker gisa_quote_topic_speaker(const struct gisa_analysis *a, uint32_t first, uint32_t t);
/* The person or organisation that is topic or subject of the sentence outside quotation marks, or GISA_NONE. */
uint32_t gisa_quote_topic(const struct gisa_analysis *a, uint32_t sentence, const uint8_t *is_quoted);

/* First token of the sentence that begins at or behind pos; its range's end when none. */
uint32_t gisa_quote_token_at(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos);

#endif
