/* Configuration: structures, merges and setters. What a setter refuses it names: the directive, the value, what is right.
 *
 * Nothing here touches more than the configuration pool: `httpd -t` leaves no trace.
 */
#include "xp_config.h"

#include "http_core.h"
#include "http_log.h"
#include "apr_lib.h"
#include "apr_strings.h"

#include "xp_choice.h"
#include "xp_field.h"
#include "xp_scope.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

#define SIZE_OF(array) (int)(sizeof(array) / sizeof *(array))

enum { HOLD_LIMIT_DEFAULT = 262144, HOLD_LIMIT_MIN = 4096, HOLD_LIMIT_MAX = 16777216 };

static const char *const PURPOSE[] = { "view", "prefetch", "prerender", "preview", "agent" };

const char *xp_purpose_name(xp_purpose purpose)
{
    return PURPOSE[purpose];
}

/* ---- Create and merge ------------------------------------------------------------------------------------------------------ */

void *xp_config_create_server(apr_pool_t *p, server_rec *s)
{
    xp_server_conf *conf = apr_pcalloc(p, sizeof *conf);

    (void)s;
    conf->signals = apr_array_make(p, 2, sizeof(xp_signal));
    return conf;
}

void *xp_config_merge_server(apr_pool_t *p, void *parentv, void *childv)
{
    const xp_server_conf *parent = parentv, *child = childv;
    xp_server_conf *conf = apr_pcalloc(p, sizeof *conf);

    conf->none = child->none || parent->none;
    conf->sections = child->sections | parent->sections;
    conf->signals = apr_array_copy(p, child->signals);
    if (!child->none)
        apr_array_cat(conf->signals, parent->signals);
    return conf;
}

void *xp_config_create_dir(apr_pool_t *p, char *path)
{
    xp_dir_conf *conf = apr_pcalloc(p, sizeof *conf);

    (void)path;
    conf->mode = conf->stubs = conf->gate = conf->vary = conf->hold_limit = XP_UNSET;
    return conf;
}

#define INHERIT(member) conf->member = child->member == XP_UNSET ? parent->member : child->member

void *xp_config_merge_dir(apr_pool_t *p, void *parentv, void *childv)
{
    const xp_dir_conf *parent = parentv, *child = childv;
    xp_dir_conf *conf = apr_palloc(p, sizeof *conf);

    INHERIT(mode);
    INHERIT(stubs);
    INHERIT(gate);
    INHERIT(vary);
    INHERIT(hold_limit);
    conf->action_said = parent->action_said | child->action_said;
    conf->strip_on = (parent->strip_on & ~child->action_said) | child->strip_on;
    conf->hold_on = (parent->hold_on & ~child->action_said) | child->hold_on;
    conf->insert = child->insert ? child->insert : parent->insert;
    xp_selection_merge(&conf->vendors, &parent->vendors, &child->vendors);
    return conf;
}

/* ---- Looking it up, defaults filled in --------------------------------------------------------------------------------------- */

apr_uint64_t xp_config_hold_limit(const xp_dir_conf *conf)
{
    return conf->hold_limit == XP_UNSET ? HOLD_LIMIT_DEFAULT : (apr_uint64_t)conf->hold_limit;
}

/* ---- Setters --------------------------------------------------------------------------------------------------------------------- */

static const char *const SWITCH[] = { "Off", "On", "DryRun" };

/* XPurposeAction */
enum { PASS, STRIP, HOLD, ACTIONS };
static const char *const ACTION[ACTIONS] = { "Pass", "Strip", "Hold" };

/* A class for which it can be said, as an example. */
static const char *class_for(const char *action)
{
    return PURPOSE[xp_choice_find(action, ACTION, ACTIONS) == HOLD ? XP_PRERENDER : XP_PREVIEW];
}

const char *xp_config_set_mode(cmd_parms *cmd, void *dir, const char *word)
{
    xp_server_conf *server = ap_get_module_config(cmd->server->module_config, &xpurpose_module);
    int mode = XP_OFF;
    const char *error = xp_choice_set(cmd, &mode, word, SWITCH, XP_MODES);

    if (error && xp_choice_find(word, ACTION, ACTIONS) >= 0)
        return apr_psprintf(cmd->pool, "%s. What is done to a class is for XPurposeAction %s %s", error,
                            class_for(word), word);
    if (error)
        return error;
    ((xp_dir_conf *)dir)->mode = mode;
    xp_scope_note(cmd, dir);
    if (cmd->path && !ap_check_cmd_context(cmd, NOT_IN_HTACCESS))
        server->sections |= 1u << mode; /* a .htaccess is read while others read this */
    return NULL;
}

const char *xp_config_mode_name(int mode)
{
    return SWITCH[mode];
}

const char *xp_config_set_stubs(cmd_parms *cmd, void *dir, const char *word)
{
    xp_scope_note(cmd, dir);
    return xp_choice_set(cmd, &((xp_dir_conf *)dir)->stubs, word, SWITCH, 2);
}

static const char *const GATE[] = { "Off", "On", "All" }; /* as xp_gate_mode */

const char *xp_config_set_gate(cmd_parms *cmd, void *dir, const char *word)
{
    xp_scope_note(cmd, dir);
    return xp_choice_set(cmd, &((xp_dir_conf *)dir)->gate, word, GATE, SIZE_OF(GATE));
}

const char *xp_config_gate_name(int gate)
{
    return GATE[gate];
}

const char *xp_config_set_vary(cmd_parms *cmd, void *dir, const char *word)
{
    xp_scope_note(cmd, dir);
    return xp_choice_set(cmd, &((xp_dir_conf *)dir)->vary, word, SWITCH, 2);
}

const char *xp_config_set_hold_limit(cmd_parms *cmd, void *dir, const char *bytes)
{
    xp_dir_conf *conf = dir;
    char *end;
    apr_off_t n;

    if (apr_strtoff(&n, bytes, &end, 10) != APR_SUCCESS || !apr_isdigit(*bytes) || *end || n < HOLD_LIMIT_MIN ||
        n > HOLD_LIMIT_MAX)
        return apr_psprintf(cmd->pool, "%s: '%s' is not a number of bytes from %d to %d", cmd->cmd->name, bytes,
                            HOLD_LIMIT_MIN, HOLD_LIMIT_MAX);
    conf->hold_limit = (int)n;
    xp_scope_note(cmd, dir);
    return NULL;
}

/* Where the old name was met first, for one line of the log; NULL: nowhere. */
static const char *old_name_at;

const char *xp_config_set_hold_limit_of_old(cmd_parms *cmd, void *dir, const char *bytes)
{
    if (!old_name_at)
        old_name_at = apr_psprintf(cmd->pool, "%s:%d", cmd->directive->filename, cmd->directive->line_num);
    return xp_config_set_hold_limit(cmd, dir, bytes);
}

void xp_config_begin(void)
{
    old_name_at = NULL;
}

void xp_config_warn(const server_rec *s)
{
    if (old_name_at)
        ap_log_error(APLOG_MARK, APLOG_WARNING, 0, s,
                     "%s: XPurposeHoldLimit is called XPurposeElementLimit now, and the old name will go", old_name_at);
}

int xp_config_is_on(const server_rec *s)
{
    const xp_server_conf *server = ap_get_module_config(s->module_config, &xpurpose_module);

    return (server->sections & ~(1u << XP_OFF)) != 0 || xp_config_server_mode(s) != XP_OFF;
}

int xp_config_switches_on(const server_rec *s, const server_rec *first)
{
    int does = 0;

    for (const server_rec *it = first; it; it = it->next)
        if (it == s || s == first)
            does |= xp_config_is_on(it);
    return does;
}

const char *xp_config_action_name(const xp_dir_conf *conf, xp_purpose purpose)
{
    unsigned bit = 1u << purpose;

    return ACTION[xp_config_stripped(conf) & bit ? STRIP : xp_config_held(conf) & bit ? HOLD : PASS];
}

const char *xp_config_set_action(cmd_parms *cmd, void *dir, const char *purpose, const char *action)
{
    xp_dir_conf *conf = dir;
    int at = 0, what = PASS;
    const char *error = xp_choice_set(cmd, &at, purpose, PURPOSE + XP_PREFETCH, XP_PURPOSES - XP_PREFETCH);
    unsigned bit = 1u << (at + XP_PREFETCH);

    if (error && xp_choice_find(purpose, ACTION, ACTIONS) >= 0)
        return apr_psprintf(cmd->pool, "%s, which comes first: %s %s %s", error, cmd->cmd->name,
                            xp_choice_find(action, PURPOSE, XP_PURPOSES) > XP_VIEW ? action : class_for(purpose),
                            purpose);
    if (!error)
        error = xp_choice_set(cmd, &what, action, ACTION, ACTIONS);
    if (!error && what == HOLD && !(bit & (1u << XP_PREFETCH | 1u << XP_PRERENDER)))
        error =
            apr_psprintf(cmd->pool,
                         "%s: '%s' is for prefetch and prerender, which somebody may look at later: give %s Strip or "
                         "Pass",
                         cmd->cmd->name, action, purpose);
    if (error)
        return error;
    xp_scope_note(cmd, dir);
    conf->action_said |= bit;
    conf->strip_on = what == STRIP ? conf->strip_on | bit : conf->strip_on & ~bit;
    conf->hold_on = what == HOLD ? conf->hold_on | bit : conf->hold_on & ~bit;
    return NULL;
}

/* ---- XPurposeSignal ---------------------------------------------------------------------------------------------------------------- */

static const char *parse_expr(cmd_parms *cmd, xp_signal *signal, const char *text)
{
    const char *error = NULL;

    signal->how = XP_SIGNAL_EXPR;
    signal->value = apr_pstrdup(cmd->pool, text);
    signal->expr = ap_expr_parse_cmd(cmd, text, 0, &error, NULL);
    if (error)
        return apr_psprintf(cmd->pool, "%s: '%s' is no expression: %s", cmd->cmd->name, text, error);
    return NULL;
}

/* "prefetch; prerender" as "prefetch;prerender". */
static const char *tighten(apr_pool_t *p, const char *value)
{
    char *text = apr_pstrdup(p, value), *to = text;

    for (const char *from = text; *from; from++)
        if (*from != ' ' || (to > text && to[-1] != ';' && from[strspn(from, " ")] != ';'))
            *to++ = *from;
    *to = '\0';
    return text;
}

static const char *parse_header(cmd_parms *cmd, xp_signal *signal, const char *header, const char *value)
{
    if (!xp_field_is_token(header))
        return apr_psprintf(
            cmd->pool,
            "%s: '%s' is no name of a header: write the name alone, as X-Purpose, and its value behind a space",
            cmd->cmd->name, header);
    if (!ap_cstr_casecmp(header, "expr"))
        return apr_psprintf(cmd->pool, "%s: '%s' begins an expression: write it in one word, \"expr=%s\"",
                            cmd->cmd->name, header, value);
    signal->header = apr_pstrdup(cmd->pool, header);
    signal->value = apr_pstrdup(cmd->pool, value);
    if (!strcmp(value, "*")) {
        signal->how = XP_SIGNAL_PRESENT;
    } else if (!ap_cstr_casecmp(header, XP_SIGNAL_PURPOSE)) {
        signal->how = XP_SIGNAL_LIST;
        signal->value = tighten(cmd->pool, value);
        if (!xp_field_is_purpose(signal->value))
            return apr_psprintf(cmd->pool, "%s: '%s' is no member of Sec-Purpose: give token, token;parameter or *",
                                cmd->cmd->name, value);
    } else {
        signal->how = XP_SIGNAL_EQUALS;
        if (!value[strspn(value, " \t")])
            return apr_psprintf(cmd->pool, "%s: '%s' is no value: give a word, or * for any", cmd->cmd->name, value);
    }
    return NULL;
}

/* The class is none: perhaps it stands elsewhere, or nothing else was meant. */
static const char *complain_of_class(cmd_parms *cmd, int argc, char *const argv[], const char *error)
{
    for (int i = 1; i < argc; i++)
        if (xp_choice_find(argv[i], PURPOSE, XP_PURPOSES) >= 0)
            return apr_psprintf(cmd->pool, "%s, which comes first: %s %s %s %s", error, cmd->cmd->name, argv[i],
                                argv[0], argc == 3 ? argv[3 - i] : "*");
    return argc > 1 ? error : apr_psprintf(cmd->pool, "%s; to drop inherited rules give None", error);
}

const char *xp_config_set_signal(cmd_parms *cmd, void *dir, int argc, char *const argv[])
{
    xp_server_conf *conf = ap_get_module_config(cmd->server->module_config, &xpurpose_module);
    xp_signal signal = { .purpose = XP_VIEW };
    int at = 0;
    const char *error;

    (void)dir;
    if (argc == 1 && !ap_cstr_casecmp(argv[0], "None")) {
        conf->none = 1;
        return NULL;
    }
    if (argc < 1)
        return apr_psprintf(cmd->pool, "%s: '' is too little: give class header value, class expr=EXPR or None",
                            cmd->cmd->name);
    error = xp_choice_set(cmd, &at, argv[0], PURPOSE, XP_PURPOSES);
    if (error)
        return complain_of_class(cmd, argc, argv, error);
    signal.purpose = (xp_purpose)at;
    if (argc > 1 && !ap_cstr_casecmpn(argv[1], "expr=", 5))
        error = argc == 2 ? parse_expr(cmd, &signal, argv[1] + 5)
                          : apr_psprintf(cmd->pool, "%s: '%s' goes on behind the expression: put quotes round expr=...",
                                         cmd->cmd->name, argv[2]);
    else if (argc == 3)
        error = parse_header(cmd, &signal, argv[1], argv[2]);
    else
        error = apr_psprintf(cmd->pool, "%s: '%s' needs a header and one value, or expr=EXPR", cmd->cmd->name,
                             argv[argc - 1]);
    if (!error)
        APR_ARRAY_PUSH(conf->signals, xp_signal) = signal;
    return error;
}

const char *xp_config_set_vendors(cmd_parms *cmd, void *dir, int argc, char *const argv[])
{
    xp_scope_note(cmd, dir);
    return xp_selection_set(cmd, &((xp_dir_conf *)dir)->vendors, argc, argv);
}

/* ---- Compiling ------------------------------------------------------------------------------------------------------------------------------ */

/* The compiled-in signals, in this order; a rule's header list is what `Vary` tells caches. A preview that a script has asked for
 * (Turbo, quicklink) is one that it may show, and so is what htmx has loaded ahead. */
#define DEST                         "Sec-Fetch-Dest"
#define RULE(what, test, name, word) .purpose = XP_##what, .how = XP_SIGNAL_##test, .header = name, .value = word
static const xp_signal COMPILED_IN[] = {
    { RULE(PREFETCH, PRESENT, "X-FB-HTTP-Engine", NULL), .also = { "X-Purpose", NULL } },
    { RULE(PREFETCH, EQUALS, "X-Purpose", "preview"), .also = { DEST, "empty" },
      .unless = { "Sec-Fetch-Mode", "navigate" } },
    { RULE(PREFETCH, EQUALS, "HX-Preloaded", "true") },
    { RULE(PREFETCH, LIST, XP_SIGNAL_PURPOSE, "prefetch;!prerender") },
    { RULE(PREFETCH, EQUALS, "Purpose", "prefetch") },
    { RULE(PREFETCH, EQUALS, "X-Moz", "prefetch") },
    { RULE(PREFETCH, EQUALS, "X-Sec-Purpose", "prefetch") },
    { RULE(PREFETCH, EQUALS, "X-Purpose", "prefetch") },
    { RULE(PREFETCH, EQUALS, "X-Purpose", "instant") },
    { RULE(PRERENDER, LIST, XP_SIGNAL_PURPOSE, "prefetch;prerender") },
    { RULE(PREVIEW, EQUALS, "X-Purpose", "preview") },
    { RULE(AGENT, PRESENT, "Signature-Agent", NULL) },
};
#undef RULE

/* Has APR compute the checksum that it keeps of each header's name. */
static apr_uint32_t checksum_of(apr_pool_t *p, const char *name)
{
    apr_table_t *table = apr_table_make(p, 1);

    apr_table_setn(table, name, "");
    return ((const apr_table_entry_t *)(const void *)apr_table_elts(table)->elts)->key_checksum;
}

static void note_header(xp_server_conf *conf, const char *name)
{
    if (!name)
        return;
    for (int i = 0; i < conf->headers->nelts; i++)
        if (!ap_cstr_casecmp(APR_ARRAY_IDX(conf->headers, i, const char *), name))
            return;
    APR_ARRAY_PUSH(conf->headers, const char *) = name;
}

static int is_named(const char *name, const char *header)
{
    return name && !ap_cstr_casecmp(name, header);
}

static int reads(const xp_signal *signal, const char *header)
{
    return is_named(signal->header, header) || is_named(signal->also.header, header) ||
           is_named(signal->unless.header, header);
}

/* The headers that the rules for `purposes` read, as a Vary list; NULL for none. `announced`: and Sec-Purpose, if any rule reads it. */
static const char *vary_of(apr_pool_t *p, const xp_server_conf *conf, unsigned purposes, int announced)
{
    apr_array_header_t *names = apr_array_make(p, conf->headers->nelts, sizeof(const char *));

    for (int h = 0; h < conf->headers->nelts; h++) {
        const char *header = APR_ARRAY_IDX(conf->headers, h, const char *);
        int read = announced && !ap_cstr_casecmp(header, XP_SIGNAL_PURPOSE);

        for (int i = 0; i < conf->signals->nelts && !read; i++) {
            const xp_signal *signal = &APR_ARRAY_IDX(conf->signals, i, xp_signal);

            read = ((purposes >> signal->purpose) & 1) && reads(signal, header);
        }
        if (read)
            APR_ARRAY_PUSH(names, const char *) = header;
    }
    return names->nelts ? xp_choice_list(p, names) : NULL;
}

static void compile_server(apr_pool_t *p, xp_server_conf *conf)
{
    conf->headers = apr_array_make(p, 8, sizeof(const char *));
    for (int i = 0; !conf->none && i < SIZE_OF(COMPILED_IN); i++)
        APR_ARRAY_PUSH(conf->signals, xp_signal) = COMPILED_IN[i];
    for (int i = 0; i < conf->signals->nelts; i++) {
        const xp_signal *signal = &APR_ARRAY_IDX(conf->signals, i, xp_signal);

        note_header(conf, signal->header);
        note_header(conf, signal->also.header);
        note_header(conf, signal->unless.header);
        if (signal->header)
            conf->glance |= xp_config_glance(signal->header, checksum_of(p, signal->header));
        conf->has_expr |= signal->how == XP_SIGNAL_EXPR;
        conf->announced |= is_named(signal->header, XP_SIGNAL_PURPOSE) ? 1u << signal->purpose : 0;
    }
    for (unsigned set = 0; set < 1u << XP_PURPOSES; set++)
        for (int announced = 0; announced < 2; announced++)
            conf->vary[announced][set] = vary_of(p, conf, set, announced);
    note_header(conf, DEST);
    conf->vary_all = xp_choice_list(p, conf->headers);
}

int xp_config_compile(apr_pool_t *pconf, apr_pool_t *ptemp, server_rec *s)
{
    const xp_server_conf *first = ap_get_module_config(s->module_config, &xpurpose_module);
    int rc = xp_site_compile(pconf, ptemp, s);

    for (server_rec *it = s; it && rc == OK; it = it->next) {
        xp_server_conf *conf = ap_get_module_config(it->module_config, &xpurpose_module);

        if (it == s || conf != first)
            compile_server(pconf, conf);
        else /* virtual hosts without directives of ours share the main server's, and yet are counted apart */
            ap_set_module_config(it->module_config, &xpurpose_module, apr_pmemdup(pconf, first, sizeof *first));
    }
    return rc;
}
