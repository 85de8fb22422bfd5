/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_RULES_H
#define GISA_TIME_RULES_H

/* Shape of the table tools/rulec makes of data/ko/time.rules: each rule is a row of class sets, some of which may be
 * absent. It is run as a bit-parallel automaton: bit i = the items before i are read. */
#include <stdint.h>

enum gisa_action {
    GISA_ACTION_POINT,
    GISA_ACTION_OFFSET,
    GISA_ACTION_DURATION,
    GISA_ACTION_SET,
    GISA_ACTION_REF,
    GISA_ACTION_HOLIDAY,
    GISA_ACTION_MEMBER
};

struct gisa_time_rule {
    const char *id;
    uint8_t action; /* enum gisa_action */
    uint8_t items;
    uint32_t optional; /* bit i: item i may be absent */
    uint64_t item[24]; /* bits of classes of data/ko/time_word.tsv */
};

extern const struct gisa_time_rule gisa_time_rules[];
extern const uint32_t gisa_time_rule_count;

#endif
