/* SPDX-License-Identifier: Apache-2.0 */
/* Runs *.case files: each case is a text and the lines its analysis must hold (see tests/support/dump.h for the lines).
 *
 *     === title
 *     @published 2024-07-02
 *     @own per:1<TAB>person<TAB>이름<TAB>별칭|별칭          a row of the newsroom's own names; @sent: of the request's
 *     text
 *     ---
 *     time<TAB>지난달 28일<TAB>DATE<TAB>2024-06-28       fields from the left; * = any; missing = any
 *     !mention<TAB>이 자리                                must not be there
 *
 * When a case expects any segment line, the segments must be exactly those, in order; the same for sentences.
 * A case whose title begins with "known fault:" must fail; when it passes, the runner asks to rename it.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dump.h"
#include "file.h"
#include "lines.h"

struct runner {
    struct gisa_resources *resources;
    struct gisa_workspace *workspace;
    const char *path;
    int passed;
    int failed;
    int known;
};

/* Fields of want against those of line, from the left; '*' matches any. */
static bool matches(const char *want, const char *line) {
    for (;;) {
        size_t n = strcspn(want, "\t");
        size_t m = strcspn(line, "\t");
        bool any = n == 1 && want[0] == '*';
        if (!any && (n != m || memcmp(want, line, n) != 0)) {
            return false;
        }
        if (!want[n]) {
            return true;
        }
        if (!line[m]) {
            return false;
        }
        want += n + 1;
        line += m + 1;
    }
}

static bool is_kind(const char *line, const char *kind) {
    return !strncmp(line, kind, strlen(kind)) && line[strlen(kind)] == '\t';
}

static bool check_exact(const struct lines *want, const struct lines *got, const char *kind, FILE *why) {
    int w = 0;
    int g = 0;
    bool any = false;
    bool fine = true;
    for (int i = 0; i < want->count; i++) {
        any = any || is_kind(want->at[i], kind);
    }
    while (any) {
        while (w < want->count && !is_kind(want->at[w], kind)) {
            w++;
        }
        while (g < got->count && !is_kind(got->at[g], kind)) {
            g++;
        }
        if (w == want->count && g == got->count) {
            break;
        }
        if (w == want->count || g == got->count || !matches(want->at[w], got->at[g])) {
            fprintf(why, "    expected %s\n    got      %s\n", w < want->count ? want->at[w] : "(no more)",
                    g < got->count ? got->at[g] : "(no more)");
            fine = false;
            break;
        }
        w++;
        g++;
    }
    return fine;
}

static bool check_line(const char *want, const struct lines *got, FILE *why) {
    bool negative = want[0] == '!';
    const char *pattern = want + negative;
    for (int i = 0; i < got->count; i++) {
        if (matches(pattern, got->at[i])) {
            if (negative) {
                fprintf(why, "    must not be: %s\n", got->at[i]);
            }
            return !negative;
        }
    }
    if (!negative) {
        fprintf(why, "    missing:     %s\n", want);
        size_t kind = strcspn(pattern, "\t");
        for (int i = 0; i < got->count; i++) {
            if (!strncmp(pattern, got->at[i], kind + 1)) {
                fprintf(why, "        there is %s\n", got->at[i]);
            }
        }
    }
    return negative;
}

static bool check_case(struct runner *r, const char *text, size_t size, const struct gisa_options *options,
                       const struct lines *want, FILE *why) {
    const struct gisa_analysis *a = NULL;
    struct gisa_error error = {0};
    if (gisa_analyze(r->resources, r->workspace, text, size, options, &a, &error) != GISA_OK) {
        fprintf(why, "    error: %s\n", error.detail);
        return false;
    }
    const char *broken = gisa_analysis_check(a);
    if (broken) {
        fprintf(why, "    invariant broken: %s\n", broken);
        return false;
    }
    char *dump = NULL;
    size_t dump_size = 0;
    FILE *f = open_memstream(&dump, &dump_size);
    dump_analysis(f, a);
    fclose(f);
    static struct lines got; /* one runner, one thread */
    lines_split(dump, &got);
    bool fine = check_exact(want, &got, "segment", why);
    fine = check_exact(want, &got, "sentence", why) && fine;
    for (int i = 0; i < want->count; i++) {
        if (!is_kind(want->at[i], "segment") && !is_kind(want->at[i], "sentence")) {
            fine = check_line(want->at[i], &got, why) && fine;
        }
    }
    free(dump);
    return fine;
}

/* The rows behind `mark` among a case's lines of '@', or none. */
static bool read_names(struct runner *r, const char *text, const char *mark, int line, struct gisa_gazetteer **out) {
    static struct gisa_gazetteer_errors errors;
    char *rows = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&rows, &size);
    for (; *text == '@'; text += strcspn(text, "\n") + 1) {
        if (!strncmp(text, mark, strlen(mark))) {
            fprintf(f, "%.*s\n", (int)(strcspn(text, "\n") - strlen(mark)), text + strlen(mark));
        }
    }
    fclose(f);
    enum gisa_status status = size ? gisa_gazetteer_read(rows, size, out, &errors) : GISA_OK;
    free(rows);
    if (status != GISA_OK) {
        printf("%s:%d: %s %s\n", r->path, line, mark, errors.count ? errors.at[0].detail : "cannot be read");
        r->failed++;
    }
    return status == GISA_OK;
}

static void run_case(struct runner *r, char *body, int line) {
    static const char known[] = "known fault:";
    char *title = body;
    char *text = strchr(body, '\n');
    char *rule = text ? strstr(text, "\n---\n") : NULL;
    if (!rule) {
        printf("%s:%d: a case without a line ---\n", r->path, line);
        r->failed++;
        return;
    }
    *text++ = 0;
    struct gisa_options options = {0};
    struct gisa_gazetteer *own[GISA_GAZETTEER_SLOTS] = {NULL, NULL};
    if (!read_names(r, text, "@own ", line, &own[GISA_GAZETTEER_LOCAL]) ||
        !read_names(r, text, "@sent ", line, &own[GISA_GAZETTEER_REQUEST])) {
        return;
    }
    options.gazetteers[GISA_GAZETTEER_LOCAL] = own[GISA_GAZETTEER_LOCAL];
    options.gazetteers[GISA_GAZETTEER_REQUEST] = own[GISA_GAZETTEER_REQUEST];
    while (*text == '@') {
        char *end = strchr(text, '\n');
        if (!strncmp(text, "@published ", 11)) {
            options.published = dump_parse_moment(text + 11);
        }
        text = end + 1;
    }
    *rule = 0;
    size_t size = rule > text ? (size_t)(rule - text) : 0;
    struct lines want;
    lines_split(rule + 5, &want);
    int kept = 0;
    for (int i = 0; i < want.count; i++) {
        if (*want.at[i] && *want.at[i] != '#') {
            want.at[kept++] = want.at[i];
        }
    }
    want.count = kept;
    char *why_text = NULL;
    size_t why_size = 0;
    FILE *why = open_memstream(&why_text, &why_size);
    bool fine = check_case(r, text, size, &options, &want, why);
    fclose(why);
    bool is_known = !strncmp(title, known, strlen(known));
    if (fine == is_known) {
        printf("%s:%d: %s\n%s", r->path, line, title, is_known ? "    passes now: drop \"known fault:\"\n" : why_text);
        r->failed++;
    } else if (is_known) {
        r->known++;
    } else {
        r->passed++;
    }
    free(why_text);
    gisa_gazetteer_free(own[GISA_GAZETTEER_LOCAL]);
    gisa_gazetteer_free(own[GISA_GAZETTEER_REQUEST]);
}

static void run_file(struct runner *r, const char *path) {
    size_t size = 0;
    char *all = file_read(path, &size);
    r->path = path;
    int line = 1;
    for (char *p = strncmp(all, "=== ", 4) ? strstr(all, "\n=== ") : all; p;) {
        p += *p == '\n';
        char *next = strstr(p, "\n=== ");
        if (next) {
            next[0] = 0;
            next++;
        }
        int lines = 1;
        for (char *q = p; *q; q++) {
            lines += *q == '\n';
        }
        run_case(r, p + 4, line);
        line += lines;
        p = next;
    }
    free(all);
}

int main(int argc, char **argv) {
    static struct runner r;
    struct gisa_error error = {0};
    r.workspace = gisa_workspace_new(0);
    if (!r.workspace || gisa_resources_open(&r.resources, &error) != GISA_OK) {
        fprintf(stderr, "error: %s\n", error.detail);
        return 1;
    }
    for (int i = 1; i < argc; i++) {
        run_file(&r, argv[i]);
    }
    gisa_workspace_free(r.workspace);
    gisa_resources_close(r.resources);
    printf("%d passed, %d failed, %d known faults\n", r.passed, r.failed, r.known);
    return r.failed || !r.passed;
}
