/* <noscript>: raw text with scripting on, markup with scripting off. It is read both ways at once, judged as a whole, and goes only if
 * it is safe both ways: if it holds nothing but a vendor's pixels and frames, and ends in the same place. Else it stays: its
 * content never runs where scripts do. The page behind it is read as with scripting on, as previews do.
 */
#ifndef XP_NOSCRIPT_H
#define XP_NOSCRIPT_H

#include "xp_judge.h"
#include "../html/xp_tok.h"

enum { XP_NOSCRIPT_DEPTH = 8 };

typedef struct {
    xp_edits *edits;
    xp_tok tok; /* reads the content as markup */
    xp_facts facts;
    xp_hit hit; /* whose pixel or frame was met first; vendor -1: nobody's */
    bool pure;  /* nothing but pixels, frames, and wrappers that close in order */
    uint8_t depth;
    uint8_t open[XP_NOSCRIPT_DEPTH]; /* wrappers that are open */
} xp_noscript;

/* Begins at the stream offset of the content; `value` is the room for attribute values (see xp_tok_init). */
void xp_noscript_begin(xp_noscript *ns, xp_edits *edits, char *value, uint64_t offset);

void xp_noscript_feed(xp_noscript *ns, const char *bytes, size_t len);

/* The raw text has ended: for whom the noscript goes; vendor -1 if it stays. */
xp_hit xp_noscript_end(const xp_noscript *ns);

#endif
