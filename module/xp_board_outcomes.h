/* What was done to pages for people, each outcome with its reason in words; and what became of the site's snippet. */
#ifndef XP_BOARD_OUTCOMES_H
#define XP_BOARD_OUTCOMES_H

#include "xp_count.h"

/* Sections of the status page. `sum` is all that the virtual hosts have counted. */
void xp_board_pages(request_rec *r, const xp_counters *c, const xp_count_host *sum);
void xp_board_snippet(request_rec *r, const xp_count_host *sum);

/* Pages in which something was removed or kept from loading; in which something waits. Of a host's own counts, or of their sum. */
unsigned long xp_board_stripped(const unsigned long pages[XP_VERDICT_COUNT]);
unsigned long xp_board_held(const unsigned long pages[XP_VERDICT_COUNT]);

/* What is counted of what a verdict can be about, all together. */
double xp_board_outcomes(const unsigned long counts[XP_VERDICT_COUNT], int about);

#endif
