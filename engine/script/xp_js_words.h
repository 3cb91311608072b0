/* The words that xp_js.c accounts for by itself: the language's own and the small vocabulary of loaders. */
#ifndef XP_JS_WORDS_H
#define XP_JS_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* What a word may be, and what is to be looked at when it is. */
enum {
    XP_W_ROOT = 1,         /* may stand alone */
    XP_W_PROPERTY = 2,     /* may hang off something that is no vendor's */
    XP_W_KEEP = 4,         /* must not be assigned to: that would change the page or leave it */
    XP_W_GLOBAL = 8,       /* the global object */
    XP_W_LOCATION = 16,    /* the location, or what would leave the page if it hangs off that */
    XP_W_LEAVES = 32,      /* leaves the page when it hangs off the location */
    XP_W_WRITES = 64,      /* writes markup */
    XP_W_LOADS = 128,      /* makes something that loads */
    XP_W_EVENT = 256,      /* its first argument must be the name of an event of loading */
    XP_W_ELEMENT = 512,    /* … of an element that only loads */
    XP_W_ID = 1024,        /* … no literal: a loader asks for what it made itself */
    XP_W_ATTRIBUTE = 2048, /* … of an attribute that only loading needs */
    XP_W_TIMER = 4096,     /* … no string: that would be code */
    XP_W_HIDES = 8192,     /* only beside the name of a vendor's anti-flicker class */
    XP_W_HOOK = 16384,     /* may be assigned to on the global object */
    XP_W_TAG = 32768,      /* its first argument must be the name of an element that loaders hang theirs on; with
                              XP_W_ATTRIBUTE, a literal that is one */
    XP_W_BUILTIN = 65536,  /* the page's own: nothing of it is replaced */
    XP_W_NEVER = 131072,   /* site work even where it hangs off a vendor's global */
    XP_W_KEYWORD = 262144  /* this and what is above: the language's own, and which */
};

/* The language's own words. */
typedef enum {
    XP_K_NONE,     /* not one of them */
    XP_K_OPERATOR, /* an operand follows: return, typeof, new, … */
    XP_K_INFIX,    /* the same, and one has gone before: in, instanceof, of */
    XP_K_BLOCK,    /* a statement or block follows: else, do, try, finally */
    XP_K_HEAD,     /* a head in parentheses follows: if, while, for, switch */
    XP_K_VAR,
    XP_K_FUNCTION,
    XP_K_CATCH,
    XP_K_THIS,
    XP_K_VALUE /* true, false, null */
} xp_js_keyword;

enum {
    XP_JS_PADDED = 24, /* no word in the tables is as long */
    XP_JS_WORD = 63    /* bytes of a name or string that are looked at */
};

/* The flags of `word`, which is padded with NULs to that length if it is shorter; or XP_W_KEYWORD times what keyword it is; 0 if it
 * is in neither table. */
unsigned xp_js_look_up(const char *word, size_t len);

static inline xp_js_keyword xp_js_keyword_of(unsigned what)
{
    return (xp_js_keyword)(what / XP_W_KEYWORD);
}

/* Whether `text` is in a list of names with a space round each, which begins and ends in one, as in " load DOMContentLoaded ". */
bool xp_js_listed(const char *list, const char *text, size_t len);

#endif
