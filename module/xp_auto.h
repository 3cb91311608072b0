/* The counters as lines of mod_status's ?auto. */
#ifndef XP_AUTO_H
#define XP_AUTO_H

#include "httpd.h"

#include "xp_count.h"

/* A part of a document: the sums, and what is counted for each virtual host. */
void xp_auto_lines(request_rec *r, const xp_counters *c);

#endif
