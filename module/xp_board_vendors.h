/* The vendors for people: whose elements were removed, stopped or held. */
#ifndef XP_BOARD_VENDORS_H
#define XP_BOARD_VENDORS_H

#include "xp_count.h"

/* A section of the status page. */
void xp_board_vendors(request_rec *r, const xp_counters *c);

#endif
