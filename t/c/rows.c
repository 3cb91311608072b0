/* A site's own rows in three numbers, for t/18-rows.t to count the engine's instructions under callgrind. Each kind of row is one line of KINDS;
 * "#" stands for a row's number. The rows of a kind share whatever they can share: beginnings, ends, lengths, hosts. For each
 * number of rows there are three dumps: of compiling them, of a page with what one of them describes, and of one with what none does.
 * Printed are, a line for each kind, its name and for each number of rows the bytes that the rules take and
 * how many of the page's 20 units are edited.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../engine/xp_scan.h"

#if defined(__has_include)
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#endif
#endif

#ifdef CALLGRIND_DUMP_STATS

enum { MOST = 10000, REPEAT = 20, VENDORS = 50 };

static const struct {
    const char *name;
    xp_kind kind;
    const char *text, *end, *page;
} KINDS[] = {
    { "a host", XP_URL, "common#.example", NULL, "<script src=//common#.example/a.js></script>" },
    { "a host's first label", XP_URL, "#.common.example", NULL, "<script src=//#.common.example/a.js></script>" },
    { "a host with a star", XP_URL, "common#*.example", NULL, "<script src=//common#a.example/a.js></script>" },
    { "a host with stars", XP_URL, "*#*.example", NULL, "<script src=//a#a.example/a.js></script>" },
    { "a host's path", XP_URL, "common.example/js/a#.js", NULL, "<script src=//common.example/js/a#.js></script>" },
    { "a host's query", XP_URL, "common.example/js?id=#", NULL, "<script src=//common.example/js?id=#></script>" },
    { "a host's path with a star", XP_URL, "common.example/js/*a#.js", NULL,
      "<script src=//common.example/js/b/a#.js></script>" },
    { "a path", XP_URL, "/js/common#.js", NULL, "<script src=/a/js/common#.js></script>" },
    { "a path with a star", XP_URL, "/js/*common#.js", NULL, "<script src=/js/a/common#.js></script>" },
    { "a label on any domain", XP_URL, "common#.*", NULL, "<script src=//common#.example/a.js></script>" },
    { "a word of a file", XP_URL, "/*common#*.js", NULL, "<script src=/a/a-common#-a.js></script>" },
    { "a host in a script", XP_URL, "#common.example", NULL, "<script>_gaq.push(['//#common.example/'])</script>" },
    { "a path with a star in a script", XP_URL, "common.example/js/*a#.js", NULL,
      "<script>_gaq.push(['//common.example/js/b/a#.js'])</script>" },
    { "a literal", XP_INLINE, "inline commonprefix#", NULL, "<script>'inline commonprefix#';_gaq.push([])</script>" },
    { "a literal with quotes", XP_INLINE, "'common','#'", NULL, "<script>[\"common\", '#'];_gaq.push([])</script>" },
    { "a literal with digits before", XP_INLINE, "#.common.literal", NULL,
      "<script>'#.common.literal';_gaq.push([])</script>" },
    { "a literal of a word", XP_INLINE, "a#_common_literal", NULL,
      "<script>'a#_common_literal';_gaq.push([])</script>" },
    { "a global", XP_GLOBAL, "common#", NULL, "<script>common#=1;_gaq.push([])</script>" },
    { "a prefix of globals", XP_GLOBAL, "x_common#*", NULL, "<script>x_common#a.b();_gaq.push([])</script>" },
    { "a number behind a prefix", XP_GLOBAL, "x_common#_*", NULL, "<script>x_common#_7=1;_gaq.push([])</script>" },
    { "a block", XP_BLOCK, "common begin #", "common end #", "<!-- common begin # --><i></i><!-- common end # -->" },
    { "a block with one beginning", XP_BLOCK, "common begin", "common end #",
      "<!-- common begin --><i></i><!-- common end # -->" },
    { "a block with one end", XP_BLOCK, "common begin #", "common end",
      "<!-- common begin # --><i></i><!-- common end -->" },
    { "a query's parameter", XP_URL, "?common=v#-<digits>", NULL, "<script src=/a/a.js?common=v#-1></script>" },
    { "a query's parameter in a script", XP_URL, "?common=v#-<digits>", NULL,
      "<script>_gaq.push(['//a.example/a.js?common=v#-1'])</script>" },
    { "an attribute's value", XP_ELEMENT, "script[data-common=v#-<digits>]", NULL,
      "<script src=/a/a.js data-common=v#-1></script>" },
    { "an attribute's name", XP_ELEMENT, "script[data-common-#]", NULL, "<script src=/a/a.js data-common-#></script>" },
    { "an element's handle", XP_ELEMENT, "script[id=common-#-js]", NULL,
      "<script src=/a/a.js id=common-#-js></script>" },
    { "an element's other attributes", XP_ELEMENT, "script[id=common-#-js][data-x][!async][src=*/a#.js]", NULL,
      "<script src=/a/a#.js data-x id=common-#-js></script>" },
    { "a name that a file makes", XP_MAKES, "common#", NULL, "<script src=//www.google-analytics.com/ga.js></script>" },
    { "a stub", XP_STUB, "window.common#=1", NULL, "<script src=//www.google-analytics.com/ga.js></script>" },
};

static size_t nbytes;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    nbytes += size;
    return calloc(1, size);
}

static size_t edits, ours; /* ours: found by a row of the site's */

static void on_edit(void *ctx, const xp_edit *edit)
{
    (void)ctx;
    edits++;
    ours += edit->vendor >= (int)xp_vendors_count;
}

/* `text` with `number` for each "#", in memory that the rows keep. */
static char *numbered(const char *text, const char *number)
{
    char *made = text ? calloc(1, 2 * strlen(text) + 8) : NULL, *to = made;

    for (; made && *text; text++)
        to += *text == '#' ? sprintf(to, "%s", number) : (*to = *text, 1);
    return made;
}

static void make_rows(xp_pattern_row *rows, size_t kind, int n)
{
    static char names[VENDORS][16];

    for (int i = 0; i < n; i++) {
        char number[8];

        sprintf(number, "%04d", i);
        sprintf(names[i % VENDORS], "site%d", i % VENDORS);
        rows[i] = (xp_pattern_row){ names[KINDS[kind].kind == XP_STUB ? i % VENDORS : 0], KINDS[kind].kind,
                                    numbered(KINDS[kind].text, number), numbered(KINDS[kind].end, number) };
    }
}

static void count_page(xp_options *options, xp_scan *state, size_t kind, const char *number)
{
    char *unit = numbered(KINDS[kind].page, number);

    edits = ours = 0;
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    xp_scan_init(state, options);
    xp_scan_feed(state, "x<br>", 5);
    for (int i = 0; i < REPEAT; i++)
        xp_scan_feed(state, unit, strlen(unit));
    xp_scan_end(state);
    CALLGRIND_DUMP_STATS;
    CALLGRIND_STOP_INSTRUMENTATION;
    printf(" %zu", KINDS[kind].kind == XP_INLINE ? ours : edits);
    free(unit);
}

/* False if the rows cannot be compiled. */
static bool count(xp_scan *state, size_t kind, int n)
{
    static xp_pattern_row rows[MOST];
    xp_vendor_set set = { { 0 } };
    xp_options options = { .vendors = &set, .hold_limit = 262144, .stubs = true, .on_edit = on_edit };

    make_rows(rows, kind, n);
    nbytes = 0;
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    options.rules = xp_rules_build(rows, (size_t)n, grab, NULL);
    CALLGRIND_DUMP_STATS;
    CALLGRIND_STOP_INSTRUMENTATION;
    if (!options.rules)
        return false;
    options.charset = XP_CHARSET_ASCII;
    xp_catalogue_default(&set);
    for (int vendor = (int)xp_vendors_count; vendor < xp_rules_vendors(options.rules); vendor++)
        xp_set_add(&set, vendor);
    printf("\t%zu", nbytes);
    count_page(&options, state, kind, "0007");
    count_page(&options, state, kind, "x007");
    return true;
}

int main(void)
{
    xp_scan *state = malloc(xp_scan_size());

    if (!state)
        return 1;
    for (size_t kind = 0; kind < sizeof KINDS / sizeof *KINDS; kind++) {
        printf("%s", KINDS[kind].name);
        for (int n = 10; n <= MOST; n = n < 1000 ? 1000 : n * 10)
            if (!count(state, kind, n))
                return 1;
        puts("");
    }
    free(state);
    return 0;
}

#else

int main(void)
{
    puts("SKIP valgrind's headers are not here");
    return 0;
}

#endif
