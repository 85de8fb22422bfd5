/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "expect.h"
#include "model/match.h"
#include "model/model.h"
#include "model/nameset.h"

int test_nameset_test(void);

/* models/ko-ner.gisam, by model/embedded.S */
extern const unsigned char gisa_model_bytes[];
extern const unsigned char gisa_model_bytes_end[];

enum { PLACE = 4 /* tools/train/names.c */ };

static uint32_t hash_of(const uint32_t *form, uint32_t length) {
    uint32_t h = 0;
    for (uint32_t i = 0; i < length; i++) {
        h = gisa_nameset_step(h, form[i]);
    }
    return gisa_nameset_hash(h);
}

/* Two buckets, three entries, code_bits 2: fingerprints of 14 bits. */
struct small {
    struct gisa_nameset_header header;
    uint32_t start[3];
    uint16_t entries[4];
};

static const struct small small = {{1, 2, 3}, {0, 1, 3}, {5 << 2 | 1, 7 << 2 | 0, 7 << 2 | 3, 0}};

static int forms_are_found_with_all_their_codes(void) {
    struct gisa_nameset set;
    int bad = EXPECT(gisa_nameset_open(&set, &small, sizeof small) == sizeof small);
    bad += EXPECT(gisa_nameset_find(&set, 5) == 1u << 1);
    bad += EXPECT(gisa_nameset_find(&set, 7) == 0);
    bad += EXPECT(gisa_nameset_find(&set, UINT32_C(1) << 31 | 7) == (1u << 0 | 1u << 3));
    return bad;
}

static int bad_sets_are_refused(void) {
    struct gisa_nameset set;
    struct small s = small;
    int bad = EXPECT(gisa_nameset_open(&set, &s, sizeof s - 1) == 0);
    bad += EXPECT(gisa_nameset_open(&set, &s, 8) == 0);
    s.start[1] = 4; /* not in order */
    bad += EXPECT(gisa_nameset_open(&set, &s, sizeof s) == 0);
    s = small;
    s.start[2] = 2; /* not the count */
    bad += EXPECT(gisa_nameset_open(&set, &s, sizeof s) == 0);
    s = small;
    s.header.bucket_bits = 31;
    bad += EXPECT(gisa_nameset_open(&set, &s, sizeof s) == 0);
    s = small;
    s.header.code_bits = 9;
    bad += EXPECT(gisa_nameset_open(&set, &s, sizeof s) == 0);
    s = small;
    s.header.count = UINT32_MAX;
    bad += EXPECT(gisa_nameset_open(&set, &s, sizeof s) == 0);
    return bad;
}

static int the_shipped_set_knows_places_and_few_strangers(void) {
    struct gisa_model model;
    struct gisa_error error;
    const size_t size = (size_t)(gisa_model_bytes_end - gisa_model_bytes);
    if (EXPECT(gisa_model_open(&model, gisa_model_bytes, size, &error) == GISA_OK)) {
        return 1;
    }
    static const uint32_t busan[] = {0xBD80, 0xC0B0};
    static const uint32_t chuncheon[] = {0xCD98, 0xCC9C};
    int bad = EXPECT(gisa_nameset_find(&model.names.known, hash_of(busan, 2)) >> PLACE & 1);
    bad += EXPECT(gisa_nameset_find(&model.names.known, hash_of(chuncheon, 2)) >> PLACE & 1);
    bad += EXPECT(gisa_nameset_find(&model.names.seen, hash_of(busan, 2)) >> (GISA_TAG_LC * GISA_SEEN_GRADES) & 127);
    uint32_t strangers = 0;
    for (uint32_t i = 0; i < 100000; i++) { /* six syllables that nobody is called */
        uint32_t form[6];
        for (uint32_t k = 0; k < 6; k++) {
            form[k] = 0xAC00 + (i * 7919 + k * 104729 + i * i % 977) % 11172;
        }
        strangers += gisa_nameset_find(&model.names.known, hash_of(form, 6)) != 0;
    }
    return bad + EXPECT(strangers < 200); /* about 5 entries a bucket, 13 bits: .07 % */
}

static int the_longest_form_of_a_class_is_marked(void) {
    struct gisa_name_sets sets;
    /* "ab" and "abc" of class 1, as a set of one bucket pair made by hand */
    static const uint32_t text[] = {'a', 'b', 'c', 'd'};
    uint32_t ab = hash_of(text, 2);
    uint32_t abc = hash_of(text, 3);
    struct small s = {{1, 3, 2}, {0, 0, 0}, {0}};
    uint32_t first = ab >> 31 ? abc : ab;
    uint32_t second = ab >> 31 ? ab : abc;
    s.entries[0] = (uint16_t)((first & 8191) << 3 | 1);
    s.entries[1] = (uint16_t)((second & 8191) << 3 | 1);
    s.start[1] = (first >> 31 ? 0u : 1u) + (second >> 31 ? 0u : 1u);
    s.start[2] = 2;
    static const struct {
        struct gisa_nameset_header header;
        uint32_t start[3];
    } empty = {{1, 6, 0}, {0, 0, 0}};
    int bad = EXPECT(gisa_nameset_open(&sets.known, &s, sizeof s) != 0);
    bad += EXPECT(gisa_nameset_open(&sets.seen, &empty, sizeof empty) == sizeof empty);
    struct gisa_arena arena;
    gisa_arena_init(&arena, 1 << 16);
    uint8_t state[4][GISA_MATCH_CLASSES] = {{0}};
    uint32_t ends[4] = {0};
    uint32_t begins[4] = {0};
    static const uint8_t edge[] = {GISA_EDGE_BEGIN, 0, 0, GISA_EDGE_END, GISA_EDGE_END};
    struct gisa_match_text t = {text, edge, 4};
    bad += EXPECT(gisa_match_names(&sets, &t, &arena, &(struct gisa_matches){state[0], ends, begins}));
    const int more = 1 + GISA_MATCH_CLEAN + 8 * 2;
    bad += EXPECT(state[0][1] == GISA_MATCH_B + more && state[1][1] == GISA_MATCH_I + more);
    bad += EXPECT(state[2][1] == GISA_MATCH_E + more && state[3][1] == 0 && state[0][0] == 0);
    bad += EXPECT(begins[0] == 2 && ends[2] == 2 && ends[1] == 0);
    gisa_arena_free(&arena);
    return bad;
}

int test_nameset_test(void) {
    return forms_are_found_with_all_their_codes() + bad_sets_are_refused() +
           the_shipped_set_knows_places_and_few_strangers() + the_longest_form_of_a_class_is_marked();
}
