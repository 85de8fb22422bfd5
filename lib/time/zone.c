/* SPDX-License-Identifier: Apache-2.0 */
#include "time/zone.h"

#include <string.h>

#include "zone_place_lex.h"
#include "text/seek.h"

enum { REACH = 400 }; /* code points looked at on either side */

static uint32_t distance(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

static struct gisa_bytes_view search(const struct gisa_analysis *a, struct gisa_span in, uint32_t at, uint32_t *entity) {
    struct gisa_bytes_view best = {NULL, 0};
    uint32_t best_distance = UINT32_MAX;
    uint32_t from = at > in.begin + REACH ? at - REACH : in.begin;
    uint32_t to = in.end - at > REACH ? at + REACH : in.end;
    for (uint32_t i = gisa_seek_begin(a->mentions, sizeof *a->mentions, 0, a->mention_count, from); i < a->mention_count && a->mentions[i].span.begin < to; i++) {
        const struct gisa_entity *e = &a->entities[a->mentions[i].entity];
        uint32_t d = distance(a->mentions[i].span.begin, at);
        if (e->zone.size && d < best_distance) {
            best = e->zone;
            best_distance = d;
            *entity = a->mentions[i].entity;
        }
    }
    if (best.size) {
        return best;
    }
    const struct gisa_document *doc = &a->document;
    for (uint32_t i = from; i < to; i++) {
        if (i > in.begin && doc->cls[i - 1] == GISA_CHAR_HANGUL) {
            continue;
        }
        uint32_t row = 0;
        if (gisa_trie_longest(&gisa_zone_place_trie, doc->key + i, to - i, &row) && distance(i, at) < best_distance) {
            best_distance = distance(i, at);
            const char *name = gisa_zone_place_rows[row].name;
            best = (struct gisa_bytes_view){name, (uint32_t)strlen(name)};
        }
    }
    return best;
}

struct gisa_bytes_view gisa_time_local_zone(const struct gisa_analysis *a, struct gisa_span sentence,
                                            struct gisa_span segment, uint32_t at, uint32_t *entity) {
    *entity = GISA_NONE;
    struct gisa_bytes_view zone = search(a, sentence, at, entity);
    if (!zone.size && segment.begin < sentence.begin) {
        zone = search(a, (struct gisa_span){segment.begin, sentence.begin}, sentence.begin, entity);
    }
    return zone;
}
