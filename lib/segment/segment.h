/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_SEGMENT_SEGMENT_H
#define GISA_SEGMENT_SEGMENT_H

/* Inside the segment pass: line.c cuts and scores lines, segment.c decides their kinds together, article.c reads the
 * fields, sentence.c the sentences. */
#include "pass.h"

enum { GISA_LONG_LINE = 300 }; /* code points: a longer line is never of a kind by its words alone */

struct gisa_line {
    struct gisa_span span; /* trimmed, not empty */
    uint8_t kind;          /* enum gisa_segment_kind */
    int16_t score[GISA_SEGMENT_KIND_COUNT]; /* of the kinds that words tell */
    int16_t service;       /* talks about the medium's own service */
    int16_t top;           /* heaviest single cue of copyright, notice, related, chrome, ad */
    uint32_t page_words;   /* code points that chrome words cover */
    bool has_credit;       /* "사진=", "자료:" */
    bool blank_before;     /* an empty line, or the begin of the text, stands before it */
    bool ends_closed;      /* ends like a sentence: a stop or a closing quotation mark */
    bool ends_stop;        /* ends with a full stop, perhaps behind closing marks: a statement */
    bool ends_final;       /* ... of a final ending: -다. -요. -죠. */
    bool ends_plain;       /* ... of the plain style: -다. but not -니다. */
    bool has_subject;      /* a word in it carries a topic or subject particle: prose */
    bool is_list;          /* begins like a list item */
    bool is_marked;        /* begins with a heading's mark: ◇ ◆ ■ */
    bool has_time_word;    /* 입력, 수정 */
    bool is_fixed;         /* kind decided beyond doubt */
    bool is_told;          /* ... by whoever made the text */
    bool is_inner;         /* prose stands before and behind it */
    bool joins_next;       /* hard-wrapped: the next line goes on */
    struct gisa_span label;
    uint32_t number;       /* of the line feeds before it: an index into gisa_options.line_kinds */
};

struct gisa_lines {
    struct gisa_line *at; /* in run->scratch */
    uint32_t count;
};

/* Cuts the text into lines, splits what is glued, scores them. */
enum gisa_status gisa_lines_read(struct gisa_run *run, struct gisa_lines *lines);

/* What a line says in fixed forms. Each returns how many code points of the line it explained. */
struct gisa_byline {
    struct gisa_reporter reporters[GISA_MAX_REPORTERS];
    uint32_t reporter_count;
    struct gisa_span email;
    struct gisa_moment published, modified;
    struct gisa_span published_span, modified_span;
    uint32_t explained; /* letters and digits of the line that a byline explains */
    bool is_cued;       /* a date stands right behind 입력, 수정 ... */
    uint32_t letters;   /* letters and digits of the line */
};
void gisa_byline_read(const struct gisa_document *d, struct gisa_span line, struct gisa_byline *out);

/* Length of an agency head "(도담=가온통신) 윤하늘 기자 = " or "[가온일보 윤하늘 기자] " at the line's begin, 0 if none. */
uint32_t gisa_agency_head(const struct gisa_document *d, struct gisa_span line, struct gisa_byline *byline,
                          struct gisa_span *outlet);

/* "제주에서 하늘뉴스 남예린입니다." : the name a reporter signs off with; empty if the line is no sign-off. */
struct gisa_span gisa_sign_off(const struct gisa_document *d, struct gisa_span line);

/* Who made the picture of a caption: "(사진=도담시)" -> 도담시; empty if nobody is named. */
struct gisa_span gisa_caption_credit(const struct gisa_document *d, struct gisa_span caption);

/* Checks of the text itself: unbalanced-bracket, stray-jamo; sets run->out->checks. */
enum gisa_status gisa_text_checks(struct gisa_run *run);

/* The article's fields, from the segments in run->out. */
void gisa_article_read(struct gisa_run *run);

/* Sentences of the telling segments; sets their slices in segments. */
enum gisa_status gisa_sentences_read(struct gisa_run *run, struct gisa_segment *segments);

#endif
