/* One page on its way through the filter: buckets in, the engine's verdicts carried out on them, buckets out. */
#ifndef XP_PAGE_H
#define XP_PAGE_H

#include "util_filter.h"
#include "xp_headers.h"
#include "xp_signal.h"

typedef struct xp_page xp_page;

/* Begins a page of which the response's headers tell `outlook`; `dry` finds and reports everything and changes nothing. */
xp_page *xp_page_begin(ap_filter_t *f, xp_request *request, const xp_outlook *outlook, int dry);

/* Takes a brigade, passes on what is settled, and leaves the filter's chain once there is nothing more to judge. */
apr_status_t xp_page_take(xp_page *page, apr_bucket_brigade *bb);

/* Puts the verdict into the notes, the log and the counters, unless that has been done. */
void xp_page_report(xp_page *page);

/* The same for a response that passes unseen. */
void xp_page_pass(request_rec *r, xp_request *request, xp_verdict verdict);

#endif
