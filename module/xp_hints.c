/* Interim responses go past all filters of the request: whoever has one, mod_proxy_http, mod_proxy_http2 or mod_http2 for
 * H2EarlyHint, writes it to the connection's filters as text. So there is one of ours among these, put there for the first request that
 * needs it, which reads the heads that come before the response. Hints are only hints: a 103 is dropped as a whole.
 *
 * The filter is not registered, for it would have a public name then, and mod_filter takes any filter to have a request.
 *
 * The environment variable proxy-interim-response was set aside: it keeps 100 and 101 back as well, and only mod_proxy_http knows it.
 */
#include "xp_hints.h"

#include "http_config.h"
#include "util_filter.h"

extern module AP_MODULE_DECLARE_DATA xpurpose_module;

/* A connection's; the filter's context. */
typedef struct {
    int on; /* the response to the current request has not begun, … */
    enum {
        BEFORE,
        PASSED,
        KEPT
    } at;      /* … and what comes is a head, or goes on with one that is passed or kept back … */
    int blank; /* … and is at the beginning of a line */
} hints;

/* True if the bucket begins with this text. The first line of an interim response comes in one piece. */
static int begins(apr_bucket *e, const char *text)
{
    const size_t n = strlen(text);
    const char *data;
    apr_size_t len;

    return apr_bucket_read(e, &data, &len, APR_NONBLOCK_READ) == APR_SUCCESS && len >= n && !memcmp(data, text, n);
}

/* How many of these bytes belong to the head, which ends with a blank line. */
static apr_size_t take_head(hints *h, const char *data, apr_size_t len)
{
    for (apr_size_t i = 0; i < len; i++) {
        if (data[i] == '\n' && h->blank) {
            h->at = BEFORE;
            return i + 1;
        }
        h->blank = data[i] == '\n' || (h->blank && data[i] == '\r');
    }
    return len;
}

/* Looks at one bucket, which is split where a head ends; true if it is to go. */
static int is_kept_back(hints *h, apr_bucket *e)
{
    const char *data;
    apr_size_t len, n;
    int kept;

    if (APR_BUCKET_IS_FLUSH(e))
        return 0;
    if (h->at == BEFORE) {
        h->on = begins(e, "HTTP/1.1 1");
        h->at = begins(e, "HTTP/1.1 103") ? KEPT : PASSED;
        h->blank = 0;
    }
    kept = h->at == KEPT;
    if (h->on && apr_bucket_read(e, &data, &len, APR_BLOCK_READ) == APR_SUCCESS) {
        n = take_head(h, data, len);
        if (n < len)
            apr_bucket_split(e, n);
    }
    return kept;
}

static apr_status_t filter(ap_filter_t *f, apr_bucket_brigade *bb)
{
    hints *h = f->ctx;

    for (apr_bucket *e = APR_BRIGADE_FIRST(bb); h->on && e != APR_BRIGADE_SENTINEL(bb);) {
        int kept = is_kept_back(h, e);
        apr_bucket *next = APR_BUCKET_NEXT(e);

        if (kept)
            apr_bucket_delete(e);
        e = next;
    }
    return APR_BRIGADE_EMPTY(bb) ? APR_SUCCESS : ap_pass_brigade(f->next, bb);
}

static ap_filter_rec_t RECORD = { .name = "XPURPOSE_HINTS",
                                  .filter_func.out_func = filter,
                                  .ftype = AP_FTYPE_CONNECTION };

void xp_hints_keep_back(request_rec *r)
{
    conn_rec *c = r->connection;
    hints *h = ap_get_module_config(c->conn_config, &xpurpose_module);

    if (!h) {
        h = apr_pcalloc(c->pool, sizeof *h);
        ap_set_module_config(c->conn_config, &xpurpose_module, h);
        ap_add_output_filter_handle(&RECORD, h, r, c);
    }
    h->on = 1;
    h->at = BEFORE;
}
