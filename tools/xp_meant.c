/* A question: see xp_meant.h. */
#include "xp_meant.h"

#include <stdio.h>
#include <string.h>

enum { GUESSES = 6 };

void xp_meant_ask(char to[XP_MEANT_TEXT], const char *typed, const char *const *names, size_t n, xp_meant_fn *likeliest)
{
    const char *guesses[XP_MEANT_NAMES], *between = "did you mean ";
    size_t found = likeliest(typed, names, n, guesses), shown = found < GUESSES ? found : GUESSES, len = 0;

    to[0] = '\0';
    for (size_t i = 0; i < shown && len < XP_MEANT_TEXT; i++) {
        len += (size_t)snprintf(to + len, XP_MEANT_TEXT - len, "%s%s", between, guesses[i]);
        between = i + 2 == found ? " or " : ", ";
    }
    if (shown < found)
        snprintf(to + len, XP_MEANT_TEXT - len, " or one of %zu more?", found - shown);
    else if (found)
        snprintf(to + len, XP_MEANT_TEXT - len, "?");
}
