/* How the status page writes names, figures, shares and times, with APR: what is in the request's buffer. */
#include "tap.h"

#include "apr_time.h"

/* MemorySanitizer does not see what APR writes. */
static apr_status_t time_exp_lt(apr_time_exp_t *exploded, apr_time_t at)
{
    apr_status_t rv = apr_time_exp_lt(exploded, at);

    TAP_WRITTEN(exploded, sizeof *exploded);
    return rv;
}
#define apr_time_exp_lt time_exp_lt

#include "../../module/xp_print.c"

static char out[4096];
static size_t len;

int ap_rwrite(const void *bytes, int n, request_rec *r)
{
    (void)r;
    memcpy(out + len, bytes, (size_t)n);
    out[len += (size_t)n] = '\0';
    return n;
}

int ap_rprintf(request_rec *r, const char *format, ...)
{
    va_list args;
    int n;

    (void)r;
    va_start(args, format);
    n = vsnprintf(out + len, sizeof out - len, format, args);
    va_end(args);
    len += (size_t)n;
    return n;
}

static request_rec *anew(void)
{
    len = 0;
    *out = '\0';
    return NULL;
}

static void test_numbers(void)
{
    static const struct {
        unsigned long n;
        const char *number, *bytes;
    } CASE[] = { { 0, "0", "0 bytes" },
                 { 1, "1", "1 byte" },
                 { 999, "999", "999 bytes" },
                 { 1000, "1,000", "<data value=\"1000\">1.0 kB</data>" },
                 { 999949, "999,949", "<data value=\"999949\">999.9 kB</data>" },
                 { 999950, "999,950", "<data value=\"999950\">1.0 MB</data>" },
                 { 13111360, "13,111,360", "<data value=\"13111360\">13.1 MB</data>" },
                 { 2147483648ul, "2,147,483,648", "<data value=\"2147483648\">2.1 GB</data>" } };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        xp_print_number(anew(), CASE[i].n);
        is_str(out, CASE[i].number, "%lu as a figure", CASE[i].n);
        xp_print_bytes(anew(), CASE[i].n);
        is_str(out, CASE[i].bytes, "... and in bytes");
    }
    if (sizeof(unsigned long) < 8) {
        skip(4, "words are short here");
        return;
    }
    xp_print_number(anew(), ~0ul);
    is_str(out, "18,<wbr>446,<wbr>744,<wbr>073,<wbr>709,<wbr>551,<wbr>615", "the greatest may be broken");
    xp_print_bytes(anew(), ~0ul);
    is_str(out, "<data value=\"18446744073709551615\">18.4 EB</data>", "... and has a unit");
    xp_print_sum(anew(), 3 * (double)~0ul);
    is_str(out, "18,<wbr>446,<wbr>744,<wbr>073,<wbr>709,<wbr>551,<wbr>615",
           "a sum that no counter holds is as much as one does");
    xp_print_sum(anew(), 2710145);
    is_str(out, "2,710,145", "... and any other what it is");
}

static void test_shares(void)
{
    static const struct {
        unsigned long n;
        double all;
        const char *text;
    } CASE[] = { { 0, 0, "0.0%" },           { 0, 10, "0.0%" },      { 10, 10, "100.0%" },
                 { 1, 3, "33.3%" },          { 1, 1e6, "&lt;0.1%" }, { 999999, 1e6, "&gt;99.9%" },
                 { 1, 1000, "0.1%" },        { 999, 1000, "99.9%" }, { 49, 1e5, "&lt;0.1%" },
                 { 99951, 1e5, "&gt;99.9%" } };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        xp_print_share(anew(), CASE[i].n, CASE[i].all);
        is_str(out, CASE[i].text, "%lu of %.0f", CASE[i].n, CASE[i].all);
    }
}

static void test_words(void)
{
    xp_print_text(anew(), "");
    is_str(out, "", "no name");
    xp_print_text(anew(), "<b>\"a\" & 'b'</b>");
    is_str(out, "&#60;b&#62;&#34;a&#34; &#38; &#39;b&#39;&#60;/b&#62;", "a hostile name");
    xp_print_text(anew(), "b\xc3\xbc"
                          "cher %s %n");
    is_str(out,
           "b\xc3\xbc"
           "cher %s %n",
           "what is no markup stays");
    xp_print_many(anew(), 1, "page");
    is_str(out, "1 page", "one");
    xp_print_many(anew(), 0, "page");
    is_str(out, "0 pages", "none");
    xp_print_many(anew(), 1200, "page");
    is_str(out, "1,200 pages", "many");
    xp_print_cell(anew(), "Waiting", 1200);
    is_str(out, "<td data-head=\"Waiting\">1,200</td>", "a cell says what it is under");
}

/* The zone is the server's: POSIX writes what is east with a minus. */
static void test_times(void)
{
    static const struct {
        const char *zone, *time, *hour;
    } CASE[] = {
        { "UTC0", "<time datetime=\"2026-09-21T14:13:20+00:00\">21 September 2026, 14:13 (UTC+00:00)</time>",
          "14:13:20" },
        { "IST-5:30", "<time datetime=\"2026-09-21T19:43:20+05:30\">21 September 2026, 19:43 (UTC+05:30)</time>",
          "19:43:20" },
        { "NST3:30", "<time datetime=\"2026-09-21T10:43:20-03:30\">21 September 2026, 10:43 (UTC-03:30)</time>",
          "10:43:20" }
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        setenv("TZ", CASE[i].zone, 1);
        tzset();
        xp_print_time(anew(), 1790000000);
        is_str(out, CASE[i].time, "a time in %s", CASE[i].zone);
        xp_print_hour(anew(), 1790000000, 1);
        is_str(out, CASE[i].hour, "... and its hour");
    }
    xp_print_hour(anew(), 1790000000, 0);
    is_str(out, "10:43", "an hour without seconds");
}

int main(void)
{
    test_numbers();
    test_shares();
    test_words();
    test_times();
    return tap_done();
}
