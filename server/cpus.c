/* SPDX-License-Identifier: Apache-2.0 */
#include "cpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "Cpus_allowed:\tff,ffffffff" -> number of bits */
static unsigned allowed(void) {
    char line[1024];
    unsigned count = 0;
    FILE *in = fopen("/proc/self/status", "r");
    while (in && fgets(line, sizeof line, in)) {
        if (strncmp(line, "Cpus_allowed:", 13) == 0) {
            for (const char *p = line + 13; *p; p++) {
                char digit[2] = {*p, '\0'};
                for (unsigned long bits = strtoul(digit, NULL, 16); bits; bits &= bits - 1) {
                    count++;
                }
            }
        }
    }
    if (in) {
        fclose(in);
    }
    return count;
}

/* "150000 100000" -> 2; 0 when there is no quota */
static unsigned quota(void) {
    unsigned long most = 0, period = 0;
    char line[128] = "";
    FILE *in = fopen("/sys/fs/cgroup/cpu.max", "r");
    if (in) {
        if (fgets(line, sizeof line, in) && line[0] != 'm') {
            char *rest;
            most = strtoul(line, &rest, 10);
            period = strtoul(rest, NULL, 10);
        }
        fclose(in);
    }
    return period ? (unsigned)((most + period - 1) / period) : 0;
}

unsigned gisa_cpus_usable(void) {
    unsigned cpus = allowed(), limit = quota();
    if (limit && (!cpus || limit < cpus)) {
        cpus = limit;
    }
    return cpus ? cpus : 1;
}
