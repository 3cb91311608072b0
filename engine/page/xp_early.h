/* Cuts that wait for the charset's declaration.
 *
 * Browsers look for a meta that declares it in a page's first XP_EARLY bytes (HTML 13.2.3.2), and what is put in before it must not move
 * it beyond them. Whether there is one is known when it is there, when so many bytes have gone by, or when the page has ended. Until then
 * a cut that makes the page longer waits, and so does each one behind it: no longer than for those bytes, which may always be held. If too
 * many wait, none of them is made, nor any other until then: if some were, a second time there would be room for the rest.
 */
#ifndef XP_EARLY_H
#define XP_EARLY_H

#include "xp_edits.h"

enum { XP_EARLY_CUTS = 6 };

typedef bool (*xp_early_fn)(void *ctx, const xp_cut *cut); /* false: it cannot be put in yet */

typedef struct {
    xp_early_fn put;
    void *ctx;
    bool known; /* whether there is a declaration is known, and where */
    bool lost;  /* too many have waited */
    uint8_t n;
    uint16_t scripts; /* that have begun behind the first of those that wait, and are not among them */
    xp_cut cuts[XP_EARLY_CUTS];
} xp_early;

void xp_early_init(xp_early *early, xp_early_fn put, void *ctx, bool known);

/* Puts the cut, now or when the declaration is known. Returns how many are dropped, of those that wait and it: early->cuts[] has the others
 * until the next call. */
unsigned xp_early_cut(xp_early *early, const xp_cut *cut);

/* A script has begun. */
void xp_early_script(xp_early *early);

/* It is known now: what waits is put, as far as it may be. `behind`: stubs may go behind the declaration, for they do no less there if no
 * script stands between; and what lets a held page go on whatever stands there, unless that is to mind it. Returns how many have waited; early->cuts[] has them until the next call. */
unsigned xp_early_end(xp_early *early, bool behind);

#endif
