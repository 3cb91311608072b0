/* A page that is stripped or held: what the engine says of it is carried out, counted and told. */
#include "xp_page.h"

#include "http_log.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_pump.h"
#include "xp_site.h"

APLOG_USE_MODULE(xpurpose);

struct xp_page {
    request_rec *r;
    xp_request *request;
    xp_pump *pump;
    xp_scan *scan;
    xp_options options;
    xp_policies policies;
    xp_vendor_set vendors; /* that may be removed */
    xp_vendor_set met;     /* that were, or are kept from loading */
    unsigned edits;        /* of whatever form */
    unsigned cut;          /* elements that are gone, and … */
    apr_uint64_t bytes;    /* … how long they were */
    unsigned gated;        /* elements that stay, but do not load what they would */
    unsigned waiting;      /* elements that wait as a whole until somebody looks */
    int complete;          /* what was passed on has all come by behind what else there is */
    int dry;
};

/* ---- Edits ------------------------------------------------------------------------------------------------------------------------ */

static void log_edit(const xp_page *page, const xp_edit *edit)
{
    apr_uint64_t bytes = edit->to - edit->from;
    int removes = xp_form_removes(edit->form);

    for (int i = 0; !removes && i < edit->npieces; i++)
        bytes += edit->pieces[i].len;
    ap_log_rerror(APLOG_MARK, APLOG_TRACE1, 0, page->r,
                  "%s at %" APR_UINT64_T_FMT ", %" APR_UINT64_T_FMT " bytes%s: vendor %s, pattern %s",
                  xp_form_name(edit->form), edit->from, bytes, removes ? "" : " put in",
                  edit->vendor >= 0 ? xp_rules_name(xp_site_rules(), edit->vendor) : "-",
                  edit->pattern ? edit->pattern : "-");
}

/* The page's own figures tell what a dry run would do; those of all pages only what is done. */
static void count_for_all(const xp_page *page, const xp_edit *edit)
{
    const server_rec *s = page->r->server;

    if (page->dry)
        xp_count_dry(s, edit->vendor);
    else if (xp_form_removes(edit->form))
        xp_count_cut(s, edit->vendor, edit->to - edit->from);
    else if (edit->form == XP_FORM_HELD)
        xp_count_held(s, edit->vendor);
    else
        xp_count_gated(s, edit->vendor);
}

/* The gate itself is no element of the page's: what it is put in for counts. Nor is what else is put in for an element that waits. */
static void count_edit(xp_page *page, const xp_edit *edit)
{
    if (edit->form == XP_FORM_GATE || edit->form == XP_FORM_HELD_TOO)
        return;
    if (xp_form_removes(edit->form)) {
        page->cut++;
        page->bytes += edit->to - edit->from;
    } else if (edit->form == XP_FORM_HELD)
        page->waiting++;
    else
        page->gated++;
    count_for_all(page, edit);
}

static void note_edit(xp_page *page, const xp_edit *edit)
{
    page->edits++;
    count_edit(page, edit);
    if (edit->form != XP_FORM_GATE && edit->vendor >= 0)
        xp_set_add(&page->met, edit->vendor);
    if (APLOG_R_IS_LEVEL(page->r, APLOG_TRACE1))
        log_edit(page, edit);
}

static void on_edit(void *ctx, const xp_edit *edit)
{
    xp_page *page = ctx;

    note_edit(page, edit);
    if (!page->dry)
        xp_pump_edit(page->pump, edit->from, edit->to, edit->pieces, edit->npieces);
}

static const char *kept(void *ctx, apr_uint64_t from, apr_uint64_t to)
{
    return xp_pump_kept(((xp_page *)ctx)->pump, from, to);
}

/* ---- Verdict ---------------------------------------------------------------------------------------------------------------------- */

/* True if something else has gone on behind us than we have passed. What packs pages changes every length but that of nothing. */
static int is_late(const xp_page *page)
{
    const xp_request *request = page->request;
    const apr_uint64_t passed = xp_pump_passed(page->pump);

    if (!request->watched || (request->recoded && passed))
        return 0;
    return request->arrived != passed;
}

/* Of a page in which something was done. */
static xp_verdict verdict_of_edited(const xp_page *page)
{
    if (page->dry)
        return XP_DRYRUN_VERDICT;
    if (xp_scan_left(page->scan, XP_LEFT_CSP))
        return page->options.hold ? XP_HELD_CSP_VERDICT : XP_STRIPPED_CSP_VERDICT;
    if (xp_scan_left(page->scan, XP_LEFT_CHARSET))
        return page->options.hold ? XP_HELD_CHARSET_VERDICT : XP_STRIPPED_CHARSET_VERDICT;
    return page->options.hold ? XP_HELD_VERDICT : XP_STRIPPED_VERDICT;
}

static xp_verdict verdict_of(const xp_page *page)
{
    if (page->complete && xp_scan_reason(page->scan) == XP_REASON_NONE && is_late(page))
        return XP_LATE_VERDICT;
    if (page->edits)
        return verdict_of_edited(page);
    switch (xp_scan_reason(page->scan)) {
    case XP_REASON_AMBIGUOUS: return XP_AMBIGUOUS_VERDICT;
    case XP_REASON_CHARSET: return XP_CHARSET_VERDICT;
    case XP_REASON_NOT_HTML: return XP_NOT_HTML_VERDICT;
    case XP_REASON_FRAGMENT: return XP_FRAGMENT_VERDICT;
    case XP_REASON_NONE: break;
    }
    if (!page->dry && xp_scan_left(page->scan, XP_LEFT_CSP))
        return XP_CSP_VERDICT;
    if (!page->dry && xp_scan_left(page->scan, XP_LEFT_CHARSET))
        return XP_CHARSET_VERDICT;
    if (xp_scan_hold_limit_hits(page->scan))
        return XP_HOLD_LIMIT_VERDICT;
    return page->dry ? XP_DRYRUN_VERDICT : XP_CLEAN_VERDICT;
}

static const char *names_of(apr_pool_t *p, const xp_vendor_set *set)
{
    const xp_rules *rules = xp_site_rules();
    apr_array_header_t *names = apr_array_make(p, 8, sizeof(const char *));

    for (int i = 0; i < xp_rules_vendors(rules); i += set->bits[i / 64] ? 1 : 64 - i % 64)
        if (xp_set_has(set, i))
            APR_ARRAY_PUSH(names, const char *) = xp_rules_name(rules, i);
    return apr_array_pstrcat(p, names, ',');
}

void xp_page_pass(request_rec *r, xp_request *request, xp_verdict verdict)
{
    if (request->reported)
        return;
    request->reported = 1;
    apr_table_setn(r->notes, "xpurpose", xp_verdict_name(verdict));
    xp_count_page(r->server, verdict, 0);
    ap_log_rerror(APLOG_MARK, APLOG_DEBUG, 0, r, "%s: %s", xp_purpose_name(request->purpose), xp_verdict_name(verdict));
}

/* Counts what stayed, and tells it for the log; "" if there is nothing. */
static const char *report_left(const xp_page *page)
{
    const char *text = "";

    for (int why = 0; why < XP_LEFT_REASONS; why++) {
        unsigned n = xp_scan_left(page->scan, (xp_left)why);

        xp_count_left((xp_left)why, n);
        if (n)
            text = apr_psprintf(page->r->pool, "%s, %u left for %s", text, n, xp_left_name((xp_left)why));
    }
    return text;
}

void xp_page_report(xp_page *page)
{
    static const char *const WHY[] = { "", ", rest of the page ambiguous", ", rest of the page in an unsafe charset",
                                       ", data or a script", ", no document" };
    request_rec *r = page->r;
    xp_verdict verdict = verdict_of(page);
    unsigned hits = xp_scan_hold_limit_hits(page->scan);
    const char *names, *left;

    if (page->request->reported)
        return;
    page->request->reported = 1;
    left = report_left(page);
    names = names_of(r->pool, &page->met);
    apr_table_setn(r->notes, "xpurpose", xp_verdict_name(verdict));
    apr_table_setn(r->notes, "xpurpose-cut", apr_itoa(r->pool, (int)page->cut));
    apr_table_setn(r->notes, "xpurpose-bytes", apr_off_t_toa(r->pool, (apr_off_t)page->bytes));
    apr_table_setn(r->notes, "xpurpose-gated", apr_itoa(r->pool, (int)page->gated));
    if (page->options.hold)
        apr_table_setn(r->notes, "xpurpose-held", apr_itoa(r->pool, (int)page->waiting));
    if (*names)
        apr_table_setn(r->notes, "xpurpose-vendors", names);
    xp_count_page(r->server, verdict, hits);
    ap_log_rerror(APLOG_MARK, APLOG_DEBUG, 0, r,
                  "%s: %s, %u elements, %" APR_UINT64_T_FMT
                  " bytes, %u gated, %u held%s%s, %u past the hold limit%s%s%s",
                  xp_purpose_name(page->request->purpose), xp_verdict_name(verdict), page->cut, page->bytes,
                  page->gated, page->waiting, *names ? " of " : "", names, hits, left, WHY[xp_scan_reason(page->scan)],
                  xp_scan_is_fragment(page->scan) ? ", part of a table: no stubs" : "");
}

static void arrives(void *ctx)
{
    xp_page *page = ctx;

    page->complete = 1;
    if (xp_pump_has_ended(page->pump))
        xp_page_report(page);
}

/* ---- The page's course -------------------------------------------------------------------------------------------------------------- */

static void feed(void *ctx, const char *bytes, apr_size_t len)
{
    xp_scan_feed(((xp_page *)ctx)->scan, bytes, len);
}

static void end(void *ctx)
{
    xp_page *page = ctx;

    xp_scan_end(page->scan);
    if (xp_scan_reason(page->scan) == XP_REASON_NOT_HTML || xp_scan_reason(page->scan) == XP_REASON_FRAGMENT)
        page->request->eligible = 0; /* its headers can stay as they are */
}

static apr_uint64_t settled(void *ctx)
{
    return xp_scan_settled(((xp_page *)ctx)->scan);
}

static int is_done(void *ctx)
{
    return xp_scan_reason(((xp_page *)ctx)->scan) != XP_REASON_NONE;
}

static void passes(void *ctx)
{
    xp_page *page = ctx;

    if (xp_pump_has_ended(page->pump) && !page->request->eligible) /* nobody tells when it has arrived */
        xp_page_report(page);
}

static void is_over(void *ctx)
{
    xp_page_report(ctx);
}

xp_page *xp_page_begin(ap_filter_t *f, xp_request *request, const xp_outlook *outlook, int dry)
{
    static const xp_pump_engine ENGINE = { feed, end, settled, is_done, passes, is_over, .drops_undecided = 0 };
    request_rec *r = f->r;
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    xp_page *page = apr_pcalloc(r->pool, sizeof *page);

    page->r = r;
    page->pump = xp_pump_begin(f, &ENGINE, page);
    page->request = request;
    page->dry = dry;
    xp_selection_vendors(&conf->vendors, &page->vendors);
    page->options.rules = xp_site_rules();
    page->options.vendors = &page->vendors;
    page->options.hold_limit = xp_config_hold_limit(conf);
    page->options.charset = outlook->charset;
    page->options.gate = xp_config_gate(conf);
    page->options.hold = request->holds;
    page->options.document = request->holds && request->wanted == XP_WANTED_UNTOLD;
    page->options.stubs = !request->holds && xp_config_stubs(conf);
    page->policies = outlook->policies;
    page->options.policies = &page->policies;
    page->options.on_edit = on_edit;
    page->options.kept = kept;
    page->options.ctx = page;
    request->arrives = arrives;
    request->page = page;
    page->scan = apr_palloc(r->pool, xp_scan_size());
    xp_scan_init(page->scan, &page->options);
    return page;
}

apr_status_t xp_page_take(xp_page *page, apr_bucket_brigade *bb)
{
    return xp_pump_take(page->pump, bb);
}
