// What t/js/gate.mjs tries: the ways to load. $AT is the address; `told` what the page is told by the gate, where addresses are
// written HOST/N; `old`: true if browsers of old must be gated too, false if they only must not throw; without it they are not asked.
const script = "var s=hear(el('script',{type:'text/javascript',async:true}));";

export const cases = [
  { name: 'script.src, then appendChild', old: true, told: ['load', 'http://HOST/N/x.js'],
    until: 2, run: `${script}s.onload=function(){tell('load');tell(s.src)};s.src='$AT';document.head.appendChild(s)` },
  { name: 'script put in, then src', told: ['load'], run: `${script}document.head.appendChild(s);s.src='$AT'` },
  { name: 'script, insertBefore the first script', old: true, told: ['load'],
    run: `${script}s.src='$AT';var f=document.getElementsByTagName('script')[0];f.parentNode.insertBefore(s,f)` },
  { name: 'script, replaceChild', old: true, told: ['load'], run: `${script}s.src='$AT';var p=put(el('p'));document.body.replaceChild(s,p)` },
  { name: 'script, its type set last', old: true, told: ['load'], run: `${script}s.src='$AT';s.type='text/javascript';put(s)` },
  { name: 'script.setAttribute', old: true, told: ['load'], run: `${script}s.setAttribute('src','$AT');put(s)` },
  { name: 'script.setAttribute in capitals', told: ['load'], run: `${script}s.setAttribute('SRC','$AT');put(s)` },
  { name: 'script.setAttributeNS', told: ['load'], run: `${script}s.setAttributeNS(null,'src','$AT');put(s)` },
  { name: 'script.setAttributeNode', told: ['load'], run: `${script}var a=document.createAttribute('src');a.value='$AT';s.setAttributeNode(a);put(s)` },
  { name: 'script in a fragment', old: true, told: ['load'], run: `${script}s.src='$AT';var f=document.createDocumentFragment(),p=el('p');p.appendChild(s);f.appendChild(p);put(f)` },
  { name: 'script of type module', told: ['load'], run: `var s=hear(el('script',{type:'module'}));s.src='$AT';put(s)` },
  { name: 'script with addEventListener', old: true, told: ['load'], run: `var s=el('script');s.addEventListener('load',function(){tell('load')});s.src='$AT';put(s)` },
  ...['append', 'prepend', 'replaceChildren'].map(way => ({ name: `script, ${way}`, told: ['load'], run: `${script}s.src='$AT';document.head.appendChild(el('div')).${way}(s)` })),
  ...['before', 'after', 'replaceWith'].map(way => ({ name: `script, ${way}`, told: ['load'], run: `${script}s.src='$AT';put(el('p')).${way}(s)` })),
  { name: 'script, insertAdjacentElement', told: ['load'], run: `${script}s.src='$AT';document.body.insertAdjacentElement('beforeend',s)` },
  { name: 'script, Range.insertNode', told: ['load'], run: `${script}s.src='$AT';var r=document.createRange();r.selectNode(put(el('p')));r.insertNode(s)` },
  { name: 'script, cloned', told: ['load'], run: `var s=el('script');s.src='$AT';put(hear(s.cloneNode()))` },
  { name: 'script of a parsed document', told: ['load'], run: `var d=new DOMParser().parseFromString('<script src="$AT"><\\/script>','text/html'),s=d.querySelector('script'),t=el('script');t.src=s.getAttribute('src');put(hear(t))` },
  { name: 'script of createContextualFragment', told: ['load'], run: `var f=document.createRange().createContextualFragment('<script src="$AT"><\\/script>');hear(f.firstChild);put(f)` },
  { name: 'script of a template', told: ['load'], html: `<!DOCTYPE html><html><head>$GATE<script data-xpurpose-gate="$ITEMS">$KIT</script></head><body><template><p><script src="$AT"></script></template>
    <script>var f=document.importNode(document.querySelector('template').content,true);hear(f.querySelector('script'));put(f)</script>` },
  { name: 'picture of a parsed document, imported', file: 'x.gif', told: ['load'], run: `hear(document.importNode(new DOMParser().parseFromString('<img src="$AT">','text/html').body.firstChild,true))` },
  { name: 'picture of a parsed document, put in', file: 'x.gif', told: ['load'], run: `put(hear(new DOMParser().parseFromString('<img src="$AT">','text/html').body.firstChild))` },
  { name: 'picture of a parsed document, adopted', file: 'x.gif', told: ['load'], run: `hear(document.adoptNode(new DOMParser().parseFromString('<img src="$AT">','text/html').body.firstChild))` },
  { name: 'script of SVG', told: ['load'], run: `var n='http://www.w3.org/2000/svg',v=document.createElementNS(n,'svg'),s=hear(document.createElementNS(n,'script'));s.setAttribute('href','$AT');v.appendChild(s);put(v)` },
  { name: 'script by a data: loader', told: ['data'],
    run: `var d=el('script');d.onload=function(){tell('data')};d.src='data:text/javascript;base64,'+btoa("var s=document.createElement('script');s.src='$AT';document.head.appendChild(s)");put(d)` },
  { name: 'document.write', old: true, told: ['load'], oldTold: ['load'], run: `document.write('<script src="$AT" onload="tell(\\'load\\')"><\\/script>')` },
  { name: 'document.write without quotes', old: true, run: `document.write('<script type=text/javascript src=$AT><\\/script>');tell('written')`, told: ['written'] },
  { name: 'document.write in pieces', old: true, run: `document.write('<script ty','pe="text/javascript" sr');document.write('c="$AT');document.write('"></scr');document.write('ipt><b id=z>');tell(!!document.getElementById('z'))`, told: [true] },
  { name: 'document.writeln in lines', old: true, run: `document.writeln('<script');document.writeln(' src="$AT"');document.writeln('><\\/script><b id=z>');tell(!!document.getElementById('z'))`, told: [true] },
  { name: 'document.write of numbers between the pieces of a tag', old: true, run: `document.write('<p id="p');document.write(7);document.write('">');document.write('<script src="$AT"><\\/script>');tell(!!document.getElementById('p7'))`, told: [true] },
  { name: 'document.write of what is no string', old: true, run: `document.write('<b id=z>',undefined,null,1,'</b>','<script src="$AT"><\\/script>');tell(document.getElementById('z').innerHTML)`, told: ['undefinednull1'] },
  { name: 'picture written', old: true, told: ['written'], file: 'x.gif', run: `document.write('<img alt="a>b" src="$AT">');tell('written')` },

  { name: 'Image.src', told: ['load', 'http://HOST/N/x.gif', true], until: 3, file: 'x.gif', old: false, run: `var i=new Image();i.onload=function(){tell('load');tell(i.src);tell(i.complete)};i.src='$AT'` },
  { name: 'img.setAttribute', told: ['load'], file: 'x.gif', old: false, run: `var i=hear(el('img'));i.setAttribute('src','$AT');put(i)` },
  { name: 'img.srcset', told: ['load'], file: 'x.gif', run: `var i=hear(new Image());i.srcset='$AT 1x'` },
  { name: 'srcset of several', told: ['load'], file: 'x.gif', run: `var i=hear(new Image());i.setAttribute('srcset','$AT?a 1x, $AT?b 2x')` },
  { name: 'source.srcset', file: 'x.gif', run: `var p=el('picture'),s=el('source'),i=el('img');s.srcset='$AT';p.appendChild(s);p.appendChild(i);put(p);setTimeout(function(){tell('put')},100)`, told: ['put'] },
  { name: 'picture that gets another address', file: 'x.gif', count: 1, until: 2, told: ['load', 'load'],
    run: `var i=new Image(),n=0;i.onload=function(){tell('load');if(!n++)i.src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'};i.src='$AT'` },
  { name: 'picture, while the page watches another by an accessor', file: 'x.gif', told: [2],
    run: `var i=el('img'),n=0,d=Object.getOwnPropertyDescriptor(HTMLImageElement.prototype,'src');Object.defineProperty(i,'src',{configurable:true,get:function(){return d.get.call(i)},set:function(v){n++;d.set.call(i,v)}});
      i.src='data:,a';i.src='data:,b';tell(n);new Image().src='$AT'` },
  { name: 'innerHTML, picture', file: 'x.gif', told: ['load'], run: `put(el('div')).innerHTML='<p class="a"><img width=1 src="$AT" onload="tell(\\'load\\')">'` },
  { name: 'innerHTML, srcset', file: 'x.gif', run: `put(el('div')).innerHTML='<img srcset="$AT 2x">';setTimeout(function(){tell('put')},50)`, told: ['put'] },
  { name: 'outerHTML', file: 'x.gif', run: `put(el('div')).outerHTML='<IMG SRC=$AT>';setTimeout(function(){tell('put')},50)`, told: ['put'] },
  { name: 'insertAdjacentHTML', file: 'x.gif', run: `document.body.insertAdjacentHTML('beforeend','<img/src="$AT">');setTimeout(function(){tell('put')},50)`, told: ['put'] },
  { name: 'createContextualFragment, picture', file: 'x.gif', run: `put(document.createRange().createContextualFragment('<img src="$AT">'));setTimeout(function(){tell('put')},50)`, told: ['put'] },
  { name: 'innerHTML of a shadow root', file: 'x.gif', run: `put(el('div')).attachShadow({mode:'open'}).innerHTML='<img src="$AT">';setTimeout(function(){tell('put')},50)`, told: ['put'] },

  { name: 'innerHTML of a node outside the document', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `var d=el('div');d.innerHTML='<img src="$AT" onload="tell(\\'load\\')">';tell(d.firstChild.src)` },
  { name: 'innerHTML of a shadow root, and its picture', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `var r=put(el('div')).attachShadow({mode:'open'});r.innerHTML='<img src="$AT" onload="tell(\\'load\\')">';tell(r.firstChild.src)` },
  { name: 'outerHTML outside the document', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `var d=el('div'),p=el('p');d.appendChild(p);p.outerHTML='<img src="$AT" onload="tell(\\'load\\')">';tell(d.firstChild.src)` },
  { name: 'insertAdjacentHTML outside the document', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `var d=el('div'),p=el('p');d.appendChild(p);p.insertAdjacentHTML('afterend','<img src="$AT" onload="tell(\\'load\\')">');tell(d.lastChild.src)` },
  { name: 'createContextualFragment, and its picture', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `tell(document.createRange().createContextualFragment('<img src="$AT" onload="tell(\\'load\\')">').firstChild.src)` },
  { name: 'innerHTML of a template', file: 'x.gif', until: 2, told: ['http://HOST/N/x.gif', 'load'],
    run: `var t=el('template');t.innerHTML='<img src="$AT" onload="tell(\\'load\\')">';tell(t.content.firstChild.getAttribute('src'));put(t.content.cloneNode(true))` },
  { name: 'link in innerHTML, put in later', file: 'x.css', until: 2, told: ['http://HOST/N/x.css', 'load'],
    run: `var d=el('div');d.innerHTML='<link rel="stylesheet" href="$AT" onload="tell(\\'load\\')">';tell(d.firstChild.getAttribute('href'));put(d)` },
  { name: 'picture written in a frame', file: 'x.gif', told: ['load'],
    run: `var d=put(el('iframe')).contentDocument;d.open();d.write('<img src="$AT" onload="parent.tell(\\'load\\')">');d.close()` },
  { name: 'innerHTML, srcset of several', file: 'x.gif', told: [['', 'http://HOST/N/x.gif 1x, http://HOST/N/x.gif?2 2x']],
    run: `var d=put(el('div'));d.innerHTML='<img srcset="$AT 1x, $AT?2 2x">';setTimeout(function(){tell([d.firstChild.src,d.firstChild.srcset])},50)` },
  { name: 'innerHTML, src and srcset', file: 'x.gif', told: [['http://HOST/N/x.gif?1', 'http://HOST/N/x.gif 1x']],
    run: `var d=put(el('div'));d.innerHTML='<img src="$AT?1" srcset="$AT 1x">';setTimeout(function(){tell([d.firstChild.src,d.firstChild.srcset])},50)` },
  { name: "innerHTML, an address in another attribute's value", file: 'x.gif', told: ['see src=http://HOST/N/x.gif'],
    run: `var d=put(el('div'));d.innerHTML='<img alt="see src=$AT" src=$AT>';tell(d.firstChild.alt)` },
  { name: 'link, stylesheet', file: 'x.css', told: ['load', 'http://HOST/N/x.css'], until: 2, old: false, run: `var l=el('link',{rel:'stylesheet'});l.onload=function(){tell('load');tell(l.href)};l.href='$AT';document.head.appendChild(l)` },
  { name: 'link put in, then href', file: 'x.css', told: ['load'], run: `var l=hear(el('link',{rel:'stylesheet'}));document.head.appendChild(l);l.href='$AT'` },
  { name: 'link, preload', told: ['load'], run: `var l=hear(el('link',{rel:'preload',as:'script'}));l.href='$AT';document.head.appendChild(l)` },
  { name: 'iframe.src', file: 'x.html', told: ['load'], run: `var f=hear(el('iframe'));f.src='$AT';put(f)` },
  { name: 'iframe put in, then src', file: 'x.html', told: ['load', 'load'], until: 2, run: `var f=hear(el('iframe'));put(f);f.src='$AT'` },
  { name: 'iframe put in, then heard', file: 'x.html', told: ['load'], run: `var f=el('iframe');f.src='$AT';put(f);hear(f)` },
  { name: 'iframe in innerHTML', file: 'x.html', told: ['load'], run: `put(el('div')).innerHTML='<iframe src="$AT" onload="tell(\\'load\\')"></iframe>'` },
  { name: 'iframe in innerHTML, then heard', file: 'x.html', told: ['load'], run: `put(el('div')).innerHTML='<iframe src="$AT"></iframe>';hear(document.querySelector('iframe'))` },
  { name: 'srcdoc', file: 'x.gif', told: ['load'], run: `var f=hear(el('iframe'));f.srcdoc='<img src="$AT">';put(f)` },

  { name: 'script in a frame, by contentWindow', told: ['load'], run: `var f=put(el('iframe')),d=f.contentWindow.document,s=d.createElement('script');s.onload=function(){tell('load')};s.src='$AT';d.body.appendChild(s)` },
  { name: 'script in a frame, by contentDocument', told: ['load'], run: `var f=put(el('iframe')),d=f.contentDocument,s=d.createElement('script');s.onload=function(){tell('load')};s.src='$AT';d.body.appendChild(s)` },
  { name: 'script in a frame, by frames[0]', told: ['load'], run: `put(el('iframe'));var d=frames[0].document,s=d.createElement('script');s.onload=function(){tell('load')};s.src='$AT';d.body.appendChild(s)` },
  { name: 'script in a frame below a shadow root', told: ['load'], run: `var h=put(el('div')).attachShadow({mode:'open'}),f=el('iframe');h.appendChild(f);var d=f.contentDocument,s=d.createElement('script');s.onload=function(){tell('load')};s.src='$AT';d.body.appendChild(s)` },
  { name: 'script of a page that has a length of its own', told: [0],
    run: `var n=0;length={valueOf:function(){n++;return 3}};var s=el('script');s.onload=function(){tell(n)};s.src='$AT';put(s)` },
  { name: "script in a frame's own page", told: ['load'], run: `var f=el('iframe');f.src='/own.html';f.onload=function(){var d=f.contentWindow.document,s=d.createElement('script');s.onload=function(){tell('load')};s.src='$AT';d.body.appendChild(s)};put(f)` },
  { name: 'picture of a frame that innerHTML made', file: 'x.gif', told: ['load'], run: `put(el('div')).innerHTML='<iframe></iframe>';var i=new frames[0].Image();i.onload=function(){tell('load')};i.src='$AT'` },
  { name: 'document.write in a frame', told: ['load'], run: `var f=put(el('iframe')),d=f.contentWindow.document;d.open();d.write('<body onload="var s=document.createElement(\\'script\\');s.onload=function(){parent.tell(\\'load\\')};s.src=\\'$AT\\';document.body.appendChild(s)">');d.close()` },
  { name: 'frame of a javascript: address', told: ['in'], run: `var f=el('iframe');f.src="javascript:void((function(){var s=document.createElement('script');s.src='$AT';document.body.appendChild(s);parent.tell('in')})())";put(f)` },

  { name: 'sendBeacon', told: [true], file: 'x', run: `tell(navigator.sendBeacon('$AT','a=1'))` },
  { name: 'fetch', told: [[204, true, '']], file: 'x', run: `fetch('$AT').then(function(r){return r.text().then(function(t){tell([r.status,r.ok,t])})})` },
  { name: 'fetch of a Request', told: [204], file: 'x', run: `fetch(new Request('$AT')).then(function(r){tell(r.status)})` },
  { name: 'fetch of a URL', told: [204], file: 'x', run: `fetch(new URL('$AT'),{method:'POST',body:'x',mode:'no-cors',keepalive:true}).then(function(r){tell(r.status)})` },
  { name: 'XMLHttpRequest', file: 'x', old: false, told: ['1', '4 204', 'load', 'loadend '], until: 4,
    run: `var x=new XMLHttpRequest();x.onreadystatechange=function(){if(x.readyState==1)tell('1');if(x.readyState==4)tell('4 '+x.status)};x.onload=function(){tell('load')};x.onloadend=function(){tell('loadend '+x.responseText)};x.open('POST','$AT',true);x.setRequestHeader('Content-Type','text/plain');x.send('a')` },
  { name: 'XMLHttpRequest, synchronous', file: 'x', old: false, told: [[4, 204, '']], run: `var x=new XMLHttpRequest();x.open('GET','$AT',false);x.send();tell([x.readyState,x.status,x.responseText])` },
  { name: 'XMLHttpRequest, used again', file: 'x', until: 1, told: [[204, 200]],
    run: `var x=new XMLHttpRequest(),a;x.open('GET','$AT',false);x.send();a=x.status;x.open('GET','/own.txt',false);x.send();tell([a,x.status])` },
  { name: 'WebSocket', file: 'x', told: [[0, 'ws://']], run: `var w=new WebSocket('$AT'.replace('http','ws')),u=[w.readyState,w.url.slice(0,5)];w.onclose=w.onerror=function(){};setTimeout(tell,100,u)` },
  { name: 'EventSource', file: 'x.sse', run: `var w=new EventSource('$AT');w.addEventListener('message',function(){w.close()});w.onerror=function(){};tell(w.readyState)`, told: [0] },
];


// ---- Whole pages ----

// Each is written out, with $GATE for the gate's text; then what was told, and what was asked for by the ends of addresses.
// $V is a vendor's address that is named, $O another.
const gate = '<script data-xpurpose="gate">$GATE</script>';
const html = (head, body = '') => `<!DOCTYPE html><html><head><script>$KIT</script>${head}</head><body>${body}</body></html>`;
const named = text => `<script data-xpurpose-gate="vendor.example /own.js">${text}</script>`;
const tree = "(function(){var a=[].map.call(document.querySelectorAll('script,[data-xpurpose],[data-xpurpose-gate]'),function(e){return [].map.call(e.attributes,function(x){return x.name}).join('+')+(e.id&&'#'+e.id)});tell(a.join(' '))})()";

const whole = [
  { name: 'the tree is what its author wrote', told: ['seen: #own ', 'id#own id#first data-xpurpose+id#keep data-xpurpose+id#loud id#last'],
    html: `<!DOCTYPE html><html><head><script data-xpurpose="google-analytics">var stub=1</script>${gate}`
      + `<script data-xpurpose-gate="vendor.example" id="own">$KIT;tell('seen: '+[].map.call(document.scripts,function(s){return s.hasAttribute('data-xpurpose-gate')+'#'+s.id}).join(' ').replace(/false/g,'')+' ')</script>`
      + `<script data-xpurpose="segment">var stub2=1</script><script data-xpurpose-gate="/own.js" id="first">if(!stub||!stub2)throw 1</script>`
      + `<script data-xpurpose="keep" id="keep">var kept=1</script><script data-xpurpose="KEEP" id="loud">var kept=2</script><script data-xpurpose-gate="x.example" id="last">addEventListener('load',function(){${tree}})</script></head></html>` },
  { name: 'items of all scripts count for all', asked: [], told: ['load', 'load'],
    html: html(gate, `<script data-xpurpose-gate="a.example">var f=function(u){var s=hear(el('script'));s.src=u;put(s)}</script><script data-xpurpose-gate="vendor.example">f('$V/x.js')</script><script>f('http://a.example/$N/y.js')</script>`) },
  { name: 'an attribute that was there before says nothing', asked: ['other.example'], told: ['load'],
    html: html(`<script data-xpurpose-gate="other.example">1</script>${gate}`, `${named('')}<script>var s=hear(el('script'));s.src='$O/x.js';put(s)</script>`) },
  { name: 'what no item names loads', asked: ['other.example'], told: ['load'], html: html(gate, `<script>var s=hear(el('script'));s.src='$O/x.js';put(s)</script>`) },
  { name: "the site's own path", asked: ['site.example'], told: ['load', 'load'],
    html: html(gate, named(`['/$N/own.js','/$N/mine.js'].forEach(function(u){var s=hear(el('script'));s.src=u;put(s)})`)) },
  { name: "a query's parameter, at the site's own path", all: ['/a.js?id=G-x', '/b.js?gid=G-ABC123'], ran: 2, told: ['load', 'load', 'load', 'load'],
    html: html(gate, `<script data-xpurpose-gate="?id=G- ?id=GTM-">['own/path.js?id=G-ABC123DEF','own/path.js?a=b&id=GTM-ABC123','a.js?id=G-x','b.js?gid=G-ABC123'].forEach(function(u){
      var s=hear(el('script'));s.src='/$N/'+u;put(s)})</script>`) },
  { name: 'scripts are looked for when there are new ones', asked: [], told: [0, 0],
    html: html(`<script>var n=0,q=document.querySelectorAll;document.querySelectorAll=function(){n++;return q.apply(this,arguments)}</script>${gate}`,
      named(`navigator.sendBeacon('$V/x');n=0;for(var i=0;i<9;i++)navigator.sendBeacon('$V/x');tell(n);
        setTimeout(function wait(){if(document.readyState!='complete')return setTimeout(wait,20);put(el('p'));setTimeout(function(){n=0;put(el('p'));setTimeout(function(){tell(n)})})})`)) },
  { name: 'the last script of a page, which is put off', asked: [], told: ['load'],
    html: html(gate, `<p><script type="module" data-xpurpose-gate="vendor.example">var s=hear(el('script'));s.src='$V/x.js';put(s)</script>`).replace('</body></html>', '') },
  { name: 'a script that stands before others', asked: [], told: ['load'],
    html: html(gate, `<table id="t"><tr><td></table><script id="a">document.body.appendChild(el('script'));document.body.removeChild(document.getElementById('a'))</script>${named(`var s=hear(el('script'));s.src='$V/x.js';put(s)`)}`) },
  { name: 'the gate with items of its own', asked: [], told: ['load'],
    html: html(gate.replace('"gate"', '"gate" data-xpurpose-gate="vendor.example /b/ss/"'), `<script>var s=hear(el('script'));s.src=['http://vendor','example/$N/x.js'].join('.');put(s)</script>`) },
  { name: 'a policy with the hash of the text, and no inline handler', asked: [], told: ['load'], headers: "script-src $HASH 'nonce-abc'; img-src 'self'; connect-src 'none'; report-uri /$N/report",
    html: html(gate, named(`var s=hear(el('script'));s.src='$V/x.js';put(s);navigator.sendBeacon('$V/x');new Image().src='$V/x.gif';fetch('$V/x')`)).replace(/<script(?! data-xpurpose="gate")/g, '<script nonce="abc"') },
  { name: 'Trusted Types', asked: [], told: ['load', 'load', 'refused'], headers: "require-trusted-types-for 'script'; trusted-types p; script-src 'unsafe-inline' *",
    html: html(gate, named(`var p=trustedTypes.createPolicy('p',{createHTML:String,createScriptURL:String}),s=hear(el('script'));s.src=p.createScriptURL('$V/x.js');put(s);
      s=hear(el('script'));s.setAttribute('src',p.createScriptURL('$V/y.js'));put(s);var d=put(el('div'));d.innerHTML=p.createHTML('<b>x</b>');if(!d.firstChild)tell('none');try{d.innerHTML='<i>'}catch(e){setTimeout(tell,200,'refused')}`)) },
  { name: 'functions look like the browser\'s', asked: [], told: [['appendChild', 1, true, 'fetch', 1, true, 'open', true, true, 'WebSocket', true]],
    html: html(gate, named(`var n=function(f){return /\\[native code\\]/.test(Function.prototype.toString.call(f))},a=Node.prototype.appendChild,o=XMLHttpRequest.prototype.open;
      tell([a.name,a.length,n(a),fetch.name,fetch.length,n(fetch),o.name,n(o),WebSocket.OPEN==1&&WebSocket.prototype.constructor!=null,WebSocket.name,n(Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype,'src').set)])`)) },
  { name: 'wrong calls throw what they threw', asked: [], told: [['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'NotFoundError', 'SyntaxError']],
    html: html(gate, named(`var t=[];function run(f){try{f();t.push('nothing')}catch(e){t.push(e.name)}}run(function(){document.body.appendChild()});run(function(){document.body.appendChild('x')});
      run(function(){Node.prototype.appendChild.call(null,el('p'))});run(function(){document.body.setAttribute('x')});run(function(){navigator.sendBeacon()});run(function(){document.body.insertBefore(el('p'),el('p'))});
      run(function(){new WebSocket('nope:x')});tell(t)`)) },
  { name: 'a form whose field is called as a method stands before', asked: [], told: ['load'],
    html: html(gate, `<form><input name="getAttribute"></form>${named(`var s=hear(el('script'));s.src='$V/x.js';put(s)`)}`) },
  { name: 'no name is left behind', asked: [], told: [[]], html: `<!DOCTYPE html><html><head><script>var before=Object.getOwnPropertyNames(window)</script>${gate}<script data-xpurpose-gate="vendor.example">$KIT;
      tell(Object.getOwnPropertyNames(window).filter(function(n){return before.indexOf(n)<0&&!/^(before|told|tell|el|hear|put)$/.test(n)}))</script></head></html>` },
  { name: 'libraries that wrapped before and wrap after', asked: ['other.example'], told: ['send', 'load', 'after', 'load', 'fetched 204', 'set'],
    html: `<!DOCTYPE html><html><head><script>$KIT;var X=XMLHttpRequest.prototype,a=X.send,f=window.fetch;X.send=function(){tell('send');return a.apply(this,arguments)};window.fetch=function(){return f.apply(this,arguments)}</script>${gate}
      <script>var b=X.send;X.send=function(){if(this.mark)tell('after');return b.apply(this,arguments)};var sa=Element.prototype.setAttribute;Element.prototype.setAttribute=function(n,v){if(n=='src'&&v.indexOf('/x.js')>0)setTimeout(tell,300,'set');return sa.apply(this,arguments)}</script>
      ${named(`var x=new XMLHttpRequest();x.open('GET','$O/x');x.onload=function(){tell('load');x=new XMLHttpRequest();x.mark=1;x.onload=function(){tell('load');fetch('$V/x').then(function(r){tell('fetched '+r.status);var s=el('script');s.setAttribute('src','$V/x.js');document.body.appendChild(s)})};x.open('GET','$V/x');x.send()};x.send()`)}</head></html>`, loose: true },
  { name: 'hundreds of frames of others are no burden', asked: [], told: ['done'],
    html: html(gate, named(`for(var i=0;i<30;i++)put(el('iframe',{srcdoc:'<p>'}));for(i=0;i<20000;i++)document.body.setAttribute('class',i);tell('done')`)) },
];

export async function pages({ load, same, ok, GATE, HASH, KIT }) {
  const fill = (test, n) => ({
    headers: test.headers && { 'Content-Security-Policy': test.headers.replace('$HASH', `'${HASH}'`).replace('$N', `n${n}`) },
    html: test.html.replace('$GATE', () => GATE).replace('$KIT', () => KIT)
      .replaceAll('$V', `http://vendor.example/n${n}`).replaceAll('$O', `http://other.example/n${n}`).replaceAll('$N', `n${n}`),
  });
  for (const test of whole) {
    const result = await load(n => fill(test, n), test.until || test.told?.length || 1, test.all?.length || test.asked?.length);
    if (test.told) same(test.loose ? [...result.told].sort() : result.told, test.loose ? [...test.told].sort() : test.told, `${test.name}: what the page is told`);
    if (test.all) test.all.forEach(end => ok(result.asked.some(url => url.replace(/\.\w+$/, '').endsWith(end)), `${test.name}: ${end}`, result.asked));
    else if (test.asked) ok(test.asked.length ? result.asked.length > 0 && result.asked.every(url => test.asked.some(host => url.startsWith(host))) : !result.asked.length, `${test.name}: what leaves`, result.asked);
    if (test.ran) same(result.ran, test.ran, `${test.name}: what runs`);
    same(result.errors, [], `${test.name}: nothing is thrown`);
  }
}
