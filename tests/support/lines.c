/* SPDX-License-Identifier: Apache-2.0 */
#include "lines.h"

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
