/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "expect.h"
#include "text/number.h"
#include "text/utf8.h"

int test_number_test(void);

/* "1천500억" -> value 150000000000, all of it read */
static const struct {
    const char *text;
    const char *value;
    uint32_t length; /* code points read; 0 = no number */
} numbers[] = {
    {"12", "12", 2},          {"1,500", "1500", 5},      {"3.5", "3.5", 3},         {"1천500억", "150000000000", 6},
    {"3만2천", "32000", 4},   {"3조2천억", "3200000000000", 5}, {"2억5,000만", "250000000", 8}, {"십이", "12", 2},
    {"이천이십사", "2024", 5}, {"3.5조", "3500000000000", 4}, {"열두", "12", 2},        {"스물", "20", 2},
    {"석", "3", 1},           {"30여", "30", 3},          {"수십", "10", 2},          {"1만2천300", "12300", 7},
    {"1,50", "1", 1},         {"", "", 0},                {"가나", "", 0},            {"3조 2천억", "3200000000000", 6},
    {"1234567890123456789012", "", 0}, {"0.25", "0.25", 4}, {"3만이", "30000", 2},
};

static int numbers_are_read_whole(void) {
    int bad = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        uint32_t key[64];
        uint32_t n = 0;
        for (size_t at = 0; at < strlen(numbers[i].text);) {
            at += gisa_utf8_decode(numbers[i].text + at, strlen(numbers[i].text) - at, &key[n++]);
        }
        struct gisa_number number;
        char value[32] = "";
        bool found = gisa_number_read(key, n, &number);
        if (found) {
            gisa_number_format(number.value, number.scale, value);
        }
        bool right = numbers[i].length ? found && number.length == numbers[i].length && !strcmp(value, numbers[i].value) : !found;
        if (!right) {
            printf("%s: read %s, %u code points\n", numbers[i].text, value, found ? number.length : 0);
        }
        bad += EXPECT(right);
    }
    return bad;
}

static int values_are_written_exactly(void) {
    char out[32];
    int bad = 0;
    gisa_number_format(125, 1, out);
    bad += EXPECT(!strcmp(out, "12.5"));
    gisa_number_format(5, 3, out);
    bad += EXPECT(!strcmp(out, "0.005"));
    gisa_number_format(-30, 1, out);
    bad += EXPECT(!strcmp(out, "-3"));
    gisa_number_format(INT64_MAX, 0, out);
    bad += EXPECT(!strcmp(out, "9223372036854775807"));
    return bad;
}

int test_number_test(void) { return numbers_are_read_whole() + values_are_written_exactly(); }
