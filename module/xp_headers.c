/* Headers. Promise one hangs on this file: a stripped page that is stored, revalidated or resumed would reach a person.
 *
 * The response's headers are done by a filter of their own that sits behind mod_headers', for `Header set Cache-Control` must not
 * undo no-store, and before CACHE_SAVE, which has to see Vary. It is in the chain of ordinary requests too (with XPurposeVary),
 * where it adds Vary to HTML and nothing else.
 *
 * XPurposeVary Off is for ordinary pages. A stripped one always says what it depends on, for there are caches that are told to
 * store whatever comes: only Vary keeps it apart from the full one there.
 *
 * What Vary names: a request that meets no rule of a class that is stripped is not stripped, and neither is one that is alike in
 * the headers which these rules read, whatever its others. So these are enough for it: `X-Purpose` by default. Prefetches are
 * among them, and Sec-Purpose in their Vary would keep browsers from showing what they have fetched. Where such a rule is met
 * the others decide whether it comes first, and all headers are named.
 */
#include "xp_headers.h"

#include "http_log.h"
#include "http_protocol.h"
#include "apr_strings.h"

#include "xp_field.h"

APLOG_USE_MODULE(xpurpose);

/* ---- Request ------------------------------------------------------------------------------------------------------------- */

void xp_headers_hide_coding(request_rec *r, xp_request *request)
{
    const char *accept = apr_table_get(r->headers_in, "Accept-Encoding");

    if (!accept)
        return;
    if (!request->accept_encoding)
        request->accept_encoding = accept;
    apr_table_unset(r->headers_in, "Accept-Encoding");
}

/* A backend's 103 goes past all filters, and its Link may call vendors. Let mod_proxy keep it, unless the client is to be told
 * to go on or to change the protocol: that would be kept as well. */
static void hide_early_hints(request_rec *r)
{
    if (!apr_table_get(r->headers_in, "Upgrade") && !apr_table_get(r->headers_in, "Expect"))
        apr_table_setn(r->subprocess_env, "proxy-interim-response", "Suppress");
}

void xp_headers_hide(request_rec *r, xp_request *request)
{
    static const char *const HIDDEN[] = { "If-None-Match", "If-Modified-Since", "If-Range", "Range", "Request-Range" };

    for (size_t i = 0; i < sizeof HIDDEN / sizeof *HIDDEN; i++)
        apr_table_unset(r->headers_in, HIDDEN[i]);
    xp_headers_hide_coding(r, request);
    hide_early_hints(r);
    r->no_local_copy = 1; /* ap_meets_conditions() answers no 304 then */
}

/* The next member of a comma-separated list, in which quoted strings may hold commas; "" at its end. */
static const char *next_member(apr_pool_t *p, const char **list)
{
    const char *from = *list + strspn(*list, " \t,"), *end = from;

    for (int quoted = 0; *end && (quoted || *end != ','); end++) {
        quoted ^= *end == '"';
        end += quoted && *end == '\\' && end[1];
    }
    *list = end;
    return apr_pstrmemdup(p, from, (apr_size_t)(end - from));
}

static int has_zero_quality(const char *member)
{
    const char *q = ap_strcasestr(member, "q=0");

    return q && strchr("; \t", q[2 + strspn(q + 2, "0.")]); /* the NUL too */
}

/* Without Accept-Encoding every coding is admitted, and mod_negotiation may take one that the client does not know. So it gets
 * plain text first, then gzip if it can be unpacked, then whatever else the client has asked for. */
void xp_headers_negotiate(request_rec *r, const xp_request *request, int can_inflate)
{
    const char *p = request->accept_encoding ? request->accept_encoding : "*", *member;
    const char *list = can_inflate ? "identity, gzip;q=0.5" : "identity";

    while (*(member = next_member(r->pool, &p))) {
        const char *name = apr_pstrmemdup(r->pool, member, strcspn(member, "; \t"));

        if (ap_cstr_casecmp(name, "identity") && !(can_inflate && !ap_cstr_casecmp(name, "gzip")) &&
            !has_zero_quality(member))
            list = apr_pstrcat(r->pool, list, ", ", name, ";q=0.001", NULL);
    }
    apr_table_setn(r->headers_in, "Accept-Encoding", list);
}

void xp_headers_restore(request_rec *r, const xp_request *request)
{
    if (request->accept_encoding)
        apr_table_setn(r->headers_in, "Accept-Encoding", request->accept_encoding);
}

/* ---- Looking at the response ----------------------------------------------------------------------------------------------- */

/* mod_headers acts later in the chain than the page is scanned, and where most administrators set their policy, some of them say
 * there that a file is packed. What it is going to do is found out by letting its filter do it to a copy of the request, with
 * nothing behind it. */
static apr_status_t swallow(ap_filter_t *f, apr_bucket_brigade *bb)
{
    (void)f;
    (void)bb;
    return APR_SUCCESS;
}

static void run_mod_headers(const ap_filter_t *mod_headers, request_rec *r)
{
    static ap_filter_rec_t NOWHERE = { .name = "XPURPOSE_NOWHERE", .filter_func.out_func = swallow };
    ap_filter_t end = { .frec = &NOWHERE, .r = r, .c = r->connection }, run = *mod_headers;
    ap_filter_t *first = r->output_filters, *first_proto = r->proto_output_filters;

    run.r = r;
    run.next = &end;
    r->output_filters = r->proto_output_filters = &run;
    run.frec->filter_func.out_func(&run, apr_brigade_create(r->pool, r->connection->bucket_alloc));
    r->output_filters = first;
    r->proto_output_filters = first_proto;
}

/* mod_headers' filter, if it is still to come. */
static ap_filter_t *find_mod_headers(const ap_filter_t *f)
{
    ap_filter_t *next = f->next;

    while (next && next->r == f->r && ap_cstr_casecmpn(next->frec->name, "fixup_headers_", 14))
        next = next->next;
    return next && next->r == f->r ? next : NULL;
}

/* The request as it will be behind mod_headers: itself, or the copy. */
static request_rec *foresee(const ap_filter_t *f, request_rec *copy)
{
    request_rec *r = f->r;
    const ap_filter_t *mod_headers = find_mod_headers(f);

    if (!mod_headers)
        return r;
    *copy = *r;
    copy->headers_out = apr_table_copy(r->pool, r->headers_out);
    copy->err_headers_out = apr_table_copy(r->pool, r->err_headers_out);
    copy->notes = apr_table_copy(r->pool, r->notes);
    copy->subprocess_env = apr_table_copy(r->pool, r->subprocess_env);
    run_mod_headers(mod_headers, copy);
    return copy;
}

/* A response header from where httpd will take it. */
static const char *response_header(const request_rec *r, const char *name)
{
    const char *value = apr_table_get(r->err_headers_out, name);

    return value ? value : apr_table_get(r->headers_out, name);
}

typedef struct {
    apr_pool_t *pool;
    const char *list; /* or NULL */
} codings;

static int note_codings(void *ctx, const char *name, const char *value)
{
    codings *c = ctx;
    const char *member;

    (void)name;
    while (*(member = next_member(c->pool, &value))) {
        const char *coding = apr_pstrmemdup(c->pool, member, strcspn(member, "; \t"));

        if (ap_cstr_casecmp(coding, "identity"))
            c->list = c->list ? apr_pstrcat(c->pool, c->list, ", ", coding, NULL) : coding;
    }
    return 1;
}

/* All codings that the page is in, told in one field or in several; NULL for identity. httpd puts what it knows itself in place of
 * all fields. */
static const char *coding_of(const request_rec *r)
{
    codings c = { .pool = r->pool };

    if (r->content_encoding) {
        note_codings(&c, NULL, r->content_encoding);
    } else {
        apr_table_do(note_codings, &c, r->headers_out, "Content-Encoding", NULL);
        apr_table_do(note_codings, &c, r->err_headers_out, "Content-Encoding", NULL);
    }
    return c.list;
}

void xp_headers_hurry(ap_filter_t *f)
{
    ap_filter_t *mod_headers = find_mod_headers(f);

    if (!mod_headers)
        return;
    ap_remove_output_filter(mod_headers);
    run_mod_headers(mod_headers, f->r);
}

static int note_no_transform(void *found, const char *name, const char *value)
{
    (void)name;
    *(int *)found |= xp_field_has(value, "no-transform");
    return 1;
}

static int note_policy(void *found, const char *name, const char *value)
{
    (void)name;
    *(int *)found |= xp_field_csp_by_hash(value);
    return 1;
}

/* True if `note` finds something in a field of this name. A backend's fields of one name stand one by one in the table. */
static int has(const request_rec *r, const char *name, apr_table_do_callback_fn_t *note)
{
    int found = 0;

    apr_table_do(note, &found, r->headers_out, name, NULL);
    apr_table_do(note, &found, r->err_headers_out, name, NULL);
    return found;
}

/* `r` is what the response is, `later` what it will be. */
static xp_verdict judge(request_rec *r, request_rec *later, xp_outlook *outlook)
{
    const char *type = ap_make_content_type(later, later->content_type), *label;
    const char *now, *then;
    size_t len;

    if (AP_STATUS_IS_HEADER_ONLY(r->status) || ap_is_HTTP_INFO(r->status) || !type || !xp_field_is_html(type))
        return XP_NOT_HTML_VERDICT;
    if (r->status == HTTP_PARTIAL_CONTENT || response_header(r, "Content-Range"))
        return XP_PARTIAL_VERDICT;
    if (r->proxyreq != PROXYREQ_NONE && has(r, "Cache-Control", note_no_transform))
        return XP_NO_TRANSFORM_VERDICT;
    len = xp_field_charset(type, &label);
    outlook->charset = len ? xp_charset_of(label, len) : XP_CHARSET_UNKNOWN;
    if (outlook->charset == XP_CHARSET_UNSAFE)
        return XP_CHARSET_VERDICT;
    now = coding_of(r);
    then = coding_of(later);
    outlook->coding = now && !(then && ap_strchr_c(then, ',')) ? now : then;
    return outlook->coding ? XP_ENCODED_VERDICT : XP_STRIPPED_VERDICT;
}

void xp_headers_judge(ap_filter_t *f, xp_outlook *outlook)
{
    request_rec copy, *later = foresee(f, &copy);

    outlook->verdict = judge(f->r, later, outlook);
    outlook->scripts_by_hash = has(later, "Content-Security-Policy", note_policy);
}

/* ---- Response ------------------------------------------------------------------------------------------------------------------------ */

static void add_to_vary(request_rec *r, const char *names)
{
    const char *vary = apr_table_get(r->headers_out, "Vary");

    if (!vary) {
        apr_table_addn(r->headers_out, "Vary", names);
        return;
    }
    while (*names) {
        const char *name = ap_get_token(r->pool, &names, 0);

        names += *names == ',';
        if (!xp_field_has(vary, "*") && !xp_field_has(vary, name))
            apr_table_mergen(r->headers_out, "Vary", name);
    }
}

/* A 304 often comes without a type: then what the client asks for tells a page from an image. */
static int is_html(request_rec *r)
{
    const char *accept;

    if (r->content_type)
        return xp_field_is_html(r->content_type);
    accept = r->status == HTTP_NOT_MODIFIED ? apr_table_get(r->headers_in, "Accept") : NULL;
    return accept && ap_strstr_c(accept, "text/html") != NULL;
}

static void vary_response(request_rec *r, const xp_dir_conf *conf, const xp_request *request)
{
    const xp_server_conf *server = ap_get_module_config(r->server->module_config, &xpurpose_module);
    unsigned stripped = xp_config_stripped(conf);
    const char *names = request && (request->classes & stripped) ? server->vary_all : server->vary[stripped];

    if (names)
        add_to_vary(r, names);
    if (request && request->vary)
        add_to_vary(r, request->vary);
}

/* What Link entries are kept of a response, while walking one table of headers. */
typedef struct {
    request_rec *r;
    xp_vendor_set vendors;
    apr_array_header_t *kept; /* const char *: fields */
    int dropped;
} links;

/* Takes the entries that would make the browser call a vendor out of one Link field. */
static int filter_link(void *ctx, const char *name, const char *value)
{
    links *l = ctx;
    const char *kept = NULL;
    xp_link link;

    (void)name;
    for (const char *p = value; p;) {
        int vendor = -1;

        p = xp_field_link(p, &link);
        if (link.hint)
            vendor = xp_rules_url_vendor(xp_config_rules(), link.url, link.url_len, &l->vendors);
        if (vendor >= 0) {
            l->dropped++;
            ap_log_rerror(APLOG_MARK, APLOG_TRACE1, 0, l->r, "Link: %.*s goes, vendor %s", (int)link.len, link.text,
                          xp_rules_name(xp_config_rules(), vendor));
        } else if (link.len) {
            const char *text = apr_pstrmemdup(l->r->pool, link.text, link.len);

            kept = kept ? apr_pstrcat(l->r->pool, kept, ", ", text, NULL) : text;
        }
    }
    if (kept)
        APR_ARRAY_PUSH(l->kept, const char *) = kept;
    return 1;
}

static void filter_links(request_rec *r, apr_table_t *headers, const xp_dir_conf *conf)
{
    links l = { .r = r };

    if (!apr_table_get(headers, "Link"))
        return;
    l.kept = apr_array_make(r->pool, 4, sizeof(const char *));
    xp_config_vendors(conf, &l.vendors);
    apr_table_do(filter_link, &l, headers, "Link", NULL);
    if (!l.dropped)
        return;
    apr_table_unset(headers, "Link");
    for (int i = 0; i < l.kept->nelts; i++)
        apr_table_addn(headers, "Link", APR_ARRAY_IDX(l.kept, i, const char *));
}

/* Headers by which one cache is told other things than Cache-Control says: nginx's, Akamai's, and what RFC 9213 calls targeted
 * fields, whose names end in Cache-Control. */
static int note_targeted(void *names, const char *name, const char *value)
{
    static const char SUFFIX[] = "Cache-Control";
    size_t len = strlen(name);

    (void)value;
    if (len >= sizeof SUFFIX && !ap_cstr_casecmp(name + len - (sizeof SUFFIX - 1), SUFFIX))
        APR_ARRAY_PUSH((apr_array_header_t *)names, const char *) = name;
    return 1;
}

static int keep_member(void *ctx, const char *name, const char *value)
{
    apr_array_header_t *kept = ctx;
    const char *member;

    (void)name;
    while (*(member = next_member(kept->pool, &value)))
        if (!ap_cstr_casecmpn(member, "content=", 8) || !ap_cstr_casecmpn(member, "dca=", 4))
            APR_ARRAY_PUSH(kept, const char *) = member;
    return 1;
}

/* Surrogate-Control and Edge-Control also tell a cache to process ESI, without which the page would be broken. */
static void keep_processing(request_rec *r, apr_table_t *headers, const char *name)
{
    apr_array_header_t *kept;

    if (!apr_table_get(headers, name))
        return;
    kept = apr_array_make(r->pool, 2, sizeof(const char *));
    APR_ARRAY_PUSH(kept, const char *) = "no-store";
    apr_table_do(keep_member, kept, headers, name, NULL);
    apr_table_setn(headers, name, apr_array_pstrcat(r->pool, kept, ','));
}

static void forget_storage(request_rec *r, apr_table_t *headers)
{
    static const char *const LOST[] = { "ETag",   "Last-Modified",  "Expires",        "Content-MD5",
                                        "Digest", "Content-Digest", "Repr-Digest",    "Accept-Ranges",
                                        "Age",    "Cache-Control",  "X-Accel-Expires" };
    apr_array_header_t *targeted = apr_array_make(r->pool, 2, sizeof(const char *));

    for (size_t i = 0; i < sizeof LOST / sizeof *LOST; i++)
        apr_table_unset(headers, LOST[i]);
    apr_table_do(note_targeted, targeted, headers, NULL);
    for (int i = 0; i < targeted->nelts; i++)
        apr_table_unset(headers, APR_ARRAY_IDX(targeted, i, const char *));
    keep_processing(r, headers, "Surrogate-Control");
    keep_processing(r, headers, "Edge-Control");
}

/* A stripped page is for this request alone. */
static void mark_unstorable(request_rec *r, const xp_dir_conf *conf)
{
    forget_storage(r, r->headers_out);
    forget_storage(r, r->err_headers_out);
    apr_table_setn(r->headers_out, "Cache-Control", "private, no-store");
    filter_links(r, r->headers_out, conf);
    filter_links(r, r->err_headers_out, conf);
}

static int has_end(const apr_bucket_brigade *bb)
{
    const apr_bucket *e = APR_BRIGADE_LAST(bb);

    while (e != APR_BRIGADE_SENTINEL(bb) && !APR_BUCKET_IS_EOS(e))
        e = APR_BUCKET_PREV(e);
    return e != APR_BRIGADE_SENTINEL(bb);
}

/* The backend's trailers are there with the end of the page, and HTTP/2 sends them. */
apr_status_t xp_headers_filter(ap_filter_t *f, apr_bucket_brigade *bb)
{
    request_rec *r = f->r;
    const xp_dir_conf *conf = ap_get_module_config(r->per_dir_config, &xpurpose_module);
    const xp_request *request = xp_signal_request(r);
    const int strips = request && request->eligible;

    if (APR_BRIGADE_EMPTY(bb))
        return APR_SUCCESS;
    if (!f->ctx) {
        f->ctx = r;
        if (strips)
            mark_unstorable(r, conf);
        if ((xp_config_vary(conf) && is_html(r)) || strips)
            vary_response(r, conf, request);
    }
    if (!strips || has_end(bb)) {
        if (strips)
            forget_storage(r, r->trailers_out);
        ap_remove_output_filter(f);
    }
    return ap_pass_brigade(f->next, bb);
}
