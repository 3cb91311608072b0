/* What a stripped page needs besides its bytes, in the response: headers that would keep the page or tell of the full one are taken
 * away, and caches are told what HTML depends on. */
#ifndef XP_HEADERS_H
#define XP_HEADERS_H

#include "util_filter.h"
#include "xp_field.h"
#include "xp_signal.h"
#include "xp_verdict.h"

/* What the response's headers tell of it. */
typedef struct {
    xp_verdict verdict;   /* why it passes; XP_STRIPPED_VERDICT if it is to be scanned */
    xp_coding coding;     /* if that is XP_ENCODED_VERDICT */
    xp_charset charset;   /* the one declared, if it is to be scanned */
    xp_policies policies; /* as they will be if it is stripped or held */
} xp_outlook;

/* `f` is the filter that the page is in: what mod_headers is going to do behind it counts too. */
void xp_headers_judge(ap_filter_t *f, xp_outlook *outlook);

/* The same for a page into which something is put; `*policies` becomes the values (const char *) of the response's fields
 * Content-Security-Policy. The outlook's own policies are not filled in. */
void xp_headers_judge_for_insertion(ap_filter_t *f, xp_outlook *outlook, const apr_array_header_t **policies);

/* Makes the response's fields those of a page into which something is put: its tag gets the suffix, or goes if that is NULL, and so does what
 * else tells of the bytes as they were. Of a 304, too. */
void xp_headers_mark_inserted(request_rec *r, const char *suffix);

/* Lets mod_headers act now, so that it does not undo what is done to the headers from now on. */
void xp_headers_hurry(ap_filter_t *f);

/* The output filter XPURPOSE_HEADERS: does the response's headers at its first call, and a stripped page's trailers at its end. */
void xp_headers_register(void);
void xp_headers_add(request_rec *r);

#endif
