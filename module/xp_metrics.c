/* Nothing needs escaping: names are a-z, 0-9, '-' and ':'. */
#include "xp_metrics.h"

#include "http_protocol.h"

#include "xp_families.h"

void xp_metrics_json(request_rec *r, const xp_counters *c)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_set_content_type(r, "application/json");
    ap_rprintf(r, "{\n  \"Version\": \"%s\",\n  \"Catalogue\": \"%s\"", xp_version, xp_vendors_month);
    for (int family = 0; family < XP_FAMILIES; family++) {
        const xp_family_text *text = &xp_families[family];
        int at = 0;
        const char *comma = "";
        xp_sample s;

        ap_rprintf(r, ",\n  \"%s\": %s", text->key + strlen("XPurpose"), text->label ? "{" : "");
        for (; xp_family_next(c, &sum, (xp_family)family, &at, &s); comma = ",")
            if (text->label)
                ap_rprintf(r, "%s \"%s\": %lu", comma, s.name, s.n);
            else
                ap_rprintf(r, "%lu", s.n);
        ap_rputs(text->label ? " }" : "", r);
    }
    ap_rputs("\n}\n", r);
}

/* `passed:reason` becomes two labels, and so does `stripped:reason`. */
static void print_sample(request_rec *r, const xp_family_text *text, const xp_sample *s)
{
    const char *reason = s->name ? ap_strchr_c(s->name, ':') : NULL;

    if (reason)
        ap_rprintf(r, "%s_total{%s=\"%.*s\",reason=\"%s\"} %lu\n", text->metric, text->label, (int)(reason - s->name),
                   s->name, reason + 1, s->n);
    else if (s->name)
        ap_rprintf(r, "%s_total{%s=\"%s\"} %lu\n", text->metric, text->label, s->name, s->n);
    else
        ap_rprintf(r, "%s_total %lu\n", text->metric, s->n);
}

void xp_metrics_openmetrics(request_rec *r, const xp_counters *c)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_set_content_type(r, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    ap_rprintf(r,
               "# TYPE xpurpose_build info\n# HELP xpurpose_build Release of the module and month of its catalogue.\n"
               "xpurpose_build_info{version=\"%s\",catalogue=\"%s\"} 1\n",
               xp_version, xp_vendors_month);
    for (int family = 0; family < XP_FAMILIES; family++) {
        const xp_family_text *text = &xp_families[family];
        int at = 0;
        xp_sample s;

        ap_rprintf(r, "# TYPE %s counter\n", text->metric);
        if (text->unit)
            ap_rprintf(r, "# UNIT %s %s\n", text->metric, text->unit);
        ap_rprintf(r, "# HELP %s %s\n", text->metric, text->help);
        while (xp_family_next(c, &sum, (xp_family)family, &at, &s))
            print_sample(r, text, &s);
    }
    ap_rputs("# EOF\n", r);
}

void xp_metrics_auto(request_rec *r, const xp_counters *c)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_rprintf(r, "XPurposeVersion: %s\nXPurposeCatalogue: %s\n", xp_version, xp_vendors_month);
    for (int family = 0; family < XP_FAMILIES; family++) {
        int at = 0;
        xp_sample s;

        while (xp_family_next(c, &sum, (xp_family)family, &at, &s))
            if (s.name)
                ap_rprintf(r, "%s[%s]: %lu\n", xp_families[family].key, s.name, s.n);
            else
                ap_rprintf(r, "%s: %lu\n", xp_families[family].key, s.n);
    }
}
