/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_ENTITY_H
#define GISA_ENTITY_ENTITY_H

/* Inside the entity pass: names.c finds spans (model, gazetteer), pattern.c those that
 * their surroundings show, merge.c decides between them, surname.c parts family name and firm, short.c their short forms, repeat.c
 * their repeats, person.c reads title phrases around persons, appointed.c those that a clause gives, office.c the bodies inside titles, house.c those of the paragraph, alias.c
 * joins later mentions, anaphor.c 그 and 고인, label.c tells fine classes, own.c finds the newsroom's names, entity.c makes the layer.
 *
 * Salience = 1 - 1 / (1 + w), w = (mentions + 3 if in the headline + 2 if in the lead + subject mentions) / 6. */
#include "entity/own.h"
#include "pass.h"

enum { GISA_MAX_TITLES = 6, GISA_SURE_BODY = 3000 /* margin of a body that its surroundings show */ };

struct gisa_name_title {
    struct gisa_span span;
    uint32_t employer; /* name, or GISA_NONE */
    uint8_t status;    /* enum gisa_title_status */
};

struct gisa_name { /* a span that may be a name; ordered by begin, without overlaps once names.c is done */
    struct gisa_span span;
    uint32_t sentence;
    uint32_t token;      /* in which it begins */
    uint8_t type;        /* enum gisa_entity_type */
    uint8_t form;        /* enum gisa_mention_form */
    bool is_known;       /* in the gazetteer */
    bool is_modelled;    /* the model saw it */
    int32_t margin;      /* of the model, thousandths */
    uint32_t row;        /* gazetteer row, or GISA_NONE */
    struct gisa_own own; /* the newsroom's row; own.in == NULL: none */
    const char *canonical; /* gazetteer's or shorthand's name, or NULL */
    const char *country, *zone; /* "" if unknown */
    uint32_t same_as;    /* span.begin + 1 of the name this one is short for; 0: none */
    struct gisa_span latin;     /* a gloss behind it: "크로스(Cross)"; empty if none */
    struct gisa_name_title titles[GISA_MAX_TITLES];
    uint32_t title_count;
    uint32_t phrase_end; /* of a person: behind name, gloss, body and titles that stand together */
    uint32_t entity;     /* set by entity.c, GISA_NONE = dropped */
    const char *rule;
};

struct gisa_names {
    struct gisa_name *at; /* in run->scratch */
    uint32_t count;
    uint32_t cap;
};

/* Appends a name; false when memory ends. */
bool gisa_names_push(struct gisa_run *run, struct gisa_names *names, struct gisa_name name);
/* Both lists in `out`, in order of their spans; false when memory ends. */
bool gisa_names_zip(struct gisa_run *run, const struct gisa_names *a, const struct gisa_names *b, struct gisa_names *out);
/* Puts `extra`, in order, between the names; where they overlap the new one stays, and persons and employers are still found.
 * GISA_NO_MEMORY when memory ends. */
enum gisa_status gisa_names_insert(struct gisa_run *run, struct gisa_names *names, const struct gisa_names *extra);
/* A name without anything known but its place. */
struct gisa_name gisa_blank_name(struct gisa_span span, uint32_t sentence, uint32_t token, uint8_t type);
/* The sentence's token in which pos stands. */
uint32_t gisa_token_holding(const struct gisa_analysis *a, uint32_t sentence, uint32_t pos);
/* A word that ends like a unit and is longer: 컴퓨터공학과. Reads unit_suffix.tsv. */
bool gisa_is_unit_word(const struct gisa_analysis *a, const struct gisa_token *t);
/* Does the span end as names of bodies do (org_suffix.tsv) and is longer than that ending? */
bool gisa_has_org_suffix(const struct gisa_document *d, struct gisa_span s);
/* Length of the word at pos that opens a bracket and says what it tells (GISA_GLOSS_CUE_KIND_* of gloss_cue_lex.h); 0 if none. */
uint32_t gisa_gloss_cue(const struct gisa_document *d, uint32_t pos, uint32_t end, uint8_t kind);
/* pattern.c: appends persons of a sentence that the words around them show; false when memory ends. */
bool gisa_names_by_pattern(struct gisa_run *run, uint32_t sentence, struct gisa_names *out);
/* Without blanks, marks and brackets at its edges. */
struct gisa_span gisa_name_tidy(const struct gisa_document *d, struct gisa_span s);
/* merge.c: May a form that only a list knows stand: is it long enough, or shown by a particle or a title behind it? */
bool gisa_name_is_supported(const struct gisa_analysis *a, const struct gisa_name *n);
/* Appends the names of one sentence's two lists, both in order; false when memory ends. */
bool gisa_names_merge(struct gisa_run *run, const struct gisa_names *known, const struct gisa_names *modelled, struct gisa_names *out);
/* Drops of `base` what overlaps a name of `strong` (one as long or longer); both in order. */
void gisa_names_give_way(struct gisa_names *base, const struct gisa_names *strong);
void gisa_names_give_way_to_longer(struct gisa_names *base, const struct gisa_names *strong);
bool gisa_has_blank(const struct gisa_document *d, struct gisa_span s);
/* Where the second word of a club begins (미르 | 유나이티드), s.begin when the span does not end with one. */
uint32_t gisa_club_begin(const struct gisa_document *d, struct gisa_span s);
/* branch.c: joins names from `first` on that are one body: 체코 산업통상부, 금속노조 경남지부, 경북대 총학생회. */
void gisa_branches_join(const struct gisa_analysis *a, struct gisa_names *names, uint32_t first);
/* homograph.c: a place that is a common word here: 양산 수율, 인도한다. */
bool gisa_is_homograph(const struct gisa_analysis *a, const struct gisa_name *n);
/* surname.c: splits 할버그 노바다인 CEO where another name of the article ends in 할버그; false when memory ends. */
bool gisa_surnames_split(struct gisa_run *run, struct gisa_names *names);
/* A name that stands for another one of the article, by the rule. */
void gisa_name_stand_for(struct gisa_name *n, const struct gisa_name *whole, const char *rule);
/* club.c: turns places that act into the club that plays there. O(names), at most 64 clubs. */
void gisa_clubs_see(const struct gisa_analysis *a, struct gisa_names *names);
/* firm.c: companies that only their ending and the title behind them show; false when memory ends. O(tokens), at most 32. */
bool gisa_firms_find(struct gisa_run *run, struct gisa_names *names);
/* short.c: sets same_as of short names of bodies and places, adds those that only a bracket tells; false when memory ends. */
bool gisa_shorts_find(struct gisa_run *run, struct gisa_names *names);
/* anaphor.c: appends 그, 고인 where one person only can be meant, with that name's index in row; false when memory ends. */
bool gisa_anaphors_find(struct gisa_run *run, const struct gisa_names *names, struct gisa_names *out);
/* person.c: the first token from `from` on that begins at or behind pos; end when none does. */
uint32_t gisa_token_from(const struct gisa_analysis *a, uint32_t from, uint32_t end, uint32_t pos);
/* Does the word end with a title, its particle aside? */
bool gisa_is_titled(const struct gisa_analysis *a, const struct gisa_token *t);
/* ship.c: turns persons that are ships into things. O(tokens + names), at most 8 ships. */
void gisa_ships_see(const struct gisa_analysis *a, struct gisa_names *names);
/* body.c: turns persons that are bodies into bodies, and a body that is a person into one. */
void gisa_bodies_find(const struct gisa_analysis *a, struct gisa_names *names);
/* reporter.c: drops who only signs the report. */
void gisa_reporters_drop(const struct gisa_analysis *a, struct gisa_names *names);
/* repeat.c: names seen once are seen wherever their form fills a word; false when memory ends. */
bool gisa_repeats_find(struct gisa_run *run, struct gisa_names *names);

enum gisa_status gisa_names_find(struct gisa_run *run, struct gisa_names *names);
/* Titles, employers and glosses of persons; drops persons that nothing supports (type GISA_ENTITY_OTHER). */
void gisa_persons_read(struct gisa_run *run, struct gisa_names *names);
/* appointed.c: titles that a clause of appointment gives; employers only where they stand beside them. */
void gisa_appointed_read(const struct gisa_analysis *a, struct gisa_names *names);
/* title_split.c: 대표이사 사장 becomes two titles, 사장 내정자 one to come. */
void gisa_titles_split(const struct gisa_document *d, struct gisa_names *names);
/* office.c: the bodies of titles that name them (산림청장), as names inside the title and as employers; false when memory ends. */
bool gisa_offices_read(struct gisa_run *run, struct gisa_names *names);
/* Is the word a title that begins with a body or place of the gazetteer: 서산시장? */
bool gisa_is_known_office(const struct gisa_document *d, struct gisa_span word);
/* house.c: employers of titles that only the sentences around tell; confidence .7. `titles` are those of
 * run->out, all layers of which are set. False when memory ends. O(titles + entities). */
bool gisa_houses_find(struct gisa_run *run, struct gisa_title *titles);
/* Adds mentions of known persons: surname + title, part of a foreign name, whole names the model missed. */
enum gisa_status gisa_aliases_find(struct gisa_run *run, struct gisa_names *names);

/* Which row is meant where several share a form: titles and employers tell; false when memory ends. */
bool gisa_own_settle(struct gisa_run *run, struct gisa_names *names);

/* Length of the title that ends the word [begin, end): 0 if none; the whole word may be longer (메모리사업부장). */
uint32_t gisa_title_at_end(const struct gisa_document *d, uint32_t begin, uint32_t end);
/* GISA_TITLE_CLASS_* (title_lex.h) of that title. */
uint8_t gisa_title_class(const struct gisa_document *d, uint32_t begin, uint32_t end);
/* Is the whole a word that shows a person without being a title: 씨, 주민? */
bool gisa_title_is_plain(const struct gisa_document *d, struct gisa_span title);
bool gisa_is_surname(const struct gisa_document *d, uint32_t begin, uint32_t end);
/* A family name and one or two syllables of given names. */
bool gisa_looks_korean(const struct gisa_document *d, struct gisa_span s);
bool gisa_is_not_name(const struct gisa_document *d, struct gisa_span s);

/* 태산디앤|씨: does the syllable behind the span belong to the firm's name? */
bool gisa_is_firm_in_ssi(const struct gisa_document *d, struct gisa_span s);

/* Is the span a common noun, adverb, numeral or pronoun of the dictionary (data/ko/common_word.tsv)? */
bool gisa_is_common_word(const struct gisa_document *d, struct gisa_span s);

/* 방문해: is it a common word with 해? Such a verb begins no name. */
bool gisa_is_common_verb(const struct gisa_document *d, struct gisa_span s);

/* 승리, 신용대출, 경영전략실: is the span a common word, or made of two, or of such with one syllable of those that close nouns (noun_end.tsv)? */
bool gisa_is_made_of_common_words(const struct gisa_document *d, struct gisa_span s);

/* 러시아 국방부: does the name open with a state? Whose 국방장관 somebody is is not told by such a body elsewhere in the article. */
bool gisa_is_of_state(const struct gisa_document *d, struct gisa_span s);

/* Where the name of a body ends that token t is by its last syllables (sure_end.tsv: 정연회계법인을); 0 if it is none. */
uint32_t gisa_sure_body_end(const struct gisa_analysis *a, uint32_t t);

/* Where the name of a body ends that token t says the kind of (영화사 달무리는); 0 if token t + 1 is no such name. end: token behind the
 * sentence. */
uint32_t gisa_kind_end(const struct gisa_analysis *a, uint32_t t, uint32_t end);

#endif
