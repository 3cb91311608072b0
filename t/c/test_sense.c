/* Rows that make no sense are told from those that do: every row of the catalogue does. */
#include "engine/catalogue/xp_catalogue.h"
#include "engine/script/xp_sense.h"
#include "tap.h"

/* What is wrong with each row of the catalogue, if it is. */
static void catalogue(void)
{
    size_t wrong = 0, kinds[XP_SPARE + 1] = { 0 };
    ptrdiff_t at;

    for (size_t i = 0; i < xp_patterns_count; i++) {
        const char *said = xp_sense_check(&xp_patterns[i], &at);

        kinds[xp_patterns[i].kind]++;
        if (said)
            diag("%s %s '%s' (%td) %s", xp_patterns[i].vendor, xp_catalogue_kind((int)xp_patterns[i].kind),
                 xp_patterns[i].text, at, said);
        wrong += said != NULL;
    }
    ok(wrong == 0, "the catalogue's rows make sense: %zu do not", wrong);
    for (int kind = 0; kind <= XP_SPARE; kind++)
        ok(kinds[kind] > 0, "... %zu of them are %s rows", kinds[kind], xp_catalogue_kind(kind));
}

static void row(xp_kind kind, const char *text, const char *more, const char *want)
{
    const xp_pattern_row it = { "mine", kind, text, more };
    ptrdiff_t at;
    const char *said = xp_sense_check(&it, &at);

    ok(want ? said && strstr(said, want) : !said, "%s '%s' %s: %s", xp_catalogue_kind((int)kind), text,
       want ? want : "makes sense", said ? said : "nothing is wrong");
}

static void broad_urls(void)
{
    static const char *const BROAD[][2] = {
        { "co.uk", "registered under" },
        { "com.au", "registered under" },
        { "*.com", "registered under" },
        { "*.co.uk", "registered under" },
        { "*.*.com", "registered under" },
        { "co.uk/", "registered under" },
        { "co.uk/*", "registered under" },
        { "cloudfront.net", "everybody's files" },
        { "*.herokuapp.com", "everybody's files" },
        { "*a*.js", "file's name where a host goes" },
        { "matomo.js", "file's name where a host goes" },
        { "count.min.JS/", "file's name where a host goes" },
        { "*a*.com", "to the '*'" },
        { "*.a*.com", "to the '*'" },
        { "/js/", "folder that every site has" },
        { "/static/js/", "folder that every site has" },
        { "/Assets", "folder that every site has" },
        { "/jquery.min.js", "file that many sites have" },
        { "/*script*.js", "call their own files" },
        { "/*Main*.js", "call their own files" },
        { "?ver=*", "too short" },
        { "?version=<digits>", "any script may have" },
        { "cdn.jsdelivr.net", "everybody's files" },
        { "ajax.googleapis.com/", "everybody's files" },
        { "static.*", "hosts of any site begin with" },
        { "Images.*", "hosts of any site begin with" },
        { "/count.js$", "regular expression" },
        { "/^count", "regular expression" },
        { "/stats/.*", "regular expression" },
        { "/(a|b)/count.js", "regular expression" },
        { "com", "without a dot" },
        { "/", "too short" },
        { "/*.js", "begins with '*'" },
        { "/**", "begins with '*'" },
        { "****", "last label" },
        { "https://example.com/a.js", "without a scheme" },
    };

    for (size_t i = 0; i < sizeof BROAD / sizeof *BROAD; i++)
        row(XP_URL, BROAD[i][0], NULL, BROAD[i][1]);
}

static void fine_urls(void)
{
    static const char *const FINE[] = {
        "t.co",
        "count.co.uk",
        "example.com",
        "*.example.com",
        "d1.cloudfront.net",
        "x.github.io",
        "cloudfront.net/a.js",
        "stats-*.com",
        "*.stats.co.uk",
        "/js/count.js",
        "/js/script.js",
        "/main.js",
        "/counter/",
        "/*counter*.js",
        "/*scripture*.js",
        "?ver=K<id>",
        "?counter=*",
        "smetrics.*",
        "net.net",
        "cdn.jsdelivr.net/npm/count",
        "/count.*",
        "/~me/$count.js",
        "com.com",
        "js.example.js.org",
        "json.org",
        "co.example",
        "/jsx/",
    };

    for (size_t i = 0; i < sizeof FINE / sizeof *FINE; i++)
        row(XP_URL, FINE[i], NULL, NULL);
}

static void names(void)
{
    static const char *const BROAD[][2] = {
        { "window", "the browser's" },    { "document", "the browser's" },
        { "Image", "the browser's" },     { "console", "the browser's" },
        { "$", "a library makes" },       { "jQuery", "a library makes" },
        { "_", "a library makes" },       { "function", "word of JavaScript" },
        { "var", "word of JavaScript" },  { "class", "word of JavaScript" },
        { "this", "word of JavaScript" }, { "win*", "names begin" },
        { "doc*", "names begin" },        { "jQ*", "names begin" },
        { "get*", "names begin" },        { "count window", "the browser's" },
    };
    static const char *const FINE[] = { "s",  "_paq", "Windows",     "counter*", "windowCount*",
                                        "ga", "my$",  "jQueryCount", "_gaq _g*" };
    const xp_pattern_row second = { "mine", XP_GLOBAL, "count window", NULL };
    ptrdiff_t at;

    for (size_t i = 0; i < sizeof BROAD / sizeof *BROAD; i++)
        row(XP_GLOBAL, BROAD[i][0], NULL, BROAD[i][1]);
    for (size_t i = 0; i < sizeof FINE / sizeof *FINE; i++)
        row(XP_GLOBAL, FINE[i], NULL, NULL);
    row(XP_MAKES, "location", NULL, "the browser's");
    row(XP_MAKES, "countNow", NULL, NULL);
    xp_sense_check(&second, &at);
    ok(at == 6, "... and where: %td", at);
}

static void texts(void)
{
    static const char *const BROAD[] = {
        "function",
        "function(){",
        "var a=",
        "return",
        "window.location",
        "document.write(",
        "addEventListener(",
        "https://",
        "'script'",
        "console.log(",
        "jQuery(document).ready(",
        "a.b(c,d)",
        "i=0;i<10",
        "'use strict'",
        "text/javascript",
        "parentNode.insertBefore(",
        "if(a-b){",
        "$.ajax({",
        "s.async=1",
        "localStorage.getItem(",
    };
    static const char *const FINE[] = { "count.init(", "s.t()",           "ga('send'",
                                        "_paq.push",   "'data-host-url'", "window.counter" };

    for (size_t i = 0; i < sizeof BROAD / sizeof *BROAD; i++)
        row(XP_INLINE, BROAD[i], NULL, "scripts of any kind");
    for (size_t i = 0; i < sizeof FINE / sizeof *FINE; i++)
        row(XP_INLINE, FINE[i], NULL, NULL);
    row(XP_INLINE, "a", NULL, "too short");
    row(XP_BLOCK, "counter mark", "counter mark", "tells the second");
    row(XP_BLOCK, "footer", "counter ends", "comments have anywhere");
    row(XP_BLOCK, "counter begins", "Ending", "comments have anywhere");
    row(XP_BLOCK, "=====", "counter ends", "no word");
    row(XP_BLOCK, "[if IE 9]>", "<![endif]", "conditional comment");
    row(XP_BLOCK, "counter begins", "counter ends", NULL);
    row(XP_SPARE, "admin js", NULL, "nearly every address");
    row(XP_SPARE, "admin locale", NULL, NULL);
    row(XP_STUB, "stub.js", NULL, "does nothing");
    row(XP_STUB, "// a stub", NULL, "does nothing");
    row(XP_STUB, "file:stub.js", NULL, "file's name");
    row(XP_STUB, "a=", NULL, "still to come");
    row(XP_STUB, "count()", NULL, NULL);
    row(XP_ELEMENT, "script[async]", NULL, "tells enough");
    row(XP_ELEMENT, "script[data-src]", NULL, "tells enough");
    row(XP_ELEMENT, "img[onload][role]", NULL, "tells enough");
    row(XP_ELEMENT, "script[data-src=*/count.js]", NULL, NULL);
}

int main(void)
{
    catalogue();
    broad_urls();
    fine_urls();
    names();
    texts();
    return tap_done();
}
