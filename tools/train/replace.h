/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TOOLS_REPLACE_H
#define GISA_TOOLS_REPLACE_H

/* Copies of sentences with other names in the old places: what stands around a name is learned, not the name. */
#include "corpus.h"

/* Appends a copy of every sentence that is not held and whose source has a weight for copies; its is_copy is set. People,
 * bodies, places, artefacts and events get another form of their type that ends like them (the same last syllable, or at
 * least the same kind of final, so that the particle behind it fits); every second one is invented from syllables of such
 * forms. The same corpus gives the same copies. */
void replace_names(struct corpus *corpus, const float *weight_of_copies);

#endif
