/* What is probably meant: see xp_nearest.h. */
#include "xp_nearest.h"

#include "apr_strings.h"

#include "../engine/xp_scan.h"

enum { GUESSES = 6, SHOWN = 8 };

/* The first `most` of the texts, with commas and with " or " before the last one; how many more there are. */
static const char *list(apr_pool_t *p, const apr_array_header_t *texts, int most)
{
    apr_array_header_t *parts = apr_array_make(p, 2 * SHOWN + 2, sizeof(const char *));
    int n = texts->nelts < most ? texts->nelts : most;

    for (int i = 0; i < n; i++) {
        if (i)
            APR_ARRAY_PUSH(parts, const char *) = i + 1 < n || n < texts->nelts ? ", " : " or ";
        APR_ARRAY_PUSH(parts, const char *) = APR_ARRAY_IDX(texts, i, const char *);
    }
    if (n < texts->nelts)
        APR_ARRAY_PUSH(parts, const char *) = apr_psprintf(p, " or one of %d more", texts->nelts - n);
    return apr_array_pstrcat(p, parts, '\0');
}

/* What one of the engine's two has to say. */
static const char *ask(apr_pool_t *p, const char *typed, const apr_array_header_t *texts,
                       size_t (*likeliest)(const char *, const char *const *, size_t, const char **))
{
    apr_array_header_t *guesses = apr_array_make(p, texts->nelts + 1, sizeof(const char *));

    guesses->nelts =
        (int)likeliest(typed, (const char *const *)texts->elts, (size_t)texts->nelts, (const char **)guesses->elts);
    return guesses->nelts ? apr_psprintf(p, "did you mean %s?", list(p, guesses, GUESSES)) : NULL;
}

const char *xp_nearest_of(apr_pool_t *p, const char *typed, const apr_array_header_t *texts)
{
    return ask(p, typed, texts, xp_likeliest);
}

const char *xp_nearest_vendor(apr_pool_t *p, const char *typed, const apr_array_header_t *names)
{
    return ask(p, typed, names, xp_likeliest_vendors);
}

const char *xp_nearest(apr_pool_t *p, const char *typed, const apr_array_header_t *texts)
{
    const char *guess = xp_nearest_of(p, typed, texts);

    if (guess)
        return guess;
    return texts->nelts ? apr_psprintf(p, "there is %s", list(p, texts, SHOWN)) : "there is none";
}
