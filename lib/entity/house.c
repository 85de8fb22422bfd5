/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a title beside which none stands: the party, club or city hall that the sentence, the one before or the whole
 * article is about. Left out where two may be meant. */
#include <string.h>

#include "entity/entity.h"
#include "house_lex.h"
#include "same_body_lex.h"
#include "seat_word_lex.h"
#include "text/seek.h"

enum { BACK = 3 /* sentences of the paragraph */, NEAR = 32 /* mentions before the title, at most */, FAR = 3, ACTS = GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT };
static const uint32_t UNSEEN = UINT32_MAX - 1;
static const float inferred = 0.7f; /* confidence */

struct house {
    const struct gisa_analysis *a;
    const struct gisa_title *title;
    const struct gisa_house_row *row;
    uint32_t *lone; /* [row] the article's only body of the kind, GISA_NONE or UNSEEN */
};

/* Does the name end in, or with a Latin word begin with, one of the words? */
static bool is_named(struct gisa_bytes_view name, const char *ends) {
    while (*ends) {
        uint32_t n = (uint32_t)strcspn(ends, "|");
        bool longer = name.size >= n;
        bool latin = *ends >= 'A' && *ends <= 'Z';
        if (longer && (!memcmp(name.bytes + name.size - n, ends, n) || (latin && !memcmp(name.bytes, ends, n)))) {
            return true;
        }
        ends += n + (ends[n] == '|');
    }
    return false;
}

static bool fits(const struct house *h, const struct gisa_entity *e) {
    bool body = e->type == GISA_ENTITY_ORGANIZATION || e->type == GISA_ENTITY_PLACE;
    if (h->row->of == GISA_HOUSE_OF_ANY) {
        return e->type == GISA_ENTITY_ORGANIZATION;
    }
    if (h->row->of != GISA_HOUSE_OF_COMPANY) {
        return body && is_named(e->name, h->row->ends) && !gisa_is_of_state(&h->a->document, h->a->mentions[e->first_mention].span);
    }
    if (e->type == GISA_ENTITY_ORGANIZATION && is_named(e->name, h->row->ends)) {
        return true; /* 회장 of 한국도담협회 */
    }
    bool firm = e->label.size == 11 && !memcmp(e->label.bytes, "OGG_ECONOMY", 11); /* a bank is one, whatever else heads it */
    bool economy = firm || e->label.size == 0;
    for (uint32_t i = 0; economy && !firm && i < gisa_house_count; i++) { /* no party, ministry or university */
        economy = gisa_house_rows[i].of == GISA_HOUSE_OF_COMPANY || gisa_house_rows[i].of == GISA_HOUSE_OF_ANY || !is_named(e->name, gisa_house_rows[i].ends);
    }
    return e->type == GISA_ENTITY_ORGANIZATION && economy;
}

static uint32_t case_of(const struct gisa_analysis *a, const struct gisa_mention *m) {
    const struct gisa_token *t = &a->tokens[gisa_token_holding(a, m->sentence, m->span.end - 1)];
    return t->stem_end == m->span.end ? t->josa : 0;
}

/* 노르트바겐 | 본사를: does a word for its seat stand right behind the mention? */
static bool is_seat(const struct gisa_analysis *a, const struct gisa_mention *m) {
    const struct gisa_sentence *s = &a->sentences[m->sentence];
    uint32_t t = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, m->span.end);
    const struct gisa_token *w = t < s->first_token + s->token_count ? &a->tokens[t] : NULL;
    uint32_t row = 0;
    uint32_t n = w ? w->stem_end - w->span.begin : 0;
    return w && w->span.begin == m->span.end + 1 && gisa_trie_longest(&gisa_seat_word_trie, a->document.key + w->span.begin, n, &row) == n;
}

/* The one body of mentions [from, to) that fits, of several the one that acts; GISA_NONE if none, *many if that is unsure. */
static uint32_t only_one(const struct house *h, uint32_t from, uint32_t to, bool *many) {
    uint32_t best = GISA_NONE;
    uint32_t actor = GISA_NONE;
    uint32_t others = 0;
    uint32_t actors = 0;
    from = to > from + NEAR ? to - NEAR : from;
    for (uint32_t i = from; i < to; i++) {
        const struct gisa_mention *m = &h->a->mentions[i];
        if (!fits(h, &h->a->entities[m->entity])) {
            continue;
        }
        others += best != GISA_NONE && best != m->entity;
        best = m->entity;
        uint32_t josa = case_of(h->a, m);
        actors += josa & GISA_JOSA_COMITATIVE && h->row->of != GISA_HOUSE_OF_NAMED; /* 세온테크와 노을소프트는 */
        if (josa & ACTS || (h->row->of == GISA_HOUSE_OF_COMPANY && m->sentence == h->title->sentence && is_seat(h->a, m))) {
            actors += actor != GISA_NONE && actor != m->entity;
            actor = m->entity;
        }
    }
    *many = best != GISA_NONE && (others || h->row->of != GISA_HOUSE_OF_NAMED) && (actor == GISA_NONE || actors);
    return *many ? GISA_NONE : actor != GISA_NONE ? actor : best;
}

static uint32_t mention_at(const struct gisa_analysis *a, uint32_t pos) {
    return gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, pos);
}

/* 엄태강 누리플레이 대표는 말했다. | 남윤슬 최고재무책임자는: the body of the one who acts in a sentence, as it is told there; GISA_NONE if there is none
 * or more than one. */
static uint32_t body_of_actor(const struct house *h, const struct gisa_sentence *s) {
    enum { MOST = 8 /* titles of one person looked at */ };
    uint32_t found = GISA_NONE;
    uint32_t from = mention_at(h->a, s->span.begin);
    for (uint32_t m = from; m < h->a->mention_count && m < from + NEAR && h->a->mentions[m].span.begin < s->span.end; m++) {
        const struct gisa_entity *e = &h->a->entities[h->a->mentions[m].entity];
        for (uint32_t i = e->first_title; e->type == GISA_ENTITY_PERSON && i < e->first_title + e->title_count && i < e->first_title + MOST; i++) {
            const struct gisa_title *t = &h->a->titles[i];
            bool told = t->organization != GISA_NONE && t->confidence > inferred && t->span.begin >= s->span.begin && t->span.end <= s->span.end &&
                        t->status != GISA_TITLE_FORMER && t->entity != h->title->entity && fits(h, &h->a->entities[t->organization]) &&
                        !gisa_same_text(&h->a->document, t->span, h->title->span); /* one body has one 대표 */
            const struct gisa_token *w = told ? &h->a->tokens[gisa_token_holding(h->a, t->sentence, t->span.end - 1)] : NULL;
            if (!w || w->stem_end != t->span.end || !(w->josa & ACTS)) {
                continue;
            }
            if (found != GISA_NONE && found != t->organization) {
                return GISA_NONE;
            }
            found = t->organization;
        }
    }
    return found;
}

/* 도담시민행동 | 계명찬 공동대표: a bare word before the name may be its body, whatever it is. */
static bool stands_free(const struct house *h) {
    const struct gisa_sentence *s = &h->a->sentences[h->title->sentence];
    uint32_t m = mention_at(h->a, h->title->span.begin);
    bool name = m && h->a->mentions[m - 1].entity == h->title->entity;
    uint32_t token = name ? gisa_token_holding(h->a, h->title->sentence, h->a->mentions[m - 1].span.begin) : 0;
    const struct gisa_token *before = token > s->first_token ? &h->a->tokens[token - 1] : NULL;
    return name && (!before || before->josa || before->ending != GISA_ENDING_NONE || before->kind != GISA_TOKEN_WORD);
}

/* What the sentence tells before the title, else the sentences of the paragraph before it. */
static uint32_t near_body(const struct house *h, bool *many) {
    const struct gisa_sentence *s = &h->a->sentences[h->title->sentence];
    uint32_t to = mention_at(h->a, h->title->span.begin);
    uint32_t found = only_one(h, mention_at(h->a, s->span.begin), to, many);
    for (uint32_t i = 1; found == GISA_NONE && !*many && i <= BACK && i <= h->title->sentence; i++) {
        const struct gisa_sentence *before = s - i;
        if (before->segment != s->segment) {
            break;
        }
        found = only_one(h, mention_at(h->a, before->span.begin), mention_at(h->a, before->span.end), many);
        *many = *many && h->row->of == GISA_HOUSE_OF_NAMED; /* who does not act there is passed over */
        bool beside = found == GISA_NONE && !*many && i == 1 && h->row->of != GISA_HOUSE_OF_NAMED && stands_free(h);
        found = beside ? body_of_actor(h, before) : found;
    }
    return found;
}

/* The article's only body that fits, or the one it tells of far more than of any other; counted once for each row. */
static uint32_t lone_body(const struct house *h) {
    uint32_t *memo = &h->lone[h->row - gisa_house_rows];
    if (*memo == UNSEEN) {
        uint32_t most = 0;
        uint32_t second = 0;
        for (uint32_t e = 0; e < h->a->entity_count; e++) {
            uint32_t count = fits(h, &h->a->entities[e]) ? h->a->entities[e].mention_count : 0;
            *memo = count > most ? e : *memo;
            second = count > most ? most : count > second ? count : second;
            most = count > most ? count : most;
        }
        *memo = most && (!second || most >= FAR * second) ? *memo : GISA_NONE;
    }
    return *memo;
}

/* 김모, A씨: whose firm may not be told on purpose. */
static bool is_hidden(const struct gisa_analysis *a, const struct gisa_entity *e) {
    const struct gisa_mention *m = &a->mentions[e->first_mention];
    return strcmp(m->rule, "ko.entity.hidden-name") == 0;
}

/* Where the person works by another title of the same kind. */
static uint32_t own_body(const struct house *h) {
    const struct gisa_entity *e = &h->a->entities[h->title->entity];
    uint32_t found = GISA_NONE;
    for (uint32_t i = e->first_title; i < e->first_title + e->title_count; i++) {
        const struct gisa_title *t = &h->a->titles[i];
        bool same = t->organization != GISA_NONE && t->status == h->title->status && fits(h, &h->a->entities[t->organization]);
        if (same && found != GISA_NONE && found != t->organization) {
            return GISA_NONE;
        }
        found = same ? t->organization : found;
    }
    return found;
}

/* 같은 당 | 오하림 의원: the body of that kind told of last before the name. */
static uint32_t same_body(const struct gisa_analysis *a, const struct gisa_title *t) {
    enum { LOOK = 48, GAT = 0xAC19, EUN = 0xC740 /* 같은 */ };
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, t->span.begin);
    if (m == 0 || a->mentions[m - 1].entity != t->entity) {
        return GISA_NONE;
    }
    const struct gisa_sentence *s = &a->sentences[t->sentence];
    uint32_t name = gisa_seek_begin(a->tokens, sizeof *a->tokens, s->first_token, s->first_token + s->token_count, a->mentions[m - 1].span.begin);
    const struct gisa_token *w = name > s->first_token + 1 ? &a->tokens[name - 2] : NULL;
    uint32_t row = 0;
    uint32_t n = w ? gisa_span_length(w[1].span) : 0;
    bool same = w && gisa_span_length(w->span) == 2 && a->document.key[w->span.begin] == GAT && a->document.key[w->span.begin + 1] == EUN &&
                gisa_trie_longest(&gisa_same_body_trie, a->document.key + w[1].span.begin, n, &row) == n;
    for (uint32_t i = m - 1; same && i-- > 0 && m - i <= LOOK;) {
        const struct gisa_entity *e = &a->entities[a->mentions[i].entity];
        if (e->type == GISA_ENTITY_ORGANIZATION && (!*gisa_same_body_rows[row].ends || is_named(e->name, gisa_same_body_rows[row].ends))) {
            return a->mentions[i].entity;
        }
    }
    return GISA_NONE;
}

/* 한빛셀에서는 | 차민혁 사장과 오수경 본부장이, 포드에서는 | …: the side that those listed come from; GISA_NONE if none is told. */
static uint32_t side_body(const struct gisa_analysis *a, const struct gisa_title *t) {
    enum { LOOK = 12, NEUN = 0xB294 /* 에서는 */, SEON = 0xC120 /* 에선 */ };
    const struct gisa_sentence *s = &a->sentences[t->sentence];
    uint32_t m = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, t->span.begin);
    for (uint32_t n = 0; m-- > 0 && n < LOOK && a->mentions[m].sentence == t->sentence; n++) {
        const struct gisa_mention *x = &a->mentions[m];
        uint32_t josa = a->entities[x->entity].type == GISA_ENTITY_ORGANIZATION ? case_of(a, x) : 0;
        if (!josa) {
            continue; /* who else is listed, and whose he is */
        }
        uint32_t token = gisa_token_holding(a, x->sentence, x->span.end - 1);
        uint32_t last = a->document.key[a->tokens[token].span.end - 1];
        bool side = josa & GISA_JOSA_LOCATIVE && (last == NEUN || last == SEON);
        for (uint32_t i = token + 1; side && i < s->first_token + s->token_count && a->tokens[i].span.begin < t->span.begin; i++) {
            side = a->tokens[i].ending == GISA_ENDING_NONE || a->tokens[i].ending == GISA_ENDING_QUOTATIVE;
        }
        return side ? x->entity : GISA_NONE;
    }
    return GISA_NONE;
}

bool gisa_houses_find(struct gisa_run *run, struct gisa_title *titles) {
    const struct gisa_analysis *a = run->out;
    uint32_t *lone = gisa_arena_alloc(run->scratch, gisa_house_count, sizeof *lone);
    for (uint32_t i = 0; lone && i < gisa_house_count; i++) {
        lone[i] = UNSEEN;
    }
    for (uint32_t i = 0; lone && i < a->title_count; i++) {
        struct gisa_title *t = &titles[i];
        uint32_t said = t->organization == GISA_NONE ? same_body(a, t) : GISA_NONE;
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest_back(&gisa_house_trie, a->document.key + t->span.end, gisa_span_length(t->span), &row);
        struct house side = {a, t, &gisa_house_rows[n ? row : 0], lone};
        uint32_t beside = said == GISA_NONE && t->organization == GISA_NONE ? side_body(a, t) : GISA_NONE;
        bool firm = n && side.row->of == GISA_HOUSE_OF_COMPANY; /* 서울중앙지법에서는 박도윤 사장의 재판이 열렸다 */
        said = beside != GISA_NONE && (firm ? fits(&side, &a->entities[beside]) : !is_named(a->entities[beside].name, "법원|지법|고법|지원|지검|위원회|국회|의회")) ? beside : said;
        if (said != GISA_NONE) {
            t->organization = said;
            continue;
        }
        if (!n || t->organization != GISA_NONE || t->status == GISA_TITLE_FORMER || is_hidden(a, &a->entities[t->entity])) {
            continue;
        }
        struct house h = {a, t, &gisa_house_rows[row], lone};
        bool many = false;
        uint32_t found = own_body(&h);
        found = found == GISA_NONE ? near_body(&h, &many) : found;
        found = found == GISA_NONE && !many && h.row->alone == GISA_HOUSE_ALONE_YES ? lone_body(&h) : found;
        if (found != GISA_NONE) {
            t->organization = found;
            t->confidence = inferred;
        }
    }
    return lone != NULL;
}
