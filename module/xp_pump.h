/* A page on its way through a filter: buckets in, an engine's verdicts carried out on them, buckets out. */
#ifndef XP_PUMP_H
#define XP_PUMP_H

#include "util_filter.h"

#include "../engine/xp_scan.h"

typedef struct xp_pump xp_pump;

/* Who reads the page. `ctx` is the caller's. Within feed() and end() the pump may be asked for edits, and for what it keeps. */
typedef struct {
    void (*feed)(void *ctx, const char *bytes, apr_size_t len);
    void (*end)(void *ctx);             /* nothing more comes: everything is settled by what this does */
    apr_uint64_t (*settled)(void *ctx); /* the stream offset up to which there will be no edit any more */
    int (*is_done)(void *ctx);          /* the rest passes unread, from the next bucket on */
    void (*passes)(void *ctx);          /* something is about to be passed on; or NULL */
    void (*is_over)(void *ctx);         /* the page has been passed on to its end, or cannot be; may be called again */
    int drops_undecided; /* of a page that is cut off, what is undecided does not pass, and end() is not called: its end is none */
} xp_pump_engine;

xp_pump *xp_pump_begin(ap_filter_t *f, const xp_pump_engine *engine, void *ctx);

/* Takes a brigade, passes on what is settled, and leaves the filter's chain once there is nothing more to read. */
apr_status_t xp_pump_take(xp_pump *pump, apr_bucket_brigade *bb);

/* Puts the pieces in place of the bytes [from, to), which are not settled yet. Edits come in order. */
void xp_pump_edit(xp_pump *pump, apr_uint64_t from, apr_uint64_t to, const xp_piece *pieces, int n);

/* The bytes [from, to), which are not settled, in one piece until the next call of the pump or the end of feed(); NULL if they cannot be
 * had. */
const char *xp_pump_kept(xp_pump *pump, apr_uint64_t from, apr_uint64_t to);

apr_uint64_t xp_pump_passed(const xp_pump *pump); /* bytes that have been passed on */
int xp_pump_has_ended(const xp_pump *pump);       /* and no more are going to be read */

#endif
