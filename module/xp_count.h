/* Counters in memory that all children share and that outlives a graceful restart. */
#ifndef XP_COUNT_H
#define XP_COUNT_H

#include "xp_config.h"
#include "xp_verdict.h"

enum { XP_COUNT_NAME = 32 };

/* What is counted, each as type, name and how many. In lists, since the layout's stamp goes through all of it, too (xp_count.c).
 * Words of the machine's size, since only these are added to without a lock everywhere. Of a vendor the name is kept, since its
 * number may change with the configuration. */
#define XP_VENDOR_COUNTS(X)                                                                                            \
    X(char, name, [XP_COUNT_NAME])                                                                                     \
    X(unsigned long, elements, )                                                                                       \
    X(unsigned long, bytes, )                                                                                          \
    X(unsigned long, gated, )                                                                                          \
    X(unsigned long, held, )

#define XP_COUNTS(X)                                                                                                   \
    X(unsigned long, requests, [XP_PURPOSES])                                                                          \
    X(unsigned long, pages, [XP_VERDICT_COUNT])                                                                        \
    X(unsigned long, inserted, [XP_VERDICT_COUNT]) /* answers, by what became of the site's snippet */                 \
    X(unsigned long, hold_limit, )                 /* elements that passed because they were too long */               \
    X(unsigned long, elements, )                                                                                       \
    X(unsigned long, bytes, )                                                                                          \
    X(unsigned long, gated, ) /* that stay, but do not load what they would */                                         \
    X(unsigned long, held, )  /* that wait as a whole */                                                               \
    X(unsigned long, left, [XP_LEFT_REASONS])                                                                          \
    X(unsigned long, named, )   /* how often a filter of ours has been put into a chain by its name */                 \
    X(unsigned long, blocked, ) /* how often a snippet was put into a page whose policy does not let it run */         \
    X(xp_count_vendor, vendors, [XP_VENDORS_MAX])

#define XP_COUNT_FIELD(type, name, many) type name many;
typedef struct {
    XP_VENDOR_COUNTS(XP_COUNT_FIELD)
} xp_count_vendor;

typedef struct {
    XP_COUNTS(XP_COUNT_FIELD)
} xp_counters;
#undef XP_COUNT_FIELD

/* Makes the memory at the first start, finds it again after a restart, and gives each vendor its place; for post_config. */
int xp_count_open(apr_pool_t *pconf, server_rec *s);

/* Where the counters are; NULL where there is no memory for them. */
extern xp_counters *xp_count_all;

/* Inline, since every request passes here. */
static inline void xp_count_request(xp_purpose purpose)
{
    if (xp_count_all)
        __atomic_fetch_add(&xp_count_all->requests[purpose], 1, __ATOMIC_RELAXED);
}

/* Counts a filter that was named, and tells how many there were before since the configuration was read; where there is no memory
 * for that it is never the first. */
unsigned long xp_count_named(void);

/* The same for a snippet that a policy blocks. */
unsigned long xp_count_blocked(void);

void xp_count_page(xp_verdict verdict, unsigned hold_limit_hits);
void xp_count_insert(xp_verdict verdict);
void xp_count_left(xp_left why, unsigned elements);
void xp_count_cut(int vendor, apr_uint64_t bytes);
void xp_count_gated(int vendor);
void xp_count_held(int vendor);

/* Reads one of the counters. */
unsigned long xp_count_get(const unsigned long *counter);

#endif
