/* The nearest name: see xp_meant.h. Counted in letters put in, left out and changed (Levenshtein 1965). The module has such a thing of its own,
 * with APR's pools and arrays (module/xp_nearest.c). */
#include "xp_meant.h"

#include <string.h>

#include "../engine/bytes/xp_ascii.h"

enum { LONGEST = 64 };

static size_t distance(const char *a, size_t m, const char *b, size_t n)
{
    size_t row[LONGEST + 1];

    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t changed = corner + (xp_lower(a[i - 1]) != xp_lower(b[j - 1]));
            size_t less = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;

            corner = row[j];
            row[j] = changed < less ? changed : less;
        }
    }
    return row[n];
}

void xp_meant_begin(xp_meant *meant, const char *typed, size_t len)
{
    *meant = (xp_meant){ .typed = typed, .len = len, .differs = LONGEST };
}

void xp_meant_consider(xp_meant *meant, const char *name)
{
    size_t differs = distance(meant->typed, meant->len, name, strlen(name));

    if (differs <= 1 + meant->len / 4 && differs < meant->differs) {
        meant->name = name;
        meant->differs = differs;
    }
}
