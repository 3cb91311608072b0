/* Compiled rules as the rest of the engine sees them: what a URL, a name or a comment belongs to.
 * Compiling is in xp_compile.c; the search for many literals at once in xp_match.c. All of it is read-only after set-up. */
#ifndef XP_RULES_H
#define XP_RULES_H

#include "xp_catalogue.h"
#include "xp_match.h"

/* What a row is for, as its `more` says (see xp_vendors.h): which elements, and when. A picture or a frame that nobody sees is for
 * XP_USE_PIXEL, but also for what is for those that are seen. */
enum {
    XP_USE_SCRIPT = 1,
    XP_USE_PIXEL = 2,
    XP_USE_PICTURE = 4,
    XP_USE_FRAME = 8,
    XP_USE_HINT = 16,
    XP_USE_KNOWN = 32,    /* only where the page has to do with the vendor */
    XP_USE_LOADS = 64,    /* an inline row: what the script loads is the vendor's */
    XP_USE_PROOF = 128,   /* an inline row: once is enough */
    XP_USE_WEAK = 256,    /* … or is not, although it looks so; in no hit */
    XP_USE_CLASSIC = 512, /* a url row: no modules */
    XP_USE_LOADED = XP_USE_SCRIPT | XP_USE_PIXEL | XP_USE_PICTURE | XP_USE_FRAME, /* more than hints */
    XP_USE_ALL = XP_USE_LOADED | XP_USE_HINT                                      /* every element */
};

/* What matched: the catalogue row and its vendor. */
typedef struct {
    int vendor;          /* -1: nothing */
    uint16_t uses;       /* XP_USE_*: what the row is for, which the caller holds against what it has before it */
    const char *pattern; /* the row's text */
} xp_hit;

#define XP_NOBODY ((xp_hit){ .vendor = -1 })

/* Judges a URL as it stands in an attribute after its character references are decoded: leading and trailing white space and
 * C0 controls, tabs and newlines within, backslashes for slashes, user info and port are dealt with as the URL Standard's
 * parser does for special schemes (URL 4.4). Only vendors in `set` count; `scratch`-free, linear, no allocation.
 * The longest pattern is the one that matches, and it alone says what it is for: a path that is for hints only spares what lies
 * there on a vendor's host. But a path that needs to be known never comes before a host that need not. */
xp_hit xp_rules_url(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set);

/* False if it is nobody's, as can be seen soon of nearly every URL. */
bool xp_rules_may_know(const xp_rules *rules, const char *url, size_t len);

/* xp_rules_url() without that first look: for tests. */
xp_hit xp_rules_take_apart(const xp_rules *rules, const char *url, size_t len, const xp_vendor_set *set);

/* Element rows, which speak of an element by its attributes. Most elements are nobody's, and most attributes no row's key, so
 * that the first two questions are asked as a tag's attributes come; where the second one is answered with yes, the tag is looked at
 * again, in two rounds over its attributes. `name` is an attribute's, in any case; values have their character references decoded. */
uint32_t xp_rules_asked_letters(const xp_rules *rules); /* what keys' names begin with, a bit each by its low five */
bool xp_rules_asks_of(const xp_rules *rules, const char *element); /* may there be a row for such elements? A glance */
bool xp_rules_asks(const xp_rules *rules, const char *name, size_t len); /* may it be a key's name? A glance */

/* Whether it meets the key of a row, of whatever vendor and element. */
bool xp_rules_key(const xp_rules *rules, const char *name, size_t nname, const char *value, size_t nvalue);

enum { XP_CANDIDATES_MAX = 16 };

/* Rows whose keys an element meets. */
typedef struct {
    int n;
    struct {
        int row;
        uint8_t met, failed; /* a bit for each of the row's conditions that an attribute has been held against */
    } of[XP_CANDIDATES_MAX];
} xp_candidates;

/* The first round, with `candidates->n` 0 before it: adds the rows whose key the attribute meets, for elements of that name (in lower
 * case) and vendors in `set`; of too many the first that are found. */
void xp_rules_candidates(const xp_rules *rules, const char *element, const char *name, size_t nname, const char *value,
                         size_t nvalue, const xp_vendor_set *set, xp_candidates *candidates);

/* The second round: holds the attribute against the candidates' conditions. Of several attributes of a name the first counts. */
void xp_rules_meet(const xp_rules *rules, xp_candidates *candidates, const char *name, size_t nname, const char *value,
                   size_t nvalue);

/* The first row of those whose conditions are all met. */
xp_hit xp_rules_chosen(const xp_rules *rules, const xp_candidates *candidates);

/* The vendor that owns the global `name`, with regard to case and only vendors in `set`; -1 if none does.
 * `defined`: the script that is judged gives the name its value. */
int xp_rules_global(const xp_rules *rules, const char *name, size_t len, bool defined, const xp_vendor_set *set);

/* Block markers. A comment's text begins a block if it holds the row's `text`; returns the row's number or -1.
 * xp_rules_block_end says whether a comment's text holds that row's `end`. */
int xp_rules_block_begin(const xp_rules *rules, const char *comment, size_t len, const xp_vendor_set *set);
bool xp_rules_block_end(const xp_rules *rules, int row, const char *comment, size_t len);
xp_hit xp_rules_row(const xp_rules *rules, int row); /* the vendor and text of a row */

/* The vendor's stub, or NULL; and "<!--xpurpose: name-->", which lives as long as the rules. */
const char *xp_rules_stub(const xp_rules *rules, int vendor);
const char *xp_rules_short_stub(const xp_rules *rules, int vendor, const char *pattern); /* if it does for that row */
const char *xp_rules_comment(const xp_rules *rules, int vendor);

/* The names that the vendor's file makes as it runs, which was found by a row with the text `pattern`: a blank between two. *from is 0 at
 * first, and tells where to go on; NULL: that was all. */
const char *xp_rules_makes(const xp_rules *rules, int vendor, const char *pattern, size_t *from);

/* What the gate is told not to let through: texts of url rows as they stand in an attribute's value in double quotes, a blank behind each.
 * They live as long as the rules, and those of consecutive vendors lie one behind the other. Vendors that are known by a file's name only,
 * and spare some, have none. */
const char *xp_rules_gates(const xp_rules *rules, int vendor, size_t *len); /* all of a vendor's */
const char *xp_rules_gated_row(const xp_rules *rules, int row, size_t *len);

/* The literals of url and inline rows, for the text of scripts and styles. A literal's id is the row's number. */
const xp_match *xp_rules_literals(const xp_rules *rules);
bool xp_rules_is_url(const xp_rules *rules, int row); /* the literal names a host or path */

/* The number, from 1 to XP_DOUBTS, of a vendor of whom a row counts only where the page has to do with the vendor, or is no proof by itself;
 * 0 of the others, of whom no page need remember anything. */
enum { XP_DOUBTS = 255 };
unsigned xp_rules_doubt(const xp_rules *rules, int vendor);

#endif
