/* Snippet or mixed script: is this JavaScript a vendor's snippet and nothing else, or does it do other work too?
 *
 * The rule, in one sentence: a script is a snippet if every word of it is accounted for: the language's own words, the few
 * names that loaders use, names declared inside its functions, keys of object literals, and the globals of vendors that
 * are to be removed with whatever hangs off them. One word beyond these and the script is mixed.
 * The text comes in pieces of any size; the state is of fixed size and the verdict does not depend on the cuts.
 */
#ifndef XP_JS_H
#define XP_JS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Says whose global `word` is: a vendor's number if the name belongs to a vendor that may be removed, else -1. */
typedef int (*xp_js_owner_fn)(const void *ctx, const char *word, size_t len);

typedef enum {
    XP_JS_SNIPPET, /* every word is accounted for */
    XP_JS_MIXED    /* it does other work too, or is too long or too odd to tell */
} xp_js_verdict;

typedef struct xp_js xp_js; /* defined below, so that it can be a member; nobody but xp_js.c looks inside */

/* Begins a script. `doublebyte`: in this page's charset a lead byte >= 0x81 may be followed by a trail byte that looks like ASCII. */
void xp_js_start(xp_js *js, xp_js_owner_fn owner, const void *owner_ctx, bool doublebyte);

/* Takes the next piece of the script's text. */
void xp_js_feed(xp_js *js, const char *text, size_t len);

/* True as soon as nothing that follows can make it a snippet. */
bool xp_js_is_mixed(const xp_js *js);

/* The script has ended. `*vendor` becomes the vendor whose global was met first, or -1. */
xp_js_verdict xp_js_end(xp_js *js, int *vendor);

#endif
