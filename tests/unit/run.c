/* SPDX-License-Identifier: Apache-2.0 */
/* Runs every unit test of this folder. */
#include <stdio.h>

#include "unit_table.h"

int main(void) {
    int failed = 0;
    int passed = 0;
    for (size_t i = 0; i < sizeof unit_tests / sizeof unit_tests[0]; i++) {
        int bad = unit_tests[i].run();
        printf("%-20s %s\n", unit_tests[i].name, bad ? "FAILED" : "ok");
        failed += bad > 0;
        passed += bad == 0;
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed || !passed;
}
