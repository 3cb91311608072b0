// Loads install forms in headless Chromium, each as a visitor gets it and as a preview does, and prints as JSON what each load asked for,
// threw and came to.
// node forms.mjs SPEC.json, with { chromium, folder, key, cert, httpd, tabs,
//   forms: [{ name, path, hit, site, runs, lib, module, exports, wait }] } as t/87-forms.t has them
//
// Every host is the sink's, so nothing leaves the machine. What the browser asks for is told by the browser itself, tab by tab, and
// that is why many pages can be open in one. The parts of the web that a form needs are played in the page (`visitor`): the vendor's library,
// which makes its globals work and calls back whoever waits for it, and what sets late scripts free, a consent manager or an optimizer.
import fs from 'node:fs';
import { Chromium } from './chromium.mjs';
import { Sink } from './sink.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const HOST = 'harbour.example';
const PATIENCE = 4000;    // for the page's word that it works
const QUIET = { plain: 120, preview: 350 };    // without a request, an error or a word: the load is over

const sleep = ms => new Promise(done => setTimeout(done, ms));

// A pattern is a host and a beginning of a path, or the latter alone for the site's own; a star is any run of bytes.
function matcher(patterns) {
  const all = patterns.map(p => (p.startsWith('/') ? HOST + p : p).replace(/[.+?^{}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*'));
  return new RegExp(`^(?:${all.join('|') || '(?!)'})`).source;
}

// Runs in the page before all else. Nothing of it can be seen but one name that no loop finds.
function visitor(form) {
  if (!form) return;
  const { hit, runs, lib } = form;
  const its = (source, url) => new RegExp(source).test(url.replace(/^\w+:\/\//, ''));
  const isCallback = name => /callback|loaded|onload|success|ready|complete|^init$/i.test(name);
  const target = function () {};
  const like = new Proxy(target, {
    get: (t, key) => key === Symbol.toPrimitive ? () => '' : typeof key === 'symbol' || key === 'then' ? undefined : t[key] || like,
    apply: (t, self, given) => (heard(given), like),
    construct: (t, given) => (heard(given), like),
  });
  const later = callback => setTimeout(() => callback.call(like, like));
  // Calls who waits in a call's arguments or an entry of a queue.
  function heard(given) {
    if (typeof given === 'function') later(given);
    if (!given || typeof given !== 'object') return;
    for (const one of Array.from(given.length === undefined ? [given] : given)) {
      if (one === like) continue;
      if (typeof one === 'function') later(one);
      else if (Array.isArray(one)) heard(one);
      else for (const key in Object(one)) if (isCallback(key) && typeof one[key] === 'function') later(one[key]);
    }
  }
  function mind(queue) {
    const push = queue.push;
    queue.slice().forEach(heard);
    queue.push = (...given) => (given.forEach(heard), push.apply(queue, given));
  }
  function play(given) {
    const name = given.replace('!', ''), is = window[name];
    if (is === like) return;
    if (Array.isArray(is)) mind(is);
    else if (is === undefined || given !== name) window[name] = like;
    else if (typeof is === 'function') {
      const waiting = is.q || is.queue || is._q || is.a || [];
      window[name] = like;
      Array.from(waiting).forEach(heard);
    } else {
      for (const key of ['q', 'Q', 'queue', 'cmd']) if (Array.isArray(is[key])) mind(is[key]);
      Object.setPrototypeOf(is, like);
    }
  }
  const addressOf = seen => [...seen.attributes].find(({ name, value }) => /.src|src./.test(name) && name !== 'srcset' && value);
  const LIVE = new RegExp('^(?:|module|importmap|speculationrules|text/(?:html|template|x-.*)|application/(?:ld[+])?json'
    + '|(?:text|application)/(?:x-)?javascript)$', 'i');
  // A late script becomes a live one in its place.
  function free(old) {
    const now = document.createElement('script'), address = addressOf(old);
    for (const { name, value } of old.attributes) if (name !== 'type' && name !== address?.name) now.setAttribute(name, value);
    now.text = old.type === 'litespeed/base64' ? atob(old.text.trim()) : old.text;
    if (address) now.src = address.value;
    if (old.getAttribute('data-type') === 'module') now.type = 'module';
    now.async = false;
    old.replaceWith(now);
  }
  function accept() {
    for (const script of document.querySelectorAll('script')) {
      if (!LIVE.test(script.type.trim()) || (!script.src && addressOf(script))) free(script);
    }
    for (const seen of document.querySelectorAll('img:not([src]), iframe:not([src])')) {
      if (addressOf(seen)) seen.src = addressOf(seen).value;
    }
    for (const pixel of document.querySelectorAll('amp-pixel')) new Image().src = pixel.getAttribute('src');
    for (const tag of document.querySelectorAll('amp-analytics')) {
      new Image().src = tag.getAttribute('config') || `https://${tag.getAttribute('type') || 'own'}.amp.example/hit`;
    }
  }
  Object.defineProperty(window, '__answer', { value: url => {
    if (its(runs, url)) document.readyState === 'loading' ? addEventListener('DOMContentLoaded', accept) : accept();
    else if (its(hit, url)) lib.forEach(play);
  } });
}

// What was asked for, thrown and said, kept as the browser's events come.
class Notes {
  constructor() {
    Object.assign(this, { asked: [], errors: [], open: new Set(), last: Date.now(), loaded: false });
  }

  hear(method, params) {
    if (method === 'Page.loadEventFired') this.loaded = true;
    if (method === 'Network.requestWillBeSent' && /^http/.test(params.request.url)) this.#asked(params);
    if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed') this.open.delete(params.requestId);
    if (method === 'Runtime.exceptionThrown') this.#threw(params.exceptionDetails);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error') this.errors.push(params.args.map(o => o.value ?? o.description).join(' '));
    if (method === 'Log.entryAdded') this.#logged(params.entry);
    if (/^Network|^Runtime|^Page/.test(method)) this.last = Date.now();
  }

  #asked({ requestId, request, redirectResponse }) {
    const { hostname, pathname, search } = new URL(request.url);
    this.open.add(requestId);
    if (!redirectResponse && pathname !== '/favicon.ico') this.asked.push(hostname + pathname + search);
  }

  // What the browser says of a request that failed belongs to the request.
  #logged({ level, source, text }) {
    if (level === 'error' && source !== 'network') this.errors.push(text);
  }

  #threw({ text, exception }) {
    this.errors.push((exception?.description || `${text} ${exception?.value ?? ''}`).split('\n')[0]);
  }
}

// At the end: whether the site's script has said that all is well, and which hosts hints in the document name.
const ASK = `({ title: document.title, hints: [...document.querySelectorAll('link[rel~=preconnect],link[rel~=dns-prefetch]')].map(l => l.href) })`;

async function ask(tab) {
  const { result } = await tab.send('Runtime.evaluate', { expression: ASK, returnByValue: true });
  return result.value || { title: '', hints: [] };
}

async function over(tab, notes, way, wait) {
  for (const end = Date.now() + PATIENCE + wait; Date.now() < end; await sleep(40)) {
    if (notes.loaded && !notes.open.size && Date.now() - notes.last > QUIET[way] + wait && (await ask(tab)).title === 'ready') return;
  }
}

// A tab with cookies and storage of its own, in which page after page is opened: that is much cheaper than a tab for each.
async function open() {
  const lane = { notes: new Notes() };
  lane.tab = await chromium.tab((method, params) => {
    if (method === 'Fetch.requestPaused') proceed(lane.tab, params).catch(() => {});
    else lane.notes.hear(method, params);
  });
  await Promise.all(['Page', 'Runtime', 'Log', 'Network'].map(domain => lane.tab.send(`${domain}.enable`)));
  const parts = Object.fromEntries(spec.forms.map(form => [form.path, { hit: matcher(form.hit), runs: matcher(form.runs), lib: form.lib }]));
  await lane.tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${visitor})(${JSON.stringify(parts)}[location.pathname])` });
  return lane;
}

function proceed(tab, { requestId, request }) {
  const headers = Object.entries({ ...request.headers, 'X-Purpose': 'preview' }).map(([name, value]) => ({ name, value }));
  return tab.send('Fetch.continueRequest', { requestId, headers });
}

async function visit(lane, form, way) {
  const { tab } = lane;
  const address = `https://${HOST}${form.path}`;
  const notes = lane.notes = new Notes();
  if (way === 'preview') await tab.send('Fetch.enable', { patterns: [{ urlPattern: address, resourceType: 'Document' }] });
  await tab.send('Page.navigate', { url: address });
  await over(tab, notes, way, form.wait);
  const { title, hints } = await ask(tab);
  lane.notes = new Notes();
  await Promise.all([
    tab.send('Fetch.disable'), tab.send('Page.navigate', { url: 'about:blank' }),
    tab.send('Network.clearBrowserCookies'), tab.send('Storage.clearDataForOrigin', { origin: `https://${HOST}`, storageTypes: 'all' }),
  ]);
  const asked = notes.asked.filter(url => url !== HOST + form.path);
  return { asked, hints: hints.map(url => new URL(url).hostname + '/'), errors: notes.errors, ready: title === 'ready' };
}

// What is the vendor's in a load: what the form says, and any host that is neither the site's nor what the form says stays.
function judge(form, { asked, hints, errors, ready }) {
  const stays = [...form.site, ...form.runs], [hit, site] = [form.hit, stays].map(patterns => new RegExp(matcher(patterns)));
  const own = url => url.split('/')[0].split('.').slice(-2).join('.') === HOST;
  const theirs = url => hit.test(url) || (!own(url) && !site.test(url));
  const missing = stays.filter(one => !asked.some(url => new RegExp(matcher([one])).test(url)));
  return { hits: asked.filter(url => hit.test(url)), left: [...asked.filter(theirs), ...hints.filter(theirs).map(url => `hint ${url}`)],
    missing, errors, ready };
}

const wrong = (load, way) => !load.ready || load.errors.length || load.missing.length || (way === 'plain' ? !load.hits.length : load.left.length);

// A load that is not as it should be is looked at once more: the machine may have been busy.
async function study(lane, form) {
  const result = { name: form.name };
  for (const way of ['plain', 'preview']) {
    result[way] = judge(form, await visit(lane, form, way));
    if (wrong(result[way], way)) result[way] = judge(form, await visit(lane, form, way));
  }
  return result;
}

// A module has to export what the page imports; any other script is told its address by the document.
const LIKE = 'const like = new Proxy(function () {}, { get: (t, k) => typeof k === "symbol" || k === "then" ? undefined : like,'
  + ' apply: () => like, construct: () => like });';
const exported = [...new Set(spec.forms.flatMap(form => form.exports))].map(name => `export const ${name} = like;`).join('');
const MODULE = `${LIKE}${exported}export default like;window.__answer && __answer(import.meta.url);`;
const CLASSIC = '(s => window.__answer && __answer(s ? s.src || s.href.baseVal : ""))(document.currentScript);';
const modules = new RegExp(matcher(spec.forms.flatMap(form => form.module)));
const sink = new Sink({ httpd: spec.httpd, key: fs.readFileSync(spec.key), cert: fs.readFileSync(spec.cert),
  owner: (host, path) => modules.test(host + path) ? 1 : 0, library: owner => owner ? MODULE : CLASSIC });
sink.watch({ host: HOST, path: '', root: '/p/' });
const profile = `${spec.folder}/profile`;
fs.mkdirSync(profile);
const chromium = new Chromium(spec.chromium, profile, await sink.listen());
process.on('exit', () => chromium.child.kill('SIGKILL'));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));

// A page that never comes to rest takes its tab with it.
const hung = () => new Promise((done, fail) => setTimeout(() => fail(new Error('the page hangs')), 8 * PATIENCE).unref());
const results = [], queue = [...spec.forms];
await Promise.all(Array.from({ length: spec.tabs }, async () => {
  let lane = await open();
  for (let form; (form = queue.shift());) {
    try {
      results.push(await Promise.race([study(lane, form), hung()]));
    } catch (error) {
      results.push({ name: form.name, failed: String(error) });
      lane = await open();
    }
  }
}));
await chromium.close();
sink.close();
process.stdout.write(JSON.stringify(results));
