/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TIME_SINCE_H
#define GISA_TIME_SINCE_H

#include "gisa/analysis.h"

/* 지난 13일 잠실 트윈스전부터 한 번도 지지 않은: does the time that ends at code point `pos`, in the sentence of tokens [first, end), tell since
 * when something has gone on, not when it happened? The story does not stand on such a day. */
bool gisa_time_opens(const struct gisa_analysis *a, uint32_t first, uint32_t end, uint32_t pos);

#endif
