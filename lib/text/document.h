/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TEXT_DOCUMENT_H
#define GISA_TEXT_DOCUMENT_H

#include <stddef.h>

#include "base/arena.h"
#include "gisa/document.h"
#include "gisa/status.h"

/* Validates the UTF-8, composes (NFC, only where the quick check fails) and classifies. Arrays live in `arena`.
 * GISA_INVALID_UTF8 (error->offset), GISA_TOO_LARGE, GISA_NO_MEMORY. */
enum gisa_status gisa_document_read(struct gisa_document *document, const char *bytes, size_t size,
                                    struct gisa_arena *arena, struct gisa_arena *scratch, struct gisa_error *error);

#endif
