/* The site's own snippet (XPurposeInsert): whether it may be put into pages at all, where a nonce belongs in it, and how a page that has it
 * already is told. */
#ifndef XP_SNIPPET_H
#define XP_SNIPPET_H

#include "../catalogue/xp_rules.h"
#include "xp_options.h"
#include "xp_sound.h"

enum {
    XP_SNIPPET_PIECES = 2 * XP_SNIPPET_NONCES + 1,
    XP_SNIPPET_WORDS = 16, /* what it is known by */
    XP_SNIPPET_VENDORS = 8,
    XP_SNIPPET_URLS = 8
};

typedef struct {
    size_t from, to;
} xp_span;

/* A text that has passed the check, read once. Nothing in it is allocated; the text is the caller's and outlives it. */
typedef struct {
    const char *text; /* without the white space round it */
    size_t len;
    bool ascii;       /* no byte in it depends on the page's charset */
    bool runs_inline; /* it holds an inline script that runs */
    uint8_t nonces, words, vendors, urls;
    xp_span nonce
        [XP_SNIPPET_NONCES]; /* the values of its nonce attributes, without their quotes; where there is none, `from` is behind the name … */
    bool bare[XP_SNIPPET_NONCES];       /* … and this says so: '="' and '"' have to be put in, too */
    xp_span word[XP_SNIPPET_WORDS];     /* what it is known by, all of which a page must have that has it already */
    int16_t vendor[XP_SNIPPET_VENDORS]; /* whose it is, as far as the catalogue knows */
    xp_span url[XP_SNIPPET_URLS];       /* the addresses of its external scripts, as they stand there */
    bool url_nonced[XP_SNIPPET_URLS];   /* … and whether their elements have a nonce */
    bool inline_nonced;                 /* every inline script that runs has one */
} xp_snippet;

void xp_snippet_read(xp_snippet *snippet, const char *text, size_t len, const xp_rules *rules);

/* The text as it is put in, with this nonce (len 0: none, the attributes stay and are empty) in all its nonce attributes: writes
 * XP_SNIPPET_PIECES pieces at most, returns how many. The pieces live as long as the text and the nonce. */
int xp_snippet_write(const xp_snippet *snippet, const char *nonce, size_t len, xp_piece *pieces);

/* What of the snippet a page has shown so far; all zero at first. */
typedef struct {
    uint16_t words;  /* a bit for each that was met */
    uint8_t vendors; /* … in an element of that vendor's */
} xp_snippet_seen;

/* A script element of the page, in one piece, from its '<' to behind its end tag. Returns whether the page has the whole snippet by now: every
 * word of it, and of each of its vendors an element that holds one. A snippet without words is never met: in doubt it is inserted. */
bool xp_snippet_meet(const xp_snippet *snippet, xp_snippet_seen *seen, const xp_rules *rules, const char *element,
                     size_t len);

#endif
