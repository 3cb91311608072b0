/* Filters of ours that somebody has named: SetOutputFilter XPURPOSE, AddOutputFilterByType, FilterProvider. */
#ifndef XP_NAMED_H
#define XP_NAMED_H

#include "util_filter.h"

/* For a filter that finds no context of ours: takes it out of the chain and passes the brigade on. What was meant is said in the log,
 * at level notice, once until httpd is started or reloaded: whoever may write .htaccess could fill the log otherwise. */
apr_status_t xp_named_pass(ap_filter_t *f, apr_bucket_brigade *bb);

#endif
