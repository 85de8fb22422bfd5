/* SPDX-License-Identifier: Apache-2.0 */
/* From names to entities: one for each thing, with its mentions, titles, container and salience. */
#include "entity/entity.h"

#include <string.h>

#include "base/array.h"
#include "entity/label.h"
#include "text/seek.h"
#include "text/utf8.h"
#include "unit_suffix_lex.h"

enum { CHAIN = 64 };

struct maker {
    struct gisa_run *run;
    const struct gisa_analysis *a;
    struct gisa_names names;
    struct gisa_entity *entities;
    uint32_t entity_count;
    struct gisa_title *titles;
    uint32_t *first;   /* [entity] name that made it */
    uint32_t *next;    /* [entity] hash chain, entity + 1 */
    uint32_t *head;    /* [mask + 1] */
    uint32_t mask;
    float *weight;     /* [entity] of the salience formula */
    uint16_t (*votes)[GISA_ENTITY_TYPE_COUNT]; /* [entity] what its mentions take it for */
    const struct gisa_own_row **own; /* [entity] the newsroom's row, or NULL */
};

/* Without regard to blanks: 로이터 통신 and 로이터통신 are one. */
static uint32_t hash_bytes(const char *s, uint32_t n, uint32_t type) {
    uint32_t h = 2166136261u + type;
    for (uint32_t i = 0; i < n; i++) {
        h = s[i] == ' ' ? h : (h ^ (unsigned char)s[i]) * 16777619u;
    }
    return h ^ h >> 15;
}

static bool same_but_blanks(struct gisa_bytes_view a, struct gisa_bytes_view b) {
    uint32_t k = 0;
    for (uint32_t i = 0; i < a.size; i++) {
        if (a.bytes[i] == ' ') {
            continue;
        }
        while (k < b.size && b.bytes[k] == ' ') {
            k++;
        }
        if (k == b.size || a.bytes[i] != b.bytes[k++]) {
            return false;
        }
    }
    while (k < b.size && b.bytes[k] == ' ') {
        k++;
    }
    return k == b.size;
}

/* The name as shown: the newsroom's or the gazetteer's for known ones, else the words with every blank a space. */
static struct gisa_bytes_view shown_name(struct maker *m, const struct gisa_name *n) {
    if (gisa_own_row(&n->own)) {
        return gisa_own_row(&n->own)->name; /* borrowed: entity_of() copies it */
    }
    if (n->canonical) {
        return (struct gisa_bytes_view){n->canonical, (uint32_t)strlen(n->canonical)};
    }
    const struct gisa_document *d = &m->a->document;
    char *bytes = gisa_arena_alloc(m->run->arena, (size_t)gisa_span_length(n->span) * 4, 1);
    uint32_t size = 0;
    for (uint32_t i = n->span.begin; bytes && i < n->span.end; i++) {
        bool blank = d->cls[i] == GISA_CHAR_BLANK || d->cls[i] == GISA_CHAR_NEWLINE;
        size += gisa_utf8_encode(blank ? ' ' : d->ch[i], bytes + size);
    }
    return (struct gisa_bytes_view){bytes, size};
}

static struct gisa_bytes_view copy_view(struct maker *m, struct gisa_bytes_view v) {
    char *bytes = gisa_arena_alloc(m->run->arena, v.size, 1);
    if (bytes && v.size) {
        memcpy(bytes, v.bytes, v.size);
    }
    return (struct gisa_bytes_view){bytes, v.size};
}

/* Rows of one gazetteer are different things; of two, those of one name are one, and the request's row tells it. */
static bool may_be_one(const struct maker *m, uint32_t e, const struct gisa_own *own) {
    const struct gisa_own_row *row = gisa_own_row(own);
    return !row || !m->own[e] || row == m->own[e] || own->slot != m->entities[e].link_slot;
}

/* The entity is the newsroom's thing. The gazetteer is borrowed for the call, so what the entity keeps is copied. */
static bool link_own(struct maker *m, uint32_t e, const struct gisa_own *own) {
    const struct gisa_own_row *row = gisa_own_row(own);
    struct gisa_entity *to = &m->entities[e];
    if (!row || row == m->own[e] || (m->own[e] && own->slot < to->link_slot)) {
        return true;
    }
    m->own[e] = row;
    to->type = row->type;
    to->name = copy_view(m, row->name);
    to->link = copy_view(m, row->id);
    to->zone = row->zone.size ? copy_view(m, row->zone) : to->zone;
    to->link_slot = own->slot;
    return to->name.bytes && to->link.bytes && to->zone.size <= (to->zone.bytes ? to->zone.size : 0);
}

/* The entity of this name, made when it is new. GISA_NONE when memory ends. */
static uint32_t entity_of(struct maker *m, uint32_t index) {
    struct gisa_name *n = &m->names.at[index];
    struct gisa_bytes_view name = shown_name(m, n);
    if (!name.bytes) {
        return GISA_NONE;
    }
    uint32_t kind = n->type == GISA_ENTITY_PERSON ? 1 : 0; /* a place and a body of one name are told apart by the first use */
    uint32_t slot = hash_bytes(name.bytes, name.size, kind) & m->mask;
    uint32_t steps = 0;
    for (uint32_t e = m->head[slot]; e && steps++ < CHAIN; e = m->next[e - 1]) {
        const struct gisa_entity *old = &m->entities[e - 1];
        bool person = old->type == GISA_ENTITY_PERSON;
        if (person == kind && same_but_blanks(old->name, name) && may_be_one(m, e - 1, &n->own)) {
            return link_own(m, e - 1, &n->own) ? e - 1 : GISA_NONE;
        }
    }
    uint32_t e = m->entity_count++;
    m->entities[e] = (struct gisa_entity){.type = n->type, .name = name, .container = GISA_NONE};
    if (n->country) {
        memcpy(m->entities[e].country, n->country, strlen(n->country) < 3 ? strlen(n->country) + 1 : 0);
    }
    if (n->zone && *n->zone) {
        m->entities[e].zone = (struct gisa_bytes_view){n->zone, (uint32_t)strlen(n->zone)};
    }
    m->entities[e].confidence = n->is_known ? 0.95f : n->margin > 4000 ? 0.95f : 0.6f + (float)(n->margin < 0 ? 0 : n->margin) / 12000;
    m->first[e] = index;
    m->next[e] = m->head[slot];
    m->head[slot] = e + 1;
    return link_own(m, e, &n->own) ? e : GISA_NONE;
}

/* The person an alias stands for: follow it to the whole name. */
static uint32_t whole_name(const struct maker *m, uint32_t i) {
    for (uint32_t steps = 0; steps < 4 && m->names.at[i].row != GISA_NONE; steps++) {
        i = m->names.at[i].row;
    }
    return i;
}

/* The thing a short name stands for: the name that begins where same_as says. */
static uint32_t whole_thing(const struct maker *m, uint32_t i) {
    uint32_t begin = m->names.at[i].same_as - 1;
    uint32_t low = gisa_seek_begin(m->names.at, sizeof *m->names.at, 0, m->names.count, begin);
    bool found = low < m->names.count && m->names.at[low].span.begin == begin && m->names.at[low].type != GISA_ENTITY_PERSON;
    return found ? low : i;
}

static bool is_kept(const struct gisa_name *n) { return n->type != GISA_ENTITY_OTHER; }

static bool make_entities(struct maker *m) {
    for (uint32_t i = 0; i < m->names.count; i++) {
        struct gisa_name *n = &m->names.at[i];
        if (!is_kept(n)) {
            continue;
        }
        uint32_t of = n->type == GISA_ENTITY_PERSON ? whole_name(m, i) : n->same_as ? whole_thing(m, i) : i;
        for (uint32_t steps = 0; steps < 4 && m->names.at[of].same_as && of != i && m->names.at[of].type != GISA_ENTITY_PERSON; steps++) {
            of = whole_thing(m, of);
        }
        if (!is_kept(&m->names.at[of])) {
            of = i;
        }
        n->entity = entity_of(m, of);
        if (n->entity == GISA_NONE) {
            return false;
        }
    }
    return true;
}

static void vote(struct maker *m, uint32_t entity, uint8_t type, uint16_t by) {
    uint16_t *votes = &m->votes[entity][type];
    *votes = (uint16_t)(*votes < 1000 ? *votes + by : *votes);
}

/* A thing is what most of its mentions take it for; who gives a title is a body, what the gazetteer knows weighs more. */
static void settle_types(struct maker *m) {
    for (uint32_t i = 0; i < m->names.count; i++) {
        const struct gisa_name *n = &m->names.at[i];
        if (n->entity == GISA_NONE) {
            continue;
        }
        vote(m, n->entity, n->type, n->is_known ? 3 : 1);
        for (uint32_t k = 0; k < n->title_count; k++) {
            uint32_t employer = n->titles[k].employer;
            bool open = employer != GISA_NONE && m->names.at[employer].entity != GISA_NONE && !m->names.at[employer].is_known &&
                        strcmp(m->names.at[employer].rule, "ko.entity.office") != 0; /* a mayor's city is a place */
            if (open) {
                vote(m, m->names.at[employer].entity, GISA_ENTITY_ORGANIZATION, 5);
            }
        }
    }
    for (uint32_t e = 0; e < m->entity_count; e++) {
        bool is_open = m->entities[e].type != GISA_ENTITY_PERSON && !m->own[e];
        for (uint8_t t = 0; t < GISA_ENTITY_TYPE_COUNT && is_open; t++) {
            if (t != GISA_ENTITY_PERSON && m->votes[e][t] > m->votes[e][m->entities[e].type]) {
                m->entities[e].type = t;
            }
        }
    }
}

static void weigh(struct maker *m, const struct gisa_name *n) {
    const struct gisa_segment *s = &m->a->segments[m->a->sentences[n->sentence].segment];
    float w = 1;
    w += s->kind == GISA_SEGMENT_HEADLINE ? 3.0f : 0.0f;
    w += s->is_lead ? 2.0f : 0.0f;
    w += m->a->tokens[n->token].josa & (GISA_JOSA_TOPIC | GISA_JOSA_SUBJECT) ? 1.0f : 0.0f;
    m->weight[n->entity] += w;
}

static bool make_mentions(struct maker *m) {
    struct gisa_mention *at = gisa_arena_alloc(m->run->arena, (size_t)m->names.count * 2, sizeof *at);
    uint32_t count = 0;
    if (!at) {
        return false;
    }
    for (uint32_t i = 0; i < m->names.count; i++) {
        const struct gisa_name *n = &m->names.at[i];
        if (n->entity == GISA_NONE) {
            continue;
        }
        struct gisa_entity *e = &m->entities[n->entity];
        if (!e->mention_count++) {
            e->first_mention = count;
        }
        at[count++] = (struct gisa_mention){n->span, n->entity, n->sentence, n->form, n->rule, e->confidence};
        weigh(m, n);
        uint32_t next = i + 1;
        while (next < m->names.count && m->names.at[next].entity == GISA_NONE) {
            next++;
        }
        bool gloss = !gisa_span_is_empty(n->latin) &&
                     (next == m->names.count || m->names.at[next].span.begin >= n->latin.end);
        if (gloss) {
            e->mention_count++;
            at[count++] = (struct gisa_mention){n->latin, n->entity, n->sentence, GISA_MENTION_LATIN, "ko.alias.gloss", e->confidence};
        }
    }
    m->run->out->mentions = at;
    m->run->out->mention_count = count;
    for (uint32_t i = 0; i < m->entity_count; i++) {
        float w = m->weight[i] / 6;
        m->entities[i].salience = 1 - 1 / (1 + w);
    }
    return true;
}

static bool same_view(struct gisa_bytes_view a, struct gisa_bytes_view b) {
    return a.size == b.size && !memcmp(a.bytes, b.bytes, a.size);
}

/* Is the second how the first is called for short: 국무장관 and 장관, not 부회장 and 회장? */
static bool ends_in(struct gisa_bytes_view a, struct gisa_bytes_view b) {
    return a.size >= b.size + 6 && !memcmp(a.bytes + a.size - b.size, b.bytes, b.size);
}

/* The same words, or one short for the other, at one body as far as it is told. */
static bool is_one_title(const struct gisa_title *a, const struct gisa_title *b) {
    bool same_body = a->organization == GISA_NONE || b->organization == GISA_NONE || b->organization == a->organization;
    return same_view(a->form, b->form) || ((ends_in(a->form, b->form) || ends_in(b->form, a->form)) && same_body && a->status == b->status);
}

/* All titles, grouped by entity: a counting sort over the names. */
static bool make_titles(struct maker *m) {
    uint32_t total = 0;
    for (uint32_t i = 0; i < m->names.count; i++) {
        uint32_t shown = 0;
        for (uint32_t k = 0; m->names.at[i].entity != GISA_NONE && k < m->names.at[i].title_count; k++) {
            shown += !gisa_title_is_plain(&m->a->document, m->names.at[i].titles[k].span);
        }
        total += shown;
        if (shown) {
            m->entities[m->names.at[i].entity].title_count += shown;
        }
    }
    struct gisa_title *at = gisa_arena_alloc(m->run->arena, total, sizeof *at);
    uint32_t *fill = gisa_arena_alloc(m->run->scratch, m->entity_count, sizeof *fill);
    if (!at || !fill) {
        return false;
    }
    uint32_t next = 0;
    for (uint32_t e = 0; e < m->entity_count; e++) {
        m->entities[e].first_title = next;
        fill[e] = next;
        next += m->entities[e].title_count;
    }
    for (uint32_t i = 0; i < m->names.count; i++) {
        const struct gisa_name *n = &m->names.at[i];
        for (uint32_t k = 0; n->entity != GISA_NONE && k < n->title_count; k++) {
            const struct gisa_name_title *t = &n->titles[k];
            if (gisa_title_is_plain(&m->a->document, t->span)) {
                continue;
            }
            struct gisa_bytes_view form = gisa_run_text(m->run, t->span);
            if (!form.bytes) {
                return false;
            }
            uint32_t employer = t->employer == GISA_NONE ? GISA_NONE : m->names.at[t->employer].entity;
            uint32_t sentence = gisa_seek_holding(m->a->sentences, sizeof *m->a->sentences, 0, m->a->sentence_count, t->span.begin);
            at[fill[n->entity]++] = (struct gisa_title){n->entity, t->span, form, employer, t->status, sentence,
                                                        employer == GISA_NONE ? 0.8f : 0.9f};
        }
    }
    uint32_t kept = 0; /* one title once: the first telling, with the employer of whichever telling names it */
    for (uint32_t e = 0; e < m->entity_count; e++) {
        uint32_t first = m->entities[e].first_title;
        uint32_t count = m->entities[e].title_count;
        uint32_t start = kept;
        for (uint32_t i = first; i < first + count; i++) {
            uint32_t k = start;
            while (k < kept && k < start + CHAIN && !is_one_title(&at[k], &at[i])) {
                k++;
            }
            if (k < kept && k < start + CHAIN) {
                at[k] = at[k].organization == GISA_NONE && at[i].organization != GISA_NONE ? at[i] : at[k]; /* who tells the body */
            } else {
                at[kept++] = at[i];
            }
        }
        m->entities[e].first_title = start;
        m->entities[e].title_count = kept - start;
    }
    m->run->out->titles = m->titles = at;
    m->run->out->title_count = kept;
    return true;
}

/* A country that only the model knew has its code and zone from ICU. */
static void name_country(struct gisa_entity *e) {
    const struct gisa_country_row *row = e->type == GISA_ENTITY_PLACE && !e->country[0] ? gisa_country_of(e->name) : NULL;
    if (row) {
        memcpy(e->country, row->code, 3);
        e->zone = row->zone[0] ? (struct gisa_bytes_view){row->zone, (uint32_t)strlen(row->zone)} : e->zone;
    }
}

/* May b lie in a? 주덴마크 한국대사: a country lies in no place, and nothing in a place of another country. */
static bool may_contain(const struct gisa_entity *a, const struct gisa_entity *b) {
    bool apart = a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0;
    return !apart && !(b->type == GISA_ENTITY_PLACE && gisa_country_of(b->name));
}

/* 미국 서부 팔로 알토: a place right behind another lies in it; a unit right behind a body is of it. */
static void make_containers(struct maker *m) {
    const struct gisa_document *d = &m->a->document;
    for (uint32_t i = 1; i < m->names.count; i++) {
        const struct gisa_name *a = &m->names.at[i - 1];
        const struct gisa_name *b = &m->names.at[i];
        bool places = a->type == GISA_ENTITY_PLACE && (b->type == GISA_ENTITY_PLACE || b->type == GISA_ENTITY_FACILITY);
        uint32_t row = 0; /* 서울남부지검 금융조사2부 */
        bool unit = a->type == GISA_ENTITY_ORGANIZATION && b->type == GISA_ENTITY_ORGANIZATION && !b->is_known &&
                    gisa_trie_longest_back(&gisa_unit_suffix_trie, d->key + b->span.end, gisa_span_length(b->span), &row) > 0;
        if (!(places || unit) || a->sentence != b->sentence || a->entity == GISA_NONE || b->entity == GISA_NONE ||
            a->entity == b->entity || m->entities[b->entity].container != GISA_NONE || a->form == GISA_MENTION_ALIAS) {
            continue;
        }
        uint32_t gap = b->span.begin - a->span.end;
        bool direct = gap == 1 && d->cls[a->span.end] == GISA_CHAR_BLANK;
        bool part = gap == 4 && d->cls[a->span.end] == GISA_CHAR_BLANK && d->cls[b->span.begin - 1] == GISA_CHAR_BLANK &&
                    d->key[b->span.begin - 2] == 0xBD80; /* 미국 서부 팔로 알토 */
        uint32_t up = a->entity; /* never a circle */
        for (uint32_t steps = 0; up != GISA_NONE && up != b->entity && steps < CHAIN; steps++) {
            up = m->entities[up].container;
        }
        if ((direct || part) && up == GISA_NONE && may_contain(&m->entities[a->entity], &m->entities[b->entity])) {
            m->entities[b->entity].container = a->entity;
            if (!m->entities[b->entity].country[0]) {
                memcpy(m->entities[b->entity].country, m->entities[a->entity].country, 3);
            }
        }
    }
}

/* 금속노조 경남지부 is of the 금속노조, where the article names it. */
static void make_branches(struct maker *m) {
    for (uint32_t e = 0; e < m->entity_count; e++) {
        const struct gisa_bytes_view name = m->entities[e].name;
        const char *blank = strcmp(m->names.at[m->first[e]].rule, "ko.entity.branch") == 0 ? memchr(name.bytes, ' ', name.size) : NULL;
        const struct gisa_bytes_view head = {name.bytes, blank ? (uint32_t)(blank - name.bytes) : 0};
        uint32_t steps = 0;
        for (uint32_t k = blank ? m->head[hash_bytes(head.bytes, head.size, 0) & m->mask] : 0; k && steps++ < CHAIN; k = m->next[k - 1]) {
            bool of = same_view(m->entities[k - 1].name, head) && m->entities[k - 1].type == GISA_ENTITY_ORGANIZATION && k - 1 != e;
            m->entities[e].container = of ? k - 1 : m->entities[e].container;
        }
    }
}

enum gisa_status gisa_entity_run(struct gisa_run *run) {
    struct maker m = {.run = run, .a = run->out};
    enum gisa_status status = gisa_names_find(run, &m.names);
    if (status != GISA_OK) {
        return status;
    }
    gisa_persons_read(run, &m.names);
    gisa_appointed_read(run->out, &m.names);
    gisa_titles_split(&run->out->document, &m.names);
    if (!gisa_offices_read(run, &m.names)) {
        return GISA_NO_MEMORY;
    }
    status = gisa_aliases_find(run, &m.names);
    if (status != GISA_OK) {
        return status;
    }
    if (!gisa_own_settle(run, &m.names)) {
        return GISA_NO_MEMORY;
    }
    uint32_t size = 64;
    while (size < m.names.count * 2 && size < (1u << 24)) {
        size *= 2;
    }
    m.mask = size - 1;
    m.head = gisa_arena_zeroed(run->scratch, size, sizeof *m.head);
    m.next = gisa_arena_zeroed(run->scratch, m.names.count, sizeof *m.next);
    m.first = gisa_arena_zeroed(run->scratch, m.names.count, sizeof *m.first);
    m.weight = gisa_arena_zeroed(run->scratch, m.names.count, sizeof *m.weight);
    m.votes = gisa_arena_zeroed(run->scratch, m.names.count, sizeof *m.votes);
    m.own = gisa_arena_zeroed(run->scratch, m.names.count, sizeof *m.own);
    m.entities = gisa_arena_zeroed(run->arena, m.names.count, sizeof *m.entities);
    if (!m.votes || !m.own || !m.head || !m.next || !m.first || !m.weight || !m.entities || !make_entities(&m) || !make_mentions(&m) ||
        !make_titles(&m)) {
        return GISA_NO_MEMORY;
    }
    settle_types(&m);
    for (uint32_t e = 0; e < m.entity_count; e++) {
        name_country(&m.entities[e]);
        const char *label = gisa_entity_label(&m.entities[e]);
        m.entities[e].label = (struct gisa_bytes_view){label, (uint32_t)strlen(label)};
    }
    make_branches(&m);
    make_containers(&m);
    run->out->entities = m.entities;
    run->out->entity_count = m.entity_count;
    return gisa_houses_find(run, m.titles) ? GISA_OK : GISA_NO_MEMORY;
}
