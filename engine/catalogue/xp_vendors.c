/* The catalogue: what is analytics. Rows only; the format is in xp_vendors.h, how to add one in docs/catalogue.md.
 *
 * Facts are those of the vendors' public documentation and of lists under MIT or Apache licences; no code is copied. A row's source
 * is where they can be looked up, its month that of the last review (docs/catalogue.md says how far that went).
 * What a row must be: true of the vendor, not of one page.
 *   url     a host alone where any request to it counts a load (that also finds link hints and loaders that put the URL
 *           together from parts), else host and path. A first-party path only where the file's name can hardly mean anything else.
 *   inline  a call or an assignment that only the vendor's documentation writes so.
 *   global  names that the snippets define or use at top level, without those that site code also uses.
 *   stub    ECMAScript 3 and original; overwrites nothing that exists, never touches the document, and calls the page back
 *           where the page waits for it, later and once. What it promises is in docs/catalogue.md. Queues are arrays: what is
 *           pushed stays there. It may stand before the vendor's own snippet, which must run as if the library were there.
 *
 * Left out on purpose: ad serving, social widgets, consent managers, surveys, error reporters, fonts, maps, players.
 */
#include "xp_vendors.h"

#define CHECKED    "2026-11"
#define FROM_LISTS "2026-11 lists"

const char xp_vendors_month[] = "2026-11";

/* What stubs are made of: pieces of their text, each put in once where it is needed, before what uses it. `w` is the window.
 *
 * CALL    c(f, o, a, b): if `f` is a function, call it later, on `o` or the window, with `a` and `b`. Needed by all but NAMES.
 * EACH    f(...): calls each function among its arguments.
 * NAMES   d(o, "a b", v): o.a and o.b are `v`, unless they are something already.
 * PROMISE p(v): a promise that is kept, also where the browser knows none.
 * READY   r(g): does g() now, and again when the page has loaded: by then it may have defined what a library would have found.
 * QUEUE   q(a, f): f() for each entry that waits in the array `a`, and for each that will be pushed. Once an array: `_xp`, its own push,
 *         marks it, and keeps the stubs of two vendors that share it from answering twice.
 * MIND    m(name, f): QUEUE for a global array, which is made if it is not there, also if the page makes a new one.
 * KEPT    k(name, "q"): a global function that calls the functions among its arguments, as do those that wait in its array `q`; needs
 *         EACH, READY and QUEUE.
 * LIST    l(name, "a b"): a global array with such functions as methods; what is pushed into it is their arguments. Needs NAMES, too.
 * LAYER   minds dataLayer, as all of Google's tags do: callbacks of events and of gtag('get'), functions, a page kept hidden. It is
 *         CALL and QUEUE (c, `_xp`) in one, and as short as can be: Google's tags stand at a head's very beginning, where a
 *         stub must not move a `meta charset` beyond a browser's reach. */
#define STUB_CALL  "function c(f,o,a,b){typeof f==\"function\"&&setTimeout(function(){f.call(o||w,a,b)},0)}"
#define STUB_EACH  "function f(){for(var i=0;arguments.length>i;)c(arguments[i++])}"
#define STUB_NAMES "function d(o,m,v){for(var k,i=0;k=m.split(\" \")[i++];)o[k]=o[k]||v}"
#define STUB_PROMISE                                                                                                   \
    "function p(v){return w.Promise?w.Promise.resolve(v):{then:function(f){c(f,w,v);return this}"                      \
    ",\"catch\":function(){return this},\"finally\":function(f){c(f);return this}}}"
#define STUB_READY "function r(g){g();w.addEventListener&&w.addEventListener(\"load\",g,false)}"
#define STUB_QUEUE                                                                                                     \
    "function q(a,f){function e(x){for(var i=0;x.length>i;)f(x[i++])}"                                                 \
    "if(a&&a.push&&!a._xp){a._xp=a.push;e(a);a.push=function(){e(arguments);"                                          \
    "return a._xp.apply(a,arguments)}}}"
#define STUB_MIND "function m(n,f){r(function(){q(w[n]=w[n]||[],f)})}"
#define STUB_KEPT                                                                                                      \
    "function k(n,s){r(function(){var x=w[n]=w[n]||f;typeof x==\"function\"&&"                                         \
    "q(x[s]=x[s]||[],function(a){f.apply(w,a)})})}"
#define STUB_LIST                                                                                                      \
    "function l(n,m){r(function(){var x=w[n]=w[n]||[];d(x,m,f);"                                                       \
    "q(x,function(a){c(a);a&&a[0]&&!a.charAt&&f.apply(w,a)})})}"
#define STUB_LAYER                                                                                                     \
    "function n(){}function c(f,o,a){typeof f==\"function\"&&setTimeout(function(){f.call(o||{get:n,"                  \
    "set:n,reset:n},a||\"\")},0)}function e(x){for(var a,k,i=0;x.length>i;)if(a=x[i++]){c(a);"                         \
    "c(a.eventCallback);a[0]==\"get\"&&c(a[3]);for(k in a)a[k]&&c(a[k].event_callback)}}"                              \
    "function l(d,h){d=w.dataLayer=w.dataLayer||[];h=d.hide;d._xp||(d._xp=d.push,e(d),"                                \
    "d.push=function(){e(arguments);return d._xp.apply(d,arguments)});h&&h.end&&(h.end(),h.end=0)}"                    \
    "l();w.addEventListener&&w.addEventListener(\"load\",l,false);"

const xp_vendor_row xp_vendors[] = {
    { "51la", XP_CLASS_ANALYTICS, "https://v6.51.la/", FROM_LISTS },
    { "6sense", XP_CLASS_MARKETING, "https://support.6sense.com/docs/webtag", FROM_LISTS },
    { "a8-net", XP_CLASS_PIXEL, "https://support.a8.net/ec/", FROM_LISTS },
    { "abtasty", XP_CLASS_ABTEST, "https://docs.abtasty.com/", FROM_LISTS },
    { "acecounter", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "ackee", XP_CLASS_ANALYTICS, "https://docs.ackee.electerious.com/", FROM_LISTS },
    { "acoustic", XP_CLASS_MARKETING, "https://developer.goacoustic.com/acoustic-campaign/docs", FROM_LISTS },
    { "active-campaign", XP_CLASS_MARKETING, "https://help.activecampaign.com/hc/en-us/articles/221493708",
      FROM_LISTS },
    { "ad-ebis", XP_CLASS_ANALYTICS, "https://support.ebis.ne.jp/", FROM_LISTS },
    { "adalyser", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "adcell", XP_CLASS_PIXEL, "https://www.adcell.de/", FROM_LISTS },
    { "addfreestats", XP_CLASS_ANALYTICS, "https://www.addfreestats.com/", FROM_LISTS },
    { "adjust", XP_CLASS_MARKETING, "https://github.com/adjust/web_sdk", FROM_LISTS },
    { "adobe-advertising", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "adobe-analytics", XP_CLASS_ANALYTICS,
      "https://experienceleague.adobe.com/docs/analytics/implementation/js/overview.html", FROM_LISTS },
    { "adobe-launch", XP_CLASS_TAGMANAGER, "https://experienceleague.adobe.com/docs/experience-platform/tags/home.html",
      FROM_LISTS },
    { "adobe-target", XP_CLASS_ABTEST,
      "https://experienceleague.adobe.com/docs/target-dev/developer/client-side/at-js-implementation/overview.html",
      FROM_LISTS },
    { "adobe-web-sdk", XP_CLASS_ANALYTICS,
      "https://experienceleague.adobe.com/docs/experience-platform/web-sdk/home.html", FROM_LISTS },
    { "ahrefs-analytics", XP_CLASS_ANALYTICS, "https://help.ahrefs.com/en/articles/10247870", FROM_LISTS },
    { "albacross", XP_CLASS_MARKETING, "https://docs.albacross.com/", FROM_LISTS },
    { "alexa", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "algolia-insights", XP_CLASS_ANALYTICS, "https://github.com/algolia/search-insights.js", FROM_LISTS },
    { "amazon-ad-tag", XP_CLASS_PIXEL, "https://advertising.amazon.com/help/GNHZ6ZBPVA5BYAX6", FROM_LISTS },
    { "amp-analytics", XP_CLASS_ANALYTICS, "https://amp.dev/documentation/components/amp-analytics", FROM_LISTS },
    { "amplitude", XP_CLASS_ANALYTICS, "https://amplitude.com/docs/en/get-started/install-with-snippet", CHECKED },
    { "andyhoppe", XP_CLASS_ANALYTICS, "https://www.andyhoppe.com/", FROM_LISTS },
    { "ap-registry", XP_CLASS_ANALYTICS, "https://www.ap.org/", FROM_LISTS },
    { "apollo-io", XP_CLASS_MARKETING, "https://knowledge.apollo.io/hc/en-us/articles/4413117081741", FROM_LISTS },
    { "appdynamics", XP_CLASS_RUM,
      "https://docs.appdynamics.com/appd/24.x/latest/en/end-user-monitoring/browser-monitoring", FROM_LISTS },
    { "application-insights", XP_CLASS_RUM, "https://learn.microsoft.com/azure/azure-monitor/app/javascript", CHECKED },
    { "applovin-axon", XP_CLASS_PIXEL, "https://support.axon.ai/", FROM_LISTS },
    { "appsflyer", XP_CLASS_MARKETING, "https://dev.appsflyer.com/hc/docs/dl_pba", FROM_LISTS },
    { "at-internet", XP_CLASS_ANALYTICS, "https://developers.atinternet-solutions.com/", FROM_LISTS },
    { "awin", XP_CLASS_PIXEL, "https://developer.awin.com/docs/advertiser-tracking-guide", FROM_LISTS },
    { "awstats", XP_CLASS_ANALYTICS, "https://awstats.sourceforge.io/", FROM_LISTS },
    { "baidu-tongji", XP_CLASS_ANALYTICS, "https://tongji.baidu.com/web/help/article?id=174", FROM_LISTS },
    { "bbc-stats", XP_CLASS_ANALYTICS, "https://www.bbc.co.uk/usingthebbc/cookies/", FROM_LISTS },
    { "beam", XP_CLASS_ANALYTICS, "https://beamanalytics.io/", CHECKED },
    { "beusable", XP_CLASS_REPLAY, "https://www.beusable.net/", FROM_LISTS },
    { "bigmir", XP_CLASS_ANALYTICS, "https://top.bigmir.net/", FROM_LISTS },
    { "bing-uet", XP_CLASS_PIXEL, "https://help.ads.microsoft.com/apex/index/3/en/56682", FROM_LISTS },
    { "bizible", XP_CLASS_MARKETING,
      "https://experienceleague.adobe.com/en/docs/marketo-measure/using/marketo-measure-tracking/setting-up-tracking/"
      "adding-marketo-measure-script",
      CHECKED },
    { "blogoscoop", XP_CLASS_ANALYTICS, "https://www.blogoscoop.net/", FROM_LISTS },
    { "bloomreach", XP_CLASS_ANALYTICS, "https://documentation.bloomreach.com/discovery/docs/pixel-overview",
      FROM_LISTS },
    { "blueconic", XP_CLASS_ABTEST, "https://support.blueconic.com/", FROM_LISTS },
    { "bluecore", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "bluetriangle", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "bombora", XP_CLASS_MARKETING, "https://bombora.com/", FROM_LISTS },
    { "bownow", XP_CLASS_MARKETING, "https://bow-now.jp/", FROM_LISTS },
    { "branch", XP_CLASS_MARKETING, "https://github.com/BranchMetrics/web-branch-deep-linking-attribution",
      FROM_LISTS },
    { "braze", XP_CLASS_MARKETING, "https://www.braze.com/docs/developer_guide/sdk_integration/", CHECKED },
    { "brevo", XP_CLASS_MARKETING, "https://developers.brevo.com/docs/javascript-implementation", CHECKED },
    { "burst", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "burst-statistics", XP_CLASS_ANALYTICS, "https://github.com/Burst-Statistics/burst", CHECKED },
    { "busuanzi", XP_CLASS_ANALYTICS, "https://busuanzi.ibruce.info/", CHECKED },
    { "c3-metrics", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "cabin", XP_CLASS_ANALYTICS, "https://withcabin.com/docs", FROM_LISTS },
    { "callrail", XP_CLASS_MARKETING, "https://support.callrail.com/", FROM_LISTS },
    { "calltouch", XP_CLASS_MARKETING, "https://www.calltouch.ru/support/", FROM_LISTS },
    { "calltrackingmetrics", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "capterra", XP_CLASS_PIXEL, "https://www.capterra.com/", FROM_LISTS },
    { "catchpoint", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "cbsi-dw", XP_CLASS_ANALYTICS, "https://www.viacomcbsprivacy.com/", FROM_LISTS },
    { "cedexis", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "celebrus", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "chartbeat", XP_CLASS_ANALYTICS, "https://docs.chartbeat.com/cbp/tracking/standard-websites/web-integration",
      FROM_LISTS },
    { "cj", XP_CLASS_PIXEL, "https://developers.cj.com/docs/tracking-integration", FROM_LISTS },
    { "clarity", XP_CLASS_REPLAY, "https://learn.microsoft.com/clarity/setup-and-installation/clarity-setup",
      FROM_LISTS },
    { "clearbit", XP_CLASS_MARKETING, "https://clearbit.com/docs", FROM_LISTS },
    { "clevertap", XP_CLASS_MARKETING, "https://github.com/CleverTap/clevertap-web-sdk", FROM_LISTS },
    { "click-density", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "clickcease", XP_CLASS_ANALYTICS, "https://support.clickcease.com/", FROM_LISTS },
    { "clicktale", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "clicky", XP_CLASS_ANALYTICS, "https://clicky.com/help/custom/manual", FROM_LISTS },
    { "cloudflare-insights", XP_CLASS_ANALYTICS, "https://developers.cloudflare.com/web-analytics/get-started/",
      FROM_LISTS },
    { "cloudwatch-rum", XP_CLASS_RUM,
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-configure-client.html", CHECKED },
    { "cnzz", XP_CLASS_ANALYTICS, "https://www.umeng.com/", FROM_LISTS },
    { "comagic", XP_CLASS_MARKETING, "https://www.comagic.ru/", FROM_LISTS },
    { "common-room", XP_CLASS_MARKETING, "https://docs.commonroom.io/", FROM_LISTS },
    { "compete", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "comscore", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "conde-nast", XP_CLASS_ANALYTICS, "https://www.condenast.com/privacy-policy", FROM_LISTS },
    { "contentsquare", XP_CLASS_REPLAY, "https://docs.contentsquare.com/en/web/", CHECKED },
    { "convert", XP_CLASS_ABTEST, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "coremetrics", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "counter-dev", XP_CLASS_ANALYTICS, "https://github.com/ihucos/counter.dev", CHECKED },
    { "countly", XP_CLASS_ANALYTICS, "https://github.com/Countly/countly-sdk-web", CHECKED },
    { "coveo", XP_CLASS_ANALYTICS, "https://docs.coveo.com/en/3188/coveo-for-commerce/track-events", FROM_LISTS },
    { "crazy-egg", XP_CLASS_REPLAY, "https://support.crazyegg.com/hc/en-us/articles/360054584474", FROM_LISTS },
    { "cronitor-rum", XP_CLASS_RUM, "https://cronitor.io/docs/real-user-monitoring", FROM_LISTS },
    { "customer-io", XP_CLASS_MARKETING,
      "https://docs.customer.io/integrations/data-in/connections/javascript/js-source/", CHECKED },
    { "cxense", XP_CLASS_MARKETING, "https://docs.piano.io/", FROM_LISTS },
    { "dap", XP_CLASS_ANALYTICS, "https://digital.gov/guides/dap/", FROM_LISTS },
    { "databuddy", XP_CLASS_ANALYTICS, "https://www.databuddy.cc/docs", CHECKED },
    { "datadog-rum", XP_CLASS_RUM,
      "https://docs.datadoghq.com/real_user_monitoring/application_monitoring/browser/setup/client", CHECKED },
    { "datafast", XP_CLASS_ANALYTICS, "https://datafa.st/docs", CHECKED },
    { "debugbear", XP_CLASS_RUM, "https://www.debugbear.com/docs/rum/install-snippet", CHECKED },
    { "decibel", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "demandbase", XP_CLASS_MARKETING, "https://support.demandbase.com/", FROM_LISTS },
    { "demandware-analytics", XP_CLASS_ANALYTICS, "https://developer.salesforce.com/docs/commerce/", FROM_LISTS },
    { "dotmetrics", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "dreamdata", XP_CLASS_MARKETING, "https://docs.dreamdata.io/", FROM_LISTS },
    { "dstillery", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "dynamic-yield", XP_CLASS_ABTEST, "https://support.dynamicyield.com/hc/en-us", FROM_LISTS },
    { "dynatrace", XP_CLASS_RUM, "https://docs.dynatrace.com/docs/observe/digital-experience/web-applications",
      FROM_LISTS },
    { "echobox", XP_CLASS_MARKETING, "https://www.echobox.com/", FROM_LISTS },
    { "econda", XP_CLASS_ANALYTICS, "https://docs.econda.de/", FROM_LISTS },
    { "effective-measure", XP_CLASS_ANALYTICS, "https://www.effectivemeasure.com/", FROM_LISTS },
    { "elastic-rum", XP_CLASS_RUM, "https://www.elastic.co/docs/reference/apm/agents/rum-js/install-agent", CHECKED },
    { "elevar", XP_CLASS_TAGMANAGER, "https://docs.getelevar.com/", FROM_LISTS },
    { "eloqua", XP_CLASS_MARKETING, "https://docs.oracle.com/en/cloud/saas/marketing/eloqua.html", FROM_LISTS },
    { "emarsys", XP_CLASS_ABTEST, "https://dev.emarsys.com/docs/web-extend", FROM_LISTS },
    { "ensighten", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "escenic-stats", XP_CLASS_ANALYTICS, "https://www.escenic.com/", FROM_LISTS },
    { "estat", XP_CLASS_ANALYTICS, "https://www.mediametrie.fr/", FROM_LISTS },
    { "etracker", XP_CLASS_ANALYTICS, "https://www.etracker.com/en/docs/", FROM_LISTS },
    { "eulerian", XP_CLASS_ANALYTICS, "https://eulerian.wiki/", CHECKED },
    { "everflow", XP_CLASS_PIXEL, "https://developers.everflow.io/docs/everflow-sdk/", FROM_LISTS },
    { "evergage", XP_CLASS_ABTEST, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "exactag", XP_CLASS_PIXEL, "https://www.exactag.com/", FROM_LISTS },
    { "exponea", XP_CLASS_ABTEST, "https://documentation.bloomreach.com/engagement/docs/web-sdk", FROM_LISTS },
    { "extreme-tracking", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "factors-ai", XP_CLASS_ANALYTICS, "https://help.factors.ai/", FROM_LISTS },
    { "fastcounter", XP_CLASS_ANALYTICS, "https://www.fastcounter.de/", FROM_LISTS },
    { "fastly-insights", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "fathom", XP_CLASS_ANALYTICS, "https://usefathom.com/support/tracking-advanced", CHECKED },
    { "figpii", XP_CLASS_ABTEST, "https://www.figpii.com/", FROM_LISTS },
    { "flagcounter", XP_CLASS_ANALYTICS, "https://flagcounter.com/", FROM_LISTS },
    { "fou-analytics", XP_CLASS_ANALYTICS, "https://fouanalytics.com/", FROM_LISTS },
    { "foxmetrics", XP_CLASS_ANALYTICS, "https://foxmetrics.com/", FROM_LISTS },
    { "freshpaint", XP_CLASS_ANALYTICS, "https://documentation.freshpaint.io/", FROM_LISTS },
    { "fullstory", XP_CLASS_REPLAY, "https://developer.fullstory.com/browser/getting-started", CHECKED },
    { "g2", XP_CLASS_PIXEL, "https://documentation.g2.com/docs/buyer-intent", FROM_LISTS },
    { "gainsight-px", XP_CLASS_ANALYTICS, "https://support.gainsight.com/PX/API_for_Developers", FROM_LISTS },
    { "gaug-es", XP_CLASS_ANALYTICS, "https://gaug.es/documentation/tracking", FROM_LISTS },
    { "gemius", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "ghost", XP_CLASS_ANALYTICS, "https://github.com/TryGhost/Ghost", CHECKED },
    { "glassbox", XP_CLASS_REPLAY, "https://www.glassbox.com/", FROM_LISTS },
    { "go-squared", XP_CLASS_ANALYTICS, "https://www.gosquared.com/docs/", FROM_LISTS },
    { "goatcounter", XP_CLASS_ANALYTICS, "https://www.goatcounter.com/code/countjs-host", CHECKED },
    { "google-ads-conversion", XP_CLASS_PIXEL, "https://support.google.com/google-ads/answer/6331314", FROM_LISTS },
    { "google-analytics", XP_CLASS_ANALYTICS, "https://developers.google.com/analytics/devguides/collection/gtagjs",
      CHECKED },
    { "google-optimize", XP_CLASS_ABTEST, "https://support.google.com/optimize/answer/6262084", FROM_LISTS },
    { "google-tag-manager", XP_CLASS_TAGMANAGER,
      "https://developers.google.com/tag-platform/tag-manager/server-side/dependency-serving", CHECKED },
    { "grafana-faro", XP_CLASS_RUM, "https://github.com/grafana/faro-web-sdk", FROM_LISTS },
    { "growing-io", XP_CLASS_ANALYTICS, "https://docs.growingio.com/", FROM_LISTS },
    { "heap", XP_CLASS_ANALYTICS, "https://help.heap.io/installation/standard-installations/web-installation/",
      CHECKED },
    { "heatmap-com", XP_CLASS_REPLAY, "https://heatmap.com/", FROM_LISTS },
    { "highlight-io", XP_CLASS_REPLAY, "https://github.com/highlight/highlight", FROM_LISTS },
    { "histats", XP_CLASS_ANALYTICS, "https://www.histats.com/", FROM_LISTS },
    { "hitbox", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "hitslink", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "hitsteps", XP_CLASS_ANALYTICS, "https://www.hitsteps.com/", FROM_LISTS },
    { "hockeystack", XP_CLASS_ANALYTICS, "https://docs.hockeystack.com/", FROM_LISTS },
    { "hotjar", XP_CLASS_REPLAY, "https://help.hotjar.com/hc/en-us/articles/115009336727", FROM_LISTS },
    { "hotlog", XP_CLASS_ANALYTICS, "https://hotlog.ru/", FROM_LISTS },
    { "hubspot", XP_CLASS_MARKETING, "https://developers.hubspot.com/docs/api/events/tracking-code", FROM_LISTS },
    { "huffpost-hptrack", XP_CLASS_ANALYTICS, "https://www.huffpost.com/", FROM_LISTS },
    { "humblytics", XP_CLASS_ANALYTICS, "https://docs.humblytics.com/", FROM_LISTS },
    { "hyros", XP_CLASS_PIXEL, "https://hyros.com/", FROM_LISTS },
    { "i2i-counter", XP_CLASS_ANALYTICS, "https://acc.i2i.jp/", FROM_LISTS },
    { "impact", XP_CLASS_PIXEL, "https://integrations.impact.com/impact-brand/docs/universal-tracking-tag",
      FROM_LISTS },
    { "improvely", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "independent-analytics", XP_CLASS_ANALYTICS, "https://independentwp.com/", CHECKED },
    { "infinity-tracking", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "influ2", XP_CLASS_MARKETING, "https://www.influ2.com/", FROM_LISTS },
    { "insider", XP_CLASS_ABTEST, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "inspectlet", XP_CLASS_REPLAY, "https://docs.inspectlet.com/", FROM_LISTS },
    { "instana", XP_CLASS_RUM, "https://www.ibm.com/docs/en/instana-observability/current?topic=websites-monitoring",
      FROM_LISTS },
    { "internet-archive", XP_CLASS_ANALYTICS, "https://archive.org/about/privacy.php", FROM_LISTS },
    { "invoca", XP_CLASS_MARKETING, "https://community.invoca.com/", FROM_LISTS },
    { "ioam", XP_CLASS_ANALYTICS, "https://www.infonline.de/", FROM_LISTS },
    { "ispot", XP_CLASS_PIXEL, "https://www.ispot.tv/", FROM_LISTS },
    { "iterable", XP_CLASS_MARKETING, "https://support.iterable.com/hc/en-us/articles/205730709", FROM_LISTS },
    { "jentis", XP_CLASS_TAGMANAGER, "https://docs.jentis.com/", FROM_LISTS },
    { "jitsu", XP_CLASS_ANALYTICS, "https://github.com/jitsucom/jitsu", FROM_LISTS },
    { "juicer", XP_CLASS_ANALYTICS, "https://juicer.cc/", FROM_LISTS },
    { "jumptime", XP_CLASS_ANALYTICS, "https://www.jumptime.com/", FROM_LISTS },
    { "june", XP_CLASS_ANALYTICS, "https://www.june.so/docs", FROM_LISTS },
    { "kakao-pixel", XP_CLASS_PIXEL, "https://kakaobusiness.gitbook.io/main/tool/pixel-sdk", FROM_LISTS },
    { "kameleoon", XP_CLASS_ABTEST, "https://developers.kameleoon.com/", FROM_LISTS },
    { "kantar-sifo", XP_CLASS_ANALYTICS, "https://www.kantarsifo.se/", FROM_LISTS },
    { "karte", XP_CLASS_ABTEST, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "keen", XP_CLASS_ANALYTICS, "https://keen.io/docs/", FROM_LISTS },
    { "kenshoo", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "kilkaya", XP_CLASS_ANALYTICS, "https://kilkaya.com/", FROM_LISTS },
    { "kissmetrics", XP_CLASS_ANALYTICS, "https://support.kissmetrics.io/reference/javascript-library", FROM_LISTS },
    { "klaviyo", XP_CLASS_MARKETING, "https://developers.klaviyo.com/en/docs/javascript_api", CHECKED },
    { "koala", XP_CLASS_MARKETING, "https://getkoala.com/docs", FROM_LISTS },
    { "kochava", XP_CLASS_MARKETING, "https://support.kochava.com/", FROM_LISTS },
    { "koko-analytics", XP_CLASS_ANALYTICS, "https://www.kokoanalytics.com/", FROM_LISTS },
    { "kwai-pixel", XP_CLASS_PIXEL, "https://business.kwai.com/", FROM_LISTS },
    { "lead-forensics", XP_CLASS_MARKETING, "https://www.leadforensics.com/", FROM_LISTS },
    { "leadboxer", XP_CLASS_MARKETING, "https://docs.leadboxer.com/", FROM_LISTS },
    { "leadfeeder", XP_CLASS_MARKETING, "https://docs.leadfeeder.com/", FROM_LISTS },
    { "leadinfo", XP_CLASS_MARKETING, "https://help.leadinfo.com/", FROM_LISTS },
    { "leadlander", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "leadsy", XP_CLASS_MARKETING, "https://www.leadsy.ai/", FROM_LISTS },
    { "lexity", XP_CLASS_ANALYTICS, "https://lexity.com/", FROM_LISTS },
    { "line-tag", XP_CLASS_PIXEL, "https://www.lycbiz.com/jp/manual/line-ads/", FROM_LISTS },
    { "linkedin-insight", XP_CLASS_PIXEL, "https://www.linkedin.com/help/lms/answer/a418880", FROM_LISTS },
    { "linkpulse", XP_CLASS_ANALYTICS, "https://linkpulse.com/", FROM_LISTS },
    { "listrak", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "littledata", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "livedoor-log", XP_CLASS_ANALYTICS, "https://help.livedoor.com/", FROM_LISTS },
    { "liveinternet", XP_CLASS_ANALYTICS, "https://www.liveinternet.ru/code", FROM_LISTS },
    { "livesession", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "liwan", XP_CLASS_ANALYTICS, "https://github.com/explodingcamera/liwan", FROM_LISTS },
    { "logrocket", XP_CLASS_REPLAY, "https://docs.logrocket.com/docs/quickstart", CHECKED },
    { "lucky-orange", XP_CLASS_REPLAY, "https://help.luckyorange.com/", FROM_LISTS },
    { "lytics", XP_CLASS_MARKETING, "https://www.contentstack.com/docs/lytics/lytics-javascript-tag", CHECKED },
    { "macromill", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "mailru-top", XP_CLASS_ANALYTICS, "https://top.mail.ru/help/", CHECKED },
    { "marfeel", XP_CLASS_ANALYTICS, "https://community.marfeel.com/", CHECKED },
    { "marketo", XP_CLASS_MARKETING,
      "https://experienceleague.adobe.com/docs/marketo-developer/marketo/javascriptapi/leadtracking/leadtracking.html",
      CHECKED },
    { "mather", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "matomo", XP_CLASS_ANALYTICS, "https://developer.matomo.org/guides/tracking-javascript-guide", CHECKED },
    { "mautic", XP_CLASS_MARKETING, "https://docs.mautic.org/en/5.x/contacts/contact_monitoring.html", CHECKED },
    { "measured", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "mediahawk", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "median", XP_CLASS_ANALYTICS, "https://webaudit.hu/", CHECKED },
    { "medietall", XP_CLASS_ANALYTICS, "https://www.medietall.no/", CHECKED },
    { "meta-pixel", XP_CLASS_PIXEL, "https://developers.facebook.com/docs/meta-pixel/get-started", CHECKED },
    { "metricool", XP_CLASS_ANALYTICS, "https://help.metricool.com/", CHECKED },
    { "miaozhen", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "microanalytics", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "middleware-rum", XP_CLASS_RUM, "https://docs.middleware.io/real-user-monitoring", CHECKED },
    { "mint", XP_CLASS_ANALYTICS, "https://haveamint.com/", CHECKED },
    { "mixpanel", XP_CLASS_ANALYTICS, "https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript", CHECKED },
    { "monitus", XP_CLASS_ANALYTICS, "https://www.monitus.net/", CHECKED },
    { "monsido", XP_CLASS_ANALYTICS, "https://help.monsido.com/", CHECKED },
    { "mountain", XP_CLASS_PIXEL, "https://help.mountain.com/", CHECKED },
    { "mouseflow", XP_CLASS_REPLAY, "https://help.mouseflow.com/", CHECKED },
    { "mousestats", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "mparticle", XP_CLASS_TAGMANAGER, "https://docs.mparticle.com/developers/client-sdks/web/initialization/",
      CHECKED },
    { "mpulse", XP_CLASS_RUM, "https://techdocs.akamai.com/mpulse-boomerang/docs/welcome-to-mpulse-boomerang",
      CHECKED },
    { "naver", XP_CLASS_ANALYTICS, "https://analytics.naver.com/", CHECKED },
    { "nccgroup-rum", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "netlify-rum", XP_CLASS_RUM, "https://docs.netlify.com/manage/monitoring/real-user-metrics/overview/", CHECKED },
    { "netmetrix", XP_CLASS_ANALYTICS, "https://www.net-metrix.ch/", CHECKED },
    { "new-relic", XP_CLASS_RUM, "https://docs.newrelic.com/docs/browser/", CHECKED },
    { "nextdoor-pixel", XP_CLASS_PIXEL, "https://help.nextdoor.com/s/article/Nextdoor-Conversion-Pixel", CHECKED },
    { "nielsen", XP_CLASS_ANALYTICS, "https://engineeringportal.nielsen.com/wiki/Browser_SDK", CHECKED },
    { "noibu", XP_CLASS_REPLAY, "https://help.noibu.com/", CHECKED },
    { "northbeam", XP_CLASS_PIXEL, "https://docs.northbeam.io/", CHECKED },
    { "nrich", XP_CLASS_MARKETING, "https://support.nrich.ai/", CHECKED },
    { "oewa", XP_CLASS_ANALYTICS, "https://www.oewa.at/", CHECKED },
    { "offen", XP_CLASS_ANALYTICS, "https://github.com/offen/offen", CHECKED },
    { "omniconvert", XP_CLASS_ABTEST, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "onedollarstats", XP_CLASS_ANALYTICS, "https://onedollarstats.com/docs", CHECKED },
    { "onestat", XP_CLASS_ANALYTICS, "https://www.onestat.com/", CHECKED },
    { "ontame", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "onthe-io", XP_CLASS_ANALYTICS, "https://iotechnologies.com/", CHECKED },
    { "open-web-analytics", XP_CLASS_ANALYTICS, "https://github.com/Open-Web-Analytics/Open-Web-Analytics/wiki",
      CHECKED },
    { "openpanel", XP_CLASS_ANALYTICS, "https://openpanel.dev/docs/sdks/script", CHECKED },
    { "openreplay", XP_CLASS_REPLAY, "https://docs.openreplay.com/en/sdk/", CHECKED },
    { "openstat", XP_CLASS_ANALYTICS, "https://www.openstat.com/", CHECKED },
    { "ophan", XP_CLASS_ANALYTICS, "https://github.com/guardian/frontend", CHECKED },
    { "optimizely", XP_CLASS_ABTEST, "https://docs.developers.optimizely.com/web-experimentation/docs", CHECKED },
    { "outbrain-pixel", XP_CLASS_PIXEL, "https://www.outbrain.com/help/advertisers/pixel-code/", CHECKED },
    { "pagesense", XP_CLASS_REPLAY, "https://www.zoho.com/pagesense/help/", CHECKED },
    { "panelbear", XP_CLASS_ANALYTICS, "https://panelbear.com/docs/", CHECKED },
    { "pardot", XP_CLASS_MARKETING, "https://developer.salesforce.com/docs/marketing/pardot/overview", CHECKED },
    { "parsely", XP_CLASS_ANALYTICS, "https://docs.parse.ly/tracking-code-setup/", CHECKED },
    { "partnerstack", XP_CLASS_MARKETING, "https://docs.partnerstack.com/", CHECKED },
    { "peasy", XP_CLASS_ANALYTICS, "https://peasy.so/docs", CHECKED },
    { "pendo", XP_CLASS_ANALYTICS, "https://support.pendo.io/hc/en-us/articles/360031862272", CHECKED },
    { "perfops", XP_CLASS_RUM, "https://perfops.net/", CHECKED },
    { "permutive", XP_CLASS_MARKETING, "https://developer.permutive.com/docs", FROM_LISTS },
    { "pingdom", XP_CLASS_RUM, "https://documentation.solarwinds.com/en/success_center/pingdom/", CHECKED },
    { "pinterest-tag", XP_CLASS_PIXEL, "https://help.pinterest.com/en/business/article/install-the-pinterest-tag",
      CHECKED },
    { "pirsch", XP_CLASS_ANALYTICS, "https://docs.pirsch.io/", CHECKED },
    { "piwik-pro", XP_CLASS_ANALYTICS, "https://developers.piwik.pro/", CHECKED },
    { "pixel-manager", XP_CLASS_TAGMANAGER,
      "https://wordpress.org/plugins/woocommerce-google-adwords-conversion-tracking-tag/", CHECKED },
    { "pixelcounter-elmundo", XP_CLASS_ANALYTICS, "https://www.unidadeditorial.es/", CHECKED },
    { "pixelyoursite", XP_CLASS_TAGMANAGER, "https://wordpress.org/plugins/pixelyoursite/", CHECKED },
    { "plausible", XP_CLASS_ANALYTICS, "https://plausible.io/docs/plausible-script", CHECKED },
    { "plerdy", XP_CLASS_REPLAY, "https://www.plerdy.com/help/", CHECKED },
    { "podscribe", XP_CLASS_PIXEL, "https://help.podscribe.com/", CHECKED },
    { "podsights", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "post-affiliate-pro", XP_CLASS_MARKETING, "https://support.qualityunit.com/", CHECKED },
    { "post-views-counter", XP_CLASS_ANALYTICS, "https://wordpress.org/plugins/post-views-counter/", CHECKED },
    { "posthog", XP_CLASS_ANALYTICS, "https://posthog.com/docs/libraries/js", CHECKED },
    { "profitwell", XP_CLASS_ANALYTICS, "https://developer.paddle.com/paddlejs/overview", CHECKED },
    { "prolitteris", XP_CLASS_ANALYTICS, "https://prolitteris.ch/", CHECKED },
    { "ptengine", XP_CLASS_REPLAY, "https://helps.ptengine.com/", CHECKED },
    { "publytics", XP_CLASS_ANALYTICS, "https://docs.publytics.net/", CHECKED },
    { "quantcast", XP_CLASS_ANALYTICS, "https://help.quantcast.com/hc/en-us/articles/360048084194", CHECKED },
    { "quantum-metric", XP_CLASS_REPLAY, "https://www.quantummetric.com/", CHECKED },
    { "qubit", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "quora-pixel", XP_CLASS_PIXEL, "https://quoraadsupport.zendesk.com/hc/en-us/articles/115010466208", CHECKED },
    { "rakuten-advertising", XP_CLASS_MARKETING, "https://developers.rakutenadvertising.com/", CHECKED },
    { "rambler-top100", XP_CLASS_ANALYTICS, "https://top100.rambler.ru/", CHECKED },
    { "rb2b", XP_CLASS_MARKETING, "https://support.rb2b.com/", CHECKED },
    { "rd-station", XP_CLASS_MARKETING, "https://ajuda.rdstation.com/", CHECKED },
    { "realtracker", XP_CLASS_ANALYTICS, "https://www.realtracker.com/", CHECKED },
    { "realytics", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "reddit-pixel", XP_CLASS_PIXEL, "https://www.reddithelp.com/en/categories/advertising/measurement", CHECKED },
    { "refersion", XP_CLASS_MARKETING, "https://support.refersion.com/", CHECKED },
    { "reinvigorate", XP_CLASS_ANALYTICS, "https://www.reinvigorate.net/", CHECKED },
    { "relay42", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "request-metrics", XP_CLASS_RUM, "https://requestmetrics.com/docs/", CHECKED },
    { "resonate", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "responsetap", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "retention", XP_CLASS_MARKETING, "https://help.retention.com/", CHECKED },
    { "revolver-maps", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "rewardful", XP_CLASS_MARKETING, "https://developers.rewardful.com/", CHECKED },
    { "rockerbox", XP_CLASS_PIXEL, "https://help.rockerbox.com/", CHECKED },
    { "roistat", XP_CLASS_MARKETING, "https://help.roistat.com/", CHECKED },
    { "rtb-house", XP_CLASS_PIXEL, "https://www.rtbhouse.com/", CHECKED },
    { "rudderstack", XP_CLASS_ANALYTICS,
      "https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/", CHECKED },
    { "ruler-analytics", XP_CLASS_MARKETING, "https://support.ruleranalytics.com/", CHECKED },
    { "rybbit", XP_CLASS_ANALYTICS, "https://rybbit.com/docs/script", CHECKED },
    { "salesforce-collect", XP_CLASS_MARKETING,
      "https://help.salesforce.com/s/articleView?id=sf.mc_ctc_install_collect_code.htm", CHECKED },
    { "salesloft", XP_CLASS_MARKETING, "https://help.salesloft.com/", CHECKED },
    { "salespanel", XP_CLASS_MARKETING, "https://salespanel.io/docs/", CHECKED },
    { "samplicious", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "satori", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "scale8", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "segment", XP_CLASS_ANALYTICS,
      "https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/", CHECKED },
    { "segmentstream", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "seline", XP_CLASS_ANALYTICS, "https://seline.com/docs/install-seline", CHECKED },
    { "sematext-rum", XP_CLASS_RUM, "https://sematext.com/docs/experience/getting-started/", CHECKED },
    { "sensors-data", XP_CLASS_ANALYTICS, "https://manual.sensorsdata.cn/", CHECKED },
    { "sessioncam", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "sessionstack", XP_CLASS_REPLAY, "https://docs.sessionstack.com/", CHECKED },
    { "shareasale", XP_CLASS_MARKETING, "https://help.shareasale.com/", CHECKED },
    { "sharpspring", XP_CLASS_MARKETING, "https://help.sharpspring.com/", CHECKED },
    { "shinystat", XP_CLASS_ANALYTICS, "https://www.shinystat.com/", CHECKED },
    { "shopify-analytics", XP_CLASS_ANALYTICS, "https://shopify.dev/docs/api/web-pixels-api", CHECKED },
    { "shynet", XP_CLASS_ANALYTICS, "https://github.com/milesmcc/shynet", CHECKED },
    { "signal", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "simple-analytics", XP_CLASS_ANALYTICS, "https://docs.simpleanalytics.com/script", CHECKED },
    { "simplereach", XP_CLASS_ANALYTICS, "https://www.simplereach.com/", CHECKED },
    { "site-analytics", XP_CLASS_ANALYTICS, "docs/catalogue.md", CHECKED },
    { "site-block", XP_CLASS_ANALYTICS, "docs/catalogue.md", CHECKED },
    { "site24x7", XP_CLASS_RUM, "https://www.site24x7.com/help/apm/rum/", CHECKED },
    { "sitebehaviour", XP_CLASS_REPLAY, "https://www.sitebehaviour.com/docs", CHECKED },
    { "siteimprove", XP_CLASS_ANALYTICS, "https://help.siteimprove.com/", CHECKED },
    { "sitemeter", XP_CLASS_ANALYTICS, "https://www.sitemeter.com/", CHECKED },
    { "sitestat", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "sklik", XP_CLASS_PIXEL, "https://napoveda.sklik.cz/", CHECKED },
    { "skyglue", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "slimstat", XP_CLASS_ANALYTICS, "https://www.wp-slimstat.com/", CHECKED },
    { "smartlook", XP_CLASS_REPLAY, "https://help.smartlook.com/docs/code-installation", CHECKED },
    { "smartnews-pixel", XP_CLASS_PIXEL, "https://help-ads.smartnews.com/", FROM_LISTS },
    { "smartocto", XP_CLASS_ANALYTICS, "https://smartocto.com/", CHECKED },
    { "snap-pixel", XP_CLASS_PIXEL, "https://businesshelp.snapchat.com/s/article/snap-pixel-about", CHECKED },
    { "snitcher", XP_CLASS_MARKETING, "https://docs.snitcher.com/", CHECKED },
    { "snoobi", XP_CLASS_ANALYTICS, "https://snoobi.com/", CHECKED },
    { "snowplow", XP_CLASS_ANALYTICS, "https://docs.snowplow.io/docs/sources/trackers/web-trackers/", CHECKED },
    { "sohu-pv", XP_CLASS_ANALYTICS, "https://www.sohu.com/", CHECKED },
    { "sojern", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "sophus3", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "speedcounter", XP_CLASS_ANALYTICS, "https://www.speedcounter.net/", CHECKED },
    { "speedcurve", XP_CLASS_RUM, "https://support.speedcurve.com/docs/rum-js-api", CHECKED },
    { "spiegel-count", XP_CLASS_ANALYTICS, "https://www.spiegel.de/", CHECKED },
    { "splitbee", XP_CLASS_ANALYTICS, "https://splitbee.io/docs", CHECKED },
    { "splunk-rum", XP_CLASS_RUM,
      "https://docs.splunk.com/observability/en/gdi/get-data-in/rum/browser/get-browser-data-in.html", CHECKED },
    { "spotify-pixel", XP_CLASS_PIXEL, "https://help.adanalytics.spotify.com/", CHECKED },
    { "stackadapt", XP_CLASS_PIXEL, "https://support.stackadapt.com/", CHECKED },
    { "statable", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "statcounter", XP_CLASS_ANALYTICS, "https://statcounter.com/support/knowledge-base/", CHECKED },
    { "statify", XP_CLASS_ANALYTICS, "https://wordpress.org/plugins/statify/", CHECKED },
    { "supercounters", XP_CLASS_ANALYTICS, "https://www.supercounters.com/", CHECKED },
    { "swetrix", XP_CLASS_ANALYTICS, "https://docs.swetrix.com/", CHECKED },
    { "taboola-pixel", XP_CLASS_PIXEL, "https://developers.taboola.com/web-integrations/docs/taboola-pixel", CHECKED },
    { "tag-commander", XP_CLASS_TAGMANAGER, "https://doc.commandersact.com/", CHECKED },
    { "tagman", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "tapad", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "tapfiliate", XP_CLASS_MARKETING, "https://tapfiliate.com/docs/javascript/", CHECKED },
    { "tatari", XP_CLASS_PIXEL, "https://docs.tatari.tv/", FROM_LISTS },
    { "teads-pixel", XP_CLASS_PIXEL, "https://support.teads.com/", CHECKED },
    { "tealeaf", XP_CLASS_REPLAY, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "tealium", XP_CLASS_TAGMANAGER, "https://docs.tealium.com/platforms/javascript/install/", CHECKED },
    { "tencent-analytics", XP_CLASS_ANALYTICS, "https://ta.qq.com/", CHECKED },
    { "throtle", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "tianji", XP_CLASS_ANALYTICS, "https://tianji.msgbyte.com/docs/website/track-script", CHECKED },
    { "tiktok-pixel", XP_CLASS_PIXEL, "https://ads.tiktok.com/help/article/get-started-pixel", CHECKED },
    { "tinybird", XP_CLASS_ANALYTICS, "https://www.tinybird.co/docs/guides/integrations/web-analytics", CHECKED },
    { "tinylytics", XP_CLASS_ANALYTICS, "https://tinylytics.app/docs", CHECKED },
    { "tncms-tracking", XP_CLASS_ANALYTICS, "https://townnews.com/", CHECKED },
    { "tns-counter", XP_CLASS_ANALYTICS, "https://mediascope.net/", CHECKED },
    { "traceview", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "trackingplan", XP_CLASS_ANALYTICS, "https://docs.trackingplan.com/", CHECKED },
    { "trade-desk", XP_CLASS_PIXEL, "https://partner.thetradedesk.com/", CHECKED },
    { "treasure-data", XP_CLASS_ANALYTICS, "https://docs.treasuredata.com/", CHECKED },
    { "trialfire", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "tribune-logger", XP_CLASS_ANALYTICS, "https://www.tribpub.com/", CHECKED },
    { "triple-whale", XP_CLASS_PIXEL, "https://kb.triplewhale.com/", CHECKED },
    { "truconversion", XP_CLASS_REPLAY, "https://help.truconversion.com/", CHECKED },
    { "tvsquared", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "twipla", XP_CLASS_ANALYTICS, "https://www.twipla.com/", CHECKED },
    { "tynt", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "tyxo", XP_CLASS_ANALYTICS, "https://www.tyxo.bg/", CHECKED },
    { "umami", XP_CLASS_ANALYTICS, "https://umami.is/docs/collect-data", CHECKED },
    { "umeng-aplus", XP_CLASS_ANALYTICS, "https://developer.umeng.com/docs/67963/detail/74517", CHECKED },
    { "unify", XP_CLASS_MARKETING, "https://docs.unifygtm.com/", CHECKED },
    { "upscore", XP_CLASS_ANALYTICS, "https://www.upscore.com/", CHECKED },
    { "usermaven", XP_CLASS_ANALYTICS, "https://usermaven.com/docs/installation", CHECKED },
    { "uxcam-web", XP_CLASS_REPLAY, "https://developer.uxcam.com/docs/web", CHECKED },
    { "valica", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "vanilla-stats", XP_CLASS_ANALYTICS, "https://docs.vanillaforums.com/", CHECKED },
    { "vantevo", XP_CLASS_ANALYTICS, "https://vantevo.io/docs", CHECKED },
    { "vector-pixel", XP_CLASS_MARKETING, "https://help.vector.co/", CHECKED },
    { "vemetric", XP_CLASS_ANALYTICS, "https://vemetric.com/docs/installation/html-script", CHECKED },
    { "vercel-analytics", XP_CLASS_ANALYTICS, "https://vercel.com/docs/analytics", CHECKED },
    { "vero", XP_CLASS_MARKETING, "https://developers.getvero.com/", CHECKED },
    { "vg-wort", XP_CLASS_ANALYTICS, "https://tom.vgwort.de/", CHECKED },
    { "vibe", XP_CLASS_PIXEL, "https://help.vibe.co/", CHECKED },
    { "visitor-queue", XP_CLASS_MARKETING, "https://help.visitorqueue.com/", CHECKED },
    { "visitors-now", XP_CLASS_ANALYTICS, "https://visitors.now/", CHECKED },
    { "visual-iq", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "visual-revenue", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "vizzit", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "vk-pixel", XP_CLASS_PIXEL, "https://vk.com/faq11854", CHECKED },
    { "voicefive", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "volcengine", XP_CLASS_ANALYTICS, "https://www.volcengine.com/docs/6285/65980", CHECKED },
    { "vwo", XP_CLASS_ABTEST, "https://help.vwo.com/hc/en-us/articles/360021171954", CHECKED },
    { "w3counter", XP_CLASS_ANALYTICS, "https://www.w3counter.com/", CHECKED },
    { "web-dissector", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "web-stat", XP_CLASS_ANALYTICS, "https://www.web-stat.com/", CHECKED },
    { "web-vitals", XP_CLASS_RUM, "https://github.com/GoogleChrome/web-vitals", CHECKED },
    { "webtrekk", XP_CLASS_ANALYTICS, "https://documentation.mapp.com/", CHECKED },
    { "webtrends", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "webtuna", XP_CLASS_RUM, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "whosamungus", XP_CLASS_ANALYTICS, "https://whos.amung.us/", CHECKED },
    { "wicked-reports", XP_CLASS_MARKETING, "https://help.wickedreports.com/", CHECKED },
    { "wide-angle", XP_CLASS_ANALYTICS, "https://wideangle.co/documentation", CHECKED },
    { "wikia-beacon", XP_CLASS_ANALYTICS, "https://www.fandom.com/", CHECKED },
    { "wiredminds", XP_CLASS_ANALYTICS, "https://wiredminds.de/", CHECKED },
    { "wix-bi", XP_CLASS_ANALYTICS, "https://support.wix.com/en/article/cookies-and-your-wix-site", CHECKED },
    { "woocommerce-attribution", XP_CLASS_MARKETING, "https://woocommerce.com/document/order-attribution-tracking/",
      CHECKED },
    { "woopra", XP_CLASS_ANALYTICS, "https://docs.woopra.com/reference/woopra-tracking", CHECKED },
    { "wordpress-stats", XP_CLASS_ANALYTICS, "https://developer.jetpack.com/", CHECKED },
    { "wow-analytics", XP_CLASS_MARKETING, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
    { "wp-statistics", XP_CLASS_ANALYTICS, "https://wp-statistics.com/", CHECKED },
    { "wrating", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "wysistat", XP_CLASS_ANALYTICS, "https://www.wysistat.net/", CHECKED },
    { "x-pixel", XP_CLASS_PIXEL,
      "https://business.x.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites", CHECKED },
    { "xinhua-webdig", XP_CLASS_ANALYTICS, "http://www.news.cn/", CHECKED },
    { "yahoo-analytics", XP_CLASS_ANALYTICS, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "yahoo-dot", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "yahoo-hosting", XP_CLASS_ANALYTICS, "https://smallbusiness.yahoo.com/", CHECKED },
    { "yahoo-japan-ads", XP_CLASS_PIXEL, "https://ads-help.yahoo-net.jp/", CHECKED },
    { "yahoo-japan-tag", XP_CLASS_TAGMANAGER, "https://github.com/patrickhulce/third-party-web", CHECKED },
    { "yahoo-rapid", XP_CLASS_ANALYTICS, "https://legal.yahoo.com/", CHECKED },
    { "yandex-metrica", XP_CLASS_ANALYTICS, "https://yandex.com/support/metrica/code/counter-initialize.html",
      CHECKED },
    { "zaraz", XP_CLASS_TAGMANAGER, "https://developers.cloudflare.com/zaraz/web-api/", CHECKED },
    { "zemanta", XP_CLASS_PIXEL, "https://help.zemanta.com/", CHECKED },
    { "zeotap", XP_CLASS_MARKETING, "https://docs.zeotap.com/", CHECKED },
    { "ziyu", XP_CLASS_ANALYTICS, "https://www.ziyu.net/", CHECKED },
    { "zoominfo", XP_CLASS_MARKETING, "https://tech-docs.zoominfo.com/", CHECKED },
    { "zuko", XP_CLASS_ANALYTICS, "https://developer.zuko.io/", CHECKED },
    { "zync", XP_CLASS_PIXEL, "https://github.com/patrickhulce/third-party-web", FROM_LISTS },
};

const size_t xp_vendors_count = sizeof xp_vendors / sizeof *xp_vendors;

const xp_pattern_row xp_patterns[] = {
    /* 51la */
    { "51la", XP_URL, "js.users.51.la", NULL },
    { "51la", XP_URL, "sdk.51.la", NULL },
    { "51la", XP_URL, "collect-v6.51.la", NULL },
    { "51la", XP_URL, "icon.users.51.la", NULL },
    { "51la", XP_URL, "web.51.la", NULL },
    { "51la", XP_URL, "ia.51.la", NULL },
    { "51la", XP_INLINE, "LA.init({id:", NULL },
    { "51la", XP_GLOBAL, "LA", NULL },
    { "51la", XP_MAKES, "LA", "sdk.51.la" },
    { "51la", XP_STUB, "window.LA=window.LA||{init:function(){},track:function(){}};", NULL },

    /* 6sense */
    { "6sense", XP_URL, "j.6sc.co", NULL },
    { "6sense", XP_URL, "b.6sc.co", NULL },
    { "6sense", XP_URL, "6sc.co", "hint" },
    { "6sense", XP_INLINE, "_6si.push(", NULL },
    { "6sense", XP_INLINE, "_6si||[]", NULL },
    { "6sense", XP_GLOBAL, "_6si", NULL },
    { "6sense", XP_STUB, "window._6si=window._6si||[];", NULL },

    /* a8-net */
    { "a8-net", XP_URL, "statics.a8.net/a8sales/", NULL },
    { "a8-net", XP_URL, "px.a8.net", NULL },
    { "a8-net", XP_INLINE, "a8sales({", NULL },
    { "a8-net", XP_GLOBAL, "a8sales", NULL },
    { "a8-net", XP_MAKES, "a8sales", NULL },
    { "a8-net", XP_STUB, "window.a8sales=window.a8sales||function(){};", NULL },

    /* abtasty */
    { "abtasty", XP_URL, "abtasty.com", NULL },
    { "abtasty", XP_INLINE, "ABTasty", NULL },
    { "abtasty", XP_GLOBAL, "ABTasty ABTastyClickTracking", NULL },
    { "abtasty", XP_STUB, "window.ABTasty=window.ABTasty||{};", NULL },

    /* acecounter */
    { "acecounter", XP_URL, "acecounter.com", NULL },
    { "acecounter", XP_GLOBAL, "_AceGID _AceCounter _AceGT AM_PL* JV_*", NULL },

    /* ackee */
    { "ackee", XP_URL, "/ackee-tracker.js", NULL },
    { "ackee", XP_URL, "/ackee-tracker.min.js", NULL },
    { "ackee", XP_URL, "unpkg.com/ackee-tracker", NULL },
    { "ackee", XP_ELEMENT, "script[data-ackee-domain-id]", NULL },
    { "ackee", XP_INLINE, "ackeeTracker.create(", NULL },
    { "ackee", XP_GLOBAL, "ackeeTracker", NULL },
    { "ackee", XP_MAKES, "ackeeTracker", NULL },
    { "ackee", XP_STUB,
      "(function(w){" STUB_CALL
      "function a(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\");return{stop:function(){}}}"
      "w.ackeeTracker=w.ackeeTracker||{create:function(){return{record:a,updateRecord:a,action:a,"
      "updateAction:a}},attributes:function(){return{}},detect:function(){}}})(window);",
      NULL },

    /* acoustic */
    { "acoustic", XP_URL, "/iMAWebCookie.js", NULL },
    { "acoustic", XP_URL, "www.sc.pages01.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages02.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages03.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages04.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages05.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages06.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages07.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages08.net", "hint" },
    { "acoustic", XP_URL, "www.sc.pages09.net", "hint" },
    { "acoustic", XP_INLINE, "ewt.track(", "weak" },
    { "acoustic", XP_INLINE, "ewt.trackLink(", NULL },
    { "acoustic", XP_GLOBAL, "ewt", NULL },
    { "acoustic", XP_MAKES, "ewt", "iMAWebCookie" },
    { "acoustic", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "d(w.ewt=w.ewt||{},\"init track trackLink cookieSuffix\",n)})(window);",
      NULL },

    /* active-campaign */
    { "active-campaign", XP_URL, "diffuser-cdn.app-us1.com", NULL },
    { "active-campaign", XP_URL, "prism.app-us1.com", NULL },
    { "active-campaign", XP_URL, "trackcmp.net/visit", NULL },
    { "active-campaign", XP_URL, "trackcmp.net", NULL },
    { "active-campaign", XP_INLINE, "visitorGlobalObjectAlias", NULL },
    { "active-campaign", XP_INLINE, "vgo('setAccount'", NULL },
    { "active-campaign", XP_INLINE, "vgo('process')", NULL },
    { "active-campaign", XP_INLINE, "trackcmp_email", NULL },
    { "active-campaign", XP_GLOBAL, "visitorGlobalObjectAlias vgo trackcmp trackcmp_email trackcmp_s", NULL },
    { "active-campaign", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"vgo\",\"q\");})(window);", NULL },

    /* ad-ebis */
    { "ad-ebis", XP_URL, "ebis.ne.jp", NULL },
    { "ad-ebis", XP_INLINE, "ebis('init'", NULL },
    { "ad-ebis", XP_GLOBAL, "ebis", NULL },
    { "ad-ebis", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"ebis\",\"q\");})(window);", NULL },

    /* adalyser */
    { "adalyser", XP_URL, "adalyser.com", NULL },
    { "adalyser", XP_INLINE, "adalyserTracker(", NULL },
    { "adalyser", XP_INLINE, "GlobalAdalyserNamespace", NULL },
    { "adalyser", XP_INLINE, "'adalyserTracker'", NULL },
    { "adalyser", XP_GLOBAL, "adalyserTracker GlobalAdalyserNamespace", NULL },
    { "adalyser", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"adalyserTracker\",\"q\");})(window);",
      NULL },

    /* adcell */
    { "adcell", XP_URL, "adcell.de/js/trad.js", NULL },
    { "adcell", XP_URL, "adcell.com/js/trad.js", NULL },
    { "adcell", XP_INLINE, "Adcell.Tracking.track(", NULL },
    { "adcell", XP_GLOBAL, "Adcell", NULL },
    { "adcell", XP_MAKES, "Adcell", NULL },
    { "adcell", XP_STUB,
      "(function(w){function n(){}var "
      "a=w.Adcell=w.Adcell||{};a.Tracking=a.Tracking||{track:n};a.user=a.user||{track:n}})(window);",
      NULL },

    /* addfreestats */
    { "addfreestats", XP_URL, "addfreestats.com", "script pixel picture hint" },

    /* adjust */
    { "adjust", XP_URL, "cdn.adjust.com/adjust-", NULL },
    { "adjust", XP_URL, "cdn.adjust.com/adjust-latest.min.js", NULL },
    { "adjust", XP_INLINE, "Adjust.initSdk(", NULL },
    { "adjust", XP_INLINE, "Adjust_q", NULL },
    { "adjust", XP_INLINE, "Adjust.trackEvent(", NULL },
    { "adjust", XP_GLOBAL, "Adjust Adjust_q", NULL },
    { "adjust", XP_MAKES, "Adjust", NULL },
    { "adjust", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "var a=w.Adjust=w.Adjust||{};d(a,\"initSdk getAttribution getWebUUID setReferrer addGlobalCallbackParameters "
      "addGlobalPartnerParameters removeGlobalCallbackParameter removeGlobalPartnerParameter "
      "clearGlobalCallbackParameters clearGlobalPartnerParameters switchToOfflineMode switchBackToOnlineMode stop "
      "restart gdprForgetMe disableThirdPartySharing initSmartBanner showSmartBanner hideSmartBanner\",n);"
      "d(a,\"trackEvent waitForAttribution waitForWebUUID\",function(){return p({})});"
      "w.Adjust_q=w.Adjust_q||[]})(window);",
      NULL },

    /* adobe-advertising */
    { "adobe-advertising", XP_URL, "everestjs.net", NULL },
    { "adobe-advertising", XP_URL, "everesttech.net", NULL },

    /* adobe-analytics */
    { "adobe-analytics", XP_URL, "/b/ss/", NULL },
    { "adobe-analytics", XP_URL, "/s-code*.js", NULL },
    { "adobe-analytics", XP_URL, "/scode.js", NULL },
    { "adobe-analytics", XP_URL, "/SCode.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture.js", NULL },
    { "adobe-analytics", XP_URL, "/omniture*.js", NULL },
    { "adobe-analytics", XP_URL, "/Omniture*.js", NULL },
    { "adobe-analytics", XP_URL, "/sitecatalyst.js", NULL },
    { "adobe-analytics", XP_URL, "/sitecatalyst*.js", NULL },
    { "adobe-analytics", XP_URL, "/SiteCatalyst*.js", NULL },
    { "adobe-analytics", XP_URL, "/site_catalyst*.js", NULL },
    { "adobe-analytics", XP_URL, "/site-catalyst*.js", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement.js", NULL },
    { "adobe-analytics", XP_URL, "/AppMeasurement*.js", NULL },
    { "adobe-analytics", XP_URL, "/appmeasurement*.js", NULL },
    { "adobe-analytics", XP_URL, "/app-measurement*.js", NULL },
    { "adobe-analytics", XP_URL, "/VisitorAPI.js", NULL },
    { "adobe-analytics", XP_URL, "/VisitorAPI*.js", NULL },
    { "adobe-analytics", XP_URL, "/visitorapi*.js", NULL },
    { "adobe-analytics", XP_URL, "/visitorAPI*.js", NULL },
    { "adobe-analytics", XP_URL, "/*sitecatalyst*.js", NULL },
    { "adobe-analytics", XP_URL, "/*omniture*.js", NULL },
    { "adobe-analytics", XP_URL, "/*appmeasurement*.js", NULL },
    { "adobe-analytics", XP_URL, "smetrics.*", NULL },
    { "adobe-analytics", XP_URL, "sstats.*", NULL },
    { "adobe-analytics", XP_URL, "stats2.*", "hint" }, /* sstats' other half, without TLS */
    { "adobe-analytics", XP_URL, "aolcdn.com/os_merge/?file=/aol/beacon.", NULL },
    { "adobe-analytics", XP_URL, "2o7.net", NULL },
    { "adobe-analytics", XP_URL, "omtrdc.net/b/ss/", NULL },
    { "adobe-analytics", XP_URL, "sc.omtrdc.net", NULL },
    { "adobe-analytics", XP_URL, "data.adobedc.net", NULL },
    { "adobe-analytics", XP_URL, "/*s_code*.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code.js", NULL },
    { "adobe-analytics", XP_URL, "/s_code*.js", NULL },
    { "adobe-analytics", XP_INLINE, "SiteCatalyst", NULL },
    { "adobe-analytics", XP_INLINE, "s.tl(", NULL },
    { "adobe-analytics", XP_INLINE, "s.t()", NULL },
    { "adobe-analytics", XP_INLINE, "s_objectID", NULL },
    { "adobe-analytics", XP_INLINE, "s_account", NULL },
    { "adobe-analytics", XP_INLINE, "s_code", NULL },
    { "adobe-analytics", XP_INLINE, "s_gi(", NULL },
    { "adobe-analytics", XP_INLINE, "omniture", NULL },
    { "adobe-analytics", XP_INLINE, ".pageName=", NULL },
    { "adobe-analytics", XP_INLINE, ".channel=", NULL },
    { "adobe-analytics", XP_INLINE, ".events=", NULL },
    { "adobe-analytics", XP_INLINE, ".eVar1=", NULL },
    { "adobe-analytics", XP_INLINE, ".eVar2=", NULL },
    { "adobe-analytics", XP_INLINE, ".eVar3=", NULL },
    { "adobe-analytics", XP_INLINE, ".eVar4=", NULL },
    { "adobe-analytics", XP_INLINE, ".eVar5=", NULL },
    { "adobe-analytics", XP_INLINE, ".prop1=", NULL },
    { "adobe-analytics", XP_INLINE, ".prop2=", NULL },
    { "adobe-analytics", XP_INLINE, ".prop3=", NULL },
    { "adobe-analytics", XP_INLINE, ".prop4=", NULL },
    { "adobe-analytics", XP_INLINE, ".prop5=", NULL },
    { "adobe-analytics", XP_INLINE, ".pageType=", NULL },
    { "adobe-analytics", XP_INLINE, ".hier1=", NULL },
    { "adobe-analytics", XP_INLINE, ".apl(", NULL },
    { "adobe-analytics", XP_INLINE, ".linkInternalFilters", NULL },
    { "adobe-analytics", XP_INLINE, ".linkTrackVars", NULL },
    { "adobe-analytics", XP_INLINE, ".trackingServer=", NULL },
    { "adobe-analytics", XP_INLINE, ".trackingServerSecure=", NULL },
    { "adobe-analytics", XP_GLOBAL,
      "bN_cfg omniture_* omn_* runOmni s s_265_account s_account s_code s_gi s_gs s_objectID s_un s_*", NULL },
    { "adobe-analytics", XP_BLOCK, "SiteCatalyst code version", "End SiteCatalyst code" },
    { "adobe-analytics", XP_BLOCK, "SiteCatalyst code version", "End SiteCatalyst" },
    { "adobe-analytics", XP_MAKES, "s s_gi", "code mniture atalyst easurement" },
    { "adobe-analytics", XP_MAKES, "AppMeasurement", "easurement" },
    { "adobe-analytics", XP_STUB,
      "(function(w,P){" STUB_CALL "function e(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\");return \"\"}"
      "function l(a){return a||\"\"}var k,m=\"t tl track trackLink clearVars sa loadModule setupPlugins "
      "addEvent manageVars open play stop close monitor cookieRead cookieWrite getQueryParam "
      "setCustomerIDs getMarketingCloudVisitorID getAnalyticsVisitorID getVisitorValues\".split(\" \"),"
      "b={apl:l,getValOnce:l,appendVisitorIDsTo:l,contextData:{}},o=w.s||(P?new P({}"
      ",{get:function(x,k){return k in x||!/^([gs]et|cross|handle|join|split|rep)[A-Z]/.test(String(k))"
      "?x[k]:e}}):{});while(k=m.pop())b[k]=e;b.Media=b.Util=b;for(k in b)o[k]=o[k]||b[k];"
      "function g(){return o}w.s=o;w.s_account=w.s_account||\"\";w.s_gi=w.s_gi||g;"
      "w.AppMeasurement=w.AppMeasurement||g;w.s_doPlugins=w.s_doPlugins||e;"
      "w.Visitor=w.Visitor||{getInstance:function(){return b}}})(window,window.Proxy);",
      NULL },

    /* adobe-launch */
    { "adobe-launch", XP_URL, "/satelliteLib-*.js", NULL },
    { "adobe-launch", XP_URL, "/satellitelib-*.js", NULL },
    { "adobe-launch", XP_URL, "assets.adobedtm.com", NULL },
    { "adobe-launch", XP_URL, "assets-stage.adobedtm.com", NULL },
    { "adobe-launch", XP_URL, "/launch-EN*.min.js", NULL },
    { "adobe-launch", XP_URL, "/launch-*.min.js", "known" },
    { "adobe-launch", XP_INLINE, "_satellite", NULL },
    { "adobe-launch", XP_GLOBAL, "_satellite", NULL },
    { "adobe-launch", XP_MAKES, "_satellite", NULL },
    { "adobe-launch", XP_STUB,
      "(function(w){function n(){}function e(){return \"\"}var k,o=w._satellite=w._satellite||{},v={}"
      ",b={pageBottom:n,track:n,setDebug:n,notify:n,setCookie:n,removeCookie:n,setVisitorId:n,readCookie:e,"
      "setVar:function(a,b){v[a]=b},getVar:function(a){return v[a]},getVisitorId:function(){return null}"
      ",cookie:{get:n,set:n,remove:n},buildInfo:{},property:{},company:{},environment:{}"
      ",logger:{log:n,info:n,warn:n,error:n,debug:n,deprecation:n}};for(k in b)o[k]=o[k]||b[k]})(window);",
      NULL },

    /* adobe-target */
    { "adobe-target", XP_URL, "tt.omtrdc.net", NULL },
    { "adobe-target", XP_URL, "/mbox.js", NULL },
    { "adobe-target", XP_URL, "/at.js", NULL },
    { "adobe-target", XP_URL, "/mbox/mbox.js", NULL },
    { "adobe-target", XP_INLINE, "mboxCreate(", NULL },
    { "adobe-target", XP_INLINE, "mboxDefine(", NULL },
    { "adobe-target", XP_INLINE, "adobe.target.", NULL },
    { "adobe-target", XP_INLINE, "#at-body-style", NULL },
    { "adobe-target", XP_INLINE, "at-body-style", NULL },
    { "adobe-target", XP_GLOBAL,
      "mboxCreate mboxDefine mboxUpdate targetPageParams targetPageParamsAll "
      "targetGlobalSettings",
      NULL },
    { "adobe-target", XP_MAKES, "mboxCreate mboxDefine mboxUpdate", "mbox.js at.js" },
    { "adobe-target", XP_MAKES, "adobe", "at.js" },
    { "adobe-target", XP_STUB,
      "(function(w){function n(){}w.mboxCreate=w.mboxCreate||n;w.mboxDefine=w.mboxDefine||n;"
      "w.mboxUpdate=w.mboxUpdate||n;w.mboxTrack=w.mboxTrack||n;var a=w.adobe=w.adobe||{};"
      "a.target=a.target||{getOffer:n,applyOffer:n,getOffers:n,applyOffers:n,trackEvent:n,"
      "triggerView:n}})(window);",
      NULL },

    /* adobe-web-sdk */
    { "adobe-web-sdk", XP_URL, "/alloy.min.js", NULL },
    { "adobe-web-sdk", XP_URL, "adoberesources.net/alloy/", NULL },
    { "adobe-web-sdk", XP_URL, "edge.adobedc.net", NULL },
    { "adobe-web-sdk", XP_URL, "/alloy.js", "known" },
    { "adobe-web-sdk", XP_URL, "/ee/v1/interact", NULL },
    { "adobe-web-sdk", XP_URL, "/ee/v1/collect", NULL },
    { "adobe-web-sdk", XP_INLINE, "__alloyNS", NULL },
    { "adobe-web-sdk", XP_INLINE, "alloy('configure'", NULL },
    { "adobe-web-sdk", XP_INLINE, "alloy('sendEvent'", NULL },
    { "adobe-web-sdk", XP_INLINE, "'alloy-prehiding'", NULL },
    { "adobe-web-sdk", XP_GLOBAL, "alloy __alloyNS", NULL },
    { "adobe-web-sdk", XP_STUB,
      "(function(w){" STUB_CALL STUB_PROMISE STUB_QUEUE
      "function a(n,o){return{propositions:[],decisions:[],identity:{ECID:\"\"},edge:{}"
      ",libraryInfo:{version:\"\"},url:o&&o.url||\"\"}}var x=w.alloy=w.alloy||function(n,o){return p(a(n,o)"
      ")};q(x.q,function(e){c(e[0],w,a(e[2][0],e[2][1]))})})(window);",
      NULL },

    /* ahrefs-analytics */
    { "ahrefs-analytics", XP_URL, "analytics.ahrefs.com/analytics.js", NULL },
    { "ahrefs-analytics", XP_URL, "analytics.ahrefs.com", NULL },
    { "ahrefs-analytics", XP_INLINE, "AhrefsAnalytics.sendEvent(", NULL },
    { "ahrefs-analytics", XP_GLOBAL, "AhrefsAnalytics", NULL },
    { "ahrefs-analytics", XP_MAKES, "AhrefsAnalytics", NULL },
    { "ahrefs-analytics", XP_STUB,
      "(function(w){w.AhrefsAnalytics=w.AhrefsAnalytics||{sendEvent:function(){}}})(window);", NULL },

    /* albacross */
    { "albacross", XP_URL, "serve.albacross.com", NULL },
    { "albacross", XP_GLOBAL, "_nQc _nQs _nQsv", NULL },
    { "albacross", XP_STUB, "window._nQc=window._nQc||\"\";", NULL },

    /* alexa */
    { "alexa", XP_URL, "alexametrics.com", NULL },
    { "alexa", XP_URL, "d31qbv1cthcecs.cloudfront.net", NULL },
    { "alexa", XP_URL, "d5nxst8fruw4z.cloudfront.net", NULL },
    { "alexa", XP_INLINE, "_atrk_opts", NULL },
    { "alexa", XP_INLINE, "atrk_acct", NULL },
    { "alexa", XP_INLINE, "atrk();", NULL },
    { "alexa", XP_INLINE, "_atrk_fired", NULL },
    { "alexa", XP_GLOBAL, "_atrk_opts _atrk_fired atrk", NULL },
    { "alexa", XP_MAKES, "atrk", NULL },
    { "alexa", XP_STUB, "window.atrk=window.atrk||function(){};window._atrk_opts=window._atrk_opts||{};", NULL },

    /* algolia-insights */
    { "algolia-insights", XP_URL, "cdn.jsdelivr.net/npm/search-insights@*", NULL },
    { "algolia-insights", XP_URL, "/search-insights.min.js", NULL },
    { "algolia-insights", XP_URL, "/search-insights.iife.min.js", NULL },
    { "algolia-insights", XP_URL, "insights.algolia.io", NULL },
    { "algolia-insights", XP_INLINE, "AlgoliaAnalyticsObject", NULL },
    { "algolia-insights", XP_INLINE, "ALGOLIA_INSIGHTS_SRC", NULL },
    { "algolia-insights", XP_INLINE, "aa('init'", "weak" },
    { "algolia-insights", XP_GLOBAL, "aa AlgoliaAnalyticsObject ALGOLIA_INSIGHTS_SRC", NULL },
    { "algolia-insights", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\",\"\")}f.version=\"\";r(function(){var "
      "x=w.aa=w.aa||f;typeof x==\"function\"&&q(x.queue=x.queue||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* amazon-ad-tag */
    { "amazon-ad-tag", XP_URL, "c.amazon-adsystem.com/aat/", NULL },
    { "amazon-ad-tag", XP_URL, "s.amazon-adsystem.com/iu3", NULL },
    { "amazon-ad-tag", XP_INLINE, "amzn('addTag'", NULL },
    { "amazon-ad-tag", XP_INLINE, "amzn('setRegion'", NULL },
    { "amazon-ad-tag", XP_INLINE, "amzn('trackEvent'", NULL },
    { "amazon-ad-tag", XP_INLINE, "'amzn-pixel'", NULL },
    { "amazon-ad-tag", XP_GLOBAL, "amzn", NULL },
    { "amazon-ad-tag", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"amzn\",\"q\");})(window);", NULL },

    /* amp-analytics */
    { "amp-analytics", XP_URL, "/v0/amp-analytics-", NULL },
    { "amp-analytics", XP_URL, "cdn.ampproject.org/v0/amp-analytics", NULL },
    { "amp-analytics", XP_URL, "cdn.ampproject.org/v0/amp-analytics-", NULL },

    /* amplitude */
    { "amplitude", XP_URL, "cdn.amplitude.com", NULL },
    { "amplitude", XP_URL, "cdn.amplitude.com/libs/", NULL },
    { "amplitude", XP_URL, "cdn.amplitude.com/script/", NULL },
    { "amplitude", XP_URL, "cdn.amplitude.com/scrip*.experiment.js",
      NULL }, /* makes something else: none of the words below */
    { "amplitude", XP_URL, "api.amplitude.com", NULL },
    { "amplitude", XP_URL, "api2.amplitude.com", NULL },
    { "amplitude", XP_URL, "d24n15hnbwhuhn.cloudfront.net", NULL },
    { "amplitude", XP_URL, "cdn.eu.amplitude.com", NULL },
    { "amplitude", XP_URL, "api.eu.amplitude.com", NULL },
    { "amplitude", XP_URL, "sr-client-cfg.amplitude.com", NULL },
    { "amplitude", XP_URL, "api-sr.amplitude.com", NULL },
    { "amplitude", XP_INLINE, "amplitude.getInstance(", NULL },
    { "amplitude", XP_INLINE, "amplitude.init(", NULL },
    { "amplitude", XP_INLINE, "amplitude.track(", NULL },
    { "amplitude", XP_INLINE, "amplitude.logEvent(", NULL },
    { "amplitude", XP_GLOBAL, "amplitude sessionReplay", NULL },
    { "amplitude", XP_MAKES, "amplitude", "com/libs/ com/script/ cloudfront" },
    { "amplitude", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,200);return U}"
      "function t(){for(var i=0;arguments.length>i;)c(arguments[i++],w,U);return U}"
      "var U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^(is|get[^I]|Symbol)/.test(String(k))?n:U}}"
      "):f,a=w.amplitude=w.amplitude||U,m=\"getInstance track logEvent identify setUserId "
      "setUserProperties setGroup Identify Revenue add set append flush reset createInstance remove\";"
      "f.then=0;f.promise=p({event:{},code:200,message:\"\"});f.init=f.onInit=t;f.invoked=true;"
      "f._iq={$default_instance:U};d(f,\"getUserId getDeviceId getSessionId\",n);d(f,m,U);d(a,m,U);"
      "d(a,\"init onInit\",t);d(w,\"sessionReplay engagement\",{plugin:function(){return{}}"
      ",init:f,setSessionId:f,getSessionReplayProperties:function(){return{}}"
      ",evaluateTargetingAndCapture:f,shutdown:n,flush:f})})(window,window.Proxy);",
      NULL },

    /* andyhoppe */
    { "andyhoppe", XP_URL, "c.andyhoppe.com", "script pixel picture hint" },
    { "andyhoppe", XP_URL, "andyhoppe.com/count", NULL },

    /* ap-registry */
    { "ap-registry", XP_URL, "apnewsregistry.com", NULL },

    /* apollo-io */
    { "apollo-io", XP_URL, "assets.apollo.io/micro/website-tracker/", NULL },
    { "apollo-io", XP_URL, "aplo-evnt.com", NULL },
    { "apollo-io", XP_INLINE, "initApollo(", NULL },
    { "apollo-io", XP_INLINE, "trackingFunctions.onLoad(", NULL },
    { "apollo-io", XP_GLOBAL, "initApollo trackingFunctions", NULL },
    { "apollo-io", XP_STUB, "(function(w){w.trackingFunctions=w.trackingFunctions||{onLoad:function(){}}})(window);",
      NULL },

    /* appdynamics */
    { "appdynamics", XP_URL, "/adrum.js", NULL },
    { "appdynamics", XP_URL, "/adrum*.js", NULL },
    { "appdynamics", XP_URL, "cdn.appdynamics.com", NULL },
    { "appdynamics", XP_URL, "eum-appdynamics.com", NULL },
    { "appdynamics", XP_INLINE, "adrum-start-time", NULL },
    { "appdynamics", XP_INLINE, "adrum-app-key", NULL },
    { "appdynamics", XP_INLINE, "adrum-config", NULL },
    { "appdynamics", XP_INLINE, "ADRUM", NULL },
    { "appdynamics", XP_GLOBAL, "ADRUM adrum_*", NULL },
    { "appdynamics", XP_MAKES, "ADRUM", NULL },
    { "appdynamics", XP_STUB,
      "(function(w){function n(){}var a=w.ADRUM=w.ADRUM||{},m=\"report command "
      "markVirtualPageBegin markVirtualPageEnd\".split(\" \");while(m.length){var k=m.pop();"
      "a[k]=a[k]||n}})(window);",
      NULL },

    /* application-insights */
    { "application-insights", XP_URL, "js.monitor.azure.com/scripts/", NULL },
    { "application-insights", XP_URL, "az416426.vo.msecnd.net/scripts/", NULL },
    { "application-insights", XP_URL, "js.monitor.azure.com", "hint" },
    { "application-insights", XP_URL, "az416426.vo.msecnd.net", "hint" },
    { "application-insights", XP_URL, "js.cdn.applicationinsights.io", NULL },
    { "application-insights", XP_URL, "js.cdn.monitor.azure.com", NULL },
    { "application-insights", XP_URL, "dc.services.visualstudio.com/v2/track", NULL },
    { "application-insights", XP_URL, "in.applicationinsights.azure.com", NULL },
    { "application-insights", XP_INLINE, "appInsightsSDK", NULL },
    { "application-insights", XP_INLINE, "appInsights.trackPageView(", NULL },
    { "application-insights", XP_INLINE, "appInsights.trackEvent(", NULL },
    { "application-insights", XP_INLINE, "instrumentationKey:", NULL },
    { "application-insights", XP_INLINE, "InstrumentationKey=", NULL },
    { "application-insights", XP_INLINE, "appInsights=", NULL },
    { "application-insights", XP_GLOBAL, "appInsights appInsightsSDK aiName aisdk sdkInstance", NULL },
    { "application-insights", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_QUEUE "var "
      "a=w.appInsights=w.appInsights||{},u={setAuthenticatedUserContext:n,clearAuthenticatedUserContext:n,isNewUser:"
      "false,id:\"\"};a.queue=a.queue||[];a.config=a.config||{};d(a,\"context\",{user:u,session:{},operation:{},"
      "application:{},device:{},telemetryTrace:{},addTelemetryInitializer:n});d(a,\"trackEvent trackPageView "
      "trackPageViewPerformance trackException trackTrace trackMetric trackDependency trackDependencyData trackRequest "
      "startTrackPage stopTrackPage startTrackEvent stopTrackEvent setAuthenticatedUserContext "
      "clearAuthenticatedUserContext addTelemetryInitializer addDependencyListener addDependencyInitializer "
      "loadAppInsights initialize downloadAndSetup clearCookie\",n);d(a,\"flush "
      "unload\",function(x,f){c(f)});a.loadAppInsights=function(){return a};q(a.queue,c)})(window);",
      NULL },

    /* applovin-axon */
    { "applovin-axon", XP_URL, "s.axon.ai/pixel.js", NULL },
    { "applovin-axon", XP_URL, "s.axon.ai", "hint" },
    { "applovin-axon", XP_URL, "c.albss.com/p/l/", NULL },
    { "applovin-axon", XP_URL, "applovin.com/p/l/loader.iife.js", NULL },
    { "applovin-axon", XP_INLINE, "AXON_EVENT_KEY", NULL },
    { "applovin-axon", XP_INLINE, "axon('init'", NULL },
    { "applovin-axon", XP_INLINE, "axon('track'", NULL },
    { "applovin-axon", XP_GLOBAL, "AXON_EVENT_KEY axon", NULL },
    { "applovin-axon", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"axon\",\"operationQueue\");})(window);",
      NULL },

    /* appsflyer */
    { "appsflyer", XP_URL, "websdk.appsflyer.com", NULL },
    { "appsflyer", XP_URL, "wa.appsflyer.com", NULL },
    { "appsflyer", XP_URL, "wa.onelink.me", NULL },
    { "appsflyer", XP_INLINE, "AppsFlyerSdkObject", NULL },
    { "appsflyer", XP_INLINE, "AF('pba'", "weak" },
    { "appsflyer", XP_GLOBAL, "AF AppsFlyerSdkObject", NULL },
    { "appsflyer", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"AF\",\"q\");})(window);", NULL },

    /* at-internet */
    { "at-internet", XP_URL, "/xtcore.js", NULL },
    { "at-internet", XP_URL, "/xtclicks.js", NULL },
    { "at-internet", XP_URL, "/xtclick.js", NULL },
    { "at-internet", XP_URL, "/xtroi.js", NULL },
    { "at-internet", XP_URL, "/xtplug.js", NULL },
    { "at-internet", XP_URL, "/xtfirst.js", NULL },
    { "at-internet", XP_URL, "/xtcoeur.js", NULL },
    { "at-internet", XP_URL, "/smarttag.js", NULL },
    { "at-internet", XP_URL, "/smarttag*.js", NULL },
    { "at-internet", XP_URL, "/at-smarttag.js", NULL },
    { "at-internet", XP_URL, "/piano-analytics*.js", NULL },
    { "at-internet", XP_URL, "/hit.xiti", NULL },
    { "at-internet", XP_URL, "xiti.com", NULL },
    { "at-internet", XP_URL, "aticdn.net", NULL },
    { "at-internet", XP_URL, "ati-host.net", NULL },
    { "at-internet", XP_URL, "atiplay.com", NULL },
    { "at-internet", XP_URL, "pa-cd.com", NULL },
    { "at-internet", XP_URL, "aticdn.net/*/smarttag.js", NULL },
    { "at-internet", XP_URL, "aticdn.net/piano-analytics.js", NULL },
    { "at-internet", XP_INLINE, "ATInternet.Tracker", NULL },
    { "at-internet", XP_INLINE, "xtsite=", NULL },
    { "at-internet", XP_INLINE, "xt_click(", NULL },
    { "at-internet", XP_INLINE, "pa.sendEvent(", NULL },
    { "at-internet", XP_INLINE, "xtnv=", NULL },
    { "at-internet", XP_INLINE, "xtsd=", NULL },
    { "at-internet", XP_INLINE, "xtn2=", NULL },
    { "at-internet", XP_INLINE, "xt_multc=", NULL },
    { "at-internet", XP_INLINE, "ATTag.", NULL },
    { "at-internet", XP_INLINE, "xtpage=", NULL },
    { "at-internet", XP_GLOBAL,
      "ATInternet ATTag xtnv xtsd xtsite xtn2 xtpage xtdi xtparam xtdmc xtprm xtcustom xtcode xtidc xtor Xt_* xt_* "
      "xtergo xiti_* xt_multc xt_an xt_ac xt_mtcl Xt_param Xt_r Xt_h Xt_i Xt_s",
      NULL },
    { "at-internet", XP_MAKES, "xt_click xt_med xt_rm xt_mvt xtT", "/xtcore /xtclick /xtcoeur" },
    { "at-internet", XP_MAKES, "ATInternet", "smarttag" },
    { "at-internet", XP_MAKES, "pa", "piano-analytics" },
    { "at-internet", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL
      "function f(){for(var a,i=0;arguments.length>i;c(a),c(a&&a.callback))a=arguments[i++];return U}"
      "var k,a=w.ATInternet,m=\"xt_click xt_med xt_rm xt_mvt xtT ATInternet pa\".split(\" \"),U=P?new P(f,"
      "{get:function(x,k){return k in x?x[k]:/^(is|get|Symbol)/.test(String(k))?e:U}}):f;"
      "function e(g){c(g,w,\"\");return \"\"}f.then=0;for(k in{Tracker:0,Tag:0,dispatch:0,page:0,set:0,"
      "click:0,send:0,setProp:0,sendEvent:0,setConfigurations:0})f[k]=U;f.getVisitorId=f.getUser=e;"
      "while(k=m.pop())w[k]=w[k]||U;if(a&&!a.Tracker)a.Tracker=U,a.Utils=a.Utils||U,c(a.onTrackerLoad,a)}"
      ")(window,window.Proxy);",
      NULL },

    /* awin */
    { "awin", XP_URL, "dwin1.com", NULL },
    { "awin", XP_URL, "awin1.com/sread.img", NULL },
    { "awin", XP_URL, "awin1.com/sread.js", NULL },
    { "awin", XP_URL, "awin1.com/sread.php", NULL },
    { "awin", XP_URL, "zenaps.com/sread.img", NULL },
    { "awin", XP_INLINE, "AWIN.Tracking", NULL },
    { "awin", XP_GLOBAL, "AWIN", NULL },
    { "awin", XP_STUB,
      "(function(w){var "
      "a=w.AWIN=w.AWIN||{};a.Tracking=a.Tracking||{Sale:{}};a.Tracking.run=a.Tracking.run||function(){}})(window);",
      NULL },

    /* awstats */
    { "awstats", XP_URL, "/awstats_misc_tracker.js", NULL },

    /* baidu-tongji */
    { "baidu-tongji", XP_URL, "hm.baidu.com", NULL },
    { "baidu-tongji", XP_URL, "hmcdn.baidu.com", NULL },
    { "baidu-tongji", XP_URL, "tongji.baidu.com/hm.js", NULL },
    { "baidu-tongji", XP_URL, "eiv.baidu.com", NULL },
    { "baidu-tongji", XP_INLINE, "_hmt.push(", NULL },
    { "baidu-tongji", XP_INLINE, "_hmt||[]", NULL },
    { "baidu-tongji", XP_INLINE, "hm.baidu.com/h.js", NULL },
    { "baidu-tongji", XP_GLOBAL, "_hmt _bdhmProtocol", NULL },
    { "baidu-tongji", XP_STUB, "window._hmt=window._hmt||[];", NULL },

    /* bbc-stats */
    { "bbc-stats", XP_URL, "sa.bbc.co.uk", NULL },
    { "bbc-stats", XP_URL, "stats.bbc.co.uk", NULL },
    { "bbc-stats", XP_URL, "sa.bbc.com", NULL },
    { "bbc-stats", XP_URL, "stats.bbc.com", NULL },
    { "bbc-stats", XP_URL, "a1.api.bbc.co.uk/hit.xiti", NULL },

    /* beam */
    { "beam", XP_URL, "beamanalytics.b-cdn.net", NULL },
    { "beam", XP_URL, "api.beamanalytics.io", NULL },
    { "beam", XP_MAKES, "beam", NULL },
    { "beam", XP_STUB, "window.beam=window.beam||function(){};", NULL },

    /* beusable */
    { "beusable", XP_URL, "rum.beusable.net", NULL },
    { "beusable", XP_INLINE, "__beusablerumclient__", NULL },
    { "beusable", XP_GLOBAL, "__beusablerumclient__", NULL },
    { "beusable", XP_STUB,
      "(function(w){w.__beusablerumclient__=w.__beusablerumclient__||{load:function(){}}})(window);", NULL },

    /* bigmir */
    { "bigmir", XP_URL, "c.bigmir.net", "script pixel picture hint" },
    { "bigmir", XP_URL, "i.bigmir.net/topjs", NULL },
    { "bigmir", XP_URL, "top.bigmir.net", NULL },
    { "bigmir", XP_GLOBAL, "bmN bmD bmS bmQ bmT bmB BM_D", NULL },

    /* bing-uet */
    { "bing-uet", XP_URL, "bat.bing.com", NULL },
    { "bing-uet", XP_URL, "bat.bing.net", NULL },
    { "bing-uet", XP_URL, "bat.r.msn.com", NULL },
    { "bing-uet", XP_URL, "flex.msn.com/mstag", NULL },
    { "bing-uet", XP_INLINE, "UET(o)", NULL },
    { "bing-uet", XP_INLINE, "uetq.push(", "proof" },
    { "bing-uet", XP_INLINE, "uetq||[]", NULL },
    { "bing-uet", XP_GLOBAL, "uetq UET mstag uet_*", NULL },
    { "bing-uet", XP_MAKES, "mstag", "flex.msn.com" },
    { "bing-uet", XP_STUB,
      "(function(w){function U(o){this.push=function(){};this.pageLoad=function(){};"
      "this.q=o&&o.q||[]}w.UET=w.UET||U;w.uetq=w.uetq||[];w.mstag=w.mstag||{"
      "loadTag:function(){}}})(window);",
      NULL },

    /* bizible */
    { "bizible", XP_URL, "cdn.bizible.com", NULL },
    { "bizible", XP_URL, "cdn.bizibly.com", NULL },
    { "bizible", XP_URL, "bizible.com/m/", NULL },
    { "bizible", XP_URL, "a.bizible.com", NULL },
    { "bizible", XP_INLINE, "Bizible.Push(", NULL },
    { "bizible", XP_INLINE, "BizTrackingA", NULL },
    { "bizible", XP_INLINE, "Bizible=", NULL },
    { "bizible", XP_INLINE, "['Bizible']", "proof" },
    { "bizible", XP_GLOBAL, "Bizible BizTrackingA", NULL },
    { "bizible", XP_MAKES, "Bizible", NULL },
    { "bizible", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.Bizible=w.Bizible||{},\"Push\",n);d(w.BizTrackingA=w.BizTrackingA||{},\"XdcCallback\",n)})(window);",
      NULL },

    /* blogoscoop */
    { "blogoscoop", XP_URL, "stats.blogoscoop.net", "script pixel picture hint" },

    /* bloomreach */
    { "bloomreach", XP_URL, "cdn.brcdn.com", NULL },
    { "bloomreach", XP_URL, "cdns.brsrvr.com", NULL },
    { "bloomreach", XP_URL, "p.brsrvr.com", NULL },
    { "bloomreach", XP_URL, "/br-trk-*.js", NULL },
    { "bloomreach", XP_INLINE, "br_data.acct_id", NULL },
    { "bloomreach", XP_INLINE, "br_data={", NULL },
    { "bloomreach", XP_INLINE, "BrTrk.getTracker(", NULL },
    { "bloomreach", XP_GLOBAL, "br_data BrTrk brtrk", NULL },
    { "bloomreach", XP_MAKES, "BrTrk", NULL },
    { "bloomreach", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var o={};d(o,\"logEvent logPageView "
      "updateBrData\",n);d(w.br_data=w.br_data||{},\"acct_id\",\"\");d(w."
      "BrTrk=w.BrTrk||{},\"getTracker\",function(){return o})})(window);",
      NULL },

    /* blueconic */
    { "blueconic", XP_URL, "blueconic.net", NULL },
    { "blueconic", XP_INLINE, "blueConicClient", NULL },
    { "blueconic", XP_GLOBAL, "blueConicClient blueConicPreListeners", NULL },
    { "blueconic", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.blueConicClient=w.blueConicClient||{},\"createEvent handlePageView setDialogueHidden\",n)})(window);",
      NULL },

    /* bluecore */
    { "bluecore", XP_URL, "bluecore.com/triggermail.js/", NULL },
    { "bluecore", XP_URL, "bluecore.app/triggermail.js/", NULL },
    { "bluecore", XP_URL, "onsitestats.bluecore.com", NULL },
    { "bluecore", XP_INLINE, "_bluecoreTrack.push(", NULL },
    { "bluecore", XP_INLINE, "triggermail.identify(", NULL },
    { "bluecore", XP_INLINE, "triggermail.track(", NULL },
    { "bluecore", XP_GLOBAL, "triggermail _bluecoreTrack", NULL },
    { "bluecore", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"_bluecoreTrack\",\"\");l(\"triggermail\",\"identify track register unregister view_product "
      "add_to_cart\");})(window);",
      NULL },

    /* bluetriangle */
    { "bluetriangle", XP_URL, "btttag.com", NULL },

    /* bombora */
    { "bombora", XP_URL, "ml314.com", NULL },
    { "bombora", XP_INLINE, "_bmb=", NULL },
    { "bombora", XP_INLINE, "_bmb('", NULL },
    { "bombora", XP_INLINE, "_ml.eid", NULL },
    { "bombora", XP_INLINE, "'_ccmaid'", NULL },
    { "bombora", XP_GLOBAL, "_ml _bmb", NULL },
    { "bombora", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,{})}w._ml=w._ml||{};r(function(){var "
      "x=w._bmb=w._bmb||f;typeof x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* bownow */
    { "bownow", XP_URL, "contents.bownow.jp/js/", NULL },
    { "bownow", XP_URL, "contents.bownow.jp", "hint" },
    { "bownow", XP_ELEMENT, "script#_bownow_ca_ct", NULL },

    /* branch */
    { "branch", XP_URL, "cdn.branch.io/branch-", NULL },
    { "branch", XP_URL, "cdn.branch.io/branch-latest.min.js", NULL },
    { "branch", XP_URL, "api2.branch.io", NULL },
    { "branch", XP_INLINE, "branch.init(", "weak" },
    { "branch", XP_INLINE, "branch.track(", "weak" },
    { "branch", XP_INLINE, "branch.logEvent(", "weak" },
    { "branch", XP_GLOBAL, "branch", NULL },
    { "branch", XP_STUB,
      "(function(w){" STUB_CALL STUB_NAMES STUB_QUEUE "function f(){for(var "
      "i=0;arguments.length>i;)c(arguments[i++],w,null,{data:\"\",data_parsed:{},link:\"\"})}function l(){for(var "
      "i=0;arguments.length>i;)c(arguments[i++],w,null,\"\")}function "
      "a(e){(e&&e[0]==\"link\"?l:f).apply(w,e&&e[1]||[])}var b=w.branch=w.branch||{};b._q=b._q||[];d(b,\"addListener "
      "applyCode autoAppIndex banner closeBanner closeJourney creditHistory credits crossPlatformIds data deepview "
      "deepviewCta disableTracking first getBrowserFingerprintId getCode init lastAttributedTouchData logEvent logout "
      "qrCode redeem referrals removeListener renderFinalize renderQueue sendSMS setAPIResponseCallback "
      "setBranchViewData setDMAParamsForEEA setIdentity setRequestMetaData track trackCommerceEvent "
      "updateMinimumConsentLevel validateCode\",f);b.link=b.link||l;"
      "q(b._q,a)})(window);",
      NULL },

    /* braze */
    { "braze", XP_URL, "js.appboycdn.com/web-sdk/", NULL },
    { "braze", XP_URL, "js.appboycdn.com", "hint" },
    { "braze", XP_INLINE, "braze.initialize(", NULL },
    { "braze", XP_INLINE, "appboy.initialize(", NULL },
    { "braze", XP_INLINE, "braze.openSession(", NULL },
    { "braze", XP_INLINE, "appboy.openSession(", NULL },
    { "braze", XP_INLINE, "brazeQueue", NULL },
    { "braze", XP_GLOBAL, "braze brazeQueue appboy appboyQueue", NULL },
    { "braze", XP_STUB,
      "(function(w){function n(){}function t(){return true}" STUB_CALL STUB_NAMES
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}var u={},k,m;d(u,\"addAlias "
      "addToCustomAttributeArray addToSubscriptionGroup getUserId incrementCustomUserAttribute "
      "removeFromCustomAttributeArray removeFromSubscriptionGroup setCountry setCustomLocationAttribute "
      "setCustomUserAttribute setDateOfBirth setEmail setEmailNotificationSubscriptionType setFirstName setGender "
      "setHomeCity setLanguage setLastKnownLocation setLastName setLineId setPhoneNumber "
      "setPushNotificationSubscriptionType\",n);for(k=2;k--;){m=[\"braze\",\"appboy\"][k];m=w[m]=w[m]||{};d(m,"
      "\"initialize openSession changeUser logCustomEvent logPurchase "
      "isPushSupported\",t);m.isPushSupported=m.isPushPermissionGranted=m.isPushBlocked=m.isDisabled=n;d(m,\"getUser\","
      "function(){return "
      "u});d(m,\"getDeviceId\",f);d(m,\"User\",{Genders:{},NotificationSubscriptionTypes:{}});d(m,\"display\",{"
      "automaticallyShowNewInAppMessages:n,showContentCards:n,hideContentCards:n});d(m,\"getCachedContentCards\","
      "function(){return{cards:[],getUnviewedCardCount:function(){return "
      "0}}});d(m,\"getAllFeatureFlags\",function(){return[]});d(m,\"automaticallyShowInAppMessages deferInAppMessage "
      "destroy disableSDK enableSDK getFeatureFlag hideContentCards isInitialized logCardClick logContentCardClick "
      "logContentCardImpressions logContentCardsDisplayed logFeatureFlagImpression logInAppMessageClick "
      "logInAppMessageImpression refreshFeatureFlags registerPush requestPushPermission removeAllSubscriptions "
      "removeSubscription requestContentCardsRefresh requestImmediateDataFlush requestInAppMessageRefresh setLogger "
      "setSdkAuthenticationSignature showContentCards showInAppMessage subscribeToContentCardsUpdates "
      "subscribeToFeatureFlagsUpdates subscribeToInAppMessage subscribeToSdkAuthenticationFailures toggleContentCards "
      "toggleLogging unregisterPush wipeData\",n)}})(window);",
      NULL },

    /* brevo */
    { "brevo", XP_URL, "cdn.brevo.com/js/sdk-loader.js", NULL },
    { "brevo", XP_URL, "sibautomation.com/sa.js", NULL },
    { "brevo", XP_URL, "sibautomation.com", NULL },
    { "brevo", XP_URL, "in-automate.brevo.com", NULL },
    { "brevo", XP_URL, "in-automate.sendinblue.com", NULL },
    { "brevo", XP_INLINE, "Brevo.push(", NULL },
    { "brevo", XP_INLINE, "Brevo=", NULL },
    { "brevo", XP_INLINE, "sendinblue=", NULL },
    { "brevo", XP_INLINE, "sendinblue.track(", NULL },
    { "brevo", XP_INLINE, "sendinblue.identify(", NULL },
    { "brevo", XP_INLINE, "sendinblue.page(", NULL },
    { "brevo", XP_INLINE, "sib={equeue", NULL },
    { "brevo", XP_GLOBAL, "Brevo sendinblue sib", NULL },
    { "brevo", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"Brevo\",\"track identify page\");l(\"sendinblue\",\"track identify trackLink page\");})(window);",
      NULL },

    /* burst */
    { "burst", XP_URL, "sayyac.net", NULL },
    { "burst", XP_URL, "sayyac.com", NULL },
    { "burst", XP_GLOBAL, "sayyac", NULL },
    { "burst", XP_MAKES, "sayyac", NULL },
    { "burst", XP_STUB, "window.sayyac=window.sayyac||{track:function(){}};", NULL },

    /* burst-statistics */
    { "burst-statistics", XP_URL, "/plugins/burst-statistics/*.js", NULL },
    { "burst-statistics", XP_URL, "/plugins/burst-pro/*.js", NULL },
    { "burst-statistics", XP_URL, "/uploads/burst/js/*.js", NULL },
    { "burst-statistics", XP_URL, "/plugins/burst-statistics/endpoint.php", NULL },
    { "burst-statistics", XP_ELEMENT, "script#burst-js", NULL },
    { "burst-statistics", XP_ELEMENT, "script#burst-timeme-js", NULL },
    { "burst-statistics", XP_ELEMENT, "script#burst-js-extra", NULL },
    { "burst-statistics", XP_ELEMENT, "script#b-timeme-js", NULL },
    { "burst-statistics", XP_INLINE, "burst-statistics", NULL },
    { "burst-statistics", XP_GLOBAL, "burst burst_*", NULL },

    /* busuanzi */
    { "busuanzi", XP_URL, "busuanzi.ibruce.info", NULL },
    { "busuanzi", XP_URL, "/busuanzi.pure.mini.js", NULL },
    { "busuanzi", XP_URL, "/busuanzi.mini.js", NULL },

    /* c3-metrics */
    { "c3-metrics", XP_URL, "c3tag.com", NULL },

    /* cabin */
    { "cabin", XP_URL, "scripts.withcabin.com", NULL },
    { "cabin", XP_URL, "scripts.cabin.com", NULL },
    { "cabin", XP_URL, "withcabin.com/hello.js", NULL },
    { "cabin", XP_URL, "cabin.com/hello.js", NULL },
    { "cabin", XP_URL, "ping.withcabin.com", NULL },

    /* callrail */
    { "callrail", XP_URL, "cdn.callrail.com", NULL },
    { "callrail", XP_URL, "js.callrail.com", NULL },
    { "callrail", XP_INLINE, "CallTrk.swap(", NULL },
    { "callrail", XP_INLINE, "CallTrkSwap", NULL },
    { "callrail", XP_GLOBAL, "CallTrk CallTrkSwap crwpVer", NULL },
    { "callrail", XP_MAKES, "CallTrk CallTrkSwap", NULL },
    { "callrail", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.CallTrk=w.CallTrk||{},\"swap\",n);w.CallTrkSwap=w.CallTrkSwap||n})(window);",
      NULL },

    /* calltouch */
    { "calltouch", XP_URL, "mod.calltouch.ru", NULL },
    { "calltouch", XP_INLINE, "CalltouchDataObject", NULL },
    { "calltouch", XP_GLOBAL, "CalltouchDataObject ct", NULL },
    { "calltouch", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"ct\",\"callbacks\");})(window);", NULL },

    /* calltrackingmetrics */
    { "calltrackingmetrics", XP_URL, "tctm.co", NULL },
    { "calltrackingmetrics", XP_URL, "tctm.xyz", NULL },
    { "calltrackingmetrics", XP_INLINE, "__ctm.tracker", NULL },
    { "calltrackingmetrics", XP_INLINE, "__ctm_loaded", NULL },
    { "calltrackingmetrics", XP_GLOBAL, "__ctm __ctm_loaded __ctm_tracked_numbers", NULL },

    /* capterra */
    { "capterra", XP_URL, "ct.capterra.com", NULL },
    { "capterra", XP_INLINE, "capterra_vkey", NULL },
    { "capterra", XP_INLINE, "capterra_vid", NULL },
    { "capterra", XP_INLINE, "capterra_prefix", NULL },
    { "capterra", XP_GLOBAL, "capterra_vkey capterra_vid capterra_prefix", NULL },

    /* catchpoint */
    { "catchpoint", XP_URL, "3gl.net", NULL },
    { "catchpoint", XP_URL, "3genlabs.net", NULL },

    /* cbsi-dw */
    { "cbsi-dw", XP_URL, "dw.com.com", NULL },
    { "cbsi-dw", XP_URL, "dw.cbsi.com", NULL },
    { "cbsi-dw", XP_URL, "dw.cbsimg.net", NULL },
    { "cbsi-dw", XP_URL, "dw-us.com.com", NULL },
    { "cbsi-dw", XP_URL, "dw-eu.com.com", NULL },
    { "cbsi-dw", XP_INLINE, "DW.clear(", NULL },
    { "cbsi-dw", XP_MAKES, "DW", NULL },
    { "cbsi-dw", XP_STUB,
      "(function(w){function n(){}w.DW=w.DW||{clear:n,trackClicks:n,noTagClickHandler:n,"
      "pageParams:{}}})(window);",
      NULL },

    /* cedexis */
    { "cedexis", XP_URL, "cedexis-radar.net", NULL },
    { "cedexis", XP_URL, "cedexis.com", NULL },
    { "cedexis", XP_URL, "cedexis.net", NULL },

    /* celebrus */
    { "celebrus", XP_URL, "celebrus.com", NULL },

    /* chartbeat */
    { "chartbeat", XP_URL, "static.chartbeat.com", NULL },
    { "chartbeat", XP_URL, "static2.chartbeat.com", NULL },
    { "chartbeat", XP_URL, "chartbeat.download.akamai.com", NULL },
    { "chartbeat", XP_URL, "chartbeat.net", NULL },
    { "chartbeat", XP_URL, "/*chartbeat*.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat.js", NULL },
    { "chartbeat", XP_URL, "/chartbeat*.js", NULL },
    { "chartbeat", XP_INLINE, "_sf_async_config", NULL },
    { "chartbeat", XP_INLINE, "_sf_startpt", NULL },
    { "chartbeat", XP_INLINE, "_sf_endpt", NULL },
    { "chartbeat", XP_INLINE, "#chartbeat-flicker-control", NULL },
    { "chartbeat", XP_INLINE, "_cbq.push(", NULL },
    { "chartbeat", XP_INLINE, "pSUPERFLY", NULL },
    { "chartbeat", XP_GLOBAL,
      "_sf_async_config _sf_startpt _sf_endpt _cbq _cbv _cbv_strategies _cbm pSUPERFLY "
      "pSUPERFLY_mab pSUPERFLY_pub loadChartbeat",
      NULL },
    { "chartbeat", XP_MAKES, "pSUPERFLY", NULL },
    { "chartbeat", XP_STUB,
      "(function(w){function n(){}w._sf_startpt=w._sf_startpt||+new Date;"
      "w._sf_async_config=w._sf_async_config||{};w._cbq=w._cbq||[];w._cbv=w._cbv||[];"
      "w.pSUPERFLY=w.pSUPERFLY||{activity:n,virtualPage:n,addEngagedTime:n,timing:n};"
      "w.pSUPERFLY_mab=w.pSUPERFLY_mab||{}})(window);",
      NULL },

    /* cj */
    { "cj", XP_URL, "mczbf.com/tags/", NULL },
    { "cj", XP_URL, "mczbf.com", "hint" },
    { "cj", XP_URL, "emjcd.com/u", NULL },
    { "cj", XP_URL, "emjcd.com/tags/", NULL },
    { "cj", XP_INLINE, "'cjapitag'", NULL },
    { "cj", XP_INLINE, "cj.order=", "weak" },
    { "cj", XP_INLINE, "cj.sitePage=", "weak" },
    { "cj", XP_GLOBAL, "cj", NULL },
    { "cj", XP_STUB, "(function(w){w.cj=w.cj||{}})(window);", NULL },

    /* clarity */
    { "clarity", XP_URL, "clarity.ms/tag/", NULL },
    { "clarity", XP_URL, "clarity.ms/s/", NULL },
    { "clarity", XP_URL, "clarity.ms/collect", NULL },
    { "clarity", XP_URL, "c.clarity.ms/c.gif", NULL },
    { "clarity", XP_URL, "scripts.clarity.ms", NULL },
    { "clarity", XP_URL, "clarity.ms", "hint" },
    { "clarity", XP_INLINE, "'clarity','script'", NULL },
    { "clarity", XP_INLINE, "clarity('set'", NULL },
    { "clarity", XP_INLINE, "clarity('identify'", NULL },
    { "clarity", XP_GLOBAL, "clarity", NULL },
    { "clarity", XP_STUB,
      "(function(w){" STUB_CALL STUB_QUEUE
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,{},{})}var x=w.clarity=w.clarity||f;"
      "q(x.q=x.q||[],function(a){f.apply(w,a)})})(window);",
      NULL },

    /* clearbit */
    { "clearbit", XP_URL, "tag.clearbitscripts.com", NULL },
    { "clearbit", XP_URL, "x.clearbitjs.com", NULL },
    { "clearbit", XP_URL, "clearbitscripts.com", NULL },
    { "clearbit", XP_INLINE, "clearbit.load(", NULL },
    { "clearbit", XP_INLINE, "clearbit.identify(", NULL },
    { "clearbit", XP_INLINE, "clearbit.page(", NULL },
    { "clearbit", XP_INLINE, "clearbit=", NULL },
    { "clearbit", XP_GLOBAL, "clearbit", NULL },
    { "clearbit", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"clearbit\",\"identify page track load reset\");})(window);",
      NULL },

    /* clevertap */
    { "clevertap", XP_URL, "d2r1yp2w7bby2u.cloudfront.net/js/", NULL },
    { "clevertap", XP_URL, "static.clevertap.com/js/", NULL },
    { "clevertap", XP_URL, "static.wizrocket.com/js/", NULL },
    { "clevertap", XP_URL, "/clevertap.min.js", NULL },
    { "clevertap", XP_URL, "wzrkt.com", NULL },
    { "clevertap", XP_URL, "wzrkt.com/a", NULL },
    { "clevertap", XP_URL, "clevertap-prod.com", NULL },
    { "clevertap", XP_INLINE, "clevertap.account.push(", NULL },
    { "clevertap", XP_INLINE, "clevertap={event:", NULL },
    { "clevertap", XP_INLINE, "clevertap.event.push(", NULL },
    { "clevertap", XP_INLINE, "clevertap.profile.push(", NULL },
    { "clevertap", XP_INLINE, "clevertap.notifications.push(", NULL },
    { "clevertap", XP_GLOBAL, "clevertap wizrocket", NULL },
    { "clevertap", XP_STUB,
      "(function(w){function n(){return \"\"}" STUB_NAMES
      "var k,m=\"account event profile onUserLogin notifications privacy notificationsCallback\".split(\" "
      "\"),o=w.clevertap=w.clevertap||{};while(k=m.pop())o[k]=o[k]||[];o.region=o.region||\"\";d(o,\"init "
      "getCleverTapID getAccountID getLocation logout clear pageChanged setOffline setLogLevel enablePersonalization "
      "disablePersonalization getAppVersion setMultiValuesForKey addMultiValueForKey addMultiValuesForKey "
      "removeMultiValueForKey removeMultiValuesForKey removeValueForKey handleIncrementValue handleDecrementValue "
      "renderNotificationViewed renderNotificationClicked\",n)})(window);",
      NULL },

    /* click-density */
    { "click-density", XP_URL, "clickdensity.com", NULL },

    /* clickcease */
    { "clickcease", XP_URL, "clickcease.com/monitor/", NULL },
    { "clickcease", XP_URL, "monitor.clickcease.com", NULL },

    /* clicktale */
    { "clicktale", XP_URL, "clicktale.net", NULL },
    { "clicktale", XP_URL, "clicktale.com", NULL },
    { "clicktale", XP_URL, "clicktale.cachefly.net", NULL },
    { "clicktale", XP_URL, "/WRe0.js", NULL },
    { "clicktale", XP_URL, "/WRb6.js", NULL },
    { "clicktale", XP_URL, "/ClickTaleCache.php", NULL },
    { "clicktale", XP_INLINE, "ClickTale(", NULL },
    { "clicktale", XP_INLINE, "WRInitTime", NULL },
    { "clicktale", XP_INLINE, "ClickTaleSSL", NULL },
    { "clicktale", XP_INLINE, "ClickTaleEvent", NULL },
    { "clicktale", XP_INLINE, "ClickTaleTag(", NULL },
    { "clicktale", XP_INLINE, "ClickTaleExec(", NULL },
    { "clicktale", XP_GLOBAL,
      "ClickTale* WRInitTime WRInitTime0 ClickTaleSSL ClickTaleSettings ClickTalePrevOnReady ClickTaleOnReady "
      "ClickTaleCDNRewrites",
      NULL },
    { "clicktale", XP_MAKES,
      "ClickTale ClickTaleTag ClickTaleEvent ClickTaleExec ClickTaleExecOnFailure ClickTaleField ClickTaleNote "
      "ClickTaleRegisterFormSubmit ClickTaleUploadPage ClickTaleStop ClickTaleLogout ClickTaleGetUID ClickTaleSetUID "
      "ClickTaleGetSID",
      NULL },
    { "clicktale", XP_STUB,
      "(function(w){function n(){}var m=\" Event Exec ExecOnFailure Field Logout Note "
      "RegisterFormSubmit Stop Tag SetUID GetUID GetSID UploadPage\".split(\" \");"
      "while(m.length){var k=\"ClickTale\"+m.pop();w[k]=w[k]||n}})(window);",
      NULL },

    /* clicky */
    { "clicky", XP_URL, "static.getclicky.com", "script pixel picture hint" },
    { "clicky", XP_URL, "in.getclicky.com", NULL },
    { "clicky", XP_URL, "getclicky.com/js", NULL },
    { "clicky", XP_URL, "hello.staticstuff.net", NULL },
    { "clicky", XP_URL, "win.staticstuff.net", NULL },
    { "clicky", XP_INLINE, "clicky.init(", NULL },
    { "clicky", XP_INLINE, "clicky_site_id", NULL },
    { "clicky", XP_INLINE, "clicky_site_ids", NULL },
    { "clicky", XP_INLINE, "clicky_custom", NULL },
    { "clicky", XP_INLINE, "clicky.log(", NULL },
    { "clicky", XP_INLINE, "clicky.goal(", NULL },
    { "clicky", XP_GLOBAL, "clicky clicky_* _genericStats clicky_site_id clicky_site_ids clicky_custom clicky_goal",
      NULL },
    { "clicky", XP_MAKES, "clicky", NULL },
    { "clicky", XP_STUB,
      "(function(w){function n(){}w.clicky_site_ids=w.clicky_site_ids||[];"
      "w.clicky_custom=w.clicky_custom||{};w.clicky=w.clicky||{log:n,goal:n,init:n,pause:n,"
      "custom_data:n,video:n,revenue:n}})(window);",
      NULL },

    /* cloudflare-insights */
    { "cloudflare-insights", XP_URL, "cloudflareinsights.com", NULL },
    { "cloudflare-insights", XP_URL, "/cdn-cgi/rum", NULL },
    { "cloudflare-insights", XP_ELEMENT, "script[data-cf-beacon]", NULL },
    { "cloudflare-insights", XP_INLINE, "__cfBeacon", NULL },
    { "cloudflare-insights", XP_GLOBAL, "__cfBeacon __cfRl", NULL },

    /* cloudwatch-rum */
    { "cloudwatch-rum", XP_URL, "/cwr.js", NULL },
    { "cloudwatch-rum", XP_URL, "client.rum.us-east-1.amazonaws.com", NULL },
    { "cloudwatch-rum", XP_INLINE, "AwsRumClient", NULL },
    { "cloudwatch-rum", XP_INLINE, "cwr('", "weak" },
    { "cloudwatch-rum", XP_GLOBAL, "cwr AwsRumClient", NULL },
    { "cloudwatch-rum", XP_STUB,
      "(function(w){function n(){}w.cwr=w.cwr||n;w.AwsRumClient=w.AwsRumClient||{q:[]}})(window);", NULL },

    /* cnzz */
    { "cnzz", XP_URL, "cnzz.com", NULL },
    { "cnzz", XP_URL, "cnzz.mmstat.com", NULL },
    { "cnzz", XP_INLINE, "_czc.push(", NULL },
    { "cnzz", XP_INLINE, "cnzz_protocol", NULL },
    { "cnzz", XP_INLINE, "cnzz_s_tag", NULL },
    { "cnzz", XP_GLOBAL, "cnzz_* _czc cnzz_protocol cnzz_s_tag", NULL },
    { "cnzz", XP_STUB, "window._czc=window._czc||[];", NULL },

    /* comagic */
    { "comagic", XP_URL, "app.comagic.ru/static/", NULL },
    { "comagic", XP_URL, "app.uiscom.ru/static/", NULL },
    { "comagic", XP_INLINE, "__cs.push(", "weak" },
    { "comagic", XP_INLINE, "__cs||[]", "weak" },
    { "comagic", XP_GLOBAL, "__cs", NULL },
    { "comagic", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST "l(\"__cs\",\"\");})(window);",
      NULL },

    /* common-room */
    { "common-room", XP_URL, "cdn.cr-relay.com", NULL },
    { "common-room", XP_URL, "cr-relay.com", NULL },
    { "common-room", XP_INLINE, "signals=Object.assign(", "weak" },
    { "common-room", XP_GLOBAL, "signals", NULL },
    { "common-room", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"signals\",\"page identify form track\");})(window);",
      NULL },

    /* compete */
    { "compete", XP_URL, "c.compete.com", NULL },
    { "compete", XP_URL, "compete.com/bootstrap", NULL },
    { "compete", XP_URL, "c-col.com", NULL },
    { "compete", XP_INLINE, "__compete_code", NULL },
    { "compete", XP_GLOBAL, "__compete_code", NULL },

    /* comscore */
    { "comscore", XP_URL, "scorecardresearch.com", NULL },
    { "comscore", XP_URL, "scoreresearch.com", NULL },
    { "comscore", XP_URL, "/*comscore*.js", NULL },
    { "comscore", XP_URL, "/comscore.js", NULL },
    { "comscore", XP_URL, "/comscore*.js", NULL },
    { "comscore", XP_INLINE, "_comscore", NULL },
    { "comscore", XP_INLINE, "COMSCORE", NULL },
    { "comscore", XP_INLINE, "udm_(", NULL },
    { "comscore", XP_GLOBAL, "COMSCORE _comscore udm_ ns_p ns_pixelUrl ns_order", NULL },
    { "comscore", XP_MAKES, "COMSCORE", NULL },
    { "comscore", XP_STUB,
      "(function(w){function n(){}w._comscore=w._comscore||[];w.COMSCORE=w.COMSCORE||{"
      "beacon:n,purge:n};w.udm_=w.udm_||n})(window);",
      NULL },

    /* conde-nast */
    { "conde-nast", XP_URL, "pixel.condenastdigital.com", NULL },
    { "conde-nast", XP_URL, "/sparrow.min.js", "known" },
    { "conde-nast", XP_URL, "condenastdigital.com/config/", NULL },
    { "conde-nast", XP_URL, "/js/eventTracker.js", "known" },
    { "conde-nast", XP_URL, "result.*.com/js/eventTracker.js", "script" },
    { "conde-nast", XP_INLINE, "SparrowLoader(", NULL },
    { "conde-nast", XP_GLOBAL, "SparrowLoader", NULL },

    /* contentsquare */
    { "contentsquare", XP_URL, "contentsquare.net", NULL },
    { "contentsquare", XP_URL, "content-square.net", NULL },
    { "contentsquare", XP_URL, "d1m6l9dfulcyw7.cloudfront.net", NULL },
    { "contentsquare", XP_INLINE, "_uxa.push(", NULL },
    { "contentsquare", XP_INLINE, "_uxa||[]", NULL },
    { "contentsquare", XP_INLINE, "CS_CONF", NULL },
    { "contentsquare", XP_GLOBAL, "_uxa CS_CONF", NULL },
    { "contentsquare", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "m(\"_uxa\",function(a){c(a,w,{});for(var i=0;a&&a.length>i;)c(a[i++],w,{})})})(window);",
      NULL },

    /* convert */
    { "convert", XP_URL, "convertexperiments.com", NULL },

    /* coremetrics */
    { "coremetrics", XP_URL, "/eluminate.js", NULL },
    { "coremetrics", XP_URL, "/eluminate*.js", NULL },
    { "coremetrics", XP_URL, "/cmdatatagutils.js", NULL },
    { "coremetrics", XP_URL, "/cmdatatagutils*.js", NULL },
    { "coremetrics", XP_URL, "/techprops.js", NULL },
    { "coremetrics", XP_URL, "/coremetrics*.js", NULL },
    { "coremetrics", XP_URL, "/Coremetrics*.js", NULL },
    { "coremetrics", XP_URL, "/io_config.js", "known" },
    { "coremetrics", XP_URL, "/cmcustom.js", "known" },
    { "coremetrics", XP_URL, "coremetrics.com", NULL },
    { "coremetrics", XP_URL, "cmcore.com", NULL },
    { "coremetrics", XP_URL, "coremetrics.eu", NULL },
    { "coremetrics", XP_URL, "cmcore.eu", NULL },
    { "coremetrics", XP_INLINE, "cmSetClientID(", NULL },
    { "coremetrics", XP_INLINE, "cmCreatePageviewTag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateProductviewTag(", NULL },
    { "coremetrics", XP_INLINE, "cmSetProduction(", NULL },
    { "coremetrics", XP_INLINE, "cmSetStaging(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateElementTag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateShopAction5Tag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateShopAction9Tag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateOrderTag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateConversionEventTag(", NULL },
    { "coremetrics", XP_INLINE, "cmCreateTechPropsTag(", NULL },
    { "coremetrics", XP_INLINE, "cmDisplayShop5s(", NULL },
    { "coremetrics", XP_INLINE, "cmExecuteTagQueue(", NULL },
    { "coremetrics", XP_GLOBAL,
      "cmSetClientID cmSetProduction cmSetStaging cmSetCurrencyCode cmSetSubdomainLinks "
      "cmSetupOther cmSetupNormalization cmCreate* cmDisplayShop* cmExecuteTagQueue "
      "cm_ClientID cm_HOST cm_TrackLink cm_TrackImpressions cm_JSFEnabled cm_exAttr "
      "cmAddShop cmLoadIOConfig",
      NULL },
    { "coremetrics", XP_MAKES,
      "cmSetClientID cmSetProduction cmSetStaging cmSetCurrencyCode cmSetupOther cmCreatePageviewTag "
      "cmCreateProductviewTag cmCreateElementTag cmCreatePageElementTag cmCreateConversionEventTag cmCreateOrderTag "
      "cmCreateShopAction5Tag cmCreateShopAction9Tag cmCreateRegistrationTag cmCreateErrorTag cmCreateTechPropsTag "
      "cmCreateManualPageviewTag cmCreateManualLinkClickTag cmCreateCustomTag cmAddShop cmDisplayShops cmDisplayShop5s "
      "cmDisplayShop9s",
      NULL },
    { "coremetrics", XP_STUB,
      "(function(w){function n(){}var k,m=\"SetClientID SetProduction SetStaging SetCurrencyCode "
      "SetupOther DisplayShop5s DisplayShop9s DisplayShops AddShop CreatePageviewTag "
      "CreateProductviewTag CreateShopAction5Tag CreateShopAction9Tag CreateOrderTag "
      "CreateConversionEventTag CreateElementTag CreatePageElementTag CreateManualLinkClickTag "
      "CreateManualPageviewTag CreateRegistrationTag CreateErrorTag CreateTechPropsTag "
      "CreateCustomTag\".split(\" \");while(k=m.pop())w[\"cm\"+k]=w[\"cm\"+k]||n})(window);",
      NULL },

    /* counter-dev */
    { "counter-dev", XP_URL, "cdn.counter.dev", NULL },
    { "counter-dev", XP_URL, "counter.dev/track", NULL },
    { "counter-dev", XP_ELEMENT, "script[data-id=<uuid>][data-utcoffset]", NULL },

    /* countly */
    { "countly", XP_URL, "/countly.min.js", NULL },
    { "countly", XP_URL, "/countly.js", NULL },
    { "countly", XP_URL, "cdnjs.cloudflare.com/ajax/libs/countly-sdk-web/", NULL },
    { "countly", XP_URL, "cdn.jsdelivr.net/npm/countly-sdk-web*", NULL },
    { "countly", XP_URL, "unpkg.com/countly-sdk-web*", NULL },
    { "countly", XP_INLINE, "Countly.q", NULL },
    { "countly", XP_INLINE, "Countly.init(", NULL },
    { "countly", XP_GLOBAL, "Countly", NULL },
    { "countly", XP_MAKES, "Countly", NULL },
    { "countly", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE
      "var o=w.Countly=w.Countly||{};d(o,\"init add_event add_log_error log_error change_id begin_session "
      "session_duration end_session track_sessions track_pageview track_clicks track_scrolls track_links "
      "track_forms track_errors track_view user_details start_event end_event report_conversion "
      "report_feedback add_consent remove_consent group_features fetch_remote_config enable_offline_mode "
      "disable_offline_mode\",f);d(o,\"get_remote_config get_device_id check_consent\",n);"
      "r(function(){q(o.q=o.q||[],c);q(o.onload=o.onload||[],c)})})(window);",
      NULL },

    /* coveo */
    { "coveo", XP_URL, "static.cloud.coveo.com/coveo.analytics.js/", NULL },
    { "coveo", XP_URL, "/coveoua.js", NULL },
    { "coveo", XP_URL, "usageanalytics.coveo.com", NULL },
    { "coveo", XP_URL, "analytics.cloud.coveo.com", NULL },
    { "coveo", XP_INLINE, "CoveoAnalyticsObject", NULL },
    { "coveo", XP_INLINE, "coveoua('", NULL },
    { "coveo", XP_GLOBAL, "coveoua CoveoAnalyticsObject", NULL },
    { "coveo", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"coveoua\",\"q\");})(window);", NULL },

    /* crazy-egg */
    { "crazy-egg", XP_URL, "script.crazyegg.com", NULL },
    { "crazy-egg", XP_URL, "crazyegg.com/pages/scripts/", NULL },
    { "crazy-egg", XP_URL, "dnn506yrbagrg.cloudfront.net", NULL },
    { "crazy-egg", XP_URL, "cetrk.com", NULL },
    { "crazy-egg", XP_INLINE, "CE_SNAPSHOT_NAME", NULL },
    { "crazy-egg", XP_INLINE, "CE2.set(", NULL },
    { "crazy-egg", XP_GLOBAL, "CE2 CE_READY CE_SNAPSHOT_NAME CE_USER_DATA CE_API", NULL },
    { "crazy-egg", XP_MAKES, "CE2", NULL },
    { "crazy-egg", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE
      "var a=\"set identify click converted setVar setCustomData\";d(w.CE2=w.CE2||{},a,n);"
      "r(function(){var x=w.CE_API=w.CE_API||[];d(x,a,n);q(x,c)})})(window);",
      NULL },

    /* cronitor-rum */
    { "cronitor-rum", XP_URL, "rum.cronitor.io", NULL },
    { "cronitor-rum", XP_INLINE, "cronitor('track'", NULL },
    { "cronitor-rum", XP_INLINE, "cronitor=", NULL },
    { "cronitor-rum", XP_GLOBAL, "cronitor", NULL },
    { "cronitor-rum", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"cronitor\",\"q\");})(window);", NULL },

    /* customer-io */
    { "customer-io", XP_URL, "assets.customer.io", NULL },
    { "customer-io", XP_URL, "cdp.customer.io", NULL },
    { "customer-io", XP_URL, "cdp-eu.customer.io", NULL },
    { "customer-io", XP_URL, "track.customer.io", NULL },
    { "customer-io", XP_URL, "track-eu.customer.io", NULL },
    { "customer-io", XP_INLINE, "_cio||[]", NULL },
    { "customer-io", XP_INLINE, "_cio=[]", NULL },
    { "customer-io", XP_INLINE, "_cio.identify(", NULL },
    { "customer-io", XP_INLINE, "_cio.track(", NULL },
    { "customer-io", XP_INLINE, "_cio.page(", NULL },
    { "customer-io", XP_INLINE, "'cio-tracker'", NULL },
    { "customer-io", XP_INLINE, "'cioanalytics'", NULL },
    { "customer-io", XP_INLINE, "data-global-customerio-analytics-key", NULL },
    { "customer-io", XP_GLOBAL, "_cio cioanalytics", NULL },
    { "customer-io", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"_cio\",\"load identify sidentify track page on off reset\");l(\"cioanalytics\",\"load identify track page "
      "group alias ready reset on once off user setAnonymousId addSourceMiddleware\");})(window);",
      NULL },

    /* cxense */
    { "cxense", XP_URL, "cdn.cxense.com/cx.js", NULL },
    { "cxense", XP_URL, "cdn.cxense.com/cxn.js", NULL },
    { "cxense", XP_URL, "cdn.cxense.com/cx.cce.js", NULL },
    { "cxense", XP_URL, "cdn.cxense.com/track_", NULL },
    { "cxense", XP_URL, "comcluster.cxense.com", "script pixel hint" },
    { "cxense", XP_URL, "cxense.com/Repo/", NULL },
    { "cxense", XP_URL, "cxense.com", "hint" },
    { "cxense", XP_URL, "cxpublic.com", "pixel hint" },
    { "cxense", XP_INLINE, "cX.callQueue", NULL },
    { "cxense", XP_INLINE, "cX.setSiteId", NULL },
    { "cxense", XP_INLINE, "cX.sendPageViewEvent", NULL },
    { "cxense", XP_GLOBAL, "cX", NULL },
    { "cxense", XP_MAKES, "cX", NULL },
    { "cxense", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_QUEUE STUB_READY
      "function e(g){c(g,w,\"\");return \"\"}r(function(){var x=w.cX=w.cX||{};"
      "d(x,\"invoke setSiteId setPageContext setCustomParameters setUserProfileParameters "
      "setEventAttributes sendPageViewEvent sendEvent sendSpaEvent addExternalId insertWidget "
      "addCustomerScript initializePage startTracking setConsent addHeaders getUserSegments\",f);"
      "d(x,\"getUserId getSessionId getUserSegmentIds getCookie\",e);q(x.callQueue=x.callQueue||[],"
      "function(a){a&&a[0]==\"invoke\"&&c(a[1],x)})})})(window);",
      NULL },

    /* dap */
    { "dap", XP_URL, "/Universal-Federated-Analytics*.js", NULL },
    { "dap", XP_URL, "/federated-analytics*.js", NULL },
    { "dap", XP_URL, "/Federated-Analytics*.js", NULL },
    { "dap", XP_URL, "/gsa-federated-analytics*.js", NULL },
    { "dap", XP_URL, "/Universal-Federated-Analytics-Min.js", NULL },
    { "dap", XP_URL, "dap.digitalgov.gov", NULL },
    { "dap", XP_INLINE, "_fed_an_ua_tag", NULL },
    { "dap", XP_GLOBAL, "_fed_an_ua_tag gas gas4 oCONFIG", NULL },
    { "dap", XP_MAKES, "gas gas4", NULL },
    { "dap", XP_STUB, "window.gas=window.gas||function(){};window.gas4=window.gas4||function(){};", NULL },

    /* databuddy */
    { "databuddy", XP_URL, "cdn.databuddy.cc", NULL },
    { "databuddy", XP_URL, "basket.databuddy.cc", NULL },
    { "databuddy", XP_URL, "/databuddy.js", NULL },
    { "databuddy", XP_INLINE, "databuddy=", NULL },
    { "databuddy", XP_INLINE, "databuddy.track(", NULL },
    { "databuddy", XP_GLOBAL, "databuddy databuddyConfig", NULL },
    { "databuddy", XP_MAKES, "databuddy", NULL },
    { "databuddy", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.databuddy=w.databuddy||{},\"track screenView setGlobalProperties clear flush trackError "
      "trackCustomEvent\",n);d(w.databuddy,\"options\",{})})(window);",
      NULL },

    /* datadog-rum */
    { "datadog-rum", XP_URL, "/datadog-rum*.js", NULL },
    { "datadog-rum", XP_URL, "/datadog-logs*.js", NULL },
    { "datadog-rum", XP_URL, "/datadog-rum.js", NULL },
    { "datadog-rum", XP_URL, "datadoghq-browser-agent.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-datadoghq.eu", NULL },
    { "datadog-rum", XP_URL, "rum-http-intake.logs.datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-us3-datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-us5-datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-ap1-datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-ap2-datadoghq.com", NULL },
    { "datadog-rum", XP_URL, "browser-intake-ddog-gov.com", NULL },
    { "datadog-rum", XP_INLINE, "DD_RUM.init(", NULL },
    { "datadog-rum", XP_INLINE, "DD_RUM.onReady(", NULL },
    { "datadog-rum", XP_INLINE, "DD_RUM=", NULL },
    { "datadog-rum", XP_INLINE, "DD_RUM&&", NULL },
    { "datadog-rum", XP_INLINE, "DD_LOGS.init(", NULL },
    { "datadog-rum", XP_GLOBAL, "DD_RUM DD_LOGS datadogRum datadogLogs", NULL },
    { "datadog-rum", XP_MAKES, "DD_RUM", "datadog-rum browser-agent" },
    { "datadog-rum", XP_MAKES, "DD_LOGS", "datadog-logs browser-agent" },
    { "datadog-rum", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_NAMES STUB_QUEUE
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,U);return U}"
      "var U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^(is|get[^L]|Symbol)/.test(String(k))?n:U}}"
      "):f,m=\"init onReady addAction addError setUser clearUser setUserProperty setGlobalContextProperty "
      "startView addTiming startSessionReplayRecording setTrackingConsent logger getLogger createLogger "
      "log debug info warn error\",x,i=0;f._xp=1;f.then=0;d(f,m,U);for(;2>i;"
      "d(x,m,U),q(x.q,c))x=\"DD_\"+[\"RUM\",\"LOGS\"][i++],x=w[x]=w[x]||U})(window,window.Proxy);",
      NULL },

    /* datafast */
    { "datafast", XP_URL, "datafa.st/js/", NULL },
    { "datafast", XP_URL, "datafa.st", "hint" },
    { "datafast", XP_ELEMENT, "script[data-website-id=dfid_*]", NULL },
    { "datafast", XP_INLINE, "datafast=", NULL },
    { "datafast", XP_INLINE, "datafast('", NULL },
    { "datafast", XP_GLOBAL, "datafast", NULL },
    { "datafast", XP_MAKES, "datafast", NULL },
    { "datafast", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"datafast\",\"q\");})(window);", NULL },

    /* debugbear */
    { "debugbear", XP_URL, "cdn.debugbear.com", NULL },
    { "debugbear", XP_INLINE, "dbbRum", NULL },
    { "debugbear", XP_GLOBAL, "dbbRum dbpr", NULL },
    { "debugbear", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST "l(\"dbbRum\",\"\");})(window);",
      NULL },

    /* decibel */
    { "decibel", XP_URL, "decibelinsight.net", NULL },
    { "decibel", XP_URL, "decibelinsight.com", NULL },
    { "decibel", XP_INLINE, "decibelInsight", NULL },
    { "decibel", XP_GLOBAL, "decibelInsight _da_* _da_", NULL },
    { "decibel", XP_STUB, "(function(w){" STUB_CALL STUB_EACH "w.decibelInsight=w.decibelInsight||f})(window);", NULL },

    /* demandbase */
    { "demandbase", XP_URL, "tag.demandbase.com", NULL },
    { "demandbase", XP_URL, "scripts.demandbase.com", NULL },
    { "demandbase", XP_URL, "s.company-target.com", NULL },
    { "demandbase", XP_URL, "segments.company-target.com", NULL },
    { "demandbase", XP_URL, "id.company-target.com", NULL },
    { "demandbase", XP_URL, "tag-logger.demandbase.com", NULL },
    { "demandbase", XP_URL, "company-target.com", "hint" },
    { "demandbase", XP_INLINE, "demandbase_js_lib", NULL },
    { "demandbase", XP_INLINE, "Demandbase.Config", NULL },
    { "demandbase", XP_GLOBAL, "Demandbase __db", NULL },
    { "demandbase", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var o=w.Demandbase=w.Demandbase||{};d(o,\"Config utils Connectors\",{});d(o,\"addListener track\",n)})(window);",
      NULL },

    /* demandware-analytics */
    { "demandware-analytics", XP_URL, "/internal/jscript/dwanalytics-*.js", NULL },
    { "demandware-analytics", XP_URL, "/internal/jscript/dwac-*.js", NULL },
    { "demandware-analytics", XP_URL, "/dwanalytics-*.js", NULL },
    { "demandware-analytics", XP_URL, "/dwac-*.js", NULL },

    /* dotmetrics */
    { "dotmetrics", XP_URL, "dotmetrics.net", NULL },
    { "dotmetrics", XP_INLINE, "dotmetrics.net/script", NULL },
    { "dotmetrics", XP_GLOBAL, "DotMetricsSettings DotMetricsObj", NULL },
    { "dotmetrics", XP_STUB,
      "(function(w){function n(){}w.DotMetricsObj=w.DotMetricsObj||{postPage:n,"
      "CookieConsent:n,PostVideo:n};w.DotMetricsSettings=w.DotMetricsSettings||{}})(window);",
      NULL },

    /* dreamdata */
    { "dreamdata", XP_URL, "cdn.dreamdata.cloud", NULL },
    { "dreamdata", XP_URL, "dreamdata.cloud", NULL },
    { "dreamdata", XP_INLINE, "dreamdata=", NULL },
    { "dreamdata", XP_INLINE, "dreamdata.load(", NULL },
    { "dreamdata", XP_INLINE, "dreamdata.page(", NULL },
    { "dreamdata", XP_GLOBAL, "dreamdata", NULL },
    { "dreamdata", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"dreamdata\",\"load identify track page group alias ready reset on once off debug\");})(window);",
      NULL },

    /* dstillery */
    { "dstillery", XP_URL, "action.dstillery.com", NULL },
    { "dstillery", XP_URL, "action.media6degrees.com", NULL },

    /* dynamic-yield */
    { "dynamic-yield", XP_URL, "dynamicyield.com", NULL },
    { "dynamic-yield", XP_INLINE, "DY.recommendationContext", NULL },
    { "dynamic-yield", XP_GLOBAL, "DY DYO", NULL },
    { "dynamic-yield", XP_STUB, "(function(w){var d=w.DY=w.DY||{};d.API=d.API||function(){}})(window);", NULL },

    /* dynatrace */
    { "dynatrace", XP_URL, "/ruxitagentjs_", NULL },
    { "dynatrace", XP_URL, "/ruxitagent*.js", NULL },
    { "dynatrace", XP_URL, "/dtagent*.js", NULL },
    { "dynatrace", XP_URL, "/dynaTraceMonitor", NULL },
    { "dynatrace", XP_URL, "/gomez.js", "known" },
    { "dynatrace", XP_URL, "js-cdn.dynatrace.com", NULL },
    { "dynatrace", XP_URL, "dynatrace.com/jstag", NULL },
    { "dynatrace", XP_URL, "ruxit.com", NULL },
    { "dynatrace", XP_URL, "bf-dt.dynatrace.com", NULL },
    { "dynatrace", XP_URL, "axf8.net", NULL },
    { "dynatrace", XP_URL, "dynatrace-managed.com/jstag", NULL },
    { "dynatrace", XP_URL, "bf.dynatrace.com", NULL },
    { "dynatrace", XP_INLINE, "dtrum.", NULL },
    { "dynatrace", XP_INLINE, "gomez={gs", NULL },
    { "dynatrace", XP_INLINE, "gomez.nameEvent(", NULL },
    { "dynatrace", XP_INLINE, "gomez.startInterval(", NULL },
    { "dynatrace", XP_INLINE, "gomez.endInterval(", NULL },
    { "dynatrace", XP_GLOBAL, "gomez dT_ dtrum", NULL },
    { "dynatrace", XP_MAKES, "dtrum", "ruxit jstag js-cdn" },
    { "dynatrace", XP_STUB,
      "(function(w,P){function n(){}function f(){return U}var k,m=\"enterAction leaveAction "
      "addActionProperties actionName identifyUser sendBeacon reportError endSession startInterval "
      "endInterval nameEvent\".split(\" \"),U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^(is|"
      "get|Symbol)/.test(String(k))?n:U}}):f,d=w.dtrum=w.dtrum||U;f.then=0;while(k=m.pop())f[k]=f[k]||"
      "f,d[k]=d[k]||U;w.gomez=w.gomez||U})(window,window.Proxy);",
      NULL },

    /* echobox */
    { "echobox", XP_URL, "ebxcdn.com", NULL },

    /* econda */
    { "econda", XP_URL, "/emos2.js", NULL },
    { "econda", XP_URL, "/emos3.js", NULL },
    { "econda", XP_URL, "/emos.js", "known" },
    { "econda", XP_URL, "/emos2.min.js", NULL },
    { "econda", XP_URL, "/econda*.js", NULL },
    { "econda", XP_URL, "econda-monitor.de", NULL },
    { "econda", XP_URL, "ecn-ldr.de", NULL },
    { "econda", XP_ELEMENT, "script[client-key][container-id]", NULL },
    { "econda", XP_INLINE, "emospro", NULL },
    { "econda", XP_INLINE, "emosTrackVersion", NULL },
    { "econda", XP_INLINE, "emosPropertiesEvent(", NULL },
    { "econda", XP_INLINE, "emos3.", NULL },
    { "econda", XP_GLOBAL, "emospro emosTrackVersion emosProps emos3 emosPropertiesEvent emos_* emos_kdnr", NULL },
    { "econda", XP_MAKES, "emosPropertiesEvent", "emos2 emos.js econda" },
    { "econda", XP_STUB,
      "(function(w){function n(){}w.emosPropertiesEvent=w.emosPropertiesEvent||n;w.emospro=w.emospro||{};"
      "var e=w.emos3=w.emos3||{};e.send=e.send||n;e.defaults=e.defaults||{};e.stored=e.stored||[]}"
      ")(window);",
      NULL },

    /* effective-measure */
    { "effective-measure", XP_URL, "effectivemeasure.net", NULL },
    { "effective-measure", XP_URL, "effectivemeasure.com", NULL },
    { "effective-measure", XP_INLINE, "_em.trackAjaxPageview", NULL },
    { "effective-measure", XP_GLOBAL, "_em", NULL },
    { "effective-measure", XP_MAKES, "_em", NULL },
    { "effective-measure", XP_STUB, "window._em=window._em||{trackAjaxPageview:function(){}};", NULL },

    /* elastic-rum */
    { "elastic-rum", XP_URL, "/elastic-apm-rum.umd.min.js", NULL },
    { "elastic-rum", XP_URL, "/elastic-apm-rum*.js", NULL },
    { "elastic-rum", XP_URL, "unpkg.com/@elastic/apm-rum*", NULL },
    { "elastic-rum", XP_URL, "cdn.jsdelivr.net/npm/@elastic/apm-rum*", NULL },
    { "elastic-rum", XP_URL, "/elastic-apm-js-base*.js", NULL },
    { "elastic-rum", XP_INLINE, "elasticApm.init(", NULL },
    { "elastic-rum", XP_INLINE, "elasticApm.setInitialPageLoadName(", NULL },
    { "elastic-rum", XP_GLOBAL, "elasticApm", NULL },
    { "elastic-rum", XP_MAKES, "elasticApm", NULL },
    { "elastic-rum", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "function s(){return o}var o={},a=w.elasticApm=w.elasticApm||{};d(o,\"startSpan\",s);d(o,\"end addLabels mark "
      "addContext block captureBreakdown setLabel\",n);d(a,\"init startTransaction startSpan "
      "getCurrentTransaction\",s);o.isActive=a.isActive=n;d(o,\"startTransaction "
      "getCurrentTransaction\",s);d(a,\"setInitialPageLoadName setUserContext setCustomContext addLabels addFilter "
      "observe captureError config isEnabled\",n);d(o,\"setInitialPageLoadName setUserContext setCustomContext "
      "addFilter observe captureError config\",n)})(window);",
      NULL },

    /* elevar */
    { "elevar", XP_URL, "shopify-gtm-suite.getelevar.com", NULL },
    { "elevar", XP_URL, "getelevar.com/shops/", NULL },
    { "elevar", XP_URL, "getelevar.com/configs/", NULL },
    { "elevar", XP_INLINE, "ElevarDataLayer", NULL },
    { "elevar", XP_GLOBAL,
      "ElevarDataLayer ElevarInvalidateContext ElevarUserIdFn ElevarConsentFn ElevarTransformFn "
      "ElevarGtmSuiteListeners",
      NULL },
    { "elevar", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"ElevarDataLayer\",\"\");})(window);",
      NULL },

    /* eloqua */
    { "eloqua", XP_URL, "/elqCfg.js", NULL },
    { "eloqua", XP_URL, "/elqCfg*.js", NULL },
    { "eloqua", XP_URL, "/elqImg*.js", NULL },
    { "eloqua", XP_URL, "/elqNow/", NULL },
    { "eloqua", XP_URL, "/elqScr.js", NULL },
    { "eloqua", XP_URL, "/elqIpi.js", NULL },
    { "eloqua", XP_URL, "en25.com/i/", NULL },
    { "eloqua", XP_URL, "en25.com/visitor/", NULL },
    { "eloqua", XP_URL, "eloqua.com/visitor/", NULL },
    { "eloqua", XP_URL, "eloqua.com/include/", NULL },
    { "eloqua", XP_URL, "t.eloqua.com", NULL },
    { "eloqua", XP_URL, "tracking.en25.com", NULL },
    { "eloqua", XP_INLINE, "_elqQ.push(", NULL },
    { "eloqua", XP_INLINE, "_elqQ||[]", NULL },
    { "eloqua", XP_INLINE, "elqCustomerGUID", NULL },
    { "eloqua", XP_GLOBAL, "_elqQ elq* GetElqCustomerGUID", NULL },
    { "eloqua", XP_STUB,
      "(function(w){w._elqQ=w._elqQ||[];w.GetElqCustomerGUID=w.GetElqCustomerGUID||function"
      "(){return \"\"}})(window);",
      NULL },

    /* emarsys */
    { "emarsys", XP_URL, "cdn.scarabresearch.com/js/", NULL },
    { "emarsys", XP_URL, "recommender.scarabresearch.com", NULL },
    { "emarsys", XP_URL, "scarabresearch.com", "hint" },
    { "emarsys", XP_INLINE, "ScarabQueue", NULL },
    { "emarsys", XP_INLINE, "'scarab-js-api'", NULL },
    { "emarsys", XP_GLOBAL, "ScarabQueue Scarab", NULL },
    { "emarsys", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"ScarabQueue\",\"\");})(window);",
      NULL },

    /* ensighten */
    { "ensighten", XP_URL, "ensighten.com", NULL },
    { "ensighten", XP_URL, "levexis.com", NULL },
    { "ensighten", XP_INLINE, "Bootstrapper.", NULL },
    { "ensighten", XP_INLINE, "ensBootstraps", NULL },
    { "ensighten", XP_GLOBAL, "Bootstrapper ensBootstraps ensClientConfig", NULL },
    { "ensighten", XP_MAKES, "Bootstrapper", NULL },
    { "ensighten", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_NAMES
      "function h(){return U}function f(){for(var i=0;arguments.length>i;)c(arguments[i++]);return U}"
      "var U=P?new P(h,{get:function(x,k){return k in x?x[k]:/^bind/.test(k=String(k))?f:/^(is|get|Symbol)"
      "/.test(k)?n:U}}):h,a=w.Bootstrapper=w.Bootstrapper||U,m=\"on off ensEvent trigger data extract "
      "resolve Cookies dataManager getDataElement push\";h.then=0;d(h,\"bindDOMParsed bindDOMLoaded "
      "bindImmediate\",f);d(a,\"bindDOMParsed bindDOMLoaded bindImmediate\",f);d(h,m,h);d(a,m,U)}"
      ")(window,window.Proxy);",
      NULL },

    /* escenic-stats */
    { "escenic-stats", XP_URL, "/logger/p.gif", NULL },
    { "escenic-stats", XP_URL, "/escenic-stats.js", NULL },

    /* estat */
    { "estat", XP_URL, "estat.com", NULL },
    { "estat", XP_URL, "/estat.js", "known" },
    { "estat", XP_URL, "mediametrie-estat.com", NULL },
    { "estat", XP_INLINE, "eStatWhap", NULL },
    { "estat", XP_INLINE, "eStatTag", NULL },
    { "estat", XP_INLINE, "_ESTAT_", NULL },
    { "estat", XP_INLINE, "eStat_tag", NULL },
    { "estat", XP_INLINE, "eStat_id", NULL },
    { "estat", XP_GLOBAL, "_eStat_* eStat* _PJS _ESTAT_* estat_* _eStat_Whap_loaded", NULL },
    { "estat", XP_MAKES, "eStat_id eStat_tag eStatTag eStatWhap", NULL },
    { "estat", XP_STUB,
      "(function(w){function n(){}w.eStat_id=w.eStat_id||{serial:n,pageName:n,pageLevel1:n,"
      "page:n,channel:n};w.eStat_tag=w.eStat_tag||{post:n};w.eStatTag=w.eStatTag||n;"
      "w._PJS=w._PJS||n})(window);",
      NULL },

    /* etracker */
    { "etracker", XP_URL, "code.etracker.com", NULL },
    { "etracker", XP_URL, "static.etracker.com", NULL },
    { "etracker", XP_URL, "etracker.com/t.js", NULL },
    { "etracker", XP_URL, "etracker.com/cntcookie", NULL },
    { "etracker", XP_URL, "www.etracker.com/cnt.php", NULL },
    { "etracker", XP_URL, "etracker.de", NULL },
    { "etracker", XP_URL, "/code/e.js", "known" },
    { "etracker", XP_ELEMENT, "script#_etLoader", NULL },
    { "etracker", XP_INLINE, "et_pagename", NULL },
    { "etracker", XP_INLINE, "et_eC_Wrapper(", NULL },
    { "etracker", XP_INLINE, "_etracker", NULL },
    { "etracker", XP_INLINE, "et_areas", NULL },
    { "etracker", XP_INLINE, "et_Commerce", NULL },
    { "etracker", XP_GLOBAL,
      "et_pagename et_areas et_ilevel et_url et_target et_tval et_tonr et_tsale et_basket "
      "et_cust et_lpage et_trig et_sub et_se et_tag et_easy et_organisation et_demographic "
      "et_eC_Wrapper et_eC et_UserDefinedEvent et_referrer et_sw et_sc et_pd et_showOptIn "
      "_etr _etracker _btNoJquery etCommerce ET_Event",
      NULL },
    { "etracker", XP_MAKES,
      "et_eC_Wrapper et_eC ET_Event _etracker etCommerce et_UserDefinedEvent et_ScrollEvent et_LinkEvent et_ClickEvent "
      "et_DownloadEvent",
      NULL },
    { "etracker", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "d(w,\"et_eC_Wrapper et_eC et_UserDefinedEvent et_ScrollEvent et_LinkEvent et_ClickEvent "
      "et_DownloadEvent\",n);w._etracker=w._etracker||{sendEvent:n,addEvent:n,enableCookies:n,"
      "disableCookies:n,optOut:n,addWrapperCall:c};w.ET_Event=w.ET_Event||{eventStart:n,eventStop:n,link:n,"
      "click:n,download:n,loginSuccess:n};w.etCommerce=w.etCommerce||{sendEvent:n,attachEvent:n,"
      "setUnloadMode:n,doPreparedEvents:n};w._etr=w._etr||{};m(\"_etrackerOnReady\",c)})(window);",
      NULL },

    /* eulerian */
    { "eulerian", XP_URL, "eulerian.net", NULL },
    { "eulerian", XP_INLINE, "'_EA_'", "loads" },
    { "eulerian", XP_INLINE, "EA_push(", NULL },
    { "eulerian", XP_INLINE, "EA_collector(", NULL },
    { "eulerian", XP_GLOBAL, "EA_push EA_collector eah ea", NULL },
    { "eulerian", XP_STUB,
      "window.EA_push=window.EA_push||function(){};window.EA_collector=window.EA_collector||function(){};", NULL },

    /* everflow */
    { "everflow", XP_URL, "/scripts/sdk/everflow.js", NULL },
    { "everflow", XP_URL, "/scripts/sdk/everflow.vanilla.js", NULL },
    { "everflow", XP_URL, "tp88trk.com", NULL },
    { "everflow", XP_INLINE, "EF.click({", NULL },
    { "everflow", XP_INLINE, "EF.conversion({", NULL },
    { "everflow", XP_INLINE, "EF.urlParameter(", NULL },
    { "everflow", XP_GLOBAL, "EF", NULL },
    { "everflow", XP_MAKES, "EF", NULL },
    { "everflow", XP_STUB,
      "(function(w){function n(){return \"\"}" STUB_CALL STUB_PROMISE STUB_NAMES
      "var o=w.EF=w.EF||{};d(o,\"click conversion impression\",function(){return p(\"\")});d(o,\"urlParameter "
      "getTransactionId getAdvertiserTransactionId configure\",n)})(window);",
      NULL },

    /* evergage */
    { "evergage", XP_URL, "evergage.com", NULL },
    { "evergage", XP_URL, "evgnet.com", NULL },

    /* exactag */
    { "exactag", XP_URL, "exactag.com", NULL },
    { "exactag", XP_URL, "exactag.de", NULL },

    /* exponea */
    { "exponea", XP_URL, "exponea.com/js/", NULL },
    { "exponea", XP_URL, "/exponea.min.js", NULL },
    { "exponea", XP_INLINE, "exponea.start(", NULL },
    { "exponea", XP_INLINE, "exponea.track(", NULL },
    { "exponea", XP_INLINE, "exponea.identify(", NULL },
    { "exponea", XP_INLINE, "xnpe_async_hide", NULL },
    { "exponea", XP_GLOBAL, "exponea webxpClient", NULL },
    { "exponea", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}var o=w.exponea=w.exponea||{};d(o,\"start "
      "identify update track trackLink trackEnhancedEcommerce anonymize addEvent ping getAbTest showHtml showWebLayer "
      "reloadWebLayers getSegments getRecommendation "
      "initialize\",f);d(o,\"notifications\",{isAvailable:n,isSubscribed:n,subscribe:n,unsubscribe:n});d(o,"
      "\"snippetVersion\",\"v2\")})(window);",
      NULL },

    /* extreme-tracking */
    { "extreme-tracking", XP_URL, "extreme-dm.com", "script pixel picture hint" },
    { "extreme-tracking", XP_INLINE, "EXlogin=", NULL },
    { "extreme-tracking", XP_INLINE, "EXvsrv=", NULL },
    { "extreme-tracking", XP_GLOBAL, "EXlogin EXvsrv EXs EXw EXb EXjv EXd EXnA EXnT EXu", NULL },

    /* factors-ai */
    { "factors-ai", XP_URL, "factors.ai/assets/factors.js", NULL },
    { "factors-ai", XP_URL, "asset.factors.ai", NULL },
    { "factors-ai", XP_INLINE, "faitracker", NULL },
    { "factors-ai", XP_GLOBAL, "faitracker", NULL },
    { "factors-ai", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.faitracker=w.faitracker||{},\"init call track page identify addUserProperties getUserId reset "
      "startBackgroundRequest setDebugMode\",n)})(window);",
      NULL },

    /* fastcounter */
    { "fastcounter", XP_URL, "fastcounter.de", "script pixel picture hint" },
    { "fastcounter", XP_URL, "fastcounter.com", "script pixel picture hint" },
    { "fastcounter", XP_URL, "fastcounter.linkexchange.com", "script pixel picture hint" },
    { "fastcounter", XP_URL, "fcstats.bcentral.com", "script pixel picture hint" },

    /* fastly-insights */
    { "fastly-insights", XP_URL, "fastly-insights.com", NULL },

    /* fathom */
    { "fathom", XP_URL, "cdn.usefathom.com", NULL },
    { "fathom", XP_URL, "usefathom.com/tracker.js", NULL },
    { "fathom", XP_URL, "starman.fathomdns.com", NULL },
    { "fathom", XP_ELEMENT, "script[data-site=<caps:8>][src=*/script.js]", NULL },
    { "fathom", XP_INLINE, "fathom.trackGoal(", NULL },
    { "fathom", XP_INLINE, "fathom.trackEvent(", NULL },
    { "fathom", XP_INLINE, "fathom('trackPageview'", "loads" },
    { "fathom", XP_GLOBAL, "fathom", NULL },
    { "fathom", XP_MAKES, "fathom", NULL },
    { "fathom", XP_STUB,
      "(function(w){" STUB_NAMES "function f(){}d(f,\"trackGoal trackEvent trackPageview setSite blockTrackingForMe "
      "enableTrackingForMe isTrackingEnabled beacon\",f);w.fathom=w.fathom||f})(window);",
      NULL },

    /* figpii */
    { "figpii", XP_URL, "tracking-cdn.figpii.com", NULL },
    { "figpii", XP_URL, "figpii.com", "hint" },

    /* flagcounter */
    { "flagcounter", XP_URL, "flagcounter.com", "script pixel picture hint" },

    /* fou-analytics */
    { "fou-analytics", XP_URL, "fouanalytics.com", NULL },

    /* foxmetrics */
    { "foxmetrics", XP_URL, "foxmetrics.com/scripts/", NULL },
    { "foxmetrics", XP_URL, "cdn.foxmetrics.com", NULL },
    { "foxmetrics", XP_GLOBAL, "_fxm", NULL },
    { "foxmetrics", XP_STUB, "(function(w){var f=w._fxm=w._fxm||[];f.events=f.events||[]})(window);", NULL },

    /* freshpaint */
    { "freshpaint", XP_URL, "perfalytics.com/static/js/", NULL },
    { "freshpaint", XP_URL, "perfalytics.com", NULL },
    { "freshpaint", XP_URL, "freshpaint-cdn.com", NULL },
    { "freshpaint", XP_INLINE, "freshpaint.init(", NULL },
    { "freshpaint", XP_INLINE, "freshpaint.page(", NULL },
    { "freshpaint", XP_INLINE, "freshpaint.track(", NULL },
    { "freshpaint", XP_INLINE, "freshpaint=", NULL },
    { "freshpaint", XP_GLOBAL, "freshpaint", NULL },
    { "freshpaint", XP_STUB,
      "(function(w){" STUB_CALL STUB_NAMES STUB_QUEUE
      "function f(t,o){c(o&&o.loaded,w,x);for(var i=0;arguments.length>i;)c(arguments[i++],w,x);return x}var "
      "x=w.freshpaint=w.freshpaint||[];x.__SV=x.__SV||1.4;d(x,\"init page group track identify ready reset "
      "addPageviewProperties addEventProperties addInitialEventProperties apply setCrossDomain trackLinks alias "
      "set_config register unregister init_done autotrack "
      "trackCustom\",f);d(x,\"people\",{set:f,set_once:f,increment:f});d(x,\"get_distinct_id\",function(){return "
      "\"\"});q(x,function(a){c(a);a&&a[0]&&!a.charAt&&f.apply(w,a)})})(window);",
      NULL },

    /* fullstory */
    { "fullstory", XP_URL, "edge.fullstory.com", NULL },
    { "fullstory", XP_URL, "rs.fullstory.com", NULL },
    { "fullstory", XP_URL, "fullstory.com/s/", NULL },
    { "fullstory", XP_URL, "edge.eu1.fullstory.com", NULL },
    { "fullstory", XP_URL, "rs.eu1.fullstory.com", NULL },
    { "fullstory", XP_INLINE, "_fs_org", NULL },
    { "fullstory", XP_INLINE, "_fs_host", NULL },
    { "fullstory", XP_INLINE, "FS.identify(", NULL },
    { "fullstory", XP_INLINE, "FS.setUserVars(", NULL },
    { "fullstory", XP_INLINE, "FS.event(", NULL },
    { "fullstory", XP_INLINE, "FS('init'", NULL },
    { "fullstory", XP_GLOBAL,
      "_fs_* FS _fs_debug _fs_host _fs_script _fs_org _fs_namespace _fs_ready _fs_is_outer_script _fs_run_in_iframe",
      NULL },
    { "fullstory", XP_STUB,
      "(function(w){" STUB_CALL STUB_PROMISE STUB_NAMES STUB_READY
      "function n(){return null}var z,x=w.FS=w.FS||function(k,o){c(o&&o.callback,w,{});"
      "return/Async$/.test(k)?p({}):null};d(x,\"identify setUserVars event setVars anonymize shutdown "
      "restart log consent setIdentity clearUserCookie trackEvent setProperties getCurrentSessionURL "
      "getCurrentSession disableConsole enableConsole\",n);x.q=x.q||[];r(function(){z||c(z=w._fs_ready)})}"
      ")(window);",
      NULL },

    /* g2 */
    { "g2", XP_URL, "tracking.g2crowd.com", NULL },
    { "g2", XP_URL, "g2.com/attribution_tracking/", NULL },

    /* gainsight-px */
    { "gainsight-px", XP_URL, "web-sdk.aptrinsic.com", NULL },
    { "gainsight-px", XP_URL, "aptrinsic.com/api/aptrinsic.js", NULL },
    { "gainsight-px", XP_INLINE, "aptrinsic('", NULL },
    { "gainsight-px", XP_INLINE, "'aptrinsic'", NULL },
    { "gainsight-px", XP_GLOBAL, "aptrinsic", NULL },
    { "gainsight-px", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"aptrinsic\",\"q\");})(window);", NULL },

    /* gaug-es */
    { "gaug-es", XP_URL, "gaug.es", NULL },
    { "gaug-es", XP_URL, "d36ee2fcip1434.cloudfront.net", NULL },
    { "gaug-es", XP_INLINE, "_gauges", NULL },
    { "gaug-es", XP_INLINE, "gauges-tracker", NULL },
    { "gaug-es", XP_GLOBAL, "_gauges", NULL },
    { "gaug-es", XP_STUB, "window._gauges=window._gauges||[];", NULL },

    /* gemius */
    { "gemius", XP_URL, "/xgemius.js", NULL },
    { "gemius", XP_URL, "/pp_gemius.js", NULL },
    { "gemius", XP_URL, "/gemius*.js", NULL },
    { "gemius", XP_URL, "/pp_gemius*.js", NULL },
    { "gemius", XP_URL, "hit.stat24.com", NULL },
    { "gemius", XP_URL, "hit.gemius.com", NULL },
    { "gemius", XP_URL, "gemius.pl", NULL },
    { "gemius", XP_INLINE, "pp_gemius_identifier", NULL },
    { "gemius", XP_INLINE, "pp_gemius_hit", NULL },
    { "gemius", XP_INLINE, "gemius_identifier", NULL },
    { "gemius", XP_INLINE, "gemius_hit(", NULL },
    { "gemius", XP_INLINE, "gemius_pending(", NULL },
    { "gemius", XP_INLINE, "gemius_use_cmp", NULL },
    { "gemius", XP_INLINE, "pp_gemius_use_cmp", NULL },
    { "gemius", XP_INLINE, "pp_gemius_extraparameters", NULL },
    { "gemius", XP_GLOBAL,
      "pp_gemius_* gemius_* gemiusStream GemiusPlayer xp_stat24 pp_stat24 pp_gemius_identifier pp_gemius_hit "
      "pp_gemius_event pp_gemius_pending pp_gemius_use_cmp pp_gemius_cmp_timeout pp_gemius_extraparameters "
      "gemius_identifier gemius_hit gemius_event gemius_pending gemius_use_cmp",
      NULL },
    { "gemius", XP_MAKES, "gemius_hit gemius_event pp_gemius_hit pp_gemius_event GemiusPlayer gemiusStream", NULL },
    { "gemius", XP_STUB,
      "(function(w){function n(){}w.gemius_hit=w.gemius_hit||n;"
      "w.gemius_event=w.gemius_event||n;w.pp_gemius_hit=w.pp_gemius_hit||n;"
      "w.pp_gemius_event=w.pp_gemius_event||n;w.GemiusPlayer=w.GemiusPlayer||function(){"
      "this.newProgram=this.newAd=this.programEvent=this.adEvent=this.setVideoObject=this.d"
      "ispose=n};var g=w.gemiusStream=w.gemiusStream||{};g.init=g.init||n;"
      "g.newStream=g.newStream||n;g.event=g.event||n})(window);",
      NULL },

    /* ghost */
    { "ghost", XP_URL, "/public/ghost-stats.min.js", NULL },
    { "ghost", XP_URL, "/ghost-stats.min.js", NULL },
    { "ghost", XP_URL, "/.ghost/analytics/", NULL },
    { "ghost", XP_ELEMENT, "script[tb_site_uuid=<uuid>]", NULL },

    /* glassbox */
    { "glassbox", XP_URL, "gbqofs.com", NULL },
    { "glassbox", XP_URL, "gbqofs.io", NULL },
    { "glassbox", XP_URL, "glassboxdigital.io", NULL },
    { "glassbox", XP_URL, "/detector-dom.min.js", NULL },
    { "glassbox", XP_ELEMENT, "script#_cls_detector", NULL },
    { "glassbox", XP_INLINE, "_cls_config", NULL },
    { "glassbox", XP_GLOBAL, "_cls_config _cls_s", NULL },

    /* go-squared */
    { "go-squared", XP_URL, "d1l6p2sc9645hc.cloudfront.net", NULL },
    { "go-squared", XP_URL, "gosquared.com", NULL },
    { "go-squared", XP_INLINE, "_gs('GSN-", NULL },
    { "go-squared", XP_INLINE, "GoSquared", NULL },
    { "go-squared", XP_GLOBAL, "_gs GoSquared GoSquaredInit", NULL },
    { "go-squared", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH "w._gs=w._gs||f;var g=w.GoSquared=w.GoSquared||{};g.q=g.q||[]})(window);",
      NULL },

    /* goatcounter */
    { "goatcounter", XP_URL, "gc.zgo.at", NULL },
    { "goatcounter", XP_URL, "goatcounter.com/count", NULL },
    { "goatcounter", XP_URL, "static.zgo.at/count", NULL },
    { "goatcounter", XP_URL, "/goatcounter.js", NULL },
    { "goatcounter", XP_ELEMENT, "script[data-goatcounter]", NULL },
    { "goatcounter", XP_INLINE, "goatcounter=", NULL },
    { "goatcounter", XP_INLINE, "goatcounter.", NULL },
    { "goatcounter", XP_GLOBAL, "goatcounter", NULL },
    { "goatcounter", XP_STUB,
      "(function(w){function n(){}var g=w.goatcounter=w.goatcounter||{},m=\"count "
      "bind_events visit_count url filter get_data get_query\".split(\" \");while(m.length){"
      "var k=m.pop();g[k]=g[k]||n}})(window);",
      NULL },

    /* google-ads-conversion */
    { "google-ads-conversion", XP_URL, "googleadservices.com/pagead/conversion*", NULL },
    { "google-ads-conversion", XP_URL, "googleadservices.com/pagead/viewthroughconversion", NULL },
    { "google-ads-conversion", XP_URL, "googleadservices.com/pagead/landing", NULL },
    { "google-ads-conversion", XP_URL, "googleadservices.com/pagead/regclk", NULL },
    { "google-ads-conversion", XP_URL, "google.com/ads/ga-audiences", NULL },
    { "google-ads-conversion", XP_URL, "google.com/pagead/1p-conversion/", NULL },
    { "google-ads-conversion", XP_URL, "google.com/pagead/1p-user-list/", NULL },
    { "google-ads-conversion", XP_URL, "google.com/ccm/collect", NULL },
    { "google-ads-conversion", XP_INLINE, "google_conversion_id", NULL },
    { "google-ads-conversion", XP_INLINE, "google_trackConversion(", NULL },
    { "google-ads-conversion", XP_INLINE, "goog_report_conversion", NULL },
    { "google-ads-conversion", XP_INLINE, "google_remarketing_only", NULL },
    { "google-ads-conversion", XP_INLINE, "google_conversion_label", NULL },
    { "google-ads-conversion", XP_GLOBAL,
      "google_conversion_* google_remarketing_only google_custom_params google_tag_params google_trackConversion "
      "goog_report_conversion goog_snippet_vars google_wcc_status google_is_call google_conversion_id "
      "google_conversion_language google_conversion_format google_conversion_color google_conversion_label "
      "google_conversion_value google_conversion_currency google_conversion_domain",
      NULL },
    { "google-ads-conversion", XP_MAKES, "google_trackConversion", "pagead/conversion" },
    { "google-ads-conversion", XP_STUB,
      "(function(w){function f(o){if(o&&typeof o.onload_callback==\"function\")setTimeout(o.o"
      "nload_callback,0)}w.google_trackConversion=w.google_trackConversion||f;"
      "w.goog_report_conversion=w.goog_report_conversion||function(){return false};"
      "w._googWcmGet=w._googWcmGet||function(){};w.google_tag_params=w.google_tag_params||{"
      "}})(window);",
      NULL },

    /* google-analytics */
    { "google-analytics", XP_URL, "/google-analyticator/*.js", NULL },
    { "google-analytics", XP_URL, "/ga-google-analytics/*.js", NULL },
    { "google-analytics", XP_URL, "/wp-google-analytics/*.js", NULL },
    { "google-analytics", XP_URL, "/urchin.js", NULL },
    { "google-analytics", XP_URL, "/__utm.js", NULL },
    { "google-analytics", XP_URL, "/__utm.gif", NULL },
    { "google-analytics", XP_URL, "/gtag/js", NULL },
    { "google-analytics", XP_URL, "/gatag.js", NULL },
    { "google-analytics", XP_URL, "/autotrack.js", NULL },
    { "google-analytics", XP_URL, "/autotrack.min.js", NULL },
    { "google-analytics", XP_URL, "/ga_social_tracking.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics*.js", NULL },
    { "google-analytics", XP_URL, "/google-analytics-opt-out*", "hint" }, /* the visitors' own no */
    { "google-analytics", XP_URL, "/google-analytics-optout*", "hint" },
    { "google-analytics", XP_URL, "/google_analytics*.js", NULL },
    { "google-analytics", XP_URL, "/googleanalytics*.js", NULL },
    { "google-analytics", XP_URL, "/googleAnalytics*.js", NULL },
    { "google-analytics", XP_URL, "/GoogleAnalytics*.js", NULL },
    { "google-analytics", XP_URL, "/jquery.google-analytics*.js", NULL },
    { "google-analytics", XP_URL, "/jquery.gatracker.js", NULL },
    { "google-analytics", XP_URL, "/exactmetrics-premium/*.js", NULL },
    { "google-analytics", XP_URL, "/host-analyticsjs-local/*.js", NULL },
    { "google-analytics", XP_URL, "/woocommerce-google-analytics-integration/*.js", NULL },
    { "google-analytics", XP_URL, "/caos-analytics/*.js", NULL },
    { "google-analytics", XP_URL, "google-analytics.com", NULL },
    { "google-analytics", XP_URL, "googletagmanager.com/gtag/", NULL },
    { "google-analytics", XP_URL, "analytics.google.com/g/collect", NULL },
    { "google-analytics", XP_URL, "stats.g.doubleclick.net", NULL },
    { "google-analytics", XP_URL, "/uploads/caos/*.js", NULL },
    { "google-analytics", XP_URL, "?id=G-<caps:6+>", "classic" },
    { "google-analytics", XP_URL, "?id=GT-<caps:5+>", "classic" },
    { "google-analytics", XP_URL, "?id=AW-<digits:9+>", "classic" },
    { "google-analytics", XP_URL, "?id=UA-<digits:4+>-<digits>", "classic" },
    { "google-analytics", XP_URL, "google-analytics.com/ga.js", NULL },
    { "google-analytics", XP_URL, "google-analytics.com/analytics.js", NULL },
    { "google-analytics", XP_URL, "google-analytics.com/urchin.js", NULL },
    { "google-analytics", XP_INLINE, "_gaq||[]", NULL },
    { "google-analytics", XP_INLINE, "GoogleAnalyticsObject", NULL },
    { "google-analytics", XP_INLINE, "ga('create'", NULL },
    { "google-analytics", XP_INLINE, "ga('send'", NULL },
    { "google-analytics", XP_INLINE, "ga('require'", NULL },
    { "google-analytics", XP_INLINE, "ga('set'", NULL },
    { "google-analytics", XP_INLINE, "gtag('js'", NULL },
    { "google-analytics", XP_INLINE, "gtag('config'", NULL },
    { "google-analytics", XP_INLINE, "gtag('event'", NULL },
    { "google-analytics", XP_INLINE, "gtag('set'", NULL },
    { "google-analytics", XP_INLINE, "gtag('consent'", NULL },
    { "google-analytics", XP_INLINE, "__gtagTracker('config'", NULL },
    { "google-analytics", XP_INLINE, "__gtagTracker('js'", NULL },
    { "google-analytics", XP_INLINE, "cxApi.", NULL },
    { "google-analytics", XP_INLINE, "_gaq=", NULL },
    { "google-analytics", XP_INLINE, "_gat.", NULL },
    { "google-analytics", XP_INLINE, "pageTracker", NULL },
    { "google-analytics", XP_INLINE, "urchinTracker", NULL },
    { "google-analytics", XP_INLINE, "_uacct", NULL },
    { "google-analytics", XP_INLINE, "gaJsHost", NULL },
    { "google-analytics", XP_INLINE, "ga('ecommerce:addTransaction'", NULL },
    { "google-analytics", XP_INLINE, "ga('ec:addProduct'", NULL },
    { "google-analytics", XP_INLINE, "_gaq.push", NULL },
    { "google-analytics", XP_INLINE, "__gaTracker", NULL },
    { "google-analytics", XP_INLINE, "gtag('get'", NULL },
    { "google-analytics", XP_GLOBAL,
      "pluginUrl doubleClickJs _gaq _gat gaJsHost pageTracker* firstTracker secondTracker ga GoogleAnalyticsObject "
      "gtag dataLayer _uacct _udn _uhash _utimeout _ulink _uanchor _utcp _userv _ufsc _uff urchinTracker __utm* "
      "_gaTracker __gaTracker __gtagTracker __gtagDataLayer gaplugins google_tag_data gaGlobal gaData gaProperty "
      "disableStr disableStrs gaOptout __gaTrackerOptout __gtagTrackerOptout monsterinsights_frontend "
      "exactmetrics_frontend MonsterInsightsDualTracker ExactMetricsDualTracker MonsterInsightsObject "
      "ExactMetricsObject em_version mi_version em_track_user mi_track_user em_no_track_reason mi_no_track_reason "
      "cxApi _gas yoastGATracker pageTracker",
      NULL },
    { "google-analytics", XP_MAKES, "urchinTracker __utmSetTrans __utmSetVar", "/urchin.js /__utm.js" },
    { "google-analytics", XP_MAKES, "_gat _gaq", "/ga.js doubleclick" },
    { "google-analytics", XP_MAKES, "_ga", "ga_social_tracking" },
    { "google-analytics", XP_STUB,
      "(function(w){" STUB_LAYER
      "function g(){w.dataLayer.push(arguments)}w.gtag=w.gtag||g;w.__gtagTracker=w.__gtagTracker||g}"
      ")(window);",
      "gtag" },
    { "google-analytics", XP_STUB,
      "(function(w,P){" STUB_LAYER STUB_NAMES STUB_READY STUB_QUEUE
      "function f(){for(var x,a=arguments,i=0;a.length>i;x==\"hitCallback\"&&c(a[i]))(x=a[i++])&&c("
      "x.hitCallback);c(a[0],w,U);return U}function h(a){typeof a==\"object\"&&a?f.apply(w,a):c(a,U)}"
      "function g(){w.dataLayer.push(arguments)}var k=w.GoogleAnalyticsObject=w.GoogleAnalyticsObject||\"ga"
      "\",U=f;f.get=function(){return \"\"};f.getAll=function(){return[U]};f._getLinkerUrl=function(u)"
      "{return u};f.push=function(){for(var i=0;arguments.length>i;)h(arguments[i++])};f._xp=1;f.then=0;"
      "if(P)U=new P(f,{get:function(x,k){return k in x?x[k]:k.big&&U}});d(f,\"_getTracker _initData "
      "_trackPageview _trackEvent _setDomainName create getByName send set\",U);"
      "w.gaJsHost=w.gaJsHost||\"\";d(w,k+\" __gaTracker _gaq _gat pageTracker urchinTracker\",U);"
      "r(function(){var x=w[w.GoogleAnalyticsObject];q(w._gaq=w._gaq||[],h);x&&x.apply&&q(x.q=x.q||[],h)});"
      "d(w,\"gtag __gtagTracker\",g)})(window,window.Proxy);",
      NULL },

    /* google-optimize */
    { "google-optimize", XP_URL, "googleoptimize.com", NULL },
    { "google-optimize", XP_URL, "optimize.google.com", NULL },
    { "google-optimize", XP_INLINE, "google_optimize", NULL },
    { "google-optimize", XP_GLOBAL, "google_optimize", NULL },
    { "google-optimize", XP_STUB, "window.google_optimize=window.google_optimize||{get:function(){}};", NULL },

    /* google-tag-manager */
    { "google-tag-manager", XP_URL, "/ns.html?id=GTM-", NULL },
    { "google-tag-manager", XP_URL, "googletagmanager.com", NULL },
    { "google-tag-manager", XP_URL, "/gtm.js?id=", NULL },
    { "google-tag-manager", XP_URL, "/google_tag/js/gtm.js", NULL },
    { "google-tag-manager", XP_URL, "/google_tag/js/gtag.js", NULL },
    { "google-tag-manager", XP_URL, "/google_tag.script.js", NULL },
    { "google-tag-manager", XP_URL, "/google_tag.data_layer.js", NULL },
    { "google-tag-manager", XP_URL, "?id=GTM-<caps:4+>", "classic" },
    { "google-tag-manager", XP_INLINE, "gtm.start", "loads" },
    { "google-tag-manager", XP_INLINE, "'async-hide','dataLayer'", NULL },
    { "google-tag-manager", XP_INLINE, ".async-hide{opacity:0", NULL },
    { "google-tag-manager", XP_INLINE, "google_tag_manager", NULL },
    { "google-tag-manager", XP_GLOBAL,
      "dataLayer google_tag_manager dataLayer_content dataLayerVariable "
      "gtmDataLayer",
      NULL },
    { "google-tag-manager", XP_STUB,
      "(function(w,P){" STUB_LAYER
      "w.google_tag_manager=w.google_tag_manager||(P?new P({dataLayer:{}},{get:function(x,k){return k in "
      "x||!/^[A-Z]+-/.test(String(k))?x[k]:{dataLayer:{get:n,set:n,reset:n},callback:n}}}):{})}"
      ")(window,window.Proxy);",
      NULL },

    /* grafana-faro */
    { "grafana-faro", XP_URL, "/faro-web-sdk.iife.js", NULL },
    { "grafana-faro", XP_URL, "/faro-web-tracing.iife.js", NULL },
    { "grafana-faro", XP_URL, "unpkg.com/@grafana/faro-*", NULL },
    { "grafana-faro", XP_URL, "cdn.jsdelivr.net/npm/@grafana/faro-*", NULL },
    { "grafana-faro", XP_INLINE, "GrafanaFaroWebSdk", NULL },
    { "grafana-faro", XP_INLINE, "GrafanaFaroWebTracing", NULL },
    { "grafana-faro", XP_GLOBAL, "GrafanaFaroWebSdk GrafanaFaroWebTracing webSdkScript webTracingScript", NULL },
    { "grafana-faro", XP_MAKES, "GrafanaFaroWebSdk", "web-sdk faro-*" },
    { "grafana-faro", XP_MAKES, "GrafanaFaroWebTracing", "web-tracing faro-*" },
    { "grafana-faro", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var "
      "a={},f={api:a,unpause:n,pause:n,config:{},metas:{add:n,remove:n,value:{}},transports:{},instrumentations:{add:n}"
      ",internalLogger:{}};function F(){return f}function C(){}d(a,\"pushEvent pushError pushLog pushMeasurement "
      "pushTraces setUser resetUser setSession resetSession setView setPage changeStacktraceParser initOTEL getOTEL "
      "getSession getView getUser getTraceContext startUserAction getActiveUserAction\",n);var "
      "s=w.GrafanaFaroWebSdk=w.GrafanaFaroWebSdk||{};d(s,\"initializeFaro\",F);d(s,\"faro\",f);d(s,"
      "\"getWebInstrumentations\",function(){return[]});d(s,\"ErrorsInstrumentation WebVitalsInstrumentation "
      "ConsoleInstrumentation SessionInstrumentation ViewInstrumentation FetchTransport ConsoleTransport "
      "PerformanceInstrumentation\",C);d(s,\"LogLevel\",{DEBUG:\"debug\",INFO:\"info\",WARN:\"warn\",ERROR:\"error\","
      "LOG:\"log\",TRACE:\"trace\"});d(w.GrafanaFaroWebTracing=w.GrafanaFaroWebTracing||{},\"TracingInstrumentation\","
      "C)})(window);",
      NULL },

    /* growing-io */
    { "growing-io", XP_URL, "growingio.com", NULL },
    { "growing-io", XP_URL, "assets.giocdn.com", NULL },
    { "growing-io", XP_INLINE, "gio('init'", NULL },
    { "growing-io", XP_INLINE, "gdp('init'", NULL },
    { "growing-io", XP_GLOBAL, "gio gdp _vds _gr_ignore_local_rule", NULL },
    { "growing-io", XP_STUB,
      "(function(w){" STUB_CALL
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}w.gio=w.gio||f;w.gdp=w.gdp||f;"
      "w._vds=w._vds||[]})(window);",
      NULL },

    /* heap */
    { "heap", XP_URL, "heapanalytics.com", NULL },
    { "heap", XP_URL, "heap-api.com", NULL },
    { "heap", XP_INLINE, "heap.load(", NULL },
    { "heap", XP_INLINE, "heap.track(", NULL },
    { "heap", XP_INLINE, "heap.identify(", NULL },
    { "heap", XP_GLOBAL, "_heapid heap heapReadyCb", NULL },
    { "heap", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES STUB_QUEUE STUB_READY
      "var h=w.heap=w.heap||[],v={},x=h,m=\"addEventProperties addUserProperties clearEventProperties "
      "identify resetIdentity removeEventProperty setEventProperties track unsetEventProperty load "
      "getUserId getSessionId getIdentity init startTracking stopTracking fireCurrentPageview "
      "trackPageview trackRequests onReady addAccountProperties addPageviewProperties addTransformer "
      "clearPageviewProperties\";d(v,m,n);v.onReady=f;d(h,\"onReady\",f);d(h,m,n);h.loaded=true;"
      "r(function(){x=w.heap||h;q(x,function(a){a&&a[0]==\"onReady\"&&c(a[1])});"
      "q(w.heapReadyCb=w.heapReadyCb||[],function(e){if(e&&e.fn)x[e.name]=v[e.name]||n,c(e.fn)})})}"
      ")(window);",
      NULL },

    /* heatmap-com */
    { "heatmap-com", XP_URL, "dashboard.heatmap.com/preprocessor.min.js", NULL },
    { "heatmap-com", XP_URL, "dashboard.heatmap.com/heatmap.js", NULL },
    { "heatmap-com", XP_URL, "dashboard.heatmap.com", "hint" },

    /* highlight-io */
    { "highlight-io", XP_URL, "unpkg.com/highlight.run*", NULL },
    { "highlight-io", XP_URL, "cdn.jsdelivr.net/npm/highlight.run*", NULL },
    { "highlight-io", XP_URL, "static.highlight.run", NULL },
    { "highlight-io", XP_URL, "pub.highlight.io", NULL },
    { "highlight-io", XP_URL, "pub.highlight.run", NULL },
    { "highlight-io", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "var h=w.H=w.H||{};d(h,\"init identify track error consume consumeError metrics start stop snapshot "
      "toggleSegmentFeedback addSessionFeedback recordMetric recordGauge recordCount recordIncr recordLog startSpan "
      "startManualSpan consumeCustomError debug\",n);d(h,\"getSessionURL getSessionDetails\",function(){return "
      "p({url:\"\",urlWithTimestamp:\"\"})});d(h,\"onHighlightReady\",n)})(window);",
      NULL },

    /* histats */
    { "histats", XP_URL, "histats.com", "script pixel picture hint" },
    { "histats", XP_INLINE, "_Hasync.push(", NULL },
    { "histats", XP_INLINE, "Histats", NULL },
    { "histats", XP_INLINE, "chfh(", NULL },
    { "histats", XP_GLOBAL, "Histats Histats_* _Hasync chfh chfh2 _HST_* _HST_cntval", NULL },
    { "histats", XP_MAKES, "Histats chfh chfh2", NULL },
    { "histats", XP_STUB,
      "(function(w){function n(){}w._Hasync=w._Hasync||[];w.Histats=w.Histats||{start:n,"
      "track_hits:n,track:n,fasi:n,framed_page:n,startpage:n};w.chfh=w.chfh||n;"
      "w.chfh2=w.chfh2||n})(window);",
      NULL },

    /* hitbox */
    { "hitbox", XP_URL, "/hbx.js", NULL },
    { "hitbox", XP_URL, "/hitboxcode.js", NULL },
    { "hitbox", XP_URL, "/hbxcode.js", NULL },
    { "hitbox", XP_URL, "/hbx_core.js", NULL },
    { "hitbox", XP_URL, "/hbx.min.js", NULL },
    { "hitbox", XP_URL, "hitbox.com", NULL },
    { "hitbox", XP_INLINE, "_hbEvent(", NULL },
    { "hitbox", XP_INLINE, "_hbPageView(", NULL },
    { "hitbox", XP_INLINE, "hbx.acct", NULL },
    { "hitbox", XP_INLINE, "hbx.pn", NULL },
    { "hitbox", XP_INLINE, "_hbEC", NULL },
    { "hitbox", XP_INLINE, "_hbSet(", NULL },
    { "hitbox", XP_INLINE, "_hbLink(", NULL },
    { "hitbox", XP_GLOBAL,
      "hbx _hbEC _hbE _hbEvent _hbMap _hbPageView _hbSet _hbSend _hbLink _hbExit "
      "_hbDownload _hbGoal _hbFlush _hbFormTrack _hbOnload _hbOnError _mn _mlc",
      NULL },
    { "hitbox", XP_BLOCK, "WEBSIDESTORY CODE", "END WEBSIDESTORY CODE" },
    { "hitbox", XP_MAKES,
      "_hbPageView _hbSet _hbSend _hbLink _hbExit _hbDownload _hbGoal _hbFlush _hbFormTrack _hbVisitorSegmentation "
      "_hbCampaignAnalytics _hbVendor _hbError",
      NULL },
    { "hitbox", XP_STUB,
      "(function(w){function n(){}var m=\"Link Exit Download Goal PageView Send Set Flush "
      "FormTrack Vendor CampaignAnalytics VisitorSegmentation Error\".split(\" \");"
      "while(m.length){var k=\"_hb\"+m.pop();w[k]=w[k]||n}w._hbEvent=w._hbEvent||function(){"
      "return{}};w.hbx=w.hbx||{};w._hbEC=w._hbEC||0;w._hbE=w._hbE||[];w._hbM=w._hbM||n;"
      "w._hbMap=w._hbMap||{}})(window);",
      NULL },

    /* hitslink */
    { "hitslink", XP_URL, "hitslink.com", NULL },
    { "hitslink", XP_URL, "hitsprocessor.com", NULL },
    { "hitslink", XP_INLINE, "wa_account=", NULL },
    { "hitslink", XP_GLOBAL, "wa_* wa_account wa_location wa_pageName", NULL },

    /* hitsteps */
    { "hitsteps", XP_URL, "log.hitsteps.com", NULL },
    { "hitsteps", XP_URL, "edgecdn.dev/code", NULL },
    { "hitsteps", XP_URL, "hitsteps.com/api/", NULL },

    /* hockeystack */
    { "hockeystack", XP_URL, "cdn.jsdelivr.net/npm/hockeystack@*", NULL },
    { "hockeystack", XP_URL, "/hockeystack.min.js", NULL },
    { "hockeystack", XP_URL, "data.hockeystack.com", NULL },
    { "hockeystack", XP_INLINE, "HockeyStack.", NULL },
    { "hockeystack", XP_INLINE, "HockeyStack=", NULL },
    { "hockeystack", XP_GLOBAL, "HockeyStack hsscript", NULL },
    { "hockeystack", XP_MAKES, "HockeyStack", NULL },
    { "hockeystack", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.HockeyStack=w.HockeyStack||{},\"identify goal track customProperties init optOut setUser\",n)})(window);",
      NULL },

    /* hotjar */
    { "hotjar", XP_URL, "static.hotjar.com", NULL },
    { "hotjar", XP_URL, "script.hotjar.com", NULL },
    { "hotjar", XP_URL, "vars.hotjar.com", NULL },
    { "hotjar", XP_URL, "hotjar.com/c/hotjar-", NULL },
    { "hotjar", XP_URL, "hotjar.io", NULL },
    { "hotjar", XP_URL, "static.hj.contentsquare.net", NULL },
    { "hotjar", XP_INLINE, "_hjSettings", NULL },
    { "hotjar", XP_INLINE, "hj('trigger'", NULL },
    { "hotjar", XP_INLINE, "hj('identify'", NULL },
    { "hotjar", XP_INLINE, "hj('event'", NULL },
    { "hotjar", XP_GLOBAL, "hj _hjSettings hjBootstrap", NULL },
    { "hotjar", XP_STUB,
      "(function(w){" STUB_NAMES "function f(){}var x=w.hj=w.hj||f;w._hjSettings=w._hjSettings||{};x.q=x.q||[];"
      "d(x,\"globals\",{get:function(){return \"\"}})})(window);",
      NULL },

    /* hotlog */
    { "hotlog", XP_URL, "hotlog.ru", "script pixel picture hint" },
    { "hotlog", XP_GLOBAL, "hotlog_* hotlog_js hotlog_r hotlog_d hotlog_n", NULL },

    /* hubspot */
    { "hubspot", XP_URL, "hs-scripts.com", NULL },
    { "hubspot", XP_URL, "hs-analytics.net", NULL },
    { "hubspot", XP_URL, "track.hubspot.com", NULL },
    { "hubspot", XP_URL, "js.hsadspixel.net", NULL },
    { "hubspot", XP_URL, "js.hubspot.com/analytics/", NULL },
    { "hubspot", XP_URL, "hubspot.com/salog.js.aspx", NULL },
    { "hubspot", XP_URL, "hubspot.com/__ptq.gif", NULL },
    { "hubspot", XP_URL, "hscollectedforms.net", NULL },
    { "hubspot", XP_URL, "js-eu1.hubspot.com/analytics/", NULL },
    { "hubspot", XP_URL, "js-na2.hubspot.com/analytics/", NULL },
    { "hubspot", XP_URL, "js-ap1.hubspot.com/analytics/", NULL },
    { "hubspot", XP_INLINE, "_hsq.push(", NULL },
    { "hubspot", XP_INLINE, "_hsq||[]", NULL },
    { "hubspot", XP_INLINE, "hs_portalid", NULL },
    { "hubspot", XP_INLINE, "hs_salog_version", NULL },
    { "hubspot", XP_GLOBAL, "_hsq _hsp hs_portalid hs_salog_version hs_ppa", NULL },
    { "hubspot", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "function a(v){return function(a){c(a,w,v);for(var i=0;a&&a.length>i;)c(a[i++],w,v)}}"
      "m(\"_hsq\",a(\"\"));m(\"_hsp\",a({allowed:false,categories:{}}))})(window);",
      NULL },

    /* huffpost-hptrack */
    { "huffpost-hptrack", XP_INLINE, "HPTrack.", NULL },
    { "huffpost-hptrack", XP_GLOBAL, "HPTrack", NULL },

    /* humblytics */
    { "humblytics", XP_URL, "app.humblytics.com/hmbl.min.js", NULL },
    { "humblytics", XP_URL, "app.humblytics.com", "hint" },
    { "humblytics", XP_URL, "/hmbl.min.js", NULL },

    /* hyros */
    { "hyros", XP_URL, "/v1/lst/universal-script", NULL },
    { "hyros", XP_URL, "t.hyros.com", NULL },

    /* i2i-counter */
    { "i2i-counter", XP_URL, "acc.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc3.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc4.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc5.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc6.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc7.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc8.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc9.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rc10.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "counter.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "rank.i2i.jp", "script pixel picture hint" },
    { "i2i-counter", XP_URL, "track.i2i.jp", "script pixel picture hint" },

    /* impact */
    { "impact", XP_URL, "utt.impactcdn.com", NULL },
    { "impact", XP_URL, "impactcdn.com", NULL },
    { "impact", XP_URL, "impactradius-event.com", NULL },
    { "impact", XP_INLINE, "'impactStat'", NULL },
    { "impact", XP_INLINE, "impactStat(", NULL },
    { "impact", XP_INLINE, "ire('identify'", NULL },
    { "impact", XP_INLINE, "ire('trackConversion'", NULL },
    { "impact", XP_INLINE, "'ire_o'", NULL },
    { "impact", XP_GLOBAL, "ire ire_o impactStat", NULL },
    { "impact", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}function k(n){r(function(){var "
      "x=w[n]=w[n]||f;typeof "
      "x==\"function\"&&q(x.a=x.a||[],function(a){f.apply(w,a)})})}k(\"ire\");k(\"impactStat\")})(window);",
      NULL },

    /* improvely */
    { "improvely", XP_URL, "iljmp.com", NULL },
    { "improvely", XP_URL, "improvely.com/improvely.js", NULL },
    { "improvely", XP_INLINE, "improvely.init(", NULL },
    { "improvely", XP_INLINE, "improvely.goal(", NULL },
    { "improvely", XP_INLINE, "improvely.label(", NULL },
    { "improvely", XP_GLOBAL, "improvely im_domain im_project_id", NULL },
    { "improvely", XP_MAKES, "improvely", NULL },
    { "improvely", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.improvely=w.improvely||{},\"init goal conversion label identify\",n)})(window);",
      NULL },

    /* independent-analytics */
    { "independent-analytics", XP_URL, "/wp-json/iawp/", NULL },
    { "independent-analytics", XP_URL, "/?rest_route=/iawp/", NULL },
    { "independent-analytics", XP_URL, "/index.php?rest_route=/iawp/", NULL },
    { "independent-analytics", XP_URL, "/iawp-click-endpoint.php", NULL },
    { "independent-analytics", XP_INLINE, "wp-json/iawp/search", NULL },
    { "independent-analytics", XP_INLINE, "/iawp/search", NULL },
    { "independent-analytics", XP_GLOBAL, "iawp*", NULL },

    /* infinity-tracking */
    { "infinity-tracking", XP_URL, "infinity-tracking.net", NULL },
    { "infinity-tracking", XP_URL, "infinity-tracking.com", NULL },
    { "infinity-tracking", XP_INLINE, "_ictt.push(", NULL },
    { "infinity-tracking", XP_INLINE, "_ictt||[]", NULL },
    { "infinity-tracking", XP_GLOBAL, "_ictt", NULL },
    { "infinity-tracking", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST "l(\"_ictt\",\"\");})(window);",
      NULL },

    /* influ2 */
    { "influ2", XP_URL, "influ2.com/tracker", NULL },

    /* insider */
    { "insider", XP_URL, "api.useinsider.com/ins.js", NULL },
    { "insider", XP_URL, "useinsider.com", NULL },
    { "insider", XP_INLINE, "InsiderQueue", NULL },
    { "insider", XP_GLOBAL, "InsiderQueue", NULL },
    { "insider", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"InsiderQueue\",\"\");})(window);",
      NULL },

    /* inspectlet */
    { "inspectlet", XP_URL, "cdn.inspectlet.com", NULL },
    { "inspectlet", XP_URL, "inspectlet.com/inspectlet.js", NULL },
    { "inspectlet", XP_URL, "www.inspectlet.com/inspect/", NULL },
    { "inspectlet", XP_INLINE, "__insp.push(", NULL },
    { "inspectlet", XP_INLINE, "__insp||[]", NULL },
    { "inspectlet", XP_GLOBAL, "__insp __inspld __inspObj", NULL },
    { "inspectlet", XP_STUB, "window.__insp=window.__insp||[];", NULL },

    /* instana */
    { "instana", XP_URL, "eum.instana.io", NULL },
    { "instana", XP_URL, "eum-blue-saas.instana.io", NULL },
    { "instana", XP_URL, "eum-eu-west-1.instana.io", NULL },
    { "instana", XP_URL, "eum-us-west-2.instana.io", NULL },
    { "instana", XP_URL, "eum-red-saas.instana.io", NULL },
    { "instana", XP_URL, "eum-orange-saas.instana.io", NULL },
    { "instana", XP_URL, "eum-green-saas.instana.io", NULL },
    { "instana", XP_URL, "eum-coral-saas.instana.io", NULL },
    { "instana", XP_URL, "instana.io/eum.min.js", NULL },
    { "instana", XP_INLINE, "ineum('reportingUrl'", NULL },
    { "instana", XP_INLINE, "InstanaEumObject", NULL },
    { "instana", XP_GLOBAL, "ineum InstanaEumObject", NULL },
    { "instana", XP_STUB,
      "window.InstanaEumObject=window.InstanaEumObject||\"ineum\";window.ineum=window.ineum||function(){};", NULL },

    /* internet-archive */
    { "internet-archive", XP_URL, "archive.org/includes/analytics.js", NULL },
    { "internet-archive", XP_URL, "analytics.archive.org", NULL },
    { "internet-archive", XP_URL, "athena.archive.org", NULL },
    { "internet-archive", XP_URL, "archive.org/includes/athena.js", NULL },
    { "internet-archive", XP_URL, "/includes/archive_analytics.js", NULL },
    { "internet-archive", XP_INLINE, "archive_analytics", NULL },
    { "internet-archive", XP_GLOBAL, "archive_analytics", NULL },
    { "internet-archive", XP_MAKES, "archive_analytics", NULL },
    { "internet-archive", XP_STUB,
      "(function(w){function n(){}var a=w.archive_analytics=w.archive_analytics||{},"
      "m=\"send_pageview send_ping send_event process_url_events set_up_event_tracking "
      "send_pageview_on_load send_scroll_fetch_event send_scroll_fetch_base_event\".split(\" "
      "\");while(m.length){var k=m.pop();a[k]=a[k]||n}a.values=a.values||{};"
      "a.service=a.service||\"\"})(window);",
      NULL },

    /* invoca */
    { "invoca", XP_URL, "solutions.invocacdn.com", NULL },
    { "invoca", XP_URL, "pnapi.invoca.net", NULL },
    { "invoca", XP_INLINE, "InvocaTagId", NULL },
    { "invoca", XP_INLINE, "Invoca.PNAPI", NULL },
    { "invoca", XP_GLOBAL, "InvocaTagId Invoca", NULL },
    { "invoca", XP_MAKES, "Invoca", NULL },
    { "invoca", XP_STUB,
      "(function(w){function n(){}var "
      "o=w.Invoca=w.Invoca||{};o.PNAPI=o.PNAPI||{run:n,lastDuplicateRunTime:0,integration:{}};o.Client=o.Client||{}})("
      "window);",
      NULL },

    /* ioam */
    { "ioam", XP_URL, "ioam.de", NULL },
    { "ioam", XP_URL, "ivwbox.de", NULL },
    { "ioam", XP_URL, "iocnt.net", NULL },
    { "ioam", XP_URL, "/iomm/latest/", NULL },
    { "ioam", XP_URL, "/iomm/latest/*.js", NULL },
    { "ioam", XP_URL, "/iam.js", "known" },
    { "ioam", XP_INLINE, "iom.c(", NULL },
    { "ioam", XP_INLINE, "iom.h(", NULL },
    { "ioam", XP_INLINE, "iam_data", NULL },
    { "ioam", XP_INLINE, "szmvars", NULL },
    { "ioam", XP_INLINE, "ivwbox.de/cgi-bin", NULL },
    { "ioam", XP_INLINE, "IOMm('configure'", NULL },
    { "ioam", XP_INLINE, "IOMm('pageview'", NULL },
    { "ioam", XP_INLINE, "szmopt", NULL },
    { "ioam", XP_GLOBAL, "iam_data iam_zz iom IOMm szmvars szmopt SZMOPT IVW ivw_* iam_ioam mobile_iam", NULL },
    { "ioam", XP_MAKES, "iom", "ioam.de iocnt.net /iam.js" },
    { "ioam", XP_MAKES, "IOMm", "/iomm/" },
    { "ioam", XP_STUB,
      "(function(w){" STUB_NAMES
      "function n(){}d(w.iom=w.iom||{},\"c h i p e init event hybrid setMultiIdentifier getInvitation "
      "getPlus optout consent\",n);w.IOMm=w.IOMm||n;w.iam_data=w.iam_data||{};w.szmvars=w.szmvars||\"\"}"
      ")(window);",
      NULL },

    /* ispot */
    { "ispot", XP_URL, "pt.ispot.tv", NULL },

    /* iterable */
    { "iterable", XP_URL, "js.iterable.com", NULL },
    { "iterable", XP_INLINE, "_iaq.push(", NULL },
    { "iterable", XP_INLINE, "_iaq||[]", NULL },
    { "iterable", XP_GLOBAL, "_iaq", NULL },
    { "iterable", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST "l(\"_iaq\",\"\");})(window);",
      NULL },

    /* jentis */
    { "jentis", XP_INLINE, "_jts.push(", NULL },
    { "jentis", XP_INLINE, "_jts||[]", NULL },
    { "jentis", XP_INLINE, "jentis=", NULL },
    { "jentis", XP_INLINE, "jentis.config", NULL },
    { "jentis", XP_GLOBAL, "_jts jentis jtsTracker", NULL },
    { "jentis", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST "l(\"_jts\",\"\");})(window);",
      NULL },

    /* jitsu */
    { "jitsu", XP_URL, "t.jitsu.com/s/lib.js", NULL },
    { "jitsu", XP_URL, "t.jitsu.com", NULL },
    { "jitsu", XP_URL, "d.jitsu.com", NULL },
    { "jitsu", XP_URL, "use.jitsu.com", NULL },
    { "jitsu", XP_ELEMENT, "script[data-write-key][src=*/p.js]", NULL },
    { "jitsu", XP_INLINE, "jitsu=", NULL },
    { "jitsu", XP_INLINE, "jitsu('", NULL },
    { "jitsu", XP_INLINE, "jitsuQ", NULL },
    { "jitsu", XP_GLOBAL, "jitsu jitsuQ", NULL },
    { "jitsu", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE
      "r(function(){var x=w.jitsu=w.jitsu||f;d(x,\"track page identify group reset setAnonymousId user "
      "configure\",f);q(w.jitsuQ=w.jitsuQ||[],function(a){a&&a[0]&&!a.charAt?f.apply(w,a):c(a,w,x)})})})(window);",
      NULL },

    /* juicer */
    { "juicer", XP_URL, "kitchen.juicer.cc", NULL },

    /* jumptime */
    { "jumptime", XP_URL, "jumptime.com", NULL },
    { "jumptime", XP_URL, "jump-time.net", NULL },

    /* june */
    { "june", XP_URL, "unpkg.com/@june-so/analytics-next*", NULL },
    { "june", XP_URL, "cdn.jsdelivr.net/npm/@june-so/analytics-next*", NULL },
    { "june", XP_URL, "api.june.so", NULL },
    { "june", XP_INLINE, "juneify(", NULL },
    { "june", XP_GLOBAL, "juneify analytics", NULL },

    /* kakao-pixel */
    { "kakao-pixel", XP_URL, "t1.daumcdn.net/adfit/static/kp.js", NULL },
    { "kakao-pixel", XP_URL, "t1.daumcdn.net/kas/static/kp.js", NULL },
    { "kakao-pixel", XP_URL, "t1.kakaocdn.net/kas/static/kp.js", NULL },
    { "kakao-pixel", XP_INLINE, "kakaoPixel(", NULL },
    { "kakao-pixel", XP_GLOBAL, "kakaoPixel", NULL },
    { "kakao-pixel", XP_MAKES, "kakaoPixel", NULL },
    { "kakao-pixel", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var o={};d(o,\"pageView search viewContent addToCart addToWishList viewCart purchase completeRegistration "
      "participation signUp preparation tutorial missionComplete "
      "setServiceOrigin\",n);w.kakaoPixel=w.kakaoPixel||function(){return o}})(window);",
      NULL },

    /* kameleoon */
    { "kameleoon", XP_URL, "kameleoon.com", NULL },
    { "kameleoon", XP_URL, "kameleoon.eu", NULL },
    { "kameleoon", XP_URL, "kameleoon.io", NULL },
    { "kameleoon", XP_INLINE, "kameleoonQueue", NULL },
    { "kameleoon", XP_GLOBAL, "kameleoonQueue kameleoonLoadingTimeout Kameleoon kameleoonStartLoadTime", NULL },
    { "kameleoon", XP_STUB,
      "(function(w,P){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "function f(){return U}var U=P?new P(f,{get:function(x,k){return k in x?x[k]:k.big&&U}}):f;f.then=0;"
      "f.API=U;w.Kameleoon=w.Kameleoon||U;m(\"kameleoonQueue\",function(a){c(a);c(a&&a.command)})}"
      ")(window,window.Proxy);",
      NULL },

    /* kantar-sifo */
    { "kantar-sifo", XP_URL, "research-int.se", NULL },
    { "kantar-sifo", XP_URL, "sifomedia.se", NULL },

    /* karte */
    { "karte", XP_URL, "cdn-edge.karte.io", NULL },
    { "karte", XP_URL, "static.karte.io/libs/", NULL },
    { "karte", XP_URL, "b.karte.io", NULL },
    { "karte", XP_INLINE, "krt('", "weak" },
    { "karte", XP_INLINE, "krt||function(", NULL },
    { "karte", XP_GLOBAL, "krt", NULL },
    { "karte", XP_STUB, "(function(w){w.krt=w.krt||function(){}})(window);", NULL },

    /* keen */
    { "keen", XP_URL, "dc8na2hxrj29i.cloudfront.net", NULL },
    { "keen", XP_URL, "d26b395fwzu5fz.cloudfront.net", NULL },
    { "keen", XP_URL, "api.keen.io", NULL },
    { "keen", XP_INLINE, "Keen(", NULL },
    { "keen", XP_GLOBAL, "Keen KeenTracking", NULL },
    { "keen", XP_MAKES, "Keen KeenTracking", NULL },
    { "keen", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE
      "function a(){for(var i=0;arguments.length>i;)c(arguments[i++],w,null,{});return p({created:true})}"
      "function K(){this.addEvent=this.recordEvent=this.addEvents=this.recordEvents=a;"
      "this.trackExternalLink=this.setGlobalProperties=this.extendEvents=this.extendEvent=this.run=this.dra"
      "w=n}K.ready=c;w.Keen=w.Keen||K;w.KeenTracking=w.KeenTracking||w.Keen})(window);",
      NULL },

    /* kenshoo */
    { "kenshoo", XP_URL, "xg4ken.com", NULL },
    { "kenshoo", XP_INLINE, "kenshoo.trackConversion(", NULL },
    { "kenshoo", XP_GLOBAL, "kenshoo kenshoo_conv", NULL },
    { "kenshoo", XP_MAKES, "kenshoo", NULL },
    { "kenshoo", XP_STUB,
      "(function(w){var k=w.kenshoo=w.kenshoo||{};k.trackConversion=k.trackConversion||function(){}})(window);", NULL },

    /* kilkaya */
    { "kilkaya", XP_URL, "k5a.io", NULL },
    { "kilkaya", XP_STUB, "window.k5aMeta=window.k5aMeta||{};", NULL },

    /* kissmetrics */
    { "kissmetrics", XP_URL, "i.kissmetrics.com", NULL },
    { "kissmetrics", XP_URL, "scripts.kissmetrics.com", NULL },
    { "kissmetrics", XP_URL, "trk.kissmetrics.com", NULL },
    { "kissmetrics", XP_URL, "doug1izaerwt3.cloudfront.net", NULL },
    { "kissmetrics", XP_URL, "dsyszv14g9ymi.cloudfront.net", NULL },
    { "kissmetrics", XP_URL, "kissmetrics.io", NULL },
    { "kissmetrics", XP_INLINE, "_kmq.push(", NULL },
    { "kissmetrics", XP_INLINE, "_kmq||[]", NULL },
    { "kissmetrics", XP_INLINE, "_kms('", NULL },
    { "kissmetrics", XP_GLOBAL, "_kmq _kmk _kms KM_* KMQ KM", NULL },
    { "kissmetrics", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "function a(e){c(e);for(var i=0;e&&e.length>i;)c(e[i++])}var k=w.KM=w.KM||{};"
      "d(k,\"i\",function(){return \"\"});d(k,\"ab\",function(k,v){return v&&v[0]});"
      "d(k,\"record set identify alias clearIdentity trackClick trackSubmit trackClickOnOutboundLink "
      "trackSubmitOnForm\",n);w._kmk=w._kmk||\"\";w._kms=w._kms||n;m(\"_kmq\",a)})(window);",
      NULL },

    /* klaviyo */
    { "klaviyo", XP_URL, "static.klaviyo.com/onsite/js/", NULL },
    { "klaviyo", XP_URL, "static-tracking.klaviyo.com", NULL },
    { "klaviyo", XP_URL, "a.klaviyo.com/onsite/", NULL },
    { "klaviyo", XP_URL, "a.klaviyo.com/api/track", NULL },
    { "klaviyo", XP_URL, "a.klaviyo.com/media/js/analytics/", NULL },
    { "klaviyo", XP_URL, "static.klaviyo.com", "hint" },
    { "klaviyo", XP_INLINE, "_learnq.push(", NULL },
    { "klaviyo", XP_INLINE, "_learnq||[]", NULL },
    { "klaviyo", XP_INLINE, "klaviyo.identify(", NULL },
    { "klaviyo", XP_INLINE, "klaviyo.track(", NULL },
    { "klaviyo", XP_INLINE, "klaviyo.push(", NULL },
    { "klaviyo", XP_INLINE, "_klOnsite", NULL },
    { "klaviyo", XP_GLOBAL, "_learnq _klOnsite klaviyo", NULL },
    { "klaviyo", XP_MAKES, "klaviyo", NULL },
    { "klaviyo", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_PROMISE STUB_READY STUB_QUEUE STUB_LIST
      "l(\"_learnq\",\"account identify track trackViewedItem isIdentified\");l(\"_klOnsite\",\"push "
      "openForm\");r(function(){d(w.klaviyo=w.klaviyo||[],\"account cookieDomain identify track trackViewedItem "
      "isIdentified openForm init getLoadedForms\",function(){f.apply(w,arguments);return p()})});l(\"klaviyo\","
      "\"\");})(window);",
      NULL },

    /* koala */
    { "koala", XP_URL, "cdn.getkoala.com", NULL },
    { "koala", XP_URL, "api2.getkoala.com", NULL },
    { "koala", XP_INLINE, "globalKoalaKey", NULL },
    { "koala", XP_INLINE, "ko=[]", "weak" },
    { "koala", XP_GLOBAL, "globalKoalaKey", NULL },
    { "koala", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "w.globalKoalaKey=w.globalKoalaKey||\"ko\";l(w.globalKoalaKey,\"identify track removeListeners on off qualify "
      "ready\")})(window);",
      NULL },

    /* kochava */
    { "kochava", XP_URL, "assets.kochava.com/kochava.js", NULL },
    { "kochava", XP_URL, "assets.kochava.com", "hint" },
    { "kochava", XP_INLINE, "kochava.init(", NULL },
    { "kochava", XP_INLINE, "kochava.page(", NULL },
    { "kochava", XP_INLINE, "kochava.activity(", NULL },
    { "kochava", XP_GLOBAL, "kochava", NULL },
    { "kochava", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE STUB_LIST
      "l(\"kochava\",\"init page activity identify event conversion setDeviceId getDeviceId setOptOut\");})(window);",
      NULL },

    /* koko-analytics */
    { "koko-analytics", XP_URL, "/koko-analytics/*.js", NULL },
    { "koko-analytics", XP_URL, "/koko-analytics-collect.php", NULL },
    { "koko-analytics", XP_INLINE, "koko_analytics", NULL },
    { "koko-analytics", XP_GLOBAL, "koko_analytics", NULL },
    { "koko-analytics", XP_STUB,
      "(function(w,o){function n(){}w.koko_analytics=w.koko_analytics||o;o.url=\"data:,\";"
      "o.method=\"none\";o.site_path=\"\";o.request=n;try{Object.defineProperty(o,\"trackPageview\","
      "{get:function(){return n},set:n})}catch(e){o.trackPageview=n}})(window,{});",
      NULL },

    /* kwai-pixel */
    { "kwai-pixel", XP_URL, "s1.kwai.net/kos/", NULL },
    { "kwai-pixel", XP_URL, "s16-11187.ap4r.com/kos/", NULL },
    { "kwai-pixel", XP_INLINE, "KwaiAnalyticsObject", NULL },
    { "kwai-pixel", XP_INLINE, "kwaiq.load(", NULL },
    { "kwai-pixel", XP_INLINE, "kwaiq.page(", NULL },
    { "kwai-pixel", XP_INLINE, "kwaiq.instance(", NULL },
    { "kwai-pixel", XP_GLOBAL, "kwaiq KwaiAnalyticsObject", NULL },
    { "kwai-pixel", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES STUB_READY STUB_QUEUE
      "function g(){return w.kwaiq}r(function(){var x=w.kwaiq=w.kwaiq||[];d(x,\"instance\",g);d(x,\"page track "
      "identify instances debug on off once ready alias group enableCookie disableCookie load "
      "set\",f);q(x,function(a){c(a);a&&a[0]&&!a.charAt&&f.apply(w,a)})})})(window);",
      NULL },

    /* lead-forensics */
    { "lead-forensics", XP_URL, "secure.leadforensics.com", NULL },
    { "lead-forensics", XP_URL, "leadforensics.com", "hint" },

    /* leadboxer */
    { "leadboxer", XP_URL, "script.leadboxer.com", NULL },
    { "leadboxer", XP_URL, "log.leadboxer.com", NULL },
    { "leadboxer", XP_URL, "leadboxer.com", "hint" },

    /* leadfeeder */
    { "leadfeeder", XP_URL, "lftracker.leadfeeder.com", NULL },
    { "leadfeeder", XP_URL, "lfeeder.com", NULL },
    { "leadfeeder", XP_INLINE, "LeadFeeder", NULL },
    { "leadfeeder", XP_GLOBAL, "ldfdr", NULL },
    { "leadfeeder", XP_STUB,
      "(function(w){function f(){}function g(){return f}f._q=[];f.getTracker=g;f.track=f;"
      "w.ldfdr=w.ldfdr||f})(window);",
      NULL },

    /* leadinfo */
    { "leadinfo", XP_URL, "cdn.leadinfo.net", NULL },
    { "leadinfo", XP_URL, "cdn.leadinfo.eu", NULL },
    { "leadinfo", XP_URL, "collector.leadinfo.net", NULL },
    { "leadinfo", XP_URL, "leadinfo.net", NULL },
    { "leadinfo", XP_INLINE, "GlobalLeadinfoNamespace", NULL },
    { "leadinfo", XP_INLINE, "leadinfo('", NULL },
    { "leadinfo", XP_INLINE, "leadinfo.event(", NULL },
    { "leadinfo", XP_GLOBAL, "leadinfo GlobalLeadinfoNamespace", NULL },
    { "leadinfo", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_READY STUB_QUEUE STUB_KEPT "k(\"leadinfo\",\"q\");})(window);", NULL },

    /* leadlander */
    { "leadlander", XP_URL, "trackalyzer.com", NULL },
    { "leadlander", XP_URL, "formalyzer.com", NULL },
    { "leadlander", XP_INLINE, "llactid", NULL },
    { "leadlander", XP_INLINE, "sf14gv", NULL },
    { "leadlander", XP_INLINE, "llfrmid", NULL },
    { "leadlander", XP_GLOBAL, "llactid llfrmid llcustid llinstid sf14gv formalyzer*", NULL },

    /* leadsy */
    { "leadsy", XP_URL, "r2.leadsy.ai/tag.js", NULL },
    { "leadsy", XP_URL, "tag.leadsy.ai", NULL },
    { "leadsy", XP_URL, "leadsy.ai", "hint" },
    { "leadsy", XP_ELEMENT, "script#vtag-ai-js", NULL },

    /* lexity */
    { "lexity", XP_URL, "lexity.com", NULL },
    { "lexity", XP_INLINE, "LXTracker", NULL },

    /* line-tag */
    { "line-tag", XP_URL, "d.line-cdn.net/n/line_tag/", NULL },
    { "line-tag", XP_URL, "d.line-scdn.net/n/line_tag/", NULL },
    { "line-tag", XP_URL, "tr.line.me", NULL },
    { "line-tag", XP_URL, "/n/line_tag/public/release/", NULL },
    { "line-tag", XP_INLINE, "_lt('init'", "weak" },
    { "line-tag", XP_INLINE, "_lt('send'", "weak" },
    { "line-tag", XP_GLOBAL, "_lt _ltq", NULL },
    { "line-tag", XP_STUB, "(function(w){w._ltq=w._ltq||[];w._lt=w._lt||function(){}})(window);", NULL },

    /* linkedin-insight */
    { "linkedin-insight", XP_URL, "snap.licdn.com", NULL },
    { "linkedin-insight", XP_URL, "px.ads.linkedin.com", NULL },
    { "linkedin-insight", XP_URL, "dc.ads.linkedin.com", NULL },
    { "linkedin-insight", XP_URL, "px4.ads.linkedin.com", NULL },
    { "linkedin-insight", XP_URL, "linkedin.com/px/", NULL },
    { "linkedin-insight", XP_URL, "www.linkedin.com/px", NULL },
    { "linkedin-insight", XP_URL, "sjs.bizographics.com", NULL },
    { "linkedin-insight", XP_INLINE, "_linkedin_partner_id", NULL },
    { "linkedin-insight", XP_INLINE, "_linkedin_data_partner_ids", NULL },
    { "linkedin-insight", XP_INLINE, "lintrk('track'", NULL },
    { "linkedin-insight", XP_GLOBAL,
      "_linkedin_* lintrk _linkedin_partner_id _linkedin_data_partner_ids _linkedin_event_id", NULL },
    { "linkedin-insight", XP_MAKES, "lintrk", NULL },
    { "linkedin-insight", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH
      "f.q=[];w.lintrk=w.lintrk||f;w._linkedin_partner_id=w._linkedin_partner_id||\"\";"
      "w._linkedin_data_partner_ids=w._linkedin_data_partner_ids||[]})(window);",
      NULL },

    /* linkpulse */
    { "linkpulse", XP_URL, "lp4.io", NULL },
    { "linkpulse", XP_URL, "linkpulse.com", NULL },
    { "linkpulse", XP_GLOBAL, "_lp4* LinkPulse _lp4", NULL },

    /* listrak */
    { "listrak", XP_URL, "listrakbi.com", NULL },
    { "listrak", XP_INLINE, "_ltk.SCA.", NULL },
    { "listrak", XP_INLINE, "_ltk.Activity.", NULL },
    { "listrak", XP_INLINE, "_ltk.Signup.", NULL },
    { "listrak", XP_INLINE, "_ltk.Order.", NULL },
    { "listrak", XP_INLINE, "_ltk.Customer.", NULL },
    { "listrak", XP_INLINE, "_ltk_util.ready(", NULL },
    { "listrak", XP_INLINE, "'ltkAsyncListener'", NULL },
    { "listrak", XP_GLOBAL, "_ltk _ltk_util biJsHost", NULL },
    { "listrak", XP_MAKES, "_ltk _ltk_util", NULL },
    { "listrak", XP_STUB,
      "(function(w,P){function n(){}function f(){return U}" STUB_CALL "var U=P?new P(f,{get:function(x,k){return k in "
      "x?x[k]:/^(is|Symbol)/.test(String(k))?n:U}}):f,o=w._ltk=w._ltk||U,k,m=\"SCA Activity Signup Order Customer "
      "Items Products Click Exception Subscriber Alerts\".split(\" \"),a=\"Submit CaptureEmail SetCustomer AddItem "
      "AddItemWithLinks AddItemWithImages AddProductBrowse AddPageBrowse New SetEmail SetValue AddAlert Update "
      "ClearCart\".split(\" \"),s={};while(k=a.pop())s[k]=f;while(k=m.pop())o[k]=o[k]||(P?U:s);"
      "w._ltk_util=w._ltk_util||{ready:function(g){c(g)}}})(window,window.Proxy);",
      NULL },

    /* littledata */
    { "littledata", XP_URL, "littledata.io", NULL },
    { "littledata", XP_INLINE, "LittledataLayer", NULL },
    { "littledata", XP_GLOBAL, "LittledataLayer LittledataScriptVersion", NULL },
    { "littledata", XP_STUB, "(function(w){w.LittledataLayer=w.LittledataLayer||{}})(window);", NULL },

    /* livedoor-log */
    { "livedoor-log", XP_URL, "/VLTrace*.js", NULL },
    { "livedoor-log", XP_URL, "log000.goo.ne.jp", NULL },
    { "livedoor-log", XP_URL, "log.goo.ne.jp", NULL },
    { "livedoor-log", XP_URL, "counter2.blog.livedoor.com", "script pixel picture hint" },
    { "livedoor-log", XP_URL, "analytics.livedoor.com", NULL },
    { "livedoor-log", XP_URL, "cc.livedoor.com", NULL },
    { "livedoor-log", XP_GLOBAL, "VLTrace*", NULL },

    /* liveinternet */
    { "liveinternet", XP_URL, "counter.yadro.ru", "script pixel picture hint" },
    { "liveinternet", XP_INLINE, "counter.yadro.ru/hit", NULL },
    { "liveinternet", XP_GLOBAL, "LiveInternet_*", NULL },

    /* livesession */
    { "livesession", XP_URL, "cdn.livesession.io", NULL },
    { "livesession", XP_INLINE, "__ls('", NULL },
    { "livesession", XP_GLOBAL, "__ls", NULL },
    { "livesession", XP_STUB,
      "(function(w){" STUB_CALL
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}f.store=[];w.__ls=w.__ls||f}"
      ")(window);",
      NULL },

    /* liwan */
    { "liwan", XP_ELEMENT, "script[data-entity][src=*/script.js]", NULL },
    { "liwan", XP_URL, "unpkg.com/liwan-tracker*", NULL },
    { "liwan", XP_URL, "/liwan-tracker.js", NULL },

    /* logrocket */
    { "logrocket", XP_URL, "cdn.logrocket.io", NULL },
    { "logrocket", XP_URL, "cdn.logrocket.com", NULL },
    { "logrocket", XP_URL, "lr-ingest.io", NULL },
    { "logrocket", XP_URL, "lr-in.com", NULL },
    { "logrocket", XP_URL, "lr-in-prod.com", NULL },
    { "logrocket", XP_URL, "lr-intake.com", NULL },
    { "logrocket", XP_URL, "lgrckt-in.com", NULL },
    { "logrocket", XP_URL, "lr-hv-in.com", NULL },
    { "logrocket", XP_URL, "logr-in.com", NULL },
    { "logrocket", XP_URL, "ingest-lr.com", NULL },
    { "logrocket", XP_INLINE, "LogRocket.init(", NULL },
    { "logrocket", XP_INLINE, "LogRocket.identify(", NULL },
    { "logrocket", XP_GLOBAL, "LogRocket", NULL },
    { "logrocket", XP_MAKES, "LogRocket", NULL },
    { "logrocket", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES
      "var l=w.LogRocket=w.LogRocket||{};d(l,\"init identify track captureException captureMessage log "
      "info warn error debug startNewSession uninstall\",n);d(l,\"getSessionURL\",function(f){c(f,w,\"\")}"
      ");d(l,\"reduxMiddleware\",function(){return function(){return function(x){return function(a){return "
      "x(a)}}}})})(window);",
      NULL },

    /* lucky-orange */
    { "lucky-orange", XP_URL, "luckyorange.com", NULL },
    { "lucky-orange", XP_URL, "luckyorange.net", NULL },
    { "lucky-orange", XP_URL, "d10lpsik1i8c69.cloudfront.net", NULL },
    { "lucky-orange", XP_INLINE, "__wtw_lucky_site_id", NULL },
    { "lucky-orange", XP_INLINE, "LOQ||[]", NULL },
    { "lucky-orange", XP_INLINE, "__lo_site_id", NULL },
    { "lucky-orange", XP_GLOBAL,
      "__wtw_lucky_* LOQ __lo_site_id __lo_cs_added __lo_use_compression __wtw_lucky_site_id __wtw_lucky_is_segment_io "
      "__wtw_lucky_no_bubble",
      NULL },
    { "lucky-orange", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_READY STUB_QUEUE STUB_MIND
      "var o={$internal:{ready:function(){return p({})}},visitor:{identify:n,setTags:n},session:{}"
      ",events:{track:n},privacy:{setConsentStatus:n}};m(\"LOQ\",function(a){c(a,w,o);a&&c(a[1],w,o)});"
      "m(\"_loq\",c)})(window);",
      NULL },

    /* lytics */
    { "lytics", XP_URL, "c.lytics.io", NULL },
    { "lytics", XP_URL, "lytics.io/api/tag/", NULL },
    { "lytics", XP_INLINE, "jstag.init(", NULL },
    { "lytics", XP_INLINE, "jstag.send(", NULL },
    { "lytics", XP_INLINE, "jstag.pageView(", NULL },
    { "lytics", XP_INLINE, "jstag=", NULL },
    { "lytics", XP_GLOBAL, "jstag", NULL },
    { "lytics", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_NAMES
      "var x=w.jstag=w.jstag||{};d(x,\"init send mock identify pageView unblock getid setid loadEntity getEntity "
      "getSegments on once call loadScript loadtagmgr block ready config bind recommend isLoaded\",f)})(window);",
      NULL },

    /* macromill */
    { "macromill", XP_URL, "t.macromill.com", NULL },
    { "macromill", XP_URL, "a.macromill.com", NULL },
    { "macromill", XP_URL, "log.macromill.com", NULL },

    /* mailru-top */
    { "mailru-top", XP_URL, "top.mail.ru", "script pixel picture hint" },
    { "mailru-top", XP_URL, "top-fwz1.mail.ru", "script pixel picture hint" },
    { "mailru-top", XP_URL, "top.list.ru", "script pixel picture hint" },
    { "mailru-top", XP_INLINE, "_tmr.push(", NULL },
    { "mailru-top", XP_INLINE, "top.mail.ru/counter", NULL },
    { "mailru-top", XP_INLINE, "_tmr=", NULL },
    { "mailru-top", XP_GLOBAL, "_tmr topmailru_counters", NULL },
    { "mailru-top", XP_STUB, "window._tmr=window._tmr||[];", NULL },

    /* marfeel */
    { "marfeel", XP_URL, "sdk.mrf.io", NULL },
    { "marfeel", XP_URL, "events.newsroom.bi", NULL },
    { "marfeel", XP_INLINE, "marfeel.config", NULL },
    { "marfeel", XP_INLINE, "marfeel.cmd", NULL },
    { "marfeel", XP_GLOBAL, "marfeel", NULL },
    { "marfeel", XP_STUB,
      "(function(w,P){function e(){return \"\"}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE
      "function f(){return U}var U=P?new P(f,{get:function(x,k){return k in "
      "x?x[k]:/^(get|is|Symbol)/.test(String(k))?e:U}}):f;f.then=0;d(f,\"trackNewPage trackConversion setUserType "
      "setSiteUserId addUserSegment setPageVar setSessionVar setUserVar addPageVar addSessionVar "
      "addUserVar\",f);r(function(){var "
      "x=w.marfeel=w.marfeel||{};x.config=x.config||{};q(x.cmd=x.cmd||[],function(a){a&&c(a[1],w,U)})})})(window,"
      "window.Proxy);",
      NULL },

    /* marketo */
    { "marketo", XP_URL, "munchkin.marketo.net", NULL },
    { "marketo", XP_URL, "munchkin-cdn.marketo.net", NULL },
    { "marketo", XP_URL, "mktoresp.com", NULL },
    { "marketo", XP_URL, "/munchkin.js", NULL },
    { "marketo", XP_URL, "/munchkin-beta.js", NULL },
    { "marketo", XP_INLINE, "Munchkin.init(", NULL },
    { "marketo", XP_INLINE, "munchkin.init(", NULL },
    { "marketo", XP_INLINE, "mktoMunchkin(", NULL },
    { "marketo", XP_INLINE, "Munchkin.munchkinFunction(", NULL },
    { "marketo", XP_GLOBAL, "Munchkin munchkin mktoMunchkin mktoMunchkinFunction initMunchkin", NULL },
    { "marketo", XP_MAKES, "Munchkin mktoMunchkin mktoMunchkinFunction", NULL },
    { "marketo", XP_STUB,
      "(function(w){function n(){}w.Munchkin=w.Munchkin||{init:n,munchkinFunction:n,"
      "associateLead:n,createTrackingCookie:n,ASSOCIATE_LEAD:\"associateLead\","
      "CLICK_LINK:\"clickLink\",VISIT_WEB_PAGE:\"visitWebPage\"};"
      "w.mktoMunchkin=w.mktoMunchkin||n;w.mktoMunchkinFunction=w.mktoMunchkinFunction||n})("
      "window);",
      NULL },

    /* mather */
    { "mather", XP_URL, "matheranalytics.com", NULL },
    { "mather", XP_INLINE, "_matherq.push(", NULL },
    { "mather", XP_INLINE, "_matherq||[]", NULL },
    { "mather", XP_GLOBAL, "_matherq", NULL },
    { "mather", XP_STUB, "window._matherq=window._matherq||[];", NULL },

    /* matomo */
    { "matomo", XP_URL, "/container_*.js", "known" },
    { "matomo", XP_URL, "/container_<id:8>.js", "script hint classic" },
    { "matomo", XP_URL, "/container_<id:8>_preview.js", "script classic" },
    { "matomo", XP_URL, "/matomo/js/container_*.js", NULL },
    { "matomo", XP_URL, "/piwik.js", NULL },
    { "matomo", XP_URL, "/piwik.php", NULL },
    { "matomo", XP_URL, "/matomo.js", NULL },
    { "matomo", XP_URL, "/matomo.php", NULL },
    { "matomo", XP_URL, "/piwik.min.js", NULL },
    { "matomo", XP_URL, "/matomo.min.js", NULL },
    { "matomo", XP_URL, "/plugins/HeatmapSessionRecording/*.js", NULL },
    { "matomo", XP_URL, "/wp-piwik/*.js", NULL },
    { "matomo", XP_URL, "/contrib/matomo/*.js", NULL },
    { "matomo", XP_URL, "/modules/piwik/*.js", NULL },
    { "matomo", XP_URL, "matomo.cloud", "hint" },
    { "matomo", XP_URL, "innocraft.cloud", "hint" },
    { "matomo", XP_URL, "/piwik/js/container_*.js", NULL },
    { "matomo", XP_URL, "/tracker.php", "known" },
    { "matomo", XP_URL, "matomo.cloud/matomo.js", NULL },
    { "matomo", XP_URL, "matomo.cloud/matomo.php", NULL },
    { "matomo", XP_URL, "matomo.cloud/piwik.js", NULL },
    { "matomo", XP_URL, "matomo.cloud/piwik.php", NULL },
    { "matomo", XP_URL, "cdn.matomo.cloud", NULL },
    { "matomo", XP_URL, "innocraft.cloud/matomo.js", NULL },
    { "matomo", XP_URL, "innocraft.cloud/matomo.php", NULL },
    { "matomo", XP_URL, "innocraft.cloud/piwik.js", NULL },
    { "matomo", XP_URL, "innocraft.cloud/piwik.php", NULL },
    { "matomo", XP_URL, "cdn.innocraft.cloud", NULL },
    { "matomo", XP_URL, "/matomo/container_*.js", NULL },
    { "matomo", XP_URL, "/piwik-2*.js", NULL },
    { "matomo", XP_URL, "/piwik-3*.js", NULL },
    { "matomo", XP_URL, "/matomo-3*.js", NULL },
    { "matomo", XP_URL, "/matomo-4*.js", NULL },
    { "matomo", XP_URL, "/matomo-5*.js", NULL },
    { "matomo", XP_INLINE, "_paq.push(", NULL },
    { "matomo", XP_INLINE, "_paq.push(['setTrackerUrl',", "loads" },
    { "matomo", XP_INLINE, "_paq||[]", NULL },
    { "matomo", XP_INLINE, "Piwik.getTracker(", NULL },
    { "matomo", XP_INLINE, "Piwik.getAsyncTracker(", NULL },
    { "matomo", XP_INLINE, "Matomo.getTracker(", NULL },
    { "matomo", XP_INLINE, "_mtm.push(", NULL },
    { "matomo", XP_INLINE, "mtm.startTime", "loads" },
    { "matomo", XP_INLINE, "_paq=", NULL },
    { "matomo", XP_INLINE, "piwikTracker", NULL },
    { "matomo", XP_INLINE, "pkBaseURL", NULL },
    { "matomo", XP_INLINE, "_mtm=", NULL },
    { "matomo", XP_INLINE, "'setTrackerUrl',", "loads" },
    { "matomo", XP_GLOBAL,
      "_paq Piwik Matomo piwikTracker pkBaseURL piwik_* piwikPluginAsyncInit piwikAsyncInit matomoAsyncInit "
      "matomoPluginAsyncInit MatomoTagManager piwik_action_name piwik_idsite piwik_url piwik_log",
      NULL },
    { "matomo", XP_MAKES, "Piwik",
      "piwik.js piwik.min.js piwik-2 piwik-3 matomo.js matomo.min.js matomo-3 matomo-4 matomo-5" },
    { "matomo", XP_MAKES, "Matomo", "matomo.js matomo.min.js matomo-3 matomo-4 matomo-5" },
    { "matomo", XP_MAKES, "piwik_log", "piwik.js piwik.min.js piwik-2" },
    { "matomo", XP_STUB,
      "(function(w,P){" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "function e(){return \"\"}function f(){return U}function t(){for(var i=0;arguments.length>i;"
      ")c(arguments[i++],w,\"\");return U}function a(e){c(e,U);if(e){c(e[0],U,e[1]);for(var i=1;e.length>i;"
      "i++)/^(track|ping)/.test(e[0])&&c(e[i],w,\"\")}}var k,z,U=f;d(f,\"trackPageView trackGoal trackLink "
      "trackEvent trackSiteSearch trackEcommerceOrder ping\",t);f.getVisitorId=e;f.then=0;"
      "if(P)U=new P(f,{get:function(x,k){return k in x?x[k]:/^(get|Symbol)/.test(k=String(k))"
      "?e:/^track/.test(k)?t:U}});d(f,\"getTracker getAsyncTracker setDocumentTitle setCustomVariable "
      "setCustomUrl enableLinkTracking addEcommerceItem setEcommerceView on addTracker\",U);"
      "d(w,\"Piwik Matomo piwikTracker piwik_log\",U);m(\"_paq\",a);w._mtm=w._mtm||[];"
      "w.pkBaseURL=w.pkBaseURL||\"\";r(function(){for(k in z=z||{matomoPluginAsyncInit:1,"
      "piwikPluginAsyncInit:1,matomoAsyncInit:1,piwikAsyncInit:1})if(z[k]&&w[k]){var x=w[k],i=0;z[k]=0;"
      "for(c(x);typeof x==\"object\"&&x.length>i;)c(x[i++])}})})(window,window.Proxy);",
      NULL },

    /* mautic */
    { "mautic", XP_URL, "/mtc.js", NULL },
    { "mautic", XP_URL, "mautic.com/mtc.js", NULL },
    { "mautic", XP_URL, "/mtracking.gif", "pixel" },
    { "mautic", XP_INLINE, "MauticTrackingObject", NULL },
    { "mautic", XP_INLINE, "mt('send','pageview'", NULL },
    { "mautic", XP_GLOBAL, "MauticTrackingObject MauticJS", NULL },
    { "mautic", XP_STUB,
      "(function(w){" STUB_CALL STUB_QUEUE STUB_READY
      "function f(){for(var a,i=0;arguments.length>i;c(a&&a.onload))a=arguments[i++]}"
      "r(function(){var k=w.MauticTrackingObject=w.MauticTrackingObject||\"mt\",x=w[k]=w[k]||f;"
      "typeof x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* measured */
    { "measured", XP_URL, "measured.com", NULL },

    /* mediahawk */
    { "mediahawk", XP_URL, "mediahawk.co.uk", NULL },

    /* median */
    { "median", XP_URL, "audit.median.hu", NULL },
    { "median", XP_URL, "median.hu/cgi-bin", NULL },
    { "median", XP_URL, "webaudit.hu", NULL },
    { "median", XP_URL, "/webaudit.js", "known" },

    /* medietall */
    { "medietall", XP_URL, "medietall.no", NULL },

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
    { "meta-pixel", XP_INLINE, "_fbds.", NULL },
    { "meta-pixel", XP_GLOBAL, "fbq _fbq _fbds", NULL },
    { "meta-pixel", XP_STUB,
      "(function(w){function f(){}f.push=f.callMethod=f;f.loaded=true;f.version=\"2.0\";f.queue=[];"
      "f.getState=function(){return{pixels:[]}};w.fbq=w.fbq||f;w._fbq=w._fbq||w.fbq})(window);",
      NULL },

    /* metricool */
    { "metricool", XP_URL, "tracker.metricool.com", NULL },
    { "metricool", XP_INLINE, "beTracker.t(", NULL },
    { "metricool", XP_GLOBAL, "beTracker", NULL },
    { "metricool", XP_STUB, "window.beTracker=window.beTracker||{t:function(){}};", NULL },

    /* miaozhen */
    { "miaozhen", XP_URL, "miaozhen.com", NULL },

    /* microanalytics */
    { "microanalytics", XP_URL, "microanalytics.io/js/", NULL },

    /* middleware-rum */
    { "middleware-rum", XP_URL, "cdnjs.middleware.io/browser/", NULL },
    { "middleware-rum", XP_URL, "/middleware-rum.min.js", NULL },
    { "middleware-rum", XP_MAKES, "Middleware", NULL },
    { "middleware-rum", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.Middleware=w.Middleware||{};d(x,\"track setAttributes info warn error addAction\",n);})(window);",
      NULL },

    /* mint */
    { "mint", XP_URL, "/mint/?js", NULL },
    { "mint", XP_GLOBAL, "Mint", NULL },
    { "mint", XP_MAKES, "Mint", NULL },
    { "mint", XP_STUB, "window.Mint=window.Mint||{save:function(){}};", NULL },

    /* mixpanel */
    { "mixpanel", XP_URL, "/mixpanel.js", NULL },
    { "mixpanel", XP_URL, "/mixpanel.min.js", NULL },
    { "mixpanel", XP_URL, "/mixpanel-2.", NULL },
    { "mixpanel", XP_URL, "/mixpanel-2-", NULL },
    { "mixpanel", XP_URL, "/mixpanel-latest.min.js", NULL },
    { "mixpanel", XP_URL, "mxpnl.com", NULL },
    { "mixpanel", XP_URL, "api.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "api-js.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "api-eu.mixpanel.com", NULL },
    { "mixpanel", XP_URL, "mixpanel.com/libs/", NULL },
    { "mixpanel", XP_URL, "mixpanel.com/site_media/js/api/", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.init(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.track(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.identify(", NULL },
    { "mixpanel", XP_INLINE, "mixpanel.register(", NULL },
    { "mixpanel", XP_INLINE, "MixpanelLib(", NULL },
    { "mixpanel", XP_INLINE, "MIXPANEL_CUSTOM_LIB_URL", "loads" },
    { "mixpanel", XP_GLOBAL, "mixpanel mpq mpmetrics MixpanelLib MIXPANEL_CUSTOM_LIB_URL", NULL },
    { "mixpanel", XP_MAKES, "MixpanelLib", "site_media/" },
    { "mixpanel", XP_STUB,
      "(function(w,P){function n(){}function e(){return \"\"}" STUB_CALL STUB_NAMES STUB_PROMISE STUB_QUEUE
      "function f(t,o){c(o&&o.loaded,w,U);for(var i=0;arguments.length>i;)c(arguments[i++],w,1);return U}"
      "function s(k,v){return p(v)}function a(e){c(e,U);e&&e.slice&&f.apply(w,e)}function h(){return U}"
      "var m=\"init track identify alias register register_once unregister people set set_once increment "
      "append union unset get_group set_group reset time_event set_config opt_in_tracking "
      "opt_out_tracking\",U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^get_[^g]/.test(k=String(k))"
      "?e:/^(is|has|Symbol)/.test(k)?n:U}}):f,x=w.mixpanel=w.mixpanel||U;f.then=0;f._xp=1;f.__SV=1.2;"
      "f.track_links=f.track_forms=h;f.get_distinct_id=f.get_property=e;f.push=a;"
      "f.flags={are_flags_ready:n,get_variant:s,get_variant_value:s,is_enabled:s,get_variant_sync:v,"
      "get_variant_value_sync:v,is_enabled_sync:v};function v(k,v){return v}d(f,m,U);q(x,a);"
      "q(x._i,function(a){c(a[1]&&a[1].loaded,w,x)});d(x,m,U);d(x,\"track_links track_forms\",h);"
      "w.mpq=w.mpq||[];w.mpmetrics=w.mpmetrics||U})(window,window.Proxy);",
      NULL },

    /* monitus */
    { "monitus", XP_URL, "monitus.net", NULL },
    { "monitus", XP_URL, "/monitus.js", NULL },
    { "monitus", XP_URL, "/monitus_sbm.js", NULL },
    { "monitus", XP_INLINE, "monitus", NULL },
    { "monitus", XP_GLOBAL, "monitus_* monitus", NULL },

    /* monsido */
    { "monsido", XP_URL, "tracking.monsido.com", NULL },
    { "monsido", XP_URL, "heatmaps.monsido.com", NULL },
    { "monsido", XP_URL, "app-script.monsido.com", NULL },
    { "monsido", XP_STUB, "window._monsido=window._monsido||[];", NULL },

    /* mountain */
    { "mountain", XP_URL, "dx.mountain.com/spx", NULL },
    { "mountain", XP_URL, "px.mountain.com", NULL },
    { "mountain", XP_URL, "dx.steelhousemedia.com", NULL },
    { "mountain", XP_INLINE, "dx.mountain.com/spx", NULL },

    /* mouseflow */
    { "mouseflow", XP_URL, "mouseflow.com", "script hint" },
    { "mouseflow", XP_INLINE, "_mfq.push(", NULL },
    { "mouseflow", XP_INLINE, "_mfq||[]", NULL },
    { "mouseflow", XP_INLINE, "mouseflow.", NULL },
    { "mouseflow", XP_GLOBAL, "_mfq mouseflow mouseflowPath mouseflow_*", NULL },
    { "mouseflow", XP_MAKES, "mouseflow", NULL },
    { "mouseflow", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "d(w.mouseflow=w.mouseflow||{},\"newPageView stop start tag star setVariable identify "
      "formSubmitAttempt formSubmitSuccess formSubmitFailure addFriction getSessionId getPageViewId "
      "isRecording\",n);m(\"_mfq\",function(a){c(a,w,w.mouseflow)})})(window);",
      NULL },

    /* mousestats */
    { "mousestats", XP_URL, "mousestats.com", "script hint" },

    /* mparticle */
    { "mparticle", XP_URL, "jssdkcdns.mparticle.com", NULL },
    { "mparticle", XP_URL, "jssdks.mparticle.com", NULL },
    { "mparticle", XP_URL, "identity.mparticle.com", NULL },
    { "mparticle", XP_URL, "mparticle.com", "script hint" },
    { "mparticle", XP_INLINE, "mParticle.config", NULL },
    { "mparticle", XP_INLINE, "mParticle.logEvent(", NULL },
    { "mparticle", XP_INLINE, "mParticle.ready(", NULL },
    { "mparticle", XP_GLOBAL, "mParticle", NULL },
    { "mparticle", XP_STUB,
      "(function(w){function n(){}function o(){return null}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE "var "
      "m=w.mParticle=w.mParticle||{},i=m.Identity=m.Identity||{},e=m.eCommerce=m.eCommerce||{};d(m,\"ready\",function("
      "f){c(f)});d(m,\"endSession logError logBaseEvent logEvent logForm logLink logPageView setSessionAttribute "
      "setAppName setAppVersion setOptOut setPosition startNewSession startTrackingLocation stopTrackingLocation "
      "upload setLogLevel reset init\",n);d(i,\"getCurrentUser\",o);d(i,\"identify login logout "
      "modify\",function(a,f){c(f,w,{})});e.Cart=e.Cart||{};d(e.Cart,\"add remove clear\",n);d(e,\"createImpression "
      "createProduct createPromotion createTransactionAttributes logCheckout logImpression logProductAction "
      "logPromotion logPurchase logRefund setCurrencyCode\",n);d(m,\"EventType ProductActionType PromotionType "
      "IdentityType\",{});d(m,\"isInitialized\",function(){return false});function g(){var "
      "k=m.config=m.config||{};q(k.rq=k.rq||[],c)}r(g);c(g)})(window);",
      NULL },

    /* mpulse */
    { "mpulse", XP_URL, "/boomerang.js", NULL },
    { "mpulse", XP_URL, "/boomerang.min.js", NULL },
    { "mpulse", XP_URL, "/boomerang-*.js", "known" },
    { "mpulse", XP_URL, "go-mpulse.net", NULL },
    { "mpulse", XP_URL, "mpulse.net", NULL },
    { "mpulse", XP_URL, "akstat.io", NULL },
    { "mpulse", XP_URL, "lognormal.net", NULL },
    { "mpulse", XP_URL, "cdn.soasta.com/boomerang", NULL },
    { "mpulse", XP_INLINE, "BOOMR_mq", NULL },
    { "mpulse", XP_INLINE, "BOOMR", NULL },
    { "mpulse", XP_INLINE, "BOOMR_config", NULL },
    { "mpulse", XP_GLOBAL,
      "BOOMR BOOMR_* LOGN BOOMR_mq BOOMR_config BOOMR_configt BOOMR_lstart BOOMR_onload BOOMR_API_key", NULL },
    { "mpulse", XP_MAKES, "BOOMR", NULL },
    { "mpulse", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "var b=w.BOOMR=w.BOOMR||{};d(b,\"init addVar removeVar subscribe page_ready plugin sendBeacon "
      "fireEvent addTimer responseEnd sendTimer sendMetric\",function(){return b});"
      "d(b,\"setImmediate\",function(f,a,b,o){c(f,o,a,b)});d(b,\"requestStart\",function(){return{loaded:n}"
      "});b.plugins=b.plugins||{};d(b,\"now\",function(){return +new Date});b.t_end=b.t_end||0;"
      "m(\"BOOMR_mq\",function(a){a&&c(a.callback,a.thisArg)})})(window);",
      NULL },

    /* naver */
    { "naver", XP_URL, "wcs.naver.net", NULL },
    { "naver", XP_URL, "wcs.naver.com", NULL },
    { "naver", XP_URL, "wcs.pstatic.net", NULL },
    { "naver", XP_URL, "/wcslog.js", NULL },
    { "naver", XP_INLINE, "wcs_do(", NULL },
    { "naver", XP_INLINE, "wcs_add['wa']", NULL },
    { "naver", XP_INLINE, "wcs_add.wa", NULL },
    { "naver", XP_GLOBAL, "wcs _nasa wcs_* wcs_add", NULL },
    { "naver", XP_MAKES, "wcs wcs_do", NULL },
    { "naver", XP_STUB,
      "(function(w){function n(){}w.wcs_add=w.wcs_add||{};w.wcs_do=w.wcs_do||n;"
      "w.wcs=w.wcs||{inflow:n,cnv:n,trans:n,event:n,isCPA:false}})(window);",
      NULL },

    /* nccgroup-rum */
    { "nccgroup-rum", XP_URL, "nccgroup-webperf.com", NULL },

    /* netlify-rum */
    { "netlify-rum", XP_URL, "/.netlify/scripts/rum", NULL },
    { "netlify-rum", XP_ELEMENT, "script#netlify-rum-container", NULL },

    /* netmetrix */
    { "netmetrix", XP_URL, "wemfbox.ch", NULL },
    { "netmetrix", XP_URL, "net-metrix.ch/cgi-bin", NULL },
    { "netmetrix", XP_INLINE, "wemfbox.ch/cgi-bin", NULL },
    { "netmetrix", XP_INLINE, "NETMX=", NULL },
    { "netmetrix", XP_GLOBAL, "NETMX wemf_* NetMetrix*", NULL },

    /* new-relic */
    { "new-relic", XP_URL, "js-agent.newrelic.com", NULL },
    { "new-relic", XP_URL, "nr-data.net", NULL },
    { "new-relic", XP_URL, "beacon-1.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-2.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-3.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-4.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-5.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon-6.newrelic.com", NULL },
    { "new-relic", XP_URL, "beacon.newrelic.com", NULL },
    { "new-relic", XP_URL, "d1ros97qkrwjf5.cloudfront.net", NULL },
    { "new-relic", XP_INLINE, "NREUM", NULL },
    { "new-relic", XP_INLINE, "NREUMQ", NULL },
    { "new-relic", XP_INLINE, "newrelic.", NULL },
    { "new-relic", XP_GLOBAL, "NREUM NREUMQ newrelic EPISODES", NULL },
    { "new-relic", XP_MAKES, "newrelic", "js-agent" },
    { "new-relic", XP_STUB,
      "(function(w,P){function n(){}function e(){return \"\"}" STUB_CALL STUB_NAMES
      "function f(){return U}function g(f){c(f,w,{});return U}var U=P?new P(f,{get:function(x,k){return k "
      "in x?x[k]:/^(get|Symbol)/.test(String(k))?e:U}}):f,m=\"addPageAction finished inlineHit noticeError "
      "setCustomAttribute setErrorHandler setName setPageViewName setUserId setApplicationVersion "
      "addRelease addToTrace setCurrentRouteName interaction save start log\";f.then=0;"
      "f.createTracer=function(a,b){return b||n};f.getContext=f.onEnd=g;d(f,m,U);"
      "d(w.newrelic=w.newrelic||U,m,U);d(w.NREUM=w.NREUM||{},m,U);w.NREUMQ=w.NREUMQ||[]}"
      ")(window,window.Proxy);",
      NULL },

    /* nextdoor-pixel */
    { "nextdoor-pixel", XP_URL, "ads.nextdoor.com/public/pixel/", NULL },
    { "nextdoor-pixel", XP_URL, "flask.nextdoor.com", NULL },
    { "nextdoor-pixel", XP_INLINE, "ndp('init'", NULL },
    { "nextdoor-pixel", XP_INLINE, "ndp('track'", NULL },
    { "nextdoor-pixel", XP_GLOBAL, "ndp", NULL },
    { "nextdoor-pixel", XP_STUB, "(function(w){function f(){}f.queue=[];w.ndp=w.ndp||f})(window);", NULL },

    /* nielsen */
    { "nielsen", XP_URL, "/nielsen.js", NULL },
    { "nielsen", XP_URL, "/nielsen*.js", "known" },
    { "nielsen", XP_URL, "imrworldwide.com", NULL },
    { "nielsen", XP_INLINE, "nol_t(", NULL },
    { "nielsen", XP_INLINE, "NOLCMB", NULL },
    { "nielsen", XP_INLINE, "nlsnInstance", NULL },
    { "nielsen", XP_INLINE, "trac.record(", NULL },
    { "nielsen", XP_GLOBAL,
      "_rs* pvar trac nol_t nielsen_* NOLCMB NOLBUNDLE nlsn* _nolggGlobalParams nSdkInstance _rsCI _rsCG _rsDN _rsCC "
      "_rsSE _rsSM _rsCL _rsRP _rsND",
      NULL },
    { "nielsen", XP_MAKES, "nol_t NOLCMB", NULL },
    { "nielsen", XP_STUB,
      "(function(w){function n(){}function r(){return t}var m=\"post event invite impression submit click "
      "sendALL hook link set_version do_sample do_event getInstance trackEvent ggPM ggInitialize "
      "processEvent\".split(\" \"),k,t={record:r,pageEvent:r,setParam:r,getSchemeHost:function(){return "
      "\"data:,\"}};while(k=m.pop())t[k]=n;r.post=n;w.nol_t=w.nol_t||r;w.pvar=w.pvar||{};w.trac=w.trac||t;"
      "w.nSdkInstance=w.nSdkInstance||t;w.NOLCMB=w.NOLCMB||{getInstance:r};"
      "w.NOLBUNDLE=w.NOLBUNDLE||{nlsQ:r}})(window);",
      NULL },

    /* noibu */
    { "noibu", XP_URL, "cdn.noibu.com", NULL },
    { "noibu", XP_INLINE, "NOIBUJS_CONFIG", NULL },
    { "noibu", XP_GLOBAL, "NOIBUJS_CONFIG", NULL },

    /* northbeam */
    { "northbeam", XP_URL, "j.northbeam.io", NULL },
    { "northbeam", XP_URL, "i.northbeam.io", NULL },
    { "northbeam", XP_INLINE, "Northbeam.", NULL },
    { "northbeam", XP_GLOBAL, "Northbeam", NULL },
    { "northbeam", XP_MAKES, "Northbeam", NULL },
    { "northbeam", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.Northbeam=w.Northbeam||{};d(x,\"identify trackPageView trackPageViewInitial fireEmailCaptureEvent "
      "fireCustomGoal firePurchaseEvent\",n);})(window);",
      NULL },

    /* nrich */
    { "nrich", XP_URL, "serve.nrich.ai", NULL },
    { "nrich", XP_URL, "us-serve.nrich.ai", NULL },
    { "nrich", XP_INLINE, "nt('load'", "weak" },
    { "nrich", XP_GLOBAL, "nt", NULL },

    /* oewa */
    { "oewa", XP_URL, "oewabox.at", NULL },
    { "oewa", XP_INLINE, "oewa_data", NULL },
    { "oewa", XP_INLINE, "oewaconfig", NULL },
    { "oewa", XP_INLINE, "OEWA=", NULL },
    { "oewa", XP_INLINE, "OEWA_", NULL },
    { "oewa", XP_GLOBAL, "oewa_* OEWA oewaconfig oewaq _oewa oewa_data", NULL },
    { "oewa", XP_STUB, "window.oewa_p=window.oewa_p||function(){};window.oewaq=window.oewaq||[];", NULL },

    /* offen */
    { "offen", XP_ELEMENT, "script[data-account-id=<uuid>][src=*/script.js]", NULL },

    /* omniconvert */
    { "omniconvert", XP_URL, "omniconvert.com", NULL },
    { "omniconvert", XP_URL, "d2tgfbvjf3q6hn.cloudfront.net", NULL },
    { "omniconvert", XP_URL, "d3vbj265bmdenw.cloudfront.net", NULL },

    /* onedollarstats */
    { "onedollarstats", XP_URL, "assets.onedollarstats.com", NULL },
    { "onedollarstats", XP_URL, "collector.onedollarstats.com", NULL },
    { "onedollarstats", XP_GLOBAL, "stonks", NULL },
    { "onedollarstats", XP_MAKES, "stonks", NULL },
    { "onedollarstats", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var x=w.stonks=w.stonks||{};d(x,\"event view\",n);})(window);", NULL },

    /* onestat */
    { "onestat", XP_URL, "onestat.com", NULL },
    { "onestat", XP_INLINE, "OneStat_", NULL },
    { "onestat", XP_GLOBAL, "OneStat_* osd", NULL },

    /* ontame */
    { "ontame", XP_URL, "ontame.io", NULL },

    /* onthe-io */
    { "onthe-io", XP_URL, "onthe.io", NULL },
    { "onthe-io", XP_INLINE, "_iot=", NULL },
    { "onthe-io", XP_GLOBAL, "_iot _io_config", NULL },
    { "onthe-io", XP_STUB, "window._io_config=window._io_config||{};window._iot=window._iot||{};", NULL },

    /* open-web-analytics */
    { "open-web-analytics", XP_URL, "/owa.tracker-combined-min.js", NULL },
    { "open-web-analytics", XP_URL, "/owa.tracker.js", NULL },
    { "open-web-analytics", XP_INLINE, "owa_baseUrl", NULL },
    { "open-web-analytics", XP_INLINE, "owa_cmds.push(", NULL },
    { "open-web-analytics", XP_GLOBAL, "owa_base* owa_cmds owa_params OWA OWATracker owa_baseUrl owa_baseSecUrl",
      NULL },
    { "open-web-analytics", XP_MAKES, "OWA", NULL },
    { "open-web-analytics", XP_STUB, "window.owa_cmds=window.owa_cmds||[];", NULL },

    /* openpanel */
    { "openpanel", XP_URL, "openpanel.dev/op1.js", NULL },
    { "openpanel", XP_URL, "api.openpanel.dev", NULL },
    { "openpanel", XP_URL, "/op1.js", NULL },
    { "openpanel", XP_INLINE, "op('init',{clientId:", NULL },
    { "openpanel", XP_INLINE, "op('track'", "weak" },
    { "openpanel", XP_GLOBAL, "op", NULL },
    { "openpanel", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "var x=w.op=w.op||n;d(x,\"init track screenView identify setGlobalProperties alias increment decrement revenue "
      "pendingRevenue flushRevenue clearRevenue clear\",n);d(x,\"fetchDeviceId\",function(){return "
      "p(\"\")})})(window);",
      NULL },

    /* openreplay */
    { "openreplay", XP_URL, "static.openreplay.com", NULL },
    { "openreplay", XP_URL, "cdn.openreplay.com", NULL },
    { "openreplay", XP_URL, "api.openreplay.com", NULL },
    { "openreplay", XP_URL, "/openreplay.js", NULL },
    { "openreplay", XP_URL, "/openreplay-assist.js", NULL },
    { "openreplay", XP_INLINE, "OpenReplay=", NULL },
    { "openreplay", XP_INLINE, "OpenReplay.", NULL },
    { "openreplay", XP_GLOBAL, "OpenReplay initOpts startOpts", NULL },
    { "openreplay", XP_STUB,
      "(function(w){function n(){}function o(){return null}" STUB_NAMES
      "var x=w.OpenReplay=w.OpenReplay||{};d(x,\"start stop setUserID setUserAnonymousID setMetadata event issue "
      "handleError forceFlushBatch use\",n);d(x,\"isActive getSessionToken getSessionID getSessionURL\",o)})(window);",
      NULL },

    /* openstat */
    { "openstat", XP_URL, "openstat.net", "script pixel picture hint" },
    { "openstat", XP_URL, "openstat.com", "script pixel picture hint" },
    { "openstat", XP_URL, "spylog.com", "script pixel picture hint" },
    { "openstat", XP_URL, "spylog.ru", "script pixel picture hint" },
    { "openstat", XP_URL, "openstat.ru", "script pixel picture hint" },
    { "openstat", XP_INLINE, "_spylog", NULL },
    { "openstat", XP_GLOBAL, "openstat spylog* _spylog*", NULL },

    /* ophan */
    { "ophan", XP_URL, "ophan.co.uk", NULL },
    { "ophan", XP_URL, "ophan.theguardian.com", NULL },

    /* optimizely */
    { "optimizely", XP_URL, "cdn.optimizely.com", NULL },
    { "optimizely", XP_URL, "optimizely.com/js/", NULL },
    { "optimizely", XP_URL, "cdn3.optimizely.com", NULL },
    { "optimizely", XP_URL, "log.optimizely.com", NULL },
    { "optimizely", XP_URL, "logx.optimizely.com", NULL },
    { "optimizely", XP_URL, "optimizelyapis.com", NULL },
    { "optimizely", XP_INLINE, "optimizely.push(", NULL },
    { "optimizely", XP_INLINE, "optimizely||[]", NULL },
    { "optimizely", XP_GLOBAL, "optimizely", NULL },
    { "optimizely", XP_STUB,
      "(function(w,P){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "function f(){return U}var U=P?new P(f,{get:function(x,k){return k in x?x[k]:k.big&&U}}):f;f.then=0;"
      "m(\"optimizely\",function(a){c(a);a&&a.filter&&a.filter.name==\"initialized\"&&c(a.handler,w,{})});"
      "w.optimizely.get=w.optimizely.get||f})(window,window.Proxy);",
      NULL },

    /* outbrain-pixel */
    { "outbrain-pixel", XP_URL, "amplify.outbrain.com/cp/", NULL },
    { "outbrain-pixel", XP_URL, "tr.outbrain.com", NULL },
    { "outbrain-pixel", XP_INLINE, "obApi('track'", NULL },
    { "outbrain-pixel", XP_INLINE, "OB_ADV_ID", NULL },
    { "outbrain-pixel", XP_GLOBAL, "obApi OB_ADV_ID", NULL },
    { "outbrain-pixel", XP_STUB, "(function(w){function f(){}f.queue=[];w.obApi=w.obApi||f})(window);", NULL },

    /* pagesense */
    { "pagesense", XP_URL, "pagesense.io", "script hint" },
    { "pagesense", XP_INLINE, "pagesense.push(", NULL },
    { "pagesense", XP_INLINE, "pagesense||[]", NULL },
    { "pagesense", XP_GLOBAL, "pagesense", NULL },
    { "pagesense", XP_STUB, "window.pagesense=window.pagesense||[];", NULL },

    /* panelbear */
    { "panelbear", XP_URL, "cdn.panelbear.com", NULL },
    { "panelbear", XP_URL, "cdn.cronitor.io", NULL },
    { "panelbear", XP_INLINE, "panelbear('config'", NULL },
    { "panelbear", XP_INLINE, "cronitor('config'", NULL },
    { "panelbear", XP_GLOBAL, "panelbear", NULL },
    { "panelbear", XP_STUB,
      "(function(w){function f(){}w.panelbear=w.panelbear||f;"
      "w.cronitor=w.cronitor||f})(window);",
      NULL },

    /* pardot */
    { "pardot", XP_URL, "pi.pardot.com", NULL },
    { "pardot", XP_URL, "cdn.pardot.com", NULL },
    { "pardot", XP_URL, "pardot.com/pd.js", NULL },
    { "pardot", XP_URL, "pi.demandware.com", NULL },
    { "pardot", XP_URL, "/pd.js", "known" },
    { "pardot", XP_INLINE, "piTracker(", NULL },
    { "pardot", XP_INLINE, "piAId=", NULL },
    { "pardot", XP_INLINE, "piCId=", NULL },
    { "pardot", XP_INLINE, "piHostname", NULL },
    { "pardot", XP_GLOBAL,
      "piAId piCId piHostname piProtocol piTracker piGetParameter piSetCookie piGetCookie "
      "piPoint*",
      NULL },
    { "pardot", XP_MAKES, "piTracker", NULL },
    { "pardot", XP_STUB,
      "(function(w){function n(){}w.piTracker=w.piTracker||n;"
      "w.piGetParameter=w.piGetParameter||n;w.piSetCookie=w.piSetCookie||n;"
      "w.piGetCookie=w.piGetCookie||n})(window);",
      NULL },

    /* parsely */
    { "parsely", XP_URL, "cdn.parsely.com", NULL },
    { "parsely", XP_URL, "static.parsely.com", NULL },
    { "parsely", XP_URL, "parsely.com/p.js", NULL },
    { "parsely", XP_URL, "d1z2jf7jlzjs58.cloudfront.net", NULL },
    { "parsely", XP_URL, "pixel.parsely.com", NULL },
    { "parsely", XP_URL, "p1.parsely.com", NULL },
    { "parsely", XP_URL, "srv.config.parsely.com", NULL },
    { "parsely", XP_URL, "/wp-parsely/build/loader.js", NULL },
    { "parsely", XP_INLINE, "parsely-root", NULL },
    { "parsely", XP_INLINE, "parsely-cfg", NULL },
    { "parsely", XP_INLINE, "PARSELY", NULL },
    { "parsely", XP_GLOBAL, "PARSELY PARSELY_* parsely_*", NULL },
    { "parsely", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_READY
      "r(function(){var x=w.PARSELY=w.PARSELY||{};d(x,\"beacon\",{trackPageView:n,trackEvent:n,"
      "pixel:{beacon:n}});d(x,\"config video\",{trackPlay:n,trackPause:n,reset:n});"
      "d(x,\"updateDefaults\",n);d(x,\"conversions\",{trackCustom:n,trackLeadCapture:n,"
      "trackNewsletterSignup:n,trackSubscription:n,trackPurchase:n,trackLinkClick:n});"
      "if(x.onload&&!x._xp)x._xp=1,c(x.onload,x)})})(window);",
      NULL },

    /* partnerstack */
    { "partnerstack", XP_URL, "js.partnerstack.com", NULL },
    { "partnerstack", XP_URL, "grsm.io", NULL },
    { "partnerstack", XP_INLINE, "growsumo._initialize(", NULL },
    { "partnerstack", XP_INLINE, "growsumo.data", NULL },
    { "partnerstack", XP_GLOBAL, "growsumo", NULL },
    { "partnerstack", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES
      "var x=w.growsumo=w.growsumo||{};x.data=x.data||{};d(x,\"_initialize\",n);d(x,\"createSignup\",f)})(window);",
      NULL },

    /* peasy */
    { "peasy", XP_URL, "cdn.peasy.so", NULL },
    { "peasy", XP_URL, "api.peasy.so", NULL },
    { "peasy", XP_ELEMENT, "script[data-website-id][src=*/peasy.js]", NULL },
    { "peasy", XP_INLINE, "peasy.track(", "weak" },
    { "peasy", XP_GLOBAL, "peasy", NULL },
    { "peasy", XP_MAKES, "peasy", NULL },
    { "peasy", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.peasy=w.peasy||{};d(x,\"init track page setProfile disableTracking enableTracking\",n);})(window);",
      NULL },

    /* pendo */
    { "pendo", XP_URL, "cdn.pendo.io", NULL },
    { "pendo", XP_URL, "pendo.io/agent/static/", NULL },
    { "pendo", XP_URL, "app.pendo.io/data", NULL },
    { "pendo", XP_INLINE, "pendo.initialize(", NULL },
    { "pendo", XP_INLINE, "pendo.identify(", NULL },
    { "pendo", XP_GLOBAL, "pendo pendo_options", NULL },
    { "pendo", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_QUEUE
      "function i(o){o=o&&o.events||{};c(o.ready);c(o.guidesLoaded)}var x=w.pendo=w.pendo||{};"
      "d(x,\"initialize\",i);d(x,\"identify updateOptions pageLoad track trackAgent isReady getVisitorId "
      "getAccountId enableDebugging clearSession flushNow showGuideById showGuideByName setGuidesDisabled "
      "startGuides stopGuides loadGuides teardown validateInstall\",n);q(x._q=x._q||[],function(a)"
      "{a&&a[0]==\"initialize\"&&i(a[1])})})(window);",
      NULL },

    /* perfops */
    { "perfops", XP_URL, "cdn.perfops.net", NULL },
    { "perfops", XP_URL, "perfops.net/rom", NULL },

    /* permutive */
    { "permutive", XP_URL, "permutive.app", NULL },
    { "permutive", XP_URL, "cdn.permutive.com", NULL },
    { "permutive", XP_URL, "api.permutive.com", NULL },
    { "permutive", XP_INLINE, "permutive.addon(", NULL },
    { "permutive", XP_INLINE, "permutive.track(", NULL },
    { "permutive", XP_INLINE, "permutive=", NULL },
    { "permutive", XP_INLINE, "permutive.ready(", NULL },
    { "permutive", XP_GLOBAL, "permutive", NULL },
    { "permutive", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES STUB_QUEUE
      "function g(f,a){c(typeof f==\"function\"?f:a,w,[])}var "
      "x=w.permutive=w.permutive||{};q(x.q=x.q||[],function(a){/^(ready|segment)/"
      ".test(a&&a.functionName)&&g.apply(w,a.arguments)});d(x,\"ready readyWithTimeout segments "
      "segment\",g);d(x,\"addon identify track trigger query on once user consent "
      "context\",n);x.config=x.config||{}})(window);",
      NULL },

    /* pingdom */
    { "pingdom", XP_URL, "pingdom.net", NULL },
    { "pingdom", XP_INLINE, "_prum.push(", NULL },
    { "pingdom", XP_INLINE, "_prum=", NULL },
    { "pingdom", XP_INLINE, "_prum||[]", NULL },
    { "pingdom", XP_GLOBAL, "_prum PRUM_EPISODES", NULL },
    { "pingdom", XP_STUB, "window._prum=window._prum||[];", NULL },

    /* pinterest-tag */
    { "pinterest-tag", XP_URL, "s.pinimg.com/ct/", NULL },
    { "pinterest-tag", XP_URL, "ct.pinterest.com", NULL },
    { "pinterest-tag", XP_URL, "pinimg.com/ct/core.js", NULL },
    { "pinterest-tag", XP_INLINE, "pintrk('load'", NULL },
    { "pinterest-tag", XP_INLINE, "pintrk('page'", NULL },
    { "pinterest-tag", XP_INLINE, "pintrk('track'", NULL },
    { "pinterest-tag", XP_INLINE, "pintrk('set'", NULL },
    { "pinterest-tag", XP_GLOBAL, "pintrk", NULL },
    { "pinterest-tag", XP_STUB,
      "(function(w){" STUB_CALL
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,true)}f.queue=[];f.version=\"3.0\";"
      "w.pintrk=w.pintrk||f})(window);",
      NULL },

    /* pirsch */
    { "pirsch", XP_URL, "api.pirsch.io", NULL },
    { "pirsch", XP_URL, "pirsch.io/pa.js", NULL },
    { "pirsch", XP_URL, "pirsch.io/pirsch.js", NULL },
    { "pirsch", XP_URL, "pirsch.io/pirsch-events.js", NULL },
    { "pirsch", XP_URL, "pirsch.io/pirsch-sessions.js", NULL },
    { "pirsch", XP_URL, "pirsch.io/pirsch-extended.js", NULL },
    { "pirsch", XP_ELEMENT, "script#pianjs", NULL },
    { "pirsch", XP_ELEMENT, "script#pirschjs", NULL },
    { "pirsch", XP_ELEMENT, "script#pirscheventsjs", NULL },
    { "pirsch", XP_ELEMENT, "script#pirschsessionsjs", NULL },
    { "pirsch", XP_ELEMENT, "script#pirschextendedjs", NULL },
    { "pirsch", XP_ELEMENT, "script[data-code][data-hit-endpoint]", NULL },
    { "pirsch", XP_INLINE, "pirsch('", NULL },
    { "pirsch", XP_GLOBAL, "pirsch", NULL },
    { "pirsch", XP_MAKES, "pirsch", "pirsch-events pirsch-extended /pa.js" },
    { "pirsch", XP_MAKES, "pirschClearSession", "pirsch-sessions pirsch-extended /pa.js" },
    { "pirsch", XP_MAKES, "pirschNotFound", "/pa.js" },
    { "pirsch", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "d(w,\"pirsch\",function(){return p()});d(w,\"pirschNotFound pirschInit pirschClearSession\",n)}"
      ")(window);",
      NULL },

    /* piwik-pro */
    { "piwik-pro", XP_URL, "piwik.pro", "script hint" },
    { "piwik-pro", XP_URL, "/ppms.js", NULL },
    { "piwik-pro", XP_URL, "/ppms.php", NULL },
    { "piwik-pro", XP_URL, "piwik.pro/ppms.php", NULL },
    { "piwik-pro", XP_URL, "piwik.pro/piwik.php", NULL },
    { "piwik-pro", XP_URL, "piwik.pro/matomo.php", NULL },
    { "piwik-pro", XP_INLINE, "ppas||", NULL },
    { "piwik-pro", XP_INLINE, "stg.start", "loads" },
    { "piwik-pro", XP_INLINE, "ppms.", NULL },
    { "piwik-pro", XP_GLOBAL, "ppms sevenTag", NULL },

    /* pixel-manager */
    { "pixel-manager", XP_URL, "/woocommerce-google-adwords-conversion-tracking-tag/js/public/", NULL },
    { "pixel-manager", XP_URL, "/woopt-pixel-manager-pro/js/public/", NULL },
    { "pixel-manager", XP_ELEMENT, "script#wpm-js", NULL },
    { "pixel-manager", XP_ELEMENT, "script#pmw-js", NULL },
    { "pixel-manager", XP_INLINE, "pmw.consentAcceptAll(", NULL },
    { "pixel-manager", XP_INLINE, "wpm.consentAcceptAll(", NULL },
    { "pixel-manager", XP_MAKES, "pmw wpm", NULL },
    { "pixel-manager", XP_STUB,
      "(function(w){function n(){}var m=\"consentAcceptAll consentAdjustSelectively consentRevokeAll "
      "trackCustomFacebookEvent\";" STUB_NAMES "d(w.pmw=w.pmw||{},m,n);d(w.wpm=w.wpm||{},m,n)})(window);",
      NULL },

    /* pixelcounter-elmundo */
    { "pixelcounter-elmundo", XP_URL, "pixelcounter.elmundo.es", NULL },
    { "pixelcounter-elmundo", XP_URL, "pixelcounter.marca.com", NULL },
    { "pixelcounter-elmundo", XP_URL, "pixelcounter.expansion.com", NULL },
    { "pixelcounter-elmundo", XP_URL, "/pixelcounter.js", NULL },

    /* pixelyoursite */
    { "pixelyoursite", XP_URL, "/pixelyoursite/dist/scripts/public.js", NULL },
    { "pixelyoursite", XP_URL, "/pixelyoursite-pro/dist/scripts/public.js", NULL },
    { "pixelyoursite", XP_ELEMENT, "script#pys-js", NULL },
    { "pixelyoursite", XP_ELEMENT, "script#pys-js-extra", NULL },
    { "pixelyoursite", XP_INLINE, "pysOptions=", NULL },
    { "pixelyoursite", XP_GLOBAL, "pysOptions", NULL },

    /* plausible */
    { "plausible", XP_URL, "/plausible.js", NULL },
    { "plausible", XP_URL, "/js/plausible*.js", NULL },
    { "plausible", XP_URL, "/js/script.outbound-links.js", NULL },
    { "plausible", XP_URL, "/js/script.file-downloads*.js", NULL },
    { "plausible", XP_URL, "/plausible-analytics/*.js", NULL },
    { "plausible", XP_URL, "plausible.io", "hint" },
    { "plausible", XP_URL, "plausible.io/js/", NULL },
    { "plausible", XP_URL, "plausible.io/js/embed.host.js", "hint" },
    { "plausible", XP_URL, "plausible.io/api/event", NULL },
    { "plausible", XP_URL, "/pa-*.js", "known" },
    { "plausible", XP_URL, "/pa-<id:12+>.js", "script classic" },
    { "plausible", XP_URL, "/pa-<key:21>.js", "script classic" },
    { "plausible", XP_ELEMENT, "script#plausible-analytics-js", NULL },
    { "plausible", XP_ELEMENT, "script#plausible[data-domain]", NULL },
    { "plausible", XP_ELEMENT, "script[data-domain][data-api=*/event]", NULL },
    { "plausible", XP_ELEMENT, "script[data-domain][src=*/js/script.js]", NULL },
    { "plausible", XP_ELEMENT, "script[data-domain][src=*/js/script.*.js]", NULL },
    { "plausible", XP_ELEMENT, "script[data-domain][src=*/js/plausible*.js]", NULL },
    { "plausible", XP_INLINE, "plausible=", NULL },
    { "plausible", XP_INLINE, "plausible.init(", NULL },
    { "plausible", XP_GLOBAL, "plausible", NULL },
    { "plausible", XP_MAKES, "plausible", NULL },
    { "plausible", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE
      "function f(n,o){c(o&&o.callback,w,{status:202})}f.init=function(){};f.l=true;"
      "r(function(){var x=w.plausible=w.plausible||f;typeof x==\"function\"&&q(x.q=x.q||[],function(a)"
      "{f.apply(w,a)})})})(window);",
      NULL },

    /* plerdy */
    { "plerdy", XP_URL, "a.plerdy.com/public/js/click/", NULL },
    { "plerdy", XP_URL, "d.plerdy.com/public/js/click/", NULL },
    { "plerdy", XP_URL, "a.plerdy.com/public/js/click/plerdy_ab.js", "hint" },
    { "plerdy", XP_URL, "d.plerdy.com/public/js/click/plerdy_ab.js", "hint" },
    { "plerdy", XP_INLINE, "_site_hash_code", NULL },
    { "plerdy", XP_INLINE, "plerdyScript", NULL },
    { "plerdy", XP_GLOBAL, "_site_hash_code _suid plerdyScript plerdymainscript plerdyMainScript _protocol", NULL },

    /* podscribe */
    { "podscribe", XP_URL, "d34r8q7sht0t9k.cloudfront.net/tag.js", NULL },
    { "podscribe", XP_URL, "verifi.podscribe.com", NULL },
    { "podscribe", XP_INLINE, "podscribe('init'", NULL },
    { "podscribe", XP_INLINE, "podscribe('view'", NULL },
    { "podscribe", XP_GLOBAL, "podscribe", NULL },
    { "podscribe", XP_STUB, "window.podscribe=window.podscribe||function(){};", NULL },

    /* podsights */
    { "podsights", XP_URL, "cdn.pdst.fm", NULL },
    { "podsights", XP_INLINE, "pdst('conf'", NULL },
    { "podsights", XP_INLINE, "pdst('view'", NULL },
    { "podsights", XP_GLOBAL, "pdst", NULL },
    { "podsights", XP_STUB, "(function(w){function f(){}f.q=[];w.pdst=w.pdst||f})(window);", NULL },

    /* post-affiliate-pro */
    { "post-affiliate-pro", XP_URL, "/scripts/trackjs.js", "known" },
    { "post-affiliate-pro", XP_ELEMENT, "script#pap_x2s6df8d", NULL },
    { "post-affiliate-pro", XP_INLINE, "PostAffTracker.setAccountId(", NULL },
    { "post-affiliate-pro", XP_INLINE, "PostAffTracker.track(", NULL },
    { "post-affiliate-pro", XP_INLINE, "PostAffTracker.createSale(", NULL },
    { "post-affiliate-pro", XP_GLOBAL, "PostAffTracker", NULL },
    { "post-affiliate-pro", XP_MAKES, "PostAffTracker", NULL },
    { "post-affiliate-pro", XP_STUB,
      "(function(w,P){function e(){return \"\"}function f(){return U}" STUB_NAMES
      "var U=P?new P(f,{get:function(x,k){return k in "
      "x?x[k]:/^(get|is|Symbol)/.test(String(k))?e:U}}):f;f.then=0;d(f,\"setTotalCost setOrderID setProductID setData1 "
      "setData2 setData3 setData4 setData5 setStatus setCurrency setCoupon setAffiliateID "
      "setCampaignID\",f);d(w.PostAffTracker=w.PostAffTracker||{},\"setAccountId track register disableTrackingMethod "
      "setAffiliate setCampaign setParamNameUserId writeCookieToCustomField writeCookieToLink "
      "writeAffiliateToCustomField createSale createAction setCookieDomain\",f)})(window,window.Proxy);",
      NULL },

    /* post-views-counter */
    { "post-views-counter", XP_URL, "/post-views-counter/js/frontend*.js", NULL },
    { "post-views-counter", XP_URL, "/post-views-counter/js/counter*.js", NULL },
    { "post-views-counter", XP_INLINE, "pvcArgsFrontend", NULL },
    { "post-views-counter", XP_GLOBAL, "pvcArgsFrontend", NULL },

    /* posthog */
    { "posthog", XP_URL, "app.posthog.com", NULL },
    { "posthog", XP_URL, "us.posthog.com", NULL },
    { "posthog", XP_URL, "eu.posthog.com", NULL },
    { "posthog", XP_URL, "app-static.posthog.com", NULL },
    { "posthog", XP_URL, "app-static-prod.posthog.com", NULL },
    { "posthog", XP_URL, "i.posthog.com", NULL },
    { "posthog", XP_URL, "posthog.com/static/array.js", NULL },
    { "posthog", XP_URL, "/array/phc_*", NULL },
    { "posthog", XP_URL, "/static/array.js", "known" },
    { "posthog", XP_INLINE, "posthog.init(", NULL },
    { "posthog", XP_INLINE, "posthog.capture(", NULL },
    { "posthog", XP_INLINE, "posthog.identify(", NULL },
    { "posthog", XP_GLOBAL, "posthog", NULL },
    { "posthog", XP_MAKES, "posthog", "/array" },
    { "posthog", XP_STUB,
      "(function(w,P){function n(){}function e(){return \"\"}" STUB_CALL STUB_NAMES STUB_QUEUE
      "function f(){return U}function g(){for(var i=0;arguments.length>i;)l(arguments[i++]);return n}"
      "function l(f){typeof f==\"function\"&&setTimeout(function(){f([],{},{})},0)}"
      "function s(t,o){c(o&&o.loaded,w,U);return U}var m=\"capture identify register register_once "
      "unregister group people set set_once reset reloadFeatureFlags opt_in_capturing opt_out_capturing\","
      "k=\"onFeatureFlags onSurveysLoaded getSurveys getActiveMatchingSurveys getEarlyAccessFeatures\","
      "U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^get_/.test(k=String(k))?e:/^(is|has|get|Symbol)"
      "/.test(k)?n:U}}):f,x=w.posthog=w.posthog||U;f.then=0;f._xp=f.__SV=1;f.__loaded=true;"
      "f.onSessionId=function(f){c(f,w,\"\",\"\");return n};d(f,\"get_distinct_id get_session_id\",e);"
      "d(f,\"init\",s);d(f,k,g);d(f,m,U);q(x,function(a){a&&a.slice&&g.apply(w,a)});"
      "q(x._i,function(a){s(a[0],a[1])});d(x,\"init\",s);d(x,k,g);d(x,m,U);d(x,\"get_distinct_id\",e)}"
      ")(window,window.Proxy);",
      NULL },

    /* profitwell */
    { "profitwell", XP_URL, "public.profitwell.com", NULL },
    { "profitwell", XP_ELEMENT, "script#profitwell-js", NULL },
    { "profitwell", XP_INLINE, "profitwell('start'", NULL },
    { "profitwell", XP_GLOBAL, "profitwell", NULL },
    { "profitwell", XP_STUB, "(function(w){function f(){}f.q=[];w.profitwell=w.profitwell||f})(window);", NULL },

    /* prolitteris */
    { "prolitteris", XP_URL, "prolitteris.ch", NULL },

    /* ptengine */
    { "ptengine", XP_URL, "js.ptengine.com", NULL },
    { "ptengine", XP_URL, "js.ptengine.jp", NULL },
    { "ptengine", XP_URL, "js.ptengine.cn", NULL },
    { "ptengine", XP_URL, "cjs.ptengine.com", NULL },
    { "ptengine", XP_INLINE, "_pt_sp_2", NULL },
    { "ptengine", XP_INLINE, "_pt_lt", NULL },
    { "ptengine", XP_GLOBAL, "_pt_sp_2 _pt_lt _pt_pe _pt_sp", NULL },
    { "ptengine", XP_STUB, "window._pt_sp_2=window._pt_sp_2||[];", NULL },

    /* publytics */
    { "publytics", XP_URL, "api.publytics.net", NULL },
    { "publytics", XP_INLINE, "publytics=", NULL },
    { "publytics", XP_INLINE, "publytics('", NULL },
    { "publytics", XP_GLOBAL, "publytics", NULL },
    { "publytics", XP_MAKES, "publytics", NULL },
    { "publytics", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE
      "function f(n,o){c(o&&o.callback)}r(function(){var x=w.publytics=w.publytics||f;typeof "
      "x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* quantcast */
    { "quantcast", XP_URL, "quantserve.com", NULL },
    { "quantcast", XP_URL, "quantcount.com", NULL },
    { "quantcast", XP_URL, "/quant.js", "known" },
    { "quantcast", XP_URL, "/quantcast.js", NULL },
    { "quantcast", XP_INLINE, "_qoptions", NULL },
    { "quantcast", XP_INLINE, "_qacct", NULL },
    { "quantcast", XP_INLINE, "_qevents", NULL },
    { "quantcast", XP_INLINE, "quantserve(", NULL },
    { "quantcast", XP_GLOBAL, "_qevents _qoptions _qacct _qpixelsent _qasync _qmeta quantserve _qcsegs _qcid ezt",
      NULL },
    { "quantcast", XP_MAKES, "quantserve", NULL },
    { "quantcast", XP_STUB,
      "(function(w){function n(){}w._qevents=w._qevents||[];w.quantserve=w.quantserve||n;"
      "w._qtrack=w._qtrack||n;w.ezt=w.ezt||[]})(window);",
      NULL },

    /* quantum-metric */
    { "quantum-metric", XP_URL, "quantummetric.com", "script hint" },
    { "quantum-metric", XP_INLINE, "QuantumMetricAPI", NULL },
    { "quantum-metric", XP_GLOBAL, "QuantumMetricAPI", NULL },
    { "quantum-metric", XP_MAKES, "QuantumMetricAPI", NULL },
    { "quantum-metric", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_READY
      "var z;w.QuantumMetricAPI=w.QuantumMetricAPI||{sendEvent:n,identifyUser:n,addEventListener:n,"
      "getSessionID:n,getUserID:n,getReplay:n,currentCartValue:n};"
      "r(function(){z||c(z=w.QuantumMetricOnload)})})(window);",
      NULL },

    /* qubit */
    { "qubit", XP_URL, "d3c3cq33003psk.cloudfront.net", NULL },
    { "qubit", XP_URL, "d1m54pdnjzjnhe.cloudfront.net", NULL },
    { "qubit", XP_URL, "d22rutvoghj3db.cloudfront.net", NULL },
    { "qubit", XP_URL, "dd6zx4ibq538k.cloudfront.net", NULL },
    { "qubit", XP_URL, "goqubit.com", NULL },
    { "qubit", XP_URL, "qubitproducts.com", NULL },
    { "qubit", XP_URL, "qutics.com", NULL },
    { "qubit", XP_URL, "qubit.com", "script hint" },
    { "qubit", XP_INLINE, "qubit.opentag", NULL },
    { "qubit", XP_GLOBAL, "__qubit", NULL },
    { "qubit", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var u=w.uv=w.uv||{};d(u,\"emit\",n);d(u,\"on once map\",function(){return{replay:n,off:n,dispose:n}}"
      ")})(window);",
      NULL },

    /* quora-pixel */
    { "quora-pixel", XP_URL, "a.quora.com", NULL },
    { "quora-pixel", XP_URL, "q.quora.com", NULL },
    { "quora-pixel", XP_INLINE, "qp('init'", "weak" },
    { "quora-pixel", XP_INLINE, "qp('track'", "weak" },
    { "quora-pixel", XP_GLOBAL, "qp", NULL },
    { "quora-pixel", XP_STUB, "window.qp=window.qp||function(){};", NULL },

    /* rakuten-advertising */
    { "rakuten-advertising", XP_URL, "tag.rmp.rakuten.com", NULL },
    { "rakuten-advertising", XP_URL, "ut.ra.linksynergy.com", NULL },

    /* rambler-top100 */
    { "rambler-top100", XP_URL, "counter.rambler.ru", "script pixel picture hint" },
    { "rambler-top100", XP_URL, "top100-images.rambler.ru", "script pixel picture hint" },
    { "rambler-top100", XP_URL, "kraken.rambler.ru", NULL },
    { "rambler-top100", XP_URL, "top100.rambler.ru", "script pixel picture hint" },
    { "rambler-top100", XP_URL, "top100.ru", NULL },
    { "rambler-top100", XP_URL, "scnt.rambler.ru", "script pixel picture hint" },
    { "rambler-top100", XP_INLINE, "top100Counter", NULL },
    { "rambler-top100", XP_INLINE, "_top100q", NULL },
    { "rambler-top100", XP_INLINE, "top100({project:", NULL },
    { "rambler-top100", XP_GLOBAL, "_top100q top100Counter ramblerCounter*", NULL },
    { "rambler-top100", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "w.top100=w.top100||function(){this.trackEvent=this.trackPageview=this.getUserId=n};"
      "m(\"_top100q\",c)})(window);",
      NULL },

    /* rb2b */
    { "rb2b", XP_URL, "s3-us-west-2.amazonaws.com/b2bjsstore/", NULL },
    { "rb2b", XP_URL, "b2bjsstore.s3.us-west-2.amazonaws.com", NULL },
    { "rb2b", XP_URL, "ddwl4m2hdecbv.cloudfront.net", NULL },
    { "rb2b", XP_INLINE, "reb2b.invoked", NULL },
    { "rb2b", XP_INLINE, "reb2b.load(", NULL },
    { "rb2b", XP_GLOBAL, "reb2b", NULL },
    { "rb2b", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.reb2b=w.reb2b||{};d(x,\"load identify collect\",n);x.invoked=true})(window);",
      NULL },

    /* rd-station */
    { "rd-station", XP_URL, "d335luupugsy2.cloudfront.net/js/loader-scripts/", NULL },
    { "rd-station", XP_URL, "d335luupugsy2.cloudfront.net/js/lead-tracking/", NULL },

    /* realtracker */
    { "realtracker", XP_URL, "realtracker.com", NULL },

    /* realytics */
    { "realytics", XP_URL, "dcniko1cv0rz.cloudfront.net", NULL },
    { "realytics", XP_URL, "realytics.net", NULL },

    /* reddit-pixel */
    { "reddit-pixel", XP_URL, "redditstatic.com/ads/pixel.js", NULL },
    { "reddit-pixel", XP_URL, "www.redditstatic.com/ads/", NULL },
    { "reddit-pixel", XP_URL, "alb.reddit.com", NULL },
    { "reddit-pixel", XP_URL, "pixel-config.reddit.com", NULL },
    { "reddit-pixel", XP_URL, "events.redditmedia.com/v1/pixel", NULL },
    { "reddit-pixel", XP_INLINE, "rdt('init'", NULL },
    { "reddit-pixel", XP_INLINE, "rdt('track'", NULL },
    { "reddit-pixel", XP_GLOBAL, "rdt", NULL },
    { "reddit-pixel", XP_STUB, "(function(w){function f(){}f.callQueue=[];w.rdt=w.rdt||f})(window);", NULL },

    /* refersion */
    { "refersion", XP_URL, "refersion.com/tracker/", NULL },
    { "refersion", XP_INLINE, "_refersion(", NULL },
    { "refersion", XP_INLINE, "_rfsn.", NULL },
    { "refersion", XP_GLOBAL, "_refersion _rfsn", NULL },
    { "refersion", XP_MAKES, "_refersion _rfsn", NULL },
    { "refersion", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES
      "w._refersion=w._refersion||f;d(w._rfsn=w._rfsn||{},\"_addCart _addTrans _addCustomer _addItem _addDiscountCode "
      "_sendConversion _setSource\",n)})(window);",
      NULL },

    /* reinvigorate */
    { "reinvigorate", XP_URL, "reinvigorate.net", NULL },
    { "reinvigorate", XP_INLINE, "reinvigorate.track(", NULL },
    { "reinvigorate", XP_GLOBAL, "reinvigorate re_ re_name_tag re_context_tag re_comment_tag", NULL },
    { "reinvigorate", XP_MAKES, "reinvigorate re_", NULL },
    { "reinvigorate", XP_STUB,
      "(function(w){function n(){}w.reinvigorate=w.reinvigorate||{track:n,ping:n,link_map:n,"
      "url_filter:n};w.re_=w.re_||n})(window);",
      NULL },

    /* relay42 */
    { "relay42", XP_URL, "relay42.com", "script hint" },
    { "relay42", XP_URL, "svtrd.com", NULL },
    { "relay42", XP_GLOBAL, "_svtrd* relay42 _svtrd", NULL },

    /* request-metrics */
    { "request-metrics", XP_URL, "requestmetrics.com", "script hint" },
    { "request-metrics", XP_INLINE, "RM.install(", NULL },
    { "request-metrics", XP_MAKES, "RM", NULL },

    /* resonate */
    { "resonate", XP_URL, "reson8.com", NULL },

    /* responsetap */
    { "responsetap", XP_URL, "responsetap.com", NULL },
    { "responsetap", XP_URL, "adinsight.com", NULL },

    /* retention */
    { "retention", XP_URL, "s3-us-west-2.amazonaws.com/storejs/", NULL },
    { "retention", XP_INLINE, "geq.page(", NULL },
    { "retention", XP_INLINE, "geq.load(", NULL },
    { "retention", XP_INLINE, "geq.SNIPPET_VERSION", NULL },
    { "retention", XP_GLOBAL, "geq", NULL },
    { "retention", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var x=w.geq=w.geq||{};d(x,\"load page identify track trackOrder "
      "addToCart suppress\",n);x.invoked=true})(window);",
      NULL },

    /* revolver-maps */
    { "revolver-maps", XP_URL, "revolvermaps.com", "script pixel picture frame hint" },

    /* rewardful */
    { "rewardful", XP_URL, "r.wdfl.co", NULL },
    { "rewardful", XP_INLINE, "'rewardful'", NULL },
    { "rewardful", XP_INLINE, "rewardful('ready'", NULL },
    { "rewardful", XP_GLOBAL, "rewardful Rewardful _rwq", NULL },
    { "rewardful", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_QUEUE STUB_READY
      "var R=w.Rewardful=w.Rewardful||{};R.referral=R.referral||\"\";R.Forms=R.Forms||{attach:f};r(function(){var "
      "x=w.rewardful=w.rewardful||f;typeof x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* rockerbox */
    { "rockerbox", XP_URL, "getrockerbox.com", "script hint" },
    { "rockerbox", XP_INLINE, "RB.disablePushState", NULL },
    { "rockerbox", XP_INLINE, "RB.initialize(", NULL },
    { "rockerbox", XP_GLOBAL, "RB", NULL },
    { "rockerbox", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.RB=w.RB||{};d(x,\"track initialize updateConfig\",n);x.queue=x.queue||[]})(window);",
      NULL },

    /* roistat */
    { "roistat", XP_URL, "cloud.roistat.com/dist/", NULL },
    { "roistat", XP_URL, "cloud.roistat.com/api/site/", NULL },
    { "roistat", XP_INLINE, "roistatGoal.reach(", NULL },
    { "roistat", XP_INLINE, "roistat.event.send(", NULL },
    { "roistat", XP_INLINE, "'cloud.roistat.com'", NULL },
    { "roistat", XP_INLINE, "roistatProjectId", NULL },
    { "roistat", XP_GLOBAL, "roistat roistatGoal roistatProjectId roistatHost", NULL },
    { "roistat", XP_MAKES, "roistatGoal", NULL },
    { "roistat", XP_STUB,
      "(function(w){function n(){return \"\"}" STUB_CALL STUB_READY STUB_NAMES
      "var y,z,x=w.roistat=w.roistat||{};d(x.event=x.event||{},\"send\",n);d(x,\"getVisit getSource "
      "setVisit\",n);d(w.roistatGoal=w.roistatGoal||{},\"reach\",n);r(function(){y||c(y=w.onRoistatModuleLoaded);z||c("
      "z=w.onRoistatAllModulesLoaded)})})(window);",
      NULL },

    /* rtb-house */
    { "rtb-house", XP_URL, "tags.creativecdn.com", NULL },
    { "rtb-house", XP_URL, "creativecdn.com/tags", NULL },
    { "rtb-house", XP_INLINE, "rtbhEvents", NULL },
    { "rtb-house", XP_GLOBAL, "rtbhEvents", NULL },
    { "rtb-house", XP_STUB, "window.rtbhEvents=window.rtbhEvents||[];", NULL },

    /* rudderstack */
    { "rudderstack", XP_URL, "rudderlabs.com", NULL },
    { "rudderstack", XP_URL, "rudderstack.com/v1/", NULL },
    { "rudderstack", XP_URL, "cdn.rudderstack.com", NULL },
    { "rudderstack", XP_URL, "/rudder-analytics*.js", NULL },
    { "rudderstack", XP_URL, "/rsa.min.js", "known" },
    { "rudderstack", XP_INLINE, "rudderanalytics.load(", NULL },
    { "rudderstack", XP_INLINE, "rudderanalytics.page(", NULL },
    { "rudderstack", XP_INLINE, "rudderanalytics.track(", NULL },
    { "rudderstack", XP_INLINE, "rudderanalytics=", NULL },
    { "rudderstack", XP_INLINE, "RudderSnippetVersion", "loads" },
    { "rudderstack", XP_GLOBAL,
      "rudderanalytics RudderSnippetVersion RudderStackGlobals rudderAnalyticsMount "
      "rudderAnalyticsBuildType rudderAnalyticsAddScript",
      NULL },
    { "rudderstack", XP_STUB,
      "(function(w){function n(){return \"\"}function o(){return{}}" STUB_CALL STUB_EACH STUB_NAMES STUB_QUEUE
      "function l(k,u,o){c(o&&o.onLoaded,w,x)}function a(e){if(e&&e.slice)e[0]==\"load\"?l(e[1],e[2],e[3])"
      ":f.apply(w,e)}var x=w.rudderanalytics=w.rudderanalytics||{push:function(){for(var i=0;"
      "arguments.length>i;)a(arguments[i++])},_xp:1,loaded:true};q(x,a);d(x,\"load\",l);"
      "d(x,\"ready page track identify alias group reset setAnonymousId startSession endSession consent "
      "addCustomIntegration setDefaultInstanceKey setAuthToken\",f);d(x,\"getUserId getAnonymousId "
      "getGroupId getSessionId\",n);d(x,\"getUserTraits getGroupTraits\",o)})(window);",
      NULL },

    /* ruler-analytics */
    { "ruler-analytics", XP_URL, "ruleranalytics.com/lib/", NULL },
    { "ruler-analytics", XP_URL, "nyltx.com", NULL },
    { "ruler-analytics", XP_INLINE, "__raconfig", NULL },
    { "ruler-analytics", XP_GLOBAL, "__raconfig", NULL },

    /* rybbit */
    { "rybbit", XP_URL, "app.rybbit.io/api/script", NULL },
    { "rybbit", XP_URL, "app.rybbit.io/api/track", NULL },
    { "rybbit", XP_URL, "app.rybbit.io", "hint" },
    { "rybbit", XP_ELEMENT, "script[data-site-id=<hex:12>][src=*/api/script.js]", NULL },
    { "rybbit", XP_ELEMENT, "script[data-site-id=<digits>][src=*/api/script.js][!data-api-url]", NULL },
    { "rybbit", XP_INLINE, "rybbit.event(", NULL },
    { "rybbit", XP_INLINE, "rybbit.pageview(", NULL },
    { "rybbit", XP_GLOBAL, "rybbit", NULL },
    { "rybbit", XP_MAKES, "rybbit", NULL },
    { "rybbit", XP_STUB,
      "(function(w){function n(){}var k,i=0,m=\"pageview event error trackOutbound identify setTraits clearUserId "
      "startSessionReplay stopSessionReplay\".split(\" "
      "\"),x=w.rybbit=w.rybbit||{};while(k=m[i++])x[k]=x[k]||n;x.getUserId=x.getUserId||function(){return "
      "null};x.isSessionReplayActive=x.isSessionReplayActive||function(){return false}})(window);",
      NULL },

    /* salesforce-collect */
    { "salesforce-collect", XP_URL, "collect.igodigital.com", NULL },
    { "salesforce-collect", XP_INLINE, "_etmc.push(", NULL },
    { "salesforce-collect", XP_GLOBAL, "_etmc", NULL },
    { "salesforce-collect", XP_STUB, "window._etmc=window._etmc||[];", NULL },

    /* salesloft */
    { "salesloft", XP_URL, "scout-cdn.salesloft.com", NULL },
    { "salesloft", XP_URL, "scout.salesloft.com", NULL },
    { "salesloft", XP_INLINE, "SLScoutObject", NULL },
    { "salesloft", XP_INLINE, "slscout(['init'", NULL },
    { "salesloft", XP_GLOBAL, "slscout SLScoutObject", NULL },
    { "salesloft", XP_STUB, "(function(w){function f(){}f.q=[];w.slscout=w.slscout||f})(window);", NULL },

    /* salespanel */
    { "salespanel", XP_URL, "salespanel.io/src/js/", NULL },
    { "salespanel", XP_INLINE, "salespanel.io/src/js/", NULL },
    { "salespanel", XP_GLOBAL, "$salespanel", NULL },

    /* samplicious */
    { "samplicious", XP_URL, "samplicio.us", NULL },

    /* satori */
    { "satori", XP_URL, "satori.segs.jp/s.js", NULL },

    /* scale8 */
    { "scale8", XP_URL, "cdn.scale8.com", NULL },

    /* segment */
    { "segment", XP_URL, "cdn.segment.com", NULL },
    { "segment", XP_URL, "cdn.segment.io", NULL },
    { "segment", XP_URL, "api.segment.io", NULL },
    { "segment", XP_URL, "d2dq2ahtl5zl1z.cloudfront.net", NULL },
    { "segment", XP_URL, "d47xnnr8b1rki.cloudfront.net", NULL },
    { "segment", XP_URL, "api.segment.com", NULL },
    { "segment", XP_URL, "cdn.segmentapis.com", NULL },
    { "segment", XP_URL, "/analytics.js/v1/", NULL },
    { "segment", XP_URL, "/analytics-next/bundles/", NULL },
    { "segment", XP_INLINE, "analytics.load(", NULL },
    { "segment", XP_INLINE, "analytics.SNIPPET_VERSION", "loads" },
    { "segment", XP_INLINE, "analytics.identify(", NULL },
    { "segment", XP_INLINE, "analytics.page(", NULL },
    { "segment", XP_INLINE, "analytics.trackLink(", NULL },
    { "segment", XP_INLINE, "analytics.track(", NULL },
    { "segment", XP_GLOBAL, "analytics", NULL },
    { "segment", XP_STUB,
      "(function(w,P){function n(){}function e(){return \"\"}function o(){return{}}" STUB_CALL STUB_PROMISE STUB_NAMES
          STUB_QUEUE "function f(){return U}function t(){for(var x,i=0;arguments.length>i;)c(arguments[i++],w,{});"
      "x=p({event:{}});d(x,m,t);return x}function a(e){c(e,U);"
      "e&&e.slice&&!/^(on|once|off|trackLink|trackForm|trackClick|trackSubmit|add.*)$/.test(e[0])&&t.apply("
      "w,e)}var m=\"ready identify track page screen group alias\",k=\"load trackLink trackForm trackClick "
      "trackSubmit on once off reset debug addSourceMiddleware addDestinationMiddleware "
      "addIntegrationMiddleware setAnonymousId timeout\",U=P?new P(f,{get:function(x,k){return k in "
      "x?x[k]:/^Symbol/.test(String(k))?n:U}}):f,x=w.analytics=w.analytics||U;f.then=0;f._xp=1;"
      "f.initialize=f;f.initialized=f.invoked=true;f.push=a;d(f,\"user\",function(){return{id:e,"
      "anonymousId:e,traits:o}});d(f,m,t);d(f,k,U);q(x,a);d(x,m,t);d(x,k,U);d(x,\"user\",f.user)}"
      ")(window,window.Proxy);",
      NULL },

    /* segmentstream */
    { "segmentstream", XP_URL, "segmentstream.com", NULL },

    /* seline */
    { "seline", XP_URL, "cdn.seline.so", NULL },
    { "seline", XP_URL, "cdn.seline.com", NULL },
    { "seline", XP_URL, "api.seline.so", NULL },
    { "seline", XP_URL, "api.seline.com", NULL },
    { "seline", XP_INLINE, "seline.track(", NULL },
    { "seline", XP_INLINE, "seline.page(", NULL },
    { "seline", XP_INLINE, "seline.setUser(", NULL },
    { "seline", XP_GLOBAL, "seline", NULL },
    { "seline", XP_MAKES, "seline", NULL },
    { "seline", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.seline=w.seline||{};d(x,\"init track page setUser enableAutoPageView doNotTrack\",n);})(window);",
      NULL },

    /* sematext-rum */
    { "sematext-rum", XP_URL, "cdn.sematext.com/rum.js", NULL },
    { "sematext-rum", XP_URL, "cdn.sematext.com/experience.js", NULL },
    { "sematext-rum", XP_INLINE, "strum('config'", NULL },
    { "sematext-rum", XP_GLOBAL, "strum", NULL },
    { "sematext-rum", XP_STUB, "window.strum=window.strum||function(){};", NULL },

    /* sensors-data */
    { "sensors-data", XP_URL, "/sensorsdata*.js", NULL },
    { "sensors-data", XP_URL, "/sensorsdata.min.js", NULL },
    { "sensors-data", XP_URL, "static.sensorsdata.cn", NULL },
    { "sensors-data", XP_URL, "sensorsdata.cn/sa.gif", NULL },
    { "sensors-data", XP_INLINE, "sensorsDataAnalytic201505", NULL },
    { "sensors-data", XP_INLINE, "sensorsdata.min", NULL },
    { "sensors-data", XP_GLOBAL, "sensorsDataAnalytic201505 sensors sensorsdata*", NULL },
    { "sensors-data", XP_MAKES, "sensorsDataAnalytic201505", NULL },
    { "sensors-data", XP_STUB,
      "(function(w){function n(){return \"\"}" STUB_CALL STUB_EACH STUB_NAMES
      "var k=w.sensorsDataAnalytic201505||\"sensors\",x;function g(){return f}"
      "if(typeof k==\"string\")x=w[k]=w[k]||g,d(x,\"init quick register registerPage track trackSignUp "
      "trackAbtest trackLink login identify setProfile setOnceProfile setItem use clearAllRegister "
      "registerOnce appendProfile incrementProfile unsetProfile logout\",f),d(x,\"getAppStatus\",n)}"
      ")(window);",
      NULL },

    /* sessioncam */
    { "sessioncam", XP_URL, "sessioncam.com", NULL },
    { "sessioncam", XP_URL, "d2oh4tlt9mrke9.cloudfront.net", NULL },
    { "sessioncam", XP_INLINE, "sessionCamRecorder", NULL },
    { "sessioncam", XP_INLINE, "ServiceTickDetection", NULL },
    { "sessioncam", XP_GLOBAL, "sessionCamRecorder sessioncam* ServiceTickDetection scRec sessioncamConfiguration",
      NULL },
    { "sessioncam", XP_MAKES, "sessionCamRecorder", NULL },
    { "sessioncam", XP_STUB,
      "window.sessionCamRecorder=window.sessionCamRecorder||{"
      "createVirtualPageLoad:function(){}};window.sessioncamConfiguration=window.sessioncam"
      "Configuration||{};",
      NULL },

    /* sessionstack */
    { "sessionstack", XP_URL, "cdn.sessionstack.com", NULL },
    { "sessionstack", XP_INLINE, "sessionstack('", NULL },
    { "sessionstack", XP_GLOBAL, "sessionstack SessionStack", NULL },
    { "sessionstack", XP_STUB,
      "(function(w){" STUB_CALL
      "w.sessionstack=w.sessionstack||function(){for(var i=0;arguments.length>i;)c(arguments[i++],w,\"\")}})(window);",
      NULL },

    /* shareasale */
    { "shareasale", XP_URL, "shareasale-analytics.com", NULL },
    { "shareasale", XP_URL, "shareasale.com/sale.cfm", NULL },

    /* sharpspring */
    { "sharpspring", XP_URL, "marketingautomation.services/net", NULL },
    { "sharpspring", XP_URL, "marketingautomation.services/client/ss.js", NULL },
    { "sharpspring", XP_INLINE, "_ss.push(['_setDomain'", NULL },
    { "sharpspring", XP_INLINE, "_ss.push(['_trackPageView'", NULL },
    { "sharpspring", XP_GLOBAL, "_ss", NULL },
    { "sharpspring", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "m(\"_ss\",function(a){a&&a[0]==\"_setResponseCallback\"&&c(a[1],w,{})})})(window);",
      NULL },

    /* shinystat */
    { "shinystat", XP_URL, "shinystat.com", "script pixel picture hint" },
    { "shinystat", XP_URL, "shinystat.it", "script pixel picture hint" },

    /* shopify-analytics */
    { "shopify-analytics", XP_URL, "monorail-edge.shopifysvc.com", NULL },
    { "shopify-analytics", XP_URL, "cdn.shopify.com/s/javascripts/tricorder/", NULL },
    { "shopify-analytics", XP_URL, "v.shopify.com/storefront", NULL },
    { "shopify-analytics", XP_URL, "/trekkie.storefront.", NULL },
    { "shopify-analytics", XP_URL, "/shopifycloud/web-pixels-manager/", NULL },
    { "shopify-analytics", XP_URL, "stats.shopify.com", NULL },
    { "shopify-analytics", XP_URL, "cdn.shopify.com/s/assets/tricorder", NULL },
    { "shopify-analytics", XP_URL, "/shopifycloud/perf-kit/", NULL },
    { "shopify-analytics", XP_INLINE, "ShopifyAnalytics.lib", NULL },
    { "shopify-analytics", XP_INLINE, "trekkie.load(", NULL },
    { "shopify-analytics", XP_GLOBAL, "ShopifyAnalytics trekkie __st", NULL },
    { "shopify-analytics", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES
      "function u(){return{traits:function(){return{}},anonymousId:n,id:n}}"
      "var s=w.ShopifyAnalytics=w.ShopifyAnalytics||{},t=w.trekkie=w.trekkie||[];s.meta=s.meta||{};"
      "s.meta.page=s.meta.page||{};s.lib=s.lib||{};d(s.lib,\"track page identify trackLink trackForm\",n);"
      "d(s.lib,\"ready\",f);d(s.lib,\"user\",u);d(t,\"track page identify trackLink trackForm load "
      "integrations\",n);d(t,\"ready\",f);d(t,\"user\",u)})(window);",
      NULL },

    /* shynet */
    { "shynet", XP_URL, "/ingress/*/script.js", NULL },
    { "shynet", XP_URL, "/ingress/*/pixel.gif", NULL },
    { "shynet", XP_INLINE, "Shynet.", NULL },
    { "shynet", XP_GLOBAL, "Shynet", NULL },
    { "shynet", XP_STUB, "window.Shynet=window.Shynet||{};", NULL },

    /* signal */
    { "signal", XP_URL, "btstatic.com", NULL },
    { "signal", XP_URL, "thebrighttag.com", NULL },
    { "signal", XP_URL, "signal.co", "script hint" },
    { "signal", XP_INLINE, "bt_data(", NULL },
    { "signal", XP_GLOBAL, "bt_data bt_parameter bt_meta bt_cookie BrightTag SignalTag", NULL },
    { "signal", XP_STUB,
      "(function(w){function n(){return \"\"}w.bt_data=w.bt_data||n;"
      "w.bt_parameter=w.bt_parameter||n;w.bt_meta=w.bt_meta||n;w.bt_cookie=w.bt_cookie||n;"
      "w.BrightTag=w.BrightTag||{instance:{primary:function(){}}}})(window);",
      NULL },

    /* simple-analytics */
    { "simple-analytics", XP_URL, "simpleanalyticscdn.com", NULL },
    { "simple-analytics", XP_URL, "cdn.simpleanalytics.io", NULL },
    { "simple-analytics", XP_URL, "api.simpleanalytics.io", NULL },
    { "simple-analytics", XP_URL, "simpleanalytics.com/latest.js", NULL },
    { "simple-analytics", XP_URL, "simpleanalyticsexternal.com", NULL },
    { "simple-analytics", XP_ELEMENT, "script[data-hostname=<host>][src=*/latest.js]", NULL },
    { "simple-analytics", XP_INLINE, "sa_event(", NULL },
    { "simple-analytics", XP_INLINE, "sa_event=", NULL },
    { "simple-analytics", XP_INLINE, "sa_event.q", NULL },
    { "simple-analytics", XP_GLOBAL, "sa_event sa_metadata sa_pageview", NULL },
    { "simple-analytics", XP_MAKES, "sa_event sa_pageview", NULL },
    { "simple-analytics", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_QUEUE STUB_READY
      "w.sa_pageview=w.sa_pageview||f;w.sa_metadata=w.sa_metadata||{};"
      "w.sa_event_loaded=w.sa_event_loaded||true;r(function(){var x=w.sa_event=w.sa_event||f;"
      "typeof x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* simplereach */
    { "simplereach", XP_URL, "d8rk54i4mohrb.cloudfront.net", NULL },
    { "simplereach", XP_URL, "simplereach.com", NULL },
    { "simplereach", XP_URL, "simplereach.cc", NULL },
    { "simplereach", XP_INLINE, "__reach_config", NULL },
    { "simplereach", XP_INLINE, "SPR.Reach", NULL },
    { "simplereach", XP_GLOBAL, "__reach_config SPR", NULL },
    { "simplereach", XP_MAKES, "SPR", NULL },
    { "simplereach", XP_STUB,
      "(function(w){function n(){}var s=w.SPR=w.SPR||{};s.Reach=s.Reach||{collect:n};"
      "w.__reach_config=w.__reach_config||{}})(window);",
      NULL },

    /* site-analytics */
    { "site-analytics", XP_URL, "/analytics.js", "classic" },
    { "site-analytics", XP_URL, "/*analytics*.js", "classic" },
    { "site-analytics", XP_URL, "/webanalytics.js", "classic" },
    { "site-analytics", XP_URL, "/pagetracker.js", "classic" },
    { "site-analytics", XP_URL, "/pageTracker.js", "classic" },
    { "site-analytics", XP_URL, "/page-tracker.js", "classic" },
    { "site-analytics", XP_URL, "/siteanalytics.js", "classic" },
    { "site-analytics", XP_URL, "/ga.js", "classic" },
    { "site-analytics", XP_URL, "/ga.min.js", "classic" },
    { "site-analytics", XP_URL, "/gtag.js", "classic" },
    { "site-analytics", XP_SPARE,
      "locale locales l10n i18n lang language languages translations dashboard report reports reporting chart charts "
      "admin chunk chunks optout opt consent privacy settings preferences vue angular angulartics ng react",
      NULL },

    /* site-block */
    { "site-analytics", XP_MAKES, "_gat", "/ga.js /ga.min.js" },
    { "site-block", XP_BLOCK, "xpurpose:begin", "xpurpose:end" },

    /* site24x7 */
    { "site24x7", XP_URL, "site24x7rum.com", NULL },
    { "site24x7", XP_URL, "site24x7rum.eu", NULL },
    { "site24x7", XP_URL, "site24x7rum.in", NULL },
    { "site24x7", XP_INLINE, "rumMOKey", NULL },
    { "site24x7", XP_INLINE, "s247RUM", NULL },
    { "site24x7", XP_GLOBAL, "rumMOKey s247r s247RUM site24x7*", NULL },
    { "site24x7", XP_STUB, "window.s247r=window.s247r||function(){};", NULL },

    /* sitebehaviour */
    { "sitebehaviour", XP_URL, "sitebehaviour-cdn.fra1.cdn.digitaloceanspaces.com", NULL },
    { "sitebehaviour", XP_ELEMENT, "script#site-behaviour-script-v2", NULL },
    { "sitebehaviour", XP_INLINE, "sitebehaviourTrackingSecret", NULL },
    { "sitebehaviour", XP_GLOBAL, "sitebehaviourTrackingSecret", NULL },

    /* siteimprove */
    { "siteimprove", XP_URL, "/siteanalyze_*.js", NULL },
    { "siteimprove", XP_URL, "siteimproveanalytics.com", NULL },
    { "siteimprove", XP_URL, "siteimproveanalytics.io", NULL },
    { "siteimprove", XP_URL, "siteimprove.com/js/siteanalyze", NULL },
    { "siteimprove", XP_URL, "siteimprove.com/js/siteanalyze.js", NULL },
    { "siteimprove", XP_INLINE, "_sz.push(", NULL },
    { "siteimprove", XP_GLOBAL, "_sz", NULL },
    { "siteimprove", XP_STUB, "window._sz=window._sz||[];", NULL },

    /* sitemeter */
    { "sitemeter", XP_URL, "sitemeter.com", "script pixel picture hint" },
    { "sitemeter", XP_INLINE, "SiteMeter", NULL },
    { "sitemeter", XP_GLOBAL, "SiteMeter site_meter*", NULL },

    /* sitestat */
    { "sitestat", XP_URL, "sitestat.com", NULL },
    { "sitestat", XP_URL, "nedstat.com", NULL },
    { "sitestat", XP_URL, "nedstat.net", NULL },
    { "sitestat", XP_URL, "nedstatbasic.net", "script pixel picture hint" },
    { "sitestat", XP_URL, "nedstatpro.net", NULL },
    { "sitestat", XP_INLINE, "sitestat(", NULL },
    { "sitestat", XP_INLINE, "nedstat(", NULL },
    { "sitestat", XP_INLINE, "ns_onclick(", NULL },
    { "sitestat", XP_INLINE, "ns_pixelUrl", NULL },
    { "sitestat", XP_INLINE, "ns_p=", NULL },
    { "sitestat", XP_GLOBAL, "sitestat ns_l ns_pixelUrl ns_onclick ns_alias nedstat* ns_sys ns_code ns__t ns_c", NULL },
    { "sitestat", XP_STUB,
      "(function(w){function n(){}w.sitestat=w.sitestat||n;"
      "w.ns_onclick=w.ns_onclick||n})(window);",
      NULL },

    /* sklik */
    { "sklik", XP_URL, "c.seznam.cz/js/rc.js", NULL },
    { "sklik", XP_URL, "c.imedia.cz/js/retargeting.js", NULL },
    { "sklik", XP_URL, "c.imedia.cz/retargeting", NULL },
    { "sklik", XP_INLINE, "rc.retargetingHit(", "proof" },
    { "sklik", XP_INLINE, "rc.conversionHit(", "proof" },
    { "sklik", XP_INLINE, "seznam_retargeting_id", NULL },
    { "sklik", XP_GLOBAL, "retargetingConf conversionConf seznam_retargeting_id", NULL },
    { "sklik", XP_MAKES, "rc sznIVA", "rc.js" },
    { "sklik", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "d(w.rc=w.rc||{},\"retargetingHit conversionHit\",n);var "
      "s=w.sznIVA=w.sznIVA||{};d(s.IS=s.IS||{},\"updateIdentities clearIdentities\",n)})(window);",
      NULL },

    /* skyglue */
    { "skyglue", XP_URL, "skyglue.com", NULL },

    /* slimstat */
    { "slimstat", XP_URL, "/wp-slimstat*.js", NULL },
    { "slimstat", XP_ELEMENT, "script#wp_slimstat-js", NULL },
    { "slimstat", XP_ELEMENT, "script#wp_slimstat-js-extra", NULL },
    { "slimstat", XP_INLINE, "SlimStatParams", NULL },
    { "slimstat", XP_GLOBAL, "SlimStatParams SlimStat slimstat*", NULL },
    { "slimstat", XP_MAKES, "SlimStat", NULL },
    { "slimstat", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH
      "w.SlimStatParams=w.SlimStatParams||{};w.SlimStat=w.SlimStat||{ss_track:f,add_event:f,"
      "send_to_server:f}})(window);",
      NULL },

    /* smartlook */
    { "smartlook", XP_URL, "smartlook.com", "script hint" },
    { "smartlook", XP_URL, "getsmartlook.com", NULL },
    { "smartlook", XP_URL, "smartlook.cloud", NULL },
    { "smartlook", XP_INLINE, "smartlook('init'", NULL },
    { "smartlook", XP_INLINE, "smartsupp('recording", NULL },
    { "smartlook", XP_GLOBAL, "smartlook", NULL },
    { "smartlook", XP_STUB, "(function(w){" STUB_CALL STUB_EACH "f.api=[];w.smartlook=w.smartlook||f})(window);",
      NULL },

    /* smartnews-pixel */
    { "smartnews-pixel", XP_URL, "cdn.smartnews-ads.com/i/pixel.js", NULL },
    { "smartnews-pixel", XP_INLINE, "SmartnewsAds.p(", NULL },
    { "smartnews-pixel", XP_GLOBAL, "SmartnewsAds", NULL },
    { "smartnews-pixel", XP_STUB,
      "(function(w){var x=w.SmartnewsAds=w.SmartnewsAds||{};x.p=x.p||function(){}})(window);", NULL },

    /* smartocto */
    { "smartocto", XP_URL, "smartocto.com", NULL },
    { "smartocto", XP_URL, "contentinsights.com", NULL },
    { "smartocto", XP_INLINE, "_ain=", NULL },
    { "smartocto", XP_GLOBAL, "_ain", NULL },
    { "smartocto", XP_STUB, "window._ain=window._ain||{};", NULL },

    /* snap-pixel */
    { "snap-pixel", XP_URL, "sc-static.net/scevent.min.js", NULL },
    { "snap-pixel", XP_URL, "sc-static.net/scevent", NULL },
    { "snap-pixel", XP_URL, "tr.snapchat.com", NULL },
    { "snap-pixel", XP_URL, "tr6.snapchat.com", NULL },
    { "snap-pixel", XP_URL, "tr-shadow.snapchat.com", NULL },
    { "snap-pixel", XP_INLINE, "snaptr('init'", NULL },
    { "snap-pixel", XP_INLINE, "snaptr('track'", NULL },
    { "snap-pixel", XP_GLOBAL, "snaptr", NULL },
    { "snap-pixel", XP_STUB, "(function(w){function f(){}f.queue=[];w.snaptr=w.snaptr||f})(window);", NULL },

    /* snitcher */
    { "snitcher", XP_URL, "snid.snitcher.com", NULL },
    { "snitcher", XP_URL, "cdn.snitcher.com", NULL },
    { "snitcher", XP_URL, "radar.snitcher.com", NULL },
    { "snitcher", XP_INLINE, "SnitchObject", NULL },
    { "snitcher", XP_INLINE, "snid('verify'", NULL },
    { "snitcher", XP_GLOBAL, "snid SnitchObject", NULL },
    { "snitcher", XP_STUB, "(function(w){function f(){}f.q=[];w.snid=w.snid||f})(window);", NULL },

    /* snoobi */
    { "snoobi", XP_URL, "snoobi.com", "script hint" },

    /* snowplow */
    { "snowplow", XP_URL, "/com.snowplowanalytics.snowplow/", NULL },
    { "snowplow", XP_URL, "/snowplow.js", "known" },
    { "snowplow", XP_URL, "/sp.lite.js", NULL },
    { "snowplow", XP_URL, "d1fc8wv8zag5ca.cloudfront.net", NULL },
    { "snowplow", XP_URL, "d32hwlnfiv2gyn.cloudfront.net", NULL },
    { "snowplow", XP_URL, "cdn.jsdelivr.net/npm/@snowplow/", NULL },
    { "snowplow", XP_URL, "unpkg.com/@snowplow/", NULL },
    { "snowplow", XP_URL, "snowplowjs.darwin.cx", NULL },
    { "snowplow", XP_URL, "cdn.jsdelivr.net/gh/snowplow/", NULL },
    { "snowplow", XP_INLINE, "GlobalSnowplowNamespace", "loads" },
    { "snowplow", XP_INLINE, "snowplow('", NULL },
    { "snowplow", XP_INLINE, "_snaq.push(", NULL },
    { "snowplow", XP_GLOBAL, "GlobalSnowplowNamespace snowplow _snaq Snowplow", NULL },
    { "snowplow", XP_STUB,
      "(function(w,P){" STUB_CALL STUB_NAMES STUB_QUEUE STUB_READY STUB_MIND
      "function e(){return \"\"}function h(){return T}function f(){var a=arguments;c(a[0],M,a[1],a[2])}"
      "var z=\"getDomainUserId getDomainUserInfo getDomainSessionId getDomainSessionIndex getUserId "
      "getPageViewId getTabId getCookieName getUserFingerprint\",T=P?new P(h,{get:function(x,k){return k "
      "in x?x[k]:/^(get|Symbol)/.test(String(k))?e:T}}):h,M={},x=w.snowplow=w.snowplow||f;h.then=0;"
      "d(h,z,e);d(h,\"trackPageView trackSelfDescribingEvent trackStructEvent addGlobalContexts "
      "setUserId\",h);if(P)M=new P(M,{get:function(x,k){return k in x||!k.big?x[k]:T}});"
      "else d(M,\"sp sp1 cf t co newTracker snowplow\",T);q(x.q=x.q||[],function(a){f.apply(w,a)});"
      "m(\"_snaq\",function(a){c(a,M)})})(window,window.Proxy);",
      NULL },

    /* sohu-pv */
    { "sohu-pv", XP_URL, "pv.sohu.com", NULL },
    { "sohu-pv", XP_URL, "js.sohu.com/pv.js", NULL },
    { "sohu-pv", XP_URL, "a1.itc.cn/pv/", NULL },
    { "sohu-pv", XP_URL, "js.sohu.com/track/", NULL },

    /* sojern */
    { "sojern", XP_URL, "sojern.com", NULL },

    /* sophus3 */
    { "sophus3", XP_URL, "s3ae.com", NULL },
    { "sophus3", XP_URL, "sophus3.com", NULL },

    /* speedcounter */
    { "speedcounter", XP_URL, "speedcounter.net", "script pixel picture hint" },
    { "speedcounter", XP_URL, "speedcounter.com", "script pixel picture hint" },

    /* speedcurve */
    { "speedcurve", XP_URL, "cdn.speedcurve.com", NULL },
    { "speedcurve", XP_URL, "lux.speedcurve.com", NULL },
    { "speedcurve", XP_URL, "speedcurve.com/js/lux.js", NULL },
    { "speedcurve", XP_INLINE, "LUX.label", NULL },
    { "speedcurve", XP_INLINE, "LUX.addData(", NULL },
    { "speedcurve", XP_INLINE, "LUX=(function(", NULL },
    { "speedcurve", XP_INLINE, "LUX_ae", NULL },
    { "speedcurve", XP_INLINE, "LUX||{}", NULL },
    { "speedcurve", XP_INLINE, "LUX.cmd=", NULL },
    { "speedcurve", XP_GLOBAL, "LUX LUX_* LUX_ae LUX_al LUX_t_start", NULL },
    { "speedcurve", XP_STUB,
      "(function(w){function n(){}var l=w.LUX=w.LUX||{},m=\"addData init send mark measure "
      "cmd markLoadTime startSoftNavigation forceSample getSessionId getDebug\".split(\" \");"
      "while(m.length){var k=m.pop();l[k]=l[k]||n}})(window);",
      NULL },

    /* spiegel-count */
    { "spiegel-count", XP_URL, "count.spiegel.de", NULL },

    /* splitbee */
    { "splitbee", XP_URL, "cdn.splitbee.io", NULL },
    { "splitbee", XP_URL, "hive.splitbee.io", NULL },
    { "splitbee", XP_INLINE, "splitbee.track(", NULL },
    { "splitbee", XP_INLINE, "splitbee.user.set(", NULL },
    { "splitbee", XP_GLOBAL, "splitbee", NULL },
    { "splitbee", XP_MAKES, "splitbee", NULL },
    { "splitbee", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "function a(){return p()}var x=w.splitbee=w.splitbee||{};d(x,\"track reset\",a);d(x,\"init "
      "enableCookie\",n);d(x.user=x.user||{},\"set\",a)})(window);",
      NULL },

    /* splunk-rum */
    { "splunk-rum", XP_URL, "cdn.signalfx.com/o11y-gdi-rum", NULL },
    { "splunk-rum", XP_URL, "cdn.observability.splunkcloud.com", NULL },
    { "splunk-rum", XP_URL, "rum-ingest.us0.signalfx.com", NULL },
    { "splunk-rum", XP_INLINE, "SplunkRum.init(", NULL },
    { "splunk-rum", XP_GLOBAL, "SplunkRum", NULL },
    { "splunk-rum", XP_MAKES, "SplunkRum SplunkSessionRecorder", NULL },
    { "splunk-rum", XP_STUB,
      "(function(w,P){function n(){}" STUB_NAMES
      "function f(){return U}var U=P?new P(f,{get:function(x,k){return k in x?x[k]:/^(is|get[^T]|Symbol)"
      "/.test(String(k))?n:U}}):f;f.then=0;d(f,\"init setGlobalAttributes error provider getTracer "
      "startSpan setAttribute end addEvent\",U);d(w,\"SplunkRum SplunkSessionRecorder\",U)}"
      ")(window,window.Proxy);",
      NULL },

    /* spotify-pixel */
    { "spotify-pixel", XP_URL, "pixel.byspotify.com", NULL },
    { "spotify-pixel", XP_URL, "pixels.spotify.com", NULL },
    { "spotify-pixel", XP_ELEMENT, "script#spdt-capture", NULL },
    { "spotify-pixel", XP_INLINE, "spdt('conf'", NULL },
    { "spotify-pixel", XP_INLINE, "spdt('view'", NULL },
    { "spotify-pixel", XP_GLOBAL, "spdt", NULL },
    { "spotify-pixel", XP_STUB, "(function(w){function f(){}f.q=[];w.spdt=w.spdt||f})(window);", NULL },

    /* stackadapt */
    { "stackadapt", XP_URL, "srv.stackadapt.com", NULL },
    { "stackadapt", XP_INLINE, "saq('ts'", NULL },
    { "stackadapt", XP_INLINE, "saq('rt'", NULL },
    { "stackadapt", XP_INLINE, "saq('conv'", NULL },
    { "stackadapt", XP_GLOBAL, "saq _saq", NULL },
    { "stackadapt", XP_STUB,
      "(function(w){function "
      "f(){}f.push=f;f.loaded=true;f.version=\"1.0\";f.queue=[];w.saq=w.saq||f;w._saq=w._saq||w.saq})(window);",
      NULL },

    /* statable */
    { "statable", XP_URL, "statable.com", NULL },

    /* statcounter */
    { "statcounter", XP_URL, "c.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "secure.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "statcounter.com/counter/", NULL },
    { "statcounter", XP_URL, "statcounter.com/counter.php", NULL },
    { "statcounter", XP_URL, "statcounter.com/counter_xhtml.js", NULL },
    { "statcounter", XP_URL, "c1.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c2.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c3.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c4.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c5.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c6.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c7.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c8.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c9.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c10.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c11.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c12.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c13.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c14.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c15.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c16.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c17.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c18.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c19.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c20.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c21.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c22.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c23.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c24.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c25.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c26.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c27.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c28.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c29.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "c30.statcounter.com", "script pixel picture hint" },
    { "statcounter", XP_URL, "/statcounter.js", NULL },
    { "statcounter", XP_INLINE, "sc_project", NULL },
    { "statcounter", XP_INLINE, "sc_invisible", NULL },
    { "statcounter", XP_INLINE, "sc_security", NULL },
    { "statcounter", XP_INLINE, "_statcounter.record", NULL },
    { "statcounter", XP_INLINE, "sc_partition", NULL },
    { "statcounter", XP_GLOBAL,
      "sc_project sc_invisible sc_partition sc_security sc_https sc_text sc_counter_target "
      "sc_client_storage sc_remove_link sc_remove_alt sc_click_stat sc_width_stat scJsHost "
      "_statcounter sc_tag sc_sp sc_adv",
      NULL },
    { "statcounter", XP_MAKES, "_statcounter", NULL },
    { "statcounter", XP_STUB,
      "window._statcounter=window._statcounter||{record_pageview:function(){},"
      "record_click:function(){},start_recording:function(){}};",
      NULL },

    /* statify */
    { "statify", XP_URL, "/plugins/statify/js/", NULL },
    { "statify", XP_INLINE, "statify_ajax", NULL },
    { "statify", XP_GLOBAL, "statify_ajax", NULL },

    /* supercounters */
    { "supercounters", XP_URL, "widget.supercounters.com", "script pixel picture hint" },
    { "supercounters", XP_INLINE, "sc_hit(", NULL },
    { "supercounters", XP_INLINE, "sc_online_t(", NULL },
    { "supercounters", XP_INLINE, "sc_online_i(", NULL },
    { "supercounters", XP_INLINE, "sc_flag(", NULL },
    { "supercounters", XP_GLOBAL, "sc_hit sc_texthit sc_online_t sc_online_i sc_flag sc_map", NULL },
    { "supercounters", XP_MAKES, "sc_hit sc_texthit sc_online_t sc_online_i sc_flag sc_map", NULL },
    { "supercounters", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w,\"sc_hit sc_texthit sc_online_t sc_online_i sc_flag sc_map\",n)})(window);",
      NULL },

    /* swetrix */
    { "swetrix", XP_URL, "swetrix.org/swetrix.js", NULL },
    { "swetrix", XP_URL, "/swetrix.js", NULL },
    { "swetrix", XP_URL, "/swetrix.min.js", NULL },
    { "swetrix", XP_URL, "cdn.jsdelivr.net/gh/swetrix", NULL },
    { "swetrix", XP_URL, "cdn.swetrix.com", NULL },
    { "swetrix", XP_URL, "api.swetrix.com", NULL },
    { "swetrix", XP_URL, "unpkg.com/swetrix", NULL },
    { "swetrix", XP_URL, "unpkg.com/swetrix@*", NULL },
    { "swetrix", XP_URL, "cdn.jsdelivr.net/npm/swetrix@*", NULL },
    { "swetrix", XP_INLINE, "swetrix.init(", NULL },
    { "swetrix", XP_INLINE, "swetrix.trackViews(", NULL },
    { "swetrix", XP_GLOBAL, "swetrix", NULL },
    { "swetrix", XP_MAKES, "swetrix", NULL },
    { "swetrix", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE
      "function a(){return p({stop:n})}w.swetrix=w.swetrix||{init:n,track:a,trackViews:a,pageview:a,"
      "trackPageview:a,trackErrors:a,trackError:n,getFeatureFlags:function(){return p({})}"
      ",getFeatureFlag:function(k,o,v){return p(v||false)},getProfileId:function(){return p(null)}"
      ",getSessionId:function(){return p(null)}}})(window);",
      NULL },

    /* taboola-pixel */
    { "taboola-pixel", XP_URL, "cdn.taboola.com/libtrc/unip/", NULL },
    { "taboola-pixel", XP_URL, "trc.taboola.com/*/log/3/unip", NULL },
    { "taboola-pixel", XP_ELEMENT, "script#tb_tfa_script", NULL },
    { "taboola-pixel", XP_INLINE, "_tfa.push(", NULL },
    { "taboola-pixel", XP_GLOBAL, "_tfa", NULL },
    { "taboola-pixel", XP_STUB, "window._tfa=window._tfa||[];", NULL },

    /* tag-commander */
    { "tag-commander", XP_URL, "tagcommander.com", NULL },
    { "tag-commander", XP_URL, "commander1.com", NULL },
    { "tag-commander", XP_INLINE, "tc_vars", NULL },
    { "tag-commander", XP_INLINE, "tC.event.", NULL },
    { "tag-commander", XP_INLINE, "tc_events_", NULL },
    { "tag-commander", XP_GLOBAL, "tc_vars tC tc_events_*", NULL },
    { "tag-commander", XP_MAKES, "tC", NULL },
    { "tag-commander", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_EACH STUB_NAMES
      "w.tc_vars=w.tc_vars||{};var t=w.tC=w.tC||{};t.event=t.event||(P?new P({},{get:function(x,k){return "
      "k in x?x[k]:k.big&&n}}):{});d(t.container=t.container||{},\"reload reload_events\",f)}"
      ")(window,window.Proxy);",
      NULL },

    /* tagman */
    { "tagman", XP_URL, "tagman.com", NULL },
    { "tagman", XP_INLINE, "TAGMAN.", NULL },
    { "tagman", XP_INLINE, "tmParam=", NULL },
    { "tagman", XP_INLINE, "tmParam.", NULL },
    { "tagman", XP_GLOBAL, "tagman TAGMAN tmParam tmPageId", NULL },
    { "tagman", XP_MAKES, "TAGMAN", NULL },
    { "tagman", XP_STUB, "window.TAGMAN=window.TAGMAN||{fireEvent:function(){}};", NULL },

    /* tapad */
    { "tapad", XP_URL, "pixel.tapad.com", NULL },

    /* tapfiliate */
    { "tapfiliate", XP_URL, "script.tapfiliate.com", NULL },
    { "tapfiliate", XP_INLINE, "TapfiliateObject", NULL },
    { "tapfiliate", XP_INLINE, "tap('create'", "weak" },
    { "tapfiliate", XP_INLINE, "tap('detect'", "weak" },
    { "tapfiliate", XP_GLOBAL, "tap TapfiliateObject", NULL },
    { "tapfiliate", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH STUB_QUEUE STUB_READY
      "r(function(){var k=w.TapfiliateObject=w.TapfiliateObject||\"tap\",x=w[k]=w[k]||f;typeof "
      "x==\"function\"&&q(x.q=x.q||[],function(a){f.apply(w,a)})})})(window);",
      NULL },

    /* tatari */
    { "tatari", XP_URL, "d2hrivdxn8ekm8.cloudfront.net", NULL },
    { "tatari", XP_INLINE, "tatari.track(", NULL },
    { "tatari", XP_INLINE, "tatari.init(", NULL },
    { "tatari", XP_GLOBAL, "tatari", NULL },
    { "tatari", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var x=w.tatari=w.tatari||{};d(x,\"init track identify\",n);})(window);",
      NULL },

    /* teads-pixel */
    { "teads-pixel", XP_URL, "p.teads.tv/teads-fellow.js", NULL },
    { "teads-pixel", XP_INLINE, "teads_buyer_pixel_id", NULL },
    { "teads-pixel", XP_INLINE, "teads_adv_id", NULL },
    { "teads-pixel", XP_GLOBAL, "teads_e teads_adv_id teads_buyer_pixel_id", NULL },
    { "teads-pixel", XP_STUB, "window.teads_e=window.teads_e||[];", NULL },

    /* tealeaf */
    { "tealeaf", XP_URL, "/tealeaf.js", NULL },
    { "tealeaf", XP_URL, "/tealeaf*.js", NULL },
    { "tealeaf", XP_URL, "/Tealeaf*.js", NULL },
    { "tealeaf", XP_URL, "/TeaLeaf*.js", NULL },
    { "tealeaf", XP_URL, "/tlsdk.js", NULL },
    { "tealeaf", XP_URL, "ibmcloud.com/collector", NULL },
    { "tealeaf", XP_URL, "brilliantcollector.com", NULL },
    { "tealeaf", XP_URL, "tealeaf.com", NULL },
    { "tealeaf", XP_INLINE, "TLT.initialize", NULL },
    { "tealeaf", XP_INLINE, "TLT.init(", NULL },
    { "tealeaf", XP_GLOBAL, "TLT TeaLeaf", NULL },
    { "tealeaf", XP_MAKES, "TLT", NULL },
    { "tealeaf", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES
      "var t=w.TLT=w.TLT||{};d(t,\"init initLib\",f);d(t,\"logCustomEvent logExceptionEvent "
      "logScreenviewLoad logScreenviewUnload logDOMCapture isInitialized flushAll rebind setAppData "
      "destroy registerBridgeCallbacks getSessionData\",n)})(window);",
      NULL },

    /* tealium */
    { "tealium", XP_URL, "tiqcdn.com", NULL },
    { "tealium", XP_URL, "tiqcdn.cn", NULL },
    { "tealium", XP_URL, "tealiumiq.com", NULL },
    { "tealium", XP_URL, "/utag.js", NULL },
    { "tealium", XP_URL, "/utag.sync.js", NULL },
    { "tealium", XP_URL, "/utag.loader.js", NULL },
    { "tealium", XP_URL, "tiqcdn.com/*/utag.js", NULL },
    { "tealium", XP_INLINE, "utag_data", NULL },
    { "tealium", XP_INLINE, "utag_cfg_ovrd", NULL },
    { "tealium", XP_INLINE, "utag.", NULL },
    { "tealium", XP_GLOBAL, "utag utag_* tealium_* utag_data utag_cfg_ovrd utag_async", NULL },
    { "tealium", XP_MAKES, "utag", "utag.js utag.loader.js" },
    { "tealium", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_NAMES
      "function f(){for(var a,i=0;arguments.length>i;c(a),c(a&&a.cb))a=arguments[i++]}"
      "function e(){return[]}var u=w.utag=w.utag||{};d(u,\"link view track\",f);d(u,\"DB\",n);"
      "d(u.gdpr=u.gdpr||{},\"getConsentState setConsentValue setPreferencesValues showConsentPreferences "
      "showExplicitConsent applyConsentState\",n);d(u.gdpr,\"getSelectedCategories getCategories\",e);"
      "d(u,\"ut cfg data o sender ext runonce\",{});d(u,\"handler\",{trigger:n,iflag:1});"
      "d(u,\"loader\",{EV:n,RC:n,SC:n,PINIT:n,RD:n,initdata:n,GV:n});w.utag_data=w.utag_data||{};"
      "w.utag_cfg_ovrd=w.utag_cfg_ovrd||{}})(window);",
      NULL },

    /* tencent-analytics */
    { "tencent-analytics", XP_URL, "tajs.qq.com", NULL },
    { "tencent-analytics", XP_URL, "pingjs.qq.com", NULL },
    { "tencent-analytics", XP_URL, "pingtcss.qq.com", NULL },
    { "tencent-analytics", XP_URL, "pingfore.qq.com", NULL },
    { "tencent-analytics", XP_URL, "btrace.qq.com", NULL },
    { "tencent-analytics", XP_URL, "hm.ta.qq.com", NULL },
    { "tencent-analytics", XP_INLINE, "pgvMain(", NULL },
    { "tencent-analytics", XP_GLOBAL, "pgvMain MtaH5 tencent_*", NULL },
    { "tencent-analytics", XP_MAKES, "pgvMain pgvSendClick", NULL },
    { "tencent-analytics", XP_STUB,
      "(function(w){function n(){}w.pgvMain=w.pgvMain||n;w.pgvSendClick=w.pgvSendClick||n;"
      "w.pvCurDomain=w.pvCurDomain||\"\"})(window);",
      NULL },

    /* throtle */
    { "throtle", XP_URL, "thrtle.com", NULL },

    /* tianji */
    { "tianji", XP_ELEMENT, "script[data-website-id=<word:24+>][src=*/tracker.js][!data-api-url]", NULL },
    { "tianji", XP_INLINE, "tianji.track(", NULL },
    { "tianji", XP_GLOBAL, "tianji", NULL },
    { "tianji", XP_MAKES, "tianji", NULL },
    { "tianji", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.tianji=w.tianji||{};d(x,\"track identify trackView\",n);})(window);",
      NULL },

    /* tiktok-pixel */
    { "tiktok-pixel", XP_URL, "analytics.tiktok.com", NULL },
    { "tiktok-pixel", XP_INLINE, "TiktokAnalyticsObject", NULL },
    { "tiktok-pixel", XP_INLINE, "ttq.load(", "proof" },
    { "tiktok-pixel", XP_INLINE, "ttq.page(", "proof" },
    { "tiktok-pixel", XP_INLINE, "ttq.track(", "proof" },
    { "tiktok-pixel", XP_GLOBAL, "ttq TiktokAnalyticsObject", NULL },
    { "tiktok-pixel", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_EACH STUB_NAMES STUB_QUEUE
      "w.TiktokAnalyticsObject=w.TiktokAnalyticsObject||\"ttq\";var t=w.ttq=w.ttq||[];"
      "q(t,function(a){a&&a[0]==\"ready\"&&c(a[1])});d(t,\"ready\",f);d(t,\"instance\",function(){return t}"
      ");d(t,\"page track identify instances debug on off once alias group enableCookie disableCookie load "
      "holdConsent revokeConsent grantConsent\",n)})(window);",
      NULL },

    /* tinybird */
    { "tinybird", XP_URL, "unpkg.com/@tinybirdco/", NULL },
    { "tinybird", XP_URL, "cdn.jsdelivr.net/npm/@tinybirdco/", NULL },
    { "tinybird", XP_INLINE, "Tinybird.trackEvent(", NULL },
    { "tinybird", XP_GLOBAL, "Tinybird", NULL },
    { "tinybird", XP_MAKES, "Tinybird", NULL },
    { "tinybird", XP_STUB, "window.Tinybird=window.Tinybird||{trackEvent:function(){}};", NULL },

    /* tinylytics */
    { "tinylytics", XP_URL, "tinylytics.app/embed/", NULL },
    { "tinylytics", XP_URL, "tinylytics.app/pixel/", NULL },

    /* tncms-tracking */
    { "tncms-tracking", XP_URL, "/tncms/tracking.js", NULL },
    { "tncms-tracking", XP_URL, "tracking.townnews.com", NULL },
    { "tncms-tracking", XP_URL, "/tncms/tracking/", NULL },

    /* tns-counter */
    { "tns-counter", XP_URL, "tns-counter.ru", NULL },
    { "tns-counter", XP_URL, "tns-cs.net", NULL },
    { "tns-counter", XP_URL, "tns-counter.com", NULL },
    { "tns-counter", XP_URL, "statistik-gallup.net", NULL },
    { "tns-counter", XP_URL, "gallup.lv", NULL },
    { "tns-counter", XP_URL, "tns.lt", NULL },
    { "tns-counter", XP_URL, "tns-gallup.dk", NULL },
    { "tns-counter", XP_URL, "spring-tns.net", NULL },
    { "tns-counter", XP_INLINE, "TNS.TnsCounter(", NULL },
    { "tns-counter", XP_GLOBAL, "tnsCounter* TNS tnscm_* tmsec springq", NULL },
    { "tns-counter", XP_STUB,
      "(function(w){w.springq=w.springq||[];w.tnscounter_callback=w.tnscounter_callback||[]"
      "})(window);",
      NULL },

    /* traceview */
    { "traceview", XP_URL, "tracelytics.com", NULL },
    { "traceview", XP_URL, "d2gfdmu30u15x7.cloudfront.net", NULL },

    /* trackingplan */
    { "trackingplan", XP_URL, "cdn.trackingplan.com", NULL },
    { "trackingplan", XP_INLINE, "Trackingplan.init(", NULL },
    { "trackingplan", XP_GLOBAL, "Trackingplan", NULL },
    { "trackingplan", XP_MAKES, "Trackingplan", NULL },
    { "trackingplan", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES "var x=w.Trackingplan=w.Trackingplan||{};d(x,\"init\",n);})(window);",
      NULL },

    /* trade-desk */
    { "trade-desk", XP_URL, "js.adsrvr.org", NULL },
    { "trade-desk", XP_URL, "insight.adsrvr.org/track/", NULL },
    { "trade-desk", XP_INLINE, "TTDUniversalPixelApi(", NULL },
    { "trade-desk", XP_INLINE, "ttd_dom_ready(", NULL },
    { "trade-desk", XP_GLOBAL, "ttd_dom_ready TTDUniversalPixelApi", NULL },
    { "trade-desk", XP_MAKES, "ttd_dom_ready TTDUniversalPixelApi", NULL },
    { "trade-desk", XP_STUB,
      "(function(w){" STUB_CALL "w.ttd_dom_ready=w.ttd_dom_ready||function(f){c(f)};w.TTDUniversalPixelApi=w."
      "TTDUniversalPixelApi||function(){this.init=function(){}}})(window);",
      NULL },

    /* treasure-data */
    { "treasure-data", XP_URL, "cdn.treasuredata.com", NULL },
    { "treasure-data", XP_URL, "in.treasuredata.com", NULL },
    { "treasure-data", XP_INLINE, "Treasure(", NULL },
    { "treasure-data", XP_GLOBAL, "Treasure", NULL },
    { "treasure-data", XP_STUB,
      "(function(w){function n(){}" STUB_CALL
      "function f(){for(var a,i=0;arguments.length>i;)if(typeof(a=arguments[i++])==\"function\"){c(a,w,[]);"
      "break}}function T(){for(var k,i=0,m=\"addRecord trackEvent trackPageview trackClicks fetchGlobalID "
      "fetchUserSegments fetchServerCookie ready\".split(\" \");k=m[i++];)this[k]=f;"
      "for(i=0,m=\"set setSignedMode setAnonymousMode blockEvents unblockEvents get getTrackValues "
      "resetUUID\".split(\" \");k=m[i++];)this[k]=n}w.Treasure=w.Treasure||T})(window);",
      NULL },

    /* trialfire */
    { "trialfire", XP_URL, "trialfire.com", NULL },

    /* tribune-logger */
    { "tribune-logger", XP_URL, "/analysis-logger/", NULL },
    { "tribune-logger", XP_INLINE, "analysis-logger/Logger", NULL },

    /* triple-whale */
    { "triple-whale", XP_URL, "config-security.com", NULL },
    { "triple-whale", XP_INLINE, "TriplePixelData", NULL },
    { "triple-whale", XP_INLINE, "TriplePixel('", NULL },
    { "triple-whale", XP_GLOBAL, "TriplePixelData TriplePixel", NULL },
    { "triple-whale", XP_STUB, "window.TriplePixel=window.TriplePixel||function(){};", NULL },

    /* truconversion */
    { "truconversion", XP_URL, "app.truconversion.com/ti-js/", NULL },
    { "truconversion", XP_INLINE, "_tip=_tip||[]", "weak" },
    { "truconversion", XP_INLINE, "app.truconversion.com", NULL },
    { "truconversion", XP_GLOBAL, "_tip", NULL },
    { "truconversion", XP_STUB, "window._tip=window._tip||[];", NULL },

    /* tvsquared */
    { "tvsquared", XP_URL, "tvsquared.com", "script hint" },
    { "tvsquared", XP_URL, "/tv2track.js", NULL },
    { "tvsquared", XP_URL, "/tv2track.php", NULL },
    { "tvsquared", XP_INLINE, "_tvq.push(", NULL },
    { "tvsquared", XP_GLOBAL, "_tvq", NULL },
    { "tvsquared", XP_STUB, "window._tvq=window._tvq||[];", NULL },

    /* twipla */
    { "twipla", XP_URL, "visitor-analytics.io", NULL },
    { "twipla", XP_URL, "va-endpoint.com", NULL },
    { "twipla", XP_URL, "visa-analytics.com", NULL },

    /* tynt */
    { "tynt", XP_URL, "tcr.tynt.com", NULL },
    { "tynt", XP_URL, "tynt.com/ti.js", NULL },
    { "tynt", XP_URL, "cdn.tynt.com", NULL },
    { "tynt", XP_INLINE, "Tynt.push(", NULL },
    { "tynt", XP_INLINE, "Tynt||[]", NULL },
    { "tynt", XP_INLINE, "TyntASS", NULL },
    { "tynt", XP_GLOBAL, "Tynt TyntASS", NULL },
    { "tynt", XP_STUB, "window.Tynt=window.Tynt||[];", NULL },

    /* tyxo */
    { "tyxo", XP_URL, "tyxo.com", "script pixel picture hint" },
    { "tyxo", XP_URL, "tyxo.bg", "script pixel picture hint" },
    { "tyxo", XP_GLOBAL, "tyxo_*", NULL },

    /* umami */
    { "umami", XP_URL, "analytics.umami.is", NULL },
    { "umami", XP_URL, "cloud.umami.is", NULL },
    { "umami", XP_URL, "us.umami.is", NULL },
    { "umami", XP_URL, "eu.umami.is", NULL },
    { "umami", XP_URL, "gateway.umami.is", NULL },
    { "umami", XP_URL, "/umami.js", NULL },
    { "umami", XP_URL, "/umami.min.js", NULL },
    { "umami", XP_ELEMENT, "script[data-website-id=<uuid>][!data-project-name]", NULL }, /* that is kapa.ai's chat */
    { "umami", XP_INLINE, "umami.track(", NULL },
    { "umami", XP_INLINE, "'data-website-id'", "loads weak" }, /* chats have it, too */
    { "umami", XP_INLINE, "'data-host-url'", "weak" },
    { "umami", XP_INLINE, "'data-auto-track'", "weak" },
    { "umami", XP_INLINE, "'data-do-not-track'", "weak" },
    { "umami", XP_INLINE, "'data-domains'", "weak" },
    { "umami", XP_INLINE, "umami.trackEvent(", NULL },
    { "umami", XP_GLOBAL, "umami", NULL },
    { "umami", XP_MAKES, "umami", NULL },
    { "umami", XP_STUB,
      "(function(w){" STUB_CALL STUB_PROMISE STUB_NAMES
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++],w,{});return p(\"\")}"
      "d(w.umami=w.umami||f,\"track trackView trackEvent identify\",f)})(window);",
      NULL },

    /* umeng-aplus */
    { "umeng-aplus", XP_URL, "alicdn.com/alilog/mlog/", NULL },
    { "umeng-aplus", XP_INLINE, "aplus_queue", NULL },
    { "umeng-aplus", XP_GLOBAL, "aplus_queue", NULL },
    { "umeng-aplus", XP_STUB, "window.aplus_queue=window.aplus_queue||[];", NULL },

    /* unify */
    { "unify", XP_URL, "tag.unifyintent.com", NULL },
    { "unify", XP_ELEMENT, "script#unifytag[data-api-key]", NULL },
    { "unify", XP_INLINE, "unifyBrowser", NULL },
    { "unify", XP_GLOBAL, "unify unifyBrowser", NULL },
    { "unify", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var m=\"identify page track startAutoPage stopAutoPage startAutoIdentify "
      "stopAutoIdentify\";d(w.unify=w.unify||[],m,n);d(w.unifyBrowser=w.unifyBrowser||[],m,n)})(window);",
      NULL },

    /* upscore */
    { "upscore", XP_URL, "upscore.com", NULL },
    { "upscore", XP_URL, "upscore.io", NULL },
    { "upscore", XP_INLINE, "upScore({", NULL },
    { "upscore", XP_INLINE, "upScore=", NULL },
    { "upscore", XP_INLINE, "'upScore'", NULL },
    { "upscore", XP_GLOBAL, "upScore", NULL },
    { "upscore", XP_STUB, "window.upScore=window.upScore||function(){};", NULL },

    /* usermaven */
    { "usermaven", XP_URL, "t.usermaven.com", NULL },
    { "usermaven", XP_URL, "events.usermaven.com", NULL },
    { "usermaven", XP_ELEMENT, "script#um-tracker[data-key]", NULL },
    { "usermaven", XP_INLINE, "usermavenQ", NULL },
    { "usermaven", XP_INLINE, "usermaven('", NULL },
    { "usermaven", XP_GLOBAL, "usermaven usermavenQ", NULL },
    { "usermaven", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH "w.usermaven=w.usermaven||f;w.usermavenQ=w.usermavenQ||[]})(window);", NULL },

    /* uxcam-web */
    { "uxcam-web", XP_URL, "websdk-recording.uxcam.com", NULL },
    { "uxcam-web", XP_URL, "uxcam.com", "hint" },
    { "uxcam-web", XP_INLINE, "uxc.event(", "weak" },
    { "uxcam-web", XP_INLINE, "uxc.setUserIdentity(", "proof" },
    { "uxcam-web", XP_INLINE, "uxc={__t:", "proof" },
    { "uxcam-web", XP_GLOBAL, "uxc", NULL },
    { "uxcam-web", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "d(w.uxc=w.uxc||{},\"event setUserIdentity setUserProperty setUserProperties startNewSession "
      "stopSession\",n)})(window);",
      NULL },

    /* valica */
    { "valica", XP_URL, "wa.valica.it", NULL },
    { "valica", XP_URL, "valica.it/wa", NULL },

    /* vanilla-stats */
    { "vanilla-stats", XP_URL, "analytics.vanillaforums.com", NULL },
    { "vanilla-stats", XP_URL, "autostatic-cl1.vanilladev.com/analytics", NULL },
    { "vanilla-stats", XP_INLINE, "analyticsTick", NULL },

    /* vantevo */
    { "vantevo", XP_URL, "vantevo.io/js/", NULL },
    { "vantevo", XP_URL, "api.vantevo.io", NULL },
    { "vantevo", XP_GLOBAL, "vantevo", NULL },
    { "vantevo", XP_INLINE, "vantevo('", NULL },
    { "vantevo", XP_MAKES, "vantevo vantevo_ecommerce", NULL },
    { "vantevo", XP_STUB,
      "(function(w){" STUB_CALL STUB_EACH
      "w.vantevo=w.vantevo||f;w.vantevo_ecommerce=w.vantevo_ecommerce||f})(window);",
      NULL },

    /* vector-pixel */
    { "vector-pixel", XP_URL, "cdn.vector.co/pixel.js", NULL },
    { "vector-pixel", XP_INLINE, "vector.load(", "weak" },
    { "vector-pixel", XP_GLOBAL, "vector", NULL },
    { "vector-pixel", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.vector=w.vector||{};d(x,\"load identify on\",n);x.loaded=true})(window);",
      NULL },

    /* vemetric */
    { "vemetric", XP_URL, "cdn.vemetric.com", NULL },
    { "vemetric", XP_URL, "hub.vemetric.com", NULL },
    { "vemetric", XP_ELEMENT, "script#vmtrc-scr", NULL },
    { "vemetric", XP_INLINE, "vmtrcq", NULL },
    { "vemetric", XP_GLOBAL, "vmtrc vmtrcq vmtrcOptions", NULL },
    { "vemetric", XP_STUB, "(function(w){w.vmtrcq=w.vmtrcq||[];w.vmtrc=w.vmtrc||function(){}})(window);", NULL },

    /* vercel-analytics */
    { "vercel-analytics", XP_URL, "/_vercel/insights/", NULL },
    { "vercel-analytics", XP_URL, "/_vercel/speed-insights/", NULL },
    { "vercel-analytics", XP_URL, "va.vercel-scripts.com", NULL },
    { "vercel-analytics", XP_URL, "cdn.vercel-insights.com", NULL },
    { "vercel-analytics", XP_URL, "/va/script.js", "known" },
    { "vercel-analytics", XP_URL, "vitals.vercel-insights.com", NULL },
    { "vercel-analytics", XP_URL, "speed-insights.vercel.app", NULL },
    { "vercel-analytics", XP_ELEMENT, "script[data-sdkn=@vercel/analytics*]", NULL },
    { "vercel-analytics", XP_ELEMENT, "script[data-sdkn=@vercel/speed-insights*]", NULL },
    { "vercel-analytics", XP_INLINE, "vaq||[]", "proof" },
    { "vercel-analytics", XP_INLINE, "siq||[]", NULL },
    { "vercel-analytics", XP_GLOBAL, "vaq siq va si", NULL },
    { "vercel-analytics", XP_STUB, "(function(w){function n(){}w.va=w.va||n;w.si=w.si||n})(window);", NULL },

    /* vero */
    { "vero", XP_URL, "d3qxef4rp70elm.cloudfront.net/m.js", NULL },
    { "vero", XP_INLINE, "_veroq.push(", NULL },
    { "vero", XP_GLOBAL, "_veroq", NULL },
    { "vero", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND
      "m(\"_veroq\",function(a){a&&c(a[2],w,null,false)})})(window);",
      NULL },

    /* vg-wort */
    { "vg-wort", XP_URL, "met.vgwort.de", "script pixel picture hint" },
    { "vg-wort", XP_GLOBAL, "VgWortPixel", NULL },

    /* vibe */
    { "vibe", XP_URL, "s.vibe.co", NULL },
    { "vibe", XP_INLINE, "vbpx('init'", NULL },
    { "vibe", XP_INLINE, "vbpx('event'", NULL },
    { "vibe", XP_GLOBAL, "vbpx", NULL },
    { "vibe", XP_STUB, "(function(w){function f(){}f.queue=[];w.vbpx=w.vbpx||f})(window);", NULL },

    /* visitor-queue */
    { "visitor-queue", XP_URL, "t.visitorqueue.com", NULL },
    { "visitor-queue", XP_INLINE, "vqTrackId()", NULL },
    { "visitor-queue", XP_GLOBAL, "vqTrackId vqTrackUrl", NULL },

    /* visitors-now */
    { "visitors-now", XP_URL, "cdn.visitors.now", NULL },
    { "visitors-now", XP_URL, "e.visitors.now", NULL },
    { "visitors-now", XP_MAKES, "visitors", NULL },
    { "visitors-now", XP_STUB, "window.visitors=window.visitors||{track:function(){},identify:function(){}};", NULL },

    /* visual-iq */
    { "visual-iq", XP_URL, "myvisualiq.net", NULL },

    /* visual-revenue */
    { "visual-revenue", XP_URL, "visualrevenue.com", NULL },
    { "visual-revenue", XP_INLINE, "_vrq.push(", NULL },
    { "visual-revenue", XP_INLINE, "_vrq||[]", NULL },
    { "visual-revenue", XP_GLOBAL, "_vrq", NULL },
    { "visual-revenue", XP_STUB, "window._vrq=window._vrq||[];", NULL },

    /* vizzit */
    { "vizzit", XP_URL, "vizzit.se", NULL },

    /* vk-pixel */
    { "vk-pixel", XP_URL, "vk.com/rtrg", NULL },
    { "vk-pixel", XP_URL, "vk.ru/rtrg", NULL },
    { "vk-pixel", XP_INLINE, "VK.Retargeting.Init(", "loads proof" },
    { "vk-pixel", XP_INLINE, "VK.Retargeting.Hit(", "loads proof" },

    /* voicefive */
    { "voicefive", XP_URL, "voicefive.com", NULL },

    /* volcengine */
    { "volcengine", XP_URL, "volccdn.com/obj/data-static/log-sdk/", NULL },
    { "volcengine", XP_URL, "volccdn.com/obj/apm-web/", NULL },
    { "volcengine", XP_URL, "apm.volccdn.com", NULL },
    { "volcengine", XP_INLINE, "LogAnalyticsObject", NULL },
    { "volcengine", XP_INLINE, "collectEvent('init'", NULL },
    { "volcengine", XP_INLINE, "collectEvent('start'", NULL },
    { "volcengine", XP_GLOBAL, "collectEvent LogAnalyticsObject", NULL },
    { "volcengine", XP_STUB,
      "(function(w){" STUB_CALL
      "w.collectEvent=w.collectEvent||function(){for(var i=0;arguments.length>i;)c(arguments[i++],w,{})}})(window);",
      NULL },

    /* vwo */
    { "vwo", XP_URL, "visualwebsiteoptimizer.com", NULL },
    { "vwo", XP_URL, "d5phz18u4wuww.cloudfront.net", NULL },
    { "vwo", XP_URL, "wingify.com", NULL },
    { "vwo", XP_INLINE, "_vwo_code", NULL },
    { "vwo", XP_INLINE, "_vis_opt_path_hides", NULL },
    { "vwo", XP_INLINE, "_vwo_settings_timer", NULL },
    { "vwo", XP_GLOBAL,
      "_vwo_* _vis_opt_* VWO _vwo_code _vwo_settings_timer _vwo_clicks _vis_opt_account_id _vis_opt_protocol", NULL },
    { "vwo", XP_STUB,
      "(function(w){" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND "w.VWO=w.VWO||[];m(\"_vis_opt_queue\",c)})(window);",
      NULL },

    /* w3counter */
    { "w3counter", XP_URL, "w3counter.com/tracker.js", NULL },
    { "w3counter", XP_URL, "w3counter.com/tracker.php", NULL },
    { "w3counter", XP_URL, "w3counter.com", "hint" },
    { "w3counter", XP_INLINE, "w3counter(", NULL },
    { "w3counter", XP_GLOBAL, "w3counter", NULL },
    { "w3counter", XP_MAKES, "w3counter", NULL },
    { "w3counter", XP_STUB, "window.w3counter=window.w3counter||function(){};", NULL },

    /* web-dissector */
    { "web-dissector", XP_URL, "gridsumdissector.com", NULL },
    { "web-dissector", XP_URL, "webdissector.com", NULL },

    /* web-stat */
    { "web-stat", XP_URL, "web-stat.com", "script pixel picture hint" },
    { "web-stat", XP_URL, "web-stat.net", "script pixel picture hint" },
    { "web-stat", XP_URL, "app.wts2.one", "script pixel picture hint" },
    { "web-stat", XP_URL, "wts.one/log*.js", NULL },
    { "web-stat", XP_URL, "wts.one", "hint" },
    { "web-stat", XP_INLINE, "wtslog", NULL },
    { "web-stat", XP_GLOBAL, "wtslog*", NULL },

    /* web-vitals */
    { "web-vitals", XP_URL, "unpkg.com/web-vitals", NULL },
    { "web-vitals", XP_URL, "cdn.jsdelivr.net/npm/web-vitals", NULL },
    { "web-vitals", XP_URL, "/web-vitals.js", NULL },
    { "web-vitals", XP_URL, "/web-vitals.iife.js", NULL },
    { "web-vitals", XP_URL, "/web-vitals.umd.js", NULL },
    { "web-vitals", XP_URL, "/web-vitals.attribution.iife.js", NULL },
    { "web-vitals", XP_URL, "unpkg.com/web-vitals@*", NULL },
    { "web-vitals", XP_URL, "cdn.jsdelivr.net/npm/web-vitals@*", NULL },
    { "web-vitals", XP_INLINE, "webVitals.", NULL },
    { "web-vitals", XP_GLOBAL, "webVitals", NULL },
    { "web-vitals", XP_MAKES, "webVitals", NULL },
    { "web-vitals", XP_STUB,
      "(function(w){function n(){}var v=w.webVitals=w.webVitals||{},m=\"getCLS getFID getLCP "
      "getFCP getTTFB onCLS onFID onLCP onFCP onTTFB onINP\".split(\" \");while(m.length){var "
      "k=m.pop();v[k]=v[k]||n}})(window);",
      NULL },

    /* webtrekk */
    { "webtrekk", XP_URL, "/webtrekk.js", NULL },
    { "webtrekk", XP_URL, "/webtrekk*.js", NULL },
    { "webtrekk", XP_URL, "/tiLoader*.js", NULL },
    { "webtrekk", XP_URL, "/mapp-intelligence*.js", NULL },
    { "webtrekk", XP_URL, "webtrekk.net", NULL },
    { "webtrekk", XP_URL, "wt-eu02.net", NULL },
    { "webtrekk", XP_URL, "wbtrk.net", NULL },
    { "webtrekk", XP_URL, "webtrekk-asia.net", NULL },
    { "webtrekk", XP_URL, "webtrekk-us.net", NULL },
    { "webtrekk", XP_URL, "wt-safetag.com", NULL },
    { "webtrekk", XP_URL, "webtrekk.com", "script hint" },
    { "webtrekk", XP_INLINE, "webtrekkConfig", NULL },
    { "webtrekk", XP_INLINE, "webtrekkV3(", NULL },
    { "webtrekk", XP_INLINE, "webtrekkUnloadObjects", NULL },
    { "webtrekk", XP_INLINE, "wt.sendinfo(", NULL },
    { "webtrekk", XP_INLINE, "_tiConfig", NULL },
    { "webtrekk", XP_INLINE, "webtrekk", NULL },
    { "webtrekk", XP_INLINE, "wt_sendinfo(", NULL },
    { "webtrekk", XP_GLOBAL,
      "webtrekk* wtSmart _tiConfig wt_sendinfo wt_updatePixel wt_err wtEmbed* webtrekk webtrekkConfig webtrekkV3 "
      "webtrekkUnloadObjects webtrekkLinktrackObjects webtrekkHeatmapObjects",
      NULL },
    { "webtrekk", XP_MAKES, "webtrekkV3 wt_sendinfo wt_sendinfo_media", NULL },
    { "webtrekk", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_NAMES STUB_READY STUB_QUEUE STUB_MIND
      "function V(){d(this,\"sendinfo init setPageConfig executePluginFunction checkAsynchron contentGroup "
      "customParameter\",n);this.cookie={};this.config={}}function f(){return U}function a(e){c(e,w,U)}"
      "var U=f;f.then=0;f._xp=1;f.push=a;if(P)U=new P(f,{get:function(x,k){return k in x?x[k]:k.big&&U}});"
      "d(f,\"init track trackPage trackAction add get page action data request utils use exclude extension "
      "advanced product products order customer session campaign\",U);w.webtrekkV3=w.webtrekkV3||V;"
      "w.webtrekk=w.webtrekk||new V;w.wt=w.wt||w.webtrekk;d(w,\"wt_sendinfo wt_sendinfo_media\",n);"
      "d(w,\"webtrekkConfig _ti\",{});w.wts=w.wts||[];d(w,\"wtSmart\",U);m(\"wtSmart\",a)}"
      ")(window,window.Proxy);",
      NULL },

    /* webtrends */
    { "webtrends", XP_URL, "/webtrends.js", NULL },
    { "webtrends", XP_URL, "/webtrends*.js", NULL },
    { "webtrends", XP_URL, "/Webtrends*.js", NULL },
    { "webtrends", XP_URL, "/WebTrends*.js", NULL },
    { "webtrends", XP_URL, "/wtid.js", NULL },
    { "webtrends", XP_URL, "/sdctag.js", NULL },
    { "webtrends", XP_URL, "/sdctag*.js", NULL },
    { "webtrends", XP_URL, "/sdc_tag*.js", NULL },
    { "webtrends", XP_URL, "/dcs_tag*.js", NULL },
    { "webtrends", XP_URL, "/dcs.gif", "known" },
    { "webtrends", XP_URL, "/njs.gif", "known" },
    { "webtrends", XP_URL, "/wtbase.js", NULL },
    { "webtrends", XP_URL, "/wtinit.js", NULL },
    { "webtrends", XP_URL, "webtrendslive.com", NULL },
    { "webtrends", XP_URL, "webtrends.com/js/", NULL },
    { "webtrends", XP_URL, "s.webtrends.com", NULL },
    { "webtrends", XP_URL, "scs.webtrends.com", NULL },
    { "webtrends", XP_INLINE, "Webtrends.dcs()", NULL },
    { "webtrends", XP_INLINE, "_tag.dcsGetId()", NULL },
    { "webtrends", XP_INLINE, "_tag.dcsCollect()", NULL },
    { "webtrends", XP_INLINE, "webtrendsAsyncInit", NULL },
    { "webtrends", XP_INLINE, "gDcsId", NULL },
    { "webtrends", XP_INLINE, "dcsCollect()", NULL },
    { "webtrends", XP_INLINE, "dcsMeta()", NULL },
    { "webtrends", XP_INLINE, "dcsTag()", NULL },
    { "webtrends", XP_INLINE, "dcsMultiTrack", NULL },
    { "webtrends", XP_INLINE, "WebTrends", NULL },
    { "webtrends", XP_INLINE, "dcsVar()", NULL },
    { "webtrends", XP_INLINE, "dcsFunc(", NULL },
    { "webtrends", XP_INLINE, "_tag.WT", NULL },
    { "webtrends", XP_INLINE, "_tag.DCSext", NULL },
    { "webtrends", XP_GLOBAL,
      "gDomain gDcsId gFpc gFpcDom gTrackEvents WebTrends Webtrends webtrendsAsyncInit webtrends _tag dcs* DCS DCSext "
      "wtDcs* WebtrendsAsync WT dcs dcsid",
      NULL },
    { "webtrends", XP_MAKES, "WebTrends Webtrends", "ebtrends ebTrends /wtinit /wtbase" },
    { "webtrends", XP_MAKES, "dcsMultiTrack", "ebtrends ebTrends sdc dcs_tag" },
    { "webtrends", XP_MAKES, "dcsVar dcsMeta dcsFunc dcsTag dcsAdv", "sdc dcs_tag /webtrends" },
    { "webtrends", XP_STUB,
      "(function(w,P){function n(){}" STUB_CALL STUB_NAMES STUB_READY
      "function f(){for(var a,i=0;arguments.length>i;c(a&&a.callback,w,U,a),c(a&&a.finish,w,U,a))"
      "a=arguments[i++];return U}var z,m=\"dcsGetId dcsCollect dcsMultiTrack dcsVar dcsMeta dcsFunc dcsTag "
      "dcsAdv dcsCustom dcsFPC dcsDebug dcsETag dcsCut dcsPlugin dcsQP WebTrends Webtrends _tag\",U=P?new "
      "P(f,{get:function(x,k){return k in x?x[k]:/^Symbol/.test(String(k))?n:U}}):f;f.then=0;f.DCS={};"
      "f.WT={};f.DCSext={};d(f,\"dcs init track multiTrack addTransform addSelector\",U);d(f,m,U);d(w,m,U);"
      "d(w,\"DCS\",{});d(w,\"WT\",{});d(w,\"DCSext\",{});r(function(){z||c(z=w.webtrendsAsyncInit)})}"
      ")(window,window.Proxy);",
      NULL },

    /* webtuna */
    { "webtuna", XP_URL, "webtuna.com", NULL },

    /* whosamungus */
    { "whosamungus", XP_URL, "amung.us", "script pixel picture hint" },
    { "whosamungus", XP_URL, "waust.at", "script pixel picture hint" },
    { "whosamungus", XP_INLINE, "_wau.push(", NULL },
    { "whosamungus", XP_INLINE, "WAU_classic(", NULL },
    { "whosamungus", XP_INLINE, "WAU_small(", NULL },
    { "whosamungus", XP_INLINE, "WAU_dynamic(", NULL },
    { "whosamungus", XP_INLINE, "WAU_tab(", NULL },
    { "whosamungus", XP_INLINE, "WAU_map(", NULL },
    { "whosamungus", XP_MAKES, "WAU_classic WAU_small WAU_dynamic WAU_tab WAU_map WAU_text WAU_colored", NULL },
    { "whosamungus", XP_STUB,
      "(function(w){function n(){}w._wau=w._wau||[];var m=\"classic small dynamic tab map "
      "colored text\".split(\" \");while(m.length){var k=\"WAU_\"+m.pop();"
      "w[k]=w[k]||n}})(window);",
      NULL },

    /* wicked-reports */
    { "wicked-reports", XP_URL, "widget.wickedreports.com", NULL },

    /* wide-angle */
    { "wide-angle", XP_URL, "stats.wideangle.co", NULL },
    { "wide-angle", XP_ELEMENT, "script#waa[data-waa-late-init]", NULL },
    { "wide-angle", XP_INLINE, "waaCreate(", NULL },
    { "wide-angle", XP_GLOBAL, "waaCreate waa", NULL },
    { "wide-angle", XP_MAKES, "waaCreate", NULL },
    { "wide-angle", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE
      "var x=w.waa=w.waa||{dispatchEvent:n};w.waaCreate=w.waaCreate||function(){return p(x)}})(window);",
      NULL },

    /* wikia-beacon */
    { "wikia-beacon", XP_URL, "beacon.wikia-services.com", NULL },
    { "wikia-beacon", XP_URL, "wikia-beacon.com", NULL },

    /* wiredminds */
    { "wiredminds", XP_URL, "wiredminds.de", NULL },
    { "wiredminds", XP_URL, "wiredminds.com", NULL },
    { "wiredminds", XP_URL, "count.carrierzone.com", NULL },
    { "wiredminds", XP_URL, "/count_server/count.js", NULL },
    { "wiredminds", XP_INLINE, "wm_custnum", NULL },
    { "wiredminds", XP_INLINE, "wm_page_name", NULL },
    { "wiredminds", XP_INLINE, "wiredminds.", NULL },
    { "wiredminds", XP_GLOBAL,
      "wm_custnum wm_page_name wm_group_name wm_campaign_key wm_track_alt wiredminds "
      "wm_content wm_campaign_value",
      NULL },
    { "wiredminds", XP_MAKES, "wiredminds", NULL },
    { "wiredminds", XP_STUB,
      "window.wiredminds=window.wiredminds||{count:function(){},trackEvent:function(){},"
      "countPixel:function(){}};",
      NULL },

    /* wix-bi */
    { "wix-bi", XP_URL, "frog.wix.com", NULL },
    { "wix-bi", XP_URL, "panorama.wixapps.net", NULL },

    /* woocommerce-attribution */
    { "woocommerce-attribution", XP_URL, "/assets/js/sourcebuster/sourcebuster*.js", NULL },
    { "woocommerce-attribution", XP_URL, "/assets/js/frontend/order-attribution*.js", NULL },
    { "woocommerce-attribution", XP_ELEMENT, "script#sourcebuster-js-js", NULL },
    { "woocommerce-attribution", XP_ELEMENT, "script#wc-order-attribution-js", NULL },
    { "woocommerce-attribution", XP_ELEMENT, "script#wc-order-attribution-js-extra", NULL },
    { "woocommerce-attribution", XP_INLINE, "wc_order_attribution=", NULL },
    { "woocommerce-attribution", XP_GLOBAL, "wc_order_attribution", NULL },
    { "woocommerce-attribution", XP_STUB,
      "(function(w){function n(){}function o(){return{}}" STUB_NAMES
      "var x=w.wc_order_attribution=w.wc_order_attribution||{},s=w.sbjs=w.sbjs||{};d(x,\"params "
      "fields\",{});d(x,\"setOrderTracking\",n);d(x,\"getAttributionData\",o);d(s,\"init\",n);d(s.get=s.get||{},"
      "\"current current_add first first_add session udata promo\",{})})(window);",
      NULL },

    /* woopra */
    { "woopra", XP_URL, "static.woopra.com", NULL },
    { "woopra", XP_URL, "woopra.com/js/", NULL },
    { "woopra", XP_URL, "www.woopra.com/track", NULL },
    { "woopra", XP_INLINE, "woopraTracker", NULL },
    { "woopra", XP_INLINE, "woopra.track(", NULL },
    { "woopra", XP_INLINE, "woopra.config(", NULL },
    { "woopra", XP_INLINE, "woopraReady", NULL },
    { "woopra", XP_GLOBAL, "woopraTracker woopraReady woopra _woopra _wooConfig __woo", NULL },
    { "woopra", XP_MAKES, "woopraTracker", NULL },
    { "woopra", XP_STUB,
      "(function(w){" STUB_CALL STUB_NAMES STUB_READY
      "function f(){for(var i=0;arguments.length>i;)c(arguments[i++]);return o}var z,o={_loaded:true};"
      "d(o,\"track config identify push trackForm trackClick visit call event addVisitorProperty "
      "addVisitorProperties setDomain setIdleTimeout setVisitorProperty pushEvent startPing stopPing "
      "sidentify reset dispose cancelAction update getVisitorProperty\",f);w.woopra=w.woopra||o;"
      "w.woopraTracker=w.woopraTracker||o;r(function(){z||c(z=w.woopraReady,w,o)})})(window);",
      NULL },

    /* wordpress-stats */
    { "wordpress-stats", XP_URL, "stats.wp.com", NULL },
    { "wordpress-stats", XP_URL, "stats.wordpress.com", NULL },
    { "wordpress-stats", XP_URL, "pixel.wp.com", NULL },
    { "wordpress-stats", XP_INLINE, "_stq.push(", NULL },
    { "wordpress-stats", XP_INLINE, "_stq||[]", NULL },
    { "wordpress-stats", XP_INLINE, "st_go({", NULL },
    { "wordpress-stats", XP_INLINE, "linktracker_init(", NULL },
    { "wordpress-stats", XP_INLINE, "_tkq.push(", NULL },
    { "wordpress-stats", XP_INLINE, "wpcomVipAnalytics", NULL },
    { "wordpress-stats", XP_INLINE, "_tkq=", NULL },
    { "wordpress-stats", XP_INLINE, "_stq=", NULL },
    { "wordpress-stats", XP_GLOBAL,
      "_stq st_go ex_go re_go linktracker_init linktracker _tkq wpcomVipAnalytics "
      "clicktracker_init wpcom_mobile_user_agent_info",
      NULL },
    { "wordpress-stats", XP_MAKES, "st_go ex_go re_go linktracker linktracker_init", NULL },
    { "wordpress-stats", XP_STUB,
      "(function(w){function n(){}w._stq=w._stq||[];w._tkq=w._tkq||[];w.st_go=w.st_go||n;"
      "w.ex_go=w.ex_go||n;w.re_go=w.re_go||n;w.linktracker_init=w.linktracker_init||n;"
      "w.linktracker=w.linktracker||n})(window);",
      NULL },

    /* wow-analytics */
    { "wow-analytics", XP_URL, "wowanalytics.co.uk", NULL },

    /* wp-statistics */
    { "wp-statistics", XP_URL, "/plugins/wp-statistics/assets/js/*tracker*.js", NULL },
    { "wp-statistics", XP_URL, "/plugins/wp-statistics/public/*tracker*.js", NULL },
    { "wp-statistics", XP_ELEMENT, "script#wp-statistics-tracker-js", NULL },
    { "wp-statistics", XP_INLINE, "WP_Statistics_http", NULL },
    { "wp-statistics", XP_INLINE, "WP_Statistics_Tracker_Object", "weak" },
    { "wp-statistics", XP_GLOBAL, "WP_Statistics_http WP_Statistics_Tracker_Object", NULL },
    { "wp-statistics", XP_STUB,
      "(function(w){var "
      "o=w.WP_Statistics_Tracker_Object=w.WP_Statistics_Tracker_Object||{};o.option=o.option||{}})(window);",
      NULL },

    /* wrating */
    { "wrating", XP_URL, "wrating.com", NULL },
    { "wrating", XP_URL, "irs01.com", NULL },
    { "wrating", XP_URL, "irs01.net", NULL },
    { "wrating", XP_GLOBAL, "vjAcc wrUrl vjTrack vjValidateTrack _iwt_* iwt _iwt_UA", NULL },
    { "wrating", XP_MAKES, "vjTrack", NULL },
    { "wrating", XP_STUB, "window.vjTrack=window.vjTrack||function(){};", NULL },

    /* wysistat */
    { "wysistat", XP_URL, "wysistat.com", NULL },
    { "wysistat", XP_URL, "/statistique.js", "known" },
    { "wysistat", XP_INLINE, "_wsq.push(", NULL },
    { "wysistat", XP_GLOBAL, "_wsq", NULL },
    { "wysistat", XP_STUB, "window._wsq=window._wsq||[];", NULL },

    /* x-pixel */
    { "x-pixel", XP_URL, "static.ads-twitter.com", NULL },
    { "x-pixel", XP_URL, "analytics.twitter.com", NULL },
    { "x-pixel", XP_URL, "t.co/i/adsct", NULL },
    { "x-pixel", XP_URL, "analytics.x.com", NULL },
    { "x-pixel", XP_INLINE, "twq('init'", NULL },
    { "x-pixel", XP_INLINE, "twq('config'", NULL },
    { "x-pixel", XP_INLINE, "twq('track'", NULL },
    { "x-pixel", XP_INLINE, "twq('event'", NULL },
    { "x-pixel", XP_INLINE, "twttr.conversion.trackPid(", NULL },
    { "x-pixel", XP_GLOBAL, "twq", NULL },
    { "x-pixel", XP_STUB,
      "(function(w){function f(){}f.queue=[];f.version=\"1.1\";w.twq=w.twq||f;var "
      "t=w.twttr=w.twttr||{};t.conversion=t.conversion||{trackPid:f}})(window);",
      NULL },

    /* xinhua-webdig */
    { "xinhua-webdig", XP_URL, "/webdig*.js", NULL },
    { "xinhua-webdig", XP_URL, "/webdig.js", NULL },
    { "xinhua-webdig", XP_URL, "webd.home.news.cn", NULL },
    { "xinhua-webdig", XP_URL, "tongji.news.cn", NULL },
    { "xinhua-webdig", XP_INLINE, "_webdigObj", NULL },
    { "xinhua-webdig", XP_GLOBAL, "_wdxid _wdLT _webdig*", NULL },
    { "xinhua-webdig", XP_MAKES, "wd_paramtracker", NULL },
    { "xinhua-webdig", XP_STUB, "window.wd_paramtracker=window.wd_paramtracker||function(){};", NULL },

    /* yahoo-analytics */
    { "yahoo-analytics", XP_URL, "a.analytics.yahoo.com", NULL },
    { "yahoo-analytics", XP_URL, "s.analytics.yahoo.com", NULL },
    { "yahoo-analytics", XP_URL, "d.yimg.com/mi/ywa.js", NULL },
    { "yahoo-analytics", XP_URL, "d.yimg.com/mi/eu/ywa.js", NULL },
    { "yahoo-analytics", XP_URL, "/ywa.js", NULL },
    { "yahoo-analytics", XP_URL, "a.analytics.yahoo.co.jp", NULL },
    { "yahoo-analytics", XP_URL, "analytics.yahoo.com/fpc.pl", NULL },
    { "yahoo-analytics", XP_URL, "o.analytics.yahoo.com", NULL },
    { "yahoo-analytics", XP_URL, "sp.analytics.yahoo.com", NULL },
    { "yahoo-analytics", XP_INLINE, "YWA.getTracker(", NULL },
    { "yahoo-analytics", XP_INLINE, "YWATracker", NULL },
    { "yahoo-analytics", XP_GLOBAL, "YWA YWATracker", NULL },
    { "yahoo-analytics", XP_MAKES, "YWA", NULL },
    { "yahoo-analytics", XP_STUB,
      "(function(w){function t(){var x={},m=\"submit submit_action submit_icmd "
      "setDocumentName setDocumentGroup setCF setAction setAmount setSKU setUnits "
      "setOrderId setMemberId setISK setDomains setCookieDomain setExitLink setDownloadLink "
      "setFlashUrl setUrl setCMT submitAction\".split(\" \");"
      "while(m.length)x[m.pop()]=function(){};return x}w.YWA=w.YWA||{getTracker:t};"
      "w.YWATracker=w.YWATracker||t()})(window);",
      NULL },

    /* yahoo-dot */
    { "yahoo-dot", XP_URL, "s.yimg.com/wi/ytc.js", NULL },
    { "yahoo-dot", XP_INLINE, "YAHOO.ywa.I13N.fireBeacon", NULL },
    { "yahoo-dot", XP_INLINE, "dotq.push(", NULL },
    { "yahoo-dot", XP_GLOBAL, "dotq", NULL },
    { "yahoo-dot", XP_STUB, "window.dotq=window.dotq||[];", NULL },

    /* yahoo-hosting */
    { "yahoo-hosting", XP_URL, "visit.webhosting.yahoo.com", NULL },
    { "yahoo-hosting", XP_URL, "visit.geocities.com", NULL },
    { "yahoo-hosting", XP_URL, "visit.geocities.yahoo.com", NULL },
    { "yahoo-hosting", XP_URL, "geovisit.geocities.com", NULL },
    { "yahoo-hosting", XP_URL, "yimg.com/lib/smb/js/hosting/cp/js_source/whv2", NULL },
    { "yahoo-hosting", XP_URL, "/js_source/whv2_001.js", NULL },
    { "yahoo-hosting", XP_URL, "/js_source/geovck08.js", NULL },
    { "yahoo-hosting", XP_URL, "/js_source/ygcounter.js", NULL },
    { "yahoo-hosting", XP_INLINE, "geovisit()", NULL },
    { "yahoo-hosting", XP_GLOBAL, "geovisit", NULL },
    { "yahoo-hosting", XP_MAKES, "geovisit", NULL },
    { "yahoo-hosting", XP_STUB, "window.geovisit=window.geovisit||function(){};", NULL },

    /* yahoo-japan-ads */
    { "yahoo-japan-ads", XP_URL, "s.yimg.jp/images/listing/tool/cv/", NULL },
    { "yahoo-japan-ads", XP_URL, "b90.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_URL, "b91.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_URL, "b92.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_URL, "b97.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_URL, "b98.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_URL, "b99.yahoo.co.jp", NULL },
    { "yahoo-japan-ads", XP_INLINE, "ytag({", NULL },
    { "yahoo-japan-ads", XP_INLINE, "yahoo_retargeting_id", NULL },
    { "yahoo-japan-ads", XP_INLINE, "yahoo_conversion_id", NULL },
    { "yahoo-japan-ads", XP_GLOBAL, "ytag yjDataLayer yahoo_retargeting_* yahoo_conversion_*", NULL },
    { "yahoo-japan-ads", XP_STUB, "(function(w){w.yjDataLayer=w.yjDataLayer||[];w.ytag=w.ytag||function(){}})(window);",
      NULL },

    /* yahoo-japan-tag */
    { "yahoo-japan-tag", XP_URL, "yjtag.jp", NULL },
    { "yahoo-japan-tag", XP_GLOBAL, "yjDataLayer", NULL },

    /* yahoo-rapid */
    { "yahoo-rapid", XP_URL, "/rapidworker-*.js", NULL },
    { "yahoo-rapid", XP_URL, "geo.yahoo.com", NULL },
    { "yahoo-rapid", XP_URL, "yimg.com/ss/rapid", NULL },
    { "yahoo-rapid", XP_URL, "yimg.com/ss/rapid-", NULL },
    { "yahoo-rapid", XP_URL, "yimg.com/ss/rapid3.js", NULL },
    { "yahoo-rapid", XP_URL, "udc.yahoo.com", NULL },
    { "yahoo-rapid", XP_INLINE, "YAHOO.i13n.", NULL },
    { "yahoo-rapid", XP_INLINE, "rapidInstance", NULL },
    { "yahoo-rapid", XP_GLOBAL, "rapidInstance", NULL },

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
    { "yandex-metrica", XP_URL, "yandex.ru/metrika/", NULL },
    { "yandex-metrica", XP_URL, "metrika.yandex.ru", NULL },
    { "yandex-metrica", XP_URL, "cdn.jsdelivr.net/npm/yandex-metrica-watch", NULL },
    { "yandex-metrica", XP_URL, "d31j93rd8oukbv.cloudfront.net", NULL },
    { "yandex-metrica", XP_URL, "/metrika/tag.js", NULL },
    { "yandex-metrica", XP_URL, "/metrika/watch.js", NULL },
    { "yandex-metrica", XP_URL, "/metrika/watch_visor.js", NULL },
    { "yandex-metrica", XP_URL, "mc.yandex.ru/metrika/watch.js", NULL },
    { "yandex-metrica", XP_INLINE, "Ya.Metrika", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callbacks", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callbacks2", NULL },
    { "yandex-metrica", XP_INLINE, "yandex_metrika_callback", NULL },
    { "yandex-metrica", XP_INLINE, "yaParams", NULL },
    { "yandex-metrica", XP_INLINE, "'reachGoal',", NULL },
    { "yandex-metrica", XP_INLINE, ".reachGoal('", "proof" },
    { "yandex-metrica", XP_GLOBAL,
      "ym yaCounter* yandex_metrika_callback yandex_metrika_callbacks "
      "yandex_metrika_callbacks2 yaParams yaGoalParams yandexMetrikaCounter Ya",
      NULL },
    { "yandex-metrica", XP_MAKES, "Ya", "watch" },
    { "yandex-metrica", XP_STUB,
      "(function(w){function n(){return \"\"}" STUB_CALL STUB_READY STUB_QUEUE STUB_MIND STUB_NAMES
      "function f(){for(var a,i=0;arguments.length>i;c(a,w,\"\"),c(a&&a.callback,a&&a.ctx))"
      "a=arguments[i++]}function M(o){var k=\"yaCounter\"+(o&&o.id||o);d(this,\"reachGoal hit extLink file "
      "notBounce params userParams setUserID experiments clickmap trackLinks accurateTrackBounce "
      "addFileExtension enableAll destruct uploadPage firstPartyParams firstPartyParamsHashed "
      "ecommerceAdd\",f);this.getClientID=function(g){c(g,w,\"\");return \"\"};w[k]=w[k]||this}"
      "function y(i,k){k==\"init\"&&new M(i);f.apply(w,arguments)}var x=w.ym=w.ym||y,Y=w.Ya=w.Ya||{};"
      "d(Y,\"Metrika Metrika2\",M);q(x.a=x.a||[],function(a){y.apply(w,a)});w.yaParams=w.yaParams||{};"
      "m(\"yandex_metrika_callbacks\",c);m(\"yandex_metrika_callbacks2\",c);c(w.yandex_metrika_callback)}"
      ")(window);",
      NULL },

    /* zaraz */
    { "zaraz", XP_URL, "/cdn-cgi/zaraz/", NULL },
    { "zaraz", XP_INLINE, "zarazData", NULL },
    { "zaraz", XP_INLINE, "zaraz.track(", NULL },
    { "zaraz", XP_INLINE, "zaraz.ecommerce(", NULL },
    { "zaraz", XP_INLINE, "zaraz.set(", NULL },
    { "zaraz", XP_GLOBAL, "zaraz", NULL },
    { "zaraz", XP_STUB,
      "(function(w){function n(){}" STUB_CALL STUB_PROMISE STUB_NAMES
      "function a(){return p()}var x=w.zaraz=w.zaraz||{},s=x.consent=x.consent||{};d(x,\"track set "
      "ecommerce\",a);d(x,\"spaPageview debug showConsentModal init\",n);d(s,\"set setAll setAllCheckboxes "
      "sendQueuedEvents\",n);d(s,\"get\",n);d(s,\"getAll getAllCheckboxes\",function(){return{}})})(window);",
      NULL },

    /* zemanta */
    { "zemanta", XP_URL, "js-tag.zemanta.com", NULL },
    { "zemanta", XP_URL, "p1.zemanta.com", NULL },
    { "zemanta", XP_INLINE, "zemApi('track'", NULL },
    { "zemanta", XP_GLOBAL, "zemApi ZEM_ADV_ID", NULL },
    { "zemanta", XP_STUB, "(function(w){function f(){}f.queue=[];w.zemApi=w.zemApi||f})(window);", NULL },

    /* zeotap */
    { "zeotap", XP_URL, "content.zeotap.com/sdk/", NULL },
    { "zeotap", XP_URL, "spl.zeotap.com", NULL },
    { "zeotap", XP_INLINE, "zeotap.callMethod(", NULL },
    { "zeotap", XP_INLINE, "zeotap.init(", NULL },
    { "zeotap", XP_GLOBAL, "zeotap", NULL },
    { "zeotap", XP_STUB,
      "(function(w){function n(){}" STUB_NAMES
      "var x=w.zeotap=w.zeotap||{};d(x,\"init callMethod setUserIdentities unsetUserIdentities setEventProperties "
      "unsetEventProperties setUserProperties setPageProperties setConsent setInstantProfileUpdates "
      "listenToAuditEvents\",n);})(window);",
      NULL },

    /* ziyu */
    { "ziyu", XP_URL, "ziyu.net", "script pixel picture hint" },

    /* zoominfo */
    { "zoominfo", XP_URL, "js.zi-scripts.com", NULL },
    { "zoominfo", XP_URL, "ws.zoominfo.com", NULL },
    { "zoominfo", XP_INLINE, "ZIProjectKey", NULL },
    { "zoominfo", XP_INLINE, "ZIWhiteList", NULL },
    { "zoominfo", XP_GLOBAL, "ZIProjectKey ZIWhiteList zi", NULL },

    /* zuko */
    { "zuko", XP_URL, "assets.zuko.io", NULL },
    { "zuko", XP_INLINE, "Zuko.trackForm(", NULL },
    { "zuko", XP_GLOBAL, "Zuko", NULL },
    { "zuko", XP_MAKES, "Zuko", NULL },
    { "zuko", XP_STUB,
      "(function(w){function f(){return x}" STUB_NAMES
      "var x=w.Zuko=w.Zuko||{};d(x,\"trackForm trackEvent setAttribute setOptions\",f);d(x,\"FORM_VIEW_EVENT "
      "COMPLETION_EVENT\",{})})(window);",
      NULL },

    /* zync */
    { "zync", XP_URL, "rezync.com", NULL },
};

const size_t xp_patterns_count = sizeof xp_patterns / sizeof *xp_patterns;
