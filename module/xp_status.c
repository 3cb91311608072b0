#include "xp_status.h"

#include "http_core.h"
#include "http_log.h"
#include "http_protocol.h"
#include "mod_status.h"

#include "xp_board.h"
#include "xp_metrics.h"

APLOG_USE_MODULE(xpurpose);

void xp_status_announce(server_rec *s)
{
    ap_log_error(APLOG_MARK, APLOG_INFO, 0, s, "mod_xpurpose %s, catalogue of %s", xp_version, xp_vendors_month);
}

static __attribute__((noinline)) int show(request_rec *r)
{
    const xp_counters *c = xp_count_all;

    if (strcmp(r->handler, "xpurpose-status"))
        return DECLINED;
    r->allowed = (apr_int64_t)1 << M_GET;
    if (r->method_number != M_GET)
        return HTTP_METHOD_NOT_ALLOWED;
    if (!c)
        return HTTP_SERVICE_UNAVAILABLE;
    apr_table_setn(r->headers_out, "Cache-Control", "no-store");
    if (r->args && !strcmp(r->args, "json"))
        xp_metrics_json(r, c);
    else if (r->args && !strcmp(r->args, "openmetrics"))
        xp_metrics_openmetrics(r, c);
    else
        xp_board_page(r, c);
    return OK;
}

/* Every request passes here, and the first letter tells nearly always. */
int xp_status_handler(request_rec *r)
{
    return r->handler && *r->handler == 'x' ? show(r) : DECLINED;
}

int xp_status_hook(request_rec *r, int flags)
{
    const xp_counters *c = xp_count_all;

    if (!c)
        return OK;
    if (flags & AP_STATUS_SHORT)
        xp_metrics_auto(r, c);
    else
        xp_board_section(r, c, !(flags & AP_STATUS_NOTABLE));
    return OK;
}
