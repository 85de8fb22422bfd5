/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_RULE_H
#define GISA_RULE_H

/* What the ids in the `rule` members of an analysis mean: one line each in English and Korean (data/ko/rule.tsv). */
#include <stdbool.h>
#include <stdint.h>

struct gisa_rule {
    const char *id; /* "ko.time.day"; all three static */
    const char *en;
    const char *ko;
};

/* The rules by index from 0 on; false behind the last. */
bool gisa_rule_at(uint32_t index, struct gisa_rule *out);

/* What a check says to an editor (data/ko/desk.tsv); severity = enum gisa_check_severity. False for an unknown code. */
struct gisa_check_text {
    const char *en;
    const char *ko;
    uint8_t severity;
};
bool gisa_check_text(const char *code, struct gisa_check_text *out);

#endif
