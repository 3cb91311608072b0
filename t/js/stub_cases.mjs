// What stubs are held to, by vendor: t/js/stubs.mjs runs it. `done` is a callback of the page's; what is in each table is counted there.

// Arrays that pages push into: the global's name, and an entry that calls done() once. "needs Proxy": where nothing else can answer.
export const QUEUES = {
  'contentsquare': ['_uxa', `['afterPageView',done]`],
  'crazy-egg': ['CE_API', `function(){CE_API.identify('x');done()}`],
  'etracker': ['_etrackerOnReady', `function(){_etracker.sendEvent(new et_UserDefinedEvent('a','b','c','d'));done()}`],
  'google-analytics': ['_gaq', `function(){_gat._getTracker('UA-1')._trackPageview();done()}`],
  'google-analytics gtag': ['dataLayer', `['event','x',{event_callback:done}]`],
  'google-tag-manager': ['dataLayer', `{event:'x',eventCallback:done,eventTimeout:2000}`],
  'hubspot': ['_hsq', `function(){done()}`],
  'kameleoon': ['kameleoonQueue', `function(){Kameleoon.API.Goals.processConversion(1);done()}`, 'needs Proxy'],
  'kissmetrics': ['_kmq', `function(){if(KM.i()!==''||KM.ab('x',['a','b'])!=='a')throw 1;done()}`],
  'lucky-orange': ['LOQ', `['ready',function(LO){LO.$internal.ready('visitor').then(function(){});LO.visitor.identify({});done()}]`],
  'matomo': ['_paq', `[function(x){if(this.getVisitorId()!==''||x!==7)throw 1;this.trackPageView();done()},7]`],
  'mouseflow': ['_mfq', `function(m){m.newPageView('/x');done()}`],
  'mpulse': ['BOOMR_mq', `{arguments:['addVar','a'],callback:done}`],
  'optimizely': ['optimizely', `{type:'addListener',filter:{type:'lifecycle',name:'initialized'},handler:done}`],
  'rambler-top100': ['_top100q', `function(){window.top100Counter=new top100({project:1});done()}`],
  'sharpspring': ['_ss', `['_setResponseCallback',done]`],
  'snowplow': ['_snaq', `function(){if(this.cf.getDomainUserId()!=='')throw 1;done()}`],
  'vero': ['_veroq', `['init',{api_key:'x'},function(v,l){if(l)throw 1;done()}]`],
  'vwo': ['_vis_opt_queue', `done`],
  'webtrekk': ['wtSmart', `function(t){t.init.add({trackId:'1'});t.trackPage();done()}`],
  'yandex-metrica': ['yandex_metrika_callbacks', `function(){window.yaCounter1=new Ya.Metrika({id:1});done()}`],
};

// Functions that pages' snippets define to keep calls until the library comes: what defines it, and calls that end in one done().
const waiting = (name, q = 'q') => `window.${name}=window.${name}||function(){(${name}.${q}=${name}.${q}||[]).push(arguments)};`;
export const WAITING = {
  'adobe-web-sdk': [`window.alloy||(window.alloy=function(){var u=arguments;return{then:function(f){alloy.q.push([f,f,u])}}},alloy.q=[]);`,
    `alloy('sendEvent',{}).then(function(r){r.propositions.length;done()})`],
  'clarity': [waiting('clarity'), `clarity('metadata',function(d){d.userId;done()},false)`],
  'datadog-rum': [`window.DD_RUM=window.DD_RUM||{q:[],onReady:function(c){DD_RUM.q.push(c)}};`, `DD_RUM.onReady(function(){DD_RUM.init({});done()})`],
  'google-analytics': [waiting('ga') + 'ga.l=1;', `ga(function(t){if(t&&t.get('clientId')!=='')throw 1;done()})`],
  'google-analytics gtag': [`dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}`, `gtag('get','G-1','client_id',function(x){x.split('.');done()})`],
  'mautic': [waiting('mt'), `mt('send','pageview',{a:1},{onload:done,onerror:function(){throw 1}})`],
  'permutive': [`window.permutive={q:[],config:{}};permutive.ready=function(){permutive.q.push({functionName:'ready',arguments:[].slice.call(arguments)})};`, `permutive.ready(done,'realtime')`],
  'plausible': [waiting('plausible'), `plausible('x',{props:{a:1},callback:done})`],
  'publytics': [waiting('publytics'), `publytics('x',{callback:done})`],
  'rewardful': [waiting('rewardful'), `rewardful('ready',done)`],
  'simple-analytics': [`window.sa_event=window.sa_event||function(){(sa_event.q=sa_event.q||[]).push([].slice.call(arguments))};`, `sa_event('x',{a:1},done)`],
  'snowplow': [waiting('snowplow'), `snowplow(function(){if(this.sp.getDomainUserId()!=='')throw 1;done()})`],
  'tapfiliate': [waiting('tap'), `tap('conversion','1',2,{},null,done)`],
  'yandex-metrica': [waiting('ym', 'a'), `ym(1,'reachGoal','x',{},done)`],
};

// Functions that pages define under a name that the library looks for.
export const LOOKED_FOR = {
  'at-internet': [`ATInternet={onTrackerLoad:function(){new ATInternet.Tracker.Tag();done()}}`, 'before'],
  'fullstory': [`_fs_ready=function(){FS.getCurrentSessionURL();done()}`],
  'matomo': [`matomoAsyncInit=function(){Matomo.getTracker('u',1).trackPageView();done()}`],
  'parsely': [`PARSELY=window.PARSELY||{};PARSELY.autotrack=false;PARSELY.onload=function(){PARSELY.beacon.trackPageView({url:'x'});done()}`],
  'quantum-metric': [`QuantumMetricOnload=function(){QuantumMetricAPI.sendEvent(1);done()}`],
  'roistat': [`onRoistatModuleLoaded=function(){roistat.event.send('x');done()}`],
  'webtrends': [`webtrendsAsyncInit=function(){new Webtrends.dcs().init({}).track();done()}`],
  'woopra': [`woopraReady=function(t){t.setDomain('x');t.track();done();return false}`],
};

// What returns a promise.
export const PROMISES = {
  'adobe-web-sdk': [`alloy('sendEvent',{})`, `alloy('getIdentity').then(function(r){return r.identity.ECID})`, `alloy('appendIdentityToUrl',{url:'x'}).then(function(r){return r.url})`],
  'amplitude': [`amplitude.track('x').promise`, `amplitude.init('k').promise`, `amplitude.track('x').promise.then(function(r){return r.code+r.event.x})`],
  'fullstory': [`FS('identifyAsync',{})`],
  'keen': [`new Keen({}).recordEvent('x',{})`],
  'klaviyo': [`klaviyo.identify({})`, `klaviyo.isIdentified().then(function(){})`],
  'mixpanel': [`mixpanel.flags.get_variant_value('x',1)`],
  'openpanel': [`op.fetchDeviceId()`],
  'pirsch': [`pirsch('x',{duration:1})`, `pirsch('x').then(function(){})`],
  'segment': [`analytics.track('x')`, `analytics.page().then(function(c){return c.event})`, `analytics.ready()`],
  'splitbee': [`splitbee.track('x')`, `splitbee.user.set({})`],
  'swetrix': [`swetrix.trackViews()`, `swetrix.track({ev:'x'})`, `swetrix.getFeatureFlag('x',{},true)`],
  'umami': [`umami.track('x')`, `umami.identify({a:1})`, `umami.track('x').then(function(){})`],
  'wide-angle': [`waaCreate()`, `waaCreate().then(function(w){return w.dispatchEvent('x')})`],
  'zaraz': [`zaraz.track('x')`, `zaraz.ecommerce('x',{})`],
};

// The vendors' snippets, less what does not matter here, run behind their stub; then calls that end in so many done()s.
const insert = `var s=document.createElement('script'),f=document.getElementsByTagName('script')[0];s.async=true;s.src='https://v.example/x.js';f.parentNode.insertBefore(s,f);`;
const methods = (o, list, keep = `${o}.push([m].concat([].slice.call(arguments)))`) =>
  `'${list}'.split(' ').forEach(function(m){${o}[m]=function(){${keep};return ${o}}});`;
export const SNIPPETS = {
  'active-campaign': [`(function(e,t,o,n){e.visitorGlobalObjectAlias=n;e[n]=e[n]||function(){(e[n].q=e[n].q||[]).push(arguments)};e[n].l=1;var document=t;${insert}})(window,document,'x','vgo');`, `vgo('setAccount','1');vgo('process',done)`, 1],
  'adobe-web-sdk': [`!function(n,o){o.forEach(function(o){n[o]||((n.__alloyNS=n.__alloyNS||[]).push(o),n[o]=function(){var u=arguments;
    return new Promise(function(i,l){n[o].q.push([i,l,u])})},n[o].q=[])})}(window,['alloy']);${insert}`, `alloy('configure',{}).then(function(){})`, 0],
  'amplitude': [`!function(){var n=window.amplitude||{_q:[],_iq:{}};n._iq=n._iq||{};if(!n._iq.hasOwnProperty('$default_instance'))n._iq.$default_instance={_q:[]};
    n.getInstance=function(){return n._iq.$default_instance};${insert}window.amplitude=n}();`,
    `amplitude.getInstance().init('k',null,{},function(i){i.logEvent('x');done()});amplitude.getInstance().logEvent('x',{},done)`, 2],
  'application-insights': [`var sdkInstance='appInsightsSDK';window[sdkInstance]='appInsights';var aiName=window[sdkInstance],aisdk=window[aiName]||function(e){var n={config:e,queue:[]};${insert}return n}({instrumentationKey:'x'});
    window[aiName]=aisdk,aisdk.queue&&0===aisdk.queue.length&&aisdk.trackPageView({});`, `appInsights.queue.push(function(){appInsights.context.user.id.length;done()});appInsights.trackEvent({name:'x'});appInsights.setAuthenticatedUserContext('u')`, 1],
  'bing-uet': [`(function(w,d,t,r,u){var f,n,i;w[u]=w[u]||[];f=function(){var o={ti:'1',enableAutoSpaTracking:true};o.q=w[u];w[u]=new UET(o);w[u].push('pageLoad')};
    n=d.createElement(t);n.src=r;n.onload=n.onreadystatechange=function(){var s=this.readyState;s&&s!=='loaded'&&s!=='complete'||(f(),n.onload=n.onreadystatechange=null)};
    i=d.getElementsByTagName(t)[0];i.parentNode.insertBefore(n,i)})(window,document,'script','//v.example/bat.js','uetq');`, `uetq.push('event','x',{})`, 0],
  'branch': [`(function(b,r,a,n,c,h,_,s,d,k){if(!b[n]||!b[n]._q){for(;s<_.length;)c(h,_[s++]);d=r.createElement(a);d.src='x';k=r.getElementsByTagName(a)[0];k.parentNode.insertBefore(d,k);b[n]=h}})(window,document,'script','branch',
    function(b,r){b[r]=function(){b._q.push([r,arguments])}},{_q:[],_v:1},'init link track data'.split(' '),0);`, `branch.init('k',function(e,d){d.data.length;done()});branch.link({},function(e,l){l.length;done()})`, 2],
  'clarity': [`(function(c,l,a){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};${insert}})(window,document,'clarity');`, `clarity('consent');clarity('metadata',done)`, 1],
  'countly': [`var Countly=window.Countly||{};Countly.q=Countly.q||[];Countly.app_key='x';Countly.q.push(['track_sessions']);${insert}s.onload=function(){Countly.init()};`,
    `Countly.onload.push(function(){Countly.add_event({});done()});Countly.q.push(done)`, 2],
  'customer-io': [`var _cio=_cio||[];(function(){var a,b,c;a=function(f){return function(){_cio.push([f].concat(Array.prototype.slice.call(arguments,0)))}};b=['load','identify','track','page','on'];for(c=0;c<b.length;c++)_cio[b[c]]=a(b[c]);${insert}})();`, `_cio.identify({id:'x'});_cio.track('y')`, 0],
  'datadog-rum': [`(function(h,o,u,n,d){h=h[d]=h[d]||{q:[],onReady:function(c){h.q.push(c)}};${insert}})(window,document,'script','x','DD_RUM');`,
    `DD_RUM.onReady(function(){DD_RUM.init({});done()})`, 1],
  'freshpaint': [`(function(c,a){if(!a.__SV){window.freshpaint=a;a._i=[];a.init=function(b){${methods('a', 'page track identify ready')}a._i.push(b)};a.__SV=1.4;${insert}}})(document,window.freshpaint||[]);`, `freshpaint.init('x');freshpaint.page();freshpaint.ready(done)`, 1],
  'fullstory': [`(function(m,n,e){if(e in m){m.console&&m.console.log&&m.console.log('namespace conflict');return}m[e]=function(){};${insert}})(window,document,'FS');`,
    `FS('trackEvent',{name:'x'});FS.event('x',{});FS('observe',{type:'start',callback:done})`, 1],
  'go-squared': [`!function(g,s,q,r){r=g[r]=g[r]||function(){(r.q=r.q||[]).push(arguments)};${insert}}(window,document,'script','_gs');`, `_gs('GSN-1');_gs('event','x',{},done)`, 1],
  'google-analytics': [`(function(i,s,o,g,r){i.GoogleAnalyticsObject=r;i[r]=i[r]||function(){(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();${insert}})(window,document,'script','x','ga');
    var _gaq=_gaq||[];_gaq.push(['_setAccount','UA-1'],['_trackPageview']);window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());
    window.__gaTracker=window.ga;`,
    `ga('create','UA-1');ga('send','event','a','b',{hitCallback:done});ga('set','hitCallback',done);ga(function(t){t.get('clientId').split('.');done()});ga.getAll()[0].send('pageview');
    __gaTracker('send',{hitType:'pageview',hitCallback:done});_gaq.push(function(){done()});gtag('event','x',{event_callback:done,event_timeout:9});gtag('get','G-1','session_id',done)`, 7],
  'google-analytics gtag': [`window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-1');`,
    `gtag('event','x',{event_callback:done,event_timeout:9});gtag('config','G-2',{event_callback:done})`, 2],
  'google-tag-manager': [`(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});${insert}})(window,document,'script','dataLayer','GTM-X');`,
    `dataLayer.push({event:'x',eventCallback:done});dataLayer.push(function(){this.set('a',5);this.get('a');this.reset();done()})`, 2],
  'heap': [`window.heap=window.heap||[],heap.load=function(e,t){heap.appid=e;heap.config=t||{};${insert}
    ${methods('heap', 'addEventProperties addUserProperties identify track onReady resetIdentity')}};heap.load('1');`, `heap.track('x');heap.onReady(done)`, 1],
  'heap, its fifth': [`window.heapReadyCb=window.heapReadyCb||[],window.heap=window.heap||[],heap.load=function(e,t){heap.envId=e;heap.clientConfig=t||{};${insert}
    ${methods('heap', 'init track onReady identify', `var t=arguments;heapReadyCb.push({name:m,fn:function(){heap[m]&&heap[m].apply(heap,t)}})`)}};heap.load('1');`,
    `heap.track('x');heap.onReady(function(){done()});heap.identify('y')`, 1],
  'hotjar': [`(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:1,hjsv:6};${insert}})(window,document);`, `hj('event','x');if(hj.q.length)throw 1`, 0],
  'impact': [`(function(i,m,p,a,c,t){c.ire_o=p;c[p]=c[p]||function(){(c[p].a=c[p].a||[]).push(arguments)};${insert}})('x','script','impactStat',document,window);impactStat('transformLinks');`, `impactStat('trackConversion',1,{},{},done)`, 1],
  'jitsu': [`window.jitsu=window.jitsu||(function(){(window.jitsuQ=window.jitsuQ||[]).push(arguments)});${insert}`, `jitsu('track','x',{},done);jitsu('set',{})`, 1],
  'klaviyo': [`var _learnq=_learnq||[];if(!window.klaviyo){window._klOnsite=window._klOnsite||[];window.klaviyo={push:function(){_klOnsite.push.apply(_klOnsite,arguments)}}}${insert}`, `_learnq.push(['identify',{$email:'x'},done]);klaviyo.push(['track','x',{},done]);_learnq.push(['track','y'])`, 2],
  'koala': [`!(function(t){var k='ko',i=(window.globalKoalaKey=window.globalKoalaKey||k);if(window[i])return;var ko=(window[i]=[]);${methods('ko', 'identify track ready')}${insert}})();`, `ko.ready(done);ko.track('x')`, 1],
  'leadfeeder': [`(function(){window.ldfdr=window.ldfdr||function(){(ldfdr._q=ldfdr._q||[]).push([].slice.call(arguments))};${insert}})();`, `ldfdr('x')`, 0],
  'leadinfo': [`(function(l,e,i,n){if(!l[i]){l.GlobalLeadinfoNamespace=l.GlobalLeadinfoNamespace||[];l.GlobalLeadinfoNamespace.push(i);l[i]=function(){(l[i].q=l[i].q||[]).push(arguments)};l[i].t=l[i].t||n;l[i].q=l[i].q||[];${insert}}}(window,document,'leadinfo','x'));`, `leadinfo('x','y')`, 0],
  'linkedin-insight': [`_linkedin_partner_id='1';window._linkedin_data_partner_ids=window._linkedin_data_partner_ids||[];window._linkedin_data_partner_ids.push(_linkedin_partner_id);
    (function(l){if(!l){window.lintrk=function(a,b){window.lintrk.q.push([a,b])};window.lintrk.q=[]}${insert}})(window.lintrk);`, `lintrk('track',{conversion_id:1})`, 0],
  'lytics': [`!function(){var o=window.jstag||(window.jstag={}),r=[];function n(e){o[e]=function(){r.push([e,arguments])}}n('send'),n('pageView'),o.init=function(t){o.config=t;${insert}}}();jstag.init({src:'x'});`, `jstag.pageView();jstag.send({})`, 0],
  'marfeel': [`!function(t,c){t.marfeel=t.marfeel||{};t.marfeel.cmd=t.marfeel.cmd||[];t.marfeel.config={accountId:c};${insert}}(window,1);`, `marfeel.cmd.push(['compass',function(c){c.setUserType(1);done()}])`, 1],
  'matomo': [`var _paq=window._paq=window._paq||[];_paq.push(['trackPageView']);_paq.push(['enableLinkTracking']);(function(){_paq.push(['setTrackerUrl','//v.example/matomo.php']);${insert}})();
    var _mtm=window._mtm=window._mtm||[];_mtm.push({'mtm.startTime':1});`, `_paq.push(['trackEvent','a','b','c',1,{},done]);_paq.push([function(){this.trackGoal(1);done()}])`, 2],
  'mautic': [`(function(w,d,t,u,n){w.MauticTrackingObject=n;w[n]=w[n]||function(){(w[n].q=w[n].q||[]).push(arguments)};${insert}})(window,document,'script','x','mt');`, `mt('send','pageview',{},{onload:done})`, 1],
  'meta-pixel': [`!function(f,b,e,v,n){if(f.fbq)return;n=f.fbq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;
    n.version='2.0';n.queue=[];${insert}}(window,document);`, `fbq('init','1');fbq('track','PageView')`, 0],
  'mixpanel': [`(function(f,b){if(!b.__SV){window.mixpanel=b;b._i=[];b.init=function(e,c,a){b._i.push([e,c,a])};${methods('b', 'track identify register')}b.__SV=1.2;${insert}}})(document,window.mixpanel||[]);`,
    `mixpanel.init('t',{loaded:function(m){m.get_distinct_id().length;done()}});mixpanel.track('x',{a:1},done);mixpanel.people.set({});mixpanel.track_links('#x','y')`, 2],
  'mparticle': [`(function(k){window.mParticle=window.mParticle||{};window.mParticle.EventType={Other:8};window.mParticle.eCommerce={Cart:{}};window.mParticle.Identity={};
    window.mParticle.config=window.mParticle.config||{};window.mParticle.config.rq=[];window.mParticle.ready=function(f){window.mParticle.config.rq.push(f)};${insert}})('k');`, `mParticle.ready(done)`, 1],
  'new-relic': [`window.NREUM||(NREUM={});NREUM.init={privacy:{}};NREUM.loader_config={};NREUM.info={sa:1};if(NREUM.o||NREUM.ee)throw 1;`, `newrelic.interaction().onEnd(function(c){c.x;done()}).save();NREUM.noticeError('x')`, 1],
  'nextdoor-pixel': [`(function(w,d){if(w.ndp)return;var t=w.ndp=function(){t.handleRequest?t.handleRequest.apply(t,arguments):t.queue.push(arguments)};t.queue=[];${insert}})(window,document);`, `ndp('init','x',{});ndp('track','PAGE_VIEW')`, 0],
  'openreplay': [`var initOpts={projectKey:'k'},startOpts={};(function(A,s,a,y,e,r){r=window.OpenReplay=[e,r,y,[s-1,e]];r.start=function(v){r.push([0])};r.setUserID=function(i){r.push([2,i])};
    r.isActive=function(){return false}})('u',1,0,initOpts,startOpts);`, `OpenReplay.start();OpenReplay.setUserID('x');if(OpenReplay.isActive())throw 1`, 0],
  'outbrain-pixel': [`!function(w,d){if(w.obApi){w.obApi.marketerId=[].concat(w.obApi.marketerId,'x');return}var a=w.obApi=function(){a.dispatch?a.dispatch.apply(a,arguments):a.queue.push(arguments)};a.queue=[];${insert}}(window,document);`,
    `obApi('track','PAGE_VIEW')`, 0],
  'pendo': [`(function(){(function(p,e,n,d,o){var v,w;o=p[d]=p[d]||{};o._q=o._q||[];v=['initialize','identify','updateOptions','pageLoad','track'];for(w=0;w<v.length;++w)(function(m){
    o[m]=o[m]||function(){o._q[m===v[0]?'unshift':'push']([m].concat([].slice.call(arguments,0)))}})(v[w]);${insert}})(window,document,'script','pendo')})();`, `pendo.initialize({visitor:{},events:{ready:done}})`, 1],
  'pinterest-tag': [`!function(e){if(!window.pintrk){window.pintrk=function(){window.pintrk.queue.push([].slice.call(arguments))};var n=window.pintrk;n.queue=[];n.version='3.0';${insert}}}();`,
    `pintrk('load','1');pintrk('track','x',{},function(did){if(!did)throw 1;done()})`, 1],
  'plausible': [`window.plausible=window.plausible||function(){(plausible.q=plausible.q||[]).push(arguments)},plausible.init=plausible.init||function(i){plausible.o=i||{}};plausible.init();`,
    `plausible('x',{callback:function(r){if(r.status!==202)throw 1;done()}})`, 1],
  'posthog': [`!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){${methods('e', 'capture onFeatureFlags')}e._i.push([i,s,a]);${insert}},e.__SV=1)}(document,window.posthog||[]);`,
    `posthog.init('k',{loaded:function(p){p.get_distinct_id().length;done()}});posthog.onFeatureFlags(function(f,v){f.length;v.x;done()});posthog.onSessionId(done);posthog.getSurveys(function(s){s.length;done()})`, 4],
  'quantcast': [`var _qevents=_qevents||[];(function(){${insert}})();_qevents.push({qacct:'p-1'});`, `quantserve()`, 0],
  'quora-pixel': [`!function(q,e,v,n){if(q.qp)return;n=q.qp=function(){n.qp?n.qp.apply(n,arguments):n.queue.push(arguments)};n.queue=[];${insert}}(window);`, `qp('init','1');qp('track','ViewContent')`, 0],
  'rb2b': [`!function(){var r=window.reb2b=window.reb2b||[];if(r.invoked)return;r.invoked=true;r.methods=['identify','collect'];${methods('r', 'identify collect')}r.load=function(k){${insert}};r.load('k')}();`, `reb2b.collect({})`, 0],
  'reddit-pixel': [`!function(w,d){if(!w.rdt){var p=w.rdt=function(){p.sendEvent?p.sendEvent.apply(p,arguments):p.callQueue.push(arguments)};p.callQueue=[];${insert}}}(window,document);`, `rdt('init','1');rdt('track','PageVisit')`, 0],
  'rewardful': [`(function(w,r){w._rwq=r;w[r]=w[r]||function(){(w[r].q=w[r].q||[]).push(arguments)}})(window,'rewardful');`, `rewardful('ready',function(){Rewardful.referral.length;done()})`, 1],
  'rudderstack': [`rudderanalytics=window.rudderanalytics=window.rudderanalytics||[];${methods('rudderanalytics', 'load page track identify ready reset')}rudderanalytics.load('k','u');rudderanalytics.page();${insert}`,
    `rudderanalytics.ready(done);rudderanalytics.track('x',{},{},done)`, 2],
  'rudderstack, its third': [`!function(){var i='rudderanalytics';if(!window[i])window[i]=[];var r=window[i];if(Array.isArray(r)){if(r.snippetExecuted===true)throw 1;r.snippetExecuted=true;${methods('r', 'load page track ready')}
    r.load('k','u');${insert}}}();`, `rudderanalytics.load('k','u',{onLoaded:function(){done()}});rudderanalytics.ready(done)`, 2],
  'segment': [`!function(){var i='analytics',a=window[i]=window[i]||[];if(!a.initialize)if(a.invoked)throw new Error('Segment snippet included twice.');else{a.invoked=!0;a.factory=function(e){
    return function(){a.push([e].concat([].slice.call(arguments)));return a}};['track','page','identify','ready'].forEach(function(k){a[k]=a.factory(k)});a.load=function(k){${insert}};a.load('k');a.page()}}();`,
    `analytics.ready(done);analytics.track('x',{},{},done);analytics.identify('u',done);analytics.group('g',{},{},done);analytics.page(done);analytics.on('track',function(e){e.x.y});
    analytics.user().anonymousId().length;analytics.user().traits().email`, 5],
  'sensors-data': [`(function(p){var n=p.name,w=window;if(typeof w.sensorsDataAnalytic201505!=='undefined')return false;w.sensorsDataAnalytic201505=n;
    w[n]=w[n]||function(a){return function(){(w[n]._q=w[n]._q||[]).push([a,arguments])}};['track','quick','login'].forEach(function(m){w[n][m]=w[n].call(null,m)});if(!w[n]._t){${insert}}w[n].para=p})({name:'sensors'});`,
    `sensors.quick('autoTrack');sensors.quick('isReady',done);sensors.login('x',done)`, 2],
  'shopify-analytics': [`(function(){window.ShopifyAnalytics=window.ShopifyAnalytics||{};var t=window.ShopifyAnalytics.lib=window.trekkie=window.trekkie||[];if(t.integrations)return;t.methods=['page','track'];
    t.load=function(){${insert}};t.load({});t.ready(function(){ShopifyAnalytics.lib.page()})})();`, `trekkie.ready(done);ShopifyAnalytics.lib.ready(done);ShopifyAnalytics.lib.user().traits().uniqToken`, 2],
  'smartlook': [`window.smartlook||(function(d){var o=smartlook=function(){o.api.push(arguments)};o.api=[];${insert}})(document);`, `smartlook('init','k');smartlook(done)`, 1],
  'snap-pixel': [`(function(e,t,n){if(e.snaptr)return;var a=e.snaptr=function(){a.handleRequest?a.handleRequest.apply(a,arguments):a.queue.push(arguments)};a.queue=[];${insert}})(window,document);`, `snaptr('init','1');snaptr('track','PAGE_VIEW')`, 0],
  'snowplow': [`;(function(p,l,o,w,i){if(!p[i]){p.GlobalSnowplowNamespace=p.GlobalSnowplowNamespace||[];p.GlobalSnowplowNamespace.push(i);p[i]=function(){(p[i].q=p[i].q||[]).push(arguments)};p[i].q=p[i].q||[];${insert}}}
    (window,document,'script','x','snowplow'));`, `snowplow('newTracker','sp','u',{});snowplow(function(){this.sp.getDomainUserInfo().length;done()})`, 1],
  'stackadapt': [`!function(s,a,n){if(s.saq)return;n=s.saq=function(){n.callMethod?n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!s._saq)s._saq=n;n.push=n;n.queue=[];${insert}}(window,document);`, `saq('ts','x');_saq.push('y')`, 0],
  'tiktok-pixel': [`!function(w,d,t){w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.methods=['page','track','identify','ready'];ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat([].slice.call(arguments,0)))}};
    for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);ttq.instance=function(t){for(var e=ttq._i[t]||[],n=0;n<ttq.methods.length;n++)ttq.setAndDefer(e,ttq.methods[n]);return e};
    ttq.load=function(e,n){var r='x';ttq._i=ttq._i||{};ttq._i[e]=[];ttq._i[e]._u=r;ttq._t=ttq._t||{};ttq._o=ttq._o||{};ttq._o[e]=n||{};${insert}};ttq.load('1');ttq.page()}(window,document,'ttq');`,
    `ttq.track('x');ttq.ready(done);ttq.instance('1').track('y')`, 1],
  'treasure-data': [`!function(t,e){if(void 0===e[t]){e[t]=function(){e[t].clients.push(this);this._init=[].slice.call(arguments)};e[t].clients=[];${insert}}}('Treasure',window);var td=new Treasure({});`,
    `td.set('$global','a','b');td.trackPageview('x',done,function(){throw 1});td.fetchGlobalID(function(i){i.length;done()},function(){throw 1})`, 2],
  'usermaven': [`window.usermaven=window.usermaven||(function(){(window.usermavenQ=window.usermavenQ||[]).push(arguments)});${insert}`, `usermaven('onLoad',done)`, 1],
  'woopra': [`!function(){var n=window,a=arguments,t,r=['call','config','identify','push','track'],c=function(){var i=this;i._e=[];r.forEach(function(m){i[m]=function(){i._e.push([m]);return i}})};
    for(n.__woo=n.__woo||{},t=0;t<a.length;t++)n.__woo[a[t]]=n[a[t]]=n[a[t]]||new c;${insert}}('woopra');`, `woopra.config({domain:'x'});woopra.track('x',{},done)`, 1],
  'x-pixel': [`!function(e,t,n,s){e.twq||(s=e.twq=function(){s.exe?s.exe.apply(s,arguments):s.queue.push(arguments)},s.version='1.1',s.queue=[]);${insert}}(window,document,'script');`, `twq('config','1');twq('event','x',{})`, 0],
  'yandex-metrica': [`(function(m,e,t,r,i){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};m[i].l=1*new Date();${insert}})(window,document,'script','x','ym');ym(7,'init',{clickmap:true});`,
    `ym(7,'getClientID',function(x){x.length;done()});ym(7,'hit','/x',{callback:done});yaCounter7.reachGoal('x',{},done);ym(7,'notBounce',{callback:done})`, 4],
};
