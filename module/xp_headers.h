/* What a stripped page needs besides its bytes: request headers that would bring back the full page are hidden, response headers
 * that would keep the stripped one are taken away, and caches are told what HTML depends on. */
#ifndef XP_HEADERS_H
#define XP_HEADERS_H

#include "util_filter.h"
#include "xp_signal.h"

/* Before the page is made: takes conditions, ranges and Accept-Encoding off the request, or only the latter. May be called again. */
void xp_headers_hide(request_rec *r, xp_request *request);
void xp_headers_hide_coding(request_rec *r, xp_request *request);

/* While a file is chosen among variants: puts an Accept-Encoding that prefers what can be scanned, and admits nothing that the
 * client does not. `can_inflate`: gzip can be unpacked here. */
void xp_headers_negotiate(request_rec *r, const xp_request *request, int can_inflate);

/* When the page is there: puts Accept-Encoding back for the filters that compress what leaves. */
void xp_headers_restore(request_rec *r, const xp_request *request);

/* What the response's headers tell of it. */
typedef struct {
    xp_verdict verdict;  /* why it passes; XP_STRIPPED_VERDICT if it is to be scanned */
    const char *coding;  /* if that is XP_ENCODED_VERDICT */
    xp_charset charset;  /* the one declared, if it is to be scanned */
    int scripts_by_hash; /* its Content-Security-Policy admits inline scripts by hash only */
} xp_outlook;

/* `f` is the filter that the page is in: what mod_headers is going to do behind it counts too. */
void xp_headers_judge(ap_filter_t *f, xp_outlook *outlook);

/* Lets mod_headers act now, so that it does not undo what is done to the headers from now on. */
void xp_headers_hurry(ap_filter_t *f);

/* The output filter XPURPOSE_HEADERS: does the response's headers at its first call, and a stripped page's trailers at its end. */
apr_status_t xp_headers_filter(ap_filter_t *f, apr_bucket_brigade *bb);

#endif
