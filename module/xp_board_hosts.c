#include "xp_board_hosts.h"

#include "http_main.h"
#include "http_protocol.h"

#include "xp_board_outcomes.h"
#include "xp_print.h"

/* What is configured for those that are counted at a place. */
typedef struct {
    int servers;
    unsigned modes;    /* bit 1 << mode for each that holds where no section says otherwise; … */
    unsigned sections; /* … and for each that some section says */
    int is_active;     /* there is more to say of it than that it is Off, or that it was once something */
} setting;

int xp_board_any_on(void)
{
    return xp_config_switches_on(ap_server_conf, ap_server_conf);
}

static void print_modes(request_rec *r, unsigned modes)
{
    const char *and = "";

    for (int mode = XP_MODES - 1; mode >= 0; mode--)
        if (modes & 1u << mode) {
            ap_rprintf(r, "%s<b class=\"%s\">%s</b>", and, xp_config_mode_name(mode), xp_config_mode_name(mode));
            and = " and ";
        }
}

static void print_setting(request_rec *r, const setting *set)
{
    const unsigned others = set->sections & ~set->modes;

    if (!set->servers) {
        ap_rputs("no longer configured", r);
        return;
    }
    print_modes(r, set->modes);
    if (others) {
        ap_rputs("; in some sections ", r);
        print_modes(r, others);
    }
}

/* A name that has been cut off is not to look like a whole one. */
static void print_name(request_rec *r, const xp_counters *c, const xp_count_host *host, const setting *set)
{
    if (host == c->hosts + XP_COUNT_GONE)
        ap_rputs("hosts of before", r);
    else if (host == c->hosts + XP_COUNT_OTHERS)
        ap_rprintf(r, "all others%s", set->servers ? "" : " of before");
    else {
        ap_rputs("<bdi>", r);
        xp_print_text(r, host->name);
        ap_rputs("</bdi>", r);
    }
    if (strlen(host->name) == sizeof host->name - 1)
        ap_rputs("&hellip;", r);
    if (set->servers > 1)
        ap_rprintf(r, " <small>%d virtual hosts</small>", set->servers);
}

enum { PREVIEWS, AHEAD, CHANGED, STOPPED, FOUND, FIGURES };
static const char *const HEAD[FIGURES] = { "Previews", "Loaded ahead", "Pages changed", "Elements stopped",
                                           "Found by DryRun" };

static void read_figures(const xp_count_host *host, unsigned long figure[FIGURES])
{
    figure[PREVIEWS] = xp_count_get(&host->requests[XP_PREVIEW]);
    figure[AHEAD] =
        xp_print_add(xp_count_get(&host->requests[XP_PREFETCH]), xp_count_get(&host->requests[XP_PRERENDER]));
    figure[CHANGED] = xp_print_add(xp_board_stripped(host->pages), xp_board_held(host->pages));
    figure[STOPPED] = xp_print_add(xp_count_get(&host->elements),
                                   xp_print_add(xp_count_get(&host->gated), xp_count_get(&host->held)));
    figure[FOUND] = xp_count_get(&host->dry);
}

static int has_figures(const xp_count_host *host)
{
    unsigned long figure[FIGURES];

    read_figures(host, figure);
    for (int i = 0; i < FIGURES; i++)
        if (figure[i])
            return 1;
    return 0;
}

/* `c`: what the servers' places are in. Returns whether some place is active. */
static int read_settings(const xp_counters *c, setting settings[XP_COUNT_PLACES])
{
    int any = 0;

    memset(settings, 0, XP_COUNT_PLACES * sizeof *settings);
    for (const server_rec *s = ap_server_conf; s; s = s->next) {
        const xp_server_conf *server = ap_get_module_config(s->module_config, &xpurpose_module);
        setting *set = &settings[server->counts - c->hosts];

        set->servers++;
        set->modes |= 1u << xp_config_server_mode(s);
        set->sections |= server->sections;
    }
    for (int i = 0; i < XP_COUNT_PLACES; i++) {
        setting *set = &settings[i];

        set->is_active = ((set->modes | set->sections) & ~(1u << XP_OFF)) || has_figures(&c->hosts[i]);
        any |= set->is_active;
    }
    return any;
}

static void print_host(request_rec *r, const xp_counters *c, const xp_count_host *host, const setting *set, int figures)
{
    unsigned long figure[FIGURES];

    read_figures(host, figure);
    ap_rputs("<tr><th scope=\"row\">", r);
    print_name(r, c, host, set);
    ap_rputs("</th><td class=\"text\">", r);
    print_setting(r, set);
    ap_rputs("</td>", r);
    for (int i = 0; i < figures; i++)
        xp_print_cell(r, HEAD[i], figure[i]);
    ap_rputs("</tr>\n", r);
}

static void print_table(request_rec *r, const xp_counters *c, const setting settings[XP_COUNT_PLACES])
{
    int figures = FOUND;

    for (int i = 0; i < XP_COUNT_PLACES; i++)
        if (xp_count_get(&c->hosts[i].dry) || settings[i].modes & 1u << XP_DRYRUN)
            figures = FIGURES;
    ap_rputs("<table class=\"hosts\">\n<caption>What XPurpose says there, lines of .htaccess apart, and what came of "
             "it.</caption>\n<thead><tr><th scope=\"col\">Host</th><th scope=\"col\" class=\"text\">XPurpose</th>",
             r);
    xp_print_heads(r, HEAD, figures);
    ap_rputs("</tr></thead>\n<tbody>\n", r);
    for (int i = 0; i < XP_COUNT_PLACES; i++)
        if (settings[i].is_active)
            print_host(r, c, &c->hosts[i], &settings[i], figures);
    ap_rputs("</tbody>\n</table>\n", r);
}

/* Those that are Off, and of which nothing has been counted. */
static void print_rest(request_rec *r, const xp_counters *c, const setting settings[XP_COUNT_PLACES])
{
    unsigned long n = 0;
    const char *comma = "";

    for (int i = 0; i < XP_COUNT_PLACES; i++)
        n += settings[i].is_active ? 0 : (unsigned long)settings[i].servers;
    if (!n)
        return;
    ap_rputs("<details>\n<summary>", r);
    xp_print_many(r, n, "host");
    ap_rputs(" where XPurpose is <b class=\"Off\">Off</b> and nothing was to be done</summary>\n<p class=\"names\">",
             r);
    for (int i = 0; i < XP_COUNT_PLACES; i++)
        if (settings[i].servers && !settings[i].is_active) {
            ap_rputs(comma, r);
            print_name(r, c, &c->hosts[i], &settings[i]);
            comma = ", ";
        }
    ap_rputs("</p>\n</details>\n", r);
}

/* Servers by what is said outside of sections; those where only a section says something are told of apart. */
static void print_summary(request_rec *r)
{
    static const char *const WHAT[] = { "On", "DryRun", "On or DryRun in some sections", "Off" };
    unsigned long n[] = { 0, 0, 0, 0 };
    const char *comma = "";

    for (const server_rec *s = ap_server_conf; s; s = s->next) {
        const int mode = xp_config_server_mode(s);

        n[mode == XP_ON ? 0 : mode == XP_DRYRUN ? 1 : xp_config_is_on(s) ? 2 : 3]++;
    }
    ap_rputs("<p>XPurpose is ", r);
    for (int i = 0; i < (int)(sizeof n / sizeof *n); i++)
        if (n[i]) {
            ap_rprintf(r, "%s%s at ", comma, WHAT[i]);
            xp_print_many(r, n[i], "host");
            comma = ", ";
        }
    ap_rputs(".</p>\n", r);
}

void xp_board_hosts(request_rec *r, const xp_counters *c)
{
    setting settings[XP_COUNT_PLACES];
    const int any = read_settings(c, settings);

    ap_rputs("<section aria-labelledby=\"hosts\">\n<h2 id=\"hosts\">Virtual hosts</h2>\n", r);
    print_summary(r);
    if (any)
        print_table(r, c, settings);
    print_rest(r, c, settings);
    ap_rputs("</section>\n", r);
}
