/* The gate. It stands before the first script that stays although it names a vendor, and lets nothing through to what such scripts
 * name; docs/gate.md says what each interface answers instead, and what is not caught.
 *
 *   <script data-xpurpose="gate">…this…</script>         nothing that is named ever leaves
 *   <script data-xpurpose="gate" data-xpurpose-hold>     it waits until somebody looks at a prerendered page
 *   <script data-xpurpose-gate="item item …" …>          what a script names; the items of all scripts count for the whole page
 *
 * It runs in every browser that runs scripts: it is ES5, and asks for whatever is younger before it uses it. It never throws into the
 * page: whatever is asked before an original is called is asked within `try`, the original never.
 *
 * tools/compact.awk makes it short before it is compiled in, and every byte is sent with many a page. Hence: no division, a ';' behind
 * each statement, and no word that is not needed.
 */
(function (win, doc) {
    var OFF = 'xpurpose/off', MARK = 'data-xpurpose', GATE = MARK + '-gate', LATE = MARK + '-off',
        MINDED = /^(script|img|iframe|source|link) (src|srcset|href)$/,
        me = doc.currentScript || doc.scripts[doc.scripts.length - 1], items = [], realms = [], owed = [], old = [],
        owns = owed.hasOwnProperty, anchor = doc.createElement('a'), hold = me.hasAttribute(MARK + '-hold'), open = hold && !doc.prerendering, rule, words;

    /* ---- What is gated ---- */

    function escaped(text, star) {
        return text.replace(/[^\w\/*]/g, '\\$&').replace(/\*/g, star);
    }

    /* Makes two expressions for "host/path?query" of the items; the second, of labels and words, is without regard to case. They are
     * grouped by what is before and behind them, for thus engines find hundreds of them as fast as one. A blank is in no address. */
    function build() {
        var kinds = [' ', ' ', ' ', ' ', ' '];
        function ended(i) {
            return '((' + kinds[i] + ')|(' + kinds[i + 1] + ')(?=[/&?]|$))';
        }
        items.forEach(function (item) {
            var word = /^\/\*(.+)\*\.js$/.exec(item), i = (item + '/').indexOf('/'), path = item.slice(i);
            kinds[word || !path && /\.\*$/.test(item) ? 4 : (i ? 0 : 2) + (path && /[a-z\d]$/i.test(path) ? 1 : 0)] += '|' +
                (word ? '(?!ads?\\.)[^?]*/([^/?]*[^/?a-z\\d])?' + escaped(word[1]) + '([^/?a-z\\d][^/?]*)?\\.js(\\?|$)' :
                    escaped(item.slice(0, i).toLowerCase(), '[^/?]*') + escaped(path || '/', '[^?#]*'));
        });
        rule = RegExp('^(([^?]*[./])?' + ended(0) + '|[^?]*' + ended(2) + ')');
        words = RegExp('^(' + kinds[4] + ')', 'i');
    }

    /* Takes the items that stand at a script, and the stubs before it, which have run: the tree is what the page's author wrote. */
    function take(script) {
        var text = script.getAttribute(GATE), stub;
        script.removeAttribute(GATE);
        while ((stub = script.previousSibling) && (stub.text && stub.getAttribute(MARK) || 'keep') != 'keep')
            stub.parentNode.removeChild(stub);
        items = items.concat(text && text.match(/\S+/g) || []);
        rule = 0;
    }

    function all(owner, selector, work) {
        [].forEach.call(owner.querySelectorAll(selector), work);
    }

    /* Looks for scripts that the parser has made, before they run. What stood before the gate says nothing. */
    function learn() {
        if (doc.readyState == 'loading')
            all(doc, 'script[' + GATE + ']', function (script) {
                if (old.indexOf(script) < 0)
                    take(script);
            });
    }

    /* The whole address, if it is one that is gated. */
    function gated(value) {
        if (!open && value) {
            learn();
            if (!rule && items[0])
                build();
            anchor.href = value;
            if (rule && /^(http|ws)/.test(anchor.protocol)) {
                value = anchor.hostname.replace(/\.$/, '') + anchor.pathname + anchor.search;
                return (rule.test(value) || words.test(value)) && anchor.href;
            }
        }
    }

    /* ---- What the page is told ---- */

    function owe(work) {
        if (hold)
            owed.push(work);
        return hold;
    }

    function fire(target, name) {
        var event = doc.createEvent('Event');
        event.initEvent(name, 0, 0);
        target.dispatchEvent(event);
    }

    function show(target, key, value) {
        Object.defineProperty(target, key, {
            configurable: true,
            get: function () {
                return value;
            },
            set: function (text) {
                delete target[key];
                target[key] = text;
            }
        });
    }

    function nameOf(node) {
        return node.nodeName.toLowerCase();
    }

    /* An attribute is set, or what has it is put into the tree. A script that is not to load keeps its address, which others look for,
     * and gets a type that nothing runs. Anything else goes without the attribute, and who asks for it is told what it was, by a
     * property that is taken away again; one of the page's stays. A frame that is put in is empty, and so loads at once: only a
     * handler that is there by then hears that. What is returned is the answer, if the original is not to be asked. */
    function setting(node, key, value, inserted) {
        var name = nameOf(node), type = node.getAttribute('type'), script = name == 'script', full;
        if (!MINDED.test(name + ' ' + key))
            return;
        if (node[OFF])
            delete node[key];
        full = gated(value);
        if (!full || script && type == OFF || !(inserted || /^(img|so)/.test(name) || node.isConnected !== false))
            return;
        if (script)
            node.setAttribute('type', OFF);
        else {
            node.removeAttribute(key);
            try {
                show(node, key, key == 'srcset' ? value : full);
                node[OFF] = 1;
            } catch (e) {}
        }
        owe(function () {
            if (!script) {
                if (!owns.call(node, key))
                    node = node.cloneNode();
                delete node[key];
                node.setAttribute(key, value);
            } else if (node.getAttribute('type') == OFF) {
                node.setAttribute('type', type || '');
                if (node.isConnected)
                    node.parentNode.insertBefore(node, node.nextSibling);
                else
                    doc.head.appendChild(node);
            }
        }) || inserted && name == 'iframe' && node.onload || setTimeout(function () {
            fire(node, 'load');
        });
        return !script && [];
    }

    /* ---- Markup ---- */

    /* The attribute that loads gets another name; a script that a parser is to run another type. */
    function clean(html, written) {
        return html.replace(/<(script|img|iframe|source|link)\b(("[^"]*"|'[^']*'|[^'">])*)/gi, function (all, name, rest) {
            var script = /^sc/i.test(name), found;
            if (script && !written)
                return all;
            rest = rest.replace(/([\s"'\/])(src|srcset|href)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi, function (all, before, key, value) {
                if (!gated(value.replace(/["']/g, '')))
                    return all;
                found = setTimeout(sweep);
                return before + LATE + '=' + value;
            });
            return '<' + name + (script && found ? ' type=' + OFF : '') + rest;
        });
    }

    /* What was cleaned is there by now, and is set as if the page did it. A frame with a handler in its tag has been heard already. */
    function sweep() {
        all(doc, '[' + LATE + ']', function (node) {
            var value = node.getAttribute(LATE), key = nameOf(node) == 'link' ? 'href' : 'src';
            node.removeAttribute(LATE);
            if (nameOf(node) == 'script') {
                node.removeAttribute('type');
                node.async = false;
            }
            if (!setting(node, key, value, node.getAttribute('onload')))
                node.setAttribute(key, value);
        });
    }

    /* ---- Where it is asked: once in each realm ---- */

    function enter(realm) {
        try {
            realm = realm.defaultView || realm;
            if (realms.indexOf(realm.Node) < 0)
                install(realm, realms.push(realm.Node));
        } catch (e) {}
    }

    function install(realm) {
        var count = 0, tail = '';

        /* `before` is asked first: what it returns is the answer, in an array, and `go` the original's. Frames that are new get the gate, too. */
        function wrap(owner, key, before) {
            var own, slot, original, ours;
            function call(node, given, made) {
                var answer, i;
                function go() {
                    return made ? Reflect.construct(original, given, made) : original.apply(node, given);
                }
                try {
                    answer = before(node, given, go, key);
                } catch (e) {}
                answer = answer ? answer[0] : go();
                if (count != realm.length)
                    for (i = 0, count = realm.length; i < count; i++)
                        enter(realm[i]);
                return answer;
            }
            try {
                if (!owns.call(owner, key))
                    return;
                own = Object.getOwnPropertyDescriptor;
                own = own ? own(owner, key) : { value: owner[key] };
                original = own[slot = own.set ? 'set' : own.get ? 'get' : 'value'];
                ours = win.Proxy ? new Proxy(original, {
                    apply: function (target, node, given) {
                        return call(node, given);
                    },
                    construct: function (target, given, made) {
                        return call(0, given, made);
                    }
                }) : function () {
                    return call(this, [].slice.call(arguments));
                };
                if (slot == 'value')
                    owner[key] = ours;
                else {
                    own[slot] = ours;
                    Object.defineProperty(owner, key, own);
                }
            } catch (e) {}
        }

        function each(names, keys, before) {
            names.split(' ').forEach(function (name) {
                keys.split(' ').forEach(function (key) {
                    if (realm[name])
                        wrap(realm[name].prototype, key, before);
                });
            });
        }

        each('HTMLScriptElement HTMLImageElement HTMLIFrameElement HTMLSourceElement HTMLLinkElement', 'src srcset href', function (node, given, go, key) {
            return setting(node, key, given[0]);
        });
        each('Element', 'setAttribute setAttributeNS setAttributeNode', function (node, given) {
            var last = given[given.length - 1];
            return setting(node, last.nodeType ? nameOf(last) : given[given.length - 2].toLowerCase(), last.nodeType ? last.value : last);
        });
        each('Node Element Document DocumentFragment CharacterData Range', 'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement insertNode importNode adoptNode', function (node, given, go, key) {
            var made = /^(im|ad)/.test(key) && [go()];
            function mind(node) {
                'src srcset href'.split(' ').forEach(function (key) {
                    var value = node.getAttribute(key);
                    if (value)
                        setting(node, key, value, 1);
                });
            }
            (made || given).forEach(function (node) {
                if (node.getAttribute)
                    mind(node);
                if (node.firstChild)
                    all(node, '[src],[srcset],[href]', mind);
            });
            return made;
        });
        each('Element ShadowRoot HTMLIFrameElement Range', 'innerHTML outerHTML srcdoc insertAdjacentHTML createContextualFragment setHTMLUnsafe', function (node, given) {
            given.forEach(function (text, i) {
                if (typeof text == 'string')
                    given[i] = clean(text);
            });
        });
        each('HTMLIFrameElement', 'contentWindow contentDocument', function (node, given, go) {
            enter(go());
        });

        /* The end of a tag that is not yet closed waits for the next call, whatever that one writes. Only what is trusted is no text. */
        each('Document HTMLDocument', 'write writeln', function (node, given) {
            var text = (tail + given.map(String).join('')).split(/(<[a-z][^>]*)$/i);
            if (typeof given[0] != 'object') {
                tail = text[1] || '';
                given.length = 1;
                given[0] = clean(text[0], 1);
            }
        });

        each('Navigator', 'sendBeacon', function (node, given, go) {
            if (gated(given[0])) {
                owe(go);
                return [true];
            }
        });
        wrap(realm, 'fetch', function (node, given, go) {
            if (gated(given[0].url || given[0]))
                return [new Promise(function (done) {
                    owe(function () {
                        done(go());
                    }) || done(new Response(null, { status: 204 }));
                })];
        });
        each('XMLHttpRequest', 'open send', function (node, given, go, key) {
            var how = node[OFF];
            function answer() {
                fire(node, 'readystatechange');
                fire(node, 'load');
                fire(node, 'loadend');
            }
            if (key == 'open') {
                delete node.readyState;
                delete node.status;
                node[OFF] = gated(given[1]) && (given.length > 2 && !given[2] ? 2 : 1);
            } else if (how) {
                if (!owe(go) || how > 1) {
                    show(node, 'readyState', 4);
                    show(node, 'status', 204);
                    how > 1 ? answer() : setTimeout(answer);
                }
                return [];
            }
        });
        if (win.Proxy)
            'WebSocket EventSource'.split(' ').forEach(function (key) {
                wrap(realm, key, function (node, given) {
                    if (gated(given[0])) {
                        node = doc.createDocumentFragment();
                        node.url = given[0];
                        node.readyState = 0;
                        node.send = node.close = function () {};
                        owe(function () {
                            fire(node, 'close');
                        });
                        return [node];
                    }
                });
            });
    }

    /* ---- It begins ---- */

    take(me);
    me.parentNode.removeChild(me);
    all(doc, 'script[' + GATE + ']', function (script) {
        old.push(script);
    });
    if (win.MutationObserver)
        new MutationObserver(learn).observe(doc, { subtree: true, childList: true });
    if (!open)
        enter(win);
    if (hold)
        doc.addEventListener('prerenderingchange', function () {
            sweep();
            open = 1;
            owed.forEach(function (work) {
                try {
                    work();
                } catch (e) {}
            });
        });
})(window, document);
