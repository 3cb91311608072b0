/* Sums: see xp_sums.h. */
#define _POSIX_C_SOURCE 200809L
#include "xp_sums.h"

#include <stdlib.h>
#include <string.h>

void xp_sums_edit(xp_sums *sums, const xp_edit *edit)
{
    xp_sum *sum;

    if (!xp_saved_counts(edit))
        return;
    sum = &sums->page[edit->vendor];
    if (xp_form_removes(edit->form)) {
        sum->removed++;
        sum->cut += edit->to - edit->from;
    } else if (edit->form == XP_FORM_HELD) {
        sum->held++;
    } else {
        sum->gated++;
    }
}

void xp_sums_left(xp_sums *sums, int vendor, xp_why why)
{
    sums->page[vendor].left++;
    if (why > XP_WHY_HOLD_LIMIT)
        sums->page_left[why]++;
}

/* One page's into those of all. */
static void add(xp_sum *sum, const xp_sum *page)
{
    sum->removed += page->removed;
    sum->cut += page->cut;
    sum->gated += page->gated;
    sum->held += page->held;
    sum->left += page->left;
    sum->pages += page->removed || page->gated || page->held;
    sum->pages_removed += page->removed > 0;
    sum->pages_gated += page->gated > 0;
    sum->pages_held += page->held > 0;
    sum->pages_left += page->left > 0;
}

static void add_passed(xp_passed *passed, uint64_t elements, const char *name)
{
    passed->elements += elements;
    passed->pages++;
    if (!passed->first)
        passed->first = strdup(name);
}

static void add_reasons(xp_sums *sums, const char *name, const xp_scan *scan)
{
    xp_reason reason = xp_scan_reason(scan);

    for (int why = 0; why < XP_LEFT_REASONS; why++)
        sums->page_left[why] = xp_scan_left(scan, (xp_left)why);
    sums->page_left[XP_WHY_HOLD_LIMIT] = xp_scan_hold_limit_hits(scan);
    for (int why = 0; why < XP_WHY_SURE; why++)
        if (sums->page_left[why])
            add_passed(&sums->left[why], sums->page_left[why], name);
    if (reason != XP_REASON_NONE)
        add_passed(&sums->not_judged[reason], 0, name);
}

static void add_slow(xp_sums *sums, const char *name, const xp_found *found)
{
    int at = sums->nslowest;
    xp_slow slow = { NULL, found->nanoseconds, found->bytes };

    while (at > 0 && sums->slowest[at - 1].nanoseconds < slow.nanoseconds)
        at--;
    if (at == XP_SLOWEST || !(slow.name = strdup(name)))
        return;
    if (sums->nslowest == XP_SLOWEST)
        free(sums->slowest[--sums->nslowest].name);
    memmove(&sums->slowest[at + 1], &sums->slowest[at], (size_t)(sums->nslowest - at) * sizeof slow);
    sums->slowest[at] = slow;
    sums->nslowest++;
}

void xp_sums_page(xp_sums *sums, const char *name, const xp_found *found)
{
    xp_sum page = { .removed = found->removed, .cut = found->cut, .gated = found->gated, .held = found->held };

    sums->pages++;
    sums->bytes += found->bytes;
    sums->nanoseconds += found->nanoseconds;
    for (int i = 0; i < XP_VENDORS_MAX; i++) {
        page.left += sums->page[i].left;
        if (sums->page[i].left || xp_set_has(&found->vendors, i))
            add(&sums->vendors[i], &sums->page[i]);
    }
    add(&sums->all, &page);
    add_reasons(sums, name, found->scan);
    add_slow(sums, name, found);
    xp_sums_drop(sums);
}

void xp_sums_drop(xp_sums *sums)
{
    memset(sums->page, 0, sizeof sums->page);
    memset(sums->page_left, 0, sizeof sums->page_left);
}

void xp_sums_release(xp_sums *sums)
{
    for (int i = 0; i < XP_WHY_SURE; i++)
        free(sums->left[i].first);
    for (int i = 0; i <= XP_REASON_FRAGMENT; i++)
        free(sums->not_judged[i].first);
    for (int i = 0; i < sums->nslowest; i++)
        free(sums->slowest[i].name);
}
