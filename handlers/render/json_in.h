/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_JSON_IN_H
#define GISA_RENDER_JSON_IN_H

/* Request bodies: what was sent -> UTF-8 text and what stands beside it. HTML becomes the text of its article. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gisa/gazetteer.h"
#include "page.h"

enum gisa_body_status {
    GISA_BODY_OK,
    GISA_BODY_BAD_JSON,       /* not JSON, or not an object */
    GISA_BODY_BAD_MEMBER,     /* unknown member, wrong type, no text; `member` tells which */
    GISA_BODY_BAD_UTF8,       /* at byte_offset */
    GISA_BODY_BAD_CHARSET,    /* not valid in the charset that was named */
    GISA_BODY_UNKNOWN_CHARSET,
    GISA_BODY_UNKNOWN_TYPE,
    GISA_BODY_NO_MEMORY
};

struct gisa_body {
    const char *text; /* borrowed from the request or owned by this; not NUL ended; of HTML: page.text */
    size_t size;
    const char *title, *published, *source, *url, *id; /* NUL ended, or NULL */
    char member[48];  /* of a bad member: its name, or its way: "gazetteer/3/name" */
    const char *hint; /* static, or hint_text */
    char hint_text[96];
    size_t byte_offset;
    bool is_page;     /* HTML came: page tells the text and the kinds of its lines */
    struct gisa_page page;
    struct gisa_gazetteer *gazetteer; /* the member gazetteer, or NULL */
    void *json;  /* json_t */
    char *owned; /* decoded text */
};

/* content_type may be NULL. The bytes must outlive the body. gisa_body_close() in every case. */
enum gisa_body_status gisa_body_read(struct gisa_body *body, const char *content_type, const char *bytes, size_t size);
void gisa_body_close(struct gisa_body *body);
/* To be called once, before any thread reads a body. */
void gisa_body_setup(void);

#endif
