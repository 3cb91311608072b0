#include "xp_board_hosts.h"

#include "http_main.h"
#include "http_protocol.h"

#include "xp_print.h"

/* What is configured for those that are counted at a place. */
typedef struct {
    int servers;
    unsigned modes;    /* bit 1 << mode for each that holds where no section says otherwise; … */
    unsigned sections; /* … and for each that some section says */
} setting;

static setting setting_of(const xp_count_host *host)
{
    setting found = { 0, 0, 0 };

    for (const server_rec *s = ap_server_conf; s; s = s->next) {
        const xp_server_conf *server = ap_get_module_config(s->module_config, &xpurpose_module);

        if (server->counts != host)
            continue;
        found.servers++;
        found.modes |= 1u << xp_config_server_mode(s);
        found.sections |= server->sections;
    }
    return found;
}

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
    if (host == c->hosts + XP_COUNT_HOSTS)
        ap_rprintf(r, "all others%s", set->servers ? "" : " of before");
    else
        xp_print_text(r, host->name);
    if (strlen(host->name) == sizeof host->name - 1)
        ap_rputs("&hellip;", r);
    if (set->servers > 1)
        ap_rprintf(r, " <small>%d virtual hosts</small>", set->servers);
}

static void print_figure(request_rec *r, unsigned long n)
{
    ap_rputs("<td>", r);
    xp_print_number(r, n);
    ap_rputs("</td>", r);
}

static unsigned long get_sum(const unsigned long *const counter[], int n)
{
    unsigned long sum = 0;

    for (int i = 0; i < n; i++)
        sum = xp_print_add(sum, xp_count_get(counter[i]));
    return sum;
}

#define SUM(...)                                                                                                       \
    get_sum((const unsigned long *const[]){ __VA_ARGS__ },                                                             \
            (int)(sizeof((const unsigned long *const[]){ __VA_ARGS__ }) / sizeof(unsigned long *)))

static void print_host(request_rec *r, const xp_counters *c, const xp_count_host *host)
{
    const setting set = setting_of(host);
    const unsigned long previews = SUM(&host->requests[XP_PREVIEW]),
                        ahead = SUM(&host->requests[XP_PREFETCH], &host->requests[XP_PRERENDER]),
                        pages = SUM(&host->pages[XP_STRIPPED_VERDICT], &host->pages[XP_STRIPPED_CSP_VERDICT],
                                    &host->pages[XP_STRIPPED_CHARSET_VERDICT], &host->pages[XP_HELD_VERDICT],
                                    &host->pages[XP_HELD_CSP_VERDICT], &host->pages[XP_HELD_CHARSET_VERDICT]),
                        elements = SUM(&host->elements, &host->gated, &host->held);

    if (!set.servers && !(previews | ahead | pages | elements))
        return;
    ap_rputs("<tr><th scope=\"row\">", r);
    print_name(r, c, host, &set);
    ap_rputs("</th><td class=\"text\">", r);
    print_setting(r, &set);
    ap_rputs("</td>", r);
    print_figure(r, previews);
    print_figure(r, ahead);
    print_figure(r, pages);
    print_figure(r, elements);
    ap_rputs("</tr>\n", r);
}

void xp_board_hosts(request_rec *r, const xp_counters *c)
{
    ap_rputs("<section aria-labelledby=\"hosts\">\n<h2 id=\"hosts\">Virtual hosts</h2>\n<table class=\"hosts\">\n"
             "<caption>What XPurpose says there, lines of .htaccess apart, and what came of it.</caption>\n"
             "<thead><tr><th scope=\"col\">Host</th><th scope=\"col\" class=\"text\">XPurpose</th>"
             "<th scope=\"col\">Previews</th><th scope=\"col\">Loaded ahead</th><th scope=\"col\">Pages changed</th>"
             "<th scope=\"col\">Elements stopped</th></tr></thead>\n<tbody>\n",
             r);
    for (int i = 0; i < XP_COUNT_PLACES; i++)
        print_host(r, c, &c->hosts[i]);
    ap_rputs("</tbody>\n</table>\n</section>\n", r);
}
