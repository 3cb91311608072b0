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
 * each statement, few names for many things, and no word that is not needed.
 */
(function (win, doc) {
    var OFF = 'xpurpose/off', MARK = 'data-xpurpose', GATE = MARK + '-gate', LATE = MARK + '-off',
        MINDED = /^((script|i(mg|frame)|source) src|(img|source) srcset|link href)$/, scripts = doc.getElementsByTagName('script'),
        me = doc.currentScript || scripts[scripts.length - 1], old = [].slice.call(scripts), items = [], realms = [], owed = [],
        anchor = doc.createElement('a'), owns = owed.hasOwnProperty, hold = me.hasAttribute(MARK + '-hold'),
        open = hold && !doc.prerendering, tail, tailOf, rule, last;

    /* ---- What is gated ---- */

    function escaped(text, star) {
        return text.replace(/[^\w\/*]/g, '\\$&').replace(/\*/g, star);
    }

    /* Makes one expression for "host/path?query" of the items: hosts, paths, and what is neither. */
    function build() {
        var hosts = ['(?!)'], paths = ['(?!)'], rest = ['(?!)'];
        items.forEach(function (item) {
            var file = /^\/\*(.+)\*\.js$/.exec(item), i = (item + '/').indexOf('/'),
                path = escaped(item.slice(i), '[^?#]*') + (/[a-z\d]$/i.test(item) ? '(?=[/&?]|$)' : '');
            if (file)
                rest.push('(?!ads?\\.)[^?]*/([^/?]*[^/?a-zA-Z\\d])?' + escaped(file[1]).replace(/[a-z]/gi, function (text) {
                    return '[' + text.toLowerCase() + text.toUpperCase() + ']';
                }) + '([^/?a-zA-Z\\d][^/?]*)?\\.js(\\?|$)');
            else if (!i)
                paths.push(path);
            else if (/^[^\/]+\.\*$/.test(item))
                rest.push(escaped(item.slice(0, -1).toLowerCase()));
            else
                hosts.push(escaped(item.slice(0, i).toLowerCase().replace(/^\*\./, ''), '[^/?]*') + (item[i] ? path : '/'));
        });
        rule = new RegExp('^(([^?]*[./])?(' + hosts.join('|') + ')|[^?]*(' + paths.join('|') + ')|(' + rest.join('|') + '))');
    }

    /* Leaves the tree as the page's author wrote it: the stubs before a script have run. */
    function tidy(script) {
        var value;
        while ((value = script.previousSibling) && value.hasAttribute && value.hasAttribute(MARK) && value.getAttribute(MARK) != 'keep')
            value.parentNode.removeChild(value);
    }

    /* Takes what scripts say of themselves, before they run. What stood there before the gate says nothing. */
    function learn() {
        var i, script, value;
        if (doc.readyState == 'loading' && last != (last = scripts[scripts.length - 1]))
            for (i = 0; (script = scripts[i]); i++) {
                value = script.getAttribute(GATE);
                if (value != null && old.indexOf(script) < 0) {
                    script.removeAttribute(GATE);
                    tidy(script);
                    add(value);
                }
            }
    }

    function add(text) {
        if (text) {
            items = items.concat(text.split(' '));
            rule = 0;
        }
    }

    /* The whole address, if it is one that is gated. */
    function gated(value, key) {
        var full;
        if (!open && value) {
            learn();
            if (!rule && items[0])
                build();
            if (rule)
                (key == 'srcset' ? String(value).split(/[\s,]+/) : [value]).some(function (text) {
                    var parts;
                    anchor.href = text;
                    text = anchor.href;
                    parts = /^(http|ws)s?:\/\/([^\/]*@)?([^\/:]+?)\.?(:\d+)?(\/[^#]*)/.exec(text);
                    return (full = parts && rule.test(parts[3] + parts[5]) && text);
                });
        }
        return full;
    }

    /* ---- What the page is told ---- */

    function owe(work) {
        if (hold)
            owed.push(work);
        return hold;
    }

    function fire(target, name) {
        var event = doc.createEvent('Event');
        event.initEvent(name, false, false);
        target.dispatchEvent(event);
    }

    function nameOf(node) {
        return node.nodeName.toLowerCase();
    }

    /* What is not to load. A script keeps its address, which others look for, and gets a type that nothing runs. Anything else goes
     * without the attribute, and who asks for it is told what it was. */
    function stop(node, key, value, quiet) {
        var type = node.getAttribute('type');
        if (key == 'type') {
            if (type == OFF)
                return;
            node.setAttribute('type', OFF);
        } else {
            node.removeAttribute(key);
            Object.defineProperty(node, key, {
                configurable: true,
                get: function () {
                    return value;
                },
                set: function (text) {
                    delete node[key];
                    node[key] = text;
                }
            });
        }
        owe(function () {
            var parent = node.parentNode;
            if (key != 'type') {
                if (!owns.call(node, key))
                    node = node.cloneNode(false);
                delete node[key];
                node.setAttribute(key, value);
            } else if (node.getAttribute('type') == OFF) {
                node.setAttribute('type', type || '');
                if (!node.isConnected)
                    parent = doc.head;
                parent.insertBefore(node, parent == node.parentNode ? node.nextSibling : null);
            }
        }) || quiet || setTimeout(function () {
            fire(node, 'load');
        }, 0);
    }

    /* An attribute is set. What is returned is the answer, if the original is not to be asked. */
    function setting(node, key, value) {
        var name = nameOf(node), full;
        if (MINDED.test(name + ' ' + key)) {
            if (owns.call(node, key))
                delete node[key];
            full = gated(value, key);
            if (full && (/^(img|so)/.test(name) || node.isConnected !== false)) {
                if (name != 'script') {
                    stop(node, key, key == 'srcset' ? value : full);
                    return [];
                }
                stop(node, 'type');
            }
        }
    }

    /* An element is put into a document, however it was made. */
    function mind(node) {
        var name = nameOf(node);
        ['src', 'srcset', 'href'].forEach(function (key) {
            var value = node.getAttribute(key), full = value && (name == 'script' || MINDED.test(name + ' ' + key)) && gated(value, key);
            if (full)
                stop(node, name == 'script' ? 'type' : key, key == 'srcset' ? value : full, name == 'iframe');
        });
    }

    /* ---- Markup ---- */

    /* The attribute that loads gets another name; a script that a parser is to run another type. */
    function clean(html, written) {
        return html.replace(/<(script|img|iframe|source|link)\b(("[^"]*"|'[^']*'|[^'">])*)/gi, function (all, name, rest) {
            var script = /^sc/i.test(name), found;
            if (script && !written)
                return all;
            rest = rest.replace(/([\s"'\/])(src|srcset|href)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi, function (text, before, key, value) {
                if (!gated(value.replace(/["']/g, ''), key))
                    return text;
                found = 1;
                return before + LATE + '=' + value;
            });
            if (found)
                setTimeout(sweep, 0);
            return '<' + name + (script && found ? ' type=' + OFF : '') + rest;
        });
    }

    /* What was cleaned is there by now, and is set as if the page did it. */
    function sweep() {
        var list = doc.querySelectorAll('[' + LATE + ']'), i, node, value;
        for (i = 0; (node = list[i]); i++) {
            value = node.getAttribute(LATE);
            node.removeAttribute(LATE);
            if (nameOf(node) == 'script') {
                node.removeAttribute('type');
                node.async = false;
            }
            node.setAttribute(nameOf(node) == 'link' ? 'href' : 'src', value);
        }
    }

    /* ---- Where it is asked: once in each realm ---- */

    function enter(inner) {
        try {
            if (realms.indexOf(inner.Node) < 0) {
                realms.push(inner.Node);
                install(inner);
            }
        } catch (e) {}
    }

    function install(realm) {
        var i;

        /* `before` is asked first: what it returns is the answer, in an array. */
        function wrap(owner, key, before, slot) {
            var own, original;
            function call(target, node, given, made) {
                var answer;
                try {
                    answer = before(node, given, key, target);
                } catch (e) {}
                answer = answer ? answer[0] : made ? Reflect.construct(target, given, made) : target.apply(node, given);
                frames();
                return answer;
            }
            try {
                own = slot && Object.getOwnPropertyDescriptor(owner, key);
                original = own ? own[slot] : owns.call(owner, key) && owner[key];
                if (original) {
                    original = win.Proxy ? new Proxy(original, {
                        apply: call,
                        construct: function (target, given, made) {
                            return call(target, 0, given, made);
                        }
                    }) : (function (target) {
                        return function () {
                            return call(target, this, [].slice.call(arguments));
                        };
                    })(original);
                    if (own) {
                        own[slot] = original;
                        Object.defineProperty(owner, key, own);
                    } else
                        owner[key] = original;
                }
            } catch (e) {}
        }

        function each(names, keys, before, slot) {
            names.split(' ').forEach(function (name) {
                keys.split(' ').forEach(function (key) {
                    if (realm[name])
                        wrap(realm[name].prototype, key, before, slot);
                });
            });
        }

        /* Frames that are new get the gate, too. */
        function frames() {
            for (i = 0; i < realm.length; i++)
                enter(realm[i]);
        }

        function setter(node, given, key) {
            return setting(node, key, given[0]);
        }

        function inserting(node, given) {
            given.forEach(function (node) {
                var list, i;
                if (node.getAttribute)
                    mind(node);
                list = node.querySelectorAll && node.firstChild ? node.querySelectorAll('script,img,iframe,source,link') : [];
                for (i = 0; i < list.length; i++)
                    mind(list[i]);
            });
        }

        function markup(node, given) {
            given.forEach(function (text, i) {
                if (typeof text == 'string')
                    given[i] = clean(text);
            });
        }

        each('HTMLScriptElement HTMLImageElement HTMLIFrameElement HTMLSourceElement', 'src srcset', setter, 'set');
        each('HTMLLinkElement', 'href', setter, 'set');
        each('Element', 'setAttribute setAttributeNS setAttributeNode setAttributeNodeNS', function (node, given) {
            var value = given[0];
            return value.nodeType ? setting(node, nameOf(value), value.value) :
                setting(node, given[given.length - 2].toLowerCase(), given[given.length - 1]);
        });
        each('Node', 'appendChild insertBefore replaceChild', inserting);
        each('Element Document DocumentFragment CharacterData', 'append prepend before after replaceWith replaceChildren insertAdjacentElement', inserting);
        each('Range', 'insertNode', inserting);
        each('Element HTMLElement ShadowRoot HTMLIFrameElement', 'innerHTML outerHTML srcdoc', markup, 'set');
        each('Element HTMLElement ShadowRoot Range', 'insertAdjacentHTML createContextualFragment setHTMLUnsafe', markup);
        each('HTMLIFrameElement', 'contentWindow contentDocument', function () {}, 'get');

        /* The end of a tag that is not yet closed waits for the next call. */
        each('Document HTMLDocument', 'write writeln', function (node, given) {
            var text = (tailOf == node && tail || '') + given.join(''), i = text.search(/<[a-z][^>]*$/i);
            if (typeof given[0] == 'string') {
                tailOf = node;
                tail = i < 0 ? '' : text.slice(i);
                given.splice(0, given.length, clean(i < 0 ? text : text.slice(0, i), 1));
            }
        });

        each('Navigator', 'sendBeacon', function (node, given, key, original) {
            if (gated(given[0])) {
                owe(function () {
                    original.apply(node, given);
                });
                return [true];
            }
        });
        if (win.Promise && win.Response)
            wrap(realm, 'fetch', function (node, given, key, original) {
                var value = given[0];
                if (gated(value.url || value))
                    return [new Promise(function (done) {
                        owe(function () {
                            done(original.apply(node, given));
                        }) || done(new Response(null, { status: 204 }));
                    })];
            });
        each('XMLHttpRequest', 'open', function (node, given) {
            delete node.readyState;
            delete node.status;
            delete node.statusText;
            node[OFF] = gated(given[1]) && (given.length < 3 || given[2] ? 1 : 2);
        });
        each('XMLHttpRequest', 'send', function (node, given, key, original) {
            var how = node[OFF];
            function answer() {
                Object.defineProperty(node, 'readyState', { configurable: true, value: 4 });
                Object.defineProperty(node, 'status', { configurable: true, value: 204 });
                Object.defineProperty(node, 'statusText', { configurable: true, value: 'No Content' });
                fire(node, 'readystatechange');
                fire(node, 'load');
                fire(node, 'loadend');
            }
            if (how) {
                if (!owe(function () {
                    original.apply(node, given);
                }) || how > 1) {
                    if (how > 1)
                        answer();
                    else
                        setTimeout(answer, 0);
                }
                return [];
            }
        });
        if (win.Proxy && win.Reflect)
            ['WebSocket', 'EventSource'].forEach(function (name) {
                wrap(realm, name, function (node, given) {
                    var full = gated(given[0]), fake = doc.createDocumentFragment();
                    if (full) {
                        fake.url = full;
                        fake.readyState = 0;
                        fake.send = fake.close = owe;
                        owe(function () {
                            fire(fake, 'close');
                        });
                        return [fake];
                    }
                });
            });
        frames();
    }

    /* ---- It begins ---- */

    add(me.getAttribute(GATE));
    tidy(me);
    me.parentNode.removeChild(me);
    if (win.MutationObserver)
        new MutationObserver(learn).observe(doc, { childList: true, subtree: true });
    if (open)
        return;
    enter(win);
    if (hold)
        doc.addEventListener('prerenderingchange', function () {
            sweep();
            open = true;
            owed.forEach(function (work) {
                try {
                    work();
                } catch (e) {}
            });
        });
})(window, document);
