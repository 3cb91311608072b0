// Visits in headless Chromium, with prerenders as speculation rules make them, and prints as JSON what each step of each visit did.
// node prerender.mjs SPEC.json, with
//   { chromium, folder, key, cert, httpd, lanes, settle, site, bare: [path], owners, globals, answers: [{ host, path, … }],
//     visits: [{ name, scheme, site, root, steps: [step, …], counted }], bodies, flags }
// A site's pages below /p/, or another root, are httpd's; everything else is the sink's. owners.mjs says what an owner is. An answer is
// for what begins with its path, and is what Sink's special() may say. What is `counted` is an expression for a hit's address and, if
// they are wanted, a blank and its body; `flags` are more of Chromium's.
//
// A visit is a person with a browser of their own: cookies, cache and connections. A step is one of
//   { open: path }                    an ordinary view; over: true goes on while the page still loads; headers: more that its requests say
//   { ahead: path, rules: [kind …] }  a page with a link to the path, and rules to prerender or prefetch it; `link` is a link's hint
//                                     instead. moment: milliseconds after the server was asked; else until the page is there
//   { click: 'here' | 'there' }       the link, in this tab or with Ctrl in one of its own
//   { back } { reload } { run: expression } { scripting: false } { close } { tab } { pause: milliseconds }
// and `want`, how many hits there must have been in it before it is over, if they come at all, `asks`, a path that httpd must have been
// asked for, or `refused`, what a violation in the visit must name. What a step is told with is all that has happened since the step
// before it: { asked, requests, errors, violations, ready, said, tabs }.
//
// Prerendered pages are targets of their own. A session with a page's target makes Chromium fetch only ("disabled by DevTools");
// one with the tab's target, which attaches itself to what is in the tab, does not, and so sees also what is not yet looked at.
import fs from 'node:fs';
import { Chromium } from './chromium.mjs';
import { ends, librariesOf, ownerAmong } from './owners.mjs';
import { Sink } from './sink.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const PATIENCE = 20000;

const sleep = ms => new Promise(done => setTimeout(done, ms));

async function until(is, patience = PATIENCE) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(15)) {
    const found = is();
    if (found) return found;
  }
  return undefined;
}

// A page's target within a tab: what is prerendered, what is looked at, or what was.
class Page {
  constructor(browser, sessionId, { targetId, subtype }, visit) {
    Object.assign(this, { browser, sessionId, targetId, ahead: subtype === 'prerender', loaded: 0, parsed: 0, shown: [], ready: [], since: Date.now(), extra: undefined });
    browser.listeners.set(sessionId, (method, params) => this.hear(method, params, visit));
  }

  hear(method, params, { errors, violations }) {
    if (method === 'Page.loadEventFired') this.loaded++;
    if (method === 'Page.domContentEventFired') this.parsed++;
    if (method === 'Page.frameNavigated' && !params.frame.parentId) this.shown.push(params.type);
    if (method === 'Preload.prerenderStatusUpdated') this.ready.push(params.prerenderStatus || params.status);
    if (method === 'Runtime.exceptionThrown' && params.timestamp >= this.since) {
      const { exception, text, url } = params.exceptionDetails;
      errors.push(`${(exception?.description || `${text} ${exception?.value ?? ''}`).split('\n')[0].slice(0, 200)}, in ${(url || '').split('?')[0]}`);
    }
    if (method === 'Audits.issueAdded') {
      const { contentSecurityPolicyIssueDetails: c } = params.issue.details;
      if (c) violations.push(`${c.violatedDirective}: ${c.blockedURL || 'inline'}`);
    }
    if (method === 'Page.javascriptDialogOpening') this.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => {});
  }

  send(method, params) { return this.browser.send(method, params, this.sessionId); }

  // What all requests from here on say besides.
  async say(headers) {
    if (!headers && !this.extra) return;
    if (!this.extra) await this.send('Network.enable');
    this.extra = headers || {};
    await this.send('Network.setExtraHTTPHeaders', { headers: this.extra });
  }

  async run(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true, userGesture: true });
    return exceptionDetails ? `threw: ${exceptionDetails.exception?.description || exceptionDetails.text}` : result.value;
  }

  prepare(scripting) {
    return Promise.all([
      ...['Page', 'Runtime', 'Audits', 'Preload'].map(domain => this.send(`${domain}.enable`).catch(() => {})),
      scripting || this.send('Emulation.setScriptExecutionDisabled', { value: true }),
    ]);
  }
}

class Tab {
  constructor(browser, targetId, visit) {
    Object.assign(this, { browser, targetId, visit, pages: [], scripting: true });
  }

  async attach() {
    const { sessionId } = await this.browser.send('Target.attachToTarget', { targetId: this.targetId, flatten: true });
    this.browser.listeners.set(sessionId, (method, params) => this.hear(method, params));
    await this.browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, sessionId);
    await until(() => this.page);
    await this.page.prepared;
    return this;
  }

  hear(method, { sessionId, targetInfo }) {
    if (method === 'Target.attachedToTarget' && targetInfo.type === 'page') {
      const page = new Page(this.browser, sessionId, targetInfo, this.visit);
      this.pages.push(page);
      page.prepared = page.prepare(this.scripting).catch(() => {});
    }
    if (method === 'Target.detachedFromTarget') this.pages = this.pages.filter(page => page.sessionId !== sessionId);
    if (method === 'Target.targetInfoChanged') {
      for (const page of this.pages) if (page.targetId === targetInfo.targetId) page.ahead = targetInfo.subtype === 'prerender';
    }
  }

  // What a person sees in the tab.
  get page() { return this.pages.filter(page => !page.ahead).at(-1); }
  get ahead() { return this.pages.find(page => page.ahead); }
}

class Visit {
  constructor({ browser, sink }, { site = spec.site, scheme = 'https', steps, counted = '[?&]k=' }) {
    Object.assign(this, { browser, sink, site, scheme, steps, counted: new RegExp(counted), errors: [], violations: [], tabs: [] });
  }

  hits(since) {
    return this.sink.requests.slice(since).filter(([host, path,,, body]) => this.counted.test(`${host}${path} ${body}`)).length;
  }

  async open(targetId) {
    const tab = await new Tab(this.browser, targetId, this).attach();
    this.tabs.push(tab);
    this.tab = tab;
  }

  async create() {
    const { targetId } = await this.browser.send('Target.createTarget', { url: 'about:blank', browserContextId: this.context, forTab: true });
    await this.open(targetId);
  }

  async loaded(page, before = page.loaded) {
    return until(() => page.loaded > before || !this.tab.pages.includes(page));
  }

  async go(path, headers) {
    const { page } = this.tab, { loaded } = page;
    await page.say(headers);
    await page.send('Page.navigate', { url: `${this.scheme}://${this.site}${path}` });
    return loaded;
  }

  // The page with the link is the sink's, and empty; what is in it comes from here. A page that is prerendered need not come to
  // its load event: frames of other origins wait.
  async foresee({ ahead, rules = [], link, moment }) {
    const { page } = this.tab;
    await this.loaded(page, await this.go('/start'));
    const asked = this.sink.fetched.length;
    await page.run(`(${plant})(${JSON.stringify({ ahead, rules, link })})`);
    if (!rules.length) return;
    if (moment !== undefined) {
      await until(() => this.sink.fetched.length > asked);
      await sleep(moment);
      return;
    }
    await until(() => this.tab.ahead || this.sink.fetched[asked]?.status);
    if (rules.includes('prerender') && await until(() => this.tab.ahead, 5000)) await until(() => !this.tab.ahead || this.tab.ahead.parsed);
  }

  async click({ click }) {
    const { page } = this.tab, { targetInfos: known } = await this.browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const [x, y] = await page.run(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('#go').getBoundingClientRect())`);
    const { pages } = this.tab, seen = new Map(pages.map(one => [one, one.loaded]));
    this.clicked = Date.now();
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      const mouse = { type, x, y, modifiers: click === 'there' ? 2 : 0, ...(type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 }) };
      await page.send('Input.dispatchMouseEvent', mouse).catch(() => {});
    }
    if (click === 'there') await this.another(new Set(known.map(({ targetId }) => targetId)));
    else await until(() => this.tab.page && (this.tab.page !== page || page.loaded > seen.get(page)));
    await until(() => this.tab.page?.loaded > (this.tab.page === page ? seen.get(page) : 0));
  }

  async another(known) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(15)) {
      const { targetInfos } = await this.browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const fresh = targetInfos.find(({ targetId, browserContextId }) => browserContextId === this.context && !known.has(targetId));
      if (fresh) {
        await this.open(fresh.targetId);
        return;
      }
    }
  }

  // Through the history; which of the tab's targets shows it depends on whether it was kept.
  async back() {
    const { page } = this.tab, { shown: { length } } = page;
    await page.run('setTimeout(() => history.back()), 0');
    await until(() => this.tab.page && (this.tab.page !== page || page.shown.length > length));
    return this.tab.page.shown.at(-1);
  }

  async act(step) {
    const { tab } = this;
    if (step.pause) await sleep(step.pause);
    else if (step.open) {
      const { page } = tab, before = await this.go(step.open, step.headers);
      if (!step.over) await until(() => tab.page && (tab.page !== page || page.loaded > before));
    } else if (step.ahead) await this.foresee(step);
    else if (step.click) await this.click(step);
    else if (step.back) return this.back();
    else if (step.reload) {
      const { page } = tab, { loaded } = page;
      await page.send('Page.reload');
      await this.loaded(page, loaded);
    } else if (step.tab) await this.create();
    else if (step.close) {
      await this.browser.send('Target.closeTarget', { targetId: tab.targetId });
      this.tabs = this.tabs.filter(one => one !== tab);
      await this.create();
    } else if (step.scripting !== undefined) {
      tab.scripting = step.scripting;
      await Promise.all(tab.pages.map(page => page.send('Emulation.setScriptExecutionDisabled', { value: !step.scripting })));
    }
    return step.run && (step.there === 'ahead' ? tab.ahead : tab.page)?.run(step.run);
  }

  async take(step) {
    const { sink } = this, from = [sink.requests.length, sink.fetched.length, this.errors.length, this.violations.length];
    if (this.from) from.splice(0, 4, ...this.from);
    const said = await this.act(step);
    await until(() => this.hits(from[0]) >= (step.want || 0));
    await until(() => !step.asks || sink.fetched.some(({ path }, n) => n >= from[1] && path === step.asks));
    await until(() => !step.refused || this.violations.some(violation => violation.includes(step.refused)));
    await sleep(step.settle ?? spec.settle);
    this.from = [sink.requests.length, sink.fetched.length, this.errors.length, this.violations.length];
    const since = n => [sink.requests, sink.fetched, this.errors, this.violations][n].slice(from[n]);
    return {
      said, requests: since(0), asked: since(1), errors: since(2), violations: since(3),
      ready: this.tab.pages.flatMap(page => page.ready), clicked: this.clicked,
    };
  }

  async run() {
    const { browserContextId } = await this.browser.send('Target.createBrowserContext');
    this.context = browserContextId;
    const told = [];
    try {
      await this.create();
      for (const step of this.steps) told.push(await this.take(step));
    } finally {
      await this.browser.send('Target.disposeBrowserContext', { browserContextId });
    }
    return told;
  }
}

// Runs in the page: a link, and what says that it may be followed. A hint has been taken when this is over, from a cache or from the server.
function plant({ ahead, rules, link }) {
  const head = document.head, a = document.createElement('a');
  let hinted;
  a.id = 'go';
  a.href = ahead;
  a.textContent = 'go on';
  document.body.append(a);
  if (link) {
    const hint = document.createElement('link');
    hint.rel = link;
    hint.href = ahead;
    hinted = new Promise(done => { hint.onload = hint.onerror = () => done(); });
    head.append(hint);
  }
  if (rules.length) {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify(Object.fromEntries(rules.map(kind => [kind, [{ urls: [ahead], eagerness: 'immediate' }]])));
    head.append(script);
  }
  return hinted;
}

const START = { type: 'text/html', body: '<!DOCTYPE html><title>start</title><h1>Start</h1>' };
const special = (host, path) => path === '/start' ? START : (spec.answers || []).find(answer => ends(answer.host, host) && path.startsWith(answer.path));

async function work(number, queue, results) {
  const cert = fs.readFileSync(spec.cert);
  const sink = new Sink({ httpd: spec.httpd, key: fs.readFileSync(spec.key), cert, owner: ownerAmong(spec.owners),
    special, library: librariesOf(spec.owners, spec.globals || {}), bodies: spec.bodies });
  const profile = `${spec.folder}/profile-${number}`;
  fs.mkdirSync(profile);
  const browser = new Chromium(spec.chromium, profile, await sink.listen(), cert, spec.flags);
  process.on('exit', () => browser.child.kill('SIGKILL'));
  for (let one; (one = queue.shift());) {
    sink.watch({ host: one.site || spec.site, root: one.root || '/p/', bare: spec.bare });
    try {
      results.push({ name: one.name, steps: await new Visit({ browser, sink }, one).run() });
    } catch (error) {
      results.push({ name: one.name, failed: String(error.stack) });
    }
  }
  await browser.close();
  sink.close();
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));
const results = [], queue = [...spec.visits];
await Promise.all(Array.from({ length: Math.min(spec.lanes, queue.length) }, (_, number) => work(number, queue, results)));
process.stdout.write(JSON.stringify(results));
