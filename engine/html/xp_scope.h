/* What is open that keeps an end tag of body or html from counting: a table, within which parsers ignore it, and the elements that end a
 * scope (WHATWG HTML 13.2.4.2, "has an element in scope"): object, applet, marquee. Templates, selects and foreign content are xp_tree's.
 *
 * Kept are their kinds, in the order in which they were opened. It may hold more than is open, never less: a table within a row of
 * another closes that one, for which its cells would have to be known. */
#ifndef XP_SCOPE_H
#define XP_SCOPE_H

#include "xp_names.h"

enum { XP_SCOPE_MAX = 32 };

/* All zero at first. */
typedef struct {
    uint64_t kinds; /* two bits each, the innermost lowest */
    uint8_t open;
    bool more; /* some of them may not be open … */
    bool lost; /* … or others may be: there was no room for one, or no telling what a table's end ends */
} xp_scope;

/* A start tag, and an end tag, in HTML that no template and no select holds; a start tag may also stand in what perhaps is a select, where
 * some parsers drop it. */
void xp_scope_start(xp_scope *scope, xp_element el, bool in_select);
void xp_scope_end(xp_scope *scope, xp_element el);

/* Nothing of the kind is open. */
static inline bool xp_scope_is_free(const xp_scope *scope)
{
    return !scope->open && !scope->lost;
}

#endif
