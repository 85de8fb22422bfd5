/* SPDX-License-Identifier: Apache-2.0 */
/* Words of real articles in another order: sentences that no writer makes and every rule meets, where a fuzzer's bytes stay noise. The same articles
 * each run (xorshift64, Marsaglia 2003): shuffle COUNT FILE... */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "fuzz.h"

enum { MOST_WORDS = 1 << 18, LONGEST = 22 /* words of an article */, ROOM = 8192 };

static const char *words[MOST_WORDS]; /* in the files' bytes, kept until the end */
static size_t lengths[MOST_WORDS];
static size_t word_count;
static size_t dated[MOST_WORDS]; /* words with a figure in them: every other word is one */
static size_t dated_count;

static bool has_digit(const char *word, size_t size) {
    size_t i = 0;
    while (i < size && (word[i] < '0' || word[i] > '9')) {
        i++;
    }
    return i < size;
}

static void gather(const char *bytes, size_t size) {
    for (size_t i = 0; i < size && word_count < MOST_WORDS;) {
        size_t n = strcspn(bytes + i, " \n\t");
        if (n) {
            words[word_count] = bytes + i;
            lengths[word_count] = n;
            if (has_digit(bytes + i, n)) {
                dated[dated_count++] = word_count;
            }
            word_count++;
        }
        i += n + 1;
    }
}

static void gather_folder(const char *path) {
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        size_t length = strlen(e->d_name);
        if (length > 4 && !strcmp(e->d_name + length - 4, ".txt")) {
            char name[2048];
            size_t size = 0;
            snprintf(name, sizeof name, "%s/%s", path, e->d_name);
            const char *bytes = file_read(name, &size);
            gather(bytes, size);
        }
    }
    if (d) {
        closedir(d);
    }
}

static uint64_t next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

int main(int argc, char **argv) {
    long count = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    for (int i = 2; i < argc; i++) {
        gather_folder(argv[i]);
    }
    uint64_t state = 88172645463325252u;
    for (long k = 0; k < count && dated_count; k++) {
        char article[ROOM] = "1";
        size_t size = 1;
        size_t most = 1 + next(&state) % LONGEST;
        for (size_t i = 0; i < most; i++) {
            size_t w = next(&state) % 2 ? dated[next(&state) % dated_count] : next(&state) % word_count;
            const char *gap = next(&state) % 16 ? " " : "\n\n";
            if (size + lengths[w] + 3 < sizeof article) {
                memcpy(article + size, words[w], lengths[w]);
                size += lengths[w];
                memcpy(article + size, gap, strlen(gap));
                size += strlen(gap);
            }
        }
        LLVMFuzzerTestOneInput((const uint8_t *)article, size);
    }
    printf("%ld articles of %zu words\n", count, word_count);
    return count == 0 || dated_count == 0;
}
