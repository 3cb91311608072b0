/* Counters. The segment is anonymous shared memory from the process's pool: children inherit it, no file or name is left
 * behind, and SELinux has nothing to say about it. Where to find it again after the module has been reloaded is kept in httpd's
 * retained data. A vendor's place is found by its name, because a restart may bring a new catalogue or other site vendors, and
 * so is a virtual host's; children of the old generation go on counting at the old places, which are the same.
 *
 * A release that counts something else, or in another order, finds by the stamp that the segment is not for it, and begins a new
 * one. The old one stays where it is: the children of the old generation count there until they end.
 *
 * Without the segment everything works, and nothing is counted.
 */
#include "xp_count.h"

#include "http_log.h"
#include "apr_shm.h"
#include "apr_strings.h"

#include "xp_hash.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

/* What survives a reload of the module, and is read by whichever release comes next: one that changes this takes another key. */
typedef struct {
    xp_counters *counters;
    apr_uint64_t stamp;
} retained;

xp_counters *xp_count_all;

static int *place; /* of each vendor in xp_count_all->vendors[], or -1 */
static int nplaces;

static void add(unsigned long *counter, unsigned long n)
{
    __atomic_fetch_add(counter, n, __ATOMIC_RELAXED);
}

unsigned long xp_count_get(const unsigned long *counter)
{
    return __atomic_load_n(counter, __ATOMIC_RELAXED);
}

/* What counts there are, in which order and of what, in a number. Nobody has to remember that something has changed. */
static apr_uint64_t layout_stamp(void)
{
    apr_uint64_t stamp = XP_HASH_BEGIN;

#define XP_STAMP_FIELD(type, name, many)                                                                               \
    stamp = xp_hash_word(xp_hash_number(stamp, sizeof(type many)), #type " " #name);
    XP_VENDOR_COUNTS(XP_STAMP_FIELD)
    XP_HOST_COUNTS(XP_STAMP_FIELD)
    XP_MOMENT_COUNTS(XP_STAMP_FIELD)
    XP_COUNTS(XP_STAMP_FIELD)
#undef XP_STAMP_FIELD
    for (int i = 0; i < XP_PURPOSES; i++)
        stamp = xp_hash_word(stamp, xp_purpose_name((xp_purpose)i));
    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        stamp = xp_hash_word(stamp, xp_verdict_name((xp_verdict)i));
    for (int i = 0; i < XP_LEFT_REASONS; i++)
        stamp = xp_hash_word(stamp, xp_left_name((xp_left)i));
    return stamp;
}

static unsigned long now(void)
{
    return (unsigned long)apr_time_sec(apr_time_now());
}

static xp_counters *make_segment(server_rec *s)
{
    apr_shm_t *shm;
    apr_status_t rv = apr_shm_create(&shm, sizeof(xp_counters), NULL, s->process->pool);

    if (rv != APR_SUCCESS) {
        ap_log_error(APLOG_MARK, APLOG_WARNING, rv, s,
                     "no shared memory of %" APR_SIZE_T_FMT " bytes: nothing is counted", sizeof(xp_counters));
        return NULL;
    }
    memset(apr_shm_baseaddr_get(shm), 0, sizeof(xp_counters));
    ((xp_counters *)apr_shm_baseaddr_get(shm))->began = now();
    return apr_shm_baseaddr_get(shm);
}

/* The place that bears this name, or a free one. */
static int place_of(const char *name)
{
    for (int i = 0; i < XP_VENDORS_MAX; i++) {
        xp_count_vendor *vendor = &xp_count_all->vendors[i];

        if (!*vendor->name)
            apr_cpystrn(vendor->name, name, sizeof vendor->name);
        if (!strncmp(vendor->name, name, sizeof vendor->name - 1))
            return i;
    }
    return -1;
}

/* The counters of the generation before, if they are laid out as ours are; else new ones. */
static xp_counters *find_segment(server_rec *s)
{
    static const char KEY[] = "mod_xpurpose counters";
    const apr_uint64_t stamp = layout_stamp();
    retained *kept = ap_retained_data_get(KEY);

    if (!kept)
        kept = ap_retained_data_create(KEY, sizeof *kept);
    if (kept->counters && kept->stamp == stamp)
        return kept->counters;
    if (kept->counters)
        ap_log_error(APLOG_MARK, APLOG_NOTICE, 0, s,
                     "the counters begin anew: this release lays them out in another way than the one before");
    kept->counters = make_segment(s);
    kept->stamp = stamp;
    return kept->counters;
}

/* As the administrator knows it: its ServerName, and the port if the configuration tells one. */
static void name_host(char *name, const server_rec *s)
{
    const apr_port_t port = s->is_virtual && s->addrs ? s->addrs->host_port : s->port;

    apr_snprintf(name, XP_COUNT_HOST, port ? "%s:%u" : "%s", s->server_hostname ? s->server_hostname : "-",
                 (unsigned)port);
}

/* All that is counted of a host are words of one size, from here on. */
static unsigned long *words_of(xp_count_host *host)
{
    return (unsigned long *)(void *)((char *)host + offsetof(xp_count_host, requests));
}

enum { HOST_WORDS = (sizeof(xp_count_host) - offsetof(xp_count_host, requests)) / sizeof(unsigned long) };

/* The sums go on having what was counted there. Who reads them meanwhile finds some of it twice, and nothing missing. */
static void forget(xp_count_host *host)
{
    unsigned long *from = words_of(host), *to = words_of(&xp_count_all->hosts[XP_COUNT_GONE]);

    for (int i = 0; i < HOST_WORDS; i++) {
        const unsigned long n = xp_count_get(&from[i]);

        add(&to[i], n);
        add(&from[i], -n);
    }
}

/* The place that bears this name, or the first that bears none, or that of the others. */
static xp_count_host *find_host(const char *name)
{
    xp_count_host *host = xp_count_all->hosts;

    while (host < xp_count_all->hosts + XP_COUNT_OTHERS && *host->name && strcmp(host->name, name))
        host++;
    return host;
}

/* The place of a host that neither this configuration has nor the one before, whose children may still be counting; else that of the others. */
static xp_count_host *take_host(void)
{
    for (xp_count_host *host = xp_count_all->hosts; host < xp_count_all->hosts + XP_COUNT_OTHERS; host++)
        if (host->reading + 1 < xp_count_all->readings) {
            forget(host);
            return host;
        }
    return xp_count_all->hosts + XP_COUNT_OTHERS;
}

/* Gives the virtual host the place of its name; with `anew` also one that had none before, as long as there are any. */
static void place_host(const server_rec *s, int anew)
{
    char name[XP_COUNT_HOST];
    xp_count_host *host;

    name_host(name, s);
    host = find_host(name);
    if (anew && host == xp_count_all->hosts + XP_COUNT_OTHERS)
        host = take_host();
    if (anew && host < xp_count_all->hosts + XP_COUNT_OTHERS)
        apr_cpystrn(host->name, name, sizeof host->name);
    host->reading = xp_count_all->readings;
    ((xp_server_conf *)ap_get_module_config(s->module_config, &xpurpose_module))->counts = host;
}

/* Those that have a place keep it; others get theirs in the order of the configuration, so that those that stand first in it are told apart. httpd's
 * list has the last one first. */
static void place_hosts(apr_pool_t *p, const server_rec *s)
{
    apr_array_header_t *hosts = apr_array_make(p, XP_COUNT_HOSTS, sizeof(const server_rec *));

    for (const server_rec *it = s->next; it; it = it->next)
        APR_ARRAY_PUSH(hosts, const server_rec *) = it;
    APR_ARRAY_PUSH(hosts, const server_rec *) = s;
    xp_count_all->readings++;
    for (int anew = 0; anew < 2; anew++)
        for (int i = hosts->nelts; i-- > 0;)
            place_host(APR_ARRAY_IDX(hosts, i, const server_rec *), anew);
}

int xp_count_open(apr_pool_t *pconf, server_rec *s)
{
    const xp_rules *rules = xp_site_rules();

    xp_count_all = find_segment(s);
    if (xp_count_all) {
        __atomic_store_n(&xp_count_all->named, 0, __ATOMIC_RELAXED);
        __atomic_store_n(&xp_count_all->blocked, 0, __ATOMIC_RELAXED);
    }
    nplaces = xp_count_all ? xp_rules_vendors(rules) : 0;
    place = apr_palloc(pconf, (apr_size_t)(nplaces + 1) * sizeof *place);
    for (int i = 0; i < nplaces; i++)
        place[i] = place_of(xp_rules_name(rules, i));
    if (xp_count_all)
        place_hosts(pconf, s);
    return OK;
}

/* ---- The past ------------------------------------------------------------------------------------------------------------------ */

void xp_count_sum(const xp_counters *c, xp_count_host *sum)
{
    memset(sum, 0, sizeof *sum);
    for (int i = 0; i < XP_COUNT_PLACES; i++) {
        const unsigned long *from = words_of((xp_count_host *)&c->hosts[i]);

        for (int word = 0; word < HOST_WORDS; word++)
            words_of(sum)[word] += xp_count_get(&from[word]);
    }
}

/* Nobody but the parent writes here, one moment at a time; whoever reads does not look at the place that is next. */
static void keep_moment(xp_counters *c, unsigned long at)
{
    xp_count_moment *moment = &c->moments[c->passed % XP_COUNT_MOMENTS];
    xp_count_host sum;

    xp_count_sum(c, &sum);
    moment->at = at;
    memcpy(moment->requests, sum.requests, sizeof moment->requests);
    moment->elements = sum.elements;
    moment->gated = sum.gated;
    moment->held = sum.held;
    __atomic_store_n(&c->passed, c->passed + 1, __ATOMIC_RELEASE);
}

/* A clock that is set back by less than a step, as time servers do, is waited for: it is no reason to forget twelve hours. */
static int is_due(const xp_counters *c, unsigned long at)
{
    const unsigned long last = c->passed ? c->moments[(c->passed - 1) % XP_COUNT_MOMENTS].at : 0;

    return at / XP_COUNT_STEP > last / XP_COUNT_STEP || at + XP_COUNT_STEP <= last;
}

int xp_count_monitor(apr_pool_t *p, server_rec *s)
{
    xp_counters *c = xp_count_all;
    const unsigned long at = now();

    (void)p;
    (void)s;
    if (c && is_due(c, at))
        keep_moment(c, at);
    return DECLINED;
}

int xp_count_past(const xp_counters *c, int back, xp_count_moment *moment)
{
    const unsigned long passed = __atomic_load_n(&c->passed, __ATOMIC_ACQUIRE);

    if (back < 0 || back >= XP_COUNT_MOMENTS - 1 || (unsigned long)back >= passed)
        return 0;
    *moment = c->moments[(passed - 1 - (unsigned long)back) % XP_COUNT_MOMENTS];
    return 1;
}

/* ---- Counting ------------------------------------------------------------------------------------------------------------------ */

unsigned long xp_count_named(void)
{
    return xp_count_all ? __atomic_fetch_add(&xp_count_all->named, 1, __ATOMIC_RELAXED) : 1;
}

unsigned long xp_count_blocked(void)
{
    return xp_count_all ? __atomic_fetch_add(&xp_count_all->blocked, 1, __ATOMIC_RELAXED) : 1;
}

void xp_count_page(const server_rec *s, xp_verdict verdict, unsigned hold_limit_hits)
{
    xp_count_host *host = xp_count_of(s);

    if (!host)
        return;
    add(&host->pages[verdict], 1);
    if (hold_limit_hits)
        add(&xp_count_all->hold_limit, hold_limit_hits);
}

void xp_count_insert(const server_rec *s, xp_verdict verdict)
{
    xp_count_host *host = xp_count_of(s);

    if (host)
        add(&host->inserted[verdict], 1);
}

void xp_count_left(xp_left why, unsigned elements)
{
    if (xp_count_all && elements)
        add(&xp_count_all->left[why], elements);
}

/* The vendor's counts; NULL if it has no place. */
static xp_count_vendor *counts_of(int vendor)
{
    return vendor >= 0 && vendor < nplaces && place[vendor] >= 0 ? &xp_count_all->vendors[place[vendor]] : NULL;
}

void xp_count_cut(const server_rec *s, int vendor, apr_uint64_t bytes)
{
    xp_count_host *host = xp_count_of(s);
    xp_count_vendor *counts = counts_of(vendor);

    if (!host)
        return;
    add(&host->elements, 1);
    add(&host->bytes, (unsigned long)bytes);
    if (counts) {
        add(&counts->elements, 1);
        add(&counts->bytes, (unsigned long)bytes);
    }
}

void xp_count_gated(const server_rec *s, int vendor)
{
    xp_count_host *host = xp_count_of(s);
    xp_count_vendor *counts = counts_of(vendor);

    if (host)
        add(&host->gated, 1);
    if (counts)
        add(&counts->gated, 1);
}

void xp_count_held(const server_rec *s, int vendor)
{
    xp_count_host *host = xp_count_of(s);
    xp_count_vendor *counts = counts_of(vendor);

    if (host)
        add(&host->held, 1);
    if (counts)
        add(&counts->held, 1);
}

void xp_count_dry(const server_rec *s, int vendor)
{
    xp_count_host *host = xp_count_of(s);
    xp_count_vendor *counts = counts_of(vendor);

    if (host)
        add(&host->dry, 1);
    if (counts)
        add(&counts->dry, 1);
}
