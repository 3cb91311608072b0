/* The nearest text: see xp_nearest.h. Counted in letters put in, left out and changed, as everybody does (Levenshtein 1965). */
#include "xp_nearest.h"

#include "apr_lib.h"
#include "apr_strings.h"

#include "xp_choice.h"

enum { LONGEST = 128, SHOWN = 8 };

/* How many letters differ, without regard to case; LONGEST if a text has that many. */
static size_t distance(const char *a, const char *b)
{
    size_t row[LONGEST], n = strlen(b);

    if (strlen(a) >= LONGEST || n >= LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; *a; i++, a++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t changed = corner + (apr_tolower(*a) != apr_tolower(b[j - 1]));
            size_t less = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;

            corner = row[j];
            row[j] = changed < less ? changed : less;
        }
    }
    return row[n];
}

static const char *list_some(apr_pool_t *p, const apr_array_header_t *texts)
{
    apr_array_header_t some = *texts;
    const char *list;

    some.nelts = texts->nelts < SHOWN ? texts->nelts : SHOWN;
    list = xp_choice_list(p, &some);
    return texts->nelts > SHOWN ? apr_psprintf(p, "%s and %d more", list, texts->nelts - SHOWN) : list;
}

const char *xp_nearest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts)
{
    size_t best = LONGEST;
    int at = -1;

    for (int i = 0; i < texts->nelts; i++) {
        size_t differs = distance(typed, APR_ARRAY_IDX(texts, i, const char *));

        if (differs < best) {
            best = differs;
            at = i;
        }
    }
    if (at >= 0 && best <= 1 + strlen(typed) / 3)
        return apr_psprintf(p, "the nearest is '%s'", APR_ARRAY_IDX(texts, at, const char *));
    return texts->nelts ? apr_psprintf(p, "there %s %s", texts->nelts > 1 ? "are" : "is", list_some(p, texts))
                        : "there is none";
}
