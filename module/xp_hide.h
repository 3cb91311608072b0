/* Request headers that would bring back the full page, a part of it, or something packed: hidden while the page is made. */
#ifndef XP_HIDE_H
#define XP_HIDE_H

#include "httpd.h"
#include "xp_signal.h"

/* Takes Accept-Encoding off the request. Each of these may be called again. */
void xp_hide_coding(request_rec *r, xp_request *request);

/* Leaves of Accept-Encoding what can be unpacked here: `gzip` and its kin, or nothing. */
void xp_hide_unpackable(request_rec *r, xp_request *request, int gzip);

/* While a file is chosen among variants: puts an Accept-Encoding that prefers what can be scanned, and admits nothing that the
 * client does not. `gzip`: that can be unpacked here. */
void xp_hide_negotiate(request_rec *r, const xp_request *request, int gzip);

/* Takes conditions and ranges off as well: what the handler makes of the request is going to be stripped, or not to be stored. */
void xp_hide_all(request_rec *r, xp_request *request);

/* Takes all conditions off, and ranges, and nothing else. */
void xp_hide_all_conditions(request_rec *r, xp_request *request);

/* Has the handler see of conditions what it can know of the page into which it does not put anything: the tags that have `suffix`, without
 * it (NULL: none). Dates tell of the page as the handler has it, and ranges are to be parts of what is sent, if they may be of a page at all. */
void xp_hide_validators(request_rec *r, xp_request *request, const char *suffix);

/* When the page is there: puts Accept-Encoding back for the filters that compress what leaves. */
void xp_hide_restore_coding(request_rec *r, xp_request *request);

/* Puts everything back: the request has turned out to be none of ours. */
void xp_hide_restore(request_rec *r, xp_request *request);

#endif
