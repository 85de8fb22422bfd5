/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of a newsroom's own names -> a trie of their forms. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entity/own.h"
#include "limits.h"
#include "text/document.h"
#include "text/utf8.h"

_Static_assert((int)GISA_GAZETTEER_MAX_FORM <= (int)GISA_MAX_FORM, "every form can be found");

static const char *const type_names[] = { /* by enum gisa_entity_type */
    "person", "organization", "place", "facility", "product", "event", "work", "law"};

/* Bytes that all arenas of one gazetteer may hold each: far above what 32 MB of rows need. */
static const size_t ARENA_CAP = (size_t)1 << 30;

struct reader {
    struct gisa_gazetteer *g;
    struct gisa_gazetteer_errors *errors;
    struct gisa_arena form, scratch; /* of one form, reset after it */
    uint32_t *ids;                   /* [id_mask + 1] row + 1, by hash of the id */
    uint32_t id_mask;
    uint32_t line;
    bool is_file; /* else rows in memory, whose id may be empty */
    enum gisa_status status;
};

struct fields { /* of one row */
    struct gisa_bytes_view column[GISA_GAZETTEER_COLUMNS];
    const struct gisa_bytes_view *aliases; /* [alias_count] */
    uint32_t alias_count;
};

__attribute__((format(printf, 4, 5))) static void tell(struct reader *r, uint8_t column, uint32_t part, const char *format,
                                                       ...) {
    struct gisa_gazetteer_errors *e = r->errors;
    if (e->count < GISA_GAZETTEER_MAX_ERRORS) {
        struct gisa_gazetteer_error *at = &e->at[e->count++];
        va_list list;
        *at = (struct gisa_gazetteer_error){.line = r->line, .column = column, .part = part};
        va_start(list, format);
        vsnprintf(at->detail, sizeof at->detail, format, list);
        va_end(list);
    }
    e->total++;
    r->status = r->status == GISA_OK ? GISA_INVALID_ARGUMENT : r->status;
}

static struct gisa_bytes_view trim(const char *bytes, size_t size) {
    while (size && bytes[0] == ' ') {
        bytes++;
        size--;
    }
    while (size && bytes[size - 1] == ' ') {
        size--;
    }
    bool is_none = size == 1 && bytes[0] == '-';
    return (struct gisa_bytes_view){bytes, is_none ? 0 : (uint32_t)size};
}

static struct gisa_bytes_view keep(struct reader *r, struct gisa_bytes_view v) {
    char *copy = v.size ? gisa_arena_alloc(&r->g->arena, v.size, 1) : NULL;
    if (copy) {
        memcpy(copy, v.bytes, v.size);
    } else if (v.size) {
        r->status = GISA_NO_MEMORY;
    }
    return (struct gisa_bytes_view){copy ? copy : "", copy ? v.size : 0};
}

/* UTF-8 without control characters. */
static bool is_clean(struct reader *r, struct gisa_bytes_view v, uint8_t column, uint32_t part) {
    for (uint32_t i = 0; i < v.size;) {
        uint32_t ch = 0;
        uint32_t step = gisa_utf8_decode(v.bytes + i, v.size - i, &ch);
        if (!step) {
            tell(r, column, part, "invalid UTF-8");
            return false;
        }
        if (ch < 0x20 || ch == 0x7F || ch == 0x2028 || ch == 0x2029 || ch == 0x85) {
            tell(r, column, part, "a control character");
            return false;
        }
        i += step;
    }
    return true;
}

static bool is_letter(uint8_t cls) { return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_HANJA; }

/* The form as gisa_document.key would have it, in r->form. False when it can be no name, which is told. */
static bool read_form(struct reader *r, struct gisa_bytes_view v, uint8_t column, uint32_t part, struct gisa_span *span,
                      struct gisa_document *d) {
    struct gisa_error error;
    if (v.size > GISA_GAZETTEER_MAX_FORM * 16) { /* far beyond 64 code points, composed or not */
        tell(r, column, part, "longer than %d characters", GISA_GAZETTEER_MAX_FORM);
        return false;
    }
    enum gisa_status status = gisa_document_read(d, v.bytes, v.size, &r->form, &r->scratch, &error);
    if (status != GISA_OK) {
        r->status = status;
        return false;
    }
    *span = (struct gisa_span){0, d->count};
    while (span->begin < span->end && d->cls[span->begin] == GISA_CHAR_BLANK) {
        span->begin++;
    }
    while (span->end > span->begin && d->cls[span->end - 1] == GISA_CHAR_BLANK) {
        span->end--;
    }
    uint32_t letters = 0;
    for (uint32_t i = span->begin; i < span->end; i++) {
        letters += is_letter(d->cls[i]);
    }
    uint32_t n = gisa_span_length(*span);
    if (n > GISA_GAZETTEER_MAX_FORM) {
        tell(r, column, part, "longer than %d characters", GISA_GAZETTEER_MAX_FORM);
    } else if (n == 1) {
        tell(r, column, part, "one character alone cannot be told from other words");
    } else if (!letters) {
        tell(r, column, part, "no letter in it");
    } else if (!is_letter(d->cls[span->begin]) && d->cls[span->begin] != GISA_CHAR_DIGIT) {
        tell(r, column, part, "begins with a mark: names begin where words begin");
    } else {
        return true;
    }
    return false;
}

static void chain(struct reader *r, uint32_t *value, uint32_t row, bool is_name, uint8_t column, uint32_t part) {
    struct gisa_gazetteer *g = r->g;
    uint32_t *link = value;
    uint32_t shared = 0;
    while (*link) {
        if (g->entries[*link - 1].row == row) {
            return; /* told twice in one row */
        }
        if (++shared == GISA_GAZETTEER_MAX_SHARED) {
            tell(r, column, part, "%d rows have this form already", GISA_GAZETTEER_MAX_SHARED);
            return;
        }
        link = &g->entries[*link - 1].next;
    }
    g->entries[g->entry_count++] = (struct gisa_own_entry){row, 0, is_name};
    *link = g->entry_count;
}

static void add_form(struct reader *r, struct gisa_bytes_view v, uint32_t row, uint8_t column, uint32_t part) {
    struct gisa_document d;
    struct gisa_span span;
    uint32_t *value;
    if (read_form(r, v, column, part, &span, &d)) {
        enum gisa_status status = gisa_trie_grow_add(&r->g->grow, d.key + span.begin, gisa_span_length(span), &value);
        if (status == GISA_OK) {
            chain(r, value, row, column == GISA_GAZETTEER_NAME, column, part);
        } else {
            r->status = status;
        }
    }
    gisa_arena_reset(&r->form);
    gisa_arena_reset(&r->scratch);
}

static uint32_t hash_bytes(struct gisa_bytes_view v) {
    uint32_t h = 2166136261u;
    for (uint32_t i = 0; i < v.size; i++) {
        h = (h ^ (unsigned char)v.bytes[i]) * 16777619u;
    }
    return h ^ h >> 15;
}

static void add_id(struct reader *r, struct gisa_bytes_view id, uint32_t row) {
    uint32_t i = hash_bytes(id) & r->id_mask;
    for (; r->ids[i]; i = (i + 1) & r->id_mask) {
        const struct gisa_own_row *old = &r->g->rows[r->ids[i] - 1];
        if (old->id.size == id.size && memcmp(old->id.bytes, id.bytes, id.size) == 0) {
            tell(r, GISA_GAZETTEER_ID, 0, "the id stands in line %u already", old->line);
            return;
        }
    }
    r->ids[i] = row + 1;
}

/* "-37.5": whether it is a decimal number of at most `limit`, either way. */
static bool is_degree(struct gisa_bytes_view v, uint32_t limit) {
    uint32_t i = v.bytes[0] == '-' || v.bytes[0] == '+';
    uint32_t whole = 0, digits = 0;
    bool has_rest = false;
    for (; i < v.size && v.bytes[i] >= '0' && v.bytes[i] <= '9' && digits < 4; i++, digits++) {
        whole = whole * 10 + (uint32_t)(v.bytes[i] - '0');
    }
    if (i < v.size && v.bytes[i] == '.') {
        for (i++; i < v.size && v.bytes[i] >= '0' && v.bytes[i] <= '9'; i++) {
            has_rest = has_rest || v.bytes[i] != '0';
        }
    }
    return digits && i == v.size && (whole < limit || (whole == limit && !has_rest));
}

static bool holds_only(struct gisa_bytes_view v, const char *others) {
    for (uint32_t i = 0; i < v.size; i++) {
        char c = v.bytes[i];
        bool is_alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_alnum && (!c || !strchr(others, c))) {
            return false;
        }
    }
    return true;
}

static bool is_wikidata(struct gisa_bytes_view v) {
    uint32_t i = 1;
    while (i < v.size && v.bytes[i] >= '0' && v.bytes[i] <= '9') {
        i++;
    }
    return v.size > 1 && v.size < 16 && v.bytes[0] == 'Q' && v.bytes[1] != '0' && i == v.size;
}

static void check_more(struct reader *r, const struct fields *f) {
    const struct gisa_bytes_view *c = f->column;
    if (c[GISA_GAZETTEER_TITLES].size > GISA_GAZETTEER_MAX_TEXT) {
        tell(r, GISA_GAZETTEER_TITLES, 0, "titles longer than %d bytes", GISA_GAZETTEER_MAX_TEXT);
    }
    if (c[GISA_GAZETTEER_ORG].size > GISA_GAZETTEER_MAX_TEXT) {
        tell(r, GISA_GAZETTEER_ORG, 0, "org longer than %d bytes", GISA_GAZETTEER_MAX_TEXT);
    }
    if (c[GISA_GAZETTEER_WIKIDATA].size && !is_wikidata(c[GISA_GAZETTEER_WIKIDATA])) {
        tell(r, GISA_GAZETTEER_WIKIDATA, 0, "wikidata is no item like Q42");
    }
    if (c[GISA_GAZETTEER_LAT].size && !is_degree(c[GISA_GAZETTEER_LAT], 90)) {
        tell(r, GISA_GAZETTEER_LAT, 0, "lat is no number from -90 to 90");
    }
    if (c[GISA_GAZETTEER_LON].size && !is_degree(c[GISA_GAZETTEER_LON], 180)) {
        tell(r, GISA_GAZETTEER_LON, 0, "lon is no number from -180 to 180");
    }
    if (!c[GISA_GAZETTEER_LAT].size != !c[GISA_GAZETTEER_LON].size) {
        tell(r, GISA_GAZETTEER_LAT, 0, "lat and lon stand together");
    }
    if (c[GISA_GAZETTEER_ZONE].size > 64 || !holds_only(c[GISA_GAZETTEER_ZONE], "_/+-")) {
        tell(r, GISA_GAZETTEER_ZONE, 0, "zone is no name like Asia/Seoul");
    }
}

static uint8_t read_type(struct reader *r, struct gisa_bytes_view v) {
    for (uint8_t i = 0; i < sizeof type_names / sizeof type_names[0]; i++) {
        if (strlen(type_names[i]) == v.size && memcmp(type_names[i], v.bytes, v.size) == 0) {
            return i;
        }
    }
    tell(r, GISA_GAZETTEER_TYPE, 0,
         v.size ? "type is none of person, organization, place, facility, product, event, work, law" : "type is missing");
    return GISA_ENTITY_OTHER;
}

/* A row with errors takes its place all the same, so that one reading tells all of them; the whole is dropped then. */
static void add_row(struct reader *r, const struct fields *f) {
    const struct gisa_bytes_view *c = f->column;
    for (uint8_t i = 0; i < GISA_GAZETTEER_COLUMNS; i++) {
        if (!is_clean(r, c[i], i, 0)) {
            return;
        }
    }
    for (uint32_t i = 0; i < f->alias_count; i++) {
        if (!is_clean(r, f->aliases[i], GISA_GAZETTEER_ALIASES, i)) {
            return;
        }
    }
    uint32_t row = r->g->row_count++;
    struct gisa_own_row *to = &r->g->rows[row];
    *to = (struct gisa_own_row){.line = r->line, .type = GISA_ENTITY_OTHER};
    if (c[GISA_GAZETTEER_ID].size > GISA_GAZETTEER_MAX_ID) {
        tell(r, GISA_GAZETTEER_ID, 0, "id longer than %d bytes", GISA_GAZETTEER_MAX_ID);
    } else if (c[GISA_GAZETTEER_ID].size) {
        to->id = keep(r, c[GISA_GAZETTEER_ID]);
        add_id(r, to->id, row);
    } else if (r->is_file) {
        tell(r, GISA_GAZETTEER_ID, 0, "id is missing");
    }
    to->type = read_type(r, c[GISA_GAZETTEER_TYPE]);
    if (c[GISA_GAZETTEER_NAME].size) {
        to->name = keep(r, c[GISA_GAZETTEER_NAME]);
        add_form(r, c[GISA_GAZETTEER_NAME], row, GISA_GAZETTEER_NAME, 0);
    } else {
        tell(r, GISA_GAZETTEER_NAME, 0, "name is missing");
    }
    if (f->alias_count > GISA_GAZETTEER_MAX_ALIASES) {
        tell(r, GISA_GAZETTEER_ALIASES, 0, "more than %d aliases", GISA_GAZETTEER_MAX_ALIASES);
    }
    for (uint32_t i = 0; i < f->alias_count && i < GISA_GAZETTEER_MAX_ALIASES; i++) {
        if (f->aliases[i].size) {
            add_form(r, f->aliases[i], row, GISA_GAZETTEER_ALIASES, i);
        }
    }
    check_more(r, f);
    if (r->status == GISA_OK) {
        to->titles = keep(r, c[GISA_GAZETTEER_TITLES]);
        to->org = keep(r, c[GISA_GAZETTEER_ORG]);
        to->zone = keep(r, c[GISA_GAZETTEER_ZONE]);
    }
}

static void read_line(struct reader *r, const char *line, size_t size) {
    struct gisa_bytes_view aliases[GISA_GAZETTEER_MAX_ALIASES + 1];
    struct fields f = {.aliases = aliases};
    size -= size && line[size - 1] == '\r';
    if (!trim(line, size).size || line[0] == '#') {
        return;
    }
    uint32_t column = 0;
    for (size_t at = 0; at <= size; column++) {
        const char *tab = memchr(line + at, '\t', size - at);
        size_t end = tab ? (size_t)(tab - line) : size;
        if (column < GISA_GAZETTEER_COLUMNS) {
            f.column[column] = trim(line + at, end - at);
        }
        at = end + 1;
    }
    if (column > GISA_GAZETTEER_COLUMNS) {
        tell(r, GISA_GAZETTEER_COLUMNS, 0, "%u columns, there are %d at most", column, GISA_GAZETTEER_COLUMNS);
        return;
    }
    struct gisa_bytes_view all = f.column[GISA_GAZETTEER_ALIASES];
    for (size_t at = 0; all.size && at <= all.size && f.alias_count <= GISA_GAZETTEER_MAX_ALIASES;) {
        const char *bar = memchr(all.bytes + at, '|', all.size - at);
        size_t end = bar ? (size_t)(bar - all.bytes) : all.size;
        aliases[f.alias_count++] = trim(all.bytes + at, end - at);
        at = end + 1;
    }
    if (r->g->row_count == GISA_GAZETTEER_MAX_ROWS) {
        tell(r, GISA_GAZETTEER_COLUMNS, 0, "more than %d rows", GISA_GAZETTEER_MAX_ROWS);
        r->status = GISA_TOO_LARGE;
        return;
    }
    add_row(r, &f);
}

/* rows and forms: the most that may come. */
static enum gisa_status begin(struct reader *r, uint32_t rows, uint32_t forms, struct gisa_gazetteer_errors *errors) {
    *r = (struct reader){.g = calloc(1, sizeof *r->g), .errors = errors, .id_mask = 63};
    *errors = (struct gisa_gazetteer_errors){.count = 0};
    gisa_arena_init(&r->form, ARENA_CAP);
    gisa_arena_init(&r->scratch, ARENA_CAP);
    if (!r->g) {
        return GISA_NO_MEMORY;
    }
    while (r->id_mask < rows * 2) {
        r->id_mask = r->id_mask * 2 + 1;
    }
    gisa_arena_init(&r->g->arena, ARENA_CAP);
    r->g->rows = gisa_arena_alloc(&r->g->arena, rows, sizeof *r->g->rows);
    r->g->entries = gisa_arena_alloc(&r->g->arena, forms, sizeof *r->g->entries);
    r->ids = calloc((size_t)r->id_mask + 1, sizeof *r->ids);
    enum gisa_status status = gisa_trie_grow_init(&r->g->grow, ARENA_CAP);
    return r->g->rows && r->g->entries && r->ids ? status : GISA_NO_MEMORY;
}

static enum gisa_status end(struct reader *r, struct gisa_gazetteer **out) {
    if (r->status == GISA_OK) {
        r->status = gisa_trie_grow_finish(&r->g->grow, &r->g->trie);
    }
    if (r->status == GISA_LIMIT) {
        r->line = 0;
        tell(r, GISA_GAZETTEER_COLUMNS, 0, "the names were chosen to collide");
    }
    gisa_arena_free(&r->form);
    gisa_arena_free(&r->scratch);
    free(r->ids);
    *out = r->status == GISA_OK ? r->g : NULL;
    if (r->status != GISA_OK) {
        gisa_gazetteer_free(r->g);
    }
    return r->status;
}

static bool goes_on(const struct reader *r) { return r->status == GISA_OK || r->status == GISA_INVALID_ARGUMENT; }

enum gisa_status gisa_gazetteer_read(const char *bytes, size_t size, struct gisa_gazetteer **out,
                                     struct gisa_gazetteer_errors *errors) {
    struct reader r;
    uint32_t lines = 1, bars = 0;
    bool is_small = size <= GISA_GAZETTEER_MAX_BYTES;
    for (size_t i = 0; is_small && i < size; i++) {
        lines += bytes[i] == '\n';
        bars += bytes[i] == '|' || bytes[i] == '\n';
    }
    uint32_t rows = lines < GISA_GAZETTEER_MAX_ROWS ? lines : GISA_GAZETTEER_MAX_ROWS;
    r.status = begin(&r, rows, lines + bars + 1, errors);
    r.is_file = true;
    if (!is_small && r.status == GISA_OK) {
        tell(&r, GISA_GAZETTEER_COLUMNS, 0, "more than %d bytes", GISA_GAZETTEER_MAX_BYTES);
        r.status = GISA_TOO_LARGE;
    }
    size_t at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < size && goes_on(&r)) {
        const char *feed = memchr(bytes + at, '\n', size - at);
        size_t stop = feed ? (size_t)(feed - bytes) : size;
        r.line++;
        read_line(&r, bytes + at, stop - at);
        at = stop + 1;
    }
    return end(&r, out);
}

enum gisa_status gisa_gazetteer_make(const struct gisa_gazetteer_entry *entries, uint32_t count, struct gisa_gazetteer **out,
                                     struct gisa_gazetteer_errors *errors) {
    struct reader r;
    uint32_t forms = 1;
    bool is_small = count <= GISA_GAZETTEER_MAX_ROWS;
    for (uint32_t i = 0; is_small && i < count; i++) {
        uint32_t aliases = entries[i].alias_count;
        forms += 1 + (aliases < GISA_GAZETTEER_MAX_ALIASES ? aliases : GISA_GAZETTEER_MAX_ALIASES);
    }
    r.status = begin(&r, is_small ? count : 0, forms, errors);
    if (!is_small && r.status == GISA_OK) {
        tell(&r, GISA_GAZETTEER_COLUMNS, 0, "more than %d rows", GISA_GAZETTEER_MAX_ROWS);
        r.status = GISA_TOO_LARGE;
    }
    for (uint32_t i = 0; i < count && goes_on(&r); i++) {
        struct fields f = {.aliases = entries[i].aliases, .alias_count = entries[i].alias_count};
        f.column[GISA_GAZETTEER_ID] = entries[i].id;
        f.column[GISA_GAZETTEER_TYPE] = entries[i].type;
        f.column[GISA_GAZETTEER_NAME] = trim(entries[i].name.bytes, entries[i].name.size);
        r.line = i + 1;
        add_row(&r, &f);
    }
    return end(&r, out);
}

void gisa_gazetteer_free(struct gisa_gazetteer *g) {
    if (g) {
        gisa_trie_grow_free(&g->grow);
        gisa_arena_free(&g->arena);
        free(g);
    }
}

uint32_t gisa_gazetteer_size(const struct gisa_gazetteer *g) { return g ? g->row_count : 0; }
