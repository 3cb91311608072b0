/* See xp_early.h. */
#include "xp_early.h"

void xp_early_init(xp_early *early, xp_early_fn put, void *ctx, bool known)
{
    early->put = put;
    early->ctx = ctx;
    early->known = known;
    early->n = 0;
}

bool xp_early_cut(xp_early *early, const xp_cut *cut)
{
    if (!early->n && (early->put(early->ctx, cut) || early->known))
        return true;
    if (early->n == XP_EARLY_CUTS)
        return false;
    early->cuts[early->n++] = *cut;
    return true;
}

void xp_early_end(xp_early *early)
{
    int n = early->n;

    early->known = true;
    early->n = 0;
    for (int i = 0; i < n; i++)
        early->put(early->ctx, &early->cuts[i]);
}
