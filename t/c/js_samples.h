/* Scripts for test_js.c: vendors' published snippets in the spellings of real pages, and look-alikes that do other work too.
 * Written for this test from the vendors' public documentation; every name, address and account in them is made up. */
#ifndef JS_SAMPLES_H
#define JS_SAMPLES_H

typedef struct {
    const char *name, *text;
} sample;

static const sample SNIPPETS[] = {
    { "a name that is used, not defined", "uses_page.events = uses_page.apl(uses_page.events, 'event8', ',', 2);" },
    { "Urchin", "_uacct = \"UA-12345-1\";\n"
                "urchinTracker();" },
    { "Urchin with its settings and an old comment", "<!--\n"
                                                     "_uacct=\"UA-12345-1\"; _udn=\"example.org\"; _ulink=1;\n"
                                                     "urchinTracker(\"/download/x\");\n"
                                                     "//-->" },
    { "ga.js by document.write",
      "var gaJsHost = ((\"https:\" == document.location.protocol) ? \"https://ssl.\" : \"http://www.\")"
      ";\n"
      "document.write(unescape(\"%3Cscript src='\" + gaJsHost + \"google-analytics.com/ga.js' type='tex"
      "t/javascript'%3E%3C/script%3E\"));" },
    { "ga.js by document.write, split tag",
      "//<![CDATA[\n"
      "var gaJsHost=((\"https:\"==document.location.protocol)?\"https://ssl.\":\"http://www.\");\n"
      "document.write(\"\\<script src='\"+gaJsHost+\"google-analytics.com/ga.js' type='text/javascript'"
      ">\\<\\/script>\" );\n"
      "//]]>" },
    { "tracker of ga.js",
      "try {\n"
      "  var pageTracker = _gat._getTracker(\"UA-12345-1\");\n"
      "  pageTracker._setDomainName(\".example.org\");\n"
      "  pageTracker._setAllowLinker(true);\n"
      "  pageTracker._trackPageview(\"/404.html?page=\" + document.location.pathname + document.locatio"
      "n.search + \"&from=\" + document.referrer);\n"
      "} catch(err) {}" },
    { "transaction of ga.js",
      "var pageTracker=_gat._getTracker('UA-1-1');pageTracker._trackPageview();\n"
      "pageTracker._addTrans(\"1234\", \"Shop \\\"&\\\" Co\", \"11.99\", \"1.29\", \"5\", \"Graz\", "
      "\"\", \"AT\");\n"
      "pageTracker._addItem(\"1234\",\"DD44\",\"T-Shirt\",\"Green\",\"11.99\",\"1\"); pageTracker._trac"
      "kTrans();" },
    { "asynchronous ga.js",
      "  var _gaq = _gaq || [];\n"
      "  _gaq.push(['_setAccount', 'UA-12345-1']);\n"
      "  _gaq.push(['_setCustomVar', 1, 'it\\'s', \"5 > 3 <b>\", 3]);\n"
      "  _gaq.push(['_trackPageview']);\n"
      "\n"
      "  (function() {\n"
      "    var ga = document.createElement('script'); ga.type = 'text/javascript'; ga.async = true;\n"
      "    ga.src = ('https:' == document.location.protocol ? 'https://ssl' : 'http://www') + '.google-"
      "analytics.com/ga.js';\n"
      "    var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(ga, s);\n"
      "  })();" },
    { "asynchronous ga.js, page speed and in-page",
      "/* <![CDATA[ */\n"
      "var _gaq=[['_setAccount','UA-1-1'],['_trackPageview'],['_trackPageLoadTime']];\n"
      "/* ]]> */" },
    { "asynchronous ga.js, compressed",
      "var _gaq=[[\"_setAccount\",\"UA-1-1\"],[\"_trackPageview\"]];(function(d,t){var g=d.createElemen"
      "t(t),s=d.getElementsByTagName(t)[0];g.async=1;g.src=(\"https:\"==location.protocol?\"//ssl\":\"/"
      "/www\")+\".google-analytics.com/ga.js\";s.parentNode.insertBefore(g,s)}(document,\"script\"))" },
    { "asynchronous ga.js, queue of functions",
      "window._gaq = window._gaq || [];\n"
      "_gaq.push(['_setAccount', 'UA-1-1'], ['_gat._anonymizeIp'], ['_trackPageview']);\n"
      "_gaq.push(function() { var t = _gat._getTrackerByName(); t._trackEvent('a', 'b', document.title)"
      "; });" },
    { "Universal Analytics", "  (function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){\n"
                             "  (i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),\n"
                             "  m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)\n"
                             "  })(window,document,'script','//www.google-analytics.com/analytics.js','ga');\n"
                             "\n"
                             "  ga('create', 'UA-12345-1', 'auto', {'allowLinker': true});\n"
                             "  ga('require', 'linkid', 'linkid.js');\n"
                             "  ga('require', 'displayfeatures');\n"
                             "  ga('linker:autoLink', ['example.com', /^example\\.(net|org)$/]);\n"
                             "  ga('set', 'anonymizeIp', true);\n"
                             "  ga('send', 'pageview', location.pathname + location.search + location.hash);" },
    { "Universal Analytics, asynchronous form",
      "window.ga=window.ga||function(){(ga.q=ga.q||[]).push(arguments)};ga.l=+new Date;\n"
      "ga('create', 'UA-XXXXX-Y', { cookieDomain: 'none', name: 'b', siteSpeedSampleRate: 10 });\n"
      "ga(function(tracker) { ga('set', 'dimension1', tracker.get('clientId')); });\n"
      "ga('b.send', { hitType: 'event', eventCategory: 'x', 'eventValue': 1.5e-3 });" },
    { "Universal Analytics with the page-hiding snippet",
      "(function(a,s,y,n,c,h,i,d,e){s.className+=' '+y;h.start=1*new Date;\n"
      "h.end=i=function(){s.className=s.className.replace(RegExp(' ?'+y),'')};\n"
      "(a[n]=a[n]||[]).hide=h;setTimeout(function(){i();h.end=null},c);h.timeout=c;\n"
      "})(window,document.documentElement,'async-hide','dataLayer',4000,{'GTM-XXXXXX':true});\n"
      "ga('create', 'UA-1-1'); ga('require', 'GTM-XXXXXX');" },
    { "gtag", "window.dataLayer = window.dataLayer || [];\n"
              "function gtag(){dataLayer.push(arguments);}\n"
              "gtag('js', new Date());\n"
              "\n"
              "gtag('config', 'G-ABCDEF1234', { 'anonymize_ip': true, cookie_flags: 'SameSite=None;Secure', \"l"
              "inker\": {\"domains\": [\"a.example\"]} });\n"
              "gtag('config', 'AW-123456789');" },
    { "gtag with consent", "window.dataLayer = window.dataLayer || [];\n"
                           "function gtag() { dataLayer.push(arguments); }\n"
                           "gtag('consent', 'default', {\n"
                           "  'ad_storage': 'denied', // until asked\n"
                           "  'analytics_storage': 'denied',\n"
                           "  'wait_for_update': 500,\n"
                           "  region: ['ES', 'US-AK'],\n"
                           "});\n"
                           "gtag('set', 'url_passthrough', true);\n"
                           "gtag('config', 'G-1');" },
    { "gtag, arrow function and template",
      "window.dataLayer ||= []; window.gtag = (...args) => { dataLayer.push(args) };\n"
      "gtag('config', `G-${'ABC'}`, { page_path: location.pathname?.slice(0, 1) ?\? '/' });" },
    { "Tag Manager", "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':\n"
                     "new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],\n"
                     "j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=\n"
                     "'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);\n"
                     "})(window,document,'script','dataLayer','GTM-XXXXXX');" },
    { "Tag Manager with a nonce and a data layer before it",
      "dataLayer = [{ \"page\": { \"type\": \"article\", \"tags\": [\"a\", \"b\"], \"default\": 1, \"id"
      "\": null } }];\n"
      "dataLayer.push({ 'if': true, \"price\": -1.5, user: { \"in\": false } });\n"
      "(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});"
      "var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=tru"
      "e;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;var n=d.currentScript&&(d.currentScri"
      "pt.nonce||d.currentScript.getAttribute('nonce'));n&&j.setAttribute('nonce',n);f.parentNode.inser"
      "tBefore(j,f);})(window,document,'script','dataLayer','GTM-XXXX');" },
    { "Google Ads conversion", "/* <![CDATA[ */\n"
                               "var google_conversion_id = 1234567890;\n"
                               "var google_conversion_language = \"en\";\n"
                               "var google_conversion_label = \"xxxx-XXX1234xxxx\";\n"
                               "var google_remarketing_only = false;\n"
                               "/* ]]> */" },
    { "Meta Pixel", "!function(f,b,e,v,n,t,s)\n"
                    "{if(f.fbq)return;n=f.fbq=function(){n.callMethod?\n"
                    "n.callMethod.apply(n,arguments):n.queue.push(arguments)};\n"
                    "if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;n.version='2.0';\n"
                    "n.queue=[];t=b.createElement(e);t.async=!0;\n"
                    "t.src=v;s=b.getElementsByTagName(e)[0];\n"
                    "s.parentNode.insertBefore(t,s)}(window, document,'script',\n"
                    "'https://connect.facebook.net/en_US/fbevents.js');\n"
                    "fbq('init', '1234567890', {em: 'a@example.org'});\n"
                    "fbq('track', 'PageView');\n"
                    "fbq('track', 'ViewContent', { content_ids: ['1', \"2\"], value: 3.50, currency: 'EUR' });" },
    { "Facebook conversion, older", "(function() {\n"
                                    "  var _fbq = window._fbq || (window._fbq = []);\n"
                                    "  if (!_fbq.loaded) {\n"
                                    "    var fbds = document.createElement('script');\n"
                                    "    fbds.async = true;\n"
                                    "    fbds.src = '//connect.facebook.net/en_US/fbds.js';\n"
                                    "    var s = document.getElementsByTagName('script')[0];\n"
                                    "    s.parentNode.insertBefore(fbds, s);\n"
                                    "    _fbq.loaded = true;\n"
                                    "  }\n"
                                    "  _fbq.push(['addPixelId', '1234']);\n"
                                    "})();\n"
                                    "window._fbq = window._fbq || [];\n"
                                    "window._fbq.push(['track', 'PixelInitialized', {}]);" },
    { "Hotjar", "(function(h,o,t,j,a,r){\n"
                "    h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};\n"
                "    h._hjSettings={hjid:1234567,hjsv:6};\n"
                "    a=o.getElementsByTagName('head')[0];\n"
                "    r=o.createElement('script');r.async=1;\n"
                "    r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;\n"
                "    a.appendChild(r);\n"
                "})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');" },
    { "Clarity", "(function(c,l,a,r,i,t,y){\n"
                 "    c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};\n"
                 "    t=l.createElement(r);t.async=1;t.src=\"https://www.clarity.ms/tag/\"+i;\n"
                 "    y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);\n"
                 "})(window, document, \"clarity\", \"script\", \"abcdefghij\");" },
    { "Yandex Metrica, synchronous",
      "var yaParams = {ip: \"1.2.3.4\"};\n"
      "try { var yaCounter1234 = new Ya.Metrika({id: 1234, webvisor: true, params: window.yaParams || {"
      " }}); }\n"
      "catch(e) { }" },
    { "Yandex Metrica, asynchronous",
      "(function (d, w, c) {\n"
      "    (w[c] = w[c] || []).push(function() {\n"
      "        try {\n"
      "            w.yaCounter1234 = new Ya.Metrika2({ id:1234, clickmap:true, trackLinks:true });\n"
      "        } catch(e) { }\n"
      "    });\n"
      "    var n = d.getElementsByTagName(\"script\")[0],\n"
      "        s = d.createElement(\"script\"),\n"
      "        f = function () { n.parentNode.insertBefore(s, n); };\n"
      "    s.type = \"text/javascript\"; s.async = true; s.src = \"https://mc.yandex.ru/metrika/tag.js"
      "\";\n"
      "    if (w.opera == \"[object Opera]\") {\n"
      "        d.addEventListener(\"DOMContentLoaded\", f, false);\n"
      "    } else { f(); }\n"
      "})(document, window, \"yandex_metrika_callbacks2\");" },
    { "Yandex Metrica, ym",
      "   (function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};\n"
      "   m[i].l=1*new Date();\n"
      "   for (var j = 0; j < document.scripts.length; j++) {if (document.scripts[j].src === r) { retur"
      "n; }}\n"
      "   k=e.createElement(t),a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefo"
      "re(k,a)})\n"
      "   (window, document, \"script\", \"https://mc.yandex.ru/metrika/tag.js\", \"ym\");\n"
      "\n"
      "   ym(1234, \"init\", { clickmap:true, ecommerce:\"dataLayer\" });" },
    { "LiveInternet", "document.write(\"<a href='//www.liveinternet.ru/click' \"+\n"
                      "\"target=_blank><img src='//counter.yadro.ru/hit?t14.6;r\"+\n"
                      "escape(document.referrer)+((typeof(screen)==\"undefined\")?\"\":\n"
                      "\";s\"+screen.width+\"*\"+screen.height+\"*\"+(screen.colorDepth?\n"
                      "screen.colorDepth:screen.pixelDepth))+\";u\"+escape(document.URL)+\n"
                      "\";h\"+escape(document.title.substring(0,80))+\";\"+Math.random()+\n"
                      "\"' alt='' title='LiveInternet: \\u043f\\u043e\\u043a\\u0430\\u0437\\u0430\\u043d\\u043e' \"+\n"
                      "\"border='0' width='88' height='31'><\\/a>\")" },
    { "LiveInternet, image",
      "<!--\n"
      "new Image().src = \"//counter.yadro.ru/hit?r\"+ escape(document.referrer)+((typeof(screen)==\"un"
      "defined\")?\"\": \";s\"+screen.width+\"*\"+screen.height)+\";\"+Math.random();//-->" },
    { "Mail.ru", "var _tmr = window._tmr || (window._tmr = []);\n"
                 "_tmr.push({id: \"1234\", type: \"pageView\", start: (new Date()).getTime()});\n"
                 "(function (d, w, id) {\n"
                 "  if (d.getElementById(id)) return;\n"
                 "  var ts = d.createElement(\"script\"); ts.type = \"text/javascript\"; ts.async = true; ts.id = "
                 "id;\n"
                 "  ts.src = \"https://top-fwz1.mail.ru/js/code.js\";\n"
                 "  var f = function () {var s = d.getElementsByTagName(\"script\")[0]; s.parentNode.insertBefore("
                 "ts, s);};\n"
                 "  if (w.opera == \"[object Opera]\") { d.addEventListener(\"DOMContentLoaded\", f, false); } els"
                 "e { f(); }\n"
                 "})(document, window, \"tmr-code\");" },
    { "StatCounter", "var sc_project=1234567;\n"
                     "var sc_invisible=1;\n"
                     "var sc_security=\"abcdef12\";\n"
                     "var scJsHost = ((\"https:\" == document.location.protocol) ? \"https://secure.\" : \"http://www."
                     "\");\n"
                     "document.write(\"<sc\"+\"ript type='text/javascript' src='\" + scJsHost+ \"statcounter.com/count"
                     "er/counter.js'></\"+\"script>\");" },
    { "comScore", "var _comscore = _comscore || [];\n"
                  "_comscore.push({ c1: \"2\", c2: \"1234567\", options: { enableFirstPartyCookie: true } });\n"
                  "(function() {\n"
                  "  var s = document.createElement(\"script\"), el = document.getElementsByTagName(\"script\")[0];"
                  " s.async = true;\n"
                  "  s.src = (document.location.protocol == \"https:\" ? \"https://sb\" : \"http://b\") + \".scorec"
                  "ardresearch.com/beacon.js\";\n"
                  "  el.parentNode.insertBefore(s, el);\n"
                  "})();" },
    { "comScore, call", "COMSCORE && COMSCORE.beacon({ c1:2, c2:1234567, c3:\"\", c4:escape(window.location.href), c15:"
                        "\"\" });" },
    { "comScore, pixel function",
      "function udm_(a){var b=\"comScore=\",c=document,d=c.URL,e=escape,f=Math.random();new Image().src"
      "=\"//b.scorecardresearch.com/b?c1=2&c7=\"+e(d)+\"&\"+b+f+a}\n"
      "udm_(\"&c2=1\");" },
    { "Quantcast", "_qoptions={\n"
                   "qacct:\"p-abcdefghi\"\n"
                   "};" },
    { "Quantcast, asynchronous",
      "var _qevents = _qevents || [];\n"
      "(function() {\n"
      "var elem = document.createElement('script');\n"
      "elem.src = (document.location.protocol == \"https:\" ? \"https://secure\" : \"http://edge\") + "
      "\".quantserve.com/quant.js\";\n"
      "elem.async = true;\n"
      "elem.type = \"text/javascript\";\n"
      "var scpt = document.getElementsByTagName('script')[0];\n"
      "scpt.parentNode.insertBefore(elem, scpt);\n"
      "})();\n"
      "_qevents.push({ qacct:\"p-abc\", labels:\"a.b\" });" },
    { "Chartbeat", "var _sf_async_config = { uid: 1234, domain: 'example.org', useCanonical: true };\n"
                   "_sf_async_config.sections = 'News';   // change this\n"
                   "(function() {\n"
                   "  function loadChartbeat() {\n"
                   "    window._sf_endpt=(new Date()).getTime();\n"
                   "    var e = document.createElement('script');\n"
                   "    e.setAttribute('language', 'javascript');\n"
                   "    e.setAttribute('type', 'text/javascript');\n"
                   "    e.setAttribute('src', '//static.chartbeat.com/js/chartbeat.js');\n"
                   "    document.body.appendChild(e);\n"
                   "  };\n"
                   "  var oldonload = window.onload;\n"
                   "  window.onload = (typeof window.onload != 'function') ?\n"
                   "    loadChartbeat : function() { oldonload(); loadChartbeat(); };\n"
                   "})();" },
    { "Chartbeat, newer", "(function() {\n"
                          "    /** CONFIGURATION START **/\n"
                          "    var _sf_async_config = window._sf_async_config = (window._sf_async_config || {});\n"
                          "    _sf_async_config.uid = 1234;\n"
                          "    _sf_async_config.authors = \"O'Neil\";\n"
                          "    /** CONFIGURATION END **/\n"
                          "    function loadChartbeat() {\n"
                          "        var e = document.createElement('script');\n"
                          "        var n = document.getElementsByTagName('script')[0];\n"
                          "        e.type = 'text/javascript';\n"
                          "        e.async = true;\n"
                          "        e.src = '//static.chartbeat.com/js/chartbeat.js';\n"
                          "        n.parentNode.insertBefore(e, n);\n"
                          "    }\n"
                          "    loadChartbeat();\n"
                          " })();" },
    { "Chartbeat, start", "var _sf_startpt=(new Date()).getTime()" },
    { "Parse.ly", "(function(s, p, d) {\n"
                  "  var h=d.location.protocol, i=p+\"-\"+s,\n"
                  "      e=d.getElementById(i), r=d.getElementById(p+\"-root\"),\n"
                  "      u=h===\"https:\"?\"d1z2jf7jlzjs58.cloudfront.net\"\n"
                  "      :\"static.\"+p+\".com\";\n"
                  "  if (e) return;\n"
                  "  e = d.createElement(s); e.id = i; e.async = true;\n"
                  "  e.setAttribute('data-parsely-site', 'example.org');\n"
                  "  e.src = h+\"//\"+u+\"/p.js\"; r.appendChild(e);\n"
                  "})(\"script\", \"parsely\", document);" },
    { "New Relic, settings",
      "window.NREUM||(NREUM={});NREUM.info={\"beacon\":\"bam.nr-data.net\",\"licenseKey\":\"abcdef\","
      "\"agent\":\"js-agent.newrelic.com\\/nr-476.min.js\"}" },
    { "New Relic, episodes",
      "var NREUMQ=NREUMQ||[];NREUMQ.push([\"mark\",\"firstbyte\",new Date().getTime()]);\n"
      "if(!NREUMQ.f){NREUMQ.f=function(){NREUMQ.push([\"load\",new Date().getTime()]);\n"
      "var e=document.createElement(\"script\");e.type=\"text/javascript\";e.async=true;\n"
      "e.src=\"https://d1ros97qkrwjf5.cloudfront.net/42/eum/rum.js\";\n"
      "document.body.appendChild(e);if(NREUMQ.a)NREUMQ.a();};NREUMQ.a=window.onload;window.onload=NREUM"
      "Q.f;};" },
    { "Piwik, synchronous",
      "var pkBaseURL = ((\"https:\" == document.location.protocol) ? \"https://stats.example.org/\" : "
      "\"http://stats.example.org/\");\n"
      "document.write(unescape(\"%3Cscript src='\" + pkBaseURL + \"piwik.js' type='text/javascript'%3E%"
      "3C/script%3E\"));" },
    { "Piwik, tracker", "try {\n"
                        "var piwikTracker = Piwik.getTracker(pkBaseURL + \"piwik.php\", 1);\n"
                        "piwikTracker.trackPageView();\n"
                        "piwikTracker.enableLinkTracking();\n"
                        "} catch( err ) {}" },
    { "Matomo", "  var _paq = window._paq = window._paq || [];\n"
                "  /* tracker methods like \"setCustomDimension\" should be called before \"trackPageView\" */\n"
                "  _paq.push(['setDocumentTitle', document.domain + \"/\" + document.title]);\n"
                "  _paq.push([\"setCookieDomain\", \"*.example.org\"]);\n"
                "  _paq.push(['trackPageView']);\n"
                "  _paq.push(['enableLinkTracking']);\n"
                "  (function() {\n"
                "    var u=\"//stats.example.org/\";\n"
                "    _paq.push(['setTrackerUrl', u+'matomo.php']);\n"
                "    _paq.push(['setSiteId', '1']);\n"
                "    var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];\n"
                "    g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s);\n"
                "  })();" },
    { "Matomo, user agents of old",
      "  var _paq = _paq || [];\n"
      "  (function(){ var u=((\"https:\" == document.location.protocol) ? \"https://a.example/\" : \"ht"
      "tp://a.example/\");\n"
      "  _paq.push(['setSiteId', 1]); _paq.push(['setTrackerUrl', u+'piwik.php']);\n"
      "  var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0]; g.type='te"
      "xt/javascript'; g.defer=true; g.async=true; g.src=u+'piwik.js';\n"
      "  s.parentNode.insertBefore(g,s); })();" },
    { "Segment", "!function(){var analytics=window.analytics=window.analytics||[];if(!analytics.initialize)if(anal"
                 "ytics.invoked)window.console&&console.error&&console.error(\"Segment snippet included twice.\");"
                 "else{analytics.invoked=!0;analytics.methods=[\"trackSubmit\",\"trackClick\",\"page\"];analytics."
                 "factory=function(e){return function(){var t=Array.prototype.slice.call(arguments);t.unshift(e);a"
                 "nalytics.push(t);return analytics}};for(var e=0;e<analytics.methods.length;e++){var key=analytic"
                 "s.methods[e];analytics[key]=analytics.factory(key)}analytics.load=function(key,e){var t=document"
                 ".createElement(\"script\");t.type=\"text/javascript\";t.async=!0;t.src=\"https://cdn.segment.com"
                 "/analytics.js/v1/\"+key+\"/analytics.min.js\";var n=document.getElementsByTagName(\"script\")[0]"
                 ";n.parentNode.insertBefore(t,n);analytics._loadOptions=e};analytics._writeKey=\"KEY\";analytics."
                 "SNIPPET_VERSION=\"4.15.2\";\n"
                 "analytics.load(\"KEY\");\n"
                 "analytics.page();\n"
                 "}}();" },
    { "Mixpanel, 2.1",
      "(function(c,a){window.mixpanel=a;var b,d,h,e;b=c.createElement(\"script\");\n"
      "b.type=\"text/javascript\";b.async=!0;b.src=(\"https:\"===c.location.protocol?\"https:\":\"http:"
      "\")+\n"
      "'//cdn.mxpnl.com/libs/mixpanel-2.1.min.js';d=c.getElementsByTagName(\"script\")[0];\n"
      "d.parentNode.insertBefore(b,d);a._i=[];a.init=function(b,c,f){function d(a,b){\n"
      "var c=b.split(\".\");2==c.length&&(a=a[c[0]],b=c[1]);a[b]=function(){a.push([b].concat(\n"
      "Array.prototype.slice.call(arguments,0)))}}var g=a;\"undefined\"!==typeof f?g=a[f]=[]:\n"
      "f=\"mixpanel\";g.people=g.people||[];h=['disable','track'];for(e=0;e<h.length;e++)d(g,h[e]);\n"
      "a._i.push([b,c,f])};a.__SV=1.1;})(document,window.mixpanel||[]);\n"
      "mixpanel.init(\"abcdef\");" },
    { "Heap", "window.heap=window.heap||[],heap.load=function(e,t){window.heap.appid=e,window.heap.config=t=t||"
              "{};var r=document.createElement(\"script\");r.type=\"text/javascript\",r.async=!0,r.src=\"https:"
              "//cdn.heapanalytics.com/js/heap-\"+e+\".js\";var a=document.getElementsByTagName(\"script\")[0];"
              "a.parentNode.insertBefore(r,a);for(var n=function(e){return function(){heap.push([e].concat(Arra"
              "y.prototype.slice.call(arguments,0)))}},p=[\"addEventProperties\",\"identify\",\"track\"],o=0;o<"
              "p.length;o++)heap[p[o]]=n(p[o])};\n"
              "heap.load(\"1234567890\");" },
    { "Crazy Egg", "setTimeout(function(){var a=document.createElement(\"script\");\n"
                   "var b=document.getElementsByTagName(\"script\")[0];\n"
                   "a.src=document.location.protocol+\"//dnn506yrbagrg.cloudfront.net/pages/scripts/0011/1234.js?\"+"
                   "Math.floor(new Date().getTime()/3600000);\n"
                   "a.async=true;a.type=\"text/javascript\";b.parentNode.insertBefore(a,b)}, 1);" },
    { "Tealium", "(function(a,b,c,d){\n"
                 "a='//tags.tiqcdn.com/utag/acme/main/prod/utag.js';\n"
                 "b=document;c='script';d=b.createElement(c);d.src=a;d.type='text/java'+c;d.async=true;\n"
                 "a=b.getElementsByTagName(c)[0];a.parentNode.insertBefore(d,a);\n"
                 "})();" },
    { "Tealium, data", "var utag_data = { page_name : \"home\", \"page_type\": 'x', list : [ 'a', 'b' ] }\n"
                       "utag_data.country = \"at\";\n"
                       "window.utag_data['lang'] = 'de';" },
    { "Adobe DTM", "if (typeof _satellite !== \"undefined\") { _satellite.pageBottom(); }" },
    { "SiteCatalyst, page code", "s.pageName=\"home: start\"\n"
                                 "s.server=\"\"\n"
                                 "s.channel=\"home\"\n"
                                 "s.prop1=\"a\";s.eVar1=s.prop1\n"
                                 "/* Conversion Variables */\n"
                                 "s.events=\"event1,prodView\"\n"
                                 "s.products=\";SKU;1;9.99\"\n"
                                 "/************* DO NOT ALTER ANYTHING BELOW THIS LINE ! **************/\n"
                                 "var s_code=s.t();if(s_code)document.write(s_code)//-->" },
    { "SiteCatalyst, browsers of old",
      "<!--\n"
      "if(navigator.appVersion.indexOf('MSIE')>=0)document.write(unescape('%3C')+'\\!-'+'-')\n"
      "//-->" },
    { "SiteCatalyst, account", "var s_account=\"acmeprod\"; s_account = s_account + \",acmeglobal\";\n"
                               "var s=s_gi(s_account)\n"
                               "s.charSet=\"UTF-8\"; s.trackDownloadLinks=true" },
    { "WebTrends", "var _tag=new WebTrends();\n"
                   "_tag.dcsGetId();\n"
                   "_tag.dcsCustom=function(){\n"
                   "// _tag.DCSext.param_name = \"value\";\n"
                   "}\n"
                   "_tag.dcsCollect();" },
    { "WebTrends, asynchronous",
      "window.webtrendsAsyncInit=function(){\n"
      "    var dcs=new Webtrends.dcs().init({\n"
      "        dcsid:\"dcs1\", domain:\"statse.webtrendslive.com\", timezone:-5,\n"
      "        plugins:{ hm:{src:\"//s.webtrends.com/js/webtrends.hm.js\"} }\n"
      "        }).track();\n"
      "};\n"
      "(function(){\n"
      "    var s=document.createElement(\"script\"); s.async=true; s.src=\"//s.webtrends.com/js/webtren"
      "ds.min.js\";\n"
      "    var s2=document.getElementsByTagName(\"script\")[0]; s2.parentNode.insertBefore(s,s2);\n"
      "}());" },
    { "Coremetrics", "cmSetClientID(\"90123456\",true,\"data.coremetrics.com\",\"example.org\");\n"
                     "cmCreatePageviewTag(\"HOME\", \"CAT1\", null, null, \"a-_-b\");" },
    { "IVW, SZM box", "<!--\n"
                      "var IVW=\"http://acme.ivwbox.de/cgi-bin/ivw/CP/code;kommentar\";\n"
                      "document.write(\"<img src=\\\"\"+IVW+\"?r=\"+escape(document.referrer)+\"&d=\"+(Math.random()*10"
                      "0000)+\"\\\" width=\\\"1\\\" height=\\\"1\\\" alt=\\\"szmtag\\\" />\");\n"
                      "// -->" },
    { "INFOnline", "var iam_data = {\n"
                   "\"st\":\"acme\", // site\n"
                   "\"cp\":\"index\",\n"
                   "\"sv\":\"ke\",\n"
                   "\"co\":\"kommentar\"\n"
                   "}\n"
                   "iom.c(iam_data,1);" },
    { "INFOnline, IOMm", "IOMm('configure', { st: 'acme', dn: 'data-1.example.org', mh: 5 });\n"
                         "IOMm('pageview', { cp: 'nachrichten' });" },
    { "AT Internet", "<!--\n"
                     "xtnv = document;\n"
                     "xtsd = \"http://logi1\";\n"
                     "xtsite = \"123456\";\n"
                     "xtn2 = \"1\";\n"
                     "xtpage = \"home\";\n"
                     "if (window.xtparam!=null){window.xtparam+=\"&ac=&an=\";}\n"
                     "else{window.xtparam=\"&ac=&an=\";};\n"
                     "//-->" },
    { "AT Internet, SmartTag", "var ATTag = new ATInternet.Tracker.Tag();\n"
                               "ATTag.page.set({ name: 'home', level2: '1' });\n"
                               "ATTag.dispatch();" },
    { "AT Internet, callback",
      "window.ATInternet = { onTrackerLoad: function () {\n"
      "  var a = window.ATInternet; a.conf = { name: 'x' }; a.tag = new a.Tracker.Tag(); a.tag.page.set"
      "(a.conf); a.tag.dispatch();\n"
      "} };\n"
      "(function () {\n"
      "  var at = document.createElement('script'); at.type = 'text/javascript'; at.async = true; at.sr"
      "c = '//tag.aticdn.net/1/smarttag.js';\n"
      "  (document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0] || docum"
      "ent.getElementsByTagName('script')[0].parentNode).insertBefore(at, null);\n"
      "})();" },
    { "Gemius", "<!--//--><![CDATA[//><!--\n"
                "var pp_gemius_identifier = 'abc.def';\n"
                "var pp_gemius_use_cmp = true;\n"
                "// lines below shouldn't be edited\n"
                "function gemius_pending(i) { window[i] = window[i] || function() {var x = window[i+'_pdata'] = w"
                "indow[i+'_pdata'] || []; x[x.length]=arguments;};};\n"
                "gemius_pending('gemius_hit'); gemius_pending('gemius_event'); gemius_pending('pp_gemius_hit'); g"
                "emius_pending('pp_gemius_event');\n"
                "(function(d,t) {try {var gt=d.createElement(t),s=d.getElementsByTagName(t)[0],l='http'+((locatio"
                "n.protocol=='https:')?'s':''); gt.setAttribute('async','async');\n"
                "gt.setAttribute('defer','defer'); gt.src=l+'://hit.gemius.pl/xgemius.js'; s.parentNode.insertBef"
                "ore(gt,s);} catch (e) {}})(document,'script');\n"
                "//--><!]]>" },
    { "Baidu", "var _hmt = _hmt || [];\n"
               "(function() {\n"
               "  var hm = document.createElement(\"script\");\n"
               "  hm.src = \"https://hm.baidu.com/hm.js?abcdef\";\n"
               "  var s = document.getElementsByTagName(\"script\")[0];\n"
               "  s.parentNode.insertBefore(hm, s);\n"
               "})();" },
    { "Baidu, older",
      "var _bdhmProtocol = ((\"https:\" == document.location.protocol) ? \" https://\" : \" http://\");\n"
      "document.write(unescape(\"%3Cscript src='\" + _bdhmProtocol + \"hm.baidu.com/h.js%3Fabcdef' type"
      "='text/javascript'%3E%3C/script%3E\"));" },
    { "CNZZ", "var cnzz_protocol = ((\"https:\" == document.location.protocol) ? \" https://\" : \" http://\");"
              "document.write(unescape(\"%3Cspan id='cnzz_stat_icon_1'%3E%3C/span%3E%3Cscript src='\" + cnzz_pr"
              "otocol + \"s4.cnzz.com/z_stat.php%3Fid%3D1%26show%3Dpic' type='text/javascript'%3E%3C/script%3E"
              "\"));" },
    { "TikTok", "!function (w, d, t) {\n"
                "  w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.methods=[\"page\",\"track\",\"identify\"],"
                "ttq.setAndDefer=function(t,e){t[e]=function(){t.push([e].concat(Array.prototype.slice.call(argum"
                "ents,0)))}};for(var i=0;i<ttq.methods.length;i++)ttq.setAndDefer(ttq,ttq.methods[i]);ttq.instanc"
                "e=function(t){for(var e=ttq._i[t]||[],n=0;n<ttq.methods.length;n++)ttq.setAndDefer(e,ttq.methods"
                "[n]);return e},ttq.load=function(e,n){var i=\"https://analytics.tiktok.com/i18n/pixel/events.js"
                "\";ttq._i=ttq._i||{},ttq._i[e]=[],ttq._i[e]._u=i,ttq._t=ttq._t||{},ttq._t[e]=+new Date,ttq._o=tt"
                "q._o||{},ttq._o[e]=n||{};var o=document.createElement(\"script\");o.type=\"text/javascript\",o.a"
                "sync=!0,o.src=i+\"?sdkid=\"+e+\"&lib=\"+t;var a=document.getElementsByTagName(\"script\")[0];a.p"
                "arentNode.insertBefore(o,a)};\n"
                "  ttq.load('ABCDEF');\n"
                "  ttq.page();\n"
                "}(window, document, 'ttq');" },
    { "LinkedIn", "_linkedin_partner_id = \"1234\";\n"
                  "window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];\n"
                  "window._linkedin_data_partner_ids.push(_linkedin_partner_id);\n"
                  "(function(l) {\n"
                  "if (!l){window.lintrk = function(a,b){window.lintrk.q.push([a,b])};\n"
                  "window.lintrk.q=[]}\n"
                  "var s = document.getElementsByTagName(\"script\")[0];\n"
                  "var b = document.createElement(\"script\");\n"
                  "b.type = \"text/javascript\";b.async = true;\n"
                  "b.src = \"https://snap.licdn.com/li.lms-analytics/insight.min.js\";\n"
                  "s.parentNode.insertBefore(b, s);})(window.lintrk);" },
    { "Twitter", "!function(e,t,n,s,u,a){e.twq||(s=e.twq=function(){s.exe?s.exe.apply(s,arguments):s.queue.push(ar"
                 "guments);\n"
                 "},s.version='1.1',s.queue=[],u=t.createElement(n),u.async=!0,u.src='https://static.ads-twitter.c"
                 "om/uwt.js',\n"
                 "a=t.getElementsByTagName(n)[0],a.parentNode.insertBefore(u,a))}(window,document,'script');\n"
                 "twq('config','abcde');" },
    { "Pinterest", "!function(e){if(!window.pintrk){window.pintrk = function () {\n"
                   "window.pintrk.queue.push(Array.prototype.slice.call(arguments))};var\n"
                   "  n=window.pintrk;n.queue=[],n.version=\"3.0\";var\n"
                   "  t=document.createElement(\"script\");t.async=!0,t.src=e;var\n"
                   "  r=document.getElementsByTagName(\"script\")[0];\n"
                   "  r.parentNode.insertBefore(t,r)}}(\"https://s.pinimg.com/ct/core.js\");\n"
                   "pintrk('load', '1234', {em: 'a@example.org'});\n"
                   "pintrk('page');" },
    { "Snap", "(function(e,t,n){if(e.snaptr)return;var a=e.snaptr=function()\n"
              "{a.handleRequest?a.handleRequest.apply(a,arguments):a.queue.push(arguments)};\n"
              "a.queue=[];var s='script';r=t.createElement(s);r.async=!0;\n"
              "r.src=n;var u=t.getElementsByTagName(s)[0];\n"
              "u.parentNode.insertBefore(r,u);var r;})(window,document,\n"
              "'https://sc-static.net/scevent.min.js');\n"
              "snaptr('init', 'abc');\n"
              "snaptr('track', 'PAGE_VIEW');" },
    { "Bing", "(function(w,d,t,r,u){var f,n,i;w[u]=w[u]||[],f=function(){var o={ti:\"1234\"};o.q=w[u],w[u]=new "
              "UET(o),w[u].push(\"pageLoad\")},n=d.createElement(t),n.src=r,n.async=1,n.onload=n.onreadystatech"
              "ange=function(){var s=this.readyState;s&&s!==\"loaded\"&&s!==\"complete\"||(f(),n.onload=n.onrea"
              "dystatechange=null)},i=d.getElementsByTagName(t)[0],i.parentNode.insertBefore(n,i)})(window,docu"
              "ment,\"script\",\"//bat.bing.com/bat.js\",\"uetq\");" },
    { "HubSpot", "    (function(d,s,i,r) {\n"
                 "      if (d.getElementById(i)){return;}\n"
                 "      var n=d.createElement(s),e=d.getElementsByTagName(s)[0];\n"
                 "      n.id=i;n.src='//js.hs-analytics.net/analytics/'+(Math.ceil(new Date()/r)*r)+'/1234.js';\n"
                 "      e.parentNode.insertBefore(n, e);\n"
                 "    })(document,\"script\",\"hs-analytics\",300000);" },
    { "Marketo", "(function() {\n"
                 "  var didInit = false;\n"
                 "  function initMunchkin() {\n"
                 "    if(didInit === false) {\n"
                 "      didInit = true;\n"
                 "      Munchkin.init('123-ABC-456');\n"
                 "    }\n"
                 "  }\n"
                 "  var s = document.createElement('script');\n"
                 "  s.type = 'text/javascript';\n"
                 "  s.async = true;\n"
                 "  s.src = '//munchkin.marketo.net/munchkin.js';\n"
                 "  s.onreadystatechange = function() {\n"
                 "    if (this.readyState == 'complete' || this.readyState == 'loaded') {\n"
                 "      initMunchkin();\n"
                 "    }\n"
                 "  };\n"
                 "  s.onload = initMunchkin;\n"
                 "  document.getElementsByTagName('head')[0].appendChild(s);\n"
                 "})();" },
    { "Pardot", "piAId = '1234';\n"
                "piCId = '567';\n"
                "\n"
                "(function() {\n"
                "\tfunction async_load(){\n"
                "\t\tvar s = document.createElement('script'); s.type = 'text/javascript';\n"
                "\t\ts.src = ('https:' == document.location.protocol ? 'https://pi' : 'http://cdn') + '.pardot.co"
                "m/pd.js';\n"
                "\t\tvar c = document.getElementsByTagName('script')[0]; c.parentNode.insertBefore(s, c);\n"
                "\t}\n"
                "\tif(window.attachEvent) { window.attachEvent('onload', async_load); }\n"
                "\telse { window.addEventListener('load', async_load, false); }\n"
                "})();" },
    { "Alexa", "_atrk_opts = { atrk_acct:\"abc\", domain:\"example.org\",dynamic: true};\n"
               "(function() { var as = document.createElement('script'); as.type = 'text/javascript'; as.async ="
               " true; as.src = \"https://d31qbv1cthcecs.cloudfront.net/atrk.js\"; var s = document.getElementsB"
               "yTagName('script')[0];s.parentNode.insertBefore(as, s); })();" },
    { "WordPress", "_stq = window._stq || [];\n"
                   "_stq.push([ \"view\", JSON.parse(\"{\\\"v\\\":\\\"ext\\\",\\\"blog\\\":\\\"1\\\",\\\"post\\\":"
                   "\\\"0\\\"}\") ]);\n"
                   "_stq.push([ \"clickTrackerInit\", \"1\", \"0\" ]);" },
    { "Clicky", "var clicky_site_ids = clicky_site_ids || [];\n"
                "clicky_site_ids.push(1234);\n"
                "(function() {\n"
                "  var s = document.createElement('script');\n"
                "  s.type = 'text/javascript';\n"
                "  s.async = true;\n"
                "  s.src = '//static.getclicky.com/js';\n"
                "  ( document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0] ).appen"
                "dChild( s );\n"
                "})();" },
    { "Kissmetrics", "var _kmq = _kmq || [];\n"
                     "var _kmk = _kmk || 'abc';\n"
                     "function _kms(u){\n"
                     "  setTimeout(function(){\n"
                     "    var d = document, f = d.getElementsByTagName('script')[0],\n"
                     "    s = d.createElement('script');\n"
                     "    s.type = 'text/javascript'; s.async = true; s.src = u;\n"
                     "    f.parentNode.insertBefore(s, f);\n"
                     "  }, 1);\n"
                     "}\n"
                     "_kms('//i.kissmetrics.com/i.js');\n"
                     "_kms('//scripts.kissmetrics.com/' + _kmk + '.2.js');" },
    { "Histats", "var _Hasync= _Hasync|| [];\n"
                 "_Hasync.push(['Histats.start', '1,1234567,4,0,0,0,00010000']);\n"
                 "_Hasync.push(['Histats.fasi', '1']);\n"
                 "(function() {\n"
                 "var hs = document.createElement('script'); hs.type = 'text/javascript'; hs.async = true;\n"
                 "hs.src = ('//s10.histats.com/js15_as.js');\n"
                 "(document.getElementsByTagName('head')[0] || document.getElementsByTagName('body')[0]).appendChi"
                 "ld(hs);\n"
                 "})();" },
    { "Nielsen", "(function () {\n"
                 "    var d = new Image(1, 1);\n"
                 "    d.onerror = d.onload = function () {\n"
                 "      d.onerror = d.onload = null;\n"
                 "    };\n"
                 "    d.src = [\"//secure-us.imrworldwide.com/cgi-bin/m?ci=us-1&cg=0&cc=1&si=\", escape(window.loc"
                 "ation.href), \"&rp=\", escape(document.referrer), \"&ts=compact&rnd=\", (new Date()).getTime()]."
                 "join('');\n"
                 "})();" },
    { "Nielsen, call", "var pvar = { cid: \"acme\", content: \"0\", server: \"secure-au\" };\n"
                       "var trac = nol_t(pvar);\n"
                       "trac.record().post();" },
    { "Mouseflow", "window._mfq = window._mfq || [];\n"
                   "(function() {\n"
                   "    var mf = document.createElement(\"script\");\n"
                   "    mf.type = \"text/javascript\"; mf.defer = true;\n"
                   "    mf.src = \"//cdn.mouseflow.com/projects/1234.js\";\n"
                   "    document.getElementsByTagName(\"head\")[0].appendChild(mf);\n"
                   "})();" },
    { "Inspectlet", "window.__insp = window.__insp || [];\n"
                    "__insp.push(['wid', 1234567]);\n"
                    "(function() {\n"
                    "function ldinsp(){if(typeof window.__inspld != \"undefined\") return; window.__inspld = 1; var i"
                    "nsp = document.createElement('script'); insp.type = 'text/javascript'; insp.async = true; insp.i"
                    "d = \"inspsync\"; insp.src = ('https:' == document.location.protocol ? 'https' : 'http') + '://c"
                    "dn.inspectlet.com/inspectlet.js'; var x = document.getElementsByTagName('script')[0]; x.parentNo"
                    "de.insertBefore(insp, x); };\n"
                    "setTimeout(ldinsp, 500); document.readyState != \"complete\" ? (window.attachEvent ? window.atta"
                    "chEvent('onload', ldinsp) : window.addEventListener('load', ldinsp, false)) : ldinsp();\n"
                    "})();" },
    { "Snowplow", ";(function(p,l,o,w,i,n,g){if(!p[i]){p.GlobalSnowplowNamespace=p.GlobalSnowplowNamespace||[];\n"
                  "p.GlobalSnowplowNamespace.push(i);p[i]=function(){(p[i].q=p[i].q||[]).push(arguments)\n"
                  "};p[i].q=p[i].q||[];n=l.createElement(o);g=l.getElementsByTagName(o)[0];n.async=1;\n"
                  "n.src=w;g.parentNode.insertBefore(n,g)}}(window,document,\"script\",\"//d1fc8wv8zag5ca.cloudfron"
                  "t.net/2/sp.js\",\"snowplow\"));\n"
                  "snowplow('newTracker', 'cf', 'c.example.org', { appId: 'a' });\n"
                  "snowplow('trackPageView');" },
    { "Plausible", "window.plausible = window.plausible || function() { (window.plausible.q = window.plausible.q || "
                   "[]).push(arguments) }" },
    { "Woopra", "(function(){\n"
                "var t,i,e,n=window,o=document,a=arguments,s=\"script\",r=[\"config\",\"track\",\"identify\"],c=f"
                "unction(){var t,i=this;for(i._e=[],t=0;r.length>t;t++)(function(t){i[t]=function(){return i._e.p"
                "ush([t].concat(Array.prototype.slice.call(arguments,0))),i}})(r[t])};for(n._w=n._w||{},t=0;a.len"
                "gth>t;t++)n._w[a[t]]=n[a[t]]=n[a[t]]||new c;i=o.createElement(s),i.async=1,i.src=\"//static.woop"
                "ra.com/js/w.js\",e=o.getElementsByTagName(s)[0],e.parentNode.insertBefore(i,e)\n"
                "})(\"woopra\");\n"
                "woopra.config({ domain: 'example.org' });\n"
                "woopra.track();" },
    { "Hitbox", "var _hbEC=0,_hbE=new Array;function _hbEvent(a,b){b=_hbE[_hbEC++]=new Object();b._N=a;b._C=0;ret"
                "urn b;}\n"
                "var hbx=_hbEvent(\"pv\");hbx.vpc=\"HBX0100u\";hbx.gn=\"ehg-acme.hitbox.com\";\n"
                "hbx.acct=\"DM1234\";\n"
                "hbx.pn=\"PUT+PAGE+NAME+HERE\";" },
    { "Visual Revenue", "var _vrq = _vrq || [];\n"
                        "_vrq.push(['id', 158]);\n"
                        "_vrq.push(['track', function(){}]);\n"
                        "(function(d, a){\n"
                        "var s = d.createElement(a),\n"
                        "x = d.getElementsByTagName(a)[0];\n"
                        "s.async = true;\n"
                        "s.src = 'http://a.visualrevenue.com/vrs.js';\n"
                        "x.parentNode.insertBefore(s, x);\n"
                        "})(document, 'script');" },
    { "AT Internet, older",
      "<!--\n"
      "Xt_param = 's=123456&p=home';\n"
      "try {Xt_r = top.document.referrer;}\n"
      "catch(e) {Xt_r = document.referrer; }\n"
      "Xt_h = new Date();\n"
      "Xt_i = '<img width=\"39\" height=\"25\" border=\"0\" ';\n"
      "Xt_i += 'src=\"http://logv1.xiti.com/hit.xiti?'+Xt_param;\n"
      "Xt_i += '&hl='+Xt_h.getHours()+'x'+Xt_h.getMinutes()+'x'+Xt_h.getSeconds();\n"
      "if(parseFloat(navigator.appVersion)>=4)\n"
      "{Xt_s=screen;Xt_i+='&r='+Xt_s.width+'x'+Xt_s.height+'x'+Xt_s.pixelDepth+'x'+Xt_s.colorDepth;}\n"
      "document.write(Xt_i+'&ref='+Xt_r.replace(/[<>\"]/g, '').replace(/&/g, '$')+'\" title=\"Internet "
      "Audience\">');\n"
      "//-->" },
    { "comScore by document.write",
      "document.write(unescape(\"%3Cscript src='\" + (document.location.protocol == \"https:\" ? \"http"
      "s://sb\" : \"http://b\") + \".scorecardresearch.com/beacon.js' %3E%3C/script%3E\"));" },
    { "Mixpanel, 2.2",
      "(function(f,b){if(!b.__SV){var a,e,i,g;window.mixpanel=b;b._i=[];b.init=function(a,e,d){function"
      " f(b,h){var a=h.split(\".\");2==a.length&&(b=b[a[0]],h=a[1]);b[h]=function(){b.push([h].concat(A"
      "rray.prototype.slice.call(arguments,0)))}}var c=b;\"undefined\"!==typeof d?c=b[d]=[]:d=\"mixpane"
      "l\";c.people=c.people||[];c.toString=function(b){var a=\"mixpanel\";\"mixpanel\"!==d&&(a+=\".\"+"
      "d);b||(a+=\" (stub)\");return a};c.people.toString=function(){return c.toString(1)+\".people (st"
      "ub)\"};i=\"disable track\".split(\" \");for(g=0;g<i.length;g++)f(c,i[g]);b._i.push([a,e,d])};b._"
      "_SV=1.2;a=f.createElement(\"script\");a.type=\"text/javascript\";a.async=!0;a.src=\"//cdn.mxpnl."
      "com/libs/mixpanel-2-latest.min.js\";e=f.getElementsByTagName(\"script\")[0];e.parentNode.insertB"
      "efore(a,e)}})(document,window.mixpanel||[]);\n"
      "mixpanel.init(\"abcdef\");" },
    { "PostHog", "!function(t,e){var o,n,p,r;e.__SV||(window.posthog=e,e._i=[],e.init=function(i,s,a){function g(t"
                 ",e){var o=e.split(\".\");2==o.length&&(t=t[o[0]],e=o[1]),t[e]=function(){t.push([e].concat(Array"
                 ".prototype.slice.call(arguments,0)))}}(p=t.createElement(\"script\")).type=\"text/javascript\",p"
                 ".async=!0,p.src=\"https://app.posthog.com/static/array.js\",(r=t.getElementsByTagName(\"script"
                 "\")[0]).parentNode.insertBefore(p,r);var u=e;for(void 0!==a?u=e[a]=[]:a=\"posthog\",u.people=u.p"
                 "eople||[],o=\"capture identify\".split(\" \"),n=0;n<o.length;n++)g(u,o[n]);e._i.push([i,s,a])},e"
                 ".__SV=1)}(document,window.posthog||[]);\n"
                 "posthog.init('phc_x', {api_host:'https://app.posthog.com'})" },
    { "Tag Manager, when idle",
      "(window.requestIdleCallback || setTimeout)(function () {\n"
      "  (function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'}"
      ");var f=d.getElementsByTagName(s)[0],\n"
      "  j=d.createElement(s);j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.pare"
      "ntNode.insertBefore(j,f);})(window,document,'script','dataLayer','GTM-X');\n"
      "});" },
    { "Histats by document.write",
      "var _Hasync= _Hasync|| [];\n"
      "document.write(unescape(\"%3Cscript src=%27http://s10.histats.com/js15.js%27 type=%27text/javasc"
      "ript%27%3E%3C/script%3E\"));" },
    { "Segment, call",
      "analytics.identify('1', { email: 'a@example.org' }); analytics.track(\"Viewed\", { \"page\": doc"
      "ument.title });" },
};

static const sample MIXED[] = {
    { "consent alone, which sends nothing", "window.dataLayer = window.dataLayer || [];\n"
                                            "function gtag() { dataLayer.push(arguments); }\n"
                                            "gtag('consent', 'default', {\n"
                                            "  'ad_storage': 'denied', // until asked\n"
                                            "  'analytics_storage': 'denied',\n"
                                            "  'wait_for_update': 500,\n"
                                            "  region: ['ES', 'US-AK'],\n"
                                            "});\n"
                                            "gtag('set', 'url_passthrough', true);" },
    { "consent alone, in a queue", "var _paq = window._paq = window._paq || []; _paq.push(['requireConsent']);" },
    { "consent alone, by a method", "ttq.holdConsent();" },
    { "a name that counts only where it is used", "var uses_page = 1; _gaq.push(['_trackPageview']);" },
    { "outbound links of Universal Analytics", "var trackOutboundLink = function(url) {\n"
                                               "   ga('send', 'event', 'outbound', 'click', url, {\n"
                                               "     'transport': 'beacon',\n"
                                               "     'hitCallback': function(){document.location = url;}\n"
                                               "   });\n"
                                               "}" },
    { "outbound links of ga.js", "function recordOutboundLink(link, category, action) {\n"
                                 "  _gat._getTrackerByName()._trackEvent(category, action);\n"
                                 "  setTimeout('document.location = \"' + link.href + '\"', 100);\n"
                                 "}" },
    { "conversion of a click",
      "function gtag_report_conversion(url) {\n"
      "  var callback = function () { if (typeof(url) != 'undefined') { window.location = url; } };\n"
      "  gtag('event', 'conversion', { 'send_to': 'AW-1/x', 'event_callback': callback });\n"
      "  return false;\n"
      "}" },
    { "opt-out with a cookie",
      "var gaProperty = 'UA-1-1';\n"
      "var disableStr = 'ga-disable-' + gaProperty;\n"
      "if (document.cookie.indexOf(disableStr + '=true') > -1) { window[disableStr] = true; }\n"
      "function gaOptout() {\n"
      "  document.cookie = disableStr + '=true; expires=Thu, 31 Dec 2099 23:59:59 UTC; path=/';\n"
      "  window[disableStr] = true;\n"
      "}" },
    { "jQuery clicks",
      "$(document).ready(function(){ $('a.pdf').click(function(){ _gaq.push(['_trackEvent', 'pdf', 'cli"
      "ck']); }); });" },
    { "jQuery clicks after a loader",
      "(function(i,s,o,g,r,a,m){i['GoogleAnalyticsObject']=r;i[r]=i[r]||function(){\n"
      "(i[r].q=i[r].q||[]).push(arguments)},i[r].l=1*new Date();a=s.createElement(o),\n"
      "m=s.getElementsByTagName(o)[0];a.async=1;a.src=g;m.parentNode.insertBefore(a,m)\n"
      "})(window,document,'script','//www.google-analytics.com/analytics.js','ga');\n"
      "ga('create', 'UA-1-1', 'auto'); ga('send', 'pageview');\n"
      "jQuery('#menu').show();" },
    { "variable of the site", "var siteLang = 'de';\n"
                              "_gaq.push(['_setAccount', 'UA-1-1']);" },
    { "variable of the site in a list",
      "var myURL = 'https://example.org', _sf_startpt = (new Date()).getTime(), items = 'x';" },
    { "undeclared variable of the site", "_uacct = \"UA-1-1\"; pageOwner = \"me\"; urchinTracker();" },
    { "site's variable read", "ga('set', 'dimension1', targeting.section || 'None');" },
    { "site's variable through window", "window.dataLayer = window.dataLayer || []; window.siteConfig = { a: 1 };" },
    { "site's variable through brackets", "window['siteConfig'] = { a: 1 }; ga('send', 'pageview');" },
    { "site's variable through a parameter",
      "(function(w){ w.ga('send', 'pageview'); w.siteReady = true; })(window);" },
    { "site's function called", "ga('set', 'userId', getUserId());" },
    { "site's function in a callback", "ga('send', 'pageview', { hitCallback: function() { startSlider(); } });" },
    { "site's function before its time", "(function(){ ga('send', 'pageview'); later(); function earlier() {} })();" },
    { "consent that the site knows", "if (hasConsent('statistics')) { _paq.push(['trackPageView']); }" },
    { "consent with a callback", "window.addEventListener('cookie_consent', function() { gtag('config', 'G-1'); });" },
    { "consent by jQuery", "if ($.cookie('ok') !== 'no') { _paq.push(['trackPageView']); }" },
    { "element of the page", "ga('send', 'pageview'); document.getElementById('teaser').src = '/b.png';" },
    { "element of the page by selector", "ga('set', 'x', document.querySelector('h1').textContent);" },
    { "element of the page, first of its kind",
      "_gaq.push(['_trackPageview']); document.getElementsByTagName('img')[0].src = '/b.png';" },
    { "class of the page", "document.documentElement.className = 'js'; dataLayer.push({ a: 1 });" },
    { "style of the page", "dataLayer.push({ a: 1 }); document.body.style.display = 'block';" },
    { "redirect", "if (location.hash == '#m') location.href = '/m/'; urchinTracker();" },
    { "redirect by a method", "urchinTracker(); document.location.replace('/m/');" },
    { "redirect by a variable", "(function(){ var l = window.location; urchinTracker(); l.replace('/m/'); })();" },
    { "out of frames", "if (top != self) top.location = self.location; urchinTracker();" },
    { "history", "if (window.history) history.replaceState({}, '', location.pathname); ga('send', 'pageview');" },
    { "polyfill", "if (!String.prototype.trim) { String.prototype.trim = function () { return this.replace(/^\\s+|"
                  "\\s+$/g, ''); }; } ga('send', 'pageview');" },
    { "polyfill of the console",
      "window.console = window.console || { log: function () {} }; ga('send', 'pageview');" },
    { "polyfill of a builtin", "Date.now = Date.now || function () { return +new Date; }; ga('send', 'pageview');" },
    { "year at the foot", "_gaq.push(['_trackPageview']); document.write(new Date().getFullYear());" },
    { "markup of the site", "document.write('<div id=\"box\">'); urchinTracker();" },
    { "markup of the site, escaped", "document.write(unescape('%3Cdiv id=\"box\"%3E')); urchinTracker();" },
    { "markup of the site, hexadecimal", "document.write('\\x3cdiv\\x3e'); urchinTracker();" },
    { "link with words",
      "document.write('<a href=\"http://counter.yadro.ru/\">Designed by me</a><img src=\"//counter.yadr"
      "o.ru/hit\">');" },
    { "handler in markup", "document.write('<img src=\"//counter.yadro.ru/hit\" onload=\"init()\">');" },
    { "two loaders, one vendor",
      "var _gaq = _gaq || [];\n"
      "(function() { var ga = document.createElement('script'); ga.src = '//www.google-analytics.com/ga"
      ".js'; var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(ga, s); })()"
      ";\n"
      "(function() { var po = document.createElement('script'); po.src = 'https://apis.google.com/js/pl"
      "usone.js'; var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(po, s);"
      " })();" },
    { "Facebook's buttons beside a tracker",
      "_gaq.push(['_trackPageview']); document.write('<img src=\"//x/1.gif\">');\n"
      "(function(d, s, id) { var js, fjs = d.getElementsByTagName(s)[0]; if (d.getElementById(id)) retu"
      "rn; js = d.createElement(s); js.id = id; js.src = \"//connect.facebook.net/en_US/all.js#xfbml=1"
      "\"; fjs.parentNode.insertBefore(js, fjs); }(document, 'script', 'facebook-jssdk'));" },
    { "element that loads nothing",
      "(function(){ var e = document.createElement('style'); e.id = 'x'; ga('send', 'pageview'); })();" },
    { "code in a string", "setTimeout(\"ga('send','event','x')\", 5000);" },
    { "evaluated code", "eval('x'); ga('send', 'pageview');" },
    { "heartbeat of the site's making", "setInterval(function(){ ga('send', 'event', heartbeat); }, 1000);" },
    { "clicks", "document.addEventListener('click', function(e) { ga('send', 'event', 'click'); });" },
    { "attribute that runs",
      "(function(){ var e = document.createElement('img'); e.setAttribute('onclick', 'x()'); ga('x'); }"
      ")();" },
    { "A/B test", "if (Math.random() < .5) { document.body.id = 'b'; ga('set', 'dimension1', 'b'); } else { showA()"
                  "; }" },
    { "request of its own", "var r = new XMLHttpRequest(); r.open('GET', '/x'); r.send(); ga('send', 'pageview');" },
    { "ads beside a tracker",
      "_gaq.push(['_trackPageview']); googletag.cmd.push(function() { googletag.display('div-1'); });" },
    { "AdFox behind a vendor's name",
      "window.Ya && window.Ya.adfoxCode && window.Ya.adfoxCode.create({ ownerId: 1, containerId: 'x' })"
      ";" },
    { "alias of a vendor's name used for an element",
      "s = document.createElement('script'); s.src = '/js/site.js'; s.t();" },
    { "loader of the site after a vendor's settings",
      "(function(){ var s = document.createElement('script'); s.src = '/js/a.js'; document.body.appendC"
      "hild(s);\n"
      "var t = document.createElement('script'); t.src = '/js/b.js'; document.body.appendChild(t); _gaq"
      ".push(['_trackPageview']); })();" },
    { "request for a frame's address", "try { parent.location = '/x'; } catch (e) {} ga('send', 'pageview');" },
    { "scroll", "window.onscroll = function() { ga('send', 'event', 'scroll'); };" },
    { "words after the words of a vendor",
      "function gtag(){dataLayer.push(arguments);} gtag('js', new Date()); initSite(gtag);" },
    { "cookie of the site read", "ga('set', 'dimension1', /logged_in=1/.test(document.cookie) ? 'in' : 'out');" },
    { "storage", "ga('set', 'x', localStorage.getItem('x'));" },
    { "class", "class Tracker { send() { ga('send', 'pageview'); } }" },
    { "destructuring", "(function(){ var { a } = window.dataLayer; ga(a); })();" },
    { "method in an object", "dataLayer.push({ toString() { return 'x'; } });" },
    { "comments only", "// var et_pagename = \"\";\n"
                       "/* ga('send', 'pageview'); */\n"
                       "<!-- urchinTracker();" },
    { "nothing", "" },
    { "only space", " " },
    { "escaped name", "g\\u0061('send', 'pageview');" },
    { "name beyond ASCII", "var gr\xc3\xb6\xc3\x9f"
                           "e = 1; ga('send', 'pageview');" },
    { "string over the line's end", "ga('send\n"
                                    "', 'pageview');" },
    { "unclosed string", "ga('send', 'pageview" },
    { "unclosed comment", "ga('send', 'pageview'); /* here" },
    { "unclosed bracket", "ga('send', 'pageview'" },
    { "bracket too many", "ga('send', 'pageview'));" },
    { "markup instead of a script", "<script>ga('send', 'pageview');</script>" },
    { "slash after a block", "if (ga) { } / 2; ga('x') /1;" },
    { "regular expression that hides a call", "ga('x', 1 / 2); siteInit(); ga('y', 3 / 4);" },
    { "comment that ends at U+2028", "ga('x'); // here \xe2\x80\xa8siteInit();" },
};

#endif
