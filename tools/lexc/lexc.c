/* SPDX-License-Identifier: Apache-2.0 */
/* lexc: a table a linguist edits (data/ko/NAME.tsv) -> constant C tables (NAME_lex.c, NAME_lex.h).
 *
 *     lexc data/ko/josa.tsv OUT_DIR
 *
 * The file is UTF-8, tab separated. Lines that begin with "# " or are empty are comments. Two header lines:
 *
 *     #! lexicon josa [reverse] [multi]  the name; reverse = forms are matched from their end backwards; multi = a form
 *                                        may stand in several rows: trie value - 1 is then an index into
 *                                        gisa_NAME_entries[], a list of rows chained by `next` (entry + 1, 0 = end)
 *     #! form<TAB>role:flags(topic,subject)<TAB>class:enum(a,b)<TAB>n:int<TAB>note:str<TAB>example:str
 *
 * The first column holds the form, alternatives separated by '|'; a space in a form may be absent in the text. Latin
 * letters are folded to lower case, as gisa_document.key is. A column named "example" must hold one of the row's
 * forms (checked here: a form without a true example does not compile), unless it is "-".
 * flags cells hold names separated by ','; '-' or nothing is none/0/"".
 * Generated: struct gisa_NAME_row, enums GISA_NAME_COLUMN_VALUE (upper case), gisa_NAME_rows[], gisa_NAME_count and
 * gisa_NAME_trie. Equal forms in two rows: the error names both lines.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "trie_build.h"

enum { MAX_COLUMNS = 16, MAX_VALUES = 64, MAX_LINE = 8192, MAX_FORM = 128, MAX_SPACES = 4 };
enum type { TYPE_FORM, TYPE_FLAGS, TYPE_ENUM, TYPE_INT, TYPE_STR };

struct column {
    char name[64];
    enum type type;
    char value[MAX_VALUES][64];
    int values;
};

struct compiler {
    const char *path;
    int line;
    char name[64];
    bool reverse;
    bool multi;
    struct gisa_lexicon_entry *entry;
    uint32_t entries;
    struct column column[MAX_COLUMNS];
    int columns;
    struct trie_builder trie;
    int rows;
    int *row_line;
    FILE *body;
};

static void fail(const struct compiler *c, const char *what, const char *detail) {
    fprintf(stderr, "%s:%d: error: %s%s%s\n", c->path, c->line, what, *detail ? ": " : "", detail);
    exit(1);
}

static void upper(const char *from, char *to) {
    for (; *from; from++) {
        *to++ = *from == '-' ? '_' : (char)toupper((unsigned char)*from);
    }
    *to = 0;
}

static int split(char *s, char by, char **out, int most) {
    int n = 0;
    for (char *p = s; n < most; n++) {
        out[n] = p;
        p = strchr(p, by);
        if (!p) {
            return n + 1;
        }
        *p++ = 0;
    }
    return n;
}

static void parse_column(struct compiler *c, char *cell, struct column *col) {
    static const struct { const char *name; enum type type; } types[] = {
        {"flags", TYPE_FLAGS}, {"enum", TYPE_ENUM}, {"int", TYPE_INT}, {"str", TYPE_STR}};
    *col = (struct column){.type = TYPE_FORM};
    char *colon = strchr(cell, ':');
    if (colon) {
        *colon++ = 0;
    }
    snprintf(col->name, sizeof col->name, "%s", cell);
    if (!colon) {
        return;
    }
    char *values = strchr(colon, '(');
    if (values) {
        *values++ = 0;
        values[strcspn(values, ")")] = 0;
        char *list[MAX_VALUES];
        col->values = split(values, ',', list, MAX_VALUES);
        for (int i = 0; i < col->values; i++) {
            snprintf(col->value[i], sizeof col->value[i], "%s", list[i]);
        }
    }
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (!strcmp(colon, types[i].name)) {
            col->type = types[i].type;
            return;
        }
    }
    fail(c, "unknown column type", colon);
}

static void parse_header(struct compiler *c, char *s) {
    while (*s == ' ') {
        s++;
    }
    if (!strncmp(s, "lexicon ", 8)) {
        char *word[3] = {0};
        int n = split(s + 8, ' ', word, 3);
        snprintf(c->name, sizeof c->name, "%s", word[0]);
        for (int i = 1; i < n; i++) {
            c->reverse = c->reverse || !strcmp(word[i], "reverse");
            c->multi = c->multi || !strcmp(word[i], "multi");
        }
        return;
    }
    char *cells[MAX_COLUMNS];
    c->columns = split(s, '\t', cells, MAX_COLUMNS);
    for (int i = 0; i < c->columns; i++) {
        parse_column(c, cells[i], &c->column[i]);
    }
}

/* Code points of s, Latin lower case. */
static uint32_t decode(const struct compiler *c, const char *s, uint32_t *out) {
    uint32_t n = 0;
    for (size_t i = 0, size = strlen(s); i < size;) {
        uint32_t ch = 0;
        uint32_t step = gisa_utf8_decode(s + i, size - i, &ch);
        if (!step) {
            fail(c, "not UTF-8", "");
        }
        if (n == MAX_FORM) {
            fail(c, "form too long", s);
        }
        out[n++] = ch >= 'A' && ch <= 'Z' ? ch + 32 : ch;
        i += step;
    }
    return n;
}

static void add_variant(struct compiler *c, const uint32_t *form, uint32_t n, const char *shown) {
    uint32_t turned[MAX_FORM];
    for (uint32_t i = 0; i < n; i++) {
        turned[i] = c->reverse ? form[n - 1 - i] : form[i];
    }
    if (c->multi) {
        c->entry = realloc(c->entry, (c->entries + 1) * sizeof *c->entry);
        c->entry[c->entries] = (struct gisa_lexicon_entry){(uint32_t)c->rows, 0};
        uint32_t first = trie_builder_add(&c->trie, turned, n, c->entries);
        while (first && c->entry[first - 1].next) {
            first = c->entry[first - 1].next;
        }
        if (first) {
            c->entry[first - 1].next = c->entries + 1;
        }
        c->entries++;
        return;
    }
    uint32_t old = trie_builder_add(&c->trie, turned, n, (uint32_t)c->rows);
    if (old && old - 1 != (uint32_t)c->rows) {
        char detail[256];
        snprintf(detail, sizeof detail, "%s, first on line %d", shown, c->row_line[old - 1]);
        fail(c, "form stands twice", detail);
    }
}

/* Adds the form with every choice of its spaces present or absent. */
static void add_form(struct compiler *c, const char *shown) {
    uint32_t form[MAX_FORM];
    uint32_t n = decode(c, shown, form);
    uint32_t spaces = 0;
    for (uint32_t i = 0; i < n; i++) {
        spaces += form[i] == ' ';
    }
    if (!n || spaces > MAX_SPACES || form[0] == ' ' || form[n - 1] == ' ') {
        fail(c, "a form is not empty, has at most four spaces and none at its ends", shown);
    }
    for (uint32_t mask = 0; mask < 1u << spaces; mask++) {
        uint32_t variant[MAX_FORM];
        uint32_t size = 0;
        uint32_t space = 0;
        for (uint32_t i = 0; i < n; i++) {
            if (form[i] != ' ' || !(mask >> space++ & 1)) {
                variant[size++] = form[i];
            }
        }
        add_variant(c, variant, size, shown);
    }
}

static void put_string(FILE *f, const char *s) {
    fputc('"', f);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') {
            fputc('\\', f);
        }
        if (*s == '?') { /* no trigraphs */
            fputc('\\', f);
        }
        fputc(*s, f);
    }
    fputc('"', f);
}

static int value_of(const struct compiler *c, const struct column *col, const char *name) {
    for (int i = 0; i < col->values; i++) {
        if (!strcmp(col->value[i], name)) {
            return i;
        }
    }
    char detail[256];
    snprintf(detail, sizeof detail, "%s in column %s", name, col->name);
    fail(c, "unknown value", detail);
    return 0;
}

static void put_cell(struct compiler *c, const struct column *col, char *cell) {
    char *list[MAX_VALUES];
    unsigned long flags = 0;
    bool none = !*cell || !strcmp(cell, "-");
    switch (col->type) {
    case TYPE_FORM:
        put_string(c->body, cell);
        break;
    case TYPE_FLAGS:
        for (int i = 0, n = none ? 0 : split(cell, ',', list, MAX_VALUES); i < n; i++) {
            flags |= 1ul << value_of(c, col, list[i]);
        }
        fprintf(c->body, "%luu", flags);
        break;
    case TYPE_ENUM:
        fprintf(c->body, "%d", none ? 0 : value_of(c, col, cell));
        break;
    case TYPE_INT:
        fprintf(c->body, "%ld", none ? 0 : strtol(cell, NULL, 10));
        break;
    case TYPE_STR:
        put_string(c->body, none ? "" : cell);
        break;
    }
}

/* True when the example (folded) holds the form, spaces optional. */
static bool shows(const struct compiler *c, const char *example, const char *form) {
    uint32_t e[MAX_FORM];
    uint32_t f[MAX_FORM];
    uint32_t n = decode(c, example, e);
    uint32_t m = decode(c, form, f);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t a = i;
        uint32_t b = 0;
        while (b < m && (f[b] == ' ' || (a < n && e[a] == f[b]))) {
            if (f[b] == ' ') {
                a += a < n && e[a] == ' ';
            } else {
                a++;
            }
            b++;
        }
        if (b == m) {
            return true;
        }
    }
    return false;
}

static void parse_row(struct compiler *c, char *s) {
    char *cells[MAX_COLUMNS];
    int n = split(s, '\t', cells, MAX_COLUMNS);
    if (!c->name[0] || !c->columns) {
        fail(c, "rows stand below the two #! header lines", "");
    }
    if (n > c->columns) {
        fail(c, "more cells than columns", cells[0]);
    }
    c->row_line = realloc(c->row_line, (size_t)(c->rows + 1) * sizeof *c->row_line);
    c->row_line[c->rows] = c->line;
    char forms[MAX_LINE];
    snprintf(forms, sizeof forms, "%s", cells[0]);
    char *form[256];
    int count = split(forms, '|', form, 256);
    bool shown = false;
    for (int i = 0; i < count; i++) {
        add_form(c, form[i]);
    }
    fputs("    {", c->body);
    for (int k = 0; k < c->columns; k++) {
        char empty[] = "";
        char *cell = k < n ? cells[k] : empty;
        if (!strcmp(c->column[k].name, "example") && strcmp(cell, "-")) {
            for (int i = 0; i < count; i++) {
                shown = shown || shows(c, cell, form[i]);
            }
            if (!shown) {
                fail(c, "the example does not hold the form", cells[0]);
            }
        }
        fputs(k ? ", " : "", c->body);
        put_cell(c, &c->column[k], cell);
    }
    fputs("},\n", c->body);
    c->rows++;
}

static FILE *create(const char *dir, const char *name, const char *ending) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s_lex.%s", dir, name, ending);
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static void write_header(const struct compiler *c, const char *dir) {
    FILE *f = create(dir, c->name, "h");
    char name[64];
    upper(c->name, name);
    fprintf(f, "/* Generated by lexc from %s. */\n#ifndef GISA_%s_LEX_H\n#define GISA_%s_LEX_H\n\n#include <stdint.h>\n\n"
               "#include \"base/trie.h\"\n\n", strrchr(c->path, '/') ? strrchr(c->path, '/') + 1 : c->path, name, name);
    for (int k = 0; k < c->columns; k++) {
        const struct column *col = &c->column[k];
        if (col->values) {
            fputs("enum {\n", f);
            for (int i = 0; i < col->values; i++) {
                char column[64];
                char value[64];
                upper(col->name, column);
                upper(col->value[i], value);
                fprintf(f, col->type == TYPE_FLAGS ? "    GISA_%s_%s_%s = 1 << %d,\n" : "    GISA_%s_%s_%s = %d,\n", name,
                        column, value, i);
            }
            fputs("};\n\n", f);
        }
    }
    fprintf(f, "struct gisa_%s_row {\n", c->name);
    for (int k = 0; k < c->columns; k++) {
        static const char *const types[] = {"const char *", "uint32_t ", "uint8_t ", "int32_t ", "const char *"};
        fprintf(f, "    %s%s;\n", types[c->column[k].type], c->column[k].name);
    }
    fprintf(f, "};\n\nextern const struct gisa_%s_row gisa_%s_rows[];\nextern const uint32_t gisa_%s_count;\n"
               "extern const struct gisa_trie gisa_%s_trie; /* %s; value - 1 = %s */\n",
            c->name, c->name, c->name, c->name, c->reverse ? "reversed forms" : "forms", c->multi ? "entry" : "row");
    if (c->multi) {
        fprintf(f, "extern const struct gisa_lexicon_entry gisa_%s_entries[];\n", c->name);
    }
    fputs("\n#endif\n", f);
    fclose(f);
}

static void write_source(const struct compiler *c, const char *dir) {
    FILE *f = create(dir, c->name, "c");
    fprintf(f, "/* Generated by lexc. */\n#include \"%s_lex.h\"\n\nconst struct gisa_%s_row gisa_%s_rows[] = {\n", c->name,
            c->name, c->name);
    rewind(c->body);
    for (int ch; (ch = fgetc(c->body)) != EOF;) {
        fputc(ch, f);
    }
    fprintf(f, "};\nconst uint32_t gisa_%s_count = %d;\nstatic const struct gisa_trie_edge edges[] = {\n", c->name, c->rows);
    for (uint32_t i = 0; i <= c->trie.mask; i++) {
        fprintf(f, "{%u,%u,%u},%s", c->trie.edges[i].node, c->trie.edges[i].ch, c->trie.edges[i].next, i % 8 == 7 ? "\n" : "");
    }
    fputs("};\nstatic const uint32_t value[] = {\n", f);
    for (uint32_t i = 0; i < c->trie.nodes; i++) {
        fprintf(f, "%u,%s", c->trie.value[i], i % 20 == 19 ? "\n" : "");
    }
    fprintf(f, "};\nconst struct gisa_trie gisa_%s_trie = {edges, %u, value, %u};\n", c->name, c->trie.mask, c->trie.nodes);
    if (c->multi) {
        fprintf(f, "const struct gisa_lexicon_entry gisa_%s_entries[] = {\n", c->name);
        for (uint32_t i = 0; i < c->entries; i++) {
            fprintf(f, "{%u,%u},%s", c->entry[i].row, c->entry[i].next, i % 12 == 11 ? "\n" : "");
        }
        fputs("};\n", f);
    }
    fclose(f);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: lexc TABLE.tsv OUT_DIR\n", stderr);
        return 64;
    }
    struct compiler c = {.path = argv[1], .body = tmpfile()};
    FILE *in = fopen(argv[1], "r");
    if (!in || !c.body) {
        perror(argv[1]);
        return 1;
    }
    trie_builder_init(&c.trie);
    char line[MAX_LINE];
    while (fgets(line, sizeof line, in)) {
        c.line++;
        line[strcspn(line, "\r\n")] = 0;
        if (!strncmp(line, "#!", 2)) {
            parse_header(&c, line + 2);
        } else if (*line && strcmp(line, "#") != 0 && strncmp(line, "# ", 2) != 0) {
            parse_row(&c, line);
        }
    }
    if (!c.rows) {
        fail(&c, "no rows", "");
    }
    write_header(&c, argv[2]);
    write_source(&c, argv[2]);
    trie_builder_free(&c.trie);
    free(c.row_line);
    free(c.entry);
    fclose(c.body);
    fclose(in);
    return 0;
}
