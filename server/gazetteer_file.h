/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_GAZETTEER_FILE_H
#define GISA_GAZETTEER_FILE_H

/* A newsroom's own names from a file. */
#include <stdbool.h>

#include "gisa/gazetteer.h"

enum gisa_file_status { GISA_FILE_OK, GISA_FILE_BAD_ROWS, GISA_FILE_UNREADABLE };

/* One message a wrong row, "FILE:LINE: what"; never a word of the row. */
typedef void gisa_tell(void *cls, const char *message);

/* On success *out is freed by gisa_gazetteer_free(). */
enum gisa_file_status gisa_gazetteer_file_read(const char *path, struct gisa_gazetteer **out, gisa_tell *tell, void *cls);
void gisa_tell_stderr(void *cls, const char *message); /* cls: unused */

#endif
