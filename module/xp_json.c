/* The names of samples are a-z, 0-9, '-' and ':'; those of hosts are the administrator's. */
#include "xp_json.h"

#include "http_protocol.h"

#include "xp_hosts.h"
#include "xp_quote.h"

static const char *key_of(xp_family family)
{
    return xp_families[family].key + strlen("XPurpose");
}

static void print_family(request_rec *r, const xp_counters *c, const xp_count_host *host, xp_family family)
{
    const int labelled = xp_families[family].label != NULL;
    const char *comma = "";
    int at = 0;
    xp_sample s;

    ap_rprintf(r, "\"%s\": %s", key_of(family), labelled ? "{" : "");
    for (; xp_family_next(c, host, family, &at, &s); comma = ",")
        if (labelled)
            ap_rprintf(r, "%s \"%s\": %lu", comma, s.name, s.n);
        else
            ap_rprintf(r, "%lu", s.n);
    ap_rputs(labelled ? " }" : "", r);
}

static void print_host(request_rec *r, const xp_counters *c, const xp_host *host)
{
    ap_rputs("{ ", r);
    if (host->mode != XP_UNSET)
        ap_rprintf(r, "\"Mode\": \"%s\", \"Enabled\": %s, ", xp_config_mode_name(host->mode),
                   host->is_on ? "true" : "false");
    for (int family = 0; family < XP_OF_HOSTS; family++) {
        ap_rputs(family ? ", " : "", r);
        print_family(r, c, host->counts, (xp_family)family);
    }
    ap_rputs(" }", r);
}

/* Those that are not told apart come last, under keys of their own: a host may be called "Others". */
static void print_hosts(request_rec *r, const xp_counters *c)
{
    const char *comma = "";
    int count;
    const xp_host *host = xp_hosts_list(r->pool, c, &count), *end = host + count;
    const xp_host gone = { &c->hosts[XP_COUNT_GONE], NULL, XP_UNSET, 0 };

    ap_rputs(",\n  \"Hosts\": {", r);
    for (; host < end && host->name; host++, comma = ",") {
        ap_rprintf(r, "%s\n    \"%s\": ", comma, xp_quote(r->pool, host->name));
        print_host(r, c, host);
    }
    ap_rputs("\n  }", r);
    if (host < end) {
        ap_rputs(",\n  \"Others\": ", r);
        print_host(r, c, host);
    }
    if (xp_family_most(c, gone.counts, XP_REQUESTS)) {
        ap_rputs(",\n  \"Gone\": ", r);
        print_host(r, c, &gone);
    }
}

/* The oldest first. */
static void print_past(request_rec *r, const xp_counters *c)
{
    const char *comma = "";
    xp_count_moment moment;

    ap_rputs(",\n  \"Past\": [", r);
    for (int back = XP_COUNT_MOMENTS; back-- > 0;) {
        if (!xp_count_past(c, back, &moment))
            continue;
        ap_rprintf(r, "%s\n    { \"At\": %lu, \"Requests\": {", comma, moment.at);
        for (int i = 0; i < XP_PURPOSES; i++)
            ap_rprintf(r, "%s \"%s\": %lu", i ? "," : "", xp_purpose_name((xp_purpose)i), moment.requests[i]);
        ap_rprintf(r, " }, \"Elements\": %lu, \"Gated\": %lu, \"Held\": %lu }", moment.elements, moment.gated,
                   moment.held);
        comma = ",";
    }
    ap_rputs("\n  ]", r);
}

void xp_json(request_rec *r, const xp_counters *c)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_set_content_type(r, "application/json");
    ap_rprintf(r, "{\n  \"Version\": \"%s\",\n  \"Catalogue\": \"%s\",\n  \"Began\": %lu", xp_version, xp_vendors_month,
               xp_count_get(&c->began));
    for (int family = 0; family < XP_FAMILIES; family++) {
        ap_rputs(",\n  ", r);
        print_family(r, c, &sum, (xp_family)family);
    }
    print_hosts(r, c);
    print_past(r, c);
    ap_rputs("\n}\n", r);
}
