/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "entity/own.h"
#include "expect.h"
#include "gisa/gisa.h"

int test_own_test(void);

static struct gisa_gazetteer_errors errors;

static struct gisa_gazetteer *read_rows(const char *rows) {
    struct gisa_gazetteer *g = NULL;
    return gisa_gazetteer_read(rows, strlen(rows), &g, &errors) == GISA_OK ? g : NULL;
}

static int a_good_file_is_read(void) {
    struct gisa_gazetteer *g = read_rows(
        "\xEF\xBB\xBF# id type name ...\r\n"
        "org:1\torganization\t한빛전자\t한빛|Hanbit Electronics\t-\t-\tQ42\t37.5\t-127.0\tAsia/Seoul\r\n"
        "\n   \n"
        "per:1\tperson\t김도윤\t\t회장|대표이사\torg:1\n"
        "pl:1\tplace\t 새별시 ");
    int bad = EXPECT(g && gisa_gazetteer_size(g) == 3 && g->entry_count == 5);
    if (g) {
        bad += EXPECT(g->rows[0].id.size == 5 && memcmp(g->rows[0].id.bytes, "org:1", 5) == 0);
        bad += EXPECT(g->rows[1].type == GISA_ENTITY_PERSON && g->rows[1].line == 5);
        bad += EXPECT(g->rows[2].name.size == strlen("새별시"));
        bad += EXPECT(g->rows[0].zone.size == 10 && g->rows[0].org.size == 0);
    }
    bad += EXPECT(errors.total == 0);
    gisa_gazetteer_free(g);
    return bad;
}

static int an_empty_file_is_a_list_of_none(void) {
    struct gisa_gazetteer *g = read_rows("# nobody yet\n");
    int bad = EXPECT(g && gisa_gazetteer_size(g) == 0 && gisa_gazetteer_size(NULL) == 0);
    gisa_gazetteer_free(g);
    return bad;
}

static int every_error_has_its_line(void) {
    static const struct { const char *row, *detail; uint8_t column; } rows[] = {
        {"a1\tcompany\t한빛전자", "type is none of", GISA_GAZETTEER_TYPE},
        {"a2\t\t한빛전자", "type is missing", GISA_GAZETTEER_TYPE},
        {"a3\tperson", "name is missing", GISA_GAZETTEER_NAME},
        {"a4\tperson\t-", "name is missing", GISA_GAZETTEER_NAME},
        {"\tperson\t김도윤", "id is missing", GISA_GAZETTEER_ID},
        {"a5\tperson\t김", "one character", GISA_GAZETTEER_NAME},
        {"a6\tperson\t김도윤\t윤", "one character", GISA_GAZETTEER_ALIASES},
        {"a7\tperson\t김\xEB\xEB", "invalid UTF-8", GISA_GAZETTEER_NAME},
        {"a8\tperson\t김\x01도윤", "control character", GISA_GAZETTEER_NAME},
        {"a9\tperson\t12 34", "no letter", GISA_GAZETTEER_NAME},
        {"b0\tperson\t(김도윤", "begins with a mark", GISA_GAZETTEER_NAME},
        {"b1\tplace\t새별시\t-\t-\t-\tX1", "wikidata", GISA_GAZETTEER_WIKIDATA},
        {"b2\tplace\t새별시\t-\t-\t-\t-\t91\t0", "lat is", GISA_GAZETTEER_LAT},
        {"b3\tplace\t새별시\t-\t-\t-\t-\t90\t180.5", "lon is", GISA_GAZETTEER_LON},
        {"b4\tplace\t새별시\t-\t-\t-\t-\t90", "stand together", GISA_GAZETTEER_LAT},
        {"b5\tplace\t새별시\t-\t-\t-\t-\t-\t-\tAsia Seoul", "zone", GISA_GAZETTEER_ZONE},
        {"b6\tplace\t새별시\t1\t2\t3\t4\t5\t6\t7\t8", "columns", GISA_GAZETTEER_COLUMNS},
        {"b0\tplace\t새별시", "stands in line 11", GISA_GAZETTEER_ID}};
    enum { COUNT = sizeof rows / sizeof rows[0] };
    char text[4096] = "";
    int bad = 0;
    for (size_t i = 0; i < COUNT; i++) {
        strcat(strcat(text, rows[i].row), "\n");
    }
    bad += EXPECT(read_rows(text) == NULL);
    bad += EXPECT(errors.count >= COUNT && errors.total == errors.count);
    for (size_t i = 0, at = 0; i < COUNT; i++) {
        while (at < errors.count && errors.at[at].line < i + 1) {
            at++;
        }
        bool is_told = false;
        for (size_t k = at; k < errors.count && errors.at[k].line == i + 1; k++) {
            is_told = is_told || (strstr(errors.at[k].detail, rows[i].detail) && errors.at[k].column == rows[i].column);
        }
        bad += expect_at(is_told, __FILE__, (int)i + 1, rows[i].row);
    }
    return bad;
}

static int what_is_too_long_or_too_much_is_told(void) {
    enum { ALIASES = GISA_GAZETTEER_MAX_ALIASES + 2 };
    static char text[1 << 16];
    int bad = 0;
    strcpy(text, "a\tplace\t");
    for (int i = 0; i <= GISA_GAZETTEER_MAX_FORM; i++) {
        strcat(text, "가");
    }
    bad += EXPECT(!read_rows(text) && strstr(errors.at[0].detail, "longer than 64") && errors.at[0].line == 1);
    strcpy(text, "a\tplace\t새별시\t");
    for (int i = 0; i < ALIASES; i++) {
        strcat(text, "별시|");
    }
    bad += EXPECT(!read_rows(text) && strstr(errors.at[0].detail, "more than 64 aliases"));
    strcpy(text, "");
    for (int i = 0; i <= GISA_GAZETTEER_MAX_SHARED; i++) {
        sprintf(text + strlen(text), "p%d\tperson\t김도윤\n", i);
    }
    bad += EXPECT(!read_rows(text) && errors.total == 1 && errors.at[0].line == GISA_GAZETTEER_MAX_SHARED + 1);
    strcpy(text, "");
    for (int i = 0; i < GISA_GAZETTEER_MAX_ERRORS + 7; i++) {
        strcat(text, "x\n");
    }
    bad += EXPECT(!read_rows(text) && errors.count == GISA_GAZETTEER_MAX_ERRORS && errors.total > errors.count);
    return bad;
}

static int the_caps_of_rows_and_bytes_hold(void) {
    size_t room = (size_t)GISA_GAZETTEER_MAX_BYTES + 1, used = 0;
    char *text = malloc(room);
    struct gisa_gazetteer *g = NULL;
    int bad = EXPECT(text != NULL);
    for (unsigned i = 0; text && i < GISA_GAZETTEER_MAX_ROWS; i++) {
        used += (size_t)sprintf(text + used, "n%u\torganization\t가나%u사\t다라%u사\n", i, i, i * 7);
    }
    bad += EXPECT(text && gisa_gazetteer_read(text, used, &g, &errors) == GISA_OK &&
                  gisa_gazetteer_size(g) == GISA_GAZETTEER_MAX_ROWS);
    gisa_gazetteer_free(g);
    used += text ? (size_t)sprintf(text + used, "last\torganization\t마지막사\n") : 0;
    bad += EXPECT(text && gisa_gazetteer_read(text, used, &g, &errors) == GISA_TOO_LARGE && !g &&
                  errors.at[0].line == GISA_GAZETTEER_MAX_ROWS + 1);
    if (text) {
        memset(text, '\n', room);
        bad += EXPECT(gisa_gazetteer_read(text, room, &g, &errors) == GISA_TOO_LARGE && errors.at[0].line == 0);
    }
    free(text);
    return bad;
}

/* Edges that a stranger chose so that all want the same few slots. */
static int names_that_collide_are_refused(void) {
    struct gisa_trie_grow grow;
    struct gisa_trie trie;
    enum gisa_status status = gisa_trie_grow_init(&grow, (size_t)1 << 30);
    uint32_t added = 0;
    for (uint32_t ch = 1; status == GISA_OK && ch < 0x7FFFFFFF && added < 3000; ch++) {
        if ((gisa_trie_hash(0, ch) & 0x3FFFF) < 2) {
            uint32_t *value = NULL;
            status = gisa_trie_grow_add(&grow, &ch, 1, &value);
            added++;
        }
    }
    status = status == GISA_OK ? gisa_trie_grow_finish(&grow, &trie) : status;
    int bad = EXPECT(status == GISA_LIMIT && added > 1000);
    bad += EXPECT(grow.mask < 1u << 20);
    gisa_trie_grow_free(&grow);
    return bad;
}

static int rows_in_memory_are_read(void) {
    static const struct gisa_bytes_view aliases[] = {{"한빛", 6}, {"H\xFF", 2}};
    struct gisa_gazetteer_entry entry = {{"", 0}, {"organization", 12}, {"한빛전자", 12}, aliases, 1};
    struct gisa_gazetteer *g = NULL;
    int bad = EXPECT(gisa_gazetteer_make(&entry, 1, &g, &errors) == GISA_OK && gisa_gazetteer_size(g) == 1);
    gisa_gazetteer_free(g);
    entry.alias_count = 2;
    bad += EXPECT(gisa_gazetteer_make(&entry, 1, &g, &errors) == GISA_INVALID_ARGUMENT && errors.at[0].line == 1 &&
                  errors.at[0].column == GISA_GAZETTEER_ALIASES && errors.at[0].part == 1);
    bad += EXPECT(gisa_gazetteer_make(NULL, 0, &g, &errors) == GISA_OK && gisa_gazetteer_size(g) == 0);
    gisa_gazetteer_free(g);
    return bad;
}

int test_own_test(void) {
    return a_good_file_is_read() + an_empty_file_is_a_list_of_none() + every_error_has_its_line() +
           what_is_too_long_or_too_much_is_told() + the_caps_of_rows_and_bytes_hold() + names_that_collide_are_refused() +
           rows_in_memory_are_read();
}
