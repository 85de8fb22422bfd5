/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_GISA_H
#define GISA_GISA_H

/* libgisa: a Korean news article in, segments, names, times and events out. */
#include "gisa/analysis.h"
#include "gisa/analyzer.h"
#include "gisa/document.h"
#include "gisa/gazetteer.h"
#include "gisa/rule.h"
#include "gisa/span.h"
#include "gisa/status.h"

#endif
