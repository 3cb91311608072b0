/* Can a script's text run at all?
 *
 * Scripts are nested by mistake: <script><script src="…"></script>. The inner tag is the outer script's text then, no parser of
 * JavaScript takes it, and nothing of it ever runs; nor does anything of a text that is all comments and strings. Such a script may go
 * whole, whatever its words are. The answer is yes only where there is no doubt, and doubt comes early: at a slash that may divide or
 * quote, a byte beyond ASCII in a string, or after XP_INERT_MAX bytes.
 */
#ifndef XP_INERT_H
#define XP_INERT_H

#include <stdbool.h>
#include <stddef.h>

enum { XP_INERT_MAX = 1024 };

/* Can nothing of this script's text run? */
bool xp_inert_is(const char *text, size_t len);

#endif
