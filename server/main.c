/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>
#include <unicode/uvernum.h>

#include "commands.h"
#include "config.h"
#include "daemon.h"

static void help(FILE *out) {
    fputs("gisa: a Korean news article in, segments, names, times, quotations and a timeline out\n\n"
          "  gisa serve [options]           answer over HTTP\n"
          "  gisa analyze [FILE|-] [--NAME VALUE]\n"
          "                                 one article to stdout, the bytes the server would answer; NAME as in the\n"
          "                                 query: include published tz offsets format explain pretty min-confidence\n"
          "                                 summary lang; --type tells a Content-Type\n"
          "                                 --gazetteer FILE adds a newsroom's own names\n"
          "  gisa gazetteer check FILE      what is wrong with a file of own names, by line; 65 when anything is\n"
          "  gisa healthcheck [URL]         0 when the server lives\n"
          "  gisa --help | --version\n\n"
          "Own names, a line each, tab separated, columns from aliases on optional, - = empty, # = comment:\n"
          "  id  type  name  aliases(|)  titles(|)  org  wikidata  lat  lon  zone\n"
          "  type: person organization place facility product event work law. SIGHUP reads the file again.\n\n"
          "Options of serve, and their twins in the environment:\n",
          out);
    gisa_config_help(out);
}

int main(int argc, char **argv) {
    const char *word = argc > 1 ? argv[1] : "";
    if (strcmp(word, "serve") == 0) {
        return gisa_command_serve(argc - 2, argv + 2);
    }
    if (strcmp(word, "analyze") == 0) {
        return gisa_command_analyze(argc - 2, argv + 2);
    }
    if (strcmp(word, "gazetteer") == 0) {
        return gisa_command_gazetteer(argc - 2, argv + 2);
    }
    if (strcmp(word, "healthcheck") == 0) {
        return gisa_command_healthcheck(argc - 2, argv + 2);
    }
    if (strcmp(word, "--version") == 0) {
        printf("gisa %s (revision %s), ICU %s, libmicrohttpd %s\n", GISA_VERSION, GISA_REVISION, U_ICU_VERSION,
               gisa_daemon_library());
        return 0;
    }
    bool is_asked = strcmp(word, "--help") == 0;
    help(is_asked ? stdout : stderr);
    return is_asked ? 0 : GISA_EXIT_USAGE;
}
