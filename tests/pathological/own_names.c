/* SPDX-License-Identifier: Apache-2.0 */
/* Five thousand own names in a long text of nothing else: n and 2n characters, and 50,000 and 100,000 rows read. Times and ratios
 * are printed to be read (2 = linear); no time is asserted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gisa/gisa.h"

enum { NAMES = 5000, SIZE = 1 << 18, ROWS = 50000 };

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Three or four syllables: names that begin alike, as a list of firms or people does. */
static size_t put_name(char *out, unsigned i) {
    static const char *const tails[] = {"솔", "누리전자", " 바다팀", "람"};
    unsigned a = 0xAC00 + i % 71 * 28, b = 0xAC00 + i / 71 % 83 * 28 + 4;
    char first[8] = {(char)(0xE0 | a >> 12), (char)(0x80 | (a >> 6 & 63)), (char)(0x80 | (a & 63)), (char)(0xE0 | b >> 12),
                     (char)(0x80 | (b >> 6 & 63)), (char)(0x80 | (b & 63)), 0, 0};
    return (size_t)sprintf(out, "%s%s", first, tails[i % 4]);
}

static struct gisa_gazetteer *read_rows(unsigned count, bool is_shared, double *took) {
    static const char *const types[] = {"person", "organization", "place", "product"};
    static struct gisa_gazetteer_errors errors;
    struct gisa_gazetteer *g = NULL;
    char *rows = malloc((size_t)count * 96 + 1);
    size_t used = 0;
    for (unsigned i = 0; rows && i < count; i++) {
        char name[64];
        put_name(name, is_shared ? i / 8 : i);
        used += (size_t)sprintf(rows + used, "n%u\t%s\t%s%s\t%s별%u\t회장|대표\n", i, types[i % 4], name, i < 5893 ? "" : "가나", name, i);
    }
    double start = seconds();
    if (rows && gisa_gazetteer_read(rows, used, &g, &errors) != GISA_OK && errors.count) {
        printf("line %u: %s\n", errors.at[0].line, errors.at[0].detail);
    }
    *took = seconds() - start;
    free(rows);
    return g;
}

static double analyse(const struct gisa_resources *r, struct gisa_workspace *w, const struct gisa_gazetteer *g, size_t size,
                      const char *between, int *failed) {
    char *text = malloc(size + 128);
    size_t used = 0;
    for (unsigned i = 0; used < size; i++) {
        used += put_name(text + used, i * 7 % NAMES);
        used += (size_t)sprintf(text + used, "%s", between);
    }
    struct gisa_options options = {.gazetteers = {g, g}};
    struct gisa_error error;
    const struct gisa_analysis *a = NULL;
    double start = seconds();
    enum gisa_status status = gisa_analyze(r, w, text, used, &options, &a, &error);
    double took = seconds() - start;
    const char *broken = status == GISA_OK ? gisa_analysis_check(a) : error.detail;
    if (broken || !a->entity_count) {
        printf("%s\n", broken ? broken : "no names");
        *failed += 1;
    }
    free(text);
    return took;
}

static void show(const char *what, double once, double twice) {
    double ratio = once > 0 ? twice / once : 0;
    printf("%-28s %7.1f ms %7.1f ms  x%.1f\n", what, once * 1e3, twice * 1e3, ratio);
}

int main(void) {
    static const char *const between[] = {"은 ", " 회장은 ", " ", "가 12일 말했다. ", ", "};
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    int failed = 0;
    double once, twice;
    if (gisa_resources_open(&resources, &error) != GISA_OK) {
        return 1;
    }
    struct gisa_workspace *w = gisa_workspace_new((size_t)2 << 30);
    for (int shared = 0; shared < 2; shared++) {
        struct gisa_gazetteer *g = read_rows(NAMES, shared, &once);
        failed += !g;
        for (size_t i = 0; g && i < sizeof between / sizeof between[0]; i++) {
            analyse(resources, w, g, 2 * SIZE, between[i], &failed); /* warm */
            double none = analyse(resources, w, NULL, 2 * SIZE, between[i], &failed);
            once = analyse(resources, w, g, SIZE, between[i], &failed);
            twice = analyse(resources, w, g, 2 * SIZE, between[i], &failed);
            printf("without names %7.1f ms; ", none * 1e3);
            show(between[i], once, twice);
        }
        gisa_gazetteer_free(g);
    }
    struct gisa_gazetteer *some = read_rows(ROWS, false, &once), *more = read_rows(2 * ROWS, false, &twice);
    failed += !some || !more;
    show("rows read", once, twice);
    gisa_gazetteer_free(some);
    gisa_gazetteer_free(more);
    gisa_workspace_free(w);
    gisa_resources_close(resources);
    return failed != 0;
}
