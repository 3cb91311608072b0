// A visit after a preview, in one Chromium with its own cache: what each page that is loaded looks like, as JSON.
//
//   node cache.mjs SPEC      SPEC is a JSON file: { chromium, profile, port, scenarios: [{ name, steps: [step, …] }, …] }
//
// A step is { url, preview } to go somewhere, with the header or without; { wait: milliseconds }; or { run: script }, whose promise
// is waited for. What is printed are the steps' results: the page's text between its html tags, or what the script returned.
import { readFileSync } from 'node:fs';
import { Chromium } from './chromium.mjs';

const spec = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const browser = new Chromium(spec.chromium, spec.profile, spec.port);

const sleep = milliseconds => new Promise(done => setTimeout(done, milliseconds));

async function open() {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const loads = [];
  browser.listeners.set(sessionId, method => { if (method === 'Page.loadEventFired') loads.shift()?.(); });
  const send = (method, params) => browser.send(method, params, sessionId);
  await send('Page.enable');
  await send('Network.enable');
  const loaded = () => Promise.race([new Promise(done => loads.push(done)), new Promise(done => setTimeout(done, 60000).unref())]);
  return { send, loaded, close: () => browser.send('Target.closeTarget', { targetId }) };
}

async function evaluate(tab, expression) {
  const { result, exceptionDetails } = await tab.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) return `threw: ${exceptionDetails.exception?.description || exceptionDetails.text}`;
  return result.value;
}

async function take(tab, step) {
  if (step.wait) return sleep(step.wait);
  if (step.run) return evaluate(tab, step.run);
  await tab.send('Network.setExtraHTTPHeaders', { headers: step.preview ? { 'X-Purpose': 'preview' } : {} });
  const loaded = tab.loaded();
  await tab.send('Page.navigate', { url: step.url });
  await loaded; // perhaps the blank page with which the tab began
  for (const end = Date.now() + 60000; Date.now() < end && !await evaluate(tab, `document.readyState === 'complete' && location.href === '${step.url}'`);) await sleep(20);
  return evaluate(tab, 'document.documentElement.outerHTML');
}

const found = [];
for (const { name, steps } of spec.scenarios) {
  const tab = await open();
  const results = [];
  for (const step of steps) results.push(await take(tab, step));
  await tab.close();
  found.push({ name, results });
}
await browser.close();
process.stdout.write(JSON.stringify(found));
