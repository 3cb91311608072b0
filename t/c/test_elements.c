/* Element rows, with its own catalogue: shapes of values, what rows may look like, and which elements they speak of. */
#include "../../engine/catalogue/xp_element.h"
#include "../../engine/catalogue/xp_rules.h"
#include "../../engine/catalogue/xp_shape.h"

#include "tap.h"

const xp_vendor_row xp_vendors[] = { { "alpha", XP_CLASS_ANALYTICS, "", "" }, { "beta", XP_CLASS_ABTEST, "", "" } };
const size_t xp_vendors_count = sizeof xp_vendors / sizeof *xp_vendors;
const xp_pattern_row xp_patterns[] = {
    { "alpha", XP_ELEMENT, "script[data-alpha-id=<uuid>]", NULL },
    { "alpha", XP_ELEMENT, "script[!src][id=alpha-js-extra]", NULL },
    { "alpha", XP_ELEMENT, "script#alpha-js", "known" },
    { "alpha", XP_ELEMENT, "script[data-domain][src=*/js/script*.js]", NULL },
    { "beta", XP_ELEMENT, "script[data-domain=<host>][async]", NULL },
    { "alpha", XP_ELEMENT, "img[data-Alpha=px-<digits>][!alt]", NULL },
    { "alpha", XP_ELEMENT, "iframe[defer][title=Alpha*frame]", NULL },
};
const size_t xp_patterns_count = sizeof xp_patterns / sizeof *xp_patterns;

static void *allocs[512];
static size_t nallocs;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return allocs[nallocs++] = calloc(1, size);
}

/* ---- Shapes ---- */

static const struct {
    const char *pattern, *text;
    bool matches;
} SHAPES[] = {
    { "", "", true },
    { "", "x", false },
    { "a", "a", true },
    { "a", "A", false },
    { "a", "ab", false },
    { "ab", "a", false },
    { "*", "", true },
    { "*", "anything", true },
    { "a*", "abc", true },
    { "*c", "abc", true },
    { "*c", "abcd", false },
    { "a*c*e", "abcde", true },
    { "a*c*e", "abcdef", false },
    { "a**e", "ae", true },
    { "*aab", "aaab", true },
    { "<digits>", "0123456789", true },
    { "<digits>", "", false },
    { "<digits>", "12a", false },
    { "<digits>", "\xb2", false },
    { "<digits:3>", "123", true },
    { "<digits:3>", "12", false },
    { "<digits:3>", "1234", false },
    { "<digits:3+>", "123", true },
    { "<digits:3+>", "12345", true },
    { "<digits:3+>", "12", false },
    { "<digits:99+>", "1", false },
    { "<hex>", "09afAF", true },
    { "<hex>", "0g", false },
    { "<caps>", "AZ09", true },
    { "<caps>", "Az", false },
    { "<caps:6+>", "ABC123", true },
    { "<id:8>", "AbCdEf12", true },
    { "<id:8>", "carousel", false },
    { "<id:8>", "carouse1", true },
    { "<id:8>", "AbCd_f12", false },
    { "<id:8>", "20240101", false },
    { "<id:8>", "0a1bcdef", false },
    { "<id:8>", "0A1BCDEF", true },
    { "<key:8>", "A-Cd_f12", true },
    { "<key:8>", "A-Cd_f1", false },
    { "<key:8>", "A-Cd.f12", false },
    { "<key:8>", "a-cd_f12", false },
    { "<key:8>", "A-CD_F12", false },
    { "<key:8>", "A-Cd_fgh", false },
    { "<word>", "aZ09_-", true },
    { "<word>", "a.b", false },
    { "<host>", "example.com", true },
    { "<host>", "WWW.Ex-ample.co.uk", true },
    { "<host>", "b\xC3\xBC.example", true },
    { "<host>", "localhost", false },
    { "<host>", ".com", false },
    { "<host>", "example.com.", false },
    { "<host>", "example.com/x", false },
    { "<host>*", "example.com/x", true },
    { "<host>.", "example.com.", true },
    { "<uuid>", "01234567-89ab-cdef-ABCD-EF0123456789", true },
    { "<uuid>", "01234567-89ab-cdef-ABCD-EF012345678", false },
    { "<uuid>", "01234567-89ab-cdef-ABCD-EF01234567890", false },
    { "<uuid>", "0123456789ab-cdef--ABCD-EF0123456789", false },
    { "<uuid>", "g1234567-89ab-cdef-ABCD-EF0123456789", false },
    { "G-<caps:6+>", "G-ABC123", true },
    { "G-<caps:6+>", "G-ABC12", false },
    { "G-<caps:6+>", "XG-ABC123", false },
    { "G-<caps:6+>", "G-ABC123x", false },
    { "*/<digits>.js", "/a/1/22.js", true },
    { "*/<digits>.js", "/a/1/22x.js", false },
    { "*<digits>.js", "a1b22.js", true },
    { "*<digits:1>.js", "22.js", true }, /* the run that begins at its second byte */
    { "*-<hex:4>-*", "a-b-12ab-c", true },
    { "*-<hex:4>-*", "a-b-12abc-c", false },
    { "<word>.<digits>", "a-b_c.1", true },
};

static bool matches(const char *pattern, const char *text, size_t n)
{
    char *copy = tap_copy(text, n);
    bool does = xp_shape_matches(pattern, strlen(pattern), copy, n);

    free(copy);
    return does;
}

static void test_shapes(void)
{
    static char flood[20000];
    int bad = 0;

    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (matches(SHAPES[i].pattern, SHAPES[i].text, strlen(SHAPES[i].text)) != SHAPES[i].matches) {
            diag("%s: '%s'", SHAPES[i].pattern, SHAPES[i].text);
            bad++;
        }
    ok(bad == 0, "%zu values", sizeof SHAPES / sizeof *SHAPES);
    memset(flood, '1', sizeof flood);
    ok(matches("<digits>", flood, sizeof flood), "a long run");
    ok(matches("*1<digits:1>", flood, 100), "a star before a run");
    ok(!matches("*<digits>x*<digits>y", flood, sizeof flood), "a flood of what might be a run");
    is_int(xp_shape_literal("a-<hex>", 7), 2, "what comes before a shape");
    is_int(xp_shape_literal("ab*", 3), 2, "and before a star");
    is_int(xp_shape_literal("abc", 3), 3, "or all of it");
}

/* ---- Rows ---- */

#define LETTERS_32 "abcdefghijklmnopqrstuvwxyzabcdef"
#define TWO        "[data-a][data-b]"

static const struct {
    const char *row, *says;
} ROWS[] = {
    { "script[data-website-id=<uuid>]", NULL },
    { "script#burst-js", NULL },
    { "script[!src][id=x-js-extra]", NULL },
    { "script[src=*/x.js][data-domain]", NULL },
    { "img[data-x=a b]", NULL },
    { "link[title=*stat-<digits>s*]", NULL },
    { "iframe[data-x=<word:3>.<caps:12+>]", NULL },
    { "script" TWO TWO TWO TWO, NULL },
    { "script" TWO TWO TWO TWO "[c]", "eight" },
    { "script[data-x=" LETTERS_32 LETTERS_32 LETTERS_32 "abcdefghijklmnopq]", NULL },
    { "script[data-x=" LETTERS_32 LETTERS_32 LETTERS_32 "abcdefghijklmnopqr]", "longer" },
    { "script", "no condition" },
    { "script[src=*/x.js]", "no condition" },
    { "script[!data-x]", "no condition" },
    { "script[async]", "no condition" },
    { "script[type=module]", "no condition" },
    { "script[id]", "no condition" },
    { "script[id=abc*]", "no condition" },
    { "script[id=<word>]", "no condition" },
    { "script#abcd", NULL },
    { "script[data-x", "'['" },
    { "script[data-x]]", "behind a condition" },
    { "script[data-x] [data-y]", "behind a condition" },
    { "script[data-x][]", "without an attribute" },
    { "script[data-x][=x]", "without an attribute" },
    { "script[data-x][!]", "without an attribute" },
    { "script[data x]", "name" },
    { "script[data-*]", "name" },
    { "script[[data-x]", "name" },
    { "script[data-x][!async=1]", "negation" },
    { "script[data-x=]", "empty value" },
    { "script[data-x=\"y\"]", "quotes" },
    { "script[data-x=<numbers>]", "no shape" },
    { "script[data-x=a<b]", "no shape" },
    { "script[data-x=<digits:>]", "no shape" },
    { "script[data-x=<digits:0>]", "no shape" },
    { "script[data-x=<digits:100>]", "no shape" },
    { "script[data-x=<digits:9999999999999999999999>]", "no shape" },
    { "script[data-x=<digits:3-5>]", "no shape" },
    { "script[data-x=<uuid:3>]", "no shape" },
    { "script[data-x=<host:3>]", "no shape" },
    { "script[data-x=<digits]", "no shape" },
    { "script[data-x=<digits>1]", "never" },
    { "script[data-x=<word>-<digits>]", "never" },
    { "script[data-x=<caps><digits>]", "never" },
    { "script[data-x=\x01]", "control" },
    { "Script[data-x]", "element" },
    { "div[data-x]", "element" },
    { "[data-x]", "element" },
    { "#abcd", "element" },
};

static void test_checks(void)
{
    int bad = 0;

    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const xp_pattern_row row = { "v", XP_ELEMENT, ROWS[i].row, NULL };
        const char *got = xp_rules_check(&row), *want = ROWS[i].says;

        if (want ? !got || !strstr(got, want) : got != NULL) {
            diag("'%s' %s", ROWS[i].row, got ? got : "is right");
            bad++;
        }
    }
    ok(bad == 0, "%zu rows are right, or it is said what is wrong", sizeof ROWS / sizeof *ROWS);
    ok(xp_rules_check(&(xp_pattern_row){ "v", XP_ELEMENT, "script#abcd", "hint" }),
       "a row is for the element it names");
}

/* ---- Elements ---- */

enum { ATTRIBUTES = 6 };

static const struct {
    const char *element, *attributes[ATTRIBUTES]; /* names and values, and NULL */
    const char *row;
} ELEMENTS[] = {
    { "script",
      { "src", "/x.js", "data-alpha-id", "01234567-89ab-cdef-0123-456789abcdef" },
      "script[data-alpha-id=<uuid>]" },
    { "script", { "DATA-Alpha-ID", "01234567-89ab-cdef-0123-456789abcdef" }, "script[data-alpha-id=<uuid>]" },
    { "script", { "data-alpha-id", "1" }, NULL },
    { "script", { "data-alpha-idx", "01234567-89ab-cdef-0123-456789abcdef" }, NULL },
    { "script", { "data-alpha-i", "d" }, NULL },
    { "img", { "data-alpha-id", "01234567-89ab-cdef-0123-456789abcdef" }, NULL },
    { "script", { "id", "alpha-js-extra" }, "script[!src][id=alpha-js-extra]" },
    { "script", { "id", "alpha-js-extra", "src", "" }, NULL },
    { "script", { "src", "/x", "id", "alpha-js-extra" }, NULL },
    { "script", { "id", "alpha-js", "src", "/x" }, "script#alpha-js" },
    { "script", { "id", "Alpha-js" }, NULL },
    { "script", { "id", "x", "id", "alpha-js" }, NULL }, /* the first of two counts */
    { "script", { "data-domain", "", "src", " /a/js/script.hash.js\n" }, "script[data-domain][src=*/js/script*.js]" },
    { "script", { "src", "/js/script.js", "data-domain", "a.org" }, "script[data-domain][src=*/js/script*.js]" },
    { "script", { "src", "/js/script.js?x", "data-domain", "a.org" }, NULL },
    { "script", { "src", "/js/script.js" }, NULL },
    { "script", { "data-domain", "a.org", "async", "" }, "script[data-domain=<host>][async]" },
    { "script",
      { "async", "", "data-domain", "a.org", "src", "/js/script.js" },
      "script[data-domain][src=*/js/script*.js]" },
    { "script", { "data-domain", "a", "async", "" }, NULL },
    { "img", { "data-alpha", "px-12" }, "img[data-Alpha=px-<digits>][!alt]" },
    { "img", { "data-alpha", "px-12", "alt", "" }, NULL },
    { "img", { "data-alpha", "px-" }, NULL },
    { "iframe", { "title", "Alpha, the frame", "defer", "" }, "iframe[defer][title=Alpha*frame]" },
    { "iframe", { "title", "Alpha, the frame" }, NULL },
    { "script", { "", "", "=", "" }, NULL },
    { "script", { NULL }, NULL },
};

static const char *choose(const xp_rules *rules, size_t number, const xp_vendor_set *set, bool *asked)
{
    const char *const *at = ELEMENTS[number].attributes;
    xp_candidates found = { .n = 0 };

    *asked = false;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < ATTRIBUTES && at[i]; i += 2) {
            char *name = tap_copy(at[i], strlen(at[i])), *value = tap_copy(at[i + 1], strlen(at[i + 1]));
            size_t nname = strlen(at[i]), nvalue = strlen(at[i + 1]);

            *asked |= xp_rules_asks(rules, name, nname) && xp_rules_key(rules, name, nname, value, nvalue);
            if (round == 0)
                xp_rules_candidates(rules, ELEMENTS[number].element, name, nname, value, nvalue, set, &found);
            else
                xp_rules_meet(rules, &found, name, nname, value, nvalue);
            free(name);
            free(value);
        }
    return xp_rules_chosen(rules, &found).pattern;
}

static void test_elements(void)
{
    static const xp_pattern_row clone = { "beta", XP_ELEMENT, "script#alpha-js", NULL };
    const xp_rules *rules = xp_rules_build(NULL, 0, grab, NULL);
    xp_vendor_set all, none = { { 0 } };
    bool asked;
    int bad = 0, unasked = 0, denied = 0;

    memset(&all, 0xFF, sizeof all);
    for (size_t i = 0; i < sizeof ELEMENTS / sizeof *ELEMENTS; i++) {
        const char *got = choose(rules, i, &all, &asked), *want = ELEMENTS[i].row;

        if (got != want && (!got || !want || strcmp(got, want) != 0)) {
            diag("element %zu: got %s, want %s", i, got ? got : "nothing", want ? want : "nothing");
            bad++;
        }
        unasked += got && !asked;
        denied += choose(rules, i, &none, &asked) != NULL;
    }
    ok(bad == 0, "%zu elements are told apart", sizeof ELEMENTS / sizeof *ELEMENTS);
    ok(unasked == 0, "and the first look misses none");
    ok(denied == 0, "only vendors in the set count");
    ok(!xp_rules_asks(rules, "src", 3) && !xp_rules_asks(rules, "class", 5), "few attributes are asked about");
    rules = xp_rules_build_without(NULL, 0, &clone, 1, grab, NULL);
    is_str(choose(rules, 9, &all, &asked), "script#alpha-js", "a row of another vendor's is taken away");
    rules = xp_rules_build_without(NULL, 0, &xp_patterns[2], 1, grab, NULL);
    is_str(choose(rules, 9, &all, &asked), NULL, "the row itself is");
    ok(!asked, "and nothing asks about it");
}

/* What a hit says, and more rows with one key than are looked at. */
static void test_hits(void)
{
    enum { MANY = 40 };
    static char texts[MANY][32];
    static xp_pattern_row rows[MANY];
    const xp_rules *rules;
    xp_candidates found = { .n = 0 };
    xp_vendor_set all;
    xp_hit hit;

    memset(&all, 0xFF, sizeof all);
    for (int i = 0; i < MANY; i++) {
        sprintf(texts[i], "script[data-many][data-n=%d]", i);
        rows[i] = (xp_pattern_row){ "own", XP_ELEMENT, texts[i], i ? NULL : "known" };
    }
    rules = xp_rules_build(rows, MANY, grab, NULL);
    xp_rules_candidates(rules, "script", "data-many", 9, "", 0, &all, &found);
    is_int(found.n, XP_CANDIDATES_MAX, "not more candidates than there is room for");
    xp_rules_meet(rules, &found, "data-many", 9, "", 0);
    is_int(xp_rules_chosen(rules, &found).vendor, -1, "of which none is met before all its conditions are");
    xp_rules_meet(rules, &found, "data-n", 6, "0", 1);
    hit = xp_rules_chosen(rules, &found);
    is_str(hit.pattern, "script[data-many][data-n=0]", "the one that is");
    is_int(hit.uses, XP_USE_ALL | XP_USE_KNOWN, "and what it is for");
    is_int(hit.vendor, 2, "its vendor");
}

int main(void)
{
    test_shapes();
    test_checks();
    test_elements();
    test_hits();
    while (nallocs > 0)
        free(allocs[--nallocs]);
    return tap_done();
}
