/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_TESTS_FUZZ_H
#define GISA_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's entry; each target also builds as a replay over kept inputs (replay.c). */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
