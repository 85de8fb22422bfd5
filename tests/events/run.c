/* SPDX-License-Identifier: Apache-2.0 */
/* Holds articles against the events their author wrote by hand: NAME.txt beside NAME.expect (tab separated).
 *
 *     event<TAB>from<TAB>to<TAB>type|type<TAB>status<TAB>role:name,role:name<TAB>place      must be on the timeline
 *     event?<TAB>…            may be there: neither asked nor punished
 *                             role subject: whatever the role
 *     no-event<TAB>from       must not begin there
 *     relation<TAB>type<TAB>source<TAB>target     check<TAB>code
 *
 * Prints recall and precision of (type, date), and of status, participants with role and place of the events found, by
 * type; -v prints every miss. Fails when a figure falls below floor.tsv.
 */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "file.h"
#include "lines.h"

enum { MAX_FIELDS = 10, MAX_TYPES = 24, MAX_NAMES = 1024, MAX_EVENTS = 512 };

struct tally {
    char name[32];
    int asked, found;  /* events of this (first named) type: by type and date */
    int shown, right;  /* on timelines: of them expected */
};

struct figures {
    struct tally type[MAX_TYPES];
    int types;
    int date_found, asked;                /* by date alone */
    int shown, right_date;
    int status_asked, status_found;
    int role_asked, role_found, role_shown;
    int person_found;                     /* the participant is there, whatever its role */
    int place_asked, place_found, place_shown, place_right;
    int relation_asked, relation_found;
    int check_asked, check_found, check_shown;
    int broken;
    bool verbose;
    const char *file;
};

/* Is word one of the alternatives "a|b|c"? */
static bool is_one_of(const char *word, const char *list, char by) {
    size_t n = strlen(word);
    for (const char *p = list; *p;) {
        const char *end = strchr(p, by);
        size_t m = end ? (size_t)(end - p) : strlen(p);
        if (m == n && !memcmp(p, word, n)) {
            return true;
        }
        p += m + (end != NULL);
    }
    return false;
}

static struct tally *tally_of(struct figures *f, const char *types) {
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(types, "|"), types);
    for (int i = 0; i < f->types; i++) {
        if (!strcmp(f->type[i].name, name)) {
            return &f->type[i];
        }
    }
    struct tally *t = &f->type[f->types < MAX_TYPES - 1 ? f->types++ : f->types];
    snprintf(t->name, sizeof t->name, "%s", name);
    return t;
}

struct row {
    char copy[4096];
    const char *field[MAX_FIELDS];
    bool optional;
    bool used;
};

static bool same_dates(const struct row *want, const struct row *got) {
    bool within = strcmp(got->field[1], want->field[1]) <= 0 && strcmp(want->field[2], got->field[2]) <= 0 &&
                  strncmp(got->field[1], want->field[1], 8) == 0 && strcmp(got->field[1], got->field[2]) != 0 &&
                  strcmp(want->field[1], want->field[2]) == 0; /* 13일과 14일: one event of two days is two lines */
    bool open = !strcmp(got->field[1], want->field[1]) && (!strcmp(got->field[2], "-") || !strcmp(want->field[2], want->field[1]));
    bool deadline = !strcmp(got->field[1], "-") && !strcmp(want->field[2], got->field[2]); /* 28일까지: of that day, or until it */
    return deadline || (!strcmp(want->field[1], got->field[1]) && !strcmp(want->field[2], got->field[2])) || within || open;
}

static const struct lines *dumped; /* of the article at hand */

/* Does the article call the thing of this name so? 서울중앙지법 for 서울중앙지방법원 */
static bool is_called(const char *name, const char *form) {
    char copy[4096];
    const char *field[MAX_FIELDS];
    for (int i = 0; dumped && i < dumped->count; i++) {
        if (!strncmp(dumped->at[i], "mention\t", 8)) {
            fields_split(dumped->at[i], copy, sizeof copy, field, MAX_FIELDS);
            if (!strcmp(field[1], form) && !strcmp(field[3], name)) {
                return true;
            }
        }
    }
    return false;
}

static bool same_name(const char *a, const char *b) {
    if (is_called(a, b) || is_called(b, a)) {
        return true;
    }
    size_t n = strlen(a), m = strlen(b);
    return !strcmp(a, b) || (n > m && m >= 6 && !strcmp(a + n - m, b)) || (m > n && n >= 6 && !strcmp(b + m - n, a)) ||
           (n > m && m >= 6 && !strncmp(a, b, m)) || (m > n && n >= 6 && !strncmp(b, a, n));
}

static void compare_roles(struct figures *f, const struct row *want, const struct row *got) {
    char copy[2048];
    snprintf(copy, sizeof copy, "%s", want->field[5]);
    for (char *p = strtok(copy, ","); p; p = strtok(NULL, ",")) {
        char *name = strchr(p, ':');
        char all[2048];
        snprintf(all, sizeof all, "%s", got->field[5]);
        bool role = false, person = false;
        for (char *q = all; name && *q;) {
            char *end = strchr(q, ',');
            if (end) {
                *end = 0;
            }
            char *told = strchr(q, ':');
            if (told && same_name(told + 1, name + 1)) {
                person = true;
                role = role || !strncmp(p, "subject:", 8) || (told - q == name - p && !strncmp(q, p, (size_t)(name - p)));
            }
            q = end ? end + 1 : q + strlen(q);
        }
        f->role_asked++;
        f->role_found += role;
        f->person_found += person;
        if (!role && f->verbose) {
            printf("%s: %s %s: no %s among %s: %s\n", f->file, want->field[1], want->field[3], p, got->field[5], got->field[7]);
        }
    }
    for (const char *p = got->field[5]; *p && strcmp(p, "-") != 0; p += strcspn(p, ","), p += *p == ',') {
        f->role_shown++;
    }
}

static void compare(struct figures *f, const struct row *want, const struct row *got) {
    f->status_asked++;
    f->status_found += !strcmp(want->field[4], got->field[4]);
    if (strcmp(want->field[4], got->field[4]) != 0 && f->verbose) {
        printf("%s: %s %s is %s, not %s\n", f->file, want->field[1], want->field[3], want->field[4], got->field[4]);
    }
    compare_roles(f, want, got);
    bool has = strcmp(got->field[6], "-") != 0 && *got->field[6];
    bool right = has && *want->field[6] && same_name(want->field[6], got->field[6]);
    f->place_asked += *want->field[6] != 0;
    f->place_found += right;
    f->place_shown += has;
    f->place_right += right || (has && !*want->field[6]);
    if (*want->field[6] && !right && f->verbose) {
        printf("%s: %s %s: place %s, not %s: %s\n", f->file, want->field[1], want->field[3], want->field[6], got->field[6], got->field[7]);
    }
}

/* How many of those asked take part in what is shown, whatever their roles. */
static int common_names(const struct row *want, const struct row *got) {
    char copy[2048];
    int common = 0;
    snprintf(copy, sizeof copy, "%s", want->field[5]);
    for (char *p = strtok(copy, ","); p; p = strtok(NULL, ",")) {
        char *name = strchr(p, ':');
        char all[2048];
        snprintf(all, sizeof all, "%s", got->field[5]);
        for (char *q = all; name && *q;) {
            char *end = strchr(q, ',');
            if (end) {
                *end = 0;
            }
            char *told = strchr(q, ':');
            common += told && same_name(told + 1, name + 1);
            q = end ? end + 1 : q + strlen(q);
        }
    }
    return common;
}

/* The best event for an expected one: type and date, else date alone; of several the one with most of its people, at least `least`. */
static struct row *find_row(const struct row *want, struct row *got, int count, bool typed, int least) {
    struct row *best = NULL;
    int most = least - 1;
    for (int i = 0; i < count; i++) {
        if (!got[i].used && same_dates(want, &got[i]) && (!typed || is_one_of(got[i].field[3], want->field[3], '|'))) {
            int common = common_names(want, &got[i]);
            best = common > most ? &got[i] : best;
            most = common > most ? common : most;
        }
    }
    return best;
}

static bool any_line(const struct lines *got, const char *kind, const char *const want[], int n) {
    char copy[4096];
    const char *g[MAX_FIELDS];
    for (int i = 0; i < got->count; i++) {
        fields_split(got->at[i], copy, sizeof copy, g, MAX_FIELDS);
        bool same = !strcmp(g[0], kind);
        for (int k = 0; k < n && same; k++) {
            same = same_name(g[k + 1], want[k + 1]);
        }
        if (same) {
            return true;
        }
    }
    return false;
}

static void run_article(struct figures *f, const struct lines *got, const struct lines *want) {
    static struct row shown[MAX_EVENTS], asked[MAX_EVENTS];
    int shown_count = 0, asked_count = 0;
    for (int i = 0; i < got->count && shown_count < MAX_EVENTS; i++) {
        struct row *r = &shown[shown_count];
        fields_split(got->at[i], r->copy, sizeof r->copy, r->field, MAX_FIELDS);
        bool dated = (r->field[1][0] && r->field[1][0] != '-') || (r->field[2][0] && r->field[2][0] != '-');
        r->used = false;
        shown_count += !strcmp(r->field[0], "event") && dated && strcmp(r->field[4], "recurring") != 0;
        f->check_shown += !strcmp(r->field[0], "check");
    }
    for (int i = 0; i < want->count && asked_count < MAX_EVENTS; i++) {
        struct row *r = &asked[asked_count];
        fields_split(want->at[i], r->copy, sizeof r->copy, r->field, MAX_FIELDS);
        r->optional = !strcmp(r->field[0], "event?");
        r->used = false;
        asked_count += r->optional || !strcmp(r->field[0], "event");
        if (!strcmp(r->field[0], "relation")) {
            const char *swapped[4] = {r->field[0], r->field[1], r->field[3], r->field[2]};
            bool found = any_line(got, "relation", r->field, 3) || any_line(got, "relation", swapped, 3);
            f->relation_asked++;
            f->relation_found += found;
            if (!found && f->verbose) {
                printf("%s: missing %s\n", f->file, want->at[i]);
            }
        } else if (!strcmp(r->field[0], "check")) {
            bool found = any_line(got, "check", r->field, 1);
            f->check_asked++;
            f->check_found += found;
            if (!found && f->verbose) {
                printf("%s: missing %s\n", f->file, want->at[i]);
            }
        } else if (!strcmp(r->field[0], "no-event")) {
            for (int k = 0; k < shown_count; k++) {
                if (!strcmp(shown[k].field[1], r->field[1])) {
                    f->broken++;
                    if (f->verbose) {
                        printf("%s: broken %s by %s\n", f->file, want->at[i], shown[k].field[7]);
                    }
                }
            }
        }
    }
    for (int step = 0; step < 8; step++) { /* those asked by type, by date alone; then the optional ones; each first by people */
        int pass = step / 2;
        for (int i = 0; i < asked_count; i++) {
            struct row *w = &asked[i];
            bool typed = pass == 0 || pass == 2;
            if (w->used || w->optional != (pass >= 2)) {
                continue;
            }
            struct row *g = find_row(w, shown, shown_count, typed, step % 2 == 0);
            if (g) {
                w->used = g->used = true;
                f->shown += pass >= 2 ? 0 : 1;
                f->right_date += pass >= 2 ? 0 : 1;
                struct tally *by = tally_of(f, g->field[3]);
                by->shown += pass < 2;
                by->right += pass == 0;
                if (pass < 2) {
                    compare(f, w, g);
                }
                if (pass == 0) {
                    tally_of(f, w->field[3])->found++;
                }
                f->date_found += pass < 2;
                if (pass == 1 && f->verbose) {
                    printf("%s: %s is %s, not %s: %s\n", f->file, w->field[1], w->field[3], g->field[3], g->field[7]);
                }
            }
        }
    }
    for (int i = 0; i < asked_count; i++) {
        if (!asked[i].optional) {
            f->asked++;
            tally_of(f, asked[i].field[3])->asked++;
        }
        if (!asked[i].optional && !asked[i].used && f->verbose) {
            printf("%s: missing %s %s %s %s %s\n", f->file, asked[i].field[1], asked[i].field[2], asked[i].field[3], asked[i].field[4],
                   asked[i].field[5]);
        }
    }
    for (int i = 0; i < shown_count; i++) {
        bool known = shown[i].used;
        for (int k = 0; k < asked_count && !known; k++) { /* a second telling of what is expected there */
            known = asked[k].optional && same_dates(&asked[k], &shown[i]);
        }
        if (!known) {
            f->shown++;
            tally_of(f, shown[i].field[3])->shown++;
            if (f->verbose) {
                printf("%s: not expected %s %s %s: %s\n", f->file, shown[i].field[1], shown[i].field[2], shown[i].field[3],
                       shown[i].field[7]);
            }
        }
    }
}

static bool run_file(struct figures *f, struct gisa_resources *resources, struct gisa_workspace *w, const char *dir) {
    static struct lines got, want;
    char path[1024];
    size_t size = 0, expect_size = 0;
    snprintf(path, sizeof path, "%s/%s.txt", dir, f->file);
    char *text = file_read(path, &size);
    snprintf(path, sizeof path, "%s/%s.expect", dir, f->file);
    char *expect = file_read(path, &expect_size);
    struct gisa_options options = {0};
    const struct gisa_analysis *a = NULL;
    struct gisa_error error = {0};
    bool fine = gisa_analyze(resources, w, text, size, &options, &a, &error) == GISA_OK && !gisa_analysis_check(a);
    if (fine) {
        char *dump = NULL;
        size_t dump_size = 0;
        FILE *out = open_memstream(&dump, &dump_size);
        dump_analysis(out, a);
        fclose(out);
        lines_split(dump, &got);
        lines_split(expect, &want);
        dumped = &got;
        run_article(f, &got, &want);
        dumped = NULL;
        free(dump);
    }
    free(text);
    free(expect);
    return fine;
}

static double share(int part, int whole) { return whole ? 100.0 * part / whole : 100.0; }

static int below(const char *dir, const char *name, double value) {
    char path[1024], copy[4096];
    size_t size = 0;
    const char *field[MAX_FIELDS];
    static struct lines floors;
    snprintf(path, sizeof path, "%s/floor.tsv", dir);
    char *text = file_read(path, &size);
    lines_split(text, &floors);
    int bad = 0;
    for (int i = 0; i < floors.count; i++) {
        fields_split(floors.at[i], copy, sizeof copy, field, MAX_FIELDS);
        if (!strcmp(field[0], name) && value < strtod(field[1], NULL)) {
            printf("%s: %.1f %%, below the floor of %s %%\n", name, value, field[1]);
            bad = 1;
        }
    }
    free(text);
    return bad;
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

int main(int argc, char **argv) {
    static struct figures f;
    static char *names[MAX_NAMES];
    size_t count = 0;
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    struct gisa_workspace *w = gisa_workspace_new(0);
    DIR *d = argc > 1 ? opendir(argv[1]) : NULL;
    if (!w || !d || gisa_resources_open(&resources, &error) != GISA_OK) {
        fprintf(stderr, "usage: run-events DIR [-v]\n");
        return 64;
    }
    f.verbose = argc > 2;
    for (struct dirent *e; (e = readdir(d)) && count < MAX_NAMES;) {
        char *ending = strstr(e->d_name, ".expect");
        if (ending && !ending[7]) {
            *ending = 0;
            names[count++] = strdup(e->d_name);
        }
    }
    closedir(d);
    if (count == MAX_NAMES) {
        fprintf(stderr, "%s: more articles than this runner reads (%d)\n", argv[1], MAX_NAMES);
        return 1;
    }
    qsort(names, count, sizeof names[0], by_name);
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        f.file = names[i];
        failed += !run_file(&f, resources, w, argv[1]);
        free(names[i]);
    }
    int typed = 0, typed_right = 0;
    for (int i = 0; i < f.types; i++) {
        const struct tally *t = &f.type[i];
        printf("%-13s %3d of %3d found, %3d of %3d shown right\n", t->name, t->found, t->asked, t->right, t->shown);
        typed += t->found;
        typed_right += t->right;
    }
    printf("date          recall %.1f, precision %.1f (%d of %d, %d shown)\n", share(f.date_found, f.asked),
           share(f.right_date, f.shown), f.date_found, f.asked, f.shown);
    printf("type and date recall %.1f, precision %.1f\n", share(typed, f.asked), share(typed_right, f.shown));
    printf("of events found: status %.1f, participants with role %.1f (any role %.1f), precision %.1f, places %.1f, precision %.1f\n",
           share(f.status_found, f.status_asked), share(f.role_found, f.role_asked), share(f.person_found, f.role_asked),
           share(f.role_found, f.role_shown), share(f.place_found, f.place_asked), share(f.place_right, f.place_shown));
    printf("relations %d of %d, checks %d of %d (%d shown), %d must-nots broken\n", f.relation_found, f.relation_asked,
           f.check_found, f.check_asked, f.check_shown, f.broken);
    failed += below(argv[1], "date recall", share(f.date_found, f.asked)) +
              below(argv[1], "date precision", share(f.right_date, f.shown)) +
              below(argv[1], "typed recall", share(typed, f.asked)) + below(argv[1], "typed precision", share(typed_right, f.shown)) +
              below(argv[1], "status", share(f.status_found, f.status_asked)) + below(argv[1], "roles", share(f.role_found, f.role_asked)) +
              below(argv[1], "places", share(f.place_found, f.place_asked));
    gisa_workspace_free(w);
    gisa_resources_close(resources);
    return failed || !count;
}
