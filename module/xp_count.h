/* Counters in memory that all children share and that outlives a graceful restart. */
#ifndef XP_COUNT_H
#define XP_COUNT_H

#include "xp_config.h"
#include "xp_verdict.h"

enum {
    XP_COUNT_NAME = 32,
    XP_COUNT_HOST = 64,               /* of a virtual host's name, with the NUL */
    XP_COUNT_HOSTS = 64,              /* virtual hosts that are told apart, … */
    XP_COUNT_OTHERS = XP_COUNT_HOSTS, /* … the place of all others together, … */
    XP_COUNT_GONE, /* … and of those that are no longer configured, and whose own places others have */
    XP_COUNT_PLACES,
    XP_COUNT_MOMENTS = 146 /* what is kept of the past: twelve hours, two ends, and the one that is being written */
};

/* Seconds from one moment of the past to the next. */
#ifndef XP_COUNT_STEP
#define XP_COUNT_STEP 300
#endif

/* What is counted, each as type, name and how many. In lists, since the layout's stamp goes through all of it, too (xp_count.c).
 * Words of the machine's size, since only these are added to without a lock everywhere. Of a vendor the name is kept, since its
 * number may change with the configuration, and so may a virtual host's. */
#define XP_VENDOR_COUNTS(X)                                                                                            \
    X(char, name, [XP_COUNT_NAME])                                                                                     \
    X(unsigned long, elements, )                                                                                       \
    X(unsigned long, bytes, )                                                                                          \
    X(unsigned long, gated, )                                                                                          \
    X(unsigned long, held, )                                                                                           \
    X(unsigned long, dry, )

#define XP_HOST_COUNTS(X)                                                                                              \
    X(char, name, [XP_COUNT_HOST])                                                                                     \
    X(unsigned long, reading, ) /* of the configuration: the last one that had the host */                             \
    X(unsigned long, requests, [XP_PURPOSES])                                                                          \
    X(unsigned long, pages, [XP_VERDICT_COUNT])                                                                        \
    X(unsigned long, inserted, [XP_VERDICT_COUNT]) /* answers, by what became of the site's snippet */                 \
    X(unsigned long, elements, )                                                                                       \
    X(unsigned long, bytes, )                                                                                          \
    X(unsigned long, gated, ) /* that stay, but do not load what they would */                                         \
    X(unsigned long, held, )  /* that wait as a whole */                                                               \
    X(unsigned long, dry, )   /* of which DryRun tells, and with which nothing was done: none of the others has them */

/* The sums over all hosts, as they were at a time. */
#define XP_MOMENT_COUNTS(X)                                                                                            \
    X(unsigned long, at, ) /* seconds since the epoch */                                                               \
    X(unsigned long, requests, [XP_PURPOSES])                                                                          \
    X(unsigned long, elements, )                                                                                       \
    X(unsigned long, gated, )                                                                                          \
    X(unsigned long, held, )

#define XP_COUNTS(X)                                                                                                   \
    X(unsigned long, began, )      /* when counting began: seconds since the epoch */                                  \
    X(unsigned long, readings, )   /* how often the configuration has been read */                                     \
    X(unsigned long, hold_limit, ) /* elements that passed because they were too long */                               \
    X(unsigned long, left, [XP_LEFT_REASONS])                                                                          \
    X(unsigned long, named, )   /* how often a filter of ours has been put into a chain by its name */                 \
    X(unsigned long, blocked, ) /* how often a snippet was put into a page whose policy does not let it run */         \
    X(unsigned long, passed, )  /* moments so far: the next one's place in the ring is the rest of it */               \
    X(xp_count_moment, moments, [XP_COUNT_MOMENTS])                                                                    \
    X(xp_count_host, hosts, [XP_COUNT_PLACES])                                                                         \
    X(xp_count_vendor, vendors, [XP_VENDORS_MAX])

#define XP_COUNT_FIELD(type, name, many) type name many;
typedef struct {
    XP_VENDOR_COUNTS(XP_COUNT_FIELD)
} xp_count_vendor;

typedef struct xp_count_host {
    XP_HOST_COUNTS(XP_COUNT_FIELD)
} xp_count_host;

typedef struct {
    XP_MOMENT_COUNTS(XP_COUNT_FIELD)
} xp_count_moment;

typedef struct {
    XP_COUNTS(XP_COUNT_FIELD)
} xp_counters;
#undef XP_COUNT_FIELD

/* Makes the memory at the first start, finds it again after a restart, and gives each vendor and each virtual host its place; for
 * post_config, behind xp_config_compile(). */
int xp_count_open(apr_pool_t *pconf, server_rec *s);

/* Where the counters are; NULL where there is no memory for them. */
extern xp_counters *xp_count_all;

/* Hook for monitor, which httpd runs in the parent every few seconds: keeps a moment of the past when its time has come. */
int xp_count_monitor(apr_pool_t *p, server_rec *s);

/* The counters of the virtual host; NULL where there is no memory for them. */
static inline xp_count_host *xp_count_of(const server_rec *s)
{
    return ((const xp_server_conf *)ap_get_module_config(s->module_config, &xpurpose_module))->counts;
}

/* Inline, since every request passes here. */
static inline void xp_count_request(const server_rec *s, xp_purpose purpose)
{
    xp_count_host *host = xp_count_of(s);

    if (host)
        __atomic_fetch_add(&host->requests[purpose], 1, __ATOMIC_RELAXED);
}

/* Counts a filter that was named, and tells how many there were before since the configuration was read; where there is no memory
 * for that it is never the first. */
unsigned long xp_count_named(void);

/* The same for a snippet that a policy blocks. */
unsigned long xp_count_blocked(void);

void xp_count_page(const server_rec *s, xp_verdict verdict, unsigned hold_limit_hits);
void xp_count_insert(const server_rec *s, xp_verdict verdict);
void xp_count_left(xp_left why, unsigned elements);
void xp_count_cut(const server_rec *s, int vendor, apr_uint64_t bytes);
void xp_count_gated(const server_rec *s, int vendor);
void xp_count_held(const server_rec *s, int vendor);
void xp_count_dry(const server_rec *s, int vendor);

/* Reads one of the counters. */
unsigned long xp_count_get(const unsigned long *counter);

/* What all virtual hosts have counted together; the name is empty. */
void xp_count_sum(const xp_counters *c, xp_count_host *sum);

/* Copies the moment that is the `back`-th from the latest (0); 0 if there is none so long ago. Clocks may be set back: moments are in the order
 * in which they were kept. */
int xp_count_past(const xp_counters *c, int back, xp_count_moment *moment);

#endif
