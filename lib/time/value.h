/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_VALUE_H
#define GISA_TIME_VALUE_H

/* Values that are no points: durations and recurrences. Each fills type, value, mod and the like of *t; the strings
 * are made in the arena. False: no such value, or memory ends (the arena tells). */
#include "base/arena.h"
#include "time/resolve.h"

bool gisa_value_duration(const struct gisa_time_context *x, const struct gisa_frame *f, struct gisa_arena *arena,
                         struct gisa_time *t);
bool gisa_value_set(const struct gisa_frame *f, struct gisa_arena *arena, struct gisa_time *t);
/* A member of a SET in brackets, as R/XXXX-06; 0 if it is none. */
uint32_t gisa_value_member(const struct gisa_atom *a, char *out, uint32_t size);
struct gisa_bytes_view gisa_value_copy(struct gisa_arena *arena, const char *s);

#endif
