// Opens pages of the status handler in headless Chromium as people have it set up, takes pictures, and prints as JSON what is wrong with how
// they look. node board.mjs SPEC.json, with
//   { chromium, folder, httpd, pictures, pages: [{ name, path, host, width, height, dark, plain, open }] }
// dark: prefers-color-scheme; plain: without the style sheet; open: with what is folded away.
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
    const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c) return c; } return canvas; };
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
        const e = node.parentElement, style = getComputedStyle(e), range = document.createRange();
        if (!node.data.trim() || /^(?:title|desc|style)$/.test(e.tagName) || !e.checkVisibility()) continue;
        range.selectNodeContents(node);
        const svg = e.ownerSVGElement, boxes = svg ? [e.getBoundingClientRect()] : [...range.getClientRects()];
        if (!boxes.some((b) => b.width)) continue;
        compare(rgb(svg ? style.fill : style.color), e, 4.5, name(e, node.data));
        if (parseFloat(style.fontSize) < 12) problems.push(`${style.fontSize}: ${name(e, node.data)}`);
        for (const box of boxes) {
            if (box.left < -0.5 || box.right > innerWidth + 0.5) problems.push(`beyond the edge: ${name(e, node.data)}`);
            seen.push({ box, what: name(e, node.data), e });
        }
    }
    // Letters' boxes are higher than letters: a little does not count.
    for (let i = 0; i < seen.length; i++)
        for (let k = i + 1; k < seen.length && k < i + 400; k++) {
            const a = seen[i].box, b = seen[k].box;
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
                problems.push(`overlap: ${seen[i].what} and ${seen[k].what}`);
        }
    for (const e of document.querySelectorAll('svg path, svg rect'))
        compare(rgb(getComputedStyle(e)[e.tagName === 'path' ? 'stroke' : 'fill']), e.closest('figure'), 3, name(e));
    for (const e of document.querySelectorAll('.key, tr[class] th'))
        if (document.querySelector('style') && e.checkVisibility()) compare(rgb(getComputedStyle(e, '::before').backgroundColor), e, 3, `key of ${name(e)}`);
    return { problems, texts: seen.length, pairs: [...pairs.keys()].length, least: Math.min(...pairs.values()) };
}

async function visit(chromium, page) {
    const said = [];
    let loaded;
    const complete = new Promise((done) => { loaded = done; });
    const tab = await chromium.tab((method, params) => {
        if (method === 'Log.entryAdded') said.push(`${params.entry.level}: ${params.entry.text}`);
        if (method === 'Runtime.consoleAPICalled' || method === 'Runtime.exceptionThrown') said.push(method);
        if (method === 'Audits.issueAdded') said.push(`issue: ${params.issue.code} ${JSON.stringify(params.issue.details).slice(0, 300)}`);
        if (method === 'Network.requestWillBeSent') said.push(`asks: ${params.request.url}`);
        if (method === 'Page.loadEventFired') loaded();
    });
    const evaluate = async (expression) => (await tab.send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
    for (const domain of ['Page', 'Runtime', 'Log', 'Audits', 'Network', 'Accessibility']) await tab.send(`${domain}.enable`);
    await tab.send('Emulation.setDeviceMetricsOverride', { width: page.width, height: page.height, deviceScaleFactor: 1, mobile: page.width < 600 });
    await tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: page.dark ? 'dark' : 'light' }] });
    const url = `http://${page.host}${page.path}`;
    await tab.send('Page.navigate', { url });
    await complete;
    if (page.plain) await evaluate("document.querySelector('style').remove()");
    if (page.open) await evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })");
    const found = await evaluate(`(${look})()`);
    const { nodes } = await tab.send('Accessibility.getFullAXTree');
    const roles = nodes.filter((node) => !node.ignored).map((node) => node.role?.value);
    const count = (role) => roles.filter((r) => r === role).length;
    const tables = await evaluate("[...document.querySelectorAll('table')].filter((e) => e.checkVisibility()).map((e) => [e.querySelectorAll('tbody th').length, e.querySelectorAll('thead th').length])");
    const { cssContentSize: size } = await tab.send('Page.getLayoutMetrics');
    const shot = await tab.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true,
        clip: { x: 0, y: 0, width: page.width, height: Math.min(size.height, 6000), scale: 1 } });
    fs.writeFileSync(path.join(spec.pictures, `${page.name}.png`), Buffer.from(shot.data, 'base64'));
    await tab.close();
    return { name: page.name, ...found, said: said.filter((line) => line !== `asks: ${url}`),
        tables: { want: [tables.length, tables.reduce((n, t) => n + t[0], 0), tables.reduce((n, t) => n + t[1], 0)], got: [count('table'), count('rowheader'), count('columnheader')] } };
}

const chromium = new Chromium(spec.chromium, path.join(spec.folder, 'profile'), spec.httpd);
const found = [];
for (const page of spec.pages) found.push(await visit(chromium, page));
await chromium.close();
console.log(JSON.stringify(found));
