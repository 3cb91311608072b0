/* The engine's façade; with xp_place.h, which is for pages of which nothing is taken away, all that the httpd side includes of it.
 *
 * A page goes in as pieces of any size; out come edits, in stream offsets: drop the bytes [from, to) and put a short text in
 * their place. The engine keeps no page bytes: the caller keeps everything from xp_scan_settled() on, and may let go of what
 * is before it. Nothing is allocated after set-up, nothing recurses, and every input takes linear time and constant space.
 */
#ifndef XP_SCAN_H
#define XP_SCAN_H

#include "page/xp_gate.h"
#include "page/xp_options.h"
#include "script/xp_sense.h"

typedef enum {
    XP_REASON_NONE,      /* the whole page has been judged so far */
    XP_REASON_AMBIGUOUS, /* what follows would mean different things to different parsers */
    XP_REASON_CHARSET,   /* a BOM, a meta or an escape sequence told of an unsafe charset */
    XP_REASON_NOT_HTML,  /* it begins as data or a script does: the whole of it passes */
    XP_REASON_FRAGMENT   /* it does not begin as a document does, and only documents are asked for: likewise */
} xp_reason;

extern const char xp_version[]; /* of the release: what the file VERSION says */

typedef struct xp_scan xp_scan;

size_t xp_scan_size(void); /* bytes of one state; any alignment that malloc gives */

/* Begins a page. `options` and what it points to must outlive the state. */
void xp_scan_init(xp_scan *scan, const xp_options *options);

/* Takes the next `len` bytes of the page; on_edit may be called. What is decided does not depend on how the page is cut. */
void xp_scan_feed(xp_scan *scan, const char *bytes, size_t len);

/* The page has ended: whatever is undecided passes, and everything is settled. */
void xp_scan_end(xp_scan *scan);

/* Its first tag is one that a parser drops where no table is open: somebody's script will put it into one. It gets no stubs. */
bool xp_scan_is_fragment(const xp_scan *scan);

/* The offset up to which every byte has its verdict: outside the edits reported so far, they pass. */
uint64_t xp_scan_settled(const xp_scan *scan);

unsigned xp_scan_left(const xp_scan *scan, xp_left why); /* how many */

xp_reason xp_scan_reason(const xp_scan *scan);         /* why the rest of the page passes unjudged, if it does */
unsigned xp_scan_hold_limit_hits(const xp_scan *scan); /* elements that were longer than hold_limit, and passed */

#endif
