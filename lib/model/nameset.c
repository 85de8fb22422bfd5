/* SPDX-License-Identifier: Apache-2.0 */
#include "model/nameset.h"

#include <string.h>

size_t gisa_nameset_open(struct gisa_nameset *set, const void *bytes, size_t size) {
    struct gisa_nameset_header h;
    if (size < sizeof h) {
        return 0;
    }
    memcpy(&h, bytes, sizeof h);
    if (h.bucket_bits < 1 || h.bucket_bits > 20 || h.code_bits < 1 || h.code_bits > 6) {
        return 0;
    }
    const size_t buckets = (size_t)1 << h.bucket_bits;
    const size_t used = sizeof h + (buckets + 1) * sizeof(uint32_t) + ((size_t)h.count + 1) / 2 * 2 * sizeof(uint16_t);
    if (size < used) {
        return 0;
    }
    const uint32_t *start = (const uint32_t *)((const unsigned char *)bytes + sizeof h);
    for (size_t i = 0; i < buckets; i++) {
        if (start[i] > start[i + 1]) {
            return 0;
        }
    }
    if (start[0] != 0 || start[buckets] != h.count) {
        return 0;
    }
    *set = (struct gisa_nameset){start, (const uint16_t *)(start + buckets + 1), h.bucket_bits, h.code_bits};
    return used;
}

uint64_t gisa_nameset_find(const struct gisa_nameset *set, uint32_t hash) {
    const uint32_t bucket = hash >> (32 - set->bucket_bits);
    const uint32_t print = hash & ((UINT32_C(1) << (16 - set->code_bits)) - 1);
    const uint32_t codes = (UINT32_C(1) << set->code_bits) - 1;
    uint64_t found = 0;
    for (uint32_t i = set->start[bucket]; i < set->start[bucket + 1]; i++) {
        const uint32_t e = set->entries[i];
        if (e >> set->code_bits == print) {
            found |= UINT64_C(1) << (e & codes);
        }
    }
    return found;
}
