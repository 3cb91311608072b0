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

/* Says whose global `word` is: a vendor's number if the name belongs to a vendor that may be removed, else -1.
 * `defined`: the script gives the name its value, rather than using what another has put there. */
typedef int (*xp_js_owner_fn)(const void *ctx, const char *word, size_t len, bool defined);

typedef enum {
    XP_JS_SNIPPET, /* every word is accounted for */
    XP_JS_MIXED    /* it does other work too, or is too long or too odd to tell */
} xp_js_verdict;

typedef struct xp_js xp_js; /* defined below, so that it can be a member; nobody but xp_js*.c looks inside */

/* Begins a script. `doublebyte`: in this page's charset a lead byte >= 0x81 may be followed by a trail byte that looks like ASCII. */
void xp_js_start(xp_js *js, xp_js_owner_fn owner, const void *owner_ctx, bool doublebyte);

/* Takes the next piece of the script's text. */
void xp_js_feed(xp_js *js, const char *text, size_t len);

/* True as soon as nothing that follows can make it a snippet. */
bool xp_js_is_mixed(const xp_js *js);

/* The script has ended. `*vendor` becomes the vendor whose global was met first, or -1. */
xp_js_verdict xp_js_end(xp_js *js, int *vendor);

/* Says whether `url` is one of a vendor that may be removed. */
typedef bool (*xp_js_url_fn)(const void *ctx, const char *url, size_t len);

/* From now on a string that names a script, or that is handed to a function of the script's as an address, must be a vendor's:
 * a snippet may hold a loop, or a function that is called for a script of the site's as well. `ctx` is the owner's. */
void xp_js_check_urls(xp_js *js, xp_js_url_fn is_vendors);

/* A vendor's URL begins so many bytes ahead of what has been fed. */
void xp_js_url_ahead(xp_js *js, uint64_t distance);

/* How many of them stand where they count: not in a comment. Or how many strings were vendors' addresses, if that is more: not every
 * address is searched for. */
unsigned xp_js_urls(const xp_js *js);

/* How many scripts, images and frames the script makes, as far as can be told. A vocabulary cannot say what is loaded: a
 * snippet that makes more of them than vendors' URLs were found in its text loads something of the site's as well. */
unsigned xp_js_loads(const xp_js *js);

/* What a script is asked about: xp_js_owner_fn and xp_js_url_fn, each of which gets `ctx`. */
typedef struct {
    xp_js_owner_fn owner;
    xp_js_url_fn is_vendors;
    const void *ctx;
} xp_js_asks;

/* Is this script a snippet that loads no more than a vendor's? `urls`: where vendors' URLs begin in the text, in order. */
bool xp_js_is_snippet(const char *text, size_t len, const xp_js_asks *asks, bool doublebyte, const size_t *urls,
                      size_t nurls);

/* ---- The state ------------------------------------------------------------------------------------------------------- */

enum {
    XP_JS_TEXT = 65536, /* bytes of text; a longer script is mixed */
    XP_JS_WORD = 63,    /* bytes of a name */
    XP_JS_DEPTH = 64,   /* open brackets */
    XP_JS_NAMES = 74,   /* local names in scope */
    XP_JS_LATER = 24,   /* names used before they are declared */
    XP_JS_URLS = 8,     /* vendors' URLs of which it is known where they stand; no snippet loads as many */
    XP_JS_LIST = 8      /* names in a parenthesis that may turn out to be an arrow function's parameters */
};

typedef struct {
    uint8_t kind;    /* what the bracket is */
    uint8_t chain;   /* what was called or indexed */
    uint8_t ternary; /* question marks that wait for their colon */
    uint8_t names;   /* names in scope when it was opened */
    bool var;        /* in a list of declarations? */
} xp_js_level;

struct xp_js {
    xp_js_owner_fn owner;
    const void *owner_ctx;
    xp_js_url_fn is_vendors; /* NULL: addresses are not looked at */
    int vendor;              /* whose global was met first */
    int16_t vendors[3];      /* whose globals were met */
    uint8_t nvendors;
    uint32_t len;            /* text so far */
    uint32_t loads, written; /* elements made that load: by calls, and in strings that may be written */
    bool mixed, doublebyte;
    uint8_t nurls, commented; /* vendors' URLs, and how many of them stand in comments */
    uint8_t addresses;        /* strings that name a script, and are vendors' */

    /* The lexer. */
    uint8_t state, quote, nop, lead, rare;
    bool fresh; /* no token yet on this line */
    bool point, exponent;
    char op[4];

    /* The text of a string, as far as it might be markup. */
    char tag[9];
    uint8_t ntag, tagging, handler, anchor, escape;

    /* The word or string that was read last. */
    uint8_t nword;
    bool cut;      /* it was longer, or had an escape in it */
    uint32_t what; /* what the tables of words say of a word */

    /* The rule. */
    uint8_t prev, before;                     /* the last token, and the one before the word that waits */
    uint8_t chain;                            /* what the last operand was */
    uint8_t arg;                              /* what the next argument must be */
    uint8_t wants, fn_names;                  /* what a function or its like waits for, and the names outside of it */
    uint8_t depth, functions, nnames, nlater; /* how many */
    uint8_t list, list_depth, list_unknown, nlist;
    uint8_t target, alias; /* 1 + the local name on the left of the next, of the last = */
    bool waiting;          /* the word's meaning depends on the next token */
    bool key;              /* it may be an object's key */
    bool first;            /* the string is the first thing in its bracket */
    uint8_t place;         /* where the string stands, as far as it may be an address of its own */
    bool to_vendor;        /* the last = was to a vendor's */
    bool to_src;           /* it was to an element's src */
    bool in_ternary;       /* the last colon was a question's */
    bool writes, markup;   /* writes markup; such as matters */
    bool writing, wrote;   /* a call that writes begins; it writes an element or what was put together before */
    bool hides, hide_name; /* hides the page; for a vendor */

    /* Lists, which are not cleared at the start: none is read further than it was written. */
    char word[XP_JS_WORD + 1]; /* padded with NULs */
    xp_js_level level[XP_JS_DEPTH];
    uint16_t url[XP_JS_URLS];
    uint32_t name[XP_JS_NAMES], later[XP_JS_LATER], listed[XP_JS_LIST];
    uint8_t later_in[XP_JS_LATER]; /* how many functions deep */
};

#endif
