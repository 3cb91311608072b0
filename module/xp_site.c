/* What XPurposeVendor says: see xp_site.h. */
#include "xp_site.h"

#include "http_log.h"
#include "apr_strings.h"

#include "xp_choice.h"

APLOG_USE_MODULE(xpurpose);

#define SIZE_OF(array) (int)(sizeof(array) / sizeof *(array))

enum { VENDOR_NAME_MAX = 31 };

static struct {
    apr_array_header_t *rows;  /* xp_pattern_row */
    apr_array_header_t *names; /* const char *, in the order of their first row */
    xp_rules *rules;
    xp_vendor_set defaults;
} site;

void xp_site_begin(apr_pool_t *pconf)
{
    site.rows = apr_array_make(pconf, 8, sizeof(xp_pattern_row));
    site.names = apr_array_make(pconf, 4, sizeof(const char *));
    site.rules = NULL;
}

const xp_rules *xp_site_rules(void)
{
    return site.rules;
}

const xp_vendor_set *xp_site_defaults(void)
{
    return &site.defaults;
}

int xp_site_find(const char *name)
{
    int vendor = xp_catalogue_find(name);

    for (int i = 0; vendor < 0 && i < site.names->nelts; i++)
        if (!ap_cstr_casecmp(APR_ARRAY_IDX(site.names, i, const char *), name))
            vendor = (int)xp_vendors_count + i;
    return vendor;
}

/* ---- The directive ------------------------------------------------------------------------------------------------------ */

/* The gate bears its name where stubs bear their vendor's. */
static int is_vendor_name(const char *name)
{
    static const char *const NO_NAME[] = { "all", "none", "gate" };
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return n > 0 && n <= VENDOR_NAME_MAX && !name[n] && *name != '-' &&
           xp_choice_find(name, NO_NAME, SIZE_OF(NO_NAME)) < 0;
}

/* Takes one row, after making sure that the engine will. */
static const char *add_row(cmd_parms *cmd, xp_pattern_row row)
{
    const char *wrong = xp_rules_check(&row);

    if (wrong)
        return apr_psprintf(cmd->pool, "%s: '%s' %s", cmd->cmd->name, row.text, wrong);
    for (int i = 0; row.kind == XP_STUB && i < site.rows->nelts; i++) {
        const xp_pattern_row *old = &APR_ARRAY_IDX(site.rows, i, xp_pattern_row);

        if (old->kind == XP_STUB && !strcmp(old->vendor, row.vendor))
            return apr_psprintf(cmd->pool, "%s: '%s' is a second stub of %s: give one", cmd->cmd->name, row.text,
                                row.vendor);
    }
    if (xp_site_find(row.vendor) < 0) {
        if ((int)xp_vendors_count + site.names->nelts >= XP_VENDORS_MAX)
            return apr_psprintf(cmd->pool, "%s: '%s' is one vendor too many: %d is the limit, %d are in the catalogue",
                                cmd->cmd->name, row.vendor, XP_VENDORS_MAX, (int)xp_vendors_count);
        APR_ARRAY_PUSH(site.names, const char *) = row.vendor;
    }
    APR_ARRAY_PUSH(site.rows, xp_pattern_row) = row;
    return NULL;
}

const char *xp_site_set_vendor(cmd_parms *cmd, void *dir, int argc, char *const argv[])
{
    static const char *const KIND[] = { "url", "inline", "global", "block", "stub" }; /* as xp_kind */
    const char *error = ap_check_cmd_context(cmd, GLOBAL_ONLY);
    xp_pattern_row row = { 0 };
    int kind = 0, step;
    char *name;

    (void)dir;
    if (error)
        return error;
    if (argc < 3)
        return apr_psprintf(cmd->pool, "%s: '%s' is too little: give name url|inline|global|block|stub pattern...",
                            cmd->cmd->name, argc ? argv[argc - 1] : "");
    name = apr_pstrdup(cmd->pool, argv[0]);
    ap_str_tolower(name);
    if (!is_vendor_name(name))
        return apr_psprintf(
            cmd->pool, "%s: '%s' is no vendor's name: give a-z, 0-9 and '-', at most %d, and not all, none or gate",
            cmd->cmd->name, argv[0], VENDOR_NAME_MAX);
    error = xp_choice_set(cmd, &kind, argv[1], KIND, SIZE_OF(KIND));
    row.vendor = name;
    row.kind = (xp_kind)kind;
    step = row.kind == XP_BLOCK ? 2 : 1;
    if (!error && argc % 2 && step == 2)
        error = apr_psprintf(cmd->pool, "%s: '%s' begins a block that nothing ends: give begin and end", cmd->cmd->name,
                             argv[argc - 1]);
    for (int i = 2; !error && i < argc; i += step) {
        row.text = apr_pstrdup(cmd->pool, argv[i]);
        row.more = step == 2 ? apr_pstrdup(cmd->pool, argv[i + 1]) : NULL;
        error = add_row(cmd, row);
    }
    return error;
}

/* ---- Compiling ---------------------------------------------------------------------------------------------------------- */

static void *pool_alloc(void *pool, size_t size)
{
    return apr_pcalloc(pool, size);
}

int xp_site_compile(apr_pool_t *pconf, server_rec *s)
{
    site.rules = xp_rules_build((const xp_pattern_row *)site.rows->elts, (size_t)site.rows->nelts, pool_alloc, pconf);
    if (!site.rules) {
        ap_log_error(APLOG_MARK, APLOG_CRIT, 0, s, "the catalogue and XPurposeVendor's %d patterns do not compile",
                     site.rows->nelts);
        return HTTP_INTERNAL_SERVER_ERROR;
    }
    memset(&site.defaults, 0, sizeof site.defaults);
    xp_catalogue_default(&site.defaults);
    for (int i = 0; i < site.names->nelts; i++)
        xp_set_add(&site.defaults, (int)xp_vendors_count + i);
    return OK;
}
