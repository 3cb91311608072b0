// Pages that a server has drawn and a framework takes over. The frameworks are their development builds: these compare each node of
// the page with what they would have made, and say what is not so.
import { Writable } from 'node:stream';
import { bundle, evaluate, file, load, version } from './files.mjs';
import { document, page, script } from './page.mjs';
import { mixed } from './vendors.mjs';

const REACT = {
  18: {
    node: { react: 'react18/cjs/react.development.js', 'react-dom': 'react-dom18/cjs/react-dom.development.js',
      server: 'react-dom18/cjs/react-dom-server.node.development.js' },
    version: () => version('react-dom18'),
    browser: () => file('react18/umd/react.development.js') + file('react-dom18/umd/react-dom.development.js'),
  },
  19: {
    node: { react: 'react/cjs/react.development.js', 'react-dom': 'react-dom/cjs/react-dom.development.js',
      server: 'react-dom/cjs/react-dom-server.node.development.js' },
    version: () => version('react-dom'),
    browser: () => bundle(CLIENT, { React: 'react', ReactDOM: 'client' }),
  },
};

const CLIENT = { react: 'react/cjs/react.development.js', 'react-dom': 'react-dom/cjs/react-dom.development.js',
  scheduler: 'scheduler/cjs/scheduler.development.js', client: 'react-dom/cjs/react-dom-client.development.js' };

// What a stream of React's comes to.
export const drained = begin => new Promise((done, fail) => {
  const pieces = [];
  const sink = new Writable({ write(piece, encoding, next) { pieces.push(piece); next(); } });
  sink.on('finish', () => done(Buffer.concat(pieces).toString()));
  begin(sink, fail);
});

const rendered = (server, tree, options) => drained((sink, fail) => {
  const stream = server.renderToPipeableStream(tree, { ...options, onAllReady: () => stream.pipe(sink), onError: fail });
});

const CONSENT = "document.cookie.indexOf('consent') >= 0";

// The app, for server and browser alike: scripts among what React made, and a button that tells that React is there.
const APP = `(React, mixed) => {
  const h = React.createElement;
  const inline = (name, text) => h('script', { id: name, dangerouslySetInnerHTML: { __html: text } });
  const Orders = () => {
    const [orders, add] = React.useState(['Wheel']);
    React.useEffect(() => { ready('effect'); add(all => all.concat('Rope')); }, []);
    React.useEffect(() => { if (orders.length > 1) ready('drawn again'); }, [orders]);
    return h('ul', null, orders.map(order => h('li', { key: order }, order)));
  };
  const Body = () => h('main', null, h('h1', null, 'Orders'), inline('first', mixed[0]), 'Text, then ', inline('second', mixed[1]), h(Orders), inline('third', mixed[2]));
  const Page = () => h('html', { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Chandlery'), h('link', { rel: 'icon', href: 'data:,' }), inline('head', mixed[3])),
    h('body', null, h(Body)));
  return { Body, Page };
}`;

// Vendors of several kinds, so that later scripts bring stubs of their own; each puts its script at the head's end, where React looks no more.
const texts = [mixed('hotjar'), mixed('gtag', { before: `if (${CONSENT}) shop.consent = true;` }), mixed('hotjar', { after: `ready('third');` }),
  mixed('gtag', { after: `ready('head');` })];

const hydrated = (number, where) => async () => {
  const react = REACT[number], made = {};
  const React = evaluate(react.node, 'react', made), server = evaluate(react.node, 'server', made);
  const { Body, Page } = new Function('ready', `return ${APP}`)(() => {})(React, texts);
  const whole = where === 'document';
  const html = whole ? `${await rendered(server, React.createElement(Page), { bootstrapScripts: ['app.js'] })}`
    : document('', `<div id="root">${await rendered(server, React.createElement(Body))}</div>\n<script src="app.js"></script>`);
  return page(`react${number}-${where}`, `React ${react.version()}, hydrateRoot(${where})`, {
    'index.html': html,
    'app.js': `const { Body, Page } = (${APP})(React, ${JSON.stringify(whole ? texts : texts.slice(0, 3))});
const told = what => error => { console.error(what + ': ' + error.message); };
ReactDOM.hydrateRoot(${whole ? 'document, React.createElement(Page)' : 'document.getElementById("root"), React.createElement(Body)'},
  { onRecoverableError: told('recovered'), onUncaughtError: told('uncaught') });
ready('app');`,
  }, { library: react.browser() });
};

const vue = async () => {
  const Vue = load('vue'), { renderToString } = load('vue/server-renderer');
  const app = `(Vue, texts) => Vue.createSSRApp({
  setup() {
    const orders = Vue.ref(['Wheel']);
    Vue.onMounted(() => { ready('mounted'); orders.value.push('Rope'); Vue.nextTick(() => ready('drawn again')); });
    const inline = text => Vue.h('script', { innerHTML: text });
    return () => Vue.h('main', [Vue.h('h1', 'Orders'), inline(texts[0]), 'Text, then ', inline(texts[1]), Vue.h('ul', orders.value.map(order => Vue.h('li', order))),
      Vue.createCommentVNode('a comment'), inline(texts[2])]);
  },
})`;
  const made = new Function('ready', `return ${app}`)(() => {})(Vue, texts);
  return page('vue', `Vue ${version('vue')}, hydration`, {
    'index.html': document('', `<div id="app">${await renderToString(made)}</div>
<script type="application/json" id="state">{"analytics":"https://www.googletagmanager.com/gtag/js?id=G-1234567","pixel":"https:\\/\\/static.hotjar.com\\/"}</script>
<script src="app.js"></script>`),
    'app.js': `(${app})(Vue, ${JSON.stringify(texts.slice(0, 3))}).mount('#app');
ready('app');`,
  }, { library: file('vue/dist/vue.global.js') });
};

// ---- React Server Components ----

const FLIGHT = 'react-server-dom-webpack/cjs/react-server-dom-webpack';

// The page's tree as the server half of React writes it: rows of text, long strings with their length before them.
function flight(tree) {
  const parts = { react: 'react/cjs/react.react-server.production.js', 'react-dom': 'react-dom/cjs/react-dom.react-server.production.js',
    server: `${FLIGHT}-server.node.production.js` };
  const made = {}, React = evaluate(parts, 'react', made), server = evaluate(parts, 'server', made);
  const Counter = server.registerClientReference(() => {}, 'counter.js', 'Counter');
  const manifest = { 'counter.js#Counter': { id: 'counter', chunks: ['counter', 'static/chunks/counter.js'], name: 'Counter' } };
  return drained(sink => server.renderToPipeableStream(tree(React.createElement, Counter), manifest).pipe(sink));
}

// The HTML that the first answer holds, made of the same rows.
async function drawn(rows) {
  const parts = { ...CLIENT, server: 'react-dom/cjs/react-dom-server.node.production.js', react: 'react/cjs/react.production.js',
    'react-dom': 'react-dom/cjs/react-dom.production.js', flight: `${FLIGHT}-client.edge.production.js` };
  const made = {}, React = evaluate(parts, 'react', made);
  const chunks = { counter: { Counter: new Function('React', `return ${COUNTER}`)(React) } };
  globalThis.__webpack_require__ = Object.assign(id => chunks[id], { u: id => id });
  globalThis.__webpack_chunk_load__ = () => Promise.resolve();
  const { createFromReadableStream } = evaluate(parts, 'flight', made);
  const tree = createFromReadableStream(new Blob([rows]).stream(), { serverConsumerManifest: {
    moduleMap: { counter: { '*': { id: 'counter', chunks: [], name: '*' }, Counter: { id: 'counter', chunks: [], name: 'Counter' } } },
    moduleLoading: null, serverModuleMap: null } });
  return rendered(evaluate(parts, 'server', made), React.createElement(() => React.use(tree)), { bootstrapScripts: ['static/chunks/main.js'] });
}

const COUNTER = `({ children }) => {
  const [count, set] = React.useState(1);
  React.useEffect(() => { ready('counter'); set(2); }, []);
  React.useEffect(() => { if (count > 1) ready('counted'); }, [count]);
  return React.createElement('section', null, 'Seen ' + count, children);
}`;

// The rows in pieces, as the App Router pushes them, a border wherever it falls.
const pushes = rows => ['(self.__next_f=self.__next_f||[]).push([0])', ...rows.match(/[^]{1,700}/gu)
  .map(piece => `self.__next_f.push(${JSON.stringify([1, piece]).replace(/[<>&\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)})`)]
  .map(text => `<script>${text}</script>`).join('');

const ROUTER = `const chunks = {}, coming = {};
self.__webpack_get_script_filename__ = id => new URL('static/chunks/' + id + '.js', document.baseURI).href;
self.webpackChunk = (id, make) => { chunks[id] = make(React); };
self.__webpack_require__ = Object.assign(id => chunks[id], { u: id => id });
self.__webpack_chunk_load__ = id => coming[id] ||= new Promise((done, fail) => {
  const script = document.createElement('script');
  script.src = 'static/chunks/' + id + '.js';
  script.async = true;
  script.onload = done;
  script.onerror = fail;
  document.head.appendChild(script);
});`;

const MAIN = `const rows = new ReadableStream({ start(controller) {
  const encoder = new TextEncoder(), all = self.__next_f = self.__next_f || [];
  const take = ([kind, text]) => { if (kind) controller.enqueue(encoder.encode(text)); };
  all.forEach(take);
  all.push = take;
  const end = () => controller.close();
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', end);
  else end();
} });
const tree = Flight.createFromReadableStream(rows, {});
const told = what => error => { console.error(what + ': ' + error.message); };
tree.then(() => ready('tree'), told('the stream'));
React.startTransition(() => {
  ReactDOM.hydrateRoot(document, React.createElement(() => React.use(tree)), { onRecoverableError: told('recovered'), onUncaughtError: told('uncaught') });
});
ready('main');`;

const components = async () => {
  const text = mixed('gtag', { before: `// ${'Settings of the shop. '.repeat(70)}`, after: `ready('in the page');` });
  const prose = 'Ünser Text nennt https://www.googletagmanager.com/gtag/js?id=G-1234567 und https://static.hotjar.com/c/hotjar-1.js. '.repeat(20);
  const inline = (h, id, text) => h('script', { id, key: id, dangerouslySetInnerHTML: { __html: text } });
  const rows = await flight((h, Counter) => h('html', { lang: 'en' },
    h('head', { key: 1 }, h('meta', { key: 1, charSet: 'utf-8' }), h('title', { key: 2 }, 'Chandlery'), h('link', { key: 3, rel: 'icon', href: 'data:,' })),
    h('body', { key: 2 }, inline(h, 'tags', text), h('p', { key: 'prose' }, prose), h(Counter, { key: 'counter' }, h('b', null, 'inside')),
      inline(h, 'more', mixed('hotjar')))));
  if (!/:T[0-9a-f]+,/.test(rows)) throw new Error('no text with its length before it');
  const html = await drawn(rows);
  return page('react-server-components', `react-server-dom-webpack ${version('react-server-dom-webpack')}`, {
    'index.html': html.replace('</body></html>', () => `${pushes(rows)}</body></html>`),
    'static/chunks/counter.js': `webpackChunk('counter', React => ({ Counter: ${COUNTER} }));`,
    'static/chunks/main.js': MAIN,
  }, { library: `${ROUTER}\n${bundle({ ...CLIENT, flight: `${FLIGHT}-client.browser.development.js` }, { React: 'react', ReactDOM: 'client', Flight: 'flight' })}\n` });
};

// React stands before the app in one file, as a bundler would have it; what the library says of ready() is not looked for.
async function joined(made) {
  const { library, ...rest } = await made;
  const name = ['static/chunks/main.js', 'app.js'].find(file => rest.files[file]);
  return { ...rest, files: { ...rest.files, [name]: `${library}\n${rest.files[name]}` } };
}

export const pages = () => Promise.all([hydrated(18, 'root')(), hydrated(18, 'document')(), hydrated(19, 'root')(), hydrated(19, 'document')(), vue(), components()].map(joined));
