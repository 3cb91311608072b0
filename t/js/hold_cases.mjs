// What t/js/gate.mjs tries of held pages. Each is written as the engine writes it, and loaded in many ways; plain() makes the author's
// page of it, which says what is to happen and in which order:
//   plain   the author's page
//   now     nothing is prerendered: it runs at once, in a browser of today and in old ones
//   later   somebody looks when all is loaded: nothing may have run or left before
//   mid     somebody looks while the parser waits for a script of the page, which stands where $MID is
//   done    somebody looks when the handlers for what is loaded have just been called, before what they have put off
// What waits tells its name; `told` is the order. $V is the vendor, which items name; $F a file of the test, by default told by its name.
import crypto from 'node:crypto';

const HELD = 'type="xpurpose/held"';
const ext = (name, more = '') => `<script ${HELD} src="$V/${name}.js"${more && ' '}${more}></script>`;
const inl = (code, more = '') => `<script ${HELD}${more && ' '}${more}>${code}</script>`;
const named = (text, more = '') => `<script data-xpurpose-gate="vendor.example"${more && ' '}${more}>${text}</script>`;
const lib = (name, more = '') => `<script${more} src="$V/${name}.js"></script>`;
const makes = (name, what, more = '') => ext(name, `data-xpurpose-makes="${what}"${more && ' '}${more}`);
const LIB = "tell('lib');window.lib={n:1,init:function(v){tell((v=='apply'?v:'init '+v)+' '+this.n)},get:function(){return{hit:function(v){tell('hit '+v)}}},Class:function(v){tell('new '+v+' '+lib.n)}};";
const write = (text, way = 'write') => `document.${way}(${JSON.stringify(text).replace(/<\/script/g, '<\\/script')});`; // for a script's text, which must not end
const plain = html => html.replace(/<script data-xpurpose="hold"[^>]*>[^]*?<\/script>/g, '').replace(/<noscript data-xpurpose="hold">[^]*?<\/noscript>/g, '')
  .replace(/ type="xpurpose\/held"/g, '').replace(/ data-xpurpose-(gate|makes)="[^"]*"/g, '').replace(/data-xpurpose-(?=type|src)/g, '');
const page = (head, body = '') => `<!DOCTYPE html><html><head><title>h</title><script>$KIT$LOOK</script><script data-xpurpose="hold">$HOLD</script>${head}</head><body>${body}<p id="end">end</p></body></html>`;
// document.prerendering as a page sees it that a browser prepares; look() is what happens when it is looked at.
const PREPARED = `var now=true;Object.defineProperty(Document.prototype,'prerendering',{configurable:true,get:function(){return now}});function look(){(new Image).src='/$N/own-look.gif';window.before=told.slice();now=false;document.dispatchEvent(new Event('prerenderingchange'))}`;
const sha = text => `sha256-${crypto.createHash('sha256').update(text).digest('base64')}`;
const HASTE = `(function(){var s=setTimeout;window.setTimeout=function(f,t){return s.call(window,f,t==1e4?1000:t)}})();`; // who does not answer is waited for less long
const MODES = { plain: '', now: '', later: `${PREPARED};addEventListener('load',function(){setTimeout(look,60)});`, mid: `${PREPARED};setTimeout(look,60);`,
  done: `${PREPARED};addEventListener('pageshow',function(){setTimeout(look)});` };

const tests = [
  { name: 'a module without an address, and what follows', told: ['m', 'd', 'n', 'e'], modern: true,
    html: page(`<script ${HELD} data-xpurpose-type="module">import '$V/i-slow.js';tell('m')</script>${ext('d', 'defer')}`, `$MID<script ${HELD} data-xpurpose-type="module">tell('n')</script>${ext('e', 'defer')}`), files: { 'i-slow.js': '' } },
  { name: 'kinds', told: ['a', 'i', 'b', 'j', 'd', 'm', 'e'],
    html: page(`${ext('a')}${inl("tell('i')")}${ext('d', 'defer')}<script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>`, `$MID${ext('b')}${inl("tell('j')")}${ext('e', 'defer')}`) },
  { name: 'the slow one first', told: ['a-slow', 'i', 'b', 'j'], html: page(`${ext('a-slow')}${inl("tell('i')")}`, `${ext('b')}$MID${inl("tell('j')")}`) },
  { name: 'async ones', told: ['a', 'i', 'b', 'c', 'm'], sorted: true,
    html: page(`${ext('a', 'async')}${inl("tell('i')", 'async')}`, `<p>$MID${ext('b', 'async defer')}<script ${HELD} async data-xpurpose-type="module" src="$V/m.js"></script></p>${ext('c')}`) },
  { name: 'an async one that hangs stops nothing', only: ['now', 'mid'], told: ['i', 'b'], haste: true, html: page(`${ext('a-hang', 'async')}${inl("tell('i')")}`, `$MID${ext('b')}`) },
  { name: 'types', told: ['a', 'b', 'c', 'd', 'e', 'm'], until: 6,
    html: page(`${['text/javascript', 'application/x-javascript', ' TEXT/ECMASCRIPT '].map((t, i) => inl(`tell('${'abc'[i]}')`, `data-xpurpose-type="${t}"`)).join('')}${inl("tell('d')", 'data-xpurpose-type=""')}${inl("tell('m')", 'data-xpurpose-type=module')}`,
      `<script ${HELD} data-xpurpose-type="application/json" id="json">{"a":"</p>"}</script><script ${HELD} data-xpurpose-type="text/plain" src="$V/no.js"></script>${inl("tell('no')", 'nomodule')}$MID${inl("tell('e')")}`) },
  { name: 'one that throws', told: ['a', 'b', 'onerror'], errors: true, sorted: true,
    html: page(`<script>onerror=function(m){tell('onerror')}</script>${ext('a')}${inl('throw Error(1)')}$MID${ext('b')}`) },
  { name: 'one that is missing', told: ['a', 'error', 'b', 'd'], html: page(`${ext('a')}${ext('x-gone', `onerror="tell('error')" onload="tell('load')"`)}${ext('d', 'defer')}${ext('y-gone', 'defer')}`, `$MID${ext('b')}`), files: { 'x-gone.js': '}' } },
  { name: 'one that hangs', told: ['a', 'b', 'd'], until: 3, haste: true, later: true, only: ['later', 'mid'], html: page(`${ext('a')}${ext('x-hang')}${ext('y-hang', 'defer')}${ext('d', 'defer')}`, `$MID${ext('b')}`) },
  { name: 'handlers in the tag', told: ['a', 'loaded a true', 'i'], html: page(`${ext('a', `onload="tell('loaded a '+(this.type==''))"`)}${inl("tell('i')")}$MID`) },
  { name: 'currentScript and attributes', modern: true, told: ['s1 head', 's2 p', 'x1 q'],
    html: page(inl("var c=document.currentScript;tell(c.id+' '+c.parentNode.localName)", 'id="s1"'), `<div>${inl("var c=document.currentScript;tell(c.id+' '+c.previousSibling.localName)", 'id="s2"').replace('<script', '<p></p><script')}</div>$MID${ext('x', 'id="x1" data-q="q"')}`),
    files: { 'x.js': "var c=document.currentScript;tell(c.id+' '+c.getAttribute('data-q'))" } },
  { name: 'the tree afterwards', told: ['HTML HEAD BODY'], tree: true,
    html: page(`${ext('a')}${inl('1', 'data-xpurpose-type="text/javascript" id="t"')}`, `<img data-xpurpose-src="$V/1.gif" alt="x"><noscript data-xpurpose="hold"><img src="$V/1.gif" alt="x"></noscript>$MID<script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>${inl("addEventListener('load',function(){tell('HTML HEAD BODY')})")}`), files: { 'a.js': '', 'm.js': '' } },
  { name: 'pictures, sources and frames', told: ['img', 'set', 'frame'], sorted: true, all: ['/1.gif', '/2.gif', '/s.gif', '/f.html'], least: 4,
    html: page('', `<img data-xpurpose-src="$V/1.gif" onload="tell('img')"><noscript data-xpurpose="hold"><img src="$V/1.gif"></noscript><img data-xpurpose-src="$V/3.gif" data-xpurpose-srcset="$V/2.gif 1x" onload="tell('set')">$MID
      <picture><source data-xpurpose-srcset="$V/s.gif"><img data-xpurpose-src="$V/4.gif"></picture>
      <iframe data-xpurpose-src="$V/f.html" onload="this.contentDocument||tell('frame')"></iframe>`) },
  { name: 'what is marked by somebody else', told: ['keep'],
    html: page('', `<iframe DATA-XPURPOSE-SRCDOC="<script>parent.tell('no')</script>"></iframe><iframe DATA-XPURPOSE-SRC="javascript:parent.tell('no')"></iframe>
      <script DATA-XPURPOSE-SRC="$V/no.js"></script><noscript class="keep" data-xpurpose="keep"></noscript>$MID${inl("addEventListener('load',function(){tell(document.querySelector('noscript').className)})")}`) },

  // ---- In mid-parse ----
  { name: 'an inline script of which half is there', told: ['a', 'half whole'], html: page(ext('a'), inl("var t='half';/* $CUT */tell(t+' whole')")) },
  { name: 'an inline script in a table, of which half is there', told: ['half whole', 'b'], html: page('', `<table><tr><td>${inl("var t='half';/* $CUT */tell(t+' whole')")}</td></tr></table>${ext('b')}`) },
  { name: 'a foreign script in a table, of which half is there', told: ['half whole', 'b'], html: page('', `<table><b>${inl("var t='half';/* $CUT */tell(t+' whole')")}</b></table>${ext('b')}`) },

  // ---- Policies ----
  { name: 'integrity, right and wrong', modern: true, told: ['a', 'error', 'c'],
    html: page(ext('a', `crossorigin integrity="${sha("tell('a')")}"`), `${ext('b', `crossorigin integrity="${sha('other')}" onerror="tell('error')"`)}$MID${ext('c')}`) },
  { name: "a policy with a nonce and 'strict-dynamic'", modern: true, nonce: true, headers: "script-src 'nonce-abc' 'strict-dynamic'; report-uri /$N/report", told: ['a', 'i', 'b', 'w', 'd'],
    html: page(`${ext('a')}${inl("tell('i')")}`, `${ext('b')}$MID${ext('d', 'defer')}${ext('x')}`), files: { 'x.js': "var s=document.createElement('script');s.src='$V/w.js';s.async=false;document.head.appendChild(s)", 'w.js': "tell('w')" }, sorted: true },
  { name: "a script without the nonce, beside 'strict-dynamic'", modern: true, nonce: true, headers: "script-src 'nonce-abc' 'strict-dynamic'", told: ['a', 'i'],
    html: page(ext('a'), `<SCRIPT ${HELD}>tell('no')</SCRIPT><SCRIPT ${HELD} data-xpurpose-type="module">tell('no')</SCRIPT>$MID${inl("tell('i')")}`) },
  { name: 'a policy with hashes', modern: true, hashes: true, headers: "script-src $HASHES vendor.example; report-uri /$N/report", told: ['i', 'a', 'j'], html: page(`${inl("tell('i')")}${ext('a')}`, `<p>${inl("tell('j')")}${inl("tell('no')").replace(">tell('no')", ' class="refused">tell("no")')}`) },
  { name: 'Trusted Types', modern: true, headers: "require-trusted-types-for 'script'; trusted-types p", told: ['i', 'a', 'w', 'x', 'j'],
    html: page(`${inl("var p=trustedTypes.createPolicy('p',{createHTML:String});tell('i')")}${ext('a')}${inl(write(lib('w') + lib('x')).replace('(', '(p.createHTML(').replace(';', ');'))}`, `$MID${inl("tell('j')")}`) },

  // ---- The page takes them out of the tree ----
  { name: 'a page that empties itself', told: ['a', 'i', 'b', 'm', 'd'], all: ['/1.gif'], modern: true,
    html: page(`<script>document.addEventListener('DOMContentLoaded',function(){if(window.look)document.body.textContent=''})</script>${ext('a')}`,
      `<div>${inl("tell('i')")}<p>${ext('b')}</p></div><img data-xpurpose-src="$V/1.gif"><noscript data-xpurpose="hold"><img src="$V/1.gif"></noscript><script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>${ext('d', 'defer')}`), only: ['now', 'later'] },
  { name: 'what has run goes back to where it was', only: ['later'], told: ['a', 'i', 'P DIV true true'], html: page('', `<div id="d"><p>${ext('a', 'id="a"')}</p><b></b>${inl("tell('i')", 'id="i"')}</div>
      <script>if(window.look)addEventListener('load',function(){window.d=document.getElementById('d');d.parentNode.removeChild(d)});else window.d=document.getElementById('d')</script>${inl("var q=function(i){return d.querySelector(i)};setTimeout(function(){tell(q('#a').parentNode.nodeName+' '+q('#i').parentNode.nodeName+' '+(q('#i').previousSibling.nodeName=='B')+' '+!document.head.querySelector('[id]'))},30)")}`) },
  { name: 'what is written in odd pieces', told: ['<!-- <p>-->1 <b>2</b><!-- -->'], html: page('', `<div id="d">${inl("document.write('<!-- <p>');document.write('-->1 <');document.write('b>2</b');document.write('><!-- -->')")}</div>$MID${inl("tell(document.getElementById('d').innerHTML.replace(/^.*script>/,''))")}`) },
  { name: 'a picture that the page has given another address', told: ['set'], all: ['1.gif'], html: page('', `<img id="p" data-xpurpose-src="$V/1.gif" onerror="tell('no')"><script>setTimeout(function(){var p=document.getElementById('p');p.onload=function(){tell('set')};p.src='/$N/2.gif'},20)</script>`), only: ['later'], before: null, least: 2 },
  { name: 'nothing twice', told: ['a', 'i', 'w', 'b', 'load'],
    html: page(`<script data-xpurpose="hold">$HOLD</script>${ext('a')}${inl(`tell('i');${write("<script>tell('w')</script>")}`)}`, `$MID${ext('b')}${inl("addEventListener('load',function(){tell('load')})")}<script>setTimeout(function(){window.look&&setTimeout(look,300)},100)</script>`), before: null },
  { name: 'copies that the page makes do not run', told: ['i', 'copied'], html: page('', `<div>${inl("tell('i')")}</div><script>addEventListener('load',function(){var d=document.querySelector('div');document.body.appendChild(d.cloneNode(true));setTimeout(tell,150,'copied')})</script>`), sorted: true },

  // ---- document.write ----
  { name: 'what is written runs next', told: ['i', 'w', 'x', 'y', 'z', 'j'],
    html: page(`${inl(write(lib('w') + "<script>tell('x')</script>") + "tell('i');" + write('<script src="$V/y.js"></scr') + write('ipt>'))}${ext('z')}`, `$MID${inl("tell('j')")}`) },
  { name: 'written scripts write', told: ['a', 'w', 'i', 'v', 'u', 'b'], html: page('', `<p>${ext('a')}${ext('b')}</p>$MID`),
    files: { 'a.js': `tell('a');${write(lib('w'))}${write(lib('u'))}`, 'w.js': `tell('w');${write(`<script>tell('i');${write(lib('v'))}</script>`, 'writeln')}`, 'u.js': "tell('u')", 'v.js': "tell('v')" } },
  { name: 'what is written stands behind its script', told: ['SCRIPT B I EM P'],
    html: page('', `<div id="d">${inl("document.write('<b>1');document.write('</b>');document.writeln('<i>2</i><em>');document.open();document.write('3','4</em>');document.close()")}<p></p></div>$MID${inl("tell([].map.call(document.getElementById('d').children,function(e){return e.nodeName}).join(' '))")}`) },
  { name: 'what is written can be had at once', told: ['true', 'text', 'true'], html: page('', `${inl("document.write('<div id=x class=\"a>b\">');document.write('text</div>');tell(''+!!document.getElementById('x'));tell(document.getElementById('x').innerHTML);document.write('<img id=y alt=\"\">');tell(''+!!document.getElementById('y'))")}$MID`) },
  { name: 'a script that writes a picture', told: ['a', 'img'], all: ['/1.gif'], html: page('', `<p>${ext('a')}</p>$MID`), files: { 'a.js': `tell('a');${write(`<a href="#"><img src="$V/1.gif" onload="tell('img')"></a>`)}` } },
  { name: 'markup that is not closed', told: ['a', 'true', 'end'], html: page('', `${ext('a')}$MID${inl("tell(''+!!document.getElementById('w'));addEventListener('load',function(){tell(document.getElementById('end').id)})")}`), files: { 'a.js': "tell('a');document.write('<p id=\"w\"><b>')" } },
  { name: 'async ones write nothing', told: ['a', 'false'], html: page('', `${ext('a', 'async')}$MID${inl("addEventListener('load',function ask(){if(told[0]!='a')return setTimeout(ask,20);setTimeout(function(){tell(''+!!document.getElementById('w'))},50)})")}`), files: { 'a.js': "tell('a');document.write('<p id=\"w\"><b>')" }, warned: true },
  { name: 'one that hangs and then writes', modern: true, haste: true, later: true, only: ['later'], told: ['b', 'a', 'w'], html: page('', `${ext('a-after-b')}${ext('b')}`),
    files: { 'a-after-b.js': `tell('a');${write(lib('w'))}`, 'b.js': "tell('b');new Image().src='/$N/own-b.gif'", 'w.js': "tell('w')" } },

  { name: 'a script that looks for itself as the last', modern: true, told: ['a q', 'i r true', 'b s'], html: page('', `<p>${ext('a', 'data-q="q"')}${inl("var s=document.scripts,t=s[s.length-1];tell('i '+t.getAttribute('data-q')+' '+(s.item(s.length-1)==t))", 'data-q="r"')}</p><div>${ext('b', 'data-q="s"')}</div>$MID<script data-q="no"></script>`),
    files: Object.fromEntries(['a', 'b'].map(n => [`${n}.js`, `var s=document.getElementsByTagName('SCRIPT'),t=s[s.length-1];tell('${n} '+t.getAttribute('data-q'))`])) },
  { name: 'several files load at the same time', only: ['later'], modern: true, told: ['a-slow', 'b-slow', 'd-slow', 'true true 0'], html: page(`${ext('a-slow')}${ext('b-slow', 'crossorigin')}${ext('d-slow', 'defer')}`,
    "<script>addEventListener('load',function(){setTimeout(function ask(){var t=function(n){return performance.getEntriesByType('resource').filter(function(e){return e.name.indexOf('/'+n+'-slow')>0})[0]};if(!t('d')||told.length<3)return setTimeout(ask,20);setTimeout(function(){tell((t('b').startTime<t('a').responseEnd)+' '+(t('d').startTime<t('b').responseEnd)+' '+document.querySelectorAll('link').length)},100)})})</script>") },
  // ---- What comes too late ----
  { name: 'handlers that are asked for too late', told: ['i', 'ready win true', 'ready doc true', 'object true', 'state', 'load true', 'onload', 'show false', 'nested'], sorted: true,
    html: page(inl("tell('i');addEventListener('load',function(e){tell('load '+(this==window&&e.type=='load'));addEventListener('load',function(){tell('no')})});addEventListener('pageshow',function(e){tell('show '+!!e.persisted)});document.addEventListener('DOMContentLoaded',function(e){tell('ready doc '+(this==document&&e.target==document));addEventListener('load',function(){tell('nested')})});window.addEventListener('DOMContentLoaded',function(e){tell('ready win '+(this==window))});document.addEventListener('DOMContentLoaded',{a:1,handleEvent:function(){tell('object '+(this.a==1))}})"),
      `$MID${inl("var n=0;document.addEventListener('readystatechange',function(){if(document.readyState=='complete'&&!n++)tell('state')});window.onload=function(){tell('onload')}")}`) },
  { name: 'the order in which they are called', only: ['later'], told: ['a', 'b', 'ready', 'load', 'show'], html: page(inl("addEventListener('pageshow',function(){tell('show')});addEventListener('load',function(){tell('load')});document.addEventListener('DOMContentLoaded',function(){tell('ready')})"), `${ext('a')}$MID${ext('b')}`) },
  { name: 'what is called before the page is there', told: ['d', 'ready d'], sorted: true, before: null,
    html: page(`${ext('d', 'defer')}<script>document.addEventListener('DOMContentLoaded',function(){window.d&&tell('ready '+d)})</script>`), files: { 'd.js': "window.d='d';tell('d')" }, only: ['now'], modern: true },
  { name: 'handlers of what loads', told: ['a', 'd', 'ready a', 'ready d', 'load a', 'load d'], html: page(`${ext('a')}${ext('d', 'defer')}`), files: Object.fromEntries(['a', 'd'].map(n => [`${n}.js`, `tell('${n}');document.addEventListener('DOMContentLoaded',function(){tell('ready ${n}')});addEventListener('load',function(){tell('load ${n}')})`])) },
  { name: 'handlers of a module', told: ['m', 'ready', 'load'], modern: true, html: page(`<script ${HELD} data-xpurpose-type="module" src="$V/m.js"></script>`), files: { 'm.js': "tell('m');document.addEventListener('DOMContentLoaded',function(){tell('ready')});addEventListener('load',function(){tell('load')})" } },
  { name: 'handlers of an async one', told: ['a', 'load'], html: page(ext('a', 'async')), files: { 'a.js': "tell('a');addEventListener('load',function(){tell('load')})" } },
  { name: 'handlers that are taken back, or asked for twice', told: ['once', 'twice', 'end'], html: page(inl("var f=function(){tell('no')},g=function(){tell('once')},h=function(){tell('twice')};addEventListener('load',f);removeEventListener('load',f);addEventListener('load',g,{once:true});addEventListener('load',h);addEventListener('load',h);addEventListener('load',function(){setTimeout(tell,50,'end')})"), '$MID'), modern: true },
  { name: 'onload that others have set', told: ['first', 'second'], html: page(`<script>window.onload=function(){tell('first')}</script>`, `$MID${inl("var was=window.onload;window.onload=function(){was&&was();tell('second')}")}`), before: ['first'] },
  { name: 'onpageshow', told: ['i', 'show'], html: page(inl("tell('i');window.onpageshow=function(){tell('show')}"), '$MID') },
  { name: 'onload of an async one', told: ['a', 'load'], html: page(ext('a', 'async')), files: { 'a.js': "tell('a');window.onload=function(){tell('load')}" } },
  { name: "the author's onload beside an async one", told: ['a', 'kept', 'load'], sorted: true, before: ['load'],
    html: page("<script>window.onload=function(){tell('load')};addEventListener('load',function ask(){told.indexOf('a')<0||!window.onload?setTimeout(ask,20):tell('kept')})</script>", `${ext('a', 'async')}$MID`) },
  { name: 'onload that others have set stays', told: ['first', 'true'], html: page(`<script>window.onload=function(){tell('first')}</script>`, `$MID${inl("setTimeout(function ask(){told[0]?tell(''+!!window.onload):setTimeout(ask,20)},150)")}`), before: ['first'] },
  { name: 'a handler that throws', told: ['onerror', 'load'], errors: true, html: page(`<script>onerror=function(){tell('onerror')}</script>${inl("addEventListener('load',function(){throw Error('late')});addEventListener('load',function(){setTimeout(tell,50,'load')})")}`, '$MID') },
  { name: 'what others ask for is not touched', told: ['i', 'others'], html: page(inl("tell('i')"), `${ext('a-slow')}$MID<script>addEventListener('load',function(){setTimeout(function(){addEventListener('load',function(){tell('no')});tell('others')},150)})</script>`), files: { 'a-slow.js': '' }, sorted: true, before: null },
  { name: 'functions are given back', told: ['i', 'true'], html: page(inl("tell('i')"), `$MID${inl("addEventListener('load',function(){setTimeout(function(){tell(''+!['write','writeln','open','close','addEventListener','removeEventListener'].some(function(k){return document.hasOwnProperty(k)||k.length>8&&window.hasOwnProperty(k)}))},100)})")}`) },

  // ---- With what the gate holds ----
  { name: 'a library that is written, then a call', told: ['g', 'lib', 'call', 'b'], before: ['g'], html: page(named(`tell('g');document.write(unescape("%3Cscript src='$V/lib.js' type='text/javascript'%3E%3C/script%3E"))`), `${inl("tell(typeof lib=='number'?'call':'none')")}$MID${ext('b')}`), files: { 'lib.js': "tell('lib');var lib=1" } },
  { name: 'a library that is written, and a call with it', told: ['g', 'lib', 'call', 'call 2', 'b'], before: ['g'],
    html: page(named(`tell('g');${write(`${lib('lib', ' type="text/javascript"')}<script type="text/javascript">tell(typeof lib=='number'?'call':'none')</script>`)}${write("<script>tell(typeof lib=='number'?'call 2':'none')</script>")}`), `$MID${ext('b')}`), files: { 'lib.js': "tell('lib');var lib=1" } },
  { name: 'a written module', told: ['g', 'a', 'm'], before: ['g'], modern: true, html: page(named(`tell('g');${write(lib('m', ' type="module"') + lib('a'))}`), '$MID'), files: { 'm.js': "tell('m');if(document.currentScript!==null)tell('no')", 'a.js': "tell('a')" } },
  { name: 'what is made waits in its place', only: ['later', 'mid'], told: ['a', 'p', 'b'], html: page(`${ext('a')}${named("var s=document.createElement('script');s.src='$V/p.js';s.async=false;document.head.appendChild(s)")}${ext('b-after-p')}`, '$MID'), files: { 'a.js': "tell('a');var lib=1", 'p.js': "tell(window.lib?'p':'none');new Image().src='/$N/own-p.gif'", 'b-after-p.js': "tell('b')" } },
  { name: 'what is made when all is parsed comes last', only: ['later'], told: ['a', 'd', 'p'], html: page(`${ext('a')}${named("document.addEventListener('DOMContentLoaded',function(){var s=document.createElement('script');s.src='$V/p.js';document.head.appendChild(s);document.head.removeChild(s)})")}${ext('d', 'defer')}`, '$MID'), files: { 'p.js': "tell('p')" } },
  { name: 'what is made when all is parsed comes, too', only: ['mid'], sorted: true, told: ['a', 'd', 'p'], html: page(`${ext('a')}${named("document.addEventListener('DOMContentLoaded',function(){var s=document.createElement('script');s.src='$V/p.js';document.head.appendChild(s);document.head.removeChild(s)})")}${ext('d', 'defer')}`, '$MID'), files: { 'p.js': "tell('p')" } },
  { name: 'what is written into a frame', told: ['f lib', 'f call', 'a'], before: null, sorted: true, only: ['later', 'mid'], html: page(ext('a'), `<iframe id="f"></iframe>${named(`window.f=document.getElementById('f').contentDocument;f.open();f.${write(`${lib('lib')}`).slice(9)}f.close();`)}$MID<script>setTimeout(function ask(){if(told.indexOf('f lib')<0)return setTimeout(ask,20);f.${write("<script>parent.tell('f call')</script>").slice(9)}},20)</script>`), files: { 'lib.js': "parent.tell('f lib')" } },
  { name: 'beacons', told: ['a'], all: ['/x'], html: page(`${ext('a')}${named("navigator.sendBeacon('$V/x')")}`, '$MID'), least: 2 },
  // ---- What is called before it is there ----
  { name: "the page's own scripts call a library that waits", modern: true, told: ['lib', 'init 1 1', 'hit x', 'new c 2', 'init 3 2', 'apply 2', 'end'], html: page(`${makes('lib', 'lib')}<script src="/$N/own-app.js"></script>`, `$MID${inl("setTimeout(tell,150,'end')")}`),
    files: { 'lib.js': LIB, 'own-app.js': "lib.init(1);lib.n=2;lib.get().hit('x');new lib.Class('c');window['lib'].init(3);lib.init.apply(lib,['apply'])", } },
  { name: 'in the order of the page', modern: true, told: ['lib', 'init 1 1', 'init 2 1', 'init 3 1', 'init 4 1', 'init 5 1'], html: page(`${makes('lib', 'lib')}<script>lib.init(1)</script>${inl('lib.init(2)')}<script>lib.init(3)</script>`, `${inl('lib.init(4)')}<script>lib.init(5)</script>$MID`), files: { 'lib.js': LIB } },
  { name: 'a handler calls it', modern: true, told: ['lib', 'init load 1'], html: page(`${makes('lib', 'lib')}<script>window.onload=function(){lib.init('load')}</script>`, '$MID'), files: { 'lib.js': LIB } },
  { name: 'a promise of what never comes', modern: true, told: ['b', 'undefined'], only: ['later', 'mid'], later: true, haste: true, html: page(`${makes('x-gone', 'lib')}<script>window.lib&&(async function(){tell(typeof await lib.soon())})()</script>${ext('b')}`, '$MID') },
  { name: 'a library that never comes', told: ['b', 'undefined'], html: page(`${makes('x-gone', 'lib')}<script>if(window.lib)lib.init(1)</script>${ext('b')}`, `$MID${inl("setTimeout(function(){tell(typeof lib)},150)")}`) },
  { name: 'it asks whether it has been there', modern: true, told: ['undefined', 'false', 'init 1 1'], html: page(`${makes('lib', 'lib')}<script>window.lib&&lib.init(1)</script>`, '$MID'), files: { 'lib.js': `tell(typeof window.lib);tell(''+!!window.lib);var lib=window.lib||{};${LIB.replace("tell('lib');", '')}` } },
  { name: 'settings that wait do not see it', modern: true, told: ['lib', 'init s 1'], html: page(`${inl("window.lib=window.lib||{s:'s'}", 'data-xpurpose-makes="lib"')}<script>window.lib&&lib.x</script>${makes('lib', 'lib')}`, '$MID'), files: { 'lib.js': `var s=window.lib.s;${LIB};lib.init(s)` } },
  { name: 'what is deferred is made for what is deferred', told: ['undefined', 'lib', 'init 1 1'], before: ['undefined'], html: page(`${makes('lib', 'lib', 'defer')}<script>tell(typeof lib)</script><script defer src="/$N/own-app.js"></script>`, '$MID'), only: ['now', 'later'], modern: true, files: { 'lib.js': LIB, 'own-app.js': 'lib.init(1)' } },
  { name: 'what is async is made when all is loaded', modern: true, told: ['lib', 'init 1 1'], html: page(`${makes('lib', 'lib', 'async')}<script>addEventListener('load',function(){lib.init(1)})</script>`, '$MID'), files: { 'lib.js': LIB } },
  { name: 'so is what a script loads', modern: true, told: ['lib', 'init 1 1'], html: page(`${named("var s=document.createElement('script');s.src='$V/lib.js';document.head.appendChild(s)", 'data-xpurpose-makes="lib"')}<script>addEventListener('load',function(){lib.init(1)})</script>`, '$MID'), files: { 'lib.js': LIB } },
  { name: 'what a script writes is there for those behind it', modern: true, told: ['lib', 'init 1 1', 'init 2 1'], html: page(`${named(write(lib('lib')), 'data-xpurpose-makes="lib"')}<script>lib.init(1)</script>`, '$MID<script>lib.init(2)</script>'), files: { 'lib.js': LIB } },
  { name: 'what an inline script defines that waits', modern: true, told: ['lib', 'track 1 1', 'init 2 1'], html: page(`${makes('lib', 'lib')}${inl("var made=lib.get(),track=function(v){lib.init('track '+v)}", 'data-xpurpose-makes="made track"')}<script>track(1)</script>`, '$MID<script>lib.init(2)</script>'), files: { 'lib.js': LIB.replace("'init '+", "(/^track/.test(v)?'':'init ')+") } },
  { name: 'what it answers is used', told: ['lib', 'then 5', 'await 6', 'value 7', 'sum 8', 'back 9'], modern: true, sorted: true, html: page(`${makes('lib', 'lib')}<script>lib.soon(5).then(function(v){tell('then '+v)});(async function(){tell('await '+await lib.same(6))})();lib.say('value',lib.same(7));var four=lib.same(4);lib.call(function(v){tell('sum '+(four+four+v))});
      addEventListener('load',function(){var kept=lib;setTimeout(function ask(){if(!document.prerendering&&kept.n===1)tell('back '+kept.same(9));else setTimeout(ask,20)})})</script>`, '$MID'),
    files: { 'lib.js': `${LIB}lib.soon=function(v){return Promise.resolve(v)};lib.same=function(v){return v};lib.say=function(a,b){tell(a+' '+b)};lib.call=function(f){f(0)};` } },
  { name: 'what it writes when it is called stands behind who calls', modern: true, told: ['lib', 'w', 'SCRIPT B P'], html: page(makes('lib', 'lib'), `<div id="d"><script>lib.write()</script><p></p></div>$MID${inl("tell([].map.call(document.getElementById('d').children,function(e){return e.nodeName}).join(' ').replace(/( SCRIPT)+/,''))")}`), files: { 'lib.js': `${LIB}lib.write=function(){${write("<b>1</b><script>tell('w')</script>")}};` } },
  { name: 'the page takes it if it is there', modern: true, told: ['lib', 'init 1 1', 'init 2 1'], html: page(`${makes('lib', 'lib')}<script>window.lib=window.lib||{};lib.init(1)</script>`, "$MID<script>var lib=lib||{};lib.init(2)</script>"), files: { 'lib.js': LIB } },
  { name: 'a queue is there before', modern: true, told: ['1', 'a,b,c'], before: ['1'], only: ['later', 'now'], html: page(`<script>window.look||(queue=['a'])</script>${inl("window.queue=window.queue||[];queue.push('c')", 'data-xpurpose-makes="+queue"')}<script>window.look&&queue.push('a');tell(''+queue.length)</script><script>queue.push('b')</script>`, `${inl("tell(queue.sort().join())")}`), later: true, only: ['later'] },
  { name: 'called behind one that is slow, once somebody looks', modern: true, only: ['mid', 'now'], told: ['lib', 'init 1 1', 'shop'], sorted: true, html: page(`<script>window.look&&0</script>`, `${ext('b-slow')}$MID${makes('lib', 'lib')}<script>lib.init(1);tell('shop')</script>`), files: { 'b-slow.js': '', 'lib.js': LIB } },
  { name: 'what is deferred, once somebody looks', modern: true, only: ['mid', 'now'], told: ['lib', 'init 1 1'], html: page(`<script>document.addEventListener('DOMContentLoaded',function(){lib.init(1)})</script>`, `${makes('lib', 'lib', 'defer')}$MID`), files: { 'lib.js': LIB } },
  { name: 'what brings it is loaded by what waits', modern: true, told: ['init 1 1', 'lib'], sorted: true, html: page(`${makes('lib', 'lib', 'async').replace('lib.js', 'first.js')}<script>addEventListener('load',function(){lib.init(1)})</script>`, '$MID'), all: ['/lib.js'],
    files: { 'first.js': "var s=document.createElement('script');s.src='$V/lib.js';document.head.appendChild(s)", 'lib.js': LIB } },
  { name: 'who keeps it has the real thing', modern: true, told: ['lib', 'hit 1 true 12', 'hit 2 true 12'], html: page(`${makes('lib', 'lib')}<script>var t=new lib.T(1);t.hit('hit');addEventListener('load',function(){(function ask(){document.prerendering||!window.lib||lib.n!==1?setTimeout(ask,20):t.hit('hit')})()})</script>`, '$MID'),
    files: { 'lib.js': `${LIB}lib.T=class{#n=0;constructor(n){this.of=n}hit(w){tell(w+' '+(++this.#n)+' '+(t instanceof lib.T)+' '+(+t+11))}valueOf(){return this.of}};` } },
  { name: 'a loader that is put off looks whether it has run', modern: true, told: ['lib', 'ours'], html: page(`${named("addEventListener('load',function(){if(!window.lib){var s=document.createElement('script');s.src='$V/lib.js';s.onload=function(){tell('ours')};document.head.appendChild(s)}})", 'data-xpurpose-makes="lib"')}`, '$MID'), files: { 'lib.js': LIB } },
  { name: 'what loads what makes it is released', modern: true, told: ['a', 'lib', 'init 1 1'], before: null, html: page(`${makes('lib', 'lib').replace('lib.js', 'a.js')}<script>window.lib&&lib.init(1)</script>${ext('b-slow')}`, '$MID'), only: ['later'], later: true,
    files: { 'a.js': "tell('a');var s=document.createElement('script');s.src='$V/lib.js';document.head.appendChild(s)", 'lib.js': `window.lib=window.lib||{};if(!lib.init){${LIB}}`, 'b-slow.js': '' } },
  { name: 'an event of an odd name', modern: true, told: ['i', 'end'], html: page(inl("tell('i');addEventListener('all',function(){tell('no')});addEventListener('toString',function(){tell('no')});setTimeout(tell,200,'end')"), '$MID') },
  { name: 'what it answers is told on', modern: true, told: ['lib', '{"id":5,"of":[6]} [7]'], sorted: true, html: page(`${makes('lib', 'lib')}<script>lib.say({id:lib.same(5),of:lib.same([6])},[lib.same(7)])</script>`, '$MID'), files: { 'lib.js': `${LIB}lib.same=function(v){return v};lib.say=function(a,b){tell(JSON.stringify(a)+' '+JSON.stringify(b))};` } },
  { name: 'loops over it end', modern: true, told: ['lib', 'end'], html: page(`${makes('lib', 'lib')}<script>var n=0,o=lib.all;for(var i=0;i<o.length;i++)n++;while(o.length)o.shift();for(var k in lib.all)n++;for(var x of lib.all)n++;n+=[...lib.all].length;if(!('all' in lib))tell('no');while(o)o=o.next;while(lib.all.next()!==null)</script>${inl("tell('end')")}`, '$MID'), files: { 'lib.js': `${LIB}lib.all=[];lib.all.next=function(){return null};` } },
  { name: 'a name that the page has is let be', told: ['own 1', 'lib', 'own 2'], before: ['own 1'], html: page(`<script>var lib={init:function(v){tell('own '+v)}}</script>${makes('lib', 'lib')}<script>lib.init(1)</script>${inl('lib.init(2)')}`, '$MID'), only: ['later'], later: true, files: { 'lib.js': `tell('lib');lib=window.lib||{}` } },
  { name: 'the page gives the name another value', modern: true, told: ['own', 'lib', 'init 1 1'], before: ['own'], html: page(`${makes('lib', 'lib')}<script>var lib={init:function(v){tell('own')}};lib.init(1)</script>${inl("")}`, `$MID${inl("lib.init(1)")}`), files: { 'lib.js': LIB }, only: ['later'] , later: true },
  { name: 'one that throws when it is called', modern: true, told: ['lib', 'onerror', 'init 1 1'], errors: true, sorted: true, html: page(`${makes('lib', 'lib')}<script>onerror=function(){tell('onerror')};addEventListener('load',function(){setTimeout(function(){lib.init(1)})})</script><script>lib.run(function(){throw Error('bad')})</script>`, '$MID'), files: { 'lib.js': `${LIB}lib.run=function(f){f()};` } },
];

export async function heldPages({ load, same, ok, HOLD, KIT, ENGINES, only }) {
  const fill = (test, mode, prelude) => n => {
    const before = `${test.haste ? HASTE : ''}${MODES[mode]}`, html = mode === 'plain' ? plain(test.html) : test.html;
    const files = { 'own-after-look.js': '', ...test.files };
    for (const [, name] of test.html.matchAll(/\/([\w-]+)\.js\b/g)) files[`${name}.js`] ??= `tell('${name}')`;
    const author = html => test.nonce ? html.replace(/<script/g, '<script nonce="abc"') : html;
    const put = text => text.replaceAll('$V', `http://vendor.example/n${n}`).replaceAll('$O', `http://other.example/n${n}`).replaceAll('$N', `n${n}`);
    for (const name in files) files[name] = put(files[name]);
    const whole = put(author(html.replace('$MID', mode === 'mid' ? '<script src="/$N/own-after-look.js"></script>' : ''))).replaceAll('$HOLD', () => HOLD)
      .replace('$KIT', () => `${prelude}${KIT};`).replace('$LOOK', () => put(before));
    const hashes = () => [...whole.matchAll(/<script(?![^>]*refused)[^>]*>([^]*?)<\/script>/g)].map(([, text]) => `'${sha(text)}'`).join(' ');
    return { files, headers: test.headers && { 'Content-Security-Policy': put(test.headers).replace('$HASHES', hashes) }, html: whole };
  };
  const ends = list => list.map(url => url.replace(/^.*\/n\d+\//, '')).sort();
  const errors = list => list.map(text => text.replace(/ +at .*/, '')).sort();
  const study = async test => {
    const told = result => test.sorted ? [...result.told].sort() : result.told, wanted = test.sorted ? [...test.told].sort() : test.told;
    const until = test.until || test.told.length, run = (mode, prelude = '') => load(fill(test, mode, prelude), until, test.least || 0);
    const bare = await run('plain'), ways = [['now'], ['later'], ['mid'], ['done']];
    if (!test.modern) for (const [engine, prelude] of Object.entries(ENGINES).slice(1)) ways.push(['now', prelude, engine]);
    if (!test.later) same(told(bare), wanted, `hold: ${test.name}: what runs in the plain page`);
    for (const [mode, prelude, engine] of ways) {
      if (test.only && !test.only.includes(mode)) continue;
      const name = `hold: ${test.name}, ${mode}${engine ? `, in ${engine}` : ''}`, result = await run(mode, prelude);
      same(told(result), wanted, `${name}: what runs`);
      if (mode === 'later' && test.before !== null) same(result.before, test.before || [], `${name}: nothing has run before`);
      if (!test.haste) same(ends(result.asked), ends(bare.asked), `${name}: what leaves`);
      same(errors(result.errors), errors(bare.errors), `${name}: what is thrown`);
    }
  };
  const queue = tests.filter(t => !only || t.name.includes(only));
  await Promise.all([1, 2].map(async () => { for (let test; (test = queue.shift());) await study(test); }));
}
