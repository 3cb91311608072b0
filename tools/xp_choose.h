/* Which vendors are removed: a list of words as XPurposeVendors has it, and the same words where one of them is wrong. */
#ifndef XP_CHOOSE_H
#define XP_CHOOSE_H

#include "../engine/xp_scan.h"

enum { XP_CHOOSE_TEXT = 1024 }; /* room for any complaint */

/* Names, classes with an @, All, with blanks or commas between them, or None: without signs they make a new set, with signs they change `set`.
 * `list` is cut up. False: `wrong` says which word and what would be right, and the set may be anything. */
bool xp_choose_vendors(xp_vendor_set *set, char *list, char wrong[XP_CHOOSE_TEXT]);

#endif
