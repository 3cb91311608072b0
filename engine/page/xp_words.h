/* Words of scripts and of attributes: which of them are ids, and what of a script's text is no comment. */
#ifndef XP_WORDS_H
#define XP_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "../bytes/xp_ascii.h"

static inline bool xp_words_is_in(char c)
{
    return xp_is_alnum(c) || c == '_' || c == '-';
}

static inline bool xp_words_is_quote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

/* Behind the word that goes on at p. */
static inline const char *xp_words_end(const char *p, const char *end)
{
    while (p < end && xp_words_is_in(*p))
        p++;
    return p;
}

typedef enum {
    XP_ID_NONE,
    XP_ID_SOME,  /* may tell one customer of a known vendor's from another */
    XP_ID_PLAIN, /* does so, but says nothing by itself: a file's version may look so */
    XP_ID_PUBLIC /* has the form of a vendor's */
} xp_words_id;

xp_words_id xp_words_id_of(const char *word, size_t len);

enum { XP_WORDS_DEPTH = 32 };

/* Goes through a script's text without its comments (ECMA-262 12.4, B.1.1) and regular expressions (12.9.5). Where it is not certain which of
 * two things a slash is, whatever may be a comment is not seen, up to the line's end. */
typedef struct {
    const char *p, *end;
    char quote;        /* p is within such a string; 0: in none … */
    bool doubt;        /* … unless a slash before it was a regular expression's */
    bool lost;         /* there was such doubt: what is code and what a string may be the other from there on */
    const char *begin; /* where p was first; NULL before that */
    unsigned depth;    /* brackets that are open, braces not counted, … */
    const char *open[XP_WORDS_DEPTH]; /* … and where they are */
} xp_words_walker;

/* To the next byte that is no comment's. False: there is none. */
bool xp_words_next(xp_words_walker *walker);

/* Behind that byte, or both of an escape. */
void xp_words_pass(xp_words_walker *walker);

/* What the call or array that holds a word does with it. */
typedef enum {
    XP_ROLE_ANY,
    XP_ROLE_SETS, /* sets a library up: gtag('config', …), ym(…, 'init'), mixpanel.init(…) */
    XP_ROLE_REPORTS /* reports, asks or lists: gtag('event', …), umami.track(…), {'GTM-…': true}; or it is not known what */
} xp_words_role;

/* Of the word that goes from walker->p to `to`. */
xp_words_role xp_words_role_of(const xp_words_walker *walker, const char *to);

/* Where a word stands: an id that sets one thing up says nothing in another place. */
typedef enum {
    XP_PLACE_OTHER, /* nothing is to be said of it */
    XP_PLACE_QUERY, /* in an address, as the value of this parameter, '=' included */
    XP_PLACE_PATH,  /* … or behind this, from behind the scheme on */
    XP_PLACE_ATTR,  /* in the value of this attribute, behind its first bytes that are `before` */
    XP_PLACE_NAMED, /* the value of this property or variable */
    XP_PLACE_CALL,  /* an argument of this function, or of one without a name that is called where it stands */
    XP_PLACE_ITEM   /* in an array, directly behind this string, which is its first item */
} xp_words_where;

typedef struct {
    xp_words_where where;
    const char *name, *before;
    size_t nname, nbefore;
} xp_words_place;

/* Of the word at p in an address that begins at `from`. */
xp_words_place xp_words_place_in(const char *from, const char *p);

/* Of the word at walker->p. */
xp_words_place xp_words_place_of(const xp_words_walker *walker);

/* Whether that word is what something is set up for: gtag('config', HERE, …), ym(HERE, 'init'), mixpanel.init(HERE, …). */
bool xp_words_sets_up(const xp_words_walker *walker, const char *to);

/* Whether what is at walker->p is only asked for, looked for, or told: by fetch(…), querySelector(…), console.log(…), if (…) and the like. */
bool xp_words_only_name(const xp_words_walker *walker);

/* Whether a script does more than to make a queue or set something up: it may ask for an address, or report; or it cannot be told.
 * `loads`: one address it may set, that of a library. */
bool xp_words_act(const char *p, const char *end, bool loads);

/* Whether a script makes a script element, or does as good as that: createElement with 'script' behind it, document.write with such a word behind
 * it, or import(…). An address in it alone says nothing of a library. */
bool xp_words_make_script(const char *p, const char *end);

/* Behind the string whose quote is at p, if it ends within its line; else NULL. */
const char *xp_words_string(const char *p, const char *end);

enum { XP_WORDS_SLICE = 255 };

/* Behind ['setSiteId', '1'] or ('create', x, "a1") that begins at p and has no more than XP_WORDS_SLICE bytes; NULL if what stands there is not
 * such, or says nothing of a site. A string with a digit does, if it is not the only thing and short, nor an address or a version; and in an
 * array a number beside a string. */
const char *xp_words_slice(const char *p, const char *end);

#endif
