/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ASSET_H
#define GISA_ASSET_H

/* Files that the program carries in itself; the table is made by tools/embed. */
#include <stddef.h>

struct gisa_asset {
    const char *path; /* as requested: "/assets/app.js" */
    const char *type; /* media type */
    const unsigned char *bytes;
    size_t size;
};

extern const struct gisa_asset gisa_assets[];
extern const size_t gisa_asset_count;

#endif
