/* The gate: one constant script that stops vendors' loads where scripts stay that name them, and in a held page lets them wait. Its
 * source is gate.js beside this header, and for held pages hold.js within it; tools/compact.awk makes it short, and what comes out is
 * compiled in. What it does is in docs/gate.md.
 */
#ifndef XP_GATE_H
#define XP_GATE_H

#include "xp_policy.h"

/* What stands between the tags: ASCII, on one line, followed by a NUL, which the length does not count. */
extern const char xp_gate_text[], xp_hold_text[];
extern const size_t xp_gate_len, xp_hold_len;

/* How a Content-Security-Policy names the texts. t/85-gate.t says what these must be when a source has changed. */
#define XP_GATE_HASH "sha256-9aLK4Zsm2SCk+bIzCtkvwYGo+Jyb6pG/X8H0xhPSBsU="
#define XP_HOLD_HASH "sha256-aThAsdeub5sa4Ziqu+wET9yva9qAwmi0x8mUgOWKoCk="

/* Begins a page's policies, in which the hash of the one or of the other is going to be put. */
static inline void xp_gate_begin_policies(xp_policies *all, bool hold)
{
    xp_policies_init(all, hold ? XP_HOLD_HASH : XP_GATE_HASH, hold ? XP_HASH_EVERYWHERE : XP_HASH_BESIDE_HASHES);
}

#endif
