/* Held pages: nothing goes; an element waits, or is told what is to wait, until somebody looks (docs/prerender.md). */
#ifndef XP_HELD_H
#define XP_HELD_H

#include "xp_open.h"

/* An HTML start tag that stands where it may go and ends at `end`: `hit` is whose it is, or nobody's; `by_row`, whatever it loads. */
void xp_held_start(struct xp_scan *s, xp_element el, xp_hit hit, bool by_row, uint64_t end);

/* A script of a held page: it waits as a whole, or what it loads does, or nothing. */
void xp_held_end(struct xp_scan *s, const char *text, size_t len, uint64_t end);

#endif
