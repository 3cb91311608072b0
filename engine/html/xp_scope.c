/* See xp_scope.h. */
#include "xp_scope.h"

typedef enum { TABLE, OBJECT, APPLET, MARQUEE, NONE } kind;

static kind kind_of(xp_element el)
{
    switch (el) {
    case XP_EL_TABLE: return TABLE;
    case XP_EL_OBJECT: return OBJECT;
    case XP_EL_APPLET: return APPLET;
    case XP_EL_MARQUEE: return MARQUEE;
    default: return NONE;
    }
}

static kind pop(xp_scope *scope)
{
    kind top = (kind)(scope->kinds & 3);

    scope->kinds >>= 2;
    scope->open--;
    return top;
}

static bool has_table(const xp_scope *scope)
{
    for (unsigned i = 0; i < scope->open; i++)
        if ((scope->kinds >> 2 * i & 3) == TABLE)
            return true;
    return false;
}

void xp_scope_start(xp_scope *scope, xp_element el, bool in_select)
{
    kind k = kind_of(el);

    if (k == NONE)
        return;
    scope->more |= in_select || (k == TABLE && has_table(scope));
    if (scope->open == XP_SCOPE_MAX) {
        scope->lost = true;
        return;
    }
    scope->kinds = scope->kinds << 2 | (uint64_t)k;
    scope->open++;
}

/* "Has an element in table scope": whatever is open within the table closes with it, but for what a template holds. If that table is not
 * open at all, nothing does. */
static void end_table(xp_scope *scope)
{
    if (!has_table(scope))
        return;
    while (pop(scope) != TABLE)
        scope->lost |= scope->more;
}

/* Each of the others closes only what is open since the innermost of them all. */
void xp_scope_end(xp_scope *scope, xp_element el)
{
    kind k = kind_of(el);

    if (k == TABLE)
        end_table(scope);
    else if (k != NONE && scope->open && (scope->kinds & 3) == (uint64_t)k)
        pop(scope);
    scope->more = scope->more && scope->open;
}
