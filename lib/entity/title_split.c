/* SPDX-License-Identifier: Apache-2.0 */
/* Titles side by side that are two, and what before or behind a title tells its status. */
#include "entity/entity.h"
#include "title_rank_lex.h"
#include "title_status_lex.h"

/* Where the last word begins, and of which kind the words are (title_rank.tsv), -1: none. */
static uint32_t last_word(const struct gisa_document *d, struct gisa_span s, int *kind, int *kind_before) {
    uint32_t word = s.end;
    while (word > s.begin && d->cls[word - 1] != GISA_CHAR_BLANK) {
        word--;
    }
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_title_rank_trie, d->key + s.end, s.end - word, &row);
    *kind = n == s.end - word ? (int)gisa_title_rank_rows[row].kind : -1;
    n = word > s.begin + 1 ? gisa_trie_longest_back(&gisa_title_rank_trie, d->key + word - 1, word - 1 - s.begin, &row) : 0;
    *kind_before = n ? (int)gisa_title_rank_rows[row].kind : -1;
    return word;
}

/* 전(前)해수차관: the hanja before a title that tells its status. */
static void cut_status(const struct gisa_document *d, struct gisa_name_title *t) {
    uint32_t row = 0;
    bool hanja = gisa_span_length(t->span) > 2 && d->cls[t->span.begin] == GISA_CHAR_HANJA;
    if (hanja && gisa_trie_longest(&gisa_title_status_trie, d->key + t->span.begin, 1, &row)) {
        t->status = gisa_title_status_rows[row].status;
        t->span.begin++;
    }
}

/* 소상공인협회|장 is its 회장, 누리연구원|장 its 원장: the last syllable of the body belongs to both. */
static void take_syllable(const struct gisa_document *d, struct gisa_name_title *t) {
    enum { JANG = 0xC7A5, HOE = 0xD68C, WON = 0xC6D0, SO = 0xC18C, CHEONG = 0xCCAD, SEO = 0xC11C /* 장 회 원 소 청 서 */ };
    uint32_t before = t->span.begin ? d->key[t->span.begin - 1] : 0;
    bool shares = before == HOE || before == WON || before == SO || before == CHEONG || before == SEO;
    if (gisa_span_length(t->span) == 1 && d->key[t->span.begin] == JANG && shares) {
        t->span.begin--;
    }
}

/* 대표이사 사장 is two titles, 사장 내정자 a title to come. */
static void split_titles(const struct gisa_document *d, struct gisa_name *n) {
    for (uint32_t i = 0; i < n->title_count; i++) {
        struct gisa_name_title *t = &n->titles[i];
        int kind = -1;
        int before = -1;
        cut_status(d, t);
        take_syllable(d, t);
        uint32_t word = last_word(d, t->span, &kind, &before);
        if (kind == GISA_TITLE_RANK_KIND_COMING && word > t->span.begin + 1) {
            t->status = GISA_TITLE_NEXT;
            t->span.end = word - 1;
            word = last_word(d, t->span, &kind, &before);
        }
        if (kind == GISA_TITLE_RANK_KIND_RANK && before == GISA_TITLE_RANK_KIND_OFFICE && n->title_count < GISA_MAX_TITLES) {
            for (uint32_t k = n->title_count++; k > i; k--) {
                n->titles[k] = n->titles[k - 1];
            }
            n->titles[i].span.end = word - 1;
            n->titles[++i].span.begin = word;
        }
    }
}

void gisa_titles_split(const struct gisa_document *d, struct gisa_names *names) {
    for (uint32_t i = 0; i < names->count; i++) {
        split_titles(d, &names->at[i]);
    }
}
