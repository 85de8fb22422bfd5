/* SPDX-License-Identifier: Apache-2.0 */
#include "gisa/rule.h"

#include "rule_lex.h"

bool gisa_rule_at(uint32_t index, struct gisa_rule *out) {
    if (index >= gisa_rule_count) {
        return false;
    }
    const struct gisa_rule_row *row = &gisa_rule_rows[index];
    *out = (struct gisa_rule){row->example, row->en, row->ko};
    return true;
}
