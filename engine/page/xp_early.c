/* See xp_early.h. */
#include "xp_early.h"

void xp_early_init(xp_early *early, xp_early_fn put, void *ctx, bool known)
{
    early->put = put;
    early->ctx = ctx;
    early->known = known;
    early->lost = false;
    early->n = 0;
    early->scripts = 0;
}

void xp_early_script(xp_early *early)
{
    if (early->n && early->scripts < UINT16_MAX)
        early->scripts++;
}

unsigned xp_early_cut(xp_early *early, const xp_cut *cut)
{
    unsigned n = early->n;

    if (early->lost)
        return 1;
    if (!n && (early->put(early->ctx, cut) || early->known))
        return 0;
    if (n && early->scripts &&
        (cut->form == XP_FORM_SCRIPT_SRC || cut->form == XP_FORM_SCRIPT_INLINE || cut->form == XP_FORM_HELD))
        early->scripts--; /* it goes, or waits, if those before it do */
    if (n < XP_EARLY_CUTS) {
        early->cuts[early->n++] = *cut;
        return 0;
    }
    early->lost = true;
    early->n = 0;
    return n + 1;
}

unsigned xp_early_end(xp_early *early, bool behind)
{
    unsigned n = early->n;

    early->known = true;
    early->lost = false;
    early->n = 0;
    for (unsigned i = 0; i < n; i++) {
        early->cuts[i].late = behind && !early->scripts;
        early->put(early->ctx, &early->cuts[i]);
    }
    return n;
}
