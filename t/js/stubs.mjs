// Runs the catalogue's stubs: node stubs.mjs < lines of "vendor<TAB>stub". Prints TAP.
//
// Each stub runs alone, twice, with everything it defines already there, in a browser without Proxy, and all of them together.
// The global object has timers and no document: a stub that touches the page throws. CALLS holds what sites call by the vendors'
// documentation; FEW, where a stub leans on Proxy for most of it, what must work without.
import vm from 'node:vm';
import fs from 'node:fs';

const CALLS = {
  'adobe-analytics': `s.pageName='x';s.prop1='y';s.events=s.apl(s.events,'event1',',',2);var s_code=s.t();if(s_code)throw 1;
    s.tl(this,'o','link');s.Media.open('a',1,'b');s.Media.play('a',0);s.contextData['k']=1;s.Util.getQueryParam('q');s.clearVars();
    var t=s_gi('suite');t.t();if(s.getQueryParam('cid')!=='')throw 2;Visitor.getInstance('org').getMarketingCloudVisitorID()`,
  'adobe-launch': `_satellite.pageBottom();_satellite.track('x');_satellite.setVar('a',1);if(_satellite.getVar('a')!==1)throw 1;
    _satellite.cookie.get('x');_satellite.notify('x');_satellite.getVisitorId()`,
  'adobe-web-sdk': `alloy('sendEvent',{}).then(function(){}).catch(function(){})`,
  'amplitude': `amplitude.getInstance().init('k');amplitude.getInstance().logEvent('x');amplitude.track('x');
    var i=new amplitude.Identify().set('a',1).add('b',2);amplitude.getInstance().identify(i);amplitude.init('k').promise.then(function(){});
    if(amplitude.then||amplitude.getUserId())throw 1`,
  'at-internet': `var tag=new ATInternet.Tracker.Tag();tag.page.set({name:'x'});tag.dispatch();tag.click.send({});xt_click(this,'C',1,'x','A');
    xt_med('C','1','x','N');pa.sendEvent('page.display',{})`,
  'baidu-tongji': `_hmt.push(['_trackPageview','/x'])`,
  'bing-uet': `uetq.push('event','x',{});new UET({ti:'1',q:[]}).push('pageLoad')`,
  'chartbeat': `_sf_async_config.uid=1;_cbq.push(['_acct','anon']);pSUPERFLY.virtualPage('/x','y')`,
  'clarity': `clarity('set','a','b')`,
  'clicky': `clicky.log('#x','y');clicky.goal('1');clicky_site_ids.push(1)`,
  'clicktale': `ClickTaleEvent('x');ClickTaleTag('y');ClickTale(1,1)`,
  'comscore': `COMSCORE.beacon({c1:2,c2:'1'});_comscore.push({});udm_('http'+'s://b.example/');COMSCORE.purge()`,
  'coremetrics': `cmSetClientID('1',true,'d','e');cmCreatePageviewTag('x','y');cmCreateElementTag('a','b');cmDisplayShop5s();cmSetProduction()`,
  'crazy-egg': `CE2.set(1,'x')`,
  'datadog-rum': `DD_RUM.init({});DD_RUM.addAction('x');DD_LOGS.logger.info('x');DD_LOGS.getLogger('a').error('b')`,
  'eloqua': `_elqQ.push(['elqSetSiteId','1']);if(GetElqCustomerGUID()!=='')throw 1`,
  'ensighten': `Bootstrapper.bindDOMLoaded(function(){});Bootstrapper.ensEvent.trigger('x')`,
  'etracker': `et_eC_Wrapper('k','x');_etracker.sendEvent({});etCommerce.sendEvent('order',{})`,
  'fathom': `fathom.trackGoal('X',0);fathom('trackPageview')`,
  'fullstory': `FS.identify('1',{});FS.event('x',{});FS('trackEvent',{})`,
  'gemius': `gemius_hit('x');pp_gemius_event('y');var p=new GemiusPlayer('a','b',{});p.newProgram('x',{});gemiusStream.event('a','b')`,
  'google-ads-conversion': `google_trackConversion({google_conversion_id:1});goog_report_conversion('x')`,
  'google-analytics': `var t=_gat._getTracker('UA-1');t._initData();t._setDomainName('x');t._setAllowHash(false);t._setCustomVar(1,'a','b',3);
    t._trackPageview();t._trackEvent('a','b');t._addTrans('1');t._addItem('1');t._trackTrans();t._setAllowLinker(true);
    if(t._getLinkerUrl('u')!=='u')throw 1;t._setSiteSpeedSampleRate(5);if((''+t)==='x')throw 3;pageTracker._trackPageview();pageTracker._link('x');_gat._createTracker('UA-1','n')._setVar('x');
    var ran=0;_gaq.push(['_setAccount','UA-1'],function(){ran=1});if(!ran)throw 2;_gaq.push(['_set','hitCallback',done]);
    var done2=0;ga('create','UA-1','auto');ga('send','event','a','b',{hitCallback:done});ga.getByName('t0').send('pageview');ga.getAll().length;
    gtag('js',new Date());gtag('event','x',{event_callback:done});dataLayer.push({a:1});urchinTracker();urchinTracker('/x');
    __gaTracker('send','pageview');__gtagTracker('config','G-1')`,
  'google-analytics gtag': `gtag('js',new Date());gtag('config','G-1');gtag('event','x',{event_callback:done});dataLayer.push({a:1});
    __gtagTracker('event','y',{event_callback:done});gtag('consent','default',{});gtag('set',{a:1})`,
  'google-tag-manager': `dataLayer.push({event:'x',eventCallback:done});if(dataLayer[0].event!=='x'||dataLayer.length!==1)throw 1`,
  'goatcounter': `goatcounter.count({path:'x'})`,
  'heap': `heap.track('x');heap.identify('y');heap.addUserProperties({});heap.push(['x'])`,
  'histats': `_Hasync.push(['Histats.start','1']);Histats.start(1,'1,2');Histats.track_hits();chfh('x')`,
  'hitbox': `_hbPageView('a','b');_hbSet('c','d');_hbSend();_hbLink('x');_hbEvent('pv').pn='x'`,
  'hotjar': `hj('event','x')`,
  'hubspot': `_hsq.push(['trackPageView'])`,
  'internet-archive': `archive_analytics.send_pageview({});archive_analytics.values.x=1`,
  'ioam': `iom.c({st:'x'},1);iom.h({},1);IOMm('configure',{});IOMm('pageview',{})`,
  'kissmetrics': `_kmq.push(['record','x']);_kms('x')`,
  'linkedin-insight': `lintrk('track',{conversion_id:1});_linkedin_data_partner_ids.push('1')`,
  'logrocket': `LogRocket.init('x');LogRocket.identify('y')`,
  'marketo': `Munchkin.init('1-1');Munchkin.munchkinFunction('visitWebPage',{});mktoMunchkin('x')`,
  'matomo': `_paq.push(['trackPageView']);_mtm.push({});var t=Piwik.getTracker('u',1);t.setDocumentTitle('x');t.setCustomVariable(1,'a','b','visit');
    t.trackPageView();t.enableLinkTracking();t.addEcommerceItem('x');Matomo.getAsyncTracker().trackGoal(1);piwikTracker.trackPageView();
    if(t.getVisitorId()!==''||(''+Piwik)==='x')throw 1`,
  'meta-pixel': `fbq('init','1');fbq('track','PageView');_fbq.push(['track','x',{}]);fbq.push(['track','y'])`,
  'mixpanel': `mixpanel.init('x');mixpanel.track('a',{});mixpanel.people.set({});mixpanel.people.increment('x');mixpanel.register({});mixpanel.get_group('a','b').set({})`,
  'mouseflow': `_mfq.push(['tag','x']);mouseflow.newPageView('/x')`,
  'mpulse': `BOOMR.init({}).addVar('a','b').subscribe('before_beacon',function(){});BOOMR.plugins.X={};BOOMR_mq.push(['addVar','a'])`,
  'naver': `wcs_add['wa']='x';wcs.inflow('y');wcs_do();wcs.cnv('1','2')`,
  'new-relic': `newrelic.setCustomAttribute('a','b');newrelic.addPageAction('x');newrelic.interaction().setName('x').save();newrelic.noticeError(new Error('x'));
    if(newrelic.interaction().createTracer('x',done)!==done)throw 1;NREUMQ.push(['mark'])`,
  'nielsen': `var trac=nol_t({cid:'x'});trac.record().post();nol_t({}).record().post();NOLCMB.getInstance('x').ggPM(1);NOLBUNDLE.nlsQ('a','b').ggPM('x')`,
  'optimizely': `optimizely.push(['trackEvent','x'])`,
  'pardot': `piTracker('x');piGetParameter('a','b')`,
  'parsely': `PARSELY.beacon.trackPageView({url:'x'});PARSELY.conversions.trackPurchase('x')`,
  'pinterest-tag': `pintrk('load','1');pintrk('page')`,
  'plausible': `plausible('x',{callback:done});plausible.init({})`,
  'posthog': `posthog.init('x',{});posthog.capture('y');posthog.people.set({});if(posthog.isFeatureEnabled('z')||posthog.getFeatureFlag('z'))throw 1`,
  'quantcast': `_qevents.push({qacct:'x'});quantserve()`,
  'rudderstack': `rudderanalytics.load('a','b');rudderanalytics.page();rudderanalytics.ready(function(){})`,
  'segment': `analytics.load('x');analytics.page();analytics.track('a',{},{},done);analytics.identify('b');analytics.trackLink({},'x');analytics.push(['track'])`,
  'sensors-data': `sensors.init({});sensors.quick('autoTrack');sensors.track('x')`,
  'shopify-analytics': `ShopifyAnalytics.lib.track('x');ShopifyAnalytics.meta.page.pageType;ShopifyAnalytics.lib.user().traits().uniqToken`,
  'signal': `bt_data('a','b');bt_cookie('x')`,
  'simple-analytics': `sa_event('x',done)`,
  'sitestat': `sitestat('http'+'://x')`,
  'snap-pixel': `snaptr('init','x')`,
  'snowplow': `snowplow('newTracker','a','b',{});_snaq.push(['trackPageView'])`,
  'speedcurve': `LUX.label='x';LUX.addData('a','b');LUX.send()`,
  'statcounter': `_statcounter.record_pageview()`,
  'tag-commander': `tc_vars['a']='b';tC.container.reload();tC.event.x`,
  'tealeaf': `TLT.init({});TLT.logCustomEvent('x',{})`,
  'tealium': `utag.link({a:1},done);utag.view({});utag_data.x=1;utag.DB('x');utag.loader.EV('a','b')`,
  'tiktok-pixel': `ttq.load('x');ttq.page();ttq.track('y')`,
  'tynt': `Tynt.push('x')`,
  'umami': `umami.track('x');umami('y')`,
  'vercel-analytics': `va('event',{})`,
  'visual-revenue': `_vrq.push(['id',1])`,
  'vwo': `VWO.push(['x']);_vis_opt_queue.push(function(){})`,
  'web-vitals': `webVitals.onCLS(function(){})`,
  'webtrekk': `var w=new webtrekkV3({});w.contentId='x';w.sendinfo();wt_sendinfo('a','b');wtSmart.push(function(){});wt.sendinfo()`,
  'webtrends': `var _tag=new WebTrends();_tag.dcsGetId();_tag.dcsCustom=function(){};_tag.dcsCollect();dcsMultiTrack('DCS.dcsuri','/x');DCS.dcsuri='x';
    WT.ti='y';DCSext.a='b';dcsVar();dcsMeta();dcsFunc('x');dcsTag();new Webtrends.dcs().init({}).track();Webtrends.multiTrack({})`,
  'whosamungus': `_wau.push(['classic','x','y']);WAU_classic('x','y')`,
  'woopra': `woopraTracker.setDomain('x');woopraTracker.track();woopra.config({}).track();woopra.identify({}).push()`,
  'wordpress-stats': `_stq.push(['view',{}]);st_go({blog:'1'});linktracker_init('1',2,3);_tkq.push(['x'])`,
  'x-pixel': `twq('init','x');twttr.conversion.trackPid('l5')`,
  'yahoo-analytics': `var t=YWA.getTracker('1');t.setDocumentName('x');t.submit();YWATracker.submit()`,
  'yahoo-hosting': `geovisit()`,
  'yandex-metrica': `ym(1,'init',{});ym(1,'reachGoal','x',{},done);var c=new Ya.Metrika({id:1});c.reachGoal('x');c.hit('/y',{callback:1});new Ya.Metrika2({id:1}).params({})`,
};
const FEW = {
  'google-analytics': `var t=_gat._getTracker('UA-1');t._initData();t._setDomainName('x');
    t._trackPageview();pageTracker._trackEvent('a','b');_gaq.push(['_trackPageview'],function(){_gat._getTracker('UA-1')});
    ga('create','UA-1','auto');ga('send','pageview',{hitCallback:done});gtag('event','x',{event_callback:done});
    _gaq.push(['_set','hitCallback',done]);urchinTracker()`,
  'posthog': `posthog.init('x',{});posthog.capture('y');posthog.people.set({});posthog.identify('z')`,
};
const BACK = { 'google-analytics': 3, 'google-analytics gtag': 2, 'google-tag-manager': 1, plausible: 1, segment: 1, 'simple-analytics': 1, tealium: 1, 'yandex-metrica': 1 };

let tests = 0, failed = 0;
const ok = (good, name, why) => { console.log(`${good ? '' : 'not '}ok ${++tests} - ${name}`); if (!good) { failed++; console.error(`# ${name}: ${why || ''}`); } };
const attempt = f => { try { f(); return ''; } catch (e) { return String(e && e.stack || e).split('\n')[0]; } };

function world(before = {}) {
  const timers = [], box = Object.assign({ setTimeout: f => timers.push(f), returned: 0 }, before);
  box.window = box; box.done = () => { box.returned++; };
  return { box: vm.createContext(box), timers, run: code => vm.runInContext(code, box, { timeout: 60000 }) };
}
const OWN = new Set(Object.keys(world().box));
const globals = stub => { const w = world(); w.run(stub); return Object.keys(w.box).filter(k => !OWN.has(k)); };

// Words that ECMAScript 3 does not know, and reserved words that it does not take as names of properties.
const text = s => s.replace(/"[^"]*"/g, '""');
const MODERN = /=>|`|\b(let|const|class|async|await|yield)\b|[,{]\s*[}\]]|,\s*\)|\.\.\.|\?\.|\?\?|\.(delete|catch|finally|default|new|in|for|class|export|import|char|int|long|short|boolean|double|float|byte|native|static|public|private|package|goto|final|super|this|true|false|null|enum|do|if|else|try|throw|switch|case|continue|break|return|var|void|with|while|function|typeof|instanceof)\b|[{,](delete|catch|finally|default|new|in|for|class|goto|final|int|char|export|import|static)\s*:/;
const es3 = s => { const m = text(s).replace(/\{\}/g, 'EMPTY').replace(/\[\]/g, 'EMPTY').match(MODERN); return m ? m[0] : ''; };

const stubs = fs.readFileSync(0, 'utf8').split('\n').filter(Boolean).map(l => l.split('\t'));
const known = new Map(stubs);
for (const [vendor, stub] of stubs) {
  const names = globals(stub), w = world();
  let why = attempt(() => { w.run(stub); w.run(stub); });
  ok(!why && names.length > 0, `${vendor}: runs, also twice, and defines ${names.length} globals`, why);
  ok(!es3(stub), `${vendor}: ECMAScript 3`, es3(stub));
  const kept = names.filter(k => { const mine = Object.assign(() => {}, { mine: k }), v = world({ [k]: mine }); return attempt(() => v.run(stub)) || v.box[k] !== mine; });
  ok(!kept.length, `${vendor}: what is there stays`, kept.join(' '));
  for (const [how, calls, without] of [['', CALLS[vendor]], [', without Proxy', FEW[vendor] || CALLS[vendor], { Proxy: undefined }]]) {
    if (!calls) continue;
    const v = world(without); v.run(stub);
    why = attempt(() => { v.run(`(function(){${calls}}).call(window)`); v.timers.forEach(f => f()); });
    ok(!why, `${vendor}: the documented calls${how}`, why);
    if (BACK[vendor]) ok(v.box.returned === BACK[vendor], `${vendor}: the page is called back${how}`, `${v.box.returned} of ${BACK[vendor]}`);
  }
}
const lost = Object.keys(CALLS).filter(v => !known.has(v));
ok(!lost.length, 'no calls for a stub that is not there', lost.join(' '));
const all = world(), why = attempt(() => { for (const [v, s] of stubs) try { all.run(s); } catch (e) { throw new Error(v + ': ' + e.message); } });
ok(!why, `all ${stubs.length} together`, why);
const hidden = world({ dataLayer: Object.assign([], { hide: { end() { hidden.box.returned++; } } }) });
hidden.run(known.get('google-tag-manager'));
ok(hidden.box.returned === 1, 'a page that waits for the tag manager is shown');
console.log(`1..${tests}`);
process.exit(failed ? 1 : 0);
