/* Configuration: what the directives set, how it merges, and what is compiled from it once before the fork. */
#ifndef XP_CONFIG_H
#define XP_CONFIG_H

#include "httpd.h"
#include "http_config.h"
#include "ap_expr.h"
#include "apr_tables.h"

#include "../engine/xp_scan.h"
#include "xp_selection.h"

/* What a request is for. In XPurposeAction and in the counters the word of a class is xp_purpose_name(). */
typedef enum { XP_VIEW, XP_PREFETCH, XP_PRERENDER, XP_PREVIEW, XP_AGENT, XP_PURPOSES } xp_purpose;

const char *xp_purpose_name(xp_purpose purpose);

enum { XP_UNSET = -1 };
enum { XP_OFF, XP_ON, XP_DRYRUN, XP_MODES }; /* XPurpose */

/* One rule of classification: a header's value, or an expression. */
typedef enum { XP_SIGNAL_PRESENT, XP_SIGNAL_EQUALS, XP_SIGNAL_LIST, XP_SIGNAL_EXPR } xp_signal_how;

typedef struct {
    xp_purpose purpose;
    xp_signal_how how;
    const char *header;
    const char *value; /* EQUALS: the word; LIST: as xp_field_purpose takes it; EXPR: as it was typed */
    struct {
        const char *header; /* or NULL */
        const char *value;  /* the word, or NULL for any */
    } also, unless;         /* another header that must say so, one that must not */
    ap_expr_info_t *expr;   /* EXPR */
} xp_signal;

/* The field that browsers write, and no script can. */
#define XP_SIGNAL_PURPOSE "Sec-Purpose"

/* One of 64 bits for a header's name: made of the checksum of its first four letters, which APR's tables keep anyway, and the fifth,
 * which tells Sec-Purpose from Sec-Fetch-Site. With this factor what browsers send meets none of the compiled-in signals' bits. */
static inline apr_uint64_t xp_config_glance(const char *name, apr_uint32_t checksum)
{
    if (checksum & 0xff) /* four letters at least */
        checksum += (apr_uint32_t)(name[4] & 0xdf);
    return APR_UINT64_C(1) << (checksum * 2654435769u >> 26);
}

extern module AP_MODULE_DECLARE_DATA xpurpose_module;

/* Per server. `vary` and what follows are made by xp_config_compile(). */
typedef struct {
    apr_array_header_t *signals; /* xp_signal */
    int none;                    /* XPurposeSignal None: nothing is inherited, the compiled-in rules are not either */
    apr_array_header_t *headers; /* const char *: what the rules read, each once */
    apr_uint64_t glance;         /* xp_config_glance() of each without which no rule is met */
    int has_expr;
    const char *vary_all; /* all of them, as a Vary list, and Sec-Fetch-Dest, which tells what may be a page */
    const char *vary[2][1 << XP_PURPOSES]; /* only those that rules for a set of classes read; [1]: and Sec-Purpose */
    unsigned sections;                     /* bit 1 << mode for each XPurpose that some section says */
    struct xp_count_host *counts;          /* of this virtual host (xp_count.h); NULL: nothing is counted */
    unsigned announced; /* bit 1 << purpose for each class that a rule on Sec-Purpose is for: no other may be held */
} xp_server_conf;

struct xp_insertion;

/* Per directory; XP_UNSET where nothing is said. */
typedef struct {
    int mode;
    int stubs;
    int gate; /* xp_gate_mode */
    int vary;
    int hold_limit;
    unsigned action_said;        /* bit 1 << purpose: something is said about the class, … */
    unsigned strip_on;           /* … namely Strip, … */
    unsigned hold_on;            /* … or Hold; Pass if neither */
    xp_selection vendors;        /* XPurposeVendors */
    struct xp_insertion *insert; /* XPurposeInsert (xp_insertion.h); NULL: nothing is said */
} xp_dir_conf;

void *xp_config_create_server(apr_pool_t *p, server_rec *s);
void *xp_config_merge_server(apr_pool_t *p, void *parent, void *child);
void *xp_config_create_dir(apr_pool_t *p, char *path);
void *xp_config_merge_dir(apr_pool_t *p, void *parent, void *child);

/* Before a configuration is read, for pre_config; and behind it: warns of names that are out of use, once. */
void xp_config_begin(void);
void xp_config_warn(const server_rec *s);

/* Whether XPurpose is On or DryRun for the server, in a section or outside, .htaccess apart. */
int xp_config_is_on(const server_rec *s);

/* Whether XPurpose is On or DryRun anywhere where a line of this server's holds, in whatever section, .htaccess apart; `first` is the main server,
 * whose lines are for all. */
int xp_config_switches_on(const server_rec *s, const server_rec *first);

/* Compiles the catalogue with the site's rows, and each server's signals, and gives each a structure of its own; for post_config. */
int xp_config_compile(apr_pool_t *pconf, apr_pool_t *ptemp, server_rec *s);

/* The effective configuration of a request, defaults filled in. Inline, since ordinary requests pass here. */
static inline int xp_config_mode(const xp_dir_conf *conf)
{
    return conf->mode == XP_UNSET ? XP_OFF : conf->mode;
}

/* What XPurpose is for the server outside of sections. */
static inline int xp_config_server_mode(const server_rec *s)
{
    return xp_config_mode(ap_get_module_config(s->lookup_defaults, &xpurpose_module));
}

/* Bit 1 << purpose for each class that is stripped. */
static inline unsigned xp_config_stripped(const xp_dir_conf *conf)
{
    return conf->strip_on | (1u << XP_PREVIEW & ~conf->action_said);
}

/* The same for those that are held. */
static inline unsigned xp_config_held(const xp_dir_conf *conf)
{
    return conf->hold_on;
}

/* The headers by which an ordinary page may come out otherwise, as a Vary list; NULL for none. Only what Sec-Purpose tells of is held, so
 * no other header that prefetches are known by matters for that. */
static inline const char *xp_config_vary_names(const xp_server_conf *server, const xp_dir_conf *conf)
{
    return server->vary[(xp_config_held(conf) & server->announced) != 0][xp_config_stripped(conf)];
}

static inline int xp_config_stubs(const xp_dir_conf *conf)
{
    return conf->stubs != XP_OFF;
}

static inline xp_gate_mode xp_config_gate(const xp_dir_conf *conf)
{
    return conf->gate == XP_UNSET ? XP_GATE_ON : (xp_gate_mode)conf->gate;
}

static inline int xp_config_vary(const xp_dir_conf *conf)
{
    return conf->vary != XP_OFF;
}

apr_uint64_t xp_config_hold_limit(const xp_dir_conf *conf);

/* The words of XPurpose and XPurposeGate, and of XPurposeAction for a class. */
const char *xp_config_mode_name(int mode);
const char *xp_config_gate_name(int gate);
const char *xp_config_action_name(const xp_dir_conf *conf, xp_purpose purpose);

/* Setters for the command table. */
const char *xp_config_set_mode(cmd_parms *cmd, void *dir, const char *word);
const char *xp_config_set_stubs(cmd_parms *cmd, void *dir, const char *word);
const char *xp_config_set_gate(cmd_parms *cmd, void *dir, const char *word);
const char *xp_config_set_vary(cmd_parms *cmd, void *dir, const char *word);
const char *xp_config_set_hold_limit(cmd_parms *cmd, void *dir, const char *bytes);
const char *xp_config_set_hold_limit_of_old(cmd_parms *cmd, void *dir, const char *bytes);
const char *xp_config_set_action(cmd_parms *cmd, void *dir, const char *purpose, const char *action);
const char *xp_config_set_signal(cmd_parms *cmd, void *dir, int argc, char *const argv[]);
const char *xp_config_set_vendors(cmd_parms *cmd, void *dir, int argc, char *const argv[]);

#endif
