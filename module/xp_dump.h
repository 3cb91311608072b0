/* httpd -t -D DUMP_XPURPOSE: what is in force, for people and for grep. */
#ifndef XP_DUMP_H
#define XP_DUMP_H

#include "httpd.h"

/* Prints to standard output: version and catalogue, the catalogue with what the site says of it, as directives, and of each host and
 * section, behind a #, what holds there. Once the whole configuration has been read. */
void xp_dump(apr_pool_t *p, const server_rec *main_server);

#endif
