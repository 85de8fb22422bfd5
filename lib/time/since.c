/* SPDX-License-Identifier: Apache-2.0 */
/* Since when something has gone on. */
#include "time/since.h"

#include "text/seek.h"

/* Does the first verb from token t on stand before a noun: 지지 않은 롯데는? */
static bool modifies(const struct gisa_analysis *a, uint32_t t, uint32_t end) {
    enum { NEAR = 6, JI = 0xC9C0 /* 지 */ };
    for (uint32_t i = 0; i < NEAR && t < end; i++, t++) {
        const struct gisa_token *w = &a->tokens[t];
        bool aux = w->kind == GISA_TOKEN_WORD && a->document.key[w->span.end - 1] == JI && t + 1 < end;
        if (aux || w->ending != GISA_ENDING_NONE) {
            return a->tokens[t + aux].ending == GISA_ENDING_ADNOMINAL;
        }
    }
    return false;
}

bool gisa_time_opens(const struct gisa_analysis *a, uint32_t first, uint32_t end, uint32_t pos) {
    enum { NEAR = 4, BU = 0xBD80, TEO = 0xD130 /* 부터 */, RO = 0xB85C /* 은행으로부터 */ };
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, first, end, pos);
    for (uint32_t i = 0; i < NEAR && t < end && a->tokens[t].kind == GISA_TOKEN_WORD && a->document.cls[pos] == GISA_CHAR_BLANK; i++, t++) {
        const struct gisa_token *w = &a->tokens[t];
        uint32_t n = gisa_span_length(w->span);
        bool from = n > 3 && a->document.key[w->span.end - 1] == TEO && a->document.key[w->span.end - 2] == BU && a->document.key[w->span.end - 3] != RO;
        if (from || w->josa || w->ending != GISA_ENDING_NONE) {
            return from && modifies(a, t + 1, end);
        }
    }
    return false;
}
