/* SPDX-License-Identifier: Apache-2.0 */
#include "dump.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char *const segment_kinds[] = {"headline", "subheadline", "byline", "outlet", "published", "caption",
    "subheading", "paragraph", "notice", "copyright", "related", "chrome", "ad"};
static const char *const entity_types[] = {"person", "organization", "place", "facility", "product", "event", "work",
    "law", "other"};
static const char *const mention_forms[] = {"name", "alias", "partial", "title", "latin", "pronoun"};
static const char *const amount_types[] = {"money", "percent", "point", "count", "measure", "ratio", "age", "score",
    "ordinal", "number"};
static const char *const mods[] = {"-", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE",
    "EQUAL_OR_LESS", "BEFORE", "AFTER"};
static const char *const time_types[] = {"DATE", "TIME", "DURATION", "SET", "REF"};
static const char *const quote_kinds[] = {"direct", "partial", "indirect"};
static const char *const event_types[] = {"meeting", "visit", "statement", "announcement", "investment", "agreement",
    "launch", "gathering", "appointment", "legal", "incident", "market", "politics", "other"};
static const char *const statuses[] = {"occurred", "ongoing", "planned", "recurring", "hypothetical", "denied"};
static const char *const roles[] = {"agent", "partner", "object", "patient", "attendee", "host", "addressee",
    "beneficiary"};
static const char *const title_statuses[] = {"current", "former", "new", "next"};
static const char *const relation_types[] = {"position", "met", "part-of", "located-in", "visited", "invested-in",
    "acquired", "agreed-with", "supplies", "sued", "appointed"};

struct printer {
    FILE *out;
    const struct gisa_analysis *a;
};

static void put_char(FILE *out, uint32_t c) {
    if (c == '\n' || c == '\r') {
        fputs("⏎", out);
    } else if (c == '\t') {
        fputc(' ', out);
    } else if (c < 0x80) {
        fputc((int)c, out);
    } else if (c < 0x800) {
        fprintf(out, "%c%c", (int)(0xC0 | c >> 6), (int)(0x80 | (c & 63)));
    } else if (c < 0x10000) {
        fprintf(out, "%c%c%c", (int)(0xE0 | c >> 12), (int)(0x80 | (c >> 6 & 63)), (int)(0x80 | (c & 63)));
    } else {
        fprintf(out, "%c%c%c%c", (int)(0xF0 | c >> 18), (int)(0x80 | (c >> 12 & 63)), (int)(0x80 | (c >> 6 & 63)),
                (int)(0x80 | (c & 63)));
    }
}

static void put_span(const struct printer *p, struct gisa_span s) {
    if (gisa_span_is_empty(s)) {
        fputc('-', p->out);
    }
    for (uint32_t i = s.begin; i < s.end; i++) {
        put_char(p->out, p->a->document.ch[i]);
    }
}

static void put_view(FILE *out, struct gisa_bytes_view v) {
    for (uint32_t i = 0; i < v.size; i++) {
        if (v.bytes[i] == '\n' || v.bytes[i] == '\r') {
            fputs("⏎", out);
        } else {
            fputc(v.bytes[i] == '\t' ? ' ' : v.bytes[i], out);
        }
    }
    if (!v.size) {
        fputc('-', out);
    }
}

static void put_entity(const struct printer *p, uint32_t entity) {
    if (entity == GISA_NONE) {
        fputc('-', p->out);
    } else {
        put_view(p->out, p->a->entities[entity].name);
    }
}

static void put_date(FILE *out, struct gisa_date d) {
    if (d.year) {
        fprintf(out, "%04d-%02u-%02u", d.year, d.month, d.day);
    } else {
        fputc('-', out);
    }
}

static void put_moment(const struct printer *p, const char *field, struct gisa_moment m) {
    if (!m.day.year) {
        return;
    }
    fprintf(p->out, "article\t%s\t", field);
    put_date(p->out, m.day);
    if (m.hour >= 0) {
        fprintf(p->out, "T%02d:%02d:%02d%c%02d:%02d", m.hour, m.minute < 0 ? 0 : m.minute, m.second < 0 ? 0 : m.second,
                m.utc_offset < 0 ? '-' : '+', (m.utc_offset < 0 ? -m.utc_offset : m.utc_offset) / 60,
                (m.utc_offset < 0 ? -m.utc_offset : m.utc_offset) % 60);
    }
    fputc('\n', p->out);
}

static void put_article_span(const struct printer *p, const char *field, struct gisa_span s) {
    if (!gisa_span_is_empty(s)) {
        fprintf(p->out, "article\t%s\t", field);
        put_span(p, s);
        fputc('\n', p->out);
    }
}

static void dump_article(const struct printer *p) {
    const struct gisa_article *t = &p->a->article;
    put_article_span(p, "headline", t->headline);
    for (uint32_t i = 0; i < t->tag_count; i++) {
        put_article_span(p, "tag", t->tags[i]);
    }
    for (uint32_t i = 0; i < t->reporter_count; i++) {
        put_article_span(p, "reporter", t->reporters[i].name);
    }
    put_article_span(p, "email", t->email);
    put_moment(p, "published", t->published);
    put_moment(p, "modified", t->modified);
    put_article_span(p, "publisher", t->publisher);
    if (t->portal) {
        fprintf(p->out, "article\tportal\t%s\n", t->portal);
    }
}

static void dump_segments(const struct printer *p) {
    for (uint32_t i = 0; i < p->a->segment_count; i++) {
        fprintf(p->out, "segment\t%s\t", segment_kinds[p->a->segments[i].kind]);
        put_span(p, p->a->segments[i].span);
        fputc('\n', p->out);
    }
    for (uint32_t i = 0; i < p->a->sentence_count; i++) {
        fputs("sentence\t", p->out);
        put_span(p, p->a->sentences[i].span);
        fputc('\n', p->out);
    }
}

static void put_extra(FILE *out, const char *name, struct gisa_bytes_view v) {
    if (v.size) {
        fprintf(out, "\t%s=", name);
        put_view(out, v);
    }
}

static void dump_times(const struct printer *p) {
    for (uint32_t i = 0; i < p->a->time_count; i++) {
        const struct gisa_time *t = &p->a->times[i];
        fputs("time\t", p->out);
        put_span(p, t->span);
        fprintf(p->out, "\t%s\t", time_types[t->type]);
        put_view(p->out, t->value);
        fprintf(p->out, "\t%s", mods[t->mod]);
        put_extra(p->out, "freq", t->freq);
        put_extra(p->out, "quant", t->quant);
        put_extra(p->out, "members", t->members);
        put_extra(p->out, "begin", t->begin);
        put_extra(p->out, "end", t->end);
        put_extra(p->out, "zone", t->zone);
        fputc('\n', p->out);
    }
    for (uint32_t i = 0; i < p->a->amount_count; i++) {
        const struct gisa_amount *m = &p->a->amounts[i];
        fputs("amount\t", p->out);
        put_span(p, m->span);
        fprintf(p->out, "\t%s\t", amount_types[m->type]);
        put_view(p->out, m->value);
        if (m->value_to.size) {
            fputc('~', p->out);
            put_view(p->out, m->value_to);
        }
        fputc('\t', p->out);
        put_view(p->out, m->unit);
        fprintf(p->out, "\t%s\n", mods[m->mod]);
        if (m->period != GISA_NONE) {
            fputs("period\t", p->out);
            put_span(p, m->span);
            fputc('\t', p->out);
            put_span(p, p->a->times[m->period].span);
            fputc('\n', p->out);
        }
    }
}

static void dump_entities(const struct printer *p) {
    for (uint32_t i = 0; i < p->a->entity_count; i++) {
        fprintf(p->out, "entity\t%s\t", entity_types[p->a->entities[i].type]);
        put_entity(p, i);
        fputc('\n', p->out);
        if (p->a->entities[i].link.size) {
            fprintf(p->out, "link\t%s\t", p->a->entities[i].link_slot == GISA_GAZETTEER_LOCAL ? "local" : "request");
            put_view(p->out, p->a->entities[i].link);
            fputc('\t', p->out);
            put_entity(p, i);
            fputc('\n', p->out);
        }
    }
    for (uint32_t i = 0; i < p->a->mention_count; i++) {
        const struct gisa_mention *m = &p->a->mentions[i];
        fputs("mention\t", p->out);
        put_span(p, m->span);
        fprintf(p->out, "\t%s\t", entity_types[p->a->entities[m->entity].type]);
        put_entity(p, m->entity);
        fprintf(p->out, "\t%s\n", mention_forms[m->form]);
    }
    for (uint32_t i = 0; i < p->a->title_count; i++) {
        const struct gisa_title *t = &p->a->titles[i];
        fputs("title\t", p->out);
        put_entity(p, t->entity);
        fputc('\t', p->out);
        put_view(p->out, t->form);
        fputc('\t', p->out);
        put_entity(p, t->organization);
        fprintf(p->out, "\t%s\n", title_statuses[t->status]);
    }
}

static void dump_quotes(const struct printer *p) {
    for (uint32_t i = 0; i < p->a->quote_count; i++) {
        const struct gisa_quote *q = &p->a->quotes[i];
        fputs("quote\t", p->out);
        if (q->speaker != GISA_NONE) {
            put_entity(p, q->speaker);
        } else {
            put_span(p, q->source);
        }
        if (q->speaker2 != GISA_NONE) {
            fputc(',', p->out);
            put_entity(p, q->speaker2);
        }
        fputc('\t', p->out);
        put_span(p, q->content);
        fprintf(p->out, "\t%s\tutterance=%u", quote_kinds[q->kind], q->utterance);
        if (q->said != GISA_NONE) {
            put_extra(p->out, "said", p->a->times[q->said].value);
        }
        fputs(q->parent == GISA_NONE ? "" : "\tnested", p->out);
        fputs(q->is_carried ? "\tcarried" : "", p->out);
        fputs(q->is_headline ? "\theadline\n" : "\n", p->out);
    }
}

/* "cause", trigger, words; nothing when there are none. */
static void put_because(const struct printer *p, const char *key, const struct gisa_event *e, struct gisa_span words) {
    if (!gisa_span_is_empty(words)) {
        fprintf(p->out, "%s\t", key);
        put_span(p, e->trigger);
        fputc('\t', p->out);
        put_span(p, words);
        fputc('\n', p->out);
    }
}

static void dump_events(const struct printer *p) {
    const struct gisa_analysis *a = p->a;
    for (uint32_t i = 0; i < a->event_count; i++) {
        const struct gisa_event *e = &a->events[i];
        fputs("event\t", p->out);
        put_date(p->out, e->time == GISA_NONE ? (struct gisa_date){0} : a->times[e->time].from);
        fputc('\t', p->out);
        put_date(p->out, e->to);
        fprintf(p->out, "\t%s\t%s\t", event_types[e->type], statuses[e->status]);
        for (uint32_t k = 0; k < e->participant_count; k++) {
            const struct gisa_participant *q = &a->participants[e->first_participant + k];
            fprintf(p->out, "%s%s:", k ? "," : "", roles[q->role]);
            put_entity(p, q->entity);
        }
        fputs(e->participant_count ? "\t" : "-\t", p->out);
        put_entity(p, e->place);
        fputc('\t', p->out);
        put_view(p->out, e->title);
        fprintf(p->out, "\tmerged=%u\n", e->merged);
        put_because(p, "cause", e, e->cause);
        put_because(p, "means", e, e->means);
        if (e->conflict != GISA_NONE) {
            put_because(p, "conflict", e, a->times[a->events[e->conflict].time].span);
        }
    }
    for (uint32_t i = 0; i < a->timeline_count; i++) {
        fprintf(p->out, "timeline\t");
        put_date(p->out, a->times[a->events[a->timeline[i]].time].from);
        fputc('\t', p->out);
        put_view(p->out, a->events[a->timeline[i]].title);
        fputc('\n', p->out);
    }
    for (uint32_t i = 0; i < a->recurring_count; i++) {
        fputs("recurring\t", p->out);
        put_view(p->out, a->events[a->recurring[i]].title);
        fputc('\n', p->out);
    }
    for (uint32_t i = 0; i < a->relation_count; i++) {
        const struct gisa_relation *r = &a->relations[i];
        fprintf(p->out, "relation\t%s\t", relation_types[r->type]);
        put_entity(p, r->source);
        fputc('\t', p->out);
        put_entity(p, r->target);
        fputc('\t', p->out);
        put_view(p->out, r->label);
        fputc('\n', p->out);
    }
    for (uint32_t i = 0; i < a->check_count; i++) {
        fprintf(p->out, "check\t%s\t", a->checks[i].code);
        put_span(p, a->checks[i].span);
        fputc('\n', p->out);
    }
}

void dump_analysis(FILE *out, const struct gisa_analysis *analysis) {
    struct printer p = {out, analysis};
    dump_article(&p);
    dump_segments(&p);
    dump_times(&p);
    dump_entities(&p);
    dump_quotes(&p);
    dump_events(&p);
}

struct gisa_moment dump_parse_moment(const char *text) {
    int y = 0, m = 0, d = 0, h = -1, min = -1, s = -1;
    struct gisa_moment moment = {.hour = -1, .minute = -1, .second = -1, .utc_offset = 540};
    if (sscanf(text, "%d-%d-%dT%d:%d:%d", &y, &m, &d, &h, &min, &s) >= 3) {
        moment.day = (struct gisa_date){(int16_t)y, (uint8_t)m, (uint8_t)d};
        moment.hour = (int8_t)h;
        moment.minute = (int8_t)min;
        moment.second = (int8_t)s;
    }
    return moment;
}

size_t dump_utf8(const struct gisa_analysis *a, struct gisa_span span, char *out) {
    char *bytes = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&bytes, &size);
    struct printer p = {f, a};
    put_span(&p, span);
    fclose(f);
    memcpy(out, bytes, size);
    free(bytes);
    return size;
}
