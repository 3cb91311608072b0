/* The site's own snippet (XPurposeInsert): whether it may be put into pages at all (xp_sound.h), where a nonce belongs in it, and how a page
 * that has it already is told (xp_known.h). */
#ifndef XP_SNIPPET_H
#define XP_SNIPPET_H

#include "xp_known.h"
#include "xp_options.h"
#include "xp_sound.h"

enum {
    XP_SNIPPET_LINES = 8, /* that are told apart */
    XP_SNIPPET_PIECES = 4 * XP_SNIPPET_NONCES + XP_SNIPPET_LINES,
    XP_SNIPPET_ALL = (1 << XP_SNIPPET_LINES) - 1,
    XP_SNIPPET_URLS = 8
};

/* The value of a nonce attribute, without its quotes. Where it has none it goes from behind the attribute's name to where it ends, if there is one
 * at all: '="' and '"' have to be put in, too. */
typedef struct {
    xp_span at;
    bool bare;
} xp_snippet_nonce;

/* A text that has passed the check, read once. Nothing in it is allocated; the text is the caller's and outlives it. */
typedef struct {
    const char *text; /* without the white space round it */
    size_t len;
    bool ascii;         /* no byte in it depends on the page's charset */
    bool runs_inline;   /* it holds an inline script that runs … */
    bool inline_nonced; /* … and each of them has a nonce */
    uint8_t nonces, urls;
    xp_snippet_nonce nonce[XP_SNIPPET_NONCES];
    xp_span url[XP_SNIPPET_URLS];     /* the addresses of its external scripts, as they stand there … */
    bool url_nonced[XP_SNIPPET_URLS]; /* … and whether their elements have a nonce */
    unsigned tells;                   /* a bit for each line that is known by something */
    uint8_t lines;                    /* each is in the page, or is put in, by itself */
    struct {
        size_t to; /* where it ends in the text, and the next one begins */
        xp_known known;
    } line[XP_SNIPPET_LINES];
} xp_snippet;

/* A text without white space round it that was put together of `n` others, each of them sound, with a newline between two; they end at ends[…]
 * (NULL for one alone, which ends where the text does). Those beyond XP_SNIPPET_LINES go with the last. */
void xp_snippet_read(xp_snippet *snippet, const char *text, size_t len, const size_t *ends, int n,
                     const xp_rules *rules);

/* The text as it is put in, but for lines whose bit is set in `without`, with this nonce (len 0: none, the attributes stay and are empty) in all
 * its nonce attributes: writes XP_SNIPPET_PIECES pieces at most, returns how many. The pieces live as long as the text and the nonce. */
int xp_snippet_write(const xp_snippet *snippet, unsigned without, const char *nonce, size_t len, xp_piece *pieces);

/* How many bytes that are. */
size_t xp_snippet_length(const xp_snippet *snippet, size_t nonce_len);

enum { XP_SNIPPET_LOADERS = 2, XP_SNIPPET_PUT_OFF = 144 };

/* What of the snippet a page has shown so far; all zero at first. */
typedef struct {
    uint8_t lines;   /* a bit for each that the page has */
    bool worded;     /* something has been met that may hold a word of some line */
    uint8_t loaders; /* external scripts before that, so many, which are looked at only then: … */
    uint16_t loader_end[XP_SNIPPET_LOADERS]; /* … where they end in … */
    char put_off[XP_SNIPPET_PUT_OFF];        /* … this */
    xp_known_seen of[XP_SNIPPET_LINES];
} xp_snippet_seen;

/* False if nothing in these bytes, in which such elements stand, can be a word of what the page has not shown yet, nor is anything else known
 * of it: then they change nothing by themselves. */
bool xp_snippet_may_meet(const xp_snippet *snippet, const xp_snippet_seen *seen, const char *bytes, size_t len);

/* A script element of the page, in one piece, from its '<' to behind its end tag. Returns whether the page has the whole snippet by now: of each
 * line every word, and the libraries that it loads. A line without words is never met, nor one that holds more than scripts and what does nothing
 * by itself: in doubt it is inserted. */
bool xp_snippet_meet(const xp_snippet *snippet, xp_snippet_seen *seen, const xp_rules *rules, const char *element,
                     size_t len);

#endif
