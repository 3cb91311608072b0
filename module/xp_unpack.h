/* Pages that come packed, unpacked by mod_deflate before they are scanned. */
#ifndef XP_UNPACK_H
#define XP_UNPACK_H

#include "util_filter.h"
#include "xp_field.h"

void xp_unpack_register(void);

/* Finds out whether mod_deflate is there; for post_config. */
void xp_unpack_setup(void);

/* True if a page that is packed with gzip or deflate can be unpacked. */
int xp_unpack_is_possible(void);

/* Puts what unpacks the page right behind `f`; 0 if the coding is none that can be. `bb` is the page's first brigade. From here on
 * the response's headers are those of the unpacked page. */
int xp_unpack_insert(ap_filter_t *f, apr_bucket_brigade *bb, xp_coding coding);

/* The answer has no body, and names no coding any more. */
void xp_unpack_forget(request_rec *r);

#endif
