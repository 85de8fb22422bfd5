/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_PAGE_PAGE_H
#define GISA_PAGE_PAGE_H

/* A web page in, the text of its article out, laid out as a reader would paste it: headline, deck, byline, times,
 * outlet, then the body with its captions and subheadings, a block a line.
 *
 * Work is linear in the page's size. The order of trust: JSON-LD, meta and microdata, what the page shows, then JSON
 * inside scripts. libxml2 reads the markup by its SAX interface: no tree, and page/guard.c bounds its depth, since its
 * HTML parser is quadratic in the depth of what is left open.
 */
#include <stddef.h>
#include <stdint.h>

enum gisa_page_status { GISA_PAGE_OK, GISA_PAGE_NO_MEMORY };

struct gisa_page {
    char *text;            /* UTF-8, not NUL ended; may be empty */
    size_t size;
    uint8_t *kinds;        /* [lines] enum gisa_segment_kind of each line, GISA_SEGMENT_KIND_COUNT = not told */
    uint32_t lines;        /* of `text`, counted by '\n' */
    const char *charset;   /* what the bytes were decoded from; static */
};

/* charset: the Content-Type's, or NULL or "" when it tells none; the page's own bytes have the last word on it. The
 * page is freed by gisa_page_close() in every case. */
enum gisa_page_status gisa_page_read(struct gisa_page *page, const char *bytes, size_t size, const char *charset);
void gisa_page_close(struct gisa_page *page);

/* To be called once, before any thread reads a page. */
void gisa_page_setup(void);

#endif
