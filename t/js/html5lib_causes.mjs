// Why pages of html5lib's cases were not stripped as expected: of each miss that html5lib_eval.mjs has written down, the cause. One that
// none of the known causes explains is a failure. usage: html5lib_causes.mjs FILE
import fs from 'node:fs';
import { Drive } from './drive.mjs';
import { parse } from './parse5.mjs';

const AMBIGUOUS = 1;
const NOT_HTML = 3;
const TRACKER = /google-analytics\.com|googletagmanager\.com|_gaq/;

function* elements(node) {
    for (const child of [...(node.childNodes || []), ...(node.content?.childNodes || [])]) {
        if (child.tagName) yield child;
        yield* elements(child);
    }
}

// A script that is data, to a browser and to its site, with a tracker's URL in its text.
function isData(element) {
    const type = element.tagName === 'script' && element.attrs.find(({ name }) => name === 'type')?.value;
    return type && !/^(module|(text|application)\/(x-)?(java|ecma|j|live)script)/i.test(type) &&
        element.childNodes.some((text) => TRACKER.test(text.value));
}

function causeOf({ kind, html }, { reason }) {
    const all = [...elements(parse(html, { scriptingEnabled: true }))];
    const has = (name) => all.some(({ tagName }) => tagName === name);
    if (kind === 'overstrip-same-tree') return has('frameset') ? 'a frameset replaces the body, and shows no script that ran' : '';
    if (reason === NOT_HTML) return 'it begins as data or a script does';
    if (reason === AMBIGUOUS) {
        const tag = ['frameset', 'plaintext', 'xmp', 'title', 'style', '![CDATA[', 'mglyph', 'malignmark', 'template'].find((name) => html.includes(`<${name}`));
        return tag && `given up on: <${tag}`;
    }
    return all.some(isData) ? 'a data script, which is never touched' : '';
}

const engine = new Drive();
const causes = new Map();
let unexplained = 0;

for (const failure of JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))) {
    const cause = causeOf(failure, await engine.strip(Buffer.from(failure.html)));
    if (!cause) console.log(`unexplained: ${JSON.stringify(failure)}`);
    unexplained += !cause;
    causes.set(cause, (causes.get(cause) || 0) + 1);
}
const status = await engine.close();
for (const [cause, pages] of [...causes].sort((a, b) => b[1] - a[1])) console.log(`${pages} pages: ${cause || 'unexplained'}`);
process.exit(unexplained || status ? 1 : 0);
