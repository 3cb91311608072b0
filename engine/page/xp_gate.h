/* The gate: one constant script that stops vendors' loads where scripts stay that name them. Its source is gate.js beside this
 * header; tools/compact.awk makes it short, and what comes out is compiled in. What it does is in docs/gate.md.
 */
#ifndef XP_GATE_H
#define XP_GATE_H

#include <stddef.h>

extern const char xp_gate_text[]; /* what stands between the tags: ASCII, on one line, followed by a NUL */
extern const size_t xp_gate_len;  /* without the NUL */

/* How a Content-Security-Policy names the text. t/85-gate.t says what it must be when gate.js has changed. */
#define XP_GATE_HASH "sha256-MB2sl+2G7orK11FRQ+jFfcrLx3Fh5OXVtp+L4gxRklU="

#endif
