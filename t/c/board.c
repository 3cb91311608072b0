/* Prints the status page as the module would make it of counts that no server reaches in a test, with APR: board CASE. The page's own sources are
 * linked; what they ask of httpd is below.
 */
#include "../../module/xp_board.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "http_log.h"
#include "http_main.h"
#include "http_protocol.h"

#include "../../module/xp_count.c"

/* ---- httpd and the rest of the module ------------------------------------------------------------------------------------------ */

static apr_pool_t *pool;

server_rec *ap_server_conf;
module AP_MODULE_DECLARE_DATA xpurpose_module = { STANDARD20_MODULE_STUFF, NULL, NULL, NULL, NULL, NULL, NULL, 0 };

int ap_rwrite(const void *bytes, int n, request_rec *r)
{
    (void)r;
    return (int)fwrite(bytes, 1, (size_t)n, stdout);
}

int ap_rprintf(request_rec *r, const char *format, ...)
{
    va_list args;
    int n;

    (void)r;
    va_start(args, format);
    n = vprintf(format, args);
    va_end(args);
    return n;
}

void ap_set_content_type(request_rec *r, const char *type)
{
    r->content_type = type;
}

void ap_bin2hex(const void *bytes, apr_size_t n, char *text)
{
    for (apr_size_t i = 0; i < n; i++)
        sprintf(text + 2 * i, "%02x", ((const unsigned char *)bytes)[i]);
}

void ap_log_error_(const char *file, int line, int index, int level, apr_status_t status, const server_rec *s,
                   const char *format, ...)
{
    (void)file, (void)line, (void)index, (void)level, (void)status, (void)s, (void)format;
}

void *ap_retained_data_get(const char *key)
{
    (void)key;
    return NULL;
}

void *ap_retained_data_create(const char *key, apr_size_t size)
{
    (void)key;
    return apr_pcalloc(pool, size);
}

static void *allocate(void *ctx, size_t size)
{
    return apr_pcalloc(ctx, size);
}

const xp_rules *xp_site_rules(void)
{
    static xp_rules *rules;

    if (!rules)
        rules = xp_rules_build(NULL, 0, allocate, pool);
    return rules;
}

const char *xp_purpose_name(xp_purpose purpose)
{
    static const char *const NAME[] = { "view", "prefetch", "prerender", "preview", "agent" };

    return NAME[purpose];
}

const char *xp_config_mode_name(int mode)
{
    static const char *const NAME[XP_MODES] = { "Off", "On", "DryRun" };

    return NAME[mode];
}

int xp_config_is_on(const server_rec *s)
{
    const xp_server_conf *server = ap_get_module_config(s->module_config, &xpurpose_module);

    return (server->sections & ~(1u << XP_OFF)) != 0;
}

int xp_config_switches_on(const server_rec *s, const server_rec *first)
{
    (void)s, (void)first;
    return 1;
}

/* ---- Servers -------------------------------------------------------------------------------------------------------------------- */

static server_rec *add_server(server_rec *next, char *name, apr_port_t port, int mode, unsigned sections)
{
    server_rec *s = apr_pcalloc(pool, sizeof *s);
    xp_server_conf *server = apr_pcalloc(pool, sizeof *server);
    xp_dir_conf *conf = apr_pcalloc(pool, sizeof *conf);

    s->module_config = apr_pcalloc(pool, sizeof(void *));
    s->lookup_defaults = apr_pcalloc(pool, sizeof(void *));
    s->process = apr_pcalloc(pool, sizeof *s->process);
    s->process->pool = pool;
    s->server_hostname = name;
    s->port = port;
    s->next = next;
    server->sections = sections;
    conf->mode = mode;
    ap_set_module_config(s->module_config, &xpurpose_module, server);
    ap_set_module_config(s->lookup_defaults, &xpurpose_module, conf);
    return s;
}

/* Those of a small company; then so many others. httpd's list has the last one first. */
static void add_servers(int others)
{
    server_rec *s = NULL;

    s = add_server(s, "www.chandlery.example", 443, XP_ON, 1u << XP_OFF | 1u << XP_ON);
    s = add_server(s, "shop.chandlery.example", 443, XP_DRYRUN, 0);
    s = add_server(s, "old.chandlery.example", 443, XP_OFF, 1u << XP_ON);
    s = add_server(s, "static.chandlery.example", 443, XP_OFF, 0);
    for (int i = 1; i <= others; i++)
        s = add_server(s, apr_psprintf(pool, "customer-%d.hosting.example", i), 443, i % 8 ? XP_ON : XP_OFF, 0);
    ap_server_conf = add_server(s, "chandlery.example", 0, XP_OFF, 0);
}

/* ---- Counts --------------------------------------------------------------------------------------------------------------------- */

enum { NOW = 1790000000 }; /* 21 September 2026, 14:13:20 UTC */

/* What comes in a step: more by day than by night, and as good as by chance. */
static unsigned long wave(int step, int most, unsigned salt)
{
    const double day = 0.55 + 0.45 * sin((double)step / 23.0 + (double)salt);
    const unsigned noise = (unsigned)step * 2654435761u + salt * 40503u;

    return (unsigned long)(most * day * (0.75 + (double)(noise >> 16 & 255) / 1024));
}

static void add_moment(unsigned long at, xp_count_moment *moment)
{
    moment->at = at;
    xp_count_all->moments[xp_count_all->passed++ % XP_COUNT_MOMENTS] = *moment;
}

/* Steps, of which `gap` are missing in the middle; the clock is set back by `back` at the third quarter. */
static void add_moments(int steps, int gap, unsigned long back)
{
    xp_count_moment moment = { 0 };
    unsigned long at = NOW - (unsigned long)steps * XP_COUNT_STEP;

    for (int i = 0; i < steps; i++, at += XP_COUNT_STEP) {
        moment.requests[XP_PREVIEW] += wave(i, 180, 1);
        moment.requests[XP_PRERENDER] += wave(i, 90, 3);
        moment.requests[XP_PREFETCH] += wave(i, 40, 5);
        if (i == steps * 3 / 4)
            at -= back;
        if (i < (steps - gap) / 2 || i >= (steps + gap) / 2)
            add_moment(at, &moment);
    }
}

/* Counts that get less from one to the next, by a factor. */
static void add_counts(xp_count_host *host, double scale)
{
    static const double REQUESTS[XP_PURPOSES] = { 2413906, 3120, 8711, 14207, 412 };
    static const struct {
        xp_verdict verdict;
        double n;
    } PAGES[] = { { XP_STRIPPED_VERDICT, 8230 },  { XP_STRIPPED_CSP_VERDICT, 41 }, { XP_HELD_VERDICT, 6912 },
                  { XP_HELD_CHARSET_VERDICT, 3 }, { XP_CLEAN_VERDICT, 1730 },      { XP_NOT_HTML_VERDICT, 4033 },
                  { XP_ENCODED_VERDICT, 12 },     { XP_AMBIGUOUS_VERDICT, 1 },     { XP_UNSUPPORTED_VERDICT, 388 },
                  { XP_OFF_VERDICT, 77 } };

    for (int i = 0; i < XP_PURPOSES; i++)
        host->requests[i] = (unsigned long)(REQUESTS[i] * scale);
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        host->pages[PAGES[i].verdict] = (unsigned long)(PAGES[i].n * scale);
    host->inserted[XP_INSERTED_VERDICT] = (unsigned long)(310277 * scale);
    host->inserted[XP_SKIPPED_VERDICT] = (unsigned long)(8271 * scale);
    host->inserted[XP_FRAGMENT_VERDICT] = (unsigned long)(5120 * scale);
    host->elements = (unsigned long)(24904 * scale);
    host->bytes = (unsigned long)(11800224 * scale);
    host->gated = (unsigned long)(3061 * scale);
    host->held = (unsigned long)(19377 * scale);
}

/* Of a host where it is only tried out. */
static void add_dry_counts(xp_count_host *host, double scale)
{
    add_counts(host, 0);
    host->requests[XP_VIEW] = (unsigned long)(2413906 * scale);
    host->requests[XP_PREVIEW] = (unsigned long)(14207 * scale);
    host->pages[XP_DRYRUN_VERDICT] = (unsigned long)(11820 * scale);
    host->pages[XP_NOT_HTML_VERDICT] = (unsigned long)(4033 * scale);
    host->dry = (unsigned long)(27965 * scale);
}

static void add_vendor(const char *name, int nth, double scale, int dry)
{
    xp_count_vendor *vendor = &xp_count_all->vendors[place_of(name)];

    vendor->elements = (unsigned long)(9400 * scale);
    vendor->bytes = (unsigned long)(4460000 * scale) + (unsigned long)nth;
    vendor->gated = nth % 3 == 1 ? (unsigned long)(2100 * scale) : 0;
    vendor->held = nth % 2 ? 0 : (unsigned long)(7200 * scale);
    vendor->dry = dry ? (unsigned long)(1044 * scale) : 0;
}

static const char *const KNOWN[] = {
    "google-analytics", "google-tag-manager", "meta-pixel", "hotjar",          "matomo",       "clarity",
    "plausible",        "linkedin-insight",   "segment",    "adobe-analytics", "tiktok-pixel", "chandlery-counter"
};
enum { KNOWN_COUNT = sizeof KNOWN / sizeof *KNOWN };

static void add_known(double scale, int dry)
{
    for (int i = 0; i < KNOWN_COUNT; i++, scale *= 0.62)
        add_vendor(KNOWN[i], i, scale, dry);
}

/* As many as there is room for, all of which were found. */
static void add_all_vendors(void)
{
    for (int i = 0; i < XP_VENDORS_MAX; i++)
        if (!*xp_count_all->vendors[i].name)
            apr_snprintf(xp_count_all->vendors[i].name, XP_COUNT_NAME, "a-vendor-with-a-long-name-%d", i);
    for (int i = 0; i < XP_VENDORS_MAX; i++)
        add_vendor(xp_count_all->vendors[i].name, i, 1.0 / (i + 1), 1);
}

/* Every counter at its end: the first of everything, so that sums go beyond. */
static void fill(void *counters, size_t size)
{
    memset(counters, 0xff, size);
}

static void make_huge(void)
{
    xp_count_moment moment = { 0 };

    for (int i = 0; i < KNOWN_COUNT; i++)
        fill(&xp_count_all->vendors[place_of(KNOWN[i])].elements, 5 * sizeof(unsigned long));
    for (int i = 0; i < 2; i++)
        fill((char *)&xp_count_all->hosts[i] + XP_COUNT_HOST, sizeof(xp_count_host) - XP_COUNT_HOST);
    for (int i = 0; i < 3; i++) {
        add_moment(NOW + (unsigned long)i * XP_COUNT_STEP, &moment);
        fill(moment.requests, sizeof moment.requests);
    }
    fill(xp_count_all->left, sizeof xp_count_all->left);
    fill(&xp_count_all->hold_limit, sizeof(unsigned long));
}

static void make_usual(int dry)
{
    add_known(1, dry);
    add_counts(&xp_count_all->hosts[1], 1);
    if (dry)
        add_dry_counts(&xp_count_all->hosts[2], 1.0 / 9);
    xp_count_all->left[XP_LEFT_CSP] = 41;
    xp_count_all->left[XP_LEFT_CHARSET] = 3;
    xp_count_all->hold_limit = 2;
}

/* 0: there is no such case. */
static int make_case(const char *name)
{
    const int many = !strcmp(name, "many");

    add_servers(many ? 70 : 0);
    if (xp_count_open(pool, ap_server_conf) != OK || !xp_count_all)
        return 0;
    xp_count_all->began = NOW - 12 * 86400;
    if (!strcmp(name, "fresh"))
        return 1;
    if (!strcmp(name, "huge")) {
        make_huge();
        return 1;
    }
    make_usual(strcmp(name, "single") != 0);
    if (many) {
        add_all_vendors();
        for (int i = 5; i < XP_COUNT_PLACES; i++)
            add_counts(&xp_count_all->hosts[i], (i - 4) % 8 ? 1.0 / i : 0);
    }
    if (!strcmp(name, "usual") || many)
        add_moments(145, 0, 0);
    else if (!strcmp(name, "gap"))
        add_moments(145, 40, 0);
    else if (!strcmp(name, "back"))
        add_moments(60, 0, 7200);
    else if (!strcmp(name, "single"))
        add_moments(2, 0, 0);
    else
        return 0;
    return 1;
}

int main(int argc, char **argv)
{
    request_rec r = { 0 };

    apr_initialize();
    apr_pool_create(&pool, NULL);
    r.pool = pool;
    r.headers_out = apr_table_make(pool, 4);
    if (argc != 2 || !make_case(argv[1])) {
        fputs("usage: board fresh|usual|many|huge|gap|back|single\n", stderr);
        return 2;
    }
    xp_board_page(&r, xp_count_all);
    apr_terminate();
    return 0;
}
