/* Classification. An ordinary view costs one walk over the names of its headers, and nothing is allocated for it: a bit
 * for each tells that it cannot be one that a rule reads. Asking the table for each header that rules read was measured to be
 * dearer.
 *
 * A request is classified once, from what came over the wire. An internal redirect is a new request_rec with another URI and with
 * what RequestHeader has made of the headers: it takes over what its predecessor was told, and where that has no record it is a
 * view. Subrequests copy the environment, and get here only if they are redirected.
 */
#include "xp_signal.h"

#include "http_log.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_field.h"

APLOG_USE_MODULE(xpurpose);

static int is_met_expr(request_rec *r, const xp_signal *signal)
{
    const char *error = NULL;
    int rc = ap_expr_exec(r, signal->expr, &error);

    if (error)
        ap_log_rerror(APLOG_MARK, APLOG_ERR, 0, r, "XPurposeSignal: the expression failed: %s", error);
    return rc > 0;
}

/* True if the request has this header and, unless NULL, this value there. */
static int says(const request_rec *r, const char *header, const char *word)
{
    const char *value = apr_table_get(r->headers_in, header);

    return value && (!word || xp_field_all(value, word));
}

static int is_announced(const xp_signal *signal)
{
    return signal->header && !ap_cstr_casecmp(signal->header, XP_SIGNAL_PURPOSE);
}

static int is_met(request_rec *r, const xp_signal *signal)
{
    if (signal->how == XP_SIGNAL_EXPR)
        return is_met_expr(r, signal);
    if (signal->how == XP_SIGNAL_LIST) {
        const char *value = apr_table_get(r->headers_in, signal->header);

        if (!value || !xp_field_purpose(value, signal->value))
            return 0;
    } else if (!says(r, signal->header, signal->how == XP_SIGNAL_EQUALS ? signal->value : NULL)) {
        return 0;
    }
    return (!signal->also.header || says(r, signal->also.header, signal->also.value)) &&
           !(signal->unless.header && says(r, signal->unless.header, signal->unless.value));
}

/* Finds the first rule that is met, and the classes of all of them: a request that only an exception has kept from being
 * stripped is not alike to one that nothing else told of. */
static const xp_signal *first_met(request_rec *r, const xp_server_conf *conf, xp_request *request)
{
    const xp_signal *first = NULL;

    for (int i = 0; i < conf->signals->nelts; i++) {
        const xp_signal *signal = &APR_ARRAY_IDX(conf->signals, i, xp_signal);

        if (is_met(r, signal)) {
            request->classes |= 1u << signal->purpose;
            request->announced |= is_announced(signal) ? 1u << signal->purpose : 0;
            first = first ? first : signal;
        }
    }
    return first;
}

/* The same, with what expressions have read in `request->vary`, or NULL there. ap_expr names it in the response's Vary, which is not for it
 * to mark: XPurposeVary decides about that, and a stripped page is not stored anyway. */
static const xp_signal *first_met_apart(request_rec *r, const xp_server_conf *conf, xp_request *request)
{
    const char *before = apr_table_get(r->headers_out, "Vary");
    const xp_signal *first;

    apr_table_unset(r->headers_out, "Vary");
    first = first_met(r, conf, request);
    request->vary = apr_table_get(r->headers_out, "Vary");
    apr_table_unset(r->headers_out, "Vary");
    if (before)
        apr_table_setn(r->headers_out, "Vary", before);
    return first;
}

void xp_signal_begin_answer(xp_request *request)
{
    request->eligible = request->unpacked = request->reported = request->watched = request->recoded = 0;
    request->inserting = request->asks_half = request->asked = request->inserted = request->spared = 0;
    request->arrived = 0;
    request->arrives = NULL;
}

static void remember(request_rec *r, xp_request *request)
{
    ap_set_module_config(r->request_config, &xpurpose_module, request);
    if (request->purpose != XP_VIEW)
        apr_table_setn(r->subprocess_env, "XPURPOSE", xp_purpose_name(request->purpose));
}

xp_request *xp_signal_record_view(request_rec *r)
{
    xp_request *request = apr_pcalloc(r->pool, sizeof *request);

    request->purpose = XP_VIEW;
    request->reads = r->method_number == M_GET;
    remember(r, request);
    return request;
}

xp_request *xp_signal_inherit(request_rec *r)
{
    const request_rec *from = r;
    const xp_request *told = NULL;
    xp_request *request;

    while (!told && (from->prev || from->main)) {
        from = from->prev ? from->prev : from->main;
        told = xp_signal_request(from);
    }
    if (!told)
        return NULL;
    if (apr_table_get(from->subprocess_env, "no-xpurpose"))
        apr_table_setn(r->subprocess_env, "no-xpurpose", "1");
    request = apr_pmemdup(r->pool, told, sizeof *request);
    xp_signal_begin_answer(request);
    remember(r, request);
    return request;
}

xp_request *xp_signal_classify(request_rec *r)
{
    const xp_server_conf *conf = ap_get_module_config(r->server->module_config, &xpurpose_module);
    xp_request found = { .purpose = XP_VIEW }, *request = NULL;
    const xp_signal *met = first_met_apart(r, conf, &found);

    if (met || found.vary) {
        request = apr_pmemdup(r->pool, &found, sizeof found);
        request->purpose = met ? met->purpose : XP_VIEW;
        request->is_announced = met && is_announced(met);
        if (request->announced)
            request->wanted = xp_subject_wanted(r, &request->told_by);
        request->reads = r->method_number == M_GET;
        remember(r, request);
    }
    xp_count_request(r->server, met ? met->purpose : XP_VIEW);
    return request;
}
