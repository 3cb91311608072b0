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
    int n = xp_snippet_write(snippet, 0, nonce, strlen(nonce), pieces);
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
    size_t ends[XP_SNIPPET_NONCES];
    xp_piece pieces[XP_SNIPPET_PIECES];
    xp_snippet snippet;

    for (size_t i = 0; i < sizeof WRITTEN / sizeof *WRITTEN; i++) {
        size_t len = strlen(WRITTEN[i].text);
        char *copy = tap_copy(WRITTEN[i].text, len);

        xp_snippet_read(&snippet, copy, len, NULL, 1, rules);
        is_written(&snippet, "N0n+ce/=", WRITTEN[i].with);
        is_written(&snippet, "", WRITTEN[i].without);
        free(copy);
    }
    for (int i = 0; i < XP_SNIPPET_NONCES; i++) {
        memcpy(text + 20 * i, "<link nonce rel='a'>", 20);
        ends[i] = 20 * (size_t)i + 20;
    }
    xp_snippet_read(&snippet, text, sizeof text, ends, XP_SNIPPET_NONCES, rules);
    is_int(snippet.nonces, XP_SNIPPET_NONCES, "so many nonces as there may be");
    is_int(xp_snippet_write(&snippet, 0, "abc", 3, pieces), XP_SNIPPET_PIECES, "... are so many pieces");
    is_int(snippet.lines, XP_SNIPPET_LINES, "... of so many lines as are told apart");
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
    { "<script type=application/json type=text/javascript src=/a.js src=/b.js>a</script>", "" },
    { "<script src=/a.js src=/b.js>a</script>", "/a.js " },
    { "<noscript><script>a()</script></noscript>", "" },
    { "<template><script>a()</script></template>", "" },
    { "<!--<script>a()</script>-->", "" },
};

static void scripts(void)
{
    xp_snippet snippet;

    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        char got[200] = "";

        xp_snippet_read(&snippet, SCRIPTS[i].text, strlen(SCRIPTS[i].text), NULL, 1, rules);
        for (int u = 0; u < snippet.urls; u++) {
            strncat(got, snippet.text + snippet.url[u].from, snippet.url[u].to - snippet.url[u].from);
            strcat(got, snippet.url_nonced[u] ? "+ " : " ");
        }
        strcat(got, snippet.runs_inline ? snippet.inline_nonced ? "inline+" : "inline" : "");
        is_str(got, SCRIPTS[i].scripts, "%s", SCRIPTS[i].text);
        ok(snippet.ascii, "... is ASCII");
    }
    xp_snippet_read(&snippet, "<script>a('\xC3\xA9')</script>", 21, NULL, 1, rules);
    ok(!snippet.ascii, "two bytes beyond ASCII");
}

/* ---- What snippets are known by ---------------------------------------------------------------------------------------------- */

#define GTAG_FILE  "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"></script>"
#define GTAG_OTHER "<script async src=\"https://www.googletagmanager.com/gtag/js?id=AW-123456789\"></script>"
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
#define MATOMO_OF(url, site, file)                                                                                     \
    "<script>var _paq = window._paq = window._paq || [];_paq.push(['trackPageView']);(function() { var u=\"" url       \
    "\"; "                                                                                                             \
    "_paq.push(['setTrackerUrl', u+'" file ".php']);_paq.push(['setSiteId', " site "]); var d=document, g=d."          \
    "createElement('script'); g.src=u+'" file ".js'; d.head.appendChild(g); })();</script>"
#define MATOMO_SCHEME(scheme)     MATOMO_OF(scheme "//stats.example.com/", "'1'", "matomo")
#define MATOMO_NUMBER(site, file) MATOMO_OF("//stats.example.com/", site, file)
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
#define SIMPLE                                                                                                         \
    "<script async src=\"https://scripts.simpleanalyticscdn.com/latest.js\"></script><script>window.sa_event=window."  \
    "sa_event||function(){var a=[].slice.call(arguments);sa_event.q?sa_event.q.push(a):sa_event.q=[a]};</script>"
#define YANDEX(id)                                                                                                     \
    "<script>(function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};m[i].l=1*new Date();" \
    "k=e.createElement(t),a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefore(k,a)})(window,"   \
    "document,\"script\",\"https://mc.yandex.ru/metrika/tag.js\",\"ym\");ym(" id ", \"init\", {clickmap:true});"       \
    "</script>"
#define META(id)                                                                                                       \
    "<script>!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments)" \
    ":n.queue.push(arguments)};t=b.createElement(e);t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(" \
    "t,s)}(window, document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init', '" id "');fbq("     \
    "'track', 'PageView');</script>"
#define UMAMI(id) "<script defer src=\"https://cloud.umami.is/script.js\" data-website-id=\"" id "\"></script>"
#define BAIDU(id)                                                                                                      \
    "<script>var _hmt = _hmt || []; (function() { var hm = document.createElement(\"script\"); hm.src = \"https://"    \
    "hm.baidu.com/hm.js?" id "\"; var s = document.getElementsByTagName(\"script\")[0]; s.parentNode.insertBefore(hm," \
    " s); })();</script>"
#define LINKEDIN(id)                                                                                                   \
    "<script>_linkedin_partner_id = \"" id "\"; window._linkedin_data_partner_ids = window._linkedin_data_partner_ids" \
    " || []; window._linkedin_data_partner_ids.push(_linkedin_partner_id);</script><script>(function(l) { if (!l){"    \
    "window.lintrk = function(a,b){window.lintrk.q.push([a,b])}; window.lintrk.q=[]} var s = document."                \
    "getElementsByTagName(\"script\")[0]; var b = document.createElement(\"script\"); b.src = \"https://snap.licdn."   \
    "com/li.lms-analytics/insight.min.js\"; s.parentNode.insertBefore(b, s);})(window.lintrk);</script>"
#define MIXPANEL(id)                                                                                                   \
    "<script>(function(f,b){if(!b.__SV){var e,g;window.mixpanel=b;b.init=function(e,f,c){};e=f.createElement("         \
    "\"script\");e.src=\"//cdn.mxpnl.com/libs/mixpanel-2-latest.min.js\";g=f.getElementsByTagName(\"script\")[0];g."   \
    "parentNode.insertBefore(e,g)}})(document,window.mixpanel||[]);mixpanel.init('" id "', {debug: true});</script>"
#define MATOMO_TAGS(id)                                                                                                \
    "<script>var _mtm = window._mtm = window._mtm || []; _mtm.push({'mtm.startTime': (new Date().getTime()), "         \
    "'event': "                                                                                                        \
    "'mtm.Start'}); (function() { var d=document, g=d.createElement('script'), "                                       \
    "s=d.getElementsByTagName('script')[0]; "                                                                          \
    "g.async=true; g.src='https://stats.example.com/js/container_" id ".js'; s.parentNode.insertBefore(g,s); })();"    \
    "</script>"
#define TIKTOK(id)                                                                                                     \
    "<script>!function (w, d, t) { w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.load=function(e,n){var r="      \
    "\"https://analytics.tiktok.com/i18n/pixel/"                                                                       \
    "events.js\";n=d.createElement(\"script\");n.src=r+\"?sdkid=\"+e;d.head."                                          \
    "appendChild(n)}; ttq.load('" id "'); ttq.page(); }(window, document, 'ttq');</script>"
#define POSTHOG(id)                                                                                                    \
    "<script>!function(t,e){e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){p=t.createElement(\"script\"),p." \
    "src=s.api_host+\"/static/array.js\"},e.__SV=1)}(document,window.posthog||[]); posthog.init('" id                  \
    "', { api_host: "                                                                                                  \
    "'https://us.i.posthog.com', defaults: '2025-05-24' })</script>"
#define CLARITY(id)                                                                                                    \
    "<script>(function(c,l,a,r,i,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};t=l.createElement(r)" \
    ";"                                                                                                                \
    "t.async=1;t.src=\"https://www.clarity.ms/tag/\"+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);" \
    "})(window,document,\"clarity\",\"script\",\"" id "\");</script>"
#define GA_OLD(id)                                                                                                     \
    "<script>var _gaq=_gaq||[];_gaq.push(['_setAccount','" id "']);_gaq.push(['_trackPageview']);(function(){var ga="  \
    "document.createElement('script');ga.src='https://ssl.google-analytics.com/ga.js';document.head.appendChild(ga)})" \
    "();</script>"
#define ADS     "<script>gtag('config', 'AW-123456789')</script>"
#define UUID    "94db1cb1-74f4-4a40-ad6c-962362670409"
#define OWN_LIB "<script src=\"https://cdn.example.com/counter.js\"></script>"

/* Whether a page with these script elements, NULL behind the last, is seen to have the snippet. */
static bool has(const char *text, const char *const *page)
{
    char *copy = tap_copy(text, strlen(text));
    xp_snippet_seen seen = { 0 };
    xp_snippet_fault fault;
    xp_snippet snippet;
    bool had = false;

    if (!xp_snippet_check(copy, strlen(text), XP_HEAD_END, &fault))
        diag("fault %d at %d", fault.fault, (int)fault.at);
    xp_snippet_read(&snippet, copy, strlen(text), NULL, 1, rules);
    for (size_t i = 0; page[i]; i++) {
        char *element = tap_copy(page[i], strlen(page[i]));

        had = xp_snippet_meet(&snippet, &seen, rules, element, strlen(page[i])) || had;
        free(element);
    }
    free(copy);
    return had;
}

static void judge(bool want, const char *name, const char *snippet, const char *const *page)
{
    ok(has(snippet, page) == want, "%s: %s", want ? "met" : "not met", name);
}

/* A case's name, the snippet, and the page's script elements. */
#define PAGE(...)                                                                                                      \
    (const char *const[])                                                                                              \
    {                                                                                                                  \
        __VA_ARGS__, NULL                                                                                              \
    }
#define MET(name, snippet, ...) judge(true, name, snippet, PAGE(__VA_ARGS__))
#define NOT(name, snippet, ...) judge(false, name, snippet, PAGE(__VA_ARGS__))

static void public_ids(void)
{
    const char *both = GTAG_FILE GTAG_TEXT;

    MET("itself", both, GTAG_FILE, GTAG_TEXT);
    MET("the file alone", both, GTAG_FILE);
    NOT("the text alone: no library, no view", both, GTAG_TEXT);
    MET("the text with the file for another id", both, GTAG_OTHER, GTAG_TEXT);
    MET("... behind it", both, GTAG_TEXT, GTAG_OTHER);
    MET("the same id, written otherwise", both, GTAG_OTHER,
        "<script>gtag(\"config\",\"G-AB12CD34EF\",{send_page_view:!1})</script>");
    NOT("another id", both, "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EG\"></script>");
    NOT("a longer id", both, "<script src=\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EFX\"></script>",
        "<script>gtag('config', 'XG-AB12CD34EF'); gtag('config', 'G-AB12CD34EF-2')</script>");
    NOT("in another case", both, "<script>gtag('config', 'g-ab12cd34ef')</script>");
    NOT("the id in somebody else's", both, "<script>var id = 'G-AB12CD34EF';</script>");
    MET("with the consent's default", CONSENT GTAG_FILE GTAG_TEXT, GTAG_FILE, GTAG_TEXT);
    MET("two ids", GTAG_TEXT ADS, GTAG_TEXT, ADS);
    NOT("one of two", GTAG_TEXT ADS, GTAG_TEXT);
    MET("a tag manager", GTM("GTM-AB12CD"), GTM("GTM-AB12CD"));
    NOT("another container", GTM("GTM-AB12CD"), GTM("GTM-AB12CE"));
    MET("the old kind", "<script>ga('create', 'UA-1-1', 'auto');</script>",
        "<script>ga('create',\"UA-1-1\",{})</script>");
    MET("Plausible's newer one",
        "<script async src=\"https://plausible.io/js/pa-AbC-d_12345.js\"></script><script>window.plausible=window."
        "plausible||function(){(plausible.q=plausible.q||[]).push(arguments)},plausible.init()</script>",
        "<script async src=https://plausible.io/js/pa-AbC-d_12345.js></script>");
    NOT("an id at the site's own address, in a text", "<script src=/metrics/?id=G-AB12CD34EF></script>",
        "<script>var id = 'G-AB12CD34EF';</script>");
    MET("... and at that address", "<script src=/metrics/?id=G-AB12CD34EF></script>",
        "<script src='/metrics/?id=G-AB12CD34EF' async></script>");
}

/* Scripts that speak of the id without setting anything up for it. */
static void reports(void)
{
    static const char *const GTAG[] = {
        "gtag('event','conversion',{send_to:'G-AB12CD34EF/x'})",
        "gtag('event', 'x', {items: [{id: 'G-AB12CD34EF'}]})",
        "gtag('get','G-AB12CD34EF','client_id',f)",
        "gtag('set','G-AB12CD34EF',{a:1})",
        "dataLayer.push({ga:'G-AB12CD34EF'})",
        "var hidden={'G-AB12CD34EF':true};gtag('js',hidden)",
        "gtag('event','x',function(){},\"G-AB12CD34EF\")",
        "localStorage.getItem('G-AB12CD34EF');gtag()",
    };
    char element[200];

    for (size_t i = 0; i < sizeof GTAG / sizeof *GTAG; i++) {
        snprintf(element, sizeof element, "<script>%s</script>", GTAG[i]);
        NOT(GTAG[i], GTAG_FILE GTAG_TEXT, element);
        NOT("... with a library", GTAG_FILE GTAG_TEXT, GTAG_OTHER, element);
        MET("... and with what sets it up", GTAG_FILE GTAG_TEXT, GTAG_OTHER, element, GTAG_TEXT);
    }
    NOT("what hides the page until a container is there", GTM("GTM-ABC1234"),
        "<script>(function(a,s,y,n,c,h,i,d,e){})(window,document.documentElement,'async-hide','dataLayer',4000,"
        "{'GTM-ABC1234':true});</script>",
        GTM("GTM-ABC1235"));
    NOT("a container's id and another one's loader", GTM("GTM-ABC1234"),
        "<script>dataLayer.push({c:'GTM-ABC1234'})</script>", GTM("GTM-ABC1235"));
}

/* The same of other vendors: the snippet, a script that is none, and a library for somebody else. */
static const struct {
    const char *snippet, *script, *library;
} OTHERS[] = {
    { YANDEX("12345678"), "<script>ym(12345678,'reachGoal','ORDER')</script>", YANDEX("12345679") },
    { META("123456789012345"), "<script>fbq('trackSingle','123456789012345','Lead')</script>",
      META("123456789012346") },
    { UMAMI("94db1cb1-74f4-4a40-ad6c-962362670409"),
      "<script>umami.track({website:'94db1cb1-74f4-4a40-ad6c-962362670409'})</script>",
      UMAMI("94db1cb1-74f4-4a40-ad6c-962362670400") },
    { BAIDU("0123456789abcdef0123456789abcdef"),
      "<script>_hmt.push(['_setAccount','0123456789abcdef0123456789abcdef'])</script>",
      BAIDU("0123456789abcdef0123456789abcdee") },
    { HOTJAR("1234567"), "<script>hj('identify','1234567',{})</script>", HOTJAR("1234568") },
    { LINKEDIN("1234567"), "<script>lintrk('track',{conversion_id:1234567})</script>", LINKEDIN("1234568") },
    { MIXPANEL("0123456789abcdef0123456789abcdef"),
      "<script>mixpanel.track('x',{token:'0123456789abcdef0123456789abcdef'})</script>",
      MIXPANEL("0123456789abcdef0123456789abcdee") },
};

/* Calls `element` for each script element of the text. Returns whether the page has the snippet. */
static bool has_text(const char *snippet, const char *page)
{
    const char *elements[17] = { NULL };
    char copy[4000], *at = copy;
    int n = 0;
    bool had;

    snprintf(copy, sizeof copy, "%s", page);
    for (char *end; n < 16 && (at = strstr(at, "<script")) && (end = strstr(at, "</script>")); at = end + 9) {
        char *one = calloc(1, (size_t)(end - at) + 10);

        memcpy(one, at, (size_t)(end - at) + 9);
        elements[n++] = one;
    }
    had = has(snippet, elements);
    for (int i = 0; i < n; i++)
        free((char *)(uintptr_t)elements[i]);
    return had;
}

static void other_reports(void)
{
    char page[4000];

    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        ok(has_text(OTHERS[i].snippet, OTHERS[i].snippet), "itself: %.60s", OTHERS[i].snippet);
        ok(!has_text(OTHERS[i].snippet, OTHERS[i].script), "not met: %s", OTHERS[i].script);
        snprintf(page, sizeof page, "%s%s", OTHERS[i].library, OTHERS[i].script);
        ok(!has_text(OTHERS[i].snippet, page), "... nor with a library for another site");
    }
    ok(!has_text(META("123456789012345"), META("123456789012346") "<script>fbq('init','123456789012345')</script>"),
       "not met: a second one that is set up behind a loader for another, which was not looked at");
}

/* Words of one script belong together. */
static void pairs(void)
{
    const char *plausible = PLAUSIBLE("example.com");

    NOT("a host of one and a number of another", MATOMO("a.example", "1"), MATOMO("a.example", "2"),
        MATOMO("b.example", "1"));
    MET("... and both of one", MATOMO("a.example", "1"), MATOMO("a.example", "2"), MATOMO("b.example", "1"),
        MATOMO("a.example", "1"));
    NOT("an address of one and a site of another", plausible,
        "<script data-domain=example.org src=https://plausible.io/js/script.js></script>",
        "<script data-domain=example.com src=https://plausible.io/js/script.outbound.js></script>");
    NOT("a script for old browsers", plausible,
        "<script nomodule data-domain=example.com src=https://plausible.io/js/script.js></script>");
    NOT("a script for an event", GTAG_TEXT, "<script for=window event=onfocus>gtag('config', 'G-AB12CD34EF')</script>");
    NOT("a snippet for old browsers", "<script nomodule>gtag('config', 'G-AB12CD34EF')</script>", GTAG_TEXT);
}

/* Where a script does not run, or not now. */
#define SETUP "gtag('config', 'G-AB12CD34EF')"

#define SETUP_IN "gtag(\"config\", \"G-AB12CD34EF\")"

static const char *const COMMENTED[] = {
    "a.replace(/['\"]/g,'');/* " SETUP " */gtag('js')",
    "a.replace(/'/g,''); // " SETUP,
    "gtag('js');\n  --> " SETUP,
    "/* a */ --> " SETUP "\ngtag('js')",
    "if (a) /'/.test(b); // " SETUP,
    "if (a) /'/.test(b); /* " SETUP " */ gtag('js')",
    "{}/'/.test(a); // " SETUP,
    "return /[/']/ // " SETUP,
    "a = b++ / 2 + \"'\" / 3 // " SETUP,
    "x = of /'/ 2; /* " SETUP " */",
    "a = `${`it's`}`; // " SETUP,
    "/'/.test(a) // " SETUP,
    "if(a)/'/.test(b);var h='" SETUP_IN "';",
    "t = (a - b)/c; u = 'https://a.example';" SETUP,
    "if(a)/'/.test(b);\nvar h=1;" SETUP,
    "a = `${`it's`}`;" SETUP,
    "a = '\\\r\n" SETUP_IN "'",
};

static const char *const CODE[] = {
    "a.replace(/['\"]/g,'');" SETUP,
    "a.replace(/[/*]/g,'');" SETUP,
    "a.replace(/\\//g,'');" SETUP,
    "t = Date.now()/1000, u = '//a.example';" SETUP,
    "t = (a - b)/2; u = 'https://a.example';" SETUP,
    "a = 'it\\\r\n';" SETUP,
    "while (n --> 0);" SETUP,
    "a = b / 2; u = '//a.example/'; " SETUP,
    "u = `/*`;" SETUP,
};

static void idle(void)
{
    char element[200];
    const char *both = GTAG_FILE GTAG_TEXT;

    NOT("the id in data", both,
        "<script type=application/json>{\"url\":\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"}</script>",
        "<script type=speculationrules>[\"https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF\"]</script>");
    MET("a script that waits for consent", both, GTAG_OTHER,
        "<script type=text/plain data-cookieconsent=statistics>gtag('config', 'G-AB12CD34EF')</script>");
    NOT("plain text", both, "<script type=text/plain>gtag('config', 'G-AB12CD34EF')</script>");
    NOT("in comments", both,
        "<script>gtag('js'); // gtag('config', 'G-AB12CD34EF');\n/* gtag('config', 'G-AB12CD34EF') */</script>");
    NOT("in HTML's", both, "<script><!-- gtag('config', 'G-AB12CD34EF');\ngtag('js');</script>");
    for (size_t i = 0; i < sizeof COMMENTED / sizeof *COMMENTED; i++) {
        snprintf(element, sizeof element, "<script>%s</script>", COMMENTED[i]);
        NOT(COMMENTED[i], GTAG_TEXT, element);
    }
    for (size_t i = 0; i < sizeof CODE / sizeof *CODE; i++) {
        snprintf(element, sizeof element, "<script>%s</script>", CODE[i]);
        MET(CODE[i], both, GTAG_OTHER, element);
    }
    NOT("a library that is commented out", both, GTAG_TEXT,
        "<script>gtag('js') // load('https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF')</script>");
    MET("... and one that is not", both, GTAG_TEXT,
        "<script>/* it's */ s = document.createElement('script'); "
        "s.src = 'https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF'</script>");
    NOT("in a comment that does not end", both, "<script>gtag('js'); /* gtag('config', 'G-AB12CD34EF');</script>");
    MET("behind comments and addresses", both, GTAG_OTHER,
        "<script>/* it's */ var u = 'https://a.example'; // isn't\ngtag('config', 'G-AB12CD34EF');</script>");
    MET("in a string behind a quote", both, GTAG_OTHER,
        "<script>gtag('js', \"it's\", '\\'//'); gtag('config', 'G-AB12CD34EF');</script>");
    NOT("the text of a script with an address", both, "<script src=/a.js>gtag('config', 'G-AB12CD34EF');</script>");
    MET("a snippet's comment", "<script>/* 123456789012 */ ga('create', 'UA-1-1')</script>",
        "<script>ga('create', 'UA-1-1')</script>");
}

/* Places in which an id sets nothing up, though something else is set up there. */
static const char *const PLACES[] = {
    "<script>gtag('config','AW-99999',{not_to:'G-AB12CD34EF'})</script>",
    "<script>gtag('config','AW-99999','G-AB12CD34EF')</script>",
    "<script>gtag('config',['G-AB12CD34EF'])</script>",
    "<script>gtag('js');consent.init({exclude:['G-AB12CD34EF']})</script>",
    "<script src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999&notid=G-AB12CD34EF'></script>",
    "<script src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999#G-AB12CD34EF'></script>",
    "<script src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999#?id=G-AB12CD34EF'></script>",
    "<script src='https://www.googletagmanager.com/G-AB12CD34EF/js?id=G-OTHER999'></script>",
    "<script src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999' data-not=G-AB12CD34EF></script>",
    "<script src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999' id=G-AB12CD34EF></script>",
};

static void places(void)
{
    const char *other =
        "s=document.createElement('script');s.src='https://www.googletagmanager.com/gtag/js?id=G-OTHER999'";
    static const char *const GUARDS[] = { "if(x==='G-AB12CD34EF')",      "off=['G-AB12CD34EF'];",
                                          "off='G-AB12CD34EF';",         "off={id:'G-AB12CD34EF'};",
                                          "ours(['x','G-AB12CD34EF']);", "ours('G-AB12CD34EF');",
                                          "say('not G-AB12CD34EF');" };
    const char *posthog = POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz01");
    char element[300];

    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++) {
        NOT(PLACES[i], GTAG_FILE GTAG_TEXT, GTAG_OTHER, PLACES[i]);
        NOT("... of the file alone", GTAG_FILE, GTAG_OTHER, PLACES[i]);
    }
    for (size_t i = 0; i < sizeof GUARDS / sizeof *GUARDS; i++) {
        snprintf(element, sizeof element, "<script>%s%s</script>", GUARDS[i], other);
        NOT(element, GTAG_FILE GTAG_TEXT, element);
    }
    MET("the same parameter in another order", GTAG_FILE,
        "<script src='https://www.googletagmanager.com/gtag/js?l=a&amp;id=G-AB12CD34EF'></script>");
    MET("the same property", HOTJAR("1234567"), HOTJAR("\"1234567\""));
    NOT("another one", HOTJAR("1234567"), HOTJAR("7654321,other:1234567"));
    MET("an argument", CLARITY("1234567890"), CLARITY("1234567890"));
    NOT("... another one", CLARITY("1234567890"), CLARITY("1234567891"));
    MET("an array's", GA_OLD("UA-1234-1"), GA_OLD("UA-1234-1"));
    NOT("... another one", GA_OLD("UA-1234-1"), GA_OLD("UA-1234-2','UA-1234-1"));
    NOT("a setup behind a loader for another", posthog, POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz02"),
        "<script>posthog.init( \"phc_AbCdEfGhIjKlMnOpQrStUvWxYz01\" )</script>");
    NOT("... for somebody else", posthog, POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz02"),
        "<script>posthog.init('a', {not: 'phc_AbCdEfGhIjKlMnOpQrStUvWxYz01'})</script>");
}

/* What loads a library, and what only names it. */
#define LIBRARY "https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF"
#define CREATES "s=document.createElement('script');"

static const struct {
    const char *code;
    bool loads;
} LOADS[] = {
    { "var s=document.createElement('script');s.src='" LIBRARY "';document.head.append(s)", true },
    { "(function(d,s,u){s=d.createElement(s);s.src=u;d.head.append(s)})(document,'script','" LIBRARY "')", true },
    { "document.write('<script src=\"" LIBRARY "\"><\\/script>')", true },
    { "document.write(unescape('%3Cscript src=\"" LIBRARY "\"%3E'))", true },
    { "import('" LIBRARY "')", true },
    { "addEventListener('load',function(){" CREATES "s.src='" LIBRARY "'})", true },
    { "fetch('" LIBRARY "',{mode:'no-cors'})", false },
    { CREATES "fetch('" LIBRARY "',{mode:'no-cors'})", false },
    { CREATES "if(!document.querySelector('script[src=\"" LIBRARY "\"]'))ours()", false },
    { CREATES "document . querySelectorAll ( 'script[src=\"" LIBRARY "\"]')", false },
    { CREATES "console.log('blocked " LIBRARY "')", false },
    { CREATES "console.warn('blocked',['" LIBRARY "'])", false },
    { CREATES "navigator.sendBeacon('" LIBRARY "')", false },
    { CREATES "x.open('GET','" LIBRARY "')", false },
    { CREATES "if(s.src=='" LIBRARY "')ours()", false },
    { "var urls=['" LIBRARY "']", false },
    { "blocked({analytics:{src:'" LIBRARY "',consent:false}})", false },
    { "document.createElement('img').src='" LIBRARY "'", false },
    { "'script';document.createElement('img').src='" LIBRARY "'", false },
    { "say('createElement','script','" LIBRARY "')", false },
    { "/* createElement('script') */ x='" LIBRARY "'", false },
    { "document.write('<img src=\"" LIBRARY "\">')", false },
    { "page.write('<script>" LIBRARY "')", false },
    { "x.import='" LIBRARY "'", false },
};

static void loads(void)
{
    char element[400];

    for (size_t i = 0; i < sizeof LOADS / sizeof *LOADS; i++) {
        snprintf(element, sizeof element, "<script>%s</script>", LOADS[i].code);
        judge(LOADS[i].loads, LOADS[i].code, GTAG_TEXT GTAG_FILE, PAGE(GTAG_TEXT, element));
    }
    NOT("a snippet's own way to load it", "<script>load('" LIBRARY "')</script>", GTAG_TEXT);
}

static void numbers(void)
{
    const char *pixel = "<script>fbq('init', '123456789012345'); fbq('track', 'PageView');</script>";
    const char *umami = "<script async src=https://cloud.umami.is/script.js data-website-id=" UUID "></script>";
    const char *lengths = "<script>fbq('init', ID, {ttl: 15552000, most: 2147483647});</script>";

    MET("a pixel", pixel, "<script>fbq(\"init\",\"123456789012345\")</script>");
    NOT("another pixel", pixel, "<script>fbq('init', '123456789012346'); fbq('track', 'PageView');</script>");
    MET("a short number of a vendor's", HOTJAR("1234567"), HOTJAR("1234567"));
    NOT("another one", HOTJAR("1234567"), HOTJAR("1234568"));
    NOT("too short a number", HOTJAR("12345"), HOTJAR("12345"));
    MET("a uuid", umami,
        "<script defer data-website-id=\"" UUID "\" src=\"https://cloud.umami.is/script.js\"></script>");
    NOT("a uuid of somebody else's", "<script src=/u.js data-id=" UUID "></script>",
        "<script src=/chat.js data-id=" UUID "></script>");
    NOT("a file's version", "<script src=\"/js/counter.js?v=20240131\" data-site=a></script>",
        "<script src=\"/js/jquery.js?v=20240131\"></script>");
    NOT("... of a vendor's", "<script src=https://stats.example.com/matomo.js?v=20240131></script>",
        "<script src=https://stats.example.org/matomo.js?v=20240131></script>");
    NOT("a number that anybody may have", "<script src=\"/js/counter.js?v=123456789\"></script>",
        "<script src=\"/js/jquery.js?v=123456789\"></script>");
    MET("... and the file", "<script src=\"/js/counter.js?v=123456789\"></script>",
        "<script src=\"/js/counter.js?v=123456789\"></script>");
    NOT("a length of time", lengths, lengths);
    NOT("a second", "<script>fbq('init', ID, {at: 1700000001});</script>",
        "<script>fbq('init', ID, {at: 1700000001});</script>");
    NOT("an integrity like an id", "<script src=https://cdn.amplitude.com/script/0123456789abcdef.js></script>",
        "<script src=https://cdn.amplitude.com/libs/a.js integrity=sha256-A/0123456789abcdef/A=></script>");
    NOT("an integrity", "<script src=/a.js integrity=sha256-0123456789abcdef0123456789></script>",
        "<script src=/b.js integrity=sha256-0123456789abcdef0123456789></script>");
}

/* Ids that are letters and digits, and a container's noscript. */
static void forms(void)
{
    const char *noscript = "<noscript><iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM-ABC1234\" height=0 "
                           "width=0></iframe></noscript>";

    MET("a container of Matomo's", MATOMO_TAGS("AbCdEf12"), MATOMO_TAGS("AbCdEf12"));
    NOT("another one", MATOMO_TAGS("AbCdEf12"), MATOMO_TAGS("AbCdEf13"));
    MET("TikTok", TIKTOK("CABCDEFGHIJKLMNOPQR0"), TIKTOK("CABCDEFGHIJKLMNOPQR0"));
    NOT("another one", TIKTOK("CABCDEFGHIJKLMNOPQR0"), TIKTOK("CABCDEFGHIJKLMNOPQR1"));
    MET("PostHog", POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz01"), POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz01"));
    NOT("another one", POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz01"), POSTHOG("phc_AbCdEfGhIjKlMnOpQrStUvWxYz02"));
    NOT("a container's noscript alone", noscript, GTM("GTM-ABC1234"));
    NOT("a picture's noscript", "<noscript><img src='//s.example.com/matomo.php?idsite=1'></noscript>",
        MATOMO("s.example.com", "1"));
}

static void texts(void)
{
    const char *matomo = MATOMO("stats.example.com", "1"), *small = MATOMO_SMALL("stats.example.com", "1");
    const char *x =
        "<script>(function(w,d,t,u){})(window,document,'script','https://static.ads-twitter.com/v2/uwt.js');"
        "twq('config',X);</script>";

    MET("settings in strings", matomo, matomo);
    MET("... made small", matomo, small);
    MET("... and the other way round", small, matomo);
    NOT("another number", matomo, MATOMO("stats.example.com", "2"));
    NOT("a longer number", matomo, MATOMO("stats.example.com", "11"));
    NOT("another host", matomo, MATOMO("stats.example.org", "1"));
    MET("with a scheme", matomo, MATOMO_SCHEME("https:"));
    MET("... and without", MATOMO_SCHEME("https:"), matomo);
    MET("... another one", MATOMO_SCHEME("https:"), MATOMO_SCHEME("http:"));
    NOT("no scheme", matomo, MATOMO_SCHEME("data:"));
    MET("a number without quotes", matomo, MATOMO_NUMBER("1", "matomo"));
    MET("... and with", MATOMO_NUMBER("1", "matomo"), matomo);
    NOT("... another one", matomo, MATOMO_NUMBER("2", "matomo"));
    NOT("... a longer one", matomo, MATOMO_NUMBER("11", "matomo"));
    NOT("... no whole one", matomo, MATOMO_NUMBER("1.5", "matomo"));
    NOT("... that is shorter", MATOMO_NUMBER("11", "matomo"), matomo);
    MET("the files' older names", matomo, MATOMO_NUMBER("'1'", "piwik"));
    MET("... and their newer ones", MATOMO_NUMBER("1", "piwik"), small);
    NOT("a library's address with a version", x, x);
    NOT("one vendor of two", GTAG_FILE GTAG_TEXT HOTJAR("12345"), GTAG_FILE, GTAG_TEXT, HOTJAR("12345"));
    NOT("the other one is not there", GTAG_FILE GTAG_TEXT HOTJAR("1234567"), GTAG_FILE, GTAG_TEXT);
    MET("both are", GTAG_FILE GTAG_TEXT HOTJAR("1234567"), GTAG_FILE, GTAG_TEXT, HOTJAR("1234567"));
    NOT("something of the site's own beside it", GTAG_FILE GTAG_TEXT "<script>ours.count()</script>", GTAG_FILE,
        GTAG_TEXT, "<script>ours.count()</script>");
    NOT("no script", "<link rel=preconnect href=https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF>", GTAG_FILE,
        GTAG_TEXT);
}

static void attributes(void)
{
    const char *plausible = PLAUSIBLE("example.com");

    MET("an attribute", plausible, plausible);
    MET("... in another order", plausible,
        "<script src='//plausible.io/js/script.js' async data-domain=example.com></script>");
    NOT("... of another site", plausible, PLAUSIBLE("example.org"));
    NOT("... of a site within", plausible, PLAUSIBLE("www.example.com"));
    NOT("another file of the vendor's", plausible,
        "<script defer data-domain=\"example.com\" src=\"https://plausible.io/js/script.outbound.js\"></script>");
    MET("an address without settings", OWN_LIB, "<script src=http://cdn.example.com/counter.js></script>");
    NOT("a longer address", OWN_LIB, "<script src=\"https://cdn.example.com/counter.js?site=2\"></script>");
    NOT("the address in another attribute", OWN_LIB, "<script data-src=https://cdn.example.com/counter.js></script>");
    MET("references", "<script src=\"/c.js?a=1&amp;b=2\"></script>", "<script src=\"/c.js?a=1&b=2\"></script>");
    MET("... the other way round", "<script src=\"/c.js?a=1&b=2\"></script>",
        "<script src=\"/c.js?a=1&amp;b=2\"></script>");
    MET("a queue without settings", SIMPLE, "<script async src=//scripts.simpleanalyticscdn.com/latest.js></script>");
    NOT("a queue with some", SIMPLE "<script>sa_event('x')</script>", SIMPLE);
}

/* A file whose settings stand in a script beside it. */
static void settings(void)
{
    const char *site = OWN_LIB "<script>counter.push(['site', 'a7']);</script>";

    NOT("settings that cannot be kept", OWN_LIB "<script>counter.site = 7;</script>", OWN_LIB,
        "<script>counter.site = 7;</script>");
    MET("settings that can", site, OWN_LIB, "<script>counter.push( [\"site\" ,\n\"a7\" ] )</script>");
    NOT("... of another site", site, OWN_LIB, "<script>counter.push(['site', 'a8']);</script>");
    NOT("... without its file", site, "<script>counter.push(['site', 'a7']);</script>");
    MET("a number in an array", "<script src=/c.js></script><script>c.push(['site', 7]);</script>",
        "<script src=/c.js></script>", "<script>c.push(['site',7]);</script>");
    NOT("letters that white space parts", OWN_LIB "<script>counter.push(['my site', 'a7']);</script>", OWN_LIB,
        "<script>counter.push(['mysite', 'a7']);</script>");
    NOT("the name of an element", OWN_LIB "<script>document.querySelector('h1').remove();</script>", OWN_LIB,
        "<script>document.querySelector('h1').remove();</script>");
    NOT("a version alone", OWN_LIB "<script>counter.push(['version', '5.2.0']);</script>", OWN_LIB,
        "<script>counter.push(['version', '5.2.0']);</script>");
}

/* A snippet of several lines, and what is written beside a page's scripts: of "whole" nothing, for the page has it. */
static void is_rest(const char *name, const char *const *lines, const char *page, const char *want)
{
    static xp_snippet snippet;
    char text[4000] = "", got[4000] = "";
    xp_piece pieces[XP_SNIPPET_PIECES];
    xp_snippet_seen seen = { 0 };
    size_t ends[XP_SNIPPET_LINES + 2];
    bool whole = false;
    int n = 0;

    for (; lines[n]; n++) {
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", n ? "\n" : "", lines[n]);
        ends[n] = strlen(text);
    }
    xp_snippet_read(&snippet, text, strlen(text), ends, n, rules);
    for (const char *at = page, *end; (at = strstr(at, "<script")) && (end = strstr(at, "</script>")); at = end + 9)
        whole = xp_snippet_meet(&snippet, &seen, rules, at, (size_t)(end + 9 - at)) || whole;
    n = xp_snippet_write(&snippet, seen.lines, "N", 1, pieces);
    ok(n <= XP_SNIPPET_PIECES, "%d pieces", n);
    for (int i = 0; i < n; i++)
        strncat(got, pieces[i].text, pieces[i].len);
    is_str(whole ? "whole" : got, want, "%s", name);
}

static void lines(void)
{
    const char *const banner[] = { GTAG_FILE GTAG_TEXT, "<script nonce=x>banner()</script>", NULL };
    const char *const two[] = { MATOMO("a.example", "1"), PLAUSIBLE("example.com"), NULL };
    const char *const bare[] = { "<link rel=preconnect href=a>", GTAG_FILE GTAG_TEXT, "<link rel=a>", NULL };
    const char *const many[] = {
        "<link rel=a>", "<link rel=b>", "<link rel=c>", "<link rel=d>",           "<link rel=e>",
        "<link rel=f>", "<link rel=g>", OWN_LIB,        PLAUSIBLE("example.com"), NULL
    };

    is_rest("a page without it", banner, "", GTAG_FILE GTAG_TEXT "\n<script nonce=\"N\">banner()</script>");
    is_rest("one line is there, the other one is not told", banner, GTAG_FILE GTAG_TEXT,
            "<script nonce=\"N\">banner()</script>");
    is_rest("the first is there", two, MATOMO("a.example", "1"), PLAUSIBLE("example.com"));
    is_rest("the second is there", two, PLAUSIBLE("example.com"), MATOMO("a.example", "1"));
    is_rest("both are there", two, PLAUSIBLE("example.com") MATOMO("a.example", "1"), "whole");
    is_rest("neither is", two, PLAUSIBLE("example.org") MATOMO("a.example", "2"),
            MATOMO("a.example", "1") "\n" PLAUSIBLE("example.com"));
    is_rest("lines without scripts are put in", bare, GTAG_FILE, "<link rel=preconnect href=a>\n<link rel=a>");
    is_rest("... with the others", bare, GTAG_OTHER,
            "<link rel=preconnect href=a>\n" GTAG_FILE GTAG_TEXT "\n<link rel=a>");
    is_rest("one of those that are not told apart", many, OWN_LIB,
            "<link rel=a>\n<link rel=b>\n<link rel=c>\n<link rel=d>\n<link rel=e>\n<link rel=f>\n<link rel=g>\n" OWN_LIB
            "\n" PLAUSIBLE("example.com"));
    is_rest("... all of them", many, OWN_LIB PLAUSIBLE("example.com"),
            "<link rel=a>\n<link rel=b>\n<link rel=c>\n<link rel=d>\n<link rel=e>\n<link rel=f>\n<link rel=g>");
}

/* What stands beside scripts that a page has, and whether the page has that line, then. */
static const struct {
    const char *beside;
    bool has;
} BESIDE[] = {
    { "", true },
    { "<!-- ours -->", true },
    { "<link rel=preconnect href=https://www.googletagmanager.com>", true },
    { "<meta name=a content=b><base href=/><title>a</title><style>a{}</style>", true },
    { "<noscript><iframe src=\"https://www.googletagmanager.com/ns.html?id=GTM-ABC1234\"></iframe></noscript>", true },
    { "<noscript><img src=/count.gif></noscript>", false },
    { "<noscript><img src=\"https://www.facebook.com/tr?id=123456789012345\"></noscript>", false },
    { "<noscript><img src=https://www.googletagmanager.com/a><img src=https://www.facebook.com/tr?id=1></noscript>",
      false },
    { "<img src=/count.gif>", false },
    { "<iframe src=/count.html></iframe>", false },
    { "<object data=/count.svg></object>", false },
    { "<embed src=/count.svg>", false },
    { "<svg><script href=/own.js></script></svg>", false },
    { "<svg><style>a</style></svg>", false },
    { "<template><p>a</p></template>", false },
    { "<div></div>", false },
    { "<link rel=stylesheet href=/a.css onload=count()>", false },
    { "<style ONLOAD='count()'>a{}</style>", false },
};

static void beside(void)
{
    char text[2000];

    for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++) {
        snprintf(text, sizeof text, "%s%s", GTM("GTM-ABC1234"), BESIDE[i].beside);
        judge(BESIDE[i].has, BESIDE[i].beside, text, PAGE(GTM("GTM-ABC1234")));
        snprintf(text, sizeof text, "%s%s", BESIDE[i].beside, GTM("GTM-ABC1234"));
        judge(BESIDE[i].has, "... before it", text, PAGE(GTM("GTM-ABC1234")));
        NOT("... alone", BESIDE[i].beside, GTM("GTM-ABC1234"));
    }
    NOT("a library that does something when it is there",
        "<script src=https://cdn.example.com/counter.js onload=count()></script>", OWN_LIB);
}

/* A script without words of its own, beside one that is known, and whether that is enough. */
static const struct {
    const char *code;
    bool has;
} MUTE[] = {
    { "gtag('consent', 'default', {'ad_storage': 'denied'});", true },
    { "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}", true },
    { "gtag('js'); // sendBeacon", true },
    { "gtag('js', new Date()); navigator.sendBeacon(\"/count\")", false },
    { "gtag('js', new Date()); navigator['sendBeacon'](\"/count\")", false },
    { "gtag('js', new Date()); fetch(\"/count\")", false },
    { "gtag('js', new Date()); import(\"./own.js\")", false },
    { "gtag('js', new Date()); new Image", false },
    { "gtag('js', new Date()); new XMLHttpRequest", false },
    { "gtag('js', new Date()); a.src=b", false },
    { "gtag('js', new Date()); gtag('event', 'sign_up')", false },
    { "gtag('js', new Date()); gtag(\"set\", {a: 1})", false },
    { "gtag('js', new Date()); ga('send', 'pageview')", false },
    { "gtag('js', new Date()); _paq.push(['trackPageView'])", false },
    { "gtag('js', new Date()); umami.track()", false },
    { "gtag('js', new Date()); dataLayer.push({event: a})", false },
    { "gtag('js', new Date()); if (a) /'/.test(b)", false },
};

static void mute(void)
{
    char text[2000];

    for (size_t i = 0; i < sizeof MUTE / sizeof *MUTE; i++) {
        snprintf(text, sizeof text, "<script>%s</script>%s", MUTE[i].code, GTAG_FILE GTAG_TEXT);
        judge(MUTE[i].has, MUTE[i].code, text, PAGE(GTAG_FILE, GTAG_TEXT));
    }
    snprintf(text, sizeof text, "%s<script>lintrk(); a.src='https://snap.licdn.com/a.js'; b.src=c</script>",
             LINKEDIN("1234567"));
    ok(!has_text(text, LINKEDIN("1234567")), "a second address beside a library's");
}

static void limits(void)
{
    char many[1000] = "", element[1100];
    const char *page[] = { element, NULL };

    for (int i = 0; i < XP_KNOWN_WORDS; i++)
        snprintf(many + strlen(many), 50, "gtag('config', 'G-AB12CD34%02d');", i);
    snprintf(element, sizeof element, "<script>%s</script>", many);
    ok(has(element, page), "%d words", XP_KNOWN_WORDS);
    snprintf(element, sizeof element, "<script>%sgtag('config', 'G-AB12CD3499');</script>", many);
    ok(!has(element, page), "one more than there is room for: never met");
    snprintf(element, sizeof element, "<script src='/%0*d.js'></script>", XP_KNOWN_LONG - 4, 1);
    ok(has(element, page), "a word of %d bytes", XP_KNOWN_LONG);
    snprintf(element, sizeof element, "<script src='/%0*d.js'></script>", XP_KNOWN_LONG - 3, 1);
    ok(!has(element, page), "one of more bytes: never met");
}

int main(void)
{
    rules = xp_rules_build(NULL, 0, allocate, NULL);
    writes();
    scripts();
    public_ids();
    reports();
    other_reports();
    pairs();
    idle();
    places();
    loads();
    numbers();
    forms();
    texts();
    attributes();
    settings();
    lines();
    beside();
    mute();
    limits();
    return tap_done();
}
