/* SPDX-License-Identifier: Apache-2.0 */
#include "lines.h"

#include <stdio.h>
#include <string.h>

void lines_split(char *text, struct lines *out) {
    out->count = 0;
    for (char *p = text; *p && out->count < LINES_MOST;) {
        out->at[out->count++] = p;
        p += strcspn(p, "\n");
        if (*p) {
            *p++ = 0;
        }
    }
}

int fields_split(const char *line, char *copy, size_t size, const char **field, int most) {
    snprintf(copy, size, "%s", line);
    int n = 0;
    for (int i = 0; i < most; i++) {
        field[i] = "";
    }
    for (char *p = copy; n < most;) {
        field[n++] = p;
        p += strcspn(p, "\t");
        if (!*p) {
            break;
        }
        *p++ = 0;
    }
    return n;
}
