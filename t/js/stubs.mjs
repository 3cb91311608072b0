// Runs the catalogue's stubs: node stubs.mjs < lines of "vendor<TAB>stub". Prints TAP.
//
// Each stub runs alone, twice, with everything it defines already there, in a browser without Proxy, and all of them together.
// The global object has timers and no document: a stub that touches the page throws. CALLS holds what sites call by the vendors'
// documentation; FEW, where a stub leans on Proxy for most of it, what must work without; BACK, how often these call the page back, which
// is to be later than the call. stub_cases.mjs holds what waited before the stub came, what pages define for the library, promises, and the
// vendors' snippets, which stand behind their stub where a script stays.
import vm from 'node:vm';
import fs from 'node:fs';
import { LOOKED_FOR, PROMISES, QUEUES, SNIPPETS, WAITING } from './stub_cases.mjs';

const CALLS = {
  '6sense': `_6si.push(['setToken','x'])`,
  'a8-net': `a8sales({pid:'x'})`,
  'ackee': `ackeeTracker.create('u').record('id',{}).stop();ackeeTracker.create('u').action('x',{},done)`,
  'acoustic': `ewt.track({name:'x',type:'y',link:{}});ewt.trackLink({})`,
  'active-campaign': `vgo('setAccount','1');vgo('process')`,
  'ad-ebis': `ebis('init',{argument:'x'})`,
  'adalyser': `adalyserTracker('create',{});adalyserTracker('trackSession','x',{})`,
  'adcell': `Adcell.Tracking.track()`,
  'adjust': `Adjust.initSdk({appToken:'x'});Adjust.trackEvent({}).then(function(){});Adjust.getWebUUID()`,
  'adobe-analytics': `s.pageName='x';s.prop1='y';s.events=s.apl(s.events,'event1',',',2);var s_code=s.t();if(s_code)throw 1;
    s.tl(this,'o','link');s.tl(this,'o','link',null,done);s.Media.open('a',1,'b');s.Media.play('a',0);s.contextData['k']=1;s.Util.getQueryParam('q');s.clearVars();
    var t=s_gi('suite');t.t();if(s.getQueryParam('cid')!=='')throw 2;Visitor.getInstance('org').getMarketingCloudVisitorID(done);
    new AppMeasurement('suite').t();s_account.split(',')`,
  'adobe-launch': `_satellite.pageBottom();_satellite.track('x');_satellite.setVar('a',1);if(_satellite.getVar('a')!==1)throw 1;
    _satellite.cookie.get('x');_satellite.notify('x');_satellite.getVisitorId();_satellite.logger.info('x');_satellite.environment.stage`,
  'adobe-web-sdk': `alloy('sendEvent',{}).then(function(){}).catch(function(){})`,
  'ahrefs-analytics': `AhrefsAnalytics.sendEvent('x',{})`,
  'algolia-insights': `aa('init',{});aa('getUserToken',null,function(e,v){if(e||v!=='')throw 1;done()});aa('clickedObjectIDs',{})`,
  'amazon-ad-tag': `amzn('addTag','x');amzn('trackEvent','PageView')`,
  'amplitude': `amplitude.getInstance().init('k');amplitude.getInstance().logEvent('x');amplitude.track('x');
    var i=new amplitude.Identify().set('a',1).add('b',2);amplitude.getInstance().identify(i);amplitude.init('k').promise.then(function(){});
    if(amplitude.then||amplitude.getUserId())throw 1;
    amplitude.getInstance().logEvent('x',{},done);amplitude.init('k','u',{},done);amplitude.add(sessionReplay.plugin({sampleRate:1}));sessionReplay.getSessionReplayProperties().x`,
  'apollo-io': `trackingFunctions.onLoad({appId:'x'})`,
  'application-insights': `appInsights.trackPageView({});appInsights.queue.push(function(){appInsights.context.addTelemetryInitializer(function(){throw 1});done()});appInsights.loadAppInsights().trackEvent({name:'x'});appInsights.flush(true,done)`,
  'applovin-axon': `axon('init');axon('track','page_view')`,
  'appsflyer': `AF('pba','event',{eventType:'EVENT'})`,
  'at-internet': `var tag=new ATInternet.Tracker.Tag();tag.page.set({name:'x'});tag.dispatch();tag.click.send({});xt_click(this,'C',1,'x','A');
    xt_med('C','1','x','N');pa.sendEvent('page.display',{});tag.click.send({name:'x',callback:done});pa.getVisitorId(done)`,
  'awin': `AWIN.Tracking.Sale={amount:'1'};AWIN.Tracking.run()`,
  'baidu-tongji': `_hmt.push(['_trackPageview','/x'])`,
  'beusable': `__beusablerumclient__.load('x')`,
  'bing-uet': `uetq.push('event','x',{});new UET({ti:'1',q:[]}).push('pageLoad')`,
  'bizible': `Bizible.Push('User',{eMail:'x'})`,
  'bloomreach': `br_data.ptype='x';BrTrk.getTracker().logEvent('a','b',{})`,
  'blueconic': `blueConicClient.createEvent('x')`,
  'bluecore': `triggermail.identify('x');_bluecoreTrack.push(['trackProductView',{}])`,
  'bombora': `_bmb('vi',function(d){d.x;done()})`,
  'branch': `branch.init('k',{},function(e,d){if(e)throw 1;d.data.length;done()});branch.link({},function(e,l){l.length;done()});branch.setIdentity('x');branch.addListener(function(){})`,
  'braze': `braze.initialize('k',{});braze.automaticallyShowInAppMessages();if(braze.isPushSupported()||braze.getFeatureFlag('x'))throw 1;braze.changeUser('x');braze.getUser().setEmail('y');braze.openSession();
    braze.getCachedContentCards().cards.length;braze.subscribeToContentCardsUpdates(function(){throw 2});appboy.display.automaticallyShowNewInAppMessages();braze.getDeviceId(done)`,
  'brevo': `Brevo.push(['init',{client_key:'x'}]);Brevo.push(function(){Brevo.track('x');done()});sendinblue.track('x');sendinblue.page()`,
  'callrail': `CallTrk.swap();CallTrkSwap()`,
  'calltouch': `ct('modid','goal','x')`,
  'chartbeat': `_sf_async_config.uid=1;_cbq.push(['_acct','anon']);pSUPERFLY.virtualPage('/x','y');_sf_startpt.toFixed()`,
  'cj': `cj.order={};cj.sitePage={}`,
  'clarity': `clarity('set','a','b')`,
  'clearbit': `clearbit.identify('x');clearbit.page()`,
  'clevertap': `clevertap.account.push({id:'x'});clevertap.event.push('x',{});clevertap.onUserLogin.push({});clevertap.privacy.push({optOut:false});if(clevertap.getCleverTapID()!=='')throw 1`,
  'clicky': `clicky.log('#x','y');clicky.goal('1');clicky_site_ids.push(1)`,
  'clicktale': `ClickTaleEvent('x');ClickTaleTag('y');ClickTale(1,1)`,
  'cloudwatch-rum': `cwr('recordPageView','/x');cwr('setUserId','y')`,
  'comagic': `__cs.push(['setCsAccount','x'])`,
  'common-room': `signals.page();signals.identify({})`,
  'comscore': `COMSCORE.beacon({c1:2,c2:'1'});_comscore.push({});udm_('http'+'s://b.example/');COMSCORE.purge()`,
  'coremetrics': `cmSetClientID('1',true,'d','e');cmCreatePageviewTag('x','y');cmCreateElementTag('a','b');cmDisplayShop5s();cmSetProduction()`,
  'coveo': `coveoua('init','x');coveoua('send','view');coveoua('onLoad',done)`,
  'crazy-egg': `CE2.set(1,'x')`,
  'cronitor-rum': `cronitor('config',{clientKey:'x'});cronitor('track','x')`,
  'customer-io': `_cio.identify({id:'x'});_cio.track('y');_cio.page('z');_cio.on('in-app:loaded',function(){});cioanalytics.identify('x');cioanalytics.ready(done)`,
  'cxense': `cX.callQueue.push(['invoke',function(){cX.getUserId().length;cX.sendPageViewEvent();done()}],['setSiteId','1'])`,
  'databuddy': `databuddy.track('x',{});databuddy.setGlobalProperties({});databuddy.flush()`,
  'datadog-rum': `DD_RUM.onReady(done);DD_RUM.init({});DD_RUM.addAction('x');DD_LOGS.logger.info('x');DD_LOGS.getLogger('a').error('b')`,
  'datafast': `datafast('x',{})`,
  'debugbear': `dbbRum.push(['tag1','x'])`,
  'decibel': `decibelInsight('ready',done)`,
  'demandbase': `Demandbase.Config.x=1;Demandbase.utils.x=2`,
  'dreamdata': `dreamdata.load('x');dreamdata.page();dreamdata.ready(done)`,
  'econda': `emospro.x='y';emos3.send(emospro)`,
  'elastic-rum': `var apm=elasticApm.init({serviceName:'x'});apm.setInitialPageLoadName('y');var t=elasticApm.startTransaction('a','b',{}),s=t.startSpan('c');s.end();t.end();elasticApm.observe('transaction:start',function(){throw 1})`,
  'elevar': `ElevarDataLayer.push({})`,
  'eloqua': `_elqQ.push(['elqSetSiteId','1']);if(GetElqCustomerGUID()!=='')throw 1`,
  'emarsys': `ScarabQueue.push(['cart',[]],['go'])`,
  'ensighten': `Bootstrapper.bindDOMLoaded(done);Bootstrapper.on('x',function(){throw 1});Bootstrapper.ensEvent.trigger('x')`,
  'etracker': `et_eC_Wrapper('k','x');_etracker.sendEvent({});etCommerce.sendEvent('order',{})`,
  'everflow': `EF.click({offer_id:EF.urlParameter('oid')}).then(function(){});EF.conversion({}).then(function(){})`,
  'exponea': `exponea.start({token:'x'});exponea.track('y',{},done);exponea.identify({},{})`,
  'factors-ai': `faitracker.call('track','x');faitracker.identify('y')`,
  'fathom': `fathom.trackGoal('X',0);fathom('trackPageview')`,
  'freshpaint': `freshpaint.init('x');freshpaint.page();freshpaint.track('y').track('z');freshpaint.push(['ready',done]);freshpaint.ready(done);freshpaint.people.set({})`,
  'fullstory': `FS('observe',{type:'start',callback:done});FS.identify('1',{});FS.event('x',{});FS('trackEvent',{})`,
  'gainsight-px': `aptrinsic('identify',{id:'x'},{});aptrinsic('track','x',{})`,
  'gemius': `gemius_hit('x');pp_gemius_event('y');var p=new GemiusPlayer('a','b',{});p.newProgram('x',{});gemiusStream.event('a','b')`,
  'google-ads-conversion': `google_trackConversion({google_conversion_id:1,onload_callback:done});goog_report_conversion('x')`,
  'google-analytics': `var t=_gat._getTracker('UA-1');t._initData();t._setDomainName('x');t._setAllowHash(false);t._setCustomVar(1,'a','b',3);
    t._trackPageview();t._trackEvent('a','b');t._addTrans('1');t._addItem('1');t._trackTrans();t._setAllowLinker(true);
    if(t._getLinkerUrl('u')!=='u')throw 1;t._setSiteSpeedSampleRate(5);if((''+t)==='x')throw 3;pageTracker._trackPageview();pageTracker._link('x');_gat._createTracker('UA-1','n')._setVar('x');
    _gaq.push(['_setAccount','UA-1'],function(){done()});_gaq.push(['_set','hitCallback',done]);
    ga(function(t){if(t.get('clientId')!=='')throw 2;done()});gtag('get','G-1','client_id',done);window[GoogleAnalyticsObject]('send','x');gaJsHost.length;ga('create','UA-1','auto');ga('send','event','a','b',{hitCallback:done});ga.getByName('t0').send('pageview');ga.getAll().length;
    gtag('js',new Date());gtag('event','x',{event_callback:done});dataLayer.push({a:1});dataLayer.push({event:'x',eventCallback:done});urchinTracker();urchinTracker('/x');
    __gaTracker('send','pageview');__gtagTracker('config','G-1')`,
  'google-analytics gtag': `gtag('js',new Date());gtag('config','G-1');gtag('event','x',{event_callback:done});dataLayer.push({a:1});
    __gtagTracker('event','y',{event_callback:done});gtag('consent','default',{});gtag('set',{a:1});
    gtag('get','G-1','client_id',done)`,
  'google-tag-manager': `dataLayer.push({event:'x',eventCallback:done});if(dataLayer[0].event!=='x'||dataLayer.length!==1)throw 1;
    if(window.Proxy){google_tag_manager['GTM-1'].dataLayer.set('a',2);google_tag_manager['GTM-1'].dataLayer.get('a');if(google_tag_manager.x)throw 2}`,
  'goatcounter': `goatcounter.count({path:'x'})`,
  'grafana-faro': `var f=GrafanaFaroWebSdk.initializeFaro({url:'x',instrumentations:[new GrafanaFaroWebSdk.ErrorsInstrumentation()].concat(GrafanaFaroWebSdk.getWebInstrumentations())});f.api.pushEvent('x');f.api.setUser({});
    GrafanaFaroWebSdk.faro.api.pushLog(['x'],{level:GrafanaFaroWebSdk.LogLevel.WARN});new GrafanaFaroWebTracing.TracingInstrumentation()`,
  'growing-io': `gio('init','x');gdp('getVisitorId',done)`,
  'heap': `heap.track('x');heap.identify('y');heap.addUserProperties({});heap.push(['x']);heap.onReady(done)`,
  'highlight-io': `H.init('x',{});H.identify('y');H.getSessionDetails().then(function(d){d.url.length});H.consumeError(new Error('x'))`,
  'histats': `_Hasync.push(['Histats.start','1']);Histats.start(1,'1,2');Histats.track_hits();chfh('x')`,
  'hitbox': `_hbPageView('a','b');_hbSet('c','d');_hbSend();_hbLink('x');_hbEvent('pv').pn='x'`,
  'hockeystack': `HockeyStack.identify('x');HockeyStack.goal('y',{})`,
  'hotjar': `hj('event','x');if(hj.q.length)throw 1;hj.globals.get('userId').split('-');_hjSettings.hjid`,
  'hubspot': `_hsq.push(['trackPageView']);_hsp.push(['addPrivacyConsentListener',function(c){c.categories.x;done()}])`,
  'impact': `ire('identify',{});impactStat('transformLinks');impactStat('trackImpression');ire('generateClickId',function(i){i.length;done()})`,
  'improvely': `improvely.init('x',1);improvely.goal({type:'x'});improvely.label('x')`,
  'infinity-tracking': `_ictt.push(['_setIgrp','1'])`,
  'insider': `InsiderQueue.push({type:'init'})`,
  'internet-archive': `archive_analytics.send_pageview({});archive_analytics.values.x=1`,
  'invoca': `Invoca.PNAPI.run()`,
  'ioam': `iam_data.st='x';szmvars.length;iom.c({st:'x'},1);iom.h({},1);IOMm('configure',{});IOMm('pageview',{})`,
  'iterable': `_iaq.push(['account','x'])`,
  'jentis': `_jts.push({track:'pageview'})`,
  'jitsu': `jitsu('set',{});jitsu.track('x');jitsu.page();jitsuQ.push(['page']);jitsuQ.push(function(j){j.identify('x');done()})`,
  'kakao-pixel': `kakaoPixel('1').pageView();kakaoPixel('1').purchase({})`,
  'karte': `krt('send','view')`,
  'kenshoo': `kenshoo.trackConversion('1','x',{})`,
  'kissmetrics': `_kmq.push(['record','x']);_kms('x'+_kmk);_kmq.push(['record','x',{},done])`,
  'keen': `Keen.ready(done);new Keen({}).addEvent('x',{},done)`,
  'klaviyo': `_learnq.push(['identify',{$email:'x'}]);_learnq.push(['track','x',{},done]);klaviyo.identify({},done);klaviyo.push(['track','x']);klaviyo.track('y',{});_learnq.identify({})`,
  'koala': `window[globalKoalaKey].ready(done);window[globalKoalaKey].track('x')`,
  'kochava': `kochava.init('x');kochava.page();kochava.activity('x')`,
  'koko-analytics': `if(koko_analytics.method[0]!=='n'||!koko_analytics.url)throw 1;koko_analytics.trackPageview=function(){throw 2};koko_analytics.request({});if(Object.defineProperty)koko_analytics.trackPageview()`,
  'kwai-pixel': `kwaiq.load('x');kwaiq.page();kwaiq.instance('x').track('y');kwaiq.ready(done)`,
  'leadinfo': `leadinfo('leadinfoEvent','x')`,
  'line-tag': `_lt('init',{});_lt('send','pv',['x']);_ltq.length`,
  'linkedin-insight': `lintrk('track',{conversion_id:1},done);_linkedin_data_partner_ids.push(_linkedin_partner_id)`,
  'listrak': `_ltk_util.ready(function(){_ltk.SCA.CaptureEmail('x');_ltk.Activity.AddProductBrowse('s');_ltk.Activity.Submit();done()});_ltk.Order.SetCustomer('a','b','c');_ltk.Signup.New('x','y')`,
  'littledata': `LittledataLayer.x=1`,
  'logrocket': `LogRocket.init('x');LogRocket.identify('y');LogRocket.getSessionURL(function(u){u.length;done()});
    if(LogRocket.reduxMiddleware()({})(function(a){return a})(5)!==5)throw 1`,
  'livesession': `__ls('getVisitorURL',function(u){u.length;done()})`,
  'lytics': `jstag.init({src:'x'});jstag.pageView();jstag.send({});jstag.getid(done);jstag.call('entityReady',done)`,
  'marfeel': `marfeel.config.accountId=1;marfeel.cmd.push(['compass',function(c){c.trackNewPage({});c.setUserType(1);done()}])`,
  'marketo': `Munchkin.init('1-1');Munchkin.munchkinFunction('visitWebPage',{});mktoMunchkin('x')`,
  'matomo': `_paq.push(['trackPageView']);_mtm.push({});var t=Piwik.getTracker('u',1);t.setDocumentTitle('x');t.setCustomVariable(1,'a','b','visit');
    t.trackPageView();t.enableLinkTracking();t.addEcommerceItem('x');Matomo.getAsyncTracker().trackGoal(1);piwikTracker.trackPageView();
    if(t.getVisitorId()!==''||(''+Piwik)==='x')throw 1;pkBaseURL.length;
    _paq.push(['trackPageView','x',{},done],[function(){this.trackGoal(1);done()}],['setCustomRequestProcessing',function(){throw 2}])`,
  'meta-pixel': `fbq('init','1');fbq('track','PageView');_fbq.push(['track','x',{}]);fbq.push(['track','y'])`,
  'mautic': `window[MauticTrackingObject]('send','x');mt('send','pageview',{},{onload:done})`,
  'middleware-rum': `Middleware.track({serviceName:'x'})`,
  'mixpanel': `mixpanel.init('x',{loaded:done});mixpanel.track('a',{},done);mixpanel.push(function(){done()});if(mixpanel.flags.get_variant_sync('x',5)!==5)throw 1;mixpanel.people.set({});mixpanel.people.increment('x');mixpanel.register({});mixpanel.get_group('a','b').set({})`,
  'mouseflow': `_mfq.push(function(m){m.identify('x');done()});_mfq.push(['tag','x']);mouseflow.newPageView('/x')`,
  'mparticle': `mParticle.ready(done);mParticle.logEvent('x',mParticle.EventType.Other,{});mParticle.Identity.login({},done);mParticle.eCommerce.Cart.add({});if(mParticle.Identity.getCurrentUser())throw 1`,
  'mpulse': `BOOMR.init({}).addVar('a','b').subscribe('before_beacon',function(){});BOOMR.plugins.X={};BOOMR_mq.push(['addVar','a']);BOOMR_mq.push({arguments:['x'],callback:done});BOOMR.requestStart('x').loaded();BOOMR.setImmediate(done)`,
  'naver': `wcs_add['wa']='x';wcs.inflow('y');wcs_do();wcs.cnv('1','2')`,
  'new-relic': `newrelic.setCustomAttribute('a','b');newrelic.addPageAction('x');newrelic.interaction().setName('x').save();newrelic.noticeError(new Error('x'));
    if(newrelic.interaction().createTracer('x',done)!==done)throw 1;NREUMQ.push(['mark']);NREUM.noticeError('x');
    newrelic.interaction().getContext(function(c){c.x=1;done()}).setName('y')`,
  'nextdoor-pixel': `ndp('init','x',{});ndp('track','PAGE_VIEW')`,
  'nielsen': `var trac=nol_t({cid:'x'});trac.record().post();trac.getSchemeHost().length;window.trac.record();nSdkInstance.ggPM('x',{});pvar.cid;nol_t({}).record().post();NOLCMB.getInstance('x').ggPM(1);NOLBUNDLE.nlsQ('a','b').ggPM('x')`,
  'northbeam': `Northbeam.trackPageView();Northbeam.firePurchaseEvent({})`,
  'onedollarstats': `stonks.event('x');stonks.view()`,
  'openpanel': `op('init',{});op('track','x',{});op.track('x');op.fetchDeviceId().then(function(){})`,
  'openreplay': `OpenReplay.start({});OpenReplay.setUserID('x');OpenReplay.event('a','b');if(OpenReplay.isActive())throw 1`,
  'optimizely': `optimizely.push(['trackEvent','x']);optimizely.get('state');optimizely.push(done)`,
  'outbrain-pixel': `obApi('track','PAGE_VIEW')`,
  'pagesense': `pagesense.push(['trackEvent','x'])`,
  'pardot': `piTracker('x');piGetParameter('a','b')`,
  'parsely': `PARSELY.beacon.trackPageView({url:'x'});PARSELY.conversions.trackPurchase('x')`,
  'partnerstack': `growsumo._initialize('x');growsumo.data.email='y';growsumo.createSignup(done)`,
  'peasy': `peasy.track('x');peasy.page()`,
  'pendo': `pendo.initialize({visitor:{id:1},events:{ready:done}});pendo.isReady();pendo.track('x',{})`,
  'permutive': `permutive.addon('web',{});permutive.ready(done,'realtime');permutive.readyWithTimeout(done,'realtime',9);permutive.segments(function(s){s.length;done()});permutive.segment(1,done)`,
  'pinterest-tag': `pintrk('load','1');pintrk('page');pintrk('track','x',{},done)`,
  'pixel-manager': `pmw.consentAcceptAll();wpm.consentAdjustSelectively({});pmw.trackCustomFacebookEvent('x',{})`,
  'plausible': `plausible('x',{callback:done});plausible.init({})`,
  'podscribe': `podscribe('init',{});podscribe('view')`,
  'podsights': `pdst('conf',{});pdst('view')`,
  'post-affiliate-pro': `PostAffTracker.setAccountId('default1');PostAffTracker.track();var sale=PostAffTracker.createSale();sale.setTotalCost('1');sale.setOrderID('2');PostAffTracker.register()`,
  'posthog': `posthog.init('x',{});posthog.capture('y');posthog.people.set({});if(posthog.isFeatureEnabled('z')||posthog.getFeatureFlag('z'))throw 1;
    posthog.init('x',{loaded:done});posthog.onFeatureFlags(function(f){f.length;done()})();posthog.getEarlyAccessFeatures(done);posthog.onSessionId(done)`,
  'profitwell': `profitwell('start',{})`,
  'ptengine': `_pt_sp_2.push('setAccount,1')`,
  'publytics': `publytics('pageview');publytics('x',{callback:done})`,
  'quantcast': `_qevents.push({qacct:'x'});quantserve()`,
  'rb2b': `reb2b.load('x');reb2b.collect({})`,
  'refersion': `_refersion(function(){_rfsn._addCart('1');done()})`,
  'retention': `geq.page();geq.suppress('x');geq.load('y')`,
  'rewardful': `rewardful('ready',done);rewardful('convert',{email:'x'},done);Rewardful.referral.length`,
  'rockerbox': `RB.initialize('x');RB.track('view',{})`,
  'roistat': `roistat.event.send('x');roistatGoal.reach({});roistat.getVisit().length`,
  'rtb-house': `rtbhEvents.push({eventType:'home'})`,
  'rudderstack': `rudderanalytics.load('a','b');rudderanalytics.page();rudderanalytics.ready(done);rudderanalytics.load('a','b',{onLoaded:done});rudderanalytics.track('x',{},{},done);rudderanalytics.push(['ready',done]);
    rudderanalytics.getUserTraits().x`,
  'rybbit': `rybbit.pageview();rybbit.event('x',{a:1});rybbit.identify('u');if(rybbit.getUserId())throw 1`,
  'salesforce-collect': `_etmc.push(['setOrgId','1'])`,
  'salesloft': `slscout(['init','x'])`,
  'segment': `analytics.load('x');analytics.page();analytics.track('a',{},{},done);analytics.identify('b');analytics.trackLink({},'x');analytics.push(['track']);analytics.ready(done);analytics.identify('x',done);
    analytics.push(function(){done()});analytics.on('track',function(){throw 1});analytics.user().traits().x;analytics.track('x').page()`,
  'seline': `seline.track('x',{});seline.setUser({});seline.page()`,
  'sematext-rum': `strum('config',{})`,
  'sensors-data': `sensors.init({});sensors.quick('autoTrack');sensors.track('x');sensors.quick('isReady',done)`,
  'sharpspring': `_ss.push(['_trackPageView']);_ss.push(['_setResponseCallback',done])`,
  'shopify-analytics': `ShopifyAnalytics.lib.track('x');ShopifyAnalytics.meta.page.pageType;ShopifyAnalytics.lib.user().traits().uniqToken;trekkie.ready(done)`,
  'signal': `bt_data('a','b');bt_cookie('x')`,
  'simple-analytics': `sa_event('x',done);sa_metadata.x`,
  'sitestat': `sitestat('http'+'://x')`,
  'sklik': `rc.retargetingHit({rtgId:1});sznIVA.IS.updateIdentities({})`,
  'smartnews-pixel': `SmartnewsAds.p('x','PageView')`,
  'snap-pixel': `snaptr('init','x')`,
  'slimstat': `SlimStat.ss_track('x','y','z',done)`,
  'smartlook': `smartlook('init','x');smartlook(done)`,
  'snitcher': `snid('verify','1')`,
  'snowplow': `snowplow('newTracker','a','b',{});snowplow(function(){if(this.sp.getDomainUserId()!=='')throw 1;done()});_snaq.push(['trackPageView'])`,
  'speedcurve': `LUX.label='x';LUX.addData('a','b');LUX.send()`,
  'splitbee': `splitbee.track('x').then(function(){});splitbee.user.set({}).then(function(){})`,
  'spotify-pixel': `spdt('conf',{});spdt('view')`,
  'stackadapt': `saq('ts','x');_saq.push(['x'])`,
  'statcounter': `_statcounter.record_pageview()`,
  'supercounters': `sc_hit(1,2,3);sc_online_t(1,'a','b')`,
  'taboola-pixel': `_tfa.push({notify:'event',name:'page_view',id:1})`,
  'tag-commander': `tc_vars['a']='b';tC.container.reload({events:{}},done);tC.event.x;if(window.Proxy)tC.event.order(this,{})`,
  'swetrix': `swetrix.init('x');swetrix.track({ev:'x'})`,
  'tapfiliate': `window[TapfiliateObject]('detect');tap('conversion','1',2,{},null,done)`,
  'tatari': `tatari.init('x');tatari.track('pageview')`,
  'teads-pixel': `teads_e.push({})`,
  'tealeaf': `TLT.init({},done);TLT.logCustomEvent('x',{})`,
  'tealium': `utag.link({a:1},done);utag.view({});utag_data.x=1;utag.DB('x');utag.loader.EV('a','b');utag.track({event:'link',data:{},cb:done});utag.gdpr.getSelectedCategories().length`,
  'tianji': `tianji.track('x')`,
  'tinybird': `Tinybird.trackEvent('x',{})`,
  'trackingplan': `Trackingplan.init('TP1',{})`,
  'trade-desk': `ttd_dom_ready(function(){new TTDUniversalPixelApi().init('a',['b'],'c');done()})`,
  'treasure-data': `var td=new Treasure({});td.set('a','b');td.trackEvent('a',{},done,function(){throw 1})`,
  'tiktok-pixel': `window[TiktokAnalyticsObject].page();ttq.ready(done);ttq.instance('x').track('y');ttq.load('x');ttq.page();ttq.track('y')`,
  'triple-whale': `TriplePixel('AddToCart',{})`,
  'truconversion': `_tip.push(['x'])`,
  'tvsquared': `_tvq.push(['trackPageView'])`,
  'tynt': `Tynt.push('x')`,
  'umami': `umami.track('x');umami('y');umami.track(function(p){p.x;done()})`,
  'unify': `unify.identify('x');unifyBrowser.push(['page',[]]);unify.page()`,
  'usermaven': `usermaven('track','x');usermaven('onLoad',done)`,
  'vantevo': `vantevo('x',{a:1},done)`,
  'vector-pixel': `vector.load('x');vector.identify({})`,
  'vemetric': `vmtrc('trackEvent','x');vmtrcq.push([])`,
  'vercel-analytics': `va('event',{})`,
  'vero': `_veroq.push(['init',{api_key:'x'},function(v,loaded){if(loaded)throw 1;done()}])`,
  'vibe': `vbpx('init','x');vbpx('event','page_view')`,
  'visual-revenue': `_vrq.push(['id',1])`,
  'vwo': `VWO.push(['x']);_vis_opt_queue.push(done)`,
  'w3counter': `w3counter(1)`,
  'web-vitals': `webVitals.onCLS(function(){})`,
  'webtrekk': `var w=new webtrekkV3({});w.contentId='x';w.sendinfo();wt_sendinfo('a','b');wtSmart.push(function(t){t.init.add({});t.trackPage();done()});wt.sendinfo()`,
  'webtrends': `var _tag=new WebTrends();_tag.dcsGetId();_tag.dcsCustom=function(){};_tag.dcsCollect();dcsMultiTrack('DCS.dcsuri','/x');DCS.dcsuri='x';
    WT.ti='y';DCSext.a='b';dcsVar();dcsMeta();dcsFunc('x');dcsTag();new Webtrends.dcs().init({}).track();Webtrends.multiTrack({callback:done})`,
  'whosamungus': `_wau.push(['classic','x','y']);WAU_classic('x','y')`,
  'wide-angle': `waaCreate().then(function(w){w.dispatchEvent('x')})`,
  'woocommerce-attribution': `wc_order_attribution.setOrderTracking(true);wc_order_attribution.params.x;wc_order_attribution.getAttributionData().x;sbjs.get.current.src;sbjs.init({})`,
  'woopra': `woopraTracker.setDomain('x');woopraTracker.track();woopra.config({}).track();woopra.identify({}).push();woopra.track('x',{},done)`,
  'wordpress-stats': `_stq.push(['view',{}]);st_go({blog:'1'});linktracker_init('1',2,3);_tkq.push(['x'])`,
  'wp-statistics': `WP_Statistics_Tracker_Object.option.consentLevel`,
  'wysistat': `_wsq.push(['_setNom','x'])`,
  'x-pixel': `twq('init','x');twttr.conversion.trackPid('l5')`,
  'yahoo-analytics': `var t=YWA.getTracker('1');t.setDocumentName('x');t.submit();YWATracker.submit()`,
  'yahoo-dot': `dotq.push({projectId:'1',properties:{}})`,
  'yahoo-hosting': `geovisit()`,
  'yahoo-japan-ads': `ytag({type:'ycl_cookie'});yjDataLayer.push([])`,
  'yandex-metrica': `ym(1,'init',{});ym(1,'reachGoal','x',{},done);var c=new Ya.Metrika({id:1});c.reachGoal('x');c.hit('/y',{callback:1});new Ya.Metrika2({id:1}).params({});
    ym(1,'getClientID',function(x){x.length;done()});c.hit('/y',{callback:done});yandex_metrika_callbacks.push(done);yaCounter1.reachGoal('z');yaParams.x`,
  'zaraz': `zaraz.track('x',{}).then(function(){});zaraz.set('a',1);zaraz.ecommerce('Order Completed',{});zaraz.consent.setAll(true);zaraz.consent.getAll().x`,
  'zemanta': `zemApi('track','PAGE_VIEW')`,
  'zeotap': `zeotap.callMethod('init',{});zeotap.setUserIdentities({})`,
  'zuko': `Zuko.trackForm({slug:'x'}).trackEvent(Zuko.FORM_VIEW_EVENT)`,
};
const FEW = {
  'google-analytics': `var t=_gat._getTracker('UA-1');t._initData();t._setDomainName('x');
    t._trackPageview();pageTracker._trackEvent('a','b');_gaq.push(['_trackPageview'],function(){_gat._getTracker('UA-1')});
    ga('create','UA-1','auto');ga('send','pageview',{hitCallback:done});gtag('event','x',{event_callback:done});
    _gaq.push(['_set','hitCallback',done]);urchinTracker()`,
  'posthog': `posthog.init('x',{});posthog.capture('y');posthog.people.set({});posthog.identify('z');posthog.onFeatureFlags(done);
    posthog.init('x',{loaded:done})`,
};
const BACK = {
  'marfeel': 1, 'mparticle': 2, 'partnerstack': 1, 'permutive': 4, 'publytics': 1, 'refersion': 1, 'rewardful': 2, 'sharpspring': 1, 'tapfiliate': 1,
  'trade-desk': 1, 'usermaven': 1, 'vantevo': 1, 'vero': 1,
  'algolia-insights': 1, 'application-insights': 2, 'bombora': 1, 'branch': 2, 'braze': 1, 'brevo': 1, 'coveo': 1, 'customer-io': 1, 'dreamdata': 1, 'exponea': 1,
  'freshpaint': 2, 'impact': 1, 'jitsu': 1, 'klaviyo': 2, 'koala': 1, 'kwai-pixel': 1, 'listrak': 1, 'lytics': 2,
  ackee: 1, 'adobe-analytics': 2, amplitude: 2, 'at-internet': 2, cxense: 1, 'datadog-rum': 1, decibel: 1, ensighten: 1, fullstory: 1, 'google-ads-conversion': 1, 'google-analytics': 7, 'google-analytics gtag': 3,
  'google-tag-manager': 1, 'growing-io': 1, heap: 1, hubspot: 1, keen: 2, kissmetrics: 1, 'linkedin-insight': 1, livesession: 1, logrocket: 1, matomo: 2, mautic: 1, mixpanel: 3, mouseflow: 1, mpulse: 2,
  'new-relic': 1, optimizely: 1, pendo: 1, 'pinterest-tag': 1, plausible: 1, posthog: 4, rudderstack: 4, segment: 4, 'sensors-data': 1, 'shopify-analytics': 1,
  'simple-analytics': 1, slimstat: 1, smartlook: 1, snowplow: 1, 'tag-commander': 1, tealeaf: 1, tealium: 2, 'tiktok-pixel': 1, 'treasure-data': 1, umami: 1, vwo: 1, webtrekk: 1, webtrends: 1,
  woopra: 1, 'yandex-metrica': 4,
};
const BACK_FEW = { 'google-analytics': 3, posthog: 2 };

let tests = 0, failed = 0;
const ok = (good, name, why) => { console.log(`${good ? '' : 'not '}ok ${++tests} - ${name}`); if (!good) { failed++; console.error(`# ${name}: ${why || ''}`); } };
const attempt = f => { try { f(); return ''; } catch (e) { return String(e && e.stack || e).split('\n')[0]; } };

// A browser's global object. Nothing of the page comes back before drain() runs the timers; a stub whose timers never end is told from one that works.
function world(before = {}) {
  const timers = [], heard = {};
  const box = Object.assign({ setTimeout: f => timers.push(f), addEventListener: (type, f) => (heard[type] = heard[type] || []).push(f), returned: 0 }, before);
  box.window = box; box.done = () => { box.returned++; };
  const drain = () => { for (let n = 0; timers.length; n++) { if (n > 1000) throw new Error('timers without end'); timers.shift()(); } };
  const fire = type => { for (const f of heard[type] || []) f.call(box, { type }); drain(); };
  vm.createContext(box);
  return { box, drain, loaded() { drain(); fire('load'); }, run: code => vm.runInContext(code, box, { timeout: 60000 }) };
}
const OWN = new Set(Object.keys(world().box));
const globals = stub => { const w = world(); w.run(stub); return Object.keys(w.box).filter(k => !OWN.has(k)); };
const OLD = { Proxy: undefined, Promise: undefined, addEventListener: undefined };

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
  for (const [how, calls, back, without] of [['', CALLS[vendor], BACK[vendor]], [', in an old browser', FEW[vendor] || CALLS[vendor], BACK_FEW[vendor] || BACK[vendor], OLD]]) {
    if (!calls) continue;
    const v = world(without); let early = 0;
    why = attempt(() => { v.run(stub); v.run(`(function(){${calls}}).call(window)`); early = v.box.returned; v.loaded(); });
    ok(!why, `${vendor}: the documented calls${how}`, why);
    if (back) ok(!early && v.box.returned === back, `${vendor}: the page is called back${how}, once each and later`, `${early} at once, ${v.box.returned} of ${back} in all`);
  }
}
const lost = Object.keys(CALLS).filter(v => !known.has(v));
ok(!lost.length, 'no calls for a stub that is not there', lost.join(' '));

// What becomes of a page: its steps in order, and how often it is called back when all has loaded. A step is code, or a stub by its name.
function page(name, steps, times, without) {
  const w = world(without); let early = 0;
  const why = attempt(() => { for (const step of steps) w.run(known.get(step) || step); early = w.box.returned; w.loaded(); });
  ok(!why && !early && w.box.returned === times, name, why || `called ${early} times at once and ${w.box.returned} in all, not ${times}`);
}
for (const [how, without] of [['', {}], [', in an old browser', OLD]]) {
  for (const [vendor, [global, entry, proxy]] of Object.entries(QUEUES)) {
    if (proxy && how) continue;
    page(`${vendor}: what waits in ${global}${how}`, [`${global}=[${entry}]`, vendor, vendor], 1, without);
    page(`${vendor}: what is pushed into the page's ${global}${how}`, [`${global}=[]`, vendor, vendor, `${global}.push(${entry},${entry})`], 2, without);
    page(`${vendor}: what is pushed into the stub's ${global}${how}`, [vendor, `${global}.push(${entry})`, vendor], 1, without);
    if (!how) page(`${vendor}: a new ${global} after the stub`, [vendor, `${global}=[${entry}];${global}.push(${entry})`], 2);
  }
  for (const [vendor, [queue, calls]] of Object.entries(WAITING)) {
    page(`${vendor}: what waits in the page's own queue${how}`, [queue, calls, vendor, vendor], 1, without);
    page(`${vendor}: the page's own queue after the stub, and before${how}`, [queue, vendor, queue, calls, vendor], 1, without);
  }
  for (const [vendor, [code, only]] of Object.entries(LOOKED_FOR)) {
    page(`${vendor}: what the library looks for, defined before${how}`, [code, vendor], 1, without);
    if (!only && !how) page(`${vendor}: what the library looks for, defined after`, [vendor, code], 1);
  }
}

// Google's stubs share dataLayer: whichever come, in whatever order, and whoever made it, an entry is answered once.
const GOOGLE = ['google-analytics', 'google-analytics gtag', 'google-tag-manager'];
const EVENTS = `dataLayer.push({event:'x',eventCallback:done});(function(){dataLayer.push(arguments)})('event','y',{event_callback:done})`;
for (const a of GOOGLE) for (const b of GOOGLE) {
  page(`${a}, then ${b}: dataLayer is the stub's`, [a, b, EVENTS], 2);
  page(`${a}, then ${b}: dataLayer is the page's`, ['dataLayer=[]', a, EVENTS, b, EVENTS], 4);
  page(`${a}, then ${b}: what waited`, ['dataLayer=[]', EVENTS, a, b], 2);
  page(`${a}, then ${b}: the page makes a new one between them`, [a, EVENTS, 'dataLayer=[]', EVENTS, b, EVENTS], 6);
  page(`${a}, then ${b}: the page wraps push`, [a, 'var p=dataLayer.push;dataLayer.push=function(){return p.apply(dataLayer,arguments)}', b, EVENTS], 2);
}

// The vendors' snippets behind their stub.
const made = [], node = () => ({ style: {}, setAttribute() {}, appendChild: n => (made.push(n), n), insertBefore: n => (made.push(n), n),
  get parentNode() { return node(); }, addEventListener() {} });
const inert = () => ({ createElement: node, getElementsByTagName: () => [node()], head: node(), body: node(), documentElement: node(), location: { protocol: 'https:' }, cookie: '' });
for (const [how, without] of [['', {}], [', in an old browser', OLD]])
  for (const [label, [snippet, calls, times]] of Object.entries(SNIPPETS)) {
    const w = world(without), vendor = label.split(',')[0]; let early = 0;
    const why = attempt(() => {
      w.run(known.get(vendor)); w.box.document = inert(); made.length = 0;
      w.run(snippet); w.run(calls);
      for (const n of made) for (const k of ['onreadystatechange', 'onload']) if (n[k]) n[k]({ type: 'load' });
      early = w.box.returned; w.loaded();
    });
    ok(!why && !early && w.box.returned === times, `${label}: its snippet behind its stub${how}`, why || `called ${early} times at once and ${w.box.returned} in all, not ${times}`);
  }

// Promises are kept.
for (const [how, without] of [['', {}], [', in an old browser', OLD]])
  for (const [vendor, list] of Object.entries(PROMISES))
    for (const code of list) {
      const w = world(without); let kept = false;
      const why = attempt(() => { w.run(known.get(vendor)); w.box.kept = () => { kept = true; }; w.run(`(${code}).then(kept)`); });
      for (let i = 0; i < 20 && !kept; i++) { w.drain(); await new Promise(setImmediate); }
      ok(!why && kept, `${vendor}: ${code} is kept${how}`, why || 'never');
    }

const unknown = [QUEUES, WAITING, LOOKED_FOR, SNIPPETS, PROMISES].flatMap(Object.keys).filter(v => !known.has(v.split(',')[0]));
ok(!unknown.length, 'no cases for a stub that is not there', unknown.join(' '));
const all = world(), why = attempt(() => { for (const [v, s] of stubs) try { all.run(s); } catch (e) { throw new Error(v + ': ' + e.message); } });
ok(!why, `all ${stubs.length} together`, why);
const hidden = world({ dataLayer: Object.assign([], { hide: { end() { hidden.box.returned++; } } }) });
hidden.run(known.get('google-tag-manager'));
ok(hidden.box.returned === 1, 'a page that waits for the tag manager is shown');
console.log(`1..${tests}`);
process.exit(failed ? 1 : 0);
