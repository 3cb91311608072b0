    /* ---- Held pages: this is put into gate.js's closure where that names it ----
     *
     * A held page keeps all its analytics; they wait until somebody looks at it, and run at once where nothing is prerendered. What waits is
     * marked in the markup (docs/gate.md): `keep` takes it over as soon as it is parsed, before a script of the page can take it out of the
     * tree. `hold` is one line, in the order in which things came: scripts that wait, what `setting` has kept back (as an array), and whatever else
     * the gate owes, or others have done to what is not there yet (a function). `pump` works it off. Expandos say MARK: 1 on what is kept. */
    var TYPE = LATE + 'type', MAKES = LATE + 'makes', STATES = 'loading interactive complete'.split(' '), KEYS = 'srcset src'.split(' '), EVENTS = 'DOMContentLoaded readystatechange load pageshow'.split(' '),
        ASIDE = 'img iframe source'.replace(/\w+/g, '$&[' + LATE + 'src],$&[' + LATE + 'srcset]').replace(/ /g, ','), nonce = me.nonce || me.getAttribute('nonce'),
        WAITING = 'noscript[' + MARK + '="hold"],script[type="xpurpose/held"],script[type="' + OFF + '"]:not([src]),' + ASIDE,
        hints = [], free = [], deferred = [], jobs = [], late = [], undo = [], handlers = [], gone = {},
        due = ['', '', ''], orphans = [], made = {}, things = win.Proxy && win.WeakMap && new WeakMap(), room = 4096, left = room, waiting = 0, parsed, busy, ended, calling, behind, inline, eye, timer;

    /* Nothing stops the rest; an error that is the page's is `loud`, and heard of as ever. */
    function attempt(work, what, loud) {
        try {
            work(what);
        } catch (e) {
            loud && setTimeout(function () {
                throw e;
            });
        }
    }

    /* Where nobody can say, nothing was held, and so it is there. */
    function connected(node) {
        return node.isConnected !== false;
    }

    /* Whether the parser is through with a script: something stands behind it. A table may stand behind what is inside it. */
    function closed(node) {
        for (; !parsed && node; node = node.parentNode)
            if (node.nextSibling && node.nextSibling.nodeName != 'TABLE')
                return 1;
        return parsed;
    }

    function retype(script, type) {
        script.removeAttribute(TYPE);
        type == null ? script.removeAttribute('type') : script.setAttribute('type', type);
    }

    /* ---- What waits ---- */

    /* What blocks nothing: at once, or when somebody looks. A frame that is being put in does not hear yet of an address. */
    function soon(work, frame) {
        open ? frame ? setTimeout(work) : attempt(work) : free.push(work);
    }

    /* A `base` does not count for what stands before it, but is there by the time that this is asked for. */
    function laterBase(node) {
        var base = doc.querySelector('base[href]');
        return base && connected(node) && node.compareDocumentPosition(base) & 4 ? base : 0;
    }

    /* So a relative address is made whole. */
    function resolve(node) {
        var base = laterBase(node), href = base && base.getAttribute('href'), value = node.getAttribute(LATE + 'src');
        if (value && base && !/^\s*[\w+.-]+:/.test(value)) {
            base.removeAttribute('href');
            anchor.href = value;
            node.setAttribute(LATE + 'src', anchor.href);
            base.setAttribute('href', href);
        }
    }

    /* The names of a picture's or frame's attributes, `srcset` before `src`, so that one picture loads. What the page has set
     * meanwhile stays, and another picture that nobody sees asks for what was there. */
    function unfold(node) {
        attempt(resolve, node);
        KEYS.forEach(function (key) {
            var value = node.getAttribute(LATE + key);
            anchor.href = value;
            if (value != null && (node.localName != 'iframe' || /^http/.test(anchor.protocol))) {
                node.removeAttribute(LATE + key);
                (node.hasAttribute(key) ? doc.createElement(node.localName) : node).setAttribute(key, value);
            }
        });
    }

    /* Gives a script its place in the line, or at `at` in it; what is no script, or none that this engine runs, gets its type back. */
    function queue(script, at) {
        var type = script.getAttribute(TYPE), module = /^module$/i.test(type), src = script.getAttribute('src') || script.getAttribute(LATE + 'src');
        if (nonce && (script.nonce || script.getAttribute('nonce')) != nonce || !/^\s*(module|(text|application)\/(x-)?(java|ecma|live|j)script[\d.]*)?\s*$/i.test(type || '') || (module ? script.noModule == null : script.noModule))
            retype(script, type);
        else if ((module || src) && script.hasAttribute('async'))
            soon(function () {
                run(script, type, 2);
            });
        else if (module || src && script.hasAttribute('defer'))
            parsed ? hold.push(script) : deferred.push(script);
        else
            hold.splice(at, 0, script);
    }

    /* Where nothing waits any more and the parser is still at a script, it runs what has its own type by then, as ever: so what is deferred runs before
     * DOMContentLoaded, for which the page's own scripts may call it, and what blocks blocks. Only who hears of each script before it runs can be
     * sure that the parser is; and whether it is a module, some browsers decide when they make it. */
    function keep(node) {
        if (!node[MARK]) {
            node[MARK] = 1;
            if (node.localName == 'noscript')
                node.parentNode.removeChild(node);
            else if (node.localName == 'script')
                eye && open && !busy && !hold[0] && !(deferred[0] && node.hasAttribute('defer')) && !closed(node) && !/^module$/i.test(node.getAttribute(TYPE)) ? retype(node, node.getAttribute(TYPE)) : queue(node, hold.length, expect(node));
            else
                soon(function () {
                    unfold(node);
                }, node.localName == 'iframe');
        }
    }

    /* Whatever has been parsed since. Once all is, nothing more is looked for: a script that is a copy never ran in the plain page either. */
    function note() {
        var i = STATES.indexOf(doc.readyState);
        if (!parsed) {
            all(doc, 'script[' + MAKES + ']', announce);
            all(doc, WAITING, keep);
            if (doc.readyState != 'loading') {
                parsed = 1;
                eye && eye.disconnect();
                hold.push.apply(hold, deferred);
            }
        }
        for (; i >= 0; i--)
            due[i] = make(due[i]);
        pump();
    }

    /* ---- What is called before it is there ---- */

    /* What a script is going to make, or what it loads. */
    function announce(script) {
        script[MAKES] = ' ' + script.getAttribute(MAKES) + ' ';
        script.removeAttribute(MAKES);
    }

    /* What waits makes it later than the page counts on it: behind what the parser waits for, before what is deferred, or when all has been loaded. */
    function expect(script) {
        var names = script[MAKES] || '', module = /^module$/i.test(script.getAttribute(TYPE)), loads = module || script.hasAttribute('src');
        if (loads && script.hasAttribute('async'))
            due[2] += open ? '' : names;
        else if (loads && (module || script.hasAttribute('defer')))
            due[1] += names;
        else
            make(names);
    }

    function make(names) {
        if (things)
            names.replace(/\S+/g, stand);
        return '';
    }

    function makes(script, name) {
        return script && script[MAKES] && script[MAKES].indexOf(' ' + name + ' ') >= 0;
    }

    /* What has not been made when that has run which should have made it is not there in the plain page either. */
    function unmake(name) {
        made[name] && made[name]();
    }

    /* Under a name that nobody has. What is released, or loaded by that, does not see it, for it may ask whether it has been here before. A queue
     * can be there before. */
    function stand(name) {
        var key = { configurable: 1, get: get, set: replace }, queue = name.slice(1), thing;
        function get() {
            var now = doc.currentScript;
            return (now ? asking() || open && now.async && !now.hasAttribute('async') : busy && busy.module && makes(busy.node, name)) ? undefined : thing;
        }
        function replace(value) {
            if (value !== thing) {
                delete win[name];
                win[name] = value;
            }
        }
        function is() {
            key = Object.getOwnPropertyDescriptor(win, name);
            return key && key.get == get;
        }
        if (name[0] == '+') {
            if (!(queue in win))
                win[queue] = [];
        } else if (!(name in win)) {
            thing = standIn(function () {
                return is() ? undefined : win[name];
            });
            Object.defineProperty(win, name, key);
            made[name] = function () {
                is() && delete win[name];
            };
        }
    }

    /* Stands for what `find` finds once it is there, and is that from then on; until then, whatever is got from it is such a thing as well, it has
     * whatever somebody looks for, and what is done to it is kept for later. There is an end to them, as loops may not have one. Who waits for it as
     * for a promise goes on when it is there, or when all is over. */
    function standIn(find) {
        var own = {}, bound = {}, thing;
        function later(how) {
            return record(find, how);
        }

        /* A method of the real thing, for who has kept what stood in for that. */
        function method(key, work) {
            if (!owns.call(bound, key) || bound[key].work != work)
                bound[key] = { work: work, ours: new Proxy(work, {
                    apply: function (none, that, given) {
                        return Reflect.apply(work, real(that), given);
                    }
                }) };
            return bound[key].ours;
        }
        thing = room-- > 0 ? new Proxy(function () {}.bind(), {
            get: function (none, key) {
                var it = find();
                if (key == Symbol.toPrimitive)
                    return function (hint) {
                        return it == null ? '' : Object(it) !== it ? it : hint == 'number' ? +it : String(it);
                    };
                if (it != null)
                    return typeof it[key] == 'function' ? method(key, it[key]) : it[key];
                if (key == Symbol.iterator)
                    return [][key].bind([]);
                if (key == 'length')
                    return 0;
                if (typeof key == 'string' && !owns.call(own, key))
                    own[key] = standIn(function () {
                        var it = find();
                        return key == 'then' && (it == null ? ended < 0 || find.done : !it.then) ? function (done) {
                            done(it);
                        } : it == null ? it : it[key];
                    });
                return own[key];
            },
            getPrototypeOf: function (none) {
                var it = find();
                return Object.getPrototypeOf(it == null ? none : Object(it));
            },
            has: function (none, key) {
                var it = find();
                return it == null ? typeof key == 'string' : key in Object(it);
            },
            set: function (none, key, value) {
                own[key] = value;
                later(function (it) {
                    it[key] = real(value);
                });
                return true;
            },
            apply: function (none, that, given) {
                return later(function (it) {
                    return it.apply(real(that), given.map(real));
                });
            },
            construct: function (none, given) {
                return later(function (it) {
                    return Reflect.construct(it, given.map(real));
                });
            }
        }) : null;
        if (thing)
            things.set(thing, find);
        return thing;
    }

    /* Also what stands in a list or in an object of the page's, which it is put in for that. */
    function real(value) {
        var find = things.get(value), key;
        if (!find && value && typeof value == 'object' && /^(Object|Array)$/.test(value.constructor && value.constructor.name))
            for (key in value)
                if (things.get(value[key]))
                    value[key] = real(value[key]);
        return find ? find() : value;
    }

    /* What nobody has made yet may come with what a script loads that has run. */
    function retry() {
        orphans.splice(0).forEach(attempt);
    }

    function poll() {
        retry();
        pump();
    }

    function giveUp() {
        clearInterval(ended);
        ended = -1;
        poll();
        orphans = [];
    }

    /* Has it done when its turn has come and what it is done to is there; at once if that is there already. What that writes goes behind the script
     * that has asked for it. */
    function record(find, how) {
        var job = { node: doc.currentScript || me, text: '', count: 0, module: 1 }, value;
        job.at = job.node;
        function answer() {
            return value;
        }
        function work() {
            var was = busy, it = find();
            if (it == null)
                return orphans.push(work);
            busy = job;
            attempt(stage);
            attempt(function () {
                answer.done = 1;
                value = how(it);
            }, 0, 1);
            busy = was;
            flush(job);
        }
        if (find() != null)
            return how(find());
        left-- > 0 && hold.push(work);
        return standIn(answer);
    }

    /* ---- What runs ---- */

    function serve(item) {
        item.call ? item() : item.localName ? run(item, item.getAttribute(TYPE)) : give(item[0], item[1], item[2], item[3]);
    }

    function pump() {
        while (open && !busy && hold[0] && (!hold[0].localName || closed(hold[0])))
            attempt(serve, hold.shift());
        if (open && !busy && !hold[0] && parsed)
            settle();
    }

    /* What `setting` has kept back. */
    function give(node, key, value, type) {
        if (node.localName != 'script') {
            if (!owns.call(node, key))
                node = node.cloneNode();
            delete node[key];
            node.setAttribute(key, value);
        } else if (node.getAttribute('type') == OFF)
            run(node, type == null ? node.getAttribute(TYPE) : type, 2);
    }

    /* The very element goes back to where it stands, and so it runs with its nonce, its integrity, its trusted text. One that the page has
     * taken out of the tree runs in the head, and is put back to where it was. `loose`: nothing waits for it. What loads, loads as a
     * parser's script does, not in a line with the page's own; but behind a module without an address, which nobody hears of, the next waits. */
    function run(script, type, loose) {
        var there = connected(script), home = script.parentNode, next = script.nextSibling, src = script.getAttribute(LATE + 'src'),
            job = { node: script, text: '', at: script, count: 0, module: /^module$/i.test(type), loose: loose }, base, href;
        function end(event) {
            flush(job);
            if (event != 1 && !job.heard)
                waiting -= job.heard = 1;
            (script[MAKES] || '').replace(/\S+/g, unmake);
            retry();
            if (!job.over) {
                job.over = 1;
                if (busy == job)
                    busy = 0;
                if (!there)
                    attempt(function () {
                        home ? home.insertBefore(script, next) : script.parentNode.removeChild(script);
                    });
            }
            event && pump();
        }
        if (src != null) {
            script.removeAttribute(LATE + 'src');
            script.setAttribute('src', src);
        }
        retype(script, type);
        src = script.hasAttribute('src');
        if (!loose && (job.module || src && script.hasAttribute('defer'))) {
            job.loose = 1;
            inline = inline || !src;
            if (inline)
                script.async = false;
        }
        jobs.push(job);
        waiting++;
        attempt(stage);
        if (loose != 2)
            busy = job;
        if (src) {
            script.addEventListener('load', end);
            script.addEventListener('error', end);
            setTimeout(function () {
                end(1);
            }, 1e4);
        }
        attempt(function () {
            base = laterBase(script);
            if (base) {
                href = base.getAttribute('href');
                base.removeAttribute('href');
            }
            there ? home.insertBefore(script, next) : script.ownerDocument.head.appendChild(script);
        });
        if (base)
            base.setAttribute('href', href);
        src || end();
    }

    /* The script that asks, if it is one of ours. A module has no name; what asks while one is waited for is taken for it. */
    function asking() {
        var now = doc.currentScript, i = jobs.length;
        if (!now)
            return busy && (busy.module || now === undefined) && busy;
        while (i-- && jobs[i].node != now);
        return jobs[i];
    }

    /* ---- What they write ---- */

    /* What a script has written so far goes behind it, its scripts next into the line. */
    function flush(job) {
        var text = job.text;
        job.text = '';
        text && attempt(function () {
            var range = doc.createRange(), at = connected(job.at) ? job.at : job.node, part;
            connected(at) ? range.selectNode(at) : range.selectNodeContents(doc.body || doc.head);
            range.collapse(false);
            part = range.createContextualFragment(text);
            job.at = part.lastChild || at;
            realms.slice.call(part.querySelectorAll('script')).forEach(function (script) {
                var type = script.getAttribute('type');
                type == null || script.setAttribute(TYPE, type);
                script.setAttribute('type', OFF);
                script[MARK] = 1;
                queue(script, job.count);
                if (hold[job.count] == script)
                    job.count++;
            });
            range.insertNode(part);
        }, 0, 1);
    }

    /* Its calls are joined until all that they have opened is closed, so that it may look for what it wrote. A trusted value is handed on as it is. */
    function write(job, given, end) {
        if (given.length == 1 && given[0] && typeof given[0] == 'object') {
            flush(job);
            job.text = given[0];
            flush(job);
        } else {
            job.text += given.map(String).join('') + end;
            if ((job.text.match(/<([a-z]|!--|$)/gi) || '').length == (job.text.match(/-->|<(\/[a-z]|(area|br|embed|hr|img|input|link|meta|source|wbr)\b)(?=[^<]*>)/gi) || '').length)
                flush(job);
        }
    }

    /* ---- What they ask for too late ---- */

    function over(type, target) {
        return EVENTS.indexOf(type) < 0 ? 0 : type == 'readystatechange' ? target == doc && doc.readyState == 'complete' : (type == EVENTS[0] || target == win) && gone[type];
    }

    function forget(target, given) {
        late = late.filter(function (one) {
            return one.target != target || one.type != given[0] || one.handler != given[1];
        });
    }

    /* While a released script runs, some functions of the window and the document are ours. What others ask for they hand on to what is there by then. */
    function shadow(target, keys, before) {
        keys.split(' ').forEach(function (key) {
            var own = owns.call(target, key), was = target[key];
            function ours() {
                var answer;
                try {
                    answer = before(target, [].slice.call(arguments), key);
                } catch (e) {}
                return answer ? answer[0] : (own ? was : Object.getPrototypeOf(target)[key]).apply(this, arguments);
            }
            target[key] = ours;
            undo.push(function () {
                if (target[key] == ours)
                    own ? target[key] = was : delete target[key];
            });
        });
    }

    /* Of the page's scripts those up to the one that runs: it may look for itself as the last. */
    function soFar() {
        var list = realms.slice.call(scripts), job = asking();
        if (job && job.node == doc.currentScript && list.indexOf(job.node) >= 0) {
            list.length = list.indexOf(job.node) + 1;
            list.item = function (i) {
                return list[i] || null;
            };
            return list;
        }
    }

    function stage() {
        if (!undo[0]) {
            shadow(doc, 'write writeln open close', function (node, given, key) {
                var job = asking();
                if (job && !job.loose) {
                    if (/w/.test(key))
                        write(job, given, key == 'write' ? '' : '\n');
                    return [key == 'open' ? doc : undefined];
                }
            });
            shadow(doc, 'getElementsByTagName', function (node, given) {
                var list = /^script$/i.test(given[0]) && soFar();
                return list && [list];
            });
            undo.push(function () {
                delete doc.scripts;
            });
            attempt(function () {
                Object.defineProperty(doc, 'scripts', { configurable: 1, get: function () {
                    return soFar() || scripts;
                } });
            });
        }
        if (gone[EVENTS[0]] && !undo[6])
            [win, doc].forEach(function (target) {
                shadow(target, 'addEventListener', function (node, given) {
                    if (given[1] && over(given[0], target) && (calling ? EVENTS.indexOf(given[0]) >= calling : asking())) {
                        forget(target, given);
                        late.push({ target: target, type: given[0], handler: given[1], how: given[2] });
                    }
                });
                shadow(target, 'removeEventListener', forget);
            });

        /* A handler that has been called is not there for a while, for who puts another in its place would call it once more. It has been when
         * the next event has begun; the last one from the next task on, and in its own task this is not called once we have heard of it. */
        EVENTS.slice(1).forEach(function (type, i) {
            var target = type[0] == 'r' ? doc : win;
            if (gone[EVENTS[i + 2] || 'all'] && !handlers[i]) {
                handlers[i] = { target: target, type: type, was: target['on' + type] };
                target['on' + type] = null;
            }
        });
    }

    /* All that blocks has run: handlers for what is gone are called, in the order in which it went. Then everything is as it was, unless a script is
     * still on its way. */
    function settle() {
        var next, name;
        function call(one) {
            var event = doc.createEvent('Event');
            event.initEvent(one.type, 0, 0);
            try {
                show(event, 'target', doc);
                show(event, 'currentTarget', one.target);
            } catch (e) {}
            one.how && one.how.once && one.target.removeEventListener(one.type, one.handler, one.how);
            attempt(function () {
                one.handler.call ? one.handler.call(one.target, event) : one.handler.handleEvent(event);
            }, 0, 1);
        }
        handlers.splice(0).forEach(function (one) {
            var set = one.target['on' + one.type];
            if (set)
                late.push({ target: one.target, type: one.type, handler: set });
            else
                one.target['on' + one.type] = one.was;
        });
        for (calling = 1; late[0];) {
            next = late.filter(function (one) {
                return one.type == EVENTS[calling - 1];
            })[0];
            next ? call(late.splice(late.indexOf(next), 1)[0]) : calling++;
        }
        calling = 0;
        if (waiting)
            stage();
        else {
            hints.splice(0).forEach(function (link) {
                link.parentNode && link.parentNode.removeChild(link);
            });
            for (name in made)
                unmake(name);
            if (!ended && orphans[0]) {
                ended = setInterval(poll, 250);
                setTimeout(giveUp, 1e4);
            }
            ended = ended || -1;
            undo.splice(0).forEach(function (work) {
                work();
            });
        }
    }

    /* ---- It begins ---- */

    /* What waits in a line would be loaded one by one. A parser asks for what it sees ahead at once. */
    function hint(item) {
        var link = doc.createElement('link');
        if (item.localName && item.hasAttribute('src') && !/^module$/i.test(item.getAttribute(TYPE)) && !laterBase(item)) {
            'crossorigin integrity referrerpolicy'.split(' ').forEach(function (key) {
                item.hasAttribute(key) && link.setAttribute(key, item.getAttribute(key));
            });
            if (nonce)
                link.setAttribute('nonce', nonce);
            link.rel = 'preload';
            link.as = 'script';
            link.href = item.getAttribute('src');
            doc.head.appendChild(link);
            hints.push(link);
        }
    }

    function look() {
        if (!open) {
            clearInterval(timer);
            due[2] = '';
            open = 1;
            all(doc, ASIDE, keep);
            attempt(function () {
                hold.concat(parsed ? [] : deferred).slice(1).forEach(hint);
            });
            free.splice(0).forEach(function (work) {
                attempt(work);
            });
            note();
        }
    }

    hold = [];

    /* What a script loads makes it by the time that all is loaded. */
    hold.push = function (item) {
        if (item && item[0] && item[0].localName == 'script' && doc.currentScript)
            due[2] += doc.currentScript[MAKES] || '';
        return realms.push.apply(hold, arguments);
    };
    open = !doc.prerendering || doc[MARK];
    if (!doc[MARK]) {
        doc[MARK] = 1;

        /* What a script writes that runs now: one that is named waits, and so do inline ones behind it. */
        hold.tag = function (rest, found, where) {
            var loads = found;
            function aside(all, key) {
                loads = loads || /^src$/i.test(key);
                return /^type$/i.test(key) ? LATE + all : all;
            }
            var other = rest.replace(ATTRIBUTE, aside);
            if (found) {
                behind = doc.currentScript;
                make(behind && behind[MAKES] || '');
            }
            return found || where == doc && behind && behind == doc.currentScript && !loads ? ' type=' + OFF + other : rest;
        };
        EVENTS.forEach(function (type) {
            gone.all = gone[type] = doc.readyState == 'complete';
            win.addEventListener(type, function () {
                gone[type] = 1;
                waiting && stage();
                if (type == 'pageshow') {
                    gone.all = 1;
                    setTimeout(function () {
                        waiting && stage();
                    });
                }
            });
        });
        doc.addEventListener('prerenderingchange', look);

        /* Who calls document.open() takes that away. */
        if (!open)
            timer = setInterval(function () {
                doc.prerendering || look();
            }, 500);
        doc.addEventListener('readystatechange', note);
        if (win.MutationObserver) {
            eye = new MutationObserver(note);
            eye.observe(doc, { subtree: 1, childList: 1 });
        }
    }
