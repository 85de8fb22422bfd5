/* SPDX-License-Identifier: Apache-2.0 */
/* Clubs called by their place: 서울은 이겼다 where FC서울 plays. */
#include "entity/entity.h"
#include "text/charclass.h"
#include "text/seek.h"
#include "title_lex.h"

enum { MOST = 64 /* clubs of an article */ };

/* The place of a club's name, 서울 of FC서울, 강원 of 강원FC, 프라이부르크 of SC프라이부르크; empty if it is no such name. */
static struct gisa_span club_place(const struct gisa_document *d, struct gisa_span s) {
    uint32_t front = s.begin;
    uint32_t back = s.end;
    while (front < s.end && front < s.begin + 3 && d->cls[front] == GISA_CHAR_LATIN) {
        front++;
    }
    while (back > front && back > s.end - 2 && d->cls[back - 1] == GISA_CHAR_LATIN) {
        back--;
    }
    uint32_t second = gisa_club_begin(d, s);
    if (second > s.begin + 1) {
        return (struct gisa_span){s.begin, second - 1}; /* 포항 of 포항 스틸러스 */
    }
    bool head = front >= s.begin + 2 && back >= front + 2;
    bool tail = back == s.end - 2 && back >= front + 2;
    struct gisa_span place = {head ? front : s.begin, tail ? back : s.end};
    place.begin += place.begin < place.end && d->cls[place.begin] == GISA_CHAR_BLANK;
    place.end -= place.end > place.begin && d->cls[place.end - 1] == GISA_CHAR_BLANK;
    return head != tail ? place : (struct gisa_span){0, 0};
}

/* Does the place act, or stand before who works at a club: 강원이 이겼다, 서울의 감독, 강원 수석코치? */
static bool acts_as_club(const struct gisa_analysis *a, const struct gisa_name *n) {
    const struct gisa_sentence *s = &a->sentences[n->sentence];
    const struct gisa_token *t = &a->tokens[n->token];
    if (t->stem_end == n->span.end && t->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC) && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE))) {
        return true;
    }
    uint32_t next = n->token + 1;
    if (t->stem_end == n->span.end && t->josa & GISA_JOSA_GENITIVE) { /* 서울의 이반 페레이라 감독 */
        while (next < n->token + 4 && next < s->first_token + s->token_count && !a->tokens[next].josa && !gisa_is_titled(a, &a->tokens[next])) {
            next++;
        }
    }
    bool near = t->span.end == n->span.end || next > n->token + 1;
    bool titled = near && next < s->first_token + s->token_count && a->tokens[next].kind == GISA_TOKEN_WORD;
    return titled && gisa_title_at_end(&a->document, a->tokens[next].span.begin, a->tokens[next].stem_end) &&
           gisa_title_class(&a->document, a->tokens[next].span.begin, a->tokens[next].stem_end) == GISA_TITLE_CLASS_SPORT;
}

/* Where FC서울 plays, 서울은 that acts is the club; two clubs of one place tell nothing. */
void gisa_clubs_see(const struct gisa_analysis *a, struct gisa_names *names) {
    const struct gisa_document *d = &a->document;
    uint32_t clubs[MOST];
    uint32_t count = 0;
    for (uint32_t i = 0; i < names->count && count < MOST; i++) {
        const struct gisa_name *n = &names->at[i];
        bool fresh = n->type == GISA_ENTITY_ORGANIZATION && !gisa_span_is_empty(club_place(d, n->span));
        for (uint32_t k = 0; k < count && fresh; k++) {
            fresh = !gisa_same_text(d, names->at[clubs[k]].span, n->span);
        }
        clubs[count] = i;
        count += fresh;
    }
    for (uint32_t i = 0; count && i < names->count; i++) {
        struct gisa_name *n = &names->at[i];
        uint32_t club = GISA_NONE;
        for (uint32_t k = 0; k < count && n->type == GISA_ENTITY_PLACE && !n->own.in; k++) {
            if (gisa_same_text(d, n->span, club_place(d, names->at[clubs[k]].span))) {
                club = club == GISA_NONE ? clubs[k] : UINT32_MAX - 1;
            }
        }
        if (club < names->count && acts_as_club(a, n)) {
            const struct gisa_name *whole = &names->at[club];
            gisa_name_stand_for(n, whole, "ko.alias.short");
            n->canonical = whole->canonical;
            n->row = whole->row;
            n->country = whole->country;
        }
    }
}
