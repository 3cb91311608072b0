/* The vocabulary: what a published snippet needs besides the names of its vendor and of its own; and the language's own words.
 *
 * Drawn from the vendors' published snippets, and kept to what cannot change a page by itself: make an element that loads,
 * put it in, read what the browser and the address are, reckon with strings and times. Words that read or change the page's
 * own elements, forms, storage or address are left out, so that a script with one of them is mixed; the few that do so and
 * could also hang off a vendor's global are listed as XP_W_NEVER.
 * There is a list for each first letter and length, so that a look-up takes a comparison or two.
 */
#include "xp_js_words.h"

#include <stdint.h>
#include <string.h>

enum { ROOT = XP_W_ROOT, PROP = XP_W_PROPERTY, KEEP = XP_W_KEEP };

#define KEYWORD(kind) (XP_W_KEYWORD * XP_K_##kind)

typedef struct {
    char word[XP_JS_PADDED]; /* padded with NULs */
    unsigned what;
} row;

#define END                                                                                                            \
    {                                                                                                                  \
        "", 0                                                                                                          \
    }
#define ROWS(...)          ((const row[]){ __VA_ARGS__, END })
#define PLACE(letter, len) ((len)*64 + ((letter)&63))

/* The words of a length that begin with a letter. */
static const row *const WORDS[XP_JS_PADDED * 64] = {
    [PLACE('A', 5)] = ROWS({ "Array", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('A', 10)] = ROWS({ "AdvManager", XP_W_NEVER }),
    [PLACE('B', 7)] = ROWS({ "Boolean", ROOT | XP_W_BUILTIN }),
    [PLACE('D', 4)] = ROWS({ "Date", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('E', 5)] = ROWS({ "Error", ROOT | XP_W_BUILTIN }),
    [PLACE('I', 5)] = ROWS({ "Image", ROOT | PROP | XP_W_LOADS }),
    [PLACE('I', 8)] = ROWS({ "Infinity", ROOT }),
    [PLACE('J', 4)] = ROWS({ "JSON", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('M', 4)] = ROWS({ "Math", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('N', 3)] = ROWS({ "NaN", ROOT }),
    [PLACE('N', 6)] = ROWS({ "Number", ROOT | XP_W_BUILTIN }),
    [PLACE('O', 6)] = ROWS({ "Object", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('R', 6)] = ROWS({ "RegExp", ROOT | XP_W_BUILTIN }),
    [PLACE('S', 6)] = ROWS({ "String", ROOT | PROP | XP_W_BUILTIN }),
    [PLACE('U', 3)] = ROWS({ "URL", ROOT | PROP | KEEP }),
    [PLACE('U', 15)] = ROWS({ "URLSearchParams", ROOT }),
    [PLACE('X', 14)] = ROWS({ "XMLHttpRequest", XP_W_NEVER }),
    [PLACE('_', 2)] = ROWS({ "_e", PROP }, { "_i", PROP }, { "_o", PROP }, { "_q", PROP }, { "_t", PROP },
                           { "_u", PROP }, { "_w", PROP }),
    [PLACE('_', 4)] = ROWS({ "__SV", PROP }),
    [PLACE('a', 1)] = ROWS({ "a", PROP }),
    [PLACE('a', 3)] = ROWS({ "abs", PROP }, { "alt", PROP }),
    [PLACE('a', 4)] = ROWS({ "ajax", XP_W_NEVER }, { "args", PROP }),
    [PLACE('a', 5)] = ROWS({ "apply", PROP }, { "async", PROP }),
    [PLACE('a', 6)] = ROWS({ "assign", PROP | XP_W_LEAVES }),
    [PLACE('a', 7)] = ROWS({ "appName", PROP | KEEP }),
    [PLACE('a', 8)] = ROWS({ "api_host", PROP }),
    [PLACE('a', 9)] = ROWS({ "adfoxCode", XP_W_NEVER }, { "arguments", ROOT }),
    [PLACE('a', 10)] = ROWS({ "appVersion", PROP | KEEP }, { "availWidth", PROP | KEEP }),
    [PLACE('a', 11)] = ROWS({ "appCodeName", PROP | KEEP }, { "appendChild", PROP | XP_W_NEVER },
                            { "attachEvent", ROOT | PROP | XP_W_EVENT }, { "availHeight", PROP | KEEP }),
    [PLACE('a', 16)] = ROWS({ "addEventListener", ROOT | PROP | XP_W_EVENT }),
    [PLACE('b', 4)] = ROWS({ "bind", PROP }, { "body", PROP | KEEP }),
    [PLACE('b', 5)] = ROWS({ "break", KEYWORD(OPERATOR) }),
    [PLACE('b', 6)] = ROWS({ "border", PROP }),
    [PLACE('b', 15)] = ROWS({ "browserLanguage", PROP | KEEP }),
    [PLACE('c', 4)] = ROWS({ "call", PROP }, { "case", KEYWORD(OPERATOR) }, { "ceil", PROP }),
    [PLACE('c', 5)] = ROWS({ "catch", KEYWORD(CATCH) }, { "const", KEYWORD(VAR) }),
    [PLACE('c', 6)] = ROWS({ "charAt", PROP }, { "concat", PROP }, { "cookie", XP_W_NEVER }),
    [PLACE('c', 7)] = ROWS({ "charset", PROP }, { "console", ROOT | PROP | XP_W_BUILTIN }, { "cssText", XP_W_NEVER }),
    [PLACE('c', 8)] = ROWS({ "complete", PROP }, { "continue", KEYWORD(OPERATOR) }),
    [PLACE('c', 9)] = ROWS({ "classList", XP_W_NEVER }, { "className", PROP | XP_W_HIDES | XP_W_NEVER }),
    [PLACE('c', 10)] = ROWS({ "callMethod", PROP }, { "charCodeAt", PROP }, { "colorDepth", PROP | KEEP }),
    [PLACE('c', 11)] = ROWS({ "clientWidth", PROP | KEEP }, { "crossOrigin", PROP }),
    [PLACE('c', 12)] =
        ROWS({ "characterSet", PROP | KEEP }, { "clearTimeout", ROOT | PROP }, { "clientHeight", PROP | KEEP }),
    [PLACE('c', 13)] =
        ROWS({ "clearInterval", ROOT | PROP }, { "cookieEnabled", PROP | KEEP },
             { "createElement", PROP | XP_W_LOADS | XP_W_ELEMENT | XP_W_NEVER }, { "currentScript", PROP | KEEP }),
    [PLACE('d', 2)] = ROWS({ "do", KEYWORD(BLOCK) }),
    [PLACE('d', 5)] = ROWS({ "defer", PROP }),
    [PLACE('d', 6)] = ROWS({ "delete", KEYWORD(OPERATOR) }, { "domain", PROP | KEEP }),
    [PLACE('d', 7)] = ROWS({ "default", KEYWORD(OPERATOR) }),
    [PLACE('d', 8)] = ROWS({ "document", ROOT | PROP | KEEP | XP_W_BUILTIN }),
    [PLACE('d', 9)] = ROWS({ "decodeURI", ROOT | PROP }),
    [PLACE('d', 10)] = ROWS({ "doNotTrack", PROP | KEEP }),
    [PLACE('d', 11)] = ROWS({ "detachEvent", ROOT | PROP | XP_W_EVENT }),
    [PLACE('d', 12)] = ROWS({ "documentMode", PROP | KEEP }),
    [PLACE('d', 15)] = ROWS({ "documentElement", PROP | KEEP }),
    [PLACE('d', 16)] = ROWS({ "devicePixelRatio", PROP | KEEP }),
    [PLACE('d', 18)] = ROWS({ "decodeURIComponent", ROOT | PROP }),
    [PLACE('e', 3)] = ROWS({ "end", PROP }),
    [PLACE('e', 4)] = ROWS({ "else", KEYWORD(BLOCK) }, { "exec", PROP }),
    [PLACE('e', 5)] = ROWS({ "error", PROP }, { "every", PROP }),
    [PLACE('e', 6)] = ROWS({ "escape", ROOT | PROP }),
    [PLACE('e', 9)] = ROWS({ "encodeURI", ROOT | PROP }),
    [PLACE('e', 18)] = ROWS({ "encodeURIComponent", ROOT | PROP }),
    [PLACE('f', 3)] = ROWS({ "for", KEYWORD(HEAD) }),
    [PLACE('f', 5)] =
        ROWS({ "false", KEYWORD(VALUE) }, { "fetch", XP_W_NEVER }, { "floor", PROP }, { "focus", XP_W_NEVER }),
    [PLACE('f', 6)] = ROWS({ "filter", PROP }),
    [PLACE('f', 7)] = ROWS({ "factory", PROP }, { "finally", KEYWORD(BLOCK) }, { "forEach", PROP }),
    [PLACE('f', 8)] = ROWS({ "function", KEYWORD(FUNCTION) }),
    [PLACE('f', 10)] = ROWS({ "firstChild", PROP | KEEP }),
    [PLACE('f', 12)] = ROWS({ "fromCharCode", PROP }),
    [PLACE('g', 3)] = ROWS({ "get", PROP }),
    [PLACE('g', 6)] = ROWS({ "getDay", PROP }),
    [PLACE('g', 7)] = ROWS({ "getDate", PROP }, { "getTime", PROP }, { "getYear", PROP }),
    [PLACE('g', 8)] = ROWS({ "getHours", PROP }, { "getMonth", PROP }),
    [PLACE('g', 10)] =
        ROWS({ "getMinutes", PROP }, { "getSeconds", PROP }, { "globalThis", ROOT | KEEP | XP_W_GLOBAL }),
    [PLACE('g', 11)] = ROWS({ "getFullYear", PROP }),
    [PLACE('g', 12)] = ROWS({ "getAttribute", PROP }),
    [PLACE('g', 14)] = ROWS({ "getElementById", PROP | XP_W_ID | XP_W_NEVER }),
    [PLACE('g', 15)] = ROWS({ "getMilliseconds", PROP }),
    [PLACE('g', 17)] = ROWS({ "getElementsByName", XP_W_NEVER }, { "getTimezoneOffset", PROP }),
    [PLACE('g', 20)] = ROWS({ "getElementsByTagName", PROP | XP_W_TAG | XP_W_NEVER }),
    [PLACE('g', 22)] = ROWS({ "getElementsByClassName", XP_W_NEVER }),
    [PLACE('h', 4)] = ROWS({ "hash", PROP | KEEP }, { "head", PROP | KEEP }, { "hide", PROP }, { "host", PROP | KEEP },
                           { "href", PROP | KEEP }),
    [PLACE('h', 6)] = ROWS({ "height", PROP }),
    [PLACE('h', 7)] = ROWS({ "history", XP_W_NEVER }),
    [PLACE('h', 8)] = ROWS({ "hostname", PROP | KEEP }),
    [PLACE('h', 14)] = ROWS({ "hasOwnProperty", PROP }),
    [PLACE('i', 2)] = ROWS({ "id", PROP }, { "if", KEYWORD(HEAD) }, { "in", KEYWORD(INFIX) }),
    [PLACE('i', 5)] = ROWS({ "isNaN", ROOT | PROP }),
    [PLACE('i', 7)] = ROWS({ "indexOf", PROP }, { "invoked", PROP }, { "isArray", PROP }),
    [PLACE('i', 8)] = ROWS({ "includes", PROP }),
    [PLACE('i', 9)] = ROWS({ "innerHTML", XP_W_NEVER }, { "innerText", XP_W_NEVER }, { "integrity", PROP }),
    [PLACE('i', 11)] = ROWS({ "initialized", PROP }, { "innerHeight", PROP | KEEP }),
    [PLACE('i', 10)] = ROWS({ "initialize", PROP }, { "innerWidth", PROP | KEEP }, { "instanceof", KEYWORD(INFIX) }),
    [PLACE('i', 12)] = ROWS({ "insertBefore", PROP | XP_W_NEVER }),
    [PLACE('i', 18)] = ROWS({ "insertAdjacentHTML", XP_W_NEVER }),
    [PLACE('j', 4)] = ROWS({ "join", PROP }),
    [PLACE('j', 11)] = ROWS({ "javaEnabled", PROP | KEEP }),
    [PLACE('k', 4)] = ROWS({ "keys", PROP }),
    [PLACE('l', 1)] = ROWS({ "l", PROP }),
    [PLACE('l', 2)] = ROWS({ "ls", PROP }),
    [PLACE('l', 3)] = ROWS({ "let", KEYWORD(VAR) }, { "log", PROP }),
    [PLACE('l', 6)] = ROWS({ "length", PROP }, { "loaded", PROP }),
    [PLACE('l', 8)] = ROWS({ "language", PROP }, { "location", ROOT | PROP | KEEP | XP_W_LOCATION }),
    [PLACE('l', 9)] = ROWS({ "lastChild", PROP | KEEP }),
    [PLACE('l', 11)] = ROWS({ "lastIndexOf", PROP }, { "loadPurpose", PROP | KEEP }),
    [PLACE('l', 12)] = ROWS({ "localStorage", XP_W_NEVER }),
    [PLACE('m', 3)] = ROWS({ "map", PROP }, { "max", PROP }, { "min", PROP }),
    [PLACE('m', 5)] = ROWS({ "match", PROP }),
    [PLACE('m', 7)] = ROWS({ "methods", PROP }),
    [PLACE('m', 9)] = ROWS({ "mimeTypes", PROP | KEEP }),
    [PLACE('m', 12)] = ROWS({ "msDoNotTrack", PROP | KEEP }),
    [PLACE('n', 3)] = ROWS({ "new", KEYWORD(OPERATOR) }, { "now", PROP }),
    [PLACE('n', 4)] = ROWS({ "null", KEYWORD(VALUE) }),
    [PLACE('n', 5)] = ROWS({ "nonce", PROP }),
    [PLACE('n', 8)] = ROWS({ "nodeName", PROP | KEEP }),
    [PLACE('n', 9)] = ROWS({ "navigator", ROOT | PROP | KEEP | XP_W_BUILTIN }),
    [PLACE('n', 11)] = ROWS({ "nextSibling", PROP | KEEP }),
    [PLACE('n', 15)] = ROWS({ "navigationStart", PROP | KEEP }),
    [PLACE('o', 2)] = ROWS({ "of", KEYWORD(INFIX) }),
    [PLACE('o', 5)] = ROWS({ "opera", PROP | KEEP }),
    [PLACE('o', 6)] = ROWS({ "onLine", PROP | KEEP }, { "onload", PROP | XP_W_HOOK }, { "origin", PROP | KEEP }),
    [PLACE('o', 7)] = ROWS({ "onclick", XP_W_NEVER }, { "onerror", PROP }),
    [PLACE('o', 8)] = ROWS({ "onchange", XP_W_NEVER }, { "onsubmit", XP_W_NEVER }),
    [PLACE('o', 9)] = ROWS({ "outerHTML", XP_W_NEVER }),
    [PLACE('o', 11)] = ROWS({ "onmousedown", XP_W_NEVER }),
    [PLACE('o', 18)] = ROWS({ "onreadystatechange", PROP | XP_W_HOOK }),
    [PLACE('p', 3)] = ROWS({ "pop", PROP }, { "pow", PROP }),
    [PLACE('p', 4)] = ROWS({ "port", PROP | KEEP }, { "push", PROP }),
    [PLACE('p', 5)] = ROWS({ "parse", PROP }),
    [PLACE('p', 6)] = ROWS({ "people", PROP }, { "parent", ROOT | PROP | KEEP }),
    [PLACE('p', 7)] = ROWS({ "partner", PROP }, { "plugins", PROP | KEEP }),
    [PLACE('p', 8)] = ROWS({ "parseInt", ROOT | PROP }, { "pathname", PROP | KEEP }, { "platform", PROP | KEEP },
                           { "protocol", PROP | KEEP }),
    [PLACE('p', 9)] = ROWS({ "prototype", PROP | KEEP | XP_W_BUILTIN }),
    [PLACE('p', 10)] =
        ROWS({ "parentNode", PROP | KEEP | XP_W_NEVER }, { "parseFloat", ROOT | PROP }, { "pixelDepth", PROP | KEEP }),
    [PLACE('p', 11)] = ROWS({ "performance", ROOT | PROP | KEEP | XP_W_BUILTIN }),
    [PLACE('p', 12)] = ROWS({ "prerendering", PROP | KEEP }),
    [PLACE('p', 13)] = ROWS({ "parentElement", PROP | KEEP }),
    [PLACE('q', 1)] = ROWS({ "q", PROP }),
    [PLACE('q', 5)] = ROWS({ "queue", PROP }),
    [PLACE('q', 13)] = ROWS({ "querySelector", PROP | XP_W_TAG | XP_W_ATTRIBUTE | XP_W_NEVER }),
    [PLACE('q', 16)] = ROWS({ "querySelectorAll", XP_W_NEVER }),
    [PLACE('r', 5)] = ROWS({ "round", PROP }),
    [PLACE('r', 6)] = ROWS({ "random", PROP }, { "reload", PROP | XP_W_LEAVES }, { "return", KEYWORD(OPERATOR) }),
    [PLACE('r', 7)] = ROWS({ "replace", PROP | XP_W_LEAVES }, { "reverse", PROP }),
    [PLACE('r', 8)] = ROWS({ "referrer", PROP | KEEP }),
    [PLACE('r', 10)] = ROWS({ "readyState", PROP | KEEP }),
    [PLACE('r', 11)] = ROWS({ "removeChild", XP_W_NEVER }),
    [PLACE('r', 12)] = ROWS({ "replaceChild", XP_W_NEVER }),
    [PLACE('r', 14)] = ROWS({ "referrerPolicy", PROP }),
    [PLACE('r', 19)] =
        ROWS({ "removeEventListener", ROOT | PROP | XP_W_EVENT }, { "requestIdleCallback", ROOT | PROP | XP_W_TIMER }),
    [PLACE('r', 21)] = ROWS({ "requestAnimationFrame", ROOT | PROP | XP_W_TIMER }),
    [PLACE('s', 3)] = ROWS({ "set", PROP }, { "src", PROP | XP_W_NEVER }),
    [PLACE('s', 4)] =
        ROWS({ "self", ROOT | PROP | KEEP | XP_W_GLOBAL }, { "send", PROP }, { "some", PROP }, { "sort", PROP }),
    [PLACE('s', 5)] = ROWS({ "share", XP_W_NEVER }, { "shift", PROP }, { "slice", PROP }, { "split", PROP },
                           { "start", PROP }, { "style", XP_W_NEVER }),
    [PLACE('s', 6)] =
        ROWS({ "screen", ROOT | PROP | KEEP | XP_W_BUILTIN }, { "search", PROP | KEEP }, { "share2", XP_W_NEVER },
             { "splice", PROP }, { "submit", XP_W_NEVER }, { "substr", PROP }, { "switch", KEYWORD(HEAD) }),
    [PLACE('s', 7)] = ROWS({ "scripts", PROP | KEEP }, { "setTime", PROP }),
    [PLACE('s', 9)] = ROWS({ "stringify", PROP }, { "substring", PROP }),
    [PLACE('s', 10)] = ROWS({ "setTimeout", ROOT | PROP | XP_W_TIMER }),
    [PLACE('s', 11)] = ROWS({ "setInterval", ROOT | PROP | XP_W_TIMER }),
    [PLACE('s', 12)] = ROWS({ "searchParams", PROP }, { "setAttribute", PROP | XP_W_ATTRIBUTE | XP_W_NEVER }),
    [PLACE('s', 14)] = ROWS({ "sessionStorage", XP_W_NEVER }, { "systemLanguage", PROP | KEEP }),
    [PLACE('t', 3)] = ROWS({ "top", ROOT | PROP | KEEP | XP_W_BUILTIN }, { "try", KEYWORD(BLOCK) }),
    [PLACE('t', 4)] = ROWS({ "test", PROP }, { "text", XP_W_NEVER }, { "this", KEYWORD(THIS) }, { "trim", PROP },
                           { "true", KEYWORD(VALUE) }, { "type", PROP }),
    [PLACE('t', 5)] = ROWS({ "throw", KEYWORD(OPERATOR) }, { "title", PROP | KEEP }),
    [PLACE('t', 6)] = ROWS({ "timing", PROP | KEEP }, { "typeof", KEYWORD(OPERATOR) }),
    [PLACE('t', 7)] = ROWS({ "tagName", PROP | KEEP }, { "timeout", PROP }, { "toFixed", PROP }),
    [PLACE('t', 8)] = ROWS({ "toString", PROP }),
    [PLACE('t', 11)] = ROWS({ "textContent", XP_W_NEVER }, { "toGMTString", PROP }, { "toISOString", PROP },
                            { "toLowerCase", PROP }, { "toUTCString", PROP }, { "toUpperCase", PROP }),
    [PLACE('u', 7)] = ROWS({ "unshift", PROP }),
    [PLACE('u', 8)] = ROWS({ "unescape", ROOT | PROP }),
    [PLACE('u', 9)] = ROWS({ "undefined", ROOT }, { "userAgent", PROP | KEEP }),
    [PLACE('u', 12)] = ROWS({ "userLanguage", PROP | KEEP }),
    [PLACE('v', 3)] = ROWS({ "var", KEYWORD(VAR) }),
    [PLACE('v', 4)] = ROWS({ "void", KEYWORD(OPERATOR) }),
    [PLACE('v', 5)] = ROWS({ "value", XP_W_NEVER }),
    [PLACE('v', 6)] = ROWS({ "vendor", PROP | KEEP }),
    [PLACE('v', 7)] = ROWS({ "valueOf", PROP }, { "version", PROP }),
    [PLACE('v', 15)] = ROWS({ "visibilityState", PROP | KEEP }),
    [PLACE('w', 4)] = ROWS({ "warn", PROP }),
    [PLACE('w', 5)] = ROWS({ "while", KEYWORD(HEAD) }, { "width", PROP }, { "write", PROP | XP_W_WRITES }),
    [PLACE('w', 6)] = ROWS({ "window", ROOT | PROP | KEEP | XP_W_GLOBAL }),
    [PLACE('w', 7)] = ROWS({ "writeln", PROP | XP_W_WRITES }),
};

static uint64_t eight(const char *text)
{
    uint64_t value;

    memcpy(&value, text, sizeof value);
    return value;
}

unsigned xp_js_look_up(const char *word, size_t len)
{
    const row *at = len < XP_JS_PADDED ? WORDS[PLACE(word[0], len)] : NULL;

    for (; at && at->what; at++)
        if (eight(at->word) == eight(word) &&
            (len <= 8 || (eight(at->word + 8) == eight(word + 8) && eight(at->word + 16) == eight(word + 16))))
            return at->what;
    return 0;
}

bool xp_js_listed(const char *list, const char *text, size_t len)
{
    for (const char *at = list, *end; at[1]; at = end) {
        end = strchr(at + 1, ' ');
        if ((size_t)(end - at) == len + 1 && !memcmp(at + 1, text, len))
            return len > 0;
    }
    return false;
}
