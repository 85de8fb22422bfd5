/* SPDX-License-Identifier: Apache-2.0 */
/* Which pairs of marks are speech, what reports them, and when it was said. */
#include "entity/entity.h"
#include "event/quote.h"

#include "quote_final_lex.h"
#include "quote_sends_lex.h"
#include "quote_tail_lex.h"
#include "quote_verb_lex.h"
#include "text/seek.h"

/* A cue stands at most so many tokens behind its quotation; free-standing words are speech from so many words on. */
enum { CUE_WINDOW = 48, FREE_WORDS = 3, CLAUSE_WORDS = 2, NEAR = 24, SHORT_REPORT = 10 };

struct reader {
    struct gisa_run *run;
    struct gisa_analysis *a;
    const struct gisa_document *d;
    const struct gisa_mark_pair *pairs;
    uint32_t pair_count;
    uint8_t *is_quoted; /* [token_count] */
    struct gisa_quote *quotes;
    uint32_t count;
    uint32_t *of_pair; /* [pair_count] quote made of it, or GISA_NONE */
    uint32_t utterance;
    struct gisa_narration told;
};

struct tail {
    bool found;
    uint8_t kind;    /* GISA_QUOTE_TAIL_KIND_* */
    uint32_t length; /* code points */
    bool is_among;   /* 등의: one of several that were heard */
};

static uint32_t sentence_at(const struct gisa_analysis *a, uint32_t segment, uint32_t pos) {
    const struct gisa_segment *s = &a->segments[segment];
    uint32_t first = s->first_sentence;
    return gisa_seek_holding(a->sentences, sizeof *a->sentences, first, first + s->sentence_count, pos);
}

static uint32_t tokens_end(const struct gisa_analysis *a, uint32_t sentence) {
    return a->sentences[sentence].first_token + a->sentences[sentence].token_count;
}

static struct gisa_span content_of(const struct gisa_document *d, const struct gisa_mark_pair *p) {
    struct gisa_span c = {p->begin + 1, p->runs_on ? p->end : p->end - 1};
    while (c.begin < c.end && (d->cls[c.begin] == GISA_CHAR_BLANK || d->cls[c.begin] == GISA_CHAR_NEWLINE)) {
        c.begin++;
    }
    while (c.begin < c.end && (d->cls[c.end - 1] == GISA_CHAR_BLANK || d->cls[c.end - 1] == GISA_CHAR_NEWLINE)) {
        c.end--;
    }
    return c;
}

static uint32_t count_words(const struct gisa_document *d, struct gisa_span c) {
    uint32_t n = 1;
    for (uint32_t i = c.begin; i < c.end; i++) {
        n += d->cls[i] == GISA_CHAR_BLANK;
    }
    return n;
}

/* Do the words end like a clause: a stop, or a final ending. */
static bool ends_as_clause(const struct gisa_document *d, struct gisa_span c) {
    uint32_t end = c.end;
    while (end > c.begin && (d->cls[end - 1] == GISA_CHAR_STOP || d->cls[end - 1] == GISA_CHAR_CLOSE)) {
        end--;
    }
    uint32_t row = 0;
    return end > c.begin && gisa_trie_longest_back(&gisa_quote_final_trie, d->key + end, end - c.begin, &row) > 0;
}

static struct tail read_tail(const struct reader *r, const struct gisa_mark_pair *p) {
    struct tail t = {false, 0, 0, false};
    const struct gisa_mark_pair *last = r->pairs + r->pair_count - 1;
    while (p < last && !p->runs_on && p[1].segment == p->segment && p[1].begin <= p->end + 2 && p[1].begin > p->end &&
           r->d->cls[p->end] == GISA_CHAR_BLANK) { /* "너무 가볍다" "다행이다" 등의 말이: they share what follows */
        p++;
    }
    uint32_t row = 0;
    uint32_t left = r->a->segments[p->segment].span.end - p->end;
    t.length = p->runs_on ? 0 : gisa_trie_longest(&gisa_quote_tail_trie, r->d->key + p->end, left, &row);
    if (t.length) {
        uint32_t next = p->end + t.length;
        uint8_t kind = gisa_quote_tail_rows[row].kind;
        bool whole = r->d->cls[next] != GISA_CHAR_HANGUL;
        t.found = whole || kind == GISA_QUOTE_TAIL_KIND_QUOTATIVE || kind == GISA_QUOTE_TAIL_KIND_COPULA;
        t.kind = kind;
        t.is_among = r->d->key[p->end] == 0xB4F1;
    } else if (r->d->key[p->end] == ' ' && r->d->key[p->end + 1] == 0xB4F1 && left > 2) { /* … " 등의 */
        t = (struct tail){true, GISA_QUOTE_TAIL_KIND_CASE, 0, true};
    }
    return t;
}

static bool is_form_of_hada(const uint32_t *k, uint32_t n) {
    static const uint32_t forms[] = {0xD558 /* 하 */, 0xD588 /* 했 */, 0xD55C /* 한 */, 0xD560 /* 할 */,
                                     0xD569 /* 합 */, 0xD574 /* 해 */, 0xD588 /* 했 */};
    for (uint32_t i = 0; n && i < sizeof forms / sizeof forms[0]; i++) {
        if (k[0] == forms[i]) {
            return true;
        }
    }
    return false;
}

/* Does a word of sending out stand near behind the writing that token t names: 의견서를 공정위에 | 냈다? Returns the tokens up to it, 0 if none. */
static uint32_t sent_at(const struct reader *r, uint32_t t, uint32_t end) {
    enum { NEAR_WORDS = 4 };
    const struct gisa_token *token = &r->a->tokens[t];
    if (!(token->josa & (GISA_JOSA_OBJECT | GISA_JOSA_ADDITIVE))) {
        return 0;
    }
    for (uint32_t i = t + 1; i < end && i < t + NEAR_WORDS && !r->is_quoted[i]; i++) {
        const struct gisa_token *w = &r->a->tokens[i];
        uint32_t row = 0;
        if (gisa_trie_longest(&gisa_quote_sends_trie, r->d->key + w->span.begin, gisa_span_length(w->span), &row)) {
            return i - t + 1;
        }
    }
    return 0;
}

/* Length in tokens of the reporting words that begin at position pos of token t; 0 if none. */
static uint32_t verb_at(const struct reader *r, uint32_t t, uint32_t pos, uint32_t end) {
    const struct gisa_token *token = &r->a->tokens[t];
    uint32_t limit = r->a->tokens[end - 1].span.end;
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_quote_verb_trie, r->d->key + pos, limit - pos, &row);
    if (!n) {
        return 0;
    }
    uint32_t tokens = 1;
    while (t + tokens < end && r->a->tokens[t + tokens].span.begin < pos + n) {
        tokens++;
    }
    uint32_t rest = pos + n;
    switch (gisa_quote_verb_rows[row].kind) {
    case GISA_QUOTE_VERB_KIND_STEM:
        return tokens;
    case GISA_QUOTE_VERB_KIND_NOMINAL:
        return tokens;
    case GISA_QUOTE_VERB_KIND_WRITING:
        return rest == token->stem_end ? sent_at(r, t, end) : 0;
    default:
        break;
    }
    if (rest < token->span.end && is_form_of_hada(r->d->key + rest, token->span.end - rest)) {
        return tokens;
    }
    bool object = rest == token->span.end || (token->josa & (GISA_JOSA_OBJECT | GISA_JOSA_ADDITIVE));
    if (object && t + 1 < end && is_form_of_hada(r->d->key + r->a->tokens[t + 1].span.begin, 1)) {
        return 2;
    }
    bool nominal = rest < token->span.end && (token->josa & (GISA_JOSA_COPULA | GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE));
    return nominal || (rest == token->span.end && t + 1 < end && r->a->tokens[t + 1].kind == GISA_TOKEN_PUNCT) ? 1 : 0;
}

/* The first reporting words behind the quotation, outside other quotations. Sets cue tokens; false if none. */
static bool find_cue(const struct reader *r, const struct gisa_mark_pair *p, uint32_t tail, uint32_t from, uint32_t end,
                     struct gisa_speech *s) {
    s->cue_first = s->cue_end = from;
    for (uint32_t t = from; t < end && t < from + CUE_WINDOW; t++) {
        const struct gisa_token *token = &r->a->tokens[t];
        if (r->is_quoted[t] || token->kind != GISA_TOKEN_WORD) {
            continue;
        }
        bool first = token->span.begin == p->end && tail;
        uint32_t pos = first ? p->end + tail : token->span.begin;
        uint32_t n = pos < token->span.end ? verb_at(r, t, pos, end) : 0;
        bool han = tail && !n && t == from + 1 && gisa_span_length(token->span) == 1 && r->d->key[pos] == 0xD55C; /* "…"고 | 한 것에 대해 */
        n = han ? 1 : n;
        if (n) {
            s->cue_first = t;
            s->cue_end = t + n;
            return true;
        }
    }
    return false;
}

/* 말한 바 있습니다: the cue goes on over 바/적 + 있다. */
static struct gisa_span cue_span(const struct reader *r, const struct gisa_mark_pair *p, uint32_t tail,
                                 struct gisa_speech *s, uint32_t end) {
    if (s->cue_first == s->cue_end) {
        return (struct gisa_span){0, 0};
    }
    const struct gisa_token *t = r->a->tokens;
    uint32_t last = s->cue_end - 1;
    if (t[last].ending == GISA_ENDING_ADNOMINAL && last + 2 < end && gisa_span_length(t[last + 1].span) == 1 &&
        (r->d->key[t[last + 1].span.begin] == 0xBC14 /* 바 */ || r->d->key[t[last + 1].span.begin] == 0xC801 /* 적 */)) {
        last += 2;
        s->cue_end = last + 1;
    }
    uint32_t begin = t[s->cue_first].span.begin;
    if (begin == p->end) {
        begin += tail;
    }
    return (struct gisa_span){begin, t[last].span.end};
}

/* Does a clause before a noun own the time: 19일 기항한 아라온호를 언급하며? What was held then (12일 열린
 * 간담회에서) is where it was said. */
static bool is_inner(const struct reader *r, const struct gisa_time *time, uint32_t end) {
    enum { REACH = 16 };
    const struct gisa_analysis *a = r->a;
    uint32_t i = gisa_seek_begin(a->tokens, sizeof *a->tokens, 0, a->token_count, time->span.end);
    bool inner = false;
    bool owned = false;
    for (uint32_t n = 0; i < a->token_count && a->tokens[i].span.begin < end && n < REACH; i++, n++) {
        const struct gisa_token *t = &a->tokens[i];
        if (r->is_quoted[i]) {
            break; /* 13일 서명식에서 "… 맺은 계약": words of speech are no clause of it */
        }
        const uint32_t length = gisa_span_length(t->span);
        bool said = length >= 3 && r->d->key[t->span.end - 1] == 0xB294 /* 는 */ && (r->d->key[t->span.end - 2] == 0xB2E4 || r->d->key[t->span.end - 2] == 0xB77C); /* 다 라 */
        if (said) { /* 2022년 12월 지시했다는 | 혐의는 "부족하다"며 판단했다 */
            return true;
        }
        if (owned) {
            continue; /* 지난달 회사가 제안했|다는 보도와 관련해: only whether somebody told that */
        }
        if (inner && t->josa) {
            return !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT));
        }
        if (!inner && t->josa & GISA_JOSA_TOPIC) {
            return false;
        }
        owned = !inner && t->josa & GISA_JOSA_SUBJECT;
        if (owned && time->precision <= GISA_PRECISION_DAY) {
            return false; /* 12일 회사가 제안했다는 보도를 부인했다 */
        }
        inner = inner || t->ending == GISA_ENDING_ADNOMINAL;
    }
    return false;
}

/* The date the reporting clause names: the nearest resolved one before the opening mark, outside quotations, or between
 * the closing mark and the cue. */
static uint32_t said_at(const struct reader *r, const struct gisa_mark_pair *p, const struct gisa_speech *s) {
    const struct gisa_analysis *a = r->a;
    uint32_t begin = a->sentences[s->sentence].span.begin;
    uint32_t low = gisa_seek_begin(a->times, sizeof *a->times, 0, a->time_count, p->begin);
    for (uint32_t i = low; i-- > 0 && a->times[i].span.begin >= begin && low - i <= 4;) {
        const struct gisa_time *t = &a->times[i];
        if (t->is_resolved && !t->in_quote && !t->is_name && !is_inner(r, t, p->begin) && t->type <= GISA_TIME_TIME && t->from.year && t->to.year) {
            return i;
        }
    }
    return GISA_NONE;
}

/* Does a quotation of the same sentence stand right before, with only its report in between? */
static bool is_continued(const struct reader *r, const struct gisa_mark_pair *p) {
    if (!r->count) {
        return false;
    }
    const struct gisa_quote *b = &r->quotes[r->count - 1];
    return b->span.end < p->begin && p->begin - b->span.end < NEAR && r->d->key[b->span.end] == ',' &&
           !gisa_span_is_empty(b->cue) && b->cue.end <= p->begin;
}

/* "…" 박 감독의 말이다. : words that stand alone are reported by a short sentence behind them. */
static void look_behind(const struct reader *r, const struct gisa_mark_pair *p, struct gisa_speech *s, uint32_t *end) {
    const struct gisa_analysis *a = r->a;
    uint32_t next = s->tail_sentence + 1;
    if (s->cue_first < s->cue_end || s->close_token < *end || next >= a->sentence_count ||
        a->sentences[next].segment != p->segment || a->sentences[next].token_count > SHORT_REPORT) {
        return;
    }
    struct gisa_speech report = *s;
    uint32_t first = a->sentences[next].first_token;
    uint32_t last = first + a->sentences[next].token_count;
    bool quoted = false;
    for (uint32_t t = first; t < last; t++) {
        quoted = quoted || r->is_quoted[t];
    }
    if (!quoted && last > first && find_cue(r, p, 0, first, last, &report)) {
        report.close_token = first;
        report.tail_sentence = next;
        *s = report;
        *end = last;
    }
}

/* Is the last word inside the marks a finite predicate: 끌었다, but not 편지? */
static bool ends_in_predicate(const struct reader *r, const struct gisa_mark_pair *p, const struct gisa_speech *s) {
    uint32_t t = gisa_quote_token_at(r->a, s->tail_sentence, p->end);
    while (t > r->a->sentences[s->tail_sentence].first_token && r->a->tokens[t - 1].kind != GISA_TOKEN_WORD) {
        t--;
    }
    return t > r->a->sentences[s->tail_sentence].first_token && r->a->tokens[t - 1].ending == GISA_ENDING_FINAL;
}

/* Speech, a stressed word, or a fragment? */
static bool judge(const struct reader *r, const struct gisa_mark_pair *p, struct tail tail, struct gisa_speech *s,
                  uint8_t *kind) {
    struct gisa_span c = content_of(r->d, p);
    uint32_t words = count_words(r->d, c);
    bool clause = ends_as_clause(r->d, c);
    bool has_cue = s->cue_first < s->cue_end;
    *kind = GISA_QUOTE_DIRECT;
    s->is_free = !tail.found;
    s->is_clause = ends_in_predicate(r, p, s);
    if (gisa_span_is_empty(c)) {
        return false;
    }
    if (p->is_single) {
        return clause && tail.found && tail.kind == GISA_QUOTE_TAIL_KIND_QUOTATIVE && has_cue;
    }
    if (p->runs_on) {
        return true;
    }
    if (s->is_headline) {
        return clause || words >= CLAUSE_WORDS;
    }
    if (!tail.found && r->d->key[p->end] == ',' && has_cue && r->a->tokens[s->cue_first].span.begin - p->end < NEAR) {
        s->is_free = false; /* "우리는", 한 의장이 말했다, "버틴다" */
        return true;
    }
    if (!tail.found) {
        return (clause && words >= FREE_WORDS) || is_continued(r, p) || (has_cue && clause && words >= CLAUSE_WORDS);
    }
    if (tail.is_among) {
        return (clause && words >= CLAUSE_WORDS) || has_cue;
    }
    switch (tail.kind) {
    case GISA_QUOTE_TAIL_KIND_QUOTATIVE:
        return true;
    case GISA_QUOTE_TAIL_KIND_ADNOMINAL:
        return clause || (words >= FREE_WORDS && has_cue) || /* "검토 중"이라는 입장이다. */
               (has_cue && words >= CLAUSE_WORDS && r->a->tokens[s->cue_first].span.begin - p->end < NEAR &&
                r->a->tokens[s->cue_end - 1].ending == GISA_ENDING_FINAL);
    case GISA_QUOTE_TAIL_KIND_COPULA:
        return clause && words >= FREE_WORDS;
    default:
        *kind = GISA_QUOTE_PARTIAL;
        return has_cue && words >= CLAUSE_WORDS && r->a->tokens[s->cue_first].span.begin - p->end < NEAR;
    }
}

/* Is the quotation told as somebody's words by nobody: "…"라는 소문, "…"는 분석이 많다, "…" 등의 말이 엇갈렸다? Then the
 * topic of the sentence is not its speaker. */
static bool is_hearsay(const struct reader *r, const struct gisa_speech *s, struct tail tail) {
    if (!tail.found) {
        return false;
    }
    bool among = tail.kind == GISA_QUOTE_TAIL_KIND_CASE && tail.is_among;
    if (s->cue_first == s->cue_end) {
        return tail.kind == GISA_QUOTE_TAIL_KIND_ADNOMINAL || among;
    }
    const struct gisa_token *cue = &r->a->tokens[s->cue_end - 1];
    bool impersonal = (cue->josa & (GISA_JOSA_SUBJECT | GISA_JOSA_ADDITIVE)) && cue->ending == GISA_ENDING_NONE;
    return (tail.kind == GISA_QUOTE_TAIL_KIND_ADNOMINAL || among) && impersonal;
}

/* "…"고, 이 의원은 | "…"고 각각 말했다: does another take the word between the two places? */
static bool is_answered(const struct reader *r, uint32_t sentence, uint32_t from, uint32_t to) {
    enum { TOKENS = 24 };
    const struct gisa_analysis *a = r->a;
    uint32_t first = a->sentences[sentence].first_token;
    uint32_t last = first + a->sentences[sentence].token_count;
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, first, last, from);
    for (uint32_t n = 0; n < TOKENS && t < last && a->tokens[t].span.begin < to; t++, n++) {
        uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, a->tokens[t].stem_end);
        bool named = m > 0 && a->mentions[m - 1].span.end == a->tokens[t].stem_end;
        if (a->tokens[t].kind == GISA_TOKEN_WORD && a->tokens[t].josa & GISA_JOSA_TOPIC && (named || gisa_title_at_end(&a->document, a->tokens[t].span.begin, a->tokens[t].stem_end))) {
            return true;
        }
    }
    return false;
}

static void join_utterance(struct reader *r, struct gisa_quote *q, const struct gisa_mark_pair *p, uint32_t pair) {
    for (uint32_t i = pair; i-- > 0 && pair - i <= 4;) {
        const struct gisa_mark_pair *before = &r->pairs[i];
        if (r->of_pair[i] == GISA_NONE || before->is_single || before->end > p->begin) {
            continue;
        }
        struct gisa_quote *b = &r->quotes[r->of_pair[i]];
        bool interrupted = before->segment == p->segment && b->sentence == q->sentence && r->d->key[before->end] == ',' &&
                           p->begin - before->end < NEAR;
        if ((before->runs_on || interrupted) && !is_answered(r, q->sentence, before->end, p->begin)) {
            q->utterance = b->utterance;
        }
        return;
    }
}

/* Pieces of one utterance have one speaker, whichever piece names it. */
static void share_speaker(struct reader *r, struct gisa_quote *q) {
    for (uint32_t i = r->count; i-- > 0 && r->quotes[i].utterance == q->utterance;) {
        struct gisa_quote *b = &r->quotes[i];
        struct gisa_quote *from = gisa_span_is_empty(q->source) && q->speaker == GISA_NONE ? b : q;
        struct gisa_quote *to = from == q ? b : q;
        to->speaker = from->speaker;
        to->speaker2 = from->speaker2;
        to->source = from->source;
        to->rule = from->rule;
        to->confidence = from->confidence;
        to->is_carried = from->is_carried;
    }
}

static void read_pair(struct reader *r, uint32_t pair) {
    const struct gisa_analysis *a = r->a;
    const struct gisa_mark_pair *p = &r->pairs[pair];
    struct gisa_speech s = {.sentence = sentence_at(a, p->segment, p->begin),
                            .tail_sentence = sentence_at(a, p->segment, p->end - 1),
                            .is_headline = a->segments[p->segment].kind == GISA_SEGMENT_HEADLINE ||
                                           a->segments[p->segment].kind == GISA_SEGMENT_SUBHEADLINE ||
                                           a->segments[p->segment].kind == GISA_SEGMENT_SUBHEADING};
    s.open_token = gisa_quote_token_at(a, s.sentence, p->begin);
    s.close_token = gisa_quote_token_at(a, s.tail_sentence, p->end);
    uint32_t end = tokens_end(a, s.tail_sentence);
    struct tail tail = read_tail(r, p);
    find_cue(r, p, tail.found ? tail.length : 0, s.close_token, end, &s);
    if (!tail.found && !p->runs_on && !s.is_headline) {
        look_behind(r, p, &s, &end);
    }
    struct gisa_quote q = {.span = {p->begin, p->end}, .content = content_of(r->d, p), .is_headline = s.is_headline,
                           .sentence = s.sentence, .speaker = GISA_NONE, .speaker2 = GISA_NONE, .said = GISA_NONE,
                           .parent = GISA_NONE, .rule = "ko.quote.nobody", .confidence = 0.6f};
    if (!judge(r, p, tail, &s, &q.kind)) {
        return;
    }
    q.cue = cue_span(r, p, tail.found ? tail.length : 0, &s, end);
    q.parent = p->parent == GISA_NONE ? GISA_NONE : r->of_pair[p->parent];
    q.utterance = ++r->utterance;
    join_utterance(r, &q, p, pair);
    if (q.utterance != r->utterance) {
        r->utterance--;
    }
    struct gisa_speaker speaker = {GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
    bool put = tail.found && tail.kind == GISA_QUOTE_TAIL_KIND_ADNOMINAL && q.parent == GISA_NONE && !s.is_headline && gisa_quote_is_put(a, &s, &speaker);
    if (!put && !is_hearsay(r, &s, tail) && q.parent == GISA_NONE) {
        speaker = gisa_quote_speaker(a, &s, r->is_quoted, &r->told);
    }
    if (speaker.rule) {
        q.speaker = speaker.entity;
        q.speaker2 = speaker.second != speaker.entity ? speaker.second : GISA_NONE;
        q.source = speaker.source;
        q.rule = speaker.rule;
        q.confidence = speaker.confidence;
        q.is_carried = speaker.is_carried;
    } else if (q.kind == GISA_QUOTE_PARTIAL || (q.is_headline && !s.is_clause)) {
        return; /* a fragment that nobody said is a stressed word */
    }
    q.said = q.is_headline ? GISA_NONE : said_at(r, p, &s);
    share_speaker(r, &q);
    r->of_pair[pair] = r->count;
    r->quotes[r->count++] = q;
    if (q.is_headline && q.speaker != GISA_NONE && a->entities[q.speaker].type == GISA_ENTITY_PERSON) {
        r->told.headline_speaker = q.speaker;
    }
    if (q.speaker != GISA_NONE && !q.is_headline) {
        r->told.last_speaker = q.speaker;
        r->told.last_source = q.source;
        r->told.sentence = s.sentence;
    } else if (!q.is_headline && !gisa_span_is_empty(q.source)) { /* somebody whom nothing else names: 한 주민 */
        r->told.last_speaker = GISA_NONE;
        r->told.last_source = q.source;
        r->told.sentence = s.sentence;
    }
}

/* The time expression that begins at pos ends here; pos itself when none does. */
static uint32_t behind_time(const struct gisa_analysis *a, uint32_t pos) {
    uint32_t low = gisa_seek_begin(a->times, sizeof *a->times, 0, a->time_count, pos);
    return low < a->time_count && a->times[low].span.begin == pos ? a->times[low].span.end : pos;
}

/* 제공하겠다고 */
static bool is_intended(const struct gisa_document *d, struct gisa_span s) {
    enum { GET = 0xACA0 /* 겠 */ };
    uint32_t i = s.begin;
    while (i < s.end && d->key[i] != GET) {
        i++;
    }
    return i < s.end;
}

/* 코발은 지원을 요청했고, 베커 총리는 제공하겠다고 약속했다: does a clause in the past end between the topic at `from` and the one at `to`? */
static bool is_joined(const struct gisa_analysis *a, uint32_t from, uint32_t to) {
    for (uint32_t i = from + 1; i < to; i++) {
        if (a->tokens[i].ending == GISA_ENDING_CONNECTIVE && a->tokens[i].tense == GISA_TENSE_PAST) {
            return true;
        }
    }
    return false;
}

/* 한별전|자는: a name and a particle of one syllable, whatever verb ends so; 김씨라고 is told. */
static bool is_name(const struct gisa_analysis *a, uint32_t t) {
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, a->tokens[t].span.begin);
    return m < a->mention_count && a->mentions[m].span.begin == a->tokens[t].span.begin && a->mentions[m].span.end + 1 >= a->tokens[t].span.end;
}

/* Speech without marks: topic + clause + -다고 -라고 -자고 -냐고 + reporting verb. Told only when a topic speaks. */
static void read_indirect(struct reader *r, uint32_t sentence) {
    const struct gisa_analysis *a = r->a;
    uint32_t first = a->sentences[sentence].first_token;
    uint32_t end = tokens_end(a, sentence);
    if (a->segments[a->sentences[sentence].segment].kind != GISA_SEGMENT_PARAGRAPH || end - first > 4 * CUE_WINDOW) {
        return;
    }
    uint32_t verb = GISA_NONE, cue_first = 0, cue_end = 0;
    for (uint32_t t = first; t + 1 < end; t++) {
        if (r->is_quoted[t]) {
            return; /* the sentence speaks for itself */
        }
        for (uint32_t k = t + 1; a->tokens[t].ending == GISA_ENDING_QUOTATIVE && !is_name(a, t) && k < end && k < t + 4; k++) { /* 했다고 5일 밝혔다 */
            uint32_t n = a->tokens[k].kind == GISA_TOKEN_WORD ? verb_at(r, k, a->tokens[k].span.begin, end) : 0;
            if (n || a->tokens[k].kind != GISA_TOKEN_WORD) {
                verb = n ? t : verb;
                cue_first = n ? k : cue_first;
                cue_end = n ? k + n : cue_end;
                break;
            }
        }
    }
    uint32_t topic = GISA_NONE; /* the first that may speak; behind a clause in the past another one takes over, if he tells what he will do */
    for (uint32_t t = first; verb != GISA_NONE && t < verb; t++) {
        bool speaks = a->tokens[t].josa & GISA_JOSA_TOPIC && (topic == GISA_NONE || gisa_quote_topic_speaker(a, first, t).rule);
        if (speaks && topic != GISA_NONE && is_joined(a, topic, t)) {
            if (!is_intended(r->d, a->tokens[verb].span)) {
                return; /* whose words these are is not sure */
            }
            topic = t;
        }
        topic = speaks && topic == GISA_NONE ? t : topic;
    }
    if (topic != GISA_NONE && topic + 2 < verb) {
        const uint32_t t = topic;
        struct gisa_speech s = {.sentence = sentence, .tail_sentence = sentence, .open_token = t + 1, .close_token = verb + 1,
                                .cue_first = cue_first, .cue_end = cue_end};
        struct gisa_speaker speaker = gisa_quote_topic_speaker(a, first, t);
        uint32_t begin = behind_time(a, a->tokens[t + 1].span.begin);
        while (begin < a->tokens[verb].span.begin && r->d->cls[begin] != GISA_CHAR_BLANK && begin > a->tokens[t + 1].span.begin) {
            begin++; /* the time's particle */
        }
        while (r->d->cls[begin] == GISA_CHAR_BLANK) {
            begin++;
        }
        struct gisa_span content = {begin, a->tokens[verb].span.end - 1}; /* without 고 */
        if (!speaker.rule || content.end <= content.begin || count_words(r->d, content) < FREE_WORDS) {
            return;
        }
        struct gisa_mark_pair p = {.begin = content.begin, .end = a->tokens[verb].span.end, .segment = a->sentences[sentence].segment};
        struct gisa_quote q = {.span = content, .content = content, .kind = GISA_QUOTE_INDIRECT, .sentence = sentence,
                               .speaker = speaker.entity, .speaker2 = GISA_NONE, .source = speaker.source, .parent = GISA_NONE,
                               .utterance = ++r->utterance, .rule = "ko.quote.indirect", .confidence = 0.7f};
        q.cue = cue_span(r, &p, 0, &s, end);
        q.said = said_at(r, &p, &s);
        r->quotes[r->count++] = q;
    }
}

/* Sentences before `until` that no quotation stands in. */
static void read_unmarked(struct reader *r, uint32_t *next, uint32_t until) {
    for (; *next < until; ++*next) {
        read_indirect(r, *next);
    }
}

static void mark_quoted_tokens(struct reader *r) {
    for (uint32_t i = 0; i < r->pair_count; i++) {
        const struct gisa_mark_pair *p = &r->pairs[i];
        if (p->is_single) {
            continue;
        }
        uint32_t t = gisa_quote_token_at(r->a, sentence_at(r->a, p->segment, p->begin), p->begin);
        for (; t < r->a->token_count && r->a->tokens[t].span.begin < p->end; t++) {
            r->is_quoted[t] = 1;
        }
    }
}

/* Tells the narration what sentences before `until` were about. */
static void tell_topics(struct reader *r, uint32_t *next, uint32_t until) {
    for (; *next < until; (*next)++) {
        uint8_t kind = r->a->segments[r->a->sentences[*next].segment].kind;
        if (kind != GISA_SEGMENT_PARAGRAPH) {
            continue;
        }
        uint32_t topic = gisa_quote_topic(r->a, *next, r->is_quoted);
        if (topic != GISA_NONE) {
            r->told.last_topic = topic;
            r->told.topic_sentence = *next;
        }
    }
}

enum gisa_status gisa_quote_run(struct gisa_run *run) {
    struct reader r = {.run = run, .a = run->out, .d = &run->out->document};
    r.told = (struct gisa_narration){GISA_NONE, {0, 0}, GISA_NONE, 0, 0, GISA_NONE};
    enum gisa_status status = gisa_quote_marks(run, &r.pairs, &r.pair_count);
    if (status != GISA_OK) {
        return status;
    }
    r.is_quoted = gisa_arena_zeroed(run->scratch, (size_t)r.a->token_count + 1, 1);
    r.of_pair = gisa_arena_alloc(run->scratch, r.pair_count, sizeof *r.of_pair);
    r.quotes = gisa_arena_alloc(run->arena, (size_t)r.pair_count + r.a->sentence_count, sizeof *r.quotes);
    if (!r.is_quoted || !r.of_pair || !r.quotes) {
        return GISA_NO_MEMORY;
    }
    mark_quoted_tokens(&r);
    uint32_t told = 0;
    uint32_t unmarked = 0;
    for (uint32_t i = 0; i < r.pair_count; i++) {
        r.of_pair[i] = GISA_NONE;
        tell_topics(&r, &told, sentence_at(r.a, r.pairs[i].segment, r.pairs[i].begin));
        uint32_t here = sentence_at(r.a, r.pairs[i].segment, r.pairs[i].begin);
        read_unmarked(&r, &unmarked, here);
        read_pair(&r, i);
        unmarked = here + 1 > unmarked ? here + 1 : unmarked;
    }
    read_unmarked(&r, &unmarked, r.a->sentence_count);
    run->out->quotes = r.quotes;
    run->out->quote_count = r.count;
    return GISA_OK;
}
