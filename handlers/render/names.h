/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_NAMES_H
#define GISA_RENDER_NAMES_H

/* The words of the wire for the enums of analysis.h, and their labels for a reader. Static. */
#include <stddef.h>
#include <stdint.h>

enum gisa_vocabulary {
    GISA_NAMES_SEGMENT,
    GISA_NAMES_ENTITY,
    GISA_NAMES_MENTION,
    GISA_NAMES_TITLE_STATUS,
    GISA_NAMES_TIME,
    GISA_NAMES_PRECISION,
    GISA_NAMES_MOD,
    GISA_NAMES_ANCHOR,
    GISA_NAMES_AMOUNT,
    GISA_NAMES_QUOTE,
    GISA_NAMES_EVENT,
    GISA_NAMES_STATUS,
    GISA_NAMES_ROLE,
    GISA_NAMES_BASIS,
    GISA_NAMES_RELATION,
    GISA_NAMES_SEVERITY,
    GISA_NAMES_COUNT
};

struct gisa_name {
    const char *name;
    const char *korean;
};

/* NULL when the value is out of range or has no name on the wire (an unset mod). */
const char *gisa_name_of(enum gisa_vocabulary vocabulary, uint32_t value);
const char *gisa_korean_of(enum gisa_vocabulary vocabulary, uint32_t value);

/* "segments", "entities" ... : the member of /v1/labels. The rows of one vocabulary, by value. */
const char *gisa_vocabulary_title(enum gisa_vocabulary vocabulary);
const struct gisa_name *gisa_vocabulary_rows(enum gisa_vocabulary vocabulary, size_t *count);

#endif
