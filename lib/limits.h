/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_LIMITS_H
#define GISA_LIMITS_H

/* Every cap of the library, with its reason. */
enum {
    GISA_MAX_SOURCE = 16 << 20,    /* bytes of one text: offsets stay far below 2^31 and memory below the cap */
    GISA_MAX_FORM = 64,            /* code points of a gazetteer or lexicon form */
    GISA_MAX_NAME = 40             /* code points of a person's name: longer ones are not names */
};

#endif
