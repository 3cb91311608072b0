/* A response's Content Security Policies: what they are, and what is added to them so that the gate runs. */
#ifndef XP_ADMIT_H
#define XP_ADMIT_H

#include "httpd.h"
#include "apr_tables.h"

#include "../engine/xp_scan.h"

/* The policies of the response's header, which is judged as it is in `r`. `hash` and `goes` are what xp_admit_gate() is going to be called
 * with; NULL: it is not going to be called. */
void xp_admit_gather(const request_rec *r, const char *hash, xp_hash_goes goes, xp_policies *policies);

/* The values (const char *) of the response's policies that are enforced, field by field; NULL: there are none. */
const apr_array_header_t *xp_admit_fields(const request_rec *r);

/* Adds the hash of the gate, or of a held page's text, to those policies of the response that need it. Every other byte of its header stays. */
void xp_admit_gate(request_rec *r, const char *hash, xp_hash_goes goes);

#endif
