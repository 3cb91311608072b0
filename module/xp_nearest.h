/* What an administrator has probably meant who typed a word that is none, for a message that says what would be right. */
#ifndef XP_NEAREST_H
#define XP_NEAREST_H

#include "httpd.h"
#include "apr_tables.h"

/* Those of `texts` (const char *) that are likeliest (xp_likely), in their order. */
apr_array_header_t *xp_nearest_likeliest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

/* "did you mean a, b or c?", of these, or of the first and how many more there are; NULL if none is likely. */
const char *xp_nearest_of(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

/* The same, but if none is likely what there is: all of them if they are few, else the first and how many more there are. */
const char *xp_nearest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts);

/* The same of guesses that have been made; NULL if there is none. */
const char *xp_nearest_ask(apr_pool_t *p, const apr_array_header_t *guesses);

#endif
