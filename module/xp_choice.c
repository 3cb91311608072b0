/* Words to choose from: see xp_choice.h. */
#include "xp_choice.h"

#include "apr_strings.h"

#include "xp_nearest.h"

int xp_choice_find(const char *value, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (!ap_cstr_casecmp(value, words[i]))
            return i;
    return -1;
}

const char *xp_choice_list(apr_pool_t *p, const apr_array_header_t *words)
{
    apr_array_header_t *parts = apr_array_make(p, 2 * words->nelts + 1, sizeof(const char *));

    for (int i = 0; i < words->nelts; i++) {
        if (i)
            APR_ARRAY_PUSH(parts, const char *) = ", ";
        APR_ARRAY_PUSH(parts, const char *) = APR_ARRAY_IDX(words, i, const char *);
    }
    return apr_array_pstrcat(p, parts, '\0');
}

const char *xp_choice_set(cmd_parms *cmd, int *slot, const char *value, const char *const *words, int n)
{
    apr_array_header_t *list = apr_array_make(cmd->temp_pool, n, sizeof(const char *));
    int at = xp_choice_find(value, words, n);
    const char *guess;

    if (at >= 0) {
        *slot = at;
        return NULL;
    }
    for (int i = 0; i < n; i++)
        APR_ARRAY_PUSH(list, const char *) = words[i];
    guess = xp_nearest_of(cmd->temp_pool, value, list);
    return apr_psprintf(cmd->pool, "%s: '%s' is none of %s%s%s", cmd->cmd->name, value,
                        xp_choice_list(cmd->temp_pool, list), guess ? ": " : "", guess ? guess : "");
}
