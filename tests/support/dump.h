/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_DUMP_H
#define GISA_TESTS_DUMP_H

/* An analysis as tab separated lines, one a record: what cases and fixtures are compared with and what gisa-dump prints.
 *
 *     segment kind text · sentence text · article field value · time text TYPE value mod extras
 *     amount text type value unit mod · period amount-text time-text · entity type name · link slot id name · mention text type name form · title person title org status
 *     quote speaker inner-text kind · event from to type status participants place title · cause|means trigger-text words · conflict trigger-text other-time-text · relation type a b label
 *
 * A newline inside a text is shown as ⏎, a missing field as -. */
#include <stdio.h>

#include "gisa/gisa.h"

void dump_analysis(FILE *out, const struct gisa_analysis *analysis);

/* The source's bytes of a span, written to out; how many. */
size_t dump_utf8(const struct gisa_analysis *analysis, struct gisa_span span, char *out);

/* "2024-07-02", "2024-07-02T17:00": a moment in KST; year 0 when it is not one. */
struct gisa_moment dump_parse_moment(const char *text);

#endif
