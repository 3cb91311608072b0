// Loads pages in headless Chromium with and without the header, and prints as JSON what each load sent and what it threw.
// node browser.mjs SPEC.json, with
//   { chromium, folder, key, cert, httpd, lanes, settle, pictures,
//     owners: [{ host, path, vendor }], globals: { vendor: [name] },
//     pages: [{ name, scheme, host, path, root, picture, noscript, ask }] }
// owners.mjs says what an owner is.
//
// What a visitor's browser shows is a page whose analytics libraries work. A sink that answers each of them with an empty
// script would hide what stripping breaks: `s.t()` throws for want of the library, header or no header, and nothing is new. So
// the sink plays the libraries: a request for one is answered with the vendor's globals, on which every call and every property
// works. Without the header nothing of analytics throws then, as for a visitor; with it, what throws is what was taken away and
// not stood in for. Everything else that is foreign is empty in both, and what throws for that throws in both.
//
// Each load has cookies, cache and connections of its own, a viewport of 1280 x 800, and a fixed time after the load event.
// A lane is a Chromium with a sink of its own, so that whatever reaches the sink belongs to the page that is open in it.
// With scripting switched off, a second pair of loads sees what is in noscript, where asked for. Pages have clocks, carousels and dice: what is
// not the same with and without the header is looked at again, and counts if it is so each time.
//
// What a Content-Security-Policy blocks is told of each load too, and so is the value of the expression `ask` at its end.
import fs from 'node:fs';
import { Chromium } from './chromium.mjs';
import { librariesOf, ownerAmong } from './owners.mjs';
import { Sink } from './sink.mjs';
import { difference } from './png.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const PATIENCE = 45000;
const ROUNDS = 3;

const sleep = ms => new Promise(done => setTimeout(done, ms));
// What was promised, or after some time something else; the clock keeps no program alive.
const within = (ms, promise, otherwise) => Promise.race([promise, new Promise((done, fail) => {
  setTimeout(() => otherwise === undefined ? fail(new Error(`no answer in ${ms} ms`)) : done(otherwise), ms).unref();
})]);

const owner = ownerAmong(spec.owners), library = librariesOf(spec.owners, spec.globals);

// What was thrown and where, in words that change neither when the lines before it go nor when a host in a string is another.
function thrown({ exceptionDetails: e }, page, document = '') {
  const what = (e.exception?.description || `${e.text} ${e.exception?.value ?? ''}`).split('\n')[0].slice(0, 200);
  if (e.url?.split('://')[1] !== page.host + page.path) return `${what}, in ${(e.url || 'a script of no address').split('?')[0]}`;
  const line = document.split(/\r\n|\r|\n/)[e.lineNumber] || '';
  return `${what}, at ${line.slice(e.columnNumber, e.columnNumber + 60).split(/['"`]/)[0]}`;
}

async function prepare(tab, page, { header, noscript }) {
  await Promise.all([
    tab.send('Page.enable'), tab.send('Runtime.enable'), tab.send('Audits.enable'),
    tab.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false }),
    tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] }),
    noscript && tab.send('Emulation.setScriptExecutionDisabled', { value: true }),
    header && tab.send('Fetch.enable', { patterns: [{ urlPattern: `http*://${page.host}${page.path}`, resourceType: 'Document' }] }),
  ]);
}

// Lets the document's request go on with the header. The browser's own interface for extra headers would put it on requests
// to every host, and make cross-origin ones fail.
function proceed(tab, { requestId, request }) {
  const headers = Object.entries({ ...request.headers, 'X-Purpose': 'preview' }).map(([name, value]) => ({ name, value }));
  return tab.send('Fetch.continueRequest', { requestId, headers });
}

const blocked = ({ details: { contentSecurityPolicyIssueDetails: c } }) =>
  c && `${c.violatedDirective}${c.isReportOnly ? ' (reported only)' : ''}: ${c.blockedURL || 'inline'}`;

// One load: what was sent, what was thrown, and the picture.
async function visit(lane, page, load) {
  const exceptions = [], issues = [];
  let loaded;
  const complete = new Promise(done => { loaded = done; });
  const tab = await lane.chromium.tab((method, params) => {
    if (method === 'Runtime.exceptionThrown') exceptions.push(params);
    if (method === 'Audits.issueAdded') issues.push(params.issue);
    if (method === 'Page.loadEventFired') loaded(true);
    if (method === 'Page.javascriptDialogOpening') tab.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {});
    if (method === 'Fetch.requestPaused') proceed(tab, params).catch(() => {});
  });
  lane.sink.watch(page);
  await prepare(tab, page, load);
  await tab.send('Page.navigate', { url: `${page.scheme}://${page.host}${page.path}` });
  const whole = await within(PATIENCE, complete, false);
  await sleep(load.noscript ? 100 : spec.settle);
  const shot = page.picture && !load.noscript && await within(PATIENCE, tab.send('Page.captureScreenshot', { format: 'png' }));
  const said = page.ask && await within(PATIENCE, tab.send('Runtime.evaluate', { expression: page.ask, returnByValue: true }));
  await tab.close();
  const { requests, document } = lane.sink.watch(undefined);
  return {
    requests, whole, said: said && said.result.value, violations: issues.map(blocked).filter(Boolean).sort(),
    errors: exceptions.map(e => thrown(e, page, document)), shot: shot && Buffer.from(shot.data, 'base64'),
  };
}

// What every preview threw and no plain load did.
function fresh(plains, previews) {
  const known = new Set(plains.flatMap(load => load.errors));
  const every = previews.map(load => new Set(load.errors));
  return [...every[0]].filter(error => !known.has(error) && every.every(errors => errors.has(error)));
}

// The most that two plain loads differ by, and the least that a preview differs from one of them.
function pixels(plains, previews) {
  return {
    plain: Math.max(...plains.slice(1).map(load => difference(plains[0].shot, load.shot))),
    preview: Math.min(...previews.flatMap(one => plains.map(other => difference(one.shot, other.shot)))),
  };
}

function keep(page, kind, loads) {
  if (spec.pictures) loads.forEach((load, i) => load.shot && fs.writeFileSync(`${spec.pictures}/${page.name}-${kind}-${i}.png`, load.shot));
}

const told = ({ requests, whole, violations, said }) => ({ requests, whole, violations, said });

async function study(lane, page) {
  const plains = [], previews = [], result = { name: page.name };
  for (let round = 0; round < ROUNDS; round++) {
    plains.push(await visit(lane, page, {}));
    previews.push(await visit(lane, page, { header: true }));
    if (page.picture && !round) plains.push(await visit(lane, page, {}));
    result.fresh = fresh(plains, previews);
    result.pixels = page.picture && pixels(plains, previews);
    if (!result.fresh.length && !(page.picture && result.pixels.preview > result.pixels.plain)) break;
  }
  keep(page, 'plain', plains);
  keep(page, 'preview', previews);
  result.loads = { plain: told(plains[0]), preview: told(previews[0]) };
  if (page.noscript) {
    result.loads['plain-noscript'] = told(await visit(lane, page, { noscript: true }));
    result.loads['preview-noscript'] = told(await visit(lane, page, { noscript: true, header: true }));
  }
  result.errors = { plain: plains[0].errors, preview: previews[0].errors };
  return result;
}

async function open(number) {
  const { httpd, key, cert, folder, chromium } = spec;
  const sink = new Sink({ httpd, key: fs.readFileSync(key), cert: fs.readFileSync(cert), owner, library });
  const profile = `${folder}/profile-${number}`;
  fs.mkdirSync(profile);
  return { sink, chromium: new Chromium(chromium, profile, await sink.listen()) };
}

async function work(number, queue, results) {
  const lane = await open(number);
  process.on('exit', () => lane.chromium.child.kill('SIGKILL'));
  for (let page; (page = queue.shift());) {
    try {
      results.push(await within(4 * PATIENCE, study(lane, page)));
    } catch (error) {
      results.push({ name: page.name, failed: String(error) });
    }
  }
  await lane.chromium.close();
  lane.sink.close();
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));
const results = [], queue = [...spec.pages];
await Promise.all(Array.from({ length: Math.min(spec.lanes, queue.length) }, (_, number) => work(number, queue, results)));
results.sort((a, b) => a.name < b.name ? -1 : 1);
process.stdout.write(JSON.stringify(results));
