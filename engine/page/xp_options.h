/* What a caller asks of the engine for one page, and what it is told. */
#ifndef XP_OPTIONS_H
#define XP_OPTIONS_H

#include "../catalogue/xp_catalogue.h"
#include "../html/xp_charset.h"
#include "xp_policy.h"

typedef enum {
    XP_FORM_SCRIPT_SRC,
    XP_FORM_SCRIPT_INLINE,
    XP_FORM_NOSCRIPT,
    XP_FORM_IMG,
    XP_FORM_IFRAME,
    XP_FORM_LINK,
    XP_FORM_STYLE,
    XP_FORM_AMP,
    XP_FORM_BLOCK,
    XP_FORM_GATE,  /* nothing goes: stubs and the gate are put in before a script that stays */
    XP_FORM_GATED, /* nothing goes: that script is told what is not to be loaded */
    XP_FORM_SET_ASIDE, /* nothing goes: an element with a handler of the site's loads an empty thing instead, and calls it */
    XP_FORM_HELD,      /* nothing goes: the element waits until somebody looks; this is what sets it aside … */
    XP_FORM_HELD_TOO /* … and what else is put in for that: no element of its own */
} xp_form;

const char *xp_form_name(xp_form form); /* "script src", "inline script", … */

/* Whether such an edit takes an element away. */
static inline bool xp_form_removes(xp_form form)
{
    return form < XP_FORM_GATE;
}

/* Whether the gate is put before scripts that stay and name a vendor: never, where one does, or with the whole catalogue into each page. */
typedef enum { XP_GATE_OFF, XP_GATE_ON, XP_GATE_ALL } xp_gate_mode;

typedef struct {
    const char *text;
    size_t len;
} xp_piece;

/* Why elements stay that would have gone or been gated otherwise. */
typedef enum {
    XP_LEFT_CHARSET, /* a meta charset would be moved beyond where browsers look for it */
    XP_LEFT_CSP,     /* a policy would not let run what has to stand in their place or before them */
    XP_LEFT_REASONS
} xp_left;

enum { XP_PIECE_LASTS = 1024 };

/* One edit. Edits come in order and never overlap; the pieces together replace the bytes [from, to), which are none if the form does not
 * remove. Of XP_FORM_GATED the first piece begins an attribute and one that is a quote ends it; what is between them is its items, with a blank
 * after each. In a held page another attribute may follow. */
typedef struct {
    uint64_t from, to;
    const xp_piece
        *pieces; /* valid during the call only; texts of XP_PIECE_LASTS bytes or more live as long as the rules */
    int npieces;
    int vendor;
    const char *pattern; /* the catalogue row's text that decided; lives as long as the rules */
    xp_form form;
} xp_edit;

typedef void (*xp_edit_fn)(void *ctx, const xp_edit *edit);

/* Why an element stays that may have to do with a vendor. */
typedef enum {
    XP_NEAR_TAG, /* its start tag, [from, to), is nobody's: that of a script with an address, a picture, a frame or a link */
    XP_NEAR_PLACE, /* the tag is a vendor's, but to take the element away would change how the rest is read, or the site waits for it */
    XP_NEAR_TEXT, /* nothing in the script's text, [from, to), is a vendor's */
    XP_NEAR_WORD, /* the text is a script that names a vendor and does other work: `at` is the first word not accounted for */
    XP_NEAR_LOADS, /* … that names a vendor and loads more than the vendor's, or too little is known of what it does */
    XP_NEAR_PROOF,    /* … of which every word is accounted for, but what it holds of the vendor's is no proof */
    XP_NEAR_NOSCRIPT, /* the content of a noscript */
    XP_NEAR_LONG,     /* longer than may be held */
    XP_NEAR_CHARSET,  /* as xp_left says */
    XP_NEAR_CSP
} xp_near_why;

typedef struct {
    xp_near_why why;
    uint64_t element;  /* where it begins */
    uint64_t from, to; /* what `why` speaks of; not settled, so that the caller has it, but for XP_NEAR_LONG */
    uint64_t at;
    int vendor; /* -1: nobody's as far as is known */
    const char *pattern;
} xp_near;

typedef void (*xp_near_fn)(void *ctx, const xp_near *near);

/* The page's bytes [from, to) in one piece: an element's text that came in several. They are not settled, so the caller still keeps them;
 * there are at most hold_limit. They are read before the call of the engine returns in which they are asked for, and before more are.
 * NULL if there is no memory: the element stays. */
typedef const char *(*xp_kept_fn)(void *ctx, uint64_t from, uint64_t to);

typedef struct {
    const xp_rules *rules;
    const xp_vendor_set *vendors; /* which may be removed */
    uint64_t hold_limit; /* bytes of an undecided element that the caller will keep; past it the element passes */
    xp_charset charset;  /* from Content-Type */
    xp_gate_mode gate;
    bool stubs; /* put the vendor's no-op in place of what was removed */
    bool hold;  /* nothing goes, it waits until somebody looks: docs/prerender.md. There are no stubs then */
    bool
        document; /* only what begins as a document does is judged, with a doctype or <html>; all else is XP_REASON_FRAGMENT */
    const xp_policies
        *policies; /* of the response's header; NULL if there are none. They are copied: metas add to them */
    xp_edit_fn on_edit;
    xp_kept_fn kept;
    xp_near_fn near; /* is told of what stays; NULL: nobody asks */
    void *ctx;       /* handed to all of them */
} xp_options;

#endif
