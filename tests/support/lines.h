/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_LINES_H
#define GISA_TESTS_LINES_H

enum { LINES_MOST = 8192 };

struct lines {
    char *at[LINES_MOST];
    int count;
};

/* Cuts text at its line feeds, in place; the lines point into it. More than LINES_MOST are left out. */
void lines_split(char *text, struct lines *out);

#endif
