/* See xp_early.h. */
#include "xp_early.h"

void xp_early_init(xp_early *early, xp_early_fn put, void *ctx, bool known)
{
    early->put = put;
    early->ctx = ctx;
    early->known = known;
    early->lost = false;
    early->n = 0;
}

unsigned xp_early_cut(xp_early *early, const xp_cut *cut)
{
    unsigned n = early->n;

    if (early->lost)
        return 1;
    if (!n && (early->put(early->ctx, cut) || early->known))
        return 0;
    if (n < XP_EARLY_CUTS) {
        early->cuts[early->n++] = *cut;
        return 0;
    }
    early->lost = true;
    early->n = 0;
    return n + 1;
}

void xp_early_end(xp_early *early)
{
    int n = early->n;

    early->known = true;
    early->lost = false;
    early->n = 0;
    for (int i = 0; i < n; i++)
        early->put(early->ctx, &early->cuts[i]);
}
