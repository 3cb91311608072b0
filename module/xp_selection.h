/* XPurposeVendors as configured: what the lines of a scope make of the vendors that are removed in the scope around it. */
#ifndef XP_SELECTION_H
#define XP_SELECTION_H

#include "httpd.h"
#include "http_config.h"

#include "../engine/xp_scan.h"

typedef struct {
    int fresh;         /* a set without signs: nothing is inherited */
    xp_vendor_set on;  /* and what is added to … */
    xp_vendor_set off; /* … or taken from what is inherited */
} xp_selection;

/* Forgets what an earlier reading of the configuration has gathered; for pre_config. */
void xp_selection_begin(apr_pool_t *pconf);

/* The setter, of one line. */
const char *xp_selection_set(cmd_parms *cmd, xp_selection *selection, int argc, char *const argv[]);

/* `child` within `parent`; `to` is neither. */
void xp_selection_merge(xp_selection *to, const xp_selection *parent, const xp_selection *child);

/* Once the whole configuration has been read, and it is known of what class each vendor is. */
void xp_selection_settle(void);

/* The vendors that are removed. Not before xp_site_compile(). */
void xp_selection_vendors(const xp_selection *selection, xp_vendor_set *set);

#endif
