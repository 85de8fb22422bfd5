/* SPDX-License-Identifier: Apache-2.0 */
#include "text/utf8.h"

uint32_t gisa_utf8_decode(const char *s, size_t n, uint32_t *ch) {
    const unsigned char *p = (const unsigned char *)s;
    if (p[0] < 0x80) {
        *ch = p[0];
        return 1;
    }
    if (p[0] < 0xC2 || p[0] > 0xF4) {
        return 0;
    }
    uint32_t size = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (n < size) {
        return 0;
    }
    uint32_t c = p[0] & (0xFFu >> (size + 1));
    for (uint32_t i = 1; i < size; i++) {
        if ((p[i] & 0xC0) != 0x80) {
            return 0;
        }
        c = (c << 6) | (p[i] & 0x3Fu);
    }
    if ((size == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) || (size == 4 && (c < 0x10000 || c > 0x10FFFF))) {
        return 0;
    }
    *ch = c;
    return size;
}

uint32_t gisa_utf8_encode(uint32_t ch, char *out) {
    if (ch < 0x80) {
        out[0] = (char)ch;
        return 1;
    }
    if (ch < 0x800) {
        out[0] = (char)(0xC0 | (ch >> 6));
        out[1] = (char)(0x80 | (ch & 0x3F));
        return 2;
    }
    if (ch < 0x10000) {
        out[0] = (char)(0xE0 | (ch >> 12));
        out[1] = (char)(0x80 | ((ch >> 6) & 0x3F));
        out[2] = (char)(0x80 | (ch & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (ch >> 18));
    out[1] = (char)(0x80 | ((ch >> 12) & 0x3F));
    out[2] = (char)(0x80 | ((ch >> 6) & 0x3F));
    out[3] = (char)(0x80 | (ch & 0x3F));
    return 4;
}
