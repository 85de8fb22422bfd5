/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "entity/label.h"
#include "expect.h"

int test_label_test(void);

static struct gisa_bytes_view view(const char *s) { return (struct gisa_bytes_view){s, (uint32_t)strlen(s)}; }

int test_label_test(void) {
    static const struct { uint8_t type; const char *name, *label; } cases[] = {{GISA_ENTITY_PERSON, "김서준", "PS_NAME"},
        {GISA_ENTITY_ORGANIZATION, "도담대학교", "OGG_EDUCATION"}, {GISA_ENTITY_ORGANIZATION, "가온은행", "OGG_ECONOMY"},
        {GISA_ENTITY_ORGANIZATION, "은행", ""}, {GISA_ENTITY_ORGANIZATION, "노르스텔", ""},
        {GISA_ENTITY_PLACE, "서울특별시", "LCP_CAPITALCITY"}, {GISA_ENTITY_PLACE, "부산광역시", "LCP_CITY"},
        {GISA_ENTITY_PLACE, "스웨덴", "LCP_COUNTRY"}, {GISA_ENTITY_PLACE, "낙동강", "LCG_RIVER"},
        {GISA_ENTITY_PLACE, "안산", ""}, {GISA_ENTITY_FACILITY, "인천국제공항", "AF_BUILDING"},
        {GISA_ENTITY_FACILITY, "낙동강", ""}, {GISA_ENTITY_EVENT, "도담영화제", "EV_FESTIVAL"}, {GISA_ENTITY_PRODUCT, "도담시", ""},
        {GISA_ENTITY_PLACE, "", ""}, {GISA_ENTITY_PLACE, "가나다라마바사아자차카타파하가나다라마바시", "LCP_CITY"}};
    int bad = 0;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct gisa_entity e = {.type = cases[i].type, .name = view(cases[i].name)};
        bad += EXPECT(strcmp(gisa_entity_label(&e), cases[i].label) == 0);
    }
    const struct gisa_country_row *row = gisa_country_of(view("홍콩"));
    bad += EXPECT(row && strcmp(row->code, "HK") == 0 && strcmp(row->zone, "Asia/Hong_Kong") == 0);
    row = gisa_country_of(view("미국"));
    bad += EXPECT(row && strcmp(row->code, "US") == 0 && !row->zone[0]);
    return bad + EXPECT(!gisa_country_of(view("미국인"))) + EXPECT(!gisa_country_of(view("")));
}
