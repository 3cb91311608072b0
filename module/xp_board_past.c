#include "xp_board_past.h"

#include "http_protocol.h"

#include "xp_chart.h"
#include "xp_print.h"

enum { WITH_SECONDS = XP_COUNT_STEP < 60 };

static int is_empty(const xp_past_step *step)
{
    for (int i = 0; i < XP_CHART_LINES; i++)
        if (step->requests[xp_chart_lines[i].purpose])
            return 0;
    return 1;
}

static void print_step(request_rec *r, const xp_past_step *step)
{
    ap_rputs("<tr><th scope=\"row\">", r);
    xp_print_hour(r, step->from, WITH_SECONDS);
    ap_rputs("&ndash;", r);
    xp_print_hour(r, step->to, WITH_SECONDS);
    ap_rputs("</th>", r);
    for (int i = 0; i < XP_CHART_LINES; i++) {
        ap_rputs("<td>", r);
        xp_print_number(r, step->requests[xp_chart_lines[i].purpose]);
        ap_rputs("</td>", r);
    }
    ap_rputs("</tr>\n", r);
}

static void print_steps(request_rec *r, const xp_past *past)
{
    int empty = 0;

    ap_rputs(
        "<details>\n<summary>The figures of each step</summary>\n<table class=\"steps\">\n<caption>Requests in each "
        "step, the latest first.</caption>\n<thead><tr><th scope=\"col\">time</th>",
        r);
    for (int i = 0; i < XP_CHART_LINES; i++)
        ap_rprintf(r, "<th scope=\"col\">%s</th>", xp_chart_lines[i].many);
    ap_rputs("</tr></thead>\n<tbody>\n", r);
    for (int i = 0; i < past->n; i++) {
        empty += is_empty(&past->step[i]);
        if (!is_empty(&past->step[i]))
            print_step(r, &past->step[i]);
    }
    ap_rputs("</tbody>\n</table>\n", r);
    if (empty) {
        ap_rputs("<p>In ", r);
        xp_print_many(r, (unsigned long)empty, "other step");
        ap_rputs(" none came.</p>\n", r);
    }
    ap_rputs("</details>\n", r);
}

static void print_legend(request_rec *r, const xp_past *past)
{
    ap_rputs("<figcaption>", r);
    for (const xp_chart_line *line = xp_chart_lines; line < xp_chart_lines + XP_CHART_LINES; line++) {
        unsigned long sum = 0;

        for (int step = 0; step < past->n; step++)
            sum = xp_print_add(sum, past->step[step].requests[line->purpose]);
        ap_rputs("<span class=\"key\">", r);
        xp_chart_line_key(r, line);
        ap_rprintf(r, "%s ", line->many);
        xp_print_number(r, sum);
        ap_rputs("</span> ", r);
    }
    ap_rputs("</figcaption>\n", r);
}

static void print_range(request_rec *r, const xp_past *past)
{
    ap_rputs("<p>Requests in steps of ", r);
    if (WITH_SECONDS)
        ap_rprintf(r, "%d seconds", XP_COUNT_STEP);
    else
        ap_rprintf(r, "%d minutes", XP_COUNT_STEP / 60);
    ap_rputs(", up to ", r);
    xp_print_time(r, past->step[0].to);
    ap_rputs(".</p>\n", r);
}

void xp_board_past(request_rec *r, const xp_counters *c)
{
    xp_past *past = apr_palloc(r->pool, sizeof *past);

    xp_past_read(c, past);
    ap_rputs("<section aria-labelledby=\"past\">\n<h2 id=\"past\">The last hours</h2>\n", r);
    if (past->n) {
        print_range(r, past);
        ap_rputs("<figure>\n", r);
        xp_chart_past(r, past);
        print_legend(r, past);
        ap_rputs("</figure>\n", r);
        print_steps(r, past);
    } else {
        ap_rputs("<p>Counts are kept every few minutes. As soon as there are two, a chart stands here.</p>\n", r);
    }
    if (past->set_back) {
        ap_rputs("<p>The clock was set back to ", r);
        xp_print_time(r, past->set_back);
        ap_rputs(". What came before is not shown here.</p>\n", r);
    }
    ap_rputs("</section>\n", r);
}
