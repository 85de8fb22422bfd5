/* SPDX-License-Identifier: Apache-2.0 */
/* Runs a fuzz target over files and folders: the corpus and every input that once broke it. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "fuzz.h"

static int replay_folder(const char *path) {
    int count = 0;
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        char name[2048];
        if (e->d_name[0] == '.') {
            continue;
        }
        snprintf(name, sizeof name, "%s/%s", path, e->d_name);
        size_t size = 0;
        char *bytes = file_read(name, &size);
        LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
        free(bytes);
        count++;
    }
    if (d) {
        closedir(d);
    }
    return count;
}

int main(int argc, char **argv) {
    int count = 0;
    for (int i = 1; i < argc; i++) {
        count += replay_folder(argv[i]);
    }
    printf("%d inputs replayed\n", count);
    return count == 0;
}
