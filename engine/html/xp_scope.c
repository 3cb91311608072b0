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

void xp_scope_start(xp_scope *scope, xp_element el)
{
    kind k = kind_of(el);

    if (k == NONE)
        return;
    if (scope->open == XP_SCOPE_MAX) {
        scope->lost = true;
        return;
    }
    scope->kinds = scope->kinds << 2 | (uint64_t)k;
    scope->open++;
}

/* "Has an element in table scope": whatever is open within the table closes with it, but for what a template holds. */
static void end_table(xp_scope *scope)
{
    bool is_open = false;

    for (unsigned i = 0; i < scope->open; i++)
        is_open |= (scope->kinds >> 2 * i & 3) == TABLE;
    while (is_open && pop(scope) != TABLE)
        ;
}

/* Each of the others closes only what is open since the innermost of them all. */
void xp_scope_end(xp_scope *scope, xp_element el)
{
    kind k = kind_of(el);

    if (k == TABLE)
        end_table(scope);
    else if (k != NONE && scope->open && (scope->kinds & 3) == (uint64_t)k)
        pop(scope);
}
