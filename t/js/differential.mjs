// I2: what the engine does to a page, as an independent parser sees it. Pages are made from seeds by chance and spoilt by chance; of each,
// with parse5 as the judge:
//   - every edit is exactly one element of the input,
//   - where nothing is foreign, and no template holds it, no script that loads analytics is overlooked,
//   - the output's DOM is the input's less those elements, and its tokens are the input's less those within,
//   - a page without an edit is the same, byte for byte; stripping again changes nothing; and the cuts change nothing.
// usage: differential.mjs [--count N] [--seed N] [--pages DIR] [--failures FILE]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { option, pick, random } from './chance.mjs';
import { Drive, programOf } from './drive.mjs';
import { Parser, parse } from './parse5.mjs';

// ---- Pages ----------------------------------------------------------------------------------------------------------------

const ANALYTICS = [
    '<script src="https://www.google-analytics.com/ga.js"></script>',
    "<SCRIPT\tasync SRC='//www.google-analytics.com/analytics.js' ></SCRIPT\n>",
    "<script>var _gaq=_gaq||[];_gaq.push(['_setAccount','UA-1-1']);_gaq.push(['_trackPageview']);(function(){var ga=document.createElement('script');ga.async=true;ga.src='//www.google-analytics.com/ga.js';var s=document.getElementsByTagName('script')[0];s.parentNode.insertBefore(ga,s)})();</script>",
    "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-1');</script>",
    "<script>site.start();load('https://www.google-analytics.com/analytics.js')</script>",
    '<noscript><img height=1 src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"></noscript>',
    '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>',
    '<noscript>Please enable it <img src="https://www.facebook.com/tr?id=1"></noscript>',
    '<img src="https://www.facebook.com/tr?id=1" width="1" height="1">',
    '<link rel="preconnect" href="https://www.google-analytics.com">',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height=0></iframe>',
    '<style>.async-hide{opacity:0 !important}</style>',
];

const NAMES = ('html head body title base link meta style script noscript template p div span a b i em strong font table tbody tr td th ' +
    'caption colgroup col ul li dl dt dd form input button select option optgroup textarea iframe noframes noembed xmp plaintext frameset ' +
    'frame svg g path desc foreignObject math mi mo mtext mglyph annotation-xml h1 h2 pre br hr img image nobr object applet marquee ' +
    'section details x-y').split(' ');

const ATTRIBUTES = ['', '', '', ' class=a', ' id="b"', " title='<p>'", ' title=">"', ' a=b>c', ' x', ' / ', '/', ' =y', ' "', ' src=/a.js',
    ' type="text/plain"', ' type=hidden', ' color=red', ' encoding="text/html"', ' a="b"c', ' A = "d e"', ' href=x', ' charset=utf-8'];

const TEXTS = ['text ', ' ', '\n', '\r\n', '&amp;', '&#32;', '&lt;b>', '<', '< ', '</>', '<3', 'a < b', '\0', '\x0c', ']]>', '-->', "'", '"',
    'é', '<?php x ?>', '<!x>', '<!>', '</ x>', '<!DOCTYPE html>', '<!doctype', '<![CDATA[', '<![CDATA[x]]>', '<!-', '<!--', '<!--x-->',
    '<!-->', '<!--->', '<!--x--!>', '<!--<!-->', '<!--[if IE]>', '<!--<script>-->', '<![endif]-->', '<script><!--<script>', '</scrip', '</script',
    '<style></styl', '<title></titl>', "document.write('<scr'+'ipt>')"];

function piece() {
    switch (random(10)) {
    case 0: case 1: return pick(ANALYTICS);
    case 2: case 3: case 4: return `<${pick(NAMES)}${pick(ATTRIBUTES)}>`;
    case 5: return `</${pick(NAMES)}>`;
    case 6: { const name = pick(NAMES); return `<${name}${pick(ATTRIBUTES)}>${pick(TEXTS)}</${name}>`; }
    case 7: return `<${pick(NAMES).toUpperCase()}/>`;
    default: return pick(TEXTS);
    }
}

function generate() {
    let page = random(3) ? '<!DOCTYPE html><html><head><title>x</title></head><body>text' : '';
    for (let n = random(25) + 1; n > 0; n--) page += piece();
    return page;
}

// Pages of nothing but what decides where a token ends, and scripts that must be found between.
function generateTokens() {
    let page = '<!DOCTYPE html><body>text';
    for (let n = random(12) + 1; n > 0; n--) page += random(3) ? pick(TEXTS) : random(2) ? ANALYTICS[random(2)] : pick(['<p title=', '<style>', '</style>', '<title>', '</title>', '<script>', '</script>', '>']);
    return page + ANALYTICS[0];
}

// Pages of what decides in which namespace and insertion mode the parser is, before the head and within elements of all kinds.
const BEGINNINGS = ['', ' ', '\n', '<html>', '<!--x-->', '<head>', '</head>', '<head></head>', '<!DOCTYPE html>', '<body>', 'text', '<p>', '<br>', '\0', '&#32;'];
const FRAGMENTS = ['<svg>', '<svg><g>', '<svg><desc>', '<svg><title>', '<svg><foreignObject>', '<svg><foreignObject><p>', '<p><div></div>', '<li><li></li>', '<![CDATA[ >', ']]>', '<svg><style>', '<svg><![CDATA[', '<math>', '<math><mi>',
    '<math><mtext><b>', '<math><annotation-xml>', '<math><annotation-xml encoding="text/html">', '<math><annotation-xml><svg>', '<mglyph>', '</mi>', '</desc>', '</foreignObject>',
    '</svg>', '</math>', '</g>', '<p>', '</p>', '</div>', '<font color=red>', '<font>', '</br>', '<select>', '<select><option>', '</select>', '<input>', '<template>', '<template><col>',
    '</template>', '<table>', '<table><tr><td>', '<table><caption>', '<colgroup>', '</table>', '<frameset>', '</body>', '</html>', '<noscript>', '</noscript>', '<style>', '</style>',
    '<title>', '</title>', '<textarea>', '<xmp>', '<script>', '</script>'];

function generateTree() {
    let page = random(3) ? '<!DOCTYPE html><body>text' : '';
    if (!page) for (let n = random(4); n > 0; n--) page += pick(BEGINNINGS) + (random(2) ? pick(ANALYTICS) : '');
    for (let n = random(10) + 1; n > 0; n--) page += random(3) ? pick(FRAGMENTS) : pick(ANALYTICS);
    return page;
}

// The pages of docs/parsing.md's table, whose invented vendor becomes one of the catalogue's. Each is looked at as it is, and spoilt.
const table = execFileSync(programOf('test_tree'), ['pages'], { encoding: 'latin1' }).trim().split('\n').map((hex) => Buffer.from(hex, 'hex').toString('latin1')
    .replaceAll('https://cdn.bolt.example/a.js', 'https://www.google-analytics.com/ga.js').replaceAll('//bolt.example/t.gif?x', '//www.facebook.com/tr?id=1'));

// Real pages, if there are any: windows of them, since what is odd is odd within a few thousand bytes.
const real = [];
const folder = option('pages', '');
for (const name of folder && fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [])
    if (/\.html?$/.test(name)) real.push(fs.readFileSync(path.join(folder, name), 'latin1'));

function slice() {
    const page = pick(real);
    const from = random(3) ? random(page.length) : 0;
    return page.slice(from, from + 200 + random(4000));
}

function mutate(page) {
    for (let n = 1 + random(4); n > 0; n--) {
        const at = random(page.length + 1), end = Math.min(page.length, at + 1 + random(40));
        const tag = page.indexOf(pick(['<', '>', '"', "'", '=']), at);
        switch (random(9)) {
        case 0: page = page.slice(0, at) + page.slice(end); break;
        case 1: page = page.slice(0, end) + page.slice(at); break;
        case 2: page = page.slice(0, at); break;
        case 3: page = page.slice(0, at) + pick(['<', '>', '"', "'", '/', '=', '-', '!', '\0', ' ', '&', '\r', '`', ']']) + page.slice(at); break;
        case 4: if (tag >= 0) page = page.slice(0, tag) + page.slice(tag + 1); break;
        case 5: if (tag >= 0) page = page.slice(0, tag) + piece() + page.slice(tag); break;
        default: { const lt = page.indexOf('<', at); if (lt >= 0) page = page.slice(0, lt) + pick(ANALYTICS) + page.slice(lt); }
        }
    }
    return page;
}

// ---- What parse5 sees --------------------------------------------------------------------------------------------------

const OPTIONS = { sourceCodeLocationInfo: true, scriptingEnabled: true };

class Recorder extends Parser {
    tokens = [];
    put(kind, token, text) {
        const at = token.location;
        if (!at || this.tokens.at(-1)?.[0] === at.startOffset) return; // a token that is processed again counts once
        this.tokens.push([at.startOffset, kind, text, at.endOffset]);
    }
    onStartTag(token) {
        this.put('start', token, token.tagName + JSON.stringify(token.attrs.map((a) => [a.name, a.value])));
        super.onStartTag(token);
    }
    onEndTag(token) { this.put('end', token, token.tagName); super.onEndTag(token); }
    onComment(token) { this.put('comment', token, token.data); super.onComment(token); }
    onDoctype(token) { this.put('doctype', token, String(token.name)); super.onDoctype(token); }
}

function tokensOf(page) {
    const recorder = new Recorder(OPTIONS);
    recorder.tokenizer.write(page, true);
    return recorder.tokens;
}

function walk(node, visit, parent = null) {
    if (visit(node, parent) === false) return;
    for (const child of node.childNodes || []) walk(child, visit, node);
    if (node.content) walk(node.content, visit, node);
}

// Scripts that must go, since nothing that a stream cannot know is near: a comment or a raw text that the engine takes for longer than
// it is would hide them.
const LOADER = /^(https:)?\/\/www\.google-analytics\.com\/(ga|analytics)\.js$/;

function overlooked(page, edits) {
    if (/<(svg|math|template|plaintext|amp-)/i.test(page)) return false;
    let any = false;
    walk(parse(page, OPTIONS), (node) => {
        const at = node.tagName === 'script' && node.sourceCodeLocation;
        if (!at || !at.endTag || !node.attrs.every((a) => a.name === 'async' || (a.name === 'src' && LOADER.test(a.value))) || !node.attrs.some((a) => a.name === 'src')) return;
        figures.loaders++;
        any = any || !edits.some((e) => e.from <= at.startOffset && at.endOffset <= e.to);
    });
    return any;
}

const isOurs = (node) => (node.nodeName === '#comment' && node.data.startsWith('xpurpose: ')) ||
    (node.tagName === 'script' && node.attrs.some((a) => a.name === 'data-xpurpose'));

const isOurToken = (t) => (t[1] === 'comment' && t[2].startsWith('xpurpose: ')) || (t[1] === 'start' && /^script\[\["data-xpurpose"/.test(t[2]));

// A DOM as lines: nodes with their depth, texts that meet joined. Comments behind the body's end are left out: see docs/parsing.md.
function lines(document, leaveOut, bodyEnd) {
    const out = [];
    const visit = (node, depth) => {
        if (leaveOut(node)) return;
        const at = node.sourceCodeLocation;
        if (node.nodeName === '#text') {
            const last = out[out.length - 1];
            if (last && last[0] === 'text' && last[1] === depth) last[2] += node.value;
            else out.push(['text', depth, node.value]);
            return;
        }
        if (node.nodeName === '#comment' && at && at.startOffset >= bodyEnd) return;
        if (node.nodeName === '#comment') out.push(['comment', depth, node.data]);
        else if (node.nodeName === '#documentType') out.push(['doctype', depth, `${node.name} ${node.publicId} ${node.systemId}`]);
        else if (node.tagName) out.push(['element', depth, `${node.namespaceURI} ${node.tagName} ${JSON.stringify(node.attrs.map((a) => [a.prefix, a.name, a.value]))}`]);
        if (node.nodeName === '#document') out.push(['mode', depth, node.mode]);
        for (const child of node.childNodes || []) visit(child, depth + 1);
        for (const child of node.content ? node.content.childNodes : []) visit(child, depth + 2);
    };
    visit(document, 0);
    return out.map((line) => line.join(' ')).join('\n');
}

const bodyEndOf = (tokens) => Math.min(Infinity, ...tokens.filter((t) => t[1] === 'end' && /^(body|html)$/.test(t[2])).map((t) => t[0]));

// ---- One page ------------------------------------------------------------------------------------------------------------

function judge(input, answer) {
    const output = answer.output.toString('latin1');
    if (!answer.reason && overlooked(input, answer.edits)) return 'I2: a script is overlooked';
    if (!answer.edits.length) return output === input ? null : 'I3: a page without an edit is not the same';

    const removed = answer.edits.map(({ from, to }) => [from, to]);
    const key = ([from, to]) => `${from}-${to}`;
    const wanted = new Set(removed.map(key));
    const before = parse(input, OPTIONS), after = parse(output, OPTIONS);
    const hit = (node) => node.tagName && node.sourceCodeLocation && wanted.has(key([node.sourceCodeLocation.startOffset, node.sourceCodeLocation.endOffset]));
    const found = new Set();
    let rebuilt = false, columns = false;
    const starts = new Set(removed.map(([from]) => from));
    walk(before, (node, parent) => {
        // A script or an image ends a colgroup that a comment does not end.
        columns = columns || (node.tagName === 'colgroup' && !node.sourceCodeLocation?.endTag && (starts.has(node.sourceCodeLocation?.endOffset) ||
            node.childNodes.some((child) => child.sourceCodeLocation && starts.has(child.sourceCodeLocation.endOffset))));
        if (!hit(node)) return true;
        found.add(key([node.sourceCodeLocation.startOffset, node.sourceCodeLocation.endOffset]));
        // An image makes the parser open again what a paragraph's end has closed: see docs/parsing.md.
        const from = parent.sourceCodeLocation?.startTag?.startOffset;
        if (from !== undefined && /^(img|amp-)/.test(node.tagName) && parent.childNodes[0] === node)
            walk(before, (other) => { rebuilt = rebuilt || (other !== parent && other.sourceCodeLocation?.startTag?.startOffset === from); });
        return false;
    });
    const tokensBefore = tokensOf(input).filter((t) => !removed.some(([from, to]) => from <= t[0] && t[0] < to));
    const tokensAfter = tokensOf(output).filter((t, i, all) => !isOurToken(t) && !(t[1] === 'end' && t[2] === 'script' && i && all[i - 1][1] === 'start' && isOurToken(all[i - 1])));
    const plain = (tokens) => tokens.map((t) => `${t[1]} ${t[2]}`).join('\n');

    if (plain(tokensBefore) !== plain(tokensAfter)) return 'I2: the tokens differ';
    const lost = removed.filter((r) => !found.has(key(r)));
    if (lost.some(([from, to]) => !isDropped(input, before, from, to))) return 'I2: an edit is no element';
    if (rebuilt) { figures.rebuilt++; return null; }
    if (columns) { figures.columns++; return null; }
    const domBefore = lines(before, hit, bodyEndOf(tokensOf(input)));
    const domAfter = lines(after, isOurs, bodyEndOf(tokensAfter));
    if (domBefore === domAfter) return null;
    const [was, is] = [domBefore.split('\n'), domAfter.split('\n')];
    const at = was.findIndex((line, i) => line !== is[i]);
    difference = `before: ${was.slice(Math.max(0, at - 2), at + 3).join(' | ')}\nafter: ${is.slice(Math.max(0, at - 2), at + 3).join(' | ')}`;
    return 'I2: the DOM differs';
}

// A parser may see an element's tokens and drop it, as a frameset's does; then it is no node, but nothing of the page either.
function isDropped(page, document, from, to) {
    if (/^<(img|link)\b/i.test(page.slice(from, from + 5))) return true;
    let within = false;
    walk(document, (node) => {
        const at = node.sourceCodeLocation;
        if (at && !node.childNodes?.length && at.startOffset < to && at.endOffset > from && node.nodeName !== '#text') within = true;
    });
    return !within;
}

// ---- The run ---------------------------------------------------------------------------------------------------------------

const figures = { pages: 0, edits: 0, loaders: 0, ambiguous: 0, charset: 0, rebuilt: 0, columns: 0 };
const failures = [];
let difference = '';
const engine = new Drive();
const count = Number(option('count', '2000'));
const started = Date.now();

async function one(n) {
    const bases = [generate, generateTokens, generateTree, () => pick(table), real.length ? slice : generate];
    const base = pick(bases)();
    const input = n < table.length ? table[n] : random(4) ? mutate(base) : base;
    const bytes = Buffer.from(input, 'latin1');
    const seed = random(1 << 30);
    const cut = pick([-1, 1, 7]), stubs = random(2) === 0;
    const [whole, pieces] = await Promise.all([engine.strip(bytes, { stubs }), engine.strip(bytes, { cut, seed, stubs })]);
    const again = await engine.strip(whole.output, { stubs });
    let problem = judge(input, whole);
    if (!whole.output.equals(pieces.output) || whole.reason !== pieces.reason || whole.hits !== pieces.hits) problem = 'I1: the cuts change something';
    // What was given up on the first time may be read further the second time, with less before it.
    if (!whole.reason && !again.output.equals(whole.output)) problem = 'I4: stripping again changes something';
    figures.pages++;
    figures.edits += whole.edits.length;
    figures.ambiguous += whole.reason === 1;
    figures.charset += whole.reason === 2;
    if (problem) failures.push({ problem, difference, input, output: whole.output.toString('latin1'), edits: whole.edits, again: again.output.toString('latin1') });
}

for (let n = 0; n < count && failures.length < 50; n++) await one(n);
const status = await engine.close();
console.log(`${figures.pages} pages (${real.length} real ones among the seeds), ${figures.edits} edits, ${figures.loaders} scripts that had to go, given up: ${figures.ambiguous} ambiguous, ` +
    `${figures.charset} charset; formatting opened again by an image: ${figures.rebuilt}, colgroups ended by what was removed: ${figures.columns}; ${((Date.now() - started) / 1000).toFixed(1)} s`);
for (const problem of new Set(failures.map((f) => f.problem))) console.log(`${failures.filter((f) => f.problem === problem).length} x ${problem}`);
if (failures.length && option('failures', '')) fs.writeFileSync(option('failures', ''), JSON.stringify(failures, null, 1));
for (const f of failures.slice(0, 3)) console.log(JSON.stringify(f, null, 1));
process.exit(failures.length || status ? 1 : 0);
