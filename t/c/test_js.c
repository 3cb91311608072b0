/* Snippet or mixed script: the samples, every way to cut them, the limits, and what the lexer must not be fooled by. */
#include <time.h>

#include "engine/script/xp_js.h"
#include "engine/script/xp_js_words.h"
#include "js_samples.h"
#include "tap.h"

enum { GOOGLE, ADOBE, YANDEX, OTHER };

/* The globals that the samples need, by vendor. A name that ends in '*' is a prefix. */
static const char *const GLOBALS[] = {
    [GOOGLE] =
        "_uacct _udn _ulink urchinTracker _gaq _gat gaJsHost pageTracker ga GoogleAnalyticsObject gtag dataLayer "
        "google_conversion_* google_remarketing_only",
    [ADOBE] = "s s_account s_code s_gi _satellite",
    [YANDEX] = "ym Ya yaCounter* yaParams yandex_metrika_callbacks*",
    [OTHER] =
        "fbq _fbq hj _hjSettings _tmr sc_* scJsHost _comscore COMSCORE udm_ _qoptions _qevents _sf_async_config "
        "_sf_endpt _sf_startpt NREUM NREUMQ _paq Piwik piwikTracker pkBaseURL analytics mixpanel heap utag_data "
        "WebTrends Webtrends webtrendsAsyncInit _tag cmSetClientID cmCreatePageviewTag IVW iam_data iom IOMm "
        "xtnv xtsd xtsite xtn2 xtpage xtparam ATTag ATInternet pp_gemius_* gemius_* _hmt _bdhmProtocol "
        "cnzz_protocol TiktokAnalyticsObject ttq _linkedin_* lintrk twq pintrk snaptr UET uetq Munchkin piAId piCId "
        "_atrk_opts _stq clicky_site_ids _kmq _kmk _kms _Hasync pvar trac nol_t _mfq __insp __inspld "
        "GlobalSnowplowNamespace snowplow plausible woopra posthog uses_* Xt_* _hbEC _hbE _hbEvent hbx _vrq"
};

static int owner(const void *ctx, const char *word, size_t len, bool defined)
{
    (void)ctx;
    if (defined && len > 4 && !memcmp(word, "uses_", 5)) /* a name that counts only where it is used */
        return -1;
    for (int vendor = 0; vendor <= OTHER; vendor++)
        for (const char *name = GLOBALS[vendor]; *name; name += strspn(name, " ")) {
            size_t n = strcspn(name, " ");
            bool prefix = name[n - 1] == '*';
            if (prefix ? len >= n - 1 && !memcmp(name, word, n - 1) : len == n && !memcmp(name, word, n))
                return vendor;
            name += n;
        }
    return -1;
}

/* The verdict on a text that comes in three pieces, each an exact-size copy, so that a sanitizer sees a read beyond it. */
static xp_js_verdict judge_cut(const char *text, size_t a, size_t b, size_t len, bool doublebyte)
{
    size_t at[] = { 0, a, b, len };
    int vendor;
    xp_js js;

    xp_js_start(&js, owner, NULL, doublebyte);
    for (int i = 0; i < 3; i++) {
        char *piece = tap_copy(text + at[i], at[i + 1] - at[i]);
        xp_js_feed(&js, piece, at[i + 1] - at[i]);
        free(piece);
    }
    return xp_js_end(&js, &vendor);
}

static xp_js_verdict judge_text(const char *text, size_t len)
{
    return judge_cut(text, len, len, len, false);
}

static xp_js_verdict judge(const char *text)
{
    return judge_text(text, strlen(text));
}

static xp_js_verdict judge_bytewise(const char *text, size_t len)
{
    int vendor;
    xp_js js;

    xp_js_start(&js, owner, NULL, false);
    for (size_t i = 0; i < len; i++) {
        char *byte = tap_copy(text + i, 1);
        xp_js_feed(&js, byte, 1);
        free(byte);
    }
    return xp_js_end(&js, &vendor);
}

/* ---- The samples ------------------------------------------------------------------------------------------------------ */

static void test_samples(const sample *samples, size_t n, xp_js_verdict want, const char *what)
{
    for (size_t i = 0; i < n; i++)
        ok(judge(samples[i].text) == want, "%s: %s", what, samples[i].name);
}

/* The same in one call, as if vendors' URLs enough for what is loaded were found. */
static void test_whole(const sample *samples, size_t n, bool want, const char *what)
{
    static const size_t URLS[] = { XP_JS_TEXT - 3, XP_JS_TEXT - 2, XP_JS_TEXT - 1 }; /* in no comment */
    static const xp_js_asks ASKS = { owner, NULL, NULL };
    unsigned wrong = 0;

    for (size_t i = 0; i < n; i++)
        wrong += xp_js_is_snippet(samples[i].text, strlen(samples[i].text), &ASKS, false, URLS, 3) != want;
    is_int(wrong, 0, "%s, each in one piece", what);
}

/* Every way to cut each sample in two, and down to one byte a piece. */
static void test_two_cuts(const sample *samples, size_t n, const char *what)
{
    unsigned long wrong = 0, ways = 0;

    for (size_t i = 0; i < n; i++) {
        size_t len = strlen(samples[i].text);
        xp_js_verdict want = judge(samples[i].text);
        for (size_t a = 0; a <= len; a++, ways++)
            wrong += judge_cut(samples[i].text, a, len, len, false) != want;
        wrong += judge_bytewise(samples[i].text, len) != want;
    }
    ok(wrong == 0, "%s: all %lu ways to cut them in two, and byte by byte", what, ways);
}

static const char *const KNOTS[] = {
    "<!-- a\nga(1)//-->",
    "/**/-->x\nga('a\\\r\nb',1e-5,0x1F,.5,1..a)",
    "ga(`a${`b${1}`}c$${{a:{}}.a}\\``,/[/]\\/]/g.test(1)?.5:1)",
    "ga(1)/2/ga;ga(a=>a,(b,c)=>{b(c)},(...d)=>d)",
    "(function(){a();function a(){}})();ga(x=1)",
    "window['ga']('x');w['\\x67a']",
    "if(1)/'/.test('');ga('\\u003cdiv')",
    "ga?.(1)??ga?.[1]||=2>>>=3",
    "try{ga()}catch(e){e}finally{}",
    "document.write('%3cscr'+\"ipt\");",
    "ga({a:1,'b':2,if:3,get:ga});\xc2\xa0\xef\xbb\xbf",
};

/* Every way to cut short texts that are hard to lex in three. */
static void test_three_cuts(void)
{
    unsigned long wrong = 0, ways = 0;

    for (size_t i = 0; i < sizeof KNOTS / sizeof *KNOTS; i++)
        for (int doublebyte = 0; doublebyte < 2; doublebyte++) {
            size_t len = strlen(KNOTS[i]);
            xp_js_verdict want = judge_cut(KNOTS[i], len, len, len, doublebyte);
            for (size_t a = 0; a <= len; a++)
                for (size_t b = a; b <= len; b++, ways++)
                    wrong += judge_cut(KNOTS[i], a, b, len, doublebyte) != want;
        }
    ok(wrong == 0, "all %lu ways to cut what is hard to lex in three", ways);
}

/* Site work before, after and inside a snippet makes each of them mixed. */
static void test_contagion(void)
{
    static const char *const WORK[] = { "siteInit();", "window.site = 1;", "document.title = 'x';", "$('#a').hide();" };
    size_t n = sizeof SNIPPETS / sizeof *SNIPPETS, before = 0, after = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t w = 0; w < sizeof WORK / sizeof *WORK; w++) {
            char text[8192];
            snprintf(text, sizeof text, "%s\n%s", WORK[w], SNIPPETS[i].text);
            before += judge(text) == XP_JS_SNIPPET;
            snprintf(text, sizeof text, "%s\n;%s", SNIPPETS[i].text, WORK[w]);
            after += judge(text) == XP_JS_SNIPPET;
        }
    ok(before == 0, "site work before any of %zu snippets makes it mixed", n);
    ok(after == 0, "site work after any of %zu snippets makes it mixed", n);
}

/* ---- The lexer -------------------------------------------------------------------------------------------------------- */

typedef struct {
    xp_js_verdict want;
    const char *text, *name;
} script;

static const script SCRIPTS[] = {
    { XP_JS_SNIPPET, "ga('site()')", "a string is data" },
    { XP_JS_SNIPPET, "ga('it\\'s site()')", "an escaped quote does not end it" },
    { XP_JS_SNIPPET, "ga('a\\\r\nb')", "a string goes on after an escaped line end" },
    { XP_JS_SNIPPET, "ga(`a\n${1} b`)", "a template" },
    { XP_JS_MIXED, "ga(`a ${site()} b`)", "a template's expression is code" },
    { XP_JS_MIXED, "ga(`a ${`${site()}`} b`)", "a template in a template" },
    { XP_JS_SNIPPET, "ga(`$ {site()} \\${site()}`)", "what only looks like one" },
    { XP_JS_SNIPPET, "ga(/site()'\"[/'\"]/g)", "a regular expression is data" },
    { XP_JS_SNIPPET, "ga(1)\n/*site()*///site()\n<!--site()\n-->site()", "four kinds of comment" },
    { XP_JS_MIXED, "ga(1)-->site()", "not at the beginning of a line" },
    { XP_JS_SNIPPET, "ga(1)\n/* */ --> site()", "a comment may go before" },
    { XP_JS_MIXED, "ga(1)<!-site()", "one hyphen short" },
    { XP_JS_MIXED, "/* */*/site()/**/;ga()", "a comment ends at its first end" },
    { XP_JS_MIXED, "ga(1);// a\rsite()", "a carriage return ends a line comment" },
    { XP_JS_SNIPPET, "if(ga)/'/.test('a')?ga('b'):ga(\"'\")", "a regular expression after an if" },
    { XP_JS_MIXED, "if(ga)/'/.test('a')&&site()", "and what comes after it" },
    { XP_JS_SNIPPET, "ga(1)/'/site()/'/1", "a division after a call: the quote opens a string" },
    { XP_JS_SNIPPET, "ga(1/2,[1]/2,(1)/2,{}/2)", "divisions" },
    { XP_JS_SNIPPET, "ga(ga?.5:1,1.e3,0xFFn,1_000,0b11)", "numbers" },
    { XP_JS_MIXED, "1..site.x;ga()", "a property of a number" },
    { XP_JS_SNIPPET, "ga({a:1,'b':2,if:3,4:5,c:{d:[ga]}})", "keys" },
    { XP_JS_MIXED, "ga({a:site})", "a value is no key" },
    { XP_JS_MIXED, "ga(ga?site:1)", "nor is what follows a question mark" },
    { XP_JS_MIXED, "ga({a:ga?1:2,site})", "nor a short-hand" },
    { XP_JS_MIXED, "ga({[site]:1})", "nor a computed one" },
    { XP_JS_SNIPPET, "(function(a){ga(a);var b=a,c=b,d;ga(c,d)})()", "local names" },
    { XP_JS_MIXED, "(function(a){ga(a)})();a()", "end with their function" },
    { XP_JS_MIXED, "(function(){var a=(1,b)})();ga()", "a comma in a parenthesis declares nothing" },
    { XP_JS_MIXED, "(function(){var a=1\nga(2),b})()", "nor one after the statement's end" },
    { XP_JS_SNIPPET, "(function(){f();function f(){ga()}})()", "used before it is declared" },
    { XP_JS_SNIPPET, "(function(){function g(){f()}function f(){ga()}g()})()", "further out" },
    { XP_JS_MIXED, "(function(){f();(function(){function f(){ga()}})()})()", "but not further in" },
    { XP_JS_MIXED, "f();function f(){ga()}", "nor at top level" },
    { XP_JS_SNIPPET, "(function f(a){a?f(0):ga()})(1)", "a named function expression" },
    { XP_JS_MIXED, "(function f(a){ga()})(1);f()", "is not known outside of it" },
    { XP_JS_SNIPPET, "try{ga()}catch(e){ga(e)}", "what is caught" },
    { XP_JS_MIXED, "try{ga()}catch(e){}e()", "is known there only" },
    { XP_JS_SNIPPET, "ga(a=>ga(a),(a,b)=>{ga(a,b)},()=>1,(...a)=>a)", "arrow functions" },
    { XP_JS_MIXED, "ga(a=>a,a)", "their parameters end with them" },
    { XP_JS_MIXED, "ga((a,b))", "a parenthesis that is none" },
    { XP_JS_SNIPPET, "for(ga.i=0;ga.i<2;ga.i++){ga(ga.i)}", "a loop" },
    { XP_JS_MIXED, "for(var i=0;i<2;i++){ga(i)}", "a loop whose variable is the page's" },
    { XP_JS_SNIPPET, "window.ga(1);self['ga'](2);this.ga(3)", "a global by way of the global object" },
    { XP_JS_MIXED, "window.site=ga", "one that is not" },
    { XP_JS_MIXED, "(function(){this.site=ga})()", "by way of this" },
    { XP_JS_MIXED, "window['site']=ga", "by way of a string" },
    { XP_JS_MIXED, "(self||window).site=ga", "by way of a parenthesis" },
    { XP_JS_SNIPPET, "(function(w){var g=w.ga;g.anything=1})(window)", "a local name for a vendor's global" },
    { XP_JS_MIXED, "(function(w){var g=w;g.anything=1;ga()})(window)", "for something else" },
    { XP_JS_MIXED, "ga.innerHTML='x'", "what no vendor's global has" },
    { XP_JS_MIXED, "navigator.push=ga", "a property of the browser's" },
    { XP_JS_MIXED, "String.prototype.trim=ga", "a polyfill" },
    { XP_JS_MIXED, "document.location=ga()", "leaves the page" },
    { XP_JS_MIXED, "location.reload();ga()", "loads it again" },
    { XP_JS_SNIPPET, "ga('x'.replace('a','b'),location.href.replace(/a/,'b'))", "replaces in strings" },
    { XP_JS_MIXED, "ga(import('x'))", "an import" },
    { XP_JS_MIXED, "async()=>{await ga()}", "an async function" },
    { XP_JS_MIXED, "document.write('<di'+'v>');ga()", "a split tag that is none of a vendor's" },
    { XP_JS_MIXED, "document.write('</table>');ga()", "an end tag" },
    { XP_JS_MIXED, "document.write('<!--');ga()", "a comment" },
    { XP_JS_SNIPPET, "ga('<div onclick=x>')", "markup that is not written" },
    { XP_JS_MIXED, "document.write(ga()+' visits');document.write('<p>')", "words that are" },
    { XP_JS_MIXED, "document.write('\\74div>');ga()", "octal" },
    { XP_JS_MIXED, "document['write']('<img src=x>');ga()", "written by another name" },
};

static void test_lexer(void)
{
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++)
        ok(judge(SCRIPTS[i].text) == SCRIPTS[i].want, "%s", SCRIPTS[i].name);
    ok(judge_text("ga(1)\0", 6) == XP_JS_MIXED, "a NUL");
    ok(judge_text("ga('\0')", 7) == XP_JS_SNIPPET, "a NUL in a string");
    ok(judge_text("window['ga\0']=1", 15) == XP_JS_MIXED, "a NUL in a name");
}

/* Shift_JIS and GBK: a trail byte may be a backslash, which would escape the quote. */
static void test_doublebyte(void)
{
    static const char HIDES[] = "ga('\x83\x5c');site('')", ENDS[] = "ga('\x83\x5c',1)", KANA[] = "ga('\xb1\x5c',1)";
    static const char BOTH[] = "ga('\x83\x5c');";
    size_t n = sizeof HIDES - 1;

    ok(judge_cut(HIDES, n, n, n, true) == XP_JS_MIXED, "a backslash that is half a character does not escape");
    ok(judge_text(BOTH, sizeof BOTH - 1) == XP_JS_MIXED, "one that is a character does");
    n = sizeof BOTH - 1;
    ok(judge_cut(BOTH, n, n, n, true) == XP_JS_SNIPPET, "the string ends where it should");
    n = sizeof KANA - 1;
    ok(judge_cut(KANA, n, n, n, true) == XP_JS_MIXED, "where two charsets differ nothing is certain");
    ok(judge_text(ENDS, sizeof ENDS - 1) == XP_JS_MIXED, "nor in another charset");
}

/* ---- The limits ------------------------------------------------------------------------------------------------------- */

/* `head`, then `body` `n` times, then `tail`. */
static xp_js_verdict judge_many(const char *head, const char *body, size_t n, const char *tail)
{
    size_t len = strlen(head) + n * strlen(body) + strlen(tail);
    char *text = malloc(len + 1), *end = text;
    xp_js_verdict verdict;

    if (!text)
        exit(99);
    end += sprintf(end, "%s", head);
    while (n-- > 0)
        end += sprintf(end, "%s", body);
    sprintf(end, "%s", tail);
    verdict = judge_text(text, len);
    free(text);
    return verdict;
}

static xp_js_verdict judge_names(unsigned n)
{
    char text[4096] = "(function(){", *end = text + strlen(text);

    while (n-- > 0)
        end += sprintf(end, "var v%u;", n);
    sprintf(end, "ga()})()");
    return judge(text);
}

static void test_limits(void)
{
    ok(sizeof(xp_js) <= 1024, "the state takes %zu bytes", sizeof(xp_js));
    ok(judge_many("ga(1);/*", "x", XP_JS_TEXT - 10, "*/") == XP_JS_SNIPPET, "as long as it may be");
    ok(judge_many("ga(1);/*", "x", XP_JS_TEXT - 9, "*/") == XP_JS_MIXED, "one byte longer");
    ok(judge_many("ga", "[ga", XP_JS_DEPTH - 1, "") == XP_JS_MIXED, "brackets that stay open");
    ok(judge_many("ga(", "[", XP_JS_DEPTH - 3, "1") == XP_JS_MIXED, "and more of them");
    ok(judge_many("ga(", "[],", 1000, "1)") == XP_JS_SNIPPET, "many brackets that do not");
    ok(judge_many("ga(", "[", 5000, "") == XP_JS_MIXED, "too many brackets");
    ok(judge_names(XP_JS_NAMES) == XP_JS_SNIPPET, "as many names as there may be");
    ok(judge_names(XP_JS_NAMES + 1) == XP_JS_MIXED, "one more");
    ok(judge_many("ga.", "x", XP_JS_WORD, "=1") == XP_JS_SNIPPET, "a name as long as it may be");
    ok(judge_many("ga.", "x", XP_JS_WORD + 1, "=1") == XP_JS_MIXED, "one byte longer");
    ok(judge_many("ga(", "1?", 300, "1") == XP_JS_MIXED, "too many question marks");
    ok(judge_many("(function(){", "a?1:2;", XP_JS_LATER, "ga();var a})()") == XP_JS_SNIPPET, "names before their time");
    ok(judge_many("(function(){", "a;", XP_JS_LATER + 1, "ga();var a})()") == XP_JS_MIXED, "too many of them");
}

/* Everything hostile at full length: linear, so far below a second. */
static void test_time(void)
{
    static const char *const BODIES[] = { "ga?", "(",   "a=>", "`${", "'<'+",  "(a,",  "{a:",
                                          "/",   "<!-", "\\",  "%3C", "- - >", "ga.ga" };
    clock_t begin = clock();

    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        size_t n = XP_JS_TEXT / strlen(BODIES[i]) - 20;
        judge_many("(function(){ga(1);", BODIES[i], n, "");
        judge_many("ga('", BODIES[i], n, "')");
        judge_many("(function(a){var b;", "a.src=b;ga();", n / 8, "})()");
    }
    ok((double)(clock() - begin) / CLOCKS_PER_SEC < 60.0, "64 KiB of each hostile text takes little time");
}

/* ---- What else is told ------------------------------------------------------------------------------------------------ */

static unsigned loads(const char *text, int *vendor)
{
    xp_js js;

    xp_js_start(&js, owner, NULL, false);
    xp_js_feed(&js, text, strlen(text));
    xp_js_end(&js, vendor);
    return xp_js_loads(&js);
}

static void test_told(void)
{
    int vendor;
    xp_js js;

    is_int(loads("ga(1)", &vendor), 0, "a call loads nothing");
    is_int(vendor, GOOGLE, "and is its vendor's");
    is_int(loads("s.t();ga(1)", &vendor), 0, "two vendors");
    is_int(vendor, ADOBE, "the first counts");
    is_int(loads("new Image().src='//x'", &vendor), 1, "an image");
    is_int(vendor, -1, "is nobody's");
    is_int(loads("(function(d,t){d.createElement(t);d.createElement('script')})(document,'script')", &vendor), 2,
           "two");
    is_int(loads("document.write('<a href=x><img src=y></a><scr'+'ipt></scr'+'ipt>')", &vendor), 2, "written ones");
    is_int(loads("ga('<img src=y>')", &vendor), 0, "ones that are not written");

    xp_js_start(&js, owner, NULL, false);
    xp_js_feed(&js, "ga(1);site", 10);
    ok(!xp_js_is_mixed(&js), "a word is not judged before its end");
    xp_js_feed(&js, "();", 3);
    ok(xp_js_is_mixed(&js), "but then at once");
    xp_js_feed(&js, "ga(2)", 5);
    ok(xp_js_end(&js, &vendor) == XP_JS_MIXED, "and for good");
}

static unsigned look_up(const char *word)
{
    char padded[XP_JS_WORD + 1] = "";

    snprintf(padded, sizeof padded, "%s", word);
    return xp_js_look_up(padded, strlen(word));
}

static xp_js_keyword keyword(const char *word)
{
    return xp_js_keyword_of(look_up(word));
}

static void test_words(void)
{
    ok(look_up("window") & XP_W_GLOBAL, "window is the global object");
    ok(look_up("Array") & XP_W_ROOT && look_up("writeln") & XP_W_WRITES && look_up("adfoxCode") == XP_W_NEVER &&
           look_up("a") == XP_W_PROPERTY,
       "short and long ones");
    ok(look_up("getElementById") & XP_W_ID && look_up("getElementsByTagName") & XP_W_TAG &&
           look_up("getElementsByClassName") == XP_W_NEVER && !look_up("getElement") && !look_up("getElementsByZ"),
       "words that begin alike");
    ok(!look_up("") && !look_up("win") && !look_up("windows") && !look_up("zoom") && !look_up("\xe9") &&
           !look_up("{") && !look_up("createElementAndManyOthers"),
       "what is in none");
    ok(keyword("break") == XP_K_OPERATOR && keyword("while") == XP_K_HEAD && keyword("in") == XP_K_INFIX, "keywords");
    ok(keyword("whil") == XP_K_NONE && keyword("window") == XP_K_NONE, "and none");
    ok(xp_js_listed(" a b ", "b", 1) && !xp_js_listed(" a b ", "", 0) && !xp_js_listed(" ab ", "a", 1) &&
           !xp_js_listed(" a b ", "a b", 3),
       "lists");
}

/* A word in the list of another letter or length would not be found: each word of the source is looked up. */
static void test_rows(void)
{
    FILE *source = fopen("engine/script/xp_js_words.c", "r");
    char line[400], word[64];
    unsigned words = 0, lost = 0;

    while (source && fgets(line, sizeof line, source))
        for (const char *at = line; (at = strstr(at, "{ \"")); at++)
            if (sscanf(at, "{ \"%63[A-Za-z0-9_]\",", word) == 1) {
                words++;
                lost += !look_up(word);
            }
    if (source)
        fclose(source);
    ok(words > 200 && lost == 0, "all %u words are found", words);
}

int main(void)
{
    test_samples(SNIPPETS, sizeof SNIPPETS / sizeof *SNIPPETS, XP_JS_SNIPPET, "snippet");
    test_samples(MIXED, sizeof MIXED / sizeof *MIXED, XP_JS_MIXED, "mixed");
    test_whole(SNIPPETS, sizeof SNIPPETS / sizeof *SNIPPETS, true, "snippets");
    test_whole(MIXED, sizeof MIXED / sizeof *MIXED, false, "mixed scripts");
    test_two_cuts(SNIPPETS, sizeof SNIPPETS / sizeof *SNIPPETS, "snippets");
    test_two_cuts(MIXED, sizeof MIXED / sizeof *MIXED, "mixed scripts");
    test_three_cuts();
    test_contagion();
    test_lexer();
    test_doublebyte();
    test_limits();
    test_time();
    test_told();
    test_words();
    test_rows();
    return tap_done();
}
