/* SPDX-License-Identifier: Apache-2.0 */
#include "accept.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* "q=0.8" among the parameters, in thousandths; 1000 when there is none. */
static int quality(const char *params, const char *end) {
    for (const char *p = params; p < end; p++) {
        if (*p == ';') {
            const char *name = p + 1 + strspn(p + 1, " \t");
            if (name + 2 < end && (name[0] == 'q' || name[0] == 'Q') && name[1] == '=') {
                int whole = name[2] == '1' ? 1000 : 0;
                int decimals = 0, unit = 100;
                for (const char *d = name + 4; name[3] == '.' && d < end && *d >= '0' && *d <= '9'; d++) {
                    decimals += (*d - '0') * unit;
                    unit /= 10;
                }
                return whole + decimals > 1000 ? 1000 : whole + decimals;
            }
        }
    }
    return 1000;
}

/* How closely a range names a type: 3 exactly, 2 by its family, 1 by star-slash-star, 0 not. */
static int closeness(const char *range, size_t size, const char *type) {
    size_t family = (size_t)(strchr(type, '/') - type) + 1;
    if (size == strlen(type) && strncasecmp(range, type, size) == 0) {
        return 3;
    }
    if (size == family + 1 && range[family] == '*' && strncasecmp(range, type, family) == 0) {
        return 2;
    }
    return size == 3 && memcmp(range, "*/*", 3) == 0 ? 1 : 0;
}

static int quality_of(const char *accept, const char *type) {
    int best = 0, found = 0;
    for (const char *p = accept; *p;) {
        p += strspn(p, " \t,");
        const char *end = p + strcspn(p, ",");
        int close = closeness(p, strcspn(p, "; \t,"), type);
        if (close > best) {
            best = close;
            found = quality(p, end);
        }
        p = end;
    }
    return found;
}

int gisa_accept_choose(const char *accept, const char *const *types, int count) {
    if (!accept || !accept[strspn(accept, " \t")]) {
        return 0;
    }
    int best = -1, best_quality = 0;
    for (int i = 0; i < count; i++) {
        int q = quality_of(accept, types[i]);
        if (q > best_quality) {
            best = i;
            best_quality = q;
        }
    }
    return best;
}
