/* <noscript>: raw text with scripting on, markup with scripting off. It is read both ways, judged as a whole, and goes only if
 * it is safe both ways: if it holds nothing but a vendor's pixels and frames, and ends in the same place. Else it stays: its
 * content never runs where scripts do. The page behind it is read as with scripting on, as previews do.
 */
#ifndef XP_NOSCRIPT_H
#define XP_NOSCRIPT_H

#include "xp_edits.h"

/* Judges the content, which is there as a whole: for whom the noscript goes; vendor -1 if it stays. `value` is the room for
 * attribute values (see xp_tok_init). `kept`: whether the site says of anything in it that it is to stay. */
xp_hit xp_noscript_judge(xp_edits *edits, char *value, const char *content, size_t len, bool *kept);

#endif
