/* The counters for Prometheus, and for what reads the same. Each function answers with a whole document. */
#ifndef XP_METRICS_H
#define XP_METRICS_H

#include "httpd.h"

#include "xp_count.h"

/* OpenMetrics 1.0.0, text format. */
void xp_metrics_openmetrics(request_rec *r, const xp_counters *c);

/* Prometheus's own text format, 0.0.4. */
void xp_metrics_classic(request_rec *r, const xp_counters *c);

#endif
