/* 103 Early Hints (RFC 8297): their Link fields would have a preview's browser call vendors before the page is there. */
#ifndef XP_HINTS_H
#define XP_HINTS_H

#include "httpd.h"

/* From now on until the response to `r` begins no 103 goes to its client. May be called again. */
void xp_hints_keep_back(request_rec *r);

#endif
