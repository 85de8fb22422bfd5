/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENTITY_AMOUNT_UNIT_H
#define GISA_ENTITY_AMOUNT_UNIT_H

/* What stands around a number: signs, hedges and 제 before it; money, units, counters and hedges behind it. */
#include "gisa/analysis.h"
#include "text/number.h"

struct gisa_amount_reading {
    struct gisa_span number; /* the figures and multipliers; of a range from the lower to the upper end */
    struct gisa_span bounds; /* the sentence */
    struct gisa_span span;   /* out: number, sign and unit; its end says how far was read even when false is returned */
    struct gisa_bytes_view unit; /* from the tables; empty for a counter */
    struct gisa_span counter;    /* the counter as written is the unit; empty for other units */
    const char *rule;
    uint8_t type;
    uint8_t mod;
    uint8_t places;         /* decimal places the unit lies below the currency */
    bool negative;
    bool is_signed;         /* 영하, 영상, a minus */
    bool is_signed_money;   /* $ before the number named the unit */
    bool is_nth;            /* 제 before the number */
    bool is_hedged;         /* 약, 총 ... before the number */
    bool is_glued;          /* Hangul right before the figures */
};

bool gisa_amount_is_letter(uint8_t cls);
/* End of the run of letters that begins at pos; at most 16 characters on. */
uint32_t gisa_amount_word_end(const struct gisa_document *d, uint32_t pos, uint32_t end);

/* Reads what is before number.begin; false where no number can begin. Sets span.begin. */
bool gisa_amount_before(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n);
/* Reads what is behind number.end; false when it is no amount. */
bool gisa_amount_behind(const struct gisa_document *d, struct gisa_amount_reading *r, const struct gisa_number *n);

#endif
