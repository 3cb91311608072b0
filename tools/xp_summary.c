/* The summary of a site: see xp_summary.h.
 *
 * What could not be read is told at once, on standard error and in JSON as the document's first member; all else when the last page has been
 * read. So nothing is kept that grows with the number of pages.
 */
#include "xp_summary.h"

#include <stdlib.h>
#include <string.h>

#include "xp_nearly.h"
#include "xp_out.h"
#include "xp_report.h"
#include "xp_sums.h"
#include "xp_terminal.h"

typedef struct {
    xp_reading reading;
    xp_sums sums;
    uint64_t others, bytes; /* so far, with the page that is being read */
    bool json;
} summary;

static const char *const SKIPPED[XP_SKIP_REASONS] = { "not-html", "compressed", "special", "gone", "seen" };

/* ---- Reading ------------------------------------------------------------------------------------------------------------- */

static void on_edit(void *ctx, const xp_saved *page, const xp_edit *edit)
{
    summary *s = ctx;

    (void)page;
    xp_sums_edit(&s->sums, edit);
}

/* What is mixed is gated, or does nothing that counts, unless there is no gate; and what stands in a noscript is for those that run no
 * scripts. */
static void on_near(void *ctx, const xp_saved *page, const xp_near *near)
{
    summary *s = ctx;
    const xp_options *options = &s->reading.options;
    xp_missed missed;

    if (near->why == XP_NEAR_NOSCRIPT ||
        !xp_nearly(options, near, xp_saved_bytes(page, near->from, near->to), false, &missed))
        return;
    if (missed.vendor < 0 || missed.why >= XP_WHY_SURE ||
        (missed.why == XP_WHY_MIXED && (options->hold || options->gate != XP_GATE_OFF)))
        return;
    xp_sums_left(&s->sums, missed.vendor, missed.why);
}

static void on_bytes(void *ctx, size_t bytes)
{
    summary *s = ctx;

    s->bytes += bytes;
    xp_progress(s->sums.pages, s->others, s->bytes);
}

static void on_trouble(void *ctx, const char *name, const char *trouble)
{
    summary *s = ctx;

    xp_progress_clear();
    fputs("xpurpose-explain: ", stderr);
    xp_out_string(stderr, name);
    fprintf(stderr, ": %s\n", trouble);
    if (s->json) {
        fputs(s->sums.troubles ? ",\n  {" : "\n  {", stdout);
        xp_out_json_name(name);
        xp_out_json_string("trouble", trouble);
        putchar('}');
    }
    s->sums.troubles++;
}

static void on_page(void *ctx, const char *name, FILE *in)
{
    summary *s = ctx;
    xp_saved page;
    const char *trouble = xp_saved_read(&page, &s->reading, in);

    if (trouble) {
        xp_sums_drop(&s->sums);
        on_trouble(s, name, trouble);
    } else {
        xp_sums_page(&s->sums, name, &page.found);
    }
    xp_saved_end(&page);
}

static void on_skipped(void *ctx, xp_skip why)
{
    summary *s = ctx;

    s->sums.skipped[why]++;
    s->others++;
    xp_progress(s->sums.pages, s->others, s->bytes);
}

static void on_folder(void *ctx)
{
    summary *s = ctx;

    s->sums.folders++;
}

/* ---- By vendor -------------------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *name;
    const xp_sum *sum;
} row;

/* Those that most pages have come first. */
static int by_pages(const void *a, const void *b)
{
    const row *x = a, *y = b;

    if (x->sum->pages != y->sum->pages)
        return x->sum->pages < y->sum->pages ? 1 : -1;
    if (x->sum->pages_left != y->sum->pages_left)
        return x->sum->pages_left < y->sum->pages_left ? 1 : -1;
    return strcmp(x->name, y->name);
}

static int list_rows(const summary *s, row *rows)
{
    const char *name;
    int n = 0;

    for (int i = 0; (name = xp_rules_name(s->reading.options.rules, i)); i++)
        if (s->sums.vendors[i].pages || s->sums.vendors[i].left)
            rows[n++] = (row){ name, &s->sums.vendors[i] };
    qsort(rows, (size_t)n, sizeof *rows, by_pages);
    return n;
}

/* ---- For programs ------------------------------------------------------------------------------------------------------------ */

static void json_seconds(uint64_t nanoseconds)
{
    xp_out_json_key("seconds");
    printf("%llu.%09llu", (unsigned long long)(nanoseconds / 1000000000),
           (unsigned long long)(nanoseconds % 1000000000));
}

static void json_sum(const xp_sum *sum)
{
    xp_out_json_number("pages", sum->pages);
    xp_out_json_number("removed", sum->removed);
    xp_out_json_number("bytes_removed", sum->cut);
    xp_out_json_number("pages_removed", sum->pages_removed);
    xp_out_json_number("gated", sum->gated);
    xp_out_json_number("pages_gated", sum->pages_gated);
    xp_out_json_number("held", sum->held);
    xp_out_json_number("pages_held", sum->pages_held);
    xp_out_json_number("left", sum->left);
    xp_out_json_number("pages_left", sum->pages_left);
}

/* A member of an object; the first has no comma before it. */
static void json_first_key(int i, const char *key)
{
    printf("%s\"%s\": ", i ? ", " : "", key);
}

static void json_passed(const xp_passed *passed, bool elements)
{
    printf("{\"pages\": %llu", (unsigned long long)passed->pages);
    if (elements)
        xp_out_json_number("elements", passed->elements);
    xp_out_json_key("first");
    fputs(passed->first ? "{" : "null", stdout);
    if (passed->first) {
        xp_out_json_name(passed->first);
        putchar('}');
    }
    putchar('}');
}

static void json_reasons(const xp_sums *sums)
{
    fputs(",\n \"left\": {", stdout);
    for (int why = 0; why < XP_WHY_SURE; why++) {
        json_first_key(why, xp_report_why((xp_why)why));
        json_passed(&sums->left[why], true);
    }
    fputs("},\n \"not_judged\": {", stdout);
    for (int why = 1; why <= XP_REASON_FRAGMENT; why++) {
        json_first_key(why - 1, xp_report_reason((xp_reason)why));
        json_passed(&sums->not_judged[why], false);
    }
    putchar('}');
}

static void json_slowest(const xp_sums *sums)
{
    fputs(",\n \"slowest\": [", stdout);
    for (int i = 0; i < sums->nslowest; i++) {
        fputs(i ? ",\n  {" : "\n  {", stdout);
        xp_out_json_name(sums->slowest[i].name);
        json_seconds(sums->slowest[i].nanoseconds);
        xp_out_json_number("bytes", sums->slowest[i].bytes);
        putchar('}');
    }
    putchar(']');
}

/* Behind the troubles. */
static void print_json(const summary *s, const row *rows, int n)
{
    const xp_sums *sums = &s->sums;

    printf("],\n \"files\": {\"pages\": %llu", (unsigned long long)sums->pages);
    xp_out_json_number("folders", sums->folders);
    xp_out_json_number("bytes", sums->bytes);
    xp_out_json_number("troubles", sums->troubles);
    fputs(", \"skipped\": {", stdout);
    for (int why = 0; why < XP_SKIP_REASONS; why++) {
        json_first_key(why, SKIPPED[why]);
        printf("%llu", (unsigned long long)sums->skipped[why]);
    }
    printf("}},\n \"hold\": %s,\n \"all\": {\"vendors\": %d", s->reading.options.hold ? "true" : "false", n);
    json_sum(&sums->all);
    json_seconds(sums->nanoseconds);
    fputs("},\n \"vendors\": [", stdout);
    for (int i = 0; i < n; i++) {
        printf("%s\n  {\"name\": \"%s\"", i ? "," : "", rows[i].name);
        json_sum(rows[i].sum);
        putchar('}');
    }
    putchar(']');
    json_reasons(sums);
    json_slowest(sums);
    puts("}");
}

/* ---- For people ---------------------------------------------------------------------------------------------------------------- */

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

static void print_files(const xp_sums *sums)
{
    const char *comma = "skipped: ";

    printf("%llu page%s, %llu bytes", (unsigned long long)sums->pages, plural(sums->pages),
           (unsigned long long)sums->bytes);
    if (sums->folders)
        printf("; %llu folder%s", (unsigned long long)sums->folders, plural(sums->folders));
    putchar('\n');
    for (int why = 0; why < XP_SKIP_REASONS; why++)
        if (sums->skipped[why]) {
            printf("%s%llu %s", comma, (unsigned long long)sums->skipped[why], SKIPPED[why]);
            comma = ", ";
        }
    if (*comma == ',')
        putchar('\n');
    if (sums->troubles) {
        xp_terminal_ink(XP_WARNING);
        printf("not read: %llu", (unsigned long long)sums->troubles);
        xp_terminal_ink(XP_PLAIN);
        putchar('\n');
    }
}

static void print_row(const char *name, const xp_sum *sum, bool hold)
{
    printf("%-24s", name);
    if (hold)
        printf(" %7llu %7llu", (unsigned long long)sum->held, (unsigned long long)sum->pages_held);
    else
        printf(" %7llu %10llu %7llu", (unsigned long long)sum->removed, (unsigned long long)sum->cut,
               (unsigned long long)sum->pages_removed);
    printf(" %6llu %6llu %6llu %6llu\n", (unsigned long long)sum->gated, (unsigned long long)sum->pages_gated,
           (unsigned long long)sum->left, (unsigned long long)sum->pages_left);
}

static void print_vendors(const summary *s, const row *rows, int n)
{
    bool hold = s->reading.options.hold;

    putchar('\n');
    xp_terminal_ink(XP_HEADING);
    printf("%-24s", "vendor");
    if (hold)
        printf(" %7s %7s", "held", "pages");
    else
        printf(" %7s %10s %7s", "removed", "bytes", "pages");
    printf(" %6s %6s %6s %6s", "gated", "pages", "left", "pages");
    xp_terminal_ink(XP_PLAIN);
    putchar('\n');
    for (int i = 0; i < n; i++)
        print_row(rows[i].name, rows[i].sum, hold);
    print_row("(all)", &s->sums.all, hold);
}

static void print_name(const char *before, const char *name)
{
    fputs(before, stdout);
    if (name)
        xp_out_string(stdout, name);
    putchar('\n');
}

static void print_passed(const char *reason, const xp_passed *passed, const char *what)
{
    if (!passed->pages)
        return;
    xp_terminal_ink(XP_WARNING);
    printf("%-12s", reason);
    xp_terminal_ink(XP_PLAIN);
    if (passed->elements)
        printf(" %llu element%s left, in %llu page%s", (unsigned long long)passed->elements, plural(passed->elements),
               (unsigned long long)passed->pages, plural(passed->pages));
    else
        printf(" %llu page%s %s", (unsigned long long)passed->pages, plural(passed->pages), what);
    print_name("; first: ", passed->first);
}

static void print_reasons(const xp_sums *sums)
{
    uint64_t any = 0;

    for (int why = 0; why < XP_WHY_SURE; why++)
        any += sums->left[why].pages;
    for (int why = 1; why <= XP_REASON_FRAGMENT; why++)
        any += sums->not_judged[why].pages;
    if (!any)
        return;
    putchar('\n');
    xp_terminal_ink(XP_HEADING);
    fputs("what passes, and why", stdout);
    xp_terminal_ink(XP_PLAIN);
    putchar('\n');
    for (int why = 0; why < XP_WHY_SURE; why++)
        print_passed(xp_report_why((xp_why)why), &sums->left[why], "");
    for (int why = 1; why <= XP_REASON_FRAGMENT; why++)
        print_passed(xp_report_reason((xp_reason)why), &sums->not_judged[why],
                     why == XP_REASON_NOT_HTML ? "unjudged" : "judged up to some place only");
}

static void print_slowest(const xp_sums *sums)
{
    if (!sums->nslowest)
        return;
    putchar('\n');
    xp_terminal_ink(XP_HEADING);
    printf("milliseconds        bytes  slowest pages; all of them: %llu.%03llu ms",
           (unsigned long long)(sums->nanoseconds / 1000000), (unsigned long long)(sums->nanoseconds / 1000 % 1000));
    xp_terminal_ink(XP_PLAIN);
    putchar('\n');
    for (int i = 0; i < sums->nslowest; i++) {
        const xp_slow *slow = &sums->slowest[i];

        printf("%8llu.%03llu %12llu", (unsigned long long)(slow->nanoseconds / 1000000),
               (unsigned long long)(slow->nanoseconds / 1000 % 1000), (unsigned long long)slow->bytes);
        print_name("  ", slow->name);
    }
}

static void print(const summary *s, const row *rows, int n)
{
    print_files(&s->sums);
    if (n)
        print_vendors(s, rows, n);
    print_reasons(&s->sums);
    print_slowest(&s->sums);
}

xp_summarized xp_summarize(char *const *names, int n, const xp_reading *reading, bool json)
{
    static summary s;
    row rows[XP_VENDORS_MAX];
    const xp_visitor visitor = { on_page, on_folder, on_skipped, on_trouble, &s };
    int nrows;

    s.json = json;
    s.reading = (xp_reading){ .options = reading->options,
                              .block = reading->block,
                              .edit = on_edit,
                              .near = on_near,
                              .went_on = on_bytes,
                              .ctx = &s };
    if (json)
        fputs("{\"troubles\": [", stdout);
    xp_progress_begin();
    xp_folders_read(names, n, &visitor);
    xp_progress_clear();
    nrows = list_rows(&s, rows);
    if (json)
        print_json(&s, rows, nrows);
    else
        print(&s, rows, nrows);
    xp_sums_release(&s.sums);
    return s.sums.troubles ? XP_SUMMARY_TROUBLE : s.sums.all.pages ? XP_SUMMARY_FOUND : XP_SUMMARY_NOTHING;
}
