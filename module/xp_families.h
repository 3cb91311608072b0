/* What there is to show of the counters: families of samples, of which every form is printed, so that no counter is in one form and
 * missing in another. */
#ifndef XP_FAMILIES_H
#define XP_FAMILIES_H

#include "xp_count.h"

/* The first ones are counted for each virtual host. */
typedef enum {
    XP_REQUESTS,
    XP_PAGES,
    XP_INSERTS,
    XP_ELEMENTS,
    XP_BYTES,
    XP_GATED,
    XP_HELD,
    XP_DRY,
    XP_OF_HOSTS,
    XP_VENDOR_ELEMENTS = XP_OF_HOSTS,
    XP_VENDOR_BYTES,
    XP_VENDOR_GATED,
    XP_VENDOR_HELD,
    XP_VENDOR_DRY,
    XP_LEFT,
    XP_HOLD_LIMIT_HITS,
    XP_FAMILIES
} xp_family;

typedef struct {
    const char *metric; /* OpenMetrics, without _total */
    const char *label;  /* what tells its samples apart; NULL for a family of one */
    const char *unit;   /* or NULL */
    const char *key;    /* mod_status; JSON without the prefix XPurpose */
    const char *help;
} xp_family_text;

extern const xp_family_text xp_families[XP_FAMILIES];

typedef struct {
    const char *name; /* the label's value; NULL for a family of one */
    unsigned long n;
} xp_sample;

/* Reads the sample at `*at`, which begins at 0, and moves on; returns 0 behind the last. `host` is a virtual host's counts, or the sum of
 * all; families that are counted for all together do not look at it. Vendors of which there is nothing to count are left out. */
int xp_family_next(const xp_counters *c, const xp_count_host *host, xp_family family, int *at, xp_sample *sample);

/* The greatest of the family's samples; 0 for none. */
unsigned long xp_family_most(const xp_counters *c, const xp_count_host *host, xp_family family);

#endif
