/* The output filters and the hooks round them.
 *
 *   XPURPOSE           CONTENT_SET - 1   scans and strips; if the page comes packed, what unpacks it is put in its place, and it
 *                                        goes behind that
 *   XPURPOSE_HEADERS   CONTENT_SET       added last of all, hence behind mod_headers, and before CACHE_SAVE: the response's
 *                                        headers
 *
 * Only the last is ever in the chain of an ordinary request, and not of one for a plain file. What is decided in type_checker is
 * decided again when the filters are inserted: MultiViews, DirectoryIndex and SetEnv may have changed the configuration that counts.
 */
#include "xp_filter.h"

#include "http_log.h"
#include "http_protocol.h"
#include "util_filter.h"

#include "xp_count.h"
#include "xp_field.h"
#include "xp_headers.h"
#include "xp_page.h"
#include "xp_unpack.h"

APLOG_USE_MODULE(xpurpose);

static ap_filter_rec_t *scan_handle, *headers_handle;

/* ---- What is to be done ------------------------------------------------------------------------------------------------- */

typedef enum { PLAN_NOTHING, PLAN_OFF, PLAN_DRYRUN, PLAN_STRIP } plan;

static plan plan_of(const request_rec *r, const xp_dir_conf *conf, const xp_request *request)
{
    if (!request || !((xp_config_stripped(conf) >> request->purpose) & 1))
        return PLAN_NOTHING;
    if (xp_config_mode(conf) == XP_OFF || apr_table_get(r->subprocess_env, "no-xpurpose"))
        return PLAN_OFF;
    return xp_config_mode(conf) == XP_DRYRUN ? PLAN_DRYRUN : PLAN_STRIP;
}

static plan plan_of_main(const request_rec *r, const xp_request *request)
{
    return r->main ? PLAN_NOTHING : plan_of(r, ap_get_module_config(r->per_dir_config, &xpurpose_module), request);
}

/* Rewrite rules of the server choose files that are packed beforehand by Accept-Encoding, long before the configuration of the
 * directory is known. So the server's own decides here, and the next hook corrects it. */
static __attribute__((noinline)) void classify(request_rec *r)
{
    xp_request *request = r->prev ? xp_signal_inherit(r) : xp_signal_classify(r);

    if (request && plan_of_main(r, request) == PLAN_STRIP)
        xp_headers_hide_coding(r, request);
}

int xp_filter_begin(request_rec *r)
{
    if (!r->prev && xp_signal_is_view(r))
        xp_count_request(XP_VIEW);
    else
        classify(r);
    return DECLINED;
}

static __attribute__((noinline)) void hide(request_rec *r, xp_request *request)
{
    if (r->main)
        return;
    if (plan_of_main(r, request) == PLAN_STRIP) {
        xp_headers_hide(r, request);
        xp_headers_negotiate(r, request, xp_unpack_is_possible());
    } else {
        xp_headers_restore(r, request);
    }
}

/* The directory's configuration is known, and mod_negotiation, which comes next, is told what the client takes. header_parser was
 * set aside: where nobody else has a hook there, each request would pay for the whole round. */
int xp_filter_hide(request_rec *r)
{
    xp_request *request = xp_signal_request(r);

    if (request)
        hide(r, request);
    return DECLINED;
}

static __attribute__((noinline)) void negotiated(request_rec *r, const xp_request *request)
{
    if (plan_of_main(r, request) == PLAN_STRIP)
        apr_table_unset(r->headers_in, "Accept-Encoding");
}

/* Rewrite rules of the directory, which come next, and the handler are told that it takes plain text. */
int xp_filter_negotiated(request_rec *r)
{
    const xp_request *request = xp_signal_request(r);

    if (request)
        negotiated(r, request);
    return DECLINED;
}

/* A signal has been met, or an expression has read something. */
static plan prepare(request_rec *r, const xp_dir_conf *conf, xp_request *request)
{
    plan what = plan_of(r, conf, request);

    request->eligible = request->unpacked = 0;
    if (what == PLAN_STRIP)
        xp_headers_hide(r, request);
    else
        xp_headers_restore(r, request);
    if (what == PLAN_STRIP && r->handler && !strcmp(r->handler, "type-map")) /* mod_negotiation will redirect */
        xp_headers_negotiate(r, request, xp_unpack_is_possible());
    if (what == PLAN_OFF)
        xp_page_pass(r, request, XP_OFF_VERDICT);
    if (what == PLAN_STRIP || what == PLAN_DRYRUN)
        ap_add_output_filter_handle(scan_handle, NULL, r, r->connection);
    return what;
}

static __attribute__((noinline)) void insert(request_rec *r, const xp_dir_conf *conf, xp_request *request)
{
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    int varies = xp_config_vary(conf) && (request || server->vary[xp_config_stripped(conf)]);
    plan what = PLAN_NOTHING;

    if (r->main)
        return;
    if (request)
        what = prepare(r, conf, request);
    if (conf->mode == XP_ON && (what == PLAN_STRIP || varies))
        ap_add_output_filter_handle(headers_handle, NULL, r, r->connection);
}

/* The case that has to be cheap: a file that is sent as it is, with no filter between us and the protocol that could change
 * its type or its headers. Then there is nothing to wait for. httpd unites Vary fields that name a header twice. */
static __attribute__((noinline)) void insert_for_view(request_rec *r, const xp_dir_conf *conf)
{
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const char *names = server->vary[xp_config_stripped(conf)];

    if (names && !r->handler && !r->main && r->output_filters == r->proto_output_filters && r->content_type &&
        (!strcmp(r->content_type, "text/html") || xp_field_is_html(r->content_type)))
        apr_table_addn(r->headers_out, "Vary", names);
    else
        insert(r, conf, NULL);
}

void xp_filter_insert(request_rec *r)
{
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    xp_request *request = xp_signal_request(r);

    if (request)
        insert(r, conf, request);
    else if (conf->mode == XP_ON && xp_config_vary(conf))
        insert_for_view(r, conf);
}

/* What an error document says of itself is known later only. */
void xp_filter_insert_error(request_rec *r)
{
    insert(r, ap_get_module_config(r->per_dir_config, &xpurpose_module), xp_signal_request(r));
}

/* ---- The filters ------------------------------------------------------------------------------------------------------------ */

/* Unpacks the page first, if it can be, and begins anew behind that. */
static int unpack(ap_filter_t *f, xp_request *request, apr_bucket_brigade *bb, const char *coding)
{
    if (request->unpacked || !xp_unpack_insert(f, bb, coding))
        return 0;
    request->unpacked = 1;
    ap_add_output_filter_handle(scan_handle, NULL, f->r, f->c);
    return 1;
}

/* Decides by the response's headers; NULL if it passes. */
static xp_page *begin(ap_filter_t *f, apr_bucket_brigade *bb)
{
    request_rec *r = f->r;
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    xp_request *request = xp_signal_request(r);
    int dry = xp_config_mode(conf) == XP_DRYRUN;
    xp_outlook outlook;

    if (!request || AP_BUCKET_IS_ERROR(APR_BRIGADE_FIRST(bb)))
        return NULL;
    xp_headers_judge(f, &outlook);
    xp_headers_restore(r, request);
    if (outlook.verdict == XP_ENCODED_VERDICT && !dry && unpack(f, request, bb, outlook.coding))
        return NULL;
    if (outlook.verdict != XP_STRIPPED_VERDICT) {
        xp_page_pass(r, request, outlook.verdict);
        return NULL;
    }
    if (!dry) {
        request->eligible = 1;
        apr_table_unset(r->headers_out, "Content-Length");
        apr_table_unset(r->err_headers_out, "Content-Length");
        apr_table_setn(r->subprocess_env, "no-cache", "1"); /* for mod_cache */
    }
    return xp_page_begin(f, request, &outlook, dry);
}

static apr_status_t scan(ap_filter_t *f, apr_bucket_brigade *bb)
{
    if (APR_BRIGADE_EMPTY(bb))
        return APR_SUCCESS;
    if (!f->ctx)
        f->ctx = begin(f, bb);
    if (!f->ctx) {
        ap_remove_output_filter(f);
        return ap_pass_brigade(f->next, bb);
    }
    return xp_page_take(f->ctx, bb);
}

void xp_filter_register(void)
{
    scan_handle = ap_register_output_filter("XPURPOSE", scan, NULL, (ap_filter_type)(AP_FTYPE_CONTENT_SET - 1));
    headers_handle = ap_register_output_filter("XPURPOSE_HEADERS", xp_headers_filter, NULL, AP_FTYPE_CONTENT_SET);
    xp_unpack_register();
}
