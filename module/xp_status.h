/* What is running and what it has counted, shown: in the log, by the handler xpurpose-status and mod_status's page. */
#ifndef XP_STATUS_H
#define XP_STATUS_H

#include "httpd.h"

/* Says at LogLevel info which release it is: whoever reads a log of last week wants to know. For post_config. */
void xp_status_announce(server_rec *s);

/* Hook for handler. Which form it answers in is asked for by a word in the query (?json), by one at the path's end (/xpurpose-status/metrics), or by
 * Accept; HTML where nothing is. */
int xp_status_handler(request_rec *r);

/* Hook for mod_status. */
int xp_status_hook(request_rec *r, int flags);

#endif
