/* The page needs no script, no style sheet and nothing from elsewhere; the bars are inline SVG and repeat what the table beside
 * them says. Nothing needs escaping: names are a-z, 0-9, '-' and ':'.
 */
#include "xp_board.h"

#include "http_protocol.h"

#include "xp_families.h"

/* A family with labels: a row a sample, each with its bar. */
static void print_table(request_rec *r, const xp_counters *c, const xp_count_host *sum, xp_family family)
{
    const unsigned long most = xp_family_most(c, sum, family);
    int at = 0;
    xp_sample s;

    ap_rprintf(
        r, "<table>\n<caption>%s</caption>\n<tr><th scope=\"col\">%s</th><th scope=\"col\">count</th><th></th></tr>\n",
        xp_families[family].help, xp_families[family].label);
    while (xp_family_next(c, sum, family, &at, &s))
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
static void print_body(request_rec *r, const xp_counters *c, int tables)
{
    xp_count_host sum;

    xp_count_sum(c, &sum);
    print_release(r);
    for (int family = 0; tables && family < XP_FAMILIES; family++)
        if (xp_families[family].label && (family != XP_INSERTS || xp_family_most(c, &sum, XP_INSERTS)))
            print_table(r, c, &sum, (xp_family)family);
    print_figures(r, c, &sum);
}

void xp_board_page(request_rec *r, const xp_counters *c)
{
    ap_set_content_type(r, "text/html; charset=utf-8");
    ap_rputs("<!DOCTYPE html>\n<html "
             "lang=\"en\">\n<head><title>mod_xpurpose</title></head>\n<body>\n<h1>mod_xpurpose</h1>\n",
             r);
    print_body(r, c, 1);
    ap_rputs(
        "<p>Also as <a href=\"?json\">JSON</a> and <a href=\"?openmetrics\">OpenMetrics</a>.</p>\n</body>\n</html>\n",
        r);
}

void xp_board_section(request_rec *r, const xp_counters *c, int tables)
{
    ap_rputs("<hr>\n<h2>mod_xpurpose</h2>\n", r);
    print_body(r, c, tables);
}
