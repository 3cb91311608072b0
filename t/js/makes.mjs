// What vendors' files make, held against their stubs: node makes.mjs STUBS MAKES [MODULES], files with lines of "vendor<TAB>stub" and
// "vendor<TAB>names", and a folder with npm's packages, some of which are such files. Prints TAP. A stub defines what pages call, whoever makes it: each function of it, and each object that holds one, is either in a
// makes row or in NOT, which says why it is in none.
import vm from 'node:vm';
import fs from 'node:fs';

// In a row, but in no stub.
const MORE = {
  estat: 'eStatWhap', // its first generation
  'google-analytics': '__utmSetTrans __utmSetVar _ga', // called in handlers, and by buttons of others
  mixpanel: 'MixpanelLib', // its first generation, without a snippet
  'open-web-analytics': 'OWA', // older pages make their tracker with it, today's use a queue
  'request-metrics': 'RM', // there is no stub
  'sensors-data': 'sensorsDataAnalytic201505', // the library under its own name
  'site-analytics': '_gat', // Google's, from the site's own folder
};

const NOT = {
  // The published snippet defines it, or the inline script that the vendor has every page carry: no file is needed to call it.
  snippet: `active-campaign:vgo ad-ebis:ebis adalyser:adalyserTracker adobe-web-sdk:alloy algolia-insights:aa amazon-ad-tag:amzn
    application-insights:appInsights applovin-axon:axon appsflyer:AF beusable:__beusablerumclient__ bombora:_bmb branch:branch braze:appboy,braze
    brevo:Brevo,sendinblue calltouch:ct clarity:clarity clearbit:clearbit clevertap:clevertap cloudwatch-rum:cwr common-room:signals
    comscore:udm_ coveo:coveoua cronitor-rum:cronitor customer-io:_cio,cioanalytics decibel:decibelInsight dreamdata:dreamdata dynamic-yield:DY
    dynatrace:gomez econda:emos3 eulerian:EA_push,EA_collector exponea:exponea factors-ai:faitracker freshpaint:freshpaint fullstory:FS
    gainsight-px:aptrinsic go-squared:_gs google-ads-conversion:goog_report_conversion,_googWcmGet
    google-analytics:ga,gtag,__gtagTracker,__gaTracker growing-io:gio,gdp heap:heap hitbox:_hbEvent,_hbM hotjar:hj impact:ire,impactStat instana:ineum
    jitsu:jitsu karte:krt kissmetrics:_kms,KM koala:ko kochava:kochava kwai-pixel:kwaiq leadfeeder:ldfdr leadinfo:leadinfo line-tag:_lt
    livesession:__ls lytics:jstag mautic:mt meta-pixel:fbq,_fbq mixpanel:mixpanel mparticle:mParticle new-relic:NREUM nextdoor-pixel:ndp
    nielsen:NOLBUNDLE oewa:oewa_p openpanel:op openreplay:OpenReplay outbrain-pixel:obApi panelbear:panelbear,cronitor partnerstack:growsumo pendo:pendo
    permutive:permutive pinterest-tag:pintrk podscribe:podscribe podsights:pdst profitwell:profitwell quora-pixel:qp rb2b:reb2b
    reddit-pixel:rdt retention:geq rewardful:rewardful rockerbox:RB rudderstack:rudderanalytics salesloft:slscout sematext-rum:strum sensors-data:sensors
    sessionstack:sessionstack shopify-analytics:ShopifyAnalytics,trekkie site24x7:s247r sitestat:sitestat,ns_onclick smartlook:smartlook
    smartnews-pixel:SmartnewsAds speedcurve:LUX snap-pixel:snaptr snitcher:snid snowplow:snowplow spotify-pixel:spdt stackadapt:saq,_saq tapfiliate:tap tatari:tatari
    tiktok-pixel:ttq treasure-data:Treasure triple-whale:TriplePixel unify:unify,unifyBrowser upscore:upScore usermaven:usermaven uxcam-web:uxc
    vector-pixel:vector vemetric:vmtrc vercel-analytics:va,si vibe:vbpx volcengine:collectEvent webtrekk:wtSmart woopra:woopra x-pixel:twq
    yahoo-japan-ads:ytag yandex-metrica:ym zemanta:zemApi zeotap:zeotap`,
  // An array that pages make as well: what is pushed waits there.
  queue: `bluecore:_bluecoreTrack,triggermail comagic:__cs contentsquare:_uxa crazy-egg:CE_API debugbear:dbbRum elevar:ElevarDataLayer emarsys:ScarabQueue
    etracker:_etrackerOnReady google-analytics:dataLayer google-tag-manager:dataLayer heap:heapReadyCb hubspot:_hsq,_hsp infinity-tracking:_ictt
    insider:InsiderQueue iterable:_iaq jentis:_jts jitsu:jitsuQ kameleoon:kameleoonQueue kissmetrics:_kmq klaviyo:_learnq,_klOnsite lucky-orange:LOQ,_loq
    matomo:_paq mouseflow:_mfq mpulse:BOOMR_mq optimizely:optimizely rambler-top100:_top100q sharpspring:_ss snowplow:_snaq vero:_veroq
    vwo:_vis_opt_queue yandex-metrica:yandex_metrika_callbacks,yandex_metrika_callbacks2`,
  // The page makes it: of settings that the file adds to, a tracker that it asked the library for, a function that the library calls.
  page: `adobe-analytics:s_doPlugins awin:AWIN goatcounter:goatcounter google-analytics:pageTracker koko-analytics:koko_analytics marfeel:marfeel matomo:piwikTracker
    mixpanel:mpmetrics nielsen:trac,nSdkInstance parsely:PARSELY webtrekk:webtrekk,wt webtrends:_tag,dcsCustom woocommerce-attribution:wc_order_attribution
    yahoo-analytics:YWATracker`,
  // Called only by who knows that the file has run: in its onload, or in a function that it is given.
  later: `apollo-io:trackingFunctions bing-uet:UET metricool:beTracker rambler-top100:top100 wide-angle:waa`,
  // Pages read from it what they show, or put into forms: an answer that is none would stay there.
  read: `adobe-analytics:Visitor blueconic:blueConicClient demandbase:Demandbase eloqua:GetElqCustomerGUID google-optimize:google_optimize
    kameleoon:Kameleoon pardot:piGetParameter,piSetCookie,piGetCookie rewardful:Rewardful roistat:roistat
    signal:bt_data,bt_parameter,bt_meta,bt_cookie,BrightTag woocommerce-attribution:sbjs zaraz:zaraz`,
  // Pages look whether it is there, to call it or to leave that to the file, which does it as it runs: there would be two calls.
  asked: `dotmetrics:DotMetricsObj pirsch:pirschInit`,
  // Others' libraries and the sites themselves have that name.
  shared: `highlight-io:H qubit:uv segment:analytics x-pixel:twttr`,
  // Another file of the vendor's makes it, which rows do not tell from the one that is named.
  other: `adobe-target:mboxTrack amplitude:sessionReplay,engagement`,
  // Called by the vendor's own code alone.
  inner: `bizible:BizTrackingA estat:_PJS quantcast:_qtrack webtrends:dcsGetId,dcsCollect,dcsFPC,dcsDebug,dcsETag,dcsCut,dcsPlugin,dcsQP`,
};

let tests = 0;
const none = (bad, name) => { console.log(`${bad.length ? 'not ' : ''}ok ${++tests} - ${name}`); if (bad.length) console.error(`# ${name}: ${bad.join(', ')}`); };
const lines = file => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(l => l.split('\t'));
const add = (map, vendor, names) => { for (const n of names) map.set(vendor, (map.get(vendor) || new Set()).add(n)); };
const has = (map, vendor, name) => map.has(vendor) && map.get(vendor).has(name);
const pairs = map => [...map].flatMap(([vendor, names]) => [...names].map(n => [vendor, n]));

// Whether it is a function, or an object of such, or of objects with such. A Proxy is one by its target.
const calls = (x, deep) => typeof x === 'function' || (!!x && typeof x === 'object' && deep > 0 && Object.keys(x).some(k => calls(x[k], deep - 1)));

const defined = new Map(), called = new Map(), makes = new Map(), not = new Map();
for (const [key, stub] of lines(process.argv[2])) {
  const box = { setTimeout() {}, addEventListener() {} }, own = new Set([...Object.keys(box), 'window']);
  box.window = box;
  vm.runInContext(stub, vm.createContext(box));
  const vendor = key.split(' ')[0], names = Object.keys(box).filter(k => !own.has(k));
  add(defined, vendor, names);
  add(called, vendor, names.filter(k => calls(box[k], 3)));
}
const twice = [];
for (const [vendor, names] of lines(process.argv[3])) {
  twice.push(...names.split(' ').filter(n => has(makes, vendor, n)).map(n => `${vendor} ${n}`));
  add(makes, vendor, names.split(' '));
}
for (const list of Object.values(NOT))
  for (const entry of list.trim().split(/\s+/)) add(not, entry.split(':')[0], entry.split(':')[1].split(','));
const more = (vendor, name) => (MORE[vendor] || '').split(' ').includes(name);
const left = (map, good) => pairs(map).filter(([v, n]) => !good(v, n)).map(p => p.join(' '));

none(makes.size > 100 && defined.size > 250 ? [] : [`${makes.size} of ${defined.size}`], `${pairs(makes).length} names that ${makes.size} vendors' files make`);
none(twice, 'none is said twice of one vendor');
none(left(makes, (v, n) => has(called, v, n) || more(v, n)), 'each is a function of the stub, or an object of such');
none(left(called, (v, n) => has(makes, v, n) || has(not, v, n)), 'each such name of a stub is made by the file, or there is a reason');
none(left(not, (v, n) => has(called, v, n) && !has(makes, v, n)), 'no reason is given for what is not so');
none(Object.entries(MORE).flatMap(([v, l]) => l.split(' ').filter(n => !has(makes, v, n) || has(defined, v, n)).map(n => `${v} ${n}`)), 'and no name is let pass that needs no leave');

// The real ones, by themselves in a page of which everything is there and nothing answers: they make these names, or none that is called.
const REAL = {
  amplitude: ['@amplitude/analytics-browser/lib/scripts/amplitude-min.js', 'amplitude'],
  countly: ['countly-sdk-web/lib/countly.min.js', 'Countly'],
  mixpanel: ['mixpanel-browser/dist/mixpanel.min.js', ''],
  posthog: ['posthog-js/dist/array.js', 'posthog'],
  segment: ['@segment/analytics-next/dist/umd/standalone.js', ''],
  swetrix: ['swetrix/dist/swetrix.js', 'swetrix'],
  'web-vitals': ['web-vitals/dist/web-vitals.iife.js', 'webVitals'],
};
function page() {
  const all = new Proxy(function () {}, { get: (t, k) => k === Symbol.toPrimitive ? () => '' : k === Symbol.iterator ? function* () {} : k === 'then' ? undefined : k === 'length' ? 0 : all,
    set: () => true, has: () => true, apply: () => all, construct: () => all });
  const box = { console: { log() {}, warn() {}, error() {} }, location: new URL('https://page.example/'), navigator: { userAgent: '' }, URL, URLSearchParams, TextEncoder, fetch: () => new Promise(() => {}) };
  for (const name of 'document localStorage sessionStorage history screen XMLHttpRequest MutationObserver PerformanceObserver'.split(' ')) box[name] = all;
  for (const name of 'setTimeout clearTimeout setInterval addEventListener removeEventListener dispatchEvent requestAnimationFrame Element HTMLElement Node Event CustomEvent'.split(' ')) box[name] = function () {};
  box.performance = { now: () => 1, timeOrigin: 1, timing: {}, getEntriesByType: () => [] };
  box.window = box.self = box.top = box.parent = box;
  return box;
}
for (const [vendor, [file, want]] of process.argv[4] ? Object.entries(REAL) : []) {
  const box = page();
  vm.runInContext(fs.readFileSync(`${process.argv[4]}/${file}`, 'utf8'), vm.createContext(box));
  const known = new Set([...(makes.get(vendor) || []), ...(want ? [] : called.get(vendor))]);
  const found = [...known].filter(n => box[n] !== undefined).join(' ');
  none(found === want ? [] : [`${found || 'none'}, not ${want || 'none'}`], `${vendor}: its file makes ${want || 'nothing that pages call'}`);
}
console.log(`1..${tests}`);
