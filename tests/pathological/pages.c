/* SPDX-License-Identifier: Apache-2.0 */
/* The same for HTML: one piece of markup repeated; what libxml2 alone takes quadratic time for must be linear here. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "page.h"

enum { SIZE = 1 << 19 };

/* head stands once before the piece, tail once behind; %d in a piece counts up */
static const struct { const char *head, *piece, *tail; } pages[] = {
    {"", "<div>", ""}, {"", "<b>", ""}, {"", "<b></i>", ""}, {"", "<p>가</p>", ""}, {"", "<span></x>", ""}, {"<a", " a%d", ">"},
    {"", "<table><tr><td>", ""}, {"", "<!--", ""}, {"", "<script>", ""}, {"", "<a \"", ""}, {"", "<a b=\"", ""}, {"", "<", ""},
    {"", "&amp;", ""}, {"", "&", ""}, {"", "<x%d>", ""}, {"", "<meta name=author content=\"&amp;김서준\">", ""},
    {"", "<h1>한빛전자 소식</h1>", ""}, {"", "<div class=article-body>가나다라 마바사.", ""}, {"", "</p>", ""}, {"", "</div>", ""},
    {"<title>", "한빛 - ", "</title>"}, {"", "<title>한빛 - 소식</title>", ""}, {"<script type=application/ld+json>", "[", "</script>"},
    {"<script type=application/ld+json>[", "{\"@type\":\"Article\"},", "{}]</script>"},
    {"<script>window.a=[", "\"가나다라\",", "1]</script>"}, {"<script>window.a=[", "\"<p>가나\",", "1]</script>"},
    {"<script>window.a=", "{\"a\":", "</script>"}, {"", "<script>self.__next_f.push([1,\"a:T10,</script>", ""},
    {"<script>", "self.__next_f.push([1,\"1:[\\\"가나다\\\"]\\n\"])", "</script>"}, {"", "<br>", ""}, {"", "가나<br>", ""},
    {"", "입력 2024.03.05 09:12<p>", ""}, {"<div class=\"", "article-body ", "\">"}, {"", "<ul><li>", ""},
};

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double read_page(size_t i, size_t size, char *html, int *failed) {
    size_t used = (size_t)sprintf(html, "%s", pages[i].head);
    for (int k = 0; used < size; k++) {
        const char *mark = strstr(pages[i].piece, "%d");
        used += mark ? (size_t)sprintf(html + used, "%.*s%d%s", (int)(mark - pages[i].piece), pages[i].piece, k, mark + 2)
                     : (size_t)sprintf(html + used, "%s", pages[i].piece);
    }
    used += (size_t)sprintf(html + used, "%s", pages[i].tail);
    struct gisa_page page;
    double start = seconds();
    *failed += gisa_page_read(&page, html, used, "") != GISA_PAGE_OK;
    double took = seconds() - start;
    gisa_page_close(&page);
    return took;
}

int main(void) {
    int failed = 0;
    char *html = malloc(2 * SIZE + 4096);
    gisa_page_setup();
    for (size_t i = 0; html && i < sizeof pages / sizeof pages[0]; i++) {
        double once = read_page(i, SIZE, html, &failed);
        double twice = read_page(i, 2 * SIZE, html, &failed);
        printf("%-46s %7.1f ms %7.1f ms  x%.1f\n", pages[i].piece, once * 1e3, twice * 1e3, once > 0 ? twice / once : 0);
        fflush(stdout);
    }
    free(html);
    return failed != 0;
}
