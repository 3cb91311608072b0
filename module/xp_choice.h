/* Words to choose from: what a directive's setter does with an argument that is one of a few. */
#ifndef XP_CHOICE_H
#define XP_CHOICE_H

#include "httpd.h"
#include "http_config.h"
#include "apr_tables.h"

/* The number of `value` among `words`, without regard to case, or -1. */
int xp_choice_find(const char *value, const char *const *words, int n);

/* The same into `*slot`; else what is wrong: the directive, the value, and the words. */
const char *xp_choice_set(cmd_parms *cmd, int *slot, const char *value, const char *const *words, int n);

/* The words (const char *) as one list with commas, in `p`. */
const char *xp_choice_list(apr_pool_t *p, const apr_array_header_t *words);

#endif
