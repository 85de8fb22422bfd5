/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_SEGMENT_MOMENT_H
#define GISA_SEGMENT_MOMENT_H

#include "gisa/analysis.h"

/* Reads a written publication time at `begin`: 2024. 3. 5. 09:12 · 2024-03-05T09:12:33+09:00 · 2024/03/05 · 24.03.05 ·
 * 2024년 3월 5일 오전 9시 12분 · 20240305. Returns its length in code points, 0 when none; impossible days are none. */
uint32_t gisa_moment_read(const struct gisa_document *d, uint32_t begin, uint32_t end, struct gisa_moment *out);

#endif
