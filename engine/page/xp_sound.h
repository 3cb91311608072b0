/* Whether a text of the site's may be put into pages at all: it leaves nothing open and closes nothing of the page's, so that what follows it
 * is read as before, by every parser, whether scripting is on or off. */
#ifndef XP_SOUND_H
#define XP_SOUND_H

#include "../html/xp_names.h"

/* Where it is put in. */
typedef enum { XP_HEAD_START, XP_HEAD_END, XP_BODY_END, XP_PLACES } xp_where;

enum {
    XP_SNIPPET_MAX = 65536, /* bytes of a text */
    XP_SNIPPET_NONCES = 16, /* nonce attributes in it */
    XP_SNIPPET_DEPTH = 64   /* elements within each other */
};

typedef enum {
    XP_FAULT_NONE,
    XP_FAULT_LONG,      /* more than XP_SNIPPET_MAX bytes */
    XP_FAULT_EMPTY,     /* nothing but white space */
    XP_FAULT_OPEN,      /* an element is not closed: `name` */
    XP_FAULT_UNOPENED,  /* an end tag closes what is not open: `name` */
    XP_FAULT_UNENDED,   /* a tag, an attribute's value, a comment, or a text that no end tag ends, goes on at the end */
    XP_FAULT_DOCUMENT,  /* a doctype, or a tag of html, head, body, frameset or frame: `name` */
    XP_FAULT_ENDS_HEAD, /* it is for the head, and `name` (or text) would end that */
    XP_FAULT_AMBIGUOUS, /* browsers may read it in more than one way, or it changes how the page is read */
    XP_FAULT_NUL,       /* a byte that no text has */
    XP_FAULT_NONCES,    /* more than XP_SNIPPET_NONCES nonce attributes */
    XP_FAULT_PLAIN,     /* there is no markup in it at all */
    XP_FAULT_QUOTE      /* an attribute's name in `name` holds a quote or '<': a quote is missing before it */
} xp_fault;

typedef struct {
    xp_fault fault;
    size_t at;                  /* where in the text that is seen */
    char name[XP_NAME_MAX + 1]; /* the element it is about, or "" */
    unsigned nonces;            /* without a fault: nonce attributes in the text */
} xp_snippet_fault;

/* Whether the text may be put into a page there. White space round it is not looked at. False: `*fault` says why not.
 *
 * Stricter than a parser has to be: every element is closed by its own end tag (but for void ones, and those that close themselves in svg and
 * math), in order. Both readings of a noscript are held against that. Of two such texts for one place, with white space between them, nothing
 * but the sums can be too much: bytes and nonces. */
bool xp_snippet_check(const char *text, size_t len, xp_where where, xp_snippet_fault *fault);

#endif
