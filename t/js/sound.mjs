// Whatever the engine takes for a snippet, parse5 must read without a change to what follows: texts put together by chance of elements that close each
// other, and spoilt. Between two comments in a page, with scripting on and off, the DOM is the page's own and what lies between the comments. And of
// two that are taken all is taken, one behind the other: more than that the server does not ask of its lines.
// usage: sound.mjs [--count N] [--seed N]
import { option, pick, random } from './chance.mjs';
import { Drive } from './drive.mjs';
import { parse } from './parse5.mjs';

const PLACES = ['head-start', 'head-end', 'body-end'];
const FAULTS = ['none', 'long', 'empty', 'open', 'unopened', 'unended', 'document', 'ends head', 'ambiguous', 'NUL', 'nonces'];
const A = '<!--A-->', B = '<!--B-->';
const around = (text) => [
    `<!DOCTYPE html><html lang=en><head>${text}<meta name=a content=b><title>t</title><script>a()</script></head><body class=a><p>one</p>two</body></html>`,
    `<!DOCTYPE html><html lang=en><head><title>t</title><style>p{}</style>${text}</head><body class=a><p>one</p>two<table><tr><td>c</table></body></html>`,
    `<!DOCTYPE html><html lang=en><head><title>t</title></head><body class=a><p>one</p>two${text}</body></html><!--after-->`,
];

const VOID = ['<br>', '<img src=a>', '<hr/>', '<input>', '<input type=hidden>', '<link rel=a>', '<meta name=a>', '<wbr>', '<col>', '<image>', '<base href=/>'];
const HEAD = ['script', 'style', 'title', 'noscript', 'template', 'noscript', 'script'];
const RAW = { script: ['a("</p>")', '<!-- a -->', '<!--<script>b</script>-->', 'if (a < b) c()'], style: ['p{}', '<b>'], title: ['a </b> &amp;'], textarea: ['</p>', 'a'],
    iframe: ['<p>'], xmp: ['</b>'], noembed: ['<p>'], noframes: ['<body>'] };
const NAMES = ['p', 'div', 'span', 'b', 'i', 'a', 'nobr', 'ul', 'li', 'dl', 'dd', 'dt', 'table', 'tbody', 'tr', 'td', 'th', 'caption', 'colgroup', 'select', 'option', 'optgroup',
    'h1', 'h2', 'form', 'button', 'template', 'noscript', 'pre', 'ruby', 'rt', 'object', 'marquee', 'x-y', 'font', 'svg', 'math', 'g', 'path', 'foreignObject', 'desc', 'mi',
    'mtext', 'annotation-xml', 'section', 'label', 'video', 'center', ...Object.keys(RAW)];
const WITHIN = { table: ['tr', 'tbody', 'caption', 'colgroup', 'td'], tbody: ['tr'], tr: ['td', 'th'], ul: ['li'], dl: ['dd', 'dt'], select: ['option', 'optgroup'], svg: ['g', 'path',
    'foreignObject', 'desc', 'title', 'svg', 'script', 'style'], math: ['mi', 'mtext', 'annotation-xml', 'svg'], colgroup: ['col'] };
const ATTRIBUTES = ['', '', '', ' class=a', ' id="a>b"', " title='</div>'", ' encoding="text/html"', ' color=a', ' nonce', ' a=\'<script>\' b'];

function element(depth, within, head) {
    const name = head ? pick(HEAD) : WITHIN[within] && random(4) ? pick(WITHIN[within]) : pick(NAMES);
    if (name === 'col') return '<col>';
    if (name in RAW && within !== 'svg') return `<${name}${pick(ATTRIBUTES)}>${pick(RAW[name])}</${name}>`;
    if ((within === 'svg' || within === 'math') && !random(3)) return `<${name}${pick(ATTRIBUTES)} />`;
    return `<${name}${pick(ATTRIBUTES)}>${content(depth - 1, name, head && name === 'noscript' && random(3) > 0)}</${random(9) ? name : name.toUpperCase()}>`;
}

function content(depth, within, head) {
    let out = '';
    for (let n = depth > 0 ? random(4) : random(2); n > 0; n--) {
        const what = random(12);
        if (what < 2 && !head) out += pick(['a', ' ', 'a < b', '&amp;']);
        else if (what < 3) out += pick(['<!-- a -->', '<!-- </p> -->', '<!>', '<?a?>']);
        else if (what < 4) out += head ? pick(['<link rel=a>', '<meta name=a>']) : pick(VOID);
        else if (depth > 0) out += element(depth, within, head);
    }
    return out;
}

function spoil(text) {
    const at = random(text.length + 1);
    switch (random(5)) {
    case 0: return text.slice(0, at) + text.slice(at + 1 + random(6));
    case 1: return text.slice(0, at) + pick(['<p>', '</p>', '<b>', '</table>', '</svg>', '<td>', '<!--', '-->', '"', '<', '</noscript>', '<noscript>', '<svg>']) + text.slice(at);
    case 2: return text.slice(0, at);
    case 3: return text.replace(/<\/(\w+)>([^<]*)<\/(\w+)>/, '</$3>$2</$1>');
    default: return text.slice(0, at) + pick(['<script>', '</script>', '<![CDATA[', ']]>', '<select>', '</select>', '<template>', '</template>', '</br>', '<a>']) + text.slice(at);
    }
}

// ---- The DOM, less what lies between the comments ---------------------------------------------------------------------------------

function linesOf(page, scriptingEnabled, strict) {
    const out = [], marks = { A: [], B: [] };
    let inside = false;
    const visit = (node, depth) => {
        const mark = node.nodeName === '#comment' && /^[AB]$/.test(node.data) ? node.data : null;
        if (mark) {
            marks[mark].push(node.parentNode);
            inside = mark === 'A';
        } else if (!inside || !node.parentNode || ['body', 'html', 'head'].includes(node.nodeName)) {
            out.push(`${depth} ${node.nodeName} ${node.value ?? node.data ?? ''} ${JSON.stringify(node.attrs?.map((a) => [a.name, a.value]) ?? '')}`);
        }
        for (const child of node.childNodes || []) visit(child, depth + 1);
        for (const child of node.content ? node.content.childNodes : []) visit(child, depth + 2);
    };
    visit(parse(page, { scriptingEnabled }), 0);
    if (marks.A.length !== 1 || marks.B.length !== 1) out.push('marks are lost or doubled');
    else if (strict && marks.A[0] !== marks.B[0]) out.push('marks are not in one element');
    return out.join('\n');
}

const plain = PLACES.map((_, i) => [true, false].map((on) => linesOf(around(A + B)[i], on, true)));

const engine = new Drive();
const count = Number(option('count', '20000'));
const taken = [0, 0, 0], last = ['', '', ''], faults = {}, wrong = [];
for (let n = 0; n < count; n++) {
    const head = random(3) === 0, depth = 1 + random(5);
    let text = '';
    for (let k = 1 + random(3); k > 0; k--) text += element(depth, '', head) + pick(['', ' ', '\n']);
    if (random(3) === 0) text = spoil(text);
    const bytes = Buffer.from(text);
    for (let i = 0; i < PLACES.length; i++) {
        const fault = parseInt((await engine.ask(`sound ${i}`, bytes)).toString(), 10);
        faults[FAULTS[fault]] = (faults[FAULTS[fault]] || 0) + 1;
        if (fault) continue;
        taken[i]++;
        const both = `${last[i]}\n${text.trim()}`, together = FAULTS[parseInt((await engine.ask(`sound ${i}`, Buffer.from(both))).toString(), 10)];
        if (!['none', 'long', 'nonces'].includes(together)) wrong.push([PLACES[i], 'together', both, together]);
        last[i] = text.trim();
        for (const on of [true, false]) {
            const strict = !(i === 1 && !on && /<noscript/i.test(text));
            const got = linesOf(around(A + text.trim() + B)[i], on, strict);
            if (got !== plain[i][+!on]) wrong.push([PLACES[i], on ? 'scripting' : 'no scripting', text, got]);
        }
    }
}
const status = await engine.close();
console.log(`${count} texts, taken ${PLACES.map((p, i) => `${taken[i]} for ${p}`).join(', ')}; ${wrong.length} of them wrongly; ${JSON.stringify(faults)}`);
for (const w of wrong.slice(0, 12)) console.log(`${w[0]}, ${w[1]}: ${w[2]}\n${w[3]}\n`);
process.exit(wrong.length || status ? 1 : 0);
