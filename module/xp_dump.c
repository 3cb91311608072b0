/* See xp_dump.h. Of a host and of a directory all is printed; of a section that holds for some requests, what it changes. */
#include "xp_dump.h"

#include "http_config.h"
#include "util_cfgtree.h"
#include "apr_file_io.h"
#include "apr_strings.h"

#include "xp_config.h"
#include "xp_insertion.h"
#include "xp_scope.h"
#include "xp_site.h"
#include "xp_walk.h"

typedef struct {
    apr_pool_t *p;
    apr_file_t *out;
    const server_rec *main_server, *server;
    apr_array_header_t *shown; /* const xp_dir_conf *: sections of this server that have been printed */
} dump;

/* ---- Vendors ------------------------------------------------------------------------------------------------------------------- */

/* Whether all vendors of a class are in the set, or simply all; one vendor is no class. */
static int has_all(const xp_vendor_set *set, int cls)
{
    int n = 0;

    for (int v = 0; v < xp_site_vendors(); v++)
        if (cls < 0 || (int)xp_site_class(v) == cls) {
            if (!xp_set_has(set, v))
                return 0;
            n++;
        }
    return n > 1;
}

/* Adds the words for the vendors: All, whole classes, names; each with the sign. */
static void add_words(apr_pool_t *p, apr_array_header_t *words, const char *sign, const xp_vendor_set *set)
{
    int whole[XP_CLASS_SITE + 1];

    if (has_all(set, -1)) {
        APR_ARRAY_PUSH(words, const char *) = apr_pstrcat(p, sign, "All", NULL);
        return;
    }
    for (int cls = 0; cls <= XP_CLASS_SITE; cls++)
        if ((whole[cls] = has_all(set, cls)))
            APR_ARRAY_PUSH(words, const char *) = apr_pstrcat(p, sign, "@", xp_catalogue_class(cls), NULL);
    for (int v = 0; v < xp_site_vendors(); v++)
        if (xp_set_has(set, v) && !whole[xp_site_class(v)])
            APR_ARRAY_PUSH(words, const char *) = apr_pstrcat(p, sign, xp_site_name(v), NULL);
}

static const char *joined(apr_pool_t *p, const apr_array_header_t *words)
{
    return words->nelts ? apr_array_pstrcat(p, words, ' ') : "None";
}

/* The words that make the set of another one, which has a name. */
static const apr_array_header_t *changed(apr_pool_t *p, const char *name, const xp_vendor_set *from,
                                         const xp_vendor_set *set)
{
    apr_array_header_t *words = apr_array_make(p, 8, sizeof(const char *));
    xp_vendor_set more, less;

    for (size_t i = 0; i < XP_VENDORS_MAX / 64; i++) {
        more.bits[i] = set->bits[i] & ~from->bits[i];
        less.bits[i] = ~set->bits[i] & from->bits[i];
    }
    APR_ARRAY_PUSH(words, const char *) = name;
    add_words(p, words, "+", &more);
    add_words(p, words, "-", &less);
    return words;
}

/* All that are removed, in few words. */
static const char *vendors_of(apr_pool_t *p, const xp_selection *selection)
{
    apr_array_header_t *plain = apr_array_make(p, 8, sizeof(const char *));
    const apr_array_header_t *of_default, *of_all;
    xp_vendor_set set, all;

    xp_selection_vendors(selection, &set);
    memset(&all, 0xff, sizeof all);
    add_words(p, plain, "", &set);
    of_default = changed(p, "default", xp_site_defaults(), &set);
    of_all = changed(p, "All", &all, &set);
    if (of_default->nelts == 1 || (of_default->nelts < plain->nelts && of_default->nelts <= of_all->nelts))
        return joined(p, of_default);
    return joined(p, of_all->nelts < plain->nelts ? of_all : plain);
}

/* What is changed of whatever is inherited; NULL: nothing. */
static const char *vendors_said(apr_pool_t *p, const xp_selection *selection)
{
    apr_array_header_t *words = apr_array_make(p, 8, sizeof(const char *));

    add_words(p, words, selection->fresh ? "" : "+", &selection->on);
    if (!selection->fresh)
        add_words(p, words, "-", &selection->off);
    return words->nelts || selection->fresh ? joined(p, words) : NULL;
}

/* ---- Settings ------------------------------------------------------------------------------------------------------------------ */

static void print(const dump *d, int depth, const char *name, const char *value)
{
    if (value)
        apr_file_printf(d->out, "#%*s%-22s %s\n", 4 * depth, "", name, value);
}

static const char *name_if(int value, const char *(*name)(int), int all)
{
    return value == XP_UNSET && !all ? NULL : name(value);
}

/* Of all classes, or of those of which something is said. */
static const char *actions_of(apr_pool_t *p, const xp_dir_conf *conf, int all)
{
    const char *text = NULL;

    for (xp_purpose purpose = XP_PREFETCH; purpose < XP_PURPOSES; purpose++)
        if (all || conf->action_said >> purpose & 1)
            text = apr_pstrcat(p, text ? text : "", text ? ", " : "", xp_purpose_name(purpose), " ",
                               xp_config_action_name(conf, purpose), NULL);
    return text;
}

/* Where texts go; None if it is said that none do. */
static void print_insertion(const dump *d, int depth, const xp_insertion *insertion, int all)
{
    if (!insertion ? all : !insertion->n)
        print(d, depth, "XPurposeInsert", "None");
    for (int place = 0; insertion && place < XP_PLACES; place++)
        print(d, depth, "XPurposeInsert", xp_insertion_describe(d->p, insertion, place));
}

/* `all`: with defaults; else what is said. */
static void print_conf(const dump *d, int depth, const xp_dir_conf *conf, int all)
{
    const int mode = all ? xp_config_mode(conf) : conf->mode;
    const int stubs = all ? xp_config_stubs(conf) : conf->stubs;
    const int gate = all ? (int)xp_config_gate(conf) : conf->gate;
    const int vary = all ? xp_config_vary(conf) : conf->vary;
    const char *limit = conf->hold_limit == XP_UNSET && !all
                            ? NULL
                            : apr_psprintf(d->p, "%" APR_UINT64_T_FMT, xp_config_hold_limit(conf));

    print(d, depth, "XPurpose", name_if(mode, xp_config_mode_name, all));
    print(d, depth, "XPurposeAction", actions_of(d->p, conf, all));
    print(d, depth, "XPurposeVendors", all ? vendors_of(d->p, &conf->vendors) : vendors_said(d->p, &conf->vendors));
    print(d, depth, "XPurposeStubs", name_if(stubs, xp_config_mode_name, all));
    print(d, depth, "XPurposeGate", name_if(gate, xp_config_gate_name, all));
    print(d, depth, "XPurposeVary", name_if(vary, xp_config_mode_name, all));
    print(d, depth, "XPurposeElementLimit", limit);
    print_insertion(d, depth, conf->insert, all);
}

static void print_signals(const dump *d)
{
    const xp_server_conf *conf = ap_get_module_config(d->server->module_config, &xpurpose_module);

    for (int i = 0; i < conf->signals->nelts; i++) {
        const xp_signal *signal = &APR_ARRAY_IDX(conf->signals, i, xp_signal);
        const char *text = signal->how == XP_SIGNAL_EXPR ? apr_pstrcat(d->p, "expr=", signal->value, NULL)
                                                         : apr_psprintf(d->p, "%s %s", signal->header, signal->value);

        print(d, 1, "XPurposeSignal", apr_psprintf(d->p, "%s %s", xp_purpose_name(signal->purpose), text));
    }
    print(d, 1, "XPurposeSignal", conf->none ? "None, and so no compiled-in rule" : "and the compiled-in rules");
}

/* ---- Sections ------------------------------------------------------------------------------------------------------------------- */

/* "<Directory /srv/www> <If "…">": a section with those round it, but for the host. */
static const char *label_of(apr_pool_t *p, const ap_directive_t *section)
{
    const char *label = "";

    for (; section; section = section->parent)
        if (*section->directive == '<' && ap_cstr_casecmp(section->directive, "<VirtualHost"))
            label = apr_pstrcat(p, section->directive, strcmp(section->args, ">") ? " " : "", section->args,
                                *label ? " " : "", label, NULL); /* <Else> has nothing else */
    return label;
}

/* The line that begins a section's entry; false if nothing of ours is said there. */
static int begin_section(dump *d, const xp_dir_conf *own, const char *what)
{
    const xp_scope *scope = xp_scope_of(own);

    if (!scope || !scope->section)
        return 0;
    APR_ARRAY_PUSH(d->shown, const xp_dir_conf *) = own;
    apr_file_printf(d->out, "#    %s (%s:%d)%s\n", label_of(d->p, scope->section), scope->section->filename,
                    scope->section->line_num, what);
    return 1;
}

static void print_inner(dump *d, const ap_conf_vector_t *section);

/* Sections that hold for some files or requests. */
static void print_some(dump *d, const apr_array_header_t *sections)
{
    for (int i = 0; sections && i < sections->nelts; i++) {
        const ap_conf_vector_t *section = APR_ARRAY_IDX(sections, i, ap_conf_vector_t *);
        const xp_dir_conf *own = xp_walk_own(section);

        if (begin_section(d, own, ": where it holds"))
            print_conf(d, 2, own, 0);
        print_inner(d, section);
    }
}

/* A configuration file has as many levels of sections as it has. */
static void print_inner(dump *d, const ap_conf_vector_t *section)
{
    print_some(d, xp_walk_files(section));
    print_some(d, xp_walk_ifs(section));
}

static void print_directories(dump *d)
{
    const apr_array_header_t *sections = xp_walk_directories(d->server);

    for (int i = 0; i < sections->nelts; i++) {
        const ap_conf_vector_t *section = APR_ARRAY_IDX(sections, i, ap_conf_vector_t *);
        int more;
        const xp_dir_conf *conf = xp_walk_directory(d->p, d->server, i, &more);

        if (begin_section(d, xp_walk_own(section), more ? ": other sections may hold as well" : ""))
            print_conf(d, 2, conf, 1);
        print_inner(d, section);
    }
}

static void print_locations(dump *d)
{
    const apr_array_header_t *sections = xp_walk_locations(d->server);

    for (int i = 0; i < sections->nelts; i++) {
        const ap_conf_vector_t *section = APR_ARRAY_IDX(sections, i, ap_conf_vector_t *);
        int more;
        const xp_dir_conf *conf = xp_walk_location(d->p, d->server, i, &more);

        if (begin_section(d, xp_walk_own(section),
                          more ? ": other sections may hold as well; the rest as its directory has it"
                               : ": the rest as its directory has it"))
            print_conf(d, 2, conf, 0);
        print_inner(d, section);
    }
}

static int is_shown(const dump *d, const void *dir)
{
    for (int i = 0; i < d->shown->nelts; i++)
        if (APR_ARRAY_IDX(d->shown, i, const void *) == dir)
            return 1;
    return 0;
}

/* Sections that other modules keep, such as <Proxy>. The main server's hold in its hosts, or do not: that is for those modules to say. */
static void print_others(dump *d)
{
    for (int i = 0; i < xp_scope_all()->nelts; i++) {
        const xp_scope *scope = &APR_ARRAY_IDX(xp_scope_all(), i, xp_scope);
        const ap_directive_t *section = scope->section;

        if (scope->server == d->server && section && ap_cstr_casecmp(section->directive, "<VirtualHost") &&
            !is_shown(d, scope->dir) && begin_section(d, scope->dir, ": where it holds"))
            print_conf(d, 2, scope->dir, 0);
    }
}

/* ---- Hosts ---------------------------------------------------------------------------------------------------------------------- */

static const char *names_of(apr_pool_t *p, const apr_array_header_t *names)
{
    return names && names->nelts ? apr_pstrcat(p, " alias ", apr_array_pstrcat(p, names, ' '), NULL) : "";
}

static void print_host_line(const dump *d)
{
    const server_rec *s = d->server;
    const char *name = s->server_hostname ? s->server_hostname : "";

    if (s == d->main_server) {
        apr_file_printf(d->out, "#\n# host (main server) %s (%s)\n", name, ap_conftree ? ap_conftree->filename : "");
        return;
    }
    apr_file_printf(d->out, "#\n# host");
    for (const server_addr_rec *addr = s->addrs; addr; addr = addr->next)
        apr_file_printf(d->out, addr->host_port ? " %s:%d" : " %s:*", addr->virthost, (int)addr->host_port);
    apr_file_printf(d->out, " %s%s%s (%s:%u)\n", name, names_of(d->p, s->names), names_of(d->p, s->wild_names),
                    s->defn_name, s->defn_line_number);
}

static void print_host(dump *d)
{
    d->shown = apr_array_make(d->p, 8, sizeof(const xp_dir_conf *));
    print_host_line(d);
    print_conf(d, 1, xp_walk_own(d->server->lookup_defaults), 1);
    print_signals(d);
    print_directories(d);
    print_some(d, xp_walk_files(d->server->lookup_defaults));
    print_locations(d);
    print_some(d, xp_walk_ifs(d->server->lookup_defaults));
    print_others(d);
}

void xp_dump(apr_pool_t *p, const server_rec *main_server)
{
    dump d = { .p = p, .main_server = main_server };
    apr_array_header_t *hosts = apr_array_make(p, 8, sizeof(const server_rec *));

    if (apr_file_open_stdout(&d.out, p) != APR_SUCCESS)
        return;
    apr_file_printf(d.out, "# mod_xpurpose %s, catalogue of %s\n", xp_version, xp_vendors_month);
    xp_site_dump(p, d.out);
    for (const server_rec *s = main_server; s; s = s->next)
        APR_ARRAY_PUSH(hosts, const server_rec *) = s;
    for (int i = 0; i < hosts->nelts; i++) { /* httpd keeps the last one first, behind the main server */
        d.server = APR_ARRAY_IDX(hosts, i ? hosts->nelts - i : 0, const server_rec *);
        print_host(&d);
    }
    apr_file_printf(d.out,
                    "#\n# What is not seen here: .htaccess files, where AllowOverride lets them speak; SetEnvIf ... "
                    "no-xpurpose, which is Off\n# for a request; sections that hold for some of a directory's files or "
                    "addresses.\n");
}
