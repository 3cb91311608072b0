#include "xp_print.h"

#include "http_protocol.h"
#include "apr_time.h"

enum { BREAKS = 16 }; /* digits and commas that fit anywhere: longer ones may be broken */

void xp_print_text(request_rec *r, const char *text)
{
    for (;;) {
        const apr_size_t plain = strcspn(text, "<>&\"'");

        ap_rwrite(text, (int)plain, r);
        text += plain;
        if (!*text)
            return;
        ap_rprintf(r, "&#%d;", *text++);
    }
}

const char *xp_print_digits(char buffer[XP_PRINT_DIGITS], unsigned long n)
{
    char *at = buffer + XP_PRINT_DIGITS - 1;
    int digits = 0;

    *at = '\0';
    do {
        if (digits && digits % 3 == 0)
            *--at = ',';
        *--at = (char)('0' + n % 10);
        digits++;
        n /= 10;
    } while (n);
    return at;
}

void xp_print_number(request_rec *r, unsigned long n)
{
    char buffer[XP_PRINT_DIGITS];
    const char *text = xp_print_digits(buffer, n);
    const int breaks = strlen(text) > BREAKS;

    for (const char *comma; breaks && (comma = ap_strchr_c(text, ',')); text = comma + 1)
        ap_rprintf(r, "%.*s,<wbr>", (int)(comma - text), text);
    ap_rputs(text, r);
}

void xp_print_sum(request_rec *r, double n)
{
    xp_print_number(r, n < (double)~0ul ? (unsigned long)n : ~0ul);
}

void xp_print_many(request_rec *r, unsigned long n, const char *one)
{
    xp_print_number(r, n);
    ap_rprintf(r, " %s%s", one, n == 1 ? "" : "s");
}

void xp_print_bytes(request_rec *r, unsigned long n)
{
    static const char *const UNIT[] = { "kB", "MB", "GB", "TB", "PB", "EB" };
    double of_unit = (double)n / 1000;
    size_t unit = 0;

    if (n < 1000) {
        xp_print_many(r, n, "byte");
        return;
    }
    for (; of_unit >= 999.95 && unit < sizeof UNIT / sizeof *UNIT - 1; unit++)
        of_unit /= 1000;
    ap_rprintf(r, "<data value=\"%lu\">%.1f %s</data>", n, of_unit, UNIT[unit]);
}

void xp_print_heads(request_rec *r, const char *const heads[], int n)
{
    for (int i = 0; i < n; i++)
        ap_rprintf(r, "<th scope=\"col\">%s</th>", heads[i]);
}

void xp_print_cell(request_rec *r, const char *head, unsigned long n)
{
    ap_rprintf(r, "<td data-head=\"%s\">", head);
    xp_print_number(r, n);
    ap_rputs("</td>", r);
}

/* What is there is never shown as nothing, and what lacks something never as all. */
void xp_print_share(request_rec *r, unsigned long n, double all)
{
    const double share = all > 0 ? 100 * (double)n / all : 0;

    if (n && share < 0.1)
        ap_rputs("&lt;0.1%", r);
    else if ((double)n < all && share > 99.9)
        ap_rputs("&gt;99.9%", r);
    else
        ap_rprintf(r, "%.1f%%", share);
}

void xp_print_time(request_rec *r, unsigned long at)
{
    static const char *const MONTH[] = { "January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December" };
    apr_time_exp_t t;
    int zone;
    char sign;

    apr_time_exp_lt(&t, apr_time_from_sec((apr_time_t)at));
    zone = abs(t.tm_gmtoff) / 60;
    sign = t.tm_gmtoff < 0 ? '-' : '+';
    ap_rprintf(
        r, "<time datetime=\"%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d\">%d %s %d, %02d:%02d (UTC%c%02d:%02d)</time>",
        t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, sign, zone / 60, zone % 60, t.tm_mday,
        MONTH[t.tm_mon], t.tm_year + 1900, t.tm_hour, t.tm_min, sign, zone / 60, zone % 60);
}

void xp_print_hour(request_rec *r, unsigned long at, int seconds)
{
    apr_time_exp_t t;

    apr_time_exp_lt(&t, apr_time_from_sec((apr_time_t)at));
    ap_rprintf(r, seconds ? "%02d:%02d:%02d" : "%02d:%02d", t.tm_hour, t.tm_min, t.tm_sec);
}
