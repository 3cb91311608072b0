// Libraries that put whole parts of other pages into this one, scripts included.
import { file, version } from './files.mjs';
import { document, page, script } from './page.mjs';
import { mixed } from './vendors.mjs';

const htmx = (name, vendor, address) => page(name, `htmx ${version(name === 'htmx4' ? 'htmx4' : 'htmx.org')}`, {
  'index.html': document('<script src="htmx.js"></script>', `${script(mixed(vendor))}
<div id="list" hx-get="part.html" hx-trigger="load" hx-swap="innerHTML">Nothing yet</div>
<div id="more" hx-get="more.html" hx-trigger="more from:body" hx-swap="outerHTML">No more</div>
${script(mixed('yandex', { after: `addEventListener('drawn', function () { document.body.dispatchEvent(new Event('more')); ready('asks for more'); });` }))}`),
  'part.html': `<p>Part</p><img alt="" src="${address}">${script(mixed(vendor, { after: `ready('part');
window.setTimeout(function () { window.dispatchEvent(new Event('drawn')); });` }))}`,
  'more.html': `<div id="more"><p>More</p>${script(`ready('more');`)}<script src="https://mc.yandex.ru/metrika/tag.js"></script></div>`,
}, { shared: { 'htmx.js': file(`${name === 'htmx4' ? 'htmx4' : 'htmx.org'}/dist/htmx.js`) } });

// There by a click, the way back from Turbo's snapshot, and a frame that is loaded by its own address.
const turbo = () => page('turbo', `Turbo ${version('@hotwired/turbo')}`, {
  'index.html': document(`${script(mixed('plausible'), 'data-turbo-eval="false"')}
<script type="module" src="app.js"></script>`, `<turbo-frame id="basket" src="frame.html">Empty</turbo-frame>
<a id="next" href="second.html">Second</a>\n${script(mixed('clarity', { after: `ready('first body');` }))}`),
  'second.html': document(`${script(mixed('plausible'), 'data-turbo-eval="false"')}
<script type="module" src="app.js"></script>`, `<p>Second</p>\n${script(mixed('clarity', { after: `ready('second body');` }))}
<img alt="" src="https://www.clarity.ms/tag/c.gif">`),
  'frame.html': document('', `<turbo-frame id="basket"><p>Two things</p>${script(`ready('frame');`)}<img alt="" src="https://www.clarity.ms/tag/c.gif"></turbo-frame>`),
  'app.js': `import './turbo.js';
ready('app');
const once = (name, run) => addEventListener(name, run, { once: true });
once('turbo:frame-load', () => {
  ready('frame loaded');
  once('turbo:load', () => {
    ready('second loaded');
    once('turbo:load', () => ready('back'));
    setTimeout(() => history.back());
  });
  document.getElementById('next').click();
});`,
}, { shared: { 'turbo.js': file('@hotwired/turbo/dist/turbo.es2017-esm.js') } });

const alpine = () => page('alpine', `Alpine ${version('alpinejs')}`, {
  'index.html': document(`${script(mixed('hotjar', { before: `window.TAGS = ['https://static.hotjar.com/c/hotjar-1.js', 'https://www.facebook.com/tr?id=1'];`,
    after: `document.addEventListener('alpine:init', function () {
  Alpine.data('shop', function () {
    return { orders: [], pixel: '', init: function () { ready('init'); }, load: function (url) {
      var e = document.createElement('script');
      e.src = url;
      e.addEventListener('load', function () { ready('~x-init loaded'); });
      document.body.append(e);
    } };
  });
});` }))}
<script defer src="alpine.js"></script>`, `<div x-data="shop" x-init="load(TAGS[0]); pixel = TAGS[1]; orders = await (await fetch('orders.json')).json(); $nextTick(() => ready('x-init'))">
<template x-for="order in orders"><p x-text="order"></p></template>
<template x-if="orders.length"><img alt="" :src="pixel"></template>
<div x-html="'<b>' + orders.length + '</b><img alt=&quot;&quot; src=&quot;' + TAGS[1] + '&quot;>'"></div>
</div>`),
  'orders.json': '["Wheel", "Rope"]',
}, { shared: { 'alpine.js': file('alpinejs/dist/cdn.js') } });

// No library: markup that scripts write while the page is read, and a frame that a script fills.
const written = () => page('written', 'document.write', {
  'index.html': document(script(mixed('bing', { after: `document.write('<script src="app.js"><\\/script><script src="https://bat.bing.com/bat.js"><\\/script>');
document.write('<img alt="" src="https://bat.bing.com/action/0"><p id="written">Written</p>');` })), `<p>Then</p>
${script(mixed('yandex', { after: `var frame = document.createElement('iframe');
document.body.appendChild(frame);
frame.contentDocument.write('<script>parent.shop.framed = 1;<\\/script><script src="https://mc.yandex.ru/metrika/tag.js"><\\/script>');
frame.contentDocument.close();
ready(shop.framed ? 'frame' : 'no frame');` }))}
<script src="app.js?last"></script>`),
  'app.js': `ready('app');`,
}, {});

export const pages = () => [htmx('htmx', 'ga', 'https://www.google-analytics.com/collect?v=1'), htmx('htmx4', 'bing', 'https://bat.bing.com/action/0'), turbo(), alpine(), written()];
