/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_GAZETTEER_H
#define GISA_GAZETTEER_H

/* A newsroom's own names, read at run time. One row a thing, tab separated, UTF-8:
 *
 *     id  type  name  aliases  titles  org  wikidata  lat  lon  zone
 *
 * id, type and name are needed, the columns behind them are optional; "-" or nothing = empty. Aliases and titles are separated
 * by |. Lines that begin with # and empty lines are skipped. titles and org of a person tell two rows of one name apart, they
 * are never told as the article's. A gazetteer is immutable and may be shared by any number of threads.
 */
#include <stddef.h>
#include <stdint.h>

#include "gisa/analysis.h"
#include "gisa/status.h"

enum gisa_gazetteer_slot { /* where a name came from; the later one wins */
    GISA_GAZETTEER_LOCAL,   /* the program's file */
    GISA_GAZETTEER_REQUEST, /* sent beside the article */
    GISA_GAZETTEER_SLOTS
};

enum { /* the caps of a gazetteer */
    GISA_GAZETTEER_MAX_BYTES = 32 << 20,
    GISA_GAZETTEER_MAX_ROWS = 200000,
    GISA_GAZETTEER_MAX_ALIASES = 64, /* of one row */
    GISA_GAZETTEER_MAX_FORM = 64,    /* code points of a name or an alias; at least 2 */
    GISA_GAZETTEER_MAX_SHARED = 16,  /* rows that share one form */
    GISA_GAZETTEER_MAX_ID = 128,     /* bytes */
    GISA_GAZETTEER_MAX_TEXT = 1024,  /* bytes of titles or org */
    GISA_GAZETTEER_MAX_ERRORS = 100  /* that are told; all are counted */
};

enum gisa_gazetteer_column {
    GISA_GAZETTEER_ID,
    GISA_GAZETTEER_TYPE,
    GISA_GAZETTEER_NAME,
    GISA_GAZETTEER_ALIASES,
    GISA_GAZETTEER_TITLES,
    GISA_GAZETTEER_ORG,
    GISA_GAZETTEER_WIKIDATA,
    GISA_GAZETTEER_LAT,
    GISA_GAZETTEER_LON,
    GISA_GAZETTEER_ZONE,
    GISA_GAZETTEER_COLUMNS
};

struct gisa_gazetteer;

struct gisa_gazetteer_error {
    uint32_t line;   /* from 1; 0 = of the whole. Of gisa_gazetteer_make(): the entry, from 1 */
    uint8_t column;  /* enum gisa_gazetteer_column, or GISA_GAZETTEER_COLUMNS: of the whole line */
    uint32_t part;   /* which alias, from 0 */
    char detail[96]; /* UTF-8, NUL ended; never a word of the row */
};

struct gisa_gazetteer_errors {
    struct gisa_gazetteer_error at[GISA_GAZETTEER_MAX_ERRORS]; /* [count], by line */
    uint32_t count;
    uint32_t total; /* those that did not fit as well */
};

struct gisa_gazetteer_entry { /* of gisa_gazetteer_make(); id may be empty: then there is no link */
    struct gisa_bytes_view id, type, name;
    const struct gisa_bytes_view *aliases; /* [alias_count] */
    uint32_t alias_count;
};

/* Reads the rows of a file. GISA_OK: *out is freed by gisa_gazetteer_free(), the bytes are not needed any more.
 * GISA_INVALID_ARGUMENT: a row is wrong; GISA_TOO_LARGE, GISA_LIMIT: a cap; both tell in *errors. GISA_NO_MEMORY.
 * Linear in size. */
enum gisa_status gisa_gazetteer_read(const char *bytes, size_t size, struct gisa_gazetteer **out,
                                     struct gisa_gazetteer_errors *errors);
/* The same from rows in memory: id, type, name and aliases of each. */
enum gisa_status gisa_gazetteer_make(const struct gisa_gazetteer_entry *entries, uint32_t count, struct gisa_gazetteer **out,
                                     struct gisa_gazetteer_errors *errors);
void gisa_gazetteer_free(struct gisa_gazetteer *gazetteer); /* NULL is fine */
uint32_t gisa_gazetteer_size(const struct gisa_gazetteer *gazetteer); /* rows; 0 of NULL */

#endif
