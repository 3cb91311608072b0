#include "xp_hosts.h"

#include "http_main.h"
#include "apr_strings.h"

/* What is configured for those that are counted at each place. Two virtual hosts may bear one name; the first is the one that httpd asks. */
static void find_modes(const xp_counters *c, xp_host *hosts)
{
    for (const server_rec *s = ap_server_conf; s; s = s->next) {
        const xp_count_host *counts = xp_count_of(s);
        xp_host *host = counts ? &hosts[counts - c->hosts] : NULL;

        if (!host || !host->name)
            continue;
        host->mode = host->mode == XP_UNSET ? xp_config_server_mode(s) : host->mode;
        host->is_on |= xp_config_is_on(s);
    }
}

const xp_host *xp_hosts_list(apr_pool_t *p, const xp_counters *c, int *count)
{
    xp_host *hosts = apr_palloc(p, XP_COUNT_PLACES * sizeof *hosts);

    for (int i = 0; i <= XP_COUNT_OTHERS; i++) {
        const char *name =
            apr_pstrndup(p, c->hosts[i].name, XP_COUNT_HOST - 1); /* which a reload may change meanwhile */

        hosts[i] = (xp_host){ &c->hosts[i], *name ? name : NULL, XP_UNSET, 0 };
    }
    find_modes(c, hosts);
    *count = 0;
    for (int i = 0; i <= XP_COUNT_OTHERS; i++)
        if (hosts[i].name || xp_family_most(c, hosts[i].counts, XP_REQUESTS))
            hosts[(*count)++] = hosts[i];
    return hosts;
}

int xp_hosts_shows(const xp_host *host, const xp_counters *c, xp_family family)
{
    return family == XP_REQUESTS || (host->is_on && family != XP_INSERTS) || xp_family_most(c, host->counts, family);
}
