/* Text and tags that decide nothing, skipped in one go: what most of a page is.
 *
 * In an ordinary body only some thirty element names matter. A tag of any other name is passed over as soon as its end is known, with
 * its quoted values, as long as it lies within the chunk and its attributes are of the plain kinds; anything else is left to the
 * tokenizer's states, which can stop at any byte. The bytes that can end or begin something are marked 64 at a time with whatever
 * vectors the machine has; what is done per tag is then a few steps from mark to mark.
 */
#ifndef XP_PLAIN_H
#define XP_PLAIN_H

#include <stdbool.h>

typedef enum { XP_PLAIN_BEST, XP_PLAIN_BASELINE, XP_PLAIN_PORTABLE } xp_plain_kind;

/* Gives the first '<' in [p, end) that does not begin such a tag, or end. The text at p is in the data state. Each byte is looked at
 * once, except those of a tag that is given back. */
const char *xp_plain_skip(const char *p, const char *end);

/* The same where only names with XP_F_BODY matter, not those that are hot. */
const char *xp_plain_skip_body(const char *p, const char *end);

/* Either by one of the variants, for tests. */
const char *xp_plain_skip_by(xp_plain_kind kind, bool body, const char *p, const char *end);

#endif
