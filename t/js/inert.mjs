// Whatever the engine calls inert, JavaScript itself must refuse to compile, or run without any effect: texts put together by chance from
// what scripts and pages are made of, and from the scripts of saved pages, cut off, spoilt, and nested. usage: inert.mjs [--count N] [--seed N] [--pages DIR]
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { option, pick, random } from './chance.mjs';
import { Drive } from './drive.mjs';

const TOKENS = ['a', 'b1', 'script', 'src', 'async', 'var', 'let', 'const', 'function', 'return', 'typeof', 'in', 'of', 'instanceof', 'if', 'else',
    'for', 'case', 'do', 'while', 'this', 'null', 'new', 'void', 'await', 'yield', 'class', 'get', 'static', 'as', 'with', 'import', 'export', 'from',
    'default', '1', '.5', '0x1f', '1e3', "'x'", '"y"', "'it\\'s'", "'<script src=a>'", '"<!--"', '`t`', '`${a}`', '/re/g', '/[/]/', '<', '>', '<=', '=>',
    '=', '==', '+', '-', '--', '++', '*', '/', '%', '&', '|', '!', '~', '?', ':', '.', '...', ',', ';', '(', ')', '[', ']', '{', '}', '@', '#', '\\',
    '\n', '\r\n', ' ', '  ', '\t', '//', '/*', '*/', '// c\n', '/* c */', '/*\n*/', '<!--', '-->', '<!-- c\n', '\n-->', '<script', '<script ', '<script>',
    '<script src="', '</scr', "'", '"', '`', 'é', '\u2028', '\0', 'a.script', '?.b', 'a.in', '"use strict"'];

const real = [];
const folder = option('pages', '');
for (const name of folder && fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [])
    for (const [, text] of fs.readFileSync(path.join(folder, name), 'utf8').matchAll(/<script[^>]*>([^<]{20,3000})<\/script/g)) real.push(text);

const NESTED = ['<script src="https://www.google-analytics.com/ga.js">', '<SCRIPT\tasync SRC=\'//www.google-analytics.com/ga.js\' >', '<script>var _gaq=_gaq||[];'];

function text() {
    let out = real.length && random(3) === 0 ? pick(real) : '';
    if (!out) for (let n = 1 + random(12); n > 0; n--) out += pick(TOKENS) + (random(3) ? ' ' : '');
    if (random(3) === 0) { const at = random(out.length + 1); out = out.slice(0, at) + pick(NESTED) + out.slice(random(2) ? at : at + random(20)); }
    if (random(4) === 0) out = out.slice(0, random(out.length + 1));
    if (random(4) === 0) { const at = random(out.length + 1); out = out.slice(0, at) + pick(TOKENS) + out.slice(at); }
    return out.slice(0, 1000);
}

// Does it compile, and if so, does running it look at anything? A classic script and the body of an async function stand for both kinds.
function compiles(source) {
    try { new vm.Script(source); return true; } catch (e) { return !(e instanceof SyntaxError); }
}

function hasEffect(source) {
    let touched = false;
    const world = new Proxy({}, { has() { touched = true; return true; }, get() { touched = true; return undefined; }, set() { touched = true; return true; },
        defineProperty() { touched = true; return true; } });
    try { vm.runInContext(source, vm.createContext(world), { timeout: 10000 }); } catch { touched = true; }
    return touched;
}

const engine = new Drive();
const count = Number(option('count', '20000'));
let inert = 0, broken = 0;
const wrong = [];
for (let n = 0; n < count; n++) {
    const source = text();
    const bytes = Buffer.from(source);
    const said = await engine.ask('inert', bytes);
    const ok = compiles(source);
    broken += !ok;
    if (said.toString() !== '1\n') continue;
    inert++;
    if (ok && hasEffect(source)) wrong.push(['it runs', source]);
}
const status = await engine.close();
console.log(`${count} texts (${real.length} scripts of pages among the seeds), ${broken} that do not compile, ${inert} called inert, ${wrong.length} of them wrongly`);
for (const w of wrong.slice(0, 20)) console.log(JSON.stringify(w));
process.exit(wrong.length || status ? 1 : 0);
