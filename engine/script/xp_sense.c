/* See xp_sense.h: of each kind what is JavaScript. */
#include "xp_sense.h"

#include <string.h>

#include "../bytes/xp_ascii.h"
#include "../catalogue/xp_breadth.h"
#include "../catalogue/xp_catalogue.h"
#include "xp_js_lex.h"
#include "xp_js_sound.h"
#include "xp_js_words.h"

/* The language's words that snippets do without, besides those of xp_js_words.h. */
static const char LANGUAGE[] =
    " await class debugger enum export extends implements import interface let package "
    "private protected public static super throw with yield async eval globalThis undefined "
    "BigInt Function Intl Map Promise Proxy RangeError Reflect Set Symbol SyntaxError TypeError "
    "WeakMap WeakRef WeakSet Iterator Atomics isFinite isNaN parseFloat parseInt ";

/* What browsers have for every page … */
static const char BROWSER[] =
    " window self top parent frames opener document location navigator history screen event external name status "
    "origin "
    "length closed caches indexedDB localStorage sessionStorage console performance crypto customElements "
    "visualViewport "
    "speechSynthesis alert atob blur btoa close confirm fetch find focus open postMessage print prompt scroll scrollBy "
    "scrollTo stop getComputedStyle getSelection matchMedia addEventListener removeEventListener dispatchEvent "
    "setTimeout setInterval clearTimeout clearInterval setImmediate queueMicrotask requestAnimationFrame "
    "cancelAnimationFrame requestIdleCallback structuredClone onload onerror onclick onscroll onunload onbeforeunload "
    "Image Audio Option Event CustomEvent XMLHttpRequest ActiveXObject MutationObserver IntersectionObserver "
    "ResizeObserver PerformanceObserver AbortController Blob File FileReader FormData Headers Request Response URL "
    "URLSearchParams WebSocket EventSource Worker Node NodeList Element HTMLElement DOMParser ArrayBuffer DataView "
    "Uint8Array TextDecoder TextEncoder WebAssembly Window Document HTMLScriptElement HTMLImageElement "
    "HTMLDocument SVGElement NodeFilter Range Storage onresize onpopstate onhashchange onpagehide onpageshow "
    "onmessage onkeydown onsubmit onfocus onblur ";

/* … and what libraries make that many of them use. */
static const char LIBRARIES[] =
    " $ $$ $j jQuery Zepto _ React ReactDOM Vue angular Ember Backbone Handlebars Mustache "
    "moment axios require requirejs define module exports Drupal wp Joomla Prototype YUI dojo "
    "Modernizr bootstrap Turbo Turbolinks htmx Alpine System webpackJsonp Shopify Magento "
    "Ext d3 gsap ";

/* Words that scripts are full of in strings and behind dots, and that are in neither list. */
static const char COMMON[] =
    " DOMContentLoaded activeElement addClass ajax append async attr body button charset children class click "
    "cookie css data defer div each event form frame getElementById getAttribute getElementsByTagName getItem head "
    "height href html http https iframe image img index innerHTML input item javascript jquery "
    "js key link list load login main menu meta min module net object options org page param "
    "parentNode path post querySelector querySelectorAll readyState removeItem ready request result script scripts "
    "search selector set setAttribute setItem show size source span src start state strict string style submit text "
    "title true type url use user utf value view wrapper www com ";

static bool listed(const char *list, const char *word, size_t n)
{
    return xp_js_listed(list, word, n);
}

static unsigned look_up(const char *word, size_t n)
{
    char padded[XP_JS_WORD + XP_JS_PADDED] = { 0 };

    if (n > XP_JS_WORD)
        return 0;
    memcpy(padded, word, n);
    return xp_js_look_up(padded, n);
}

static bool is_language(const char *word, size_t n)
{
    return listed(LANGUAGE, word, n) || look_up(word, n) >= XP_W_KEYWORD;
}

/* Whether the list has a word that begins so. */
static bool any_begins(const char *list, const char *with, size_t n)
{
    for (const char *p = list; p[1]; p += 1 + strcspn(p + 1, " "))
        if (!strncmp(p + 1, with, n))
            return true;
    return false;
}

static size_t next_word(const char *text)
{
    size_t n = 0;

    while (xp_is_alnum(text[n]) || text[n] == '_' || text[n] == '$' || (unsigned char)text[n] >= 0x80)
        n++;
    return n;
}

/* Of the names of a global or makes row, which may be beginnings. */
static const char *check_names(const char *text, ptrdiff_t *at)
{
    for (const char *name = text; *name; name += strcspn(name, " "), name += *name == ' ') {
        size_t n = next_word(name);

        *at = name - text;
        if (name[n] == '*') {
            if (any_begins(BROWSER, name, n) || any_begins(LANGUAGE, name, n) || any_begins(LIBRARIES, name, n))
                return "is how names begin that every page has: give more of the vendor's, \"_count*\"";
        } else if (is_language(name, n)) {
            return "is a word of JavaScript itself: give a name that the vendor's code makes, \"_count\"";
        } else if (listed(BROWSER, name, n) || look_up(name, n) & (XP_W_ROOT | XP_W_GLOBAL | XP_W_BUILTIN)) {
            return "is the browser's, and every script's: give a name that the vendor's code makes, \"_count\"";
        } else if (listed(LIBRARIES, name, n)) {
            return "is what a library makes that the page needs: give a name that the vendor's code makes, \"_count\"";
        }
    }
    *at = XP_SENSE_ALL;
    return NULL;
}

/* Whether scripts of any kind say the word. Single letters are what minifiers make. */
static bool is_common(const char *word, size_t n)
{
    bool digits = true;

    for (size_t i = 0; i < n; i++)
        digits &= xp_is_digit(word[i]);
    return n < 2 || digits || is_language(word, n) || look_up(word, n) || listed(BROWSER, word, n) ||
           listed(LIBRARIES, word, n) || listed(COMMON, word, n);
}

/* How long a word with hyphens is, such as an attribute's name in a string; 0 if it may as well be a sum. */
static size_t next_compound(const char *text)
{
    enum { COMPOUND = 8 };
    size_t n = next_word(text), parts = 1;

    for (; text[n] == '-' && next_word(text + n + 1); parts++)
        n += 1 + next_word(text + n + 1);
    return parts > 1 && n >= COMPOUND ? n : 0;
}

/* A call of Adobe's `s`, which goes by that letter: "s.t()", but not "s.src=". */
static bool is_call_of_s(const char *text)
{
    return !strncmp(text, "s.t", 3) && next_word(text + 2) < 3 && strchr(text, '(');
}

static const char *check_inline(const char *text)
{
    if (is_call_of_s(text))
        return NULL;
    for (const char *p = text; *p;) {
        size_t n = next_word(p);

        if (next_compound(p) || (n && !is_common(p, n)))
            return NULL;
        p += n ? n : 1;
    }
    return "says what scripts of any kind say: give a name of the vendor's as well, \"count.init(\"";
}

static const char *check_stub(const char *text, ptrdiff_t *at)
{
    xp_js_fault fault;

    if (!strncmp(text, "file:", 5))
        return "is a file's name, and a stub is the JavaScript itself: give that, in quotes";
    if (!strpbrk(text, "=({`+"))
        return "does nothing: a stub is JavaScript that makes what others call, \"window.Count={hit:function(){}};\"";
    if (xp_js_is_sound(text, strlen(text), &fault))
        return NULL;
    *at = (ptrdiff_t)fault.at;
    return fault.wrong;
}

const char *xp_sense_check(const xp_pattern_row *row, ptrdiff_t *at)
{
    const char *wrong = NULL;

    *at = XP_SENSE_ALL;
    if (row->kind == XP_STUB && row->text)
        wrong = check_stub(row->text, at);
    if (!wrong)
        wrong = xp_rules_check(row);
    if (wrong)
        return wrong;
    switch (row->kind) {
    case XP_GLOBAL:
    case XP_MAKES: return check_names(row->text, at);
    case XP_INLINE: return check_inline(row->text);
    default: return xp_breadth_check(row);
    }
}
