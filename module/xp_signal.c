/* Classification. An ordinary view costs one walk over the names of its headers, and nothing is allocated for it: a bit
 * for each tells that it cannot be one that a rule reads. Asking the table for each header that rules read was measured to be
 * dearer.
 *
 * An internal redirect is a new request_rec with the same headers: it takes over what its predecessor was told, so that what
 * has been done to the headers in the meantime makes no difference. Subrequests copy the environment, and never get here.
 */
#include "xp_signal.h"

#include "http_log.h"
#include "http_protocol.h"
#include "http_request.h"
#include "apr_strings.h"

#include "xp_count.h"
#include "xp_field.h"

APLOG_USE_MODULE(xpurpose);

const char *xp_verdict_name(xp_verdict verdict)
{
#define XP_VERDICT_TEXT(name, text) text,
    static const char *const NAME[] = { XP_VERDICTS(XP_VERDICT_TEXT) };
#undef XP_VERDICT_TEXT

    return NAME[verdict];
}

/* Evaluates an expression. What it reads goes to `*vary` instead of the response, which is not for ap_expr to mark: XPurposeVary
 * decides about that, and a stripped page is not stored anyway. */
static int is_met_expr(request_rec *r, const xp_signal *signal, const char **vary)
{
    const char *before = apr_table_get(r->headers_out, "Vary"), *error = NULL, *read;
    int rc;

    apr_table_unset(r->headers_out, "Vary");
    rc = ap_expr_exec(r, signal->expr, &error);
    read = apr_table_get(r->headers_out, "Vary");
    if (before)
        apr_table_setn(r->headers_out, "Vary", before);
    else
        apr_table_unset(r->headers_out, "Vary");
    if (error)
        ap_log_rerror(APLOG_MARK, APLOG_ERR, 0, r, "XPurposeSignal: the expression failed: %s", error);
    if (read)
        *vary = *vary ? apr_pstrcat(r->pool, *vary, ", ", read, NULL) : read;
    return rc > 0;
}

static int is_met(request_rec *r, const xp_signal *signal, const char **vary)
{
    const char *value;

    if (signal->how == XP_SIGNAL_EXPR)
        return is_met_expr(r, signal, vary);
    value = apr_table_get(r->headers_in, signal->header);
    if (!value || (signal->together && !apr_table_get(r->headers_in, signal->together)))
        return 0;
    switch (signal->how) {
    case XP_SIGNAL_EQUALS: return xp_field_all(value, signal->value);
    case XP_SIGNAL_LIST: return xp_field_purpose(value, signal->value);
    case XP_SIGNAL_PRESENT:
    case XP_SIGNAL_EXPR: break;
    }
    return 1;
}

/* Finds the first rule that is met, and the classes of all of them: a request that only an exception has kept from being
 * stripped is not alike to one that nothing else told of. */
static const xp_signal *first_met(request_rec *r, const xp_server_conf *conf, unsigned *classes, const char **vary)
{
    const xp_signal *first = NULL;

    for (int i = 0; i < conf->signals->nelts; i++) {
        const xp_signal *signal = &APR_ARRAY_IDX(conf->signals, i, xp_signal);

        if (is_met(r, signal, vary)) {
            *classes |= 1u << signal->purpose;
            first = first ? first : signal;
        }
    }
    return first;
}

static void remember(request_rec *r, xp_request *request)
{
    ap_set_module_config(r->request_config, &xpurpose_module, request);
    if (request->purpose != XP_VIEW)
        apr_table_setn(r->subprocess_env, "XPURPOSE", xp_purpose_name(request->purpose));
}

static xp_request *inherit(request_rec *r, const xp_request *previous)
{
    xp_request *request = apr_pmemdup(r->pool, previous, sizeof *request);

    request->eligible = request->unpacked = request->reported = 0;
    remember(r, request);
    return request;
}

xp_request *xp_signal_classify(request_rec *r)
{
    const xp_server_conf *conf = ap_get_module_config(r->server->module_config, &xpurpose_module);
    const xp_request *previous = r->prev ? xp_signal_request(r->prev) : NULL;
    xp_request *request = NULL;
    const xp_signal *met;
    const char *vary = NULL;
    unsigned classes = 0;

    if (previous)
        return inherit(r, previous);
    met = first_met(r, conf, &classes, &vary);
    if (met || vary) {
        request = apr_pcalloc(r->pool, sizeof *request);
        request->purpose = met ? met->purpose : XP_VIEW;
        request->classes = classes;
        request->vary = vary;
        remember(r, request);
    }
    if (!r->prev)
        xp_count_request(met ? met->purpose : XP_VIEW);
    return request;
}
