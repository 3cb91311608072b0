#include "xp_families.h"

const xp_family_text xp_families[XP_FAMILIES] = {
    [XP_REQUESTS] = { "xpurpose_requests", "class", NULL, "XPurposeRequests", "Requests by class." },
    [XP_PAGES] = { "xpurpose_pages", "outcome", NULL, "XPurposePages",
                   "Responses where a class is stripped or held, by outcome." },
    [XP_INSERTS] = { "xpurpose_inserts", "outcome", NULL, "XPurposeInserts",
                     "Responses where XPurposeInsert is in force, by outcome." },
    [XP_ELEMENTS] = { "xpurpose_removed_elements", NULL, NULL, "XPurposeElements", "Elements removed." },
    [XP_BYTES] = { "xpurpose_removed_bytes", NULL, "bytes", "XPurposeBytes", "Bytes of removed elements." },
    [XP_GATED] = { "xpurpose_gated_elements", NULL, NULL, "XPurposeGated",
                   "Elements that stay and are kept from loading." },
    [XP_HELD] = { "xpurpose_held_elements", NULL, NULL, "XPurposeHeld", "Elements that wait until somebody looks." },
    [XP_DRY] = { "xpurpose_dryrun_elements", NULL, NULL, "XPurposeDryRun",
                 "Elements that DryRun found and left alone." },
    [XP_VENDOR_ELEMENTS] = { "xpurpose_vendor_elements", "vendor", NULL, "XPurposeVendorElements",
                             "Elements removed, by vendor." },
    [XP_VENDOR_BYTES] = { "xpurpose_vendor_bytes", "vendor", "bytes", "XPurposeVendorBytes",
                          "Bytes of removed elements, by vendor." },
    [XP_VENDOR_GATED] = { "xpurpose_vendor_gated", "vendor", NULL, "XPurposeVendorGated",
                          "Elements that stay and are kept from loading, by vendor." },
    [XP_VENDOR_HELD] = { "xpurpose_vendor_held", "vendor", NULL, "XPurposeVendorHeld",
                         "Elements that wait until somebody looks, by vendor." },
    [XP_VENDOR_DRY] = { "xpurpose_vendor_dryrun", "vendor", NULL, "XPurposeVendorDryRun",
                        "Elements that DryRun found and left alone, by vendor." },
    [XP_LEFT] = { "xpurpose_left_elements", "reason", NULL, "XPurposeLeft", "Elements left as they are, by reason." },
    [XP_HOLD_LIMIT_HITS] = { "xpurpose_hold_limit_hits", NULL, NULL, "XPurposeHoldLimitHits",
                             "Elements longer than XPurposeElementLimit." },
};

static const unsigned long *of_vendor(const xp_count_vendor *vendor, xp_family family)
{
    switch (family) {
    case XP_VENDOR_BYTES: return &vendor->bytes;
    case XP_VENDOR_GATED: return &vendor->gated;
    case XP_VENDOR_HELD: return &vendor->held;
    case XP_VENDOR_DRY: return &vendor->dry;
    default: return &vendor->elements;
    }
}

/* The next vendor's count that is not 0, from `*at` on; NULL behind the last. */
static const unsigned long *next_vendor(const xp_counters *c, xp_family family, int *at, const char **name)
{
    for (int i = *at - 1; i < XP_VENDORS_MAX; i = (*at)++)
        if (xp_count_get(of_vendor(&c->vendors[i], family))) {
            *name = c->vendors[i].name;
            return of_vendor(&c->vendors[i], family);
        }
    return NULL;
}

/* The count of the next verdict that is about this, from the one that `*at` is behind; NULL after the last. */
static const unsigned long *next_outcome(const unsigned long *counts, int about, int *at, const char **name)
{
    int i = *at - 1;

    while (i < XP_VERDICT_COUNT && !xp_verdict_is((xp_verdict)i, about))
        i = (*at)++;
    *name = i < XP_VERDICT_COUNT ? xp_verdict_name((xp_verdict)i) : NULL;
    return *name ? &counts[i] : NULL;
}

int xp_family_next(const xp_counters *c, const xp_count_host *host, xp_family family, int *at, xp_sample *sample)
{
    const unsigned long *counter = NULL;
    int i = (*at)++;

    sample->name = NULL;
    switch (family) {
    case XP_REQUESTS:
        counter = i < XP_PURPOSES ? &host->requests[i] : NULL;
        sample->name = counter ? xp_purpose_name((xp_purpose)i) : NULL;
        break;
    case XP_PAGES: counter = next_outcome(host->pages, XP_ABOUT_PAGE, at, &sample->name); break;
    case XP_INSERTS: counter = next_outcome(host->inserted, XP_ABOUT_SITE, at, &sample->name); break;
    case XP_LEFT:
        counter = i < XP_LEFT_REASONS ? &c->left[i] : NULL;
        sample->name = counter ? xp_left_name((xp_left)i) : NULL;
        break;
    case XP_ELEMENTS: counter = i < 1 ? &host->elements : NULL; break;
    case XP_BYTES: counter = i < 1 ? &host->bytes : NULL; break;
    case XP_GATED: counter = i < 1 ? &host->gated : NULL; break;
    case XP_HELD: counter = i < 1 ? &host->held : NULL; break;
    case XP_DRY: counter = i < 1 ? &host->dry : NULL; break;
    case XP_HOLD_LIMIT_HITS: counter = i < 1 ? &c->hold_limit : NULL; break;
    default: counter = next_vendor(c, family, at, &sample->name);
    }
    sample->n = counter ? xp_count_get(counter) : 0;
    return counter != NULL;
}

unsigned long xp_family_most(const xp_counters *c, const xp_count_host *host, xp_family family)
{
    unsigned long most = 0;
    int at = 0;
    xp_sample s;

    while (xp_family_next(c, host, family, &at, &s))
        most = s.n > most ? s.n : most;
    return most;
}
