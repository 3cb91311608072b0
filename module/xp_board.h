/* The counters for people. */
#ifndef XP_BOARD_H
#define XP_BOARD_H

#include "httpd.h"

#include "xp_count.h"

/* The status page, a whole document. */
void xp_board_page(request_rec *r, const xp_counters *c);

/* A section of mod_status's page; without tables if those are not wanted. */
void xp_board_section(request_rec *r, const xp_counters *c, int tables);

#endif
