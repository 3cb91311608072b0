// A headless Chromium, spoken to over its debugging pipe: messages of JSON, each ended by a NUL, on the descriptors 3 and 4.
// The pipe needs no WebSocket and hence no package; libraries that drive browsers were set aside for their size.
//
// The browser knows one address: every name resolves to the sink's port, whatever the scheme, but for hosts that the browser itself asks.
import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-default-apps', '--disable-extensions', '--disable-domain-reliability', '--disable-breakpad',
  '--disable-client-side-phishing-detection', '--disable-site-isolation-trials', '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-threaded-animation',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,MediaRouter,OptimizationHints,InterestFeedContentSuggestions,AutofillServerCommunication',
  '--hide-scrollbars', '--mute-audio', '--force-color-profile=srgb', '--password-store=basic',
  '--remote-debugging-pipe'];

const NOWHERE = ['update.googleapis.com', 'clients2.google.com', 'accounts.google.com'];

// Errors of certificates do not matter, or with one that is trusted, there are none. That is no matter of taste: Chromium gives up a
// prerender when a frame in it comes over a connection with an error, even one that it was told to ignore.
function trust(cert) {
  if (!cert) return '--ignore-certificate-errors';
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}

export class Chromium {
  constructor(binary, profile, port, cert = undefined, more = []) {
    const rules = `--host-resolver-rules=${NOWHERE.map(name => `MAP ${name} ~NOTFOUND, `).join('')}MAP * 127.0.0.1:${port}`;
    this.child = spawn(binary, [...FLAGS, ...more, trust(cert), rules, `--user-data-dir=${profile}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env: { ...process.env, HOME: profile } });
    this.next = 0;
    this.waiting = new Map();
    this.listeners = new Map();
    this.said = '';
    this.child.stderr.on('data', data => { this.said = (this.said + data).slice(-2000); });
    this.gone = new Promise(done => this.child.on('exit', (code, signal) => done(signal ?? code)).on('error', done));
    this.gone.then(how => this.closing || this.#died(`Chromium is gone: ${how}`));
    for (const pipe of [3, 4]) this.child.stdio[pipe].on('error', () => {}); // its end says why
    this.#listen(this.child.stdio[4]);
  }

  // The program ends, for what is asked of a browser that is gone, or of a tab that crashed, is never answered.
  #died(how) {
    setTimeout(() => { // for what it said last may be on the way
      console.error(`${how}\n${this.said}`);
      this.child.kill('SIGKILL');
      process.exit(1);
    }, 100);
  }

  #listen(pipe) {
    let pieces = [];
    pipe.on('data', data => {
      for (let end; (end = data.indexOf(0)) >= 0; data = data.subarray(end + 1)) {
        this.#receive(JSON.parse(Buffer.concat([...pieces, data.subarray(0, end)])));
        pieces = [];
      }
      pieces.push(data);
    });
  }

  #receive({ id, result, error, method, params, sessionId }) {
    if (method === 'Inspector.targetCrashed') this.#died('A tab crashed');
    if (id === undefined) {
      this.listeners.get(sessionId)?.(method, params);
      return;
    }
    const { done, fail, what } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) fail(new Error(`${what}: ${error.message}`));
    else done(result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.next;
    const answer = new Promise((done, fail) => this.waiting.set(id, { done, fail, what: method }));
    this.child.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return answer;
  }

  // A tab with cookies, cache and connections of its own; `listen` hears its events.
  async tab(listen) {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.listeners.set(sessionId, listen);
    return {
      send: (method, params) => this.send(method, params, sessionId),
      close: async () => {
        this.listeners.delete(sessionId);
        await this.send('Target.disposeBrowserContext', { browserContextId });
      },
    };
  }

  async close() {
    this.closing = true;
    this.child.stdio[3].end();
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await this.gone;
    clearTimeout(patience);
    this.child.stderr.destroy(); // which a child of its own may still have
  }
}
