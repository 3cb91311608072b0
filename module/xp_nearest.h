/* The text that comes nearest to what an administrator has typed, for a message that says what would be right. */
#ifndef XP_NEAREST_H
#define XP_NEAREST_H

#include "httpd.h"
#include "apr_tables.h"

/* What would be right instead of `typed`, as the end of a sentence: the one of `texts` (const char *) that differs in few letters; else all
 * of them if they are few, else the first and how many more there are. */
const char *xp_nearest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

#endif
