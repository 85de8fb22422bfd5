/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_MODEL_NAMESET_H
#define GISA_MODEL_NAMESET_H

/* A set of known forms with their classes, as fingerprints: an entry is 16 bits, fingerprint << code_bits | code, and
 * stands in the bucket that the top bits of the form's hash choose. A form of several classes has several entries.
 *
 *     struct gisa_nameset_header | uint32_t start[2^bucket_bits + 1] | uint16_t entries[count], padded to 4 bytes
 *
 * A form that is not in the set is found in it with probability entries a bucket / 2^(16 - code_bits). */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GISA_NAMESET_MAX_LENGTH = 12 /* characters of a form without its blanks */, GISA_NAMESET_MAX_CODES = 64 };

struct gisa_nameset_header {
    uint32_t bucket_bits; /* 1..20 */
    uint32_t code_bits;   /* 1..6 */
    uint32_t count;
};

struct gisa_nameset {
    const uint32_t *start;
    const uint16_t *entries;
    uint32_t bucket_bits, code_bits;
};

/* Hash of a form: gisa_nameset_step over its characters from 0, then gisa_nameset_hash of the result. Letters are lower
 * case, digits all '0', as feature.c reads them. */
static inline uint32_t gisa_nameset_step(uint32_t h, uint32_t ch) { return (h ^ ch) * UINT32_C(0x9E3779B1) + (h >> 15); }

static inline uint32_t gisa_nameset_hash(uint32_t h) {
    h ^= h >> 16;
    h *= UINT32_C(0x85EBCA6B);
    h ^= h >> 13;
    h *= UINT32_C(0xC2B2AE35);
    return h ^ h >> 16;
}

/* Checks what lies in `bytes` (4-byte aligned, borrowed) and tells how many bytes the set takes; 0 = it is bad. */
size_t gisa_nameset_open(struct gisa_nameset *set, const void *bytes, size_t size);

/* Bit c is set when an entry with code c has the form's fingerprint. */
uint64_t gisa_nameset_find(const struct gisa_nameset *set, uint32_t hash);

#endif
