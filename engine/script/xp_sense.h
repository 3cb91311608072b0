/* Whether a row makes sense as one of a vendor's: what is asked of the rows that an administrator writes, and of the catalogue's by its tests. */
#ifndef XP_SENSE_H
#define XP_SENSE_H

#include <stddef.h>

#include "../catalogue/xp_vendors.h"

enum { XP_SENSE_ALL = -1 };

/* NULL, or what is wrong with the row, and what would be right, as the end of a sentence: "'window' …". Static text. Besides what
 * xp_rules_check() says: it would find what any page has, or its JavaScript is not whole. `*at`: where in the text, or XP_SENSE_ALL. */
const char *xp_sense_check(const xp_pattern_row *row, ptrdiff_t *at);

#endif
