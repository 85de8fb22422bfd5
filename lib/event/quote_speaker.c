/* SPDX-License-Identifier: Apache-2.0 */
#include "event/quote.h"
#include "bound_noun_lex.h"
#include "put_word_lex.h"
#include "quote_carry_lex.h"
#include "quote_noun_lex.h"
#include "self_word_lex.h"
#include "staff_of_lex.h"
#include "entity/entity.h"
#include "text/seek.h"
#include "token/token.h"

/* Bounded looks: a name phrase has at most this many tokens, a carried speaker stands at most so many sentences back,
 * a subject at most so many tokens before its quotation. */
enum { MODIFIERS = 2, PHRASE = 14, CARRY_SENTENCES = 3, LOOK_BACK = 256, MYEONG = 0xBA85 /* 명 */ };

#define SUBJECT_LIKE (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT)

uint32_t gisa_quote_token_at(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos) {
    uint32_t first = a->sentences[sentence].first_token;
    return gisa_seek_begin(a->tokens, sizeof *a->tokens, first, first + a->sentences[sentence].token_count, pos);
}

/* The mention that ends at pos, or GISA_NONE. */
static uint32_t mention_ending_at(const struct gisa_analysis *a, uint32_t pos) {
    uint32_t low = gisa_seek_end(a->mentions, sizeof *a->mentions, 0, a->mention_count, pos);
    return low < a->mention_count && a->mentions[low].span.end == pos ? low : GISA_NONE;
}

static bool can_speak(const struct gisa_entity *e) {
    return e->type == GISA_ENTITY_PERSON || e->type == GISA_ENTITY_ORGANIZATION || e->type == GISA_ENTITY_PLACE; /* 누리군은 */
}

static bool is_speaking_noun(const struct gisa_analysis *a, const struct gisa_token *t, uint8_t *kind) {
    uint32_t row = 0;
    uint32_t n = t->stem_end - t->span.begin;
    uint32_t length = gisa_trie_longest_back(&gisa_quote_noun_trie, a->document.key + t->stem_end, n, &row);
    if (!length) {
        return false;
    }
    uint32_t last = a->document.key[t->stem_end - 1];
    bool body = n >= 3 && (last == 0xC2DC || last == 0xAD70 || last == 0xAD6C); /* 가람시, 새솔군: a town speaks; 시, 군, 측 else only alone */
    if (length == 1 && n != 1 && !body) {
        return false;
    }
    *kind = gisa_quote_noun_rows[row].kind;
    return true;
}

struct phrase {
    uint32_t entity; /* a person, else an organisation that speaks itself, else GISA_NONE */
    struct gisa_span span;
    bool found;
};

/* Reads the noun phrase that ends with token `last` leftwards: "김서준 한빛전자 회장", "경찰 관계자", "김도윤(52) 대표". */
static struct phrase read_phrase(const struct gisa_analysis *a, uint32_t first, uint32_t last) {
    const struct gisa_token *head = &a->tokens[last];
    struct phrase p = {GISA_NONE, {head->span.begin, head->stem_end}, false};
    uint8_t kind = GISA_QUOTE_NOUN_KIND_PERSON;
    bool noun = is_speaking_noun(a, head, &kind);
    uint32_t organization = GISA_NONE;
    uint32_t depth = 0;
    for (uint32_t i = 0; i < PHRASE && last >= first + i; i++) {
        const struct gisa_token *t = &a->tokens[last - i];
        uint8_t cls = a->document.cls[t->span.begin];
        if (t->kind == GISA_TOKEN_PUNCT) {
            if (cls == GISA_CHAR_CLOSE) {
                depth++;
            } else if (cls == GISA_CHAR_OPEN && depth) {
                depth--;
            } else if (!depth) {
                break;
            }
            continue;
        }
        if (depth) {
            continue;
        }
        uint32_t m = mention_ending_at(a, i ? t->span.end : t->stem_end);
        m = m == GISA_NONE && !i ? mention_ending_at(a, t->span.end) : m;
        m = m == GISA_NONE && !i && t->stem_end < t->span.end ? mention_ending_at(a, t->stem_end + 1) : m; /* 김씨는 */
        if (m == GISA_NONE && organization != GISA_NONE && t->span.begin >= p.span.begin) {
            continue; /* inside the body's name: 법무법인 | 정담 */
        }
        if (m == GISA_NONE && i && t->josa && !gisa_is_unit_word(a, t)) { /* 조경학과 교수 is no 조경학 and a 교수 */
            break; /* a word with a particle of its own belongs to another phrase */
        }
        if (m == GISA_NONE) {
            continue;
        }
        const struct gisa_mention *mention = &a->mentions[m];
        const struct gisa_entity *e = &a->entities[mention->entity];
        if (e->type == GISA_ENTITY_PERSON) {
            bool other = false; /* 오 전 구청장 | 측 변호인은, 이세라 의원실 관계자는: not he */
            for (const struct gisa_token *w = t + 1; noun && w < head; w++) {
                uint32_t row = 0;
                other = other || (w->kind == GISA_TOKEN_WORD && gisa_trie_longest_back(&gisa_staff_of_trie, a->document.key + w->span.end, gisa_span_length(w->span), &row));
            }
            p.entity = other ? GISA_NONE : mention->entity;
            p.span.begin = mention->span.begin;
            p.found = true;
            return p;
        }
        bool town = !i && e->type == GISA_ENTITY_PLACE && noun; /* 가람시는 … 밝혔다 */
        if ((can_speak(e) || town) && organization == GISA_NONE) {
            organization = mention->entity;
            p.span.begin = mention->span.begin;
            if (!i || kind == GISA_QUOTE_NOUN_KIND_GROUP) {
                p.entity = organization; /* 한빛전자는, 한빛전자 측은; but not 한빛전자 관계자는 */
            }
            p.found = !i || noun;
            if (!i) {
                return p;
            }
        }
    }
    if (noun && organization == GISA_NONE) {
        if (last > first && !head->josa) {
            noun = false;
        }
        for (uint32_t i = 1; i <= MODIFIERS && last >= first + i; i++) { /* 한별구청 관계자, 한 경쟁사 임원, 최씨의 변호인 */
            const struct gisa_token *before = &a->tokens[last - i];
            bool owner = i == 1 && (before->josa & GISA_JOSA_GENITIVE);
            bool one = gisa_span_length(before->span) == 1 && a->document.key[before->span.begin] == 0xD55C; /* 한 */
            if (before->kind != GISA_TOKEN_WORD || (before->josa && !owner && !one) || (before->ending && !one) || !before[1].space_before) {
                break;
            }
            p.span.begin = before->span.begin;
            if (owner || one) {
                break;
            }
        }
        p.found = noun;
    }
    return p;
}

/* The token that opens the bracket which token `close` closes, at most 12 before; first when there is none. */
static uint32_t opening_of(const struct gisa_analysis *a, uint32_t first, uint32_t close) {
    enum { INSIDE = 12 };
    for (uint32_t i = close; i-- > first && close - i <= INSIDE;) {
        if (a->document.key[a->tokens[i].span.begin] == '(') {
            return i;
        }
    }
    return first;
}

/* The nearest topic or subject in tokens [first, end), outside quotations, whose predicate is still to come. */
static struct phrase find_subject(const struct gisa_analysis *a, uint32_t first, uint32_t end, const uint8_t *is_quoted,
                                  uint32_t *at) {
    bool predicate = false;
    for (uint32_t i = end; i-- > first;) {
        const struct gisa_token *t = &a->tokens[i];
        if (is_quoted[i] || t->kind != GISA_TOKEN_WORD) {
            continue;
        }
        uint32_t alone = 0; /* 최고재무책임자(CFO)는: a particle behind a bracket */
        if (i > first && !t->space_before && a->document.cls[a->tokens[i - 1].span.begin] == GISA_CHAR_CLOSE &&
            gisa_josa_tail(&a->document, t->span.begin, t->span.end, &alone) && (alone & SUBJECT_LIKE)) {
            struct phrase p = read_phrase(a, first, i - 1);
            uint32_t open = opening_of(a, first, i - 1);
            if (!p.found && open > first) { /* 블루하버엔터테인먼트(이하 블루하버)는 */
                uint32_t m = mention_ending_at(a, a->tokens[open - 1].span.end);
                bool unit = m == GISA_NONE && open > first + 1 && a->tokens[open - 1].space_before && !a->tokens[open - 1].josa;
                m = unit ? mention_ending_at(a, a->tokens[open - 2].span.end) : m; /* 도담지법 민사20부(석정훈 부장판사)는 */
                bool speaks = m != GISA_NONE && can_speak(&a->entities[a->mentions[m].entity]);
                p = speaks ? (struct phrase){a->mentions[m].entity, a->mentions[m].span, true} : p;
            }
            if (p.found) {
                *at = i;
                return p;
            }
        }
        bool whole = mention_ending_at(a, t->span.end) != GISA_NONE; /* the 도 of 경기도 is no particle */
        bool topic = !whole && (t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_ADDITIVE));
        if (topic || (!whole && (t->josa & GISA_JOSA_SUBJECT) && !predicate)) {
            struct phrase p = read_phrase(a, first, i);
            if (p.found) {
                *at = i;
                return p;
            }
        }
        predicate = predicate || (t->ending != GISA_ENDING_NONE && !(t->josa & SUBJECT_LIKE));
    }
    return (struct phrase){GISA_NONE, {0, 0}, false};
}

static uint32_t sentence_end(const struct gisa_analysis *a, uint32_t s) {
    return a->sentences[s].first_token + a->sentences[s].token_count;
}

static struct gisa_speaker speaker_of(struct phrase p, const char *rule, float confidence) {
    return (struct gisa_speaker){p.entity, GISA_NONE, p.span, rule, confidence, false};
}

/* "A와 B는", "A·B 의원은": the entity joined to the phrase on its left. */
static uint32_t joined_before(const struct gisa_analysis *a, uint32_t first, struct gisa_span source) {
    uint32_t i = gisa_quote_token_at(a, a->tokens[first].sentence, source.begin);
    if (i <= first) {
        return GISA_NONE;
    }
    const struct gisa_token *t = &a->tokens[i - 1];
    bool dot = t->kind == GISA_TOKEN_PUNCT && a->document.key[t->span.begin] == 0xB7 && i - 1 > first;
    if (!dot && !(t->josa & GISA_JOSA_COMITATIVE)) {
        return GISA_NONE;
    }
    struct phrase p = read_phrase(a, first, dot ? i - 2 : i - 1);
    return p.found ? p.entity : GISA_NONE;
}

bool gisa_quote_is_put(const struct gisa_analysis *a, const struct gisa_speech *s, struct gisa_speaker *by) {
    enum { REACH = 6 /* tokens */ };
    uint32_t end = sentence_end(a, s->tail_sentence);
    *by = (struct gisa_speaker){GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
    bool once = s->close_token < end && a->document.key[a->tokens[s->close_token].span.end - 1] == 0xB358; /* "고치겠다"|던 장관을 비판했다 */
    for (uint32_t i = s->close_token + 1; once && i < end && i < s->close_token + REACH; i++) {
        if (a->tokens[i].kind == GISA_TOKEN_WORD && a->tokens[i].josa) {
            struct phrase p = read_phrase(a, s->close_token + 1, i);
            *by = p.found ? speaker_of(p, "ko.quote.head", 0.85f) : *by;
            return p.found;
        }
    }
    for (uint32_t i = s->close_token; i < end && i < s->close_token + REACH; i++) {
        const struct gisa_token *t = &a->tokens[i];
        uint32_t row = 0;
        bool put = t->kind == GISA_TOKEN_WORD && t->josa & GISA_JOSA_DATIVE && !(t->josa & GISA_JOSA_LOCATIVE) &&
                   gisa_trie_longest_back(&gisa_put_word_trie, a->document.key + t->stem_end, t->stem_end - t->span.begin, &row) > 0;
        if (put) {
            const uint32_t of = i > s->close_token && a->tokens[i - 1].josa & GISA_JOSA_GENITIVE ? i - 1
                                : s->open_token > a->sentences[s->sentence].first_token && a->tokens[s->open_token - 1].josa & GISA_JOSA_GENITIVE ? s->open_token - 1 : GISA_NONE;
            struct phrase p = of != GISA_NONE ? read_phrase(a, of < i && of >= s->close_token ? s->close_token : a->sentences[s->sentence].first_token, of) : (struct phrase){GISA_NONE, {0, 0}, false};
            *by = p.found ? speaker_of(p, "ko.quote.put", 0.8f) : *by;
            return true;
        }
        if (t->kind == GISA_TOKEN_WORD && (t->josa & (SUBJECT_LIKE | GISA_JOSA_OBJECT)) && i > s->close_token) {
            return false;
        }
    }
    return false;
}

/* 묻는 기자, 밝힌 김 대표: the noun behind an adnominal reporting verb is the one who speaks. */
static struct phrase head_of_adnominal(const struct gisa_analysis *a, const struct gisa_speech *s, uint32_t end) {
    struct phrase none = {GISA_NONE, {0, 0}, false};
    const struct gisa_token *cue = s->cue_first < s->cue_end ? &a->tokens[s->cue_end - 1] : NULL;
    bool han = cue && gisa_span_length(cue->span) == 1 && a->document.key[cue->span.begin] == 0xD55C; /* "…"고 | 한 차관을 */
    if (!cue || (cue->ending != GISA_ENDING_ADNOMINAL && !han)) {
        return none;
    }
    const struct gisa_token *next = s->cue_end < end ? &a->tokens[s->cue_end] : NULL;
    uint32_t row = 0;
    uint32_t n = next ? next->stem_end - next->span.begin : 0;
    if (next && gisa_trie_longest(&gisa_bound_noun_trie, a->document.key + next->span.begin, n, &row) == n) {
        return none; /* 말한 뒤 병원으로 향했다 */
    }
    for (uint32_t i = s->cue_end; i < end && i < s->cue_end + 4; i++) {
        const struct gisa_token *t = &a->tokens[i];
        if (t->kind != GISA_TOKEN_WORD) {
            return none;
        }
        struct phrase p = read_phrase(a, s->cue_end, i);
        if (p.found || t->josa) {
            return p;
        }
    }
    return none;
}

/* 장관은 "…"고|, 의원은 "…"고 각각 말했다: is the subject at `at`, behind a comma, of the words that stand between it and the verb at `end`? */
static bool is_of_next(const struct gisa_analysis *a, uint32_t close, uint32_t at, uint32_t end, const uint8_t *is_quoted) {
    bool comma = false;
    bool words = false;
    for (uint32_t i = close; i < at; i++) {
        comma = comma || (a->tokens[i].kind == GISA_TOKEN_PUNCT && a->document.key[a->tokens[i].span.begin] == ',');
    }
    for (uint32_t i = at; comma && i < end; i++) {
        words = words || is_quoted[i];
    }
    return words;
}

static struct phrase behind(const struct gisa_analysis *a, const struct gisa_speech *s, const uint8_t *is_quoted) {
    uint32_t end = s->cue_first < s->cue_end ? s->cue_first : s->close_token;
    uint32_t at = 0;
    struct phrase p = find_subject(a, s->close_token, end, is_quoted, &at);
    if (p.found && is_of_next(a, s->close_token, at, end, is_quoted)) {
        return (struct phrase){GISA_NONE, {0, 0}, false};
    }
    if (p.found || end == s->close_token) {
        return p;
    }
    if (a->tokens[end - 1].josa & GISA_JOSA_GENITIVE) { /* 박 감독의 말이다 */
        return read_phrase(a, s->close_token, end - 1);
    }
    return p;
}

/* "한빛전자에 따르면": the source named by the phrase. */
static struct phrase according_to(const struct gisa_analysis *a, uint32_t first, uint32_t end) {
    for (uint32_t i = first + 1; i < end; i++) {
        const struct gisa_token *t = &a->tokens[i];
        const uint32_t *k = a->document.key + t->span.begin;
        if (gisa_span_length(t->span) >= 3 && k[0] == 0xB530 /* 따 */ && k[1] == 0xB974 /* 르 */ && k[2] == 0xBA74 /* 면 */) {
            return read_phrase(a, first, i - 1);
        }
    }
    return (struct phrase){GISA_NONE, {0, 0}, false};
}

static bool opens_with_carry(const struct gisa_analysis *a, uint32_t sentence) {
    struct gisa_span s = a->sentences[sentence].span;
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest(&gisa_quote_carry_trie, a->document.key + s.begin, gisa_span_length(s), &row);
    return n && (s.begin + n == s.end || a->document.cls[s.begin + n] != GISA_CHAR_HANGUL);
}

static struct gisa_speaker carried(const struct gisa_analysis *a, const struct gisa_speech *s,
                                   const struct gisa_narration *told) {
    struct gisa_speaker none = {GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
    uint32_t near = s->sentence - told->sentence;
    bool known = told->last_speaker != GISA_NONE || !gisa_span_is_empty(told->last_source);
    bool follows = known && near <= CARRY_SENTENCES && near > 0;
    if (follows && told->last_topic != told->last_speaker && told->last_topic != GISA_NONE && told->last_speaker != GISA_NONE &&
        told->topic_sentence > told->sentence) {
        follows = false; /* somebody else became the subject in between */
    }
    if (follows && (opens_with_carry(a, s->sentence) || s->is_free || near == 1)) {
        struct gisa_span source = told->last_speaker == GISA_NONE ? told->last_source : (struct gisa_span){0, 0};
        return (struct gisa_speaker){told->last_speaker, GISA_NONE, source, "ko.quote.carry", 0.8f, true};
    }
    bool topic = told->last_topic != GISA_NONE && s->sentence - told->topic_sentence <= 2;
    bool alone = s->is_free && s->sentence - told->topic_sentence == 1 && s->open_token == a->sentences[s->sentence].first_token;
    if (topic && a->entities[told->last_topic].type == GISA_ENTITY_PERSON && (!s->is_free || alone || opens_with_carry(a, s->sentence))) {
        return (struct gisa_speaker){told->last_topic, GISA_NONE, {0, 0}, "ko.quote.topic", 0.7f, true};
    }
    return none;
}

/* The only person among the words before the quotation, else the only body; nobody when there are two. */
static struct phrase only_one(const struct gisa_analysis *a, struct gisa_span words) {
    struct phrase p = {GISA_NONE, {0, 0}, false};
    uint32_t low = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, words.begin);
    bool is_person = false;
    for (uint32_t m = low; m < a->mention_count && a->mentions[m].span.end <= words.end && m < low + LOOK_BACK; m++) {
        const struct gisa_entity *e = &a->entities[a->mentions[m].entity];
        bool person = e->type == GISA_ENTITY_PERSON;
        if (!can_speak(e) || (is_person && !person) || p.entity == a->mentions[m].entity) {
            continue;
        }
        if (p.found && person == is_person) {
            p.found = false;
            return p;
        }
        p = (struct phrase){a->mentions[m].entity, a->mentions[m].span, true};
        is_person = person;
    }
    return p;
}

/* [강도현/부산시 : "…"]: the name before a colon speaks. */
static struct phrase before_colon(const struct gisa_analysis *a, const struct gisa_speech *s) {
    const struct gisa_sentence *sentence = &a->sentences[s->sentence];
    uint32_t first = sentence->first_token;
    if (s->open_token == first || a->document.key[a->tokens[s->open_token - 1].span.begin] != ':' ||
        s->open_token - first > PHRASE) {
        return (struct phrase){GISA_NONE, {0, 0}, false};
    }
    struct phrase p = only_one(a, (struct gisa_span){sentence->span.begin, a->tokens[s->open_token - 1].span.begin});
    uint32_t begin = first;
    while (a->tokens[begin].kind == GISA_TOKEN_PUNCT && begin < s->open_token) {
        begin++;
    }
    uint32_t end = begin; /* [구청 상담원/음성변조 : "…"] */
    while (end < s->open_token && a->tokens[end].kind == GISA_TOKEN_WORD) {
        end++;
    }
    if (!p.found && end > begin && end - begin <= 4) {
        p = (struct phrase){GISA_NONE, {a->tokens[begin].span.begin, a->tokens[end - 1].span.end}, true};
    }
    return p;
}

/* In an interview a question stands in the paragraph before: a dash or Q at its begin. The guest is who the headline
 * quotes, else the first person of the story who bears a title, else the first. */
static uint32_t guest_of(const struct gisa_analysis *a, const struct gisa_speech *s, const struct gisa_narration *told) {
    uint32_t segment = a->sentences[s->sentence].segment;
    if (!segment || s->open_token != a->sentences[s->sentence].first_token) {
        return GISA_NONE;
    }
    uint32_t k = a->document.key[a->segments[segment - 1].span.begin];
    if (k != '-' && k != '~' && k != 'q' && k != 0x25B6 && k != 0x2501) { /* ▶ ━ */
        return GISA_NONE;
    }
    if (told->headline_speaker != GISA_NONE) {
        return told->headline_speaker;
    }
    uint32_t first = GISA_NONE;
    for (uint32_t e = 0; e < a->entity_count && e < LOOK_BACK; e++) {
        bool person = a->entities[e].type == GISA_ENTITY_PERSON;
        if (person && a->entities[e].title_count) {
            return e;
        }
        first = person && first == GISA_NONE ? e : first;
    }
    return first; /* 고해린 씨 */
}

/* 김도윤 "올해 양산" */
static struct phrase headline_speaker(const struct gisa_analysis *a, const struct gisa_speech *s) {
    uint32_t first = a->sentences[s->sentence].first_token;
    if (s->open_token == first) {
        return (struct phrase){GISA_NONE, {0, 0}, false};
    }
    uint32_t last = s->open_token - 1;
    if (a->tokens[last].kind == GISA_TOKEN_PUNCT && a->document.key[a->tokens[last].span.begin] == ',' && last > first) {
        last--;
    }
    return read_phrase(a, first, last);
}

/* A subject that counts people: 80여 명이, 3명은. */
static bool is_counted(const struct gisa_analysis *a, uint32_t token, uint32_t first) {
    const struct gisa_token *t = &a->tokens[token];
    bool people = t->kind == GISA_TOKEN_WORD && t->stem_end > t->span.begin && a->document.key[t->stem_end - 1] == MYEONG &&
                  t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT);
    uint32_t cls = people ? a->document.cls[t->span.begin] : GISA_CHAR_OTHER;
    return people && (cls == GISA_CHAR_DIGIT || (token > first && a->document.cls[t[-1].span.begin] == GISA_CHAR_DIGIT));
}

/* Do only words without particle and ending stand before token i: 가야대 | 교수회는? */
static bool opens_sentence(const struct gisa_analysis *a, uint32_t first, uint32_t i) {
    enum { WORDS = 4 };
    bool bare = i <= first + WORDS;
    for (uint32_t k = first; bare && k < i; k++) {
        const struct gisa_token *t = &a->tokens[k];
        bare = t->kind == GISA_TOKEN_WORD && t->stem_end == t->span.end && t->ending == GISA_ENDING_NONE;
    }
    return bare;
}

/* 그 주석은 "…"고 화답했다: a title that nobody told of bears is a topic of its own, and who spoke before does not go on. */
static bool has_own_topic(const struct gisa_analysis *a, uint32_t first, uint32_t end, const uint8_t *is_quoted) {
    for (uint32_t i = end; i-- > first;) {
        const struct gisa_token *t = &a->tokens[i];
        if (!is_quoted[i] && is_counted(a, i, first)) {
            return true; /* 주민 80여 명이 집회를 열고 */
        }
        bool opens = opens_sentence(a, first, i) && t->span.end > t->stem_end && !(t->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE)) &&
                     gisa_span_length(t->span) > 2;
        if (opens && !is_quoted[i] && t->kind == GISA_TOKEN_WORD && (t->josa & GISA_JOSA_TOPIC)) {
            return true; /* 달려요는 "…"고 했다: a body nobody knows */
        }
        if (!is_quoted[i] && t->kind == GISA_TOKEN_WORD && (t->josa & GISA_JOSA_TOPIC) &&
            gisa_title_at_end(&a->document, t->span.begin, t->stem_end)) {
            return true;
        }
    }
    return false;
}

/* The token of 본인은 before the quotation, outside others; GISA_NONE if there is none. */
static uint32_t self_before(const struct gisa_analysis *a, uint32_t first, uint32_t end, const uint8_t *is_quoted) {
    for (uint32_t i = end; i-- > first;) {
        const struct gisa_token *t = &a->tokens[i];
        uint32_t row = 0;
        uint32_t n = t->stem_end - t->span.begin;
        if (!is_quoted[i] && t->josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) && gisa_trie_longest(&gisa_self_word_trie, a->document.key + t->span.begin, n, &row) == n) {
            return i;
        }
    }
    return GISA_NONE;
}

struct gisa_speaker gisa_quote_speaker(const struct gisa_analysis *a, const struct gisa_speech *s,
                                       const uint8_t *is_quoted, const struct gisa_narration *told) {
    uint32_t first = a->sentences[s->sentence].first_token;
    if (s->open_token - first > LOOK_BACK) {
        first = s->open_token - LOOK_BACK;
    }
    uint32_t end = sentence_end(a, s->tail_sentence);
    uint32_t at = first;
    struct phrase p = before_colon(a, s);
    if (p.found) {
        return speaker_of(p, "ko.quote.colon", 0.9f);
    }
    uint32_t guest = s->is_free ? guest_of(a, s, told) : GISA_NONE;
    if (guest != GISA_NONE) {
        return (struct gisa_speaker){guest, GISA_NONE, {0, 0}, "ko.quote.guest", 0.8f, true};
    }
    p = head_of_adnominal(a, s, end);
    if (p.found) {
        return speaker_of(p, "ko.quote.head", 0.85f);
    }
    p = behind(a, s, is_quoted);
    if (p.found) {
        return speaker_of(p, "ko.quote.behind", 0.9f);
    }
    if (s->is_headline) {
        p = headline_speaker(a, s);
        if (p.found) {
            return speaker_of(p, "ko.quote.headline", 0.8f);
        }
        struct gisa_span sentence = a->sentences[s->sentence].span;
        bool inside = s->open_token < sentence_end(a, s->sentence);
        p = !s->is_clause ? p : only_one(a, (struct gisa_span){sentence.begin, inside ? a->tokens[s->open_token].span.begin : sentence.begin});
        if (p.found) {
            return speaker_of(p, "ko.quote.headline-only", 0.7f);
        }
        return (struct gisa_speaker){GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
    }
    if (!s->is_free || s->cue_first < s->cue_end) {
        p = find_subject(a, first, s->open_token, is_quoted, &at);
        if (p.found) {
            struct gisa_speaker speaker = speaker_of(p, "ko.quote.before", 0.9f);
            speaker.second = joined_before(a, first, p.span);
            return speaker;
        }
        p = according_to(a, first, s->open_token);
        if (p.found) {
            return speaker_of(p, "ko.quote.according", 0.85f);
        }
    }
    uint32_t self = self_before(a, first, s->open_token, is_quoted);
    if (self != GISA_NONE) {
        p = only_one(a, (struct gisa_span){a->sentences[s->sentence].span.begin, a->tokens[self].span.begin});
        return p.found ? speaker_of(p, "ko.quote.self", 0.7f) : (struct gisa_speaker){GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
    }
    return has_own_topic(a, first, s->open_token, is_quoted) ? (struct gisa_speaker){GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false}
                                                             : carried(a, s, told);
}

struct gisa_speaker gisa_quote_topic_speaker(const struct gisa_analysis *a, uint32_t first, uint32_t t) {
    struct phrase p = mention_ending_at(a, a->tokens[t].span.end) == GISA_NONE ? read_phrase(a, first, t)
                                                                               : (struct phrase){GISA_NONE, {0, 0}, false};
    return p.found ? speaker_of(p, "ko.quote.indirect", 0.7f) : (struct gisa_speaker){GISA_NONE, GISA_NONE, {0, 0}, NULL, 0, false};
}

uint32_t gisa_quote_topic(const struct gisa_analysis *a, uint32_t sentence, const uint8_t *is_quoted) {
    uint32_t at = 0;
    uint32_t first = a->sentences[sentence].first_token;
    uint32_t end = sentence_end(a, sentence);
    struct phrase p = find_subject(a, end - first > LOOK_BACK ? end - LOOK_BACK : first, end, is_quoted, &at);
    return p.found ? p.entity : GISA_NONE;
}
