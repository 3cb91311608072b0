/* See xp_sender.h. */
#include "xp_sender.h"

#include "httpd.h"
#include "apr_strings.h"

/* mod_xsendfile's filter, if it is going to put a file in place of the page. */
static ap_filter_t *find(const ap_filter_t *f)
{
    static const char *const FIELDS[] = { "X-Sendfile", "X-Sendfile-Temporary" };
    int asked = 0;

    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        asked |= apr_table_get(f->r->headers_out, FIELDS[i]) || apr_table_get(f->r->err_headers_out, FIELDS[i]);
    for (ap_filter_t *next = f->next; asked && next && next->r == f->r; next = next->next)
        if (!ap_cstr_casecmp(next->frec->name, "xsendfile"))
            return next;
    return NULL;
}

/* A filter's type alone would not bring it there: those that pack pages may come next. */
int xp_sender_follow(const ap_filter_t *f, void *ctx)
{
    ap_filter_t *sender = find(f), *behind;

    if (!sender)
        return 0;
    behind = apr_pmemdup(f->r->pool, f, sizeof *f);
    behind->ctx = ctx;
    behind->next = sender->next;
    sender->next = behind;
    return 1;
}
