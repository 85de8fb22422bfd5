/* SPDX-License-Identifier: Apache-2.0 */
/* Titles that a clause gives: 조민서 부사장을 신임 대표로 선임했다, 대표에는 탁인섭 전무가 발탁됐다, 고문을 맡는 노재민. */
#include "appoint_lex.h"
#include "entity/entity.h"
#include "passive_lex.h"
#include "text/seek.h"
#include "title_lex.h"
#include "title_status_lex.h"
#include "token/token.h"

enum { NEAR = 10 /* tokens */, NAMES = 8 /* looked at on either side */, GLOSS = 6, JE = 0xC81C /* 제 of 제9대 */, DAE = 0xB300 /* 대 */ };

struct post { /* a title with the particle that lets a clause give it */
    struct gisa_span title;
    uint32_t first; /* token */
    uint32_t behind; /* token behind the particle */
    uint8_t by;     /* a bit of GISA_APPOINT_BY_* */
};

struct reader {
    const struct gisa_analysis *a;
    const struct gisa_document *d;
    struct gisa_names *names;
    uint32_t first, end; /* tokens of the sentence */
    uint32_t name, name_end; /* names of the sentence */
};

/* The sentence's first name that begins at or behind pos. */
static uint32_t name_from(const struct reader *r, uint32_t pos) {
    return gisa_seek_begin(r->names->at, sizeof *r->names->at, r->name, r->name_end, pos);
}

static uint8_t by_of(uint32_t josa) {
    return josa & GISA_JOSA_DIRECTION ? GISA_APPOINT_BY_AS : josa & GISA_JOSA_DATIVE ? GISA_APPOINT_BY_AT
           : josa & GISA_JOSA_OBJECT  ? GISA_APPOINT_BY_OBJECT
           : josa & GISA_JOSA_TOPIC   ? GISA_APPOINT_BY_TOPIC
           : josa & GISA_JOSA_SUBJECT ? GISA_APPOINT_BY_SUBJECT : 0;
}

/* The token behind a bracket that opens right at token t, and the particle behind it; t when there is none. */
static uint32_t skip_bracket(const struct reader *r, uint32_t t, uint32_t *josa) {
    const struct gisa_token *tokens = r->a->tokens;
    if (t >= r->end || r->d->key[tokens[t].span.begin] != '(' || tokens[t].space_before) {
        return t;
    }
    uint32_t close = t;
    while (close < r->end && close < t + GLOSS && r->d->key[tokens[close].span.begin] != ')') {
        close++;
    }
    bool particle = close + 1 < r->end && r->d->key[tokens[close].span.begin] == ')' && !tokens[close + 1].space_before &&
                    gisa_josa_tail(r->d, tokens[close + 1].span.begin, tokens[close + 1].span.end, josa);
    return particle ? close + 2 : t;
}

/* Is token t a title that a particle ends? */
static bool read_post(const struct reader *r, uint32_t t, struct post *post) {
    const struct gisa_token *w = &r->a->tokens[t];
    uint32_t josa = w->josa;
    uint32_t length = w->kind == GISA_TOKEN_WORD ? gisa_title_at_end(r->d, w->span.begin, w->stem_end) : 0;
    struct gisa_span title = {w->span.begin, w->stem_end};
    post->behind = t + 1;
    if (length && w->stem_end == w->span.end) {
        post->behind = skip_bracket(r, t + 1, &josa);
        length = post->behind > t + 1 ? length : 0;
    }
    uint8_t class = gisa_title_class(r->d, title.begin, title.end);
    bool office = t > r->first && r->a->tokens[t - 1].stem_end == r->a->tokens[t - 1].span.end && w->space_before && gisa_is_titled(r->a, w - 1); /* 경기지사 후보로, 장관 후보자에 */
    if (!length || !by_of(josa) || gisa_title_is_plain(r->d, title) || class == GISA_TITLE_CLASS_KIN || (class == GISA_TITLE_CLASS_COMING && !office)) {
        return false;
    }
    post->first = t;
    if (office) {
        title.begin = r->a->tokens[--post->first].span.begin;
    }
    post->title = title;
    post->by = by_of(josa);
    return true;
}

/* The row of the word at token t that gives titles by this particle, NULL if it is none. */
static const struct gisa_appoint_row *verb_at(const struct reader *r, uint32_t t, uint8_t by) {
    uint32_t row = 0;
    const struct gisa_token *w = &r->a->tokens[t];
    bool found = w->kind == GISA_TOKEN_WORD && gisa_trie_longest(&gisa_appoint_trie, r->d->key + w->span.begin, gisa_span_length(w->span), &row) > 0;
    return found && gisa_appoint_rows[row].by & by ? &gisa_appoint_rows[row] : NULL;
}

static bool is_passive(const struct reader *r, uint32_t t) {
    const struct gisa_token *w = &r->a->tokens[t];
    uint32_t row = 0;
    for (uint32_t i = w->span.begin + 2; i < w->span.end; i++) {
        if (gisa_trie_longest(&gisa_passive_trie, r->d->key + i, w->span.end - i, &row)) {
            return true;
        }
    }
    return false;
}

/* The particle of a person's phrase, with gloss and titles, and the token behind it. */
static uint32_t case_of(const struct reader *r, const struct gisa_name *n, uint32_t *behind) {
    uint32_t end = n->phrase_end;
    uint32_t josa = 0;
    uint32_t t = gisa_token_holding(r->a, n->sentence, end - 1);
    t += t + 1 < r->end && r->a->tokens[t].span.end == end && !r->a->tokens[t + 1].space_before;
    *behind = t + 1;
    return r->a->tokens[t].span.end > end && gisa_josa_tail(r->d, end, r->a->tokens[t].span.end, &josa) ? josa : 0;
}

static bool is_person(const struct gisa_name *n) { return n->type == GISA_ENTITY_PERSON; }

/* Does a titled word with a case stand between: 김 부사장을, of whom no name is told yet? */
static bool is_anybody_between(const struct reader *r, uint32_t from, uint32_t to) {
    for (uint32_t t = from; t < to; t++) {
        const struct gisa_token *w = &r->a->tokens[t];
        if (gisa_is_titled(r->a, w) && w->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC | GISA_JOSA_OBJECT)) {
            return true;
        }
    }
    return false;
}

/* 조민서 부사장을 | 대표로 선임했다, 성나영 실장이 | 부사장으로 승진했다: the person before the post. */
static struct gisa_name *person_before(const struct reader *r, const struct post *post, bool object) {
    uint32_t wanted = object ? GISA_JOSA_OBJECT : GISA_JOSA_SUBJECT | GISA_JOSA_TOPIC;
    uint32_t from = name_from(r, post->title.begin);
    for (uint32_t i = from; i-- > r->name && from - i <= NAMES;) {
        struct gisa_name *n = &r->names->at[i];
        uint32_t behind = 0;
        if (n->token >= post->first || !is_person(n)) {
            continue;
        }
        bool fits = case_of(r, n, &behind) & wanted && behind <= post->first && !is_anybody_between(r, behind, post->first);
        return fits ? n : NULL;
    }
    return NULL;
}

/* 총감독으로 위촉된 | 윤가람: the person whom the clause describes, nothing with a case between. */
static struct gisa_name *person_behind(const struct reader *r, uint32_t token) {
    uint32_t from = token < r->end ? name_from(r, r->a->tokens[token].span.begin) : r->name_end;
    for (uint32_t i = from; i < r->name_end && i < from + NAMES; i++) {
        struct gisa_name *n = &r->names->at[i];
        if (!is_person(n)) {
            continue;
        }
        bool near = n->token <= token + GLOSS;
        for (uint32_t t = token; near && t < n->token; t++) {
            near = !r->a->tokens[t].josa && r->a->tokens[t].kind == GISA_TOKEN_WORD;
        }
        return near ? n : NULL;
    }
    return NULL;
}

/* 대표에는 | 탁인섭 전무를 … 내정했다: the next person, when a verb that appoints follows and no other post stands between. */
static struct gisa_name *person_of_post(const struct reader *r, const struct post *post, uint32_t *verb, const struct gisa_appoint_row **row) {
    uint32_t from = post->behind < r->end ? name_from(r, r->a->tokens[post->behind].span.begin) : r->name_end;
    for (uint32_t i = from; i < r->name_end && i < from + NAMES; i++) {
        struct gisa_name *n = &r->names->at[i];
        uint32_t behind = 0;
        if (!is_person(n)) {
            continue;
        }
        uint32_t josa = case_of(r, n, &behind);
        struct post other;
        for (uint32_t t = post->behind; t < n->token; t++) {
            bool gone = t == post->behind && post->by == GISA_APPOINT_BY_AS && r->a->tokens[t].ending != GISA_ENDING_NONE; /* 대사로 | 부임한 뒤 */
            if (gone || t > post->behind + NEAR || (read_post(r, t, &other) && other.by == post->by) ||
                r->a->tokens[t].ending == GISA_ENDING_FINAL || r->a->tokens[t].ending == GISA_ENDING_CONNECTIVE) {
                return NULL;
            }
        }
        for (*verb = behind; *verb < r->end && *verb < behind + 2 * NEAR; ++*verb) {
            *row = verb_at(r, *verb, post->by);
            if (*row && post->by == GISA_APPOINT_BY_TOPIC) {
                return josa & GISA_JOSA_SUBJECT ? n : NULL; /* 차관은 | 김하늬 전 의원이 맡는다 */
            }
            if (*row) {
                bool takes = !josa || josa & GISA_JOSA_OBJECT || !(*row)->active || is_passive(r, *verb);
                return takes && !(josa & (GISA_JOSA_COMITATIVE | GISA_JOSA_DATIVE | GISA_JOSA_GENITIVE)) ? n : NULL;
            }
        }
        return NULL;
    }
    return NULL;
}

/* Is the title that of a person named before it: 김 회장은, 김도윤 대표는? */
static bool is_of_person(const struct reader *r, const struct post *post) {
    uint32_t from = name_from(r, post->title.begin);
    for (uint32_t i = from; i-- > r->name && from - i <= NAMES;) {
        const struct gisa_name *n = &r->names->at[i];
        if (is_person(n) && n->phrase_end >= post->title.end) {
            return true;
        }
    }
    return post->first > r->first && gisa_is_surname(r->d, r->a->tokens[post->first - 1].span.begin, r->a->tokens[post->first - 1].span.end);
}

static bool is_ordinal(const struct gisa_document *d, struct gisa_span s) { /* 제9대 */
    return gisa_span_length(s) >= 3 && d->key[s.begin] == JE && d->key[s.end - 1] == DAE && d->cls[s.begin + 1] == GISA_CHAR_DIGIT;
}

/* The body right before the post, over what tells its status: 한빛전자 신임 | 대표. */
static uint32_t employer_of(const struct reader *r, const struct post *post) {
    uint32_t t = post->first;
    for (uint32_t steps = 0; t > r->first && steps < 2; steps++) {
        const struct gisa_token *w = &r->a->tokens[t - 1];
        uint32_t row = 0;
        uint32_t length = gisa_span_length(w->span);
        bool status = gisa_trie_longest(&gisa_title_status_trie, r->d->key + w->span.begin, length, &row) == length;
        t -= status || is_ordinal(r->d, w->span);
    }
    const struct gisa_token *w = t > r->first ? &r->a->tokens[t - 1] : NULL;
    uint32_t from = w ? name_from(r, w->span.end) : r->name;
    for (uint32_t i = from; i-- > r->name && from - i <= NAMES;) {
        const struct gisa_name *n = &r->names->at[i];
        bool right = n->span.end == (w->josa & GISA_JOSA_GENITIVE ? w->stem_end : w->span.end);
        if (right && n->type == GISA_ENTITY_ORGANIZATION) {
            return i;
        }
    }
    return GISA_NONE;
}

static void give(const struct reader *r, struct gisa_name *n, const struct post *post, uint32_t verb, const struct gisa_appoint_row *row) {
    struct gisa_clause clause;
    gisa_clause_read(r->a, verb, &clause);
    if (clause.modality & (GISA_MODALITY_NEGATED | GISA_MODALITY_HYPOTHETICAL) || n->title_count == GISA_MAX_TITLES) {
        return;
    }
    bool coming = clause.tense == GISA_TENSE_FUTURE || clause.modality & GISA_MODALITY_PLANNED;
    uint8_t status = coming && row->status == GISA_APPOINT_STATUS_NEW ? GISA_TITLE_NEXT : row->status;
    uint32_t employer = employer_of(r, post);
    uint32_t at = name_from(r, post->title.begin);
    const struct gisa_name *body = at < r->name_end ? &r->names->at[at] : NULL; /* 한빛전자대표로 */
    if (employer == GISA_NONE && body && body->span.begin == post->title.begin && body->span.end < post->title.end &&
        body->type == GISA_ENTITY_ORGANIZATION) {
        employer = at;
    }
    struct gisa_span title = post->title;
    title.begin = employer != GISA_NONE && r->names->at[employer].span.begin == title.begin ? r->names->at[employer].span.end : title.begin;
    title.begin += title.begin < title.end && r->d->cls[title.begin] == GISA_CHAR_BLANK; /* 한국표준과학연구원 | 책임연구원을 지낸 */
    n->titles[n->title_count++] = (struct gisa_name_title){title, employer, status};
}

static void read_sentence(const struct reader *r) {
    for (uint32_t t = r->first; t < r->end; t++) {
        struct post post;
        if (!read_post(r, t, &post)) {
            continue;
        }
        const struct gisa_appoint_row *row = NULL;
        uint32_t verb = post.behind;
        for (; !row && post.by != GISA_APPOINT_BY_TOPIC && verb < r->end && verb < post.behind + 2; verb++) {
            row = verb_at(r, verb, post.by);
        }
        verb -= row != NULL;
        struct gisa_name *n = NULL;
        if (row && r->a->tokens[verb].ending == GISA_ENDING_ADNOMINAL) {
            n = person_behind(r, verb + 1);
        } else if (row) {
            n = person_before(r, &post, row->active && !is_passive(r, verb));
        } else if (post.by == GISA_APPOINT_BY_AT || post.by == GISA_APPOINT_BY_AS || (post.by == GISA_APPOINT_BY_TOPIC && !is_of_person(r, &post))) {
            n = person_of_post(r, &post, &verb, &row);
        }
        if (n && !gisa_span_contains((struct gisa_span){n->span.begin, n->span.end}, post.title)) {
            give(r, n, &post, verb, row);
        }
    }
}

void gisa_appointed_read(const struct gisa_analysis *a, struct gisa_names *names) {
    struct reader r = {.a = a, .d = &a->document, .names = names};
    for (uint32_t s = 0; s < a->sentence_count; s++) {
        r.first = a->sentences[s].first_token;
        r.end = r.first + a->sentences[s].token_count;
        r.name = r.name_end;
        while (r.name_end < names->count && names->at[r.name_end].sentence == s) {
            r.name_end++;
        }
        if (r.name < r.name_end) {
            read_sentence(&r);
        }
    }
}
