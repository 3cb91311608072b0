/* Held pages: nothing goes; an element waits, or is told what is to wait, until somebody looks (docs/prerender.md). */
#ifndef XP_HELD_H
#define XP_HELD_H

#include "xp_open.h"

/* Whether what an element of nobody's is, if it is one, is seen from the tag: it has an address that holds no script. */
static inline bool xp_held_loads_else(const struct xp_scan *s, xp_element el)
{
    return el != XP_EL_SCRIPT || (s->facts.has_src && !xp_judge_is_inline_url(&s->facts));
}

/* Whether there is anything in the tag for xp_held_start(): hardly ever. */
static inline bool xp_held_matters(const struct xp_scan *s, xp_element el, xp_hit hit)
{
    return hit.vendor >= 0 || s->block.row >= 0 ||
           (el == XP_EL_SCRIPT && (s->facts.hold || !xp_held_loads_else(s, el)));
}

/* An HTML start tag that stands where it may go and ends at `end`: `hit` is whose it is, or nobody's; `by_row`, whatever it loads. */
void xp_held_start(struct xp_scan *s, xp_element el, xp_hit hit, bool by_row, uint64_t end);

/* A script of a held page: it waits as a whole, or what it loads does, or nothing. */
void xp_held_end(struct xp_scan *s, const char *text, size_t len, uint64_t end);

#endif
