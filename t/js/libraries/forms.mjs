// Forms in which pages carry vendors: what Next puts into its pages, policies, and snippets that go beside scripts that stay.
import { document, page, script } from './page.mjs';
import { loader, mixed } from './vendors.mjs';

// next/script in its three ways: before the app's own scripts by a queue, after them and when the page is idle by what is written in
// the flight rows. The scripts are asynchronous, as Next's are. What rows alone name is data, and
// only a gate for all vendors knows it.
const SETTINGS = `window.dataLayer = window.dataLayer || []; shop.tagged = true; ready('before interactive');`;
const ROWS = `1:["$","$L2",null,${JSON.stringify({ id: 'later', strategy: 'afterInteractive', children: `${loader('hotjar')} ready('after interactive');` })}]
3:["$","$L2",null,${JSON.stringify({ src: 'https://static.hotjar.com/c/hotjar-2.js', strategy: 'lazyOnload' })}]
`;
const next = hidden => page(hidden ? 'next-rows' : 'next', 'Next\'s output', {
  'index.html': document(`<link rel="preload" as="script" fetchPriority="low" href="_next/static/chunks/webpack.js"/>
<script src="_next/static/chunks/webpack.js" async=""></script><script src="_next/static/chunks/main.js" async=""></script>
<script src="_next/static/chunks/polyfills.js" noModule=""></script>`, `<div hidden=""><!--$--><!--/$--></div>
${script('window.shop = { name: "Chandlery" };')}
<script>(self.__next_s=self.__next_s||[]).push(["https://www.googletagmanager.com/gtag/js?id=G-1234567",{"id":"gtag"}])</script>
<script>(self.__next_s=self.__next_s||[]).push([0,${JSON.stringify({ children: SETTINGS, id: 'settings' })}])</script>
${hidden ? script(`ready('no vendor is named');`) : script(mixed('hotjar'), 'id="hotjar"')}
<script>(self.__next_f=self.__next_f||[]).push([0])</script>
${[ROWS.slice(0, 300), ROWS.slice(300)].map(piece => `<script>self.__next_f.push(${JSON.stringify([1, piece]).replace(/</g, '\\u003c')})</script>`).join('')}
<script>self.__next_f.end=1</script><template id="static">{"pixel":"https://static.hotjar.com/c/hotjar-1.js"}</template>`),
  '_next/static/chunks/webpack.js': `(self.webpackChunk_N_E = self.webpackChunk_N_E || []).push([[1], {}]);`,
  '_next/static/chunks/polyfills.js': `ready('poly' + 'fills');`,
  '_next/static/chunks/main.js': `const put = ([src, { children, ...props }]) => new Promise((done, fail) => {
  const script = Object.assign(document.createElement('script'), props);
  if (src) {
    script.src = src;
    script.onload = () => done();
    script.onerror = fail;
  } else {
    script.innerHTML = children;
    setTimeout(done);
  }
  document.body.appendChild(script);
});
const interactive = () => {
  ready('interactive');
  const rows = self.__next_f.flatMap(([kind, text]) => kind ? [text] : []).join('');
  for (const [, row] of rows.matchAll(/^\\d:(\\[.*\\])$/gm)) {
    const { src, strategy, ...props } = JSON.parse(row)[3];
    if (strategy === 'lazyOnload') requestIdleCallback(() => put([src, props]).then(() => ready('~lazy')));
    else put([src, props]).then(() => ready('settled'));
  }
};
const begin = () => self.__next_s.reduce((before, each) => before.then(() => put(each)), Promise.resolve()).then(interactive, error => ready('failed: ' + error));
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
else begin();`,
}, { unordered: true, hidden });

// Addresses that only exist at run time.
const assembled = () => page('assembled', 'addresses put together', {
  'index.html': document('', `${script(`ready('inline');`)}\n<script src="app.js"></script>`),
  'app.js': `const host = ['www', 'google-analytics', 'com'].join('.');
const script = document.createElement('script');
script.src = 'https://' + host + '/analytics.js';
script.onload = () => ready('~loaded');
document.head.append(script);
fetch(atob('aHR0cHM6Ly93d3cuZ29vZ2xlLWFuYWx5dGljcy5jb20vZy9jb2xsZWN0')).then(answer => answer.text()).then(() => ready('~fetched'));
const frame = document.createElement('iframe');
document.body.append(frame);
const image = new frame.contentWindow.Image();
image.onload = () => ready('~image of a frame');
image.src = '//' + host + '/collect';
ready('app');`,
}, { hidden: true });

const nonce = () => page('nonce', 'a policy with a nonce and strict-dynamic', {
  '.htaccess': `Header set Content-Security-Policy "script-src 'nonce-R4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'"\n`,
  'index.html': document(`<script nonce="R4nd0m" src="app.js"></script>`, `${script(mixed('gtm'), 'nonce="R4nd0m"')}
${script(mixed('clarity', { after: `ready(document.currentScript.nonce === 'R4nd0m' ? 'nonce' : 'no ' + 'nonce');` }), 'nonce="R4nd0m"')}
${script(`ready('never ' + 'runs');`)}`),
  'app.js': `ready('app');`,
});

// Here elements do go: what stays has to find what it asks for all the same.
const snippets = () => page('snippets', 'snippets beside scripts that stay', {
  'index.html': document(`${script(loader('gtm').replace(/, eventCallback.*?} }\);/, ' });'), 'data-vendor')}
<script data-vendor async src="https://www.googletagmanager.com/gtag/js?id=G-1234567"></script>
${script("window.dataLayer = window.dataLayer || [];\nfunction gtag() { dataLayer.push(arguments); }\ngtag('js', new Date());\ngtag('config', 'G-1234567');", 'data-vendor')}
<link rel="preconnect" href="https://connect.facebook.net">`, `<noscript data-vendor><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC123" height="0" width="0"></iframe></noscript>
${script(mixed('meta', { after: `gtag('event', 'shown', { event_callback: function () { ready('~gtag called back'); } });` }))}
<script src="app.js"></script>`),
  'app.js': `dataLayer.push({ event: 'app' });\nready('app');`,
}, { removes: true });

export const pages = () => [next(false), next(true), assembled(), nonce(), snippets()];
