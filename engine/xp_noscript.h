/* <noscript>: raw text with scripting on, markup with scripting off. It is read both ways at once and goes only if it is safe both ways:
 * whole if it holds nothing but a vendor's pixels and frames, else those alone. One whose end tag is no end with scripting off (it
 * stands in a comment, an attribute, a textarea) stays as it is; the page behind it is read as with scripting on, as previews do.
 */
#ifndef XP_NOSCRIPT_H
#define XP_NOSCRIPT_H

#include "xp_judge.h"
#include "xp_tok.h"

enum {
    XP_NOSCRIPT_CUTS = 4, /* pixels and frames in one noscript; one with more stays as it is */
    XP_NOSCRIPT_DEPTH = 8
};

typedef struct {
    xp_edits *edits;
    xp_tok tok; /* reads the content as markup */
    xp_facts facts;
    xp_cut frame; /* an <iframe> that has not ended */
    bool in_frame;
    bool pure;    /* nothing but pixels, frames, and empty wrappers so far */
    bool crowded; /* more cuts than there is room for */
    bool odd;     /* holds what makes a tag mean something else: svg, math, select, template, frameset */
    uint8_t depth;
    uint8_t ncuts;
    uint8_t open[XP_NOSCRIPT_DEPTH]; /* wrappers that are open */
    xp_cut cuts[XP_NOSCRIPT_CUTS];
} xp_noscript;

typedef enum { XP_NOSCRIPT_STAYS, XP_NOSCRIPT_GOES, XP_NOSCRIPT_CLEANED } xp_noscript_verdict;

/* Begins at the stream offset of the content; `value` is the room for attribute values (see xp_tok_init). */
void xp_noscript_begin(xp_noscript *ns, xp_edits *edits, char *value, uint64_t offset);

void xp_noscript_feed(xp_noscript *ns, const char *bytes, size_t len);

/* The raw text has ended. GOES: cuts[0] says for whom; CLEANED: cuts[0 … ncuts - 1] go. */
xp_noscript_verdict xp_noscript_end(xp_noscript *ns);

#endif
