/* The output filters, and when they are in the chain. */
#ifndef XP_FILTER_H
#define XP_FILTER_H

#include "httpd.h"

void xp_filter_register(void);

/* Hooks: post_read_request, translate_name, type_checker, fixups, insert_filter, insert_error_filter, handler. Each is one more call for every
 * request. */
int xp_filter_begin(request_rec *r);
int xp_filter_translate(request_rec *r);
int xp_filter_hide(request_rec *r);
int xp_filter_negotiated(request_rec *r);
void xp_filter_insert(request_rec *r);
void xp_filter_insert_error(request_rec *r);
int xp_filter_handle(request_rec *r);

#endif
