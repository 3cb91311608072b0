/* A key, ": " and a figure or word. A host's name comes behind the family's, in brackets, and a sample's behind that. */
#include "xp_auto.h"

#include "http_protocol.h"
#include "apr_strings.h"

#include "xp_hosts.h"
#include "xp_quote.h"

/* `host`: the name with its brackets, or "". */
static void print_family(request_rec *r, const xp_counters *c, const xp_count_host *counts, const char *host,
                         xp_family family)
{
    int at = 0;
    xp_sample s;

    while (xp_family_next(c, counts, family, &at, &s))
        if (s.name)
            ap_rprintf(r, "%s%s[%s]: %lu\n", xp_families[family].key, host, s.name, s.n);
        else
            ap_rprintf(r, "%s%s: %lu\n", xp_families[family].key, host, s.n);
}

static void print_host(request_rec *r, const xp_counters *c, const xp_host *host)
{
    const char *name = apr_psprintf(r->pool, "[%s]", host->name ? xp_quote(r->pool, host->name) : XP_HOSTS_OTHERS);

    if (host->mode != XP_UNSET)
        ap_rprintf(r, "XPurposeMode%s: %s\nXPurposeEnabled%s: %d\n", name, xp_config_mode_name(host->mode), name,
                   host->is_on);
    for (int family = 0; family < XP_OF_HOSTS; family++)
        if (xp_hosts_shows(host, c, (xp_family)family))
            print_family(r, c, host->counts, name, (xp_family)family);
}

void xp_auto_lines(request_rec *r, const xp_counters *c)
{
    int count;
    const xp_host *hosts = xp_hosts_list(r->pool, c, &count);
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_rprintf(r, "XPurposeVersion: %s\nXPurposeCatalogue: %s\nXPurposeBegan: %lu\n", xp_version, xp_vendors_month,
               xp_count_get(&c->began));
    for (int family = 0; family < XP_FAMILIES; family++)
        print_family(r, c, &sum, "", (xp_family)family);
    for (const xp_host *host = hosts; host < hosts + count; host++)
        print_host(r, c, host);
}
