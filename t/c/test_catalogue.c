/* The catalogue as the engine reads it: whose URLs are whose, and what belongs to nobody. */
#include "engine/catalogue/xp_rules.h"
#include "t/c/tap.h"

typedef struct {
    const char *url, *vendor; /* vendor NULL: nobody's */
} url_case;

static const url_case CASES[] = {
    { "http://www.google-analytics.com/urchin.js", "google-analytics" },
    { "https://ssl.google-analytics.com/ga.js", "google-analytics" },
    { "//www.google-analytics.com", "google-analytics" },
    { "https://www.googletagmanager.com/gtag/js?id=G-ABC", "google-analytics" },
    { "https://www.googletagmanager.com/gtag/js?id=AW-1", "google-analytics" },
    { "//stats.g.doubleclick.net/dc.js", "google-analytics" },
    { "/wp-content/plugins/google-analytics-for-wordpress/assets/js/frontend-gtag.min.js?ver=1", "google-analytics" },
    { "https://www.googletagmanager.com/gtm.js?id=GTM-X", "google-tag-manager" },
    { "https://www.googletagmanager.com/ns.html?id=GTM-X", "google-tag-manager" },
    { "https://tags.example.org/ns.html?id=GTM-X", "google-tag-manager" },
    { "https://suite.112.2o7.net/b/ss/suite/1/H.25--NS/0", "adobe-analytics" },
    { "http://smetrics.example.org/b/ss/suite/1/H.25/s123", "adobe-analytics" },
    { "http://o.aolcdn.com/os_merge/?file=/aol/beacon.min.js&file=/aol/omniture.min.js", "adobe-analytics" },
    { "/js/omniture/s_code.js", "adobe-analytics" },
    { "/js/x_s_code.js?v=3", "adobe-analytics" },
    { "/js/prod_s_code_v3.min.js", "adobe-analytics" },
    { "/scripts/AppMeasurement.min.js", "adobe-analytics" },
    { "https://assets.adobedtm.com/abc/satelliteLib-def.js", "adobe-launch" },
    { "https://stats.example.org/piwik/piwik.js", "matomo" },
    { "https://x.matomo.cloud/matomo.php?idsite=1&rec=1", "matomo" },
    { "https://stats.example.org/js/container_FITs055J.js", "matomo" },
    { "https://connect.facebook.net/en_US/fbevents.js", "meta-pixel" },
    { "https://www.facebook.com/tr?id=1&ev=PageView&noscript=1", "meta-pixel" },
    { "https://www.facebook.com/tr/?id=1", "meta-pixel" },
    { "https://pixel.quantserve.com/pixel/p-x.gif", "quantcast" },
    { "https://sb.scorecardresearch.com/beacon.js", "comscore" },
    { "//static.chartbeat.com/js/chartbeat.js", "chartbeat" },
    { "/js/bcom_chartbeat.js", "chartbeat" },
    { "http://statse.webtrendslive.com/dcs/njs.gif?dcsuri=/nojavascript", "webtrends" },
    { "//libs.coremetrics.com/eluminate.js", "coremetrics" },
    { "https://static.hotjar.com/c/hotjar-1.js?sv=6", "hotjar" },
    { "https://www.clarity.ms/tag/abc", "clarity" },
    { "https://plausible.io/js/script.js", "plausible" },
    { "https://mc.yandex.ru/watch/1", "yandex-metrica" },
    { "https://c.statcounter.com/1/0/abc/1/", "statcounter" },
    { "https://js-agent.newrelic.com/nr-1.js", "new-relic" },
    { "https://d1z2jf7jlzjs58.cloudfront.net/p.js", "parsely" },
    { "https://script.ioam.de/iam.js", "ioam" },
    { "https://vg07.met.vgwort.de/na/abc", "vg-wort" },
    { "https://sdk.mrf.io/statics/marfeel-sdk.js?id=1", "marfeel" },
    { "https://jssdkcdns.mparticle.com/js/v2/us1-0/mparticle.js", "mparticle" },
    { "https://ads.nextdoor.com/public/pixel/ndp.js", "nextdoor-pixel" },
    { "https://openpanel.dev/op1.js", "openpanel" },
    { "https://stats.example.org/op1.js", "openpanel" },
    { "https://static.openreplay.com/latest/openreplay.js", "openreplay" },
    { "https://amplify.outbrain.com/cp/obtp.js", "outbrain-pixel" },
    { "https://cdn.pagesense.io/js/acme/0123abcd.js", "pagesense" },
    { "https://js.partnerstack.com/v1/", "partnerstack" },
    { "https://0.edge.permutive.app/0-web.js", "permutive" },
    { "https://a.plerdy.com/public/js/click/main.js?v=1", "plerdy" },
    { "https://d34r8q7sht0t9k.cloudfront.net/tag.js", "podscribe" },
    { "https://cdn.pdst.fm/ping.min.js", "podsights" },
    { "https://public.profitwell.com/js/profitwell.js?auth=x", "profitwell" },
    { "https://js.ptengine.jp/0a1b2c3d.js", "ptengine" },
    { "https://api.publytics.net/js/script.manual.min.js", "publytics" },
    { "https://s3-us-west-2.amazonaws.com/b2bjsstore/b/0ABC/reb2b.js.gz", "rb2b" },
    { "https://d335luupugsy2.cloudfront.net/js/loader-scripts/0-loader.js", "rd-station" },
    { "https://r.wdfl.co/rw.js", "rewardful" },
    { "https://getrockerbox.com/assets/wxyz.v2.js", "rockerbox" },
    { "https://1.collect.igodigital.com/collect.js", "salesforce-collect" },
    { "https://scout-cdn.salesloft.com/sl.js", "salesloft" },
    { "https://cdn.seline.com/seline.js", "seline" },
    { "https://snid.snitcher.com/1.js", "snitcher" },
    { "https://cdn.splitbee.io/sb.js", "splitbee" },
    { "https://pixel.byspotify.com/ping.min.js", "spotify-pixel" },
    { "https://tags.srv.stackadapt.com/events.js", "stackadapt" },
    { "https://cdn.taboola.com/libtrc/unip/1/tfa.js", "taboola-pixel" },
    { "https://trc.taboola.com/1/log/3/unip?en=page_view", "taboola-pixel" },
    { "https://script.tapfiliate.com/tapfiliate.js", "tapfiliate" },
    { "https://unpkg.com/@tinybirdco/flock.js", "tinybird" },
    { "https://api.config-security.com/model", "triple-whale" },
    { "https://collector-1.us.tvsquared.com/tv2track.js", "tvsquared" },
    { "https://t.usermaven.com/lib.js", "usermaven" },
    { "https://d3qxef4rp70elm.cloudfront.net/m.js", "vero" },
    { "https://t.visitorqueue.com/p/tracking.min.js?id=0", "visitor-queue" },
    { "https://vk.com/rtrg?p=VK-RTRG-1-x", "vk-pixel" },
    { "https://www.w3counter.com/tracker.js?id=1", "w3counter" },
    { "https://frog.wix.com/bt?src=29&evid=3", "wix-bi" },
    { "/wp-content/plugins/woocommerce/assets/js/sourcebuster/sourcebuster.min.js?ver=9.0.2",
      "woocommerce-attribution" },
    { "https://c0.wp.com/p/woocommerce/8.5.2/assets/js/frontend/order-attribution.min.js", "woocommerce-attribution" },
    { "https://www.wysistat.com/statistique.js", "wysistat" },
    { "https://acdn.adnxs.com/dmp/up/pixie.js", "xandr-pixel" },
    { "https://secure.adnxs.com/px?id=1&t=2", "xandr-pixel" },
    { "https://s.yimg.com/wi/ytc.js", "yahoo-dot" },
    { "/cdn-cgi/zaraz/s.js?z=x", "zaraz" },
    { "https://js.zi-scripts.com/zi-tag.js", "zoominfo" },
    { "https://app.rybbit.io/api/script.js", "rybbit" },
    { "/.netlify/scripts/rum", "netlify-rum" },
    { "/wp-content/plugins/pixelyoursite/dist/scripts/public.js?ver=11.2.1", "pixelyoursite" },
    { "/wp-content/plugins/wp-statistics/assets/js/tracker.js?ver=14.9", "wp-statistics" },
    { "https://e.shop.example/array/phc_Ab12/array.js", "posthog" },
    { "/cdn/shopifycloud/perf-kit/shopify-perf-kit-2.1.1.min.js", "shopify-analytics" },
    { "https://stats.wp.com/e-202601.js", "wordpress-stats" },
    { "https://cdn.ampproject.org/v0/amp-analytics-0.1.js", "amp-analytics" },
    { "/ruxitagentjs_ICA2SVfqru_1.js", "dynatrace" },
    { "https://js.hs-analytics.net/analytics/1/2.js", "hubspot" },
    { "https://static.ads-twitter.com/uwt.js", "x-pixel" },
    { "https://www.googleadservices.com/pagead/conversion_async.js", "google-ads-conversion" },
    { "/analytics.js", "site-analytics" },

    /* ads */
    { "https://securepubads.g.doubleclick.net/tag/js/gpt.js", NULL },
    { "https://www.googletagservices.com/tag/js/gpt.js", NULL },
    { "https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js", NULL },
    { "https://ad.doubleclick.net/adj/x", NULL },
    { "https://c.amazon-adsystem.com/aax2/apstag.js", NULL },
    { "https://an.yandex.ru/system/context.js", NULL },
    { "//static.criteo.net/js/ld/ld.js", NULL },
    { "/js/prebid.js", NULL },
    { "/js/hb.js", NULL },
    /* social widgets */
    { "https://connect.facebook.net/en_US/sdk.js", NULL },
    { "https://connect.facebook.net/en_US/all.js", NULL },
    { "//connect.facebook.net", NULL },
    { "https://www.facebook.com/plugins/like.php?href=x", NULL },
    { "https://platform.twitter.com/widgets.js", NULL },
    { "https://s7.addthis.com/js/300/addthis_widget.js", NULL },
    { "https://w.sharethis.com/button/buttons.js", NULL },
    { "https://assets.pinterest.com/js/pinit.js", NULL },
    /* consent, surveys, errors */
    { "https://cdn.cookielaw.org/scripttemplates/otSDKStub.js", NULL },
    { "https://consent.cookiebot.com/uc.js", NULL },
    { "https://quantcast.mgr.consensu.org/cmp.js", NULL },
    { "https://cmp.quantcast.com/choice/x.js", NULL },
    { "https://sdk.privacy-center.org/loader.js", NULL },
    { "https://browser.sentry-cdn.com/7.0.0/bundle.min.js", NULL },
    { "https://d2wy8f7a9ursnm.cloudfront.net/v7/bugsnag.min.js", NULL },
    { "https://cdn.raygun.io/raygun4js/raygun.min.js", NULL },
    { "https://www.civicscience.com/jspoll/4/csw-polyfills.js", NULL },
    /* the rest of the web, with names like a vendor's */
    { "https://fonts.googleapis.com/css?family=Roboto", NULL },
    { "https://maps.googleapis.com/maps/api/js", NULL },
    { "https://www.youtube.com/embed/x", NULL },
    { "https://example.org/google-analytics.com/", NULL },
    { "https://notgoogle-analytics.com/", NULL },
    { "https://example.org/img/google-analytics-logo.png", NULL },
    { "https://example.org/img/boomerang-toy.jpg", NULL },
    { "https://example.org/omniture/blank.png", NULL },
    { "/js/class_codes.js", NULL },
    { "/js/scan_s_codec.js", NULL },
    { "/img/s_code.png", NULL },
    { "/_layouts/15/sp.js", NULL },
    { "/js/Bootstrap.js", NULL },
    { "/js/bootstrap.min.js", NULL },
    { "/js/analytics-page.css", NULL },
    { "https://vk.com/js/api/openapi.js?168", NULL },
    { "https://cdn.taboola.com/libtrc/acme/loader.js", NULL },
    { "https://widgets.outbrain.com/outbrain.js", NULL },
    { "https://d335luupugsy2.cloudfront.net/js/rdstation-forms/stable/rdstation-forms.min.js", NULL },
    { "https://recs.igodigital.com/1/recommend.js", NULL },
    { "https://ecstatic.ptengine.com/sdk/ec-sdk.js", NULL },
    { "/woocommerce/assets/js/frontend/checkout.min.js", NULL },
    { "https://ws-assets.zoominfo.com/formcomplete.js", NULL },
    { "https://open.spotify.com/embed/episode/1", NULL },
    { "https://ib.adnxs.com/ut/v3/prebid", NULL },
    { "https://p.visitorqueue.com/styles/0.css", NULL },
    { "/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js", NULL },
    { "https://www.nextdoor.com/ajax/x", NULL },
    { "/wp-content/plugins/pixelyoursite/dist/scripts/js.cookie-2.1.3.min.js", NULL },
    { "/wp-content/plugins/wp-statistics-mini-chart/assets/js/chart.js", NULL },
    { "/.netlify/scripts/cdp", NULL },
    { "/js/container_main.css", NULL },
    { "https://www.wp.com/", NULL },
    { "https://s0.wp.com/wp-content/js/x.js", NULL },
    { "https://i0.wp.com/example.org/a.jpg", NULL },
    { "https://yandex.ru/maps/", NULL },
    { "https://cdn.optimizely.com/js/1.js", NULL }, /* a test of what is seen: not by default */
    { "https://dev.visualwebsiteoptimizer.com/j.php?a=1", NULL },
    { "https://client.tt.omtrdc.net/m2/client/mbox/ajax", NULL },
};

/* What somebody sees, and whose host is a vendor's: the first are counters, whose pictures count. */
typedef struct {
    const char *url;
    int use; /* what it is in the page: XP_USE_PICTURE or XP_USE_FRAME */
    const char *vendor;
} seen_case;

static const seen_case SEEN[] = {
    { "https://c.andyhoppe.com/1234567", XP_USE_PICTURE, "andyhoppe" },
    { "https://stats.blogoscoop.net/track/1", XP_USE_PICTURE, "blogoscoop" },
    { "https://fcstats.bcentral.com/fastcounter", XP_USE_PICTURE, "fastcounter" },
    { "https://s01.flagcounter.com/count2/abcd/bg_FFFFFF/", XP_USE_PICTURE, "flagcounter" },
    { "https://sstatic1.histats.com/0.gif", XP_USE_PICTURE, "histats" },
    { "https://hit2.hotlog.ru/cgi-bin/hotlog/count", XP_USE_PICTURE, "hotlog" },
    { "https://rc5.i2i.jp/bin/img/i2i_pr1.gif", XP_USE_PICTURE, "i2i-counter" },
    { "https://counter.yadro.ru/hit;group", XP_USE_PICTURE, "liveinternet" },

    { "https://www.adobedtm.com/logo.png", XP_USE_PICTURE, NULL },
    { "https://www.amplitude.com/share/abc", XP_USE_FRAME, NULL },
    { "https://www.clarity.ms/logo.png", XP_USE_PICTURE, NULL },
    { "https://clarity.microsoft.com/projects", XP_USE_FRAME, NULL },
    { "https://api.cxense.com/public/widget/data/1", XP_USE_FRAME, NULL },
    { "https://widgets.cxense.com/box.html", XP_USE_FRAME, NULL },
    { "https://www.econda-monitor.de/docs/shop.png", XP_USE_PICTURE, NULL },
    { "https://me.goatcounter.com/counter/TOTAL.html", XP_USE_FRAME, NULL },
    { "https://traffic.alexa.com/graph", XP_USE_PICTURE, NULL },
};

static void check_seen(const xp_rules *rules, const xp_vendor_set *set)
{
    for (size_t i = 0; i < sizeof SEEN / sizeof *SEEN; i++) {
        xp_hit hit = xp_rules_url(rules, SEEN[i].url, strlen(SEEN[i].url), set);

        is_str(hit.vendor >= 0 && hit.uses & SEEN[i].use ? xp_rules_name(rules, hit.vendor) : NULL, SEEN[i].vendor,
               "%s, seen, is %s", SEEN[i].url, SEEN[i].vendor ? SEEN[i].vendor : "nobody's");
    }
}

/* What a vendor's row is for: pictures and frames that are seen stay, unless seeing them is what is counted. */
typedef struct {
    const char *url;
    int use;
    bool goes;
} use_case;

static const use_case USES[] = {
    { "https://c.statcounter.com/1/0/abc/0/", XP_USE_PICTURE, true },
    { "https://counter.rambler.ru/top100.cnt?1", XP_USE_PICTURE, true },
    { "https://rf.revolvermaps.com/w/3/s/a.php", XP_USE_FRAME, true },
    { "https://whos.amung.us/widget/abc", XP_USE_PICTURE, true },
    { "https://www.shinystat.com/cgi-bin/shinystat.cgi", XP_USE_PICTURE, true },
    { "https://cdn.mxpnl.com/logo.png", XP_USE_PICTURE, false },
    { "https://x.matomo.cloud/matomo.php?idsite=1", XP_USE_PIXEL, true },
    { "https://x.matomo.cloud/index.php?module=CoreAdminHome&action=optOutJS", XP_USE_SCRIPT, false },
    { "https://x.matomo.cloud/index.php?module=CoreAdminHome&action=optOut", XP_USE_FRAME, false },
    { "https://cdn.matomo.cloud/x.matomo.cloud/container_AbCd12Ef.js", XP_USE_SCRIPT, true },
    { "/dist/container_main.js", XP_USE_KNOWN, true }, /* not a script of Matomo's where nothing else is */
    { "https://plausible.io/js/script.hash.js", XP_USE_SCRIPT, true },
    { "https://plausible.io/js/embed.host.js", XP_USE_SCRIPT, false },
    { "https://plausible.io/share/example.org?embed=true", XP_USE_FRAME, false },
    { "https://plausible.io/assets/images/logo.png", XP_USE_PIXEL, false },
    { "https://www.qubit.com/logo.png?v=1", XP_USE_PIXEL, false },
    { "https://www.smartlook.com/logo.png?v=1", XP_USE_PIXEL, false },
    { "https://web-sdk.smartlook.com/recorder.js", XP_USE_SCRIPT, true },
    { "https://tom.vgwort.de/logo.gif", XP_USE_PICTURE, false },
    { "https://vg01.met.vgwort.de/na/abc", XP_USE_PICTURE, true },
    { "/js/quant.js", XP_USE_KNOWN, true },
    { "/img/boomerang-toy.js", XP_USE_KNOWN, true },
    { "https://shop.example/dcs.gif", XP_USE_KNOWN, true },
};

static const char *const NOBODYS_NAMES[] = { "jQuery", "$",    "window",      "googletag",          "FB",  "twttr",
                                             "config", "data", "digitalData", "universal_variable", "app", "page",
                                             "i",      "x" };

static void *zeroed(void *ctx, size_t size)
{
    (void)ctx;
    return calloc(1, size ? size : 1);
}

int main(void)
{
    xp_rules *rules = xp_rules_build(NULL, 0, zeroed, NULL);
    xp_vendor_set set;
    size_t refused = 0;

    if (!ok(rules != NULL, "the catalogue compiles"))
        return tap_done();
    xp_catalogue_default(&set);
    for (size_t p = 0; p < xp_patterns_count; p++) {
        const char *why = xp_rules_check(&xp_patterns[p]);

        if (why) {
            diag("%s: %s: %s", xp_patterns[p].vendor, xp_patterns[p].text, why);
            refused++;
        }
    }
    ok(refused == 0, "every row passes the check that a site's rows must pass");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        xp_hit hit = xp_rules_url(rules, CASES[i].url, strlen(CASES[i].url), &set);

        is_str(hit.vendor < 0 ? NULL : xp_rules_name(rules, hit.vendor), CASES[i].vendor, "%s is %s", CASES[i].url,
               CASES[i].vendor ? CASES[i].vendor : "nobody's");
    }
    check_seen(rules, &set);
    for (size_t i = 0; i < sizeof USES / sizeof *USES; i++) {
        xp_hit hit = xp_rules_url(rules, USES[i].url, strlen(USES[i].url), &set);

        is_int(hit.vendor >= 0 && hit.uses & USES[i].use, USES[i].goes, "%s for %d %s", USES[i].url, USES[i].use,
               USES[i].goes ? "goes" : "stays");
    }
    for (size_t i = 0; i < sizeof NOBODYS_NAMES / sizeof *NOBODYS_NAMES; i++)
        is_int(xp_rules_global(rules, NOBODYS_NAMES[i], strlen(NOBODYS_NAMES[i]), false, &set), -1,
               "the global %s is nobody's", NOBODYS_NAMES[i]);
    return tap_done();
}
