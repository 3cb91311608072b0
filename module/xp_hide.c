/* Nobody but the client may be told what has been hidden: it is put back as soon as that can do no harm, so that a request of which
 * nothing is stripped in the end is answered as it would have been.
 */
#include "xp_hide.h"

#include "xp_field.h"

void xp_hide_coding(request_rec *r, xp_request *request)
{
    if (!request->hides_coding) {
        request->hides_coding = 1;
        request->accept_encoding = apr_table_get(r->headers_in, "Accept-Encoding");
    }
    apr_table_unset(r->headers_in, "Accept-Encoding");
}

/* Without Accept-Encoding every coding is admitted, and mod_negotiation may take one that the client does not know. */
void xp_hide_negotiate(request_rec *r, const xp_request *request, int gzip)
{
    enum { ROOM = 512 };
    char *list = apr_palloc(r->pool, ROOM);

    xp_field_accept(request->accept_encoding, gzip, list, ROOM);
    apr_table_setn(r->headers_in, "Accept-Encoding", list);
}

static int keep(void *kept, const char *name, const char *value)
{
    apr_table_addn(kept, name, value);
    return 1;
}

static void hide_conditions(request_rec *r, xp_request *request)
{
    static const char *const HIDDEN[] = { "If-None-Match", "If-Modified-Since", "If-Range", "Range", "Request-Range" };

    for (size_t i = 0; i < sizeof HIDDEN / sizeof *HIDDEN; i++) {
        if (!apr_table_get(r->headers_in, HIDDEN[i]))
            continue;
        if (!request->conditions)
            request->conditions = apr_table_make(r->pool, 2);
        apr_table_do(keep, request->conditions, r->headers_in, HIDDEN[i], NULL);
        apr_table_unset(r->headers_in, HIDDEN[i]);
    }
}

/* no_local_copy makes ap_meets_conditions() answer no 304, whatever may have come to the request in the meantime; it would also
 * answer no 412. */
void xp_hide_all(request_rec *r, xp_request *request)
{
    xp_hide_coding(r, request);
    hide_conditions(r, request);
    if (!r->no_local_copy && !apr_table_get(r->headers_in, "If-Match") &&
        !apr_table_get(r->headers_in, "If-Unmodified-Since"))
        r->no_local_copy = request->hides_copy = 1;
    request->altered = 1;
}

void xp_hide_restore_coding(request_rec *r, xp_request *request)
{
    if (!request->hides_coding)
        return;
    request->hides_coding = 0;
    if (request->accept_encoding)
        apr_table_setn(r->headers_in, "Accept-Encoding", request->accept_encoding);
    else
        apr_table_unset(r->headers_in, "Accept-Encoding");
}

void xp_hide_restore(request_rec *r, xp_request *request)
{
    xp_hide_restore_coding(r, request);
    if (request->conditions)
        apr_table_do(keep, r->headers_in, request->conditions, NULL);
    request->conditions = NULL;
    if (request->hides_copy)
        r->no_local_copy = request->hides_copy = 0;
}
