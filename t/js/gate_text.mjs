// The gate's text in Node: that it is what its source says, in ES5, and that its items mean what they mean to the engine.
//
// node gate_text.mjs SOURCE TEXT ITEMS PROGRAM: gate.js, what tools/compact.awk makes of it, a table, and build/t/test_gate. Prints TAP.
// The table has lines "item<TAB>URL<TAB>yes|no|gate"; the last means that the gate goes further than the engine, which docs/gate.md
// tells why. Lines "catalogue<TAB>item" say that a URL made of the item is found by both; a path with shapes is not told to the gate.
import fs from 'node:fs';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';

const [source, text, table, program] = process.argv.slice(2);
const acorn = createRequire(`${process.env.XP_NODE_MODULES}/`)('acorn');
const read = name => fs.readFileSync(name, 'utf8');

let tests = 0, failed = 0;
const ok = (good, name, why) => {
  console.log(`${good ? '' : 'not '}ok ${++tests} - ${name}`);
  if (!good) { failed++; console.error(`# ${name}: ${why}`); }
};

// ---- The same program ----

const parse = name => acorn.parse(read(name), { ecmaVersion: 5 });
const parsed = name => { try { return parse(name); } catch (error) { return String(error); } };
const long = parsed(source), short = parsed(text);
ok(long.type, 'the source is ES5', long);
ok(short.type, 'so is the text', short);

// Names of variables may differ, one for one within each function; all else is the same. Returns where it is not.
function differs(a, b) {
  const scopes = [], todo = [];
  const names = (node, into = []) => { // what a function declares
    if (!node || typeof node !== 'object') return into;
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') into.push(node.id.name);
    if (node.type === 'CatchClause') into.push(node.param.name);
    if (node.type !== 'FunctionDeclaration' && node.type !== 'FunctionExpression') for (const k in node) names(node[k], into);
    return into;
  };
  const declared = f => [...f.params.map(p => p.name), ...names(f.body)];
  const where = name => scopes.findLastIndex(s => s.a.includes(name));
  const whereShort = name => scopes.findLastIndex(s => s.b.includes(name));
  const walk = (x, y, key, parent) => {
    if (x && typeof x === 'object' && !(x instanceof RegExp)) {
      if (!y || typeof y !== 'object' || x.type !== y.type) return `${x.type} at ${x.start}`;
      const inner = x.type === 'FunctionExpression' || x.type === 'FunctionDeclaration';
      if (x.type === 'Identifier' && !(key === 'property' && !parent.computed) && !(key === 'key')) {
        const i = where(x.name), k = whereShort(y.name);
        if (i !== k) return `${x.name} at ${x.start} is ${y.name}, of another function`;
        if (i < 0) return x.name === y.name ? '' : `${x.name} at ${x.start}`;
        return scopes[i].a.indexOf(x.name) === scopes[i].b.indexOf(y.name) ? '' : `${x.name} at ${x.start} is ${y.name}`;
      }
      if (inner) scopes.push({ a: declared(x), b: declared(y) });
      let found = '';
      for (const k of Object.keys(x)) {
        if (k === 'start' || k === 'end' || k === 'raw' || (inner && k === 'id') || k === 'regex' && JSON.stringify(x.regex) === JSON.stringify(y.regex)) continue;
        if (!found && k !== 'value' || !x.regex) found ||= walk(x[k], y[k], k, x);
      }
      if (Array.isArray(x) && x.length !== y.length) found ||= 'a list of another length';
      if (inner) scopes.pop();
      return found;
    }
    return x === y ? '' : `${x} is ${y}`;
  };
  return walk(a, b) || (JSON.stringify(a).length < 1000 ? 'nothing was compared' : '');
}
ok(!differs(long, short), 'the text is the source, but for the names of variables', differs(long, short));
const other = acorn.parse(read(text).replace('return', 'return!'), { ecmaVersion: 5 });
ok(differs(long, other), '... which another program is not');

// ---- Items ----

// As much of a browser as the gate needs to be asked; gated(url) says what it thinks.
function gate(items) {
  class Anchor {
    set href(value) { try { this.url = new URL(value, 'https://page.example/folder/page'); } catch { this.url = new URL('about:blank'); } }
    get href() { return this.url.href; }
    get protocol() { return this.url.protocol; }
    get hostname() { return this.url.hostname; }
    get pathname() { return this.url.pathname; }
    get search() { return this.url.search; }
  }
  const attributes = { 'data-xpurpose': 'gate', 'data-xpurpose-gate': items };
  const me = { hasAttribute: k => k in attributes, getAttribute: k => attributes[k] ?? null, removeAttribute() {}, previousSibling: null, parentNode: { removeChild() {} } };
  class Navigator { sendBeacon() { return false; } }
  const win = { Navigator, Proxy, Node: {}, length: 0, addEventListener() {} };
  const doc = { currentScript: me, scripts: [], readyState: 'complete', prerendering: true, addEventListener() {}, createElement: () => new Anchor, querySelectorAll: () => [] };
  vm.runInNewContext(read(text), { window: win, document: doc, RegExp, Proxy, Reflect, Object, setInterval() {} });
  return url => new Navigator().sendBeacon(url);
}

const lines = read(table).split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split('\t'));
const rows = lines.filter(line => line[0] !== 'catalogue');
const shaped = item => item.replace(/<digits[^>]*>/g, '1234567890').replace(/<caps[^>]*>/g, 'ABC123');
const told = item => item.startsWith('?') ? item.replace(/<.*/, '') : item; // as the compiled rules write it
const sample = item => item.startsWith('?') ? `https://page.example/own/x?a=b&${shaped(item).slice(1)}` : item.startsWith('/*') ? `https://page.example/x/my-${item.slice(2).replace('*.js', '.min.js')}`
  : item.startsWith('/') ? `https://page.example/x${item.replace(/\*/g, '-12')}` : `https://${item.replace(/\*$/, item.includes('/') ? 'x' : 'page.example/').replace(/\*/g, 'x')}`;
const catalogue = lines.filter(line => line[0] === 'catalogue' && !/^[^?].*</.test(line[1])).map(line => [line[1], sample(line[1]), 'yes']);
const all = [...rows, ...catalogue];
const engine = execFileSync(program, ['items'], { input: all.map(([item, url]) => `${item}\t${url}\n`).join('') }).toString().split('\n');
const bad = [], badGate = [];
all.forEach(([item, url, wanted], i) => {
  if (engine[i] !== (wanted === 'yes' ? '1' : '0')) bad.push(`${item} ${url}`);
  if (gate(told(item))(url) !== (wanted !== 'no')) badGate.push(`${item} ${url}: not ${wanted}`);
});
ok(rows.length > 80 && catalogue.length > 900, `${rows.length} rows and ${catalogue.length} of the catalogue's`);
ok(!bad.length, 'the engine finds what the table says', bad.join('\n# '));
ok(!badGate.length, 'so does the gate', badGate.join('\n# '));
const whole = gate(catalogue.map(row => told(row[0])).join(' '));
const lost = catalogue.filter(([, url]) => !whole(url));
ok(!lost.length, 'so does a gate with the whole catalogue', lost.join('\n# '));
const own = ['https://page.example/', 'https://page.example/js/app.js', 'https://page.example/own/x?id=G-x&gid=G-ABC123DEF', 'https://cdn.example/npm/react@18/umd/react.production.min.js?x=/ga.js', 'https://page.example/a/b/c.html#/ga.js', '/img/logo.png', 'x', 'blob:https://www.google-analytics.com/1', 'data:text/javascript,www.google-analytics.com/ga.js', 'mailto:a@google-analytics.com', 'about:blank', 'https://[', 'javascript:void(0)'];
ok(!own.some(url => whole(url)), 'and nothing of others', own.filter(url => whole(url)).join(' '));

console.log(`1..${tests}`);
process.exit(failed ? 1 : 0);
