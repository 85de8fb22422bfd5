/* SPDX-License-Identifier: Apache-2.0 */
/* One thing repeated n and 2n times: every text gets an answer that keeps every invariant, within ctest's time limit. The
 * times and their ratio (2 = linear) are printed to be read; no time is asserted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gisa/gisa.h"

enum { SIZE = 1 << 16 };

static const char *const pieces[] = {
    "가", "ㅎ", "(", ")", "\"", "'", "“", "”", "[", "1", "1,", "지난 ", "\n", " ", ".", "다. ", "이 회장은 ", "김서준 ",
    "3일 ", "2024. 6. 13. ", "美 ", "(사진=", "\"가\"고 ", "한빛전자 김서준 회장은 ", "만났다. ", "3~5일 ", "억", "a", "@", "ⓒ ",
    "▶ ", "기자 ", "와 ", "·", "…", "매년 ", "100만원 ", "\r\n", "한빛전자는 3일 서울에서 나래화학과 만났다.\n", "저작권자 ",
    "\xE1\x84\x92\xE1\x85\xA1", "서울에서 ", "12월 25일부터 ", "\"김서준 회장은 ", "당시 ", "A·B ",
    "김서준 회장은 \"3일 소장을 내고, 5일 항소하면 7일 열겠다\"고 말했다. ", "4일 도쿄, ", "2016년 설립된 한빛전자는 ", "모레(17일)부터 ",
    "12일 본회의를 열어 "};

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double analyse(const struct gisa_resources *r, struct gisa_workspace *w, const char *piece, size_t size, char *text,
                      int *failed) {
    size_t n = strlen(piece);
    size_t used = 0;
    for (; used + n <= size; used += n) {
        memcpy(text + used, piece, n);
    }
    struct gisa_options options = {.published = {.day = {2024, 6, 13}, .hour = -1, .minute = -1, .second = -1, .utc_offset = 540}};
    struct gisa_error error;
    const struct gisa_analysis *a = NULL;
    double start = seconds();
    enum gisa_status status = gisa_analyze(r, w, text, used, &options, &a, &error);
    double took = seconds() - start;
    const char *broken = status == GISA_OK ? gisa_analysis_check(a) : error.detail;
    if (broken) {
        printf("%s: %s\n", piece, broken);
        *failed += 1;
    }
    return took;
}

int main(void) {
    struct gisa_resources *resources = NULL;
    struct gisa_error error = {0};
    if (gisa_resources_open(&resources, &error) != GISA_OK) {
        return 1;
    }
    struct gisa_workspace *w = gisa_workspace_new((size_t)2 << 30);
    char *text = malloc(2 * SIZE + 1);
    int failed = 0;
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        analyse(resources, w, pieces[i], 2 * SIZE, text, &failed); /* warm */
        double once = analyse(resources, w, pieces[i], SIZE, text, &failed);
        double twice = analyse(resources, w, pieces[i], 2 * SIZE, text, &failed);
        double ratio = once > 0 ? twice / once : 0;
        bool shown = pieces[i][0] != '\n' && pieces[i][0] != '\r';
        printf("%-40s %7.1f ms %7.1f ms  x%.1f\n", shown ? pieces[i] : "(line)", once * 1e3, twice * 1e3, ratio);
    }
    free(text);
    gisa_workspace_free(w);
    gisa_resources_close(resources);
    return failed != 0;
}
