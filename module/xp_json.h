/* The counters for programs of the administrator's own. */
#ifndef XP_JSON_H
#define XP_JSON_H

#include "httpd.h"

#include "xp_count.h"

/* A whole document (RFC 8259): the sums, each virtual host's counts, and the past. */
void xp_json(request_rec *r, const xp_counters *c);

#endif
