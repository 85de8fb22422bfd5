/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/arena.h"
#include "expect.h"
#include "text/charclass.h"
#include "text/document.h"
#include "text/utf8.h"

int test_document_test(void);

struct reading {
    struct gisa_arena arena;
    struct gisa_document d;
    struct gisa_error error;
    enum gisa_status status;
};

static struct reading read_text(const char *text, size_t size) {
    struct reading r;
    memset(&r, 0, sizeof r);
    gisa_arena_init(&r.arena, 1 << 24);
    r.status = gisa_document_read(&r.d, text, size, &r.arena, &r.arena, &r.error);
    return r;
}

static int invalid_utf8_is_told_with_its_offset(void) {
    static const struct { const char *text; size_t size; uint32_t offset; } bad[] = {
        {"\xFF", 1, 0}, {"a\xC0\x80", 3, 1}, {"\xEA\xB0", 2, 0}, {"\xEA\xB0\x80\xED\xA0\x80", 6, 3},
        {"\xF5\x80\x80\x80", 4, 0}, {"ab\x80", 3, 2}, {"\xF4\x90\x80\x80", 4, 0}};
    int failed = 0;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct reading r = read_text(bad[i].text, bad[i].size);
        failed += EXPECT(r.status == GISA_INVALID_UTF8 && r.error.offset == bad[i].offset);
        gisa_arena_free(&r.arena);
    }
    return failed;
}

static int decomposed_hangul_is_composed_and_mapped_back(void) {
    static const char text[] = "a\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB" "b"; /* a, ㅎ ㅏ ㄴ conjoining, b */
    struct reading r = read_text(text, sizeof text - 1);
    int bad = EXPECT(r.d.count == 3 && r.d.ch[1] == 0xD55C && r.d.source_count == 5);
    bad += EXPECT(gisa_document_source_offset(&r.d, 1) == 1 && gisa_document_source_offset(&r.d, 2) == 4 &&
                  gisa_document_source_offset(&r.d, 3) == 5);
    gisa_arena_free(&r.arena);
    return bad;
}

static int composed_text_is_not_mapped(void) {
    static const char text[] = "한국 (美) \xF0\x9F\x98\x80";
    struct reading r = read_text(text, sizeof text - 1);
    int bad = EXPECT(r.status == GISA_OK && r.d.to_source == NULL && r.d.count == 8);
    bad += EXPECT(r.d.cls[0] == GISA_CHAR_HANGUL && r.d.cls[2] == GISA_CHAR_BLANK && r.d.cls[3] == GISA_CHAR_OPEN &&
                  r.d.cls[4] == GISA_CHAR_HANJA && r.d.cls[7] == GISA_CHAR_SYMBOL);
    gisa_arena_free(&r.arena);
    return bad;
}

static int keys_fold_widths_cases_and_blanks(void) {
    static const struct { uint32_t ch, key; enum gisa_char_class cls; } rows[] = {
        {0xFF11, '1', GISA_CHAR_DIGIT}, {'A', 'a', GISA_CHAR_LATIN}, {0xFF21, 'a', GISA_CHAR_LATIN},
        {0xA0, ' ', GISA_CHAR_BLANK},   {0x3000, ' ', GISA_CHAR_BLANK}, {0x200B, ' ', GISA_CHAR_BLANK},
        {0x201C, '"', GISA_CHAR_OPEN},  {0x201D, '"', GISA_CHAR_CLOSE}, {0x2019, '\'', GISA_CHAR_CLOSE},
        {0x223C, '~', GISA_CHAR_PUNCT}, {0x30FB, 0xB7, GISA_CHAR_PUNCT}, {0x2026, 0x2026, GISA_CHAR_STOP},
        {0x3131, 0x3131, GISA_CHAR_JAMO}, {'\r', '\n', GISA_CHAR_NEWLINE}};
    int bad = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint32_t key = 0;
        bad += EXPECT(gisa_charclass(rows[i].ch, &key) == rows[i].cls && key == rows[i].key);
    }
    return bad;
}

static int utf8_goes_round(void) {
    int bad = 0;
    for (uint32_t ch = 1; ch <= 0x10FFFF; ch += ch < 0x3000 ? 1 : 251) {
        char bytes[4];
        uint32_t back = 0;
        if (ch < 0xD800 || ch > 0xDFFF) {
            uint32_t n = gisa_utf8_encode(ch, bytes);
            bad += gisa_utf8_decode(bytes, n, &back) != n || back != ch;
        }
    }
    return EXPECT(bad == 0);
}

int test_document_test(void) {
    return invalid_utf8_is_told_with_its_offset() + decomposed_hangul_is_composed_and_mapped_back() +
           composed_text_is_not_mapped() + keys_fold_widths_cases_and_blanks() + utf8_goes_round();
}
