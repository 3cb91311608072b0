/* Held pages: which inline scripts wait as a whole. Pages as their scripts come, with the catalogue as it is; the forms are those of vendors'
 * documentation, in the spellings of real pages. */
#include "engine/page/xp_text.h"
#include "engine/page/xp_waits.h"

#include "tap.h"

#define GA_JS                                                                                                          \
    "var gaJsHost=(('https:'==document.location.protocol)?'https://ssl.':'http://www.');document.write(unescape("      \
    "\"%3Cscript src='\"+gaJsHost+\"google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E\"));"
#define GTM                                                                                                            \
    "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f="           \
    "d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src="               \
    "'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);})"                             \
    "(window,document,'script','dataLayer','GTM-X');"
#define GTM_AT_HOME                                                                                                    \
    "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f="           \
    "d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;j.src='/metrics/?id='+i;"                          \
    "f.parentNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-X');"
#define GA                                                                                                             \
    "(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)}" \
    ",i[r].l=1*new Date();a=s.createElement(o),m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;"                      \
    "m.parentNode.insertBefore(a,m)})(window,document,'script','https://www.google-analytics.com/analytics.js','ga');"
#define FBQ                                                                                                            \
    "!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):"        \
    "n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';n.queue=[];"                    \
    "t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];s.parentNode.insertBefore(t,s)}"           \
    "(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');"
#define MATOMO                                                                                                         \
    "(function(){var u='//stats.example.org/';_paq.push(['setTrackerUrl',u+'matomo.php']);var d=document,"             \
    "g=d.createElement('script'),s=d.getElementsByTagName('script')[0];g.async=true;g.src=u+'matomo.js';"              \
    "s.parentNode.insertBefore(g,s)})();"

/* Of each script the first byte says what becomes of it: 'W' it waits, 'R' it runs, in small letters where it is not a vendor's alone; 'M' is
 * a vendor's module, which waits, 'm' one that is not, and runs. '<' is an external script of the vendor that follows, '~' one that is
 * async. */
static const struct {
    const char *name, *scripts[8];
} PAGE[] = {
    /* libraries that are called at once */
    { "Urchin", { "<google-analytics", "W_uacct='UA-1-1';urchinTracker();" } },
    { "ga.js, written by a script",
      { "W" GA_JS, "Wtry{var pageTracker=_gat._getTracker('UA-1-1');pageTracker._trackPageview()}catch(e){}",
        "WpageTracker._trackEvent('a','b');", "rpageTracker._trackEvent('a','b');showMenu();", "rshowMenu();",
        "r$('a').click(function(){pageTracker._trackEvent('a','b')});" } },
    { "a library of the site's own, as it seems",
      { "Wvar pageTracker=_gat._getTracker('UA-1-1');pageTracker._trackPageview();" } },
    { "SiteCatalyst",
      { "<adobe-analytics",
        "Ws.pageName=document.title;s.channel='a';s.prop1='b';var s_code=s.t();if(s_code)document.write(s_code);",
        "rshow();s.prop2=menu.item;s.tl(this,'o','x');", "rif(window.s){s.eVar1=site.name}",
        "r(function(e,t,n,s){s.prop1=1;t.s=s;for(var s=1;s;s--)e(s.x)})(a,b,c,d);",
        "r$('a').on('click',function(){s.tl(this,'o','x')});function later(){s.t()}" } },
    { "SiteCatalyst, which writes and uses nothing but its own",
      { "Wvar s={};s.pageName='x';s.channel='y';var s_code=s.t();if(s_code)document.write(s_code);" } },
    { "SiteCatalyst, with its account's settings",
      { "Wvar s_account='acct';s.pageName='x';", "Ws=s_gi('acct');s.t();", "Ws.tl(this,'o','x');" } },
    { "tags of Adobe's",
      { "<adobe-launch", "r_menu={};_menu.open()", "W_satellite.pageBottom();",
        "rif(CN.url.params('x')!=1){_satellite.pageBottom()}" } },
    { "comScore's beacon",
      { "Wdocument.write(unescape(\"%3Cscript src='http://b.scorecardresearch.com/beacon.js'%3E%3C/script%3E\"));",
        "WCOMSCORE.beacon({c1:2,c2:'1'});" } },
    { "comScore's queue",
      { "Rvar _comscore=_comscore||[];_comscore.push({c1:'2',c2:'1'});(function(){var "
        "s=document.createElement('script'),"
        "el=document.getElementsByTagName('script')[0];s.async=true;s.src='https://sb.scorecardresearch.com/beacon.js';"
        "el.parentNode.insertBefore(s,el)})();" } },
    { "Statcounter", { "Rvar sc_project=1;var sc_invisible=1;var sc_security='x';", "<statcounter" } },
    { "Statcounter, written",
      { "Wvar sc_project=1;var scJsHost=(('https:'==document.location.protocol)?'https://secure.':'http://www.');"
        "document.write('<sc'+'ript src=\\''+scJsHost+'statcounter.com/counter/counter.js\\'></'+'script>');" } },
    { "Piwik's tracker",
      { "Wvar pkBaseURL='//stats.example.org/';document.write(unescape(\"%3Cscript src='\"+pkBaseURL+\"piwik.js'"
        "%3E%3C/script%3E\"));",
        "Wtry{var piwikTracker=Piwik.getTracker(pkBaseURL+'piwik.php',1);piwikTracker.trackPageView()}catch(err){}" } },
    { "Quantcast", { "R_qoptions={qacct:'p-1'};", "<quantcast", "Wquantserve();" } },
    { "INFOnline", { "<ioam", "Wvar iam_data={st:'a',cp:'b',sv:'ke'};iom.c(iam_data,1);", "riteasy(iam_data);" } },
    { "Coremetrics, called by nobody's script, as far as is known",
      { "<coremetrics", "rif(typeof cmSetupOther==='function'){cmSetupOther({cm_TrackImpressions:''})}" } },
    { "a name that is not the catalogue's, behind a literal that is",
      { "rtwttr.conversion.trackPid('x1');", "<x-pixel", "rtwttr.conversion.trackPid('x1');site();" } },
    { "a picture that is written",
      { "Wdocument.write('<img src=\"//counter.yadro.ru/hit?r'+escape(document.referrer)+'\" width=88 "
        "height=31>');" } },

    /* loaders, queues, settings */
    { "Tag Manager, and what is pushed",
      { "rdataLayer=[{page:'home'}];", "R" GTM, "rdataLayer.push({event:'x'});",
        "rdataLayer.push({event:cart.name});" } },
    { "Tag Manager, and only then",
      { "R" GTM, "rdataLayer.push({event:'x'});", "rdataLayer.push({event:cart.name});" } },
    { "Tag Manager, of which nothing is seen before", { "rdataLayer.push({event:'x'});", "R" GTM } },
    { "a layer that the site makes in its own script",
      { "rvar site={a:1};var dataLayer=[site];", "rdataLayer.push({event:'x'});", "R" GTM } },
    { "Tag Manager from an address of the site's",
      { "W" GTM_AT_HOME, "rdataLayer.push({event:'x'});", "rdataLayer.push({event:cart.name});",
        "rwindow.dataLayer=window.dataLayer||[];dataLayer.push({event:cart.name});",
        "rdataLayer.push({event:'x'});" } },
    { "the same, where the site has made the layer",
      { "rwindow.dataLayer=window.dataLayer||[];", "W" GTM_AT_HOME, "rdataLayer.push({event:'x'});",
        "rdataLayer.push({event:cart.name});" } },
    { "gtag",
      { "~google-analytics",
        "Rwindow.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new "
        "Date());gtag('config','G-1');",
        "Rgtag('event','x');", "rif(typeof gtag!=='undefined'){gtag('event',cart.name)}" } },
    { "gtag, without what defines it",
      { "~google-analytics", "Wgtag('event','x');", "rif(window.gtag)gtag('event',cart.name);" } },
    { "analytics.js",
      { "R" GA "ga('create','UA-1-1');ga('send','pageview');", "Rga('send','event','a','b');",
        "rga('send',site.x);" } },
    { "ga.js by its queue",
      { "Rvar _gaq=_gaq||[];_gaq.push(['_setAccount','UA-1-1']);(function(){var "
        "ga=document.createElement('script');ga.async=true;"
        "ga.src=('https:'==document.location.protocol?'https://ssl':'http://www')+'.google-analytics.com/ga.js';"
        "var s=document.getElementsByTagName('script')[0];s.parentNode.insertBefore(ga,s)})();",
        "R_gaq.push(['_trackEvent','a','b']);" } },
    { "Meta",
      { "R" FBQ "fbq('init','1');fbq('track','PageView');", "Rfbq('track','Lead');", "rfbq('track',cart.name);" } },
    { "Meta, in a script of the site's",
      { "r" FBQ "fbq('init',site.pixel);", "Rfbq('track','Lead');", "rfbq('track',cart.name);" } },
    { "Matomo",
      { "Rvar _paq=window._paq=window._paq||[];_paq.push(['trackPageView']);" MATOMO,
        "R_paq.push(['trackGoal',1]);" } },
    { "Hotjar",
      { "R(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:1,hjsv:"
        "6};"
        "a=o.getElementsByTagName('head')[0];r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j+"
        "h._hjSettings.hjsv;a.appendChild(r)})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');",
        "Rhj('event','x');" } },
    { "Baidu",
      { "Rvar _hmt=_hmt||[];(function(){var hm=document.createElement('script');hm.src='https://hm.baidu.com/hm.js?0a';"
        "var s=document.getElementsByTagName('script')[0];s.parentNode.insertBefore(hm,s)})();",
        "R_hmt.push(['_trackPageview','/x']);" } },
    { "Yandex",
      { "R(function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};m[i].l=1*new Date();"
        "k=e.createElement(t),a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefore(k,a)})"
        "(window,document,'script','https://mc.yandex.ru/metrika/tag.js','ym');ym(1,'init',{});",
        "Rym(1,'reachGoal','x');", "WyaCounter1.reachGoal('x');" } },
    { "Yandex, as it was",
      { "R(function(d,w,c){(w[c]=w[c]||[]).push(function(){try{w.yaCounter1=new Ya.Metrika({id:1})}catch(e){}});"
        "var "
        "n=d.getElementsByTagName('script')[0],s=d.createElement('script'),f=function(){n.parentNode.insertBefore(s,n)}"
        ";"
        "s.async=true;s.src='https://mc.yandex.ru/metrika/"
        "watch.js';f()})(document,window,'yandex_metrika_callbacks');" } },
    { "Segment",
      { "R!function(){var "
        "i='analytics',analytics=window[i]=window[i]||[];if(!analytics.initialize){analytics.load=function(k){"
        "var "
        "t=document.createElement('script');t.async=!0;t.src='https://cdn.segment.com/analytics.js/v1/'+k+'/"
        "analytics.min.js';"
        "var n=document.getElementsByTagName('script')[0];n.parentNode.insertBefore(t,n)};analytics.load('x')}}();",
        "Ranalytics.track('x');", "ranalytics.track(cart.name);" } },
    { "Snowplow",
      { "R;(function(p,l,o,w,i,n,g){if(!p[i]){p.GlobalSnowplowNamespace=p.GlobalSnowplowNamespace||[];"
        "p.GlobalSnowplowNamespace.push(i);p[i]=function(){(p[i].q=p[i].q||[]).push(arguments)};p[i].q=p[i].q||[];"
        "n=l.createElement(o);g=l.getElementsByTagName(o)[0];n.async=1;n.src=w;g.parentNode.insertBefore(n,g)}}"
        "(window,document,'script','//d1fc8wv8zag5ca.cloudfront.net/2/sp.js','snowplow'));",
        "Rsnowplow('trackPageView');" } },
    { "Chartbeat",
      { "Rvar _sf_async_config={uid:1,domain:'example.org'};(function(){function loadChartbeat(){window._sf_endpt="
        "(new Date()).getTime();var e=document.createElement('script');e.src='//static.chartbeat.com/js/chartbeat.js';"
        "document.body.appendChild(e)}var oldonload=window.onload;window.onload=(typeof window.onload!='function')?"
        "loadChartbeat:function(){oldonload();loadChartbeat()}})();" } },
    { "Mixpanel, which looks for settings",
      { "R(function(e,c){if(!c.__SV){var l;window.mixpanel=c;c._i=[];c.init=function(q){c._i.push([q])};c.__SV=1.2;"
        "l=e.createElement('script');l.async=!0;l.src='undefined'!==typeof "
        "MIXPANEL_CUSTOM_LIB_URL?MIXPANEL_CUSTOM_LIB_URL:"
        "'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js';e.body.appendChild(l)}})(document,window.mixpanel||[]);",
        "Rmixpanel.track('x');" } },
    { "settings that another script may have made",
      { "Rvar google_conversion_id=1;var google_custom_params=window.google_tag_params;", "<google-ads-conversion" } },

    { "… or a library that waits",
      { "<google-ads-conversion", "Wvar google_conversion_id=1;var google_custom_params=window.google_tag_params;" } },
    { "a second counter's, which is not to be the first one's",
      { "Rvar google_conversion_id=1;var google_remarketing_only=true;", "<google-ads-conversion",
        "Wvar google_conversion_id=2;var google_remarketing_only=true;", "<google-ads-conversion" } },
    { "queues are there for both",
      { "R_paq=window._paq||[];_paq.push(['trackPageView']);", "<matomo",
        "Rvar _paq=_paq||[];_paq.push(['trackGoal',1]);",
        "Rwindow._paq=window._paq||[];_paq.push(['trackGoal',1]);" } },
    { "a loader does not care",
      { "<mixpanel",
        "R(function(e,c){window.mixpanel=c;c._i=[];var "
        "l=e.createElement('script');l.async=!0;l.src='undefined'!==typeof "
        "MIXPANEL_CUSTOM_LIB_URL?MIXPANEL_CUSTOM_LIB_URL:'https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js';"
        "e.body.appendChild(l)})(document,window.mixpanel||[]);" } },

    /* what is called later */
    { "at load, of a library that waits",
      { "<adobe-analytics", "Wwindow.onload=function(){s.t()};", "WsetTimeout(function(){s.t()},99);",
        "Wwindow.addEventListener('load',function(){s.t()});", "R(function(){s=1;s.t()})();" } },
    { "… by the site's",
      { "<adobe-analytics", "rwindow.onload=function(){menu();s.t()};", "rsetTimeout(function(){menu();s.t()},99);",
        "rjQuery(function($){$.each(x,function(){s.prop1=this})});", "rfunction go(){menu();s.t()}go();" } },
    { "… that is async: what runs now does not count on it",
      { "~google-ads-conversion", "Rvar google_conversion_id=1;var google_custom_params=window.google_tag_params;",
        "Wwindow.onload=function(){google_conversion_id=2;google_custom_params=window.google_tag_params};" } },
    { "… both",
      { "~google-ads-conversion", "<google-ads-conversion",
        "Wvar google_conversion_id=1;var google_custom_params=window.google_tag_params;" } },
    { "… the other way round",
      { "<google-ads-conversion", "~google-ads-conversion",
        "Wvar google_conversion_id=1;var google_custom_params=window.google_tag_params;" } },
    { "a call by a timer",
      { "W" GA_JS, "WsetTimeout(function(){_gat._getTracker('UA-1-1')._trackEvent('a','b')},9000);" } },

    /* what the gate holds, as a script of the site's writes it */
    { "what ga.js defines, written by whomever", { "W" GA_JS, "r_gat._anonymizeIp(site.x);" } },
    { "… by the site's", { "rsite();" GA_JS, "r_gat._anonymizeIp(site.x);" } },
    { "… or loaded, and asked for at load",
      { "R" GA "ga('create','UA-1-1');", "r_gat._anonymizeIp(site.x);",
        "rwindow.onload=function(){_gat._anonymizeIp(site.x)};" } },
    { "ga.js, written by the site's script",
      { "rsite();" GA_JS, "Wvar pageTracker=_gat._getTracker('UA-1-1');pageTracker._trackPageview();",
        "rpageTracker._trackEvent(site.x);" } },

    { "… where that matters: what is looked for as the page is read",
      { "rsite();document.write('<script src=\"//www.googleadservices.com/pagead/conversion.js\"></scr'+'ipt>');",
        "Wvar google_conversion_id=1;var google_custom_params=window.google_tag_params;" } },
    { "… and where it is loaded",
      { "rsite('//www.googleadservices.com/pagead/conversion.js');",
        "Rvar google_conversion_id=1;var google_custom_params=window.google_tag_params;" } },

    /* modules */
    { "modules", { "Mga('send','pageview');", "mimport {a} from '/site.js';a();ga('send','pageview');" } },

    { "nobody's", { "rfoo();var s=1;s.x();", "r", "r<!--", "r'unclosed" } },
};

static const xp_rules *rules;
static xp_vendor_set set;

static void *grab(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size);
}

typedef struct {
    xp_waits waits;
    xp_signs signs;
} page;

static bool heard; /* what is heard of scripts' names counts */

/* The script's verdict, as PAGE spells it. */
static char judge(page *p, const char *text, bool module)
{
    xp_options options = { .rules = rules, .vendors = &set, .hold = true };
    xp_items items = { .module = module };
    size_t len = strlen(text);
    char *copy = tap_copy(text, len);
    xp_waits_names names = { .waits = &p->waits };
    const xp_text_hearer hearer = { xp_waits_meet, &names };
    xp_text_verdict verdict = xp_text_judge_script(&options, copy, len, false, &items, &p->signs, &hearer);
    bool goes = verdict.goes, waits;

    names.known = heard && goes && !verdict.inert;
    names.loads = verdict.loads;
    waits = xp_waits_judge(&p->waits, &options, copy, len, false, goes, &items, &names);

    free(copy);
    if (module)
        return waits ? 'M' : 'm';
    return (char)((waits ? 'w' : 'r') - (goes ? 'a' - 'A' : 0));
}

static void meet(page *p, const char *script)
{
    int vendor = xp_catalogue_find(script + 1);

    if (vendor < 0)
        diag("no such vendor: %s", script + 1);
    if (*script == '<')
        xp_waits_for(&p->waits, vendor);
    else
        xp_waits_for_async(&p->waits, vendor);
    xp_signs_add(&p->signs, rules, vendor);
}

static void begin(page *p)
{
    memset(p, 0, sizeof *p);
    xp_waits_init(&p->waits);
}

/* What is heard of a script spares a second look at it; without that the verdict is the same. */
static void test_pages(void)
{
    for (size_t i = 0; i < 2 * sizeof PAGE / sizeof *PAGE; i++) {
        const char *name = PAGE[i / 2].name, *const *scripts = PAGE[i / 2].scripts;
        page p;

        heard = i % 2;
        begin(&p);
        for (int k = 0; k < 8 && scripts[k]; k++) {
            const char *script = scripts[k];
            char got[2] = "", want[2] = { *script };

            if (*script == '<' || *script == '~') {
                meet(&p, script);
                continue;
            }
            *got = judge(&p, script + 1, (*script | 32) == 'm');
            is_str(got, want, "%s, %d%s: %.60s", name, k + 1, heard ? "" : ", read twice", script + 1);
        }
    }
}

/* More vendors than there is place for: those beyond wait, but nobody waits for them. */
static void test_many(void)
{
    page p;
    int adobe = xp_catalogue_find("adobe-analytics");

    begin(&p);
    for (int vendor = 100; vendor < 100 + XP_WAITS_VENDORS; vendor++)
        xp_waits_for(&p.waits, vendor);
    xp_waits_for(&p.waits, adobe);
    xp_waits_for(&p.waits, -1);
    ok(judge(&p, "site();s.t()", false) == 'r', "one vendor too many");
    ok(judge(&p, "pageTracker._trackPageview()", false) == 'W', "… whose calls wait all the same");
    ok(sizeof p.waits <= 192, "%zu bytes", sizeof p.waits);
}

/* A script that is a vendor's alone is looked at as long as it may be one. */
static void test_long(void)
{
    static char text[XP_JS_TEXT + 2];

    for (int more = 0; more < 2; more++) {
        page p;

        memset(text, ' ', sizeof text - 1);
        memcpy(text, "_gat._getTracker('UA-1-1')", 26);
        text[XP_JS_TEXT + more] = '\0';
        begin(&p);
        ok(judge(&p, text, false) == (more ? 'r' : 'W'), "a vendor's of %zu bytes", strlen(text));
    }
}

/* What a script of the site's own defines is not read, however long it is. */
static void test_definitions(void)
{
    static char text[XP_JS_TEXT];
    page p;

    memset(text, ' ', sizeof text - 1);
    memcpy(text, "site();var pageTracker={};", 26);
    begin(&p);
    ok(judge(&p, text, false) == 'r', "a site's script of %zu bytes runs", strlen(text));
    ok(judge(&p, "pageTracker._trackPageview();", false) == 'W',
       "… and what needs that waits, if it is a vendor's alone");

    begin(&p);
    meet(&p, "<adobe-analytics");
    ok(judge(&p, "function f(){var s=g();return s}", false) == 'r', "a site's script with a short name of its own");
    ok(judge(&p,
             "(function(){var s=document.createElement('script');s.src='https://static.hotjar.com/c/hotjar-1.js';"
             "document.head.appendChild(s)})()",
             false) == 'R',
       "… a loader with one");
    ok(judge(&p, "s.channel='x';s.t();", false) == 'W', "… which is not what the library is called by");
}

/* What a script that waits makes, with a blank behind each. */
static const char *made(const char *text)
{
    static char told[512];
    xp_options options = { .rules = rules, .vendors = &set, .hold = true };
    xp_made names[XP_WAITS_MADE];
    size_t len = strlen(text), used = 0;
    char *copy = tap_copy(text, len);
    int n = xp_waits_made(&options, copy, len, names);

    for (int i = 0; i < n; i++)
        used += (size_t)snprintf(told + used, sizeof told - used, "%s%.*s ", names[i].queue ? "+" : "",
                                 (int)names[i].name.len, names[i].name.text);
    told[used] = '\0';
    free(copy);
    return told;
}

static void test_made(void)
{
    static const struct {
        const char *text, *names;
    } CASE[] = {
        { "try{var pageTracker=_gat._getTracker('UA-1-1');pageTracker._trackPageview()}catch(e){}", "pageTracker " },
        { "pageTracker = new X;gtag=\nfunction(){};fbq=window.x;ga=(1)", "pageTracker gtag fbq " },
        { "_uacct='UA-1-1';urchinTracker();", "" },
        { "_uacct=\"1\";_gaq=[1];dataLayer={};fbq=-1;gtag=!0;pageTracker=true;_paq=null;_hmt=false;mixpanel=7", "" },
        { "_gaq = _gaq || []; pageTracker\n=\twindow.pageTracker||x;_gaq=y", "+_gaq pageTracker " },
        { "_gaq=_gaq||{};pageTracker=pageTracker||'x';fbq=x.fbq || [ ];gtag=[];dataLayer=x||[]",
          "+fbq gtag dataLayer " },
        { "window.pageTracker=x;self._gaq = x;globalThis.fbq=x;", "pageTracker _gaq fbq " },
        { "window.x._gaq=x;this.x.fbq=x;x[0].gtag=x;f().pageTracker=x", "" },
        { "(function(f,x){n=f.fbq=f.fbq||function(){};x.ga=1;x.fbq=x})(window)", "fbq " },
        { "(function(w,l){w[l]=w[l]||[]})(window,'dataLayer',\"ga\")", "+dataLayer +ga " },
        { "!function(w,l){w[l]=w[l] || function(){}}(window,'ga')", "ga " },
        { "(function(w,l){w[l]=w[l]||{}})(window,'dataLayer')", "" },
        { "(function(w,l){w[l](1)})(window,'dataLayer')", "" },
        { "clicky.log('/x','ga');w[l]=w[l]||[]", "" },
        { "(function(w,l){w[l]=w[l]||[]})(window,x+'dataLayer','ga'+x)", "+ga " },
        { "x=' fbq';y='fbq ';z='fbq\";u=\"_gaq';v='s'", "" },
        { "function gtag(){dataLayer.push(arguments)}function\n fbq (){}", "gtag fbq " },
        { "myfunction gtag();functiongtag();function(){gtag()}", "" },
        { "gtag==x;fbq===x;_gaq=>x;pageTracker!=x;dataLayer<=x;gtag('=')", "" },
        { "var ga=x,s=x,site=x,$pageTracker=x,xpageTracker=x", "" },
        { "pageTracker=", "" },
        { "pageTracker=x", "pageTracker " },
        { "pageTracker=x||", "" },
        { "pageTracker=[", "" },
        { "pageTracker", "" },
        { "=pageTracker =x", "pageTracker " },
        { "", "" },
    };

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++)
        is_str(made(CASE[i].text), CASE[i].names, "made by %s", CASE[i].text);
    is_str(made("google_conversion_id=google_conversion_language=google_conversion_format=google_conversion_color="
                "google_conversion_label=google_conversion_value=_gaq=_gat=gtag=fbq=dataLayer=pageTracker=_paq=_hmt="
                "mixpanel=COMSCORE=urchinTracker=_uacct=x"),
           "google_conversion_id google_conversion_language google_conversion_format google_conversion_color "
           "google_conversion_label google_conversion_value _gaq _gat gtag fbq dataLayer pageTracker _paq _hmt "
           "mixpanel COMSCORE ",
           "no more than there is room for");
}

int main(void)
{
    rules = xp_rules_build(NULL, 0, grab, NULL);
    xp_catalogue_default(&set);
    test_pages();
    test_many();
    test_long();
    test_definitions();
    test_made();
    return tap_done();
}
