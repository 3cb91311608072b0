/* See xp_scope.h. */
#include "xp_scope.h"

#include "apr_hash.h"

static struct {
    apr_array_header_t *scopes; /* xp_scope */
    apr_hash_t *number;         /* by what `dir` points to: the scope's number, and one more */
} all;

void xp_scope_begin(apr_pool_t *pconf)
{
    all.scopes = apr_array_make(pconf, 8, sizeof(xp_scope));
    all.number = apr_hash_make(pconf);
}

const xp_scope *xp_scope_of(const void *dir)
{
    apr_size_t number = (apr_size_t)apr_hash_get(all.number, &dir, sizeof dir);

    return number ? &APR_ARRAY_IDX(all.scopes, number - 1, xp_scope) : NULL;
}

/* Lines of an <IfModule> or a <Limit> stand in the section round it. */
static int is_transparent(const ap_directive_t *section)
{
    return !ap_cstr_casecmpn(section->directive, "<Limit", 6) || !ap_cstr_casecmpn(section->directive, "<IfM", 4) ||
           !ap_cstr_casecmpn(section->directive, "<IfD", 4) || !ap_cstr_casecmpn(section->directive, "<IfV", 4) ||
           !ap_cstr_casecmpn(section->directive, "<IfF", 4) || !ap_cstr_casecmpn(section->directive, "<IfS", 4) ||
           !ap_cstr_casecmpn(section->directive, "<Require", 8);
}

void xp_scope_note(cmd_parms *cmd, const void *dir)
{
    const ap_directive_t *section = cmd->directive->parent;
    const void **key;

    if (ap_check_cmd_context(cmd, NOT_IN_HTACCESS) || xp_scope_of(dir))
        return;
    while (section && is_transparent(section))
        section = section->parent;
    key = apr_palloc(all.scopes->pool, sizeof *key);
    *key = dir;
    APR_ARRAY_PUSH(all.scopes, xp_scope) = (xp_scope){ dir, cmd->server, section };
    apr_hash_set(all.number, key, sizeof *key, (void *)(apr_size_t)all.scopes->nelts);
}

const apr_array_header_t *xp_scope_all(void)
{
    return all.scopes;
}
