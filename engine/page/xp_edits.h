/* What leaves the engine: cuts become edits, with the comment and the stub that take the place of what goes, and with the gate before what
 * stays. */
#ifndef XP_EDITS_H
#define XP_EDITS_H

#include "../catalogue/xp_rules.h"
#include "xp_items.h"
#include "xp_options.h"
#include "xp_policy.h"

/* A decision that may still be waiting for another one. */
typedef struct {
    uint64_t from, to;
    const char *pattern;
    int16_t vendor;
    uint8_t form;       /* xp_form */
    uint8_t el;         /* xp_element: set aside */
    bool in_head;       /* stands where only a script keeps the parser's place: see xp_edits_put */
    bool integrity : 1; /* its text is held against a hash: set aside */
    bool doubtful : 1;  /* may stand in foreign content */
    bool late : 1;      /* its stub, or what lets it go on, may come later */
    bool
        shadow : 1; /* stands in a shadow root: its stub runs there if there is one, and nobody else is to count on it */
    bool nonced : 1; /* has the nonce that was seen last */
    bool data : 1;   /* a script that its address holds */
    bool
        in_block : 1; /* of a held page: is held if the block that it stands in is one, else only gated, if `form` says that */
    xp_items items; /* an inline script's */
} xp_cut;

typedef void (*xp_cut_fn)(void *ctx, const xp_cut *cut);

enum { XP_NONCE_MAX = 72 };

typedef struct {
    const xp_options *options;
    xp_policies policies;           /* of the header and of the metas so far */
    unsigned left[XP_LEFT_REASONS]; /* cuts that were not made */
    uint64_t pinned_to;             /* up to where the charset's declaration may reach: see xp_edits_pin … */
    bool sure;                      /* … and that is so for good */
    int64_t grown;                  /* how many bytes more the page has so far */
    xp_vendor_set stubbed;          /* vendors whose stub the page has */
    xp_vendor_set owed;             /* … or is to get, since something late of theirs is gone */
    int16_t shortened;              /* 1 + the vendor whose short stub it has */
    bool gated;                     /* the page has our gate, or what holds it */
    bool gate_owed;                 /* … or is to get it, since something waits for it already */
    uint8_t nonce_len;
    uint8_t read_len;
    uint8_t gate_nonce_len;
    char nonce[XP_NONCE_MAX];      /* of the last script that had one … */
    char gate_nonce[XP_NONCE_MAX]; /* … of what was put in, if it has one, … */
    char read[XP_NONCE_MAX];       /* … and of the tag that is being read */
} xp_edits;

void xp_edits_init(xp_edits *edits, const xp_options *options);

/* Remembers a tag's nonce; one that is no base64 value is not kept (CSP 3, 2.3.1), nor is one that is too long. It is the script's whose tag
 * it is from xp_edits_judge() on: cuts that wait may yet be made while the tag is read. */
void xp_edits_nonce(xp_edits *edits, const char *nonce, size_t len);

/* The script whose tag has been read is judged now. `nonce`: it has one. */
void xp_edits_judge(xp_edits *edits, bool nonce);

/* Where the charset's declaration ends, a meta's; XP_EARLY: it may yet come, anywhere before that; 0: there is none to be moved. Nothing is
 * put in that would move one beyond the bytes in which browsers look for it (HTML 13.2.3.2). `sure`: no other will be told. */
void xp_edits_pin(xp_edits *edits, uint64_t offset, bool sure);

/* Hands the cut to the caller. In place of an element that goes stands a comment, and with it, where stubs are on, the vendor's stub if the
 * page has none yet; if a policy would not let it run, a script stays. An element that stands before any head has begun is what begins it;
 * the comment alone would not, and what follows (a DOCTYPE, white space) would be parsed otherwise: there an empty script keeps the place.
 *
 * A script that stays (XP_FORM_GATED) gets the stubs of the vendors that it names and, if the page has none yet, the gate before it, and
 * in its start tag what is not to be loaded.
 *
 * XP_FORM_GATE puts the gate with the whole catalogue before it.
 *
 * False: nothing was put in, for that would move a declaration that may yet come, and nothing else is known of the cut; or for the gate: that
 * has come, and it can go behind it. */
bool xp_edits_put(xp_edits *edits, const xp_cut *cut);

/* The same of a cut of XP_FORM_HELD, in a held page: its element, which is at `element`, waits. Before the first that does so, or is gated,
 * stands the text that lets it go on. */
bool xp_edits_hold(xp_edits *edits, const xp_cut *cut, const char *element);

/* Whether an attribute that is there twice may take from the tag that was read last the effect of its nonce (CSP 3, 6.7.3.1). */
bool xp_edits_keep_tag(const xp_edits *edits, bool nonced);

/* By how much longer the page becomes at most if the element goes, or waits, and its stub, or what lets it go on, comes later; INT64_MAX if it may stay for another reason
 * than the charset. */
int64_t xp_edits_growth(const xp_edits *edits, const xp_cut *cut);

/* Puts the stubs of what was late of the cuts before `offset`, or what lets them go on. */
void xp_edits_put_stubs(xp_edits *edits, const xp_cut *cuts, unsigned n, uint64_t offset);

#endif
