// html5lib's tokenizer cases, run directly against the engine's tokenizer: the same start tags, end tags and comments, in the same order, by the
// same names, in one piece and byte by byte. Character data and DOCTYPEs are no tokens of the engine's. usage: html5lib_tokenizer.mjs FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { Drive } from './drive.mjs';

const MODELS = { 'Data state': 'data', 'RCDATA state': 'raw', 'RAWTEXT state': 'raw', 'PLAINTEXT state': 'plaintext',
    'Script data state': 'script', 'CDATA section state': 'cdata' };
const RAW = new Set(['title', 'textarea', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'script']);
const KEPT = 23; // bytes of a name

const unescape = (text) => text.replace(/\\u([0-9a-fA-F]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
const bytes = (text) => Buffer.from(text, 'utf8');

function wanted(test) {
    return test.output.flatMap(([kind, name, , closing]) => {
        const text = bytes(test.doubleEscaped && name ? unescape(name) : name || '').toString('latin1');
        if (kind === 'StartTag') return [`start ${text.slice(0, KEPT)}${closing ? ' /' : ''}`];
        if (kind === 'EndTag') return [`end ${text.slice(0, KEPT)}`];
        return kind === 'Comment' ? ['comment'] : [];
    });
}

function seen(tokens) {
    return tokens.map(({ kind, name, closing }) => {
        const text = name.replace(/\0/g, '\xEF\xBF\xBD').slice(0, KEPT);
        return kind === 'comment' ? 'comment' : `${kind} ${text}${closing ? ' /' : ''}`;
    });
}

const folder = process.argv[2];
const engine = new Drive();
let run = 0, left = 0, unfinished = 0;
const failures = [];

for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.test')).sort()) {
    const { tests = [] } = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'));
    for (const test of tests) {
        const input = test.doubleEscaped ? unescape(test.input) : test.input;
        // Half of a surrogate pair is nothing that a page's bytes could be.
        if (!input.isWellFormed()) { left++; continue; }
        const cutShort = !input.endsWith('>') || (test.errors || []).some((e) => e.code === 'eof-in-comment');
        for (const state of test.initialStates || ['Data state']) {
            const model = MODELS[state], element = model === 'script' ? 'script' : test.lastStartTag || (model === 'raw' ? 'title' : '-');
            if (!model || (model === 'raw' && !RAW.has(element))) { left++; continue; }
            if (model === 'script' && (test.lastStartTag || 'script') !== 'script') { left++; continue; } // only a script has that text
            for (const cut of [0, 1, 3]) {
                const tokens = seen(await engine.tokens(bytes(input), model, element, cut));
                const got = tokens.join('\n'), want = wanted(test).join('\n');
                run++;
                // A comment that the page's end cuts short: to a tree a comment, to the engine nothing that has ended.
                if (got !== want && cutShort && [...tokens, 'comment'].join('\n') === want) unfinished++;
                else if (got !== want) failures.push({ file, description: test.description, state, cut, input, got, want });
            }
        }
    }
}
const status = await engine.close();
console.log(`${run} runs, ${left} cases left out, ${unfinished} comments cut short by the end, ${failures.length} failures`);
for (const f of failures.slice(0, 20)) console.log(JSON.stringify(f));
process.exit(failures.length || status ? 1 : 0);
