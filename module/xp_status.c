/* The counters, shown. Every form is printed from one list of families and one function that reads their samples, so that a
 * counter cannot be in one form and missing in another.
 *
 * The HTML page needs no script, no style sheet and nothing from elsewhere; the bars are inline SVG and repeat what the table
 * beside them says. Nothing needs escaping: names are a-z, 0-9, '-' and ':'.
 */
#include "xp_status.h"

#include "http_core.h"
#include "http_log.h"
#include "http_protocol.h"
#include "mod_status.h"
#include "apr_strings.h"

#include "xp_count.h"

APLOG_USE_MODULE(xpurpose);

/* ---- What there is to show -------------------------------------------------------------------------------------------------- */

enum {
    REQUESTS,
    PAGES,
    INSERTS,
    VENDOR_ELEMENTS,
    VENDOR_BYTES,
    VENDOR_GATED,
    VENDOR_HELD,
    LEFT,
    ELEMENTS,
    BYTES,
    GATED,
    HELD,
    HOLD_LIMIT,
    FAMILIES
};

static const struct {
    const char *metric, *label, *unit; /* OpenMetrics */
    const char *key;                   /* mod_status, JSON without the prefix */
    const char *help;
} FAMILY[FAMILIES] = {
    { "xpurpose_requests", "class", NULL, "XPurposeRequests", "Requests by class." },
    { "xpurpose_pages", "outcome", NULL, "XPurposePages", "Responses where a class is stripped or held, by outcome." },
    { "xpurpose_inserts", "outcome", NULL, "XPurposeInserts",
      "Responses where XPurposeInsert is in force, by outcome." },
    { "xpurpose_vendor_elements", "vendor", NULL, "XPurposeVendorElements", "Elements removed, by vendor." },
    { "xpurpose_vendor_bytes", "vendor", "bytes", "XPurposeVendorBytes", "Bytes of removed elements, by vendor." },
    { "xpurpose_vendor_gated", "vendor", NULL, "XPurposeVendorGated",
      "Elements that stay and are kept from loading, by vendor." },
    { "xpurpose_vendor_held", "vendor", NULL, "XPurposeVendorHeld",
      "Elements that wait until somebody looks, by vendor." },
    { "xpurpose_left_elements", "reason", NULL, "XPurposeLeft", "Elements left as they are, by reason." },
    { "xpurpose_removed_elements", NULL, NULL, "XPurposeElements", "Elements removed." },
    { "xpurpose_removed_bytes", NULL, "bytes", "XPurposeBytes", "Bytes of removed elements." },
    { "xpurpose_gated_elements", NULL, NULL, "XPurposeGated", "Elements that stay and are kept from loading." },
    { "xpurpose_held_elements", NULL, NULL, "XPurposeHeld", "Elements that wait until somebody looks." },
    { "xpurpose_hold_limit_hits", NULL, NULL, "XPurposeHoldLimitHits", "Elements longer than XPurposeElementLimit." },
};

typedef struct {
    const char *name; /* the label's value; NULL for a family of one */
    unsigned long n;
} sample;

static const unsigned long *of_vendor(const xp_count_vendor *vendor, int family)
{
    switch (family) {
    case VENDOR_BYTES: return &vendor->bytes;
    case VENDOR_GATED: return &vendor->gated;
    case VENDOR_HELD: return &vendor->held;
    default: return &vendor->elements;
    }
}

/* The count of the next verdict that is about this, from the one that `*at` is behind; NULL after the last. */
static const unsigned long *next_outcome(const unsigned long *counts, int about, int *at, const char **name)
{
    int i = *at - 1;

    while (i < XP_VERDICT_COUNT && !xp_verdict_is((xp_verdict)i, about))
        i = (*at)++;
    *name = i < XP_VERDICT_COUNT ? xp_verdict_name((xp_verdict)i) : NULL;
    return *name ? &counts[i] : NULL;
}

/* Reads the sample at `*at` and moves on; 0 behind the last. Vendors of which there is nothing to count are left out. */
static int next_sample(const xp_counters *c, int family, int *at, sample *s)
{
    const unsigned long *counter = NULL;
    int i = (*at)++;

    s->name = NULL;
    switch (family) {
    case REQUESTS:
        counter = i < XP_PURPOSES ? &c->requests[i] : NULL;
        s->name = counter ? xp_purpose_name((xp_purpose)i) : NULL;
        break;
    case PAGES: counter = next_outcome(c->pages, XP_ABOUT_PAGE, at, &s->name); break;
    case INSERTS: counter = next_outcome(c->inserted, XP_ABOUT_SITE, at, &s->name); break;
    case LEFT:
        counter = i < XP_LEFT_REASONS ? &c->left[i] : NULL;
        s->name = counter ? xp_left_name((xp_left)i) : NULL;
        break;
    case ELEMENTS: counter = i < 1 ? &c->elements : NULL; break;
    case BYTES: counter = i < 1 ? &c->bytes : NULL; break;
    case GATED: counter = i < 1 ? &c->gated : NULL; break;
    case HELD: counter = i < 1 ? &c->held : NULL; break;
    case HOLD_LIMIT: counter = i < 1 ? &c->hold_limit : NULL; break;
    default:
        while (i < XP_VENDORS_MAX && !xp_count_get(of_vendor(&c->vendors[i], family)))
            i = (*at)++;
        if (i < XP_VENDORS_MAX) {
            s->name = c->vendors[i].name;
            counter = of_vendor(&c->vendors[i], family);
        }
    }
    s->n = counter ? xp_count_get(counter) : 0;
    return counter != NULL;
}

/* ---- For programs --------------------------------------------------------------------------------------------------------------- */

static void print_json(request_rec *r, const xp_counters *c)
{
    ap_set_content_type(r, "application/json");
    ap_rprintf(r, "{\n  \"Version\": \"%s\",\n  \"Catalogue\": \"%s\"", xp_version, xp_vendors_month);
    for (int family = 0; family < FAMILIES; family++) {
        int at = 0, labelled = FAMILY[family].label != NULL;
        const char *comma = "";
        sample s;

        ap_rprintf(r, ",\n  \"%s\": %s", FAMILY[family].key + strlen("XPurpose"), labelled ? "{" : "");
        for (; next_sample(c, family, &at, &s); comma = ",")
            if (labelled)
                ap_rprintf(r, "%s \"%s\": %lu", comma, s.name, s.n);
            else
                ap_rprintf(r, "%lu", s.n);
        ap_rputs(labelled ? " }" : "", r);
    }
    ap_rputs("\n}\n", r);
}

/* OpenMetrics 1.0.0, text format. `passed:reason` becomes two labels, and so does `stripped:reason`. */
static void print_openmetrics(request_rec *r, const xp_counters *c)
{
    ap_set_content_type(r, "application/openmetrics-text; version=1.0.0; charset=utf-8");
    ap_rprintf(r,
               "# TYPE xpurpose_build info\n# HELP xpurpose_build Release of the module and month of its catalogue.\n"
               "xpurpose_build_info{version=\"%s\",catalogue=\"%s\"} 1\n",
               xp_version, xp_vendors_month);
    for (int family = 0; family < FAMILIES; family++) {
        const char *metric = FAMILY[family].metric, *label = FAMILY[family].label;
        int at = 0;
        sample s;

        ap_rprintf(r, "# TYPE %s counter\n", metric);
        if (FAMILY[family].unit)
            ap_rprintf(r, "# UNIT %s %s\n", metric, FAMILY[family].unit);
        ap_rprintf(r, "# HELP %s %s\n", metric, FAMILY[family].help);
        while (next_sample(c, family, &at, &s)) {
            const char *reason = s.name ? ap_strchr_c(s.name, ':') : NULL;

            if (reason)
                ap_rprintf(r, "%s_total{%s=\"%.*s\",reason=\"%s\"} %lu\n", metric, label, (int)(reason - s.name),
                           s.name, reason + 1, s.n);
            else if (s.name)
                ap_rprintf(r, "%s_total{%s=\"%s\"} %lu\n", metric, label, s.name, s.n);
            else
                ap_rprintf(r, "%s_total %lu\n", metric, s.n);
        }
    }
    ap_rputs("# EOF\n", r);
}

static void print_auto(request_rec *r, const xp_counters *c)
{
    ap_rprintf(r, "XPurposeVersion: %s\nXPurposeCatalogue: %s\n", xp_version, xp_vendors_month);
    for (int family = 0; family < FAMILIES; family++) {
        int at = 0;
        sample s;

        while (next_sample(c, family, &at, &s))
            if (s.name)
                ap_rprintf(r, "%s[%s]: %lu\n", FAMILY[family].key, s.name, s.n);
            else
                ap_rprintf(r, "%s: %lu\n", FAMILY[family].key, s.n);
    }
}

/* ---- For people ----------------------------------------------------------------------------------------------------------------------- */

static unsigned long greatest(const xp_counters *c, int family)
{
    unsigned long most = 0;
    int at = 0;
    sample s;

    while (next_sample(c, family, &at, &s))
        most = s.n > most ? s.n : most;
    return most;
}

/* A family with labels: a row a sample, each with its bar. */
static void print_table(request_rec *r, const xp_counters *c, int family)
{
    const unsigned long most = greatest(c, family);
    int at = 0;
    sample s;

    ap_rprintf(
        r, "<table>\n<caption>%s</caption>\n<tr><th scope=\"col\">%s</th><th scope=\"col\">count</th><th></th></tr>\n",
        FAMILY[family].help, FAMILY[family].label);
    while (next_sample(c, family, &at, &s))
        ap_rprintf(r,
                   "<tr><th scope=\"row\" align=\"left\">%s</th><td align=\"right\">%lu</td><td><svg width=\"300\" "
                   "height=\"12\" role=\"img\" aria-label=\"%lu of at most %lu\"><rect width=\"%.1f\" height=\"12\" "
                   "fill=\"#36c\"/></svg></td></tr>\n",
                   s.name, s.n, s.n, most, most ? 300.0 * (double)s.n / (double)most : 0.0);
    if (!at || (at == 1 && !most))
        ap_rputs("<tr><td colspan=\"3\">none</td></tr>\n", r);
    ap_rputs("</table>\n", r);
}

static void print_release(request_rec *r)
{
    ap_rprintf(r, "<p>Version %s, catalogue of %s</p>\n", xp_version, xp_vendors_month);
}

static void print_figures(request_rec *r, const xp_counters *c)
{
    ap_rputs("<ul>\n", r);
    for (int family = 0; family < FAMILIES; family++) {
        int at = 0;
        sample s;

        if (!FAMILY[family].label && next_sample(c, family, &at, &s))
            ap_rprintf(r, "<li>%s %lu</li>\n", FAMILY[family].help, s.n);
    }
    ap_rputs("</ul>\n", r);
}

/* Sites without XPurposeInsert need not read of it. */
static void print_body(request_rec *r, const xp_counters *c)
{
    for (int family = 0; family < FAMILIES; family++)
        if (FAMILY[family].label && (family != INSERTS || greatest(c, family)))
            print_table(r, c, family);
    print_figures(r, c);
}

static void print_page(request_rec *r, const xp_counters *c)
{
    ap_set_content_type(r, "text/html; charset=utf-8");
    ap_rputs("<!DOCTYPE html>\n<html "
             "lang=\"en\">\n<head><title>mod_xpurpose</title></head>\n<body>\n<h1>mod_xpurpose</h1>\n",
             r);
    print_release(r);
    print_body(r, c);
    ap_rputs(
        "<p>Also as <a href=\"?json\">JSON</a> and <a href=\"?openmetrics\">OpenMetrics</a>.</p>\n</body>\n</html>\n",
        r);
}

/* ---- In the log --------------------------------------------------------------------------------------------------------------------- */

void xp_status_announce(server_rec *s)
{
    ap_log_error(APLOG_MARK, APLOG_INFO, 0, s, "mod_xpurpose %s, catalogue of %s", xp_version, xp_vendors_month);
}

/* ---- Hooks -------------------------------------------------------------------------------------------------------------------------------- */

static __attribute__((noinline)) int show(request_rec *r)
{
    const xp_counters *c = xp_count_all;

    if (strcmp(r->handler, "xpurpose-status"))
        return DECLINED;
    r->allowed = (apr_int64_t)1 << M_GET;
    if (r->method_number != M_GET)
        return HTTP_METHOD_NOT_ALLOWED;
    if (!c)
        return HTTP_SERVICE_UNAVAILABLE;
    apr_table_setn(r->headers_out, "Cache-Control", "no-store");
    if (r->args && !strcmp(r->args, "json"))
        print_json(r, c);
    else if (r->args && !strcmp(r->args, "openmetrics"))
        print_openmetrics(r, c);
    else
        print_page(r, c);
    return OK;
}

/* Every request passes here, and the first letter tells nearly always. */
int xp_status_handler(request_rec *r)
{
    return r->handler && *r->handler == 'x' ? show(r) : DECLINED;
}

int xp_status_hook(request_rec *r, int flags)
{
    const xp_counters *c = xp_count_all;

    if (!c)
        return OK;
    if (flags & AP_STATUS_SHORT) {
        print_auto(r, c);
    } else {
        ap_rputs("<hr>\n<h2>mod_xpurpose</h2>\n", r);
        print_release(r);
        if (flags & AP_STATUS_NOTABLE)
            print_figures(r, c);
        else
            print_body(r, c);
    }
    return OK;
}
