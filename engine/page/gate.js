/* The gate. It stands before the first script that stays although it names a vendor, and lets nothing through to what such scripts
 * name; docs/gate.md says what each interface answers instead, and what is not caught.
 *
 *   <script data-xpurpose="gate">…this…</script>               nothing that is named ever leaves
 *   <script data-xpurpose="hold">…this and hold.js…</script>   it waits until somebody looks at a prerendered page
 *   <script data-xpurpose-gate="item item …" …>                what a script names; the items of all scripts count for the whole page
 *
 * It runs in every browser that runs scripts: it is ES5, and asks for whatever is younger before it uses it. It never throws into the
 * page: whatever is asked before an original is called is asked within `try`, the original never.
 *
 * tools/compact.awk makes it short before it is compiled in, and every byte is sent with many a page. Hence: no division, a ';' behind
 * each statement, and no word that is not needed.
 */
(function (win, doc) {
    var OFF = 'xpurpose/off', MARK = 'data-xpurpose', LATE = MARK + '-', GATE = LATE + 'gate',
        ATTRIBUTE = /([^\s"'\/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/g, MINDED = /^(script|img|iframe|source|link) (src|srcset|href)$/i,
        scripts = doc.scripts, me = doc.currentScript || scripts[scripts.length - 1], items = '', realms = [], loading = 1,
        anchor = doc.createElement('a'), owns = realms.hasOwnProperty, hold, open, rule, words, cleaned, count;

    /* ---- What is gated ---- */

    function escaped(text, star) {
        return text.replace(/\W/g, '\\$&').replace(/\\\*/g, star);
    }

    /* Makes two expressions for "host/path?query" of the items; the second, of labels and words, is without regard to case. They are
     * grouped by what is before and behind them, for thus engines find hundreds of them as fast as one. A blank is in no address.
     * Of a query's parameter an item says how it begins; the rest is six bytes or more of an account's number, to where a parameter or segment ends. */
    function build() {
        var kinds = [' ', ' ', ' ', ' ', ' '];
        function ended(i) {
            return '(' + kinds[i] + '|(' + kinds[i + 1] + ')(?=[/&?]|$))';
        }
        items.replace(/\S+/g, function (item) {
            var word = /^\/\*(.+)\*\.js$/.exec(item), i = item.search(/\/|$|^\?/), path = item.slice(i);
            kinds[word || !path && /\.\*$/.test(item) ? 4 : (i ? 0 : 2) + /[a-z\d]$|^\?/i.test(path)] += '|' +
                (word ? '(?!ads?\\.)[^?]*/([^/?]*[^/?a-z\\d])?' + escaped(word[1]) + '([^/?a-z\\d][^/?]*)?\\.js(\\?|$)' :
                    escaped(item.slice(0, i).toLowerCase(), '[^/?]*') + escaped(path || '/', '[^?#]*').replace(/^\\\?(.*)/, '\\?(.*&)?$1[-A-Z\\d]{6,}'));
        });
        rule = RegExp('^(([^?]*[./])?' + ended(0) + '|[^?]*' + ended(2) + ')');
        words = RegExp('^(' + kinds[4] + ')', 'i');
    }

    /* Takes the items that stand at a script, and the stubs before it, which have run: the tree is what the page's author wrote. */
    function take(script) {
        var text = script.getAttribute(GATE), stub;
        script.removeAttribute(GATE);
        while ((stub = script.previousSibling) && !/^(keep)?$/i.test(stub.text && stub.getAttribute(MARK) || ''))
            stub.parentNode.removeChild(stub);
        items += ' ' + (text || '');
        rule = 0;
    }

    function all(owner, selector, work) {
        realms.forEach.call(owner.querySelectorAll(selector), work);
    }

    /* Looks for scripts that the parser has made, before they run: if something has changed, and once more when all are there. */
    function learn(changed) {
        if (loading && (changed || count != (count = scripts.length))) {
            all(doc, 'script[' + GATE + ']', take);
            loading = doc.readyState == 'loading';
        }
        return changed;
    }

    /* The whole address, if it is one that is gated. */
    function gated(value) {
        if (!open && value) {
            learn();
            if (!rule)
                build();
            anchor.href = value;
            if (/^(http|ws)/.test(anchor.protocol)) {
                value = anchor.hostname.replace(/\.$/, '') + anchor.pathname + anchor.search;
                return (rule.test(value) || words.test(value)) && anchor.href;
            }
        }
    }

    /* ---- What the page is told ---- */

    /* Has `work` done later, if there is a later: in a held page, whose line hold.js works off. */
    function owe(work) {
        return hold && hold.push(work);
    }

    function fire(target, name) {
        var event = doc.createEvent('Event');
        event.initEvent(name, 0, 0);
        target.dispatchEvent(event);
    }

    function show(target, key, value) {
        Object.defineProperty(target, key, {
            configurable: 1,
            get: function () {
                return value;
            },
            set: function (text) {
                delete target[key];
                target[key] = text;
            }
        });
    }

    /* An attribute is set, or what has it is put into the tree. A script that is not to load keeps its address, which others look for,
     * and gets a type that nothing runs. Anything else goes without the attribute, and who asks for it is told what it was, by a
     * property that is taken away again; one of the page's stays. A frame that is put in is empty, and so loads at once: only a
     * handler that is there by then hears that. What is returned is the answer, if the original is not to be asked. */
    function setting(node, key, value, inserted) {
        var name = node.localName, type = node.getAttribute('type'), script = name == 'script', full;
        if (!MINDED.test(name + ' ' + key) || !(node[OFF] && delete node[key], full = gated(value)) || script && type == OFF ||
            !inserted && !/^(img|so)/.test(name) && node.isConnected === false)
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
        owe([node, key, value, type]) || inserted && name == 'iframe' && node.onload || setTimeout(function () {
            fire(node, 'load');
        });
        return script ? 0 : [];
    }

    /* ---- Markup ---- */

    /* The attribute that loads gets another name; a script that a parser is to run another type, of which hold.js makes one that waits.
     * Attributes are read one by one, for what looks like one may stand in the value of another. */
    function clean(html, written) {
        return html.replace(/<([\w-]+)(("[^"]*"|'[^']*'|[^'">])*)/gi, function (all, name, rest) {
            var script = /^sc/i.test(name), found;
            if (script && !written)
                return all;
            rest = rest.replace(ATTRIBUTE, function (all, key, value) {
                if (!MINDED.test(name + ' ' + key) || !gated(value.replace(/["']/g, '')))
                    return all;
                found = cleaned = 1;
                return LATE + all;
            });
            return '<' + name + (script && hold ? hold.tag(rest, found, written) : (script && found ? ' type=' + OFF : '') + rest);
        });
    }

    /* Sets the addresses of a node and of all below it as if the page did it: those that had to be cleaned, and are there by now, if
     * `late` says so, else those that it has when it is put in; what hold.js keeps is left to it. A frame with a handler in its tag has been heard already. */
    function sweep(node, late) {
        function mind(node) {
            try {
                'src srcset href'.split(' ').forEach(function (key) {
                    var value = !node[MARK] && node.getAttribute(late + key);
                    if (value && late) {
                        node.removeAttribute(late + key);
                        if (node.localName == 'script')
                            node.removeAttribute('type');
                    }
                    if (value)
                        setting(node, key, value, !late || node.isConnected && node.getAttribute('onload')) || late && node.setAttribute(key, value);
                });
            } catch (e) {}
        }
        mind(node);
        node && node.firstChild && all(node, '*', mind);
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
        var frames = 0, tail = '';

        /* `before` is asked first: what it returns is the answer, in an array, and `go` the original's. Frames that are new get the gate,
         * too; they are not counted by `length`, which may be the page's own, and a realm that is gone elsewhere may not be asked. */
        function wrap(owner, key, before) {
            var own, slot, original, ours;
            function call(node, given, made) {
                var answer;
                function go() {
                    return made ? Reflect.construct(original, given, made) : original.apply(node, given);
                }
                try {
                    answer = before(node, given, go, key);
                } catch (e) {}
                answer = answer ? answer[0] : go();
                try {
                    if (!realm[frames - 1])
                        frames = 0;
                    while (realm[frames])
                        enter(realm[frames++]);
                } catch (e) {}
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
            return setting(node, last.name || given[given.length - 2].toLowerCase(), last.value || last);
        });
        each('Node Element Document DocumentFragment Range', 'appendChild insertBefore replaceChild append prepend before after replaceWith replaceChildren insertAdjacentElement insertNode importNode adoptNode', function (node, given, go, key) {
            var made = /^(im|ad)/.test(key) && [go()];
            (made || given).forEach(function (node) {
                sweep(node, '');
            });
            return made;
        });
        each('Element ShadowRoot HTMLIFrameElement Range', 'innerHTML outerHTML srcdoc insertAdjacentHTML createContextualFragment', function (node, given, go) {
            var made, parent = node.parentNode || node;
            cleaned = 0;
            given.forEach(function (text, i) {
                if (typeof text == 'string' && !node.content)
                    given[i] = clean(text);
            });
            if (cleaned) {
                made = go();
                sweep(made || parent, LATE);
                return [made];
            }
        });
        each('HTMLIFrameElement', 'contentWindow contentDocument', function (node, given, go) {
            enter(go());
        });

        /* The end of a tag that is not yet closed waits for the next call, whatever that one writes. Only what is trusted is no text. */
        each('Document HTMLDocument', 'write writeln', function (node, given) {
            function late() {
                sweep(node, LATE);
            }
            var text = (tail + given.map(String).join('')).split(/(<[a-z][^>]*)$/i);
            if (typeof given[0] != 'object') {
                tail = text[1] || '';
                given.length = 1;
                given[0] = clean(text[0], node);
                if (cleaned)
                    setTimeout(late, node.addEventListener('readystatechange', late));
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

    /* hold.js */

    take(me);
    me.parentNode.removeChild(me);
    items = learn(items);
    if (win.MutationObserver)
        new MutationObserver(learn).observe(doc, { subtree: 1, childList: 1 });
    if (!open)
        enter(win);
})(window, document);
