#include "xp_board_outcomes.h"

#include "http_protocol.h"

#include "xp_print.h"

double xp_board_outcomes(const unsigned long counts[XP_VERDICT_COUNT], int about)
{
    double all = 0;

    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        if (xp_verdict_is((xp_verdict)i, about))
            all += (double)counts[i];
    return all;
}

/* Of verdicts that stand side by side in XP_VERDICTS. */
static unsigned long sum_of(const unsigned long counts[XP_VERDICT_COUNT], xp_verdict first, xp_verdict last)
{
    unsigned long sum = 0;

    for (int i = (int)first; i <= (int)last; i++)
        sum = xp_print_add(sum, xp_count_get(&counts[i]));
    return sum;
}

unsigned long xp_board_stripped(const unsigned long pages[XP_VERDICT_COUNT])
{
    return sum_of(pages, XP_STRIPPED_VERDICT, XP_STRIPPED_CHARSET_VERDICT);
}

unsigned long xp_board_held(const unsigned long pages[XP_VERDICT_COUNT])
{
    return sum_of(pages, XP_HELD_VERDICT, XP_HELD_CHARSET_VERDICT);
}

static void print_row(request_rec *r, xp_verdict verdict, unsigned long n, double all)
{
    ap_rprintf(r, "<tr><th scope=\"row\">%s</th><td>", xp_verdict_name(verdict));
    xp_print_number(r, n);
    ap_rputs("</td><td>", r);
    xp_print_share(r, n, all);
    ap_rprintf(r, "</td><td class=\"text\">%s</td></tr>\n", xp_verdict_sentence(verdict));
}

/* Those that occurred. `of`: what the answers are. */
static void print_table(request_rec *r, const unsigned long counts[XP_VERDICT_COUNT], int about, const char *what,
                        const char *of)
{
    const double all = xp_board_outcomes(counts, about);

    ap_rprintf(r, "<table class=\"outcomes\">\n<caption>%s ", what);
    xp_print_sum(r, all);
    ap_rprintf(r,
               " %s</caption>\n<thead><tr><th scope=\"col\">Outcome</th>"
               "<th scope=\"col\">Count</th><th scope=\"col\">Share</th><th scope=\"col\" class=\"text\">Meaning</th>"
               "</tr></thead>\n<tbody>\n",
               of);
    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        if (xp_verdict_is((xp_verdict)i, about) && counts[i])
            print_row(r, (xp_verdict)i, counts[i], all);
    ap_rputs("</tbody>\n</table>\n", r);
}

/* Those that did not. */
static void print_rest(request_rec *r, const unsigned long counts[XP_VERDICT_COUNT], int about)
{
    int n = 0;

    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        n += xp_verdict_is((xp_verdict)i, about) && !counts[i];
    if (!n)
        return;
    ap_rputs("<details>\n<summary>", r);
    xp_print_many(r, (unsigned long)n, "outcome");
    ap_rputs(" that did not occur</summary>\n<dl class=\"words\">\n", r);
    for (int i = 0; i < XP_VERDICT_COUNT; i++)
        if (xp_verdict_is((xp_verdict)i, about) && !counts[i])
            ap_rprintf(r, "<dt>%s</dt><dd>%s</dd>\n", xp_verdict_name((xp_verdict)i),
                       xp_verdict_sentence((xp_verdict)i));
    ap_rputs("</dl>\n</details>\n", r);
}

/* Elements that are the exception in pages that were changed. */
static void print_left(request_rec *r, const xp_counters *c)
{
    static const char *const WHY[] = { [XP_LEFT_CHARSET] =
                                           "what would be put in would move the page's meta charset too far down",
                                       [XP_LEFT_CSP] =
                                           "the page's Content-Security-Policy forbids what would be put in" };
    const unsigned long limit = xp_count_get(&c->hold_limit);

    for (int i = 0; i < XP_LEFT_REASONS; i++)
        if (xp_count_get(&c->left[i])) {
            ap_rputs("<p>", r);
            xp_print_many(r, xp_count_get(&c->left[i]), "element");
            ap_rprintf(r, " had to stay: %s.</p>\n", WHY[i]);
        }
    if (limit) {
        ap_rputs("<p>", r);
        xp_print_many(r, limit, "element");
        ap_rputs(" passed: longer than XPurposeElementLimit.</p>\n", r);
    }
}

void xp_board_pages(request_rec *r, const xp_counters *c, const xp_count_host *sum)
{
    ap_rputs("<section aria-labelledby=\"pages\">\n<h2 id=\"pages\">Pages</h2>\n", r);
    if (xp_board_outcomes(sum->pages, XP_ABOUT_PAGE) > 0)
        print_table(r, sum->pages, XP_ABOUT_PAGE, "What became of",
                    "answers to requests whose class is stripped or held.");
    else
        ap_rputs("<p>No page of a class that is stripped or held has been asked for so far.</p>\n", r);
    print_left(r, c);
    print_rest(r, sum->pages, XP_ABOUT_PAGE);
    ap_rputs("</section>\n", r);
}

void xp_board_snippet(request_rec *r, const xp_count_host *sum)
{
    if (xp_board_outcomes(sum->inserted, XP_ABOUT_SITE) <= 0)
        return;
    ap_rputs("<section aria-labelledby=\"snippet\">\n<h2 id=\"snippet\">The site's own analytics</h2>\n", r);
    print_table(r, sum->inserted, XP_ABOUT_SITE, "What became of the snippet of XPurposeInsert in",
                "answers where there is one.");
    print_rest(r, sum->inserted, XP_ABOUT_SITE);
    ap_rputs("</section>\n", r);
}
