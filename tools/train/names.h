/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOOLS_NAMES_H
#define GISA_TOOLS_NAMES_H

/* Makes the name sets of lib/model/nameset.h. */
#include <stddef.h>
#include <stdint.h>

#include "corpus.h"

enum { NAMES_FOLDS = 5 };

struct name_blob {
    void *bytes; /* malloc */
    size_t size;
};

/* The public gazetteer: FORM<TAB>SOURCE_TYPE. Forms of 2..GISA_NAMESET_MAX_LENGTH characters. */
struct name_blob names_known(const char *path);

/* Forms of the training sentences with how often they were each type. A sentence must not see the forms that it taught
 * ("jackknife"), or the model trusts them blindly: out[k] is made without the sentences of fold k, out[NAMES_FOLDS] of
 * all. Held sentences teach nothing. */
void names_seen(const struct corpus *corpus, struct name_blob out[NAMES_FOLDS + 1]);

#endif
