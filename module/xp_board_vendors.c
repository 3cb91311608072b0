#include "xp_board_vendors.h"

#include "http_protocol.h"

#include "xp_chart.h"
#include "xp_print.h"

enum { BARS = 10 };

/* A vendor's counts as they were at one time, so that they stay in order while others go on counting. */
typedef struct {
    const char *name;
    unsigned long part[XP_CHART_PARTS], bytes;
} vendor;

/* Both may be the greatest number there is. */
static int compare(unsigned long a, unsigned long b)
{
    return a < b ? 1 : a > b ? -1 : 0;
}

/* What was removed first: elements, bytes, what is gated, what is held, what DryRun found; then by name. */
static int by_toll(const void *one, const void *other)
{
    const vendor *a = one, *b = other;
    int order = compare(a->part[0], b->part[0]);

    if (!order)
        order = compare(a->bytes, b->bytes);
    for (int i = 1; i < XP_CHART_PARTS && !order; i++)
        order = compare(a->part[i], b->part[i]);
    return order ? order : strcmp(a->name, b->name);
}

static double total(const vendor *v)
{
    double sum = 0;

    for (int i = 0; i < XP_CHART_PARTS; i++)
        sum += (double)v->part[i];
    return sum;
}

/* Those that have a place, in order; returns how many. */
static int read_vendors(const xp_counters *c, vendor *vendors)
{
    int n = 0;

    for (const xp_count_vendor *v = c->vendors; v < c->vendors + XP_VENDORS_MAX && *v->name; v++)
        vendors[n++] = (vendor){ v->name,
                                 { xp_count_get(&v->elements), xp_count_get(&v->gated), xp_count_get(&v->held),
                                   xp_count_get(&v->dry) },
                                 xp_count_get(&v->bytes) };
    qsort(vendors, (size_t)n, sizeof *vendors, by_toll);
    return n;
}

/* What DryRun finds is shown where there is some: else who never tries anything out need not read of it. */
static int count_parts(const vendor *vendors, int n)
{
    for (int i = 0; i < n; i++)
        if (vendors[i].part[XP_CHART_PARTS - 1])
            return XP_CHART_PARTS;
    return XP_CHART_PARTS - 1;
}

static void print_legend(request_rec *r, int parts)
{
    static const char *const WHAT[XP_CHART_PARTS] = { "removed", "kept from loading", "waiting until somebody looks",
                                                      "found by DryRun and left alone" };

    for (int i = 0; i < parts; i++) {
        ap_rputs("<span class=\"key\">", r);
        xp_chart_part_key(r, i);
        ap_rprintf(r, "%s</span> ", WHAT[i]);
    }
}

static void print_bars(request_rec *r, const vendor *vendors, int n, int parts)
{
    const int rows = n < BARS ? n : BARS;
    double most = 0;

    for (int i = 0; i < rows; i++)
        most = total(&vendors[i]) > most ? total(&vendors[i]) : most;
    ap_rputs("<figure>\n", r);
    xp_chart_bars(r, rows);
    for (int i = 0; i < rows; i++)
        xp_chart_bar(r, i, vendors[i].name, vendors[i].part, most);
    ap_rputs("</svg>\n<figcaption>", r);
    if (n > rows)
        ap_rprintf(r, "The first %d of %d vendors. ", rows, n);
    print_legend(r, parts);
    ap_rputs("</figcaption>\n</figure>\n", r);
}

static const char *const HEAD[] = { "Removed", "Bytes", "Kept from loading", "Waiting", "Found by DryRun" };

static void print_row(request_rec *r, const vendor *v, int parts)
{
    const unsigned long figure[] = { v->part[0], v->bytes, v->part[1], v->part[2], v->part[3] };

    ap_rputs("<tr><th scope=\"row\">", r);
    xp_print_text(r, v->name);
    ap_rputs("</th>", r);
    for (int i = 0; i <= parts; i++)
        xp_print_cell(r, HEAD[i], figure[i]);
    ap_rputs("</tr>\n", r);
}

static void print_table(request_rec *r, const vendor *vendors, int n, int parts)
{
    ap_rputs("<table class=\"vendors\">\n<caption>Elements of each vendor, and the bytes of those that were removed."
             "</caption>\n<thead><tr><th scope=\"col\">Vendor</th>",
             r);
    xp_print_heads(r, HEAD, parts + 1);
    ap_rputs("</tr></thead>\n<tbody>\n", r);
    for (int i = 0; i < n; i++)
        print_row(r, &vendors[i], parts);
    ap_rputs("</tbody>\n</table>\n", r);
}

/* Those of which nothing was found. */
static void print_rest(request_rec *r, const vendor *vendors, int n)
{
    ap_rputs("<details>\n<summary>", r);
    xp_print_many(r, (unsigned long)n, "vendor");
    ap_rputs(" of which nothing was found</summary>\n<p class=\"names\">", r);
    for (int i = 0; i < n; i++) {
        ap_rputs(i ? ", " : "", r);
        xp_print_text(r, vendors[i].name);
    }
    ap_rputs("</p>\n</details>\n", r);
}

void xp_board_vendors(request_rec *r, const xp_counters *c)
{
    vendor *vendors = apr_palloc(r->pool, XP_VENDORS_MAX * sizeof *vendors);
    const int n = read_vendors(c, vendors);
    int found = 0;

    while (found < n && total(&vendors[found]) > 0)
        found++;
    ap_rputs("<section aria-labelledby=\"vendors\">\n<h2 id=\"vendors\">Vendors</h2>\n", r);
    if (found) {
        print_bars(r, vendors, found, count_parts(vendors, found));
        print_table(r, vendors, found, count_parts(vendors, found));
    } else {
        ap_rputs("<p>No element of a vendor has been found so far.</p>\n", r);
    }
    if (n > found)
        print_rest(r, vendors + found, n - found);
    ap_rputs("</section>\n", r);
}
