// I2: what the engine does to a page, as an independent parser sees it. Pages are made from seeds by chance and spoilt by chance; of each,
// with parse5 as the judge:
//   - every edit that removes is exactly one element of the input; what is put in before one that stays is whole scripts, what is put into
//     its start tag is its first attributes,
//   - where nothing is foreign, and no template holds it, no script that loads analytics is overlooked,
//   - the output's DOM is the input's less those elements, and its tokens are the input's less those within, once what was put in is
//     taken away; the text of each script that stays is what it was, byte for byte,
//   - of a page that is held the output's DOM is the input's, once what was put in is taken away and what was named otherwise has its name;
//     so are its bytes, whether that is found by where the engine says it is or by how it reads,
//   - a page without an edit is the same, byte for byte, and if the whole catalogue's gate is put in, there is nothing but that; stripping
//     again changes nothing; and the cuts change nothing.
// usage: differential.mjs [--count N] [--seed N] [--pages DIR] [--html5lib DIR] [--failures FILE]
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

// What stays: mixed scripts, data, elements with handlers of the site's; marks of ours that are not; and what decides on insertions.
const STAYS = [
    "<script>site.start();load('https://www.google-analytics.com/analytics.js')</script>",
    '<script nonce=abc>site.start();load("//www.googletagmanager.com/gtm.js?id=1");load("//connect.facebook.net/en_US/fbevents.js")</script>',
    "<SCRIPT\nasync data-a='>' >site.start();load('https://www.google-analytics.com/ga.js')</SCRIPT\n>",
    "<script/nonce=def/data-b=\"\">site.start();load('//mc.yandex.ru/metrika/tag.js')</script>",
    "<script type=module>import 'https://www.google-analytics.com/a.js';site.start()</script>",
    "<script><!--\nsite.start();load('https://www.google-analytics.com/ga.js')\n//--></script>",
    '<script>self.__next_f.push([1,"3:T1f,https://www.google-analytics.com/ga.js"])</script>',
    '<script type="application/json">{"url":"https://www.google-analytics.com/ga.js"}</script>',
    "<script>site.start();load('https://www.google-analytics.com/a.js\0\r\né')</script>",
];
const HANDLERS = [
    '<script onload="go()" src="https://www.google-analytics.com/ga.js"></script>',
    "<script/onerror=go()/async src='//www.google-analytics.com/ga.js' integrity=sha256-x nonce=abc></script>",
    '<img onerror=go() src="https://www.facebook.com/tr?id=1" srcset="//www.facebook.com/tr?id=2 2x">',
    "<IMG\nsrc=//www.facebook.com/tr?id=1 onload='go(\">\")'/>",
    "<iframe onload='go()' src=https://www.googletagmanager.com/ns.html?id=GTM-1></iframe>",
    '<link onload=go() rel=preload as=script href="https://www.google-analytics.com/ga.js">',
    '<img src="/a.gif" onload=go() data-src="https://www.facebook.com/tr?id=1">',
    '<body onload="go()">',
];
const FORGED = [
    '<script data-xpurpose="gate">site.start()</script>',
    '<script data-xpurpose="gate" data-xpurpose-gate="google-analytics.com ">(function(){})()</script>',
    '<script data-xpurpose=google-analytics></script>',
    "<script data-xpurpose-gate='a.example ' nonce=abc>site.start();load('https://www.google-analytics.com/analytics.js')</script>",
    "<script data-xpurpose-gate=\"google-analytics.com \">site.start();load('https://www.google-analytics.com/analytics.js')</script>",
    '<script data-xpurpose-gate=a data-xpurpose-gate=b src=/a.js></script>',
    '<script DATA-XPURPOSE-GATE>site.start()</script>',
    '<script data-xpurpose-gate=x>_gaq.push([])</script>',
    '<script data-xpurpose-gate=x onload=go() src="https://www.google-analytics.com/ga.js"></script>',
    '<img data-xpurpose=x onload=go() src="https://www.facebook.com/tr?id=1">',
    '<!--xpurpose: google-analytics-->',
];
const DECIDES = [
    '<meta charset=utf-8>', '<meta charset=x>', '<meta http-equiv=Content-Type content="text/html; charset=utf-8">',
    '<meta http-equiv=Content-Security-Policy content="script-src \'self\'">', "<meta http-equiv='content-security-policy' content=\"script-src 'nonce-abc'\">",
    "<meta content=\"script-src 'nonce-def'\" http-equiv=content-security-policy>", '<meta http-equiv=Content-Security-Policy content="img-src *">',
    '<!-- SiteCatalyst code version -->', '<!-- SiteCatalyst code version -->', '<!-- End SiteCatalyst code version -->', '<!-- End SiteCatalyst code version -->',
    '<!--xpurpose:begin-->', '<!--xpurpose:end-->', `<!--${'-x'.repeat(200)}-->`, `<p class="${'y'.repeat(900)}">`,
];
const INSERTED = [...STAYS, ...STAYS, ...HANDLERS, ...FORGED, ...DECIDES];

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
    switch (random(12)) {
    case 0: case 1: return pick(ANALYTICS);
    case 10: case 11: return pick(INSERTED);
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
    if (!page) for (let n = random(4); n > 0; n--) page += pick(BEGINNINGS) + (random(2) ? pick(random(2) ? ANALYTICS : INSERTED) : '');
    for (let n = random(10) + 1; n > 0; n--) page += random(3) ? pick(FRAGMENTS) : pick(random(2) ? ANALYTICS : INSERTED);
    return page;
}

// Pages of what is put in and of what decides whether it may be, within elements of all kinds.
function generateGates() {
    let page = random(2) ? '<!DOCTYPE html><html><head>' : pick(BEGINNINGS);
    for (let n = random(12) + 2; n > 0; n--) page += pick([INSERTED, INSERTED, INSERTED, ANALYTICS, BEGINNINGS, FRAGMENTS, TEXTS].at(random(7)));
    if (!random(4)) page += `<!-- SiteCatalyst code version -->${pick(INSERTED)}<div>${pick(ANALYTICS)}${pick(INSERTED)}</div>${pick(INSERTED)}<!-- End SiteCatalyst code version -->`;
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

// html5lib's cases for parsers, if they are there: with what stays and is told of the gate where a tag begins or ends, or is before everything.
const cases = option('html5lib', '');
for (const name of cases && fs.existsSync(cases) ? fs.readdirSync(cases).sort() : []) {
    if (!name.endsWith('.dat')) continue;
    for (const test of fs.readFileSync(path.join(cases, name), 'latin1').split(/^#data\n/m).slice(1)) {
        const page = test.slice(0, test.indexOf('\n#errors')), places = [0, ...[...page.matchAll(/<|>/g)].map(({ 0: c, index }) => index + (c === '>'))];
        for (let n = 0; n < 3; n++) {
            const at = n ? pick(places) : 0;
            real.push(page.slice(0, at) + pick([...STAYS, ...HANDLERS]) + page.slice(at));
        }
    }
}

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
        case 6: { const lt = page.indexOf('<', at); if (lt >= 0) page = page.slice(0, lt) + pick(INSERTED) + page.slice(lt); break; }
        default: { const lt = page.indexOf('<', at); if (lt >= 0) page = page.slice(0, lt) + pick(ANALYTICS) + page.slice(lt); }
        }
    }
    return page;
}

// ---- What parse5 sees --------------------------------------------------------------------------------------------------

const OPTIONS = { sourceCodeLocationInfo: true, scriptingEnabled: true };

// Less those that we have put into that tag, or have taken the effect of.
const attributes = (tag, marks) => tag.attrs.filter((a) => !marks?.names.includes(a.name)).map((a) => [a.prefix, a.name, a.value]);

class Recorder extends Parser {
    tokens = [];
    marks = new Map();
    put(kind, token, text) {
        const at = token.location;
        if (!at || this.tokens.at(-1)?.[0] === at.startOffset) return; // a token that is processed again counts once
        this.tokens.push([at.startOffset, kind, text, at.endOffset]);
    }
    onStartTag(token) {
        const marks = this.marks.get(token.location?.startOffset);
        this.put('start', token, token.tagName + JSON.stringify(attributes(token, marks)));
        if (marks) marks.seen = token.location.attrs ?? {};
        super.onStartTag(token);
    }
    onEndTag(token) { this.put('end', token, token.tagName); super.onEndTag(token); }
    onComment(token) { this.put('comment', token, token.data); super.onComment(token); }
    onDoctype(token) { this.put('doctype', token, String(token.name)); super.onDoctype(token); }
}

// `marks`: the tags that something was put into, by where they begin.
function tokensOf(page, marks = new Map()) {
    const recorder = new Recorder(OPTIONS);
    recorder.marks = marks;
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

// Where the bytes are in the output that were put in: whole elements and comments (`ranges`), and attributes (`marks`, by the tag's place).
const REMOVES = new Set(['script src', 'inline script', 'noscript', 'img', 'iframe', 'link', 'style', 'amp', 'block']);
const PUT = { gated: ['data-xpurpose-gate'], 'set aside': ['data-xpurpose', 'src', 'srcset', 'integrity'] };

function placesOf(page, edits) {
    const ranges = [], before = new Map(), after = new Map();
    let shift = 0;
    for (const { from, to, put, form } of edits) {
        const at = from + shift;
        shift += put - (to - from);
        if (!PUT[form]) { ranges.push({ from: at, to: at + put, form }); continue; }
        const name = /<[a-z]+$/i.exec(page.slice(Math.max(0, from - 10), from))?.[0] ?? '<';
        const mark = { names: PUT[form], from: at, to: at + put };
        before.set(from - name.length, { ...mark });
        after.set(at - name.length, mark);
    }
    return { ranges, before, after };
}

// What is put in before an element that stays is script elements from the first byte to the last, of ours; what is put into a tag is its
// attributes, and none of them was there before.
function misplaced(output, tokens, { ranges, before, after }) {
    for (const { from, to } of ranges.filter(({ form }) => form === 'gate')) {
        const within = tokens.filter((t) => from <= t[0] && t[0] < to);
        let at = from;
        for (let i = 0; i < within.length; i++) {
            if (within[i][1] !== (i % 2 ? 'end' : 'start') || !/^script\b/.test(within[i][2])) return 'no scripts';
            if (i % 2 === 0 && (within[i][0] !== at || !/^script\[\[null,"data-xpurpose"|^script\[\["data-xpurpose"|^script\[\[,"data-xpurpose"/.test(within[i][2]))) return 'not ours';
            if (i % 2) at = within[i][3];
        }
        if (at !== to || !within.length) return 'not whole';
    }
    for (const mark of after.values()) {
        const own = mark.names.filter((name) => mark.from <= mark.seen?.[name]?.startOffset && mark.seen[name].endOffset <= mark.to);
        if (!own.length || !output.slice(mark.from, mark.to).startsWith(` ${own[0]}="`)) return 'no attribute';
        mark.names = own;
    }
    for (const [i, mark] of [...before.values()].entries()) {
        if (!mark.seen) return 'in no tag';
        mark.names = [...after.values()][i].names;
    }
    return null;
}

const within = (ranges, offset) => ranges.some(({ from, to }) => from <= offset && offset < to);

// The bytes between the tags of each script, but for those that are left out.
function scriptsOf(page, document, leaveOut) {
    const texts = [];
    walk(document, (node) => {
        if (leaveOut(node)) return false;
        const at = node.tagName === 'script' && node.namespaceURI.endsWith('xhtml') && node.sourceCodeLocation;
        if (at?.startTag) texts.push(page.slice(at.startTag.endOffset, at.endTag?.startOffset ?? at.endOffset));
        return true;
    });
    return texts.join('\x01');
}

// A DOM as lines: nodes with their depth, texts that meet joined. Comments behind the body's end are left out: see docs/parsing.md.
function lines(document, leaveOut, bodyEnd, marks) {
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
        else if (node.tagName) out.push(['element', depth, `${node.namespaceURI} ${node.tagName} ${JSON.stringify(attributes(node, marks.get(at?.startTag?.startOffset)))}`]);
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
    if (!answer.reason && !answer.left && overlooked(input, answer.edits)) return 'I2: a script is overlooked';
    if (!answer.edits.length) return output === input ? null : 'I3: a page without an edit is not the same';

    const removed = answer.edits.filter(({ form }) => REMOVES.has(form)).map(({ from, to }) => [from, to]);
    const places = placesOf(input, answer.edits);
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
    const seenBefore = tokensOf(input, places.before), seenAfter = tokensOf(output, places.after);
    const wrong = misplaced(output, seenAfter, places);
    if (wrong) return `I2: what is put in is misplaced: ${wrong}`;
    const tokensBefore = tokensOf(input, places.before).filter((t) => !removed.some(([from, to]) => from <= t[0] && t[0] < to));
    const tokensAfter = tokensOf(output, places.after).filter((t) => !within(places.ranges, t[0]));
    const plain = (tokens) => tokens.map((t) => `${t[1]} ${t[2]}`).join('\n');
    const isOurs = (node) => node.nodeName !== '#text' && node.sourceCodeLocation && within(places.ranges, node.sourceCodeLocation.startOffset);

    if (plain(tokensBefore) !== plain(tokensAfter)) return 'I2: the tokens differ';
    if (answer.edits.some(({ form }) => form === 'block')) { figures.blocks++; return null; }
    if (scriptsOf(input, before, hit) !== scriptsOf(output, after, isOurs)) return 'I2: a script that stays is changed';
    const lost = removed.filter((r) => !found.has(key(r)));
    if (lost.some(([from, to]) => !isDropped(input, before, from, to))) return 'I2: an edit is no element';
    if (rebuilt) { figures.rebuilt++; return null; }
    if (columns) { figures.columns++; return null; }
    const domBefore = lines(before, hit, bodyEndOf(seenBefore), places.before);
    const domAfter = lines(after, isOurs, bodyEndOf(tokensAfter), places.after);
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

// ---- One page, held ---------------------------------------------------------------------------------------------------

// Where the bytes are in the output that were put in, and the output without them.
function insertionsOf(answer) {
    const output = answer.output.toString('latin1'), ranges = [];
    let shift = 0, rest = '', at = 0;
    for (const { from, put } of answer.edits) {
        ranges.push({ from: from + shift, to: from + shift + put });
        rest += output.slice(at, from + shift);
        at = from + shift + put;
        shift += put;
    }
    return { output, ranges, rest: rest + output.slice(at) };
}

const OURS = [/<script data-xpurpose="hold"[^>]*>.*<\/script>/y, /<noscript data-xpurpose="hold">[^]*<\/noscript>/y, / type="xpurpose\/held"/y, / data-xpurpose-gate="[^"]*"( data-xpurpose-makes="[\w$ +]+")?/y, / data-xpurpose-makes="[\w$ +]+"/y, /data-xpurpose-/y];
const isOurs = (text) => OURS.some((pattern) => { pattern.lastIndex = 0; return pattern.test(text) && pattern.lastIndex === text.length; });

// What an element's attributes were.
function restored(node) {
    return node.attrs.filter(({ name, value }) => !/^data-xpurpose-(gate|makes)$/.test(name) && !(name === 'type' && value === 'xpurpose/held'))
        .map(({ prefix, name, value }) => ({ prefix, name: name.replace(/^data-xpurpose-/, ''), value }));
}

function judgeHeld(input, answer) {
    const { output, ranges, rest } = insertionsOf(answer);
    if (answer.edits.some(({ from, to }) => from !== to)) return 'hold: something is taken away';
    if (rest !== input) return 'hold: the output less the insertions is not the input';
    if (!ranges.every(({ from, to }) => isOurs(output.slice(from, to)))) return 'hold: something else is put in';
    if (/xpurpose/i.test(input)) return null;
    const plain = output.replace(/<script data-xpurpose="hold"[^>]*>.*?<\/script>/, '').replace(/<noscript data-xpurpose="hold">[^]*?<\/noscript>/gi, '').replace(/ type="xpurpose\/held"| data-xpurpose-(gate|makes)="[^"]*"|data-xpurpose-/g, '');
    if (plain !== input) return 'hold: what is ours cannot be told by how it reads';
    const before = parse(input, OPTIONS), after = parse(output, OPTIONS);
    const put = (node) => node.nodeName !== '#text' && node.sourceCodeLocation && ranges.some(({ from, to }) => from === node.sourceCodeLocation.startOffset && node.sourceCodeLocation.endOffset === to);
    walk(after, (node) => { if (node.attrs) node.attrs = restored(node); });
    const end = (page) => bodyEndOf(tokensOf(page));
    const was = lines(before, () => false, end(input), new Map()).split('\n'), is = lines(after, put, end(output), new Map()).split('\n');
    const at = was.findIndex((line, i) => line !== is[i]);
    if (at < 0 && was.length === is.length) return null;
    difference = `before: ${was.slice(Math.max(0, at - 2), at + 3).join(' | ')}\nafter: ${is.slice(Math.max(0, at - 2), at + 3).join(' | ')}`;
    return 'hold: the DOM differs';
}

// The same page as a held one, however it is cut, and once more.
async function holdOne(bytes, input, options) {
    const how = { gate: options.gate, charset: options.charset, policies: options.policies };
    const [once, pieces] = await Promise.all([engine.hold(bytes, how), engine.hold(bytes, { ...how, cut: options.cut, seed: options.seed })]);
    const again = await engine.hold(once.output, how);
    for (const { form } of once.edits) if (form === 'held') figures.held++; else if (form === 'gated') figures.told++; else figures.releases++;
    const problem = judgeHeld(input, once);
    if (problem) failures.push({ problem, difference, options: how, input, output: once.output.toString('latin1'), edits: once.edits });
    if (!once.output.equals(pieces.output) || once.reason !== pieces.reason || once.hits !== pieces.hits || once.left !== pieces.left) failures.push({ problem: 'hold: the cuts change something', options: how, input });
    if (!once.reason && !once.left && !again.output.equals(once.output)) failures.push({ problem: 'hold: holding again changes something', options: how, input, output: once.output.toString('latin1'), again: again.edits });
}

// ---- The run ---------------------------------------------------------------------------------------------------------------

const figures = { pages: 0, edits: 0, loaders: 0, ambiguous: 0, charset: 0, rebuilt: 0, columns: 0, blocks: 0, left: 0, gate: 0, gated: 0, 'set aside': 0, held: 0, told: 0, releases: 0 };
const failures = [];
let difference = '';
const engine = new Drive();
const count = Number(option('count', '2000'));
const started = Date.now();

// What headers say.
const POLICIES = ["script-src 'self' 'unsafe-inline'", "script-src 'nonce-abc'", "script-src 'nonce-abc' 'nonce-def'", "default-src 'self'", 'img-src *',
    "script-src 'sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB='", "script-src 'unsafe-inline', script-src 'nonce-def'"];

async function one(n) {
    const bases = [generate, generateTokens, generateTree, generateGates, generateGates, () => pick(table), real.length ? slice : generate];
    const base = pick(bases)();
    const whole = n - table.length < 3 * real.length ? n - table.length : -1; // of each real page the whole, once for each way of gating
    const input = n < table.length ? table[n] : whole >= 0 ? real[Math.floor(whole / 3)] : random(4) ? mutate(base) : base;
    const bytes = Buffer.from(input, 'latin1');
    const seed = random(1 << 30);
    const cut = pick(whole >= 0 ? [-1] : [-1, 1, 7]), stubs = random(2) === 0;
    const options = whole >= 0 ? { gate: ['On', 'Off', 'All'][whole % 3] } : { stubs, gate: pick(['On', 'On', 'Off', 'All']), charset: random(4) ? 'utf-8' : '', policies: random(3) ? '' : pick(POLICIES) };
    const [once, pieces, on] = await Promise.all([engine.strip(bytes, options), engine.strip(bytes, { ...options, cut, seed }), engine.strip(bytes, { ...options, gate: 'On' })]);
    const again = await engine.strip(once.output, options);
    let problem = judge(input, once);
    if (options.gate === 'All' && !/data-xpurpose-gate|security-policy/i.test(input) && !options.policies && !on.edits.length && !on.left && once.edits.filter(({ vendor }) => vendor === '-').length !== once.edits.length) problem = 'I3: more than the gate is put into a page without a match';
    if (!once.output.equals(pieces.output) || once.reason !== pieces.reason || once.hits !== pieces.hits || once.left !== pieces.left) problem = 'I1: the cuts change something';
    // What was given up on the first time may be read further the second time, with less before it. What stayed since it would have moved the
    // charset's declaration has more room, with less behind it; a policy that came while it was waited for may come too late the second time.
    const room = once.leftForCharset || (whole < 0 && !options.charset && /security-policy/i.test(input.slice(0, 1024)));
    if (!once.reason && !room && !again.output.equals(once.output)) problem = 'I4: stripping again changes something';
    figures.pages++;
    figures.edits += once.edits.length;
    for (const { form } of once.edits) if (form in figures) figures[form]++;
    figures.left += once.left;
    figures.ambiguous += once.reason === 1;
    figures.charset += once.reason === 2;
    if (n % 2 === 0 || whole >= 0) await holdOne(bytes, input, { ...options, cut, seed });
    if (problem) failures.push({ problem, difference, options, input, output: once.output.toString('latin1'), edits: once.edits, again: again.output.toString('latin1') });
}

for (let n = 0; n < count && failures.length < 50; n++) await one(n);
const status = await engine.close();
console.log(`${figures.pages} pages (${real.length} real ones, and their parts among the seeds), ${figures.edits} edits, ${figures.loaders} scripts that had to go, given up: ${figures.ambiguous} ambiguous, ` +
    `${figures.charset} charset; formatting opened again by an image: ${figures.rebuilt}, colgroups ended by what was removed: ${figures.columns}; ` +
    `${figures.gate} gates and stubs put in, ${figures.gated} scripts gated, ${figures['set aside']} elements set aside, ${figures.left} left, ${figures.blocks} pages with blocks; held: ${figures.held} marks put in, ${figures.told} scripts told, ${figures.releases} texts that let go; ${((Date.now() - started) / 1000).toFixed(1)} s`);
for (const problem of new Set(failures.map((f) => f.problem))) console.log(`${failures.filter((f) => f.problem === problem).length} x ${problem}`);
if (failures.length && option('failures', '')) fs.writeFileSync(option('failures', ''), JSON.stringify(failures, null, 1));
for (const f of failures.slice(0, 3)) console.log(JSON.stringify(f, null, 1));
process.exit(failures.length || status ? 1 : 0);
