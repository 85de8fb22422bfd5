/* SPDX-License-Identifier: Apache-2.0 */
#include "josa_lex.h"
#include "text/hangul.h"
#include "token/token.h"

_Static_assert((int)GISA_JOSA_ROLE_OTHER == (int)GISA_JOSA_OTHER && (int)GISA_JOSA_ROLE_TOPIC == (int)GISA_JOSA_TOPIC,
               "josa.tsv names the roles in the order of enum gisa_josa");

enum { LONGEST = 6 };

/* May a particle that wants `after` follow the character ch? Figures and Latin take either form. */
static bool agrees(uint8_t after, uint32_t ch) {
    if (!gisa_is_hangul(ch)) {
        return true;
    }
    uint32_t jong = gisa_hangul_jong(ch);
    switch (after) {
    case GISA_JOSA_AFTER_VOWEL:
        return jong == GISA_JONG_NONE;
    case GISA_JOSA_AFTER_CONSONANT:
        return jong != GISA_JONG_NONE;
    case GISA_JOSA_AFTER_VOWEL_OR_L:
        return jong == GISA_JONG_NONE || jong == GISA_JONG_L;
    default:
        return true;
    }
}

bool gisa_josa_tail(const struct gisa_document *d, uint32_t pos, uint32_t end, uint32_t *josa) {
    *josa = 0;
    if (pos == end) {
        return true;
    }
    if (end - pos > LONGEST || pos == 0) {
        return false;
    }
    uint32_t row = 0;
    uint32_t n = gisa_trie_longest_back(&gisa_josa_trie, d->key + end, end - pos, &row);
    if (n != end - pos || !agrees(gisa_josa_rows[row].after, d->key[pos - 1])) {
        return false;
    }
    *josa = gisa_josa_rows[row].role;
    return true;
}

void gisa_particle_read(const struct gisa_document *d, struct gisa_token *t) {
    uint32_t node = 0;
    t->stem_end = t->span.end;
    t->josa = 0;
    for (uint32_t n = 1; n <= LONGEST && n < gisa_span_length(t->span); n++) {
        node = gisa_trie_step(&gisa_josa_trie, node, d->key[t->span.end - n]);
        if (!node) {
            break;
        }
        uint32_t row = gisa_josa_trie.value[node];
        if (row && agrees(gisa_josa_rows[row - 1].after, d->key[t->span.end - n - 1])) {
            t->stem_end = t->span.end - n;
            t->josa = (uint16_t)gisa_josa_rows[row - 1].role;
        }
    }
}
