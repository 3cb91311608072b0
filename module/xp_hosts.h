/* The virtual hosts that there are counts of. */
#ifndef XP_HOSTS_H
#define XP_HOSTS_H

#include "xp_families.h"

/* What the others together are called where hosts have names. No host is called like that: a name with a '*' is no ServerName. */
#define XP_HOSTS_OTHERS "*"

typedef struct {
    const xp_count_host *counts;
    const char *
        name; /* as it was configured: to be escaped for whatever form; NULL: all beyond the first XP_COUNT_HOSTS together */
    int mode;  /* XPurpose outside of sections; XP_UNSET: not a host of the running configuration, or several */
    int is_on; /* XPurpose is On or DryRun there or in a section, .htaccess apart */
} xp_host;

/* All of them, from the pool, those without a name last; `*count` is how many. The others are left out if they have been asked for nothing; one that a
 * reload took away is there as long as nobody else has its place. The configuration is gone through once. */
const xp_host *xp_hosts_list(apr_pool_t *p, const xp_counters *c, int *count);

/* Whether there is anything to tell of the family at this host: zeros, too, wherever it may come to be counted, since who looks at differences would miss
 * the first. Of XPurposeInsert once there is anything. */
int xp_hosts_shows(const xp_host *host, const xp_counters *c, xp_family family);

#endif
