/* What is known of a page so far, and the one element of it that is undecided: for xp_scan.c, and for
 * what that asks of held pages (xp_held.c). */
#ifndef XP_OPEN_H
#define XP_OPEN_H

#include "html/xp_declared.h"
#include "html/xp_prologue.h"
#include "html/xp_tok.h"
#include "html/xp_tree.h"
#include "page/xp_block.h"
#include "page/xp_early.h"
#include "page/xp_judge.h"
#include "page/xp_look.h"
#include "page/xp_signs.h"
#include "page/xp_waits.h"

/* The element that is undecided. */
typedef enum {
    XP_OPEN_NONE,
    XP_OPEN_LOAD,     /* loads a vendor's URL: goes when its end tag comes */
    XP_OPEN_TEXT,     /* an inline script or a style: its text decides, if it is not too long */
    XP_OPEN_DATA,     /* a script that its src holds */
    XP_OPEN_GATE,     /* a script of ours: there shall be a gate with the whole catalogue, and it may be it */
    XP_OPEN_NOSCRIPT, /* its content decides */
    XP_OPEN_AMP       /* amp-analytics: goes if there is nothing in it but data scripts */
} xp_open;

struct xp_scan {
    const xp_options *options;
    uint64_t offset;    /* bytes fed so far */
    const char *piece;  /* what is being fed … */
    uint64_t piece_at;  /* … and where it begins */
    uint64_t from;      /* where the undecided element begins … */
    uint64_t text_from; /* … and its text */
    uint8_t open;       /* xp_open */
    uint8_t open_el;    /* its name */
    uint8_t reason;     /* xp_reason */
    uint8_t charset;    /* xp_charset */
    xp_beginning beginning;
    bool watched : 1;  /* the script's text must not hold a '<' */
    bool doubtful : 1; /* the undecided script may be SVG's: nothing is put before it */
    bool ended : 1;    /* nothing more comes */
    bool held : 1;     /* the rest has been held before */
    bool begun : 1;    /* whether it is a document is known */
    bool worded : 1;   /* it begins with a text */
    bool tagged : 1;   /* a tag has been read, … */
    bool fragment : 1; /* … and it was part of a table */
    bool in_svg : 1;   /* it is svg's: any tag but its end tag leaves it as it is */
    bool quiet : 1;    /* the script is judged for what goes as a whole, and is told nothing if it stays */
    bool marked : 1;   /* it says what the gate is to mind, but we have not said that */
    bool late : 1;     /* its text, if there is none, is in what becomes its src */
    bool bare : 1;     /* no src, and no id that tells: a text in it runs, and is what it is judged by */
    bool gate_due : 1; /* the gate with the whole catalogue is to come */
    bool put_off : 1;  /* of a held page: an optimizer's script, which is told what waits, and does not wait itself */
    bool async : 1;    /* … its tag says so */
    bool by_row : 1;   /* … it is the vendor's whatever its text is */
    unsigned hold_hits;
    xp_cut cut;           /* what becomes of the undecided element */
    xp_facts facts;       /* of the start tag that is being read */
    xp_options effective; /* the caller's, less what the page itself forbids */
    xp_edits edits;
    xp_tree tree;
    xp_tok tok;
    xp_block block;
    xp_early early;
    xp_signs signs; /* which vendors the page has to do with */
    xp_waits waits; /* … and which of them do not run yet */
    char value[XP_VALUE_MAX];
    xp_prologue prologue;
};

/* Nothing more is looked at. What is undecided passes; what has been decided, and waits, is carried out. */
void xp_open_stop(struct xp_scan *s);

/* What nearly went is told to whoever asks: what it is, [from, to), and where in it that is to be seen. */
void xp_open_tell(const struct xp_scan *s, xp_near_why why, uint64_t from, uint64_t to, xp_hit hit, uint64_t at);

/* The same of a script that stays, where somebody asks; what it is judged by is the text. */
void xp_open_tell_text(const struct xp_scan *s, const char *text, size_t len, xp_hit hit);

/* The undecided element has grown too long. */
void xp_open_pass_long(struct xp_scan *s, uint64_t to);

/* What stands from `from` to `to`, in one piece; NULL if it cannot be had. */
const char *xp_open_whole(const struct xp_scan *s, uint64_t from, uint64_t to);

/* A cut becomes edits; false: not yet. For xp_early. */
bool xp_open_put(void *ctx, const xp_cut *cut);

/* A cut is made, or waits for the charset. For xp_block. */
void xp_open_decide(void *ctx, const xp_cut *cut);

/* The element whose start tag has just been read is the undecided one. */
void xp_open_begin(struct xp_scan *s, xp_open open, xp_element el, xp_hit hit, xp_form form);

/* The undecided element ends at `to` and goes, unless it is longer than may be held. */
void xp_open_cut(struct xp_scan *s, uint64_t to);

/* The same, for what speaks for it. */
void xp_open_cut_for(struct xp_scan *s, xp_hit hit, uint64_t end);

/* The tag that ends at `end`, for a second look; false: it cannot be had. */
bool xp_open_look_at(struct xp_scan *s, uint64_t end, xp_look *look);

/* Whether an element row may be about a script's text: by an id, as settings have one, or since it says that there is no src. */
bool xp_open_is_of_text(const char *row);

/* Nothing of the tag that ends at `end` is settled: it is no longer than may be held. */
static inline bool xp_open_is_kept(const struct xp_scan *s, uint64_t end)
{
    return end - s->tok.from <= s->options->hold_limit;
}

/* Whether the hit is one here, if it is one. */
static inline bool xp_open_counts(const struct xp_scan *s, xp_hit hit)
{
    return hit.vendor >= 0 && (!(hit.uses & XP_USE_KNOWN) || xp_signs_has(&s->signs, s->options->rules, hit.vendor));
}

#endif
