/* Which names of the page a script defines and uses, and when: small scripts and what is told of them, and every beginning of them. */
#include "engine/script/xp_js_uses.h"

#include "tap.h"

/* What is told: "=x!" it is set, "=x" it is defined, "x" it is used now, "x+" soon, "x?" perhaps, with a '-'
 * behind it if nothing hangs off it. "w" and "l" behind a bar: markup is written, something is loaded. */
static const struct {
    const char *text, *told;
} CASE[] = {
    /* what is the page's */
    { "a.b(c);", "a |" },
    { "var abc = 1;", "=abc! |" },
    { "abc = abc || []; abc.push(1)", "=abc |" },
    { "abc.push(1); var abc = []", "=abc! |" },
    { "window.abc = window.abc || []; self.def.x(); globalThis['ghi'] = 1; window[\"jkl\"](1)", "=abc def =ghi jkl |" },
    { "window.document.abc(); document.def(); window.window.ghi", "document window |" },
    { "let abc = 1, def = abc; const ghi = def; jkl.x(ghi)", "=abc! =def! =ghi! jkl |" },
    { "{ let abc = 1; abc.x() } for (const def of ghi.y) def.z()", "ghi |" },
    { "try { abc() } catch (err) { err.x() }", "abc |" },
    { "function abc() { def() } ghi()", "=abc ghi |" },
    { "abc += 1; def++; abc.x = 1; ghi ||= 2; jkl ?"
      "?= 3",
      "abc- def- abc =ghi =jkl |" },
    { "typeof abc; abc && abc.x; if (window.def) {} !ghi", "abc- abc- abc def- ghi- |" },
    { "ab && cd.x; ef(ab)", "cd ef |" },
    { "abc(window.def, ghi)", "abc ghi- |" },
    { "({ abc: 1, def, ghi() { jkl() }, 'mno': pqr.x, get stu() { vwx() }, [yz.a]: 1 })", "pqr yz |" },
    { "x.abc(); y?.def.ghi; z['jkl']", "x y z |" },

    /* what is local */
    { "(function (abc, def) { abc(); var ghi = def; ghi.x(); ghi = 1 })(jkl.x)", "jkl |" },
    { "(function () { abc.x(); var abc })()", "|" },
    { "(function abc() { abc.x() })()", "|" },
    { "(function () { function abc() {} abc.x() })()", "|" },
    { "(function () { abc = 1 })(); def(abc)", "=abc! def |" },
    { "((abc, ...def) => { abc.x(def) })(1); (ghi => ghi.x())(2)", "|" },
    { "(({ abc, def }) => abc.x(def))()", "|" },
    { "(function (abc, def = ghi.x) { abc.x(def) })()", "ghi |" },
    { "var { abc } = def.x, [ghi] = jkl.x", "def ghi- jkl |" },

    /* when */
    { "!function () { abc() }(); (function () { def() }()); void function () { ghi() }(); (() => jkl())()",
      "abc def ghi jkl |" },
    { "new function () { abc() }; (() => { def() })()", "abc def |" },
    { "x.y(function () { abc() }); z(a => abc(a)); u([function () { def() }])", "x abc? z abc? u def? |" },
    { "setTimeout(function () { abc() }, 9); $(function () { def.x() }); jq.ready(() => ghi())",
      "setTimeout abc+ $ def+ jq ghi+ |" },
    { "window.addEventListener('load', function () { abc() }); window.addEventListener('click', function () { def() })",
      "addEventListener abc+ addEventListener |" },
    { "add.on('click', '.x', function () { abc() }); addEvent(window, 'load', function () { def() }); x.on(y, z => "
      "abc())",
      "add addEvent def+ x |" },
    { "window.onload = function () { abc() }; onload = () => def(); document.onclick = function () { ghi() }",
      "=onload! abc+ =onload! def+ |" },
    { "x.onload = function () { abc() }; y.push(function () { def() }); z.click(function () { ghi() })",
      "x =onload y z |" },
    { "x = { ready: function () { abc() } }; y = function () { def() }; f(() => () => ghi())", "=x! =y! f |" },
    { "x(function () { (function () { abc() })(); y.click(function () { def() }) })", "x abc? y? |" },
    { "function abc() { def() } abc()", "=abc def |" },
    { "abc(); function abc() { def() } function ghi() { jkl() }", "=abc def =ghi |" },
    { "function abc() { def() } setTimeout(abc, 1)", "=abc def setTimeout |" },
    { "function abc() { def() } x.click(abc); y = { z: abc }; y.z = abc", "=abc x =y! |" },
    { "function abc() { def() } window.onload = abc", "=abc def =onload! |" },
    { "x.then(() => { abc() }).catch(e => def(e))", "x abc? def? |" },
    { "a ? function () { b() } : c(() => d())", "c d? |" },
    { "x((a = 1) => { abc() })", "x =a! |" },

    /* what may be the global object, and strings that may be names */
    { "(function (w) { w.abc = w.abc || []; w.q = 1 })(window)", "=abc |" },
    { "(function (w, l) { w[l] = w[l] || [] })(window, 'abc', \"d\"); x('ghi')", "=abc x |" },
    { "!function () { var i = 'abc' }()", "=abc |" },
    { "(function (w) { w.x() }(window, 'abc')); abc(1)", "=abc |" },

    /* what else it does */
    { "document.write('<b>'); x.write = 1", "x =write |w" },
    { "d.writeln(a)", "d |w" },
    { "x.createElement('img')", "x |l" },
    { "new Image().src = 1", "Image |l" },
    { "y.src = z.src", "y =src z |l" },
    { "fetch(x.y)", "fetch x |l" },
    { "// document.write('<b>')\n/* fetch() */ 'fetch()'", "|" },

    /* braces, slashes and templates */
    { "if (a) /abc/.test(b.c); x = d / e.f / g", "b =x! e |" },
    { "if (x) { abc() } else { def() } /ghi()/.test(1)", "abc def |" },
    { "switch (x) { case 1: { abc() } default: def() }", "abc def |" },
    { "abc(`x${def.x}y${{ a: `${ghi.x}` }}`, jkl.x)", "abc def ghi jkl |" },
    { "x = y ? { abc: 1 } : { def: 2 }; return { ghi: 1 }", "=x! |" },
    { "<!-- abc()\ndef()\n--> ghi()", "def |" },
    { "abc(); \xc3\xb6(); def()", "abc |" },
    { "abc() }} def()", "abc |" },
};

static char told[4096];

enum { SOMEBODY = 7 };

static int owner(const void *ctx, const char *name, size_t len)
{
    (void)ctx;
    (void)name;
    return len > 0 ? SOMEBODY : -1;
}

static void on_use(void *ctx, xp_js_use how, int whose, const char *name, size_t len)
{
    static const char *const BEFORE[] = { "=", "=", "", "", "" }, *const AFTER[] = { "!", "", "", "+", "?" };
    unsigned kind = (unsigned)how & ~(unsigned)XP_JS_ONLY_ASKED;
    size_t n = strlen(told);

    if (!ctx && whose == SOMEBODY)
        snprintf(told + n, sizeof told - n, "%s%.*s%s%s ", BEFORE[kind], (int)len, name, AFTER[kind],
                 how & XP_JS_ONLY_ASKED ? "-" : "");
}

/* In a copy of its size, so that a sanitizer sees a read beyond it. */
static xp_js_deeds ask(const char *text, size_t len, bool doublebyte)
{
    static const xp_js_listener listener = { .owner = owner, .told = on_use };
    char *copy = tap_copy(text, len);
    xp_js_deeds deeds;

    told[0] = '\0';
    deeds = xp_js_uses(copy, len, doublebyte, &listener);
    free(copy);
    return deeds;
}

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++) {
        xp_js_deeds deeds = ask(CASE[i].text, strlen(CASE[i].text), false);

        strcat(told, deeds.writes ? "|w" : deeds.loads ? "|l" : "|");
        is_str(told, CASE[i].told, "%s", CASE[i].text);
    }
}

static void test_cut(void)
{
    size_t n = 0;

    for (size_t i = 0; i < sizeof CASE / sizeof *CASE; i++)
        for (size_t len = 0; len <= strlen(CASE[i].text); len++, n += 2) {
            ask(CASE[i].text, len, false);
            ask(CASE[i].text, len, true);
        }
    ok(n > 5000, "nothing is read beyond the end, wherever a text is cut: %zu times", n);
}

/* Deeper than is followed: what comes before counts. */
static void test_deep(void)
{
    char text[1000] = "abc();";

    memset(text + 6, '(', 500);
    strcpy(text + 506, "def()");
    ask(text, strlen(text), false);
    is_str(told, "abc ", "brackets in brackets without end");
}

static void test_sets(void)
{
    uint64_t names[2] = { 0, 0 };
    int wrong = 0;
    char name[16];

    for (int i = 0; i < 12; i++)
        xp_js_names_add(names, 128, xp_js_hash(name, (size_t)sprintf(name, "n%d", i)));
    for (int i = 0; i < 12; i++)
        ok(xp_js_names_has(names, 128, xp_js_hash(name, (size_t)sprintf(name, "n%d", i))), "%s is in the set", name);
    for (int i = 12; i < 1012; i++)
        wrong += xp_js_names_has(names, 128, xp_js_hash(name, (size_t)sprintf(name, "n%d", i)));
    ok(wrong > 0 && wrong < 50, "of 1,000 others few seem to be: %d", wrong);
}

int main(void)
{
    test_cases();
    test_cut();
    test_deep();
    test_sets();
    return tap_done();
}
