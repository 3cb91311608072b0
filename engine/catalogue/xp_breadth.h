/* Whether a pattern would find what any site has: a host that everybody's sites are below, a folder that every site has. */
#ifndef XP_BREADTH_H
#define XP_BREADTH_H

#include "xp_vendors.h"

/* NULL, or what is too broad about a row that passes xp_rules_check(), and what would be right, as the end of a sentence: "'/js/' is a
 * folder …". Of the kinds that have to do with addresses and comments; others are never too broad here. Static text. */
const char *xp_breadth_check(const xp_pattern_row *row);

#endif
