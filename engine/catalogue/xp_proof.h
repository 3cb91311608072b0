/* What a literal in a script's text proves by itself. A script goes as a vendor's snippet only if it names one of the vendor's URLs, or holds two
 * of its literals, or one that nobody else would write; or one that is in doubt, where the page has shown before that it has to do with the
 * vendor. Which are in doubt is told from their texts; docs/snippet-or-mixed.md says how. */
#ifndef XP_PROOF_H
#define XP_PROOF_H

#include "xp_catalogue.h"

/* Whether the text of an inline row is proof by itself. */
bool xp_proof_is(const char *text);

#endif
