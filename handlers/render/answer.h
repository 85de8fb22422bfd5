/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_ANSWER_H
#define GISA_RENDER_ANSWER_H

/* An analysis as bytes: the JSON of /v1/analyze and the plain text for a terminal.
 *
 * The body depends on the analysis and the wishes alone: no clock, no random id. A failed allocation is out->failed.
 */
#include "buffer.h"
#include "gisa/analysis.h"
#include "params.h"

struct gisa_origin { /* what came beside the text and is told back; NULL = not given */
    const char *id, *title, *source, *url;
};

void gisa_answer_json(const struct gisa_analysis *analysis, const struct gisa_wishes *wishes,
                      const struct gisa_origin *origin, struct gisa_buffer *out);
void gisa_answer_text(const struct gisa_analysis *analysis, const struct gisa_wishes *wishes, struct gisa_buffer *out);
void gisa_answer_html(const struct gisa_analysis *analysis, const struct gisa_wishes *wishes, struct gisa_buffer *out);

/* Share of Hangul and hanja among the letters, 0..1; 0 without letters. *is_blank: nothing but white space. */
double gisa_korean_share(const struct gisa_document *document, bool *is_blank);

#endif
