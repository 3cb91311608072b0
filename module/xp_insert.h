/* The output filter XPURPOSE_INSERT, which puts the site's own snippet into pages (XPurposeInsert), and what that asks of requests. */
#ifndef XP_INSERT_H
#define XP_INSERT_H

#include "util_filter.h"
#include "xp_insertion.h"
#include "xp_signal.h"
#include "xp_subject.h"

/* What is done about the snippet. */
typedef enum {
    XP_INSERT_NOTHING, /* there is none here, or this can be no page */
    XP_INSERT_SKIPS,   /* the page is stripped */
    XP_INSERT_DAV,     /* what is read is going to be written back */
    XP_INSERT_SPARES,  /* the request is for a part of a page */
    XP_INSERT_TRIES    /* it goes in, if the answer is a page */
} xp_insert_plan;

void xp_insert_register(void);

/* `conf->insert` says something; `strips`: the request's class is stripped here, not only in DryRun. */
xp_insert_plan xp_insert_decide(request_rec *r, const xp_dir_conf *conf, xp_subject subject, int strips);

/* Who is going to look at the request next. */
typedef enum {
    XP_LOOKS_RULES, /* rules that choose a file by Accept-Encoding: they must see nothing that cannot be unpacked */
    XP_LOOKS_NEGOTIATOR, /* mod_negotiation, which answers with an error if all files that it has are refused: it is told what is preferred */
    XP_LOOKS_HANDLER /* and the conditions are for it, too */
} xp_insert_looks;

/* Has it see of the request only what can be dealt with. For the plans SPARES and TRIES. */
void xp_insert_alter(request_rec *r, xp_request *request, xp_insert_looks who);

/* Adds the filter; when it is done with the headers, and has left the chain, `behind` (with `ctx`) follows in its place, unless NULL. */
void xp_insert_add(request_rec *r, xp_request *request, ap_filter_rec_t *behind, void *ctx);

#endif
