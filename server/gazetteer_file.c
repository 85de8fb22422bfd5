/* SPDX-License-Identifier: Apache-2.0 */
#include "gazetteer_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

void gisa_tell_stderr(void *cls, const char *message) {
    (void)cls;
    fprintf(stderr, "%s\n", message);
}

static void tell_errors(const char *path, const struct gisa_gazetteer_errors *errors, gisa_tell *tell, void *cls) {
    char message[1280];
    for (uint32_t i = 0; i < errors->count; i++) {
        const struct gisa_gazetteer_error *e = &errors->at[i];
        if (e->line) {
            snprintf(message, sizeof message, "%s:%u: %s", path, e->line, e->detail);
        } else {
            snprintf(message, sizeof message, "%s: %s", path, e->detail);
        }
        tell(cls, message);
    }
    if (errors->total > errors->count) {
        snprintf(message, sizeof message, "%s: %u errors more", path, errors->total - errors->count);
        tell(cls, message);
    }
}

/* One byte more than a gazetteer may have is enough to know that it is too large. */
static bool read_file(const char *path, struct gisa_buffer *out) {
    char block[65536];
    FILE *in = fopen(path, "rb");
    if (!in) {
        return false;
    }
    errno = 0;
    for (size_t n = fread(block, 1, sizeof block, in); n; n = fread(block, 1, sizeof block, in)) {
        gisa_buffer_append(out, block, n);
        if (out->size > GISA_GAZETTEER_MAX_BYTES) {
            break;
        }
    }
    bool is_good = !ferror(in) && !out->failed;
    int error = errno ? errno : ENOMEM;
    fclose(in);
    errno = error;
    return is_good;
}

enum gisa_file_status gisa_gazetteer_file_read(const char *path, struct gisa_gazetteer **out, gisa_tell *tell, void *cls) {
    struct gisa_buffer bytes = {0};
    char message[1280];
    struct gisa_gazetteer_errors *errors = calloc(1, sizeof *errors);
    enum gisa_file_status answer = GISA_FILE_UNREADABLE;
    *out = NULL;
    if (!errors || !read_file(path, &bytes)) {
        snprintf(message, sizeof message, "%s: %s", path, errors ? strerror(errno) : "no memory");
        tell(cls, message);
    } else {
        enum gisa_status status = gisa_gazetteer_read(bytes.bytes ? bytes.bytes : "", bytes.size, out, errors);
        answer = status == GISA_OK ? GISA_FILE_OK : status == GISA_NO_MEMORY ? GISA_FILE_UNREADABLE : GISA_FILE_BAD_ROWS;
        tell_errors(path, errors, tell, cls);
        if (answer == GISA_FILE_UNREADABLE) {
            snprintf(message, sizeof message, "%s: no memory", path);
            tell(cls, message);
        }
    }
    gisa_buffer_free(&bytes);
    free(errors);
    return answer;
}
