// Libraries that put functions of their own over the browser's, before the gate does and after it.
import { file, version } from './files.mjs';
import { document, page, script } from './page.mjs';
import { mixed } from './vendors.mjs';

// In a zone of its own all that is under way is counted: Angular waits for that to be nothing.
const WORK = `
var zone = Zone.current.fork({ name: 'shop', onHasTask: function (parent, current, target, state) {
  parent.hasTask(target, state);
  shop.busy = state.macroTask;
  if (!shop.busy && !shop.waits) Zone.root.run(function () {
    shop.waits = setTimeout(function () { shop.waits = 0; if (!shop.busy && !shop.idle) { shop.idle = true; ready('~idle'); } }, 300);
  });
} });
zone.run(function () {
  var asked = new XMLHttpRequest();
  asked.open('POST', 'https://api.segment.io/v1/t');
  asked.onload = function () { ready('~zone ' + Zone.current.name + ', onload'); };
  asked.addEventListener('readystatechange', function () { if (asked.readyState === 4) ready('~zone ' + Zone.current.name + ', readystatechange'); });
  asked.addEventListener('loadend', function () { ready('~loadend'); });
  asked.send('{}');
  fetch('https://api.segment.io/v1/p', { method: 'POST', body: '{}' }).then(function () { ready('~fetch in ' + Zone.current.name); });
  fetch('orders.json').then(function (answer) { return answer.json(); }).then(function (orders) {
    document.getElementById('orders').textContent = orders.join(', ');
    ready('orders');
  });
  var image = new Image();
  image.onload = function () { ready('~image'); };
  image.src = 'https://api.segment.io/v1/pixel.gif';
  navigator.sendBeacon('https://api.segment.io/v1/b', 'x');
  document.addEventListener('DOMContentLoaded', function () { ready('~content in ' + Zone.current.name); });
});
ready('zone');`;

const zone = early => page(`zone-${early ? 'first' : 'later'}`, `zone.js ${version('zone.js')}`, {
  'index.html': document(early ? '<script src="zone.js"></script>' : script(mixed('bing')), `<p id="orders"></p>
${early ? '' : '<script src="zone.js"></script>'}
${script(mixed(early ? 'clarity' : 'linkedin', { after: WORK }))}`),
  'orders.json': '["Wheel", "Rope"]',
}, { shared: { 'zone.js': file('zone.js/bundles/zone.umd.js') } });

const corejs = early => page(`core-js-${early ? 'first' : 'later'}`, `core-js ${version('core-js-bundle')}`, {
  'index.html': document(early ? '<script src="core.js"></script>' : script(mixed('yandex')), `<p id="orders"></p>
${early ? '' : '<script src="core.js"></script>'}
${script(mixed('gtag', { after: `var url = new URL('https://www.google-analytics.com/collect');
url.searchParams.set('v', '1');
fetch(url).then(function (answer) { return answer.text(); }).then(function () { ready('~fetch of a URL'); });
new Promise(function (done) { setTimeout(done); }).finally(function () { ready('promise'); });
document.getElementById('orders').textContent = Array.from(new Set(['Wheel', 'Rope'])).join(', ');` }))}`),
}, { shared: { 'core.js': file('core-js-bundle/minified.js') } });

export const pages = () => [zone(true), zone(false), corejs(true), corejs(false)];
