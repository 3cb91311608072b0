/* The same samples in two formats, which differ in what is said of a family: OpenMetrics calls it by the name without the suffix of its samples, and
 * knows units and more types.
 *
 * What is counted for each virtual host has the label `server`; sums over hosts are whoever reads it asks for. The names of samples need no
 * escaping, those of hosts do.
 */
#include "xp_metrics.h"

#include "http_protocol.h"

#include "xp_hosts.h"
#include "xp_quote.h"

typedef struct {
    request_rec *r;
    const xp_counters *c;
    int is_open; /* OpenMetrics */
    const xp_host *hosts;
    int host_count;
} output;

/* What is said once of a family; `type` and `suffix` as OpenMetrics has them. */
static void describe(const output *out, const char *name, const char *suffix, const char *type, const char *unit,
                     const char *help)
{
    if (out->is_open) {
        ap_rprintf(out->r, "# TYPE %s %s\n", name, type);
        if (unit)
            ap_rprintf(out->r, "# UNIT %s %s\n", name, unit);
        ap_rprintf(out->r, "# HELP %s %s\n", name, help);
    } else {
        ap_rprintf(out->r, "# HELP %s%s %s\n", name, suffix, help);
        ap_rprintf(out->r, "# TYPE %s%s %s\n", name, suffix, strcmp(type, "counter") ? "gauge" : type);
    }
}

/* `passed:reason` becomes two labels, and so does `stripped:reason`. `server` is escaped; NULL where there is none. */
static void print_sample(const output *out, const xp_family_text *text, const char *server, const xp_sample *s)
{
    const char *reason = s->name ? ap_strchr_c(s->name, ':') : NULL;
    const int len = reason ? (int)(reason - s->name) : s->name ? (int)strlen(s->name) : 0;

    ap_rprintf(out->r, "%s_total", text->metric);
    if (server || s->name)
        ap_rputs("{", out->r);
    if (server)
        ap_rprintf(out->r, "server=\"%s\"%s", server, s->name ? "," : "");
    if (s->name)
        ap_rprintf(out->r, "%s=\"%.*s\"", text->label, len, s->name);
    if (reason)
        ap_rprintf(out->r, ",reason=\"%s\"", reason + 1);
    ap_rprintf(out->r, "%s %lu\n", server || s->name ? "}" : "", s->n);
}

static void print_samples(const output *out, const xp_count_host *counts, const char *server, xp_family family)
{
    int at = 0;
    xp_sample s;

    while (xp_family_next(out->c, counts, family, &at, &s))
        print_sample(out, &xp_families[family], server, &s);
}

static void print_family(const output *out, xp_family family)
{
    const xp_family_text *text = &xp_families[family];

    describe(out, text->metric, "_total", "counter", text->unit, text->help);
    if (family >= XP_OF_HOSTS)
        print_samples(out, NULL, NULL, family);
    else
        for (const xp_host *host = out->hosts; host < out->hosts + out->host_count; host++)
            if (xp_hosts_shows(host, out->c, family))
                print_samples(out, host->counts, host->name ? xp_quote(out->r->pool, host->name) : XP_HOSTS_OTHERS,
                              family);
}

/* What XPurpose is, in and out of sections. */
static void print_modes(const output *out)
{
    const xp_host *end = out->hosts + out->host_count;

    describe(out, "xpurpose_mode", "", "stateset", NULL, "XPurpose outside of sections.");
    for (const xp_host *host = out->hosts; host < end; host++)
        for (int mode = 0; mode < XP_MODES && host->mode != XP_UNSET; mode++)
            ap_rprintf(out->r, "xpurpose_mode{server=\"%s\",xpurpose_mode=\"%s\"} %d\n",
                       xp_quote(out->r->pool, host->name), xp_config_mode_name(mode), mode == host->mode);
    describe(out, "xpurpose_enabled", "", "gauge", NULL, "Whether XPurpose is On or DryRun, in a section or outside.");
    for (const xp_host *host = out->hosts; host < end; host++)
        if (host->mode != XP_UNSET)
            ap_rprintf(out->r, "xpurpose_enabled{server=\"%s\"} %d\n", xp_quote(out->r->pool, host->name), host->is_on);
}

static void print_all(output *out)
{
    out->hosts = xp_hosts_list(out->r->pool, out->c, &out->host_count);
    describe(out, "xpurpose_build", "_info", "info", NULL, "Release of the module and month of its catalogue.");
    ap_rprintf(out->r, "xpurpose_build_info{version=\"%s\",catalogue=\"%s\"} 1\n", xp_version, xp_vendors_month);
    describe(out, "xpurpose_start_time_seconds", "", "gauge", "seconds", "When counting began.");
    ap_rprintf(out->r, "xpurpose_start_time_seconds %lu\n", xp_count_get(&out->c->began));
    print_modes(out);
    for (int family = 0; family < XP_FAMILIES; family++)
        print_family(out, (xp_family)family);
}

void xp_metrics_openmetrics(request_rec *r, const xp_counters *c)
{
    output out = { r, c, 1, NULL, 0 };

    ap_set_content_type(r, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    print_all(&out);
    ap_rputs("# EOF\n", r);
}

void xp_metrics_classic(request_rec *r, const xp_counters *c)
{
    output out = { r, c, 0, NULL, 0 };

    ap_set_content_type(r, "text/plain; version=0.0.4; charset=utf-8");
    print_all(&out);
}
