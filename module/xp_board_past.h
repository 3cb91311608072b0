/* The last hours for people: a chart and its figures. */
#ifndef XP_BOARD_PAST_H
#define XP_BOARD_PAST_H

#include "xp_count.h"

/* A section of the status page. */
void xp_board_past(request_rec *r, const xp_counters *c);

#endif
