/* What many pages come to: by vendor, by reason, and which of them took longest. */
#ifndef XP_SUMS_H
#define XP_SUMS_H

#include "xp_report.h"
#include "xp_saved.h"
#include "xp_folders.h"

enum { XP_SLOWEST = 10 };

/* Elements, bytes of those removed, and pages that have such elements. */
typedef struct {
    uint64_t removed, cut, gated, held, left;
    uint64_t pages, pages_removed, pages_gated, pages_held, pages_left; /* the first: with any of them but those left */
} xp_sum;

/* What passes for one reason. */
typedef struct {
    uint64_t elements, pages;
    char *first; /* the first of these pages */
} xp_passed;

typedef struct {
    char *name;
    uint64_t nanoseconds, bytes;
} xp_slow;

typedef struct {
    uint64_t pages, bytes, nanoseconds, folders, troubles, skipped[XP_SKIP_REASONS];
    xp_sum all, vendors[XP_VENDORS_MAX];
    xp_passed left[XP_WHY_SURE], not_judged[XP_REASON_FRAGMENT + 1]; /* by xp_reason; pages, but no elements */
    xp_slow slowest[XP_SLOWEST];                                     /* the slowest first */
    int nslowest;
    xp_sum page[XP_VENDORS_MAX]; /* the page that is being read; no pages */
    uint64_t page_left[XP_WHY_SURE];
} xp_sums;

/* An edit in the page that is being read. */
void xp_sums_edit(xp_sums *sums, const xp_edit *edit);

/* An element of a vendor's in it that stays as it is. The engine itself counts how many do so for the first three reasons: nobody's among
 * them, too. */
void xp_sums_left(xp_sums *sums, int vendor, xp_why why);

/* The page has been read; or not to its end, and nothing of it counts. */
void xp_sums_page(xp_sums *sums, const char *name, const xp_found *found);
void xp_sums_drop(xp_sums *sums);

void xp_sums_release(xp_sums *sums);

#endif
