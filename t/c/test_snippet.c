/* The site's own snippet: its nonces and scripts, what is written, and which pages are seen to have it already. */
#include "engine/page/xp_snippet.h"

#include "tap.h"

static void *allocate(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size);
}

static const xp_rules *rules;

/* ---- Nonces ------------------------------------------------------------------------------------------------------------------ */

/* A text, what is written of it with the nonce "N0n+ce/=", and with none. */
static const struct {
    const char *text, *with, *without;
} WRITTEN[] = {
    { "<script>a()</script>", "<script>a()</script>", "<script>a()</script>" },
    { " \n<link rel=a> \t", "<link rel=a>", "<link rel=a>" },
    { "<script nonce=\"x\">a()</script>", "<script nonce=\"N0n+ce/=\">a()</script>",
      "<script nonce=\"\">a()</script>" },
    { "<script NONCE='' async>a()</script>", "<script NONCE='N0n+ce/=' async>a()</script>",
      "<script NONCE='' async>a()</script>" },
    { "<script nonce>a()</script>", "<script nonce=\"N0n+ce/=\">a()</script>", "<script nonce=\"\">a()</script>" },
    { "<script nonce async>a()</script>", "<script nonce=\"N0n+ce/=\" async>a()</script>",
      "<script nonce=\"\" async>a()</script>" },
    { "<script nonce=x-y async>a()</script>", "<script nonce=\"N0n+ce/=\" async>a()</script>",
      "<script nonce=\"\" async>a()</script>" },
    { "<script nonce = x>a()</script>", "<script nonce=\"N0n+ce/=\">a()</script>", "<script nonce=\"\">a()</script>" },
    { "<script nonce=>a()</script>", "<script nonce=\"N0n+ce/=\">a()</script>", "<script nonce=\"\">a()</script>" },
    { "<script nonce/>a()</script>", "<script nonce=\"N0n+ce/=\"/>a()</script>", "<script nonce=\"\"/>a()</script>" },
    { "<script data-nonce=x nonces='y'>a(' nonce=\"x\"')</script>",
      "<script data-nonce=x nonces='y'>a(' nonce=\"x\"')</script>",
      "<script data-nonce=x nonces='y'>a(' nonce=\"x\"')</script>" },
    { "<!-- <p nonce=x> --><style nonce='x'></style><link nonce=y>",
      "<!-- <p nonce=x> --><style nonce='N0n+ce/='></style><link nonce=\"N0n+ce/=\">",
      "<!-- <p nonce=x> --><style nonce=''></style><link nonce=\"\">" },
    { "<noscript><style nonce=x></style></noscript>", "<noscript><style nonce=x></style></noscript>",
      "<noscript><style nonce=x></style></noscript>" },
    { "<template><script nonce=x></script></template>", "<template><script nonce=\"N0n+ce/=\"></script></template>",
      "<template><script nonce=\"\"></script></template>" },
};

static void is_written(const xp_snippet *snippet, const char *nonce, const char *want)
{
    xp_piece pieces[XP_SNIPPET_PIECES];
    int n = xp_snippet_write(snippet, nonce, strlen(nonce), pieces);
    char got[400] = "";

    ok(n <= XP_SNIPPET_PIECES, "%d pieces", n);
    for (int i = 0; i < n; i++)
        strncat(got, pieces[i].text, pieces[i].len);
    is_str(got, want, "written with '%s'", nonce);
    is_int(xp_snippet_length(snippet, strlen(nonce)), strlen(want), "... so many bytes");
}

static void writes(void)
{
    static char text[20 * XP_SNIPPET_NONCES];
    xp_piece pieces[XP_SNIPPET_PIECES];
    xp_snippet snippet;

    for (size_t i = 0; i < sizeof WRITTEN / sizeof *WRITTEN; i++) {
        size_t len = strlen(WRITTEN[i].text);
        char *copy = tap_copy(WRITTEN[i].text, len);

        xp_snippet_read(&snippet, copy, len, rules);
        is_written(&snippet, "N0n+ce/=", WRITTEN[i].with);
        is_written(&snippet, "", WRITTEN[i].without);
        free(copy);
    }
    for (int i = 0; i < XP_SNIPPET_NONCES; i++)
        memcpy(text + 20 * i, "<link nonce=x rel=a>", 20);
    xp_snippet_read(&snippet, text, sizeof text, rules);
    is_int(snippet.nonces, XP_SNIPPET_NONCES, "so many nonces as there may be");
    is_int(xp_snippet_write(&snippet, "abc", 3, pieces), XP_SNIPPET_PIECES, "... are so many pieces");
}

/* ---- Scripts ----------------------------------------------------------------------------------------------------------------- */

/* A text, and of its scripts: the addresses, '+' behind those with a nonce; then "inline" if there is such, or "inline+". */
static const struct {
    const char *text, *scripts;
} SCRIPTS[] = {
    { "<link rel=a href=b>", "" },
    { "<script src=/a.js></script>", "/a.js " },
    { "<script src=' /a.js?b&amp;c ' nonce></script>", "/a.js?b&amp;c+ " },
    { "<script src=/a.js></script><script nonce=a src=//b.example/c.js></script>", "/a.js //b.example/c.js+ " },
    { "<script type=module src=/a.js></script><script type=application/json src=/b.js></script>", "/a.js " },
    { "<script>a()</script>", "inline" },
    { "<script nonce>a()</script>", "inline+" },
    { "<script nonce>a()</script><script>a()</script>", "inline" },
    { "<script>a()</script><script nonce>a()</script>", "inline" },
    { "<script nonce>a()</script><script nonce>a()</script>", "inline+" },
    { "<script type=application/ld+json>{}</script><script type=text/plain>a</script>", "" },
    { "<script language=vbscript>a</script>", "" },
    { "<noscript><script>a()</script></noscript>", "" },
    { "<template><script>a()</script></template>", "" },
    { "<!--<script>a()</script>-->", "" },
};

static void scripts(void)
{
    xp_snippet snippet;

    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        char got[200] = "";

        xp_snippet_read(&snippet, SCRIPTS[i].text, strlen(SCRIPTS[i].text), rules);
        for (int u = 0; u < snippet.urls; u++) {
            strncat(got, snippet.text + snippet.url[u].from, snippet.url[u].to - snippet.url[u].from);
            strcat(got, snippet.url_nonced[u] ? "+ " : " ");
        }
        strcat(got, snippet.runs_inline ? snippet.inline_nonced ? "inline+" : "inline" : "");
        is_str(got, SCRIPTS[i].scripts, "%s", SCRIPTS[i].text);
        ok(snippet.ascii, "... is ASCII");
    }
    xp_snippet_read(&snippet, "<script>a('\xC3\xA9')</script>", 21, rules);
    ok(!snippet.ascii, "two bytes beyond ASCII");
}

/* ---- What snippets are known by ---------------------------------------------------------------------------------------------- */

#define GTAG_FILE "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"></script>"
#define GTAG_TEXT                                                                                                      \
    "<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new "   \
    "Date()); gtag('config', 'G-AB12CD34EF');</script>"
#define CONSENT                                                                                                        \
    "<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} "                  \
    "gtag('consent', 'default', {'ad_storage': 'denied', 'wait_for_update': 500});</script>"
#define GTM(id)                                                                                                        \
    "<script>(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var "     \
    "f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src="             \
    "'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})(window,document,'script',"   \
    "'dataLayer','" id "');</script>"
#define MATOMO(host, site)                                                                                             \
    "<script>var _paq = window._paq = window._paq || [];\n_paq.push(['trackPageView']);\n_paq.push(["                  \
    "'enableLinkTracking']);\n(function() { var u=\"//" host "/\"; _paq.push(['setTrackerUrl', u+'matomo.php']);\n"    \
    "_paq.push(['setSiteId', '" site "']); var d=document, g=d.createElement('script'), s=d.getElementsByTagName("     \
    "'script')[0]; g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s); })();</script>"
#define MATOMO_SMALL(host, site)                                                                                       \
    "<script>var _paq=window._paq=window._paq||[];_paq.push([\"trackPageView\"]);_paq.push([\"enableLinkTracking\"]);" \
    "!function(){var u='//" host "/';_paq.push([\"setTrackerUrl\",u+\"matomo.php\"]),_paq.push([\"setSiteId\",\"" site \
    "\"]);var d=document,g=d.createElement(\"script\"),s=d.getElementsByTagName(\"script\")[0];g.async=!0,"            \
    "g.src=u+\"matomo.js\",s.parentNode.insertBefore(g,s)}();</script>"
#define PLAUSIBLE(host) "<script defer data-domain=\"" host "\" src=\"https://plausible.io/js/script.js\"></script>"
#define HOTJAR(id)                                                                                                     \
    "<script>(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={"        \
    "hjid:" id                                                                                                         \
    ",hjsv:6};a=o.getElementsByTagName('head')[0];r=o.createElement('script');r.async=1;r.src=t+h._hjSettings."        \
    "hjid+j+h._hjSettings.hjsv;a.appendChild(r);})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');"  \
    "</script>"
#define OWN_LIB "<script src=\"https://cdn.example.com/counter.js\"></script>"

/* A snippet, a page's script elements, and whether they are it. */
static const struct {
    bool has;
    const char *name, *snippet, *page[3];
} MEETINGS[] = {
    /* public ids */
    { true, "itself", GTAG_FILE GTAG_TEXT, { GTAG_FILE, GTAG_TEXT } },
    { true, "the file alone", GTAG_FILE GTAG_TEXT, { GTAG_FILE } },
    { true, "the text alone", GTAG_FILE GTAG_TEXT, { GTAG_TEXT } },
    { true,
      "the same id, written otherwise",
      GTAG_FILE GTAG_TEXT,
      { "<script>gtag(\"config\",\"G-AB12CD34EF\",{send_page_view:!1})</script>" } },
    { false,
      "another id",
      GTAG_FILE GTAG_TEXT,
      { "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EG\"></script>" } },
    { false,
      "a longer id",
      GTAG_FILE GTAG_TEXT,
      { "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EFX\"></script>",
        "<script>gtag('config', 'XG-AB12CD34EF'); gtag('config', 'G-AB12CD34EF-2')</script>" } },
    { false, "in another case", GTAG_FILE GTAG_TEXT, { "<script>gtag('config', 'g-ab12cd34ef')</script>" } },
    { false,
      "the id in data",
      GTAG_FILE GTAG_TEXT,
      { "<script type=application/json>{\"url\":\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"}</script>",
        "<script type='speculationrules'>[\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"]</script>" } },
    { true,
      "a script that waits for consent",
      GTAG_FILE GTAG_TEXT,
      { "<script type=text/plain data-cookieconsent=statistics>gtag('config', 'G-AB12CD34EF')</script>" } },
    { false,
      "in comments",
      GTAG_FILE GTAG_TEXT,
      { "<script>gtag('js'); // gtag('config', 'G-AB12CD34EF');\n/* gtag('config', 'G-AB12CD34EF') */</script>" } },
    { true,
      "behind comments and addresses",
      GTAG_FILE GTAG_TEXT,
      { "<script>/* it's */ var u = 'https://a.example'; // isn't\ngtag('config', 'G-AB12CD34EF');</script>" } },
    { false, "the id in somebody else's", GTAG_FILE GTAG_TEXT, { "<script>var id = 'G-AB12CD34EF';</script>" } },
    { true, "with the consent's default", CONSENT GTAG_FILE GTAG_TEXT, { GTAG_FILE, GTAG_TEXT } },
    { true,
      "two ids",
      GTAG_TEXT "<script>gtag('config', 'AW-123456789')</script>",
      { GTAG_TEXT, "<script>gtag('config', 'AW-123456789')</script>" } },
    { false, "one of two", GTAG_TEXT "<script>gtag('config', 'AW-123456789')</script>", { GTAG_TEXT } },
    { true, "a tag manager", GTM("GTM-AB12CD"), { GTM("GTM-AB12CD") } },
    { false, "another container", GTM("GTM-AB12CD"), { GTM("GTM-AB12CE") } },
    { true,
      "the old kind",
      "<script>ga('create', 'UA-1-1', 'auto');</script>",
      { "<script>ga('create',\"UA-1-1\",{})</script>" } },
    { true,
      "Plausible's newer one",
      "<script async "
      "src=\"https://plausible.io/js/pa-AbC-d_12345.js\"></script><script>window.plausible=window.plausible||"
      "function(){(plausible.q=plausible.q||[]).push(arguments)},plausible.init()</script>",
      { "<script async src=https://plausible.io/js/pa-AbC-d_12345.js></script>" } },

    /* numbers */
    { true,
      "a pixel",
      "<script>fbq('init', '123456789012345'); fbq('track', 'PageView');</script>",
      { "<script>fbq(\"init\",\"123456789012345\")</script>" } },
    { false,
      "another pixel",
      "<script>fbq('init', '123456789012345'); fbq('track', 'PageView');</script>",
      { "<script>fbq('init', '123456789012346'); fbq('track', 'PageView');</script>" } },
    { true, "a short number of a vendor's", HOTJAR("1234567"), { HOTJAR("1234567") } },
    { false, "another one", HOTJAR("1234567"), { HOTJAR("1234568") } },
    { false, "too short a number", HOTJAR("12345"), { HOTJAR("12345") } },
    { true,
      "a uuid",
      "<script async src=https://cloud.umami.is/script.js "
      "data-website-id=94db1cb1-74f4-4a40-ad6c-962362670409></script>",
      { "<script defer data-website-id=\"94db1cb1-74f4-4a40-ad6c-962362670409\" "
        "src=\"https://cloud.umami.is/script.js\"></script>" } },
    { false,
      "a file's version",
      "<script src=\"/js/counter.js?v=20240131\" data-site=a></script>",
      { "<script src=\"/js/jquery.js?v=20240131\"></script>" } },
    { false,
      "a number that anybody may have",
      "<script src=\"/js/counter.js?v=123456789\"></script>",
      { "<script src=\"/js/jquery.js?v=123456789\"></script>" } },
    { true,
      "... and the file",
      "<script src=\"/js/counter.js?v=123456789\"></script>",
      { "<script src=\"/js/counter.js?v=123456789\"></script>" } },

    /* addresses and settings */
    { true, "settings in strings", MATOMO("stats.example.com", "1"), { MATOMO("stats.example.com", "1") } },
    { true, "... made small", MATOMO("stats.example.com", "1"), { MATOMO_SMALL("stats.example.com", "1") } },
    { true,
      "... and the other way round",
      MATOMO_SMALL("stats.example.com", "1"),
      { MATOMO("stats.example.com", "1") } },
    { false, "another number", MATOMO("stats.example.com", "1"), { MATOMO("stats.example.com", "2") } },
    { false, "a longer number", MATOMO("stats.example.com", "1"), { MATOMO("stats.example.com", "11") } },
    { false, "another host", MATOMO("stats.example.com", "1"), { MATOMO("stats.example.org", "1") } },
    { true, "an attribute", PLAUSIBLE("example.com"), { PLAUSIBLE("example.com") } },
    { true,
      "... in another order",
      PLAUSIBLE("example.com"),
      { "<script src='//plausible.io/js/script.js' async data-domain=example.com></script>" } },
    { false, "... of another site", PLAUSIBLE("example.com"), { PLAUSIBLE("example.org") } },
    { false, "... of a site within", PLAUSIBLE("example.com"), { PLAUSIBLE("www.example.com") } },
    { false,
      "another file of the vendor's",
      PLAUSIBLE("example.com"),
      { "<script defer data-domain=\"example.com\" src=\"https://plausible.io/js/script.outbound.js\"></script>" } },
    { true, "an address without settings", OWN_LIB, { "<script src=http://cdn.example.com/counter.js></script>" } },
    { false, "a longer address", OWN_LIB, { "<script src=\"https://cdn.example.com/counter.js?site=2\"></script>" } },
    { true,
      "references",
      "<script src=\"/c.js?a=1&amp;b=2\"></script>",
      { "<script src=\"/c.js?a=1&b=2\"></script>" } },
    { false,
      "settings that cannot be kept",
      OWN_LIB "<script>counter.site = 7;</script>",
      { OWN_LIB, "<script>counter.site = 7;</script>" } },
    { true,
      "settings that can",
      OWN_LIB "<script>counter.push(['site', 'a7']);</script>",
      { OWN_LIB, "<script>counter.push( [\"site\" ,\n\"a7\" ] )</script>" } },
    { false,
      "... of another site",
      OWN_LIB "<script>counter.push(['site', 'a7']);</script>",
      { OWN_LIB, "<script>counter.push(['site', 'a8']);</script>" } },
    { false,
      "... without its file",
      OWN_LIB "<script>counter.push(['site', 'a7']);</script>",
      { "<script>counter.push(['site', 'a7']);</script>" } },
    { true,
      "a number in an array",
      "<script src=/c.js></script><script>c.push(['site', 7]);</script>",
      { "<script src=/c.js></script>", "<script>c.push(['site',7]);</script>" } },
    { false,
      "letters that white space parts",
      OWN_LIB "<script>counter.push(['my site', 'a7']);</script>",
      { OWN_LIB, "<script>counter.push(['mysite', 'a7']);</script>" } },
    { false,
      "the name of an element",
      OWN_LIB "<script>document.querySelector('h1').remove();</script>",
      { OWN_LIB, "<script>document.querySelector('h1').remove();</script>" } },
    { false, "one vendor of two", GTAG_FILE GTAG_TEXT HOTJAR("12345"), { GTAG_FILE, GTAG_TEXT, HOTJAR("12345") } },
    { false, "the other one is not there", GTAG_FILE GTAG_TEXT HOTJAR("1234567"), { GTAG_FILE, GTAG_TEXT } },
    { true, "both are", GTAG_FILE GTAG_TEXT HOTJAR("1234567"), { GTAG_FILE, GTAG_TEXT, HOTJAR("1234567") } },
    { false,
      "something of the site's own beside it",
      GTAG_FILE GTAG_TEXT "<script>ours.count()</script>",
      { GTAG_FILE, GTAG_TEXT, "<script>ours.count()</script>" } },
    { false,
      "no script",
      "<link rel=preconnect href=https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF>",
      { GTAG_FILE, GTAG_TEXT } },
    { false,
      "an integrity",
      "<script src=/a.js integrity=sha256-0123456789abcdef0123456789></script>",
      { "<script src=/b.js integrity=sha256-0123456789abcdef0123456789></script>" } },
};

static bool has(const char *text, const char *const *page, size_t n)
{
    char *copy = tap_copy(text, strlen(text));
    xp_snippet_seen seen = { 0, 0 };
    xp_snippet_fault fault;
    xp_snippet snippet;
    bool had = false;

    if (!xp_snippet_check(copy, strlen(text), XP_HEAD_END, &fault))
        diag("fault %d at %d", fault.fault, (int)fault.at);
    xp_snippet_read(&snippet, copy, strlen(text), rules);
    for (size_t i = 0; i < n && page[i]; i++) {
        char *element = tap_copy(page[i], strlen(page[i]));

        had = xp_snippet_meet(&snippet, &seen, rules, element, strlen(page[i])) || had;
        free(element);
    }
    free(copy);
    return had;
}

static void meets(void)
{
    char many[1000] = "", element[1100];
    const char *page[1] = { element };

    for (size_t i = 0; i < sizeof MEETINGS / sizeof *MEETINGS; i++)
        ok(has(MEETINGS[i].snippet, MEETINGS[i].page, 3) == MEETINGS[i].has, "%s: %s",
           MEETINGS[i].has ? "met" : "not met", MEETINGS[i].name);
    for (int i = 0; i < XP_KNOWN_WORDS; i++)
        snprintf(many + strlen(many), 50, "gtag('config', 'G-AB12CD34%02d');", i);
    snprintf(element, sizeof element, "<script>%s</script>", many);
    ok(has(element, page, 1), "%d words", XP_KNOWN_WORDS);
    snprintf(element, sizeof element, "<script>%sgtag('config', 'G-AB12CD3499');</script>", many);
    ok(!has(element, page, 1), "one more than there is room for: never met");
}

int main(void)
{
    rules = xp_rules_build(NULL, 0, allocate, NULL);
    writes();
    scripts();
    meets();
    return tap_done();
}
