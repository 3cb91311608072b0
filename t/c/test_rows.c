/* Each row of the catalogue finds what it describes, as a URL and in a script's text. */
#include "../../engine/catalogue/xp_rules.h"

#include "tap.h"

static void *allocs[64];
static size_t nallocs, nbytes;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    nbytes += size;
    return nallocs < sizeof allocs / sizeof *allocs ? allocs[nallocs++] = calloc(1, size) : NULL;
}

static void test_checks(void)
{
    int bad = 0;

    for (size_t i = 0; i < xp_patterns_count; i++) {
        const char *wrong = xp_rules_check(&xp_patterns[i]);

        if (wrong) {
            diag("%s: '%s' %s", xp_patterns[i].vendor, xp_patterns[i].text, wrong);
            bad++;
        }
    }
    ok(bad == 0, "all %zu rows can be compiled", xp_patterns_count);
}

/* What a shape, of which the text from its name on is given, may stand for. */
static size_t make_run(char *to, const char *shape)
{
    size_t n = strtoul(shape + strcspn(shape, ":>") + (shape[strcspn(shape, ":>")] == ':'), NULL, 10);

    if (*shape == 'u')
        return (size_t)sprintf(to, "01234567-89ab-cdef-0123-456789abcdef");
    if (shape[1] == 'o' && *shape == 'h')
        return (size_t)sprintf(to, "a.example");
    memset(to, '7', n += !n);
    return n;
}

/* A URL that the row describes: what is left out at '*' is "-". */
static void make_url(char *url, size_t room, const char *pattern)
{
    const char *before = *pattern == '/' ? "first.party.example/dir" : *pattern == '?' ? "first.party.example/x" : "";
    size_t n = (size_t)snprintf(url, room, "https://%s", before);

    for (; *pattern && n + 128 < room; pattern++) {
        if (*pattern == '<' && strchr(pattern, '>')) {
            n += make_run(url + n, pattern + 1);
            pattern = strchr(pattern, '>');
        } else {
            url[n++] = (char)(*pattern == '*' ? '-' : *pattern);
        }
    }
    url[n] = '\0';
}

static void test_urls(const xp_rules *rules)
{
    int bad = 0, tried = 0;

    for (size_t i = 0; i < xp_patterns_count; i++) {
        const xp_pattern_row *row = &xp_patterns[i];
        xp_vendor_set set = { { 0 } };
        char url[400];

        if (row->kind != XP_URL)
            continue;
        xp_set_add(&set, xp_catalogue_find(row->vendor));
        make_url(url, sizeof url, row->text);
        tried++;
        if (xp_rules_url(rules, url, strlen(url), &set).vendor < 0) {
            diag("%s: '%s' does not find %s", row->vendor, row->text, url);
            bad++;
        }
    }
    ok(bad == 0 && tried > 100, "each of %d url rows finds the URL that it describes", tried);
}

typedef struct {
    int row;
    bool found;
} wanted;

static bool note_hit(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    wanted *w = ctx;

    w->found = id == w->row && from < mid && mid <= to;
    return !w->found;
}

/* A script's text that holds what the row describes. */
static bool make_script(char *text, size_t room, const xp_pattern_row *row)
{
    char url[400];

    if (row->kind == XP_INLINE) {
        snprintf(text, room, "var a=1;%s x", row->text);
    } else {
        make_url(url, sizeof url, row->text);
        snprintf(text, room, "load('%s')", url);
    }
    return row->kind == XP_INLINE || row->kind == XP_URL;
}

static void test_literals(const xp_rules *rules)
{
    int missing = 0, tried = 0;

    for (size_t i = 0; i < xp_patterns_count; i++) {
        wanted w = { (int)i, false };
        char text[500];

        if (!make_script(text, sizeof text, &xp_patterns[i]))
            continue;
        if (xp_patterns[i].kind == XP_URL && !(xp_rules_row(rules, (int)i).uses & XP_USE_LOADED)) /* for hints */
            continue;
        tried++;
        xp_match_text(xp_rules_literals(rules), text, strlen(text), note_hit, &w);
        if (!w.found) {
            note("not looked for in scripts: %s '%s'", xp_patterns[i].vendor, xp_patterns[i].text);
            missing++;
            if (xp_patterns[i].kind != XP_URL)
                missing += 1000;
        }
    }
    ok(missing * 50 < tried, "of %d url and inline rows all but %d are found in a script's text", tried, missing);
}

int main(void)
{
    const xp_rules *rules = xp_rules_build(NULL, 0, grab, NULL);

    test_checks();
    if (ok(rules != NULL, "the catalogue can be compiled")) {
        test_urls(rules);
        test_literals(rules);
        ok(nbytes < 2 * 1024 * 1024, "and takes %zu bytes", nbytes);
    }
    while (nallocs > 0)
        free(allocs[--nallocs]);
    return tap_done();
}
