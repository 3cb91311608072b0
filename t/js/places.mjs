// Where the engine puts snippets, as an independent parser sees it: of html5lib's cases for parsers, of saved pages and parts of them, and of pages
// made by chance, with parse5 as the judge:
//   - with a snippet in a place the DOM is the page's own, and the snippet's nodes, each of them once; for all places at once as for each;
//   - head-start is where parse5 begins the head, head-end where it ends that, body-end before the end tag that it honours, or at the end;
//   - snippets of a head are in the head;
//   - the cuts change nothing.
// usage: places.mjs [--count N] [--seed N] [--pages DIR] [--html5lib DIR] [--failures FILE]
import fs from 'node:fs';
import path from 'node:path';
import { option, pick, random } from './chance.mjs';
import { Drive } from './drive.mjs';
import { Parser, parse } from './parse5.mjs';

const OPTIONS = { sourceCodeLocationInfo: true, scriptingEnabled: true };
const WHERE = ['head-start', 'head-end', 'body-end'];
const REASONS = ['none', 'ambiguous', 'charset', 'not-html', 'fragment', 'frameset', 'amp', 'present'];
const NODES = 3;
const snippetOf = (i) => `<script data-place="${i}">document.write("</body>")</script><noscript data-place="${i}"><img></noscript><!--place ${i}-->`;

// ---- What parse5 does ----------------------------------------------------------------------------------------------------------

const IN_HEAD = 3, AFTER_BODY = [18, 21], END_TAG = 4; // parse5's numbers

// Where insertion modes change for the first time: offsets of the tokens that change them.
class Watcher extends Parser {
    head = null; ended = null; bodies = []; depth = 0;
    watch(token, act) {
        const at = token.location;
        this.depth++;
        act();
        this.depth--;
        if (this.depth) return;
        if (this.head === null && this.openElements.items.some((node) => node.tagName === 'head' || node.tagName === 'body' || node.tagName === 'frameset'))
            this.head = token.tagName === 'head' && this.insertionMode === IN_HEAD ? at.endOffset : at.startOffset;
        if (this.head !== null && this.ended === null && this.headElement && !this.openElements.contains(this.headElement)) this.ended = at.startOffset;
        if (/^(body|html)$/.test(token.tagName) && token.type === END_TAG && AFTER_BODY.includes(this.insertionMode)) this.bodies.push(at.startOffset);
    }
    onStartTag(token) { this.watch(token, () => super.onStartTag(token)); }
    onEndTag(token) { this.watch(token, () => super.onEndTag(token)); }
    onCharacter(token) { this.watch(token, () => super.onCharacter(token)); }
    onNullCharacter(token) { this.watch(token, () => super.onNullCharacter(token)); }
    onWhitespaceCharacter(token) { this.watch(token, () => super.onWhitespaceCharacter(token)); }
}

function modesOf(page) {
    const watcher = new Watcher(OPTIONS);
    watcher.tokenizer.write(page, true);
    return watcher;
}

// A DOM as lines, less the snippets' nodes, which are counted; texts that meet are joined. `strays`: those of a head that are not in it.
function linesOf(document) {
    const out = [], counts = [0, 0, 0];
    let strays = 0, foreign = 0;
    const visit = (node, depth, parent) => {
        const place = node.attrs?.find((a) => a.name === 'data-place')?.value ?? (node.nodeName === '#comment' ? /^place (\d)$/.exec(node.data)?.[1] : undefined);
        if (place !== undefined) {
            counts[+place]++;
            strays += +place < 2 && parent.tagName !== 'head';
            foreign += parent.namespaceURI !== undefined && !parent.namespaceURI.endsWith('xhtml');
            return;
        }
        if (node.nodeName === '#text') {
            const last = out[out.length - 1];
            if (last && last[0] === depth) last[1] += node.value;
            else out.push([depth, node.value]);
            return;
        }
        out.push([-1, `${depth} ${node.nodeName} ${node.namespaceURI ?? ''} ${node.data ?? ''} ${node.name ?? ''} ${node.mode ?? ''} ${JSON.stringify(node.attrs?.map((a) => [a.name, a.value]) ?? '')}`]);
        for (const child of node.childNodes || []) visit(child, depth + 1, node);
        for (const child of node.content ? node.content.childNodes : []) visit(child, depth + 2, node.content);
    };
    visit(document, 0, {});
    return { text: out.map((line) => line.join(' ')).join('\n'), counts, strays, foreign };
}

// ---- Pages ---------------------------------------------------------------------------------------------------------------------

const HEAD = '<!DOCTYPE html><html><head><title>x</title></head><body>';
const BEGINNINGS = ['<!DOCTYPE html>', '<!DOCTYPE html>', '<html>', '<head>', '<body>', '<!DOCTYPE html><html lang=en>\n<head>', '<!--x--><!DOCTYPE html>\n<html>\n', ' <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">',
    '<?xml version="1.0"?><!DOCTYPE html><html><head>', HEAD, HEAD, '<!DOCTYPE html><head>', '', 'text', '<p>', '<!DOCTYPE html><p>'];
const HEADS = ['<title>x</title>', '<meta charset=utf-8>', '<link rel=a>', '<base>', '<style></head></style>', '<script>"</head>"</script>', '<script><!--<script></head></script>--></script>', '<noscript></head></noscript>',
    '<noscript><img></noscript>', '<noframes></head></noframes>', '<template></head><p></template>', '<template><svg></head></template>', '<template><col></template>', '</head>', '</head>', '<head>', '<html a=b>', '</title>', '</p>', '</br>',
    '<!--</head>-->', '<!x>', '<!DOCTYPE html>', ' ', '\n', '\t', '\x0c', '\r\n', '\0', '&#32;', '&amp;', 'text', '<body>', '<body a=b>', '</body>', '</html>', '<div>', '<img>', '<svg>', '<frameset>', '<template>', '</template>', '<x-a>', '<', '</', '</>', '<3'];
const BODIES = ['text', ' ', '\n', '<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<a>', '<table>', '<table><tr><td>', '<tr>', '<td>', '</td>', '</tr>', '</table>', '<caption>', '<colgroup>', '<col>', '</caption>', '<tbody>', '<select>', '<select><option>',
    '</select>', '<option>', '<input>', '<object>', '</object>', '<applet>', '</applet>', '<marquee>', '</marquee>', '<template>', '</template>', '<svg>', '<svg><desc>', '<svg><foreignObject><p>', '<svg/>', '</svg>', '</desc>', '<path/>',
    '<math><mi>', '<math>', '</math>', '</mi>', '<button>', '</button>', '<form>', '</form>', '<li>', '<h1>', '<script>"</body>"</script>', '<style></body></style>', '<title></body></title>', '<textarea></body></textarea>', '<xmp></body></xmp>',
    '<iframe></body></iframe>', '<noscript></body></noscript>', '<noembed></body></noembed>', '<!--</body>-->', '<p title="</body>">', '</bodyx>', '</ body>', '<![CDATA[</body>]]>', '<![CDATA[', '<plaintext>', '<frameset>', '<head>', '</head>', '<body>',
    '<html>', '</body>', '</body>', '</body>', '</html>', '</html>', '</br>', '<br>', '<hr>', '<img>', '\0', '&lt', '<', '<!--', '<script>', '<title>', '<font color=red>', '<applet><table></applet>', '<nobr>', '</nobr>'];
const ENDS = ['', '', '</body></html>', '</body></html>\n', '\n</body>\n</html>\n', '</html>', '</body>', '</body><!--x-->', '</body></html><!--x-->', '</body>text', '</body><p>text</p></body>'];

const some = (list, n) => Array.from({ length: random(n + 1) }, () => pick(list)).join('');
const make = () => pick(BEGINNINGS) + some(HEADS, 6) + some(BODIES, 12) + pick(ENDS);

const files = (folder, end) => (folder && fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => end.test(name)).sort().map((name) => fs.readFileSync(path.join(folder, name), 'latin1').replace(/^\xEF\xBB\xBF/, '')) : []); // as bytes, of which a mark is text
const saved = files(option('pages', ''), /\.html?$/);
const cases = files(option('html5lib', ''), /\.dat$/).flatMap((text) => text.split(/^#data\n/m).slice(1).map((test) => test.slice(0, test.indexOf('\n#errors'))));

// A part of a saved page, as a page: what stands at its beginning, a piece, and what stands at its end.
function part() {
    const page = pick(saved), from = random(page.length), some = random(600);
    return page.slice(0, some) + page.slice(from, from + 200 + random(3000)) + page.slice(page.length - random(200));
}

function spoil(page) {
    for (let n = random(3); n > 0; n--) {
        const at = page.indexOf('<', random(page.length + 1));
        if (at < 0) return page;
        page = page.slice(0, at) + (random(3) ? pick(random(2) ? HEADS : BODIES) : '') + page.slice(at + random(2));
    }
    return page;
}

// Of html5lib's cases each as it is, and as a document's head, body, and within a table.
const FORMS = [(page) => page, (page) => `<!DOCTYPE html>${page}`, (page) => `<!DOCTYPE html><html><head>${page}</head><body>`, (page) => `${HEAD}${page}</body></html>`, (page) => `${HEAD}<table><tr><td>${page}</table></body>`,
    (page) => `<html>${page}</html>\n`];

function* pages(count) {
    yield* saved;
    for (const form of FORMS) for (const page of cases) yield form(page);
    for (let n = 0; n < count; n++) yield saved.length && !random(6) ? spoil(part()) : cases.length && !random(6) ? spoil(pick(FORMS)(pick(cases))) : make();
}

// ---- One page ------------------------------------------------------------------------------------------------------------------

const put = (page, places) => places.toReversed().reduce((text, [i, at]) => text.slice(0, at) + snippetOf(i) + text.slice(at), page);

function judgeDom(was, page, places) {
    const is = linesOf(parse(put(page, places), OPTIONS));
    if (places.some(([i]) => is.counts[i] !== NODES)) return 'the snippet is not there as it is';
    if (is.strays) return 'a snippet of the head is not in it';
    if (is.foreign) return 'the snippet is in foreign content';
    if (is.text === was.text) return null;
    const [a, b] = [was.text.split('\n'), is.text.split('\n')], at = a.findIndex((line, i) => line !== b[i]);
    difference = `was: ${a.slice(Math.max(0, at - 2), at + 3).join(' | ')}\nis: ${b.slice(Math.max(0, at - 2), at + 3).join(' | ')}`;
    return 'the DOM differs';
}

function judgePlaces(page, modes, [start, end, body]) {
    const atReference = (at) => page[at] === '&'; // which may be white space, and is not waited for
    // parse5 takes "</>" for a part of the text behind it.
    const is = (at, there) => at === there || at === there + /^(<\/>)*/.exec(page.slice(there))[0].length;
    if (start !== null && !is(start, modes.head ?? page.length) && !atReference(start)) return 'head-start is not where the head begins';
    if (end !== null && !is(end, modes.ended ?? page.length) && !atReference(end)) return 'head-end is not where the head ends';
    if (body === null) return null;
    if (body !== page.length && !modes.bodies.includes(body)) return 'body-end is before what does not end a body';
    if (modes.bodies.length && body !== modes.bodies[0]) { // that one was within what may have been closed
        figures.late++;
        if (!/<(table|select|object|applet|marquee|svg|math)/i.test(page)) return 'body-end is late for no reason';
    }
    return null;
}

async function one(page) {
    const bytes = Buffer.from(page, 'latin1');
    const [{ reason, at }, cut] = await Promise.all([engine.places(bytes), engine.places(bytes, { cut: pick([-1, 1, 3]), seed: random(1 << 30) })]);
    const places = at.flatMap((offset, i) => (offset === null ? [] : [[i, offset]]));
    let problem = JSON.stringify(cut) === JSON.stringify({ reason, at }) ? null : 'the cuts change something';

    figures.pages++;
    figures.some += places.length > 0;
    figures.reasons[reason] = (figures.reasons[reason] ?? 0) + 1;
    for (const [i] of places) figures.places[i]++;
    if (places.length && !problem) {
        const was = linesOf(parse(page, OPTIONS));
        problem = judgePlaces(page, modesOf(page), at);
        for (const some of [places, ...(places.length > 1 ? places.map((place) => [place]) : [])]) problem ??= judgeDom(was, page, some);
    }
    if (problem) failures.push({ problem, difference, reason: REASONS[reason], at, page });
    difference = '';
}

const figures = { pages: 0, some: 0, late: 0, places: [0, 0, 0], reasons: [] };
const failures = [];
let difference = '';
const engine = new Drive();
const started = Date.now();
for (const page of pages(Number(option('count', '12000')))) if (failures.length < 50) await one(page);
const status = await engine.close();
console.log(`${figures.pages} pages (${saved.length} saved ones, ${cases.length} cases in ${FORMS.length} forms), ${figures.some} with a place: ${WHERE.map((name, i) => `${figures.places[i]} ${name}`).join(', ')}, ${figures.late} of these before a later end of the body; ` +
    `reasons: ${REASONS.map((name, i) => `${figures.reasons[i] ?? 0} ${name}`).join(', ')}; ${failures.length} failures; ${((Date.now() - started) / 1000).toFixed(1)} s`);
for (const problem of new Set(failures.map((f) => f.problem))) console.log(`${failures.filter((f) => f.problem === problem).length} x ${problem}`);
if (failures.length && option('failures', '')) fs.writeFileSync(option('failures', ''), JSON.stringify(failures, null, 1));
for (const f of failures.slice(0, 3)) console.log(JSON.stringify(f, null, 1));
process.exit(failures.length || status ? 1 : 0);
