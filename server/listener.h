/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_LISTENER_H
#define GISA_LISTENER_H

/* The listening socket. */
#include <stddef.h>

/* "host:port", "[::1]:port" or "unix:/path" -> a listening, non-blocking socket; -1 and *why (static) on failure. */
int gisa_listener_open(const char *address, const char **why);
/* Where it listens, as text. */
void gisa_listener_name(int fd, const char *address, char *out, size_t size);
/* Splits "host:port" or "[host]:port" in place; 0 when it is neither. */
int gisa_listener_split(char *address, char **host, char **port);

#endif
