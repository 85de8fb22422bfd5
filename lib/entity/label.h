/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_LABEL_H
#define GISA_ENTITY_LABEL_H

#include "country_lex.h"
#include "gisa/analysis.h"

/* The NIKL/TTA fine class of a thing by its type, name and country: "OGG_EDUCATION" for 도담대학교, "LCP_COUNTRY" for 미국;
 * "" where the name does not show it. Static. Reads data/ko/label.tsv, org_suffix.tsv and ICU's country names. */
const char *gisa_entity_label(const struct gisa_entity *entity);

/* The country that is called so in ICU's Korean names, with code and zone ("" when it has several); NULL if none. */
const struct gisa_country_row *gisa_country_of(struct gisa_bytes_view name);

#endif
