// Modules: what Vite builds, import maps, and inline modules that import the site's own files beside a vendor's loader.
import { document, page, script } from './page.mjs';
import { mixed } from './vendors.mjs';

// The names of Vite's output, and its way to load a part with the style sheet that belongs to it.
const vite = () => page('vite', 'Vite\'s output', {
  'index.html': document(`${script(mixed('gtm'))}
<script type="module" crossorigin src="assets/index-B1kq9xZa.js"></script>
<link rel="modulepreload" crossorigin href="assets/vendor-Dk20sQ1c.js">
<link rel="stylesheet" crossorigin href="assets/index-C5s2yb7e.css">`, `<div id="app"></div>
${script(mixed('clarity', { after: `ready('after the app');` }))}`),
  'assets/index-B1kq9xZa.js': `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Cart-Bb83nkdw.js","assets/vendor-Dk20sQ1c.js","assets/Cart-Df0aw1Yc.css"])))=>i.map(i=>d[i]);
import { draw } from './vendor-Dk20sQ1c.js';
const seen = {};
const address = name => new URL('../' + name, import.meta.url).href;
const preload = (load, needs) => Promise.allSettled(needs.map(name => {
  const href = address(name);
  if (seen[href]) return;
  seen[href] = true;
  const style = name.endsWith('.css');
  if (document.querySelector('link[href="' + href + '"]' + (style ? '[rel="stylesheet"]' : ''))) return;
  const link = document.createElement('link');
  link.rel = style ? 'stylesheet' : 'modulepreload';
  if (!style) link.as = 'script';
  link.crossOrigin = '';
  link.href = href;
  document.head.appendChild(link);
  if (style) return new Promise((done, fail) => { link.addEventListener('load', done); link.addEventListener('error', fail); });
})).then(load);
ready('entry');
draw(document.getElementById('app'), 'App of ' + shop.name);
preload(() => import('./Cart-Bb83nkdw.js'), __vite__mapDeps([0, 1, 2])).then(cart => cart.open(), error => ready('failed: ' + error));`,
  'assets/vendor-Dk20sQ1c.js': `export const draw = (where, text) => { where.insertAdjacentHTML('beforeend', '<p>' + text + '</p>'); };
ready('shared part');`,
  'assets/Cart-Bb83nkdw.js': `import { draw } from './vendor-Dk20sQ1c.js';
export const open = () => { draw(document.getElementById('app'), 'Cart'); ready('cart'); };`,
  'assets/index-C5s2yb7e.css': 'h1 { color: navy }',
  'assets/Cart-Df0aw1Yc.css': 'p { color: green }',
}, { unordered: true });

const importmap = () => page('import-map', 'import map', {
  'index.html': document(`<script type="importmap">
{ "imports": { "shop/": "./shop/", "#analytics": "./shop/analytics.js" }, "scopes": { "./shop/deep/": { "#orders": "./shop/orders.js" } } }
</script>`, `<ul id="orders"></ul>
<script type="module">
import { draw } from 'shop/draw.js';
import track from '#analytics';
import deep from 'shop/deep/deep.js';
draw(document.getElementById('orders'), deep);
track('https://www.google-analytics.com/analytics.js');
import('shop/late.js').then(late => late.default(), error => ready('failed: ' + error));
ready('module with a map');
</script>
${script(mixed('bing'), 'type="module"')}`),
  'shop/draw.js': `export function draw(list, orders) { list.replaceChildren(...orders.map(order => Object.assign(document.createElement('li'), { textContent: order }))); }
ready('draw');`,
  'shop/analytics.js': `export default src => {
  const script = Object.assign(document.createElement('script'), { src, async: true, crossOrigin: 'anonymous' });
  script.onload = () => ready('~analytics');
  document.head.append(script);
};`,
  'shop/deep/deep.js': `import orders from '#orders';\nexport default orders.map(order => order + '!');`,
  'shop/orders.js': `export default ['Wheel', 'Rope'];`,
  'shop/late.js': `export default () => ready('late');`,
}, { unordered: true });

// A module's text with an import first, awaits at its top level, and the vendor in the middle.
const inline = () => page('inline-modules', 'inline modules', {
  'index.html': document(script(`import { cart } from './cart.js';
const { total } = await import('./total.js');
ready('first module');
document.querySelector('#total').textContent = total(cart);
${mixed('linkedin')}`, 'type="module"'), `<p id="total"></p>
${script(mixed('yandex'))}
${script(`import './cart.js';
const tag = document.createElement('script');
tag.type = 'text/javascript';
tag.async = true;
tag.src = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';
tag.onload = () => ready('~second module loaded');
document.body.append(tag);
ready('second module');
export {};`, 'type="module" async')}
<script nomodule>ready('no' + ' modules');</script>`),
  'cart.js': `export const cart = [3, 4];\nready('cart');`,
  'total.js': `export const total = cart => cart.reduce((sum, price) => sum + price, 0);`,
}, { unordered: true });

export const pages = () => [vite(), importmap(), inline()];
