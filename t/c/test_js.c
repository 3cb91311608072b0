/* Snippet or mixed script: the samples and every beginning of them, the limits, and what the lexer must not be fooled by. */
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
        "google_conversion_* google_remarketing_only google_conversion_id google_conversion_language "
        "google_conversion_format google_conversion_color google_conversion_label google_conversion_value",
    [ADOBE] = "s s_account s_code s_gi _satellite",
    [YANDEX] = "ym Ya yaCounter* yaParams yandex_metrika_callbacks*",
    [OTHER] =
        "clarity fbq _fbq hj _hjSettings _tmr sc_* sc_project sc_invisible sc_security sc_partition scJsHost _comscore "
        "COMSCORE udm_ _qoptions _qevents _sf_async_config "
        "_sf_endpt _sf_startpt NREUM NREUMQ _paq Piwik piwikTracker pkBaseURL analytics mixpanel heap utag_data "
        "WebTrends Webtrends webtrendsAsyncInit _tag cmSetClientID cmCreatePageviewTag IVW iam_data iom IOMm "
        "xtnv xtsd xtsite xtn2 xtpage xtparam ATTag ATInternet pp_gemius_* gemius_* pp_gemius_identifier "
        "pp_gemius_use_cmp gemius_pending _hmt _bdhmProtocol "
        "cnzz_protocol TiktokAnalyticsObject ttq _linkedin_* _linkedin_partner_id _linkedin_data_partner_ids "
        "lintrk twq pintrk snaptr UET uetq Munchkin piAId piCId "
        "_atrk_opts _stq clicky_site_ids _kmq _kmk _kms _Hasync pvar trac nol_t _mfq __insp __inspld "
        "GlobalSnowplowNamespace snowplow plausible woopra posthog uses_* Xt_* Xt_param Xt_r Xt_h Xt_s Xt_i "
        "_hbEC _hbE _hbEvent hbx _vrq"
};

/* As the catalogue's rows: a prefix is for names that are used, or numbered. */
static bool is_called(const char *name, size_t n, const char *word, size_t len, xp_js_does how)
{
    if (name[n - 1] != '*')
        return len == n && !memcmp(name, word, n);
    return len >= n - 1 && !memcmp(name, word, n - 1) &&
           (how == XP_JS_ASKS || (len >= n && word[n - 1] >= '0' && word[n - 1] <= '9'));
}

static int owner(const void *ctx, const char *word, size_t len, xp_js_does how)
{
    (void)ctx;
    for (int vendor = 0; vendor <= OTHER; vendor++)
        for (const char *name = GLOBALS[vendor]; *name; name += strspn(name, " ")) {
            size_t n = strcspn(name, " ");
            if (is_called(name, n, word, len, how))
                return vendor;
            name += n;
        }
    return -1;
}

/* The verdict on an exact-size copy, so that a sanitizer sees a read beyond it, if so many vendors' URLs stand outside of comments. */
static bool judge_urls(const char *text, size_t len, bool doublebyte, size_t nurls)
{
    static const xp_js_asks ASKS = { owner, NULL, NULL, false };
    size_t urls[] = { len, len, len };
    char *copy = tap_copy(text, len);
    bool snippet = xp_js_is_snippet(copy, len, &ASKS, doublebyte, urls, nurls);

    free(copy);
    return snippet;
}

static bool judge_text(const char *text, size_t len, bool doublebyte)
{
    return judge_urls(text, len, doublebyte, 3);
}

static bool judge(const char *text)
{
    return judge_text(text, strlen(text), false);
}

/* ---- The samples ------------------------------------------------------------------------------------------------------ */

static void test_samples(const sample *samples, size_t n, bool want, const char *what)
{
    for (size_t i = 0; i < n; i++)
        ok(judge(samples[i].text) == want, "%s: %s", what, samples[i].name);
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

/* The text's end ends what a line's end ends, wherever the text is cut short. */
static unsigned long wrong_ends(const char *text, unsigned long *ends)
{
    size_t len = strlen(text);
    char *copy = tap_copy(text, len + 1);
    unsigned long wrong = 0;

    for (size_t n = 0; n <= len; n++)
        for (int doublebyte = 0; doublebyte < 2; doublebyte++, ++*ends) {
            char was = copy[n];
            copy[n] = '\n';
            wrong += judge_text(text, n, doublebyte) != judge_text(copy, n + 1, doublebyte);
            copy[n] = was;
        }
    free(copy);
    return wrong;
}

static void test_ends(void)
{
    unsigned long wrong = 0, ends = 0;

    for (size_t i = 0; i < sizeof SNIPPETS / sizeof *SNIPPETS; i++)
        wrong += wrong_ends(SNIPPETS[i].text, &ends);
    for (size_t i = 0; i < sizeof MIXED / sizeof *MIXED; i++)
        wrong += wrong_ends(MIXED[i].text, &ends);
    for (size_t i = 0; i < sizeof KNOTS / sizeof *KNOTS; i++)
        wrong += wrong_ends(KNOTS[i], &ends);
    ok(wrong == 0, "the samples and what is hard to lex, cut short at all %lu places", ends);
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
            before += judge(text);
            snprintf(text, sizeof text, "%s\n;%s", SNIPPETS[i].text, WORK[w]);
            after += judge(text);
        }
    ok(before == 0, "site work before any of %zu snippets makes it mixed", n);
    ok(after == 0, "site work after any of %zu snippets makes it mixed", n);
}

/* ---- The lexer -------------------------------------------------------------------------------------------------------- */

typedef struct {
    bool snippet;
    const char *text, *name;
} script;

static const script SCRIPTS[] = {
    { true, "ga('site()')", "a string is data" },
    { true, "ga('it\\'s site()')", "an escaped quote does not end it" },
    { true, "ga('a\\\r\nb')", "a string goes on after an escaped line end" },
    { true, "ga(`a\n${1} b`)", "a template" },
    { false, "ga(`a ${site()} b`)", "a template's expression is code" },
    { false, "ga(`a ${`${site()}`} b`)", "a template in a template" },
    { true, "ga(`$ {site()} \\${site()}`)", "what only looks like one" },
    { true, "ga(/site()'\"[/'\"]/g)", "a regular expression is data" },
    { true, "ga(1)\n/*site()*///site()\n<!--site()\n-->site()", "four kinds of comment" },
    { false, "ga(1)-->site()", "not at the beginning of a line" },
    { true, "ga(1)\n/* */ --> site()", "a comment may go before" },
    { false, "ga(1)<!-site()", "one hyphen short" },
    { false, "/* */*/site()/**/;ga()", "a comment ends at its first end" },
    { false, "ga(1);// a\rsite()", "a carriage return ends a line comment" },
    { true, "if(ga)/'/.test('a')?ga('b'):ga(\"'\")", "a regular expression after an if" },
    { false, "if(ga)/'/.test('a')&&site()", "and what comes after it" },
    { true, "ga(1)/'/site()/'/1", "a division after a call: the quote opens a string" },
    { true, "ga(1/2,[1]/2,(1)/2,{}/2)", "divisions" },
    { true, "ga(ga?.5:{a:1})", "no optional chain, but a number" },
    { false, "ga(..ga)", "two dots" },
    { true, "location.hash<=ga()", "a comparison assigns nothing" },
    { false, "location.hash<<=ga()", "this does" },
    { true, "ga(1);\xc2\xa0\xef\xbb\xbf\xa0", "white space beyond ASCII" },
    { false, "ga(1);\xc2\xa1", "and what is none" },
    { false, "ga\\u0061(1)", "an escape in a name" },
    { false, "ga('a\n,1)", "a string that runs over the end of its line" },
    { false, "ga('a)", "one that is not closed" },
    { true, "ga(ga?.5:1,1.e3,0xFFn,1_000,0b11)", "numbers" },
    { false, "1..site.x;ga()", "a property of a number" },
    { true, "ga({a:1,'b':2,if:3,4:5,c:{d:[ga]}})", "keys" },
    { false, "ga({a:site})", "a value is no key" },
    { false, "ga(ga?site:1)", "nor is what follows a question mark" },
    { false, "ga({a:ga?1:2,site})", "nor a short-hand" },
    { false, "ga({[site]:1})", "nor a computed one" },
    { true, "(function(a){ga(a);var b=a,c=b,d;ga(c,d)})()", "local names" },
    { false, "(function(a){ga(a)})();a()", "end with their function" },
    { false, "(function(){var a=(1,b)})();ga()", "a comma in a parenthesis declares nothing" },
    { false, "(function(){var a=1\nga(2),b})()", "nor one after the statement's end" },
    { true, "(function(){f();function f(){ga()}})()", "used before it is declared" },
    { true, "(function(){function g(){f()}function f(){ga()}g()})()", "further out" },
    { false, "(function(){f();(function(){function f(){ga()}})()})()", "but not further in" },
    { false, "f();function f(){ga()}", "nor at top level" },
    { true, "(function f(a){a?f(0):ga()})(1)", "a named function expression" },
    { false, "(function f(a){ga()})(1);f()", "is not known outside of it" },
    { true, "try{ga()}catch(e){ga(e)}", "what is caught" },
    { false, "try{ga()}catch(e){}e()", "is known there only" },
    { true, "ga(a=>ga(a),(a,b)=>{ga(a,b)},()=>1,(...a)=>a)", "arrow functions" },
    { true, "ga(`${a=>a}b`)", "one that a template's brace ends" },
    { false, "ga(1=>2)", "an arrow behind something else" },
    { false, "ga((a b)=>a)", "parameters without a comma" },
    { false, "ga((fbq)=>fbq.site)", "a parameter that is called like a vendor's global" },
    { true, "ga((a,b,c,d,e,f,g,h,i,j)=>j)", "many parameters" },
    { false, "ga(a=>a,a)", "their parameters end with them" },
    { false, "ga((a,b))", "a parenthesis that is none" },
    { true, "for(ga.i=0;ga.i<2;ga.i++){ga(ga.i)}", "a loop" },
    { false, "for(var i=0;i<2;i++){ga(i)}", "a loop whose variable is the page's" },
    { true, "window.ga(1);self['ga'](2);this.ga(3)", "a global by way of the global object" },
    { false, "window.site=ga", "one that is not" },
    { false, "(function(){this.site=ga})()", "by way of this" },
    { false, "window['site']=ga", "by way of a string" },
    { false, "(self||window).site=ga", "by way of a parenthesis" },
    { true, "(function(w){var g=w.ga;g.anything=1})(window)", "a local name for a vendor's global" },
    { false, "(function(w){var g=w;g.anything=1;ga()})(window)", "for something else" },
    { false, "(function(a,b){ga=a\nb\nb.site=1})()", "a name in the statement behind" },
    { false, "ga.innerHTML='x'", "what no vendor's global has" },
    { false, "var s=document.createElement('script');s.text='go()';document.body.appendChild(s)", "code in a string" },
    { false, "navigator.push=ga", "a property of the browser's" },
    { false, "String.prototype.trim=ga", "a polyfill" },
    { false, "document.location=ga()", "leaves the page" },
    { false, "location.reload();ga()", "loads it again" },
    { true, "ga('x'.replace('a','b'),location.href.replace(/a/,'b'))", "replaces in strings" },
    { false, "ga(import('x'))", "an import" },
    { false, "async()=>{await ga()}", "an async function" },
    { false, "document.write('<di'+'v>');ga()", "a split tag that is none of a vendor's" },
    { false, "document.write('</table>');ga()", "an end tag" },
    { false, "document.write('<!--');ga()", "a comment" },
    { true, "ga('<div onclick=x>')", "markup that is not written" },
    { false, "document.write(ga()+' visits');document.write('<p>')", "words that are" },
    { false, "document.write('\\74div>');ga()", "octal" },
    { true, "ga(document.querySelector(\"link[rel='canonical']\").getAttribute('href'))", "the address of the page" },
    { false, "ga(document.querySelector('#map'))", "the page's own element" },
    { false, "(function(d,q){ga(d.querySelector(q))})(document,'#map')", "by a name for it" },
    { true, "(function(n){n.partner=n.initialized=1;ga(n)})({})", "words of TikTok's and Segment's" },
    { false, "document['write']('<img src=x>');ga()", "written by another name" },
};

static void test_lexer(void)
{
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++)
        ok(judge(SCRIPTS[i].text) == SCRIPTS[i].snippet, "%s", SCRIPTS[i].name);
    ok(!judge_text("ga(1)\0", 6, false), "a NUL");
    ok(judge_text("ga('\0')", 7, false), "a NUL in a string");
    ok(!judge_text("window['ga\0']=1", 15, false), "a NUL in a name");
}

/* Shift_JIS and GBK: a trail byte may be a backslash, which would escape the quote. */
static void test_doublebyte(void)
{
    static const char HIDES[] = "ga('\x83\x5c');site('')", ENDS[] = "ga('\x83\x5c',1)", KANA[] = "ga('\xb1\x5c',1)";
    static const char BOTH[] = "ga('\x83\x5c');";

    ok(!judge_text(HIDES, sizeof HIDES - 1, true), "a backslash that is half a character does not escape");
    ok(!judge_text(BOTH, sizeof BOTH - 1, false), "one that is a character does");
    ok(judge_text(BOTH, sizeof BOTH - 1, true), "the string ends where it should");
    ok(judge_text("ga('\x83');", 8, true), "a quote is no half of a character");
    ok(!judge_text(KANA, sizeof KANA - 1, true), "where two charsets differ nothing is certain");
    ok(!judge_text(ENDS, sizeof ENDS - 1, false), "nor in another charset");
}

/* ---- The limits ------------------------------------------------------------------------------------------------------- */

/* `head`, then `body` `n` times, then `tail`. */
static bool judge_many(const char *head, const char *body, size_t n, const char *tail)
{
    size_t len = strlen(head) + n * strlen(body) + strlen(tail);
    char *text = malloc(len + 1), *end = text;
    bool snippet;

    if (!text)
        exit(99);
    end += sprintf(end, "%s", head);
    while (n-- > 0)
        end += sprintf(end, "%s", body);
    sprintf(end, "%s", tail);
    snippet = judge_text(text, len, false);
    free(text);
    return snippet;
}

static bool judge_names(unsigned n)
{
    char text[4096] = "(function(){", *end = text + strlen(text);

    while (n-- > 0)
        end += sprintf(end, "var v%u;", n);
    sprintf(end, "ga()})()");
    return judge(text);
}

static void test_limits(void)
{
    ok(judge_many("ga(1);/*", "x", XP_JS_TEXT - 10, "*/"), "as long as it may be");
    ok(!judge_many("ga(1);/*", "x", XP_JS_TEXT - 9, "*/"), "one byte longer");
    ok(!judge_many("ga", "[ga", XP_JS_DEPTH - 1, ""), "brackets that stay open");
    ok(!judge_many("ga(", "[", XP_JS_DEPTH - 3, "1"), "and more of them");
    ok(judge_many("ga(", "[],", 1000, "1)"), "many brackets that do not");
    ok(!judge_many("ga(", "[", 5000, ""), "too many brackets");
    ok(judge_names(XP_JS_NAMES), "as many names as there may be");
    ok(!judge_names(XP_JS_NAMES + 1), "one more");
    ok(judge_many("ga.", "x", XP_JS_WORD, "=1"), "a name as long as it may be");
    ok(judge_many("window['sc_", "7", XP_JS_WORD - 3, "']=1"), "a string as long");
    ok(!judge_many("window['sc_", "7", XP_JS_WORD - 2, "']=1"), "one byte longer");
    ok(!judge_many("ga.", "x", XP_JS_WORD + 1, "=1"), "one byte longer");
    ok(!judge_many("ga(", "1?", 300, "1"), "too many question marks");
    ok(judge_many("(function(){", "a?1:2;", XP_JS_LATER, "ga();var a})()"), "names before their time");
    ok(!judge_many("(function(){", "a;", XP_JS_LATER + 1, "ga();var a})()"), "too many of them");
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

/* A snippet loads as much as vendors' URLs were found outside of comments, and no more. */
static bool loads(const char *text, unsigned n)
{
    return (n == 0 || !judge_urls(text, strlen(text), false, n - 1)) && judge_urls(text, strlen(text), false, n);
}

static bool is_example(const void *ctx, const char *url, size_t len)
{
    (void)ctx;
    return len >= 17 && !memcmp(url, "//vendor.example/", 17);
}

static bool judge_addresses(const char *text, size_t url)
{
    static const xp_js_asks ASKS = { owner, is_example, NULL, false };

    return xp_js_is_snippet(text, strlen(text), &ASKS, false, &url, url > 0);
}

/* A script that says whose loader it is, at no vendor's address. */
static bool judge_loader(const char *text)
{
    static const xp_js_asks ASKS = { owner, is_example, NULL, true };
    const char *said = strstr(text, "ga(");
    size_t at = said ? (size_t)(said - text) : 0;

    return xp_js_is_snippet(text, strlen(text), &ASKS, false, &at, said != NULL);
}

static void test_loaders(void)
{
    ok(judge_loader("ga(1);new Image().src='/x'"), "a loader at an own path");
    ok(judge_loader("ga(1);new Image().src='/js/x.js'"), "... of a file");
    ok(judge_loader("ga(1);new Image().src='https://site.example/x?id='+1"), "... at an own host");
    ok(!judge_loader("new Image().src='/x'"), "nothing says that it is one");
    ok(!judge_loader("/* ga() */new Image().src='/x'"), "... but a comment");
    ok(!judge_loader("ga(1);new Image().src='/x';new Image().src='/y'"), "two loads");
    ok(!judge_loader("ga(1);(function(i){i.src='/x.js';i.src='/y.js'})(new Image)"), "two files");
    ok(judge_loader("ga(1);(function(i,u){i.src=u})(new Image,'/x.js')"), "a file that is handed over");
    ok(!judge_loader("ga(1);(function(i,u,v){i.src=u})(new Image,'/x.js','/y.js')"), "... two of them");
    ok(!judge_loader("ga(1);(function(i){function f(u){i.src=u}f('/x.js')})(new Image)"),
       "... to a function that may be called again");
    ok(!judge_loader("ga(1);(function(i,u){u='/y.js';i.src='/x'})(new Image)"), "a file beside the load");
    ok(!judge_loader("ga(1);(function(i){i.src='//vendor.example/a.js';i.src='/y.js'})(new Image)"),
       "a file beside the vendor's");
    ok(!judge_loader("ga(1);(function(i){i.src='/y.js'})({})"), "a file, and nothing is loaded");
    ok(!judge_addresses("new Image().src='/js/x.js';ga(1)", 5), "a file, and no loader");
}

/* A global by a name that a function is handed. */
static void test_given_names(void)
{
    ok(judge("(function(w,l){w[l]=w[l]||[]})(window,'dataLayer');"), "a vendor's name");
    ok(!judge("(function(w,l){w[l]=w[l]||[]})(window,'siteLayer');ga(1)"), "the site's");
    ok(!judge("(function(w,l){w[l]=w[l]||[]}(window,'siteLayer'));ga(1)"), "... the other way round");
    ok(judge("(function(w,d,l){w[l]=w[l]||[]})(window,'site','ga');"), "only that argument counts");
    ok(judge("(function(w,l){ga(w[l])})(window,'site');"), "what is read is not made");
    ok(!judge("(function(w,d,l){w[l]=1})(window,escape('a','b','c'),'site');ga(1)"),
       "arguments of others do not count");
    ok(!judge("((w,l)=>{w[l]=1})(window,'site');ga(1)"), "an arrow function");
    ok(!judge("(function(w,l){w[l]=1})(window,`site`);ga(1)") &&
           !judge("(function(w,l){w[l]=1})(window,'s\x69te');ga(1)"),
       "however it is written");
}

static void test_loads(void)
{
    static const char TWO[] = "(function(d,t){d.createElement(t);d.createElement('script')})(document,'script');";
    char text[256];

    ok(loads("ga(1)", 0), "a call loads nothing");
    ok(loads("new Image().src='//x'", 1), "an image");
    ok(!judge(TWO), "two for nobody");
    snprintf(text, sizeof text, "%sga(1);s.t()", TWO);
    ok(loads(text, 2), "two for two");
    ok(loads("document.write('<a href=x><img src=y></a><scr'+'ipt></scr'+'ipt>');ga(1);s.t()", 2), "written ones");
    ok(loads("ga('<img src=y>')", 0), "ones that are not written");
    ok(!judge_addresses("/* //vendor.example/ */new Image().src='//x'", 3), "a URL in a comment");
    ok(!judge_addresses("// //vendor.example/\nnew Image().src='//x'", 3), "... of a line");
    ok(judge_addresses("new Image().src='//x'/* */", 17), "one before it");
    ok(judge_addresses("/* */new Image().src='//vendor.example/'", 23), "one behind it");
}

static void test_addresses(void)
{
    ok(judge_addresses("new Image().src='//vendor.example/a.gif'", 0),
       "the address of an image counts, although not found");
    ok(!judge_addresses("new Image().src='//site.example/a.gif'", 5), "the site's does not");
    ok(!judge_addresses("(function(f){f('//site.example/a')})(ga)", 0), "an argument of the script's own function");
    ok(judge_addresses("ga('//site.example/a.js')", 0), "of a vendor's");
    ok(judge_addresses("(function(f){f('//'+'site.example/a.js')})(ga)", 0), "a part of one");
    ok(judge_addresses("(function(a,i){i.src='//vendor.example/a';a='//site.example/b'})(ga,new Image)", 0),
       "what is no element's src");
    ok(judge_addresses("(function(f){f(1+'//site.example/a.js')})(ga)", 0) &&
           !judge_addresses("(function(f){f(1+2/'//site.example/a.js')})(ga)", 0) &&
           !judge_addresses("(function(f){f(1+~'//site.example/a.js')})(ga)", 0) &&
           !judge_addresses("(function(f){f(1+2 in '//site.example/a.js')})(ga)", 0),
       "only behind a plus is it a part");
    ok(!judge_addresses("(function(f){f(`//site.example/a.js`)})(ga)", 0), "a template");
    ok(judge_addresses("(function(f){f('a.js.map')})(ga)", 0) && !judge_addresses("(function(f){f('a.js?')})(ga)", 0) &&
           !judge_addresses("(function(f){f('a/js?')})(ga)", 0) && judge_addresses("(function(f){f('.js')})(ga)", 0),
       "names of scripts, and others");
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

/* Where the first word stands that is not accounted for: at `word`; NULL: it is no word. */
static void test_where(void)
{
    static const struct {
        const char *text, *word;
    } CASES[] = {
        { "ga('send'); menu.open();", "menu" },
        { "ga('send'); var menu = 1;", "menu" },
        { "(function () { ga('send'); open2(); later(); })();", "open2" },
        { "(function () { ga(x); function x() {} function y() { z(x); } y(); z(); })();", "z(x)" },
        { "document.title.menu = ga('x');", "menu" },
        { "menu", "menu" },
        { "ga('send'); document.body.innerHTML = '';", "innerHTML" },
        { "ga('send'); document.getElementById('menu').innerHTML = '';", "'menu'" },
        { "ga('x') @ 1", "@" },
        { "window.addEventListener('click', ga);", "'click'" },
        { "ga('send'", NULL },
        { "new Image().src = 'a'; new Image().src = 'b'; new Image().src = 'c'; ga('x');", NULL },
    };
    static const xp_js_asks ASKS = { owner, NULL, NULL, false };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *text = CASES[i].text;
        size_t len = strlen(text), wanted = CASES[i].word ? (size_t)(strstr(text, CASES[i].word) - text) : len;
        char *copy = tap_copy(text, len);

        ok(!xp_js_is_snippet(copy, len, &ASKS, false, NULL, 0), "mixed: %s", text);
        is_int(xp_js_where_mixed(copy, len, &ASKS, false, NULL, 0), wanted, "where: %s",
               CASES[i].word ? CASES[i].word : "nowhere");
        free(copy);
    }
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
    test_samples(SNIPPETS, sizeof SNIPPETS / sizeof *SNIPPETS, true, "snippet");
    test_samples(MIXED, sizeof MIXED / sizeof *MIXED, false, "mixed");
    test_ends();
    test_contagion();
    test_lexer();
    test_doublebyte();
    test_limits();
    test_time();
    test_loads();
    test_loaders();
    test_given_names();
    test_addresses();
    test_where();
    test_words();
    test_rows();
    return tap_done();
}
