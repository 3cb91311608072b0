/* The virtual hosts for people: what XPurpose says there, and what was counted there. */
#ifndef XP_BOARD_HOSTS_H
#define XP_BOARD_HOSTS_H

#include "xp_count.h"

/* A section of the status page. */
void xp_board_hosts(request_rec *r, const xp_counters *c);

/* True if XPurpose is On or DryRun anywhere, .htaccess apart. */
int xp_board_any_on(void);

#endif
