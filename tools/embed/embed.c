/* SPDX-License-Identifier: Apache-2.0 */
/* Files -> one C table of handlers/asset.h.
 *
 *   embed OUT.c PATH TYPE FILE [PATH TYPE FILE]...
 *
 * A TYPE of text is told with charset=utf-8.
 */
#include <stdio.h>
#include <string.h>

static int write_bytes(FILE *out, const char *name, int index) {
    FILE *in = fopen(name, "rb");
    if (!in) {
        perror(name);
        return 1;
    }
    fprintf(out, "static const unsigned char file%d[] = {", index);
    long count = 0;
    for (int c = getc(in); c != EOF; c = getc(in)) {
        fprintf(out, "%s%d,", count++ % 24 ? "" : "\n    ", c);
    }
    fprintf(out, "0};\nenum { SIZE%d = %ld };\n\n", index, count);
    int failed = ferror(in);
    fclose(in);
    return failed;
}

int main(int argc, char **argv) {
    if (argc < 5 || (argc - 2) % 3 != 0) {
        fputs("usage: embed OUT.c PATH TYPE FILE [PATH TYPE FILE]...\n", stderr);
        return 64;
    }
    FILE *out = fopen(argv[1], "w");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    fputs("/* Made by tools/embed. */\n#include \"asset.h\"\n\n", out);
    int failed = 0;
    for (int i = 2; i < argc; i += 3) {
        failed |= write_bytes(out, argv[i + 2], i);
    }
    fputs("const struct gisa_asset gisa_assets[] = {\n", out);
    for (int i = 2; i < argc; i += 3) {
        const char *charset = strncmp(argv[i + 1], "text/", 5) == 0 ? "; charset=utf-8" : "";
        fprintf(out, "    {\"%s\", \"%s%s\", file%d, SIZE%d},\n", argv[i], argv[i + 1], charset, i, i);
    }
    fputs("};\nconst size_t gisa_asset_count = sizeof gisa_assets / sizeof gisa_assets[0];\n", out);
    failed |= fclose(out) != 0;
    if (failed) {
        remove(argv[1]);
    }
    return failed;
}
