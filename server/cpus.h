/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_CPUS_H
#define GISA_CPUS_H

/* CPUs this process may use: its affinity mask and its control group's quota, at least 1. */
unsigned gisa_cpus_usable(void);

#endif
