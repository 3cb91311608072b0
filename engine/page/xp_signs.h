/* Which vendors the page has shown that it has to do with, as far as a later verdict depends on it: the first XP_SIGNS of those of whom something
 * is in doubt. Beyond that a page shows nothing, and what is in doubt stays. */
#ifndef XP_SIGNS_H
#define XP_SIGNS_H

#include "../catalogue/xp_rules.h"

enum { XP_SIGNS = 8 };

typedef struct {
    uint8_t of[XP_SIGNS]; /* the vendors' numbers, xp_rules_doubt(); 0 behind the last */
} xp_signs;

/* The page has to do with `vendor`; -1 is nobody. */
void xp_signs_add(xp_signs *signs, const xp_rules *rules, int vendor);

/* Whether it has shown that. */
bool xp_signs_has(const xp_signs *signs, const xp_rules *rules, int vendor);

#endif
