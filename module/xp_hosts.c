#include "xp_hosts.h"

#include "http_main.h"

/* Two virtual hosts may bear one name; the first is the one that httpd asks. */
static void find_mode(xp_host *host)
{
    host->mode = XP_UNSET;
    host->is_on = 0;
    for (const server_rec *s = ap_server_conf; s && host->name; s = s->next)
        if (xp_count_of(s) == host->counts) {
            host->mode = host->mode == XP_UNSET ? xp_config_server_mode(s) : host->mode;
            host->is_on |= xp_config_is_on(s);
        }
}

int xp_hosts_next(const xp_counters *c, int *at, xp_host *host)
{
    while (*at < XP_COUNT_PLACES) {
        host->counts = &c->hosts[(*at)++];
        host->name = *host->counts->name ? host->counts->name : NULL;
        find_mode(host);
        if (host->name || xp_family_most(c, host->counts, XP_REQUESTS))
            return 1;
    }
    return 0;
}

int xp_hosts_shows(const xp_host *host, const xp_counters *c, xp_family family)
{
    return family == XP_REQUESTS || (host->is_on && family != XP_INSERTS) || xp_family_most(c, host->counts, family);
}
