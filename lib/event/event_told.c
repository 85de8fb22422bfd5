/* SPDX-License-Identifier: Apache-2.0 */
#include "event/event_told.h"

#include "event/event_days.h"
#include "event/event_sort.h"
#include "event/event_time.h"
#include "eventrole_lex.h"
#include "time/calendar.h"

void gisa_event_settle_status(const struct gisa_event_reader *r, struct gisa_draft *x, uint8_t tense, bool is_final, bool is_decided) {
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    if (!gisa_draft_is_dated(r, x) || !now.year) {
        return;
    }
    enum { MONTH = 31 };
    int32_t today = gisa_days_from_date(now);
    if (x->status == GISA_STATUS_PLANNED && r->a->times[x->time].to.year &&
        gisa_days_from_date(r->a->times[x->time].to) < today) {
        x->status = is_decided ? GISA_STATUS_OCCURRED : GISA_STATUS_HYPOTHETICAL; /* 23일 투자하기로 결의했다 */
    } else if (x->status == GISA_STATUS_OCCURRED && tense != GISA_TENSE_PAST) {
        int32_t from = gisa_days_from_date(gisa_time_first_day(&r->a->times[x->time]));
        int32_t to = r->a->times[x->time].to.year ? gisa_days_from_date(r->a->times[x->time].to) : from;
        bool runs = from < today && to > today && to - from <= MONTH; /* 이달 말 물러난다, told on the 27th */
        bool today_still = (from == today || runs) && is_final && tense == GISA_TENSE_PRESENT && x->type != GISA_EVENT_STATEMENT && x->type != GISA_EVENT_MARKET;
        x->status = from > today || today_still ? GISA_STATUS_PLANNED : x->status; /* 24일 2차전을 치른다, on that day */
    }
}

static bool has_role(const struct gisa_draft *x, uint8_t role) {
    for (uint32_t i = 0; i < x->part_count; i++) {
        if (x->parts[i].role == role) {
            return true;
        }
    }
    return false;
}

static bool is_frame_word(const struct gisa_event_reader *r, uint32_t time) {
    struct gisa_span s = r->a->times[time].span;
    uint32_t row = 0;
    return gisa_trie_longest(&gisa_eventrole_trie, r->d->key + s.begin, gisa_span_length(s), &row) &&
           gisa_eventrole_rows[row].kind == GISA_EVENTROLE_KIND_FRAME;
}

/* Only what he dates himself; 지난해 매출, 내년 추정치: whose figures, not when. */
static bool is_dated_by_speaker(const struct gisa_event_reader *r, const struct gisa_draft *x) {
    const struct gisa_time *t = x->time != GISA_NONE ? &r->a->times[x->time] : NULL;
    enum { JUST_NOW = 3 /* days */ };
    bool idle = t && x->type == GISA_EVENT_OTHER && x->status == GISA_STATUS_OCCURRED && gisa_event_age(r, x->time) <= JUST_NOW; /* 어제 실책을 갚았다 */
    bool bare = t && t->precision >= GISA_PRECISION_QUARTER && r->d->cls[t->span.end] == GISA_CHAR_BLANK;
    return t && t->in_quote && !idle && !(bare && (x->type == GISA_EVENT_MARKET || x->status == GISA_STATUS_DENIED || (x->type == GISA_EVENT_OTHER && x->status != GISA_STATUS_PLANNED)));
}

/* 지난 13일부터 오는 24일까지 점검하고 있다: days that hold the article's own. */
static bool is_running(const struct gisa_event_reader *r, uint32_t time) {
    const struct gisa_time *t = &r->a->times[time];
    const struct gisa_date now = gisa_article_moment(&r->a->article)->day;
    return now.year && t->from.year && t->precision <= GISA_PRECISION_DAY && gisa_days_from_date(t->from) < gisa_days_from_date(now) &&
           (!t->to.year || gisa_days_from_date(t->to) > gisa_days_from_date(now)); /* 17일부터 걷어내고 있다 */
}

bool gisa_event_is_told(const struct gisa_event_reader *r, const struct gisa_sentence_state *z, const struct gisa_draft *x,
                    const struct gisa_trigger *g, enum gisa_boundary b, uint8_t tense) {
    if (r->is_in_speech && !is_dated_by_speaker(r, x)) {
        return false;
    }
    if (x->type == GISA_EVENT_STATEMENT && (x->basis == GISA_BASIS_NONE || !has_role(x, GISA_ROLE_AGENT))) {
        return false;
    }
    if (x->type == GISA_EVENT_STATEMENT && x->time != GISA_NONE && !r->a->times[x->time].to.year) {
        return false; /* 3월부터 운영 중이라고 밝혔다: nobody speaks from a day on */
    }
    if (x->status == GISA_STATUS_RECURRING && z->set != GISA_NONE) {
        return true;
    }
    if (x->time == GISA_NONE) {
        return !g->is_weak && g->token != GISA_NONE && b == GISA_BOUNDARY_FINAL && x->part_count > 0 &&
               x->type != GISA_EVENT_MARKET && x->type != GISA_EVENT_STATEMENT;
    }
    if (x->is_nominal && !x->is_when && !x->part_count && x->place == GISA_NONE && x->clause.begin == x->trigger.begin) {
        return false; /* a bare noun tells nothing alone: 협상 */
    }
    if (x->type == GISA_EVENT_OTHER) {
        return x->status == GISA_STATUS_PLANNED || (x->status == GISA_STATUS_DENIED && z->denied != GISA_NONE && !(r->a->tokens[z->denied].josa & GISA_JOSA_QUOTATIVE) /* 때문이라는 */ && gisa_span_overlaps(x->trigger, r->a->tokens[z->denied].span)) || (x->status == GISA_STATUS_ONGOING && is_running(r, x->time)) || (r->is_in_speech && x->status == GISA_STATUS_HYPOTHETICAL && z->has_condition) ||
               (x->status == GISA_STATUS_OCCURRED && tense == GISA_TENSE_PAST && !is_frame_word(r, x->time));
    }
    return true;
}

void gisa_event_drop_contradiction(const struct gisa_event_reader *r, struct gisa_draft *x) {
    struct gisa_date day = gisa_article_moment(&r->a->article)->day;
    if (x->time != GISA_NONE && x->status == GISA_STATUS_OCCURRED && day.year &&
        gisa_days_from_date(gisa_time_first_day(&r->a->times[x->time])) > gisa_days_from_date(day)) {
        x->time = GISA_NONE;
        x->basis = GISA_BASIS_NONE;
    }
}
