/* SPDX-License-Identifier: Apache-2.0 */
#include "json_in.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

enum { MAX_DEPTH = 8, TYPE_MAX = 64, MAX_NAMES = 1000 };

void gisa_body_setup(void) {
    json_object_seed(0);
    gisa_page_setup();
}

/* jansson recurses by level: deep nests are refused before it sees them. */
static bool is_shallow(const char *bytes, size_t size) {
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < size; i++) {
        char c = bytes[i];
        if (in_string) {
            i += c == '\\';
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > MAX_DEPTH) {
                return false;
            }
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }
    return true;
}

static enum gisa_body_status bad_member(struct gisa_body *b, const char *name, const char *hint) {
    size_t n = strlen(name) < sizeof b->member ? strlen(name) : sizeof b->member - 1;
    memcpy(b->member, name, n);
    b->member[n] = '\0';
    b->hint = hint;
    return GISA_BODY_BAD_MEMBER;
}

static enum gisa_body_status read_page(struct gisa_body *b, const char *charset, const char *bytes, size_t size) {
    if (gisa_page_read(&b->page, bytes, size, charset) != GISA_PAGE_OK) {
        return GISA_BODY_NO_MEMORY;
    }
    b->is_page = true;
    b->text = b->page.text ? b->page.text : "";
    b->size = b->page.size;
    return GISA_BODY_OK;
}

/* "gazetteer/3/aliases/2" */
static enum gisa_body_status bad_entry(struct gisa_body *b, size_t index, const char *member, int part, const char *hint) {
    char way[sizeof b->member];
    int n = snprintf(way, sizeof way, "gazetteer/%zu%s%s", index, member ? "/" : "", member ? member : "");
    if (part >= 0 && n > 0 && (size_t)n < sizeof way) {
        snprintf(way + n, sizeof way - (size_t)n, "/%d", part);
    }
    return bad_member(b, way, hint);
}

static struct gisa_bytes_view view_of(const json_t *string) {
    return (struct gisa_bytes_view){json_string_value(string), (uint32_t)json_string_length(string)};
}

static enum gisa_body_status read_aliases(struct gisa_body *b, size_t index, const json_t *list,
                                          struct gisa_gazetteer_entry *entry, struct gisa_bytes_view *aliases) {
    if (!json_is_array(list)) {
        return bad_entry(b, index, "aliases", -1, "must be an array of strings");
    }
    if (json_array_size(list) > GISA_GAZETTEER_MAX_ALIASES) {
        return bad_entry(b, index, "aliases", -1, "more than 64 aliases");
    }
    entry->aliases = aliases;
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!json_is_string(json_array_get(list, i)) || !json_string_length(json_array_get(list, i))) {
            return bad_entry(b, index, "aliases", (int)i, "must be a string that is not empty");
        }
        aliases[entry->alias_count++] = view_of(json_array_get(list, i));
    }
    return GISA_BODY_OK;
}

static enum gisa_body_status read_entry(struct gisa_body *b, size_t index, json_t *object, struct gisa_gazetteer_entry *entry,
                                        struct gisa_bytes_view *aliases) {
    struct gisa_bytes_view *slots[] = {&entry->name, &entry->type, &entry->id};
    static const char *const names[] = {"name", "type", "id"};
    const char *key;
    json_t *value;
    if (!json_is_object(object)) {
        return bad_entry(b, index, NULL, -1, "must be an object");
    }
    *entry = (struct gisa_gazetteer_entry){.id = {"", 0}, .type = {"", 0}, .name = {"", 0}};
    json_object_foreach(object, key, value) {
        size_t i = 0;
        while (i < sizeof names / sizeof names[0] && strcmp(names[i], key) != 0) {
            i++;
        }
        if (i < sizeof names / sizeof names[0]) {
            if (!json_is_string(value)) {
                return bad_entry(b, index, names[i], -1, "must be a string");
            }
            *slots[i] = view_of(value);
        } else if (strcmp(key, "aliases") == 0) {
            enum gisa_body_status status = read_aliases(b, index, value, entry, aliases);
            if (status != GISA_BODY_OK) {
                return status;
            }
        } else {
            return bad_entry(b, index, key, -1, "unknown member; known are name, aliases, type, id");
        }
    }
    return GISA_BODY_OK;
}

static enum gisa_body_status make_gazetteer(struct gisa_body *b, const struct gisa_gazetteer_entry *entries, uint32_t count) {
    static const char *const names[GISA_GAZETTEER_COLUMNS] = {"id", "type", "name", "aliases"};
    struct gisa_gazetteer_errors errors;
    enum gisa_status status = gisa_gazetteer_make(entries, count, &b->gazetteer, &errors);
    if (status == GISA_OK || !errors.count) {
        return status == GISA_OK ? GISA_BODY_OK : GISA_BODY_NO_MEMORY;
    }
    const struct gisa_gazetteer_error *e = &errors.at[0];
    memcpy(b->hint_text, e->detail, sizeof b->hint_text);
    if (!e->line || e->column > GISA_GAZETTEER_ALIASES) {
        return bad_member(b, "gazetteer", b->hint_text);
    }
    bool is_part = e->column == GISA_GAZETTEER_ALIASES && entries[e->line - 1].alias_count > e->part;
    return bad_entry(b, e->line - 1, names[e->column], is_part ? (int)e->part : -1, b->hint_text);
}

/* [{"name", "aliases", "type", "id"}] */
static enum gisa_body_status read_gazetteer(struct gisa_body *b, const json_t *list) {
    size_t count = json_array_size(list), forms = 0;
    if (!json_is_array(list)) {
        return bad_member(b, "gazetteer", "must be an array of objects");
    }
    if (count > MAX_NAMES) {
        return bad_member(b, "gazetteer", "more than 1000 entries");
    }
    for (size_t i = 0; i < count; i++) {
        size_t n = json_array_size(json_object_get(json_array_get(list, i), "aliases"));
        forms += n < GISA_GAZETTEER_MAX_ALIASES ? n : GISA_GAZETTEER_MAX_ALIASES;
    }
    struct gisa_gazetteer_entry *entries = calloc(count + 1, sizeof *entries);
    struct gisa_bytes_view *aliases = calloc(forms + 1, sizeof *aliases);
    enum gisa_body_status status = entries && aliases ? GISA_BODY_OK : GISA_BODY_NO_MEMORY;
    for (size_t i = 0, used = 0; i < count && status == GISA_BODY_OK; i++) {
        status = read_entry(b, i, json_array_get(list, i), &entries[i], aliases + used);
        used += entries[i].alias_count;
    }
    if (status == GISA_BODY_OK) {
        status = make_gazetteer(b, entries, (uint32_t)count);
    }
    free(entries);
    free(aliases);
    return status;
}

static enum gisa_body_status read_members(struct gisa_body *b, json_t *root) {
    const char *html = NULL;
    const char **slots[] = {&b->text, &html, &b->title, &b->published, &b->source, &b->url, &b->id};
    static const char *const names[] = {"text", "html", "title", "published", "source", "url", "id"};
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value) {
        size_t i = 0;
        if (strcmp(key, "gazetteer") == 0) {
            enum gisa_body_status status = read_gazetteer(b, value);
            if (status != GISA_BODY_OK) {
                return status;
            }
            continue;
        }
        while (i < sizeof names / sizeof names[0] && strcmp(names[i], key) != 0) {
            i++;
        }
        if (i == sizeof names / sizeof names[0]) {
            return bad_member(b, key, "unknown member; known are text, html, title, published, source, url, id, gazetteer");
        }
        if (!json_is_string(value)) {
            return bad_member(b, key, "must be a string");
        }
        *slots[i] = json_string_value(value);
        if (i == 0) {
            b->size = json_string_length(value);
        }
    }
    if (html && b->text) {
        return bad_member(b, "html", "stands beside text; send one of them");
    }
    if (html) {
        return read_page(b, "utf-8", html, json_string_length(json_object_get(root, "html")));
    }
    return b->text ? GISA_BODY_OK : bad_member(b, "text", "is missing, and so is html");
}

static enum gisa_body_status read_json(struct gisa_body *b, const char *bytes, size_t size) {
    json_error_t error;
    if (!is_shallow(bytes, size)) {
        b->hint = "nested too deeply";
        return GISA_BODY_BAD_JSON;
    }
    json_t *root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        b->byte_offset = error.position > 0 ? (size_t)error.position : 0;
        if (json_error_code(&error) == json_error_out_of_memory) {
            return GISA_BODY_NO_MEMORY;
        }
        if (json_error_code(&error) == json_error_invalid_utf8) {
            return GISA_BODY_BAD_UTF8;
        }
        b->hint = json_error_code(&error) == json_error_duplicate_key ? "a member is given twice" : "not valid JSON";
        return GISA_BODY_BAD_JSON;
    }
    b->json = root;
    if (!json_is_object(root)) {
        b->hint = "the body must be one JSON object";
        return GISA_BODY_BAD_JSON;
    }
    return read_members(b, root);
}

/* EUC-KR and its superset CP949 -> UTF-8. */
static enum gisa_body_status read_korean(struct gisa_body *b, const char *bytes, size_t size) {
    UErrorCode error = U_ZERO_ERROR;
    enum gisa_body_status status = GISA_BODY_NO_MEMORY;
    UConverter *converter = ucnv_open("windows-949", &error);
    UChar *units = size < INT32_MAX / 4 ? malloc((size + 1) * sizeof *units) : NULL;
    b->owned = size < INT32_MAX / 4 ? malloc(size * 3 + 1) : NULL;
    if (units && b->owned && U_SUCCESS(error)) {
        ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
        int32_t count = ucnv_toUChars(converter, units, (int32_t)size + 1, bytes, (int32_t)size, &error);
        int32_t length = 0;
        if (U_SUCCESS(error)) {
            error = U_ZERO_ERROR;
            u_strToUTF8(b->owned, (int32_t)(size * 3 + 1), &length, units, count, &error);
        }
        status = U_SUCCESS(error) ? GISA_BODY_OK : GISA_BODY_BAD_CHARSET;
        b->text = b->owned;
        b->size = (size_t)length;
    }
    free(units);
    ucnv_close(converter);
    return status;
}

static bool is_one_of(const char *word, const char *const *list) {
    for (; *list; list++) {
        if (strcasecmp(word, *list) == 0) {
            return true;
        }
    }
    return false;
}

static enum gisa_body_status read_text(struct gisa_body *b, const char *charset, const char *bytes, size_t size) {
    static const char *const utf8[] = {"", "utf-8", "utf8", "us-ascii", NULL};
    static const char *const korean[] = {"euc-kr", "euckr", "cp949", "ms949", "uhc", "windows-949", "x-windows-949",
        "ks_c_5601-1987", "ksc5601", NULL};
    if (is_one_of(charset, korean)) {
        return read_korean(b, bytes, size);
    }
    b->text = bytes;
    b->size = size;
    return is_one_of(charset, utf8) ? GISA_BODY_OK : GISA_BODY_UNKNOWN_CHARSET;
}

static int hex(char c) {
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* "text=…" or "html=…": percent-decoded; another field beside it is refused. */
static enum gisa_body_status read_form(struct gisa_body *b, const char *bytes, size_t size) {
    enum { NAME = 5 };
    bool is_html = bytes[0] == 'h';
    b->owned = malloc(size + 1);
    if (!b->owned) {
        return GISA_BODY_NO_MEMORY;
    }
    size_t n = 0;
    for (size_t i = NAME; i < size; i++) {
        char c = bytes[i];
        if (c == '&') {
            return bad_member(b, "form", "one field text or html is known");
        }
        if (c == '%' && i + 2 < size && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
            c = (char)(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
            i += 2;
        } else if (c == '+') {
            c = ' ';
        }
        b->owned[n++] = c;
    }
    b->text = b->owned;
    b->size = n;
    return is_html ? read_page(b, "utf-8", b->owned, n) : GISA_BODY_OK;
}

/* Splits "text/plain; charset=euc-kr" into type and charset; what is too long reads as unknown. */
static void split_type(const char *value, char *type, char *charset) {
    type[0] = charset[0] = '\0';
    value += strspn(value, " \t");
    size_t n = strcspn(value, "; \t");
    if (n < TYPE_MAX) {
        memcpy(type, value, n);
        type[n] = '\0';
    }
    for (const char *p = strchr(value, ';'); p; p = strchr(p, ';')) {
        p += 1 + strspn(p + 1, " \t");
        if (strncasecmp(p, "charset=", 8) == 0) {
            p += 8;
            p += *p == '"';
            n = strcspn(p, "\"; \t");
            if (n < TYPE_MAX) {
                memcpy(charset, p, n);
                charset[n] = '\0';
            } else {
                strcpy(charset, "?");
            }
        }
    }
}

/* "<!doctype html>", "<html": a page sent as curl sends by itself, without a word of what it is. */
static bool begins_page(const char *bytes, size_t size) {
    static const char *const heads[] = {"<!doctype html", "<html", "<?xml", NULL};
    size_t at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < size && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
        at++;
    }
    for (size_t i = 0; heads[i]; i++) {
        if (size - at >= strlen(heads[i]) && strncasecmp(bytes + at, heads[i], strlen(heads[i])) == 0) {
            return true;
        }
    }
    return false;
}

enum gisa_body_status gisa_body_read(struct gisa_body *b, const char *content_type, const char *bytes, size_t size) {
    char type[TYPE_MAX], charset[TYPE_MAX];
    *b = (struct gisa_body){0};
    bool is_form = false;
    if (content_type) {
        split_type(content_type, type, charset);
        if (strcasecmp(type, "application/json") == 0) {
            return read_json(b, bytes, size);
        }
        if (strcasecmp(type, "text/html") == 0 || strcasecmp(type, "application/xhtml+xml") == 0) {
            return read_page(b, charset, bytes, size);
        }
        is_form = strcasecmp(type, "application/x-www-form-urlencoded") == 0;
        if (!is_form && strcasecmp(type, "text/plain") != 0) {
            return GISA_BODY_UNKNOWN_TYPE;
        }
    } else {
        charset[0] = '\0';
    }
    if (is_form && size >= 5 && (memcmp(bytes, "text=", 5) == 0 || memcmp(bytes, "html=", 5) == 0)) {
        return read_form(b, bytes, size);
    }
    if ((!content_type || is_form) && begins_page(bytes, size)) {
        return read_page(b, charset, bytes, size);
    }
    return read_text(b, charset, bytes, size);
}

void gisa_body_close(struct gisa_body *b) {
    gisa_page_close(&b->page);
    gisa_gazetteer_free(b->gazetteer);
    json_decref(b->json);
    free(b->owned);
    *b = (struct gisa_body){0};
}
