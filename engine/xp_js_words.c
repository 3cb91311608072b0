/* The vocabulary: what a published snippet needs besides the names of its vendor and of its own.
 *
 * Drawn from the vendors' published snippets, and kept to what cannot change a page by itself: make an element that loads,
 * put it in, read what the browser and the address are, reckon with strings and times. Words that read or change the page's
 * own elements, forms, storage or address are left out, so that a script with one of them is mixed; the few that do so and
 * could also hang off a vendor's global are listed as XP_W_NEVER.
 * Both tables are in ASCII order, for the binary search.
 */
#include "xp_js_words.h"

#include <stdint.h>
#include <string.h>

enum { ROOT = XP_W_ROOT, PROP = XP_W_PROPERTY, KEEP = XP_W_KEEP };

typedef struct {
    char word[24]; /* padded with NULs */
    unsigned what;
} row;

static const row VOCABULARY[] = {
    { "AdvManager", XP_W_NEVER },
    { "Array", ROOT | PROP | XP_W_BUILTIN },
    { "Boolean", ROOT | XP_W_BUILTIN },
    { "Date", ROOT | PROP | XP_W_BUILTIN },
    { "Error", ROOT | XP_W_BUILTIN },
    { "Image", ROOT | PROP | XP_W_LOADS },
    { "Infinity", ROOT },
    { "JSON", ROOT | PROP | XP_W_BUILTIN },
    { "Math", ROOT | PROP | XP_W_BUILTIN },
    { "NaN", ROOT },
    { "Number", ROOT | XP_W_BUILTIN },
    { "Object", ROOT | PROP | XP_W_BUILTIN },
    { "RegExp", ROOT | XP_W_BUILTIN },
    { "String", ROOT | PROP | XP_W_BUILTIN },
    { "URL", ROOT | PROP | KEEP },
    { "URLSearchParams", ROOT },
    { "XMLHttpRequest", XP_W_NEVER },
    { "__SV", PROP },
    { "_e", PROP },
    { "_i", PROP },
    { "_o", PROP },
    { "_q", PROP },
    { "_t", PROP },
    { "_u", PROP },
    { "_w", PROP },
    { "a", PROP },
    { "abs", PROP },
    { "addEventListener", ROOT | PROP | XP_W_EVENT },
    { "adfoxCode", XP_W_NEVER },
    { "ajax", XP_W_NEVER },
    { "alt", PROP },
    { "appCodeName", PROP | KEEP },
    { "appName", PROP | KEEP },
    { "appVersion", PROP | KEEP },
    { "appendChild", PROP | XP_W_NEVER },
    { "apply", PROP },
    { "args", PROP },
    { "arguments", ROOT },
    { "assign", PROP | XP_W_LEAVES },
    { "async", PROP },
    { "attachEvent", ROOT | PROP | XP_W_EVENT },
    { "availHeight", PROP | KEEP },
    { "availWidth", PROP | KEEP },
    { "bind", PROP },
    { "body", PROP | KEEP },
    { "border", PROP },
    { "browserLanguage", PROP | KEEP },
    { "call", PROP },
    { "callMethod", PROP },
    { "ceil", PROP },
    { "charAt", PROP },
    { "charCodeAt", PROP },
    { "characterSet", PROP | KEEP },
    { "charset", PROP },
    { "classList", XP_W_NEVER },
    { "className", PROP | XP_W_HIDES | XP_W_NEVER },
    { "clearInterval", ROOT | PROP },
    { "clearTimeout", ROOT | PROP },
    { "clientHeight", PROP | KEEP },
    { "clientWidth", PROP | KEEP },
    { "colorDepth", PROP | KEEP },
    { "complete", PROP },
    { "concat", PROP },
    { "console", ROOT | PROP | XP_W_BUILTIN },
    { "cookie", XP_W_NEVER },
    { "cookieEnabled", PROP | KEEP },
    { "createElement", PROP | XP_W_LOADS | XP_W_ELEMENT | XP_W_NEVER },
    { "crossOrigin", PROP },
    { "cssText", XP_W_NEVER },
    { "currentScript", PROP | KEEP },
    { "decodeURI", ROOT | PROP },
    { "decodeURIComponent", ROOT | PROP },
    { "defer", PROP },
    { "detachEvent", ROOT | PROP | XP_W_EVENT },
    { "devicePixelRatio", PROP | KEEP },
    { "doNotTrack", PROP | KEEP },
    { "document", ROOT | PROP | KEEP | XP_W_BUILTIN },
    { "documentElement", PROP | KEEP },
    { "documentMode", PROP | KEEP },
    { "domain", PROP | KEEP },
    { "encodeURI", ROOT | PROP },
    { "encodeURIComponent", ROOT | PROP },
    { "end", PROP },
    { "error", PROP },
    { "escape", ROOT | PROP },
    { "every", PROP },
    { "exec", PROP },
    { "factory", PROP },
    { "fetch", XP_W_NEVER },
    { "filter", PROP },
    { "firstChild", PROP | KEEP },
    { "floor", PROP },
    { "focus", XP_W_NEVER },
    { "forEach", PROP },
    { "fromCharCode", PROP },
    { "get", PROP },
    { "getAttribute", PROP },
    { "getDate", PROP },
    { "getDay", PROP },
    { "getElementById", PROP | XP_W_ID | XP_W_NEVER },
    { "getElementsByClassName", XP_W_NEVER },
    { "getElementsByName", XP_W_NEVER },
    { "getElementsByTagName", PROP | XP_W_TAG | XP_W_NEVER },
    { "getFullYear", PROP },
    { "getHours", PROP },
    { "getMilliseconds", PROP },
    { "getMinutes", PROP },
    { "getMonth", PROP },
    { "getSeconds", PROP },
    { "getTime", PROP },
    { "getTimezoneOffset", PROP },
    { "getYear", PROP },
    { "globalThis", ROOT | KEEP | XP_W_GLOBAL },
    { "hasOwnProperty", PROP },
    { "hash", PROP | KEEP },
    { "head", PROP | KEEP },
    { "height", PROP },
    { "hide", PROP },
    { "history", XP_W_NEVER },
    { "host", PROP | KEEP },
    { "hostname", PROP | KEEP },
    { "href", PROP | KEEP },
    { "id", PROP },
    { "includes", PROP },
    { "indexOf", PROP },
    { "initialize", PROP },
    { "innerHTML", XP_W_NEVER },
    { "innerHeight", PROP | KEEP },
    { "innerText", XP_W_NEVER },
    { "innerWidth", PROP | KEEP },
    { "insertAdjacentHTML", XP_W_NEVER },
    { "insertBefore", PROP | XP_W_NEVER },
    { "integrity", PROP },
    { "invoked", PROP },
    { "isArray", PROP },
    { "isNaN", ROOT | PROP },
    { "javaEnabled", PROP | KEEP },
    { "join", PROP },
    { "keys", PROP },
    { "l", PROP },
    { "language", PROP },
    { "lastChild", PROP | KEEP },
    { "lastIndexOf", PROP },
    { "length", PROP },
    { "loadPurpose", PROP | KEEP },
    { "loaded", PROP },
    { "localStorage", XP_W_NEVER },
    { "location", ROOT | PROP | KEEP | XP_W_LOCATION },
    { "log", PROP },
    { "ls", PROP },
    { "map", PROP },
    { "match", PROP },
    { "max", PROP },
    { "methods", PROP },
    { "mimeTypes", PROP | KEEP },
    { "min", PROP },
    { "msDoNotTrack", PROP | KEEP },
    { "navigationStart", PROP | KEEP },
    { "navigator", ROOT | PROP | KEEP | XP_W_BUILTIN },
    { "nextSibling", PROP | KEEP },
    { "nodeName", PROP | KEEP },
    { "nonce", PROP },
    { "now", PROP },
    { "onLine", PROP | KEEP },
    { "onchange", XP_W_NEVER },
    { "onclick", XP_W_NEVER },
    { "onerror", PROP },
    { "onload", PROP | XP_W_HOOK },
    { "onmousedown", XP_W_NEVER },
    { "onreadystatechange", PROP | XP_W_HOOK },
    { "onsubmit", XP_W_NEVER },
    { "opera", PROP | KEEP },
    { "origin", PROP | KEEP },
    { "outerHTML", XP_W_NEVER },
    { "parent", ROOT | PROP | KEEP },
    { "parentElement", PROP | KEEP },
    { "parentNode", PROP | KEEP | XP_W_NEVER },
    { "parse", PROP },
    { "parseFloat", ROOT | PROP },
    { "parseInt", ROOT | PROP },
    { "pathname", PROP | KEEP },
    { "performance", ROOT | PROP | KEEP | XP_W_BUILTIN },
    { "pixelDepth", PROP | KEEP },
    { "platform", PROP | KEEP },
    { "plugins", PROP | KEEP },
    { "pop", PROP },
    { "port", PROP | KEEP },
    { "pow", PROP },
    { "prerendering", PROP | KEEP },
    { "protocol", PROP | KEEP },
    { "prototype", PROP | KEEP | XP_W_BUILTIN },
    { "push", PROP },
    { "q", PROP },
    { "querySelector", XP_W_NEVER },
    { "querySelectorAll", XP_W_NEVER },
    { "queue", PROP },
    { "random", PROP },
    { "readyState", PROP | KEEP },
    { "referrer", PROP | KEEP },
    { "referrerPolicy", PROP },
    { "reload", PROP | XP_W_LEAVES },
    { "removeChild", XP_W_NEVER },
    { "removeEventListener", ROOT | PROP | XP_W_EVENT },
    { "replace", PROP | XP_W_LEAVES },
    { "replaceChild", XP_W_NEVER },
    { "requestAnimationFrame", ROOT | PROP | XP_W_TIMER },
    { "requestIdleCallback", ROOT | PROP | XP_W_TIMER },
    { "reverse", PROP },
    { "round", PROP },
    { "screen", ROOT | PROP | KEEP | XP_W_BUILTIN },
    { "scripts", PROP | KEEP },
    { "search", PROP | KEEP },
    { "searchParams", PROP },
    { "self", ROOT | PROP | KEEP | XP_W_GLOBAL },
    { "send", PROP },
    { "sessionStorage", XP_W_NEVER },
    { "set", PROP },
    { "setAttribute", PROP | XP_W_ATTRIBUTE | XP_W_NEVER },
    { "setInterval", ROOT | PROP | XP_W_TIMER },
    { "setTime", PROP },
    { "setTimeout", ROOT | PROP | XP_W_TIMER },
    { "share", XP_W_NEVER },
    { "share2", XP_W_NEVER },
    { "shift", PROP },
    { "slice", PROP },
    { "some", PROP },
    { "sort", PROP },
    { "splice", PROP },
    { "split", PROP },
    { "src", PROP | XP_W_NEVER },
    { "start", PROP },
    { "stringify", PROP },
    { "style", XP_W_NEVER },
    { "submit", XP_W_NEVER },
    { "substr", PROP },
    { "substring", PROP },
    { "systemLanguage", PROP | KEEP },
    { "tagName", PROP | KEEP },
    { "test", PROP },
    { "textContent", XP_W_NEVER },
    { "timeout", PROP },
    { "timing", PROP | KEEP },
    { "title", PROP | KEEP },
    { "toFixed", PROP },
    { "toGMTString", PROP },
    { "toISOString", PROP },
    { "toLowerCase", PROP },
    { "toString", PROP },
    { "toUTCString", PROP },
    { "toUpperCase", PROP },
    { "top", ROOT | PROP | KEEP | XP_W_BUILTIN },
    { "trim", PROP },
    { "type", PROP },
    { "undefined", ROOT },
    { "unescape", ROOT | PROP },
    { "unshift", PROP },
    { "userAgent", PROP | KEEP },
    { "userLanguage", PROP | KEEP },
    { "value", XP_W_NEVER },
    { "valueOf", PROP },
    { "vendor", PROP | KEEP },
    { "version", PROP },
    { "visibilityState", PROP | KEEP },
    { "warn", PROP },
    { "width", PROP },
    { "window", ROOT | PROP | KEEP | XP_W_GLOBAL },
    { "write", PROP | XP_W_WRITES },
    { "writeln", PROP | XP_W_WRITES },
};

static const row KEYWORDS[] = {
    { "break", XP_K_OPERATOR },    { "case", XP_K_OPERATOR },     { "catch", XP_K_CATCH },
    { "const", XP_K_VAR },         { "continue", XP_K_OPERATOR }, { "default", XP_K_OPERATOR },
    { "delete", XP_K_OPERATOR },   { "do", XP_K_BLOCK },          { "else", XP_K_BLOCK },
    { "false", XP_K_VALUE },       { "finally", XP_K_BLOCK },     { "for", XP_K_HEAD },
    { "function", XP_K_FUNCTION }, { "if", XP_K_HEAD },           { "in", XP_K_INFIX },
    { "instanceof", XP_K_INFIX },  { "let", XP_K_VAR },           { "new", XP_K_OPERATOR },
    { "null", XP_K_VALUE },        { "of", XP_K_INFIX },          { "return", XP_K_OPERATOR },
    { "switch", XP_K_HEAD },       { "this", XP_K_THIS },         { "throw", XP_K_OPERATOR },
    { "true", XP_K_VALUE },        { "try", XP_K_BLOCK },         { "typeof", XP_K_OPERATOR },
    { "var", XP_K_VAR },           { "void", XP_K_OPERATOR },     { "while", XP_K_HEAD },
};

/* The first eight bytes as a number: in the order of numbers words are in ASCII order. */
static uint64_t head_of(const char *word)
{
    const unsigned char *p = (const unsigned char *)word;

    return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 | (uint64_t)p[3] << 32 |
           (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 | (uint64_t)p[6] << 8 | p[7];
}

/* One comparison of numbers a step; only words that agree in eight bytes are looked at any further. */
static unsigned look_up(const row *table, size_t rows, const char *word, size_t len)
{
    char padded[sizeof table->word] = { 0 };
    size_t low = 0, high = rows;
    uint64_t head;

    if (len >= sizeof padded)
        return 0;
    memcpy(padded, word, len);
    head = head_of(padded);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        uint64_t other = head_of(table[mid].word);
        int order =
            head != other ? (head > other ? 1 : -1) : memcmp(padded + 8, table[mid].word + 8, sizeof padded - 8);

        if (order == 0)
            return table[mid].what;
        if (order > 0)
            low = mid + 1;
        else
            high = mid;
    }
    return 0;
}

unsigned xp_js_vocabulary(const char *word, size_t len)
{
    return look_up(VOCABULARY, sizeof VOCABULARY / sizeof *VOCABULARY, word, len);
}

xp_js_keyword xp_js_keyword_of(const char *word, size_t len)
{
    if (len < 2) /* as most names are in a minified script */
        return XP_K_NONE;
    return (xp_js_keyword)look_up(KEYWORDS, sizeof KEYWORDS / sizeof *KEYWORDS, word, len);
}

bool xp_js_listed(const char *list, const char *text, size_t len)
{
    while (*list) {
        size_t span = strcspn(list, " ");

        if (span > 0 && span == len && memcmp(list, text, len) == 0)
            return true;
        list += span + strspn(list + span, " ");
    }
    return false;
}
