/* What an administrator has probably meant who typed a word that is none, for a message that says what would be right. */
#ifndef XP_NEAREST_H
#define XP_NEAREST_H

#include "httpd.h"
#include "apr_tables.h"

/* "did you mean a, b or c?", of those of `texts` (const char *) that are likeliest, or of the first and how many more there are; NULL if none
 * is likely. */
const char *xp_nearest_of(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

/* The same, but if none is likely what there is: all of them if they are few, else the first and how many more there are. */
const char *xp_nearest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

/* The first again, of all vendors' names by number (what follows them is none), and of those that the catalogue knows by another one. */
const char *xp_nearest_vendor(apr_pool_t *p, const char *typed, const apr_array_header_t *names);

#endif
