// Pages built with the real libraries, in headless Chromium, as they are and as a preview gets them, with what their scripts name gated
// and with everything. Prints as JSON what each was.
// node libraries.mjs SPEC.json, with { chromium, folder, key, cert, httpd, docs, only }; the pages are written into `docs`, httpd's folder.
//
// The libraries say what a page must not be told: that a node is not where it was, that a module is missing, that a stream ended
// early. So nothing is interpreted here. Of each load there is written down: the document at the end, what was said on the console, what
// was thrown, which signals came (the page calls `ready`), what the site was asked for, and which vendors' hosts were.
// Signals that begin with ~ wait for a vendor; when they come is the network's affair, and only that they come counts.
import fs from 'node:fs';
import path from 'node:path';
import { Chromium } from './chromium.mjs';
import { Sink } from './sink.mjs';
import { ANSWERS } from './libraries/vendors.mjs';
import { picture } from './libraries/picture.mjs';
import { pages } from './libraries/pages.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const HOST = 'shop.example';
const HOSTS = Object.keys(ANSWERS);
const PATIENCE = 8000;    // for the page's signals
const QUIET = 250;        // without a request or a signal: the load is over,
const STILL = 1000;       // or as long as this, if an answer's body was never fetched

// How a page is asked for. The second header is for this httpd's configuration, which then has the gate know the whole catalogue.
const WAYS = { plain: undefined, preview: { 'X-Purpose': 'preview' }, all: { 'X-Purpose': 'preview', 'X-Gate': 'all' } };

const sleep = ms => new Promise(done => setTimeout(done, ms));

function write(page) {
  for (const [name, content] of Object.entries(page.files)) {
    const where = path.join(spec.docs, page.name, name);
    fs.mkdirSync(path.dirname(where), { recursive: true });
    fs.writeFileSync(where, content);
    fs.chmodSync(where, 0o644);
  }
}

// What was said or thrown, without the lines' numbers. What the browser itself says of a hit belongs to the hit.
const place = url => url ? ` (${url.split('?')[0]})` : '';
const words = given => given.map(o => String(o.value ?? o.description ?? o.unserializableValue ?? o.type)).join(' ').split(/\n\s+at /)[0];
const HEARD = {
  'Runtime.consoleAPICalled': e => `${e.type}: ${words(e.args)}`,
  'Runtime.exceptionThrown': ({ exceptionDetails: { text, exception, url } }) =>
    `thrown: ${text} ${(exception?.description || String(exception?.value)).split('\n')[0]}${place(url)}`,
  'Log.entryAdded': ({ entry: { level, text, url } }) =>
    HOSTS.some(host => text.includes(`//${host}/`)) ? '' : `${level}: ${text}${place(url)}`,
};

// One load's notes, kept as the browser's events come.
class Notes {
  constructor(page) {
    Object.assign(this, { page, said: [], signals: [], asked: [], open: new Set(), last: Date.now(), loaded: false });
  }

  hear(method, params) {
    const said = HEARD[method]?.(params);
    if (said) this.said.push(said);
    if (method === 'Runtime.bindingCalled') this.signals.push(params.payload);
    if (method === 'Page.loadEventFired') this.loaded = true;
    if (method === 'Network.requestWillBeSent') this.#asked(params);
    if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed') this.open.delete(params.requestId);
    if (/^Network|^Runtime/.test(method)) this.last = Date.now();
  }

  #asked({ requestId, request }) {
    const url = new URL(request.url);
    if (/^http/.test(url.protocol)) this.open.add(requestId);
    if (url.hostname === HOST) this.asked.push(`${request.method} ${url.pathname}${url.search}`);
  }

  missing() {
    return this.page.signals.filter(signal => !this.signals.includes(signal));
  }

  // Everything has come and nothing is under way; or it is no use to wait any longer.
  async over() {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(25)) {
      if (this.loaded && !this.missing().length && Date.now() - this.last > (this.open.size ? STILL : QUIET)) return;
    }
  }

  told() {
    const late = signal => signal.startsWith('~');
    return { said: this.said, ran: this.signals.filter(signal => !late(signal)), later: this.signals.filter(late).sort(),
      missing: this.missing(), asked: this.page.unordered ? this.asked.sort() : this.asked };
  }
}

async function prepare(tab, page, headers) {
  await Promise.all([
    tab.send('Page.enable'), tab.send('Runtime.enable'), tab.send('Log.enable'), tab.send('Network.enable'),
    tab.send('Runtime.addBinding', { name: 'ready' }),
    tab.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false }),
    headers && tab.send('Fetch.enable', { patterns: [{ urlPattern: `http://${HOST}/${page.name}/`, resourceType: 'Document' }] }),
  ]);
}

// The headers go with the document alone, as in t/js/browser.mjs.
function proceed(tab, headers, { requestId, request }) {
  const all = Object.entries({ ...request.headers, ...headers }).map(([name, value]) => ({ name, value }));
  return tab.send('Fetch.continueRequest', { requestId, headers: all });
}

async function drawn(tab, page) {
  const { frameTree } = await tab.send('Page.getFrameTree');
  const { executionContextId } = await tab.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const expression = `(${picture})(${JSON.stringify(HOSTS)}, ${!!page.removes})`;
  const { result } = await tab.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true });
  return result.value;
}

async function visit(lane, page, headers) {
  const notes = new Notes(page);
  const tab = await lane.chromium.tab((method, params) => {
    notes.hear(method, params);
    if (method === 'Fetch.requestPaused') proceed(tab, headers, params).catch(() => {});
  });
  lane.sink.watch({ host: HOST, path: `/${page.name}/`, root: '/' });
  await prepare(tab, page, headers);
  await tab.send('Page.navigate', { url: `http://${HOST}/${page.name}/` });
  await notes.over();
  const dom = await drawn(tab, page);
  await tab.close();
  const { requests } = lane.sink.watch(undefined);
  return { ...notes.told(), dom, hits: requests.filter(r => r[2] >= 0).map(([host, address]) => host + address) };
}

async function open(number) {
  const { httpd, key, cert, folder, chromium } = spec;
  const sink = new Sink({ httpd, key: fs.readFileSync(key), cert: fs.readFileSync(cert), owner: host => HOSTS.indexOf(host),
    library: owner => ANSWERS[HOSTS[owner]] });
  const profile = `${folder}/profile-${number}`;
  fs.mkdirSync(profile);
  return { sink, chromium: new Chromium(chromium, profile, await sink.listen()) };
}

async function work(number, queue, results) {
  const lane = await open(number);
  process.on('exit', () => lane.chromium.child.kill('SIGKILL'));
  for (let page; (page = queue.shift());) {
    const result = { name: page.name, what: page.what, hidden: page.hidden };
    results.push(result);
    try {
      write(page);
      for (const [way, headers] of Object.entries(WAYS)) result[way] = await visit(lane, page, headers);
    } catch (error) {
      result.failed = String(error);
    }
  }
  await lane.chromium.close();
  lane.sink.close();
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));
const results = [], queue = (await pages()).filter(page => new RegExp(spec.only || '').test(page.name));
await Promise.all([0, 1].map(number => work(number, queue, results)));
results.sort((a, b) => a.name < b.name ? -1 : 1);
process.stdout.write(JSON.stringify(results));
