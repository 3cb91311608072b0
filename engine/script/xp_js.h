/* Snippet or mixed script: is this JavaScript a vendor's snippet and nothing else, or does it do other work too?
 *
 * The rule, in one sentence: a script is a snippet if every word of it is accounted for: the language's own words, the few
 * names that loaders use, names declared inside its functions, keys of object literals, and the globals of vendors that
 * are to be removed with whatever hangs off them. One word beyond these and the script is mixed.
 * Nor may it load more than vendors' URLs were found in it: a vocabulary cannot say what is loaded. Nor may it make
 * a global by a name that it is handed, unless the name is a vendor's.
 */
#ifndef XP_JS_H
#define XP_JS_H

#include "xp_js_words.h"

/* A script that goes beyond one of these is mixed; beyond XP_JS_WORD in a name, too. */
enum {
    XP_JS_TEXT = 65536, /* bytes of text */
    XP_JS_DEPTH = 64,   /* open brackets */
    XP_JS_NAMES = 74,   /* local names in scope */
    XP_JS_LATER = 24    /* names used before they are declared */
};

/* What a script does with a name that may be a vendor's global. */
typedef enum {
    XP_JS_ASKS,   /* its value is asked for */
    XP_JS_GIVES,  /* it gets one, whenever that is … */
    XP_JS_SPELLS, /* … or it is named by a string, for either */
    XP_JS_OWNS    /* a function's own variable is called so */
} xp_js_does;

/* What is asked about a script's names and addresses. Each question gets `ctx`. */
typedef struct {
    /* Whose global is `word`? A vendor's number if the name belongs to a vendor that may be removed, else -1. Of a snippet that is asked for each
     * of them, in their order. */
    int (*owner)(const void *ctx, const char *word, size_t len, xp_js_does how);

    /* Is `url` one of such a vendor's? It has XP_JS_WORD bytes at most. A string that names a script, or that is handed to a function
     * of the script's as an address, must be: a snippet may hold a loop, or a function that is called for a script of the site's as
     * well. NULL: they are not looked at. */
    bool (*is_vendors)(const void *ctx, const char *url, size_t len);

    const void *ctx;

    /* Something in the script says that the one thing that it loads is the vendor's, whatever its address. Then a string that is given to
     * `src` need not be the vendor's. */
    bool loads;
} xp_js_asks;

/* Is this script a snippet? `urls`: where vendors' URLs begin in the text, in order. `doublebyte`: in this page's charset a lead byte
 * >= 0x81 may be followed by a trail byte that looks like ASCII. */
bool xp_js_is_snippet(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                      size_t nurls);

/* Of a script that is no snippet, where the first word or string stands that is not accounted for; `len` if it is none by itself, but
 * what the script loads. The arguments are those of xp_js_is_snippet(), which does not keep this, as it costs time. */
size_t xp_js_where_mixed(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                         size_t nurls);

#endif
