/* What all virtual hosts have counted together, for people: the figures that tell most, and requests by class. */
#ifndef XP_BOARD_TOTALS_H
#define XP_BOARD_TOTALS_H

#include "xp_count.h"

/* Sections of the status page. `sum` is all that the virtual hosts have counted. */
void xp_board_glance(request_rec *r, const xp_count_host *sum);
void xp_board_requests(request_rec *r, const xp_count_host *sum);

#endif
