/* SPDX-License-Identifier: Apache-2.0 */
#include "file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *file_read(const char *path, size_t *size) {
    FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    if (!f) {
        perror(path);
        exit(1);
    }
    char *bytes = NULL;
    size_t n = 0;
    size_t cap = 0;
    size_t got;
    do {
        if (cap - n < 4096) {
            cap = cap ? cap * 2 : 65536;
            bytes = realloc(bytes, cap + 1);
            if (!bytes) {
                fputs("out of memory\n", stderr);
                exit(1);
            }
        }
        got = fread(bytes + n, 1, cap - n, f);
        n += got;
    } while (got);
    if (f != stdin) {
        fclose(f);
    }
    bytes[n] = 0;
    *size = n;
    return bytes;
}
