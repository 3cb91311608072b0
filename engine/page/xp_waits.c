/* See xp_waits.h. */
#include "xp_waits.h"

#include <string.h>

enum { ASYNC = 0x8000 }; /* of a vendor's entry: only what is async waits */

void xp_waits_init(xp_waits *waits)
{
    memset(waits, 0, sizeof *waits);
}

/* One for which there is no place is not waited for. */
static void wait_for(xp_waits *waits, int vendor, unsigned how)
{
    unsigned entry = 1U + (unsigned)vendor;

    for (int i = 0; vendor >= 0 && i < XP_WAITS_VENDORS; i++) {
        unsigned old = waits->vendor[i];

        if (old && (old & ~(unsigned)ASYNC) != entry)
            continue;
        waits->vendor[i] = (uint16_t)(old ? old & (entry | how) : entry | how);
        return;
    }
}

void xp_waits_for(xp_waits *waits, int vendor)
{
    wait_for(waits, vendor, 0);
}

void xp_waits_for_async(xp_waits *waits, int vendor)
{
    wait_for(waits, vendor, ASYNC);
}

bool xp_waits_judge(xp_waits *waits, const xp_options *options, const char *text, size_t len, bool doublebyte,
                    bool goes, const xp_items *items, bool module)
{
    (void)waits;
    (void)options;
    (void)text;
    (void)len;
    (void)doublebyte;
    (void)items;
    return module && goes;
}
