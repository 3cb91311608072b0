/* A head's elements that decide nothing, skipped in one go: most of what stands before </head>.
 *
 * White space, link and meta, and whole elements of style, title and script are passed over as long as they lie within the chunk and are of
 * the plain kinds; of tags in a chunk's last block not all are seen to. Anything else is left to the tokenizer's states, which can stop at any byte.
 */
#ifndef XP_HEAD_H
#define XP_HEAD_H

#include "xp_plain.h"

/* Gives the first byte in [p, end) that is none of them, or end; the text at p is in the data state, and in a head outside of everything
 * else. At a script element it stops, and *behind is where that ends; else NULL. Each byte is looked at once, except those of an
 * element that is given back. A style or script element that may say `data-xpurpose` is given back. */
const char *xp_head_skip(const char *p, const char *end, const char **behind);

/* The same by one of the variants, for tests. */
const char *xp_head_skip_by(xp_plain_kind kind, const char *p, const char *end, const char **behind);

#endif
