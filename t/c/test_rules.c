/* The compiled rules, with its own catalogue of three vendors: URLs, names, comments, messages. */
#include "../../engine/catalogue/xp_proof.h"
#include "../../engine/catalogue/xp_rules.h"

#include "tap.h"

const xp_vendor_row xp_vendors[] = {
    { "alpha", XP_CLASS_ANALYTICS, "", "" },
    { "beta", XP_CLASS_ABTEST, "", "" },
    { "gamma", XP_CLASS_PIXEL, "", "" },
};
const size_t xp_vendors_count = sizeof xp_vendors / sizeof *xp_vendors;
const xp_pattern_row xp_patterns[] = {
    { "alpha", XP_URL, "Alpha-Stats.com", NULL },
    { "alpha", XP_URL, "shared.net/a", NULL },
    { "alpha", XP_URL, "shared.net/alpha/", NULL },
    { "alpha", XP_URL, "/alpha.js", NULL },
    { "alpha", XP_URL, "/a/ss/", NULL },
    { "alpha", XP_URL, "/amini-", NULL },
    { "alpha", XP_URL, "cdn.net/*/alpha.js", NULL },
    { "alpha", XP_URL, "eh-*.alpha.org", NULL },
    { "alpha", XP_URL, "/mint/?js", NULL },
    { "alpha", XP_URL, "Salpha.*", NULL },
    { "alpha", XP_URL, "/*alphabet*.js", NULL },
    { "alpha", XP_URL, "?id=AL-<caps:6+>", NULL },
    { "alpha", XP_URL, "?alpha_key=<digits>", "script pixel" },
    { "alpha", XP_INLINE, "alpha('init'", NULL },
    { "alpha", XP_GLOBAL, "alpha dataLayer _al* al_*", NULL },
    { "alpha", XP_BLOCK, "Alpha Code", "End Alpha Code" },
    { "alpha", XP_BLOCK, "Alpha Code", "Finis Alpha" },
    { "alpha", XP_STUB, "var alpha=function(){}", NULL },
    { "alpha", XP_MAKES, "alpha _al", NULL },
    { "alpha", XP_MAKES, "Alphabet", "alphabet amini-" },
    { "beta", XP_URL, "beta.com", NULL },
    { "beta", XP_URL, "shared.net/a/b", NULL },
    { "gamma", XP_GLOBAL, "dataLayer gamma", NULL },
    { "gamma", XP_URL, "g.beta.com/pixel", NULL },
};
const size_t xp_patterns_count = sizeof xp_patterns / sizeof *xp_patterns;

static const xp_pattern_row EXTRA[] = {
    { "own", XP_URL, "stats.example", NULL },       { "alpha", XP_STUB, "var alpha=0", NULL },
    { "own2", XP_INLINE, "ownTracker.go(", NULL },  { "own", XP_URL, "/own/beacon", NULL },
    { "gamma", XP_URL, "gamma.example/x*y", NULL }, { "own", XP_URL, "metrics*.own.net", NULL },
};
enum { NEXTRA = sizeof EXTRA / sizeof *EXTRA, ALPHA = 0, BETA = 1, GAMMA = 2, OWN = 3, OWN2 = 4 };

static void *allocs[512];
static size_t nallocs;

static void *grab(void *ctx, size_t size)
{
    int *left = ctx;

    if (left && (*left)-- < 1)
        return NULL;
    return allocs[nallocs++] = calloc(1, size);
}

static void drop_all(void)
{
    while (nallocs > 0)
        free(allocs[--nallocs]);
}

static xp_vendor_set all(void)
{
    xp_vendor_set set;

    memset(&set, 0xFF, sizeof set);
    return set;
}

/* An exact-size copy for the engine, so that a sanitizer sees every read beyond. */
static const char *judge(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set)
{
    char *copy = tap_copy(url, len);
    xp_hit hit = xp_rules_url(rules, copy, len, set);

    free(copy);
    return hit.pattern;
}

static const struct {
    const char *url, *pattern;
} URLS[] = {
    /* hosts */
    { "https://alpha-stats.com/x.js", "Alpha-Stats.com" },
    { "HTTP://WWW.ALPHA-STATS.COM", "Alpha-Stats.com" },
    { "//alpha-stats.com", "Alpha-Stats.com" },
    { "https://alpha-stats.com?x", "Alpha-Stats.com" },
    { "https://alpha-stats.com#x", "Alpha-Stats.com" },
    { "https://alpha-stats.com:8443/x", "Alpha-Stats.com" },
    { "https://alpha-stats.com./x", "Alpha-Stats.com" },
    { "https://user:p@ss@alpha-stats.com/x", "Alpha-Stats.com" },
    { "https://alpha%2dstats%2Ecom/x", "Alpha-Stats.com" },
    { "//%41lph%61-stats.com", "Alpha-Stats.com" },
    { "https:www.alpha-stats%2ecom%2e:80/x", "Alpha-Stats.com" },
    { "//us%65r@alpha-stats.c%6Fm?x", "Alpha-Stats.com" },
    { "/web/2015js_/http:/%61lpha-stats.com/x", "Alpha-Stats.com" },
    { "//alpha-stats.com%2fx/alpha.js", NULL }, /* no host at all, … */
    { "//alpha-stats.com%00/alpha.js", NULL },
    { "//alpha-stats.com%/alpha.js", NULL },
    { "//alpha-stats.com%4/alpha.js", NULL },
    { "//%25alpha-stats.com/alpha.js", NULL },
    { "//x%40alpha-stats.com/alpha.js", NULL },
    { "//x%3a80.alpha-stats.com/alpha.js", NULL },
    { "//%C3%A4.alpha-stats.com/x", "Alpha-Stats.com" },
    { "/%61lpha.js", NULL }, /* … and a path is not decoded */
    { "https://alpha-stats.com@other.org/x", NULL },
    { "https://other.org/?u=https://alpha-stats.com/x", NULL },
    { "https://other.org/#//alpha-stats.com/x", NULL },
    { "https://other.org?@alpha-stats.com/", NULL },
    { "https://other.org/https://alpha-stats.com/x", NULL },
    { "https://myalpha-stats.com/x", NULL },
    { "https://alpha-stats.com.evil.org/x", NULL },
    { "https://alpha-stats.community/x", NULL },
    { "https://stats.com/x", NULL },
    { " \n\x01 https://alpha-stats.com/x \n ", "Alpha-Stats.com" },
    { "ht\ntps://alp\tha-st\rats.com/x", "Alpha-Stats.com" },
    { "https:\\\\alpha-stats.com\\x", "Alpha-Stats.com" },
    { "\\\\alpha-stats.com", "Alpha-Stats.com" },
    { "/\\alpha-stats.com", "Alpha-Stats.com" },
    { "https:////alpha-stats.com/x", "Alpha-Stats.com" },
    { "alpha-stats.com/x", NULL }, /* a relative URL */
    { "/alpha-stats.com/x", NULL },
    { "data:text/html,//alpha-stats.com/x", NULL },
    { "javascript:alpha-stats.com/alpha.js", NULL },
    { "mailto:a@alpha-stats.com", NULL },
    { "ftp://alpha-stats.com/alpha.js", NULL },
    { "httpx://alpha-stats.com/alpha.js", NULL },
    { "https://", NULL },
    { "", NULL },
    { "   ", NULL },
    /* hosts with a path */
    { "https://shared.net/a", "shared.net/a" },
    { "https://shared.net/a?x", "shared.net/a" },
    { "https://shared.net/a/c", "shared.net/a" },
    { "https://shared.net/a/b", "shared.net/a/b" },
    { "https://x.shared.net/a/b/c", "shared.net/a/b" },
    { "https://shared.net/A", NULL },
    { "https://shared.net/ab", NULL },
    { "https://shared.net/x/a", NULL },
    { "https://shared.net/alpha/q", "shared.net/alpha/" },
    { "https://shared.net/alpha", NULL },
    { "https://g.beta.com/pixel", "g.beta.com/pixel" },
    { "https://g.beta.com/other", "beta.com" },
    /* first-party paths */
    { "/alpha.js", "/alpha.js" },
    { "alpha.js", "/alpha.js" },
    { "./js/alpha.js?v=1", "/alpha.js" },
    { "js\\alpha.js", "/alpha.js" },
    { "https://any.org/x/alpha.js", "/alpha.js" },
    { "https://any.org/x/alpha.js/", "/alpha.js" },
    { "https://any.org/x/Alpha.js", NULL },
    { "https://any.org/x/alpha.json", NULL },
    { "https://any.org/x/xalpha.js", NULL },
    { "https://any.org/?x=/alpha.js", NULL },
    { "https://any.org/a/ss/suite", "/a/ss/" },
    { "https://any.org/a/ss", NULL },
    { "https://any.org/amini-1.2.js", "/amini-" },
    { "https://any.org/amini1.2.js", NULL },
    /* '*' and '?' */
    { "https://cdn.net/1/2/alpha.js", "cdn.net/*/alpha.js" },
    { "https://x.cdn.net/alpha.js/alpha.jsx/alpha.js", "cdn.net/*/alpha.js" },
    { "https://cdn.net/1/beta.js", NULL },
    { "https://eh-12.alpha.org/x", "eh-*.alpha.org" },
    { "https://a.eh-12.b.alpha.org/x", "eh-*.alpha.org" },
    { "https://meh-12.alpha.org/x", NULL },
    { "https://alpha.org/x", NULL },
    { "https://gamma.example/xaby", "gamma.example/x*y" },
    { "https://gamma.example/xabyz", NULL },
    { "/mint/?js", "/mint/?js" },
    { "/mint/?jsx", NULL },
    { "/mint/?x&js", NULL },
    /* a host's first label, a word of a file's name */
    { "https://salpha.any.org/x", "Salpha.*" },
    { "//SALPHA.any.co.uk", "Salpha.*" },
    { "//x.salpha.any.org", NULL },
    { "//salpha/x", NULL },
    { "//xsalpha.any.org", NULL },
    { "//salphax.any.org", NULL },
    { "/alphabet.js", "/*alphabet*.js" },
    { "alphabet.js?v=2", "/*alphabet*.js" },
    { "/js/my-Alphabet_2.min.js", "/*alphabet*.js" },
    { "//any.org/js/x.alphabet.js#y", "/*alphabet*.js" },
    { "/js/myalphabet.js", NULL },
    { "/js/alphabets.js", NULL },
    { "/alphabet/x.js", NULL },
    { "/js/alphabet.css", NULL },
    { "/js/alphabet.js/x", NULL },
    { "/js/x.js?alphabet.js", NULL },
    { "//ads.any.org/alphabet.js", NULL },
    { "//ad.any.org/alphabet.js", NULL },
    /* a query's parameters */
    { "/x.js?id=AL-ABC123", "?id=AL-<caps:6+>" },
    { "//any.org/?id=AL-ABC123&x", "?id=AL-<caps:6+>" },
    { "//any.org?id=AL-ABC123#x", "?id=AL-<caps:6+>" },
    { "//any.org/x?a=1&id=AL-ABC123", "?id=AL-<caps:6+>" },
    { "x?a?id=AL-ABC123", "?id=AL-<caps:6+>" },
    { "/x?\nid=A\tL-ABC123", "?id=AL-<caps:6+>" },
    { "/x?id=AL-ABC12", NULL },
    { "/x?id=AL-ABC123x", NULL },
    { "/x?id=AL-ABC123=", NULL },
    { "/x?xid=AL-ABC123", NULL },
    { "/x?x=id=AL-ABC123", NULL },
    { "/x?ID=AL-ABC123", NULL },
    { "/id=AL-ABC123", NULL },
    { "/x#?id=AL-ABC123", NULL },
    { "mailto:x?id=AL-ABC123", NULL },
    { "/x?id=AL-ABC123&alpha_key=7", "?alpha_key=<digits>" }, /* the longer one */
    { "/x?alpha_key=7&id=AL-ABC123", "?alpha_key=<digits>" },
    { "//alpha-stats.com/x?id=AL-ABC123", "Alpha-Stats.com" },
    { "/x.alphabet.js?id=AL-ABC123", "/*alphabet*.js" },
    /* archived pages */
    { "https://web.archive.org/web/20150102030405js_/http://alpha-stats.com/x", "Alpha-Stats.com" },
    { "/web/2015im_/https:/alpha-stats.com/x", "Alpha-Stats.com" },
    { "/web/2015/http://a.org/web/2014/http://alpha-stats.com/x", "Alpha-Stats.com" },
    { "/web/2015/x/http://alpha-stats.com/x", NULL },
    { "/web/x/http://alpha-stats.com/x", NULL },
    { "/myweb/2015/http://alpha-stats.com/x", NULL },
    { "/web/2015/mailto:alpha-stats.com/x", NULL },
    { "/web/2015js_/http://other.org/x", NULL },
    /* the site's own rows */
    { "//stats.example/x", "stats.example" },
    { "/z/own/beacon", "/own/beacon" },
};
enum { NURLS = sizeof URLS / sizeof *URLS };

static void test_urls(const xp_rules *rules)
{
    xp_vendor_set set = all();
    int bad = 0;

    for (size_t i = 0; i < NURLS; i++) {
        const char *got = judge(rules, URLS[i].url, strlen(URLS[i].url), &set), *want = URLS[i].pattern;

        if (got != want && (!got || !want || strcmp(got, want) != 0)) {
            diag("%s: got %s, want %s", URLS[i].url, got ? got : "nothing", want ? want : "nothing");
            bad++;
        }
    }
    ok(bad == 0, "%d URLs are judged as they should be", NURLS);
}

static void test_set(const xp_rules *rules)
{
    xp_vendor_set set;

    xp_catalogue_default(&set);
    ok(xp_set_has(&set, ALPHA) && xp_set_has(&set, GAMMA), "analytics and pixels are on by default");
    ok(!xp_set_has(&set, BETA), "A/B tests are not");
    ok(!xp_set_has(&set, OWN), "the site's vendors are not in the catalogue's default");
    is_str(judge(rules, "//shared.net/a/b", 16, &set), "shared.net/a", "the longest pattern of an enabled vendor");
    is_str(judge(rules, "//g.beta.com/x", 14, &set), NULL, "none of an enabled vendor");
    is_str(judge(rules, "//g.beta.com/alpha.js", 21, &set), NULL,
           "nor another's path on the host of a vendor that is spared");
    xp_set_remove(&set, ALPHA);
    xp_set_add(&set, BETA);
    is_str(judge(rules, "//shared.net/a", 14, &set), NULL, "a vendor that has been removed");
    is_str(judge(rules, "//g.beta.com/x", 14, &set), "beta.com", "a vendor that has been added");
    is_int(xp_rules_url(rules, "//g.beta.com/x", 14, &set).vendor, BETA, "a hit tells its vendor");
    is_int(xp_rules_global(rules, "dataLayer", 9, false, &set), GAMMA,
           "a shared global belongs to the vendor that is enabled");
}

static void test_hostile_urls(const xp_rules *rules)
{
    static char url[100000];
    xp_vendor_set set = all();
    int bad = 0;

    for (const char *unit = "./*@:?#\\a\n%w"; *unit; unit++)
        for (size_t n = 0; n < 5000; n = n * 2 + 1) {
            memset(url, *unit, n);
            bad += judge(rules, url, n, &set) != NULL;
            memcpy(url, "//cdn.net/", 10);
            judge(rules, url, n > 10 ? n : 10, &set);
            memcpy(url, "//eh-", 5);
            judge(rules, url, n > 10 ? n : 10, &set);
        }
    ok(bad == 0, "floods of one byte");
    memset(url, 'a', sizeof url);
    memcpy(url, "https://alpha-stats.com/", 24);
    is_str(judge(rules, url, sizeof url, &set), "Alpha-Stats.com", "a URL of 100,000 bytes");
    for (size_t cut = 0; cut < 60; cut++)
        judge(rules, "https://web.archive.org/web/2015js_/http://alpha-stats.com", cut < 58 ? cut : 58, &set);
    for (size_t i = 0; i + 4 < sizeof url; i += 6)
        memcpy(url + i, "/web/1", 6);
    is_str(judge(rules, url, 90000, &set), NULL, "a flood of archives");
}

static void test_names(const xp_rules *rules)
{
    xp_vendor_set set = all();

    is_int(xp_rules_global(rules, "alpha", 5, false, &set), ALPHA, "a global");
    is_int(xp_rules_global(rules, "alphaX", 5, false, &set), ALPHA, "its length counts");
    is_int(xp_rules_global(rules, "alphaX", 6, false, &set), -1, "a longer name is another");
    is_int(xp_rules_global(rules, "Alpha", 5, false, &set), -1, "case counts");
    is_int(xp_rules_global(rules, "_alX", 4, false, &set), ALPHA, "a prefix");
    is_int(xp_rules_global(rules, "_al", 3, false, &set), ALPHA, "the prefix itself");
    is_int(xp_rules_global(rules, "_alX", 4, true, &set), -1, "but not of a name that is defined");
    is_int(xp_rules_global(rules, "_al17", 5, true, &set), ALPHA, "... unless it is numbered");
    is_int(xp_rules_global(rules, "_al1x", 5, true, &set), -1, "... and nothing else");
    is_int(xp_rules_global(rules, "_al", 3, true, &set), -1, "nor of the prefix itself");
    is_int(xp_rules_global(rules, "_a", 2, false, &set), -1, "less than the prefix");
    is_int(xp_rules_global(rules, "", 0, false, &set), -1, "no name");
    is_int(xp_rules_global(rules, "dataLayer", 9, false, &set), ALPHA, "of several owners the first");
    is_int(xp_rules_vendors(rules), 5, "catalogue and site together");
    is_str(xp_rules_name(rules, OWN), "own", "the site's vendors are numbered as they come");
    is_str(xp_rules_name(rules, OWN2), "own2", "each once");
    is_str(xp_rules_name(rules, 5), NULL, "beyond the last");
    is_str(xp_rules_name(rules, -1), NULL, "before the first");
    is_int(xp_rules_class(rules, BETA), XP_CLASS_ABTEST, "a class");
    is_int(xp_rules_class(rules, OWN), XP_CLASS_SITE, "the site's class");
    is_int(xp_catalogue_find("GAMMA"), GAMMA, "a vendor is found without regard to case");
    is_int(xp_catalogue_find("gamm"), -1, "not by a part of its name");
    is_int(xp_catalogue_find("gamma2"), -1, "nor by more than it");
    is_str(xp_rules_stub(rules, ALPHA), "var alpha=0", "the site's stub comes before the catalogue's");
    is_str(xp_rules_stub(rules, BETA), NULL, "no stub");
    is_str(xp_rules_comment(rules, OWN), "<!--xpurpose: own-->", "the comment");
}

/* Asks for what is made, as a caller does: the rows with a '|' between two. */
static const char *made(const xp_rules *rules, int vendor, const char *pattern)
{
    static char all_of[256];
    size_t from = 0, n = 0;
    const char *names;

    for (all_of[0] = 0; (names = xp_rules_makes(rules, vendor, pattern, &from)); n = strlen(all_of))
        snprintf(all_of + n, sizeof all_of - n, "%s%s", n ? "|" : "", names);
    return all_of;
}

static const xp_pattern_row MADE[] = {
    { "own", XP_MAKES, "first second", NULL }, { "alpha", XP_MAKES, "late", NULL },
    { "own2", XP_MAKES, "third", "go.js" },    { "own", XP_MAKES, "fourth", "x.js y.js" },
    { "own", XP_MAKES, "never", "" },
};

/* What vendors' files make. */
static void test_made(void)
{
    static const xp_pattern_row away[] = {
        { "Alpha", XP_MAKES, "alpha", "x" },  { "alpha", XP_MAKES, "Alphabet", NULL },
        { "alpha", XP_MAKES, "_alp", NULL },  { "alpha", XP_GLOBAL, "_al", NULL },
        { "gamma", XP_MAKES, "gamma", NULL }, { "own", XP_MAKES, "first", NULL }
    };
    static const xp_pattern_row whole = { "alpha", XP_MAKES, "alpha _al", NULL };
    const xp_rules *rules = xp_rules_build(MADE, sizeof MADE / sizeof *MADE, grab, NULL);
    const xp_rules *less = xp_rules_build_without(MADE, 1, away, sizeof away / sizeof *away, grab, NULL);

    is_str(made(rules, ALPHA, "Alpha-Stats.com"), "alpha _al|late", "the catalogue's names, and those of the site");
    is_str(made(rules, ALPHA, "/*alphabet*.js"), "alpha _al|Alphabet|late", "... and what such a row's file makes");
    is_str(made(rules, ALPHA, "/amini-"), "alpha _al|Alphabet|late", "... which may go by several words");
    is_str(made(rules, ALPHA, "/alphabe"), "alpha _al|late", "a word is whole");
    is_str(made(rules, BETA, "beta.com"), "", "a vendor whose file makes nothing");
    is_str(made(rules, OWN, "stats.example"), "first second", "a vendor of the site's, and of no other");
    is_str(made(rules, OWN, "/y.js"), "first second|fourth", "... with words of its own");
    is_str(made(rules, OWN2, "/go.js"), "third", "another");
    is_str(made(rules, OWN2, ""), "", "a word is in no empty pattern");
    is_str(made(less, ALPHA, "/*alphabet*.js"), "_al", "names that are taken away");
    is_str(made(less, OWN, "x"), "first second", "but not what the site adds");
    is_str(made(xp_rules_build_without(NULL, 0, &whole, 1, grab, NULL), ALPHA, "x"), "", "or the whole row");
    is_str(made(xp_rules_build_without(MADE, 2, &(xp_pattern_row){ 0 }, 1, grab, NULL), ALPHA, "x"), "late",
           "of nothing nothing is left but the site's");
}

static void test_blocks(const xp_rules *rules)
{
    xp_vendor_set set = all(), none;
    int row = xp_rules_block_begin(rules, " ALPHA code version 1 ", 22, &set);

    memset(&none, 0, sizeof none);
    ok(row >= 0, "a block's first comment, without regard to case");
    is_int(xp_rules_row(rules, row).vendor, ALPHA, "its vendor");
    is_int(xp_rules_block_begin(rules, " Alpha Code ", 12, &none), -1, "not of a vendor that is not enabled");
    is_int(xp_rules_block_begin(rules, " End Alpha Code ", 16, &set), -1, "the last comment begins no block");
    is_int(xp_rules_block_begin(rules, "Alpha Cod", 9, &set), -1, "too short a comment");
    is_int(xp_rules_block_begin(rules, "", 0, &set), -1, "an empty comment");
    ok(xp_rules_block_end(rules, row, "/ end alpha code /", 18), "the last comment");
    ok(xp_rules_block_end(rules, row, "finis alpha", 11), "the last comment of another row with the same beginning");
    ok(!xp_rules_block_end(rules, row, "alpha code", 10), "not the last");
    is_int(xp_rules_row(rules, -1).vendor, -1, "no such row");
}

typedef struct {
    int row;
    uint64_t from, mid, to;
} literal_hit;

static bool note_hit(void *ctx, int id, size_t from, size_t mid, size_t to)
{
    literal_hit *first = ctx;

    *first = (literal_hit){ id, from, mid, to };
    return false;
}

static literal_hit look(const xp_rules *rules, const char *text)
{
    literal_hit hit = { -1, 0, 0, 0 };

    xp_match_text(xp_rules_literals(rules), text, strlen(text), note_hit, &hit);
    return hit;
}

static void test_literals(const xp_rules *rules)
{
    literal_hit hit = look(rules, "u='//www.alpha-stats.com'");

    is_str(xp_rules_row(rules, hit.row).pattern, "Alpha-Stats.com", "a url row in a script's text");
    ok(hit.from == 9 && hit.mid == 24 && xp_rules_is_url(rules, hit.row), "where its host lies");
    hit = look(rules, "alpha( \"init\" )");
    is_str(xp_rules_row(rules, hit.row).pattern, "alpha('init'", "an inline row");
    ok(!xp_rules_is_url(rules, hit.row), "is no URL");
    is_str(xp_rules_row(rules, look(rules, "ownTracker.go(1)").row).pattern, "ownTracker.go(", "a row of the site's");
    is_str(xp_rules_row(rules, look(rules, "'http:\\/\\/cdn.net\\/1\\/2\\/alpha.js'").row).pattern,
           "cdn.net/*/alpha.js", "a '*' in a path");
    is_int(look(rules, "'http://cdn.net/1/'+'/other.js'").row, -1, "does not leave the string");
    is_int(look(rules, "'http://cdn.net/1/sdk.js'").row, -1, "what follows the '*' counts");
    is_str(xp_rules_row(rules, look(rules, "'/amini-9.js'").row).pattern, "/amini-", "an open path");
    is_int(look(rules, "'/amini-stats.company'").row, 5, "goes on as it likes");
    is_int(look(rules, "shared.net/ab").row, -1, "a closed one does not");
    is_int(look(rules, "'metrics/x.own.net'").row, -1, "a '*' in a host is not looked for");
    hit = look(rules, "u='/x?id=AL-ABC123&y'");
    is_str(xp_rules_row(rules, hit.row).pattern, "?id=AL-<caps:6+>", "a query's parameter");
    ok(hit.from == 5 && hit.mid == 18 && xp_rules_is_url(rules, hit.row), "from its '?' to its value's end");
    is_int(look(rules, "u='/x?id=AL-ABC12'").row, -1, "of which all counts");
}

static void test_told(const xp_rules *rules)
{
    static const char TOLD[] =
        "own.example loads.example /own/counted.js own-label.* /*owncounter*.js ?own=o ?own_key=a ";
    size_t len;
    const char *text = xp_rules_gates(rules, 3, &len);

    ok(len == sizeof TOLD - 1 && !memcmp(text, TOLD, len), "nor is the gate told, or of what has to be known");
}

/* What rows are for, and which of them have to do with a script's text, the gate and links. */
static void test_uses(void)
{
    static const xp_pattern_row rows[] = {
        { "own", XP_URL, "own.example", NULL },
        { "own", XP_URL, "own.example/share/", "hint" },
        { "own", XP_URL, "own.example/embed", "frame known" },
        { "own", XP_URL, "links.example", "hint" },
        { "own", XP_URL, "loads.example", "script picture" },
        { "own", XP_URL, "/own/known.js", "known" },
        { "own", XP_URL, "/own/counted.js", NULL },
        { "own", XP_URL, "own-label.*", NULL },
        { "own", XP_URL, "/*owncounter*.js", NULL },
        { "own", XP_URL, "both.example/", "hint known" },
        { "own", XP_INLINE, "own_before_('x')", "loads" },
        { "own", XP_URL, "?own=o<digits>", NULL },
        { "own", XP_URL, "?linked=<digits>", "hint" },
        { "own", XP_URL, "?own_key=a*b", NULL },
    };
    static const struct {
        const char *url;
        int uses;
        int linked;
    } CASES[] = {
        { "//own.example/x", XP_USE_SCRIPT | XP_USE_PIXEL | XP_USE_HINT, 1 },
        { "//own.example/share/x", XP_USE_HINT, 1 },
        { "//own.example/embed", XP_USE_FRAME | XP_USE_KNOWN, 0 },
        { "//links.example/", XP_USE_HINT, 1 },
        { "//loads.example/", XP_USE_SCRIPT | XP_USE_PICTURE, 0 },
        { "/own/known.js", XP_USE_ALL | XP_USE_KNOWN, 0 },
        { "/own/counted.js", XP_USE_ALL, 1 },
        { "//own-label.any.org/", XP_USE_ALL, 1 },
        { "/owncounter.js", XP_USE_ALL, 1 },
        { "//both.example/own/known.js", XP_USE_HINT | XP_USE_KNOWN, 0 },
        { "//links.example/own/known.js", XP_USE_HINT, 1 },
        { "//links.example/own/counted.js", XP_USE_ALL, 1 },
        { "/x?own=o1", XP_USE_SCRIPT, 0 },
        { "/x?linked=1", XP_USE_HINT, 1 },
        { "//nobody.example/", 0, 0 },
    };
    const xp_rules *rules = xp_rules_build(rows, sizeof rows / sizeof *rows, grab, NULL);
    xp_vendor_set set = all();
    int bad = 0;

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *url = CASES[i].url;
        int uses = xp_rules_url(rules, url, strlen(url), &set).uses;

        if (uses != CASES[i].uses || (xp_rules_url_vendor(rules, url, strlen(url), &set) >= 0) != CASES[i].linked) {
            diag("%s: for %d", url, uses);
            bad++;
        }
    }
    ok(bad == 0, "rows are for what they say");
    is_int(sizeof(xp_hit), sizeof(int) * 2 + sizeof(char *), "and a hit is no larger for it");
    is_int(look(rules, "'//links.example/a'").row, -1, "what is for hints is not looked for in scripts");
    is_str(xp_rules_row(rules, look(rules, "'//loads.example/a'").row).pattern, "loads.example", "other rows are");
    is_int(xp_rules_row(rules, look(rules, "own_before_('x')").row).uses, XP_USE_LOADS | XP_USE_PROOF,
           "a literal that loads");
    test_told(rules);
}

/* What of a script's text is proof by itself. */
static void test_proof(void)
{
    static const char *const PROOF[] = { "_paq.push(",    "_st||[]",         "alpha('x1'",    "ga('set'",
                                         "fathom('goal'", "dataLayer.push(", "alphaTracker",  "et_eC_Wrapper",
                                         "'reachGoal',",  "a.example/b.js",  ".al{opacity:0", "new alphaV3(",
                                         "window._al3" };
    static const char *const DOUBT[] = { "LA.init({id:", "FS.event(",   "amplitude.init(", "Munchkin.init(",
                                         ".pageName=",   "al_account=", "s.tl(",           "window.vaq",
                                         "'upScore'",    "new UET(",    "alfa||[]",        "webVitals.",
                                         "sc_project",   "_x.load(",    "ga('x'" };
    int bad = 0;

    for (size_t i = 0; i < sizeof PROOF / sizeof *PROOF; i++)
        bad += !xp_proof_is(PROOF[i]);
    is_int(bad, 0, "what only a vendor's snippet says is proof");
    for (size_t i = 0; i < sizeof DOUBT / sizeof *DOUBT; i++)
        bad += xp_proof_is(DOUBT[i]);
    is_int(bad, 0, "short names, ordinary words and prefixed names are none");
}

/* A row may say otherwise; a vendor of the site's own has nothing to prove. */
static void test_said_proof(void)
{
    static const xp_pattern_row ROWS[] = {
        { "alpha", XP_INLINE, "al.weak(", NULL },       { "alpha", XP_INLINE, "al.proof(", "proof" },
        { "alpha", XP_INLINE, "alphaDoubt(", "weak" },  { "own", XP_INLINE, "ow.init(", NULL },
        { "own", XP_INLINE, "ow.stop(", "weak" },       { "own2", XP_INLINE, "ow.start(", NULL },
        { "own3", XP_URL, "/own/gen.js", "known" },     { "alpha", XP_INLINE, "alphaLoad(", "loads" },
        { "own", XP_INLINE, "ow.load(", "weak loads" },
    };
    static const bool PROOF[] = { false, true, false, true, false, true, false, true, false };
    xp_rules *rules = xp_rules_build(ROWS, sizeof ROWS / sizeof *ROWS, grab, NULL);
    int bad = 0;

    for (int i = 0; i < (int)(sizeof ROWS / sizeof *ROWS); i++)
        bad += !(xp_rules_row(rules, (int)xp_patterns_count + i).uses & XP_USE_PROOF) == PROOF[i];
    is_int(bad, 0, "a row may say that it is proof, or is in doubt");
    ok(xp_rules_doubt(rules, 0) == 1 && xp_rules_doubt(rules, 3) == 2 && xp_rules_doubt(rules, 5) == 3,
       "vendors with something in doubt have numbers");
    ok(!xp_rules_doubt(rules, 1) && !xp_rules_doubt(rules, 4), "... and the others none");
}

/* Rows of the catalogue that the site takes away. */
static void test_away(void)
{
    static const xp_pattern_row away[] = {
        { "alpha", XP_URL, "alpha-stats.COM", NULL },
        { "ALPHA", XP_URL, "/alpha.js", "hint" },
        { "alpha", XP_INLINE, "alpha('init'", NULL },
        { "alpha", XP_GLOBAL, "dataLayer", NULL },
        { "alpha", XP_GLOBAL, "_al*", NULL },
        { "alpha", XP_BLOCK, "Alpha Code", NULL },
        { "alpha", XP_STUB, NULL, NULL },
        { "gamma", XP_URL, "nowhere.example", NULL },
    };
    static const xp_pattern_row again = { "alpha", XP_URL, "/alpha.js", NULL };
    enum { N = sizeof away / sizeof *away };
    const xp_rules *rules = xp_rules_build_without(&again, 0, away, N, grab, NULL), *back;
    xp_vendor_set set = all();
    size_t len, full;

    is_str(judge(rules, "//alpha-stats.com/alpha.js", 26, &set), NULL, "its URLs are nobody's");
    is_str(judge(rules, "//shared.net/alpha/", 19, &set), "shared.net/alpha/", "others are what they were");
    is_int(look(rules, "alpha('init');'//alpha-stats.com/';'/alpha.js'").row, -1, "nothing is looked for in scripts");
    is_int(xp_rules_global(rules, "dataLayer", 9, false, &set), GAMMA, "a name goes");
    is_int(xp_rules_global(rules, "_alX", 4, false, &set), -1, "and a prefix");
    is_int(xp_rules_global(rules, "alpha", 5, false, &set), ALPHA, "the names beside it do not");
    is_int(xp_rules_block_begin(rules, "Alpha Code", 10, &set), -1, "no block begins");
    is_str(xp_rules_stub(rules, ALPHA), NULL, "there is no stub");
    xp_rules_gates(xp_rules_build(NULL, 0, grab, NULL), ALPHA, &full);
    xp_rules_gates(rules, ALPHA, &len);
    is_int(full - len, sizeof "Alpha-Stats.com /alpha.js", "the gate does not know of them");
    back = xp_rules_build_without(&again, 1, away, N, grab, NULL);
    is_str(judge(back, "/alpha.js", 9, &set), "/alpha.js", "what the site adds is there all the same");
}

static void test_all_away(void)
{
    const xp_pattern_row everything = { NULL, XP_URL, NULL, NULL }, own = { "beta", XP_URL, "/own.js", NULL };
    const xp_rules *rules = xp_rules_build_without(&own, 1, &everything, 1, grab, NULL);
    xp_vendor_set set = all();
    size_t left = 0, len;

    for (int i = 0; i < (int)xp_vendors_count; i++) {
        xp_rules_gates(rules, i, &len);
        left += len + (xp_rules_stub(rules, i) != NULL);
    }
    is_int(left, sizeof "/own.js", "of the catalogue nothing is left to gate, and no stub");
    is_str(judge(rules, "//alpha-stats.com/", 18, &set), NULL, "no URL");
    is_int(xp_rules_global(rules, "alpha", 5, false, &set), -1, "no name");
    is_int(xp_rules_block_begin(rules, "Alpha Code", 10, &set), -1, "no block");
    is_str(xp_rules_name(rules, GAMMA), "gamma", "the vendors keep their numbers");
    is_str(judge(rules, "/own.js", 7, &set), "/own.js", "and what the site says is there");
}

static void test_lines(void)
{
    static const struct {
        xp_pattern_row row;
        const char *line;
    } LINES[] = {
        { { "v", XP_URL, "host.com/a-b_c/*.js?x=1&y", NULL }, "XPurposeVendor v url host.com/a-b_c/*.js?x=1&y" },
        { { "v", XP_URL, "/a", "script known" }, "XPurposeVendor v url:script,known /a" },
        { { "v", XP_URL, "?id=G-<caps:6+>", NULL }, "XPurposeVendor v url \"?id=G-<caps:6+>\"" },
        { { "v", XP_INLINE, "v('a\\\"b')", "loads" }, "XPurposeVendor v inline:loads \"v('a\\\\\\\"b')\"" },
        { { "v", XP_GLOBAL, "a b*", NULL }, "XPurposeVendor v global \"a b*\"" },
        { { "v", XP_BLOCK, "begin it", "end" }, "XPurposeVendor v block \"begin it\" end" },
        { { "v", XP_STUB, "a={};", "gtag" }, "XPurposeVendor v stub:gtag \"a={};\"" },
        { { "v", XP_MAKES, "a b", NULL }, "XPurposeVendor v makes \"a b\"" },
        { { "v", XP_MAKES, "a", "x.js y.js" }, "XPurposeVendor v makes:x.js,y.js a" },
    };
    char line[128];

    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        size_t n = xp_catalogue_line(&LINES[i].row, line, sizeof line);

        is_int(n, strlen(LINES[i].line), "how long it is");
        line[n < sizeof line ? n : 0] = 0;
        is_str(line, LINES[i].line, "a row as a line of configuration");
    }
    memset(line, 'x', sizeof line);
    is_int(xp_catalogue_line(&LINES[0].row, line, 4), strlen(LINES[0].line), "the same without the room for it");
    ok(!memcmp(line, "XPurx", 5), "and no byte is written beyond");
    is_str(xp_catalogue_kind(XP_SPARE + 1), NULL, "no more kinds");
    is_str(xp_catalogue_class(XP_CLASS_SITE + 1), NULL, "no more classes");
    is_int(xp_catalogue_class_of("ABtest"), XP_CLASS_ABTEST, "a class by its word");
    is_int(xp_catalogue_class_of("abtests"), -1, "... and by no other");
}

static const struct {
    xp_pattern_row row;
    const char *says; /* NULL: nothing is wrong */
} CHECKS[] = {
    { { "v", XP_URL, "host.com", NULL }, NULL },
    { { "v", XP_URL, "host.com/path?x=", NULL }, NULL },
    { { "v", XP_URL, "*.host.com", NULL }, NULL },
    { { "v", XP_URL, "/b/ss/", NULL }, NULL },
    { { "v", XP_URL, "", NULL }, "empty" },
    { { "v", XP_URL, NULL, NULL }, "empty" },
    { { "v", XP_URL, "a.com/56789012345678901234567890123456789012345678901234567890123456", NULL }, "longer" },
    { { "v", XP_URL, "host .com", NULL }, "space" },
    { { "v", XP_URL, "host.com/\x01", NULL }, "control" },
    { { "v", XP_URL, "host.com/\"", NULL }, "no URL" },
    { { "v", XP_URL, "https://host.com", NULL }, "scheme" },
    { { "v", XP_URL, "//host.com", NULL }, "scheme" },
    { { "v", XP_URL, "localhost", NULL }, "dot" },
    { { "v", XP_URL, "matomo/x.js", NULL }, "dot" },
    { { "v", XP_URL, "host.com:80", NULL }, "no host has" },
    { { "v", XP_URL, ".host.com", NULL }, "empty label" },
    { { "v", XP_URL, "host.", NULL }, "empty label" },
    { { "v", XP_URL, "host..com", NULL }, "empty label" },
    { { "v", XP_URL, "host.*", NULL }, NULL },
    { { "v", XP_URL, "a.host.*", NULL }, "last label" },
    { { "v", XP_URL, "ho*st.*", NULL }, "last label" },
    { { "v", XP_URL, "/*word*.js", NULL }, NULL },
    { { "v", XP_URL, "/*wor*.js", NULL }, "four letters" },
    { { "v", XP_URL, "/*word.js", NULL }, "four letters" },
    { { "v", XP_URL, "/*word*x*.js", NULL }, "four letters" },
    { { "v", XP_URL, "/*a/word*.js", NULL }, "four letters" },
    { { "v", XP_URL, "/", NULL }, "too short" },
    { { "v", XP_URL, "/ab", NULL }, "too short" },
    { { "v", XP_URL, "/a*b/c", NULL }, "too short" },
    { { "v", XP_URL, "?id=G-<caps:6+>", NULL }, NULL },
    { { "v", XP_URL, "?id=*", NULL }, "too short" },
    { { "v", XP_URL, "?id=G<caps>", NULL }, "too short" },
    { { "v", XP_URL, "?i=<caps>", NULL }, "too short" },
    { { "v", XP_URL, "?abc=", NULL }, "parameter" },
    { { "v", XP_URL, "?abcdef", NULL }, "parameter" },
    { { "v", XP_URL, "?=abcdef", NULL }, "parameter" },
    { { "v", XP_URL, "?ab*cd=x", NULL }, "parameter" },
    { { "v", XP_URL, "?abcd=x&y=z", NULL }, "no query's parameter has" },
    { { "v", XP_URL, "?abcd=x y", NULL }, "no query's parameter has" },
    { { "v", XP_URL, "?abcd=\"x", NULL }, "no query's parameter has" },
    { { "v", XP_URL, "?abcd=<x>", NULL }, "no shape" },
    { { "v", XP_URL, "?abcd=<digits>1", NULL }, "never" },
    { { "v", XP_URL, "?id=567890123456789012345678901234567890123456789012345678901234", NULL }, NULL },
    { { "v", XP_URL, "?id=5678901234567890123456789012345678901234567890123456789012345", NULL }, "longer" },
    { { "v", XP_URL, "host.com", "script pixel picture frame hint known" }, NULL },
    { { "v", XP_URL, "host.com", "scripts" }, "something else than script" },
    { { "v", XP_URL, "host.com", "pixel,known" }, "something else than script" },
    { { "v", XP_URL, "host.com", "loads" }, "something else than script" },
    { { "v", XP_INLINE, "gtag('js'", "loads" }, NULL },
    { { "v", XP_INLINE, "gtag('js'", "known" }, "something else than loads, proof" },
    { { "v", XP_INLINE, "gtag('js'", "proof loads" }, NULL },
    { { "v", XP_INLINE, "gtag('js'", "weak" }, NULL },
    { { "v", XP_INLINE, "gtag('js'", NULL }, NULL },
    { { "v", XP_INLINE, "gtag", NULL }, "too short" },
    { { "v", XP_INLINE, "123456789", NULL }, "too short" },
    { { "v", XP_INLINE, "gtag(\n'js'", NULL }, "control" },
    { { "v", XP_GLOBAL, "_gaq ga $x_1 _al*", NULL }, NULL },
    { { "v", XP_GLOBAL, "a*", NULL }, "no name" },
    { { "v", XP_GLOBAL, "a.b", NULL }, "no name" },
    { { "v", XP_GLOBAL, "ab*c", NULL }, "no name" },
    { { "v", XP_GLOBAL, "ab*.", NULL }, "no name" },
    { { "v", XP_GLOBAL, "a  b", NULL }, "list" },
    { { "v", XP_GLOBAL, "a ", NULL }, "space" },
    { { "v", XP_MAKES, "_gaq ga $x_1 a", NULL }, NULL },
    { { "v", XP_MAKES, "ga", "ga.js x.js" }, NULL },
    { { "v", XP_MAKES, "", NULL }, "empty" },
    { { "v", XP_MAKES, NULL, NULL }, "empty" },
    { { "v", XP_MAKES, "_al*", NULL }, "whole" },
    { { "v", XP_MAKES, "ga *", NULL }, "no name" },
    { { "v", XP_MAKES, "a.b", NULL }, "no name" },
    { { "v", XP_MAKES, "a\"b", NULL }, "no name" },
    { { "v", XP_MAKES, "a 1b", NULL }, "digit" },
    { { "v", XP_MAKES, "a  b", NULL }, "list" },
    { { "v", XP_MAKES, " a", NULL }, "list" },
    { { "v", XP_MAKES, "a ", NULL }, "space" },
    { { "v", XP_BLOCK, "begin it", "end it" }, NULL },
    { { "v", XP_BLOCK, "begin it", NULL }, "ends the block" },
    { { "v", XP_BLOCK, "begin it", "" }, "ends the block" },
    { { "v", XP_BLOCK, "it", "end it" }, "too short" },
    { { "v", XP_BLOCK, "begin it", "-->end it" }, "--" },
    { { "v", XP_STUB, "var x=1", NULL }, NULL },
    { { "v", XP_STUB, "var x='</SCRIPT>'", NULL }, "</script" },
    { { "v", XP_STUB, "var x='<script'", NULL }, "<script" },
    { { "v", XP_STUB, "<!-- x", NULL }, "<!--" },
    { { "", XP_URL, "host.com", NULL }, "vendor" },
    { { NULL, XP_URL, "host.com", NULL }, "vendor" },
    { { "-v", XP_URL, "host.com", NULL }, "vendor" },
    { { "V", XP_URL, "host.com", NULL }, "vendor" },
    { { "v_w", XP_URL, "host.com", NULL }, "vendor" },
    { { "v234567890123456789012345678901", XP_URL, "host.com", NULL }, NULL },
    { { "v2345678901234567890123456789012", XP_URL, "host.com", NULL }, "1 to 31" },
    { { "gate", XP_URL, "host.com", NULL }, "not all, none, gate or keep" },
    { { "none", XP_URL, "host.com", NULL }, "vendor" },
    { { "gates", XP_URL, "host.com", NULL }, NULL },
};
enum { NCHECKS = sizeof CHECKS / sizeof *CHECKS };

static void test_checks(void)
{
    int bad = 0;

    for (size_t i = 0; i < NCHECKS; i++) {
        const char *got = xp_rules_check(&CHECKS[i].row), *want = CHECKS[i].says;

        if (want ? !got || !strstr(got, want) : got != NULL) {
            diag("'%s' %s; want %s", CHECKS[i].row.text ? CHECKS[i].row.text : "(null)", got ? got : "is good",
                 want ? want : "nothing");
            bad++;
        }
        if (want && xp_rules_build(&CHECKS[i].row, 1, grab, NULL)) {
            diag("'%s' is compiled all the same", CHECKS[i].row.text ? CHECKS[i].row.text : "(null)");
            bad++;
        }
        drop_all();
    }
    ok(bad == 0, "%d rows are told right from wrong", NCHECKS);
}

/* Each piece between stars leads to rows of its own: the first that the text holds is not the last that is looked at. */
static void test_starred(void)
{
    static const xp_pattern_row rows[] = { { "own", XP_URL, "/abc*bbb*.js", NULL },
                                           { "own2", XP_URL, "/abc*ccc*zz.js", NULL } };
    static const char url[] = "/abc/bbb/ccc/zz.js";
    const xp_vendor_set set = all();
    const xp_rules *rules = xp_rules_build(rows, 2, grab, NULL);

    is_str(rules ? judge(rules, url, sizeof url - 1, &set) : NULL, rows[1].text,
           "of two rows with stars the longer one");
    drop_all();
}

static void test_limits(void)
{
    static xp_pattern_row rows[XP_VENDORS_MAX];
    static char names[XP_VENDORS_MAX][8];
    size_t room = XP_VENDORS_MAX - 3;
    int bad = 0;

    for (size_t i = 0; i < XP_VENDORS_MAX; i++) {
        sprintf(names[i], "v%d", (int)i);
        rows[i] = (xp_pattern_row){ names[i], XP_URL, "host.com", NULL };
    }
    ok(xp_rules_build(rows, room, grab, NULL) != NULL, "as many vendors as there may be");
    drop_all();
    ok(xp_rules_build(rows, room + 1, grab, NULL) == NULL, "one vendor too many");
    drop_all();
    for (int good = 0;; good++) {
        int left = good;
        const xp_rules *rules = xp_rules_build(EXTRA, NEXTRA, grab, &left);

        drop_all();
        if (rules)
            break;
        bad += left >= 0;
    }
    ok(bad == 0, "without memory there are no rules");
}

/* The tables above are as true among a thousand rows that resemble each, and of which none is what is asked for. */
static const xp_rules *build_crowd(void)
{
    enum { ALIKE = 50, MOST = (40 + NEXTRA) * ALIKE };
    static xp_pattern_row rows[MOST];
    static char texts[MOST][2][80];
    size_t n = NEXTRA;

    memcpy(rows, EXTRA, sizeof EXTRA);
    for (size_t i = 0; i < xp_patterns_count + NEXTRA; i++)
        for (int k = 0; k < ALIKE && n < MOST; k++) {
            const xp_pattern_row *row = i < xp_patterns_count ? &xp_patterns[i] : &EXTRA[i - xp_patterns_count];
            const char *star = k % 2 ? strrchr(row->text, '*') : NULL;
            size_t at = row->kind == XP_GLOBAL ? 0 : strcspn(star ? star + 1 : row->text, "*.?('");

            if (row->kind == XP_STUB)
                continue;
            at += star ? (size_t)(star + 1 - row->text) : 0;
            snprintf(texts[n][0], sizeof texts[0][0], "%.*szq%d%s", (int)at, row->text, k, row->text + at);
            snprintf(texts[n][1], sizeof texts[0][1], "%s %d", row->more ? row->more : "", k);
            rows[n] = (xp_pattern_row){ row->vendor, row->kind, texts[n][0], row->more ? texts[n][1] : NULL };
            n += xp_rules_check(&rows[n]) == NULL;
        }
    ok(n > 500, "%zu rows", n);
    return xp_rules_build(rows, n, grab, NULL);
}

static void test_rows(const xp_rules *rules)
{
    ok(rules != NULL, "the rules can be compiled");
    test_urls(rules);
    test_set(rules);
    test_hostile_urls(rules);
    test_names(rules);
    test_blocks(rules);
    test_literals(rules);
    drop_all();
}

int main(void)
{
    test_rows(xp_rules_build(EXTRA, NEXTRA, grab, NULL));
    test_uses();
    test_made();
    drop_all();
    test_away();
    test_all_away();
    test_lines();
    test_proof();
    test_said_proof();
    test_rows(build_crowd());
    test_checks();
    test_starred();
    test_limits();
    return tap_done();
}
