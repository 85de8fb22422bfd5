/* SPDX-License-Identifier: Apache-2.0 */
/* gisa gazetteer check FILE: what the server would say of a file of own names. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "gazetteer_file.h"

int gisa_command_gazetteer(int argc, char **argv) {
    struct gisa_gazetteer *gazetteer;
    if (argc != 2 || strcmp(argv[0], "check") != 0) {
        fputs("usage: gisa gazetteer check FILE\n", stderr);
        return GISA_EXIT_USAGE;
    }
    enum gisa_file_status status = gisa_gazetteer_file_read(argv[1], &gazetteer, gisa_tell_stderr, NULL);
    if (status != GISA_FILE_OK) {
        return status == GISA_FILE_BAD_ROWS ? GISA_EXIT_DATA : GISA_EXIT_FAILED;
    }
    printf("%s: %u names\n", argv[1], gisa_gazetteer_size(gazetteer));
    gisa_gazetteer_free(gazetteer);
    return fflush(stdout) == 0 ? 0 : GISA_EXIT_FAILED;
}
