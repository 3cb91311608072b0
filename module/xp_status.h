/* The counters, shown: the handler xpurpose-status and mod_status's page. */
#ifndef XP_STATUS_H
#define XP_STATUS_H

#include "httpd.h"

/* Hook for handler; answers in HTML, or by the query: ?json, ?openmetrics. */
int xp_status_handler(request_rec *r);

/* Hook for mod_status. */
int xp_status_hook(request_rec *r, int flags);

#endif
