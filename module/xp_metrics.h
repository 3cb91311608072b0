/* The counters for programs. Each function answers with a whole document, but for the lines that are a part of mod_status's. */
#ifndef XP_METRICS_H
#define XP_METRICS_H

#include "httpd.h"

#include "xp_count.h"

void xp_metrics_json(request_rec *r, const xp_counters *c);

/* OpenMetrics 1.0.0, text format. */
void xp_metrics_openmetrics(request_rec *r, const xp_counters *c);

/* Lines for mod_status's ?auto. */
void xp_metrics_auto(request_rec *r, const xp_counters *c);

#endif
