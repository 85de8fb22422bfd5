/* SPDX-License-Identifier: Apache-2.0 */
/* format=text: the analysis for a reader at a terminal. */
#include <stdio.h>
#include <string.h>

#include "names.h"
#include "view.h"

/* Control characters, C1 in UTF-8 too, become blanks: they would break the list or reach the terminal. */
static void view_text(struct gisa_buffer *out, struct gisa_bytes_view text) {
    uint32_t plain = 0;
    for (uint32_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        bool is_c1 = c == 0xC2 && i + 1 < text.size && (unsigned char)text.bytes[i + 1] < 0xA0;
        if (c < 0x20 || c == 0x7F || is_c1) {
            gisa_buffer_append(out, text.bytes + plain, i - plain);
            gisa_buffer_text(out, " ");
            i += is_c1;
            plain = i + 1;
        }
    }
    if (text.size > plain) {
        gisa_buffer_append(out, text.bytes + plain, text.size - plain);
    }
}

static void head(const struct gisa_view *v, struct gisa_buffer *out) {
    const struct gisa_article *t = &v->a->article;
    if (!gisa_span_is_empty(t->headline)) {
        view_text(out, gisa_view_source(v, t->headline));
        gisa_buffer_text(out, "\n");
    }
    if (t->published.day.year) {
        char when[40];
        struct gisa_moment told = gisa_wishes_moment(v->wishes, t->published);
        gisa_wire_moment_write(&told, when);
        gisa_buffer_print(out, "입력 %s\n", when);
    }
    for (uint32_t i = 0; i < t->reporter_count; i++) {
        view_text(out, gisa_view_source(v, t->reporters[i].span));
        gisa_buffer_text(out, i + 1 < t->reporter_count ? ", " : "\n");
    }
}

static void summary(const struct gisa_view *v, struct gisa_buffer *out) {
    uint32_t sentences[10];
    uint32_t count = gisa_view_summary(v, v->wishes->summary, sentences);
    if (count) {
        gisa_buffer_text(out, "\n[요약]\n");
    }
    for (uint32_t i = 0; i < count; i++) {
        gisa_buffer_text(out, "  ");
        view_text(out, gisa_view_source(v, v->a->sentences[sentences[i]].span));
        gisa_buffer_text(out, "\n");
    }
}

static void names_of(const struct gisa_view *v, struct gisa_buffer *out, uint8_t type) {
    bool has_head = false;
    for (uint32_t i = 0; i < v->a->entity_count; i++) {
        const struct gisa_entity *e = &v->a->entities[i];
        if (e->type != type || gisa_view_entity(v, i) == GISA_NONE) {
            continue;
        }
        if (!has_head) {
            gisa_buffer_print(out, "\n[%s]\n", gisa_korean_of(GISA_NAMES_ENTITY, type));
            has_head = true;
        }
        gisa_buffer_text(out, "  ");
        view_text(out, e->name);
        for (uint32_t k = 0; k < e->title_count && e->first_title + k < v->a->title_count; k++) {
            const struct gisa_title *t = &v->a->titles[e->first_title + k];
            uint32_t org = gisa_view_entity(v, t->organization);
            gisa_buffer_text(out, k ? ", " : "  -  ");
            if (org != GISA_NONE) {
                view_text(out, v->a->entities[org].name);
                gisa_buffer_text(out, " ");
            }
            if (t->status != GISA_TITLE_CURRENT) {
                gisa_buffer_print(out, "(%s) ", gisa_korean_of(GISA_NAMES_TITLE_STATUS, t->status));
            }
            view_text(out, t->form);
        }
        gisa_buffer_print(out, "  (%lu회)\n", (unsigned long)e->mention_count);
    }
}

/* EDTF as an editor reads it: 2026-40 is 2026 상반기, 2024-06 with mod END is 2024-06 말. */
/* is_first: only the first unit of an open value is meant. */
static void when_text(struct gisa_buffer *out, const struct gisa_time *t, bool is_first) {
    static const struct { char code[3]; const char *name; } parts[] = {
        {"21", "봄"}, {"22", "여름"}, {"23", "가을"}, {"24", "겨울"}, {"33", "1분기"},
        {"34", "2분기"}, {"35", "3분기"}, {"36", "4분기"}, {"40", "상반기"}, {"41", "하반기"}};
    static const char *const mods[GISA_MOD_COUNT] = {
        [GISA_MOD_START] = " 초", [GISA_MOD_MID] = " 중순", [GISA_MOD_END] = " 말"};
    const char *v = t->value.bytes;
    uint32_t n = t->value.size;
    bool closed = n > 3 && t->to.year && memcmp(v + n - 3, "/..", 3) == 0; /* 10일부터 사흘간: its words are open, its days end */
    n -= closed ? 2 : is_first && n > 3 ? 3 : 0;
    bool deadline = n > 3 && memcmp(v, "../", 3) == 0; /* 2028년까지 */
    for (uint32_t i = deadline ? 3 : 0; i < n;) {
        const char *name = NULL;
        bool ends = i + 3 == t->value.size || (i + 3 < t->value.size && (v[i + 3] == '/' || v[i + 3] == '~'));
        for (size_t k = 0; ends && v[i] == '-' && k < sizeof parts / sizeof parts[0]; k++) {
            name = memcmp(v + i + 1, parts[k].code, 2) == 0 && (i == 4 || (i >= 5 && v[i - 5] == '/')) ? parts[k].name : name;
        }
        if (name) {
            gisa_buffer_print(out, " %s", name);
            i += 3;
        } else {
            gisa_buffer_append(out, v + i++, 1);
        }
    }
    if (closed) {
        gisa_buffer_print(out, "%04d-%02d-%02d", (int)t->to.year, (int)t->to.month, (int)t->to.day);
    }
    gisa_buffer_text(out, t->mod < GISA_MOD_COUNT && mods[t->mod] ? mods[t->mod] : "");
    gisa_buffer_text(out, deadline ? "까지" : "");
}

static void event_line(const struct gisa_view *v, struct gisa_buffer *out, uint32_t index) {
    const struct gisa_event *e = &v->a->events[index];
    uint32_t time = gisa_view_time(v, e->time);
    gisa_buffer_text(out, "  ");
    if (time != GISA_NONE) {
        when_text(out, &v->a->times[time], e->to.year && !v->a->times[time].to.year);
        gisa_buffer_text(out, "  ");
    }
    gisa_buffer_print(out, "[%s·%s] ", gisa_korean_of(GISA_NAMES_EVENT, e->type),
                      gisa_korean_of(GISA_NAMES_STATUS, e->status));
    view_text(out, e->title.size ? e->title : gisa_view_source(v, e->trigger));
    uint32_t place = gisa_view_entity(v, e->place);
    if (place != GISA_NONE) {
        gisa_buffer_text(out, " @ ");
        view_text(out, v->a->entities[place].name);
    }
    bool has_people = false;
    for (uint32_t i = 0; i < e->participant_count && e->first_participant + i < v->a->participant_count; i++) {
        uint32_t entity = gisa_view_entity(v, v->a->participants[e->first_participant + i].entity);
        if (entity != GISA_NONE) {
            gisa_buffer_text(out, has_people ? ", " : "\n      ");
            view_text(out, v->a->entities[entity].name);
            has_people = true;
        }
    }
    gisa_buffer_text(out, "\n");
}

static void event_list(const struct gisa_view *v, struct gisa_buffer *out, const char *title, const uint32_t *events,
                       uint32_t count) {
    bool has_head = false;
    for (uint32_t i = 0; i < count; i++) {
        if (gisa_view_event(v, events[i]) != GISA_NONE) {
            if (!has_head) {
                gisa_buffer_print(out, "\n[%s]\n", title);
                has_head = true;
            }
            event_line(v, out, events[i]);
        }
    }
}

static void quotations(const struct gisa_view *v, struct gisa_buffer *out) {
    bool has_head = false;
    for (uint32_t i = 0; i < v->a->quote_count; i++) {
        const struct gisa_quote *q = &v->a->quotes[i];
        if (gisa_view_quote(v, i) == GISA_NONE) {
            continue;
        }
        gisa_buffer_text(out, has_head ? "" : "\n[인용]\n");
        has_head = true;
        gisa_buffer_text(out, "  ");
        uint32_t speaker = gisa_view_entity(v, q->speaker);
        if (speaker != GISA_NONE) {
            view_text(out, v->a->entities[speaker].name);
        } else if (!gisa_span_is_empty(q->source)) {
            view_text(out, gisa_view_source(v, q->source));
        } else {
            gisa_buffer_text(out, "?");
        }
        gisa_buffer_text(out, ": ");
        view_text(out, gisa_view_source(v, q->span));
        gisa_buffer_text(out, "\n");
    }
}

void gisa_answer_text(const struct gisa_analysis *a, const struct gisa_wishes *wishes, struct gisa_buffer *out) {
    struct gisa_view v;
    if (!gisa_view_open(&v, a, wishes)) {
        out->failed = true;
        return;
    }
    head(&v, out);
    summary(&v, out);
    names_of(&v, out, GISA_ENTITY_PERSON);
    names_of(&v, out, GISA_ENTITY_ORGANIZATION);
    names_of(&v, out, GISA_ENTITY_PLACE);
    event_list(&v, out, "연표", a->timeline, a->timeline_count);
    event_list(&v, out, "되풀이", a->recurring, a->recurring_count);
    quotations(&v, out);
    gisa_view_close(&v);
}
