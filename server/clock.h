/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_CLOCK_H
#define GISA_CLOCK_H

/* Nanoseconds of the monotonic clock. */
#include <stdint.h>
#include <time.h>

static inline uint64_t gisa_clock_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

#endif
