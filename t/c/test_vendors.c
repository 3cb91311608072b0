/* The catalogue's rows keep to the format that xp_vendors.h gives them. Needs nothing of the engine but the rows.
 * With the argument "stubs" it prints "vendor<TAB>stub" lines instead, for the test that runs them, and with "makes" "vendor<TAB>names". */
#include "engine/catalogue/xp_vendors.h"
#include "t/c/tap.h"

#include <ctype.h>

enum {
    LITERAL_MAX = 64, /* what the matcher takes */
    INLINE_MIN = 5,   /* what the matcher takes */
    URL_MIN = 5,
    PREFIX_MIN = 2,  /* characters before a global's '*' */
    STUB_MAX = 4096, /* what xp_rules_check takes of a site's stub */
    VENDORS_MIN = 150
};

static const char *const KIND[] = { "url", "inline", "global", "block", "stub", "element", "makes", "spare" };

static int find_vendor(const char *name)
{
    for (size_t i = 0; i < xp_vendors_count; i++)
        if (!strcmp(xp_vendors[i].name, name))
            return (int)i;
    return -1;
}

/* The month of the last review; " lists" behind it says that only lists were looked at, not the source. */
static bool good_date(const char *date)
{
    return strlen(date) >= 7 && (!date[7] || !strcmp(date + 7, " lists")) && strspn(date, "0123456789") == 4 &&
           date[4] == '-' && strspn(date + 5, "0123456789") == 2 && strcmp(date + 5, "00") > 0 &&
           strcmp(date + 5, "13") < 0;
}

/* The catalogue is of the month of the vendor that was reviewed last. */
static void check_month(void)
{
    const char *latest = "";

    for (size_t i = 0; i < xp_vendors_count; i++)
        if (strncmp(xp_vendors[i].checked, latest, 7) > 0)
            latest = xp_vendors[i].checked;
    ok(strlen(xp_vendors_month) == 7 && !strncmp(xp_vendors_month, latest, 7),
       "the catalogue is of %s, and the latest review of %.7s", xp_vendors_month, latest);
}

static bool good_vendor(const xp_vendor_row *row)
{
    return row->name[0] && row->name[strspn(row->name, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' &&
           (row->cls != XP_CLASS_SITE || !strcmp(row->name, "site-block")) &&
           (!strncmp(row->source, "http", 4) || !strncmp(row->source, "docs/", 5)) && good_date(row->checked);
}

/* A stub and what a file makes say nothing of what the file is known by. */
static bool is_known_by(const xp_pattern_row *row)
{
    return row->kind != XP_STUB && row->kind != XP_MAKES;
}

static void check_vendors(void)
{
    size_t bad = 0, disorder = 0, empty = 0;

    for (size_t i = 0; i < xp_vendors_count; i++) {
        size_t rows = 0;

        bad += !good_vendor(&xp_vendors[i]);
        disorder += i && strcmp(xp_vendors[i - 1].name, xp_vendors[i].name) >= 0;
        for (size_t p = 0; p < xp_patterns_count; p++)
            rows += !strcmp(xp_patterns[p].vendor, xp_vendors[i].name) && is_known_by(&xp_patterns[p]);
        if (!rows) {
            diag("%s has no pattern", xp_vendors[i].name);
            empty++;
        }
    }
    ok(xp_vendors_count >= VENDORS_MIN, "%zu vendors", xp_vendors_count);
    ok(bad == 0, "each has a name, a class, a source and a date");
    ok(disorder == 0, "in alphabetical order, each once");
    ok(empty == 0, "each has something to be known by");
}

/* "host", "host/path", "/path" or "?name=value": no scheme, no white space, the host in small letters and with a dot in it. */
static bool good_url(const char *text)
{
    size_t len = strlen(text), host = strcspn(text, "/");
    const char *dot = memchr(text, '.', host);

    if (*text == '?') /* a query's parameter, with shapes in its value */
        return len >= URL_MIN && len <= LITERAL_MAX && !strpbrk(text, " \t\"'\\#/") && strchr(text, '=');
    if (host > 2 && host == len && !strcmp(text + len - 2, ".*")) /* a host's first label */
        host -= 2;
    if (len < URL_MIN || len > LITERAL_MAX || strpbrk(text, host ? " \t\"'<>\\#" : " \t\"'\\#") || strstr(text, "//"))
        return false;
    for (size_t i = 0; i < host; i++)
        if (!islower((unsigned char)text[i]) && !isdigit((unsigned char)text[i]) && text[i] != '-' && text[i] != '.' &&
            text[i] != '*')
            return false;
    return host == 0 ? len > 1 : dot && dot != text && text[host - 1] != '.' && text[host - 1] != '-';
}

/* Names with one blank between them, each a JavaScript identifier that may end in '*'. */
static bool good_global(const char *text)
{
    size_t n;

    for (; *text; text += n + (text[n] == ' ')) {
        n = strcspn(text, " ");
        if (n == 0 || isdigit((unsigned char)*text) || (text[n] == ' ' && text[n + 1] == '\0'))
            return false;
        for (size_t i = 0; i < n; i++)
            if (!isalnum((unsigned char)text[i]) && text[i] != '_' && text[i] != '$' &&
                (text[i] != '*' || i + 1 < n || i < PREFIX_MIN))
                return false;
    }
    return true;
}

/* Nothing that ends or opens anything where the stub is put: a script's text, which in foreign content is markup. */
static bool good_stub(const char *text)
{
    static const char *const NEVER[] = { "<", "-->", "]]>", "//", "\n", "document" };

    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++)
        if (strstr(text, NEVER[i]))
            return false;
    for (const char *c = text; *c; c++)
        if ((unsigned char)*c < ' ' || (unsigned char)*c > '~')
            return false;
    return *text && strlen(text) <= STUB_MAX;
}

static bool good_pattern(const xp_pattern_row *row)
{
    size_t len = strlen(row->text);

    switch (row->kind) {
    case XP_URL: return good_url(row->text);
    case XP_INLINE: return len >= INLINE_MIN && len <= LITERAL_MAX;
    case XP_GLOBAL:
    case XP_SPARE: return len && good_global(row->text);
    case XP_MAKES: return len && good_global(row->text) && !strchr(row->text, '*');
    case XP_BLOCK: return row->more && len >= INLINE_MIN && strlen(row->more) >= INLINE_MIN;
    case XP_STUB: return good_stub(row->text);
    case XP_ELEMENT: return *row->text != 0;
    }
    return false;
}

static bool repeats(size_t p)
{
    for (size_t q = 0; q < p; q++)
        if (xp_patterns[q].kind == xp_patterns[p].kind && !strcmp(xp_patterns[q].text, xp_patterns[p].text) &&
            (xp_patterns[p].kind != XP_BLOCK || !strcmp(xp_patterns[q].more, xp_patterns[p].more)))
            return true;
    return false;
}

static void check_patterns(void)
{
    size_t strange = 0, disorder = 0, bad = 0, twice = 0, stubs = 0;

    for (size_t p = 0; p < xp_patterns_count; p++) {
        const xp_pattern_row *row = &xp_patterns[p], *last = p ? row - 1 : row;

        strange += find_vendor(row->vendor) < 0;
        disorder += strcmp(last->vendor, row->vendor) > 0;
        stubs += p && row->kind == XP_STUB && last->kind == XP_STUB && !strcmp(last->vendor, row->vendor) &&
                 (row->more || !last->more);
        if (!good_pattern(row)) {
            diag("%s %s: %s", row->vendor, KIND[row->kind], row->text);
            bad++;
        }
        if (row->kind != XP_GLOBAL && repeats(p)) {
            diag("%s %s twice: %s", row->vendor, KIND[row->kind], row->text);
            twice++;
        }
    }
    ok(strange == 0, "%zu patterns, each of a vendor that exists", xp_patterns_count);
    ok(disorder == 0, "in the order of the vendors");
    ok(bad == 0, "each well formed");
    ok(twice == 0, "none twice");
    ok(stubs == 0, "one stub a vendor at most, and one short one before it");
}

/* Whether a row by which the vendor's file is found has the word in its text. */
static bool is_in_a_row(const char *vendor, const char *word, size_t len)
{
    for (size_t p = 0; p < xp_patterns_count; p++) {
        const xp_pattern_row *row = &xp_patterns[p];

        if ((row->kind != XP_URL && row->kind != XP_ELEMENT) || strcmp(row->vendor, vendor) != 0)
            continue;
        for (const char *at = row->text; *at; at++)
            if (!strncmp(at, word, len))
                return true;
    }
    return false;
}

/* A word that no row has would keep its names from ever being said. */
static void check_makes(void)
{
    size_t never = 0, n;

    for (size_t p = 0; p < xp_patterns_count; p++)
        for (const char *w = xp_patterns[p].kind == XP_MAKES ? xp_patterns[p].more : NULL; w && *w;
             w += n + (w[n] == ' ')) {
            n = strcspn(w, " ");
            if (n && is_in_a_row(xp_patterns[p].vendor, w, n))
                continue;
            diag("%s makes %s: no row has '%s'", xp_patterns[p].vendor, xp_patterns[p].text, w);
            never++;
        }
    ok(never == 0, "what tells which file makes a name is in one of the vendor's rows");
}

/* What an administrator would look for by name. */
static void check_names(void)
{
    static const char *const NAMES[] = {
        "adobe-analytics", "adobe-launch", "amp-analytics",   "at-internet",      "chartbeat",
        "clarity",         "comscore",     "coremetrics",     "google-analytics", "hotjar",
        "matomo",          "meta-pixel",   "new-relic",       "google-optimize",  "google-tag-manager",
        "optimizely",      "plausible",    "quantcast",       "site-block",       "statcounter",
        "tealium",         "webtrends",    "wordpress-stats", "yandex-metrica",
    };
    size_t missing = 0;

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        missing += find_vendor(NAMES[i]) < 0;
    ok(missing == 0, "the best known are there by their names");
    is_int(xp_vendors[find_vendor("optimizely")].cls, XP_CLASS_ABTEST, "an A/B test is known as one");
}

int main(int argc, char **argv)
{
    if (argc > 1 && !strcmp(argv[1], "makes")) {
        for (size_t p = 0; p < xp_patterns_count; p++)
            if (xp_patterns[p].kind == XP_MAKES)
                printf("%s\t%s\n", xp_patterns[p].vendor, xp_patterns[p].text);
        return 0;
    }
    if (argc > 1 && !strcmp(argv[1], "stubs")) {
        for (size_t p = 0; p < xp_patterns_count; p++)
            if (xp_patterns[p].kind == XP_STUB)
                printf("%s%s%s\t%s\n", xp_patterns[p].vendor, xp_patterns[p].more ? " " : "",
                       xp_patterns[p].more ? xp_patterns[p].more : "", xp_patterns[p].text);
        return 0;
    }
    check_month();
    check_vendors();
    check_patterns();
    check_makes();
    check_names();
    return tap_done();
}
