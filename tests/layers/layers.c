/* SPDX-License-Identifier: Apache-2.0 */
/* layers-test ROOT: reads every .c and .h below ROOT and holds its #include lines and calls against one table. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_PATH = 512, MAX_DIRS = 256 };

static const struct rule {
    const char *folder;  /* files whose path begins so */
    const char *except;  /* but not the files named here, each between spaces */
    const char *pattern; /* what no line of theirs may hold */
} rules[] = {
    {"include/", "", "<microhttpd"}, {"include/", "", "<jansson"},   {"include/", "", "<stdio"},
    {"include/", "", "<unicode/"},   {"lib/", "", "<microhttpd"},    {"lib/", "", "<jansson"},
    {"lib/", "", "printf(stderr"},   {"lib/", "", "fopen("},         {"lib/", "", "getenv("},
    {"lib/", "", "clock_gettime("},  {"lib/", "", "time(NULL)"},     {"lib/", "", "setlocale("},
    {"lib/", "", "exit("},           {"lib/", "", "alloca("},        {"lib/", "", "handlers/"},
    {"handlers/", "", "<microhttpd"}, {"handlers/", " render/json_in.c ", "<jansson"},
    {"handlers/render/", "", "\"exchange.h\""}, {"handlers/render/", "", "\"service.h\""},
    {"handlers/render/", "", "\"problem.h\""},  {"handlers/render/", "", "\"routes.h\""},
    {"handlers/", "", "getenv("},    {"handlers/", "", "clock_gettime("},
    {"lib/", "", "<libxml/"},        {"handlers/", "", "<libxml/"},  {"page/", "", "getenv("}, {"page/", "", "fopen("},
    {"page/", "", "<microhttpd"},    {"page/", "", "handlers/"},     {"handlers/", "", "\"inside.h\""},
    {"server/", " daemon.c connection.c connection.h ", "<microhttpd"}, {"server/", "", "<jansson"},
};

struct dirs { /* folders still to be read */
    char path[MAX_DIRS][MAX_PATH];
    int count;
};

static bool is_excepted(const struct rule *rule, const char *path) {
    char word[MAX_PATH + 2];
    snprintf(word, sizeof word, " %.*s ", MAX_PATH - 1, path + strlen(rule->folder));
    return strstr(rule->except, word) != NULL;
}

static int read_file(const char *root, const char *path) {
    char full[2 * MAX_PATH], line[4096];
    int bad = 0, number = 0;
    snprintf(full, sizeof full, "%s/%s", root, path);
    FILE *in = fopen(full, "r");
    if (!in) {
        perror(full);
        return 1;
    }
    while (fgets(line, sizeof line, in)) {
        number++;
        for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
            if (strncmp(path, rules[i].folder, strlen(rules[i].folder)) == 0 && strstr(line, rules[i].pattern) &&
                !is_excepted(&rules[i], path)) {
                fprintf(stderr, "%s:%d: %s is not for this layer\n", path, number, rules[i].pattern);
                bad++;
            }
        }
    }
    fclose(in);
    return bad;
}

static int read_folder(const char *root, const char *path, struct dirs *dirs, int *files) {
    char full[2 * MAX_PATH], below[MAX_PATH];
    int bad = 0;
    snprintf(full, sizeof full, "%s/%s", root, path);
    DIR *folder = opendir(full);
    if (!folder) {
        perror(full);
        return 1;
    }
    for (struct dirent *e = readdir(folder); e; e = readdir(folder)) {
        struct stat about;
        size_t n = strlen(e->d_name);
        int length = snprintf(below, sizeof below, "%s/%s", path, e->d_name);
        snprintf(full, sizeof full, "%s/%s", root, below);
        if (e->d_name[0] == '.' || length >= MAX_PATH || stat(full, &about) != 0) {
            continue;
        }
        if (S_ISDIR(about.st_mode) && dirs->count < MAX_DIRS) {
            memcpy(dirs->path[dirs->count++], below, sizeof below);
        } else if (n > 2 && (strcmp(e->d_name + n - 2, ".c") == 0 || strcmp(e->d_name + n - 2, ".h") == 0)) {
            bad += read_file(root, below);
            ++*files;
        }
    }
    closedir(folder);
    return bad;
}

int main(int argc, char **argv) {
    static struct dirs dirs = {{"include", "lib", "page", "handlers", "server"}, 5};
    int bad = 0, files = 0;
    if (argc != 2) {
        fputs("usage: layers-test ROOT\n", stderr);
        return 64;
    }
    while (dirs.count) {
        char path[MAX_PATH];
        memcpy(path, dirs.path[--dirs.count], sizeof path);
        bad += read_folder(argv[1], path, &dirs, &files);
    }
    printf("%d files, %d breaches\n", files, bad);
    return bad || files < 20;
}
