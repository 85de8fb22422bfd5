/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_GAZETTEER_H
#define GISA_ENTITY_GAZETTEER_H

/* Known names: forms over a trie, entries with type, canonical name, country, zone. The built-in one is made of
 * the tables under data/ko/gazetteer by tools/gazc and embedded in the program. */
#include "base/trie.h"
#include "gisa/analysis.h"
#include "gisa/status.h"

struct gisa_gazetteer;

enum gisa_status gisa_gazetteer_open_builtin(struct gisa_gazetteer **out, struct gisa_error *error);
void gisa_gazetteer_close(struct gisa_gazetteer *gazetteer);
uint32_t gisa_gazetteer_count(const struct gisa_gazetteer *gazetteer);

#endif
