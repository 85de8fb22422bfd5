/* SPDX-License-Identifier: Apache-2.0 */
/* http-test answers|framing|load|names GISA */
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "peer.h"

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        int (*run)(const char *program);
    } parts[] = {{"answers", test_answers}, {"framing", test_framing}, {"load", test_load}, {"names", test_own_names}};
    curl_global_init(CURL_GLOBAL_DEFAULT);
    for (size_t i = 0; argc == 3 && i < sizeof parts / sizeof parts[0]; i++) {
        if (strcmp(parts[i].name, argv[1]) == 0) {
            int status = parts[i].run(argv[2]);
            curl_global_cleanup();
            printf("%s: %d failures\n", argv[1], failures);
            return status || failures;
        }
    }
    fputs("usage: http-test answers|framing|load|names GISA\n", stderr);
    return 64;
}
