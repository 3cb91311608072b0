/* Nobody but the client may be told what has been hidden: it is put back as soon as that can do no harm, so that a request of which
 * nothing is stripped in the end is answered as it would have been.
 */
#include "xp_hide.h"

#include "xp_field.h"

static void keep_coding(const request_rec *r, xp_request *request)
{
    const char *coding;

    if (request->hides_coding)
        return;
    coding = apr_table_get(r->headers_in, "Accept-Encoding");
    if (coding != request->accept_encoding)
        request->unpackable = NULL;
    request->hides_coding = 1;
    request->accept_encoding = coding;
}

void xp_hide_coding(request_rec *r, xp_request *request)
{
    keep_coding(r, request);
    apr_table_unset(r->headers_in, "Accept-Encoding");
}

/* It is asked for at each step of a request. */
static const char *unpackable(request_rec *r, xp_request *request, int gzip)
{
    const size_t room = (request->accept_encoding ? strlen(request->accept_encoding) : 0) + XP_FIELD_ACCEPT;
    char *list;

    if (!request->unpackable) {
        list = apr_palloc(r->pool, room);
        xp_field_accept_unpackable(request->accept_encoding, gzip, list, room);
        request->unpackable = list;
    }
    return request->unpackable;
}

void xp_hide_unpackable(request_rec *r, xp_request *request, int gzip)
{
    const char *list;

    keep_coding(r, request);
    list = unpackable(r, request, gzip);
    if (*list)
        apr_table_setn(r->headers_in, "Accept-Encoding", list);
    else
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

/* Takes the field off the request, and keeps it. */
static void hide_field(request_rec *r, xp_request *request, const char *name)
{
    if (!apr_table_get(r->headers_in, name))
        return;
    if (!request->conditions)
        request->conditions = apr_table_make(r->pool, 2);
    apr_table_do(keep, request->conditions, r->headers_in, name, NULL);
    apr_table_unset(r->headers_in, name);
}

static void hide_conditions(request_rec *r, xp_request *request)
{
    static const char *const HIDDEN[] = { "If-None-Match", "If-Modified-Since", "If-Range", "Range", "Request-Range" };

    for (size_t i = 0; i < sizeof HIDDEN / sizeof *HIDDEN; i++)
        hide_field(r, request, HIDDEN[i]);
}

/* Lets of a condition stand what the handler can know: tags with the suffix, without it; NULL: no tag is of a page of ours. How many. */
static size_t hide_tags(request_rec *r, xp_request *request, const char *name, const char *suffix)
{
    const char *field = apr_table_getm(r->pool, r->headers_in, name);
    const size_t room = strlen(field) + 1;
    char *list = apr_palloc(r->pool, room);
    const size_t n = suffix ? xp_field_tags_without(field, suffix, list, room) : 0;

    hide_field(r, request, name);
    if (n)
        apr_table_setn(r->headers_in, name, list);
    return n;
}

/* The same of If-Match. Where no tag is a page's the handler is asked as the client asks, for this may be none; if it is one the filter
 * refuses it. */
static void hide_match(request_rec *r, xp_request *request, const char *suffix)
{
    const char *match =
        apr_table_get(r->headers_in, "If-Match") ? apr_table_getm(r->pool, r->headers_in, "If-Match") : NULL;

    if (match && !hide_tags(r, request, "If-Match", suffix))
        apr_table_setn(r->headers_in, "If-Match", match);
}

/* Whether parts that are asked for may be of a page: who has a part of one has its tag, and who opens one takes HTML. Players of films and
 * what goes on with a download say nothing of the kind, and would not play or go on without parts; that a program is asked for one of those
 * cannot be seen by the name. Of a page they get what the program has, by its own tag, under which nothing is put together with a page of
 * ours. */
static int may_be_parts_of_page(const request_rec *r, const char *suffix)
{
    const char *condition = apr_table_get(r->headers_in, "If-Range"), *accept = apr_table_get(r->headers_in, "Accept");

    return (condition && suffix && strstr(condition, suffix)) || (accept && ap_strcasestr(accept, "text/html"));
}

void xp_hide_validators(request_rec *r, xp_request *request, const char *suffix)
{
    static const char *const HIDDEN[] = { "If-Modified-Since", "If-Unmodified-Since", "If-Range", "Range",
                                          "Request-Range" };
    enum { DATES = 2, ALL = sizeof HIDDEN / sizeof *HIDDEN };
    const int hidden = may_be_parts_of_page(r, suffix) ? ALL : DATES;

    for (int i = 0; i < hidden; i++)
        hide_field(r, request, HIDDEN[i]);
    if (apr_table_get(r->headers_in, "If-None-Match"))
        hide_tags(r, request, "If-None-Match", suffix);
    hide_match(r, request, suffix);
}

/* no_local_copy makes ap_meets_conditions() answer no 304, whatever may have come to the request in the meantime; it would also
 * answer no 412. */
static void hide_copy(request_rec *r, xp_request *request)
{
    hide_conditions(r, request);
    if (!r->no_local_copy && !apr_table_get(r->headers_in, "If-Match") &&
        !apr_table_get(r->headers_in, "If-Unmodified-Since"))
        r->no_local_copy = request->hides_copy = 1;
}

void xp_hide_all(request_rec *r, xp_request *request)
{
    xp_hide_coding(r, request);
    hide_copy(r, request);
    request->altered = 1;
}

void xp_hide_all_conditions(request_rec *r, xp_request *request)
{
    hide_field(r, request, "If-Match");
    hide_field(r, request, "If-Unmodified-Since");
    hide_copy(r, request);
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

/* What stands there now is ours. */
static int forget(void *headers, const char *name, const char *value)
{
    (void)value;
    apr_table_unset(headers, name);
    return 1;
}

void xp_hide_restore(request_rec *r, xp_request *request)
{
    xp_hide_restore_coding(r, request);
    if (request->conditions) {
        apr_table_do(forget, r->headers_in, request->conditions, NULL);
        apr_table_do(keep, r->headers_in, request->conditions, NULL);
    }
    request->conditions = NULL;
    if (request->hides_copy)
        r->no_local_copy = request->hides_copy = 0;
}
