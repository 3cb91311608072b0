#include "xp_board_totals.h"

#include "http_protocol.h"

#include "xp_board_outcomes.h"
#include "xp_print.h"

static void print_tile(request_rec *r, const char *what, unsigned long n, void (*print)(request_rec *, unsigned long))
{
    ap_rprintf(r, "<div><dt>%s</dt><dd>", what);
    print(r, n);
    ap_rputs("</dd></div>\n", r);
}

/* What was only looked at is in none of the figures above. */
static void print_dry_run(request_rec *r, const xp_count_host *sum)
{
    if (!sum->pages[XP_DRYRUN_VERDICT])
        return;
    ap_rputs("<p>DryRun has also looked through ", r);
    xp_print_many(r, sum->pages[XP_DRYRUN_VERDICT], "page");
    ap_rputs(", found ", r);
    xp_print_many(r, sum->dry, "element");
    ap_rputs(" of vendors there, and changed nothing.</p>\n", r);
}

void xp_board_glance(request_rec *r, const xp_count_host *sum)
{
    ap_rputs("<section aria-labelledby=\"glance\">\n<h2 id=\"glance\">At a glance</h2>\n<dl class=\"tiles\">\n", r);
    print_tile(r, "Pages stripped", xp_board_stripped(sum->pages), xp_print_number);
    print_tile(r, "Pages held", xp_board_held(sum->pages), xp_print_number);
    print_tile(r, "Elements removed", sum->elements, xp_print_number);
    print_tile(r, "Bytes removed", sum->bytes, xp_print_bytes);
    print_tile(r, "Elements kept from loading", sum->gated, xp_print_number);
    print_tile(r, "Elements that wait", sum->held, xp_print_number);
    ap_rputs("</dl>\n", r);
    print_dry_run(r, sum);
    ap_rputs("</section>\n", r);
}

void xp_board_requests(request_rec *r, const xp_count_host *sum)
{
    static const char *const MEANING[XP_PURPOSES] = {
        [XP_VIEW] = "Everything else: pages that somebody looks at, and what belongs to them.",
        [XP_PREFETCH] = "Fetched ahead, perhaps shown to a person later.",
        [XP_PRERENDER] = "Loaded ahead, and its scripts run; perhaps shown later.",
        [XP_PREVIEW] = "Rendered for a picture of it, and not for a person.",
        [XP_AGENT] = "Loaded by a program that browses for somebody."
    };
    static const xp_purpose ORDER[XP_PURPOSES] = { XP_PREVIEW, XP_PRERENDER, XP_PREFETCH, XP_AGENT, XP_VIEW };
    double all = 0;

    for (int i = 0; i < XP_PURPOSES; i++)
        all += (double)sum->requests[i];
    ap_rputs("<section aria-labelledby=\"requests\">\n<h2 id=\"requests\">Requests</h2>\n<table class=\"outcomes\">\n"
             "<caption>What ",
             r);
    xp_print_sum(r, all);
    ap_rputs(" requests were for, by what they say of themselves.</caption>\n<thead><tr><th "
             "scope=\"col\">Class</th><th scope=\"col\">Count</th><th scope=\"col\">Share</th><th scope=\"col\" "
             "class=\"text\">Meaning</th></tr></thead>\n<tbody>\n",
             r);
    for (int i = 0; i < XP_PURPOSES; i++) {
        const char *name = xp_purpose_name(ORDER[i]);

        ap_rprintf(r, "<tr class=\"%s\"><th scope=\"row\">%s</th><td>", name, name);
        xp_print_number(r, sum->requests[ORDER[i]]);
        ap_rputs("</td><td>", r);
        xp_print_share(r, sum->requests[ORDER[i]], all);
        ap_rprintf(r, "</td><td class=\"text\">%s</td></tr>\n", MEANING[ORDER[i]]);
    }
    ap_rputs("</tbody>\n</table>\n</section>\n", r);
}
