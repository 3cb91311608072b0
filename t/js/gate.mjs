// The gate in headless Chromium: every way to load something, with the gate and without, in a browser of today and in one that is
// made to look like those of 2009. What leaves is what a sink sees that answers for every host.
//
// node gate.mjs SPEC.json, with { chromium, folder, gate, hold }: the last two are the files of the texts. Prints TAP.
//
// Each case is a page with one script, which loads AT in its way and says by tell(what) how it went. It is loaded thrice:
//   bare    without the gate: AT must have been asked for, or the case shows nothing
//   gated   AT is named: nothing may leave, and what the page is told is `told`
//   other   AT is not named: it must be asked for, and the page is told what it is told without the gate
// A case that `old` does not name is run in the old browser as well, but may let go.
import fs from 'node:fs';
import crypto from 'node:crypto';
import http from 'node:http';
import { Chromium } from './chromium.mjs';
import { cases, pages } from './gate_cases.mjs';
import { heldPages } from './hold_cases.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const GATE = fs.readFileSync(spec.gate, 'utf8');
const HOLD = fs.readFileSync(spec.hold, 'utf8');
const hash = text => `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`;
const PATIENCE = 20000; // for a machine that has much else to do; what is there is not waited for
const ONLY = process.env.XP_CASE;
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const sleep = ms => new Promise(done => setTimeout(done, ms));

let tests = 0, failed = 0;
const ok = (good, name, why) => {
  console.log(`${good ? '' : 'not '}ok ${++tests} - ${name}`);
  if (good) return;
  failed++;
  console.error(`# ${name}: ${typeof why === 'string' ? why : JSON.stringify(why)}`);
};
const same = (got, wanted, name) => ok(JSON.stringify(got) === JSON.stringify(wanted), name, `${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);

// ---- The sink ----

const documents = new Map(); // path: page
const seen = new Map();      // a load's number: what was asked for
const bodyOf = path => /\.js\b/.test(path) ? ['application/javascript', 'window.ran=(window.ran||0)+1;']
  : /\.gif\b/.test(path) ? ['image/gif', GIF] : /\.css\b/.test(path) ? ['text/css', 'p{color:red}']
  : /\.html\b/.test(path) ? ['text/html', '<!DOCTYPE html><title>f</title>'] : /\.sse\b/.test(path) ? ['text/event-stream', 'data: 1\n\n'] : ['text/plain', 'body'];

function note(req) {
  const number = /\/n(\d+)[/-]/.exec(req.url)?.[1];
  const host = (req.headers.host || '').replace(/:\d+$/, '');
  if (number && !req.url.startsWith('/end/')) seen.get(+number)?.push(host + req.url);
  if (number) stirred.set(number, Date.now());
  const own = /\/own-(\w+)\.gif/.exec(req.url);
  if (own) said.add(`${number} ${own[1]}`);
  return { host, number, files: number && documents.get(`/n${number}-page`)?.files };
}

// A page may bring files by name; of a page in two parts the second comes later. A name says what is slow, missing or never answered. What is
// slow comes when the page has asked for nothing else, and got nothing else, for a while, and one behind the other. With -after-NAME in its name
// it comes when a script of the page has said by own-NAME.gif that it is time.
const hanging = [], QUIET = 300, LATEST = 5000;
const stirred = new Map(); // a load's number: when it last asked or was answered
const lines = new Map();   // a load's number: the last of what is slow
const said = new Set();    // a load's number, and a NAME that its page has said
async function quiet(number) {
  for (let left; (left = (stirred.get(number) ?? 0) + QUIET - Date.now()) > 0;) await sleep(left);
}
function slow(number) {
  lines.set(number, Promise.resolve(lines.get(number)).then(() => quiet(number)));
  return lines.get(number);
}
async function after(number, name) {
  for (const end = Date.now() + LATEST; !said.has(`${number} ${name}`) && Date.now() < end;) await sleep(20);
}

const server = http.createServer(async (req, res) => {
  const { host, number, files } = note(req), page = host === 'site.example' && documents.get(req.url), name = req.url.replace(/^.*\/|\?.*$/g, '');
  const [type, body] = page ? ['text/html; charset=utf-8', page.html] : files && name in files ? [bodyOf(req.url)[0], files[name]] : bodyOf(req.url);
  if (/-hang\b/.test(req.url)) return void hanging.push({ page: /\/n\d+\//.exec(req.url)?.[0], res });
  const [first, second] = page ? body.split('$CUT') : [body];
  res.writeHead(/-gone\b/.test(req.url) ? 404 : 200, { 'Content-Type': type, 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': req.headers.origin || '*',
    'Access-Control-Allow-Credentials': 'true', ...page?.headers });
  if (second) res.write(first);
  const awaited = /-after-(\w+)/.exec(name);
  if (awaited) await after(number, awaited[1]);
  else if (second || /-slow/.test(req.url)) await slow(number);
  if (number) stirred.set(number, Date.now());
  res.end(second || first);
});
server.on('upgrade', (req, socket) => { note(req); socket.destroy(); });
await new Promise(done => server.listen(0, '127.0.0.1', done));

// ---- One load ----

const chromium = new Chromium(spec.chromium, `${spec.folder}/profile`, server.address().port);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));
process.on('exit', () => chromium.child.kill('SIGKILL'));

const lanes = [];
for (let i = 0; i < 3; i++) {
  const lane = { errors: [] };
  lane.tab = await chromium.tab((method, params) => {
    if (method === 'Runtime.exceptionThrown') {
      const e = params.exceptionDetails;
      lane.errors.push((e.exception?.description || e.text).split('\n').slice(0, 2).join(' '));
    }
  });
  await lane.tab.send('Page.enable');
  await lane.tab.send('Runtime.enable');
  lanes.push(lane);
}
const idle = [...lanes], waiting = [];
const take = () => idle.length ? idle.pop() : new Promise(done => waiting.push(done));
const give = lane => waiting.length ? waiting.shift()(lane) : idle.push(lane);

let numbers = 0;

// Loads a page, made of a number by `make`; waits until it has told `until` things and `least` addresses were asked for, then until a last
// picture of ours has come, which goes the way that everything else has gone before it. Returns what was told, thrown and asked for.
async function load(make, until = 1, least = 0) {
  const number = ++numbers, path = `/n${number}-page`, lane = await take();
  const asked = () => seen.get(number).filter(url => !url.endsWith('-page') && !url.includes('/own-'));
  const evaluate = async expression => (await lane.tab.send('Runtime.evaluate', { expression, returnByValue: true })).result?.value;
  const wait = async good => {
    for (const end = Date.now() + PATIENCE; !await good() && Date.now() < end;) await sleep(20);
  };
  seen.set(number, []);
  documents.set(path, make(number));
  lane.errors = [];
  await lane.tab.send('Page.navigate', { url: `http://site.example${path}` });
  await wait(async () => await evaluate('window.told ? told.length : 0') >= until && asked().length >= least);
  await evaluate("(function(){var i=document.createElement('img');i.onload=i.onerror=function(){window.ended=1};i.setAttribute('src','/end/x.gif')})()");
  await wait(() => evaluate('window.ended'));
  await sleep(20);
  const end = JSON.parse(await evaluate('JSON.stringify({ told: window.told || [], ran: window.ran || 0, before: window.before })') || '{}');
  const result = { ...end, asked: asked(), errors: lane.errors };
  await lane.tab.send('Page.navigate', { url: 'about:blank' });
  hanging.filter(one => one.page === `/n${number}/`).forEach(one => one.res.writeHead(404).end()); // for a browser may keep the page, and has but six connections
  give(lane);
  return result;
}

// ---- Pages ----

const KIT = `var told=[];function tell(what){told.push(what)}function el(n,a){var e=document.createElement(n),k;for(k in a)e[k]=a[k];return e}
function hear(e,n){e.onload=function(){tell((n||'')+'load')};e.onerror=function(){tell((n||'')+'error')};return e}
function put(e){document.body.appendChild(e);return e}`;

// What engines of 2009 to 2015 do not have; attributes are each element's own there, and cannot be replaced.
const OLD = `(function(){
var own=Object.getOwnPropertyDescriptor,define=Object.defineProperty,P={script:[HTMLScriptElement,'src'],img:[HTMLImageElement,'src'],iframe:[HTMLIFrameElement,'src'],link:[HTMLLinkElement,'href']};
var create=document.createElement,native={},n;
for(n in P){native[n]=own(P[n][0].prototype,P[n][1]);delete P[n][0].prototype[P[n][1]];}
function make(d,n){var e=create.call(d,n),p=native[n];if(p)define(e,P[n][1],{get:p.get,set:p.set,enumerable:true,configurable:false});return e}
Document.prototype.createElement=function(n){return make(this,n)};
window.Image=function(){return make(document,'img')};
'Proxy Reflect MutationObserver fetch Response Request Symbol Promise Map Set WeakMap WeakSet URL'.split(' ').forEach(function(n){delete window[n]});
})();`;
const OLDER = OLD.replace(/\}\)\(\);$/, `'getOwnPropertyDescriptor defineProperty keys create getOwnPropertyNames'.split(' ').forEach(function(n){delete Object[n]});
delete Function.prototype.bind;delete Document.prototype.currentScript;delete Node.prototype.isConnected;delete window.Event;delete window.CustomEvent;
'append prepend before after replaceWith replaceChildren insertAdjacentElement'.split(' ').forEach(function(n){delete Element.prototype[n]});
})();`);
const ENGINES = { 'a browser of today': '', 'one of 2012': OLD, 'one of 2009': OLDER };

function page(test, at, { gate, items = 'vendor.example', prelude = '' }) {
  const fill = text => text.replaceAll('$AT', at).replaceAll('$ITEMS', items).replace('$KIT', () => KIT);
  if (test.html) return { html: fill(test.html).replace('$GATE', () => gate ? `<script>${prelude}</script><script data-xpurpose="gate">${GATE}</script>` : `<script>${prelude}</script>`) };
  return { html: `<!DOCTYPE html><html><head><title>c</title><script>${prelude}</script>${gate ? `<script data-xpurpose="gate">${GATE}</script>` : ''}`
    + `<script data-xpurpose-gate="${items}">${KIT}</script></head><body><script>${fill(test.run)}</script><p>end</p></body></html>` };
}

const fillUrl = (test, host, number) => `http://${host}/n${number}/${test.file || 'x.js'}`;
const plain = (result, host) => JSON.stringify(result.told).replaceAll(host, 'HOST').replace(/\/n\d+\//g, '/N/');

async function study(test, engine, prelude) {
  const name = `${test.name}, in ${engine}`, until = test.until || 1;
  const strict = !prelude || test.old;
  const [bare, gated, other] = await Promise.all([
    load(n => page(test, fillUrl(test, 'vendor.example', n), { prelude }), until, test.count || 1),
    load(n => page(test, fillUrl(test, 'vendor.example', n), { gate: true, prelude }), until),
    load(n => page(test, fillUrl(test, 'other.example', n), { gate: true, prelude }), until, test.count || 1)]);
  if (strict) {
    ok(bare.asked.length >= (test.count || 1), `${name}: leaves without the gate`, bare);
    same(gated.asked, [], `${name}: does not leave`);
    const want = test.told && (engine.endsWith('today') ? test.told : test.oldTold || test.told);
    if (want) same(JSON.parse(plain(gated, 'vendor.example')), want, `${name}: what the page is told`);
    same(gated.ran, 0, `${name}: nothing runs`);
    ok(other.asked.length === bare.asked.length, `${name}: another address does`, other);
    same(plain(other, 'other.example'), plain(bare, 'vendor.example'), `${name}: ... and the page is told what it is told`);
  }
  same([gated.errors, other.errors], [bare.errors, bare.errors], `${name}: nothing is thrown`);
}

for (const [engine, prelude] of Object.entries(ENGINES)) {
  const queue = cases.filter(t => (!ONLY || t.name.includes(ONLY)) && (!prelude || t.old !== undefined)).map(t => () => study(t, engine, prelude));
  await Promise.all([1, 2].map(async () => { for (let job; (job = queue.shift());) await job(); }));
}
if (!ONLY || ONLY === 'pages') await pages({ load, same, ok, GATE, HASH: hash(GATE), KIT });
if (!ONLY || ONLY.startsWith('hold')) await heldPages({ load, same, ok, HOLD, KIT, ENGINES, only: ONLY?.replace(/^hold:? ?/, '') });

console.log(`1..${tests}`);
await chromium.close();
server.close();
process.exit(failed ? 1 : 0);
