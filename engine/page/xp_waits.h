/* Held pages: does an inline script wait as a whole until somebody looks, or does it run now?
 *
 * What runs now is gated: what it loads from vendors' hosts waits in the gate. So loaders, queues and settings run, for the rest of the
 * page counts on what they define; and so do scripts that do other work, for the page counts on that: what they call of a library that waits is
 * recorded (hold.js). A script that is a vendor's alone is asked for by nobody else. It waits if it calls what is not there while a library
 * waits, and what it defines waits with it. docs/snippet-or-mixed.md has the rule in full.
 */
#ifndef XP_WAITS_H
#define XP_WAITS_H

#include "../script/xp_js.h"
#include "xp_items.h"
#include "xp_options.h"

enum { XP_WAITS_VENDORS = 32, XP_WAITS_NAMES = 512 };

/* What the page has shown so far. Names are kept as bits: one may be taken for another, which errs to what runs. */
typedef struct {
    uint64_t runs[XP_WAITS_NAMES / 64];  /* vendors' globals that scripts which ran have defined … */
    uint64_t waits[XP_WAITS_NAMES / 64]; /* … and that those define which wait */
    uint16_t vendor[XP_WAITS_VENDORS]; /* 1 + the vendors whose libraries wait, the first so many; 0 behind the last */
} xp_waits;

void xp_waits_init(xp_waits *waits);

/* An external script of that vendor waits, which the parser would have waited for, or the page's end (defer, modules). */
void xp_waits_for(xp_waits *waits, int vendor);

/* The same of a script that is async: what scripts call while the page is read cannot count on it, but what they call when it has loaded can. */
void xp_waits_for_async(xp_waits *waits, int vendor);

enum { XP_WAITS_OPEN = 8 };

/* What is heard of an inline script's names as xp_text_judge_script() reads it: nearly always that tells what it does. */
typedef struct {
    const xp_waits *waits;
    bool known;  /* all of the script was read … */
    bool loads;  /* … and it names what it may load, as these say */
    bool unsure; /* it has to be read once more */
    uint8_t nopen;
    uint64_t open[XP_WAITS_OPEN];       /* of names that it uses, and nothing that ran has defined */
    uint64_t defs[XP_WAITS_NAMES / 64]; /* names that it defines … */
    uint64_t all[XP_WAITS_NAMES / 64];  /* … or names at all */
} xp_waits_names;

/* For an xp_text_hearer; `ctx` is one of these, of which `waits` is set. */
void xp_waits_meet(void *ctx, xp_js_does how, int vendor, const char *name, size_t len);

/* An inline script comes next in the page, of whomever it is: does it wait as a whole? What xp_text_judge_script() has found: `goes`, it is a
 * vendor's snippet and nothing else; `items`, where it may load from; `names`. `doublebyte`: as for that function. */
bool xp_waits_judge(xp_waits *waits, const xp_options *options, const char *text, size_t len, bool doublebyte,
                    bool goes, const xp_items *items, const xp_waits_names *names);

enum { XP_WAITS_MADE = 16 };

/* A vendor's global that an inline script makes which waits as a whole. */
typedef struct {
    xp_piece name; /* letters, digits, '_' and '$' */
    bool queue;    /* an empty list, which others fill: it can be there before */
} xp_made;

/* What such a script makes for others to call, as far as can be seen: a name that is declared as a function, or gets a value that is no literal;
 * alone, or hanging off a name that stands alone (a loader's parameter may be window); or that a loader is told by a string, and gives one
 * (w[l] = w[l] || []). One byte says too little to be a name, nor do two that stand alone. Each once, in the order of the text, of which they are
 * pieces; the first XP_WAITS_MADE go to `made`, and how many is returned. */
int xp_waits_made(const xp_options *options, const char *text, size_t len, xp_made *made);

#endif
