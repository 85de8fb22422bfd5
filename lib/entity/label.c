/* SPDX-License-Identifier: Apache-2.0 */
#include "entity/label.h"

#include <string.h>

#include "label_lex.h"
#include "org_suffix_lex.h"
#include "text/utf8.h"

enum { LONGEST = 16 };

struct tail { /* the last characters of a name */
    uint32_t ch[LONGEST];
    uint32_t count;
};

static struct tail tail_of(struct gisa_bytes_view name) {
    struct tail t = {.count = 0};
    for (uint32_t i = 0; i < name.size;) {
        uint32_t ch = 0;
        uint32_t n = gisa_utf8_decode(name.bytes + i, name.size - i, &ch);
        if (!n) {
            break;
        }
        if (t.count == LONGEST) {
            memmove(t.ch, t.ch + 1, (LONGEST - 1) * sizeof *t.ch);
            t.count--;
        }
        t.ch[t.count++] = ch;
        i += n;
    }
    return t;
}

const struct gisa_country_row *gisa_country_of(struct gisa_bytes_view name) {
    const struct tail t = tail_of(name);
    uint32_t row = 0;
    bool whole = t.count && t.count < LONGEST && gisa_trie_longest(&gisa_country_trie, t.ch, t.count, &row) == t.count;
    return whole ? &gisa_country_rows[row] : NULL;
}

static const char *label_of(const struct tail *t, uint8_t type) {
    static const uint8_t types[] = {GISA_ENTITY_PLACE, GISA_ENTITY_FACILITY, GISA_ENTITY_EVENT};
    for (uint32_t most = t->count; most;) { /* the longest ending of that type */
        uint32_t row = 0;
        uint32_t n = gisa_trie_longest_back(&gisa_label_trie, t->ch + t->count, most, &row);
        if (n && types[gisa_label_rows[row].type] == type) {
            return gisa_label_rows[row].label;
        }
        most = n ? n - 1 : 0;
    }
    return "";
}

static const char *body_label(const struct tail *t) {
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_org_suffix_trie, t->ch + t->count, t->count, &row);
    bool is_body = n && n < t->count && gisa_org_suffix_rows[row].type == GISA_ORG_SUFFIX_TYPE_ORGANIZATION;
    return is_body ? gisa_org_suffix_rows[row].label : "";
}

const char *gisa_entity_label(const struct gisa_entity *e) {
    if (e->type == GISA_ENTITY_PERSON) {
        return "PS_NAME";
    }
    const struct tail t = tail_of(e->name);
    if (e->type == GISA_ENTITY_ORGANIZATION) {
        return body_label(&t);
    }
    return e->type == GISA_ENTITY_PLACE && gisa_country_of(e->name) ? "LCP_COUNTRY" : label_of(&t, e->type);
}
