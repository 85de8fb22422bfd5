/* SPDX-License-Identifier: Apache-2.0 */
/* rulec: the rules of time expressions (data/ko/time.rules) -> constant C tables (time_rules.c) and a case file.
 *
 *     rulec data/ko/time.rules data/ko/time_word.tsv OUT.c OUT.case
 *
 * A rule is
 *
 *     rule NAME ACTION
 *       match a|b? c d?                  classes of time_word.tsv; '|' choice, '?' may be absent
 *       + text | DCT | TYPE | value      an example: at least one a rule
 *       - text                           must give no time at all
 *
 * The classes are read from the lexicon's header, so a misspelled one is an error with file and line. The examples
 * are written as cases for the case runner. docs/rules.md tells the language.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_CLASSES = 64, MAX_ITEMS = 24, MAX_LINE = 4096 };

static const char *const actions[] = {"point", "offset", "duration", "set", "ref", "holiday", "member"};

struct compiler {
    const char *path;
    int line;
    char class_name[MAX_CLASSES][24];
    int classes;
    FILE *out;
    FILE *cases;
    char name[64];
    char action[24];
    uint64_t item[MAX_ITEMS];
    uint32_t optional;
    int items;
    int examples;
    int rule_line;
    int rules;
};

static void fail(const struct compiler *c, const char *what, const char *detail) {
    fprintf(stderr, "%s:%d: error: %s%s%s\n", c->path, c->line, what, *detail ? ": " : "", detail);
    exit(1);
}

static FILE *open_or_die(const char *path, const char *mode) {
    FILE *f = fopen(path, mode);
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static void read_classes(struct compiler *c, const char *path) {
    FILE *in = open_or_die(path, "r");
    char line[MAX_LINE];
    while (fgets(line, sizeof line, in)) {
        char *at = strstr(line, "class:enum(");
        if (at && line[0] == '#') {
            at[strcspn(at, ")")] = 0;
            for (char *w = strtok(at + strlen("class:enum("), ","); w && c->classes < MAX_CLASSES; w = strtok(NULL, ",")) {
                snprintf(c->class_name[c->classes++], sizeof c->class_name[0], "%s", w);
            }
            break;
        }
    }
    fclose(in);
    if (!c->classes) {
        fail(c, "no class:enum(...) column in", path);
    }
}

static int class_of(const struct compiler *c, const char *name) {
    for (int i = 0; i < c->classes; i++) {
        if (!strcmp(c->class_name[i], name)) {
            return i;
        }
    }
    fail(c, "unknown class", name);
    return 0;
}

static void finish_rule(struct compiler *c) {
    if (!c->name[0]) {
        return;
    }
    int line = c->line;
    c->line = c->rule_line;
    if (!c->items) {
        fail(c, "a rule without match", c->name);
    }
    if (!c->examples) {
        fail(c, "a rule without a + example", c->name);
    }
    if ((c->optional + 1u) >> c->items) {
        fail(c, "a rule that matches nothing", c->name);
    }
    c->line = line;
    fprintf(c->out, "    {\"ko.time.%s\", GISA_ACTION_%s, %d, 0x%xu, {", c->name, c->action, c->items, c->optional);
    for (int i = 0; i < c->items; i++) {
        fprintf(c->out, "%sUINT64_C(0x%llx)", i ? ", " : "", (unsigned long long)c->item[i]);
    }
    fputs("}},\n", c->out);
    c->rules++;
    c->name[0] = 0;
}

static void start_rule(struct compiler *c, char *words) {
    finish_rule(c);
    char *name = strtok(words, " ");
    char *action = strtok(NULL, " ");
    if (!name || !action) {
        fail(c, "rule NAME ACTION expected", "");
        return;
    }
    size_t i = 0;
    while (i < sizeof actions / sizeof actions[0] && strcmp(actions[i], action) != 0) {
        i++;
    }
    if (i == sizeof actions / sizeof actions[0]) {
        fail(c, "unknown action", action);
    }
    snprintf(c->name, sizeof c->name, "%s", name);
    snprintf(c->action, sizeof c->action, "%s", action);
    for (char *p = c->action; *p; p++) {
        *p = (char)(*p - 32);
    }
    c->items = 0;
    c->optional = 0;
    c->examples = 0;
    c->rule_line = c->line;
}

static void read_match(struct compiler *c, char *words) {
    char *next = words;
    for (char *w = words; w; w = next) {
        next = strchr(w, ' ');
        if (next) {
            *next++ = 0;
        }
        size_t n = strlen(w);
        if (!n) {
            continue;
        }
        if (c->items == MAX_ITEMS) {
            fail(c, "too many items", c->name);
        }
        if (w[n - 1] == '?') {
            w[n - 1] = 0;
            c->optional |= UINT32_C(1) << c->items;
        }
        uint64_t mask = 0;
        for (char *part = strtok(w, "|"); part; part = strtok(NULL, "|")) {
            mask |= UINT64_C(1) << class_of(c, part);
        }
        c->item[c->items++] = mask;
    }
}

static void trim(char *s) {
    size_t n = strlen(s);
    while (n && (s[n - 1] == ' ' || s[n - 1] == '\n' || s[n - 1] == '\r')) {
        s[--n] = 0;
    }
}

/* text | DCT | TYPE | value */
static void read_example(struct compiler *c, char *text, bool good) {
    if (!good) {
        fprintf(c->cases, "=== %s, line %d, no time\n@published 2024-06-13\n%s\n---\n!time\n\n", c->name, c->line, text);
        return;
    }
    char *field[4] = {text, NULL, NULL, NULL};
    for (int i = 1; i < 4; i++) {
        char *bar = strstr(field[i - 1], " | ");
        if (!bar) {
            fail(c, "an example reads: text | DCT | TYPE | value", text);
            return;
        }
        *bar = 0;
        field[i] = bar + 3;
    }
    fprintf(c->cases, "=== %s, line %d\n@published %s\n%s\n---\ntime\t*\t%s\t%s\n\n", c->name, c->line, field[1], field[0],
            field[2], field[3]);
    c->examples++;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fputs("usage: rulec RULES.rules WORDS.tsv OUT.c OUT.case\n", stderr);
        return 64;
    }
    static struct compiler c;
    c.path = argv[1];
    read_classes(&c, argv[2]);
    FILE *in = open_or_die(argv[1], "r");
    c.out = open_or_die(argv[3], "w");
    c.cases = open_or_die(argv[4], "w");
    fputs("/* Generated by rulec. */\n#include \"time/rules.h\"\n\nconst struct gisa_time_rule gisa_time_rules[] = {\n", c.out);
    char line[MAX_LINE];
    while (fgets(line, sizeof line, in)) {
        c.line++;
        trim(line);
        char *s = line + strspn(line, " ");
        if (!*s || *s == '#') {
            continue;
        }
        if (!strncmp(s, "rule ", 5)) {
            start_rule(&c, s + 5);
        } else if (!c.name[0]) {
            fail(&c, "rule NAME ACTION expected", s);
        } else if (!strncmp(s, "match ", 6)) {
            read_match(&c, s + 6);
        } else if (!strncmp(s, "+ ", 2) || !strncmp(s, "- ", 2)) {
            read_example(&c, s + 2, *s == '+');
        } else {
            fail(&c, "match, + or - expected", s);
        }
    }
    finish_rule(&c);
    fprintf(c.out, "};\nconst uint32_t gisa_time_rule_count = %d;\n", c.rules);
    if (fclose(c.out) || fclose(c.cases)) {
        perror(argv[3]);
        return 1;
    }
    fclose(in);
    return 0;
}
