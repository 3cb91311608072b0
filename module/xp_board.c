/* The page needs no script, no style sheet and nothing from elsewhere. It has a style sheet all the same, in the page itself, and a policy that
 * lets this one hold and nothing else: a nonce of each answer's own ties them, so that no hash has to follow the text.
 *
 * The section is a guest in mod_status's page, and has neither.
 */
#include "xp_board.h"

#include "http_main.h"
#include "http_protocol.h"
#include "apr_general.h"
#include "apr_strings.h"

#include "xp_board_hosts.h"
#include "xp_board_outcomes.h"
#include "xp_board_past.h"
#include "xp_board_totals.h"
#include "xp_board_vendors.h"
#include "xp_families.h"
#include "xp_print.h"
#include "xp_sheet.h"

/* ---- The section ----------------------------------------------------------------------------------------------------------------- */

/* A family with labels: a row for each sample that is not 0, with its bar. Its names are a-z, 0-9, '-' and ':', so nothing needs escaping. */
static void print_table(request_rec *r, const xp_counters *c, const xp_count_host *sum, xp_family family)
{
    const unsigned long most = xp_family_most(c, sum, family);
    int at = 0;
    xp_sample s;

    ap_rprintf(
        r, "<table>\n<caption>%s</caption>\n<tr><th scope=\"col\">%s</th><th scope=\"col\">count</th><th></th></tr>\n",
        xp_families[family].help, xp_families[family].label);
    while (xp_family_next(c, sum, family, &at, &s))
        if (s.n && most)
            ap_rprintf(
                r,
                "<tr><th scope=\"row\" align=\"left\">%s</th><td align=\"right\">%lu</td><td><svg width=\"300\" "
                "height=\"12\" role=\"img\" aria-label=\"%lu of at most %lu\"><rect width=\"%.1f\" height=\"12\" "
                "fill=\"#36c\"/></svg></td></tr>\n",
                s.name, s.n, s.n, most, 300.0 * (double)s.n / (double)most);
    if (!most)
        ap_rputs("<tr><td colspan=\"3\">none</td></tr>\n", r);
    ap_rputs("</table>\n", r);
}

static void print_release(request_rec *r)
{
    ap_rprintf(r, "<p>Version %s, catalogue of %s</p>\n", xp_version, xp_vendors_month);
}

static void print_figures(request_rec *r, const xp_counters *c, const xp_count_host *sum)
{
    ap_rputs("<ul>\n", r);
    for (int family = 0; family < XP_FAMILIES; family++) {
        int at = 0;
        xp_sample s;

        if (!xp_families[family].label && xp_family_next(c, sum, (xp_family)family, &at, &s))
            ap_rprintf(r, "<li>%s %lu</li>\n", xp_families[family].help, s.n);
    }
    ap_rputs("</ul>\n", r);
}

/* Sites without XPurposeInsert need not read of it. */
void xp_board_section(request_rec *r, const xp_counters *c, int tables)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    ap_rputs("<hr>\n<h2>mod_xpurpose</h2>\n", r);
    print_release(r);
    for (int family = 0; tables && family < XP_FAMILIES; family++)
        if (xp_families[family].label && (family != XP_INSERTS || xp_family_most(c, &sum, XP_INSERTS)))
            print_table(r, c, &sum, (xp_family)family);
    print_figures(r, c, &sum);
}

/* ---- The page -------------------------------------------------------------------------------------------------------------------- */

enum { NONCE = 16 };

static const char *make_nonce(request_rec *r)
{
    unsigned char bytes[NONCE];
    char *text = apr_palloc(r->pool, 2 * NONCE + 1);

    if (apr_generate_random_bytes(bytes, NONCE) != APR_SUCCESS)
        return NULL;
    ap_bin2hex(bytes, NONCE, text);
    return text;
}

/* Nothing is loaded, sent or framed; the sheet holds, unless there is no chance to be had: then the page is plain. */
static void set_headers(request_rec *r, const char *nonce)
{
    ap_set_content_type(r, "text/html; charset=utf-8");
    apr_table_setn(r->headers_out, "Content-Security-Policy",
                   apr_pstrcat(r->pool,
                               "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                               nonce ? "; style-src 'nonce-" : NULL, nonce, "'", NULL));
    apr_table_setn(r->headers_out, "X-Content-Type-Options", "nosniff");
    apr_table_setn(r->headers_out, "Referrer-Policy", "no-referrer");
}

static void print_head(request_rec *r, const char *nonce)
{
    ap_rputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
             "dark\">\n<meta name=\"robots\" content=\"noindex\">\n<title>mod_xpurpose on ",
             r);
    xp_print_text(r, ap_server_conf->server_hostname ? ap_server_conf->server_hostname : "this server");
    ap_rputs("</title>\n", r);
    if (nonce) {
        ap_rprintf(r, "<style nonce=\"%s\">\n", nonce);
        ap_rwrite(xp_sheet_text, (int)xp_sheet_len, r);
        ap_rputs("</style>\n", r);
    }
    ap_rputs("</head>\n<body>\n", r);
}

static void print_header(request_rec *r, const xp_counters *c)
{
    ap_rputs("<header>\n<h1>mod_xpurpose</h1>\n<p class=\"server\">", r);
    xp_print_text(r, ap_server_conf->server_hostname ? ap_server_conf->server_hostname : "this server");
    ap_rputs("</p>\n<p class=\"lead\">This module takes analytics out of pages that nobody is going to look at, and "
             "lets it wait in "
             "pages that somebody may look at later.</p>\n",
             r);
    print_release(r);
    ap_rputs("<p>Counted since ", r);
    xp_print_time(r, c->began);
    ap_rputs("</p>\n</header>\n<main>\n", r);
}

/* Somebody looks for the first time, or wonders why there is nothing to see. */
static void print_welcome(request_rec *r, const xp_count_host *sum)
{
    if (!xp_board_any_on())
        ap_rputs(
            "<p class=\"note\">XPurpose is Off everywhere, so no page is looked at. The line <code>XPurpose On</code> "
            "switches it on, and <code>XPurpose DryRun</code> tries it out.</p>\n",
            r);
    else if (xp_board_outcomes(sum->pages, XP_ABOUT_PAGE) <= 0)
        ap_rputs("<p class=\"note\">Nothing has been counted yet, which is as it should be on a server that has just "
                 "been started. "
                 "To see a first figure, ask it for a page as a preview does, and load this page again: "
                 "<code>curl -s -o /dev/null -H 'X-Purpose: preview' http://localhost/</code></p>\n",
                 r);
}

static void print_footer(request_rec *r)
{
    ap_rputs("</main>\n<footer>\n<p>The same figures for programs: <a href=\"?json\">JSON</a>, <a "
             "href=\"?openmetrics\">OpenMetrics</a>, and <code>server-status?auto</code> of mod_status.</p>\n"
             "<p>Read on in the module's documents: <cite>README</cite>, <cite>docs/status.md</cite> on outcomes and "
             "this page, "
             "<cite>docs/directives.md</cite> on what can be configured, <cite>docs/prerender.md</cite> on pages that "
             "are held, "
             "<cite>docs/insert.md</cite> on XPurposeInsert.</p>\n</footer>\n</body>\n</html>\n",
             r);
}

void xp_board_page(request_rec *r, const xp_counters *c)
{
    const char *nonce = make_nonce(r);
    xp_count_host sum;

    xp_count_sum(c, &sum);
    set_headers(r, nonce);
    print_head(r, nonce);
    print_header(r, c);
    print_welcome(r, &sum);
    xp_board_glance(r, &sum);
    xp_board_requests(r, &sum);
    xp_board_past(r, c);
    xp_board_hosts(r, c);
    xp_board_pages(r, c, &sum);
    xp_board_snippet(r, &sum);
    xp_board_vendors(r, c);
    print_footer(r);
}
