/* SPDX-License-Identifier: Apache-2.0 */
/* What the article is about, chosen from what was found: the main event, who/what/when/where, a few sentences. */
#include <stdlib.h>

#include "view.h"

enum { MAX_SENTENCES = 10 };

static bool is_lead_or_headline(const struct gisa_view *v, uint32_t sentence) {
    if (sentence >= v->a->sentence_count || v->a->sentences[sentence].segment >= v->a->segment_count) {
        return false;
    }
    const struct gisa_segment *s = &v->a->segments[v->a->sentences[sentence].segment];
    return s->is_lead || s->kind == GISA_SEGMENT_HEADLINE;
}

/* Twice 2 * (told in headline or lead) + (dated) + (has a participant) + (told more than once), one more for what has a word of its
 * own, two less for speech: what was said of a fire is not the fire. The first best one. */
uint32_t gisa_view_main_event(const struct gisa_view *v) {
    uint32_t best = GISA_NONE, best_score = 0;
    for (uint32_t i = 0; i < v->a->event_count; i++) {
        const struct gisa_event *e = &v->a->events[i];
        if (gisa_view_event(v, i) == GISA_NONE) {
            continue;
        }
        uint32_t score = 1U + (e->time != GISA_NONE) + (e->participant_count > 0) + (e->merged > 1);
        for (uint32_t k = 0; k < e->evidence_count && k < 2; k++) { /* evidence ascends: the head comes first */
            uint32_t at = e->first_evidence + k;
            if (at < v->a->event_evidence_count && is_lead_or_headline(v, v->a->event_evidence[at])) {
                score += 2;
                break;
            }
        }
        bool named = e->type != GISA_EVENT_STATEMENT && e->type != GISA_EVENT_OTHER && e->type != GISA_EVENT_ANNOUNCEMENT;
        score = 2 * score + named + 2 - (e->type == GISA_EVENT_STATEMENT ? 2 : 0);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

void gisa_view_put_five_w(struct gisa_view *v) {
    struct gisa_json *j = &v->json;
    uint32_t index = gisa_view_main_event(v);
    gisa_json_key(j, "five_w");
    gisa_json_object(j);
    gisa_json_key(j, "who");
    gisa_json_array(j);
    const struct gisa_event *e = index == GISA_NONE ? NULL : &v->a->events[index];
    for (uint32_t i = 0; e && i < e->participant_count && e->first_participant + i < v->a->participant_count; i++) {
        const struct gisa_participant *p = &v->a->participants[e->first_participant + i];
        bool acts = p->role == GISA_ROLE_AGENT || p->role == GISA_ROLE_PARTNER || p->role == GISA_ROLE_HOST;
        if (acts && gisa_view_entity(v, p->entity) != GISA_NONE) {
            gisa_json_id(j, 'e', p->entity);
        }
    }
    gisa_json_array_end(j);
    gisa_json_put_id(j, "what", 'v', index);
    gisa_json_put_id(j, "when", 't', e ? gisa_view_time(v, e->time) : GISA_NONE);
    gisa_json_put_id(j, "where", 'e', e ? gisa_view_entity(v, e->place) : GISA_NONE);
    gisa_view_put_span(v, "why", e ? e->cause : (struct gisa_span){0, 0});
    gisa_view_put_span(v, "how", e ? e->means : (struct gisa_span){0, 0});
    gisa_json_object_end(j);
}

/* [sentence_count] the salience a paragraph's sentence carries; other sentences stay below 0. */
static float *score_sentences(const struct gisa_view *v) {
    const struct gisa_analysis *a = v->a;
    float *score = malloc(((size_t)a->sentence_count + 1) * sizeof *score);
    for (uint32_t i = 0; score && i < a->sentence_count; i++) {
        const struct gisa_segment *s =
            a->sentences[i].segment < a->segment_count ? &a->segments[a->sentences[i].segment] : NULL;
        score[i] = s && s->kind == GISA_SEGMENT_PARAGRAPH ? 0 : -1000;
        if (s && s->is_lead) {
            score[i] += i == s->first_sentence ? 100 : 1; /* the lead's first sentence is always told */
        }
    }
    for (uint32_t i = 0; score && i < a->mention_count; i++) {
        const struct gisa_mention *m = &a->mentions[i];
        if (m->sentence < a->sentence_count && m->entity < a->entity_count) {
            score[m->sentence] += a->entities[m->entity].salience;
        }
    }
    for (uint32_t i = 0; score && i < a->event_count; i++) {
        const struct gisa_event *e = &a->events[i];
        if (e->sentence < a->sentence_count) {
            score[e->sentence] += e->time != GISA_NONE ? 0.5F : 0.2F;
        }
    }
    return score;
}

uint32_t gisa_view_summary(const struct gisa_view *v, uint32_t most, uint32_t *sentences) {
    float *score = most ? score_sentences(v) : NULL;
    uint32_t count = 0;
    while (score && count < most && count < MAX_SENTENCES) {
        uint32_t best = GISA_NONE;
        for (uint32_t i = 0; i < v->a->sentence_count; i++) {
            if (score[i] >= 0 && (best == GISA_NONE || score[i] > score[best])) {
                best = i;
            }
        }
        if (best == GISA_NONE) {
            break;
        }
        score[best] = -1000;
        uint32_t at = count++;
        for (; at > 0 && sentences[at - 1] > best; at--) {
            sentences[at] = sentences[at - 1];
        }
        sentences[at] = best;
    }
    free(score);
    return count;
}

void gisa_view_put_summary(struct gisa_view *v) {
    uint32_t sentences[MAX_SENTENCES];
    uint32_t count = gisa_view_summary(v, v->wishes->summary, sentences);
    gisa_json_key(&v->json, "summary");
    gisa_json_array(&v->json);
    for (uint32_t i = 0; i < count; i++) {
        gisa_json_id(&v->json, 's', sentences[i]);
    }
    gisa_json_array_end(&v->json);
}
