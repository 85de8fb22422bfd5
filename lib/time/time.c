/* SPDX-License-Identifier: Apache-2.0 */
#include "pass.h"

enum gisa_status gisa_time_run(struct gisa_run *run) {
    (void)run;
    return GISA_OK;
}
