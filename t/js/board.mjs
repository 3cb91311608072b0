// Opens pages of the status handler in headless Chromium, looks at each as people have it set up, takes pictures, and prints as JSON what is wrong
// with how they look. node board.mjs SPEC.json, with
//   { chromium, folder, httpd, pictures, pages: [{ name, path, host, views: [{ name, width, height, dark, forced, print, open, plain, listen }] }] }
// dark: prefers-color-scheme; forced: forced-colors; print: as on paper; open: with what is folded away; plain: without the style sheet, for good;
// listen: what is made of tables for those who do.
// One tab loads each page once: what a view changes is the window and the media.
import fs from 'node:fs';
import path from 'node:path';
import { Chromium } from './chromium.mjs';

const spec = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));

// Runs in the page.
function look() {
    const problems = [], seen = [], luminance = (c) => {
        const [r, g, b] = c.map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const rgb = (text) => { const m = text.match(/[\d.]+/g)?.map(Number); return m && (m.length < 4 || m[3] === 1) ? m.slice(0, 3) : null; };
    const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
    const canvas = matchMedia('(prefers-color-scheme: dark)').matches && !document.querySelector('style') ? [18, 18, 18] : [255, 255, 255];
    const backs = new Map();
    const behind = (e) => {
        if (e && !backs.has(e)) backs.set(e, rgb(getComputedStyle(e).backgroundColor) ?? behind(e.parentElement));
        return e ? backs.get(e) : canvas;
    };
    const name = (e, text) => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} "${(text ?? '').trim().slice(0, 30)}"`;
    const pairs = new Map();
    const compare = (colour, e, least, what) => {
        if (!colour) { problems.push(`no colour: ${what}`); return; }
        const back = behind(e), ratio = contrast(colour, back);
        pairs.set(`${colour} on ${back}`, ratio);
        if (ratio < least) problems.push(`contrast ${ratio.toFixed(2)}: ${what}`);
    };
    if (document.documentElement.scrollWidth > innerWidth) problems.push(`scrolls: ${document.documentElement.scrollWidth} in ${innerWidth}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
        const e = node.parentElement, style = getComputedStyle(e), range = document.createRange(), head = e.closest('thead');
        if (head && getComputedStyle(head).clipPath !== 'none') continue; // for those who listen
        if (!node.data.trim() || /^(?:title|desc|style)$/.test(e.tagName) || !e.checkVisibility()) continue;
        range.selectNodeContents(node);
        const svg = e.ownerSVGElement, boxes = svg ? [e.getBoundingClientRect()] : [...range.getClientRects()];
        if (!boxes.some((b) => b.width)) continue;
        compare(rgb(svg ? style.fill : style.color), e, 4.5, name(e, node.data));
        if (parseFloat(style.fontSize) < 12) problems.push(`${style.fontSize}: ${name(e, node.data)}`);
        for (const box of boxes) {
            if (box.left < -0.5 || box.right > innerWidth + 0.5) problems.push(`beyond the edge: ${name(e, node.data)}`);
            seen.push({ left: box.left, right: box.right, top: box.top, bottom: box.bottom, what: name(e, node.data) });
        }
    }
    // A head is to stand in one line, above its figures or before one that is not out of the way.
    const is_high = (e) => e.getBoundingClientRect().height > 1.9 * parseFloat(getComputedStyle(e).fontSize);
    if (innerWidth < 500)
        for (const e of document.querySelectorAll('.steps thead th, [data-head]'))
            if (e.checkVisibility() && (e.dataset.head ?? '').length + e.textContent.length < 23 && is_high(e)) problems.push(`in two lines: ${name(e, e.dataset.head ?? e.textContent)}`);
    // Letters' boxes are higher than letters: a little does not count.
    for (let i = 0; i < seen.length; i++)
        for (let k = i + 1; k < seen.length && k < i + 400; k++) {
            const a = seen[i], b = seen[k];
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
                problems.push(`overlap: ${a.what} and ${b.what}`);
        }
    for (const e of document.querySelectorAll('svg path, svg rect'))
        compare(rgb(getComputedStyle(e)[e.tagName === 'path' ? 'stroke' : 'fill']), e.closest('figure'), 3, name(e));
    for (const e of document.querySelectorAll('tr[class] th'))
        if (document.querySelector('style')) compare(rgb(getComputedStyle(e, '::before').borderTopColor), e, 3, `key of ${name(e)}`);
    return { problems, height: document.documentElement.scrollHeight, texts: seen.length, pairs: [...pairs.keys()].length, least: Math.min(...pairs.values()) };
}

const chromium = new Chromium(spec.chromium, path.join(spec.folder, 'profile'), spec.httpd);
let said = [], loaded;
const tab = await chromium.tab((method, params) => {
    if (method === 'Log.entryAdded') said.push(`${params.entry.level}: ${params.entry.text}`);
    if (method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown') said.push(method);
    if (method === 'Audits.issueAdded') said.push(`issue: ${params.issue.code} ${JSON.stringify(params.issue.details).slice(0, 300)}`);
    if (method === 'Network.requestWillBeSent') said.push(`asks: ${params.request.url}`);
    if (method === 'Page.loadEventFired') loaded();
});
for (const domain of ['Page', 'Runtime', 'Log', 'Audits', 'Network', 'Accessibility']) await tab.send(`${domain}.enable`);

const evaluate = async (expression) => (await tab.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;

const resize = (view, height) => tab.send('Emulation.setDeviceMetricsOverride', { width: view.width, height, deviceScaleFactor: 1, mobile: view.width < 600 });

// What somebody hears of tables, and what there is to hear.
async function listen() {
    const roles = (await tab.send('Accessibility.getFullAXTree')).nodes.filter((node) => !node.ignored).map((node) => node.role?.value);
    const count = (role) => roles.filter((r) => r === role).length;
    const want = await evaluate(`[...document.querySelectorAll('table')].filter((e) => e.checkVisibility()).reduce((sum, e) =>
        [sum[0] + 1, sum[1] + e.querySelectorAll('tbody th').length, sum[2] + e.querySelectorAll('thead th').length, sum[3] + e.querySelectorAll('td').length], [0, 0, 0, 0])`);
    return { want, got: ['table', 'rowheader', 'columnheader', 'cell'].map(count) };
}

async function look_at(view) {
    await resize(view, view.height);
    await tab.send('Emulation.setEmulatedMedia', { media: view.print ? 'print' : '', features: [{ name: 'prefers-color-scheme', value: view.dark ? 'dark' : 'light' },
        { name: 'forced-colors', value: view.forced ? 'active' : 'none' }] });
    if (view.plain) await evaluate("document.querySelector('style').remove()");
    await evaluate(`document.querySelectorAll('details').forEach((e) => { e.open = ${Boolean(view.open)}; })`);
    const found = await evaluate(`(${look})()`), tables = view.listen ? await listen() : undefined;
    await resize(view, Math.min(found.height, 6000));
    const shot = await tab.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    fs.writeFileSync(path.join(spec.pictures, `${view.name}.png`), Buffer.from(shot.data, 'base64'));
    return { name: view.name, ...found, tables };
}

async function visit(page) {
    const complete = new Promise((done) => { loaded = done; });
    const url = `http://${page.host}${page.path}`;
    said = [];
    await tab.send('Page.navigate', { url });
    await complete;
    const views = [];
    for (const view of page.views) views.push(await look_at(view));
    return { name: page.name, views, said: said.filter((line) => line !== `asks: ${url}`) };
}

const found = [];
for (const page of spec.pages) found.push(await visit(page));
await chromium.close();
console.log(JSON.stringify(found));
