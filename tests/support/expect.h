/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_EXPECT_H
#define GISA_TESTS_EXPECT_H

/* A unit test is a function int test_FILE(void) in tests/unit/FILE.c that returns how many expectations failed. */
#include <stdbool.h>
#include <stdio.h>

static inline int expect_at(bool holds, const char *file, int line, const char *what) {
    if (!holds) {
        printf("%s:%d: %s\n", file, line, what);
    }
    return !holds;
}
#define EXPECT(condition) expect_at((condition), __FILE__, __LINE__, #condition)

#endif
