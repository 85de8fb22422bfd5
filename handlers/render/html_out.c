/* SPDX-License-Identifier: Apache-2.0 */
/* format=html: the article with its segments, sentences, quotations, names and times marked, for reading with the eye.
 * No script, no outside resource; marks never nest: text is cut where any of them begins or ends. */
#include <stdio.h>
#include <string.h>

#include "names.h"
#include "view.h"

static const char head[] =
    "<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\"><title>gisa</title>\n<style>\n"
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.8 sans-serif;color:#1b1b1b;background:#fff}\n"
    "section{border-left:.25rem solid #bbb;padding:.1rem 0 .1rem .8rem;margin:.6rem 0}\n"
    "section>small{color:#666;font-size:.75rem;display:block}\n"
    ".headline{border-color:#000;font-weight:bold;font-size:1.3rem}.paragraph{border-color:#2a6}\n"
    ".subheading,.subheadline{border-color:#26a;font-weight:bold}.caption{border-color:#a70;font-size:.9rem}\n"
    ".chrome,.related,.notice,.copyright,.ad{color:#666;font-size:.85rem}\n"
    "sup{color:#888;font-size:.65rem;margin-right:.15rem}\nmark{background:#fff3b0}\n"
    ".e{border-bottom:2px solid #7aa7e0}.person{border-color:#c0558a}.place,.facility{border-color:#4a9a5a}\n"
    ".t{background:#dff1ff}\n@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}mark{background:#5a4d00;"
    "color:inherit}.t{background:#123a55}section>small,sup{color:#aaa}.chrome,.related,.notice,.copyright,.ad{color:#aaa}}\n"
    "</style></head><body>\n";

static void escaped(struct gisa_buffer *out, struct gisa_bytes_view text) {
    uint32_t plain = 0;
    for (uint32_t i = 0; i <= text.size; i++) {
        char c = i < text.size ? text.bytes[i] : 0;
        const char *entity = c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : NULL;
        if (entity || i == text.size) {
            if (i > plain) {
                gisa_buffer_append(out, text.bytes + plain, i - plain);
            }
            gisa_buffer_text(out, entity ? entity : "");
            plain = i + 1;
        }
    }
}

struct cursor { /* the next record of each layer; layers ascend, so each is passed once */
    uint32_t sentence, quote, mention, time;
};

static uint32_t least_behind(uint32_t at, uint32_t now, uint32_t least) { return at > now && at < least ? at : least; }

static bool covers(struct gisa_span s, uint32_t at) { return s.begin <= at && at < s.end; }

static void open_quote(const struct gisa_view *v, struct gisa_buffer *out, uint32_t index) {
    const struct gisa_quote *q = &v->a->quotes[index];
    uint32_t speaker = gisa_view_entity(v, q->speaker);
    gisa_buffer_print(out, "<mark data-id=\"q%lu\" title=\"", (unsigned long)index + 1);
    if (speaker != GISA_NONE) {
        escaped(out, v->a->entities[speaker].name);
    } else if (!gisa_span_is_empty(q->source)) {
        escaped(out, gisa_view_source(v, q->source));
    } else {
        gisa_buffer_text(out, "화자 모름");
    }
    gisa_buffer_text(out, "\">");
}

/* The text of one segment, cut at every begin and end of a record. */
static void segment_text(const struct gisa_view *v, struct gisa_buffer *out, struct gisa_span span, struct cursor *c) {
    const struct gisa_analysis *a = v->a;
    for (uint32_t at = span.begin; at < span.end;) {
        while (c->quote < a->quote_count && (a->quotes[c->quote].span.end <= at || a->quotes[c->quote].parent != GISA_NONE)) {
            c->quote++;
        }
        while (c->mention < a->mention_count && a->mentions[c->mention].span.end <= at) {
            c->mention++;
        }
        while (c->time < a->time_count && a->times[c->time].span.end <= at) {
            c->time++;
        }
        while (c->sentence < a->sentence_count && a->sentences[c->sentence].span.begin < at) {
            c->sentence++;
        }
        uint32_t end = span.end;
        bool quoted = false, named = false, timed = false;
        if (c->quote < a->quote_count) {
            end = least_behind(a->quotes[c->quote].span.begin, at, least_behind(a->quotes[c->quote].span.end, at, end));
            quoted = covers(a->quotes[c->quote].span, at) && gisa_view_quote(v, c->quote) != GISA_NONE;
        }
        if (c->mention < a->mention_count) {
            end = least_behind(a->mentions[c->mention].span.begin, at, least_behind(a->mentions[c->mention].span.end, at, end));
            named = covers(a->mentions[c->mention].span, at) && gisa_view_entity(v, a->mentions[c->mention].entity) != GISA_NONE;
        }
        if (c->time < a->time_count) {
            end = least_behind(a->times[c->time].span.begin, at, least_behind(a->times[c->time].span.end, at, end));
            timed = covers(a->times[c->time].span, at) && gisa_view_time(v, c->time) != GISA_NONE;
        }
        if (c->sentence < a->sentence_count) {
            if (a->sentences[c->sentence].span.begin == at) {
                gisa_buffer_print(out, "<sup>s%lu</sup>", (unsigned long)c->sentence + 1);
                c->sentence++;
            }
            if (c->sentence < a->sentence_count) {
                end = least_behind(a->sentences[c->sentence].span.begin, at, end);
            }
        }
        if (quoted) {
            open_quote(v, out, c->quote);
        }
        if (named) {
            uint32_t entity = a->mentions[c->mention].entity;
            gisa_buffer_print(out, "<span class=\"e %s\" data-id=\"e%lu\" title=\"",
                              gisa_name_of(GISA_NAMES_ENTITY, a->entities[entity].type), (unsigned long)entity + 1);
            escaped(out, a->entities[entity].name);
            gisa_buffer_text(out, "\">");
        } else if (timed) {
            gisa_buffer_print(out, "<span class=\"t\" data-id=\"t%lu\" title=\"", (unsigned long)c->time + 1);
            escaped(out, a->times[c->time].value);
            gisa_buffer_text(out, "\">");
        }
        escaped(out, gisa_view_source(v, (struct gisa_span){at, end}));
        gisa_buffer_text(out, named || timed ? "</span>" : "");
        gisa_buffer_text(out, quoted ? "</mark>" : "");
        at = end;
    }
}

void gisa_answer_html(const struct gisa_analysis *a, const struct gisa_wishes *wishes, struct gisa_buffer *out) {
    struct gisa_view v;
    struct cursor c = {0};
    if (!gisa_view_open(&v, a, wishes)) {
        out->failed = true;
        return;
    }
    gisa_buffer_text(out, head);
    for (uint32_t i = 0; i < a->segment_count; i++) {
        const struct gisa_segment *s = &a->segments[i];
        const char *kind = gisa_name_of(GISA_NAMES_SEGMENT, s->kind);
        gisa_buffer_print(out, "<section class=\"%s\" data-id=\"b%lu\"><small>%s</small>", kind, (unsigned long)i + 1,
                          gisa_korean_of(GISA_NAMES_SEGMENT, s->kind));
        segment_text(&v, out, s->span, &c);
        gisa_buffer_text(out, "</section>\n");
    }
    gisa_buffer_text(out, "</body></html>\n");
    gisa_view_close(&v);
}
