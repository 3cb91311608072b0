/* The catalogue: what is analytics. Rows only; the format is in xp_vendors.h, how to add one in docs/catalogue.md.
 *
 * Facts come from the vendors' public documentation and from lists under MIT or Apache licences; no code is copied.
 * What a row must be: true of the vendor, not of one page.
 *   url     a host alone where any request to it counts a load (that also finds link hints and loaders that put the URL
 *           together from parts), else host and path. A first-party path only where the file's name can hardly mean anything else.
 *   inline  a call or an assignment that only the vendor's documentation writes so.
 *   global  names that the snippets define or use at top level, without those that site code also uses.
 *   stub    ECMAScript 3 and original; overwrites nothing that exists, never touches the document, and calls the page back
 *           where the page waits for it ("hitCallback"). Queues are arrays: what is pushed stays there.
 *
 * Left out on purpose: ad serving, social widgets, consent managers, surveys, error reporters, fonts, maps, players.
 */
#include "xp_vendors.h"

#define CHECKED "2026-11"

const xp_vendor_row xp_vendors[] = {
    { "adobe-analytics", XP_CLASS_ANALYTICS,
      "https://experienceleague.adobe.com/docs/analytics/implementation/js/overview.html", CHECKED },
    { "adobe-launch", XP_CLASS_TAGMANAGER, "https://experienceleague.adobe.com/docs/experience-platform/tags/home.html",
      CHECKED },
    { "adobe-web-sdk", XP_CLASS_ANALYTICS,
      "https://experienceleague.adobe.com/docs/experience-platform/web-sdk/home.html", CHECKED },
    { "chartbeat", XP_CLASS_ANALYTICS, "https://docs.chartbeat.com/cbp/tracking/standard-websites/web-integration",
      CHECKED },
    { "clarity", XP_CLASS_REPLAY, "https://learn.microsoft.com/clarity/setup-and-installation/clarity-setup", CHECKED },
    { "clicky", XP_CLASS_ANALYTICS, "https://clicky.com/help/custom/manual", CHECKED },
    { "cloudflare-insights", XP_CLASS_ANALYTICS, "https://developers.cloudflare.com/web-analytics/get-started/",
      CHECKED },
    { "comscore", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "coremetrics", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "crazy-egg", XP_CLASS_REPLAY, "https://support.crazyegg.com/hc/en-us/articles/360054584474", CHECKED },
    { "gemius", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "google-analytics", XP_CLASS_ANALYTICS, "https://developers.google.com/analytics/devguides/collection", CHECKED },
    { "google-tag-manager", XP_CLASS_TAGMANAGER, "https://developers.google.com/tag-platform/tag-manager/web",
      CHECKED },
    { "hotjar", XP_CLASS_REPLAY, "https://help.hotjar.com/hc/en-us/articles/115009336727", CHECKED },
    { "ioam", XP_CLASS_ANALYTICS, "https://www.infonline.de/", CHECKED },
    { "liveinternet", XP_CLASS_ANALYTICS, "https://www.liveinternet.ru/code", CHECKED },
    { "mailru-top", XP_CLASS_ANALYTICS, "https://top.mail.ru/help/", CHECKED },
    { "matomo", XP_CLASS_ANALYTICS, "https://developer.matomo.org/guides/tracking-javascript-guide", CHECKED },
    { "meta-pixel", XP_CLASS_PIXEL, "https://developers.facebook.com/docs/meta-pixel/get-started", CHECKED },
    { "mixpanel", XP_CLASS_ANALYTICS, "https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript", CHECKED },
    { "mpulse", XP_CLASS_RUM, "https://techdocs.akamai.com/mpulse-boomerang/docs/welcome-to-mpulse-boomerang",
      CHECKED },
    { "new-relic", XP_CLASS_RUM, "https://docs.newrelic.com/docs/browser/", CHECKED },
    { "nielsen", XP_CLASS_ANALYTICS, "https://engineeringportal.nielsen.com/wiki/Browser_SDK", CHECKED },
    { "parsely", XP_CLASS_ANALYTICS, "https://docs.parse.ly/tracking-code-setup/", CHECKED },
    { "plausible", XP_CLASS_ANALYTICS, "https://plausible.io/docs/plausible-script", CHECKED },
    { "quantcast", XP_CLASS_ANALYTICS, "https://help.quantcast.com/hc/en-us/articles/360048084194", CHECKED },
    { "site-block", XP_CLASS_ANALYTICS, "docs/catalogue.md", CHECKED },
    { "statcounter", XP_CLASS_ANALYTICS, "https://statcounter.com/support/knowledge-base/", CHECKED },
    { "tealium", XP_CLASS_TAGMANAGER, "https://docs.tealium.com/platforms/javascript/install/", CHECKED },
    { "vg-wort", XP_CLASS_ANALYTICS, "https://tom.vgwort.de/", CHECKED },
    { "webtrends", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "wordpress-stats", XP_CLASS_ANALYTICS, "https://developer.jetpack.com/", CHECKED },
    { "yandex-metrica", XP_CLASS_ANALYTICS, "https://yandex.com/support/metrica/code/counter-initialize.html",
      CHECKED },
};

const size_t xp_vendors_count = sizeof xp_vendors / sizeof *xp_vendors;

const xp_pattern_row xp_patterns[] = {
    /* adobe-analytics */
    { "adobe-analytics", XP_URL, "2o7.net", NULL },
    { "adobe-analytics", XP_URL, "omtrdc.net/b/ss/", NULL },
    { "adobe-analytics", XP_URL, "/b/ss/", NULL },
    { "adobe-analytics", XP_URL, "sc.omtrdc.net", NULL },
    { "adobe-analytics", XP_URL, "data.adobedc.net", NULL },
    { "adobe-analytics", XP_URL, "/s_code.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code_min.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code.min.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code-min.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code_h.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code_remote.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code_remote_h.js", NULL },
    { "adobe-analytics", XP_URL, "/s-code.js", NULL },
    { "adobe-analytics", XP_URL, "/scode.js", NULL },
    { "adobe-analytics", XP_URL, "/S_Code.js", NULL },
    { "adobe-analytics", XP_URL, "/SCode.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_s_code.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_s_code_min.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code_omniture.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code-", NULL },
    { "adobe-analytics", XP_URL, "/s_code.", NULL },
    { "adobe-analytics", XP_URL, "/s_code/", NULL },
    { "adobe-analytics", XP_URL, "/omniture.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture.min.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_min.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture-min.js", NULL },
    { "adobe-analytics", XP_URL, "/Omniture.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_code.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_pagecall.js", NULL },
    { "adobe-analytics", XP_URL, "/omnitureTracking.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture-tracking.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture_tracking.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture/", NULL },
    { "adobe-analytics", XP_URL, "/sitecatalyst.js", NULL },
    { "adobe-analytics", XP_URL, "/SiteCatalyst.js", NULL },
    { "adobe-analytics", XP_URL, "/site_catalyst.js", NULL },
    { "adobe-analytics", XP_URL, "/sitecatalyst.min.js", NULL },
    { "adobe-analytics", XP_URL, "/sitecatalyst/", NULL },
    { "adobe-analytics", XP_URL, "/SiteCatalyst/", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement.js", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement.min.js", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement_Module_", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement-", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement.", NULL },
    { "adobe-analytics", XP_URL, "/appmeasurement.js", NULL },
    { "adobe-analytics", XP_URL, "/appmeasurement.min.js", NULL },
    { "adobe-analytics", XP_URL, "/appmeasurement-", NULL },
    { "adobe-analytics", XP_URL, "/app-measurement.js", NULL },
    { "adobe-analytics", XP_URL, "/VisitorAPI.js", NULL },
    { "adobe-analytics", XP_URL, "/VisitorAPI.min.js", NULL },
    { "adobe-analytics", XP_URL, "/visitorapi.js", NULL },
    { "adobe-analytics", XP_URL, "/visitorAPI.js", NULL },
    { "adobe-analytics", XP_URL, "/VisitorAPI-", NULL },
    { "adobe-analytics", XP_INLINE, "s.pageName=", NULL },
    { "adobe-analytics", XP_INLINE, "s.prop1=", NULL },
    { "adobe-analytics", XP_INLINE, "s.eVar1=", NULL },
    { "adobe-analytics", XP_INLINE, "s.channel=", NULL },
    { "adobe-analytics", XP_INLINE, "s.t();", NULL },
    { "adobe-analytics", XP_INLINE, "s_code=s.t()", NULL },
    { "adobe-analytics", XP_INLINE, "var s_account=", NULL },
    { "adobe-analytics", XP_INLINE, "s_gi(s_account)", NULL },
    { "adobe-analytics", XP_INLINE, "SiteCatalyst", NULL },
    { "adobe-analytics", XP_GLOBAL,
      "s_account s_code s_gi s_objectID s_c_il s_c_in s_pi s_giq s_doPlugins s_an s_265 "
      "s_omni s_analytics omniture_* omn_* s_omntr s_ac s_sv_dynamic_root s_isKit",
      NULL },
    { "adobe-analytics", XP_BLOCK, "SiteCatalyst code version", "End SiteCatalyst code" },
    { "adobe-analytics", XP_BLOCK, "SiteCatalyst code version", "End SiteCatalyst" },
    { "adobe-analytics", XP_STUB,
      "(function(w){function n(){}function l(a){return a||\"\"}var o=w.s||{},m=\"t tl track "
      "trackLink clearVars sa setAccount loadModule registerPreTrackCallback "
      "registerPostTrackCallback setupPlugins addEvent manageVars\".split(\" \");"
      "while(m.length){var k=m.pop();o[k]=o[k]||n}o.apl=o.apl||l;"
      "o.getQueryParam=o.getQueryParam||function(){return \"\"};o.getValOnce=o.getValOnce||l;"
      "o.contextData=o.contextData||{};o.Media=o.Media||{open:n,play:n,stop:n,close:n,"
      "track:n,monitor:n};o.Util=o.Util||{getQueryParam:o.getQueryParam,"
      "cookieRead:o.getQueryParam,cookieWrite:n};w.s=o;w.s_gi=w.s_gi||function(){return o};"
      "w.s_objectID=w.s_objectID||0;w.s_doPlugins=w.s_doPlugins||n;w.Visitor=w.Visitor||{"
      "getInstance:function(){return{getMarketingCloudVisitorID:n,getAnalyticsVisitorID:n,"
      "setCustomerIDs:n,appendVisitorIDsTo:l}}}})(window);",
      NULL },

    /* adobe-launch */
    { "adobe-launch", XP_URL, "assets.adobedtm.com", NULL },
    { "adobe-launch", XP_URL, "assets-stage.adobedtm.com", NULL },
    { "adobe-launch", XP_URL, "/satelliteLib-", NULL },
    { "adobe-launch", XP_URL, "/satellitelib-", NULL },
    { "adobe-launch", XP_INLINE, "_satellite.pageBottom()", NULL },
    { "adobe-launch", XP_INLINE, "_satellite.track(", NULL },
    { "adobe-launch", XP_INLINE, "_satellite.setVar(", NULL },
    { "adobe-launch", XP_GLOBAL, "_satellite", NULL },
    { "adobe-launch", XP_STUB,
      "(function(w){function n(){}function e(){return \"\"}var o=w._satellite||{},"
      "m=\"pageBottom track setDebug notify setCookie removeCookie setVisitorId "
      "logger\".split(\" \");while(m.length){var k=m.pop();o[k]=o[k]||n}var v={};"
      "o.setVar=o.setVar||function(a,b){v[a]=b};o.getVar=o.getVar||function(a){return v[a]};"
      "o.getVisitorId=o.getVisitorId||function(){return null};o.readCookie=o.readCookie||e;"
      "o.cookie=o.cookie||{get:n,set:n,remove:n};o.buildInfo=o.buildInfo||{};"
      "o.property=o.property||{};w._satellite=o})(window);",
      NULL },

    /* adobe-web-sdk */
    { "adobe-web-sdk", XP_URL, "adoberesources.net/alloy/", NULL },
    { "adobe-web-sdk", XP_URL, "edge.adobedc.net", NULL },
    { "adobe-web-sdk", XP_URL, "/alloy.js", NULL },
    { "adobe-web-sdk", XP_URL, "/alloy.min.js", NULL },
    { "adobe-web-sdk", XP_INLINE, "__alloyNS", NULL },
    { "adobe-web-sdk", XP_INLINE, "alloy('configure'", NULL },
    { "adobe-web-sdk", XP_INLINE, "alloy('sendEvent'", NULL },
    { "adobe-web-sdk", XP_INLINE, "'alloy-prehiding'", NULL },
    { "adobe-web-sdk", XP_GLOBAL, "alloy __alloyNS", NULL },
    { "adobe-web-sdk", XP_STUB,
      "window.alloy=window.alloy||function(){return{then:function(){return this},"
      "\"catch\":function(){return this},\"finally\":function(){return this}}};",
      NULL },

    /* chartbeat */
    { "chartbeat", XP_URL, "static.chartbeat.com", NULL },
    { "chartbeat", XP_URL, "static2.chartbeat.com", NULL },
    { "chartbeat", XP_URL, "ping.chartbeat.net", NULL },
    { "chartbeat", XP_URL, "chartbeat.download.akamai.com", NULL },
    { "chartbeat", XP_URL, "chartbeat.net", NULL },
    { "chartbeat", XP_URL, "/chartbeat.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat_mab.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat_video.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat.min.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat_pub.js", NULL },
    { "chartbeat", XP_INLINE, "_sf_async_config", NULL },
    { "chartbeat", XP_INLINE, "_sf_startpt", NULL },
    { "chartbeat", XP_INLINE, "_sf_endpt", NULL },
    { "chartbeat", XP_INLINE, "#chartbeat-flicker-control", NULL },
    { "chartbeat", XP_GLOBAL,
      "_sf_async_config _sf_startpt _sf_endpt _cbq _cbv _cbv_strategies _cbm pSUPERFLY "
      "pSUPERFLY_mab pSUPERFLY_pub loadChartbeat",
      NULL },
    { "chartbeat", XP_STUB,
      "(function(w){function n(){}w._sf_async_config=w._sf_async_config||{};"
      "w._cbq=w._cbq||[];w._cbv=w._cbv||[];w.pSUPERFLY=w.pSUPERFLY||{activity:n,"
      "virtualPage:n,addEngagedTime:n,timing:n};w.pSUPERFLY_mab=w.pSUPERFLY_mab||{"
      "}})(window);",
      NULL },

    /* clarity */
    { "clarity", XP_URL, "clarity.ms", NULL },
    { "clarity", XP_INLINE, "'clarity','script'", NULL },
    { "clarity", XP_INLINE, "clarity('set'", NULL },
    { "clarity", XP_INLINE, "clarity('identify'", NULL },
    { "clarity", XP_GLOBAL, "clarity", NULL },
    { "clarity", XP_STUB, "window.clarity=window.clarity||function(){};", NULL },

    /* clicky */
    { "clicky", XP_URL, "static.getclicky.com", NULL },
    { "clicky", XP_URL, "in.getclicky.com", NULL },
    { "clicky", XP_URL, "getclicky.com/js", NULL },
    { "clicky", XP_URL, "hello.staticstuff.net", NULL },
    { "clicky", XP_URL, "win.staticstuff.net", NULL },
    { "clicky", XP_INLINE, "clicky.init(", NULL },
    { "clicky", XP_INLINE, "clicky_site_id", NULL },
    { "clicky", XP_INLINE, "clicky_site_ids", NULL },
    { "clicky", XP_INLINE, "clicky_custom", NULL },
    { "clicky", XP_GLOBAL, "clicky clicky_* _genericStats", NULL },
    { "clicky", XP_STUB,
      "(function(w){function n(){}w.clicky_site_ids=w.clicky_site_ids||[];"
      "w.clicky_custom=w.clicky_custom||{};w.clicky=w.clicky||{log:n,goal:n,init:n,pause:n,"
      "custom_data:n,video:n,revenue:n}})(window);",
      NULL },

    /* cloudflare-insights */
    { "cloudflare-insights", XP_URL, "cloudflareinsights.com", NULL },
    { "cloudflare-insights", XP_INLINE, "__cfBeacon", NULL },
    { "cloudflare-insights", XP_GLOBAL, "__cfBeacon __cfRl", NULL },

    /* comscore */
    { "comscore", XP_URL, "scorecardresearch.com", NULL },
    { "comscore", XP_URL, "scoreresearch.com", NULL },
    { "comscore", XP_URL, "beacon.scorecardresearch.com", NULL },
    { "comscore", XP_URL, "/comscore.js", NULL },
    { "comscore", XP_URL, "/comscore_beacon.js", NULL },
    { "comscore", XP_URL, "/comScore.js", NULL },
    { "comscore", XP_URL, "/comscore.min.js", NULL },
    { "comscore", XP_URL, "/comscore_tag.js", NULL },
    { "comscore", XP_INLINE, "_comscore.push(", NULL },
    { "comscore", XP_INLINE, "COMSCORE.beacon(", NULL },
    { "comscore", XP_INLINE, "udm_('http", NULL },
    { "comscore", XP_INLINE, "COMSCORE.purge(", NULL },
    { "comscore", XP_GLOBAL, "COMSCORE _comscore udm_ ns_p ns_pixelUrl ns_order ns_", NULL },
    { "comscore", XP_STUB,
      "(function(w){function n(){}w._comscore=w._comscore||[];w.COMSCORE=w.COMSCORE||{"
      "beacon:n,purge:n};w.udm_=w.udm_||n})(window);",
      NULL },

    /* coremetrics */
    { "coremetrics", XP_URL, "coremetrics.com", NULL },
    { "coremetrics", XP_URL, "cmcore.com", NULL },
    { "coremetrics", XP_URL, "coremetrics.eu", NULL },
    { "coremetrics", XP_URL, "cmcore.eu", NULL },
    { "coremetrics", XP_URL, "/eluminate.js", NULL },
    { "coremetrics", XP_URL, "/eluminate.min.js", NULL },
    { "coremetrics", XP_URL, "/cmdatatagutils.js", NULL },
    { "coremetrics", XP_URL, "/v40/techprops.js", NULL },
    { "coremetrics", XP_URL, "/techprops.js", NULL },
    { "coremetrics", XP_URL, "/coremetrics.js", NULL },
    { "coremetrics", XP_URL, "/io_config.js", NULL },
    { "coremetrics", XP_URL, "/cmcustom.js", NULL },
    { "coremetrics", XP_URL, "/coremetrics/", NULL },
    { "coremetrics", XP_INLINE, "cmSetClientID(", NULL },
    { "coremetrics", XP_INLINE, "cmCreatePageviewTag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateProductviewTag(", NULL },
    { "coremetrics", XP_INLINE, "cmSetProduction(", NULL },
    { "coremetrics", XP_INLINE, "cmSetStaging(", NULL },
    { "coremetrics", XP_INLINE, "cmDisplayShop", NULL },
    { "coremetrics", XP_GLOBAL,
      "cmSetClientID cmSetProduction cmSetStaging cmSetCurrencyCode cmSetSubdomainLinks "
      "cmSetupOther cmSetupNormalization cmCreate* cmDisplayShop* cmExecuteTagQueue "
      "cm_ClientID cm_HOST cm_TrackLink cm_TrackImpressions cm_JSFEnabled cm_exAttr "
      "cmAddShop cmDisplayShop5s cmDisplayShop9s cmLoadIOConfig",
      NULL },
    { "coremetrics", XP_STUB,
      "(function(w){function n(){}var m=\"SetClientID SetProduction SetStaging "
      "SetCurrencyCode SetSubdomainLinks SetupOther SetupNormalization SetupCookieMigration "
      "CreatePageviewTag CreateProductviewTag CreateShopAction5Tag CreateShopAction9Tag "
      "CreateOrderTag CreateConversionEventTag CreateElementTag CreateManualImpressionTag "
      "CreateManualLinkClickTag CreateManualPageviewTag CreatePageElementTag "
      "CreateRegistrationTag CreateErrorTag CreateTechPropsTag CreateCustomTag "
      "CreateVideoTag DisplayShop5s DisplayShop9s DisplayShops AddShop ExecuteTagQueue "
      "LoadIOConfig\".split(\" \");while(m.length){var k=\"cm\"+m.pop();w[k]=w[k]||n}})(window);",
      NULL },

    /* crazy-egg */
    { "crazy-egg", XP_URL, "script.crazyegg.com", NULL },
    { "crazy-egg", XP_URL, "crazyegg.com/pages/scripts/", NULL },
    { "crazy-egg", XP_URL, "dnn506yrbagrg.cloudfront.net", NULL },
    { "crazy-egg", XP_URL, "cetrk.com", NULL },
    { "crazy-egg", XP_URL, "trk.cetrk.com", NULL },
    { "crazy-egg", XP_INLINE, "CE_SNAPSHOT_NAME", NULL },
    { "crazy-egg", XP_INLINE, "CE2.set(", NULL },
    { "crazy-egg", XP_GLOBAL, "CE2 CE_READY CE_SNAPSHOT_NAME CE_USER_DATA CE_API", NULL },
    { "crazy-egg", XP_STUB,
      "window.CE2=window.CE2||{set:function(){},identify:function(){},click:function(){},"
      "converted:function(){}};",
      NULL },

    /* gemius */
    { "gemius", XP_URL, "hit.gemius.pl", NULL },
    { "gemius", XP_URL, "gemius.pl/xgemius.js", NULL },
    { "gemius", XP_URL, "gemius.pl/gemius.js", NULL },
    { "gemius", XP_URL, "gemius.pl/pp_gemius.js", NULL },
    { "gemius", XP_URL, "gemius.pl/redot", NULL },
    { "gemius", XP_URL, "gemius.pl/rexdot", NULL },
    { "gemius", XP_URL, "gemius.pl/_", NULL },
    { "gemius", XP_URL, "gemius.pl/__", NULL },
    { "gemius", XP_URL, "hit.stat24.com", NULL },
    { "gemius", XP_URL, "hit.gemius.com", NULL },
    { "gemius", XP_URL, "gemius.pl", NULL },
    { "gemius", XP_URL, "/xgemius.js", NULL },
    { "gemius", XP_URL, "/pp_gemius.js", NULL },
    { "gemius", XP_URL, "/gemius.js", NULL },
    { "gemius", XP_URL, "/gemiusAudience.js", NULL },
    { "gemius", XP_URL, "/gemius_hit.js", NULL },
    { "gemius", XP_URL, "/gemius.min.js", NULL },
    { "gemius", XP_INLINE, "pp_gemius_identifier", NULL },
    { "gemius", XP_INLINE, "pp_gemius_hit", NULL },
    { "gemius", XP_INLINE, "gemius_identifier", NULL },
    { "gemius", XP_INLINE, "gemius_hit(", NULL },
    { "gemius", XP_INLINE, "gemius_pending(", NULL },
    { "gemius", XP_INLINE, "gemius_use_cmp", NULL },
    { "gemius", XP_GLOBAL,
      "pp_gemius_* gemius_* pp_gemius_identifier gemiusStream GemiusPlayer xp_stat24 "
      "pp_stat24",
      NULL },
    { "gemius", XP_STUB,
      "(function(w){function n(){}w.gemius_hit=w.gemius_hit||n;"
      "w.gemius_event=w.gemius_event||n;w.pp_gemius_hit=w.pp_gemius_hit||n;"
      "w.pp_gemius_event=w.pp_gemius_event||n;w.GemiusPlayer=w.GemiusPlayer||function(){"
      "this.newProgram=this.newAd=this.programEvent=this.adEvent=this.setVideoObject=this.d"
      "ispose=n};var g=w.gemiusStream=w.gemiusStream||{};g.init=g.init||n;"
      "g.newStream=g.newStream||n;g.event=g.event||n})(window);",
      NULL },

    /* google-analytics */
    { "google-analytics", XP_URL, "google-analytics.com", NULL },
    { "google-analytics", XP_URL, "googletagmanager.com/gtag/", NULL },
    { "google-analytics", XP_URL, "googletagmanager.com/gtag/js", NULL },
    { "google-analytics", XP_URL, "analytics.google.com/g/collect", NULL },
    { "google-analytics", XP_URL, "stats.g.doubleclick.net", NULL },
    { "google-analytics", XP_URL, "google.com/analytics/", NULL },
    { "google-analytics", XP_URL, "googletagmanager.com/a", NULL },
    { "google-analytics", XP_URL, "googletagmanager.com/td", NULL },
    { "google-analytics", XP_URL, "/urchin.js", NULL },
    { "google-analytics", XP_URL, "/__utm.js", NULL },
    { "google-analytics", XP_URL, "/__utm.gif", NULL },
    { "google-analytics", XP_URL, "/gtag/js", NULL },
    { "google-analytics", XP_URL, "/gatag.js", NULL },
    { "google-analytics", XP_URL, "/autotrack.js", NULL },
    { "google-analytics", XP_URL, "/autotrack.min.js", NULL },
    { "google-analytics", XP_URL, "/ga_social_tracking.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics.js", NULL },
    { "google-analytics", XP_URL, "/google_analytics.js", NULL },
    { "google-analytics", XP_URL, "/googleanalytics.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics.min.js", NULL },
    { "google-analytics", XP_URL, "/googleAnalytics.js", NULL },
    { "google-analytics", XP_URL, "/GoogleAnalytics.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics-", NULL },
    { "google-analytics", XP_URL, "/jquery.google-analytics.js", NULL },
    { "google-analytics", XP_URL, "/jquery.gatracker.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics-for-wordpress/", NULL },
    { "google-analytics", XP_URL, "/google-analytics-premium/", NULL },
    { "google-analytics", XP_URL, "/google-analytics-dashboard-for-wp/", NULL },
    { "google-analytics", XP_URL, "/exactmetrics-premium/", NULL },
    { "google-analytics", XP_URL, "/google-analyticator/", NULL },
    { "google-analytics", XP_URL, "/ga-google-analytics/", NULL },
    { "google-analytics", XP_URL, "/googleanalytics/js/googleanalytics", NULL },
    { "google-analytics", XP_URL, "/googleanalytics/googleanalytics.js", NULL },
    { "google-analytics", XP_URL, "/sites/all/modules/google_analytics/", NULL },
    { "google-analytics", XP_URL, "/contrib/google_analytics/", NULL },
    { "google-analytics", XP_URL, "/wp-google-analytics/", NULL },
    { "google-analytics", XP_URL, "/google-analytics-async/", NULL },
    { "google-analytics", XP_URL, "/host-analyticsjs-local/", NULL },
    { "google-analytics", XP_URL, "/woocommerce-google-analytics-integration/", NULL },
    { "google-analytics", XP_URL, "/caos-analytics/", NULL },
    { "google-analytics", XP_INLINE, "_gaq.push(", NULL },
    { "google-analytics", XP_INLINE, "_gaq||[]", NULL },
    { "google-analytics", XP_INLINE, "_gat._getTracker(", NULL },
    { "google-analytics", XP_INLINE, "_gat._createTracker(", NULL },
    { "google-analytics", XP_INLINE, "pageTracker._trackPageview(", NULL },
    { "google-analytics", XP_INLINE, "pageTracker._initData(", NULL },
    { "google-analytics", XP_INLINE, "urchinTracker(", NULL },
    { "google-analytics", XP_INLINE, "_uacct='UA-", NULL },
    { "google-analytics", XP_INLINE, "GoogleAnalyticsObject", NULL },
    { "google-analytics", XP_INLINE, "ga('create'", NULL },
    { "google-analytics", XP_INLINE, "ga('send'", NULL },
    { "google-analytics", XP_INLINE, "ga('require'", NULL },
    { "google-analytics", XP_INLINE, "ga('set'", NULL },
    { "google-analytics", XP_INLINE, "__gaTracker('create'", NULL },
    { "google-analytics", XP_INLINE, "__gaTracker('send'", NULL },
    { "google-analytics", XP_INLINE, "gtag('js'", NULL },
    { "google-analytics", XP_INLINE, "gtag('config'", NULL },
    { "google-analytics", XP_INLINE, "gtag('event'", NULL },
    { "google-analytics", XP_INLINE, "gtag('set'", NULL },
    { "google-analytics", XP_INLINE, "gtag('consent'", NULL },
    { "google-analytics", XP_INLINE, "__gtagTracker('config'", NULL },
    { "google-analytics", XP_INLINE, "__gtagTracker('js'", NULL },
    { "google-analytics", XP_INLINE, "cxApi.", NULL },
    { "google-analytics", XP_GLOBAL,
      "_gaq _gat gaJsHost pageTracker* firstTracker secondTracker ga GoogleAnalyticsObject "
      "gtag dataLayer _uacct _udn _uhash _utimeout _ulink _uanchor _utcp _userv _ufsc _uff "
      "urchinTracker __utm* _gaTracker __gaTracker __gtagTracker __gtagDataLayer gaplugins "
      "google_tag_data gaGlobal gaData gaProperty disableStr disableStrs gaOptout "
      "__gaTrackerOptout __gtagTrackerOptout monsterinsights_frontend exactmetrics_frontend "
      "MonsterInsightsDualTracker ExactMetricsDualTracker MonsterInsightsObject "
      "ExactMetricsObject em_version mi_version em_track_user mi_track_user "
      "em_no_track_reason mi_no_track_reason cxApi _gas yoastGATracker",
      NULL },
    { "google-analytics", XP_STUB,
      "(function(w){function n(){}function f(a,k){for(var i=a.length;i--;)if(a[i]&&typeof "
      "a[i][k]==\"function\")setTimeout(a[i][k],0)}function t(){var x={},p={_add:\"Item Trans "
      "Organic IgnoredOrganic IgnoredRef\",_clear:\"Organic IgnoredOrganic IgnoredRef\","
      "_get:\"Name Account Version VisitorCustomVar ClientInfo DetectFlash DetectTitle "
      "LocalGifPath ServiceMode\",_set:\"Account AllowAnchor AllowHash AllowLinker "
      "CampContentKey CampMediumKey CampNameKey CampNOKey CampSourceKey CampTermKey "
      "CampValues CampaignCookieTimeout CampaignTrack ClientInfo CookiePath "
      "CookiePersistence CookieTimeout CustomVar DetectFlash DetectTitle DomainName "
      "LocalGifPath LocalRemoteServerMode LocalServerMode MaxCustomVariables Namespace "
      "PageGroup ReferrerOverride RemoteServerMode SampleRate SessionTimeout "
      "SessionCookieTimeout SiteSpeedSampleRate TransactionDelim Var VisitorCookieTimeout "
      "XKey XValue\",_track:\"Event PageLoadTime Pageview Social Timing Trans\","
      "\"_\":\"cookiePathCopy deleteCustomVar initData link linkByPost require send set get\"};"
      "for(var k in p){var m=p[k].split(\" \");while(m.length)x[k+m.pop()]=n}x._getLinkerUrl="
      "function(u){return u};return x}var T=t(),u={get:n,set:n,send:n};w._gat=w._gat||{"
      "_getTracker:t,_createTracker:t,_getTrackerByName:t,_getTrackers:function(){return[]},"
      "_anonymizeIp:n,_forceSSL:n};w.pageTracker=w.pageTracker||T;w._gaq=w._gaq||{"
      "push:function(){for(var i=0,a=arguments;a.length>i;i++){if(typeof "
      "a[i]==\"function\")a[i]();else if(a[i])f(a[i],\"hitCallback\")}return 0},"
      "_getAsyncTracker:t,_createAsyncTracker:t};function g(){f(arguments,"
      "\"hitCallback\")}g.create=g.getByName=function(){return u};g.getAll=function(){"
      "return[]};g.remove=n;g.loaded=true;var k=w.GoogleAnalyticsObject||\"ga\";w[k]=w[k]||g;"
      "w.__gaTracker=w.__gaTracker||g;w.dataLayer=w.dataLayer||[];w.gtag=w.gtag||function(){"
      "f(arguments,\"event_callback\")};w.__gtagTracker=w.__gtagTracker||w.gtag;"
      "w.urchinTracker=w.urchinTracker||n;w.__utmSetVar=w.__utmSetVar||n;"
      "w.__utmSetTrans=w.__utmSetTrans||n;w.__utmLinker=w.__utmLinker||n;"
      "w.__utmLinkPost=w.__utmLinkPost||n;w.gaOptout=w.gaOptout||n;var h=w.dataLayer.hide;"
      "if(h&&h.end)h.end()})(window);",
      NULL },

    /* google-tag-manager */
    { "google-tag-manager", XP_URL, "googletagmanager.com", NULL },
    { "google-tag-manager", XP_URL, "/gtm.js", NULL },
    { "google-tag-manager", XP_URL, "/duracelltomi-google-tag-manager/", NULL },
    { "google-tag-manager", XP_INLINE, "gtm.start", NULL },
    { "google-tag-manager", XP_INLINE, "dataLayer.push(", NULL },
    { "google-tag-manager", XP_INLINE, "dataLayer||[]", NULL },
    { "google-tag-manager", XP_INLINE, "'async-hide','dataLayer'", NULL },
    { "google-tag-manager", XP_INLINE, ".async-hide{opacity:0", NULL },
    { "google-tag-manager", XP_INLINE, "google_tag_manager", NULL },
    { "google-tag-manager", XP_GLOBAL,
      "dataLayer google_tag_manager gtm4wp_* dataLayer_content gtm_* dataLayerVariable "
      "gtmDataLayer",
      NULL },
    { "google-tag-manager", XP_STUB,
      "(function(w){var d=w.dataLayer;if(!d){d=w.dataLayer=[];d.push=function(){for(var i=0,"
      "a=arguments;a.length>i;i++){this[this.length]=a[i];if(a[i]&&typeof "
      "a[i].eventCallback==\"function\")setTimeout(a[i].eventCallback,0)}return "
      "this.length}}var h=d.hide;if(h&&h.end)h.end();"
      "w.google_tag_manager=w.google_tag_manager||{}})(window);",
      NULL },

    /* hotjar */
    { "hotjar", XP_URL, "static.hotjar.com", NULL },
    { "hotjar", XP_URL, "script.hotjar.com", NULL },
    { "hotjar", XP_URL, "vars.hotjar.com", NULL },
    { "hotjar", XP_URL, "hotjar.com/c/hotjar-", NULL },
    { "hotjar", XP_INLINE, "_hjSettings", NULL },
    { "hotjar", XP_INLINE, "hj('trigger'", NULL },
    { "hotjar", XP_INLINE, "hj('identify'", NULL },
    { "hotjar", XP_INLINE, "hj('event'", NULL },
    { "hotjar", XP_GLOBAL, "hj _hjSettings hjBootstrap", NULL },
    { "hotjar", XP_STUB, "window.hj=window.hj||function(){};", NULL },

    /* ioam */
    { "ioam", XP_URL, "ioam.de", NULL },
    { "ioam", XP_URL, "script.ioam.de", NULL },
    { "ioam", XP_URL, "ivwbox.de", NULL },
    { "ioam", XP_URL, "iocnt.net", NULL },
    { "ioam", XP_URL, "/iomm/latest/", NULL },
    { "ioam", XP_URL, "/iam.js", NULL },
    { "ioam", XP_INLINE, "iom.c(", NULL },
    { "ioam", XP_INLINE, "iom.h(", NULL },
    { "ioam", XP_INLINE, "iam_data", NULL },
    { "ioam", XP_INLINE, "szmvars", NULL },
    { "ioam", XP_INLINE, "ivwbox.de/cgi-bin", NULL },
    { "ioam", XP_INLINE, "IOMm('configure'", NULL },
    { "ioam", XP_INLINE, "IOMm('pageview'", NULL },
    { "ioam", XP_INLINE, "IOMm(", NULL },
    { "ioam", XP_GLOBAL, "iam_data iam_zz iom IOMm szmvars szmopt SZMOPT IVW ivw_* iam_ioam mobile_iam", NULL },
    { "ioam", XP_STUB,
      "(function(w){function n(){}var o=w.iom=w.iom||{},m=\"c h i p e init event hybrid "
      "setMultiIdentifier getInvitation getPlus optout consent\".split(\" \");while(m.length){"
      "var k=m.pop();o[k]=o[k]||n}w.IOMm=w.IOMm||n})(window);",
      NULL },

    /* liveinternet */
    { "liveinternet", XP_URL, "counter.yadro.ru", NULL },
    { "liveinternet", XP_INLINE, "counter.yadro.ru/hit", NULL },
    { "liveinternet", XP_GLOBAL, "LiveInternet_*", NULL },

    /* mailru-top */
    { "mailru-top", XP_URL, "top.mail.ru", NULL },
    { "mailru-top", XP_URL, "top-fwz1.mail.ru", NULL },
    { "mailru-top", XP_URL, "top.list.ru", NULL },
    { "mailru-top", XP_INLINE, "_tmr.push(", NULL },
    { "mailru-top", XP_INLINE, "top.mail.ru/counter", NULL },
    { "mailru-top", XP_GLOBAL, "_tmr topmailru_counters", NULL },
    { "mailru-top", XP_STUB, "window._tmr=window._tmr||[];", NULL },

    /* matomo */
    { "matomo", XP_URL, "matomo.cloud", NULL },
    { "matomo", XP_URL, "cdn.matomo.cloud", NULL },
    { "matomo", XP_URL, "innocraft.cloud", NULL },
    { "matomo", XP_URL, "piwik.pro/piwik.js", NULL },
    { "matomo", XP_URL, "/piwik.js", NULL },
    { "matomo", XP_URL, "/piwik.php", NULL },
    { "matomo", XP_URL, "/matomo.js", NULL },
    { "matomo", XP_URL, "/matomo.php", NULL },
    { "matomo", XP_URL, "/piwik.min.js", NULL },
    { "matomo", XP_URL, "/matomo.min.js", NULL },
    { "matomo", XP_URL, "/plugins/HeatmapSessionRecording/", NULL },
    { "matomo", XP_URL, "/wp-piwik/", NULL },
    { "matomo", XP_URL, "/contrib/matomo/", NULL },
    { "matomo", XP_URL, "/modules/piwik/", NULL },
    { "matomo", XP_URL, "/plugins/matomo/app/", NULL },
    { "matomo", XP_URL, "/plugins/CoreAdminHome/optOut", NULL },
    { "matomo", XP_INLINE, "_paq.push(", NULL },
    { "matomo", XP_INLINE, "_paq||[]", NULL },
    { "matomo", XP_INLINE, "Piwik.getTracker(", NULL },
    { "matomo", XP_INLINE, "Piwik.getAsyncTracker(", NULL },
    { "matomo", XP_INLINE, "Matomo.getTracker(", NULL },
    { "matomo", XP_INLINE, "piwikTracker.", NULL },
    { "matomo", XP_INLINE, "_mtm.push(", NULL },
    { "matomo", XP_INLINE, "mtm.startTime", NULL },
    { "matomo", XP_INLINE, "piwik_url=", NULL },
    { "matomo", XP_INLINE, "'piwik.js'", NULL },
    { "matomo", XP_INLINE, "'matomo.js'", NULL },
    { "matomo", XP_INLINE, "'piwik.php'", NULL },
    { "matomo", XP_INLINE, "'matomo.php'", NULL },
    { "matomo", XP_GLOBAL,
      "_paq _mtm Piwik Matomo piwikTracker pkBaseURL piwik_* piwikPluginAsyncInit "
      "piwikAsyncInit matomoAsyncInit matomoPluginAsyncInit MatomoTagManager piwik_log",
      NULL },
    { "matomo", XP_STUB,
      "(function(w){function n(){}function t(){var x={},p={set:\"DocumentTitle CustomUrl "
      "CustomVariable CustomDimension CustomData CookieDomain CookiePath CookieNamePrefix "
      "CustomRequestProcessing Domains DoNotTrack DownloadExtensions DownloadClasses "
      "LinkClasses LinkTrackingTimer IgnoreClasses ReferrerUrl RequestMethod SecureCookie "
      "SessionCookieTimeout SiteId TrackerUrl UserId VisitorCookieTimeout EcommerceView "
      "GenerationTimeMs HeartBeatTimer ReferralCookieTimeout ConsentGiven "
      "CookieConsentGiven PagePerformanceTiming LinkTracking UserAgent\",track:\"PageView "
      "Event Goal Link SiteSearch EcommerceOrder EcommerceCartUpdate ContentImpression "
      "AllContentImpressions VisibleContentImpressions ContentInteraction Request\","
      "\"\":\"enableLinkTracking enableHeartBeatTimer enableJSErrorTracking "
      "enableCrossDomainLinking addListener addEcommerceItem appendToTrackingUrl "
      "deleteCookies deleteCustomVariable disableCookies discardHashTag "
      "disablePerformanceTracking disableBrowserFeatureDetection killFrame ping "
      "redirectFile requireConsent requireCookieConsent rememberConsentGiven "
      "forgetConsentGiven resetUserId optUserOut forgetUserOptOut\"};for(var k in p){var "
      "m=p[k].split(\" \");while(m.length)x[k+m.pop()]=n}var g=\"getVisitorId getVisitorInfo "
      "getUserId getSiteId getTrackerUrl getCustomVariable getCustomDimension "
      "getAttributionInfo getAttributionCampaignName\".split(\" \");"
      "while(g.length)x[g.pop()]=function(){return \"\"};return x}var P=w.Matomo||w.Piwik||{"
      "getTracker:t,getAsyncTracker:t,addPlugin:n,addTracker:t,on:n,off:n,trigger:n};"
      "w.Piwik=w.Piwik||P;w.Matomo=w.Matomo||P;w.piwikTracker=w.piwikTracker||t();"
      "w._paq=w._paq||[];w._mtm=w._mtm||[];w.piwik_log=w.piwik_log||n})(window);",
      NULL },

    /* meta-pixel */
    { "meta-pixel", XP_URL, "facebook.com/tr", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/signals/", NULL },
    { "meta-pixel", XP_URL, "/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "/fbds.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/en_US/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/en_US/fbds.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/en_US/fp.js", NULL },
    { "meta-pixel", XP_URL, "facebook.com/offsite_event.php", NULL },
    { "meta-pixel", XP_URL, "facebook.com/brandlift.php", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/en_GB/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/de_DE/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/fr_FR/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/es_ES/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/it_IT/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/pt_BR/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/ru_RU/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/ja_JP/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/es_LA/fbevents.js", NULL },
    { "meta-pixel", XP_URL, "connect.facebook.net/nl_NL/fbevents.js", NULL },
    { "meta-pixel", XP_INLINE, "fbq('init'", NULL },
    { "meta-pixel", XP_INLINE, "fbq('track'", NULL },
    { "meta-pixel", XP_INLINE, "fbq('trackCustom'", NULL },
    { "meta-pixel", XP_INLINE, "fbq('trackSingle'", NULL },
    { "meta-pixel", XP_INLINE, "fbq('consent'", NULL },
    { "meta-pixel", XP_INLINE, "fbq('set'", NULL },
    { "meta-pixel", XP_INLINE, "_fbq.push(", NULL },
    { "meta-pixel", XP_INLINE, "_fbds.pixelId", NULL },
    { "meta-pixel", XP_GLOBAL, "fbq _fbq _fbds", NULL },
    { "meta-pixel", XP_STUB,
      "(function(w){function f(){}f.push=f;f.loaded=true;f.version=\"2.0\";f.queue=[];"
      "w.fbq=w.fbq||f;w._fbq=w._fbq||w.fbq})(window);",
      NULL },

    /* mixpanel */
    { "mixpanel", XP_URL, "cdn.mxpnl.com", NULL },
    { "mixpanel", XP_URL, "cdn4.mxpnl.com", NULL },
    { "mixpanel", XP_URL, "mxpnl.com", NULL },
    { "mixpanel", XP_URL, "api.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "api-js.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "api-eu.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "mixpanel.com/libs/", NULL },
    { "mixpanel", XP_URL, "mixpanel.com/site_media/js/api/", NULL },
    { "mixpanel", XP_URL, "d1zc4a4v2aa7a5.cloudfront.net", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.init(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.track(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.identify(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.register(", NULL },
    { "mixpanel", XP_INLINE, "new MixpanelLib(", NULL },
    { "mixpanel", XP_GLOBAL, "mixpanel mpq mpmetrics MixpanelLib", NULL },
    { "mixpanel", XP_STUB,
      "(function(w){function n(){}function a(o,m){m=m.split(\" \");while(m.length){var "
      "k=m.pop();o[k]=o[k]||n}return o}var x=w.mixpanel=w.mixpanel||[];a(x,\"init track "
      "track_pageview track_links track_forms track_with_groups time_event identify alias "
      "register register_once unregister name_tag set_config disable reset opt_in_tracking "
      "opt_out_tracking set_group add_group remove_group start_batch_senders\");"
      "x.get_distinct_id=x.get_distinct_id||n;x.get_property=x.get_property||n;"
      "x.get_group=x.get_group||function(){return a({},\"set set_once unset union remove "
      "delete\")};x.people=a(x.people||{},\"set set_once unset increment append union "
      "track_charge clear_charges delete_user remove\");w.mpq=w.mpq||[];"
      "w.mpmetrics=w.mpmetrics||x})(window);",
      NULL },

    /* mpulse */
    { "mpulse", XP_URL, "go-mpulse.net", NULL },
    { "mpulse", XP_URL, "mpulse.net", NULL },
    { "mpulse", XP_URL, "c.go-mpulse.net", NULL },
    { "mpulse", XP_URL, "s.go-mpulse.net", NULL },
    { "mpulse", XP_URL, "akstat.io", NULL },
    { "mpulse", XP_URL, "/boomerang.js", NULL },
    { "mpulse", XP_URL, "/boomerang.min.js", NULL },
    { "mpulse", XP_URL, "/boomerang-", NULL },
    { "mpulse", XP_URL, "/boomerang/", NULL },
    { "mpulse", XP_URL, "lognormal.net", NULL },
    { "mpulse", XP_URL, "cdn.soasta.com/boomerang", NULL },
    { "mpulse", XP_INLINE, "BOOMR_API_key", NULL },
    { "mpulse", XP_INLINE, "BOOMR_mq", NULL },
    { "mpulse", XP_INLINE, "BOOMR.init(", NULL },
    { "mpulse", XP_INLINE, "BOOMR.addVar(", NULL },
    { "mpulse", XP_INLINE, "BOOMR_lstart", NULL },
    { "mpulse", XP_GLOBAL, "BOOMR BOOMR_* LOGN", NULL },
    { "mpulse", XP_STUB,
      "(function(w){function n(){}var b=w.BOOMR=w.BOOMR||{};var m=\"init addVar removeVar "
      "subscribe page_ready plugin sendBeacon fireEvent addTimer setImmediate "
      "responseEnd\".split(\" \");function r(){return b}while(m.length){var k=m.pop();"
      "b[k]=b[k]||r}b.plugins=b.plugins||{};b.now=b.now||function(){return +new Date};"
      "b.t_end=b.t_end||0;w.BOOMR_mq=w.BOOMR_mq||[]})(window);",
      NULL },

    /* new-relic */
    { "new-relic", XP_URL, "js-agent.newrelic.com", NULL },
    { "new-relic", XP_URL, "bam.nr-data.net", NULL },
    { "new-relic", XP_URL, "bam-cell.nr-data.net", NULL },
    { "new-relic", XP_URL, "nr-data.net", NULL },
    { "new-relic", XP_URL, "beacon-1.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-2.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-3.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-4.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-5.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-6.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon.newrelic.com", NULL },
    { "new-relic", XP_URL, "d1ros97qkrwjf5.cloudfront.net", NULL },
    { "new-relic", XP_INLINE, "window.NREUM||(NREUM={})", NULL },
    { "new-relic", XP_INLINE, "NREUM.info", NULL },
    { "new-relic", XP_INLINE, "NREUM.init", NULL },
    { "new-relic", XP_INLINE, "NREUM.loader_config", NULL },
    { "new-relic", XP_INLINE, "NREUMQ.push(", NULL },
    { "new-relic", XP_INLINE, "NREUMQ||[]", NULL },
    { "new-relic", XP_INLINE, "licenseKey:'", NULL },
    { "new-relic", XP_INLINE, "newrelic.setCustomAttribute(", NULL },
    { "new-relic", XP_INLINE, "newrelic.addPageAction(", NULL },
    { "new-relic", XP_GLOBAL, "NREUM NREUMQ newrelic EPISODES", NULL },
    { "new-relic", XP_STUB,
      "(function(w){function n(){}var x=w.newrelic=w.newrelic||{},m=\"addPageAction "
      "addRelease addToTrace finished inlineHit noticeError setApplicationVersion "
      "setCurrentRouteName setCustomAttribute setErrorHandler setName setPageViewName "
      "setUserId log wrapLogger start pauseReplay recordReplay\".split(\" \");while(m.length){"
      "var k=m.pop();x[k]=x[k]||n}x.interaction=x.interaction||function(){var i={},"
      "m=\"actionText end getContext ignore onEnd save setAttribute setName\".split(\" \");"
      "function r(){return i}while(m.length)i[m.pop()]=r;i.createTracer=function(a,f){"
      "return f||n};return i};w.NREUM=w.NREUM||x;w.NREUMQ=w.NREUMQ||[]})(window);",
      NULL },

    /* nielsen */
    { "nielsen", XP_URL, "imrworldwide.com", NULL },
    { "nielsen", XP_URL, "imrworldwide.com/v60.js", NULL },
    { "nielsen", XP_URL, "cdn-gl.imrworldwide.com", NULL },
    { "nielsen", XP_URL, "nielsen.js.imrworldwide.com", NULL },
    { "nielsen", XP_URL, "/nielsen.js", NULL },
    { "nielsen", XP_URL, "/nielsen_sitecensus.js", NULL },
    { "nielsen", XP_URL, "/v60.js", NULL },
    { "nielsen", XP_URL, "/v53.js", NULL },
    { "nielsen", XP_URL, "/v52.js", NULL },
    { "nielsen", XP_URL, "/v51.js", NULL },
    { "nielsen", XP_INLINE, "nol_t(", NULL },
    { "nielsen", XP_INLINE, "nol_t(pvar)", NULL },
    { "nielsen", XP_INLINE, "trac=nol_t(", NULL },
    { "nielsen", XP_INLINE, "NOLCMB", NULL },
    { "nielsen", XP_INLINE, "nlsnInstance", NULL },
    { "nielsen", XP_GLOBAL, "pvar trac nol_t nielsen_* NOLCMB NOLBUNDLE nlsn* _nolggGlobalParams gg1 nSdkInstance",
      NULL },
    { "nielsen", XP_STUB,
      "(function(w){function n(){}w.nol_t=w.nol_t||function(){var t={},m=\"post event invite "
      "impression submit click sendALL hook link set_version do_sample do_event "
      "getInstance\".split(\" \");function r(){return t}while(m.length)t[m.pop()]=n;t.record=r;"
      "t.record.post=n;t.pageEvent=t.setParam=t.record;t.record=function(){return t};"
      "t.record.post=n;return t};w.NOLCMB=w.NOLCMB||{getInstance:function(){return{"
      "ggInitialize:n,ggPM:n}}};w.NOLBUNDLE=w.NOLBUNDLE||{nlsQ:function(){return{ggPM:n,"
      "processEvent:n}}}})(window);",
      NULL },

    /* parsely */
    { "parsely", XP_URL, "cdn.parsely.com", NULL },
    { "parsely", XP_URL, "static.parsely.com", NULL },
    { "parsely", XP_URL, "parsely.com/p.js", NULL },
    { "parsely", XP_URL, "d1z2jf7jlzjs58.cloudfront.net", NULL },
    { "parsely", XP_URL, "srv.pixel.parsely.com", NULL },
    { "parsely", XP_URL, "pixel.parsely.com", NULL },
    { "parsely", XP_URL, "p1.parsely.com", NULL },
    { "parsely", XP_URL, "srv.config.parsely.com", NULL },
    { "parsely", XP_URL, "/wp-parsely/build/loader.js", NULL },
    { "parsely", XP_INLINE, "d1z2jf7jlzjs58", NULL },
    { "parsely", XP_INLINE, "PARSELY.", NULL },
    { "parsely", XP_INLINE, "PARSELY=", NULL },
    { "parsely", XP_INLINE, "parsely-root", NULL },
    { "parsely", XP_INLINE, "parsely-cfg", NULL },
    { "parsely", XP_GLOBAL, "PARSELY PARSELY_* parsely_*", NULL },
    { "parsely", XP_STUB,
      "(function(w){function n(){}var p=w.PARSELY=w.PARSELY||{};p.beacon=p.beacon||{"
      "trackPageView:n};p.updateDefaults=p.updateDefaults||n;p.conversions=p.conversions||{"
      "trackCustom:n,trackLeadCapture:n,trackNewsletterSignup:n,trackSubscription:n,"
      "trackPurchase:n,trackLinkClick:n}})(window);",
      NULL },

    /* plausible */
    { "plausible", XP_URL, "plausible.io/js/", NULL },
    { "plausible", XP_URL, "plausible.io/api/event", NULL },
    { "plausible", XP_URL, "plausible.io", NULL },
    { "plausible", XP_URL, "/js/plausible.js", NULL },
    { "plausible", XP_URL, "/js/script.outbound-links.js", NULL },
    { "plausible", XP_URL, "/js/script.file-downloads", NULL },
    { "plausible", XP_URL, "/plausible.js", NULL },
    { "plausible", XP_URL, "/plausible-analytics/", NULL },
    { "plausible", XP_INLINE, "window.plausible=", NULL },
    { "plausible", XP_INLINE, "plausible.init(", NULL },
    { "plausible", XP_GLOBAL, "plausible", NULL },
    { "plausible", XP_STUB,
      "(function(w){function p(a,o){if(o&&typeof o.callback==\"function\")setTimeout(o.callba"
      "ck,0)}p.init=function(){};w.plausible=w.plausible||p})(window);",
      NULL },

    /* quantcast */
    { "quantcast", XP_URL, "quantserve.com", NULL },
    { "quantcast", XP_URL, "quantcount.com", NULL },
    { "quantcast", XP_URL, "pixel.quantserve.com", NULL },
    { "quantcast", XP_URL, "edge.quantserve.com/quant.js", NULL },
    { "quantcast", XP_URL, "secure.quantserve.com/quant.js", NULL },
    { "quantcast", XP_URL, "/quant.js", NULL },
    { "quantcast", XP_URL, "/quantcast.js", NULL },
    { "quantcast", XP_INLINE, "_qevents.push(", NULL },
    { "quantcast", XP_INLINE, "_qevents||[]", NULL },
    { "quantcast", XP_INLINE, "_qoptions", NULL },
    { "quantcast", XP_INLINE, "_qacct", NULL },
    { "quantcast", XP_INLINE, "quantserve();", NULL },
    { "quantcast", XP_GLOBAL, "_qevents _qoptions _qacct _qpixelsent _qasync _qmeta quantserve _qcsegs _qcid ezt",
      NULL },
    { "quantcast", XP_STUB,
      "(function(w){function n(){}w._qevents=w._qevents||[];w.quantserve=w.quantserve||n;"
      "w._qtrack=w._qtrack||n;w.ezt=w.ezt||[]})(window);",
      NULL },

    /* site-block */
    { "site-block", XP_BLOCK, "xpurpose:begin", "xpurpose:end" },

    /* statcounter */
    { "statcounter", XP_URL, "c.statcounter.com", NULL },
    { "statcounter", XP_URL, "www.statcounter.com/counter/", NULL },
    { "statcounter", XP_URL, "secure.statcounter.com", NULL },
    { "statcounter", XP_URL, "statcounter.com/counter/", NULL },
    { "statcounter", XP_URL, "statcounter.com/counter.php", NULL },
    { "statcounter", XP_URL, "statcounter.com/counter_xhtml.js", NULL },
    { "statcounter", XP_URL, "c1.statcounter.com", NULL },
    { "statcounter", XP_URL, "c2.statcounter.com", NULL },
    { "statcounter", XP_URL, "c3.statcounter.com", NULL },
    { "statcounter", XP_URL, "c4.statcounter.com", NULL },
    { "statcounter", XP_URL, "c5.statcounter.com", NULL },
    { "statcounter", XP_URL, "c6.statcounter.com", NULL },
    { "statcounter", XP_URL, "c7.statcounter.com", NULL },
    { "statcounter", XP_URL, "c8.statcounter.com", NULL },
    { "statcounter", XP_URL, "c9.statcounter.com", NULL },
    { "statcounter", XP_URL, "c10.statcounter.com", NULL },
    { "statcounter", XP_URL, "c11.statcounter.com", NULL },
    { "statcounter", XP_URL, "c12.statcounter.com", NULL },
    { "statcounter", XP_URL, "c13.statcounter.com", NULL },
    { "statcounter", XP_URL, "c14.statcounter.com", NULL },
    { "statcounter", XP_URL, "c15.statcounter.com", NULL },
    { "statcounter", XP_URL, "c16.statcounter.com", NULL },
    { "statcounter", XP_URL, "c17.statcounter.com", NULL },
    { "statcounter", XP_URL, "c18.statcounter.com", NULL },
    { "statcounter", XP_URL, "c19.statcounter.com", NULL },
    { "statcounter", XP_URL, "c20.statcounter.com", NULL },
    { "statcounter", XP_URL, "c21.statcounter.com", NULL },
    { "statcounter", XP_URL, "c22.statcounter.com", NULL },
    { "statcounter", XP_URL, "c23.statcounter.com", NULL },
    { "statcounter", XP_URL, "c24.statcounter.com", NULL },
    { "statcounter", XP_URL, "c25.statcounter.com", NULL },
    { "statcounter", XP_URL, "c26.statcounter.com", NULL },
    { "statcounter", XP_URL, "c27.statcounter.com", NULL },
    { "statcounter", XP_URL, "c28.statcounter.com", NULL },
    { "statcounter", XP_URL, "c29.statcounter.com", NULL },
    { "statcounter", XP_URL, "c30.statcounter.com", NULL },
    { "statcounter", XP_URL, "/statcounter.js", NULL },
    { "statcounter", XP_INLINE, "sc_project", NULL },
    { "statcounter", XP_INLINE, "sc_invisible", NULL },
    { "statcounter", XP_INLINE, "sc_security", NULL },
    { "statcounter", XP_INLINE, "_statcounter.record", NULL },
    { "statcounter", XP_GLOBAL,
      "sc_project sc_invisible sc_partition sc_security sc_https sc_text sc_counter_target "
      "sc_client_storage sc_remove_link sc_remove_alt sc_click_stat sc_width_stat scJsHost "
      "sc_ _statcounter statcounter_* sc_*",
      NULL },
    { "statcounter", XP_STUB,
      "window._statcounter=window._statcounter||{record_pageview:function(){},"
      "record_click:function(){},start_recording:function(){}};",
      NULL },

    /* tealium */
    { "tealium", XP_URL, "tags.tiqcdn.com", NULL },
    { "tealium", XP_URL, "tiqcdn.com", NULL },
    { "tealium", XP_URL, "tiqcdn.cn", NULL },
    { "tealium", XP_URL, "collect.tealiumiq.com", NULL },
    { "tealium", XP_URL, "tealiumiq.com", NULL },
    { "tealium", XP_URL, "datacloud.tealiumiq.com", NULL },
    { "tealium", XP_URL, "/utag.js", NULL },
    { "tealium", XP_URL, "/utag.sync.js", NULL },
    { "tealium", XP_URL, "/utag.loader.js", NULL },
    { "tealium", XP_INLINE, "utag_data", NULL },
    { "tealium", XP_INLINE, "utag.link(", NULL },
    { "tealium", XP_INLINE, "utag.view(", NULL },
    { "tealium", XP_INLINE, "utag_cfg_ovrd", NULL },
    { "tealium", XP_GLOBAL, "utag utag_data utag_cfg_ovrd utag_* tealium_*", NULL },
    { "tealium", XP_STUB,
      "(function(w){function f(){for(var i=arguments.length;i--;)if(typeof "
      "arguments[i]==\"function\")setTimeout(arguments[i],0)}function n(){}var "
      "u=w.utag=w.utag||{};u.link=u.link||f;u.view=u.view||f;u.track=u.track||f;"
      "u.DB=u.DB||n;u.gdpr=u.gdpr||{};u.ut=u.ut||{};u.cfg=u.cfg||{};u.data=u.data||{};"
      "u.loader=u.loader||{EV:n,RC:n,SC:n,PINIT:n,initdata:n};w.utag_data=w.utag_data||{};"
      "w.utag_cfg_ovrd=w.utag_cfg_ovrd||{}})(window);",
      NULL },

    /* vg-wort */
    { "vg-wort", XP_URL, "met.vgwort.de", NULL },
    { "vg-wort", XP_URL, "vgwort.de/na/", NULL },
    { "vg-wort", XP_URL, "vgwort.de", NULL },
    { "vg-wort", XP_GLOBAL, "VgWortPixel", NULL },

    /* webtrends */
    { "webtrends", XP_URL, "webtrendslive.com", NULL },
    { "webtrends", XP_URL, "webtrends.com/js/", NULL },
    { "webtrends", XP_URL, "s.webtrends.com", NULL },
    { "webtrends", XP_URL, "statse.webtrendslive.com", NULL },
    { "webtrends", XP_URL, "scs.webtrends.com", NULL },
    { "webtrends", XP_URL, "ots.webtrends.com", NULL },
    { "webtrends", XP_URL, "/webtrends.js", NULL },
    { "webtrends", XP_URL, "/webtrends.min.js", NULL },
    { "webtrends", XP_URL, "/webtrends.load.js", NULL },
    { "webtrends", XP_URL, "/webtrends_load.js", NULL },
    { "webtrends", XP_URL, "/Webtrends.js", NULL },
    { "webtrends", XP_URL, "/WebTrends.js", NULL },
    { "webtrends", XP_URL, "/webtrends/", NULL },
    { "webtrends", XP_URL, "/wtid.js", NULL },
    { "webtrends", XP_URL, "/sdctag.js", NULL },
    { "webtrends", XP_URL, "/sdc_tag.js", NULL },
    { "webtrends", XP_URL, "/dcs_tag.js", NULL },
    { "webtrends", XP_URL, "/dcs_tag.min.js", NULL },
    { "webtrends", XP_URL, "/dcs.gif", NULL },
    { "webtrends", XP_URL, "/wtbase.js", NULL },
    { "webtrends", XP_URL, "/wtinit.js", NULL },
    { "webtrends", XP_URL, "/webtrends_", NULL },
    { "webtrends", XP_URL, "/njs.gif", NULL },
    { "webtrends", XP_URL, "/webtrends-", NULL },
    { "webtrends", XP_INLINE, "new WebTrends()", NULL },
    { "webtrends", XP_INLINE, "Webtrends.dcs()", NULL },
    { "webtrends", XP_INLINE, "dcsMultiTrack(", NULL },
    { "webtrends", XP_INLINE, "dcsGetIdAsync", NULL },
    { "webtrends", XP_INLINE, "_tag.dcsGetId()", NULL },
    { "webtrends", XP_INLINE, "_tag.dcsCollect()", NULL },
    { "webtrends", XP_INLINE, "webtrendsAsyncInit", NULL },
    { "webtrends", XP_INLINE, "gDcsId", NULL },
    { "webtrends", XP_INLINE, "dcsCollect()", NULL },
    { "webtrends", XP_INLINE, "dcsMeta()", NULL },
    { "webtrends", XP_INLINE, "dcsTag()", NULL },
    { "webtrends", XP_GLOBAL,
      "gDomain gDcsId gFpc gFpcDom gTimeZone gTrackEvents gConvert gHref gImages gI18n "
      "gVersion gService WebTrends Webtrends webtrendsAsyncInit webtrends _tag dcs* DCS "
      "DCSext WT wtDcs* WebtrendsAsync",
      NULL },
    { "webtrends", XP_STUB,
      "(function(w){function n(){}w.DCS=w.DCS||{};w.WT=w.WT||{};w.DCSext=w.DCSext||{};"
      "function T(){var x=this,m=\"dcsGetId dcsCollect dcsMultiTrack dcsGetIdCallback "
      "dcsCustom dcsAdv dcsTag dcsVar dcsMeta dcsFunc dcsFPC addSelector addTransform track "
      "init enableAnchor dcsDebug\".split(\" \");function r(){return "
      "x}while(m.length)x[m.pop()]=r;x.WT={};x.DCS={};x.DCSext={"
      "}}w.WebTrends=w.WebTrends||T;var W=w.Webtrends=w.Webtrends||{};W.dcs=W.dcs||T;"
      "W.multiTrack=W.multiTrack||n;W.addTransform=W.addTransform||n;"
      "W.registerPlugin=W.registerPlugin||n;w._tag=w._tag||new T;var m=\"MultiTrack Collect "
      "Var Meta Func Tag Adv Custom FPC GetId Debug Cut Plugin QP ETag TP\".split(\" \");"
      "while(m.length){var k=\"dcs\"+m.pop();w[k]=w[k]||n}})(window);",
      NULL },

    /* wordpress-stats */
    { "wordpress-stats", XP_URL, "stats.wp.com", NULL },
    { "wordpress-stats", XP_URL, "stats.wordpress.com", NULL },
    { "wordpress-stats", XP_URL, "pixel.wp.com/g.gif", NULL },
    { "wordpress-stats", XP_URL, "pixel.wp.com/b.gif", NULL },
    { "wordpress-stats", XP_URL, "pixel.wp.com/t.gif", NULL },
    { "wordpress-stats", XP_URL, "pixel.wp.com", NULL },
    { "wordpress-stats", XP_URL, "s.stats.wordpress.com", NULL },
    { "wordpress-stats", XP_URL, "stats.wordpress.com/g.gif", NULL },
    { "wordpress-stats", XP_INLINE, "_stq.push(", NULL },
    { "wordpress-stats", XP_INLINE, "_stq||[]", NULL },
    { "wordpress-stats", XP_INLINE, "st_go({", NULL },
    { "wordpress-stats", XP_INLINE, "linktracker_init(", NULL },
    { "wordpress-stats", XP_INLINE, "_tkq.push(", NULL },
    { "wordpress-stats", XP_INLINE, "wpcomVipAnalytics", NULL },
    { "wordpress-stats", XP_GLOBAL,
      "_stq st_go ex_go re_go linktracker_init linktracker _tkq wpcomVipAnalytics "
      "clicktracker_init wpcom_mobile_user_agent_info",
      NULL },
    { "wordpress-stats", XP_STUB,
      "(function(w){function n(){}w._stq=w._stq||[];w._tkq=w._tkq||[];w.st_go=w.st_go||n;"
      "w.ex_go=w.ex_go||n;w.re_go=w.re_go||n;w.linktracker_init=w.linktracker_init||n;"
      "w.linktracker=w.linktracker||n})(window);",
      NULL },

    /* yandex-metrica */
    { "yandex-metrica", XP_URL, "mc.yandex.ru", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.com", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.net", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.by", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.kz", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.ua", NULL },
    { "yandex-metrica", XP_URL, "mc.webvisor.org", NULL },
    { "yandex-metrica", XP_URL, "mc.webvisor.com", NULL },
    { "yandex-metrica", XP_URL, "mc.admetrica.ru", NULL },
    { "yandex-metrica", XP_URL, "bs.yandex.ru/resource/watch.js", NULL },
    { "yandex-metrica", XP_URL, "bs.yandex.ru/count/", NULL },
    { "yandex-metrica", XP_URL, "yandex.ru/metrika/", NULL },
    { "yandex-metrica", XP_URL, "metrika.yandex.ru", NULL },
    { "yandex-metrica", XP_URL, "cdn.jsdelivr.net/npm/yandex-metrica-watch", NULL },
    { "yandex-metrica", XP_URL, "d31j93rd8oukbv.cloudfront.net", NULL },
    { "yandex-metrica", XP_URL, "/metrika/tag.js", NULL },
    { "yandex-metrica", XP_URL, "/metrika/watch.js", NULL },
    { "yandex-metrica", XP_URL, "/metrika/watch_visor.js", NULL },
    { "yandex-metrica", XP_INLINE, "Ya.Metrika", NULL },
    { "yandex-metrica", XP_INLINE, "Ya.Metrika2", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callbacks", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callbacks2", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callback", NULL },
    { "yandex-metrica", XP_GLOBAL,
      "ym Ya yaCounter* yandex_metrika_callback yandex_metrika_callbacks "
      "yandex_metrika_callbacks2 yaParams yaGoalParams yandexMetrikaCounter",
      NULL },
    { "yandex-metrica", XP_STUB,
      "(function(w){function n(){}function f(){for(var i=arguments.length;i--;)if(typeof "
      "arguments[i]==\"function\")setTimeout(arguments[i],0)}function M(){var x=this,"
      "m=\"reachGoal hit extLink file notBounce params userParams setUserID experiments "
      "clickmap trackLinks accurateTrackBounce addFileExtension enableAll destruct "
      "uploadPage firstPartyParams ecommerceAdd\".split(\" \");while(m.length)x[m.pop()]=f;"
      "x.getClientID=n}var Y=w.Ya=w.Ya||{};Y.Metrika=Y.Metrika||M;Y.Metrika2=Y.Metrika2||M;"
      "w.ym=w.ym||f})(window);",
      NULL },
};

const size_t xp_patterns_count = sizeof xp_patterns / sizeof *xp_patterns;
