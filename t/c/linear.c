/* Hostile pages in four sizes, for t/13-linear.t to count the engine's instructions under callgrind. Each page is one line of SHAPES: a
 * beginning, and a unit that is repeated to fill the size. Each size is fed in one piece, since a file may come in one: what looks at a
 * piece again and again would be linear in pieces of any fixed size. The fifth run is the smallest size byte by byte, which shows what
 * a piece costs; it alone declares no charset, for until a page does it is read in slices, and what makes it longer waits. Each line of BIG is a page of very many
 * units in one piece, after one with a hundredth of them. Printed are the shapes' names, in the order of the dumps, and of the big ones
 * the bytes and edits as well.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../engine/xp_place.h"
#include "../../engine/xp_scan.h"

#if defined(__has_include)
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#endif
#endif

#ifdef CALLGRIND_DUMP_STATS

enum { UNIT = 8192, SIZES = 4 }; /* UNIT, and twice, four and eight times that */

/* As many foreign elements as there is room for. */
#define DEEP   DEEP16 DEEP16 DEEP16 DEEP16
#define DEEP16 "<g><g><g><g><g><g><g><g><g><g><g><g><g><g><g><g>"

/* More vendors than a script is told by name. */
#define HOSTS                                                                                                          \
    "'//mc.yandex.ru','//www.google-analytics.com','//connect.facebook.net','//static.hotjar.com','//clarity.ms',"     \
    "'//snap.licdn.com','//bat.bing.com','//cdn.segment.com','//js.hs-scripts.com','//cdn.mxpnl.com',"                 \
    "'//script.crazyegg.com','//cdn.heapanalytics.com',"
#define ALL   "the whole catalogue's gate: " /* is put in */
#define HELD  "held: "
#define PLACE "a snippet's places: " /* are looked for, all three */
#define TABLE "<table><table><table><table><table><table><table><table>"
#define MIXED "<script>s();l('//mc.yandex.ru')</script>"

static const struct {
    const char *name, *begin, *unit;
} SHAPES[] = {
    { "nothing but <", "", "<" },
    { "nothing but </", "", "</" },
    { "nothing but <!", "", "<!" },
    { "tags", "", "<p>" },
    { "tags that close themselves", "", "<br/><wbr / />" },
    { "end tags with attributes", "x<br>", "</p a='b'/>" },
    { "tags whose quotes do not match", "x<br>", "<a b=\"" },
    { "tags that nearly matter", "x<br>", "<scripts></scripts x" },
    { "an attribute that does not end", "<img src=\"", "a" },
    { "an unquoted attribute", "<script src=", "/a" },
    { "attributes", "<script ", "a=b " },
    { "quotes", "<script ", "a='\"' \"" },
    { "equals signs", "<div ", "=a" },
    { "references", "<img src=\"", "&#x26;&amp" },
    { "comments", "", "<!---->" },
    { "comments that end at once", "", "<!--><!--->" },
    { "comments that end in a bang", "", "<!----!>" },
    { "bogus comments", "", "<?x></ x><!x>" },
    { "DOCTYPEs", "", "<!DOCTYPE a>" },
    { "a comment of single dashes", "<!--", "- " },
    { "a comment of bangs", "<!--", "--!" },
    { "a comment of comments", "<!--", "<!--" },
    { "a comment of dashes", "<!--", "-" },
    { "a title of almost ends", "<title>", "</titl" },
    { "a script of almost ends", "<script>", "</scrip" },
    { "a script of scripts", "<script>", "<!--<script>" },
    { "a script of escapes", "<script><!--", "<script></script>" },
    { "a script of almost escapes", "<script>", "<!- " },
    { "an escaped script of dashes", "<script><!--", "- -- < </a " },
    { "a script escaped twice, of dashes", "<script><!--<script>", "- -- < </a " },
    { "a script of almost hosts", "<script>x();", "www.google-analytic " },
    { "a script of almost words", "<script>x();", "google google_ _g " },
    { "a script of hosts", "<script>x();", "'//www.google-analytics.com/' " },
    { "a script of literals", "<script>x();", "_gaq.push " },
    { "a script of brackets", "<script>", "([{" },
    { "a script of strings", "<script>var a=", "'\\''+" },
    { "a script of one name", "<script>", "a" },
    { "a script of names", "<script>function f(){var a", ",a1" },
    { "a script of slashes", "<script>", "/" },
    { "scripts", "", "<script>_gaq.push([])</script>" },
    { "a style of rules", "<style>", "{.async-hide" },
    { "mixed scripts", "x<br>", MIXED },
    { "mixed scripts of many vendors", "x<br>", "<script>s(" HOSTS HOSTS "0)</script>" },
    { "mixed scripts of vendors", "x<br>", "<script>s(" HOSTS "0)</script>" },
    { "marks that are not ours", "x<br>" MIXED, "<script data-xpurpose-gate=x src=a></script>" },
    { "marked scripts", "x<br>" MIXED, "<script data-xpurpose-gate=x>l('//mc.yandex.ru')</script>" },
    { "handlers", "x<br>", "<img onload=a src=//mc.yandex.ru>" },
    { "policies", "", "<meta http-equiv=content-security-policy content=\"script-src 'nonce-a' 'self'\">" },
    { "nonces", "x<br>", "<script nonce=abcdefghijklmnop>s();l('//mc.yandex.ru')</script>" },
    { ALL "tags, no place for it", "x<br>", "<p>" },
    { ALL "scripts of ours before it", "x<br>", "<script data-xpurpose=a></script>" },
    { ALL "mixed scripts behind it", "<title></title>", MIXED },
    { HELD "scripts", "x<br>", "<script src=//mc.yandex.ru></script>" },
    { HELD "scripts of nobody's", "x<br>", "<script src=a></script>" },
    { HELD "scripts of types", "x<br>", "<script type type type src=//mc.yandex.ru></script>" },
    { HELD "types", "x<br><script src=//mc.yandex.ru ", "type " },
    { HELD "pictures", "x<br>", "<img src=//mc.yandex.ru?>" },
    { HELD "mixed scripts", "x<br>", MIXED },
    { HELD "calls", "x<br><script src=//mc.yandex.ru></script>", "<script>_gaq.push([]);ga('a')</script>" },
    { HELD "a script of names", "x<br><script src=//mc.yandex.ru></script><script>function f(){var a", ",a1" },
    { HELD "a script of calls", "x<br><script src=//mc.yandex.ru></script><script>", "ga();" },
    { "styles", "", "<style>.async-hide{}</style>" },
    { "a noscript of pixels", "<noscript>", "<img src=//www.facebook.com/tr?x>" },
    { "a noscript of wrappers", "<noscript>", "<div>" },
    { "noscripts", "x", "<noscript><a></noscript>" },
    { "blocks that begin", "x", "<!-- SiteCatalyst code version -->" },
    { "blocks that are none", "x", "<!-- SiteCatalyst code version -->" MIXED MIXED "</p>" },
    { "blocks", "x", "<!-- SiteCatalyst code version --><i></i><!-- End SiteCatalyst code version -->" },
    { "templates", "", "<template>" },
    { "selects", "x", "<select>" },
    { "foreign elements", "x<svg>", "<g>" },
    { "foreign ends", "x<svg>", "</g>" },
    { "foreign ends that match nothing", "x<svg>" DEEP, "</x>" },
    { "foreign ends that match within HTML", "x<svg><x><desc><b><svg>" DEEP, "</x>" },
    { "foreign ends that match at the deepest", "x", "<svg>" DEEP "</svg>" },
    { "breaking out", "x", "<svg><g><p>" },
    { "integration points", "x", "<svg><desc><p></desc>" },
    { "CDATA", "x<svg><![CDATA[", "]]" },
    { "CDATA sections", "x<svg>", "<![CDATA[x] ]]>" },
    { "plaintext", "<plaintext>", "</plaintext>" },
    { "data scripts within amp", "x<amp-analytics>", "<script type=application/json>{}</script>" },
    { "metas", "", "<meta content='charset charset'>" },
    { "sources", "x", "<img srcset='a b c d e f g h i j k l m n o p'>" },
    { "escape sequences", "<meta charset=utf-8>", "\x1B$B" },
    { "NULs", "", "\\" },
    { "white space", "", " " },
    { "byte order marks", "", "\xEF\xBB\xBF" },
    { "text of one name", "", "a" },
    { "text of members", "a", ".a" },
    { "text of keywords", "", "new " },
    { "text of parentheses", "", "(" },
    { "text of parameters", "(a", ",a" },
    { PLACE "white space before all", "", " " },
    { PLACE "comments before all", "", "<!---->" },
    { PLACE "DOCTYPEs", "", "<!DOCTYPE frameset>" },
    { PLACE "what stands in a DOCTYPE", "<!DOCTYPE", "framese" },
    { PLACE "attributes of html", "<html ", "amp4 " },
    { PLACE "white space in a head", "<head>", " " },
    { PLACE "comments in a head", "<head>", "<!---->" },
    { PLACE "metas", "<head>", "<meta charset>" },
    { PLACE "scripts in a head", "<head>", "<script>gtag()</script>" },
    { PLACE "ids in scripts", "<head><script>", "'G-ABCDEF1235'," },
    { PLACE "templates in a head", "<head>", "<template></head>" },
    { PLACE "comments behind a head", "<head></head>", "<!---->" },
    { PLACE "ends of a head", "<head></head>", "</head>" },
    { PLACE "tags", "<body>", "<p>" },
    { PLACE "tags, a frameset may come", "<head></head><p>", "<p>" },
    { PLACE "end tags that nearly matter", "<body>", "</bodyx></table-" },
    { PLACE "tables", "<body>", "<table>" },
    { PLACE "ends of a body in tables", "<body><table>", "</body>" },
    { PLACE "ends of what is no table", "<body><object>" TABLE TABLE TABLE, "</applet>" },
    { PLACE "ends of tables, as many as there may be", "<body>", TABLE TABLE "<object>" },
    { PLACE "tables that are closed", "<body>", "<table></table>" },
    { PLACE "scripts", "<body>", "<script>gtag()</script>" },
    { PLACE "titles of ends", "<body><title>", "</body>" },
    { PLACE "foreign ends", "<body><svg>", "</body>" },
    { PLACE "selects", "<body>", "<select></body>" },
    { PLACE "what follows an end of a body that may be replaced", "<head></head><p></body>", "<p></p>" },
};

static const struct {
    const char *name, *unit;
    size_t units;
} BIG[] = {
    { "700,000 edits", "<img src=//mc.yandex.ru?>", 700000 },
    { "200,000 scripts", "<script>_gaq.push([])</script>", 200000 },
    { "100,000 mixed scripts", MIXED, 100000 },
};

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size);
}

static size_t edits;

static void on_edit(void *ctx, const xp_edit *edit)
{
    (void)ctx;
    (void)edit;
    edits++;
}

static const char *kept(void *ctx, uint64_t from, uint64_t to)
{
    (void)to;
    return (const char *)ctx + from;
}

static void fill(char *page, size_t len, const char *begin, const char *unit)
{
    size_t n = strlen(begin), each = strlen(unit);

    memcpy(page, begin, n);
    for (size_t i = n; i < len; i++)
        page[i] = unit[(i - n) % each] == '\\' ? '\0' : unit[(i - n) % each];
}

static void on_found(void *ctx, xp_where where, uint64_t at)
{
    (void)ctx, (void)where, (void)at;
}

static xp_place_options places = { .hold_limit = 262144, .found = on_found, .kept = kept };

/* The places of a snippet that is known by its words. */
static bool set_places(const xp_rules *rules)
{
    static const char TEXT[] = "<script>gtag('config','G-ABCDEF1234')</script>";
    static xp_snippet snippet;

    xp_snippet_read(&snippet, TEXT, sizeof TEXT - 1, NULL, 1, rules);
    places.rules = rules;
    for (int i = 0; i < XP_PLACES; i++) {
        places.snippets[i] = &snippet;
        places.lengths[i] = snippet.len;
    }
    return snippet.tells != 0;
}

static void find_places(xp_place *state, const char *page, size_t len, size_t each)
{
    xp_place_init(state, &places);
    for (size_t at = 0; at < len; at += each)
        xp_place_feed(state, page + at, len - at < each ? len - at : each);
    xp_place_end(state);
}

static void scan(xp_scan *state, const xp_options *options, const char *page, size_t len, size_t each)
{
    xp_scan_init(state, options);
    for (size_t at = 0; at < len; at += each)
        xp_scan_feed(state, page + at, len - at < each ? len - at : each);
    xp_scan_end(state);
}

/* Counts what it takes to read the page in pieces of `each` bytes: to scan it, or to find a snippet's places if there is a `place`. */
static void count(xp_scan *state, xp_place *place, xp_options *options, char *page, size_t len, size_t each)
{
    options->ctx = places.ctx = page;
    options->charset = places.charset = each < len ? XP_CHARSET_UNKNOWN : XP_CHARSET_ASCII;
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    if (place)
        find_places(place, page, len, each);
    else
        scan(state, options, page, len, each);
    CALLGRIND_DUMP_STATS;
    CALLGRIND_STOP_INSTRUMENTATION;
}

/* Two dumps, of units / 100 and of all of them. */
static bool count_big(xp_scan *state, xp_options *options, size_t i)
{
    size_t len = 5 + BIG[i].units * strlen(BIG[i].unit), few = 5 + BIG[i].units / 100 * strlen(BIG[i].unit);
    char *page = malloc(len);

    if (!page)
        return false;
    fill(page, len, "x<br>", BIG[i].unit);
    count(state, NULL, options, page, few, few);
    edits = 0;
    count(state, NULL, options, page, len, len);
    printf("%s\t%zu %zu %zu\n", BIG[i].name, few, len, edits);
    free(page);
    return true;
}

int main(void)
{
    static char page[UNIT << (SIZES - 1)];
    xp_vendor_set set = { { 0 } };
    xp_options options = {
        .vendors = &set, .hold_limit = 262144, .gate = XP_GATE_ON, .stubs = true, .on_edit = on_edit, .kept = kept
    };
    xp_scan *state = malloc(xp_scan_size());
    xp_place *place = malloc(xp_place_size());

    options.rules = xp_rules_build(NULL, 0, grab, NULL);
    xp_catalogue_default(&set);
    if (!state || !place || !options.rules || !set_places(options.rules))
        return 1;
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++) {
        xp_place *of = strncmp(SHAPES[i].name, PLACE, strlen(PLACE)) ? NULL : place;

        puts(SHAPES[i].name);
        options.gate = !strncmp(SHAPES[i].name, ALL, strlen(ALL)) ? XP_GATE_ALL : XP_GATE_ON;
        options.hold = !strncmp(SHAPES[i].name, HELD, strlen(HELD));
        for (int size = 0; size < SIZES; size++) {
            size_t len = (size_t)UNIT << size;

            fill(page, len, SHAPES[i].begin, SHAPES[i].unit);
            count(state, of, &options, page, len, len);
        }
        count(state, of, &options, page, UNIT, 1);
    }
    options.gate = XP_GATE_ON;
    options.hold = false;
    for (size_t i = 0; i < sizeof BIG / sizeof *BIG; i++)
        if (!count_big(state, &options, i))
            return 1;
    free(state);
    free(place);
    return 0;
}

#else

int main(void)
{
    puts("SKIP valgrind's headers are not here");
    return 0;
}

#endif
