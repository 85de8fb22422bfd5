/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_MATCH_H
#define GISA_TIME_MATCH_H

/* The rules run over atoms: the longest row of atoms a rule reads, the earlier rule at equal length. Each rule is a
 * bit-parallel automaton of at most 24 items, so the work for one begin is bounded. */
#include "time/lex.h"
#include "time/rules.h"

struct gisa_time_match {
    const struct gisa_time_rule *rule;
    uint32_t first, count; /* atoms */
};

/* Matches at atom `first`. `skip` = this many of the answers are passed over (their words turned out to make no time);
 * only answers of the longest length are given, so that "6월 31일" does not become "6월". False if none. */
bool gisa_time_match(const struct gisa_document *doc, const struct gisa_atoms *atoms, uint32_t first, uint32_t limit,
                     uint32_t skip, struct gisa_time_match *out);

#endif
