// Vendors as pages meet them: what their hosts answer, and the loaders that pages have of them.
//
// A vendor's answer does what the real library does as far as a page can wait for it: it takes the queue, calls back, sends a hit.
// A loader here never comes alone: `mixed` puts the site's own code round it, as sites do, and so the script has to stay.

const send = url => `new Image().src = ${JSON.stringify(url)};`;

// Calls back what was queued and what comes later, once however often it is loaded; `take(entry)` is in the text.
const queue = (name, take) => `(() => {
  const queue = window.${name} = window.${name} || [];
  if (queue.taken) return;
  queue.taken = true;
  const take = ${take};
  const waiting = queue.slice();
  const push = queue.push;
  queue.push = function (...given) { const length = push.apply(queue, given); given.forEach(take); return length; };
  waiting.forEach(take);
})();`;

const google = queue('dataLayer', `entry => {
  const options = entry[entry.length - 1] || {};
  if (entry[0] === 'get') setTimeout(() => entry[3]('1.2'));
  for (const done of [options.event_callback, entry.eventCallback]) if (done) setTimeout(done);
  if (entry[0] === 'event') ${send('https://www.google-analytics.com/g/collect?v=2')}
}`) + send('https://www.google-analytics.com/g/collect?v=2&en=page_view');

const universal = `(() => {
  const waiting = window.ga && ga.q || [];
  window.ga = function (command) {
    if (typeof command === 'function') return void command({ get: () => '1.2' });
    if (command === 'send') ${send('https://www.google-analytics.com/collect?v=1')}
    const options = arguments[arguments.length - 1];
    if (options && options.hitCallback) setTimeout(options.hitCallback);
  };
  ga.loaded = true;
  waiting.forEach(entry => ga.apply(null, entry));
})();`;

const meta = `fbq.callMethod = function () { ${send('https://www.facebook.com/tr?id=1&ev=PageView')} };
  fbq.queue.forEach(entry => fbq.callMethod.apply(fbq, entry));`;

const segment = `(() => {
  const waiting = window.analytics || [];
  const done = given => given.forEach(each => { if (typeof each === 'function') setTimeout(each); });
  for (const name of ['track', 'page', 'identify', 'ready', 'load']) if (waiting[name]) waiting[name] = (...given) => done(given);
  waiting.slice().forEach(entry => done(entry.slice(1)));
  fetch('https://api.segment.io/v1/p', { method: 'POST', body: '{}' });
})();`;

const beacon = url => `navigator.sendBeacon(${JSON.stringify(url)}, 'x');`;

// What each host answers where a script is asked for. Hosts that are only sent to have none.
export const ANSWERS = {
  'www.googletagmanager.com': google,
  'www.google-analytics.com': universal,
  'connect.facebook.net': meta,
  'www.facebook.com': '',
  'cdn.matomo.cloud': queue('_paq', `entry => { if (typeof entry[0] === 'function') entry[0].call({ getVisitorId: () => '1' }); }`)
    + send('https://shop.matomo.cloud/matomo.php?rec=1'),
  'shop.matomo.cloud': '',
  'cdn.segment.com': segment,
  'api.segment.io': '',
  'static.hotjar.com': beacon('https://metrics.hotjar.io/'),
  'metrics.hotjar.io': '',
  'www.clarity.ms': beacon('https://www.clarity.ms/collect'),
  'plausible.io': `(plausible.q || []).forEach(entry => entry[1] && entry[1].callback && setTimeout(entry[1].callback));
    fetch('https://plausible.io/api/event', { method: 'POST', body: '{}' });`,
  'snap.licdn.com': send('https://px.ads.linkedin.com/collect'),
  'px.ads.linkedin.com': '',
  'mc.yandex.ru': send('https://mc.yandex.ru/watch/1'),
  'bat.bing.com': send('https://bat.bing.com/action/0'),
  'cdn.mxpnl.com': send('https://api-js.mixpanel.com/track/'),
  'api-js.mixpanel.com': '',
  'js.hs-analytics.net': send('https://track.hubspot.com/__ptq.gif'),
  'track.hubspot.com': '',
};

const insert = (url, more = '') => `(function (d, s) {
  var e = d.createElement(s), first = d.getElementsByTagName(s)[0];
  e.async = 1;
  e.src = '${url}';${more}
  first.parentNode.insertBefore(e, first);
})(document, 'script');`;

const append = (url, more = '') => `(function () {
  var e = document.createElement('script');
  e.setAttribute('src', '${url}');${more}
  document.head.appendChild(e);
})();`;

const LOADERS = {
  gtag: () => `window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
gtag('js', new Date());
gtag('config', 'G-1234567');
gtag('event', 'shown', { event_callback: function () { ready('~gtag called back'); } });
${append('https://www.googletagmanager.com/gtag/js?id=G-1234567', "\n  e.onload = function () { ready('~gtag loaded'); };")}`,
  gtm: () => `(function (w, d, s, l, i) {
  w[l] = w[l] || [];
  w[l].push({ 'gtm.start': new Date().getTime(), event: 'gtm.js', eventCallback: function () { ready('~gtm called back'); } });
  var f = d.getElementsByTagName(s)[0], j = d.createElement(s), dl = l != 'dataLayer' ? '&l=' + l : '';
  j.async = true;
  j.src = 'https://www.googletagmanager.com/gtm.js?id=' + i + dl;
  f.parentNode.insertBefore(j, f);
})(window, document, 'script', 'dataLayer', 'GTM-ABC123');`,
  ga: () => `(function (i, s, o, g, r, a, m) {
  i.GoogleAnalyticsObject = r;
  i[r] = i[r] || function () { (i[r].q = i[r].q || []).push(arguments); };
  i[r].l = 1 * new Date();
  a = s.createElement(o);
  m = s.getElementsByTagName(o)[0];
  a.async = 1;
  a.src = g;
  m.parentNode.insertBefore(a, m);
})(window, document, 'script', 'https://www.google-analytics.com/analytics.js', 'ga');
ga('create', 'UA-1234567-1', 'auto');
ga('send', 'pageview', { hitCallback: function () { ready('~ga called back'); } });`,
  meta: () => `!function (f, b, e, v, n, t, s) {
  if (f.fbq) return;
  n = f.fbq = function () { n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments); };
  if (!f._fbq) f._fbq = n;
  n.push = n;
  n.loaded = !0;
  n.version = '2.0';
  n.queue = [];
  t = b.createElement(e);
  t.async = !0;
  t.src = v;
  s = b.getElementsByTagName(e)[0];
  s.parentNode.insertBefore(t, s);
}(window, document, 'script', 'https://connect.facebook.net/en_US/fbevents.js');
fbq('init', '1234567890');
fbq('track', 'PageView');`,
  matomo: () => `var _paq = window._paq = window._paq || [];
_paq.push(['trackPageView']);
_paq.push([function () { ready('~matomo called back'); }]);
(function () {
  var u = 'https://shop.matomo.cloud/';
  _paq.push(['setTrackerUrl', u + 'matomo.php']);
  var d = document, g = d.createElement('script'), s = d.getElementsByTagName('script')[0];
  g.async = true;
  g.src = 'https://cdn.matomo.cloud/shop.matomo.cloud/matomo.js';
  s.parentNode.insertBefore(g, s);
})();`,
  segment: () => `!function () {
  var analytics = window.analytics = window.analytics || [];
  if (analytics.invoked) return;
  analytics.invoked = true;
  analytics.methods = ['track', 'page', 'identify', 'ready'];
  analytics.methods.forEach(function (name) {
    analytics[name] = function () { analytics.push([name].concat([].slice.call(arguments))); return analytics; };
  });
  ${append('https://cdn.segment.com/analytics.js/v1/abc/analytics.min.js')}
  analytics.page();
}();
analytics.ready(function () { ready('~segment ready'); });`,
  hotjar: () => `(function (h, o, t, j, a, r) {
  h.hj = h.hj || function () { (h.hj.q = h.hj.q || []).push(arguments); };
  h._hjSettings = { hjid: 123456, hjsv: 6 };
  a = o.getElementsByTagName('head')[0];
  r = o.createElement('script');
  r.async = 1;
  r.src = t + h._hjSettings.hjid + j + h._hjSettings.hjsv;
  a.appendChild(r);
})(window, document, 'https://static.hotjar.com/c/hotjar-', '.js?sv=');`,
  clarity: () => `(function (c, l, a, r, i, t, y) {
  c[a] = c[a] || function () { (c[a].q = c[a].q || []).push(arguments); };
  t = l.createElement(r);
  t.async = 1;
  t.src = 'https://www.clarity.ms/tag/' + i;
  t.onload = function () { ready('~clarity loaded'); };
  y = l.getElementsByTagName(r)[0];
  y.parentNode.insertBefore(t, y);
})(window, document, 'clarity', 'script', 'abcdefghij');`,
  plausible: () => `window.plausible = window.plausible || function () { (plausible.q = plausible.q || []).push(arguments); };
${insert('https://plausible.io/js/script.js', "\n  e.dataset.domain = 'shop.example';")}
plausible('Shown', { callback: function () { ready('~plausible called back'); } });`,
  linkedin: () => `window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];
window._linkedin_data_partner_ids.push('123');
${insert('https://snap.licdn.com/li.lms-analytics/insight.min.js', "\n  e.onload = function () { ready('~linkedin loaded'); };")}`,
  yandex: () => `(function (m, e, t, r, i, k, a) {
  m[i] = m[i] || function () { (m[i].a = m[i].a || []).push(arguments); };
  m[i].l = 1 * new Date();
  k = e.createElement(t), a = e.getElementsByTagName(t)[0], k.async = 1, k.src = r, a.parentNode.insertBefore(k, a);
})(window, document, 'script', 'https://mc.yandex.ru/metrika/tag.js', 'ym');
ym(1, 'init', { clickmap: true });`,
  bing: () => `(function (w, d, t, r, u) {
  var f, n, i;
  w[u] = w[u] || [], f = function () { ready('~bing loaded'); }, n = d.createElement(t), n.src = r, n.async = 1;
  n.onload = f;
  i = d.getElementsByTagName(t)[0], i.parentNode.insertBefore(n, i);
})(window, document, 'script', '//bat.bing.com/bat.js', 'uetq');`,
};

export const loader = name => LOADERS[name]();

// A site's script that loads a vendor in passing: what is before and after it has to run, and ready() tells that it did.
export const mixed = (name, { before = '', after = '' } = {}) => `window.shop = window.shop || { name: 'Chandlery', currency: 'EUR', cart: [] };
${before}
ready('inline begins');
${loader(name)}
${after}
ready('inline ends');`;
