/* See xp_signs.h. */
#include "xp_signs.h"

#include <string.h>

void xp_signs_add(xp_signs *signs, const xp_rules *rules, int vendor)
{
    unsigned doubt = vendor < 0 ? 0 : xp_rules_doubt(rules, vendor);
    size_t i = 0;

    if (!doubt)
        return;
    while (i < XP_SIGNS && signs->of[i] && signs->of[i] != doubt)
        i++;
    if (i < XP_SIGNS)
        signs->of[i] = (uint8_t)doubt;
}

bool xp_signs_has(const xp_signs *signs, const xp_rules *rules, int vendor)
{
    unsigned doubt = vendor < 0 ? 0 : xp_rules_doubt(rules, vendor);

    return doubt && memchr(signs->of, (int)doubt, sizeof signs->of);
}
