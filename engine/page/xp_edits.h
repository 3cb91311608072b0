/* What leaves the engine: cuts become edits, with the comment and the stub that take the place of what goes. */
#ifndef XP_EDITS_H
#define XP_EDITS_H

#include "../catalogue/xp_rules.h"
#include "xp_options.h"

/* A decision that may still be waiting for another one. */
typedef struct {
    uint64_t from, to;
    const char *pattern;
    int16_t vendor;
    uint8_t form; /* xp_form */
    bool in_head; /* stands where only a script keeps the parser's place: see xp_edits_put */
} xp_cut;

typedef void (*xp_cut_fn)(void *ctx, const xp_cut *cut);

enum { XP_NONCE_MAX = 72 };

typedef struct {
    const xp_options *options;
    xp_vendor_set stubbed; /* vendors whose stub the page has */
    int16_t shortened;     /* 1 + the vendor whose short stub it has */
    uint8_t nonce_len;
    char nonce[XP_NONCE_MAX]; /* of the script that was judged last */
} xp_edits;

void xp_edits_init(xp_edits *edits, const xp_options *options);

/* Remembers a script's nonce; one that is no base64 value is not kept (CSP 3, 2.3.1), nor is one that is too long. */
void xp_edits_nonce(xp_edits *edits, const char *nonce, size_t len);

/* Hands the cut to the caller. In place of an element stands a comment, and with it, where stubs are on, the vendor's stub if the page
 * has none yet. An element that stands before any head has begun is what begins it; the comment alone would not, and what follows
 * (a DOCTYPE, white space) would be parsed otherwise: there an empty script keeps the place. */
void xp_edits_put(xp_edits *edits, const xp_cut *cut);

#endif
