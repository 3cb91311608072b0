/* mod_xpurpose: takes analytics out of HTML that nobody is going to look at.
 *
 * This file is what httpd sees: the directives with their one-sentence documentation (`httpd -L` prints it), the hooks, and the
 * module's record. module/ does the work on httpd's side, engine/ knows HTML and analytics.
 */
#include "httpd.h"
#include "http_config.h"
#include "http_core.h"
#include "http_protocol.h"
#include "http_request.h"
#include "mpm_common.h"
#include "mod_status.h"
#include "apr_optional_hooks.h"

#include "module/xp_config.h"
#include "module/xp_count.h"
#include "module/xp_dav.h"
#include "module/xp_dump.h"
#include "module/xp_filter.h"
#include "module/xp_insertion.h"
#include "module/xp_scope.h"
#include "module/xp_signal.h"
#include "module/xp_site.h"
#include "module/xp_status.h"
#include "module/xp_unpack.h"

/* Everything else is hidden by -fvisibility=hidden: modules share one name space. */
extern __attribute__((visibility("default"))) module xpurpose_module;

static const command_rec directives[] = {
    AP_INIT_TAKE1(
        "XPurpose", xp_config_set_mode, NULL, OR_FILEINFO,
        "On to strip analytics from HTML that nobody looks at, DryRun to find and report only, Off (default)"),
    AP_INIT_TAKE_ARGV(
        "XPurposeSignal", xp_config_set_signal, NULL, RSRC_CONF,
        "class (preview, prefetch, prerender, agent or view), header and value (* for any) or expr=EXPR: requests "
        "that are of the class; None drops inherited rules"),
    AP_INIT_TAKE2("XPurposeAction", xp_config_set_action, NULL, OR_FILEINFO,
                  "class (preview, prefetch, prerender or agent), and Strip (default for preview), Pass (default for "
                  "the others) or Hold (prefetch and prerender only)"),
    AP_INIT_TAKE_ARGV("XPurposeInsert", xp_insertion_set, NULL, OR_FILEINFO,
                      "head-start, head-end or body-end, and markup or file:path: the site's own analytics, put there "
                      "into every page that somebody may look at; None for nothing of an enclosing scope's"),
    AP_INIT_TAKE_ARGV(
        "XPurposeVendors", xp_config_set_vendors, NULL, OR_FILEINFO,
        "names of the vendors to remove, or @class for all of a class, or +name and -name, +@class and -@class to "
        "change the inherited set, or All or None"),
    AP_INIT_TAKE_ARGV(
        "XPurposeVendor", xp_site_set_vendor, NULL, RSRC_CONF,
        "name, url, inline, global, element, block, stub, makes or spare, and patterns: what a vendor of the catalogue "
        "or of "
        "the site's own is known by; with - before that word, what it is not; None drops the catalogue's"),
    AP_INIT_TAKE1("XPurposeStubs", xp_config_set_stubs, NULL, OR_FILEINFO,
                  "On (default) to put a vendor's no-op in place of what was removed, or Off"),
    AP_INIT_TAKE1("XPurposeGate", xp_config_set_gate, NULL, OR_FILEINFO,
                  "On (default) to stop where it runs what scripts load that do other work too, Off, or All to stop it "
                  "on every stripped page, whoever loads it"),
    AP_INIT_TAKE1("XPurposeVary", xp_config_set_vary, NULL, OR_FILEINFO,
                  "On (default) to name the headers that signals read in the Vary of HTML, or Off"),
    AP_INIT_TAKE1("XPurposeElementLimit", xp_config_set_hold_limit, NULL, RSRC_CONF | ACCESS_CONF,
                  "bytes of an undecided element that may be held back, from 4096 to 16777216 (default 262144)"),
    AP_INIT_TAKE1("XPurposeHoldLimit", xp_config_set_hold_limit_of_old, NULL, RSRC_CONF | ACCESS_CONF,
                  "old name of XPurposeElementLimit, for one more release"),
    { .name = NULL },
};

static int pre_config(apr_pool_t *pconf, apr_pool_t *plog, apr_pool_t *ptemp)
{
    (void)plog;
    (void)ptemp;
    xp_config_begin();
    xp_scope_begin(pconf);
    xp_site_begin(pconf);
    xp_selection_begin(pconf);
    xp_insertion_begin(pconf);
    return OK;
}

/* The whole configuration has been read, and may yet be refused. */
static int check_config(apr_pool_t *pconf, apr_pool_t *plog, apr_pool_t *ptemp, server_rec *s)
{
    (void)pconf;
    (void)plog;
    xp_selection_settle();
    return xp_site_check(ptemp, s);
}

/* httpd -t -D DUMP_XPURPOSE, as -D DUMP_VHOSTS. */
static void test_config(apr_pool_t *pconf, server_rec *s)
{
    xp_config_warn(s);
    xp_insertion_warn(s);
    if (ap_exists_config_define("DUMP_XPURPOSE"))
        xp_dump(pconf, s);
}

static int post_config(apr_pool_t *pconf, apr_pool_t *plog, apr_pool_t *ptemp, server_rec *s)
{
    int rc;

    (void)plog;
    if (ap_state_query(AP_SQ_MAIN_STATE) == AP_SQ_MS_CREATE_PRE_CONFIG)
        return OK; /* the configuration is only being tried out */
    xp_status_announce(s);
    xp_config_warn(s);
    xp_insertion_warn(s);
    rc = xp_config_compile(pconf, ptemp, s);
    if (rc != OK)
        return rc;
    xp_insertion_compile(pconf);
    xp_unpack_setup();
    xp_dav_setup();
    return xp_count_open(pconf, s);
}

static void register_hooks(apr_pool_t *p)
{
    /* Before all that may ask for the class, but not before the client's address is known. */
    static const char *const REMOTEIP[] = { "mod_remoteip.c", NULL }, *const CACHE[] = { "mod_cache.c", NULL };

    (void)p;
    ap_hook_pre_config(pre_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_check_config(check_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_test_config(test_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_post_config(post_config, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_post_read_request(xp_filter_begin, REMOTEIP, NULL, APR_HOOK_REALLY_FIRST - 10);
    ap_hook_translate_name(xp_filter_translate, NULL, NULL, APR_HOOK_REALLY_FIRST);
    ap_hook_type_checker(xp_filter_hide, NULL, NULL, APR_HOOK_REALLY_FIRST);
    ap_hook_fixups(xp_filter_negotiated, NULL, NULL, APR_HOOK_REALLY_FIRST);
    ap_hook_insert_filter(xp_filter_insert, NULL, NULL, APR_HOOK_REALLY_LAST);
    ap_hook_insert_error_filter(xp_filter_insert_error, NULL, NULL, APR_HOOK_REALLY_LAST);
    ap_hook_handler(xp_filter_handle, CACHE, NULL, APR_HOOK_REALLY_FIRST);
    ap_hook_handler(xp_status_handler, NULL, NULL, APR_HOOK_MIDDLE);
    ap_hook_monitor(xp_count_monitor, NULL, NULL, APR_HOOK_MIDDLE);
    APR_OPTIONAL_HOOK(ap, status_hook, xp_status_hook, NULL, NULL, APR_HOOK_MIDDLE);
    xp_filter_register();
}

AP_DECLARE_MODULE(xpurpose) = {
    STANDARD20_MODULE_STUFF, xp_config_create_dir, xp_config_merge_dir, xp_config_create_server,
    xp_config_merge_server,  directives,           register_hooks,      AP_MODULE_FLAG_NONE,
};
