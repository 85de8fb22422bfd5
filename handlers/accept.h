/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ACCEPT_H
#define GISA_ACCEPT_H

/* Accept (RFC 9110): of `count` media types the one the client likes best; the first wins a tie. -1 = none will do.
 * A NULL or empty header accepts everything. */
int gisa_accept_choose(const char *accept, const char *const *types, int count);

#endif
