/* SPDX-License-Identifier: Apache-2.0 */
/* Country names from ICU's Korean locale data (CLDR), as lexicon files for lexc.
 *
 *     countries GAZETTEER.tsv OUT_DIR
 *
 * writes OUT_DIR/country.tsv, every name (with the other forms of its gazetteer line: 한국, 대한민국) with its ISO 3166-1 code
 * and, where a country has one time zone, that; and OUT_DIR/gazetteer.tsv, the gazetteer with the countries behind it whose
 * names have three syllables or more and are no form of it: shorter ones are words as well (인도, 저지) and are left to the
 * model. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { NAME = 256, LONG = 9 /* bytes of three syllables */ };

static void die(const char *what) {
    perror(what);
    exit(1);
}

static char *read_all(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END)) {
        die(path);
    }
    long size = ftell(f);
    rewind(f);
    char *text = size >= 0 ? malloc((size_t)size + 1) : NULL;
    if (!text || fread(text, 1, (size_t)size, f) != (size_t)size || fclose(f)) {
        die(path);
    }
    text[size] = 0;
    return text;
}

/* "홍콩(중국 특별행정구)" without its bracket; false when ICU has no Korean name. */
static int name_of(const char *code, char name[NAME]) {
    char locale[16];
    UChar wide[NAME];
    int32_t size = 0;
    UErrorCode error = U_ZERO_ERROR;
    snprintf(locale, sizeof locale, "und_%s", code);
    int32_t length = uloc_getDisplayCountry(locale, "ko", wide, NAME, &error);
    u_strToUTF8(name, NAME, &size, wide, length, &error);
    char *bracket = U_SUCCESS(error) ? strchr(name, '(') : NULL;
    if (bracket) {
        *bracket = 0;
    }
    return U_SUCCESS(error) && strcmp(name, code) != 0;
}

static void zone_of(const char *code, char zone[NAME]) {
    UErrorCode error = U_ZERO_ERROR;
    UEnumeration *zones = ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, code, NULL, &error);
    int32_t length = 0;
    strcpy(zone, "-");
    if (U_SUCCESS(error) && uenum_count(zones, &error) == 1) {
        const char *id = uenum_next(zones, &length, &error);
        snprintf(zone, NAME, "%s", U_SUCCESS(error) && id ? id : "-");
    }
    uenum_close(zones);
}

/* The gazetteer's line with this form, between the line's begin or | and a | or a tab; NULL if none. */
static const char *line_of(const char *gazetteer, const char *name) {
    size_t n = strlen(name);
    for (const char *at = strstr(gazetteer, name); at; at = strstr(at + 1, name)) {
        int opens = at == gazetteer || at[-1] == '\n' || at[-1] == '|';
        if (opens && (at[n] == '|' || at[n] == '\t')) {
            while (at > gazetteer && at[-1] != '\n') {
                at--;
            }
            return at;
        }
    }
    return NULL;
}

static FILE *create(const char *folder, const char *file) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, file);
    FILE *f = fopen(path, "wb");
    if (!f) {
        die(path);
    }
    return f;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: countries GAZETTEER.tsv OUT_DIR\n", stderr);
        return 64;
    }
    char *gazetteer = read_all(argv[1]);
    FILE *names = create(argv[2], "country.tsv");
    FILE *all = create(argv[2], "gazetteer.tsv");
    fputs("#! lexicon country\n#! form\tcode:str\tzone:str\texample:str\n", names);
    fputs(gazetteer, all);
    for (const char *const *code = uloc_getISOCountries(); *code; code++) {
        char name[NAME], zone[NAME];
        if (!name_of(*code, name)) {
            continue;
        }
        zone_of(*code, zone);
        const char *line = line_of(gazetteer, name); /* 한국|대한민국: all its forms */
        char place[NAME];
        snprintf(place, sizeof place, "\tplace\t%s\t", *code);
        size_t forms = line ? strcspn(line, "\t\n") : 0;
        int is_place = line && strncmp(line + forms, place, strlen(place)) == 0;
        fprintf(names, "%.*s\t%s\t%s\t%s\n", is_place ? (int)forms : (int)strlen(name), is_place ? line : name, *code, zone,
                name);
        if (strlen(name) >= LONG && !line) {
            fprintf(all, "%s\tplace\t%s\t%s\t%s\n", name, *code, zone, name);
        }
    }
    free(gazetteer);
    if (fclose(names) || fclose(all)) {
        die(argv[2]);
    }
    return 0;
}
