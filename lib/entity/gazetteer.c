/* SPDX-License-Identifier: Apache-2.0 */
#include "entity/gazetteer.h"

#include <string.h>

#include "club_word_lex.h"
#include "gazetteer_lex.h"
#include "limits.h"
#include "token/token.h"

static bool is_letter(uint8_t cls) {
    return cls == GISA_CHAR_HANGUL || cls == GISA_CHAR_LATIN || cls == GISA_CHAR_DIGIT || cls == GISA_CHAR_HANJA;
}

/* A name ends where its word ends, or where a particle fills the rest of the word. */
static bool can_end(const struct gisa_document *d, uint32_t pos, uint32_t limit) {
    uint32_t end = pos;
    while (end < limit && is_letter(d->cls[end]) && end - pos < 8) {
        end++;
    }
    if (end == pos) {
        return true;
    }
    uint32_t josa = 0;
    if (d->cls[pos - 1] == GISA_CHAR_LATIN && d->cls[pos] == GISA_CHAR_LATIN) {
        return false;
    }
    return gisa_josa_tail(d, pos, end, &josa) && !(josa & (GISA_JOSA_COPULA | GISA_JOSA_QUOTATIVE) && end - pos == 1);
}

/* KT 위즈|전에서: the form of n code points at pos is a club's, and a match against it stands behind. */
static bool is_match_against(const struct gisa_document *d, uint32_t pos, uint32_t n, uint32_t limit) {
    enum { JEON = 0xC804 /* 전 */ };
    uint32_t word = pos + n;
    uint32_t row = 0;
    if (pos + n >= limit || d->key[pos + n] != JEON || !can_end(d, pos + n + 1, limit)) {
        return false;
    }
    while (word > pos && d->cls[word - 1] != GISA_CHAR_BLANK) {
        word--;
    }
    return word > pos && gisa_trie_longest(&gisa_club_word_trie, d->key + word, pos + n - word, &row) == pos + n - word;
}

static const uint8_t types[] = {GISA_ENTITY_ORGANIZATION, GISA_ENTITY_PLACE, GISA_ENTITY_FACILITY, GISA_ENTITY_PRODUCT};

/* A form that two things of one type bear (동구청 of five cities) is known, but nobody knows which: name NULL, row GISA_NONE. */
static struct gisa_known known_of(uint32_t entry) {
    uint32_t r = gisa_gazetteer_entries[entry].row;
    const struct gisa_gazetteer_row *row = &gisa_gazetteer_rows[r];
    for (uint32_t e = gisa_gazetteer_entries[entry].next; e; e = gisa_gazetteer_entries[e - 1].next) {
        const struct gisa_gazetteer_row *other = &gisa_gazetteer_rows[gisa_gazetteer_entries[e - 1].row];
        if (other->type == row->type && strcmp(other->name, row->name) != 0) {
            const char *country = strcmp(other->country, row->country) == 0 ? row->country : "";
            return (struct gisa_known){types[row->type], NULL, country, "", GISA_NONE};
        }
    }
    return (struct gisa_known){types[row->type], row->name, row->country, row->zone, r};
}

bool gisa_gazetteer_as(const struct gisa_document *d, struct gisa_span form, uint8_t type, struct gisa_known *out) {
    uint32_t node = 0;
    for (uint32_t i = form.begin; i < form.end; i++) {
        node = gisa_trie_step(&gisa_gazetteer_trie, node, d->key[i]);
        if (!node) {
            return false;
        }
    }
    for (uint32_t e = gisa_gazetteer_trie.value[node]; e; e = gisa_gazetteer_entries[e - 1].next) {
        *out = known_of(e - 1);
        if (out->type == type) {
            return true;
        }
    }
    return false;
}

uint32_t gisa_gazetteer_longest(const struct gisa_trie *trie, const struct gisa_document *d, uint32_t pos, uint32_t limit,
                                uint32_t *value) {
    uint32_t node = 0;
    uint32_t best = 0;
    for (uint32_t n = 1; n <= GISA_MAX_FORM && pos + n <= limit; n++) {
        node = gisa_trie_step(trie, node, d->key[pos + n - 1]);
        if (!node) {
            break;
        }
        if (trie->value[node] && (can_end(d, pos + n, limit) || is_match_against(d, pos, n, limit))) {
            best = n;
            *value = trie->value[node];
        }
    }
    return best;
}

uint32_t gisa_gazetteer_find(const struct gisa_document *d, uint32_t pos, uint32_t limit, struct gisa_known *out) {
    uint32_t value = 0;
    uint32_t best = gisa_gazetteer_longest(&gisa_gazetteer_trie, d, pos, limit, &value);
    if (best && !gisa_gazetteer_as(d, (struct gisa_span){pos, pos + best}, GISA_ENTITY_PLACE, out)) {
        *out = known_of(value - 1); /* 강원도 is a place before it is its government */
    }
    return best;
}
