/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_CONNECTION_H
#define GISA_CONNECTION_H

/* One request over libmicrohttpd: guard, gather the body, dispatch, reply, log. cls is the struct gisa_daemon. */
#include <microhttpd.h>

enum MHD_Result gisa_connection_handle(void *cls, struct MHD_Connection *connection, const char *url,
                                       const char *method, const char *version, const char *upload,
                                       size_t *upload_size, void **state);
void gisa_connection_done(void *cls, struct MHD_Connection *connection, void **state,
                          enum MHD_RequestTerminationCode how);

#endif
