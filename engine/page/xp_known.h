/* What a snippet is known by: words that tell this site's from another one's, which a page must have that has the snippet already.
 *
 * Both mistakes cost: where a page is wrongly taken to have it a real view loses its analytics, where it is wrongly taken not to have it a view
 * is counted twice. The first is the worse one. So each script of the snippet has to be told for, by words of its own or, if it does nothing by
 * itself, by those of its vendor's others; all words have to be met, in elements that are the same vendors', those of a script that is nobody's
 * or has no id in one, and not in what is a comment or no script; a word that only goes with a report is not
 * met; and where the snippet loads a vendor's library the page has to, too. If nothing tells the site from another, nothing is ever met. */
#ifndef XP_KNOWN_H
#define XP_KNOWN_H

#include "../catalogue/xp_rules.h"
#include "xp_apart.h"
#include "xp_words.h"

enum {
    XP_KNOWN_WORDS = 16,
    XP_KNOWN_VENDORS = 8,
    XP_KNOWN_MUTE = 8,   /* scripts without words of their own */
    XP_KNOWN_PLACES = 4, /* where an id stands; if it does in more, those are not met */
    XP_KNOWN_LONG = 255  /* bytes of a word */
};

typedef enum {
    XP_WORD_ID, /* a whole word in an attribute's value or in the text, in such a place as in the snippet or where it is set up */
    XP_WORD_VALUE,   /* an attribute's whole value */
    XP_WORD_ADDRESS, /* the same of src, but for its scheme */
    XP_WORD_CODE /* in the text: white space between signs is free, ' is as good as ", 7 as '7', and schemes of addresses do not count */
} xp_word_kind;

typedef struct {
    uint8_t words, vendors; /* no words: it is never met */
    uint8_t loads;          /* a bit for each vendor whose library it loads */
    struct {
        xp_span at;     /* in the snippet's text */
        int16_t vendor; /* whose the element is that holds it, as far as the catalogue knows; else -1 */
        uint8_t how;    /* xp_word_kind */
        uint8_t script; /* the number of that element */
        bool set;       /* it is an id that something is set up for … */
        uint8_t places; /* … and it stands elsewhere, too */
        xp_words_place place[XP_KNOWN_PLACES]; /* of an id */
        bool alone;        /* it says all that the element does: others of it may be met elsewhere */
        bool strict;       /* the element loads the library: so has a page's, if it does not set that up */
        uint8_t rare;      /* where in it its rarest sign is, … */
        uint8_t lead, run; /* … and where the run of letters and digits that holds that begins, and how long it is */
    } word[XP_KNOWN_WORDS];
    int16_t vendor[XP_KNOWN_VENDORS]; /* whose the elements are */
} xp_known;

/* While it is made out. */
typedef struct {
    xp_known *known;
    const char *text;
    const xp_rules *rules;
    bool never;           /* there is something that nothing tells of */
    uint8_t scripts;      /* so far */
    int16_t owner;        /* of the one that is read … */
    bool loads;           /* … and it loads the library */
    bool alone;           /* the words that are added are so */
    uint8_t mutes;        /* scripts that hold no words */
    xp_vendor_set there;  /* whoever has a script that does … */
    xp_vendor_set told;   /* … and tells the site by it */
    xp_vendor_set pixels; /* whose a noscript is */
    struct {
        bool bare; /* there can be no settings in it */
        xp_vendor_set vendors;
    } mute[XP_KNOWN_MUTE];
} xp_known_maker;

/* The snippet's script elements one by one; data is left out. `known` and the text are the caller's. */
void xp_known_begin(xp_known_maker *maker, xp_known *known, const char *text, const xp_rules *rules);
void xp_known_add(xp_known_maker *maker, const xp_apart *script);
void xp_known_end(xp_known_maker *maker);

/* What a noscript holds, by itself nothing that is told: it is there where the scripts are, if it is nobody's but their vendors'. */
void xp_known_add_noscript(xp_known_maker *maker, xp_span text);

/* What a page has shown so far; all zero at first. */
typedef struct {
    uint16_t words; /* a bit for each that was met */
    uint8_t loaded; /* … and for each vendor whose library is loaded */
} xp_known_seen;

/* Whether some word may stand in the element, which is soon seen, and nearly always not so. `text` is the snippet's. */
bool xp_known_may_meet(const xp_known *known, const char *text, const char *element, size_t len);

/* A script element of the page, in one piece, from its '<' to behind its end tag. `worded`: it may hold some word. Returns whether the page has
 * shown all there is: each word, and the library of each vendor that the snippet loads. */
bool xp_known_meet(const xp_known *known, const char *text, xp_known_seen *seen, const xp_rules *rules,
                   const char *element, size_t len, bool worded);

#endif
