// What t/js/gate.mjs tries of held pages. Each is written as the engine writes it, and loaded in many ways; plain() makes the author's
// page of it, which says what is to happen and in which order:
//   plain   the author's page
//   now     nothing is prerendered: it runs at once, in a browser of today and in old ones
//   later   somebody looks when all is loaded: nothing may have run or left before
//   mid     somebody looks while the parser waits for a script of the page, which stands where $MID is
// What waits tells its name; `told` is the order. $V is the vendor, which items name; $F a file of the test, by default told by its name.
const HELD = 'type="xpurpose/held"';
const ext = (name, more = '') => `<script ${HELD} src="$V/${name}.js"${more && ' '}${more}></script>`;
const inl = (code, more = '') => `<script ${HELD}${more && ' '}${more}>${code}</script>`;
const named = (text, more = '') => `<script data-xpurpose-gate="vendor.example"${more && ' '}${more}>${text}</script>`;
const plain = html => html.replace(/<script data-xpurpose="hold"[^>]*>[^]*?<\/script>/g, '').replace(/<noscript data-xpurpose="hold">[^]*?<\/noscript>/g, '')
  .replace(/ type="xpurpose\/held"/g, '').replace(/ data-xpurpose-gate="[^"]*"/g, '').replace(/data-xpurpose-(?=type|src)/g, '');
const page = (head, body = '') => `<!DOCTYPE html><html><head><title>h</title><script>$KIT$LOOK</script><script data-xpurpose="hold">$HOLD</script>${head}</head><body>${body}<p id="end">end</p></body></html>`;
// document.prerendering as a page sees it that a browser prepares; look() is what happens when it is looked at.
const PREPARED = `var now=true;Object.defineProperty(Document.prototype,'prerendering',{configurable:true,get:function(){return now}});function look(){window.before=told.slice();now=false;document.dispatchEvent(new Event('prerenderingchange'))}`;
const HASTE = `(function(){var s=setTimeout;window.setTimeout=function(f,t){return s.call(window,f,t==5000?250:t)}})();`; // who does not answer is waited for less long
const MODES = { plain: '', now: '', later: `${PREPARED};addEventListener('load',function(){setTimeout(look,60)});`, mid: `${PREPARED};setTimeout(look,60);` };

const tests = [
  { name: 'kinds', told: ['a', 'i', 'b', 'j', 'd', 'm', 'e'],
    html: page(`${ext('a')}${inl("tell('i')")}${ext('d', 'defer')}<script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>`, `$MID${ext('b')}${inl("tell('j')")}${ext('e', 'defer')}`) },
  { name: 'the slow one first', told: ['a-slow', 'i', 'b', 'j'], html: page(`${ext('a-slow')}${inl("tell('i')")}`, `${ext('b')}$MID${inl("tell('j')")}`) },
  { name: 'async ones', told: ['a', 'i', 'b', 'c', 'm'], sorted: true,
    html: page(`${ext('a', 'async')}${inl("tell('i')", 'async')}`, `<p>$MID${ext('b', 'async defer')}<script ${HELD} async data-xpurpose-type="module" src="$V/m.js"></script></p>${ext('c')}`) },
  { name: 'a slow async one stops nothing', told: ['i', 'b', 'a-slow'], html: page(`${ext('a-slow', 'async')}${inl("tell('i')")}`, `$MID${ext('b')}`) },
  { name: 'types', told: ['a', 'b', 'c', 'd', 'e', 'm'], until: 6,
    html: page(`${['text/javascript', 'application/x-javascript', ' TEXT/ECMASCRIPT '].map((t, i) => inl(`tell('${'abc'[i]}')`, `data-xpurpose-type="${t}"`)).join('')}${inl("tell('d')", 'data-xpurpose-type=""')}${inl("tell('m')", 'data-xpurpose-type=module')}`,
      `<script ${HELD} data-xpurpose-type="application/json" id="json">{"a":"</p>"}</script><script ${HELD} data-xpurpose-type="text/plain" src="$V/no.js"></script>${inl("tell('no')", 'nomodule')}$MID${inl("tell('e')")}`) },
  { name: 'one that throws', told: ['a', 'b', 'onerror'], errors: true, sorted: true,
    html: page(`<script>onerror=function(m){tell('onerror')}</script>${ext('a')}${inl('throw Error(1)')}$MID${ext('b')}`) },
  { name: 'one that is missing', told: ['a', 'error', 'b', 'd'], html: page(`${ext('a')}${ext('x-gone', `onerror="tell('error')" onload="tell('load')"`)}${ext('d', 'defer')}${ext('y-gone', 'defer')}`, `$MID${ext('b')}`), files: { 'x-gone.js': '}' } },
  { name: 'one that hangs', told: ['a', 'b', 'd'], until: 3, haste: true, later: true, html: page(`${ext('a')}${ext('x-hang')}${ext('y-hang', 'defer')}${ext('d', 'defer')}`, `$MID${ext('b')}`) },
  { name: 'handlers in the tag', told: ['a', 'loaded a true', 'i'], html: page(`${ext('a', `onload="tell('loaded a '+(this.type==''))"`)}${inl("tell('i')")}$MID`) },
  { name: 'currentScript and attributes', told: ['s1 head', 's2 end', 'x1 q'],
    html: page(inl("var c=document.currentScript;tell(c.id+' '+c.parentNode.localName)", 'id="s1"'), `<div>${inl("var c=document.currentScript;tell(c.id+' '+c.parentNode.nextElementSibling.id.replace('x1','end'))", 'id="s2"')}</div>$MID${ext('x', 'id="x1" data-q="q"')}`),
    files: { 'x.js': "var c=document.currentScript;tell(c.id+' '+c.getAttribute('data-q'))" } },
  { name: 'the tree afterwards', told: ['HTML HEAD BODY'], tree: true,
    html: page(`${ext('a')}${inl('1', 'data-xpurpose-type="text/javascript" id="t"')}`, `<img data-xpurpose-src="$V/1.gif" alt="x"><noscript data-xpurpose="hold"><img src="$V/1.gif" alt="x"></noscript>$MID<script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>${inl("addEventListener('load',function(){tell('HTML HEAD BODY')})")}`), files: { 'a.js': '', 'm.js': '' } },
  { name: 'pictures, sources and frames', told: ['img', 'set', 'frame', 'doc'], sorted: true, all: ['/1.gif', '/2.gif', '/s.gif', '/f.html'],
    html: page('', `<img data-xpurpose-src="$V/1.gif" onload="tell('img')"><noscript data-xpurpose="hold"><img src="$V/1.gif"></noscript><img data-xpurpose-src="$V/3.gif" data-xpurpose-srcset="$V/2.gif 1x" onload="tell('set')">$MID
      <picture><source data-xpurpose-srcset="$V/s.gif"><img data-xpurpose-src="$V/4.gif"></picture>
      <iframe data-xpurpose-src="$V/f.html" onload="this.contentDocument||tell('frame')"></iframe><iframe data-xpurpose-srcdoc="<script>parent.tell('doc')</script>"></iframe>`) },
];

export async function heldPages({ load, same, ok, HOLD, HASH, KIT, ENGINES, only }) {
  const fill = (test, mode, prelude) => n => {
    const before = `${test.haste ? HASTE : ''}${MODES[mode]}`, html = mode === 'plain' ? plain(test.html) : test.html;
    const files = { 'own-slow.js': '', ...test.files };
    for (const [, name] of test.html.matchAll(/\/([\w-]+)\.js\b/g)) files[`${name}.js`] ??= `tell('${name}')`;
    const put = text => text.replaceAll('$V', `http://vendor.example/n${n}`).replaceAll('$O', `http://other.example/n${n}`).replaceAll('$N', `n${n}`);
    for (const name in files) files[name] = put(files[name]);
    return { files, headers: test.headers && { 'Content-Security-Policy': put(test.headers).replace('$HASH', `'${HASH}'`) },
      html: put(html).replaceAll('$HOLD', () => HOLD).replace('$KIT', () => `${prelude}${KIT};`).replace('$LOOK', () => before)
        .replace('$MID', mode === 'mid' ? `<script src="/n${n}/own-slow.js"></script>` : '') };
  };
  const ends = list => list.map(url => url.replace(/^.*\/n\d+\//, '')).filter(end => !end.startsWith('own')).sort();
  const errors = list => list.map(text => text.replace(/ +at .*/, '')).sort();
  const study = async test => {
    const told = result => test.sorted ? [...result.told].sort() : result.told, wanted = test.sorted ? [...test.told].sort() : test.told;
    const until = test.until || test.told.length, run = (mode, prelude = '') => load(fill(test, mode, prelude), until, test.least || 0);
    const bare = await run('plain'), ways = [['now'], ['later'], ['mid']];
    if (!test.modern) for (const [engine, prelude] of Object.entries(ENGINES).slice(1)) ways.push(['now', prelude, engine]);
    if (!test.later) same(told(bare), wanted, `hold: ${test.name}: what runs in the plain page`);
    for (const [mode, prelude, engine] of ways) {
      if (test.only && !test.only.includes(mode)) continue;
      const name = `hold: ${test.name}, ${mode}${engine ? `, in ${engine}` : ''}`, result = await run(mode, prelude);
      same(told(result), wanted, `${name}: what runs`);
      if (mode === 'later') same(result.before, test.before || [], `${name}: nothing has run before`);
      if (!test.haste) same(ends(result.asked), ends(bare.asked), `${name}: what leaves`);
      same(errors(result.errors), errors(bare.errors), `${name}: what is thrown`);
    }
  };
  const queue = tests.filter(t => !only || t.name.includes(only));
  await Promise.all([1, 2].map(async () => { for (let test; (test = queue.shift());) await study(test); }));
}
