#include "xp_chart.h"

#include "http_protocol.h"
#include "apr_strings.h"
#include "apr_time.h"

#include "xp_print.h"

enum {
    PLOT_TOP = 18, /* pixels: room for the label of the uppermost line */
    PLOT = 150,
    WIDE = 1000, /* the lines' own units, whatever the chart's width */
    HIGH = 100,
    TICKS = 5,
    MARGIN = 8, /* of a hundred: half a tick's label, on a telephone */
    BAR = 42    /* pixels: a bar with its label */
};

const xp_chart_line xp_chart_lines[XP_CHART_LINES] = { { XP_PREVIEW, "previews", "#0b5cbf", "none" },
                                                       { XP_PRERENDER, "prerenders", "#a8480a", "6 5" },
                                                       { XP_PREFETCH, "prefetches", "#0a7350", "1 4" } };

static const char *const PART_CLASS[XP_CHART_PARTS] = { "removed", "gated", "held", "dry" };
static const char *const PART_COLOUR[XP_CHART_PARTS] = { "#0b5cbf", "#4f97e8", "#a8480a", "#7a828e" };

/* 1, 2 or 5 and noughts: a round number at or above, so that the scale can be read. */
static unsigned long round_up(unsigned long most)
{
    unsigned long top = 1;

    for (int i = 0; top < most; i++) {
        if (top > ~0ul / 3)
            return most;
        top = i % 3 == 1 ? top / 2 * 5 : top * 2;
    }
    return top;
}

/* ---- The past ------------------------------------------------------------------------------------------------------------------ */

static void begin_path(request_rec *r, const xp_chart_line *what)
{
    ap_rprintf(r,
               "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" "
               "stroke-linecap=\"round\" stroke-linejoin=\"round\" vector-effect=\"non-scaling-stroke\" d=\"",
               xp_purpose_name(what->purpose), what->colour, what->dashes);
}

void xp_chart_line_key(request_rec *r, const xp_chart_line *line)
{
    ap_rputs("<svg width=\"26\" height=\"10\" aria-hidden=\"true\">", r);
    begin_path(r, line);
    ap_rputs("M2 5h22\"/></svg> ", r);
}

/* From the oldest to the latest, interrupted where nobody knows. A lone step is a dot. */
static void print_line(request_rec *r, const xp_past *past, const xp_chart_line *what, unsigned long top)
{
    const unsigned long begin = past->step[past->n - 1].from, end = past->step[0].to;
    char how = 'M';

    begin_path(r, what);
    for (int i = past->n - 1; i >= 0; i--) {
        const xp_past_step *step = &past->step[i];

        if (!step->gap)
            ap_rprintf(r, how == 'M' ? "%c%.1f %.1fh0" : "%c%.1f %.1f", how,
                       WIDE * (double)(step->to - begin) / (double)(end - begin),
                       HIGH - HIGH * (double)step->requests[what->purpose] / (double)top);
        how = step->gap ? 'M' : 'L';
    }
    ap_rputs("\"/>\n", r);
}

static void print_level(request_rec *r, unsigned long n, unsigned long top)
{
    char digits[XP_PRINT_DIGITS];
    const double y = PLOT_TOP + PLOT - PLOT * (double)n / (double)top;

    ap_rprintf(r,
               "<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#8a8f98\" "
               "stroke-width=\"1\"/>\n<text x=\"0\" y=\"%.1f\">%s</text>\n",
               y, y, y - 4, xp_print_digits(digits, n));
}

/* Hours at round times, a few of them, and none so near to an end that it would be cut off. */
static void print_hours(request_rec *r, unsigned long begin, unsigned long end)
{
    static const unsigned EVERY[] = { 1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200 };
    const double span = (double)(end - begin);
    size_t i = 0;
    apr_time_exp_t t;
    long first;

    while (i < sizeof EVERY / sizeof *EVERY - 1 && span / EVERY[i] > TICKS)
        i++;
    apr_time_exp_lt(&t, apr_time_from_sec((apr_time_t)begin));
    first = (long)begin + t.tm_gmtoff;
    first += EVERY[i] - first % EVERY[i] - t.tm_gmtoff;
    for (unsigned long at = (unsigned long)first; at < end; at += EVERY[i]) {
        const double x = 100 * (double)(at - begin) / span;

        if (x < MARGIN || x > 100 - MARGIN)
            continue;
        ap_rprintf(r, "<line class=\"grid\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\" stroke=\"#8a8f98\"/>\n", x,
                   x, PLOT_TOP + PLOT, PLOT_TOP + PLOT + 5);
        ap_rprintf(r, "<text x=\"%.2f%%\" y=\"%d\" text-anchor=\"middle\">", x, PLOT_TOP + PLOT + 19);
        xp_print_hour(r, at, EVERY[i] < 60);
        ap_rputs("</text>\n", r);
    }
}

static void describe(request_rec *r, const xp_past *past)
{
    char digits[XP_PRINT_DIGITS];

    ap_rputs("<title id=\"past-title\">What came in each step</title>\n<desc id=\"past-desc\">From ", r);
    xp_print_hour(r, past->step[past->n - 1].from, XP_COUNT_STEP < 60);
    ap_rputs(" to ", r);
    xp_print_hour(r, past->step[0].to, XP_COUNT_STEP < 60);
    for (int i = 0; i < XP_CHART_LINES; i++)
        ap_rprintf(r, "; %s: at most %s", xp_chart_lines[i].many,
                   xp_print_digits(digits, xp_past_most(past, xp_chart_lines[i].purpose)));
    ap_rputs(". The table below has all figures.</desc>\n", r);
}

void xp_chart_past(request_rec *r, const xp_past *past)
{
    unsigned long most = 1;

    for (int i = 0; i < XP_CHART_LINES; i++)
        if (xp_past_most(past, xp_chart_lines[i].purpose) > most)
            most = xp_past_most(past, xp_chart_lines[i].purpose);
    most = round_up(most);
    ap_rprintf(r,
               "<svg class=\"past\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"past-title "
               "past-desc\" font-size=\"13\" fill=\"#4d535c\">\n",
               PLOT_TOP + PLOT + 24);
    describe(r, past);
    print_level(r, most, most);
    if (most % 2 == 0)
        print_level(r, most / 2, most);
    print_level(r, 0, most);
    print_hours(r, past->step[past->n - 1].from, past->step[0].to);
    ap_rprintf(r,
               "<svg y=\"%d\" width=\"100%%\" height=\"%d\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" "
               "overflow=\"visible\">\n",
               PLOT_TOP, PLOT, WIDE, HIGH);
    for (int i = XP_CHART_LINES; i-- > 0;) /* what is drawn last lies on top */
        print_line(r, past, &xp_chart_lines[i], most);
    ap_rputs("</svg>\n</svg>\n", r);
}

/* ---- Bars ---------------------------------------------------------------------------------------------------------------------- */

void xp_chart_bars(request_rec *r, int rows)
{
    ap_rprintf(r,
               "<svg class=\"bars\" width=\"100%%\" height=\"%d\" role=\"img\" aria-labelledby=\"bars-title\" "
               "font-size=\"14\" fill=\"#1b1e23\">\n<title id=\"bars-title\">What was removed, stopped or held, by "
               "vendor; the table below has all figures</title>\n",
               rows * BAR);
}

/* What would meet the name on a telephone is told roughly; the table has all of it. */
static const char *short_digits(char buffer[XP_PRINT_DIGITS], unsigned long n)
{
    if (n < 1000000000ul)
        return xp_print_digits(buffer, n);
    apr_snprintf(buffer, XP_PRINT_DIGITS, "%.1e", (double)n);
    return buffer;
}

void xp_chart_part_key(request_rec *r, int part)
{
    ap_rprintf(r,
               "<svg width=\"11\" height=\"11\" aria-hidden=\"true\"><rect class=\"%s\" width=\"11\" height=\"11\" "
               "fill=\"%s\"/></svg> ",
               PART_CLASS[part], PART_COLOUR[part]);
}

void xp_chart_bar(request_rec *r, int row, const char *name, const unsigned long part[XP_CHART_PARTS], double most)
{
    char digits[XP_PRINT_DIGITS];
    unsigned long sum = 0;
    double x = 0;

    for (int i = 0; i < XP_CHART_PARTS; i++)
        sum = xp_print_add(sum, part[i]);
    ap_rprintf(r, "<text x=\"0\" y=\"%d\">", row * BAR + 14);
    xp_print_text(r, name);
    ap_rprintf(r, "</text>\n<text x=\"100%%\" y=\"%d\" text-anchor=\"end\">%s</text>\n", row * BAR + 14,
               short_digits(digits, sum));
    for (int i = 0; i < XP_CHART_PARTS; i++) {
        const double width = most > 0 ? 100 * (double)part[i] / most : 0;

        if (part[i])
            ap_rprintf(r, "<rect class=\"%s\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"10\" fill=\"%s\"/>\n",
                       PART_CLASS[i], x, row * BAR + 21, width < 0.3 ? 0.3 : width, PART_COLOUR[i]);
        x += width;
    }
}
