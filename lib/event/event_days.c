/* SPDX-License-Identifier: Apache-2.0 */
/* Several times in one clause: days of a list, a verb told of two times, what belongs to another time. */
#include "event/event_days.h"

#include "event/event_predicate.h"
#include "text/seek.h"
#include "time/calendar.h"

/* Is the whole time over on the article's day? */
bool gisa_event_is_over(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    const struct gisa_time *t = &r->a->times[time];
    return now.year && t->is_resolved && t->to.year && gisa_days_from_date(t->to) < gisa_days_from_date(now);
}

bool gisa_event_is_same_day(const struct gisa_event_reader *r, uint32_t a, uint32_t b) {
    const struct gisa_date x = gisa_time_first_day(&r->a->times[a]);
    const struct gisa_date y = gisa_time_first_day(&r->a->times[b]);
    return x.year == y.year && x.month == y.month && x.day == y.day;
}

uint32_t gisa_event_age(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    const struct gisa_time *t = &r->a->times[time];
    if (!now.year || !t->from.year || t->precision > GISA_PRECISION_DAY) {
        return GISA_NONE;
    }
    int32_t age = gisa_days_from_date(now) - gisa_days_from_date(t->from);
    return age >= 0 ? (uint32_t)age : GISA_NONE;
}

bool gisa_event_is_news(const struct gisa_event_reader *r, uint32_t time) {
    enum { NEWS_DAYS = 31 };
    return gisa_event_age(r, time) <= NEWS_DAYS;
}

bool gisa_event_is_later(const struct gisa_time *a, const struct gisa_time *b) {
    return a->to.year && b->from.year && gisa_days_from_date(b->from) > gisa_days_from_date(a->to);
}

/* Do only a joint (와 과 및 · ,) and blanks stand between the two times? */
static bool is_joined(const struct gisa_event_reader *r, const struct gisa_time *a, const struct gisa_time *b) {
    enum { GAP = 4 };
    bool joint = false;
    if (b->span.begin < a->span.end || b->span.begin - a->span.end > GAP) {
        return false;
    }
    for (uint32_t i = a->span.end; i < b->span.begin; i++) {
        uint32_t k = r->d->key[i];
        bool marks = k == 0xC640 || k == 0xACFC || k == 0xBC0F || k == 0xB7 || k == ','; /* 와 과 및 · , */
        if (!marks && k != ' ') {
            return false;
        }
        joint = joint || marks;
    }
    return joint;
}

/* 13일과 14일 공연한다: the same on each day of a list. */
void gisa_event_tell_days(struct gisa_event_reader *r, const struct gisa_draft *x) {
    if (x->time == GISA_NONE || x->basis != GISA_BASIS_EXPLICIT) {
        return;
    }
    for (uint32_t t = x->time; t > 0; t--) {
        const struct gisa_time *b = &r->a->times[t], *a = b - 1;
        bool both = a->is_resolved && a->from.year && a->to.year && a->precision == b->precision && b->to.year &&
                    (a->precision == GISA_PRECISION_DAY || a->precision == GISA_PRECISION_MONTH);
        if (!both || a->sentence != b->sentence || !is_joined(r, a, b)) {
            return;
        }
        struct gisa_draft y = *x;
        y.time = t - 1;
        gisa_event_push(r, &y);
    }
}

/* The time before `time` in its sentence, behind pos; GISA_NONE if there is none. */
static uint32_t time_before(const struct gisa_event_reader *r, uint32_t time, uint32_t pos) {
    if (time == GISA_NONE || time == 0) {
        return GISA_NONE;
    }
    const struct gisa_time *b = &r->a->times[time], *a = b - 1;
    bool other = a->is_resolved && a->from.year && a->span.begin >= pos && a->span.end <= b->span.begin && a->in_quote == b->in_quote;
    return other ? time - 1 : GISA_NONE;
}

/* The last token that begins before pos. */
static const struct gisa_token *token_before(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t pos) {
    const struct gisa_sentence *s = &r->a->sentences[x->sentence];
    return &r->a->tokens[gisa_seek_holding(r->a->tokens, sizeof *r->a->tokens, s->first_token, s->first_token + s->token_count, pos - 1)];
}

static bool is_comma(const struct gisa_event_reader *r, const struct gisa_token *t) {
    return t->kind == GISA_TOKEN_PUNCT && r->d->key[t->span.begin] == ',';
}

/* The comma that ends the item before the one of pos: 2019년 설립, | 2021년; 내일 익산을, | 박 대표는 모레. The token before pos if there is none. */
static const struct gisa_token *comma_before(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t pos) {
    enum { SUBJECT = 6 /* words of who acts on the later day */ };
    const struct gisa_token *last = token_before(r, x, pos), *t = last;
    const struct gisa_token *first = &r->a->tokens[r->a->sentences[x->sentence].first_token];
    for (uint32_t i = 0; last->josa & GISA_JOSA_TOPIC && i < SUBJECT && t > first && !is_comma(r, t); i++) {
        if ((t->ending != GISA_ENDING_NONE && !gisa_event_is_noun(r, t)) || (t != last && t->josa & ~(uint32_t)GISA_JOSA_GENITIVE)) {
            return last;
        }
        t--;
    }
    return is_comma(r, t) ? t : last;
}

/* 2019년 설립된 회사로, 지난해 매출을 올렸다: what stands between another time and a comma or a joining verb is not of this title. */
void gisa_event_cut_title(const struct gisa_event_reader *r, struct gisa_draft *x) {
    enum { LIST = 4 };
    bool within = x->time != GISA_NONE && r->a->times[x->time].span.begin > x->clause.begin && r->a->times[x->time].span.begin < x->clause.end;
    uint32_t time = within && !x->is_inner ? x->time : GISA_NONE;
    for (uint32_t i = 0; i < LIST; i++) {
        uint32_t first = time_before(r, time, x->clause.begin);
        const struct gisa_token *t = first != GISA_NONE ? comma_before(r, x, r->a->times[time].span.begin) : NULL;
        if (!t || !(is_comma(r, t) || (i == 0 && t->ending == GISA_ENDING_CONNECTIVE)) || r->a->times[first].span.end >= t->span.begin) {
            return;
        }
        x->skip = (struct gisa_span){r->a->times[first].span.begin, r->a->times[x->time].span.begin};
        uint32_t kept = 0;
        for (uint32_t k = 0; k < x->amount_count; k++) {
            uint32_t at = r->a->amounts[x->amounts[k]].span.begin;
            x->amounts[kept] = x->amounts[k];
            kept += at < x->skip.begin || at >= x->skip.end;
        }
        x->amount_count = kept;
        time = first;
    }
}

/* The amounts of x's clause that stand in [begin, end) go to y. */
static void take_amounts(const struct gisa_event_reader *r, struct gisa_draft *y, uint32_t begin, uint32_t end) {
    y->amount_count = 0;
    for (uint32_t i = r->amount; i < r->a->amount_count && r->a->amounts[i].span.begin < end; i++) {
        if (r->a->amounts[i].span.begin >= begin && y->amount_count < GISA_DRAFT_AMOUNTS) {
            y->amounts[y->amount_count++] = i;
        }
    }
}

enum {
    WHERE = 1u << GISA_ENTITY_PLACE | 1u << GISA_ENTITY_FACILITY
};

/* The last entity of these types (bits by enum gisa_entity_type) named there, or GISA_NONE. */
static uint32_t last_named(const struct gisa_event_reader *r, uint32_t begin, uint32_t end, uint32_t types) {
    uint32_t i = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, begin);
    uint32_t found = GISA_NONE;
    for (; i < r->a->mention_count && r->a->mentions[i].span.begin < end; i++) {
        uint32_t entity = r->a->mentions[i].entity;
        found = types >> r->a->entities[entity].type & 1 ? entity : found;
    }
    return found;
}

/* Does a name end there? 내일 제주 | 최근접, is told of something else than the verb behind. */
static bool ends_name(const struct gisa_event_reader *r, uint32_t pos) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, pos);
    return m > 0 && r->a->mentions[m - 1].span.end == pos;
}

/* Who acts there: the last person named, else the last body: 차은영 누리당 대표. */
static uint32_t last_actor(const struct gisa_event_reader *r, uint32_t begin, uint32_t end) {
    uint32_t person = last_named(r, begin, end, 1u << GISA_ENTITY_PERSON);
    return person != GISA_NONE ? person : last_named(r, begin, end, 1u << GISA_ENTITY_ORGANIZATION);
}

/* Where the subject of the item behind the comma ends: 11일 6차전에서 누리가 | 이겼다. */
static uint32_t subject_end(const struct gisa_event_reader *r, const struct gisa_token *comma, uint32_t trigger) {
    for (const struct gisa_token *t = comma + 1; t < r->a->tokens + r->a->token_count && t->span.end <= trigger; t++) {
        if (t->josa & GISA_JOSA_SUBJECT) {
            return t->span.end;
        }
    }
    return trigger;
}

/* Takes who is told of in [begin, end) out of what was told with `y`. */
static void forget(const struct gisa_event_reader *r, struct gisa_draft *y, uint32_t begin, uint32_t end) {
    uint32_t m = gisa_seek_begin(r->a->mentions, sizeof *r->a->mentions, 0, r->a->mention_count, begin);
    for (; m < r->a->mention_count && r->a->mentions[m].span.begin < end; m++) {
        uint32_t kept = 0;
        for (uint32_t k = 0; k < y->part_count; k++) {
            y->parts[kept] = y->parts[k];
            kept += y->parts[k].entity != r->a->mentions[m].entity;
        }
        y->part_count = kept;
    }
}

/* The last word of the item that the comma ends: 벡스코 of 부산 벡스코(영남권), */
static const struct gisa_token *last_word(const struct gisa_event_reader *r, const struct gisa_token *comma) {
    enum { NOTE = 6 /* tokens of a note in brackets */ };
    const struct gisa_token *t = comma - 1;
    if (r->d->key[t->span.begin] != ')') {
        return t;
    }
    for (uint32_t i = 0; i < NOTE && t > r->a->tokens + 1; i++) {
        t--;
        if (r->d->key[t->span.begin] == '(') {
            return t - 1;
        }
    }
    return comma - 1;
}

/* Where the word with this particle ends in the item of x's own day: 13일 브라질과 | 경기를, 26일 동구청에서 | 열린다; a name, where `named`. 0 if there is
 * none. */
static uint32_t word_with(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from, uint16_t josa, bool named) {
    const struct gisa_token *t = token_before(r, x, from + 1);
    for (; t < r->a->tokens + r->a->token_count && t->span.begin < x->trigger.begin; t++) {
        if (t->josa & josa && (!named || ends_name(r, t->stem_end))) {
            return t->span.end;
        }
    }
    return 0;
}

/* 한국전력전 | : does a match against somebody named end there? */
static bool ends_match(const struct gisa_event_reader *r, uint32_t pos) {
    enum { JEON = 0xC804 /* 전 */ };
    return pos > 1 && r->d->key[pos - 1] == JEON && ends_name(r, pos - 1);
}

/* Where the match of x's own day ends: 4일 한국전력전, 10일 삼성화재전에서 | 이겼다. 0 if there is none. */
static uint32_t match_of(const struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t from) {
    const struct gisa_token *t = token_before(r, x, from + 1);
    for (; t < r->a->tokens + r->a->token_count && t->span.begin < x->trigger.begin; t++) {
        if (ends_match(r, t->stem_end)) {
            return t->span.end;
        }
    }
    return 0;
}

/* Who acted on the other day did not on x's. */
static void leave_out(struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t entity) {
    for (uint32_t i = r->count; i-- > 0 && r->drafts[i].sentence == x->sentence;) {
        struct gisa_draft *d = &r->drafts[i];
        uint32_t kept = 0;
        for (uint32_t k = 0; d->time == x->time && k < d->part_count; k++) {
            d->parts[kept] = d->parts[k];
            kept += d->parts[k].entity != entity;
        }
        d->part_count = d->time == x->time ? kept : d->part_count;
    }
}

/* Where the other day's was is not where x's is. */
static void leave_place(struct gisa_event_reader *r, const struct gisa_draft *x, uint32_t place) {
    for (uint32_t i = r->count; place != GISA_NONE && i-- > 0 && r->drafts[i].sentence == x->sentence;) {
        struct gisa_draft *d = &r->drafts[i];
        d->place = d->time == x->time && d->place == place ? GISA_NONE : d->place;
    }
}

/* 가람은 30일, | 누리는 다음 달 6일 실적을 발표한다: who stands before a day that a comma ends does the same on it. */
static void tell_each(struct gisa_event_reader *r, const struct gisa_draft *x) {
    enum { LIST = 4 };
    uint32_t time = x->time;
    for (uint32_t i = 0; i < LIST && x->basis == GISA_BASIS_EXPLICIT; i++) {
        uint32_t first = time_before(r, time, x->clause.begin);
        const struct gisa_token *comma = first != GISA_NONE ? comma_before(r, x, r->a->times[time].span.begin) : NULL;
        if (!comma || !is_comma(r, comma) || comma->span.begin != r->a->times[first].span.end) {
            return;
        }
        uint32_t one = last_actor(r, x->clause.begin, r->a->times[first].span.begin);
        uint32_t other = last_actor(r, comma->span.end, r->a->times[time].span.begin);
        if (one == GISA_NONE || other == GISA_NONE || one == other) {
            return;
        }
        struct gisa_draft y = *x;
        y.part_count = 0;
        gisa_draft_add(&y, one, GISA_ROLE_AGENT);
        y.time = first;
        y.skip = (struct gisa_span){comma->span.begin, r->a->times[x->time].span.end};
        leave_out(r, x, one);
        for (uint32_t k = r->count; k-- > 0 && r->drafts[k].sentence == x->sentence;) {
            r->drafts[k].clause.begin = r->drafts[k].time == time ? comma->span.end + 1 : r->drafts[k].clause.begin;
        }
        gisa_event_push(r, &y);
        time = first;
    }
}

/* 1990년 훈장을, 2006년 상을 받았다; 21일 대구에서, 22일 부산에서 열린다; 4일 도쿄, 18일 타이베이 무대에 선다: the verb is told of each;
 * 2028년 착공, 2034년 개통이 목표다: each has a noun of its own. */
void gisa_event_tell_gapped(struct gisa_event_reader *r, const struct gisa_draft *x) {
    enum { LIST = 4, SHORT = 32 /* code points of one item */ };
    if (gisa_span_is_empty(x->skip) && x->time != GISA_NONE) {
        tell_each(r, x);
    }
    uint32_t time = (x->basis == GISA_BASIS_EXPLICIT || x->basis == GISA_BASIS_INHERITED) && !gisa_span_is_empty(x->skip) ? x->time : GISA_NONE; /* 같은 달 28일 is inherited */
    uint32_t tail = 0; /* where the list ends */
    for (uint32_t i = 0; i < LIST; i++) {
        uint32_t first = time_before(r, time, x->clause.begin);
        if (first == GISA_NONE || !gisa_event_is_later(&r->a->times[first], &r->a->times[time])) {
            return;
        }
        const struct gisa_token *comma = comma_before(r, x, r->a->times[time].span.begin);
        uint32_t from = r->a->times[first].span.end;
        if (!is_comma(r, comma) || comma[-1].span.begin < from || comma->span.begin - from > SHORT) {
            return;
        }
        const struct gisa_token *last = last_word(r, comma);
        struct gisa_trigger noun = x->is_nominal ? gisa_trigger_at(r, (uint32_t)(comma - r->a->tokens) - 1) : gisa_no_trigger;
        uint32_t item = last->span.end;
        uint32_t where = last_named(r, from, item, WHERE);
        bool bare = !last->josa && last->ending == GISA_ENDING_NONE;
        bool alike = r->a->times[first].precision == r->a->times[time].precision ||
                     (r->a->times[first].precision <= GISA_PRECISION_DAY && r->a->times[time].precision <= GISA_PRECISION_DAY); /* 내일 오전, 모레 */
        bool named = bare && ends_name(r, last->span.end);
        uint32_t own = r->a->times[time].span.begin;
        uint32_t with = alike && (named || last->josa & GISA_JOSA_COMITATIVE) ? word_with(r, x, own, GISA_JOSA_COMITATIVE, named) : 0; /* 11일 체코, 13일 브라질과 맞붙는다 */
        with = alike && bare && ends_match(r, last->span.end) ? match_of(r, x, own) : with;
        bool house = where == GISA_NONE && (named || last->josa & GISA_JOSA_LOCATIVE) && word_with(r, x, own, GISA_JOSA_LOCATIVE, true) != 0; /* 24일 동구청, 26일 서구청에서 */
        where = house ? last_named(r, from, item, 1u << GISA_ENTITY_ORGANIZATION) : where;
        bool object = (bare || last->josa & GISA_JOSA_OBJECT) && gisa_event_is_over(r, first);
        bool place = alike && !with && (where != GISA_NONE || (bare && i)) && (named || last->josa & GISA_JOSA_LOCATIVE || (x->type == GISA_EVENT_VISIT && last->josa & GISA_JOSA_OBJECT));
        bool subject = alike && last->josa & GISA_JOSA_SUBJECT && !(last->josa & (GISA_JOSA_LOCATIVE | GISA_JOSA_DATIVE));
        uint32_t who = subject ? last_actor(r, from, comma->span.begin) : GISA_NONE; /* 9일 5차전에서 가람이, 11일 6차전에서 누리가 이겼다 */
        uint32_t goer = place && x->type == GISA_EVENT_VISIT ? last_actor(r, x->clause.begin, r->a->times[first].span.begin) : GISA_NONE; /* 차 대표는 내일 익산을, 박 대표는 모레 서천을 방문한다 */
        bool each = goer != GISA_NONE && last_actor(r, comma->span.end, r->a->times[time].span.begin) != GISA_NONE;
        bool other = noun.token != GISA_NONE && noun.is_noun && bare;
        if (!object && !place && !other && !subject && !with) {
            return;
        }
        struct gisa_draft y = *x;
        y.type = other ? noun.type : y.type;
        y.trigger = other ? noun.span : y.trigger;
        y.place = place ? where : y.place;
        y.part_count = subject || each ? 0 : y.part_count;
        if (each) {
            gisa_draft_add(&y, goer, GISA_ROLE_AGENT);
            leave_out(r, x, goer);
        }
        if (who != GISA_NONE) {
            gisa_draft_add(&y, who, GISA_ROLE_AGENT);
            leave_out(r, x, who);
        }
        uint32_t partner = with ? last_named(r, from, item, WHERE | 1u << GISA_ENTITY_PERSON | 1u << GISA_ENTITY_ORGANIZATION) : GISA_NONE;
        if (partner != GISA_NONE) {
            uint32_t head = first; /* whom the other items of the list name is none of this day's */
            for (uint32_t earlier = first; earlier != GISA_NONE; earlier = time_before(r, earlier, x->clause.begin)) {
                head = earlier;
            }
            tail = with > tail ? with : tail;
            forget(r, &y, r->a->times[head].span.end, tail);
            gisa_draft_add(&y, partner, GISA_ROLE_PARTNER);
            leave_out(r, x, partner);
            y.place = where != partner ? where : GISA_NONE; /* 27일 한빛체육관에서 한빛과, 29일 홈에서 해솔과 맞붙는다 */
            leave_place(r, x, y.place);
        }
        y.time = first;
        y.clause.begin = i || time_before(r, first, x->clause.begin) != GISA_NONE ? r->a->times[first].span.begin : y.clause.begin;
        take_amounts(r, &y, from, comma->span.begin);
        y.skip = (struct gisa_span){comma->span.begin, other ? x->clause.end : subject ? subject_end(r, comma, x->trigger.begin) : x->trigger.begin};
        gisa_event_push(r, &y);
        gisa_event_tell_days(r, &y);
        time = first;
    }
}
