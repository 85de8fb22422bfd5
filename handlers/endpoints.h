/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_ENDPOINTS_H
#define GISA_ENDPOINTS_H

/* The handlers, one file an endpoint or a family of them. */
#include "exchange.h"

gisa_handler gisa_analyze_post; /* analyze_post.c */
gisa_handler gisa_live_get;     /* health.c */
gisa_handler gisa_ready_get;
gisa_handler gisa_version_get; /* about.c */
gisa_handler gisa_labels_get;
gisa_handler gisa_rules_get;
gisa_handler gisa_problem_get; /* problem.c */
gisa_handler gisa_static_get;  /* static.c */

#endif
