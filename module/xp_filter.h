/* The output filters, and when they are in the chain. */
#ifndef XP_FILTER_H
#define XP_FILTER_H

#include "httpd.h"

void xp_filter_register(void);

/* Finds out whether mod_deflate can unpack for us; for post_config. */
void xp_filter_setup(void);

/* Hooks: header_parser, insert_filter (and insert_error_filter), log_transaction. */
int xp_filter_parse_headers(request_rec *r);
void xp_filter_insert(request_rec *r);
int xp_filter_log(request_rec *r);

#endif
