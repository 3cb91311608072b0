/* Elements that are judged by their text: inline scripts and styles.
 *
 * While a script may still turn out to be a vendor's snippet and nothing else, it is undecided, and what is found in it waits. As soon as
 * it is known to be mixed, and not inert, it will stay: then each loader's host in it is defused as it goes by, and nothing is held
 * any longer.
 */
#ifndef XP_TEXT_H
#define XP_TEXT_H

#include "xp_edits.h"
#include "../script/xp_inert.h"
#include "../script/xp_js.h"
#include "xp_server.h"

enum {
    XP_URL_REACH = 64,   /* bytes behind a host within which a path is that host's */
    XP_TEXT_CUTS = 8,    /* hosts in one undecided script; a script with more is mixed */
    XP_TEXT_MET = 4,     /* vendors with servers of sites' own in one script */
    XP_STYLE_MAX = 1024, /* bytes of a style that only hides a page until a vendor shows it; a longer one stays */
    XP_STYLE_RULES = 4   /* … and one with more rules: it needs one */
};

typedef void (*xp_cut_fn)(void *ctx, const xp_cut *cut);

typedef struct {
    const xp_options *options;
    xp_cut_fn put; /* where decided cuts go */
    void *ctx;
    bool is_style;
    bool mixed;
    bool kept;      /* it stays, for another reason */
    bool defuse;    /* a mixed script's hosts may be edited */
    bool first_url; /* `first` is a URL */
    uint8_t ncuts;  /* hosts that wait */
    uint8_t nmet, ndefused;
    bool writes;          /* markup, while the page is parsed */
    uint16_t lag;         /* bytes before `read` that `inert` has not read yet */
    uint32_t len;         /* a style's, so far */
    uint64_t host_to;     /* where the last URL's host ends; 0: there was none */
    uint32_t url_len;     /* bytes behind it that were found of the URL */
    uint32_t urls;        /* a script's: vendors' URLs found */
    uint32_t hits, rules; /* a style's: literals found, '{' met */
    xp_hit first;         /* what speaks for removal: the first URL, or the first literal; vendor -1: nothing */
    xp_cut cuts[XP_TEXT_CUTS];
    int16_t met[XP_TEXT_MET];     /* vendors with servers whose literals were found */
    int16_t defused[XP_TEXT_MET]; /* vendors whose hosts were */
    xp_hit named;                 /* what speaks for the host that a statement names */
    xp_server server;
    xp_inert inert;
    uint64_t at, read;  /* stream offsets: of the text's next byte, and up to where it has been read */
    const char *waits;  /* while a piece is searched: the end of the bytes before it that were not read yet … */
    const char *piece;  /* … and the piece; NULL: the end is searched */
    const char *unread; /* the last piece, which has been searched and nothing else; it is the caller's */
    size_t nunread;
    xp_match_state match;
    xp_js js;
} xp_text;

/* Begins at the stream offset of the element's text. */
void xp_text_begin(xp_text *text, const xp_options *options, bool is_style, xp_charset charset, uint64_t offset,
                   xp_cut_fn put, void *ctx);

/* `lasting`: the piece stays where it is until the next call of any of these. */
void xp_text_feed(xp_text *text, const char *bytes, size_t len, bool lasting);

/* Nothing points to the caller's bytes any longer, and all of the text so far is judged. */
void xp_text_pause(xp_text *text);

/* It will not be removed whole, whatever it is. */
void xp_text_keep(xp_text *text);

/* Is it known that it will not? */
static inline bool xp_text_stays(const xp_text *text)
{
    return text->kept || (text->mixed && (text->is_style || text->inert.verdict == XP_INERT_NO));
}

/* The page ends, or the rest of it is not looked at: the element stays. */
void xp_text_abandon(xp_text *text);

/* The stream offset of the text's next byte. */
static inline uint64_t xp_text_offset(const xp_text *text)
{
    return text->at;
}

/* The text has ended: true if the whole element goes, for `text->first`. Else its hosts have been defused. */
bool xp_text_end(xp_text *text);

/* It stays, and its end tag ends at `offset`. What a script writes runs right after it, and what comes next may call it: so a vendor's
 * library that it would have written has its stub put there. */
void xp_text_follow(const xp_text *text, uint64_t offset);

/* The offset from which bytes are undecided once the element is known to stay; UINT64_MAX: none are. */
uint64_t xp_text_settled(const xp_text *text);

#endif
