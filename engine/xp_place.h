/* Where the site's own snippets go in a page (XPurposeInsert): the engine's second façade, for pages of which nothing is taken away.
 *
 * As a page goes by in pieces of any size, the places are told in stream offsets. The caller keeps everything from xp_place_settled() on,
 * and may let go of what is before it. Nothing is allocated, nothing recurses, time is linear and space constant.
 *
 *   head-start   behind <head>, or where that is not written, before what stands first in it; behind the meta that declares the charset, if
 *                no header does
 *   head-end     before the </head> that a parser honours, or before the token that ends the head
 *   body-end     before the </body> (or </html>) that a parser honours, else at the page's end
 *
 * Once the last of the places is known, or that there is none, nothing more is read. */
#ifndef XP_PLACE_H
#define XP_PLACE_H

#include "page/xp_snippet.h"

typedef enum {
    XP_PLACE_NONE, /* nothing stands against it so far */
    XP_PLACE_AMBIGUOUS, /* what follows would mean different things to different parsers, or the page ends within a tag, a comment, a text */
    XP_PLACE_CHARSET, /* unsafe, or not the snippet's; or a declaration would be moved beyond where browsers look for it */
    XP_PLACE_NOT_HTML, /* it begins as data or a script does */
    XP_PLACE_FRAGMENT, /* it begins with something else than a doctype, <html>, <head> or <body> */
    XP_PLACE_FRAMESET,
    XP_PLACE_AMP,     /* <html amp>, <html ⚡>, and their kinds for mail and ads */
    XP_PLACE_PRESENT, /* the page has the snippet already, or says so */
    XP_PLACE_REASONS
} xp_place_reason;

typedef struct {
    const xp_snippet *snippets[XP_PLACES]; /* NULL: nothing goes there */
    uint64_t lengths[XP_PLACES];           /* how many bytes are put in there, nonces included */
    const xp_rules *rules;
    uint64_t hold_limit; /* bytes that the caller will keep of what is undecided; past it that is taken as it comes */
    xp_charset charset;  /* from Content-Type */
    /* The place of a snippet is known, in the order in which they stand; `at` is not settled before the call. */
    void (*found)(void *ctx, xp_where where, uint64_t at);
    xp_kept_fn kept; /* as for xp_scan: the page's bytes [from, to) in one piece */
    void *ctx;       /* handed to both */
} xp_place_options;

typedef struct xp_place xp_place;

size_t xp_place_size(void); /* bytes of one state; any alignment that malloc gives */

/* Begins a page. `options` and what it points to must outlive the state. */
void xp_place_init(xp_place *place, const xp_place_options *options);

/* Takes the next `len` bytes; options->found may be called. What is found does not depend on how the page is cut. */
void xp_place_feed(xp_place *place, const char *bytes, size_t len);

/* The page has ended: what is undecided is decided. */
void xp_place_end(xp_place *place);

/* The offset up to which nothing will be put in any more. It is 0 until it is known whether the page is a document. */
uint64_t xp_place_settled(const xp_place *place);

/* All places are known, or that there are no more: the rest passes unread. */
bool xp_place_done(const xp_place *place);

/* The lines of that place's snippet that the page has already, a bit for each: when the place is found, these are not to be put in. */
unsigned xp_place_present(const xp_place *place, xp_where where);

/* Why snippets are left out, if some are. */
xp_place_reason xp_place_reason_of(const xp_place *place);

#endif
