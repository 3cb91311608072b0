/* The search for many literals: what counts as an occurrence, and that neither its place nor the vectors matter. */
#include "../../engine/catalogue/xp_match.h"

#include "../../engine/catalogue/xp_sieve.h"
#include "tap.h"

typedef struct {
    char out[65536];
    size_t len;
    size_t last;
    bool ordered;
    int want; /* stop after so many; 0: never */
} log;

static bool found(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    log *l = ctx;

    l->ordered = l->ordered && from >= l->last;
    l->last = from;
    if (l->len + 100 < sizeof l->out)
        l->len += (size_t)sprintf(l->out + l->len, "%d@%d-%d-%d ", id, (int)from, (int)mid, (int)to);
    return l->want == 0 || --l->want > 0;
}

static void *allocs[64];
static size_t nallocs;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return allocs[nallocs++] = calloc(1, size);
}

static void drop_all(void)
{
    while (nallocs > 0)
        free(allocs[--nallocs]);
}

/* Texts of exactly their size on the heap, so that a sanitizer sees every read beyond. */
static const char *search_for(const xp_match *match, const char *text, size_t len, int want, log *l)
{
    char *copy = tap_copy(text, len);

    memset(l, 0, sizeof *l);
    l->ordered = true;
    l->want = want;
    xp_match_text(match, copy, len, found, l);
    free(copy);
    return l->out;
}

static const char *search(const xp_match *match, const char *text, size_t len, log *l)
{
    return search_for(match, text, len, 0, l);
}

#define HOST(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1, XP_MATCH_HOST, 0, false                                                                 \
    }
#define PATH(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1, XP_MATCH_PATH, 0, false                                                                 \
    }
#define TEXT(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1, XP_MATCH_TEXT, 0, false                                                                 \
    }
#define OPEN(text)                                                                                                     \
    {                                                                                                                  \
        text, sizeof text - 1, XP_MATCH_HOST, 0, true                                                                  \
    }

#define QUERY(text)                                                                                                    \
    {                                                                                                                  \
        text, sizeof text - 1, XP_MATCH_QUERY, 0, false                                                                \
    }

static const struct {
    xp_literal literal;
    const char *text;
    const char *want;
} CASES[] = {
    /* hosts */
    { HOST("google-analytics.com"), "google-analytics.com", "0@0-20-20 " },
    { HOST("google-analytics.com"), "'//www.Google-Analytics.COM/x'", "0@7-27-27 " },
    { HOST("google-analytics.com"), "notgoogle-analytics.com", "" },
    { HOST("google-analytics.com"), "not-google-analytics.com", "" },
    { HOST("google-analytics.com"), "x_google-analytics.com", "" },
    { HOST("google-analytics.com"), "1google-analytics.com", "" },
    { HOST("google-analytics.com"), "google-analytics.community", "" },
    { HOST("google-analytics.com"), "google-analytics.com.evil.org", "" },
    { HOST("google-analytics.com"), "google-analytics.com-x", "" },
    { HOST("google-analytics.com"), "google-analytics.com.", "0@0-20-20 " },
    { HOST("google-analytics.com"), "google-analytics.com. Then", "0@0-20-20 " },
    { HOST("google-analytics.com"), "%2F%2Fgoogle-analytics.com%2Fga", "0@6-26-26 " },
    { HOST("google-analytics.com"), "\\x2f\\x2Fgoogle-analytics.com", "0@8-28-28 " },
    { HOST("google-analytics.com"), "\\u002fgoogle-analytics.com", "0@6-26-26 " },
    { HOST("google-analytics.com"), "%22google-analytics.com%22", "0@3-23-23 " },
    { HOST("google-analytics.com"), "%33google-analytics.com%22", "" },
    { HOST("google-analytics.com"), "2Fgoogle-analytics.com", "" },
    { HOST("google-analytics.com"), "Fgoogle-analytics.com", "" },
    { HOST("google-analytics.com"), "google-analytics.co", "" },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com/ga.js", "0@0-20-26 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com\\/ga.js", "0@0-20-27 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com%2Fga.js", "0@0-20-28 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com\\x2fga.js", "0@0-20-29 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com\\u002Fga.js'", "0@0-20-31 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com\\u002ga.js", "" },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com//ga.js", "" },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com/GA.js", "" },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com/ga.json", "" },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com/ga.js?x", "0@0-20-26 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com/ga.js.map", "" },
    { HOST("GTM.example/X"), "gtm.EXAMPLE/X", "0@0-11-13 " },
    { HOST("a.io/px/"), "'https:\\/\\/a.io\\/px\\/1'", "0@11-15-21 " },
    { HOST("2o7.net"), "//112.2o7.net/b/ss/", "0@6-13-13 " },
    { HOST("2o7.net"), "%2F%2F2o7.net", "0@6-13-13 " },
    { HOST("2o7.net"), "12o7.net", "" },
    { OPEN("cdn.example/lib"), "cdn.example/library.js", "0@0-11-15 " },
    { OPEN("pixel"), "pixel7.example", "0@0-5-5 " },
    /* dots that are written otherwise */
    { HOST("google-analytics.com"), "google-analytics\\x2ecom", "0@0-23-23 " },
    { HOST("google-analytics.com"), "google-analytics\\x2Ecom", "0@0-23-23 " },
    { HOST("google-analytics.com"), "google-analytics\\u002ecom", "0@0-25-25 " },
    { HOST("google-analytics.com"), "google-analytics\\u{2e}com", "0@0-25-25 " },
    { HOST("google-analytics.com"), "google-analytics%2ECOM", "0@0-22-22 " },
    { HOST("google-analytics.com"), "google-analytics\\u{2e.com", "" },
    { HOST("google-analytics.com"), "google-analytics\\x2dcom", "" },
    { HOST("google-analytics.com"), "google-analytics\\.com", "" },
    { HOST("google-analytics.com"), "google-analytics\\x2", "" },
    { HOST("google-analytics.com"), "www\\x2egoogle-analytics\\x2ecom\\x2fga", "0@7-30-30 " },
    { HOST("google-analytics.com"), "www\\u002Egoogle-analytics.com", "0@9-29-29 " },
    { HOST("google-analytics.com"), "www\\u{2e}google-analytics.com", "0@9-29-29 " },
    { HOST("google-analytics.com"), "www%2egoogle-analytics.com", "0@6-26-26 " },
    { HOST("google-analytics.com"), "www\\x2dgoogle-analytics.com", "" },
    { HOST("google-analytics.com"), "wwwegoogle-analytics.com", "" },
    { HOST("google-analytics.com"), "google-analytics.com\\x2eevil\\x2eorg", "" },
    { HOST("google-analytics.com"), "google-analytics.com%2e", "0@0-20-20 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics\\x2ecom\\x2fga\\x2ejs", "0@0-23-35 " },
    { HOST("google-analytics.com/ga.js"), "google-analytics.com\\u{2f}ga.js", "0@0-20-31 " },
    { HOST("t.co/i/adsct"), "//t\\x2eco\\/i\\/adsct", "0@2-9-19 " },
    { HOST("t.co/i/adsct"), "//t%2Eco%2Fi%2Fadsct", "0@2-8-20 " },
    { HOST("t.co/i/adsct"), "\\u002f\\u002ft\\u002eco\\u002fi\\u002fadsct", "0@12-21-39 " },
    { HOST("a.b.c.example/d.e"), "a\\x2eb\\x2ec\\x2eexample\\x2fd\\x2ee", "0@0-22-32 " },
    { HOST("2o7.net"), "112\\x2e2o7\\x2enet", "0@7-17-17 " },
    { HOST("cdn.example/*/a.b"), "cdn\\x2eexample/x.y/a\\x2eb", "0@0-14-25 " },
    { PATH("/matomo.js"), "'/matomo\\x2ejs'", "0@2-14-14 " },
    { PATH("/matomo.js"), "'matomo%2ejs'", "0@1-12-12 " },
    { PATH("/matomo.js"), "x%2ematomo.js", "" },
    /* first-party paths */
    { PATH("/matomo.js"), "u+'/matomo.js'", "0@4-13-13 " },
    { PATH("/matomo.js"), "u+'matomo.js'", "0@3-12-12 " },
    { PATH("/matomo.js"), "u+`matomo.js`", "0@3-12-12 " },
    { PATH("/matomo.js"), "x%2Fmatomo.js", "0@4-13-13 " },
    { PATH("/matomo.js"), "x%22matomo.js", "0@4-13-13 " },
    { PATH("/matomo.js"), "x\\/matomo.js", "0@3-12-12 " },
    { PATH("/matomo.js"), "matomo.js", "" },
    { PATH("/matomo.js"), " matomo.js", "" },
    { PATH("/matomo.js"), "/Matomo.js", "" },
    { PATH("/matomo.js"), "/matomo.jsx", "" },
    { PATH("/matomo.js"), "/amatomo.js", "" },
    { PATH("/b/ss/"), "host/b/ss/suite", "0@5-10-10 " },
    { PATH("/b/ss/"), "host\\/b\\/ss\\/suite", "0@6-13-13 " },
    { PATH("/b/ss/"), "host%2Fb%2fss%2Fsuite", "0@7-16-16 " },
    { PATH("/b/ss/"), "/b/sss/", "" },
    /* parameters */
    { QUERY("?id=G-<caps:6+>"), "'/x?id=G-ABC123'", "0@3-15-15 " },
    { QUERY("?id=G-<caps:6+>"), "?id=G-ABC123", "0@0-12-12 " },
    { QUERY("?id=G-<caps:6+>"), "/x?a&id=G-ABC123&b", "0@4-16-16 " },
    { QUERY("?id=G-<caps:6+>"), "/x?a&amp;id=G-ABC123&amp;b", "0@8-20-20 " },
    { QUERY("?id=G-<caps:6+>"), "/x?a\\x26id=G-ABC123\\x26b", "0@7-19-19 " },
    { QUERY("?id=G-<caps:6+>"), "/x?a\\u0026id=G-ABC123\\u0026b", "0@9-21-21 " },
    { QUERY("?id=G-<caps:6+>"), "/x?a\\u0027id=G-ABC123", "" },
    { QUERY("?id=G-<caps:6+>"), "?id=G-ABC12", "" },
    { QUERY("?id=G-<caps:6+>"), "?id=G-ABC123x", "" },
    { QUERY("?id=G-<caps:6+>"), "?id=G-ABC123 x", "0@0-12-12 " },
    { QUERY("?id=G-<caps:6+>"), "?id=G-'+x", "" },
    { QUERY("?id=G-<caps:6+>"), "?id=G-ABC123${x}", "" },
    { QUERY("?id=G-<caps:6+>"), "?ID=G-ABC123", "" },
    { QUERY("?id=G-<caps:6+>"), "?xid=G-ABC123", "" },
    { QUERY("?id=G-<caps:6+>"), "id=G-ABC123", "" },
    { QUERY("?id=G-<caps:6+>"), "'id=G-ABC123", "" },
    { QUERY("?_to=x*"), "?_to=x", "0@0-6-6 " },
    { QUERY("?_to=x*"), "?_to=xyz#x*", "0@0-8-8 " },
    { QUERY("?9to=exact"), "?9to=exact", "0@0-10-10 " },
    { QUERY("?9to=exact"), "?9to=exactly", "" },
    { QUERY("?9to=exact"), "?9to=exac", "" },
    /* text */
    { TEXT("gtag('js'"), "gtag('js', new Date())", "0@0-9-9 " },
    { TEXT("gtag('js'"), "gtag(\"js\")", "0@0-9-9 " },
    { TEXT("gtag('js'"), "gtag(\\'js\\')", "0@0-11-11 " },
    { TEXT("gtag('js'"), "gtag(\n\t  'js'\n)", "0@0-13-13 " },
    { TEXT("gtag('js'"), "gtag ( ' js '", "0@0-13-13 " },
    { TEXT("gtag( \"js\""), "gtag('js'", "0@0-9-9 " },
    { TEXT("gtag('js'"), "mygtag('js'", "" },
    { TEXT("gtag('js'"), "$gtag('js'", "" },
    { TEXT("gtag('js'"), "window.gtag('js'", "0@7-16-16 " },
    { TEXT("gtag('js'"), "Gtag('js'", "" },
    { TEXT("gtag('js'"), "g tag('js'", "" },
    { TEXT("ga('create'"), "ga ('create'", "0@0-12-12 " },
    { TEXT("ab)[d"), "ab\t)[d", "0@0-6-6 " }, /* without regard to case a tab looks like ')' */
    { TEXT("ab)[d"), "ab)\t[d", "0@0-6-6 " },
    { PATH("/abc */x.js"), "/abc", "" }, /* … and nothing like a space */
    { PATH("\\'[stats"), "'\\'[stats", "0@1-9-9 " },
    { TEXT("ga('create'"), "ga  ('create'", "" }, /* the limit near the first word */
    { TEXT("ga('create'"), "ga(   'create'", "0@0-14-14 " },
    { TEXT("s.t()"), "var c=s.t();", "0@6-11-11 " },
    { TEXT("s.t()"), "s.t( \n )", "0@0-8-8 " },
    { TEXT("s.t()"), "this.t()", "" },
    { TEXT("new WebTrends"), "x=new\n WebTrends()", "0@2-16-16 " },
    { TEXT("new WebTrends"), "newWebTrends", "" },
    { TEXT("new WebTrends"), "x=new", "" }, /* beyond the end there is no white space */
    { TEXT("new WebTrends"), "new WebTrendsX", "" },
    { TEXT("_gaq.push"), "_gaq\n  .push([", "0@0-12-12 " },
    { TEXT("_gaq.push"), "_gaq.pushed", "" },
    { TEXT("_gaq.push"), "_gaq.push$", "" },
    { TEXT("['_setAccount'"), "push(['_setAccount','UA", "0@5-19-19 " },
    { TEXT("['_setAccount'"), "push([\\\"_setAccount\\\"", "0@5-21-21 " },
    { TEXT("['_setAccount'"), "push([ '_setAccount'", "" }, /* not before the first word */
    { TEXT(".async-hide"), "<style>.async-hide{opacity:0}", "0@7-18-18 " },
    { TEXT(".async-hide"), "x.async-hidey", "" },
};
enum { NCASES = sizeof CASES / sizeof *CASES };

static void test_cases(int variant)
{
    int bad = 0;

    for (size_t i = 0; i < NCASES; i++) {
        xp_match *match = xp_match_build(&CASES[i].literal, 1, grab, NULL);
        log l;

        xp_match_variant(match, variant);
        if (strcmp(search(match, CASES[i].text, strlen(CASES[i].text), &l), CASES[i].want) != 0) {
            diag("'%s' in '%s': got '%s', want '%s'", CASES[i].literal.text, CASES[i].text, l.out, CASES[i].want);
            bad++;
        }
        drop_all();
    }
    ok(bad == 0, "variant %d finds what it should in %d cases", variant, NCASES);
}

/* Among so many that share its first bytes each case finds the same: other literals with a key are looked up in another way when they
 * are too many. Its neighbours have ids of their own, and all that is reported of id 0 counts. */
static void test_crowds(int variant)
{
    enum { CROWD = 40 };
    static char texts[CROWD][XP_MATCH_LONGEST + 8];
    xp_literal crowd[CROWD + 1];
    int bad = 0;

    for (size_t i = 0; i < NCASES; i++) {
        const xp_literal *one = &CASES[i].literal;
        char want[200] = "";
        xp_match *match;
        log l;

        crowd[0] = *one;
        for (int k = 1; k <= CROWD; k++) {
            const char *form = k % 3 == 0 ? "%1$d%2$s" : k % 3 == 1 ? "%2$sq%1$d" : "%2$s-%1$d";
            size_t len = (size_t)snprintf(texts[k - 1], sizeof texts[0], form, k, one->text);

            crowd[k] = (xp_literal){ texts[k - 1], len, one->how, k, false };
        }
        match = xp_match_build(crowd, CROWD + 1, grab, NULL);
        xp_match_variant(match, variant);
        search(match, CASES[i].text, strlen(CASES[i].text), &l);
        for (const char *hit = l.out; *hit; hit = strchr(hit, ' ') + 1)
            if (hit[0] == '0' && hit[1] == '@')
                strncat(want, hit, (size_t)(strchr(hit, ' ') + 1 - hit));
        if (strcmp(want, CASES[i].want) != 0 && ++bad)
            diag("'%s' in '%s': got '%s', want '%s'", one->text, CASES[i].text, l.out, CASES[i].want);
        drop_all();
    }
    ok(bad == 0, "variant %d finds the same among many that begin alike", variant);
}

/* All the cases' literals at once, over all their texts with words between: every literal of every kind overlaps here. */
static xp_match *build_all(int variant)
{
    xp_literal all[NCASES];
    xp_match *match;

    for (size_t i = 0; i < NCASES; i++) {
        all[i] = CASES[i].literal;
        all[i].id = (int)i;
    }
    match = xp_match_build(all, NCASES, grab, NULL);
    xp_match_variant(match, variant);
    return match;
}

static size_t all_texts(char *page, size_t room)
{
    size_t n = 0;

    for (size_t i = 0; i < NCASES; i++)
        n +=
            (size_t)snprintf(page + n, room - n, "%s;var a%zu = function(){return \"some text\"};\n", CASES[i].text, i);
    return n;
}

/* Wherever a text stands among the 64 bytes that the sieve looks at, and wherever the search ends, the same is found in it. */
static void test_places(int variant)
{
    const xp_match *match = build_all(variant);
    static log alone, moved;
    int bad = 0;

    for (size_t i = 0; i < NCASES; i++)
        for (size_t before = 1; before < 68; before++)
            for (size_t after = 0; after < 100; after += after < 2 ? 1 : 33) {
                size_t len = strlen(CASES[i].text);
                char text[512], want[4096] = "";
                int id, from, mid, to, used;

                memset(text, ' ', sizeof text);
                memcpy(text + before, CASES[i].text, len);
                search(match, CASES[i].text, len, &alone);
                for (const char *hit = alone.out; sscanf(hit, "%d@%d-%d-%d %n", &id, &from, &mid, &to, &used) == 4;
                     hit += used)
                    sprintf(want + strlen(want), "%d@%d-%d-%d ", id, from + (int)before, mid + (int)before,
                            to + (int)before);
                bad += strcmp(search(match, text, before + len + after, &moved), want) != 0 || !moved.ordered;
            }
    ok(bad == 0, "variant %d: all cases are found wherever they stand", variant);
    drop_all();
}

/* The longest occurrence there may be. */
static void test_longest(int variant)
{
    xp_literal one = { "gtag('js'", 9, XP_MATCH_TEXT, 7, false };
    xp_match *match = xp_match_build(&one, 1, grab, NULL);
    char text[300];
    log l;

    xp_match_variant(match, variant);
    memset(text, ' ', sizeof text);
    memcpy(text + 70, "gtag(", 5);
    memcpy(text + 70 + XP_MATCH_WINDOW - 4, "'js'", 4);
    is_str(search(match, text, sizeof text, &l), "7@70-198-198 ", "variant %d: the longest occurrence", variant);
    text[70 + XP_MATCH_WINDOW - 4] = ' ';
    memcpy(text + 70 + XP_MATCH_WINDOW - 3, "'js'", 4);
    is_str(search(match, text, sizeof text, &l), "", "... and none that is a byte longer");
    drop_all();
}

/* What begins at one place and what overlaps: the earlier first, then the longer; the same in a crowd, which has only ids of its own. */
static void test_order(void)
{
    enum { CROWD = 100 };
    static char others[CROWD][32];
    static const xp_literal NESTED[] = {
        { "google", 6, XP_MATCH_TEXT, 1, false },
        { "google-analytics.com", 20, XP_MATCH_HOST, 2, false },
        { "google-analytics.com/ga.js", 26, XP_MATCH_HOST, 3, false },
        { "google-analytics.com/", 21, XP_MATCH_HOST, 4, false },
        { "'google-analytics", 17, XP_MATCH_TEXT, 5, false },
        { "analytics", 9, XP_MATCH_TEXT, 6, false },
        { "/ga.js", 6, XP_MATCH_PATH, 7, false },
        { "google-analytics.com", 20, XP_MATCH_HOST, 8, false },
        { "analytics.com", 13, XP_MATCH_HOST, 9, false },
    };
    enum { NNESTED = sizeof NESTED / sizeof *NESTED };
    xp_match *match = xp_match_build(NESTED, NNESTED, grab, NULL);
    xp_literal all[NNESTED + CROWD];
    log l;

    is_str(search(match, "u='google-analytics.com/ga.js'", 30, &l),
           "5@2-19-19 3@3-23-29 4@3-23-24 2@3-23-23 8@3-23-23 1@3-9-9 6@10-19-19 7@24-29-29 ",
           "the earlier comes first, then the longer, and of equals the first");
    drop_all();
    memcpy(all, NESTED, sizeof NESTED);
    for (int i = 0; i < CROWD; i++) {
        sprintf(others[i], i % 2 ? "google-a%d.com" : "analytics.%d", i);
        all[NNESTED + i] =
            (xp_literal){ others[i], strlen(others[i]), i % 2 ? XP_MATCH_HOST : XP_MATCH_TEXT, 99, false };
    }
    match = xp_match_build(all, NNESTED + CROWD, grab, NULL);
    is_str(search(match, "u='google-analytics.com/ga.js'", 30, &l),
           "5@2-19-19 3@3-23-29 4@3-23-24 2@3-23-23 8@3-23-23 1@3-9-9 6@10-19-19 7@24-29-29 ", "... in a crowd too");
    drop_all();
}

/* A search that is told to stop has found what the whole search finds first, and nothing more. */
static void test_stops(int variant)
{
    const xp_match *match = build_all(variant);
    static char page[16384];
    static log whole, part;
    size_t n = all_texts(page, sizeof page);
    const char *end = search(match, page, n, &whole);
    int bad = 0;

    ok(whole.len > 600 && whole.ordered, "variant %d: many hits in one text, in order", variant);
    for (int want = 1; (end = strchr(end, ' ')) != NULL; want++) {
        end++;
        search_for(match, page, n, want, &part);
        bad += part.len != (size_t)(end - whole.out) || memcmp(part.out, whole.out, part.len) != 0;
    }
    ok(bad == 0, "variant %d: the search stops when it is told to", variant);
    drop_all();
}

/* Texts made of crumbs of the literals: the variants must agree where no table of cases looked. */
static void test_variants_agree(void)
{
    static const char *const CRUMB[] = { "gtag", "(",      "'",     "\"",  "js",   " ",   "\n",   "google-analytics",
                                         ".com", "/",      "ga.js", "%2F", "\\",   "x2f", "_gaq", ".",
                                         "push", "matomo", "s",     "t",   "\xE9", "A",   "0",    "-" };
    const xp_match *match[3] = { build_all(0), build_all(1), build_all(2) };
    static log l[3];
    unsigned seed = 1;
    int bad = 0, hits = 0;

    for (int round = 0; round < 4000; round++) {
        char text[1024];
        size_t n = 0;

        while (n < 400) {
            const char *crumb = CRUMB[(seed = seed * 1103515245 + 12345) / 65536 % (sizeof CRUMB / sizeof *CRUMB)];

            memcpy(text + n, crumb, strlen(crumb));
            n += strlen(crumb);
        }
        for (int v = 0; v < 3; v++)
            search(match[v], text, n, &l[v]);
        bad += strcmp(l[0].out, l[1].out) != 0 || strcmp(l[0].out, l[2].out) != 0 || !l[0].ordered;
        hits += l[0].len > 0;
    }
    ok(bad == 0 && hits > 100, "4000 texts of crumbs: the variants agree (%d with hits)", hits);
    drop_all();
}

/* A sieve that lets every word through shows what each variant takes for the beginning of a word. */
static void test_words(void)
{
    static xp_sieve sieve;
    unsigned seed = 7;
    int bad = 0;

    memset(&sieve, 0xFF, sizeof sieve);
    for (int round = 0; round < 3000; round++) {
        unsigned char text[400];
        xp_sieve_pass pass;

        for (size_t i = 0; i < sizeof text; i++)
            text[i] = (unsigned char)((seed = seed * 1103515245 + 12345) >> 16);
        xp_sieve_choose(&sieve, (xp_sieve_kind)(round % 3));
        xp_sieve_start(&pass, text, sizeof text);
        for (size_t i = 0; i < 400; i++) {
            static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
            bool is = text[i] && strchr(LETTERS, text[i]), was = i > 0 && text[i - 1] && strchr(LETTERS, text[i - 1]);

            if (is && !was)
                bad += xp_sieve_next(&sieve, &pass) != i;
        }
        bad += xp_sieve_next(&sieve, &pass) != 400;
    }
    ok(bad == 0, "every variant finds where words begin in 3000 texts of any bytes");
}

static void test_limits(void)
{
    static const xp_literal NOT[] = { TEXT("gtag"),     HOST("12345.6"), TEXT("1234567890123abcd"),
                                      HOST("1/abcdef"), PATH("/abcd"),   { NULL, 0, XP_MATCH_TEXT, 0, false } };
    static const xp_literal YES[] = { TEXT("gtag("), TEXT("abc('"), PATH("/abcde"), HOST("2o7.net"), HOST("t.co/x") };
    char lots[512];
    xp_match *match;
    xp_literal one = { lots, 64, XP_MATCH_HOST, 7, false };
    log l;
    int bad = 0;

    for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
        bad += xp_match_takes(&NOT[i]);
    for (size_t i = 0; i < sizeof YES / sizeof *YES; i++)
        bad += !xp_match_takes(&YES[i]);
    ok(bad == 0, "literals that are too short to search for are told");
    memset(lots, 'a', sizeof lots);
    ok(xp_match_takes(&one), "64 bytes");
    one.len = 65;
    ok(!xp_match_takes(&one), "65 bytes are too many");
    match = xp_match_build(&one, 1, grab, NULL);
    is_str(search(match, lots, sizeof lots, &l), "", "a literal that cannot be searched for is left out");
    match = xp_match_build(NULL, 0, grab, NULL);
    is_str(search(match, lots, sizeof lots, &l), "", "no literal at all");
    drop_all();
}

static void *fail_after(void *ctx, size_t size)
{
    int *left = ctx;

    return (*left)-- > 0 ? grab(NULL, size) : NULL;
}

static void test_no_memory(void)
{
    int bad = 0;

    for (int good = 0; good < 7; good++) {
        int left = good;

        bad += xp_match_build(&CASES[0].literal, 1, fail_after, &left) != NULL;
    }
    ok(bad == 0, "without memory there is no match");
    drop_all();
}

int main(void)
{
    for (int variant = 0; variant < 3; variant++) {
        test_cases(variant);
        test_crowds(variant);
        test_places(variant);
        test_longest(variant);
        test_stops(variant);
    }
    test_order();
    test_variants_agree();
    test_words();
    test_limits();
    test_no_memory();
    return tap_done();
}
