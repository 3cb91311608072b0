#include "xp_status.h"

#include "http_core.h"
#include "http_log.h"
#include "http_protocol.h"
#include "mod_status.h"

#include "xp_auto.h"
#include "xp_board.h"
#include "xp_field.h"
#include "xp_json.h"
#include "xp_metrics.h"

APLOG_USE_MODULE(xpurpose);

void xp_status_announce(server_rec *s)
{
    ap_log_error(APLOG_MARK, APLOG_INFO, 0, s, "mod_xpurpose %s, catalogue of %s", xp_version, xp_vendors_month);
}

/* A form of the answer: the word it is asked for by, and its media type. The first one of a range is what somebody gets who does not say. */
typedef struct {
    const char *word, *type, *version;
    void (*print)(request_rec *r, const xp_counters *c);
} form;

static const form FORMS[] = {
    { "html", "text/html", NULL, xp_board_page },
    { "json", "application/json", NULL, xp_json },
    { "prometheus", "text/plain", "0.0.4", xp_metrics_classic },
    { "openmetrics", "application/openmetrics-text", "1.0.0", xp_metrics_openmetrics },
};

enum { HTML, JSON, PROMETHEUS, OPENMETRICS, FORM_COUNT };

/* Which forms are in question: a word leaves one of them, "metrics" the two that Prometheus reads. */
typedef struct {
    int first, count;
} choice;

/* Whether it is a word; all that are in question stay if not. */
static int narrow(choice *forms, const char *word, apr_size_t len)
{
    static const char METRICS[] = "metrics";

    for (int i = 0; i < FORM_COUNT; i++)
        if (len == strlen(FORMS[i].word) && !memcmp(word, FORMS[i].word, len)) {
            *forms = (choice){ i, 1 };
            return 1;
        }
    if (len != sizeof METRICS - 1 || memcmp(word, METRICS, len))
        return 0;
    *forms = (choice){ PROMETHEUS, 2 };
    return 1;
}

/* The first of the query's names that is a word, whatever its value: Prometheus cannot ask without a '='. */
static int narrow_by_query(choice *forms, const char *query)
{
    for (; query && *query; query += strspn(query, "&")) {
        if (narrow(forms, query, strcspn(query, "=&")))
            return 1;
        query += strcspn(query, "&");
    }
    return 0;
}

/* A Location may itself be called /metrics, which is where Prometheus looks if it is not told. */
static int narrow_by_path(choice *forms, const char *path)
{
    const char *last = ap_strrchr_c(path, '/');

    return last && narrow(forms, last + 1, strlen(last + 1));
}

static const form *choose(request_rec *r)
{
    choice forms = { HTML, FORM_COUNT };
    const char *accept = apr_table_get(r->headers_in, "Accept");
    const form *best = NULL;
    unsigned most = 0;

    (void)(narrow_by_query(&forms, r->args) || narrow_by_path(&forms, r->uri));
    if (forms.count > 1)
        apr_table_mergen(r->headers_out, "Vary", "Accept");
    for (const form *it = FORMS + forms.first; accept && it < FORMS + forms.first + forms.count; it++) {
        unsigned how = xp_field_accepts(accept, it->type, it->version);

        if (how > most) {
            most = how;
            best = it;
        }
    }
    return best ? best : FORMS + forms.first;
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
    choose(r)->print(r, c);
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
        xp_auto_lines(r, c);
    else
        xp_board_section(r, c, !(flags & AP_STATUS_NOTABLE));
    return OK;
}
