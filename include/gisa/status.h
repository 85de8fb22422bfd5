/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_STATUS_H
#define GISA_STATUS_H

/* What a call may answer. Errors are returned, never printed; the library never exits. */
#include <stdint.h>

enum gisa_status {
    GISA_OK,
    GISA_INVALID_UTF8,     /* error.offset = first byte that is not UTF-8 */
    GISA_INVALID_ARGUMENT, /* the caller's options are wrong */
    GISA_TOO_LARGE,        /* the text is longer than the workspace's cap */
    GISA_LIMIT,            /* a documented cap of limits.h was reached */
    GISA_NO_MEMORY,        /* the workspace's arena cap, or malloc, gave no more */
    GISA_BAD_MODEL,        /* a model or gazetteer file is damaged or of another version */
    GISA_IO,               /* a file could not be read */
    GISA_INTERNAL,         /* a bug: an invariant does not hold */
    GISA_STATUS_COUNT
};

/* Optional, owned by the caller; detail is UTF-8, NUL ended and never holds article text. */
struct gisa_error {
    enum gisa_status status;
    uint32_t offset; /* bytes, for GISA_INVALID_UTF8 */
    char detail[120];
};

#endif
