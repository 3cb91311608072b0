/* mod_dav: whether what a GET brings is going to be written back by PUT. */
#ifndef XP_DAV_H
#define XP_DAV_H

#include "httpd.h"

/* Finds out whether mod_dav is there; for post_config. */
void xp_dav_setup(void);

/* True if DAV is on for the request's place. */
int xp_dav_is_on(request_rec *r);

#endif
