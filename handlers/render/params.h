/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RENDER_PARAMS_H
#define GISA_RENDER_PARAMS_H

/* What a caller may wish of an analysis: one table of names serves query parameters, the command line and JSON. */
#include <stdbool.h>
#include <stdint.h>

#include "gisa/analysis.h"

enum gisa_offset_unit { GISA_UNIT_CODEPOINT, GISA_UNIT_UTF16, GISA_UNIT_UTF8 };
enum gisa_format { GISA_FORMAT_JSON, GISA_FORMAT_TEXT, GISA_FORMAT_HTML };

enum gisa_include { /* bits */
    GISA_INCLUDE_SEGMENTS = 1 << 0,
    GISA_INCLUDE_SENTENCES = 1 << 1,
    GISA_INCLUDE_TIMES = 1 << 2,
    GISA_INCLUDE_ENTITIES = 1 << 3,
    GISA_INCLUDE_AMOUNTS = 1 << 4,
    GISA_INCLUDE_QUOTES = 1 << 5,
    GISA_INCLUDE_EVENTS = 1 << 6,
    GISA_INCLUDE_RELATIONS = 1 << 7,
    GISA_INCLUDE_FIVE_W = 1 << 8,
    GISA_INCLUDE_SUMMARY = 1 << 9,
    GISA_INCLUDE_CHECKS = 1 << 10,
    GISA_INCLUDE_TEXT = 1 << 11
};
#define GISA_INCLUDE_DEFAULT ((uint32_t)(GISA_INCLUDE_TEXT - 1))

struct gisa_wishes {
    uint32_t include; /* bits of enum gisa_include */
    enum gisa_offset_unit unit;
    enum gisa_format format;
    bool has_format; /* named by the caller: wins over Accept */
    bool pretty;
    bool explain;
    bool force_korean;
    double min_confidence;
    uint32_t summary;             /* sentences */
    struct gisa_moment published; /* day.year 0: not given */
    bool has_utc_offset;          /* published told its own offset */
    char zone[48];                /* IANA name */
};

enum gisa_param_answer { GISA_PARAM_OK, GISA_PARAM_UNKNOWN, GISA_PARAM_INVALID };

void gisa_wishes_init(struct gisa_wishes *wishes);
/* Sets one wish. An invalid value leaves it as it was; *hint is then a static sentence telling what is allowed. */
enum gisa_param_answer gisa_wishes_set(struct gisa_wishes *wishes, const char *name, const char *value,
                                       const char **hint);
/* The layers the library must run for these wishes (bits of GISA_LAYER_BIT). */
uint32_t gisa_wishes_layers(const struct gisa_wishes *wishes);
/* To be called once after the last set: gives a publication without an offset that of the zone. */
void gisa_wishes_finish(struct gisa_wishes *wishes);

/* RFC 3339 date-time or date; a blank for 'T' or '+', and a missing offset or seconds, are forgiven. */
bool gisa_wire_moment_read(const char *text, struct gisa_moment *moment, bool *has_offset);
/* "2024-06-13T17:00:00+09:00", or only the day when no hour is known. out: at least 40 bytes. */
void gisa_wire_moment_write(const struct gisa_moment *moment, char *out);
/* The moment with the offset of the wished zone where its text told none. */
struct gisa_moment gisa_wishes_moment(const struct gisa_wishes *wishes, struct gisa_moment moment);

#endif
