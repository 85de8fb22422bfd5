/* SPDX-License-Identifier: Apache-2.0 */
/* Reporters inside the story: signatures, sign-offs, credits. */
#include "entity/entity.h"
#include "segment_role_lex.h"
#include "text/seek.h"

enum { DA = 0xB2E4 /* 다 */, SIGN_OFF = 12 /* the most tokens of a sentence that is a body and a name */ };

/* Who only reports the story, in the byline or in a broadcast's turns, is no person of it. */
static bool reports(const struct gisa_document *d, const struct gisa_name *n) {
    for (uint32_t i = 0; i < n->title_count; i++) {
        uint32_t row = 0;
        uint32_t length = gisa_span_length(n->titles[i].span);
        if (gisa_trie_longest(&gisa_segment_role_trie, d->key + n->titles[i].span.begin, length, &row) == length &&
            gisa_segment_role_rows[row].kind == GISA_SEGMENT_ROLE_KIND_WRITER) {
            return true;
        }
    }
    return false;
}

/* 온누리뉴스 변지호입니다: a sentence that is only a body and a name signs the report off. */
static bool signs_off(const struct gisa_analysis *a, const struct gisa_names *names, uint32_t i) {
    const struct gisa_name *n = &names->at[i];
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    const struct gisa_token *w = &a->tokens[n->token];
    uint32_t words = 0;
    if (s->token_count > SIGN_OFF) {
        return false;
    }
    for (uint32_t t = s->first_token; t < s->first_token + s->token_count; t++) {
        words += a->tokens[t].kind == GISA_TOKEN_WORD;
    }
    return i > 0 && names->at[i - 1].sentence == n->sentence && names->at[i - 1].type == GISA_ENTITY_ORGANIZATION &&
           names->at[i - 1].span.begin == s->span.begin && n->span.begin - names->at[i - 1].span.end == 1 && words <= 3 &&
           w->span.end > n->span.end && a->document.key[w->span.end - 1] == DA && n->title_count == 0;
}

/* 영상취재: 석민우 in a caption tells who made the picture. */
static bool is_credit(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_document *d = &a->document;
    uint32_t i = n->span.begin;
    uint32_t begin = a->sentences[n->sentence].span.begin; /* behind (영종도=한빛통신) 박가온 기자 = */
    while (i > begin && d->cls[i - 1] == GISA_CHAR_BLANK) {
        i--;
    }
    bool credit = i > begin && (d->key[i - 1] == ':' || d->key[i - 1] == '=' || d->key[i - 1] == '/');
    return credit && a->segments[a->sentences[n->sentence].segment].kind == GISA_SEGMENT_CAPTION;
}

void gisa_reporters_drop(const struct gisa_analysis *a, struct gisa_names *names) {
    struct gisa_span out[2 * GISA_MAX_REPORTERS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < a->article.reporter_count; i++) {
        out[count++] = a->article.reporters[i].name;
    }
    for (uint32_t i = 0; i < names->count && count < 2 * GISA_MAX_REPORTERS; i++) {
        if (names->at[i].type == GISA_ENTITY_PERSON && !names->at[i].own.in &&
            (reports(&a->document, &names->at[i]) || signs_off(a, names, i) || is_credit(a, &names->at[i]))) {
            out[count++] = names->at[i].span;
        }
    }
    for (uint32_t i = 0; i < names->count; i++) {
        bool is_own = names->at[i].own.in != NULL; /* known to the newsroom: only where it stands as the reporter's */
        for (uint32_t k = 0; k < count && names->at[i].type == GISA_ENTITY_PERSON; k++) {
            if (is_own ? gisa_span_overlaps(names->at[i].span, out[k]) : gisa_same_text(&a->document, names->at[i].span, out[k])) {
                names->at[i].type = GISA_ENTITY_OTHER;
            }
        }
    }
}
