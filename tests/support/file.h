/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_FILE_H
#define GISA_TESTS_FILE_H

#include <stddef.h>

/* A whole file, or standard input for "-", with one NUL behind it; freed by the caller. Ends the program with a message when it cannot. */
char *file_read(const char *path, size_t *size);

#endif
