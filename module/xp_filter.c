/* The output filters and the hooks round them.
 *
 *   XPURPOSE           CONTENT_SET - 1   scans and strips or holds; if the page comes packed, what unpacks it is put in its place, and it
 *                                        goes behind that
 *   XPURPOSE_INSERT    CONTENT_SET - 1   puts the site's snippet in (XPurposeInsert): before what holds, behind what only looks on
 *   XPURPOSE_HEADERS   CONTENT_SET       added last of all, hence behind mod_headers, and before CACHE_SAVE: the response's
 *                                        headers
 *   XPURPOSE_HINTS     CONNECTION        keeps back what goes past the filters of a request: 103
 *
 * Of these only XPURPOSE_HEADERS is ever in the chain of an ordinary request, and not of one for a plain file, unless a snippet is to be put
 * in. What is decided early
 * is decided again when the filters are inserted: MultiViews, DirectoryIndex and SetEnv may have changed the configuration that
 * counts, and only then it is known what the handler is going to make.
 */
#include "xp_filter.h"

#include "http_core.h"
#include "http_protocol.h"
#include "util_filter.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_field.h"
#include "xp_headers.h"
#include "xp_hide.h"
#include "xp_hints.h"
#include "xp_insert.h"
#include "xp_named.h"
#include "xp_page.h"
#include "xp_sender.h"
#include "xp_subject.h"
#include "xp_unpack.h"

static ap_filter_rec_t *scan_handle;

/* ---- What is to be done ------------------------------------------------------------------------------------------------- */

typedef enum { PLAN_NOTHING, PLAN_PASS, PLAN_DRYRUN, PLAN_CHANGE } plan;

typedef struct {
    plan what;
    xp_verdict why; /* PLAN_PASS: the reason */
    int holds;      /* the page is to be held, else stripped */
    int alters;     /* PLAN_CHANGE: the request is altered for it */
} decision;

static decision pass_for(xp_verdict why, int holds)
{
    return (decision){ .what = PLAN_PASS, .why = why, .holds = holds };
}

/* The class is stripped or held here. What may be held is told by the browser's own field only, for no other that says "ahead" is sent by
 * something which tells the page when it is looked at; and it is a document, for what a script has fetched it may use at once. */
static decision decide_page(const request_rec *r, const xp_dir_conf *conf, const xp_request *request,
                            xp_subject subject, int holds)
{
    if (xp_config_mode(conf) == XP_OFF || apr_table_get(r->subprocess_env, "no-xpurpose"))
        return pass_for(XP_OFF_VERDICT, holds);
    if (holds && !request->is_announced)
        return pass_for(XP_UNSUPPORTED_VERDICT, holds);
    if (!request->reads)
        return pass_for(XP_METHOD_VERDICT, holds);
    if (subject == XP_SUBJECT_PART || subject == XP_SUBJECT_OTHER)
        return pass_for(XP_NOT_HTML_VERDICT, holds);
    if (holds && request->wanted == XP_WANTED_OTHER)
        return pass_for(XP_FRAGMENT_VERDICT, holds);
    if (xp_config_mode(conf) == XP_DRYRUN)
        return (decision){ .what = PLAN_DRYRUN, .holds = holds };
    return (decision){ .what = PLAN_CHANGE, .holds = holds, .alters = subject == XP_SUBJECT_PAGE };
}

/* A bit for the class, if it is stripped or held here. */
static unsigned concerned(const request_rec *r, const xp_dir_conf *conf, const xp_request *request)
{
    return r->main ? 0 : (xp_config_stripped(conf) | xp_config_held(conf)) & (1u << request->purpose);
}

static decision decide(const request_rec *r, const xp_request *request, xp_subject subject)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    const unsigned bit = concerned(r, conf, request);

    return bit ? decide_page(r, conf, request, subject, (xp_config_held(conf) & bit) != 0)
               : (decision){ .what = PLAN_NOTHING };
}

/* Before anything is known of the answer. What is no concern here is not asked for its subject. */
static decision decide_early(const request_rec *r, const xp_request *request)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);

    return concerned(r, conf, request) ? decide(r, request, xp_subject_of(r)) : (decision){ .what = PLAN_NOTHING };
}

/* Rewrite rules of the server choose files that are packed beforehand by Accept-Encoding, long before the configuration of the
 * directory is known. So the server's own decides here, and the next hook corrects it. */
static __attribute__((noinline)) void classify(request_rec *r)
{
    xp_request *request = r->prev ? xp_signal_inherit(r) : xp_signal_classify(r);

    if (request && decide_early(r, request).alters)
        xp_hide_coding(r, request);
    else if (request)
        xp_hide_restore(r, request); /* what was hidden for the address that it was redirected from */
}

/* ---- The site's snippet --------------------------------------------------------------------------------------------------------- */

/* Whether the answer may be a page, and the request may be altered for that. What has the name of something else is a page for whoever says
 * that he takes one. */
static int may_be_page(const request_rec *r, xp_subject subject)
{
    const char *accept = subject == XP_SUBJECT_ASSET ? apr_table_get(r->headers_in, "Accept") : NULL;

    return subject == XP_SUBJECT_PAGE || (accept && ap_strcasestr(accept, "text/html"));
}

/* What is done about it, as far as is known by now. The request's record, which it has if that is anything at all. */
static xp_request *plan_insertion(request_rec *r, const xp_dir_conf *conf, xp_subject subject)
{
    xp_request *request = xp_signal_request(r);
    const unsigned bit = request ? 1u << request->purpose : 0;
    const int strips = xp_config_mode(conf) == XP_ON && (xp_config_stripped(conf) & bit);
    xp_insert_plan what = xp_insert_decide(r, conf, subject, strips);

    if (!request && what == XP_INSERT_NOTHING)
        return NULL;
    if (!request)
        request = xp_signal_record_view(r);
    request->inserting = (int)what;
    request->asks_half = (what == XP_INSERT_TRIES || what == XP_INSERT_SPARES) && may_be_page(r, subject) &&
                         !decide(r, request, subject).alters;
    return request;
}

/* Filters that sites have for all their files, and that change what a page says, but make none; mod_filter names by what it calls. */
static int may_make_page(const ap_filter_rec_t *frec)
{
    static const char *const NONE[] = { "includes", "substitute", "sed" };
    const char *name = frec->name + (ap_cstr_casecmpn(frec->name, "bytype:", 7) ? 0 : 7);

    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (!ap_cstr_casecmp(name, NONE[i]))
            return 0;
    return 1;
}

/* Once there are filters: one that makes content may make a page of any file, and what has no type may be given one. */
static xp_subject behind_filters(const request_rec *r, xp_subject subject)
{
    const ap_filter_t *f = r->output_filters;
    int is_made = 0;
    const int is_typeless = r->finfo.filetype == APR_REG && !r->handler && !r->content_type;

    for (; f && f->frec->ftype < scan_handle->ftype && !is_made; f = f->next)
        is_made = may_make_page(f->frec);
    if (is_made)
        return subject == XP_SUBJECT_OTHER ? XP_SUBJECT_ASSET : subject;
    return subject == XP_SUBJECT_PAGE && is_typeless ? XP_SUBJECT_ASSET : subject;
}

/* Whether those who choose among files could choose what cannot be unpacked: rules do by Accept-Encoding, mod_negotiation without it too. */
static int may_choose(request_rec *r, xp_insert_looks who)
{
    return xp_signal_request(r) || apr_table_get(r->headers_in, "Accept-Encoding") ||
           (who == XP_LOOKS_NEGOTIATOR && (ap_allow_options(r) & OPT_MULTI));
}

/* They must not. */
static __attribute__((noinline)) void prepare_insertion(request_rec *r, const xp_dir_conf *conf, xp_insert_looks who)
{
    xp_request *request = may_choose(r, who) ? plan_insertion(r, conf, xp_subject_of(r)) : NULL;

    if (request && request->asks_half)
        xp_insert_alter(r, request, who);
}

/* Each request passes here, so what is asked first is whether there is any snippet at all. */
static inline const xp_dir_conf *insertion_conf(const request_rec *r)
{
    const xp_dir_conf *conf = xp_insertion_is_used() ? ap_get_module_config(r->per_dir_config, &xpurpose_module) : NULL;

    return conf && conf->insert && !r->main ? conf : NULL;
}

static inline void look_for_insertion(request_rec *r, xp_insert_looks who)
{
    const xp_dir_conf *conf = insertion_conf(r);

    if (conf)
        prepare_insertion(r, conf, who);
}

/* Rules of the server choose a file next. mod_cache's quick handler has had its turn, and been asked with what the client takes: that is what
 * it tells apart by what it stores. */
int xp_filter_translate(request_rec *r)
{
    look_for_insertion(r, XP_LOOKS_RULES);
    return DECLINED;
}

/* mod_cache, which comes before, has what was sent, and must be asked as the client asks. */
int xp_filter_handle(request_rec *r)
{
    xp_request *request = xp_insertion_is_used() ? xp_signal_request(r) : NULL;

    if (request && request->asks_half && !r->main) {
        xp_insert_alter(r, request, XP_LOOKS_HANDLER);
        request->asked = 1;
    }
    return DECLINED;
}

/* ---- Hooks ----------------------------------------------------------------------------------------------------------------------- */

int xp_filter_begin(request_rec *r)
{
    if (!r->prev && xp_signal_is_view(r))
        xp_count_request(r->server, XP_VIEW);
    else
        classify(r);
    return DECLINED;
}

/* An asset's name has turned up while the coding was hidden, which could have been a page's before: rules may have missed the coding
 * when they chose the file, and tell in Vary only what they have found. */
static int may_have_missed_coding(const xp_request *request, const decision *d)
{
    const int is_asset = d->what == PLAN_PASS ? d->why == XP_NOT_HTML_VERDICT : d->what == PLAN_CHANGE && !d->alters;

    return is_asset && request->hides_coding && request->accept_encoding;
}

static __attribute__((noinline)) void hide(request_rec *r, xp_request *request)
{
    const decision d = decide_early(r, request);

    if (d.alters) {
        xp_hide_coding(r, request);
        xp_hide_negotiate(r, request, xp_unpack_is_possible());
    } else {
        request->altered |= may_have_missed_coding(request, &d);
        xp_hide_restore(r, request);
    }
}

/* The directory's configuration is known, and mod_negotiation, which comes next, is told what the client takes. header_parser was
 * set aside: where nobody else has a hook there, each request would pay for the whole round. */
int xp_filter_hide(request_rec *r)
{
    xp_request *request = xp_signal_request(r);

    if (request && !r->main)
        hide(r, request);
    look_for_insertion(r, XP_LOOKS_NEGOTIATOR);
    return DECLINED;
}

/* True if mod_negotiation has chosen among what is packed and what is not. It says so where error pages do not lose it. */
static int has_chosen_coding(const request_rec *r)
{
    const char *vary = apr_table_get(r->err_headers_out, "Vary");

    return vary && xp_field_has(vary, "accept-encoding");
}

/* Early hints are the page's links, and those stay in a page that is held: they load nothing that counts by being loaded. */
static void keep_hints_back(request_rec *r, const decision *d)
{
    if (!d->holds)
        xp_hints_keep_back(r);
}

/* What is chosen for a page that something is put into is the same for all that ask with the same Accept-Encoding. */
static __attribute__((noinline)) void negotiated(request_rec *r, xp_request *request)
{
    const decision d = decide_early(r, request);

    request->altered |= request->hides_coding && !request->asks_half && has_chosen_coding(r);
    if (d.alters) {
        xp_hide_coding(r, request);
        keep_hints_back(r, &d);
    } else {
        xp_hide_restore(r, request);
    }
}

/* Rewrite rules of the directory, which come next, and the handler are told that it takes plain text. */
int xp_filter_negotiated(request_rec *r)
{
    xp_request *request = xp_signal_request(r);

    if (request && !r->main)
        negotiated(r, request);
    look_for_insertion(r, XP_LOOKS_RULES);
    return DECLINED;
}

typedef struct {
    xp_request *request;
    const decision *decided;
    xp_page *page; /* once its headers have been looked at */
} scanner;

static scanner *make_scanner(request_rec *r, xp_request *request, const decision *decided)
{
    scanner *s = apr_pcalloc(r->pool, sizeof *s);

    s->request = request;
    s->decided = decided;
    return s;
}

/* What is put in waits in a page that is held, and counts for nothing in what DryRun finds. */
static void add_filters(request_rec *r, xp_request *request, const decision *d)
{
    scanner *s = d->what != PLAN_NOTHING ? make_scanner(r, request, d) : NULL;
    const int waits = d->what == PLAN_CHANGE && d->holds && request->inserting;

    if (waits)
        xp_insert_add(r, request, scan_handle, s);
    else if (s)
        ap_add_output_filter_handle(scan_handle, s, r, r->connection);
    if (request->inserting && !waits)
        xp_insert_add(r, request, NULL, NULL);
}

/* A signal has been met, or an expression has read something. A page that passes is only seen off by the filter: the handler may yet
 * redirect to another one. */
static void prepare(request_rec *r, xp_request *request, const decision *d)
{
    request->holds = d->holds;
    request->altered |= may_have_missed_coding(request, d);
    if (d->alters) {
        xp_hide_all(r, request);
        keep_hints_back(r, d);
        if (r->handler && !strcmp(r->handler, "type-map")) /* mod_negotiation will redirect */
            xp_hide_negotiate(r, request, xp_unpack_is_possible());
    } else {
        xp_hide_restore(r, request);
    }
    add_filters(r, request, d);
}

/* A page that is a file and sent as it is, with no filter between us and the protocol that could change its type or its headers. */
static int is_plain_page(const request_rec *r)
{
    return !r->handler && r->output_filters == r->proto_output_filters && r->content_type &&
           (!strcmp(r->content_type, "text/html") || xp_field_is_html(r->content_type));
}

/* Then there is nothing to wait for. httpd unites Vary fields that name a header twice. */
static void vary_at_once(request_rec *r, const xp_dir_conf *conf)
{
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const char *names =
        xp_config_mode(conf) == XP_ON && xp_config_vary(conf) ? xp_config_vary_names(server, conf) : NULL;

    if (names)
        apr_table_addn(r->headers_out, "Vary", names);
}

/* What the module shows of itself is no page of the site's: the site's snippet would count the administrator as a visitor, and there is
 * nothing to strip. */
static int is_own(const request_rec *r)
{
    return r->handler && !strcmp(r->handler, "xpurpose-status");
}

static __attribute__((noinline)) void insert(request_rec *r, xp_request *request, xp_subject subject)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const int is_plain_view = !request && !r->main && is_plain_page(r);
    int varies;

    if (r->main)
        return;
    if (request)
        xp_signal_begin_answer(request); /* a second one if the first has become an error */
    if (is_own(r)) {
        if (request)
            xp_hide_restore(r, request);
        return;
    }
    if (conf->insert)
        request = plan_insertion(r, conf, behind_filters(r, subject));
    varies = conf->mode == XP_ON && xp_config_vary(conf) && (request || xp_config_vary_names(server, conf));
    if (request) {
        decision *d = apr_palloc(r->pool, sizeof *d);

        *d = decide(r, request, subject);
        prepare(r, request, d);
        varies = varies || d->what == PLAN_CHANGE || request->altered || request->inserting;
    }
    if (request && is_plain_view && request->inserting == XP_INSERT_TRIES)
        vary_at_once(r, conf);
    else if (varies)
        xp_headers_add(r);
}

/* The case that has to be cheap. */
static __attribute__((noinline)) void insert_for_view(request_rec *r, const xp_dir_conf *conf)
{
    if (!r->main && is_plain_page(r))
        vary_at_once(r, conf);
    else
        insert(r, NULL, XP_SUBJECT_PAGE);
}

/* One with a record, or one that may be given it for the site's snippet. */
static __attribute__((noinline)) void insert_for_record(request_rec *r, xp_request *request)
{
    insert(r, request, xp_subject_of(r));
}

void xp_filter_insert(request_rec *r)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    xp_request *request = xp_signal_request(r);

    if (request || conf->insert)
        insert_for_record(r, request);
    else if (conf->mode == XP_ON && xp_config_vary(conf))
        insert_for_view(r, conf);
}

/* What an error document says of itself is known later only. */
void xp_filter_insert_error(request_rec *r)
{
    insert(r, xp_signal_request(r), xp_subject_of_error(r));
}

/* ---- The filter ------------------------------------------------------------------------------------------------------------- */

/* Unpacks the page first, if it can be, and begins anew behind that. */
static int unpack(ap_filter_t *f, const scanner *s, apr_bucket_brigade *bb, xp_coding coding)
{
    if (s->request->unpacked || !xp_unpack_insert(f, bb, coding))
        return 0;
    s->request->unpacked = 1;
    ap_add_output_filter_handle(scan_handle, make_scanner(f->r, s->request, s->decided), f->r, f->c);
    return 1;
}

/* Decides by the response's headers; NULL if it passes, or is to be looked at further behind. */
static xp_page *begin(ap_filter_t *f, const scanner *s, apr_bucket_brigade *bb)
{
    const int dry = s->decided->what == PLAN_DRYRUN;
    request_rec *r = f->r;
    xp_outlook outlook = { .verdict = s->decided->why };

    if (AP_BUCKET_IS_ERROR(APR_BRIGADE_FIRST(bb)))
        return NULL;
    if (s->decided->what != PLAN_PASS) {
        if (xp_sender_follow(f, make_scanner(r, s->request, s->decided)))
            return NULL;
        xp_headers_judge(f, &outlook);
        xp_hide_restore_coding(r, s->request);
        if (outlook.verdict == XP_ENCODED_VERDICT && !dry && unpack(f, s, bb, outlook.coding))
            return NULL;
    }
    if (outlook.verdict != XP_STRIPPED_VERDICT) {
        xp_page_pass(r, s->request, outlook.verdict);
        return NULL;
    }
    s->request->eligible = !dry;
    s->request->gate_hash = outlook.policies.gate_hash;
    return xp_page_begin(f, s->request, &outlook, dry);
}

static apr_status_t scan(ap_filter_t *f, apr_bucket_brigade *bb)
{
    scanner *s = f->ctx;

    if (!s)
        return xp_named_pass(f, bb);
    if (APR_BRIGADE_EMPTY(bb))
        return APR_SUCCESS;
    if (!s->page)
        s->page = begin(f, s, bb);
    if (!s->page) {
        ap_remove_output_filter(f);
        return ap_pass_brigade(f->next, bb);
    }
    return xp_page_take(s->page, bb);
}

void xp_filter_register(void)
{
    scan_handle = ap_register_output_filter("XPURPOSE", scan, NULL, (ap_filter_type)(AP_FTYPE_CONTENT_SET - 1));
    xp_headers_register();
    xp_insert_register();
    xp_unpack_register();
}
