/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_LINES_H
#define GISA_TESTS_LINES_H

#include <stddef.h>

enum { LINES_MOST = 8192 };

struct lines {
    char *at[LINES_MOST];
    int count;
};

/* Cuts text at its line feeds, in place; the lines point into it. More than LINES_MOST are left out. */
void lines_split(char *text, struct lines *out);

/* The TAB separated fields of a copy of line, at most `most`; missing ones are "". How many there are. */
int fields_split(const char *line, char *copy, size_t size, const char **field, int most);

#endif
