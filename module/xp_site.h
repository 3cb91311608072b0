/* What XPurposeVendor says: the site's own vendors, the rows that it adds to the catalogue's, and those that it takes away. Gathered from
 * the whole configuration, since the rules are compiled once for all servers. */
#ifndef XP_SITE_H
#define XP_SITE_H

#include "httpd.h"
#include "http_config.h"
#include "apr_file_io.h"

#include "../engine/xp_scan.h"

/* Forgets what an earlier reading of the configuration has gathered; for pre_config. */
void xp_site_begin(apr_pool_t *pconf);

/* The setter. */
const char *xp_site_set_vendor(cmd_parms *cmd, void *dir, int argc, char *const argv[]);

/* The number that a vendor has in the compiled rules, or -1. */
int xp_site_find(const char *name);

/* How many vendors there are by now, and what is said of one: its name, its class. */
int xp_site_vendors(void);
const char *xp_site_name(int vendor);
xp_class xp_site_class(int vendor);

/* "did you mean matomo?", of a name that no vendor has: by what they are called, else by what the catalogue says of them. `more`: other words
 * (const char *) that may be meant; NULL: none. NULL if nothing is likely. */
const char *xp_site_guess(apr_pool_t *p, const char *typed, const apr_array_header_t *more);

/* Whether there is what is taken away; once the whole configuration has been read. Says so if there is not. */
int xp_site_check(apr_pool_t *ptemp, server_rec *s);

/* Prints what is in force, as directives; once the whole configuration has been read. */
void xp_site_dump(apr_pool_t *p, apr_file_t *out);

/* Compiles the catalogue with what the site says; once the whole configuration has been read. */
int xp_site_compile(apr_pool_t *pconf, apr_pool_t *ptemp, server_rec *s);

/* The compiled rules, not before xp_site_compile(); and the vendors that are removed where nothing else is said, not before xp_site_check(). */
const xp_rules *xp_site_rules(void);
const xp_vendor_set *xp_site_defaults(void);

/* A digest of the catalogue and of what the site says. Not before xp_site_compile(). */
apr_uint64_t xp_site_digest(void);

#endif
